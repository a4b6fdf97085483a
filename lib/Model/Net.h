//===- Net.h - nets with several drivers ------------------------*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_NET_H
#define CIRCTSIM_MODEL_NET_H

#include "Model/DesignImage.h"

namespace circtsim::model {

/// One source of a resolved net. It has storage of its own (of the unit of its
/// width) and a signal id whose flag SignalIsDriver makes a store resolve the net.
struct DriverRecord {
  const uint8_t *address = nullptr; ///< a-plane
  SignalId signal = NoSignal;       ///< id of the driver's own storage
  uint32_t net = 0;                 ///< index into Design::nets
  uint32_t lo = 0, width = 0;       ///< bits of the net
  DriveStrength strength;
};

/// A net whose value is computed from its drivers (LRM 6.6, 28.11-28.12).
struct NetRecord {
  SignalId signal = NoSignal;
  uint8_t *address = nullptr;
  NetKind kind = NetKind::Wire;
  bool isPlain = true;        ///< every driver has the default strength: bitwise tables suffice
  bool isFour = true;
  int16_t chargeStrength = 2; ///< trireg
  uint32_t width = 0;         ///< bits of the flat storage
  uint32_t firstDriver = 0, driverCount = 0; ///< range in Design::netDrivers
};

/// Value that an undriven net of this kind has, as a bit code 0, 1, 2 = z, 3 = x.
unsigned undrivenValue(NetKind kind);
/// Kind of the net that results when `inner` and `outer` are joined through a
/// port (LRM 23.3.3.7, Table 23-1).
NetKind joinedKind(NetKind inner, NetKind outer);

/// Computes bits [lo, lo+width) of `net` from the present values of its
/// drivers, into ceil(width/64) words of each plane. `drivers` is the net's own
/// range. Bits that nobody drives get the undriven value of the kind; a trireg
/// keeps its charge. Drivers of a variable never share a bit: the caller asks for
/// the range of the driver that changed.
void resolveNet(const NetRecord &net, const DriverRecord *const *drivers, uint64_t planeDistance,
                uint32_t lo, uint32_t width, uint64_t *a, uint64_t *b);

} // namespace circtsim::model

#endif

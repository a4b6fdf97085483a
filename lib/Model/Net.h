//===- Net.h - nets with several drivers ------------------------*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_NET_H
#define CIRCTSIM_MODEL_NET_H

#include "Model/DesignImage.h"
#include "Value/Strength.h"

namespace circtsim::sched {
struct Task;
}

namespace circtsim::model {

/// One source of a resolved net. It has storage of its own (of the unit of its
/// width) and a signal id whose flag SignalIsDriver makes a store resolve the net.
/// A source of joined nets has one record for each run of bits that it reaches.
struct DriverRecord {
  const uint8_t *address = nullptr; ///< a-plane
  SignalId signal = NoSignal;       ///< id of the driver's own storage
  uint32_t net = 0;                 ///< index into Design::nets
  uint32_t lo = 0, width = 0;       ///< bits of the net
  uint32_t from = 0;                ///< first bit of the storage
  uint32_t storageWidth = 0;
  uint32_t next = NoId;             ///< another record of the same storage, or NoId
  DriveStrength strength;
  bool isChanged = true;            ///< of NetKind::User: since the net was resolved
  bool isAlone = false;             ///< its bits of the net have its value, as nobody else drives them
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
  uint32_t firstNode = 0, nodeCount = 0;     ///< range in Design::switchNodes, by bit
  sched::Task *resolver = nullptr;           ///< NetKind::User: the process that resolves it
  bool isResolved = false;                   ///< it has done so once
};

/// A bit of a net that switches end at.
struct SwitchNode {
  uint32_t net = 0, bit = 0;
  value::StrengthValue value;                ///< with what comes through switches
  uint32_t firstEnd = 0, endCount = 0;       ///< range in Design::switchEnds
  uint32_t mark = 0;                         ///< working state of the solver
};
enum class SwitchLoss : uint8_t { None, Supply, Resistive };
struct SwitchRecord {
  uint32_t from = 0, to = 0;                 ///< nodes
  SignalId control = NoSignal;
  const uint8_t *controlAddress = nullptr;
  bool isOneWay = false;
  SwitchLoss loss = SwitchLoss::Supply;
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

/// What the drivers, the kind and the charge of a net give one of its bits, without switches.
value::StrengthValue drivenStrength(const NetRecord &net, const DriverRecord *const *drivers,
                                    uint64_t planeDistance, uint32_t bit);

} // namespace circtsim::model

#endif

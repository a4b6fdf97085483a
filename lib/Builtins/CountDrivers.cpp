//===- CountDrivers.cpp - $countdrivers --------------------------------------===//
//
// IEEE 1800-2023 Annex D.2. A driver counts if it drives the bit with 0, 1 or x: those
// of high impedance do not. What a driver drives is told by its own storage; a net
// with one driver that stores straight into it has that value itself, or, while it is
// forced, what the force hides. Each switch that ends at the bit and is not off counts
// as a driver with what is on its other side.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

#include "Model/Storage.h"
#include "Value/Words.h"

namespace circtsim::builtins {

using namespace circtsim::model;
using value::Bit;

namespace {
struct DriverCounts {
  uint32_t zeros = 0, ones = 0, unknowns = 0;

  void add(Bit bit) {
    zeros += bit == Bit::zero;
    ones += bit == Bit::one;
    unknowns += bit == Bit::x;
  }
  uint32_t all() const { return zeros + ones + unknowns; }
};

Bit loadBit(uint64_t distance, const uint8_t *address, uint32_t bit, uint32_t width, bool isFour) {
  uint64_t a = 0, b = 0;
  sched::loadBits(distance, address, bit, 1, width, isFour, &a, &b);
  return Bit(a | (b << 1));
}

/// What comes to a node through its switches.
void addSwitches(DriverCounts &counts, const Design &design, const SwitchNode &node,
                 uint64_t distance) {
  auto self = uint32_t(&node - design.switchNodes.data());
  for (uint32_t i = 0; i != node.endCount; ++i) {
    const SwitchRecord &record = design.switches[design.switchEnds[node.firstEnd + i]];
    if (record.isOneWay && record.to != self)
      continue;
    Bit control = Bit::one;
    if (record.controlAddress)
      control = loadBit(distance, record.controlAddress, 0, 1, true);
    if (control == Bit::zero)
      continue;
    value::StrengthValue other =
        design.switchNodes[record.to == self ? record.from : record.to].value;
    counts.add(control == Bit::one ? other.bit() : value::maybeOff(other).bit());
  }
}

void addDrivers(DriverCounts &counts, const Design &design, const NetRecord &net, uint32_t bit,
                uint64_t distance) {
  for (uint32_t i = 0; i != net.driverCount; ++i) {
    const DriverRecord &driver = *design.netDrivers[net.firstDriver + i];
    if (bit >= driver.lo && bit - driver.lo < driver.width)
      counts.add(loadBit(distance, driver.address, driver.from + (bit - driver.lo),
                         driver.storageWidth, net.isFour));
  }
  for (uint32_t i = 0; i != net.nodeCount; ++i)
    if (const SwitchNode &node = design.switchNodes[net.firstNode + i]; node.bit == bit)
      addSwitches(counts, design, node, distance);
}
} // namespace

template <>
BuiltinResult builtin<BuiltinId::Countdrivers>(BuiltinCall &call) {
  const Design &design = call.design();
  uint64_t distance = design.arena.planeDistance();
  sched::Reference net = call.reference(0);
  DriverCounts counts;
  bool isForced = false;
  if (net.address && net.signal < design.signalCount) {
    auto signal = SignalId(net.signal);
    const sched::SignalHooks *hooks = design.signals[signal].hooks;
    auto bit = uint32_t((net.address - design.signals[signal].address) * 8 + net.bit);
    const sched::ForceState *force = hooks ? hooks->force.get() : nullptr;
    isForced = force && value::testBit(force->forced.data(), bit);
    if (hooks && hooks->net != NoId)
      addDrivers(counts, design, design.nets[hooks->net], bit, distance);
    else if (design.isDriven[signal] && isForced)
      counts.add(Bit(unsigned(value::testBit(force->hiddenA.data(), bit)) |
                     unsigned(value::testBit(force->hiddenB.data(), bit)) << 1));
    else if (design.isDriven[signal])
      counts.add(loadBit(distance, net.address, uint32_t(net.bit), uint32_t(net.bit) + 1, true));
  }
  const uint32_t results[] = {isForced, counts.all(), counts.zeros, counts.ones, counts.unknowns};
  for (uint32_t i = 1; i < call.count(); ++i)
    call.writeInteger(i, results[i - 1]);
  return returnInt(call, counts.all() > 1);
}

} // namespace circtsim::builtins

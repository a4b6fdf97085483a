//===- NetStrength.cpp - %v of nets ------------------------------------------===//
//
// IEEE 1800-2023 21.2.1.5, 28.11, 28.12. Nets that the kernel resolves are taken
// bit by bit through the strengths of their drivers; a net with one driver of
// default strength, and a variable, is as strong as its value says, which
// Value/Format shows.
//
//===----------------------------------------------------------------------===//
#include "Builtins/DisplayFormat.h"

#include "Model/Storage.h"

namespace circtsim::builtins {

using namespace circtsim::model;
using value::Bit;
using value::Strength;
using value::StrengthValue;

namespace {
StrengthValue supplyOf(NetKind kind) {
  switch (kind) {
  case NetKind::Tri0:
    return value::tri0Pull;
  case NetKind::Tri1:
    return value::tri1Pull;
  case NetKind::Supply0:
    return value::supply0Drive;
  case NetKind::Supply1:
    return value::supply1Drive;
  default:
    return {};
  }
}

StrengthValue combine(NetKind kind, StrengthValue x, StrengthValue y) {
  switch (kind) {
  case NetKind::Wand:
  case NetKind::Triand:
    return value::resolveAnd(x, y);
  case NetKind::Wor:
  case NetKind::Trior:
    return value::resolveOr(x, y);
  default:
    return value::resolve(x, y);
  }
}

Bit loadBit(uint64_t distance, const uint8_t *address, uint32_t bit, uint32_t width, bool isFour) {
  uint64_t a = 0, b = 0;
  sched::loadBits(distance, address, bit, 1, width, isFour, &a, &b);
  return Bit(a | (b << 1));
}

StrengthValue strengthOf(const Design &design, const NetRecord &net, uint32_t bit) {
  if (net.nodeCount)
    if (const SwitchNode *node = const_cast<Design &>(design).switchNode(net, bit))
      return node->value;
  uint64_t distance = design.arena.planeDistance();
  StrengthValue sum = supplyOf(net.kind);
  for (uint32_t i = 0; i != net.driverCount; ++i) {
    const DriverRecord &driver = *design.netDrivers[net.firstDriver + i];
    if (bit < driver.lo || bit - driver.lo >= driver.width)
      continue;
    Bit value = loadBit(distance, driver.address, driver.from + (bit - driver.lo),
                        driver.storageWidth, net.isFour);
    sum = combine(net.kind, sum,
                  StrengthValue::drive(value, Strength(driver.strength.strength0),
                                       Strength(driver.strength.strength1)));
  }
  if (net.kind == NetKind::Trireg)
    sum = value::resolveTrireg(sum, loadBit(distance, net.address, bit, net.width, net.isFour),
                               Strength(net.chargeStrength));
  return sum;
}
} // namespace

bool appendNetStrength(std::string &out, const BuiltinCall &call, SlotEntry object) {
  const Design &design = call.design();
  if (!object.address || object.signal >= design.declaredSignals)
    return false;
  const SignalImage *signal = design.signalImage(object.signal);
  const TypeImage &type = design.image.types[signal->type];
  if (signal->net == NetKind::Variable || !type.width)
    return false;
  const sched::SignalHooks *hooks = design.signals[object.signal].hooks;
  const NetRecord *net = hooks && hooks->net != NoId ? &design.nets[hooks->net] : nullptr;
  if (!net && supplyOf(signal->net) == StrengthValue{})
    return false;
  for (uint32_t bit = type.width; bit-- > 0;) {
    value::appendStrength(out, net ? strengthOf(design, *net, bit) : supplyOf(signal->net));
    if (bit)
      out += ' ';
  }
  return true;
}

} // namespace circtsim::builtins

//===- Net.cpp - resolving the drivers of a net ------------------------------===//
//
// A resolved net is computed word by word over the bits that changed. Nets whose
// drivers all have the default strength use the bitwise tables of Value
// (6.6, Tables 6-2 to 6-6); others go bit by bit through strengths
// (28.11-28.15). A trireg that nobody drives keeps its value.
//
// LRM: 6.6 (net types), 6.7 (initial values), 23.3.3.7 (nets joined by ports),
// 28.11-28.16.
//
//===----------------------------------------------------------------------===//
#include "Model/Net.h"

#include "Model/Storage.h"
#include "Value/Strength.h"

namespace circtsim::model {

using value::Bit;
using value::Logic64;
using value::Strength;
using value::StrengthValue;

unsigned undrivenValue(NetKind kind) {
  switch (kind) {
  case NetKind::Tri0:
  case NetKind::Supply0:
    return 0;
  case NetKind::Tri1:
  case NetKind::Supply1:
    return 1;
  case NetKind::Variable:
  case NetKind::Trireg:
    return 3;
  default:
    return 2;
  }
}

/// The class of a net kind for joining: equal classes join without question.
static unsigned joinClass(NetKind kind) {
  switch (kind) {
  case NetKind::Variable:
    return 0;
  case NetKind::Wire:
  case NetKind::Tri:
    return 1;
  case NetKind::Uwire:
    return 2;
  case NetKind::Trireg:
    return 3;
  case NetKind::Wand:
  case NetKind::Triand:
  case NetKind::Wor:
  case NetKind::Trior:
    return 4;
  case NetKind::Tri0:
  case NetKind::Tri1:
    return 5;
  case NetKind::User:
    return 7;
  default:
    return 6;
  }
}

NetKind joinedKind(NetKind inner, NetKind outer) {
  unsigned in = joinClass(inner), out = joinClass(outer);
  if (in == 7 || out == 7)
    return NetKind::User; // user-defined ones are joined with their own kind
  // Table 23-1: wire yields to everything, supplies win, trireg yields to
  // pulled nets; otherwise the net outside dominates.
  if (in == 6 || out == 6)
    return out == 6 ? outer : inner;
  if (out <= 2)
    return in > out ? inner : outer;
  if (out == 3 && in >= 4)
    return inner;
  return outer;
}

/// Bits [lo, lo+count) of the net as this driver drives them; z elsewhere.
static Logic64 contribution(const DriverRecord &driver, uint64_t distance, uint32_t lo,
                            uint32_t count, bool isFour) {
  int64_t begin = int64_t(lo) - int64_t(driver.lo);
  if (begin >= int64_t(driver.width) || begin + int64_t(count) <= 0)
    return value::logic64::allZ(count);
  Logic64 bits = {0, 0};
  int64_t first = begin + int64_t(driver.from);
  loadPlane(driver.address, first, count, driver.storageWidth, false, &bits.a);
  bool isWhole = driver.width == driver.storageWidth;
  if (isFour) {
    loadPlane(driver.address + distance, first, count, driver.storageWidth, true, &bits.b);
    if (isWhole)
      return bits;
  }
  uint64_t inside = lowMask(count);
  if (begin < 0)
    inside &= ~lowMask(uint32_t(-begin));
  if (int64_t(driver.width) - begin < int64_t(count))
    inside &= lowMask(uint32_t(driver.width - begin));
  bits.a &= inside;
  bits.b = (bits.b & inside) | (lowMask(count) & ~inside);
  return bits;
}

static Logic64 combine(NetKind kind, Logic64 x, Logic64 y) {
  switch (kind) {
  case NetKind::Wand:
  case NetKind::Triand:
    return value::logic64::resolveAnd(x, y);
  case NetKind::Wor:
  case NetKind::Trior:
    return value::logic64::resolveOr(x, y);
  default:
    return value::logic64::resolveWire(x, y);
  }
}

static Bit bitOf(Logic64 v, uint32_t i) {
  return Bit(((v.a >> i) & 1) | (((v.b >> i) & 1) << 1));
}

static Logic64 storedBits(const NetRecord &net, uint64_t distance, uint32_t lo, uint32_t count) {
  Logic64 v;
  loadPlane(net.address, lo, count, net.width, false, &v.a);
  loadPlane(net.address + distance, lo, count, net.width, false, &v.b);
  return v;
}

static Logic64 finishPlain(const NetRecord &net, uint64_t distance, Logic64 v, uint32_t lo,
                           uint32_t count) {
  switch (net.kind) {
  case NetKind::Tri0:
    return value::logic64::pullDown(v);
  case NetKind::Tri1:
    return value::logic64::pullUp(v);
  case NetKind::Supply0:
    return {0, 0};
  case NetKind::Supply1:
    return {lowMask(count), 0};
  case NetKind::Trireg:
    return value::logic64::keepCharge(v, storedBits(net, distance, lo, count));
  default:
    return v;
  }
}

StrengthValue drivenStrength(const NetRecord &net, const DriverRecord *const *drivers,
                             uint64_t distance, uint32_t bit) {
  StrengthValue sum;
  switch (net.kind) {
  case NetKind::Tri0: sum = value::tri0Pull; break;
  case NetKind::Tri1: sum = value::tri1Pull; break;
  case NetKind::Supply0: sum = value::supply0Drive; break;
  case NetKind::Supply1: sum = value::supply1Drive; break;
  default: break;
  }
  for (uint32_t i = 0; i != net.driverCount; ++i) {
    const DriverRecord &driver = *drivers[i];
    if (bit < driver.lo || bit - driver.lo >= driver.width)
      continue;
    Logic64 v = contribution(driver, distance, bit, 1, net.isFour);
    StrengthValue driven = StrengthValue::drive(
        bitOf(v, 0), Strength(driver.strength.strength0), Strength(driver.strength.strength1));
    if (net.kind == NetKind::Wand || net.kind == NetKind::Triand)
      sum = value::resolveAnd(sum, driven);
    else if (net.kind == NetKind::Wor || net.kind == NetKind::Trior)
      sum = value::resolveOr(sum, driven);
    else
      sum = value::resolve(sum, driven);
  }
  if (net.kind == NetKind::Trireg)
    sum = value::resolveTrireg(sum, bitOf(storedBits(net, distance, bit, 1), 0),
                               Strength(net.chargeStrength));
  return sum;
}

static Logic64 resolveWord(const NetRecord &net, const DriverRecord *const *drivers,
                           uint64_t distance, uint32_t lo, uint32_t count) {
  Logic64 v = value::logic64::allZ(count);
  if (net.isPlain) {
    for (uint32_t i = 0; i != net.driverCount; ++i)
      v = combine(net.kind, v, contribution(*drivers[i], distance, lo, count, net.isFour));
    return finishPlain(net, distance, v, lo, count);
  }
  v = {0, 0};
  for (uint32_t i = 0; i != count; ++i) {
    auto bit = unsigned(drivenStrength(net, drivers, distance, lo + i).bit());
    v.a |= uint64_t(bit & 1) << i;
    v.b |= uint64_t(bit >> 1) << i;
  }
  return v;
}

void resolveNet(const NetRecord &net, const DriverRecord *const *drivers, uint64_t planeDistance,
                uint32_t lo, uint32_t width, uint64_t *a, uint64_t *b) {
  for (uint32_t done = 0, word = 0; done < width; done += 64, ++word) {
    uint32_t count = width - done < 64 ? width - done : 64;
    Logic64 v = resolveWord(net, drivers, planeDistance, lo + done, count);
    a[word] = net.isFour ? v.a : v.a & ~v.b; // x and z are 0
    b[word] = net.isFour ? v.b : 0;
  }
}

} // namespace circtsim::model

//===- Strength.h - Net resolution and drive strengths ----------*- C++ -*-===//
//
// Resolution of several drivers of a net (IEEE 1800-2023 6.6, 28.11 to 28.16).
//
// Two levels of detail:
// - plain four-state values of equal (strong) strength, resolved by the tables
//   6-2 to 6-4 as bitwise operations on planes;
// - StrengthValue: a bit with its strengths, for nets with drive strengths, pulls,
//   switches and charge.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_STRENGTH_H
#define CIRCTSIM_VALUE_STRENGTH_H

#include "Value/Logic64.h"

#include <optional>
#include <string>
#include <string_view>

namespace circtsim::value {

/// Strength levels (28.11, table 28-7).
enum class Strength : uint8_t { highz, small, medium, weak, large, pull, strong, supply };

/// A bit and its strengths: the range [low, high] of levels it may have on the
/// scale of figure 28-2, folded around high impedance: -7 (Su0) ... -1 (Sm0),
/// 0 (HiZ), 1 (Sm1) ... 7 (Su1). A range of one level is unambiguous.
struct StrengthValue {
  int8_t low = 0, high = 0;

  friend constexpr bool operator==(StrengthValue, StrengthValue) = default;

  /// The value a driver of the given strengths puts on a net; Z drives nothing,
  /// X is somewhere between both strengths.
  static constexpr StrengthValue drive(Bit bit, Strength zero, Strength one) {
    auto down = int8_t(-int(zero)), up = int8_t(one);
    switch (bit) {
    case Bit::zero:
      return {down, down};
    case Bit::one:
      return {up, up};
    case Bit::x:
      return {down, up};
    case Bit::z:
      break;
    }
    return {0, 0};
  }
  static constexpr StrengthValue strong(Bit bit) {
    return drive(bit, Strength::strong, Strength::strong);
  }

  constexpr bool isHighZ() const { return low == 0 && high == 0; }
  /// The four-state value: L and H (0 or Z, 1 or Z) are X.
  constexpr Bit bit() const {
    return low > 0 ? Bit::one : high < 0 ? Bit::zero : isHighZ() ? Bit::z : Bit::x;
  }
};

/// Drivers of a net without wired logic (28.12.1 to 28.12.3).
StrengthValue resolve(StrengthValue x, StrengthValue y);
/// wand, triand and wor, trior: equal strengths resolve by AND or OR (28.12.4).
StrengthValue resolveAnd(StrengthValue x, StrengthValue y);
StrengthValue resolveOr(StrengthValue x, StrengthValue y);

/// The additional driver of a tri0, tri1, supply0 or supply1 net.
inline constexpr StrengthValue tri0Pull{-5, -5}, tri1Pull{5, 5};
inline constexpr StrengthValue supply0Drive{-7, -7}, supply1Drive{7, 7};

/// A trireg net: `driven` if some driver is on, else the stored value at the
/// charge strength (small, medium or large) (6.6.4, 28.16).
StrengthValue resolveTrireg(StrengthValue driven, Bit stored, Strength charge);

/// The output of a three-state gate or switch whose control is unknown: the
/// value or high impedance, L or H (28.6).
StrengthValue maybeOff(StrengthValue value);
/// Through a nonresistive switch: supply becomes strong (28.13).
StrengthValue throughSwitch(StrengthValue value);
/// Through a resistive switch (28.14, table 28-8).
StrengthValue throughResistiveSwitch(StrengthValue value);

/// The three characters of %v (21.2.1.5): St1, PuH, 56X, 631, HiZ.
void appendStrength(std::string &out, StrengthValue value);
/// Reads back three characters of %v.
std::optional<StrengthValue> parseStrength(std::string_view text);

//===--- Drivers of strong strength (tables 6-2 to 6-4) -------------------===//

namespace logic64 {

/// wire and tri: Z yields to the other, different values give X.
constexpr Logic64 resolveWire(Logic64 x, Logic64 y) {
  uint64_t conflict = (x.a ^ y.a) & ~x.b & ~y.b;
  return {x.a | y.a, (x.b & y.b) | (x.a & x.b) | (y.a & y.b) | conflict};
}
/// wand and triand: 0 wins.
constexpr Logic64 resolveAnd(Logic64 x, Logic64 y) {
  uint64_t notZero = (x.a | x.b) & (y.a | y.b);
  return {(x.a | y.a) & notZero, ((x.b & y.b) | (x.a & x.b) | (y.a & y.b)) & notZero};
}
/// wor and trior: 1 wins.
constexpr Logic64 resolveOr(Logic64 x, Logic64 y) {
  uint64_t one = (x.a & ~x.b) | (y.a & ~y.b);
  return {x.a | y.a, ((x.b & y.b) | (x.a & x.b) | (y.a & y.b)) & ~one};
}
/// tri0: what is left undriven becomes 0; tri1: 1 (tables 6-5, 6-6).
constexpr Logic64 pullDown(Logic64 x) { return {x.a, x.a & x.b}; }
constexpr Logic64 pullUp(Logic64 x) { return {x.a | x.b, x.a & x.b}; }
/// trireg: what is left undriven keeps its stored value.
constexpr Logic64 keepCharge(Logic64 driven, Logic64 stored) {
  uint64_t off = ~driven.a & driven.b;
  return {driven.a | (stored.a & off), (driven.b & ~off) | (stored.b & off)};
}

} // namespace logic64

/// The same on planes; destinations may alias inputs.
namespace wide {

void resolveWire(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void resolveAnd(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void resolveOr(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void pullDown(Planes d, ConstPlanes x, uint32_t width);
void pullUp(Planes d, ConstPlanes x, uint32_t width);
void keepCharge(Planes d, ConstPlanes driven, ConstPlanes stored, uint32_t width);

} // namespace wide
} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_STRENGTH_H

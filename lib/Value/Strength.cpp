//===- Strength.cpp - Net resolution and drive strengths ------------------===//
//
// IEEE 1800-2023 28.12. Two unambiguous levels combine so: the stronger wins;
// equal levels stay; opposite values of equal strength give the whole range
// between them (X), or one of them on wired nets. For ambiguous values every pair
// of levels is possible and gaps are filled (28.12.2), so the result runs from the
// least to the greatest combination. Combining is monotone in both operands,
// hence the least comes from both low ends and the greatest from both high ends.
//
//===----------------------------------------------------------------------===//
#include "Value/Strength.h"

#include <cstdlib>

namespace circtsim::value {

namespace {

constexpr const char *mnemonics[] = {"Hi", "Sm", "Me", "We", "La", "Pu", "St", "Su"};

/// Combines two levels; `tie` is the sign of the result when opposite values
/// have equal strength.
int8_t combine(int8_t x, int8_t y, int tie) {
  int xs = std::abs(x), ys = std::abs(y);
  if (xs != ys)
    return xs > ys ? x : y;
  return x == y ? x : int8_t(tie * xs);
}

StrengthValue combineRanges(StrengthValue x, StrengthValue y, int lowTie, int highTie) {
  return {combine(x.low, y.low, lowTie), combine(x.high, y.high, highTie)};
}

template <typename Map>
StrengthValue mapLevels(StrengthValue value, Map map) {
  auto level = [&](int8_t l) { return int8_t(l < 0 ? -map(-l) : map(l)); };
  return {level(value.low), level(value.high)};
}

} // namespace

StrengthValue resolve(StrengthValue x, StrengthValue y) { return combineRanges(x, y, -1, 1); }
StrengthValue resolveAnd(StrengthValue x, StrengthValue y) { return combineRanges(x, y, -1, -1); }
StrengthValue resolveOr(StrengthValue x, StrengthValue y) { return combineRanges(x, y, 1, 1); }

StrengthValue resolveTrireg(StrengthValue driven, Bit stored, Strength charge) {
  if (driven.low > 0 || driven.high < 0)
    return driven;
  // The charge acts as a driver of its strength; a driver that may be off leaves
  // it possible.
  return resolve(driven, StrengthValue::drive(stored, charge, charge));
}

StrengthValue maybeOff(StrengthValue value) {
  return {value.low < 0 ? value.low : int8_t(0), value.high > 0 ? value.high : int8_t(0)};
}

StrengthValue throughSwitch(StrengthValue value) {
  return mapLevels(value, [](int level) { return level == 7 ? 6 : level; });
}

StrengthValue throughResistiveSwitch(StrengthValue value) {
  static constexpr int8_t reduced[] = {0, 1, 1, 2, 2, 3, 5, 5};
  return mapLevels(value, [](int level) { return reduced[level]; });
}

void appendStrength(std::string &out, StrengthValue value) {
  int low = value.low, high = value.high;
  if (low == 0 && high == 0) {
    out += "HiZ";
  } else if (low < 0 && high > 0) {
    if (-low == high) {
      out += mnemonics[high];
    } else {
      out += char('0' - low);
      out += char('0' + high);
    }
    out += 'X';
  } else if (low == 0 || high == 0) {
    out += mnemonics[high - low];
    out += low < 0 ? 'L' : 'H';
  } else {
    int strongest = low < 0 ? -low : high, weakest = low < 0 ? -high : low;
    if (strongest == weakest) {
      out += mnemonics[strongest];
    } else {
      out += char('0' + strongest);
      out += char('0' + weakest);
    }
    out += low < 0 ? '0' : '1';
  }
}

std::optional<StrengthValue> parseStrength(std::string_view text) {
  if (text.size() != 3)
    return std::nullopt;
  int first = -1, second = -1;
  for (int i = 0; i < 8; ++i)
    if (text.substr(0, 2) == mnemonics[i])
      first = second = i;
  auto isLevel = [](char c) { return c >= '0' && c <= '7'; };
  bool pair = isLevel(text[0]) && isLevel(text[1]);
  if (pair) {
    first = text[0] - '0';
    second = text[1] - '0';
  }
  if (first < 0)
    return std::nullopt;
  auto a = int8_t(first), b = int8_t(second);
  switch (text[2]) {
  case '0':
    return StrengthValue{int8_t(-a), int8_t(-b)};
  case '1':
    return StrengthValue{b, a};
  case 'X':
  case 'x':
    return StrengthValue{int8_t(-a), b};
  case 'L':
    return StrengthValue{int8_t(-a), 0};
  case 'H':
    return StrengthValue{0, a};
  case 'Z':
  case 'z':
    return StrengthValue{0, 0};
  default:
    return std::nullopt;
  }
}

//===--- Planes -----------------------------------------------------------===//

namespace wide {

namespace {

template <typename Op>
void eachWord(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width, Op op) {
  uint32_t count = wordsFor(width);
  if (d.b && x.b && y.b) {
    for (uint32_t i = 0; i < count; ++i) {
      Logic64 r = op(Logic64{x.a[i], x.b[i]}, Logic64{y.a[i], y.b[i]});
      d.a[i] = r.a;
      d.b[i] = r.b;
    }
    return;
  }
  for (uint32_t i = 0; i < count; ++i)
    d.setWord(i, op(x.word(i), y.word(i)));
}

} // namespace

void resolveWire(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  eachWord(d, x, y, width, [](Logic64 p, Logic64 q) { return logic64::resolveWire(p, q); });
}
void resolveAnd(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  eachWord(d, x, y, width, [](Logic64 p, Logic64 q) { return logic64::resolveAnd(p, q); });
}
void resolveOr(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  eachWord(d, x, y, width, [](Logic64 p, Logic64 q) { return logic64::resolveOr(p, q); });
}
void pullDown(Planes d, ConstPlanes x, uint32_t width) {
  eachWord(d, x, x, width, [](Logic64 p, Logic64) { return logic64::pullDown(p); });
}
void pullUp(Planes d, ConstPlanes x, uint32_t width) {
  eachWord(d, x, x, width, [](Logic64 p, Logic64) { return logic64::pullUp(p); });
}
void keepCharge(Planes d, ConstPlanes driven, ConstPlanes stored, uint32_t width) {
  eachWord(d, driven, stored, width,
           [](Logic64 p, Logic64 q) { return logic64::keepCharge(p, q); });
}

} // namespace wide
} // namespace circtsim::value

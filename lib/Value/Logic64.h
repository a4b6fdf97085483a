//===- Logic64.h - Two- and four-state operations up to 64 bits -*- C++ -*-===//
//
// The operators of IEEE 1800-2023 clause 11.4 on vectors of 1 to 64 bits. Inputs
// are normalised (bits above the width are zero in both planes) and so are the
// results. `width` is the common width of operands and result unless a function
// says otherwise. Results of relations are one bit: {0,0}, {1,0} or {1,1}.
//
// Arithmetic and relations give X (in every bit) when any operand bit is X or Z
// (11.4.3, 11.4.4). Namespace `bits64` has the two-state operations whose C++
// counterpart is undefined or different.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_LOGIC64_H
#define CIRCTSIM_VALUE_LOGIC64_H

#include "Value/Planes.h"

namespace circtsim::value {

/// Two-state operations on uint64_t; operands are zero above `width`.
namespace bits64 {

/// The value of a `width`-bit two's complement number, 1 <= width <= 64.
constexpr int64_t signExtend(uint64_t x, uint32_t width) {
  uint32_t up = 64 - width;
  return int64_t(x << up) >> up;
}

constexpr bool signBit(uint64_t x, uint32_t width) { return (x >> (width - 1)) & 1; }

constexpr uint64_t neg(uint64_t x, uint32_t width) { return (0 - x) & lowMask(width); }

/// Division by zero gives 0: the two-state image of X.
constexpr uint64_t divU(uint64_t x, uint64_t y) { return y ? x / y : 0; }
constexpr uint64_t modU(uint64_t x, uint64_t y) { return y ? x % y : 0; }

/// Truncates towards zero; the least value divided by -1 wraps to itself.
constexpr uint64_t divS(uint64_t x, uint64_t y, uint32_t width) {
  bool xNeg = signBit(x, width), yNeg = signBit(y, width);
  uint64_t q = divU(xNeg ? neg(x, width) : x, yNeg ? neg(y, width) : y);
  return xNeg != yNeg ? neg(q, width) : q;
}

/// The result has the sign of the first operand.
constexpr uint64_t modS(uint64_t x, uint64_t y, uint32_t width) {
  bool xNeg = signBit(x, width), yNeg = signBit(y, width);
  uint64_t r = modU(xNeg ? neg(x, width) : x, yNeg ? neg(y, width) : y);
  return xNeg ? neg(r, width) : r;
}

/// x ** y modulo 2**width with an unsigned exponent.
constexpr uint64_t powU(uint64_t x, uint64_t y, uint32_t width) {
  uint64_t result = 1;
  for (; y; y >>= 1, x *= x)
    if (y & 1)
      result *= x;
  return result & lowMask(width);
}

/// x ** y with the signs given (LRM table 11-4); `undefined` is set for
/// 0 ** negative, whose four-state value is X, and the result is then 0.
constexpr uint64_t power(uint64_t x, uint32_t width, bool xSigned, uint64_t y, uint32_t yWidth,
                         bool ySigned, bool &undefined) {
  undefined = false;
  if (!ySigned || !signBit(y, yWidth))
    return powU(x, y, width);
  if (x == 0) {
    undefined = true;
    return 0;
  }
  if (xSigned && x == lowMask(width))
    return y & 1 ? x : 1;
  return x == 1 ? 1 : 0;
}

constexpr uint64_t powS(uint64_t x, uint64_t y, uint32_t width, uint32_t yWidth) {
  bool undefined = false;
  return power(x, width, true, y, yWidth, true, undefined);
}

/// Shifts by an unsigned amount of any size (11.4.10).
constexpr uint64_t shl(uint64_t x, uint64_t amount, uint32_t width) {
  return amount >= width ? 0 : (x << amount) & lowMask(width);
}
constexpr uint64_t shr(uint64_t x, uint64_t amount, uint32_t width) {
  return amount >= width ? 0 : x >> amount;
}
constexpr uint64_t ashr(uint64_t x, uint64_t amount, uint32_t width) {
  return uint64_t(signExtend(x, width) >> (amount > 63 ? 63 : amount)) & lowMask(width);
}

constexpr bool ltU(uint64_t x, uint64_t y) { return x < y; }
constexpr bool ltS(uint64_t x, uint64_t y, uint32_t width) {
  uint64_t sign = uint64_t(1) << (width - 1);
  return (x ^ sign) < (y ^ sign);
}
constexpr bool leS(uint64_t x, uint64_t y, uint32_t width) { return !ltS(y, x, width); }

/// Changes the width: zero or sign extension, or truncation.
constexpr uint64_t resize(uint64_t x, uint32_t from, uint32_t to, bool isSigned) {
  return (isSigned ? uint64_t(signExtend(x, from)) : x) & lowMask(to);
}

/// The smallest n with 2**n >= x; 0 for 0 ($clog2, 20.8.1).
constexpr uint32_t clog2(uint64_t x) { return x <= 1 ? 0 : 64 - std::countl_zero(x - 1); }

} // namespace bits64

/// Four-state operations on Logic64.
namespace logic64 {

constexpr Logic64 known(uint64_t a) { return {a, 0}; }
constexpr Logic64 allX(uint32_t width) { return {lowMask(width), lowMask(width)}; }
constexpr Logic64 allZ(uint32_t width) { return {0, lowMask(width)}; }
constexpr Logic64 fromBool(bool bit) { return {uint64_t(bit), 0}; }
constexpr Logic64 unknownBit() { return {1, 1}; }
constexpr bool isUnknown(Logic64 x) { return x.b != 0; }

/// All ones when `x` has an X or Z bit, else zero.
constexpr uint64_t unknownMask(uint64_t b) { return uint64_t(0) - uint64_t(b != 0); }

/// `a` (already within `width`) or all X.
constexpr Logic64 orAllX(uint64_t a, uint64_t b, uint32_t width) {
  uint64_t bad = unknownMask(b) & lowMask(width);
  return {a | bad, bad};
}

//===--- Bitwise operators (11.4.8, tables 11-11 to 11-15) ----------------===//

constexpr Logic64 bitAnd(Logic64 x, Logic64 y) {
  uint64_t maybeOne = (x.a | x.b) & (y.a | y.b);
  return {maybeOne, maybeOne & (x.b | y.b)};
}

constexpr Logic64 bitOr(Logic64 x, Logic64 y) {
  uint64_t one = (x.a & ~x.b) | (y.a & ~y.b);
  return {x.a | x.b | y.a | y.b, (x.b | y.b) & ~one};
}

constexpr Logic64 bitXor(Logic64 x, Logic64 y) {
  uint64_t unknown = x.b | y.b;
  return {(x.a ^ y.a) | unknown, unknown};
}

constexpr Logic64 bitNot(Logic64 x, uint32_t width) { return {(~x.a & lowMask(width)) | x.b, x.b}; }

constexpr Logic64 bitXnor(Logic64 x, Logic64 y, uint32_t width) {
  return bitNot(bitXor(x, y), width);
}

//===--- Arithmetic (11.4.3) ----------------------------------------------===//

constexpr Logic64 add(Logic64 x, Logic64 y, uint32_t width) {
  return orAllX((x.a + y.a) & lowMask(width), x.b | y.b, width);
}
constexpr Logic64 sub(Logic64 x, Logic64 y, uint32_t width) {
  return orAllX((x.a - y.a) & lowMask(width), x.b | y.b, width);
}
constexpr Logic64 mul(Logic64 x, Logic64 y, uint32_t width) {
  return orAllX((x.a * y.a) & lowMask(width), x.b | y.b, width);
}
constexpr Logic64 neg(Logic64 x, uint32_t width) {
  return orAllX(bits64::neg(x.a, width), x.b, width);
}

/// Division and modulus give X for an unknown operand or a zero divisor.
constexpr Logic64 divU(Logic64 x, Logic64 y, uint32_t width) {
  return orAllX(bits64::divU(x.a, y.a), x.b | y.b | uint64_t(y.a == 0), width);
}
constexpr Logic64 modU(Logic64 x, Logic64 y, uint32_t width) {
  return orAllX(bits64::modU(x.a, y.a), x.b | y.b | uint64_t(y.a == 0), width);
}
constexpr Logic64 divS(Logic64 x, Logic64 y, uint32_t width) {
  return orAllX(bits64::divS(x.a, y.a, width), x.b | y.b | uint64_t(y.a == 0), width);
}
constexpr Logic64 modS(Logic64 x, Logic64 y, uint32_t width) {
  return orAllX(bits64::modS(x.a, y.a, width), x.b | y.b | uint64_t(y.a == 0), width);
}

/// x ** y: `x` and the result have `width` bits, `y` is self-determined with
/// `yWidth` bits; each operand has its own signedness (table 11-4).
constexpr Logic64 power(Logic64 x, uint32_t width, bool xSigned, Logic64 y, uint32_t yWidth,
                        bool ySigned) {
  bool undefined = false;
  uint64_t a = bits64::power(x.a, width, xSigned, y.a, yWidth, ySigned, undefined);
  return orAllX(a, x.b | y.b | uint64_t(undefined), width);
}
constexpr Logic64 powU(Logic64 x, Logic64 y, uint32_t width) {
  return power(x, width, false, y, 64, false);
}
constexpr Logic64 powS(Logic64 x, Logic64 y, uint32_t width, uint32_t yWidth) {
  return power(x, width, true, y, yWidth, true);
}

//===--- Shifts (11.4.10): the amount is unsigned, of any width <= 64 -----===//

constexpr Logic64 shl(Logic64 x, Logic64 amount, uint32_t width) {
  if (amount.b)
    return allX(width);
  return {bits64::shl(x.a, amount.a, width), bits64::shl(x.b, amount.a, width)};
}
constexpr Logic64 shr(Logic64 x, Logic64 amount, uint32_t width) {
  if (amount.b)
    return allX(width);
  return {bits64::shr(x.a, amount.a, width), bits64::shr(x.b, amount.a, width)};
}
/// Fills with the sign bit, which may itself be X or Z.
constexpr Logic64 ashr(Logic64 x, Logic64 amount, uint32_t width) {
  if (amount.b)
    return allX(width);
  return {bits64::ashr(x.a, amount.a, width), bits64::ashr(x.b, amount.a, width)};
}

//===--- Equality (11.4.5, 11.4.6, 12.5.1) --------------------------------===//

/// 0 when two known bits differ, else X when any bit is unknown, else 1.
constexpr Logic64 eq(Logic64 x, Logic64 y) {
  uint64_t unknown = x.b | y.b;
  bool differ = ((x.a ^ y.a) & ~unknown) != 0;
  uint64_t doubt = !differ & (unknown != 0);
  return {uint64_t(!differ), doubt};
}
constexpr Logic64 ne(Logic64 x, Logic64 y) {
  uint64_t unknown = x.b | y.b;
  bool differ = ((x.a ^ y.a) & ~unknown) != 0;
  uint64_t doubt = !differ & (unknown != 0);
  return {uint64_t(differ) | doubt, doubt};
}
constexpr bool caseEq(Logic64 x, Logic64 y) { return ((x.a ^ y.a) | (x.b ^ y.b)) == 0; }

/// ==? : X and Z bits of `y` match anything; an X or Z of `x` elsewhere makes
/// the result X unless another bit mismatches.
constexpr Logic64 wildcardEq(Logic64 x, Logic64 y) {
  bool differ = ((x.a ^ y.a) & ~x.b & ~y.b) != 0;
  uint64_t doubt = !differ & ((x.b & ~y.b) != 0);
  return {uint64_t(!differ), doubt};
}
constexpr Logic64 wildcardNe(Logic64 x, Logic64 y) { return bitNot(wildcardEq(x, y), 1); }

/// casez: Z on either side is a do-not-care; all other bits compare as ===.
constexpr bool casezMatch(Logic64 x, Logic64 y) {
  uint64_t care = ~((~x.a & x.b) | (~y.a & y.b));
  return (((x.a ^ y.a) | (x.b ^ y.b)) & care) == 0;
}
/// casex: X and Z on either side are do-not-cares.
constexpr bool casexMatch(Logic64 x, Logic64 y) { return ((x.a ^ y.a) & ~(x.b | y.b)) == 0; }

//===--- Relations (11.4.4) -----------------------------------------------===//

constexpr Logic64 relation(bool holds, uint64_t unknown) {
  uint64_t doubt = unknown != 0;
  return {uint64_t(holds) | doubt, doubt};
}
constexpr Logic64 ltU(Logic64 x, Logic64 y) { return relation(x.a < y.a, x.b | y.b); }
constexpr Logic64 leU(Logic64 x, Logic64 y) { return relation(x.a <= y.a, x.b | y.b); }
constexpr Logic64 gtU(Logic64 x, Logic64 y) { return relation(x.a > y.a, x.b | y.b); }
constexpr Logic64 geU(Logic64 x, Logic64 y) { return relation(x.a >= y.a, x.b | y.b); }
constexpr Logic64 ltS(Logic64 x, Logic64 y, uint32_t width) {
  return relation(bits64::ltS(x.a, y.a, width), x.b | y.b);
}
constexpr Logic64 leS(Logic64 x, Logic64 y, uint32_t width) {
  return relation(bits64::leS(x.a, y.a, width), x.b | y.b);
}
constexpr Logic64 gtS(Logic64 x, Logic64 y, uint32_t width) { return ltS(y, x, width); }
constexpr Logic64 geS(Logic64 x, Logic64 y, uint32_t width) { return leS(y, x, width); }

//===--- Truth and logical operators (11.4.7) -----------------------------===//

/// True only when some bit is a known 1 (12.4).
constexpr bool isTrue(Logic64 x) { return (x.a & ~x.b) != 0; }

/// The truth value as one bit: 1 when a bit is 1, 0 when all are 0, else X.
constexpr Logic64 truth(Logic64 x) {
  uint64_t doubt = !isTrue(x) & (x.b != 0);
  return {uint64_t((x.a | x.b) != 0), doubt};
}
constexpr Logic64 logicNot(Logic64 x) { return bitNot(truth(x), 1); }
constexpr Logic64 logicAnd(Logic64 x, Logic64 y) { return bitAnd(truth(x), truth(y)); }
constexpr Logic64 logicOr(Logic64 x, Logic64 y) { return bitOr(truth(x), truth(y)); }
/// x -> y is !x || y.
constexpr Logic64 implies(Logic64 x, Logic64 y) { return bitOr(logicNot(x), truth(y)); }
/// x <-> y is (x -> y) && (y -> x).
constexpr Logic64 equivalent(Logic64 x, Logic64 y) { return bitXnor(truth(x), truth(y), 1); }

//===--- Reductions (11.4.9) ----------------------------------------------===//

constexpr Logic64 reduceAnd(Logic64 x, uint32_t width) {
  bool anyZero = ((x.a | x.b) ^ lowMask(width)) != 0;
  return {uint64_t(!anyZero), uint64_t(!anyZero & (x.b != 0))};
}
constexpr Logic64 reduceOr(Logic64 x) { return truth(x); }
constexpr Logic64 reduceXor(Logic64 x) { return relation(std::popcount(x.a) & 1, x.b); }
constexpr Logic64 reduceNand(Logic64 x, uint32_t width) { return bitNot(reduceAnd(x, width), 1); }
constexpr Logic64 reduceNor(Logic64 x) { return bitNot(truth(x), 1); }
constexpr Logic64 reduceXnor(Logic64 x) { return bitNot(reduceXor(x), 1); }

//===--- Conditional (11.4.11, table 11-20) -------------------------------===//

/// Bits that are known and equal stay; all others become X.
constexpr Logic64 merge(Logic64 x, Logic64 y) {
  uint64_t unknown = (x.a ^ y.a) | x.b | y.b;
  return {x.a | unknown, unknown};
}
constexpr Logic64 mux(Logic64 condition, Logic64 x, Logic64 y) {
  if (isTrue(condition))
    return x;
  return condition.b ? merge(x, y) : y;
}

//===--- Conversions ------------------------------------------------------===//

/// X and Z become 0 (6.3.1).
constexpr uint64_t toTwoState(Logic64 x) { return x.a & ~x.b; }

/// The extension copies a sign bit of X or Z as well (10.7).
constexpr Logic64 signExtend(Logic64 x, uint32_t from, uint32_t to) {
  return {bits64::resize(x.a, from, to, true), bits64::resize(x.b, from, to, true)};
}
constexpr Logic64 zeroExtend(Logic64 x) { return x; }
constexpr Logic64 truncate(Logic64 x, uint32_t to) {
  return {x.a & lowMask(to), x.b & lowMask(to)};
}
constexpr Logic64 resize(Logic64 x, uint32_t from, uint32_t to, bool isSigned) {
  return isSigned ? signExtend(x, from, to) : truncate(x, to);
}

//===--- Selects and concatenation (11.5.1, 11.4.12) ----------------------===//

/// Bits [lo, lo + width) of `x`; positions outside [0, xWidth) read as X.
constexpr Logic64 extract(Logic64 x, uint32_t xWidth, int64_t lo, uint32_t width) {
  uint64_t mask = lowMask(width);
  if (lo >= int64_t(xWidth) || lo <= -int64_t(width))
    return {mask, mask};
  uint64_t valid = lowMask(xWidth);
  uint64_t a = 0, b = 0;
  if (lo >= 0) {
    valid = (valid >> lo) & mask;
    a = (x.a >> lo) & mask;
    b = (x.b >> lo) & mask;
  } else {
    valid = (valid << -lo) & mask;
    a = (x.a << -lo) & mask;
    b = (x.b << -lo) & mask;
  }
  return {a | (mask & ~valid), b | (mask & ~valid)};
}

/// As above with a run-time index: an unknown index reads X.
constexpr Logic64 select(Logic64 x, uint32_t xWidth, Logic64 index, uint32_t indexWidth,
                         bool indexSigned, uint32_t width) {
  if (index.b)
    return allX(width);
  if (indexSigned)
    return extract(x, xWidth, bits64::signExtend(index.a, indexWidth), width);
  return index.a >> 32 ? allX(width) : extract(x, xWidth, int64_t(index.a), width);
}

/// `x` with bits [lo, lo + width) replaced by `bits`; positions outside
/// [0, xWidth) are dropped.
constexpr Logic64 insert(Logic64 x, uint32_t xWidth, Logic64 bits, int64_t lo, uint32_t width) {
  if (lo >= int64_t(xWidth) || lo <= -int64_t(width))
    return x;
  uint64_t mask = lowMask(width), a = bits.a, b = bits.b;
  if (lo >= 0) {
    mask <<= lo, a <<= lo, b <<= lo;
  } else {
    mask >>= -lo, a >>= -lo, b >>= -lo;
  }
  mask &= lowMask(xWidth);
  return {(x.a & ~mask) | (a & mask), (x.b & ~mask) | (b & mask)};
}

/// {hi, lo}; the total width is at most 64 and `loWidth` < 64.
constexpr Logic64 concat(Logic64 hi, Logic64 lo, uint32_t loWidth) {
  return {(hi.a << loWidth) | lo.a, (hi.b << loWidth) | lo.b};
}
/// {count{x}}; the total width is at most 64.
constexpr Logic64 replicate(Logic64 x, uint32_t width, uint32_t count) {
  Logic64 result{0, 0};
  for (uint32_t i = 0, at = 0; i < count; ++i, at += width) {
    result.a |= x.a << at;
    result.b |= x.b << at;
  }
  return result;
}

//===--- Bit counting (20.9) ----------------------------------------------===//

constexpr uint32_t countOnes(Logic64 x) { return std::popcount(x.a & ~x.b); }
constexpr bool isOneHot(Logic64 x) { return countOnes(x) == 1; }
constexpr bool isOneHotOrZero(Logic64 x) { return countOnes(x) <= 1; }

/// How many bits have a value in the set; bit n of `set` stands for Bit(n).
constexpr uint32_t countBits(Logic64 x, uint32_t width, unsigned set) {
  uint64_t hit = 0;
  hit |= set & 1 ? ~x.a & ~x.b : 0;
  hit |= set & 2 ? x.a & ~x.b : 0;
  hit |= set & 4 ? ~x.a & x.b : 0;
  hit |= set & 8 ? x.a & x.b : 0;
  return std::popcount(hit & lowMask(width));
}

} // namespace logic64
} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_LOGIC64_H

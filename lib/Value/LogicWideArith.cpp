//===- LogicWideArith.cpp - Wide vectors: arithmetic ----------------------===//
//
// Addition, subtraction, multiplication, division, modulus and power on vectors
// of any width (IEEE 1800-2023 11.4.3). Any X or Z operand bit, and a zero
// divisor, make the whole result X.
//
// Multiplication is the schoolbook product cut off at the width of the result and
// bounded by the significant words of both factors. Division is Knuth's
// algorithm D with 64-bit digits (The Art of Computer Programming, 4.3.1); the
// quotient digit comes from one 128-by-64 division. Signed division works on
// magnitudes. Power squares and multiplies modulo 2**width.
//
// Results are built in a WordBuffer where the algorithm reads an input after it
// has begun to write, so destinations may alias inputs.
//
//===----------------------------------------------------------------------===//
#include "Value/LogicWide.h"

#include "Value/WordBuffer.h"

#include <algorithm>

namespace circtsim::value {

namespace words {

namespace {

__extension__ typedef unsigned __int128 DoubleWord;

uint64_t addWithCarry(uint64_t x, uint64_t y, uint64_t &carry) {
  uint64_t sum = x + y;
  uint64_t out = sum < x;
  uint64_t total = sum + carry;
  carry = out | uint64_t(total < sum);
  return total;
}

uint64_t subWithBorrow(uint64_t x, uint64_t y, uint64_t &borrow) {
  uint64_t difference = x - y;
  uint64_t out = x < y;
  uint64_t total = difference - borrow;
  borrow = out | uint64_t(difference < borrow);
  return total;
}

/// (high:low) / divisor for high < divisor.
uint64_t divideDouble(uint64_t high, uint64_t low, uint64_t divisor, uint64_t &remainder) {
#if defined(__x86_64__)
  uint64_t quotient;
  __asm__("divq %4" : "=a"(quotient), "=d"(remainder) : "0"(low), "1"(high), "rm"(divisor) : "cc");
  return quotient;
#else
  DoubleWord value = (DoubleWord(high) << 64) | low;
  remainder = uint64_t(value % divisor);
  return uint64_t(value / divisor);
#endif
}

/// row -= factor * y; returns the word borrowed beyond row[count].
uint64_t subtractProduct(uint64_t *row, const uint64_t *y, uint32_t count, uint64_t factor) {
  uint64_t carry = 0, borrow = 0;
  for (uint32_t i = 0; i < count; ++i) {
    DoubleWord product = DoubleWord(factor) * y[i] + carry;
    carry = uint64_t(product >> 64);
    row[i] = subWithBorrow(row[i], uint64_t(product), borrow);
  }
  row[count] = subWithBorrow(row[count], carry, borrow);
  return borrow;
}

/// Estimates the next quotient digit from the top three words (Knuth D3); the
/// estimate is exact or one too large.
uint64_t estimateDigit(uint64_t top, uint64_t next, uint64_t third, uint64_t y1, uint64_t y2) {
  uint64_t digit, rest;
  if (top >= y1) {
    digit = ~uint64_t(0);
    // rest = (top:next) - digit * y1, which is next + y1 as top == y1.
    rest = next + y1;
    if (rest < y1)
      return digit;
  } else {
    digit = divideDouble(top, next, y1, rest);
  }
  while (DoubleWord(digit) * y2 > ((DoubleWord(rest) << 64) | third)) {
    --digit;
    rest += y1;
    if (rest < y1)
      break;
  }
  return digit;
}

void shiftUpInto(uint64_t *d, const uint64_t *x, uint32_t count, uint32_t shift, uint64_t *out) {
  uint64_t carry = 0;
  for (uint32_t i = 0; i < count; ++i) {
    uint64_t word = x[i];
    d[i] = (word << shift) | carry;
    carry = shift ? word >> (64 - shift) : 0;
  }
  if (out)
    *out = carry;
}

} // namespace

void mul(uint64_t *d, const uint64_t *x, const uint64_t *y, uint32_t count) {
  uint32_t xCount = significantWords(x, count), yCount = significantWords(y, count);
  fillWords(d, 0, count);
  for (uint32_t i = 0; i < xCount; ++i) {
    uint64_t carry = 0, factor = x[i];
    uint32_t steps = std::min(yCount, count - i);
    for (uint32_t j = 0; j < steps; ++j) {
      DoubleWord sum = DoubleWord(factor) * y[j] + d[i + j] + carry;
      d[i + j] = uint64_t(sum);
      carry = uint64_t(sum >> 64);
    }
    if (i + steps < count)
      d[i + steps] = carry;
  }
}

void neg(uint64_t *d, const uint64_t *x, uint32_t count) {
  uint64_t carry = 1;
  for (uint32_t i = 0; i < count; ++i)
    d[i] = addWithCarry(~x[i], 0, carry);
}

uint64_t divideByWord(uint64_t *words, uint32_t count, uint64_t divisor) {
  uint64_t remainder = 0;
  for (uint32_t i = count; i-- > 0;)
    words[i] = divideDouble(remainder, words[i], divisor, remainder);
  return remainder;
}

uint64_t multiplyAdd(uint64_t *words, uint32_t count, uint64_t factor, uint64_t addend) {
  for (uint32_t i = 0; i < count; ++i) {
    DoubleWord sum = DoubleWord(words[i]) * factor + addend;
    words[i] = uint64_t(sum);
    addend = uint64_t(sum >> 64);
  }
  return addend;
}

void divide(uint64_t *quotient, uint64_t *remainder, const uint64_t *x, const uint64_t *y,
            uint32_t count) {
  uint32_t xCount = significantWords(x, count), yCount = significantWords(y, count);
  WordBuffer rest(count + 1);
  if (yCount == 1) {
    copyWords(rest, x, count);
    uint64_t last = divideByWord(rest, xCount, y[0]);
    if (quotient)
      copyWords(quotient, rest, count);
    if (remainder) {
      fillWords(remainder, 0, count);
      remainder[0] = last;
    }
    return;
  }
  WordBuffer digits(count), divisor(yCount);
  fillWords(digits, 0, count);
  if (xCount < yCount) {
    copyWords(rest, x, count);
  } else {
    uint32_t shift = std::countl_zero(y[yCount - 1]);
    shiftUpInto(divisor, y, yCount, shift, nullptr);
    fillWords(rest, 0, count + 1);
    shiftUpInto(rest, x, xCount, shift, &rest[xCount]);
    for (uint32_t j = xCount - yCount + 1; j-- > 0;) {
      uint64_t *row = rest + j;
      uint64_t digit = estimateDigit(row[yCount], row[yCount - 1], row[yCount - 2],
                                     divisor[yCount - 1], divisor[yCount - 2]);
      if (subtractProduct(row, divisor, yCount, digit)) {
        --digit;
        uint64_t carry = 0;
        for (uint32_t i = 0; i < yCount; ++i)
          row[i] = addWithCarry(row[i], divisor[i], carry);
        row[yCount] += carry;
      }
      digits[j] = digit;
    }
    for (uint32_t i = 0; i < yCount; ++i)
      rest[i] = (rest[i] >> shift) | (shift ? rest[i + 1] << (64 - shift) : 0);
    fillWords(rest + yCount, 0, count - yCount);
  }
  if (quotient)
    copyWords(quotient, digits, count);
  if (remainder)
    copyWords(remainder, rest, count);
}

} // namespace words

namespace wide {

namespace {

/// Whether an operand has unknown bits; if so the result is set to X.
bool spreadUnknown(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  if (!isUnknown(x, width) && !isUnknown(y, width))
    return false;
  setX(d, width);
  return true;
}

/// Ends a known result: clears the bits above the width and the b-plane.
void finishKnown(Planes d, uint32_t width) {
  maskTop(d.a, width);
  if (d.b)
    fillWords(d.b, 0, wordsFor(width));
}

/// Copies |x| of a two's complement vector and returns whether x < 0.
bool magnitude(uint64_t *d, const uint64_t *x, uint32_t width) {
  uint32_t count = wordsFor(width);
  bool negative = testBit(x, width - 1);
  if (negative) {
    words::neg(d, x, count);
    maskTop(d, width);
  } else {
    copyWords(d, x, count);
  }
  return negative;
}

void divideUnsigned(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width, bool wantQuotient) {
  if (spreadUnknown(d, x, y, width))
    return;
  uint32_t count = wordsFor(width);
  if (isZeroWords(y.a, count))
    return setX(d, width);
  words::divide(wantQuotient ? d.a : nullptr, wantQuotient ? nullptr : d.a, x.a, y.a, count);
  finishKnown(d, width);
}

void divideSigned(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width, bool wantQuotient) {
  if (spreadUnknown(d, x, y, width))
    return;
  uint32_t count = wordsFor(width);
  if (isZeroWords(y.a, count))
    return setX(d, width);
  WordBuffer p(count), q(count);
  bool xNeg = magnitude(p, x.a, width), yNeg = magnitude(q, y.a, width);
  words::divide(wantQuotient ? d.a : nullptr, wantQuotient ? nullptr : d.a, p, q, count);
  if (wantQuotient ? xNeg != yNeg : xNeg)
    words::neg(d.a, d.a, count);
  finishKnown(d, width);
}

/// result = x ** y modulo 2**(64 * count); `result` must not alias.
void powerWords(uint64_t *result, const uint64_t *x, const uint64_t *y, uint32_t yBits,
                uint32_t count) {
  WordBuffer base(count), next(count);
  copyWords(base, x, count);
  fillWords(result, 0, count);
  result[0] = 1;
  for (uint32_t i = 0; i < yBits; ++i) {
    if (testBit(y, i)) {
      words::mul(next, result, base, count);
      copyWords(result, next, count);
    }
    if (i + 1 < yBits) {
      words::mul(next, base, base, count);
      copyWords(base, next, count);
    }
  }
}

} // namespace

void add(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  if (spreadUnknown(d, x, y, width))
    return;
  uint64_t carry = 0;
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    d.a[i] = words::addWithCarry(x.a[i], y.a[i], carry);
  finishKnown(d, width);
}

void sub(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  if (spreadUnknown(d, x, y, width))
    return;
  uint64_t borrow = 0;
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    d.a[i] = words::subWithBorrow(x.a[i], y.a[i], borrow);
  finishKnown(d, width);
}

void neg(Planes d, ConstPlanes x, uint32_t width) {
  if (spreadUnknown(d, x, x, width))
    return;
  words::neg(d.a, x.a, wordsFor(width));
  finishKnown(d, width);
}

void mul(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  if (spreadUnknown(d, x, y, width))
    return;
  uint32_t count = wordsFor(width);
  if (d.a != x.a && d.a != y.a) {
    words::mul(d.a, x.a, y.a, count);
  } else {
    WordBuffer product(count);
    words::mul(product, x.a, y.a, count);
    copyWords(d.a, product, count);
  }
  finishKnown(d, width);
}

void divU(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  divideUnsigned(d, x, y, width, true);
}
void modU(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  divideUnsigned(d, x, y, width, false);
}
void divS(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  divideSigned(d, x, y, width, true);
}
void modS(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  divideSigned(d, x, y, width, false);
}

void power(Planes d, ConstPlanes x, uint32_t width, bool xSigned, LogicRef y) {
  if (isUnknown(x, width) || isUnknown(y, y.width))
    return setX(d, width);
  uint32_t count = wordsFor(width);
  uint32_t yBits = activeBits(y.a, wordsFor(y.width));
  WordBuffer result(count);
  if (!y.isSigned || !testBit(y.a, y.width - 1)) {
    powerWords(result, x.a, y.a, yBits, count);
    copyWords(d.a, result, count);
    return finishKnown(d, width);
  }
  // A negative exponent: 1/x rounds to 0 except for 1 and -1; 1/0 is X.
  if (isZeroWords(x.a, count))
    return setX(d, width);
  bool minusOne = xSigned && reduceAnd({x.a}, width).a;
  bool one = x.a[0] == 1 && activeBits(x.a, count) == 1;
  bool odd = y.a[0] & 1;
  if (minusOne && odd) {
    copyWords(d.a, x.a, count);
  } else {
    fillWords(d.a, 0, count);
    d.a[0] = minusOne || one;
  }
  finishKnown(d, width);
}

} // namespace wide
} // namespace circtsim::value

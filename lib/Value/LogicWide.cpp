//===- LogicWide.cpp - Wide vectors: logic, relations, selects ------------===//
//
// Operations of IEEE 1800-2023 clause 11 that work word by word: bitwise
// operators, equality, relations, reductions, the conditional operator, shifts,
// selects and concatenations. Arithmetic is in LogicWideArith.cpp.
//
// Each bitwise operator is its Logic64 namesake applied to every word with a full
// mask; the bits above the width are cleared once at the end. Shifts walk in the
// direction that keeps them correct in place. Selects clip the wanted range to
// the vector first and move the rest with the bit copiers of Words.h.
//
//===----------------------------------------------------------------------===//
#include "Value/LogicWide.h"

#include <algorithm>
#include <limits>

namespace circtsim::value::wide {

namespace {

void clearTop(Planes d, uint32_t width) {
  maskTop(d.a, width);
  if (d.b)
    maskTop(d.b, width);
}

/// Applies `op` to each pair of words; the loops are separate so that the
/// common all-four-state and all-two-state cases vectorise.
template <typename Op>
void mapWords(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width, Op op) {
  uint32_t count = wordsFor(width);
  if (d.b && x.b && y.b) {
    for (uint32_t i = 0; i < count; ++i) {
      Logic64 r = op(Logic64{x.a[i], x.b[i]}, Logic64{y.a[i], y.b[i]});
      d.a[i] = r.a;
      d.b[i] = r.b;
    }
  } else if (!x.b && !y.b) {
    for (uint32_t i = 0; i < count; ++i)
      d.a[i] = op(Logic64{x.a[i], 0}, Logic64{y.a[i], 0}).a;
    if (d.b)
      fillWords(d.b, 0, count);
  } else {
    for (uint32_t i = 0; i < count; ++i)
      d.setWord(i, op(x.word(i), y.word(i)));
  }
  clearTop(d, width);
}

} // namespace

//===--- Moving and converting --------------------------------------------===//

void fill(Planes d, uint32_t width, Bit bit) {
  uint64_t a = unsigned(bit) & 1 ? ~uint64_t(0) : 0;
  uint64_t b = unsigned(bit) & 2 ? ~uint64_t(0) : 0;
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    d.setWord(i, {a, b});
  clearTop(d, width);
}

void copy(Planes d, ConstPlanes x, uint32_t width) {
  uint32_t count = wordsFor(width);
  if (!d.b && x.b) {
    for (uint32_t i = 0; i < count; ++i)
      d.a[i] = x.a[i] & ~x.b[i];
    return;
  }
  copyWords(d.a, x.a, count);
  if (d.b && x.b)
    copyWords(d.b, x.b, count);
  else if (d.b)
    fillWords(d.b, 0, count);
}

void resize(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, bool isSigned) {
  Bit sign = isSigned ? x.bit(xWidth - 1) : Bit::zero;
  uint32_t common = std::min(dWidth, xWidth);
  copy(d, x, common);
  if (dWidth <= xWidth) {
    clearTop(d, dWidth);
    return;
  }
  uint64_t a = unsigned(sign) & 1 ? ~uint64_t(0) : 0;
  uint64_t b = unsigned(sign) & 2 ? ~uint64_t(0) : 0;
  if (!d.b)
    a &= ~b;
  uint32_t word = wordsFor(common), count = wordsFor(dWidth);
  if (common & 63) {
    uint64_t above = ~topMask(common);
    d.a[word - 1] |= a & above;
    if (d.b)
      d.b[word - 1] |= b & above;
  }
  for (uint32_t i = word; i < count; ++i)
    d.setWord(i, {a, b});
  clearTop(d, dWidth);
}

void toTwoState(Planes d, ConstPlanes x, uint32_t width) {
  uint32_t count = wordsFor(width);
  for (uint32_t i = 0; i < count; ++i)
    d.setWord(i, {x.b ? x.a[i] & ~x.b[i] : x.a[i], 0});
}

bool isUnknown(ConstPlanes x, uint32_t width) { return x.b && !isZeroWords(x.b, wordsFor(width)); }

//===--- Bitwise operators ------------------------------------------------===//

void bitAnd(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  mapWords(d, x, y, width, [](Logic64 p, Logic64 q) { return logic64::bitAnd(p, q); });
}
void bitOr(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  mapWords(d, x, y, width, [](Logic64 p, Logic64 q) { return logic64::bitOr(p, q); });
}
void bitXor(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  mapWords(d, x, y, width, [](Logic64 p, Logic64 q) { return logic64::bitXor(p, q); });
}
void bitXnor(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  mapWords(d, x, y, width, [](Logic64 p, Logic64 q) { return logic64::bitXnor(p, q, 64); });
}
void bitNot(Planes d, ConstPlanes x, uint32_t width) {
  mapWords(d, x, x, width, [](Logic64 p, Logic64) { return logic64::bitNot(p, 64); });
}

/// Unlike the operators above, merging gives X from two-state operands too.
void merge(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width) {
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    d.setWord(i, logic64::merge(x.word(i), y.word(i)));
}

void mux(Planes d, Logic64 condition, ConstPlanes x, ConstPlanes y, uint32_t width) {
  if (condition.b)
    merge(d, x, y, width);
  else
    copy(d, condition.a ? x : y, width);
}

//===--- Shifts -----------------------------------------------------------===//

namespace {

void shiftUp(uint64_t *d, const uint64_t *x, uint64_t amount, uint32_t width) {
  uint32_t count = wordsFor(width);
  if (amount >= width)
    return fillWords(d, 0, count);
  uint32_t skip = uint32_t(amount >> 6), shift = amount & 63;
  for (uint32_t i = count; i-- > skip;) {
    uint64_t word = x[i - skip] << shift;
    if (shift && i > skip)
      word |= x[i - skip - 1] >> (64 - shift);
    d[i] = word;
  }
  fillWords(d, 0, skip);
  maskTop(d, width);
}

void shiftDown(uint64_t *d, const uint64_t *x, uint64_t amount, uint32_t width) {
  uint32_t count = wordsFor(width);
  if (amount >= width)
    return fillWords(d, 0, count);
  uint32_t skip = uint32_t(amount >> 6), shift = amount & 63, keep = count - skip;
  for (uint32_t i = 0; i < keep; ++i) {
    uint64_t word = x[i + skip] >> shift;
    if (shift && i + 1 < keep)
      word |= x[i + skip + 1] << (64 - shift);
    d[i] = word;
  }
  fillWords(d + keep, 0, skip);
}

/// Shifts both planes; a two-state destination takes the two-state image.
template <typename Shift>
void shiftPlanes(Planes d, ConstPlanes x, uint64_t amount, uint32_t width, Shift shift) {
  uint32_t count = wordsFor(width);
  if (!d.b && x.b) {
    toTwoState(d, x, width);
    shift(d.a, d.a, amount, width);
    return;
  }
  shift(d.a, x.a, amount, width);
  if (d.b && x.b)
    shift(d.b, x.b, amount, width);
  else if (d.b)
    fillWords(d.b, 0, count);
}

} // namespace

bool shiftAmount(LogicRef y, uint64_t &amount) {
  if (isUnknown(y, y.width))
    return false;
  uint32_t count = wordsFor(y.width);
  amount =
      count > 1 && !isZeroWords(y.a + 1, count - 1) ? std::numeric_limits<uint64_t>::max() : y.a[0];
  return true;
}

void shl(Planes d, ConstPlanes x, uint64_t amount, uint32_t width) {
  shiftPlanes(d, x, amount, width, shiftUp);
}

void shr(Planes d, ConstPlanes x, uint64_t amount, uint32_t width) {
  shiftPlanes(d, x, amount, width, shiftDown);
}

void ashr(Planes d, ConstPlanes x, uint64_t amount, uint32_t width) {
  Bit sign = x.bit(width - 1);
  shr(d, x, amount, width);
  uint32_t filled = uint32_t(std::min<uint64_t>(amount, width));
  bool a = unsigned(sign) & 1, b = unsigned(sign) & 2;
  fillBits(d.a, a && (d.b || !b), width - filled, filled);
  if (d.b)
    fillBits(d.b, b, width - filled, filled);
}

void shl(Planes d, ConstPlanes x, LogicRef amount, uint32_t width) {
  uint64_t n = 0;
  shiftAmount(amount, n) ? shl(d, x, n, width) : setX(d, width);
}
void shr(Planes d, ConstPlanes x, LogicRef amount, uint32_t width) {
  uint64_t n = 0;
  shiftAmount(amount, n) ? shr(d, x, n, width) : setX(d, width);
}
void ashr(Planes d, ConstPlanes x, LogicRef amount, uint32_t width) {
  uint64_t n = 0;
  shiftAmount(amount, n) ? ashr(d, x, n, width) : setX(d, width);
}

//===--- Equality and relations -------------------------------------------===//

namespace {

constexpr Logic64 isZero{0, 0}, isOne{1, 0}, isX{1, 1};

bool lessUnsigned(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return compareWords(x.a, y.a, wordsFor(width)) < 0;
}

bool lessSigned(ConstPlanes x, ConstPlanes y, uint32_t width) {
  bool xNeg = testBit(x.a, width - 1), yNeg = testBit(y.a, width - 1);
  return xNeg != yNeg ? xNeg : lessUnsigned(x, y, width);
}

template <typename Less>
Logic64 relate(ConstPlanes x, ConstPlanes y, uint32_t width, bool negate, Less less) {
  if (isUnknown(x, width) || isUnknown(y, width))
    return isX;
  return logic64::fromBool(less(x, y, width) != negate);
}

template <typename Match>
bool allWords(ConstPlanes x, ConstPlanes y, uint32_t width, Match match) {
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    if (!match(x.word(i), y.word(i)))
      return false;
  return true;
}

/// Conjunction of a word-wise three-valued equality.
template <typename Equal>
Logic64 conjoin(ConstPlanes x, ConstPlanes y, uint32_t width, Equal equal) {
  uint64_t doubt = 0;
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i) {
    Logic64 r = equal(x.word(i), y.word(i));
    if (!r.a)
      return isZero;
    doubt |= r.b;
  }
  return doubt ? isX : isOne;
}

} // namespace

Logic64 eq(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return conjoin(x, y, width, [](Logic64 p, Logic64 q) { return logic64::eq(p, q); });
}
Logic64 ne(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return logic64::bitNot(eq(x, y, width), 1);
}
bool caseEq(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return allWords(x, y, width, [](Logic64 p, Logic64 q) { return logic64::caseEq(p, q); });
}
Logic64 wildcardEq(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return conjoin(x, y, width, [](Logic64 p, Logic64 q) { return logic64::wildcardEq(p, q); });
}
Logic64 wildcardNe(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return logic64::bitNot(wildcardEq(x, y, width), 1);
}
bool casezMatch(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return allWords(x, y, width, [](Logic64 p, Logic64 q) { return logic64::casezMatch(p, q); });
}
bool casexMatch(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return allWords(x, y, width, [](Logic64 p, Logic64 q) { return logic64::casexMatch(p, q); });
}

Logic64 ltU(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return relate(x, y, width, false, lessUnsigned);
}
Logic64 leU(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return relate(y, x, width, true, lessUnsigned);
}
Logic64 gtU(ConstPlanes x, ConstPlanes y, uint32_t width) { return ltU(y, x, width); }
Logic64 geU(ConstPlanes x, ConstPlanes y, uint32_t width) { return leU(y, x, width); }
Logic64 ltS(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return relate(x, y, width, false, lessSigned);
}
Logic64 leS(ConstPlanes x, ConstPlanes y, uint32_t width) {
  return relate(y, x, width, true, lessSigned);
}
Logic64 gtS(ConstPlanes x, ConstPlanes y, uint32_t width) { return ltS(y, x, width); }
Logic64 geS(ConstPlanes x, ConstPlanes y, uint32_t width) { return leS(y, x, width); }

//===--- Truth and reductions ---------------------------------------------===//

bool isTrue(ConstPlanes x, uint32_t width) {
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    if (logic64::isTrue(x.word(i)))
      return true;
  return false;
}

Logic64 truth(ConstPlanes x, uint32_t width) {
  if (isTrue(x, width))
    return isOne;
  return isUnknown(x, width) ? isX : isZero;
}

Logic64 logicNot(ConstPlanes x, uint32_t width) { return logic64::bitNot(truth(x, width), 1); }

Logic64 reduceAnd(ConstPlanes x, uint32_t width) {
  uint32_t count = wordsFor(width);
  for (uint32_t i = 0; i < count; ++i) {
    Logic64 word = x.word(i);
    if ((word.a | word.b) != (i + 1 == count ? topMask(width) : ~uint64_t(0)))
      return isZero;
  }
  return isUnknown(x, width) ? isX : isOne;
}

Logic64 reduceOr(ConstPlanes x, uint32_t width) { return truth(x, width); }

Logic64 reduceXor(ConstPlanes x, uint32_t width) {
  if (isUnknown(x, width))
    return isX;
  uint64_t parity = 0;
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    parity ^= x.a[i];
  return logic64::fromBool(std::popcount(parity) & 1);
}

Logic64 reduceNand(ConstPlanes x, uint32_t width) {
  return logic64::bitNot(reduceAnd(x, width), 1);
}
Logic64 reduceNor(ConstPlanes x, uint32_t width) { return logicNot(x, width); }
Logic64 reduceXnor(ConstPlanes x, uint32_t width) {
  return logic64::bitNot(reduceXor(x, width), 1);
}

//===--- Selects and concatenation ----------------------------------------===//

namespace {

/// The part of [lo, lo + length) inside [0, size): source offset, target offset
/// and number of bits.
struct Overlap {
  uint32_t inside, offset, count;
};

Overlap overlap(int64_t lo, uint32_t length, uint32_t size) {
  if (lo >= int64_t(size) || lo <= -int64_t(length))
    return {0, 0, 0};
  int64_t first = std::max<int64_t>(lo, 0);
  int64_t last = std::min<int64_t>(lo + length, size);
  return {uint32_t(first), uint32_t(first - lo), uint32_t(last - first)};
}

/// Moves bits plane by plane; a two-state target takes the two-state image.
void movePart(Planes d, uint32_t dLo, ConstPlanes x, uint32_t xLo, uint32_t count) {
  for (uint32_t done = 0; done < count; done += 64) {
    uint32_t bits = std::min<uint32_t>(64, count - done);
    uint64_t a = extractWord(x.a, xLo + done, bits);
    uint64_t b = x.b ? extractWord(x.b, xLo + done, bits) : 0;
    insertWord(d.a, d.b ? a : a & ~b, dLo + done, bits);
    if (d.b)
      insertWord(d.b, b, dLo + done, bits);
  }
}

} // namespace

bool indexValue(LogicRef index, int64_t &value) {
  if (isUnknown(index, index.width))
    return false;
  if (index.width <= 64) {
    uint64_t word = index.a[0];
    if (index.isSigned)
      value = bits64::signExtend(word, index.width);
    else
      value = int64_t(std::min<uint64_t>(word, std::numeric_limits<int64_t>::max()));
    return true;
  }
  bool negative = index.isSigned && testBit(index.a, index.width - 1);
  uint32_t count = wordsFor(index.width);
  uint64_t high = negative ? ~uint64_t(0) : 0;
  bool fits = (int64_t(index.a[0]) < 0) == negative;
  for (uint32_t i = 1; i < count; ++i) {
    uint64_t mask = i + 1 == count ? topMask(index.width) : ~uint64_t(0);
    fits &= index.a[i] == (high & mask);
  }
  if (fits)
    value = int64_t(index.a[0]);
  else
    value = negative ? std::numeric_limits<int64_t>::min() : std::numeric_limits<int64_t>::max();
  return true;
}

void extract(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, int64_t lo) {
  Overlap part = overlap(lo, dWidth, xWidth);
  if (part.count != dWidth)
    setX(d, dWidth);
  else
    d.setWord(wordsFor(dWidth) - 1, {0, 0});
  movePart(d, part.offset, x, part.inside, part.count);
}

void select(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, LogicRef index) {
  int64_t lo = 0;
  if (indexValue(index, lo))
    extract(d, dWidth, x, xWidth, lo);
  else
    setX(d, dWidth);
}

void insert(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, int64_t lo) {
  Overlap part = overlap(lo, xWidth, dWidth);
  movePart(d, part.inside, x, part.offset, part.count);
}

bool store(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, int64_t lo) {
  Overlap part = overlap(lo, xWidth, dWidth);
  uint64_t changed = 0;
  for (uint32_t done = 0; done < part.count; done += 64) {
    uint32_t bits = std::min<uint32_t>(64, part.count - done);
    uint32_t from = part.offset + done, to = part.inside + done;
    uint64_t a = extractWord(x.a, from, bits);
    uint64_t b = x.b ? extractWord(x.b, from, bits) : 0;
    if (!d.b)
      a &= ~b;
    changed |= extractWord(d.a, to, bits) ^ a;
    insertWord(d.a, a, to, bits);
    if (d.b) {
      changed |= extractWord(d.b, to, bits) ^ b;
      insertWord(d.b, b, to, bits);
    }
  }
  return changed != 0;
}

void concat(Planes d, const LogicRef *parts, uint32_t count) {
  uint32_t total = 0;
  for (uint32_t i = 0; i < count; ++i)
    total += parts[i].width;
  if (!total)
    return;
  d.setWord(wordsFor(total) - 1, {0, 0});
  for (uint32_t i = 0, at = total; i < count; ++i) {
    at -= parts[i].width;
    movePart(d, at, parts[i], 0, parts[i].width);
  }
}

void replicate(Planes d, ConstPlanes x, uint32_t width, uint32_t count) {
  if (!count)
    return;
  d.setWord(wordsFor(width * count) - 1, {0, 0});
  for (uint32_t i = 0; i < count; ++i)
    movePart(d, i * width, x, 0, width);
}

void streamReverse(Planes d, ConstPlanes x, uint32_t width, uint32_t slice) {
  d.setWord(wordsFor(width) - 1, {0, 0});
  for (uint32_t lo = 0; lo < width;) {
    uint32_t bits = std::min(slice, width - lo);
    movePart(d, width - lo - bits, x, lo, bits);
    lo += bits;
  }
}

//===--- Bit counting -----------------------------------------------------===//

uint32_t countOnes(ConstPlanes x, uint32_t width) {
  uint32_t ones = 0;
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    ones += logic64::countOnes(x.word(i));
  return ones;
}

uint32_t countBits(ConstPlanes x, uint32_t width, unsigned set) {
  uint32_t hits = 0;
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    hits += logic64::countBits(x.word(i), std::min<uint32_t>(64, width - i * 64), set);
  return hits;
}

uint32_t clog2(ConstPlanes x, uint32_t width) {
  uint32_t highest = 0, ones = 0;
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i) {
    uint64_t word = logic64::toTwoState(x.word(i));
    ones += std::popcount(word);
    if (word)
      highest = i * 64 + 63 - std::countl_zero(word);
  }
  return ones > 1 ? highest + 1 : highest;
}

} // namespace circtsim::value::wide

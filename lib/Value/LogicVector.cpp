//===- LogicVector.cpp - An owning four-state vector ----------------------===//
//
// Storage: up to 64 bits in the object; beyond, one heap block with the a-plane
// followed by the b-plane. Both planes are always normalised, so equality and
// hashing look at words only.
//
// Every operator brings its operands to the common type of IEEE 1800-2023 11.8.1
// and calls the function of LogicWide.h with the same name.
//
//===----------------------------------------------------------------------===//
#include "Value/LogicVector.h"

#include "Value/Convert.h"
#include "Value/Format.h"
#include "Value/Literal.h"

#include <algorithm>

namespace circtsim::value {

//===--- Storage ----------------------------------------------------------===//

void LogicVector::allocate(uint32_t width) {
  bits = width;
  if (width > 64)
    heap = new uint64_t[size_t(wordsFor(width)) * 2];
  else
    local = {0, 0};
}

LogicVector::LogicVector(uint32_t width, bool isSigned, Bit fill) : sign(isSigned) {
  allocate(width);
  if (width)
    wide::fill(planes(), width, fill);
}

void LogicVector::copyFrom(const LogicVector &other) {
  sign = other.sign;
  allocate(other.bits);
  if (bits > 64)
    copyWords(heap, other.heap, wordsFor(bits) * 2);
  else
    local = other.local;
}

void LogicVector::moveFrom(LogicVector &other) {
  bits = other.bits;
  sign = other.sign;
  if (bits > 64)
    heap = other.heap;
  else
    local = other.local;
  other.bits = 0;
  other.local = {0, 0};
}

LogicVector &LogicVector::operator=(const LogicVector &other) {
  if (this != &other) {
    release();
    copyFrom(other);
  }
  return *this;
}

LogicVector &LogicVector::operator=(LogicVector &&other) noexcept {
  if (this != &other) {
    release();
    moveFrom(other);
  }
  return *this;
}

//===--- Construction -----------------------------------------------------===//

LogicVector LogicVector::fromUint64(uint32_t width, uint64_t value, bool isSigned) {
  LogicVector result(width, isSigned);
  if (width) {
    result.planes().a[0] = value;
    maskTop(result.planes().a, width);
  }
  return result;
}

LogicVector LogicVector::fromInt64(uint32_t width, int64_t value, bool isSigned) {
  LogicVector result(width, isSigned, value < 0 ? Bit::one : Bit::zero);
  if (width) {
    result.planes().a[0] = uint64_t(value);
    maskTop(result.planes().a, width);
  }
  return result;
}

LogicVector LogicVector::fromLogic64(uint32_t width, Logic64 value, bool isSigned) {
  LogicVector result(width, isSigned);
  if (width) {
    result.planes().setWord(0, value);
    maskTop(result.planes().a, width);
    maskTop(result.planes().b, width);
  }
  return result;
}

LogicVector LogicVector::fromRef(LogicRef v) {
  LogicVector result(v.width, v.isSigned);
  wide::copy(result.planes(), v, v.width);
  return result;
}

LogicVector LogicVector::fromBits(std::string_view letters, bool isSigned) {
  uint32_t width = uint32_t(letters.size() - std::count(letters.begin(), letters.end(), '_'));
  LogicVector result(width, isSigned);
  uint32_t at = width;
  for (char c : letters) {
    if (c == '_')
      continue;
    bool isX = c == 'x' || c == 'X', isZ = c == 'z' || c == 'Z' || c == '?';
    result.setBit(--at, isX ? Bit::x : isZ ? Bit::z : c == '1' ? Bit::one : Bit::zero);
  }
  return result;
}

LogicVector LogicVector::fromBytes(std::string_view bytes) {
  LogicVector result(std::max<uint32_t>(uint32_t(bytes.size()) * 8, 8));
  value::fromBytes(result.planes().a, result.width(), bytes);
  return result;
}

LogicVector LogicVector::fromDouble(uint32_t width, double value, bool isSigned) {
  LogicVector result(width, isSigned);
  value::fromDouble(result.planes(), width, value);
  return result;
}

std::optional<LogicVector> LogicVector::parse(std::string_view literal) {
  IntegerLiteral parsed = parseIntegerLiteral(literal);
  if (parsed.error != LiteralError::none)
    return std::nullopt;
  return std::move(parsed.value);
}

//===--- Queries and conversions ------------------------------------------===//

LogicVector LogicVector::withSign(bool value) const {
  LogicVector result = *this;
  result.sign = value;
  return result;
}

bool LogicVector::isZero() const {
  uint32_t count = wordsFor(bits);
  return isZeroWords(a(), count) && isZeroWords(b(), count);
}

LogicVector LogicVector::resize(uint32_t newWidth, bool extendSign) const {
  if (newWidth == bits)
    return *this;
  LogicVector result(newWidth, sign);
  if (newWidth && bits)
    wide::resize(result.planes(), newWidth, planes(), bits, extendSign);
  return result;
}

LogicVector LogicVector::toTwoState() const {
  LogicVector result(bits, sign);
  wide::toTwoState(result.planes(), planes(), bits);
  return result;
}

std::optional<uint64_t> LogicVector::toUint64() const {
  uint32_t count = wordsFor(bits);
  if (isUnknown() || isNegative() || significantWords(a(), count) > 1)
    return std::nullopt;
  return a()[0];
}

std::optional<int64_t> LogicVector::toInt64() const {
  if (!bits)
    return 0;
  if (isUnknown())
    return std::nullopt;
  LogicVector wideValue = resize(std::max(bits, 64u) + 1);
  uint32_t top = wideValue.bits - 1;
  bool negative = isNegative();
  for (uint32_t i = 63; i < top; ++i)
    if (testBit(wideValue.a(), i) != negative)
      return std::nullopt;
  return int64_t(wideValue.a()[0]);
}

double LogicVector::toDouble() const { return value::toDouble(ref()); }

std::string LogicVector::toString() const {
  std::string result;
  appendBytes(result, ref());
  return result;
}

std::string LogicVector::toLiteral() const {
  std::string result = std::to_string(bits) + (sign ? "'s" : "'");
  FormatSpec spec;
  spec.conversion = isUnknown() ? 'b' : 'h';
  spec.minimal = spec.conversion == 'h';
  result += spec.conversion;
  formatLogic(result, spec, ref());
  return result;
}

bool operator==(const LogicVector &x, const LogicVector &y) {
  uint32_t count = wordsFor(x.bits);
  return x.bits == y.bits && x.sign == y.sign && equalWords(x.a(), y.a(), count) &&
         equalWords(x.b(), y.b(), count);
}

size_t LogicVector::hash() const {
  uint64_t h = bits * 2 + sign;
  auto mix = [&](uint64_t word) {
    h = (h ^ word) * 0x9E3779B97F4A7C15ull;
    h ^= h >> 32;
  };
  for (uint32_t i = 0, count = wordsFor(bits); i < count; ++i) {
    mix(a()[i]);
    mix(b()[i]);
  }
  return size_t(h);
}

//===--- Operators --------------------------------------------------------===//

namespace {

/// Two operands brought to their common type.
struct Operands {
  Operands(const LogicVector &x, const LogicVector &y)
      : width(std::max(x.width(), y.width())), isSigned(x.isSigned() && y.isSigned()),
        left(x.width() == width ? x : (leftCopy = x.resize(width, isSigned))),
        right(y.width() == width ? y : (rightCopy = y.resize(width, isSigned))) {}

  uint32_t width;
  bool isSigned;
  LogicVector leftCopy, rightCopy;
  const LogicVector &left, &right;
};

using BinaryFunction = void (*)(Planes, ConstPlanes, ConstPlanes, uint32_t);
using RelationFunction = Logic64 (*)(ConstPlanes, ConstPlanes, uint32_t);
using MatchFunction = bool (*)(ConstPlanes, ConstPlanes, uint32_t);

LogicVector binary(const LogicVector &x, const LogicVector &y, BinaryFunction unsignedOp,
                   BinaryFunction signedOp) {
  Operands both(x, y);
  LogicVector result(both.width, both.isSigned);
  (both.isSigned ? signedOp : unsignedOp)(result.planes(), both.left.planes(), both.right.planes(),
                                          both.width);
  return result;
}

LogicVector relation(const LogicVector &x, const LogicVector &y, RelationFunction unsignedOp,
                     RelationFunction signedOp) {
  Operands both(x, y);
  return LogicVector::fromBit(
      (both.isSigned ? signedOp : unsignedOp)(both.left.planes(), both.right.planes(), both.width));
}

bool match(const LogicVector &x, const LogicVector &y, MatchFunction op) {
  Operands both(x, y);
  return op(both.left.planes(), both.right.planes(), both.width);
}

using ShiftFunction = void (*)(Planes, ConstPlanes, LogicRef, uint32_t);

LogicVector shift(const LogicVector &x, const LogicVector &amount, ShiftFunction op) {
  LogicVector result(x.width(), x.isSigned());
  op(result.planes(), x.planes(), amount.ref(), x.width());
  return result;
}

using ReduceFunction = Logic64 (*)(ConstPlanes, uint32_t);

LogicVector reduce(const LogicVector &x, ReduceFunction op) {
  return LogicVector::fromBit(op(x.planes(), x.width()));
}

} // namespace

LogicVector bitAnd(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::bitAnd, wide::bitAnd);
}
LogicVector bitOr(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::bitOr, wide::bitOr);
}
LogicVector bitXor(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::bitXor, wide::bitXor);
}
LogicVector bitXnor(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::bitXnor, wide::bitXnor);
}
LogicVector bitNot(const LogicVector &x) {
  LogicVector result(x.width(), x.isSigned());
  wide::bitNot(result.planes(), x.planes(), x.width());
  return result;
}

LogicVector add(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::add, wide::add);
}
LogicVector sub(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::sub, wide::sub);
}
LogicVector neg(const LogicVector &x) {
  LogicVector result(x.width(), x.isSigned());
  wide::neg(result.planes(), x.planes(), x.width());
  return result;
}
LogicVector mul(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::mul, wide::mul);
}
LogicVector div(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::divU, wide::divS);
}
LogicVector mod(const LogicVector &x, const LogicVector &y) {
  return binary(x, y, wide::modU, wide::modS);
}
LogicVector power(const LogicVector &x, const LogicVector &y) {
  LogicVector result(x.width(), x.isSigned());
  wide::power(result.planes(), x.planes(), x.width(), x.isSigned(), y.ref());
  return result;
}

LogicVector shl(const LogicVector &x, const LogicVector &amount) {
  return shift(x, amount, wide::shl);
}
LogicVector shr(const LogicVector &x, const LogicVector &amount) {
  return shift(x, amount, wide::shr);
}
LogicVector ashr(const LogicVector &x, const LogicVector &amount) {
  return x.isSigned() ? shift(x, amount, wide::ashr) : shr(x, amount);
}

LogicVector eq(const LogicVector &x, const LogicVector &y) {
  return relation(x, y, wide::eq, wide::eq);
}
LogicVector ne(const LogicVector &x, const LogicVector &y) {
  return relation(x, y, wide::ne, wide::ne);
}
LogicVector caseEq(const LogicVector &x, const LogicVector &y) {
  return LogicVector::fromBool(match(x, y, wide::caseEq));
}
LogicVector caseNe(const LogicVector &x, const LogicVector &y) {
  return LogicVector::fromBool(!match(x, y, wide::caseEq));
}
LogicVector wildcardEq(const LogicVector &x, const LogicVector &y) {
  return relation(x, y, wide::wildcardEq, wide::wildcardEq);
}
LogicVector wildcardNe(const LogicVector &x, const LogicVector &y) {
  return relation(x, y, wide::wildcardNe, wide::wildcardNe);
}
bool casezMatch(const LogicVector &x, const LogicVector &y) {
  return match(x, y, wide::casezMatch);
}
bool casexMatch(const LogicVector &x, const LogicVector &y) {
  return match(x, y, wide::casexMatch);
}
LogicVector lt(const LogicVector &x, const LogicVector &y) {
  return relation(x, y, wide::ltU, wide::ltS);
}
LogicVector le(const LogicVector &x, const LogicVector &y) {
  return relation(x, y, wide::leU, wide::leS);
}
LogicVector gt(const LogicVector &x, const LogicVector &y) { return lt(y, x); }
LogicVector ge(const LogicVector &x, const LogicVector &y) { return le(y, x); }

Logic64 truth(const LogicVector &x) { return wide::truth(x.planes(), x.width()); }
LogicVector logicNot(const LogicVector &x) { return reduce(x, wide::logicNot); }
LogicVector logicAnd(const LogicVector &x, const LogicVector &y) {
  return LogicVector::fromBit(logic64::bitAnd(truth(x), truth(y)));
}
LogicVector logicOr(const LogicVector &x, const LogicVector &y) {
  return LogicVector::fromBit(logic64::bitOr(truth(x), truth(y)));
}
LogicVector implies(const LogicVector &x, const LogicVector &y) {
  return LogicVector::fromBit(logic64::implies(truth(x), truth(y)));
}
LogicVector equivalent(const LogicVector &x, const LogicVector &y) {
  return LogicVector::fromBit(logic64::equivalent(truth(x), truth(y)));
}

LogicVector reduceAnd(const LogicVector &x) { return reduce(x, wide::reduceAnd); }
LogicVector reduceOr(const LogicVector &x) { return reduce(x, wide::reduceOr); }
LogicVector reduceXor(const LogicVector &x) { return reduce(x, wide::reduceXor); }
LogicVector reduceNand(const LogicVector &x) { return reduce(x, wide::reduceNand); }
LogicVector reduceNor(const LogicVector &x) { return reduce(x, wide::reduceNor); }
LogicVector reduceXnor(const LogicVector &x) { return reduce(x, wide::reduceXnor); }

LogicVector mux(const LogicVector &condition, const LogicVector &x, const LogicVector &y) {
  Operands both(x, y);
  LogicVector result(both.width, both.isSigned);
  wide::mux(result.planes(), truth(condition), both.left.planes(), both.right.planes(), both.width);
  return result;
}

LogicVector extract(const LogicVector &x, int64_t lo, uint32_t width) {
  LogicVector result(width);
  wide::extract(result.planes(), width, x.planes(), x.width(), lo);
  return result;
}

LogicVector select(const LogicVector &x, const LogicVector &index, uint32_t width) {
  LogicVector result(width);
  wide::select(result.planes(), width, x.planes(), x.width(), index.ref());
  return result;
}

LogicVector insert(LogicVector x, const LogicVector &bits, int64_t lo) {
  wide::insert(x.planes(), x.width(), bits.planes(), bits.width(), lo);
  return x;
}

LogicVector concat(const LogicVector *parts, uint32_t count) {
  uint32_t total = 0;
  for (uint32_t i = 0; i < count; ++i)
    total += parts[i].width();
  LogicVector result(total);
  for (uint32_t i = 0, at = total; i < count; ++i) {
    at -= parts[i].width();
    wide::insert(result.planes(), total, parts[i].planes(), parts[i].width(), at);
  }
  return result;
}

LogicVector concat(const LogicVector &high, const LogicVector &low) {
  LogicVector result(high.width() + low.width());
  LogicRef parts[] = {high.ref(), low.ref()};
  wide::concat(result.planes(), parts, 2);
  return result;
}

LogicVector replicate(const LogicVector &x, uint32_t count) {
  LogicVector result(x.width() * count);
  wide::replicate(result.planes(), x.planes(), x.width(), count);
  return result;
}

LogicVector streamReverse(const LogicVector &x, uint32_t slice) {
  LogicVector result(x.width());
  wide::streamReverse(result.planes(), x.planes(), x.width(), slice);
  return result;
}

} // namespace circtsim::value

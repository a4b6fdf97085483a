//===- LogicVector.h - An owning four-state vector --------------*- C++ -*-===//
//
// A vector value with its width and signedness, for constant evaluation and for
// built-in functions. Up to 64 bits are stored in place.
//
// The operators follow the rules of expressions whose operands are
// self-determined (IEEE 1800-2023 11.6.1, 11.8.1): operands of a
// context-determined operator are extended to the larger width, by their sign
// only if both are signed, and the result is signed only if both are.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_LOGICVECTOR_H
#define CIRCTSIM_VALUE_LOGICVECTOR_H

#include "Value/Logic64.h"
#include "Value/LogicWide.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace circtsim::value {

class LogicVector {
public:
  /// The empty vector: width 0.
  LogicVector() = default;
  explicit LogicVector(uint32_t width, bool isSigned = false, Bit fill = Bit::zero);
  LogicVector(const LogicVector &other) { copyFrom(other); }
  LogicVector(LogicVector &&other) noexcept { moveFrom(other); }
  LogicVector &operator=(const LogicVector &other);
  LogicVector &operator=(LogicVector &&other) noexcept;
  ~LogicVector() { release(); }

  static LogicVector fromUint64(uint32_t width, uint64_t value, bool isSigned = false);
  /// Sign-extends beyond 64 bits.
  static LogicVector fromInt64(uint32_t width, int64_t value, bool isSigned = true);
  static LogicVector fromLogic64(uint32_t width, Logic64 value, bool isSigned = false);
  static LogicVector fromRef(LogicRef v);
  /// One bit, unsigned: the result of a relation.
  static LogicVector fromBit(Logic64 bit) { return fromLogic64(1, bit); }
  static LogicVector fromBool(bool bit) { return fromUint64(1, bit); }
  /// A 32-bit signed value, as an `int` or an unsized decimal literal.
  static LogicVector fromInt(int32_t value) { return fromInt64(32, value); }
  /// Letters 0 1 x z ? (and _), most significant first.
  static LogicVector fromBits(std::string_view letters, bool isSigned = false);
  /// A string literal as a vector: 8 bits a character; "" is 8'h00 (11.10.3).
  static LogicVector fromBytes(std::string_view bytes);
  /// Rounds half away from zero; infinities and NaN are all X.
  static LogicVector fromDouble(uint32_t width, double value, bool isSigned = true);
  /// An integer literal of 5.7.1 such as `12`, `8'hff`, `4'sb10x`; nullopt if
  /// malformed.
  static std::optional<LogicVector> parse(std::string_view literal);

  uint32_t width() const { return bits; }
  bool isSigned() const { return sign; }
  void setSigned(bool value) { sign = value; }
  LogicVector withSign(bool value) const;

  const uint64_t *a() const { return bits <= 64 ? &local.a : heap; }
  const uint64_t *b() const { return bits <= 64 ? &local.b : heap + wordsFor(bits); }
  Planes planes() { return {const_cast<uint64_t *>(a()), const_cast<uint64_t *>(b())}; }
  ConstPlanes planes() const { return {a(), b()}; }
  LogicRef ref() const { return {a(), b(), bits, sign}; }
  operator LogicRef() const { return ref(); }
  /// The low 64 bits.
  Logic64 low() const { return {a()[0], b()[0]}; }

  Bit bit(uint32_t index) const { return planes().bit(index); }
  void setBit(uint32_t index, Bit value) { planes().setBit(index, value); }

  bool isUnknown() const { return wide::isUnknown(planes(), bits); }
  bool isTrue() const { return wide::isTrue(planes(), bits); }
  /// Known and zero.
  bool isZero() const;
  /// Signed with a known 1 as the sign bit.
  bool isNegative() const { return sign && bits && bit(bits - 1) == Bit::one; }

  /// Truncates or extends; the extension follows this value's own sign. The
  /// result has the signedness of this value.
  LogicVector resize(uint32_t newWidth) const { return resize(newWidth, sign); }
  /// As above; the extension copies the sign bit only if `extendSign`.
  LogicVector resize(uint32_t newWidth, bool extendSign) const;
  /// X and Z become 0.
  LogicVector toTwoState() const;

  /// The value, if it is known and fits.
  std::optional<uint64_t> toUint64() const;
  std::optional<int64_t> toInt64() const;
  double toDouble() const;
  /// The bytes without zero bytes (6.16).
  std::string toString() const;
  /// A literal that denotes this value, such as 8'hff, 4'sb1x0z, for messages.
  std::string toLiteral() const;

  /// The same width, signedness and bits.
  friend bool operator==(const LogicVector &x, const LogicVector &y);
  size_t hash() const;

private:
  void allocate(uint32_t width);
  void copyFrom(const LogicVector &other);
  void moveFrom(LogicVector &other);
  void release() {
    if (bits > 64)
      delete[] heap;
  }

  uint32_t bits = 0;
  bool sign = false;
  union {
    Logic64 local = {0, 0};
    uint64_t *heap; ///< the a-plane, then the b-plane
  };
};

LogicVector bitAnd(const LogicVector &x, const LogicVector &y);
LogicVector bitOr(const LogicVector &x, const LogicVector &y);
LogicVector bitXor(const LogicVector &x, const LogicVector &y);
LogicVector bitXnor(const LogicVector &x, const LogicVector &y);
LogicVector bitNot(const LogicVector &x);

LogicVector add(const LogicVector &x, const LogicVector &y);
LogicVector sub(const LogicVector &x, const LogicVector &y);
LogicVector neg(const LogicVector &x);
LogicVector mul(const LogicVector &x, const LogicVector &y);
/// Signed only if both operands are.
LogicVector div(const LogicVector &x, const LogicVector &y);
LogicVector mod(const LogicVector &x, const LogicVector &y);
/// The result has the type of `x`.
LogicVector power(const LogicVector &x, const LogicVector &y);

/// The result has the type of `x`; `amount` is unsigned.
LogicVector shl(const LogicVector &x, const LogicVector &amount);
LogicVector shr(const LogicVector &x, const LogicVector &amount);
/// Arithmetic only if `x` is signed (11.4.10).
LogicVector ashr(const LogicVector &x, const LogicVector &amount);

/// Relations give one unsigned bit.
LogicVector eq(const LogicVector &x, const LogicVector &y);
LogicVector ne(const LogicVector &x, const LogicVector &y);
LogicVector caseEq(const LogicVector &x, const LogicVector &y);
LogicVector caseNe(const LogicVector &x, const LogicVector &y);
LogicVector wildcardEq(const LogicVector &x, const LogicVector &y);
LogicVector wildcardNe(const LogicVector &x, const LogicVector &y);
bool casezMatch(const LogicVector &x, const LogicVector &y);
bool casexMatch(const LogicVector &x, const LogicVector &y);
LogicVector lt(const LogicVector &x, const LogicVector &y);
LogicVector le(const LogicVector &x, const LogicVector &y);
LogicVector gt(const LogicVector &x, const LogicVector &y);
LogicVector ge(const LogicVector &x, const LogicVector &y);

/// The truth value as a one-bit Logic64.
Logic64 truth(const LogicVector &x);
LogicVector logicNot(const LogicVector &x);
LogicVector logicAnd(const LogicVector &x, const LogicVector &y);
LogicVector logicOr(const LogicVector &x, const LogicVector &y);
LogicVector implies(const LogicVector &x, const LogicVector &y);
LogicVector equivalent(const LogicVector &x, const LogicVector &y);

LogicVector reduceAnd(const LogicVector &x);
LogicVector reduceOr(const LogicVector &x);
LogicVector reduceXor(const LogicVector &x);
LogicVector reduceNand(const LogicVector &x);
LogicVector reduceNor(const LogicVector &x);
LogicVector reduceXnor(const LogicVector &x);

/// condition ? x : y with the merge of 11.4.11.
LogicVector mux(const LogicVector &condition, const LogicVector &x, const LogicVector &y);

/// Unsigned results; out-of-range bits are X.
LogicVector extract(const LogicVector &x, int64_t lo, uint32_t width);
LogicVector select(const LogicVector &x, const LogicVector &index, uint32_t width);
/// `x` with bits [lo, lo + bits.width()) replaced.
LogicVector insert(LogicVector x, const LogicVector &bits, int64_t lo);
LogicVector concat(const LogicVector *parts, uint32_t count);
LogicVector concat(const LogicVector &high, const LogicVector &low);
LogicVector replicate(const LogicVector &x, uint32_t count);
LogicVector streamReverse(const LogicVector &x, uint32_t slice);

} // namespace circtsim::value

template <>
struct std::hash<circtsim::value::LogicVector> {
  size_t operator()(const circtsim::value::LogicVector &v) const { return v.hash(); }
};

#endif // CIRCTSIM_VALUE_LOGICVECTOR_H

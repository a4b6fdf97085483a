//===- Literal.h - Values of literals ---------------------------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 5.7 (integer and real literals), 5.8 (time literals)
// and 5.9 (string literals).
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_LITERAL_H
#define CIRCTSIM_VALUE_LITERAL_H

#include "Value/LogicVector.h"
#include "Value/Time.h"

namespace circtsim::value {

/// What is wrong with a literal; the text is in literalErrorText.
enum class LiteralError : uint8_t {
  none,
  emptyDigits,   ///< no digit after the base
  badDigit,      ///< a digit that the base does not have
  badBase,       ///< not one of b o d h
  badSize,       ///< the size is not a plain decimal number
  zeroSize,      ///< the size is 0
  sizeTooLarge,  ///< more than maxLiteralWidth bits
  badUnderscore, ///< an underscore as the first character of a number
  malformed,     ///< not a literal of this kind at all
  badUnit,       ///< not one of s ms us ns ps fs
  badEscape,     ///< an octal escape above \377 or \x without digits
};

/// A phrase such as "invalid digit for the base".
const char *literalErrorText(LiteralError error);

/// Largest width of a sized literal.
inline constexpr uint32_t maxLiteralWidth = (1u << 24) - 1;

struct IntegerLiteral {
  LogicVector value;
  /// The size was written.
  bool isSized = false;
  /// '0 '1 'x 'z: the value is one bit, to be replicated to the context (5.7.1).
  bool isFill = false;
  /// 'b' 'o' 'd' 'h', 'd' for plain decimal numbers; 0 for fill literals.
  char base = 'd';
  /// Digits did not fit in the size, or an unsized number needs over 32 bits. An
  /// unsized value is then as wide as it needs; a sized one is truncated.
  bool overflow = false;
  LiteralError error = LiteralError::none;
  /// Offset of the error in the text given.
  uint32_t errorOffset = 0;
};

/// Parses a complete literal: `12`, `8 'h ff`, `'sd3`, `4'b1x?0`, `'1`. White
/// space is allowed after the size and after the base. An unsized literal has at
/// least 32 bits; with X or Z as the leftmost digit it is to be extended with
/// that bit in wider contexts (5.7.1), which Sema sees from the top bit of an
/// unsigned unsized value.
IntegerLiteral parseIntegerLiteral(std::string_view text);

/// The same from parts: `size` 0 means unsized, `base` is b, o, d or h in either
/// case. errorOffset counts from the first digit.
IntegerLiteral makeIntegerLiteral(uint32_t size, bool isSigned, char base, std::string_view digits);

struct RealLiteral {
  double value = 0;
  /// Too large for a double (value is infinite).
  bool overflow = false;
  LiteralError error = LiteralError::none;
};

/// `1.5`, `1e3`, `2.5E-3`, with underscores (5.7.2).
RealLiteral parseRealLiteral(std::string_view text);

struct TimeLiteral {
  /// The number as written, in `unit`.
  double value = 0;
  TimeUnit unit = TimeUnit::ns;
  /// The literal `1step`; value and unit mean nothing.
  bool isStep = false;
  LiteralError error = LiteralError::none;
};

/// `10ns`, `1.5us`, `1step` (5.8).
TimeLiteral parseTimeLiteral(std::string_view text);

struct StringLiteral {
  std::string value;
  LiteralError error = LiteralError::none;
  uint32_t errorOffset = 0;
};

/// Replaces the escapes of 5.9 in the text between the quotes; a backslash before
/// a line end removes both. A backslash before any other character stands for
/// that character. The same for text between triple quotes.
StringLiteral parseStringLiteral(std::string_view body);

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_LITERAL_H

//===- Literal.cpp - Values of literals -----------------------------------===//
//
// IEEE 1800-2023 5.7 to 5.9. Based numbers are read from the last digit to the
// first, each digit filling its bits; what does not fit is dropped and reported as
// overflow, unless it only repeats the X or Z that the value is extended with. The
// rest is filled with 0, or with X or Z when the leftmost digit is X or Z.
//
// Decimal numbers are read modulo 2**width. Unsized numbers get 32 bits or as many
// as they need.
//
//===----------------------------------------------------------------------===//
#include "Value/Literal.h"

#include "Value/Convert.h"

#include <algorithm>
#include <cmath>

namespace circtsim::value {

namespace {

constexpr uint32_t unsizedWidth = 32;

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool isDecimalDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

/// X or Z for the letters that denote them, otherwise zero.
Bit unknownDigit(char c) {
  c = lower(c);
  return c == 'x' ? Bit::x : c == 'z' || c == '?' ? Bit::z : Bit::zero;
}

IntegerLiteral fail(LiteralError error, size_t offset) {
  IntegerLiteral result;
  result.error = error;
  result.errorOffset = uint32_t(offset);
  return result;
}

size_t countDigits(std::string_view digits) {
  return digits.size() - size_t(std::count(digits.begin(), digits.end(), '_'));
}

IntegerLiteral decimalLiteral(uint32_t size, bool isSigned, std::string_view digits) {
  IntegerLiteral result;
  result.isSized = size != 0;
  uint32_t width = size ? size : unsizedWidth;
  if (Bit fill = unknownDigit(digits[0]); fill != Bit::zero) {
    for (size_t i = 1; i < digits.size(); ++i)
      if (digits[i] != '_')
        return fail(LiteralError::badDigit, i);
    result.value = LogicVector(width, isSigned, fill);
    return result;
  }
  for (size_t i = 0; i < digits.size(); ++i)
    if (!isDecimalDigit(digits[i]) && digits[i] != '_')
      return fail(LiteralError::badDigit, i);
  uint64_t needed = bitsForDecimalDigits(countDigits(digits)) + 1;
  LogicVector exact(uint32_t(std::max<uint64_t>(needed, width)), isSigned);
  fromDecimal(exact.planes().a, exact.width(), digits);
  uint32_t active = activeBits(exact.a(), wordsFor(exact.width()));
  if (!size) {
    // A signed number that needs all 32 bits gets a 33rd for its sign.
    uint32_t natural = active + isSigned;
    result.overflow = natural > unsizedWidth;
    width = std::max(natural, unsizedWidth);
  } else {
    result.overflow = active > width;
  }
  result.value = exact.resize(width);
  return result;
}

/// Fills `value` from digits of `digitBits` bits each; returns whether bits that
/// matter were dropped. Digits are valid.
bool fillDigits(LogicVector &value, std::string_view digits, uint32_t digitBits) {
  uint32_t width = value.width(), at = 0;
  bool dropped[4] = {};
  for (size_t i = digits.size(); i-- > 0;) {
    if (digits[i] == '_')
      continue;
    Bit fill = unknownDigit(digits[i]);
    int number = fill == Bit::zero ? digitValue(digits[i]) : 0;
    for (uint32_t k = 0; k < digitBits; ++k) {
      Bit bit = fill != Bit::zero ? fill : Bit((number >> k) & 1);
      if (at < width)
        value.setBit(at++, bit);
      else
        dropped[unsigned(bit)] = true;
    }
  }
  Bit fill = unknownDigit(digits[0]);
  for (; at < width; ++at)
    value.setBit(at, fill);
  Bit top = value.bit(width - 1);
  return dropped[1] || (dropped[2] && top != Bit::z) || (dropped[3] && top != Bit::x);
}

IntegerLiteral basedLiteral(uint32_t size, bool isSigned, char base, std::string_view digits) {
  uint32_t digitBits = base == 'b' ? 1 : base == 'o' ? 3 : 4;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == '_' || unknownDigit(digits[i]) != Bit::zero)
      continue;
    int number = digitValue(digits[i]);
    if (number < 0 || number >> digitBits)
      return fail(LiteralError::badDigit, i);
  }
  IntegerLiteral result;
  result.base = base;
  result.isSized = size != 0;
  if (size) {
    result.value = LogicVector(size, isSigned);
    result.overflow = fillDigits(result.value, digits, digitBits);
    return result;
  }
  uint64_t needed = countDigits(digits) * digitBits;
  LogicVector exact(uint32_t(std::max<uint64_t>(needed, unsizedWidth)), isSigned);
  fillDigits(exact, digits, digitBits);
  // Drop leading digits that only repeat the fill.
  Bit fill = unknownDigit(digits[0]);
  uint32_t width = exact.width();
  while (width > unsizedWidth && exact.bit(width - 1) == fill)
    --width;
  result.overflow = width > unsizedWidth;
  result.value = exact.resize(width);
  return result;
}

} // namespace

const char *literalErrorText(LiteralError error) {
  switch (error) {
  case LiteralError::none:
    return "no error";
  case LiteralError::emptyDigits:
    return "number has no digits";
  case LiteralError::badDigit:
    return "invalid digit for the base of the number";
  case LiteralError::badBase:
    return "invalid base of a number";
  case LiteralError::badSize:
    return "invalid size of a number";
  case LiteralError::zeroSize:
    return "size of a number must not be zero";
  case LiteralError::sizeTooLarge:
    return "size of a number is too large";
  case LiteralError::badUnderscore:
    return "a number must not begin with an underscore";
  case LiteralError::malformed:
    return "malformed literal";
  case LiteralError::badUnit:
    return "invalid time unit";
  case LiteralError::badEscape:
    return "invalid escape sequence";
  }
  return "malformed literal";
}

//===--- Integers ---------------------------------------------------------===//

IntegerLiteral makeIntegerLiteral(uint32_t size, bool isSigned, char base,
                                  std::string_view digits) {
  if (size > maxLiteralWidth)
    return fail(LiteralError::sizeTooLarge, 0);
  if (digits.empty())
    return fail(LiteralError::emptyDigits, 0);
  if (digits[0] == '_')
    return fail(LiteralError::badUnderscore, 0);
  if (digits.size() > maxLiteralWidth)
    return fail(LiteralError::sizeTooLarge, 0);
  switch (lower(base)) {
  case 'd':
    return decimalLiteral(size, isSigned, digits);
  case 'b':
  case 'o':
  case 'h':
    return basedLiteral(size, isSigned, lower(base), digits);
  default:
    return fail(LiteralError::badBase, 0);
  }
}

namespace {

/// Reads the decimal size before the apostrophe.
LiteralError parseSize(std::string_view text, uint32_t &size) {
  uint64_t value = 0;
  if (text.empty())
    return LiteralError::none;
  if (!isDecimalDigit(text[0]))
    return LiteralError::badSize;
  for (char c : text) {
    if (c == '_')
      continue;
    if (!isDecimalDigit(c))
      return LiteralError::badSize;
    value = std::min<uint64_t>(value * 10 + uint64_t(c - '0'), maxLiteralWidth + uint64_t(1));
  }
  if (value == 0)
    return LiteralError::zeroSize;
  if (value > maxLiteralWidth)
    return LiteralError::sizeTooLarge;
  size = uint32_t(value);
  return LiteralError::none;
}

} // namespace

IntegerLiteral parseIntegerLiteral(std::string_view text) {
  size_t tick = text.find('\'');
  if (tick == std::string_view::npos)
    return makeIntegerLiteral(0, true, 'd', text);
  std::string_view sizeText = text.substr(0, tick);
  while (!sizeText.empty() && isSpace(sizeText.back()))
    sizeText.remove_suffix(1);
  uint32_t size = 0;
  if (LiteralError error = parseSize(sizeText, size); error != LiteralError::none)
    return fail(error, 0);
  size_t at = tick + 1;
  if (at >= text.size())
    return fail(LiteralError::emptyDigits, at);
  bool isDigitFill = text[at] == '0' || text[at] == '1' || unknownDigit(text[at]) != Bit::zero;
  if (isDigitFill && text[at] != '?') {
    if (at + 1 != text.size() || size)
      return fail(LiteralError::malformed, at);
    IntegerLiteral result;
    result.isFill = true;
    result.base = 0;
    Bit bit = text[at] == '1' ? Bit::one : unknownDigit(text[at]);
    result.value = LogicVector(1, false, bit);
    return result;
  }
  bool isSigned = lower(text[at]) == 's';
  at += isSigned;
  char base = at < text.size() ? lower(text[at]) : '\0';
  if (base != 'b' && base != 'o' && base != 'd' && base != 'h')
    return fail(LiteralError::badBase, at);
  ++at;
  while (at < text.size() && isSpace(text[at]))
    ++at;
  IntegerLiteral result = makeIntegerLiteral(size, isSigned, base, text.substr(at));
  if (result.error != LiteralError::none)
    result.errorOffset += uint32_t(at);
  return result;
}

//===--- Reals and times --------------------------------------------------===//

RealLiteral parseRealLiteral(std::string_view text) {
  RealLiteral result;
  std::string plain;
  size_t i = 0;
  bool badUnderscore = false;
  auto takeDigits = [&] {
    size_t before = plain.size();
    badUnderscore |= i < text.size() && text[i] == '_';
    for (; i < text.size() && (isDecimalDigit(text[i]) || text[i] == '_'); ++i)
      if (text[i] != '_')
        plain += text[i];
    return plain.size() != before;
  };
  bool ok = takeDigits();
  if (i < text.size() && text[i] == '.') {
    plain += text[i++];
    ok &= takeDigits();
  }
  if (i < text.size() && lower(text[i]) == 'e') {
    plain += text[i++];
    if (i < text.size() && (text[i] == '+' || text[i] == '-'))
      plain += text[i++];
    ok &= takeDigits();
  }
  std::optional<double> value;
  if (ok && i == text.size())
    value = parseDouble(plain);
  if (badUnderscore)
    result.error = LiteralError::badUnderscore;
  else if (!value)
    result.error = LiteralError::malformed;
  else
    result.value = *value;
  result.overflow = std::isinf(result.value);
  return result;
}

TimeLiteral parseTimeLiteral(std::string_view text) {
  TimeLiteral result;
  if (text == "1step") {
    result.isStep = true;
    return result;
  }
  size_t end = 0;
  while (end < text.size() && (isDecimalDigit(text[end]) || text[end] == '_' || text[end] == '.'))
    ++end;
  RealLiteral number = parseRealLiteral(text.substr(0, end));
  std::optional<TimeUnit> unit = parseUnitName(text.substr(end));
  result.error = number.error;
  if (number.error == LiteralError::none && !unit)
    result.error = LiteralError::badUnit;
  result.value = number.value;
  if (unit)
    result.unit = *unit;
  return result;
}

//===--- Strings ----------------------------------------------------------===//

namespace {

/// Reads up to `limit` digits of `base` at `at`; returns how many.
unsigned readDigits(std::string_view text, size_t at, unsigned limit, unsigned base,
                    unsigned &value) {
  unsigned count = 0;
  value = 0;
  for (; count < limit && at + count < text.size(); ++count) {
    int digit = digitValue(text[at + count]);
    if (digit < 0 || unsigned(digit) >= base)
      break;
    value = value * base + unsigned(digit);
  }
  return count;
}

/// The character of a one-letter escape, or the letter itself.
char simpleEscape(char c) {
  switch (c) {
  case 'n':
    return '\n';
  case 't':
    return '\t';
  case 'v':
    return '\v';
  case 'f':
    return '\f';
  case 'a':
    return '\a';
  default:
    return c;
  }
}

} // namespace

StringLiteral parseStringLiteral(std::string_view body) {
  StringLiteral result;
  result.value.reserve(body.size());
  auto report = [&](size_t offset) {
    if (result.error == LiteralError::none) {
      result.error = LiteralError::badEscape;
      result.errorOffset = uint32_t(offset);
    }
  };
  for (size_t i = 0; i < body.size();) {
    if (body[i] != '\\' || i + 1 == body.size()) {
      result.value += body[i++];
      continue;
    }
    size_t start = i++;
    char c = body[i];
    unsigned code = 0;
    if (c == '\n') {
      ++i;
    } else if (c == '\r') {
      i += i + 1 < body.size() && body[i + 1] == '\n' ? 2 : 1;
    } else if (unsigned octal = readDigits(body, i, 3, 8, code)) {
      if (code > 0377)
        report(start);
      result.value += char(code);
      i += octal;
    } else if (c == 'x') {
      unsigned hex = readDigits(body, i + 1, 2, 16, code);
      if (!hex)
        report(start);
      else
        result.value += char(code);
      i += 1 + hex;
    } else {
      result.value += simpleEscape(c);
      ++i;
    }
  }
  return result;
}

} // namespace circtsim::value

//===- Convert.cpp - Vectors to and from reals, digits and bytes ----------===//
//
// Vector to real: the 64 most significant bits of the magnitude are taken with a
// sticky lowest bit that records whether anything below was set; converting that
// word rounds correctly to nearest even, because 64 bits leave at least two guard
// bits beyond the 53 of a double. Real to vector: the 53-bit significand is placed
// at its exponent, modulo 2**width (LRM 6.12.1: ties away from zero).
//
// Decimal digits are produced and consumed 19 at a time, the most that fit in a
// word. Numbers are parsed with std::from_chars, which ignores locales.
//
//===----------------------------------------------------------------------===//
#include "Value/Convert.h"

#include "Value/LogicWide.h"
#include "Value/WordBuffer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace circtsim::value {

namespace {

constexpr uint64_t tenTo19 = 10'000'000'000'000'000'000ull;
constexpr unsigned digitsPerWord = 19;

/// Copies |v| with unknown bits as 0; true when v is negative.
bool magnitude(uint64_t *d, LogicRef v) {
  wide::copy({d}, v, v.width);
  if (!v.isSigned || !testBit(d, v.width - 1))
    return false;
  words::neg(d, d, wordsFor(v.width));
  maskTop(d, v.width);
  return true;
}

} // namespace

double toDouble(LogicRef v) {
  if (!v.width)
    return 0;
  if (v.width <= 64) {
    uint64_t word = v.b ? v.a[0] & ~v.b[0] : v.a[0];
    return v.isSigned ? double(bits64::signExtend(word, v.width)) : double(word);
  }
  uint32_t count = wordsFor(v.width);
  WordBuffer words(count);
  bool negative = magnitude(words, v);
  uint32_t bits = activeBits(words, count);
  double result;
  if (bits <= 64) {
    result = double(words[0]);
  } else {
    uint32_t below = bits - 64;
    uint64_t top = extractWord(words, below, 64);
    bool sticky = !isZeroWords(words, below >> 6);
    sticky |= (below & 63) && (words[below >> 6] & lowMask(below & 63));
    result = std::ldexp(double(top | uint64_t(sticky)), int(below));
  }
  return negative ? -result : result;
}

void fromDouble(Planes d, uint32_t width, double value) {
  if (!std::isfinite(value))
    return wide::setX(d, width);
  wide::setZero(d, width);
  double rounded = std::fabs(std::round(value));
  int exponent = 0;
  double fraction = std::frexp(rounded, &exponent);
  uint64_t significand = uint64_t(std::ldexp(fraction, 53));
  int shift = exponent - 53;
  uint32_t count = wordsFor(width);
  if (shift <= 0) {
    d.a[0] = significand >> std::min(-shift, 63);
  } else {
    uint32_t word = uint32_t(shift) >> 6, offset = shift & 63;
    if (word < count)
      d.a[word] = significand << offset;
    if (offset && word + 1 < count)
      d.a[word + 1] = significand >> (64 - offset);
  }
  if (value < 0)
    words::neg(d.a, d.a, count);
  maskTop(d.a, width);
}

int64_t doubleToInt64(double value) {
  uint64_t word = 0;
  fromDouble({&word}, 64, value);
  return int64_t(word);
}

void appendDecimal(std::string &out, LogicRef v) {
  char buffer[24];
  if (v.width <= 64) {
    uint64_t word = v.width == 0 ? 0 : v.b ? v.a[0] & ~v.b[0] : v.a[0];
    auto end = v.isSigned && v.width ? std::to_chars(buffer, buffer + sizeof buffer,
                                                     bits64::signExtend(word, v.width))
                                     : std::to_chars(buffer, buffer + sizeof buffer, word);
    out.append(buffer, end.ptr);
    return;
  }
  uint32_t count = wordsFor(v.width);
  WordBuffer words(count);
  if (magnitude(words, v))
    out += '-';
  size_t start = out.size();
  count = significantWords(words, count);
  while (count > 1) {
    uint64_t chunk = words::divideByWord(words, count, tenTo19);
    for (unsigned i = 0; i < digitsPerWord; ++i, chunk /= 10)
      out += char('0' + chunk % 10);
    count = significantWords(words, count);
  }
  uint64_t last = count ? words[0] : 0;
  do
    out += char('0' + last % 10);
  while (last /= 10);
  std::reverse(out.begin() + start, out.end());
}

uint32_t decimalColumns(uint32_t width, bool isSigned) {
  constexpr double log10Of2 = 0.30102999566398119521;
  uint32_t bits = width - isSigned;
  return uint32_t(bits * log10Of2) + 1 + isSigned;
}

bool fromDecimal(uint64_t *words, uint32_t width, std::string_view digits) {
  uint32_t count = wordsFor(width);
  fillWords(words, 0, count);
  bool fits = true;
  uint64_t chunk = 0, scale = 1;
  for (char c : digits) {
    if (c == '_')
      continue;
    chunk = chunk * 10 + uint64_t(c - '0');
    scale *= 10;
    if (scale == tenTo19) {
      fits &= words::multiplyAdd(words, count, scale, chunk) == 0;
      chunk = 0;
      scale = 1;
    }
  }
  if (scale != 1)
    fits &= words::multiplyAdd(words, count, scale, chunk) == 0;
  if (width & 63) {
    fits &= (words[count - 1] & ~topMask(width)) == 0;
    maskTop(words, width);
  }
  return fits;
}

uint32_t bitsForDecimalDigits(size_t digits) {
  return uint32_t(std::min<uint64_t>(uint64_t(digits) * 10 / 3 + 1, uint64_t(1) << 31));
}

void fromBytes(uint64_t *words, uint32_t width, std::string_view bytes) {
  fillWords(words, 0, wordsFor(width));
  uint32_t at = 0;
  for (size_t i = bytes.size(); i-- > 0 && at < width; at += 8)
    words[at >> 6] |= uint64_t(uint8_t(bytes[i])) << (at & 63);
  maskTop(words, width);
}

void appendBytes(std::string &out, LogicRef v) {
  for (uint32_t i = (v.width + 7) / 8; i-- > 0;) {
    Logic64 word = v.planes().word(i >> 3);
    if (char c = char(uint8_t(logic64::toTwoState(word) >> ((i & 7) * 8))))
      out += c;
  }
}

int32_t stringToInt(std::string_view text, unsigned base) {
  uint32_t value = 0;
  size_t i = 0;
  bool negative = base == 10 && !text.empty() && text[0] == '-';
  if (negative || (base == 10 && !text.empty() && text[0] == '+'))
    ++i;
  for (; i < text.size(); ++i) {
    if (text[i] == '_')
      continue;
    int digit = digitValue(text[i]);
    if (digit < 0 || unsigned(digit) >= base)
      break;
    value = value * base + unsigned(digit);
  }
  return int32_t(negative ? 0 - value : value);
}

double stringToReal(std::string_view text) {
  std::string plain;
  auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  size_t i = 0;
  auto takeDigits = [&] {
    size_t before = plain.size();
    for (; i < text.size() && (isDigit(text[i]) || text[i] == '_'); ++i)
      if (text[i] != '_')
        plain += text[i];
    return plain.size() != before;
  };
  if (i < text.size() && (text[i] == '+' || text[i] == '-'))
    if (char sign = text[i++]; sign == '-')
      plain += sign;
  bool digits = takeDigits();
  if (i < text.size() && text[i] == '.') {
    plain += text[i++];
    digits |= takeDigits();
  }
  if (!digits)
    return 0;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    size_t mark = plain.size();
    plain += text[i++];
    if (i < text.size() && (text[i] == '+' || text[i] == '-'))
      plain += text[i++];
    if (!takeDigits())
      plain.resize(mark);
  }
  return parseDouble(plain).value_or(0);
}

std::optional<double> parseDouble(std::string_view text) {
  bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+'))
    text.remove_prefix(1);
  if (text.empty() || !(text[0] == '.' || (text[0] >= '0' && text[0] <= '9')))
    return std::nullopt;
  double value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::invalid_argument || end != text.data() + text.size())
    return std::nullopt;
  if (error == std::errc::result_out_of_range) {
    // The decimal exponent of the leading digit tells overflow from underflow.
    size_t mantissaEnd = std::min(text.find_first_of("eE"), text.size());
    size_t point = std::min(text.find('.'), mantissaEnd);
    size_t leading = text.find_first_not_of("0.");
    int64_t exponent = int64_t(point) - int64_t(leading);
    if (mantissaEnd < text.size())
      exponent += text[mantissaEnd + 1] == '-' ? -100'000 : 100'000;
    value = exponent > 0 ? std::numeric_limits<double>::infinity() : 0.0;
  }
  return negative ? -value : value;
}

} // namespace circtsim::value

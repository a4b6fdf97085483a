//===- Format.cpp - Formatted output --------------------------------------===//
//
// IEEE 1800-2023 21.2.1. Each conversion appends its natural text to the output and
// then pads that tail to its field: the width in the specification, or for decimal
// numbers without one the columns of the widest value of the type.
//
// Where the standard leaves room this follows Icarus Verilog: a width larger than
// the natural text pads with spaces in every radix (zeros only if the width begins
// with 0); a width never cuts; leading zero bytes of %s give way to spaces; times are
// cut to the precision of $timeformat. Reals are
// converted by std::to_chars, which rounds correctly and ignores locales.
//
//===----------------------------------------------------------------------===//
#include "Value/Format.h"

#include "Value/Convert.h"
#include "Value/LogicVector.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace circtsim::value {

namespace {

constexpr int32_t maxField = 1 << 20;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Pads out[start..] to `width` columns.
void pad(std::string &out, size_t start, uint32_t width, bool left, bool zero) {
  size_t length = out.size() - start;
  if (length >= width)
    return;
  size_t missing = width - length;
  if (left) {
    out.append(missing, ' ');
  } else if (zero) {
    bool hasSign = length && (out[start] == '-' || out[start] == '+');
    out.insert(start + hasSign, missing, '0');
  } else {
    out.insert(start, missing, ' ');
  }
}

/// Pads to the width given, or to `natural` columns when none is.
void padField(std::string &out, size_t start, const FormatSpec &spec, uint32_t natural) {
  uint32_t width = spec.width >= 0 ? uint32_t(spec.width) : spec.minimal ? 0 : natural;
  pad(out, start, width, spec.leftAlign, spec.zeroPad);
}

/// Which unknown values a set of bits has.
struct UnknownBits {
  bool anyX = false, anyZ = false, allX = true, allZ = true;
  bool any() const { return anyX || anyZ; }
  /// The letter of 21.2.1.4: lower case if all bits are so, else upper.
  char letter() const { return allX ? 'x' : allZ ? 'z' : anyX ? 'X' : 'Z'; }
  void addWord(Logic64 word, uint64_t mask) {
    uint64_t x = word.a & word.b, z = ~word.a & word.b;
    anyX |= x != 0;
    anyZ |= z != 0;
    allX &= x == mask;
    allZ &= z == mask;
  }
};

UnknownBits unknownBits(const LogicRef &v) {
  UnknownBits result;
  for (uint32_t lo = 0; lo < v.width; lo += 64)
    result.addWord(v.planes().word(lo >> 6), lowMask(v.width - lo));
  return result;
}

bool isUnknown(const LogicRef &v) { return wide::isUnknown(v, v.width); }

void formatDecimal(std::string &out, const FormatSpec &spec, const LogicRef &v) {
  size_t start = out.size();
  if (isUnknown(v))
    out += unknownBits(v).letter();
  else
    appendDecimal(out, v);
  padField(out, start, spec, decimalColumns(v.width, v.isSigned));
}

/// h, o and b: `digitBits` bits a digit.
void formatRadix(std::string &out, const FormatSpec &spec, const LogicRef &v, uint32_t digitBits) {
  size_t start = out.size();
  uint32_t digits = (v.width + digitBits - 1) / digitBits;
  for (uint32_t i = digits; i-- > 0;) {
    uint32_t lo = i * digitBits, bits = std::min(digitBits, v.width - lo);
    uint64_t a = extractWord(v.a, lo, bits);
    uint64_t b = v.b ? extractWord(v.b, lo, bits) : 0;
    if (b) {
      UnknownBits unknown;
      unknown.addWord({a, b}, lowMask(bits));
      out += unknown.letter();
    } else if (a || !spec.minimal || out.size() > start || i == 0) {
      out += "0123456789abcdef"[a];
    }
  }
  padField(out, start, spec, 0);
}

void formatCharacter(std::string &out, const FormatSpec &spec, const LogicRef &v) {
  size_t start = out.size();
  uint64_t low = logic64::toTwoState(v.planes().word(0));
  if (v.isSigned && v.width < 8)
    low = uint64_t(bits64::signExtend(low, v.width));
  out += char(uint8_t(low));
  pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign, spec.zeroPad);
}

/// Zero bytes in front vanish; later ones show as spaces.
void formatBytes(std::string &out, const FormatSpec &spec, const LogicRef &v) {
  size_t start = out.size();
  uint32_t bytes = (v.width + 7) / 8;
  for (uint32_t i = bytes; i-- > 0;) {
    Logic64 word = v.planes().word(i >> 3);
    auto c = char(uint8_t(logic64::toTwoState(word) >> ((i & 7) * 8)));
    if (c || out.size() > start)
      out += c ? c : ' ';
  }
  FormatSpec plain = spec;
  plain.zeroPad = false;
  padField(out, start, plain, bytes);
}

/// %u and %z: 32-bit words, least significant first, in the byte order of the
/// host; %z has each word's a-plane, then its b-plane (21.2.1.2).
void formatBinary(std::string &out, const LogicRef &v, bool fourState) {
  auto append = [&](uint32_t word) {
    out.append(reinterpret_cast<const char *>(&word), sizeof word);
  };
  for (uint32_t lo = 0; lo < v.width; lo += 32) {
    Logic64 word = v.planes().word(lo >> 6);
    uint32_t shift = lo & 63;
    if (fourState) {
      append(uint32_t(word.a >> shift));
      append(uint32_t(word.b >> shift));
    } else {
      append(uint32_t(logic64::toTwoState(word) >> shift));
    }
  }
}

void formatPattern(std::string &out, const FormatSpec &spec, const LogicRef &v) {
  size_t start = out.size();
  if (isUnknown(v)) {
    out += std::to_string(v.width) + (v.isSigned ? "'sb" : "'b");
    formatRadix(out, {.conversion = 'b'}, v, 1);
  } else {
    appendDecimal(out, v);
  }
  pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign, false);
}

void formatBitStrengths(std::string &out, const FormatSpec &spec, const LogicRef &v) {
  size_t start = out.size();
  for (uint32_t i = v.width; i-- > 0;) {
    appendStrength(out, StrengthValue::strong(v.bit(i)));
    if (i)
      out += ' ';
  }
  pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign, false);
}

/// Appends the digits of a real in the style of the letter.
void appendReal(std::string &out, char letter, int precision, double v) {
  std::chars_format style = letter == 'e'   ? std::chars_format::scientific
                            : letter == 'f' ? std::chars_format::fixed
                                            : std::chars_format::general;
  precision = std::clamp(precision, 0, 1100);
  if (std::isnan(v)) // its sign says nothing, and differs between machines
    v = std::numeric_limits<double>::quiet_NaN();
  char buffer[1600];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, v, style, precision);
  out.append(buffer, end.ptr);
}

void formatFloat(std::string &out, const FormatSpec &spec, double v) {
  size_t start = out.size();
  if (spec.plus && !std::signbit(v))
    out += '+';
  appendReal(out, spec.conversion, spec.precision < 0 ? 6 : spec.precision, v);
  if (spec.upper)
    for (size_t i = start; i < out.size(); ++i)
      if (out[i] >= 'a' && out[i] <= 'z')
        out[i] = char(out[i] - 32);
  pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign,
      spec.zeroPad && std::isfinite(v));
}

/// A real under %d: all digits of the rounded value.
void formatRealDecimal(std::string &out, const FormatSpec &spec, double v) {
  size_t start = out.size();
  double rounded = std::round(v);
  appendReal(out, 'f', 0, rounded == 0 ? 0.0 : rounded);
  pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign,
      spec.zeroPad && std::isfinite(v));
}

} // namespace

//===--- Specifications ---------------------------------------------------===//

size_t parseSpec(std::string_view text, size_t at, FormatSpec &spec) {
  spec = FormatSpec();
  spec.conversion = 0;
  auto number = [&] {
    int32_t value = 0;
    for (; at < text.size() && isDigit(text[at]); ++at)
      value = std::min(value * 10 + (text[at] - '0'), maxField);
    return value;
  };
  for (++at; at < text.size(); ++at) {
    if (text[at] == '-')
      spec.leftAlign = true;
    else if (text[at] == '+')
      spec.plus = true;
    else if (text[at] == '0')
      spec.zeroPad = true;
    else
      break;
  }
  if (at < text.size() && isDigit(text[at])) {
    spec.width = number();
  } else if (spec.zeroPad) {
    spec.minimal = true;
    spec.zeroPad = false;
  }
  if (at < text.size() && text[at] == '.') {
    ++at;
    spec.precision = number();
  }
  if (at == text.size())
    return at;
  char letter = text[at++];
  spec.upper = letter >= 'A' && letter <= 'Z';
  if (spec.upper)
    letter = char(letter + 32);
  if (letter == 'x')
    letter = 'h';
  if (std::string_view("dhobcstefgvmlpuz").find(letter) != std::string_view::npos)
    spec.conversion = letter;
  return at;
}

bool nextPiece(std::string_view text, size_t &at, FormatPiece &piece) {
  if (at >= text.size())
    return false;
  piece.isSpec = false;
  if (text[at] != '%') {
    size_t end = std::min(text.find('%', at), text.size());
    piece.text = text.substr(at, end - at);
    at = end;
    return true;
  }
  if (at + 1 < text.size() && text[at + 1] == '%') {
    piece.text = text.substr(at, 1);
    at += 2;
    return true;
  }
  size_t end = parseSpec(text, at, piece.spec);
  piece.isSpec = true;
  piece.text = text.substr(at, end - at);
  at = end;
  return true;
}

//===--- Vectors, reals and strings ---------------------------------------===//

bool formatLogic(std::string &out, const FormatSpec &spec, const LogicRef &v) {
  switch (spec.conversion) {
  case 'd':
    formatDecimal(out, spec, v);
    return true;
  case 'h':
    formatRadix(out, spec, v, 4);
    return true;
  case 'o':
    formatRadix(out, spec, v, 3);
    return true;
  case 'b':
    formatRadix(out, spec, v, 1);
    return true;
  case 'c':
    formatCharacter(out, spec, v);
    return true;
  case 's':
    formatBytes(out, spec, v);
    return true;
  case 'e':
  case 'f':
  case 'g':
    formatFloat(out, spec, toDouble(v));
    return true;
  case 'v':
    formatBitStrengths(out, spec, v);
    return true;
  case 'p':
    formatPattern(out, spec, v);
    return true;
  case 'u':
  case 'z':
    formatBinary(out, v, spec.conversion == 'z');
    return true;
  default:
    return false;
  }
}

bool formatReal(std::string &out, const FormatSpec &spec, double v) {
  switch (spec.conversion) {
  case 'e':
  case 'f':
  case 'g':
    formatFloat(out, spec, v);
    return true;
  case 'd':
    formatRealDecimal(out, spec, v);
    return true;
  case 'p': {
    size_t start = out.size();
    formatDefaultReal(out, v);
    pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign, false);
    return true;
  }
  case 'h':
  case 'o':
  case 'b':
  case 'c':
  case 's':
  case 'u':
  case 'z': {
    LogicVector rounded = LogicVector::fromDouble(64, v);
    FormatSpec shortest = spec;
    shortest.minimal = true;
    return formatLogic(out, shortest, rounded.ref());
  }
  default:
    return false;
  }
}

bool formatString(std::string &out, const FormatSpec &spec, std::string_view v) {
  switch (spec.conversion) {
  case 's':
    appendField(out, spec, v);
    return true;
  case 'p': {
    size_t start = out.size();
    appendQuoted(out, v);
    pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign, false);
    return true;
  }
  case 't':
  case 'v':
    return false;
  default:
    return formatLogic(out, spec, LogicVector::fromBytes(v).ref());
  }
}

void formatStrength(std::string &out, const FormatSpec &spec, StrengthValue v) {
  size_t start = out.size();
  appendStrength(out, v);
  pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign, false);
}

void formatDefault(std::string &out, char radix, const LogicRef &v) {
  FormatSpec spec;
  spec.conversion = radix;
  formatLogic(out, spec, v);
}

void formatDefaultReal(std::string &out, double v) { appendReal(out, 'g', 6, v); }

void appendQuoted(std::string &out, std::string_view v) {
  out += '"';
  for (char c : v) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  out += '"';
}

void appendField(std::string &out, const FormatSpec &spec, std::string_view text) {
  size_t start = out.size();
  out += text;
  pad(out, start, uint32_t(std::max(spec.width, 0)), spec.leftAlign, false);
}

//===--- Time -------------------------------------------------------------===//

namespace {

/// Ends a time: suffix and field.
void finishTime(std::string &out, size_t start, const FormatSpec &spec, const TimeFormat &format) {
  out += format.suffix;
  padField(out, start, spec, format.minWidth);
}

} // namespace

void formatTime(std::string &out, const FormatSpec &spec, const LogicRef &v, TimeUnit unit,
                const TimeFormat &format) {
  size_t start = out.size();
  if (isUnknown(v)) {
    out += unknownBits(v).letter();
    return padField(out, start, spec, format.minWidth);
  }
  appendDecimal(out, v);
  size_t digits = start + (out[start] == '-');
  bool isZero = out.size() == digits + 1 && out[digits] == '0';
  int power = exponent(unit) - exponent(format.units);
  uint32_t fraction = 0;
  if (power >= 0) {
    out.append(isZero ? 0 : uint32_t(power), '0');
  } else {
    fraction = uint32_t(-power);
    if (out.size() - digits <= fraction)
      out.insert(digits, fraction + 1 - (out.size() - digits), '0');
  }
  if (fraction > format.precision)
    out.resize(out.size() - (fraction - format.precision));
  else
    out.append(format.precision - fraction, '0');
  if (format.precision)
    out.insert(out.size() - format.precision, 1, '.');
  finishTime(out, start, spec, format);
}

void formatRealTime(std::string &out, const FormatSpec &spec, double v, TimeUnit unit,
                    const TimeFormat &format) {
  size_t start = out.size();
  appendReal(out, 'f', int(format.precision), convertRealTime(v, unit, format.units));
  finishTime(out, start, spec, format);
}

} // namespace circtsim::value

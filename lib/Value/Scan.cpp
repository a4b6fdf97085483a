//===- Scan.cpp - Formatted input -----------------------------------------===//
//
// IEEE 1800-2023 21.3.4.3. The format is walked once: white space skips white space
// of the input, a conversion reads the longest run of characters it accepts (after
// skipping white space, except %c, %u, %z), anything else must match exactly. The
// source has one character of look-ahead, so what has been taken is never put back.
// Numbers are turned into values by the rules for literals (Literal.h): X and Z
// digits extend to the target, excess digits are dropped on the left.
//
//===----------------------------------------------------------------------===//
#include "Value/Scan.h"

#include "Value/Convert.h"
#include "Value/Literal.h"
#include "Value/Strength.h"

#include <algorithm>
#include <cmath>

namespace circtsim::value {

CharSource::~CharSource() = default;
ScanSink::~ScanSink() = default;

namespace {

bool isSpace(int c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isDigit(int c) { return c >= '0' && c <= '9'; }
bool isUnknownLetter(int c) { return c == 'x' || c == 'X' || c == 'z' || c == 'Z' || c == '?'; }

class Scanner {
public:
  Scanner(CharSource &source, ScanSink &sink, const ScanContext &context)
      : source(source), sink(sink), context(context) {}

  ScanResult run(std::string_view format);

private:
  /// One conversion: %[*][width]letter.
  struct Item {
    bool suppress = false;
    uint32_t width = ~0u;
    char letter = 0;
  };

  Item parseItem(std::string_view format, size_t &at);
  bool convert(const Item &item);
  bool convertNumber(const Item &item, char base);
  bool convertReal(const Item &item);
  bool convertWord(const Item &item);
  bool convertCharacter(const Item &item);
  bool convertStrength(const Item &item);
  bool convertBinary(const Item &item);

  void skipSpace() {
    while (isSpace(source.peek()))
      source.next();
  }
  /// Takes the next character into `taken` if the field has room and `accept`
  /// likes it.
  template <typename Accept>
  bool take(uint32_t limit, Accept accept) {
    if (taken.size() >= limit || source.peek() < 0 || !accept(source.peek()))
      return false;
    taken += char(source.next());
    return true;
  }
  bool beginTarget(const Item &item) {
    if (item.suppress || sink.nextTarget())
      return true;
    result.missingArgument = true;
    return false;
  }

  CharSource &source;
  ScanSink &sink;
  const ScanContext &context;
  ScanResult result;
  std::string taken; ///< characters of the current field
};

Scanner::Item Scanner::parseItem(std::string_view format, size_t &at) {
  Item item;
  if (at < format.size() && format[at] == '*') {
    item.suppress = true;
    ++at;
  }
  if (at < format.size() && isDigit(format[at])) {
    item.width = 0;
    for (; at < format.size() && isDigit(format[at]); ++at)
      item.width = std::min<uint32_t>(item.width * 10 + uint32_t(format[at] - '0'), 1u << 24);
    // A width of 0 sets no limit.
    if (item.width == 0)
      item.width = ~0u;
  }
  if (at < format.size()) {
    item.letter = format[at++];
    if (item.letter >= 'A' && item.letter <= 'Z')
      item.letter = char(item.letter + 32);
  }
  return item;
}

bool Scanner::convertNumber(const Item &item, char base) {
  uint32_t limit = item.width;
  skipSpace();
  if (base == 'd' && take(limit, isUnknownLetter)) {
    // A single x or z stands for the whole value.
  } else {
    if (base == 'd')
      take(limit, [](int c) { return c == '+' || c == '-'; });
    int radix = base == 'b' ? 2 : base == 'o' ? 8 : base == 'h' ? 16 : 10;
    while (take(limit, [&](int c) {
      int digit = digitValue(char(c));
      return (digit >= 0 && digit < radix) || c == '_' || (base != 'd' && isUnknownLetter(c));
    }))
      continue;
  }
  bool negative = !taken.empty() && taken[0] == '-';
  bool hasSign = negative || (!taken.empty() && taken[0] == '+');
  std::string digits = taken.substr(hasSign);
  if (digits.empty() || digits[0] == '_' || !beginTarget(item))
    return false;
  if (item.suppress)
    return true;
  LogicVector value = makeIntegerLiteral(sink.targetWidth(), base == 'd', base, digits).value;
  if (negative)
    value = neg(value);
  sink.storeLogic(value);
  ++result.count;
  return true;
}

bool Scanner::convertReal(const Item &item) {
  uint32_t limit = item.width;
  skipSpace();
  take(limit, [](int c) { return c == '+' || c == '-'; });
  bool digits = false;
  while (take(limit, isDigit))
    digits = true;
  if (take(limit, [](int c) { return c == '.'; }))
    while (take(limit, isDigit))
      digits = true;
  if (!digits)
    return false;
  if (take(limit, [](int c) { return c == 'e' || c == 'E'; })) {
    take(limit, [](int c) { return c == '+' || c == '-'; });
    bool exponent = false;
    while (take(limit, isDigit))
      exponent = true;
    if (!exponent)
      return false;
  }
  if (!beginTarget(item))
    return false;
  if (item.suppress)
    return true;
  double value = stringToReal(taken);
  if (item.letter == 't') {
    // "Scaled and rounded according to the current time scale as set by $timeformat".
    double digits = std::pow(10.0, context.timeFormatPrecision);
    double rounded = std::round(value * digits) / digits;
    value = convertRealTime(std::isfinite(rounded) ? rounded : value, context.timeFormatUnits,
                            context.timeScale.unit);
  }
  sink.storeReal(value);
  ++result.count;
  return true;
}

bool Scanner::convertWord(const Item &item) {
  skipSpace();
  while (take(item.width, [](int c) { return !isSpace(c); }))
    continue;
  if (taken.empty() || !beginTarget(item))
    return false;
  if (!item.suppress) {
    sink.storeString(taken);
    ++result.count;
  }
  return true;
}

bool Scanner::convertCharacter(const Item &item) {
  if (!take(1, [](int) { return true; }) || !beginTarget(item))
    return false;
  if (!item.suppress) {
    uint32_t width = sink.targetWidth();
    sink.storeLogic(LogicVector::fromUint64(width ? width : 8, uint8_t(taken[0])));
    ++result.count;
  }
  return true;
}

bool Scanner::convertStrength(const Item &item) {
  skipSpace();
  while (take(3, [](int c) { return !isSpace(c); }))
    continue;
  std::optional<StrengthValue> strength = parseStrength(taken);
  if (!strength || !beginTarget(item))
    return false;
  if (!item.suppress) {
    LogicVector bit(1, false, strength->bit());
    uint32_t width = sink.targetWidth();
    sink.storeLogic(width ? bit.resize(width) : bit);
    ++result.count;
  }
  return true;
}

/// %u and %z read whole 32-bit words, as many as the target has (21.2.1.2 backwards),
/// or as the field's width in bits needs; without a target and a width, one word.
bool Scanner::convertBinary(const Item &item) {
  if (!beginTarget(item))
    return false;
  uint32_t width = item.suppress ? 32 : sink.targetWidth();
  if (!width)
    return false;
  uint32_t field = item.width == ~0u ? width : item.width;
  bool fourState = item.letter == 'z';
  size_t bytes = (size_t(field) + 31) / 32 * (fourState ? 8 : 4);
  while (taken.size() < bytes && source.peek() >= 0)
    taken += char(source.next());
  if (taken.size() < bytes) {
    result.foundBytes = taken.size();
    result.neededBytes = bytes;
    return false;
  }
  if (item.suppress)
    return true;
  LogicVector value(width);
  const char *from = taken.data();
  auto read = [&](uint64_t *plane, uint32_t lo) {
    uint32_t word;
    std::memcpy(&word, from, sizeof word);
    from += sizeof word;
    insertWord(plane, word, lo, std::min<uint32_t>(32, std::min(field, width) - lo));
  };
  for (uint32_t lo = 0; lo < std::min(field, width); lo += 32) {
    read(value.planes().a, lo);
    if (fourState)
      read(value.planes().b, lo);
  }
  sink.storeLogic(value);
  ++result.count;
  return true;
}

bool Scanner::convert(const Item &item) {
  taken.clear();
  switch (item.letter) {
  case 'd':
  case 'b':
  case 'o':
  case 'h':
    return convertNumber(item, item.letter);
  case 'x':
    return convertNumber(item, 'h');
  case 'e':
  case 'f':
  case 'g':
  case 't':
    return convertReal(item);
  case 's':
    return convertWord(item);
  case 'c':
    return convertCharacter(item);
  case 'v':
    return convertStrength(item);
  case 'u':
  case 'z':
    return convertBinary(item);
  case 'm':
    if (!beginTarget(item))
      return false;
    if (!item.suppress) {
      sink.storeString(context.scopeName);
      ++result.count;
    }
    return true;
  case '%':
    skipSpace();
    return take(1, [](int c) { return c == '%'; });
  default:
    result.badFormat = true;
    return false;
  }
}

ScanResult Scanner::run(std::string_view format) {
  bool converted = false;
  for (size_t at = 0; at < format.size();) {
    bool matched;
    if (isSpace(uint8_t(format[at]))) {
      skipSpace();
      ++at;
      continue;
    }
    if (format[at] == '%') {
      Item item = parseItem(format, ++at);
      matched = convert(item);
      converted |= matched && item.letter != '%';
    } else {
      taken.clear();
      char expected = format[at++];
      matched = take(1, [&](int c) { return char(c) == expected; });
    }
    if (!matched) {
      bool failedInput = (taken.empty() || result.neededBytes) && source.peek() < 0;
      // Words that are cut off tell of the end, whatever was skipped before them.
      bool isEnd = !converted || (result.neededBytes && !result.count);
      if (failedInput && isEnd && !result.missingArgument && !result.badFormat)
        result.count = -1;
      break;
    }
  }
  return result;
}

} // namespace

ScanResult scanFormat(CharSource &source, std::string_view format, ScanSink &sink,
                      const ScanContext &context) {
  return Scanner(source, sink, context).run(format);
}

} // namespace circtsim::value

//===- Time.cpp - Time units and scaling ----------------------------------===//
//
// IEEE 1800-2023 3.14 and 5.8. Integer scaling multiplies with saturation or
// divides with rounding. Real scaling multiplies or divides by an exact power of
// ten (10**22 is the largest a double holds exactly; the widest span of units is
// 10**17), so that one rounding happens per conversion.
//
//===----------------------------------------------------------------------===//
#include "Value/Time.h"

#include "Value/Convert.h"

#include <cmath>
#include <limits>

namespace circtsim::value {

namespace {

struct UnitName {
  const char *name;
  TimeUnit unit;
};

constexpr UnitName unitNames[] = {{"s", TimeUnit::s},   {"ms", TimeUnit::ms}, {"us", TimeUnit::us},
                                  {"ns", TimeUnit::ns}, {"ps", TimeUnit::ps}, {"fs", TimeUnit::fs}};

constexpr uint64_t maxCount = std::numeric_limits<uint64_t>::max();

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && isSpace(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back()))
    text.remove_suffix(1);
  return text;
}

double scaleReal(double value, int power) {
  return power >= 0 ? value * double(powerOfTen(unsigned(power)))
                    : value / double(powerOfTen(unsigned(-power)));
}

} // namespace

std::optional<TimeUnit> parseUnitName(std::string_view text) {
  for (const UnitName &entry : unitNames)
    if (text == entry.name)
      return entry.unit;
  return std::nullopt;
}

std::optional<TimeUnit> parseTimeUnit(std::string_view text) {
  text = trim(text);
  size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
    ++digits;
  std::string_view number = text.substr(0, digits);
  int power = number == "1" ? 0 : number == "10" ? 1 : number == "100" ? 2 : -1;
  std::optional<TimeUnit> unit = parseUnitName(trim(text.substr(digits)));
  if (power < 0 || !unit)
    return std::nullopt;
  return TimeUnit(exponent(*unit) + power);
}

std::optional<TimeScale> parseTimeScale(std::string_view text) {
  size_t slash = text.find('/');
  if (slash == std::string_view::npos)
    return std::nullopt;
  std::optional<TimeUnit> unit = parseTimeUnit(text.substr(0, slash));
  std::optional<TimeUnit> precision = parseTimeUnit(text.substr(slash + 1));
  if (!unit || !precision || *precision > *unit)
    return std::nullopt;
  return TimeScale{*unit, *precision};
}

std::string toString(TimeUnit unit) {
  static constexpr const char *factors[] = {"1", "10", "100"};
  int above = exponent(unit) - exponent(smallestUnit);
  std::string result = factors[above % 3];
  return result + unitNames[5 - above / 3].name;
}

std::string toString(const TimeScale &scale) {
  return toString(scale.unit) + "/" + toString(scale.precision);
}

uint64_t convertTime(uint64_t count, TimeUnit from, TimeUnit to) {
  int power = exponent(from) - exponent(to);
  if (power >= 0) {
    uint64_t factor = powerOfTen(unsigned(power)), result = 0;
    return __builtin_mul_overflow(count, factor, &result) ? maxCount : result;
  }
  uint64_t divisor = powerOfTen(unsigned(-power));
  return count / divisor + (count % divisor >= divisor / 2);
}

uint64_t truncateTime(uint64_t count, TimeUnit from, TimeUnit to) {
  if (from >= to)
    return convertTime(count, from, to);
  return count / powerOfTen(unsigned(exponent(to) - exponent(from)));
}

double convertRealTime(double count, TimeUnit from, TimeUnit to) {
  return scaleReal(count, exponent(from) - exponent(to));
}

uint64_t realDelayTicks(double delay, const TimeScale &scale, TimeUnit tick) {
  double steps = std::round(convertRealTime(delay, scale.unit, scale.precision));
  if (std::isnan(steps))
    return 0;
  constexpr double limit = 18446744073709551616.0;
  if (steps < 0) {
    uint64_t back = -steps >= limit ? maxCount : uint64_t(-steps);
    return 0 - convertTime(back, scale.precision, tick);
  }
  return steps >= limit ? maxCount : convertTime(uint64_t(steps), scale.precision, tick);
}

uint64_t integerDelayTicks(uint64_t delay, const TimeScale &scale, TimeUnit tick) {
  return convertTime(delay, scale.unit, tick);
}

double timeLiteralValue(double value, TimeUnit unit, const TimeScale &scale) {
  double steps = std::round(convertRealTime(value, unit, scale.precision));
  return convertRealTime(steps, scale.precision, scale.unit);
}

std::optional<uint64_t> parseFemtoseconds(std::string_view text) {
  text = trim(text);
  size_t end = text.find_first_not_of("0123456789.eE");
  std::string_view name = end == std::string_view::npos ? "fs" : trim(text.substr(end));
  std::optional<TimeUnit> unit = parseUnitName(name);
  std::string_view number = text.substr(0, end);
  if (!unit || number.empty())
    return std::nullopt;
  if (number.find_first_of(".eE") == std::string_view::npos) {
    uint64_t count = 0;
    if (!fromDecimal(&count, 64, number))
      return maxCount;
    return convertTime(count, *unit, TimeUnit::fs);
  }
  std::optional<double> value = parseDouble(number);
  if (!value)
    return std::nullopt;
  return realDelayTicks(*value, {*unit, TimeUnit::fs}, TimeUnit::fs);
}

} // namespace circtsim::value

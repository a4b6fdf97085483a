//===- Time.h - Time units and scaling --------------------------*- C++ -*-===//
//
// IEEE 1800-2023 3.14: time units are powers of ten of a second from 1 fs to
// 100 s. Simulation time is counted in ticks of the smallest precision.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_TIME_H
#define CIRCTSIM_VALUE_TIME_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace circtsim::value {

/// A power of ten of a second, -15 (1 fs) to 2 (100 s); all values in between
/// are valid, the names are the ones without a factor.
enum class TimeUnit : int8_t { fs = -15, ps = -12, ns = -9, us = -6, ms = -3, s = 0 };

inline constexpr TimeUnit smallestUnit = TimeUnit::fs;
inline constexpr TimeUnit largestUnit = TimeUnit(2);

constexpr int exponent(TimeUnit unit) { return int(unit); }

/// Unit and precision of a design element; the precision is never coarser.
struct TimeScale {
  TimeUnit unit = TimeUnit::ns;
  TimeUnit precision = TimeUnit::ns;
  friend constexpr bool operator==(const TimeScale &, const TimeScale &) = default;
};

/// 10**power for 0 <= power <= 19.
constexpr uint64_t powerOfTen(unsigned power) {
  uint64_t result = 1;
  while (power--)
    result *= 10;
  return result;
}

/// The name alone: s, ms, us, ns, ps, fs.
std::optional<TimeUnit> parseUnitName(std::string_view text);

/// A unit as in `timescale: 1, 10 or 100 and a name, white space allowed.
std::optional<TimeUnit> parseTimeUnit(std::string_view text);

/// `<unit>/<precision>`; nullopt if malformed or the precision is coarser.
std::optional<TimeScale> parseTimeScale(std::string_view text);

/// "1ns", "100ps".
std::string toString(TimeUnit unit);
/// "1ns/10ps".
std::string toString(const TimeScale &scale);

/// Converts a count of `from` units to `to` units, rounding half up; counts too
/// large become UINT64_MAX.
uint64_t convertTime(uint64_t count, TimeUnit from, TimeUnit to);

/// The same rounded towards zero.
uint64_t truncateTime(uint64_t count, TimeUnit from, TimeUnit to);

/// A count of `from` units as a real number of `to` units ($realtime).
double convertRealTime(double count, TimeUnit from, TimeUnit to);

/// Ticks of a real delay written in a design element: the delay is rounded to
/// the element's precision, half away from zero, then scaled to `tick`
/// (3.14.1). A negative delay is taken modulo 2**64 (9.4.1 as for an integer);
/// NaN gives 0.
uint64_t realDelayTicks(double delay, const TimeScale &scale, TimeUnit tick);

/// Ticks of an integer delay in units of the design element; UINT64_MAX when
/// the product does not fit.
uint64_t integerDelayTicks(uint64_t delay, const TimeScale &scale, TimeUnit tick);

/// The value of a time literal in the units of a design element, rounded to its
/// precision (5.8).
double timeLiteralValue(double value, TimeUnit unit, const TimeScale &scale);

/// A time option with a unit such as "10us", "1.5ms" or "1e3ns", or a plain number of
/// femtoseconds, in femtoseconds.
std::optional<uint64_t> parseFemtoseconds(std::string_view text);

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_TIME_H

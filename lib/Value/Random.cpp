//===- Random.cpp - Random number generators ------------------------------===//
//
// The distributions transcribe the algorithms of IEEE 1800-2023 Annex N (1364-2005
// 17.9.3): a 32-bit linear congruential seed whose upper 23 bits become the
// fraction of a float in [1, 2). The annex is written for a C `long` of 32 bits;
// here the seed arithmetic is unsigned, and the conversions of reals go through 64
// bits and wrap.
//
// The free-running generator is xoshiro256** (Blackman and Vigna, 2018); ranges
// use multiplication with rejection, so they are unbiased.
//
//===----------------------------------------------------------------------===//
#include "Value/Random.h"

#include "Value/Convert.h"
#include "Value/Words.h"

#include <cmath>
#include <limits>
#include <utility>

// Fused multiply-add would change the sequences.
#pragma STDC FP_CONTRACT OFF

namespace circtsim::value {

//===--- Annex N ----------------------------------------------------------===//

namespace {

double uniform(int32_t &seed, int32_t start, int32_t end) {
  uint32_t state = seed == 0 ? 259341593u : uint32_t(seed);
  double low = start, high = end;
  if (start >= end) {
    low = 0.0;
    high = 2147483647.0;
  }
  state = 69069u * state + 1u;
  seed = int32_t(state);
  double fraction = std::bit_cast<float>((state >> 9) | 0x3f800000u);
  constexpr double epsilon = 0.00000011920928955078125; // 2**-23
  fraction = fraction + fraction * epsilon;
  return (high - low) * (fraction - 1.0) + low;
}

double normal(int32_t &seed, int32_t mean, int32_t deviation) {
  double first = 0, sum = 1.0;
  while (sum >= 1.0 || sum == 0.0) {
    first = uniform(seed, -1, 1);
    double second = uniform(seed, -1, 1);
    sum = first * first + second * second;
  }
  double unit = first * std::sqrt(-2.0 * std::log(sum) / sum);
  return unit * deviation + mean;
}

double exponential(int32_t &seed, int32_t mean) {
  double value = uniform(seed, 0, 1);
  return value != 0 ? -std::log(value) * mean : value;
}

int32_t poisson(int32_t &seed, int32_t mean) {
  int32_t count = 0;
  double limit = std::exp(-double(mean));
  double product = uniform(seed, 0, 1);
  while (limit < product) {
    ++count;
    product = uniform(seed, 0, 1) * product;
  }
  return count;
}

double chiSquare(int32_t &seed, int32_t degreeOfFreedom) {
  double sum = 0.0;
  if (degreeOfFreedom % 2) {
    sum = normal(seed, 0, 1);
    sum = sum * sum;
  }
  for (int64_t k = 2; k <= degreeOfFreedom; k += 2)
    sum = sum + 2 * exponential(seed, 1);
  return sum;
}

double studentT(int32_t &seed, int32_t degreeOfFreedom) {
  double root = std::sqrt(chiSquare(seed, degreeOfFreedom) / degreeOfFreedom);
  return normal(seed, 0, 1) / root;
}

double erlangian(int32_t &seed, int32_t stages, int32_t mean) {
  double product = 1.0;
  for (int64_t i = 1; i <= stages; ++i)
    product = product * uniform(seed, 0, 1);
  return -double(mean) * std::log(product) / double(stages);
}

/// Conversion to a 32-bit long that wraps; infinities give the extreme values.
int32_t toLong(double value) {
  constexpr double limit = 9.0e18;
  if (!(std::fabs(value) < limit))
    return value > 0 ? std::numeric_limits<int32_t>::max() : std::numeric_limits<int32_t>::min();
  return int32_t(uint32_t(uint64_t(int64_t(value))));
}

int32_t roundToLong(double value) {
  return value >= 0 ? toLong(value + 0.5) : int32_t(0u - uint32_t(toLong(-value + 0.5)));
}

/// Truncates as the annex does: towards minus infinity, except that negative
/// integers move down by one.
int32_t floorToLong(double value) { return toLong(value >= 0 ? value : value - 1); }

} // namespace

int32_t distUniform(int32_t &seed, int32_t start, int32_t end) {
  constexpr int32_t longMax = std::numeric_limits<int32_t>::max();
  constexpr int32_t longMin = std::numeric_limits<int32_t>::min();
  if (start >= end)
    return start;
  if (end != longMax) {
    ++end;
    int32_t value = floorToLong(uniform(seed, start, end));
    if (value < start)
      value = start;
    return value >= end ? end - 1 : value;
  }
  if (start != longMin) {
    --start;
    int32_t value = floorToLong(uniform(seed, start, end) + 1.0);
    if (value <= start)
      value = start + 1;
    return value > end ? end : value;
  }
  double fraction = (uniform(seed, start, end) + 2147483648.0) / 4294967295.0;
  return floorToLong(fraction * 4294967296.0 - 2147483648.0);
}

int32_t distNormal(int32_t &seed, int32_t mean, int32_t deviation) {
  return roundToLong(normal(seed, mean, deviation));
}

int32_t distExponential(int32_t &seed, int32_t mean) {
  return mean > 0 ? roundToLong(exponential(seed, mean)) : 0;
}

int32_t distPoisson(int32_t &seed, int32_t mean) { return mean > 0 ? poisson(seed, mean) : 0; }

int32_t distChiSquare(int32_t &seed, int32_t degreeOfFreedom) {
  return degreeOfFreedom > 0 ? roundToLong(chiSquare(seed, degreeOfFreedom)) : 0;
}

int32_t distT(int32_t &seed, int32_t degreeOfFreedom) {
  return degreeOfFreedom > 0 ? roundToLong(studentT(seed, degreeOfFreedom)) : 0;
}

int32_t distErlang(int32_t &seed, int32_t stages, int32_t mean) {
  return stages > 0 ? roundToLong(erlangian(seed, stages, mean)) : 0;
}

int32_t distRandom(int32_t &seed) {
  return distUniform(seed, std::numeric_limits<int32_t>::min(),
                     std::numeric_limits<int32_t>::max());
}

//===--- xoshiro256** -----------------------------------------------------===//

void RandomGenerator::setSeed(uint64_t seed) {
  for (uint64_t &word : words) {
    seed += 0x9E3779B97F4A7C15ull;
    uint64_t mixed = seed;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
    word = mixed ^ (mixed >> 31);
  }
}

uint64_t RandomGenerator::next64() {
  uint64_t result = std::rotl(words[1] * 5, 7) * 9;
  uint64_t shifted = words[1] << 17;
  words[2] ^= words[0];
  words[3] ^= words[1];
  words[1] ^= words[2];
  words[0] ^= words[3];
  words[2] ^= shifted;
  words[3] = std::rotl(words[3], 45);
  return result;
}

uint64_t RandomGenerator::below(uint64_t bound) {
  if ((bound & (bound - 1)) == 0)
    return next64() & (bound - 1);
  // Rejects the incomplete last run of the multiples of the bound.
  uint64_t threshold = (0 - bound) % bound;
  uint64_t value = next64();
  while (value < threshold)
    value = next64();
  return value % bound;
}

uint32_t RandomGenerator::range(uint32_t maxValue, uint32_t minValue) {
  if (maxValue < minValue)
    std::swap(maxValue, minValue);
  uint64_t span = uint64_t(maxValue) - minValue + 1;
  // Multiplication maps 32 random bits to the span; the low half tells whether
  // the draw belongs to the part to reject (Lemire, 2019).
  uint64_t product = uint64_t(next32()) * span;
  if (span != uint64_t(1) << 32 && uint32_t(product) < span) {
    uint32_t threshold = uint32_t(0 - uint32_t(span)) % uint32_t(span);
    while (uint32_t(product) < threshold)
      product = uint64_t(next32()) * span;
  }
  return minValue + uint32_t(product >> 32);
}

void RandomGenerator::fill(uint64_t *target, uint32_t width) {
  for (uint32_t i = 0, count = wordsFor(width); i < count; ++i)
    target[i] = next64();
  maskTop(target, width);
}

std::string RandomGenerator::state() const {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (uint64_t word : words)
    for (int shift = 60; shift >= 0; shift -= 4)
      text += digits[(word >> shift) & 15];
  return text;
}

bool RandomGenerator::setState(std::string_view text) {
  if (text.size() != 64)
    return false;
  uint64_t parsed[4] = {};
  for (size_t i = 0; i < 64; ++i) {
    int digit = digitValue(text[i]);
    if (digit < 0)
      return false;
    parsed[i / 16] = parsed[i / 16] << 4 | uint64_t(digit);
  }
  if (!(parsed[0] | parsed[1] | parsed[2] | parsed[3]))
    return false;
  copyWords(words, parsed, 4);
  return true;
}

} // namespace circtsim::value

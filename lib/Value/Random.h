//===- Random.h - Random number generators ----------------------*- C++ -*-===//
//
// The distributions of IEEE 1800-2023 20.14 and Annex N ($random, $dist_*), whose
// sequences are fixed by the standard, and the generator behind $urandom, process
// and object random stability (18.13, 18.14), whose sequence is ours.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_RANDOM_H
#define CIRCTSIM_VALUE_RANDOM_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace circtsim::value {

/// Each takes the seed variable and updates it. Arguments for which the standard
/// asks a warning (a mean, degree or stage count that is not positive) give 0
/// and leave the seed alone; the caller warns.
int32_t distUniform(int32_t &seed, int32_t start, int32_t end);
int32_t distNormal(int32_t &seed, int32_t mean, int32_t deviation);
int32_t distExponential(int32_t &seed, int32_t mean);
int32_t distPoisson(int32_t &seed, int32_t mean);
int32_t distChiSquare(int32_t &seed, int32_t degreeOfFreedom);
int32_t distT(int32_t &seed, int32_t degreeOfFreedom);
int32_t distErlang(int32_t &seed, int32_t stages, int32_t mean);
/// $random(seed): uniform over all 32-bit values.
int32_t distRandom(int32_t &seed);

/// xoshiro256**: 256 bits of state, seeded through splitmix64.
class RandomGenerator {
public:
  explicit RandomGenerator(uint64_t seed = 0) { setSeed(seed); }
  void setSeed(uint64_t seed);

  uint64_t next64();
  /// $urandom.
  uint32_t next32() { return uint32_t(next64() >> 32); }
  /// Uniform in [0, bound); bound 0 stands for 2**64.
  uint64_t below(uint64_t bound);
  /// $urandom_range: uniform in the closed range, whose ends may be swapped.
  uint32_t range(uint32_t maxValue, uint32_t minValue = 0);
  /// Uniform in [0, 1).
  double nextDouble() { return double(next64() >> 11) * 0x1.0p-53; }
  /// Fills a vector of `width` bits.
  void fill(uint64_t *words, uint32_t width);

  /// get_randstate and set_randstate: 64 hexadecimal digits.
  std::string state() const;
  bool setState(std::string_view text);

private:
  uint64_t words[4];
};

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_RANDOM_H

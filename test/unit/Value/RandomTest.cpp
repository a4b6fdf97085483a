//===- RandomTest.cpp - Random number generators --------------------------===//
//
// The sequences of the standard's distributions were taken from an independent
// simulator (Icarus Verilog).
//
//===----------------------------------------------------------------------===//
#include "Value/Random.h"

#include <functional>
#include <gtest/gtest.h>
#include <set>
#include <vector>

using namespace circtsim::value;

namespace {

void expectSequence(int32_t seed, const std::function<int32_t(int32_t &)> &draw,
                    const std::vector<int32_t> &values, int32_t finalSeed) {
  std::vector<int32_t> got;
  for (size_t i = 0; i < values.size(); ++i)
    got.push_back(draw(seed));
  EXPECT_EQ(got, values);
  EXPECT_EQ(seed, finalSeed);
}

} // namespace

TEST(Random, StandardRandom) {
  expectSequence(42, distRandom, {-2144582656, 646214477, 38602500, -975846261, 179453717},
                 -1968030433);
  expectSequence(0, distRandom, {303379748, -1064739199, -2071669239}, 75814084);
}

TEST(Random, Uniform) {
  expectSequence(
      42, [](int32_t &s) { return distUniform(s, -10, 10); }, {-10, 3, 0, -5, 1, -3, 6, -8},
      524553154);
  expectSequence(
      42, [](int32_t &s) { return distUniform(s, INT32_MIN, 10); },
      {-2146033152, -750634579, -1054440569, -1561664952, -984014960}, -1968030433);
  expectSequence(
      42, [](int32_t &s) { return distUniform(s, -10, INT32_MAX); },
      {1450486, 1396849059, 1093043069, 585818686, 1163468678}, -1968030433);
  expectSequence(
      42, [](int32_t &s) { return distUniform(s, 10, 10); }, {10, 10}, 42);
}

TEST(Random, Distributions) {
  expectSequence(
      42, [](int32_t &s) { return distNormal(s, 100, 30); }, {102, 118, 109, 119, 93, 51, 72, 118},
      1547846200);
  expectSequence(
      -7, [](int32_t &s) { return distNormal(s, -100, 3); },
      {-100, -101, -98, -100, -102, -93, -97, -101}, -377407913);
  expectSequence(
      42, [](int32_t &s) { return distExponential(s, 50); }, {365, 22, 34, 65, 31, 52, 13, 105},
      524553154);
  expectSequence(
      42, [](int32_t &s) { return distPoisson(s, 7); }, {0, 7, 5, 8, 8, 8, 8, 6}, -1293707536);
  expectSequence(
      42, [](int32_t &s) { return distChiSquare(s, 5); }, {3, 2, 3, 3, 3, 1, 9, 3}, -1707507736);
  expectSequence(
      42, [](int32_t &s) { return distChiSquare(s, 6); }, {17, 6, 6, 8, 8, 4, 6, 4}, 1272515570);
  expectSequence(
      42, [](int32_t &s) { return distT(s, 5); }, {0, -1, 0, 1, 0, 0, 0, 0}, 507561766);
  expectSequence(
      -7, [](int32_t &s) { return distT(s, 1); }, {-3, 0, 3, 0, -2, 0, 3, 0}, 487467693);
  expectSequence(
      42, [](int32_t &s) { return distErlang(s, 3, 40); }, {112, 39, 40, 55, 52, 25, 40, 29},
      1272515570);
  expectSequence(
      -7, [](int32_t &s) { return distErlang(s, 1, 400); }, {0, 597, 243, 67, 849, 2, 357, 107},
      -1011503247);
}

TEST(Random, BadArgumentsLeaveTheSeed) {
  int32_t seed = 9;
  EXPECT_EQ(distExponential(seed, 0), 0);
  EXPECT_EQ(distPoisson(seed, -1), 0);
  EXPECT_EQ(distChiSquare(seed, 0), 0);
  EXPECT_EQ(distT(seed, 0), 0);
  EXPECT_EQ(distErlang(seed, 0, 5), 0);
  EXPECT_EQ(seed, 9);
}

/// First outputs of xoshiro256** from the published splitmix64 seeding of 0.
TEST(RandomGenerator, KnownSequence) {
  RandomGenerator generator(0);
  EXPECT_EQ(generator.next64(), 0x99EC5F36CB75F2B4ull);
  EXPECT_EQ(generator.next64(), 0xBF6E1F784956452Aull);
  EXPECT_EQ(generator.next64(), 0x1A5F849D4933E6E0ull);
}

TEST(RandomGenerator, Ranges) {
  RandomGenerator generator(1);
  std::set<uint32_t> seen;
  for (int i = 0; i < 1000; ++i) {
    uint32_t v = generator.range(10, 5);
    EXPECT_GE(v, 5u);
    EXPECT_LE(v, 10u);
    seen.insert(v);
    v = generator.range(5, 10);
    EXPECT_TRUE(v >= 5 && v <= 10);
    EXPECT_LT(generator.below(7), 7u);
    EXPECT_EQ(generator.range(3, 3), 3u);
    EXPECT_GE(generator.range(~0u, 0x80000000u), 0x80000000u);
    double d = generator.nextDouble();
    EXPECT_TRUE(d >= 0 && d < 1);
  }
  EXPECT_EQ(seen.size(), 6u);
  EXPECT_EQ(generator.below(1), 0u);
}

TEST(RandomGenerator, StateRoundTrip) {
  RandomGenerator first(123), second(7);
  first.next64();
  std::string state = first.state();
  EXPECT_EQ(state.size(), 64u);
  EXPECT_TRUE(second.setState(state));
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(first.next64(), second.next64());
  EXPECT_FALSE(second.setState("abc"));
  EXPECT_FALSE(second.setState(std::string(64, '0')));
  EXPECT_FALSE(second.setState(std::string(64, 'g')));
  uint64_t words[2];
  first.fill(words, 70);
  EXPECT_EQ(words[1] >> 6, 0u);
}

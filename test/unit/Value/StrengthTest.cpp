//===- StrengthTest.cpp - Drive strengths ---------------------------------===//
#include "Value/Strength.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <vector>

using namespace circtsim::value;

namespace {

std::string show(StrengthValue v) {
  std::string out;
  appendStrength(out, v);
  return out;
}

StrengthValue parse(const char *text) {
  std::optional<StrengthValue> v = parseStrength(text);
  EXPECT_TRUE(v) << text;
  return v.value_or(StrengthValue());
}

std::string both(const char *x, const char *y) {
  EXPECT_EQ(resolve(parse(x), parse(y)), resolve(parse(y), parse(x)));
  return show(resolve(parse(x), parse(y)));
}

} // namespace

TEST(Strength, Drive) {
  EXPECT_EQ(show(StrengthValue::strong(Bit::zero)), "St0");
  EXPECT_EQ(show(StrengthValue::strong(Bit::one)), "St1");
  EXPECT_EQ(show(StrengthValue::strong(Bit::x)), "StX");
  EXPECT_EQ(show(StrengthValue::strong(Bit::z)), "HiZ");
  EXPECT_EQ(show(StrengthValue::drive(Bit::one, Strength::strong, Strength::pull)), "Pu1");
  EXPECT_EQ(show(StrengthValue::drive(Bit::x, Strength::pull, Strength::strong)), "56X");
  EXPECT_EQ(show(StrengthValue::drive(Bit::one, Strength::strong, Strength::highz)), "HiZ");
  EXPECT_EQ(show(StrengthValue::drive(Bit::x, Strength::strong, Strength::highz)), "StL");
}

TEST(Strength, TextRoundTrip) {
  for (int low = -7; low <= 7; ++low)
    for (int high = low; high <= 7; ++high) {
      StrengthValue v{int8_t(low), int8_t(high)};
      std::optional<StrengthValue> back = parseStrength(show(v));
      ASSERT_TRUE(back) << show(v);
      EXPECT_EQ(*back, v) << show(v);
    }
  EXPECT_FALSE(parseStrength("St"));
  EXPECT_FALSE(parseStrength("Xy1"));
  EXPECT_FALSE(parseStrength("89X"));
  EXPECT_FALSE(parseStrength("StQ"));
}

TEST(Strength, Values) {
  EXPECT_EQ(parse("631").bit(), Bit::one);
  EXPECT_EQ(parse("520").bit(), Bit::zero);
  EXPECT_EQ(parse("StH").bit(), Bit::x);
  EXPECT_EQ(parse("PuL").bit(), Bit::x);
  EXPECT_EQ(parse("HiZ").bit(), Bit::z);
  EXPECT_EQ(parse("36X").bit(), Bit::x);
}

/// 28.12.1 and 28.12.2; the combinations of gates and assignments were also run
/// through an independent simulator (Icarus Verilog).
TEST(Strength, Resolve) {
  EXPECT_EQ(both("Pu1", "We0"), "Pu1");
  EXPECT_EQ(both("Pu1", "Pu0"), "PuX");
  EXPECT_EQ(both("Pu1", "Pu1"), "Pu1");
  EXPECT_EQ(both("HiZ", "Sm0"), "Sm0");
  EXPECT_EQ(both("St1", "StX"), "StX");
  EXPECT_EQ(both("Su1", "StX"), "Su1");
  EXPECT_EQ(both("StH", "We1"), "631");
  EXPECT_EQ(both("StH", "We0"), "36X");
  EXPECT_EQ(both("StH", "StL"), "StX");
  EXPECT_EQ(both("Pu1", "StL"), "65X");
  EXPECT_EQ(both("StX", "Pu1"), "StX");
  EXPECT_EQ(both("PuX", "St1"), "St1");
  EXPECT_EQ(both("651", "Pu0"), "56X");
}

/// Every pair of levels is possible; gaps are filled (28.12.2).
TEST(Strength, ResolveAgainstEnumeration) {
  auto pairwise = [](int x, int y) -> std::pair<int, int> {
    if (std::abs(x) != std::abs(y))
      return std::abs(x) > std::abs(y) ? std::pair(x, x) : std::pair(y, y);
    return x == y ? std::pair(x, x) : std::pair(-std::abs(x), std::abs(x));
  };
  for (int a = -7; a <= 7; ++a)
    for (int b = a; b <= 7; ++b)
      for (int c = -7; c <= 7; ++c)
        for (int d = c; d <= 7; ++d) {
          int low = 7, high = -7, lowAnd = 7, highAnd = -7, lowOr = 7, highOr = -7;
          for (int x = a; x <= b; ++x)
            for (int y = c; y <= d; ++y) {
              auto [l, h] = pairwise(x, y);
              low = std::min(low, l), high = std::max(high, h);
              lowAnd = std::min(lowAnd, l), highAnd = std::max(highAnd, l);
              lowOr = std::min(lowOr, h), highOr = std::max(highOr, h);
            }
          StrengthValue p{int8_t(a), int8_t(b)}, q{int8_t(c), int8_t(d)};
          EXPECT_EQ(resolve(p, q), (StrengthValue{int8_t(low), int8_t(high)}));
          EXPECT_EQ(resolveAnd(p, q), (StrengthValue{int8_t(lowAnd), int8_t(highAnd)}));
          EXPECT_EQ(resolveOr(p, q), (StrengthValue{int8_t(lowOr), int8_t(highOr)}));
        }
}

TEST(Strength, WiredNets) {
  EXPECT_EQ(show(resolveAnd(parse("St1"), parse("St0"))), "St0");
  EXPECT_EQ(show(resolveOr(parse("St1"), parse("St0"))), "St1");
  EXPECT_EQ(show(resolveAnd(parse("StX"), parse("St1"))), "StX");
  EXPECT_EQ(show(resolveAnd(parse("StX"), parse("St0"))), "St0");
  EXPECT_EQ(show(resolveOr(parse("StX"), parse("St0"))), "StX");
  EXPECT_EQ(show(resolveAnd(parse("Pu0"), parse("St1"))), "St1");
}

TEST(Strength, PullsAndCharge) {
  EXPECT_EQ(show(resolve(tri0Pull, parse("HiZ"))), "Pu0");
  EXPECT_EQ(show(resolve(tri1Pull, parse("HiZ"))), "Pu1");
  EXPECT_EQ(show(resolve(tri0Pull, parse("St1"))), "St1");
  EXPECT_EQ(show(resolve(supply0Drive, parse("St1"))), "Su0");
  EXPECT_EQ(show(resolveTrireg(parse("HiZ"), Bit::one, Strength::small)), "Sm1");
  EXPECT_EQ(show(resolveTrireg(parse("HiZ"), Bit::x, Strength::medium)), "MeX");
  EXPECT_EQ(show(resolveTrireg(parse("We0"), Bit::one, Strength::large)), "We0");
  EXPECT_EQ(show(resolveTrireg(parse("StH"), Bit::one, Strength::large)), "641");
}

/// 28.6, 28.13 and 28.14.
TEST(Strength, GatesAndSwitches) {
  EXPECT_EQ(show(maybeOff(parse("St1"))), "StH");
  EXPECT_EQ(show(maybeOff(parse("Pu0"))), "PuL");
  EXPECT_EQ(show(maybeOff(parse("WeX"))), "WeX");
  EXPECT_EQ(show(throughSwitch(parse("Su1"))), "St1");
  EXPECT_EQ(show(throughSwitch(parse("Pu0"))), "Pu0");
  const std::pair<const char *, const char *> reduced[] = {
      {"Su1", "Pu1"}, {"St1", "Pu1"}, {"Pu1", "We1"}, {"La1", "Me1"}, {"We0", "Me0"},
      {"Me0", "Sm0"}, {"Sm0", "Sm0"}, {"HiZ", "HiZ"}, {"StX", "PuX"}, {"StH", "PuH"}};
  for (auto [from, to] : reduced)
    EXPECT_EQ(show(throughResistiveSwitch(parse(from))), to) << from;
}

//===- TimeTest.cpp - Time units and scaling ------------------------------===//
#include "Value/Time.h"

#include <gtest/gtest.h>

using namespace circtsim::value;

TEST(Time, ParseAndPrint) {
  for (const char *text : {"1fs", "10fs", "100fs", "1ps", "10ns", "100us", "1ms", "1s", "100s"}) {
    std::optional<TimeUnit> unit = parseTimeUnit(text);
    ASSERT_TRUE(unit) << text;
    EXPECT_EQ(toString(*unit), text);
  }
  EXPECT_EQ(parseTimeUnit(" 10 us "), TimeUnit(-5));
  for (const char *text : {"2ns", "1000ns", "1", "ns", "1xs", "1 n s", ""})
    EXPECT_FALSE(parseTimeUnit(text)) << text;
  std::optional<TimeScale> scale = parseTimeScale("1ns/10ps");
  ASSERT_TRUE(scale);
  EXPECT_EQ(scale->unit, TimeUnit::ns);
  EXPECT_EQ(exponent(scale->precision), -11);
  EXPECT_EQ(toString(*scale), "1ns/10ps");
  EXPECT_TRUE(parseTimeScale("1 ns / 1 ns"));
  EXPECT_FALSE(parseTimeScale("1ps/1ns"));
  EXPECT_FALSE(parseTimeScale("1ns"));
}

TEST(Time, IntegerScaling) {
  EXPECT_EQ(convertTime(5, TimeUnit::ns, TimeUnit::ps), 5000u);
  EXPECT_EQ(convertTime(1499, TimeUnit::ps, TimeUnit::ns), 1u);
  EXPECT_EQ(convertTime(1500, TimeUnit::ps, TimeUnit::ns), 2u);
  EXPECT_EQ(convertTime(7, TimeUnit::ns, TimeUnit::ns), 7u);
  EXPECT_EQ(convertTime(UINT64_MAX, TimeUnit::ps, TimeUnit::ns), 18446744073709552u);
  EXPECT_EQ(convertTime(UINT64_MAX, TimeUnit::s, TimeUnit::fs), UINT64_MAX);
  EXPECT_EQ(convertTime(20000, TimeUnit::s, TimeUnit::fs), UINT64_MAX);
  EXPECT_EQ(truncateTime(1999, TimeUnit::ps, TimeUnit::ns), 1u);
  EXPECT_EQ(convertRealTime(1500, TimeUnit::ps, TimeUnit::ns), 1.5);
}

/// 3.14.1: delays are rounded to the precision of the design element.
TEST(Time, RealDelays) {
  TimeScale scale = *parseTimeScale("1ns/10ps");
  EXPECT_EQ(realDelayTicks(2.75, scale, TimeUnit::ps), 2750u);
  EXPECT_EQ(realDelayTicks(2.7549, scale, TimeUnit::ps), 2750u);
  EXPECT_EQ(realDelayTicks(2.7551, scale, TimeUnit::ps), 2760u);
  EXPECT_EQ(realDelayTicks(0.1, scale, TimeUnit::fs), 100000u);
  EXPECT_EQ(realDelayTicks(1.5, {TimeUnit::ns, TimeUnit::ns}, TimeUnit::ns), 2u);
  EXPECT_EQ(realDelayTicks(-1.0, scale, TimeUnit(-11)), uint64_t(-100));
  EXPECT_EQ(realDelayTicks(1e30, scale, TimeUnit::ps), UINT64_MAX);
  EXPECT_EQ(integerDelayTicks(3, scale, TimeUnit::ps), 3000u);
}

TEST(Time, Literals) {
  TimeScale scale = *parseTimeScale("1ns/10ps");
  EXPECT_EQ(timeLiteralValue(2.1, TimeUnit::ns, scale), 2.1);
  EXPECT_EQ(timeLiteralValue(40, TimeUnit::ps, scale), 0.04);
  EXPECT_EQ(timeLiteralValue(44, TimeUnit::ps, scale), 0.04);
  EXPECT_EQ(timeLiteralValue(1, TimeUnit::us, scale), 1000.0);
}

TEST(Time, OptionValues) {
  EXPECT_EQ(parseFemtoseconds("10us"), 10'000'000'000u);
  EXPECT_EQ(parseFemtoseconds("1.5 ns"), 1'500'000u);
  EXPECT_EQ(parseFemtoseconds("123"), 123u);
  EXPECT_EQ(parseFemtoseconds("1e3ns"), 1'000'000'000u);
  EXPECT_EQ(parseFemtoseconds("2.5E2 ps"), 250'000u);
  EXPECT_EQ(parseFemtoseconds("100000s"), UINT64_MAX);
  EXPECT_FALSE(parseFemtoseconds("ns"));
  EXPECT_FALSE(parseFemtoseconds("1.2.3ns"));
  EXPECT_FALSE(parseFemtoseconds("-5ns"));
}

//===- LogicVectorTest.cpp - Ownership, conversions, expression types -----===//
#include "Value/LogicVector.h"
#include "Value/Convert.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <unordered_set>

using namespace circtsim::value;

namespace {

LogicVector lit(const char *text) { return *LogicVector::parse(text); }

} // namespace

TEST(LogicVector, ValueSemantics) {
  LogicVector small = lit("8'h5a"), big = lit("200'hdeadbeef00000000cafe");
  LogicVector copy = big;
  EXPECT_EQ(copy, big);
  copy.setBit(199, Bit::x);
  EXPECT_NE(copy, big);
  EXPECT_EQ(copy.bit(199), Bit::x);
  LogicVector moved = std::move(copy);
  EXPECT_EQ(moved.bit(199), Bit::x);
  EXPECT_EQ(copy.width(), 0u);
  moved = small;
  EXPECT_EQ(moved, small);
  moved = big;
  small = std::move(moved);
  EXPECT_EQ(small, big);
  LogicVector &self = small;
  small = self;
  EXPECT_EQ(small, big);
}

TEST(LogicVector, Construction) {
  EXPECT_EQ(LogicVector::fromInt64(100, -2).toLiteral(), "100'shffffffffffffffffffffffffe");
  EXPECT_EQ(LogicVector::fromUint64(4, 0xff).toLiteral(), "4'hf");
  EXPECT_EQ(LogicVector(3, false, Bit::z).toLiteral(), "3'bzzz");
  EXPECT_EQ(LogicVector(70, true, Bit::x).isUnknown(), true);
  EXPECT_EQ(LogicVector::fromBits("1_0xZ?").toLiteral(), "5'b10xzz");
  EXPECT_EQ(LogicVector::fromBytes("AB").toLiteral(), "16'h4142");
  EXPECT_EQ(LogicVector::fromBytes("").toLiteral(), "8'h0");
  EXPECT_EQ(LogicVector::fromInt(-1).toLiteral(), "32'shffffffff");
  EXPECT_EQ(LogicVector().width(), 0u);
}

TEST(LogicVector, Queries) {
  EXPECT_TRUE(lit("100'h0").isZero());
  EXPECT_FALSE(lit("100'bz").isZero());
  EXPECT_TRUE(lit("4'sb1000").isNegative());
  EXPECT_FALSE(lit("4'b1000").isNegative());
  EXPECT_TRUE(lit("4'b1x00").isTrue());
  EXPECT_FALSE(lit("4'bx000").isTrue());
}

TEST(LogicVector, Integers) {
  EXPECT_EQ(lit("8'hff").toUint64(), 255u);
  EXPECT_EQ(lit("8'hff").toInt64(), 255);
  EXPECT_EQ(lit("8'shff").toInt64(), -1);
  EXPECT_EQ(lit("8'shff").toUint64(), std::nullopt);
  EXPECT_EQ(lit("8'b1x").toInt64(), std::nullopt);
  EXPECT_EQ(lit("64'hffffffffffffffff").toInt64(), std::nullopt);
  EXPECT_EQ(lit("64'hffffffffffffffff").toUint64(), ~uint64_t(0));
  EXPECT_EQ(lit("100'h7fffffffffffffff").toInt64(), INT64_MAX);
  EXPECT_EQ(lit("100'h10000000000000000").toUint64(), std::nullopt);
  EXPECT_EQ(LogicVector::fromInt64(200, INT64_MIN).toInt64(), INT64_MIN);
}

TEST(LogicVector, EqualityAndHash) {
  std::unordered_set<LogicVector> set;
  set.insert(lit("8'h1"));
  set.insert(lit("8'sh1"));
  set.insert(lit("9'h1"));
  set.insert(lit("8'bx"));
  set.insert(lit("8'bz"));
  set.insert(lit("100'h1"));
  EXPECT_EQ(set.size(), 6u);
  EXPECT_TRUE(set.count(lit("8'd1")));
}

/// 11.8.1 and 11.8.2: extension to the larger width, signed only if both are.
TEST(LogicVector, ExpressionTypes) {
  EXPECT_EQ(add(lit("4'shf"), lit("8'sh1")), lit("8'sh0"));
  EXPECT_EQ(add(lit("4'shf"), lit("8'h1")), lit("8'h10"));
  EXPECT_EQ(lt(lit("4'shf"), lit("8'sh0")), lit("1'b1"));
  EXPECT_EQ(lt(lit("4'shf"), lit("8'h0")), lit("1'b0"));
  EXPECT_EQ(div(lit("8'shf8"), lit("4'sh3")), lit("8'shfe"));
  EXPECT_EQ(shl(lit("4'shf"), lit("8'h1")), lit("4'she"));
  EXPECT_EQ(eq(lit("4'sbx001"), lit("8'sb1")).toLiteral(), "1'bx");
  EXPECT_EQ(mux(lit("1'b1"), lit("4'shf"), lit("8'sh0")), lit("8'shff"));
  EXPECT_EQ(mux(lit("1'bx"), lit("4'b0011"), lit("4'b0101")), lit("4'b0xx1"));
  EXPECT_EQ(concat(lit("4'shf"), lit("4'sh0")), lit("8'hf0"));
  EXPECT_EQ(power(lit("8'sd3"), lit("3'd4")), lit("8'sd81"));
  EXPECT_EQ(power(lit("32'sd0"), lit("32'shffffffff")), lit("32'sbx"));
}

TEST(Convert, ToDouble) {
  EXPECT_EQ(lit("8'shff").toDouble(), -1.0);
  EXPECT_EQ(lit("8'b1x0z0001").toDouble(), 129.0);
  EXPECT_EQ(lit("64'hffffffffffffffff").toDouble(), 18446744073709551616.0);
  EXPECT_EQ(LogicVector::fromInt64(200, -5).toDouble(), -5.0);
  // Ties go to even; a sticky bit far below breaks a tie.
  EXPECT_EQ(lit("54'h20000000000001").toDouble(), 9007199254740992.0);
  EXPECT_EQ(lit("54'h20000000000003").toDouble(), 9007199254740996.0);
  EXPECT_EQ(lit("200'h8000000000000400000000000000000000000000").toDouble(), std::ldexp(1.0, 159));
  EXPECT_EQ(lit("200'h8000000000000400000000000000000000000001").toDouble(),
            std::ldexp(1.0 + 0x1.0p-52, 159));
  EXPECT_EQ(lit("200'h8000000000000c00000000000000000000000000").toDouble(),
            std::ldexp(1.0 + 0x1.0p-51, 159));
  LogicVector huge(2000, false, Bit::one);
  EXPECT_EQ(huge.toDouble(), std::numeric_limits<double>::infinity());
  // 106209089472668411049581213258279564911, whose nearest double is below.
  EXPECT_EQ(lit("127'd106209089472668411049581213258279564911").toDouble(),
            106209089472668411049581213258279564911.0);
}

TEST(Convert, FromDouble) {
  auto from = [](double v, uint32_t width = 32) {
    return *LogicVector::fromDouble(width, v).toInt64();
  };
  EXPECT_EQ(from(2.5), 3);
  EXPECT_EQ(from(-2.5), -3);
  EXPECT_EQ(from(0.49999999999999994), 0);
  EXPECT_EQ(from(-0.4), 0);
  EXPECT_EQ(from(35.7), 36);
  EXPECT_EQ(from(4294967296.0 + 7), 7);
  EXPECT_EQ(from(-1.0, 100), -1);
  EXPECT_EQ(LogicVector::fromDouble(200, std::ldexp(3.0, 150), false),
            shl(lit("200'd3"), lit("32'd150")));
  EXPECT_EQ(LogicVector::fromDouble(64, std::ldexp(1.0, 300)).toInt64(), 0);
  EXPECT_TRUE(LogicVector::fromDouble(8, std::nan("")).isUnknown());
  EXPECT_TRUE(LogicVector::fromDouble(8, std::numeric_limits<double>::infinity()).isUnknown());
  EXPECT_EQ(doubleToInt64(-1.5), -2);
  EXPECT_EQ(doubleToInt64(std::nan("")), 0);
}

TEST(Convert, DecimalRoundTrip) {
  const char *numbers[] = {"0",
                           "7",
                           "18446744073709551615",
                           "18446744073709551616",
                           "10000000000000000000",
                           "100000000000000000000000000000000000000",
                           "99999999999999999999999999999999999999999999999999999999"};
  for (const char *text : numbers) {
    uint64_t words[4];
    EXPECT_TRUE(fromDecimal(words, 256, text));
    std::string out;
    appendDecimal(out, {words, nullptr, 256});
    EXPECT_EQ(out, text);
  }
  uint64_t word;
  EXPECT_FALSE(fromDecimal(&word, 64, "18446744073709551616"));
  EXPECT_EQ(word, 0u);
  EXPECT_FALSE(fromDecimal(&word, 8, "256"));
  EXPECT_TRUE(fromDecimal(&word, 8, "2_5_5"));
  std::string out;
  appendDecimal(out, LogicVector::fromInt64(130, -12345678901234567));
  EXPECT_EQ(out, "-12345678901234567");
}

TEST(Convert, DecimalColumns) {
  EXPECT_EQ(decimalColumns(1, false), 1u);
  EXPECT_EQ(decimalColumns(1, true), 2u); // -1
  EXPECT_EQ(decimalColumns(3, false), 1u);
  EXPECT_EQ(decimalColumns(4, false), 2u);
  EXPECT_EQ(decimalColumns(4, true), 2u); // -8
  EXPECT_EQ(decimalColumns(8, true), 4u);
  EXPECT_EQ(decimalColumns(32, false), 10u);
  EXPECT_EQ(decimalColumns(32, true), 11u);
  EXPECT_EQ(decimalColumns(64, false), 20u);
  // The columns are the digits of the widest value.
  for (uint32_t width = 1; width <= 700; ++width) {
    std::string out;
    appendDecimal(out, LogicVector(width, false, Bit::one));
    EXPECT_EQ(decimalColumns(width, false), out.size()) << width;
    LogicVector least(width, true);
    least.setBit(width - 1, Bit::one);
    out.clear();
    appendDecimal(out, least);
    EXPECT_EQ(decimalColumns(width, true), out.size()) << width;
  }
}

TEST(Convert, Bytes) {
  uint64_t words[2];
  fromBytes(words, 24, "ABCD");
  EXPECT_EQ(words[0], 0x424344u);
  fromBytes(words, 12, "AB");
  EXPECT_EQ(words[0], 0x142u);
  fromBytes(words, 128, "AB");
  EXPECT_EQ(words[0], 0x4142u);
  EXPECT_EQ(words[1], 0u);
  EXPECT_EQ(lit("40'h4100420000").toString(), "AB");
  EXPECT_EQ(LogicVector::fromBytes("a longer string").toString(), "a longer string");
}

/// 6.16.9.
TEST(Convert, StringToNumbers) {
  EXPECT_EQ(stringToInt("123", 10), 123);
  EXPECT_EQ(stringToInt("1_2_3x", 10), 123);
  EXPECT_EQ(stringToInt("-7", 10), -7);
  EXPECT_EQ(stringToInt("", 10), 0);
  EXPECT_EQ(stringToInt("abc", 10), 0);
  EXPECT_EQ(stringToInt("fFz", 16), 255);
  EXPECT_EQ(stringToInt("ffffffff", 16), -1);
  EXPECT_EQ(stringToInt("778", 8), 63);
  EXPECT_EQ(stringToInt("1012", 2), 5);
  EXPECT_EQ(stringToReal("1.5e3xyz"), 1500.0);
  EXPECT_EQ(stringToReal("1_000.25"), 1000.25);
  EXPECT_EQ(stringToReal("-2"), -2.0);
  EXPECT_EQ(stringToReal("1e"), 1.0);
  EXPECT_EQ(stringToReal("abc"), 0.0);
  EXPECT_EQ(parseDouble("1e400"), std::numeric_limits<double>::infinity());
  EXPECT_EQ(parseDouble("1e-400"), 0.0);
  EXPECT_EQ(parseDouble("1.5x"), std::nullopt);
  EXPECT_EQ(parseDouble("nan"), std::nullopt);
}

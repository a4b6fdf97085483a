//===- LiteralTest.cpp - Literals of IEEE 1800-2023 5.7 to 5.9 ------------===//
#include "Value/Literal.h"

#include <gtest/gtest.h>

using namespace circtsim::value;

namespace {

struct IntegerRow {
  const char *text;
  const char *bits; ///< expected bits, most significant first; shorter: see `width`
  uint32_t width;
  bool isSigned;
  bool overflow;
};

/// Bits beyond the text given are copies of its first letter.
std::string extend(std::string bits, uint32_t width) {
  return std::string(width - bits.size(), bits[0]) + bits;
}

std::string bitsOf(const LogicVector &v) {
  std::string text;
  for (uint32_t i = v.width(); i-- > 0;)
    text += bitLetter(v.bit(i));
  return text;
}

} // namespace

TEST(Literal, Integers) {
  const IntegerRow rows[] = {
      // The examples of 5.7.1.
      {"659", "01010010011", 32, true, false},
      {"'h 837FF", "010000011011111111111", 32, false, false},
      {"'o7460", "0111100110000", 32, false, false},
      {"4'b1001", "1001", 4, false, false},
      {"5 'D 3", "00011", 5, false, false},
      {"3'b01x", "01x", 3, false, false},
      {"12'hx", "x", 12, false, false},
      {"16'hz", "z", 16, false, false},
      {"4 'shf", "1111", 4, true, false},
      {"16'sd?", "z", 16, true, false},
      {"'h x", "x", 32, false, false},
      {"'h 3x", "0011xxxx", 32, false, false},
      {"'h z3", "z0011", 32, false, false},
      {"'h 0z3", "0zzzz0011", 32, false, false},
      {"27_195_000", "01100111101111011001111000", 32, true, false},
      {"16'b0011_0101_0001_1111", "0011010100011111", 16, false, false},
      {"32 'h 12ab_f001", "00010010101010111111000000000001", 32, false, false},
      // Sizes: truncation, extension, overflow.
      {"4'hff", "1111", 4, false, true},
      {"4'd16", "0000", 4, false, true},
      {"4'd15", "1111", 4, false, false},
      {"2'b0011", "11", 2, false, false},
      {"2'hx", "xx", 2, false, false},
      {"5'hxx", "xxxxx", 5, false, false},
      {"2'bx1z", "1z", 2, false, true},
      {"3'ozz", "zzz", 3, false, false},
      {"8'bz1", "zzzzzzz1", 8, false, false},
      {"8'b?1", "zzzzzzz1", 8, false, false},
      {"8'dX", "xxxxxxxx", 8, false, false},
      {"8'dz_", "zzzzzzzz", 8, false, false},
      {"1_0'h3ff", "1111111111", 10, false, false},
      {"'sb101", "0101", 32, true, false},
      {"4294967295", "011111111111111111111111111111111", 33, true, true},
      {"2147483647", "01111111111111111111111111111111", 32, true, false},
      {"'hffff_ffff", "11111111111111111111111111111111", 32, false, false},
      {"'h1_0000_0000", "100000000000000000000000000000000", 33, false, true},
      {"'h00_0000_0000", "0", 32, false, false},
      {"'hxxxx_xxxx_xxxx", "x", 32, false, false},
      {"'d4294967296", "100000000000000000000000000000000", 33, false, true},
  };
  for (const IntegerRow &row : rows) {
    IntegerLiteral parsed = parseIntegerLiteral(row.text);
    ASSERT_EQ(parsed.error, LiteralError::none) << row.text;
    EXPECT_EQ(parsed.value.width(), row.width) << row.text;
    EXPECT_EQ(parsed.value.isSigned(), row.isSigned) << row.text;
    EXPECT_EQ(parsed.overflow, row.overflow) << row.text;
    EXPECT_EQ(bitsOf(parsed.value), extend(row.bits, row.width)) << row.text;
    EXPECT_FALSE(parsed.isFill) << row.text;
  }
}

TEST(Literal, FillLiterals) {
  for (auto [text, bit] : {std::pair{"'0", Bit::zero},
                           {"'1", Bit::one},
                           {"'x", Bit::x},
                           {"'X", Bit::x},
                           {"'z", Bit::z},
                           {"'Z", Bit::z}}) {
    IntegerLiteral parsed = parseIntegerLiteral(text);
    ASSERT_EQ(parsed.error, LiteralError::none) << text;
    EXPECT_TRUE(parsed.isFill);
    EXPECT_EQ(parsed.value.width(), 1u);
    EXPECT_EQ(parsed.value.bit(0), bit);
  }
}

TEST(Literal, IntegerParts) {
  EXPECT_EQ(makeIntegerLiteral(8, false, 'H', "aB").value.toLiteral(), "8'hab");
  EXPECT_EQ(makeIntegerLiteral(0, true, 'd', "5").value.toLiteral(), "32'sh5");
  EXPECT_TRUE(makeIntegerLiteral(8, false, 'h', "1").isSized);
  EXPECT_FALSE(makeIntegerLiteral(0, false, 'h', "1").isSized);
  EXPECT_EQ(makeIntegerLiteral(8, false, 'h', "1").base, 'h');
}

TEST(Literal, BadIntegers) {
  struct Row {
    const char *text;
    LiteralError error;
    uint32_t offset;
  };
  const Row rows[] = {{"4'af", LiteralError::badBase, 2},
                      {"4'", LiteralError::emptyDigits, 2},
                      {"4'h", LiteralError::emptyDigits, 3},
                      {"4'b102", LiteralError::badDigit, 5},
                      {"4'o8", LiteralError::badDigit, 3},
                      {"8'd1x", LiteralError::badDigit, 4},
                      {"8'dx1", LiteralError::badDigit, 4},
                      {"0'h1", LiteralError::zeroSize, 0},
                      {"99999999999'h1", LiteralError::sizeTooLarge, 0},
                      {"a'h1", LiteralError::badSize, 0},
                      {"4'h_1", LiteralError::badUnderscore, 3},
                      {"12a", LiteralError::badDigit, 2},
                      {"'11", LiteralError::malformed, 1},
                      {"", LiteralError::emptyDigits, 0}};
  for (const Row &row : rows) {
    IntegerLiteral parsed = parseIntegerLiteral(row.text);
    EXPECT_EQ(parsed.error, row.error) << row.text;
    EXPECT_EQ(parsed.errorOffset, row.offset) << row.text;
  }
  EXPECT_STREQ(literalErrorText(LiteralError::zeroSize), "size of a number must not be zero");
}

TEST(Literal, Reals) {
  for (auto [text, value] : {std::pair{"1.2", 1.2},
                             {"0.1", 0.1},
                             {"2394.26331", 2394.26331},
                             {"1.2E12", 1.2e12},
                             {"1.30e-2", 0.013},
                             {"23E10", 23e10},
                             {"29E-2", 0.29},
                             {"236.123_763_e-12", 236.123763e-12},
                             {"1e+3", 1000.0}}) {
    RealLiteral parsed = parseRealLiteral(text);
    EXPECT_EQ(parsed.error, LiteralError::none) << text;
    EXPECT_EQ(parsed.value, value) << text;
    EXPECT_FALSE(parsed.overflow);
  }
  // The illegal forms of 5.7.2.
  for (const char *text : {".12", "9.", "4.E3", ".2e-7", "1e", "1.5.2", "_1.5", "1._5", "abc"})
    EXPECT_NE(parseRealLiteral(text).error, LiteralError::none) << text;
  EXPECT_TRUE(parseRealLiteral("1e999").overflow);
}

TEST(Literal, Times) {
  TimeLiteral parsed = parseTimeLiteral("2.1ns");
  EXPECT_EQ(parsed.error, LiteralError::none);
  EXPECT_EQ(parsed.value, 2.1);
  EXPECT_EQ(parsed.unit, TimeUnit::ns);
  parsed = parseTimeLiteral("40ps");
  EXPECT_EQ(parsed.value, 40);
  EXPECT_EQ(parsed.unit, TimeUnit::ps);
  EXPECT_EQ(parseTimeLiteral("1_0s").value, 10);
  EXPECT_TRUE(parseTimeLiteral("1step").isStep);
  EXPECT_EQ(parseTimeLiteral("10xs").error, LiteralError::badUnit);
  EXPECT_EQ(parseTimeLiteral("10").error, LiteralError::badUnit);
  EXPECT_NE(parseTimeLiteral("ns").error, LiteralError::none);
}

TEST(Literal, Strings) {
  auto parse = [](std::string_view body) {
    StringLiteral parsed = parseStringLiteral(body);
    EXPECT_EQ(parsed.error, LiteralError::none) << body;
    return parsed.value;
  };
  EXPECT_EQ(parse("plain"), "plain");
  EXPECT_EQ(parse("a\\n\\t\\\\\\\"\\v\\f\\a"), "a\n\t\\\"\v\f\a");
  EXPECT_EQ(parse("\\101\\60\\0x"), std::string("A0\0x", 4));
  EXPECT_EQ(parse("\\1234"), "S4");
  EXPECT_EQ(parse("\\x41\\x4g\\x412"), "A\x04gA2");
  EXPECT_EQ(parse("\\q"), "q");
  EXPECT_EQ(parse("one \\\ntwo\\\r\nthree"), "one twothree");
  EXPECT_EQ(parse("two\nlines"), "two\nlines");
  StringLiteral bad = parseStringLiteral("ab\\777");
  EXPECT_EQ(bad.error, LiteralError::badEscape);
  EXPECT_EQ(bad.errorOffset, 2u);
  EXPECT_EQ(parseStringLiteral("\\xg").error, LiteralError::badEscape);
}

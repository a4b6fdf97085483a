//===- FormatTest.cpp - Formatted output ----------------------------------===//
//
// Rules of IEEE 1800-2023 21.2.1 one by one; FormatTableTest.cpp has the outputs of
// an independent simulator.
//
//===----------------------------------------------------------------------===//
#include "Value/Format.h"
#include "Value/LogicVector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace circtsim::value;

namespace {

FormatSpec spec(std::string_view text) {
  FormatSpec result;
  EXPECT_EQ(parseSpec(text, 0, result), text.size()) << text;
  return result;
}

std::string logic(std::string_view format, const char *literal) {
  std::string out;
  EXPECT_TRUE(formatLogic(out, spec(format), LogicVector::parse(literal)->ref()));
  return out;
}

std::string real(std::string_view format, double v) {
  std::string out;
  EXPECT_TRUE(formatReal(out, spec(format), v));
  return out;
}

std::string text(std::string_view format, std::string_view v) {
  std::string out;
  EXPECT_TRUE(formatString(out, spec(format), v));
  return out;
}

std::string time(std::string_view format, const char *literal, const TimeFormat &state,
                 TimeUnit unit = TimeUnit::ns) {
  std::string out;
  formatTime(out, spec(format), LogicVector::parse(literal)->ref(), unit, state);
  return out;
}

} // namespace

TEST(Format, ParseSpec) {
  FormatSpec s = spec("%-012.3F");
  EXPECT_EQ(s.conversion, 'f');
  EXPECT_TRUE(s.leftAlign && s.zeroPad && s.upper);
  EXPECT_FALSE(s.minimal);
  EXPECT_EQ(s.width, 12);
  EXPECT_EQ(s.precision, 3);
  s = spec("%0d");
  EXPECT_TRUE(s.minimal);
  EXPECT_FALSE(s.zeroPad);
  EXPECT_EQ(s.width, -1);
  EXPECT_EQ(spec("%X").conversion, 'h');
  EXPECT_FALSE(spec("%m").takesArgument());
  EXPECT_TRUE(spec("%p").takesArgument());
  EXPECT_EQ(spec("%q").conversion, 0);
  EXPECT_EQ(spec("%").conversion, 0);
  EXPECT_EQ(spec("%12").conversion, 0);
}

TEST(Format, Pieces) {
  std::string_view format = "a=%0d 100%% %s";
  size_t at = 0;
  std::string trace;
  for (FormatPiece piece; nextPiece(format, at, piece);)
    trace += std::string(piece.isSpec ? "<" : "[") + std::string(piece.text) + "]";
  EXPECT_EQ(trace, "[a=]<%0d][ 100][%][ ]<%s]");
}

/// 21.2.1.3, with the example of the standard.
TEST(Format, SizeOfData) {
  EXPECT_EQ(logic("%d", "12'd10"), "  10");
  EXPECT_EQ(logic("%h", "12'd10"), "00a");
  EXPECT_EQ(logic("%0d", "12'd10"), "10");
  EXPECT_EQ(logic("%0h", "12'd10"), "a");
  EXPECT_EQ(logic("%d", "8'shfb"), "  -5");
  EXPECT_EQ(logic("%5d", "8'd3"), "    3");
  EXPECT_EQ(logic("%05d", "8'shfb"), "-0005");
  EXPECT_EQ(logic("%-5d", "8'd3"), "3    ");
  EXPECT_EQ(logic("%1d", "8'd200"), "200");
  EXPECT_EQ(logic("%4h", "8'h3"), "  03");
  EXPECT_EQ(logic("%04h", "8'h3"), "0003");
  EXPECT_EQ(logic("%0b", "8'h0"), "0");
  EXPECT_EQ(logic("%o", "8'o3"), "003");
  EXPECT_EQ(logic("%d", "66'd7"), "                   7");
}

/// 21.2.1.4, with the examples of the standard.
TEST(Format, UnknownAndHighImpedance) {
  EXPECT_EQ(logic("%d", "4'bxxxx"), " x");
  EXPECT_EQ(logic("%d", "4'bzzzz"), " z");
  EXPECT_EQ(logic("%d", "4'b01x0"), " X");
  EXPECT_EQ(logic("%d", "4'b01z0"), " Z");
  EXPECT_EQ(logic("%d", "4'bx1z0"), " X");
  EXPECT_EQ(logic("%h", "14'bx0_1010"), "xxXa");
  EXPECT_EQ(logic("%h", "12'b001x_xx10_1x01"), "XXX");
  EXPECT_EQ(logic("%o", "12'b001_xxx_101_x01"), "1x5X");
  EXPECT_EQ(logic("%b", "4'b1x0z"), "1x0z");
  EXPECT_EQ(logic("%0h", "8'b0000_xxxx"), "x");
  EXPECT_EQ(logic("%h", "5'bz_0001"), "z1");
  EXPECT_EQ(logic("%h", "8'bzzzz_xxxz"), "zX");
}

TEST(Format, CharactersAndStrings) {
  EXPECT_EQ(logic("%c", "16'h4142"), "B");
  EXPECT_EQ(logic("%5c", "8'h41"), "    A");
  EXPECT_EQ(logic("%s", "40'h6162"), "   ab");
  EXPECT_EQ(logic("%0s", "40'h6162"), "ab");
  EXPECT_EQ(logic("%10s", "40'h6162"), "        ab");
  EXPECT_EQ(logic("%-10s", "40'h6162"), "ab        ");
  EXPECT_EQ(logic("%s", "8'h0"), " ");
  EXPECT_EQ(text("%s", "abc"), "abc");
  EXPECT_EQ(text("%6s", "abc"), "   abc");
  EXPECT_EQ(text("%-6s", "abc"), "abc   ");
  EXPECT_EQ(text("%1s", "abc"), "abc");
  EXPECT_EQ(text("%d", "a"), " 97");
  EXPECT_EQ(text("%h", "ab"), "6162");
  EXPECT_EQ(text("%p", "a\"b"), "\"a\\\"b\"");
}

TEST(Format, Reals) {
  EXPECT_EQ(real("%f", -std::nan("")), "nan");
  EXPECT_EQ(real("%f", 1.5), "1.500000");
  EXPECT_EQ(real("%e", 1.5), "1.500000e+00");
  EXPECT_EQ(real("%g", 1e10), "1e+10");
  EXPECT_EQ(real("%E", 1.5), "1.500000E+00");
  EXPECT_EQ(real("%+g", 2), "+2");
  EXPECT_EQ(real("%8.3f", -1.5), "  -1.500");
  EXPECT_EQ(real("%08.3f", -1.5), "-001.500");
  EXPECT_EQ(real("%-8.3f", -1.5), "-1.500  ");
  EXPECT_EQ(real("%0.2f", 3.14159), "3.14");
  EXPECT_EQ(real("%.0f", 2.5), "2");
  EXPECT_EQ(real("%010f", std::numeric_limits<double>::infinity()), "       inf");
  EXPECT_EQ(real("%f", 1e300).size(), 308u);
  EXPECT_EQ(logic("%f", "8'shff"), "-1.000000");
  EXPECT_EQ(logic("%g", "100'd3"), "3");
}

TEST(Format, RealsAsIntegers) {
  EXPECT_EQ(real("%d", 2.5), "3");
  EXPECT_EQ(real("%0d", -2.5), "-3");
  EXPECT_EQ(real("%5d", 1.4), "    1");
  EXPECT_EQ(real("%d", 1e20), "100000000000000000000");
  EXPECT_EQ(real("%d", -0.2), "0");
  EXPECT_EQ(real("%h", -1.5), "fffffffffffffffe");
  EXPECT_EQ(real("%h", 255.4), "ff");
  EXPECT_EQ(real("%b", 2.0), "10");
}

TEST(Format, Defaults) {
  std::string out;
  formatDefault(out, 'd', LogicVector::fromInt(-1).ref());
  out += '|';
  formatDefault(out, 'h', LogicVector::parse("12'h3f")->ref());
  out += '|';
  formatDefaultReal(out, 1.5);
  out += '|';
  formatDefaultReal(out, 3.0);
  EXPECT_EQ(out, "         -1|03f|1.5|3");
}

TEST(Format, Patterns) {
  EXPECT_EQ(logic("%p", "8'd5"), "5");
  EXPECT_EQ(logic("%p", "8'shff"), "-1");
  EXPECT_EQ(logic("%p", "4'b1x0z"), "4'b1x0z");
  EXPECT_EQ(real("%p", 1.5), "1.5");
  EXPECT_EQ(logic("%0p", "8'd5"), "5");
}

/// 21.2.1.1, table 21-1: %u and %z.
TEST(Format, Binary) {
  EXPECT_EQ(logic("%u", "40'h1122334455"), std::string("\x55\x44\x33\x22\x11\x00\x00\x00", 8));
  EXPECT_EQ(logic("%z", "4'b1x0z"), std::string("\x0c\0\0\0\x05\0\0\0", 8));
  EXPECT_EQ(logic("%u", "4'b1x0z"), std::string("\x08\0\0\0", 4));
}

TEST(Format, Strengths) {
  EXPECT_EQ(logic("%v", "1'b1"), "St1");
  EXPECT_EQ(logic("%v", "3'b0zx"), "St0 HiZ StX");
  std::string out;
  formatStrength(out, spec("%5v"), tri0Pull);
  EXPECT_EQ(out, "  Pu0");
}

TEST(Format, NeedsContext) {
  std::string out;
  LogicVector v = LogicVector::fromInt(1);
  for (const char *format : {"%t", "%m", "%l", "%q"})
    EXPECT_FALSE(formatLogic(out, spec(format), v.ref())) << format;
  for (const char *format : {"%t", "%v", "%m", "%q"}) {
    EXPECT_FALSE(formatReal(out, spec(format), 1.0)) << format;
    EXPECT_FALSE(formatString(out, spec(format), "a")) << format;
  }
  EXPECT_EQ(out, "");
  appendField(out, spec("%6m"), "top");
  EXPECT_EQ(out, "   top");
}

/// 20.4.2 and 21.2.1.
TEST(Format, Time) {
  TimeFormat initial{TimeUnit::ps, 0, "", 20};
  EXPECT_EQ(time("%t", "64'd5", initial), "                5000");
  EXPECT_EQ(time("%0t", "64'd5", initial), "5000");
  EXPECT_EQ(time("%10t", "64'd5", initial), "      5000");
  EXPECT_EQ(time("%0t", "64'd0", initial), "0");
  TimeFormat ns{TimeUnit::ns, 2, " ns", 10};
  EXPECT_EQ(time("%t", "64'd5", ns), "   5.00 ns");
  EXPECT_EQ(time("%-12t", "64'd5", ns), "5.00 ns     ");
  EXPECT_EQ(time("%0t", "64'd1234567", ns, TimeUnit::ps), "1234.56 ns");
  TimeFormat us{TimeUnit::us, 5, "us", 0};
  EXPECT_EQ(time("%t", "64'd7", us), "0.00700us");
  EXPECT_EQ(time("%t", "32'shffff_fffb", us), "-0.00500us");
  EXPECT_EQ(time("%6t", "8'bx", us), "     x");
  TimeFormat fs{TimeUnit::fs, 0, "fs", 0};
  EXPECT_EQ(time("%t", "64'hffffffffffffffff", fs), "18446744073709551615000000fs");
  std::string out;
  formatRealTime(out, spec("%t"), 1234.567, TimeUnit::ns, {TimeUnit::us, 2, " us", 10});
  EXPECT_EQ(out, "   1.23 us");
}

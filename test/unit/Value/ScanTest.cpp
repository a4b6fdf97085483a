//===- ScanTest.cpp - Formatted input -------------------------------------===//
#include "Value/Scan.h"
#include "Value/Format.h"

#include <gtest/gtest.h>

using namespace circtsim::value;

namespace {

/// Records what is stored; every target has `width` bits.
class Recorder final : public ScanSink {
public:
  explicit Recorder(uint32_t width, uint32_t targets) : width(width), left(targets) {}
  bool nextTarget() override { return left-- > 0; }
  uint32_t targetWidth() override { return width; }
  void storeLogic(const LogicVector &v) override {
    FormatSpec spec;
    spec.conversion = 'h';
    log += " ";
    formatLogic(log, spec, v.ref());
  }
  void storeReal(double v) override {
    log += " r";
    formatDefaultReal(log, v);
  }
  void storeString(std::string_view v) override {
    log += " s";
    log += v;
  }
  std::string log;

private:
  uint32_t width;
  int64_t left;
};

/// "count stored stored ..."
std::string scan(std::string_view input, std::string_view format, uint32_t width = 32,
                 uint32_t targets = 10, uint32_t timeDigits = 0) {
  StringSource source(input);
  Recorder sink(width, targets);
  ScanContext context{"top.dut", {TimeUnit::ns, TimeUnit::ps}, TimeUnit::ps, timeDigits};
  ScanResult result = scanFormat(source, format, sink, context);
  return std::to_string(result.count) + sink.log + (result.missingArgument ? " missing" : "") +
         (result.badFormat ? " bad" : "");
}

} // namespace

TEST(Scan, Integers) {
  EXPECT_EQ(scan("12 34", "%d %d"), "2 0000000c 00000022");
  EXPECT_EQ(scan("12,34", "%d,%d"), "2 0000000c 00000022");
  EXPECT_EQ(scan("  -12", "%d"), "1 fffffff4");
  EXPECT_EQ(scan("+12", "%d"), "1 0000000c");
  EXPECT_EQ(scan("1_2_3", "%d"), "1 0000007b");
  EXPECT_EQ(scan("x", "%d"), "1 xxxxxxxx");
  EXPECT_EQ(scan("Z", "%d"), "1 zzzzzzzz");
  EXPECT_EQ(scan("12x", "%d"), "1 0000000c");
  EXPECT_EQ(scan("0xff", "%h"), "1 00000xff");
  EXPECT_EQ(scan("xf", "%x"), "1 xxxxxxxf");
  EXPECT_EQ(scan("DEADbeef", "%h"), "1 deadbeef");
  EXPECT_EQ(scan("1Zx_1", "%b", 4), "1 X");
  EXPECT_EQ(scan("78", "%o"), "1 00000007");
  EXPECT_EQ(scan("12345", "%2d%d"), "2 0000000c 00000159");
  EXPECT_EQ(scan("12345", "%*2d%d"), "1 00000159");
  EXPECT_EQ(scan("123456789012345678901234567890", "%d", 128),
            "1 000000018ee90ff6c373e0ee4e3f0ad2");
  EXPECT_EQ(scan("300", "%d", 8), "1 2c");
  EXPECT_EQ(scan("-1", "%d", 100), "1 fffffffffffffffffffffffff");
  EXPECT_EQ(scan("7", "%d", 0), "1 00000007");
  EXPECT_EQ(scan("5abc", "%d%s"), "2 00000005 sabc");
}

TEST(Scan, ReturnValue) {
  EXPECT_EQ(scan("", "%d"), "-1");
  EXPECT_EQ(scan("  ", "%d"), "-1");
  EXPECT_EQ(scan("", "abc"), "-1");
  EXPECT_EQ(scan("abc", "%d"), "0");
  EXPECT_EQ(scan("xyz", "abc"), "0");
  EXPECT_EQ(scan("abc", "abc"), "0");
  EXPECT_EQ(scan("12", "%d %d"), "1 0000000c");
  EXPECT_EQ(scan("12 ", "%d %d"), "1 0000000c");
  EXPECT_EQ(scan("12 abc", "%d %d"), "1 0000000c");
  EXPECT_EQ(scan("12", "%*d %d"), "0");
  EXPECT_EQ(scan("-", "%d"), "0");
  EXPECT_EQ(scan("_1", "%d"), "0");
  EXPECT_EQ(scan("-_1", "%d"), "0");
  EXPECT_EQ(scan("1 2 3", "%d %d %d", 32, 2), "2 00000001 00000002 missing");
  EXPECT_EQ(scan("1", "%q"), "0 bad");
  EXPECT_EQ(scan("1", "%d%"), "1 00000001 bad");
}

TEST(Scan, LiteralText) {
  EXPECT_EQ(scan("a=5", "a=%d"), "1 00000005");
  EXPECT_EQ(scan("a =5", "a=%d"), "0");
  EXPECT_EQ(scan("a 5", "a%d"), "1 00000005");
  EXPECT_EQ(scan("a\t\n 5", "a %d"), "1 00000005");
  EXPECT_EQ(scan("50%7", "%d%%%d"), "2 00000032 00000007");
}

TEST(Scan, CharactersAndStrings) {
  EXPECT_EQ(scan("hello world", "%s %s"), "2 shello sworld");
  EXPECT_EQ(scan("hello world", "%3s%s"), "2 shel slo");
  EXPECT_EQ(scan("he", "%c%c", 8), "2 68 65");
  EXPECT_EQ(scan(" h", "%c", 0), "1 20");
  EXPECT_EQ(scan("x", "%m"), "1 stop.dut");
}

TEST(Scan, Reals) {
  EXPECT_EQ(scan("1.5e3 -.5 5", "%f %e %g"), "3 r1500 r-0.5 r5");
  EXPECT_EQ(scan("1_0.5", "%f"), "1 r1");
  EXPECT_EQ(scan("inf", "%f"), "0");
  EXPECT_EQ(scan("1e", "%f%s"), "0");
  EXPECT_EQ(scan("3.25", "%3f%d"), "2 r3.2 00000005");
  // 12.3456 ps as ns, rounded to ps, then to the digits that $timeformat shows.
  EXPECT_EQ(scan("12.3456", "%t"), "1 r0.012");
  EXPECT_EQ(scan("12.3456", "%t", 32, 10, 2), "1 r0.01235");
}

TEST(Scan, StrengthsAndBinary) {
  EXPECT_EQ(scan("St1 Pu0 HiZ 65X", "%v %v %v %v", 1), "4 1 0 z x");
  EXPECT_EQ(scan("abc", "%v", 1), "0");
  EXPECT_EQ(scan(std::string("\x55\x44\x33\x22\x11\0\0\0", 8), "%u", 40), "1 1122334455");
  EXPECT_EQ(scan(std::string("\x0c\0\0\0\x05\0\0\0", 8), "%z", 4), "1 X");
  EXPECT_EQ(scan("ab", "%u", 32), "-1");
  EXPECT_EQ(scan("abcdef", "%u%u", 32), "1 64636261");
  EXPECT_EQ(scan("abcdefgh", "%*u%u", 32), "1 68676665");
  EXPECT_EQ(scan("abcdef", "%*u%u", 32), "-1");
  EXPECT_EQ(scan("abcdefghijkl", "%*33u%u", 32), "1 6c6b6a69");
  EXPECT_EQ(scan("abcdefgh", "%12u%u", 32), "2 00000261 68676665");
  EXPECT_EQ(scan("abcd", "%32u", 64), "1 0000000064636261");
}

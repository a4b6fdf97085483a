//===- FunctionTest.cpp - functions and methods ---------------------------------===//
//
// IEEE 1800-2023 6.16, 6.19.5, 6.24.2, 18.13, 20.5, 20.8, 20.9, 20.14.
//
//===----------------------------------------------------------------------===//
#include "CallBench.h"

#include <cmath>

using namespace circtsim::test;
using enum circtsim::builtins::BuiltinId;

namespace {

using Functions = CallBench;

TEST_F(Functions, EveryRowHasAFunction) {
  std::span<const runtime::BuiltinFunction> functions = builtins::builtinFunctions();
  for (uint32_t row = 0; row != functions.size(); ++row) {
    const builtins::BuiltinRow &info = builtins::builtinRow(BuiltinId(row));
    bool isExpanded = info.kind == builtins::BuiltinKind::Query ||
                      info.kind == builtins::BuiltinKind::Array; // by the front end
    EXPECT_EQ(functions[row] == nullptr, isExpanded) << info.name;
    EXPECT_EQ(builtins::findBuiltin(info.name), row);
  }
  EXPECT_EQ(functions[uint32_t(EnumLast)], nullptr); // folded by the front end
  EXPECT_EQ(builtins::findBuiltin("$nothing"), std::nullopt);
}

TEST_F(Functions, Conversions) {
  start();
  EXPECT_EQ(call(Rtoi).real(3.99).bits(8), "00000011");
  EXPECT_EQ(call(Rtoi).real(-3.99).bits(8), "11111101");
  EXPECT_EQ(call(Itor).number("-5").realResult(), -5.0);
  EXPECT_EQ(call(Itor).number("100'd1267650600228229401496703205375").realResult(), 0x1p100);
  EXPECT_EQ(call(Realtobits).real(1.5).bits(64), "0011111111111" + std::string(51, '0'));
  EXPECT_EQ(call(Bitstoreal).number("64'h3ff8000000000000").realResult(), 1.5);
  EXPECT_EQ(call(Shortrealtobits).real(1.5).integer(), 0x3fc00000);
  EXPECT_EQ(call(Bitstoshortreal).number("32'h3fc00000").realResult(), 1.5);
}

TEST_F(Functions, Mathematics) {
  start();
  EXPECT_EQ(call(Clog2).number("0").integer(), 0);
  EXPECT_EQ(call(Clog2).number("5").integer(), 3);
  EXPECT_EQ(call(Clog2).number("100'h10000000000000000").integer(), 64);
  EXPECT_EQ(call(Pow).real(2).real(0.5).realResult(), std::pow(2, 0.5));
  EXPECT_EQ(call(Sqrt).number("16").realResult(), 4.0);
  EXPECT_EQ(call(Atan2).real(1).real(-1).realResult(), std::atan2(1, -1));
  EXPECT_EQ(call(Hypot).real(3).real(4).realResult(), 5.0);
}

TEST_F(Functions, BitVectors) {
  start();
  EXPECT_EQ(call(Countones).number("8'b1x0z1011").integer(), 4);
  EXPECT_EQ(call(Onehot).number("8'b0001x000").integer(1), 1);
  EXPECT_EQ(call(Onehot).number("8'b00000000").integer(1), 0);
  EXPECT_EQ(call(Onehot0).number("8'b00000000").integer(1), 1);
  EXPECT_EQ(call(Onehot0).number("8'b00010001").integer(1), 0);
  EXPECT_EQ(call(Isunknown).number("8'b0001z001").integer(1), 1);
  EXPECT_EQ(call(Isunknown).number("70'h0").integer(1), 0);
  EXPECT_EQ(call(Countbits).number("8'b1x0z1011").number("1'b0").number("1'bx").integer(), 3);
}

// The first values of $random and $dist_uniform are those of Icarus Verilog.
TEST_F(Functions, Random) {
  uint32_t seed = b.signal(top, "seed", b.logic(32));
  start();
  EXPECT_EQ(call(Random).integer(), 303379748);
  EXPECT_EQ(call(Random).integer(), -1064739199);
  set(seed, "1");
  EXPECT_EQ(call(Random).variable(seed).integer(), -2147414528);
  EXPECT_EQ(get(seed), "00000000000000010000110111001110"); // 69070
  EXPECT_EQ(call(DistUniform).variable(seed).number("1").number("10").integer(), 2);
  EXPECT_EQ(get(seed), "00011100010110011000001111110111"); // 475628535
  call(DistPoisson).variable(seed).number("0").integer();
  EXPECT_NE(errors().find("$dist_poisson's argument must be greater than 0."), std::string::npos);
}

TEST_F(Functions, Urandom) {
  start();
  int64_t first = call(Urandom).number("7").integer();
  int64_t second = call(Urandom).integer();
  EXPECT_EQ(call(Urandom).number("7").integer(), first);
  EXPECT_EQ(call(Urandom).integer(), second);
  unsigned seen = 0;
  for (int i = 0; i != 200; ++i) {
    int64_t v = call(UrandomRange).number("3").number("6").integer();
    ASSERT_GE(v, 3);
    ASSERT_LE(v, 6);
    seen |= 1u << v;
  }
  EXPECT_EQ(seen, 0x78u);
  EXPECT_EQ(call(UrandomRange).number("0").integer(), 0);
}

TEST_F(Functions, Strings) {
  uint32_t s = b.signal(top, "s", b.scalar(TypeKind::String));
  start();
  EXPECT_EQ(call(StringLen).string("hello").integer(), 5);
  EXPECT_EQ(call(StringGetc).string("hello").number("1").integer(8), 'e');
  EXPECT_EQ(call(StringGetc).string("hello").number("9").integer(8), 0);
  EXPECT_EQ(call(StringToupper).string("aB1").text(), "AB1");
  EXPECT_EQ(call(StringTolower).literal("aB1").text(), "ab1");
  EXPECT_LT(call(StringCompare).string("a").literal("b").integer(), 0);
  EXPECT_EQ(call(StringIcompare).string("ABc").string("abC").integer(), 0);
  EXPECT_EQ(call(StringSubstr).string("hello").number("1").number("3").text(), "ell");
  EXPECT_EQ(call(StringSubstr).string("hello").number("3").number("9").text(), "");
  EXPECT_EQ(call(StringAtoi).string("-12abc").integer(), -12);
  EXPECT_EQ(call(StringAtohex).string("fF").integer(), 255);
  EXPECT_EQ(call(StringAtooct).string("17").integer(), 15);
  EXPECT_EQ(call(StringAtobin).string("101").integer(), 5);
  EXPECT_EQ(call(StringAtoreal).string("2.5x").realResult(), 2.5);
  call(StringItoa).variable(s).number("-12").run();
  EXPECT_EQ(get(s), "-12");
  call(StringHextoa).variable(s).number("255").run();
  EXPECT_EQ(get(s), "ff");
  call(StringPutc).variable(s).number("1").number("88").run();
  EXPECT_EQ(get(s), "fX");
  call(StringBintoa).variable(s).number("5").run();
  EXPECT_EQ(get(s), "101");
  call(StringRealtoa).variable(s).real(2.5).run();
  EXPECT_EQ(get(s), "2.5");
}

TEST_F(Functions, Enumerations) {
  TypeId color = b.logic(3);
  b.image.types[color].enumerators = {{"RED", {1, 0}}, {"GREEN", {4, 0}}, {"BLUE", {6, 0}}};
  uint32_t variable = b.signal(top, "c", color);
  start();
  EXPECT_EQ(call(EnumNext).number("3'd1", color).bits(3), "100");
  EXPECT_EQ(call(EnumNext).number("3'd6", color).bits(3), "001");
  EXPECT_EQ(call(EnumNext).number("3'd6", color).number("2").bits(3), "100");
  EXPECT_EQ(call(EnumPrev).number("3'd1", color).bits(3), "110");
  EXPECT_EQ(call(EnumPrev).number("3'd1", color).number("4").bits(3), "110");
  EXPECT_EQ(call(EnumNext).number("3'd2", color).bits(3), "xxx");
  EXPECT_EQ(call(EnumName).number("3'd4", color).text(), "GREEN");
  EXPECT_EQ(call(EnumName).number("3'd5", color).text(), "");
  EXPECT_EQ(call(Cast).variable(variable).number("4").integer(), 1);
  EXPECT_EQ(get(variable), "100");
  EXPECT_EQ(call(Cast).variable(variable).number("5").integer(), 0);
  EXPECT_EQ(call(Cast).variable(variable).number("9").integer(), 0); // low bits alone would fit
  EXPECT_EQ(get(variable), "100");
}

TEST_F(Functions, DumpTasks) {
  uint32_t x = b.signal(top, "x", b.logic(4)), m = b.signal(top, "m", b.array(b.logic(8), 3));
  ModuleId leaf = b.module("leaf");
  b.signal(leaf, "q", b.logic(1));
  b.child(top, "u", leaf);
  start();
  TypeId byte = b.image.types[b.image.modules[top].signals[m].type].element;
  call(Dumpfile).literal(file("d.vcd")).run();
  call(Dumpvars).number("1").scope("").run();
  call(Dumpvars).number("0").part(m, 1, byte).run();
  EXPECT_EQ(output(), "VCD info: dumpfile " + file("d.vcd") + " opened for output.\n");
  at(2, [&] {
    set(x, "4'd3");
    call(Dumpvars).run();
    EXPECT_NE(errors().find("$dumpvars ignored"), std::string::npos);
  });
  at(3, [&] {
    set(x, "4'd4");
    call(Finish).number("0").run();
  });
  EXPECT_EQ(finish(), 0);
  std::string text = read("d.vcd");
  EXPECT_NE(text.find("$scope module top $end\n$var reg 4 ! x [3:0] $end\n"
                      "$var reg 8 \" m[1] [7:0] $end\n$upscope $end\n"),
            std::string::npos)
      << text;
  EXPECT_TRUE(text.ends_with("#0\n$dumpvars\nbx !\nbx \"\n$end\n#2\nb11 !\n#3\nb100 !\n")) << text;
}

} // namespace

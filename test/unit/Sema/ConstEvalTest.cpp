// Values of constant expressions, folded while binding or evaluated through constant
// functions (IEEE 1800-2023 11.2.1, 11.4, 13.4.3, 20).
#include "ExprDump.h"

using namespace circtsim;
using namespace circtsim::sematest;

namespace {

struct Case {
  const char *expr;
  const char *value;
};

std::string valueOf(llvm::StringRef expr) {
  std::string source = R"(module m;
    localparam logic [7:0] A = 8'd200, B = 8'd100;
    localparam logic signed [7:0] S = -3;
    localparam logic [3:0] X = 4'b1x0z;
    localparam int I = 5;
    localparam real R = 2.5;
    localparam string STR = "Hello";
    typedef enum {RED, GREEN = 5, BLUE} color_t;
    localparam color_t C = GREEN;
    typedef struct packed { logic [3:0] hi; logic [3:0] lo; } pair_t;
    localparam pair_t P = '{hi: 4'h3, lo: 4'hc};
    typedef struct { int n; logic [7:0] v[2]; } rec_t;
    localparam rec_t REC = '{n: 7, v: '{8'h11, 8'h22}};
    localparam int ARR [4] = '{1, 2, 3, 4};
    wire [11:4] w; logic [3:0][7:0] mem [0:9][5:2];
    localparam E = )" + expr.str() +
                       ";\nendmodule\n";
  Design design(source);
  return design.good ? design.parameter("E") : design.log();
}

class ConstEval : public testing::TestWithParam<Case> {};
TEST_P(ConstEval, Value) {
  EXPECT_EQ(GetParam().value, valueOf(GetParam().expr)) << GetParam().expr;
}

INSTANTIATE_TEST_SUITE_P(
    Operators, ConstEval,
    testing::Values(
        Case{"A + B", "8'h2c"}, Case{"16'(A + B)", "16'h12c"}, Case{"{A + B}", "8'h2c"},
        Case{"(A + B) >> 1", "8'h16"}, Case{"A + B == 300", "1'h1"}, Case{"S / 8'd2", "8'h7e"},
        Case{"S >>> 1", "8'shfe"}, Case{"(S >>> 1) + 8'd0", "8'h7e"},
        Case{"S / 2", "32'shffffffff"}, Case{"S % 2", "32'shffffffff"},
        Case{"5 / 0", "32'sbxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}, Case{"2 ** -1", "32'sh0"},
        Case{"(-1) ** -3", "32'shffffffff"},
        Case{"0 ** -1", "32'sbxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}, Case{"2 ** 10", "32'sh400"},
        Case{"-8'd5 + 0", "32'hfffffffb"}, Case{"X & 4'b1100", "4'b1x00"},
        Case{"X | 4'b0011", "4'b1x11"}, Case{"X == 4'b0000", "1'h0"}, Case{"X == 4'b1000", "1'bx"},
        Case{"X === 4'b1x0z", "1'h1"}, Case{"4'b1100 ==? X", "1'h1"}, Case{"4'b1110 ==? X", "1'h0"},
        Case{"&X", "1'h0"}, Case{"|X", "1'h1"}, Case{"^X", "1'bx"}, Case{"!X", "1'h0"},
        Case{"1'bx ? 8'd1 : 8'd2", "8'b000000xx"}, Case{"1'bx && 0", "1'h0"},
        Case{"1'bx || 1", "1'h1"}, Case{"0 -> 1'bx", "1'h1"}, Case{"1 <-> 2", "1'h1"},
        Case{"8'd3 inside {1, [2:4]}", "1'h1"}, Case{"8'd9 inside {1, [2:4], [10:$]}", "1'h0"},
        Case{"4'b1010 inside {4'b1zz0}", "1'h1"}, Case{"{2{4'b10x0}}", "8'b10x010x0"},
        Case{"{4'hf, {0{1'b1}}, 4'h0}", "8'hf0"}, Case{"{<<{8'b00010011}}", "8'hc8"},
        Case{"{<<4{16'h1234}}", "16'h4321"}, Case{"{>>{4'h1, 4'h2}}", "8'h12"}));

INSTANTIATE_TEST_SUITE_P(
    RealsAndStrings, ConstEval,
    testing::Values(
        Case{"R + I", "7.5"}, Case{"I / 2.0", "2.5"}, Case{"int'(2.5)", "32'sh3"},
        Case{"int'(-2.5)", "32'shfffffffd"}, Case{"$rtoi(-2.9)", "32'shfffffffe"},
        Case{"R > 2", "1'h1"}, Case{"2.0 ** 0.5", "1.4142135623730951"}, Case{"1e3", "1000"},
        Case{"$itor(3)", "3"}, Case{"$realtobits(1.0)", "64'h3ff0000000000000"},
        Case{"$bitstoreal(64'h4000000000000000)", "2"}, Case{"STR == \"Hello\"", "1'h1"},
        Case{"{STR, \"!\"}", "\"Hello!\""}, Case{"{2{STR}}", "\"HelloHello\""},
        Case{"STR.len()", "32'sh5"}, Case{"STR[1]", "8'sh65"}, Case{"STR.toupper()", "\"HELLO\""},
        Case{"STR.substr(1, 3)", "\"ell\""}, Case{"STR.compare(\"Help\") < 0", "1'h1"},
        Case{"STR < \"Help\"", "1'h1"}, Case{"\"a\\n\\101\"", "\"a\nA\""}, Case{"\"\"", "\"\""}));

INSTANTIATE_TEST_SUITE_P(
    Queries, ConstEval,
    testing::Values(Case{"$bits(w)", "32'sh8"}, Case{"$bits(color_t)", "32'sh20"},
                    Case{"$bits(mem)", "32'sh500"}, Case{"$bits(w) + $bits(logic [3:0])", "32'shc"},
                    Case{"$left(w)", "32'shb"}, Case{"$right(w)", "32'sh4"},
                    Case{"$high(w)", "32'shb"}, Case{"$size(mem)", "32'sha"},
                    Case{"$size(mem, 2)", "32'sh4"}, Case{"$left(mem, 2)", "32'sh5"},
                    Case{"$increment(mem, 1)", "32'shffffffff"},
                    Case{"$left(mem, 5)", "32'sbxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
                    Case{"$dimensions(mem)", "32'sh4"}, Case{"$unpacked_dimensions(mem)", "32'sh2"},
                    Case{"$typename(w)", "\"logic[11:4]\""}, Case{"$clog2(1025)", "32'shb"},
                    Case{"$clog2(0)", "32'sh0"}, Case{"$countones(8'hf1)", "32'sh5"},
                    Case{"$onehot(8'h10)", "1'h1"}, Case{"$isunknown(X)", "1'h1"},
                    Case{"$countbits(X, '1, 'z)", "32'sh2"}, Case{"$pow(2.0, 3)", "8"},
                    Case{"C.name()", "\"GREEN\""}, Case{"C.next()", "32'sh6"},
                    Case{"C.next(2)", "32'sh0"}, Case{"C.prev()", "32'sh0"},
                    Case{"C.num()", "32'sh3"}, Case{"C.first() + C.last()", "32'sh6"},
                    Case{"$size(STR)", "32'sh5"}, Case{"$right(STR)", "32'sh4"},
                    Case{"$left(STR)", "32'sh0"}, Case{"type(w) == type(logic [11:4])", "1'h1"},
                    Case{"type(w) == type(logic [7:0])", "1'h0"}));

INSTANTIATE_TEST_SUITE_P(
    Aggregates, ConstEval,
    testing::Values(Case{"P", "8'h3c"}, Case{"P.lo", "4'hc"}, Case{"P[7:4]", "4'h3"},
                    Case{"REC.n", "32'sh7"}, Case{"REC.v[1]", "8'h22"}, Case{"ARR[2]", "32'sh3"},
                    Case{"A[7:4]", "4'hc"}, Case{"A[3 -: 2]", "2'h2"}, Case{"A[9]", "1'bx"},
                    Case{"ARR == ARR", "1'h1"}, Case{"pair_t'{default: 4'h5}", "8'h55"},
                    Case{"pair_t'{1, 2}", "8'h12"}, Case{"pair_t'(8'h9a)", "8'h9a"}));

std::string function(llvm::StringRef body, llvm::StringRef call) {
  sema::ElaborationOptions options;
  options.maxConstantSteps = 10000;
  Design design("module m;\n" + body.str() + "\nlocalparam E = " + call.str() + ";\nendmodule\n",
                options);
  return design.good ? design.parameter("E") : design.log();
}

TEST(ConstFunction, LoopsAndReturn) {
  EXPECT_EQ("32'sh37", function(R"(
    function automatic int sum(int n);
      sum = 0;
      for (int i = 1; i <= n; i++) sum += i;
    endfunction)",
                                "sum(10)"));
  EXPECT_EQ("32'sh4", function(R"(
    function int first(input [7:0] v);
      first = -1;
      for (int i = 0; i < 8; i = i + 1) begin
        if (v[i]) return i;
        if (i > 100) break;
        else continue;
      end
    endfunction)",
                               "first(8'b00110000)"));
}

TEST(ConstFunction, Recursion) {
  EXPECT_EQ("32'sh78", function(R"(
    function automatic int fact(int n);
      return n <= 1 ? 1 : n * fact(n - 1);
    endfunction)",
                                "fact(5)"));
}

TEST(ConstFunction, CaseWhileForeachAndParts) {
  EXPECT_EQ("16'hb4a5", function(R"(
    function automatic logic [15:0] f(int mode);
      logic [7:0] mem [4];
      int k = 0;
      foreach (mem[i]) mem[i] = 8'(i * 16);
      while (k < 4) begin mem[k][3:0] = 4'(k + 1); k++; end
      do k--; while (k > 2);
      repeat (2) k++;
      case (mode)
        1, 2: f = {mem[3] | 8'h80, mem[0]};
        default: f = '1;
      endcase
      f[7:4] = 4'ha;
      f[2] = 1; f[1:0] = 2'b01;
      if (k != 4) f = '0;
    endfunction)",
                                 "f(2)"));
}

TEST(ConstFunction, OutputsAndStaticVariables) {
  EXPECT_EQ("32'sh1e", function(R"(
    function void split(input int x, output int hi, inout int acc);
      hi = x / 10; acc = acc + x;
    endfunction
    function int f(int x);
      int h, acc;
      acc = 3;
      split(x, h, acc);
      f = h + acc;
    endfunction)",
                                "f(25)"));
}

TEST(ConstFunction, Errors) {
  EXPECT_NE(std::string::npos,
            function("int v; function int f(int n); return v + n; endfunction", "f(1)")
                .find("'v' is not constant"));
  EXPECT_NE(std::string::npos,
            function("function int f(int n); while (1) n++; return n; endfunction", "f(1)")
                .find("more than"));
  EXPECT_NE(std::string::npos,
            function("function automatic int f(int n); return f(n); endfunction", "f(1)")
                .find("nested deeper"));
  EXPECT_NE(std::string::npos, function("int v;", "v + 1").find("'v' is not constant"));
  EXPECT_NE(std::string::npos, function("", "$random").find("not constant"));
}

} // namespace

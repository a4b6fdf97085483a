// Sizes and signs of expressions (IEEE 1800-2023 11.6 - 11.8): what conversions the
// binder inserts, and where. Expected trees follow from table 11-21 by hand.
#include "ExprDump.h"

using namespace circtsim;
using namespace circtsim::sematest;

namespace {

struct Case {
  const char *expr;
  const char *tree;
};

/// Binds `assign y = expr;` with operands of several types.
std::string assigned(llvm::StringRef expr, llvm::StringRef target = "logic [15:0] y") {
  std::string source = R"(module m;
    wire [7:0] a; wire [3:0] b; wire signed [7:0] s; wire signed [3:0] t; wire c;
    bit [7:0] ba, bb; int i; real r; string str, str2; logic [7:0] mem [0:3];
    typedef enum logic [1:0] {RED, GREEN, BLUE} color_t; color_t col, col2;
    struct packed { logic [3:0] hi; logic [3:0] lo; } ps;
    logic [3:0][7:0] pa; logic [0:7] up;
    )" + target.str() +
                       ";\n assign y = " + expr.str() + ";\nendmodule\n";
  Design design(source);
  return design.good ? dumpAssign(design) : design.log();
}

class ExprTyping : public testing::TestWithParam<Case> {};
TEST_P(ExprTyping, Tree) {
  EXPECT_EQ(GetParam().tree, assigned(GetParam().expr)) << GetParam().expr;
}

INSTANTIATE_TEST_SUITE_P(
    Operators, ExprTyping,
    testing::Values(
        // The assignment's width reaches the operands; each keeps its own sign.
        Case{"a + b", "(+:u16 (conv:u16 a:u8) (conv:u16 b:u4))"},
        Case{"s + t", "(conv:u16 (+:i16 (conv:i16 s:i8) (conv:i16 t:i4)))"},
        // One unsigned operand makes all unsigned, and extension zero.
        Case{"s + b", "(+:u16 (conv:u16 (conv:u8 s:i8)) (conv:u16 b:u4))"},
        Case{"a + b * t",
             "(+:u16 (conv:u16 a:u8) (*:u16 (conv:u16 b:u4) (conv:u16 (conv:u4 t:i4))))"},
        // A comparison is a context of its own.
        Case{"a + b == 4", "(conv:u16 (==:u1 (+:u32 (conv:u32 a:u8) (conv:u32 b:u4)) 32'h4:u32))"},
        Case{"s < t", "(conv:u16 (<:u1 s:i8 (conv:i8 t:i4)))"},
        Case{"s < b", "(conv:u16 (<:u1 (conv:u8 s:i8) (conv:u8 b:u4)))"},
        Case{"ba == bb", "(conv:u16 (==:U1 ba:U8 bb:U8))"},
        Case{"ba === a", "(conv:u16 (===:U1 (conv:u8 ba:U8) a:u8))"},
        // Shifts and power: the left operand alone decides.
        Case{"a << b", "(<<:u16 (conv:u16 a:u8) b:u4)"},
        Case{"s >>> b", "(conv:u16 (>>>:i16 (conv:i16 s:i8) b:u4))"},
        Case{"(s >>> 1) + a",
             "(+:u16 (>>>:u16 (conv:u16 (conv:u8 s:i8)) 32'sh1:I32) (conv:u16 a:u8))"},
        Case{"t ** 2", "(conv:u16 (**:i16 (conv:i16 t:i4) 32'sh2:I32))"},
        // Unary operators.
        Case{"-b", "(-:u16 (conv:u16 b:u4))"}, Case{"~b", "(~:u16 (conv:u16 b:u4))"},
        Case{"&a + b", "(+:u16 (conv:u16 (&:u1 a:u8)) (conv:u16 b:u4))"},
        Case{"!a", "(conv:u16 (!:u1 a:u8))"},
        // Both alternatives are in the context, the condition is not.
        Case{"(a > b) ? a : t",
             "(?:u16 (>:u1 a:u8 (conv:u8 b:u4)) (conv:u16 a:u8) (conv:u16 (conv:u4 t:i4)))"},
        // Self-determined operands.
        Case{"{a + b, c}", "(conv:u16 ({}:u9 (+:u8 a:u8 (conv:u8 b:u4)) c:u1))"},
        Case{"{2{a - b}}", "(rep:u16 32'sh2:I32 ({}:u8 (-:u8 a:u8 (conv:u8 b:u4))))"},
        Case{"a && b + c", "(conv:u16 (&&:u1 a:u8 (+:u4 b:u4 (conv:u4 c:u1))))"},
        Case{"mem[b + c]", "(conv:u16 ([]:u8 mem:logic[7:0]$[0:3] (+:u4 b:u4 (conv:u4 c:u1))))"}));

INSTANTIATE_TEST_SUITE_P(
    States, ExprTyping,
    testing::Values(
        // A two-state subtree is converted once, at its top.
        Case{"(ba + bb) + a", "(+:u16 (conv:u16 (+:U16 (conv:U16 ba:U8) (conv:U16 bb:U8))) "
                              "(conv:u16 a:u8))"},
        // Division may give X, unless the divisor is a known constant.
        Case{"ba / bb", "(/:u16 (conv:u16 ba:U8) (conv:u16 bb:U8))"},
        Case{"ba / 8'd3", "(conv:u16 (/:U16 (conv:U16 ba:U8) 16'h3:U16))"},
        Case{"i << b", "(conv:u16 (<<:i32 (conv:i32 i:I32) b:u4))"},
        Case{"i << 2", "(conv:u16 (<<:I32 i:I32 32'sh2:I32))"},
        Case{"c ? ba : bb", "(?:u16 c:u1 (conv:u16 ba:U8) (conv:u16 bb:U8))"}));

INSTANTIATE_TEST_SUITE_P(Literals, ExprTyping,
                         testing::Values(
                             // '1 fills its context, which another operand may make wider.
                             Case{"'1", "16'hffff:u16"},
                             Case{"a | '1", "(|:u16 (conv:u16 a:u8) 16'hffff:u16)"},
                             Case{"a == '1", "(conv:u16 (==:u1 a:u8 8'hff:u8))"},
                             Case{"{'1, a}", "(conv:u16 ({}:u9 1'h1:U1 a:u8))"},
                             Case{"'x", "16'bxxxxxxxxxxxxxxxx:u16"},
                             Case{"4'sb1000", "16'hfff8:u16"}, Case{"4'b1000", "16'h8:u16"},
                             Case{"8'hz", "16'b00000000zzzzzzzz:u16"}));

INSTANTIATE_TEST_SUITE_P(
    Reals, ExprTyping,
    testing::Values(
        // An integral operand of a real operator is evaluated by itself.
        Case{"r + (a + b)", "(conv:u16 (+:r r:r (conv:r (+:u8 a:u8 (conv:u8 b:u4)))))"},
        Case{"(a > r) + b", "(+:u16 (conv:u16 (>:U1 (conv:r a:u8) r:r)) (conv:u16 b:u4))"},
        Case{"c ? r : a", "(conv:u16 (?:r c:u1 r:r (conv:r a:u8)))"},
        Case{"-r", "(conv:u16 (-:r r:r))"}));

INSTANTIATE_TEST_SUITE_P(
    Selects, ExprTyping,
    testing::Values(Case{"a[b]", "(conv:u16 ([]:u1 a:u8 b:u4))"},
                    Case{"a[5:2]", "(conv:u16 ([:]:u4 a:u8 32'sh5:I32 32'sh2:I32))"},
                    Case{"s[5:2]", "(conv:u16 ([:]:u4 s:i8 32'sh5:I32 32'sh2:I32))"},
                    Case{"up[2 +: 3]", "(conv:u16 ([+:]:u3 up:u8 32'sh2:I32 32'sh3:I32))"},
                    Case{"pa[b][1]", "(conv:u16 ([]:u1 ([]:u8 pa:u32 b:u4) 32'sh1:I32))"},
                    Case{"pa[2:1]", "([:]:u16 pa:u32 32'sh2:I32 32'sh1:I32)"},
                    Case{"ps.hi", "(conv:u16 (.hi:u4 ps:u8))"},
                    Case{"ps[7:6]", "(conv:u16 ([:]:u2 ps:u8 32'sh7:I32 32'sh6:I32))"},
                    Case{"mem[1][3]",
                         "(conv:u16 ([]:u1 ([]:u8 mem:logic[7:0]$[0:3] 32'sh1:I32) 32'sh3:I32))"},
                    Case{"i[3]", "(conv:u16 ([]:U1 i:I32 32'sh3:I32))"}));

TEST(ExprTypingText, CastsAreAssignments) {
  EXPECT_EQ("(conv:I32 (+:u32 (conv:u32 a:u8) (conv:u32 b:u4)))", assigned("int'(a + b)", "int y"));
  EXPECT_EQ("(conv:u16 (+:u16 (conv:u16 a:u8) (conv:u16 b:u4)))", assigned("16'(a + b)"));
  EXPECT_EQ("(conv:i16 s:i8)", assigned("16'(s)", "logic signed [15:0] y"));
  EXPECT_EQ("(conv:i16 (conv:i8 a:u8))", assigned("signed'(a)", "logic signed [15:0] y"));
  EXPECT_EQ("(conv:i16 (conv:i8 a:u8))", assigned("$signed(a)", "logic signed [15:0] y"));
  EXPECT_EQ("(conv:u16 (conv:u8 s:i8))", assigned("$unsigned(s)"));
}

TEST(ExprTypingText, Enumerations) {
  EXPECT_EQ("col2:u2", assigned("col2", "color_t y"));
  EXPECT_EQ("2'h1:u2", assigned("GREEN", "color_t y"));
  EXPECT_EQ("(?:u2 c:u1 2'h0:u2 2'h2:u2)", assigned("c ? RED : BLUE", "color_t y"));
  EXPECT_EQ("(conv:u2 b:u4)", assigned("color_t'(b)", "color_t y"));
  EXPECT_NE(std::string::npos, assigned("2'd1", "color_t y").find("needs a cast"));
  EXPECT_NE(std::string::npos, assigned("col + 1", "color_t y").find("needs a cast"));
  EXPECT_EQ("(+:u16 (conv:u16 col:u2) 16'h1:u16)", assigned("col + 16'd1"));
}

TEST(ExprTypingText, Strings) {
  EXPECT_EQ("\"ab\":s", assigned("\"ab\"", "string y"));
  EXPECT_EQ("({}:s str:s \"x\":s)", assigned("{str, \"x\"}", "string y"));
  EXPECT_EQ("(==:U1 str:s \"x\":s)", assigned("str == \"x\"", "bit y"));
  EXPECT_EQ("(<:U1 str:s str2:s)", assigned("str < str2", "bit y"));
  EXPECT_EQ("\"abc\":s", assigned("{\"a\", \"bc\"}", "string y"));
  EXPECT_EQ("16'h6162:u16", assigned("\"ab\""));
  EXPECT_EQ("(len:I32 str:s)", assigned("str.len()", "int y"));
  EXPECT_EQ("([]:I8 str:s 32'sh1:I32)", assigned("str[1]", "byte y"));
  EXPECT_NE(std::string::npos, assigned("a", "string y").find("cannot be assigned"));
  EXPECT_NE(std::string::npos, assigned("str").find("cannot be assigned"));
  EXPECT_EQ("(conv:s a:u8)", assigned("string'(a)", "string y"));
}

TEST(ExprTypingText, LongChainsNeedNoStack) {
  std::string sum = "a";
  for (int i = 0; i < 4000; ++i)
    sum += " + b";
  Design design("module m; wire [7:0] a, b; wire [7:0] y; assign y = " + sum + "; endmodule");
  EXPECT_TRUE(design.good) << design.log();
}

} // namespace

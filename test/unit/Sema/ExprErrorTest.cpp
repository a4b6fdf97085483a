// What the expression binder rejects or warns about, one message per mistake.
#include "ExprDump.h"

using namespace circtsim;
using namespace circtsim::sematest;

namespace {

struct Case {
  const char *code; ///< statements of an initial block, or module items
  const char *message;
};

constexpr const char *declarations = R"(
  wire [7:0] w; logic [7:0] v, v2; logic [0:7] up; logic b; int i; real r; string str;
  const int ci = 3; localparam int P = 4; event ev; logic [7:0] mem [0:3]; logic [3:0] other [0:4];
  typedef enum logic [1:0] {RED, GREEN} color_t; color_t col;
  typedef struct { int n; logic [3:0] x; } rec_t; rec_t rec;
  struct packed { logic [3:0] hi, lo; } ps;
  function int f(int a, int b = 2); return a + b; endfunction
  function void vf(int a); endfunction
  function automatic void out(output logic [7:0] o, ref int q); endfunction
  task tk(input int a); endtask
  sub u();
)";

/// All messages of a module with the code, without notes; several are joined by '|'.
std::string check(const std::string &code, bool isItem) {
  std::string body = isItem ? code : "initial begin " + code + " end";
  Design design("module m;" + std::string(declarations) + body +
                "\nendmodule\nmodule sub; endmodule\n");
  std::string out;
  for (llvm::StringRef message : design.messages) {
    if (message.contains(": note: "))
      continue;
    out += (out.empty() ? "" : "|") + message.split(": ").second.split(": ").second.str();
  }
  return out;
}

class Rejected : public testing::TestWithParam<Case> {};
TEST_P(Rejected, Statement) {
  EXPECT_EQ(GetParam().message, check(GetParam().code, false)) << GetParam().code;
}

INSTANTIATE_TEST_SUITE_P(
    Operands, Rejected,
    testing::Values(
        Case{"v = r % 2;", "operator '%' cannot be applied to operands of types 'real' and 'int'"},
        Case{"v = ~r;", "operator '~' cannot be applied to an operand of type 'real'"},
        Case{"v = r << 1;",
             "operator '<<' cannot be applied to operands of types 'real' and 'int'"},
        Case{"b = str == v;",
             "operator '==' cannot be applied to operands of types 'string' and 'logic[7:0]'"},
        Case{"v = mem;",
             "a value of type 'logic[7:0]$[0:3]' cannot be assigned to type 'logic[7:0]'"},
        Case{"b = rec == v;",
             "operator '==' cannot be applied to operands of types 'rec_t' and 'logic[7:0]'"},
        Case{"v = tk;", "task 'tk' has no value"},
        Case{"v = vf(1);", "void function 'vf' has no value"},
        Case{"v = u;", "instance 'u' is not a value"},
        Case{"v = color_t;", "a data type is used as a value"},
        Case{"col = 1;",
             "a value of type 'int' needs a cast to be assigned to enumeration 'color_t'"},
        Case{"v = {v, 1};", "a number without size cannot be concatenated"},
        Case{"v = {0{v}};", "the count of a replication must be positive"},
        Case{"v = {-1{v}};", "the count of a replication must be positive"},
        Case{"v = {i{v}};", "'i' is not constant"},
        Case{"v = {r, v};", "an expression of type 'real' cannot be concatenated"},
        Case{"if (str) v = 1;", "an expression of type 'string' cannot be tested for truth"},
        Case{"v = 8'(str);", "expected an integral expression, found one of type 'string'"},
        Case{"v = 0'(v);", "the size of a cast must be positive and not too large, not 0"},
        Case{"rec = rec_t'(v);", "a value of type 'logic[7:0]' cannot be cast to type 'rec_t'"},
        Case{"v = w inside {str};",
             "a value of type 'string' cannot be compared with one of type 'logic[7:0]'"}));

INSTANTIATE_TEST_SUITE_P(
    Selects, Rejected,
    testing::Values(
        Case{"v = b[0];", "an operand of type 'logic' is a single bit: it cannot be selected from"},
        Case{"v = r[0];", "an operand of type 'real' cannot be selected from"},
        Case{"v = v[0:3];", "the range [0:3] runs against the declared range [7:0]"},
        Case{"v = up[3:0];", "the range [3:0] runs against the declared range [0:7]"},
        Case{"b = v[8];", "index 8 is outside of the declared range [7:0]"},
        Case{"v = v[9:6];", "the range [9:6] is not within the declared range [7:0]"},
        Case{"v = v[i:0];", "'i' is not constant"}, Case{"v = v[i +: i];", "'i' is not constant"},
        Case{"v = v[i +: 0];", "the width of a select must be positive and not too large, not 0"},
        Case{"v = mem[4];", "index 4 is outside of the declared range [0:3]"},
        Case{"v = mem[r];", "expected an integral expression, found one of type 'real'"},
        Case{"i = rec.z;", "there is no member 'z' in 'rec_t'"},
        Case{"i = v.z;", "there is no member or method 'z' of type 'logic[7:0]'"},
        Case{"i = mem.push_back(1);",
             "there is no member or method 'push_back' of type 'logic[7:0]$[0:3]'"}));

INSTANTIATE_TEST_SUITE_P(
    Targets, Rejected,
    testing::Values(
        Case{"w = 1;", "net 'w' cannot be assigned to in a procedure"},
        Case{"w[0] = 1;", "net 'w' cannot be assigned to in a procedure"},
        Case{"P = 1;", "'P' cannot be assigned to"},
        Case{"ci = 1;", "'ci' is constant and cannot be assigned to"},
        Case{"{v, 8'h1} = 16'h1;", "this expression cannot be assigned to"},
        Case{"{v, w} = 1;", "net 'w' cannot be assigned to in a procedure"},
        Case{"begin automatic int k; k <= 1; end",
             "automatic variable 'k' cannot be assigned to by '<='"},
        Case{"assign v[i] = 1;", "a procedural continuous assignment to a part of a variable|"
                                "the index of a continuously driven bit must be constant"},
        Case{"force v[i] = 1;", "the index of a continuously driven bit must be constant"},
        Case{"col++;", "operator '++' cannot be applied to an operand of type 'color_t'"},
        Case{"col += 1;",
             "a value of type 'logic[31:0]' needs a cast to be assigned to enumeration 'color_t'"},
        Case{"begin automatic int k; force v = k; end",
             "automatic variable 'k' cannot be driven continuously"},
        Case{"begin : blk automatic int k; blk.k = 1; end",
             "automatic variable 'k' cannot be reached by a hierarchical name"},
        Case{"str++;", "operator '++' cannot be applied to an operand of type 'string'"}));

INSTANTIATE_TEST_SUITE_P(
    Calls, Rejected,
    testing::Values(
        Case{"i = f();", "no value for argument 'a' of 'f', which has no default"},
        Case{"i = f(1, 2, 3);", "'f' takes 2 arguments, but 3 are given"},
        Case{"i = f(.a(1), .a(2));", "two values for argument 'a'"},
        Case{"i = f(.c(1));", "'f' has no argument named 'c'"},
        Case{"f(1);", "the result of function 'f' is not used; cast the call to void"},
        Case{"void'(f(1)); void'(f(.b(1), .a(2)));", ""},
        Case{"void'(vf(1));", "only the call of a function with a value can be cast to void"},
        Case{"out(w, i);", "net 'w' cannot be assigned to in a procedure"},
        Case{"out(v, r);", "a value of type 'int' cannot be assigned to type 'real'"},
        Case{"out(v, v);", "a value of type 'int' cannot be assigned to type 'logic[7:0]'"},
        Case{"out(v + 1, i);", "this expression cannot be assigned to"},
        Case{"v();", "variable 'v' is not a task or function"},
        Case{"i + 1;", "this expression is not a statement"},
        Case{"$nothing(1);", "unknown or unsupported system task or function '$nothing'"},
        Case{"i = $display;", "system task '$display' has no value"},
        Case{"i = $clog2();", "'$clog2' takes 1 argument, but 0 are given"},
        Case{"i = $clog2(str);", "expected an integral expression, found one of type 'string'"},
        Case{"$readmemh(\"f\", v);",
             "expected an unpacked array, found an expression of type 'logic[7:0]'"},
        Case{"i = $sscanf(str, \"%d\", w);", "net 'w' cannot be assigned to in a procedure"},
        Case{"i = str.len(1);", "'string.len' takes no arguments, but 1 are given"},
        Case{"str.nothing();", "there is no member or method 'nothing' of type 'string'"}));

INSTANTIATE_TEST_SUITE_P(
    Patterns, Rejected,
    testing::Values(
        Case{"rec = '{1};", "1 value for type 'rec_t', which has 2 elements"},
        Case{"rec = '{n: 1};", "the assignment pattern has no value for 'x'"},
        Case{"rec = '{n: 1, n: 2, x: 3};",
             "a second value for the same key of an assignment pattern"},
        Case{"rec = '{z: 1, default: 0};", "there is no member 'z' in 'rec_t'"},
        Case{"mem = '{1, 2, 3};", "3 values for type 'logic[7:0]$[0:3]', which has 4 elements"},
        Case{"mem = '{9: 1, default: 0};", "index 9 is outside of the declared range [0:3]"},
        Case{"mem = '{4{8'h1}}; mem = '{0: 1, default: 2}; mem = '{default: '1};", ""},
        Case{"rec = '{int: 1, default: '0}; rec = rec_t'{n: 3, x: 1};", ""},
        Case{"i = '{1, 2} + 1;", "the type of this assignment pattern cannot be known here"},
        Case{"r = '{1};", "an assignment pattern cannot have type 'real'"},
        Case{"ps = '{hi: 1, lo: str};",
             "a value of type 'string' cannot be assigned to type 'logic[3:0]'"},
        Case{"mem = \"abc\"; str = {\"a\", 8'h41}; i = $size(str);", ""},
        Case{"mem = other;",
             "a value of type 'logic[3:0]$[0:4]' cannot be assigned to type 'logic[7:0]$[0:3]'"}));

TEST(Rejected, NoCascades) {
  constexpr const char *message = "there is no member 'z' in 'rec_t'";
  EXPECT_EQ(std::string(message) + "|" + message + "|" + message,
            check("v = {rec.z, v} + f(rec.z) * mem[rec.z] == 3;", false));
  Design design(
      "module m; logic [undeclared:0] v; initial v = v + 1; assign x.y = v[3]; endmodule");
  unsigned errors = design.diagnostics.errorCount();
  EXPECT_EQ(2u, errors) << design.log();
}

TEST(Rejected, ContinuousTargets) {
  EXPECT_EQ("the index of a continuously driven bit must be constant",
            check("assign w[i] = 1;", true));
  EXPECT_EQ("", check("assign w[P] = 1; assign {w[1], w[0]} = 2'b01;", true));
}

TEST(Rejected, WidthWarningsOnRequest) {
  const char *source = "module m; logic [3:0] a; logic [7:0] b; initial begin a = b; b = a; a = 3; "
                       "a = 20; b = -1; end endmodule";
  EXPECT_EQ("", Design(source).log());
  Design design(source, {}, {"width-truncated", "width-expanded"});
  EXPECT_EQ("1: warning: 8 bits are truncated to 4 by the assignment\n"
            "1: warning: 4 bits are extended to 8 by the assignment\n"
            "1: warning: 32 bits are truncated to 4 by the assignment\n",
            design.log());
}

} // namespace

// Errors: what is said, where, and how parsing goes on. Depth limits.
#include "ParserTestSupport.h"

using namespace circtsim::syntax;

TEST(ParserRecovery, MissingSemicolons) {
  EXPECT_EQ(errorsOf("module m(input a)\n  wire x\n  assign x = 1;\n  initial begin\n    b = 1\n"
                     "    c = 2;\n    d = 3\n  end\nendmodule\n"),
            "1:18: expected ';' after the header of the design element\n"
            "2:9: expected ';' after net declaration\n"
            "5:10: expected ';' after assignment\n"
            "7:10: expected ';' after assignment\n");
}

TEST(ParserRecovery, MissingBrackets) {
  EXPECT_EQ(errorsOf(inModule("assign y = (a + b;\nassign z = c;\nlogic [7:0 w;\nwire v;")),
            "2:18: expected ')'\n"
            "  2:12: to match this '('\n"
            "4:11: expected ']'\n"
            "  4:7: to match this '['\n");
}

TEST(ParserRecovery, MissingOperands) {
  EXPECT_EQ(errorsOf(inModule("assign y = a + ;\nassign z = b;\ninitial x = ;")),
            "2:16: expected an expression, found ';'\n"
            "4:13: expected an expression, found ';'\n");
}

TEST(ParserRecovery, MissingEnds) {
  EXPECT_EQ(errorsOf("module m;\n  initial begin\n    x = 1;\nendmodule\n"
                     "module n;\n  function f(); f = 1; endtask\n  always begin if (a) begin x; "
                     "end\n"
                     "  initial y;\nendmodule\nmodule o;\n"),
            "4:1: expected 'end', found 'endmodule'\n"
            "  2:11: this 'begin' begins here\n"
            "6:24: expected 'endfunction', found 'endtask'\n"
            "  6:3: this function begins here\n"
            "8:3: expected 'end', found 'initial'\n"
            "  7:10: this 'begin' begins here\n"
            "11:1: expected 'endmodule', found end of file\n"
            "  10:1: this module begins here\n");
}

TEST(ParserRecovery, StrayEnds) {
  EXPECT_EQ(errorsOf("module m;\n  end\n  wire x;\n  endcase\nendmodule\nendmodule : m\n"),
            "2:3: 'end' without matching 'begin'\n"
            "4:3: 'endcase' without matching 'case'\n"
            "6:1: 'endmodule' without matching 'module'\n");
}

TEST(ParserRecovery, EndLabels) {
  EXPECT_EQ(errorsOf("module m;\n  initial begin : a end : b\n  initial begin end : c\n"
                     "endmodule : n\n"),
            "2:27: end label 'b' does not match the name 'a'\n"
            "3:23: end label 'c' on a block that has no name\n"
            "4:13: end label 'n' does not match the name 'm'\n");
}

TEST(ParserRecovery, MisplacedItems) {
  EXPECT_EQ(errorsOf("package p;\n  assign a = 1;\n  initial b;\nendpackage\n"
                     "program q;\n  always c;\n  begin d = 1; end\nendprogram\n"
                     "module m;\n  modport n(input x);\n  package e; "
                     "endpackage\n"
                     "endmodule\n"),
            "2:3: a continuous assignment is not allowed in a package\n"
            "3:3: a procedure is not allowed in a package\n"
            "6:3: an always procedure is not allowed in a program\n"
            "7:3: expected an item, found 'begin'\n"
            "10:3: a modport declaration is not allowed in a module\n"
            "11:3: a package is not allowed in a module\n");
}

TEST(ParserRecovery, Statements) {
  EXPECT_EQ(errorsOf(inInitial("for (i = 0; i < 3 i++) x();\ncase (y) 1 a(); 2: b(); endcase\n"
                               "if x c();\nd();\nint z;\nforeach (q) e();\nwire w;")),
            "3:18: expected ';' after loop condition\n"
            "4:11: expected ':' after case label\n"
            "5:3: expected '(' after 'if'\n"
            "7:1: declarations must precede the statements of a block\n"
            "8:11: expected '[' and loop variables after the array of 'foreach'\n"
            "9:1: expected a statement, found 'wire'\n");
}

TEST(ParserRecovery, Connections) {
  EXPECT_EQ(errorsOf(inModule("m a(.x(1), 2);\nm b(.*, .*);\nm #(1, .P(2)) c();\nm d(.x(1) "
                              ".y(2));\n"
                              "wire e;")),
            "2:12: ordered and named connections cannot be mixed\n"
            "3:9: '.*' may appear only once in a connection list\n"
            "4:8: ordered and named parameter values cannot be mixed\n"
            "5:10: expected ')'\n"
            "  5:4: to match this '('\n");
}

TEST(ParserRecovery, Declarations) {
  EXPECT_EQ(errorsOf(inModule("enum {} a;\nstruct {} b;\nconst int c;\nwire (strong0, weak0) d;\n"
                              "foo;\nsyntax error here;\nwire 3;\nwire ok;")),
            "2:7: an enumeration needs at least one member\n"
            "3:9: a structure or union needs at least one member\n"
            "4:11: constant 'c' needs an initial value\n"
            "5:6: a drive strength needs one strength for 0 and one for 1, not both high "
            "impedance\n"
            "6:4: expected a name after the data type, found ';'\n"
            "7:13: expected ';' after declaration\n"
            "8:6: expected a name, found '3'\n");
}

TEST(ParserRecovery, Primitives) {
  EXPECT_EQ(errorsOf("primitive p(o, a);\noutput o; input a;\ntable\n0 : 1\n: 2 ;\n0 1;\n(0) : 1;\n"
                     "1 : 0;\nendtable endprimitive\n"),
            "4:1: '2' is not a symbol of a primitive's table\n"
            "6:1: a primitive's table row has the form 'inputs : output;' or 'inputs : state : "
            "output;'\n"
            "7:1: '(0)' is not a symbol of a primitive's table\n");
}

TEST(ParserRecovery, UnsupportedIsLoud) {
  EXPECT_EQ(errorsOf("library l \"a.v\";\nmodule m; endmodule\n"),
            "1:1: unsupported: library map declarations (IEEE 1800-2023 33.3)\n");
}

//===-- Depth -------------------------------------------------------------===//

namespace {
std::string repeat(llvm::StringRef text, unsigned count) {
  std::string result;
  for (unsigned i = 0; i < count; ++i)
    result += text;
  return result;
}

/// Number of errors; every one of them must be about nesting.
unsigned depthErrors(const std::string &text) {
  Parsed parsed(text);
  for (const auto &diagnostic : parsed.recorded)
    EXPECT_EQ(diagnostic.id, circtsim::diag::NestingTooDeep) << diagnostic.message;
  return parsed.engine.errorCount();
}
} // namespace

TEST(ParserDepth, LimitIsOneError) {
  const unsigned n = 50000;
  for (const std::string &items :
       {"assign x = " + repeat("(", n) + "1" + repeat(")", n) + ";",
        "assign x = " + repeat("{", n) + "1" + repeat("}", n) + ";",
        "assign x = " + repeat("'{", n) + "1" + repeat("}", n) + ";",
        "assign x = " + repeat("~", n) + "1;", "assign x = " + repeat("a ? b : ", n) + "c;",
        "assign x = " + repeat("a -> ", n) + "c;", "assign x = " + repeat("a + ", n) + "c;",
        "assign x = " + repeat("a[", n) + "1" + repeat("]", n) + ";",
        "assign x = a" + repeat("[1]", n) + ";", "assign x = " + repeat("f(", n) + "1;",
        "assign x = " + repeat("tagged a ", n) + "1;", "assign x = " + repeat("int'(", n) + "1;",
        "initial " + repeat("begin ", n) + "x;", "initial " + repeat("if (a) ", n) + "x;",
        "initial " + repeat("if (a) x; else ", n) + "x;", "initial " + repeat("#1 ", n) + "x;",
        "initial @(" + repeat("(a or ", n) + "x);", repeat("if (1) ", n) + "wire x;",
        repeat("module m; ", n), repeat("class c; ", n), repeat("struct { ", n) + "int x;",
        "assert property (" + repeat("not ", n) + "x);",
        "assert property (" + repeat("a |-> ", n) + "x);",
        "class c; constraint d { " + repeat("a -> ", n) + "b; } endclass",
        "covergroup g; cross a, b { bins x = " + repeat("!", n) + "binsof(a); } endgroup",
        "initial randsequence() a : " + repeat("if (a) ", n) + "b; endsequence"})
    EXPECT_EQ(depthErrors(inModule(items)), 1u) << items.substr(0, 60);
}

TEST(ParserDepth, BelowTheLimit) {
  const unsigned n = 900;
  EXPECT_EQ(errorsOf(inModule("assign x = " + repeat("(", n) + "1" + repeat(")", n) + ";")), "");
  EXPECT_EQ(errorsOf(inModule("assign x = " + repeat("a ? b : ", n) + "c;")), "");
  EXPECT_EQ(errorsOf(inModule("assign x = " + repeat("a | ", 4000) + "c;")), "");
  EXPECT_EQ(errorsOf(inModule("initial " + repeat("begin ", n) + repeat("end ", n))), "");
}

TEST(ParserRecovery, AlwaysEnds) {
  // Every prefix of a program parses without crash or hang.
  const std::string program =
      "module m #(int A = 1)(input a, output logic [3:0] b);\n"
      "  typedef struct packed { int x; } s; s v = '{x: 1};\n"
      "  always_ff @(posedge a iff b) begin : l if (v) b <= #1 {2{a}}; else case (b) 1: ; endcase "
      "end\n"
      "  assert property (@(posedge a) b ##[1:$] c |-> d[*2]); m u[2] (.a, .b(x), .*);\n"
      "  class k extends j; rand int q[$]; constraint c { q.size() inside {[1:3]}; } endclass\n"
      "  covergroup g @(a); coverpoint b { bins x[] = {1} with (item); } endgroup\n"
      "  specify (a => b) = (1, 2); $setup(a, posedge b, 1); endspecify\n"
      "  function int f(int i = 1); foreach (z[k]) return i; endfunction\n"
      "  initial randsequence(p) p : q r := 1 | { x; }; endsequence\n"
      "endmodule\nprimitive p(o, i); output o; input i; table 0 : 1; endtable endprimitive\n";
  for (size_t length = 0; length <= program.size(); ++length)
    Parsed(llvm::StringRef(program).take_front(length));
}

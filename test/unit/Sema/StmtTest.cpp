//===- StmtTest.cpp - statements, subroutines, rules of processes ---------===//
#include "SemaHarness.h"

using namespace circtsim;
using namespace circtsim::sema;
using circtsim::sematest::Design;
using llvm::cast;
using llvm::dyn_cast;

namespace {

/// A module with the given items and a few variables.
std::string module(llvm::StringRef items) {
  return ("module top; logic clk, a, b; logic [3:0] v; int n; event e; wire w;\n" + items +
          "\nendmodule")
      .str();
}

const Stmt &firstProcess(const Design &design) {
  for (const Symbol *member : design.top().members)
    if (const auto *process = dyn_cast<ProcessSymbol>(member))
      return *process->body;
  abort();
}

//===-- Binding ------------------------------------------------------------------------------===//

TEST(Stmt, AllKindsBind) {
  Design design(module("initial begin : main\n"
                       "automatic int k = 3; static int s = 1;\n"
                       "if (a) n = 1; else n = 2;\n"
                       "unique case (v) 4'd0, 4'd1: n = 0; default: ; endcase\n"
                       "casez (v) 4'b1??: n = 1; endcase\n"
                       "case (v) inside [4'd1:4'd3], 7: n = 2; endcase\n"
                       "for (int i = 0, j = 1; i < 3; i++, j--) n += i;\n"
                       "while (n < 3) begin n++; if (n == 2) continue; break; end\n"
                       "do n--; while (n > 0); repeat (3) n = n + 1;\n"
                       "foreach (v[i]) n += v[i];\n"
                       "#5 n = 1; @(posedge clk or negedge a iff b, e) n = 2; @* n = 3; @e;\n"
                       "wait (a) n = 4; -> e; ->> #3 e; n <= #2 1; n = @(posedge clk) 5;\n"
                       "v <= repeat (2) @(posedge clk) 3; assign n = 3; deassign n;\n"
                       "force w = 1; release w; fork : f n = 1; begin n = 2; end join_any\n"
                       "wait fork; disable fork; disable f; wait_order (e, e) n = 1; else n = 2;\n"
                       "lab: assert (a) n = 1; else n = 2; assume #0 (a); cover final (b);\n"
                       "forever begin #1; end\nend"));
  EXPECT_TRUE(design.good) << design.log();
  const auto *block = dyn_cast<BlockStmt>(&firstProcess(design));
  ASSERT_TRUE(block && block->scope);
  EXPECT_EQ(block->scope->name, "main");
  EXPECT_FALSE(block->scope->isDisableTarget);
  const auto *list = cast<ListStmt>(block->body);
  EXPECT_TRUE(llvm::isa<VariableDeclStmt>(list->items[0])); // the static one has none
  EXPECT_TRUE(llvm::isa<IfStmt>(list->items[1]));
  const auto *unique = cast<CaseStmt>(list->items[2]);
  EXPECT_EQ(unique->items.size(), 1u);
  EXPECT_EQ(unique->items[0].labels.size(), 2u);
  EXPECT_TRUE(unique->defaultBody);
}

TEST(Stmt, BlocksWithoutNamesOrDeclarationsHaveNoScope) {
  Design design(module("initial begin n = 1; n = 2; end"));
  EXPECT_EQ(cast<BlockStmt>(&firstProcess(design))->scope, nullptr);
}

TEST(Stmt, DisableTargetsAreMarked) {
  Design design(module("initial begin : outer begin : inner n = 1; end end\n"
                       "initial disable outer;\ninitial disable outer.inner;\n"
                       "task t(); endtask initial disable t; initial disable v;"));
  EXPECT_TRUE(cast<BlockSymbol>(design.find("outer"))->isDisableTarget) << design.log();
  EXPECT_TRUE(cast<BlockSymbol>(design.find("outer.inner"))->isDisableTarget);
  EXPECT_TRUE(design.says("5: error: 'v' is not a block or task"));
}

TEST(Stmt, CapturedVariables) { // 9.3.2
  Design design(
      module("initial begin : p automatic int x, y, z; x = 1;\n"
             "fork : f automatic int k = y; begin n = x; n = k; end join_none z = 1; end"));
  EXPECT_TRUE(design.good) << design.log();
  auto captured = [&](llvm::StringRef name) {
    return cast<VariableSymbol>(design.find(name))->isCaptured;
  };
  EXPECT_TRUE(captured("p.x"));
  EXPECT_TRUE(captured("p.f.k"));
  EXPECT_FALSE(captured("p.z"));
}

TEST(Stmt, LifetimesOfVariables) { // 6.21
  Design design(
      module("initial begin : p int s; automatic int m; for (int i = 0; i < 2; i++) ; end\n"
             "task automatic t(); int a1; static int s1; endtask\n"
             "function int f(int x); int l; return x; endfunction"));
  EXPECT_TRUE(design.good) << design.log();
  auto lifetime = [&](llvm::StringRef name) {
    return cast<VariableSymbol>(design.find(name))->lifetime;
  };
  EXPECT_EQ(lifetime("p.s"), Lifetime::Static);
  EXPECT_EQ(lifetime("p.m"), Lifetime::Automatic);
  EXPECT_EQ(lifetime("t.a1"), Lifetime::Automatic);
  EXPECT_EQ(lifetime("t.s1"), Lifetime::Static);
  EXPECT_EQ(lifetime("f.l"), Lifetime::Static);
  EXPECT_EQ(lifetime("f.x"), Lifetime::Static);
  Design automatic("module automatic top; task t(); int x; endtask initial begin : b int y; end "
                   "endmodule");
  EXPECT_EQ(cast<VariableSymbol>(automatic.find("t.x"))->lifetime, Lifetime::Automatic);
  EXPECT_EQ(cast<VariableSymbol>(automatic.find("b.y"))->lifetime, Lifetime::Automatic);
}

TEST(Stmt, ImplicitStaticInitialiser) {
  Design design(module("initial begin\nint x = n;\nend"));
  EXPECT_TRUE(design.says("3: warning: variable 'x' is static and initialised once"))
      << design.log();
}

//===-- Subroutines (13)
//------------------------------------------------------------------------===//

TEST(Stmt, Formals) {
  Design design(module("task t(a1, input [3:0] b1, c1, output d1, int e1, ref int f1); endtask"));
  EXPECT_TRUE(design.says("error: argument 'f1' passed by reference needs an automatic"))
      << design.log();
  const auto *t = cast<SubroutineSymbol>(design.find("t"));
  std::string types;
  for (const VariableSymbol *formal : t->formals)
    types += syntax::spelling(formal->direction).str() + " " + formal->type->toString() + ", ";
  EXPECT_EQ(types, "input logic, input logic[3:0], input logic[3:0], output logic, output int, "
                   "ref int, ");
}

TEST(Stmt, NonAnsiFormals) {
  Design design(
      module("function [7:0] f; input [3:0] x; input y; reg y; integer i; begin f = x; end "
             "endfunction initial v = f(1, 2);\n"
             "task t; inout z; real z; output [2:0] q; begin q = 1; end endtask"));
  EXPECT_TRUE(design.good) << design.log();
  const auto *f = cast<SubroutineSymbol>(design.find("f"));
  ASSERT_EQ(f->formals.size(), 2u);
  EXPECT_EQ(f->returnType->width(), 8u);
  EXPECT_EQ(f->formals[0]->type->width(), 4u);
  const auto *t = cast<SubroutineSymbol>(design.find("t"));
  EXPECT_TRUE(t->formals[0]->type->isReal());
  EXPECT_TRUE(design.compilation.bodyOf(*f));
}

TEST(Stmt, DefaultArguments) {
  Design design(module("function int f(int x, int y = n + 1); return x + y; endfunction\n"
                       "initial n = f(1);"));
  EXPECT_TRUE(design.good) << design.log();
}

TEST(Stmt, Returns) {
  Design design(module("function int f();\nreturn;\nendfunction\nfunction void g();\nreturn 1;\n"
                       "endfunction\ninitial return;\ntask t(); fork\nreturn;\njoin endtask\n"
                       "task u(); return; endtask"));
  EXPECT_TRUE(design.says("3: error: function 'f' must return a value")) << design.log();
  EXPECT_TRUE(design.says("6: error: 'g' does not return a value"));
  EXPECT_TRUE(design.says("8: error: 'return' is only allowed in a task or function"));
  EXPECT_TRUE(
      design.says("10: error: 'return' is only allowed in a task or function, not in a fork"));
  EXPECT_FALSE(design.says("12: error"));
}

TEST(Stmt, RecursionBindsOnce) {
  Design design(module("function automatic int f(int x); return x < 2 ? 1 : x * f(x - 1); "
                       "endfunction localparam F = f(5);"));
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(design.parameter("F"), "32'sh78");
}

//===-- Rules
//--------------------------------------------------------------------------------------===//

TEST(Stmt, JumpsNeedALoop) {
  Design design(module("initial break;\ninitial forever fork\ncontinue;\njoin\n"));
  EXPECT_TRUE(design.says("2: error: 'break' is only allowed within a loop")) << design.log();
  EXPECT_TRUE(design.says("4: error: 'continue' is only allowed within a loop"));
}

TEST(Stmt, TimingRules) {
  Design design(module("function int f(); #1; return 1; endfunction\n"
                       "always_comb begin #1 a = 1; end\n"
                       "always_ff @(posedge clk) begin v <= 1; @(negedge clk); end\n"
                       "always_ff v <= 2;\n"
                       "final begin wait (a); end\n"
                       "always_latch fork join\n"
                       "always n = n + 1;\n"
                       "function void g(); fork #1; join_none endfunction"));
  EXPECT_TRUE(design.says("2: error: a control of time is not allowed in a function"))
      << design.log();
  EXPECT_TRUE(design.says("3: error: a control of time is not allowed in always_comb"));
  EXPECT_TRUE(design.says("4: error: a control of time is not allowed in always_ff, except"));
  EXPECT_TRUE(design.says("5: error: always_ff must begin with an event control"));
  EXPECT_TRUE(design.says("6: error: a control of time is not allowed in a final"));
  EXPECT_TRUE(design.says("7: error: a control of time is not allowed in always_latch"));
  EXPECT_TRUE(design.says("8: warning: this always procedure has no control of time"));
  EXPECT_FALSE(design.says("9: error"));
}

TEST(Stmt, Lvalues) {
  Design design(module("initial w = 1;\nassign w = a; initial force v[1] = 1;\n"
                       "initial begin automatic int k; k <= 1; end"));
  EXPECT_TRUE(design.says("2: error: net 'w' cannot be assigned to in a procedure"))
      << design.log();
  EXPECT_TRUE(design.says("4: error: automatic variable 'k' cannot be assigned to by '<='"));
}

TEST(Stmt, EventOperands) {
  Design design(module("real r; initial @(posedge r) ;\ninitial -> n;\ninitial @(n + 1);"));
  EXPECT_TRUE(design.says("2: error: an edge needs an integral expression")) << design.log();
  EXPECT_TRUE(design.says("3: error:"));
  EXPECT_FALSE(design.says("4: error"));
}

TEST(Stmt, ForeachDimensions) {
  Design design(module("int m [2][3]; initial foreach (m[i, j]) n = m[i][j];\n"
                       "initial foreach (m[i, j, k, l]) ;"));
  EXPECT_TRUE(design.says("3: error: more loop variables than dimensions")) << design.log();
  EXPECT_FALSE(design.says("2: error"));
}

TEST(Stmt, UnsupportedIsLoud) {
  Design design(module("initial assert property (a);\n"));
  EXPECT_TRUE(design.says("2: error: unsupported: concurrent assertions")) << design.log();
}

} // namespace

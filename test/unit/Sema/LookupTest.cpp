//===- LookupTest.cpp - packages, scopes, hierarchical names --------------===//
#include "SemaHarness.h"

using namespace circtsim;
using namespace circtsim::sema;
using circtsim::sematest::Design;
using llvm::cast;
using llvm::dyn_cast;

namespace {

//===-- Declaration before use (6.21) --------------------------------------------------------===//

TEST(Lookup, DeclarationBeforeUse) {
  Design design("module top;\nassign a = b;\nwire b;\nendmodule");
  EXPECT_TRUE(design.says("2: error: 'b' is used before its declaration")) << design.log();
  Design later("module top; initial x = 1;\nint x; endmodule");
  EXPECT_TRUE(later.says("1: error: 'x' is used before its declaration")) << later.log();
  Design functions("module top; localparam X = f(2); initial t(); "
                   "function int f(int a); return a + 1; endfunction task t(); endtask endmodule");
  EXPECT_TRUE(functions.good) << functions.log();
  EXPECT_EQ(functions.parameter("X"), "32'sh3");
}

TEST(Lookup, InnerDeclarationHidesFromItsPositionOn) {
  Design design("module top; localparam P = 1; if (1) begin : g localparam A = P; "
                "localparam P = 2; localparam B = P; end endmodule");
  EXPECT_EQ(design.parameter("g.A"), "32'sh1") << design.log();
  EXPECT_EQ(design.parameter("g.B"), "32'sh2");
}

TEST(Lookup, Suggestions) {
  Design design("module top; int counter;\ninitial conter = 1;\nendmodule");
  EXPECT_TRUE(design.says("2: error: 'conter' is not declared; did you mean 'counter'?"))
      << design.log();
}

TEST(Lookup, Redefinition) {
  Design design("module top; int a;\nwire a;\nfunction int a(); endfunction\nendmodule");
  EXPECT_TRUE(design.says("2: error: redefinition of 'a'")) << design.log();
  EXPECT_TRUE(design.says("3: error: redefinition of 'a'"));
  EXPECT_TRUE(design.says("1: note: 'a' was declared here before"));
  Design enums("module top; typedef enum {A, B} e;\ntypedef enum {B, C} f; endmodule");
  EXPECT_TRUE(enums.says("2: error: redefinition of 'B'")) << enums.log();
}

//===-- Packages (26)
//---------------------------------------------------------------------------===//

static const char packages[] =
    "package p; localparam A = 1, C = 5; typedef logic [2:0] t; typedef enum {R, G} color; "
    "function int twice(int x); return 2 * x; endfunction int v; endpackage\n"
    "package q; localparam A = 2, D = 7; endpackage\n";

TEST(Lookup, Imports) {
  Design design(std::string(packages) +
                "module top import p::t; #(parameter X = $bits(t)) (); import p::*; import q::D;\n"
                "localparam Y = twice(C) + D + p::A + q::A; color c = G; initial v = Y; endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(design.parameter("X"), "32'sh3");
  EXPECT_EQ(design.parameter("Y"), "32'sh14");
}

TEST(Lookup, PackageVariablesHaveAbsolutePaths) {
  Design design(std::string(packages) + "module top; initial p::v = 3; endmodule");
  EXPECT_TRUE(design.good) << design.log();
  const auto *process = cast<ProcessSymbol>(design.top().members.front());
  const auto &assign = *cast<AssignmentExpr>(cast<ExpressionStmt>(process->body)->expr);
  const auto *lhs = cast<NamedValueExpr>(assign.lhs);
  ASSERT_TRUE(lhs->path);
  EXPECT_EQ(lhs->path->up, HierarchicalPath::Absolute);
  EXPECT_EQ(lhs->path->instances[0], "p");
}

TEST(Lookup, ImportErrors) {
  Design design(std::string(packages) +
                "module top; import p::*; import q::*;\nlocalparam X = A;\n"
                "localparam Y = C;\nimport r::*;\nimport p::nothing;\nlocalparam Z = p::D;\n"
                "endmodule");
  EXPECT_TRUE(design.says("4: error: 'A' is imported from both 'p' and 'q'")) << design.log();
  EXPECT_FALSE(design.says("5: error"));
  EXPECT_TRUE(design.says("6: error: there is no package 'r'"));
  EXPECT_TRUE(design.says("7: error: there is no 'nothing' in package 'p'"));
  EXPECT_TRUE(design.says("8: error: there is no 'D' in package 'p'"));
}

TEST(Lookup, LocalNamesWinOverWildcards) {
  Design design(std::string(packages) +
                "module top; import p::*; localparam A = 9; localparam X = A; endmodule");
  EXPECT_EQ(design.parameter("X"), "32'sh9") << design.log();
}

TEST(Lookup, Exports) { // 26.6
  Design design("package a; localparam X = 1, Y = 2; endpackage\n"
                "package b; import a::*; export a::X; localparam Z = X; endpackage\n"
                "package c; import a::Y; export *::*; endpackage\n"
                "module top; import b::*; localparam L = X; localparam M = c::Y; endmodule\n");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(design.parameter("L"), "32'sh1");
  EXPECT_EQ(design.parameter("M"), "32'sh2");
  Design hidden("package a; localparam X = 1; endpackage package b; import a::X; endpackage\n"
                "module top; localparam L = b::X; endmodule");
  EXPECT_TRUE(hidden.says("2: error: there is no 'X' in package 'b'")) << hidden.log();
}

TEST(Lookup, PackageOrderDoesNotMatter) {
  Design design("module top; localparam L = p::X; endmodule\n"
                "package p; localparam X = q::Y + 1; endpackage package q; localparam Y = 4; "
                "endpackage");
  EXPECT_EQ(design.parameter("L"), "32'sh5") << design.log();
}

TEST(Lookup, CompilationUnit) {
  Design design("localparam U = 3; function int f(int x); return x + U; endfunction\n"
                "module top; localparam U = 4; localparam A = $unit::U; localparam B = f(U); "
                "endmodule\nlocalparam After = 1;");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(design.parameter("A"), "32'sh3");
  EXPECT_EQ(design.parameter("B"), "32'sh7");
  Design after("module top; localparam X = Later; endmodule\nlocalparam Later = 1;");
  EXPECT_TRUE(after.says("error: 'Later' is used before its declaration")) << after.log();
}

//===-- Hierarchical names (23.6 - 23.8)
//----------------------------------------------------------===//

/// The first process's assignment target in a body.
const NamedValueExpr *target(const BodySymbol &body) {
  for (const Symbol *member : body.members)
    if (const auto *process = dyn_cast<ProcessSymbol>(member)) {
      const auto *stmt = dyn_cast<ExpressionStmt>(process->body);
      const auto *assign = stmt ? dyn_cast<AssignmentExpr>(stmt->expr) : nullptr;
      return assign ? dyn_cast<NamedValueExpr>(assign->lhs) : nullptr;
    }
  return nullptr;
}

std::string pathOf(const NamedValueExpr *value) {
  if (!value)
    return "<none>";
  std::string text;
  if (value->path) {
    text = value->path->up == HierarchicalPath::Absolute ? "root"
                                                         : "up" + std::to_string(value->path->up);
    for (llvm::StringRef name : value->path->instances)
      text += "/" + name.str();
    text += "/";
  }
  return text + Compilation::scopedName(*value->symbol);
}

TEST(Lookup, Downwards) {
  Design design("module leaf; int x; if (1) begin : g int y; end endmodule\n"
                "module mid; for (genvar i = 0; i < 2; i++) begin : h leaf u(); end endmodule\n"
                "module top; initial m.h[1].u.g.y = 1; mid m(); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(pathOf(target(design.top())), "up0/m/h[1].u/g.y");
}

TEST(Lookup, OwnBlocks) {
  Design design("module top; initial b.x = 1; initial begin : b int x; begin : c int z; end end\n"
                "if (1) begin : g int y; initial top.b.c.z = 2; end endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(pathOf(target(design.top())), "b.x");
}

TEST(Lookup, Upwards) {
  Design design("module leaf; initial mid.x = 1; endmodule\n"
                "module mid; int x; if (1) begin : g leaf u(); end endmodule\n"
                "module top; mid a(); mid b(); int counter; endmodule");
  EXPECT_TRUE(design.good) << design.log();
  const BodySymbol &a = *cast<InstanceSymbol>(design.find("a"))->childBody;
  const auto *leaf = cast<InstanceSymbol>(cast<GenerateBlockSymbol>(a.find("g"))->find("u"));
  EXPECT_EQ(pathOf(target(*leaf->childBody)), "up1/x");
}

TEST(Lookup, UpwardNamesDependOnThePlace) { // 23.8
  Design design("module leaf; initial s.v = 1; endmodule\n"
                "module sub; int v; endmodule\n"
                "module m1; sub s(); leaf u(); endmodule\n"
                "module top; sub s(); leaf u(); m1 m(); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  const auto *u = cast<InstanceSymbol>(design.find("u"));
  const auto *m = cast<InstanceSymbol>(design.find("m"));
  const auto *mu = cast<InstanceSymbol>(m->childBody->find("u"));
  EXPECT_NE(u->childBody, mu->childBody);
  EXPECT_EQ(pathOf(target(*u->childBody)), "up1/s/v");
}

TEST(Lookup, Root) {
  Design design("module a; int x; endmodule module top; initial $root.top.u.x = 1; a u(); "
                "endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(pathOf(target(design.top())), "root/top/u/x");
  Design other("module a; int x; endmodule module top; initial a.x = 1; endmodule");
  const BodySymbol &top = *other.compilation.tops()[1]->childBody;
  EXPECT_EQ(pathOf(target(top)), "root/a/x") << other.log();
}

TEST(Lookup, UpwardTasks) { // 23.8.1
  Design design("module leaf; initial log(3); endmodule\n"
                "module top; task log(int x); endtask leaf u(); endmodule");
  EXPECT_TRUE(design.good) << design.log();
}

TEST(Lookup, HierarchicalErrors) {
  Design design("module leaf; int x; endmodule\nmodule top; leaf u(); leaf v[1:0]();\n"
                "initial u.y = 1;\ninitial v[2].x = 1;\ninitial v.x = 1;\ninitial w.x = 1;\n"
                "initial $root.none.x = 1;\nlocalparam P = u.x;\nendmodule");
  EXPECT_TRUE(design.says("3: error: there is no 'y' in design element 'leaf'")) << design.log();
  EXPECT_TRUE(design.says("4: error: 'v' has no element [2]"));
  EXPECT_TRUE(design.says("5: error: an element of 'v' must be selected by an index"));
  EXPECT_TRUE(design.says("6: error: 'w' is not declared"));
  EXPECT_TRUE(design.says("7: error: there is no top-level module 'none'"));
  EXPECT_TRUE(design.says("8: error:"));
}

TEST(Lookup, ParametersOfGenerateBlocksAreConstants) {
  Design design("module top; for (genvar i = 0; i < 2; i++) begin : g localparam P = i + 5; end "
                "localparam X = g[1].P; endmodule");
  EXPECT_EQ(design.parameter("X"), "32'sh6") << design.log();
}

} // namespace

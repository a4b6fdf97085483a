//===- ElabTest.cpp - definitions, parameters, generates, instances -------===//
//
// Structure of elaborated designs. Expected results follow from the clauses of
// IEEE 1800-2023 named in the tests.
//
//===----------------------------------------------------------------------===//
#include "SemaHarness.h"

#include "Value/LogicVector.h"

using namespace circtsim;
using namespace circtsim::sema;
using circtsim::sematest::Design;
using llvm::cast;
using llvm::dyn_cast;

namespace {

const InstanceSymbol *instance(const Design &design, llvm::StringRef name) {
  return llvm::dyn_cast_or_null<InstanceSymbol>(design.find(name));
}

std::string bodyOf(const Design &design, llvm::StringRef name) {
  const InstanceSymbol *found = instance(design, name);
  return found && found->childBody ? found->childBody->printedName.str() : "<none>";
}

/// Value of a parameter in the body of an instance.
std::string parameterOf(const Design &design, llvm::StringRef name, llvm::StringRef parameter) {
  const InstanceSymbol *found = instance(design, name);
  if (!found || !found->childBody)
    return "<none>";
  const auto *symbol = llvm::dyn_cast_or_null<ParameterSymbol>(found->childBody->find(parameter));
  return symbol ? Design::valueText(*symbol->value) : "<none>";
}

//===-- Tops and units ------------------------------------------------------------------===//

TEST(Elab, TopsAreUninstantiatedModules) {
  Design design("module a; endmodule module b; a u(); endmodule module c; endmodule "
                "interface i; endinterface");
  EXPECT_TRUE(design.good) << design.log();
  ASSERT_EQ(design.compilation.tops().size(), 2u);
  EXPECT_EQ(design.compilation.tops()[0]->name, "b");
  EXPECT_EQ(design.compilation.tops()[1]->name, "c");
}

TEST(Elab, TopsByName) {
  ElaborationOptions options;
  options.tops = {"a"};
  Design design("module a; endmodule module b; a u(); endmodule", options);
  ASSERT_EQ(design.compilation.tops().size(), 1u);
  EXPECT_EQ(design.compilation.tops()[0]->name, "a");
  options.tops = {"nothing"};
  Design bad("module a; endmodule", options);
  EXPECT_TRUE(bad.says("error: there is no module 'nothing'")) << bad.log();
}

TEST(Elab, SourcesWithoutModule) {
  Design design("package p; endpackage");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_TRUE(design.compilation.tops().empty());
}

TEST(Elab, BodiesParentsFirst) {
  Design design("module leaf; endmodule module mid; leaf l(); endmodule "
                "module top; leaf l(); mid m(); endmodule");
  std::string order;
  for (const BodySymbol *body : design.compilation.bodies())
    order += body->printedName.str() + " ";
  EXPECT_EQ(order, "top mid leaf ");
}

TEST(Elab, UndefinedModulesInOrder) {
  Design design("module top; z u1(); y u2(); z u3(); if (0) begin x u4(); end endmodule");
  EXPECT_EQ(design.compilation.undefinedModules(), (std::vector<std::string>{"z", "y", "x"}));
  EXPECT_TRUE(design.says("1: error: there is no module or interface 'z'")) << design.log();
  EXPECT_FALSE(design.says("'x'")); // not generated
}

TEST(Elab, DuplicateDefinition) {
  Design design("module a; endmodule\nmodule a; endmodule");
  EXPECT_TRUE(design.says("2: error: a second definition of 'a'")) << design.log();
}

//===-- Parameters (6.20, 23.10) ----------------------------------------------------------===//

TEST(Elab, EqualParametersShareABody) {
  Design design("module c #(parameter W = 8)(); endmodule\n"
                "module top; c a(); c #(8) b(); c #(.W(4+4)) d(); c #(.W(9)) e(); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(instance(design, "a")->childBody, instance(design, "b")->childBody);
  EXPECT_EQ(instance(design, "a")->childBody, instance(design, "d")->childBody);
  EXPECT_EQ(bodyOf(design, "a"), "c");
  EXPECT_EQ(bodyOf(design, "e"), "c#(W=9)");
}

TEST(Elab, ParameterDefaultsDependOnOthers) {
  Design design("module c #(parameter W = 8, parameter D = W * 2, localparam E = D + 1)();"
                "endmodule module top; c #(.W(3)) u(); endmodule");
  EXPECT_EQ(parameterOf(design, "u", "D"), "32'sh6");
  EXPECT_EQ(parameterOf(design, "u", "E"), "32'sh7");
}

TEST(Elab, ParameterTakesTypeOfValue) { // 6.20.2
  Design design("module c #(parameter P = 1, parameter [3:0] Q = 0, parameter signed R = 8'hff)();"
                "endmodule module top; c #(.P(4'd3), .Q(8'h1f)) u(); endmodule");
  EXPECT_EQ(parameterOf(design, "u", "P"), "4'h3");
  EXPECT_EQ(parameterOf(design, "u", "Q"), "4'hf");
  EXPECT_EQ(parameterOf(design, "u", "R"), "8'shff");
}

TEST(Elab, DefaultCallsFunctionOfTheBody) {
  Design design("module top #(parameter D = 100, parameter A = bits(D))(); localparam X = A + 1;\n"
                "function integer bits(input integer v); begin bits = 0;"
                "while (v > 0) begin v = v >> 1; bits = bits + 1; end end endfunction endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(design.parameter("A"), "32'sh7");
  EXPECT_EQ(design.parameter("X"), "32'sh8");
}

TEST(Elab, TypeParameters) {
  Design design("module c #(parameter type T = int)(); localparam B = $bits(T); endmodule\n"
                "module top; typedef logic [4:0] five; c a(); c #(.T(five)) b();"
                " c #(logic [1:0]) d(); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(parameterOf(design, "a", "B"), "32'sh20");
  EXPECT_EQ(parameterOf(design, "b", "B"), "32'sh5");
  EXPECT_EQ(parameterOf(design, "d", "B"), "32'sh2");
}

TEST(Elab, DefparamBeforeSpecialisation) { // 23.10.1
  Design design("module leaf #(parameter P = 1)(); endmodule\n"
                "module mid; leaf l(); for (genvar i = 0; i < 2; i++) begin : g leaf l(); end "
                "endmodule\n"
                "module top; mid m(); mid n(); leaf x[1:0]();\n"
                "defparam m.l.P = 5, m.g[1].l.P = 6; defparam top.x[0].P = 7; endmodule");
  EXPECT_TRUE(design.good) << design.log();
  const Design &d = design;
  auto valueAt = [&](const BodySymbol &body, llvm::StringRef name) {
    const auto *i = cast<InstanceSymbol>(body.find(name));
    return Design::valueText(*cast<ParameterSymbol>(i->childBody->find("P"))->value);
  };
  const BodySymbol &m = *instance(d, "m")->childBody;
  EXPECT_NE(&m, instance(d, "n")->childBody);
  EXPECT_EQ(valueAt(m, "l"), "32'sh5");
  EXPECT_EQ(valueAt(*instance(d, "n")->childBody, "l"), "32'sh1");
  const auto *g = cast<GenerateArraySymbol>(m.find("g"));
  const auto *inner = cast<InstanceSymbol>(g->entries[1]->find("l"));
  EXPECT_EQ(inner->childBody->printedName, "leaf#(P=6)");
  const auto *x = cast<InstanceArraySymbol>(d.find("x"));
  EXPECT_EQ(x->elements[0]->childBody->printedName, "leaf");
  EXPECT_EQ(x->elements[1]->childBody->printedName, "leaf#(P=7)");
}

TEST(Elab, DefparamErrors) {
  Design design("module leaf #(parameter P = 1)(); endmodule\n"
                "module top; leaf u();\ndefparam u.Q = 5;\nendmodule");
  EXPECT_TRUE(design.says("3: error: defparam sets 'u.Q', which does not exist")) << design.log();
  Design upward("module leaf #(parameter P = 1)(); defparam other.u.P = 2; endmodule\n"
                "module top; leaf u(); endmodule");
  EXPECT_TRUE(upward.says("error: defparam sets 'other.u.P', which does not exist"))
      << upward.log();
  Design late("module leaf #(parameter P = 1)(); endmodule\n"
              "module a; if (1) begin : g m u(); end endmodule\n"
              "module m; defparam a.first.P = 2; endmodule\n"
              "module top; leaf first(); a n(); endmodule");
  EXPECT_TRUE(late.says("error: a defparam cannot set what lies outside")) << late.log();
}

TEST(Elab, CommandLineParameters) {
  ElaborationOptions options;
  options.parameters = {{"W", "4'd9"}, {"top.u.N", "3"}, {"S", "hello"}, {"Missing", "1"}};
  Design design("module c #(parameter N = 1)(); endmodule\n"
                "module top #(parameter W = 1, parameter S = \"x\")(); c u(); endmodule",
                options);
  EXPECT_EQ(design.parameter("W"), "4'h9");
  EXPECT_EQ(design.parameter("S"), "\"hello\"");
  EXPECT_EQ(parameterOf(design, "u", "N"), "32'sh3");
  EXPECT_TRUE(design.says("error: there is no parameter 'Missing' for -G")) << design.log();
}

TEST(Elab, ParameterErrors) {
  Design design("module c #(parameter W, localparam L = 1)(); endmodule\n"
                "module top;\nc a();\nc #(.W(1), .W(2)) b();\nc #(.X(1)) d();\nc #(1, 2) e();\n"
                "c #(.L(2), .W(1)) f();\nendmodule");
  EXPECT_TRUE(design.says("1: error: parameter 'W' has no value")) << design.log();
  EXPECT_TRUE(design.says("4: error: parameter 'W' is given twice"));
  EXPECT_TRUE(design.says("5: error: there is no parameter 'X' in 'c'"));
  EXPECT_TRUE(design.says("6: error: 'c' has 1 parameter, but 2 are given"));
  EXPECT_TRUE(design.says("7: error: there is no parameter 'L' in 'c'"));
}

TEST(Elab, ParametersThatDependOnThemselves) {
  Design design("module top;\nlocalparam A = B;\nlocalparam B = A;\nendmodule");
  EXPECT_TRUE(design.says("2: error: 'B' is used before its declaration")) << design.log();
  Design cycle(
      "module top;\nfunction int f(); return X; endfunction\nlocalparam X = f();\nendmodule");
  EXPECT_FALSE(cycle.good);
}

//===-- Generate (27) -----------------------------------------------------------------------===//

TEST(Elab, GenerateLoops) {
  Design design("module top; genvar i, j; generate for (i = 3; i >= 0; i = i - 1) begin : g\n"
                "for (j = 0; j < i; j += 1) begin : h localparam P = i * 10 + j; end\n"
                "end endgenerate endmodule");
  EXPECT_TRUE(design.good) << design.log();
  const auto *g = cast<GenerateArraySymbol>(design.find("g"));
  ASSERT_EQ(g->entries.size(), 4u);
  EXPECT_EQ(g->entries[0]->printedName, "g[3]");
  EXPECT_EQ(design.parameter("g[3].h[2].P"), "32'sh20");
  EXPECT_EQ(design.find("g[0].h[0]"), nullptr);
}

TEST(Elab, GenerateLoopErrors) {
  Design design("module top; genvar i; integer k;\n"
                "for (i = 0; i < 4; i = i + 0) begin : a end\n"
                "for (k = 0; k < 4; k = k + 1) begin : b end\n"
                "for (i = 0; i < 2; i = i + 1) begin : c for (i = 0; i < 2; i = i + 1) begin end "
                "end\nendmodule");
  EXPECT_TRUE(design.says("2: error: genvar 'i' takes the value 0 twice")) << design.log();
  EXPECT_TRUE(design.says("3: error: 'k' is not a genvar"));
  EXPECT_TRUE(design.says("4: error: genvar 'i' already counts the loop around this one"));
  ElaborationOptions options;
  options.maxGenerateSteps = 10;
  Design limit("module top; for (genvar i = 0; i < 100; i++) begin end endmodule", options);
  EXPECT_TRUE(limit.says("a generate loop makes more than 10 blocks")) << limit.log();
}

TEST(Elab, UnnamedBlocks) { // 27.6
  Design design("module top; parameter genblk2 = 0; genvar i;\n"
                "for (i = 0; i < 1; i = i + 1) localparam a = 1;\n"       // genblk1
                "if (genblk2) localparam b = 1; else localparam b = 2;\n" // genblk02
                "case (1) 0: localparam c = 0; 1: begin : named localparam c = 1; end endcase\n"
                "if (1) localparam d = 4; endmodule"); // genblk4
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(design.parameter("genblk1[0].a"), "32'sh1");
  EXPECT_EQ(design.parameter("genblk02.b"), "32'sh2");
  EXPECT_EQ(design.parameter("named.c"), "32'sh1");
  EXPECT_EQ(design.parameter("genblk4.d"), "32'sh4");
}

TEST(Elab, NestedConditionalsAreOneScope) { // 27.5
  Design design("module top; parameter P = 2;\n"
                "if (P == 1) begin : one localparam x = 1; end\n"
                "else if (P == 2) begin : two localparam x = 2; end\n"
                "else begin : other localparam x = 3; end endmodule");
  EXPECT_EQ(design.parameter("two.x"), "32'sh2") << design.log();
}

TEST(Elab, CaseGenerateComparesExactly) {
  Design design("module top; case (4'b1x0z) 4'b1000: begin : a end 4'b1x0z: begin : b end "
                "default: begin : c end endcase endmodule");
  EXPECT_NE(design.find("b"), nullptr) << design.log();
  EXPECT_TRUE(llvm::isa_and_nonnull<GenerateBlockSymbol>(design.find("b")));
  EXPECT_FALSE(llvm::isa_and_nonnull<GenerateBlockSymbol>(design.find("a")));
}

TEST(Elab, UnchosenBranchesAreNotElaborated) {
  Design design("module top; if (0) begin missing u(); assign nowhere = 1; end endmodule");
  EXPECT_TRUE(design.good) << design.log();
}

//===-- Instances (23.3) ---------------------------------------------------------------------===//

TEST(Elab, RecursiveModules) {
  Design good("module r #(parameter N = 4)(); if (N > 0) begin : g r #(N - 1) u(); end endmodule\n"
              "module top; r u(); endmodule");
  EXPECT_TRUE(good.good) << good.log();
  Design endless("module r; r u(); endmodule module top; r u(); endmodule");
  EXPECT_TRUE(endless.says("'r' instantiates itself without end")) << endless.log();
  Design deep("module r #(parameter N = 0)(); r #(N + 1) u(); endmodule module top; r u(); "
              "endmodule");
  EXPECT_TRUE(deep.says("the hierarchy is deeper than 512 levels")) << deep.log();
}

TEST(Elab, InstanceArrays) {
  Design design("module c(input a, input [1:0] b, output q); assign q = a; endmodule\n"
                "module top; wire [2:0] a, q; wire [1:0] b; c u[2:0](a, b, q); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  const auto *array = cast<InstanceArraySymbol>(design.find("u"));
  ASSERT_EQ(array->elements.size(), 3u);
  EXPECT_EQ(array->elements[0]->printedName, "u[2]");
  const auto *a = dyn_cast<ElementSelectExpr>(array->elements[0]->connections[0].expr);
  ASSERT_TRUE(a);
  EXPECT_EQ(*a->index->constant->toInt64(), 2);
  EXPECT_TRUE(llvm::isa<NamedValueExpr>(array->elements[1]->connections[1].expr));
}

TEST(Elab, InstanceArraySlices) {
  Design design("module c(input [3:0] a, output [3:0] q); assign q = a; endmodule\n"
                "module top; wire [0:7] p; wire [3:0] q0, q1; c u[1:0]({p[0:3], p[4:7]}, {q1, q0});"
                "wire [7:0] r; logic [3:0] s [2]; c v[0:1](s, r); c w[1:0](8'h5a, r[7:0]);"
                "endmodule");
  EXPECT_TRUE(design.says("driven") == false) << design.log();
  const auto *u = cast<InstanceArraySymbol>(design.find("u"));
  const auto *q1 = dyn_cast<NamedValueExpr>(u->elements[0]->connections[1].expr);
  ASSERT_TRUE(q1);
  EXPECT_EQ(q1->symbol->name, "q1");
  const auto *v = cast<InstanceArraySymbol>(design.find("v"));
  const auto *s0 = dyn_cast<ElementSelectExpr>(v->elements[0]->connections[0].expr);
  ASSERT_TRUE(s0);
  EXPECT_EQ(*s0->index->constant->toInt64(), 0);
  const auto *r = dyn_cast<RangeSelectExpr>(v->elements[0]->connections[1].expr);
  ASSERT_TRUE(r);
  EXPECT_EQ(*r->left->constant->toInt64(), 7);
  const auto *w = cast<InstanceArraySymbol>(design.find("w"));
  EXPECT_EQ(w->elements[0]->connections[0].expr->constant->toLiteral(), "4'h5");
  EXPECT_EQ(w->elements[1]->connections[0].expr->constant->toLiteral(), "4'ha");
}

TEST(Elab, NestedModules) { // 23.4
  Design design("module top; logic x; module inner; assign x = 1; endmodule\n"
                "module used(input a); endmodule used u(x); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  const auto *inner = instance(design, "inner");
  ASSERT_TRUE(inner && inner->childBody);
  const auto *assign = cast<ContinuousAssignSymbol>(inner->childBody->members.front());
  const auto *lhs = cast<NamedValueExpr>(assign->lhs);
  ASSERT_TRUE(lhs->path);
  EXPECT_EQ(lhs->path->up, 1u);
}

TEST(Elab, HundredThousandInstancesShareOneBody) {
  ElaborationOptions options;
  Design design("module c(input a, output q); assign q = ~a; endmodule\n"
                "module top; wire [20000:0] n; for (genvar i = 0; i < 20000; i++) begin : g\n"
                "c u(n[i], n[i + 1]); end endmodule",
                options);
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(design.compilation.bodies().size(), 2u);
}

//===-- Time units (3.14.2.3) -----------------------------------------------------------------===//

TEST(Elab, TimeUnits) {
  Design design("module a; endmodule\n`timescale 1us/10ns\nmodule b; endmodule\n"
                "module c; timeunit 100ps; timeprecision 1ps; endmodule\n"
                "module top; a x(); b y(); c z(); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  auto units = [&](llvm::StringRef name) {
    const BodySymbol &body = *instance(design, name)->childBody;
    return std::make_pair(int(body.timeUnit), int(body.timePrecision));
  };
  EXPECT_EQ(units("x"), std::make_pair(-9, -9));
  EXPECT_EQ(units("y"), std::make_pair(-6, -8));
  EXPECT_EQ(units("z"), std::make_pair(-10, -12));
  EXPECT_EQ(design.compilation.timePrecision(), -12);
}

//===-- Elaboration tasks (20.11)
//----------------------------------------------------------------===//

TEST(Elab, SeverityTasks) {
  Design design("module c #(parameter W = 4)();\nif (W > 8) $error(\"W is %0d of %s\", W, \"c\");\n"
                "if (W == 4) $warning(\"small\"); $info(\"i\"); endmodule\n"
                "module top; c a(); c #(9) b(); endmodule");
  EXPECT_TRUE(design.says("2: error: $error: W is 9 of c")) << design.log();
  EXPECT_TRUE(design.says("3: warning: small"));
  EXPECT_TRUE(design.says("3: warning: info: i"));
}

TEST(Elab, UnsupportedIsLoud) {
  Design design("module top;\nclass C; endclass\nproperty p; 1; endproperty\n"
                "\ncovergroup g; endgroup\n"
                "\n\nexport \"DPI-C\" function f;\n"
                "import \"DPI-C\" function int g2(int x);\nassert property (1);\nendmodule");
  for (const char *text :
       {"2: error: unsupported: classes (IEEE 1800-2023 8)", "3: error: unsupported: property",
        "5: error: unsupported: covergroups", "8: error: unsupported: DPI exports", "9: error: unsupported: DPI imports",
        "10: error: unsupported: concurrent"})
    EXPECT_TRUE(design.says(text)) << text << "\n" << design.log();
}

TEST(Elab, SpecparamsOfSpecifyBlocksAreSeenOutside) {
  Design design("module top(input a, output b); specify specparam d = 3; (a => b) = d; endspecify "
                "wire #d c = a; endmodule");
  EXPECT_TRUE(design.good) << design.log();
}

} // namespace

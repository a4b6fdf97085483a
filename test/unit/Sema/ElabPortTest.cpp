//===- ElabPortTest.cpp - ports, connections, interfaces, gates, drivers --===//
#include "SemaHarness.h"

using namespace circtsim;
using namespace circtsim::sema;
using circtsim::sematest::Design;
using llvm::cast;
using llvm::dyn_cast;

namespace {

const PortSymbol &port(const Design &design, llvm::StringRef name) {
  for (const Symbol *symbol : design.top().ports)
    if (symbol->name == name)
      return *cast<PortSymbol>(symbol);
  ADD_FAILURE() << "no port " << name.str();
  return *cast<PortSymbol>(design.top().ports.front());
}

/// "wire logic[3:0]" or "var int".
std::string object(const Design &design, llvm::StringRef name) {
  const ValueSymbol *symbol = port(design, name).internal;
  if (!symbol)
    return "<none>";
  const auto *net = dyn_cast<NetSymbol>(symbol);
  return (net ? syntax::spelling(net->netKind).str() : "var") + " " + symbol->type->toString();
}

const InstanceSymbol *instance(const Design &design, llvm::StringRef name) {
  return cast<InstanceSymbol>(design.find(name));
}

//===-- Declarations -----------------------------------------------------------------------===//

TEST(Ports, AnsiKinds) { // 23.2.2.3
  Design design("module top(a, b); input a; output b; endmodule");
  EXPECT_TRUE(design.good) << design.log();
  Design ansi("module top(input x1, inout x2, output x3, output logic x4, input logic [3:0] x5,\n"
              "x6, output var x7, output wire logic x8, input int x9, output x10, x11,\n"
              "ref int x12, input wand x13, output reg [1:0] x14 [3]); endmodule");
  EXPECT_TRUE(ansi.good) << ansi.log();
  EXPECT_EQ(object(ansi, "x1"), "wire logic");
  EXPECT_EQ(object(ansi, "x2"), "wire logic");
  EXPECT_EQ(object(ansi, "x3"), "wire logic");
  EXPECT_EQ(object(ansi, "x4"), "var logic");
  EXPECT_EQ(object(ansi, "x5"), "wire logic[3:0]");
  EXPECT_EQ(object(ansi, "x6"), "wire logic[3:0]");
  EXPECT_EQ(object(ansi, "x7"), "var logic");
  EXPECT_EQ(object(ansi, "x8"), "wire logic");
  EXPECT_EQ(object(ansi, "x9"), "var int");
  EXPECT_EQ(object(ansi, "x10"), "wire logic");
  EXPECT_EQ(object(ansi, "x11"), "wire logic");
  EXPECT_EQ(object(ansi, "x12"), "var int");
  EXPECT_EQ(object(ansi, "x13"), "wand logic");
  EXPECT_EQ(port(ansi, "x6").direction, syntax::PortDirection::Input);
  EXPECT_EQ(port(ansi, "x11").direction, syntax::PortDirection::Output);
}

TEST(Ports, AnsiWithoutAnyWordIsInout) {
  Design design("module top(input a, b); endmodule");
  EXPECT_EQ(port(design, "b").direction, syntax::PortDirection::Input);
  Design wires("module top(wire a, b); endmodule");
  EXPECT_EQ(port(wires, "a").direction, syntax::PortDirection::Inout) << wires.log();
}

TEST(Ports, NonAnsi) { // 23.2.2.1
  Design design("module top(a, b, c, d, e, .x(f), {g, h}, i[1:0],);\n"
                "input [3:0] a; output b; output reg [1:0] c; output signed [7:0] d;\n"
                "inout e; input f, g, h; input [3:0] i;\n"
                "reg b; wire [7:0] d; wire e; endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(object(design, "a"), "wire logic[3:0]");
  EXPECT_EQ(object(design, "b"), "var logic");
  EXPECT_EQ(object(design, "c"), "var logic[1:0]");
  EXPECT_EQ(object(design, "d"), "wire logic signed[7:0]");
  EXPECT_EQ(object(design, "x"), "wire logic");
  ASSERT_EQ(design.top().ports.size(), 9u);
  const auto &pair = *cast<PortSymbol>(design.top().ports[6]);
  ASSERT_TRUE(pair.internalExpr);
  EXPECT_EQ(pair.type->width(), 2u);
  EXPECT_EQ(cast<PortSymbol>(design.top().ports[7])->type->width(), 2u);
}

TEST(Ports, NonAnsiErrors) {
  Design design("module top(a, b);\ninput a;\ninput c;\nendmodule");
  EXPECT_TRUE(design.says("1: error: port 'b' has no declaration")) << design.log();
  EXPECT_TRUE(design.says("3: error: 'c' is declared as a port but is not in the list"));
  Design ranges("module top(a);\noutput [3:0] a; reg [2:0] a;\nendmodule");
  EXPECT_TRUE(ranges.says("have different ranges")) << ranges.log();
}

TEST(Ports, DefaultNettype) {
  Design design("`default_nettype wand\nmodule top(input a); assign y = a; endmodule");
  EXPECT_EQ(object(design, "a"), "wand logic");
  EXPECT_EQ(cast<NetSymbol>(design.find("y"))->netKind, syntax::NetKind::Wand);
  Design none("`default_nettype none\nmodule top(input wire a); assign y = a; endmodule");
  EXPECT_TRUE(none.says("2: error: 'y' is not declared")) << none.log();
}

//===-- Connections (23.3.2) ------------------------------------------------------------------===//

static const char child[] = "module c(input [3:0] a, input b = 1, output [1:0] q); endmodule\n";

TEST(Connections, Styles) {
  Design design(std::string(child) +
                "module top; wire [3:0] a; wire b; wire [1:0] q; c u1(a, b, q); c u2(.q(q), .a(a));"
                "c u3(.a, .b(), .q); c u4(.*); c u5(.*, .b(1'b0)); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  for (const char *name : {"u1", "u2", "u3", "u4", "u5"}) {
    const InstanceSymbol *u = instance(design, name);
    ASSERT_EQ(u->connections.size(), 3u);
    EXPECT_EQ(cast<NamedValueExpr>(u->connections[0].expr)->symbol->name, "a") << name;
    EXPECT_EQ(cast<NamedValueExpr>(u->connections[2].expr)->symbol->name, "q") << name;
  }
  EXPECT_EQ(instance(design, "u2")->connections[1].expr->constant->toLiteral(), "1'h1");
  EXPECT_EQ(instance(design, "u3")->connections[1].expr, nullptr);
  EXPECT_EQ(instance(design, "u5")->connections[1].expr->constant->toLiteral(), "1'h0");
}

TEST(Connections, Errors) {
  Design design(std::string(child) + "module top; wire [3:0] a; wire [1:0] q;\n"
                                     "c u1(.a(a), .x(a));\nc u2(.a(a), .a(a));\n"
                                     "c u3(a, 1, q, q);\nc u4(.*);\nc u5(.q(a + 1));\nendmodule");
  EXPECT_TRUE(design.says("3: error: there is no port 'x' in 'c'")) << design.log();
  EXPECT_TRUE(design.says("4: error: port 'a' is connected twice"));
  EXPECT_TRUE(design.says("5: error: 'c' has 3 ports, but 4 are connected"));
  EXPECT_FALSE(design.says("6: error")); // b has a default
  EXPECT_TRUE(design.says("7: error:"));
}

TEST(Connections, WildcardNeedsAName) {
  Design design("module c(input a); endmodule module top;\nc u(.*); endmodule");
  EXPECT_TRUE(design.says("2: error: '.*' finds no 'a'")) << design.log();
}

TEST(Connections, WidthWarnings) {
  Design design(std::string(child) +
                "module top; wire [7:0] a; wire q;\nc u(.a(a), .q(q));\nc v(.a(0));\nendmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_TRUE(design.says("3: warning: port 'a' has 4 bits, but its connection has 8"));
  EXPECT_TRUE(design.says("3: warning: port 'q' has 2 bits, but its connection has 1"));
  EXPECT_FALSE(design.says("4: warning"));
}

TEST(Connections, ImplicitNets) { // 6.10
  Design design(std::string(child) +
                "module top; c u(.a({p, p, r, 1'b0}), .q()); and (y, p, r); assign z = y;\n"
                "if (1) begin : g c v(.a(w), .q()); end endmodule");
  EXPECT_TRUE(design.good) << design.log();
  for (const char *name : {"p", "r", "y", "z", "g.w"})
    EXPECT_TRUE(llvm::isa_and_nonnull<NetSymbol>(design.find(name))) << name;
  EXPECT_EQ(design.find("w"), nullptr);
  Design rhs("module top; wire a;\nassign a = nothing;\nendmodule");
  EXPECT_TRUE(rhs.says("2: error: 'nothing' is not declared")) << rhs.log();
}

TEST(Connections, UnconnectedDrive) { // 22.9
  Design design("`unconnected_drive pull1\nmodule c(input [1:0] a); endmodule\n"
                "`nounconnected_drive\nmodule top; c u(); endmodule");
  EXPECT_EQ(instance(design, "u")->connections[0].expr->constant->toLiteral(), "2'h3");
}

//===-- Interfaces (25)
//-------------------------------------------------------------------------===//

static const char bus[] =
    "interface bus #(parameter W = 4)(input logic clk); logic [W-1:0] data; logic ready;\n"
    "task put(input int v); data = v; endtask\n"
    "modport m(output data, input ready, import put); modport s(input data, output ready);\n"
    "endinterface\n";

TEST(Interfaces, PortsAndModports) {
  Design design(std::string(bus) +
                "module prod(bus.m b); localparam L = b.W; always_comb b.data = 1; "
                "initial b.put(3); endmodule\n"
                "module cons(bus b); wire [3:0] d = b.data; assign b.ready = d[0]; endmodule\n"
                "module gen(interface i); wire r = i.ready; endmodule\n"
                "module top; logic clk; bus x(clk); bus #(8) y(clk); prod p(x); prod p8(.b(y.m)); "
                "cons c(x); gen g(.i(x)); gen h(x.s); endmodule");
  EXPECT_FALSE(design.says("error")) << design.log();
  EXPECT_NE(instance(design, "p")->childBody, instance(design, "p8")->childBody);
  EXPECT_NE(instance(design, "g")->childBody, instance(design, "h")->childBody);
  const PortConnection &connection = instance(design, "p8")->connections[0];
  ASSERT_EQ(connection.interfacePath.size(), 1u);
  EXPECT_EQ(connection.interfacePath[0], "y");
  const BodySymbol &prod = *instance(design, "p8")->childBody;
  EXPECT_EQ(Design::valueText(*cast<ParameterSymbol>(prod.find("L"))->value), "32'sh8");
  const auto *ifPort = cast<InterfacePortSymbol>(prod.ports[0]);
  EXPECT_EQ(ifPort->modport->name, "m");
}

TEST(Interfaces, PathsThroughPorts) {
  Design design(std::string(bus) +
                "module low(bus b); initial b.data = 2; endmodule\n"
                "module mid(bus b); low l(b); endmodule\n"
                "module top; logic clk; for (genvar i = 0; i < 2; i++) begin : g bus x(clk); end\n"
                "mid m(g[1].x); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  EXPECT_EQ(instance(design, "m")->connections[0].interfacePath[0], "g[1].x");
  const BodySymbol &mid = *instance(design, "m")->childBody;
  const auto *l = cast<InstanceSymbol>(mid.find("l"));
  EXPECT_EQ(l->connections[0].interfacePath[0], "b");
  const auto *process = cast<ProcessSymbol>(l->childBody->members.back());
  const auto &assign = *cast<AssignmentExpr>(cast<ExpressionStmt>(process->body)->expr);
  const auto *lhs = cast<NamedValueExpr>(assign.lhs);
  ASSERT_TRUE(lhs->path);
  EXPECT_EQ(lhs->path->up, 0u);
  EXPECT_EQ(lhs->path->instances[0], "b");
}

TEST(Interfaces, Arrays) {
  Design design(std::string(bus) +
                "module two(bus b[1:0]); wire r = b[1].ready; endmodule\n"
                "module one(bus b); endmodule\n"
                "module top; logic clk; bus x[1:0](clk); two t(x); one o[1:0](x); one p(x[0]); "
                "endmodule");
  EXPECT_TRUE(design.good) << design.log();
  const InstanceSymbol *t = instance(design, "t");
  ASSERT_EQ(t->connections.size(), 2u);
  EXPECT_EQ(t->connections[0].interfacePath[0], "x[1]");
  EXPECT_EQ(t->connections[0].port->name, "b[1]");
  const auto *o = cast<InstanceArraySymbol>(design.find("o"));
  EXPECT_EQ(o->elements[1]->connections[0].interfacePath[0], "x[0]");
}

TEST(Interfaces, Errors) {
  Design design(std::string(bus) +
                "module p(bus.m b);\ninitial b.ready = 1;\ninitial b.data = b.clk;\nendmodule\n"
                "module top; logic clk; bus x(clk);\np a();\np b(clk);\np c(x.s);\np d(x);\n"
                "endmodule");
  EXPECT_TRUE(design.says("6: error: 'ready' is an input of the modport")) << design.log();
  EXPECT_TRUE(design.says("7: error: 'clk' is not in modport 'm'"));
  EXPECT_TRUE(design.says("10: error: interface port 'b' of 'p' must be connected"));
  EXPECT_TRUE(design.says("11: error: the connection of an interface port must be an interface"));
  EXPECT_TRUE(design.says("12: error: port 'b' needs modport 'm'"));
}

//===-- Gates (28)
//--------------------------------------------------------------------------------===//

TEST(Gates, Terminals) {
  Design design(
      "module top; wire [3:0] a, b, y; wire z, p, q; and #(1, 2) g[3:0](y, a, b), (z, p);\n"
      "buf (p, q, z); tranif1 t(p, q, z); pullup (strong1) pu(q); endmodule");
  EXPECT_TRUE(design.good) << design.log();
  std::vector<const GateSymbol *> gates;
  for (const Symbol *member : design.top().members)
    if (const auto *gate = dyn_cast<GateSymbol>(member))
      gates.push_back(gate);
  ASSERT_EQ(gates.size(), 8u);
  EXPECT_EQ(gates[0]->name, "g[3]");
  EXPECT_EQ(gates[0]->delays.size(), 2u);
  const auto *bit = cast<ElementSelectExpr>(gates[3]->terminals[0]);
  EXPECT_EQ(*bit->index->constant->toInt64(), 0);
}

TEST(Gates, Errors) {
  Design design("module top; wire [3:0] a; wire z; logic v;\nnot (z);\nand (z, a);\n"
                "bufif0 (z, z);\ntran (v, z);\nendmodule");
  EXPECT_TRUE(design.says("2: error: 'not' needs at least 2 terminals, but has")) << design.log();
  EXPECT_TRUE(design.says("3: warning: an input of a gate has one bit"));
  EXPECT_TRUE(design.says("4: error: 'bufif0' needs"));
  EXPECT_TRUE(design.says("5: error: variable 'v' cannot be connected to a bidirectional"));
}

//===-- Drivers (6.5, 9.2.2)
//------------------------------------------------------------------------===//

TEST(Drivers, Conflicts) {
  Design twice("module top; logic [3:0] v;\nassign v[2:0] = 1;\nassign v[3:2] = 2;\nendmodule");
  EXPECT_TRUE(twice.says("3: error: variable 'v' has more than one continuous driver"))
      << twice.log();
  Design parts("module top; logic [3:0] v; assign v[1:0] = 1; assign v[3:2] = 2; wire w; "
               "assign w = 0; assign w = 1; endmodule");
  EXPECT_TRUE(parts.good) << parts.log();
  Design mixed("module top; logic v;\nassign v = 1;\ninitial v = 0;\nendmodule");
  EXPECT_TRUE(mixed.says("error: variable 'v' is driven continuously and written by a procedure"))
      << mixed.log();
  Design comb("module top; logic v, a;\nalways_comb v = a;\nalways @(a) v = 1;\nendmodule");
  EXPECT_TRUE(comb.says("error: variable 'v' is written by always_comb and by another procedure"))
      << comb.log();
  Design initial(
      "module top; logic v, c; always_ff @(posedge c) v <= 1;\ninitial v = 0;\nendmodule");
  EXPECT_TRUE(initial.good && initial.says("warning: variable 'v' is written by an always_comb"))
      << initial.log();
  Design uwire("module top; uwire u; assign u = 1;\nassign u = 0;\nendmodule");
  EXPECT_TRUE(uwire.says("2: error: net 'u' of kind uwire has more than one driver"))
      << uwire.log();
  Design output("module c(output q); assign q = 1; endmodule\nmodule top; logic v; c u(v);\n"
                "c w(v); endmodule");
  EXPECT_TRUE(output.says("3: error: variable 'v' has more than one continuous driver"))
      << output.log();
}

TEST(Drivers, ElementsOfArraysAndStructs) {
  Design design("module top; struct { logic [3:0] a; int b; } s; logic [1:0] m [4];\n"
                "assign s.a = 1; assign s.b = 2; for (genvar i = 0; i < 4; i++) assign m[i] = i;\n"
                "struct packed { logic x; logic [2:0] y; } p; always_comb p.x = 1; "
                "always_comb p.y[0] = 1; assign p.y[2:1] = 2; endmodule");
  EXPECT_TRUE(design.good) << design.log();
}

} // namespace

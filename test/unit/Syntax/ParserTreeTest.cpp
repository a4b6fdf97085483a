// Properties that hold for every node: all kinds occur, ranges are nested,
// kinds and structs agree.
#include "ParserTestSupport.h"
#include <set>

using namespace circtsim::syntax;

namespace {

/// Sources in which every kind of node occurs.
const char *const corpus = R"(
package pk; export *::*; nettype real nt with rf; typedef class fw; import q::*;
  import "DPI-C" function int cf(); export "DPI-C" function ef; timeunit 1ns; endpackage
module m #(parameter int A = 1, parameter type T = int) (input a, output b);
  logic [3:0] dm; (* keep = 1 *) wire (strong0, strong1) #1 w = 1; genvar i; ;
  type(a) ty; enum {E1} en; struct { int s; } st; virtual vi vv; t nm; foo #5 un;
  assign w = {a, {2{b}}, x[1], x[1:0], f(1, .y(2)), $time, (a + ~b), a ? b : c, 3'(a)};
  assign w = a inside {1, [2:3]}; assign w = (1:2:3); let l(q) = q;
  alias w = x; and (a, b); sub u (.x(a)); defparam u.P = 1; bind m n o(); $info("x");
  for (genvar g = 0; g < 2; g++) begin end
  if (1) wire z; case (1) 1: ; endcase generate endgenerate
  clocking cb @(posedge a); input #1 q; endclocking default clocking cb; default disable iff a;
  specify (a => b) = 1; showcancelled b; $setup(a, b, 1); endspecify
  property p(x); int v; @(a) disable iff (b) not a |-> accept_on (c) if (d) e else
    case (f) 1: g; endcase; endproperty
  sequence s; first_match((a, v = 1) ##1 b[*2]); endsequence
  covergroup cg; option.weight = 1; a: coverpoint x { bins y = (1 => 2); }
    cross a, b { bins z = binsof(a) with (b); } endgroup
  covergroup ev @@(begin f); endgroup
  function int f(int k); endfunction
  initial begin
    automatic int v = 1; ; a = b; f(1); void'(g()); assign a = 1; if (a) ; case (a) 1: ; endcase
    for (int i = 0; ; ) ; foreach (q[i]) ; while (1) ; do ; while (1); repeat (2) ; forever ;
    return; break; continue; #1 ; @a ; @* ; ##1 ; wait (a) ; wait fork; wait_order (a, b) ;
    a = repeat (2) @b c; -> e; disable d; disable fork; assert (a); expect (a);
    randcase 1: ; endcase
    randsequence(p) void p(int n) : case (x) 1: q; endcase | q := 1; endsequence
    x = new; x = new[2]; x = new y; x = tagged T 1; x = '{a: 1}; x = {<< {a with [1:2]}};
    x = null; x = C #(1)::d; x = q.find with (item); x = C::new(int); x = "s"; (x = y);
    if (a matches tagged T '{.n, .*, 3}) ; @(a or b) ;
  end
  m0: assert property (p);
endmodule
interface ii; modport mp(input a); endinterface
class cc extends dd implements ee; rand int x; constraint c { x; if (x) { y; } x -> y; unique {x};
  foreach (q[i]) x; solve x before y; disable soft x; x dist {1 := 2}; }
  extern constraint d; endclass
checker ck; endchecker
primitive up(o, i); output o; input i; table 0 : 1; endtable endprimitive
config cf; design a; default liblist b; endconfig
module na(p); input p; endmodule
typedef struct { int x; } tt; int vd; localparam LP = 1;
)";

using Visitor = llvm::function_ref<void(const SyntaxNode &parent, const SyntaxNode &child)>;

void visit(const SyntaxNode &node, Visitor f) {
  forEachChild(node, [&](const SyntaxNode &child) {
    f(node, child);
    visit(child, f);
  });
}

} // namespace

TEST(ParserTree, EveryKindOccurs) {
  Parsed parsed(corpus);
  ASSERT_EQ(parsed.errors(), "");
  std::set<SyntaxKind> seen;
  for (const MemberSyntax *member : parsed.unit->members) {
    seen.insert(member->kind);
    visit(*member, [&](const SyntaxNode &, const SyntaxNode &child) { seen.insert(child.kind); });
  }
  auto check = [&](SyntaxKind kind, bool isBad) {
    EXPECT_EQ(seen.count(kind), isBad ? 0u : 1u) << kindName(kind).str();
  };
#define X(Kind, Struct, Area)                                                                      \
  check(SyntaxKind::Kind, llvm::StringRef(#Kind).starts_with("Bad"));                              \
  EXPECT_EQ(areaOf(SyntaxKind::Kind), SyntaxArea::Area);
#include "Syntax/SyntaxKinds.def"
}

TEST(ParserTree, RangesAreNested) {
  Parsed parsed(corpus);
  for (const MemberSyntax *member : parsed.unit->members)
    visit(*member, [&](const SyntaxNode &parent, const SyntaxNode &child) {
      ASSERT_TRUE(child.range.begin.isValid()) << kindName(child.kind).str();
      EXPECT_LE(child.range.begin.raw(), child.range.end.raw()) << kindName(child.kind).str();
      // Nothing was written for an empty implicit type.
      if (child.kind == SyntaxKind::ImplicitType)
        return;
      EXPECT_LE(parent.range.begin.raw(), child.range.begin.raw())
          << kindName(parent.kind).str() << " of " << kindName(child.kind).str();
      EXPECT_GE(parent.range.end.raw(), child.range.end.raw())
          << kindName(parent.kind).str() << " of " << kindName(child.kind).str();
    });
}

TEST(ParserTree, Casting) {
  Parsed parsed("a + 1", Parsed::AsExpr);
  const SyntaxNode *node = parsed.expr;
  EXPECT_TRUE(llvm::isa<ExprSyntax>(node));
  EXPECT_FALSE(llvm::isa<StmtSyntax>(node));
  EXPECT_TRUE(llvm::isa<BinaryExprSyntax>(node));
  EXPECT_EQ(llvm::dyn_cast<UnaryExprSyntax>(node), nullptr);
}

TEST(ParserTree, BareAnsiPorts) {
  Parsed parsed("module m(input [3:0] a, b, signed c, var d); endmodule");
  const auto *module = llvm::cast<ModuleSyntax>(parsed.unit->members[0]);
  ASSERT_EQ(module->ansiPorts.size(), 4u);
  EXPECT_FALSE(module->ansiPorts[0]->isBare());
  EXPECT_TRUE(module->ansiPorts[1]->isBare());
  EXPECT_FALSE(module->ansiPorts[2]->isBare());
  EXPECT_FALSE(module->ansiPorts[3]->isBare());
}

TEST(ParserTree, Verilog1995Names) {
  // Words of later standards are names.
  Parsed parsed("module m; reg logic, bit, byte; initial logic = bit; endmodule", Parsed::AsUnit,
                KeywordVersion::V1364_1995);
  EXPECT_EQ(parsed.errors(), "");
}

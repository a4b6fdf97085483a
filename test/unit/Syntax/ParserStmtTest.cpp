// Statements and timing: IEEE 1800-2023 clauses 9, 10, 12, 15, 16, 18.
#include "ParserTestSupport.h"

using namespace circtsim::syntax;

namespace {

/// Dump of the statements of a procedure, without the nodes around them.
std::string dumpStmts(llvm::StringRef statements) {
  Parsed parsed(inInitial(statements));
  EXPECT_EQ(parsed.errors(), "") << statements.str();
  const auto &procedure = llvm::cast<ProceduralBlockSyntax>(parsed.item());
  std::string text;
  llvm::raw_string_ostream out(text);
  for (const StmtSyntax *stmt : llvm::cast<BlockStmtSyntax>(procedure.body)->items)
    dumpTree(*stmt, out);
  return text;
}

} // namespace

TEST(ParserStmt, Assignments) {
  EXPECT_EQ(dumpStmts("a = b; c <= #1 d <= e; {f, g} += 2; x[1] <<<= 3;"),
            "AssignStmt op==\n"
            "  lhs: NameExpr name=a\n"
            "  rhs: NameExpr name=b\n"
            "AssignStmt op=<=\n"
            "  lhs: NameExpr name=c\n"
            "  timing: DelayControl\n"
            "    delay: LiteralExpr text=1\n"
            "  rhs: BinaryExpr op=<=\n"
            "    lhs: NameExpr name=d\n"
            "    rhs: NameExpr name=e\n"
            "AssignStmt op=+=\n"
            "  lhs: ConcatExpr\n"
            "    elements: NameExpr name=f\n"
            "    elements: NameExpr name=g\n"
            "  rhs: LiteralExpr text=2\n"
            "AssignStmt op=<<<=\n"
            "  lhs: ElementSelectExpr\n"
            "    base: NameExpr name=x\n"
            "    index: LiteralExpr text=1\n"
            "  rhs: LiteralExpr text=3\n");
}

TEST(ParserStmt, IntraAssignmentTiming) {
  EXPECT_EQ(dumpStmts("a = repeat (3) @(posedge c) b; cb.x <= ##2 y;"),
            "AssignStmt op==\n"
            "  lhs: NameExpr name=a\n"
            "  timing: RepeatEventControl\n"
            "    count: LiteralExpr text=3\n"
            "    event: EventControl\n"
            "      event: EdgeEventExpr edge=posedge\n"
            "        expr: NameExpr name=c\n"
            "  rhs: NameExpr name=b\n"
            "AssignStmt op=<=\n"
            "  lhs: MemberAccessExpr name=x\n"
            "    base: NameExpr name=cb\n"
            "  timing: CycleDelayControl\n"
            "    count: LiteralExpr text=2\n"
            "  rhs: NameExpr name=y\n");
}

TEST(ParserStmt, DeclarationOrStatement) {
  EXPECT_EQ(dumpStmts("foo bar; pkg::t x = 1; C #(3)::t y; t [3:0] z; a.b.c d; foo.bar(); foo[1] = "
                      "2; foo::bar(1);"),
            "DeclStmt\n"
            "  decl: VariableDecl\n"
            "    type: NamedType\n"
            "      name: NameExpr name=foo\n"
            "    declarators: Declarator name=bar\n"
            "DeclStmt\n"
            "  decl: VariableDecl\n"
            "    type: NamedType\n"
            "      name: ScopedNameExpr name=t\n"
            "        scope: NameExpr name=pkg\n"
            "    declarators: Declarator name=x\n"
            "      init: LiteralExpr text=1\n"
            "DeclStmt\n"
            "  decl: VariableDecl\n"
            "    type: NamedType\n"
            "      name: ScopedNameExpr name=t\n"
            "        scope: SpecializedNameExpr\n"
            "          base: NameExpr name=C\n"
            "          arguments: Argument\n"
            "            value: LiteralExpr text=3\n"
            "    declarators: Declarator name=y\n"
            "DeclStmt\n"
            "  decl: VariableDecl\n"
            "    type: NamedType\n"
            "      name: NameExpr name=t\n"
            "      dimensions: Dimension\n"
            "        left: LiteralExpr text=3\n"
            "        right: LiteralExpr text=0\n"
            "    declarators: Declarator name=z\n"
            "DeclStmt\n"
            "  decl: VariableDecl\n"
            "    type: NamedType\n"
            "      name: MemberAccessExpr name=c\n"
            "        base: MemberAccessExpr name=b\n"
            "          base: NameExpr name=a\n"
            "    declarators: Declarator name=d\n"
            "ExprStmt\n"
            "  expr: CallExpr hasParens\n"
            "    callee: MemberAccessExpr name=bar\n"
            "      base: NameExpr name=foo\n"
            "AssignStmt op==\n"
            "  lhs: ElementSelectExpr\n"
            "    base: NameExpr name=foo\n"
            "    index: LiteralExpr text=1\n"
            "  rhs: LiteralExpr text=2\n"
            "ExprStmt\n"
            "  expr: CallExpr hasParens\n"
            "    callee: ScopedNameExpr name=bar\n"
            "      scope: NameExpr name=foo\n"
            "    arguments: Argument\n"
            "      value: LiteralExpr text=1\n");
}

TEST(ParserStmt, Declarations) {
  EXPECT_EQ(dumpStmts("static int q[$:7] = '{}; const var x = 1; automatic string s[int], t[*];"),
            "DeclStmt\n"
            "  decl: VariableDecl lifetime=static\n"
            "    type: BuiltinType builtin=int\n"
            "    declarators: Declarator name=q\n"
            "      dimensions: Dimension dimensionKind=queue\n"
            "        left: LiteralExpr text=7\n"
            "      init: AssignmentPatternExpr\n"
            "DeclStmt\n"
            "  decl: VariableDecl isConst hasVar\n"
            "    type: ImplicitType\n"
            "    declarators: Declarator name=x\n"
            "      init: LiteralExpr text=1\n"
            "DeclStmt\n"
            "  decl: VariableDecl lifetime=automatic\n"
            "    type: BuiltinType builtin=string\n"
            "    declarators: Declarator name=s\n"
            "      dimensions: Dimension dimensionKind=size\n"
            "        left: TypeExpr\n"
            "          type: BuiltinType builtin=int\n"
            "    declarators: Declarator name=t\n"
            "      dimensions: Dimension dimensionKind=wildcard\n");
}

TEST(ParserStmt, IfAndCase) {
  EXPECT_EQ(dumpStmts("unique if (a) b = 1; else if (c) d = 1; else ;"),
            "IfStmt unique=unique\n"
            "  condition: NameExpr name=a\n"
            "  thenStmt: AssignStmt op==\n"
            "    lhs: NameExpr name=b\n"
            "    rhs: LiteralExpr text=1\n"
            "  elseStmt: IfStmt\n"
            "    condition: NameExpr name=c\n"
            "    thenStmt: AssignStmt op==\n"
            "      lhs: NameExpr name=d\n"
            "      rhs: LiteralExpr text=1\n"
            "    elseStmt: EmptyStmt\n");
  EXPECT_EQ(dumpStmts("priority case (x) inside 1, [2:3]: a(); default b(); endcase"),
            "CaseStmt unique=priority mode=inside\n"
            "  selector: NameExpr name=x\n"
            "  items: CaseItem\n"
            "    labels: LiteralExpr text=1\n"
            "    labels: ValueRangeExpr\n"
            "      low: LiteralExpr text=2\n"
            "      high: LiteralExpr text=3\n"
            "    body: ExprStmt\n"
            "      expr: CallExpr hasParens\n"
            "        callee: NameExpr name=a\n"
            "  items: CaseItem isDefault\n"
            "    body: ExprStmt\n"
            "      expr: CallExpr hasParens\n"
            "        callee: NameExpr name=b\n");
  EXPECT_EQ(dumpStmts("case (x) matches tagged A .n &&& n > 1: ; .*: ; endcase"),
            "CaseStmt mode=matches\n"
            "  selector: NameExpr name=x\n"
            "  items: CaseItem\n"
            "    pattern: TaggedPattern member=A\n"
            "      inner: VariablePattern name=n\n"
            "    guard: BinaryExpr op=>\n"
            "      lhs: NameExpr name=n\n"
            "      rhs: LiteralExpr text=1\n"
            "    body: EmptyStmt\n"
            "  items: CaseItem\n"
            "    pattern: WildcardPattern\n"
            "    body: EmptyStmt\n");
}

TEST(ParserStmt, Loops) {
  EXPECT_EQ(dumpStmts("for (int i = 0, j = 1, byte k = 2; i < 3; i++, j += 2) ;"),
            "ForStmt\n"
            "  declarations: VariableDecl\n"
            "    type: BuiltinType builtin=int\n"
            "    declarators: Declarator name=i\n"
            "      init: LiteralExpr text=0\n"
            "    declarators: Declarator name=j\n"
            "      init: LiteralExpr text=1\n"
            "  declarations: VariableDecl\n"
            "    type: BuiltinType builtin=byte\n"
            "    declarators: Declarator name=k\n"
            "      init: LiteralExpr text=2\n"
            "  condition: BinaryExpr op=<\n"
            "    lhs: NameExpr name=i\n"
            "    rhs: LiteralExpr text=3\n"
            "  steps: UnaryExpr op=++\n"
            "    operand: NameExpr name=i\n"
            "  steps: AssignExpr op=+=\n"
            "    lhs: NameExpr name=j\n"
            "    rhs: LiteralExpr text=2\n"
            "  body: EmptyStmt\n");
  EXPECT_EQ(dumpStmts("for (i = 0; ; ) break; foreach (a.b[1].c[i, , k]) continue;"),
            "ForStmt\n"
            "  inits: AssignExpr op==\n"
            "    lhs: NameExpr name=i\n"
            "    rhs: LiteralExpr text=0\n"
            "  body: BreakStmt\n"
            "ForeachStmt variables=i,,k\n"
            "  array: MemberAccessExpr name=c\n"
            "    base: ElementSelectExpr\n"
            "      base: MemberAccessExpr name=b\n"
            "        base: NameExpr name=a\n"
            "      index: LiteralExpr text=1\n"
            "  body: ContinueStmt\n");
  EXPECT_EQ(dumpStmts("while (a) do repeat (3) forever return 1; while (b);"),
            "WhileStmt\n"
            "  condition: NameExpr name=a\n"
            "  body: DoWhileStmt\n"
            "    body: RepeatStmt\n"
            "      count: LiteralExpr text=3\n"
            "      body: ForeverStmt\n"
            "        body: ReturnStmt\n"
            "          value: LiteralExpr text=1\n"
            "    condition: NameExpr name=b\n");
}

TEST(ParserStmt, Timing) {
  EXPECT_EQ(dumpStmts("#(1:2:3) ; #d.e x(); @* ; @(*) ; @ev y(); @(a or posedge b, c iff d) ; ##3 "
                      ";"),
            "TimingStmt\n"
            "  timing: DelayControl\n"
            "    delay: MinTypMaxExpr\n"
            "      minimum: LiteralExpr text=1\n"
            "      typical: LiteralExpr text=2\n"
            "      maximum: LiteralExpr text=3\n"
            "  body: EmptyStmt\n"
            "TimingStmt\n"
            "  timing: DelayControl\n"
            "    delay: MemberAccessExpr name=e\n"
            "      base: NameExpr name=d\n"
            "  body: ExprStmt\n"
            "    expr: CallExpr hasParens\n"
            "      callee: NameExpr name=x\n"
            "TimingStmt\n"
            "  timing: ImplicitEventControl\n"
            "  body: EmptyStmt\n"
            "TimingStmt\n"
            "  timing: ImplicitEventControl\n"
            "  body: EmptyStmt\n"
            "TimingStmt\n"
            "  timing: EventControl\n"
            "    event: EdgeEventExpr\n"
            "      expr: NameExpr name=ev\n"
            "  body: ExprStmt\n"
            "    expr: CallExpr hasParens\n"
            "      callee: NameExpr name=y\n"
            "TimingStmt\n"
            "  timing: EventControl\n"
            "    event: EventListExpr\n"
            "      events: EdgeEventExpr\n"
            "        expr: NameExpr name=a\n"
            "      events: EdgeEventExpr edge=posedge\n"
            "        expr: NameExpr name=b\n"
            "      events: EdgeEventExpr\n"
            "        expr: NameExpr name=c\n"
            "        iff: NameExpr name=d\n"
            "  body: EmptyStmt\n"
            "TimingStmt\n"
            "  timing: CycleDelayControl\n"
            "    count: LiteralExpr text=3\n"
            "  body: EmptyStmt\n");
}

// A delay and a sized number behind it are two tokens.
TEST(ParserStmt, DelayBeforeSizedNumber) {
  EXPECT_EQ(dumpStmts("a = #1 1'b0;"), "AssignStmt op==\n"
                                       "  lhs: NameExpr name=a\n"
                                       "  timing: DelayControl\n"
                                       "    delay: LiteralExpr text=1\n"
                                       "  rhs: LiteralExpr literalKind=based text=1'b0\n");
}

TEST(ParserStmt, DelayBeforeUnsizedNumber) {
  EXPECT_EQ(dumpStmts("a = #1 'h3;"), "AssignStmt op==\n"
                                      "  lhs: NameExpr name=a\n"
                                      "  timing: DelayControl\n"
                                      "    delay: LiteralExpr text=1\n"
                                      "  rhs: LiteralExpr literalKind=based text='h3\n");
}

TEST(ParserStmt, EventsAndProcesses) {
  EXPECT_EQ(dumpStmts("-> e; ->> #1 a.e; wait (x) ; wait fork; disable fork; disable a.blk;\n"
                      "wait_order (a, b) x(); else y();"),
            "EventTriggerStmt\n"
            "  event: NameExpr name=e\n"
            "EventTriggerStmt isNonblocking\n"
            "  timing: DelayControl\n"
            "    delay: LiteralExpr text=1\n"
            "  event: MemberAccessExpr name=e\n"
            "    base: NameExpr name=a\n"
            "WaitStmt\n"
            "  condition: NameExpr name=x\n"
            "  body: EmptyStmt\n"
            "WaitForkStmt\n"
            "DisableForkStmt\n"
            "DisableStmt\n"
            "  target: MemberAccessExpr name=blk\n"
            "    base: NameExpr name=a\n"
            "WaitOrderStmt\n"
            "  events: NameExpr name=a\n"
            "  events: NameExpr name=b\n"
            "  pass: ExprStmt\n"
            "    expr: CallExpr hasParens\n"
            "      callee: NameExpr name=x\n"
            "  fail: ExprStmt\n"
            "    expr: CallExpr hasParens\n"
            "      callee: NameExpr name=y\n");
}

TEST(ParserStmt, Blocks) {
  EXPECT_EQ(dumpStmts("begin : b int x; x = 1; end : b fork f(); join_none lbl: fork join_any : "
                      "lbl"),
            "BlockStmt name=b endName=b\n"
            "  items: DeclStmt\n"
            "    decl: VariableDecl\n"
            "      type: BuiltinType builtin=int\n"
            "      declarators: Declarator name=x\n"
            "  items: AssignStmt op==\n"
            "    lhs: NameExpr name=x\n"
            "    rhs: LiteralExpr text=1\n"
            "BlockStmt isFork join=join_none\n"
            "  items: ExprStmt\n"
            "    expr: CallExpr hasParens\n"
            "      callee: NameExpr name=f\n"
            "BlockStmt label=lbl name=lbl isFork join=join_any endName=lbl\n");
}

TEST(ParserStmt, ProceduralContinuous) {
  EXPECT_EQ(dumpStmts("assign a = 1; deassign a; force b.c = 2; release b.c;"),
            "ProcContinuousStmt\n"
            "  lhs: NameExpr name=a\n"
            "  rhs: LiteralExpr text=1\n"
            "ProcContinuousStmt continuousKind=deassign\n"
            "  lhs: NameExpr name=a\n"
            "ProcContinuousStmt continuousKind=force\n"
            "  lhs: MemberAccessExpr name=c\n"
            "    base: NameExpr name=b\n"
            "  rhs: LiteralExpr text=2\n"
            "ProcContinuousStmt continuousKind=release\n"
            "  lhs: MemberAccessExpr name=c\n"
            "    base: NameExpr name=b\n");
}

TEST(ParserStmt, Calls) {
  EXPECT_EQ(dumpStmts("$display(\"x\"); $finish; void'(f(1)); i++; a.b;"),
            "ExprStmt\n"
            "  expr: SystemCallExpr name=$display hasParens\n"
            "    arguments: Argument\n"
            "      value: LiteralExpr literalKind=string text=\"\\22x\\22\"\n"
            "ExprStmt\n"
            "  expr: SystemCallExpr name=$finish\n"
            "ExprStmt isVoid\n"
            "  expr: CallExpr hasParens\n"
            "    callee: NameExpr name=f\n"
            "    arguments: Argument\n"
            "      value: LiteralExpr text=1\n"
            "ExprStmt\n"
            "  expr: UnaryExpr op=++\n"
            "    operand: NameExpr name=i\n"
            "ExprStmt\n"
            "  expr: MemberAccessExpr name=b\n"
            "    base: NameExpr name=a\n");
}

TEST(ParserStmt, Assertions) {
  EXPECT_EQ(dumpStmts("l: assert (a) else $error; assume #0 (b); cover final (c) d();\n"
                      "expect (a ##1 b) ; cover sequence (a ##1 b) ;"),
            "ImmediateAssertStmt label=l\n"
            "  condition: NameExpr name=a\n"
            "  fail: ExprStmt\n"
            "    expr: SystemCallExpr name=$error\n"
            "ImmediateAssertStmt assertKind=assume deferral=#0\n"
            "  condition: NameExpr name=b\n"
            "  pass: EmptyStmt\n"
            "ImmediateAssertStmt assertKind=cover deferral=final\n"
            "  condition: NameExpr name=c\n"
            "  pass: ExprStmt\n"
            "    expr: CallExpr hasParens\n"
            "      callee: NameExpr name=d\n"
            "ConcurrentAssertStmt assertKind=expect\n"
            "  spec: CycleDelayExpr\n"
            "    lhs: NameExpr name=a\n"
            "    low: LiteralExpr text=1\n"
            "    rhs: NameExpr name=b\n"
            "  pass: EmptyStmt\n"
            "ConcurrentAssertStmt assertKind=\"cover sequence\"\n"
            "  spec: CycleDelayExpr\n"
            "    lhs: NameExpr name=a\n"
            "    low: LiteralExpr text=1\n"
            "    rhs: NameExpr name=b\n"
            "  pass: EmptyStmt\n");
}

TEST(ParserStmt, Random) {
  EXPECT_EQ(dumpStmts("randcase 3: a(); x + 1: ; endcase"), "RandcaseStmt\n"
                                                            "  items: RandcaseItem\n"
                                                            "    weight: LiteralExpr text=3\n"
                                                            "    body: ExprStmt\n"
                                                            "      expr: CallExpr hasParens\n"
                                                            "        callee: NameExpr name=a\n"
                                                            "  items: RandcaseItem\n"
                                                            "    weight: BinaryExpr op=+\n"
                                                            "      lhs: NameExpr name=x\n"
                                                            "      rhs: LiteralExpr text=1\n"
                                                            "    body: EmptyStmt\n");
  EXPECT_EQ(dumpStmts("randsequence (main)\n"
                      "main : first second := 3 | rand join (0.5) a b(1);\n"
                      "void first : { $display; } ;\n"
                      "second : if (x) a else { break; } ;\n"
                      "a : repeat (2) b(2) | case (y) 0: c; default: d; endcase;\n"
                      "endsequence"),
            "RandsequenceStmt start=main\n"
            "  productions: RsProduction name=main\n"
            "    rules: RsRule\n"
            "      items: RsItem name=first\n"
            "      items: RsItem name=second\n"
            "      weight: LiteralExpr text=3\n"
            "    rules: RsRule isRandJoin\n"
            "      joinWeight: LiteralExpr literalKind=real text=0.5\n"
            "      items: RsItem name=a\n"
            "      items: RsItem name=b\n"
            "        arguments: Argument\n"
            "          value: LiteralExpr text=1\n"
            "  productions: RsProduction name=first\n"
            "    type: BuiltinType builtin=void\n"
            "    rules: RsRule\n"
            "      items: RsItem itemKind=code\n"
            "        code: BlockStmt\n"
            "          items: ExprStmt\n"
            "            expr: SystemCallExpr name=$display\n"
            "  productions: RsProduction name=second\n"
            "    rules: RsRule\n"
            "      items: RsItem itemKind=if\n"
            "        expr: NameExpr name=x\n"
            "        thenItem: RsItem name=a\n"
            "        elseItem: RsItem itemKind=code\n"
            "          code: BlockStmt\n"
            "            items: BreakStmt\n"
            "  productions: RsProduction name=a\n"
            "    rules: RsRule\n"
            "      items: RsItem itemKind=repeat\n"
            "        expr: LiteralExpr text=2\n"
            "        thenItem: RsItem name=b\n"
            "          arguments: Argument\n"
            "            value: LiteralExpr text=2\n"
            "    rules: RsRule\n"
            "      items: RsItem itemKind=case\n"
            "        expr: NameExpr name=y\n"
            "        cases: RsCaseItem\n"
            "          labels: LiteralExpr text=0\n"
            "          item: RsItem name=c\n"
            "        cases: RsCaseItem isDefault\n"
            "          item: RsItem name=d\n");
}

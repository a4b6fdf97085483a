// Operators and operands: IEEE 1800-2023 clause 11, tables 11-2 and 16-3.
#include "ParserTestSupport.h"

using namespace circtsim::syntax;
using llvm::dyn_cast;

namespace {

/// `(op lhs rhs)` for operators, source text for operands.
std::string shape(const ExprSyntax *expr) {
  auto triple = [](llvm::StringRef op, const ExprSyntax *lhs, const ExprSyntax *rhs) {
    return ("(" + op + " " + shape(lhs) + " " + shape(rhs) + ")").str();
  };
  if (const auto *binary = dyn_cast<BinaryExprSyntax>(expr))
    return triple(spelling(binary->op), binary->lhs, binary->rhs);
  if (const auto *binary = dyn_cast<PropertyBinaryExprSyntax>(expr))
    return triple(spelling(binary->op), binary->lhs, binary->rhs);
  if (const auto *unary = dyn_cast<UnaryExprSyntax>(expr))
    return ("(" + spelling(unary->op) + " " + shape(unary->operand) + ")").str();
  if (const auto *unary = dyn_cast<PropertyUnaryExprSyntax>(expr))
    return ("(" + spelling(unary->op) + " " + shape(unary->operand) + ")").str();
  if (const auto *choice = dyn_cast<ConditionalExprSyntax>(expr))
    return "(? " + shape(choice->condition) + " " + shape(choice->whenTrue) + " " +
           shape(choice->whenFalse) + ")";
  if (const auto *delay = dyn_cast<CycleDelayExprSyntax>(expr))
    return "(## " + (delay->lhs ? shape(delay->lhs) + " " : "") + shape(delay->rhs) + ")";
  if (const auto *clocked = dyn_cast<ClockedExprSyntax>(expr))
    return "(@ " + sourceText(*clocked->event) + " " + shape(clocked->operand) + ")";
  if (const auto *inside = dyn_cast<InsideExprSyntax>(expr))
    return "(inside " + shape(inside->operand) + ")";
  return sourceText(*expr);
}

std::string shapeOf(llvm::StringRef text) {
  Parsed parsed(text, Parsed::AsExpr);
  EXPECT_EQ(parsed.errors(), "") << text.str();
  return shape(parsed.expr);
}

} // namespace

TEST(ParserExpr, PrecedenceLevels) {
  EXPECT_EQ(shapeOf("a + b * c ** d"), "(+ a (* b (** c d)))");
  EXPECT_EQ(shapeOf("a ** b * c + d << e < f == g & h ^ i | j && k || l"),
            "(|| (&& (| (^ (& (== (< (<< (+ (* (** a b) c) d) e) f) g) h) i) j) k) l)");
  EXPECT_EQ(shapeOf("a || b && c | d ^ e & f == g < h << i + j * k ** l"),
            "(|| a (&& b (| c (^ d (& e (== f (< g (<< h (+ i (* j (** k l)))))))))))");
  EXPECT_EQ(shapeOf("a ~^ b ^ c ^~ d"), "(~^ (^ (~^ a b) c) d)");
  EXPECT_EQ(shapeOf("a <= b >= c"), "(>= (<= a b) c)");
  EXPECT_EQ(shapeOf("a === b !== c ==? d !=? e"), "(!=? (==? (!== (=== a b) c) d) e)");
  EXPECT_EQ(shapeOf("a >>> b <<< c"), "(<<< (>>> a b) c)");
  EXPECT_EQ(shapeOf("a % b / c"), "(/ (% a b) c)");
}

TEST(ParserExpr, Associativity) {
  EXPECT_EQ(shapeOf("a - b - c"), "(- (- a b) c)");
  EXPECT_EQ(shapeOf("a ** b ** c"), "(** (** a b) c)");
  EXPECT_EQ(shapeOf("a ? b : c ? d : e"), "(? a b (? c d e))");
  EXPECT_EQ(shapeOf("a ? b ? c : d : e"), "(? a (? b c d) e)");
  EXPECT_EQ(shapeOf("a -> b -> c"), "(-> a (-> b c))");
  EXPECT_EQ(shapeOf("a <-> b <-> c"), "(<-> a (<-> b c))");
  EXPECT_EQ(shapeOf("a ? b : c -> d"), "(-> (? a b c) d)");
  EXPECT_EQ(shapeOf("a -> b ? c : d"), "(-> a (? b c d))");
}

TEST(ParserExpr, UnaryBindsTighter) {
  EXPECT_EQ(shapeOf("-a ** b"), "(** (- a) b)");
  EXPECT_EQ(shapeOf("!a && ~b"), "(&& (! a) (~ b))");
  EXPECT_EQ(shapeOf("&a | ~|b ^ ~^c"), "(| (& a) (^ (~| b) (~^ c)))");
  EXPECT_EQ(shapeOf("a & &b"), "(& a (& b))");
  EXPECT_EQ(shapeOf("a ** -b"), "(** a (- b))");
  EXPECT_EQ(shapeOf("i++ + --j"), "(+ (++ i) (-- j))");
  EXPECT_EQ(shapeOf("!a inside {b, [1:2]} && c"), "(&& (inside (! a)) c)");
  EXPECT_EQ(shapeOf("a == b inside {c}"), "(== a (inside b))");
}

TEST(ParserExpr, PropertyPrecedence) {
  EXPECT_EQ(shapeOf("a ##1 b ##2 c |-> d"), "(|-> (## (## a b) c) d)");
  EXPECT_EQ(shapeOf("a |-> b |=> c"), "(|-> a (|=> b c))");
  EXPECT_EQ(shapeOf("a or b and c"), "(or a (and b c))");
  EXPECT_EQ(shapeOf("not a and b"), "(and (not a) b)");
  EXPECT_EQ(shapeOf("not a ##1 b"), "(not (## a b))");
  EXPECT_EQ(shapeOf("always a or b"), "(always (or a b))");
  EXPECT_EQ(shapeOf("a until b iff c or d"), "(until a (iff b (or c d)))");
  EXPECT_EQ(shapeOf("a throughout b within c intersect d ##1 e"),
            "(intersect (within (throughout a b) c) (## d e))");
  EXPECT_EQ(shapeOf("a throughout b throughout c"), "(throughout a (throughout b c))");
  EXPECT_EQ(shapeOf("a implies b until c"), "(implies a (until b c))");
  EXPECT_EQ(shapeOf("a #-# b #=# c"), "(#-# a (#=# b c))");
  EXPECT_EQ(shapeOf("@(posedge c) a |-> b"), "(@ posedge c (|-> a b))");
  EXPECT_EQ(shapeOf("@(posedge c) a ##1 @(posedge d) b |=> e"),
            "(@ posedge c (|=> (## a (@ posedge d b)) e))");
  EXPECT_EQ(shapeOf("a && b || c ##1 d == e"), "(## (|| (&& a b) c) (== d e))");
  EXPECT_EQ(shapeOf("##1 a"), "(## a)");
}

TEST(ParserExpr, ParenthesesHoldSequences) {
  EXPECT_EQ(dumpOfExpr("(a ##[1:$] b)[*2] |-> (c + d) == e"),
            "PropertyBinaryExpr op=|->\n"
            "  lhs: RepetitionExpr\n"
            "    operand: ParenExpr\n"
            "      inner: CycleDelayExpr delayKind=range\n"
            "        lhs: NameExpr name=a\n"
            "        low: LiteralExpr text=1\n"
            "        high: KeywordExpr keyword=$\n"
            "        rhs: NameExpr name=b\n"
            "    low: LiteralExpr text=2\n"
            "  rhs: BinaryExpr op===\n"
            "    lhs: ParenExpr\n"
            "      inner: BinaryExpr op=+\n"
            "        lhs: NameExpr name=c\n"
            "        rhs: NameExpr name=d\n"
            "    rhs: NameExpr name=e\n");
  EXPECT_EQ(dumpOfExpr("(a, x = y, x++) ##1 first_match(b, f(x))"),
            "CycleDelayExpr\n"
            "  lhs: ParenExpr\n"
            "    inner: SequenceMatchExpr\n"
            "      operand: NameExpr name=a\n"
            "      items: AssignExpr op==\n"
            "        lhs: NameExpr name=x\n"
            "        rhs: NameExpr name=y\n"
            "      items: UnaryExpr op=++\n"
            "        operand: NameExpr name=x\n"
            "  low: LiteralExpr text=1\n"
            "  rhs: FirstMatchExpr\n"
            "    operand: NameExpr name=b\n"
            "    items: CallExpr hasParens\n"
            "      callee: NameExpr name=f\n"
            "      arguments: Argument\n"
            "        value: NameExpr name=x\n");
}

TEST(ParserExpr, Names) {
  EXPECT_EQ(dumpOfExpr("$root.a.b[3].c[7-:4]"),
            "RangeSelectExpr rangeKind=-:\n"
            "  base: MemberAccessExpr name=c\n"
            "    base: ElementSelectExpr\n"
            "      base: MemberAccessExpr name=b\n"
            "        base: MemberAccessExpr name=a\n"
            "          base: KeywordExpr keyword=$root\n"
            "      index: LiteralExpr text=3\n"
            "  left: LiteralExpr text=7\n"
            "  right: LiteralExpr text=4\n");
  EXPECT_EQ(dumpOfExpr("pkg::C#(.T(int), .N(4))::f(1)"),
            "CallExpr hasParens\n"
            "  callee: ScopedNameExpr name=f\n"
            "    scope: SpecializedNameExpr\n"
            "      base: ScopedNameExpr name=C\n"
            "        scope: NameExpr name=pkg\n"
            "      arguments: Argument name=T\n"
            "        value: TypeExpr\n"
            "          type: BuiltinType builtin=int\n"
            "      arguments: Argument name=N\n"
            "        value: LiteralExpr text=4\n"
            "  arguments: Argument\n"
            "    value: LiteralExpr text=1\n");
  EXPECT_EQ(dumpOfExpr("$unit::x"), "ScopedNameExpr name=x\n"
                                    "  scope: KeywordExpr keyword=$unit\n");
  EXPECT_EQ(dumpOfExpr("super.new(this.x)"), "CallExpr hasParens\n"
                                             "  callee: MemberAccessExpr name=new\n"
                                             "    base: KeywordExpr keyword=super\n"
                                             "  arguments: Argument\n"
                                             "    value: MemberAccessExpr name=x\n"
                                             "      base: KeywordExpr keyword=this\n");
}

TEST(ParserExpr, Calls) {
  EXPECT_EQ(dumpOfExpr("f(a, , .b(), .c(1))"), "CallExpr hasParens\n"
                                               "  callee: NameExpr name=f\n"
                                               "  arguments: Argument\n"
                                               "    value: NameExpr name=a\n"
                                               "  arguments: Argument\n"
                                               "  arguments: Argument name=b\n"
                                               "  arguments: Argument name=c\n"
                                               "    value: LiteralExpr text=1\n");
  EXPECT_EQ(dumpOfExpr("q.find(x) with (x > 3)"), "CallExpr hasParens\n"
                                                  "  callee: MemberAccessExpr name=find\n"
                                                  "    base: NameExpr name=q\n"
                                                  "  arguments: Argument\n"
                                                  "    value: NameExpr name=x\n"
                                                  "  with: WithClause hasParens\n"
                                                  "    arguments: BinaryExpr op=>\n"
                                                  "      lhs: NameExpr name=x\n"
                                                  "      rhs: LiteralExpr text=3\n");
  EXPECT_EQ(dumpOfExpr("q.sum with (item.x) + q.unique()"),
            "BinaryExpr op=+\n"
            "  lhs: CallExpr\n"
            "    callee: MemberAccessExpr name=sum\n"
            "      base: NameExpr name=q\n"
            "    with: WithClause hasParens\n"
            "      arguments: MemberAccessExpr name=x\n"
            "        base: NameExpr name=item\n"
            "  rhs: CallExpr hasParens\n"
            "    callee: MemberAccessExpr name=unique\n"
            "      base: NameExpr name=q\n");
  EXPECT_EQ(dumpOfExpr("o.randomize(a) with (b) { b > local::a; }"),
            "CallExpr hasParens\n"
            "  callee: MemberAccessExpr name=randomize\n"
            "    base: NameExpr name=o\n"
            "  arguments: Argument\n"
            "    value: NameExpr name=a\n"
            "  with: WithClause hasParens hasConstraints\n"
            "    arguments: NameExpr name=b\n"
            "    constraints: ExprConstraint\n"
            "      expr: BinaryExpr op=>\n"
            "        lhs: NameExpr name=b\n"
            "        rhs: ScopedNameExpr name=a\n"
            "          scope: KeywordExpr keyword=local\n");
  EXPECT_EQ(dumpOfExpr("$bits(logic [3:0]) + $past(a, 1, , @(posedge c))"),
            "BinaryExpr op=+\n"
            "  lhs: SystemCallExpr name=$bits hasParens\n"
            "    arguments: Argument\n"
            "      value: TypeExpr\n"
            "        type: BuiltinType builtin=logic\n"
            "          dimensions: Dimension\n"
            "            left: LiteralExpr text=3\n"
            "            right: LiteralExpr text=0\n"
            "  rhs: SystemCallExpr name=$past hasParens\n"
            "    arguments: Argument\n"
            "      value: NameExpr name=a\n"
            "    arguments: Argument\n"
            "      value: LiteralExpr text=1\n"
            "    arguments: Argument\n"
            "    arguments: Argument\n"
            "      value: ClockedExpr\n"
            "        event: EdgeEventExpr edge=posedge\n"
            "          expr: NameExpr name=c\n");
}

TEST(ParserExpr, Casts) {
  EXPECT_EQ(dumpOfExpr("8'(a)"), "CastExpr\n"
                                 "  target: LiteralExpr text=8\n"
                                 "  operand: NameExpr name=a\n");
  EXPECT_EQ(dumpOfExpr("pkg::t'(a)"), "CastExpr\n"
                                      "  target: ScopedNameExpr name=t\n"
                                      "    scope: NameExpr name=pkg\n"
                                      "  operand: NameExpr name=a\n");
  EXPECT_EQ(dumpOfExpr("int'(a)"), "CastExpr\n"
                                   "  target: TypeExpr\n"
                                   "    type: BuiltinType builtin=int\n"
                                   "  operand: NameExpr name=a\n");
  EXPECT_EQ(dumpOfExpr("signed'(unsigned'(const'((N+1)'(a))))"),
            "CastExpr castKind=signed\n"
            "  operand: CastExpr castKind=unsigned\n"
            "    operand: CastExpr castKind=const\n"
            "      operand: CastExpr\n"
            "        target: ParenExpr\n"
            "          inner: BinaryExpr op=+\n"
            "            lhs: NameExpr name=N\n"
            "            rhs: LiteralExpr text=1\n"
            "        operand: NameExpr name=a\n");
}

TEST(ParserExpr, Braces) {
  EXPECT_EQ(dumpOfExpr("{a, {3{b}}, {}}[1]"), "ElementSelectExpr\n"
                                              "  base: ConcatExpr\n"
                                              "    elements: NameExpr name=a\n"
                                              "    elements: ReplicationExpr\n"
                                              "      count: LiteralExpr text=3\n"
                                              "      elements: NameExpr name=b\n"
                                              "    elements: ConcatExpr\n"
                                              "  index: LiteralExpr text=1\n");
  EXPECT_EQ(dumpOfExpr("{<< byte {a, b with [0 +: n]}}"),
            "StreamingExpr\n"
            "  sliceSize: TypeExpr\n"
            "    type: BuiltinType builtin=byte\n"
            "  elements: StreamElement\n"
            "    value: NameExpr name=a\n"
            "  elements: StreamElement hasRange rangeKind=+:\n"
            "    value: NameExpr name=b\n"
            "    left: LiteralExpr text=0\n"
            "    right: NameExpr name=n\n");
  EXPECT_EQ(dumpOfExpr("{>>{a}}"), "StreamingExpr direction=>>\n"
                                   "  elements: StreamElement\n"
                                   "    value: NameExpr name=a\n");
}

TEST(ParserExpr, AssignmentPatterns) {
  EXPECT_EQ(dumpOfExpr("'{1, 2}"), "AssignmentPatternExpr\n"
                                   "  entries: PatternEntry\n"
                                   "    value: LiteralExpr text=1\n"
                                   "  entries: PatternEntry\n"
                                   "    value: LiteralExpr text=2\n");
  EXPECT_EQ(dumpOfExpr("t'{x: 1, int: 2, default: a ? b : c}"),
            "AssignmentPatternExpr form=keyed\n"
            "  type: NameExpr name=t\n"
            "  entries: PatternEntry\n"
            "    key: NameExpr name=x\n"
            "    value: LiteralExpr text=1\n"
            "  entries: PatternEntry\n"
            "    key: TypeExpr\n"
            "      type: BuiltinType builtin=int\n"
            "    value: LiteralExpr text=2\n"
            "  entries: PatternEntry\n"
            "    key: KeywordExpr keyword=default\n"
            "    value: ConditionalExpr\n"
            "      condition: NameExpr name=a\n"
            "      whenTrue: NameExpr name=b\n"
            "      whenFalse: NameExpr name=c\n");
  EXPECT_EQ(dumpOfExpr("'{3{'{a, b}}}"), "AssignmentPatternExpr form=replicated\n"
                                         "  count: LiteralExpr text=3\n"
                                         "  entries: PatternEntry\n"
                                         "    value: AssignmentPatternExpr\n"
                                         "      entries: PatternEntry\n"
                                         "        value: NameExpr name=a\n"
                                         "      entries: PatternEntry\n"
                                         "        value: NameExpr name=b\n");
}

TEST(ParserExpr, Literals) {
  EXPECT_EQ(dumpOfExpr("{12, 8 'h f0, '1, 1.5e3, 10ns, \"a b\", null, $}"),
            "ConcatExpr\n"
            "  elements: LiteralExpr text=12\n"
            "  elements: LiteralExpr literalKind=based text=8'hf0\n"
            "  elements: LiteralExpr literalKind=unbased-unsized text='1\n"
            "  elements: LiteralExpr literalKind=real text=1.5e3\n"
            "  elements: LiteralExpr literalKind=time text=10ns\n"
            "  elements: LiteralExpr literalKind=string text=\"\\22a b\\22\"\n"
            "  elements: KeywordExpr\n"
            "  elements: KeywordExpr keyword=$\n");
}

TEST(ParserExpr, NewAndTagged) {
  EXPECT_EQ(dumpOfExpr("new"), "NewClassExpr\n");
  EXPECT_EQ(dumpOfExpr("C::new(1)"), "NewClassExpr hasParens\n"
                                     "  scope: NameExpr name=C\n"
                                     "  arguments: Argument\n"
                                     "    value: LiteralExpr text=1\n");
  EXPECT_EQ(dumpOfExpr("new[4](old)"), "NewArrayExpr\n"
                                       "  size: LiteralExpr text=4\n"
                                       "  initial: NameExpr name=old\n");
  EXPECT_EQ(dumpOfExpr("new other"), "NewCopyExpr\n"
                                     "  source: NameExpr name=other\n");
  EXPECT_EQ(dumpOfExpr("tagged Valid (a + 1)"), "TaggedExpr member=Valid\n"
                                                "  operand: ParenExpr\n"
                                                "    inner: BinaryExpr op=+\n"
                                                "      lhs: NameExpr name=a\n"
                                                "      rhs: LiteralExpr text=1\n");
  EXPECT_EQ(dumpOfExpr("tagged Invalid"), "TaggedExpr member=Invalid\n");
}

TEST(ParserExpr, Predicates) {
  EXPECT_EQ(dumpOfExpr("e matches tagged Jmp '{cc: 3, .*} &&& x ? 1 : 2"),
            "ConditionalExpr\n"
            "  condition: BinaryExpr op=&&&\n"
            "    lhs: MatchesExpr\n"
            "      operand: NameExpr name=e\n"
            "      pattern: TaggedPattern member=Jmp\n"
            "        inner: StructPattern\n"
            "          entries: StructPatternEntry member=cc\n"
            "            pattern: ExprPattern\n"
            "              expr: LiteralExpr text=3\n"
            "          entries: StructPatternEntry\n"
            "            pattern: WildcardPattern\n"
            "    rhs: NameExpr name=x\n"
            "  whenTrue: LiteralExpr text=1\n"
            "  whenFalse: LiteralExpr text=2\n");
}

TEST(ParserExpr, AssignmentAndMinTypMaxInParentheses) {
  EXPECT_EQ(dumpOf(inModule("initial a = (b += 1);")),
            "Module name=m\n"
            "  members: ProceduralBlock\n"
            "    body: AssignStmt op==\n"
            "      lhs: NameExpr name=a\n"
            "      rhs: ParenExpr\n"
            "        inner: AssignExpr op=+=\n"
            "          lhs: NameExpr name=b\n"
            "          rhs: LiteralExpr text=1\n");
  EXPECT_EQ(dumpOfExpr("(1:2:3) + a"), "BinaryExpr op=+\n"
                                       "  lhs: ParenExpr\n"
                                       "    inner: MinTypMaxExpr\n"
                                       "      minimum: LiteralExpr text=1\n"
                                       "      typical: LiteralExpr text=2\n"
                                       "      maximum: LiteralExpr text=3\n"
                                       "  rhs: NameExpr name=a\n");
}

TEST(ParserExpr, AttributesOnOperators) {
  EXPECT_EQ(dumpOfExpr("a + (* mode = \"cla\" *) b"), "BinaryExpr op=+\n"
                                                      "  attributes: Attribute name=mode\n"
                                                      "    value: LiteralExpr literalKind=string "
                                                      "text=\"\\22cla\\22\"\n"
                                                      "  lhs: NameExpr name=a\n"
                                                      "  rhs: NameExpr name=b\n");
  EXPECT_EQ(dumpOfExpr("f (* x *) (1)"), "CallExpr hasParens\n"
                                         "  callee: NameExpr name=f\n"
                                         "  attributes: Attribute name=x\n"
                                         "  arguments: Argument\n"
                                         "    value: LiteralExpr text=1\n");
}

TEST(ParserExpr, Tolerance) {
  EXPECT_EQ(dumpOfExpr("a inside {[5 +/- 1], [5 +%- 10]}"),
            "InsideExpr\n"
            "  operand: NameExpr name=a\n"
            "  ranges: ValueRangeExpr rangeKind=+/-\n"
            "    low: LiteralExpr text=5\n"
            "    high: LiteralExpr text=1\n"
            "  ranges: ValueRangeExpr rangeKind=+%-\n"
            "    low: LiteralExpr text=5\n"
            "    high: LiteralExpr text=10\n");
}

// The printed text parses to the same tree.
TEST(ParserExpr, SourceTextRoundTrip) {
  for (const char *text :
       {"a + b * -c", "a ? b : c ? d : e", "(a + b) * c", "- -a", "& &a", "x[3:0][1]", "x[i+:4]",
        "{a, 3'b1, {2{b}}}", "{<< 4 {a, b with [1:2]}}", "'{a: 1, default: 0}", "'{4{0}}",
        "t'{1, 2}", "8'(x)", "signed'(x)", "f(a, , .b(1))", "q.find(i) with (i == 2)",
        "C #(int, 3)::f()", "$bits(logic signed [3:0])", "a inside {1, [2:$]}",
        "x dist {1 := 2, [3:4] :/ 5, default :/ 1}", "a matches tagged B .c", "new[3](a)",
        "@(posedge clk iff en) disable iff (rst) a ##1 b[*2:3] |=> c[->1] ##[+] d[=2:$]",
        "a throughout b within c", "nexttime [2] a", "s_always [1:3] a", "strong(a ##1 b)",
        "accept_on (a) b until c", "if (a) b else c", "case (a) 1, 2: b; default: c; endcase",
        "(a, x = 1) ##1 first_match(b, y++)", "a -> b <-> c", "i++ + --j", "tagged V 3",
        "type(a)'(b)", "super.new(1)", "$root.a.b", "1.5e3 + 10ns + \"s\"", "(1:2:3)",
        "virtual bus.mp'(x)", "x inside {[5 +/- 1]}"}) {
    Parsed first(text, Parsed::AsExpr);
    ASSERT_EQ(first.errors(), "") << text;
    std::string printed = sourceText(*first.expr);
    Parsed second(printed, Parsed::AsExpr);
    EXPECT_EQ(second.errors(), "") << printed;
    EXPECT_EQ(first.dump(), second.dump()) << printed;
  }
}

//===- SyntaxEnums.h - Small vocabularies of the syntax tree ----*- C++ -*-===//
//
// Every enumeration is one list of (enumerator, source spelling) pairs, from
// which the enum and `llvm::StringRef spelling(Enum)` are made.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_SYNTAXENUMS_H
#define CIRCTSIM_SYNTAX_SYNTAXENUMS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>

#define CIRCTSIM_ENUM_VALUE(NAME, SPELLING) NAME,
#define CIRCTSIM_ENUM_SPELLING(NAME, SPELLING) SPELLING,
/// Declares `enum class NAME : uint8_t` from LIST and its spelling().
#define CIRCTSIM_SYNTAX_ENUM(NAME, LIST)                                                           \
  enum class NAME : uint8_t { LIST(CIRCTSIM_ENUM_VALUE) };                                         \
  inline llvm::StringRef spelling(NAME value) {                                                    \
    static constexpr llvm::StringLiteral table[] = {LIST(CIRCTSIM_ENUM_SPELLING)};                 \
    return table[unsigned(value)];                                                                 \
  }

namespace circtsim::syntax {

/// Form of a literal; the value is decoded from the token's text.
#define CIRCTSIM_LITERAL_KINDS(V)                                                                  \
  V(Integer, "integer") V(Based, "based") V(UnbasedUnsized, "unbased-unsized")                     \
  V(Real, "real") V(Time, "time") V(String, "string")
CIRCTSIM_SYNTAX_ENUM(LiteralKind, CIRCTSIM_LITERAL_KINDS)

/// Primary expressions that are one keyword. `Dollar` is the unbounded `$`,
/// `Unit` is `$unit`, `Local` is the `local` of `local::x` (clause 18.7.1),
/// `DefaultValue` is `default` where the grammar allows it as an operand.
#define CIRCTSIM_KEYWORD_EXPRS(V)                                                                  \
  V(Null, "null") V(This, "this") V(Super, "super") V(Dollar, "$") V(Root, "$root")                \
  V(Unit, "$unit") V(Local, "local") V(OneStep, "1step") V(DefaultValue, "default")
CIRCTSIM_SYNTAX_ENUM(KeywordExprKind, CIRCTSIM_KEYWORD_EXPRS)

#define CIRCTSIM_UNARY_OPS(V)                                                                      \
  V(Plus, "+") V(Minus, "-") V(LogicalNot, "!") V(BitwiseNot, "~") V(ReductionAnd, "&")            \
  V(ReductionNand, "~&") V(ReductionOr, "|") V(ReductionNor, "~|") V(ReductionXor, "^")            \
  V(ReductionXnor, "~^") V(PreIncrement, "++") V(PreDecrement, "--") V(PostIncrement, "++")        \
  V(PostDecrement, "--")
CIRCTSIM_SYNTAX_ENUM(UnaryOp, CIRCTSIM_UNARY_OPS)

/// `CondAnd` is the `&&&` of conditional predicates, timing checks and
/// specify conditions.
#define CIRCTSIM_BINARY_OPS(V)                                                                     \
  V(Add, "+") V(Sub, "-") V(Mul, "*") V(Div, "/") V(Mod, "%") V(Power, "**")                       \
  V(ShiftLeft, "<<") V(ShiftRight, ">>") V(ArithShiftLeft, "<<<") V(ArithShiftRight, ">>>")        \
  V(Less, "<") V(LessEqual, "<=") V(Greater, ">") V(GreaterEqual, ">=") V(Equal, "==")             \
  V(NotEqual, "!=") V(CaseEqual, "===") V(CaseNotEqual, "!==") V(WildcardEqual, "==?")             \
  V(WildcardNotEqual, "!=?") V(BitwiseAnd, "&") V(BitwiseXor, "^") V(BitwiseXnor, "~^")            \
  V(BitwiseOr, "|") V(LogicalAnd, "&&") V(LogicalOr, "||") V(Implication, "->")                    \
  V(Equivalence, "<->") V(CondAnd, "&&&")
CIRCTSIM_SYNTAX_ENUM(BinaryOp, CIRCTSIM_BINARY_OPS)

/// `Assign` is `=`, `Nonblocking` is `<=`; the rest are compound.
#define CIRCTSIM_ASSIGN_OPS(V)                                                                     \
  V(Assign, "=") V(Nonblocking, "<=") V(Add, "+=") V(Sub, "-=") V(Mul, "*=") V(Div, "/=")          \
  V(Mod, "%=") V(And, "&=") V(Or, "|=") V(Xor, "^=") V(ShiftLeft, "<<=") V(ShiftRight, ">>=")      \
  V(ArithShiftLeft, "<<<=") V(ArithShiftRight, ">>>=")
CIRCTSIM_SYNTAX_ENUM(AssignOp, CIRCTSIM_ASSIGN_OPS)

/// Kind of a part select `[a:b]`, `[a+:b]`, `[a-:b]`.
#define CIRCTSIM_RANGE_KINDS(V) V(Simple, ":") V(IndexedUp, "+:") V(IndexedDown, "-:")
CIRCTSIM_SYNTAX_ENUM(RangeKind, CIRCTSIM_RANGE_KINDS)

/// `[a:b]`, and the tolerance ranges `[a +/- b]`, `[a +%- b]` of 11.4.13.
#define CIRCTSIM_VALUE_RANGE_KINDS(V) V(Bounds, ":") V(Absolute, "+/-") V(Relative, "+%-")
CIRCTSIM_SYNTAX_ENUM(ValueRangeKind, CIRCTSIM_VALUE_RANGE_KINDS)

#define CIRCTSIM_DIST_WEIGHTS(V) V(None, "") V(PerItem, ":=") V(PerRange, ":/")
CIRCTSIM_SYNTAX_ENUM(DistWeightKind, CIRCTSIM_DIST_WEIGHTS)

#define CIRCTSIM_STREAM_DIRECTIONS(V) V(RightToLeft, "<<") V(LeftToRight, ">>")
CIRCTSIM_SYNTAX_ENUM(StreamDirection, CIRCTSIM_STREAM_DIRECTIONS)

/// What stands before the `'(` of a cast. `TypeOrSize`: `target` is an
/// expression or TypeExpr, names are told apart by Sema.
#define CIRCTSIM_CAST_KINDS(V)                                                                     \
  V(TypeOrSize, "") V(Signed, "signed") V(Unsigned, "unsigned") V(Const, "const")
CIRCTSIM_SYNTAX_ENUM(CastKind, CIRCTSIM_CAST_KINDS)

#define CIRCTSIM_PATTERN_FORMS(V) \
  V(Positional, "positional") V(Keyed, "keyed") V(Replicated, "replicated")
CIRCTSIM_SYNTAX_ENUM(AssignmentPatternForm, CIRCTSIM_PATTERN_FORMS)

#define CIRCTSIM_EDGE_KINDS(V)                                                                     \
  V(None, "") V(Posedge, "posedge") V(Negedge, "negedge") V(Edge, "edge")
CIRCTSIM_SYNTAX_ENUM(EdgeKind, CIRCTSIM_EDGE_KINDS)

/// `[*..]`, `[+]` (as Consecutive, one to unbounded), `[=..]`, `[->..]`.
#define CIRCTSIM_REPETITIONS(V) V(Consecutive, "*") V(Nonconsecutive, "=") V(Goto, "->")
CIRCTSIM_SYNTAX_ENUM(RepetitionKind, CIRCTSIM_REPETITIONS)

/// Bounds of a cycle delay or repetition: `n`, `[low:high]`, `[*]` (zero or
/// more), `[+]` (one or more).
#define CIRCTSIM_CYCLE_RANGES(V) V(Exact, "exact") V(Range, "range") V(Star, "*") V(Plus, "+")
CIRCTSIM_SYNTAX_ENUM(CycleRangeKind, CIRCTSIM_CYCLE_RANGES)

#define CIRCTSIM_PROPERTY_UNARY_OPS(V)                                                             \
  V(Not, "not") V(Nexttime, "nexttime") V(SNexttime, "s_nexttime") V(Always, "always")             \
  V(SAlways, "s_always") V(Eventually, "eventually") V(SEventually, "s_eventually")                \
  V(Strong, "strong") V(Weak, "weak")
CIRCTSIM_SYNTAX_ENUM(PropertyUnaryOp, CIRCTSIM_PROPERTY_UNARY_OPS)

#define CIRCTSIM_PROPERTY_BINARY_OPS(V)                                                            \
  V(Or, "or") V(And, "and") V(Intersect, "intersect") V(Within, "within")                          \
  V(Throughout, "throughout") V(Until, "until") V(SUntil, "s_until")                               \
  V(UntilWith, "until_with") V(SUntilWith, "s_until_with") V(Implies, "implies") V(Iff, "iff")     \
  V(OverlappedImplication, "|->") V(NonoverlappedImplication, "|=>")                               \
  V(OverlappedFollowedBy, "#-#") V(NonoverlappedFollowedBy, "#=#")
CIRCTSIM_SYNTAX_ENUM(PropertyBinaryOp, CIRCTSIM_PROPERTY_BINARY_OPS)

#define CIRCTSIM_ABORT_KINDS(V)                                                                    \
  V(AcceptOn, "accept_on") V(RejectOn, "reject_on") V(SyncAcceptOn, "sync_accept_on")              \
  V(SyncRejectOn, "sync_reject_on")
CIRCTSIM_SYNTAX_ENUM(AbortKind, CIRCTSIM_ABORT_KINDS)

/// Keyword types. Untyped, Sequence and Property occur only as formals of
/// sequences, properties, lets and checkers.
#define CIRCTSIM_BUILTIN_TYPES(V)                                                                  \
  V(Bit, "bit") V(Logic, "logic") V(Reg, "reg") V(Byte, "byte") V(Shortint, "shortint")            \
  V(Int, "int") V(Longint, "longint") V(Integer, "integer") V(Time, "time")                        \
  V(Shortreal, "shortreal") V(Real, "real") V(Realtime, "realtime") V(String, "string")            \
  V(Chandle, "chandle") V(Event, "event") V(Void, "void") V(Untyped, "untyped")                    \
  V(Sequence, "sequence") V(Property, "property")
CIRCTSIM_SYNTAX_ENUM(BuiltinTypeKind, CIRCTSIM_BUILTIN_TYPES)

#define CIRCTSIM_SIGNINGS(V) V(None, "") V(Signed, "signed") V(Unsigned, "unsigned")
CIRCTSIM_SYNTAX_ENUM(Signing, CIRCTSIM_SIGNINGS)

/// Range `[a:b]`; Size `[n]`, which may be an associative index type if `n`
/// names a type; Unsized `[]`; Wildcard `[*]`; Queue `[$]` or `[$:n]`.
#define CIRCTSIM_DIMENSION_KINDS(V)                                                                \
  V(Range, "range") V(Size, "size") V(Unsized, "unsized") V(Wildcard, "wildcard") V(Queue, "queue")
CIRCTSIM_SYNTAX_ENUM(DimensionKind, CIRCTSIM_DIMENSION_KINDS)

#define CIRCTSIM_NET_KINDS(V)                                                                      \
  V(None, "") V(Supply0, "supply0") V(Supply1, "supply1") V(Tri, "tri") V(Triand, "triand")        \
  V(Trior, "trior") V(Trireg, "trireg") V(Tri0, "tri0") V(Tri1, "tri1") V(Uwire, "uwire")          \
  V(Wire, "wire") V(Wand, "wand") V(Wor, "wor") V(Interconnect, "interconnect")
CIRCTSIM_SYNTAX_ENUM(NetKind, CIRCTSIM_NET_KINDS)

#define CIRCTSIM_STRENGTHS(V)                                                                      \
  V(None, "") V(Supply0, "supply0") V(Strong0, "strong0") V(Pull0, "pull0") V(Weak0, "weak0")      \
  V(Highz0, "highz0") V(Supply1, "supply1") V(Strong1, "strong1") V(Pull1, "pull1")                \
  V(Weak1, "weak1") V(Highz1, "highz1") V(Small, "small") V(Medium, "medium") V(Large, "large")
CIRCTSIM_SYNTAX_ENUM(StrengthLevel, CIRCTSIM_STRENGTHS)

#define CIRCTSIM_VECTOR_HINTS(V) V(None, "") V(Vectored, "vectored") V(Scalared, "scalared")
CIRCTSIM_SYNTAX_ENUM(VectorHint, CIRCTSIM_VECTOR_HINTS)

#define CIRCTSIM_DIRECTIONS(V)                                                                     \
  V(None, "") V(Input, "input") V(Output, "output") V(Inout, "inout") V(Ref, "ref")                \
  V(ConstRef, "const ref") V(RefStatic, "ref static") V(ConstRefStatic, "const ref static")
CIRCTSIM_SYNTAX_ENUM(PortDirection, CIRCTSIM_DIRECTIONS)

#define CIRCTSIM_LIFETIMES(V) V(None, "") V(Static, "static") V(Automatic, "automatic")
CIRCTSIM_SYNTAX_ENUM(Lifetime, CIRCTSIM_LIFETIMES)

#define CIRCTSIM_JOIN_KINDS(V) V(Join, "join") V(JoinAny, "join_any") V(JoinNone, "join_none")
CIRCTSIM_SYNTAX_ENUM(JoinKind, CIRCTSIM_JOIN_KINDS)

#define CIRCTSIM_UNIQUE_KINDS(V)                                                                   \
  V(None, "") V(Unique, "unique") V(Unique0, "unique0") V(Priority, "priority")
CIRCTSIM_SYNTAX_ENUM(UniqueKind, CIRCTSIM_UNIQUE_KINDS)

#define CIRCTSIM_CASE_KINDS(V) V(Case, "case") V(Casex, "casex") V(Casez, "casez")
CIRCTSIM_SYNTAX_ENUM(CaseKind, CIRCTSIM_CASE_KINDS)

#define CIRCTSIM_CASE_MODES(V) V(Normal, "") V(Matches, "matches") V(Inside, "inside")
CIRCTSIM_SYNTAX_ENUM(CaseMode, CIRCTSIM_CASE_MODES)

#define CIRCTSIM_PROC_CONTINUOUS(V)                                                                \
  V(Assign, "assign") V(Deassign, "deassign") V(Force, "force") V(Release, "release")
CIRCTSIM_SYNTAX_ENUM(ProcContinuousKind, CIRCTSIM_PROC_CONTINUOUS)

/// Directive of an assertion statement. Sequence is `cover sequence`.
#define CIRCTSIM_ASSERT_KINDS(V)                                                                   \
  V(Assert, "assert") V(Assume, "assume") V(Cover, "cover") V(CoverSequence, "cover sequence")     \
  V(Restrict, "restrict") V(Expect, "expect")
CIRCTSIM_SYNTAX_ENUM(AssertKind, CIRCTSIM_ASSERT_KINDS)

/// Immediate: no deferral; Observed: `#0`; Final: `final` (clause 16.4).
#define CIRCTSIM_DEFERRALS(V) V(None, "") V(Observed, "#0") V(Final, "final")
CIRCTSIM_SYNTAX_ENUM(AssertDeferral, CIRCTSIM_DEFERRALS)

#define CIRCTSIM_ELEMENT_KINDS(V)                                                                  \
  V(Module, "module") V(Macromodule, "macromodule") V(Interface, "interface")                      \
  V(Program, "program")
CIRCTSIM_SYNTAX_ENUM(ElementKind, CIRCTSIM_ELEMENT_KINDS)

#define CIRCTSIM_PARAMETER_KINDS(V)                                                                \
  V(Parameter, "parameter") V(Localparam, "localparam") V(Specparam, "specparam")
CIRCTSIM_SYNTAX_ENUM(ParameterKind, CIRCTSIM_PARAMETER_KINDS)

/// Restriction of a type parameter or forward typedef (clause 6.18).
#define CIRCTSIM_TYPE_RESTRICTIONS(V)                                                              \
  V(None, "") V(Enum, "enum") V(Struct, "struct") V(Union, "union") V(Class, "class")              \
  V(InterfaceClass, "interface class")
CIRCTSIM_SYNTAX_ENUM(TypeRestriction, CIRCTSIM_TYPE_RESTRICTIONS)

#define CIRCTSIM_PROCEDURE_KINDS(V)                                                                \
  V(Initial, "initial") V(Final, "final") V(Always, "always") V(AlwaysComb, "always_comb")         \
  V(AlwaysFf, "always_ff") V(AlwaysLatch, "always_latch")
CIRCTSIM_SYNTAX_ENUM(ProcedureKind, CIRCTSIM_PROCEDURE_KINDS)

#define CIRCTSIM_GATE_KINDS(V)                                                                     \
  V(And, "and") V(Nand, "nand") V(Or, "or") V(Nor, "nor") V(Xor, "xor") V(Xnor, "xnor")            \
  V(Buf, "buf") V(Not, "not") V(Bufif0, "bufif0") V(Bufif1, "bufif1") V(Notif0, "notif0")          \
  V(Notif1, "notif1") V(Nmos, "nmos") V(Pmos, "pmos") V(Rnmos, "rnmos") V(Rpmos, "rpmos")          \
  V(Cmos, "cmos") V(Rcmos, "rcmos") V(Tran, "tran") V(Rtran, "rtran") V(Tranif0, "tranif0")        \
  V(Tranif1, "tranif1") V(Rtranif0, "rtranif0") V(Rtranif1, "rtranif1") V(Pullup, "pullup")        \
  V(Pulldown, "pulldown")
CIRCTSIM_SYNTAX_ENUM(GateKind, CIRCTSIM_GATE_KINDS)

/// How an instance port is connected: `expr`, `.a(expr)` or `.a()`, `.a`, `.*`.
#define CIRCTSIM_CONNECTION_KINDS(V)                                                               \
  V(Ordered, "ordered") V(Named, "named") V(ImplicitNamed, "implicit") V(Wildcard, "wildcard")
CIRCTSIM_SYNTAX_ENUM(ConnectionKind, CIRCTSIM_CONNECTION_KINDS)

/// Header style of a module's or UDP's port list.
#define CIRCTSIM_PORT_LISTS(V)                                                                     \
  V(None, "none") V(Ansi, "ansi") V(NonAnsi, "non-ansi") V(Wildcard, "wildcard")
CIRCTSIM_SYNTAX_ENUM(PortListKind, CIRCTSIM_PORT_LISTS)

#define CIRCTSIM_SUBROUTINE_KINDS(V) V(Function, "function") V(Task, "task")
CIRCTSIM_SYNTAX_ENUM(SubroutineKind, CIRCTSIM_SUBROUTINE_KINDS)

#define CIRCTSIM_VISIBILITIES(V) V(None, "") V(Local, "local") V(Protected, "protected")
CIRCTSIM_SYNTAX_ENUM(Visibility, CIRCTSIM_VISIBILITIES)

#define CIRCTSIM_RANDOM_KINDS(V) V(None, "") V(Rand, "rand") V(Randc, "randc")
CIRCTSIM_SYNTAX_ENUM(RandomKind, CIRCTSIM_RANDOM_KINDS)

/// `:initial`, `:extends`, `:final` specifiers of methods, classes and
/// constraints (1800-2023, clause 8.20); bits of a mask.
enum DynamicOverride : uint8_t { OverrideInitial = 1, OverrideExtends = 2, OverrideFinal = 4 };

/// Pure and context of DPI imports (clause 35.5).
#define CIRCTSIM_DPI_PROPERTIES(V) V(None, "") V(Pure, "pure") V(Context, "context")
CIRCTSIM_SYNTAX_ENUM(DpiProperty, CIRCTSIM_DPI_PROPERTIES)

#define CIRCTSIM_MODPORT_ITEMS(V)                                                                  \
  V(Simple, "simple") V(Import, "import") V(Export, "export") V(Clocking, "clocking")
CIRCTSIM_SYNTAX_ENUM(ModportItemKind, CIRCTSIM_MODPORT_ITEMS)

#define CIRCTSIM_PULSE_STYLES(V)                                                                   \
  V(OnEvent, "pulsestyle_onevent") V(OnDetect, "pulsestyle_ondetect")                              \
  V(ShowCancelled, "showcancelled") V(NoShowCancelled, "noshowcancelled")
CIRCTSIM_SYNTAX_ENUM(PulseStyleKind, CIRCTSIM_PULSE_STYLES)

#define CIRCTSIM_POLARITIES(V) V(None, "") V(Positive, "+") V(Negative, "-")
CIRCTSIM_SYNTAX_ENUM(Polarity, CIRCTSIM_POLARITIES)

#define CIRCTSIM_BINS_KINDS(V)                                                                     \
  V(Bins, "bins") V(IllegalBins, "illegal_bins") V(IgnoreBins, "ignore_bins")
CIRCTSIM_SYNTAX_ENUM(BinsKind, CIRCTSIM_BINS_KINDS)

/// Right-hand side of a coverpoint bin (clause 19.5).
#define CIRCTSIM_BINS_SOURCES(V)                                                                   \
  V(Values, "values") V(Transitions, "transitions") V(Default, "default")                          \
  V(DefaultSequence, "default sequence") V(SetExpression, "set")
CIRCTSIM_SYNTAX_ENUM(BinsSource, CIRCTSIM_BINS_SOURCES)

/// When a covergroup samples: never by itself, a clocking event, the call of
/// `with function sample(...)`, or a block event `@@(...)`.
#define CIRCTSIM_COVER_EVENTS(V)                                                                   \
  V(None, "") V(Clocking, "@") V(Sample, "sample") V(Block, "@@")
CIRCTSIM_SYNTAX_ENUM(CoverageEventKind, CIRCTSIM_COVER_EVENTS)

#define CIRCTSIM_RS_ITEMS(V)                                                                       \
  V(Production, "production") V(Code, "code") V(If, "if") V(Repeat, "repeat") V(Case, "case")
CIRCTSIM_SYNTAX_ENUM(RsItemKind, CIRCTSIM_RS_ITEMS)

#define CIRCTSIM_CONFIG_RULES(V) V(Default, "default") V(Instance, "instance") V(Cell, "cell")
CIRCTSIM_SYNTAX_ENUM(ConfigRuleKind, CIRCTSIM_CONFIG_RULES)

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_SYNTAXENUMS_H

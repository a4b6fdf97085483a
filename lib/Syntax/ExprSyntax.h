//===- ExprSyntax.h - Expressions and patterns ------------------*- C++ -*-===//
//
// Expressions of IEEE 1800-2023 clause 11 / Annex A.8, event expressions
// (9.4.2), assignment patterns (10.9) and patterns (12.6). Sequence and
// property expressions are in AssertionSyntax.h; they are expressions too,
// because parentheses and names are ambiguous until meanings are known.
//
// Names and types. The parser has no symbol table. A name where the grammar
// allows a type or an expression is parsed as an expression: NameExpr,
// ScopedNameExpr, SpecializedNameExpr, MemberAccessExpr, and `foo[3:0]` as
// RangeSelectExpr over it. Only what is certainly a type (a keyword type,
// `type(x)`, a struct, ...) is a TypeExpr.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_EXPRSYNTAX_H
#define CIRCTSIM_SYNTAX_EXPRSYNTAX_H

#include "Syntax/SyntaxNode.h"

namespace circtsim::syntax {

/// `name = value` within `(* *)`; `value` null when absent.
struct AttributeSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Attribute, name, value)
  Name name;
  const ExprSyntax *value = nullptr;
};

/// An argument of a call, parameter assignment, checker or sequence instance:
/// `value`, `.name(value)`, or empty (`value` null). In system calls, method
/// calls, and sequence/property/checker instances the value may be a TypeExpr,
/// an event expression or a property expression.
struct ArgumentSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Argument, name, value)
  Name name;
  const ExprSyntax *value = nullptr;
};

/// Stands for an expression that could not be parsed; already reported.
struct BadExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(BadExpr)
};

/// A literal; `text` is the token's spelling (with spaces if the number was
/// written with spaces; strings with their quotes and escapes).
struct LiteralExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(LiteralExpr, literalKind, text)
  LiteralKind literalKind = LiteralKind::Integer;
  StringRef text;
};

/// `null`, `this`, `super`, `$`, `$root`, `$unit`, `1step`, ...
struct KeywordExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(KeywordExpr, keyword)
  KeywordExprKind keyword = KeywordExprKind::Null;
};

/// A simple identifier. In method position a keyword such as `and`, `or`,
/// `unique` may be a name too (see MemberAccessExpr).
struct NameExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(NameExpr, name)
  Name name;
};

/// `scope::name`. `scope` is a NameExpr, ScopedNameExpr, SpecializedNameExpr
/// or KeywordExpr (`$unit`, `local`).
struct ScopedNameExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(ScopedNameExpr, scope, name)
  const ExprSyntax *scope = nullptr;
  Name name;
};

/// `base #(arguments)`: a class or interface with parameters.
struct SpecializedNameExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(SpecializedNameExpr, base, arguments)
  const ExprSyntax *base = nullptr;
  List<ArgumentSyntax> arguments;
};

/// `base.name`: hierarchical name, struct or class member, method, modport;
/// Sema decides. `name` may be a keyword method (`and`, `or`, `xor`, `unique`,
/// `new` after `super`).
struct MemberAccessExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(MemberAccessExpr, base, name)
  const ExprSyntax *base = nullptr;
  Name name;
};

/// `base[index]`: bit, element or instance select.
struct ElementSelectExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(ElementSelectExpr, base, index)
  const ExprSyntax *base = nullptr;
  const ExprSyntax *index = nullptr;
};

/// `base[left:right]`, `base[left+:right]`, `base[left-:right]`.
struct RangeSelectExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(RangeSelectExpr, rangeKind, base, left, right)
  RangeKind rangeKind = RangeKind::Simple;
  const ExprSyntax *base = nullptr;
  const ExprSyntax *left = nullptr;
  const ExprSyntax *right = nullptr;
};

/// The `with` after a call: array manipulation `with (expr)` (7.12), or
/// `randomize() with (ids) { constraints }` (18.7). `iterators` holds the
/// parenthesised expression or identifier list.
struct WithClauseSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(WithClause, hasParens, arguments, hasConstraints, constraints)
  bool hasParens = false;
  bool hasConstraints = false;
  List<ExprSyntax> arguments;
  List<ConstraintSyntax> constraints;
};

/// A subroutine, method, let, sequence, property or checker call. Calls
/// without parentheses are plain names unless a `with` clause follows.
struct CallExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(CallExpr, callee, attributes, hasParens, arguments, with)
  const ExprSyntax *callee = nullptr;
  bool hasParens = false;
  AttributeList attributes;
  List<ArgumentSyntax> arguments;
  const WithClauseSyntax *with = nullptr;
};

/// `$name` or `$name(arguments)`; `name.text` includes the `$`.
struct SystemCallExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(SystemCallExpr, name, hasParens, arguments, with)
  Name name;
  bool hasParens = false;
  List<ArgumentSyntax> arguments;
  const WithClauseSyntax *with = nullptr;
};

/// `(inner)`; `inner` may be a MinTypMaxExpr or a property expression.
struct ParenExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(ParenExpr, inner)
  const ExprSyntax *inner = nullptr;
};

/// Unary operators, and `++`/`--` before or after an operand.
struct UnaryExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(UnaryExpr, op, attributes, operand)
  UnaryOp op = UnaryOp::Plus;
  SourceLoc opLoc;
  AttributeList attributes;
  const ExprSyntax *operand = nullptr;
};

/// `lhs op rhs`.
struct BinaryExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(BinaryExpr, op, attributes, lhs, rhs)
  BinaryOp op = BinaryOp::Add;
  SourceLoc opLoc;
  AttributeList attributes;
  const ExprSyntax *lhs = nullptr;
  const ExprSyntax *rhs = nullptr;
};

/// `condition ? whenTrue : whenFalse`. The condition may contain `&&&`
/// (BinaryOp::CondAnd) and MatchesExpr.
struct ConditionalExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(ConditionalExpr, attributes, condition, whenTrue, whenFalse)
  SourceLoc opLoc;
  AttributeList attributes;
  const ExprSyntax *condition = nullptr;
  const ExprSyntax *whenTrue = nullptr;
  const ExprSyntax *whenFalse = nullptr;
};

/// An assignment used as an expression, `(lhs op rhs)`, a `for` step, or an
/// assignment among sequence match items.
struct AssignExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(AssignExpr, op, lhs, rhs)
  AssignOp op = AssignOp::Assign;
  SourceLoc opLoc;
  const ExprSyntax *lhs = nullptr;
  const ExprSyntax *rhs = nullptr;
};

/// `minimum : typical : maximum`.
struct MinTypMaxExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(MinTypMaxExpr, minimum, typical, maximum)
  const ExprSyntax *minimum = nullptr;
  const ExprSyntax *typical = nullptr;
  const ExprSyntax *maximum = nullptr;
};

/// `operand inside { ranges }`; each range an expression or ValueRangeExpr.
struct InsideExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(InsideExpr, operand, ranges)
  const ExprSyntax *operand = nullptr;
  List<ExprSyntax> ranges;
};

/// `[low:high]`; either may be `$`. Tolerance forms: see ValueRangeKind.
struct ValueRangeExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(ValueRangeExpr, rangeKind, low, high)
  ValueRangeKind rangeKind = ValueRangeKind::Bounds;
  const ExprSyntax *low = nullptr;
  const ExprSyntax *high = nullptr;
};

/// `value := weight`; `default :/ weight` has isDefault.
struct DistItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(DistItem, isDefault, value, weightKind, weight)
  bool isDefault = false;
  const ExprSyntax *value = nullptr;
  DistWeightKind weightKind = DistWeightKind::None;
  const ExprSyntax *weight = nullptr;
};

/// `operand dist { items }` (clause 18.5.3).
struct DistExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(DistExpr, operand, items)
  const ExprSyntax *operand = nullptr;
  List<DistItemSyntax> items;
};

/// `operand matches pattern`; only within conditional predicates (12.6).
struct MatchesExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(MatchesExpr, operand, pattern)
  const ExprSyntax *operand = nullptr;
  const PatternSyntax *pattern = nullptr;
};

/// `{elements}`; without elements it is the empty unpacked array `{}`.
struct ConcatExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(ConcatExpr, elements)
  List<ExprSyntax> elements;
};

/// `{count{elements}}`.
struct ReplicationExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(ReplicationExpr, count, elements)
  const ExprSyntax *count = nullptr;
  List<ExprSyntax> elements;
};

/// `value with [range]` of a streaming concatenation; `range` is null, an
/// expression, or a ValueRangeExpr / RangeSelect-like `a+:b` (rangeKind).
struct StreamElementSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(StreamElement, value, hasRange, rangeKind, left, right)
  const ExprSyntax *value = nullptr;
  /// `with [left]` (right null), or `with [left rangeKind right]`.
  bool hasRange = false;
  RangeKind rangeKind = RangeKind::Simple;
  const ExprSyntax *left = nullptr;
  const ExprSyntax *right = nullptr;
};

/// `{<< sliceSize {elements}}` (clause 11.4.14). `sliceSize` is null, a
/// TypeExpr, or an expression that may name a type.
struct StreamingExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(StreamingExpr, direction, sliceSize, elements)
  StreamDirection direction = StreamDirection::LeftToRight;
  const ExprSyntax *sliceSize = nullptr;
  List<StreamElementSyntax> elements;
};

/// `key : value`; `key` null means positional. `default` is the KeywordExpr
/// DefaultValue; types are TypeExpr or names.
struct PatternEntrySyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(PatternEntry, key, value)
  const ExprSyntax *key = nullptr;
  const ExprSyntax *value = nullptr;
};

/// `type'{entries}` (clause 10.9), `type` null when not given. Replicated:
/// `'{count{entries}}`.
struct AssignmentPatternExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(AssignmentPatternExpr, form, type, count, entries)
  AssignmentPatternForm form = AssignmentPatternForm::Positional;
  const ExprSyntax *type = nullptr;
  const ExprSyntax *count = nullptr;
  List<PatternEntrySyntax> entries;
};

/// `target'(operand)` (clause 6.24).
struct CastExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(CastExpr, castKind, target, operand)
  CastKind castKind = CastKind::TypeOrSize;
  const ExprSyntax *target = nullptr;
  const ExprSyntax *operand = nullptr;
};

/// `tagged member operand`; operand null for void members.
struct TaggedExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(TaggedExpr, member, operand)
  Name member;
  const ExprSyntax *operand = nullptr;
};

/// `new`, `new(arguments)`, `scope::new(arguments)`. The call `super.new(...)`
/// is a CallExpr of a MemberAccessExpr instead. `usesDefault`: `new(default)`.
struct NewClassExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(NewClassExpr, scope, hasParens, arguments)
  const ExprSyntax *scope = nullptr;
  bool hasParens = false;
  List<ArgumentSyntax> arguments;
};

/// `new[size]` or `new[size](initial)`.
struct NewArrayExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(NewArrayExpr, size, initial)
  const ExprSyntax *size = nullptr;
  const ExprSyntax *initial = nullptr;
};

/// `new source`: shallow copy.
struct NewCopyExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(NewCopyExpr, source)
  const ExprSyntax *source = nullptr;
};

/// A type in the place of an expression.
struct TypeExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(TypeExpr, type)
  const TypeSyntax *type = nullptr;
};

//===-- Event expressions -------------------------------------------------===//

/// `edge expr iff condition`. A bare expression in an event list without edge
/// and `iff` is wrapped too, so every element of an event control is one of
/// EdgeEventExpr, EventListExpr.
struct EdgeEventExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(EdgeEventExpr, edge, expr, iff)
  EdgeKind edge = EdgeKind::None;
  const ExprSyntax *expr = nullptr;
  const ExprSyntax *iff = nullptr;
};

/// `a or b, c`: two or more events.
struct EventListExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(EventListExpr, events)
  List<ExprSyntax> events;
};

/// `begin name` or `end name` of a covergroup's block event `@@(...)` (19.3).
struct BlockEventExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(BlockEventExpr, isEnd, target)
  bool isEnd = false;
  const ExprSyntax *target = nullptr;
};

//===-- Covergroup bins selection (clause 19.6.1) -------------------------===//

/// `binsof(target) intersect {ranges}`. Negation, `&&`, `||` of selections
/// are ordinary UnaryExpr and BinaryExpr.
struct BinsOfExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(BinsOfExpr, target, hasIntersect, ranges)
  const ExprSyntax *target = nullptr;
  bool hasIntersect = false;
  List<ExprSyntax> ranges;
};

/// `selection with (condition) matches count`, where `selection` is null for
/// a leading `with (...)`; `count` null or `$`.
struct BinsWithExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(BinsWithExpr, selection, condition, matches)
  const ExprSyntax *selection = nullptr;
  const ExprSyntax *condition = nullptr;
  const ExprSyntax *matches = nullptr;
};

//===-- Patterns ----------------------------------------------------------===//

/// `.*`.
struct WildcardPatternSyntax : PatternSyntax {
  CIRCTSIM_SYNTAX_NODE(WildcardPattern)
};

/// `.name`.
struct VariablePatternSyntax : PatternSyntax {
  CIRCTSIM_SYNTAX_NODE(VariablePattern, name)
  Name name;
};

/// A constant expression.
struct ExprPatternSyntax : PatternSyntax {
  CIRCTSIM_SYNTAX_NODE(ExprPattern, expr)
  const ExprSyntax *expr = nullptr;
};

/// `tagged member inner`.
struct TaggedPatternSyntax : PatternSyntax {
  CIRCTSIM_SYNTAX_NODE(TaggedPattern, member, inner)
  Name member;
  const PatternSyntax *inner = nullptr;
};

/// `pattern` or `member : pattern`.
struct StructPatternEntrySyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(StructPatternEntry, member, pattern)
  Name member;
  const PatternSyntax *pattern = nullptr;
};

/// `'{entries}`.
struct StructPatternSyntax : PatternSyntax {
  CIRCTSIM_SYNTAX_NODE(StructPattern, entries)
  List<StructPatternEntrySyntax> entries;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_EXPRSYNTAX_H

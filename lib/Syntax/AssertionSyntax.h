//===- AssertionSyntax.h - Sequences, properties, checkers ------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 16, 17 and Annex A.2.10. Sequence and property
// expressions are ExprSyntax. The operators `and`, `or`, ... are one node kind
// whether they join sequences or properties; Sema tells them apart.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_ASSERTIONSYNTAX_H
#define CIRCTSIM_SYNTAX_ASSERTIONSYNTAX_H

#include "Syntax/SyntaxNode.h"

namespace circtsim::syntax {

/// `lhs ##delay rhs`; `lhs` null for a leading delay. `##[low:high]`: `high`
/// may be `$`. Exact: only `low`. Star and Plus: neither.
struct CycleDelayExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(CycleDelayExpr, lhs, delayKind, low, high, rhs)
  const ExprSyntax *lhs = nullptr;
  CycleRangeKind delayKind = CycleRangeKind::Exact;
  const ExprSyntax *low = nullptr;
  const ExprSyntax *high = nullptr;
  const ExprSyntax *rhs = nullptr;
};

/// `operand [*low:high]`, `[=..]`, `[->..]`, `[*]` (Star), `[+]` (Plus).
struct RepetitionExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(RepetitionExpr, operand, repetition, rangeKind, low, high)
  const ExprSyntax *operand = nullptr;
  RepetitionKind repetition = RepetitionKind::Consecutive;
  CycleRangeKind rangeKind = CycleRangeKind::Exact;
  const ExprSyntax *low = nullptr;
  const ExprSyntax *high = nullptr;
};

/// `(operand, items)`; items are AssignExpr, UnaryExpr (++/--) or calls.
struct SequenceMatchExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(SequenceMatchExpr, operand, items)
  const ExprSyntax *operand = nullptr;
  List<ExprSyntax> items;
};

/// `first_match(operand, items)`.
struct FirstMatchExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(FirstMatchExpr, operand, items)
  const ExprSyntax *operand = nullptr;
  List<ExprSyntax> items;
};

/// `not p`, `nexttime [low] p`, `always [low:high] p`, `strong(s)`, ...
struct PropertyUnaryExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(PropertyUnaryExpr, op, hasRange, low, high, operand)
  PropertyUnaryOp op = PropertyUnaryOp::Not;
  bool hasRange = false;
  const ExprSyntax *low = nullptr;
  const ExprSyntax *high = nullptr;
  const ExprSyntax *operand = nullptr;
};

/// `lhs op rhs`.
struct PropertyBinaryExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(PropertyBinaryExpr, op, lhs, rhs)
  PropertyBinaryOp op = PropertyBinaryOp::Or;
  SourceLoc opLoc;
  const ExprSyntax *lhs = nullptr;
  const ExprSyntax *rhs = nullptr;
};

/// `accept_on (condition) operand` and relatives.
struct AbortExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(AbortExpr, abortKind, condition, operand)
  AbortKind abortKind = AbortKind::AcceptOn;
  const ExprSyntax *condition = nullptr;
  const ExprSyntax *operand = nullptr;
};

/// `@(event) operand`. `operand` is null where only an event is given (an
/// argument `@(posedge clk)` of a sampled value function).
struct ClockedExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(ClockedExpr, event, operand)
  const ExprSyntax *event = nullptr;
  const ExprSyntax *operand = nullptr;
};

/// `disable iff (condition) operand`; directly below the optional ClockedExpr
/// at the top of a property specification.
struct DisableIffExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(DisableIffExpr, condition, operand)
  const ExprSyntax *condition = nullptr;
  const ExprSyntax *operand = nullptr;
};

/// `if (condition) whenTrue else whenFalse`.
struct PropertyIfExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(PropertyIfExpr, condition, whenTrue, whenFalse)
  const ExprSyntax *condition = nullptr;
  const ExprSyntax *whenTrue = nullptr;
  const ExprSyntax *whenFalse = nullptr;
};

struct PropertyCaseItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(PropertyCaseItem, isDefault, labels, property)
  bool isDefault = false;
  List<ExprSyntax> labels;
  const ExprSyntax *property = nullptr;
};

struct PropertyCaseExprSyntax : ExprSyntax {
  CIRCTSIM_SYNTAX_NODE(PropertyCaseExpr, selector, items)
  const ExprSyntax *selector = nullptr;
  List<PropertyCaseItemSyntax> items;
};

/// A formal of a property, sequence, let or checker. Types may be
/// BuiltinType Untyped, Sequence, Property, Event; an empty ImplicitType
/// inherits from the previous formal or is untyped.
struct AssertionPortSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(AssertionPort, attributes, isLocal, direction, type, name, dimensions, init)
  AttributeList attributes;
  bool isLocal = false;
  PortDirection direction = PortDirection::None;
  const TypeSyntax *type = nullptr;
  Name name;
  List<DimensionSyntax> dimensions;
  /// May be a property or event expression, or `$`.
  const ExprSyntax *init = nullptr;
};

struct PropertyDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(PropertyDecl, name, ports, variables, spec, endName)
  Name name;
  List<AssertionPortSyntax> ports;
  List<VariableDeclSyntax> variables;
  const ExprSyntax *spec = nullptr;
  Name endName;
};

struct SequenceDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(SequenceDecl, name, ports, variables, spec, endName)
  Name name;
  List<AssertionPortSyntax> ports;
  List<VariableDeclSyntax> variables;
  const ExprSyntax *spec = nullptr;
  Name endName;
};

/// An assertion statement as an item: `label: assert property (...);`,
/// deferred immediate assertions. The label is the statement's.
struct AssertionMemberSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(AssertionMember, statement)
  const StmtSyntax *statement = nullptr;
};

/// `checker name (ports); members endchecker` (clause 17). A checker's `rand
/// bit v;` is a ClassProperty with RandomKind::Rand.
struct CheckerSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Checker, name, ports, members, endName)
  Name name;
  List<AssertionPortSyntax> ports;
  List<MemberSyntax> members;
  Name endName;
  const DirectiveState *directives = nullptr;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_ASSERTIONSYNTAX_H

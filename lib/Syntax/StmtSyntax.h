//===- StmtSyntax.h - Timing controls and statements ------------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 9, 10, 12, 15, 16.3-16.4, 16.14, 18.16, 18.17 and
// Annex A.6.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_STMTSYNTAX_H
#define CIRCTSIM_SYNTAX_STMTSYNTAX_H

#include "Syntax/SyntaxNode.h"

namespace circtsim::syntax {

//===-- Timing controls ---------------------------------------------------===//

/// `#delay`; may be a MinTypMaxExpr, or KeywordExpr OneStep.
struct DelayControlSyntax : TimingSyntax {
  CIRCTSIM_SYNTAX_NODE(DelayControl, delay)
  const ExprSyntax *delay = nullptr;
};

/// `@name` or `@(event)`; `event` is EdgeEventExpr or EventListExpr.
struct EventControlSyntax : TimingSyntax {
  CIRCTSIM_SYNTAX_NODE(EventControl, event)
  const ExprSyntax *event = nullptr;
};

/// `@*` or `@(*)`.
struct ImplicitEventControlSyntax : TimingSyntax {
  CIRCTSIM_SYNTAX_NODE(ImplicitEventControl)
};

/// `repeat (count) @event`, within an assignment or `->>`.
struct RepeatEventControlSyntax : TimingSyntax {
  CIRCTSIM_SYNTAX_NODE(RepeatEventControl, count, event)
  const ExprSyntax *count = nullptr;
  const TimingSyntax *event = nullptr;
};

/// `##count` (clauses 14.11, 14.16).
struct CycleDelayControlSyntax : TimingSyntax {
  CIRCTSIM_SYNTAX_NODE(CycleDelayControl, count)
  const ExprSyntax *count = nullptr;
};

//===-- Statements --------------------------------------------------------===//

/// A statement that could not be parsed; already reported.
struct BadStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(BadStmt)
};

/// `;`.
struct EmptyStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(EmptyStmt)
};

/// `begin : name ... end` or `fork ... join`. Declarations are DeclStmt. A
/// block's name comes after `begin`/`fork`, or from a label before it.
struct BlockStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(BlockStmt, name, isFork, join, items, endName)
  Name name;
  bool isFork = false;
  JoinKind join = JoinKind::Join;
  List<StmtSyntax> items;
  Name endName;
};

/// A declaration among statements: VariableDecl, NetDecl is not possible;
/// TypedefDecl, ParameterDecl, ImportDecl, LetDecl, PortDecl (non-ANSI
/// subroutines), Instantiation (procedural checkers), ...
struct DeclStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(DeclStmt, decl)
  const MemberSyntax *decl = nullptr;
};

/// A call (CallExpr, SystemCallExpr, or a name that is called without
/// parentheses), `void'(call)` (isVoid), `++`/`--`, or an expression that
/// Sema rejects as a statement.
struct ExprStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ExprStmt, isVoid, expr)
  bool isVoid = false;
  const ExprSyntax *expr = nullptr;
};

/// `lhs op timing rhs;`. Nonblocking: op is AssignOp::Nonblocking; it is also
/// the form of clocking drives, with a CycleDelayControl.
struct AssignStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(AssignStmt, op, lhs, timing, rhs)
  AssignOp op = AssignOp::Assign;
  SourceLoc opLoc;
  const ExprSyntax *lhs = nullptr;
  const TimingSyntax *timing = nullptr;
  const ExprSyntax *rhs = nullptr;
};

/// `assign lhs = rhs`, `deassign lhs`, `force lhs = rhs`, `release lhs`.
struct ProcContinuousStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ProcContinuousStmt, continuousKind, lhs, rhs)
  ProcContinuousKind continuousKind = ProcContinuousKind::Assign;
  const ExprSyntax *lhs = nullptr;
  const ExprSyntax *rhs = nullptr;
};

/// `unique if (condition) thenStmt else elseStmt`.
struct IfStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(IfStmt, unique, condition, thenStmt, elseStmt)
  UniqueKind unique = UniqueKind::None;
  const ExprSyntax *condition = nullptr;
  const StmtSyntax *thenStmt = nullptr;
  const StmtSyntax *elseStmt = nullptr;
};

/// `labels : body`, `default : body`. For `matches` the labels are empty and
/// `pattern`, `guard` (after `&&&`) are set; for `inside` labels may be
/// ValueRangeExpr.
struct CaseItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(CaseItem, isDefault, labels, pattern, guard, body)
  bool isDefault = false;
  List<ExprSyntax> labels;
  const PatternSyntax *pattern = nullptr;
  const ExprSyntax *guard = nullptr;
  const StmtSyntax *body = nullptr;
};

/// `unique case (selector) inside items endcase`.
struct CaseStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(CaseStmt, unique, caseKind, mode, selector, items)
  UniqueKind unique = UniqueKind::None;
  CaseKind caseKind = CaseKind::Case;
  CaseMode mode = CaseMode::Normal;
  const ExprSyntax *selector = nullptr;
  List<CaseItemSyntax> items;
};

/// `for (...; condition; steps) body`. Either `declarations` (VariableDecl
/// each) or `inits` (AssignExpr each), or neither. Steps: AssignExpr,
/// UnaryExpr, CallExpr, SystemCallExpr.
struct ForStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ForStmt, declarations, inits, condition, steps, body)
  List<VariableDeclSyntax> declarations;
  List<ExprSyntax> inits;
  const ExprSyntax *condition = nullptr;
  List<ExprSyntax> steps;
  const StmtSyntax *body = nullptr;
};

/// `foreach (array[i, , k]) body`; an invalid Name is a skipped dimension.
struct ForeachStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ForeachStmt, array, variables, body)
  const ExprSyntax *array = nullptr;
  llvm::ArrayRef<Name> variables;
  const StmtSyntax *body = nullptr;
};

struct WhileStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(WhileStmt, condition, body)
  const ExprSyntax *condition = nullptr;
  const StmtSyntax *body = nullptr;
};

struct DoWhileStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(DoWhileStmt, body, condition)
  const StmtSyntax *body = nullptr;
  const ExprSyntax *condition = nullptr;
};

struct RepeatStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(RepeatStmt, count, body)
  const ExprSyntax *count = nullptr;
  const StmtSyntax *body = nullptr;
};

struct ForeverStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ForeverStmt, body)
  const StmtSyntax *body = nullptr;
};

/// `return value;` (`value` null without).
struct ReturnStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ReturnStmt, value)
  const ExprSyntax *value = nullptr;
};

struct BreakStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(BreakStmt)
};

struct ContinueStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ContinueStmt)
};

/// `#d body`, `@e body`, `##n body`; body is EmptyStmt for `#d;`.
struct TimingStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(TimingStmt, timing, body)
  const TimingSyntax *timing = nullptr;
  const StmtSyntax *body = nullptr;
};

/// `wait (condition) body`.
struct WaitStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(WaitStmt, condition, body)
  const ExprSyntax *condition = nullptr;
  const StmtSyntax *body = nullptr;
};

struct WaitForkStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(WaitForkStmt)
};

/// `wait_order (events) pass else fail`; either action may be null.
struct WaitOrderStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(WaitOrderStmt, events, pass, fail)
  List<ExprSyntax> events;
  const StmtSyntax *pass = nullptr;
  const StmtSyntax *fail = nullptr;
};

/// `-> event;` or `->> timing event;`.
struct EventTriggerStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(EventTriggerStmt, isNonblocking, timing, event)
  bool isNonblocking = false;
  const TimingSyntax *timing = nullptr;
  const ExprSyntax *event = nullptr;
};

/// `disable target;`.
struct DisableStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(DisableStmt, target)
  const ExprSyntax *target = nullptr;
};

struct DisableForkStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(DisableForkStmt)
};

/// `assert deferral (condition) pass else fail` and assume, cover (16.3).
/// Null `pass`: only an else clause was given; `assert (x);` has EmptyStmt.
struct ImmediateAssertStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ImmediateAssertStmt, assertKind, deferral, condition, pass, fail)
  AssertKind assertKind = AssertKind::Assert;
  AssertDeferral deferral = AssertDeferral::None;
  const ExprSyntax *condition = nullptr;
  const StmtSyntax *pass = nullptr;
  const StmtSyntax *fail = nullptr;
};

/// `assert property (spec) pass else fail`, assume, cover, `cover sequence`,
/// restrict, expect (16.14). `spec`: see AssertionSyntax.h.
struct ConcurrentAssertStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(ConcurrentAssertStmt, assertKind, spec, pass, fail)
  AssertKind assertKind = AssertKind::Assert;
  const ExprSyntax *spec = nullptr;
  const StmtSyntax *pass = nullptr;
  const StmtSyntax *fail = nullptr;
};

struct RandcaseItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(RandcaseItem, weight, body)
  const ExprSyntax *weight = nullptr;
  const StmtSyntax *body = nullptr;
};

struct RandcaseStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(RandcaseStmt, items)
  List<RandcaseItemSyntax> items;
};

//===-- randsequence (clause 18.17) ---------------------------------------===//

/// `labels : item` of a production's `case`.
struct RsCaseItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(RsCaseItem, isDefault, labels, item)
  bool isDefault = false;
  List<ExprSyntax> labels;
  const RsItemSyntax *item = nullptr;
};

/// One production call, code block, `if`, `repeat` or `case`. `expr` is the
/// condition, count or selector.
struct RsItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(RsItem, itemKind, name, arguments, code, expr, thenItem, elseItem, cases)
  RsItemKind itemKind = RsItemKind::Production;
  Name name;
  List<ArgumentSyntax> arguments;
  const StmtSyntax *code = nullptr;
  const ExprSyntax *expr = nullptr;
  /// Then-branch, or body of `repeat`.
  const RsItemSyntax *thenItem = nullptr;
  const RsItemSyntax *elseItem = nullptr;
  List<RsCaseItemSyntax> cases;
};

/// `items := weight { code }`, or `rand join (joinWeight) items`.
struct RsRuleSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(RsRule, isRandJoin, joinWeight, items, weight, code)
  bool isRandJoin = false;
  const ExprSyntax *joinWeight = nullptr;
  List<RsItemSyntax> items;
  const ExprSyntax *weight = nullptr;
  const StmtSyntax *code = nullptr;
};

/// `type name (ports) : rules ;`.
struct RsProductionSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(RsProduction, type, name, ports, rules)
  const TypeSyntax *type = nullptr;
  Name name;
  List<SubroutinePortSyntax> ports;
  List<RsRuleSyntax> rules;
};

struct RandsequenceStmtSyntax : StmtSyntax {
  CIRCTSIM_SYNTAX_NODE(RandsequenceStmt, start, productions)
  Name start;
  List<RsProductionSyntax> productions;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_STMTSYNTAX_H

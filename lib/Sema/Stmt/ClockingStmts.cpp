//===- ClockingStmts.cpp - drives of clocking blocks, cycle delays --------===//
//
// IEEE 1800-2023 14.11, 14.16. A drive `cb.q <= ##n value` sets the block's variable
// for the value, marks the bits, and triggers the event that its driver waits for
// (Hierarchy/Clocking.cpp); with cycles, a branch of its own does so later.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Lookup.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

/// Waits for `count` events of a clocking block.
const TimingControl &StmtBinder::clockingEvents(const Expr &count, const ClockingSymbol &clocking,
                                                const HierarchicalPath *path,
                                                support::SourceRange range) {
  TypeContext &types = compilation.types();
  EventTermExpr term;
  term.expr = &ExprBinder(compilation, context).namedValue(*clocking.event, path, range);
  const auto *events =
      types.make<EventsTiming>(range, types.copy(llvm::ArrayRef<EventTermExpr>(term)));
  return *types.make<RepeatedTiming>(range, &count, events);
}

const TimingControl &StmtBinder::bindCycleDelay(const CycleDelayControlSyntax &syntax) {
  const Expr &count = ExprBinder(compilation, context).bindIntegral(*syntax.count);
  const ClockingSymbol *clocking = findDefaultClocking(compilation, context.scope);
  if (!clocking)
    compilation.diagnostics().diag(syntax.loc(), diag::NoDefaultClocking);
  if (!clocking || count.isInvalid())
    return *compilation.types().make<InvalidTiming>(syntax.range);
  return clockingEvents(count, *clocking, nullptr, syntax.range);
}

/// Null: not a drive. `lhs` is an output of a clocking block, or bits of one.
const Stmt *StmtBinder::bindClockingDrive(const AssignStmtSyntax &syntax) {
  const ExprSyntax *name = syntax.lhs;
  while (name->kind == SyntaxKind::ElementSelectExpr || name->kind == SyntaxKind::RangeSelectExpr)
    name = name->kind == SyntaxKind::ElementSelectExpr
               ? llvm::cast<ElementSelectExprSyntax>(name)->base
               : llvm::cast<RangeSelectExprSyntax>(name)->base;
  if (name->kind != SyntaxKind::MemberAccessExpr || !Lookup::isName(*syntax.lhs))
    return nullptr;
  LookupResult found = Lookup(compilation, context).tryLookup(*syntax.lhs);
  const auto *signal = llvm::dyn_cast_or_null<ClockingSignalSymbol>(found.symbol);
  if (!signal)
    return nullptr;
  support::DiagnosticEngine &diag = compilation.diagnostics();
  const auto *cycles = llvm::dyn_cast_or_null<CycleDelayControlSyntax>(syntax.timing);
  if (!signal->drive) {
    if (!signal->type->isError())
      diag.diag(syntax.lhs->loc(), diag::ClockingInputWritten) << signal->name;
    return invalid(syntax);
  }
  if (syntax.op != AssignOp::Nonblocking) {
    diag.diag(syntax.opLoc, diag::ClockingBlockingDrive);
    return invalid(syntax);
  }
  if (syntax.timing && !cycles) {
    diag.diag(syntax.timing->loc(), diag::ClockingDriveControl);
    return invalid(syntax);
  }
  TypeContext &types = compilation.types();
  ExprBinder binder(compilation, context);
  support::SourceRange range = syntax.range;
  auto assign = [&](const Expr &lhs, const Expr &rhs) {
    auto *stmt = types.make<ExpressionStmt>(range);
    stmt->expr = types.make<AssignmentExpr>(*lhs.type, range, &lhs, &rhs);
    return stmt;
  };
  const Expr &target =
      binder.selectOf(binder.namedValue(*signal->drive, found.path, range), found.remaining);
  if (target.isInvalid())
    return invalid(syntax);
  const Expr *value = &binder.bind(*syntax.rhs, target.type);
  const Expr *count = cycles ? &binder.bindIntegral(*cycles->count) : nullptr;
  if (value->isInvalid() || (count && count->isInvalid()))
    return invalid(syntax);
  const Expr &marks = binder.namedValue(*signal->driven, found.path, range);
  const Expr *mark = signal->type->isIntegral() ? &binder.selectOf(marks, found.remaining) : &marks;
  auto *kick = types.make<EventTriggerStmt>(range);
  kick->event = &binder.namedValue(*signal->clocking->kick, found.path, range);
  VariableSymbol *later = nullptr;
  if (cycles) { // the value is taken now
    later = &compilation.state().make<VariableSymbol>("", syntax.loc());
    later->type = target.type;
    later->lifetime = Lifetime::Automatic;
    later->isCaptured = later->isImplicit = true;
    later->parent = context.scope;
    later->initialiser = value;
    value = &binder.namedValue(*later, nullptr, range);
  }
  const Expr &ones = binder.allOnes(*mark->type, range);
  const Stmt *drive = listOf(syntax, {assign(target, *value), assign(*mark, ones), kick});
  if (!cycles)
    return drive;
  auto *declaration = types.make<VariableDeclStmt>(range);
  declaration->variable = later;
  auto *wait = types.make<TimedStmt>(range);
  wait->timing = &clockingEvents(*count, *signal->clocking, found.path, range);
  wait->body = drive;
  auto *fork = types.make<BlockStmt>(range);
  fork->fork = JoinKind::JoinNone;
  fork->body = listOf(syntax, {declaration, wait});
  return fork;
}

} // namespace circtsim::sema

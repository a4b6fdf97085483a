//===- Timing.cpp - delays, events, and where they are allowed ------------===//
//
// Timing controls (IEEE 1800-2023 9.4), waits (9.4.3), events (15.5), and the rules about
// them: functions and final procedures do not wait (13.4, 9.2.3), always_comb and
// always_latch neither, always_ff has one event control at its head (9.2.2), and
// an `always` without any control never ends.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Syntax/SyntaxTree.h"

#include "llvm/Support/SaveAndRestore.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

bool StmtBinder::checkTiming(support::SourceLoc loc, bool isEventControl) {
  ++timingControls;
  llvm::StringRef place;
  if (context.isInFunction && !surroundings.isInForkBranch)
    place = "a function";
  else if (procedure == ProcedureKind::AlwaysComb)
    place = "always_comb";
  else if (procedure == ProcedureKind::AlwaysLatch)
    place = "always_latch";
  else if (procedure == ProcedureKind::Final)
    place = "a final procedure";
  else if (procedure == ProcedureKind::AlwaysFf && (timingControls > 1 || !isEventControl))
    place = "always_ff, except one event control at its head";
  if (place.empty())
    return true;
  compilation.diagnostics().diag(loc, diag::TimingNotAllowed) << place;
  return false;
}

//===-- Controls ----------------------------------------------------------------------------===//

bool StmtBinder::bindEventTerms(const ExprSyntax &syntax,
                                llvm::SmallVectorImpl<EventTermExpr> &terms) {
  if (const auto *list = llvm::dyn_cast<EventListExprSyntax>(&syntax)) {
    bool isGood = true;
    for (const ExprSyntax *event : list->events)
      isGood &= bindEventTerms(*event, terms);
    return isGood;
  }
  if (const auto *paren = llvm::dyn_cast<ParenExprSyntax>(&syntax);
      paren && (paren->inner->kind == SyntaxKind::EventListExpr ||
                paren->inner->kind == SyntaxKind::EdgeEventExpr))
    return bindEventTerms(*paren->inner, terms);
  if (syntax.kind == SyntaxKind::BadExpr)
    return false;
  // Whoever waits evaluates the expression: it has no effects (11.3.6, 13.4).
  llvm::SaveAndRestore outside(context.isProcedural, false);
  ExprBinder binder(compilation, context);
  EventTermExpr term;
  const ExprSyntax *operand = &syntax;
  if (const auto *edge = llvm::dyn_cast<EdgeEventExprSyntax>(&syntax)) {
    term.edge = edge->edge;
    operand = edge->expr;
    if (edge->iff)
      term.iff = &binder.bindCondition(*edge->iff);
  }
  term.expr = &binder.bindEventOperand(*operand);
  bool isGood = !term.expr->isInvalid();
  if (isGood && term.edge != EdgeKind::None && !term.expr->type->isIntegral() &&
      !term.expr->type->isError()) {
    compilation.diagnostics().diag(operand->loc(), diag::EdgeOfNonIntegral)
        << term.expr->type->toString();
    isGood = false;
  }
  terms.push_back(term);
  return isGood;
}

const TimingControl &StmtBinder::bindTiming(const TimingSyntax &syntax) {
  TypeContext &types = compilation.types();
  auto invalidTiming = [&]() -> const TimingControl & {
    return *types.make<InvalidTiming>(syntax.range);
  };
  switch (syntax.kind) {
  case SyntaxKind::DelayControl: {
    const ExprSyntax &delay = *llvm::cast<DelayControlSyntax>(syntax).delay;
    if (const auto *keyword = llvm::dyn_cast<KeywordExprSyntax>(&delay);
        keyword && keyword->keyword == KeywordExprKind::OneStep)
      return *types.make<DelayTiming>(syntax.range, nullptr);
    return *types.make<DelayTiming>(syntax.range,
                                    &ExprBinder(compilation, context).bindDelay(delay));
  }
  case SyntaxKind::EventControl: {
    llvm::SmallVector<EventTermExpr, 4> terms;
    if (!bindEventTerms(*llvm::cast<EventControlSyntax>(syntax).event, terms))
      return invalidTiming();
    return *types.make<EventsTiming>(syntax.range,
                                     types.copy(llvm::ArrayRef<EventTermExpr>(terms)));
  }
  case SyntaxKind::ImplicitEventControl:
    return *types.make<ImplicitTiming>(syntax.range);
  case SyntaxKind::RepeatEventControl: {
    const auto &repeat = llvm::cast<RepeatEventControlSyntax>(syntax);
    const Expr *count = &ExprBinder(compilation, context).bindIntegral(*repeat.count);
    return *types.make<RepeatedTiming>(syntax.range, count, &bindTiming(*repeat.event));
  }
  default:
    return bindCycleDelay(llvm::cast<CycleDelayControlSyntax>(syntax));
  }
}

//===-- Statements ----------------------------------------------------------------------------===//

const Stmt *StmtBinder::bindTimed(const TimingStmtSyntax &syntax) {
  auto *stmt = make<TimedStmt>(syntax);
  bool isEvent = syntax.timing->kind == SyntaxKind::EventControl ||
                 syntax.timing->kind == SyntaxKind::ImplicitEventControl;
  checkTiming(syntax.timing->loc(), isEvent);
  stmt->timing = &bindTiming(*syntax.timing);
  stmt->body = &bind(*syntax.body);
  return stmt;
}

const Stmt *StmtBinder::bindWaitOrder(const WaitOrderStmtSyntax &syntax) {
  checkTiming(syntax.loc());
  auto *stmt = make<WaitOrderStmt>(syntax);
  llvm::SmallVector<const Expr *, 4> events;
  for (const ExprSyntax *event : syntax.events)
    events.push_back(&ExprBinder(compilation, context).bindNamedEvent(*event));
  stmt->events = compilation.types().copy(llvm::ArrayRef<const Expr *>(events));
  stmt->success = bindOptional(syntax.pass);
  stmt->failure = bindOptional(syntax.fail);
  return stmt;
}

/// Whether an expression names a static object, a named event, or a constant part of one.
static bool isObject(const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::NamedValue: {
    const ValueSymbol &symbol = *llvm::cast<NamedValueExpr>(&expr)->symbol;
    const auto *variable = llvm::dyn_cast<VariableSymbol>(&symbol);
    return symbol.kind == SymbolKind::Net ||
           (variable && (variable->lifetime == Lifetime::Static || expr.type->isEvent()));
  }
  case ExprKind::ElementSelect: {
    const auto &select = *llvm::cast<ElementSelectExpr>(&expr);
    TypeKind kind = select.base->type->canonical().kind;
    bool isFixed = select.base->type->isIntegral() || kind == TypeKind::UnpackedArray;
    return isFixed && select.index->constant && isObject(*select.base);
  }
  case ExprKind::FieldSelect:
    return isObject(*llvm::cast<FieldSelectExpr>(&expr)->base);
  default:
    return false;
  }
}

/// Whether an event control waits for objects alone, and not for expressions.
static bool waitsForObjects(const TimingControl &timing) {
  if (const auto *repeated = llvm::dyn_cast<RepeatedTiming>(&timing))
    return waitsForObjects(*repeated->event);
  const auto *events = llvm::dyn_cast<EventsTiming>(&timing);
  return events && llvm::all_of(events->terms, [](const EventTermExpr &term) {
           return !term.iff && (term.expr->type->isNumeric() || term.expr->type->isEvent()) &&
                  isObject(*term.expr);
         });
}

const Stmt *StmtBinder::bindTrigger(const EventTriggerStmtSyntax &syntax) {
  auto *stmt = make<EventTriggerStmt>(syntax);
  stmt->event = &ExprBinder(compilation, context).bindNamedEvent(*syntax.event);
  stmt->isNonblocking = syntax.isNonblocking;
  if (!syntax.timing)
    return stmt;
  uint32_t before = timingControls;
  const TimingControl &timing = bindTiming(*syntax.timing);
  timingControls = before; // does not block
  if (timing.kind == TimingKind::Delay || timing.kind == TimingKind::Invalid ||
      waitsForObjects(timing)) {
    stmt->timing = &timing;
    return stmt;
  }
  // Somebody else waits for the expressions (15.5.1).
  auto *wait = make<TimedStmt>(syntax);
  wait->timing = &timing;
  wait->body = stmt;
  auto *fork = make<BlockStmt>(syntax);
  fork->fork = JoinKind::JoinNone;
  fork->body = listOf(syntax, {wait});
  return fork;
}

//===-- Processes ---------------------------------------------------------------------------===//

const Stmt &StmtBinder::bindProcess(const StmtSyntax &syntax) {
  const Stmt &body = bind(syntax);
  if (body.kind == StmtKind::Invalid)
    return body;
  support::DiagnosticEngine &diag = compilation.diagnostics();
  if (procedure == ProcedureKind::AlwaysFf) {
    const auto *timed = llvm::dyn_cast<TimedStmt>(&body);
    bool isGood = timed && (timed->timing->kind == TimingKind::Events ||
                            timed->timing->kind == TimingKind::Invalid);
    if (!isGood)
      diag.diag(root.loc, diag::AlwaysFfWithoutEvent);
  }
  if (procedure == ProcedureKind::Always && timingControls == 0)
    diag.diag(root.loc, diag::AlwaysWithoutTiming);
  return body;
}

} // namespace circtsim::sema

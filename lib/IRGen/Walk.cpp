//===- Walk.cpp - children of bound statements and expressions ------------===//
//
// The one place that knows which parts each kind of node has; analyses of IRGen
// that treat most kinds alike walk through it.
//
//===----------------------------------------------------------------------===//
#include "IRGen/Walk.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;

void irgen::forEachOperand(const Expr &expr, ExprVisitor visitOperand) {
  auto visit = [&](const Expr *e) {
    if (e)
      visitOperand(e);
  };
  auto visitAll = [&](llvm::ArrayRef<const Expr *> list) {
    for (const Expr *e : list)
      visit(e);
  };
  auto visitBase = [&](const HierarchicalPath *path) {
    if (path)
      visit(path->base);
  };
  switch (expr.kind) {
  case ExprKind::NamedValue:
    return visitBase(cast<NamedValueExpr>(expr).path);
  case ExprKind::Interface:
    return visitBase(cast<InterfaceExpr>(expr).path);
  case ExprKind::Unary:
    return visit(cast<UnaryExpr>(expr).operand);
  case ExprKind::Binary:
    visit(cast<BinaryExpr>(expr).lhs);
    return visit(cast<BinaryExpr>(expr).rhs);
  case ExprKind::Conditional:
    visit(cast<ConditionalExpr>(expr).condition);
    visit(cast<ConditionalExpr>(expr).whenTrue);
    return visit(cast<ConditionalExpr>(expr).whenFalse);
  case ExprKind::Assignment:
    visit(cast<AssignmentExpr>(expr).rhs);
    return visit(cast<AssignmentExpr>(expr).lhs);
  case ExprKind::Concat:
    return visitAll(cast<ConcatExpr>(expr).elements);
  case ExprKind::Replication:
    visit(cast<ReplicationExpr>(expr).count);
    return visit(cast<ReplicationExpr>(expr).operand);
  case ExprKind::Streaming:
    return visitAll(cast<StreamingExpr>(expr).elements);
  case ExprKind::ElementSelect:
    visit(cast<ElementSelectExpr>(expr).base);
    return visit(cast<ElementSelectExpr>(expr).index);
  case ExprKind::RangeSelect:
    visit(cast<RangeSelectExpr>(expr).base);
    visit(cast<RangeSelectExpr>(expr).left);
    return visit(cast<RangeSelectExpr>(expr).right);
  case ExprKind::FieldSelect:
    return visit(cast<FieldSelectExpr>(expr).base);
  case ExprKind::Call:
    visitBase(cast<CallExpr>(expr).path);
    return visitAll(cast<CallExpr>(expr).arguments);
  case ExprKind::SystemCall:
    return visitAll(cast<SystemCallExpr>(expr).arguments);
  case ExprKind::MethodCall:
    visit(cast<MethodCallExpr>(expr).receiver);
    visitAll(cast<MethodCallExpr>(expr).arguments);
    return visit(cast<MethodCallExpr>(expr).with);
  case ExprKind::Conversion:
    return visit(cast<ConversionExpr>(expr).operand);
  case ExprKind::Inside:
    visit(cast<InsideExpr>(expr).operand);
    for (const InsideExpr::Item &item : cast<InsideExpr>(expr).items) {
      visit(item.low);
      visit(item.high);
    }
    return;
  case ExprKind::Pattern:
    visitAll(cast<PatternExpr>(expr).keys);
    return visitAll(cast<PatternExpr>(expr).elements);
  case ExprKind::PatternTest:
    visit(cast<PatternTestExpr>(expr).operand);
    return visit(cast<PatternTestExpr>(expr).label);
  case ExprKind::NewArray:
    visit(cast<NewArrayExpr>(expr).size);
    return visit(cast<NewArrayExpr>(expr).initial);
  default:
    return;
  }
}

namespace {
void timingParts(const TimingControl *timing, ExprVisitor visit) {
  if (!timing)
    return;
  if (auto *delay = llvm::dyn_cast<DelayTiming>(timing)) {
    if (delay->delay)
      visit(delay->delay);
  } else if (auto *events = llvm::dyn_cast<EventsTiming>(timing)) {
    for (const EventTermExpr &term : events->terms) {
      visit(term.expr);
      if (term.iff)
        visit(term.iff);
    }
  } else if (auto *repeated = llvm::dyn_cast<RepeatedTiming>(timing)) {
    visit(repeated->count);
    timingParts(repeated->event, visit);
  }
}
} // namespace

void irgen::forEachPart(const Stmt &stmt, ExprVisitor visitExpr, StmtVisitor visitStmt) {
  auto expr = [&](const Expr *e) {
    if (e)
      visitExpr(e);
  };
  auto sub = [&](const Stmt *s) {
    if (s)
      visitStmt(s);
  };
  switch (stmt.kind) {
  case StmtKind::List:
    for (const Stmt *item : cast<ListStmt>(stmt).items)
      sub(item);
    return;
  case StmtKind::Block:
    return sub(cast<BlockStmt>(stmt).body);
  case StmtKind::VariableDecl:
    if (cast<VariableDeclStmt>(stmt).variable->lifetime == Lifetime::Automatic)
      expr(cast<VariableDeclStmt>(stmt).variable->initialiser);
    return;
  case StmtKind::Expression:
    return expr(cast<ExpressionStmt>(stmt).expr);
  case StmtKind::ProceduralAssign:
    expr(cast<ProceduralAssignStmt>(stmt).lhs);
    return expr(cast<ProceduralAssignStmt>(stmt).rhs);
  case StmtKind::If:
    expr(cast<IfStmt>(stmt).condition);
    sub(cast<IfStmt>(stmt).whenTrue);
    return sub(cast<IfStmt>(stmt).whenFalse);
  case StmtKind::Case:
    expr(cast<CaseStmt>(stmt).selector);
    for (const CaseStmt::Item &item : cast<CaseStmt>(stmt).items) {
      for (const InsideExpr::Item &label : item.labels) {
        expr(label.low);
        expr(label.high);
      }
      sub(item.body);
    }
    return sub(cast<CaseStmt>(stmt).defaultBody);
  case StmtKind::For:
    for (const Stmt *init : cast<ForStmt>(stmt).initialisers)
      sub(init);
    expr(cast<ForStmt>(stmt).condition);
    sub(cast<ForStmt>(stmt).body);
    for (const Expr *step : cast<ForStmt>(stmt).steps)
      expr(step);
    return;
  case StmtKind::Foreach:
    expr(cast<ForeachStmt>(stmt).array);
    return sub(cast<ForeachStmt>(stmt).body);
  case StmtKind::While:
    expr(cast<WhileStmt>(stmt).condition);
    return sub(cast<WhileStmt>(stmt).body);
  case StmtKind::DoWhile:
    sub(cast<DoWhileStmt>(stmt).body);
    return expr(cast<DoWhileStmt>(stmt).condition);
  case StmtKind::Repeat:
    expr(cast<RepeatStmt>(stmt).count);
    return sub(cast<RepeatStmt>(stmt).body);
  case StmtKind::Forever:
    return sub(cast<ForeverStmt>(stmt).body);
  case StmtKind::Return:
    return expr(cast<ReturnStmt>(stmt).value);
  case StmtKind::Timed:
    timingParts(cast<TimedStmt>(stmt).timing, visitExpr);
    return sub(cast<TimedStmt>(stmt).body);
  case StmtKind::Wait:
    expr(cast<WaitStmt>(stmt).condition);
    return sub(cast<WaitStmt>(stmt).body);
  case StmtKind::WaitOrder:
    for (const Expr *event : cast<WaitOrderStmt>(stmt).events)
      expr(event);
    sub(cast<WaitOrderStmt>(stmt).success);
    return sub(cast<WaitOrderStmt>(stmt).failure);
  case StmtKind::EventTrigger:
    expr(cast<EventTriggerStmt>(stmt).event);
    return timingParts(cast<EventTriggerStmt>(stmt).timing, visitExpr);
  case StmtKind::Randcase:
    for (const RandcaseStmt::Item &item : cast<RandcaseStmt>(stmt).items) {
      expr(item.weight);
      sub(item.body);
    }
    return;
  case StmtKind::Randsequence:
    return sub(cast<RandsequenceStmt>(stmt).body);
  case StmtKind::Production:
    return sub(cast<ProductionStmt>(stmt).body);
  case StmtKind::ImmediateAssert:
    expr(cast<ImmediateAssertStmt>(stmt).condition);
    sub(cast<ImmediateAssertStmt>(stmt).pass);
    return sub(cast<ImmediateAssertStmt>(stmt).fail);
  default:
    return;
  }
}

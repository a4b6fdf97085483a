//===- ProcessGen.cpp - processes and continuous assignments --------------===//
//
// LRM 9.2, 10.3. A procedure whose only wait is its head becomes a static
// process with a sensitivity list; all others are loops with their own stack.
//
//===----------------------------------------------------------------------===//
#include "IRGen/BodyGen.h"
#include "IRGen/FunctionGen.h"
#include "IRGen/Walk.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::ProcedureKind;

mlir::Attribute BodyGen::eventTerm(const StaticPrefix &term, csim::Edge edge) {
  uint32_t lo = term.lo, width = term.width;
  if (edge != csim::Edge::AnyChange && edge != csim::Edge::NamedEvent)
    width = 1; // Edges look at the least significant bit (9.4.2).
  return csim::EventTermAttr::get(&design.context,
                                  mlir::FlatSymbolRefAttr::get(&design.context, signal(*term.root)), edge, lo, width,
                                  term.path);
}

/// Is it found at run time, through a virtual interface (25.9)?
static bool isBehindVirtual(const StaticPrefix &prefix) {
  return prefix.root && prefix.root->path && prefix.root->path->base;
}

mlir::ArrayAttr BodyGen::sensitivity(llvm::ArrayRef<StaticPrefix> terms) {
  llvm::SmallVector<mlir::Attribute> attrs;
  for (const StaticPrefix &term : terms)
    if (isBehindVirtual(term))
      design.compilation.diagnostics().diag(term.root->range, diag::VirtualInterfaceSensitivity)
          << term.root->symbol->name;
    else
      attrs.push_back(eventTerm(term, term.type->isEvent() ? csim::Edge::NamedEvent
                                                           : csim::Edge::AnyChange));
  return builder.getArrayAttr(attrs);
}

csim::ProcessOp BodyGen::createProcess(csim::ProcessKind kind, llvm::StringRef name, const Scope *parent,
                                       support::SourceLoc loc) {
  return csim::ProcessOp::create(builder, design.locate(loc), kind, name, scope(parent));
}

/// Processes of clocking blocks run in other regions (4.4.2).
static void setRegion(csim::ProcessOp op, const ProcessSymbol &process) {
  op.setIsReactive(process.region == ProcessSymbol::Region::Reactive);
  op.setIsObserved(process.region == ProcessSymbol::Region::Observed);
}

/// Calls of tasks that wait, where nothing may (9.2.2.2.2, 9.2.3).
void BodyGen::checkWaitingCalls(const ProcessSymbol &process, const Stmt *stmt) {
  if (!stmt)
    return;
  if (auto *statement = dyn_cast<ExpressionStmt>(stmt)) {
    auto *call = dyn_cast<CallExpr>(statement->expr);
    if (call && design.suspension.maySuspend(*call->subroutine))
      design.compilation.diagnostics().diag(stmt->range.begin, diag::WaitingTaskNotAllowed)
          << call->subroutine->name << syntax::spelling(process.procedure);
  }
  forEachPart(*stmt, [](const Expr *) {}, [&](const Stmt *part) { checkWaitingCalls(process, part); });
}

void BodyGen::generateProcess(const ProcessSymbol &process) {
  if (process.procedure == ProcedureKind::Final || process.procedure == ProcedureKind::AlwaysComb ||
      process.procedure == ProcedureKind::AlwaysLatch)
    checkWaitingCalls(process, process.body);
  bool hasHandle = design.suspension.namesProcess(process.body);
  if (!hasHandle && generateStaticProcess(process))
    return;
  bool isAlways = process.procedure != ProcedureKind::Initial && process.procedure != ProcedureKind::Final;
  auto kind = process.procedure == ProcedureKind::Initial ? csim::ProcessKind::Initial
              : process.procedure == ProcedureKind::AlwaysComb ? csim::ProcessKind::AlwaysComb
              : process.procedure == ProcedureKind::AlwaysLatch ? csim::ProcessKind::AlwaysLatch
              : isAlways                                  ? csim::ProcessKind::Always
                                                          : csim::ProcessKind::Final;
  llvm::StringRef name = syntax::spelling(process.procedure);
  csim::ProcessOp processOp = createProcess(kind, name, process.parent, process.loc);
  setRegion(processOp, process);
  processOp.setHasHandle(hasHandle && kind != csim::ProcessKind::Final);
  FunctionGen gen(*this, processOp.getBody(), process.parent);
  gen.setLocation(process.loc);
  gen.begin();
  if (kind == csim::ProcessKind::Final) {
    processOp.setIsStatic(true);
    gen.isStatic = true;
    gen.emit(process.body);
    gen.emitReturn();
    return;
  }
  if (!isAlways) {
    gen.emit(process.body);
    gen.emitHalt();
    return;
  }
  mlir::Block *loop = &processOp.getBody().emplaceBlock();
  gen.make<mlir::cf::BranchOp>(loop);
  gen.b.setInsertionPointToEnd(loop);
  gen.emit(process.body);
  if (kind != csim::ProcessKind::Always) { // without a static list: what it reads
    ReadSet reads(design.compilation, /*followCalls=*/true);
    reads.addStatement(process.body);
    gen.emitWaitOnReads(reads, false, /*withoutWritten=*/true);
  }
  gen.make<mlir::cf::BranchOp>(loop);
}

/// always_comb, always_latch; always and always_ff whose event control at the
/// head is the only wait and whose terms are static.
bool BodyGen::generateStaticProcess(const ProcessSymbol &process) {
  const Stmt *content = process.body;
  mlir::ArrayAttr terms;
  const Expr *guard = nullptr;
  // Nothing changes from x at the start of a two-state design: @* has to begin by itself.
  bool beginsAtStart = false;
  bool isComb = process.procedure == ProcedureKind::AlwaysComb || process.procedure == ProcedureKind::AlwaysLatch;
  csim::ProcessKind kind = csim::ProcessKind::Always;
  if (isComb) {
    kind = process.procedure == ProcedureKind::AlwaysComb ? csim::ProcessKind::AlwaysComb
                                                          : csim::ProcessKind::AlwaysLatch;
    if (design.suspension.maySuspend(content))
      return false;
    ReadSet reads(design.compilation, /*followCalls=*/true);
    reads.addStatement(content);
    terms = sensitivity(reads.terms(/*withoutWritten=*/true));
  } else {
    if (process.procedure != ProcedureKind::Always && process.procedure != ProcedureKind::AlwaysFf)
      return false;
    if (process.procedure == ProcedureKind::AlwaysFf)
      kind = csim::ProcessKind::AlwaysFF;
    auto *timed = llvm::dyn_cast_if_present<TimedStmt>(content);
    if (!timed || design.suspension.maySuspend(timed->body))
      return false;
    content = timed->body;
    if (timed->timing->kind == TimingKind::Implicit) {
      ReadSet reads(design.compilation, /*followCalls=*/false);
      reads.addStatement(content);
      if (llvm::any_of(reads.terms(false), isBehindVirtual))
        return false;
      terms = sensitivity(reads.terms(false));
      beginsAtStart = design.compilation.options().isTwoState;
    } else if (auto *events = dyn_cast<EventsTiming>(timed->timing)) {
      llvm::SmallVector<mlir::Attribute> attrs;
      for (const EventTermExpr &term : events->terms) {
        StaticPrefix prefix = StaticPrefix::of(*term.expr);
        bool isEvent = term.expr->type->isEvent();
        if (!prefix.isComplete || isBehindVirtual(prefix) || (term.iff && events->terms.size() > 1) || (!isEvent && !term.expr->type->isNumeric()))
          return false;
        csim::Edge edge = isEvent                                     ? csim::Edge::NamedEvent
                          : term.edge == syntax::EdgeKind::Posedge    ? csim::Edge::Pos
                          : term.edge == syntax::EdgeKind::Negedge    ? csim::Edge::Neg
                          : term.edge == syntax::EdgeKind::Edge       ? csim::Edge::Both
                                                                      : csim::Edge::AnyChange;
        attrs.push_back(eventTerm(prefix, edge));
        guard = term.iff;
      }
      terms = builder.getArrayAttr(attrs);
    } else {
      return false;
    }
  }
  csim::ProcessOp processOp = createProcess(kind, syntax::spelling(process.procedure), process.parent, process.loc);
  processOp.setIsStatic(true);
  processOp.setRunAtStart(isComb || beginsAtStart);
  processOp.setSensitivityAttr(terms);
  setRegion(processOp, process);
  FunctionGen gen(*this, processOp.getBody(), process.parent);
  gen.setLocation(process.loc);
  gen.isStatic = true;
  gen.begin();
  if (guard) {
    mlir::Value condition = gen.emitCondition(*guard);
    mlir::Block *run = &processOp.getBody().emplaceBlock(), *skip = &processOp.getBody().emplaceBlock();
    gen.make<mlir::cf::CondBranchOp>(condition, run, skip);
    gen.b.setInsertionPointToEnd(skip);
    gen.emitReturn();
    gen.b.setInsertionPointToEnd(run);
  }
  gen.emit(content);
  gen.emitReturn();
  return true;
}

//===-- Continuous assignments --------------------------------------------------------===//

namespace {
/// One target of a continuous assignment with the bits of the value it takes.
struct Target {
  const Expr *expr;
  uint32_t lo, width;
};

void collectTargets(const Expr &lhs, uint32_t top, llvm::SmallVectorImpl<Target> &targets) {
  llvm::ArrayRef<const Expr *> elements;
  if (auto *concat = dyn_cast<ConcatExpr>(&lhs))
    elements = concat->elements;
  else if (auto *pattern = dyn_cast<PatternExpr>(&lhs); pattern && lhs.type->isIntegral())
    elements = pattern->elements;
  if (elements.empty()) {
    targets.push_back({&lhs, top - lhs.type->width(), lhs.type->width()});
    return;
  }
  for (const Expr *element : elements) {
    collectTargets(*element, top, targets);
    top -= element->type->width();
  }
}
} // namespace

void BodyGen::generateContinuous(csim::ProcessKind kind, llvm::StringRef name, const Scope *parent,
                                 support::SourceLoc loc, const Expr &lhs, const Expr &rhs,
                                 llvm::ArrayRef<const Expr *> delays, Strengths strengths) {
  csim::ProcessOp processOp = createProcess(kind, name, parent, loc);
  processOp.setIsStatic(true);
  processOp.setRunAtStart(true);
  processOp.setSelfTriggering(true);
  // The operands of the expression, not what called functions read (10.3.2).
  ReadSet reads(design.compilation, /*followCalls=*/false);
  reads.addExpr(&rhs);
  llvm::SmallVector<Target> targets;
  collectTargets(lhs, lhs.type->width(), targets);
  for (const Target &target : targets)
    reads.addLvalue(target.expr);
  processOp.setSensitivityAttr(sensitivity(reads.terms(false)));

  FunctionGen gen(*this, processOp.getBody(), parent);
  gen.setLocation(loc);
  gen.isStatic = true;
  gen.begin();
  if (lhs.type->isAggregate()) {
    gen.assignUnpacked(lhs, rhs, driverOf(StaticPrefix::of(lhs), strengths, design.types.storage(*lhs.type)), delays);
    gen.emitReturn();
    return;
  }
  mlir::Value value = gen.emit(rhs);
  llvm::SmallVector<mlir::Value, 3> ticks = gen.emitDelays(delays);
  for (const Target &target : targets) {
    mlir::Value part = targets.size() == 1
                           ? value
                           : mlir::Value(gen.make<csim::ExtractOp>(value, target.lo, target.width));
    StaticPrefix prefix = StaticPrefix::of(*target.expr);
    LValue place;
    place.type = target.expr->type;
    mlir::Type type = design.types.storage(*target.expr->type);
    if (llvm::StringRef slot = driverOf(prefix, strengths, type); !slot.empty()) {
      place.ref = gen.make<csim::AddrOp>(slot, type);
    } else {
      place = gen.emitLValue(*target.expr);
    }
    if (!ticks.empty() && place.kind == LValue::Ref)
      gen.make<csim::DriveOp>(gen.coerce(part, cast<csim::RefType>(place.ref.getType()).getPointee()), place.ref,
                              ticks[0], ticks[1], ticks[2]);
    else
      gen.store(place, part);
  }
  gen.emitReturn();
}

void BodyGen::generateAssign(const ContinuousAssignSymbol &assign) {
  generateContinuous(csim::ProcessKind::Assign, "assign", assign.parent, assign.loc, *assign.lhs, *assign.rhs,
                     assign.delays, Strengths::of(assign.strength0, assign.strength1));
}

void BodyGen::generateNetInitialiser(const NetSymbol &net) {
  NamedValueExpr target(*net.type, support::SourceRange(net.loc), &net);
  generateContinuous(csim::ProcessKind::Assign, "assign", net.parent, net.loc, target, *net.initialiser, net.delays,
                     Strengths::of(net.strength0, net.strength1));
}

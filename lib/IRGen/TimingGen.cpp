//===- TimingGen.cpp - delays, event controls, wait -----------------------===//
//
// LRM 9.4, 15.5. Event terms that are plain (possibly dynamically selected)
// objects are watched directly; any other expression is watched through what it
// reads, and compared with its previous value each time (9.4.2).
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
namespace arith = mlir::arith;

namespace {
csim::Edge edgeOf(syntax::EdgeKind kind) {
  switch (kind) {
  case syntax::EdgeKind::Posedge:
    return csim::Edge::Pos;
  case syntax::EdgeKind::Negedge:
    return csim::Edge::Neg;
  case syntax::EdgeKind::Edge:
    return csim::Edge::Both;
  default:
    return csim::Edge::AnyChange;
  }
}

double powerOfTen(int exponent) {
  double result = 1;
  for (; exponent > 0; --exponent)
    result *= 10;
  return result;
}
} // namespace

/// Real delays are rounded to the module's precision first (3.14.1).
mlir::Value FunctionGen::emitTicks(const Expr &delay) {
  int unit = body.body.timeUnit, precision = body.body.timePrecision;
  int tick = body.design.compilation.timePrecision();
  if (delay.type->isReal()) {
    mlir::Value v = emit(delay);
    auto constant = [&](double x) { return make<arith::ConstantOp>(b.getF64FloatAttr(x)); };
    mlir::Value steps = make<arith::MulFOp>(v, constant(powerOfTen(unit - precision)));
    mlir::Value rounded = make<csim::FromRealOp>(b.getI64Type(), steps);
    return precision == tick ? rounded
                             : mlir::Value(make<arith::MulIOp>(
                                   rounded, constantInt(64, uint64_t(powerOfTen(precision - tick)))));
  }
  mlir::Value v = emit(delay);
  // An unknown delay counts as zero; a negative one is its unsigned 64-bit value.
  if (isa<csim::LogicType>(v.getType())) {
    if (auto index = constantIndex(delay)) {
      v = constantInt(64, uint64_t(*index));
    } else {
      mlir::Value unknown = make<csim::IsUnknownOp>(b.getI1Type(), v);
      v = convertIntegral(v, delay.type->isSigned(), b.getI64Type());
      v = make<arith::SelectOp>(unknown, constantInt(64, 0), v);
    }
  } else {
    v = convertIntegral(v, delay.type->isSigned(), b.getI64Type());
  }
  if (unit == tick)
    return v;
  return make<arith::MulIOp>(v, constantInt(64, uint64_t(powerOfTen(unit - tick))));
}

llvm::SmallVector<mlir::Value, 3> FunctionGen::emitDelays(llvm::ArrayRef<const Expr *> delays) {
  if (delays.empty())
    return {};
  mlir::Value rise = emitTicks(*delays[0]);
  mlir::Value fall = delays.size() > 1 ? emitTicks(*delays[1]) : rise;
  mlir::Value turnOff = delays.size() > 2   ? emitTicks(*delays[2])
                        : delays.size() > 1 ? smallerOf(rise, fall)
                                            : rise;
  return {rise, fall, turnOff};
}

mlir::Value FunctionGen::emitDelay(const DelayTiming &timing) {
  return timing.delay ? emitTicks(*timing.delay) : constantInt(64, 1);
}

mlir::Value FunctionGen::prefixRef(const StaticPrefix &prefix) {
  const HierarchicalPath *path = prefix.root->path;
  // A reference that is null now is waited for together with the others.
  mlir::Value ref = path && path->base ? memberRef(*prefix.root, true) : refOf(*prefix.root);
  const Type *type = prefix.root->type;
  for (int64_t position : prefix.path) {
    const Type &t = type->canonical();
    if (auto *array = dyn_cast<UnpackedArrayType>(&t)) {
      ref = make<csim::ElemRefOp>(ref, constantInt(64, uint64_t(position)));
      type = &array->element;
    } else {
      auto &structure = cast<UnpackedStructType>(t);
      ref = make<csim::FieldRefOp>(ref, unsigned(position));
      type = structure.fields[size_t(position)].type;
    }
  }
  if (prefix.width)
    ref = bitsRef(ref, {}, int64_t(prefix.lo), *prefix.type);
  return ref;
}

/// Adds a term that the scheduler can watch directly.
bool FunctionGen::addEventRef(const EventTermExpr &term, llvm::SmallVectorImpl<csim::Edge> &edges,
                              llvm::SmallVectorImpl<mlir::Value> &refs) {
  const Expr *expr = term.expr;
  bool isEvent = expr->type->isEvent();
  if (!isAddressable(*expr) || (!expr->type->isNumeric() && !isEvent))
    return false;
  // A select with a run-time index moves: it is an expression. An event is taken now.
  if (!isEvent && !StaticPrefix::of(*expr).isComplete)
    return false;
  if (auto *named = dyn_cast<NamedValueExpr>(expr))
    if (auto *variable = dyn_cast<VariableSymbol>(named->symbol);
        variable && variable->lifetime == sema::Lifetime::Automatic && !variable->isCaptured && !isEvent &&
        variable->direction < syntax::PortDirection::Ref)
      return false;
  mlir::Value ref = emitRef(*expr);
  csim::Edge edge = isEvent ? csim::Edge::NamedEvent : edgeOf(term.edge);
  // Edges look at the least significant bit (9.4.2).
  if (edge != csim::Edge::AnyChange && !isEvent && expr->type->width() > 1)
    ref = make<csim::BitsRefOp>(ref, 0u, 1u);
  edges.push_back(edge);
  refs.push_back(ref);
  return true;
}

void FunctionGen::emitEvents(const EventsTiming &timing) {
  llvm::SmallVector<csim::Edge> edges;
  llvm::SmallVector<mlir::Value> refs;
  bool isPlain = llvm::all_of(timing.terms, [&](const EventTermExpr &term) {
    return (!term.iff || timing.terms.size() == 1) && addEventRef(term, edges, refs);
  });
  if (!isPlain)
    return emitGeneralEvents(timing);
  const Expr *iff = timing.terms.front().iff;
  if (!iff) {
    make<csim::WaitEventOp>(edges, refs);
    return;
  }
  mlir::Block *loop = newBlock(), *exit = newBlock();
  branch(loop);
  enter(loop);
  make<csim::WaitEventOp>(edges, refs);
  condBranch(emitCondition(*iff), exit, loop);
  enter(exit);
}

/// Keeps the old value of every term, waits for a change of anything read, and
/// looks which term made its edge.
void FunctionGen::emitGeneralEvents(const EventsTiming &timing) {
  struct Watched {
    const EventTermExpr *term;
    mlir::Value old;
  };
  llvm::SmallVector<Watched> watched;
  ReadSet reads(body.design.compilation, /*followCalls=*/true);
  llvm::SmallVector<csim::Edge> eventEdges;
  llvm::SmallVector<mlir::Value> eventRefs;
  for (const EventTermExpr &term : timing.terms) {
    if (term.expr->type->isEvent()) {
      if (term.iff || !addEventRef(term, eventEdges, eventRefs))
        unsupported(*term.expr, "iff or run-time select of a named event in a list", "9.4.2.3");
      continue;
    }
    if (!term.expr->type->isNumeric()) {
      unsupported(*term.expr, "event expression of this type", "9.4.2");
      continue;
    }
    mlir::Value old = make<csim::LocalOp>(lowered(*term.expr), false, "");
    make<csim::StoreOp>(emit(*term.expr), old);
    watched.push_back({&term, old});
    reads.addExpr(term.expr);
  }
  mlir::Block *loop = newBlock(), *exit = newBlock();
  branch(loop);
  enter(loop);
  llvm::SmallVector<csim::Edge> edges = eventEdges;
  llvm::SmallVector<mlir::Value> refs = eventRefs;
  for (const StaticPrefix &prefix : reads.terms(false)) {
    edges.push_back(csim::Edge::AnyChange);
    refs.push_back(prefixRef(prefix));
  }
  if (refs.empty()) {
    make<csim::WaitForeverOp>();
    branch(exit);
    enter(exit);
    return;
  }
  make<csim::WaitEventOp>(edges, refs);
  for (Watched &w : watched) {
    mlir::Value before = make<csim::LoadOp>(w.old), now = emit(*w.term->expr);
    make<csim::StoreOp>(now, w.old);
    mlir::Value fired;
    if (isa<mlir::Float64Type>(now.getType())) {
      fired = make<arith::CmpFOp>(arith::CmpFPredicate::UNE, before, now);
    } else {
      csim::Edge edge = edgeOf(w.term->edge);
      mlir::Type four = types().vector(csim::bitWidthOf(now.getType()), true);
      mlir::Value x = coerce(before, four), y = coerce(now, four);
      mlir::Value same = make<csim::CaseEqOp>(b.getI1Type(), x, y);
      fired = invert(same);
      if (edge != csim::Edge::AnyChange) {
        auto bit = [&](mlir::Value v) { return coerce(csim::bitWidthOf(v.getType()) == 1 ? v : mlir::Value(make<csim::ExtractOp>(v, 0u, 1u)), types().vector(1, true)); };
        mlir::Value zero = make<csim::ConstantOp>(1u, uint64_t(0)), one = make<csim::ConstantOp>(1u, uint64_t(1));
        auto is = [&](mlir::Value v, mlir::Value c) { return mlir::Value(make<csim::CaseEqOp>(b.getI1Type(), v, c)); };
        mlir::Value p = bit(x), q = bit(y);
        mlir::Value changed = invert(is(p, q));
        mlir::Value pos = make<arith::OrIOp>(is(p, zero), is(q, one));
        mlir::Value neg = make<arith::OrIOp>(is(p, one), is(q, zero));
        mlir::Value kind = edge == csim::Edge::Pos   ? pos
                           : edge == csim::Edge::Neg ? neg
                                                     : mlir::Value(make<arith::OrIOp>(pos, neg));
        fired = make<arith::AndIOp>(changed, kind);
      }
    }
    if (w.term->iff)
      fired = make<arith::AndIOp>(fired, emitCondition(*w.term->iff));
    mlir::Block *next = newBlock();
    condBranch(fired, exit, next);
    enter(next);
  }
  // Only a named event can have woken us if no expression fired; with both kinds
  // in one list, the events are taken to have fired.
  branch(eventRefs.empty() ? loop : exit);
  enter(exit);
}

void FunctionGen::emitWaitOnReads(const ReadSet &reads, bool isCondition, bool withoutWritten) {
  llvm::SmallVector<csim::Edge> edges;
  llvm::SmallVector<mlir::Value> refs;
  for (const StaticPrefix &prefix : reads.terms(withoutWritten)) {
    bool isEvent = prefix.type->isEvent();
    edges.push_back(isEvent ? csim::Edge::NamedEvent : csim::Edge::AnyChange);
    refs.push_back(prefixRef(prefix));
  }
  if (refs.empty())
    make<csim::WaitForeverOp>();
  else
    make<csim::WaitEventOp>(edges, refs).setCondition(isCondition);
}

void FunctionGen::emitTiming(const TimingControl &timing, const Stmt *controlled) {
  switch (timing.kind) {
  case TimingKind::Invalid:
    return;
  case TimingKind::Delay:
    make<csim::WaitDelayOp>(emitDelay(cast<DelayTiming>(timing)));
    return;
  case TimingKind::Events:
    return emitEvents(cast<EventsTiming>(timing));
  case TimingKind::Implicit: {
    ReadSet reads(body.design.compilation, /*followCalls=*/false);
    reads.addStatement(controlled);
    return emitWaitOnReads(reads);
  }
  case TimingKind::Repeated: {
    auto &repeated = cast<RepeatedTiming>(timing);
    mlir::Value count = convertIntegral(emit(*repeated.count), repeated.count->type->isSigned(), b.getI64Type());
    mlir::Value counter = make<csim::LocalOp>(b.getI64Type(), false, "");
    make<csim::StoreOp>(count, counter);
    mlir::Block *test = newBlock(), *wait = newBlock(), *exit = newBlock();
    branch(test);
    enter(test);
    mlir::Value left = make<csim::LoadOp>(counter);
    condBranch(make<arith::CmpIOp>(arith::CmpIPredicate::sgt, left, constantInt(64, 0)), wait, exit);
    enter(wait);
    emitTiming(*repeated.event, nullptr);
    mlir::Value now = make<csim::LoadOp>(counter);
    make<csim::StoreOp>(make<arith::SubIOp>(now, constantInt(64, 1)), counter);
    branch(test);
    enter(exit);
    return;
  }
  }
}

/// wait (condition) (9.4.3): tests, then waits for a change of what it reads.
void FunctionGen::emitWait(const WaitStmt &stmt) {
  mlir::Block *test = newBlock(), *wait = newBlock(), *exit = newBlock();
  branch(test);
  enter(test);
  condBranch(emitCondition(*stmt.condition), exit, wait);
  enter(wait);
  ReadSet reads(body.design.compilation, /*followCalls=*/true);
  reads.addExpr(stmt.condition);
  emitWaitOnReads(reads, /*isCondition=*/true);
  branch(test);
  enter(exit);
  emit(stmt.body);
}

/// wait_order (15.5.4): events[i] must come before any later one.
void FunctionGen::emitWaitOrder(const WaitOrderStmt &stmt) {
  mlir::Block *failed = newBlock(), *exit = newBlock();
  llvm::SmallVector<mlir::Value> refs;
  for (const Expr *event : stmt.events)
    refs.push_back(emitRef(*event));
  for (size_t i = 0; i < refs.size(); ++i) {
    llvm::SmallVector<csim::Edge> edges(refs.size() - i, csim::Edge::NamedEvent);
    make<csim::WaitEventOp>(edges, mlir::ValueRange(refs).drop_front(i));
    mlir::Block *next = newBlock();
    condBranch(make<csim::TriggeredOp>(b.getI1Type(), refs[i]), next, failed);
    enter(next);
  }
  emit(stmt.success);
  branch(exit);
  enter(failed);
  if (stmt.failure) {
    emit(stmt.failure);
  } else {
    llvm::SmallVector<mlir::Attribute> infos{csim::ArgAttr::get(
        &body.design.context, csim::ArgKind::Literal, false, {}, b.getStringAttr("wait_order failed."), {})};
    emitSysCallOp("$error", body.design.compilation.types().voidType(), {}, infos);
  }
  branch(exit);
  enter(exit);
}

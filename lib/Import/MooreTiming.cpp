//===- MooreTiming.cpp - delays, event controls and waits of moore ----------------===//
//
// IEEE 1800-2023 9.4. An event that is a constant part of an object is watched
// directly. Any other expression is watched through what it reads, and compared with
// its value before (9.4.2).
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
template <typename Op, typename... Args>
Value make(Procedure &code, Args &&...args) {
  return Op::create(code.builder, code.loc, std::forward<Args>(args)...);
}

/// An event of a wait; `place` is null if it cannot be watched directly.
struct Watch {
  moore::DetectEventOp event;
  csim::Edge edge;
  Value place;
};
} // namespace

static csim::Edge edgeOf(moore::DetectEventOp op) {
  if (isa<moore::EventType>(op.getInput().getType()))
    return csim::Edge::NamedEvent;
  switch (op.getEdge()) {
  case moore::Edge::PosEdge: return csim::Edge::Pos;
  case moore::Edge::NegEdge: return csim::Edge::Neg;
  case moore::Edge::BothEdges: return csim::Edge::Both;
  default: return csim::Edge::AnyChange;
  }
}

// --- Places -------------------------------------------------------------------------------

/// Locals change only where the process itself writes.
static bool isLocal(Value place) {
  while (Operation *op = place.getDefiningOp()) {
    if (isa<csim::LocalOp>(op))
      return true;
    if (!isa<csim::ElemRefOp, csim::FieldRefOp, csim::BitsRefOp>(op))
      return false;
    place = op->getOperand(0);
  }
  return false;
}

/// The place of a reference, if nothing about it is chosen at run time; with `prefix`, that
/// of the longest part of it of which this is true.
static Value constantPlace(Value reference, bool prefix, Procedure &code) {
  Operation *op = code.module.resolve(reference).getDefiningOp();
  if (op && isPartOfReference(op)) {
    Value base = constantPlace(op->getOperand(0), prefix, code);
    if (!base || isa<moore::DynExtractRefOp>(op) || isElementReference(op))
      return prefix ? base : Value();
    Value part = makePart(op, base, nullptr, code.pure());
    return part || !prefix ? part : base;
  }
  if (isa_and_present<moore::ConcatRefOp>(op))
    return {};
  Value place = code.value(reference);
  return isa<csim::RefType>(place.getType()) && !isLocal(place) ? place : Value();
}

/// The place that an expression is the value of.
static Value watchedPlace(Value value, Procedure &code) {
  value = code.module.resolve(value);
  if (Signal home = code.module.homeOf(value))
    return code.addressOf(home);
  Operation *op = value.getDefiningOp();
  if (auto read = dyn_cast_if_present<moore::ReadOp>(op))
    return constantPlace(read.getInput(), /*prefix=*/false, code);
  if (!isa_and_present<moore::ExtractOp, moore::StructExtractOp, moore::UnionExtractOp>(op))
    return {};
  if (isa<moore::OpenUnpackedArrayType, moore::QueueType>(op->getOperand(0).getType()))
    return {};
  Value base = watchedPlace(op->getOperand(0), code);
  return base ? makePart(op, base, nullptr, code.pure()) : Value();
}

static SmallVector<Watch> watchesOf(moore::WaitEventOp wait, Procedure &code) {
  SmallVector<Watch> watches;
  for (auto event : wait.getBody().getOps<moore::DetectEventOp>()) {
    Watch watch{event, edgeOf(event), watchedPlace(event.getInput(), code)};
    bool isEdge = watch.edge != csim::Edge::AnyChange && watch.edge != csim::Edge::NamedEvent;
    if (watch.place) { // edges look at the lowest bit
      Type type = cast<csim::RefType>(watch.place.getType()).getPointee();
      if (isEdge && csim::bitWidthOf(type) > 1)
        watch.place = make<csim::BitsRefOp>(code, watch.place, 0u, 1u);
    }
    watches.push_back(watch);
  }
  return watches;
}

/// Whether the scheduler can do the wait, but for one condition.
static bool isPlain(ArrayRef<Watch> watches) {
  return llvm::all_of(watches, [&](Watch watch) {
    return watch.place && (!watch.event.getCondition() || watches.size() == 1);
  });
}

/// Waits for a change of anything that the region reads.
static void waitOnReads(Region &region, Procedure &code) {
  llvm::SetVector<Value> places;
  auto addHome = [&](Value value) {
    if (region.isAncestor(value.getParentRegion()))
      return;
    if (Signal home = code.module.homeOf(code.module.resolve(value)))
      places.insert(code.addressOf(home));
  };
  region.walk([&](Operation *op) {
    for (Value operand : op->getOperands()) {
      addHome(operand);
      bool isUse = isa<moore::RefType>(operand.getType()) && !isPartOfReference(op) &&
                   !isa<moore::ConcatRefOp>(op);
      if (Value place = isUse ? constantPlace(operand, /*prefix=*/true, code) : Value())
        places.insert(place);
    }
    if (isa<moore::ConcatRefOp>(op))
      for (Value part : op->getOperands())
        if (Value place = constantPlace(part, /*prefix=*/true, code))
          places.insert(place);
  });
  if (places.empty()) {
    csim::WaitForeverOp::create(code.builder, code.loc);
    return;
  }
  SmallVector<csim::Edge> edges(places.size(), csim::Edge::AnyChange);
  csim::WaitEventOp::create(code.builder, code.loc, edges, places.getArrayRef());
}

static Value isTrue(Value value, Procedure &code) {
  if (value.getType().isInteger(1))
    return value;
  return make<csim::IsTrueOp>(code, code.builder.getI1Type(), value);
}

// --- Event controls --------------------------------------------------------------------------

/// Whether a value that changed from `before` to `now` made the edge (Table 9-2).
static Value hasFired(csim::Edge edge, Value before, Value now, Procedure &code) {
  OpBuilder &b = code.builder;
  if (isa<Float64Type>(now.getType()))
    return make<arith::CmpFOp>(code, arith::CmpFPredicate::UNE, before, now);
  PureBuilder p = code.pure();
  auto same = [&](Value x, Value y) -> Value {
    if (isa<csim::StringType>(x.getType()))
      return runtimeCall(p, "string_eq", {x, y}, b.getI1Type());
    return make<csim::CaseEqOp>(code, b.getI1Type(), x, y);
  };
  auto four = [&](Value value) {
    return isa<IntegerType>(value.getType())
               ? changeStates(p, value, fourStateOf(value.getType()))
               : value;
  };
  Value x = four(before), y = four(now);
  if (edge == csim::Edge::AnyChange)
    return negate(p, same(x, y));
  x = p.extract(x, 0, 1);
  y = p.extract(y, 0, 1);
  Value zero = make<csim::ConstantOp>(code, 1u, uint64_t(0));
  Value one = make<csim::ConstantOp>(code, 1u, uint64_t(1));
  Value up = make<arith::OrIOp>(code, same(x, zero), same(y, one));
  Value down = make<arith::OrIOp>(code, same(x, one), same(y, zero));
  Value kind = edge == csim::Edge::Pos   ? up
               : edge == csim::Edge::Neg ? down
                                         : make<arith::OrIOp>(code, up, down);
  return make<arith::AndIOp>(code, negate(p, same(x, y)), kind);
}

static LogicalResult waitGenerally(moore::WaitEventOp wait, ArrayRef<Watch> watches,
                                   Procedure &code) {
  Block &body = wait.getBody().front();
  if (failed(code.inlineBlock(body)))
    return failure();
  SmallVector<Value> old;
  for (Watch watch : watches) {
    Value now = code.value(watch.event.getInput());
    if (!csim::isScalar(now.getType()) || watch.edge == csim::Edge::NamedEvent)
      return failure();
    old.push_back(make<csim::LocalOp>(code, now.getType(), /*isVolatile=*/false, ""));
    code.store(now, old.back());
  }
  Block *exit = code.newBlock(), *loop = code.newBlock();
  cf::BranchOp::create(code.builder, code.loc, loop);
  code.goOnIn(loop);
  waitOnReads(wait.getBody(), code);
  if (failed(code.inlineBlock(body)))
    return failure();
  Value any = code.constant(1, 0);
  for (auto [event, place] : llvm::zip(watches, old)) {
    Watch watch = event;
    Value before = make<csim::LoadOp>(code, place), now = code.value(watch.event.getInput());
    code.store(now, place);
    Value fired = hasFired(watch.edge, before, now, code);
    if (Value condition = watch.event.getCondition())
      fired = make<arith::AndIOp>(code, fired, isTrue(code.value(condition), code));
    any = make<arith::OrIOp>(code, any, fired);
  }
  cf::CondBranchOp::create(code.builder, code.loc, any, exit, loop);
  code.goOnIn(exit);
  return success();
}

/// What the body of a wait computes, of which the condition is left, or null.
static FailureOr<Value> emitGuard(moore::WaitEventOp wait, Procedure &code) {
  if (failed(code.inlineBlock(wait.getBody().front())))
    return failure();
  for (auto event : wait.getBody().getOps<moore::DetectEventOp>())
    if (event.getCondition())
      return isTrue(code.value(event.getCondition()), code);
  return Value();
}

/// The wait that starts an activation: only its condition remains.
static LogicalResult emitHead(moore::WaitEventOp wait, Procedure &code) {
  FailureOr<Value> guard = emitGuard(wait, code);
  if (failed(guard))
    return failure();
  if (!*guard)
    return success();
  Block *run = code.newBlock(), *skip = code.newBlock();
  cf::CondBranchOp::create(code.builder, code.loc, *guard, run, skip);
  code.goOnIn(skip);
  csim::ReturnOp::create(code.builder, code.loc);
  code.goOnIn(run);
  return success();
}

static LogicalResult emitWaitEvent(moore::WaitEventOp wait, Procedure &code) {
  if (wait == code.head)
    return emitHead(wait, code);
  SmallVector<Watch> watches = watchesOf(wait, code);
  if (watches.empty()) {
    csim::WaitForeverOp::create(code.builder, code.loc);
    return success();
  }
  if (!isPlain(watches))
    return waitGenerally(wait, watches, code);
  SmallVector<csim::Edge> edges;
  SmallVector<Value> places;
  for (Watch watch : watches) {
    edges.push_back(watch.edge);
    places.push_back(watch.place);
  }
  if (!Watch(watches.front()).event.getCondition()) {
    csim::WaitEventOp::create(code.builder, code.loc, edges, places);
    return success();
  }
  Block *exit = code.newBlock(), *loop = code.newBlock();
  cf::BranchOp::create(code.builder, code.loc, loop);
  code.goOnIn(loop);
  csim::WaitEventOp::create(code.builder, code.loc, edges, places);
  FailureOr<Value> guard = emitGuard(wait, code);
  if (failed(guard))
    return failure();
  cf::CondBranchOp::create(code.builder, code.loc, *guard, exit, loop);
  code.goOnIn(exit);
  return success();
}

// --- Static event controls -----------------------------------------------------------------------

moore::WaitEventOp import::findOnlyWait(moore::ProcedureOp op) {
  moore::WaitEventOp first;
  for (Operation &each : op.getBody().front()) {
    if (isMemoryEffectFree(&each) && each.getNumOperands() == 0 && each.getNumRegions() == 0)
      continue;
    first = dyn_cast<moore::WaitEventOp>(each);
    break;
  }
  bool waitsElsewhere = op.getBody().walk([&](Operation *each) {
    bool isWait = each != first.getOperation() &&
                  isa<moore::WaitEventOp, moore::WaitLevelOp, moore::WaitDelayOp,
                      moore::WaitForkOp, moore::ForkJoinOp, moore::CallCoroutineOp>(each);
    return isWait ? WalkResult::interrupt() : WalkResult::advance();
  }).wasInterrupted();
  return waitsElsewhere ? moore::WaitEventOp() : first;
}

ArrayAttr import::staticTerms(moore::WaitEventOp wait, Procedure &code) {
  SmallVector<Watch> watches = watchesOf(wait, code);
  if (watches.empty() || !isPlain(watches))
    return {};
  SmallVector<Attribute> terms;
  for (Watch watch : watches) {
    Attribute term = eventTermOf(watch.place, watch.edge);
    if (!term)
      return {};
    terms.push_back(term);
  }
  return code.builder.getArrayAttr(terms);
}

// --- Delays and levels -----------------------------------------------------------------------------

Value import::ticksOfTime(const PureBuilder &p, Value time, uint64_t femtosecondsPerTick) {
  if (auto constant = time.getDefiningOp<csim::ConstantOp>())
    return p.constant(64, constant.getValue().isKnown()
                              ? constant.getValue().getValue().getZExtValue() / femtosecondsPerTick
                              : 0);
  Value ticks = changeStates(p, time, p.builder.getI64Type());
  if (femtosecondsPerTick == 1)
    return ticks;
  return arith::DivUIOp::create(p.builder, p.loc, ticks, p.constant(64, femtosecondsPerTick));
}

/// wait (condition): tests, then waits for a change of what it reads (9.4.3).
static LogicalResult emitWaitLevel(moore::WaitLevelOp wait, Procedure &code) {
  Block *exit = code.newBlock(), *again = code.newBlock(), *test = code.newBlock();
  cf::BranchOp::create(code.builder, code.loc, test);
  code.goOnIn(test);
  if (failed(code.inlineBlock(wait.getBody().front())))
    return failure();
  Value any = code.constant(1, 0);
  for (auto level : wait.getBody().getOps<moore::DetectLevelOp>())
    any = make<arith::OrIOp>(code, any, isTrue(code.value(level.getCondition()), code));
  cf::CondBranchOp::create(code.builder, code.loc, any, exit, again);
  code.goOnIn(again);
  waitOnReads(wait.getBody(), code);
  cf::BranchOp::create(code.builder, code.loc, test);
  code.goOnIn(exit);
  return success();
}

LogicalResult import::emitMooreTiming(Operation *op, Procedure &code) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](moore::WaitEventOp wait) { return emitWaitEvent(wait, code); })
      .Case([&](moore::WaitLevelOp wait) { return emitWaitLevel(wait, code); })
      .Case([&](moore::WaitDelayOp wait) {
        csim::WaitDelayOp::create(code.builder, code.loc,
                                  ticksOfTime(code.pure(), code.value(wait.getDelay()),
                                              code.module.femtosecondsPerTick()));
        return success();
      })
      .Case([&](moore::WaitForkOp) {
        csim::WaitForkOp::create(code.builder, code.loc);
        return success();
      })
      .Default(success()); // detections are read by their waits
}

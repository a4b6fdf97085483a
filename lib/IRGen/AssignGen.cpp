//===- AssignGen.cpp - assignments ----------------------------------------===//
//
// LRM 10.4, 11.4.1, 11.4.2: blocking, nonblocking and compound assignments,
// with intra-assignment timing (9.4.5), to any kind of place.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

namespace {
uint32_t totalWidth(const LValue &place) {
  if (place.kind == LValue::Ref)
    return csim::bitWidthOf(cast<csim::RefType>(place.ref.getType()).getPointee());
  uint32_t width = 0;
  for (const LValue &part : place.parts)
    width += totalWidth(part);
  return width;
}
} // namespace

mlir::Value FunctionGen::load(const LValue &place) {
  switch (place.kind) {
  case LValue::Ref:
    return place.type->isAggregate() ? place.ref : mlir::Value(make<csim::LoadOp>(place.ref));
  case LValue::Byte:
    return runtime("string_getc", {make<csim::LoadOp>(place.ref), place.index}, b.getIntegerType(8));
  case LValue::Slice: {
    mlir::Value result = temporary(*place.type);
    callRuntime("array_slice", {result, typeNumber(*place.type), place.ref, typeNumber(*place.array), place.index,
                                place.last});
    return result;
  }
  case LValue::Elements: {
    mlir::Value result = temporary(*place.type);
    for (auto [i, part] : llvm::enumerate(place.parts)) {
      LValue target;
      target.type = part.type;
      target.ref = partRef(result, *place.type, unsigned(i));
      storeAny(target, load(part));
    }
    return result;
  }
  default: {
    llvm::SmallVector<mlir::Value> parts;
    for (const LValue &part : place.parts)
      parts.push_back(coerce(load(part), types().vector(totalWidth(part), true)));
    return parts.size() == 1 ? parts[0] : make<csim::ConcatOp>(parts);
  }
  }
}

/// Bits [lo, lo + width of type) of a value.
mlir::Value FunctionGen::piece(mlir::Value value, uint32_t lo, const Type &type) {
  uint32_t width = type.width();
  if (csim::bitWidthOf(value.getType()) == width)
    return value;
  return make<csim::ExtractOp>(value, lo, width);
}

void FunctionGen::store(const LValue &place, mlir::Value value) {
  switch (place.kind) {
  case LValue::Ref:
    make<csim::StoreOp>(coerce(value, cast<csim::RefType>(place.ref.getType()).getPointee()), place.ref);
    return;
  case LValue::Byte: {
    mlir::Value text = make<csim::LoadOp>(place.ref);
    mlir::Value byte = convertIntegral(value, false, b.getI64Type());
    make<csim::StoreOp>(runtime("string_putc", {text, place.index, byte}, text.getType()), place.ref);
    return;
  }
  case LValue::Stream:
    if (place.slice)
      value = make<csim::ReverseBitsOp>(value, place.slice);
    [[fallthrough]];
  case LValue::Parts: {
    uint32_t lo = csim::bitWidthOf(value.getType());
    for (const LValue &part : place.parts) {
      uint32_t width = totalWidth(part);
      lo -= width;
      mlir::Value bits = width == csim::bitWidthOf(value.getType())
                             ? value
                             : mlir::Value(make<csim::ExtractOp>(value, lo, width));
      store(part, bits);
    }
    return;
  }
  case LValue::Slice:
    callRuntime("array_store_slice", {place.ref, typeNumber(*place.array), place.index, place.last, value,
                                      typeNumber(*place.type)});
    return;
  case LValue::Elements:
    for (auto [i, part] : llvm::enumerate(place.parts)) {
      mlir::Value source = partRef(value, *place.type, unsigned(i));
      storeAny(part, part.type->isAggregate() ? source : mlir::Value(make<csim::LoadOp>(source)));
    }
    return;
  }
}

void FunctionGen::storeAny(const LValue &place, mlir::Value value, bool moves) {
  if (place.kind == LValue::Ref && place.type->isAggregate())
    make<csim::CopyOp>(place.ref, value, moves);
  else
    store(place, value);
}

mlir::Value FunctionGen::emitRight(const Expr &rhs) {
  return rhs.type->isAggregate() ? emitAggregate(rhs) : emit(rhs);
}

void FunctionGen::assign(const Expr &lhs, const Expr &rhs) {
  auto *stream = dyn_cast<StreamingExpr>(&lhs);
  if (stream && (stream->type->isAggregate() || rhs.type->isAggregate() || rhs.type->isString()))
    return assignStream(*stream, rhs);
  if (appendInPlace(lhs, rhs))
    return;
  // The right side is evaluated first; LRM 11.3.5 leaves the order open, and
  // other simulators do the same.
  mlir::Value value = emitRight(rhs);
  LValue place = emitLValue(lhs);
  if (place.kind == LValue::Elements && isAddressable(rhs)) {
    // Source and target may overlap: go through a copy.
    mlir::Value copy = temporary(*rhs.type);
    make<csim::CopyOp>(copy, value);
    value = copy;
  }
  storeAny(place, value, isTemporary(rhs));
}

mlir::Value FunctionGen::emitAssignment(const AssignmentExpr &expr) {
  if (expr.isNonblocking) {
    emitNonblocking(expr);
    return poison(*expr.type);
  }
  if (expr.timing) {
    emitTimedAssignment(expr);
    return poison(*expr.type);
  }
  if (!expr.isCompound) {
    if (isa<StreamingExpr>(expr.lhs) && (expr.type->isAggregate() || !expr.rhs->type->isIntegral())) {
      assign(*expr.lhs, *expr.rhs);
      return poison(*expr.type);
    }
    if (expr.type->isAggregate()) {
      assign(*expr.lhs, *expr.rhs);
      return emitAggregate(*expr.lhs);
    }
    mlir::Value value = emit(*expr.rhs);
    store(emitLValue(*expr.lhs), value);
    return value;
  }
  LValue place = emitLValue(*expr.lhs);
  known[expr.lhsRead] = coerce(load(place), lowered(*expr.lhsRead));
  mlir::Value value = emit(*expr.rhs);
  known.erase(expr.lhsRead);
  store(place, value);
  return value;
}

/// `lhs = #d rhs`: the value is taken before waiting (9.4.5).
void FunctionGen::emitTimedAssignment(const AssignmentExpr &expr) {
  mlir::Value value = emitRight(*expr.rhs);
  if (expr.rhs->type->isAggregate()) {
    mlir::Value copy = temporary(*expr.rhs->type);
    make<csim::CopyOp>(copy, value);
    value = copy;
  }
  emitTiming(*expr.timing, nullptr);
  storeAny(emitLValue(*expr.lhs), value);
}

void FunctionGen::emitNba(const LValue &place, mlir::Value value, mlir::Value after, const TimingControl *event) {
  if (place.kind == LValue::Parts || place.kind == LValue::Stream) {
    if (place.slice)
      value = make<csim::ReverseBitsOp>(value, place.slice);
    uint32_t lo = csim::bitWidthOf(value.getType());
    for (const LValue &part : place.parts) {
      uint32_t width = totalWidth(part);
      lo -= width;
      mlir::Value bits = part.kind == LValue::Ref && width == csim::bitWidthOf(value.getType())
                             ? value
                             : mlir::Value(make<csim::ExtractOp>(value, lo, width));
      emitNba(part, bits, after, event);
    }
    return;
  }
  if (place.kind == LValue::Elements) {
    for (auto [i, part] : llvm::enumerate(place.parts)) {
      mlir::Value source = partRef(value, *place.type, unsigned(i));
      emitNba(part, part.type->isAggregate() ? source : mlir::Value(make<csim::LoadOp>(source)), after, event);
    }
    return;
  }
  if (place.type->isAggregate()) {
    make<csim::NbaCopyOp>(place.ref, value, after);
    return;
  }
  value = coerce(value, cast<csim::RefType>(place.ref.getType()).getPointee());
  if (!event) {
    make<csim::NbaOp>(value, place.ref, after);
    return;
  }
  LaterEvents later = emitLaterEvents(event);
  make<csim::NbaEventOp>(value, place.ref, b.getDenseI32ArrayAttr(later.edges), later.refs, later.repeat,
                         /*triggers=*/false);
}

/// The events of `repeat (n) @(...)` before an assignment or a trigger takes place (9.4.5).
FunctionGen::LaterEvents FunctionGen::emitLaterEvents(const TimingControl *event) {
  LaterEvents later;
  if (auto *repeated = dyn_cast<RepeatedTiming>(event)) {
    later.repeat = convertIntegral(emit(*repeated->count), repeated->count->type->isSigned(), b.getI64Type());
    event = repeated->event;
  }
  llvm::SmallVector<csim::Edge> edges;
  if (auto *events = dyn_cast<EventsTiming>(event))
    for (const EventTermExpr &term : events->terms)
      if (term.iff || !addEventRef(term, edges, later.refs))
        unsupported(*term.expr, "event expression of a nonblocking assignment", "9.4.5");
  for (csim::Edge edge : edges)
    later.edges.push_back(int32_t(edge));
  return later;
}

/// `->> @(...) event` (15.5.1).
void FunctionGen::emitTriggerOnEvent(const Expr &event, const TimingControl *timing) {
  mlir::Value ref = emitRef(event);
  LaterEvents later = emitLaterEvents(timing);
  make<csim::NbaEventOp>(make<csim::LoadOp>(ref), ref, b.getDenseI32ArrayAttr(later.edges), later.refs, later.repeat,
                         /*triggers=*/true);
}

void FunctionGen::emitNonblocking(const AssignmentExpr &expr) {
  mlir::Value value = emitRight(*expr.rhs);
  LValue place = emitLValue(*expr.lhs);
  mlir::Value after;
  const TimingControl *event = nullptr;
  if (auto *delay = expr.timing ? dyn_cast<DelayTiming>(expr.timing) : nullptr)
    after = emitDelay(*delay);
  else
    event = expr.timing;
  if (event && place.type->isAggregate())
    unsupported(expr, "intra-assignment event control of an unpacked value", "9.4.5");
  emitNba(place, value, after, event);
}

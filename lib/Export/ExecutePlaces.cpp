//===- ExecutePlaces.cpp - references, loads, stores ----------------------------===//
//
// An object is one number. A store into a part of it makes a new number from the old
// one; constant parts become concatenations, computed elements hw.array_inject.
//
//===----------------------------------------------------------------------===//

#include "Export/Execution.h"
#include "Export/ModuleExport.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;
using llvm::APInt;

static Symbolic constantBits(MLIRContext *context, const APInt &value, const APInt &unknown) {
  return Symbolic(csim::LogicAttr::get(context, value, unknown));
}

Value Execution::asBits(const Symbolic &value, unsigned width) {
  if (value.kind == Symbolic::Undefined)
    return logic.zero(width);
  if (value.kind == Symbolic::Hardware)
    return value.value;
  auto [a, b] = planesOf(value.constant);
  if (!b.isZero())
    owner.warnUnknown();
  return logic.constant((a & ~b).zextOrTrunc(width));
}

// --- References --------------------------------------------------------------------------

/// A part of what the last step selects, if that is a part too.
static void addPart(Place &place, unsigned lo, unsigned width) {
  if (!place.steps.empty() && place.steps.back().kind == Step::Part) {
    place.steps.back().lo += lo;
    place.steps.back().width = width;
    return;
  }
  place.steps.push_back({Step::Part, lo, width, {}});
}

FailureOr<Symbolic> Execution::evaluatePlace(Frame &frame, Operation *op) {
  if (auto addr = dyn_cast<csim::AddrOp>(op)) {
    if (csim::enclosingModule(op) != owner.module())
      return op->emitError("unsupported in hardware: variable of another module or package");
    FailureOr<Place> place = owner.placeOf(addr.getSymbolAttr(), op);
    return failed(place) ? FailureOr<Symbolic>() : Symbolic(*place);
  }
  if (isa<csim::LocalOp, csim::CellOp>(op)) {
    Root root{op, frame.number};
    frame.state.now[root] = {};
    if (!flatWidth(cast<csim::RefType>(op->getResult(0).getType()).getPointee()))
      return op->emitError("unsupported in hardware: variable of type ")
             << cast<csim::RefType>(op->getResult(0).getType()).getPointee();
    return Symbolic(Place{root, {}, false});
  }
  Symbolic base = lookup(frame, op->getOperand(0));
  if (base.kind != Symbolic::Reference)
    return op->emitError("unsupported in hardware: reference");
  Place place = *base.place;
  Type from = cast<csim::RefType>(op->getOperand(0).getType()).getPointee();
  unsigned width =
      unsigned(flatWidth(cast<csim::RefType>(op->getResult(0).getType()).getPointee()));
  if (auto field = dyn_cast<csim::FieldRefOp>(op)) {
    uint64_t lo = 0;
    if (auto type = dyn_cast<csim::UStructType>(from))
      for (const csim::StructField &before : type.getFields().take_front(field.getField()))
        lo += flatWidth(before.type);
    addPart(place, unsigned(lo), width);
    return Symbolic(place);
  }
  bool isElement = isa<csim::ElemRefOp>(op);
  if (auto part = dyn_cast<csim::BitsRefOp>(op); part && !part.getIndex()) {
    addPart(place, part.getLo(), width);
    return Symbolic(place);
  }
  Symbolic index = lookup(frame, op->getOperand(1));
  if (isInvalid(index)) {
    place.isNull = true;
    return Symbolic(place);
  }
  uint64_t total = flatWidth(from), count = isElement ? total / width : total;
  Index position = indexOf(index);
  auto known = CombBuilder::constantOf(position.value);
  if (known && position.lo >= 0 && !position.valid) {
    uint64_t lo = uint64_t(position.lo) * (isElement ? width : 1);
    if (lo + width <= total) {
      addPart(place, unsigned(lo), width);
      return Symbolic(place);
    }
    if (isElement || lo >= total) {
      place.isNull = true;
      return Symbolic(place);
    }
  }
  if (isElement)
    position = indices.bounded(position, count);
  place.steps.push_back({isElement ? Step::Element : Step::Bits, 0, width, position});
  return Symbolic(place);
}

// --- Loads ----------------------------------------------------------------------------------

/// Bits at a computed position; those outside are 0.
Value Execution::selectBits(const Step &step, Value from) {
  Value vector = from, position = step.index.value;
  if (step.index.lo < 0) {
    unsigned below = step.width - 1;
    Index moved = indices.normalise(step.index, -int32_t(below),
                                    int32_t(CombBuilder::widthOf(from)), false, false);
    if (below)
      vector = logic.concat({from, logic.zero(below)});
    Step inner{Step::Bits, 0, step.width, moved};
    return selectBits(inner, vector);
  }
  unsigned width = std::max(CombBuilder::widthOf(vector), step.width);
  vector = logic.extend(vector, width, false);
  Value result =
      logic.extract(logic.shift(CombBuilder::Shift::Right, vector, position), 0, step.width);
  return step.index.valid ? logic.mux(step.index.valid, result, logic.zero(step.width)) : result;
}

Symbolic Execution::selected(const Step &step, const Symbolic &from, unsigned fromWidth) {
  if (from.kind == Symbolic::Undefined)
    return from;
  if (step.kind == Step::Part) {
    if (from.kind == Symbolic::Hardware)
      return Symbolic(logic.extract(from.value, step.lo, step.width));
    auto [a, b] = planesOf(from.constant);
    return constantBits(owner.module().getContext(), a.extractBits(step.width, step.lo),
                        b.extractBits(step.width, step.lo));
  }
  Value vector = asBits(from, fromWidth);
  if (step.kind == Step::Bits)
    return Symbolic(selectBits(step, vector));
  Value element = logic.element(vector, step.index.value, step.width);
  if (step.index.valid)
    element = logic.mux(step.index.valid, element, logic.zero(step.width));
  return Symbolic(element);
}

Symbolic Execution::current(Frame &frame, Root root, uint64_t width) {
  auto it = frame.state.now.find(root);
  if (it != frame.state.now.end())
    return it->second;
  if (!isa<csim::SignalOp, csim::ExternSignalOp>(root.first))
    return {};
  if (mode == Mode::Initial)
    return owner.presetOf(root.first);
  return Symbolic(owner.read(root.first));
}

static unsigned rootWidth(Operation *op) {
  if (auto signal = dyn_cast<csim::SignalOp>(op))
    return unsigned(flatWidth(signal.getType()));
  if (auto signal = dyn_cast<csim::ExternSignalOp>(op))
    return unsigned(flatWidth(signal.getType()));
  return unsigned(flatWidth(cast<csim::RefType>(op->getResult(0).getType()).getPointee()));
}

FailureOr<Symbolic> Execution::load(Frame &frame, const Place &place, Type type) {
  Symbolic value;
  unsigned width = rootWidth(place.root.first);
  SmallVector<Step> steps(place.steps.begin(), place.steps.end());
  if (place.isNull)
    return Symbolic(logic.zero(unsigned(flatWidth(type))));
  if (owner.isMemory(place.root.first) && mode != Mode::Initial) {
    value = Symbolic(owner.readMemory(place.root.first, steps));
    width = CombBuilder::widthOf(value.value);
  }
  if (value.kind == Symbolic::Undefined)
    value = current(frame, place.root, width);
  for (const Step &step : steps) {
    value = selected(step, value, width);
    width = step.width;
  }
  if (value.kind != Symbolic::Constant)
    return value;
  auto [a, b] = planesOf(value.constant);
  if (isa<IntegerType>(type))
    return Symbolic(IntegerAttr::get(type, a & ~b));
  return value;
}

// --- Stores --------------------------------------------------------------------------------

Value Execution::injectBits(const Step &step, Value base, Value part) {
  unsigned total = CombBuilder::widthOf(base), below = 0;
  Index position = step.index;
  if (position.lo < 0) {
    below = step.width - 1;
    position = indices.normalise(position, -int32_t(below), int32_t(total), false, false);
  }
  unsigned width = total + below + step.width;
  Value ones = logic.extend(logic.constant(APInt::getAllOnes(step.width)), width, false);
  Value mask = logic.shift(CombBuilder::Shift::Left, ones, position.value);
  Value moved =
      logic.shift(CombBuilder::Shift::Left, logic.extend(part, width, false), position.value);
  mask = logic.extract(mask, below, total);
  moved = logic.extract(moved, below, total);
  Value result = logic.orOp(logic.andOp(base, logic.notOp(mask)), moved);
  return position.valid ? logic.mux(position.valid, result, base) : result;
}

Symbolic Execution::injected(const Symbolic &base, unsigned width, ArrayRef<Step> steps,
                             const Symbolic &value) {
  if (steps.empty())
    return value;
  const Step &step = steps.front();
  Symbolic inner = steps.size() > 1 ? injected(selected(step, base, width), step.width,
                                               steps.drop_front(), value)
                                    : value;
  if (inner.kind == Symbolic::Undefined)
    return base;
  if (step.kind == Step::Part) {
    bool isKnown = base.kind != Symbolic::Hardware && inner.kind == Symbolic::Constant;
    if (!isKnown)
      return Symbolic(logic.insert(asBits(base, width), asBits(inner, step.width), step.lo));
    APInt a(width, 0), b(width, 0);
    if (base.kind == Symbolic::Constant)
      std::tie(a, b) = planesOf(base.constant);
    auto [partA, partB] = planesOf(inner.constant);
    a.insertBits(partA, step.lo);
    b.insertBits(partB, step.lo);
    return constantBits(owner.module().getContext(), a, b);
  }
  Value vector = asBits(base, width), part = asBits(inner, step.width);
  if (step.kind == Step::Bits)
    return Symbolic(injectBits(step, vector, part));
  Value position = step.index.value;
  if (step.index.valid) {
    if (!llvm::isPowerOf2_64(width / step.width))
      position = logic.mux(step.index.valid, position, logic.zero(CombBuilder::widthOf(position)));
    part = logic.mux(step.index.valid, part, logic.element(vector, position, step.width));
  }
  return Symbolic(logic.setElement(vector, position, part));
}

/// Which bits the place may be.
void Execution::noteWrite(const Place &place) {
  unsigned lo = 0, width = rootWidth(place.root.first), total = width;
  for (const Step &step : place.steps) {
    if (step.kind != Step::Part)
      break;
    lo += step.lo;
    width = step.width;
  }
  auto [it, isNew] = written.insert({place.root.first, {APInt(total, 0), logic.loc}});
  it->second.first.setBits(lo, lo + width);
}

LogicalResult Execution::store(Frame &frame, const Place &place, Symbolic value, Type type,
                               bool isNext) {
  if (place.isNull)
    return success();
  if (!value.isBits())
    return failure();
  if (value.kind == Symbolic::Constant && !isa<csim::LogicAttr>(value.constant)) {
    if (!isa<IntegerAttr>(value.constant))
      return failure();
    auto [a, b] = planesOf(value.constant);
    value = constantBits(owner.module().getContext(), a, b);
  }
  Operation *signal = place.root.first;
  bool isSignal = isa<csim::SignalOp, csim::ExternSignalOp>(signal);
  unsigned width = rootWidth(signal);
  if (isSignal && owner.isMemory(signal) && mode != Mode::Initial)
    return owner.writeMemory(signal, place.steps, asBits(value, unsigned(flatWidth(type))),
                             conditions.emit(frame.condition));
  if (isSignal)
    noteWrite(place);
  Symbolic base;
  Values &values = isNext ? frame.state.next : frame.state.now;
  auto it = values.find(place.root);
  bool isWhole = place.steps.empty();
  if (it != values.end())
    base = it->second;
  else if (!isWhole)
    base = mode == Mode::Initial && isSignal ? owner.presetOf(signal) : baseOf(place.root, isNext);
  values[place.root] = injected(base, width, place.steps, value);
  return success();
}

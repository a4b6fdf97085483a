//===- SVPlaces.cpp - wires, variables and their parts ------------------------===//
//
// A reference to an object is its address; selects of references are made again where they
// are used. An unpacked array is stored element by element: a memory is not moved as a
// whole when one word is read.
//
// A wire is a net with four states if its drivers must be resolved: it is connected to an
// inout port, driven by several assignments as a whole, or by one that may be z. Such a
// driver is a tree of multiplexers with sv.constantZ among its leaves. Drivers of parts of
// other wires must not overlap.
//
//===----------------------------------------------------------------------===//

#include "Import/SVImport.h"

#include "Import/MooreImport.h"

#include "IR/Circt/Comb/Comb.h"
#include "IR/Circt/SV/SV.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

static Type elementOf(Value place) { return cast<hw::InOutType>(place.getType()).getElementType(); }

bool import::isSVPart(Operation *op) {
  return isa_and_present<sv::ArrayIndexInOutOp, sv::IndexedPartSelectInOutOp,
                         sv::StructFieldInOutOp>(op);
}

/// The object that a reference is a part of.
static Value objectOf(Value place) {
  while (isSVPart(place.getDefiningOp()))
    place = place.getDefiningOp()->getOperand(0);
  return place;
}

// --- Parts -----------------------------------------------------------------------------

/// Bits below a field of the structure behind a reference.
static unsigned offsetOf(sv::StructFieldInOutOp op, const TypeLowering &types) {
  auto type = cast<hw::StructType>(types.resolve(elementOf(op.getInput())));
  unsigned lo = 0;
  bool isBelow = false;
  for (const hw::FieldInfo &field : type.getElements()) {
    lo += isBelow ? *types.widthOf(field.type) : 0;
    isBelow |= field.name == op.getFieldAttr();
  }
  return lo;
}

/// The least selected element of a part select.
static Value lowestOf(sv::IndexedPartSelectInOutOp op, Procedure &code) {
  Value base = code.pure().toIndex(code.value(op.getBase()));
  if (!op.getDecrement())
    return base;
  return arith::SubIOp::create(code.builder, code.loc, base,
                               code.constant(64, uint64_t(op.getWidth()) - 1));
}

LogicalResult import::makeSVPart(Operation *op, Procedure &code) {
  const TypeLowering &types = code.module.types;
  Value base = code.value(op->getOperand(0));
  Type part = elementOf(op->getResult(0));
  bool isUnpacked = isAggregate(cast<csim::RefType>(base.getType()).getPointee());
  std::optional<unsigned> width = types.widthOf(part);
  if (!width || (isUnpacked && !isa<sv::ArrayIndexInOutOp>(op)))
    return op->emitError("unsupported: this part of an unpacked array");
  auto bits = [&](auto position) -> Value {
    return csim::BitsRefOp::create(code.builder, code.loc, base, position, std::max(1u, *width));
  };
  auto scaled = [&](Value index, unsigned stride) -> Value {
    return stride == 1 ? index
                       : arith::MulIOp::create(code.builder, code.loc, index,
                                               code.constant(64, stride));
  };
  Value made =
      llvm::TypeSwitch<Operation *, Value>(op)
          .Case([&](sv::ArrayIndexInOutOp select) -> Value {
            Value index = code.pure().toIndex(code.value(select.getIndex()));
            if (isUnpacked)
              return csim::ElemRefOp::create(code.builder, code.loc, base, index);
            return bits(scaled(index, *width));
          })
          .Case([&](sv::IndexedPartSelectInOutOp select) {
            unsigned count = std::max<unsigned>(1, unsigned(select.getWidth()));
            return bits(scaled(lowestOf(select, code), *width / count));
          })
          .Case([&](sv::StructFieldInOutOp field) { return bits(offsetOf(field, types)); });
  code.define(op->getResult(0), made);
  return success();
}

// --- Access ------------------------------------------------------------------------------

static Value elementAt(Value array, uint64_t index, Procedure &code) {
  return csim::ElemRefOp::create(code.builder, code.loc, array, code.constant(64, index));
}

Value import::readSVPlace(Value place, Procedure &code) {
  PureBuilder p = code.pure();
  auto array = dyn_cast<csim::UArrayType>(cast<csim::RefType>(place.getType()).getPointee());
  Value value = code.load(place);
  if (!array)
    return isa<csim::LogicType>(value.getType())
               ? changeStates(p, value, p.builder.getIntegerType(csim::bitWidthOf(value.getType())))
               : value;
  SmallVector<Value> parts;
  for (uint64_t i = array.getCount(); i-- > 0;)
    parts.push_back(readSVPlace(elementAt(place, i, code), code));
  return parts.size() == 1 ? parts[0] : csim::ConcatOp::create(p.builder, p.loc, parts);
}

void import::writeSVPlace(Value value, Value place, bool isNonblocking, Procedure &code) {
  Type stored = cast<csim::RefType>(place.getType()).getPointee();
  if (auto array = dyn_cast<csim::UArrayType>(stored)) {
    unsigned width = csim::bitWidthOf(value.getType()) / unsigned(array.getCount());
    for (uint64_t i = 0; i != array.getCount(); ++i)
      writeSVPlace(code.pure().extract(value, unsigned(i) * width, width),
                   elementAt(place, i, code), isNonblocking, code);
  } else if (isNonblocking) {
    csim::NbaOp::create(code.builder, code.loc, value, place, Value());
  } else {
    code.store(value, place);
  }
}

LogicalResult import::declareSVRead(Operation *op, ModuleImport &module) {
  auto read = cast<sv::ReadInOutOp>(op);
  Signal signal = module.referenced(read.getInput());
  if (signal && isa<IntegerType>(signal.type)) {
    module.liveIn(read, signal);
    return success();
  }
  capture(module, read.getInput());
  Signal home = module.define(read, "");
  module.addProcedure(op->getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    code.store(readSVPlace(code.value(read.getInput()), code), code.addressOf(home));
    csim::ReturnOp::create(code.builder, code.loc);
    return success();
  });
  return success();
}

// --- Continuous assignments -----------------------------------------------------------------

/// Whether a driver may leave its net undriven; what it reads if so.
static bool mayBeUndriven(Value value, const ModuleImport &module, SmallVectorImpl<Value> &uses) {
  value = module.resolve(value);
  if (value.getDefiningOp<sv::ConstantZOp>())
    return true;
  if (auto choice = value.getDefiningOp<comb::MuxOp>()) {
    SmallVector<Value> inner;
    bool first = mayBeUndriven(choice.getTrueValue(), module, inner);
    bool second = mayBeUndriven(choice.getFalseValue(), module, inner);
    if (first || second) {
      uses.push_back(choice.getCond());
      uses.append(inner);
      return true;
    }
  }
  uses.push_back(value);
  return false;
}

/// The driving value with four states.
static Value drivingValue(Value value, BodyEmitter &body) {
  value = body.module.resolve(value);
  PureBuilder p = body.pure(value.getLoc());
  unsigned width = std::max(1u, body.module.types.widthOf(value.getType()).value_or(1));
  if (value.getDefiningOp<sv::ConstantZOp>())
    return csim::ConstantOp::create(p.builder, p.loc,
                                    csim::LogicAttr::getAllZ(p.builder.getContext(), width));
  SmallVector<Value> uses;
  auto choice = value.getDefiningOp<comb::MuxOp>();
  if (!choice || !mayBeUndriven(value, body.module, uses))
    return changeStates(p, body.value(value),
                        csim::LogicType::get(p.builder.getContext(), width));
  return arith::SelectOp::create(p.builder, p.loc, body.value(choice.getCond()),
                                 drivingValue(choice.getTrueValue(), body),
                                 drivingValue(choice.getFalseValue(), body));
}

static std::optional<uint64_t> constantOf(Value value) {
  auto constant = value.getDefiningOp<hw::ConstantOp>();
  if (!constant || constant.getValue().getActiveBits() > 32)
    return std::nullopt;
  return constant.getValue().getZExtValue();
}

/// Bits [first, second) of the object that a reference may be.
static std::pair<uint64_t, uint64_t> rangeOf(Value place, const TypeLowering &types,
                                             bool &isConstant) {
  uint64_t width = types.widthOf(elementOf(place)).value_or(0);
  Operation *op = place.getDefiningOp();
  if (!isSVPart(op))
    return {0, width};
  auto [lo, hi] = rangeOf(op->getOperand(0), types, isConstant);
  if (auto field = dyn_cast<sv::StructFieldInOutOp>(op)) {
    lo += offsetOf(field, types);
    return {lo, lo + width};
  }
  std::optional<uint64_t> index = constantOf(op->getOperand(1));
  uint64_t stride = width;
  if (auto slice = dyn_cast<sv::IndexedPartSelectInOutOp>(op)) {
    stride = width / std::max<uint64_t>(1, slice.getWidth());
    if (index && slice.getDecrement())
      index = *index + 1 - slice.getWidth();
  }
  isConstant &= index.has_value();
  if (!index)
    return {lo, hi};
  return {lo + *index * stride, lo + *index * stride + width};
}

/// A continuous assignment to a net: a driver.
static LogicalResult declareDriver(sv::AssignOp assign, Signal net, ModuleImport &module) {
  bool isConstant = true;
  auto [lo, hi] = rangeOf(assign.getDest(), module.types, isConstant);
  if (!isConstant)
    return assign.emitError("unsupported: driver of a computed part of a net");
  unsigned width = std::max(1u, unsigned(hi - lo));
  bool isWhole = !isSVPart(assign.getDest().getDefiningOp());
  Signal driver = module.addDriver(assign.getLoc(), net, unsigned(lo), isWhole ? 0 : width,
                                   csim::LogicType::get(assign.getContext(), width));
  Process &process = module.following(assign.getLoc());
  (void)mayBeUndriven(assign.getSrc(), module, process.uses);
  process.steps.push_back([=](BodyEmitter &body) mutable {
    body.store(drivingValue(assign.getSrc(), body), driver);
  });
  return success();
}

LogicalResult import::declareSVAssign(Operation *op, ModuleImport &module) {
  auto assign = cast<sv::AssignOp>(op);
  Signal object = module.referenced(objectOf(assign.getDest()));
  if (object && isa<csim::LogicType>(object.type))
    return declareDriver(assign, object, module);
  Signal whole = module.referenced(assign.getDest());
  if (whole && isa<IntegerType>(whole.type)) {
    Process &process = module.following(op->getLoc());
    process.uses.push_back(assign.getSrc());
    process.steps.push_back([=](BodyEmitter &body) mutable {
      body.store(body.value(assign.getSrc()), whole);
    });
    return success();
  }
  capture(module, assign.getSrc());
  capture(module, assign.getDest());
  module.addProcedure(op->getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    writeSVPlace(code.value(assign.getSrc()), code.value(assign.getDest()),
                 /*isNonblocking=*/false, code);
    csim::ReturnOp::create(code.builder, code.loc);
    return success();
  });
  return success();
}

LogicalResult import::declareSVAlias(Operation *op, ModuleImport &module) {
  Signal first = module.referenced(op->getOperand(0));
  for (Value other : op->getOperands()) {
    Signal net = module.referenced(other);
    if (!net || !isa<csim::LogicType>(net.type) || net.type != first.type)
      return op->emitError("unsupported: alias of something else than whole wires of one width "
                           "(IEEE 1800-2023 10.11)");
    if (net.symbol != first.symbol)
      module.join(op->getLoc(), first, net, csim::bitWidthOf(net.type));
  }
  return success();
}

// --- Declarations ----------------------------------------------------------------------------

/// Continuous assignments to an object or its parts.
static void collectDrivers(Value place, SmallVectorImpl<sv::AssignOp> &drivers) {
  for (Operation *user : place.getUsers()) {
    if (auto assign = dyn_cast<sv::AssignOp>(user); assign && assign.getDest() == place)
      drivers.push_back(assign);
    else if (isSVPart(user))
      collectDrivers(user->getResult(0), drivers);
  }
}

static bool isResolved(sv::WireOp wire, ModuleImport &module) {
  if (hw::isOf<hw::UnpackedArrayType>(elementOf(wire)))
    return false;
  if (llvm::any_of(wire->getUsers(), [](Operation *user) {
        return isa<hw::InstanceOp, hw::InstanceChoiceOp, sv::AliasOp>(user);
      }))
    return true;
  SmallVector<sv::AssignOp> drivers;
  collectDrivers(wire, drivers);
  unsigned whole = 0;
  for (sv::AssignOp driver : drivers) {
    SmallVector<Value> uses;
    whole += driver.getDest() == wire.getResult();
    if (mayBeUndriven(driver.getSrc(), module, uses))
      return true;
  }
  return whole > 1;
}

/// An error for drivers of the same bits of a variable.
static LogicalResult rejectOverlaps(Operation *object, ModuleImport &module) {
  SmallVector<sv::AssignOp> drivers;
  collectDrivers(object->getResult(0), drivers);
  SmallVector<std::pair<uint64_t, uint64_t>> ranges;
  for (sv::AssignOp driver : drivers) {
    bool isConstant = true;
    auto range = rangeOf(driver.getDest(), module.types, isConstant);
    for (auto other : ranges)
      if (range.first < other.second && other.first < range.second)
        return driver.emitError("unsupported: several drivers of the same bits of a variable "
                                "(IEEE 1800-2023 6.5)");
    ranges.push_back(range);
  }
  return success();
}

static LogicalResult declareObject(Operation *op, StringRef name, ModuleImport &module) {
  Value place = op->getResult(0);
  Type type = module.types.storageOf(elementOf(place));
  if (!type)
    return op->emitError("unsupported: object of type ") << place.getType();
  auto wire = dyn_cast<sv::WireOp>(op);
  if (wire && isResolved(wire, module)) {
    type = csim::LogicType::get(op->getContext(), csim::bitWidthOf(type));
    module.refer(place, module.addSignal(op->getLoc(), name, type, csim::NetKind::Wire));
    return success();
  }
  module.refer(place, module.addSignal(op->getLoc(), name, type));
  return rejectOverlaps(op, module);
}

LogicalResult import::declareSVStorage(ModuleImport &module) {
  for (Operation &op : module.sourceOp()->getRegion(0).front()) {
    LogicalResult done =
        llvm::TypeSwitch<Operation *, LogicalResult>(&op)
            .Case<sv::WireOp, sv::LogicOp>(
                [&](auto object) { return declareObject(object, object.getName(), module); })
            .Case([&](sv::RegOp reg) {
              if (failed(declareObject(reg, reg.getName(), module)))
                return failure();
              if (Value init = reg.getInit()) {
                Signal home = module.referenced(reg);
                if (!isa<IntegerType>(home.type))
                  return LogicalResult(reg.emitError("unsupported: initial value of an array"));
                module.initialise([=](BodyEmitter &body) { body.store(body.value(init), home); });
              }
              return success();
            })
            .Case<sv::XMROp, sv::XMRRefOp>([&](auto far) { return declareSVPath(far, module); })
            .Default(success());
    if (failed(done))
      return failure();
  }
  return success();
}

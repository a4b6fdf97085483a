//===- GenAssign.cpp - nonblocking, driven, forced and whole-object stores --===//
//
// LRM 10.4.2 (nonblocking), 10.3 (continuous, with delays), 10.6 (force and
// procedural continuous assignment). Addresses fold as for plain stores.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "mlir/IR/Matchers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

bool FunctionGen::nbaDirect(const Address &address, VSlot value, Shape shape) {
  bool isSlot = address.base == Address::Slot;
  if (address.base == Address::Opaque || address.bitIndex || !address.indices.empty() ||
      (isSlot && address.offset != 0))
    return false;
  auto at = uint32_t(isSlot ? address.index : address.blockOffset + address.offset);
  uint32_t signal = isSlot ? 0 : address.index;
  if (!address.hasBits && shape.isSmall()) {
    Opcode local = shape.isFour ? Opcode::NbaL : Opcode::NbaI;
    Opcode slot = shape.isFour ? Opcode::NbapL : Opcode::NbapI;
    emit(isSlot ? slot : local, value, at, signal, uint16_t(shape.width));
    return true;
  }
  emit2(isSlot ? Opcode::NbapPart : Opcode::NbaPart, shape.flags(), value, at, signal, shape.width,
        uint32_t(address.lo), unitWidthOf(address, shape));
  return true;
}

void FunctionGen::genNba(csim::NbaOp op) {
  Shape shape = shapeOf(op.getValue().getType());
  Address address = addressOf(op.getRef());
  VSlot value = use(op.getValue());
  if (address.isNull || (!op.getAfter() && nbaDirect(address, value, shape)))
    return;
  VSlot after = op.getAfter() ? use(op.getAfter()) : NoSlot;
  emit2(Opcode::NbaRef, shape.flags(), value, use(op.getRef()), 0, shape.width,
        unitWidthOf(address, shape), 0, after);
}

FunctionGen::Result FunctionGen::genNbaEvent(csim::NbaEventOp op) {
  Shape shape = shapeOf(op.getValue().getType());
  Address address = addressOf(op.getRef());
  VSlot repeat = op.getRepeat() ? use(op.getRepeat()) : NoSlot;
  VSlot value = use(op.getValue()), ref = use(op.getRef());
  uint32_t wait = waitDescriptor(op.getEdges(), op.getEvents());
  uint32_t unitWidth = op.getTriggers() ? 0 : unitWidthOf(address, shape);
  emit2(Opcode::NbaRefEvent, shape.flags(), value, ref, wait, shape.width, unitWidth, 0, repeat);
  return success();
}

void FunctionGen::genDrive(csim::DriveOp op) {
  if (!op.getRise())
    return genStore(op.getValue(), op.getRef());
  Shape shape = shapeOf(op.getValue().getType());
  Address address = addressOf(op.getRef());
  VSlot delays = delaySlots({op.getRise(), op.getFall(), op.getTurnOff()});
  VSlot value = use(op.getValue());
  if (address.base == Address::Slot && !address.offset && !address.hasBits &&
      address.indices.empty()) {
    emit2(Opcode::Drivep, shape.flags(), value, address.index, 0, shape.width, shape.width, delays);
    return;
  }
  emit2(Opcode::Drive, shape.flags(), value, use(op.getRef()), 0, shape.width,
        unitWidthOf(address, shape), delays);
}

/// Three delays in consecutive slots; constants if they are.
VSlot FunctionGen::delaySlots(ArrayRef<Value> ticks) {
  SmallVector<uint64_t, 3> words;
  for (Value value : ticks) {
    APInt constant;
    if (matchPattern(value, m_ConstantInt(&constant)) && constant.getBitWidth() <= 64)
      words.push_back(constant.getZExtValue());
  }
  if (words.size() == ticks.size())
    return code.constant(words);
  VSlot delays = code.newRegister(uint32_t(ticks.size()));
  for (auto [i, value] : llvm::enumerate(ticks))
    move(delays + uint32_t(i), use(value), 1);
  return delays;
}

/// Bits that a force covers, and the width of the unit they lie in: of all of the storage of an
/// unpacked object.
std::pair<Shape, uint32_t> FunctionGen::forcedShape(Value ref) {
  Type type = cast<csim::RefType>(ref.getType()).getPointee();
  Shape shape = shapeOf(type);
  if (!isa<csim::UArrayType, csim::UStructType>(type))
    return {shape, unitWidthOf(addressOf(ref), shape)};
  shape.width = uint32_t(layout.storageOf(type).size * 8);
  return {shape, shape.width};
}

FunctionGen::Result FunctionGen::genForce(csim::ForceOp op) {
  const Member *process = module.find(op.getProcessAttr().getAttr());
  if (!process || process->kind != Member::Function)
    return op.emitOpError("names a process that is not declared");
  Address address = addressOf(op.getRef());
  if (!op.getAssign() && address.base != Address::Opaque && !address.isOperand)
    generator.getImage().modules[module.id].forced.push_back(
        {address.base == Address::Slot ? model::SignalOperand::Slot : model::SignalOperand::Local,
         address.index});
  auto [shape, unitWidth] = forcedShape(op.getRef());
  emit2(Opcode::Force, shape.flags(), use(op.getRef()), process->index, op.getAssign(), shape.width,
        unitWidth);
  return success();
}

std::optional<FunctionGen::Result> FunctionGen::genAssign(Operation *op) {
  auto done = []() -> std::optional<Result> { return success(); };
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<csim::NbaOp>([&](csim::NbaOp o) { return genNba(o), done(); })
      .Case<csim::NbaEventOp>([&](csim::NbaEventOp o) { return genNbaEvent(o); })
      .Case<csim::NbaCopyOp>([&](csim::NbaCopyOp o) {
        VSlot to = use(o.getTarget()), from = use(o.getSource());
        VSlot after = o.getAfter() ? use(o.getAfter()) : NoSlot;
        emit2(Opcode::NbaCopy, 0, to, from, typeIndex(o.getTarget().getType().getPointee()), 0, 0,
              0, after);
        return done();
      })
      .Case<csim::DriveOp>([&](csim::DriveOp o) { return genDrive(o), done(); })
      .Case<csim::CopyOp>([&](csim::CopyOp o) {
        VSlot to = use(o.getTarget()), from = use(o.getSource());
        emit2(Opcode::CopyRef, 0, to, from, typeIndex(o.getTarget().getType().getPointee()),
              o.getMoves());
        return done();
      })
      .Case<csim::InitOp>([&](csim::InitOp o) {
        emit(Opcode::InitRef, use(o.getRef()), typeIndex(o.getRef().getType().getPointee()));
        return done();
      })
      .Case<csim::EqRefOp>([&](csim::EqRefOp o) {
        VSlot x = use(o.getLhs()), y = use(o.getRhs());
        emit2(Opcode::EqRef, 0, *wanted(o), x, y, typeIndex(o.getLhs().getType().getPointee()));
        return done();
      })
      .Case<csim::ForceOp>([&](csim::ForceOp o) { return genForce(o); })
      .Case<csim::ForceStoreOp>([&](csim::ForceStoreOp o) {
        Shape shape = shapeOf(o.getValue().getType());
        VSlot value = use(o.getValue()), ref = use(o.getRef());
        emit2(Opcode::ForceStore, shape.flags(), value, ref, o.getAssign(), shape.width,
              unitWidthOf(addressOf(o.getRef()), shape));
        return done();
      })
      .Case<csim::ReleaseOp>([&](csim::ReleaseOp o) {
        auto [shape, unitWidth] = forcedShape(o.getRef());
        emit2(Opcode::Release, shape.flags(), use(o.getRef()), 0, o.getAssign(), shape.width,
              unitWidth);
        return done();
      })
      .Default([](Operation *) { return std::nullopt; });
}

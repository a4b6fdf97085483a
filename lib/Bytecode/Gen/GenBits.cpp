//===- GenBits.cpp - selects, concatenation, replication --------------------===//
//
// Constant selects of small values are shifts and masks; of wide two-state values
// they reach into a single slot where they can. A concatenation builds up from
// its most significant part; leading zeros vanish, since slots are normalised.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;

void FunctionGen::genExtract(csim::ExtractOp op, VSlot to) {
  Shape whole = shapeOf(op.getInput().getType()), part = shapeOf(op.getType());
  VSlot x = use(op.getInput());
  uint32_t lo = op.getLo();
  if (whole.isSmall()) {
    emit(whole.isFour ? Opcode::ExtractL : Opcode::ExtractI, to, x, lo, uint16_t(part.width));
    return;
  }
  bool isInOneWord = lo / 64 == (lo + part.width - 1) / 64;
  if (!whole.isFour && isInOneWord) {
    VSlot word = x + lo / 64;
    if (part.width == 64)
      emit(Opcode::Mov, to, word);
    else
      emit(Opcode::ExtractI, to, word, lo % 64, uint16_t(part.width));
    return;
  }
  emit2(Opcode::ExtractW, whole.flags(), to, x, 0, part.width, whole.width, lo);
}

static bool isKnownZero(Value value) {
  csim::LogicAttr logic;
  if (matchPattern(value, m_Constant(&logic)))
    return logic.isKnown() && logic.getValue().isZero();
  return isa<IntegerType>(value.getType()) && matchPattern(value, m_Zero());
}

void FunctionGen::genConcat(csim::ConcatOp op, VSlot to) {
  Shape shape = shapeOf(op.getType());
  SmallVector<Value> parts(op.getInputs());
  size_t first = 0;
  while (first + 1 < parts.size() && isKnownZero(parts[first]))
    ++first;
  if (shape.isSmall()) {
    VSlot acc = use(parts[first]);
    if (first + 1 == parts.size())
      return move(to, acc, shape.slots());
    for (size_t i = first + 1; i < parts.size(); ++i) {
      VSlot next = i + 1 == parts.size() ? to : temporary(shape);
      emit(shape.isFour ? Opcode::ConcatL : Opcode::ConcatI, next, acc, use(parts[i]),
           uint16_t(shapeOf(parts[i].getType()).width));
      acc = next;
    }
    return;
  }
  // The lowest part, extended; then the others over it.
  uint32_t lo = shapeOf(parts.back().getType()).width;
  emit2(Opcode::ExtW, shape.flags(), to, use(parts.back()), 0, lo, shape.width);
  for (size_t i = parts.size() - 1; i-- > first;) {
    uint32_t width = shapeOf(parts[i].getType()).width;
    emit2(Opcode::InsertW, shape.flags(), to, use(parts[i]), 0, width, shape.width, lo);
    lo += width;
  }
}

void FunctionGen::genInsert(VSlot to, Value base, Value part, uint64_t lo) {
  Shape whole = shapeOf(base.getType()), piece = shapeOf(part.getType());
  VSlot x = use(base), y = use(part);
  move(to, x, whole.slots());
  if (whole.isSmall())
    emit(whole.isFour ? Opcode::InsertL : Opcode::InsertI, to, y, uint32_t(lo),
         uint16_t(piece.width));
  else
    emit2(Opcode::InsertW, whole.flags(), to, y, 0, piece.width, whole.width, uint32_t(lo));
}

std::optional<FunctionGen::Result> FunctionGen::genBits(Operation *op) {
  auto done = []() -> std::optional<Result> { return success(); };
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<csim::ExtractOp>([&](csim::ExtractOp o) { return genExtract(o, *wanted(o)), done(); })
      .Case<csim::ConcatOp>([&](csim::ConcatOp o) { return genConcat(o, *wanted(o)), done(); })
      .Case<csim::InsertOp>([&](csim::InsertOp o) {
        return genInsert(*wanted(o), o.getBase(), o.getPart(), o.getLo()), done();
      })
      .Case<csim::ReplicateOp>([&](csim::ReplicateOp o) {
        Shape shape = shapeOf(o.getType());
        uint32_t width = shapeOf(o.getInput().getType()).width, count = shape.width / width;
        VSlot to = *wanted(o), x = use(o.getInput());
        if (shape.isSmall())
          emit(shape.isFour ? Opcode::ReplL : Opcode::ReplI, to, x, count, uint16_t(width));
        else
          emit2(Opcode::ReplW, shape.flags(), to, x, 0, width, count);
        return done();
      })
      .Case<csim::DynExtractOp>([&](csim::DynExtractOp o) {
        Shape whole = shapeOf(o.getInput().getType());
        VSlot to = *wanted(o), x = use(o.getInput()), index = use(o.getIndex());
        emit2(Opcode::DynExtract, whole.flags(), to, x, index, shapeOf(o.getType()).width,
              whole.width);
        return done();
      })
      .Case<csim::DynInsertOp>([&](csim::DynInsertOp o) {
        Shape whole = shapeOf(o.getType());
        VSlot to = *wanted(o), x = use(o.getBase()), y = use(o.getPart());
        VSlot index = use(o.getIndex());
        move(to, x, whole.slots());
        emit2(Opcode::DynInsert, whole.flags(), to, y, index, shapeOf(o.getPart().getType()).width,
              whole.width);
        return done();
      })
      .Case<csim::ReverseBitsOp>([&](csim::ReverseBitsOp o) {
        Shape shape = shapeOf(o.getType());
        VSlot to = *wanted(o), x = use(o.getInput());
        emit2(Opcode::ReverseBits, shape.flags(), to, x, 0, shape.width, o.getSlice());
        return done();
      })
      .Case<csim::CountBitsOp>([&](csim::CountBitsOp o) {
        Shape shape = shapeOf(o.getInput().getType());
        VSlot to = *wanted(o), x = use(o.getInput());
        emit2(Opcode::CountBits, shape.flags(), to, x, o.getMask(), shape.width);
        return done();
      })
      .Default([](Operation *) { return std::nullopt; });
}

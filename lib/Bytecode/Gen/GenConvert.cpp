//===- GenConvert.cpp - changes of width, state kind and index --------------===//
//
// Widenings that leave slots as they are have been absorbed by `resolve`; what
// arrives here needs an instruction.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;

void FunctionGen::genResize(VSlot to, Shape toShape, Value from, bool isSigned) {
  Shape shape = shapeOf(from.getType());
  VSlot x = use(from);
  bool isFour = shape.isFour;
  if (shape.isSmall() && toShape.isSmall()) {
    if (toShape.width < shape.width)
      emit(isFour ? Opcode::TruncL : Opcode::TruncI, to, x, 0, uint16_t(toShape.width));
    else if (isSigned && toShape.width > shape.width)
      emit(isFour ? Opcode::SextL : Opcode::SextI, to, x, shape.width, uint16_t(toShape.width));
    else
      move(to, x, toShape.slots());
    return;
  }
  if (!isFour && toShape.isSmall()) {
    // The low word of a two-state value is a slot of its own.
    if (toShape.width == 64)
      emit(Opcode::Mov, to, x);
    else
      emit(Opcode::TruncI, to, x, 0, uint16_t(toShape.width));
    return;
  }
  emit2(Opcode::ExtW, shape.flags(isSigned), to, x, 0, shape.width, toShape.width);
}

std::optional<FunctionGen::Result> FunctionGen::genConversion(Operation *op) {
  if (op->getNumResults() != 1)
    return std::nullopt;
  std::optional<VSlot> slot = wanted(op->getResult(0));
  if (!slot)
    return std::nullopt;
  VSlot to = *slot;
  Shape shape = shapeOf(op->getResult(0).getType());
  auto done = []() -> std::optional<Result> { return success(); };
  auto source = [&]() { return shapeOf(op->getOperand(0).getType()); };
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<csim::ToLogicOp>([&](csim::ToLogicOp o) {
        if (shape.isSmall())
          emit(Opcode::IToL, to, use(o.getInput()));
        else
          emit2(Opcode::IToLW, model::FlagFour, to, use(o.getInput()), 0, shape.width);
        return done();
      })
      .Case<csim::ToBitsOp>([&](csim::ToBitsOp o) {
        if (shape.isSmall())
          emit(Opcode::LToI, to, use(o.getInput()));
        else
          emit2(Opcode::LToIW, model::FlagFour, to, use(o.getInput()), 0, shape.width);
        return done();
      })
      .Case<csim::ExtendOp>([&](csim::ExtendOp o) {
        return genResize(to, shape, o.getInput(), o.getIsSigned()), done();
      })
      .Case<arith::ExtSIOp>(
          [&](arith::ExtSIOp o) { return genResize(to, shape, o.getIn(), true), done(); })
      .Case<csim::TruncOp, arith::TruncIOp, arith::ExtUIOp>(
          [&](auto) { return genResize(to, shape, op->getOperand(0), false), done(); })
      .Case<csim::ToRealOp>([&](csim::ToRealOp o) {
        emit2(Opcode::ToReal, source().flags(o.getIsSigned()), to, use(o.getInput()), 0,
              source().width);
        return done();
      })
      .Case<csim::FromRealOp>([&](csim::FromRealOp o) {
        emit2(Opcode::FromReal, shape.flags(), to, use(o.getInput()), 0, shape.width);
        return done();
      })
      .Case<csim::RoundShortOp>([&](csim::RoundShortOp o) {
        return emit(Opcode::RoundF, to, use(o.getInput()), 0, 64), done();
      })
      .Case<csim::ToIndexOp>([&](csim::ToIndexOp o) {
        Shape from = source();
        // Wider ones may be far beyond any object: the general instruction checks.
        if (from.width <= 62)
          emit(from.isFour ? Opcode::LToIndex : Opcode::IToIndex, to, use(o.getInput()),
               o.getIsSigned(), uint16_t(from.width));
        else
          emit2(Opcode::ToIndexW, from.flags(o.getIsSigned()), to, use(o.getInput()), 0,
                from.width);
        return done();
      })
      .Case<csim::NormIndexOp>([&](csim::NormIndexOp o) {
        int64_t span = std::abs(int64_t(o.getLeft()) - o.getRight());
        emit2(Opcode::NormIndex, 0, to, use(o.getIndex()), o.getPacked(), uint32_t(o.getLeft()),
              uint32_t(o.getRight()), o.getUnbounded() ? 0 : uint32_t(span + 1));
        return done();
      })
      .Case<csim::LinIndexOp>([&](csim::LinIndexOp o) {
        VSlot acc = use(o.getAcc()), index = use(o.getIndex());
        uint64_t count = o.getCount();
        if (count <= UINT16_MAX)
          emit(Opcode::LinIndex, to, acc, index, uint16_t(count));
        else
          emit2(Opcode::LinIndexK, 0, to, acc, index, uint32_t(count));
        return done();
      })
      .Case<csim::AddIndexOp>([&](csim::AddIndexOp o) {
        VSlot x = use(o.getLhs()), y = use(o.getRhs());
        return emit(Opcode::AddIndex, to, x, y), done();
      })
      .Default([](Operation *) { return std::nullopt; });
}

//===- GenArith.cpp - arithmetic, logic, selection --------------------------===//
//
// Small (<= 64 bits) operands use one-unit instructions of the I or L family,
// others the two-unit W family. Selection overwrites the false value.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;

void FunctionGen::binaryValues(VSlot to, Shape shape, VSlot x, VSlot y, Opcode two, Opcode four,
                               Opcode wide, bool isSigned) {
  if (shape.isSmall())
    emit(shape.isFour ? four : two, to, x, y, uint16_t(shape.width));
  else
    emit2(wide, shape.flags(isSigned), to, x, y, shape.width);
}

void FunctionGen::binary(Operation *op, Opcode two, Opcode four, Opcode wide, bool isSigned) {
  VSlot x = use(op->getOperand(0)), y = use(op->getOperand(1));
  binaryValues(*wanted(op->getResult(0)), shapeOf(op->getResult(0).getType()), x, y, two, four,
               wide, isSigned);
}

void FunctionGen::unary(Operation *op, Opcode two, Opcode four, Opcode wide) {
  Shape shape = shapeOf(op->getResult(0).getType());
  VSlot to = *wanted(op->getResult(0)), x = use(op->getOperand(0));
  if (shape.isSmall())
    emit(shape.isFour ? four : two, to, x, 0, uint16_t(shape.width));
  else
    emit2(wide, shape.flags(), to, x, 0, shape.width);
}

void FunctionGen::realOp(Operation *op, Opcode opcode) {
  VSlot to = *wanted(op->getResult(0));
  VSlot x = use(op->getOperand(0));
  emit(opcode, to, x, op->getNumOperands() > 1 ? use(op->getOperand(1)) : 0, 64);
}

/// The small instructions want a signed exponent of the base's width.
void FunctionGen::genPow(csim::PowOp op, VSlot to) {
  if (isa<FloatType>(op.getType()))
    return realOp(op, Opcode::PowR);
  Shape base = shapeOf(op.getType()), exponent = shapeOf(op.getRhs().getType());
  bool isSigned = op.getIsSigned();
  VSlot x = use(op.getLhs()), y = use(op.getRhs());
  bool isNarrower = exponent.width < base.width;
  if (base.isSmall() && exponent.isSmall() && (!isSigned || exponent.width <= base.width)) {
    if (isSigned && isNarrower) {
      VSlot extended = temporary(base);
      emit(base.isFour ? Opcode::SextL : Opcode::SextI, extended, y, exponent.width,
           uint16_t(base.width));
      y = extended;
    }
    Opcode two = isSigned ? Opcode::PowSI : Opcode::PowUI;
    Opcode four = isSigned ? Opcode::PowSL : Opcode::PowUL;
    emit(base.isFour ? four : two, to, x, y, uint16_t(base.width));
    return;
  }
  emit2(Opcode::PowW, base.flags(isSigned), to, x, y, base.width, exponent.width);
}

void FunctionGen::genShift(Operation *op, Opcode two, Opcode four, Opcode wide) {
  Value result = op->getResult(0), amount = op->getOperand(1);
  Shape shape = shapeOf(result.getType()), by = shapeOf(amount.getType());
  VSlot to = *wanted(result), x = use(op->getOperand(0)), y = use(amount);
  if (shape.isFour && !by.isFour) {
    Shape converted{by.width, true};
    VSlot pair = temporary(converted);
    if (by.isSmall())
      emit(Opcode::IToL, pair, y);
    else
      emit2(Opcode::IToLW, model::FlagFour, pair, y, 0, by.width);
    y = pair;
  }
  if (shape.isSmall() && by.isSmall())
    emit(shape.isFour ? four : two, to, x, y, uint16_t(shape.width));
  else
    emit2(wide, shape.flags(), to, x, y, shape.width, by.width);
}

void FunctionGen::genSelect(arith::SelectOp op, VSlot to) {
  uint32_t slots = shapeOf(op.getType()).slots();
  VSlot condition = use(op.getCondition());
  VSlot trueValue = use(op.getTrueValue()), falseValue = use(op.getFalseValue());
  move(to, falseValue, slots);
  if (slots == 1) {
    emit(Opcode::SelI, to, condition, trueValue);
  } else if (slots == 2) {
    emit(Opcode::SelL, to, condition, trueValue);
  } else {
    Label end = code.newLabel();
    emit(Opcode::BrFalse, condition, end);
    move(to, trueValue, slots);
    code.place(end);
  }
}

void FunctionGen::genMux(csim::MuxOp op, VSlot to) {
  Shape shape = shapeOf(op.getType());
  VSlot condition = use(op.getCondition());
  VSlot trueValue = use(op.getTrueValue()), falseValue = use(op.getFalseValue());
  if (shape.isSmall()) {
    emit2(Opcode::MuxL, uint16_t(shape.width), to, condition, trueValue, falseValue);
    return;
  }
  Label merge = code.newLabel(), takeFalse = code.newLabel(), end = code.newLabel();
  VSlot unknown = code.newRegister(1);
  emit(Opcode::IsUnknownL, unknown, condition, 0, 1);
  emit(Opcode::BrTrue, unknown, merge);
  emit(Opcode::BrFalseL, condition, takeFalse, 0, 1);
  move(to, trueValue, shape.slots());
  emit(Opcode::Jmp, end);
  code.place(takeFalse);
  move(to, falseValue, shape.slots());
  emit(Opcode::Jmp, end);
  code.place(merge);
  emit2(Opcode::MergeW, shape.flags(), to, trueValue, falseValue, shape.width);
  code.place(end);
}

/// x ^ ones is a complement.
static bool isComplement(arith::XOrIOp op) {
  APInt mask;
  return matchPattern(op.getRhs(), m_ConstantInt(&mask)) && mask.isAllOnes();
}

std::optional<FunctionGen::Result> FunctionGen::genArith(Operation *op) {
  auto done = []() -> std::optional<Result> { return success(); };
  auto arith = [&](Opcode two, Opcode four, Opcode wide, bool isSigned = false) {
    binary(op, two, four, wide, isSigned);
    return std::optional<Result>(success());
  };
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<arith::AddIOp, csim::AddOp>(
          [&](auto) { return arith(Opcode::AddI, Opcode::AddL, Opcode::AddW); })
      .Case<arith::SubIOp, csim::SubOp>(
          [&](auto) { return arith(Opcode::SubI, Opcode::SubL, Opcode::SubW); })
      .Case<arith::MulIOp, csim::MulOp>(
          [&](auto) { return arith(Opcode::MulI, Opcode::MulL, Opcode::MulW); })
      .Case<arith::AndIOp, csim::AndOp>(
          [&](auto) { return arith(Opcode::AndI, Opcode::AndL, Opcode::AndW); })
      .Case<arith::OrIOp, csim::OrOp>(
          [&](auto) { return arith(Opcode::OrI, Opcode::OrL, Opcode::OrW); })
      .Case<arith::XOrIOp>([&](arith::XOrIOp x) {
        if (isComplement(x))
          return unary(op, Opcode::NotI, Opcode::NotL, Opcode::NotW), done();
        return arith(Opcode::XorI, Opcode::XorL, Opcode::XorW);
      })
      .Case<csim::XorOp>([&](auto) { return arith(Opcode::XorI, Opcode::XorL, Opcode::XorW); })
      .Case<csim::MergeOp>([&](auto) { return arith(Opcode::Nop, Opcode::MergeL, Opcode::MergeW); })
      .Case<csim::LAndOp>([&](auto) { return arith(Opcode::Nop, Opcode::LAndL, Opcode::Nop); })
      .Case<csim::LOrOp>([&](auto) { return arith(Opcode::Nop, Opcode::LOrL, Opcode::Nop); })
      .Case<csim::DivOp>([&](csim::DivOp d) {
        if (d.getIsSigned())
          return arith(Opcode::DivSI, Opcode::DivSL, Opcode::DivW, true);
        return arith(Opcode::DivUI, Opcode::DivUL, Opcode::DivW);
      })
      .Case<csim::ModOp>([&](csim::ModOp m) {
        if (m.getIsSigned())
          return arith(Opcode::ModSI, Opcode::ModSL, Opcode::ModW, true);
        return arith(Opcode::ModUI, Opcode::ModUL, Opcode::ModW);
      })
      .Case<arith::DivUIOp>([&](auto) { return arith(Opcode::DivUI, Opcode::DivUL, Opcode::DivW); })
      .Case<arith::DivSIOp>(
          [&](auto) { return arith(Opcode::DivSI, Opcode::DivSL, Opcode::DivW, true); })
      .Case<arith::RemUIOp>([&](auto) { return arith(Opcode::ModUI, Opcode::ModUL, Opcode::ModW); })
      .Case<arith::RemSIOp>(
          [&](auto) { return arith(Opcode::ModSI, Opcode::ModSL, Opcode::ModW, true); })
      .Case<csim::NegOp>(
          [&](auto) { return unary(op, Opcode::NegI, Opcode::NegL, Opcode::NegW), done(); })
      .Case<csim::NotOp>(
          [&](auto) { return unary(op, Opcode::NotI, Opcode::NotL, Opcode::NotW), done(); })
      .Case<csim::ShlOp, arith::ShLIOp>(
          [&](auto) { return genShift(op, Opcode::ShlI, Opcode::ShlL, Opcode::ShlW), done(); })
      .Case<csim::ShrOp, arith::ShRUIOp>(
          [&](auto) { return genShift(op, Opcode::ShrI, Opcode::ShrL, Opcode::ShrW), done(); })
      .Case<csim::AshrOp, arith::ShRSIOp>(
          [&](auto) { return genShift(op, Opcode::AshrI, Opcode::AshrL, Opcode::AshrW), done(); })
      .Case<csim::PowOp>([&](csim::PowOp p) { return genPow(p, *wanted(p)), done(); })
      .Case<arith::SelectOp>([&](arith::SelectOp s) { return genSelect(s, *wanted(s)), done(); })
      .Case<csim::MuxOp>([&](csim::MuxOp m) { return genMux(m, *wanted(m)), done(); })
      .Case<arith::AddFOp>([&](auto) { return realOp(op, Opcode::AddR), done(); })
      .Case<arith::SubFOp>([&](auto) { return realOp(op, Opcode::SubR), done(); })
      .Case<arith::MulFOp>([&](auto) { return realOp(op, Opcode::MulR), done(); })
      .Case<arith::DivFOp>([&](auto) { return realOp(op, Opcode::DivR), done(); })
      .Case<arith::NegFOp>([&](auto) { return realOp(op, Opcode::NegR), done(); })
      .Default([](Operation *) { return std::nullopt; });
}

//===- GenCompare.cpp - comparisons, truth values, reductions ---------------===//
//
// There are instructions for <, <=, == and (small) != only; > and >= swap their
// operands, a wide != negates.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;

void FunctionGen::genEquality(Operation *op, bool negate) {
  Shape shape = shapeOf(op->getOperand(0).getType());
  VSlot to = *wanted(op->getResult(0));
  VSlot x = use(op->getOperand(0)), y = use(op->getOperand(1));
  bool isFour = shape.isFour;
  if (shape.isSmall()) {
    Opcode two = negate ? Opcode::NeI : Opcode::EqI, four = negate ? Opcode::NeL : Opcode::EqL;
    emit(isFour ? four : two, to, x, y, uint16_t(shape.width));
    return;
  }
  VSlot equal = negate ? code.newRegister(isFour ? 2 : 1) : to;
  emit2(Opcode::EqW, shape.flags(), equal, x, y, shape.width);
  if (negate)
    emit(isFour ? Opcode::NotL : Opcode::NotI, to, equal, 0, 1);
}

/// lhs < rhs or lhs <= rhs of four-state operands.
void FunctionGen::genOrder(Operation *op, bool orEqual, bool isSigned) {
  Shape shape = shapeOf(op->getOperand(0).getType());
  VSlot to = *wanted(op->getResult(0));
  VSlot x = use(op->getOperand(0)), y = use(op->getOperand(1));
  if (!shape.isSmall()) {
    emit2(orEqual ? Opcode::LeW : Opcode::LtW, shape.flags(isSigned), to, x, y, shape.width);
    return;
  }
  static constexpr Opcode table[2][2][2] = {
      {{Opcode::LtUI, Opcode::LtSI}, {Opcode::LeUI, Opcode::LeSI}},
      {{Opcode::LtUL, Opcode::LtSL}, {Opcode::LeUL, Opcode::LeSL}}};
  emit(table[shape.isFour][orEqual][isSigned], to, x, y, uint16_t(shape.width));
}

FunctionGen::Result FunctionGen::genCmpI(arith::CmpIOp op) {
  using P = arith::CmpIPredicate;
  P predicate = op.getPredicate();
  if (predicate == P::eq || predicate == P::ne)
    return genEquality(op, predicate == P::ne), success();
  bool isSigned =
      predicate == P::slt || predicate == P::sle || predicate == P::sgt || predicate == P::sge;
  bool orEqual =
      predicate == P::sle || predicate == P::sge || predicate == P::ule || predicate == P::uge;
  bool isSwapped =
      predicate == P::sgt || predicate == P::sge || predicate == P::ugt || predicate == P::uge;
  Shape shape = shapeOf(op.getLhs().getType());
  VSlot to = *wanted(op);
  VSlot x = use(op.getLhs()), y = use(op.getRhs());
  if (isSwapped)
    std::swap(x, y);
  if (!shape.isSmall()) {
    emit2(orEqual ? Opcode::LeW : Opcode::LtW, shape.flags(isSigned), to, x, y, shape.width);
    return success();
  }
  static constexpr Opcode table[2][2] = {{Opcode::LtUI, Opcode::LtSI},
                                         {Opcode::LeUI, Opcode::LeSI}};
  emit(table[orEqual][isSigned], to, x, y, uint16_t(shape.width));
  return success();
}

FunctionGen::Result FunctionGen::genCmpF(arith::CmpFOp op) {
  using P = arith::CmpFPredicate;
  VSlot to = *wanted(op);
  VSlot x = use(op.getLhs()), y = use(op.getRhs());
  auto negated = [&](Opcode opcode, VSlot l, VSlot r) {
    VSlot inverse = code.newRegister(1);
    emit(opcode, inverse, l, r, 64);
    emit(Opcode::LNotI, to, inverse, 0, 1);
  };
  switch (op.getPredicate()) {
  case P::OEQ:
    emit(Opcode::EqR, to, x, y, 64);
    break;
  case P::UNE:
    emit(Opcode::NeR, to, x, y, 64);
    break;
  case P::OLT:
    emit(Opcode::LtR, to, x, y, 64);
    break;
  case P::OLE:
    emit(Opcode::LeR, to, x, y, 64);
    break;
  case P::OGT:
    emit(Opcode::LtR, to, y, x, 64);
    break;
  case P::OGE:
    emit(Opcode::LeR, to, y, x, 64);
    break;
  case P::ULT:
    negated(Opcode::LeR, y, x);
    break;
  case P::ULE:
    negated(Opcode::LtR, y, x);
    break;
  case P::UGT:
    negated(Opcode::LeR, x, y);
    break;
  case P::UGE:
    negated(Opcode::LtR, x, y);
    break;
  default:
    return unsupported(op, "floating-point predicate");
  }
  return success();
}

void FunctionGen::genCaseCompare(Operation *op, Opcode four, Opcode wide) {
  Shape shape = shapeOf(op->getOperand(0).getType());
  VSlot to = *wanted(op->getResult(0));
  VSlot x = use(op->getOperand(0)), y = use(op->getOperand(1));
  if (shape.isSmall())
    emit(four, to, x, y, uint16_t(shape.width));
  else
    emit2(wide, shape.flags(), to, x, y, shape.width);
}

void FunctionGen::genReduction(Operation *op, Opcode two, Opcode four, Opcode wide) {
  Shape shape = shapeOf(op->getOperand(0).getType());
  VSlot to = *wanted(op->getResult(0)), x = use(op->getOperand(0));
  if (shape.isSmall())
    emit(shape.isFour ? four : two, to, x, 0, uint16_t(shape.width));
  else
    emit2(wide, shape.flags(), to, x, 0, shape.width);
}

void FunctionGen::genTruth(Operation *op, bool negate) {
  Value input = op->getOperand(0);
  Shape shape = shapeOf(input.getType());
  bool isReal = isa<FloatType>(input.getType());
  if (!isReal && (shape.isSmall() || !negate)) {
    if (negate)
      return genReduction(op, Opcode::LNotI, Opcode::LNotL, Opcode::Nop);
    return genReduction(op, Opcode::RedOrI, Opcode::BoolL, Opcode::BoolW);
  }
  VSlot to = *wanted(op->getResult(0)), x = use(input);
  VSlot truth = negate ? code.newRegister(shape.isFour ? 2 : 1) : to;
  if (isReal)
    emit(Opcode::BoolR, truth, x, 0, 64);
  else
    emit2(Opcode::BoolW, shape.flags(), truth, x, 0, shape.width);
  if (negate)
    emit(shape.isFour ? Opcode::LNotL : Opcode::LNotI, to, truth, 0, 1);
}

std::optional<FunctionGen::Result> FunctionGen::genCompare(Operation *op) {
  auto done = []() -> std::optional<Result> { return success(); };
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<arith::CmpIOp>([&](arith::CmpIOp o) { return genCmpI(o); })
      .Case<arith::CmpFOp>([&](arith::CmpFOp o) { return genCmpF(o); })
      .Case<csim::EqOp>([&](auto) { return genEquality(op, false), done(); })
      .Case<csim::NeOp>([&](auto) { return genEquality(op, true), done(); })
      .Case<csim::EqHandleOp>([&](auto) { return genEquality(op, false), done(); })
      .Case<csim::LtOp>([&](csim::LtOp o) { return genOrder(op, false, o.getIsSigned()), done(); })
      .Case<csim::LeOp>([&](csim::LeOp o) { return genOrder(op, true, o.getIsSigned()), done(); })
      .Case<csim::CaseEqOp>(
          [&](auto) { return genCaseCompare(op, Opcode::CaseEqL, Opcode::CaseEqW), done(); })
      .Case<csim::CasezEqOp>(
          [&](auto) { return genCaseCompare(op, Opcode::CasezL, Opcode::CasezW), done(); })
      .Case<csim::CasexEqOp>(
          [&](auto) { return genCaseCompare(op, Opcode::CasexL, Opcode::CasexW), done(); })
      .Case<csim::WildEqOp>(
          [&](auto) { return genCaseCompare(op, Opcode::WildEqL, Opcode::WildEqW), done(); })
      .Case<csim::ReduceAndOp>([&](auto) {
        return genReduction(op, Opcode::RedAndI, Opcode::RedAndL, Opcode::RedAndW), done();
      })
      .Case<csim::ReduceOrOp>([&](auto) {
        return genReduction(op, Opcode::RedOrI, Opcode::BoolL, Opcode::BoolW), done();
      })
      .Case<csim::ReduceXorOp>([&](auto) {
        return genReduction(op, Opcode::RedXorI, Opcode::RedXorL, Opcode::RedXorW), done();
      })
      .Case<csim::BoolOp>([&](auto) { return genTruth(op, false), done(); })
      .Case<csim::LNotOp>([&](auto) { return genTruth(op, true), done(); })
      .Case<csim::IsTrueOp>([&](csim::IsTrueOp o) {
        if (isa<FloatType>(o.getInput().getType()))
          genTruth(op, false);
        else
          genReduction(op, Opcode::RedOrI, Opcode::IsTrueL, Opcode::IsTrueW);
        return done();
      })
      .Case<csim::IsUnknownOp>([&](auto) {
        return genReduction(op, Opcode::Nop, Opcode::IsUnknownL, Opcode::IsUnknownW), done();
      })
      .Default([](Operation *) { return std::nullopt; });
}

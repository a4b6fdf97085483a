//===- EmitInt.cpp - two-state operations up to 64 bits, and reals -----------===//
//
// Operands are zero above their width and results have to be. What the functions
// of value::bits64 do for special operands (shift amounts of any size, division
// by zero, the least value divided by -1) is repeated here without branches.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

using namespace circtsim::codegen;
using llvm::CmpInst;
using llvm::Instruction;

void FunctionEmitter::arithmetic(unsigned opcode) {
  setA(masked(b.CreateBinOp(Instruction::BinaryOps(opcode), B(), C()), w()));
}
void FunctionEmitter::emitAddI() { arithmetic(Instruction::Add); }
void FunctionEmitter::emitSubI() { arithmetic(Instruction::Sub); }
void FunctionEmitter::emitMulI() { arithmetic(Instruction::Mul); }

/// Quotient or remainder of `width` bits; 0 for a zero divisor.
llvm::Value *FunctionEmitter::divide(unsigned opcode, Value *x, Value *y, uint32_t width,
                                     bool isSigned) {
  Value *isZero = b.CreateICmpEQ(y, num(0));
  if (isSigned) {
    x = signExtended(x, width);
    y = signExtended(y, width);
    // A divisor of -1 overflows for the least value: negate instead.
    Value *isMinusOne = b.CreateICmpEQ(y, num(~uint64_t(0)));
    Value *safe = b.CreateSelect(b.CreateOr(isZero, isMinusOne), num(1), y);
    Value *plain = b.CreateBinOp(Instruction::BinaryOps(opcode), x, safe);
    Value *byMinusOne = opcode == Instruction::SDiv ? b.CreateNeg(x) : num(0);
    Value *result = b.CreateSelect(isMinusOne, byMinusOne, plain);
    return masked(b.CreateSelect(isZero, num(0), result), width);
  }
  Value *safe = b.CreateSelect(isZero, num(1), y);
  return b.CreateSelect(isZero, num(0), b.CreateBinOp(Instruction::BinaryOps(opcode), x, safe));
}
void FunctionEmitter::emitDivUI() { setA(divide(Instruction::UDiv, B(), C(), w(), false)); }
void FunctionEmitter::emitDivSI() { setA(divide(Instruction::SDiv, B(), C(), w(), true)); }
void FunctionEmitter::emitModUI() { setA(divide(Instruction::URem, B(), C(), w(), false)); }
void FunctionEmitter::emitModSI() { setA(divide(Instruction::SRem, B(), C(), w(), true)); }
void FunctionEmitter::emitPowUI() { outOfLine(); }
void FunctionEmitter::emitPowSI() { outOfLine(); }
void FunctionEmitter::emitNegI() { setA(masked(b.CreateNeg(B()), w())); }
void FunctionEmitter::emitAndI() { setA(b.CreateAnd(B(), C())); }
void FunctionEmitter::emitOrI() { setA(b.CreateOr(B(), C())); }
void FunctionEmitter::emitXorI() { setA(b.CreateXor(B(), C())); }
void FunctionEmitter::emitNotI() { setA(b.CreateXor(B(), mask())); }

/// Shift by an unsigned amount of any size (11.4.10).
llvm::Value *FunctionEmitter::shift(unsigned opcode, Value *x, Value *amount, uint32_t width) {
  if (opcode == Instruction::AShr) {
    Value *limited = b.CreateSelect(b.CreateICmpUGT(amount, num(63)), num(63), amount);
    return masked(b.CreateAShr(signExtended(x, width), limited), width);
  }
  Value *tooFar = b.CreateICmpUGE(amount, num(width));
  Value *limited = b.CreateAnd(amount, 63);
  Value *shifted = b.CreateBinOp(Instruction::BinaryOps(opcode), x, limited);
  if (opcode == Instruction::Shl)
    shifted = masked(shifted, width);
  return b.CreateSelect(tooFar, num(0), shifted);
}
void FunctionEmitter::emitShlI() { setA(shift(Instruction::Shl, B(), C(), w())); }
void FunctionEmitter::emitShrI() { setA(shift(Instruction::LShr, B(), C(), w())); }
void FunctionEmitter::emitAshrI() { setA(shift(Instruction::AShr, B(), C(), w())); }

void FunctionEmitter::compareI(CmpInst::Predicate predicate, bool isSigned) {
  Value *x = B(), *y = C();
  if (isSigned) {
    x = aligned(x, w());
    y = aligned(y, w());
  }
  setA(flag(b.CreateICmp(predicate, x, y)));
}
void FunctionEmitter::emitEqI() { compareI(CmpInst::ICMP_EQ, false); }
void FunctionEmitter::emitNeI() { compareI(CmpInst::ICMP_NE, false); }
void FunctionEmitter::emitLtUI() { compareI(CmpInst::ICMP_ULT, false); }
void FunctionEmitter::emitLeUI() { compareI(CmpInst::ICMP_ULE, false); }
void FunctionEmitter::emitLtSI() { compareI(CmpInst::ICMP_SLT, true); }
void FunctionEmitter::emitLeSI() { compareI(CmpInst::ICMP_SLE, true); }

void FunctionEmitter::emitRedAndI() { setA(flag(b.CreateICmpEQ(B(), mask()))); }
void FunctionEmitter::emitRedOrI() { setA(flag(isSet(B()))); }
void FunctionEmitter::emitRedXorI() {
  setA(b.CreateAnd(b.CreateUnaryIntrinsic(llvm::Intrinsic::ctpop, B()), 1));
}
void FunctionEmitter::emitLNotI() { setA(flag(b.CreateICmpEQ(B(), num(0)))); }
void FunctionEmitter::emitSelI() { setA(b.CreateSelect(isSet(B()), C(), A())); }
void FunctionEmitter::emitExtractI() { setA(masked(b.CreateLShr(B(), in->c), w())); }
void FunctionEmitter::emitConcatI() {
  setA(w() >= 64 ? C() : b.CreateOr(b.CreateShl(B(), w()), C()));
}
void FunctionEmitter::emitInsertI() {
  uint64_t field = lowMask(w()) << in->c;
  setA(b.CreateOr(b.CreateAnd(A(), ~field), b.CreateAnd(b.CreateShl(B(), in->c), field)));
}
/// Copies of `width` bits as a multiplication by 1 + 2^w + 2^2w + ...
static uint64_t replicationFactor(uint32_t width, uint32_t count) {
  uint64_t factor = 0;
  for (uint32_t i = 0; i != count && i * width < 64; ++i)
    factor |= uint64_t(1) << (i * width);
  return factor;
}
void FunctionEmitter::emitReplI() {
  setA(b.CreateMul(B(), num(replicationFactor(w(), in->c))));
}
void FunctionEmitter::emitReplL() {
  Pair x = LB();
  Value *factor = num(replicationFactor(w(), in->c));
  setL({b.CreateMul(x.a, factor), b.CreateMul(x.b, factor)});
}

// --- Real ---------------------------------------------------------------------------

void FunctionEmitter::realArithmetic(unsigned opcode) {
  setR(b.CreateBinOp(Instruction::BinaryOps(opcode), realAt(in->b), realAt(in->c)));
}
void FunctionEmitter::realCompare(CmpInst::Predicate predicate) {
  setA(flag(b.CreateFCmp(predicate, realAt(in->b), realAt(in->c))));
}
void FunctionEmitter::emitAddR() { realArithmetic(Instruction::FAdd); }
void FunctionEmitter::emitSubR() { realArithmetic(Instruction::FSub); }
void FunctionEmitter::emitMulR() { realArithmetic(Instruction::FMul); }
void FunctionEmitter::emitDivR() { realArithmetic(Instruction::FDiv); }
void FunctionEmitter::emitPowR() { outOfLine(); }
void FunctionEmitter::emitNegR() { setR(b.CreateFNeg(realAt(in->b))); }
void FunctionEmitter::emitEqR() { realCompare(CmpInst::FCMP_OEQ); }
void FunctionEmitter::emitNeR() { realCompare(CmpInst::FCMP_UNE); }
void FunctionEmitter::emitLtR() { realCompare(CmpInst::FCMP_OLT); }
void FunctionEmitter::emitLeR() { realCompare(CmpInst::FCMP_OLE); }
void FunctionEmitter::emitBoolR() {
  setA(flag(b.CreateFCmpUNE(realAt(in->b), llvm::ConstantFP::get(b.getDoubleTy(), 0.0))));
}
void FunctionEmitter::emitRoundF() {
  setR(b.CreateFPExt(b.CreateFPTrunc(realAt(in->b), b.getFloatTy()), b.getDoubleTy()));
}
void FunctionEmitter::emitToReal() { outOfLine(); }
void FunctionEmitter::emitFromReal() { outOfLine(); }

//===- EmitLogic.cpp - four-state operations up to 64 bits -------------------===//
//
// The functions of value::logic64 without branches: both planes are computed, and
// where the b-planes are known to be zero the passes remove what depends on them.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

using namespace circtsim::codegen;
using llvm::CmpInst;
using llvm::Instruction;

static llvm::Value *either(llvm::IRBuilderBase &b, Pair x, Pair y) { return b.CreateOr(x.b, y.b); }

#define ARITHMETIC(Name, Operation)                                                                \
  void FunctionEmitter::emit##Name() {                                                             \
    Pair x = LB(), y = LC();                                                                       \
    setL(orAllX(masked(b.Create##Operation(x.a, y.a), w()), either(b, x, y), w()));                \
  }
ARITHMETIC(AddL, Add)
ARITHMETIC(SubL, Sub)
ARITHMETIC(MulL, Mul)
#undef ARITHMETIC

void FunctionEmitter::division(unsigned opcode, bool isSigned) {
  Pair x = LB(), y = LC();
  Value *isZero = b.CreateICmpEQ(y.a, num(0));
  if (isSpeculative()) {
    guard(isZero);
    isZero = b.getFalse();
  }
  Value *unknown = b.CreateOr(either(b, x, y), flag(isZero));
  setL(orAllX(divide(opcode, x.a, y.a, w(), isSigned), unknown, w()));
}
void FunctionEmitter::emitDivUL() { division(Instruction::UDiv, false); }
void FunctionEmitter::emitDivSL() { division(Instruction::SDiv, true); }
void FunctionEmitter::emitModUL() { division(Instruction::URem, false); }
void FunctionEmitter::emitModSL() { division(Instruction::SRem, true); }
void FunctionEmitter::emitPowUL() { outOfLine(); }
void FunctionEmitter::emitPowSL() { outOfLine(); }
void FunctionEmitter::emitNegL() {
  Pair x = LB();
  setL(orAllX(masked(b.CreateNeg(x.a), w()), x.b, w()));
}
void FunctionEmitter::emitAndL() { setL(bitAnd(LB(), LC())); }
void FunctionEmitter::emitOrL() { setL(bitOr(LB(), LC())); }
void FunctionEmitter::emitXorL() {
  Pair x = LB(), y = LC();
  Value *unknown = either(b, x, y);
  setL({b.CreateOr(b.CreateXor(x.a, y.a), unknown), unknown});
}
void FunctionEmitter::emitNotL() { setL(bitNot(LB(), w())); }

void FunctionEmitter::shiftL(unsigned opcode) {
  Pair x = LB(), amount = LC();
  Value *unknown = isSet(amount.b);
  Pair shifted = {shift(opcode, x.a, amount.a, w()), shift(opcode, x.b, amount.a, w())};
  setL(select(unknown, {mask(), mask()}, shifted));
}
void FunctionEmitter::emitShlL() { shiftL(Instruction::Shl); }
void FunctionEmitter::emitShrL() { shiftL(Instruction::LShr); }
void FunctionEmitter::emitAshrL() { shiftL(Instruction::AShr); }

// --- Equality and relations ----------------------------------------------------------

void FunctionEmitter::emitEqL() {
  Pair x = LB(), y = LC();
  Value *unknown = either(b, x, y);
  Value *differ = isSet(b.CreateAnd(b.CreateXor(x.a, y.a), b.CreateNot(unknown)));
  Value *same = b.CreateNot(differ);
  setL({flag(same), flag(b.CreateAnd(same, isSet(unknown)))});
}
void FunctionEmitter::emitNeL() {
  Pair x = LB(), y = LC();
  Value *unknown = either(b, x, y);
  Value *differ = isSet(b.CreateAnd(b.CreateXor(x.a, y.a), b.CreateNot(unknown)));
  Value *doubt = b.CreateAnd(b.CreateNot(differ), isSet(unknown));
  setL({flag(b.CreateOr(differ, doubt)), flag(doubt)});
}
void FunctionEmitter::emitCaseEqL() {
  Pair x = LB(), y = LC();
  Value *differ = b.CreateOr(b.CreateXor(x.a, y.a), b.CreateXor(x.b, y.b));
  setA(flag(b.CreateICmpEQ(differ, num(0))));
}
void FunctionEmitter::emitWildEqL() {
  Pair x = LB(), y = LC();
  Value *care = b.CreateNot(y.b);
  Value *differ =
      isSet(b.CreateAnd(b.CreateAnd(b.CreateXor(x.a, y.a), b.CreateNot(x.b)), care));
  Value *same = b.CreateNot(differ);
  setL({flag(same), flag(b.CreateAnd(same, isSet(b.CreateAnd(x.b, care))))});
}
void FunctionEmitter::emitCasezL() {
  Pair x = LB(), y = LC();
  Value *z = b.CreateOr(b.CreateAnd(b.CreateNot(x.a), x.b), b.CreateAnd(b.CreateNot(y.a), y.b));
  Value *differ = b.CreateOr(b.CreateXor(x.a, y.a), b.CreateXor(x.b, y.b));
  setA(flag(b.CreateICmpEQ(b.CreateAnd(differ, b.CreateNot(z)), num(0))));
}
void FunctionEmitter::emitCasexL() {
  Pair x = LB(), y = LC();
  Value *differ = b.CreateAnd(b.CreateXor(x.a, y.a), b.CreateNot(either(b, x, y)));
  setA(flag(b.CreateICmpEQ(differ, num(0))));
}
void FunctionEmitter::compareL(CmpInst::Predicate predicate, bool isSigned) {
  Pair x = LB(), y = LC();
  Value *holds = isSigned ? b.CreateICmp(predicate, aligned(x.a, w()), aligned(y.a, w()))
                          : b.CreateICmp(predicate, x.a, y.a);
  setL(relation(holds, either(b, x, y)));
}
void FunctionEmitter::emitLtUL() { compareL(CmpInst::ICMP_ULT, false); }
void FunctionEmitter::emitLeUL() { compareL(CmpInst::ICMP_ULE, false); }
void FunctionEmitter::emitLtSL() { compareL(CmpInst::ICMP_SLT, true); }
void FunctionEmitter::emitLeSL() { compareL(CmpInst::ICMP_SLE, true); }

// --- Truth, reductions, selection --------------------------------------------------

void FunctionEmitter::emitLNotL() { setL(bitNot(truth(LB()), 1)); }
void FunctionEmitter::emitLAndL() { setL(bitAnd(truth(LB()), truth(LC()))); }
void FunctionEmitter::emitLOrL() { setL(bitOr(truth(LB()), truth(LC()))); }
void FunctionEmitter::emitBoolL() { setL(truth(LB())); }
void FunctionEmitter::emitRedAndL() {
  Pair x = LB();
  Value *allMaybeOne = b.CreateICmpEQ(b.CreateOr(x.a, x.b), mask());
  setL({flag(allMaybeOne), flag(b.CreateAnd(allMaybeOne, isSet(x.b)))});
}
void FunctionEmitter::emitRedXorL() {
  Pair x = LB();
  Value *parity = b.CreateAnd(b.CreateUnaryIntrinsic(llvm::Intrinsic::ctpop, x.a), 1);
  setL(orAllX(parity, x.b, 1));
}
void FunctionEmitter::emitIsTrueL() {
  Pair x = LB();
  setA(flag(isSet(b.CreateAnd(x.a, b.CreateNot(x.b)))));
}
void FunctionEmitter::emitIsUnknownL() { setA(flag(isSet(LB().b))); }

/// Bits that are known and equal stay, others become x (11.4.11).
static Pair merged(llvm::IRBuilderBase &b, Pair x, Pair y) {
  llvm::Value *unknown = b.CreateOr(b.CreateXor(x.a, y.a), b.CreateOr(x.b, y.b));
  return {b.CreateOr(x.a, unknown), unknown};
}
void FunctionEmitter::emitMergeL() { setL(merged(b, LB(), LC())); }
void FunctionEmitter::emitSelL() { setL(select(isSet(B()), LC(), readPair(in->a))); }
void FunctionEmitter::emitMuxL() {
  Pair condition = LB(), x = LC(), y = readPair(ext->e0);
  Pair chosen = select(isSet(condition.a), x, y);
  setL(select(isSet(condition.b), merged(b, x, y), chosen));
}
void FunctionEmitter::emitExtractL() {
  Pair x = LB();
  setL({masked(b.CreateLShr(x.a, in->c), w()), masked(b.CreateLShr(x.b, in->c), w())});
}
void FunctionEmitter::emitConcatL() {
  Pair high = LB(), low = LC();
  if (w() >= 64)
    return setL(low);
  setL({b.CreateOr(b.CreateShl(high.a, w()), low.a), b.CreateOr(b.CreateShl(high.b, w()), low.b)});
}
void FunctionEmitter::emitInsertL() {
  uint64_t field = lowMask(w()) << in->c;
  Pair x = LB(), old = readPair(in->a);
  auto insert = [&](Value *into, Value *value) {
    return b.CreateOr(b.CreateAnd(into, ~field), b.CreateAnd(b.CreateShl(value, in->c), field));
  };
  setL({insert(old.a, x.a), insert(old.b, x.b)});
}

//===- EmitWide.cpp - operations of any width --------------------------------===//
//
// Values of more than 64 bits lie in the frame; operations on them run out of
// line, in the functions of value::wide. Dynamic selects of values of at most 64
// bits are inline while the selected bits lie inside.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

using namespace circtsim::codegen;

#define OUT_OF_LINE(Name)                                                                          \
  void FunctionEmitter::emit##Name() { outOfLine(); }
OUT_OF_LINE(ExtW)
OUT_OF_LINE(IToLW)
OUT_OF_LINE(LToIW)
OUT_OF_LINE(ToIndexW)
OUT_OF_LINE(MovW)
OUT_OF_LINE(AddW)
OUT_OF_LINE(SubW)
OUT_OF_LINE(MulW)
OUT_OF_LINE(DivW)
OUT_OF_LINE(ModW)
OUT_OF_LINE(PowW)
OUT_OF_LINE(NegW)
OUT_OF_LINE(AndW)
OUT_OF_LINE(OrW)
OUT_OF_LINE(XorW)
OUT_OF_LINE(NotW)
OUT_OF_LINE(ShlW)
OUT_OF_LINE(ShrW)
OUT_OF_LINE(AshrW)
OUT_OF_LINE(EqW)
OUT_OF_LINE(CaseEqW)
OUT_OF_LINE(WildEqW)
OUT_OF_LINE(CasezW)
OUT_OF_LINE(CasexW)
OUT_OF_LINE(LtW)
OUT_OF_LINE(LeW)
OUT_OF_LINE(BoolW)
OUT_OF_LINE(RedAndW)
OUT_OF_LINE(RedXorW)
OUT_OF_LINE(IsTrueW)
OUT_OF_LINE(IsUnknownW)
OUT_OF_LINE(MergeW)
OUT_OF_LINE(ExtractW)
OUT_OF_LINE(InsertW)
OUT_OF_LINE(ReplW)
OUT_OF_LINE(FillW)
OUT_OF_LINE(CountBits)
OUT_OF_LINE(ReverseBits)
#undef OUT_OF_LINE

/// Inline where bits [index, index+width) lie inside the value.
void FunctionEmitter::emitDynExtract() {
  uint32_t width = ext->e0, whole = ext->e1;
  if (whole > 64 || width > whole)
    return outOfLine();
  Value *index = C();
  inlineIf(b.CreateICmpULE(index, num(whole - width)), [&] {
    if (!isFour())
      return setA(masked(b.CreateLShr(B(), index), width));
    Pair x = LB();
    setL({masked(b.CreateLShr(x.a, index), width), masked(b.CreateLShr(x.b, index), width)});
  });
}

void FunctionEmitter::emitDynInsert() {
  uint32_t width = ext->e0, whole = ext->e1;
  if (whole > 64 || width > whole)
    return outOfLine();
  Value *index = C();
  inlineIf(b.CreateICmpULE(index, num(whole - width)), [&] {
    Value *field = b.CreateShl(num(lowMask(width)), index);
    auto insert = [&](Value *old, Value *value) {
      return b.CreateOr(b.CreateAnd(old, b.CreateNot(field)), b.CreateShl(value, index));
    };
    if (!isFour())
      return setA(insert(A(), B()));
    Pair x = LB(), old = readPair(in->a);
    setL({insert(old.a, x.a), insert(old.b, x.b)});
  });
}

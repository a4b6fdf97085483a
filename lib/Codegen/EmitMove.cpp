//===- EmitMove.cpp - moves, conversions, indices ---------------------------===//
#include "Codegen/FunctionEmitter.h"

using namespace circtsim::codegen;
using namespace circtsim::model;

void FunctionEmitter::emitNop() {}
void FunctionEmitter::emitLoc() {}
void FunctionEmitter::emitMov() { setA(B()); }
void FunctionEmitter::emitMovL() { setL(LB()); }
void FunctionEmitter::emitMovN() {
  llvm::SmallVector<Value *, 8> values;
  for (uint32_t i = 0; i != in->c; ++i)
    values.push_back(read(in->b + i));
  for (uint32_t i = 0; i != in->c; ++i)
    write(in->a + i, values[i]);
}
void FunctionEmitter::emitIToL() { setL({B(), num(0)}); }
void FunctionEmitter::emitLToI() {
  Pair x = LB();
  setA(b.CreateAnd(x.a, b.CreateNot(x.b)));
}
void FunctionEmitter::emitTruncI() { setA(masked(B(), w())); }
void FunctionEmitter::emitTruncL() {
  Pair x = LB();
  setL({masked(x.a, w()), masked(x.b, w())});
}
void FunctionEmitter::emitSextI() { setA(masked(signExtended(B(), in->c), w())); }
void FunctionEmitter::emitSextL() {
  Pair x = LB();
  setL({masked(signExtended(x.a, in->c), w()), masked(signExtended(x.b, in->c), w())});
}
void FunctionEmitter::emitLToIndex() {
  Pair x = LB();
  Value *index = in->c ? signExtended(x.a, w()) : x.a;
  setA(b.CreateSelect(isSet(x.b), num(uint64_t(InvalidIndex)), index));
}
void FunctionEmitter::emitIToIndex() { setA(in->c ? signExtended(B(), w()) : B()); }

void FunctionEmitter::emitNormIndex() {
  auto left = int32_t(ext->e0), right = int32_t(ext->e1);
  bool isDescending = left >= right, isPacked = in->c != 0;
  Value *index = B();
  Value *invalid = num(uint64_t(InvalidIndex));
  bool fromRight = isPacked && isDescending, fromLeft = !isPacked && !isDescending;
  Value *position;
  if (fromRight)
    position = b.CreateSub(index, num(uint64_t(int64_t(right))));
  else if (fromLeft)
    position = b.CreateSub(index, num(uint64_t(int64_t(left))));
  else
    position = b.CreateSub(num(uint64_t(int64_t(isPacked ? right : left))), index);
  Value *bad = b.CreateICmpEQ(index, invalid);
  if (ext->e2)
    bad = b.CreateOr(bad, b.CreateICmpUGE(position, num(ext->e2)));
  setA(b.CreateSelect(bad, invalid, position));
}

static llvm::Value *eitherIs(llvm::IRBuilderBase &b, llvm::Value *x, llvm::Value *y,
                             llvm::Value *invalid) {
  return b.CreateOr(b.CreateICmpEQ(x, invalid), b.CreateICmpEQ(y, invalid));
}

void FunctionEmitter::emitLinIndex() {
  Value *x = B(), *y = C(), *invalid = num(uint64_t(InvalidIndex));
  setA(b.CreateSelect(eitherIs(b, x, y, invalid), invalid,
                      b.CreateAdd(b.CreateMul(x, num(in->aux)), y)));
}
void FunctionEmitter::emitLinIndexK() {
  Value *x = B(), *y = C(), *invalid = num(uint64_t(InvalidIndex));
  setA(b.CreateSelect(eitherIs(b, x, y, invalid), invalid,
                      b.CreateAdd(b.CreateMul(x, num(ext->e0)), y)));
}
void FunctionEmitter::emitAddIndex() {
  Value *x = B(), *y = C(), *invalid = num(uint64_t(InvalidIndex));
  setA(b.CreateSelect(eitherIs(b, x, y, invalid), invalid, b.CreateAdd(x, y)));
}

//===- EmitWide.cpp - values above 64 bits: logic, arithmetic, relations -----===//
//
// Values of more than 64 bits lie in the frame. An operation loads each plane as one
// vector <n x i64>, computes and stores; additions and orders treat the vector as one
// integer of 64 n bits, whose carry chain the code generator makes. Measured on a
// chain of ten four-state operations of 512 bits, against one integer per plane: a
// third of the time, a fifth of the code, a quarter of the compile time; against 64-bit
// words and carries it is the same or better. At 128 and 192 bits all three are alike.
//
// Nothing branches on the b-planes: what they decide is one test and a mask. Values
// beyond InlineWords go to C functions, and so do products above 128 bits, divisions
// and powers. The limit: inline, an operation on 512 bits saves some 18 ns of 27, one on
// 1,024 bits 23 ns of 37, one on 2,048 bits 32 ns of 57 (four-state, calls included);
// its time in the compiler doubles with its width.
//
// All operands are read before the result is written, because the slots of a result may
// overlap those of an operand. Shifts and selects are in EmitWideSelect.cpp, loads and
// stores in EmitWideMemory.cpp.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

#include <algorithm>

using namespace circtsim::codegen;
using namespace circtsim::model;
using llvm::CmpInst;
using llvm::Instruction;

// --- Words in the frame -------------------------------------------------------------

uint32_t FunctionEmitter::countOf(Value *words) {
  return llvm::cast<llvm::FixedVectorType>(words->getType())->getNumElements();
}

llvm::Type *FunctionEmitter::wordsType(uint32_t count) {
  return llvm::FixedVectorType::get(i64, count);
}

llvm::Value *FunctionEmitter::zeroWords(uint32_t count) {
  return llvm::Constant::getNullValue(wordsType(count));
}

llvm::Value *FunctionEmitter::readWords(uint32_t slot, uint32_t count) {
  if (shape.isConstant(slot) && shape.isConstant(slot + count - 1))
    return llvm::ConstantDataVector::get(
        context, llvm::ArrayRef<uint64_t>(shape.function.constants + slot, count));
  bool hasRegister = false;
  for (uint32_t i = 0; i != count; ++i)
    hasRegister |= registers[slot + i] != nullptr;
  if (!hasRegister)
    return b.CreateAlignedLoad(wordsType(count), slotAddress(slot), llvm::Align(8));
  Value *words = llvm::PoisonValue::get(wordsType(count));
  for (uint32_t i = 0; i != count; ++i)
    words = b.CreateInsertElement(words, read(slot + i), i);
  return words;
}

void FunctionEmitter::writeWords(uint32_t slot, Value *words) {
  uint32_t count = countOf(words);
  bool hasRegister = false;
  for (uint32_t i = 0; i != count; ++i)
    hasRegister |= registers[slot + i] != nullptr;
  if (!hasRegister) {
    b.CreateAlignedStore(words, slotAddress(slot), llvm::Align(8));
    return;
  }
  for (uint32_t i = 0; i != count; ++i)
    write(slot + i, b.CreateExtractElement(words, i));
}

Pair FunctionEmitter::readWide(uint32_t slot, uint32_t width) {
  uint32_t count = wordsOf(width);
  return {readWords(slot, count), isFour() ? readWords(slot + count, count) : nullptr};
}

void FunctionEmitter::writeWide(uint32_t slot, uint32_t width, Pair value) {
  writeWords(slot, value.a);
  if (isFour())
    writeWords(slot + wordsOf(width), value.b);
}

void FunctionEmitter::spillWords(uint32_t slot, uint32_t count) {
  for (uint32_t i = 0; i != count; ++i)
    spill(slot + i);
}

// --- Small pieces of IR ---------------------------------------------------------------

/// Low `width` bits of `count` words set.
static llvm::Constant *lowMaskWords(llvm::LLVMContext &context, uint32_t count, uint32_t width) {
  llvm::SmallVector<uint64_t, 16> mask(count);
  for (uint32_t i = 0; i != count && i * 64 < width; ++i)
    mask[i] = width - i * 64 >= 64 ? ~uint64_t(0) : (uint64_t(1) << (width - i * 64)) - 1;
  return llvm::ConstantDataVector::get(context, mask);
}

llvm::Value *FunctionEmitter::maskWords(Value *words, uint32_t width) {
  uint32_t count = countOf(words);
  return width >= count * 64 ? words : b.CreateAnd(words, lowMaskWords(context, count, width));
}

llvm::Value *FunctionEmitter::allIf(Value *condition, uint32_t width) {
  uint32_t count = wordsOf(width);
  return maskWords(splat(b.CreateSExt(condition, i64), count), width);
}

/// Halves of long vectors are joined until one test of 256 bits is left.
llvm::Value *FunctionEmitter::isSetWords(Value *words) {
  uint32_t count = countOf(words);
  if (count == 1)
    return isSet(b.CreateExtractElement(words, uint64_t(0)));
  while (count > 4) {
    uint32_t half = (count + 1) / 2;
    words = b.CreateOr(takeWords(words, 0, half), takeWords(words, int(half), half));
    count = half;
  }
  if (count == 3)
    words = takeWords(words, 0, 4);
  Value *integer = asInteger(words);
  return b.CreateICmpNE(integer, llvm::ConstantInt::get(integer->getType(), 0));
}

llvm::Value *FunctionEmitter::asInteger(Value *words) {
  return b.CreateBitCast(words, b.getIntNTy(64 * countOf(words)));
}
llvm::Value *FunctionEmitter::asWords(Value *integer, uint32_t count) {
  return b.CreateBitCast(integer, wordsType(count));
}

llvm::Value *FunctionEmitter::takeWords(Value *words, int offset, uint32_t count, Value *fill) {
  uint32_t have = countOf(words);
  if (offset == 0 && count == have)
    return words;
  llvm::SmallVector<int, 20> lanes(count);
  for (uint32_t i = 0; i != count; ++i) {
    int from = int(i) + offset;
    lanes[i] = from >= 0 && from < int(have) ? from : int(have);
  }
  return b.CreateShuffleVector(words, fill ? splat(fill, have) : zeroWords(have), lanes);
}

llvm::Value *FunctionEmitter::signExtendedWords(Value *words, uint32_t width) {
  uint32_t top = countOf(words) - 1;
  if (width == (top + 1) * 64)
    return words;
  Value *word = signExtended(b.CreateExtractElement(words, top), width - top * 64);
  return b.CreateInsertElement(words, word, top);
}

llvm::Value *FunctionEmitter::resizedWords(Value *words, uint32_t from, uint32_t to,
                                           bool isSigned) {
  uint32_t count = wordsOf(to);
  if (to <= from || !isSigned)
    return maskWords(takeWords(words, 0, count), to);
  words = signExtendedWords(words, from);
  Value *sign = b.CreateAShr(b.CreateExtractElement(words, countOf(words) - 1), 63);
  return maskWords(takeWords(words, 0, count, sign), to);
}

/// A one-bit result: doubt makes it x, or 0 if it is two-state.
void FunctionEmitter::setBit(Value *holds, Value *doubt) {
  if (!isFour())
    return setA(flag(holds));
  setL({flag(b.CreateOr(holds, doubt)), flag(doubt)});
}

void FunctionEmitter::setBitOfCode(Value *code, bool isPair) {
  Value *first = b.CreateZExt(b.CreateAnd(code, 1), i64);
  Value *second = b.CreateZExt(b.CreateLShr(code, 1), i64);
  if (isPair)
    setL({first, second});
  else
    setA(b.CreateAnd(first, b.CreateNot(second)));
}

// --- Calls ----------------------------------------------------------------------------

llvm::Value *FunctionEmitter::shapeCode(uint32_t width) {
  return b.getInt32(width | (isFour() ? uint32_t(1) << 31 : 0));
}

llvm::Value *FunctionEmitter::callOnFrame(Support which, llvm::ArrayRef<Value *> arguments) {
  SlotEffects effects = shape.effectsOf(unit);
  spillUses(effects);
  Value *result = callSupport(which, arguments);
  if (result->getType()->isVoidTy())
    reloadDefs(effects);
  return result;
}

void FunctionEmitter::binaryCall(Support which) {
  callOnFrame(which,
              {slotAddress(in->a), slotAddress(in->b), slotAddress(in->c), shapeCode(ext->e0)});
}

// --- Moves and conversions ------------------------------------------------------------

void FunctionEmitter::emitMovW() {
  uint32_t slots = bytecode::slotsFor(ext->e0, isFour());
  if (isLong(ext->e0))
    b.CreateMemMove(slotAddress(in->a), llvm::Align(8), slotAddress(in->b), llvm::Align(8),
                    slots * 8);
  else
    setWide(wideB());
}

void FunctionEmitter::emitExtW() {
  uint32_t from = ext->e0, to = ext->e1;
  bool isSigned = in->aux & FlagSigned;
  if (isLong(from) || isLong(to)) {
    callOnFrame(Support::wideResize, {slotAddress(in->a), slotAddress(in->b), shapeCode(to),
                                      b.getInt32(from), b.getInt32(isSigned)});
    return;
  }
  uint32_t needed = std::min(wordsOf(from), wordsOf(to));
  Pair x = {readWords(in->b, needed), nullptr};
  if (isFour())
    x.b = resizedWords(readWords(in->b + wordsOf(from), needed), from, to, isSigned);
  x.a = resizedWords(x.a, from, to, isSigned);
  writeWide(in->a, to, x);
}

void FunctionEmitter::emitIToLW() {
  uint32_t count = wordsOf(ext->e0);
  if (isLong(ext->e0))
    return outOfLine();
  Value *words = readWords(in->b, count);
  writeWords(in->a, words);
  writeWords(in->a + count, zeroWords(count));
}

void FunctionEmitter::emitLToIW() {
  uint32_t count = wordsOf(ext->e0);
  if (isLong(ext->e0))
    return outOfLine();
  Value *words = readWords(in->b, count), *unknown = readWords(in->b + count, count);
  writeWords(in->a, b.CreateAnd(words, b.CreateNot(unknown)));
}

void FunctionEmitter::emitToIndexW() {
  bool isSigned = in->aux & FlagSigned;
  setA(callOnFrame(Support::wideIndex,
                   {slotAddress(in->b), shapeCode(ext->e0), b.getInt32(isSigned)}));
}

void FunctionEmitter::emitFillW() {
  uint32_t count = wordsOf(ext->e0);
  if (isLong(ext->e0))
    return outOfLine();
  auto plane = [&](bool isSet) {
    return isSet ? lowMaskWords(context, count, ext->e0) : zeroWords(count);
  };
  bool first = in->b & 1, second = in->b & 2;
  setWide({plane(first && (isFour() || !second)), plane(second)});
}

// --- Bitwise --------------------------------------------------------------------------

void FunctionEmitter::emitAndW() {
  if (isLong(ext->e0))
    return binaryCall(Support::wideAnd);
  Pair x = wideB(), y = wideC();
  setWide(isFour() ? bitAnd(x, y) : Pair{b.CreateAnd(x.a, y.a), nullptr});
}
void FunctionEmitter::emitOrW() {
  if (isLong(ext->e0))
    return binaryCall(Support::wideOr);
  Pair x = wideB(), y = wideC();
  setWide(isFour() ? bitOr(x, y) : Pair{b.CreateOr(x.a, y.a), nullptr});
}
void FunctionEmitter::emitXorW() {
  if (isLong(ext->e0))
    return binaryCall(Support::wideXor);
  Pair x = wideB(), y = wideC();
  Value *differ = b.CreateXor(x.a, y.a);
  if (!isFour())
    return setWide({differ, nullptr});
  Value *unknown = b.CreateOr(x.b, y.b);
  setWide({b.CreateOr(differ, unknown), unknown});
}
void FunctionEmitter::emitNotW() {
  if (isLong(ext->e0)) {
    callOnFrame(Support::wideNot,
                {slotAddress(in->a), slotAddress(in->b), shapeCode(ext->e0)});
    return;
  }
  Pair x = wideB();
  Value *flipped = maskWords(b.CreateNot(x.a), ext->e0);
  setWide({isFour() ? b.CreateOr(flipped, x.b) : flipped, x.b});
}
void FunctionEmitter::emitMergeW() {
  if (isLong(ext->e0))
    return binaryCall(Support::wideMerge);
  Pair x = wideB(), y = wideC();
  if (!isFour())
    return setWide({b.CreateAnd(x.a, y.a), nullptr});
  Value *unknown = b.CreateOr(b.CreateXor(x.a, y.a), b.CreateOr(x.b, y.b));
  setWide({b.CreateOr(x.a, unknown), unknown});
}

// --- Arithmetic -----------------------------------------------------------------------

void FunctionEmitter::arithmeticW(unsigned opcode, Support whenLong) {
  uint32_t width = ext->e0, count = wordsOf(width);
  if (isLong(width) || (opcode == Instruction::Mul && count > 2))
    return binaryCall(whenLong);
  Pair x = wideB(), y = wideC();
  Value *sum = b.CreateBinOp(Instruction::BinaryOps(opcode), asInteger(x.a), asInteger(y.a));
  Value *words = maskWords(asWords(sum, count), width);
  if (!isFour())
    return setWide({words, nullptr});
  Value *unknown = allIf(isSetWords(b.CreateOr(x.b, y.b)), width);
  setWide({b.CreateOr(words, unknown), unknown});
}
void FunctionEmitter::emitAddW() { arithmeticW(Instruction::Add, Support::wideAdd); }
void FunctionEmitter::emitSubW() { arithmeticW(Instruction::Sub, Support::wideSub); }
void FunctionEmitter::emitMulW() { arithmeticW(Instruction::Mul, Support::wideMul); }
void FunctionEmitter::emitNegW() {
  uint32_t width = ext->e0, count = wordsOf(width);
  if (isLong(width)) {
    callOnFrame(Support::wideNeg, {slotAddress(in->a), slotAddress(in->b), shapeCode(width)});
    return;
  }
  Pair x = wideB();
  Value *words = maskWords(asWords(b.CreateNeg(asInteger(x.a)), count), width);
  if (!isFour())
    return setWide({words, nullptr});
  Value *unknown = allIf(isSetWords(x.b), width);
  setWide({b.CreateOr(words, unknown), unknown});
}
void FunctionEmitter::emitDivW() {
  binaryCall(in->aux & FlagSigned ? Support::wideDivS : Support::wideDivU);
}
void FunctionEmitter::emitModW() {
  binaryCall(in->aux & FlagSigned ? Support::wideModS : Support::wideModU);
}
void FunctionEmitter::emitPowW() {
  uint32_t exponent = ext->e1 | (in->aux & FlagSigned ? uint32_t(1) << 31 : 0);
  callOnFrame(Support::widePower, {slotAddress(in->a), slotAddress(in->b), slotAddress(in->c),
                                   shapeCode(ext->e0), b.getInt32(exponent)});
}

// --- Equality and relations -----------------------------------------------------------

/// b == c, or b ==? c: a definite difference decides, then any doubt.
void FunctionEmitter::equalityW(Support whenLong, bool isWild) {
  bool isPair = isWild || isFour();
  if (isLong(ext->e0))
    return setBitOfCode(callOnFrame(whenLong, {slotAddress(in->b), slotAddress(in->c),
                                               shapeCode(ext->e0)}),
                        isPair);
  Pair x = wideB(), y = wideC();
  Value *differ = b.CreateXor(x.a, y.a);
  if (!isFour()) {
    Value *same = flag(b.CreateNot(isSetWords(differ)));
    return isPair ? setL({same, num(0)}) : setA(same);
  }
  Value *unknown = b.CreateOr(x.b, y.b);
  Value *doubt = isWild ? b.CreateAnd(x.b, b.CreateNot(y.b)) : unknown;
  Value *same = b.CreateNot(isSetWords(b.CreateAnd(differ, b.CreateNot(unknown))));
  setL({flag(same), flag(b.CreateAnd(same, isSetWords(doubt)))});
}
void FunctionEmitter::emitEqW() { equalityW(Support::wideEq, false); }
void FunctionEmitter::emitWildEqW() { equalityW(Support::wideWildEq, true); }

void FunctionEmitter::matchW(Support whenLong,
                             llvm::function_ref<Value *(Pair, Pair)> differences) {
  if (isLong(ext->e0)) {
    Value *matches =
        callOnFrame(whenLong, {slotAddress(in->b), slotAddress(in->c), shapeCode(ext->e0)});
    return setA(b.CreateZExt(matches, i64));
  }
  Pair x = wideB(), y = wideC();
  Value *differ = isFour() ? differences(x, y) : b.CreateXor(x.a, y.a);
  setA(flag(b.CreateNot(isSetWords(differ))));
}
void FunctionEmitter::emitCaseEqW() {
  matchW(Support::wideCaseEq, [&](Pair x, Pair y) {
    return b.CreateOr(b.CreateXor(x.a, y.a), b.CreateXor(x.b, y.b));
  });
}
void FunctionEmitter::emitCasezW() {
  matchW(Support::wideCasez, [&](Pair x, Pair y) {
    Value *z = b.CreateOr(b.CreateAnd(b.CreateNot(x.a), x.b), b.CreateAnd(b.CreateNot(y.a), y.b));
    Value *differ = b.CreateOr(b.CreateXor(x.a, y.a), b.CreateXor(x.b, y.b));
    return b.CreateAnd(differ, b.CreateNot(z));
  });
}
void FunctionEmitter::emitCasexW() {
  matchW(Support::wideCasex, [&](Pair x, Pair y) {
    return b.CreateAnd(b.CreateXor(x.a, y.a), b.CreateNot(b.CreateOr(x.b, y.b)));
  });
}

void FunctionEmitter::compareW(CmpInst::Predicate predicate, Support whenUnsigned,
                               Support whenSigned) {
  uint32_t width = ext->e0, count = wordsOf(width);
  bool isSigned = in->aux & FlagSigned;
  if (isLong(width))
    return setBitOfCode(callOnFrame(isSigned ? whenSigned : whenUnsigned,
                                    {slotAddress(in->b), slotAddress(in->c), shapeCode(width)}),
                        isFour());
  Pair x = wideB(), y = wideC();
  if (isSigned) { // order of the values with the sign bit inverted
    llvm::APInt sign = llvm::APInt::getOneBitSet(count * 64, width - 1);
    Value *bit = asWords(llvm::ConstantInt::get(context, sign), count);
    x.a = b.CreateXor(x.a, bit);
    y.a = b.CreateXor(y.a, bit);
  }
  Value *holds = b.CreateICmp(predicate, asInteger(x.a), asInteger(y.a));
  setBit(holds, isFour() ? isSetWords(b.CreateOr(x.b, y.b)) : nullptr);
}
void FunctionEmitter::emitLtW() {
  compareW(CmpInst::ICMP_ULT, Support::wideLtU, Support::wideLtS);
}
void FunctionEmitter::emitLeW() {
  compareW(CmpInst::ICMP_ULE, Support::wideLeU, Support::wideLeS);
}

// --- Truth, reductions, counts --------------------------------------------------------

void FunctionEmitter::emitBoolW() {
  if (isLong(ext->e0))
    return setBitOfCode(
        callOnFrame(Support::wideBool, {slotAddress(in->b), shapeCode(ext->e0)}), isFour());
  Pair x = wideB();
  if (!isFour())
    return setA(flag(isSetWords(x.a)));
  Value *isOne = isSetWords(b.CreateAnd(x.a, b.CreateNot(x.b)));
  setBit(isOne, b.CreateAnd(b.CreateNot(isOne), isSetWords(x.b)));
}
void FunctionEmitter::emitRedAndW() {
  if (isLong(ext->e0))
    return setBitOfCode(
        callOnFrame(Support::wideRedAnd, {slotAddress(in->b), shapeCode(ext->e0)}), isFour());
  Pair x = wideB();
  Value *maybeOne = isFour() ? b.CreateOr(x.a, x.b) : x.a;
  Value *zeros = b.CreateXor(maybeOne, lowMaskWords(context, wordsOf(ext->e0), ext->e0));
  Value *holds = b.CreateNot(isSetWords(zeros));
  setBit(holds, isFour() ? b.CreateAnd(holds, isSetWords(x.b)) : nullptr);
}
void FunctionEmitter::emitRedXorW() {
  if (isLong(ext->e0))
    return setBitOfCode(
        callOnFrame(Support::wideRedXor, {slotAddress(in->b), shapeCode(ext->e0)}), isFour());
  Pair x = wideB();
  Value *ones = b.CreateUnaryIntrinsic(llvm::Intrinsic::ctpop, b.CreateXorReduce(x.a));
  setBit(b.CreateTrunc(ones, b.getInt1Ty()), isFour() ? isSetWords(x.b) : nullptr);
}
void FunctionEmitter::emitIsTrueW() {
  if (isLong(ext->e0))
    return setA(b.CreateZExt(
        callOnFrame(Support::wideIsTrue, {slotAddress(in->b), shapeCode(ext->e0)}), i64));
  Pair x = wideB();
  setA(flag(isSetWords(isFour() ? b.CreateAnd(x.a, b.CreateNot(x.b)) : x.a)));
}
void FunctionEmitter::emitIsUnknownW() {
  if (!isFour())
    return setA(num(0));
  if (isLong(ext->e0))
    return setA(b.CreateZExt(
        callOnFrame(Support::wideIsUnknown, {slotAddress(in->b), shapeCode(ext->e0)}), i64));
  setA(flag(isSetWords(wideB().b)));
}

/// Bits whose value is in the set c: each member gives the words of its bits.
void FunctionEmitter::emitCountBits() {
  uint32_t width = ext->e0, count = wordsOf(width);
  if (isLong(width))
    return setA(b.CreateZExt(callOnFrame(Support::wideCount, {slotAddress(in->b),
                                                              shapeCode(width),
                                                              b.getInt32(in->c)}),
                             i64));
  Pair x = wideB();
  Value *unknown = isFour() ? x.b : zeroWords(count), *hits = zeroWords(count);
  for (uint32_t bit = 0; bit != 4; ++bit)
    if (in->c >> bit & 1)
      hits = b.CreateOr(hits, b.CreateAnd(bit & 1 ? x.a : b.CreateNot(x.a),
                                          bit & 2 ? unknown : b.CreateNot(unknown)));
  hits = b.CreateUnaryIntrinsic(llvm::Intrinsic::ctpop, maskWords(hits, width));
  setA(b.CreateAddReduce(hits));
}

void FunctionEmitter::emitReverseBits() {
  callOnFrame(Support::wideReverse, {slotAddress(in->a), slotAddress(in->b), shapeCode(ext->e0),
                                     b.getInt32(ext->e1)});
}

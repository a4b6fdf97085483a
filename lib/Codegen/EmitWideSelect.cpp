//===- EmitWideSelect.cpp - values above 64 bits: shifts, selects, parts -----===//
//
// Moving a vector of words by a distance is moving words (a shuffle if the distance
// is known, else a load from a computed address) and one funnel shift of each word
// with its neighbour. Selects and insertions touch the words they cover and no others.
//
// A shift by a variable amount puts the value and its filling into a scratch array of
// the native stack and reads it back from where the amount says.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

#include <functional>

using namespace circtsim::codegen;
using namespace circtsim::model;
using llvm::Instruction;

static bool isZero(llvm::Value *value) {
  auto *constant = llvm::dyn_cast<llvm::Constant>(value);
  return constant && constant->isNullValue();
}

/// Words of 64 bits take plain shifts, which the quick instruction selector knows too.
llvm::Value *FunctionEmitter::funnelDown(Value *high, Value *low, Value *shift) {
  if (isZero(shift))
    return low;
  if (low->getType()->isVectorTy())
    return b.CreateIntrinsic(llvm::Intrinsic::fshr, {low->getType()},
                             {high, low, splat(shift, countOf(low))});
  Value *back = b.CreateXor(shift, 63);
  return b.CreateOr(b.CreateLShr(low, shift), b.CreateShl(b.CreateShl(high, 1), back));
}
llvm::Value *FunctionEmitter::funnelUp(Value *high, Value *low, Value *shift) {
  if (isZero(shift))
    return high;
  if (low->getType()->isVectorTy())
    return b.CreateIntrinsic(llvm::Intrinsic::fshl, {low->getType()},
                             {high, low, splat(shift, countOf(low))});
  Value *back = b.CreateXor(shift, 63);
  return b.CreateOr(b.CreateShl(high, shift), b.CreateLShr(b.CreateLShr(low, 1), back));
}

llvm::Value *FunctionEmitter::atMost(Value *value, uint64_t limit) {
  return b.CreateSelect(b.CreateICmpULT(value, num(limit)), value, num(limit));
}

// --- Shifts ---------------------------------------------------------------------------

llvm::Value *FunctionEmitter::constantShift(unsigned opcode, Value *words, uint64_t amount,
                                            uint32_t width) {
  uint32_t count = countOf(words);
  amount = std::min<uint64_t>(amount, width);
  auto skip = int(amount / 64);
  Value *shift = num(amount % 64), *fill = nullptr;
  if (opcode == Instruction::Shl)
    return maskWords(funnelUp(takeWords(words, -skip, count), takeWords(words, -skip - 1, count),
                              shift),
                     width);
  if (opcode == Instruction::AShr) {
    words = signExtendedWords(words, width);
    fill = b.CreateAShr(b.CreateExtractElement(words, count - 1), 63);
  }
  return maskWords(funnelDown(takeWords(words, skip + 1, count, fill),
                              takeWords(words, skip, count, fill), shift),
                   width);
}

/// Room for a value and its filling, one for the whole function.
llvm::Value *FunctionEmitter::shiftBuffer() {
  if (!shiftWords) {
    llvm::IRBuilderBase::InsertPointGuard guard(b);
    BasicBlock &entry = function->getEntryBlock();
    b.SetInsertPoint(&entry, entry.begin());
    shiftWords = b.CreateAlloca(llvm::ArrayType::get(i64, 2 * InlineWords + 1), nullptr, "shift");
  }
  return shiftWords;
}

llvm::Value *FunctionEmitter::wordAt(Value *address, Value *index) {
  return b.CreateGEP(i64, address, index);
}

/// `skip` words (at most all of them) and `shift` bits (0..63).
llvm::Value *FunctionEmitter::variableShift(unsigned opcode, Value *words, Value *skip,
                                            Value *shift, uint32_t width) {
  uint32_t count = countOf(words);
  Value *buffer = shiftBuffer();
  llvm::Align align(8);
  auto load = [&](Value *index) {
    return b.CreateAlignedLoad(wordsType(count), wordAt(buffer, index), align);
  };
  if (opcode == Instruction::Shl) { // zeros below the value
    b.CreateAlignedStore(zeroWords(count + 1), buffer, align);
    b.CreateAlignedStore(words, wordAt(buffer, num(count + 1)), align);
    Value *low = b.CreateSub(num(count), skip);
    return maskWords(funnelUp(load(b.CreateAdd(low, num(1))), load(low), shift), width);
  }
  Value *fill = zeroWords(count + 1);
  if (opcode == Instruction::AShr) {
    words = signExtendedWords(words, width);
    fill = splat(b.CreateAShr(b.CreateExtractElement(words, count - 1), 63), count + 1);
  }
  b.CreateAlignedStore(words, buffer, align);
  b.CreateAlignedStore(fill, wordAt(buffer, num(count)), align);
  return maskWords(funnelDown(load(b.CreateAdd(skip, num(1))), load(skip), shift), width);
}

void FunctionEmitter::shiftW(unsigned opcode, Support whenLong) {
  uint32_t width = ext->e0, count = wordsOf(width), amountCount = wordsOf(ext->e1);
  if (isLong(width) || isLong(ext->e1)) {
    callOnFrame(whenLong, {slotAddress(in->a), slotAddress(in->b), slotAddress(in->c),
                           shapeCode(width), b.getInt32(ext->e1)});
    return;
  }
  Pair x = wideB();
  Value *amount = read(in->c), *unknown = nullptr;
  if (amountCount > 1) {
    Value *far = isSetWords(readWords(in->c + 1, amountCount - 1));
    amount = b.CreateSelect(far, num(~uint64_t(0)), amount);
  }
  if (isFour())
    unknown = isSetWords(readWords(in->c + amountCount, amountCount));
  std::function<Value *(Value *)> shifted;
  if (auto *known = llvm::dyn_cast<llvm::ConstantInt>(amount)) {
    uint64_t distance = known->getZExtValue();
    shifted = [=, this](Value *words) { return constantShift(opcode, words, distance, width); };
  } else {
    Value *skip = atMost(b.CreateLShr(amount, 6), count);
    Value *bits = b.CreateAnd(amount, 63);
    shifted = [=, this](Value *words) { return variableShift(opcode, words, skip, bits, width); };
  }
  x.a = shifted(x.a);
  if (isFour()) {
    Value *bad = allIf(unknown, width);
    x = {b.CreateOr(x.a, bad), b.CreateOr(shifted(x.b), bad)};
  }
  setWide(x);
}
void FunctionEmitter::emitShlW() { shiftW(Instruction::Shl, Support::wideShl); }
void FunctionEmitter::emitShrW() { shiftW(Instruction::LShr, Support::wideShr); }
void FunctionEmitter::emitAshrW() { shiftW(Instruction::AShr, Support::wideAshr); }

// --- Selects at known positions -------------------------------------------------------

/// Bits [lo, lo+width) of the plane at `slot`.
llvm::Value *FunctionEmitter::extractPlane(uint32_t slot, uint32_t lo, uint32_t width) {
  uint32_t first = lo / 64, last = (lo + width - 1) / 64, count = wordsOf(width);
  Value *shift = num(lo % 64);
  if (count == 1) {
    Value *low = read(slot + first);
    Value *bits = first == last ? b.CreateLShr(low, shift)
                                : funnelDown(read(slot + last), low, shift);
    return splat(masked(bits, width), 1);
  }
  Value *covered = readWords(slot + first, last - first + 1);
  return maskWords(funnelDown(takeWords(covered, 1, count), takeWords(covered, 0, count), shift),
                   width);
}

void FunctionEmitter::emitExtractW() {
  uint32_t width = ext->e0, whole = ext->e1, lo = ext->e2;
  bool isInside = width <= whole && lo <= whole - width;
  if (isLong(width) || !isInside) {
    callOnFrame(Support::wideExtract, {slotAddress(in->a), slotAddress(in->b), shapeCode(width),
                                       b.getInt32(whole), num(lo)});
    return;
  }
  Pair x = {extractPlane(in->b, lo, width), nullptr};
  if (isFour())
    x.b = extractPlane(in->b + wordsOf(whole), lo, width);
  setWide(x);
}

/// Overwrites bits [lo, lo+width) of the plane at `target`; `value` has `width` bits.
void FunctionEmitter::insertPlane(uint32_t target, uint32_t source, uint32_t lo, uint32_t width) {
  uint32_t first = lo / 64, last = (lo + width - 1) / 64, covered = last - first + 1;
  Value *shift = num(lo % 64);
  if (covered == 1) {
    uint64_t field = lowMask(width) << (lo % 64);
    Value *bits = b.CreateShl(read(source), shift);
    Value *kept = ~field ? b.CreateAnd(read(target + first), ~field) : num(0);
    return write(target + first, b.CreateOr(kept, bits));
  }
  Value *value = readWords(source, wordsOf(width));
  Value *moved = funnelUp(takeWords(value, 0, covered), takeWords(value, -1, covered), shift);
  llvm::APInt field = llvm::APInt::getBitsSet(covered * 64, lo % 64, lo % 64 + width);
  if (!field.isAllOnes()) {
    Value *kept = asWords(llvm::ConstantInt::get(context, ~field), covered);
    moved = b.CreateOr(b.CreateAnd(readWords(target + first, covered), kept), moved);
  }
  writeWords(target + first, moved);
}

void FunctionEmitter::emitInsertW() {
  uint32_t width = ext->e0, whole = ext->e1, lo = ext->e2;
  bool isInside = width <= whole && lo <= whole - width;
  if (isLong(width) || !isInside) {
    callOnFrame(Support::wideInsert, {slotAddress(in->a), slotAddress(in->b), shapeCode(width),
                                      b.getInt32(whole), num(lo)});
    return;
  }
  insertPlane(in->a, in->b, lo, width);
  if (isFour())
    insertPlane(in->a + wordsOf(whole), in->b + wordsOf(width), lo, width);
}

/// Copies of 1, 2, 4, ... bits fill a word by a product; copies of whole words are a
/// shuffle.
void FunctionEmitter::emitReplW() {
  uint32_t width = ext->e0, whole = width * ext->e1;
  bool isSimple = width && (64 % width == 0 || width % 64 == 0);
  if (isLong(whole) || !isSimple) {
    callOnFrame(Support::wideReplicate, {slotAddress(in->a), slotAddress(in->b),
                                         shapeCode(width), b.getInt32(ext->e1)});
    return;
  }
  uint32_t count = wordsOf(whole), each = wordsOf(width);
  auto copies = [&](uint32_t slot) -> Value * {
    if (each == 1) {
      uint64_t factor = ~uint64_t(0) / lowMask(width);
      return maskWords(splat(b.CreateMul(read(slot), num(factor)), count), whole);
    }
    llvm::SmallVector<int, 16> lanes(count);
    for (uint32_t i = 0; i != count; ++i)
      lanes[i] = int(i % each);
    return b.CreateShuffleVector(readWords(slot, each), lanes);
  };
  Pair x = {copies(in->b), nullptr};
  if (isFour())
    x.b = copies(in->b + each);
  writeWide(in->a, whole, x);
}

// --- Selects at run-time positions ----------------------------------------------------

llvm::Value *FunctionEmitter::bitsAt(Value *address, Value *bit, uint32_t count, uint32_t width) {
  llvm::Align align(1);
  Value *word = b.CreateLShr(bit, 6), *shift = b.CreateAnd(bit, 63);
  auto wordBehind = [&](uint32_t distance) { // exists only if bits of it are wanted
    Value *index = atMost(b.CreateAdd(word, num(distance)), count - 1);
    return b.CreateAlignedLoad(i64, wordAt(address, index), align);
  };
  uint32_t needed = wordsOf(width);
  if (needed == 1) {
    Value *low = b.CreateAlignedLoad(i64, wordAt(address, word), align);
    Value *bits = width == 1 ? b.CreateLShr(low, shift) : funnelDown(wordBehind(1), low, shift);
    return masked(bits, width);
  }
  Value *low = b.CreateAlignedLoad(wordsType(needed), wordAt(address, word), align);
  Value *high = takeWords(low, 1, needed, wordBehind(needed));
  return maskWords(funnelDown(high, low, shift), width);
}

/// Overwrites `width` (at most 64) bits; the position is inside.
void FunctionEmitter::insertBitsAt(Value *address, Value *bit, uint32_t count, uint32_t width,
                                   Value *value) {
  llvm::Align align(1);
  Value *word = b.CreateLShr(bit, 6), *shift = b.CreateAnd(bit, 63), *field = num(lowMask(width));
  auto replace = [&](Value *index, Value *mask, Value *bits) {
    Value *at = wordAt(address, index);
    Value *kept = b.CreateAnd(b.CreateAlignedLoad(i64, at, align), b.CreateNot(mask));
    b.CreateAlignedStore(b.CreateOr(kept, bits), at, align);
  };
  replace(word, b.CreateShl(field, shift), b.CreateShl(value, shift));
  if (width == 1)
    return;
  Value *next = atMost(b.CreateAdd(word, num(1)), count - 1);
  replace(next, funnelUp(num(0), field, shift), funnelUp(num(0), value, shift));
}

/// Inline where bits [index, index+width) lie inside the value.
void FunctionEmitter::emitDynExtract() {
  uint32_t width = ext->e0, whole = ext->e1;
  if (width > whole || isLong(width)) {
    callOnFrame(Support::wideExtract, {slotAddress(in->a), slotAddress(in->b), shapeCode(width),
                                       b.getInt32(whole), C()});
    return;
  }
  Value *index = C();
  uint32_t count = wordsOf(whole);
  if (whole > 64)
    spillWords(in->b, count << unsigned(isFour()));
  inlineIf(b.CreateICmpULE(index, num(whole - width)), [&] {
    auto plane = [&](uint32_t slot) {
      return whole <= 64 ? masked(b.CreateLShr(read(slot), index), width)
                         : bitsAt(slotAddress(slot), index, count, width);
    };
    Pair x = {plane(in->b), isFour() ? plane(in->b + count) : nullptr};
    if (width > 64)
      return writeWide(in->a, width, x);
    isFour() ? setL(x) : setA(x.a);
  });
}

void FunctionEmitter::emitDynInsert() {
  uint32_t width = ext->e0, whole = ext->e1, count = wordsOf(whole);
  if (width > whole || width > 64) {
    callOnFrame(Support::wideInsert, {slotAddress(in->a), slotAddress(in->b), shapeCode(width),
                                      b.getInt32(whole), C()});
    return;
  }
  Value *index = C();
  uint32_t slots = count << unsigned(isFour());
  auto insert = [&](uint32_t slot, Value *value) {
    if (whole > 64)
      return insertBitsAt(slotAddress(slot), index, count, width, value);
    Value *kept = b.CreateAnd(read(slot), b.CreateNot(b.CreateShl(num(lowMask(width)), index)));
    write(slot, b.CreateOr(kept, b.CreateShl(value, index)));
  };
  inlineIf(b.CreateICmpULE(index, num(whole - width)), [&] {
    if (whole > 64)
      spillWords(in->a, slots);
    Value *a = B(), *second = isFour() ? read(in->b + 1) : nullptr;
    insert(in->a, a);
    if (isFour())
      insert(in->a + count, second);
    if (whole > 64)
      for (uint32_t i = 0; i != slots; ++i)
        reload(in->a + i);
  });
}

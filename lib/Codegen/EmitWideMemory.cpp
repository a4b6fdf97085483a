//===- EmitWideMemory.cpp - wide and partial loads and stores ----------------===//
//
// Storage of more than 64 bits is read and written as vectors of words, like slots of
// the frame. A store into a part reads the words that it covers, inserts and goes on
// as a store of these words. As everywhere, a store asks the signal's flag byte first;
// with watchers it compares, and only a change (or a forced signal) is told to the
// scheduler: storeBits takes the value as it lies in the frame.
//
// Through a reference the position is known at run time: loads and stores of at most
// 64 bits are inline while they lie inside the object, and whole objects are.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

#include "Model/Design.h"
#include "Model/NativeState.h"
#include "Model/Storage.h"

using namespace circtsim::codegen;
using namespace circtsim::model;

// --- Flags ----------------------------------------------------------------------------

llvm::Value *FunctionEmitter::flagsOf(Value *signal) {
  return b.CreateLoad(b.getInt8Ty(),
                      b.CreateGEP(b.getInt8Ty(), flags, b.CreateZExt(signal, i64)));
}

/// A slot may lead to what is no signal.
void FunctionEmitter::requireSignal(Place place, BasicBlock *otherwise) {
  if (place.isLocal)
    return;
  BasicBlock *known = newBlock("signal");
  b.CreateCondBr(b.CreateICmpULT(place.signal, b.getInt32(NoSignal - 1)), known, otherwise,
                 likely());
  b.SetInsertPoint(known);
}

// --- Whole objects --------------------------------------------------------------------

void FunctionEmitter::loadWide(Place place, uint32_t width) {
  uint32_t count = wordsOf(width);
  llvm::Align align(1);
  auto plane = [&](uint32_t slot, Value *address) {
    if (isLong(width))
      b.CreateMemCpy(slotAddress(slot), llvm::Align(8), address, align, count * 8);
    else
      writeWords(slot, b.CreateAlignedLoad(wordsType(count), address, align));
  };
  plane(in->a, place.address);
  if (isFour())
    plane(in->a + count, secondPlane(place));
}
void FunctionEmitter::emitLdW() { loadWide(localPlace(in->b, 0), ext->e0); }
void FunctionEmitter::emitLdpW() { loadWide(slotPlace(in->b), ext->e0); }

void FunctionEmitter::storeBitsCall(Place place, Value *lo, uint32_t width, uint32_t unitWidth) {
  callOnFrame(Support::storeBits, {place.address, place.signal, lo, shapeCode(width),
                                   b.getInt32(unitWidth), slotAddress(in->a)});
}

/// Stores operand a into bits [lo, lo+width) of an object of more than 64 bits.
void FunctionEmitter::storeWide(Place place, uint32_t lo, uint32_t width, uint32_t unitWidth) {
  uint32_t first = lo / 64, covered = (lo % 64 + width + 63) / 64;
  if (covered > InlineWords || uint64_t(lo) + width > unitWidth)
    return storeBitsCall(place, num(lo), width, unitWidth);
  llvm::Align align(1);
  llvm::APInt field = llvm::APInt::getBitsSet(covered * 64, lo % 64, lo % 64 + width);
  bool isWhole = lo % 64 == 0 && (field.isAllOnes() || lo + width == unitWidth);
  Value *atA = b.CreateConstInBoundsGEP1_64(i64, place.address, first);
  Value *atB = isFour() ? secondPlane(atA) : nullptr;
  auto oldWords = [&](Value *at) {
    return b.CreateAlignedLoad(wordsType(covered), at, align);
  };
  auto newWords = [&](Value *words, Value *at) {
    if (isWhole)
      return words;
    words = funnelUp(takeWords(words, 0, covered), takeWords(words, -1, covered), num(lo % 64));
    Value *kept = asWords(llvm::ConstantInt::get(context, ~field), covered);
    return b.CreateOr(b.CreateAnd(oldWords(at), kept), words);
  };
  BasicBlock *quiet = newBlock("quiet"), *watched = newBlock("watched");
  BasicBlock *slow = newBlock("notify"), *done = newBlock("stored");
  requireSignal(place, slow);
  Value *flag = flagsOf(place.signal);
  Pair now = readWide(in->a, width);
  now.a = newWords(now.a, atA);
  if (isFour())
    now.b = newWords(now.b, atB);
  b.CreateCondBr(b.CreateICmpEQ(flag, b.getInt8(0)), quiet, watched);
  b.SetInsertPoint(quiet);
  b.CreateAlignedStore(now.a, atA, align);
  if (isFour())
    b.CreateAlignedStore(now.b, atB, align);
  b.CreateBr(done);
  b.SetInsertPoint(watched);
  Value *changed = b.CreateXor(oldWords(atA), now.a);
  if (isFour())
    changed = b.CreateOr(changed, b.CreateXor(oldWords(atB), now.b));
  Value *isForced = b.CreateICmpNE(b.CreateAnd(flag, uint64_t(SignalForced)), b.getInt8(0));
  b.CreateCondBr(b.CreateOr(isSetWords(changed), isForced), slow, done);
  b.SetInsertPoint(slow);
  storeBitsCall(place, num(lo), width, unitWidth);
  b.CreateBr(done);
  b.SetInsertPoint(done);
}
void FunctionEmitter::emitStW() { storeWide(localPlace(in->b, in->c), 0, ext->e0, ext->e0); }
void FunctionEmitter::emitStpW() { storeWide(slotPlace(in->b), 0, ext->e0, ext->e0); }

// --- Parts ----------------------------------------------------------------------------

/// Bits [e1, e1+e0) of a unit of at most 64 bits: read, insert, store.
void FunctionEmitter::storePart(Place place) {
  uint32_t width = ext->e0, lo = ext->e1, unitWidth = ext->e2;
  if (unitWidth > 64)
    return storeWide(place, lo, width, unitWidth);
  if (uint64_t(lo) + width > unitWidth)
    return storeBitsCall(place, num(lo), width, unitWidth);
  uint32_t bytes = unitBytes(unitWidth);
  uint64_t field = lowMask(width) << lo;
  auto insert = [&](Value *old, Value *value) {
    return b.CreateOr(b.CreateAnd(old, ~field), b.CreateAnd(b.CreateShl(value, lo), field));
  };
  // Forced bits are told apart by the scheduler: it needs to know the part.
  BasicBlock *slow = newBlock("forced"), *fast = newBlock("part"), *join = newBlock("join");
  requireSignal(place, slow);
  Value *forced = b.CreateAnd(flagsOf(place.signal), uint64_t(SignalForced));
  b.CreateCondBr(b.CreateICmpEQ(forced, b.getInt8(0)), fast, slow, likely());
  inColdBlock(slow, [&] {
    storeBitsCall(place, num(lo), width, unitWidth);
    b.CreateBr(join);
  });
  b.SetInsertPoint(fast);
  Value *a = insert(loadUnit(place.address, bytes), A());
  Value *second = nullptr;
  if (isFour())
    second = insert(loadUnit(secondPlane(place), bytes), read(in->a + 1));
  store(place, bytes, isFour(), a, second);
  b.CreateBr(join);
  b.SetInsertPoint(join);
}
void FunctionEmitter::emitStPart() { storePart(localPlace(in->b, in->c)); }
void FunctionEmitter::emitStpPart() { storePart(slotPlace(in->b)); }

void FunctionEmitter::nonblockingPart(Place place) {
  callOnFrame(Support::nbaBits, {place.address, place.signal, num(ext->e1), shapeCode(ext->e0),
                                 b.getInt32(ext->e2), slotAddress(in->a)});
}
void FunctionEmitter::emitNbaPart() { nonblockingPart(localPlace(in->b, in->c)); }
void FunctionEmitter::emitNbapPart() { nonblockingPart(slotPlace(in->b)); }

// --- Through references ---------------------------------------------------------------

void FunctionEmitter::emitLdRef() {
  uint32_t width = ext->e0, whole = ext->e1;
  Value *address = read(in->b), *bit = read(in->b + 2);
  Value *place = b.CreateIntToPtr(address, ptr);
  if (isLong(width) || width > whole) {
    callOnFrame(Support::loadBits, {place, bit, shapeCode(width), b.getInt32(whole),
                                    slotAddress(in->a)});
    return;
  }
  Value *isInside = b.CreateAnd(isSet(address), b.CreateICmpULE(bit, num(whole - width)));
  inlineIf(isInside, [&] {
    if (whole <= 64 && width == whole)
      return load({place, nullptr, false}, unitBytes(whole), isFour());
    if (width == whole)
      return loadWide({place, nullptr, false}, width);
    auto plane = [&](Value *at) {
      return whole <= 64 ? masked(b.CreateLShr(loadUnit(at, unitBytes(whole)), bit), width)
                         : bitsAt(at, bit, wordsOf(whole), width);
    };
    Pair x = {plane(place), isFour() ? plane(secondPlane(place)) : nullptr};
    if (width > 64)
      return writeWide(in->a, width, x);
    isFour() ? setL(x) : setA(x.a);
  });
}

/// Writes operand a at bit `bit` of the object of reference b: nobody watches it, and
/// the bits lie inside of one unit or word.
void FunctionEmitter::storeQuiet(Value *address, Value *bit) {
  uint32_t width = ext->e0, whole = ext->e1;
  llvm::Align align(1);
  Pair value = {nullptr, nullptr};
  if (width > 64)
    value = readWide(in->a, width);
  else
    value = {A(), isFour() ? read(in->a + 1) : nullptr};
  auto plane = [&](Value *at, Value *bits) {
    if (width > 64) {
      b.CreateAlignedStore(bits, at, align);
      return;
    }
    uint32_t bytes = unitBytes(whole);
    if (width == whole)
      return storeUnit(at, bits, bytes);
    if (whole > 64)
      at = wordAt(at, b.CreateLShr(bit, 6));
    Value *shift = b.CreateAnd(bit, 63);
    Value *kept = b.CreateNot(b.CreateShl(num(lowMask(width)), shift));
    Value *old = b.CreateAnd(loadUnit(at, bytes), kept);
    storeUnit(at, b.CreateOr(old, b.CreateShl(bits, shift)), bytes);
  };
  plane(address, value.a);
  if (isFour())
    plane(secondPlane(address), value.b);
}

void FunctionEmitter::emitStRef() {
  uint32_t width = ext->e0, whole = ext->e1;
  Value *address = read(in->b), *signal = read(in->b + 1), *bit = read(in->b + 2);
  Place place = {b.CreateIntToPtr(address, ptr), b.CreateTrunc(signal, i32), false};
  if (isLong(width) || width > whole || (width > 64 && width != whole))
    return storeBitsCall(place, bit, width, whole);
  BasicBlock *inside = newBlock("inside"), *watchable = newBlock("watchable");
  BasicBlock *quiet = newBlock("quiet"), *slow = newBlock("notify"), *done = newBlock("stored");
  Value *isInside = b.CreateAnd(isSet(address), b.CreateICmpULE(bit, num(whole - width)));
  if (whole > 64 && width > 1 && width <= 64) // may lie in two words
    isInside = b.CreateAnd(isInside, b.CreateICmpULE(b.CreateAnd(bit, 63), num(64 - width)));
  b.CreateCondBr(isInside, inside, slow, likely());
  b.SetInsertPoint(inside); // what is no signal has nobody to watch it
  b.CreateCondBr(b.CreateICmpEQ(signal, num(NoSignal)), quiet, watchable);
  b.SetInsertPoint(watchable);
  requireSignal(place, slow);
  b.CreateCondBr(b.CreateICmpEQ(flagsOf(place.signal), b.getInt8(0)), quiet, slow);
  inColdBlock(slow, [&] {
    storeBitsCall(place, bit, width, whole);
    b.CreateBr(done);
  });
  b.SetInsertPoint(quiet);
  storeQuiet(place.address, bit);
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

void FunctionEmitter::emitNbaRef() {
  if (ext->e3 != NoSlot) // after a delay
    return outOfLine();
  Value *address = b.CreateIntToPtr(read(in->b), ptr);
  Value *signal = b.CreateTrunc(read(in->b + 1), i32);
  callOnFrame(Support::nbaReference,
              {address, signal, read(in->b + 2), shapeCode(ext->e0), b.getInt32(ext->e1),
               slotAddress(in->a)});
}

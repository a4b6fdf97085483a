//===- EmitMemory.cpp - loads, stores and nonblocking assignments ------------===//
//
// A store asks the signal's flag byte first: as long as nobody watches it, it is
// forced or traced by nobody, the value is written without a look at the old one.
// Otherwise old and new are compared, and a change goes to the scheduler.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

#include "Model/Design.h"
#include "Model/Instance.h"
#include "Model/NativeState.h"

using namespace circtsim::codegen;
using namespace circtsim::model;

static uint32_t unitBytesOf(uint32_t width) {
  return width <= 8 ? 1 : width <= 16 ? 2 : width <= 32 ? 4 : 8;
}

FunctionEmitter::Place FunctionEmitter::localPlace(uint32_t offset, uint32_t signal) {
  return {b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), base, offset),
          b.CreateAdd(signalBase, b.getInt32(signal)), true};
}

FunctionEmitter::Place FunctionEmitter::slotPlace(uint32_t slot) {
  uint64_t offset = uint64_t(slot) * sizeof(SlotEntry);
  return {invariantLoad(ptr, slots, offset + offsetof(SlotEntry, address)),
          invariantLoad(i32, slots, offset + offsetof(SlotEntry, signal)), false};
}

llvm::Value *FunctionEmitter::loadUnit(Value *address, uint32_t bytes) {
  llvm::Type *type = b.getIntNTy(bytes * 8);
  return b.CreateZExt(b.CreateAlignedLoad(type, address, llvm::Align(1)), i64);
}

void FunctionEmitter::storeUnit(Value *address, Value *value, uint32_t bytes) {
  b.CreateAlignedStore(b.CreateTrunc(value, b.getIntNTy(bytes * 8)), address, llvm::Align(1));
}

void FunctionEmitter::load(Place place, uint32_t bytes, bool isFour) {
  Value *a = loadUnit(place.address, bytes);
  if (isFour)
    setL({a, loadUnit(secondPlane(place.address), bytes)});
  else
    setA(a);
}

void FunctionEmitter::store(Place place, uint32_t bytes, bool isFour, Value *a, Value *second) {
  BasicBlock *quiet = newBlock("quiet"), *watched = newBlock("watched");
  BasicBlock *slow = newBlock("notify"), *done = newBlock("stored");
  auto loadFlags = [&] {
    return b.CreateLoad(b.getInt8Ty(), b.CreateGEP(b.getInt8Ty(), flags,
                                                   b.CreateZExt(place.signal, i64)));
  };
  if (!place.isLocal) { // a slot may lead to what is no signal
    BasicBlock *known = newBlock("signal");
    b.CreateCondBr(b.CreateICmpULT(place.signal, b.getInt32(NoSignal - 1)), known, slow,
                   likely());
    b.SetInsertPoint(known);
  }
  Value *flag = loadFlags();
  b.CreateCondBr(b.CreateICmpEQ(flag, b.getInt8(0)), quiet, watched);
  b.SetInsertPoint(quiet);
  storeUnit(place.address, a, bytes);
  if (isFour)
    storeUnit(secondPlane(place.address), second, bytes);
  b.CreateBr(done);
  b.SetInsertPoint(watched);
  Value *changed = b.CreateXor(loadUnit(place.address, bytes), a);
  if (isFour)
    changed = b.CreateOr(changed, b.CreateXor(loadUnit(secondPlane(place.address), bytes), second));
  Value *forced = b.CreateZExt(b.CreateAnd(flag, uint64_t(SignalForced)), i64);
  b.CreateCondBr(isSet(b.CreateOr(changed, forced)), slow, done);
  b.SetInsertPoint(slow);
  callSupport(Support::store, {place.address, place.signal,
                               b.getInt32(bytes | (isFour ? 256 : 0)), a, second ? second : num(0)});
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

#define SCALARS(Bits)                                                                              \
  void FunctionEmitter::emitLdI##Bits() { load(localPlace(in->b, 0), Bits / 8, false); }           \
  void FunctionEmitter::emitLdL##Bits() { load(localPlace(in->b, 0), Bits / 8, true); }            \
  void FunctionEmitter::emitLdpI##Bits() { load(slotPlace(in->b), Bits / 8, false); }              \
  void FunctionEmitter::emitLdpL##Bits() { load(slotPlace(in->b), Bits / 8, true); }               \
  void FunctionEmitter::emitStI##Bits() {                                                          \
    store(localPlace(in->b, in->c), Bits / 8, false, A(), nullptr);                                \
  }                                                                                                \
  void FunctionEmitter::emitStL##Bits() {                                                          \
    store(localPlace(in->b, in->c), Bits / 8, true, A(), read(in->a + 1));                         \
  }                                                                                                \
  void FunctionEmitter::emitStpI##Bits() {                                                         \
    store(slotPlace(in->b), Bits / 8, false, A(), nullptr);                                        \
  }                                                                                                \
  void FunctionEmitter::emitStpL##Bits() {                                                         \
    store(slotPlace(in->b), Bits / 8, true, A(), read(in->a + 1));                                 \
  }
SCALARS(8)
SCALARS(16)
SCALARS(32)
SCALARS(64)
#undef SCALARS

/// A bit of the byte at an address, in both planes.
void FunctionEmitter::loadBit(Value *address, Value *bit) {
  auto take = [&](Value *from) {
    return b.CreateAnd(b.CreateLShr(loadUnit(from, 1), bit), 1);
  };
  setL({take(address), take(secondPlane(address))});
}
void FunctionEmitter::emitLdBitL() { loadBit(localPlace(in->b, 0).address, num(in->c)); }
void FunctionEmitter::emitLdpBitL() {
  Value *address = slotPlace(in->b).address, *bit = num(in->c);
  if (shape.function.isShared) {
    uint64_t offset = uint64_t(in->b) * sizeof(SlotEntry) + offsetof(SlotEntry, bit);
    bit = b.CreateAdd(b.CreateZExt(invariantLoad(i32, slots, offset), i64), bit);
  }
  if (in->c || !shape.function.isShared) // an operand starts in the byte at its address
    address = b.CreateGEP(b.getInt8Ty(), address, b.CreateLShr(bit, 3));
  loadBit(address, b.CreateAnd(bit, 7));
}

void FunctionEmitter::emitLdW() { outOfLine(); }
void FunctionEmitter::emitStW() { outOfLine(); }
void FunctionEmitter::emitLdpW() { outOfLine(); }
void FunctionEmitter::emitStpW() { outOfLine(); }

/// Bits [e1, e1+e0) of a unit of at most 64 bits: read, insert, store.
void FunctionEmitter::storePart(Place place) {
  uint32_t width = ext->e0, lo = ext->e1, unitWidth = ext->e2;
  if (unitWidth > 64 || uint64_t(lo) + width > unitWidth)
    return outOfLine();
  uint32_t bytes = unitBytesOf(unitWidth);
  uint64_t field = lowMask(width) << lo;
  auto insert = [&](Value *old, Value *value) {
    return b.CreateOr(b.CreateAnd(old, ~field), b.CreateAnd(b.CreateShl(value, lo), field));
  };
  // Forced bits are told apart by the scheduler: it needs to know the part.
  BasicBlock *slow = newBlock("forced"), *fast = newBlock("part"), *join = newBlock("join");
  auto isPlain = [&] {
    Value *flag = b.CreateLoad(b.getInt8Ty(), b.CreateGEP(b.getInt8Ty(), flags,
                                                          b.CreateZExt(place.signal, i64)));
    return b.CreateICmpEQ(b.CreateAnd(flag, uint64_t(SignalForced)), b.getInt8(0));
  };
  if (!place.isLocal) {
    BasicBlock *known = newBlock("signal");
    b.CreateCondBr(b.CreateICmpULT(place.signal, b.getInt32(NoSignal - 1)), known, slow,
                   likely());
    b.SetInsertPoint(known);
  }
  b.CreateCondBr(isPlain(), fast, slow, likely());
  inColdBlock(slow, [&] {
    outOfLine();
    b.CreateBr(join);
  });
  b.SetInsertPoint(fast);
  Value *a = insert(loadUnit(place.address, bytes), A());
  Value *second = nullptr;
  if (isFour())
    second = insert(loadUnit(secondPlane(place.address), bytes), read(in->a + 1));
  store(place, bytes, isFour(), a, second);
  b.CreateBr(join);
  b.SetInsertPoint(join);
}
void FunctionEmitter::emitStPart() {
  if (ext->e2 > 64)
    return outOfLine();
  storePart(localPlace(in->b, in->c));
}
void FunctionEmitter::emitStpPart() {
  if (ext->e2 > 64)
    return outOfLine();
  storePart(slotPlace(in->b));
}

// --- Array elements ------------------------------------------------------------------

void FunctionEmitter::emitLdElem() {
  if (!ext->e3)
    return outOfLine();
  Place place = in->aux & FlagSlotAddressed ? slotPlace(in->c) : localPlace(in->c, 0);
  Value *index = B();
  uint32_t width = ext->e0, bytes = ext->e3;
  BasicBlock *inside = newBlock("inside"), *outside = newBlock("outside"), *join = newBlock("join");
  b.CreateCondBr(b.CreateICmpULT(index, num(ext->e1)), inside, outside, likely());
  inColdBlock(outside, [&] {
    if (isFour())
      setL({num(lowMask(width)), num(lowMask(width))});
    else
      setA(num(0));
    b.CreateBr(join);
  });
  b.SetInsertPoint(inside);
  place.address =
      b.CreateGEP(b.getInt8Ty(), place.address, b.CreateMul(index, num(ext->e2)));
  load(place, bytes, isFour());
  b.CreateBr(join);
  b.SetInsertPoint(join);
}

void FunctionEmitter::emitStElem() {
  uint32_t width = ext->e0;
  if (width > 64)
    return outOfLine();
  bool throughSlot = in->aux & FlagSlotAddressed;
  Place place = throughSlot ? slotPlace(in->c) : localPlace(in->c, ext->e3);
  Value *index = B();
  BasicBlock *inside = newBlock("inside"), *join = newBlock("join");
  b.CreateCondBr(b.CreateICmpULT(index, num(ext->e1)), inside, join);
  b.SetInsertPoint(inside);
  place.address =
      b.CreateGEP(b.getInt8Ty(), place.address, b.CreateMul(index, num(ext->e2)));
  store(place, unitBytesOf(width), isFour(), A(), isFour() ? read(in->a + 1) : nullptr);
  b.CreateBr(join);
  b.SetInsertPoint(join);
}

// --- Nonblocking assignments -----------------------------------------------------------

void FunctionEmitter::nonblocking(Place place, bool isFourState) {
  uint32_t width = in->aux;
  uint32_t size = width <= 8 ? 0 : width <= 16 ? 1 : width <= 32 ? 2 : 3;
  uint32_t kind = size + (isFourState ? 4 : 0);
  Value *a = A(), *second = isFourState ? read(in->a + 1) : num(0);
  Value *buffer = b.CreateLoad(ptr, invariantLoad(ptr, simulation, offsetof(NativeState, nba)));
  auto field = [&](Value *from, uint64_t offset) {
    return b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), from, offset);
  };
  Value *nextField = field(buffer, offsetof(NbaBuffer, next));
  Value *entry = b.CreateLoad(ptr, nextField);
  Value *limit = b.CreateLoad(ptr, field(buffer, offsetof(NbaBuffer, limit)));
  BasicBlock *room = newBlock("room"), *full = newBlock("full"), *join = newBlock("queued");
  b.CreateCondBr(b.CreateICmpNE(entry, limit), room, full, likely());
  inColdBlock(full, [&] {
    callSupport(Support::nba, {place.address, place.signal, b.getInt32(kind), a, second});
    b.CreateBr(join);
  });
  b.SetInsertPoint(room);
  b.CreateStore(place.address, field(entry, offsetof(NbaEntry, address)));
  b.CreateStore(place.signal, field(entry, offsetof(NbaEntry, signal)));
  // kind, isFour and padding as one word, least significant byte first
  b.CreateStore(b.getInt32(kind | (isFourState ? 256 : 0)), field(entry, offsetof(NbaEntry, kind)));
  b.CreateStore(a, field(entry, offsetof(NbaEntry, a)));
  b.CreateStore(second, field(entry, offsetof(NbaEntry, b)));
  b.CreateStore(field(entry, sizeof(NbaEntry)), nextField);
  b.CreateBr(join);
  b.SetInsertPoint(join);
}
void FunctionEmitter::emitNbaI() { nonblocking(localPlace(in->b, in->c), false); }
void FunctionEmitter::emitNbaL() { nonblocking(localPlace(in->b, in->c), true); }
void FunctionEmitter::emitNbapI() { nonblocking(slotPlace(in->b), false); }
void FunctionEmitter::emitNbapL() { nonblocking(slotPlace(in->b), true); }
void FunctionEmitter::emitNbaPart() { outOfLine(); }
void FunctionEmitter::emitNbapPart() { outOfLine(); }
void FunctionEmitter::emitNbaRef() { outOfLine(); }
void FunctionEmitter::emitNbaRefEvent() { outOfLine(); }
void FunctionEmitter::emitNbaCopy() { outOfLine(); }
void FunctionEmitter::emitDrive() { outOfLine(); }
void FunctionEmitter::emitDrivep() {
  if (ext->e0 != ext->e1 || ext->e0 > 64)
    return outOfLine();
  Place place = slotPlace(in->b);
  callSupport(Support::drive, {place.address, place.signal,
                               b.getInt32(ext->e0 | (isFour() ? 256 : 0)), A(),
                               isFour() ? read(in->a + 1) : num(0), slotAddress(ext->e2)});
}
void FunctionEmitter::emitForce() { outOfLineLeaving(); }
void FunctionEmitter::emitForceStore() { outOfLine(); }
void FunctionEmitter::emitRelease() { outOfLine(); }

// --- References ---------------------------------------------------------------------------

void FunctionEmitter::emitRefLocal() {
  Place place = localPlace(in->b, in->c);
  write(in->a, b.CreatePtrToInt(place.address, i64));
  write(in->a + 1, b.CreateZExt(place.signal, i64));
  write(in->a + 2, num(0));
}
void FunctionEmitter::emitRefSlot() {
  Place place = slotPlace(in->b);
  write(in->a, b.CreatePtrToInt(place.address, i64));
  write(in->a + 1, b.CreateZExt(place.signal, i64));
  write(in->a + 2, num(0));
}
void FunctionEmitter::emitRefFrame() { outOfLine(); }
void FunctionEmitter::emitRefHeap() { outOfLine(); }

void FunctionEmitter::emitRefElem() {
  Value *address = read(in->b), *signal = read(in->b + 1), *bit = read(in->b + 2), *index = C();
  Value *isValid = b.CreateAnd(isSet(address), b.CreateICmpULT(index, num(ext->e0)));
  Value *moved = b.CreateAdd(address, b.CreateMul(index, num(ext->e1)));
  write(in->a, b.CreateSelect(isValid, moved, num(0)));
  write(in->a + 1, b.CreateSelect(isValid, signal, num(NoSignal)));
  write(in->a + 2, b.CreateSelect(isValid, bit, num(0)));
}
void FunctionEmitter::emitRefOffset() {
  Value *address = read(in->b), *signal = read(in->b + 1), *bit = read(in->b + 2);
  write(in->a, b.CreateSelect(isSet(address), b.CreateAdd(address, num(in->c)), num(0)));
  write(in->a + 1, signal);
  write(in->a + 2, bit);
}
void FunctionEmitter::emitRefBits() {
  Value *address = read(in->b), *signal = read(in->b + 1), *bit = read(in->b + 2), *index = C();
  Value *isValid = b.CreateICmpNE(index, num(uint64_t(InvalidIndex)));
  write(in->a, b.CreateSelect(isValid, address, num(0)));
  write(in->a + 1, b.CreateSelect(isValid, signal, num(NoSignal)));
  write(in->a + 2, b.CreateSelect(isValid, b.CreateAdd(bit, index), num(0)));
}

void FunctionEmitter::emitLdRef() {
  if (ext->e0 != ext->e1 || ext->e0 > 64)
    return outOfLine();
  Value *address = read(in->b), *bit = read(in->b + 2);
  Value *isPlain = b.CreateAnd(isSet(address), b.CreateICmpEQ(bit, num(0)));
  inlineIf(isPlain, [&] {
    load({b.CreateIntToPtr(address, ptr), nullptr, false}, unitBytesOf(ext->e0), isFour());
  });
}
void FunctionEmitter::emitStRef() {
  if (ext->e0 != ext->e1 || ext->e0 > 64)
    return outOfLine();
  Value *address = read(in->b), *signal = read(in->b + 1), *bit = read(in->b + 2);
  Value *isPlain = b.CreateAnd(isSet(address), b.CreateICmpEQ(bit, num(0)));
  Value *isVariable = b.CreateICmpEQ(signal, num(NoSignal)); // nobody can watch it
  inlineIf(b.CreateAnd(isPlain, isVariable), [&] {
    Value *place = b.CreateIntToPtr(address, ptr);
    storeUnit(place, A(), unitBytesOf(ext->e0));
    if (isFour())
      storeUnit(secondPlane(place), read(in->a + 1), unitBytesOf(ext->e0));
  });
}
void FunctionEmitter::emitCopyRef() { outOfLine(); }
void FunctionEmitter::emitEqRef() { outOfLine(); }
void FunctionEmitter::emitLdText() { outOfLine(); }
void FunctionEmitter::emitNewCell() { outOfLineLeaving(); }
void FunctionEmitter::emitInitRef() { outOfLine(); }

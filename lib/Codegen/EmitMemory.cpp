//===- EmitMemory.cpp - loads, stores and nonblocking assignments ------------===//
//
// A store asks the signal's flag byte first: as long as nobody watches it, it is
// forced or traced by nobody, the value is written without a look at the old one.
// Otherwise old and new are compared, and a change goes to the scheduler.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

#include "Model/ArrayObject.h"
#include "Model/Design.h"
#include "Model/Instance.h"
#include "Model/NativeState.h"
#include "Model/Storage.h"

#include <bit>

using namespace circtsim::codegen;
using namespace circtsim::model;

FunctionEmitter::Place FunctionEmitter::localPlace(uint32_t offset, uint32_t signal) {
  return {b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), base, offset),
          b.CreateAdd(signalBase, b.getInt32(signal)), true, int64_t(offset)};
}

FunctionEmitter::Place FunctionEmitter::slotPlace(uint32_t slot) {
  uint64_t offset = uint64_t(slot) * sizeof(SlotEntry);
  return {invariantLoad(ptr, slots, offset + offsetof(SlotEntry, address)),
          invariantLoad(i32, slots, offset + offsetof(SlotEntry, signal)), false};
}

FunctionEmitter::Place FunctionEmitter::elementAt(Place place, Value *element) {
  place.address = b.CreateGEP(b.getInt8Ty(), place.address, b.CreateMul(element, num(ext->e2)));
  place.offset = -1;
  return place;
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
    setL({a, loadUnit(secondPlane(place), bytes)});
  else
    setA(a);
}

/// A load that a guard covers in code that takes signals to be known.
void FunctionEmitter::loadLogic(Place place, uint32_t bytes) {
  if (isSpeculative())
    setL({loadUnit(place.address, bytes), num(0)});
  else
    load(place, bytes, /*isFour=*/true);
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
    storeUnit(secondPlane(place), second, bytes);
  b.CreateBr(done);
  b.SetInsertPoint(watched);
  Value *changed = b.CreateXor(loadUnit(place.address, bytes), a);
  if (isFour)
    changed = b.CreateOr(changed, b.CreateXor(loadUnit(secondPlane(place), bytes), second));
  Value *forced = b.CreateZExt(b.CreateAnd(flag, uint64_t(SignalForced)), i64);
  b.CreateCondBr(isSet(b.CreateOr(changed, forced)), slow, done);
  b.SetInsertPoint(slow);
  auto which = Support(uint32_t(isFour ? Support::storeL8 : Support::storeI8) +
                       unsigned(std::countr_zero(bytes)));
  callSupport(which, {place.address, place.signal, a, second ? second : num(0)});
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

#define SCALARS(Bits)                                                                              \
  void FunctionEmitter::emitLdI##Bits() { load(localPlace(in->b, 0), Bits / 8, false); }           \
  void FunctionEmitter::emitLdL##Bits() { loadLogic(localPlace(in->b, 0), Bits / 8); }             \
  void FunctionEmitter::emitLdpI##Bits() { load(slotPlace(in->b), Bits / 8, false); }              \
  void FunctionEmitter::emitLdpL##Bits() { loadLogic(slotPlace(in->b), Bits / 8); }                \
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
void FunctionEmitter::loadBit(const Place &place, Value *bit) {
  auto take = [&](Value *from) {
    return b.CreateAnd(b.CreateLShr(loadUnit(from, 1), bit), 1);
  };
  setL({take(place.address), take(secondPlane(place))});
}
void FunctionEmitter::emitLdBitL() { loadBit(localPlace(in->b, 0), num(in->c)); }
void FunctionEmitter::emitLdpBitL() {
  Place place = slotPlace(in->b);
  Value *bit = num(in->c);
  if (shape.function.isShared) {
    uint64_t offset = uint64_t(in->b) * sizeof(SlotEntry) + offsetof(SlotEntry, bit);
    bit = b.CreateAdd(b.CreateZExt(invariantLoad(i32, slots, offset), i64), bit);
  }
  if (in->c || !shape.function.isShared) // an operand starts in the byte at its address
    place.address = b.CreateGEP(b.getInt8Ty(), place.address, b.CreateLShr(bit, 3));
  loadBit(place, b.CreateAnd(bit, 7));
}

// --- Array elements ------------------------------------------------------------------

void FunctionEmitter::emitLdElem() {
  Place place = in->aux & FlagSlotAddressed ? slotPlace(in->c) : localPlace(in->c, 0);
  Value *index = B();
  uint32_t width = ext->e0, bytes = ext->e3;
  Value *isInside = b.CreateICmpULT(index, num(ext->e1));
  if (bytes && isFour() && isSpeculative()) {
    // An element outside reads as x, as one that is x does; the first is safe to look at.
    Value *safe = b.CreateSelect(isInside, index, num(0));
    place = elementAt(place, safe);
    guard(b.CreateOr(b.CreateNot(isInside), isSet(loadUnit(secondPlane(place), bytes))));
    return loadLogic(place, bytes);
  }
  if (!bytes && isLong(width))
    return outOfLine();
  BasicBlock *inside = newBlock("inside"), *outside = newBlock("outside"), *join = newBlock("join");
  b.CreateCondBr(isInside, inside, outside, likely());
  inColdBlock(outside, [&] {
    Value *none = allIf(b.getInt1(isFour()), width);
    writeWide(in->a, width, {none, none});
    b.CreateBr(join);
  });
  b.SetInsertPoint(inside);
  place = elementAt(place, index);
  inArm([&] {
    if (bytes)
      load(place, bytes, isFour());
    else
      loadWide(place, width);
  });
  b.CreateBr(join);
  b.SetInsertPoint(join);
}

void FunctionEmitter::emitStElem() {
  uint32_t width = ext->e0;
  bool throughSlot = in->aux & FlagSlotAddressed;
  Place place = throughSlot ? slotPlace(in->c) : localPlace(in->c, ext->e3);
  Value *index = B();
  BasicBlock *inside = newBlock("inside"), *join = newBlock("join");
  b.CreateCondBr(b.CreateICmpULT(index, num(ext->e1)), inside, join);
  b.SetInsertPoint(inside);
  place = elementAt(place, index);
  if (width <= 64)
    store(place, unitBytes(width), isFour(), A(), isFour() ? read(in->a + 1) : nullptr);
  else
    storeWide(place, 0, width, width);
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
void FunctionEmitter::emitHandleOf() {
  Value *address = instance;
  if (in->b != SelfInstance)
    address = invariantLoad(ptr, slots, uint64_t(in->b) * sizeof(SlotEntry));
  write(in->a, b.CreatePtrToInt(address, i64));
}

/// The instance behind a handle (i64) at `here`; null goes on at `null`, out of line.
llvm::Value *FunctionEmitter::instanceBehind(Value *handle) {
  BasicBlock *null = newBlock("null"), *here = newBlock("instance");
  b.CreateCondBr(isSet(handle), here, null, likely());
  inColdBlock(null, [&] {
    SlotEffects effects = shape.effectsOf(unit);
    spillUses(effects);
    b.CreateRet(callSupport(Support::step, {frame, b.getInt32(unit)}));
  });
  b.SetInsertPoint(here);
  return b.CreateIntToPtr(handle, ptr);
}

void FunctionEmitter::emitHandleMember() {
  if (ext->e1)
    return outOfLineLeaving();
  Value *target = instanceBehind(B());
  Value *entries = invariantLoad(ptr, target, offsetof(Instance, slots));
  Value *found = invariantLoad(ptr, entries, uint64_t(in->c) * sizeof(SlotEntry));
  write(in->a, b.CreatePtrToInt(found, i64));
}
void FunctionEmitter::emitRefMember() {
  if (ext->e2)
    return outOfLineLeaving();
  Value *target = instanceBehind(B());
  Value *block = invariantLoad(ptr, target, offsetof(Instance, base));
  Value *first = invariantLoad(i32, target, offsetof(Instance, signalBase));
  write(in->a, b.CreateAdd(b.CreatePtrToInt(block, i64), num(in->c)));
  write(in->a + 1, b.CreateZExt(b.CreateAdd(first, b.getInt32(ext->e0)), i64));
  write(in->a + 2, num(0));
}
void FunctionEmitter::emitRefMemberSlot() {
  if (ext->e1)
    return outOfLineLeaving();
  Value *target = instanceBehind(B());
  Value *entries = invariantLoad(ptr, target, offsetof(Instance, slots));
  uint64_t entry = uint64_t(in->c) * sizeof(SlotEntry);
  Value *address = invariantLoad(ptr, entries, entry + offsetof(SlotEntry, address));
  Value *signal = invariantLoad(i32, entries, entry + offsetof(SlotEntry, signal));
  write(in->a, b.CreatePtrToInt(address, i64));
  write(in->a + 1, b.CreateZExt(signal, i64));
  write(in->a + 2, num(0));
}
void FunctionEmitter::emitRefFrame() {
  write(in->a, b.CreatePtrToInt(slotAddress(in->b), i64));
  write(in->a + 1, num(NoSignal));
  write(in->a + 2, num(0));
}
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

/// The object whose handle is stored at an address (i64), or 0; goes on at `none` if the
/// address is null.
llvm::Value *FunctionEmitter::arrayObject(Value *address, BasicBlock *none) {
  BasicBlock *here = newBlock("array"), *some = newBlock("object");
  b.CreateCondBr(isSet(address), here, none, likely());
  b.SetInsertPoint(here);
  Value *object = b.CreateLoad(i64, b.CreateIntToPtr(address, ptr));
  b.CreateCondBr(isSet(object), some, none, likely());
  b.SetInsertPoint(some);
  return b.CreateIntToPtr(object, ptr);
}

void FunctionEmitter::emitRefDyn() {
  Value *address = read(in->b), *signal = read(in->b + 1), *index = C();
  BasicBlock *missing = newBlock("missing"), *inside = newBlock("inside"), *done = newBlock("done");
  Value *object = arrayObject(address, missing);
  auto field = [&](uint64_t offset) {
    return b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), object, offset);
  };
  Value *count = b.CreateLoad(i64, field(offsetof(ArrayObject, count)));
  b.CreateCondBr(b.CreateICmpULT(index, count), inside, missing, likely());
  inColdBlock(missing, [&] {
    outOfLine();
    b.CreateBr(done);
  });
  b.SetInsertPoint(inside);
  inArm([&] {
    Value *first = b.CreateLoad(i64, field(offsetof(ArrayObject, first)));
    if (ext->e1)
      b.CreateStore(address, field(offsetof(ArrayObject, owner)));
    write(in->a, b.CreateAdd(first, b.CreateMul(index, num(ext->e2))));
    write(in->a + 1, signal);
    write(in->a + 2, num(0));
  });
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

void FunctionEmitter::emitDynSize() {
  BasicBlock *none = newBlock("none"), *done = newBlock("done");
  Value *object = arrayObject(read(in->b), none);
  inArm([&] {
    setA(b.CreateLoad(i64, b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), object, offsetof(ArrayObject, count))));
  });
  b.CreateBr(done);
  b.SetInsertPoint(none);
  inArm([&] { setA(num(0)); });
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

void FunctionEmitter::emitCopyRef() { outOfLineLeaving(); }
void FunctionEmitter::emitEqRef() { outOfLine(); }
void FunctionEmitter::emitLdText() { outOfLine(); }
void FunctionEmitter::emitNewCell() { outOfLineLeaving(); }
void FunctionEmitter::emitInitRef() { outOfLine(); }

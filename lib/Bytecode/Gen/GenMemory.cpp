//===- GenMemory.cpp - addresses, loads, stores of signals ------------------===//
//
// A reference in csim is a chain: csim.addr, then elements, members and bits.
// `addressOf` folds the chain; loads and stores then take the cheapest form:
//
//   whole scalar of the block or of a slot   Ld*, St*, Ldp*, Stp*
//   constant bits                            load and extract; StPart
//   element of an array at a run-time index  LdElem, StElem
//   everything else                          a reference in three slots, LdRef, StRef
//
// A run-time index in several dimensions is linear if every inner index is known
// to lie inside its dimension or to be InvalidIndex.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

// --- Addresses -------------------------------------------------------------------------

static std::optional<int64_t> constantIndex(Value value) {
  APInt constant;
  if (matchPattern(value, m_ConstantInt(&constant)))
    return constant.getSExtValue();
  return std::nullopt;
}

bool FunctionGen::isBounded(Value index, uint64_t count) {
  auto norm = index.getDefiningOp<csim::NormIndexOp>();
  if (!norm || norm.getUnbounded() || isAliasIndex(norm))
    return false;
  return uint64_t(std::abs(int64_t(norm.getLeft()) - norm.getRight())) < count;
}

void FunctionGen::stepElement(Address &address, csim::ElemRefOp op) {
  auto array = cast<csim::UArrayType>(address.object);
  uint64_t stride = layout.strideOf(array);
  address.object = array.getElement();
  if (std::optional<int64_t> index = constantIndex(op.getIndex())) {
    if (*index < 0 || uint64_t(*index) >= array.getCount())
      address.isNull = true;
    else
      address.offset += stride * uint64_t(*index);
    return;
  }
  bool isLinear = address.indices.empty() || (address.stride == stride * array.getCount() &&
                                              isBounded(op.getIndex(), array.getCount()));
  if (!isLinear) {
    Type object = address.object;
    address = Address();
    address.opaque = op.getRef();
    address.object = object;
  }
  address.count = address.indices.empty() ? array.getCount() : address.count * array.getCount();
  address.indices.emplace_back(op.getIndex(), array.getCount());
  address.stride = stride;
}

Address FunctionGen::addressOf(Value ref) {
  Address address;
  address.opaque = ref;
  address.object = cast<csim::RefType>(ref.getType()).getPointee();
  Operation *op = ref.getDefiningOp();
  if (!op && isa<csim::ProcessBodyOp>(owner)) {
    address.base = Address::Slot;
    address.index = cast<BlockArgument>(ref).getArgNumber();
    address.isOperand = true;
    return address;
  }
  if (auto addr = dyn_cast_or_null<csim::AddrOp>(op)) {
    const Member *member = module.find(addr.getSymbolAttr().getAttr());
    if (!member)
      return address;
    bool isSlot = member->slot != NoId;
    address.base = isSlot ? Address::Slot : Address::Local;
    address.index = isSlot ? member->slot : member->index;
    address.blockOffset = member->offset;
    return address;
  }
  if (auto element = dyn_cast_or_null<csim::ElemRefOp>(op)) {
    address = addressOf(element.getRef());
    stepElement(address, element);
    return address;
  }
  if (auto field = dyn_cast_or_null<csim::FieldRefOp>(op)) {
    address = addressOf(field.getRef());
    Place place = layout.fieldOf(address.object, field.getField());
    bool isShared = isa<csim::UUnionType>(address.object);
    address.offset += place.offset;
    address.object = place.type;
    // A member that does not fill its storage shares the rest with others: it is bits of it.
    uint32_t bytes = 0;
    if (isShared && csim::bitWidthOf(place.type))
      bytes = uint32_t(layout.storageOf(place.type).size);
    if (bytes * 8 > csim::bitWidthOf(place.type)) {
      address.object = shapeOf(place.type).isFour
                           ? Type(csim::LogicType::get(place.type.getContext(), bytes * 8))
                           : Type(IntegerType::get(place.type.getContext(), bytes * 8));
      address.hasBits = true;
    }
    return address;
  }
  auto bits = dyn_cast_or_null<csim::BitsRefOp>(op);
  if (!bits)
    return address;
  address = addressOf(bits.getRef());
  if (address.hasBits && (address.bitIndex || bits.getIndex())) {
    // Bits of run-time bits: the inner reference carries the first offset.
    Type object = address.object;
    address = Address();
    address.opaque = bits.getRef();
    address.object = object;
  }
  address.hasBits = true;
  address.lo += bits.getLo();
  address.bitIndex = bits.getIndex();
  return address;
}

VSlot FunctionGen::linearIndex(const Address &address) {
  VSlot index = use(address.indices.front().first);
  for (auto [next, count] : llvm::drop_begin(address.indices)) {
    VSlot sum = code.newRegister(1);
    if (count <= UINT16_MAX)
      emit(Opcode::LinIndex, sum, index, use(next), uint16_t(count));
    else
      emit2(Opcode::LinIndexK, 0, sum, index, use(next), uint32_t(count));
    index = sum;
  }
  return index;
}

/// Width of the packed object that a three-slot reference counts bits in.
uint32_t FunctionGen::unitWidthOf(const Address &address, Shape part) const {
  return address.hasBits ? address.unitWidth() : part.width;
}

FunctionGen::Result FunctionGen::genRef(Operation *op) {
  Value result = op->getResult(0);
  VSlot to = *wanted(result);
  Address address = addressOf(result);
  if (address.isNull) {
    move(to, code.constant({0, NoSignal, 0}), 3);
    return success();
  }
  if (auto bits = dyn_cast<csim::BitsRefOp>(op)) {
    VSlot parent = use(bits.getRef());
    VSlot index = bits.getIndex() ? use(bits.getIndex()) : code.constant(bits.getLo());
    emit2(Opcode::RefBits, 0, to, parent, index, shapeOf(bits.getType().getPointee()).width,
          address.unitWidth());
    return success();
  }
  if (address.indices.empty() && address.base == Address::Local) {
    emit(Opcode::RefLocal, to, uint32_t(address.blockOffset + address.offset), address.index);
    return success();
  }
  if (isa<csim::AddrOp>(op)) {
    if (address.base != Address::Slot)
      return op->emitOpError("refers to a signal that is not declared");
    emit(Opcode::RefSlot, to, address.index);
    return success();
  }
  Type parentType = cast<csim::RefType>(op->getOperand(0).getType()).getPointee();
  VSlot parent = use(op->getOperand(0));
  if (auto element = dyn_cast<csim::ElemRefOp>(op)) {
    auto array = cast<csim::UArrayType>(parentType);
    uint64_t stride = layout.strideOf(array);
    if (std::optional<int64_t> index = constantIndex(element.getIndex()))
      emit(Opcode::RefOffset, to, parent, uint32_t(stride * uint64_t(*index)));
    else
      emit2(Opcode::RefElem, 0, to, parent, use(element.getIndex()), uint32_t(array.getCount()),
            uint32_t(stride));
    return success();
  }
  auto field = cast<csim::FieldRefOp>(op);
  uint64_t offset = layout.fieldOf(parentType, field.getField()).offset;
  emit(Opcode::RefOffset, to, parent, uint32_t(offset));
  return success();
}

FunctionGen::Result FunctionGen::genMemberRef(csim::MemberRefOp op) {
  const ModuleInfo *info = generator.findModule(op.getInstance().getType().getModule());
  const Member *member = info ? info->find(op.getMember().getLeafReference()) : nullptr;
  if (!member || member->kind != Member::Signal)
    return op.emitOpError() << "names " << op.getMember() << ", which is not declared";
  VSlot to = *wanted(op), handle = use(op.getInstance());
  if (member->slot != NoId)
    emit2(Opcode::RefMemberSlot, 0, to, handle, member->slot, info->id, op.getLenient());
  else
    emit2(Opcode::RefMember, 0, to, handle, member->offset, member->index, info->id,
          op.getLenient());
  return success();
}

FunctionGen::Result FunctionGen::genMemberHandle(csim::MemberHandleOp op) {
  const ModuleInfo *info = generator.findModule(op.getInstance().getType().getModule());
  const Member *member = info ? info->find(op.getMember().getLeafReference()) : nullptr;
  if (!member || member->kind != Member::ExternInstance)
    return op.emitOpError() << "names " << op.getMember() << ", which is not declared";
  emit2(Opcode::HandleMember, 0, *wanted(op), use(op.getInstance()), member->slot, info->id,
        op.getLenient());
  return success();
}

// --- Loads -------------------------------------------------------------------------------

/// Instruction of a family of four by the size of the storage unit.
static Opcode sized(Opcode smallest, uint32_t width) {
  unsigned step = width <= 8 ? 0 : width <= 16 ? 1 : width <= 32 ? 2 : 3;
  return Opcode(unsigned(smallest) + step);
}
static_assert(unsigned(Opcode::LdI64) == unsigned(Opcode::LdI8) + 3);
static_assert(unsigned(Opcode::StpL64) == unsigned(Opcode::StpL8) + 3);

static uint32_t unitBytes(Shape shape) {
  return !shape.isSmall()    ? 0
         : shape.width <= 8  ? 1
         : shape.width <= 16 ? 2
         : shape.width <= 32 ? 4
                             : 8;
}

/// The whole scalar object at a direct address.
void FunctionGen::loadWhole(const Address &address, VSlot to, Shape shape) {
  bool isSlot = address.base == Address::Slot;
  auto at = uint32_t(isSlot ? address.index : address.blockOffset + address.offset);
  if (!address.indices.empty()) {
    uint16_t flags = shape.flags() | (isSlot ? FlagSlotAddressed : 0);
    VSlot index = linearIndex(address);
    emit2(Opcode::LdElem, flags, to, index, at, shape.width, uint32_t(address.count),
          uint32_t(address.stride), unitBytes(shape));
    return;
  }
  if (!shape.isSmall()) {
    emit2(isSlot ? Opcode::LdpW : Opcode::LdW, shape.flags(), to, at, 0, shape.width);
    return;
  }
  Opcode local = shape.isFour ? Opcode::LdL8 : Opcode::LdI8;
  Opcode slot = shape.isFour ? Opcode::LdpL8 : Opcode::LdpI8;
  emit(sized(isSlot ? slot : local, shape.width), to, at);
}

/// Bits of a small object that has been loaded.
void FunctionGen::extractFrom(const Address &address, VSlot whole, VSlot to, Shape shape) {
  if (address.bitIndex)
    emit2(Opcode::DynExtract, shape.flags(), to, whole, use(address.bitIndex), shape.width,
          address.unitWidth());
  else
    emit(shape.isFour ? Opcode::ExtractL : Opcode::ExtractI, to, whole, uint32_t(address.lo),
         uint16_t(shape.width));
}

/// One constant bit, or a one-bit operand of a shared body.
bool FunctionGen::loadBit(const Address &address, VSlot to, Shape shape) {
  bool isBit = shape.width == 1 && address.indices.empty() && !address.bitIndex;
  bool isPart = (address.hasBits && shape.isFour) || address.isOperand;
  if (!isBit || !isPart || address.lo > UINT32_MAX)
    return false;
  if (!shape.isFour) { // its second plane is 0
    VSlot pair = code.newRegister(2);
    emit(Opcode::LdpBitL, pair, address.index, uint32_t(address.lo));
    emit(Opcode::LToI, to, pair);
    return true;
  }
  if (address.base == Address::Slot)
    emit(Opcode::LdpBitL, to, address.index, uint32_t(address.lo));
  else
    emit(Opcode::LdBitL, to, uint32_t(address.blockOffset + address.offset + address.lo / 8),
         uint32_t(address.lo % 8));
  return true;
}

bool FunctionGen::loadDirect(const Address &address, VSlot to, Shape shape) {
  if (address.base == Address::Opaque || (address.base == Address::Slot && address.offset != 0))
    return false;
  if (loadBit(address, to, shape))
    return true;
  if (!address.hasBits) {
    loadWhole(address, to, shape);
    return true;
  }
  Shape whole = shapeOf(address.object);
  if (whole.isSmall()) {
    VSlot object = temporary(whole);
    loadWhole(address, object, whole);
    extractFrom(address, object, to, shape);
    return true;
  }
  // Constant bits inside one word of a wide object.
  bool isInOneWord = !address.bitIndex && address.lo / 64 == (address.lo + shape.width - 1) / 64;
  if (!isInOneWord || address.base != Address::Local || !address.indices.empty())
    return false;
  auto at = uint32_t(address.blockOffset + address.offset + address.lo / 64 * 8);
  Opcode load = shape.isFour ? Opcode::LdL64 : Opcode::LdI64;
  bool isWholeWord =
      address.lo % 64 == 0 && (shape.width == 64 || address.lo + shape.width == whole.width);
  VSlot word = isWholeWord ? to : code.newRegister(shape.slots());
  emit(load, word, at);
  if (!isWholeWord)
    emit(shape.isFour ? Opcode::ExtractL : Opcode::ExtractI, to, word, uint32_t(address.lo % 64),
         uint16_t(shape.width));
  return true;
}

void FunctionGen::genLoad(csim::LoadOp op, VSlot to) {
  Shape shape = shapeOf(op.getType());
  Address address = addressOf(op.getRef());
  if (address.isNull) {
    SmallVector<uint64_t> words;
    for (int plane = 0; plane < (shape.isFour ? 2 : 1); ++plane) {
      APInt bits = shape.isFour ? APInt::getAllOnes(shape.width) : APInt::getZero(shape.width);
      words.append(bits.getRawData(), bits.getRawData() + bits.getNumWords());
    }
    move(to, code.constant(words), shape.slots());
    return;
  }
  if (loadDirect(address, to, shape))
    return;
  emit2(Opcode::LdRef, shape.flags(), to, use(op.getRef()), 0, shape.width,
        unitWidthOf(address, shape));
}

// --- Stores ------------------------------------------------------------------------------

bool FunctionGen::storeDirect(const Address &address, VSlot value, Shape shape) {
  if (address.base == Address::Opaque || address.bitIndex)
    return false;
  bool isSlot = address.base == Address::Slot;
  if (isSlot && address.offset != 0)
    return false;
  auto at = uint32_t(isSlot ? address.index : address.blockOffset + address.offset);
  uint32_t signal = isSlot ? 0 : address.index;
  if (!address.indices.empty()) {
    if (address.hasBits)
      return false;
    uint16_t flags = shape.flags() | (isSlot ? FlagSlotAddressed : 0);
    VSlot index = linearIndex(address);
    emit2(Opcode::StElem, flags, value, index, at, shape.width, uint32_t(address.count),
          uint32_t(address.stride), signal);
    return true;
  }
  if (address.hasBits) {
    emit2(isSlot ? Opcode::StpPart : Opcode::StPart, shape.flags(), value, at, signal, shape.width,
          uint32_t(address.lo), address.unitWidth());
    return true;
  }
  if (!shape.isSmall()) {
    emit2(isSlot ? Opcode::StpW : Opcode::StW, shape.flags(), value, at, signal, shape.width);
    return true;
  }
  Opcode local = shape.isFour ? Opcode::StL8 : Opcode::StI8;
  Opcode slot = shape.isFour ? Opcode::StpL8 : Opcode::StpI8;
  emit(sized(isSlot ? slot : local, shape.width), value, at, signal);
  return true;
}

void FunctionGen::genStore(Value value, Value ref) {
  Shape shape = shapeOf(value.getType());
  Address address = addressOf(ref);
  VSlot slot = use(value);
  if (address.isNull || storeDirect(address, slot, shape))
    return;
  emit2(Opcode::StRef, shape.flags(), slot, use(ref), 0, shape.width, unitWidthOf(address, shape));
}

// --- Variables of the frame and of the heap ------------------------------------------------

/// Whether the next access to the variable behind its declaration is a store of all of it.
static bool isStoredFirst(csim::LocalOp op) {
  if (!csim::isScalar(op.getType().getPointee()))
    return false;
  for (Operation *next = op->getNextNode(); next; next = next->getNextNode()) {
    if (auto store = dyn_cast<csim::StoreOp>(next))
      return store.getRef() == op.getResult();
    if (!isa<csim::LocalOp>(next) && !isMemoryEffectFree(next))
      return false;
  }
  return false;
}

void FunctionGen::genLocal(csim::LocalOp op, VSlot to) {
  Type pointee = op.getType().getPointee();
  auto slots = uint32_t((layout.storageOf(pointee).size + 7) / 8);
  VSlot storage = code.newRegister(slots);
  code.pin(storage);
  emit(Opcode::RefFrame, to, storage);
  if (!isStoredFirst(op))
    emit(Opcode::InitRef, to, typeIndex(pointee));
}

std::optional<FunctionGen::Result> FunctionGen::genMemory(Operation *op) {
  auto done = []() -> std::optional<Result> { return success(); };
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<csim::LoadOp>([&](csim::LoadOp o) { return genLoad(o, *wanted(o)), done(); })
      .Case<csim::StoreOp>(
          [&](csim::StoreOp o) { return genStore(o.getValue(), o.getRef()), done(); })
      .Case<csim::AddrOp, csim::ElemRefOp, csim::FieldRefOp, csim::BitsRefOp>(
          [&](auto) { return genRef(op); })
      .Case<csim::HandleOp>([&](csim::HandleOp o) {
        emit(Opcode::HandleOf, *wanted(o), instanceOperand(o.getInstanceAttr()));
        return done();
      })
      .Case<csim::MemberRefOp>([&](csim::MemberRefOp o) { return genMemberRef(o); })
      .Case<csim::MemberHandleOp>([&](csim::MemberHandleOp o) { return genMemberHandle(o); })
      .Case<csim::DynRefOp>([&](csim::DynRefOp o) {
        VSlot array = use(o.getRef()), index = use(o.getIndex());
        emit2(Opcode::RefDyn, 0, *wanted(o), array, index, typeIndex(o.getRef().getType().getPointee()),
              o.getWrites(), uint32_t(layout.storageOf(o.getType().getPointee()).size));
        return done();
      })
      .Case<csim::DynSizeOp>([&](csim::DynSizeOp o) {
        emit(Opcode::DynSize, *wanted(o), use(o.getRef()));
        return done();
      })
      .Case<csim::TypeIdOp>([&](csim::TypeIdOp o) {
        move(*wanted(o), code.constant(layout.typeId(o.getType())), 1);
        return done();
      })
      .Case<csim::LocalOp>([&](csim::LocalOp o) { return genLocal(o, *wanted(o)), done(); })
      .Case<csim::CellOp>([&](csim::CellOp o) {
        std::optional<VSlot> to = wanted(o);
        if (!to)
          return done();
        VSlot handle = code.newRegister(1);
        emit(Opcode::NewCell, handle, typeIndex(o.getType().getPointee()));
        emit(Opcode::RefHeap, *to, handle);
        return done();
      })
      .Case<csim::StringConstantOp>([&](csim::StringConstantOp o) {
        emit(Opcode::LdText, *wanted(o), uint32_t(code.texts.size()));
        code.texts.push_back(o.getValue().str());
        return done();
      })
      .Default([](Operation *) { return std::nullopt; });
}

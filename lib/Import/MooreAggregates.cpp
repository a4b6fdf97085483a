//===- MooreAggregates.cpp - selects, arrays, structures, unions of moore --------===//
//
// IEEE 1800-2023 clause 7 and 11.5. What lies outside of an object reads as x, or 0 in
// two-state parts, and takes no assignment.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/MooreImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
template <typename Op, typename... Args>
Value make(const PureBuilder &p, Args &&...args) {
  return Op::create(p.builder, p.loc, std::forward<Args>(args)...);
}
} // namespace

// --- Places --------------------------------------------------------------------------------

Value import::readPlace(const PureBuilder &p, Value place) {
  return isAggregate(storedIn(place)) ? place : make<csim::LoadOp>(p, place);
}

void import::writePlace(const PureBuilder &p, Value value, Value place) {
  if (isAggregate(storedIn(place)))
    csim::CopyOp::create(p.builder, p.loc, place, value);
  else
    csim::StoreOp::create(p.builder, p.loc, changeStates(p, value, storedIn(place)), place);
}

Value import::copyOf(const PureBuilder &p, Value aggregate) {
  Value copy = makeTemporary(p, storedIn(aggregate));
  writePlace(p, aggregate, copy);
  return copy;
}

// --- Bits ------------------------------------------------------------------------------------

/// Bits of an element of a packed value.
static unsigned strideOf(Type type) {
  if (auto array = dyn_cast<moore::ArrayType>(type))
    return *array.getElementType().getBitSize();
  return 1;
}

static Value scale(const PureBuilder &p, Value position, unsigned stride) {
  if (stride == 1)
    return position;
  return make<csim::LinIndexOp>(p, p.builder.getI64Type(), position, p.constant(64, 0),
                                uint64_t(stride));
}

/// The lowest selected bit as a constant that lies within, or as an index.
struct BitPosition {
  std::optional<unsigned> constant;
  Value index;
};

static BitPosition constantBit(const PureBuilder &p, int64_t lo, unsigned width, unsigned total) {
  if (lo >= 0 && width <= total && lo <= int64_t(total - width))
    return {unsigned(lo), {}};
  return {{}, p.constant(64, uint64_t(lo))};
}

static Value selectBits(const PureBuilder &p, Value value, BitPosition at, unsigned width) {
  if (at.constant)
    return width == csim::bitWidthOf(value.getType())
               ? value
               : make<csim::ExtractOp>(p, value, *at.constant, width);
  return make<csim::DynExtractOp>(p, value, at.index, width);
}

static Value selectBitsRef(const PureBuilder &p, Value place, BitPosition at, unsigned width) {
  if (at.constant)
    return width == csim::bitWidthOf(storedIn(place))
               ? place
               : make<csim::BitsRefOp>(p, place, *at.constant, width);
  return make<csim::BitsRefOp>(p, place, at.index, width);
}

// --- Elements of unpacked arrays ----------------------------------------------------------------

/// The reference of element `index`, which counts from the right bound.
static Value elementAt(const PureBuilder &p, Value array, Value index) {
  auto type = cast<csim::UArrayType>(storedIn(array));
  Value position = make<csim::NormIndexOp>(p, index, type.getLeft(), type.getRight(),
                                           /*packed=*/false);
  return make<csim::ElemRefOp>(p, array, position);
}

/// Elements from `index` on, copied.
static Value sliceOf(const PureBuilder &p, Value array, Value index, Type type) {
  auto slice = cast<csim::UArrayType>(type);
  Value copy = makeTemporary(p, slice);
  for (uint64_t i = 0; i != slice.getCount(); ++i) {
    Value offset = p.constant(64, i);
    Value from = make<csim::AddIndexOp>(p, p.builder.getI64Type(), index, offset);
    writePlace(p, readPlace(p, elementAt(p, array, from)), elementAt(p, copy, offset));
  }
  return copy;
}

static bool isSlice(Type array, Type result) {
  return result != cast<moore::UnpackedArrayType>(array).getElementType();
}

// --- Selects of values ----------------------------------------------------------------------------

static unsigned countOf(Type type) {
  if (auto array = dyn_cast<moore::UnpackedArrayType>(type))
    return array.getSize();
  return *cast<moore::UnpackedType>(type).getBitSize() / strideOf(type);
}

/// `low` is the number of the lowest element, constant if there is no value.
static Value selectPart(Value input, Type from, Value low, int64_t constantLow, Type to,
                        const PureBuilder &p) {
  Type type = lowerMooreType(to);
  if (isa<moore::UnpackedArrayType>(from)) {
    Value index = low ? indexOf(p, low, countOf(from), isSlice(from, to) ? 2 : 1)
                      : p.constant(64, uint64_t(constantLow));
    if (isSlice(from, to))
      return sliceOf(p, input, index, type);
    return readPlace(p, elementAt(p, input, index));
  }
  if (isa<moore::OpenUnpackedArrayType, moore::QueueType>(from))
    return readPlace(p, elementPlace(p, input, low ? low : p.constant(64, uint64_t(constantLow)),
                                     /*writes=*/false));
  if (!isa<moore::PackedType>(from) || !isa<moore::PackedType>(to))
    return {};
  unsigned stride = strideOf(from), width = csim::bitWidthOf(type);
  BitPosition at = low ? BitPosition{{}, scale(p, indexOf(p, low, countOf(from), width / stride),
                                               stride)}
                       : constantBit(p, constantLow * stride, width,
                                     csim::bitWidthOf(input.getType()));
  return changeStates(p, selectBits(p, input, at, width), type);
}

// --- Structures and unions of values ------------------------------------------------------------------

static Value createArray(moore::ArrayCreateOp op, ValueRange in, const PureBuilder &p) {
  Type type = lowerMooreType(op.getType());
  if (!isAggregate(type))
    return in.size() == 1 ? in[0] : make<csim::ConcatOp>(p, in);
  Value made = makeTemporary(p, type);
  for (auto [i, element] : llvm::enumerate(in))
    writePlace(p, element, make<csim::ElemRefOp>(p, made, p.constant(64, i)));
  return made;
}

static Value createStruct(moore::StructCreateOp op, ValueRange in, const PureBuilder &p) {
  Type type = lowerMooreType(op.getType());
  if (isAggregate(type)) {
    Value made = makeTemporary(p, type);
    for (auto [i, field] : llvm::enumerate(in))
      writePlace(p, field, make<csim::FieldRefOp>(p, made, unsigned(i)));
    return made;
  }
  SmallVector<Value> parts;
  for (Value field : in)
    parts.push_back(isa<csim::LogicType>(type)
                        ? changeStates(p, field, fourStateOf(field.getType()))
                        : field);
  return parts.size() == 1 ? parts[0] : make<csim::ConcatOp>(p, parts);
}

static Value extractField(moore::StructExtractOp op, Value in, const PureBuilder &p) {
  Type type = lowerMooreType(op.getType());
  if (auto unpacked = dyn_cast<moore::UnpackedStructType>(op.getInput().getType()))
    return readPlace(p, make<csim::FieldRefOp>(
                            p, in, numberOfMember(unpacked.getMembers(), op.getFieldName())));
  unsigned lo = offsetOfMember(cast<moore::StructType>(op.getInput().getType()), op.getFieldName());
  return changeStates(p, selectBits(p, in, {lo, {}}, csim::bitWidthOf(type)), type);
}

static Value injectField(moore::StructInjectOp op, ValueRange in, const PureBuilder &p) {
  if (auto unpacked = dyn_cast<moore::UnpackedStructType>(op.getType())) {
    Value made = copyOf(p, in[0]);
    writePlace(p, in[1], make<csim::FieldRefOp>(
                             p, made, numberOfMember(unpacked.getMembers(), op.getFieldName())));
    return made;
  }
  Type type = in[0].getType();
  unsigned lo = offsetOfMember(cast<moore::StructType>(op.getType()), op.getFieldName());
  Value part = changeStates(p, in[1], isa<csim::LogicType>(type)
                                          ? fourStateOf(in[1].getType())
                                          : in[1].getType());
  return p.insert(part, in[0], lo);
}

static Value createUnion(moore::UnionCreateOp op, Value in, const PureBuilder &p) {
  Type type = lowerMooreType(op.getType());
  if (auto unpacked = dyn_cast<moore::UnpackedUnionType>(op.getType())) {
    Value made = makeTemporary(p, type);
    writePlace(p, in, make<csim::FieldRefOp>(
                          p, made, numberOfMember(unpacked.getMembers(), op.getFieldName())));
    return made;
  }
  unsigned width = csim::bitWidthOf(type), from = csim::bitWidthOf(in.getType());
  Value bits = changeStates(p, in, csim::withWidth(type, from));
  if (from == width)
    return bits;
  Value zeros = changeStates(p, p.constant(width - from, 0), csim::withWidth(type, width - from));
  return make<csim::ConcatOp>(p, ValueRange{zeros, bits});
}

static Value extractUnion(moore::UnionExtractOp op, Value in, const PureBuilder &p) {
  Type type = lowerMooreType(op.getType());
  if (auto unpacked = dyn_cast<moore::UnpackedUnionType>(op.getInput().getType()))
    return readPlace(p, make<csim::FieldRefOp>(
                            p, in, numberOfMember(unpacked.getMembers(), op.getFieldName())));
  return changeStates(p, selectBits(p, in, {0u, {}}, csim::bitWidthOf(type)), type);
}

Value import::lowerMooreAggregate(Operation *op, ValueRange in, const PureBuilder &p) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](moore::ExtractOp e) {
        return selectPart(in[0], e.getInput().getType(), {}, int32_t(e.getLowBit()), e.getType(), p);
      })
      .Case([&](moore::DynExtractOp e) {
        return selectPart(in[0], e.getInput().getType(), in[1], 0, e.getType(), p);
      })
      .Case([&](moore::ArrayCreateOp c) { return createArray(c, in, p); })
      .Case([&](moore::StructCreateOp c) { return createStruct(c, in, p); })
      .Case([&](moore::StructExtractOp e) { return extractField(e, in[0], p); })
      .Case([&](moore::StructInjectOp i) { return injectField(i, in, p); })
      .Case([&](moore::UnionCreateOp c) { return createUnion(c, in[0], p); })
      .Case([&](moore::UnionExtractOp e) { return extractUnion(e, in[0], p); })
      .Case([&](moore::UArrayCmpOp c) {
        Value same = make<csim::EqRefOp>(p, p.builder.getI1Type(), in[0], in[1]);
        return c.getPredicate() == moore::UArrayCmpPredicate::eq ? same : negate(p, same);
      })
      .Default(Value());
}

// --- Parts of references --------------------------------------------------------------------------

bool import::isPartOfReference(Operation *op) {
  return isa<moore::ExtractRefOp, moore::DynExtractRefOp, moore::StructExtractRefOp,
             moore::UnionExtractRefOp, moore::DynQueueRefElementOp,
             moore::AssocArrayExtractRefOp>(op);
}

static Value selectRef(Value base, Type from, Value low, int64_t constantLow, Type to,
                       const PureBuilder &p) {
  if (isa<moore::UnpackedArrayType>(from)) {
    if (isSlice(from, to))
      return {};
    return elementAt(p, base, low ? indexOf(p, low, countOf(from), 1)
                                  : p.constant(64, uint64_t(constantLow)));
  }
  if (!isa<moore::PackedType>(from) || !isa<moore::PackedType>(to))
    return {};
  unsigned stride = strideOf(from), width = csim::bitWidthOf(lowerMooreType(to));
  BitPosition at = low ? BitPosition{{}, scale(p, indexOf(p, low, countOf(from), width / stride),
                                               stride)}
                       : constantBit(p, constantLow * stride, width,
                                     csim::bitWidthOf(storedIn(base)));
  return selectBitsRef(p, base, at, width);
}

static Value memberRef(Value base, Type from, StringRef name, Type to, const PureBuilder &p) {
  ArrayRef<moore::StructLikeMember> members =
      llvm::TypeSwitch<Type, ArrayRef<moore::StructLikeMember>>(from)
          .Case<moore::UnpackedStructType, moore::UnpackedUnionType>(
              [](auto type) { return type.getMembers(); })
          .Default({});
  if (!members.empty())
    return make<csim::FieldRefOp>(p, base, numberOfMember(members, name));
  auto packed = dyn_cast<moore::StructType>(from);
  return selectBitsRef(p, base, {packed ? offsetOfMember(packed, name) : 0u, {}},
                       csim::bitWidthOf(lowerMooreType(to)));
}

/// The place of an element of an array whose elements come and go.
static Value makeElement(Operation *op, Value base, function_ref<Value(Value)> valueOf,
                         const PureBuilder &p, bool writes) {
  if (auto constant = dyn_cast<moore::ExtractRefOp>(op))
    return elementPlace(p, base, p.constant(64, uint64_t(int64_t(constant.getLowBit()))), writes);
  return elementPlace(p, base, valueOf(op->getOperand(1)), writes);
}

Value import::makePart(Operation *op, Value base, function_ref<Value(Value)> valueOf,
                       const PureBuilder &p, bool writes) {
  if (!isa<csim::RefType>(base.getType()))
    return {};
  if (isElementReference(op))
    return makeElement(op, base, valueOf, p, writes);
  auto objectOf = [](Type type) -> Type {
    auto ref = dyn_cast<moore::RefType>(type);
    return ref ? Type(ref.getNestedType()) : type;
  };
  Type from = objectOf(op->getOperand(0).getType()), to = objectOf(op->getResult(0).getType());
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case<moore::ExtractRefOp, moore::ExtractOp>([&](auto e) {
        return selectRef(base, from, {}, int32_t(e.getLowBit()), to, p);
      })
      .Case<moore::DynExtractRefOp, moore::DynExtractOp>([&](auto e) {
        return selectRef(base, from, valueOf(e.getLowBit()), 0, to, p);
      })
      .Case<moore::StructExtractRefOp, moore::StructExtractOp, moore::UnionExtractRefOp,
            moore::UnionExtractOp>(
          [&](auto e) { return memberRef(base, from, e.getFieldName(), to, p); })
      .Default(Value());
}

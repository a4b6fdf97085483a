//===- TypeRelations.cpp - matching, equivalent and compatible types -----------===//
//
// IEEE 1800-2023 6.22. The relations are nested: matching types are equivalent,
// equivalent ones assignment compatible, those cast compatible. The Error type is
// related to everything, so that one mistake is reported once.
//
// Element types of uniqued arrays may differ in typedef names, and `int` matches
// `bit signed [31:0]` (6.22.1 e), so matching looks through both.
//
//===----------------------------------------------------------------------===//
#include "Sema/Types/TypeContext.h"

using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;

namespace {

/// A vector of bits without inner structure and with the range [width-1:0].
bool isSimpleVector(const IntegralType &type) {
  if (type.kind == TypeKind::Scalar || type.kind == TypeKind::PredefinedInt)
    return true;
  const auto *array = dyn_cast<PackedArrayType>(&type);
  return array && array->element.canonical().kind == TypeKind::Scalar &&
         array->range == Range{int32_t(type.bits) - 1, 0};
}

bool sameShape(const IntegralType &a, const IntegralType &b) {
  return a.bits == b.bits && a.signedness == b.signedness && a.fourState == b.fourState;
}

bool matchIntegral(const IntegralType &a, const IntegralType &b) {
  const auto *arrayA = dyn_cast<PackedArrayType>(&a), *arrayB = dyn_cast<PackedArrayType>(&b);
  if (arrayA && arrayB)
    return arrayA->range == arrayB->range && sameShape(a, b) &&
           isIdentical(arrayA->element, arrayB->element);
  // A scalar is not [0:0], but a predefined type is its vector.
  bool predefined = a.kind == TypeKind::PredefinedInt || b.kind == TypeKind::PredefinedInt;
  return predefined && a.kind != b.kind && isSimpleVector(a) && isSimpleVector(b) &&
         sameShape(a, b);
}

/// Element type of any unpacked array, or null.
const Type *elementOf(const Type &type) {
  if (const auto *array = dyn_cast<UnpackedArrayType>(&type))
    return &array->element;
  if (const auto *array = dyn_cast<DynamicArrayType>(&type))
    return &array->element;
  if (const auto *queue = dyn_cast<QueueType>(&type))
    return &queue->element;
  if (const auto *assoc = dyn_cast<AssocArrayType>(&type))
    return &assoc->element;
  return nullptr;
}

bool sameKey(const AssocArrayType &a, const AssocArrayType &b) {
  if (!a.key || !b.key)
    return a.key == b.key;
  return isIdentical(*a.key, *b.key);
}

/// 7.6: arrays of equivalent elements; fixed sizes must agree, dynamic ones
/// are compared when the assignment runs.
bool arraysCompatible(const Type &a, const Type &b) {
  const Type *elementA = elementOf(a), *elementB = elementOf(b);
  if (!elementA || !elementB)
    return false;
  const auto *assocA = dyn_cast<AssocArrayType>(&a), *assocB = dyn_cast<AssocArrayType>(&b);
  if (assocA || assocB)
    return assocA && assocB && sameKey(*assocA, *assocB) && isEquivalent(*elementA, *elementB);
  const auto *fixedA = dyn_cast<UnpackedArrayType>(&a), *fixedB = dyn_cast<UnpackedArrayType>(&b);
  if (fixedA && fixedB && fixedA->range.size() != fixedB->range.size())
    return false;
  return isEquivalent(*elementA, *elementB) ||
         arraysCompatible(elementA->canonical(), elementB->canonical());
}

bool isHandle(TypeKind kind) {
  return kind == TypeKind::Event || kind == TypeKind::CHandle || kind == TypeKind::Class ||
         kind == TypeKind::Process || kind == TypeKind::Semaphore ||
         kind == TypeKind::Mailbox || kind == TypeKind::VirtualInterface;
}

} // namespace

bool circtsim::sema::isIdentical(const Type &first, const Type &second) {
  const Type &a = first.canonical(), &b = second.canonical();
  if (&a == &b || a.isError() || b.isError())
    return true;
  if (a.isIntegral() && b.isIntegral())
    return matchIntegral(*cast<IntegralType>(&a), *cast<IntegralType>(&b));
  if (a.kind != b.kind)
    return false;
  const Type *elementA = elementOf(a), *elementB = elementOf(b);
  if (!elementA || !elementB || !isIdentical(*elementA, *elementB))
    return false;
  switch (a.kind) {
  case TypeKind::UnpackedArray:
    return cast<UnpackedArrayType>(&a)->range == cast<UnpackedArrayType>(&b)->range;
  case TypeKind::Queue:
    return cast<QueueType>(&a)->maxSize == cast<QueueType>(&b)->maxSize;
  case TypeKind::AssocArray:
    return sameKey(*cast<AssocArrayType>(&a), *cast<AssocArrayType>(&b));
  default:
    return true;
  }
}

bool circtsim::sema::isEquivalent(const Type &first, const Type &second) {
  const Type &a = first.canonical(), &b = second.canonical();
  if (isIdentical(a, b))
    return true;
  if (a.isIntegral() && b.isIntegral())
    return !a.isEnum() && !b.isEnum() &&
           sameShape(*cast<IntegralType>(&a), *cast<IntegralType>(&b));
  if (a.kind != b.kind)
    return false;
  const Type *elementA = elementOf(a), *elementB = elementOf(b);
  if (!elementA || !elementB || !isEquivalent(*elementA, *elementB))
    return false;
  if (const auto *array = dyn_cast<UnpackedArrayType>(&a))
    return array->range.size() == cast<UnpackedArrayType>(&b)->range.size();
  if (const auto *assoc = dyn_cast<AssocArrayType>(&a))
    return sameKey(*assoc, *cast<AssocArrayType>(&b));
  return true;
}

bool circtsim::sema::isAssignmentCompatible(const Type &target, const Type &source) {
  const Type &to = target.canonical(), &from = source.canonical();
  if (isEquivalent(to, from))
    return true;
  if (to.isNumeric() && from.isNumeric())
    return !to.isEnum();
  if (from.kind == TypeKind::Null)
    return isHandle(to.kind);
  if (to.isIntegral() && from.kind == TypeKind::Unbounded)
    return true;
  // 25.9: what has no modport may be restricted to one.
  const auto *handle = dyn_cast<VirtualInterfaceType>(&to);
  if (const auto *source = dyn_cast<VirtualInterfaceType>(&from); handle && source)
    return &handle->interface == &source->interface && !source->modport;
  return arraysCompatible(to, from);
}

bool circtsim::sema::isBitStreamType(const Type &type) {
  const Type &t = type.canonical();
  if (t.isIntegral() || t.isString())
    return true;
  if (const Type *element = elementOf(t))
    return isBitStreamType(*element);
  const auto *structure = dyn_cast<UnpackedStructType>(&t);
  if (!structure || structure->isUnion())
    return false;
  for (const Field &field : structure->fields)
    if (!isBitStreamType(*field.type))
      return false;
  return true;
}

bool circtsim::sema::holdsVirtualInterface(const Type &type) {
  const Type &t = type.canonical();
  if (const Type *element = elementOf(t))
    return holdsVirtualInterface(*element);
  if (const auto *structure = dyn_cast<UnpackedStructType>(&t))
    for (const Field &field : structure->fields)
      if (field.type && holdsVirtualInterface(*field.type))
        return true;
  return t.kind == TypeKind::VirtualInterface;
}

bool circtsim::sema::isCastCompatible(const Type &target, const Type &source) {
  const Type &to = target.canonical(), &from = source.canonical();
  if (isAssignmentCompatible(to, from))
    return true;
  if (to.isNumeric() && from.isNumeric())
    return true;
  if (to.isString())
    return from.isIntegral();
  if (from.isString())
    return to.isIntegral();
  // 6.24.3: bit-stream casts need equal sizes; packed targets may be any width
  // that holds the stream exactly.
  std::optional<uint64_t> toBits = to.bitStreamWidth(), fromBits = from.bitStreamWidth();
  if (!toBits || !fromBits) // decided when the cast runs
    return to.kind != TypeKind::AssocArray && isBitStreamType(to) && isBitStreamType(from);
  return toBits && fromBits && *toBits == *fromBits && !to.isReal() && !from.isReal();
}

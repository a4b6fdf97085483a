//===- PackedLayout.h - how selects address bits ----------------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_TYPES_PACKEDLAYOUT_H
#define CIRCTSIM_SEMA_TYPES_PACKEDLAYOUT_H

#include "Sema/Types/TypeContext.h"

namespace circtsim::sema {

/// The outermost dimension that a bit or part select of an integral type uses:
/// the declared one of a packed array, else [width-1:0] of single bits
/// (predefined types, packed structures and unions, enumerations: 7.2.1, 11.5.1).
struct PackedDimension {
  Range range;
  uint32_t elementWidth = 1;

  /// Lowest bit of element `index`, counted from bit 0 of the vector. Negative
  /// or beyond the width for an index out of range.
  int64_t bitOffset(int64_t index) const {
    int64_t at = range.isDescending() ? index - range.right : range.right - index;
    return at * int64_t(elementWidth);
  }
};

/// Null for scalars (which have no selects) and for types that are not integral.
inline std::optional<PackedDimension> packedDimension(const Type &type) {
  const Type &t = type.canonical();
  if (const auto *array = llvm::dyn_cast<PackedArrayType>(&t))
    return PackedDimension{array->range, array->element.width()};
  if (!t.isIntegral() || t.kind == TypeKind::Scalar)
    return std::nullopt;
  if (const auto *enumeration = llvm::dyn_cast<EnumType>(&t))
    return packedDimension(enumeration->base);
  return PackedDimension{Range{int32_t(t.width()) - 1, 0}, 1};
}

/// Type of one element of that dimension.
inline const Type &packedElementType(TypeContext &types, const Type &type) {
  const Type &t = type.canonical();
  if (const auto *array = llvm::dyn_cast<PackedArrayType>(&t))
    return array->element;
  if (const auto *enumeration = llvm::dyn_cast<EnumType>(&t))
    return packedElementType(types, enumeration->base);
  return types.vector(1, false, t.isFourState());
}

/// Element type of an unpacked array, dynamic array, queue or associative array; else null.
inline const Type *unpackedElementType(const Type &type) {
  const Type &t = type.canonical();
  if (const auto *array = llvm::dyn_cast<UnpackedArrayType>(&t))
    return &array->element;
  if (const auto *array = llvm::dyn_cast<DynamicArrayType>(&t))
    return &array->element;
  if (const auto *queue = llvm::dyn_cast<QueueType>(&t))
    return &queue->element;
  if (const auto *assoc = llvm::dyn_cast<AssocArrayType>(&t))
    return &assoc->element;
  return nullptr;
}

/// Fields of any structure or union; empty for other types.
inline llvm::ArrayRef<Field> fieldsOf(const Type &type) {
  const Type &t = type.canonical();
  if (const auto *packed = llvm::dyn_cast<PackedStructType>(&t))
    return packed->fields;
  if (const auto *unpacked = llvm::dyn_cast<UnpackedStructType>(&t))
    return unpacked->fields;
  return {};
}

/// The tag of a tagged union (7.3.2); null for other types.
inline const Field *tagOf(const Type &type) {
  const Type &t = type.canonical();
  if (const auto *packed = llvm::dyn_cast<PackedStructType>(&t))
    return packed->tag;
  if (const auto *unpacked = llvm::dyn_cast<UnpackedStructType>(&t))
    return unpacked->tag;
  return nullptr;
}

} // namespace circtsim::sema

#endif

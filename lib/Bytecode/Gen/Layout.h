//===- Layout.h - types to storage ------------------------------*- C++ -*-===//
//
// Sizes, units, strides and offsets of csim types, and their TypeImage rows.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_BYTECODE_GEN_LAYOUT_H
#define CIRCTSIM_BYTECODE_GEN_LAYOUT_H

#include "IR/Csim.h"
#include "Model/DesignImage.h"

#include "llvm/ADT/DenseMap.h"

namespace circtsim::bytecode {

/// Storage of a type in one plane, in bytes.
struct Storage {
  uint64_t size = 0;
  uint32_t unit = 0;      ///< 1, 2, 4, 8 for scalars of <= 64 bits; 0: words or aggregate
  uint32_t alignment = 1; ///< 1, 2, 4 or 8
};

/// Offset and storage type of a member or element.
struct Place {
  uint64_t offset = 0;
  mlir::Type type;
};

class Layout {
public:
  explicit Layout(model::DesignImage &image) : image(image) {}

  /// Storage of any storage or descriptive type.
  Storage storageOf(mlir::Type type);
  /// Row of the type in DesignImage::types; descriptive types have rows of their own.
  model::TypeId typeId(mlir::Type type);
  /// Member `field` of an unpacked structure or union.
  Place fieldOf(mlir::Type type, unsigned field);
  /// Bytes from one element to the next of an unpacked array.
  uint64_t strideOf(csim::UArrayType type) { return storageOf(type.getElement()).size; }
  /// Follows constant positions from an object of `type`; null type if a step does not exist.
  Place follow(mlir::Type type, llvm::ArrayRef<int64_t> path);

private:
  Storage compute(mlir::Type type);
  model::TypeImage describe(mlir::Type type);
  void describePacked(mlir::Type type, model::TypeImage &out);

  model::DesignImage &image;
  llvm::DenseMap<mlir::Type, Storage> storages;
  llvm::DenseMap<mlir::Type, model::TypeId> ids;
};

} // namespace circtsim::bytecode

#endif // CIRCTSIM_BYTECODE_GEN_LAYOUT_H

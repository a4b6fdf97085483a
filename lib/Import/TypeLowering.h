//===- TypeLowering.h - hardware types as integers -------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_TYPELOWERING_H
#define CIRCTSIM_IMPORT_TYPELOWERING_H

#include "IR/Circt/HW/HW.h"

namespace circtsim::import {

/// What a value of one of moore's data types is stored as, or null.
mlir::Type lowerMooreType(mlir::Type type);
/// Whether an object of this type of csim is handled by reference: it has parts that are stored
/// apart, or a number of them that changes.
bool isAggregate(mlir::Type type);

/// Types of one specialisation of a module. Every value is an integer: a structure
/// has its first field on top, element 0 of an array is lowest.
class TypeLowering {
public:
  TypeLowering() = default;
  explicit TypeLowering(mlir::ArrayAttr parameters) : parameters(parameters) {}

  /// The type with parameters replaced and aliases removed; null if a parameter has
  /// no value.
  mlir::Type resolve(mlir::Type type) const;
  /// Bits of a value; nothing if it is not one of hardware.
  std::optional<unsigned> widthOf(mlir::Type type) const;
  /// The type of a value, mostly an integer: i1 for one without bits. Null as above.
  mlir::Type lower(mlir::Type type) const;
  /// What an object of the type is stored as: an unpacked array keeps its elements apart.
  mlir::Type storageOf(mlir::Type type) const;
  /// The bits of a constant of the type. Nothing if it is not constant.
  std::optional<llvm::APInt> bitsOf(mlir::Attribute value, mlir::Type type) const;

  mlir::ArrayAttr parameters;
};

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_TYPELOWERING_H

//===- Moore.h - CIRCT's moore dialect --------------------------*- C++ -*-===//
//
// SystemVerilog's types as MLIR types, attributes and operations of the dialect.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOORE_H
#define CIRCTSIM_IR_CIRCT_MOORE_MOORE_H

#include "IR/Circt/Common.h"
#include "IR/Circt/HW/HW.h"
#include "IR/Circt/Moore/FourState.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/FunctionInterfaces.h"

namespace circtsim::circt::moore {

/// Values that a bit can have: 0 and 1, or x and z too.
enum class Domain { TwoValued, FourValued };
/// shortreal, and real or realtime.
enum class RealWidth { f32 = 32, f64 = 64 };

/// Any data type (IEEE 1800-2023 6.2). Where only such a type can stand it is
/// written without `!moore.`.
class UnpackedType : public mlir::Type {
public:
  using Type::Type;
  static bool classof(mlir::Type type);
  static mlir::Type parse(mlir::AsmParser &parser);
  void print(mlir::AsmPrinter &printer) const;

  /// Four-valued if any bit of it is.
  Domain getDomain() const;
  /// Bits of a value; nothing if values differ in size or have no bits.
  std::optional<unsigned> getBitSize() const;
};

/// A data type whose values are vectors of bits (IEEE 1800-2023 6.2).
class PackedType : public UnpackedType {
public:
  using UnpackedType::UnpackedType;
  static bool classof(mlir::Type type);
  /// The vector type of the same bits; null if the size is open.
  class IntType getSimpleBitVector() const;
};

/// Member of a structure or union.
struct StructLikeMember {
  mlir::StringAttr name;
  UnpackedType type;
  friend bool operator==(const StructLikeMember &, const StructLikeMember &) = default;
};
inline llvm::hash_code hash_value(const StructLikeMember &member) {
  return llvm::hash_combine(member.name, member.type);
}
/// Type of the member of that name; null if there is none.
UnpackedType typeOfMember(llvm::ArrayRef<StructLikeMember> members, llvm::StringRef name);

bool isIntType(mlir::Type type, unsigned width);
bool isIntType(mlir::Type type, Domain domain);
bool isIntType(mlir::Type type, unsigned width, Domain domain);
bool isRealType(mlir::Type type, unsigned width);
/// A packed type without open dimensions.
bool isSizedPacked(mlir::Type type);

/// Types that follow from one another in the operations. Each is `none` if the
/// argument is not of the kind it should be: the text of an operation is read
/// before its operands are checked.
mlir::Type nestedTypeOf(mlir::Type ref);
mlir::Type refTo(mlir::Type type);
/// Of a queue or a reference to one.
mlir::Type queueElementOf(mlir::Type queue);
/// Of an associative array or a reference to one.
mlir::Type assocElementOf(mlir::Type array);
mlir::Type assocIndexOf(mlir::Type array);
mlir::Type refToAssocElement(mlir::Type array);
mlir::Type refToAssocIndex(mlir::Type array);
/// One bit of the domain of the type.
mlir::Type bitOf(mlir::Type type);
/// The vector with the bits of a packed type.
mlir::Type vectorOf(mlir::Type packed);
mlir::Type twoValuedOf(mlir::Type vector);
mlir::Type fourValuedOf(mlir::Type vector);
/// Between !moore.iN and iN.
mlir::Type builtinIntOf(mlir::Type vector);
mlir::Type mooreIntOf(mlir::Type integer);

} // namespace circtsim::circt::moore

#include "IR/Circt/Moore/MooreDialect.h.inc"
#include "IR/Circt/Moore/MooreEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Moore/MooreTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/Moore/MooreAttrs.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Moore/MooreOps.h.inc"

#endif

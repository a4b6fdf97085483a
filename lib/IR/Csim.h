//===- Csim.h - the csim dialect --------------------------------*- C++ -*-===//
//
// Everything a producer or consumer of csim needs: dialect, types, attributes,
// operations (builders follow from CsimOps.td) and questions about types.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CSIM_H
#define CIRCTSIM_IR_CSIM_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/RegionKindInterface.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/MemorySlotInterfaces.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace circtsim::csim {

/// An index that selects nothing: unknown bits, or out of bounds.
inline constexpr int64_t InvalidIndex = INT64_MIN;

/// Member of an unpacked structure or union.
struct StructField {
  mlir::StringAttr name;
  mlir::Type type;
  friend bool operator==(const StructField &, const StructField &) = default;
};
/// Member of a packed structure or union; `offset` counts bits from bit 0.
struct PackedField {
  mlir::StringAttr name;
  mlir::Type type;
  uint32_t offset = 0;
  friend bool operator==(const PackedField &, const PackedField &) = default;
};
/// Enumeration member; `value` is a LogicAttr or an IntegerAttr of the base type.
struct EnumMember {
  mlir::StringAttr name;
  mlir::TypedAttr value;
  friend bool operator==(const EnumMember &, const EnumMember &) = default;
};
inline llvm::hash_code hash_value(const StructField &f) {
  return llvm::hash_combine(f.name, f.type);
}
inline llvm::hash_code hash_value(const PackedField &f) {
  return llvm::hash_combine(f.name, f.type, f.offset);
}
inline llvm::hash_code hash_value(const EnumMember &m) {
  return llvm::hash_combine(m.name, m.value);
}

/// !csim.logic<width>.
bool isLogic(mlir::Type type, unsigned width);
/// string, event, chandle, class, dynamic array, queue, associative array: an
/// eight-byte handle.
/// Element of a dynamic, queue or associative array; null for other types.
mlir::Type dynamicElementOf(mlir::Type type);
bool isHandle(mlir::Type type);
/// Integer, logic, f64 or handle: what an SSA value of a variable may be.
bool isScalar(mlir::Type type);
/// i1 for two-state operands and reals, !csim.logic<1> for logic.
mlir::Type truthTypeOf(mlir::Type type);
/// !csim.logic<N> for iN, and back.
mlir::Type logicTypeFor(mlir::Type type);
mlir::Type bitsTypeFor(mlir::Type type);
/// Width of an integer or logic type, or of a packed description; 0 for others.
unsigned bitWidthOf(mlir::Type type);
/// The same state kind with another width.
mlir::Type withWidth(mlir::Type type, unsigned width);
/// The type behind packed, enum and packed structure descriptions, at every
/// level of unpacked aggregates: what a signal with that source type stores.
mlir::Type storageTypeOf(mlir::Type type);
/// Whether an object of the type can hold x or z.
bool isFourState(mlir::Type type);

} // namespace circtsim::csim

#include "IR/CsimDialect.h.inc"
#include "IR/CsimEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/CsimTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/CsimAttrs.h.inc"

#define GET_OP_CLASSES
#include "IR/CsimOps.h.inc"

namespace circtsim::csim {

/// The csim.module around an operation, or null.
ModuleOp enclosingModule(mlir::Operation *op);
/// The operation that `ref` names from inside `from`: a flat reference is a
/// member of the enclosing csim.module; @Mod::@f is a member of another one.
mlir::Operation *lookupMember(mlir::SymbolTableCollection &tables, mlir::Operation *from,
                              mlir::SymbolRefAttr ref);
/// Whether executing the operation may suspend the process: waits, joins, and
/// calls of tasks.
bool maySuspend(mlir::Operation *op, mlir::SymbolTableCollection &tables);
/// Number of the timing check of that name ("$setup") in the order of model::TimingCheckKind.
std::optional<unsigned> timingCheckNamed(llvm::StringRef name);
/// Declared position `index` of bounds [left:right]; see csim.norm_index.
int64_t normaliseIndex(int64_t index, int32_t left, int32_t right, bool packed, bool unbounded);

} // namespace circtsim::csim

#endif // CIRCTSIM_IR_CSIM_H

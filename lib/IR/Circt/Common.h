//===- Common.h - what several CIRCT dialects share --------------*- C++ -*-===//
//
// Marks of procedural regions, and pieces of assembly that more than one dialect
// writes: implicit names, port lists, optional types that repeat another.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_COMMON_H
#define CIRCTSIM_IR_CIRCT_COMMON_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/RegionKindInterface.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace circtsim::circt {

/// Errors if the nearest enclosing region that says is (not) procedural.
mlir::LogicalResult verifyOutsideProcedure(mlir::Operation *op);
mlir::LogicalResult verifyInsideProcedure(mlir::Operation *op);

/// The operation's region is executed in order, when something triggers it.
template <typename Op>
struct ProceduralRegion : mlir::OpTrait::TraitBase<Op, ProceduralRegion> {};
/// The operation's region describes connections.
template <typename Op>
struct NonProceduralRegion : mlir::OpTrait::TraitBase<Op, NonProceduralRegion> {};
/// The operation is executed: its region must not be non-procedural.
template <typename Op>
struct ProceduralOp : mlir::OpTrait::TraitBase<Op, ProceduralOp> {
  static mlir::LogicalResult verifyTrait(mlir::Operation *op) { return verifyInsideProcedure(op); }
};
/// The operation is structure: its region must not be procedural.
template <typename Op>
struct NonProceduralOp : mlir::OpTrait::TraitBase<Op, NonProceduralOp> {
  static mlir::LogicalResult verifyTrait(mlir::Operation *op) { return verifyOutsideProcedure(op); }
};

/// `name "x"`, or the name of the first result if that is not a number.
mlir::ParseResult parseImplicitSSAName(mlir::OpAsmParser &p, mlir::StringAttr &name);
void printImplicitSSAName(mlir::OpAsmPrinter &p, mlir::Operation *op, mlir::StringAttr name);
/// attr-dict whose `name` is implied by the first result.
mlir::ParseResult parseImplicitSSAName(mlir::OpAsmParser &p, mlir::NamedAttrList &attrs);
void printImplicitSSAName(mlir::OpAsmPrinter &p, mlir::Operation *op, mlir::DictionaryAttr attrs,
                          llvm::ArrayRef<llvm::StringRef> elided = {});
/// Adds `name` from the first result unless `attrs` has one; it may be empty.
void addImplicitName(mlir::OpAsmParser &p, mlir::NamedAttrList &attrs);
/// Prints ` name "x"` unless the printed name of the first result says it.
void printNameIfNeeded(mlir::OpAsmPrinter &p, mlir::Operation *op, llvm::StringRef name);

/// An optional operand that has the type of another one.
mlir::ParseResult
parseOptionalTypeMatch(mlir::OpAsmParser &p, mlir::Type type,
                       const std::optional<mlir::OpAsmParser::UnresolvedOperand> &operand,
                       mlir::Type &operandType);
void printOptionalTypeMatch(mlir::OpAsmPrinter &p, mlir::Operation *op, mlir::Type type,
                            mlir::Value operand, mlir::Type operandType);

/// `(a: %x: i1, "b c": %y: i2)`.
mlir::ParseResult
parseInputPortList(mlir::OpAsmParser &p,
                   llvm::SmallVectorImpl<mlir::OpAsmParser::UnresolvedOperand> &inputs,
                   llvm::SmallVectorImpl<mlir::Type> &types, mlir::ArrayAttr &names);
void printInputPortList(mlir::OpAsmPrinter &p, mlir::Operation *op, mlir::OperandRange inputs,
                        mlir::TypeRange types, mlir::ArrayAttr names);
/// `(a: i1, "b c": i2)`.
mlir::ParseResult parseOutputPortList(mlir::OpAsmParser &p,
                                      llvm::SmallVectorImpl<mlir::Type> &types,
                                      mlir::ArrayAttr &names);
void printOutputPortList(mlir::OpAsmPrinter &p, mlir::Operation *op, mlir::TypeRange types,
                         mlir::ArrayAttr names);

/// The digits-free spelling of an SSA name ("%foo" gives "foo", "%0" gives "").
llvm::StringRef nameFromSSA(llvm::StringRef ssaName);

} // namespace circtsim::circt

#endif // CIRCTSIM_IR_CIRCT_COMMON_H

//===- References.h - calls and references by symbol ------------*- C++ -*-===//
//
// Checks of operations that name a coroutine or a global of their dialect.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_REFERENCES_H
#define CIRCTSIM_IR_CIRCT_REFERENCES_H

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/Operation.h"
#include "mlir/IR/SymbolTable.h"

namespace circtsim::circt {

/// Operands and results of `call` against the function type of the operation
/// called `callee`, which must be of kind `kind` ("moore.coroutine").
mlir::LogicalResult verifyCoroutineCall(mlir::Operation *call, mlir::FlatSymbolRefAttr callee,
                                        llvm::StringRef kind,
                                        mlir::SymbolTableCollection &tables);

/// A coroutine as a function is written.
mlir::ParseResult parseCoroutine(mlir::OpAsmParser &parser, mlir::OperationState &result,
                                 mlir::StringAttr typeName, mlir::StringAttr argumentAttrsName,
                                 mlir::StringAttr resultAttrsName);

/// A reference to a `nested` against the global called `name`, which must be of
/// kind `kind` and have an attribute `type`.
mlir::LogicalResult verifyGlobalReference(mlir::Operation *op, mlir::FlatSymbolRefAttr name,
                                          llvm::StringRef kind, mlir::Type nested,
                                          mlir::SymbolTableCollection &tables);

/// The initial value of a global, if there is one, must end in a yield.
mlir::LogicalResult verifyInitialiser(mlir::Operation *global, llvm::StringRef yield);

} // namespace circtsim::circt

#endif

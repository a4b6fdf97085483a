//===- DpiFunction.h - syntax and checks of imported C functions -*- C++ -*-===//
//
// Two dialects declare functions of C with the same text,
// `@f(in %a : i32, out b : i8, return r : i1) attributes {...}`, and keep them in
// different attributes. Here is the text; directions are their keywords.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_DPIFUNCTION_H
#define CIRCTSIM_IR_CIRCT_DPIFUNCTION_H

#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"

namespace circtsim::circt {

struct DpiText {
  /// in, out, inout, ref or return
  llvm::StringRef direction;
  mlir::StringAttr name;
  mlir::Type type;
};

/// Whether a caller passes a value, and whether it gets one.
bool isDpiOperand(llvm::StringRef direction);
bool isDpiResult(llvm::StringRef direction);

/// Operands and results of a call, in the order of the arguments.
mlir::FunctionType dpiCallType(mlir::MLIRContext *context, llvm::ArrayRef<DpiText> arguments);

/// Parses everything after the operation's name: symbol and visibility, the
/// attribute `argument_locs` if any argument has a location, an empty region and
/// the other attributes go to `result`. Only `directions` are accepted.
mlir::ParseResult parseDpiFunction(mlir::OpAsmParser &parser, mlir::OperationState &result,
                                   llvm::ArrayRef<llvm::StringRef> directions,
                                   llvm::SmallVectorImpl<DpiText> &arguments);
/// `elided` are the attributes that say what `arguments` say.
void printDpiFunction(mlir::OpAsmPrinter &printer, mlir::Operation *op,
                      llvm::ArrayRef<DpiText> arguments, llvm::ArrayRef<llvm::StringRef> elided);

/// There is one return at most, in the last place.
mlir::LogicalResult verifyDpiReturn(mlir::Operation *op, llvm::ArrayRef<DpiText> arguments);

/// The callee must be of kind `kind` and is then checked against `typeOf` it, or
/// be a func.func, which is checked by who lowers the call.
mlir::LogicalResult
verifyDpiCall(mlir::Operation *call, mlir::FlatSymbolRefAttr callee, mlir::TypeRange inputs,
              llvm::StringRef kind, mlir::SymbolTableCollection &tables,
              llvm::function_ref<mlir::FunctionType(mlir::Operation *)> typeOf);

} // namespace circtsim::circt

#endif

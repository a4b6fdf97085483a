//===- Directives.h - syntax shared by CIRCT's dialects ---------*- C++ -*-===//
//
// Parsers and printers that assembly formats name with custom<...>.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_DIRECTIVES_H
#define CIRCTSIM_IR_CIRCT_DIRECTIVES_H

#include "mlir/IR/OpImplementation.h"

namespace circtsim::circt {

/// One of two keywords for true and for false.
mlir::ParseResult parseEitherKeyword(mlir::OpAsmParser &parser, mlir::BoolAttr &value,
                                     llvm::StringRef ifTrue, llvm::StringRef ifFalse);
void printEitherKeyword(mlir::OpAsmPrinter &printer, mlir::Operation *op, mlir::BoolAttr value,
                        llvm::StringRef ifTrue, llvm::StringRef ifFalse);

} // namespace circtsim::circt

#endif

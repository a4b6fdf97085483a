//===- Emit.cpp - the emit dialect ----------------------------------------------===//
//
// Files of generated text: parsed and checked, of no meaning for a simulation.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Emit/Emit.h"

#include "IR/Circt/Emit/EmitDialect.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Emit/EmitOps.cpp.inc"

namespace circtsim::circt::emit {

void EmitDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/Emit/EmitOps.cpp.inc"
      >();
}

mlir::LogicalResult FileListOp::verifySymbolUses(mlir::SymbolTableCollection &tables) {
  for (auto file : getFiles().getAsRange<mlir::FlatSymbolRefAttr>()) {
    mlir::Operation *found = tables.lookupNearestSymbolFrom(*this, file);
    if (!found)
      return emitError("invalid symbol reference: ") << file;
    if (!llvm::isa<FileOp>(found))
      return emitError("referenced operation is not a file: ") << file;
  }
  return mlir::success();
}

} // namespace circtsim::circt::emit

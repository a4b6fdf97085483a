//===- Import.h - CIRCT dialects to csim ----------------------------*- C++ -*-===//
//
// The entry of this folder. One csim.module per hardware module and set of
// parameter values; values are two-state.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IMPORT_IMPORT_H
#define CIRCTSIM_IMPORT_IMPORT_H

#include "IR/Csim.h"
#include "Import/SVPrepare.h"

namespace circtsim::import {

/// Whether the file contains anything but csim.
bool needsImport(mlir::ModuleOp file);

/// Lowers the modules that `tops` reach (all that nobody instantiates, if it is
/// empty). csim operations of the file are taken over as they are. `macros` are defined for
/// `sv.ifdef` and the like. Errors are
/// reported at the operations; then the result is null.
mlir::OwningOpRef<mlir::ModuleOp> importDesign(mlir::ModuleOp file,
                                               llvm::ArrayRef<std::string> tops,
                                               Macros macros = {});

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_IMPORT_H

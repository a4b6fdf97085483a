//===- Export.h - csim to CIRCT dialects ------------------------------*- C++ -*-===//
//
// The entry of this folder: the synthesizable subset of csim as hw, comb and seq.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_EXPORT_EXPORT_H
#define CIRCTSIM_EXPORT_EXPORT_H

#include "IR/Csim.h"

namespace circtsim::exporter {

/// One hw.module per csim.module that instances reach from a csim.top; values are
/// two-state. What is not synthesizable is an error at the operation; then the result is
/// null. Needs the bodies of all functions. With `roots`, they and what they instantiate are
/// exported, and everything else stays csim around them.
mlir::OwningOpRef<mlir::ModuleOp> exportHardware(mlir::ModuleOp design,
                                                 llvm::ArrayRef<std::string> roots);

} // namespace circtsim::exporter

#endif // CIRCTSIM_EXPORT_EXPORT_H

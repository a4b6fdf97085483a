//===- MlirInput.h - designs that are MLIR already ---------------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_MLIRINPUT_H
#define CIRCTSIM_DRIVER_MLIRINPUT_H

#include "Driver/Run/Options.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace circtsim::driver {

/// Whether the file is MLIR, as text or bytecode, by its name.
bool isMlirFile(llvm::StringRef path);

/// Parses and verifies the source, and imports CIRCT's dialects. Errors are printed;
/// then the result is null.
mlir::OwningOpRef<mlir::ModuleOp> readMlir(const Options &options, mlir::MLIRContext &context);

} // namespace circtsim::driver

#endif

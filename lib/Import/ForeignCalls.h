//===- ForeignCalls.h - imported C functions ---------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_FOREIGNCALLS_H
#define CIRCTSIM_IMPORT_FOREIGNCALLS_H

#include "Import/Procedure.h"

namespace circtsim::import {

/// Functions of the file that stand behind imported ones take references for pointers to
/// results. Failure after reporting.
mlir::LogicalResult prepareForeignFunctions(mlir::ModuleOp file);
/// `sim.func.dpi.call` in code and in a module's body.
mlir::LogicalResult emitForeignCall(mlir::Operation *op, Procedure &code);
mlir::LogicalResult declareForeignCall(mlir::Operation *op, ModuleImport &module);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_FOREIGNCALLS_H

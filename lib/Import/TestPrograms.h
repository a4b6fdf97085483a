//===- TestPrograms.h - programs that drive models ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_TESTPROGRAMS_H
#define CIRCTSIM_IMPORT_TESTPROGRAMS_H

#include "mlir/IR/BuiltinOps.h"

namespace circtsim::import {

/// Puts the regions of `arc.sim.instantiate` in their place, behind an operation that opens
/// the model. Failure after reporting.
mlir::LogicalResult openModels(mlir::ModuleOp file);
/// A module of the file that passes on what it gets; there is one if a program steps.
inline constexpr llvm::StringLiteral settlerName = "$settle";
/// Whether time can pass while a function of the file is executed.
bool canWait(mlir::Operation *function);
/// Makes a module of a `verif.simulation`, and one that drives it, which is returned. Both
/// are in the file; null after an error.
mlir::Operation *makeSimulation(mlir::Operation *simulation, mlir::SymbolTable &symbols);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_TESTPROGRAMS_H

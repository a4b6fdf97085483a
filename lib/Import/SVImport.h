//===- SVImport.h - what the files of the sv importer share -----------*- C++ -*-===//
//
// Values are two-state. A variable is an object of its own type; a wire is a variable too,
// unless it has several drivers, may be undriven, or is connected to an inout port: then it
// is a four-state net, whose x and z are read as 0.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IMPORT_SVIMPORT_H
#define CIRCTSIM_IMPORT_SVIMPORT_H

#include "Import/Procedure.h"

namespace circtsim::import {

// --- Objects and their parts (SVPlaces.cpp) -----------------------------------------------

/// Declares wires, variables and references to objects elsewhere, before anything that uses
/// them.
mlir::LogicalResult declareSVStorage(ModuleImport &module);
bool isSVPart(mlir::Operation *op);
/// The part of an object that a select names.
mlir::LogicalResult makeSVPart(mlir::Operation *op, Procedure &code);
/// The bits behind a reference.
mlir::Value readSVPlace(mlir::Value place, Procedure &code);
void writeSVPlace(mlir::Value value, mlir::Value place, bool isNonblocking, Procedure &code);
/// Reads and continuous assignments of a module's body.
mlir::LogicalResult declareSVRead(mlir::Operation *op, ModuleImport &module);
mlir::LogicalResult declareSVAssign(mlir::Operation *op, ModuleImport &module);
mlir::LogicalResult declareSVAlias(mlir::Operation *op, ModuleImport &module);

// --- Objects of other modules (HierarchicalPaths.cpp) ---------------------------------------

/// Declares what `sv.xmr` and `sv.xmr.ref` refer to.
mlir::LogicalResult declareSVPath(mlir::Operation *op, ModuleImport &module);
void keepReferenced(mlir::ModuleOp file);

// --- Procedures (SVProcesses.cpp) ----------------------------------------------------------

/// Procedures and checks of a module's body.
mlir::LogicalResult declareSVProcess(mlir::Operation *op, ModuleImport &module);
/// A process at edges of values that does what `emit` emits, which reads values as they were
/// when it started, unless it assigns variables that they depend on.
mlir::LogicalResult
declareAtEdges(mlir::Operation *op,
               llvm::ArrayRef<std::pair<mlir::Value, csim::Edge>> triggers,
               llvm::ArrayRef<mlir::Value> operands, ModuleImport &module,
               std::function<mlir::LogicalResult(Procedure &)> emit);

// --- Statements and tasks (SVStatements.cpp, SVTasks.cpp) ----------------------------------

mlir::LogicalResult emitSVStatement(mlir::Operation *op, Procedure &code);
mlir::LogicalResult emitSVTask(mlir::Operation *op, Procedure &code);
/// Reports a property that does not hold: `text` with `values`, or by default that it failed.
void reportFailure(bool isAssumption, std::optional<llvm::StringRef> label,
                   std::optional<llvm::StringRef> text, mlir::ValueRange values,
                   Procedure &code);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_SVIMPORT_H

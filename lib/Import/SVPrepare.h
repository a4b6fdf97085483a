//===- SVPrepare.h - what of sv is decided before the import ----------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_SVPREPARE_H
#define CIRCTSIM_IMPORT_SVPREPARE_H

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/StringMap.h"

namespace circtsim::import {

/// Macros that are defined, with their texts.
using Macros = llvm::StringMap<std::string>;

/// Chooses the regions of `sv.ifdef`, replaces macros by what they say, makes functions of
/// sv ordinary ones, and wires with one driver names of what drives them. Failure after
/// reporting.
mlir::LogicalResult prepareSV(mlir::ModuleOp file, Macros macros);
/// Whether a module has blocks that depend on its parameters.
bool hasGenerates(mlir::Operation *module);
/// Puts the blocks of generate constructs into the module's body. Failure after reporting.
mlir::LogicalResult expandGenerates(mlir::Operation *module, mlir::ArrayAttr parameters);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_SVPREPARE_H

//===- IRGen.h - elaborated design to csim ----------------------*- C++ -*-===//
//
// The entry of this folder. One csim.module per body (specialisation), one
// csim.func per subroutine that some process can reach.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IRGEN_IRGEN_H
#define CIRCTSIM_IRGEN_IRGEN_H

#include "IR/Csim.h"
#include "Sema/Compilation.h"

namespace circtsim::irgen {

/// Loads the dialects that generate() makes use of.
void loadDialects(mlir::MLIRContext &context);

/// Generates the whole design. Errors (constructs without a lowering) go to the
/// compilation's diagnostics; then the result is null.
mlir::OwningOpRef<mlir::ModuleOp> generate(sema::Compilation &compilation,
                                           mlir::MLIRContext &context);

} // namespace circtsim::irgen

#endif

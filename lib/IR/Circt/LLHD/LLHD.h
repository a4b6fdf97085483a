//===- LLHD.h - CIRCT's llhd dialect ----------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_LLHD_LLHD_H
#define CIRCTSIM_IR_CIRCT_LLHD_LLHD_H

#include "IR/Circt/Common.h"
#include "IR/Circt/HW/HW.h"

#include "mlir/Interfaces/FunctionInterfaces.h"

#include "IR/Circt/LLHD/LLHDDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/LLHD/LLHDTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/LLHD/LLHDAttrs.h.inc"

namespace circtsim::circt::llhd {

/// Bits of an integer, elements of an array, fields of a structure, of a value or
/// a reference to one; 0 if unknown.
uint64_t partsOf(mlir::Type type);
/// Element type of an array or a reference to one.
mlir::Type elementTypeOf(mlir::Type type);
/// The integer type that selects among the parts of a value or reference.
mlir::Type indexTypeOf(mlir::Type type);

} // namespace circtsim::circt::llhd

#define GET_OP_CLASSES
#include "IR/Circt/LLHD/LLHDOps.h.inc"

#endif

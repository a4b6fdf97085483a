//===- SV.h - the sv dialect --------------------------------------------*- C++ -*-===//
//
// The part of sv that files of hardware contain beside hw, comb and seq.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_SV_SV_H
#define CIRCTSIM_IR_CIRCT_SV_SV_H

#include "IR/Circt/HW/HW.h"

#include "IR/Circt/SV/SVDialect.h.inc"
#include "IR/Circt/SV/SVEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/SV/SVTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/SV/SVAttrs.h.inc"

namespace circtsim::circt::sv {

/// !hw.inout of the element of the array behind !hw.inout type `place`; null if
/// there is none.
mlir::Type elementPlaceOf(mlir::Type place);

} // namespace circtsim::circt::sv

#define GET_OP_CLASSES
#include "IR/Circt/SV/SVOps.h.inc"

#endif // CIRCTSIM_IR_CIRCT_SV_SV_H

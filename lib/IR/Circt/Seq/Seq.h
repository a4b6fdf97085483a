//===- Seq.h - the seq dialect ---------------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SEQ_SEQ_H
#define CIRCTSIM_IR_CIRCT_SEQ_SEQ_H

#include "IR/Circt/HW/HW.h"

#include "IR/Circt/Seq/SeqDialect.h.inc"
#include "IR/Circt/Seq/SeqEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Seq/SeqTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/Seq/SeqAttrs.h.inc"

namespace circtsim::circt::seq {

/// Integer types that address `memory` (!seq.hlmem), one per dimension.
llvm::SmallVector<mlir::Type> addressTypesOf(HLMemType memory);
bool addressesFit(mlir::Type memory, mlir::ValueRange addresses);
/// Types of an address and of a word of `memory` (!seq.firmem).
mlir::Type addressTypeOf(mlir::Type memory);
mlir::Type wordTypeOf(mlir::Type memory);

} // namespace circtsim::circt::seq

#define GET_OP_CLASSES
#include "IR/Circt/Seq/SeqOps.h.inc"

#endif // CIRCTSIM_IR_CIRCT_SEQ_SEQ_H

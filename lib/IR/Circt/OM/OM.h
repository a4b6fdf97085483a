//===- OM.h - the om dialect -----------------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_OM_OM_H
#define CIRCTSIM_IR_CIRCT_OM_OM_H

#include "IR/Circt/HW/HW.h"

#include "IR/Circt/OM/OMDialect.h.inc"
#include "IR/Circt/OM/OMEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/OM/OMTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/OM/OMAttrs.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/OM/OMOps.h.inc"

#endif // CIRCTSIM_IR_CIRCT_OM_OM_H

//===- Comb.h - the comb dialect -----------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_COMB_COMB_H
#define CIRCTSIM_IR_CIRCT_COMB_COMB_H

#include "IR/Circt/HW/HW.h"

#include "IR/Circt/Comb/CombDialect.h.inc"
#include "IR/Circt/Comb/CombEnums.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Comb/CombOps.h.inc"

#endif // CIRCTSIM_IR_CIRCT_COMB_COMB_H

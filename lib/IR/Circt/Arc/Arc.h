//===- Arc.h - the part of arc that drives a simulation ----------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_ARC_ARC_H
#define CIRCTSIM_IR_CIRCT_ARC_ARC_H

#include "IR/Circt/HW/HW.h"

#include "IR/Circt/Arc/ArcDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Arc/ArcTypes.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Arc/ArcOps.h.inc"

#endif // CIRCTSIM_IR_CIRCT_ARC_ARC_H

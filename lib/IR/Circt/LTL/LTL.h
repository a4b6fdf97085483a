//===- LTL.h - CIRCT's ltl dialect ------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_LTL_LTL_H
#define CIRCTSIM_IR_CIRCT_LTL_LTL_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "IR/Circt/LTL/LTLDialect.h.inc"
#include "IR/Circt/LTL/LTLEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/LTL/LTLTypes.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/LTL/LTLOps.h.inc"

#endif

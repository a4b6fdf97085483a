//===- Debug.h - CIRCT's dbg dialect ----------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_DEBUG_DEBUG_H
#define CIRCTSIM_IR_CIRCT_DEBUG_DEBUG_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "IR/Circt/Debug/DebugDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Debug/DebugTypes.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Debug/DebugOps.h.inc"

#endif

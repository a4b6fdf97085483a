//===- Emit.h - the emit dialect --------------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_EMIT_EMIT_H
#define CIRCTSIM_IR_CIRCT_EMIT_EMIT_H

#include "IR/Circt/Common.h"

#include "IR/Circt/Emit/EmitDialect.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Emit/EmitOps.h.inc"

#endif // CIRCTSIM_IR_CIRCT_EMIT_EMIT_H

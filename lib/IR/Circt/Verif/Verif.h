//===- Verif.h - CIRCT's verif dialect --------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_VERIF_VERIF_H
#define CIRCTSIM_IR_CIRCT_VERIF_VERIF_H

#include "IR/Circt/Common.h"
#include "IR/Circt/Directives.h"
#include "IR/Circt/HW/HW.h"
#include "IR/Circt/LTL/LTL.h"
#include "IR/Circt/Seq/Seq.h"

#include "IR/Circt/Verif/VerifDialect.h.inc"
#include "IR/Circt/Verif/VerifEnums.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Verif/VerifOps.h.inc"

#endif

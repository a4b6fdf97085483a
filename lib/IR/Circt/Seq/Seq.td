//===- Seq.td - registers, memories, clocks --------------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SEQ_TD
#define CIRCTSIM_IR_CIRCT_SEQ_TD

include "IR/Circt/Seq/SeqOps.td"

#endif

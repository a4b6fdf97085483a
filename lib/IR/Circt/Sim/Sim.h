//===- Sim.h - CIRCT's sim dialect ------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SIM_SIM_H
#define CIRCTSIM_IR_CIRCT_SIM_SIM_H

#include "IR/Circt/Common.h"
#include "IR/Circt/Directives.h"
#include "IR/Circt/HW/HW.h"
#include "IR/Circt/Seq/Seq.h"

#include "IR/Circt/Sim/SimDialect.h.inc"
#include "IR/Circt/Sim/SimEnums.h.inc"

namespace circtsim::circt::sim {

/// Argument of a C function.
struct DPIArgument {
  mlir::StringAttr name;
  mlir::Type type;
  DPIDirection dir;
  friend bool operator==(const DPIArgument &, const DPIArgument &) = default;
};
inline llvm::hash_code hash_value(const DPIArgument &argument) {
  return llvm::hash_combine(argument.name, argument.type, unsigned(argument.dir));
}

} // namespace circtsim::circt::sim

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Sim/SimTypes.h.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Sim/SimOps.h.inc"

#endif

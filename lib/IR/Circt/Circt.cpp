//===- Circt.cpp - registration of CIRCT's dialects -------------------------===//
//
// One line per dialect.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Circt.h"
#include "IR/Circt/Arc/Arc.h"
#include "IR/Circt/Comb/Comb.h"
#include "IR/Circt/Debug/Debug.h"
#include "IR/Circt/Emit/Emit.h"
#include "IR/Circt/HW/HW.h"
#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/LTL/LTL.h"
#include "IR/Circt/Moore/Moore.h"
#include "IR/Circt/OM/OM.h"
#include "IR/Circt/SV/SV.h"
#include "IR/Circt/Seq/Seq.h"
#include "IR/Circt/Sim/Sim.h"
#include "IR/Circt/Verif/Verif.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/UB/IR/UBOps.h"

namespace circtsim::circt {

void registerDialects(mlir::DialectRegistry &registry) {
  registry.insert<mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect,
                  mlir::func::FuncDialect, mlir::LLVM::LLVMDialect, mlir::math::MathDialect,
                  mlir::scf::SCFDialect, mlir::ub::UBDialect>();
  registry.insert<arc::ArcDialect, comb::CombDialect, debug::DebugDialect, emit::EmitDialect, hw::HWDialect,
                  llhd::LLHDDialect, ltl::LTLDialect, moore::MooreDialect, om::OMDialect,
                  seq::SeqDialect, sim::SimDialect, sv::SVDialect, verif::VerifDialect>();
}

} // namespace circtsim::circt

//===- Passes.h - passes over csim ------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_TRANSFORMS_PASSES_H
#define CIRCTSIM_TRANSFORMS_PASSES_H

#include "IR/Csim.h"

#include "mlir/Pass/Pass.h"
#include "mlir/Rewrite/FrozenRewritePatternSet.h"

namespace circtsim::transforms {

/// The variables of a module that only their own name reaches: no ports, no nets.
class PrivateSignals {
public:
  PrivateSignals() = default;
  explicit PrivateSignals(csim::ModuleOp module);
  bool contains(mlir::StringAttr name) const { return names.contains(name); }

private:
  llvm::DenseSet<mlir::StringAttr> names;
};

// The passes as functions on one body (the region of a process or function).

/// Automatic scalar variables become SSA values.
void promoteLocals(mlir::Region &body);
/// Four-state values that cannot be x or z become two-state.
void useTwoState(mlir::Region &body);
/// Chains of tests of one value against constants become csim.switch.
void switchCases(mlir::Region &body);
/// Removes variables that are stored but never read.
void dropDeadLocals(mlir::Region &body);
/// A load takes the value of an earlier load of the same signal that is still valid.
void reuseLoads(mlir::Region &body, const PrivateSignals &privates);
/// Common subexpressions.
void shareExpressions(mlir::Region &body);
/// `always` processes whose only wait is at their head become static; no other process changes.
void recogniseStatic(csim::ProcessOp process);

/// Folds branches, removes unreachable, empty and single-entry blocks; true if anything changed.
bool cleanUpCfg(mlir::Region &body);

/// The patterns of csim and a choice of arith.
mlir::FrozenRewritePatternSet simplifyPatterns(mlir::MLIRContext *context);
/// Folds and rewrites to a fixed point, removes dead operations and unreachable blocks.
void simplify(mlir::Region &body, const mlir::FrozenRewritePatternSet &patterns);

#define GEN_PASS_DECL
#include "Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "Transforms/Passes.h.inc"

} // namespace circtsim::transforms

#endif // CIRCTSIM_TRANSFORMS_PASSES_H

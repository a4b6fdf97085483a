//===- Pipeline.h - the order of passes -------------------------*- C++ -*-===//
#ifndef CIRCTSIM_TRANSFORMS_PIPELINE_H
#define CIRCTSIM_TRANSFORMS_PIPELINE_H

#include "Transforms/Passes.h"

namespace circtsim::transforms {

/// The pipeline over processes and functions. Holds what is worth making once per context, so
/// that functions can be taken through it one by one.
class Pipeline {
public:
  explicit Pipeline(mlir::MLIRContext *context);

  /// Names of the stages in order, for `--dump-ir=<stage>`.
  static llvm::ArrayRef<llvm::StringRef> stageNames();

  /// Runs all stages on the processes and functions below `root`, or `root` itself. After each
  /// stage, over all of them, calls `afterStage(name)` if given.
  void run(mlir::Operation *root, llvm::function_ref<void(llvm::StringRef)> afterStage = nullptr);

private:
  void runStage(unsigned stage, mlir::Operation *owner);
  const PrivateSignals &privatesOf(mlir::Operation *owner);

  mlir::FrozenRewritePatternSet patterns;
  /// Computed when a body of the module first asks; the signals of a module do not change.
  llvm::DenseMap<mlir::Operation *, PrivateSignals> privates;
};

/// Calls `visit` for each csim.process and csim.func with a body below `root`, or for `root`.
void forEachBody(mlir::Operation *root, llvm::function_ref<void(mlir::Operation *)> visit);

} // namespace circtsim::transforms

#endif // CIRCTSIM_TRANSFORMS_PIPELINE_H

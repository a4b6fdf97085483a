//===- Pipeline.h - the order of the passes ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_TRANSFORMS_PIPELINE_H
#define CIRCTSIM_TRANSFORMS_PIPELINE_H

#include "IR/Csim.h"

#include "llvm/ADT/StringRef.h"

#include <memory>

namespace circtsim::transforms {

/// The passes that every process and function takes before bytecode is made of
/// it. Built once per context: assembling the patterns costs more than most
/// functions take.
class Pipeline {
public:
  explicit Pipeline(mlir::MLIRContext &context);
  ~Pipeline();

  /// Runs all passes on one csim.process or csim.func. Failures have been reported.
  mlir::LogicalResult run(mlir::Operation *op);
  /// Runs the stages up to and including `stage` on all bodies of a design;
  /// fails, after listing the stages, if there is none of that name.
  mlir::LogicalResult runUntil(mlir::ModuleOp design, llvm::StringRef stage);

private:
  struct Stage;
  std::vector<std::unique_ptr<Stage>> stages;
};

} // namespace circtsim::transforms

#endif

//===- Pipeline.cpp - the order of the passes -----------------------------===//
//
// One table: stage name (for --dump-ir=) and the passes of the stage.
//
//===----------------------------------------------------------------------===//
#include "Transforms/Pipeline.h"

#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

using namespace circtsim;
using namespace circtsim::transforms;

struct Pipeline::Stage {
  llvm::StringLiteral name;
  mlir::PassManager passes;
  Stage(llvm::StringLiteral name, mlir::MLIRContext &context) : name(name), passes(&context) {
    passes.enableVerifier(false);
  }
};

Pipeline::Pipeline(mlir::MLIRContext &context) {
  auto add = [&](llvm::StringLiteral name) -> mlir::PassManager & {
    stages.push_back(std::make_unique<Stage>(name, context));
    return stages.back()->passes;
  };
  add("mem2reg").addPass(mlir::createMem2Reg());
  mlir::GreedyRewriteConfig greedy;
  greedy.setRegionSimplificationLevel(mlir::GreedySimplifyRegionLevel::Normal);
  add("canonicalise").addPass(mlir::createCanonicalizerPass(greedy));
  add("cse").addPass(mlir::createCSEPass());
}
Pipeline::~Pipeline() = default;

mlir::LogicalResult Pipeline::run(mlir::Operation *op) {
  for (auto &stage : stages)
    if (mlir::failed(stage->passes.run(op)))
      return mlir::failure();
  return mlir::success();
}

mlir::LogicalResult Pipeline::runUntil(mlir::ModuleOp design, llvm::StringRef name) {
  bool isKnown = llvm::any_of(stages, [&](auto &stage) { return stage->name == name; });
  if (!isKnown) {
    llvm::errs() << "circt-sim: error: no stage '" << name << "'; stages are:";
    for (auto &stage : stages)
      llvm::errs() << ' ' << stage->name;
    llvm::errs() << '\n';
    return mlir::failure();
  }
  for (auto module : design.getOps<csim::ModuleOp>())
    for (mlir::Operation &op : *module.getBodyBlock()) {
      auto function = llvm::dyn_cast<csim::FuncOp>(op);
      if (!llvm::isa<csim::ProcessOp>(op) && !(function && !function.isExternal()))
        continue;
      for (auto &stage : stages) {
        if (mlir::failed(stage->passes.run(&op)))
          return mlir::failure();
        if (stage->name == name)
          break;
      }
    }
  return mlir::success();
}

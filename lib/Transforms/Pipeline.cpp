//===- Pipeline.cpp - the order of passes -----------------------------------===//
//
// The stages, in order, and why they stand where they do:
//
//   locals      first: everything later sees values instead of memory
//   two-state   before folding, so that its conversions fold away
//   simplify    folding, branches, dead code
//   switch      wants tests against constants, which simplify has exposed
//   loads       signals read again; makes equal expressions of them equal values
//   cse         expressions and index arithmetic written twice
//   dead        variables whose loads have all been folded away
//   static      looks at processes as they finally are
//
// Each is linear in the size of the body, up to logarithms. Without a listener
// the stages run body by body, which keeps a body in the cache.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Pipeline.h"

#include "Transforms/Passes.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

namespace {
enum Stage : unsigned { Locals, TwoState, Folding, Switch, Loads, Cse, Dead, Static, NumStages };
} // namespace

static constexpr StringRef names[NumStages] = {"locals", "two-state", "simplify", "switch",
                                               "loads",  "cse",       "dead",     "static"};

Pipeline::Pipeline(MLIRContext *context) : patterns(simplifyPatterns(context)) {}

const PrivateSignals &Pipeline::privatesOf(Operation *owner) {
  csim::ModuleOp module = csim::enclosingModule(owner);
  auto [it, isNew] = privates.try_emplace(module);
  if (isNew)
    it->second = PrivateSignals(module);
  return it->second;
}

ArrayRef<StringRef> Pipeline::stageNames() { return names; }

void transforms::forEachBody(Operation *root, function_ref<void(Operation *)> visit) {
  if (auto process = dyn_cast<csim::ProcessOp>(root)) {
    if (!process.getShared())
      visit(root);
    return;
  }
  if (isa<csim::ProcessBodyOp>(root))
    return visit(root);
  if (auto function = dyn_cast<csim::FuncOp>(root)) {
    if (!function.isExternal())
      visit(root);
    return;
  }
  for (Region &region : root->getRegions())
    for (Block &block : region)
      for (Operation &op : llvm::make_early_inc_range(block))
        if (isa<csim::ProcessOp, csim::ProcessBodyOp, csim::FuncOp, csim::ModuleOp, mlir::ModuleOp>(
                op))
          forEachBody(&op, visit);
}

void Pipeline::runStage(unsigned stage, Operation *owner) {
  Region &body = owner->getRegion(0);
  switch (Stage(stage)) {
  case Locals:
    return promoteLocals(body);
  case TwoState:
    return useTwoState(body);
  case Folding:
    return simplify(body, patterns);
  case Switch:
    return switchCases(body);
  case Loads:
    return reuseLoads(body, privatesOf(owner));
  case Cse:
    return shareExpressions(body);
  case Dead:
    return dropDeadLocals(body);
  case Static:
    if (auto process = dyn_cast<csim::ProcessOp>(owner))
      recogniseStatic(process);
    return;
  case NumStages:
    return;
  }
}

void Pipeline::run(Operation *root, function_ref<void(StringRef)> afterStage) {
  if (!afterStage) {
    forEachBody(root, [&](Operation *owner) {
      for (unsigned stage = 0; stage < NumStages; ++stage)
        runStage(stage, owner);
    });
    return;
  }
  for (unsigned stage = 0; stage < NumStages; ++stage) {
    forEachBody(root, [&](Operation *owner) { runStage(stage, owner); });
    afterStage(names[stage]);
  }
}

// --- The same as passes, for circt-sim-opt ----------------------------------------------

namespace circtsim::transforms {
#define GEN_PASS_DEF_PROMOTELOCALS
#define GEN_PASS_DEF_KNOWNBITS
#define GEN_PASS_DEF_SIMPLIFY
#define GEN_PASS_DEF_CASETOSWITCH
#define GEN_PASS_DEF_REUSELOADS
#define GEN_PASS_DEF_SHAREEXPRESSIONS
#define GEN_PASS_DEF_DROPDEADLOCALS
#define GEN_PASS_DEF_RECOGNISESTATIC
#define GEN_PASS_DEF_FULLPIPELINE
#include "Transforms/Passes.h.inc"

namespace {
struct PromoteLocalsPass : impl::PromoteLocalsBase<PromoteLocalsPass> {
  void runOnOperation() override {
    forEachBody(getOperation(), [](Operation *op) { promoteLocals(op->getRegion(0)); });
  }
};
struct KnownBitsPass : impl::KnownBitsBase<KnownBitsPass> {
  void runOnOperation() override {
    forEachBody(getOperation(), [](Operation *op) { useTwoState(op->getRegion(0)); });
  }
};
struct SimplifyPass : impl::SimplifyBase<SimplifyPass> {
  void runOnOperation() override {
    FrozenRewritePatternSet patterns = simplifyPatterns(&getContext());
    forEachBody(getOperation(), [&](Operation *op) { simplify(op->getRegion(0), patterns); });
  }
};
struct CaseToSwitchPass : impl::CaseToSwitchBase<CaseToSwitchPass> {
  void runOnOperation() override {
    forEachBody(getOperation(), [](Operation *op) { switchCases(op->getRegion(0)); });
  }
};
struct ReuseLoadsPass : impl::ReuseLoadsBase<ReuseLoadsPass> {
  void runOnOperation() override {
    forEachBody(getOperation(), [](Operation *op) {
      reuseLoads(op->getRegion(0), PrivateSignals(csim::enclosingModule(op)));
    });
  }
};
struct ShareExpressionsPass : impl::ShareExpressionsBase<ShareExpressionsPass> {
  void runOnOperation() override {
    forEachBody(getOperation(), [](Operation *op) { shareExpressions(op->getRegion(0)); });
  }
};
struct DropDeadLocalsPass : impl::DropDeadLocalsBase<DropDeadLocalsPass> {
  void runOnOperation() override {
    forEachBody(getOperation(), [](Operation *op) { dropDeadLocals(op->getRegion(0)); });
  }
};
struct RecogniseStaticPass : impl::RecogniseStaticBase<RecogniseStaticPass> {
  void runOnOperation() override {
    forEachBody(getOperation(), [](Operation *op) {
      if (auto process = dyn_cast<csim::ProcessOp>(op))
        recogniseStatic(process);
    });
  }
};
struct FullPipelinePass : impl::FullPipelineBase<FullPipelinePass> {
  void runOnOperation() override { Pipeline(&getContext()).run(getOperation()); }
};
} // namespace
} // namespace circtsim::transforms

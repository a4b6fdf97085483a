//===- Passes.td - passes over csim ------------------------------*- tablegen -*-===//
//
// Every pass works on each process and function below the operation it is run on.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_TRANSFORMS_PASSES_TD
#define CIRCTSIM_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

class CsimPass<string argument, string doc> : Pass<argument> {
  let summary = doc;
  let dependentDialects = ["::circtsim::csim::CsimDialect"];
}

def PromoteLocals : CsimPass<"csim-promote-locals", "automatic variables become SSA values"> {
  let description = [{
    Part accesses of scalar csim.local variables become selects of the whole value; then variables
    that are only loaded and stored are replaced by SSA values and block arguments (pruned SSA).
  }];
}
def KnownBits : CsimPass<"csim-two-state", "values free of x and z become two-state"> {
  let description = [{
    Finds four-state values that can never be x or z, also around loops, and computes them with
    arith on iN.
  }];
}
def Simplify : CsimPass<"csim-simplify", "folding and local rewriting to a fixed point">;
def CaseToSwitch : CsimPass<"csim-case-switch", "chains of equality tests become csim.switch">;
def ReuseLoads : CsimPass<"csim-reuse-loads", "signals are read once while nothing changes them">;
def ShareExpressions : CsimPass<"csim-cse", "common subexpressions">;
def DropDeadLocals : CsimPass<"csim-dead-locals", "variables that nobody reads disappear">;
def RecogniseStatic : CsimPass<"csim-static", "always processes that wait at their head only "
                                              "become static">;
def FullPipeline : CsimPass<"csim-pipeline", "all stages in order">;

#endif

//===- Common.td - what several CIRCT dialects share -------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_COMMON_TD
#define CIRCTSIM_IR_CIRCT_COMMON_TD

include "mlir/IR/OpBase.td"

/// Marks of regions and operations that are, or are not, executed in order.
class RegionMark<string name> : NativeOpTrait<name> {
  let cppNamespace = "::circtsim::circt";
}
def ProceduralRegion : RegionMark<"ProceduralRegion">;
def NonProceduralRegion : RegionMark<"NonProceduralRegion">;
def ProceduralOp : RegionMark<"ProceduralOp">;
def NonProceduralOp : RegionMark<"NonProceduralOp">;

#endif

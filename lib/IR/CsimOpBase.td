//===- CsimOpBase.td - classes shared by the op files ----------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CSIMOPBASE_TD
#define CIRCTSIM_IR_CSIMOPBASE_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/FunctionInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/MemorySlotInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "CsimAttrs.td"

class CsimOp<string mnemonic, list<Trait> traits = []> : Op<CsimDialect, mnemonic, traits>;

#endif

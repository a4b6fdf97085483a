//===- SimOpBase.td - classes shared by the op files -----------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SIM_SIMOPBASE_TD
#define CIRCTSIM_IR_CIRCT_SIM_SIMOPBASE_TD

include "IR/Circt/Common.td"
include "IR/Circt/HW/HWTypes.td"
include "IR/Circt/Seq/SeqTypes.td"
include "IR/Circt/Sim/SimTypes.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/CommonTypeConstraints.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

class SimOp<string mnemonic, string what, dag operands, dag produced, string syntax,
            list<Trait> traits = []> : Op<SimDialect, mnemonic, traits> {
  let summary = what;
  let arguments = operands;
  let results = produced;
  let assemblyFormat = syntax;
}
class SimKeywords<string name, string what, list<I32EnumAttrCase> cases>
    : I32EnumAttr<name, what, cases> {
  let cppNamespace = "::circtsim::circt::sim";
}
class SimNumbered<string name, string what, list<I64EnumAttrCase> cases>
    : I64EnumAttr<name, what, cases> {
  let cppNamespace = "::circtsim::circt::sim";
}

#endif

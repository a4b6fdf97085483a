//===- Arc.td - the part of arc that drives a simulation ----------------*- tablegen -*-===//
//
// Operations of test programs: they instantiate a model, set its inputs, let it compute and
// look at its ports. Those that describe models are not defined.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_ARC_TD
#define CIRCTSIM_IR_CIRCT_ARC_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/CommonTypeConstraints.td"
include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def ArcDialect : Dialect {
  let name = "arc";
  let summary = "test programs of models";
  let cppNamespace = "::circtsim::circt::arc";
  let useDefaultTypePrinterParser = 1;
  let dependentDialects = ["::circtsim::circt::hw::HWDialect"];
}

def SimModelInstance : TypeDef<ArcDialect, "SimModelInstance"> {
  let summary = "an instance of a model";
  let mnemonic = "sim.instance";
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$model);
  let assemblyFormat = "`<` $model `>`";
}

class ArcOp<string mnemonic, string what, dag operands, dag produced, string syntax,
            list<Trait> traits = []> : Op<ArcDialect, mnemonic, traits> {
  let summary = what;
  let arguments = operands;
  let results = produced;
  let assemblyFormat = syntax;
}
defvar UsesSymbols = DeclareOpInterfaceMethods<SymbolUserOpInterface>;

def SimInstantiateOp : Op<ArcDialect, "sim.instantiate",
    [MemoryEffects<[MemAlloc]>, NoTerminator, UsesSymbols]> {
  let summary = "a model that lives as long as its region";
  let arguments = (ins OptionalAttr<FlatSymbolRefAttr>:$runtimeModel,
                       OptionalAttr<StrAttr>:$runtimeArgs);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasRegionVerifier = 1;
}
def SimInstanceOp : ArcOp<"sim.opened", "a model that lives from here on; made by the importer",
  (ins OptionalAttr<FlatSymbolRefAttr>:$runtimeModel), (outs SimModelInstance:$instance),
  "attr-dict `:` qualified(type($instance))">;
def SimSetInputOp : ArcOp<"sim.set_input", "sets an input of a model",
  (ins SimModelInstance:$instance, StrAttr:$input, AnyType:$value), (outs),
  "$instance `,` $input `=` $value attr-dict `:` type($value) `,` qualified(type($instance))",
  [UsesSymbols]>;
def SimGetPortOp : ArcOp<"sim.get_port", "the value of a port of a model",
  (ins SimModelInstance:$instance, StrAttr:$port), (outs AnyType:$value),
  "$instance `,` $port attr-dict `:` type($value) `,` qualified(type($instance))",
  [UsesSymbols]>;
def SimStepOp : ArcOp<"sim.step", "lets a model compute, and then time pass",
  (ins SimModelInstance:$instance, Optional<I64>:$timePostIncrement), (outs),
  "$instance (`by` $timePostIncrement^)? attr-dict `:` qualified(type($instance))">;
def SimSetTimeOp : ArcOp<"sim.set_time", "sets the time, in femtoseconds",
  (ins SimModelInstance:$instance, I64:$time), (outs),
  "$instance `,` $time attr-dict `:` qualified(type($instance))">;
def SimEmitValueOp : ArcOp<"sim.emit", "prints a value with a name",
  (ins StrAttr:$valueName, AnyType:$value), (outs), "$valueName `,` $value attr-dict `:` type($value)">;

#endif

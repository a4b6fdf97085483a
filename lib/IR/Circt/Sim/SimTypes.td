//===- SimTypes.td - text, containers, streams, C functions ----*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SIM_SIMTYPES_TD
#define CIRCTSIM_IR_CIRCT_SIM_SIMTYPES_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/OpBase.td"

def SimDialect : Dialect {
  let name = "sim";
  let cppNamespace = "::circtsim::circt::sim";
  let summary = "what a simulation does beside hardware: text, files, C, its end";
  let dependentDialects = ["::circtsim::circt::hw::HWDialect",
                           "::circtsim::circt::seq::SeqDialect"];
  let useDefaultTypePrinterParser = 1;
}

class SimTypeDef<string name, string keyword, string what> : TypeDef<SimDialect, name> {
  let mnemonic = keyword;
  let summary = what;
}
def FormatStringType : SimTypeDef<"FormatString", "fstring", "Format string type">;
def DynamicStringType : SimTypeDef<"DynamicString", "dstring", "String type with variable length">;
def OutputStreamType
    : SimTypeDef<"OutputStream", "output_stream", "a type representing an output stream">;
/// A bound of 0 is none.
def QueueType : SimTypeDef<"Queue", "queue", "a queue type"> {
  let parameters = (ins "::mlir::Type":$elementType, "unsigned":$bound);
  let assemblyFormat = "`<` $elementType `,` $bound `>`";
}
def AssocArrayType : SimTypeDef<"AssocArray", "assoc_array", "an associative array type"> {
  let parameters = (ins "::mlir::Type":$elementType, "::mlir::Type":$indexType);
  let assemblyFormat = "`<` $elementType `,` $indexType `>`";
}
/// `<in "a" : i32, return "r" : i1>`
def DPIFunctionType : SimTypeDef<"DPIFunction", "dpi_functy",
    "DPI function type with first-class argument directions"> {
  let parameters = (ins ArrayRefParameter<"::circtsim::circt::sim::DPIArgument">:$arguments);
  let hasCustomAssemblyFormat = 1;
  let extraClassDeclaration = [{
    /// What a call takes and returns.
    ::mlir::FunctionType getFunctionType() const;
  }];
}

#endif

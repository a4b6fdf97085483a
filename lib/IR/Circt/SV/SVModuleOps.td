//===- SVModuleOps.td - generate constructs and functions ---------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SV_MODULE_OPS_TD
#define CIRCTSIM_IR_CIRCT_SV_MODULE_OPS_TD

// --- Generate constructs (IEEE 1800-2023 27) -------------------------------------------------

def GenerateOp : SVOp<"generate", [SingleBlock, NoTerminator, NoRegionArguments]> {
  let summary = "a named generate block";
  let arguments = (ins StrAttr:$sym_name);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name attr-dict `:` $body";
}
def GenerateCaseOp : SVOp<"generate.case", [SingleBlock, NoTerminator, NoRegionArguments,
                                            HasParent<"GenerateOp">]> {
  let summary = "one of several blocks, by the value of a parameter";
  let arguments = (ins TypedAttrInterface:$cond, ArrayAttr:$casePatterns,
                       StrArrayAttr:$caseNames);
  let regions = (region VariadicRegion<SizedRegion<1>>:$caseRegions);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def GenerateForOp : SVOp<"generate.for", [SingleBlock, NoTerminator, HasParent<"GenerateOp">,
    AllTypesMatch<["lowerBound", "upperBound", "step"]>,
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let summary = "a block for each value of a variable";
  let arguments = (ins TypedAttrInterface:$lowerBound, TypedAttrInterface:$upperBound,
                       TypedAttrInterface:$step, StrAttr:$genBlockName,
                       OptionalAttr<StrAttr>:$inductionVarName);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}

// --- Functions (IEEE 1800-2023 13.4) -----------------------------------------------------------

def FuncOp : SVOp<"func", [IsolatedFromAbove, Symbol, ProceduralRegion,
    HasParent<"::mlir::ModuleOp">,
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let summary = "a function; one without a body is declared only";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<HWModuleTypeDef>:$module_type,
                       OptionalAttr<DictArrayAttr>:$per_argument_attrs,
                       OptionalAttr<LocationArrayAttr>:$input_locs,
                       OptionalAttr<LocationArrayAttr>:$result_locs,
                       OptionalAttr<StrAttr>:$verilogName);
  let regions = (region AnyRegion:$body);
  let hasCustomAssemblyFormat = 1;
  let extraClassDeclaration = [{
    /// Types of inputs and outputs, each in order.
    ::mlir::FunctionType getFunctionType();
  }];
}
class SVCall<string mnemonic, list<Trait> traits> : SVOp<mnemonic, traits # [UsesSymbols]> {
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<AnyType>:$inputs);
  let results = (outs Variadic<AnyType>);
  let assemblyFormat = "$callee `(` $inputs `)` attr-dict `:` functional-type($inputs, results)";
}
def FuncCallOp : SVCall<"func.call", [NonProceduralOp]>;
def FuncCallProceduralOp : SVCall<"func.call.procedural", [ProceduralOp]>;
def ReturnOp : SVOp<"return", [Pure, Terminator, HasParent<"FuncOp">]> {
  let arguments = (ins Variadic<AnyType>:$operands);
  let assemblyFormat = "attr-dict ($operands^ `:` type($operands))?";
  let hasVerifier = 1;
}
def FuncDPIImportOp : SVOp<"func.dpi.import", [UsesSymbols]> {
  let summary = "says that a function is one of C";
  let arguments = (ins FlatSymbolRefAttr:$callee, OptionalAttr<StrAttr>:$linkage_name);
  let assemblyFormat = "(`linkage` $linkage_name^)? $callee attr-dict";
}

// --- Modules that are text ------------------------------------------------------------------

def VerbatimSourceOp : SVOp<"verbatim.source", [Symbol, HasParent<"::mlir::ModuleOp">,
                                                UsesSymbols]> {
  let summary = "the text of a module, which may have parameters";
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$content, AnyAttr:$output_file,
                       ParamDeclArrayAttr:$parameters,
                       OptionalAttr<SymbolRefArrayAttr>:$additional_files,
                       StrAttr:$verilogName);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def VerbatimModuleOp : SVOp<"verbatim.module", [Symbol, HasParent<"::mlir::ModuleOp">,
                                                UsesSymbols]> {
  let summary = "the ports of a module that is text";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<HWModuleTypeDef>:$module_type,
                       OptionalAttr<DictArrayAttr>:$per_port_attrs,
                       OptionalAttr<LocationArrayAttr>:$port_locs,
                       ParamDeclArrayAttr:$parameters, FlatSymbolRefAttr:$source,
                       OptionalAttr<StrAttr>:$verilogName);
  let hasCustomAssemblyFormat = 1;
}

#endif

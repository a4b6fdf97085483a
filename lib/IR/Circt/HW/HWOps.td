//===- HWOps.td - modules, instances, constants, aggregates --------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_HW_OPS_TD
#define CIRCTSIM_IR_CIRCT_HW_OPS_TD

include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "IR/Circt/Common.td"
include "IR/Circt/HW/HWAttrs.td"
include "IR/Circt/HW/HWEnums.td"
include "IR/Circt/HW/HWTypes.td"

defvar ResultNames = DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmResultNames"]>;

// --- Modules -------------------------------------------------------------------------

class HWModuleBase<string mnemonic, list<Trait> traits = []>
    : HWOp<mnemonic, traits # [Symbol, HasParent<"::mlir::ModuleOp">,
        DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def HWModuleOp : HWModuleBase<"module",
    [IsolatedFromAbove, HasOnlyGraphRegion, RegionKindInterface, NonProceduralRegion,
     SingleBlockImplicitTerminator<"OutputOp">]> {
  let summary = "module with a body";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<HWModuleTypeDef>:$module_type,
      OptionalAttr<DictArrayAttr>:$per_port_attrs, OptionalAttr<LocationArrayAttr>:$result_locs,
      ParamDeclArrayAttr:$parameters, OptionalAttr<StrAttr>:$comment);
  let regions = (region SizedRegion<1>:$body);
}
def HWModuleExternOp : HWModuleBase<"module.extern"> {
  let summary = "module defined elsewhere";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<HWModuleTypeDef>:$module_type,
      OptionalAttr<DictArrayAttr>:$per_port_attrs, OptionalAttr<LocationArrayAttr>:$port_locs,
      ParamDeclArrayAttr:$parameters, OptionalAttr<StrAttr>:$verilogName);
  let regions = (region AnyRegion:$body);
}
def HWGeneratorSchemaOp : HWOp<"generator.schema", [Symbol, HasParent<"::mlir::ModuleOp">]> {
  let summary = "kind of modules that an external generator makes";
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$descriptor, StrArrayAttr:$requiredAttrs);
  let assemblyFormat = "$sym_name `,` $descriptor `,` $requiredAttrs attr-dict";
}
def HWModuleGeneratedOp : HWModuleBase<"module.generated",
    [IsolatedFromAbove, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "module that an external generator makes";
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$generatorKind,
      TypeAttrOf<HWModuleTypeDef>:$module_type, OptionalAttr<DictArrayAttr>:$per_port_attrs,
      OptionalAttr<LocationArrayAttr>:$port_locs, ParamDeclArrayAttr:$parameters,
      OptionalAttr<StrAttr>:$verilogName);
  let regions = (region AnyRegion:$body);
}
def OutputOp : HWOp<"output", [Terminator, HasParent<"HWModuleOp">, Pure, ReturnLike]> {
  let summary = "values of the module's outputs";
  let arguments = (ins Variadic<AnyType>:$outputs);
  let assemblyFormat = "attr-dict ($outputs^ `:` qualified(type($outputs)))?";
  let hasVerifier = 1;
  let builders = [OpBuilder<(ins), [{ (void)$_state; }]>];
}

class HWInstanceBase<string mnemonic>
    : HWOp<mnemonic, [DeclareOpInterfaceMethods<SymbolUserOpInterface>, ResultNames]> {
  let results = (outs Variadic<AnyType>:$results);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def InstanceOp : HWInstanceBase<"instance"> {
  let summary = "instance of a module";
  let arguments = (ins StrAttr:$instanceName, FlatSymbolRefAttr:$moduleName,
      Variadic<AnyType>:$inputs, StrArrayAttr:$argNames, StrArrayAttr:$resultNames,
      ParamDeclArrayAttr:$parameters, OptionalAttr<InnerSymAttr>:$inner_sym,
      UnitAttr:$doNotPrint);
}
def InstanceChoiceOp : HWInstanceBase<"instance_choice"> {
  let summary = "instance of one of several modules";
  let arguments = (ins StrAttr:$instanceName, FlatSymbolRefArrayAttr:$moduleNames,
      StrAttr:$optionName, StrArrayAttr:$caseNames, Variadic<AnyType>:$inputs,
      StrArrayAttr:$argNames, StrArrayAttr:$resultNames, ParamDeclArrayAttr:$parameters,
      OptionalAttr<InnerSymAttr>:$inner_sym, UnitAttr:$doNotPrint);
}
def HierPathOp : HWOp<"hierpath", [IsolatedFromAbove, Symbol]> {
  let summary = "path through instances";
  let arguments = (ins SymbolNameAttr:$sym_name, NameRefArrayAttr:$namepath);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def TypeScopeOp : HWOp<"type_scope", [Symbol, SymbolTable, SingleBlock, NoTerminator,
                                      NoRegionArguments]> {
  let summary = "declarations of types";
  let arguments = (ins SymbolNameAttr:$sym_name);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name $body attr-dict";
}
def TypedeclOp : HWOp<"typedecl", [Symbol, HasParent<"TypeScopeOp">]> {
  let summary = "declaration of a type";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttr:$type,
                       OptionalAttr<StrAttr>:$verilogName);
  let assemblyFormat = "$sym_name (`,` $verilogName^)? `:` $type attr-dict";
}
def TriggeredOp : HWOp<"triggered", [IsolatedFromAbove, SingleBlock, NoTerminator,
                                     NonProceduralOp, ProceduralRegion]> {
  let summary = "body executed at an edge";
  let arguments = (ins HWEventControl:$event, I1:$trigger, Variadic<AnyType>:$inputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $event $trigger (`(` $inputs^ `)` `:` type($inputs))? $body attr-dict
  }];
}

// --- Constants and wires ---------------------------------------------------------------

def ConstantOp : HWOp<"constant", [Pure, ConstantLike, FirstAttrDerivedResultType,
                                   ResultNames]> {
  let summary = "integer constant";
  let arguments = (ins APIntAttr:$value);
  let results = (outs HWIntegerType:$result);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let hasFolder = 1;
}
def AggregateConstantOp : HWOp<"aggregate_constant", [Pure, ConstantLike]> {
  let summary = "constant of an aggregate type";
  let arguments = (ins ArrayAttr:$fields);
  let results = (outs HWAggregateType:$result);
  let assemblyFormat = "$fields attr-dict `:` type($result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}
def ParamValueOp : HWOp<"param.value", [Pure, ConstantLike, FirstAttrDerivedResultType]> {
  let summary = "value of a parameter expression";
  let arguments = (ins AnyAttr:$value);
  let results = (outs HWValueType:$result);
  let assemblyFormat = "custom<ParamValue>($value, qualified(type($result))) attr-dict";
  let hasVerifier = 1;
  let hasFolder = 1;
}
def EnumConstantOp : HWOp<"enum.constant", [Pure, ConstantLike, ResultNames]> {
  let summary = "member of an enumeration";
  let arguments = (ins EnumFieldAttr:$field);
  let results = (outs HWEnumType:$result);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let hasFolder = 1;
}
def EnumCmpOp : HWOp<"enum.cmp", [Pure]> {
  let summary = "whether two enumeration values are equal";
  let arguments = (ins HWEnumType:$lhs, HWEnumType:$rhs);
  let results = (outs I1:$result);
  let assemblyFormat = [{
    $lhs `,` $rhs attr-dict `:` qualified(type($lhs)) `,` qualified(type($rhs))
  }];
  let hasVerifier = 1;
}
def WireOp : HWOp<"wire", [SameOperandsAndResultType, ResultNames]> {
  let summary = "named value";
  let arguments = (ins AnyType:$input, OptionalAttr<StrAttr>:$name,
                       OptionalAttr<InnerSymAttr>:$inner_sym);
  let results = (outs AnyType:$result);
  let assemblyFormat = [{
    $input (`sym` $inner_sym^)? custom<ImplicitSSAName>($name) attr-dict
    `:` qualified(type($input))
  }];
}
def HWKnownWidthType : Type<CPred<"::circtsim::circt::hw::bitWidthOf($_self)">,
                            "Type wherein the bitwidth in hardware is known">;
def BitcastOp : HWOp<"bitcast", [Pure]> {
  let summary = "the same bits as another type";
  let arguments = (ins HWKnownWidthType:$input);
  let results = (outs HWKnownWidthType:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type($input, $result)";
  let hasVerifier = 1;
}

// --- Aggregates --------------------------------------------------------------------------

class IndexFits<string index, string input> : PredOpTrait<
  index # " bit width equals ceil(log2(length(" # input # "))), or 0 or 1 if " # input #
  " contains only one element",
  CPred<"::circtsim::circt::hw::indexFits($" # index # ".getType(), $" # input # ".getType())">>;
class IsElement<string value, string input> : TypesMatchWith<
  "must match array element type", input, value,
  "::circtsim::circt::hw::as<::circtsim::circt::hw::ArrayType>($_self).getElementType()">;

def ArrayCreateOp : HWOp<"array_create", [Pure, SameTypeOperands]> {
  let summary = "array of values, the first most significant";
  let arguments = (ins Variadic<HWNonInOutType>:$inputs);
  let results = (outs HWArrayType:$result);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def ArrayConcatOp : HWOp<"array_concat", [Pure]> {
  let summary = "concatenation of arrays, the first most significant";
  let arguments = (ins Variadic<HWArrayType>:$inputs);
  let results = (outs HWArrayType:$result);
  let assemblyFormat = [{
    $inputs attr-dict `:` custom<ArrayConcatTypes>(type($inputs), qualified(type($result)))
  }];
}
def ArraySliceOp : HWOp<"array_slice", [Pure]> {
  let summary = "elements from an index upwards";
  let arguments = (ins HWArrayType:$input, HWIntegerType:$lowIndex);
  let results = (outs HWArrayType:$dst);
  let assemblyFormat = [{
    $input `[` $lowIndex `]` attr-dict `:`
    `(` custom<SliceTypes>(type($input), qualified(type($lowIndex))) `)` `->`
    qualified(type($dst))
  }];
  let hasVerifier = 1;
}
def ArrayGetOp : HWOp<"array_get", [Pure, IsElement<"result", "input">,
                                    IndexFits<"index", "input">]> {
  let summary = "element";
  let arguments = (ins HWArrayType:$input, HWIntegerType:$index);
  let results = (outs HWNonInOutType:$result);
  let assemblyFormat = "$input `[` $index `]` attr-dict `:` type($input) `,` type($index)";
}
def ArrayInjectOp : HWOp<"array_inject", [Pure, AllTypesMatch<["input", "result"]>,
    IsElement<"element", "input">, IndexFits<"index", "input">]> {
  let summary = "array with an element replaced";
  let arguments = (ins HWArrayType:$input, HWIntegerType:$index, AnyType:$element);
  let results = (outs HWArrayType:$result);
  let assemblyFormat = [{
    $input `[` $index `]` `,` $element attr-dict `:` type($input) `,` type($index)
  }];
}
class HWFieldOp<string mnemonic, list<Trait> traits = []> : HWOp<mnemonic, traits # [Pure]> {
  let hasCustomAssemblyFormat = 1;
}
def StructCreateOp : HWFieldOp<"struct_create"> {
  let summary = "structure of field values";
  let arguments = (ins Variadic<HWNonInOutType>:$input);
  let results = (outs HWStructType:$result);
  let hasVerifier = 1;
}
def StructExtractOp : HWFieldOp<"struct_extract", [ResultNames]> {
  let summary = "field";
  let arguments = (ins HWStructType:$input, I32Attr:$fieldIndex);
  let results = (outs HWNonInOutType:$result);
  let hasVerifier = 1;
}
def StructInjectOp : HWFieldOp<"struct_inject", [AllTypesMatch<["input", "result"]>]> {
  let summary = "structure with a field replaced";
  let arguments = (ins HWStructType:$input, I32Attr:$fieldIndex, HWNonInOutType:$newValue);
  let results = (outs HWStructType:$result);
  let hasVerifier = 1;
}
def StructExplodeOp : HWFieldOp<"struct_explode", [ResultNames]> {
  let summary = "all fields";
  let arguments = (ins HWStructType:$input);
  let results = (outs Variadic<HWNonInOutType>:$result);
}
def UnionCreateOp : HWFieldOp<"union_create"> {
  let summary = "union with one field set";
  let arguments = (ins I32Attr:$fieldIndex, HWNonInOutType:$input);
  let results = (outs HWUnionType:$result);
  let hasVerifier = 1;
}
def UnionExtractOp : HWFieldOp<"union_extract",
    [DeclareOpInterfaceMethods<InferTypeOpInterface, ["inferReturnTypes"]>]> {
  let summary = "field";
  let arguments = (ins HWUnionType:$input, I32Attr:$fieldIndex);
  let results = (outs HWNonInOutType:$result);
}

#endif

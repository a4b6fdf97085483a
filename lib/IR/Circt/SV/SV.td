//===- SV.td - statements and declarations of SystemVerilog --------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SV_TD
#define CIRCTSIM_IR_CIRCT_SV_TD

include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "IR/Circt/Common.td"
include "IR/Circt/HW/HWAttrs.td"
include "IR/Circt/HW/HWTypes.td"
include "IR/Circt/SV/SVTypes.td"

class SVOp<string mnemonic, list<Trait> traits = []> : Op<SVDialect, mnemonic, traits>;
defvar Names = DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmResultNames"]>;
defvar UsesSymbols = DeclareOpInterfaceMethods<SymbolUserOpInterface>;

/// `result` is what the inout `place` carries.
class ElementOf<string value, string place> : TypesMatchWith<
  "type should be element of inout type", place, value,
  "::circtsim::circt::hw::as<::circtsim::circt::hw::InOutType>($_self).getElementType()">;
class PlaceOf<string value, string place> : TypesMatchWith<
  "type should be element of inout type", value, place,
  "::circtsim::circt::hw::InOutType::get($_self)">;
def ValueOrPlace : AnyTypeOf<[HWValueType, HWInOutType]>;
def PlaceElement : Type<CPred<"::circtsim::circt::hw::isHWValueType($_self)">,
                        "a valid inout element">;

// --- Expressions -------------------------------------------------------------------------

def SystemFunctionOp : SVOp<"system"> {
  let arguments = (ins StrAttr:$fnName, Variadic<AnyType>:$args);
  let results = (outs AnyType:$out);
  let assemblyFormat = "$fnName `(` $args `)` attr-dict `:` functional-type($args, $out)";
}
class SVVerbatimExpr<string mnemonic, list<Trait> traits> : SVOp<mnemonic, traits> {
  let arguments = (ins StrAttr:$format_string, Variadic<AnyType>:$substitutions,
                       DefaultValuedAttr<NameRefArrayAttr, "{}">:$symbols);
  let results = (outs ValueOrPlace:$result);
  let assemblyFormat = [{
    $format_string (`(` $substitutions^ `)`)? `:` functional-type($substitutions, $result)
    attr-dict
  }];
}
def VerbatimExprOp : SVVerbatimExpr<"verbatim.expr", [Pure]>;
def VerbatimExprSEOp : SVVerbatimExpr<"verbatim.expr.se", []>;
class SVMacroExpr<string mnemonic, list<Trait> traits> : SVOp<mnemonic, traits # [UsesSymbols]> {
  let arguments = (ins FlatSymbolRefAttr:$macroName, Variadic<AnyType>:$inputs);
  let results = (outs ValueOrPlace:$result);
  let assemblyFormat = [{
    $macroName `(` $inputs `)` attr-dict `:` functional-type($inputs, $result)
  }];
}
def MacroRefExprOp : SVMacroExpr<"macro.ref.expr", [Pure]>;
def MacroRefExprSEOp : SVMacroExpr<"macro.ref.expr.se", []>;
class SVConstant<string mnemonic> : SVOp<mnemonic, [Pure]> {
  let results = (outs HWValueType:$result);
  let assemblyFormat = "attr-dict `:` qualified(type($result))";
  let hasVerifier = 1;
}
def ConstantXOp : SVConstant<"constantX">;
def ConstantZOp : SVConstant<"constantZ">;
def ConstantStrOp : SVOp<"constantStr", [Pure]> {
  let arguments = (ins StrAttr:$str);
  let results = (outs HWStringType:$result);
  let assemblyFormat = "$str attr-dict";
}
def SFormatFOp : SVOp<"sformatf", [Pure]> {
  let arguments = (ins StrAttr:$format_string, Variadic<AnyType>:$substitutions);
  let results = (outs HWStringType:$result);
  let assemblyFormat = [{
    $format_string attr-dict (`(` $substitutions^ `)` `:` qualified(type($substitutions)))?
  }];
}
def ConcatStrOp : SVOp<"concat_str", [Pure]> {
  let arguments = (ins Variadic<HWStringType>:$inputs);
  let results = (outs HWStringType:$result);
  let assemblyFormat = "`(` $inputs `)` attr-dict `:` type($result)";
  let hasVerifier = 1;
}
def LocalParamOp : SVOp<"localparam", [FirstAttrDerivedResultType, Pure, Names]> {
  let arguments = (ins AnyAttr:$value, StrAttr:$name);
  let results = (outs HWValueType:$result);
  let assemblyFormat = "`` custom<ImplicitSSAName>($name) attr-dict `:` qualified(type($result))";
}
def IndexedPartSelectOp : SVOp<"indexed_part_select",
    [Pure, DeclareOpInterfaceMethods<InferTypeOpInterface>]> {
  let arguments = (ins HWIntegerType:$input, HWIntegerType:$base, I32Attr:$width,
                       UnitAttr:$decrement);
  let results = (outs HWIntegerType:$result);
  let assemblyFormat = [{
    $input `[` $base (`decrement` $decrement^)? `:` $width `]` attr-dict `:`
    qualified(type($input)) `,` qualified(type($base))
  }];
  let hasVerifier = 1;
}
def SampledOp : SVOp<"system.sampled", [Pure, SameOperandsAndResultType]> {
  let arguments = (ins AnyType:$expression);
  let results = (outs AnyType:$sampledValue);
  let assemblyFormat = "$expression attr-dict `:` qualified(type($expression))";
}
def TimeOp : SVOp<"system.time"> {
  let results = (outs I64:$result);
  let assemblyFormat = "attr-dict `:` type($result)";
}
def STimeOp : SVOp<"system.stime"> {
  let results = (outs I32:$result);
  let assemblyFormat = "attr-dict `:` type($result)";
}
def UnpackedArrayCreateOp : SVOp<"unpacked_array_create", [Pure, SameTypeOperands]> {
  let arguments = (ins Variadic<HWNonInOutType>:$inputs);
  let results = (outs HWUnpackedArrayType:$result);
  let assemblyFormat = "$inputs attr-dict `:` functional-type($inputs, $result)";
}
def UnpackedOpenArrayCastOp : SVOp<"unpacked_open_array_cast"> {
  let arguments = (ins HWUnpackedArrayType:$input);
  let results = (outs SVOpenArrayType:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type($input, $result)";
}

// --- Declarations and places ---------------------------------------------------------------

class SVDeclaration<string mnemonic, list<Trait> traits = []> : SVOp<mnemonic, traits # [Names]> {
  let arguments = (ins StrAttr:$name, OptionalAttr<InnerSymAttr>:$inner_sym);
  let results = (outs HWInOutType:$result);
  let assemblyFormat = [{
    (`sym` $inner_sym^)? `` custom<ImplicitSSAName>($name) attr-dict `:` qualified(type($result))
  }];
}
def WireOp : SVDeclaration<"wire", [NonProceduralOp]>;
def LogicOp : SVDeclaration<"logic">;
def RegOp : SVDeclaration<"reg"> {
  let arguments = (ins StrAttr:$name, Optional<AnyType>:$init,
                       OptionalAttr<InnerSymAttr>:$inner_sym);
  let assemblyFormat = [{
    (`init` $init^)? (`sym` $inner_sym^)? `` custom<ImplicitSSAName>($name) attr-dict `:`
    qualified(type($result))
    custom<ImplicitInitType>(ref(type($result)), ref($init), type($init))
  }];
}
def XMROp : SVOp<"xmr"> {
  let arguments = (ins UnitAttr:$isRooted, StrArrayAttr:$path, StrAttr:$terminal);
  let results = (outs HWInOutType:$result);
  let assemblyFormat = [{
    (`isRooted` $isRooted^)? custom<XMRPath>($path, $terminal) attr-dict `:`
    qualified(type($result))
  }];
}
def XMRRefOp : SVOp<"xmr.ref", [Pure, UsesSymbols]> {
  let arguments = (ins FlatSymbolRefAttr:$ref, DefaultValuedAttr<StrAttr, "{}">:$verbatimSuffix);
  let results = (outs HWInOutType:$result);
  let assemblyFormat = "$ref ($verbatimSuffix^)? attr-dict `:` qualified(type($result))";
}
def ReadInOutOp : SVOp<"read_inout", [Pure, ElementOf<"result", "input">]> {
  let arguments = (ins HWInOutType:$input);
  let results = (outs HWValueType:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($input))";
}
def PlaceOfArray : Type<CPred<"::circtsim::circt::sv::elementPlaceOf($_self)">,
                        "an inout type with array element">;
def ArrayIndexInOutOp : SVOp<"array_index_inout", [Pure,
    TypesMatchWith<"type should be element of inout type", "input", "result",
                   "::circtsim::circt::sv::elementPlaceOf($_self)">]> {
  let arguments = (ins PlaceOfArray:$input, HWIntegerType:$index);
  let results = (outs HWInOutType:$result);
  let assemblyFormat = [{
    $input `[` $index `]` attr-dict `:` qualified(type($input)) `,` qualified(type($index))
  }];
}
def IndexedPartSelectInOutOp : SVOp<"indexed_part_select_inout",
    [Pure, DeclareOpInterfaceMethods<InferTypeOpInterface>]> {
  let arguments = (ins HWInOutType:$input, HWIntegerType:$base, I32Attr:$width,
                       UnitAttr:$decrement);
  let results = (outs HWInOutType:$result);
  let assemblyFormat = [{
    $input `[` $base (`decrement` $decrement^)? `:` $width `]` attr-dict `:`
    qualified(type($input)) `,` qualified(type($base))
  }];
  let hasVerifier = 1;
}
def StructFieldInOutOp : SVOp<"struct_field_inout",
    [Pure, DeclareOpInterfaceMethods<InferTypeOpInterface>]> {
  let arguments = (ins HWInOutType:$input, StrAttr:$field);
  let results = (outs HWInOutType:$result);
  let assemblyFormat = "$input `[` $field `]` attr-dict `:` qualified(type($input))";
}

// --- Processes and control -------------------------------------------------------------------

defvar Body = [SingleBlock, NoTerminator, NoRegionArguments];
defvar Process = Body # [RecursiveMemoryEffects, ProceduralRegion, NonProceduralOp];
def OrderedOutputOp : SVOp<"ordered", Body # [NonProceduralOp]> {
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$body attr-dict";
}
class SVIfDef<string mnemonic, list<Trait> traits>
    : SVOp<mnemonic, [NoRegionArguments, UsesSymbols] # traits> {
  let arguments = (ins SVMacroIdentAttr:$cond);
  let regions = (region SizedRegion<1>:$thenRegion, AnyRegion:$elseRegion);
  let assemblyFormat = "$cond $thenRegion (`else` $elseRegion^)? attr-dict";
}
def IfDefOp : SVIfDef<"ifdef", [NonProceduralOp, NonProceduralRegion, SingleBlock, NoTerminator,
                                HasOnlyGraphRegion, RegionKindInterface]>;
def IfDefProceduralOp : SVIfDef<"ifdef.procedural", [SingleBlock, NoTerminator,
                                                     ProceduralRegion, ProceduralOp]>;
def IfOp : SVOp<"if", Body # [ProceduralRegion, ProceduralOp]> {
  let arguments = (ins I1:$cond);
  let regions = (region SizedRegion<1>:$thenRegion, AnyRegion:$elseRegion);
  let assemblyFormat = "$cond $thenRegion (`else` $elseRegion^)? attr-dict";
}
def AlwaysOp : SVOp<"always", Process> {
  let arguments = (ins TypedArrayAttrBase<SVEventControl, "events">:$events,
                       Variadic<I1>:$clocks);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "custom<EventList>($events, $clocks) $body attr-dict";
  let hasVerifier = 1;
}
class SVPlainProcess<string mnemonic> : SVOp<mnemonic, Process> {
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$body attr-dict";
}
def AlwaysCombOp : SVPlainProcess<"alwayscomb">;
def InitialOp : SVPlainProcess<"initial">;
def AlwaysFFOp : SVOp<"alwaysff", Process> {
  let arguments = (ins SVEventControl:$clockEdge, I1:$clock,
      DefaultValuedAttr<SVResetType, "ResetType::NoReset">:$resetStyle,
      OptionalAttr<SVEventControl>:$resetEdge, Optional<I1>:$reset);
  let regions = (region SizedRegion<1>:$bodyBlk, AnyRegion:$resetBlk);
  let assemblyFormat = [{
    `(` $clockEdge $clock `)` $bodyBlk
    (`(` $resetStyle `:` $resetEdge^ $reset `)` $resetBlk)? attr-dict
  }];
}
def CaseOp : SVOp<"case", Body # [ProceduralRegion, ProceduralOp]> {
  let arguments = (ins DefaultValuedAttr<SVCaseStyle, "CaseStyle::Case">:$caseStyle,
      AnyType:$cond, ArrayAttr:$casePatterns, Variadic<AnyType>:$caseValues,
      DefaultValuedAttr<SVQualifierAttr, "ValidationQualifier::Plain">:$validationQualifier);
  let regions = (region VariadicRegion<SizedRegion<1>>:$caseRegions);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def ForOp : SVOp<"for", [SingleBlock, NoTerminator, ProceduralOp, ProceduralRegion,
    AllTypesMatch<["lowerBound", "upperBound", "step"]>,
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let arguments = (ins HWIntegerType:$lowerBound, HWIntegerType:$upperBound, HWIntegerType:$step,
                       DefaultValuedAttr<StrAttr, "{}">:$inductionVarName);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
}

// --- Assignments -----------------------------------------------------------------------------

class SVAssign<string mnemonic, list<Trait> traits> : SVOp<mnemonic,
    traits # [PlaceOf<"src", "dest">]> {
  let arguments = (ins HWInOutType:$dest, PlaceElement:$src);
  let assemblyFormat = "$dest `,` $src attr-dict `:` qualified(type($src))";
}
def AssignOp : SVAssign<"assign", [NonProceduralOp]>;
def BPAssignOp : SVAssign<"bpassign", [ProceduralOp]> { let hasVerifier = 1; }
def PAssignOp : SVAssign<"passign", [ProceduralOp]> { let hasVerifier = 1; }
def ForceOp : SVAssign<"force", [ProceduralOp]>;
def ReleaseOp : SVOp<"release", [ProceduralOp]> {
  let arguments = (ins HWInOutType:$dest);
  let assemblyFormat = "$dest attr-dict `:` qualified(type($dest))";
}
def AliasOp : SVOp<"alias"> {
  let arguments = (ins Variadic<HWInOutType>:$aliases);
  let assemblyFormat = "$aliases attr-dict `:` qualified(type($aliases))";
  let hasVerifier = 1;
}

// --- System tasks ----------------------------------------------------------------------------

def WriteOp : SVOp<"write", [ProceduralOp]> {
  let arguments = (ins StrAttr:$format_string, Variadic<AnyType>:$substitutions);
  let assemblyFormat = [{
    $format_string attr-dict (`(` $substitutions^ `)` `:` qualified(type($substitutions)))?
  }];
}
def FWriteOp : SVOp<"fwrite", [ProceduralOp]> {
  let arguments = (ins I32:$fd, StrAttr:$format_string, Variadic<AnyType>:$substitutions);
  let assemblyFormat = [{
    $fd `,` $format_string attr-dict
    (`(` $substitutions^ `)` `:` qualified(type($substitutions)))?
  }];
}
def FFlushOp : SVOp<"fflush", [ProceduralOp]> {
  let arguments = (ins Optional<I32>:$fd);
  let assemblyFormat = "(`fd` $fd^)? attr-dict";
}
def FCloseOp : SVOp<"fclose", [ProceduralOp]> {
  let arguments = (ins I32:$fd);
  let assemblyFormat = "$fd attr-dict";
}
def Verbosity : DefaultValuedAttr<ConfinedAttr<I8Attr, [IntMinValue<0>, IntMaxValue<2>]>, "1">;
class SVControlTask<string mnemonic> : SVOp<mnemonic, [ProceduralOp]> {
  let arguments = (ins Verbosity:$verbosity);
  let assemblyFormat = "$verbosity attr-dict";
}
def StopOp : SVControlTask<"stop">;
def FinishOp : SVControlTask<"finish">;
def ExitOp : SVOp<"exit", [ProceduralOp]> { let assemblyFormat = "attr-dict"; }
class SVFatal<string mnemonic, list<Trait> traits> : SVOp<mnemonic, traits> {
  let arguments = (ins Verbosity:$verbosity, OptionalAttr<StrAttr>:$message,
                       Variadic<AnyType>:$substitutions);
  let assemblyFormat = [{
    $verbosity (`,` $message^ (`(` $substitutions^ `)` `:`
    qualified(type($substitutions)))?)? attr-dict
  }];
}
def FatalOp : SVFatal<"fatal", [NonProceduralOp]>;
def FatalProceduralOp : SVFatal<"fatal.procedural", [ProceduralOp]>;
class SVMessage<string mnemonic, list<Trait> traits> : SVOp<mnemonic, traits> {
  let arguments = (ins OptionalAttr<StrAttr>:$message, Variadic<AnyType>:$substitutions);
  let assemblyFormat = [{
    ($message^ (`(` $substitutions^ `)` `:` qualified(type($substitutions)))?)? attr-dict
  }];
}
def ErrorOp : SVMessage<"error", [NonProceduralOp]>;
def ErrorProceduralOp : SVMessage<"error.procedural", [ProceduralOp]>;
def WarningOp : SVMessage<"warning", [NonProceduralOp]>;
def WarningProceduralOp : SVMessage<"warning.procedural", [ProceduralOp]>;
def InfoOp : SVMessage<"info", [NonProceduralOp]>;
def InfoProceduralOp : SVMessage<"info.procedural", [ProceduralOp]>;
def ReadMemOp : SVOp<"readmem", [ProceduralOp]> {
  let arguments = (ins HWInOutType:$dest, StrAttr:$filename, SVMemBase:$base);
  let assemblyFormat = "$dest `,` $filename `,` $base attr-dict `:` qualified(type($dest))";
}
def DepositOp : SVAssign<"nonstandard.deposit", [ProceduralOp]>;

// --- Text and macros -------------------------------------------------------------------------

def VerbatimOp : SVOp<"verbatim"> {
  let arguments = (ins StrAttr:$format_string, Variadic<AnyType>:$substitutions,
                       DefaultValuedAttr<NameRefArrayAttr, "{}">:$symbols);
  let assemblyFormat = [{
    $format_string (`(` $substitutions^ `)` `:` qualified(type($substitutions)))? attr-dict
  }];
}
def MacroRefOp : SVOp<"macro.ref", [UsesSymbols]> {
  let arguments = (ins FlatSymbolRefAttr:$macroName, Variadic<AnyType>:$inputs);
  let assemblyFormat = "$macroName (`(` $inputs^ `)` `:` type($inputs))? attr-dict";
}
def MacroDeclOp : SVOp<"macro.decl", [Symbol]> {
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<StrArrayAttr>:$args,
                       OptionalAttr<StrAttr>:$verilogName);
  let assemblyFormat = "$sym_name (`[` $verilogName^ `]`)? (`(` $args^ `)`)? attr-dict";
}
def MacroDefOp : SVOp<"macro.def", [UsesSymbols]> {
  let arguments = (ins FlatSymbolRefAttr:$macroName, StrAttr:$format_string,
                       DefaultValuedAttr<NameRefArrayAttr, "{}">:$symbols);
  let assemblyFormat = "$macroName $format_string (`(` $symbols^ `)`)? attr-dict";
}
def MacroErrorOp : SVOp<"macro.error"> {
  let arguments = (ins OptionalAttr<StrAttr>:$message);
  let assemblyFormat = "($message^)? attr-dict";
}
def IncludeOp : SVOp<"include"> {
  let arguments = (ins SVIncludeStyleAttr:$style, StrAttr:$target);
  let assemblyFormat = "$style $target attr-dict";
}
def ReserveNamesOp : SVOp<"reserve_names", [HasParent<"::mlir::ModuleOp">]> {
  let arguments = (ins StrArrayAttr:$reservedNames);
  let assemblyFormat = "$reservedNames attr-dict";
}
class SVBind<string mnemonic> : SVOp<mnemonic> {
  let arguments = (ins InnerRefAttr:$instance);
  let assemblyFormat = "$instance attr-dict";
}
def BindOp : SVBind<"bind">;
def BindInterfaceOp : SVBind<"bind.interface">;

// --- Assertions ------------------------------------------------------------------------------

def MessageForSubstitutions : PredOpTrait<"has message if has substitutions",
  CPred<"($message && !$message->empty()) || $substitutions.empty()">>;
def NoMessage : PredOpTrait<"has no message", CPred<"!$message && $substitutions.empty()">>;
class SVImmediate<string mnemonic, list<Trait> traits = []>
    : SVOp<mnemonic, [ProceduralOp, MessageForSubstitutions] # traits> {
  let arguments = (ins I1:$expression, SVDefer:$defer, OptionalAttr<StrAttr>:$label,
                       OptionalAttr<StrAttr>:$message, Variadic<AnyType>:$substitutions);
  let assemblyFormat = [{
    $expression `,` $defer (`label` $label^)?
    (`message` $message^ (`(` $substitutions^ `)` `:` qualified(type($substitutions)))?)?
    attr-dict
  }];
}
def AssertOp : SVImmediate<"assert">;
def AssumeOp : SVImmediate<"assume">;
def CoverOp : SVImmediate<"cover", [NoMessage]>;
class SVConcurrent<string mnemonic, list<Trait> traits = []>
    : SVOp<mnemonic, [MessageForSubstitutions] # traits> {
  let arguments = (ins SVEventControl:$event, I1:$clock, I1:$property,
      OptionalAttr<StrAttr>:$label, OptionalAttr<StrAttr>:$message,
      Variadic<AnyType>:$substitutions);
  let assemblyFormat = [{
    $event $clock `,` $property (`label` $label^)?
    (`message` $message^ (`(` $substitutions^ `)` `:` qualified(type($substitutions)))?)?
    attr-dict
  }];
}
def AssertConcurrentOp : SVConcurrent<"assert.concurrent">;
def AssumeConcurrentOp : SVConcurrent<"assume.concurrent">;
def CoverConcurrentOp : SVConcurrent<"cover.concurrent", [NoMessage]>;
class SVProperty<string mnemonic> : SVOp<mnemonic, [AttrSizedOperandSegments]> {
  let arguments = (ins AnyType:$property, OptionalAttr<SVEventControl>:$event,
      Optional<I1>:$clock, Optional<I1>:$disable, OptionalAttr<StrAttr>:$label);
  let assemblyFormat = [{
    $property (`on` $event^)? ($clock^)? (`disable_iff` $disable^)? (`label` $label^)?
    attr-dict `:` type($property)
  }];
}
def AssertPropertyOp : SVProperty<"assert_property">;
def AssumePropertyOp : SVProperty<"assume_property">;
def CoverPropertyOp : SVProperty<"cover_property">;

// --- Interfaces ------------------------------------------------------------------------------

def InterfaceOp : SVOp<"interface", [SingleBlock, NoTerminator, Symbol, SymbolTable]> {
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<StrAttr>:$comment);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name attr-dict-with-keyword $body";
}
def InterfaceSignalOp : SVOp<"interface.signal", [Symbol, HasParent<"InterfaceOp">]> {
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttr:$type);
  let assemblyFormat = "attr-dict $sym_name `:` $type";
}
def InterfaceModportOp : SVOp<"interface.modport", [Symbol, HasParent<"InterfaceOp">]> {
  let arguments = (ins SymbolNameAttr:$sym_name,
                       TypedArrayAttrBase<SVModportStructAttr, "ports">:$ports);
  let assemblyFormat = "attr-dict $sym_name custom<ModportStructs>($ports)";
}
def InterfaceInstanceOp : SVOp<"interface.instance", [Names, UsesSymbols]> {
  let arguments = (ins StrAttr:$name, OptionalAttr<InnerSymAttr>:$inner_sym,
                       UnitAttr:$doNotPrint);
  let results = (outs SVInterfaceType:$result);
  let assemblyFormat = [{
    (`sym` $inner_sym^)? `` custom<ImplicitSSAName>($name) attr-dict `:` qualified(type($result))
  }];
}
def GetModportOp : SVOp<"modport.get", [Pure]> {
  let arguments = (ins SVInterfaceType:$iface, FlatSymbolRefAttr:$field);
  let results = (outs SVModportType:$result);
  let assemblyFormat = [{
    $iface $field attr-dict `:` qualified(type($iface)) `->` qualified(type($result))
  }];
}
def AssignInterfaceSignalOp : SVOp<"interface.signal.assign"> {
  let arguments = (ins SVInterfaceType:$iface, FlatSymbolRefAttr:$signalName, AnyType:$rhs);
  let assemblyFormat = [{
    $iface `(` custom<InterfaceSignal>(type($iface), $signalName) `)` `=` $rhs attr-dict `:`
    qualified(type($rhs))
  }];
}
def ReadInterfaceSignalOp : SVOp<"interface.signal.read", [Pure]> {
  let arguments = (ins SVInterfaceType:$iface, FlatSymbolRefAttr:$signalName);
  let results = (outs AnyType:$signalData);
  let assemblyFormat = [{
    $iface `(` custom<InterfaceSignal>(type($iface), $signalName) `)` attr-dict `:`
    qualified(type($signalData))
  }];
}

include "IR/Circt/SV/SVModuleOps.td"

#endif

//===- LLHD.td - operations on signals and processes -----------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_LLHD_LLHD_TD
#define CIRCTSIM_IR_CIRCT_LLHD_LLHD_TD

include "IR/Circt/Common.td"
include "IR/Circt/HW/HWTypes.td"
include "IR/Circt/LLHD/LLHDTypes.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/CommonTypeConstraints.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/FunctionInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

class LLHDOp<string mnemonic, string what, dag operands, dag produced, string syntax,
             list<Trait> traits = []> : Op<LLHDDialect, mnemonic, traits> {
  let summary = what;
  let arguments = operands;
  let results = produced;
  let assemblyFormat = syntax;
}

/// The type of `ref` is a reference to the type of `value`.
class RefersTo<string ref, string value>
    : TypesMatchWith<value # " type must match " # ref # " ref element type", value, ref,
                     "::circtsim::circt::llhd::RefType::get($_self)">;

// --- Times -------------------------------------------------------------------------

def ConstantTimeOp : LLHDOp<"constant_time", "a time", (ins TimeAttr:$value),
    (outs TimeType:$result), "$value attr-dict", [ConstantLike, Pure]> {
  let hasFolder = 1;
}
def CurrentTimeOp : LLHDOp<"current_time", "the time now", (ins), (outs TimeType:$result),
                           "attr-dict", [MemoryEffects<[MemRead]>]>;
def TimeToIntOp : LLHDOp<"time_to_int", "a time in femtoseconds", (ins TimeType:$input),
                         (outs I64:$result), "$input attr-dict", [Pure]>;
def IntToTimeOp : LLHDOp<"int_to_time", "femtoseconds as a time", (ins I64:$input),
                         (outs TimeType:$result), "$input attr-dict", [Pure]>;

// --- Signals -----------------------------------------------------------------------

def SignalOp : LLHDOp<"sig", "a signal with its first value",
  (ins OptionalAttr<StrAttr>:$name, AnyType:$init), (outs Res<RefType, "", [MemAlloc]>:$result),
  "`` custom<ImplicitSSAName>($name) $init attr-dict `:` type($init)",
  [DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmResultNames"]>,
   RefersTo<"result", "init">]>;
def ProbeOp : LLHDOp<"prb", "the value of a signal now; only in code that runs is it an effect",
  (ins RefType:$signal), (outs AnyType:$result), "$signal attr-dict `:` custom<CarriedType>(type($result))",
  [DeclareOpInterfaceMethods<MemoryEffectsOpInterface>, RefersTo<"signal", "result">]>;
def DriveOp : LLHDOp<"drv", "gives a signal a value after a time, if enabled",
  (ins Arg<RefType, "", [MemWrite]>:$signal, AnyType:$value, TimeType:$time,
       Optional<I1>:$enable), (outs),
  [{ $signal `,` $value `after` $time ( `if` $enable^ )? attr-dict `:`
     custom<CarriedType>(type($value)) }],
  [RefersTo<"signal", "value">]>;
def OutputOp : LLHDOp<"output", "a signal that follows a value after a time",
  (ins OptionalAttr<StrAttr>:$name, AnyType:$value, TimeType:$time), (outs RefType:$result),
  "( $name^ )? $value `after` $time attr-dict `:` type($value)", [RefersTo<"result", "value">]>;
def DelayOp : LLHDOp<"delay", "a value as it was some time ago",
  (ins HWNonInOutType:$input, TimeAttr:$delay), (outs HWNonInOutType:$result),
  "$input `by` $delay attr-dict `:` type($result)", [Pure, SameOperandsAndResultType]>;
def GlobalSignalOp : LLHDOp<"global_signal", "a signal outside of modules",
    (ins SymbolNameAttr:$sym_name, TypeAttrOf<AnyType>:$type), (outs),
    "$sym_name attr-dict `:` $type (`init` $initRegion^)?",
    [IsolatedFromAbove, NoRegionArguments, SingleBlock, Symbol]> {
  let regions = (region MaxSizedRegion<1>:$initRegion);
  let hasRegionVerifier = 1;
}
def GetGlobalSignalOp : LLHDOp<"get_global_signal", "a reference to a global signal",
  (ins FlatSymbolRefAttr:$global_name), (outs RefType:$result),
  "$global_name attr-dict `:` type($result)",
  [DeclareOpInterfaceMethods<SymbolUserOpInterface>, Pure]>;

// --- Parts of signals --------------------------------------------------------------

defvar llhd = "::circtsim::circt::llhd::";
class IndexOf<string index, string input>
    : TypesMatchWith<"Index width should be exactly clog2 (size of array)", input, index,
                     llhd # "indexTypeOf($_self)">;
class NotWider<string result, string input>
    : PredOpTrait<!strconcat("width of ", result, " type has to be smaller than or equal to the ",
                             input, " type"),
                  CPred<!strconcat(llhd, "partsOf($", result, ".getType()) <= ", llhd, "partsOf($",
                                   input, ".getType())")>>;
class SameElements<string result, string input>
    : PredOpTrait<"arrays element type must match",
                  CPred<!strconcat(llhd, "elementTypeOf($", result, ".getType()) == ", llhd,
                                   "elementTypeOf($", input, ".getType())")>>;

def SigExtractOp : LLHDOp<"sig.extract", "bits of an integer signal",
  (ins LLHDRefOf<HWIntegerType>:$input, HWIntegerType:$lowBit),
  (outs LLHDRefOf<HWIntegerType>:$result),
  "$input `from` $lowBit attr-dict `:` type($input) `->` type($result)",
  [Pure, NotWider<"result", "input">, IndexOf<"lowBit", "input">]>;
def SigArraySliceOp : LLHDOp<"sig.array_slice", "consecutive elements of an array signal",
  (ins LLHDRefOf<HWArrayType>:$input, HWIntegerType:$lowIndex),
  (outs LLHDRefOf<HWArrayType>:$result),
  "$input `at` $lowIndex attr-dict `:` type($input) `->` type($result)",
  [Pure, NotWider<"result", "input">, SameElements<"result", "input">,
   IndexOf<"lowIndex", "input">]>;
def SigArrayGetOp : LLHDOp<"sig.array_get", "an element of an array signal",
  (ins LLHDRefOf<HWArrayType>:$input, HWIntegerType:$index), (outs RefType:$result),
  "$input `[` $index `]` attr-dict `:` type($input)",
  [Pure, IndexOf<"index", "input">,
   TypesMatchWith<"result must be a signal of the array element type", "input", "result",
                  !strconcat(llhd, "RefType::get(", llhd, "elementTypeOf($_self))")>]>;
def SigStructExtractOp : LLHDOp<"sig.struct_extract", "a field of a structure or union signal",
  (ins LLHDRefOf<AnyTypeOf<[HWStructType, HWUnionType]>>:$input, StrAttr:$field),
  (outs LLHDRefOf<AnyType>:$result), "$input `[` $field `]` attr-dict `:` type($input)",
  [Pure, DeclareOpInterfaceMethods<InferTypeOpInterface>]>;

// --- Processes ---------------------------------------------------------------------

class LLHDProcess<string mnemonic, string what, dag produced, string resultSyntax>
    : LLHDOp<mnemonic, what, (ins), produced, resultSyntax # "attr-dict-with-keyword $body",
             [HasParent<"::circtsim::circt::hw::HWModuleOp">, NoRegionArguments, ProceduralRegion,
              RecursiveMemoryEffects]> {
  let regions = (region MinSizedRegion<1>:$body);
}
defvar processResults = (outs Variadic<AnyType>:$results);
defvar processResultTypes = "(`->` type($results)^)? ";
def ProcessOp : LLHDProcess<"process", "runs from the start, suspends at waits",
                            processResults, processResultTypes>;
def CombinationalOp : LLHDProcess<"combinational", "runs whenever a value it uses changes",
                                  processResults, processResultTypes>;
def FinalOp : LLHDProcess<"final", "runs at the end of the simulation", (outs), "">;

/// Leaves the values of the results of the region around it.
class LLHDYield<string mnemonic, string what, list<Trait> traits>
    : LLHDOp<mnemonic, what, (ins Variadic<AnyType>:$yieldOperands), (outs),
             "($yieldOperands^ `:` type($yieldOperands))? attr-dict", traits # [Terminator]> {
  let hasVerifier = 1;
}
def YieldOp : LLHDYield<"yield", "the end of a run",
  [ParentOneOf<["CombinationalOp", "GlobalSignalOp"]>, Pure, ReturnLike]>;
def HaltOp : LLHDYield<"halt", "the end of a process",
  [ParentOneOf<["ProcessOp", "FinalOp", "CoroutineOp"]>]>;
def WaitOp : LLHDOp<"wait", "suspends until a value changes or a time passes",
    (ins Variadic<AnyType>:$yieldOperands, Optional<TimeType>:$delay,
         Variadic<HWValueType>:$observed, Variadic<AnyType>:$destOperands), (outs),
    [{ (`yield` ` ` `(` $yieldOperands^ `:` type($yieldOperands) `)` `,`)?
       (`delay` $delay^ `,`)? (`(` $observed^ `:` qualified(type($observed)) `)` `,`)?
       $dest (`(` $destOperands^ `:` qualified(type($destOperands)) `)`)? attr-dict }],
    [AttrSizedOperandSegments, ParentOneOf<["ProcessOp", "CoroutineOp"]>, Terminator,
     DeclareOpInterfaceMethods<BranchOpInterface>]> {
  let successors = (successor AnySuccessor:$dest);
  let hasVerifier = 1;
}

// --- Coroutines --------------------------------------------------------------------

def CoroutineOp : Op<LLHDDialect, "coroutine", [
    IsolatedFromAbove, FunctionOpInterface, Symbol, RegionKindInterface, ProceduralRegion,
    RecursiveMemoryEffects]> {
  let summary = "a subroutine that may suspend";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<FunctionType>:$function_type,
                       OptionalAttr<StrAttr>:$sym_visibility,
                       OptionalAttr<DictArrayAttr>:$arg_attrs,
                       OptionalAttr<DictArrayAttr>:$res_attrs);
  let regions = (region MinSizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let extraClassDeclaration = [{
    static ::mlir::RegionKind getRegionKind(unsigned) { return ::mlir::RegionKind::SSACFG; }
    ::llvm::ArrayRef<::mlir::Type> getArgumentTypes() { return getFunctionType().getInputs(); }
    ::llvm::ArrayRef<::mlir::Type> getResultTypes() { return getFunctionType().getResults(); }
    ::mlir::Region *getCallableRegion() { return &getBody(); }
  }];
}
def CallCoroutineOp : LLHDOp<"call_coroutine", "a call that may suspend",
  (ins FlatSymbolRefAttr:$callee, Variadic<AnyType>:$operands), (outs Variadic<AnyType>),
  "$callee `(` $operands `)` attr-dict `:` functional-type(operands, results)",
  [DeclareOpInterfaceMethods<SymbolUserOpInterface>]>;
def ReturnOp : LLHDOp<"return", "the end of a coroutine", (ins Variadic<AnyType>:$operands),
  (outs), "($operands^ `:` type($operands))? attr-dict", [HasParent<"CoroutineOp">, Terminator]>;

#endif

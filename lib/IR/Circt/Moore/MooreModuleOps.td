//===- MooreModuleOps.td - modules, processes, control ---------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOOREMODULEOPS_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOOREMODULEOPS_TD

include "IR/Circt/Moore/MooreOpBase.td"

// --- Modules (IEEE 1800-2023 clause 23) --------------------------------------------

def SVModuleOp : MooreCustomOp<"module", "a module", [
    IsolatedFromAbove, RegionKindInterface, Symbol, SingleBlockImplicitTerminator<"OutputOp">,
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<MooreModuleType>:$module_type,
                       OptionalAttr<StrAttr>:$sym_visibility);
  let regions = (region SizedRegion<1>:$bodyRegion);
  let hasCustomAssemblyFormat = 1;
  let extraClassDeclaration = [{
    static ::mlir::RegionKind getRegionKind(unsigned) { return ::mlir::RegionKind::Graph; }
  }];
}
def OutputOp : MooreOp<"output", "the values of a module's outputs",
    (ins Variadic<AnyType>:$outputs), (outs), "attr-dict ($outputs^ `:` type($outputs))?",
    [Terminator, HasParent<"SVModuleOp">, Pure, ReturnLike]> {
  let hasVerifier = 1;
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ::mlir::ValueRange()); }]>];
}
def InstanceOp : MooreCustomOp<"instance", "an instance of a module",
                               [usesSymbols, namesResults]> {
  let arguments = (ins StrAttr:$instanceName, FlatSymbolRefAttr:$moduleName,
                       Variadic<AnyType>:$inputs, StrArrayAttr:$inputNames,
                       StrArrayAttr:$outputNames);
  let results = (outs Variadic<AnyType>:$outputs);
  let assemblyFormat = [{
    $instanceName $moduleName ``
    custom<InputPortList>($inputs, type($inputs), $inputNames) `->`
    custom<OutputPortList>(type($outputs), $outputNames) attr-dict
  }];
}

def MooreProcedureKind : MooreKeywords<"ProcedureKind", "Procedure kind", [
  MooreKeyword<"Initial", 0, "initial">, MooreKeyword<"Final", 1, "final">,
  MooreKeyword<"Always", 2, "always">, MooreKeyword<"AlwaysComb", 3, "always_comb">,
  MooreKeyword<"AlwaysLatch", 4, "always_latch">, MooreKeyword<"AlwaysFF", 5, "always_ff">]>;
def ProcedureOp : MooreOp<"procedure", "a structured procedure (IEEE 1800-2023 9.2)",
    (ins MooreProcedureKind:$kind), (outs), "$kind attr-dict-with-keyword $body",
    [NoRegionArguments, RecursiveMemoryEffects, RecursivelySpeculatable]> {
  let regions = (region AnyRegion:$body);
}
def ReturnOp : MooreOp<"return", "the end of a procedure or coroutine", (ins), (outs),
  "attr-dict", [Pure, Terminator, ParentOneOf<["ProcedureOp", "CoroutineOp"]>]>;
def UnreachableOp : MooreOp<"unreachable", "never executed", (ins), (outs), "attr-dict",
                            [Terminator]>;

// --- Tasks (IEEE 1800-2023 13.3) ---------------------------------------------------

def CoroutineOp : MooreCustomOp<"coroutine", "a subroutine that may suspend", [
    IsolatedFromAbove, FunctionOpInterface, Symbol, RegionKindInterface,
    RecursiveMemoryEffects]> {
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
def CallCoroutineOp : MooreOp<"call_coroutine", "a call that may suspend",
    (ins FlatSymbolRefAttr:$callee, Variadic<AnyType>:$operands), (outs Variadic<AnyType>),
    "$callee `(` $operands `)` attr-dict `:` functional-type(operands, results)", [usesSymbols]>;

// --- Subroutines in C (IEEE 1800-2023 clause 35) ------------------------------------

def MooreDpiDirection : MooreKeywords<"DPIArgDirection", "DPI argument direction", [
  MooreKeyword<"In", 0, "in">, MooreKeyword<"Out", 1, "out">,
  MooreKeyword<"InOut", 2, "inout">, MooreKeyword<"Return", 3, "return">]>;
/// The function type takes `in` and `inout`, and returns `out`, `inout` and
/// `return`, in their order.
def DPIFuncOp : MooreCustomOp<"func.dpi", "an imported C function",
                              [IsolatedFromAbove, Symbol, OpAsmOpInterface]> {
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<FunctionType>:$function_type,
                       ArrayAttr:$dpi_arg_dirs, ArrayAttr:$dpi_arg_names,
                       OptionalAttr<LocationArrayAttr>:$argument_locs,
                       OptionalAttr<StrAttr>:$verilogName,
                       OptionalAttr<StrAttr>:$sym_visibility);
  let regions = (region AnyRegion:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def FuncDPICallOp : MooreOp<"func.dpi.call", "a call of an imported C function",
    (ins FlatSymbolRefAttr:$callee, Variadic<AnyType>:$inputs), (outs Variadic<AnyType>),
    "$callee `(` $inputs `)` attr-dict `:` functional-type($inputs, results)", [usesSymbols]>;

// --- Declarations (IEEE 1800-2023 clause 6) ----------------------------------------

def VariableOp : MooreOp<"variable", "a variable",
    (ins OptionalAttr<StrAttr>:$name, Optional<MooreAnyUnpacked>:$initial),
    (outs Res<RefType, "", [MemAlloc]>:$result),
    "`` custom<ImplicitSSAName>($name) ($initial^)? attr-dict `:` type($result)",
    [namesResults, RelatedIfPresent<"initial value and variable types match", "result",
                                    "initial", "nestedTypeOf">]>;

def MooreNetKind : MooreKeywords<"NetKind", "Net type kind", [
  MooreKeyword<"Supply0", 0, "supply0">, MooreKeyword<"Supply1", 1, "supply1">,
  MooreKeyword<"Tri", 2, "tri">, MooreKeyword<"TriAnd", 3, "triand">,
  MooreKeyword<"TriOr", 4, "trior">, MooreKeyword<"TriReg", 5, "trireg">,
  MooreKeyword<"Tri0", 6, "tri0">, MooreKeyword<"Tri1", 7, "tri1">,
  MooreKeyword<"UWire", 8, "uwire">, MooreKeyword<"Wire", 9, "wire">,
  MooreKeyword<"WAnd", 10, "wand">, MooreKeyword<"WOr", 11, "wor">,
  MooreKeyword<"Interconnect", 12, "interconnect">,
  MooreKeyword<"UserDefined", 13, "userdefined">, MooreKeyword<"Unknown", 14, "unknown">]>;
def NetOp : MooreOp<"net", "a net",
    (ins OptionalAttr<StrAttr>:$name, MooreNetKind:$kind, Optional<MooreAnyUnpacked>:$assignment),
    (outs Res<RefType, "", [MemAlloc]>:$result),
    "`` custom<ImplicitSSAName>($name) $kind ($assignment^)? attr-dict `:` type($result)",
    [namesResults, RelatedIfPresent<"assigned value and variable types match", "result",
                                    "assignment", "nestedTypeOf">]>;
def AssignedVariableOp : MooreOp<"assigned_variable", "a variable with one continuous driver",
    (ins OptionalAttr<StrAttr>:$name, MooreAnyUnpacked:$input), (outs MooreAnyUnpacked:$result),
    "`` custom<ImplicitSSAName>($name) $input attr-dict `:` type($input)",
    [namesResults, SameOperandsAndResultType]>;
def GlobalVariableOp : MooreOp<"global_variable", "a variable of a package or of the unit",
    (ins SymbolNameAttr:$sym_name, TypeAttrOf<MooreAnyUnpacked>:$type), (outs),
    "$sym_name attr-dict `:` $type (`init` $initRegion^)?",
    [IsolatedFromAbove, NoRegionArguments, SingleBlock, Symbol]> {
  let regions = (region MaxSizedRegion<1>:$initRegion);
  let hasRegionVerifier = 1;
}
def GetGlobalVariableOp : MooreOp<"get_global_variable", "a reference to a global variable",
    (ins FlatSymbolRefAttr:$global_name), (outs RefType:$result),
    "$global_name attr-dict `:` type($result)", [usesSymbols, Pure]>;
def ReadOp : MooreOp<"read", "the value of a variable now",
    (ins Arg<RefType, "", [MemRead]>:$input), (outs MooreAnyUnpacked:$result),
    "$input attr-dict `:` type($input)",
    [Related<"input and result types match", "input", "result", "nestedTypeOf">]>;

// --- Assignments (IEEE 1800-2023 clause 10) ----------------------------------------

class MooreAssign<string mnemonic, string what, dag delay, string delaySyntax,
                  list<Trait> traits = []>
    : MooreOp<mnemonic, what, !con((ins RefType:$dst, MooreAnyUnpacked:$src), delay), (outs),
              "$dst `,` $src " # delaySyntax # "attr-dict `:` type($src)",
              traits # [Related<"src and dst types match", "src", "dst", "refTo">]>;
class MooreAssignNow<string mnemonic, string what, list<Trait> traits = []>
    : MooreAssign<mnemonic, what, (ins), "", traits>;
class MooreAssignLater<string mnemonic, string what, list<Trait> traits = []>
    : MooreAssign<mnemonic, what, (ins TimeType:$delay), "`,` $delay ", traits>;

def ContinuousAssignOp
    : MooreAssignNow<"assign", "continuous assignment", [HasParent<"SVModuleOp">]>;
def DelayedContinuousAssignOp : MooreAssignLater<
    "delayed_assign", "continuous assignment with a delay", [HasParent<"SVModuleOp">]>;
def BlockingAssignOp : MooreAssignNow<"blocking_assign", "blocking assignment">;
def NonBlockingAssignOp : MooreAssignNow<"nonblocking_assign", "nonblocking assignment">;
def DelayedNonBlockingAssignOp : MooreAssignLater<
    "delayed_nonblocking_assign", "nonblocking assignment with an intra-assignment delay">;

// --- Timing controls (IEEE 1800-2023 9.4) ------------------------------------------

def MooreEdge : MooreKeywords<"Edge", "Edge kind", [
  MooreKeyword<"AnyChange", 0, "any">, MooreKeyword<"PosEdge", 1, "posedge">,
  MooreKeyword<"NegEdge", 2, "negedge">, MooreKeyword<"BothEdges", 3, "edge">]>;
/// The body computes the values that are watched; a detection in it ends the wait.
class MooreWait<string mnemonic, string what, list<Trait> traits = []>
    : MooreOp<mnemonic, what, (ins), (outs), "attr-dict-with-keyword $body",
              traits # [SingleBlock, NoTerminator]> {
  let regions = (region SizedRegion<1>:$body);
}
def WaitEventOp : MooreWait<"wait_event", "wait for an event", [NoRegionArguments]>;
def DetectEventOp : MooreOp<"detect_event", "an event that ends a wait",
    (ins MooreEdge:$edge, MooreAnyUnpacked:$input, Optional<MooreBit>:$condition), (outs),
    "$edge $input (`if` $condition^)? attr-dict `:` type($input)", [HasParent<"WaitEventOp">]>;
def WaitLevelOp : MooreWait<"wait_level", "wait until a condition is true">;
def DetectLevelOp : MooreOp<"detect_level", "a condition that ends a wait",
    (ins MooreAnyBit:$condition), (outs), "$condition attr-dict `:` type($condition)",
    [HasParent<"WaitLevelOp">]>;
def WaitDelayOp : MooreOp<"wait_delay", "wait for an amount of time",
                          (ins TimeType:$delay), (outs), "$delay attr-dict">;

// --- Parallel blocks (IEEE 1800-2023 9.3.2) ----------------------------------------

def MooreJoinKind : MooreKeywords<"JoinKind", "Join kind", [
  MooreKeyword<"Join", 0, "join_all">, MooreKeyword<"JoinAny", 1, "join_any">,
  MooreKeyword<"JoinNone", 2, "join_none">]>;
def ForkJoinOp : MooreOp<"fork", "processes side by side, one per region",
    (ins MooreJoinKind:$kind), (outs), "$kind attr-dict-with-keyword $body",
    [HasOnlyGraphRegion, NoTerminator]> {
  let regions = (region VariadicRegion<MinSizedRegion<1>>:$body);
}
def CompleteOp : MooreOp<"complete", "the end of a forked process", (ins), (outs), "attr-dict",
                         [Pure, Terminator, HasParent<"ForkJoinOp">]>;
def WaitForkOp : MooreOp<"wait_fork", "wait for all forked processes", (ins), (outs),
                         "attr-dict">;

// --- Conditions and assertions -----------------------------------------------------

def ConditionalOp : MooreOp<"conditional", "the operator ?: (IEEE 1800-2023 11.4.11)",
    (ins MooreAnyBit:$condition), (outs MooreAnyUnpacked:$result),
    [{ $condition attr-dict `:` type($condition) `->` type($result) $trueRegion $falseRegion }],
    [RecursiveMemoryEffects, NoRegionArguments]> {
  let regions = (region SizedRegion<1>:$trueRegion, SizedRegion<1>:$falseRegion);
}
def YieldOp : MooreOp<"yield", "the value of the region around it",
    (ins MooreAnyUnpacked:$result), (outs), "attr-dict $result `:` type($result)",
    [Pure, Terminator, ParentOneOf<["ConditionalOp", "GlobalVariableOp"]>]> {
  let hasVerifier = 1;
}

def MooreDeferAssert : MooreKeywords<"DeferAssert", "assertion deferring mode", [
  MooreKeyword<"Immediate", 0, "immediate">, MooreKeyword<"Observed", 1, "observed">,
  MooreKeyword<"Final", 2, "final">]>;
class MooreImmediate<string mnemonic, string what>
    : MooreOp<mnemonic, what # " (IEEE 1800-2023 16.3)",
              (ins MooreDeferAssert:$defer, MooreAnyBit:$cond, OptionalAttr<StrAttr>:$label),
              (outs), "$defer $cond (`label` $label^)? attr-dict `:` type($cond)",
              [ParentOneOf<["ProcedureOp", "::mlir::func::FuncOp"]>]>;
def AssertOp : MooreImmediate<"assert", "immediate assertion">;
def AssumeOp : MooreImmediate<"assume", "immediate assumption">;
def CoverOp : MooreImmediate<"cover", "immediate cover">;

#endif

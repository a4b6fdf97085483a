//===- Verif.td - assertions, contracts, formal tests ----------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_VERIF_VERIF_TD
#define CIRCTSIM_IR_CIRCT_VERIF_VERIF_TD

include "IR/Circt/HW/HWTypes.td"
include "IR/Circt/LTL/LTLTypes.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def VerifDialect : Dialect {
  let name = "verif";
  let cppNamespace = "::circtsim::circt::verif";
  let summary = "properties to check, and the tests that check them";
  let dependentDialects = ["::circtsim::circt::hw::HWDialect", "::circtsim::circt::ltl::LTLDialect",
                           "::circtsim::circt::seq::SeqDialect"];
}

class VerifOp<string mnemonic, string what, dag operands, dag produced, string syntax,
              list<Trait> traits = []> : Op<VerifDialect, mnemonic, traits> {
  let summary = what;
  let arguments = operands;
  let results = produced;
  let assemblyFormat = syntax;
}

// --- Properties to check -----------------------------------------------------------

defvar enableAndLabel = (ins Optional<I1>:$enable, OptionalAttr<StrAttr>:$label);
class VerifCheck<string mnemonic, string what, list<Trait> traits = []>
    : VerifOp<mnemonic, what, !con((ins LTLAnyProperty:$property), enableAndLabel), (outs),
              [{ $property (`if` $enable^)? (`label` $label^)? attr-dict `:` type($property) }],
              traits>;
def AssertOp : VerifCheck<"assert", "the property must hold">;
def AssumeOp : VerifCheck<"assume", "the property holds">;
def CoverOp : VerifCheck<"cover", "the property should hold at some time">;

def VerifClockEdge : I32EnumAttr<"ClockEdge", "clock edge", [
    I32EnumAttrCase<"Pos", 0, "posedge">, I32EnumAttrCase<"Neg", 1, "negedge">,
    I32EnumAttrCase<"Both", 2, "edge">]> {
  let cppNamespace = "::circtsim::circt::verif";
}
class VerifClockedCheck<string mnemonic, string what>
    : VerifOp<mnemonic, what,
              !con((ins LTLAnyProperty:$property, VerifClockEdge:$edge, I1:$clock),
                   enableAndLabel), (outs),
              [{ $property (`if` $enable^)? `,` $edge $clock (`label` $label^)? attr-dict `:`
                 type($property) }]>;
def ClockedAssertOp : VerifClockedCheck<"clocked_assert", "the property must hold at edges">;
def ClockedAssumeOp : VerifClockedCheck<"clocked_assume", "the property holds at edges">;
def ClockedCoverOp
    : VerifClockedCheck<"clocked_cover", "the property should hold at some edge">;

def ContractOp : VerifOp<"contract", "values about which properties are promised",
    (ins Variadic<AnyType>:$inputs), (outs Variadic<AnyType>:$outputs),
    "($inputs^ `:` type($inputs))? attr-dict-with-keyword $body",
    [AllTypesMatch<["inputs", "outputs"]>, NoRegionArguments, NoTerminator, HasOnlyGraphRegion,
     RegionKindInterface, SingleBlock]> {
  let regions = (region SizedRegion<1>:$body);
}
def RequireOp : VerifCheck<"require", "what the user of a contract promises",
                           [HasParent<"ContractOp">]>;
def EnsureOp : VerifCheck<"ensure", "what the contract promises", [HasParent<"ContractOp">]>;

// --- Messages and resets -----------------------------------------------------------

def FormatVerilogStringOp : VerifOp<"format_verilog_string", "text with values put in",
  (ins StrAttr:$formatString, Variadic<AnyType>:$substitutions), (outs HWStringType:$str),
  "$formatString `(` $substitutions `)` `:` type($substitutions) attr-dict", [Pure]>;
def PrintOp : VerifOp<"print", "print a text", (ins HWStringType:$string), (outs),
                      "$string attr-dict">;
def HasBeenResetOp : VerifOp<"has_been_reset", "whether a reset began and ended",
  (ins I1:$clock, I1:$reset, BoolAttr:$async), (outs I1:$result),
  [{ $clock `,` custom<EitherKeyword>($async, "\"async\"", "\"sync\"") $reset attr-dict }],
  [Pure]>;

// --- Formal tests ------------------------------------------------------------------

def BoundedModelCheckingOp : VerifOp<"bmc", "bounded model check",
    (ins I32Attr:$bound, I32Attr:$num_regs, ArrayAttr:$initial_values), (outs I1:$result),
    [{ `bound` $bound `num_regs` $num_regs `initial_values` $initial_values
       attr-dict-with-keyword `init` $init `loop` $loop `circuit` $circuit }],
    [IsolatedFromAbove, SingleBlockImplicitTerminator<"YieldOp">]> {
  let regions = (region SizedRegion<1>:$init, SizedRegion<1>:$loop, SizedRegion<1>:$circuit);
  let hasRegionVerifier = 1;
}
def BMCTraceOp : VerifOp<"bmc.trace", "a value of a step of a model check",
  (ins I32:$step, StrAttr:$name, AnyType:$value), (outs),
  "$step `,` $name `,` $value attr-dict `:` type($step) `,` type($value)">;
class VerifRelation<string mnemonic, string what>
    : VerifOp<mnemonic, what, (ins), (outs Optional<I1>:$isProven),
              [{ attr-dict (`:` type($isProven)^)? `first` $firstCircuit
                 `second` $secondCircuit }],
              [IsolatedFromAbove, SingleBlockImplicitTerminator<"YieldOp">]> {
  let regions = (region SizedRegion<1>:$firstCircuit, SizedRegion<1>:$secondCircuit);
  let hasRegionVerifier = 1;
}
def LogicEquivalenceCheckingOp : VerifRelation<"lec", "both circuits compute the same">;
def RefinementCheckingOp : VerifRelation<"refines", "the first circuit refines the second">;
def YieldOp : VerifOp<"yield", "the values of a region", (ins Variadic<AnyType>:$inputs), (outs),
    "($inputs^ `:` type($inputs))? attr-dict",
    [Terminator, ParentOneOf<["BoundedModelCheckingOp", "LogicEquivalenceCheckingOp",
                              "RefinementCheckingOp", "SimulationOp"]>]> {
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ::mlir::ValueRange()); }]>];
}

class VerifTest<string mnemonic, string what, string syntax, list<Trait> traits>
    : VerifOp<mnemonic, what, (ins SymbolNameAttr:$sym_name, DictionaryAttr:$parameters), (outs),
              "$sym_name $parameters attr-dict-with-keyword " # syntax,
              traits # [IsolatedFromAbove, HasOnlyGraphRegion, RegionKindInterface, Symbol]>;
def FormalOp : VerifTest<"formal", "a test by proof", "$body",
                         [NoRegionArguments, NoTerminator, SingleBlock]> {
  let regions = (region SizedRegion<1>:$body);
}
def SimulationOp : VerifTest<"simulation", "a test by simulation: yields done and success",
    "$region", [DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>,
                SingleBlockImplicitTerminator<"YieldOp">]> {
  let regions = (region SizedRegion<1>:$region);
  let hasRegionVerifier = 1;
}
def SymbolicValueOp : VerifOp<"symbolic_value", "any value",
  (ins OptionalAttr<StrAttr>:$name), (outs Res<AnyType, "", [MemAlloc]>:$result),
  "`` custom<ImplicitSSAName>($name) attr-dict `:` type($result)",
  [ParentOneOf<["FormalOp", "::circtsim::circt::hw::HWModuleOp"]>,
   DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmResultNames"]>]>;

#endif

//===- SeqOps.td - registers, memories, clocks -------------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SEQ_OPS_TD
#define CIRCTSIM_IR_CIRCT_SEQ_OPS_TD

include "IR/Circt/Common.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "IR/Circt/HW/HWAttrs.td"
include "IR/Circt/HW/HWTypes.td"
include "IR/Circt/Seq/SeqTypes.td"

class SeqEnum<string name, string doc, list<I32EnumAttrCase> cases>
    : I32EnumAttr<name, doc, cases> {
  let cppNamespace = "::circtsim::circt::seq";
}
class SeqCase<string sym, int value, string str> : I32EnumAttrCase<sym, value, str>;
def SeqClockConst : SeqEnum<"ClockConst", "level of a constant clock",
    [SeqCase<"Low", 0, "low">, SeqCase<"High", 1, "high">]> {
  let genSpecializedAttr = 0;
}
def SeqClockConstAttr : EnumAttr<SeqDialect, SeqClockConst, "clock_constant",
                                 [TypedAttrInterface]> {
  let extraClassDeclaration = "::mlir::Type getType() const;";
}
def SeqRUW : SeqEnum<"RUW", "what a read sees of a write at the same edge",
    [SeqCase<"Undefined", 0, "undefined">, SeqCase<"Old", 1, "old">, SeqCase<"New", 2, "new">]>;
def SeqWUW : SeqEnum<"WUW", "which of two writes to an address wins",
    [SeqCase<"Undefined", 0, "undefined">, SeqCase<"PortOrder", 1, "port_order">]>;
def FirMemInitAttr : AttrDef<SeqDialect, "FirMemInit"> {
  let mnemonic = "firmem.init";
  let summary = "file with the initial contents of a memory";
  let parameters = (ins "::mlir::StringAttr":$filename, "bool":$isBinary, "bool":$isInline);
  let assemblyFormat = "`<` $filename `,` $isBinary `,` $isInline `>`";
}

defvar NamesResults = DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmResultNames"]>;
class SeqOp<string mnemonic, list<Trait> traits = []> : Op<SeqDialect, mnemonic, traits>;
class SeqNamed<string mnemonic, list<Trait> traits = []>
    : SeqOp<mnemonic, traits # [NamesResults]>;

// --- Registers -------------------------------------------------------------------------

class SeqRegister<string mnemonic>
    : SeqNamed<mnemonic, [Pure, AllTypesMatch<["input", "data"]>, AttrSizedOperandSegments]> {
  let results = (outs AnyType:$data);
  let hasVerifier = 1;
}
def CompRegOp : SeqRegister<"compreg"> {
  let summary = "register";
  let arguments = (ins AnyType:$input, ClockType:$clk, OptionalAttr<StrAttr>:$name,
      Optional<I1>:$reset, Optional<AnyType>:$resetValue, Optional<ImmutableType>:$initialValue,
      OptionalAttr<InnerSymAttr>:$inner_sym);
  let assemblyFormat = [{
    (`sym` $inner_sym^)? `` custom<ImplicitSSAName>($name) $input `,` $clk
    (`reset` $reset^ `,` $resetValue)? (`initial` $initialValue^)? attr-dict `:` type($data)
    custom<OptionalTypeMatch>(ref(type($data)), ref($resetValue), type($resetValue))
    custom<OptionalImmutableTypeMatch>(ref(type($data)), ref($initialValue),
                                       type($initialValue))
  }];
}
def CompRegClockEnabledOp : SeqRegister<"compreg.ce"> {
  let summary = "register that keeps its value while it is not enabled";
  let arguments = (ins AnyType:$input, ClockType:$clk, I1:$clockEnable,
      OptionalAttr<StrAttr>:$name, Optional<I1>:$reset, Optional<AnyType>:$resetValue,
      Optional<ImmutableType>:$initialValue, OptionalAttr<InnerSymAttr>:$inner_sym);
  let assemblyFormat = [{
    (`sym` $inner_sym^)? `` custom<ImplicitSSAName>($name) $input `,` $clk `,` $clockEnable
    (`reset` $reset^ `,` $resetValue)? (`initial` $initialValue^)? attr-dict `:` type($data)
    custom<OptionalTypeMatch>(ref(type($data)), ref($resetValue), type($resetValue))
    custom<OptionalImmutableTypeMatch>(ref(type($data)), ref($initialValue),
                                       type($initialValue))
  }];
}
def ShiftRegOp : SeqRegister<"shiftreg"> {
  let summary = "chain of registers";
  let arguments = (ins ConfinedAttr<I64Attr, [IntMinValue<1>]>:$numElements, AnyType:$input,
      ClockType:$clk, I1:$clockEnable, OptionalAttr<StrAttr>:$name, Optional<I1>:$reset,
      Optional<AnyType>:$resetValue, Optional<AnyType>:$powerOnValue,
      OptionalAttr<InnerSymAttr>:$inner_sym);
  let assemblyFormat = [{
    `[` $numElements `]` (`sym` $inner_sym^)? `` custom<ImplicitSSAName>($name)
    $input `,` $clk `,` $clockEnable (`reset` $reset^ `,` $resetValue)?
    (`powerOn` $powerOnValue^)? attr-dict `:` type($data)
    custom<OptionalTypeMatch>(ref(type($data)), ref($resetValue), type($resetValue))
    custom<OptionalTypeMatch>(ref(type($data)), ref($powerOnValue), type($powerOnValue))
  }];
}
def FirRegOp : SeqNamed<"firreg", [AllTypesMatch<["next", "data"]>, SameVariadicOperandSize,
                                   MemoryEffects<[MemWrite, MemRead, MemAlloc]>]> {
  let summary = "register with preset, and synchronous or asynchronous reset";
  let arguments = (ins AnyType:$next, ClockType:$clk, StrAttr:$name,
      OptionalAttr<InnerSymAttr>:$inner_sym, OptionalAttr<APIntAttr>:$preset,
      Optional<I1>:$reset, Optional<AnyType>:$resetValue, UnitAttr:$isAsync);
  let results = (outs AnyType:$data);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}

// --- Memories ------------------------------------------------------------------------------

defvar Natural = ConfinedAttr<I64Attr, [IntMinValue<0>]>;
def FIFOOp : SeqNamed<"fifo", [AttrSizedResultSegments,
    TypesMatchWith<"Input type should match output type", "input", "output", "$_self">]> {
  let summary = "queue";
  let arguments = (ins AnyType:$input, I1:$rdEn, I1:$wrEn, ClockType:$clk, I1:$rst,
      ConfinedAttr<I64Attr, [IntMinValue<1>]>:$depth,
      DefaultValuedOptionalAttr<Natural, "0">:$rdLatency,
      OptionalAttr<Natural>:$almostFullThreshold, OptionalAttr<Natural>:$almostEmptyThreshold);
  let results = (outs AnyType:$output, I1:$full, I1:$empty, Optional<I1>:$almostFull,
                      Optional<I1>:$almostEmpty);
  let assemblyFormat = [{
    `depth` $depth (`rd_latency` $rdLatency^)?
    custom<AlmostFull>($almostFullThreshold, type($almostFull))
    custom<AlmostEmpty>($almostEmptyThreshold, type($almostEmpty))
    `in` $input `rdEn` $rdEn `wrEn` $wrEn `clk` $clk `rst` $rst attr-dict `:` type($input)
  }];
  let hasVerifier = 1;
}
def HLMemOp : SeqNamed<"hlmem"> {
  let summary = "memory";
  let arguments = (ins ClockType:$clk, I1:$rst, SymbolNameAttr:$name);
  let results = (outs HLMemType:$handle);
  let assemblyFormat = "$name $clk `,` $rst attr-dict `:` type($handle)";
}
class FitsMemory<string memory, string addresses> : PredOpTrait<
  "address bit widths should be identical to the clog2 of the shape of the HLMemType",
  CPred<"::circtsim::circt::seq::addressesFit($" # memory # ".getType(), $" # addresses # ")">>;
def ReadPortOp : SeqNamed<"read", [FitsMemory<"memory", "addresses">,
                                   AttrSizedOperandSegments]> {
  let summary = "value of a memory, `latency` clocks later";
  let arguments = (ins HLMemType:$memory, Variadic<HWIntegerType>:$addresses,
                       Optional<I1>:$rdEn, I64Attr:$latency);
  let results = (outs AnyType:$readData);
  let hasCustomAssemblyFormat = 1;
}
def WritePortOp : SeqOp<"write", [FitsMemory<"memory", "addresses">,
    TypesMatchWith<"type of 'value' matches element type of 'hlmemvalue'", "memory", "inData",
                   "::llvm::cast<::circtsim::circt::seq::HLMemType>($_self).getElementType()">]> {
  let summary = "writes to a memory, `latency` clocks later";
  let arguments = (ins HLMemType:$memory, Variadic<HWIntegerType>:$addresses, AnyType:$inData,
                       I1:$wrEn, I64Attr:$latency);
  let hasCustomAssemblyFormat = 1;
}
def FirMemOp : SeqNamed<"firmem", [MemoryEffects<[MemAlloc]>]> {
  let summary = "memory with ports of its own operations";
  let arguments = (ins I32Attr:$readLatency, I32Attr:$writeLatency, SeqRUW:$ruw, SeqWUW:$wuw,
      OptionalAttr<StrAttr>:$name, OptionalAttr<InnerSymAttr>:$inner_sym,
      OptionalAttr<FirMemInitAttr>:$init, OptionalAttr<StrAttr>:$prefix,
      OptionalAttr<AnyAttr>:$output_file);
  let results = (outs FirMemType:$memory);
  let assemblyFormat = [{
    (`sym` $inner_sym^)? `` custom<ImplicitSSAName>($name)
    $readLatency `,` $writeLatency `,` $ruw `,` $wuw attr-dict `:` type($memory)
  }];
}
class IsAddress<string address> : TypesMatchWith<
  "address type should match clog2 of memory depth", "memory", address,
  "::circtsim::circt::seq::addressTypeOf($_self)">;
class IsWord<string data> : TypesMatchWith<
  "data type should match memory width", "memory", data,
  "::circtsim::circt::seq::wordTypeOf($_self)">;
def FirMemReadOp : SeqOp<"firmem.read_port", [MemoryEffects<[MemRead]>, IsAddress<"address">,
                                              IsWord<"data">]> {
  let summary = "read port";
  let arguments = (ins FirMemType:$memory, AnySignlessInteger:$address, ClockType:$clk,
                       Optional<I1>:$enable);
  let results = (outs AnySignlessInteger:$data);
  let assemblyFormat = [{
    $memory `[` $address `]` `,` `clock` $clk (`enable` $enable^)? attr-dict `:` type($memory)
  }];
}
def FirMemWriteOp : SeqOp<"firmem.write_port", [MemoryEffects<[MemWrite]>, IsAddress<"address">,
                                                IsWord<"data">, AttrSizedOperandSegments]> {
  let summary = "write port";
  let arguments = (ins FirMemType:$memory, AnySignlessInteger:$address, ClockType:$clk,
      Optional<I1>:$enable, AnySignlessInteger:$data, Optional<AnySignlessInteger>:$mask);
  let assemblyFormat = [{
    $memory `[` $address `]` `=` $data `,` `clock` $clk (`enable` $enable^)? (`mask` $mask^)?
    attr-dict `:` type($memory) (`,` type($mask)^)?
  }];
  let hasVerifier = 1;
}
def FirMemReadWriteOp : SeqOp<"firmem.read_write_port",
    [MemoryEffects<[MemRead, MemWrite]>, IsAddress<"address">, IsWord<"writeData">,
     IsWord<"readData">, AttrSizedOperandSegments]> {
  let summary = "port that writes or reads";
  let arguments = (ins FirMemType:$memory, AnySignlessInteger:$address, ClockType:$clk,
      Optional<I1>:$enable, AnySignlessInteger:$writeData, I1:$mode,
      Optional<AnySignlessInteger>:$mask);
  let results = (outs AnySignlessInteger:$readData);
  let assemblyFormat = [{
    $memory `[` $address `]` `=` $writeData `if` $mode `,` `clock` $clk (`enable` $enable^)?
    (`mask` $mask^)? attr-dict `:` type($memory) (`,` type($mask)^)?
  }];
  let hasVerifier = 1;
}

// --- Clocks ----------------------------------------------------------------------------------

def ClockGateOp : SeqOp<"clock_gate", [Pure, AllTypesMatch<["input", "output"]>]> {
  let summary = "clock that rises only while enabled";
  let arguments = (ins ClockType:$input, I1:$enable, Optional<I1>:$test_enable,
                       OptionalAttr<InnerSymAttr>:$inner_sym);
  let results = (outs ClockType:$output);
  let assemblyFormat = [{
    $input `,` $enable (`,` $test_enable^)? (`sym` $inner_sym^)? attr-dict
  }];
}
def ClockMuxOp : SeqOp<"clock_mux", [Pure]> {
  let summary = "one of two clocks";
  let arguments = (ins I1:$cond, ClockType:$trueClock, ClockType:$falseClock);
  let results = (outs ClockType:$result);
  let assemblyFormat = "$cond `,` $trueClock `,` $falseClock attr-dict";
}
def ClockDividerOp : SeqOp<"clock_div", [Pure]> {
  let summary = "clock divided by a power of two";
  let arguments = (ins ClockType:$input, I64Attr:$pow2);
  let results = (outs ClockType:$output);
  let assemblyFormat = "$input `by` $pow2 attr-dict";
}
def ClockInverterOp : SeqOp<"clock_inv", [Pure]> {
  let summary = "inverted clock";
  let arguments = (ins ClockType:$input);
  let results = (outs ClockType:$output);
  let assemblyFormat = "$input attr-dict";
}
def ConstClockOp : SeqOp<"const_clock", [Pure]> {
  let summary = "clock that does not change";
  let arguments = (ins SeqClockConstAttr:$value);
  let results = (outs ClockType:$result);
  let assemblyFormat = "$value attr-dict";
}
def ToClockOp : SeqOp<"to_clock", [Pure]> {
  let summary = "bit as a clock";
  let arguments = (ins I1:$input);
  let results = (outs ClockType:$output);
  let assemblyFormat = "$input attr-dict";
}
def FromClockOp : SeqOp<"from_clock", [Pure]> {
  let summary = "clock as a bit";
  let arguments = (ins ClockType:$input);
  let results = (outs I1:$output);
  let assemblyFormat = "$input attr-dict";
}

// --- Initial values ----------------------------------------------------------------------------

def InitialOp : SeqOp<"initial", [ProceduralRegion, SingleBlock, SingleBlockImplicitTerminator<"YieldOp">,
                                  RecursivelySpeculatable, RecursiveMemoryEffects,
                                  IsolatedFromAbove]> {
  let summary = "values computed before the simulation starts";
  let arguments = (ins Variadic<ImmutableType>:$inputs);
  let results = (outs Variadic<ImmutableType>);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "`(` $inputs `)` $body attr-dict `:` functional-type($inputs, results)";
  let hasVerifier = 1;
}
def YieldOp : SeqOp<"yield", [Pure, Terminator, HasParent<"InitialOp">]> {
  let summary = "results of an initial block";
  let arguments = (ins Variadic<AnyType>:$operands);
  let assemblyFormat = "attr-dict ($operands^ `:` type($operands))?";
  let builders = [OpBuilder<(ins), [{ (void)$_state; }]>];
}
def FromImmutableOp : SeqOp<"from_immutable", [Pure]> {
  let summary = "initial value as an ordinary one";
  let arguments = (ins ImmutableType:$input);
  let results = (outs AnyType:$output);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, results)";
}

#endif

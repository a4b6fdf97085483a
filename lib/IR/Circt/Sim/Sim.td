//===- Sim.td - C functions, the end, files; and the other files -*- tablegen -*-===//
include "IR/Circt/Sim/SimContainerOps.td"
include "IR/Circt/Sim/SimStringOps.td"

// --- Arguments of the simulation, and functions of C --------------------------------

def PlusArgsTestOp : SimOp<"plusargs.test", "whether an argument was given",
  (ins StrAttr:$formatString), (outs I1:$found), "$formatString attr-dict", [Pure]>;
def PlusArgsValueOp : SimOp<"plusargs.value", "the value of an argument",
  (ins StrAttr:$formatString), (outs I1:$found, AnyType:$result),
  "$formatString attr-dict `:` type($result)", [Pure]>;

def SimDPIDirection : SimKeywords<"DPIDirection", "DPI port direction", [
  I32EnumAttrCase<"Input", 0, "in">, I32EnumAttrCase<"Output", 1, "out">,
  I32EnumAttrCase<"InOut", 2, "inout">, I32EnumAttrCase<"Return", 3, "return">,
  I32EnumAttrCase<"Ref", 4, "ref">]>;
def DPIFuncOp : Op<SimDialect, "func.dpi", [IsolatedFromAbove, Symbol, OpAsmOpInterface]> {
  let summary = "an imported C function";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<DPIFunctionType>:$dpi_function_type,
                       OptionalAttr<LocationArrayAttr>:$argument_locs,
                       OptionalAttr<StrAttr>:$verilogName);
  let regions = (region AnyRegion:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}
def DPICallOp : SimOp<"func.dpi.call", "a call of a C function, at clock edges if there is a clock",
  (ins FlatSymbolRefAttr:$callee, Optional<ClockType>:$clock, Optional<I1>:$enable,
       Variadic<AnyType>:$inputs), (outs Variadic<AnyType>),
  [{ $callee `(` $inputs `)` (`clock` $clock^)? (`enable` $enable^)? attr-dict `:`
     functional-type($inputs, results) }],
  [AttrSizedOperandSegments, DeclareOpInterfaceMethods<SymbolUserOpInterface>]>;

// --- The end of the simulation -----------------------------------------------------

defvar clockAndCondition = (ins ClockType:$clock, I1:$condition);
defvar successFlag = (ins BoolAttr:$success);
defvar verboseFlag = (ins BoolAttr:$verbose);
defvar successSyntax = [{custom<EitherKeyword>($success, "\"success\"", "\"failure\"") `,` }];
defvar verboseSyntax = [{custom<EitherKeyword>($verbose, "\"verbose\"", "\"quiet\"") attr-dict}];
def ClockedTerminateOp : SimOp<"clocked_terminate", "ends the simulation at an edge",
  !con(clockAndCondition, successFlag, verboseFlag), (outs),
  !strconcat("$clock `,` $condition `,` ", successSyntax, verboseSyntax), [NonProceduralOp]>;
def ClockedPauseOp : SimOp<"clocked_pause", "pauses the simulation at an edge",
  !con(clockAndCondition, verboseFlag), (outs),
  !strconcat("$clock `,` $condition `,` ", verboseSyntax), [NonProceduralOp]>;
def TerminateOp : SimOp<"terminate", "ends the simulation", !con(successFlag, verboseFlag),
                        (outs), !strconcat(successSyntax, verboseSyntax), [ProceduralOp]>;
def PauseOp : SimOp<"pause", "pauses the simulation", verboseFlag, (outs), verboseSyntax,
                    [ProceduralOp]>;
def TriggeredOp : SimOp<"triggered", "statements that run at clock edges",
    (ins ClockType:$clock, Optional<I1>:$condition), (outs),
    "$clock (`if` $condition^)? $body attr-dict",
    [SingleBlock, NoTerminator, NonProceduralOp, ProceduralRegion]> {
  let regions = (region SizedRegion<1>:$body);
}

// --- Files as SystemVerilog has them -----------------------------------------------

class SimSVOp<string mnemonic, string what, dag operands, dag produced, string syntax>
    : SimOp<"sv." # mnemonic, what, operands, produced, syntax, [ProceduralOp]>;
def SimOpenMode : SimKeywords<"SVFOpenMode", "SV file open mode", [
  I32EnumAttrCase<"Read", 0, "r">, I32EnumAttrCase<"Write", 1, "w">,
  I32EnumAttrCase<"Append", 2, "a">, I32EnumAttrCase<"ReadUpdate", 3, "r_update">,
  I32EnumAttrCase<"WriteUpdate", 4, "w_update">, I32EnumAttrCase<"AppendUpdate", 5, "a_update">]>;
def SVFOpenOp : SimSVOp<"fopen", "$fopen",
  (ins DynamicStringType:$fileName, OptionalAttr<SimOpenMode>:$mode), (outs I32:$fd),
  "$fileName (`mode` `=` $mode^)? attr-dict">;
def SVFCloseOp : SimSVOp<"fclose", "$fclose", (ins I32:$fd), (outs), "$fd attr-dict">;
def SVChannelToOutputStreamOp : SimSVOp<"channel_to_output_stream", "a file descriptor's stream",
  (ins I32:$channel), (outs OutputStreamType:$stream), "$channel attr-dict">;
def SVFFlushAllOp : SimSVOp<"fflush_all", "$fflush of all files", (ins), (outs), "attr-dict">;
def SVReadMemOp : SimOp<"sv.readmem", "$readmemb and $readmemh: the memory with a file's words",
    (ins DynamicStringType:$filename, AnyTypeOf<[HWArrayType, QueueType]>:$memory,
         DefaultValuedAttr<BoolAttr, "false">:$isBinary, Optional<I32>:$startAddr,
         Optional<I32>:$finishAddr, Optional<I32>:$sliceLeft, Optional<I32>:$sliceRight,
         DenseI64ArrayAttr:$dimLows, DenseBoolArrayAttr:$dimDescending,
         OptionalAttr<DenseI64ArrayAttr>:$enumValues),
    (outs AnyTypeOf<[HWArrayType, QueueType]>:$result),
    [{ $filename `,` $memory (`start` `=` $startAddr^)? (`finish` `=` $finishAddr^)?
       (`slice` `` `[` $sliceLeft^ `,` $sliceRight `]`)? attr-dict `:` type($memory) }],
    [AttrSizedOperandSegments, ProceduralOp, AllTypesMatch<["memory", "result"]>]> {
  let hasVerifier = 1;
}

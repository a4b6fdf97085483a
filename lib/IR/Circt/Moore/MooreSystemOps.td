//===- MooreSystemOps.td - system tasks and functions ----------*- tablegen -*-===//
//
// IEEE 1800-2023 clauses 20 and 21, one operation each, named after the task.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOORESYSTEMOPS_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOORESYSTEMOPS_TD

include "IR/Circt/Moore/MooreOpBase.td"
include "IR/Circt/Moore/MooreStringOps.td"

class MooreSystem<string mnemonic, string what, dag operands, dag produced, string syntax,
                  list<Trait> traits = []>
    : MooreOp<"builtin." # mnemonic, what, operands, produced, syntax, traits>;

// --- Control, time, random ---------------------------------------------------------

def StopBIOp : MooreSystem<"stop", "$stop", (ins), (outs), "attr-dict">;
def FinishBIOp : MooreSystem<"finish", "the end of the simulation", (ins I8Attr:$exitCode), (outs),
                             "$exitCode attr-dict">;
def FinishMessageBIOp : MooreSystem<"finish_message", "the message that $finish prints",
                                    (ins I1Attr:$withStats), (outs), "$withStats attr-dict">;
def TimeBIOp : MooreSystem<"time", "the time now", (ins), (outs TimeType:$result), "attr-dict">;
def UrandomRangeBIOp : MooreSystem<"urandom_range", "$urandom_range",
  (ins MooreInt32:$minval, MooreInt32:$maxval, Optional<MooreInt32Ref>:$seed),
  (outs MooreInt32:$result), "$minval `,` $maxval (`,` $seed^)? attr-dict">;
def PlusArgsTestBIOp : MooreSystem<"plusargs_test", "$test$plusargs", (ins StrAttr:$formatString),
  (outs MooreBit:$found), "$formatString attr-dict `:` type($found)">;
def PlusArgsValueBIOp : MooreSystem<"plusargs_value", "$value$plusargs",
  (ins StrAttr:$formatString), (outs MooreBit:$found, MooreAnyUnpacked:$result),
  "$formatString attr-dict `:` type($found) `,` type($result)">;

// --- Messages and files ------------------------------------------------------------

def MooreSeverity : MooreKeywords<"Severity", "Diagnostic severity", [
  MooreKeyword<"Info", 0, "info">, MooreKeyword<"Warning", 1, "warning">,
  MooreKeyword<"Error", 2, "error">, MooreKeyword<"Fatal", 3, "fatal">]>;
def DisplayBIOp : MooreSystem<"display", "print text", (ins FormatStringType:$message), (outs),
                              "$message attr-dict">;
def SeverityBIOp : MooreSystem<"severity", "print a message of some severity",
  (ins MooreSeverity:$severity, FormatStringType:$message), (outs),
  "$severity $message attr-dict">;

def MooreOpenMode : MooreKeywords<"FOpenMode", "File open mode", [
  MooreKeyword<"Read", 0, "r">, MooreKeyword<"Write", 1, "w">, MooreKeyword<"Append", 2, "a">,
  MooreKeyword<"ReadUpdate", 3, "r_update">, MooreKeyword<"WriteUpdate", 4, "w_update">,
  MooreKeyword<"AppendUpdate", 5, "a_update">]>;
def FOpenBIOp : MooreSystem<"fopen", "$fopen",
  (ins StringType:$filename, OptionalAttr<MooreOpenMode>:$mode), (outs MooreInt32:$fd),
  "$filename (`mode` `=` $mode^)? attr-dict">;
def FCloseBIOp : MooreSystem<"fclose", "$fclose", (ins MooreInt32:$fd), (outs), "$fd attr-dict">;
def FFlushBIOp : MooreSystem<"fflush", "$fflush, of all files without an operand",
                             (ins Optional<MooreInt32>:$fd), (outs), "($fd^)? attr-dict">;
def FDisplayBIOp : MooreSystem<"fdisplay", "print text to a file",
  (ins MooreInt32:$fd, FormatStringType:$message), (outs), "$fd `,` $message attr-dict">;

def MooreMemBase : MooreKeywords<"MemBase", "encoding base for $readmem[bh]", [
  MooreKeyword<"Binary", 0, "bin">, MooreKeyword<"Hex", 1, "hex">]>;
def ReadMemBIOp : MooreSystem<"readmem", "$readmemb and $readmemh",
    (ins StringType:$filename, AnyType:$dest, MooreMemBase:$base, Optional<MooreInt32>:$startAddr,
         Optional<MooreInt32>:$finishAddr, Optional<MooreInt32>:$sliceLeft,
         Optional<MooreInt32>:$sliceRight, DenseI64ArrayAttr:$dimLows,
         DenseBoolArrayAttr:$dimDescending, OptionalAttr<DenseI64ArrayAttr>:$enumValues),
    (outs),
    [{ $base $filename `,` $dest (`start` `=` $startAddr^)? (`finish` `=` $finishAddr^)?
       (`slice` `` `[` $sliceLeft^ `,` $sliceRight `]`)? attr-dict `:` type($dest) }],
    [AttrSizedOperandSegments]> {
  let hasVerifier = 1;
}

// --- Numbers -----------------------------------------------------------------------

class MooreBitCast<string mnemonic, string what, Type from, Type to, string types>
    : MooreSystem<mnemonic, what, (ins from:$value), (outs to:$result),
                  "$value attr-dict" # types>;
def RealtobitsBIOp : MooreBitCast<"realtobits", "$realtobits", MooreLongReal, MooreInt64, "">;
def BitstorealBIOp : MooreBitCast<"bitstoreal", "$bitstoreal", MooreInt64, MooreLongReal,
                                  " `:` type($value)">;
def ShortrealtobitsBIOp : MooreBitCast<"shortrealtobits", "$shortrealtobits", MooreShortReal,
                                       MooreInt32, "">;
def BitstoshortrealBIOp : MooreBitCast<"bitstoshortreal", "$bitstoshortreal", MooreInt32,
                                       MooreShortReal, " `:` type($value)">;
def Clog2BIOp : MooreSystem<"clog2", "$clog2", (ins IntType:$value), (outs IntType:$result),
                            "$value attr-dict `:` type($value)", [SameOperandsAndResultType]>;
def QueueSizeBIOp : MooreSystem<"size", "number of elements of a queue", (ins QueueType:$queue),
                                (outs MooreInt32:$result), "$queue `:` type($queue) attr-dict">;

class MooreMath<string mnemonic>
    : MooreSystem<mnemonic, "mathematical function (IEEE 1800-2023 20.8)",
                  (ins MooreLongReal:$value), (outs MooreLongReal:$result),
                  "$value attr-dict `:` type($value)", [SameOperandsAndResultType]>;
class MooreMath2<string mnemonic>
    : MooreSystem<mnemonic, "mathematical function of two numbers (IEEE 1800-2023 20.8)",
                  (ins RealType:$lhs, RealType:$rhs), (outs RealType:$result),
                  "$lhs `,` $rhs attr-dict `:` type($result)", [SameOperandsAndResultType]>;
def LnBIOp : MooreMath<"ln">;
def Log10BIOp : MooreMath<"log10">;
def ExpBIOp : MooreMath<"exp">;
def SqrtBIOp : MooreMath<"sqrt">;
def AbsBIOp : MooreMath<"abs">;
def FloorBIOp : MooreMath<"floor">;
def CeilBIOp : MooreMath<"ceil">;
def SinBIOp : MooreMath<"sin">;
def CosBIOp : MooreMath<"cos">;
def TanBIOp : MooreMath<"tan">;
def AsinBIOp : MooreMath<"asin">;
def AcosBIOp : MooreMath<"acos">;
def AtanBIOp : MooreMath<"atan">;
def SinhBIOp : MooreMath<"sinh">;
def CoshBIOp : MooreMath<"cosh">;
def TanhBIOp : MooreMath<"tanh">;
def AsinhBIOp : MooreMath<"asinh">;
def AcoshBIOp : MooreMath<"acosh">;
def AtanhBIOp : MooreMath<"atanh">;
def Atan2BIOp : MooreMath2<"atan2">;
def HypotBIOp : MooreMath2<"hypot">;
def MinBIOp : MooreMath2<"min">;
def MaxBIOp : MooreMath2<"max">;

#endif

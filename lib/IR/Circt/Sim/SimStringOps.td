//===- SimStringOps.td - formats and strings -------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SIM_SIMSTRINGOPS_TD
#define CIRCTSIM_IR_CIRCT_SIM_SIMSTRINGOPS_TD

include "IR/Circt/Sim/SimOpBase.td"

// --- Formats -----------------------------------------------------------------------

class SimFormat<string mnemonic, string what, dag operands, string syntax,
                list<Trait> traits = []>
    : SimOp<"fmt." # mnemonic, what, operands, (outs FormatStringType:$result), syntax,
            traits # [Pure]>;

defvar alignment = (ins DefaultValuedAttr<BoolAttr, "false">:$isLeftAligned);
defvar alignmentSyntax = "(`isLeftAligned` $isLeftAligned^)?";
/// A value in a field, padded with a character: of integers 0 (48) or blank (32).
class SimPaddedFormat<string mnemonic, string what, Type value, string padding, dag first = (ins),
                      string firstSyntax = "", dag last = (ins), string lastSyntax = "">
    : SimFormat<mnemonic, what,
                !con((ins value:$value), first, alignment,
                     (ins DefaultValuedAttr<I8Attr, padding>:$paddingChar,
                          OptionalAttr<I32Attr>:$specifierWidth), last),
                !strconcat("$value ", firstSyntax, alignmentSyntax,
                           "(`paddingChar` $paddingChar^)? (`specifierWidth` $specifierWidth^)? ",
                           lastSyntax, "attr-dict `:` qualified(type($value))")>;
class SimRealFormat<string mnemonic, string what>
    : SimFormat<mnemonic, what,
                !con((ins AnyFloat:$value), alignment,
                     (ins OptionalAttr<I32Attr>:$fieldWidth,
                          DefaultValuedAttr<I32Attr, "6">:$fracDigits)),
                !strconcat("$value ", alignmentSyntax,
                           "(`fieldWidth` $fieldWidth^)? (`fracDigits` $fracDigits^)? ",
                           "attr-dict `:` qualified(type($value))")>;

def FormatLiteralOp : SimFormat<"literal", "text", (ins StrAttr:$literal), "$literal attr-dict",
                                [ConstantLike]> {
  let hasFolder = 1;
}
def FormatStringOp : SimPaddedFormat<"string", "a string", DynamicStringType, "32">;
def FormatHexOp : SimPaddedFormat<"hex", "hexadecimal digits", AnyInteger, "48",
  (ins BoolAttr:$isHexUppercase), "`,` `isUpper` $isHexUppercase ">;
def FormatOctOp : SimPaddedFormat<"oct", "octal digits", AnyInteger, "48">;
def FormatBinOp : SimPaddedFormat<"bin", "binary digits", AnyInteger, "48">;
def FormatDecOp : SimPaddedFormat<"dec", "decimal digits", AnyInteger, "32", (ins), "",
  (ins UnitAttr:$isSigned), "(`signed` $isSigned^)? ">;
def FormatScientificOp : SimRealFormat<"exp", "a real number with an exponent">;
def FormatFloatOp : SimRealFormat<"flt", "a real number without an exponent">;
def FormatGeneralOp : SimRealFormat<"gen", "a real number, the shorter way">;
def FormatCharOp : SimFormat<"char", "a character", (ins AnyInteger:$value),
                             "$value attr-dict `:` qualified(type($value))">;
def FormatCurrentTimeOp : SimFormat<"current_time", "the time now", (ins), "attr-dict">;
def FormatHierPathOp : SimFormat<"hier_path", "the name of the scope", (ins UnitAttr:$useEscapes),
                                 "(`escaped` $useEscapes^)? attr-dict">;
def FormatStringConcatOp : SimFormat<"concat", "pieces one after the other",
    (ins Variadic<FormatStringType>:$inputs), "` ` `(` $inputs `)` attr-dict"> {
  let hasVerifier = 1;
}

// --- Printing and files ------------------------------------------------------------

def PrintFormattedOp : SimOp<"print", "print text at clock edges if a condition holds",
  (ins FormatStringType:$input, ClockType:$clock, I1:$condition,
       Optional<OutputStreamType>:$stream), (outs),
  "$input `on` $clock `if` $condition (`to` $stream^)? attr-dict", [NonProceduralOp]>;
def PrintFormattedProcOp : SimOp<"proc.print", "print text",
  (ins FormatStringType:$input, Optional<OutputStreamType>:$stream), (outs),
  "$input (`to` $stream^)? attr-dict", [ProceduralOp]>;
def GetFileOp : SimOp<"get_file", "the stream of a named file", (ins FormatStringType:$fileName),
                      (outs OutputStreamType:$result), "$fileName attr-dict", [ProceduralOp]>;
class SimStream<string name> : SimOp<name # "_stream", name, (ins),
                                     (outs OutputStreamType:$result), "attr-dict", [Pure]>;
def StdoutStreamOp : SimStream<"stdout">;
def StderrStreamOp : SimStream<"stderr">;
def FlushOp : SimOp<"flush", "write what a stream holds back", (ins OutputStreamType:$stream),
                    (outs), "$stream attr-dict", [ProceduralOp]>;

// --- Strings -----------------------------------------------------------------------

class SimStringOp<string mnemonic, string what, dag operands, dag produced, string syntax,
                  list<Trait> traits = [Pure]>
    : SimOp<"string." # mnemonic, what, operands, produced, syntax, traits>;
def StringConstantOp : SimStringOp<"literal", "a string", (ins StrAttr:$literal),
    (outs DynamicStringType:$result), "$literal attr-dict", [Pure, ConstantLike]> {
  let hasFolder = 1;
}
def StringLengthOp : SimStringOp<"length", "number of characters", (ins DynamicStringType:$input),
                                 (outs I64:$result), "$input attr-dict">;
def StringConcatOp : SimStringOp<"concat", "strings one after the other",
  (ins Variadic<DynamicStringType>:$inputs), (outs DynamicStringType:$result),
  "` ` `(` $inputs `)` attr-dict">;
def IntToStringOp : SimStringOp<"int_to_string", "bits as characters", (ins AnyInteger:$input),
  (outs DynamicStringType:$result), "$input attr-dict `:` qualified(type($input))">;
def StringToIntOp : SimStringOp<"string_to_int", "characters as bits",
  (ins DynamicStringType:$input), (outs AnyInteger:$result),
  "$input attr-dict `:` qualified(type($result))">;
def FormatToStringOp : SimStringOp<"format_to_string", "formatted text as a string",
  (ins FormatStringType:$fmtstring), (outs DynamicStringType:$result), "$fmtstring attr-dict",
  [ProceduralOp]>;
def StringGetOp : SimStringOp<"get", "a character", (ins DynamicStringType:$str, I32:$index),
                              (outs I8:$result), "$str `[` $index `]` attr-dict">;
def SimStringPredicate : SimNumbered<"StringCmpPredicate", "String comparison predicate",
  [I64EnumAttrCase<"eq", 0>, I64EnumAttrCase<"ne", 1>, I64EnumAttrCase<"lt", 2>,
   I64EnumAttrCase<"le", 3>, I64EnumAttrCase<"gt", 4>, I64EnumAttrCase<"ge", 5>]>;
def StringCmpOp : SimStringOp<"cmp", "lexicographic comparison",
  (ins SimStringPredicate:$predicate, DynamicStringType:$lhs, DynamicStringType:$rhs),
  (outs I1:$result), "$predicate $lhs `,` $rhs attr-dict `:` type($lhs)">;

#endif

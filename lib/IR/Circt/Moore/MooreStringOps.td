//===- MooreStringOps.td - strings, formatting, scanning -------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOORESTRINGOPS_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOORESTRINGOPS_TD

include "IR/Circt/Moore/MooreOpBase.td"

// --- String methods (IEEE 1800-2023 6.16) ------------------------------------------

class MooreStringOp<string mnemonic, string what, dag operands, dag produced, string syntax>
    : MooreOp<"string." # mnemonic, what, operands, produced, syntax>;
class MooreStringMap<string mnemonic, string what>
    : MooreStringOp<mnemonic, what, (ins StringType:$str), (outs StringType:$result),
                    "$str attr-dict">;
class MooreStringOrder<string mnemonic, string what>
    : MooreStringOp<mnemonic, what, (ins StringType:$lhs, StringType:$rhs),
                    (outs MooreInt32:$result), "$lhs `,` $rhs attr-dict">;
class MooreStringRead<string mnemonic, string what, Type number = MooreLogic32>
    : MooreStringOp<mnemonic, what, (ins StringType:$str), (outs number:$result),
                    "$str attr-dict `:` type($result)">;
class MooreStringWrite<string mnemonic, string what, Type number = MooreLogic32>
    : MooreStringOp<mnemonic, what, (ins MooreStringRef:$str, number:$input), (outs),
                    "$str `,` $input attr-dict `:` type($str) `,` type($input)">;

def StringLenOp : MooreStringOp<"len", "number of characters", (ins StringType:$str),
                                (outs MooreInt32:$result), "$str attr-dict">;
def StringPutOp : MooreStringOp<"put", "overwrite a character",
  (ins MooreStringRef:$str, MooreInt32:$index, MooreByte:$character), (outs),
  "$str `[` $index `]` `,` $character attr-dict `:` type($str)">;
def StringGetOp : MooreStringOp<"get", "a character", (ins StringType:$str, MooreInt32:$index),
                                (outs MooreByte:$result), "$str `[` $index `]` attr-dict">;
def StringToUpperOp : MooreStringMap<"toupper", "upper case">;
def StringToLowerOp : MooreStringMap<"tolower", "lower case">;
def StringCompareOp : MooreStringOrder<"compare", "lexicographic order">;
def StringICompareOp : MooreStringOrder<"icompare", "lexicographic order without regard to case">;
def StringSubstrOp : MooreStringOp<"substr", "the characters from one index to another",
  (ins StringType:$str, MooreInt32:$start, MooreInt32:$end), (outs StringType:$result),
  "$str `[` $start `:` $end `]` attr-dict">;
def StringAtoiOp : MooreStringRead<"atoi", "decimal digits as a number">;
def StringAtohexOp : MooreStringRead<"atohex", "hexadecimal digits as a number">;
def StringAtooctOp : MooreStringRead<"atooct", "octal digits as a number">;
def StringAtobinOp : MooreStringRead<"atobin", "binary digits as a number">;
def StringAtorealOp : MooreStringRead<"atoreal", "text as a real number", RealType>;
def StringItoaOp : MooreStringWrite<"itoa", "a number in decimal">;
def StringHextoaOp : MooreStringWrite<"hextoa", "a number in hexadecimal">;
def StringOcttoaOp : MooreStringWrite<"octtoa", "a number in octal">;
def StringBintoaOp : MooreStringWrite<"bintoa", "a number in binary">;
def StringRealtoaOp : MooreStringWrite<"realtoa", "a real number as text", RealType>;
def StringConcatOp : MooreStringOp<"concat", "strings one after the other",
  (ins Variadic<StringType>:$inputs), (outs StringType:$result),
  "` ` `(` $inputs `)` attr-dict">;

// --- Formats (IEEE 1800-2023 21.2) -------------------------------------------------

class MooreFormat<string mnemonic, string what, dag operands, string syntax>
    : MooreOp<"fmt." # mnemonic, what, operands, (outs FormatStringType:$result), syntax, [Pure]>;

def MooreIntFormat : MooreKeywords<"IntFormat", "Integer format", [
  MooreKeyword<"Decimal", 0, "decimal">, MooreKeyword<"Binary", 1, "binary">,
  MooreKeyword<"Octal", 2, "octal">, MooreKeyword<"HexLower", 3, "hex_lower">,
  MooreKeyword<"HexUpper", 4, "hex_upper">]>;
def MooreIntAlign : MooreKeywords<"IntAlign", "Integer alignment", [
  MooreKeyword<"Right", 0, "right">, MooreKeyword<"Left", 1, "left">]>;
def MooreIntPadding : MooreKeywords<"IntPadding", "Integer alignment", [
  MooreKeyword<"Space", 0, "space">, MooreKeyword<"Zero", 1, "zero">]>;
def MooreRealFormat : MooreKeywords<"RealFormat", "Real format", [
  MooreKeyword<"Float", 0, "float">, MooreKeyword<"Exponential", 1, "exponential">,
  MooreKeyword<"General", 2, "general">]>;

def FormatLiteralOp : MooreFormat<"literal", "text", (ins StrAttr:$literal), "$literal attr-dict">;
def FormatConcatOp : MooreFormat<"concat", "pieces one after the other",
  (ins Variadic<FormatStringType>:$inputs), "` ` `(` $inputs `)` attr-dict">;
def FormatIntOp : MooreFormat<"int", "an integer in some base",
  (ins IntType:$value, MooreIntFormat:$format, MooreIntAlign:$alignment, MooreIntPadding:$padding,
       OptionalAttr<I32Attr>:$specifierWidth, UnitAttr:$isSigned),
  [{ $format $value `,` `align` $alignment `,` `pad` $padding (`width` $specifierWidth^)?
     (`signed` $isSigned^)? attr-dict `:` type($value) }]>;
def FormatRealOp : MooreFormat<"real", "a real number",
  (ins RealType:$value, MooreRealFormat:$format, MooreIntAlign:$alignment,
       OptionalAttr<I32Attr>:$fieldWidth, OptionalAttr<I32Attr>:$fracDigits),
  [{ $format $value `,` `align` $alignment (`fieldWidth` $fieldWidth^)?
     (`fracDigits` $fracDigits^)? attr-dict `:` type($value) }]>;
def FormatStringOp : MooreFormat<"string", "a string in a field",
  (ins StringType:$string, OptionalAttr<I32Attr>:$width, OptionalAttr<MooreIntAlign>:$alignment,
       OptionalAttr<MooreIntPadding>:$padding),
  [{ $string (`,` `width` $width^)? (`,` `alignment` $alignment^)? (`,` `padding` $padding^)?
     attr-dict }]>;
def FormatHierPathOp : MooreFormat<"hier_path", "the name of the scope (%m)",
  (ins UnitAttr:$useEscapes), "(`escaped` $useEscapes^)? attr-dict">;
def FormatCharOp : MooreFormat<"char", "a character (%c)", (ins IntType:$value),
                               "$value `:` type($value) attr-dict">;
def FormatStringToStringOp : MooreOp<"fstring_to_string", "formatted text as a string",
  (ins FormatStringType:$fmtstring), (outs StringType:$result), "$fmtstring attr-dict", [Pure]>;

// --- Scans (IEEE 1800-2023 21.3.4.3) -----------------------------------------------

/// A step consumes input and hands the rest on. With a value goes whether there
/// was one; a step without a value skips over it.
class MooreScanStep<string mnemonic, string what, Type value, dag more, string syntax>
    : MooreOp<"scan." # mnemonic, what, !con((ins ScanStringType:$input), more),
              (outs ScanStringType:$remaining, Optional<value>:$value,
                    Optional<MooreBit>:$matched),
              "$input " # syntax # " attr-dict (`:` type($value)^ `,` type($matched))?",
              [Pure, SameVariadicResultSize]>;
class MooreScanField<string mnemonic, string what, Type value>
    : MooreScanStep<mnemonic, what, value, (ins OptionalAttr<I32Attr>:$maxWidth),
                    "(`width` $maxWidth^)?">;
class MooreScanBegin<string mnemonic, string what, dag operands, string operand>
    : MooreOp<"scan." # mnemonic, what, operands, (outs ScanStringType:$cursor),
              operand # " attr-dict">;

def ScanBeginFScanFOp : MooreScanBegin<"begin_fscanf", "scan a file", (ins MooreInt32:$channel),
                                       "$channel">;
def ScanBeginSScanFOp : MooreScanBegin<"begin_sscanf", "scan a string", (ins StringType:$string),
                                       "$string">;
def ScanEndOp : MooreOp<"scan.end", "number of fields assigned", (ins ScanStringType:$cursor),
                        (outs MooreInt32:$count), "$cursor attr-dict">;
def ScanLiteralOp : MooreOp<"scan.literal", "text that must follow",
  (ins ScanStringType:$input, StrAttr:$literal), (outs ScanStringType:$remaining),
  "$input $literal attr-dict", [Pure]>;
def ScanHierPathMatchOp : MooreOp<"scan.hier_path_match", "the name of the scope must follow",
  (ins ScanStringType:$input), (outs ScanStringType:$remaining), "$input attr-dict", [Pure]>;
def ScanIntOp : MooreScanStep<"int", "an integer", AnyInteger,
  (ins MooreIntFormat:$format, OptionalAttr<I32Attr>:$maxWidth), "$format (`width` $maxWidth^)?">;
def ScanRealOp : MooreScanField<"real", "a real number", RealType>;
def ScanTimeOp : MooreScanField<"time", "a time", TimeType>;
def ScanStrOp : MooreScanField<"str", "a word", StringType>;
def ScanCharOp : MooreScanStep<"char", "a character", AnyInteger, (ins), "">;
def ScanUnformattedOp : MooreScanStep<"unformatted", "raw data", AnyInteger,
                                      (ins UnitAttr:$fourValue), "(`four_value` $fourValue^)?">;

#endif

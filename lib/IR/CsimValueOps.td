//===- CsimValueOps.td - constants, operators, conversions, bits *- tablegen -*-===//
//
// Pure operations on values. Two-state counterparts that mean the same as in
// `arith` are `arith` operations; where SystemVerilog differs (division by zero,
// shift amounts beyond the width, powers) the operation here takes iN too.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CSIMVALUEOPS_TD
#define CIRCTSIM_IR_CSIMVALUEOPS_TD

include "CsimOpBase.td"

// --- Constants -------------------------------------------------------------------

def ConstantOp : CsimOp<"constant", [Pure, ConstantLike, AllTypesMatch<["value", "result"]>]> {
  let summary = "four-state constant: csim.constant \"8'hff\"";
  let arguments = (ins LogicAttr:$value);
  let results = (outs LogicType:$result);
  let assemblyFormat = "custom<LogicLiteral>($value) attr-dict";
  let builders = [
    OpBuilder<(ins "const ::llvm::APInt &":$value), [{
      build($_builder, $_state, LogicAttr::get($_builder.getContext(), value));
    }]>,
    OpBuilder<(ins "const ::llvm::APInt &":$value, "const ::llvm::APInt &":$unknown), [{
      build($_builder, $_state, LogicAttr::get($_builder.getContext(), value, unknown));
    }]>,
    OpBuilder<(ins "unsigned":$width, "uint64_t":$value), [{
      build($_builder, $_state, LogicAttr::get($_builder.getContext(), width, value));
    }]>
  ];
  let hasFolder = 1;
}
def StringConstantOp : CsimOp<"string_constant", [Pure]> {
  let summary = "string object with the given bytes";
  let arguments = (ins StrAttr:$value);
  let results = (outs StringType:$result);
  let assemblyFormat = "$value attr-dict";
}
def NullOp : CsimOp<"null", [Pure]> {
  let summary = "the null handle";
  let results = (outs HandleLike:$result);
  let assemblyFormat = "attr-dict `:` qualified(type($result))";
}
def EqHandleOp : CsimOp<"eq_handle", [Pure, SameTypeOperands]> {
  let summary = "two handles are the same object, or both null";
  let arguments = (ins HandleLike:$lhs, HandleLike:$rhs);
  let results = (outs I1:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` qualified(type($lhs))";
}

// --- Four-state arithmetic ---------------------------------------------------------

class LogicBinaryOp<string mnemonic, string doc, list<Trait> traits = []>
    : CsimOp<mnemonic, [Pure, SameOperandsAndResultType] # traits> {
  let summary = doc;
  let arguments = (ins LogicType:$lhs, LogicType:$rhs);
  let results = (outs LogicType:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` qualified(type($result))";
  let hasFolder = 1;
}
def AddOp : LogicBinaryOp<"add", "sum; any unknown bit gives all x (11.4.3)", [Commutative]>;
def SubOp : LogicBinaryOp<"sub", "difference; likewise">;
def MulOp : LogicBinaryOp<"mul", "product; likewise", [Commutative]>;
def AndOp : LogicBinaryOp<"and", "bitwise and (11.4.8)", [Commutative]>;
def OrOp : LogicBinaryOp<"or", "bitwise or", [Commutative]>;
def XorOp : LogicBinaryOp<"xor", "bitwise exclusive or", [Commutative]>;
def MergeOp : LogicBinaryOp<"merge", "bits equal in both keep their value, others x (11.4.11)",
                            [Commutative]>;

class LogicUnaryOp<string mnemonic, string doc>
    : CsimOp<mnemonic, [Pure, SameOperandsAndResultType]> {
  let summary = doc;
  let arguments = (ins LogicType:$input);
  let results = (outs LogicType:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($result))";
  let hasFolder = 1;
}
def NegOp : LogicUnaryOp<"neg", "two's complement; any unknown bit gives all x">;
def NotOp : LogicUnaryOp<"not", "bitwise complement; z becomes x">;

/// Division takes iN as well: a zero divisor gives 0 there, all x in logic.
class DivisionOp<string mnemonic, string doc>
    : CsimOp<mnemonic, [Pure, SameOperandsAndResultType]> {
  let summary = doc;
  let arguments = (ins IntOrLogic:$lhs, IntOrLogic:$rhs, UnitAttr:$isSigned);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = [{
    (`signed` $isSigned^)? $lhs `,` $rhs attr-dict `:` qualified(type($result))
  }];
  let hasFolder = 1;
}
def DivOp : DivisionOp<"div", "quotient, truncated towards zero (11.4.3)">;
def ModOp : DivisionOp<"mod", "remainder with the sign of the dividend (11.4.3)">;

def PowOp : CsimOp<"pow", [Pure, AllTypesMatch<["lhs", "result"]>]> {
  let summary = "power (Table 11-4); real: pow(lhs, rhs)";
  let description = "The exponent has the kind of the base; its width is its own.";
  let arguments = (ins IntLogicOrReal:$lhs, IntLogicOrReal:$rhs, UnitAttr:$isSigned);
  let results = (outs IntLogicOrReal:$result);
  let assemblyFormat = [{
    (`signed` $isSigned^)? $lhs `,` $rhs attr-dict `:` qualified(type($lhs)) `,`
    qualified(type($rhs))
  }];
  let hasFolder = 1;
  let hasVerifier = 1;
}

/// Shifts: the amount is unsigned, of any width; an unknown amount gives all x.
/// An iN value needs an iM amount.
class ShiftOp<string mnemonic, string doc>
    : CsimOp<mnemonic, [Pure, AllTypesMatch<["value", "result"]>]> {
  let summary = doc;
  let arguments = (ins IntOrLogic:$value, IntOrLogic:$amount);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = [{
    $value `,` $amount attr-dict `:` qualified(type($value)) `,` qualified(type($amount))
  }];
  let hasFolder = 1;
  let hasVerifier = 1;
}
def ShlOp : ShiftOp<"shl", "left shift (11.4.10)">;
def ShrOp : ShiftOp<"shr", "logical right shift">;
def AshrOp : ShiftOp<"ashr", "arithmetic right shift">;

// --- Comparison ----------------------------------------------------------------------

class LogicCompareOp<string mnemonic, string doc, list<Trait> traits = []>
    : CsimOp<mnemonic, [Pure, SameTypeOperands] # traits> {
  let summary = doc;
  let arguments = (ins LogicType:$lhs, LogicType:$rhs);
  let results = (outs Logic1:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` qualified(type($lhs))";
  let hasFolder = 1;
}
def EqOp : LogicCompareOp<"eq", "==: 0 on a definite mismatch, else x if unknown (11.4.5)",
                          [Commutative]>;
def NeOp : LogicCompareOp<"ne", "!=", [Commutative]>;
def WildEqOp : LogicCompareOp<"wild_eq", "==?: x and z of rhs match anything (11.4.6)">;

class LogicOrderOp<string mnemonic, string doc> : LogicCompareOp<mnemonic, doc> {
  let arguments = (ins LogicType:$lhs, LogicType:$rhs, UnitAttr:$isSigned);
  let assemblyFormat = "(`signed` $isSigned^)? $lhs `,` $rhs attr-dict `:` qualified(type($lhs))";
}
def LtOp : LogicOrderOp<"lt", "<; unknown gives x (11.4.4)">;
def LeOp : LogicOrderOp<"le", "<=; unknown gives x">;

class CaseCompareOp<string mnemonic, string doc>
    : CsimOp<mnemonic, [Pure, SameTypeOperands, Commutative]> {
  let summary = doc;
  let arguments = (ins LogicType:$lhs, LogicType:$rhs);
  let results = (outs I1:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` qualified(type($lhs))";
  let hasFolder = 1;
}
def CaseEqOp : CaseCompareOp<"case_eq", "===, two-state result (11.4.5)">;
def CasezEqOp : CaseCompareOp<"casez_eq", "casez match: z of either side matches (12.5.1)">;
def CasexEqOp : CaseCompareOp<"casex_eq", "casex match: x and z of either side match">;

// --- Truth values ------------------------------------------------------------------------

class TruthOp<string mnemonic, string doc, Type input = IntOrLogic>
    : CsimOp<mnemonic, [Pure, TypesMatchWith<"result is i1 for two-state operands, else logic<1>",
        "input", "result", "::circtsim::csim::truthTypeOf($_self)">]> {
  let summary = doc;
  let arguments = (ins input:$input);
  let results = (outs AnyTypeOf<[I1, Logic1]>:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($input))";
  let hasFolder = 1;
}
def ReduceAndOp : TruthOp<"reduce_and", "reduction and (11.4.9)">;
def ReduceOrOp : TruthOp<"reduce_or", "reduction or">;
def ReduceXorOp : TruthOp<"reduce_xor", "reduction exclusive or">;
def BoolOp : TruthOp<"bool", "truth value: 1, 0 or x (11.4.7)", IntLogicOrReal>;
def LNotOp : TruthOp<"lnot", "logical not of the truth value", IntLogicOrReal>;

class LogicalOp<string mnemonic, string doc> : CsimOp<mnemonic, [Pure, Commutative]> {
  let summary = doc;
  let arguments = (ins Logic1:$lhs, Logic1:$rhs);
  let results = (outs Logic1:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict";
  let hasFolder = 1;
}
def LAndOp : LogicalOp<"land", "&& of truth values, both evaluated">;
def LOrOp : LogicalOp<"lor", "|| of truth values, both evaluated">;

def IsTrueOp : CsimOp<"is_true", [Pure]> {
  let summary = "two-state: some bit is 1 (condition of if, while ... 12.4)";
  let arguments = (ins IntLogicOrReal:$input);
  let results = (outs I1:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($input))";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}
def IsUnknownOp : CsimOp<"is_unknown", [Pure]> {
  let summary = "two-state: some bit is x or z";
  let arguments = (ins LogicType:$input);
  let results = (outs I1:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($input))";
  let hasFolder = 1;
}
def MuxOp : CsimOp<"mux", [Pure, AllTypesMatch<["trueValue", "falseValue", "result"]>]> {
  let summary = "?: with a four-state condition; x or z merges the values (11.4.11)";
  let description = "With an i1 condition use arith.select.";
  let arguments = (ins Logic1:$condition, LogicType:$trueValue, LogicType:$falseValue);
  let results = (outs LogicType:$result);
  let assemblyFormat = [{
    $condition `,` $trueValue `,` $falseValue attr-dict `:` qualified(type($result))
  }];
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

// --- Conversions ---------------------------------------------------------------------------

def ToLogicOp : CsimOp<"to_logic", [Pure, TypesMatchWith<"same width", "input", "result",
    "::circtsim::csim::logicTypeFor($_self)">]> {
  let summary = "two-state to four-state";
  let arguments = (ins AnySignlessInteger:$input);
  let results = (outs LogicType:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($input))";
  let hasFolder = 1;
}
def ToBitsOp : CsimOp<"to_bits", [Pure, TypesMatchWith<"same width", "input", "result",
    "::circtsim::csim::bitsTypeFor($_self)">]> {
  let summary = "four-state to two-state: x and z become 0";
  let arguments = (ins LogicType:$input);
  let results = (outs AnySignlessInteger:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($input))";
  let hasFolder = 1;
}
def ExtendOp : CsimOp<"extend", [Pure]> {
  let summary = "extends by zeros, or by the sign bit (also an unknown one)";
  let arguments = (ins LogicType:$input, UnitAttr:$isSigned);
  let results = (outs LogicType:$result);
  let assemblyFormat = [{
    (`signed` $isSigned^)? $input attr-dict `:` qualified(type($input)) `->`
    qualified(type($result))
  }];
  let hasFolder = 1;
  let hasVerifier = 1;
}
def TruncOp : CsimOp<"trunc", [Pure]> {
  let summary = "keeps the low bits";
  let arguments = (ins LogicType:$input);
  let results = (outs LogicType:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($input)) `->` qualified(type($result))";
  let hasFolder = 1;
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
}
def ToRealOp : CsimOp<"to_real", [Pure]> {
  let summary = "integral to real; x and z count as 0 (6.12.1)";
  let arguments = (ins IntOrLogic:$input, UnitAttr:$isSigned);
  let results = (outs F64:$result);
  let assemblyFormat = "(`signed` $isSigned^)? $input attr-dict `:` qualified(type($input))";
  let hasFolder = 1;
}
def FromRealOp : CsimOp<"from_real", [Pure]> {
  let summary = "real to integral, rounded half away from zero (6.12.1)";
  let arguments = (ins F64:$input);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($result))";
}
def RoundShortOp : CsimOp<"round_short", [Pure]> {
  let summary = "rounds to single precision (shortreal)";
  let arguments = (ins F64:$input);
  let results = (outs F64:$result);
  let assemblyFormat = "$input attr-dict";
  let hasFolder = 1;
}

// --- Index values (i64; INT64_MIN selects nothing) --------------------------------------------

def ToIndexOp : CsimOp<"to_index", [Pure]> {
  let summary = "integral value to an index; unknown bits give InvalidIndex";
  let arguments = (ins IntOrLogic:$input, UnitAttr:$isSigned);
  let results = (outs I64:$result);
  let assemblyFormat = "(`signed` $isSigned^)? $input attr-dict `:` qualified(type($input))";
  let hasFolder = 1;
}
def NormIndexOp : CsimOp<"norm_index", [Pure]> {
  let summary = "declared index to a position: norm_index packed %i [7 : 0]";
  let description = [{
    packed: the position of the right bound is 0; unpacked: that of the left bound is 0.
    Outside of [left:right]: InvalidIndex, unless `unbounded` (the base of a
    part-select, whose bits are clipped one by one).
  }];
  let arguments = (ins I64:$index, SI32Attr:$left, SI32Attr:$right, UnitAttr:$packed,
                       UnitAttr:$unbounded);
  let results = (outs I64:$result);
  let assemblyFormat = [{
    (`packed` $packed^)? (`unbounded` $unbounded^)? $index custom<Bounds>($left, $right) attr-dict
  }];
  let builders = [OpBuilder<(ins "::mlir::Value":$index, "int32_t":$left, "int32_t":$right,
                                 "bool":$packed, CArg<"bool", "false">:$unbounded)>];
  let hasFolder = 1;
}
def LinIndexOp : CsimOp<"lin_index", [Pure]> {
  let summary = "acc * count + index; InvalidIndex is sticky";
  let arguments = (ins I64:$acc, I64:$index, I64Attr:$count);
  let results = (outs I64:$result);
  let assemblyFormat = "$acc `,` $index `count` $count attr-dict";
  let hasFolder = 1;
}
def AddIndexOp : CsimOp<"add_index", [Pure, Commutative]> {
  let summary = "sum of two indices; InvalidIndex is sticky";
  let arguments = (ins I64:$lhs, I64:$rhs);
  let results = (outs I64:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict";
  let hasFolder = 1;
}

// --- Bits, over iN and logic<N> -----------------------------------------------------------------

def ExtractOp : CsimOp<"extract", [Pure]> {
  let summary = "bits [lo, lo + width of the result)";
  let arguments = (ins IntOrLogic:$input, I32Attr:$lo);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = [{
    $input `from` $lo attr-dict `:` qualified(type($input)) `->` qualified(type($result))
  }];
  let builders = [OpBuilder<(ins "::mlir::Value":$input, "unsigned":$lo, "unsigned":$width)>];
  let hasFolder = 1;
  let hasVerifier = 1;
}
def ConcatOp : CsimOp<"concat", [Pure, InferTypeOpAdaptor]> {
  let summary = "concatenation, first operand most significant; all iN or all logic";
  let arguments = (ins Variadic<IntOrLogic>:$inputs);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = "$inputs attr-dict `:` qualified(type($inputs))";
  let hasFolder = 1;
  let hasVerifier = 1;
}
def ReplicateOp : CsimOp<"replicate", [Pure]> {
  let summary = "copies of the input, as many as fit the result exactly";
  let arguments = (ins IntOrLogic:$input);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = "$input attr-dict `:` qualified(type($input)) `->` qualified(type($result))";
  let builders = [OpBuilder<(ins "::mlir::Value":$input, "unsigned":$count)>];
  let hasFolder = 1;
  let hasVerifier = 1;
}
def InsertOp : CsimOp<"insert", [Pure, AllTypesMatch<["base", "result"]>]> {
  let summary = "base with bits [lo, lo + width of part) replaced";
  let arguments = (ins IntOrLogic:$base, IntOrLogic:$part, I32Attr:$lo);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = [{
    $part `into` $base `at` $lo attr-dict `:` qualified(type($part)) `into`
    qualified(type($base))
  }];
  let hasFolder = 1;
  let hasVerifier = 1;
}
def DynExtractOp : CsimOp<"dyn_extract", [Pure]> {
  let summary = "bits from a run-time position; out of range: x, or 0 in iN";
  let arguments = (ins IntOrLogic:$input, I64:$index);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = [{
    $input `[` $index `]` attr-dict `:` qualified(type($input)) `->` qualified(type($result))
  }];
  let builders = [OpBuilder<(ins "::mlir::Value":$input, "::mlir::Value":$index,
                                 "unsigned":$width)>];
  let hasFolder = 1;
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
}
def DynInsertOp : CsimOp<"dyn_insert", [Pure, AllTypesMatch<["base", "result"]>]> {
  let summary = "base with bits at a run-time position replaced; those out of range are dropped";
  let arguments = (ins IntOrLogic:$base, IntOrLogic:$part, I64:$index);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = [{
    $part `into` $base `[` $index `]` attr-dict `:` qualified(type($part)) `into`
    qualified(type($base))
  }];
  let hasFolder = 1;
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
}
def ReverseBitsOp : CsimOp<"reverse_bits", [Pure, SameOperandsAndResultType]> {
  let summary = "streaming {<<slice{input}}: slices in reverse order (11.4.14.2)";
  let arguments = (ins IntOrLogic:$input, I32Attr:$slice);
  let results = (outs IntOrLogic:$result);
  let assemblyFormat = "$input `slice` $slice attr-dict `:` qualified(type($result))";
  let hasVerifier = 1;
}
def CountBitsOp : CsimOp<"count_bits", [Pure]> {
  let summary = "number of bits whose value is in mask: 1 zeros, 2 ones, 4 z, 8 x (20.9)";
  let arguments = (ins IntOrLogic:$input, I32Attr:$mask);
  let results = (outs I32:$result);
  let assemblyFormat = "$input `mask` $mask attr-dict `:` qualified(type($input))";
  let hasFolder = 1;
}

#endif

//===- MooreValueOps.td - constants, conversions, operators ----*- tablegen -*-===//
//
// IEEE 1800-2023 clause 11. Operands of an operator have one type already: sizes
// and signs were resolved by whoever made the operations.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOOREVALUEOPS_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOOREVALUEOPS_TD

include "IR/Circt/Moore/MooreOpBase.td"

// --- Constants ---------------------------------------------------------------------

def ConstantOp : MooreCustomOp<"constant", "an integer, with unknown bits if four-state",
                               [Pure, ConstantLike]> {
  let arguments = (ins FVIntegerAttr:$value);
  let results = (outs IntType:$result);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let hasFolder = 1;
}
def ConstantTimeOp : MooreOp<"constant_time", "a time in femtoseconds",
  (ins UI64Attr:$value), (outs TimeType:$result), "$value `fs` attr-dict", [Pure, ConstantLike]> {
  let hasFolder = 1;
}
def ConstantStringOp : MooreOp<"constant_string", "a string literal as bits",
  (ins StrAttr:$value), (outs IntType:$result), "$value attr-dict `:` type($result)", [Pure]>;
def MooreFloatAttr : Attr<CPred<"::llvm::isa<::mlir::FloatAttr>($_self)">,
                          "arbitrary float attribute"> {
  let storageType = "::mlir::FloatAttr";
  let returnType = "::llvm::APFloat";
}
def ConstantRealOp : MooreOp<"constant_real", "a real number",
  (ins MooreFloatAttr:$value), (outs RealType:$result), "$value attr-dict",
  [DeclareOpInterfaceMethods<InferTypeOpInterface>, Pure]>;
def NullOp : MooreOp<"null", "the literal null", (ins), (outs NullType:$result), "attr-dict",
                     [Pure]>;
def NullChandleOp : MooreOp<"null_chandle", "null as a chandle", (ins),
                            (outs ChandleType:$result), "attr-dict", [Pure]>;
def NullClassOp : MooreOp<"null_class", "null as a class handle", (ins),
                          (outs ClassHandleType:$result), "`:` type($result) attr-dict", [Pure]>;

// --- Conversions -------------------------------------------------------------------

/// Only one of the types is written; the other follows from it.
class MooreImpliedCast<string mnemonic, string what, Type from, Type to, Trait relation,
                       string written = "$input">
    : MooreOp<mnemonic, what, (ins from:$input), (outs to:$result),
              "$input attr-dict `:` type(" # written # ")", [Pure, relation]>;
/// Both types are written.
class MooreCast<string mnemonic, string what, Type from, Type to, list<Trait> traits = []>
    : MooreOp<mnemonic, what, (ins from:$input), (outs to:$result),
              "$input attr-dict `:` type($input) `->` type($result)", traits # [Pure]>;
/// Neither type is written.
class MooreFixedCast<string mnemonic, string what, Type from, Type to>
    : MooreOp<mnemonic, what, (ins from:$input), (outs to:$result), "$input attr-dict", [Pure]>;
class MooreChangeDomain<string rule, string word>
    : Related<"result matches input with " # word # " domain", "input", "result", rule>;

def PackedToSBVOp : MooreImpliedCast<"packed_to_sbv", "a packed value as a vector",
  MooreSizedPacked, IntType, VectorOf<"input", "result">>;
def SBVToPackedOp : MooreImpliedCast<"sbv_to_packed", "a vector as a packed value",
  IntType, MooreSizedPacked, VectorOf<"result", "input">, "$result">;
def LogicToIntOp : MooreImpliedCast<"logic_to_int", "x and z become 0",
  MooreFourValued, MooreTwoValued, MooreChangeDomain<"twoValuedOf", "two-valued">>;
def IntToLogicOp : MooreImpliedCast<"int_to_logic", "two-state bits as four-state ones",
  MooreTwoValued, MooreFourValued, MooreChangeDomain<"fourValuedOf", "four-valued">>;
def ToBuiltinIntOp : MooreImpliedCast<"to_builtin_int", "!moore.iN as iN",
  MooreTwoValued, AnyInteger,
  Related<"result is builtin integer matching input type", "input", "result", "builtinIntOf">>;
def FromBuiltinIntOp : MooreImpliedCast<"from_builtin_int", "iN as !moore.iN",
  AnyInteger, MooreTwoValued,
  Related<"result is Moore integer matching input type", "input", "result", "mooreIntOf">>;
def TimeToLogicOp : MooreFixedCast<"time_to_logic", "a time in femtoseconds as a number",
                                   TimeType, MooreLogic64>;
def LogicToTimeOp : MooreFixedCast<"logic_to_time", "a number of femtoseconds as a time",
                                   MooreLogic64, TimeType>;
def RealToIntOp : MooreCast<"real_to_int", "real to integer, rounding", RealType, MooreTwoValued>;
def SIntToRealOp : MooreCast<"sint_to_real", "signed integer to real", MooreTwoValued, RealType>;
def UIntToRealOp : MooreCast<"uint_to_real", "unsigned integer to real", MooreTwoValued,
                             RealType>;
def ConvertRealOp : MooreCast<"convert_real", "real to shortreal or back", RealType, RealType>;
def IntToStringOp : MooreOp<"int_to_string", "bits as characters", (ins MooreTwoValued:$input),
  (outs StringType:$result), "$input attr-dict `:` type($input)", [Pure]>;
def StringToIntOp : MooreOp<"string_to_int", "characters as bits", (ins StringType:$input),
  (outs MooreTwoValued:$result), "$input attr-dict `:` type($result)", [Pure]>;

class MooreResize<string mnemonic, string what, string relation, string word>
    : MooreCast<mnemonic, what, IntType, IntType, [SameDomain<["input", "result"]>,
        PredOpTrait<"result width must be " # word # " than input width",
          CPred<!strconcat("::llvm::cast<", moore, "IntType>($result.getType()).getWidth() ",
                           relation, " ::llvm::cast<", moore,
                           "IntType>($input.getType()).getWidth()")>>]>;
def TruncOp : MooreResize<"trunc", "the low bits", "<", "smaller">;
def ZExtOp : MooreResize<"zext", "zeros in front", ">", "larger">;
def SExtOp : MooreResize<"sext", "copies of the sign in front", ">", "larger">;
def BoolCastOp : MooreCast<"bool_cast", "whether the value is not zero", MooreAnyUnpacked,
                           MooreAnyBit, [BitOfDomain<"input">]>;

// --- Operators on vectors ----------------------------------------------------------

class MooreUnary<string mnemonic, string what, Type type>
    : MooreOp<mnemonic, what, (ins type:$input), (outs type:$result),
              "$input attr-dict `:` type($input)", [Pure, SameOperandsAndResultType]>;
class MooreBinary<string mnemonic, string what, Type type, list<Trait> traits = []>
    : MooreOp<mnemonic, what, (ins type:$lhs, type:$rhs), (outs type:$result),
              "$lhs `,` $rhs attr-dict `:` type($result)",
              traits # [Pure, SameOperandsAndResultType]>;
class MooreVectorBinary<string mnemonic, string what, list<Trait> traits = []>
    : MooreBinary<mnemonic, what, MooreVector, traits>;

def NegOp : MooreUnary<"neg", "two's complement", MooreVector>;
def NotOp : MooreUnary<"not", "bitwise negation", MooreVector>;
def AddOp : MooreVectorBinary<"add", "sum", [Commutative]>;
def SubOp : MooreVectorBinary<"sub", "difference">;
def MulOp : MooreVectorBinary<"mul", "product", [Commutative]>;
def DivUOp : MooreVectorBinary<"divu", "unsigned quotient">;
def DivSOp : MooreVectorBinary<"divs", "signed quotient">;
def ModUOp : MooreVectorBinary<"modu", "unsigned remainder">;
def ModSOp : MooreVectorBinary<"mods", "signed remainder">;
def PowUOp : MooreVectorBinary<"powu", "unsigned power">;
def PowSOp : MooreVectorBinary<"pows", "signed power">;
def AndOp : MooreVectorBinary<"and", "bitwise and", [Commutative]>;
def OrOp : MooreVectorBinary<"or", "bitwise or", [Commutative]>;
def XorOp : MooreVectorBinary<"xor", "bitwise exclusive or", [Commutative]>;

class MooreReduce<string mnemonic, string what>
    : MooreCast<mnemonic, what, MooreVector, MooreAnyBit, [BitOfDomain<"input">]>;
def ReduceAndOp : MooreReduce<"reduce_and", "and of all bits">;
def ReduceOrOp : MooreReduce<"reduce_or", "or of all bits">;
def ReduceXorOp : MooreReduce<"reduce_xor", "exclusive or of all bits">;

class MooreShift<string mnemonic, string what>
    : MooreOp<mnemonic, what, (ins MooreVector:$value, MooreVector:$amount),
              (outs MooreVector:$result),
              "$value `,` $amount attr-dict `:` type($value) `,` type($amount)",
              [Pure, TypesMatchWith<"value and result types must match", "value", "result",
                                    "$_self">]>;
def ShlOp : MooreShift<"shl", "shift left">;
def ShrOp : MooreShift<"shr", "shift right, zeros in front">;
def AShrOp : MooreShift<"ashr", "shift right, copies of the sign in front">;

// --- Comparisons -------------------------------------------------------------------

/// `%a, %b : type -> bit`
class MooreCompare<string mnemonic, string what, Type operand, Type outcome,
                   list<Trait> traits = []>
    : MooreOp<mnemonic, what, (ins operand:$lhs, operand:$rhs), (outs outcome:$result),
              "$lhs `,` $rhs attr-dict `:` type($lhs) `->` type($result)",
              traits # [Pure, SameTypeOperands]>;
class MooreVectorCompare<string mnemonic, string what, list<Trait> traits = []>
    : MooreCompare<mnemonic, what, MooreVector, MooreAnyBit, traits # [BitOfDomain<"lhs">]>;
class MooreRealCompare<string mnemonic, string what, list<Trait> traits = []>
    : MooreCompare<mnemonic, what, RealType, MooreBit, traits # [BitOfDomain<"lhs">]>;
/// `%a, %b : type`: unknown bits compare too, so the result is two-state.
class MooreExactCompare<string mnemonic, string what>
    : MooreOp<mnemonic, what, (ins MooreVector:$lhs, MooreVector:$rhs), (outs MooreBit:$result),
              "$lhs `,` $rhs attr-dict `:` type($lhs)", [Pure, Commutative, SameTypeOperands]>;
class MooreHandleCompare<string mnemonic, string what, string types>
    : MooreOp<mnemonic, what, (ins MooreHandle:$lhs, MooreHandle:$rhs), (outs MooreBit:$result),
              "$lhs `,` $rhs attr-dict `:` type($lhs) " # types, [Pure, Commutative]>;
class MoorePredicated<string mnemonic, string what, Attr predicate, Type operand, string tail,
                      list<Trait> traits = []>
    : MooreOp<mnemonic, what, (ins predicate:$predicate, operand:$lhs, operand:$rhs),
              (outs MooreBit:$result),
              "$predicate $lhs `,` $rhs attr-dict `:` type($lhs)" # tail,
              traits # [Pure, SameTypeOperands]>;

def EqOp : MooreVectorCompare<"eq", "equal", [Commutative]>;
def NeOp : MooreVectorCompare<"ne", "different", [Commutative]>;
def WildcardEqOp : MooreVectorCompare<"wildcard_eq", "the operator ==?">;
def WildcardNeOp : MooreVectorCompare<"wildcard_ne", "the operator !=?">;
def UltOp : MooreVectorCompare<"ult", "unsigned less">;
def UleOp : MooreVectorCompare<"ule", "unsigned less or equal">;
def UgtOp : MooreVectorCompare<"ugt", "unsigned greater">;
def UgeOp : MooreVectorCompare<"uge", "unsigned greater or equal">;
def SltOp : MooreVectorCompare<"slt", "signed less">;
def SleOp : MooreVectorCompare<"sle", "signed less or equal">;
def SgtOp : MooreVectorCompare<"sgt", "signed greater">;
def SgeOp : MooreVectorCompare<"sge", "signed greater or equal">;
def CaseEqOp : MooreExactCompare<"case_eq", "the operator ===">;
def CaseNeOp : MooreExactCompare<"case_ne", "the operator !==">;
def CaseZEqOp : MooreExactCompare<"casez_eq", "equal where neither is z">;
def CaseXZEqOp : MooreExactCompare<"casexz_eq", "equal where neither is x or z">;
def HandleEqOp : MooreHandleCompare<"handle_eq", "the same object",
                                    "`:` type($rhs) `->` type($result)">;
def HandleNeOp : MooreHandleCompare<"handle_ne", "different objects",
                                    "`:` type($rhs) `->` type($result)">;
def HandleCaseEqOp : MooreHandleCompare<"handle_case_eq", "the same object (===)",
                                        "`,` type($rhs)">;
def HandleCaseNeOp : MooreHandleCompare<"handle_case_ne", "different objects (!==)",
                                        "`,` type($rhs)">;

class MooreNumbered<string name, list<I64EnumAttrCase> cases> : I64EnumAttr<name, "", cases> {
  let cppNamespace = "::circtsim::circt::moore";
}
def MooreUArrayPredicate : MooreNumbered<"UArrayCmpPredicate",
  [I64EnumAttrCase<"eq", 0>, I64EnumAttrCase<"ne", 1>]>;
def MooreStringPredicate : MooreNumbered<"StringCmpPredicate",
  [I64EnumAttrCase<"eq", 0>, I64EnumAttrCase<"ne", 1>, I64EnumAttrCase<"lt", 2>,
   I64EnumAttrCase<"le", 3>, I64EnumAttrCase<"gt", 4>, I64EnumAttrCase<"ge", 5>]>;
def UArrayCmpOp : MoorePredicated<"uarray_cmp", "comparison of unpacked arrays",
  MooreUArrayPredicate, UnpackedArrayType, " `->` type($result)", [Commutative]>;
def QueueCmpOp : MoorePredicated<"queue.cmp", "comparison of queues",
  MooreUArrayPredicate, QueueType, "", [Commutative]>;
def StringCmpOp : MoorePredicated<"string_cmp", "lexicographic comparison",
  MooreStringPredicate, StringType, " `->` type($result)">;

// --- Operators on reals ------------------------------------------------------------

class MooreRealBinary<string mnemonic, string what> : MooreBinary<mnemonic, what, RealType>;
def NegRealOp : MooreUnary<"fneg", "real negation", RealType>;
def AddRealOp : MooreRealBinary<"fadd", "real sum">;
def SubRealOp : MooreRealBinary<"fsub", "real difference">;
def MulRealOp : MooreRealBinary<"fmul", "real product">;
def DivRealOp : MooreRealBinary<"fdiv", "real quotient">;
def PowRealOp : MooreRealBinary<"fpow", "real power">;
def EqRealOp : MooreRealCompare<"feq", "real equal", [Commutative]>;
def NeRealOp : MooreRealCompare<"fne", "real different", [Commutative]>;
def FltOp : MooreRealCompare<"flt", "real less">;
def FleOp : MooreRealCompare<"fle", "real less or equal">;
def FgtOp : MooreRealCompare<"fgt", "real greater">;
def FgeOp : MooreRealCompare<"fge", "real greater or equal">;

// --- Concatenations and selects ----------------------------------------------------

class MooreConcat<string mnemonic, string what, Type type>
    : MooreOp<mnemonic, what, (ins Variadic<type>:$values), (outs type:$result),
              "$values attr-dict `:` `(` type($values) `)` `->` type($result)",
              [Pure, DeclareOpInterfaceMethods<InferTypeOpInterface>]>;
def ConcatOp : MooreConcat<"concat", "vectors side by side, first most significant", IntType>;
def ConcatRefOp : MooreConcat<"concat_ref", "references side by side", RefType>;
def ReplicateOp : MooreOp<"replicate", "copies of a vector", (ins IntType:$value),
  (outs IntType:$result), "$value attr-dict `:` type($value) `->` type($result)", [Pure]>;

class MooreSelect<string mnemonic, string what, Type of>
    : MooreOp<mnemonic, what, (ins of:$input, I32Attr:$lowBit), (outs of:$result),
              "$input `from` $lowBit attr-dict `:` type($input) `->` type($result)", [Pure]>;
class MooreDynSelect<string mnemonic, string what, Type of>
    : MooreOp<mnemonic, what, (ins of:$input, MooreAnyUnpacked:$lowBit), (outs of:$result),
              [{ $input `from` $lowBit attr-dict `:` type($input) `,` type($lowBit) `->`
                 type($result) }], [Pure]>;
def ExtractOp : MooreSelect<"extract", "bits or elements", MooreAnyUnpacked>;
def ExtractRefOp : MooreSelect<"extract_ref", "reference to bits or elements", RefType>;
def DynExtractOp : MooreDynSelect<"dyn_extract", "bits or elements", MooreAnyUnpacked>;
def DynExtractRefOp : MooreDynSelect<"dyn_extract_ref", "reference to bits or elements", RefType>;

#endif

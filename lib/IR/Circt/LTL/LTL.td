//===- LTL.td - operations of linear temporal logic ------------*- tablegen -*-===//
//
// Counts of cycles come in pairs: the least count and how many more are
// admitted; without the second there is no upper bound.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_LTL_LTL_TD
#define CIRCTSIM_IR_CIRCT_LTL_LTL_TD

include "IR/Circt/LTL/LTLTypes.td"
include "mlir/IR/EnumAttr.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def LTLClockEdge : I32EnumAttr<"ClockEdge", "clock edge", [
    I32EnumAttrCase<"Pos", 0, "posedge">, I32EnumAttrCase<"Neg", 1, "negedge">,
    I32EnumAttrCase<"Both", 2, "edge">]> {
  let cppNamespace = "::circtsim::circt::ltl";
}

class LTLOp<string mnemonic, string what, dag operands, Type produced, string syntax,
            list<Trait> traits = []> : Op<LTLDialect, mnemonic, traits # [Pure]> {
  let summary = what;
  let arguments = operands;
  let results = (outs produced:$result);
  let assemblyFormat = syntax;
}

/// The result is of the widest kind among the operands, at least `floor`.
class LTLJoin<string mnemonic, string what, dag operands, Type produced, string syntax,
              string floor, list<Trait> traits = []>
    : LTLOp<mnemonic, what, operands, produced, syntax,
            traits # [DeclareOpInterfaceMethods<InferTypeOpInterface>]> {
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(
        ::mlir::MLIRContext *context, std::optional<::mlir::Location>, ::mlir::ValueRange operands,
        ::mlir::DictionaryAttr, ::mlir::OpaqueProperties, ::mlir::RegionRange,
        ::llvm::SmallVectorImpl<::mlir::Type> &types) {
      types.push_back(widestKind(context, operands, }] # floor # [{));
      return ::mlir::success();
    }
  }];
}
class LTLConnective<string mnemonic, string what>
    : LTLJoin<mnemonic, what, (ins Variadic<LTLAnyProperty>:$inputs), LTLAnyProperty,
              "$inputs attr-dict `:` type($inputs)", "Kind::Boolean", [Commutative]>;

def AndOp : LTLConnective<"and", "all operands hold">;
def OrOp : LTLConnective<"or", "some operand holds">;
def IntersectOp : LTLConnective<"intersect", "all operands hold over the same cycles">;

def ClockOp : LTLJoin<"clock", "the clock of every delay below the operand",
  (ins LTLAnyProperty:$input, LTLClockEdge:$edge, I1:$clock), LTLTemporal,
  "$input `,` $edge $clock attr-dict `:` type($input)", "Kind::Sequence">;
def ClockedAtomOp : LTLOp<"clocked_atom", "a boolean sampled at an edge",
  (ins I1:$input, LTLClockEdge:$edge, I1:$clock), SequenceType,
  "$input `,` $edge $clock attr-dict `:` type($input)">;

// --- Sequences ---------------------------------------------------------------------

class LTLStrength<string mnemonic, string what>
    : LTLOp<mnemonic, what, (ins LTLAnySequence:$input), PropertyType,
            "$input attr-dict `:` type($input)">;
def WeakOp : LTLStrength<"weak", "holds unless the sequence is seen to fail">;
def StrongOp : LTLStrength<"strong", "holds only if the sequence is seen to end">;

def DelayOp : LTLOp<"delay", "the sequence starts some cycles later",
  (ins LTLAnySequence:$input, I64Attr:$delay, OptionalAttr<I64Attr>:$length), SequenceType,
  "$input `,` $delay (`,` $length^)? attr-dict `:` type($input)">;
def ClockedDelayOp : LTLOp<"clocked_delay", "the sequence starts some edges of a clock later",
  (ins LTLAnySequence:$input, LTLClockEdge:$edge, I1:$clock, I64Attr:$delay,
       OptionalAttr<I64Attr>:$length), SequenceType,
  "$input `,` $edge $clock `,` $delay (`,` $length^)? attr-dict `:` type($input)">;
def ConcatOp : LTLOp<"concat", "sequences one after the other, end on start",
  (ins Variadic<LTLAnySequence>:$inputs), SequenceType,
  "$inputs attr-dict `:` type($inputs)">;
def RepeatOp : LTLOp<"repeat", "the sequence repeats without gaps",
  (ins LTLAnySequence:$input, I64Attr:$base, OptionalAttr<I64Attr>:$more), SequenceType,
  "$input `,` $base (`,` $more^)? attr-dict `:` type($input)">;

class LTLSparseRepeat<string mnemonic, string what>
    : LTLOp<mnemonic, what, (ins LTLAnySequence:$input, I64Attr:$base, I64Attr:$more), SequenceType,
            "$input `,` $base `,` $more attr-dict `:` type($input)">;
def GoToRepeatOp : LTLSparseRepeat<"goto_repeat",
  "the sequence repeats with gaps and ends with its last match">;
def NonConsecutiveRepeatOp : LTLSparseRepeat<"non_consecutive_repeat",
  "the sequence repeats with gaps, also after its last match">;

// --- Values of the past ------------------------------------------------------------

def LTLBits : Type<CPred<"$_self.isSignlessInteger()">, "a signless integer bitvector",
                   "::mlir::IntegerType">;
def PastOp : LTLOp<"past", "the operand some edges of the clock ago",
  (ins LTLBits:$input, I64Attr:$delay, Optional<I1>:$clk), LTLBits,
  "$input `,` $delay (`clk` $clk^)? attr-dict `:` type($input)",
  [TypesMatchWith<"input and result types must match", "input", "result", "$_self">]>;
def SampledOp : Op<LTLDialect, "sampled", [Pure,
    TypesMatchWith<"expression and sampledValue types must match", "expression", "sampledValue",
                   "$_self">]> {
  let summary = "the operand as it was in the Preponed region (IEEE 1800-2023 16.5.1)";
  let arguments = (ins AnyType:$expression);
  let results = (outs AnyType:$sampledValue);
  let assemblyFormat = "$expression attr-dict `:` qualified(type($expression))";
}

// --- Properties --------------------------------------------------------------------

def BooleanConstantOp : LTLOp<"boolean_constant", "a property that always or never holds",
  (ins BoolAttr:$value), PropertyType, "$value attr-dict", [ConstantLike]> {
  let hasFolder = 1;
}
def NotOp : LTLOp<"not", "the operand does not hold",
  (ins LTLAnyProperty:$input), PropertyType, "$input attr-dict `:` type($input)">;
def ImplicationOp : LTLOp<"implication", "wherever the sequence ends the property holds",
  (ins LTLAnySequence:$antecedent, LTLAnyProperty:$consequent), PropertyType,
  "operands attr-dict `:` type(operands)">;
def UntilOp : LTLOp<"until", "the first property holds until the second does",
  (ins LTLAnyProperty:$input, LTLAnyProperty:$condition), PropertyType,
  "operands attr-dict `:` type(operands)">;
def EventuallyOp : LTLOp<"eventually", "the property holds after finitely many cycles",
  (ins LTLAnyProperty:$input), PropertyType, "$input attr-dict `:` type($input)">;

#endif

//===- Comb.td - combinational operations ---------------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_COMB_TD
#define CIRCTSIM_IR_CIRCT_COMB_TD

include "mlir/IR/EnumAttr.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "IR/Circt/HW/HWTypes.td"

def CombDialect : Dialect {
  let name = "comb";
  let summary = "combinational operations on integers";
  let cppNamespace = "::circtsim::circt::comb";
  let dependentDialects = ["::circtsim::circt::hw::HWDialect"];
}

class CombCase<string name, int value> : I64EnumAttrCase<name, value>;
def CombPredicate : I64EnumAttr<"ICmpPredicate", "comparison; c: case equality, w: wildcard", [
  CombCase<"eq", 0>, CombCase<"ne", 1>, CombCase<"slt", 2>, CombCase<"sle", 3>,
  CombCase<"sgt", 4>, CombCase<"sge", 5>, CombCase<"ult", 6>, CombCase<"ule", 7>,
  CombCase<"ugt", 8>, CombCase<"uge", 9>, CombCase<"ceq", 10>, CombCase<"cne", 11>,
  CombCase<"weq", 12>, CombCase<"wne", 13>]> {
  let cppNamespace = "::circtsim::circt::comb";
}

/// Operations with the unit attribute `bin` may treat unknown bits as known.
class CombOp<string mnemonic, list<Trait> traits = []>
    : Op<CombDialect, mnemonic, traits # [Pure]>;

class CombBinary<string mnemonic, string doc> : CombOp<mnemonic, [SameOperandsAndResultType]> {
  let summary = doc;
  let arguments = (ins HWIntegerType:$lhs, HWIntegerType:$rhs, UnitAttr:$twoState);
  let results = (outs HWIntegerType:$result);
  let assemblyFormat = [{
    (`bin` $twoState^)? $lhs `,` $rhs attr-dict `:` qualified(type($result))
  }];
}
class CombVariadic<string mnemonic, string doc>
    : CombOp<mnemonic, [SameOperandsAndResultType, Commutative]> {
  let summary = doc;
  let arguments = (ins Variadic<HWIntegerType>:$inputs, UnitAttr:$twoState);
  let results = (outs HWIntegerType:$result);
  let assemblyFormat = "(`bin` $twoState^)? $inputs attr-dict `:` qualified(type($result))";
  let hasVerifier = 1;
}
def AddOp : CombVariadic<"add", "sum">;
def MulOp : CombVariadic<"mul", "product">;
def AndOp : CombVariadic<"and", "bitwise and">;
def OrOp : CombVariadic<"or", "bitwise or">;
def XorOp : CombVariadic<"xor", "bitwise exclusive or">;
def SubOp : CombBinary<"sub", "difference">;
def DivUOp : CombBinary<"divu", "unsigned quotient">;
def DivSOp : CombBinary<"divs", "signed quotient, towards zero">;
def ModUOp : CombBinary<"modu", "unsigned remainder">;
def ModSOp : CombBinary<"mods", "remainder with the sign of the dividend">;
def ShlOp : CombBinary<"shl", "shift to the left">;
def ShrUOp : CombBinary<"shru", "shift to the right, zeros enter">;
def ShrSOp : CombBinary<"shrs", "shift to the right, copies of the sign enter">;

def ICmpOp : CombOp<"icmp", [SameTypeOperands]> {
  let summary = "comparison";
  let arguments = (ins CombPredicate:$predicate, HWIntegerType:$lhs, HWIntegerType:$rhs,
                       UnitAttr:$twoState);
  let results = (outs I1:$result);
  let assemblyFormat = [{
    (`bin` $twoState^)? $predicate $lhs `,` $rhs attr-dict `:` qualified(type($lhs))
  }];
}
def ParityOp : CombOp<"parity"> {
  let summary = "exclusive or of all bits";
  let arguments = (ins HWIntegerType:$input, UnitAttr:$twoState);
  let results = (outs I1:$result);
  let assemblyFormat = "(`bin` $twoState^)? $input attr-dict `:` qualified(type($input))";
}
def ExtractOp : CombOp<"extract"> {
  let summary = "bits from a position upwards";
  let arguments = (ins HWIntegerType:$input, I32Attr:$lowBit);
  let results = (outs HWIntegerType:$result);
  let assemblyFormat = "$input `from` $lowBit attr-dict `:` functional-type($input, $result)";
  let hasVerifier = 1;
}
def ConcatOp : CombOp<"concat", [InferTypeOpAdaptor]> {
  let summary = "concatenation, the first operand most significant";
  let arguments = (ins Variadic<HWIntegerType>:$inputs);
  let results = (outs HWIntegerType:$result);
  let assemblyFormat = "$inputs attr-dict `:` custom<ConcatTypes>(type($inputs))";
}
def ReplicateOp : CombOp<"replicate"> {
  let summary = "copies side by side";
  let arguments = (ins HWIntegerType:$input);
  let results = (outs HWIntegerType:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type($input, $result)";
  let hasVerifier = 1;
}
def MuxOp : CombOp<"mux", [AllTypesMatch<["trueValue", "falseValue", "result"]>]> {
  let summary = "one of two values";
  let arguments = (ins I1:$cond, AnyType:$trueValue, AnyType:$falseValue, UnitAttr:$twoState);
  let results = (outs AnyType:$result);
  let assemblyFormat = [{
    (`bin` $twoState^)? $cond `,` $trueValue `,` $falseValue attr-dict `:`
    qualified(type($result))
  }];
}
def TruthTableOp : CombOp<"truth_table"> {
  let summary = "row of a table; the first input is the most significant bit of the row number";
  let arguments = (ins Variadic<I1>:$inputs, DenseBoolArrayAttr:$lookupTable);
  let results = (outs I1:$result);
  let assemblyFormat = "$inputs `->` $lookupTable attr-dict";
  let hasVerifier = 1;
}
def ReverseOp : CombOp<"reverse", [SameOperandsAndResultType]> {
  let summary = "bits in reverse order";
  let arguments = (ins HWIntegerType:$input);
  let results = (outs HWIntegerType:$result);
  let assemblyFormat = "$input attr-dict `:` type($input)";
}

#endif

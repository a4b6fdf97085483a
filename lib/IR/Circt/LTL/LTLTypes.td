//===- LTLTypes.td - sequences and properties ------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_LTL_LTLTYPES_TD
#define CIRCTSIM_IR_CIRCT_LTL_LTLTYPES_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/CommonTypeConstraints.td"
include "mlir/IR/OpBase.td"

def LTLDialect : Dialect {
  let name = "ltl";
  let cppNamespace = "::circtsim::circt::ltl";
  let summary = "sequences and properties over time";
  let description = [{
    Linear temporal logic as the assertions of SystemVerilog use it (IEEE
    1800-2023 clause 16). A boolean is a sequence of one cycle, a sequence is a
    property, so operands accept the narrower kinds too.
  }];
  let useDefaultTypePrinterParser = 1;
}

class LTLTypeDef<string name, string keyword, string what> : TypeDef<LTLDialect, name> {
  let mnemonic = keyword;
  let summary = what;
}
def SequenceType : LTLTypeDef<"Sequence", "sequence", "LTL sequence type">;
def PropertyType : LTLTypeDef<"Property", "property", "LTL property type">;

def LTLAnySequence : AnyTypeOf<[I1, SequenceType]>;
def LTLAnyProperty : AnyTypeOf<[I1, SequenceType, PropertyType]>;
def LTLTemporal : AnyTypeOf<[SequenceType, PropertyType]>;

#endif

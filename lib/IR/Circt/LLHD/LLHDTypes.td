//===- LLHDTypes.td - times and references to signals ----------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_LLHD_LLHDTYPES_TD
#define CIRCTSIM_IR_CIRCT_LLHD_LLHDTYPES_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/OpBase.td"

def LLHDDialect : Dialect {
  let name = "llhd";
  let cppNamespace = "::circtsim::circt::llhd";
  let summary = "processes and signals";
  let description = [{
    A signal is driven after a time and read now. A time is a physical time, then
    a number of delta steps, then a number of epsilon steps within a delta.
  }];
  let dependentDialects = ["::circtsim::circt::hw::HWDialect"];
  let useDefaultTypePrinterParser = 1;
  let useDefaultAttributePrinterParser = 1;
}

def TimeType : TypeDef<LLHDDialect, "Time"> {
  let mnemonic = "time";
  let summary = "time type";
}
def RefType : TypeDef<LLHDDialect, "Ref"> {
  let mnemonic = "ref";
  let summary = "a reference to a signal or variable";
  let parameters = (ins "::mlir::Type":$nestedType);
  let assemblyFormat = "`<` $nestedType `>`";
  let builders = [TypeBuilderWithInferredContext<(ins "::mlir::Type":$nestedType), [{
    return $_get(nestedType.getContext(), nestedType);
  }]>];
}
/// `<1ns, 2d, 3e>`
def TimeAttr : AttrDef<LLHDDialect, "Time"> {
  let mnemonic = "time";
  let summary = "time attribute";
  let parameters = (ins AttributeSelfTypeParameter<"", "::circtsim::circt::llhd::TimeType">:$type,
                        "uint64_t":$time, StringRefParameter<"SI unit">:$timeUnit,
                        "unsigned":$delta, "unsigned":$epsilon);
  let builders = [AttrBuilder<(ins "uint64_t":$time, "::llvm::StringRef":$timeUnit,
                                   "unsigned":$delta, "unsigned":$epsilon), [{
    return $_get($_ctxt, TimeType::get($_ctxt), time, timeUnit, delta, epsilon);
  }]>];
  let skipDefaultBuilders = 1;
  let genVerifyDecl = 1;
  let hasCustomAssemblyFormat = 1;
}

class LLHDRefOf<Type target> : ConfinedType<RefType, [SubstLeaves<"$_self",
    "::llvm::cast<::circtsim::circt::llhd::RefType>($_self).getNestedType()", target.predicate>],
  "ref of " # target.summary, "::circtsim::circt::llhd::RefType">;

#endif

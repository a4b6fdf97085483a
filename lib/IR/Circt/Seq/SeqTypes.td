//===- SeqTypes.td - clocks, memories, values known at the start ------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SEQ_TYPES_TD
#define CIRCTSIM_IR_CIRCT_SEQ_TYPES_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"

def SeqDialect : Dialect {
  let name = "seq";
  let summary = "registers, memories and clocks";
  let cppNamespace = "::circtsim::circt::seq";
  let useDefaultTypePrinterParser = 1;
  let useDefaultAttributePrinterParser = 1;
  let dependentDialects = ["::circtsim::circt::hw::HWDialect"];
  let extraClassDeclaration = [{
  private:
    void registerTypes();
    void registerAttributes();
  public:
  }];
}

class SeqTypeDef<string name, string mnem> : TypeDef<SeqDialect, name> {
  let mnemonic = mnem;
}
def ClockType : SeqTypeDef<"Clock", "clock"> {
  let summary = "clock signal";
}
def ImmutableType : SeqTypeDef<"Immutable", "immutable"> {
  let summary = "value that is known before the simulation starts";
  let parameters = (ins "::mlir::Type":$innerType);
  let assemblyFormat = "`<` $innerType `>`";
}
def HLMemType : SeqTypeDef<"HLMem", "hlmem"> {
  let summary = "memory with one or more dimensions";
  let parameters = (ins ArrayRefParameter<"int64_t">:$shape, "::mlir::Type":$elementType);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
}
def FirMemType : SeqTypeDef<"FirMem", "firmem"> {
  let summary = "memory of words, written in `mask` equal lanes";
  let parameters = (ins "uint64_t":$depth, "uint32_t":$width,
                        OptionalParameter<"std::optional<uint32_t>">:$maskWidth);
  let assemblyFormat = "`<` $depth `x` $width (`,` `mask` $maskWidth^)? `>`";
}

#endif

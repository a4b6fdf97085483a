//===- HWDialect.td - structure and values of hardware ------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_HW_DIALECT_TD
#define CIRCTSIM_IR_CIRCT_HW_DIALECT_TD

include "mlir/IR/OpBase.td"

def HWDialect : Dialect {
  let name = "hw";
  let summary = "modules, instances, constants and aggregates";
  let cppNamespace = "::circtsim::circt::hw";
  let useDefaultTypePrinterParser = 1;
  let extraClassDeclaration = [{
    ::mlir::Attribute parseAttribute(::mlir::DialectAsmParser &p,
                                     ::mlir::Type type) const override;
    void printAttribute(::mlir::Attribute attr, ::mlir::DialectAsmPrinter &p) const override;
  private:
    void registerTypes();
    void registerAttributes();
  public:
  }];
}

class HWOp<string mnemonic, list<Trait> traits = []> : Op<HWDialect, mnemonic, traits>;

#endif

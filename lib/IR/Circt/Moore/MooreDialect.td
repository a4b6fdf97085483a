//===- MooreDialect.td - SystemVerilog as CIRCT's front end says it -*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOOREDIALECT_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOOREDIALECT_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/OpBase.td"

def MooreDialect : Dialect {
  let name = "moore";
  let cppNamespace = "::circtsim::circt::moore";
  let summary = "SystemVerilog after elaboration, with its own types";
  let description = [{
    Types are written without the `!moore.` in front where only a type of this
    dialect can stand. `iN` is a two-state vector, `lN` a four-state one.
  }];
  let dependentDialects = ["::circtsim::circt::hw::HWDialect"];
  let useDefaultAttributePrinterParser = 1;
  let useDefaultTypePrinterParser = 0;
  let extraClassDeclaration = [{
    ::mlir::Type parseType(::mlir::DialectAsmParser &parser) const override;
    void printType(::mlir::Type type, ::mlir::DialectAsmPrinter &printer) const override;

  private:
    void registerTypes();
    void registerAttributes();
    void registerOperations();

  public:
  }];
}

#endif

//===- CsimDialect.td - the executable dialect -----------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CSIMDIALECT_TD
#define CIRCTSIM_IR_CSIMDIALECT_TD

include "mlir/IR/OpBase.td"

def CsimDialect : Dialect {
  let name = "csim";
  let cppNamespace = "::circtsim::csim";
  let summary = "One executable form of a SystemVerilog design.";
  let description = [{
    Modules with their signals, ports, drivers, instances and processes, and
    functions with control-flow graphs of four-state operations. Two-state
    values are builtin integers with `arith` operations. The meaning of storage,
    slots and processes is fixed in docs/design/001-execution-model.md.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::cf::ControlFlowDialect"];
  let useDefaultTypePrinterParser = 1;
  let useDefaultAttributePrinterParser = 1;
  let hasConstantMaterializer = 1;
  let extraClassDeclaration = [{
    void registerTypes();
    void registerAttributes();
    void registerOps();
    /// Discardable attribute of a function that reports a violation of `unique`, `unique0` or
    /// `priority` (12.4.2, 12.5.3) and does nothing else.
    static constexpr llvm::StringLiteral violationAttrName() { return "csim.violation"; }
    /// Discardable attribute of the builtin module: power of ten of a tick.
    static constexpr llvm::StringLiteral timePrecisionAttrName() {
      return "csim.time_precision";
    }
    /// Of the builtin module: which of min:typ:max is in use, 0, 1 (as without it) or 2.
    static constexpr llvm::StringLiteral delayChoiceAttrName() { return "csim.delay_choice"; }
  }];
}

#endif

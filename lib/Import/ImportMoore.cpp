//===- ImportMoore.cpp - the moore dialect --------------------------------------===//
//
// SystemVerilog after elaboration, with four-state values. Modules are declared as a
// whole (MooreModules.cpp); this file says which operation is of what kind.
//
//===----------------------------------------------------------------------===//

#include "Import/DesignImport.h"
#include "Import/MooreImport.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct MooreImport : DialectImport {
  bool isPure(Operation *op) const override {
    bool isOrdered = isMadeAtUse(op) || isa<moore::FormatStringToStringOp>(op) ||
                     llvm::is_contained(op->getResultTypes(),
                                        Type(moore::ScanStringType::get(op->getContext())));
    if (isOrdered || op->getNumRegions() != 0 || op->hasTrait<OpTrait::IsTerminator>())
      return false;
    return isPureSystem(op) || isPureMooreContainer(op) || isa<moore::UnionExtractOp>(op) ||
           (op->getNumResults() == 1 && isMemoryEffectFree(op));
  }
  Value aliasOf(Operation *op) const override {
    auto assigned = dyn_cast<moore::AssignedVariableOp>(op);
    return assigned ? assigned.getInput() : Value();
  }
  bool isMadeAtUse(Operation *op) const override {
    return isMooreFormat(op) || isPartOfReference(op) ||
           isa<moore::ConcatRefOp, moore::GetGlobalVariableOp>(op);
  }
  bool isIgnored(Operation *op) const override {
    return isMadeAtUse(op) ||
           isa<moore::CoroutineOp, moore::GlobalVariableOp, moore::DPIFuncOp, moore::ClassDeclOp,
               moore::VTableOp>(op);
  }
  LogicalResult emit(Operation *op, Procedure &code) const override {
    return emitMooreCode(op, code);
  }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override {
    Value result = lowerMooreAggregate(op, operands, p);
    if (!result)
      result = lowerMooreContainer(op, operands, p);
    if (!result)
      result = lowerMooreSystem(op, operands, p);
    if (!result)
      result = lowerMooreValue(op, operands, p);
    results.push_back(result);
    return success(bool(result));
  }
  /// Done by declareMooreModule().
  LogicalResult declare(Operation *op, ModuleImport &module) const override { return success(); }
};

/// Conditionals of a module's body that were made flat.
struct FlatImport : DialectImport {
  bool isPure(Operation *op) const override { return isFlatConditional(op); }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override {
    results.push_back(select(p, operands[0], operands[1], operands[2]));
    return success();
  }
};
} // namespace

std::unique_ptr<DialectImport> import::makeMooreImport() { return std::make_unique<MooreImport>(); }
std::unique_ptr<DialectImport> import::makeFlatImport() { return std::make_unique<FlatImport>(); }

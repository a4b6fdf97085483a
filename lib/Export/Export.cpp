//===- Export.cpp - csim to CIRCT dialects ----------------------------------------===//
//
// Modules are exported children first. Whether an array is a memory or registers can
// turn out late: then its module is exported again.
//
//===----------------------------------------------------------------------===//

#include "Export/Export.h"

#include "Export/ModuleExport.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;

std::string exporter::hardwareName(csim::ModuleOp module) {
  std::string name = module.getSymName().str();
  for (char &c : name)
    if (!llvm::isAlnum(c) && c != '_')
      c = '_';
  while (name.size() > 1 && name.back() == '_' && module.getSymName().back() != '_')
    name.pop_back();
  return name;
}

namespace {
class DesignExport {
public:
  explicit DesignExport(ModuleOp design) : design(design) {}
  OwningOpRef<ModuleOp> run(ArrayRef<std::string> roots);

private:
  LogicalResult visit(csim::ModuleOp module);
  LogicalResult exportRoots(ArrayRef<std::string> roots);
  void takeOverOthers();

  ModuleOp design;
  SymbolTableCollection tables;
  OwningOpRef<ModuleOp> result;
  llvm::DenseSet<Operation *> visited;
};
} // namespace

LogicalResult DesignExport::visit(csim::ModuleOp module) {
  if (!visited.insert(module).second)
    return success();
  for (auto instance : module.getOps<csim::InstanceOp>())
    if (auto child = tables.lookupSymbolIn<csim::ModuleOp>(design, instance.getModuleNameAttr()))
      if (failed(visit(child)))
        return failure();
  Demoted demoted;
  for (bool isDone = false; !isDone;) {
    ModuleExport moduleExport(module, tables, demoted);
    if (failed(moduleExport.run(*result)))
      return failure();
    isDone = !moduleExport.isToRepeat();
  }
  return success();
}

LogicalResult DesignExport::exportRoots(ArrayRef<std::string> roots) {
  for (const std::string &name : roots) {
    bool isFound = false;
    for (auto module : design.getOps<csim::ModuleOp>()) {
      if (module.getDefinition() != name && module.getSymName() != name)
        continue;
      isFound = true;
      if (failed(visit(module)))
        return failure();
    }
    if (!isFound)
      return design.emitError("no module '") << name << "' to be hardware";
  }
  takeOverOthers();
  return success();
}

/// What is not exported stays; its instances name the hardware modules.
void DesignExport::takeOverOthers() {
  OpBuilder builder = OpBuilder::atBlockEnd(result->getBody());
  for (NamedAttribute attr : design->getDiscardableAttrs())
    (*result)->setAttr(attr.getName(), attr.getValue());
  for (Operation &op : *design.getBody()) {
    if (visited.contains(&op))
      continue;
    auto copy = dyn_cast<csim::ModuleOp>(builder.clone(op));
    if (!copy)
      continue;
    for (auto instance : copy.getOps<csim::InstanceOp>()) {
      auto child = tables.lookupSymbolIn<csim::ModuleOp>(design, instance.getModuleNameAttr());
      if (child && visited.contains(child))
        instance.setModuleName(hardwareName(child));
    }
  }
}

OwningOpRef<ModuleOp> DesignExport::run(ArrayRef<std::string> roots) {
  design.getContext()->loadDialect<comb::CombDialect, hw::HWDialect, seq::SeqDialect>();
  result = ModuleOp::create(design.getLoc());
  if (!roots.empty())
    return succeeded(exportRoots(roots)) ? std::move(result) : OwningOpRef<ModuleOp>();
  bool isGood = true;
  for (auto top : design.getOps<csim::TopOp>()) {
    auto module = tables.lookupSymbolIn<csim::ModuleOp>(design, top.getModuleNameAttr());
    if (module && module.getKind() != csim::ScopeKind::Package)
      isGood &= succeeded(visit(module));
  }
  return isGood ? std::move(result) : OwningOpRef<ModuleOp>();
}

OwningOpRef<ModuleOp> exporter::exportHardware(ModuleOp design, ArrayRef<std::string> roots) {
  return DesignExport(design).run(roots);
}

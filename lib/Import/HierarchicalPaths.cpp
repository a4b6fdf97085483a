//===- HierarchicalPaths.cpp - objects of other modules -------------------------===//
//
// sv.xmr says names; sv.xmr.ref says a hw.hierpath, a list of inner symbols, which have to be
// translated: of instances to the names of instances, and the last one to that of an object.
// A path starts at a top module, or at an instance of the module that says it.
//
//===----------------------------------------------------------------------===//

#include "Import/SVImport.h"

#include "IR/Circt/SV/SV.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

static bool hasSymbol(Attribute attr, StringAttr name) {
  auto symbols = dyn_cast_if_present<hw::InnerSymAttr>(attr);
  return symbols && llvm::any_of(symbols.getProps(), [&](hw::InnerSymPropertiesAttr each) {
           return each.getName() == name;
         });
}

/// The operation of a module's body with an inner symbol, or null.
static Operation *findInner(Operation *module, StringAttr name) {
  Operation *found = nullptr;
  module->walk([&](Operation *op) {
    if (hasSymbol(op->getAttr(hw::InnerSymName), name))
      found = op;
  });
  return found;
}

/// The name of what an inner symbol stands for: an instance, an object or a port.
static StringRef nameOf(Operation *module, StringAttr symbol) {
  if (Operation *op = findInner(module, symbol)) {
    auto name = op->getAttrOfType<StringAttr>(isa<hw::InstanceOp>(op) ? "instanceName" : "name");
    return name ? name.getValue() : StringRef();
  }
  auto attrs = module->getAttrOfType<ArrayAttr>("per_port_attrs");
  for (auto [i, port] : llvm::enumerate(hw::moduleTypeOf(module).getPorts())) {
    auto all = attrs && i < attrs.size() ? dyn_cast<DictionaryAttr>(attrs[i]) : DictionaryAttr();
    if (all && hasSymbol(all.get("hw.exportPort"), symbol))
      return port.name.getValue();
  }
  return {};
}

static LogicalResult declareFar(Operation *op, ArrayRef<StringRef> path, bool isNear,
                                ModuleImport &module) {
  Type element = cast<hw::InOutType>(op->getResult(0).getType()).getElementType();
  Type type = module.types.storageOf(element);
  if (!type)
    return op->emitError("unsupported: object of type ") << element;
  module.refer(op->getResult(0), module.addExternSignal(op->getLoc(), path, isNear, type));
  return success();
}

static LogicalResult declareNames(sv::XMROp op, ModuleImport &module) {
  SmallVector<StringRef> path;
  for (auto name : op.getPath().getAsRange<StringAttr>())
    path.push_back(name.getValue());
  path.push_back(op.getTerminal());
  bool isNear = false;
  for (auto instance : module.sourceOp()->getRegion(0).front().getOps<hw::InstanceOp>())
    isNear |= instance.getInstanceName() == path.front();
  return declareFar(op, path, isNear && !op.getIsRooted(), module);
}

static bool isInstantiated(StringAttr name, Operation *file) {
  return file->walk([&](hw::InstanceOp instance) {
               return instance.getModuleNameAttr().getAttr() == name ? WalkResult::interrupt()
                                                                     : WalkResult::advance();
             }).wasInterrupted();
}

static LogicalResult declareSymbols(sv::XMRRefOp op, ModuleImport &module) {
  auto path = SymbolTable::lookupNearestSymbolFrom<hw::HierPathOp>(op, op.getRefAttr());
  SmallVector<StringRef> names;
  Attribute first = path.getNamepath()[0];
  auto root = isa<hw::InnerRefAttr>(first) ? cast<hw::InnerRefAttr>(first).getModuleRef()
                                           : cast<FlatSymbolRefAttr>(first);
  bool isNear = root.getAttr() == SymbolTable::getSymbolName(module.sourceOp());
  if (!isNear) {
    if (isInstantiated(root.getAttr(), op->getParentOfType<ModuleOp>()))
      return op.emitError("unsupported: a path that starts in another module than a top");
    names.push_back(root.getValue());
  }
  for (Attribute step : path.getNamepath()) {
    auto inner = dyn_cast<hw::InnerRefAttr>(step);
    if (!inner)
      continue; // a module, of which the suffix says an object
    Operation *owner = SymbolTable::lookupNearestSymbolFrom(op, inner.getModuleRef());
    names.push_back(owner ? nameOf(owner, inner.getName()) : StringRef());
    if (names.back().empty())
      return op.emitError("nothing has the inner symbol ") << inner;
  }
  SmallVector<StringRef> suffix;
  op.getVerbatimSuffix().split(suffix, '.', -1, /*KeepEmpty=*/false);
  for (StringRef name : suffix)
    if (name.contains('['))
      return op.emitError("unsupported: text behind a path: '") << op.getVerbatimSuffix() << "'";
  names.append(suffix);
  return declareFar(op, names, isNear, module);
}

LogicalResult import::declareSVPath(Operation *op, ModuleImport &module) {
  if (auto names = dyn_cast<sv::XMROp>(op))
    return declareNames(names, module);
  return declareSymbols(cast<sv::XMRRefOp>(op), module);
}

/// Wires that paths lead to keep an object of their own.
void import::keepReferenced(ModuleOp file) {
  file.walk([&](sv::XMRRefOp op) {
    auto path = SymbolTable::lookupNearestSymbolFrom<hw::HierPathOp>(op, op.getRefAttr());
    auto last = path ? dyn_cast<hw::InnerRefAttr>(path.getNamepath().getValue().back())
                     : hw::InnerRefAttr();
    Operation *owner =
        last ? SymbolTable::lookupNearestSymbolFrom(op, last.getModuleRef()) : nullptr;
    auto wire = dyn_cast_if_present<hw::WireOp>(owner ? findInner(owner, last.getName()) : nullptr);
    if (!wire)
      return;
    OpBuilder b(wire);
    Type type = hw::InOutType::get(wire.getType());
    Value object = sv::WireOp::create(b, wire.getLoc(), type,
                                      wire.getNameAttr() ? wire.getNameAttr() : last.getName(),
                                      wire.getInnerSymAttr());
    sv::AssignOp::create(b, wire.getLoc(), object, wire.getInput());
    wire.getResult().replaceAllUsesWith(
        sv::ReadInOutOp::create(b, wire.getLoc(), wire.getType(), object));
    wire.erase();
  });
}

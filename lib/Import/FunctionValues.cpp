//===- FunctionValues.cpp - the package of functions that are values ---------===//
//
// One walk over the tables and one over the code of the file gives the order of the
// functions. The package is declared first in the design, so that their ids follow that
// order from 0 on.
//
//===----------------------------------------------------------------------===//

#include "Import/FunctionValues.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

/// `circt.vtable_entries = [[index, @function], ...]` of an array of pointers.
LogicalResult FunctionValues::addTable(Operation *op) {
  auto global = cast<LLVM::GlobalOp>(op);
  auto list = op->getAttrOfType<ArrayAttr>("circt.vtable_entries");
  auto type = dyn_cast<LLVM::LLVMArrayType>(global.getGlobalType());
  if (!list || !type || !isa<LLVM::LLVMPointerType>(type.getElementType()))
    return op->emitError("unsupported: global '")
           << global.getSymName() << "' that is no table of functions";
  size_t first = entries.size();
  addresses[global.getSymNameAttr()] = TableBase + first * 8;
  entries.resize(first + type.getNumElements());
  for (Attribute attr : list) {
    auto pair = dyn_cast<ArrayAttr>(attr);
    auto index = pair && pair.size() == 2 ? dyn_cast<IntegerAttr>(pair[0]) : IntegerAttr();
    auto name = index ? dyn_cast<FlatSymbolRefAttr>(pair[1]) : FlatSymbolRefAttr();
    if (!name || index.getValue().getLimitedValue() >= type.getNumElements())
      return op->emitError("has an entry that is not [index, @function]");
    functions.insert(name.getAttr());
    entries[first + index.getValue().getZExtValue()] = name;
  }
  return success();
}

LogicalResult FunctionValues::collect(ModuleOp file) {
  for (auto global : file.getOps<LLVM::GlobalOp>())
    if (failed(addTable(global)))
      return failure();
  file.walk([&](Operation *op) {
    if (auto constant = dyn_cast<func::ConstantOp>(op))
      functions.insert(constant.getValueAttr().getAttr());
    isCalled |= isa<func::CallIndirectOp, LLVM::CallOp>(op);
  });
  return success();
}

void FunctionValues::mark(ModuleOp file) {
  StringAttr module = package.getSymNameAttr();
  Builder b(file.getContext());
  file.walk([&](Operation *op) {
    if (auto constant = dyn_cast<func::ConstantOp>(op)) {
      op->setAttr(ValueAttr, SymbolRefAttr::get(module, {constant.getValueAttr()}));
    } else if (auto address = dyn_cast<LLVM::AddressOfOp>(op)) {
      auto it = addresses.find(address.getGlobalNameAttr().getAttr());
      if (it != addresses.end())
        op->setAttr(ValueAttr, b.getI64IntegerAttr(int64_t(it->second)));
    }
  });
}

void FunctionValues::initialiseTables() {
  OpBuilder b = OpBuilder::atBlockEnd(package.getBodyBlock());
  Location loc = package.getLoc();
  auto type = csim::UArrayType::get(b.getI64Type(), 0, int32_t(entries.size()) - 1);
  auto signal = csim::SignalOp::create(b, loc, b.getStringAttr(TablesName), TablesName,
                                       csim::NetKind::Variable, type, "", Type());
  signal.setImplicit(true);
  auto function = csim::FuncOp::create(b, loc, "$init", b.getFunctionType({}, {}));
  b.setInsertionPointToStart(&function.getBody().emplaceBlock());
  Value tables = csim::AddrOp::create(b, loc, signal.getSymNameAttr(), type);
  for (auto [i, name] : llvm::enumerate(entries)) {
    if (!name)
      continue;
    Value index = arith::ConstantIntOp::create(b, loc, int64_t(i), 64);
    Value entry = csim::ElemRefOp::create(b, loc, tables, index);
    csim::StoreOp::create(b, loc, csim::FuncRefOp::create(b, loc, name), entry);
  }
  csim::ReturnOp::create(b, loc);
  package.setInitialiser("$init");
}

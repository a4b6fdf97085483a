//===- CsimDialect.cpp - registration, symbols, shared questions ------------===//
//
// Flat symbol references inside a csim.module name its members; @Mod::@f names a
// member of another module of the design.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;

#include "IR/CsimDialect.cpp.inc"
#include "IR/CsimEnums.cpp.inc"

void CsimDialect::initialize() {
  registerTypes();
  registerAttributes();
  registerOps();
}

Operation *CsimDialect::materializeConstant(OpBuilder &builder, Attribute value, Type type,
                                            Location loc) {
  if (auto logic = dyn_cast<LogicAttr>(value)) {
    if (logic.getType() == type)
      return ConstantOp::create(builder, loc, logic);
    return nullptr;
  }
  return arith::ConstantOp::materialize(builder, value, type, loc);
}

csim::ModuleOp csim::enclosingModule(Operation *op) {
  if (auto module = dyn_cast<csim::ModuleOp>(op))
    return module;
  return op->getParentOfType<csim::ModuleOp>();
}

Operation *csim::lookupMember(SymbolTableCollection &tables, Operation *from, SymbolRefAttr ref) {
  csim::ModuleOp module = enclosingModule(from);
  if (!module)
    return nullptr;
  if (ref.getNestedReferences().empty())
    return tables.lookupSymbolIn(module, ref.getRootReference());
  return tables.lookupSymbolIn(module->getParentOp(), ref);
}

bool csim::maySuspend(Operation *op, SymbolTableCollection &tables) {
  if (isa<WaitDelayOp, WaitEventOp, WaitForeverOp, WaitForkOp>(op))
    return true;
  if (auto fork = dyn_cast<ForkOp>(op))
    return fork.getKind() != JoinKind::None;
  if (auto call = dyn_cast<SysCallOp>(op))
    return call.getMaySuspend();
  if (auto call = dyn_cast<RtOp>(op))
    return call.getMaySuspend();
  if (auto call = dyn_cast<CallIndirectOp>(op))
    return call.getMaySuspend();
  if (auto call = dyn_cast<CallAtOp>(op)) {
    auto callee = dyn_cast_or_null<FuncOp>(lookupMember(tables, op, call.getCallee()));
    return !callee || callee.getTask();
  }
  if (auto call = dyn_cast<CallOp>(op)) {
    auto callee = dyn_cast_or_null<FuncOp>(lookupMember(tables, op, call.getCallee()));
    return !callee || callee.getTask();
  }
  return false;
}

int64_t csim::normaliseIndex(int64_t index, int32_t left, int32_t right, bool packed,
                             bool unbounded) {
  if (index == InvalidIndex)
    return InvalidIndex;
  bool descending = left >= right;
  int64_t low = descending ? right : left, high = descending ? left : right;
  if (!unbounded && (index < low || index > high))
    return InvalidIndex;
  // Position 0 is the right bound of a packed, the left bound of an unpacked dimension.
  int64_t origin = packed ? right : left;
  bool countsUp = packed ? descending : !descending;
  // Wrapping arithmetic: an index near the ends of int64 stays out of range.
  uint64_t position =
      countsUp ? uint64_t(index) - uint64_t(origin) : uint64_t(origin) - uint64_t(index);
  return int64_t(position);
}

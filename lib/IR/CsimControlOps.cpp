//===- CsimControlOps.cpp - waits, forks, calls, terminators ----------------===//
//
// Builders, verifiers and branch interfaces. Only csim.enter_scope and
// csim.switch branch here; plain branches are those of the cf dialect.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;

// --- Events ---------------------------------------------------------------------------

void WaitEventOp::build(OpBuilder &builder, OperationState &state, ArrayRef<Edge> edges,
                        ValueRange events) {
  SmallVector<int32_t> kinds;
  for (Edge edge : edges)
    kinds.push_back(int32_t(edge));
  build(builder, state, builder.getDenseI32ArrayAttr(kinds), events, /*condition=*/false);
}

static LogicalResult verifyEvents(Operation *op, ArrayRef<int32_t> edges, OperandRange events) {
  if (edges.size() != events.size() || edges.empty())
    return op->emitOpError("has one edge for each of its events, and at least one");
  for (auto [edge, event] : llvm::zip(edges, events)) {
    Type pointee = cast<RefType>(event.getType()).getPointee();
    if (!symbolizeEdge(uint32_t(edge)))
      return op->emitOpError() << "has the unknown edge " << edge;
    if ((Edge(edge) == Edge::NamedEvent) != isa<EventType>(pointee))
      return op->emitOpError() << "waits for '" << stringifyEdge(Edge(edge)) << "' of " << pointee;
  }
  return success();
}

LogicalResult WaitEventOp::verify() { return verifyEvents(*this, getEdges(), getEvents()); }
LogicalResult NbaEventOp::verify() { return verifyEvents(*this, getEdges(), getEvents()); }

LogicalResult TriggerOp::verify() {
  if (!isa<EventType>(getRef().getType().getPointee()))
    return emitOpError() << "triggers " << getRef().getType().getPointee();
  if (getAfter() && !getNonblocking())
    return emitOpError("has a delay but is not nonblocking");
  return success();
}

// --- Fork -------------------------------------------------------------------------------

void ForkOp::build(OpBuilder &builder, OperationState &state, JoinKind kind,
                   ArrayRef<StringRef> branches, ArrayRef<SmallVector<Value>> args) {
  SmallVector<Attribute> functions;
  SmallVector<int32_t> counts;
  SmallVector<Value> flat;
  for (auto [branch, values] : llvm::zip_equal(branches, args)) {
    functions.push_back(FlatSymbolRefAttr::get(builder.getContext(), branch));
    counts.push_back(int32_t(values.size()));
    flat.append(values.begin(), values.end());
  }
  build(builder, state, kind, builder.getArrayAttr(functions), builder.getDenseI32ArrayAttr(counts),
        flat);
}

SmallVector<OperandRange> ForkOp::getBranchArgs() {
  SmallVector<OperandRange> groups;
  OperandRange rest = getArgs();
  for (int32_t count : getArgCounts()) {
    groups.push_back(rest.take_front(count));
    rest = rest.drop_front(count);
  }
  return groups;
}

LogicalResult ForkOp::verify() {
  size_t total = 0;
  for (int32_t count : getArgCounts())
    total += size_t(count);
  if (getArgCounts().size() != getBranches().size() || total != getArgs().size())
    return emitOpError("has a number of arguments for each of its branches");
  return success();
}

// --- Calls ------------------------------------------------------------------------------

void CallOp::build(OpBuilder &builder, OperationState &state, FuncOp callee, ValueRange args) {
  build(builder, state, callee.getResultTypes(), SymbolRefAttr::get(callee), args,
        FlatSymbolRefAttr());
}

LogicalResult SysCallOp::verify() {
  size_t taken = 0;
  for (auto info : getArgInfo().getAsRange<ArgAttr>()) {
    if (!info.takesOperand())
      continue;
    if (taken == getArgs().size())
      return emitOpError("has fewer operands than its arguments take");
    Type type = getArgs()[taken++].getType();
    bool fits = true;
    switch (info.getKind()) {
    case ArgKind::Bits:
      fits = isa<IntegerType>(type);
      break;
    case ArgKind::Logic:
      fits = isa<LogicType>(type);
      break;
    case ArgKind::Real:
      fits = isa<Float64Type>(type);
      break;
    case ArgKind::String:
      fits = isa<StringType>(type);
      break;
    case ArgKind::Handle:
      fits = isHandle(type);
      break;
    case ArgKind::Ref:
      fits = isa<RefType>(type);
      break;
    default:
      break;
    }
    if (!fits)
      return emitOpError() << "passes " << type << " as '" << stringifyArgKind(info.getKind())
                           << "'";
  }
  if (taken != getArgs().size())
    return emitOpError("has more operands than its arguments take");
  return success();
}

LogicalResult csim::ReturnOp::verify() {
  Operation *parent = (*this)->getParentOp();
  if (auto function = dyn_cast<FuncOp>(parent)) {
    if (getValues().getTypes() != TypeRange(function.getResultTypes()))
      return emitOpError() << "returns values that differ from the results of @"
                           << function.getSymName();
    return success();
  }
  if (!isa<ProcessOp, ProcessBodyOp>(parent))
    return emitOpError("stands directly in a process or function");
  if (!getValues().empty())
    return emitOpError("returns values from a process");
  return success();
}

// --- Branches ---------------------------------------------------------------------------

SuccessorOperands EnterScopeOp::getSuccessorOperands(unsigned index) {
  return SuccessorOperands(index == 0 ? getBodyOperandsMutable() : getExitOperandsMutable());
}

SuccessorOperands csim::SwitchOp::getSuccessorOperands(unsigned index) {
  if (index == 0)
    return SuccessorOperands(getDefaultOperandsMutable());
  return SuccessorOperands(getCaseOperandsMutable()[index - 1]);
}

Block *csim::SwitchOp::getSuccessorForOperands(ArrayRef<Attribute> operands) {
  APInt value;
  if (auto known = dyn_cast_or_null<IntegerAttr>(operands.front())) {
    value = known.getValue();
  } else if (auto logic = dyn_cast_or_null<LogicAttr>(operands.front())) {
    if (!logic.isKnown())
      return getDefaultDestination();
    value = logic.getValue();
  } else {
    return nullptr;
  }
  for (auto [number, destination] : llvm::zip(getCaseValues(), getCaseDestinations()))
    if (value.getActiveBits() <= 64 && value.getZExtValue() == uint64_t(number))
      return destination;
  return getDefaultDestination();
}

LogicalResult csim::SwitchOp::verify() {
  unsigned width = bitWidthOf(getFlag().getType());
  if (width > 64)
    return emitOpError("tests a value of at most 64 bits");
  if (getCaseValues().size() != getCaseDestinations().size())
    return emitOpError("has one value for each of its cases");
  SmallVector<uint64_t> values(getCaseValues().begin(), getCaseValues().end());
  llvm::sort(values);
  for (size_t i = 0; i < values.size(); ++i) {
    if (width < 64 && values[i] >> width)
      return emitOpError() << "has the case " << int64_t(values[i]) << ", which does not fit "
                           << getFlag().getType();
    if (i && values[i] == values[i - 1])
      return emitOpError() << "has the case " << int64_t(values[i]) << " twice";
  }
  return success();
}

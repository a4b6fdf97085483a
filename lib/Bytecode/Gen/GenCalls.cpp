//===- GenCalls.cpp - calls of functions, system tasks, the runtime ---------===//
//
// Arguments stand in consecutive slots. A single argument is passed where it is;
// several are moved together (and mostly computed there, see MoveCoalescing).
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

VSlot FunctionGen::argumentArea(ValueRange args, uint32_t &count) {
  count = 0;
  for (Value arg : args)
    count += shapeOf(arg.getType()).slots();
  if (args.empty())
    return NoSlot;
  if (args.size() == 1)
    return use(args.front());
  VSlot area = code.newRegister(count);
  uint32_t offset = 0;
  for (Value arg : args) {
    uint32_t slots = shapeOf(arg.getType()).slots();
    move(area + offset, use(arg), slots);
    offset += slots;
  }
  return area;
}

VSlot FunctionGen::resultArea(ResultRange results, SmallVectorImpl<VSlot> &parts) {
  uint32_t count = 0;
  for (Value result : results) {
    parts.push_back(count);
    count += shapeOf(result.getType()).slots();
  }
  if (count == 0)
    return NoSlot;
  if (results.size() == 1)
    if (std::optional<VSlot> slot = wanted(results.front())) {
      parts.clear();
      return *slot;
    }
  VSlot area = code.newRegister(count);
  for (VSlot &part : parts)
    part += area;
  return area;
}

uint32_t FunctionGen::instanceOperand(FlatSymbolRefAttr instance) const {
  const Member *member = instance ? module.find(instance.getAttr()) : nullptr;
  return member ? member->index : SelfInstance;
}

/// Moves results of a call from where it leaves them to where they are wanted.
void FunctionGen::moveResults(ResultRange results, ArrayRef<VSlot> parts) {
  for (auto [result, part] : llvm::zip(results, parts))
    if (std::optional<VSlot> slot = wanted(result))
      move(*slot, part, shapeOf(result.getType()).slots());
}

FunctionGen::Result FunctionGen::genCall(csim::CallOp op) {
  const Member *callee = generator.resolve(module, op.getCallee());
  if (!callee || callee->kind != Member::Function)
    return op.emitOpError() << "calls " << op.getCallee() << ", which is not declared";
  maySuspend |= callee->isTask;
  uint32_t count;
  VSlot args = argumentArea(op.getArgs(), count);
  SmallVector<VSlot> parts;
  VSlot results = resultArea(op.getResults(), parts);
  emit2(Opcode::Call, 0, callee->index, args, results, instanceOperand(op.getInstanceAttr()),
        count);
  moveResults(op.getResults(), parts);
  return success();
}

FunctionGen::Result FunctionGen::genCallAt(csim::CallAtOp op) {
  const Member *callee = generator.resolve(module, op.getCallee());
  if (!callee || callee->kind != Member::Function)
    return op.emitOpError() << "calls " << op.getCallee() << ", which is not declared";
  maySuspend |= callee->isTask;
  VSlot instance = use(op.getInstance());
  uint32_t count;
  VSlot args = argumentArea(op.getArgs(), count);
  SmallVector<VSlot> parts;
  VSlot results = resultArea(op.getResults(), parts);
  emit2(Opcode::CallAt, 0, callee->index, args, results, instance, count);
  moveResults(op.getResults(), parts);
  return success();
}

FunctionGen::Result FunctionGen::genCallIndirect(csim::CallIndirectOp op) {
  maySuspend |= op.getMaySuspend();
  VSlot callee = use(op.getCallee());
  uint32_t count, resultCount = 0;
  VSlot args = argumentArea(op.getArgs(), count);
  SmallVector<VSlot> parts;
  VSlot results = resultArea(op.getResults(), parts);
  for (Type type : op.getResultTypes())
    resultCount += shapeOf(type).slots();
  emit2(Opcode::CallIndirect, 0, callee, args, results, instanceOperand(op.getInstanceAttr()),
        count, resultCount, uint32_t(code.callSites.size()));
  code.callSites.push_back(generator.signatureOf(
      FunctionType::get(op.getContext(), op.getArgs().getTypes(), op.getResultTypes())));
  moveResults(op.getResults(), parts);
  return success();
}

FunctionGen::Result FunctionGen::genRt(csim::RtOp op) {
  std::optional<uint32_t> row = generator.getNames().runtimeFunction(op.getCallee());
  if (!row)
    return op.emitOpError() << "names the unknown runtime function '" << op.getCallee() << "'";
  maySuspend |= op.getMaySuspend();
  uint32_t count;
  VSlot args = argumentArea(op.getArgs(), count);
  SmallVector<VSlot> parts;
  VSlot results = resultArea(op.getResults(), parts);
  emit(Opcode::CallRt, *row, args, results);
  moveResults(op.getResults(), parts);
  return success();
}

// --- System calls -----------------------------------------------------------------------

static std::pair<ArgKind, uint32_t> resultKindOf(Type type) {
  if (auto logic = dyn_cast<csim::LogicType>(type))
    return {ArgKind::Logic, logic.getWidth()};
  if (auto integer = dyn_cast<IntegerType>(type))
    return {ArgKind::Bits, integer.getWidth()};
  if (isa<FloatType>(type))
    return {ArgKind::Real, 64};
  return {isa<csim::StringType>(type) ? ArgKind::String : ArgKind::Handle, 64};
}

/// Where a plain signal argument lives, for tasks that watch or write it.
void FunctionGen::fillSignalOfArgument(CallArgument &out, Value ref, FlatSymbolRefAttr symbol) {
  if (auto addr = ref ? ref.getDefiningOp<csim::AddrOp>() : csim::AddrOp())
    symbol = addr.getSymbolAttr();
  const Member *member = symbol ? module.find(symbol.getAttr()) : nullptr;
  if (!member || (member->kind != Member::Signal && member->kind != Member::ExternSignal))
    return;
  bool isSlot = member->slot != NoId;
  out.signalKind = isSlot ? SignalOperand::Slot : SignalOperand::Local;
  out.signalIndex = isSlot ? member->slot : member->index;
}

FunctionGen::Result FunctionGen::genSysCall(csim::SysCallOp op) {
  std::optional<uint32_t> row = generator.getNames().builtin(op.getCallee());
  if (!row)
    return op.emitError() << "unsupported: " << op.getCallee()
                          << " (IEEE 1800-2023 clauses 20, 21)";
  maySuspend |= op.getMaySuspend();
  CallDescriptor call;
  call.builtin = *row;
  call.scope = scopeIndex(op.getScopeAttr());
  size_t operand = 0;
  for (auto info : op.getArgInfo().getAsRange<csim::ArgAttr>()) {
    CallArgument &arg = call.args.emplace_back();
    arg.kind = ArgKind(info.getKind());
    arg.isSigned = info.getIsSigned();
    if (info.getText())
      arg.text = info.getText().str();
    if (info.getType())
      arg.type = layout.typeId(info.getType());
    auto symbol = dyn_cast_or_null<FlatSymbolRefAttr>(info.getSymbol());
    if (arg.kind == ArgKind::Thunk) {
      const Member *thunk = symbol ? module.find(symbol.getAttr()) : nullptr;
      if (!thunk)
        return op.emitOpError("passes a thunk that is not declared");
      arg.slot = thunk->index;
      continue;
    }
    Value ref;
    if (info.takesOperand()) {
      Value value = op.getArgs()[operand++];
      arg.slot = use(value);
      Type type = value.getType();
      if (arg.kind == ArgKind::Ref) {
        ref = value;
        type = cast<csim::RefType>(type).getPointee();
      } else if (auto load = value.getDefiningOp<csim::LoadOp>()) {
        ref = load.getRef();
      }
      arg.width = csim::bitWidthOf(type);
      if (arg.type == NoId)
        arg.type = layout.typeId(type);
    }
    fillSignalOfArgument(arg, ref, symbol);
  }
  if (Value result = op.getResult()) {
    std::tie(call.resultKind, call.resultWidth) = resultKindOf(result.getType());
    std::optional<VSlot> slot = wanted(result);
    call.resultSlot = slot ? *slot : temporary(result.getType());
  }
  emit(Opcode::SysCall, uint32_t(code.calls.size()));
  code.calls.push_back(std::move(call));
  return success();
}

std::optional<FunctionGen::Result> FunctionGen::genCalls(Operation *op) {
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<csim::CallOp>([&](csim::CallOp o) { return genCall(o); })
      .Case<csim::CallAtOp>([&](csim::CallAtOp o) { return genCallAt(o); })
      .Case<csim::FuncRefOp>([](csim::FuncRefOp o) {
        return Result(o.emitOpError() << "names " << o.getFunction() << ", which is not declared");
      })
      .Case<csim::CallIndirectOp>([&](csim::CallIndirectOp o) { return genCallIndirect(o); })
      .Case<csim::SysCallOp>([&](csim::SysCallOp o) { return genSysCall(o); })
      .Case<csim::RtOp>([&](csim::RtOp o) { return genRt(o); })
      .Default([](Operation *) { return std::nullopt; });
}

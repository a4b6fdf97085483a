//===- GenProcess.cpp - waits, events, forks, disable -----------------------===//
//
// Terms of a wait name signals by index where the reference is a constant part of
// one; other references are watched through their three slots.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

EventTerm FunctionGen::eventTerm(int32_t edge, Value ref) {
  EventTerm term;
  term.edge = Edge(edge);
  Type part = cast<csim::RefType>(ref.getType()).getPointee();
  Address address = addressOf(ref);
  uint32_t width = csim::bitWidthOf(part);
  if (!width)
    width = uint32_t(layout.storageOf(part).size * 8);
  if (address.base == Address::Opaque || !address.indices.empty() || address.bitIndex ||
      address.isNull) {
    term.kind = SignalOperand::Ref;
    term.index = use(ref);
    term.width = width;
    return term;
  }
  bool isSlot = address.base == Address::Slot;
  term.kind = isSlot ? SignalOperand::Slot : SignalOperand::Local;
  term.index = address.index;
  bool isWhole = isa<csim::AddrOp>(ref.getDefiningOp());
  if (!isWhole) {
    term.lo = uint32_t(address.offset * 8 + address.lo);
    term.width = width;
  }
  return term;
}

uint32_t FunctionGen::waitDescriptor(ArrayRef<int32_t> edges, ValueRange events) {
  WaitDescriptor descriptor;
  for (auto [edge, event] : llvm::zip(edges, events))
    descriptor.terms.push_back(eventTerm(edge, event));
  code.waits.push_back(std::move(descriptor));
  return uint32_t(code.waits.size() - 1);
}

FunctionGen::Result FunctionGen::genFork(csim::ForkOp op) {
  ForkDescriptor fork;
  fork.join = JoinKind(op.getKind());
  for (auto [symbol, args] :
       llvm::zip(op.getBranches().getAsRange<FlatSymbolRefAttr>(), op.getBranchArgs())) {
    const Member *function = module.find(symbol.getAttr());
    if (!function || function->kind != Member::Function)
      return op.emitOpError() << "starts " << symbol << ", which is not declared";
    ForkBranch &branch = fork.branches.emplace_back();
    branch.function = function->index;
    for (Value arg : args)
      branch.args.emplace_back(use(arg), shapeOf(arg.getType()).slots());
  }
  maySuspend |= fork.join != JoinKind::None;
  emit(Opcode::Fork, uint32_t(code.forks.size()));
  code.forks.push_back(std::move(fork));
  return success();
}

FunctionGen::Result FunctionGen::genDisable(csim::DisableOp op) {
  const Member *member = generator.resolve(module, op.getScope());
  if (!member || member->kind != Member::Scope)
    return op.emitOpError() << "names " << op.getScope() << ", which is not declared";
  emit(Opcode::DisableScope, member->index, instanceOperand(op.getInstanceAttr()));
  return success();
}

std::optional<FunctionGen::Result> FunctionGen::genProcess(Operation *op) {
  auto done = []() -> std::optional<Result> { return success(); };
  auto suspend = [&](auto &&...) {
    maySuspend = true;
    return std::optional<Result>(success());
  };
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<csim::WaitDelayOp>([&](csim::WaitDelayOp o) {
        return emit(Opcode::WaitDelay, use(o.getTicks())), suspend();
      })
      .Case<csim::WaitEventOp>([&](csim::WaitEventOp o) {
        uint32_t wait = waitDescriptor(o.getEdges(), o.getEvents());
        code.waits[wait].isCondition = o.getCondition();
        return emit(Opcode::WaitEvent, wait), suspend();
      })
      .Case<csim::WaitForeverOp>([&](auto) { return emit(Opcode::WaitForever), suspend(); })
      .Case<csim::WaitForkOp>([&](auto) { return emit(Opcode::WaitFork), suspend(); })
      .Case<csim::DisableForkOp>([&](auto) { return emit(Opcode::DisableFork), done(); })
      .Case<csim::TriggerOp>([&](csim::TriggerOp o) {
        VSlot after = o.getAfter() ? use(o.getAfter()) : NoSlot;
        return emit(Opcode::Trigger, use(o.getRef()), o.getNonblocking(), after), done();
      })
      .Case<csim::TriggeredOp>([&](csim::TriggeredOp o) {
        return emit(Opcode::Triggered, *wanted(o), use(o.getRef())), done();
      })
      .Case<csim::ForkOp>([&](csim::ForkOp o) { return genFork(o); })
      .Case<csim::DisableOp>([&](csim::DisableOp o) { return genDisable(o); })
      .Default([](Operation *) { return std::nullopt; });
}

//===- EmitControl.cpp - jumps, calls, waits, processes ----------------------===//
//
// A jump backwards looks at the poll flag, so that an interrupt or the collector
// gets its turn in loops without a wait. Whatever may suspend runs out of line;
// its status goes to whoever called this code.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

#include "Model/NativeState.h"

#include "llvm/IR/MDBuilder.h"

using namespace circtsim::codegen;
using namespace circtsim::model;

/// Whether somebody asked for a poll.
static llvm::Value *pollFlag(llvm::IRBuilderBase &b, llvm::Value *address) {
  llvm::LoadInst *load = b.CreateLoad(b.getInt8Ty(), address);
  load->setVolatile(true);
  return b.CreateICmpNE(load, b.getInt8(0));
}

/// Ends the block with a jump; one backwards polls first.
void FunctionEmitter::jump(uint32_t target) {
  if (target > unit) {
    b.CreateBr(blockAt(target));
    return;
  }
  BasicBlock *poll = newBlock("poll");
  Value *address = invariantLoad(ptr, simulation, offsetof(NativeState, pollRequested));
  b.CreateCondBr(pollFlag(b, address), poll, blockAt(target),
                 llvm::MDBuilder(context).createUnlikelyBranchWeights());
  inColdBlock(poll, [&] {
    spillLive(target);
    setPc(target);
    BasicBlock *end = newBlock("end");
    b.CreateCondBr(b.CreateICmpNE(callSupport(Support::poll, {frame}), b.getInt32(0)),
                   blockAt(target), end);
    b.SetInsertPoint(end);
    b.CreateRet(b.getInt32(uint32_t(ExitStatus::Finish)));
  });
}

void FunctionEmitter::branch(Value *condition, uint32_t target) {
  BasicBlock *otherwise = blockAt(shape.next(unit));
  isTerminated = true;
  if (target > unit) {
    b.CreateCondBr(condition, blockAt(target), otherwise);
    return;
  }
  BasicBlock *edge = newBlock("back");
  b.CreateCondBr(condition, edge, otherwise);
  b.SetInsertPoint(edge);
  jump(target);
}

void FunctionEmitter::emitJmp() {
  jump(in->a);
  isTerminated = true;
}
void FunctionEmitter::emitBrTrue() { branch(isSet(A()), in->b); }
void FunctionEmitter::emitBrFalse() { branch(b.CreateICmpEQ(A(), num(0)), in->b); }
void FunctionEmitter::emitBrTrueL() {
  Pair x = readPair(in->a);
  branch(isSet(b.CreateAnd(x.a, b.CreateNot(x.b))), in->b);
}
void FunctionEmitter::emitBrFalseL() {
  Pair x = readPair(in->a);
  branch(b.CreateICmpEQ(b.CreateAnd(x.a, b.CreateNot(x.b)), num(0)), in->b);
}
void FunctionEmitter::emitBrEqI() { branch(b.CreateICmpEQ(A(), B()), in->c); }
void FunctionEmitter::emitBrNeI() { branch(b.CreateICmpNE(A(), B()), in->c); }

void FunctionEmitter::emitSwitch(Value *value, BasicBlock *otherwise) {
  const SwitchTable &table = shape.function.switches[in->b];
  llvm::DenseMap<uint32_t, BasicBlock *> edges;
  auto edgeTo = [&](uint32_t target) {
    BasicBlock *&edge = edges[target];
    if (!edge) {
      edge = target > unit ? blockAt(target) : newBlock("back");
      if (target <= unit)
        inColdBlock(edge, [&] { jump(target); });
    }
    return edge;
  };
  llvm::SwitchInst *dispatch = b.CreateSwitch(value, otherwise, table.cases.size());
  if (!table.dense.empty()) {
    for (size_t i = 0; i != table.dense.size(); ++i)
      if (table.dense[i] != NoId)
        dispatch->addCase(b.getInt64(table.denseBase + i), edgeTo(table.dense[i]));
    return;
  }
  for (const auto &[key, target] : table.cases)
    dispatch->addCase(b.getInt64(key), edgeTo(target));
}

void FunctionEmitter::emitSwitchI() {
  BasicBlock *otherwise = newBlock("default");
  emitSwitch(A(), otherwise);
  b.SetInsertPoint(otherwise);
  jump(in->c);
  isTerminated = true;
}
void FunctionEmitter::emitSwitchL() {
  Pair x = readPair(in->a);
  BasicBlock *known = newBlock("known"), *otherwise = newBlock("default");
  b.CreateCondBr(isSet(x.b), otherwise, known);
  b.SetInsertPoint(known);
  emitSwitch(x.a, otherwise);
  b.SetInsertPoint(otherwise);
  jump(in->c);
  isTerminated = true;
}

void FunctionEmitter::emitReturn() {
  for (uint32_t i = 0; i != shape.function.resultSlots; ++i)
    spill(shape.function.resultSlot + i);
  if (shape.hasScopes())
    callSupport(Support::leaveScopes, {frame});
  b.CreateRet(b.getInt32(uint32_t(ExitStatus::Return)));
  isTerminated = true;
}
void FunctionEmitter::emitHalt() {
  b.CreateRet(callSupport(Support::halt, {frame}));
  isTerminated = true;
}
void FunctionEmitter::emitUnreachable() { outOfLineLeaving(Support::step, /*always=*/true); }
void FunctionEmitter::emitFinish() { outOfLineLeaving(Support::step, /*always=*/true); }

void FunctionEmitter::emitCall() { outOfLineLeaving(Support::call); }
void FunctionEmitter::emitCallAt() { outOfLineLeaving(Support::callAt); }
void FunctionEmitter::emitCallIndirect() { outOfLineLeaving(Support::callIndirect); }
void FunctionEmitter::emitCallRt() { outOfLineLeaving(); }
void FunctionEmitter::emitSysCall() {
  // A task that is executed again when it wakes needs what it needs now.
  if (shape.function.maySuspend)
    spillLive(unit);
  outOfLineLeaving();
}

void FunctionEmitter::emitWaitDelay() { outOfLineLeaving(Support::waitDelay, /*always=*/true); }
void FunctionEmitter::emitWaitEvent() { outOfLineLeaving(Support::waitEvent, /*always=*/true); }
void FunctionEmitter::emitWaitForever() { outOfLineLeaving(Support::step, /*always=*/true); }
void FunctionEmitter::emitTrigger() { outOfLine(); }
void FunctionEmitter::emitTriggered() { outOfLine(); }
void FunctionEmitter::emitFork() { outOfLineLeaving(); }
void FunctionEmitter::emitWaitFork() { outOfLineLeaving(); }
void FunctionEmitter::emitDisableFork() { outOfLine(); }
void FunctionEmitter::emitEnterScope() { outOfLine(); }
void FunctionEmitter::emitExitScope() { outOfLine(); }
void FunctionEmitter::emitDisableScope() { outOfLineLeaving(); }

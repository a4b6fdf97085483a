//===- Interpreter.cpp - the dispatch loop -----------------------------------===//
//
// Threaded code over the 16-byte units of Opcodes.def: each handler ends in its
// own indirect jump. Registers of the loop: the unit pointer `ip`, the slots
// `fp` of the frame, and what the frame's instance gives (`base`, `slots`,
// `signalBase`). Calls between interpreted functions stay inside the loop; a
// suspension returns with all state in frames, and the same loop continues it.
//
// Invariants: frame->pc is written before anything that may look at the frame
// (calls, builtins, suspension, faults); handlers read all operands before they
// write the result, so that a result may reuse operand slots.
//
// The loop exists twice, with and without counting of instructions.
//
//===----------------------------------------------------------------------===//
#include "Exec/Interp/Interpreter.h"

#include "Bytecode/Opcodes.h"
#include "Exec/Interp/Support.h"
#include "Runtime/Arrays.h"
#include "Runtime/Objects.h"
#include "Runtime/RuntimeABI.h"

#include <bit>
#include <cmath>
#include <utility>

namespace circtsim::exec {

using namespace circtsim::model;
using runtime::BuiltinResult;
using value::Logic64;
namespace bits64 = value::bits64;
namespace logic64 = value::logic64;

#include "Exec/Interp/Handlers.inc"

enum class LoopVerdict : uint8_t { GoOn, End, Native };
/// A jump backwards to `unit` found the poll flag or no budget left. An activation loops
/// for long if two looks in a row find it. The budget is the function's: what else runs
/// interpreted makes no difference.
[[gnu::noinline]] static LoopVerdict lookAtLoop(SimContext &context, Frame *frame, uint32_t unit) {
  frame->pc = unit;
  if (context.scheduler().isPollRequested() && !context.poll())
    return LoopVerdict::End;
  auto &fn = const_cast<Function &>(*frame->fn);
  if (fn.loopBudget)
    return LoopVerdict::GoOn;
  fn.loopBudget = LoopBudget;
  if (!context.functions.observer)
    return LoopVerdict::GoOn;
  ++fn.loops;
  bool isLong = std::exchange(fn.loopActivation, fn.activations) == fn.activations;
  fn.longLoops += isLong;
  context.functions.observer->looping(fn, isLong);
  return fn.hasLoopEntries && context.hasNativeRoom() ? LoopVerdict::Native : LoopVerdict::GoOn;
}

/// Whether a frame is run by the innermost interpreter loop.
static bool isOurs(SimContext &context, const Frame *frame) {
  if (!context.boundary)
    return true;
  for (; frame; frame = frame->caller)
    if (frame->caller == context.boundary)
      return true;
  return false;
}

#define OP(Name) op_##Name:
#define DISPATCH                                                                                   \
  do {                                                                                             \
    if constexpr (Counting)                                                                        \
      ++context.instructions;                                                                      \
    goto *labels[ip->op];                                                                          \
  } while (0)
#define NEXT                                                                                       \
  do {                                                                                             \
    ++ip;                                                                                          \
    DISPATCH;                                                                                      \
  } while (0)
#define NEXT2                                                                                      \
  do {                                                                                             \
    ip += 2;                                                                                       \
    DISPATCH;                                                                                      \
  } while (0)
#define JUMP(Target)                                                                               \
  do {                                                                                             \
    const Instr *to = code + (Target);                                                             \
    if (to <= ip && (--*loopBudget == 0 || scheduler.isPollRequested())) [[unlikely]] {          \
      ip = to;                                                                                     \
      goto atLoop;                                                                                 \
    }                                                                                              \
    ip = to;                                                                                       \
    DISPATCH;                                                                                      \
  } while (0)
/// `disable` cut the chain of frames; `Next` may belong to a caller of this loop.
#define CONTINUE_AT(Next)                                                                          \
  do {                                                                                             \
    if (!isOurs(context, (Next))) [[unlikely]] {                                                   \
      context.continueAt = (Next);                                                                 \
      return ExitStatus::Call;                                                                     \
    }                                                                                              \
    frame = (Next);                                                                                \
    ENTER_FRAME;                                                                                   \
  } while (0)
#define ENTER_FRAME                                                                                \
  do {                                                                                             \
    instance = frame->instance;                                                                    \
    fp = frame->slots();                                                                           \
    base = instance->base;                                                                         \
    slots = instance->slots;                                                                       \
    signalBase = instance->signalBase;                                                             \
    code = frame->fn->code;                                                                        \
    loopBudget = &const_cast<Function *>(frame->fn)->loopBudget;                                   \
    ip = code + frame->pc;                                                                         \
    DISPATCH;                                                                                      \
  } while (0)

/// Goes on in a callee; it gets the arguments that a call instruction at `ip` names.
#define ENTER_CALLEE(Callee, Target)                                                               \
  do {                                                                                             \
    Frame *inner = pushCallee(context, frame, ip, *(Callee), (Target));                            \
    if (!inner) [[unlikely]]                                                                       \
      LEAVE(stackOverflow(context, *(Callee)));                                                    \
    SAVE(2);                                                                                       \
    if ((Callee)->entry.load(std::memory_order_relaxed) != interpret &&                            \
        context.hasNativeRoom()) [[unlikely]] {                                                    \
      ExitStatus status = enterNested(context, inner);                                             \
      if (status != ExitStatus::Return)                                                            \
        return status;                                                                             \
      finishCall(context, inner);                                                                  \
      ENTER_FRAME;                                                                                 \
    }                                                                                              \
    if (++(Callee)->activations == (Callee)->hotAt) [[unlikely]]                                   \
      context.functions.observer->hot(*(Callee));                                                  \
    frame = inner;                                                                                 \
    ENTER_FRAME;                                                                                   \
  } while (0)

template <bool Counting> static ExitStatus execute(SimContext &context, Frame *frame) {
  static const void *const labels[] = {
#define OPCODE(Name, Units, Signature, Doc) &&op_##Name,
#include "Bytecode/Opcodes.def"
  };
  Scheduler &scheduler = context.scheduler();
  const uint64_t distance = scheduler.planeDistance();
  const Instr *ip, *code;
  uint64_t *fp;
  Instance *instance;
  uint8_t *base;
  SlotEntry *slots;
  SignalId signalBase;
  uint32_t *loopBudget;

  ENTER_FRAME;

atLoop:
  switch (lookAtLoop(context, frame, uint32_t(ip - code))) {
  case LoopVerdict::GoOn:
    DISPATCH;
  case LoopVerdict::End:
    return ExitStatus::Finish;
  case LoopVerdict::Native:
    ExitStatus status;
    if (!frame->caller || frame->caller == context.boundary) {
      status = enterAt(context, frame);
      if (status != ExitStatus::Deopt)
        return enterAgain(context, frame, status);
      context.functions.observer->deoptimised(*frame);
      ENTER_FRAME; // in this loop: deopts of one activation must not nest
    }
    status = enterNested(context, frame, enterAt);
    if (status != ExitStatus::Return)
      return status;
    frame = finishCall(context, frame);
    ENTER_FRAME;
  }

#include "Exec/Interp/OpsAssign.inc"
#include "Exec/Interp/OpsControl.inc"
#include "Exec/Interp/OpsInt.inc"
#include "Exec/Interp/OpsLogic.inc"
#include "Exec/Interp/OpsMemory.inc"
#include "Exec/Interp/OpsMove.inc"
#include "Exec/Interp/OpsProcess.inc"
#include "Exec/Interp/OpsReal.inc"
#include "Exec/Interp/OpsReference.inc"
#include "Exec/Interp/OpsSystem.inc"
#include "Exec/Interp/OpsWide.inc"
}

ExitStatus interpret(SimContext *context, Frame *frame) {
  if (!context->options.countInstructions)
    return execute<false>(*context, frame);
  bool wasNative = context->nativeTime.end();
  ExitStatus status = execute<true>(*context, frame);
  if (wasNative)
    context->nativeTime.begin();
  return status;
}

unsigned handlerCount() { return bytecode::NumOpcodes; }

} // namespace circtsim::exec

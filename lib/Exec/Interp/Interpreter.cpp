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
#include "Runtime/RuntimeABI.h"

#include <bit>
#include <cmath>

namespace circtsim::exec {

using namespace circtsim::model;
using runtime::BuiltinResult;
using value::Logic64;
namespace bits64 = value::bits64;
namespace logic64 = value::logic64;

static inline Logic64 pairAt(const uint64_t *fp, uint32_t slot) {
  return {fp[slot], fp[slot + 1]};
}

/// A backward jump found the poll flag; true: the run ends.
[[gnu::noinline]] static bool pollAt(SimContext &context, Frame *frame, uint32_t unit) {
  frame->pc = unit;
  return !context.poll();
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
    if (to <= ip && scheduler.pollRequested) [[unlikely]]                                          \
      if (pollAt(context, frame, uint32_t(to - code)))                                             \
        return ExitStatus::Finish;                                                                 \
    ip = to;                                                                                       \
    DISPATCH;                                                                                      \
  } while (0)
#define SAVE(Units) (frame->pc = uint32_t(ip - code) + (Units))
#define LEAVE(Status)                                                                              \
  do {                                                                                             \
    ExitStatus leaving = (Status);                                                                 \
    if (leaving == ExitStatus::Wait)                                                               \
      context.scheduler().runningStack()->frame = frame;                                           \
    return leaving;                                                                                \
  } while (0)
#define RAISE(Message)                                                                             \
  do {                                                                                             \
    SAVE(0);                                                                                       \
    context.innermost = frame;                                                                     \
    return context.raise(Message);                                                                 \
  } while (0)
#define ENTER_FRAME                                                                                \
  do {                                                                                             \
    instance = frame->instance;                                                                    \
    fp = frame->slots();                                                                           \
    base = instance->base;                                                                         \
    slots = instance->slots;                                                                       \
    signalBase = instance->signalBase;                                                             \
    code = frame->fn->code;                                                                        \
    ip = code + frame->pc;                                                                         \
    DISPATCH;                                                                                      \
  } while (0)

#define A fp[ip->a]
#define B fp[ip->b]
#define C fp[ip->c]
#define W uint32_t(ip->aux)
#define MASK value::lowMask(ip->aux)
#define EXT extension(ip)
#define SLOT slots[ip->b]
#define LB pairAt(fp, ip->b)
#define LC pairAt(fp, ip->c)
#define SETL(Value)                                                                                \
  do {                                                                                             \
    Logic64 result = (Value);                                                                      \
    fp[ip->a] = result.a;                                                                          \
    fp[ip->a + 1] = result.b;                                                                      \
  } while (0)
#define RB std::bit_cast<double>(B)
#define RC std::bit_cast<double>(C)
#define SETR(Value) (A = std::bit_cast<uint64_t>(Value))
#define REF(Slot) Reference::at(&fp[Slot])
#define SETREF(Value)                                                                              \
  do {                                                                                             \
    Reference made = (Value);                                                                      \
    std::memcpy(&fp[ip->a], static_cast<const void *>(&made), sizeof made);                                                   \
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

  ENTER_FRAME;

#include "Exec/Interp/OpsAssign.inc"
#include "Exec/Interp/OpsControl.inc"
#include "Exec/Interp/OpsInt.inc"
#include "Exec/Interp/OpsLogic.inc"
#include "Exec/Interp/OpsMemory.inc"
#include "Exec/Interp/OpsMove.inc"
#include "Exec/Interp/OpsProcess.inc"
#include "Exec/Interp/OpsReal.inc"
#include "Exec/Interp/OpsReference.inc"
#include "Exec/Interp/OpsWide.inc"
}

ExitStatus interpret(SimContext *context, Frame *frame) {
  return context->options.countInstructions ? execute<true>(*context, frame)
                                            : execute<false>(*context, frame);
}

unsigned handlerCount() { return bytecode::NumOpcodes; }

/// The function of a process that runs for the first time; null after a fault.
static Function *functionOf(SimContext &context, sched::Process &process) {
  Function *fn = context.functions.get(process.function);
  if (!fn)
    unavailableFunction(context, process.function);
  process.fn = fn;
  return fn;
}

static ExitStatus runStatic(SimContext &context, sched::Process &process) {
  auto *fn = const_cast<Function *>(process.fn);
  if (!fn) [[unlikely]] {
    fn = functionOf(context, process);
    if (!fn)
      return ExitStatus::Fault;
  }
  Frame *frame = fn->staticFrame;
  if (!frame) [[unlikely]]
    frame = context.functions.staticFrame(*fn);
  if (!frame) [[unlikely]]
    return context.raise("the simulation memory is full");
  frame->instance = process.instance;
  frame->pc = 0;
  frame->caller = nullptr;
  ++fn->activations;
  ExitStatus status = context.functions.entry(fn->id)(&context, frame);
  if (!context.scratchScopes.entries.empty() && context.nesting == 0) [[unlikely]]
    context.scratchScopes.entries.clear();
  return status;
}

static ExitStatus runStack(SimContext &context, sched::StackProcess &process) {
  if (!process.frame) {
    Function *fn = functionOf(context, process);
    if (!fn)
      return ExitStatus::Fault;
    process.frame = process.stack.push(context.stackPool, *fn, process.instance, nullptr,
                                       context.options.stackLimit);
    if (!process.frame)
      return stackOverflow(context, *fn);
  }
  FrameStack *stack = context.stack;
  sched::ScopeStack *scopes = context.scopes;
  context.stack = &process.stack;
  context.scopes = &process.scopes;
  Frame *frame = process.frame;
  ++const_cast<Function *>(frame->fn)->activations;
  // Code inside calls continues in the interpreter, whichever tier made the frame.
  ExitStatus status = frame->caller ? interpret(&context, frame)
                                    : context.functions.entry(frame->fn->id)(&context, frame);
  context.stack = stack;
  context.scopes = scopes;
  return status;
}

ExitStatus run(SimContext &context, sched::Process &process) {
  if (process.kind == sched::TaskKind::StaticProcess)
    return runStatic(context, process);
  return runStack(context, static_cast<sched::StackProcess &>(process));
}

void installInterpreter(SimContext &context) {
  context.setTier(interpret, [](void *c, sched::Process &process) {
    return run(*static_cast<SimContext *>(c), process);
  });
}

} // namespace circtsim::exec

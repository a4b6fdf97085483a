//===- Step.cpp - what generated code calls ----------------------------------===//
//
// The functions behind NativeState::support. `step` executes one instruction on a
// frame, with the interpreter's own handlers: an instruction means the same in
// every tier because it is the same text.
//
//===----------------------------------------------------------------------===//
#include "Exec/Interp/Interpreter.h"

#include "Bytecode/Opcodes.h"
#include "Exec/Interp/Support.h"
#include "Runtime/Arrays.h"
#include "Runtime/Objects.h"
#include "Exec/Interp/WideFunctions.h"
#include "Runtime/Random.h"
#include "Runtime/RuntimeABI.h"
#include "Sched/Notify.h"

#include <bit>
#include <cmath>

namespace circtsim::exec {

using namespace circtsim::model;
using bytecode::Opcode;
using runtime::BuiltinResult;
using value::Logic64;
namespace bits64 = value::bits64;
namespace logic64 = value::logic64;

#include "Exec/Interp/Handlers.inc"

#define OP(Name) case uint16_t(Opcode::Name):
#define NEXT return ExitStatus::Return
#define NEXT2 return ExitStatus::Return
#define CONTINUE_AT(Next)                                                                          \
  do {                                                                                             \
    context.continueAt = (Next);                                                                   \
    if (context.continueAt == frame && frame->pc == uint32_t(ip - code) + 1)                       \
      return ExitStatus::Return;                                                                   \
    return ExitStatus::Call;                                                                       \
  } while (0)

static ExitStatus step(SimContext *simulation, Frame *frame, uint32_t unit) {
  SimContext &context = *simulation;
  Scheduler &scheduler = context.scheduler();
  const uint64_t distance = scheduler.planeDistance();
  const Instr *code = frame->fn->code, *ip = code + unit;
  uint64_t *fp = frame->slots();
  Instance *instance = frame->instance;
  uint8_t *base = instance->base;
  SlotEntry *slots = instance->slots;
  SignalId signalBase = instance->signalBase;
  ++context.native.outOfLine;
  switch (ip->op) {
#include "Exec/Interp/OpsAssign.inc"
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
  return context.raise("internal error: instruction " + std::to_string(ip->op) +
                       " cannot be executed out of line");
}

static Instance *targetOf(const Frame *frame, const Instr *call) {
  uint32_t operand = extension(call).e0;
  return operand == SelfInstance ? frame->instance : frame->instance->slots[operand].instance;
}

/// Runs the callee of the call at `unit`, from generated code.
static ExitStatus runCallee(SimContext &context, Frame *frame, uint32_t unit,
                            const Function &callee, Instance *target) {
  const Instr *ip = frame->fn->code + unit;
  Frame *inner = pushCallee(context, frame, ip, callee, target);
  if (!inner) [[unlikely]]
    return stackOverflow(context, callee);
  frame->pc = unit + 2;
  ExitStatus status = enterNested(context, inner);
  if (status == ExitStatus::Return)
    finishCall(context, inner);
  return status;
}

/// The call of the function that the instruction at `unit` names, in `target`.
static ExitStatus callNamed(SimContext &context, Frame *frame, uint32_t unit, Instance *target) {
  const Instr *ip = frame->fn->code + unit;
  Function *callee = context.functions.get(ip->a);
  if (!callee) [[unlikely]] {
    context.innermost = frame;
    return unavailableFunction(context, ip->a);
  }
  return runCallee(context, frame, unit, *callee, target);
}

static ExitStatus callFunction(SimContext *context, Frame *frame, uint32_t unit) {
  frame->pc = unit;
  return callNamed(*context, frame, unit, targetOf(frame, frame->fn->code + unit));
}

static ExitStatus callAt(SimContext *simulation, Frame *frame, uint32_t unit) {
  frame->pc = unit;
  uint64_t handle = frame->slots()[extension(frame->fn->code + unit).e0];
  if (!handle) [[unlikely]]
    return nullInstance(*simulation, frame);
  return callNamed(*simulation, frame, unit, reinterpret_cast<Instance *>(handle));
}

static ExitStatus callIndirect(SimContext *simulation, Frame *frame, uint32_t unit) {
  const Instr *ip = frame->fn->code + unit;
  frame->pc = unit;
  Instance *target = targetOf(frame, ip);
  Function *callee = indirectCallee(*simulation, frame, ip, target);
  if (!callee) [[unlikely]]
    return ExitStatus::Fault;
  return runCallee(*simulation, frame, unit, *callee, target);
}

/// The process that executes a timing control at `unit`; null if none can wait.
static sched::StackProcess *suspendAt(SimContext &context, Frame *frame, uint32_t unit) {
  frame->pc = unit + 1;
  ++context.native.outOfLine;
  sched::StackProcess *process = suspendable(context);
  if (process) [[likely]]
    process->frame = frame;
  return process;
}

static ExitStatus waitDelay(SimContext *context, Frame *frame, uint32_t unit) {
  sched::StackProcess *process = suspendAt(*context, frame, unit);
  if (!process) [[unlikely]]
    return cannotWait(*context, frame);
  context->scheduler().waitDelay(*process, frame->slots()[frame->fn->code[unit].a]);
  return ExitStatus::Wait;
}

static ExitStatus waitEvent(SimContext *context, Frame *frame, uint32_t unit) {
  sched::StackProcess *process = suspendAt(*context, frame, unit);
  if (!process) [[unlikely]]
    return cannotWait(*context, frame);
  waitForEvents(*context, *process, *frame, frame->fn->code[unit].a);
  return ExitStatus::Wait;
}

static void leaveScopes(SimContext *context, Frame *frame) {
  if (context->scopes->entries.size() > context->scopes->inherited)
    context->scopes->leaveFrame(frame);
}

static ExitStatus halt(SimContext *context, Frame *frame) { return endProcess(*context, frame); }

static uint32_t poll(SimContext *context, Frame *) { return context->poll(); }

/// The store of generated code that found a change, or a signal it cannot judge.
template <typename Unit>
static void storeTwo(SimContext *context, uint8_t *address, uint32_t signal, uint64_t a, uint64_t) {
  context->scheduler().storeFromCode<Unit, false>(address, signal, a, 0);
}
template <typename Unit>
static void storeFour(SimContext *context, uint8_t *address, uint32_t signal, uint64_t a,
                      uint64_t b) {
  context->scheduler().storeFromCode<Unit, true>(address, signal, a, b);
}

static void storeNonblocking(SimContext *context, uint8_t *address, uint32_t signal, uint32_t kind,
                             uint64_t a, uint64_t b) {
  context->scheduler().nba().push(address, signal, sched::NbaKind(kind), a, b);
}

static void drive(SimContext *context, uint8_t *address, uint32_t signal, uint32_t shape, uint64_t a,
                  uint64_t b, const uint64_t *delays) {
  context->scheduler().driveWhole(address, signal, shape & 255, shape & 256, a, b,
                                  {delays[0], delays[1], delays[2]});
}

static uint32_t deoptDue(SimContext *context) {
  uint64_t period = context->options.deoptPeriod; // 0: at every first checkpoint
  context->native.deoptCountdown =
      period ? 1 + runtime::nextRandom(context->deoptRandom) % (2 * period - 1) : 1;
  return 1;
}

const void *const *nativeSupport() {
  static const void *const table[] = {
      reinterpret_cast<const void *>(step),         reinterpret_cast<const void *>(callFunction),
      reinterpret_cast<const void *>(callAt),
      reinterpret_cast<const void *>(callIndirect),
      reinterpret_cast<const void *>(halt),         reinterpret_cast<const void *>(leaveScopes),
      reinterpret_cast<const void *>(poll),
      reinterpret_cast<const void *>(storeTwo<uint8_t>),
      reinterpret_cast<const void *>(storeTwo<uint16_t>),
      reinterpret_cast<const void *>(storeTwo<uint32_t>),
      reinterpret_cast<const void *>(storeTwo<uint64_t>),
      reinterpret_cast<const void *>(storeFour<uint8_t>),
      reinterpret_cast<const void *>(storeFour<uint16_t>),
      reinterpret_cast<const void *>(storeFour<uint32_t>),
      reinterpret_cast<const void *>(storeFour<uint64_t>),
      reinterpret_cast<const void *>(storeNonblocking),
      reinterpret_cast<const void *>(drive),
      reinterpret_cast<const void *>(waitDelay),
      reinterpret_cast<const void *>(waitEvent),
      reinterpret_cast<const void *>(guardFailed),
      reinterpret_cast<const void *>(deoptDue),
#define WIDE_FUNCTION(Name, Signature, Doc) native::Name,
#include "Runtime/RuntimeABI.def"
  };
  constexpr size_t rows = 0
#define NATIVE_FUNCTION(Name, Signature, Doc) +1
#include "Runtime/RuntimeABI.def"
      ;
  static_assert(std::size(table) == rows);
  return table;
}

} // namespace circtsim::exec

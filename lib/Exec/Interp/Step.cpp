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
#include "Runtime/Random.h"
#include "Runtime/RuntimeABI.h"

#include <bit>
#include <cmath>

namespace circtsim::exec {

using namespace circtsim::model;
using bytecode::Opcode;
using runtime::BuiltinResult;
using value::Logic64;
namespace bits64 = value::bits64;
namespace logic64 = value::logic64;

static inline Logic64 pairAt(const uint64_t *fp, uint32_t slot) {
  return {fp[slot], fp[slot + 1]};
}

#define OP(Name) case uint16_t(Opcode::Name):
#define NEXT return ExitStatus::Return
#define NEXT2 return ExitStatus::Return
#define SAVE(Units) (frame->pc = uint32_t(ip - code) + (Units))
#define LEAVE(Status)                                                                              \
  do {                                                                                             \
    ExitStatus leaving = (Status);                                                                 \
    if (leaving == ExitStatus::Wait)                                                               \
      context.scheduler().runningStack()->frame = frame;                                           \
    return leaving;                                                                                \
  } while (0)
#define LEAVE_ENDED                                                                                \
  do {                                                                                             \
    context.continueAt = nullptr;                                                                  \
    return ExitStatus::Call;                                                                       \
  } while (0)
#define CONTINUE_AT(Next)                                                                          \
  do {                                                                                             \
    context.continueAt = (Next);                                                                   \
    if (context.continueAt == frame && frame->pc == uint32_t(ip - code) + 1)                       \
      return ExitStatus::Return;                                                                   \
    return ExitStatus::Call;                                                                       \
  } while (0)
#define RAISE(Message)                                                                             \
  do {                                                                                             \
    SAVE(0);                                                                                       \
    context.innermost = frame;                                                                     \
    return context.raise(Message);                                                                 \
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
    std::memcpy(&fp[ip->a], static_cast<const void *>(&made), sizeof made);                        \
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

static ExitStatus callFunction(SimContext *simulation, Frame *frame, uint32_t unit) {
  SimContext &context = *simulation;
  const Instr *ip = frame->fn->code + unit;
  const Extension &e = extension(ip);
  frame->pc = unit;
  Function *callee = context.functions.get(ip->a);
  if (!callee) [[unlikely]] {
    context.innermost = frame;
    return unavailableFunction(context, ip->a);
  }
  Instance *target =
      e.e0 == SelfInstance ? frame->instance : frame->instance->slots[e.e0].instance;
  Frame *inner =
      context.stack->push(context.stackPool, *callee, target, frame, context.options.stackLimit);
  if (!inner) [[unlikely]] {
    context.innermost = frame;
    return stackOverflow(context, *callee);
  }
  uint64_t *fp = frame->slots(), *arguments = inner->slots() + callee->constantSlots;
  for (uint32_t i = 0; i != e.e1; ++i)
    arguments[i] = fp[ip->b + i];
  inner->resultTo = ip->c;
  frame->pc = unit + 2;
  ExitStatus status = enterNested(context, inner);
  if (status == ExitStatus::Return)
    finishCall(context, inner);
  return status;
}

static void leaveScopes(SimContext *context, Frame *frame) {
  if (context->scopes->entries.size() > context->scopes->inherited)
    context->scopes->leaveFrame(frame);
}

static ExitStatus halt(SimContext *context, Frame *frame) { return endProcess(*context, frame); }

static uint32_t poll(SimContext *context, Frame *) { return context->poll(); }

static void storeWatched(SimContext *context, uint8_t *address, uint32_t signal, uint32_t shape,
                         uint64_t a, uint64_t b) {
  Scheduler &scheduler = context->scheduler();
  uint32_t bytes = shape & 255;
  bool isFour = shape & 256;
  if (!scheduler.isQuiet(signal)) {
    scheduler.storeSlow(address, signal, bytes, a, b, isFour);
    return;
  }
  storeUnit(address, bytes, a);
  if (isFour)
    storeUnit(address + scheduler.planeDistance(), bytes, b);
}

static void storeNonblocking(SimContext *context, uint8_t *address, uint32_t signal, uint32_t kind,
                             uint64_t a, uint64_t b) {
  context->scheduler().nba().push(address, signal, sched::NbaKind(kind), a, b);
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
      reinterpret_cast<const void *>(halt),         reinterpret_cast<const void *>(leaveScopes),
      reinterpret_cast<const void *>(poll),         reinterpret_cast<const void *>(storeWatched),
      reinterpret_cast<const void *>(storeNonblocking),
      reinterpret_cast<const void *>(deoptDue),
  };
  constexpr size_t rows = 0
#define NATIVE_FUNCTION(Name, Signature, Doc) +1
#include "Runtime/RuntimeABI.def"
      ;
  static_assert(std::size(table) == rows);
  return table;
}

} // namespace circtsim::exec

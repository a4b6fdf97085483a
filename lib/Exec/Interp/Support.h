//===- Support.h - the out-of-line parts of instructions ---------*- C++ -*-===//
//
// Private to the interpreter: what an instruction does besides moving slots.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_EXEC_INTERP_SUPPORT_H
#define CIRCTSIM_EXEC_INTERP_SUPPORT_H

#include "Exec/Interp/Wide.h"
#include "Runtime/BuiltinCall.h"

namespace circtsim::exec {

using model::ExitStatus;
using model::Frame;
using model::SignalId;
using runtime::SimContext;
using sched::Reference;
using sched::Scheduler;

// --- Loads and stores ---------------------------------------------------------
/// Loads e0 (> 64) bits of storage words.
void loadWide(Slots fp, const Instr *in, const uint8_t *address, uint64_t distance);
/// Stores operand a (e0 bits) at bit `lo` of a unit of `unitWidth` bits.
void storePart(Scheduler &scheduler, Slots fp, const Instr *in, uint8_t *address, SignalId signal,
               uint32_t lo, uint32_t unitWidth);
void loadReference(Slots fp, const Instr *in, uint64_t distance);
void storeThroughReference(Scheduler &scheduler, Slots fp, const Instr *in);
/// Element `index` of the array whose handle is at `array`, which it does not have: one that
/// is appended by a write, or the null reference after a warning.
Reference missingElement(SimContext &context, const Reference &array, int64_t index,
                         model::TypeId type, bool isWritten);
uint64_t textHandle(SimContext &context, const model::Function &function, uint32_t text);

// --- Assignments -------------------------------------------------------------------
inline sched::NbaKind nbaKind(uint32_t width, bool isFourState) {
  unsigned size = width <= 8 ? 0 : width <= 16 ? 1 : width <= 32 ? 2 : 3;
  return sched::NbaKind(size + (isFourState ? 4 : 0));
}
void pushPart(sched::NbaQueue &queue, Slots fp, const Instr *in, const Reference &target,
              uint32_t unitWidth);
void nbaReference(Scheduler &scheduler, Slots fp, const Instr *in, uint64_t delay);
void nbaOnEvent(SimContext &context, Frame &frame, const Instr *in, int64_t count);
void nbaCopy(SimContext &context, const Reference &target, const Reference &source,
             model::TypeId type, uint64_t delay);
void driveReference(Scheduler &scheduler, Slots fp, const Instr *in);
void driveSlot(Scheduler &scheduler, Slots fp, const Instr *in, const model::SlotEntry &slot);
ExitStatus startForce(SimContext &context, Frame &frame, const Instr *in);
/// Bits of the signal's flat storage that `width` bits at a reference cover;
/// false if none.
bool flatRange(SimContext &context, const Reference &ref, uint32_t width, uint32_t unitWidth,
               uint64_t &lo, uint32_t &count);

// --- Control -----------------------------------------------------------------------------
uint32_t switchTarget(const model::SwitchTable &table, uint64_t value, uint32_t otherwise);
int64_t normaliseIndex(int64_t index, int32_t left, int32_t right, uint32_t count, bool isPacked);
ExitStatus unavailableFunction(SimContext &context, model::FuncId id);
/// An access through a null virtual interface, at frame->pc.
ExitStatus nullInstance(SimContext &context, Frame *frame);
ExitStatus stackOverflow(SimContext &context, const model::Function &callee);
/// The callee of an indirect call that its cache does not know; null after a fault.
model::Function *findIndirectCallee(SimContext &context, Frame *frame, const Instr *in,
                                    model::ModuleId module);

/// The callee of the CallIndirect at `in` in an instance; null after a fault. frame->pc is
/// the call's.
inline model::Function *indirectCallee(SimContext &context, Frame *frame, const Instr *in,
                                       const model::Instance *target) {
  const model::CallCache &cache = frame->fn->callCaches[extension(in).e3];
  if (cache.key == frame->slots()[in->a] && cache.module == target->module) [[likely]]
    return cache.callee;
  return findIndirectCallee(context, frame, in, target->module);
}

/// Pushes the frame of a callee with the arguments of the call at `in`; null: no room.
inline Frame *pushCallee(SimContext &context, Frame *frame, const Instr *in,
                         const model::Function &callee, model::Instance *target) {
  Frame *inner =
      context.stack->push(context.stackPool, callee, target, frame, context.options.stackLimit);
  if (!inner) [[unlikely]] {
    context.innermost = frame;
    return nullptr;
  }
  const uint64_t *from = frame->slots() + in->b;
  uint64_t *arguments = inner->slots() + callee.constantSlots;
  for (uint32_t i = 0, e = extension(in).e1; i != e; ++i)
    arguments[i] = from[i];
  inner->resultTo = in->c;
  return inner;
}
runtime::BuiltinResult callBuiltin(SimContext &context, Frame &frame, uint32_t descriptor);

// --- Processes ------------------------------------------------------------------------------
/// The running process if it may suspend here; null in static processes and in
/// functions called from C++.
inline sched::StackProcess *suspendable(SimContext &context) {
  return context.stack == &context.scratch ? nullptr : context.scheduler().runningStack();
}
inline bool isKilled(Scheduler &scheduler) {
  sched::StackProcess *process = scheduler.runningStack();
  return process && process->state == sched::ProcessState::Killed;
}
ExitStatus cannotWait(SimContext &context, Frame *frame);
void waitForEvents(SimContext &context, sched::StackProcess &process, Frame &frame,
                   uint32_t descriptor);
model::EventObject *eventOf(const Reference &ref);
void triggerEvent(Scheduler &scheduler, const Reference &ref, bool isNonblocking, uint64_t delay);
/// Return: go on; Wait: the parent joins.
ExitStatus startFork(SimContext &context, Frame &frame, uint32_t descriptor);
/// Executes `disable`; the frame at which the running process goes on, or null
/// if it has ended (or faulted).
Frame *disable(SimContext &context, Frame *frame, model::Instance *instance, uint32_t scope);

} // namespace circtsim::exec

#endif

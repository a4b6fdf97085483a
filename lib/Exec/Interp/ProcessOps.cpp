//===- ProcessOps.cpp - waits, forks and disable of instructions -------------===//
//
// IEEE 1800-2023 9.3.2 (fork), 9.4 (timing controls), 9.6 (process control),
// 15.5 (named events).
//
//===----------------------------------------------------------------------===//
#include "Exec/Interp/Support.h"

#include "Runtime/Random.h"

namespace circtsim::exec {

using namespace circtsim::model;

ExitStatus cannotWait(SimContext &context, Frame *frame) {
  context.innermost = frame;
  return context.raise("a timing control was reached where no process can wait (IEEE 1800-2023 "
                       "13.4.4)");
}

/// Object that an event term of a wait descriptor refers to now.
static sched::ResolvedTerm resolveTerm(SimContext &context, Frame &frame, const EventTerm &term) {
  sched::ResolvedTerm resolved;
  resolved.edge = term.edge;
  resolved.lo = term.lo;
  resolved.width = term.width;
  switch (term.kind) {
  case SignalOperand::Local:
    resolved.object = context.design().signalAt(*frame.instance, term.index);
    break;
  case SignalOperand::Slot:
    resolved.object = frame.instance->slots[term.index];
    break;
  case SignalOperand::Ref: {
    Reference ref = Reference::at(frame.slots() + term.index);
    resolved.object.address = ref.address;
    resolved.object.signal = SignalId(ref.signal);
    if (ref.bit > 0)
      resolved.lo += uint32_t(ref.bit);
    break;
  }
  }
  return resolved;
}

/// Calls `use(terms, count)` with the resolved terms of a wait descriptor.
template <typename Use>
static void withTerms(SimContext &context, Frame &frame, uint32_t descriptor, Use use) {
  const std::vector<EventTerm> &terms = frame.fn->waits[descriptor].terms;
  constexpr size_t inlineTerms = 8;
  sched::ResolvedTerm local[inlineTerms];
  std::vector<sched::ResolvedTerm> heap(terms.size() > inlineTerms ? terms.size() : 0);
  sched::ResolvedTerm *resolved = heap.empty() ? local : heap.data();
  for (size_t i = 0; i != terms.size(); ++i)
    resolved[i] = resolveTerm(context, frame, terms[i]);
  use(resolved, uint32_t(terms.size()));
}

void waitForEvents(SimContext &context, sched::StackProcess &process, Frame &frame,
                   uint32_t descriptor) {
  withTerms(context, frame, descriptor, [&](sched::ResolvedTerm *terms, uint32_t count) {
    context.scheduler().waitEvents(process, terms, count);
    process.waitsForCondition = frame.fn->waits[descriptor].isCondition;
  });
}

void nbaOnEvent(SimContext &context, Frame &frame, const Instr *in, int64_t count) {
  uint64_t *fp = frame.slots();
  const Extension &e = extension(in);
  Reference ref = Reference::at(fp + in->b);
  if (!ref.address)
    return;
  Scheduler &scheduler = context.scheduler();
  auto push = [&](sched::NbaQueue &queue) {
    if (e.e1)
      pushPart(queue, fp, in, ref, e.e1);
    else if (fp[in->a])
      queue.pushTrigger(reinterpret_cast<EventObject *>(fp[in->a]));
  };
  if (count <= 0) { // repeat (0): no event to wait for (9.4.5)
    push(scheduler.nba());
    return;
  }
  sched::EventNba *nba = scheduler.newEventNba();
  nba->remaining = uint64_t(count);
  push(nba->queue);
  withTerms(context, frame, in->c, [&](sched::ResolvedTerm *terms, uint32_t termCount) {
    scheduler.start(nba, terms, termCount);
  });
}

EventObject *eventOf(const Reference &ref) {
  return ref.address ? reinterpret_cast<EventObject *>(loadUnit(ref.address, 8)) : nullptr;
}

void triggerEvent(Scheduler &scheduler, const Reference &ref, bool isNonblocking,
                  uint64_t delay) {
  EventObject *event = eventOf(ref);
  if (!event)
    return;
  if (!isNonblocking) {
    scheduler.trigger(*event);
    return;
  }
  if (!delay) {
    scheduler.nba().pushTrigger(event);
    return;
  }
  sched::DelayedNba *nba = scheduler.newDelayedNba();
  nba->queue.pushTrigger(event);
  scheduler.schedule(nba, delay);
}

ExitStatus startFork(SimContext &context, Frame &frame, uint32_t index) {
  const ForkDescriptor &fork = frame.fn->forks[index];
  Scheduler &scheduler = context.scheduler();
  sched::StackProcess *parent = scheduler.runningStack();
  if (parent)
    scheduler.beginFork(*parent);
  uint64_t *fp = frame.slots();
  for (const ForkBranch &branch : fork.branches) {
    Function *fn = context.functions.get(branch.function);
    if (!fn) {
      context.innermost = &frame;
      return unavailableFunction(context, branch.function);
    }
    sched::StackProcess *child = scheduler.newProcess(parent, branch.function, frame.instance);
    child->fn = fn;
    child->frame = child->stack.push(context.stackPool, *fn, frame.instance, nullptr,
                                     context.options.stackLimit);
    if (!child->frame) {
      context.innermost = &frame;
      return stackOverflow(context, *fn);
    }
    uint64_t *argument = child->frame->slots() + fn->constantSlots;
    for (auto [slot, count] : branch.args)
      for (uint32_t i = 0; i != count; ++i)
        *argument++ = fp[slot + i];
    child->randomState = runtime::seedState(runtime::nextRandom(context.randomState()));
    scheduler.start(*child);
  }
  if (fork.join == JoinKind::None)
    return ExitStatus::Return;
  if (!suspendable(context))
    return fork.branches.empty() ? ExitStatus::Return : cannotWait(context, &frame);
  return scheduler.join(*parent, fork.join, uint32_t(fork.branches.size())) ? ExitStatus::Wait
                                                                           : ExitStatus::Return;
}

/// `disable` of a scope that code on the scratch stack is inside of itself:
/// frames above the scope's are dropped. Null if it is not inside.
static Frame *leaveOnScratch(SimContext &context, Frame *frame, Instance *instance,
                             uint32_t scope) {
  std::vector<sched::ScopeEntry> &entries = context.scratchScopes.entries;
  for (size_t i = 0; i != entries.size(); ++i) {
    sched::ScopeEntry entry = entries[i];
    if (entry.instance != instance || entry.scope != scope)
      continue;
    Frame *outer = frame;
    while (outer && outer != entry.frame)
      outer = outer->caller;
    if (!outer)
      continue; // belongs to a call further out
    for (Frame *f = frame; f != entry.frame; f = outer) {
      outer = f->caller;
      context.scratch.pop(context.stackPool, f);
    }
    entry.frame->pc = entry.end;
    entries.resize(i);
    return entry.frame;
  }
  return nullptr;
}

Frame *disable(SimContext &context, Frame *frame, Instance *instance, uint32_t scope) {
  Scheduler &scheduler = context.scheduler();
  bool isOnScratch = context.stack == &context.scratch;
  Frame *next = isOnScratch ? leaveOnScratch(context, frame, instance, scope) : nullptr;
  if (!next)
    next = frame;
  if (!scheduler.disableScope(instance, scope))
    return next;
  sched::StackProcess *process = scheduler.runningStack();
  if (isOnScratch) {
    context.innermost = frame;
    context.raise("unsupported: disable of the calling process from a function called in an "
                  "expression (IEEE 1800-2023 9.6.2)");
    return nullptr;
  }
  return process->state == sched::ProcessState::Killed ? nullptr : process->frame;
}

} // namespace circtsim::exec

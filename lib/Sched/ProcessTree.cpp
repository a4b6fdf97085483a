//===- ProcessTree.cpp - fork, join, disable, end of processes ---------------===//
//
// Processes form a tree (LRM 9.5, 9.6). A process that has ended stays in it as
// long as it has descendants, so that `disable fork` of an ancestor reaches them
// (9.6.3), and as long as a queue still holds it. Killing marks a queued
// process; the queue drops it.
//
// `disable` of a block (9.6.2): each process notes the disable scopes its frames
// are inside of; a forked process inherits its parent's. Processes that are in
// the scope by themselves go on behind it, those that inherited it end.
//
//===----------------------------------------------------------------------===//
#include "Sched/Scheduler.h"

namespace circtsim::sched {

using namespace circtsim::model;

void ScopeStack::exit(Frame *frame, uint32_t scope) {
  for (size_t i = entries.size(); i-- > inherited;) {
    if (entries[i].frame != frame)
      return;
    if (entries[i].scope == scope) {
      entries.resize(i);
      return;
    }
  }
}

StackProcess *Scheduler::newProcess(StackProcess *parent, FuncId function, Instance *instance) {
  StackProcess *p = pools.freeProcess;
  if (p)
    pools.freeProcess = p->nextSibling;
  else
    p = &pools.processes.emplace_back();
  p->flags = parent ? parent->flags & TaskReactive : 0;
  p->function = function;
  p->instance = instance;
  p->image = nullptr;
  p->fn = nullptr;
  p->frame = nullptr;
  p->state = ProcessState::Ready;
  p->isSuspended = p->isWakePending = false;
  p->id = nextProcessId++;
  p->scopes.entries.clear();
  p->scopes.inherited = 0;
  p->firstChild = p->lastChild = p->nextSibling = p->previousSibling = nullptr;
  p->liveChildren = p->joinRemaining = p->forkSerial = p->parentFork = 0;
  p->userData = nullptr;
  p->onEnd = nullptr;
  p->forceSignal = NoSignal;
  p->parent = parent;
  if (parent) {
    p->scopes.entries = parent->scopes.entries;
    p->scopes.inherited = uint32_t(p->scopes.entries.size());
    p->parentFork = parent->forkSerial;
    ++parent->liveChildren;
    p->previousSibling = parent->lastChild;
    (parent->lastChild ? parent->lastChild->nextSibling : parent->firstChild) = p;
    parent->lastChild = p;
  }
  p->previousLive = nullptr;
  p->nextLive = firstLive;
  if (firstLive)
    firstLive->previousLive = p;
  firstLive = p;
  return p;
}

bool Scheduler::join(StackProcess &parent, JoinKind kind, uint32_t branches) {
  if (kind == JoinKind::None || branches == 0)
    return false;
  parent.joinRemaining = kind == JoinKind::All ? branches : 1;
  parent.state = kind == JoinKind::All ? ProcessState::JoinAll : ProcessState::JoinAny;
  return true;
}

bool Scheduler::waitFork(StackProcess &process) {
  if (process.liveChildren == 0)
    return false;
  process.state = ProcessState::WaitFork;
  return true;
}

void Scheduler::stopWaiting(StackProcess &process) {
  if (process.timer.bucket)
    wheel.remove(&process.timer);
  process.waits.clear();
}

void Scheduler::wake(StackProcess &process) {
  if (process.state == ProcessState::Ready || process.state >= ProcessState::Finished)
    return;
  stopWaiting(process);
  if (process.isSuspended) [[unlikely]] {
    process.state = ProcessState::External;
    process.isWakePending = true;
    return;
  }
  process.state = ProcessState::Ready;
  enqueue(process);
}

void Scheduler::suspend(StackProcess &process) {
  if (process.isSuspended || process.state >= ProcessState::Finished)
    return;
  process.isSuspended = true;
  if (&process == current) {
    process.state = ProcessState::External;
    process.isWakePending = true;
  } else if (process.flags & TaskPending) { // the queue drops it
    process.flags |= TaskKilled;
    process.state = ProcessState::External;
    process.isWakePending = true;
  }
}

void Scheduler::resume(StackProcess &process) {
  if (!process.isSuspended)
    return;
  process.isSuspended = false;
  if (!process.isWakePending)
    return;
  process.isWakePending = false;
  process.state = ProcessState::Ready;
  if (process.flags & TaskPending)
    process.flags &= uint8_t(~TaskKilled);
  else
    enqueue(process);
}

void Scheduler::waitDelay(StackProcess &process, uint64_t ticks) {
  if (ticks == 0) {
    process.flags |= TaskPending;
    (process.flags & TaskReactive ? reInactive : inactive).push(&process);
    return;
  }
  process.state = ProcessState::Delay;
  insertAfter(process.timer, ticks);
}

void Scheduler::childEnded(StackProcess &child) {
  StackProcess *parent = child.parent;
  if (!parent)
    return;
  --parent->liveChildren;
  bool joins = parent->state == ProcessState::JoinAll || parent->state == ProcessState::JoinAny;
  if (joins && child.parentFork == parent->forkSerial && --parent->joinRemaining == 0)
    wake(*parent);
  else if (parent->state == ProcessState::WaitFork && parent->liveChildren == 0)
    wake(*parent);
}

/// Ends a process that is not running any more; its descendants go on.
void Scheduler::finishProcess(StackProcess &process) {
  stopWaiting(process);
  if (process.onEnd)
    process.onEnd(process);
  process.state = ProcessState::Finished;
  process.stack.clear(stacks);
  process.frame = nullptr;
  if (process.forceSignal != NoSignal && design.signals[process.forceSignal].hooks)
    if (ForceState *force = design.signals[process.forceSignal].hooks->force.get())
      for (ForceState::Source &source : force->sources)
        if (source.process == &process)
          source.process = nullptr;
  if (process.previousLive)
    process.previousLive->nextLive = process.nextLive;
  else
    firstLive = process.nextLive;
  if (process.nextLive)
    process.nextLive->previousLive = process.previousLive;
  // When all initial procedures of programs have ended, the simulation ends (24.3).
  if (process.image && (process.flags & TaskReactive) &&
      process.image->kind == ProcessKind::Initial && --programProcesses == 0)
    requestStop();
  childEnded(process);
  releaseIfDone(process);
}

/// Takes an ended process out of the tree once nothing refers to it.
void Scheduler::releaseIfDone(StackProcess &process) {
  StackProcess *p = &process;
  while (p && p->state == ProcessState::Finished && !p->firstChild && !(p->flags & TaskPending)) {
    StackProcess *parent = p->parent;
    if (parent) {
      (p->previousSibling ? p->previousSibling->nextSibling : parent->firstChild) = p->nextSibling;
      (p->nextSibling ? p->nextSibling->previousSibling : parent->lastChild) = p->previousSibling;
    }
    p->parent = p->previousSibling = nullptr;
    p->state = ProcessState::Killed; // on the free list: nobody may wake it
    p->nextSibling = pools.freeProcess;
    pools.freeProcess = p;
    p = parent;
  }
}

void Scheduler::killDescendants(StackProcess &process) {
  for (StackProcess *child = process.firstChild, *next; child; child = next) {
    next = child->nextSibling;
    kill(*child);
  }
}

void Scheduler::kill(StackProcess &process) {
  if (process.state == ProcessState::Killed)
    return;
  // Keeps the process from being released while its children go.
  bool isEnded = process.state == ProcessState::Finished;
  bool isRunning = &process == current || process.isOnNativeStack;
  if (!isEnded) {
    stopWaiting(process);
    process.state = ProcessState::Killed;
  }
  killDescendants(process);
  if (isEnded || isRunning)
    return; // executeStack() finishes a running one when it gives control back
  if (process.flags & TaskPending)
    process.flags |= TaskKilled;
  finishProcess(process);
}

void Scheduler::disableFork(StackProcess &process) { killDescendants(process); }

/// Continues a process behind the scope of its entry.
void Scheduler::cutToScope(StackProcess &process, uint32_t index) {
  ScopeEntry entry = process.scopes.entries[index];
  process.scopes.entries.resize(index);
  stopWaiting(process);
  process.stack.popAbove(stacks, entry.frame);
  process.frame = entry.frame;
  entry.frame->pc = entry.end;
  if (&process != current && process.state != ProcessState::Ready)
    wake(process);
}

bool Scheduler::disableScope(Instance *instance, uint32_t scope) {
  bool concernsRunning = false;
  std::vector<std::pair<uint64_t, StackProcess *>> live;
  for (StackProcess *p = firstLive; p; p = p->nextLive)
    if (!p->scopes.entries.empty())
      live.push_back({p->id, p});
  for (auto [id, p] : live) {
    if (p->id != id || p->state >= ProcessState::Finished)
      continue; // ended with another one
    const std::vector<ScopeEntry> &entries = p->scopes.entries;
    for (uint32_t i = 0; i != entries.size(); ++i) {
      if (entries[i].instance != instance || entries[i].scope != scope)
        continue;
      concernsRunning |= p == current;
      if (i < p->scopes.inherited)
        kill(*p);
      else
        cutToScope(*p, i);
      break;
    }
  }
  return concernsRunning;
}

} // namespace circtsim::sched

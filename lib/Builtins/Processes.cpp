//===- Processes.cpp - the class process -------------------------------------===//
//
// IEEE 1800-2023 9.7, 18.13.3 to 18.13.5. A handle is the number of a process, which no
// other process gets, so handles keep nothing alive. Only processes that somebody has a
// handle of are in the table; when such a process ends, those who await it wake in the
// order in which they came, and a process that was killed is remembered as such. A
// number that is in neither table has finished.
//
// A process without a stack (always_comb, and other always procedures that wait at their
// head only) never ends: its handle is its address, marked. It can be asked for its
// status and its random numbers.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Runtime/Random.h"

#include <charconv>
#include <unordered_map>
#include <unordered_set>

namespace circtsim::builtins {

using enum BuiltinId;
using sched::Process;
using sched::ProcessState;
using sched::StackProcess;

namespace {
/// process::state (9.7).
enum Status { Finished, Running, Waiting, Suspended, Killed };

constexpr uint64_t StaticMark = uint64_t(1) << 63;

struct ProcessTable {
  struct Waiter {
    StackProcess *process;
    uint64_t id;
  };
  struct Entry {
    StackProcess *process;
    std::vector<Waiter> waiters;
  };
  explicit ProcessTable(sched::Scheduler &scheduler) : scheduler(scheduler) {}

  void add(StackProcess &process) {
    if (!live.try_emplace(process.id, Entry{&process, {}}).second)
      return;
    process.userData = this;
    process.onEnd = [](StackProcess &p) { static_cast<ProcessTable *>(p.userData)->remove(p); };
  }
  void remove(StackProcess &process) {
    auto it = live.find(process.id);
    if (process.state == ProcessState::Killed)
      killed.insert(process.id);
    std::vector<Waiter> waiters = std::move(it->second.waiters);
    live.erase(it);
    for (const Waiter &waiter : waiters)
      if (waiter.process->id == waiter.id && waiter.process->state == ProcessState::External)
        scheduler.wake(*waiter.process);
  }

  sched::Scheduler &scheduler;
  std::unordered_map<uint64_t, Entry> live;
  std::unordered_set<uint64_t> killed;
};

ProcessTable &tableOf(const BuiltinCall &call) {
  return call.context.state<ProcessTable>(call.scheduler());
}

/// The process behind the receiver if it has not ended; `failed` is set if there is none.
Process *receiver(BuiltinCall &call, bool &failed) {
  uint64_t handle = call.handle(0);
  failed = handle == 0;
  if (failed) {
    fault(call, "a null handle of a process is used");
    return nullptr;
  }
  if (handle & StaticMark)
    return reinterpret_cast<Process *>(handle & ~StaticMark);
  auto &live = tableOf(call).live;
  auto it = live.find(handle);
  return it == live.end() ? nullptr : it->second.process;
}

/// As above, for what needs a stack.
StackProcess *controlled(BuiltinCall &call, bool &failed) {
  Process *process = receiver(call, failed);
  if (!process || process->kind == sched::TaskKind::StackProcess)
    return static_cast<StackProcess *>(process);
  failed = true;
  unsupported(call, "kill, await and suspend of an always procedure that waits at its head only");
  return nullptr;
}

Status statusOf(BuiltinCall &call, const Process *process) {
  if (!process)
    return tableOf(call).killed.contains(call.handle(0)) ? Killed : Finished;
  if (process == call.scheduler().running())
    return Running;
  if (process->kind != sched::TaskKind::StackProcess)
    return Waiting;
  const auto &stack = *static_cast<const StackProcess *>(process);
  if (stack.isSuspended)
    return Suspended;
  if (stack.state == ProcessState::Killed)
    return Killed;
  return stack.state == ProcessState::Ready ? Running : Waiting;
}
} // namespace

template <>
BuiltinResult builtin<ProcessSelf>(BuiltinCall &call) {
  uint64_t handle = 0;
  if (StackProcess *process = call.scheduler().runningStack()) {
    tableOf(call).add(*process);
    handle = process->id;
  } else if (Process *fixed = call.scheduler().running()) {
    handle = reinterpret_cast<uintptr_t>(fixed) | StaticMark;
  }
  call.returnHandle(handle);
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<ProcessStatus>(BuiltinCall &call) {
  bool failed = false;
  Process *process = receiver(call, failed);
  return failed ? BuiltinResult::Fault : returnInt(call, statusOf(call, process));
}

template <>
BuiltinResult builtin<ProcessKill>(BuiltinCall &call) {
  bool failed = false;
  if (StackProcess *process = controlled(call, failed))
    call.scheduler().kill(*process);
  return failed ? BuiltinResult::Fault : BuiltinResult::Done;
}

template <>
BuiltinResult builtin<ProcessAwait>(BuiltinCall &call) {
  bool failed = false;
  StackProcess *process = controlled(call, failed), *self = call.process();
  if (failed)
    return BuiltinResult::Fault;
  if (!process)
    return BuiltinResult::Done;
  if (process == call.scheduler().running())
    return fault(call, "a process awaits its own end");
  if (!self)
    return BuiltinResult::Wait; // which the caller reports
  tableOf(call).live.at(process->id).waiters.push_back({self, self->id});
  call.scheduler().waitExternal(*self);
  return BuiltinResult::Wait;
}

template <>
BuiltinResult builtin<ProcessSuspend>(BuiltinCall &call) {
  bool failed = false;
  StackProcess *process = controlled(call, failed);
  if (failed)
    return BuiltinResult::Fault;
  bool isSelf = process && process == call.scheduler().running();
  if (process && (!isSelf || call.process()))
    call.scheduler().suspend(*process);
  return isSelf ? BuiltinResult::Wait : BuiltinResult::Done;
}

template <>
BuiltinResult builtin<ProcessResume>(BuiltinCall &call) {
  bool failed = false;
  if (StackProcess *process = controlled(call, failed))
    call.scheduler().resume(*process);
  return failed ? BuiltinResult::Fault : BuiltinResult::Done;
}

template <>
BuiltinResult builtin<ProcessSrandom>(BuiltinCall &call) {
  bool failed = false;
  if (Process *process = receiver(call, failed))
    process->randomState = runtime::seedState(uint64_t(call.integer(1)));
  return failed ? BuiltinResult::Fault : BuiltinResult::Done;
}

template <>
BuiltinResult builtin<ProcessGetRandstate>(BuiltinCall &call) {
  bool failed = false;
  Process *process = receiver(call, failed);
  if (failed)
    return BuiltinResult::Fault;
  return returnText(call, process ? std::to_string(process->randomState) : std::string());
}

template <>
BuiltinResult builtin<ProcessSetRandstate>(BuiltinCall &call) {
  bool failed = false;
  Process *process = receiver(call, failed);
  if (failed)
    return BuiltinResult::Fault;
  std::string text = textArgument(call, 1);
  uint64_t state = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), state);
  if (error != std::errc() || end != text.data() + text.size())
    return fault(call, "'" + text + "' is no state that get_randstate() has given");
  if (process)
    process->randomState = state;
  return BuiltinResult::Done;
}

} // namespace circtsim::builtins

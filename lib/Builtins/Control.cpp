//===- Control.cpp - $finish, $stop, $exit, $system, $stacktrace -------------===//
//
// IEEE 1800-2023 20.2, 20.17, 24.7. $finish does what is left of the time step's
// postponed region (displays and dumps) at once: nothing else runs after it but the
// `final` procedures. There is nobody to continue a stopped simulation, so $stop
// ends it with status 1.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Builtins/BuiltinState.h"
#include "Builtins/Severity.h"

#include <cstdlib>

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;

/// `file:line: $finish called at 105 (1ps)`: ticks and their unit.
static void announce(BuiltinCall &call) {
  if (stateOf(call.context).isQuiet || (!call.isMissing(0) && call.integer(0) == 0))
    return;
  std::string text = placeText(call);
  text.append(builtinRow(call).name).append(" called at ");
  text.append(std::to_string(call.scheduler().now())).append(" (");
  text.append(value::toString(value::TimeUnit(call.context.image.timePrecision))).append(")\n");
  call.context.output.write(text);
}

BuiltinResult endSimulation(BuiltinCall &call, int status) {
  stateOf(call.context).finishStep();
  call.context.finish(status);
  return BuiltinResult::Finish;
}

template <>
BuiltinResult builtin<Finish>(BuiltinCall &call) {
  announce(call);
  return endSimulation(call, runtime::ExitOk);
}

template <>
BuiltinResult builtin<Stop>(BuiltinCall &call) {
  announce(call);
  return endSimulation(call, runtime::ExitError);
}

namespace {
/// Programs that have called $exit.
struct EndedPrograms {
  std::set<const Instance *> instances;
};
} // namespace

/// Ends the processes of the program that calls it; the simulation ends with the
/// last program (24.7). Elsewhere it has no effect.
template <>
BuiltinResult builtin<Exit>(BuiltinCall &call) {
  const Design &design = call.design();
  Instance *self = &call.instance();
  if (call.module().kind != ScopeKind::Program) {
    warn(call, "$exit has no effect outside of a program.");
    return BuiltinResult::Done;
  }
  auto &ended = call.context.state<EndedPrograms>().instances;
  ended.insert(self);
  bool isLast = true;
  for (const Instance *instance : design.instances)
    isLast &= design.moduleOf(*instance).kind != ScopeKind::Program || ended.contains(instance);
  if (isLast)
    return endSimulation(call, runtime::ExitOk);
  sched::Scheduler &scheduler = call.scheduler();
  sched::StackProcess *running = call.process();
  for (sched::StackProcess *p = scheduler.liveProcesses(), *next; p; p = next) {
    next = p->nextLive;
    if (p != running && p->instance == self && p->state != sched::ProcessState::Killed &&
        p->state != sched::ProcessState::Finished) {
      scheduler.kill(*p);
      next = scheduler.liveProcesses(); // descendants went with it
    }
  }
  if (!running)
    return BuiltinResult::Done;
  scheduler.kill(*running);
  return BuiltinResult::Wait;
}

/// The status of the C library's function; without argument, whether there is a
/// command processor.
template <>
BuiltinResult builtin<System>(BuiltinCall &call) {
  stateOf(call.context).files.flushAll();
  if (call.isMissing(0))
    return returnInt(call, std::system(nullptr));
  return returnInt(call, std::system(textArgument(call, 0).c_str()));
}

/// One line of a call stack: "#<depth> <scope> at <file>:<line>".
static void addCaller(std::string &text, const BuiltinCall &call, unsigned depth,
                      const std::string &scope, SourcePos pos) {
  if (depth)
    text += '\n';
  text.append("#").append(std::to_string(depth)).append(" ").append(scope);
  pos.column = 0;
  if (std::string place = call.context.positionText(pos); !place.empty())
    text.append(" at ").append(place);
}

/// The calls in progress of the process, the innermost first (20.17.2). The task prints them.
template <>
BuiltinResult builtin<Stacktrace>(BuiltinCall &call) {
  std::string text;
  addCaller(text, call, 0, call.scopePath(), call.position());
  unsigned depth = 0;
  // A caller goes on behind its call.
  for (const Frame *frame = call.frame.caller; frame; frame = frame->caller)
    addCaller(text, call, ++depth, call.context.scopeText(*frame),
              runtime::SimContext::position(*frame->fn, frame->pc - 1));
  if (call.hasResult())
    return returnText(call, text);
  call.context.output.write(text + "\n");
  return BuiltinResult::Done;
}

} // namespace circtsim::builtins

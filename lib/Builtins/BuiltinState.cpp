//===- BuiltinState.cpp - what builtins remember in a simulation -------------===//
//
// Lives in the context and ends with it. At the end of the run dumps are closed
// and files flushed; an interrupted run passes here too.
//
//===----------------------------------------------------------------------===//
#include "Builtins/BuiltinState.h"

#include "Builtins/Trace.h"

namespace circtsim::builtins {

BuiltinState::BuiltinState(runtime::SimContext &context)
    : files(context.output), deferred(context),
      recorder(context.design(), context.scheduler(),
               [](uint64_t handle) { return runtime::Heap::text(handle); }) {
  timeFormat.units = value::TimeUnit(context.image.timePrecision);
  context.atExit([this] {
    recorder.close();
    files.flushAll();
  });
}

void BuiltinState::finishStep() {
  deferred.run();
  recorder.endStep();
}

bool startTrace(runtime::SimContext &context, const waves::TraceRequest &request) {
  std::string error;
  if (waves::startTrace(stateOf(context).recorder, request, error))
    return true;
  context.report(runtime::Severity::Error, {}, "", error);
  return false;
}

} // namespace circtsim::builtins

//===- DeoptBridge.cpp - why code did not run native ---------------------------===//
//
// Two kinds of records: deopts, counted one by one when they happen, and functions
// that ran interpreted although they were wanted native, counted at the end with
// all their activations. Where code is dropped after every activation, those that
// nevertheless ran interpreted since the first compilation are counted as well.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/DeoptBridge.h"

#include "Exec/JIT/JITDispatchRegistry.h"

using namespace circtsim;
using namespace circtsim::exec;
using namespace circtsim::model;

void DeoptBridge::deoptimised(const Frame &frame) { ++guards[frame.fn->id]; }

void DeoptBridge::refused(FuncId function, DeoptReason reason) {
  std::lock_guard lock(mutex);
  reasons[function] = reason;
}

void DeoptBridge::count(const Function &function, const JITDispatchRegistry &registry,
                        TierCounters &counters) {
  uint64_t interpreted = registry.interpretedActivations(function);
  if (!interpreted || function.isCompiledAhead)
    return;
  auto it = reasons.find(function.id);
  DeoptReason reason = it == reasons.end() ? DeoptReason::MissingThunk : it->second;
  counters.note(function.id, image.functions[function.id].name, reason, interpreted);
}

void DeoptBridge::complete(runtime::FunctionTable &functions, const JITDispatchRegistry &registry,
                           const TierOptions &options, TierCounters &counters) {
  std::lock_guard lock(mutex);
  for (auto [function, deopts] : guards)
    counters.note(function, image.functions[function].name, DeoptReason::GuardFailed, deopts);
  functions.forEachFunction(
      [&](const Function &function) { counters.guardFailures += function.guardFailures; });
  if (options.mode == ExecutionMode::Interpret)
    return;
  functions.forEachFunction([&](const Function &function) {
    if (function.activations >= governor::firstLook(options) || options.failOnDeopt)
      count(function, registry, counters);
  });
  counters.strictViolations = options.failOnDeopt ? counters.deopts : 0;
}

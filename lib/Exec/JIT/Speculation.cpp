//===- Speculation.cpp - code that takes signals to be known -------------------===//
//
// Failures are counted by the code itself; a look at them is taken when the count
// reaches a mark (Governor.h has the numbers). What is given up is tried again after a
// time that doubles: signals that are unknown for good cost less and less.
//
// Neither code can be entered at loops. So a function that gets code that can is taken
// out of here, before it gets it.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/Speculation.h"

using namespace circtsim;
using namespace circtsim::exec;
using namespace circtsim::model;

void Speculation::begin(const Function &function, Entry code) {
  std::lock_guard lock(mutex);
  State &state = states[function.id];
  state.code = code;
  state.before = functions.installed(function);
}

void Speculation::openWindow(Function &function, State &state) {
  state.windowStart = function.activations;
  state.windowFailures = function.guardFailures;
  function.guardLookAt = function.guardFailures + governor::GuardWindow;
}

void Speculation::end(const Function &function) {
  std::lock_guard lock(mutex);
  states.erase(function.id);
}

void Speculation::fourStatesInstalled(Function &function) {
  std::lock_guard lock(mutex);
  auto it = states.find(function.id);
  if (it != states.end() && it->second.isGivenUp)
    functions.install(function, function.fourStateEntry.load(std::memory_order_acquire));
}

unsigned Speculation::guardFailed(Function &function) {
  std::lock_guard lock(mutex);
  State &state = states[function.id];
  bool isFirst = function.guardFailures == 1;
  bool isOften = governor::givesUp(function.activations - state.windowStart,
                                   function.guardFailures - state.windowFailures);
  openWindow(function, state);
  Entry other = function.fourStateEntry.load(std::memory_order_acquire);
  if (!state.code || (other && (isFirst || !isOften)))
    return 0;
  state.isGivenUp = true;
  functions.install(function, other ? other : state.before);
  function.hotAt = function.activations + (other ? governor::respeculateAfter(state.timesGivenUp)
                                                 : governor::RetryForCode);
  return other ? ++state.timesGivenUp : 0;
}

bool Speculation::tryAgain(Function &function) {
  std::lock_guard lock(mutex);
  auto it = states.find(function.id);
  if (it == states.end() || !it->second.isGivenUp)
    return false;
  if (!function.fourStateEntry.load(std::memory_order_acquire)) {
    function.hotAt = function.activations + governor::RetryForCode;
    return true;
  }
  it->second.isGivenUp = false;
  openWindow(function, it->second);
  functions.install(function, it->second.code);
  return true;
}

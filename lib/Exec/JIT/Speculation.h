//===- Speculation.h - code that takes signals to be known -------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_SPECULATION_H
#define CIRCTSIM_EXEC_JIT_SPECULATION_H

#include "Exec/Tier/Governor.h"
#include "Runtime/FunctionTable.h"

#include "llvm/ADT/DenseMap.h"

#include <mutex>

namespace circtsim::exec {

/// Watches the failures of guards and chooses between a function's two codes: the one
/// that takes signals to be known, and the one for four states.
class Speculation {
public:
  explicit Speculation(runtime::FunctionTable &functions) : functions(functions) {}

  /// `code`, which takes signals to be known, will be the function's. Any thread.
  void begin(const model::Function &function, model::Entry code);
  /// A guard of the function failed, for the first time or often enough for a look.
  /// Gives the code up for a time if failures are frequent, or until there is code to
  /// go on in. How often it has been given up for code that was there, this time
  /// included; 0: it was not.
  unsigned guardFailed(model::Function &function);
  /// The function has got better code for four states.
  void fourStatesInstalled(model::Function &function);
  /// The function has got code that can be entered at loops, and keeps it. Any thread.
  void end(const model::Function &function);
  /// After that time: true if the function returned to its code for known signals.
  bool tryAgain(model::Function &function);

private:
  struct State {
    model::Entry code = nullptr;
    model::Entry before = nullptr; ///< what the function had when it got `code`
    bool isGivenUp = false;
    unsigned timesGivenUp = 0;
    uint64_t windowStart = 0;    ///< activations at the last look
    uint64_t windowFailures = 0; ///< failures then
  };
  static void openWindow(model::Function &function, State &state);

  runtime::FunctionTable &functions;
  std::mutex mutex;
  llvm::DenseMap<model::FuncId, State> states;
};

} // namespace circtsim::exec

#endif

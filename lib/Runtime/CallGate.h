//===- CallGate.h - simulated code called from C++ ---------------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_CALLGATE_H
#define CIRCTSIM_RUNTIME_CALLGATE_H

#include "Model/Frame.h"

#include <vector>

namespace circtsim::runtime {

/// Runs functions of the design from C++: expressions of $monitor and $strobe,
/// force values, DPI exports, VPI. Functions called so must not suspend.
class CallGate {
public:
  explicit CallGate(SimContext &context) : context(context) {}

  /// Calls `function` in `instance`. `arguments` fill its argument slots,
  /// `results` receives its result slots. ExitStatus::Return on success; Fault
  /// (SimContext::fault is set) or Finish otherwise.
  model::ExitStatus call(model::FuncId function, model::Instance *instance,
                         const uint64_t *arguments, uint32_t argumentCount, uint64_t *results,
                         uint32_t resultCount);
  /// As above without arguments; `results` gets as many words as the function
  /// returns (L values: a then b; wide: a-words then b-words).
  model::ExitStatus evaluate(model::FuncId function, model::Instance *instance,
                             std::vector<uint64_t> &results);

private:
  SimContext &context;
};

} // namespace circtsim::runtime

#endif

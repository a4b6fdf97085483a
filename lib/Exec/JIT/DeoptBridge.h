//===- DeoptBridge.h - why code did not run native --------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_DEOPTBRIDGE_H
#define CIRCTSIM_EXEC_JIT_DEOPTBRIDGE_H

#include "Exec/Tier/Governor.h"
#include "Exec/Tier/TierCounters.h"
#include "Runtime/SimContext.h"

#include <mutex>

namespace circtsim::exec {

class JITDispatchRegistry;

/// Accounts for activations that left generated code, or never saw any. The
/// exits themselves are handled where frames are entered (Interp/Resume.cpp).
class DeoptBridge {
public:
  explicit DeoptBridge(const model::DesignImage &image) : image(image) {}

  /// Generated code gave up at frame->pc.
  void deoptimised(const model::Frame &frame);
  /// A function will have no code, for this reason. Any thread.
  void refused(model::FuncId function, DeoptReason reason);
  /// At the end of a run: counts the functions that ran without code, and makes
  /// the totals. `registry` knows which ones had code.
  void complete(runtime::FunctionTable &functions, const JITDispatchRegistry &registry,
                const TierOptions &options, TierCounters &counters);

private:
  void count(const model::Function &function, const JITDispatchRegistry &registry,
             TierCounters &counters);

  const model::DesignImage &image;
  std::map<model::FuncId, uint64_t> guards; ///< deopts by function
  std::mutex mutex;                         ///< of what follows
  std::map<model::FuncId, DeoptReason> reasons;
};

} // namespace circtsim::exec

#endif

//===- JITDispatchRegistry.h - which code functions have --------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_JITDISPATCHREGISTRY_H
#define CIRCTSIM_EXEC_JIT_JITDISPATCHREGISTRY_H

#include "Exec/JIT/NativeLinker.h"
#include "Exec/Tier/Governor.h"
#include "Runtime/SimContext.h"

#include "llvm/ADT/DenseMap.h"

#include <chrono>
#include <mutex>

namespace circtsim::exec {

/// What distinguishes two pieces of code of a function.
struct CodeVersion {
  bool isOptimised = false, withLoopEntries = false;
  bool operator==(const CodeVersion &) const = default;
  /// Whoever wants the other one can take this one.
  bool isAsGoodAs(CodeVersion other) const {
    return isOptimised >= other.isOptimised && withLoopEntries >= other.withLoopEntries;
  }
};

/// Stores entries of functions, and takes them back. Installing is for any thread,
/// entering for the simulation's.
class JITDispatchRegistry {
public:
  JITDispatchRegistry(runtime::SimContext &context, const TierOptions &options);
  ~JITDispatchRegistry();

  /// Before the first install().
  void useLinker(NativeLinker &other) { linker = &other; }

  /// The function has code that can stand for `version`.
  bool hasAsGood(model::FuncId function, CodeVersion version) const;
  /// Takes `code` over; the next activation uses it. `askedAt`: the function's
  /// activations when it was asked for.
  void install(model::Function &function, NativeCode code, CodeVersion version, uint64_t askedAt);

  /// Activations that ran interpreted although the function was wanted native:
  /// all if it never had code. After the run.
  uint64_t interpretedActivations(const model::Function &function) const;
  /// Pieces of code dropped after an activation.
  uint64_t evictions() const { return evicted; }
  /// From the beginning to the first entry of generated code; negative: none.
  double firstEntryMs() const { return firstEntry; }

private:
  struct Installed {
    NativeCode code;
    CodeVersion version;
    uint32_t inside = 0;  ///< activations on the native stack
    uint64_t entered = 0; ///< activations so far, where they are counted
    uint64_t askedAt = 0; ///< of its first code
  };
  /// Entries that look at what happens; all others are the code itself.
  static model::ExitStatus enterFirst(runtime::SimContext *context, model::Frame *frame);
  static model::ExitStatus enterOnce(runtime::SimContext *context, model::Frame *frame);
  static JITDispatchRegistry &of(runtime::SimContext *context);
  model::Entry beginOnce(model::Function &function);
  void endOnce(model::Function &function);
  void noteFirstEntry();

  runtime::SimContext &context;
  const bool evicts;
  NativeLinker *linker = nullptr;
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  uint64_t evicted = 0;
  double firstEntry = -1;

  mutable std::mutex mutex; ///< of what follows
  llvm::DenseMap<model::FuncId, Installed> installed;
};

} // namespace circtsim::exec

#endif

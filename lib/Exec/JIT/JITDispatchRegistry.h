//===- JITDispatchRegistry.h - which code functions have --------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_JITDISPATCHREGISTRY_H
#define CIRCTSIM_EXEC_JIT_JITDISPATCHREGISTRY_H

#include "Codegen/Codegen.h"
#include "Exec/JIT/NativeLinker.h"
#include "Exec/Tier/Governor.h"
#include "Runtime/SimContext.h"

#include "llvm/ADT/DenseMap.h"

#include <chrono>
#include <mutex>

namespace circtsim::exec {

using codegen::CodeVersion;

/// Whoever wants the second one can take the first one.
inline bool isAsGoodAs(CodeVersion version, CodeVersion wanted) {
  return version.isOptimised >= wanted.isOptimised &&
         version.hasLoopEntries >= wanted.hasLoopEntries &&
         version.hasGuardEntries == wanted.hasGuardEntries;
}

/// Stores entries of functions, and takes them back. Installing is for any thread,
/// entering for the simulation's.
class JITDispatchRegistry {
public:
  JITDispatchRegistry(runtime::SimContext &context, const TierOptions &options);
  ~JITDispatchRegistry();

  /// Before the first install().
  void useLinker(NativeLinker &other) { linker = &other; }

  /// The function has code that can stand for `version`. Code with guard entries is what
  /// other code goes on in, and is kept beside it.
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
  llvm::DenseMap<model::FuncId, CodeVersion> fourState; ///< of the fourStateEntry, if made here
};

} // namespace circtsim::exec

#endif

//===- JITCompileManager.h - compiles what is hot ----------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_JITCOMPILEMANAGER_H
#define CIRCTSIM_EXEC_JIT_JITCOMPILEMANAGER_H

#include "Exec/JIT/CompileThread.h"
#include "Exec/JIT/DeoptBridge.h"
#include "Exec/JIT/JITDispatchRegistry.h"
#include "Exec/JIT/NativeLinker.h"
#include "Exec/JIT/Speculation.h"

#include "llvm/ADT/DenseSet.h"

#include <atomic>
#include <mutex>

namespace llvm {
class MemoryBuffer;
}
namespace circtsim::codegen {
class ObjectEmitter;
}

namespace circtsim::exec {

class ObjectCache;

/// Watches functions, has hot ones compiled (on this thread, or on one of its own)
/// or finds their code in the cache, and gives it to the registry. One per
/// simulation; attach before initialise().
class JITCompileManager : public runtime::FunctionObserver {
public:
  JITCompileManager(runtime::SimContext &context, const TierOptions &options);
  ~JITCompileManager() override;

  void materialised(model::Function &function) override;
  void hot(model::Function &function) override;
  void looping(model::Function &function, bool isLong) override;
  void guardFailed(model::Function &function) override;
  void deoptimised(model::Frame &frame) override;

  JITDispatchRegistry &dispatch() { return registry; }

  /// Ends compiling and completes the counters: functions that ran without ever
  /// being compiled are counted now. Waits for compilations if their code is kept for
  /// other runs and nobody has interrupted this one; else for none.
  const TierCounters &finish();
  /// After finish(), when the process is about to end: true if a compilation is
  /// left behind. See CompileThread.
  bool leaveBehind();

private:
  struct Job;
  void lookAgain(model::Function &function);
  void lookAtLongLoop(model::Function &function);
  CodeVersion optimised(const model::Function &function) const;
  std::unique_ptr<Job> makeJob(model::Function &function);
  CodeVersion fourStates(unsigned timesGivenUp) const;
  void ask(model::Function &function, CodeVersion version, bool fromCacheOnly = false);
  bool isWaiting(const Job &job);
  void completeCache();
  void compileBeside(const Job &job, CompileThread::Hold &hold);
  // The steps of a job, on the thread that compiles.
  bool prepare();
  bool isSettled(const Job &job);
  bool takeFromCache(const Job &job);
  /// False if there is no code after all.
  bool adopt(const Job &job, std::unique_ptr<llvm::MemoryBuffer> object, double ms);
  void install(const Job &job, CodeVersion version, NativeCode code);
  /// False if the run has ended in the meantime: then nothing may be looked at any more.
  /// `hold`: null on the simulation's thread.
  bool keepFourState(const Job &job, CompileThread::Hold *hold = nullptr);

  runtime::SimContext &context;
  const TierOptions options;
  std::unique_ptr<NativeLinker> linker;
  JITDispatchRegistry registry;
  Speculation speculation;
  DeoptBridge deopts;
  TierCounters counters;
  bool isFinished = false;
  std::atomic<bool> isEnding = false; ///< the run is over; code is made for the cache only
  std::mutex mutex;                      ///< of what follows
  llvm::DenseSet<model::FuncId> waiting; ///< functions with a job, where none is kept

  // The compiling thread's.
  std::shared_ptr<codegen::ObjectEmitter> emitter; ///< in use even when left behind
  std::unique_ptr<ObjectCache> cache;
  bool isPrepared = false;

  std::unique_ptr<CompileThread> thread; ///< null: compiles on the simulation's thread
};

} // namespace circtsim::exec

#endif

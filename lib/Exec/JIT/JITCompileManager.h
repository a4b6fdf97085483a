//===- JITCompileManager.h - compiles what is hot ----------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_JITCOMPILEMANAGER_H
#define CIRCTSIM_EXEC_JIT_JITCOMPILEMANAGER_H

#include "Exec/Tier/Governor.h"
#include "Exec/Tier/TierCounters.h"
#include "Runtime/SimContext.h"

#include "llvm/ADT/ArrayRef.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace circtsim::exec {

class NativeCompiler;

/// Watches functions, has hot ones compiled (on this thread, or on one of its own)
/// and installs their code. One per simulation; attach before initialise().
class JITCompileManager : public runtime::FunctionObserver {
public:
  JITCompileManager(runtime::SimContext &context, const TierOptions &options);
  ~JITCompileManager() override;

  void materialised(model::Function &function) override;
  void hot(model::Function &function) override;
  void looping(model::Function &function) override;
  void guardFailed(model::Function &function) override;
  void deoptimised(model::Frame &frame) override;

  /// Ends the background thread and completes the counters: functions that ran
  /// without ever being compiled are counted now.
  const TierCounters &finish();

private:
  struct Job;
  void compileBatch(std::vector<std::unique_ptr<Job>> jobs);
  void compileStage(llvm::ArrayRef<std::unique_ptr<Job>> jobs, bool isOptimised);
  void workLoop();
  std::unique_ptr<Job> makeJob(model::Function &function);
  /// What a compilation is for.
  enum class Stage : uint8_t { Baseline, Optimised, Loop, FourState };
  /// A function whose optimised code takes signals to be known.
  struct Speculation {
    model::Entry code = nullptr;
    bool isAsked = false;      ///< for code to go on in
    bool isGivenUp = false;
    unsigned timesGivenUp = 0;
    uint64_t windowStart = 0;  ///< activations at the last look
    uint64_t windowFailures = 0;
  };
  bool speculateAgain(model::Function &function);
  void openWindow(model::Function &function, Speculation &speculation);
  void install(const Job &job);
  void ask(model::Function &function, Stage stage);

  runtime::SimContext &context;
  const TierOptions options;
  TierCounters counters;
  std::unique_ptr<NativeCompiler> compiler;
  std::map<model::FuncId, DeoptReason> uncompiled; ///< and why
  std::map<model::FuncId, model::Entry> compiled;
  std::map<model::FuncId, Speculation> speculations;
  uint64_t requests = 0;
  bool finished = false;

  std::thread worker;
  std::mutex mutex; ///< guards what follows, and what the worker writes above
  std::condition_variable wake;
  std::deque<std::unique_ptr<Job>> queue;
  bool stopping = false;
};

} // namespace circtsim::exec

#endif

//===- SimContext.h - everything of one simulation ---------------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_SIMCONTEXT_H
#define CIRCTSIM_RUNTIME_SIMCONTEXT_H

#include "Model/Elaboration.h"
#include "Model/Frame.h"
#include "Model/NativeState.h"
#include "Runtime/CallGate.h"
#include "Runtime/FunctionTable.h"
#include "Runtime/Heap.h"
#include "Runtime/NativeStack.h"
#include "Runtime/Output.h"
#include "Runtime/TierClock.h"
#include "Sched/Scheduler.h"

#include <any>
#include <atomic>
#include <span>

namespace circtsim::sched {
class ModulePaths;
class TimingChecks;
}

namespace circtsim::runtime {

class BuiltinCall;

/// How a system task ended.
enum class BuiltinResult : uint8_t {
  Done,
  Wait,      ///< the process is suspended (scheduler.waitX was called); goes on behind the call
  WaitRetry, ///< the same, but the call is executed again after waking
  Finish,    ///< SimContext::finish() was called
  Fault,     ///< SimContext::raise() was called
};
using BuiltinFunction = BuiltinResult (*)(BuiltinCall &);

enum class Severity : uint8_t { Note, Warning, Error, Fatal };

/// Numbers fixed by the command-line contract.
enum ExitCode : int { ExitOk = 0, ExitError = 1, ExitUsage = 2, ExitInternal = 70, ExitTimeout = 124 };

struct SimOptions {
  uint64_t stackLimit = 64 << 20;   ///< bytes of one process stack
  uint64_t maxTime = ~uint64_t(0);  ///< ticks
  uint64_t maxDeltas = 10'000'000;  ///< activation rounds per time step
  uint64_t seed = 1;                ///< root of all $urandom states
  int errorExit = 1;                ///< exit status when $error was called
  bool countInstructions = false;   ///< and measure the time in generated code
  uint64_t deoptPeriod = 0;         ///< mean number of checkpoints between injected deopts; 0: none
  uint64_t planeSize = model::Arena::DefaultPlaneSize;
  std::vector<std::string> plusargs; ///< without '+'
  std::string programName = "circt-sim"; ///< argv[0] for VPI
};

/// A run-time fault of the simulated program.
struct Fault {
  bool isSet = false;
  std::string message, scope;
  model::SourcePos pos;
  uint64_t time = 0;
};

/// One simulation. Nothing in it is shared with another.
class SimContext {
public:
  model::NativeState native; ///< first: generated code takes `this` for its address

  /// The image must outlive the context; a provider may extend it meanwhile.
  SimContext(const model::DesignImage &image, SimOptions options);
  ~SimContext();
  SimContext(const SimContext &) = delete;
  SimContext &operator=(const SimContext &) = delete;

  // --- Life ----------------------------------------------------------------------
  /// Elaborates, makes processes and runs the static initialisers. False after
  /// reporting errors; exitCode() is then set. `setTier` and `builtins` first.
  bool initialise();
  /// Runs to the end, `final` procedures included, and flushes the output.
  /// Returns the exit status of the process.
  int run();
  int exitCode() const { return code; }

  /// Hooks of the executing tier (Exec/Interp: installInterpreter()).
  void setTier(model::Entry entry, model::ExitStatus (*enter)(SimContext &, model::Frame *),
               model::ExitStatus (*runStatic)(void *context, sched::Process &process),
               model::ExitStatus (*leftStatic)(void *context, model::Frame *, model::ExitStatus),
               model::ExitStatus (*resume)(void *context, sched::StackProcess &process)) {
    functions.interpreterEntry = entry;
    enterFrame = enter;
    runStaticProcess = runStatic;
    leftStaticProcess = leftStatic;
    resumeProcess = resume;
  }
  /// Runs a pushed frame in its function's tier until it returns, waits or ends.
  model::ExitStatus (*enterFrame)(SimContext &, model::Frame *) = nullptr;
  /// Functions by row of Builtins.def.
  std::span<const BuiltinFunction> builtins;

  // --- Called by running code -------------------------------------------------------
  /// Ends the run as $finish does; the caller returns Finish.
  void finish(int exitStatus);
  /// Records a fault at the place the innermost frame is at; returns Fault.
  model::ExitStatus raise(std::string message);
  /// Reports `file:line:col: severity: text`, then scope and time. Errors count
  /// for the exit status; fatal ends nothing by itself.
  void report(Severity severity, model::SourcePos pos, std::string_view scope,
              std::string_view text);
  uint64_t errorCount() const { return errors; }
  void countError() { ++errors; }
  /// `file:line:col`, or "" if unknown.
  std::string positionText(model::SourcePos pos) const;
  /// Present time with unit, for messages: "105 ns".
  std::string timeText(uint64_t ticks) const;
  std::string timeText() const { return timeText(scheduler().now()); }
  /// Position of the unit at or before `unit`.
  static model::SourcePos position(const model::Function &function, uint32_t unit);
  /// Hierarchical scope of code: the instance and the function's scope.
  std::string scopeText(const model::Frame &frame) const;

  // --- Random numbers (LRM 18.13) ------------------------------------------------------
  /// State of the running process; of the context while none runs.
  uint64_t &randomState();
  int32_t randomSeed = 0; ///< of $random without argument
  uint64_t deoptRandom = 1; ///< of injected deopts

  // --- Memory ------------------------------------------------------------------------------
  /// Called while a collection marks; must mark what it owns.
  using RootProvider = std::function<void(Heap &)>;
  void addRoots(RootProvider provider) { rootProviders.push_back(std::move(provider)); }
  void collectGarbage();
  /// A backward jump found scheduler().pollRequested or a full heap. False: the
  /// run is to end (interrupt).
  bool poll();
  /// Asynchronous: ends the run cleanly. Callable from a signal handler.
  void interrupt() {
    interrupted = true;
    if (sched)
      sched->pollRequested = true;
  }
  bool wasInterrupted() const { return interrupted; }
  int interruptExitCode = 130; ///< exit status after interrupt()

  sched::Scheduler &scheduler() const { return *sched; }
  /// Null in a design without any.
  sched::ModulePaths *modulePaths() const { return paths.get(); }
  sched::TimingChecks *timingChecks() const { return checks.get(); }
  model::Design &design() const { return *elaborated; }

  const model::DesignImage &image;
  const SimOptions options;
  std::unique_ptr<model::Arena> arena;
  model::StackPool stackPool;
  FunctionTable functions;
  Heap heap;
  Output output;
  CallGate calls;
  Fault fault;

  // Hot state of the executing tier.
  model::FrameStack scratch;          ///< stack of static processes and calls from C++
  sched::ScopeStack scratchScopes;
  model::FrameStack *stack = &scratch;///< of what runs now
  sched::ScopeStack *scopes = &scratchScopes;
  model::Frame *boundary = nullptr;   ///< the interpreter gives control back when it returns to it
  model::Frame *continueAt = nullptr; ///< see ExitStatus::Call
  /// Calls nest on the native stack above this address; deeper ones are interpreted.
  uintptr_t nativeFloor = defaultNativeFloor();
  bool hasNativeRoom() const {
    return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) > nativeFloor;
  }
  model::Frame *innermost = nullptr;  ///< frame of the builtin or fault in progress
  uint32_t nesting = 0;               ///< calls from C++ in progress
  uint64_t instructions = 0;          ///< executed, if options.countInstructions
  TierClock nativeTime;               ///< runs if options.countInstructions
  uint64_t trampolineCalls = 0;       ///< entries of code compiled ahead that led to the interpreter

  /// State of other rooms (file table, monitors, waves, ...), by their own types.
  /// Destroyed with the context in reverse order.
  template <typename State, typename... Args> State &state(Args &&...args) {
    for (auto &entry : states)
      if (entry.type == stateTag<State>())
        return *static_cast<State *>(entry.object.get());
    auto owner = std::unique_ptr<void, void (*)(void *)>(
        new State(std::forward<Args>(args)...), [](void *p) { delete static_cast<State *>(p); });
    auto *object = static_cast<State *>(owner.get());
    states.push_back({stateTag<State>(), std::move(owner)});
    return *object;
  }
  /// Called at the end of the run, after `final` procedures, before the flush.
  void atExit(std::function<void()> callback) { exitCallbacks.push_back(std::move(callback)); }

private:
  template <typename State> static const void *stateTag() {
    static const char tag = 0;
    return &tag;
  }
  struct StateEntry {
    const void *type;
    std::unique_ptr<void, void (*)(void *)> object;
  };
  bool runInitialisers();
  void seedProcesses();
  void reportEnd(sched::RunEnd end);
  void reportFault();
  void markRoots(Heap &heap);

  std::unique_ptr<model::Design> elaborated;
  void makeSpecifyElements();
  std::unique_ptr<sched::Scheduler> sched;
  std::unique_ptr<sched::ModulePaths> paths;
  std::unique_ptr<sched::TimingChecks> checks;
  model::ExitStatus (*runStaticProcess)(void *, sched::Process &) = nullptr;
  model::ExitStatus (*leftStaticProcess)(void *, model::Frame *, model::ExitStatus) = nullptr;
  model::ExitStatus (*resumeProcess)(void *, sched::StackProcess &) = nullptr;
  std::vector<RootProvider> rootProviders;
  std::vector<std::pair<uint8_t *, model::TypeId>> handleSignals;
  std::vector<std::function<void()>> exitCallbacks;
  std::vector<StateEntry> states;
  uint64_t contextRandom = 0;
  uint64_t errors = 0;
  int code = 0;
  std::atomic<bool> interrupted = false;
};

} // namespace circtsim::runtime

#endif

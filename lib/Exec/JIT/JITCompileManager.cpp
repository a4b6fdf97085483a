//===- JITCompileManager.cpp - compiles what is hot ---------------------------===//
//
// A function asks to be looked at when its activations reach its threshold. In
// `compile` mode it is compiled on the spot; in `auto` mode it enters the queue of
// a background thread, which takes whatever waits as one module and stores the
// entries when the code is ready. Everything that the compiler reads of the design
// is copied into the job, or does not change once a function has code.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/JITCompileManager.h"

#include "Bytecode/Opcodes.h"
#include "Exec/JIT/NativeCompiler.h"

#include <chrono>

using namespace circtsim;
using namespace circtsim::exec;
using namespace circtsim::model;

struct JITCompileManager::Job : CompileRequest {
  Function *target = nullptr;
  Stage stage = Stage::Baseline;
};

JITCompileManager::JITCompileManager(runtime::SimContext &context, const TierOptions &options)
    : context(context), options(options) {
  context.functions.observer = this;
  if (options.mode == ExecutionMode::Auto)
    worker = std::thread([this] { workLoop(); });
}

JITCompileManager::~JITCompileManager() {
  finish();
  context.functions.observer = nullptr;
}

void JITCompileManager::materialised(Function &function) {
  function.hotAt = governor::firstLook(options);
}

std::unique_ptr<JITCompileManager::Job> JITCompileManager::makeJob(Function &function) {
  auto job = std::make_unique<Job>();
  job->function = job->target = &function;
  job->symbol = codegen::symbolFor(context.image.functions[function.id].name, function.id);
  for (uint32_t unit = 0; unit < function.codeUnits;
       unit += bytecode::unitsOf(bytecode::Opcode(function.code[unit].op)))
    if (function.code[unit].op == uint16_t(bytecode::Opcode::Call))
      if (const Function *callee = context.functions.get(function.code[unit].a))
        job->callees[callee->id] = callee;
  return job;
}

void JITCompileManager::hot(Function &function) {
  if (function.isCompileAsked && speculateAgain(function))
    return;
  if (!function.isCompileAsked && function.activations < options.optimiseThreshold) {
    ask(function, Stage::Baseline);
    function.hotAt = governor::secondLook(options, function.activations);
  } else {
    ask(function, Stage::Optimised);
  }
}

void JITCompileManager::openWindow(Function &function, Speculation &speculation) {
  speculation.windowStart = function.activations;
  speculation.windowFailures = function.guardFailures;
  function.guardLookAt = function.guardFailures + governor::GuardWindow;
}

/// Returns to code that takes signals to be known, after some time without it.
bool JITCompileManager::speculateAgain(Function &function) {
  std::lock_guard lock(mutex);
  auto it = speculations.find(function.id);
  if (it == speculations.end() || !it->second.isGivenUp)
    return false;
  it->second.isGivenUp = false;
  openWindow(function, it->second);
  context.functions.install(function, it->second.code);
  return true;
}

void JITCompileManager::guardFailed(Function &function) {
  Speculation *speculation;
  {
    std::lock_guard lock(mutex);
    speculation = &speculations[function.id];
  }
  if (!speculation->isAsked) {
    speculation->isAsked = true;
    ask(function, Stage::FourState);
    openWindow(function, *speculation);
    return;
  }
  Entry other = function.fourStateEntry.load(std::memory_order_acquire);
  bool isOften = governor::givesUp(function.activations - speculation->windowStart,
                                   function.guardFailures - speculation->windowFailures);
  openWindow(function, *speculation);
  if (!other || !isOften)
    return;
  speculation->isGivenUp = true;
  context.functions.install(function, other);
  function.hotAt =
      function.activations + governor::respeculateAfter(speculation->timesGivenUp++);
}

void JITCompileManager::looping(Function &function) {
  if (!function.isCompileAsked || (!function.hasLoopEntries && function.loops == 2))
    ask(function, Stage::Loop);
}

void JITCompileManager::ask(Function &function, Stage stage) {
  function.isCompileAsked = true;
  governor::Verdict verdict = governor::judge(options, function, requests);
  if (verdict != governor::Verdict::Compile) {
    std::lock_guard lock(mutex);
    if (!compiled.count(function.id))
      uncompiled[function.id] = verdict == governor::Verdict::NoBudget
                                    ? DeoptReason::MissingThunk
                                    : DeoptReason::UnsupportedOperation;
    return;
  }
  ++requests;
  std::unique_ptr<Job> job = makeJob(function);
  job->stage = stage;
  // What can be entered at loops stays so.
  function.wantsLoopEntries |= stage == Stage::Loop;
  job->version.hasLoopEntries = function.wantsLoopEntries;
  job->version.assumesKnown = stage == Stage::Optimised && options.speculate;
  job->version.hasGuardEntries = stage == Stage::FourState;
  static constexpr const char *suffixes[] = {"", ".opt", ".loop", ".four"};
  job->symbol += suffixes[unsigned(stage)];
  if (options.mode == ExecutionMode::Compile) {
    std::vector<std::unique_ptr<Job>> jobs;
    jobs.push_back(std::move(job));
    compileBatch(std::move(jobs));
    return;
  }
  {
    std::lock_guard lock(mutex);
    queue.push_back(std::move(job));
  }
  wake.notify_one();
}

void JITCompileManager::compileStage(llvm::ArrayRef<std::unique_ptr<Job>> jobs, bool isOptimised) {
  std::vector<CompileRequest *> requests;
  for (auto &job : jobs)
    if ((job->stage != Stage::Baseline) == isOptimised)
      requests.push_back(job.get());
  if (!requests.empty())
    compiler->compile(requests, isOptimised);
}

void JITCompileManager::compileBatch(std::vector<std::unique_ptr<Job>> jobs) {
  auto start = std::chrono::steady_clock::now();
  std::string error;
  if (!compiler) {
    codegen::EmitOptions emit;
    emit.countInstructions = context.options.countInstructions;
    emit.injectDeopts = options.forceDeopts || context.options.deoptPeriod;
    compiler = NativeCompiler::create(emit, error);
  }
  if (compiler) {
    compileStage(jobs, /*isOptimised=*/false);
    compileStage(jobs, /*isOptimised=*/true);
  }
  double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                  .count();
  std::lock_guard lock(mutex);
  counters.compileMs += ms;
  for (auto &job : jobs) {
    if (!job->entry) {
      uncompiled[job->target->id] = DeoptReason::UnsupportedOperation;
      continue;
    }
    ++counters.compiles;
    install(*job);
  }
}

void JITCompileManager::install(const Job &job) {
  Function &target = *job.target;
  if (job.stage == Stage::FourState) {
    target.fourStateEntry.store(job.entry, std::memory_order_release);
    return;
  }
  compiled[target.id] = job.entry;
  if (target.hasLoopEntries && !job.version.hasLoopEntries)
    return; // asked for earlier, overtaken since
  if (job.version.assumesKnown)
    speculations[target.id].code = job.entry;
  context.functions.install(target, job.entry);
  if (job.version.hasLoopEntries)
    target.hasLoopEntries.store(true, std::memory_order_release);
}

void JITCompileManager::workLoop() {
  constexpr size_t batchSize = 8;
  for (;;) {
    std::vector<std::unique_ptr<Job>> jobs;
    {
      std::unique_lock lock(mutex);
      wake.wait(lock, [this] { return stopping || !queue.empty(); });
      if (stopping)
        return;
      while (!queue.empty() && jobs.size() != batchSize) {
        jobs.push_back(std::move(queue.front()));
        queue.pop_front();
      }
    }
    compileBatch(std::move(jobs));
  }
}

void JITCompileManager::deoptimised(Frame &frame) {
  std::lock_guard lock(mutex);
  counters.note(frame.fn->id, context.image.functions[frame.fn->id].name,
                DeoptReason::GuardFailed);
}

const TierCounters &JITCompileManager::finish() {
  if (finished)
    return counters;
  finished = true;
  if (worker.joinable()) {
    {
      std::lock_guard lock(mutex);
      stopping = true;
    }
    wake.notify_one();
    worker.join();
  }
  if (options.mode == ExecutionMode::Interpret)
    return counters;
  context.functions.forEachFunction([&](Function &function) {
    counters.guardFailures += function.guardFailures;
    bool wasWanted = function.activations >= governor::firstLook(options) || options.failOnDeopt;
    if (!function.activations || !wasWanted || compiled.count(function.id))
      return;
    auto it = uncompiled.find(function.id);
    counters.note(function.id, context.image.functions[function.id].name,
                  it == uncompiled.end() ? DeoptReason::MissingThunk : it->second,
                  function.activations);
  });
  counters.strictViolations = options.failOnDeopt ? counters.deopts : 0;
  return counters;
}

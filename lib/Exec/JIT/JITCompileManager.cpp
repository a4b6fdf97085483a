//===- JITCompileManager.cpp - compiles what is hot ---------------------------===//
//
// A function asks to be looked at when its activations reach a mark. What is then
// done is a job: take the code from the cache, or else emit an object (Codegen),
// store it in the cache, link it and have it installed. In `compile` mode a job is
// done on the spot; in `auto` mode it is a task of the compiling thread.
//
// What a job reads of the design does not change once a function has code. While
// an object is made from LLVM's IR nothing of the simulation is looked at, so that
// a run can end in the meantime.
//
// With a cache, what is asked for must not depend on when code arrived, or another run
// would ask for something else and compile again. Hence counts are those of all tiers; an
// activation that began when there might have been code already gets code with entries
// at its loops from the cache only; and what waits at the end is compiled.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/JITCompileManager.h"

#include "Bytecode/Opcodes.h"
#include "Codegen/ObjectEmitter.h"
#include "Exec/JIT/ObjectCache.h"

#include "llvm/Support/MemoryBuffer.h"

#include <chrono>

using namespace circtsim;
using namespace circtsim::exec;
using namespace circtsim::model;

/// A function that should have code of this version.
struct JITCompileManager::Job {
  Function *target = nullptr;
  CodeVersion version, best; ///< what is asked for, and what is better still
  bool fromCacheOnly = false;
  uint64_t askedAt = 0; ///< activations
  codegen::Callees callees;
  std::string name; ///< of the symbol, without what stands for the version
  codegen::DebugSource source;
  codegen::ObjectRequest request(CodeVersion version) const {
    const char *suffix = version.hasGuardEntries  ? (version.isOptimised ? ".four.opt" : ".four")
                         : version.hasLoopEntries ? ".loop"
                         : version.isOptimised    ? ".opt"
                                                  : "";
    return {target, callees, name + suffix, version, source};
  }
};

namespace {
class Stopwatch {
public:
  double ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
  }

private:
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
};

/// What can stand for `version`, best first. `best`: the best that there is.
llvm::SmallVector<CodeVersion, 3> candidatesFor(CodeVersion version, CodeVersion best) {
  CodeVersion loops = {.isOptimised = true, .hasLoopEntries = true};
  if (version.hasGuardEntries)
    return {{.isOptimised = true, .hasGuardEntries = true}, version};
  llvm::SmallVector<CodeVersion, 3> versions;
  for (CodeVersion candidate : {best, loops, CodeVersion{}})
    if (isAsGoodAs(candidate, version))
      versions.push_back(candidate);
  return versions;
}

uint64_t instructionsOf(const Function &function) {
  uint64_t count = 0;
  for (uint32_t unit = 0; unit < function.codeUnits; ++count)
    unit += bytecode::unitsOf(bytecode::Opcode(function.code[unit].op));
  return count;
}
} // namespace

JITCompileManager::JITCompileManager(runtime::SimContext &context, const TierOptions &options)
    : context(context), options(options), registry(context, options),
      speculation(context.functions), deopts(context.image) {
  context.functions.observer = this;
  if (options.cachePolicy == CachePolicy::Disk)
    cache = std::make_unique<ObjectCache>(options.cacheDirectory, options.cacheMebibytes << 20);
  if (options.mode == ExecutionMode::Auto)
    thread = std::make_unique<CompileThread>();
}

JITCompileManager::~JITCompileManager() {
  finish();
  thread.reset();
  context.functions.observer = nullptr;
}

// --- The simulation's thread ---------------------------------------------------------

void JITCompileManager::materialised(Function &function) {
  if (function.isCompiledAhead)
    return speculation.begin(function, context.functions.installed(function));
  function.hotAt = governor::cacheLook(options);
}

void JITCompileManager::hot(Function &function) {
  Stopwatch watch;
  lookAgain(function);
  counters.longestAskMs = std::max(counters.longestAskMs, watch.ms());
}

void JITCompileManager::lookAgain(Function &function) {
  if (speculation.tryAgain(function))
    return;
  uint64_t firstLook = governor::firstLook(options);
  if (options.cachePolicy == CachePolicy::None) {
    ask(function, {});
    function.hotAt = function.activations + firstLook;
  } else if (cache && function.activations < firstLook) {
    ask(function, {}, /*fromCacheOnly=*/true);
    function.hotAt = firstLook;
  } else if (!function.compileAskedAt) {
    ask(function, function.activations < options.optimiseThreshold ? CodeVersion{}
                                                                   : optimised(function));
    function.hotAt = governor::secondLook(options, function.activations);
  } else {
    ask(function, optimised(function));
  }
}

/// The best code of a function. What can be entered at loops stays so.
CodeVersion JITCompileManager::optimised(const Function &function) const {
  return {.isOptimised = true,
          .hasLoopEntries = function.wantsLoopEntries,
          .assumesKnown = governor::maySpeculate(options, function) && !function.wantsLoopEntries};
}

void JITCompileManager::guardFailed(Function &function) {
  if (!function.fourStateEntry.load(std::memory_order_acquire) && function.guardFailures == 1) {
    Stopwatch watch;
    ask(function, fourStates(0));
    counters.longestAskMs = std::max(counters.longestAskMs, watch.ms());
  }
  unsigned timesGivenUp = speculation.guardFailed(function);
  if (timesGivenUp && !function.isCompiledAhead)
    ask(function, fourStates(timesGivenUp));
}

/// Code in which failed guards go on. What is kept for other runs is the better one at once:
/// they would ask for it sooner or later.
CodeVersion JITCompileManager::fourStates(unsigned timesGivenUp) const {
  return {.isOptimised = cache || governor::deservesFourStates(options, timesGivenUp),
          .hasGuardEntries = true};
}

void JITCompileManager::looping(Function &function, bool isLong) {
  if (options.mode == ExecutionMode::Interpret)
    return;
  Stopwatch watch;
  if (isLong)
    lookAtLongLoop(function);
  else if (!function.compileAskedAt && function.loops >= governor::HotLoops)
    ask(function, optimised(function));
  counters.longestAskMs = std::max(counters.longestAskMs, watch.ms());
}

void JITCompileManager::lookAtLongLoop(Function &function) {
  bool isAsked = function.compileAskedAt;
  bool isStuck = !function.hasLoopEntries &&
                 (function.longLoops == 2 || options.cachePolicy == CachePolicy::None);
  if (isAsked && !isStuck)
    return;
  if (isAsked && !governor::mayCompileLoop(options, function)) {
    ask(function, {.isOptimised = true, .hasLoopEntries = true}, /*fromCacheOnly=*/true);
  } else {
    function.wantsLoopEntries = true;
    ask(function, optimised(function));
  }
}

void JITCompileManager::deoptimised(Frame &frame) { deopts.deoptimised(frame); }

std::unique_ptr<JITCompileManager::Job> JITCompileManager::makeJob(Function &function) {
  auto job = std::make_unique<Job>();
  job->target = &function;
  job->askedAt = function.activations;
  job->name = codegen::symbolFor(context.image.functions[function.id].name, function.id);
  job->callees = codegen::calleesOf(function, [this](FuncId id) { return context.functions.get(id); });
  if (options.debugLines.value_or(false))
    job->source = codegen::debugSourceOf(function, context.image);
  return job;
}

/// Code that is dropped is asked for again and again; one job at a time will do.
bool JITCompileManager::isWaiting(const Job &job) {
  std::lock_guard lock(mutex);
  return options.cachePolicy == CachePolicy::None && !waiting.insert(job.target->id).second;
}

void JITCompileManager::ask(Function &function, CodeVersion version, bool fromCacheOnly) {
  if (!fromCacheOnly && !function.compileAskedAt)
    function.compileAskedAt = std::max<uint64_t>(function.activations, 1);
  if (registry.hasAsGood(function.id, version))
    return;
  std::shared_ptr<Job> job = makeJob(function);
  job->version = version;
  job->best = optimised(function);
  job->fromCacheOnly = fromCacheOnly;
  if (thread) {
    if (!isWaiting(*job))
      thread->post([this, job](CompileThread::Hold &hold) { compileBeside(*job, hold); });
    return;
  }
  if (isSettled(*job))
    return;
  Stopwatch watch;
  if (adopt(*job, emitter->emit(job->request(version)), watch.ms()))
    keepFourState(*job);
}

const TierCounters &JITCompileManager::finish() {
  if (isFinished)
    return counters;
  isFinished = true;
  Stopwatch watch;
  if (thread && cache)
    completeCache();
  if (thread)
    thread->stop();
  if (cache) {
    cache->prune();
    counters.warnings = cache->warnings();
  }
  deopts.complete(context.functions, registry, options, counters);
  counters.evictions = registry.evictions();
  counters.firstNativeMs = registry.firstEntryMs();
  counters.exitMs = watch.ms();
  counters.execMs = context.nativeTime.milliseconds();
  return counters;
}

/// What was asked for and has not been made would be asked for again by the next run. A
/// user who interrupts, or has set a limit, wants the end at once.
void JITCompileManager::completeCache() {
  isEnding = true;
  while (!context.wasInterrupted() && !thread->waitUntilIdle(governor::InterruptLatency))
    ;
}

bool JITCompileManager::leaveBehind() {
  return thread && thread->leaveBehind(governor::ExitPatience);
}

// --- The thread that compiles -----------------------------------------------------------

void JITCompileManager::compileBeside(const Job &job, CompileThread::Hold &hold) {
  if (isEnding && job.fromCacheOnly)
    return;
  if (!isSettled(job)) {
    Stopwatch watch;
    std::shared_ptr<codegen::ObjectEmitter> mine = emitter;
    std::unique_ptr<llvm::MemoryBuffer> object =
        mine->emit(job.request(job.version), [&] { hold.letGo(); });
    double ms = watch.ms();
    if (!hold.takeBack())
      return;
    if (adopt(job, std::move(object), ms) && !keepFourState(job, &hold))
      return;
  }
  std::lock_guard lock(mutex);
  waiting.erase(job.target->id);
}

bool JITCompileManager::prepare() {
  if (isPrepared)
    return emitter && linker;
  isPrepared = true;
  Stopwatch watch;
  codegen::EmitOptions emit;
  emit.countInstructions = context.options.countInstructions;
  emit.injectDeopts = options.forceDeopts || context.options.deoptPeriod;
  emit.debugLines = options.debugLines.value_or(false);
  std::string error;
  emitter = codegen::ObjectEmitter::create(emit, error);
  linker = NativeLinker::create(error);
  if (linker)
    registry.useLinker(*linker);
  counters.prepareMs = watch.ms();
  return emitter && linker;
}

/// Nothing has to be compiled: there is code, or there will be none.
bool JITCompileManager::isSettled(const Job &job) {
  if (registry.hasAsGood(job.target->id, job.version))
    return true;
  auto refuse = [&](DeoptReason reason) {
    deopts.refused(job.target->id, reason);
    return true;
  };
  governor::Verdict verdict = governor::judge(options, *job.target, counters.compiles);
  if (verdict == governor::Verdict::TooLarge || !prepare())
    return refuse(DeoptReason::UnsupportedOperation);
  if (cache && takeFromCache(job))
    return true;
  if (verdict == governor::Verdict::NoBudget)
    return refuse(DeoptReason::MissingThunk);
  return job.fromCacheOnly;
}

bool JITCompileManager::takeFromCache(const Job &job) {
  Stopwatch watch;
  for (CodeVersion version : candidatesFor(job.version, job.best)) {
    codegen::ObjectRequest request = job.request(version);
    codegen::ObjectKey key = emitter->keyOf(request);
    std::unique_ptr<llvm::MemoryBuffer> object = cache->find(key);
    if (!object)
      continue;
    NativeCode code = linker->link(std::move(object), request.symbol);
    if (!code.entry) {
      cache->reject(key);
      continue;
    }
    ++counters.cacheHits;
    counters.cacheMs += watch.ms();
    install(job, version, code);
    return true;
  }
  counters.cacheMs += watch.ms();
  return false;
}

bool JITCompileManager::adopt(const Job &job, std::unique_ptr<llvm::MemoryBuffer> object,
                              double ms) {
  Stopwatch watch;
  codegen::ObjectRequest request = job.request(job.version);
  NativeCode code;
  if (object) {
    if (cache)
      cache->store(emitter->keyOf(request), *object);
    code = linker->link(std::move(object), request.symbol);
  }
  counters.compileMs += ms + watch.ms();
  if (!code.entry) {
    deopts.refused(job.target->id, DeoptReason::UnsupportedOperation);
    return false;
  }
  ++counters.compiles;
  counters.compiledInstructions += instructionsOf(*job.target);
  install(job, job.version, code);
  return true;
}

void JITCompileManager::install(const Job &job, CodeVersion version, NativeCode code) {
  if (version.hasLoopEntries)
    speculation.end(*job.target);
  else if (version.assumesKnown && !registry.hasAsGood(job.target->id, version))
    speculation.begin(*job.target, code.entry);
  registry.install(*job.target, code, version, job.askedAt);
  if (version.hasGuardEntries)
    speculation.fourStatesInstalled(*job.target);
}

/// Another run, which begins with optimised code, meets unknown signals at its start: the
/// code to go on in is kept as well.
bool JITCompileManager::keepFourState(const Job &job, CompileThread::Hold *hold) {
  if (!cache || !job.version.assumesKnown)
    return true;
  Stopwatch watch;
  codegen::ObjectRequest request = job.request(fourStates(0));
  std::shared_ptr<codegen::ObjectEmitter> mine = emitter;
  std::unique_ptr<llvm::MemoryBuffer> object = mine->emit(request, [hold] {
    if (hold)
      hold->letGo();
  });
  double ms = watch.ms();
  if (hold && !hold->takeBack())
    return false;
  if (object)
    cache->store(mine->keyOf(request), *object);
  counters.compileMs += ms;
  return true;
}

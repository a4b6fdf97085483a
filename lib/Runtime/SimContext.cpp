//===- SimContext.cpp - the life of one simulation ---------------------------===//
//
// initialise(): elaborate, make processes, seed their random states, run the
// static initialisers (LRM 6.8: before any procedure). run(): the scheduler, then
// `final` procedures (9.2.3), then exit callbacks, then the flush.
//
// Exit status: the contract's table; a fault, a delta limit and (unless opted
// out) a call of $error give 1.
//
// Random stability (18.14.1): every instance has an initialisation generator
// that starts from the same seed; the n-th process of a module takes its n-th
// value. So adding a process to one module changes no other module's numbers.
//
//===----------------------------------------------------------------------===//
#include "Runtime/SimContext.h"

#include "Model/Storage.h"
#include "Runtime/Arrays.h"
#include "Runtime/Random.h"
#include "Sched/ModulePaths.h"
#include "Sched/TimingChecks.h"

#include <cstdlib>

namespace circtsim::runtime {

using namespace circtsim::model;
using sched::RunEnd;

static std::unique_ptr<Arena> createArena(uint64_t planeSize) {
  std::unique_ptr<Arena> arena = Arena::create(planeSize);
  if (!arena) {
    Output().writeError("error: no address space for the simulation memory\n");
    std::exit(ExitInternal);
  }
  return arena;
}

SimContext::SimContext(const DesignImage &image, SimOptions simOptions)
    : image(image), options(std::move(simOptions)), arena(createArena(options.planeSize)),
      stackPool(*arena), functions(image, *arena), heap(*arena, image), calls(*this) {}

SimContext::~SimContext() {
  while (!states.empty())
    states.pop_back();
}

bool SimContext::initialise() {
  std::vector<ElaborationError> problems;
  elaborated = elaborate(image, *arena, problems);
  for (const ElaborationError &problem : problems)
    report(Severity::Error, problem.pos, "", problem.message);
  if (!elaborated) {
    code = ExitUsage;
    output.flush();
    return false;
  }
  for (Instance *instance : elaborated->instances) {
    const ModuleImage &module = elaborated->moduleOf(*instance);
    for (uint32_t local = 0; local != module.signals.size(); ++local) {
      const SignalImage &signal = module.signals[local];
      if (!containsHandles(image, signal.type))
        continue;
      handleSignals.push_back({instance->base + signal.offset, signal.type});
      if (containsArrays(image, signal.type))
        elaborated->signals[elaborated->signalAt(*instance, local).signal].hasArrays = true;
    }
  }
  sched::SchedulerClient client;
  client.context = this;
  client.runStatic = runStaticProcess;
  client.leftStatic = leftStaticProcess;
  client.resume = resumeProcess;
  client.poll = [](void *context) { return static_cast<SimContext *>(context)->poll(); };
  client.cellStart = [](void *context, uint64_t address) {
    return static_cast<SimContext *>(context)->heap.objectAt(address);
  };
  client.homeOf = [](void *context, uint64_t address) {
    return runtime::homeOf(static_cast<SimContext *>(context)->heap, address);
  };
  sched = std::make_unique<sched::Scheduler>(*elaborated, stackPool, client);
  sched->maxTime = options.maxTime;
  sched->maxRounds = options.maxDeltas;
  heap.pollFlag = &sched->pollRequested;
  native.signalFlags = elaborated->flags;
  native.planeDistance = arena->planeDistance();
  native.pollRequested = &sched->pollRequested;
  native.nba = sched->nbaForCode();
  if (interrupted)
    sched->pollRequested = true;
  sched->createProcesses();
  seedProcesses();
  if (!runInitialisers())
    return false;
  makeSpecifyElements();
  return true;
}

/// Module paths and timing checks (LRM 30, 31) of the instances that have some.
void SimContext::makeSpecifyElements() {
  bool hasPaths = false, hasChecks = false;
  for (const ModuleImage &module : image.modules) {
    hasPaths |= !module.pathOutputs.empty();
    hasChecks |= !module.timingChecks.empty();
  }
  if (hasPaths) {
    paths = std::make_unique<sched::ModulePaths>(*sched, *elaborated);
    paths->build();
  }
  if (!hasChecks)
    return;
  sched::ViolationClient client;
  client.report = [this](SourcePos pos, const Instance &instance, std::string text) {
    report(Severity::Warning, pos, elaborated->path(instance), text);
  };
  client.timeText = [this](uint64_t ticks) { return timeText(ticks); };
  checks = std::make_unique<sched::TimingChecks>(*sched, *elaborated, std::move(client));
  checks->build();
}

/// The n-th value of the initialisation generator, reached without the others:
/// the generator's state is a counter.
static uint64_t processSeed(uint64_t seed, uint64_t ordinal) {
  uint64_t state = seedState(seed) + ordinal * 0x9e3779b97f4a7c15u;
  return nextRandom(state);
}

void SimContext::seedProcesses() {
  contextRandom = seedState(options.seed, 1);
  auto seed = [&](sched::Process &process) {
    const ModuleImage &module = elaborated->moduleOf(*process.instance);
    process.randomState =
        processSeed(options.seed, uint64_t(process.image - module.processes.data()));
  };
  for (sched::Process *process : sched->staticProcesses())
    seed(*process);
  for (sched::StackProcess *p = sched->liveProcesses(); p; p = p->nextLive)
    seed(*p);
}

bool SimContext::runInitialisers() {
  for (Instance *instance : elaborated->instances) {
    FuncId initialiser = elaborated->moduleOf(*instance).initialiser;
    if (initialiser == NoId)
      continue;
    ExitStatus status = calls.call(initialiser, instance, nullptr, 0, nullptr, 0);
    if (status == ExitStatus::Return)
      continue;
    if (status == ExitStatus::Fault)
      reportFault();
    if (code == ExitOk && status == ExitStatus::Fault)
      code = ExitError;
    output.flush();
    return false;
  }
  return true;
}

int SimContext::run() {
  RunEnd end = sched->run();
  reportEnd(end);
  if (end != RunEnd::Fault && end != RunEnd::DeltaLimit && end != RunEnd::Interrupt) {
    RunEnd finalEnd = sched->runFinals();
    if (finalEnd == RunEnd::Fault)
      reportEnd(finalEnd);
  }
  for (std::function<void()> &callback : exitCallbacks)
    callback();
  if (code == ExitOk && errors)
    code = options.errorExit;
  output.flush();
  return code;
}

void SimContext::reportFault() {
  report(Severity::Error, fault.pos, fault.scope, fault.message);
  fault = {};
}

void SimContext::reportEnd(RunEnd end) {
  switch (end) {
  case RunEnd::NoEvents:
  case RunEnd::Finish:
  case RunEnd::TimeLimit:
    return;
  case RunEnd::Fault:
    reportFault();
    code = ExitError;
    return;
  case RunEnd::DeltaLimit: {
    std::string text = "no end of activity after " + std::to_string(options.maxDeltas) +
                       " delta cycles at one time (--max-deltas); active processes:";
    for (const std::string &name : sched->deltaLoop())
      text += "\n  " + name;
    report(Severity::Error, {}, "", text);
    code = ExitError;
    return;
  }
  case RunEnd::Interrupt:
    code = interruptExitCode;
    return;
  }
}

void SimContext::finish(int exitStatus) {
  if (code == ExitOk)
    code = exitStatus;
  if (sched)
    sched->requestStop(RunEnd::Finish);
}

SourcePos SimContext::position(const Function &function, uint32_t unit) {
  SourcePos pos;
  for (const LineEntry &line : function.lines) {
    if (line.unit > unit)
      break;
    pos = line.pos;
  }
  return pos;
}

std::string SimContext::scopeText(const Frame &frame) const {
  uint32_t scope = image.functions[frame.fn->id].scope;
  if (image.functions[frame.fn->id].module != frame.instance->module)
    scope = 0;
  return elaborated->scopePath(*frame.instance, scope);
}

ExitStatus SimContext::raise(std::string message) {
  if (fault.isSet)
    return ExitStatus::Fault;
  fault.isSet = true;
  fault.message = std::move(message);
  fault.time = sched ? sched->now() : 0;
  if (innermost) {
    fault.pos = position(*innermost->fn, innermost->pc);
    fault.scope = scopeText(*innermost);
  }
  return ExitStatus::Fault;
}

std::string SimContext::positionText(SourcePos pos) const {
  if (pos.file >= image.files.size())
    return "";
  std::string text = image.files[pos.file] + ":" + std::to_string(pos.line);
  if (pos.column)
    text += ":" + std::to_string(pos.column);
  return text;
}

std::string SimContext::timeText(uint64_t ticks) const {
  static constexpr const char *units[] = {"s", "ms", "us", "ns", "ps", "fs"};
  int precision = image.timePrecision;
  if (precision > 0)
    return std::to_string(ticks) + (precision == 1 ? "0 s" : "00 s");
  int step = (-precision + 2) / 3;
  if (step > 5)
    step = 5;
  std::string text = std::to_string(ticks);
  for (int zeros = precision + 3 * step; zeros > 0 && ticks; --zeros)
    text += '0';
  return text + " " + units[step];
}

void SimContext::report(Severity severity, SourcePos pos, std::string_view scope,
                        std::string_view text) {
  static constexpr const char *names[] = {"note", "warning", "error", "fatal"};
  if (severity >= Severity::Error)
    ++errors;
  std::string line = positionText(pos);
  if (!line.empty())
    line += ": ";
  line.append(names[unsigned(severity)]).append(": ").append(text);
  if (sched) {
    line += " [";
    if (!scope.empty())
      line.append("in ").append(scope).append(", ");
    line += "at " + timeText() + "]";
  }
  line += '\n';
  output.writeError(line);
}

uint64_t &SimContext::randomState() {
  sched::Process *process = sched ? sched->running() : nullptr;
  return process ? process->randomState : contextRandom;
}

void SimContext::markRoots(Heap &heap) {
  for (auto &[address, type] : handleSignals)
    heap.markObject(type, address);
  auto markRange = [&heap](const uint64_t *first, const uint64_t *last) {
    heap.markWords(first, last);
  };
  scratch.forEachRange(markRange);
  for (sched::StackProcess *p = sched->liveProcesses(); p; p = p->nextLive)
    p->stack.forEachRange(markRange);
  functions.forEachFunction([&](Function &f) {
    if (auto *first = reinterpret_cast<uint64_t *>(f.staticFrame))
      heap.markWords(first, first + f.frameBytes / 8);
    if (f.textHandles)
      heap.markWords(f.textHandles.get(), f.textHandles.get() + f.texts.size());
  });
  sched->forEachPendingRange(markRange);
  for (RootProvider &provider : rootProviders)
    provider(heap);
}

void SimContext::collectGarbage() {
  heap.collect([this](Heap &heap) { markRoots(heap); });
}

bool SimContext::poll() {
  sched->pollRequested = false;
  if (interrupted) {
    sched->requestStop(RunEnd::Interrupt);
    return false;
  }
  if (heap.wantsCollection() && nesting == 0)
    collectGarbage();
  return true;
}

} // namespace circtsim::runtime

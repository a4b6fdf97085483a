//===- Simulation.cpp - a design image to a finished run ------------------===//
//
// The run side: the simulation context with its tiers, system tasks and waves, and the
// end of the run. Nothing here knows how the image was made.
//
//===----------------------------------------------------------------------===//
#include "Driver/Run/Simulation.h"

#include "Builtins/BuiltinState.h"
#include "Builtins/BuiltinTable.h"
#include "Builtins/Trace.h"
#include "Driver/Run/Watchdog.h"
#include "Driver/Run/Tiers.h"
#include "Exec/AOT/CompiledModule.h"
#include "Exec/Interp/Interpreter.h"
#include "Exec/JIT/JITCompileManager.h"

#include <chrono>

using namespace circtsim;
using namespace circtsim::driver;

namespace {
double millisecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// --max-time in ticks of the design's precision.
uint64_t ticksOf(uint64_t femtoseconds, int8_t precision) {
  uint64_t tick = 1;
  for (int p = -15; p < precision; ++p)
    tick *= 10;
  return femtoseconds / tick;
}

void printStats(llvm::raw_ostream &out, const Options &options, const StageTimes &times,
                runtime::SimContext &context) {
  const sched::SchedulerStatistics &s = context.scheduler().statistics;
  const char *format = options.stats == StatsFormat::Json
                           ? "{{\"parse_ms\": {0:f2}, \"elaborate_ms\": {1:f2}, \"generate_ms\": {2:f2}, \"run_ms\": {3:f2}, "
                             "\"time_steps\": {4}, \"rounds\": {5}, \"static_activations\": {6}, "
                             "\"stack_activations\": {7}, \"nba_applied\": {8}, \"functions\": {9}, "
                             "\"instructions\": {10}, \"table_activations\": {11}}\n"
                           : "parse        {0:f2} ms\nelaborate    {1:f2} ms\ngenerate     {2:f2} ms\nrun          {3:f2} ms\n"
                             "time steps   {4}\nrounds       {5}\nactivations  {6} static, {11} by table, {7} with a stack\n"
                             "nonblocking  {8}\nfunctions    {9}\ninstructions {10}\n";
  out << llvm::formatv(false, format, times.parse, times.elaborate, times.generate, times.run, s.timeSteps, s.rounds,
                       s.staticRuns, s.stackRuns, s.nbaApplied, context.functions.materialisedCount(),
                       context.instructions, s.tableRuns);
}

/// The code of --compiled; null after reporting.
std::unique_ptr<exec::CompiledModule> loadCompiled(const RunDesign &design,
                                                   const Options &options) {
  std::string error;
  auto module = exec::CompiledModule::load(options.compiledFile, design.image, design.contentHash,
                                           error);
  if (!module)
    llvm::errs() << "circt-sim: error: --compiled '" << options.compiledFile << "': " << error
                 << '\n';
  return module;
}
} // namespace

RunOutcome driver::simulate(const RunDesign &design, const Options &options, StageTimes &times) {
  runtime::SimOptions simulation = options.simulation;
  if (options.maxTimeFs)
    simulation.maxTime = ticksOf(*options.maxTimeFs, design.image.timePrecision);
  simulation.countInstructions = options.stats != StatsFormat::None || !options.tiers.reportPath.empty();
  auto start = std::chrono::steady_clock::now();
  std::unique_ptr<exec::CompiledModule> compiled;
  if (!options.compiledFile.empty() && !(compiled = loadCompiled(design, options)))
    return {runtime::ExitUsage};
  runtime::SimContext context(design.image, simulation);
  exec::installInterpreter(context);
  context.functions.provider = &design.provider;
  context.functions.compiled = compiled.get();
  if (compiled)
    compiled->attach(context);
  prepareTiers(context, options);
  exec::JITCompileManager manager(context, options.tiers);
  auto leave = [&](int status) {
    manager.finish();
    return RunOutcome{status, manager.leaveBehind()};
  };
  context.builtins = builtins::builtinFunctions();
  auto simulated = [&](auto step) {
    runtime::onNativeStack(runtime::nativeStackFor(simulation.stackLimit), [&](uintptr_t floor) {
      context.nativeFloor = floor;
      step();
    });
  };
  bool isReady = false;
  simulated([&] { isReady = context.initialise(); });
  if (!isReady)
    return leave(context.exitCode());
  builtins::BuiltinState &state = builtins::stateOf(context);
  state.isQuiet = options.isQuiet;
  if (!options.vcdFile.empty() || !options.traceGlobs.empty() || options.traceAll) {
    waves::TraceRequest request{options.vcdFile, options.traceGlobs, options.traceAll, /*date=*/{}};
    if (!builtins::startTrace(context, request))
      return leave(runtime::ExitUsage);
  }
  Watchdog watchdog(options.timeoutSeconds, [&](Alarm alarm) {
    if (alarm == Alarm::Timeout)
      context.interruptExitCode = runtime::ExitTimeout;
    context.interrupt();
  });
  int status = 0;
  simulated([&] { status = context.run(); });
  times.run = millisecondsSince(start);
  status = finishTiers(context, manager.finish(), options, times, status);
  if (options.stats != StatsFormat::None)
    printStats(llvm::errs(), options, times, context);
  if (options.printAotStats && compiled)
    llvm::errs() << "native_entry_calls " << context.native.activations
                 << "\ntrampoline_entry_calls " << context.trampolineCalls << '\n';
  return leave(status);
}

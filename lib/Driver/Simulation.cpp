//===- Simulation.cpp - csim module to a finished run ---------------------===//
//
// Joins compile side and run side: passes, bytecode generation, the simulation
// context with its tier, system tasks and waves, and the end of the run.
//
//===----------------------------------------------------------------------===//
#include "Driver/Simulation.h"

#include "Builtins/BuiltinState.h"
#include "Builtins/BuiltinTable.h"
#include "Builtins/Trace.h"
#include "Bytecode/Disassembler.h"
#include "Driver/Watchdog.h"
#include "Driver/Tiers.h"
#include "Exec/Interp/Interpreter.h"
#include "Exec/JIT/JITCompileManager.h"
#include "Runtime/RuntimeABI.h"
#include "Sema/Expr/BuiltinTable.h"
#include "Transforms/Pipeline.h"

#include "mlir/Pass/PassManager.h"

#include <chrono>

using namespace circtsim;
using namespace circtsim::driver;

Image::Image(mlir::OwningOpRef<mlir::ModuleOp> module)
    : design(std::move(module)), pipeline(design->getContext()) {
  bytecode::NameTables names;
  names.builtin = [](llvm::StringRef name) { return sema::findBuiltin(name); };
  names.runtimeFunction = [](llvm::StringRef name) -> std::optional<uint32_t> {
    for (uint32_t row = 0; row < runtime::runtimeFunctionCount; ++row)
      if (name == runtime::runtimeFunctions[row].name)
        return row;
    return std::nullopt;
  };
  generator = std::make_unique<bytecode::Generator>(image, std::move(names));
}
Image::~Image() = default;

bool Image::build(bool all) {
  if (mlir::failed(generator->declareDesign(*design)))
    return false;
  for (auto module : design->getOps<csim::ModuleOp>()) {
    for (mlir::Operation &op : *module.getBodyBlock())
      if (llvm::isa<csim::ProcessOp, csim::ProcessBodyOp>(op) || (all && llvm::isa<csim::FuncOp>(op)))
        pipeline.run(&op);
    if (mlir::failed(all ? generator->generateModule(module) : generator->generateProcesses(module)))
      return false;
  }
  return true;
}

bool Image::materialise(model::FuncId id) {
  csim::FuncOp function = generator->functionOp(id);
  if (!function || function.isExternal())
    return false;
  pipeline.run(function);
  return mlir::succeeded(generator->generateFunction(function));
}

void Image::printBytecode(llvm::raw_ostream &out) const { out << bytecode::disassembleImage(image); }

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
                             "\"instructions\": {10}}\n"
                           : "parse        {0:f2} ms\nelaborate    {1:f2} ms\ngenerate     {2:f2} ms\nrun          {3:f2} ms\n"
                             "time steps   {4}\nrounds       {5}\nactivations  {6} static, {7} with a stack\n"
                             "nonblocking  {8}\nfunctions    {9}\ninstructions {10}\n";
  out << llvm::formatv(false, format, times.parse, times.elaborate, times.generate, times.run, s.timeSteps, s.rounds,
                       s.staticRuns, s.stackRuns, s.nbaApplied, context.functions.materialisedCount(),
                       context.instructions);
}
} // namespace

int driver::simulate(Image &image, const Options &options, StageTimes &times) {
  runtime::SimOptions simulation = options.simulation;
  if (options.maxTimeFs)
    simulation.maxTime = ticksOf(*options.maxTimeFs, image.image.timePrecision);
  simulation.countInstructions = options.stats != StatsFormat::None || !options.tiers.reportPath.empty();
  auto start = std::chrono::steady_clock::now();
  runtime::SimContext context(image.image, simulation);
  exec::installInterpreter(context);
  context.functions.provider = &image;
  prepareTiers(context, options);
  exec::JITCompileManager manager(context, options.tiers);
  context.builtins = builtins::builtinFunctions();
  if (!context.initialise())
    return context.exitCode();
  builtins::BuiltinState &state = builtins::stateOf(context);
  state.isQuiet = options.isQuiet;
  if (!options.vcdFile.empty() || !options.traceGlobs.empty() || options.traceAll) {
    waves::TraceRequest request{options.vcdFile, options.traceGlobs, options.traceAll, /*date=*/{}};
    if (!builtins::startTrace(context, request))
      return runtime::ExitUsage;
  }
  Watchdog watchdog(options.timeoutSeconds, [&](Alarm alarm) {
    if (alarm == Alarm::Timeout)
      context.interruptExitCode = runtime::ExitTimeout;
    context.interrupt();
  });
  int status = context.run();
  times.run = millisecondsSince(start);
  status = finishTiers(context, manager.finish(), options, times, status);
  if (options.stats != StatsFormat::None)
    printStats(llvm::errs(), options, times, context);
  return status;
}

//===- Tiers.cpp - options, environment and report of the tiers ---------------===//
//
// The keys of the report are stable; keys are only ever added. Counters say what
// happened: an activation is native if machine code that we generated executed it,
// and the share counts bytecode instructions, because a deopt count of zero says
// nothing by itself.
//
//===----------------------------------------------------------------------===//
#include "Driver/Run/Tiers.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

#include <cstdlib>

using namespace circtsim;
using namespace circtsim::driver;
using exec::CachePolicy;
using exec::DeoptReason;
using exec::DeoptRecord;
using exec::ExecutionMode;
using llvm::StringRef;

std::optional<ExecutionMode> driver::parseMode(StringRef text) {
  return llvm::StringSwitch<std::optional<ExecutionMode>>(text)
      .Case("interpret", ExecutionMode::Interpret)
      .Case("compile", ExecutionMode::Compile)
      .Case("auto", ExecutionMode::Auto)
      .Default(std::nullopt);
}

static StringRef nameOf(ExecutionMode mode) {
  switch (mode) {
  case ExecutionMode::Interpret:
    return "interpret";
  case ExecutionMode::Compile:
    return "compile";
  case ExecutionMode::Auto:
    return "auto";
  }
  return "";
}

static StringRef nameOf(CachePolicy policy) {
  switch (policy) {
  case CachePolicy::Memory:
    return "memory";
  case CachePolicy::None:
    return "none";
  case CachePolicy::Disk:
    return "disk";
  }
  return "";
}

void driver::decodeCachePolicy(StringRef text, Options &options) {
  auto policy = llvm::StringSwitch<std::optional<CachePolicy>>(text)
                    .Case("memory", CachePolicy::Memory)
                    .Case("none", CachePolicy::None)
                    .Case("disk", CachePolicy::Disk)
                    .Default(std::nullopt);
  options.tiers.cachePolicy = policy.value_or(CachePolicy::Memory);
  if (!policy)
    options.warnings.push_back("'" + text.str() +
                               "' is not a cache policy (memory, none, disk): memory is used");
}

static bool isTruthy(const char *value) {
  return value && *value && StringRef(value) != "0" && !StringRef(value).equals_insensitive("false");
}

void driver::readTierEnvironment(Options &options) {
  auto number = [&](const char *name, auto &target) {
    const char *value = std::getenv(name);
    uint64_t parsed = 0;
    if (!value || !*value)
      return;
    if (!StringRef(value).getAsInteger(0, parsed))
      target = parsed;
    else
      options.warnings.push_back(std::string(name) + ": '" + value + "' is not a number: ignored");
  };
  exec::TierOptions &tiers = options.tiers;
  number("CIRCT_SIM_JIT_HOT_THRESHOLD", tiers.hotThreshold);
  number("CIRCT_SIM_JIT_COMPILE_BUDGET", tiers.compileBudget);
  if (const char *policy = std::getenv("CIRCT_SIM_JIT_CACHE_POLICY"))
    decodeCachePolicy(policy, options);
  options.printAotStats = isTruthy(std::getenv("CIRCT_AOT_STATS"));
  tiers.failOnDeopt = isTruthy(std::getenv("CIRCT_SIM_JIT_FAIL_ON_DEOPT"));
  tiers.forceDeopts = isTruthy(std::getenv("CIRCT_SIM_JIT_FORCE_DEOPT_REQUEST"));
  if (const char *path = std::getenv("CIRCT_SIM_JIT_REPORT_PATH"))
    tiers.reportPath = path;
  llvm::SmallString<128> folder;
  if (llvm::sys::path::cache_directory(folder)) {
    llvm::sys::path::append(folder, "circt-sim", "jit");
    tiers.cacheDirectory = folder.str().str();
  }
}

void driver::prepareTiers(runtime::SimContext &context, const Options &options) {
  context.deoptRandom = options.simulation.seed * 2 + 1;
  if (options.tiers.forceDeopts || options.simulation.deoptPeriod)
    context.native.deoptCountdown = 1;
}

/// Null if code ran that does not count its instructions.
static llvm::json::Value nativeShare(const runtime::SimContext &context) {
  if (context.functions.compiled)
    return nullptr;
  double native = double(context.native.instructions);
  double all = native + double(context.instructions);
  return all > 0 ? native / all : 0;
}

static double compileRate(const exec::TierCounters &counters) {
  return counters.compiledInstructions
             ? counters.compileMs * 1000 / double(counters.compiledInstructions)
             : 0;
}

static llvm::json::Object jitObject(const runtime::SimContext &context,
                                    const exec::TierCounters &counters) {
  llvm::json::Object jit{
      {"jit_compiles_total", int64_t(counters.compiles)},
      {"jit_cache_hits_total", int64_t(counters.cacheHits)},
      {"jit_evictions_total", int64_t(counters.evictions)},
      {"jit_exec_hits_total", int64_t(context.native.activations)},
      {"jit_deopts_total", int64_t(counters.deopts)},
      {"jit_compile_wall_ms", counters.compileMs},
      {"jit_exec_wall_ms", counters.execMs},
      {"jit_guard_failures_total", int64_t(counters.guardFailures)},
      {"jit_compiled_instructions_total", int64_t(counters.compiledInstructions)},
      {"jit_compile_ms_per_1000_instructions", compileRate(counters)},
      {"jit_cache_wall_ms", counters.cacheMs},
      {"jit_prepare_wall_ms", counters.prepareMs},
      {"jit_longest_ask_ms", counters.longestAskMs},
      {"jit_exit_wall_ms", counters.exitMs},
      {"jit_first_native_ms", counters.firstNativeMs < 0
                                  ? llvm::json::Value(nullptr)
                                  : llvm::json::Value(counters.firstNativeMs)},
      {"jit_strict_violations_total", int64_t(counters.strictViolations)},
      {"jit_native_instruction_share", nativeShare(context)},
      {"jit_native_instructions_total", int64_t(context.native.instructions)},
      {"jit_interpreted_instructions_total", int64_t(context.instructions)},
      {"jit_out_of_line_instructions_total", int64_t(context.native.outOfLine)},
  };
  uint64_t reasons[3] = {};
  llvm::json::Array processes;
  for (const auto &[key, record] : counters.records) {
    reasons[unsigned(record.reason)] += record.count;
    processes.push_back(llvm::json::Object{{"process_id", int64_t(record.process)},
                                           {"process_name", record.name},
                                           {"reason", exec::nameOf(record.reason)},
                                           {"count", int64_t(record.count)}});
  }
  for (DeoptReason reason :
       {DeoptReason::MissingThunk, DeoptReason::UnsupportedOperation, DeoptReason::GuardFailed})
    jit[std::string("jit_deopt_reason_") + exec::nameOf(reason)] =
        int64_t(reasons[unsigned(reason)]);
  jit["jit_deopt_processes"] = std::move(processes);
  return jit;
}

static llvm::json::Value aotObject(const runtime::SimContext &context, const Options &options) {
  if (options.compiledFile.empty())
    return nullptr;
  uint64_t compiled = 0, all = 0;
  const_cast<runtime::SimContext &>(context).functions.forEachFunction(
      [&](const model::Function &function) {
        ++all;
        compiled += function.isCompiledAhead;
      });
  return llvm::json::Object{{"library", options.compiledFile},
                            {"functions_used", int64_t(all)},
                            {"functions_used_compiled", int64_t(compiled)},
                            {"native_entry_calls", int64_t(context.native.activations)},
                            {"trampoline_entry_calls", int64_t(context.trampolineCalls)}};
}

/// Femtoseconds, saturated to what JSON's integers hold.
static int64_t finalTimeFs(const runtime::SimContext &context) {
  uint64_t time = context.scheduler().now();
  for (int p = -15; p < context.image.timePrecision; ++p)
    if (llvm::MulOverflow<int64_t>(int64_t(time), 10, reinterpret_cast<int64_t &>(time)))
      return INT64_MAX;
  return int64_t(time);
}

static bool writeReport(const runtime::SimContext &context, const exec::TierCounters &counters,
                        const Options &options, const StageTimes &times, int status) {
  const sched::SchedulerStatistics &s = context.scheduler().statistics;
  const exec::TierOptions &tiers = options.tiers;
  llvm::json::Object report{
      {"schema_version", 1},
      {"mode", nameOf(tiers.mode)},
      {"exit_code", status},
      {"final_time_fs", finalTimeFs(context)},
      {"run_wall_ms", times.run},
      {"total_wall_ms", times.parse + times.elaborate + times.generate + times.run},
      {"jit_config",
       llvm::json::Object{{"hot_threshold", int64_t(tiers.hotThreshold)},
                          {"compile_budget", tiers.compileBudget == ~uint64_t(0)
                                                 ? llvm::json::Value(nullptr)
                                                 : llvm::json::Value(int64_t(tiers.compileBudget))},
                          {"cache_policy", nameOf(tiers.cachePolicy)},
                          {"fail_on_deopt", tiers.failOnDeopt}}},
      {"scheduler", llvm::json::Object{{"time_steps", int64_t(s.timeSteps)},
                                       {"rounds", int64_t(s.rounds)},
                                       {"static_activations", int64_t(s.staticRuns)},
                                       {"table_activations", int64_t(s.tableRuns)},
                                       {"stack_activations", int64_t(s.stackRuns)},
                                       {"nba_applied", int64_t(s.nbaApplied)}}},
      {"control", llvm::json::Object{{"errors", int64_t(context.errorCount())}}},
      {"jit", jitObject(context, counters)},
      {"aot", aotObject(context, options)},
  };
  std::error_code error;
  llvm::raw_fd_ostream out(tiers.reportPath, error);
  if (!error)
    out << llvm::formatv("{0:2}\n", llvm::json::Value(std::move(report)));
  if (!error && !out.has_error())
    return true;
  out.clear_error();
  llvm::errs() << "circt-sim: error: cannot write '" << tiers.reportPath << "'\n";
  return false;
}

int driver::finishTiers(runtime::SimContext &context, const exec::TierCounters &counters,
                        const Options &options, const StageTimes &times, int status) {
  if (!options.isQuiet)
    for (const std::string &text : counters.warnings)
      llvm::errs() << "circt-sim: warning: cache of native code: " << text << '\n';
  if (options.tiers.failOnDeopt && counters.strictViolations) {
    for (const auto &[key, record] : counters.records)
      llvm::errs() << "circt-sim: error: not native: process " << record.process << " "
                   << record.name << ": " << exec::nameOf(record.reason) << " (" << record.count
                   << ")\n";
    if (status == runtime::ExitOk)
      status = runtime::ExitError;
  }
  if (!options.tiers.reportPath.empty() &&
      !writeReport(context, counters, options, times, status))
    return status == runtime::ExitOk ? int(runtime::ExitUsage) : status;
  return status;
}

int driver::endOf(RunOutcome outcome) {
  if (outcome.isCompiling)
    leaveProcess(outcome.status);
  return outcome.status;
}

void driver::leaveProcess(int status) {
  llvm::outs().flush();
  llvm::errs().flush();
  std::fflush(nullptr);
  llvm::sys::Process::Exit(status, /*NoCleanup=*/true);
}

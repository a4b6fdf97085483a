//===- Tiers.h - options, environment and report of the tiers ---*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_TIERS_H
#define CIRCTSIM_DRIVER_TIERS_H

#include "Driver/Run/Options.h"
#include "Driver/Run/Simulation.h"
#include "Exec/Tier/TierCounters.h"

namespace circtsim::driver {

std::optional<exec::ExecutionMode> parseMode(llvm::StringRef text);
/// `memory`, `none` or `disk`; anything else is a warning and `memory`.
void decodeCachePolicy(llvm::StringRef text, Options &options);
/// The variables that stand for options; options that follow win.
void readTierEnvironment(Options &options);

/// What the tiers need of the context before it is initialised.
void prepareTiers(runtime::SimContext &context, const Options &options);
/// Writes the report that was asked for and, in strict mode, lists what did not
/// run native. Returns the exit status of the run.
int finishTiers(runtime::SimContext &context, const exec::TierCounters &counters,
                const Options &options, const StageTimes &times, int status);

/// Ends the process while another thread is still inside LLVM: destructors of
/// static objects would pull the ground from under it.
[[noreturn]] void leaveProcess(int status);
/// The status of a run, unless the process has to be left at once.
int endOf(RunOutcome outcome);

} // namespace circtsim::driver

#endif

//===- Simulation.h - a design image to a finished run -----------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_SIMULATION_H
#define CIRCTSIM_DRIVER_SIMULATION_H

#include "Driver/Run/Options.h"

namespace circtsim::driver {

/// Wall-clock milliseconds of the stages, for --stats.
struct StageTimes {
  double parse = 0, elaborate = 0, generate = 0, run = 0;
};

/// How a run ended.
struct RunOutcome {
  int status = 0;           ///< exit status of the process
  bool isCompiling = false; ///< a compilation was left behind: see leaveProcess()
};

/// A design to be run.
struct RunDesign {
  const model::DesignImage &image;
  runtime::FunctionProvider &provider;
  uint64_t contentHash = 0; ///< of the image; needed for --compiled only
};

/// Runs a design; functions without code come from the provider when they are first
/// called.
RunOutcome simulate(const RunDesign &design, const Options &options, StageTimes &times);

} // namespace circtsim::driver

#endif

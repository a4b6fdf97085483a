//===- WaveControl.h - waves asked for on the command line ------*- C++ -*-===//
#ifndef CIRCTSIM_WAVES_WAVECONTROL_H
#define CIRCTSIM_WAVES_WAVECONTROL_H

#include "Waves/Dump.h"

namespace circtsim::waves {

struct TraceRequest {
  std::string vcdFile;               ///< --vcd; empty: dump.vcd
  std::vector<std::string> patterns; ///< --trace=<glob>; none: everything
  bool traceAll = false;             ///< --trace-all: arrays included
  std::string date;                  ///< text of $date; empty: fixed
};

/// Starts recording at time 0. Call before the run. False with `error` if the file
/// cannot be created or a pattern matches nothing. (Builtins/Trace.h has the form
/// that takes a simulation.)
bool startTrace(Recorder &recorder, const TraceRequest &request, std::string &error);

} // namespace circtsim::waves

#endif

//===- Trace.h - --vcd and --trace of a simulation --------------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_TRACE_H
#define CIRCTSIM_BUILTINS_TRACE_H

#include "Runtime/SimContext.h"
#include "Waves/WaveControl.h"

namespace circtsim::builtins {

/// Starts recording an initialised simulation at time 0. False after reporting an
/// error. Shares the end-of-step work with $dumpvars.
bool startTrace(runtime::SimContext &context, const waves::TraceRequest &request);

} // namespace circtsim::builtins

#endif

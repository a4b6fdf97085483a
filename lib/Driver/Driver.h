//===- Driver.h - the whole pipeline ----------------------------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_DRIVER_H
#define CIRCTSIM_DRIVER_DRIVER_H

namespace circtsim::driver {

/// circt-sim: compiles, elaborates and runs. Returns the exit status of
/// docs/contracts.md (0, 1, 2, 70, 124).
int runCirctSim(int argc, const char *const *argv);
/// circt-sim-compile: sources or a saved image to native code, for --compiled.
int runCirctSimCompile(int argc, const char *const *argv);
/// circt-verilog: sources to MLIR text: csim, or hw, comb and seq.
int runCirctVerilog(int argc, const char *const *argv);

} // namespace circtsim::driver

#endif

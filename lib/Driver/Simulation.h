//===- Simulation.h - csim module to a finished run --------------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_SIMULATION_H
#define CIRCTSIM_DRIVER_SIMULATION_H

#include "Bytecode/Gen/Generator.h"
#include "Driver/Options.h"
#include "Transforms/Pipeline.h"

#include <memory>

namespace circtsim::driver {

/// Wall-clock milliseconds of the stages, for --stats.
struct StageTimes {
  double parse = 0, elaborate = 0, generate = 0, run = 0;
};

/// The image of a design with the IR it is made from: functions are taken
/// through the passes and the generator when they are first called.
class Image : public runtime::FunctionProvider {
public:
  explicit Image(mlir::OwningOpRef<mlir::ModuleOp> module);
  ~Image() override;

  /// Layout of all modules and code of all processes; with `all`, of all
  /// functions too. False after reporting.
  bool build(bool all);
  bool materialise(model::FuncId id) override;
  void printBytecode(llvm::raw_ostream &out) const;

  model::DesignImage image;
  mlir::ModuleOp ir() { return *design; }

private:
  mlir::OwningOpRef<mlir::ModuleOp> design;
  transforms::Pipeline pipeline;
  std::unique_ptr<bytecode::Generator> generator;
};

/// How a run ended.
struct RunOutcome {
  int status = 0;           ///< exit status of the process
  bool isCompiling = false; ///< a compilation was left behind: see leaveProcess()
};

/// Runs a built image.
RunOutcome simulate(Image &image, const Options &options, StageTimes &times);

} // namespace circtsim::driver

#endif

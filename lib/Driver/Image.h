//===- Image.h - the image of a design that is being compiled ----*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_IMAGE_H
#define CIRCTSIM_DRIVER_IMAGE_H

#include "Bytecode/Gen/Generator.h"
#include "Runtime/FunctionTable.h"
#include "Transforms/Pipeline.h"

#include <memory>

namespace circtsim::driver {

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

} // namespace circtsim::driver

#endif

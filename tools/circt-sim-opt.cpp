//===- circt-sim-opt.cpp - parse, verify, transform and print csim ----------===//
//
// The usual MLIR driver over the csim dialect and its passes, for tests and for
// looking at what a pass does. `--dump-bytecode` prints the bytecode of a design
// instead of its IR.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/Passes.h"

using namespace circtsim;

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  registry.insert<csim::CsimDialect>();
  mlir::registerCSEPass();
  mlir::registerCanonicalizerPass();
  mlir::registerMem2RegPass();
  return mlir::asMainReturnCode(
      mlir::MlirOptMain(argc, argv, "csim optimiser driver\n", registry));
}

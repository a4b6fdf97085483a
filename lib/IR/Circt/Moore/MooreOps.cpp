//===- MooreOps.cpp - generated code of the operations ----------------------===//
//
// What TableGen makes of the operations, apart because it is large.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Moore/Moore.h"

#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace circtsim::circt::moore;

#define GET_OP_CLASSES
#include "IR/Circt/Moore/MooreOps.cpp.inc"

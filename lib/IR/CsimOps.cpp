//===- CsimOps.cpp - generated definitions of the operations ----------------===//
//
// Holds what TableGen makes of CsimOps.td. Hand-written parts stand beside their
// subject: CsimModuleOps, CsimValueOps, CsimMemoryOps, CsimControlOps (builders,
// verifiers, interfaces), CsimFold (constants), CsimAssembly (textual forms).
//
//===----------------------------------------------------------------------===//

#include "IR/CsimAssembly.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;

#define GET_OP_CLASSES
#include "IR/CsimOps.cpp.inc"

void CsimDialect::registerOps() {
  addOperations<
#define GET_OP_LIST
#include "IR/CsimOps.cpp.inc"
      >();
}

//===- HWDialect.cpp - the hw dialect ---------------------------------------===//
//
// Registration of what the other files of this folder define.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/HW/HW.h"

#include "IR/Circt/HW/HWDialect.cpp.inc"
#include "IR/Circt/HW/HWEnums.cpp.inc"

namespace circtsim::circt::hw {

void HWDialect::initialize() {
  registerTypes();
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/HW/HWOps.cpp.inc"
      >();
}

} // namespace circtsim::circt::hw

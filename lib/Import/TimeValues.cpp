//===- TimeValues.cpp - numbers that are times --------------------------------===//
//
// Looks at what a value is computed from, through operations without effects.
//
//===----------------------------------------------------------------------===//

#include "Import/TimeValues.h"

#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/Moore/Moore.h"
#include "IR/Circt/SV/SV.h"

#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::circt;

bool import::isTimeValue(Value value) {
  static constexpr size_t limit = 64; // operations that are looked at
  llvm::SetVector<Value> cone;
  cone.insert(value);
  for (size_t i = 0; i != cone.size() && i != limit; ++i) {
    Operation *op = cone[i].getDefiningOp();
    if (isa_and_present<llhd::CurrentTimeOp, moore::TimeBIOp, sv::TimeOp>(op))
      return true;
    if (op && op->getNumRegions() == 0 && isMemoryEffectFree(op))
      cone.insert(op->operand_begin(), op->operand_end());
  }
  return false;
}

//===- Verif.cpp - CIRCT's verif dialect ------------------------------------===//
//
// The regions of a test describe circuits that fit together: what one yields the
// other takes, clocks first.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Verif/Verif.h"

#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::verif;

static TypeRange yieldedTypes(Region &region) {
  return region.front().getTerminator()->getOperandTypes();
}

// --- Relations between circuits -----------------------------------------------------

static LogicalResult verifyRelation(Operation *op) {
  Region &first = op->getRegion(0), &second = op->getRegion(1);
  if (first.getArgumentTypes() != second.getArgumentTypes())
    return op->emitOpError("block argument types of both regions must match");
  if (yieldedTypes(first) != yieldedTypes(second))
    return op->emitOpError("types of the yielded values of both regions must match");
  return success();
}

LogicalResult LogicEquivalenceCheckingOp::verifyRegions() { return verifyRelation(*this); }
LogicalResult RefinementCheckingOp::verifyRegions() { return verifyRelation(*this); }

// --- Model checks -------------------------------------------------------------------

/// The clocks of the circuit are the first values that init and loop yield.
static LogicalResult verifyClocks(BoundedModelCheckingOp op, TypeRange yielded) {
  size_t clocks =
      llvm::count_if(op.getCircuit().getArgumentTypes(), llvm::IsaPred<seq::ClockType>);
  if (yielded.size() < clocks)
    return op.emitOpError("init and loop regions must yield at least as many clock values as "
                          "there are clock arguments to the circuit region");
  if (!llvm::all_of(yielded.take_front(clocks), llvm::IsaPred<seq::ClockType>))
    return op.emitOpError("init and loop regions must yield as many clock values as there are "
                          "clock arguments in the circuit region before any other values");
  if (op.getNumRegs() > 0 && clocks == 0)
    return op.emitOpError("num_regs is non-zero, but the circuit region has no clock inputs to "
                          "clock the registers");
  return success();
}

LogicalResult BoundedModelCheckingOp::verifyRegions() {
  if (getInit().getNumArguments() != 0)
    return emitOpError("init region must have no arguments");
  TypeRange yielded = yieldedTypes(getInit());
  if (yielded != yieldedTypes(getLoop()))
    return emitOpError("init and loop regions must yield the same types of values");
  if (yielded != TypeRange(getLoop().getArgumentTypes()))
    return emitOpError("loop region arguments must match the types of the values yielded by the "
                       "init and loop regions");
  if (failed(verifyClocks(*this, yielded)))
    return failure();
  if (getInitialValues().size() != getNumRegs())
    return emitOpError("number of initial values must match the number of registers");
  if (!llvm::all_of(getInitialValues(), llvm::IsaPred<IntegerAttr, UnitAttr>))
    return emitOpError("initial values must be integer or unit attributes");
  return success();
}

// --- Simulations --------------------------------------------------------------------

LogicalResult SimulationOp::verifyRegions() {
  Block &body = getRegion().front();
  if (body.getNumArguments() != 2)
    return emitOpError("must have two block arguments");
  if (!isa<seq::ClockType>(body.getArgument(0).getType()))
    return emitOpError("block argument #0 must be of type `!seq.clock`");
  if (!body.getArgument(1).getType().isSignlessInteger(1))
    return emitOpError("block argument #1 must be of type `i1`");
  Operation *yield = body.getTerminator();
  if (yield->getNumOperands() != 2)
    return yield->emitOpError("must have two operands");
  for (unsigned index : {0, 1})
    if (!yield->getOperand(index).getType().isSignlessInteger(1))
      return yield->emitOpError("operand #") << index << " must be of type `i1`";
  return success();
}

void SimulationOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  if (region.empty() || region.getNumArguments() != 2)
    return;
  setName(region.getArgument(0), "clock");
  setName(region.getArgument(1), "init");
}

void SymbolicValueOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  if (getName() && !getName()->empty())
    setName(getResult(), *getName());
}

// --- Registration -------------------------------------------------------------------

#include "IR/Circt/Verif/VerifEnums.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Verif/VerifOps.cpp.inc"

void VerifDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/Verif/VerifOps.cpp.inc"
      >();
}

#include "IR/Circt/Verif/VerifDialect.cpp.inc"

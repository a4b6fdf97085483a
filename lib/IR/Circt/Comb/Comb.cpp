//===- Comb.cpp - the comb dialect -------------------------------------------===//
//
// Verifiers, and the type of a concatenation.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Comb/Comb.h"

#include "IR/Circt/Comb/CombDialect.cpp.inc"
#include "IR/Circt/Comb/CombEnums.cpp.inc"

/// The types of the operands; there may be none.
static mlir::ParseResult parseConcatTypes(mlir::OpAsmParser &p,
                                          llvm::SmallVectorImpl<mlir::Type> &types) {
  mlir::Type type;
  mlir::OptionalParseResult first = p.parseOptionalType(type);
  if (!first.has_value())
    return mlir::success();
  if (failed(*first))
    return mlir::failure();
  types.push_back(type);
  while (succeeded(p.parseOptionalComma()))
    if (p.parseType(types.emplace_back()))
      return mlir::failure();
  return mlir::success();
}
static void printConcatTypes(mlir::OpAsmPrinter &p, mlir::Operation *, mlir::TypeRange types) {
  llvm::interleaveComma(types, p, [&](mlir::Type type) { p << type; });
}

#define GET_OP_CLASSES
#include "IR/Circt/Comb/CombOps.cpp.inc"

using namespace mlir;

namespace circtsim::circt::comb {

void CombDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/Comb/CombOps.cpp.inc"
      >();
}

static LogicalResult verifyHasOperands(Operation *op) {
  if (op->getNumOperands() == 0)
    return op->emitOpError("requires 1 or more args");
  return success();
}
LogicalResult AddOp::verify() { return verifyHasOperands(*this); }
LogicalResult MulOp::verify() { return verifyHasOperands(*this); }
LogicalResult AndOp::verify() { return verifyHasOperands(*this); }
LogicalResult OrOp::verify() { return verifyHasOperands(*this); }
LogicalResult XorOp::verify() { return verifyHasOperands(*this); }

LogicalResult ExtractOp::verify() {
  std::optional<uint64_t> from = hw::bitWidthOf(getInput().getType());
  std::optional<uint64_t> count = hw::bitWidthOf(getType());
  if (from && count && (getLowBit() >= *from || *from - getLowBit() < *count))
    return emitOpError("from bit too large for input");
  return success();
}

LogicalResult ReplicateOp::verify() {
  std::optional<uint64_t> from = hw::bitWidthOf(getInput().getType());
  std::optional<uint64_t> to = hw::bitWidthOf(getType());
  if (!from || !to)
    return success();
  if (*to < *from)
    return emitOpError("replicate cannot shrink bitwidth of operand");
  if (*from == 0 ? *to != 0 : *to % *from != 0)
    return emitOpError("replicate must produce integer multiple of operand");
  return success();
}

LogicalResult ConcatOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                         Adaptor adaptor, SmallVectorImpl<Type> &types) {
  uint64_t sum = 0;
  for (Value input : adaptor.getInputs())
    sum += hw::bitWidthOf(input.getType()).value_or(0);
  types.push_back(IntegerType::get(context, unsigned(sum)));
  return success();
}

LogicalResult TruthTableOp::verify() {
  if (getInputs().size() >= 63)
    return emitOpError("Truth tables support a maximum of ") << 63 << " inputs on your platform";
  if (getLookupTable().size() != uint64_t(1) << getInputs().size())
    return emitOpError("Expected lookup table of 2^n length");
  return success();
}

} // namespace circtsim::circt::comb

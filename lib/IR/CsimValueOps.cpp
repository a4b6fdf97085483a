//===- CsimValueOps.cpp - builders and verifiers of value operations --------===//
//
// Width and state-kind rules of operators, conversions and selects. The widths of
// operands are settled by the producer (LRM 11.6); nothing is extended here.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;

/// Both four-state, or both two-state.
static bool sameKind(Type x, Type y) { return isa<LogicType>(x) == isa<LogicType>(y); }

LogicalResult PowOp::verify() {
  Type base = getLhs().getType(), exponent = getRhs().getType();
  if (isa<FloatType>(base) != isa<FloatType>(exponent) || !sameKind(base, exponent))
    return emitOpError() << "raises " << base << " to " << exponent;
  return success();
}

template <typename Op>
static LogicalResult verifyShift(Op op) {
  if (isa<IntegerType>(op.getValue().getType()) && isa<LogicType>(op.getAmount().getType()))
    return op.emitOpError("shifts a two-state value by a four-state amount");
  return success();
}
LogicalResult ShlOp::verify() { return verifyShift(*this); }
LogicalResult ShrOp::verify() { return verifyShift(*this); }
LogicalResult AshrOp::verify() { return verifyShift(*this); }

LogicalResult ExtendOp::verify() {
  if (getInput().getType().getWidth() > getType().getWidth())
    return emitOpError() << "extends " << getInput().getType() << " to the narrower " << getType();
  return success();
}

LogicalResult TruncOp::verify() {
  if (getInput().getType().getWidth() < getType().getWidth())
    return emitOpError() << "truncates " << getInput().getType() << " to the wider " << getType();
  return success();
}

void NormIndexOp::build(OpBuilder &builder, OperationState &state, Value index, int32_t left,
                        int32_t right, bool packed, bool unbounded) {
  build(builder, state, builder.getI64Type(), index, left, right, packed, unbounded);
}

// --- Selects ----------------------------------------------------------------------------

void ExtractOp::build(OpBuilder &builder, OperationState &state, Value input, unsigned lo,
                      unsigned width) {
  build(builder, state, withWidth(input.getType(), width), input, builder.getI32IntegerAttr(lo));
}

static LogicalResult checkRange(Operation *op, uint64_t lo, Type part, Type whole) {
  if (!sameKind(part, whole))
    return op->emitOpError() << "mixes " << part << " and " << whole;
  if (lo + bitWidthOf(part) > bitWidthOf(whole))
    return op->emitOpError() << "selects bits [" << lo << ", " << lo + bitWidthOf(part) << ") of "
                             << whole;
  return success();
}

LogicalResult ExtractOp::verify() {
  return checkRange(*this, getLo(), getType(), getInput().getType());
}

LogicalResult InsertOp::verify() {
  return checkRange(*this, getLo(), getPart().getType(), getType());
}

LogicalResult ConcatOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                         ConcatOp::Adaptor adaptor, SmallVectorImpl<Type> &types) {
  if (adaptor.getInputs().empty())
    return emitOptionalError(loc, "a concatenation has at least one operand");
  unsigned width = 0;
  for (Value input : adaptor.getInputs())
    width += bitWidthOf(input.getType());
  types.push_back(withWidth(adaptor.getInputs().front().getType(), width));
  return success();
}

LogicalResult ConcatOp::verify() {
  for (Value input : getInputs())
    if (!sameKind(input.getType(), getType()))
      return emitOpError("mixes two-state and four-state operands");
  return success();
}

void ReplicateOp::build(OpBuilder &builder, OperationState &state, Value input, unsigned count) {
  build(builder, state, withWidth(input.getType(), bitWidthOf(input.getType()) * count), input);
}

LogicalResult ReplicateOp::verify() {
  Type input = getInput().getType();
  if (!sameKind(input, getType()) || bitWidthOf(getType()) % bitWidthOf(input))
    return emitOpError() << "makes " << getType() << " from copies of " << input;
  return success();
}

void DynExtractOp::build(OpBuilder &builder, OperationState &state, Value input, Value index,
                         unsigned width) {
  build(builder, state, withWidth(input.getType(), width), input, index);
}

LogicalResult DynExtractOp::verify() {
  if (!sameKind(getInput().getType(), getType()))
    return emitOpError() << "mixes " << getType() << " and " << getInput().getType();
  return success();
}

LogicalResult DynInsertOp::verify() {
  if (!sameKind(getPart().getType(), getType()))
    return emitOpError() << "mixes " << getPart().getType() << " and " << getType();
  return success();
}

LogicalResult ReverseBitsOp::verify() {
  if (getSlice() == 0)
    return emitOpError("has slices of at least one bit");
  return success();
}

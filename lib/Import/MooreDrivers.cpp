//===- MooreDrivers.cpp - drivers of two-state nets ----------------------------===//
//
// A net of two states is a variable here: nobody would resolve drivers of the same bits
// (IEEE 1800-2023 6.7.1). A part that is computed, or a member of a union, may be any bits
// of what it is a part of.
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct Range {
  uint64_t lo, hi;
};
} // namespace

static uint64_t widthOf(Value reference) {
  return cast<moore::RefType>(reference.getType()).getNestedType().getBitSize().value_or(0);
}

/// The bits of a part of something that has the bits `whole`.
static Range partOf(Operation *op, Range whole) {
  uint64_t width = widthOf(op->getResult(0));
  auto nested = cast<moore::RefType>(op->getOperand(0).getType()).getNestedType();
  if (auto extract = dyn_cast<moore::ExtractRefOp>(op)) {
    auto array = dyn_cast<moore::ArrayType>(nested);
    int64_t stride = array ? int64_t(*array.getElementType().getBitSize()) : 1;
    int64_t lo = int64_t(whole.lo) + int64_t(extract.getLowBit()) * stride;
    return {uint64_t(std::max<int64_t>(lo, 0)), uint64_t(std::max<int64_t>(lo + int64_t(width), 0))};
  }
  if (auto member = dyn_cast<moore::StructExtractRefOp>(op))
    if (auto type = dyn_cast<moore::StructType>(nested)) {
      uint64_t lo = whole.lo + offsetOfMember(type, member.getFieldName());
      return {lo, lo + width};
    }
  return whole;
}

static void collect(Value reference, Range bits, SmallVectorImpl<Range> &ranges) {
  for (Operation *user : reference.getUsers()) {
    if (isa<moore::ContinuousAssignOp, moore::DelayedContinuousAssignOp>(user)) {
      if (user->getOperand(0) == reference)
        ranges.push_back(bits);
    } else if (isPartOfReference(user)) {
      collect(user->getResult(0), partOf(user, bits), ranges);
    } else if (isa<moore::ConcatRefOp>(user)) {
      collect(user->getResult(0), bits, ranges);
    }
  }
}

LogicalResult import::rejectSeveralDrivers(moore::NetOp net) {
  if (net.getType().getNestedType().getDomain() != moore::Domain::TwoValued)
    return success();
  SmallVector<Range> ranges;
  Range whole{0, std::max<uint64_t>(1, widthOf(net))};
  if (net.getAssignment())
    ranges.push_back(whole);
  collect(net, whole, ranges);
  for (size_t i = 0; i != ranges.size(); ++i)
    for (size_t j = 0; j != i; ++j)
      if (ranges[i].lo < ranges[j].hi && ranges[j].lo < ranges[i].hi)
        return net.emitError("unsupported: a two-state net with several drivers (IEEE 1800-2023 "
                             "6.7.1)");
  return success();
}

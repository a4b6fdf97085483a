//===- Symbolic.cpp - layout of objects and arithmetic of positions -----------===//
//
// A position carries the range of its values, so that it needs no more bits than that,
// and a bit that says whether it selects anything, where the range leaves that open.
//
//===----------------------------------------------------------------------===//

#include "Export/Symbolic.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;
using llvm::APInt;

uint64_t exporter::flatWidth(Type type) {
  auto fields = [](auto aggregate, bool isUnion) {
    uint64_t sum = 0;
    for (const csim::StructField &field : aggregate.getFields()) {
      uint64_t width = flatWidth(field.type);
      if (width == 0)
        return uint64_t(0);
      sum = isUnion ? std::max(sum, width) : sum + width;
    }
    return sum;
  };
  return llvm::TypeSwitch<Type, uint64_t>(type)
      .Case([](csim::LogicType t) { return t.getWidth(); })
      .Case([](IntegerType t) { return t.getWidth(); })
      .Case([](csim::UArrayType t) { return t.getCount() * flatWidth(t.getElement()); })
      .Case([&](csim::UStructType t) { return fields(t, false); })
      .Case([&](csim::UUnionType t) { return fields(t, true); })
      .Default(uint64_t(0));
}

std::pair<APInt, APInt> exporter::planesOf(TypedAttr constant) {
  if (auto logic = dyn_cast<csim::LogicAttr>(constant))
    return {logic.getValue(), logic.getUnknown()};
  APInt value = cast<IntegerAttr>(constant).getValue();
  return {value, APInt::getZero(value.getBitWidth())};
}

// --- Positions -----------------------------------------------------------------------------

/// Bits that hold all of [lo, hi]; with a sign if lo is negative.
static unsigned bitsFor(int64_t lo, int64_t hi) {
  if (lo >= 0)
    return std::max(1u, 64 - unsigned(llvm::countl_zero(uint64_t(hi))));
  return std::max(APInt(64, uint64_t(lo), true).getSignificantBits(),
                  APInt(64, uint64_t(hi), true).getSignificantBits());
}

Value IndexMath::widened(const Index &index, unsigned width) {
  return logic.extend(index.value, width, index.lo < 0);
}

Value IndexMath::both(Value a, Value b) { return !a ? b : !b ? a : logic.andOp(a, b); }

/// `wide` is signed and holds the exact value.
Index IndexMath::make(Value wide, int64_t lo, int64_t hi, Value valid) {
  return {logic.extract(wide, 0, std::min(CombBuilder::widthOf(wide), bitsFor(lo, hi))), lo, hi,
          valid};
}

Index IndexMath::fromConstant(int64_t value) {
  return {logic.constant(APInt(bitsFor(value, value), uint64_t(value), true)), value, value, {}};
}

Index IndexMath::fromValue(Value value, bool isSigned) {
  constexpr unsigned limit = 32; // more bits than any object has positions
  unsigned width = isSigned ? CombBuilder::widthOf(value) : CombBuilder::activeWidth(value);
  if (isSigned && CombBuilder::activeWidth(value) < width)
    return fromValue(logic.extract(value, 0, CombBuilder::activeWidth(value)), false);
  Value valid;
  Value low = logic.extract(value, 0, std::min(width, limit));
  if (width > limit) {
    Value rest = logic.extract(value, limit, width - limit);
    Value expected = isSigned ? logic.replicate(logic.extract(low, limit - 1, 1), width - limit)
                              : logic.zero(width - limit);
    valid = logic.eq(rest, expected);
    width = limit;
  }
  if (isSigned)
    return {low, -(int64_t(1) << (width - 1)), (int64_t(1) << (width - 1)) - 1, valid};
  return {low, 0, (int64_t(1) << width) - 1, valid};
}

Index IndexMath::bounded(const Index &index, uint64_t count) {
  if (index.lo >= 0 && uint64_t(index.hi) < count)
    return index;
  unsigned width = std::max(bitsFor(index.lo, index.hi), bitsFor(0, int64_t(count))) + 2;
  Value wide = widened(index, width);
  Value inside = logic.icmp(comb::ICmpPredicate::ult, wide, logic.constant(width, count));
  return make(wide, 0, std::min<int64_t>(std::max<int64_t>(index.hi, 0), int64_t(count) - 1),
              both(index.valid, inside));
}

Index IndexMath::normalise(const Index &index, int32_t left, int32_t right, bool packed,
                           bool unbounded) {
  int64_t origin = packed ? right : left;
  bool isRising = packed ? left >= right : left <= right;
  int64_t lo = isRising ? index.lo - origin : origin - index.hi;
  int64_t hi = isRising ? index.hi - origin : origin - index.lo;
  Index result = index;
  if (origin != 0 || !isRising) {
    unsigned width = std::max({bitsFor(index.lo, index.hi), bitsFor(std::min<int64_t>(lo, -1), hi),
                               bitsFor(-1, std::abs(origin))}) +
                     1;
    Value wide = widened(index, width);
    Value zero = logic.constant(APInt(width, uint64_t(origin), true));
    result = make(isRising ? logic.sub(wide, zero) : logic.sub(zero, wide), lo, hi, index.valid);
  }
  return unbounded ? result : bounded(result, uint64_t(std::abs(int64_t(left) - right)) + 1);
}

Index IndexMath::scaleAndAdd(const Index &acc, int64_t count, const Index &index) {
  int64_t lo = acc.lo * count + index.lo, hi = acc.hi * count + index.hi;
  unsigned width = std::max({bitsFor(std::min<int64_t>(lo, -1), hi), bitsFor(-1, count),
                             bitsFor(std::min<int64_t>(acc.lo, -1), acc.hi),
                             bitsFor(std::min<int64_t>(index.lo, -1), index.hi)}) +
                   1;
  Value scaled = widened(acc, width);
  if (llvm::isPowerOf2_64(uint64_t(count)))
    scaled = logic.shift(CombBuilder::Shift::Left, scaled,
                         logic.constant(width, llvm::Log2_64(uint64_t(count))));
  else
    scaled = logic.mul(scaled, logic.constant(width, uint64_t(count)));
  return make(logic.add(scaled, widened(index, width)), lo, hi, both(acc.valid, index.valid));
}

//===- CsimFold.cpp - constant folding and local simplification -------------===//
//
// Constants are evaluated by circtsim::value, the same functions that the
// interpreter runs (LRM 11.4), so that folding cannot change a result. Beyond
// constants only identities that hold for x and z are used: `add x, 0` is not x
// (an unknown operand gives all x), `and x, 0` is 0.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

#include "Value/Convert.h"
#include "Value/LogicWide.h"

#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

#include <cmath>

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;
using value::ConstPlanes;
using value::Logic64;
using value::LogicRef;
using value::Planes;

// --- Constants as planes ---------------------------------------------------------------

namespace {
/// A constant operand; converts to false if the attribute is not one.
struct Constant {
  explicit Constant(Attribute attr) {
    if (auto logic = dyn_cast_or_null<LogicAttr>(attr)) {
      a = logic.getValue();
      b = logic.getUnknown();
      isFour = valid = true;
    } else if (auto integer = dyn_cast_or_null<IntegerAttr>(attr)) {
      a = integer.getValue();
      valid = true;
    }
  }
  explicit operator bool() const { return valid; }
  unsigned width() const { return a.getBitWidth(); }
  ConstPlanes planes() const { return {a.getRawData(), isFour ? b.getRawData() : nullptr}; }
  LogicRef ref(bool isSigned = false) const {
    return {a.getRawData(), isFour ? b.getRawData() : nullptr, width(), isSigned};
  }
  bool isKnown() const { return !isFour || b.isZero(); }
  bool isKnownZero() const { return isKnown() && a.isZero(); }
  bool isKnownOnes() const { return isKnown() && a.isAllOnes(); }

  APInt a, b;
  bool isFour = false, valid = false;
};

/// Room for a result of the given type.
struct Result {
  explicit Result(Type type)
      : type(type), width(bitWidthOf(type)), a(value::wordsFor(width)), b(a.size()) {}
  Planes planes() { return {a.data(), isa<LogicType>(type) ? b.data() : nullptr}; }
  Attribute attr() {
    if (isa<LogicType>(type))
      return LogicAttr::get(type.getContext(), APInt(width, a), APInt(width, b));
    return IntegerAttr::get(type, APInt(width, a));
  }

  Type type;
  unsigned width;
  SmallVector<uint64_t, 2> a, b;
};
} // namespace

static Attribute bitAttr(Type type, Logic64 bit) {
  if (isa<LogicType>(type))
    return LogicAttr::get(type.getContext(), APInt(1, bit.a), APInt(1, bit.b));
  return IntegerAttr::get(type, bit.a & ~bit.b);
}

static Attribute boolAttr(MLIRContext *context, bool value) {
  return BoolAttr::get(context, value);
}

// --- Operators ----------------------------------------------------------------------------

using BinaryFn = void (*)(Planes, ConstPlanes, ConstPlanes, uint32_t);

static Attribute foldBinary(Type type, Attribute lhs, Attribute rhs, BinaryFn evaluate) {
  Constant x(lhs), y(rhs);
  if (!x || !y)
    return {};
  Result result(type);
  evaluate(result.planes(), x.planes(), y.planes(), result.width);
  return result.attr();
}

/// No bit of the value is ever z, so that operators with a neutral element leave it as it is
/// (they turn z into x).
static bool isNeverZ(Value value) {
  Operation *op = value.getDefiningOp();
  if (auto constant = dyn_cast_or_null<ConstantOp>(op))
    return (constant.getValue().getUnknown() & ~constant.getValue().getValue()).isZero();
  return isa_and_nonnull<AddOp, SubOp, MulOp, DivOp, ModOp, NegOp, AndOp, OrOp, XorOp, NotOp, EqOp,
                         NeOp, WildEqOp, LtOp, LeOp, ReduceAndOp, ReduceOrOp, ReduceXorOp, BoolOp,
                         LNotOp, LAndOp, LOrOp, ToLogicOp>(op);
}

/// The operand beside a constant `neutral`, if it is never z. Constants stand on the right.
static Value besideNeutral(Value lhs, Attribute rhs, bool (Constant::*neutral)() const) {
  Constant constant(rhs);
  return constant && (constant.*neutral)() && isNeverZ(lhs) ? lhs : Value();
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValueAttr(); }

OpFoldResult AddOp::fold(FoldAdaptor ops) {
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::add);
}
OpFoldResult SubOp::fold(FoldAdaptor ops) {
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::sub);
}
OpFoldResult MulOp::fold(FoldAdaptor ops) {
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::mul);
}
OpFoldResult XorOp::fold(FoldAdaptor ops) {
  if (Value same = besideNeutral(getLhs(), ops.getRhs(), &Constant::isKnownZero))
    return same;
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::bitXor);
}
OpFoldResult MergeOp::fold(FoldAdaptor ops) {
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::merge);
}
OpFoldResult DivOp::fold(FoldAdaptor ops) {
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(),
                    getIsSigned() ? value::wide::divS : value::wide::divU);
}
OpFoldResult ModOp::fold(FoldAdaptor ops) {
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(),
                    getIsSigned() ? value::wide::modS : value::wide::modU);
}

OpFoldResult AndOp::fold(FoldAdaptor ops) {
  for (Attribute operand : {ops.getLhs(), ops.getRhs()})
    if (Constant constant(operand); constant && constant.isKnownZero())
      return operand;
  if (Value same = besideNeutral(getLhs(), ops.getRhs(), &Constant::isKnownOnes))
    return same;
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::bitAnd);
}
OpFoldResult OrOp::fold(FoldAdaptor ops) {
  for (Attribute operand : {ops.getLhs(), ops.getRhs()})
    if (Constant constant(operand); constant && constant.isKnownOnes())
      return operand;
  if (Value same = besideNeutral(getLhs(), ops.getRhs(), &Constant::isKnownZero))
    return same;
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::bitOr);
}

static Attribute foldUnary(Type type, Attribute input,
                           void (*evaluate)(Planes, ConstPlanes, uint32_t)) {
  Constant x(input);
  if (!x)
    return {};
  Result result(type);
  evaluate(result.planes(), x.planes(), result.width);
  return result.attr();
}
OpFoldResult NegOp::fold(FoldAdaptor ops) {
  return foldUnary(getType(), ops.getInput(), value::wide::neg);
}
OpFoldResult NotOp::fold(FoldAdaptor ops) {
  return foldUnary(getType(), ops.getInput(), value::wide::bitNot);
}

OpFoldResult PowOp::fold(FoldAdaptor ops) {
  auto base = dyn_cast_or_null<FloatAttr>(ops.getLhs());
  auto exponent = dyn_cast_or_null<FloatAttr>(ops.getRhs());
  if (base && exponent)
    return FloatAttr::get(getType(),
                          std::pow(base.getValueAsDouble(), exponent.getValueAsDouble()));
  Constant x(ops.getLhs()), y(ops.getRhs());
  if (!x || !y)
    return {};
  Result result(getType());
  value::wide::power(result.planes(), x.planes(), result.width, getIsSigned(),
                     y.ref(getIsSigned()));
  return result.attr();
}

static Attribute foldShift(Type type, Attribute input, Attribute amount,
                           void (*evaluate)(Planes, ConstPlanes, LogicRef, uint32_t)) {
  Constant x(input), y(amount);
  if (!x || !y)
    return {};
  Result result(type);
  evaluate(result.planes(), x.planes(), y.ref(), result.width);
  return result.attr();
}
/// A shift by a known zero is its operand.
template <typename Op>
static OpFoldResult foldShiftOp(Op op, Attribute input, Attribute amount,
                                void (*evaluate)(Planes, ConstPlanes, LogicRef, uint32_t)) {
  if (Constant y(amount); y && y.isKnownZero())
    return op.getValue();
  return foldShift(op.getType(), input, amount, evaluate);
}
OpFoldResult ShlOp::fold(FoldAdaptor ops) {
  return foldShiftOp(*this, ops.getValue(), ops.getAmount(), value::wide::shl);
}
OpFoldResult ShrOp::fold(FoldAdaptor ops) {
  return foldShiftOp(*this, ops.getValue(), ops.getAmount(), value::wide::shr);
}
OpFoldResult AshrOp::fold(FoldAdaptor ops) {
  return foldShiftOp(*this, ops.getValue(), ops.getAmount(), value::wide::ashr);
}

// --- Comparison and truth ---------------------------------------------------------------------

template <typename Fn>
static Attribute foldCompare(Type type, Attribute lhs, Attribute rhs, Fn evaluate) {
  Constant x(lhs), y(rhs);
  if (!x || !y)
    return {};
  if constexpr (std::is_same_v<bool, decltype(evaluate(x.planes(), y.planes(), 1u))>)
    return boolAttr(type.getContext(), evaluate(x.planes(), y.planes(), x.width()));
  else
    return bitAttr(type, evaluate(x.planes(), y.planes(), x.width()));
}

OpFoldResult EqOp::fold(FoldAdaptor ops) {
  return foldCompare(getType(), ops.getLhs(), ops.getRhs(), value::wide::eq);
}
OpFoldResult NeOp::fold(FoldAdaptor ops) {
  return foldCompare(getType(), ops.getLhs(), ops.getRhs(), value::wide::ne);
}
OpFoldResult WildEqOp::fold(FoldAdaptor ops) {
  return foldCompare(getType(), ops.getLhs(), ops.getRhs(), value::wide::wildcardEq);
}
OpFoldResult LtOp::fold(FoldAdaptor ops) {
  return foldCompare(getType(), ops.getLhs(), ops.getRhs(),
                     getIsSigned() ? value::wide::ltS : value::wide::ltU);
}
OpFoldResult LeOp::fold(FoldAdaptor ops) {
  return foldCompare(getType(), ops.getLhs(), ops.getRhs(),
                     getIsSigned() ? value::wide::leS : value::wide::leU);
}
OpFoldResult CaseEqOp::fold(FoldAdaptor ops) {
  if (getLhs() == getRhs())
    return boolAttr(getContext(), true);
  return foldCompare(getType(), ops.getLhs(), ops.getRhs(), value::wide::caseEq);
}
OpFoldResult CasezEqOp::fold(FoldAdaptor ops) {
  if (getLhs() == getRhs())
    return boolAttr(getContext(), true);
  return foldCompare(getType(), ops.getLhs(), ops.getRhs(), value::wide::casezMatch);
}
OpFoldResult CasexEqOp::fold(FoldAdaptor ops) {
  if (getLhs() == getRhs())
    return boolAttr(getContext(), true);
  return foldCompare(getType(), ops.getLhs(), ops.getRhs(), value::wide::casexMatch);
}

static Attribute foldTruth(Type type, Attribute input, Logic64 (*evaluate)(ConstPlanes, uint32_t)) {
  Constant x(input);
  return x ? bitAttr(type, evaluate(x.planes(), x.width())) : Attribute();
}
OpFoldResult ReduceAndOp::fold(FoldAdaptor ops) {
  return foldTruth(getType(), ops.getInput(), value::wide::reduceAnd);
}
OpFoldResult ReduceOrOp::fold(FoldAdaptor ops) {
  return foldTruth(getType(), ops.getInput(), value::wide::reduceOr);
}
OpFoldResult ReduceXorOp::fold(FoldAdaptor ops) {
  return foldTruth(getType(), ops.getInput(), value::wide::reduceXor);
}
OpFoldResult BoolOp::fold(FoldAdaptor ops) {
  if (getInput().getType().isInteger(1))
    return getInput();
  if (auto real = dyn_cast_or_null<FloatAttr>(ops.getInput()))
    return boolAttr(getContext(), real.getValueAsDouble() != 0.0);
  return foldTruth(getType(), ops.getInput(), value::wide::truth);
}
OpFoldResult LNotOp::fold(FoldAdaptor ops) {
  if (auto real = dyn_cast_or_null<FloatAttr>(ops.getInput()))
    return boolAttr(getContext(), real.getValueAsDouble() == 0.0);
  return foldTruth(getType(), ops.getInput(), value::wide::logicNot);
}
OpFoldResult LAndOp::fold(FoldAdaptor ops) {
  for (Attribute operand : {ops.getLhs(), ops.getRhs()})
    if (Constant constant(operand); constant && constant.isKnownZero())
      return operand;
  if (Value same = besideNeutral(getLhs(), ops.getRhs(), &Constant::isKnownOnes))
    return same;
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::bitAnd);
}
OpFoldResult LOrOp::fold(FoldAdaptor ops) {
  for (Attribute operand : {ops.getLhs(), ops.getRhs()})
    if (Constant constant(operand); constant && constant.isKnownOnes())
      return operand;
  if (Value same = besideNeutral(getLhs(), ops.getRhs(), &Constant::isKnownZero))
    return same;
  return foldBinary(getType(), ops.getLhs(), ops.getRhs(), value::wide::bitOr);
}

OpFoldResult IsTrueOp::fold(FoldAdaptor ops) {
  if (getInput().getType().isInteger(1))
    return getInput();
  if (auto real = dyn_cast_or_null<FloatAttr>(ops.getInput()))
    return boolAttr(getContext(), real.getValueAsDouble() != 0.0);
  if (Constant x(ops.getInput()); x)
    return boolAttr(getContext(), value::wide::isTrue(x.planes(), x.width()));
  // A conversion or truth value of something is true when that is; so is what has a neutral
  // element beside it.
  Operation *source = getInput().getDefiningOp();
  if (!source)
    return {};
  Attribute constant;
  bool sees = isa<ToLogicOp, BoolOp, ReduceOrOp>(source);
  if (isa<AndOp, LAndOp>(source) && matchPattern(source->getOperand(1), m_Constant(&constant)))
    sees = Constant(constant).isKnownOnes();
  else if (isa<OrOp, LOrOp>(source) && matchPattern(source->getOperand(1), m_Constant(&constant)))
    sees = Constant(constant).isKnownZero();
  if (!sees)
    return {};
  getInputMutable().assign(source->getOperand(0));
  return getResult();
}

OpFoldResult IsUnknownOp::fold(FoldAdaptor ops) {
  if (getInput().getDefiningOp<ToLogicOp>())
    return boolAttr(getContext(), false);
  if (Constant x(ops.getInput()); x)
    return boolAttr(getContext(), !x.isKnown());
  return {};
}

OpFoldResult MuxOp::fold(FoldAdaptor ops) {
  Constant condition(ops.getCondition());
  if (!condition)
    return {};
  if (condition.isKnown())
    return condition.a.isZero() ? getFalseValue() : getTrueValue();
  return foldBinary(getType(), ops.getTrueValue(), ops.getFalseValue(), value::wide::merge);
}

// --- Conversions --------------------------------------------------------------------------------

OpFoldResult ToLogicOp::fold(FoldAdaptor ops) {
  if (auto constant = dyn_cast_or_null<IntegerAttr>(ops.getInput()))
    return LogicAttr::get(getContext(), constant.getValue());
  return {};
}

OpFoldResult ToBitsOp::fold(FoldAdaptor ops) {
  if (auto source = getInput().getDefiningOp<ToLogicOp>())
    return source.getInput();
  if (auto constant = dyn_cast_or_null<LogicAttr>(ops.getInput()))
    return IntegerAttr::get(getType(), constant.getValue() & ~constant.getUnknown());
  return {};
}

static Attribute foldResize(Type type, Attribute input, bool isSigned) {
  Constant x(input);
  if (!x)
    return {};
  Result result(type);
  value::wide::resize(result.planes(), result.width, x.planes(), x.width(), isSigned);
  return result.attr();
}
OpFoldResult ExtendOp::fold(FoldAdaptor ops) {
  if (getInput().getType() == getType())
    return getInput();
  return foldResize(getType(), ops.getInput(), getIsSigned());
}
OpFoldResult TruncOp::fold(FoldAdaptor ops) {
  if (getInput().getType() == getType())
    return getInput();
  if (auto extend = getInput().getDefiningOp<ExtendOp>())
    if (extend.getInput().getType() == getType())
      return extend.getInput();
  return foldResize(getType(), ops.getInput(), false);
}

OpFoldResult ToRealOp::fold(FoldAdaptor ops) {
  if (Constant x(ops.getInput()); x)
    return FloatAttr::get(getType(), value::toDouble(x.ref(getIsSigned())));
  if (auto source = getInput().getDefiningOp<ToLogicOp>()) {
    getInputMutable().assign(source.getInput());
    return getResult();
  }
  return {};
}
OpFoldResult RoundShortOp::fold(FoldAdaptor ops) {
  if (auto real = dyn_cast_or_null<FloatAttr>(ops.getInput()))
    return FloatAttr::get(getType(), double(float(real.getValueAsDouble())));
  return {};
}

// --- Indices
// ----------------------------------------------------------------------------------------

static Attribute indexAttr(Type type, int64_t value) { return IntegerAttr::get(type, value); }

static std::optional<int64_t> indexOf(Attribute attr) {
  if (auto integer = dyn_cast_or_null<IntegerAttr>(attr))
    return integer.getValue().getSExtValue();
  return std::nullopt;
}

OpFoldResult ToIndexOp::fold(FoldAdaptor ops) {
  if (Constant x(ops.getInput()); x) {
    if (!x.isKnown())
      return indexAttr(getType(), InvalidIndex);
    // Between -2**62 and 2**62 - 1: sums with offsets do not overflow.
    bool fits = getIsSigned() ? x.a.isSignedIntN(63) : x.a.isIntN(62);
    int64_t index = getIsSigned() ? x.a.sextOrTrunc(64).getSExtValue()
                                  : int64_t(x.a.zextOrTrunc(64).getZExtValue());
    return indexAttr(getType(), fits ? index : InvalidIndex);
  }
  if (auto source = getInput().getDefiningOp<ToLogicOp>()) {
    getInputMutable().assign(source.getInput());
    return getResult();
  }
  return {};
}
OpFoldResult NormIndexOp::fold(FoldAdaptor ops) {
  std::optional<int64_t> index = indexOf(ops.getIndex());
  if (!index)
    return {};
  return indexAttr(getType(),
                   normaliseIndex(*index, getLeft(), getRight(), getPacked(), getUnbounded()));
}
OpFoldResult LinIndexOp::fold(FoldAdaptor ops) {
  std::optional<int64_t> acc = indexOf(ops.getAcc()), index = indexOf(ops.getIndex());
  if (!acc || !index)
    return {};
  if (*acc == InvalidIndex || *index == InvalidIndex)
    return indexAttr(getType(), InvalidIndex);
  return indexAttr(getType(), int64_t(uint64_t(*acc) * getCount() + uint64_t(*index)));
}
OpFoldResult AddIndexOp::fold(FoldAdaptor ops) {
  std::optional<int64_t> x = indexOf(ops.getLhs()), y = indexOf(ops.getRhs());
  if (y && *y == 0)
    return getLhs();
  if (!x || !y)
    return {};
  if (*x == InvalidIndex || *y == InvalidIndex)
    return indexAttr(getType(), InvalidIndex);
  return indexAttr(getType(), int64_t(uint64_t(*x) + uint64_t(*y)));
}

// --- Bits
// -----------------------------------------------------------------------------------------------

/// Moves an extract to the operand of a concatenation that holds all its bits.
static bool narrowToPart(ExtractOp op, ConcatOp concat) {
  unsigned lo = op.getLo(), width = bitWidthOf(op.getType()), at = 0;
  for (Value part : llvm::reverse(concat.getInputs())) {
    unsigned partWidth = bitWidthOf(part.getType());
    if (lo >= at && lo + width <= at + partWidth) {
      op.getInputMutable().assign(part);
      op.setLo(lo - at);
      return true;
    }
    at += partWidth;
    if (at > lo)
      return false;
  }
  return false;
}

OpFoldResult ExtractOp::fold(FoldAdaptor ops) {
  if (getInput().getType() == getType())
    return getInput();
  if (Constant x(ops.getInput()); x) {
    Result result(getType());
    value::wide::extract(result.planes(), result.width, x.planes(), x.width(), getLo());
    return result.attr();
  }
  if (auto concat = getInput().getDefiningOp<ConcatOp>())
    return narrowToPart(*this, concat) ? OpFoldResult(getResult()) : OpFoldResult();
  if (auto inner = getInput().getDefiningOp<ExtractOp>()) {
    setLo(getLo() + inner.getLo());
    getInputMutable().assign(inner.getInput());
    return getResult();
  }
  if (auto extend = getInput().getDefiningOp<ExtendOp>())
    if (getLo() + bitWidthOf(getType()) <= extend.getInput().getType().getWidth()) {
      getInputMutable().assign(extend.getInput());
      return getResult();
    }
  return {};
}

OpFoldResult ConcatOp::fold(FoldAdaptor ops) {
  if (getInputs().size() == 1)
    return getInputs().front();
  if (!llvm::all_of(ops.getInputs(), [](Attribute a) { return bool(Constant(a)); }))
    return {};
  SmallVector<Constant> parts;
  for (Attribute attr : ops.getInputs())
    parts.emplace_back(attr);
  SmallVector<LogicRef> refs;
  for (const Constant &part : parts)
    refs.push_back(part.ref());
  Result result(getType());
  value::wide::concat(result.planes(), refs.data(), refs.size());
  return result.attr();
}

OpFoldResult ReplicateOp::fold(FoldAdaptor ops) {
  if (getInput().getType() == getType())
    return getInput();
  Constant x(ops.getInput());
  if (!x)
    return {};
  Result result(getType());
  value::wide::replicate(result.planes(), x.planes(), x.width(), result.width / x.width());
  return result.attr();
}

static Attribute foldInsert(Type type, const Constant &base, const Constant &part, int64_t lo) {
  Result result(type);
  value::wide::copy(result.planes(), base.planes(), result.width);
  value::wide::insert(result.planes(), result.width, part.planes(), part.width(), lo);
  return result.attr();
}

OpFoldResult InsertOp::fold(FoldAdaptor ops) {
  if (getPart().getType() == getType())
    return getPart();
  Constant base(ops.getBase()), part(ops.getPart());
  return base && part ? foldInsert(getType(), base, part, getLo()) : Attribute();
}

OpFoldResult DynInsertOp::fold(FoldAdaptor ops) {
  std::optional<int64_t> index = indexOf(ops.getIndex());
  if (index && *index == InvalidIndex)
    return getBase();
  Constant base(ops.getBase()), part(ops.getPart());
  return index && base && part ? foldInsert(getType(), base, part, *index) : Attribute();
}

OpFoldResult DynExtractOp::fold(FoldAdaptor ops) {
  std::optional<int64_t> index = indexOf(ops.getIndex());
  Constant x(ops.getInput());
  if (!index || !x)
    return {};
  Result result(getType());
  // Far outside reads as InvalidIndex does.
  int64_t lo = std::clamp(*index, -int64_t(1) << 32, int64_t(1) << 32);
  value::wide::extract(result.planes(), result.width, x.planes(), x.width(), lo);
  return result.attr();
}

OpFoldResult CountBitsOp::fold(FoldAdaptor ops) {
  Constant x(ops.getInput());
  if (!x)
    return {};
  return IntegerAttr::get(getType(), value::wide::countBits(x.planes(), x.width(), getMask()));
}

// --- Patterns
// -------------------------------------------------------------------------------------------

namespace {
/// is_true of an integer is a comparison with zero; of a negation, its inverse.
struct SimplifyIsTrue : OpRewritePattern<IsTrueOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(IsTrueOp op, PatternRewriter &rewriter) const override {
    auto type = dyn_cast<IntegerType>(op.getInput().getType());
    if (!type)
      return failure();
    Value zero = arith::ConstantOp::create(rewriter, op.getLoc(), rewriter.getIntegerAttr(type, 0));
    rewriter.replaceOpWithNewOp<arith::CmpIOp>(op, arith::CmpIPredicate::ne, op.getInput(), zero);
    return success();
  }
};

/// The low bits of a sum, difference or product need only the low bits of the
/// operands, if the others are zero or copies of the sign: an unknown bit makes all
/// bits x. Bitwise operators need nothing.
template <typename Op>
struct NarrowTrunc : OpRewritePattern<TruncOp> {
  using OpRewritePattern<TruncOp>::OpRewritePattern;
  static constexpr bool isBitwise = llvm::is_one_of<Op, AndOp, OrOp, XorOp, NotOp>::value;
  static bool isNarrow(Value value, unsigned width) {
    LogicAttr constant;
    if (matchPattern(value, m_Constant(&constant)))
      return constant.isKnown() || isBitwise;
    auto extend = value.getDefiningOp<ExtendOp>();
    return isBitwise || (extend && extend.getInput().getType().getWidth() <= width);
  }
  LogicalResult matchAndRewrite(TruncOp op, PatternRewriter &rewriter) const override {
    auto source = op.getInput().template getDefiningOp<Op>();
    if (!source || !source->hasOneUse())
      return failure();
    unsigned width = op.getType().getWidth();
    for (Value operand : source->getOperands())
      if (!isNarrow(operand, width))
        return failure();
    SmallVector<Value> operands;
    for (Value operand : source->getOperands()) {
      auto extend = operand.getDefiningOp<ExtendOp>();
      Value narrow = extend ? Value(extend.getInput()) : operand;
      unsigned have = bitWidthOf(narrow.getType());
      if (have > width)
        narrow = TruncOp::create(rewriter, op.getLoc(), op.getType(), narrow);
      else if (have < width)
        narrow = ExtendOp::create(rewriter, op.getLoc(), op.getType(), narrow,
                                  extend && extend.getIsSigned());
      operands.push_back(narrow);
    }
    rewriter.replaceOpWithNewOp<Op>(op, TypeRange(op.getType()), operands);
    return success();
  }
};

/// A mux whose condition comes from a two-state value is a select.
struct KnownMux : OpRewritePattern<MuxOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(MuxOp op, PatternRewriter &rewriter) const override {
    auto source = op.getCondition().getDefiningOp<ToLogicOp>();
    if (!source)
      return failure();
    rewriter.replaceOpWithNewOp<arith::SelectOp>(op, source.getInput(), op.getTrueValue(),
                                                 op.getFalseValue());
    return success();
  }
};

/// A constant index inside the vector becomes a constant position.
struct ConstantDynExtract : OpRewritePattern<DynExtractOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(DynExtractOp op, PatternRewriter &rewriter) const override {
    APInt index;
    if (!matchPattern(op.getIndex(), m_ConstantInt(&index)))
      return failure();
    int64_t lo = index.getSExtValue(), width = bitWidthOf(op.getType());
    if (lo < 0 || lo > int64_t(bitWidthOf(op.getInput().getType())) - width)
      return failure();
    rewriter.replaceOpWithNewOp<ExtractOp>(op, op.getInput(), unsigned(lo), unsigned(width));
    return success();
  }
};
struct ConstantDynInsert : OpRewritePattern<DynInsertOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(DynInsertOp op, PatternRewriter &rewriter) const override {
    APInt index;
    if (!matchPattern(op.getIndex(), m_ConstantInt(&index)))
      return failure();
    int64_t lo = index.getSExtValue(), width = bitWidthOf(op.getPart().getType());
    if (lo < 0 || lo > int64_t(bitWidthOf(op.getType())) - width)
      return failure();
    rewriter.replaceOpWithNewOp<InsertOp>(op, op.getBase(), op.getPart(), unsigned(lo));
    return success();
  }
};
} // namespace

void IsTrueOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<SimplifyIsTrue>(context);
}
void TruncOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<NarrowTrunc<AddOp>, NarrowTrunc<SubOp>, NarrowTrunc<MulOp>, NarrowTrunc<AndOp>,
               NarrowTrunc<OrOp>, NarrowTrunc<XorOp>, NarrowTrunc<NotOp>>(context);
}
void MuxOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<KnownMux>(context);
}
void DynExtractOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<ConstantDynExtract>(context);
}
void DynInsertOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<ConstantDynInsert>(context);
}

//===- ExecuteValues.cpp - operations on values ---------------------------------===//
//
// Operations of constants are folded by their own folders, four-state. Others become
// hw and comb; there x and z are 0, and comparisons with patterns look at the bits that
// the pattern has.
//
//===----------------------------------------------------------------------===//

#include "Export/Execution.h"
#include "Export/ModuleExport.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;
using llvm::APInt;
using P = comb::ICmpPredicate;
using Shift = CombBuilder::Shift;

Value Execution::bits(const Symbolic &value, Type type) {
  return asBits(value, unsigned(flatWidth(type)));
}

Value Execution::operand(Frame &frame, Operation *op, unsigned i) {
  return bits(lookup(frame, op->getOperand(i)), op->getOperand(i).getType());
}

bool Execution::isInvalid(const Symbolic &value) const {
  auto number =
      value.kind == Symbolic::Constant ? dyn_cast<IntegerAttr>(value.constant) : IntegerAttr();
  return number && number.getValue().getSExtValue() == csim::InvalidIndex;
}

Index Execution::indexOf(const Symbolic &value) {
  if (value.kind == Symbolic::Position)
    return *value.index;
  if (value.kind == Symbolic::Hardware)
    return indices.fromValue(value.value, true);
  return indices.fromConstant(value.kind == Symbolic::Constant
                                  ? cast<IntegerAttr>(value.constant).getValue().getSExtValue()
                                  : 0);
}

// --- Statements ------------------------------------------------------------------------------

static bool isPlaceOp(Operation *op) {
  return isa<csim::AddrOp, csim::LocalOp, csim::CellOp, csim::ElemRefOp, csim::FieldRefOp,
             csim::BitsRefOp>(op);
}

static Type pointeeOf(Value ref) { return cast<csim::RefType>(ref.getType()).getPointee(); }

static InFlightDiagnostic unsupported(Operation *op) {
  if (auto call = dyn_cast<csim::SysCallOp>(op))
    return op->emitError("unsupported in hardware: ") << call.getCallee();
  return op->emitError("unsupported in hardware: ") << op->getName();
}

LogicalResult Execution::execute(Frame &frame, Operation *op) {
  auto storeTo = [&](Value value, Value ref, bool isNext) -> LogicalResult {
    Symbolic target = lookup(frame, ref);
    if (target.kind != Symbolic::Reference)
      return unsupported(op);
    Type type = pointeeOf(ref);
    if (failed(store(frame, *target.place, lookup(frame, value), type, isNext)))
      return op->emitError("unsupported in hardware: assignment of ") << type;
    return success();
  };
  auto copyTo = [&](Value target, Value source, bool isNext) -> LogicalResult {
    Symbolic to = lookup(frame, target), from = lookup(frame, source);
    Type type = pointeeOf(target);
    if (to.kind != Symbolic::Reference || from.kind != Symbolic::Reference || !flatWidth(type))
      return unsupported(op);
    FailureOr<Symbolic> value = load(frame, *from.place, type);
    if (failed(value) || failed(store(frame, *to.place, *value, type, isNext)))
      return unsupported(op);
    return success();
  };
  bool isNext = mode != Mode::Initial;
  if (auto assign = dyn_cast<csim::StoreOp>(op))
    return storeTo(assign.getValue(), assign.getRef(), false);
  if (auto assign = dyn_cast<csim::NbaOp>(op)) {
    if (assign.getAfter())
      owner.warnDelays(op->getLoc());
    return storeTo(assign.getValue(), assign.getRef(), isNext);
  }
  if (auto drive = dyn_cast<csim::DriveOp>(op)) {
    if (drive.getRise())
      owner.warnDelays(op->getLoc());
    return storeTo(drive.getValue(), drive.getRef(), false);
  }
  if (auto copy = dyn_cast<csim::CopyOp>(op))
    return copyTo(copy.getTarget(), copy.getSource(), false);
  if (auto copy = dyn_cast<csim::NbaCopyOp>(op))
    return copyTo(copy.getTarget(), copy.getSource(), isNext);
  if (auto init = dyn_cast<csim::InitOp>(op)) {
    Symbolic target = lookup(frame, init.getRef());
    if (target.kind != Symbolic::Reference || isa<csim::SignalOp>(target.place->root.first) ||
        !target.place->steps.empty())
      return unsupported(op);
    frame.state.now[target.place->root] = {};
    return success();
  }
  if (auto call = dyn_cast<csim::CallOp>(op))
    return executeCall(frame, call);
  if (auto call = dyn_cast<csim::SysCallOp>(op))
    return executeSystemCall(frame, call);
  if (isa<csim::ExitScopeOp>(op))
    return success();
  if (isa<csim::WaitEventOp>(op) && mode != Mode::Initial && (!head || head == op)) {
    if (head) {
      frame.hasLeft = true;
      frame.returns.push_back({frame.condition, std::move(frame.state), {}});
    }
    head = op;
    return success();
  }
  if (auto disable = dyn_cast<csim::DisableOp>(op)) {
    auto scope = dyn_cast<FlatSymbolRefAttr>(disable.getScope());
    Block *exit = scope ? frame.shape->scopeExits.lookup(scope.getAttr()) : nullptr;
    if (!exit || exit->getNumArguments())
      return op->emitError("unsupported in hardware: disable of a block elsewhere");
    frame.hasLeft = true;
    return branch(frame, op, exit, op->getOperands().take_front(0), frame.condition);
  }
  if (op->use_empty() && isMemoryEffectFree(op))
    return success();
  FailureOr<Symbolic> value = isPlaceOp(op) ? evaluatePlace(frame, op) : evaluate(frame, op);
  if (failed(value))
    return failure();
  frame.values[op->getResult(0)] = *value;
  return success();
}

/// Functions of bits, and reports of `unique` and `priority`, which hardware does not make.
LogicalResult Execution::executeSystemCall(Frame &frame, csim::SysCallOp op) {
  StringRef name = op.getCallee();
  for (auto info : op.getArgInfo().getAsRange<csim::ArgAttr>())
    if (info.getKind() == csim::ArgKind::Thunk) {
      auto thunk = op->getParentOfType<csim::ModuleOp>().lookupSymbol<csim::FuncOp>(
          info.getSymbol().getLeafReference());
      if (thunk && thunk->hasAttr(csim::CsimDialect::violationAttrName()))
        return success();
    }
  if (!op.getResult() || op.getArgs().size() != 1 || !flatWidth(op.getArgs()[0].getType()) ||
      !lookup(frame, op.getArgs()[0]).isBits())
    return unsupported(op);
  unsigned width = unsigned(flatWidth(op.getResult().getType()));
  Value value = operand(frame, op, 0);
  unsigned size = CombBuilder::widthOf(value);
  // Without the lowest one nothing is left if there was one at most.
  Value rest = logic.andOp(value, logic.sub(value, logic.constant(size, 1)));
  Value result =
      llvm::StringSwitch<llvm::function_ref<Value()>>(name)
          .Case("$countones", [&] { return countBits(value); })
          .Case("$onehot0", [&] { return logic.notOp(logic.isNonZero(rest)); })
          .Case("$onehot",
                [&] {
                  return logic.andOp(logic.isNonZero(value), logic.notOp(logic.isNonZero(rest)));
                })
          .Case("$isunknown", [&] { return logic.constant(1, 0); })
          .Default([] { return Value(); })();
  if (!result)
    return unsupported(op);
  frame.values[op.getResult()] = Symbolic(logic.extend(result, width, false));
  return success();
}

// --- Constants ----------------------------------------------------------------------------------

/// The result if all operands are constants and the operation has a folder; else undefined.
FailureOr<Symbolic> Execution::fold(Frame &frame, Operation *op) {
  SmallVector<Attribute> operands;
  for (Value operand : op->getOperands()) {
    Symbolic value = lookup(frame, operand);
    if (value.kind == Symbolic::Constant)
      operands.push_back(value.constant);
    else if (auto type = dyn_cast<csim::LogicType>(operand.getType());
             type && value.kind == Symbolic::Undefined)
      operands.push_back(csim::LogicAttr::getAllX(op->getContext(), type.getWidth()));
    else if (isa<IntegerType>(operand.getType()) && value.kind == Symbolic::Undefined)
      operands.push_back(IntegerAttr::get(operand.getType(), 0));
    else if (auto known = value.kind == Symbolic::Hardware ? CombBuilder::constantOf(value.value)
                                                           : std::nullopt)
      operands.push_back(isa<IntegerType>(operand.getType())
                             ? Attribute(IntegerAttr::get(operand.getType(), *known))
                             : csim::LogicAttr::get(op->getContext(), *known));
    else
      return Symbolic();
  }
  SmallVector<OpFoldResult> results;
  if (failed(op->fold(operands, results)) || results.size() != 1)
    return Symbolic();
  if (auto attr = dyn_cast_if_present<Attribute>(results[0])) {
    if (auto typed = dyn_cast<TypedAttr>(attr))
      return Symbolic(typed);
    return Symbolic();
  }
  return lookup(frame, cast<Value>(results[0]));
}

FailureOr<Symbolic> Execution::evaluate(Frame &frame, Operation *op) {
  if (auto loaded = dyn_cast<csim::LoadOp>(op)) {
    Symbolic ref = lookup(frame, loaded.getRef());
    if (ref.kind != Symbolic::Reference || !flatWidth(loaded.getType()))
      return unsupported(op);
    return load(frame, *ref.place, loaded.getType());
  }
  if (op->getNumResults() != 1 || !isMemoryEffectFree(op))
    return unsupported(op);
  FailureOr<Symbolic> folded = fold(frame, op);
  if (succeeded(folded) && folded->kind != Symbolic::Undefined)
    return folded;
  if (isa<csim::ToIndexOp, csim::NormIndexOp, csim::LinIndexOp, csim::AddIndexOp>(op))
    return evaluateIndex(frame, op);
  if (!flatWidth(op->getResult(0).getType()))
    return unsupported(op);
  for (Value operand : op->getOperands()) {
    Symbolic value = lookup(frame, operand);
    bool isPosition =
        value.kind == Symbolic::Position && isa<csim::DynExtractOp, csim::DynInsertOp>(op);
    if (!isPosition && (!value.isBits() || !flatWidth(operand.getType())))
      return unsupported(op);
  }
  Value result = evaluateLogic(frame, op);
  if (!result)
    result = evaluateArith(frame, op);
  if (!result)
    return unsupported(op);
  return Symbolic(result);
}

// --- Positions -----------------------------------------------------------------------------------

FailureOr<Symbolic> Execution::evaluateIndex(Frame &frame, Operation *op) {
  if (auto convert = dyn_cast<csim::ToIndexOp>(op))
    return Symbolic(indices.fromValue(operand(frame, op, 0), convert.getIsSigned()));
  for (Value operand : op->getOperands())
    if (isInvalid(lookup(frame, operand)))
      return Symbolic(IntegerAttr::get(op->getResult(0).getType(), csim::InvalidIndex));
  Index first = indexOf(lookup(frame, op->getOperand(0)));
  if (auto normal = dyn_cast<csim::NormIndexOp>(op))
    return Symbolic(indices.normalise(first, normal.getLeft(), normal.getRight(),
                                      normal.getPacked(), normal.getUnbounded()));
  Index second = indexOf(lookup(frame, op->getOperand(1)));
  auto linear = dyn_cast<csim::LinIndexOp>(op);
  return Symbolic(indices.scaleAndAdd(first, linear ? int64_t(linear.getCount()) : 1, second));
}

// --- Operations of csim -------------------------------------------------------------------------

/// Equality with a pattern: `ignored` bits match anything; other unknown bits never match.
Value Execution::matchPattern(Frame &frame, Operation *op) {
  Symbolic lhs = lookup(frame, op->getOperand(0)), rhs = lookup(frame, op->getOperand(1));
  bool isLeft = lhs.kind == Symbolic::Constant && !isa<csim::WildEqOp>(op);
  const Symbolic &pattern = isLeft ? lhs : rhs;
  Value value = operand(frame, op, isLeft ? 1 : 0);
  if (pattern.kind != Symbolic::Constant)
    return logic.eq(value, operand(frame, op, isLeft ? 0 : 1));
  auto [a, b] = planesOf(pattern.constant);
  APInt ignored = isa<csim::CasezEqOp>(op)                   ? b & ~a
                  : isa<csim::CasexEqOp, csim::WildEqOp>(op) ? b
                                                             : APInt(b.getBitWidth(), 0);
  if (!(b & ~ignored).isZero())
    return logic.constant(1, 0);
  if (ignored.isZero())
    return logic.eq(value, logic.constant(a));
  // Compare runs of bits that count.
  SmallVector<Value> parts;
  APInt wanted(1, 0);
  bool isFirst = true;
  for (unsigned bit = 0, width = a.getBitWidth(); bit < width;) {
    unsigned end = bit;
    while (end < width && ignored[end] == ignored[bit])
      ++end;
    if (!ignored[bit]) {
      parts.insert(parts.begin(), logic.extract(value, bit, end - bit));
      APInt run = a.extractBits(end - bit, bit);
      wanted = isFirst ? run : run.concat(wanted);
      isFirst = false;
    }
    bit = end;
  }
  return isFirst ? logic.constant(1, 1) : logic.eq(logic.concat(parts), logic.constant(wanted));
}

Value Execution::countBits(Value value) {
  Value sum = logic.zero(32);
  for (unsigned i = 0; i < CombBuilder::widthOf(value); ++i)
    sum = logic.add(sum, logic.extend(logic.extract(value, i, 1), 32, false));
  return sum;
}

/// base ** exponent for a base of 2, or a constant exponent that is small.
static Value power(CombBuilder &logic, Value base, Value exponent) {
  unsigned width = CombBuilder::widthOf(base);
  if (auto known = CombBuilder::constantOf(base); known && *known == 2)
    return logic.shift(Shift::Left, logic.constant(width, 1), exponent);
  auto known = CombBuilder::constantOf(exponent);
  if (!known || known->ugt(16))
    return {};
  Value result = logic.constant(width, 1);
  for (uint64_t i = 0; i < known->getZExtValue(); ++i)
    result = logic.mul(result, base);
  return result;
}

static Value reverseSlices(CombBuilder &logic, Value value, unsigned slice) {
  SmallVector<Value> parts;
  for (unsigned lo = 0, width = CombBuilder::widthOf(value); lo < width; lo += slice)
    parts.push_back(logic.extract(value, lo, std::min(slice, width - lo)));
  return logic.concat(parts);
}

Value Execution::evaluateLogic(Frame &frame, Operation *op) {
  auto at = [&](unsigned i) { return operand(frame, op, i); };
  auto order = [&](bool isSigned, P s, P u) { return logic.icmp(isSigned ? s : u, at(0), at(1)); };
  unsigned width = unsigned(flatWidth(op->getResult(0).getType()));
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](csim::AddOp) { return logic.add(at(0), at(1)); })
      .Case([&](csim::SubOp) { return logic.sub(at(0), at(1)); })
      .Case([&](csim::MulOp) { return logic.mul(at(0), at(1)); })
      .Case<csim::AndOp, csim::LAndOp>([&](auto) { return logic.andOp(at(0), at(1)); })
      .Case<csim::OrOp, csim::LOrOp>([&](auto) { return logic.orOp(at(0), at(1)); })
      .Case([&](csim::XorOp) { return logic.xorOp(at(0), at(1)); })
      .Case([&](csim::MergeOp) { return at(0); })
      .Case([&](csim::NotOp) { return logic.notOp(at(0)); })
      .Case([&](csim::NegOp) { return logic.sub(logic.zero(width), at(0)); })
      .Case([&](csim::DivOp d) { return logic.divide(at(0), at(1), d.getIsSigned(), false); })
      .Case([&](csim::ModOp d) { return logic.divide(at(0), at(1), d.getIsSigned(), true); })
      .Case([&](csim::PowOp) { return power(logic, at(0), at(1)); })
      .Case([&](csim::ShlOp) { return logic.shift(Shift::Left, at(0), at(1)); })
      .Case([&](csim::ShrOp) { return logic.shift(Shift::Right, at(0), at(1)); })
      .Case([&](csim::AshrOp) { return logic.shift(Shift::Arithmetic, at(0), at(1)); })
      .Case([&](csim::EqOp) { return logic.eq(at(0), at(1)); })
      .Case([&](csim::NeOp) { return logic.icmp(P::ne, at(0), at(1)); })
      .Case<csim::WildEqOp, csim::CaseEqOp, csim::CasezEqOp, csim::CasexEqOp>(
          [&](auto) { return matchPattern(frame, op); })
      .Case([&](csim::LtOp c) { return order(c.getIsSigned(), P::slt, P::ult); })
      .Case([&](csim::LeOp c) { return order(c.getIsSigned(), P::sle, P::ule); })
      .Case([&](csim::ReduceAndOp) {
        Value value = at(0);
        return logic.eq(value, logic.constant(APInt::getAllOnes(CombBuilder::widthOf(value))));
      })
      .Case<csim::ReduceOrOp, csim::BoolOp, csim::IsTrueOp>(
          [&](auto) { return logic.isNonZero(at(0)); })
      .Case([&](csim::ReduceXorOp) { return logic.parity(at(0)); })
      .Case([&](csim::LNotOp) { return logic.notOp(logic.isNonZero(at(0))); })
      .Case([&](csim::IsUnknownOp) { return logic.constant(1, 0); })
      .Case([&](csim::MuxOp) { return logic.mux(at(0), at(1), at(2)); })
      .Case<csim::ToLogicOp, csim::ToBitsOp>([&](auto) { return at(0); })
      .Case([&](csim::ExtendOp e) { return logic.extend(at(0), width, e.getIsSigned()); })
      .Case([&](csim::TruncOp) { return logic.extract(at(0), 0, width); })
      .Case([&](csim::ExtractOp e) { return logic.extract(at(0), e.getLo(), width); })
      .Case([&](csim::ConcatOp) {
        SmallVector<Value> parts;
        for (unsigned i = 0; i < op->getNumOperands(); ++i)
          parts.push_back(at(i));
        return logic.concat(parts);
      })
      .Case([&](csim::ReplicateOp) {
        Value value = at(0);
        return logic.replicate(value, width / CombBuilder::widthOf(value));
      })
      .Case([&](csim::InsertOp i) {
        return logic.insert(bits(lookup(frame, i.getBase()), i.getBase().getType()),
                            bits(lookup(frame, i.getPart()), i.getPart().getType()), i.getLo());
      })
      .Case([&](csim::DynExtractOp e) {
        Symbolic index = lookup(frame, e.getIndex());
        return isInvalid(index) ? logic.zero(width)
                                : selectBits({Step::Bits, 0, width, indexOf(index)}, at(0));
      })
      .Case([&](csim::DynInsertOp i) {
        Symbolic index = lookup(frame, i.getIndex());
        Value base = bits(lookup(frame, i.getBase()), i.getBase().getType());
        Value part = bits(lookup(frame, i.getPart()), i.getPart().getType());
        return isInvalid(index)
                   ? base
                   : injectBits({Step::Bits, 0, CombBuilder::widthOf(part), indexOf(index)}, base,
                                part);
      })
      .Case([&](csim::ReverseBitsOp r) { return reverseSlices(logic, at(0), r.getSlice()); })
      .Case([&](csim::CountBitsOp c) {
        Value value = at(0), sum = logic.zero(32);
        if (c.getMask() & 1)
          sum = logic.add(sum, countBits(logic.notOp(value)));
        if (c.getMask() & 2)
          sum = logic.add(sum, countBits(value));
        return sum;
      })
      .Default(Value());
}

// --- Operations of arith -------------------------------------------------------------------------

Value Execution::evaluateArith(Frame &frame, Operation *op) {
  auto at = [&](unsigned i) { return operand(frame, op, i); };
  unsigned width = unsigned(flatWidth(op->getResult(0).getType()));
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](arith::AddIOp) { return logic.add(at(0), at(1)); })
      .Case([&](arith::SubIOp) { return logic.sub(at(0), at(1)); })
      .Case([&](arith::MulIOp) { return logic.mul(at(0), at(1)); })
      .Case([&](arith::DivUIOp) { return logic.divide(at(0), at(1), false, false); })
      .Case([&](arith::DivSIOp) { return logic.divide(at(0), at(1), true, false); })
      .Case([&](arith::RemUIOp) { return logic.divide(at(0), at(1), false, true); })
      .Case([&](arith::RemSIOp) { return logic.divide(at(0), at(1), true, true); })
      .Case([&](arith::AndIOp) { return logic.andOp(at(0), at(1)); })
      .Case([&](arith::OrIOp) { return logic.orOp(at(0), at(1)); })
      .Case([&](arith::XOrIOp) { return logic.xorOp(at(0), at(1)); })
      .Case([&](arith::ShLIOp) { return logic.shift(Shift::Left, at(0), at(1)); })
      .Case([&](arith::ShRUIOp) { return logic.shift(Shift::Right, at(0), at(1)); })
      .Case([&](arith::ShRSIOp) { return logic.shift(Shift::Arithmetic, at(0), at(1)); })
      .Case([&](arith::ExtUIOp) { return logic.extend(at(0), width, false); })
      .Case([&](arith::ExtSIOp) { return logic.extend(at(0), width, true); })
      .Case([&](arith::TruncIOp) { return logic.extract(at(0), 0, width); })
      .Case([&](arith::SelectOp) { return logic.mux(at(0), at(1), at(2)); })
      .Case([&](arith::CmpIOp compare) {
        static constexpr P predicates[] = {P::eq,  P::ne,  P::slt, P::sle, P::sgt,
                                           P::sge, P::ult, P::ule, P::ugt, P::uge};
        return logic.icmp(predicates[unsigned(compare.getPredicate())], at(0), at(1));
      })
      .Default(Value());
}

//===- TwoState.cpp - values free of x and z become two-state ---------------===//
//
// A four-state value is *known* if it comes from two-state values and constants
// through operations that make no x of known operands. All values are assumed
// known at first; values that may be unknown (loads, calls, arguments of the
// function, constants with x ...) spread along uses and branches. What is still
// known in the end, also around loops, is computed with arith on iN; conversions
// back to four-state appear where an unknown operation uses it and fold away
// elsewhere.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

#include "mlir/IR/Matchers.h"
#include "mlir/IR/RegionGraphTraits.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

namespace {
class TwoStateRewriter {
public:
  explicit TwoStateRewriter(Region &body) : body(body) {}
  void run();

private:
  bool isTransparent(Operation *op) const;
  bool isKnown(Value value) const {
    return isa<csim::LogicType>(value.getType()) && !unknown.contains(value);
  }
  void markUnknown(Value value) {
    if (isa<csim::LogicType>(value.getType()) && unknown.insert(value).second)
      worklist.push_back(value);
  }
  bool seed();
  void propagate();
  void spreadThroughBranch(BranchOpInterface branch, Value value);
  void convertArguments();
  void convertOperands();
  void convert(Operation *op);
  Value build(Operation *op, OpBuilder &b);
  Value buildCompare(Operation *op, OpBuilder &b, arith::CmpIPredicate predicate);
  Value two(Value value, OpBuilder &b);

  Region &body;
  llvm::DenseSet<Value> unknown;
  SmallVector<Value> worklist;
  SmallVector<BlockArgument> converted;
};
} // namespace

/// The value as iN: what it was converted from, or a constant.
Value TwoStateRewriter::two(Value value, OpBuilder &b) {
  if (auto source = value.getDefiningOp<csim::ToLogicOp>())
    return source.getInput();
  csim::LogicAttr constant;
  if (matchPattern(value, m_Constant(&constant)))
    return arith::ConstantOp::create(
        b, value.getLoc(),
        IntegerAttr::get(csim::bitsTypeFor(constant.getType()), constant.getValue()));
  return csim::ToBitsOp::create(b, value.getLoc(), value);
}

// --- Analysis ---------------------------------------------------------------------------

static bool isNonZeroConstant(Value value) {
  csim::LogicAttr constant;
  return matchPattern(value, m_Constant(&constant)) && constant.isKnown() &&
         !constant.getValue().isZero();
}

/// The result is known if all four-state operands are.
bool TwoStateRewriter::isTransparent(Operation *op) const {
  if (isa<csim::AddOp, csim::SubOp, csim::MulOp, csim::AndOp, csim::OrOp, csim::XorOp, csim::NegOp,
          csim::NotOp, csim::ShlOp, csim::ShrOp, csim::AshrOp, csim::EqOp, csim::NeOp, csim::LtOp,
          csim::LeOp, csim::ReduceAndOp, csim::ReduceOrOp, csim::ReduceXorOp, csim::BoolOp,
          csim::LNotOp, csim::LAndOp, csim::LOrOp, csim::MuxOp, csim::ExtendOp, csim::TruncOp,
          csim::ExtractOp, csim::ConcatOp, csim::ReplicateOp, csim::InsertOp, csim::DynInsertOp,
          csim::ReverseBitsOp, arith::SelectOp, csim::ToLogicOp>(op))
    return true;
  if (isa<csim::DivOp, csim::ModOp>(op))
    return isNonZeroConstant(op->getOperand(1));
  if (auto constant = dyn_cast<csim::ConstantOp>(op))
    return constant.getValue().isKnown();
  return false;
}

/// Marks the sources of unknown values; false if there is nothing known to gain from.
bool TwoStateRewriter::seed() {
  bool hasSource = false;
  for (BlockArgument argument : body.front().getArguments())
    markUnknown(argument);
  for (Block &block : body) {
    if (!block.isEntryBlock())
      for (BlockArgument argument : block.getArguments())
        hasSource |= isa<csim::LogicType>(argument.getType());
    for (Operation &op : block) {
      hasSource |= isa<csim::ToLogicOp>(op);
      if (op.getNumResults() && !isTransparent(&op))
        for (Value result : op.getResults())
          markUnknown(result);
    }
  }
  return hasSource;
}

void TwoStateRewriter::spreadThroughBranch(BranchOpInterface branch, Value value) {
  for (unsigned i = 0; i < branch->getNumSuccessors(); ++i) {
    SuccessorOperands operands = branch.getSuccessorOperands(i);
    for (unsigned k = 0; k < operands.size(); ++k)
      if (operands[k] == value)
        markUnknown(branch->getSuccessor(i)->getArgument(k));
  }
}

void TwoStateRewriter::propagate() {
  while (!worklist.empty()) {
    Value value = worklist.pop_back_val();
    for (Operation *user : value.getUsers()) {
      if (auto branch = dyn_cast<BranchOpInterface>(user)) {
        spreadThroughBranch(branch, value);
        continue;
      }
      for (Value result : user->getResults())
        markUnknown(result);
    }
  }
}

// --- Rewriting ----------------------------------------------------------------------------

/// Known block arguments become iN; the old value is a conversion of the new one.
void TwoStateRewriter::convertArguments() {
  for (Block &block : llvm::drop_begin(body)) {
    OpBuilder b = OpBuilder::atBlockBegin(&block);
    for (BlockArgument argument : block.getArguments()) {
      if (!isKnown(argument))
        continue;
      argument.setType(csim::bitsTypeFor(argument.getType()));
      auto back = csim::ToLogicOp::create(b, argument.getLoc(), argument);
      argument.replaceAllUsesExcept(back.getResult(), back);
      converted.push_back(argument);
    }
  }
}

/// Branches pass two-state values to converted arguments.
void TwoStateRewriter::convertOperands() {
  llvm::SmallPtrSet<Block *, 8> blocks;
  for (BlockArgument argument : converted)
    blocks.insert(argument.getOwner());
  llvm::DenseSet<Value> arguments(converted.begin(), converted.end());
  for (Block &block : body) {
    auto branch = dyn_cast<BranchOpInterface>(block.getTerminator());
    for (unsigned i = 0; branch && i < branch->getNumSuccessors(); ++i) {
      Block *target = branch->getSuccessor(i);
      if (!blocks.contains(target))
        continue;
      SuccessorOperands operands = branch.getSuccessorOperands(i);
      OpBuilder b(branch);
      for (unsigned k = 0; k < operands.size(); ++k)
        if (arguments.contains(target->getArgument(k)) &&
            isa<csim::LogicType>(operands[k].getType()))
          operands.slice(k, 1).assign(two(operands[k], b));
    }
  }
}

Value TwoStateRewriter::buildCompare(Operation *op, OpBuilder &b, arith::CmpIPredicate predicate) {
  return arith::CmpIOp::create(b, op->getLoc(), predicate, two(op->getOperand(0), b),
                               two(op->getOperand(1), b));
}

/// The two-state form of a known operation; null if it stays as it is.
Value TwoStateRewriter::build(Operation *op, OpBuilder &b) {
  using P = arith::CmpIPredicate;
  Location loc = op->getLoc();
  Type type = csim::bitsTypeFor(op->getResult(0).getType());
  auto x = [&]() { return two(op->getOperand(0), b); };
  auto y = [&]() { return two(op->getOperand(1), b); };
  auto truth = [&](P predicate) -> Value {
    Value value = x();
    Value zero = arith::ConstantOp::create(b, loc, b.getIntegerAttr(value.getType(), 0));
    return arith::CmpIOp::create(b, loc, predicate, value, zero);
  };
  auto amount = [&]() {
    Value value = op->getOperand(1);
    return isa<csim::LogicType>(value.getType()) ? two(value, b) : value;
  };
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case<csim::AddOp>([&](auto) { return arith::AddIOp::create(b, loc, x(), y()); })
      .Case<csim::SubOp>([&](auto) { return arith::SubIOp::create(b, loc, x(), y()); })
      .Case<csim::MulOp>([&](auto) { return arith::MulIOp::create(b, loc, x(), y()); })
      .Case<csim::AndOp, csim::LAndOp>(
          [&](auto) { return arith::AndIOp::create(b, loc, x(), y()); })
      .Case<csim::OrOp, csim::LOrOp>([&](auto) { return arith::OrIOp::create(b, loc, x(), y()); })
      .Case<csim::XorOp>([&](auto) { return arith::XOrIOp::create(b, loc, x(), y()); })
      .Case<csim::NegOp>([&](auto) {
        Value zero = arith::ConstantOp::create(b, loc, b.getIntegerAttr(type, 0));
        return arith::SubIOp::create(b, loc, zero, x());
      })
      .Case<csim::NotOp>([&](auto) {
        Value ones = arith::ConstantOp::create(
            b, loc, IntegerAttr::get(type, APInt::getAllOnes(csim::bitWidthOf(type))));
        return arith::XOrIOp::create(b, loc, x(), ones);
      })
      .Case<csim::DivOp>(
          [&](auto o) { return csim::DivOp::create(b, loc, type, x(), y(), o.getIsSigned()); })
      .Case<csim::ModOp>(
          [&](auto o) { return csim::ModOp::create(b, loc, type, x(), y(), o.getIsSigned()); })
      .Case<csim::ShlOp>([&](auto) { return csim::ShlOp::create(b, loc, type, x(), amount()); })
      .Case<csim::ShrOp>([&](auto) { return csim::ShrOp::create(b, loc, type, x(), amount()); })
      .Case<csim::AshrOp>([&](auto) { return csim::AshrOp::create(b, loc, type, x(), amount()); })
      .Case<csim::EqOp>([&](auto) { return buildCompare(op, b, P::eq); })
      .Case<csim::NeOp>([&](auto) { return buildCompare(op, b, P::ne); })
      .Case<csim::LtOp>(
          [&](auto o) { return buildCompare(op, b, o.getIsSigned() ? P::slt : P::ult); })
      .Case<csim::LeOp>(
          [&](auto o) { return buildCompare(op, b, o.getIsSigned() ? P::sle : P::ule); })
      .Case<csim::ReduceOrOp, csim::BoolOp>([&](auto) { return truth(P::ne); })
      .Case<csim::LNotOp>([&](auto) { return truth(P::eq); })
      .Case<csim::ReduceAndOp>([&](auto) { return csim::ReduceAndOp::create(b, loc, x()); })
      .Case<csim::ReduceXorOp>([&](auto) { return csim::ReduceXorOp::create(b, loc, x()); })
      .Case<csim::MuxOp>([&](auto) {
        return arith::SelectOp::create(b, loc, x(), y(), two(op->getOperand(2), b));
      })
      .Case<arith::SelectOp>([&](auto) {
        return arith::SelectOp::create(b, loc, op->getOperand(0), y(), two(op->getOperand(2), b));
      })
      .Case<csim::ExtendOp>([&](csim::ExtendOp o) -> Value {
        if (o.getInput().getType() == o.getType())
          return x();
        if (o.getIsSigned())
          return arith::ExtSIOp::create(b, loc, type, x());
        return arith::ExtUIOp::create(b, loc, type, x());
      })
      .Case<csim::TruncOp>([&](csim::TruncOp o) -> Value {
        if (o.getInput().getType() == o.getType())
          return x();
        return arith::TruncIOp::create(b, loc, type, x());
      })
      .Case<csim::ExtractOp>(
          [&](auto o) { return csim::ExtractOp::create(b, loc, type, x(), o.getLo()); })
      .Case<csim::ReplicateOp>([&](auto) { return csim::ReplicateOp::create(b, loc, type, x()); })
      .Case<csim::ConcatOp>([&](csim::ConcatOp o) {
        SmallVector<Value> parts;
        for (Value part : o.getInputs())
          parts.push_back(two(part, b));
        return csim::ConcatOp::create(b, loc, parts);
      })
      .Case<csim::InsertOp>(
          [&](auto o) { return csim::InsertOp::create(b, loc, x(), y(), o.getLo()); })
      .Case<csim::DynInsertOp>(
          [&](auto o) { return csim::DynInsertOp::create(b, loc, x(), y(), o.getIndex()); })
      .Case<csim::ReverseBitsOp>(
          [&](auto o) { return csim::ReverseBitsOp::create(b, loc, x(), o.getSlice()); })
      .Default([](Operation *) { return Value(); });
}

void TwoStateRewriter::convert(Operation *op) {
  OpBuilder b(op);
  if (isa<csim::CaseEqOp, csim::CasezEqOp, csim::CasexEqOp>(op)) {
    if (isKnown(op->getOperand(0)) && isKnown(op->getOperand(1))) {
      op->replaceAllUsesWith(ValueRange{buildCompare(op, b, arith::CmpIPredicate::eq)});
      op->erase();
    }
    return;
  }
  if (op->getNumResults() != 1 || !isKnown(op->getResult(0)) ||
      isa<csim::ToLogicOp, csim::ConstantOp>(op))
    return;
  Value result = build(op, b);
  if (!result)
    return;
  op->replaceAllUsesWith(csim::ToLogicOp::create(b, op->getLoc(), result));
  op->erase();
}

void TwoStateRewriter::run() {
  if (!seed())
    return;
  propagate();
  convertArguments();
  SmallVector<Operation *> ops;
  // Definitions before uses.
  for (Block *block : llvm::ReversePostOrderTraversal<Region *>(&body))
    for (Operation &op : *block)
      ops.push_back(&op);
  for (Operation *op : ops)
    convert(op);
  convertOperands();
}

void transforms::useTwoState(Region &body) {
  if (!body.empty())
    TwoStateRewriter(body).run();
}

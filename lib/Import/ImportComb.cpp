//===- ImportComb.cpp - combinational operations -----------------------------===//
//
// Values are two-state: case and wildcard equality are equality. A division by zero
// gives 0, a shift by the width or more leaves no bits (or copies of the sign).
//
//===----------------------------------------------------------------------===//

#include "Import/DialectImport.h"

#include "IR/Circt/Comb/Comb.h"
#include "IR/Csim.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct CombImport : DialectImport {
  bool isPure(Operation *op) const override { return true; }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeCombImport() { return std::make_unique<CombImport>(); }

/// Operations on all operands, from the left.
template <typename Arith>
static Value fold(ValueRange operands, const PureBuilder &p) {
  Value result = operands[0];
  for (Value operand : operands.drop_front())
    result = Arith::create(p.builder, p.loc, result, operand);
  return result;
}

static Value compare(comb::ICmpOp op, ValueRange operands, const PureBuilder &p) {
  using From = comb::ICmpPredicate;
  using To = arith::CmpIPredicate;
  static constexpr std::pair<From, To> table[] = {
      {From::eq, To::eq},   {From::ne, To::ne},   {From::slt, To::slt}, {From::sle, To::sle},
      {From::sgt, To::sgt}, {From::sge, To::sge}, {From::ult, To::ult}, {From::ule, To::ule},
      {From::ugt, To::ugt}, {From::uge, To::uge}, {From::ceq, To::eq},  {From::cne, To::ne},
      {From::weq, To::eq},  {From::wne, To::ne}};
  const auto *row =
      llvm::find_if(table, [&](const auto &pair) { return pair.first == op.getPredicate(); });
  return arith::CmpIOp::create(p.builder, p.loc, row->second, operands[0], operands[1]);
}

static Value lookUp(comb::TruthTableOp op, ValueRange operands, const PureBuilder &p) {
  ArrayRef<bool> table = op.getLookupTable();
  llvm::APInt bits(unsigned(table.size()), 0);
  for (auto [i, bit] : llvm::enumerate(table))
    bits.setBitVal(unsigned(i), bit);
  Value whole = p.constant(bits);
  if (operands.empty())
    return whole;
  SmallVector<unsigned> widths(operands.size(), 1);
  Value row = p.concat(SmallVector<Value>(operands), widths);
  return csim::DynExtractOp::create(p.builder, p.loc, whole, p.toIndex(row), 1u);
}

static Value concatenate(comb::ConcatOp op, ValueRange operands, const PureBuilder &p) {
  SmallVector<unsigned> widths;
  for (Value input : op.getInputs())
    widths.push_back(p.widthOf(input));
  return p.concat(SmallVector<Value>(operands), widths);
}

static Value replicate(comb::ReplicateOp op, Value input, const PureBuilder &p) {
  unsigned from = p.widthOf(op.getInput()), to = p.widthOf(op.getResult());
  if (from == 0 || from == to)
    return input;
  return csim::ReplicateOp::create(p.builder, p.loc, input, to / from);
}

LogicalResult CombImport::lower(Operation *op, ValueRange operands, const PureBuilder &p,
                                SmallVectorImpl<Value> &results) const {
  OpBuilder &b = p.builder;
  Location loc = p.loc;
  auto typed = [&] { return operands[0].getType(); };
  Value result =
      llvm::TypeSwitch<Operation *, Value>(op)
          .Case([&](comb::AddOp) { return fold<arith::AddIOp>(operands, p); })
          .Case([&](comb::MulOp) { return fold<arith::MulIOp>(operands, p); })
          .Case([&](comb::AndOp) { return fold<arith::AndIOp>(operands, p); })
          .Case([&](comb::OrOp) { return fold<arith::OrIOp>(operands, p); })
          .Case([&](comb::XorOp) { return fold<arith::XOrIOp>(operands, p); })
          .Case([&](comb::SubOp) { return fold<arith::SubIOp>(operands, p); })
          .Case([&](comb::DivUOp) -> Value {
            return csim::DivOp::create(b, loc, typed(), operands[0], operands[1], false);
          })
          .Case([&](comb::DivSOp) -> Value {
            return csim::DivOp::create(b, loc, typed(), operands[0], operands[1], true);
          })
          .Case([&](comb::ModUOp) -> Value {
            return csim::ModOp::create(b, loc, typed(), operands[0], operands[1], false);
          })
          .Case([&](comb::ModSOp) -> Value {
            return csim::ModOp::create(b, loc, typed(), operands[0], operands[1], true);
          })
          .Case([&](comb::ShlOp) -> Value {
            return csim::ShlOp::create(b, loc, operands[0], operands[1]);
          })
          .Case([&](comb::ShrUOp) -> Value {
            return csim::ShrOp::create(b, loc, operands[0], operands[1]);
          })
          .Case([&](comb::ShrSOp) -> Value {
            return csim::AshrOp::create(b, loc, operands[0], operands[1]);
          })
          .Case([&](comb::ICmpOp cmp) { return compare(cmp, operands, p); })
          .Case([&](comb::ParityOp) -> Value {
            return csim::ReduceXorOp::create(b, loc, b.getI1Type(), operands[0]);
          })
          .Case([&](comb::ExtractOp extract) {
            return p.extract(operands[0], extract.getLowBit(), p.widthOf(extract.getResult()));
          })
          .Case([&](comb::ConcatOp concat) { return concatenate(concat, operands, p); })
          .Case([&](comb::ReplicateOp r) { return replicate(r, operands[0], p); })
          .Case([&](comb::MuxOp) -> Value {
            return arith::SelectOp::create(b, loc, operands[0], operands[1], operands[2]);
          })
          .Case([&](comb::TruthTableOp table) { return lookUp(table, operands, p); })
          .Case([&](comb::ReverseOp) -> Value {
            return csim::ReverseBitsOp::create(b, loc, operands[0], 1);
          })
          .Default(Value());
  results.push_back(result);
  return success(bool(result));
}

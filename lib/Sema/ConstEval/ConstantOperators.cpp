//===- ConstantOperators.cpp - operators on constant values ---------------------===//
//
// IEEE 1800-2023 11.4 on values; the arithmetic itself is lib/Value's. Since bound
// operands already have the operator's type, a vector operation only needs its
// result brought to the node's sign and state. Strings compare byte-wise (6.16).
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantOperators.h"

#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Types/Type.h"

#include <cmath>

using namespace circtsim;
using namespace circtsim::sema;
using syntax::BinaryOp;
using syntax::UnaryOp;
using value::Logic64;
using value::LogicVector;

value::Logic64 circtsim::sema::truthOf(const ConstantValue &v) {
  if (v.isInteger())
    return value::truth(v.integer());
  if (v.isReal())
    return value::logic64::fromBool(v.real() != 0.0);
  if (v.isString())
    return value::logic64::fromBool(!v.string().empty());
  return value::logic64::fromBool(false);
}

static ConstantValue bit(Logic64 v, const Type &type) {
  return convertInteger(LogicVector::fromBit(v), type);
}
static ConstantValue bit(bool v, const Type &type) {
  return bit(value::logic64::fromBool(v), type);
}

ConstantValue circtsim::sema::evaluateUnary(UnaryOp op, const ConstantValue &operand,
                                            const Type &type) {
  if (op == UnaryOp::LogicalNot)
    return bit(value::logic64::logicNot(truthOf(operand)), type);
  if (operand.isReal()) {
    if (op == UnaryOp::Plus)
      return operand;
    return op == UnaryOp::Minus ? ConstantValue(-operand.real()) : ConstantValue();
  }
  if (!operand.isInteger())
    return {};
  const LogicVector &v = operand.integer();
  switch (op) {
  case UnaryOp::Plus:
    return convertInteger(v, type);
  case UnaryOp::Minus:
    return convertInteger(value::neg(v), type);
  case UnaryOp::BitwiseNot:
    return convertInteger(value::bitNot(v), type);
  case UnaryOp::ReductionAnd:
    return convertInteger(value::reduceAnd(v), type);
  case UnaryOp::ReductionNand:
    return convertInteger(value::reduceNand(v), type);
  case UnaryOp::ReductionOr:
    return convertInteger(value::reduceOr(v), type);
  case UnaryOp::ReductionNor:
    return convertInteger(value::reduceNor(v), type);
  case UnaryOp::ReductionXor:
    return convertInteger(value::reduceXor(v), type);
  case UnaryOp::ReductionXnor:
    return convertInteger(value::reduceXnor(v), type);
  default:
    return {};
  }
}

/// Relations of anything ordered: reals and strings.
template <class T>
static ConstantValue relation(BinaryOp op, const T &l, const T &r, const Type &type) {
  switch (op) {
  case BinaryOp::Less:
    return bit(l < r, type);
  case BinaryOp::LessEqual:
    return bit(l <= r, type);
  case BinaryOp::Greater:
    return bit(l > r, type);
  case BinaryOp::GreaterEqual:
    return bit(l >= r, type);
  case BinaryOp::Equal:
  case BinaryOp::CaseEqual:
  case BinaryOp::WildcardEqual:
    return bit(l == r, type);
  case BinaryOp::NotEqual:
  case BinaryOp::CaseNotEqual:
  case BinaryOp::WildcardNotEqual:
    return bit(l != r, type);
  default:
    return {};
  }
}

static ConstantValue realBinary(BinaryOp op, double l, double r, const Type &type) {
  switch (op) {
  case BinaryOp::Add:
    return l + r;
  case BinaryOp::Sub:
    return l - r;
  case BinaryOp::Mul:
    return l * r;
  case BinaryOp::Div:
    return l / r;
  case BinaryOp::Power:
    return std::pow(l, r);
  default:
    return relation(op, l, r, type);
  }
}

static LogicVector vectorBinary(BinaryOp op, const LogicVector &l, const LogicVector &r) {
  switch (op) {
  case BinaryOp::Add:
    return value::add(l, r);
  case BinaryOp::Sub:
    return value::sub(l, r);
  case BinaryOp::Mul:
    return value::mul(l, r);
  case BinaryOp::Div:
    return value::div(l, r);
  case BinaryOp::Mod:
    return value::mod(l, r);
  case BinaryOp::Power:
    return value::power(l, r);
  case BinaryOp::ShiftLeft:
  case BinaryOp::ArithShiftLeft:
    return value::shl(l, r);
  case BinaryOp::ShiftRight:
    return value::shr(l, r);
  case BinaryOp::ArithShiftRight:
    return value::ashr(l, r);
  case BinaryOp::Less:
    return value::lt(l, r);
  case BinaryOp::LessEqual:
    return value::le(l, r);
  case BinaryOp::Greater:
    return value::gt(l, r);
  case BinaryOp::GreaterEqual:
    return value::ge(l, r);
  case BinaryOp::Equal:
    return value::eq(l, r);
  case BinaryOp::NotEqual:
    return value::ne(l, r);
  case BinaryOp::CaseEqual:
    return value::caseEq(l, r);
  case BinaryOp::CaseNotEqual:
    return value::caseNe(l, r);
  case BinaryOp::WildcardEqual:
    return value::wildcardEq(l, r);
  case BinaryOp::WildcardNotEqual:
    return value::wildcardNe(l, r);
  case BinaryOp::BitwiseAnd:
    return value::bitAnd(l, r);
  case BinaryOp::BitwiseXor:
    return value::bitXor(l, r);
  case BinaryOp::BitwiseXnor:
    return value::bitXnor(l, r);
  case BinaryOp::BitwiseOr:
    return value::bitOr(l, r);
  default:
    return {};
  }
}

static bool isEquality(BinaryOp op) { return op == BinaryOp::Equal || op == BinaryOp::CaseEqual; }

/// == and === of aggregates: element-wise conjunction (7.2.2, 7.4.3, 11.2.2).
static ConstantValue aggregateBinary(BinaryOp op, const ConstantValue &l, const ConstantValue &r,
                                     const Type &type) {
  bool negate = op == BinaryOp::NotEqual || op == BinaryOp::CaseNotEqual;
  if (!negate && !isEquality(op))
    return {};
  BinaryOp inner = op == BinaryOp::NotEqual       ? BinaryOp::Equal
                   : op == BinaryOp::CaseNotEqual ? BinaryOp::CaseEqual
                                                  : op;
  Logic64 all = value::logic64::fromBool(l.elements().size() == r.elements().size());
  for (size_t i = 0; i < l.elements().size() && value::logic64::isTrue(Logic64{all.a | all.b, 0}) &&
                     i < r.elements().size();
       ++i)
    all = value::logic64::logicAnd(
        all, truthOf(evaluateBinary(inner, l.elements()[i], r.elements()[i], type)));
  return bit(negate ? value::logic64::logicNot(all) : all, type);
}

ConstantValue circtsim::sema::evaluateBinary(BinaryOp op, const ConstantValue &lhs,
                                             const ConstantValue &rhs, const Type &type) {
  switch (op) {
  case BinaryOp::LogicalAnd:
  case BinaryOp::CondAnd:
    return bit(value::logic64::logicAnd(truthOf(lhs), truthOf(rhs)), type);
  case BinaryOp::LogicalOr:
    return bit(value::logic64::logicOr(truthOf(lhs), truthOf(rhs)), type);
  case BinaryOp::Implication:
    return bit(value::logic64::implies(truthOf(lhs), truthOf(rhs)), type);
  case BinaryOp::Equivalence:
    return bit(value::logic64::equivalent(truthOf(lhs), truthOf(rhs)), type);
  default:
    break;
  }
  if (lhs.isReal() && rhs.isReal())
    return realBinary(op, lhs.real(), rhs.real(), type);
  if (lhs.isString() && rhs.isString())
    return relation(op, lhs.string(), rhs.string(), type);
  if (lhs.isAggregate() && rhs.isAggregate())
    return aggregateBinary(op, lhs, rhs, type);
  if (lhs.isUnbounded() && rhs.isUnbounded())
    return bit(isEquality(op), type);
  if (!lhs.isInteger() || !rhs.isInteger())
    return {};
  LogicVector result = vectorBinary(op, lhs.integer(), rhs.integer());
  if (!result.width())
    return {};
  return convertInteger(result, type);
}

ConstantValue circtsim::sema::evaluateConditional(Logic64 condition, const ConstantValue &whenTrue,
                                                  const ConstantValue &whenFalse,
                                                  const Type &type) {
  if (!condition.b)
    return condition.a ? whenTrue : whenFalse;
  if (whenTrue.isInteger() && whenFalse.isInteger())
    return convertInteger(
        value::mux(LogicVector::fromBit(condition), whenTrue.integer(), whenFalse.integer()), type);
  if (whenTrue.isAggregate() && whenFalse.isAggregate() &&
      whenTrue.elements().size() == whenFalse.elements().size()) {
    // 11.4.11: element by element, unequal elements take the default value.
    ConstantValue result = defaultValue(type);
    if (!result.isAggregate() || result.elements().size() != whenTrue.elements().size())
      return whenTrue == whenFalse ? whenTrue : result;
    for (size_t i = 0; i < whenTrue.elements().size(); ++i)
      if (whenTrue.elements()[i] == whenFalse.elements()[i])
        result.elements()[i] = whenTrue.elements()[i];
    return result;
  }
  return whenTrue == whenFalse ? whenTrue : defaultValue(type);
}

Logic64 circtsim::sema::insideMatch(const ConstantValue &operand, const ConstantValue &low,
                                    const ConstantValue *high) {
  if (high) {
    Logic64 above = value::logic64::fromBool(true), below = above;
    auto compare = [&](const ConstantValue &x, const ConstantValue &y) {
      if (x.isInteger() && y.isInteger())
        return value::le(x.integer(), y.integer()).low();
      if (x.isReal() && y.isReal())
        return value::logic64::fromBool(x.real() <= y.real());
      return value::logic64::fromBool(x.isString() && y.isString() && x.string() <= y.string());
    };
    if (!low.isUnbounded())
      above = compare(low, operand);
    if (!high->isUnbounded())
      below = compare(operand, *high);
    return value::logic64::logicAnd(above, below);
  }
  if (low.isAggregate() && !operand.isAggregate()) {
    Logic64 any = value::logic64::fromBool(false);
    for (const ConstantValue &element : low.elements())
      any = value::logic64::logicOr(any, insideMatch(operand, element, nullptr));
    return any;
  }
  if (operand.isInteger() && low.isInteger())
    return value::wildcardEq(operand.integer(), low.integer()).low();
  return value::logic64::fromBool(operand == low);
}

//===- OperatorGen.cpp - operators ----------------------------------------===//
//
// LRM 11.4. Two-state values use `arith`; where SystemVerilog differs (division,
// shifts, power) csim's own operations take both kinds. Conditions with side
// effects in an operand are evaluated with control flow (11.3.5).
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::BinaryOp;
using syntax::UnaryOp;
namespace arith = mlir::arith;

namespace {
bool isLogicValue(mlir::Value v) { return isa<csim::LogicType>(v.getType()); }
bool isRealValue(mlir::Value v) { return isa<mlir::Float64Type>(v.getType()); }

/// Whether evaluating the expression can be observed.
bool isDynamic(const Type &type) {
  TypeKind kind = type.canonical().kind;
  return kind >= TypeKind::DynamicArray && kind <= TypeKind::AssocArray;
}

bool hasSideEffects(const Expr *expr) {
  if (!expr || expr->constant)
    return false;
  switch (expr->kind) {
  case ExprKind::NamedValue: // a null reference is a fault
    return cast<NamedValueExpr>(expr)->path && cast<NamedValueExpr>(expr)->path->base;
  case ExprKind::Interface:
    return cast<InterfaceExpr>(expr)->path->base;
  case ExprKind::Call:
  case ExprKind::SystemCall:
  case ExprKind::MethodCall:
  case ExprKind::Assignment:
    return true;
  case ExprKind::Unary:
    return cast<UnaryExpr>(expr)->op >= UnaryOp::PreIncrement || hasSideEffects(cast<UnaryExpr>(expr)->operand);
  case ExprKind::Binary:
    return hasSideEffects(cast<BinaryExpr>(expr)->lhs) || hasSideEffects(cast<BinaryExpr>(expr)->rhs);
  case ExprKind::Conditional: {
    auto *c = cast<ConditionalExpr>(expr);
    return hasSideEffects(c->condition) || hasSideEffects(c->whenTrue) || hasSideEffects(c->whenFalse);
  }
  case ExprKind::Concat:
    return llvm::any_of(cast<ConcatExpr>(expr)->elements, hasSideEffects);
  case ExprKind::Replication:
    return hasSideEffects(cast<ReplicationExpr>(expr)->operand);
  case ExprKind::ElementSelect:
    // An element that does not exist is warned about.
    if (isDynamic(*cast<ElementSelectExpr>(expr)->base->type))
      return true;
    return hasSideEffects(cast<ElementSelectExpr>(expr)->base) || hasSideEffects(cast<ElementSelectExpr>(expr)->index);
  case ExprKind::RangeSelect:
    return hasSideEffects(cast<RangeSelectExpr>(expr)->base) || hasSideEffects(cast<RangeSelectExpr>(expr)->left);
  case ExprKind::FieldSelect:
    return hasSideEffects(cast<FieldSelectExpr>(expr)->base);
  case ExprKind::Conversion:
    return hasSideEffects(cast<ConversionExpr>(expr)->operand);
  case ExprKind::Inside:
    return hasSideEffects(cast<InsideExpr>(expr)->operand);
  default:
    return false;
  }
}
} // namespace

//===-- Truth ------------------------------------------------------------------===//

mlir::Value FunctionGen::truth(mlir::Value value) {
  mlir::Type type = value.getType();
  if (type.isInteger(1) || csim::isLogic(type, 1))
    return value;
  return make<csim::BoolOp>(csim::truthTypeOf(type), value);
}

mlir::Value FunctionGen::invert(mlir::Value value) {
  if (isLogicValue(value))
    return make<csim::NotOp>(value);
  unsigned width = csim::bitWidthOf(value.getType());
  mlir::Value ones = make<arith::ConstantOp>(b.getIntegerAttr(value.getType(), llvm::APInt::getAllOnes(width)));
  return make<arith::XOrIOp>(value, ones);
}

mlir::Value FunctionGen::emitTruth(const Expr &expr) {
  if (expr.type->isString()) {
    mlir::Value length = runtime("string_len", {emit(expr)}, b.getI64Type());
    return make<arith::CmpIOp>(arith::CmpIPredicate::ne, length, constantInt(64, 0));
  }
  mlir::Value v = emit(expr);
  if (csim::isHandle(v.getType())) {
    mlir::Value null = make<csim::NullOp>(v.getType());
    return invert(make<csim::EqHandleOp>(b.getI1Type(), v, null));
  }
  return truth(v);
}

mlir::Value FunctionGen::emitCondition(const Expr &expr) {
  if (auto *binary = dyn_cast<BinaryExpr>(&expr);
      binary && !expr.constant && !hasSideEffects(binary->rhs)) {
    // Known-1 distributes over && and ||, so the operands' conditions suffice.
    if (binary->op == BinaryOp::LogicalAnd)
      return make<arith::AndIOp>(emitCondition(*binary->lhs), emitCondition(*binary->rhs));
    if (binary->op == BinaryOp::LogicalOr)
      return make<arith::OrIOp>(emitCondition(*binary->lhs), emitCondition(*binary->rhs));
  }
  mlir::Value v = emitTruth(expr);
  if (v.getType().isInteger(1))
    return v;
  return make<csim::IsTrueOp>(b.getI1Type(), v);
}

//===-- Unary -------------------------------------------------------------------===//

mlir::Value FunctionGen::emitUnary(const UnaryExpr &expr) {
  if (expr.op >= UnaryOp::PreIncrement)
    return emitIncrement(expr);
  if (expr.op == UnaryOp::LogicalNot) {
    mlir::Value t = emitTruth(*expr.operand);
    return invert(t);
  }
  mlir::Value v = emit(*expr.operand);
  auto reduce = [&]<typename Op>(Op *) -> mlir::Value {
    return make<Op>(csim::truthTypeOf(v.getType()), v);
  };
  switch (expr.op) {
  case UnaryOp::Minus:
    if (isRealValue(v))
      return make<arith::NegFOp>(v);
    if (isLogicValue(v))
      return make<csim::NegOp>(v);
    return make<arith::SubIOp>(constantInt(csim::bitWidthOf(v.getType()), 0), v);
  case UnaryOp::BitwiseNot:
    return invert(v);
  case UnaryOp::ReductionAnd:
    return reduce((csim::ReduceAndOp *)nullptr);
  case UnaryOp::ReductionNand:
    return invert(reduce((csim::ReduceAndOp *)nullptr));
  case UnaryOp::ReductionOr:
    return reduce((csim::ReduceOrOp *)nullptr);
  case UnaryOp::ReductionNor:
    return invert(reduce((csim::ReduceOrOp *)nullptr));
  case UnaryOp::ReductionXor:
    return reduce((csim::ReduceXorOp *)nullptr);
  case UnaryOp::ReductionXnor:
    return invert(reduce((csim::ReduceXorOp *)nullptr));
  default:
    return v;
  }
}

mlir::Value FunctionGen::emitIncrement(const UnaryExpr &expr) {
  LValue place = emitLValue(*expr.operand);
  mlir::Value old = load(place);
  bool up = expr.op == UnaryOp::PreIncrement || expr.op == UnaryOp::PostIncrement;
  mlir::Value result;
  if (isRealValue(old)) {
    mlir::Value one = make<arith::ConstantOp>(b.getF64FloatAttr(1));
    result = up ? mlir::Value(make<arith::AddFOp>(old, one)) : mlir::Value(make<arith::SubFOp>(old, one));
  } else if (isLogicValue(old)) {
    mlir::Value one = make<csim::ConstantOp>(csim::bitWidthOf(old.getType()), uint64_t(1));
    result = up ? mlir::Value(make<csim::AddOp>(old, one)) : mlir::Value(make<csim::SubOp>(old, one));
  } else {
    mlir::Value one = constantInt(csim::bitWidthOf(old.getType()), 1);
    result = up ? mlir::Value(make<arith::AddIOp>(old, one)) : mlir::Value(make<arith::SubIOp>(old, one));
  }
  store(place, result);
  bool isPost = expr.op == UnaryOp::PostIncrement || expr.op == UnaryOp::PostDecrement;
  return isPost ? old : result;
}

//===-- Binary -------------------------------------------------------------------===//

mlir::Value FunctionGen::emitBinary(const BinaryExpr &expr) {
  switch (expr.op) {
  case BinaryOp::LogicalAnd:
  case BinaryOp::LogicalOr:
  case BinaryOp::Implication:
  case BinaryOp::Equivalence:
  case BinaryOp::CondAnd:
    return emitLogical(expr);
  case BinaryOp::Less:
  case BinaryOp::LessEqual:
  case BinaryOp::Greater:
  case BinaryOp::GreaterEqual:
  case BinaryOp::Equal:
  case BinaryOp::NotEqual:
  case BinaryOp::CaseEqual:
  case BinaryOp::CaseNotEqual:
  case BinaryOp::WildcardEqual:
  case BinaryOp::WildcardNotEqual:
    return emitComparison(expr);
  case BinaryOp::ShiftLeft:
  case BinaryOp::ShiftRight:
  case BinaryOp::ArithShiftLeft:
  case BinaryOp::ArithShiftRight:
    return emitShift(expr);
  default:
    break;
  }
  mlir::Value l = emit(*expr.lhs), r = emit(*expr.rhs);
  if (isRealValue(l) || isRealValue(r))
    return emitRealBinary(expr, l, r);
  return emitArithmetic(expr, l, r);
}

mlir::Value FunctionGen::emitRealBinary(const BinaryExpr &expr, mlir::Value l, mlir::Value r) {
  switch (expr.op) {
  case BinaryOp::Add:
    return make<arith::AddFOp>(l, r);
  case BinaryOp::Sub:
    return make<arith::SubFOp>(l, r);
  case BinaryOp::Mul:
    return make<arith::MulFOp>(l, r);
  case BinaryOp::Div:
    return make<arith::DivFOp>(l, r);
  case BinaryOp::Power:
    return make<csim::PowOp>(l.getType(), l, coerce(r, l.getType()), false);
  default:
    return unsupported(expr, "operator on real operands", "11.3.1");
  }
}

mlir::Value FunctionGen::emitArithmetic(const BinaryExpr &expr, mlir::Value l, mlir::Value r) {
  mlir::Type type = lowered(expr);
  bool isLogic = isa<csim::LogicType>(type);
  bool isSigned = expr.type->isSigned();
  l = coerce(l, type);
  if (expr.op == BinaryOp::Power) {
    // The exponent keeps its own sign (11.6.1); with operands of different sign,
    // one more bit lets the unsigned one take part in a signed power.
    bool isExponentSigned = expr.rhs->type->isSigned();
    r = coerce(r, types().vector(csim::bitWidthOf(r.getType()), isLogic));
    if (isSigned == isExponentSigned)
      return make<csim::PowOp>(type, l, r, isSigned);
    uint32_t width = csim::bitWidthOf(type), exponentWidth = csim::bitWidthOf(r.getType());
    if (isSigned)
      return make<csim::PowOp>(type, l, convertIntegral(r, false, types().vector(exponentWidth + 1, isLogic)), true);
    mlir::Type wider = types().vector(width + 1, isLogic);
    mlir::Value power = make<csim::PowOp>(wider, convertIntegral(l, false, wider), r, true);
    return convertIntegral(power, false, type);
  }
  r = coerce(r, type);
  switch (expr.op) {
  case BinaryOp::Add:
    return isLogic ? mlir::Value(make<csim::AddOp>(l, r)) : mlir::Value(make<arith::AddIOp>(l, r));
  case BinaryOp::Sub:
    return isLogic ? mlir::Value(make<csim::SubOp>(l, r)) : mlir::Value(make<arith::SubIOp>(l, r));
  case BinaryOp::Mul:
    return isLogic ? mlir::Value(make<csim::MulOp>(l, r)) : mlir::Value(make<arith::MulIOp>(l, r));
  case BinaryOp::Div:
    return make<csim::DivOp>(type, l, r, isSigned);
  case BinaryOp::Mod:
    return make<csim::ModOp>(type, l, r, isSigned);
  case BinaryOp::BitwiseAnd:
    return isLogic ? mlir::Value(make<csim::AndOp>(l, r)) : mlir::Value(make<arith::AndIOp>(l, r));
  case BinaryOp::BitwiseOr:
    return isLogic ? mlir::Value(make<csim::OrOp>(l, r)) : mlir::Value(make<arith::OrIOp>(l, r));
  case BinaryOp::BitwiseXor:
    return isLogic ? mlir::Value(make<csim::XorOp>(l, r)) : mlir::Value(make<arith::XOrIOp>(l, r));
  case BinaryOp::BitwiseXnor:
    return invert(isLogic ? mlir::Value(make<csim::XorOp>(l, r)) : mlir::Value(make<arith::XOrIOp>(l, r)));
  default:
    return unsupported(expr, "operator", "11.4");
  }
}

mlir::Value FunctionGen::emitShift(const BinaryExpr &expr) {
  mlir::Type type = lowered(expr);
  mlir::Value l = coerce(emit(*expr.lhs), type);
  mlir::Value amount = emit(*expr.rhs);
  bool amountIsLogic = isLogicValue(amount), isLogic = isLogicValue(l);
  if (isLogic && !amountIsLogic)
    amount = make<csim::ToLogicOp>(amount);
  if (!isLogic && amountIsLogic)
    amount = make<csim::ToBitsOp>(amount);
  switch (expr.op) {
  case BinaryOp::ShiftLeft:
  case BinaryOp::ArithShiftLeft:
    return make<csim::ShlOp>(type, l, amount);
  case BinaryOp::ArithShiftRight:
    if (expr.type->isSigned())
      return make<csim::AshrOp>(type, l, amount);
    [[fallthrough]];
  default:
    return make<csim::ShrOp>(type, l, amount);
  }
}

mlir::Value FunctionGen::emitStringCompare(const BinaryExpr &expr, mlir::Value l, mlir::Value r) {
  mlir::Type i1 = b.getI1Type();
  switch (expr.op) {
  case BinaryOp::NotEqual:
  case BinaryOp::CaseNotEqual:
    return invert(runtime("string_eq", {l, r}, i1));
  case BinaryOp::Less:
    return runtime("string_lt", {l, r}, i1);
  case BinaryOp::LessEqual:
    return runtime("string_le", {l, r}, i1);
  case BinaryOp::Greater:
    return runtime("string_lt", {r, l}, i1);
  case BinaryOp::GreaterEqual:
    return runtime("string_le", {r, l}, i1);
  default:
    return runtime("string_eq", {l, r}, i1);
  }
}

mlir::Value FunctionGen::emitComparison(const BinaryExpr &expr) {
  bool isNegated = expr.op == BinaryOp::NotEqual || expr.op == BinaryOp::CaseNotEqual;
  if (expr.lhs->type->isAggregate()) {
    mlir::Value l = emitAggregate(*expr.lhs), r = emitAggregate(*expr.rhs);
    mlir::Value equal = make<csim::EqRefOp>(b.getI1Type(), l, r);
    return isNegated ? invert(equal) : equal;
  }
  mlir::Value l = emit(*expr.lhs), r = emit(*expr.rhs);
  if (expr.lhs->type->isString())
    return emitStringCompare(expr, l, r);
  if (csim::isHandle(l.getType())) {
    mlir::Value equal = make<csim::EqHandleOp>(b.getI1Type(), coerce(l, r.getType()),
                                               coerce(r, l.getType()));
    return isNegated ? invert(equal) : equal;
  }
  if (isRealValue(l)) {
    auto predicate = expr.op == BinaryOp::Less           ? arith::CmpFPredicate::OLT
                     : expr.op == BinaryOp::LessEqual    ? arith::CmpFPredicate::OLE
                     : expr.op == BinaryOp::Greater      ? arith::CmpFPredicate::OGT
                     : expr.op == BinaryOp::GreaterEqual ? arith::CmpFPredicate::OGE
                     : isNegated                         ? arith::CmpFPredicate::UNE
                                                         : arith::CmpFPredicate::OEQ;
    return make<arith::CmpFOp>(predicate, l, r);
  }
  if (isLogicValue(l) != isLogicValue(r)) {
    l = coerce(l, types().vector(csim::bitWidthOf(l.getType()), true));
    r = coerce(r, types().vector(csim::bitWidthOf(r.getType()), true));
  }
  bool isSigned = expr.lhs->type->isSigned() && expr.rhs->type->isSigned();
  return emitIntegralComparison(expr.op, isSigned, l, r);
}

mlir::Value FunctionGen::emitIntegralComparison(BinaryOp op, bool isSigned, mlir::Value l, mlir::Value r) {
  if (op == BinaryOp::Greater || op == BinaryOp::GreaterEqual) {
    std::swap(l, r);
    op = op == BinaryOp::Greater ? BinaryOp::Less : BinaryOp::LessEqual;
  }
  bool isNegated = op == BinaryOp::NotEqual || op == BinaryOp::CaseNotEqual || op == BinaryOp::WildcardNotEqual;
  if (!isLogicValue(l)) {
    auto predicate = isNegated ? arith::CmpIPredicate::ne : arith::CmpIPredicate::eq;
    if (op == BinaryOp::Less)
      predicate = isSigned ? arith::CmpIPredicate::slt : arith::CmpIPredicate::ult;
    if (op == BinaryOp::LessEqual)
      predicate = isSigned ? arith::CmpIPredicate::sle : arith::CmpIPredicate::ule;
    return make<arith::CmpIOp>(predicate, l, r);
  }
  mlir::Type logic1 = types().vector(1, true);
  switch (op) {
  case BinaryOp::Less:
    return make<csim::LtOp>(logic1, l, r, isSigned);
  case BinaryOp::LessEqual:
    return make<csim::LeOp>(logic1, l, r, isSigned);
  case BinaryOp::Equal:
    return make<csim::EqOp>(logic1, l, r);
  case BinaryOp::NotEqual:
    return make<csim::NeOp>(logic1, l, r);
  case BinaryOp::WildcardEqual:
  case BinaryOp::WildcardNotEqual: {
    mlir::Value equal = make<csim::WildEqOp>(logic1, l, r);
    return isNegated ? invert(equal) : equal;
  }
  default: {
    mlir::Value equal = make<csim::CaseEqOp>(b.getI1Type(), l, r);
    return isNegated ? invert(equal) : equal;
  }
  }
}

//===-- Logical and conditional ----------------------------------------------------===//

mlir::Value FunctionGen::emitLogical(const BinaryExpr &expr) {
  if (expr.op != BinaryOp::Equivalence && hasSideEffects(expr.rhs))
    return emitShortCircuit(expr);
  mlir::Value l = emitTruth(*expr.lhs), r = emitTruth(*expr.rhs);
  bool isLogic = isLogicValue(l) || isLogicValue(r);
  if (isLogic) {
    l = coerce(l, types().vector(1, true));
    r = coerce(r, types().vector(1, true));
  }
  auto both = [&](mlir::Value x, mlir::Value y) -> mlir::Value {
    return isLogic ? mlir::Value(make<csim::LAndOp>(x, y)) : mlir::Value(make<arith::AndIOp>(x, y));
  };
  auto either = [&](mlir::Value x, mlir::Value y) -> mlir::Value {
    return isLogic ? mlir::Value(make<csim::LOrOp>(x, y)) : mlir::Value(make<arith::OrIOp>(x, y));
  };
  switch (expr.op) {
  case BinaryOp::LogicalOr:
    return either(l, r);
  case BinaryOp::Implication:
    return either(invert(l), r);
  case BinaryOp::Equivalence:
    return both(either(invert(l), r), either(invert(r), l));
  default:
    return both(l, r);
  }
}

/// The right operand is evaluated only if the left one does not decide (11.4.7).
mlir::Value FunctionGen::emitShortCircuit(const BinaryExpr &expr) {
  mlir::Type type = types().vector(1, true);
  mlir::Value l = coerce(emitTruth(*expr.lhs), type);
  bool isOr = expr.op == BinaryOp::LogicalOr || expr.op == BinaryOp::Implication;
  if (expr.op == BinaryOp::Implication) // !l || r
    l = invert(l);
  mlir::Value decides = make<csim::IsTrueOp>(b.getI1Type(), isOr ? l : invert(l));
  mlir::Block *rhsBlock = newBlock(), *join = newBlock();
  mlir::Value result = join->addArgument(type, location);
  make<mlir::cf::CondBranchOp>(decides, join, mlir::ValueRange{l}, rhsBlock, mlir::ValueRange{});
  enter(rhsBlock);
  mlir::Value r = coerce(emitTruth(*expr.rhs), type);
  mlir::Value both = isOr ? mlir::Value(make<csim::LOrOp>(l, r)) : mlir::Value(make<csim::LAndOp>(l, r));
  branch(join, both);
  enter(join);
  return result;
}

mlir::Value FunctionGen::emitConditional(const ConditionalExpr &expr) {
  bool hasEffects = hasSideEffects(expr.whenTrue) || hasSideEffects(expr.whenFalse);
  if (!expr.type->isIntegral() || hasEffects)
    return emitBranchingConditional(expr);
  mlir::Value c = emitTruth(*expr.condition);
  mlir::Value t = coerce(emit(*expr.whenTrue), lowered(expr));
  mlir::Value f = coerce(emit(*expr.whenFalse), lowered(expr));
  if (!isLogicValue(c))
    return make<arith::SelectOp>(c, t, f);
  if (isLogicValue(t))
    return make<csim::MuxOp>(c, t, f);
  // Two-state operands: an unknown condition merges, and x becomes 0.
  mlir::Type four = csim::logicTypeFor(t.getType());
  mlir::Value merged = make<csim::MuxOp>(c, coerce(t, four), coerce(f, four));
  return make<csim::ToBitsOp>(merged);
}

/// Evaluates one branch only; both for an unknown condition of integral type.
mlir::Value FunctionGen::emitBranchingConditional(const ConditionalExpr &expr) {
  bool isAggregate = expr.type->isAggregate();
  mlir::Type type = isAggregate ? types().ref(*expr.type) : lowered(expr);
  auto value = [&](const Expr *e) {
    return isAggregate ? emitAggregate(*e) : coerce(emit(*e), type);
  };
  mlir::Value c = emitTruth(*expr.condition);
  mlir::Value isTrue = c.getType().isInteger(1) ? c : make<csim::IsTrueOp>(b.getI1Type(), c);
  mlir::Block *yes = newBlock(), *no = newBlock(), *join = newBlock();
  mlir::Value result = join->addArgument(type, location);
  condBranch(isTrue, yes, no);
  enter(yes);
  branch(join, value(expr.whenTrue));
  enter(no);
  if (isLogicValue(c) && expr.type->isIntegral()) {
    mlir::Value unknown = make<csim::IsUnknownOp>(b.getI1Type(), c);
    mlir::Block *merge = newBlock(), *plain = newBlock();
    condBranch(unknown, merge, plain);
    enter(merge);
    mlir::Type four = types().vector(expr.type->width(), true);
    mlir::Value t = coerce(value(expr.whenTrue), four), f = coerce(value(expr.whenFalse), four);
    branch(join, coerce(make<csim::MergeOp>(t, f), type));
    enter(plain);
  }
  branch(join, value(expr.whenFalse));
  enter(join);
  return result;
}

//===-- Concatenations ---------------------------------------------------------------===//

mlir::Value FunctionGen::emitConcat(const ConcatExpr &expr) {
  if (expr.type->isAggregate())
    return unsupported(expr, "unpacked array concatenation", "10.10");
  if (expr.type->isString()) {
    mlir::Value result;
    for (const Expr *element : expr.elements) {
      mlir::Value v = convert(emit(*element), *element->type, *expr.type);
      result = result ? runtime("string_concat", {result, v}, v.getType()) : v;
    }
    return result ? result : mlir::Value(make<csim::StringConstantOp>(""));
  }
  bool isLogic = expr.type->isFourState();
  llvm::SmallVector<mlir::Value> parts;
  for (const Expr *element : expr.elements) {
    if (element->type->isVoid()) { // {0{operand}}
      emit(*cast<ReplicationExpr>(*element).operand);
      continue;
    }
    parts.push_back(coerce(emit(*element), types().vector(element->type->width(), isLogic)));
  }
  return parts.size() == 1 ? parts[0] : make<csim::ConcatOp>(parts);
}

mlir::Value FunctionGen::emitReplication(const ReplicationExpr &expr) {
  mlir::Value v = emit(*expr.operand);
  if (expr.type->isString()) {
    v = convert(v, *expr.operand->type, *expr.type);
    mlir::Value count = convertIntegral(emit(*expr.count), expr.count->type->isSigned(), b.getI64Type());
    return runtime("string_replicate", {count, v}, v.getType());
  }
  v = coerce(v, types().vector(expr.operand->type->width(), expr.type->isFourState()));
  unsigned count = expr.type->width() / csim::bitWidthOf(v.getType());
  return count == 1 ? v : make<csim::ReplicateOp>(v, count);
}

/// The packed parts of an aggregate from the left; false: it has others.
bool FunctionGen::emitStreamParts(const Type &type, mlir::Value ref, llvm::SmallVectorImpl<mlir::Value> &parts) {
  std::vector<LValue> places;
  if (!addStreamPlaces(type, ref, places))
    return false;
  for (const LValue &place : places)
    parts.push_back(make<csim::LoadOp>(place.ref));
  return true;
}

mlir::Value FunctionGen::emitStreaming(const StreamingExpr &expr) {
  llvm::SmallVector<mlir::Value> parts;
  for (const Expr *element : expr.elements) {
    if (element->type->isAggregate()) {
      if (!emitStreamParts(*element->type, emitAggregate(*element), parts))
        return unsupported(expr, "streaming of this type", "11.4.14.1");
    } else if (element->type->isIntegral()) {
      parts.push_back(emit(*element));
    } else {
      return unsupported(expr, "streaming of this type", "11.4.14.1");
    }
  }
  for (mlir::Value &part : parts)
    part = coerce(part, types().vector(csim::bitWidthOf(part.getType()), expr.type->isFourState()));
  mlir::Value v = parts.size() == 1 ? parts[0] : make<csim::ConcatOp>(parts);
  if (!expr.rightToLeft || expr.sliceSize == 0)
    return v;
  return make<csim::ReverseBitsOp>(v, expr.sliceSize);
}

//===-- Inside ------------------------------------------------------------------------===//

mlir::Value FunctionGen::emitInsideItem(mlir::Value operand, const Type &type, const InsideExpr::Item &item) {
  mlir::Type logic1 = types().vector(1, true);
  if (!item.high) {
    if (item.low->type->isAggregate())
      return emitInsideElements(operand, type, *item.low->type, *item.low, emitAggregate(*item.low));
    mlir::Value v = emit(*item.low);
    if (type.isString())
      return coerce(runtime("string_eq", {operand, v}, b.getI1Type()), logic1);
    if (isRealValue(operand))
      return coerce(make<arith::CmpFOp>(arith::CmpFPredicate::OEQ, operand, v), logic1);
    unsigned width = csim::bitWidthOf(operand.getType());
    mlir::Type four = types().vector(width, true);
    return make<csim::WildEqOp>(logic1, coerce(operand, four), coerce(v, four));
  }
  auto bound = [&](const Expr *e, bool isLow) -> mlir::Value {
    if (isa<UnboundedExpr>(e))
      return make<csim::ConstantOp>(1u, uint64_t(1));
    mlir::Value v = emit(*e);
    if (isRealValue(operand))
      return coerce(isLow ? make<arith::CmpFOp>(arith::CmpFPredicate::OLE, v, operand)
                          : make<arith::CmpFOp>(arith::CmpFPredicate::OLE, operand, v), logic1);
    mlir::Type common = types().vector(csim::bitWidthOf(operand.getType()), true);
    mlir::Value x = coerce(v, common), y = coerce(operand, common);
    if (!isLow)
      std::swap(x, y);
    return make<csim::LeOp>(logic1, x, y, type.isSigned() && e->type->isSigned());
  };
  return make<csim::LAndOp>(bound(item.low, true), bound(item.high, false));
}

mlir::Value FunctionGen::emitInsideElement(mlir::Value operand, const Type &type, const Type &elementType,
                                           const Expr &item, mlir::Value element) {
  mlir::Type logic1 = types().vector(1, true);
  if (elementType.isAggregate())
    return emitInsideElements(operand, type, elementType, item, element);
  if (type.isString())
    return coerce(runtime("string_eq", {operand, make<csim::LoadOp>(element)}, b.getI1Type()), logic1);
  if (isRealValue(operand)) {
    mlir::Value v = convert(make<csim::LoadOp>(element), elementType, type);
    return coerce(make<arith::CmpFOp>(arith::CmpFPredicate::OEQ, operand, v), logic1);
  }
  mlir::Value v = convertIntegral(make<csim::LoadOp>(element), elementType.isSigned() && type.isSigned(),
                                  types().vector(csim::bitWidthOf(operand.getType()), true));
  return make<csim::WildEqOp>(logic1, coerce(operand, v.getType()), v);
}

mlir::Value FunctionGen::emitInsideDynamic(mlir::Value operand, const Type &type, const Type &arrayType,
                                           const Expr &item, mlir::Value array) {
  mlir::Type logic1 = types().vector(1, true);
  mlir::Value found = make<csim::LocalOp>(logic1, false, "");
  make<csim::StoreOp>(make<csim::ConstantOp>(1u, uint64_t(0)), found);
  auto *assoc = dyn_cast<AssocArrayType>(&arrayType.canonical());
  emitCountedLoop(make<csim::DynSizeOp>(b.getI64Type(), array), [&](mlir::Value i) {
    mlir::Value element;
    if (assoc)
      element = assocEntry(*assoc, array, i).first;
    else
      element = make<csim::DynRefOp>(array, i, false);
    mlir::Value match = emitInsideElement(operand, type, *unpackedElementType(arrayType), item, element);
    mlir::Value old = make<csim::LoadOp>(found);
    make<csim::StoreOp>(make<csim::LOrOp>(old, match), found);
  });
  return make<csim::LoadOp>(found);
}

/// An array stands for its elements, at any depth (11.4.13).
mlir::Value FunctionGen::emitInsideElements(mlir::Value operand, const Type &type, const Type &arrayType,
                                            const Expr &item, mlir::Value array) {
  auto *fixed = dyn_cast<UnpackedArrayType>(&arrayType.canonical());
  if (isa<DynamicArrayType, QueueType, AssocArrayType>(arrayType.canonical()))
    return emitInsideDynamic(operand, type, arrayType, item, array);
  if (!fixed)
    return unsupported(item, "this array as an item of inside", "11.4.13");
  mlir::Value result;
  for (uint32_t i = 0; i < fixed->range.size(); ++i) {
    mlir::Value element = make<csim::ElemRefOp>(array, constantInt(64, i));
    mlir::Value match = emitInsideElement(operand, type, fixed->element, item, element);
    result = result ? mlir::Value(make<csim::LOrOp>(result, match)) : match;
  }
  return result;
}

mlir::Value FunctionGen::emitInside(const InsideExpr &expr) {
  mlir::Value operand = emit(*expr.operand), result;
  for (const InsideExpr::Item &item : expr.items) {
    mlir::Value match = emitInsideItem(operand, *expr.operand->type, item);
    result = result ? mlir::Value(make<csim::LOrOp>(result, match)) : match;
  }
  return result ? result : mlir::Value(make<csim::ConstantOp>(1u, uint64_t(0)));
}

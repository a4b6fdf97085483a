//===- EvaluatorStores.cpp - assignments within constant functions --------------===//
//
// A left side is reduced to a Place: the variable or element that holds the value,
// and the bits of it if the select is packed. Selects out of range have no place,
// and a store to them does nothing (11.5.1, 7.4.5). Index expressions are evaluated
// once, also for op= and ++ (11.4.1, 11.4.2). Only variables of the running
// function have places, which keeps constant functions free of side effects
// (13.4.3).
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/Evaluator.h"

#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using syntax::UnaryOp;
using value::LogicVector;

/// A variable of the running function. Those without a statement that starts
/// them (static ones) get their initial value on first use.
ConstantValue *Evaluator::variable(const ValueSymbol &symbol) {
  if (!frame)
    return nullptr;
  auto it = frame->variables.find(&symbol);
  if (it != frame->variables.end())
    return &it->second;
  const auto *variable = dyn_cast<VariableSymbol>(&symbol);
  const Scope *scope = variable ? variable->parent : nullptr;
  while (scope && scope->symbol && scope->symbol != frame->subroutine)
    scope = scope->symbol->parent;
  if (!scope || !scope->symbol)
    return nullptr;
  ConstantValue value =
      variable->initialiser ? evaluate(*variable->initialiser) : defaultValue(*variable->type);
  return &(frame->variables[&symbol] = std::move(value));
}

/// Bits of a packed value within `base`, which is itself located.
Evaluator::Place Evaluator::locateBits(const Expr &base, int64_t lo, uint32_t width,
                                       const Type &type) {
  Place place = locate(base);
  if (!place.object)
    return place;
  int64_t whole = place.isPart ? place.width : base.type->width();
  if (lo >= whole || lo + int64_t(width) <= 0)
    return {};
  // Clipped, so that a part of a part never reaches beyond the outer one.
  if (lo < 0) {
    place.skip += uint32_t(-lo);
    width -= uint32_t(-lo);
    lo = 0;
  }
  place.lo += lo;
  place.width = uint32_t(std::min<int64_t>(width, whole - lo));
  place.isPart = true;
  place.type = &type;
  return place;
}

Evaluator::Place Evaluator::locate(const Expr &lvalue) {
  if (failed)
    return {};
  switch (lvalue.kind) {
  case ExprKind::NamedValue: {
    const auto &named = *cast<NamedValueExpr>(&lvalue);
    ConstantValue *object = variable(*named.symbol);
    if (!object)
      fail(lvalue.range, diag::ConstantFunctionWrites, named.symbol->name);
    return Place{object, false, 0, 0, 0, lvalue.type};
  }
  case ExprKind::ElementSelect: {
    const auto &select = *cast<ElementSelectExpr>(&lvalue);
    TypeKind kind = select.base->type->canonical().kind;
    if (kind >= TypeKind::DynamicArray && kind <= TypeKind::AssocArray) {
      fail(lvalue.range, diag::NotConstant);
      return {};
    }
    std::optional<int64_t> i = index(*select.index);
    if (std::optional<PackedDimension> dimension = packedDimension(*select.base->type)) {
      if (!i)
        return {};
      return locateBits(*select.base, dimension->bitOffset(*i), dimension->elementWidth,
                        *lvalue.type);
    }
    Place base = locate(*select.base);
    if (!base.object || !i)
      return {};
    if (base.object->isString())
      return Place{base.object, true, *i, 8, 0, lvalue.type};
    const auto *array = dyn_cast<UnpackedArrayType>(&select.base->type->canonical());
    if (!array || !base.object->isAggregate()) {
      fail(lvalue.range, diag::NotConstant);
      return {};
    }
    if (!array->range.contains(*i))
      return {};
    int64_t at = array->range.isDescending() ? array->range.left - *i : *i - array->range.left;
    return Place{&base.object->elements()[size_t(at)], false, 0, 0, 0, lvalue.type};
  }
  case ExprKind::RangeSelect: {
    const auto &select = *cast<RangeSelectExpr>(&lvalue);
    if (!select.base->type->isIntegral()) {
      fail(lvalue.range, diag::NotConstant);
      return {};
    }
    auto bits = packedRange(select);
    return bits ? locateBits(*select.base, bits->first, bits->second, *lvalue.type) : Place();
  }
  case ExprKind::FieldSelect: {
    const auto &select = *cast<FieldSelectExpr>(&lvalue);
    if (select.base->type->isIntegral())
      return locateBits(*select.base, select.field->bitOffset, lvalue.type->width(), *lvalue.type);
    Place base = locate(*select.base);
    if (!base.object)
      return {};
    return Place{&base.object->elements()[select.field->index], false, 0, 0, 0, lvalue.type};
  }
  default:
    fail(lvalue.range, diag::NotConstant);
    return {};
  }
}

ConstantValue Evaluator::load(const Place &place) {
  if (!place.object)
    return place.type ? defaultValue(*place.type) : ConstantValue();
  if (!place.isPart)
    return *place.object;
  if (place.object->isString()) {
    bool inside = place.lo >= 0 && size_t(place.lo) < place.object->string().size();
    return LogicVector::fromUint64(
        8, inside ? uint8_t(place.object->string()[size_t(place.lo)]) : 0, place.type->isSigned());
  }
  LogicVector part = value::extract(place.object->integer(), place.lo, place.width);
  LogicVector whole(place.type->width(), false, value::Bit::x);
  return convertInteger(value::insert(std::move(whole), part, place.skip), *place.type);
}

void Evaluator::store(const Place &place, const ConstantValue &value) {
  if (!place.object || failed)
    return;
  if (!place.isPart) {
    *place.object = value;
    return;
  }
  if (place.object->isString()) { // 6.16: a zero byte and a bad index change nothing.
    uint8_t byte = uint8_t(value.integer().toTwoState().low().a);
    std::string &text = place.object->string();
    if (byte && place.lo >= 0 && size_t(place.lo) < text.size())
      text[size_t(place.lo)] = char(byte);
    return;
  }
  LogicVector &whole = place.object->integer();
  LogicVector part = value::extract(value.integer(), place.skip, place.width);
  whole = value::insert(std::move(whole), part, place.lo);
}

void Evaluator::assignConcat(const ConcatExpr &lvalue, const LogicVector &value) {
  int64_t at = value.width();
  for (const Expr *element : lvalue.elements) {
    at -= element->type->width();
    assign(*element,
           convertInteger(value::extract(value, at, element->type->width()), *element->type));
  }
}

void Evaluator::assign(const Expr &lvalue, const ConstantValue &value) {
  if (failed || value.isBad())
    return;
  if (const auto *concat = dyn_cast<ConcatExpr>(&lvalue)) {
    if (value.isInteger())
      return assignConcat(*concat, value.integer());
    fail(lvalue.range, diag::NotConstant);
    return;
  }
  Place place = locate(lvalue);
  store(place, value);
}

ConstantValue Evaluator::evaluateAssignment(const AssignmentExpr &expr) {
  if (!step(expr.range))
    return {};
  if (expr.isNonblocking || expr.timing)
    return fail(expr.range, diag::NotConstant);
  if (!expr.isCompound) {
    ConstantValue value = evaluate(*expr.rhs);
    assign(*expr.lhs, value);
    return value;
  }
  if (expr.lhs->kind == ExprKind::Concat) { // no index of it can have side effects twice
    ConstantValue value = evaluate(*expr.rhs);
    assign(*expr.lhs, value);
    return value;
  }
  Place place = locate(*expr.lhs);
  if (failed)
    return {};
  const Expr *outerNode = oldValueNode;
  ConstantValue outerValue = std::move(oldValue);
  place.type = expr.lhs->type;
  oldValue = load(place);
  oldValueNode = expr.lhsRead;
  ConstantValue value = evaluate(*expr.rhs);
  oldValueNode = outerNode;
  oldValue = std::move(outerValue);
  store(place, value);
  return value;
}

ConstantValue Evaluator::evaluateIncrement(const UnaryExpr &expr) {
  if (!step(expr.range))
    return {};
  Place place = locate(*expr.operand);
  if (failed)
    return {};
  place.type = expr.operand->type;
  ConstantValue old = load(place), result;
  bool up = expr.op == UnaryOp::PreIncrement || expr.op == UnaryOp::PostIncrement;
  if (old.isReal()) {
    result = old.real() + (up ? 1.0 : -1.0);
  } else if (old.isInteger()) {
    const LogicVector &v = old.integer();
    LogicVector one = LogicVector::fromUint64(v.width(), 1, v.isSigned());
    result = convertInteger(up ? value::add(v, one) : value::sub(v, one), *expr.type);
  } else {
    return fail(expr.range, diag::NotConstant);
  }
  store(place, result);
  bool before = expr.op == UnaryOp::PreIncrement || expr.op == UnaryOp::PreDecrement;
  return before ? result : old;
}

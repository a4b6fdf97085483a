//===- Evaluator.cpp - evaluates bound expressions ------------------------------===//
//
// A walk over the bound tree (IEEE 1800-2023 11.2.1, 13.4.3). Operands already
// have the operator's type, so each node is one operation of ConstantOperators.
// Children that were folded while binding are taken from Expr::constant at once,
// which makes folding bottom-up linear.
//
// Selects outside of a vector give X, or 0 in two-state types; outside of an array
// the default value of its elements (7.4.5, table 7-1).
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/Evaluator.h"

#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::RangeKind;
using syntax::UnaryOp;
using value::LogicVector;

//===-- The public face -----------------------------------------------------------===//

struct ConstantEvaluator::Impl {
  Compilation &compilation;
};

ConstantEvaluator::ConstantEvaluator(Compilation &compilation)
    : impl(std::make_unique<Impl>(Impl{compilation})) {}
ConstantEvaluator::~ConstantEvaluator() = default;

ConstantValue ConstantEvaluator::evaluate(const Expr &expr) {
  return Evaluator(impl->compilation, false).evaluate(expr);
}

ConstantValue ConstantEvaluator::tryEvaluate(const Expr &expr) {
  return Evaluator(impl->compilation, true).evaluate(expr);
}

ConstantValue Evaluator::fail(support::SourceRange range, diag::Id id, llvm::StringRef argument) {
  if (!failed && !quiet)
    compilation.diagnostics().diag(range, id) << argument;
  failed = true;
  return {};
}

bool Evaluator::step(support::SourceRange range) {
  if (failed)
    return false;
  if (++steps <= compilation.options().maxConstantSteps)
    return true;
  fail(range, diag::ConstantStepLimit, std::to_string(compilation.options().maxConstantSteps));
  return false;
}

//===-- Expressions -----------------------------------------------------------------===//

ConstantValue Evaluator::evaluate(const Expr &expr) {
  if (failed)
    return {};
  if (&expr == oldValueNode)
    return oldValue;
  if (expr.constant)
    return *expr.constant;
  switch (expr.kind) {
  case ExprKind::RealConstant:
    return cast<RealConstantExpr>(&expr)->value;
  case ExprKind::StringConstant:
    return cast<StringConstantExpr>(&expr)->text.str();
  case ExprKind::Null:
    return ConstantValue::Null();
  case ExprKind::Unbounded:
    return ConstantValue::Unbounded();
  case ExprKind::NamedValue:
    return evaluateNamed(*cast<NamedValueExpr>(&expr));
  case ExprKind::Unary: {
    const auto &unary = *cast<UnaryExpr>(&expr);
    if (unary.op >= UnaryOp::PreIncrement)
      return evaluateIncrement(unary);
    ConstantValue operand = evaluate(*unary.operand);
    return failed ? ConstantValue() : evaluateUnary(unary.op, operand, *expr.type);
  }
  case ExprKind::Binary:
    return evaluateBinaryExpr(*cast<BinaryExpr>(&expr));
  case ExprKind::Conditional:
    return evaluateConditionalExpr(*cast<ConditionalExpr>(&expr));
  case ExprKind::Assignment:
    return evaluateAssignment(*cast<AssignmentExpr>(&expr));
  case ExprKind::Concat:
    return evaluateConcat(*cast<ConcatExpr>(&expr));
  case ExprKind::Replication:
    return evaluateReplication(*cast<ReplicationExpr>(&expr));
  case ExprKind::Streaming:
    return evaluateStreaming(*cast<StreamingExpr>(&expr));
  case ExprKind::ElementSelect:
    return evaluateElement(*cast<ElementSelectExpr>(&expr));
  case ExprKind::RangeSelect:
    return evaluateRange(*cast<RangeSelectExpr>(&expr));
  case ExprKind::FieldSelect:
    return evaluateField(*cast<FieldSelectExpr>(&expr));
  case ExprKind::Call:
    return call(*cast<CallExpr>(&expr));
  case ExprKind::SystemCall:
    return systemCall(*cast<SystemCallExpr>(&expr));
  case ExprKind::MethodCall:
    return methodCall(*cast<MethodCallExpr>(&expr));
  case ExprKind::Conversion:
    return evaluateConversion(*cast<ConversionExpr>(&expr));
  case ExprKind::Inside:
    return evaluateInside(*cast<InsideExpr>(&expr));
  case ExprKind::Pattern:
    return evaluatePattern(*cast<PatternExpr>(&expr));
  case ExprKind::Invalid:
    failed = true; // reported where it was bound
    return {};
  default:
    return fail(expr.range, diag::NotConstant);
  }
}

ConstantValue Evaluator::evaluateNamed(const NamedValueExpr &expr) {
  if (const auto *parameter = dyn_cast<ParameterSymbol>(expr.symbol)) {
    if (!parameter->value) {
      failed = true;
      return {};
    }
    return evaluate(*parameter->value);
  }
  if (const auto *member = dyn_cast<EnumValueSymbol>(expr.symbol))
    return *member->value;
  if (ConstantValue *value = variable(*expr.symbol))
    return *value;
  if (!quiet && !failed) {
    fail(expr.range, diag::NotConstantName, expr.symbol->name);
    compilation.diagnostics().diag(expr.symbol->loc, diag::NoteDeclaredHere) << expr.symbol->name;
  }
  failed = true;
  return {};
}

ConstantValue Evaluator::evaluateBinaryExpr(const BinaryExpr &expr) {
  using syntax::BinaryOp;
  ConstantValue lhs = evaluate(*expr.lhs);
  if (failed)
    return {};
  // 11.3.5: the second operand is not evaluated if the first decides.
  if (expr.op == BinaryOp::LogicalAnd || expr.op == BinaryOp::LogicalOr ||
      expr.op == BinaryOp::Implication || expr.op == BinaryOp::CondAnd) {
    value::Logic64 truth = truthOf(lhs);
    bool decidingOne = expr.op == BinaryOp::LogicalOr;
    if (!truth.b && (truth.a != 0) == decidingOne) {
      bool result = expr.op != BinaryOp::LogicalAnd && expr.op != BinaryOp::CondAnd;
      return convertInteger(LogicVector::fromBool(result), *expr.type);
    }
  }
  ConstantValue rhs = evaluate(*expr.rhs);
  if (failed)
    return {};
  ConstantValue result = evaluateBinary(expr.op, lhs, rhs, *expr.type);
  return result.isBad() ? fail(expr.range, diag::NotConstant) : result;
}

ConstantValue Evaluator::evaluateConditionalExpr(const ConditionalExpr &expr) {
  value::Logic64 condition = truthOf(evaluate(*expr.condition));
  if (failed)
    return {};
  if (!condition.b)
    return evaluate(condition.a ? *expr.whenTrue : *expr.whenFalse);
  ConstantValue whenTrue = evaluate(*expr.whenTrue), whenFalse = evaluate(*expr.whenFalse);
  return failed ? ConstantValue() : evaluateConditional(condition, whenTrue, whenFalse, *expr.type);
}

ConstantValue Evaluator::evaluateConcat(const ConcatExpr &expr) {
  std::vector<LogicVector> parts;
  std::string text;
  ConstantValue::Elements elements;
  const Type *elementType = unpackedElementType(*expr.type);
  for (const Expr *element : expr.elements) {
    bool isEmpty = element->type->isVoid(); // {0{operand}}
    ConstantValue v = evaluate(isEmpty ? *cast<ReplicationExpr>(element)->operand : *element);
    if (failed)
      return {};
    if (isEmpty)
      continue;
    if (elementType) {
      if (v.isAggregate() && !isEquivalent(*elementType, *element->type))
        elements.insert(elements.end(), v.elements().begin(), v.elements().end());
      else
        elements.push_back(std::move(v));
    } else if (expr.type->isString()) {
      text += v.isString() ? v.string() : v.isInteger() ? v.integer().toString() : std::string();
    } else if (v.isInteger()) {
      parts.push_back(std::move(v.integer()));
    } else {
      return fail(element->range, diag::NotConstant);
    }
  }
  if (elementType)
    return elements;
  if (expr.type->isString())
    return text;
  return convertInteger(value::concat(parts.data(), uint32_t(parts.size())), *expr.type);
}

ConstantValue Evaluator::evaluateReplication(const ReplicationExpr &expr) {
  std::optional<int64_t> count = index(*expr.count);
  ConstantValue operand = evaluate(*expr.operand);
  if (failed)
    return {};
  if (expr.type->isString()) {
    std::string text;
    for (int64_t i = 0; count && i < *count && step(expr.range); ++i)
      text += operand.isString() ? operand.string() : operand.integer().toString();
    return text;
  }
  if (!count || *count < 1 || !operand.isInteger())
    return fail(expr.range, diag::NotConstant);
  return convertInteger(value::replicate(operand.integer(), uint32_t(*count)), *expr.type);
}

ConstantValue Evaluator::evaluateStreaming(const StreamingExpr &expr) {
  std::vector<LogicVector> parts;
  for (const Expr *element : expr.elements) {
    ConstantValue v = evaluate(*element);
    if (failed)
      return {};
    if (!flatten(v, parts))
      return fail(element->range, diag::NotConstant);
  }
  if (parts.empty())
    return fail(expr.range, diag::NotConstant);
  LogicVector stream = value::concat(parts.data(), uint32_t(parts.size()));
  if (expr.rightToLeft)
    stream = value::streamReverse(stream, expr.sliceSize);
  return expr.type->isIntegral() ? convertInteger(stream, *expr.type) : ConstantValue(stream);
}

std::optional<int64_t> Evaluator::index(const Expr &expr) {
  ConstantValue v = evaluate(expr);
  if (failed || !v.isInteger())
    return std::nullopt;
  if (std::optional<int64_t> i = v.integer().toInt64())
    return i;
  return std::nullopt;
}

int64_t Evaluator::elementPosition(const Type &array, std::optional<int64_t> index, size_t size) {
  if (!index)
    return -1;
  int64_t at = *index;
  if (const auto *fixed = dyn_cast<UnpackedArrayType>(&array.canonical()))
    at = fixed->range.isDescending() ? fixed->range.left - at : at - fixed->range.left;
  return at >= 0 && size_t(at) < size ? at : -1;
}

bool Evaluator::isConstantPart(const Expr &expr) {
  if (const auto *named = dyn_cast<NamedValueExpr>(&expr)) {
    const auto *parameter = dyn_cast<ParameterSymbol>(named->symbol);
    return parameter && parameter->value && isa<PatternExpr>(parameter->value);
  }
  if (expr.kind != ExprKind::ElementSelect && expr.kind != ExprKind::FieldSelect)
    return false;
  const auto *field = dyn_cast<FieldSelectExpr>(&expr);
  const Expr &base = field ? *field->base : *cast<ElementSelectExpr>(&expr)->base;
  return base.type->isAggregate() && isConstantPart(base);
}

const Expr *Evaluator::constantPart(const Expr &expr) {
  if (const auto *named = dyn_cast<NamedValueExpr>(&expr))
    return cast<ParameterSymbol>(named->symbol)->value;
  const auto *field = dyn_cast<FieldSelectExpr>(&expr);
  const Expr *base = field ? field->base : cast<ElementSelectExpr>(&expr)->base;
  const auto *pattern = llvm::dyn_cast_or_null<PatternExpr>(constantPart(*base));
  if (field)
    return pattern ? pattern->elements[field->field->index] : nullptr;
  std::optional<int64_t> i = index(*cast<ElementSelectExpr>(&expr)->index);
  if (!pattern || failed)
    return nullptr;
  int64_t at = elementPosition(*pattern->type, i, pattern->elements.size());
  return at < 0 ? nullptr : pattern->elements[size_t(at)];
}

Evaluator::Stored Evaluator::stored(const Expr &expr) {
  if (const auto *named = dyn_cast<NamedValueExpr>(&expr)) {
    ConstantValue *value = variable(*named->symbol);
    return {value != nullptr, value};
  }
  if (const auto *field = dyn_cast<FieldSelectExpr>(&expr)) {
    Stored base = stored(*field->base);
    if (!base.value || !base.value->isAggregate())
      return {base.isKnown && !base.value, nullptr};
    return {true, &base.value->elements()[field->field->index]};
  }
  const auto *element = dyn_cast<ElementSelectExpr>(&expr);
  if (!element || !isa<UnpackedArrayType>(element->base->type->canonical()))
    return {};
  std::optional<int64_t> i = index(*element->index); // first: it may start variables
  Stored base = stored(*element->base);
  if (!base.value || !base.value->isAggregate())
    return {base.isKnown, nullptr};
  int64_t at = elementPosition(*element->base->type, i, base.value->elements().size());
  return {true, at < 0 ? nullptr : &base.value->elements()[size_t(at)]};
}

/// An unpacked part of a variable of the running function.
bool Evaluator::isVariablePart(const Expr &expr) {
  if (const auto *named = dyn_cast<NamedValueExpr>(&expr))
    return variable(*named->symbol) != nullptr;
  if (const auto *field = dyn_cast<FieldSelectExpr>(&expr))
    return field->base->type->canonical().kind == TypeKind::UnpackedStruct &&
           isVariablePart(*field->base);
  const auto *element = dyn_cast<ElementSelectExpr>(&expr);
  return element && isa<UnpackedArrayType>(element->base->type->canonical()) &&
         isVariablePart(*element->base);
}

ConstantValue Evaluator::evaluateElement(const ElementSelectExpr &expr) {
  if (isa<AssocArrayType>(expr.base->type->canonical()))
    return fail(expr.range, diag::NotConstant);
  if (isConstantPart(expr)) {
    const Expr *part = constantPart(expr);
    return failed ? ConstantValue() : part ? evaluate(*part) : defaultValue(*expr.type);
  }
  if (isVariablePart(expr)) {
    Stored place = stored(expr);
    return failed ? ConstantValue() : place.value ? *place.value : defaultValue(*expr.type);
  }
  ConstantValue base = evaluate(*expr.base);
  std::optional<int64_t> i = index(*expr.index);
  if (failed)
    return {};
  if (base.isInteger()) {
    std::optional<PackedDimension> dimension = packedDimension(*expr.base->type);
    if (!dimension || !i)
      return defaultValue(*expr.type);
    return convertInteger(
        value::extract(base.integer(), dimension->bitOffset(*i), dimension->elementWidth),
        *expr.type);
  }
  if (base.isString()) {
    bool inside = i && *i >= 0 && size_t(*i) < base.string().size();
    uint8_t byte = inside ? uint8_t(base.string()[size_t(*i)]) : 0;
    return LogicVector::fromUint64(8, byte, expr.type->isSigned());
  }
  if (!base.isAggregate())
    return fail(expr.range, diag::NotConstant);
  int64_t at = elementPosition(*expr.base->type, i, base.elements().size());
  if (at < 0)
    return defaultValue(*expr.type);
  return std::move(base.elements()[size_t(at)]);
}

std::optional<std::pair<int64_t, uint32_t>> Evaluator::packedRange(const RangeSelectExpr &expr) {
  std::optional<PackedDimension> dimension = packedDimension(*expr.base->type);
  std::optional<int64_t> left = index(*expr.left), right = index(*expr.right);
  if (!dimension || !left || !right)
    return std::nullopt;
  int64_t a = *left, b = *right;
  if (expr.rangeKind == RangeKind::IndexedUp)
    b = a + *right - 1;
  else if (expr.rangeKind == RangeKind::IndexedDown)
    b = a - *right + 1;
  int64_t lo = std::min(dimension->bitOffset(a), dimension->bitOffset(b));
  return std::pair(lo, expr.type->width());
}

ConstantValue Evaluator::evaluateRange(const RangeSelectExpr &expr) {
  ConstantValue base = evaluate(*expr.base);
  if (failed)
    return {};
  if (base.isInteger()) {
    auto bits = packedRange(expr);
    if (failed)
      return {};
    if (!bits)
      return defaultValue(*expr.type);
    return convertInteger(value::extract(base.integer(), bits->first, bits->second), *expr.type);
  }
  const auto *from = dyn_cast<UnpackedArrayType>(&expr.base->type->canonical());
  const auto *to = dyn_cast<UnpackedArrayType>(&expr.type->canonical());
  std::optional<int64_t> left = index(*expr.left), right = index(*expr.right);
  if (!base.isAggregate() || !from || !to || !left)
    return fail(expr.range, diag::NotConstant);
  bool descending = from->range.isDescending();
  int64_t first = *left;
  // The leftmost element of an indexed range depends on the declared direction.
  if (right && (expr.rangeKind == RangeKind::IndexedUp) && descending)
    first = *left + *right - 1;
  else if (right && expr.rangeKind == RangeKind::IndexedDown && !descending)
    first = *left - *right + 1;
  int64_t at = descending ? from->range.left - first : first - from->range.left;
  ConstantValue::Elements result;
  for (uint32_t i = 0; i < to->range.size(); ++i, ++at) {
    bool inside = at >= 0 && size_t(at) < base.elements().size();
    result.push_back(inside ? base.elements()[size_t(at)] : defaultValue(to->element));
  }
  return result;
}

ConstantValue Evaluator::evaluateField(const FieldSelectExpr &expr) {
  if (isConstantPart(expr)) {
    const Expr *part = constantPart(expr);
    return failed ? ConstantValue() : part ? evaluate(*part) : defaultValue(*expr.type);
  }
  if (isVariablePart(expr)) {
    Stored place = stored(expr);
    return failed ? ConstantValue() : place.value ? *place.value : defaultValue(*expr.type);
  }
  ConstantValue base = evaluate(*expr.base);
  if (failed)
    return {};
  if (base.isInteger())
    return convertInteger(value::extract(base.integer(), expr.field->bitOffset, expr.type->width()),
                          *expr.type);
  if (!base.isAggregate() || expr.field->index >= base.elements().size() ||
      expr.base->type->canonical().kind == TypeKind::UnpackedUnion)
    return fail(expr.range, diag::NotConstant);
  return std::move(base.elements()[expr.field->index]);
}

ConstantValue Evaluator::evaluateConversion(const ConversionExpr &expr) {
  ConstantValue operand = evaluate(*expr.operand);
  if (failed)
    return {};
  ConstantValue result = expr.conversion == ConversionKind::BitStream
                             ? bitStreamConvert(operand, *expr.type)
                             : convertConstant(operand, *expr.operand->type, *expr.type);
  return result.isBad() ? fail(expr.range, diag::NotConstant) : result;
}

ConstantValue Evaluator::evaluateInside(const InsideExpr &expr) {
  ConstantValue operand = evaluate(*expr.operand);
  value::Logic64 any = value::logic64::fromBool(false);
  for (const InsideExpr::Item &item : expr.items) {
    ConstantValue low = evaluate(*item.low), high;
    if (item.high)
      high = evaluate(*item.high);
    if (failed)
      return {};
    any = value::logic64::logicOr(any, insideMatch(operand, low, item.high ? &high : nullptr));
  }
  return convertInteger(LogicVector::fromBit(any), *expr.type);
}

ConstantValue Evaluator::evaluatePattern(const PatternExpr &expr) {
  if (isa<AssocArrayType>(expr.type->canonical())) // keys are no part of a constant
    return fail(expr.range, diag::NotConstant);
  ConstantValue::Elements elements;
  elements.reserve(expr.elements.size());
  for (const Expr *element : expr.elements) {
    elements.push_back(evaluate(*element));
    if (failed)
      return {};
  }
  if (!expr.type->isIntegral())
    return elements;
  std::vector<LogicVector> parts;
  if (!flatten(ConstantValue(std::move(elements)), parts) || parts.empty())
    return fail(expr.range, diag::NotConstant);
  return convertInteger(value::concat(parts.data(), uint32_t(parts.size())), *expr.type);
}

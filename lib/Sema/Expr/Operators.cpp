//===- Operators.cpp - unary, binary, conditional, inside, case -----------------===//
//
// IEEE 1800-2023 11.3, 11.4, 12.5 with the types of table 11-21:
// - arithmetic and bitwise: width of the wider operand, signed if both are;
// - shifts and power: the left operand decides, the right one is self-determined;
// - comparisons: operands meet at their common type, the result is one bit;
// - logical: operands self-determined, one bit.
// Real operands make the result real. A result is four-state if an operand is, and
// also where a two-state operation may be undefined: division by zero, a negative
// power of zero, and a choice by an unknown condition.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

const Type &sema::commonIntegral(TypeContext &types, const Type &a, const Type &b) {
  return types.vector(std::max(a.width(), b.width()), a.isSigned() && b.isSigned(),
                      a.isFourState() || b.isFourState());
}

//===-- Unary (11.4.2, 11.4.3, 11.4.7 - 11.4.9) ------------------------------------------===//

Expr *ExprBinder::createUnary(const UnaryExprSyntax &syntax) {
  if (syntax.op >= UnaryOp::PreIncrement)
    return createIncrement(syntax);
  return makeUnary(syntax.op, create(*syntax.operand), syntax.range);
}

Expr *ExprBinder::makeUnary(UnaryOp op, Expr *operand, SourceRange range) {
  if (isBad(*operand))
    return bad(range);
  const Type &type = *operand->type;
  bool isPlain = op == UnaryOp::Plus || op == UnaryOp::Minus;
  bool isLegal = isPlain || op == UnaryOp::LogicalNot ? type.isNumeric() : type.isIntegral();
  if (op == UnaryOp::LogicalNot)
    isLegal |= isTruthType(type);
  if (!isLegal)
    return error(range, diag::BadUnaryOperand, spelling(op), type.describe());
  if (isPlain || op == UnaryOp::BitwiseNot) {
    const Type &result = type.isReal()
                             ? types.real()
                             : types.vector(type.width(), type.isSigned(), type.isFourState());
    return make<UnaryExpr>(result, range, op, operand);
  }
  auto *node =
      make<UnaryExpr>(types.vector(1, false, type.isFourState()), range, op, finish(operand));
  return mutableExpr(fold(node));
}

//===-- Binary ------------------------------------------------------------------------------===//

static bool isEqualityOp(BinaryOp op) {
  return op >= BinaryOp::Equal && op <= BinaryOp::CaseNotEqual;
}

/// False on the left keeps the right side from being evaluated (11.4.7, 12.6).
static bool isGuard(BinaryOp op) {
  return op == BinaryOp::LogicalAnd || op == BinaryOp::Implication || op == BinaryOp::CondAnd;
}

static bool isConjunction(BinaryOp op) {
  return op == BinaryOp::LogicalAnd || op == BinaryOp::CondAnd;
}

static std::optional<bool> constantTruth(const Expr &expr) {
  if (!expr.constant || expr.constant->isUnknown())
    return std::nullopt;
  return expr.constant->isTrue();
}

/// The truth of `left op right`, of a conjunction or disjunction.
static std::optional<bool> combinedTruth(BinaryOp op, std::optional<bool> left,
                                         std::optional<bool> right) {
  bool isAnd = isConjunction(op);
  if ((left && *left != isAnd) || (right && *right != isAnd))
    return !isAnd;
  return left && right ? std::optional(isAnd) : std::nullopt;
}

std::optional<bool> sema::knownTruth(const Expr &condition) {
  llvm::SmallVector<const BinaryExpr *, 8> chain; // left operands may be thousands
  const Expr *left = &condition;
  while (const auto *binary = dyn_cast<BinaryExpr>(left)) {
    if (constantTruth(*left) || !(isConjunction(binary->op) || binary->op == BinaryOp::LogicalOr))
      break;
    chain.push_back(binary);
    left = binary->lhs;
  }
  std::optional<bool> truth = constantTruth(*left);
  while (!chain.empty()) {
    const BinaryExpr *binary = chain.pop_back_val();
    truth = combinedTruth(binary->op, truth, knownTruth(*binary->rhs));
  }
  return truth;
}

Expr *ExprBinder::createBinary(const BinaryExprSyntax &syntax) {
  // The left operands of a chain are collected in a loop: they may be thousands.
  llvm::SmallVector<const BinaryExprSyntax *, 16> chain;
  const ExprSyntax *left = &syntax;
  while (const auto *binary = dyn_cast<BinaryExprSyntax>(left)) {
    chain.push_back(binary);
    left = binary->lhs;
  }
  const BinaryExprSyntax &innermost = *chain.back();
  Expr *lhs = nullptr;
  if (isEqualityOp(innermost.op) &&
      (isa<TypeExprSyntax>(innermost.lhs) || isa<TypeExprSyntax>(innermost.rhs))) {
    lhs = compareTypes(innermost);
    chain.pop_back();
  } else {
    lhs = create(*left);
  }
  std::optional<bool> decided = knownTruth(*lhs);
  while (!chain.empty()) {
    const BinaryExprSyntax *binary = chain.pop_back_val();
    bool isOr = binary->op == BinaryOp::LogicalOr;
    bool isSkipped = decided && (isOr ? *decided : !*decided && isGuard(binary->op));
    Expr *rhs = createAlternative(*binary->rhs, nullptr, !isSkipped);
    if (isOr || isConjunction(binary->op))
      decided = combinedTruth(binary->op, decided, knownTruth(*rhs));
    else
      decided.reset();
    lhs = makeBinary(binary->op, lhs, rhs, binary->range);
    if (!decided)
      decided = constantTruth(*lhs);
    lhs->syntax = binary;
  }
  return lhs;
}

/// `type(a) == type(b)` (6.23): the types match.
Expr *ExprBinder::compareTypes(const BinaryExprSyntax &syntax) {
  TypeBinder binder(compilation, context);
  const Type &lhs = binder.bindTypeOperand(*syntax.lhs), &rhs = binder.bindTypeOperand(*syntax.rhs);
  if (lhs.isError() || rhs.isError())
    return bad(syntax.range);
  bool same = isIdentical(lhs, rhs);
  bool negate = syntax.op == BinaryOp::NotEqual || syntax.op == BinaryOp::CaseNotEqual;
  return mutableExpr(&integerConstant(same != negate, types.vector(1, false, false), syntax.range));
}

Expr *ExprBinder::badOperands(BinaryOp op, const Expr &lhs, const Expr &rhs, SourceRange range) {
  diagnostics.diag(range, diag::BadBinaryOperands)
      << spelling(op) << lhs.type->describe() << rhs.type->describe();
  return bad(range);
}

Expr *ExprBinder::makeBinary(BinaryOp op, Expr *lhs, Expr *rhs, SourceRange range) {
  if (isBad(*lhs) || isBad(*rhs)) {
    finish(lhs);
    finish(rhs);
    return bad(range);
  }
  for (const Expr *operand : {lhs, rhs})
    if (isa<StreamingExpr>(operand)) // 11.4.14
      return error(operand->range, diag::StreamAsOperand);
  switch (op) {
  case BinaryOp::Add:
  case BinaryOp::Sub:
  case BinaryOp::Mul:
  case BinaryOp::Div:
  case BinaryOp::Mod:
  case BinaryOp::BitwiseAnd:
  case BinaryOp::BitwiseXor:
  case BinaryOp::BitwiseXnor:
  case BinaryOp::BitwiseOr:
    return makeArithmetic(op, lhs, rhs, range);
  case BinaryOp::Power:
  case BinaryOp::ShiftLeft:
  case BinaryOp::ShiftRight:
  case BinaryOp::ArithShiftLeft:
  case BinaryOp::ArithShiftRight:
    return makeShift(op, lhs, rhs, range);
  case BinaryOp::LogicalAnd:
  case BinaryOp::LogicalOr:
  case BinaryOp::Implication:
  case BinaryOp::Equivalence:
  case BinaryOp::CondAnd:
    return makeLogical(op, lhs, rhs, range);
  default:
    return makeComparison(op, lhs, rhs, range);
  }
}

/// Known and not zero: a division by it is always defined.
static bool isNonZeroConstant(const Expr &expr) {
  return expr.constant && !expr.constant->isUnknown() && !expr.constant->isZero();
}

Expr *ExprBinder::makeArithmetic(BinaryOp op, Expr *lhs, Expr *rhs, SourceRange range) {
  const Type &l = *lhs->type, &r = *rhs->type;
  bool integralOnly = op == BinaryOp::Mod || op >= BinaryOp::BitwiseAnd;
  if (!l.isNumeric() || !r.isNumeric() || (integralOnly && (l.isReal() || r.isReal())))
    return badOperands(op, *lhs, *rhs, range);
  if (l.isReal() || r.isReal())
    return make<BinaryExpr>(types.real(), range, op, lhs, rhs);
  const Type &common = commonIntegral(types, l, r);
  bool mayBeUndefined = (op == BinaryOp::Div || op == BinaryOp::Mod) && !isNonZeroConstant(*rhs);
  const Type &type =
      mayBeUndefined ? types.vector(common.width(), common.isSigned(), true) : common;
  return make<BinaryExpr>(type, range, op, lhs, rhs);
}

Expr *ExprBinder::makeShift(BinaryOp op, Expr *lhs, Expr *rhs, SourceRange range) {
  const Type &l = *lhs->type, &r = *rhs->type;
  bool isPower = op == BinaryOp::Power;
  bool hasReal = l.isReal() || r.isReal();
  if (!l.isNumeric() || !r.isNumeric() || (hasReal && !isPower))
    return badOperands(op, *lhs, *rhs, range);
  const Expr *amount = finish(rhs);
  if (hasReal)
    return make<BinaryExpr>(types.real(), range, op, lhs,
                            convertNumeric(*amount, types.real(), true));
  bool isKnown = amount->constant && !amount->constant->isUnknown();
  bool fourState = l.isFourState() || (r.isFourState() && !isKnown);
  if (isPower && r.isSigned() && !(isKnown && !amount->constant->isNegative()))
    fourState = true;
  return make<BinaryExpr>(types.vector(l.width(), l.isSigned(), fourState), range, op, lhs, amount);
}

Expr *ExprBinder::makeLogical(BinaryOp op, Expr *lhs, Expr *rhs, SourceRange range) {
  if (!isTruthType(*lhs->type) || !isTruthType(*rhs->type))
    return badOperands(op, *lhs, *rhs, range);
  bool fourState = lhs->type->isFourState() || rhs->type->isFourState();
  const Expr *left = finish(lhs), *right = finish(rhs);
  return mutableExpr(
      fold(make<BinaryExpr>(types.vector(1, false, fourState), range, op, left, right)));
}

Expr *ExprBinder::makeComparison(BinaryOp op, Expr *lhs, Expr *rhs, SourceRange range) {
  const Type &l = *lhs->type, &r = *rhs->type;
  bool isEquality = isEqualityOp(op);
  bool isCase = op == BinaryOp::CaseEqual || op == BinaryOp::CaseNotEqual;
  bool isWildcard = op == BinaryOp::WildcardEqual || op == BinaryOp::WildcardNotEqual;
  const Expr *left = nullptr, *right = nullptr;
  bool fourState = !isCase && (l.isFourState() || r.isFourState());
  bool oneIsString = l.isString() || r.isString();
  if (l.isIntegral() && r.isIntegral()) {
    const Type &common = commonIntegral(types, l, r);
    left = propagate(lhs, common);
    right = propagate(rhs, common);
  } else if (l.isNumeric() && r.isNumeric() && !isWildcard) {
    if (isCase) { // a common extension
      diagnostics.diag(range, diag::CaseEqualityOfReal) << spelling(op);
      op = op == BinaryOp::CaseEqual ? BinaryOp::Equal : BinaryOp::NotEqual;
    }
    left = propagate(lhs, types.real());
    right = propagate(rhs, types.real());
    fourState = false;
  } else if (oneIsString && (l.isString() || isStringLiteral(*lhs)) &&
             (r.isString() || isStringLiteral(*rhs)) && !isWildcard) {
    left = asString(*finish(lhs));
    right = asString(*finish(rhs));
  } else if (isEquality && l.isAggregate() && isEquivalent(l, r)) {
    left = finish(lhs);
    right = assignAggregate(*finish(rhs), l);
  } else if (isEquality && isHandleType(l) && isHandleType(r) &&
             (isAssignmentCompatible(l, r) || isAssignmentCompatible(r, l))) {
    left = finish(lhs);
    right = finish(rhs);
    fourState = false;
  } else if (isEquality && l.canonical().kind == TypeKind::Unbounded &&
             r.canonical().kind == TypeKind::Unbounded) {
    left = lhs;
    right = rhs;
  } else {
    return badOperands(op, *lhs, *rhs, range);
  }
  return mutableExpr(
      fold(make<BinaryExpr>(types.vector(1, false, fourState), range, op, left, right)));
}

//===-- Conditional (11.4.11) -----------------------------------------------------------------===//

Expr *ExprBinder::createAlternative(const ExprSyntax &syntax, const Type *target, bool isChosen) {
  bool outer = std::exchange(context.isDead, context.isDead || !isChosen);
  Expr *expr = create(syntax, target);
  context.isDead = outer;
  return expr;
}

Expr *ExprBinder::createConditional(const ConditionalExprSyntax &syntax, const Type *target) {
  BindContext outer = context;
  if (hasPattern(*syntax.condition))
    openPatternScope();
  const Expr &condition = bindCondition(*syntax.condition);
  bool isKnown = condition.constant && !condition.constant->isUnknown();
  bool isTrue = isKnown && condition.constant->isTrue();
  Expr *whenTrue = createAlternative(*syntax.whenTrue, target, !isKnown || isTrue);
  context = outer;
  Expr *whenFalse = createAlternative(*syntax.whenFalse, target, !isTrue);
  if (isBad(condition) || isBad(*whenTrue) || isBad(*whenFalse))
    return bad(syntax.range);
  const Type &t = *whenTrue->type, &f = *whenFalse->type;
  auto node = [&](const Type &type, const Expr *a, const Expr *b) {
    return make<ConditionalExpr>(type, syntax.range, &condition, a, b);
  };
  if (t.isNumeric() && f.isNumeric()) {
    if (t.isReal() || f.isReal())
      return node(types.real(), whenTrue, whenFalse);
    bool merges = condition.type->isFourState() && !isKnown;
    const Type &common = commonIntegral(types, t, f);
    if (isIdentical(t, f) && (t.isFourState() || !merges || t.isEnum()))
      return node(t, whenTrue, whenFalse);
    const Type &type = merges ? types.vector(common.width(), common.isSigned(), true) : common;
    return node(type, whenTrue, whenFalse);
  }
  if ((t.isString() || f.isString()) && (t.isString() || isStringLiteral(*whenTrue)) &&
      (f.isString() || isStringLiteral(*whenFalse)))
    return mutableExpr(
        fold(node(types.string(), asString(*finish(whenTrue)), asString(*finish(whenFalse)))));
  if (t.isAggregate() && isEquivalent(t, f))
    return node(t, finish(whenTrue), assignAggregate(*finish(whenFalse), t));
  if (isHandleType(t) && isHandleType(f) && isAssignmentCompatible(t, f))
    return node(t, finish(whenTrue), finish(whenFalse));
  if (isHandleType(t) && isHandleType(f) && isAssignmentCompatible(f, t))
    return node(f, finish(whenTrue), finish(whenFalse));
  diagnostics.diag(syntax.range, diag::BadConditionalOperands) << t.describe() << f.describe();
  return bad(syntax.range);
}

//===-- Set membership and case (11.4.13, 12.5)
//-------------------------------------------------===//

/// [a +/- b] is [a - b : a + b]; with +%-, b is a percentage of a.
ExprBinder::OpenItem ExprBinder::createTolerance(const ValueRangeExprSyntax &syntax) {
  auto bound = [&](BinaryOp op) {
    Expr *distance = create(*syntax.high);
    if (syntax.rangeKind == ValueRangeKind::Relative) {
      distance = makeBinary(BinaryOp::Mul, create(*syntax.low), distance, syntax.range);
      const Expr &hundred =
          integerConstant(100, types.integer(IntKind::Int), syntax.range);
      distance = makeBinary(BinaryOp::Div, distance, mutableExpr(&hundred), syntax.range);
    }
    return makeBinary(op, create(*syntax.low), distance, syntax.range);
  };
  return {bound(BinaryOp::Sub), bound(BinaryOp::Add)};
}

ExprBinder::OpenItem ExprBinder::createItem(const ExprSyntax &syntax, bool isInside) {
  const auto *range = dyn_cast<ValueRangeExprSyntax>(&syntax);
  if (!range)
    return {create(syntax), nullptr};
  if (!isInside)
    return {error(syntax.range, diag::RangeAsValue), nullptr};
  if (range->rangeKind != ValueRangeKind::Bounds)
    return createTolerance(*range);
  return {create(*range->low), create(*range->high)};
}

/// The type in which a value and the members of a set are compared: integral if
/// all are, else real or string. Array members of `inside` count with their elements.
const Type *ExprBinder::commonType(const Expr &selector, llvm::ArrayRef<OpenItem> items,
                                   bool isInside) {
  bool hasString = selector.type->isString(), hasReal = selector.type->isReal();
  bool literals = isStringLiteral(selector);
  const Type *integral = selector.type->isIntegral() ? selector.type : nullptr;
  auto add = [&](const Expr &item) {
    const Type *type = item.type;
    while (const Type *element = unpackedElementType(*type))
      type = element;
    if (isBad(item) || type->canonical().kind == TypeKind::Unbounded)
      return true;
    if (hasString && (type->isString() || isStringLiteral(item)))
      return true;
    if (type->isString() && (literals || hasString)) {
      hasString = true;
      return true;
    }
    if (!type->isNumeric() || (!integral && !hasReal)) {
      diagnostics.diag(item.range, diag::BadSetMember)
          << type->describe() << selector.type->describe();
      return false;
    }
    hasReal |= type->isReal();
    if (type->isIntegral())
      integral = integral ? &commonIntegral(types, *integral, *type) : type;
    return true;
  };
  // Arrays are sets of their elements, but no bounds and no labels.
  auto isBound = [&](const Expr &bound) {
    if (isBad(bound) || !bound.type->isAggregate())
      return true;
    diagnostics.diag(bound.range, diag::BadSetMember)
        << bound.type->describe() << selector.type->describe();
    return false;
  };
  bool good = true;
  for (const OpenItem &item : items) {
    good &= add(*item.low) && (!item.high || add(*item.high));
    if (good && (item.high || !isInside))
      good = isBound(*item.low) && (!item.high || isBound(*item.high));
  }
  if (!good)
    return nullptr;
  if (hasString)
    return &types.string();
  if (hasReal)
    return &types.real();
  if (integral)
    return &types.vector(integral->width(), integral->isSigned(), integral->isFourState());
  return selector.type;
}

const Expr *ExprBinder::toCommon(Expr *expr, const Type &type) {
  if (isBad(*expr) || expr->kind == ExprKind::Unbounded || expr->type->isAggregate())
    return finish(expr);
  if (type.isString())
    return asString(*finish(expr));
  return type.isNumeric() ? propagate(expr, type) : finish(expr);
}

Expr *ExprBinder::createInside(const InsideExprSyntax &syntax) {
  Expr *operand = create(*syntax.operand);
  llvm::SmallVector<OpenItem, 8> items;
  bool good = !isBad(*operand);
  for (const ExprSyntax *range : syntax.ranges) {
    items.push_back(createItem(*range, true));
    good &= !isBad(*items.back().low) && !(items.back().high && isBad(*items.back().high));
  }
  if (good && !operand->type->isNumeric() && !operand->type->isString())
    return error(operand->range, diag::NotASetOperand, operand->type->describe());
  const Type *type = good ? commonType(*operand, items, true) : nullptr;
  if (!type)
    return bad(syntax.range);
  llvm::SmallVector<InsideExpr::Item, 8> bound;
  for (const OpenItem &item : items)
    bound.push_back({toCommon(item.low, *type), item.high ? toCommon(item.high, *type) : nullptr});
  const Type &result = types.vector(1, false, type->isFourState());
  return mutableExpr(fold(make<InsideExpr>(result, syntax.range, toCommon(operand, *type),
                                           copy(llvm::ArrayRef<InsideExpr::Item>(bound)))));
}

/// `case (type(x))` (6.23): the labels say whether their type matches.
CaseBinding ExprBinder::bindTypeCase(const ExprSyntax &selector,
                                     llvm::ArrayRef<List<ExprSyntax>> labels) {
  TypeBinder binder(compilation, context);
  const Type &type = binder.bindTypeOperand(selector), &bit = types.vector(1, false, false);
  CaseBinding result;
  result.selector = type.isError() ? bad(selector.range) : &integerConstant(1, bit, selector.range);
  for (List<ExprSyntax> list : labels) {
    result.items.emplace_back();
    for (const ExprSyntax *label : list) {
      bool matches = isIdentical(type, binder.bindTypeOperand(*label));
      result.items.back().push_back({&integerConstant(matches, bit, label->range), nullptr});
    }
  }
  return result;
}

CaseBinding ExprBinder::bindCase(const ExprSyntax &selector,
                                 llvm::ArrayRef<List<ExprSyntax>> labels, bool isInside,
                                 CaseKind kind) {
  if (isa<TypeExprSyntax>(selector) && !isInside && kind == CaseKind::Case)
    return bindTypeCase(selector, labels);
  CaseBinding result;
  Expr *operand = create(selector);
  llvm::SmallVector<OpenItem, 16> items;
  for (List<ExprSyntax> list : labels)
    for (const ExprSyntax *label : list)
      items.push_back(createItem(*label, isInside));
  bool isComparable = operand->type->isNumeric() || operand->type->isString();
  if (!isBad(*operand) &&
      (!isComparable || (kind != CaseKind::Case && !operand->type->isIntegral())))
    operand = error(operand->range, diag::NotACaseSelector, operand->type->describe());
  const Type *type = isBad(*operand) ? nullptr : commonType(*operand, items, isInside);
  const Type &used = type ? *type : types.error();
  result.selector = type ? toCommon(operand, used) : bad(selector.range);
  size_t next = 0;
  for (List<ExprSyntax> list : labels) {
    result.items.emplace_back();
    for (size_t i = 0; i < list.size(); ++i, ++next) {
      const OpenItem &item = items[next];
      const Expr *low = type ? toCommon(item.low, used) : bad(item.low->range);
      const Expr *high = item.high && type ? toCommon(item.high, used) : nullptr;
      result.items.back().push_back({low, high});
    }
  }
  return result;
}

//===- ExprBinder.cpp - binding of expressions: the two passes ------------------===//
//
// Expressions are bound in two passes (IEEE 1800-2023 11.6 - 11.8). `create` walks
// the syntax once: it resolves names and gives each node the type it has by itself.
// Operands of context-determined operators stay open. When the context is known
// (an assignment, a comparison, or nothing) `propagate` carries its width and sign
// down to the leaves, where conversions are inserted, and folds constants on the way
// back. Each node passes both steps once, so binding is linear; chains of left-
// associative operators are walked in loops, so their length is no matter of stack.
//
// The state (two- or four-state) is not carried down: a two-state subtree cannot
// have an unknown value, so it is converted at its top.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"

#include "Sema/ConstEval/Evaluator.h"
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Symbols/Symbol.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using support::SourceRange;

ExprBinder::ExprBinder(Compilation &compilation, const BindContext &context)
    : compilation(compilation), context(context), types(compilation.types()),
      diagnostics(compilation.diagnostics()) {}

//===-- Errors ------------------------------------------------------------------------===//

Expr *ExprBinder::bad(SourceRange range) { return make<InvalidExpr>(types.error(), range); }

const Expr &ExprBinder::invalid(SourceRange range) { return *bad(range); }

Expr *ExprBinder::error(SourceRange range, diag::Id id) {
  diagnostics.diag(range, id);
  return bad(range);
}

Expr *ExprBinder::error(SourceRange range, diag::Id id, llvm::StringRef first,
                        llvm::StringRef second) {
  diagnostics.diag(range, id) << first << second;
  return bad(range);
}

Expr *ExprBinder::unsupported(SourceRange range, const llvm::Twine &what, llvm::StringRef clause) {
  diagnostics.unsupported(range.begin, what, clause);
  return bad(range);
}

//===-- First pass ----------------------------------------------------------------------===//

Expr *ExprBinder::create(const ExprSyntax &syntax, const Type *target) {
  Expr *expr = nullptr;
  switch (syntax.kind) {
  case SyntaxKind::ParenExpr:
    return create(*cast<ParenExprSyntax>(&syntax)->inner, target);
  case SyntaxKind::LiteralExpr:
    expr = createLiteral(*cast<LiteralExprSyntax>(&syntax));
    break;
  case SyntaxKind::KeywordExpr:
    expr = createKeyword(*cast<KeywordExprSyntax>(&syntax));
    break;
  case SyntaxKind::NameExpr:
  case SyntaxKind::ScopedNameExpr:
  case SyntaxKind::MemberAccessExpr:
  case SyntaxKind::ElementSelectExpr:
  case SyntaxKind::RangeSelectExpr:
    expr = createName(syntax);
    break;
  case SyntaxKind::UnaryExpr:
    expr = createUnary(*cast<UnaryExprSyntax>(&syntax));
    break;
  case SyntaxKind::BinaryExpr:
    expr = createBinary(*cast<BinaryExprSyntax>(&syntax));
    break;
  case SyntaxKind::ConditionalExpr:
    expr = createConditional(*cast<ConditionalExprSyntax>(&syntax), target);
    break;
  case SyntaxKind::ConcatExpr:
    expr = createConcat(*cast<ConcatExprSyntax>(&syntax), target);
    break;
  case SyntaxKind::ReplicationExpr:
    expr = createReplication(*cast<ReplicationExprSyntax>(&syntax));
    break;
  case SyntaxKind::CallExpr:
    expr = createCall(*cast<CallExprSyntax>(&syntax), false);
    break;
  case SyntaxKind::SystemCallExpr:
    expr = createSystemCall(*cast<SystemCallExprSyntax>(&syntax), false);
    break;
  case SyntaxKind::CastExpr:
    expr = createCast(*cast<CastExprSyntax>(&syntax), target);
    break;
  case SyntaxKind::InsideExpr:
    expr = createInside(*cast<InsideExprSyntax>(&syntax));
    break;
  case SyntaxKind::AssignmentPatternExpr:
    expr = createPattern(*cast<AssignmentPatternExprSyntax>(&syntax), target);
    break;
  case SyntaxKind::AssignExpr:
    expr = createAssignment(*cast<AssignExprSyntax>(&syntax));
    break;
  case SyntaxKind::StreamingExpr:
    expr = createStreaming(*cast<StreamingExprSyntax>(&syntax));
    break;
  default:
    expr = createSpecial(syntax, target);
    break;
  }
  if (!expr->syntax)
    expr->syntax = &syntax;
  return expr;
}

/// The rarer forms, and those that are not supported.
Expr *ExprBinder::createSpecial(const ExprSyntax &syntax, const Type *target) {
  switch (syntax.kind) {
  case SyntaxKind::BadExpr:
    return bad(syntax.range);
  case SyntaxKind::MinTypMaxExpr: {
    const auto &triple = *cast<MinTypMaxExprSyntax>(&syntax);
    switch (compilation.options().delayMode) {
    case DelayMode::Min:
      return create(*triple.minimum, target);
    case DelayMode::Typ:
      return create(*triple.typical, target);
    case DelayMode::Max:
      return create(*triple.maximum, target);
    }
    return bad(syntax.range);
  }
  case SyntaxKind::TypeExpr:
    return error(syntax.range, diag::TypeAsValue);
  case SyntaxKind::ValueRangeExpr:
    return error(syntax.range, diag::RangeAsValue);
  case SyntaxKind::MatchesExpr:
    return createMatches(*cast<MatchesExprSyntax>(&syntax));
  case SyntaxKind::TaggedExpr:
    return createTagged(*cast<TaggedExprSyntax>(&syntax), target);
  case SyntaxKind::NewClassExpr: {
    const auto &object = *cast<NewClassExprSyntax>(&syntax);
    bool isStandard = target && target->isStandardClass() && !target->isProcess();
    return isStandard && !object.scope ? createStandardObject(object, *target)
                                       : unsupported(syntax.range, "classes", "8");
  }
  case SyntaxKind::NewCopyExpr:
  case SyntaxKind::SpecializedNameExpr:
    return unsupported(syntax.range, "classes", "8");
  case SyntaxKind::NewArrayExpr:
    return createNewArray(*cast<NewArrayExprSyntax>(&syntax), target);
  case SyntaxKind::DistExpr:
    return unsupported(syntax.range, "distributions", "18.5.3");
  case SyntaxKind::EdgeEventExpr:
  case SyntaxKind::EventListExpr:
    return error(syntax.range, diag::EventAsValue);
  default:
    return unsupported(syntax.range, "sequence and property expressions", "16");
  }
}

//===-- Second pass -----------------------------------------------------------------------===//

const Expr *ExprBinder::finish(Expr *expr) {
  return isOpen(*expr) ? propagate(expr, *expr->type) : expr;
}

/// A two-state node in a four-state context keeps its state; the node above converts it.
static const Type &contextType(TypeContext &types, const Expr &expr, const Type &type) {
  if (expr.type->width() == type.width() && expr.type->isSigned() == type.isSigned())
    return *expr.type;
  return types.vector(type.width(), type.isSigned(), expr.type->isFourState());
}

/// Integral operands of a real operator are evaluated by themselves (11.8.2).
static bool isSelfDeterminedIn(const Expr &expr, const Type &type) {
  return type.isReal() != expr.type->isReal();
}

const Expr *ExprBinder::propagate(Expr *expr, const Type &type) {
  if (!isOpen(*expr))
    return convertToContext(*expr, type);
  if (isSelfDeterminedIn(*expr, type))
    return convertToContext(*finish(expr), type);
  if (auto *binary = dyn_cast<BinaryExpr>(expr))
    return convertToContext(*propagateChain(*binary, type), type);
  if (auto *conditional = dyn_cast<ConditionalExpr>(expr))
    return convertToContext(*propagateConditional(*conditional, type), type);
  auto *unary = cast<UnaryExpr>(expr);
  if (!type.isReal())
    unary->type = &contextType(types, *unary, type);
  unary->operand = propagate(mutableExpr(unary->operand), *unary->type);
  return convertToContext(*fold(unary), type);
}

/// Walks down the left operands of a chain of binary operators in a loop.
const Expr *ExprBinder::propagateChain(BinaryExpr &root, const Type &type) {
  llvm::SmallVector<BinaryExpr *, 16> chain;
  BinaryExpr *current = &root;
  const Type *outer = &type;
  for (;;) {
    if (!outer->isReal())
      current->type = &contextType(types, *current, *outer);
    chain.push_back(current);
    if (!isShiftLike(current->op))
      current->rhs = propagate(mutableExpr(current->rhs), *current->type);
    auto *next = dyn_cast<BinaryExpr>(mutableExpr(current->lhs));
    if (!next || !isOpen(*next) || isSelfDeterminedIn(*next, *current->type))
      break;
    outer = current->type;
    current = next;
  }
  BinaryExpr *last = chain.back();
  last->lhs = propagate(mutableExpr(last->lhs), *last->type);
  const Expr *result = fold(last);
  for (size_t i = chain.size() - 1; i-- > 0;) {
    chain[i]->lhs = convertToContext(*result, *chain[i]->type);
    result = fold(chain[i]);
  }
  return result;
}

const Expr *ExprBinder::propagateConditional(ConditionalExpr &expr, const Type &type) {
  if (!type.isReal())
    expr.type = &contextType(types, expr, type);
  expr.whenTrue = propagate(mutableExpr(expr.whenTrue), *expr.type);
  expr.whenFalse = propagate(mutableExpr(expr.whenFalse), *expr.type);
  return fold(&expr);
}

//===-- Folding ---------------------------------------------------------------------------===//

static bool allConstant(llvm::ArrayRef<const Expr *> exprs) {
  for (const Expr *expr : exprs)
    if (!isConstantNode(*expr))
      return false;
  return true;
}

static bool isFoldable(const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::Unary: {
    const auto &unary = *cast<UnaryExpr>(&expr);
    return unary.op < UnaryOp::PreIncrement && isConstantNode(*unary.operand);
  }
  case ExprKind::Binary: {
    const auto &binary = *cast<BinaryExpr>(&expr);
    return isConstantNode(*binary.lhs) && isConstantNode(*binary.rhs);
  }
  case ExprKind::Conditional: {
    const auto &conditional = *cast<ConditionalExpr>(&expr);
    return isConstantNode(*conditional.condition) && isConstantNode(*conditional.whenTrue) &&
           isConstantNode(*conditional.whenFalse);
  }
  case ExprKind::Concat:
    return allConstant(cast<ConcatExpr>(&expr)->elements);
  case ExprKind::Replication: {
    const auto &replication = *cast<ReplicationExpr>(&expr);
    return isConstantNode(*replication.count) && isConstantNode(*replication.operand);
  }
  case ExprKind::Streaming:
    return allConstant(cast<StreamingExpr>(&expr)->elements);
  case ExprKind::ElementSelect:
    return isConstantNode(*cast<ElementSelectExpr>(&expr)->index);
  case ExprKind::RangeSelect:
    return isConstantNode(*cast<RangeSelectExpr>(&expr)->left);
  case ExprKind::FieldSelect:
    return true;
  case ExprKind::Conversion:
    return isConstantNode(*cast<ConversionExpr>(&expr)->operand);
  case ExprKind::Inside: {
    const auto &inside = *cast<InsideExpr>(&expr);
    for (const InsideExpr::Item &item : inside.items)
      if (!isConstantNode(*item.low) || (item.high && !isConstantNode(*item.high)))
        return false;
    return isConstantNode(*inside.operand);
  }
  case ExprKind::Pattern:
    return expr.type->isIntegral() && allConstant(cast<PatternExpr>(&expr)->elements);
  case ExprKind::SystemCall:
    return allConstant(cast<SystemCallExpr>(&expr)->arguments);
  case ExprKind::MethodCall: {
    const auto &method = *cast<MethodCallExpr>(&expr);
    return isConstantNode(*method.receiver) && allConstant(method.arguments);
  }
  default:
    return false;
  }
}

/// Selects fold if what they select from is a constant or an array parameter.
static bool hasConstantBase(const Expr &expr) {
  const Expr *base = &expr;
  for (;;) {
    if (const auto *element = dyn_cast<ElementSelectExpr>(base))
      base = element->base;
    else if (const auto *range = dyn_cast<RangeSelectExpr>(base))
      base = range->base;
    else if (const auto *field = dyn_cast<FieldSelectExpr>(base))
      base = field->base;
    else
      break;
  }
  const auto *named = dyn_cast<NamedValueExpr>(base);
  return named ? llvm::isa<ParameterSymbol>(named->symbol) : isConstantNode(*base);
}

const Expr *ExprBinder::fold(Expr *expr) {
  if (expr->constant || isBad(*expr) || !isFoldable(*expr))
    return expr;
  bool isSelect = expr->kind == ExprKind::ElementSelect || expr->kind == ExprKind::RangeSelect ||
                  expr->kind == ExprKind::FieldSelect;
  if (isSelect && (expr->type->isAggregate() || !hasConstantBase(*expr)))
    return expr;
  ConstantValue value = Evaluator(compilation, true).evaluate(*expr);
  if (value.isInteger()) {
    expr->constant = types.constant(std::move(value.integer()));
    return expr;
  }
  if (!value.isReal() && !value.isString())
    return expr;
  const Expr &folded = constantExpr(compilation, value, *expr->type, expr->range);
  mutableExpr(&folded)->syntax = expr->syntax;
  return &folded;
}

//===-- Values ----------------------------------------------------------------------------===//

const Expr &ExprBinder::bind(const ExprSyntax &syntax, const Type *assignmentTarget) {
  if (!assignmentTarget)
    return bindSelfDetermined(syntax);
  return *assignTo(create(syntax, assignmentTarget), *assignmentTarget);
}

const Expr &ExprBinder::bindSelfDetermined(const ExprSyntax &syntax) {
  return *selfDetermined(syntax);
}

bool ExprBinder::isTruthType(const Type &type) { return type.isNumeric() || isHandleType(type); }

const Expr &ExprBinder::bindCondition(const ExprSyntax &syntax) {
  const Expr *expr = selfDetermined(syntax);
  if (isBad(*expr) || isTruthType(*expr->type))
    return *expr;
  return *error(syntax.range, diag::NotACondition, expr->type->describe());
}

const Expr &ExprBinder::bindIntegral(const ExprSyntax &syntax) {
  const Expr *expr = selfDetermined(syntax);
  if (isBad(*expr) || expr->type->isIntegral())
    return *expr;
  if (expr->type->isReal())
    return *convertNumeric(*expr, types.integer(IntKind::Integer), true);
  return *error(syntax.range, diag::NotIntegral, expr->type->describe());
}

const Expr &ExprBinder::bindDelay(const ExprSyntax &syntax) {
  const Expr *expr = selfDetermined(syntax);
  if (isBad(*expr) || expr->type->isNumeric())
    return *expr;
  return *error(syntax.range, diag::NotADelay, expr->type->describe());
}

const Expr &ExprBinder::bindEventOperand(const ExprSyntax &syntax) {
  const Expr *expr = selfDetermined(syntax);
  if (isBad(*expr) || (expr->type->isSingular() && !expr->type->isVoid()))
    return *expr;
  return *error(syntax.range, diag::NotAnEventOperand, expr->type->describe());
}

const Expr &ExprBinder::bindNamedEvent(const ExprSyntax &syntax) {
  const Expr *expr = selfDetermined(syntax);
  if (isBad(*expr) || expr->type->isEvent())
    return *expr;
  return *error(syntax.range, diag::NotANamedEvent, expr->type->describe());
}

const Expr &ExprBinder::bindForeachArray(const ExprSyntax &syntax) {
  const Expr *expr = selfDetermined(syntax);
  const Type &type = *expr->type;
  TypeKind kind = type.canonical().kind;
  bool isArray = kind >= TypeKind::UnpackedArray && kind <= TypeKind::AssocArray;
  bool isVector = type.isIntegral() && kind != TypeKind::Scalar;
  const auto *assoc = dyn_cast<AssocArrayType>(&type.canonical());
  if (assoc && !assoc->key) // 7.8.1
    return *error(syntax.range, diag::WildcardKeys, "foreach");
  if (isBad(*expr) || isArray || isVector || type.isString())
    return *expr;
  return *error(syntax.range, diag::NotAnArray, type.describe());
}

//===-- Constants ---------------------------------------------------------------------------===//

const Expr &ExprBinder::bindConstant(const ExprSyntax &syntax, const Type *target) {
  BindContext constantContext = context;
  constantContext.isConstant = true;
  ExprBinder binder(compilation, constantContext);
  const Expr &expr = binder.bind(syntax, target);
  if (isBad(expr))
    return *bad(syntax.range);
  if (expr.kind == ExprKind::Constant || expr.kind == ExprKind::RealConstant ||
      expr.kind == ExprKind::StringConstant || expr.kind == ExprKind::Unbounded)
    return expr;
  ConstantValue value = ConstantEvaluator(compilation).evaluate(expr);
  if (value.isBad())
    return *bad(syntax.range);
  return constantExpr(compilation, value, *expr.type, syntax.range);
}

std::optional<int64_t> ExprBinder::bindConstantInt(const ExprSyntax &syntax) {
  const Expr &expr = bindConstant(syntax);
  if (expr.isInvalid())
    return std::nullopt;
  if (!expr.constant) {
    diagnostics.diag(syntax.range, diag::NotIntegral) << expr.type->describe();
    return std::nullopt;
  }
  if (expr.constant->isUnknown()) {
    diagnostics.diag(syntax.range, diag::UnknownBitsInConstant) << expr.constant->toLiteral();
    return std::nullopt;
  }
  std::optional<int64_t> value = expr.constant->toInt64();
  if (!value)
    diagnostics.diag(syntax.range, diag::ConstantTooLarge) << expr.constant->toLiteral();
  return value;
}

std::optional<bool> ExprBinder::bindConstantCondition(const ExprSyntax &syntax) {
  const Expr &expr = bindConstant(syntax);
  if (expr.isInvalid())
    return std::nullopt;
  if (!expr.type->isNumeric()) {
    diagnostics.diag(syntax.range, diag::NotACondition) << expr.type->describe();
    return std::nullopt;
  }
  ConstantValue value = ConstantEvaluator(compilation).evaluate(expr);
  return value::logic64::isTrue(truthOf(value));
}

const Expr &ExprBinder::integerConstant(int64_t value, const Type &type, SourceRange range) {
  auto *expr = make<ConstantExpr>(type, range);
  expr->constant = types.constant(
      convertInteger(value::LogicVector::fromInt64(type.width(), value, type.isSigned()), type));
  return *expr;
}

//===- Literals.cpp - binding of literals and keyword operands ------------------===//
//
// IEEE 1800-2023 5.7 - 5.9. Integer literals without unknown digits have two-state
// types, others four-state ones. Unsized ones are remembered as such: with X or Z as
// leftmost digit they extend with it, and they may not stand in concatenations.
// Time literals become reals in the time unit of the body (5.8). A string literal is
// a vector of 8 bits a character until its context wants a string (5.9, 6.16).
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Symbols/Symbol.h"
#include "Value/Literal.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using value::LogicVector;

Expr *ExprBinder::createLiteral(const LiteralExprSyntax &syntax) {
  switch (syntax.literalKind) {
  case LiteralKind::Real: {
    value::RealLiteral literal = value::parseRealLiteral(syntax.text);
    if (literal.error != value::LiteralError::none)
      return error(syntax.range, diag::BadLiteral, value::literalErrorText(literal.error));
    if (literal.overflow)
      diagnostics.diag(syntax.range, diag::RealLiteralOverflow);
    return make<RealConstantExpr>(types.real(), syntax.range, literal.value);
  }
  case LiteralKind::Time:
    return createTime(syntax);
  case LiteralKind::String:
    return createString(syntax);
  default:
    break;
  }
  value::IntegerLiteral literal = value::parseIntegerLiteral(syntax.text);
  if (literal.error != value::LiteralError::none)
    return error(syntax.range, diag::BadLiteral, value::literalErrorText(literal.error));
  if (literal.overflow)
    diagnostics.diag(syntax.range, diag::LiteralOverflow)
        << literal.isSized << literal.value.width();
  const LogicVector &v = literal.value;
  bool isUnknown = v.isUnknown(), isInt = !literal.isSized && !literal.isFill && !isUnknown;
  const Type &type = isInt && v.width() == 32 && v.isSigned()
                         ? types.integer(IntKind::Int)
                         : types.vector(v.width(), v.isSigned(), isUnknown);
  auto *expr = make<ConstantExpr>(type, syntax.range);
  expr->isUnbasedUnsized = literal.isFill;
  expr->isUnsized = !literal.isSized && !literal.isFill;
  expr->constant = types.constant(std::move(literal.value));
  return expr;
}

Expr *ExprBinder::createString(const LiteralExprSyntax &syntax) {
  llvm::StringRef body = syntax.text;
  size_t quotes = body.size() >= 6 && body.starts_with("\"\"\"") ? 3 : 1;
  if (body.size() >= 2 * quotes)
    body = body.drop_front(quotes).drop_back(quotes);
  value::StringLiteral literal = value::parseStringLiteral(body);
  if (literal.error != value::LiteralError::none)
    return error(syntax.range, diag::BadLiteral, value::literalErrorText(literal.error));
  uint64_t width = std::max<uint64_t>(1, literal.value.size()) * 8;
  if (width > MaxPackedWidth) {
    diagnostics.diag(syntax.range, diag::PackedTypeTooWide) << width << MaxPackedWidth;
    return bad(syntax.range);
  }
  auto *expr = make<StringConstantExpr>(types.vector(uint32_t(width), false, false), syntax.range,
                                        types.copy(llvm::StringRef(literal.value)));
  expr->constant = types.constant(LogicVector::fromBytes(literal.value));
  return expr;
}

Expr *ExprBinder::createTime(const LiteralExprSyntax &syntax) {
  value::TimeLiteral literal = value::parseTimeLiteral(syntax.text);
  if (literal.error != value::LiteralError::none)
    return error(syntax.range, diag::BadLiteral, value::literalErrorText(literal.error));
  if (literal.isStep)
    return error(syntax.range, diag::StepOutsideClocking);
  value::TimeScale scale;
  if (context.scope) {
    const BodySymbol &body = Compilation::bodyOf(*context.scope);
    scale.unit = value::TimeUnit(body.timeUnit);
    scale.precision = value::TimeUnit(body.timePrecision);
  }
  double v = value::timeLiteralValue(literal.value, literal.unit, scale);
  return make<RealConstantExpr>(types.real(), syntax.range, v);
}

Expr *ExprBinder::createKeyword(const KeywordExprSyntax &syntax) {
  switch (syntax.keyword) {
  case KeywordExprKind::Null:
    return make<NullExpr>(types.null(), syntax.range);
  case KeywordExprKind::Dollar:
    if (indexedQueue)
      return makeBinary(BinaryOp::Sub, mutableExpr(arraySize(*indexedQueue, syntax.range)),
                        mutableExpr(&integerConstant(1, types.integer(IntKind::Int), syntax.range)),
                        syntax.range);
    return make<UnboundedExpr>(types.unbounded(), syntax.range);
  case KeywordExprKind::This:
  case KeywordExprKind::Super:
    return unsupported(syntax.range, "classes", "8");
  case KeywordExprKind::Local:
    return unsupported(syntax.range, "constraints", "18.7.1");
  case KeywordExprKind::OneStep:
    return error(syntax.range, diag::StepOutsideClocking);
  default:
    return error(syntax.range, diag::KeywordAsValue, spelling(syntax.keyword));
  }
}

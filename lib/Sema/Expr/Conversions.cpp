//===- Conversions.cpp - implicit conversions and casts -------------------------===//
//
// Three kinds of conversion (IEEE 1800-2023 6.24, 10.7, 10.8, 11.8.2):
// - into the context of an operator: a leaf takes the operator's sign first and is
//   then extended by that sign;
// - by assignment: the source is evaluated at the larger of both widths with its own
//   sign, then extended by that sign or truncated. A cast is an assignment to a
//   variable of the cast's type (6.24.1);
// - of aggregates, strings, streams: by their own rules.
// Constants are converted at once. Values of equal width, sign and state need no
// node; but a cast gives its operand exactly its type, for member selects.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/Evaluator.h"
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;
using value::LogicVector;

//===-- Numbers -------------------------------------------------------------------------===//

const Expr *ExprBinder::convertRaw(const Expr &expr, const Type &target, ConversionKind kind,
                                   bool isImplicit) {
  auto *node = make<ConversionExpr>(target, expr.range, kind, isImplicit, &expr);
  node->syntax = expr.syntax;
  return fold(node);
}

/// A literal whose value depends on the context's width: '1, or 'hx (5.7.1).
/// Null if it does not.
const Expr *ExprBinder::convertUnsized(const ConstantExpr &expr, const Type &type) {
  const LogicVector &v = *expr.constant;
  value::Bit top = v.bit(v.width() - 1);
  bool extends = expr.isUnsized && type.width() > v.width() &&
                 (top == value::Bit::x || top == value::Bit::z) && !v.isSigned();
  if (!expr.isUnbasedUnsized && !extends)
    return nullptr;
  LogicVector filled = expr.isUnbasedUnsized ? LogicVector(type.width(), type.isSigned(), top)
                                             : v.resize(type.width(), true);
  auto *node = make<ConstantExpr>(type, expr.range);
  node->syntax = expr.syntax;
  node->constant = types.constant(convertInteger(filled, type));
  return node;
}

const Expr *ExprBinder::convertToContext(const Expr &expr, const Type &type) {
  if (isBad(expr) || !type.isNumeric() || !expr.type->isNumeric())
    return &expr;
  if (type.isReal() || expr.type->isReal())
    return convertNumeric(expr, type, true);
  if (const auto *constant = dyn_cast<ConstantExpr>(&expr))
    if (const Expr *literal = convertUnsized(*constant, type))
      return literal;
  if (sameShape(*expr.type, type))
    return &expr;
  if (expr.constant) {
    auto *node = make<ConstantExpr>(type, expr.range);
    node->syntax = expr.syntax;
    node->constant =
        types.constant(convertInteger(expr.constant->resize(type.width(), type.isSigned()), type));
    return node;
  }
  const Expr *operand = &expr;
  if (expr.type->isSigned() && !type.isSigned() && expr.type->width() < type.width())
    operand = convertRaw(expr, types.vector(expr.type->width(), false, expr.type->isFourState()),
                         ConversionKind::Integral, true);
  return convertRaw(*operand, type, ConversionKind::Integral, true);
}

const Expr *ExprBinder::convertNumeric(const Expr &expr, const Type &target, bool isImplicit) {
  if (isBad(expr))
    return &expr;
  bool fromReal = expr.type->isReal(), toReal = target.isReal();
  if (fromReal && toReal) {
    if (expr.type->canonical().kind == target.canonical().kind)
      return &expr;
    return convertRaw(expr, target, ConversionKind::RealToReal, isImplicit);
  }
  if (toReal)
    return convertRaw(expr, target, ConversionKind::IntToReal, isImplicit);
  if (fromReal)
    return convertRaw(expr, target, ConversionKind::RealToInt, isImplicit);
  if (sameShape(*expr.type, target))
    return &expr;
  if (expr.constant) {
    auto *node = make<ConstantExpr>(target, expr.range);
    node->syntax = expr.syntax;
    node->constant = types.constant(convertInteger(*expr.constant, target));
    return node;
  }
  return convertRaw(expr, target, ConversionKind::Integral, isImplicit);
}

/// The node with exactly the type: for enumerations and packed structures.
const Expr *ExprBinder::ensureType(const Expr *expr, const Type &type) {
  if (isBad(*expr) || (expr->type == &type) ||
      (isIdentical(*expr->type, type) && expr->type->canonical().kind == type.canonical().kind))
    return expr;
  if (expr->constant) {
    auto *node = make<ConstantExpr>(type, expr->range);
    node->syntax = expr->syntax;
    node->constant = types.constant(convertInteger(*expr->constant, type));
    return node;
  }
  return convertRaw(*expr, type, ConversionKind::Same, false);
}

/// Hides a finished operator from the context around it: the operand of a cast
/// is evaluated by itself.
const Expr *ExprBinder::seal(const Expr *expr) {
  if (!isOpen(*expr))
    return expr;
  return convertRaw(*expr, *expr->type, ConversionKind::Same, false);
}

//===-- Strings (6.16) --------------------------------------------------------------------===//

/// Literals, and concatenations, replications and choices of them.
bool ExprBinder::isStringLiteral(const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::StringConstant:
    return true;
  case ExprKind::Concat: { // {"A", 8'h0a} counts: some of it is a string
    bool hasText = false;
    for (const Expr *element : cast<ConcatExpr>(&expr)->elements) {
      bool isText = isStringLiteral(*element);
      hasText |= isText;
      if (!isText && (!element->constant || element->type->width() % 8))
        return false;
    }
    return hasText;
  }
  case ExprKind::Replication:
    return isStringLiteral(*cast<ReplicationExpr>(&expr)->operand);
  case ExprKind::Conditional: {
    const auto &conditional = *cast<ConditionalExpr>(&expr);
    return isStringLiteral(*conditional.whenTrue) && isStringLiteral(*conditional.whenFalse);
  }
  default:
    return false;
  }
}

/// A string literal (see above) or string expression as a string.
const Expr *ExprBinder::asString(const Expr &expr) {
  if (expr.type->isString())
    return &expr;
  if (const auto *literal = dyn_cast<StringConstantExpr>(&expr)) {
    auto *node = make<StringConstantExpr>(types.string(), expr.range, literal->text);
    node->syntax = expr.syntax;
    return node;
  }
  if (const auto *conditional = dyn_cast<ConditionalExpr>(&expr)) {
    auto *node =
        make<ConditionalExpr>(types.string(), expr.range, conditional->condition,
                              asString(*conditional->whenTrue), asString(*conditional->whenFalse));
    node->syntax = expr.syntax;
    return fold(node);
  }
  return convertRaw(*finish(mutableExpr(&expr)), types.string(), ConversionKind::ToString, true);
}

/// 5.9: the characters of a literal from the left, the rest of the array is 0.
const Expr *ExprBinder::stringToArray(const StringConstantExpr &text,
                                      const UnpackedArrayType &array) {
  llvm::SmallVector<const Expr *, 16> elements;
  for (uint32_t i = 0; i < array.range.size(); ++i) {
    int64_t byte = i < text.text.size() ? uint8_t(text.text[i]) : 0;
    elements.push_back(&integerConstant(byte, array.element, text.range));
  }
  return makePattern(array, elements, text.range);
}

//===-- Assignment (10.7, 10.8) -------------------------------------------------------------===//

/// Width changes of an assignment are reported on request, unless the value is a
/// constant that stays the same. `from` is the width before the context was known.
void ExprBinder::warnWidth(const Expr &source, uint32_t from, const Type &target) {
  uint32_t to = target.width();
  if (from == to || !source.type->isIntegral())
    return;
  if (source.constant) {
    uint32_t width = source.constant->width();
    LogicVector cut = source.constant->resize(to);
    if (from < to || cut.resize(width) == *source.constant ||
        cut.resize(width, !source.constant->isSigned()) == *source.constant)
      return;
  }
  diagnostics.diag(source.range, from > to ? diag::WidthTruncated : diag::WidthExpanded)
      << from << to;
}

const Expr *ExprBinder::assignIntegral(Expr *expr, const Type &target, bool isImplicit) {
  if (const auto *constant = dyn_cast<ConstantExpr>(expr))
    if (const Expr *literal = convertUnsized(*constant, target))
      return literal;
  uint32_t from = expr->type->width();
  const Expr *source = expr;
  if (isOpen(*expr)) {
    uint32_t width = std::max(from, target.width());
    source =
        propagate(expr, types.vector(width, expr->type->isSigned(), expr->type->isFourState()));
  }
  if (isImplicit)
    warnWidth(*source, from, target);
  return convertNumeric(*source, target, isImplicit);
}

const Expr *ExprBinder::assignAggregate(const Expr &expr, const Type &target) {
  if (isIdentical(*expr.type, target))
    return &expr;
  return convertRaw(expr, target, ConversionKind::Aggregate, true);
}

/// 11.4.14.1: the stream goes to the left end of a wider target, whose other
/// bits become 0. A narrower target is an error.
const Expr *ExprBinder::assignStream(const StreamingExpr &stream, const Type &target) {
  std::optional<uint64_t> bits = target.bitStreamWidth();
  uint64_t width = stream.type->width();
  bool isVariable = !bits || stream.type->isAggregate();
  if (isVariable && isBitStreamType(target) && target.canonical().kind != TypeKind::AssocArray)
    return convertRaw(stream, target, ConversionKind::BitStream, true);
  if (!bits || target.isReal())
    return error(stream.range, diag::NotAStreamTarget, target.describe());
  if (*bits < width) {
    diagnostics.diag(stream.range, diag::StreamTargetTooNarrow) << *bits << width;
    return bad(stream.range);
  }
  const Expr *source = fold(mutableExpr(&stream));
  if (*bits > width) {
    const Type &padding = types.vector(uint32_t(*bits - width), false, false);
    const Expr *elements[] = {source, &integerConstant(0, padding, stream.range)};
    source = fold(makeConcat(elements, stream.range));
  }
  if (target.isIntegral())
    return convertNumeric(*source, target, true);
  return convertRaw(*source, target, ConversionKind::BitStream, true);
}

const Expr *ExprBinder::assignTo(Expr *expr, const Type &target, bool isImplicit) {
  if (isBad(*expr) || target.isError())
    return finish(expr);
  if (expr->type->isVoid()) // a replication of no elements has no value outside of others
    return error(expr->range,
                 isa<ReplicationExpr>(expr) ? diag::NegativeReplication : diag::VoidValue);
  if (const auto *stream = dyn_cast<StreamingExpr>(expr))
    return assignStream(*stream, target);
  if (target.isString()) {
    if (expr->type->isString() || isStringLiteral(*expr))
      return asString(*finish(expr));
  } else if (target.isEnum()) {
    if (isIdentical(*expr->type, target))
      return finish(expr);
    if (expr->type->isNumeric())
      return error(expr->range, diag::EnumNeedsCast, expr->type->describe(), target.describe());
  } else if (target.isIntegral() && expr->type->isIntegral()) {
    return assignIntegral(expr, target, isImplicit);
  } else if (target.isNumeric() && expr->type->isNumeric()) {
    return convertNumeric(*finish(expr), target, isImplicit);
  } else if (const auto *array = dyn_cast<UnpackedArrayType>(&target.canonical());
             array && isa<StringConstantExpr>(expr) && array->element.isIntegral() &&
             array->element.width() == 8) {
    return stringToArray(*cast<StringConstantExpr>(expr), *array);
  } else if (target.isAggregate() && isAssignmentCompatible(target, *expr->type)) {
    return assignAggregate(*finish(expr), target);
  } else if (isAssignmentCompatible(target, *expr->type)) {
    return finish(expr);
  }
  if (isa<InterfaceExpr>(expr) && target.canonical().kind != TypeKind::VirtualInterface)
    return notAValue(*expr);
  return error(expr->range, diag::NotAssignable, expr->type->describe(), target.describe());
}

const Expr &ExprBinder::convertAssign(const Expr &expr, const Type &target,
                                      support::SourceLoc loc) {
  // The expression is finished: its operands must not be propagated again.
  if (isOpen(expr) && expr.type->isIntegral() && target.isIntegral() && !target.isEnum()) {
    warnWidth(expr, expr.type->width(), target);
    return *convertNumeric(expr, target, true);
  }
  if (isOpen(expr) && target.isNumeric() && !target.isEnum())
    return *convertNumeric(expr, target, true);
  return *assignTo(mutableExpr(&expr), target);
}

//===-- Casts (6.24) ------------------------------------------------------------------------===//

Expr *ExprBinder::createCast(const CastExprSyntax &syntax, const Type *target) {
  switch (syntax.castKind) {
  case CastKind::Const:
    return mutableExpr(seal(finish(create(*syntax.operand, target))));
  case CastKind::Signed:
  case CastKind::Unsigned:
    return castSign(selfDetermined(*syntax.operand), syntax.castKind == CastKind::Signed,
                    syntax.range);
  case CastKind::TypeOrSize:
    break;
  }
  if (const Type *type = TypeBinder(compilation, context).tryBindTypeOperand(*syntax.target))
    return castTo(syntax, *type);
  return castSize(syntax);
}

Expr *ExprBinder::castSign(const Expr *operand, bool isSigned, SourceRange range) {
  if (isBad(*operand))
    return bad(range);
  if (!operand->type->isIntegral())
    return error(range, diag::NotIntegral, operand->type->describe());
  const Type &type = types.vector(operand->type->width(), isSigned, operand->type->isFourState());
  return mutableExpr(seal(ensureType(operand, type)));
}

Expr *ExprBinder::castSize(const CastExprSyntax &syntax) {
  std::optional<int64_t> size = bindConstantInt(*syntax.target);
  Expr *operand = create(*syntax.operand);
  if (!size || isBad(*operand))
    return bad(syntax.range);
  if (*size <= 0 || uint64_t(*size) > MaxPackedWidth) {
    diagnostics.diag(syntax.target->range, diag::BadCastSize) << *size;
    return bad(syntax.range);
  }
  if (const auto *stream = dyn_cast<StreamingExpr>(operand))
    return mutableExpr(assignStream(*stream, types.vector(uint32_t(*size), false, true)));
  if (!operand->type->isIntegral())
    return error(syntax.operand->range, diag::NotIntegral, operand->type->describe());
  const Type &type =
      types.vector(uint32_t(*size), operand->type->isSigned(), operand->type->isFourState());
  const Expr *result = assignIntegral(operand, type, false);
  if (result == operand && isa<ConstantExpr>(result)) { // now the literal has a size
    auto *node = make<ConstantExpr>(type, syntax.range);
    node->constant = result->constant;
    result = node;
  }
  return mutableExpr(seal(ensureType(result, type)));
}

Expr *ExprBinder::castTo(const CastExprSyntax &syntax, const Type &type) {
  Expr *operand = create(*syntax.operand, &type);
  if (isBad(*operand) || type.isError())
    return bad(syntax.range);
  const Type &from = *operand->type;
  if (type.isVoid() || from.isVoid())
    return error(syntax.range, diag::VoidValue);
  if (isa<StreamingExpr>(operand))
    return mutableExpr(assignTo(operand, type, false));
  if (type.isIntegral() && from.isIntegral())
    return mutableExpr(seal(ensureType(assignIntegral(operand, type, false), type)));
  if (type.isNumeric() && from.isNumeric())
    return mutableExpr(seal(ensureType(convertNumeric(*finish(operand), type, false), type)));
  if (type.isString() && (from.isString() || isStringLiteral(*operand)))
    return mutableExpr(asString(*finish(operand)));
  const Expr *value = finish(operand);
  if (type.isString() && from.isIntegral())
    return mutableExpr(convertRaw(*value, type, ConversionKind::ToString, false));
  if (from.isString() && type.isIntegral())
    return mutableExpr(convertRaw(*value, type, ConversionKind::FromString, false));
  if (isAssignmentCompatible(type, from))
    return mutableExpr(type.isAggregate() ? assignAggregate(*value, type) : value);
  if (isCastCompatible(type, from))
    return mutableExpr(convertRaw(*value, type, ConversionKind::BitStream, false));
  return error(syntax.range, diag::BadCast, from.describe(), type.describe());
}

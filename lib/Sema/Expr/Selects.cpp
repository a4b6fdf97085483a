//===- Selects.cpp - bit-, part- and element selects ----------------------------===//
//
// IEEE 1800-2023 7.4.3 - 7.4.6, 11.5. Selects of vectors are unsigned vectors, except
// that an element of a packed array has the element's type. A simple range must be
// constant and run in the declared direction; the width of an indexed range must be
// constant. Constant indices outside of the declaration are warned about: they read
// X, or the default value of the elements, and writes to them are lost.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Expr/BuiltinTable.h"
#include "Sema/Symbols/Symbol.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

/// The declared range that the outermost select of a type uses; nullopt if the
/// type has no fixed one.
static std::optional<Range> declaredRange(const Type &type) {
  if (const auto *array = dyn_cast<UnpackedArrayType>(&type.canonical()))
    return array->range;
  if (std::optional<PackedDimension> dimension = packedDimension(type))
    return dimension->range;
  return std::nullopt;
}

/// An index is self-determined and integral, and not itself a target.
/// `queue`: what `$` refers to, if it is one.
const Expr *ExprBinder::bindIndex(const ExprSyntax &syntax, const Expr *queue) {
  bool outer = std::exchange(isTarget, false);
  bool isQueue = queue && isa<QueueType>(queue->type->canonical());
  const Expr *outerQueue = std::exchange(indexedQueue, isQueue ? queue : nullptr);
  const Expr *index = selfDetermined(syntax);
  indexedQueue = outerQueue;
  isTarget = outer;
  if (isBad(*index) || index->type->isIntegral())
    return index;
  return error(syntax.range, diag::NotIntegral, index->type->describe());
}

void ExprBinder::warnIndex(const Range &declared, const Expr &index) {
  if (context.isDead || !index.constant || index.constant->isUnknown())
    return;
  std::optional<int64_t> value = index.constant->toInt64();
  if (value && declared.contains(*value))
    return;
  diagnostics.diag(index.range, diag::IndexOutOfRange)
      << (value ? std::to_string(*value) : index.constant->toLiteral()) << declared.left
      << declared.right;
}

void ExprBinder::warnRange(SourceRange where, int64_t left, int64_t right, const Range &declared) {
  if (context.isDead || (declared.contains(left) && declared.contains(right)))
    return;
  bool isSwapped = declared.isDescending() != (left >= right);
  diagnostics.diag(where, diag::RangeOutOfRange)
      << (isSwapped ? right : left) << (isSwapped ? left : right) << declared.left
      << declared.right;
}

const Expr *ExprBinder::makeElementSelect(const Expr &base, const Expr &index, SourceRange range) {
  const Type *element = unpackedElementType(*base.type);
  if (!element)
    element = base.type->isString() ? &types.integer(IntKind::Byte)
                                    : &packedElementType(types, *base.type);
  return fold(make<ElementSelectExpr>(*element, range, &base, &index));
}

Expr *ExprBinder::applyElement(Expr *base, const ExprSyntax &indexSyntax, SourceRange range) {
  const Expr *object = isBad(*base) ? base : finish(base);
  bool isAssoc = !isBad(*object) && isa<AssocArrayType>(object->type->canonical());
  const Expr *index =
      isAssoc ? bindKey(*object->type, indexSyntax) : bindIndex(indexSyntax, object);
  if (isBad(*object) || isBad(*index))
    return bad(range);
  std::optional<Range> declared = declaredRange(*object->type);
  if (!declared && !object->type->isString() && !unpackedElementType(*object->type)) {
    bool isScalar = object->type->canonical().kind == TypeKind::Scalar;
    return error(range, isScalar ? diag::SelectOfScalar : diag::SelectOfType,
                 object->type->describe());
  }
  if (declared)
    warnIndex(*declared, *index);
  return mutableExpr(makeElementSelect(*object, *index, range));
}

/// Packed: `n` elements as [n-1:0]. Unpacked: an array of the range.
const Type &ExprBinder::sliceType(const Type &base, Range range) {
  if (const auto *array = dyn_cast<UnpackedArrayType>(&base.canonical()))
    return types.unpackedArray(array->element, range);
  const Type &element = packedElementType(types, base);
  if (element.canonical().kind == TypeKind::Scalar)
    return types.vector(range.size(), false, element.isFourState());
  return types.packedArray(element, Range{int32_t(range.size()) - 1, 0}, false);
}

Expr *ExprBinder::simpleRange(const Expr &base, const RangeSelectExprSyntax &syntax,
                              const Range &declared) {
  bool outer = std::exchange(isTarget, false);
  std::optional<int64_t> left = bindConstantInt(*syntax.left),
                         right = bindConstantInt(*syntax.right);
  isTarget = outer;
  if (!left || !right)
    return bad(syntax.range);
  SourceRange where(syntax.left->range.begin, syntax.right->range.end);
  bool isReversed = declared.isDescending() ? *left < *right : *left > *right;
  if (isReversed && declared.size() > 1) {
    diagnostics.diag(where, diag::ReversedRange)
        << *left << *right << declared.left << declared.right;
    return bad(syntax.range);
  }
  if (std::abs(*left - *right) >= int64_t(MaxPackedWidth)) {
    diagnostics.diag(where, diag::BoundTooLarge) << std::abs(*left - *right) + 1;
    return bad(syntax.range);
  }
  warnRange(where, *left, *right, declared);
  return mutableExpr(&rangeSelect(base, *left, *right, syntax.range));
}

Expr *ExprBinder::indexedRange(const Expr &base, const RangeSelectExprSyntax &syntax,
                               const Range &declared) {
  const Expr *left = bindIndex(*syntax.left);
  bool outer = std::exchange(isTarget, false);
  std::optional<int64_t> width = bindConstantInt(*syntax.right);
  isTarget = outer;
  if (isBad(*left) || !width)
    return bad(syntax.range);
  if (*width <= 0 || uint64_t(*width) > MaxPackedWidth) {
    diagnostics.diag(syntax.right->range, diag::BadSelectWidth) << *width;
    return bad(syntax.range);
  }
  bool isUp = syntax.rangeKind == RangeKind::IndexedUp;
  std::optional<int64_t> first;
  if (left->constant)
    first = left->constant->toInt64();
  if (first) {
    warnRange(SourceRange(left->range.begin, syntax.right->range.end), *first,
              isUp ? *first + *width - 1 : *first - *width + 1, declared);
  } else if (*width > declared.size() && !context.isDead) {
    diagnostics.diag(syntax.right->range, diag::SelectTooWide) << *width << declared.size();
  }
  int32_t high = int32_t(*width) - 1;
  const Type &type =
      sliceType(*base.type, declared.isDescending() ? Range{high, 0} : Range{0, high});
  const Expr &count = integerConstant(*width, types.integer(IntKind::Int), syntax.right->range);
  return mutableExpr(
      fold(make<RangeSelectExpr>(type, syntax.range, syntax.rangeKind, &base, left, &count)));
}

/// A slice of a queue or dynamic array is a queue (7.10.1).
Expr *ExprBinder::dynamicRange(const Expr &base, const RangeSelectExprSyntax &syntax) {
  const Expr *left = bindIndex(*syntax.left, &base), *right = bindIndex(*syntax.right, &base);
  if (isBad(*left) || isBad(*right))
    return bad(syntax.range);
  const Type &type = types.queue(*unpackedElementType(*base.type), 0);
  return make<RangeSelectExpr>(type, syntax.range, syntax.rangeKind, &base, left, right);
}

Expr *ExprBinder::applyRange(Expr *base, const RangeSelectExprSyntax &syntax) {
  if (isBad(*base))
    return bad(syntax.range);
  const Expr *object = finish(base);
  std::optional<Range> declared = declaredRange(*object->type);
  if (!declared) {
    TypeKind kind = object->type->canonical().kind;
    if (kind == TypeKind::Queue || kind == TypeKind::DynamicArray)
      return dynamicRange(*object, syntax);
    bool isScalar = object->type->canonical().kind == TypeKind::Scalar;
    return error(syntax.range, isScalar ? diag::SelectOfScalar : diag::SelectOfType,
                 object->type->describe());
  }
  return syntax.rangeKind == RangeKind::Simple ? simpleRange(*object, syntax, *declared)
                                               : indexedRange(*object, syntax, *declared);
}

//===-- Nodes for callers with constant indices -------------------------------------------===//

const Expr &ExprBinder::elementSelect(const Expr &base, int64_t index, SourceRange range) {
  const Expr &constant = integerConstant(index, types.integer(IntKind::Int), range);
  return *makeElementSelect(base, constant, range);
}

const Expr &ExprBinder::rangeSelect(const Expr &base, int64_t left, int64_t right,
                                    SourceRange range) {
  const Type &intType = types.integer(IntKind::Int);
  const Type &type = sliceType(*base.type, Range{int32_t(left), int32_t(right)});
  return *fold(make<RangeSelectExpr>(type, range, RangeKind::Simple, &base,
                                     &integerConstant(left, intType, range),
                                     &integerConstant(right, intType, range)));
}

//===-- For clocking blocks (14) --------------------------------------------------------------===//

const Expr &ExprBinder::selectOf(const Expr &object, llvm::ArrayRef<const ExprSyntax *> selects) {
  Expr *result = mutableExpr(&object);
  for (const ExprSyntax *select : selects)
    result = applySelect(result, *select, false);
  return *finish(result);
}

const Expr &ExprBinder::allOnes(const Type &type, SourceRange range) {
  auto *node = make<ConstantExpr>(type, range);
  node->constant = types.constant(
      value::LogicVector(type.width(), type.isSigned(), value::Bit::one));
  return *node;
}

const Expr &ExprBinder::currentTime(SourceRange range) {
  uint32_t row = *findBuiltin("$realtime");
  return *make<SystemCallExpr>(types.real(), range, row, "$realtime",
                               llvm::ArrayRef<const Expr *>());
}

const Expr &ExprBinder::binary(BinaryOp op, const Expr &lhs, const Expr &rhs) {
  return *finish(makeBinary(op, mutableExpr(&lhs), mutableExpr(&rhs), lhs.range));
}

const Expr &ExprBinder::complement(const Expr &operand) {
  return *finish(makeUnary(UnaryOp::BitwiseNot, mutableExpr(&operand), operand.range));
}

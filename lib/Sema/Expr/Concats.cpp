//===- Concats.cpp - concatenation, replication, streaming ----------------------===//
//
// IEEE 1800-2023 10.10, 11.4.12, 11.4.14. Elements are self-determined and sized. A
// concatenation is unsigned; with a string among its elements it is a string. With
// an unpacked array as its target it is an array of items and arrays (10.10).
// Replications by zero vanish; they are legal only beside an element of some width.
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

bool ExprBinder::checkConcatElement(const Expr &expr) {
  if (isBad(expr))
    return false;
  if (!expr.type->isIntegral() && !expr.type->isString()) {
    error(expr.range, diag::BadConcatElement, expr.type->describe());
    return false;
  }
  const auto *constant = dyn_cast<ConstantExpr>(&expr);
  if (constant && constant->isUnsized) {
    error(expr.range, diag::UnsizedInConcat);
    return false;
  }
  return true;
}

Expr *ExprBinder::makeConcat(llvm::ArrayRef<const Expr *> elements, SourceRange range) {
  uint64_t width = 0;
  bool fourState = false, isString = false;
  for (const Expr *element : elements) {
    width += element->type->width();
    fourState |= element->type->isFourState();
    isString |= element->type->isString();
  }
  if (isString) {
    llvm::SmallVector<const Expr *, 8> strings;
    for (const Expr *element : elements) {
      if (element->type->isVoid())
        continue;
      if (!element->type->isString() && !isStringLiteral(*element))
        return error(element->range, diag::BadStringConcatElement, element->type->describe());
      strings.push_back(asString(*element));
    }
    auto *node =
        make<ConcatExpr>(types.string(), range, copy(llvm::ArrayRef<const Expr *>(strings)));
    return mutableExpr(fold(node));
  }
  if (width > MaxPackedWidth) {
    diagnostics.diag(range, diag::PackedTypeTooWide) << width << MaxPackedWidth;
    return bad(range);
  }
  return mutableExpr(fold(
      make<ConcatExpr>(types.vector(uint32_t(width), false, fourState), range, copy(elements))));
}

/// A replication whose count is the constant 0 (its node has no type then).
static bool isEmptyReplication(const Expr &expr) {
  return expr.kind == ExprKind::Replication && expr.type->isVoid();
}

/// Can evaluating an operand of a replication be noticed?
static bool mayCall(const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::Call:
  case ExprKind::SystemCall:
  case ExprKind::MethodCall:
  case ExprKind::Assignment:
    return true;
  case ExprKind::Unary:
    return cast<UnaryExpr>(&expr)->op >= UnaryOp::PreIncrement ||
           mayCall(*cast<UnaryExpr>(&expr)->operand);
  case ExprKind::Binary:
    return mayCall(*cast<BinaryExpr>(&expr)->lhs) || mayCall(*cast<BinaryExpr>(&expr)->rhs);
  case ExprKind::Conversion:
    return mayCall(*cast<ConversionExpr>(&expr)->operand);
  case ExprKind::Concat:
    return llvm::any_of(cast<ConcatExpr>(&expr)->elements,
                        [](const Expr *element) { return mayCall(*element); });
  case ExprKind::Replication:
    return mayCall(*cast<ReplicationExpr>(&expr)->operand);
  default:
    return false;
  }
}

Expr *ExprBinder::createConcatOf(List<ExprSyntax> elements, SourceRange range) {
  llvm::SmallVector<const Expr *, 8> bound;
  bool good = true, hasWidth = false;
  for (const ExprSyntax *syntax : elements) {
    const Expr *element = selfDetermined(*syntax);
    if (isEmptyReplication(*element)) {
      if (mayCall(*cast<ReplicationExpr>(element)->operand))
        bound.push_back(element); // its operands are evaluated once (11.4.12.1)
      continue;
    }
    good &= checkConcatElement(*element);
    bound.push_back(element);
    hasWidth = true;
  }
  if (!good)
    return bad(range);
  if (!hasWidth)
    return error(range, diag::EmptyConcat);
  if (Expr *text = joinedText(bound, range))
    return text;
  return makeConcat(bound, range);
}

/// String literals side by side are a string literal (11.10.1). Null: others, or an
/// empty one, which is a zero byte.
Expr *ExprBinder::joinedText(llvm::ArrayRef<const Expr *> elements, SourceRange range) {
  std::string joined;
  for (const Expr *element : elements) {
    const auto *text = dyn_cast<StringConstantExpr>(element);
    if (!text || text->text.empty() || text->type->isString())
      return nullptr;
    joined += text->text;
  }
  if (joined.size() * 8 > MaxPackedWidth)
    return nullptr;
  auto *node = make<StringConstantExpr>(types.vector(uint32_t(joined.size()) * 8, false, false),
                                        range, types.copy(llvm::StringRef(joined)));
  node->constant = types.constant(value::LogicVector::fromBytes(joined));
  return node;
}

Expr *ExprBinder::createConcat(const ConcatExprSyntax &syntax, const Type *target) {
  if (target && unpackedElementType(*target))
    return createArrayConcat(syntax, *target);
  return createConcatOf(syntax.elements, syntax.range);
}

/// 10.10: items are assigned to one element each, arrays give all of theirs.
Expr *ExprBinder::createArrayConcat(const ConcatExprSyntax &syntax, const Type &target) {
  const Type &element = *unpackedElementType(target);
  llvm::SmallVector<const Expr *, 8> bound;
  uint64_t count = 0;
  bool good = true, isKnown = true;
  for (const ExprSyntax *item : syntax.elements) {
    Expr *expr = create(*item, &element);
    const auto *array = dyn_cast<UnpackedArrayType>(&expr->type->canonical());
    const Type *itemElement = unpackedElementType(*expr->type);
    if (itemElement && !isAssignmentCompatible(element, *expr->type)) {
      if (isAssignmentCompatible(element, *itemElement) && (isEquivalent(*itemElement, element) || element.isAggregate()))
        bound.push_back(finish(expr));
      else
        bound.push_back(
            error(expr->range, diag::NotAssignable, expr->type->describe(), element.describe()));
      count += array ? array->range.size() : 0;
      isKnown &= array != nullptr;
    } else {
      bound.push_back(assignTo(expr, element));
      ++count;
    }
    good &= !isBad(*bound.back());
  }
  const auto *fixed = dyn_cast<UnpackedArrayType>(&target.canonical());
  if (!good)
    return bad(syntax.range);
  if (fixed && isKnown && fixed->range.size() != count) {
    diagnostics.diag(syntax.range, diag::ArrayConcatSize) << count << fixed->range.size();
    return bad(syntax.range);
  }
  return make<ConcatExpr>(target, syntax.range, copy(llvm::ArrayRef<const Expr *>(bound)));
}

Expr *ExprBinder::createReplication(const ReplicationExprSyntax &syntax) {
  const Expr &count = bindIntegral(*syntax.count);
  Expr *operand = createConcatOf(syntax.elements, syntax.range);
  if (isBad(count) || isBad(*operand))
    return bad(syntax.range);
  if (operand->type->isString() || (isStringLiteral(*operand) && !count.constant)) {
    const Expr *text = asString(*operand);
    return mutableExpr(fold(make<ReplicationExpr>(types.string(), syntax.range, &count, text)));
  }
  std::optional<int64_t> times = bindConstantInt(*syntax.count);
  if (!times)
    return bad(syntax.range);
  if (*times < 0)
    return error(syntax.count->range, diag::NegativeReplication);
  const Expr &constant = integerConstant(*times, types.integer(IntKind::Int), syntax.count->range);
  if (*times == 0)
    return make<ReplicationExpr>(types.voidType(), syntax.range, &constant, operand);
  if (uint64_t(*times) > MaxPackedWidth / operand->type->width()) {
    diagnostics.diag(syntax.range, diag::PackedTypeTooWide)
        << uint64_t(*times) * operand->type->width() << MaxPackedWidth;
    return bad(syntax.range);
  }
  const Type &type =
      types.vector(uint32_t(*times) * operand->type->width(), false, operand->type->isFourState());
  return mutableExpr(fold(make<ReplicationExpr>(type, syntax.range, &constant, operand)));
}

/// Block size of `{<< size {...}}`: a number, or the width of a type; 1 by default.
std::optional<uint32_t> ExprBinder::streamSlice(const ExprSyntax *syntax) {
  if (!syntax)
    return 1;
  if (const Type *type = TypeBinder(compilation, context).tryBindTypeOperand(*syntax)) {
    std::optional<uint64_t> bits = type->bitStreamWidth();
    if (bits && *bits && *bits <= MaxPackedWidth)
      return uint32_t(*bits);
    if (!type->isError())
      diagnostics.diag(syntax->range, diag::NotAStreamTarget) << type->describe();
    return std::nullopt;
  }
  std::optional<int64_t> size = bindConstantInt(*syntax);
  if (!size)
    return std::nullopt;
  if (*size <= 0 || *size > int64_t(MaxPackedWidth)) {
    diagnostics.diag(syntax->range, diag::BadStreamSlice) << *size;
    return std::nullopt;
  }
  return uint32_t(*size);
}

/// The same of an array of fixed size, as a slice with constant bounds.
const Expr *ExprBinder::fixedStreamRange(const Expr &array, const UnpackedArrayType &type,
                                         const Expr &left, const Expr &right,
                                         const StreamElementSyntax &syntax) {
  std::optional<int64_t> first = left.constant ? left.constant->toInt64() : std::nullopt;
  std::optional<int64_t> last = right.constant ? right.constant->toInt64() : std::nullopt;
  if (!first || !last)
    return unsupported(syntax.range, "streaming of variable ranges of arrays of fixed size",
                       "11.4.14.4");
  if (syntax.rangeKind != RangeKind::Simple) {
    int64_t span = *last - 1;
    last = syntax.rangeKind == RangeKind::IndexedUp ? *first + span : *first - span;
    if (syntax.rangeKind == RangeKind::IndexedUp ? type.range.isDescending()
                                                 : !type.range.isDescending())
      std::swap(first, last);
  }
  bool isReversed = type.range.isDescending() ? *first < *last : *first > *last;
  if ((isReversed && type.range.size() > 1) || !type.range.contains(*first) ||
      !type.range.contains(*last))
    return error(syntax.range, diag::BadStreamRange);
  return &rangeSelect(array, *first, *last, syntax.range);
}

/// `array with [range]` (11.4.14.4): a slice, which as a target is made as large as need be.
const Expr *ExprBinder::streamRange(const Expr &array, const StreamElementSyntax &syntax) {
  TypeKind kind = array.type->canonical().kind;
  const auto *fixed = dyn_cast<UnpackedArrayType>(&array.type->canonical());
  if (!fixed && kind != TypeKind::Queue && kind != TypeKind::DynamicArray)
    return unsupported(syntax.range, "streaming of ranges of associative arrays and other types",
                       "11.4.14.4");
  const Expr *left = bindIndex(*syntax.left, &array);
  const Expr *right = syntax.right ? bindIndex(*syntax.right, &array) : left;
  if (isBad(*left) || isBad(*right))
    return bad(syntax.range);
  if (fixed)
    return fixedStreamRange(array, *fixed, *left, *right, syntax);
  const Type &type = types.queue(*unpackedElementType(*array.type), 0);
  return make<RangeSelectExpr>(type, syntax.range, syntax.rangeKind, &array, left, right);
}

Expr *ExprBinder::createStreaming(const StreamingExprSyntax &syntax) {
  std::optional<uint32_t> slice = streamSlice(syntax.sliceSize);
  llvm::SmallVector<const Expr *, 4> elements;
  bool good = slice.has_value(), fourState = false, isVariable = false;
  uint64_t width = 0;
  for (const StreamElementSyntax *element : syntax.elements) {
    const Expr *expr = selfDetermined(*element->value);
    if (element->hasRange && !isBad(*expr))
      expr = streamRange(*expr, *element);
    if (isBad(*expr)) {
      good = false;
      continue;
    }
    std::optional<uint64_t> bits = expr->type->bitStreamWidth();
    if (!bits && isBitStreamType(*expr->type)) {
      isVariable = true;
      elements.push_back(expr);
      continue;
    }
    if (!bits || expr->type->isReal()) {
      error(expr->range, diag::NotAStreamElement, expr->type->describe());
      good = false;
      continue;
    }
    width += *bits;
    fourState |= expr->type->isFourState();
    elements.push_back(expr);
  }
  if (!good)
    return bad(syntax.range);
  if (isVariable) // a queue of bits
    return make<StreamingExpr>(types.queue(types.scalar(ScalarKind::Logic), 0), syntax.range,
                               syntax.direction == StreamDirection::RightToLeft, *slice,
                               copy(llvm::ArrayRef<const Expr *>(elements)));
  if (width == 0 || width > MaxPackedWidth) {
    diagnostics.diag(syntax.range, diag::PackedTypeTooWide) << width << MaxPackedWidth;
    return bad(syntax.range);
  }
  return make<StreamingExpr>(types.vector(uint32_t(width), false, fourState), syntax.range,
                             syntax.direction == StreamDirection::RightToLeft, *slice,
                             copy(llvm::ArrayRef<const Expr *>(elements)));
}

//===- ConnectionSlices.cpp - parts of a connection -----------------------===//
//
// A vector connected to an array of instances or gates is cut into one slice per
// element (IEEE 1800-2023 23.3.3.5). Names and selects are cut by selects, concatenations
// element by element, constants by value; any other value by a shift and
// a truncation. Lvalues must be of the first two kinds.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Hierarchy/BodyBinder.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
class Slicer {
public:
  Slicer(Compilation &compilation, ExprBinder &binder, bool isLvalue)
      : compilation(compilation), types(compilation.types()), binder(binder), isLvalue(isLvalue) {}

  const Expr *slice(const Expr &expr, uint32_t lo, uint32_t width);

private:
  const Expr *sliceConcat(const ConcatExpr &expr, uint32_t lo, uint32_t width);
  const Expr *sliceSelectable(const Expr &expr, uint32_t lo, uint32_t width);
  const Expr *shift(const Expr &expr, uint32_t lo, uint32_t width);

  Compilation &compilation;
  TypeContext &types;
  ExprBinder &binder;
  bool isLvalue;
};
} // namespace

const Expr *Slicer::sliceConcat(const ConcatExpr &expr, uint32_t lo, uint32_t width) {
  llvm::SmallVector<const Expr *, 4> parts; // least significant first
  uint32_t begin = 0;
  for (const Expr *element : llvm::reverse(expr.elements)) {
    uint32_t end = begin + element->type->width();
    uint32_t from = std::max(begin, lo), to = std::min(end, lo + width);
    if (from < to) {
      const Expr *part = slice(*element, from - begin, to - from);
      if (!part)
        return nullptr;
      parts.push_back(part);
    }
    begin = end;
  }
  if (parts.size() == 1)
    return parts.front();
  std::reverse(parts.begin(), parts.end());
  const Type &type = types.vector(width, false, expr.type->isFourState());
  return types.make<ConcatExpr>(type, expr.range, types.copy(llvm::ArrayRef<const Expr *>(parts)));
}

/// Selects by the declared range of the type. Null: not along element borders.
const Expr *Slicer::sliceSelectable(const Expr &expr, uint32_t lo, uint32_t width) {
  const Type &type = expr.type->canonical();
  Range range{int32_t(type.width()) - 1, 0};
  uint32_t elementWidth = 1;
  if (const auto *packed = llvm::dyn_cast<PackedArrayType>(&type)) {
    range = packed->range;
    elementWidth = packed->element.width();
  } else if (type.kind != TypeKind::PredefinedInt) {
    return nullptr;
  }
  auto indexOf = [&](uint32_t element) {
    return range.isDescending() ? int64_t(range.right) + element : int64_t(range.right) - element;
  };
  uint32_t first = lo / elementWidth, last = (lo + width - 1) / elementWidth;
  if (lo % elementWidth == 0 && width % elementWidth == 0) {
    if (first == last)
      return &binder.elementSelect(expr, indexOf(first), expr.range);
    return &binder.rangeSelect(expr, indexOf(last), indexOf(first), expr.range);
  }
  if (first == last)
    return slice(binder.elementSelect(expr, indexOf(first), expr.range), lo % elementWidth, width);
  return nullptr;
}

const Expr *Slicer::shift(const Expr &expr, uint32_t lo, uint32_t width) {
  const Type &type = types.vector(expr.type->width(), false, expr.type->isFourState());
  const Expr *value = &expr;
  if (!isIdentical(type, *expr.type))
    value = types.make<ConversionExpr>(type, expr.range, ConversionKind::Integral, true, value);
  if (lo != 0) {
    const Expr &amount = binder.integerConstant(lo, types.integer(IntKind::Int), expr.range);
    value = types.make<BinaryExpr>(type, expr.range, BinaryOp::ShiftRight, value, &amount);
  }
  const Type &part = types.vector(width, false, expr.type->isFourState());
  return types.make<ConversionExpr>(part, expr.range, ConversionKind::Integral, true, value);
}

const Expr *Slicer::slice(const Expr &expr, uint32_t lo, uint32_t width) {
  if (lo == 0 && width == expr.type->width())
    return &expr;
  if (expr.constant) {
    const Type &type = types.vector(width, false, expr.type->isFourState());
    ConstantValue value(value::extract(*expr.constant, lo, width));
    return &constantExpr(compilation, value, type, expr.range);
  }
  const Expr *result = nullptr;
  switch (expr.kind) {
  case ExprKind::Concat:
    result = sliceConcat(static_cast<const ConcatExpr &>(expr), lo, width);
    break;
  case ExprKind::NamedValue:
  case ExprKind::ElementSelect:
  case ExprKind::RangeSelect:
  case ExprKind::FieldSelect:
    result = sliceSelectable(expr, lo, width);
    break;
  default:
    break;
  }
  return result || isLvalue ? result : shift(expr, lo, width);
}

const Expr *sliceBits(Compilation &compilation, ExprBinder &binder, const Expr &expr, uint32_t lo,
                      uint32_t width, bool isLvalue) {
  return Slicer(compilation, binder, isLvalue).slice(expr, lo, width);
}

} // namespace circtsim::sema

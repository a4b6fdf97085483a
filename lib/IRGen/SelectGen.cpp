//===- SelectGen.cpp - places, and selects of values ----------------------===//
//
// LRM 7.4, 11.5. A select chain over a variable or net becomes a chain of
// references (addr, elem_ref, field_ref, bits_ref), read by a load; packed
// selects of values up to 64 bits read the whole value and extract, which is
// cheaper. Out-of-range and unknown indices read as x (0 in two-state) and
// swallow writes.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::RangeKind;

//===-- Indices ------------------------------------------------------------------===//

mlir::Value FunctionGen::emitIndex(const Expr &index) {
  if (auto constant = constantIndex(index))
    return constantInt(64, uint64_t(*constant));
  return make<csim::ToIndexOp>(b.getI64Type(), emit(index), index.type->isSigned());
}

mlir::Value FunctionGen::emitUnpackedIndex(const UnpackedArrayType &array, const Expr &index) {
  return make<csim::NormIndexOp>(emitIndex(index), array.range.left, array.range.right, /*packed=*/false);
}

/// Bit position of element `index` of a packed value.
mlir::Value FunctionGen::emitPackedIndex(const Type &base, const Expr &index) {
  PackedIndexing indexing = PackedIndexing::of(base);
  mlir::Value position =
      make<csim::NormIndexOp>(emitIndex(index), indexing.range.left, indexing.range.right, /*packed=*/true);
  if (indexing.elementWidth == 1)
    return position;
  return make<csim::LinIndexOp>(b.getI64Type(), position, constantInt(64, 0), uint64_t(indexing.elementWidth));
}

/// Lowest bit of an indexed part-select, which may lie outside of the value.
mlir::Value FunctionGen::emitPackedRangeStart(const RangeSelectExpr &expr) {
  PackedIndexing indexing = PackedIndexing::of(*expr.base->type);
  mlir::Value position = make<csim::NormIndexOp>(emitIndex(*expr.left), indexing.range.left, indexing.range.right,
                                                 /*packed=*/true, /*unbounded=*/true);
  int64_t elements = constantIndex(*expr.right).value_or(1);
  bool isUp = expr.rangeKind == RangeKind::IndexedUp;
  if (isUp != indexing.range.isDescending())
    position = make<csim::AddIndexOp>(b.getI64Type(), position, constantInt(64, uint64_t(1 - elements)));
  if (indexing.elementWidth == 1)
    return position;
  return make<csim::LinIndexOp>(b.getI64Type(), position, constantInt(64, 0), uint64_t(indexing.elementWidth));
}

/// Lowest bit selected, if constant; may be negative or too large.
std::optional<int64_t> FunctionGen::constantLow(const Expr &select) {
  if (auto *field = dyn_cast<FieldSelectExpr>(&select))
    return field->field->bitOffset;
  auto position = [](const Type &base, int64_t index) {
    PackedIndexing indexing = PackedIndexing::of(base);
    int64_t p = indexing.range.isDescending() ? index - indexing.range.right : indexing.range.right - index;
    return p * int64_t(indexing.elementWidth);
  };
  if (auto *element = dyn_cast<ElementSelectExpr>(&select)) {
    auto index = constantIndex(*element->index);
    return index ? std::optional(position(*element->base->type, *index)) : std::nullopt;
  }
  auto &range = cast<RangeSelectExpr>(select);
  auto left = constantIndex(*range.left), right = constantIndex(*range.right);
  if (!left || !right)
    return std::nullopt;
  int64_t last = *right;
  if (range.rangeKind == RangeKind::IndexedUp)
    last = *left + *right - 1;
  else if (range.rangeKind == RangeKind::IndexedDown)
    last = *left - (*right - 1);
  return std::min(position(*range.base->type, *left), position(*range.base->type, last));
}

//===-- Reading -------------------------------------------------------------------===//

bool FunctionGen::isAddressable(const Expr &expr) {
  if (known.contains(&expr))
    return false;
  switch (expr.kind) {
  case ExprKind::NamedValue: {
    auto *parameter = dyn_cast<ParameterSymbol>(cast<NamedValueExpr>(expr).symbol);
    return !parameter || expr.type->isAggregate();
  }
  case ExprKind::ElementSelect:
    return !cast<ElementSelectExpr>(expr).base->type->isString() &&
           isAddressable(*cast<ElementSelectExpr>(expr).base);
  case ExprKind::RangeSelect:
    return expr.type->isIntegral() && isAddressable(*cast<RangeSelectExpr>(expr).base);
  case ExprKind::FieldSelect:
    return isAddressable(*cast<FieldSelectExpr>(expr).base);
  default:
    return false;
  }
}

mlir::Value FunctionGen::extractBits(mlir::Value v, mlir::Value index, std::optional<int64_t> lo, const Type &type) {
  uint32_t width = type.width(), total = csim::bitWidthOf(v.getType());
  if (lo && *lo >= 0 && width <= total && *lo <= int64_t(total - width))
    return width == total ? v : mlir::Value(make<csim::ExtractOp>(v, unsigned(*lo), width));
  if (lo)
    index = constantInt(64, uint64_t(*lo));
  return make<csim::DynExtractOp>(v, index, width);
}

mlir::Value FunctionGen::emitSelect(const Expr &expr) {
  const Expr *base = nullptr;
  if (auto *element = dyn_cast<ElementSelectExpr>(&expr))
    base = element->base;
  else if (auto *range = dyn_cast<RangeSelectExpr>(&expr))
    base = range->base;
  else
    base = cast<FieldSelectExpr>(expr).base;
  if (base->type->isString()) {
    mlir::Value index = convertIntegral(emit(*cast<ElementSelectExpr>(expr).index),
                                        cast<ElementSelectExpr>(expr).index->type->isSigned(), b.getI64Type());
    return runtime("string_getc", {emit(*base), index}, b.getIntegerType(8));
  }
  if (expr.type->isAggregate())
    return emitAggregate(expr);
  bool isPacked = base->type->isIntegral();
  if (!isPacked && !base->type->isAggregate())
    return unsupported(expr, "select of this type", "7");
  bool readsWhole = isPacked && (base->type->width() <= 64 || !isAddressable(expr));
  if (!readsWhole) {
    if (isAddressable(expr))
      return make<csim::LoadOp>(emitRef(expr));
    mlir::Value aggregate = emitAggregate(*base);
    mlir::Value ref;
    if (auto *field = dyn_cast<FieldSelectExpr>(&expr); field)
      checkTag(*field);
    if (auto *field = dyn_cast<FieldSelectExpr>(&expr))
      ref = make<csim::FieldRefOp>(aggregate, field->field->index);
    else
      ref = elementRef(aggregate, *base->type, *cast<ElementSelectExpr>(expr).index, false);
    return make<csim::LoadOp>(ref);
  }
  if (auto *field = dyn_cast<FieldSelectExpr>(&expr))
    checkTag(*field);
  std::optional<int64_t> lo = constantLow(expr);
  mlir::Value value = emit(*base), index;
  if (!lo)
    index = isa<ElementSelectExpr>(&expr) ? emitPackedIndex(*base->type, *cast<ElementSelectExpr>(expr).index)
                                          : emitPackedRangeStart(cast<RangeSelectExpr>(expr));
  return extractBits(value, index, lo, *expr.type);
}

//===-- References -------------------------------------------------------------------===//

mlir::Value FunctionGen::bitsRef(mlir::Value ref, mlir::Value index, std::optional<int64_t> lo, const Type &type) {
  uint32_t width = type.width();
  uint32_t total = csim::bitWidthOf(cast<csim::RefType>(ref.getType()).getPointee());
  if (lo && *lo >= 0 && width <= total && *lo <= int64_t(total - width))
    return width == total ? ref : mlir::Value(make<csim::BitsRefOp>(ref, unsigned(*lo), width));
  if (lo)
    index = constantInt(64, uint64_t(*lo));
  return make<csim::BitsRefOp>(ref, index, width);
}

mlir::Value FunctionGen::emitRef(const Expr &expr, bool isWritten) {
  switch (expr.kind) {
  case ExprKind::NamedValue:
    return refOf(cast<NamedValueExpr>(expr));
  case ExprKind::FieldSelect: {
    auto &field = cast<FieldSelectExpr>(expr);
    checkTag(field);
    mlir::Value base = emitRef(*field.base, isWritten);
    if (field.base->type->isIntegral())
      return bitsRef(base, {}, field.field->bitOffset, *expr.type);
    return make<csim::FieldRefOp>(base, field.field->index);
  }
  case ExprKind::ElementSelect: {
    auto &element = cast<ElementSelectExpr>(expr);
    mlir::Value base = emitRef(*element.base, isWritten);
    if (element.base->type->isIntegral()) {
      std::optional<int64_t> lo = constantLow(expr);
      mlir::Value index = lo ? mlir::Value() : emitPackedIndex(*element.base->type, *element.index);
      return bitsRef(base, index, lo, *expr.type);
    }
    return elementRef(base, *element.base->type, *element.index, isWritten);
  }
  case ExprKind::RangeSelect: {
    auto &range = cast<RangeSelectExpr>(expr);
    if (range.base->type->isIntegral()) {
      mlir::Value base = emitRef(*range.base, isWritten);
      std::optional<int64_t> lo = constantLow(expr);
      return bitsRef(base, lo ? mlir::Value() : emitPackedRangeStart(range), lo, *expr.type);
    }
    return emitAggregate(expr);
  }
  case ExprKind::Conversion:
    return emitRef(*cast<ConversionExpr>(expr).operand, isWritten);
  default:
    break;
  }
  unsupported(expr, "assignment to this expression", "10.4");
  return temporary(*expr.type);
}

/// The elements of an unpacked slice as separate places.
LValue FunctionGen::emitSlice(const RangeSelectExpr &expr) {
  LValue place;
  place.kind = LValue::Elements;
  place.type = expr.type;
  auto *array = dyn_cast<UnpackedArrayType>(&expr.base->type->canonical());
  auto *slice = dyn_cast<UnpackedArrayType>(&expr.type->canonical());
  if (!array || !slice) {
    place.kind = LValue::Slice;
    place.array = expr.base->type;
    place.ref = arrayRef(*expr.base, true);
    std::tie(place.index, place.last) = sliceBounds(expr);
    return place;
  }
  mlir::Value base = isAddressable(*expr.base) ? emitRef(*expr.base) : emitAggregate(*expr.base);
  // Storage position of the slice's first element.
  mlir::Value first;
  uint32_t count = slice->range.size();
  bool isDescending = array->range.isDescending();
  if (expr.rangeKind == RangeKind::Simple) {
    first = emitUnpackedIndex(*array, *expr.left);
  } else {
    mlir::Value at = make<csim::NormIndexOp>(emitIndex(*expr.left), array->range.left, array->range.right, false, true);
    bool isUp = expr.rangeKind == RangeKind::IndexedUp;
    first = isUp == isDescending
                ? mlir::Value(make<csim::AddIndexOp>(b.getI64Type(), at, constantInt(64, uint64_t(1) - count)))
                : at;
  }
  for (uint32_t i = 0; i < count; ++i) {
    LValue element;
    element.type = &slice->element;
    mlir::Value index = i ? mlir::Value(make<csim::AddIndexOp>(b.getI64Type(), first, constantInt(64, i))) : first;
    element.ref = make<csim::ElemRefOp>(base, index);
    place.parts.push_back(element);
  }
  return place;
}

/// The packed parts of an aggregate as places; false: it has others.
bool FunctionGen::addStreamPlaces(const Type &type, mlir::Value ref, std::vector<LValue> &places) {
  auto add = [&](const Type &part, unsigned index) {
    LValue place;
    place.type = &part;
    place.ref = partRef(ref, type, index);
    if (part.isIntegral())
      places.push_back(place);
    return part.isIntegral() || (part.isAggregate() && addStreamPlaces(part, place.ref, places));
  };
  if (auto *array = dyn_cast<UnpackedArrayType>(&type.canonical())) {
    for (uint32_t i = 0; i < array->range.size(); ++i)
      if (!add(array->element, i))
        return false;
    return true;
  }
  auto *structure = dyn_cast<UnpackedStructType>(&type.canonical());
  if (!structure || structure->isUnion())
    return false;
  return llvm::all_of(structure->fields, [&](const Field &field) { return add(*field.type, field.index); });
}

LValue FunctionGen::emitLValue(const Expr &expr) {
  LValue place;
  place.type = expr.type;
  auto addParts = [&](llvm::ArrayRef<const Expr *> elements) {
    for (const Expr *element : elements)
      place.parts.push_back(emitLValue(*element));
  };
  if (auto *concat = dyn_cast<ConcatExpr>(&expr)) {
    place.kind = LValue::Parts;
    addParts(concat->elements);
    return place;
  }
  if (auto *pattern = dyn_cast<PatternExpr>(&expr)) {
    place.kind = expr.type->isIntegral() ? LValue::Parts : LValue::Elements;
    addParts(pattern->elements);
    return place;
  }
  if (auto *stream = dyn_cast<StreamingExpr>(&expr)) {
    place.kind = LValue::Stream;
    place.slice = stream->rightToLeft ? stream->sliceSize : 0;
    for (const Expr *element : stream->elements) {
      auto *range = dyn_cast<RangeSelectExpr>(element);
      if (element->type->isIntegral()) {
        place.parts.push_back(emitLValue(*element));
      } else if (range && isa<UnpackedArrayType>(range->type->canonical())) {
        bool isPacked = true;
        for (LValue &part : emitSlice(*range).parts)
          if (part.type->isIntegral())
            place.parts.push_back(part);
          else
            isPacked &= addStreamPlaces(*part.type, part.ref, place.parts);
        if (!isPacked)
          unsupported(*element, "streaming into this type", "11.4.14.3");
      } else if (!element->type->isAggregate() || !addStreamPlaces(*element->type, emitRef(*element, true), place.parts)) {
        unsupported(*element, "streaming into this type", "11.4.14.3");
        place.kind = LValue::Ref;
        place.ref = temporary(*element->type);
        return place;
      }
    }
    return place;
  }
  if (auto *element = dyn_cast<ElementSelectExpr>(&expr); element && element->base->type->isString()) {
    place.kind = LValue::Byte;
    place.ref = emitRef(*element->base, true);
    place.index = convertIntegral(emit(*element->index), element->index->type->isSigned(), b.getI64Type());
    return place;
  }
  if (auto *range = dyn_cast<RangeSelectExpr>(&expr); range && !range->base->type->isIntegral())
    return emitSlice(*range);
  place.ref = emitRef(expr, true);
  return place;
}

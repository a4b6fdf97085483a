//===- StaticPrefix.cpp - constant parts of select chains -----------------===//
//
// Walks from the name outwards. Packed selects narrow a bit range inside the
// packed value, unpacked ones append a storage position; the first select that
// is not constant (or out of range) ends the prefix. LRM 7.4, 11.5.3.
//
//===----------------------------------------------------------------------===//
#include "IRGen/StaticPrefix.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;

PackedIndexing PackedIndexing::of(const Type &type) {
  const Type &t = type.canonical();
  if (auto *array = dyn_cast<PackedArrayType>(&t))
    return {array->range, array->element.width()};
  if (auto *e = dyn_cast<EnumType>(&t))
    return of(e->base);
  return {{int32_t(t.width()) - 1, 0}, 1};
}

std::optional<uint32_t> PackedIndexing::bitOf(int64_t index) const {
  if (!range.contains(index))
    return std::nullopt;
  int64_t position = range.isDescending() ? index - range.right : range.right - index;
  return uint32_t(position) * elementWidth;
}

std::optional<int64_t> irgen::constantIndex(const Expr &expr) {
  if (!expr.constant || !expr.type->isIntegral())
    return std::nullopt;
  return expr.constant->toInt64();
}

namespace {
/// Collects the selects between `expr` and its root name, innermost first.
const NamedValueExpr *collect(const Expr &expr, llvm::SmallVectorImpl<const Expr *> &selects) {
  const Expr *e = &expr;
  while (true) {
    if (auto *named = dyn_cast<NamedValueExpr>(e)) {
      std::reverse(selects.begin(), selects.end());
      return named;
    }
    selects.push_back(e);
    if (auto *select = dyn_cast<ElementSelectExpr>(e))
      e = select->base;
    else if (auto *range = dyn_cast<RangeSelectExpr>(e))
      e = range->base;
    else if (auto *field = dyn_cast<FieldSelectExpr>(e))
      e = field->base;
    else
      return nullptr;
  }
}

/// Bits selected by a packed range select: lowest bit and number of bits.
std::optional<std::pair<uint32_t, uint32_t>> packedRange(const RangeSelectExpr &select) {
  PackedIndexing indexing = PackedIndexing::of(*select.base->type);
  auto left = constantIndex(*select.left), right = constantIndex(*select.right);
  if (!left || !right)
    return std::nullopt;
  int64_t first = *left, last = *right;
  if (select.rangeKind != syntax::RangeKind::Simple) {
    int64_t span = *right - 1;
    bool up = select.rangeKind == syntax::RangeKind::IndexedUp;
    first = *left;
    last = up ? *left + span : *left - span;
  }
  auto a = indexing.bitOf(first), b = indexing.bitOf(last);
  if (!a || !b)
    return std::nullopt;
  uint32_t lo = std::min(*a, *b), hi = std::max(*a, *b) + indexing.elementWidth;
  return std::make_pair(lo, hi - lo);
}
} // namespace

StaticPrefix StaticPrefix::of(const Expr &expr) {
  StaticPrefix prefix;
  llvm::SmallVector<const Expr *, 4> selects;
  prefix.root = collect(expr, selects);
  if (!prefix.root)
    return prefix;
  prefix.type = prefix.root->type;
  for (const Expr *select : selects) {
    const Type &base = prefix.type->canonical();
    auto narrow = [&](uint32_t lo, uint32_t width) {
      prefix.lo += lo;
      prefix.width = width;
      prefix.type = select->type;
    };
    if (auto *field = dyn_cast<FieldSelectExpr>(select)) {
      if (auto *tagged = dyn_cast<UnpackedStructType>(&base); tagged && tagged->tag)
        return prefix; // members depend on the tag: the union changes as a whole
      if (base.isIntegral()) {
        narrow(field->field->bitOffset, select->type->width());
      } else {
        prefix.path.push_back(field->field->index);
        prefix.type = select->type;
      }
      continue;
    }
    if (auto *range = dyn_cast<RangeSelectExpr>(select)) {
      if (!base.isIntegral())
        return prefix;
      auto bits = packedRange(*range);
      if (!bits)
        return prefix;
      narrow(bits->first, bits->second);
      continue;
    }
    auto index = constantIndex(*cast<ElementSelectExpr>(select)->index);
    if (!index)
      return prefix;
    if (base.isIntegral()) {
      PackedIndexing indexing = PackedIndexing::of(base);
      auto bit = indexing.bitOf(*index);
      if (!bit)
        return prefix;
      narrow(*bit, indexing.elementWidth);
    } else if (auto *array = dyn_cast<UnpackedArrayType>(&base)) {
      if (!array->range.contains(*index))
        return prefix;
      prefix.path.push_back(std::abs(*index - array->range.left));
      prefix.type = select->type;
    } else {
      return prefix;
    }
  }
  prefix.isComplete = true;
  return prefix;
}

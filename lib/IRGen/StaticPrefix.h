//===- StaticPrefix.h - constant parts of select chains ---------*- C++ -*-===//
//
// The longest static prefix of an expression (LRM 11.5.3): a variable or net
// followed by as many selects as have constant, in-range indices.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IRGEN_STATICPREFIX_H
#define CIRCTSIM_IRGEN_STATICPREFIX_H

#include "Sema/Expr/Expr.h"

#include "llvm/ADT/SmallVector.h"

namespace circtsim::irgen {

/// How a packed type is indexed: declared range of its outermost dimension and
/// bits per element.
struct PackedIndexing {
  sema::Range range;
  uint32_t elementWidth = 1;

  static PackedIndexing of(const sema::Type &type);
  /// Lowest bit of element `index`; nullopt if out of range.
  std::optional<uint32_t> bitOf(int64_t index) const;
};

/// Position of a constant part inside an object.
struct StaticPrefix {
  /// The object; null if the expression is not a select chain over a name.
  const sema::NamedValueExpr *root = nullptr;
  /// Storage positions of unpacked elements and members, outermost first.
  llvm::SmallVector<int64_t, 2> path;
  /// Bits [lo, lo+width) of the packed value reached; width 0: all of it.
  uint32_t lo = 0, width = 0;
  /// Type of the part selected.
  const sema::Type *type = nullptr;
  /// The prefix is the whole expression.
  bool isComplete = false;

  static StaticPrefix of(const sema::Expr &expr);
};

/// The constant value of an index expression as a 64-bit integer.
std::optional<int64_t> constantIndex(const sema::Expr &expr);

} // namespace circtsim::irgen

#endif

//===- Cursor.h - the state of one look-up ----------------------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_LOOKUP_CURSOR_H
#define CIRCTSIM_SEMA_LOOKUP_CURSOR_H

#include "Sema/Lookup/Lookup.h"

namespace circtsim::sema {

/// Where a look-up stands: the symbol found so far, and the way to its body
/// from the body being bound.
struct Lookup::Cursor {
  bool isQuiet = false;
  /// An error was reported, or follows from one that was.
  bool hasFailed = false;
  Symbol *symbol = nullptr;
  /// The virtual interface that the way begins at (25.9).
  const Expr *base = nullptr;
  /// Instances above the body being bound; HierarchicalPath::Absolute.
  uint32_t up = 0;
  llvm::SmallVector<llvm::StringRef, 4> instances;
  /// Went through a scope by a dot, or upwards.
  bool isHierarchical = false;
  /// Every instance crossed is an interface or an interface port.
  bool isThroughInterfaces = true;
  /// Indices of an instance array met so far.
  llvm::SmallVector<int64_t, 2> indices;
  const ModportSymbol::Item *modportItem = nullptr;
  /// A declaration of the name behind the position of its use.
  Symbol *tooEarly = nullptr;
  /// Packages whose wildcard imports both have the name.
  const ImportSymbol *ambiguous[2] = {nullptr, nullptr};
};

/// A name of the scope (or, `outward`, of one around it) that looks like
/// `name`; empty if there is none.
llvm::StringRef findSimilarName(llvm::StringRef name, const Scope *scope, bool outward);

} // namespace circtsim::sema

#endif

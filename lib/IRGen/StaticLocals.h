//===- StaticLocals.h - static functions without a memory -------*- C++ -*-===//
#ifndef CIRCTSIM_IRGEN_STATICLOCALS_H
#define CIRCTSIM_IRGEN_STATICLOCALS_H

#include "Sema/Compilation.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"

#include <vector>

namespace circtsim::irgen {

/// Finds static functions (13.4.2) whose variables carry nothing from one call
/// to the next: every variable is assigned as a whole before it is read, on
/// every path, the function does not call itself, and no other code names its
/// variables. Their variables can live in the frame, in registers at best.
class StaticLocals {
public:
  explicit StaticLocals(sema::Compilation &compilation) : compilation(compilation) {}

  /// Records the variables that a statement of `owner` (null: a process) names
  /// from outside of their function. Call for all code before asking.
  void scan(const sema::Stmt *stmt, const sema::SubroutineSymbol *owner);
  void scan(const sema::Expr *expr, const sema::SubroutineSymbol *owner);

  /// The function's static variables that live in the frame; empty if none may.
  const std::vector<const sema::VariableSymbol *> &frameVariables(const sema::SubroutineSymbol &function);

private:
  using Assigned = llvm::SmallPtrSet<const sema::VariableSymbol *, 8>;
  struct Flow; // one function's analysis

  bool callsItself(const sema::SubroutineSymbol &function);
  void collect(const sema::Scope &scope, std::vector<const sema::VariableSymbol *> &variables) const;

  sema::Compilation &compilation;
  llvm::DenseSet<const sema::ValueSymbol *> namedElsewhere;
  llvm::DenseMap<const sema::SubroutineSymbol *, llvm::SmallPtrSet<const sema::SubroutineSymbol *, 4>> callees;
  llvm::DenseMap<const sema::SubroutineSymbol *, std::vector<const sema::VariableSymbol *>> results;
};

} // namespace circtsim::irgen

#endif

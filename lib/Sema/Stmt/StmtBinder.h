//===- StmtBinder.h - from statement syntax to bound statements -*- C++ -*-===//
//
// IEEE 1800-2023 clauses 9, 10, 12, 13, 15, 16.3.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_STMT_STMTBINDER_H
#define CIRCTSIM_SEMA_STMT_STMTBINDER_H

#include "Sema/Expr/BindContext.h"
#include "Sema/Stmt/Stmt.h"
#include "Sema/Symbols/Symbol.h"

#include "llvm/ADT/SmallVector.h"

namespace circtsim::sema {

class Compilation;
class ExprBinder;

/// Binds the statements of one process or subroutine. Blocks and their
/// declarations get their symbols first (declareBlocks), so that other code
/// may name them; then the statements are bound.
class StmtBinder {
public:
  /// `root` is the ProcessSymbol or SubroutineSymbol the statements belong to.
  StmtBinder(Compilation &compilation, const BindContext &context, const Symbol &root);

  const Stmt &bind(const syntax::StmtSyntax &syntax);
  /// The statements of a subroutine's body, its declarations included.
  const Stmt &bindList(syntax::List<syntax::StmtSyntax> statements);
  const TimingControl &bindTiming(const syntax::TimingSyntax &syntax);

  /// Makes the symbols of all named or declaring blocks within a statement
  /// whose scope is `scope`, once per (root, statement).
  static void declareBlocks(Compilation &compilation, Symbol &root, Scope &scope,
                            const syntax::StmtSyntax &syntax, Lifetime lifetime,
                            uint32_t position);

private:
  Compilation &compilation;
  BindContext context;
  const Symbol &root;
};

} // namespace circtsim::sema

#endif

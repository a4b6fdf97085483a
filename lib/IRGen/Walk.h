//===- Walk.h - children of bound statements and expressions ----*- C++ -*-===//
#ifndef CIRCTSIM_IRGEN_WALK_H
#define CIRCTSIM_IRGEN_WALK_H

#include "Sema/Symbols/Symbol.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace circtsim::irgen {

using ExprVisitor = llvm::function_ref<void(const sema::Expr *)>;
using StmtVisitor = llvm::function_ref<void(const sema::Stmt *)>;

/// Calls `visit` for the direct operands of an expression, in source order;
/// never with null.
void forEachOperand(const sema::Expr &expr, ExprVisitor visit);

/// Calls `visitExpr` and `visitStmt` for the direct parts of a statement, in
/// source order; never with null. Initialisers of automatic variables count as
/// parts of their declaration.
void forEachPart(const sema::Stmt &stmt, ExprVisitor visitExpr, StmtVisitor visitStmt);

} // namespace circtsim::irgen

#endif

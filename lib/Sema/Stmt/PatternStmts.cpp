//===- PatternStmts.cpp - case statements with patterns -------------------===//
//
// `case (x) matches` (IEEE 1800-2023 12.6.1) becomes a chain of if statements: each
// item tests its pattern and its guard, in a scope of its own that holds the
// variables of the pattern. A selector that is not a name is evaluated once, by a
// test in front of the first item that is always true.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

void StmtBinder::enterPatternScope(BlockSymbol &block) {
  context.scope = &block;
  context.position = BindContext::NoPosition;
  context.patternScope = &block;
}

/// One item as an if statement, which the next item hangs on to.
const Stmt *StmtBinder::bindPatternItem(const CaseItemSyntax &item, const Expr &selector,
                                        CaseKind kind, IfStmt *&link) {
  BindContext outer = context;
  enterPatternScope(*blockOf(item));
  ExprBinder binder(compilation, context);
  auto *stmt = make<IfStmt>(item);
  stmt->condition = &binder.bindPatternMatch(selector, *item.pattern, kind);
  if (item.guard) {
    const Expr &guard = binder.bindCondition(*item.guard);
    if (!stmt->condition->isInvalid() && !guard.isInvalid()) {
      const Type &type = compilation.types().vector(1, false, guard.type->isFourState());
      stmt->condition = compilation.types().make<BinaryExpr>(
          type, item.guard->range, BinaryOp::CondAnd, stmt->condition, &guard);
    }
  }
  stmt->whenTrue = &bind(*item.body);
  context = outer;
  link = stmt;
  return stmt;
}

const Stmt *StmtBinder::bindCaseMatches(const CaseStmtSyntax &syntax) {
  BindContext outer = context;
  enterPatternScope(*blockOf(syntax));
  const Expr *copied = nullptr;
  const Expr &selector =
      ExprBinder(compilation, context).bindPatternOperand(*syntax.selector, copied);
  const Stmt *first = nullptr, *defaultBody = nullptr;
  IfStmt *last = nullptr;
  for (const CaseItemSyntax *item : syntax.items) {
    if (item->isDefault) {
      const Stmt *body = &bind(*item->body);
      if (!defaultBody) // a second one was reported by the parser
        defaultBody = body;
      continue;
    }
    IfStmt *link = nullptr;
    const Stmt *stmt = bindPatternItem(*item, selector, syntax.caseKind, link);
    if (last)
      last->whenFalse = stmt;
    else
      first = stmt;
    last = link;
  }
  context = outer;
  if (selector.isInvalid())
    return invalid(syntax);
  if (last)
    last->whenFalse = defaultBody;
  else
    first = defaultBody ? defaultBody : make<EmptyStmt>(syntax);
  if (auto *chain = llvm::dyn_cast<IfStmt>(first); chain && last)
    const_cast<IfStmt *>(chain)->unique = syntax.unique;
  if (!copied)
    return first;
  auto *copy = make<ExpressionStmt>(syntax);
  copy->expr = copied;
  return listOf(syntax, {copy, first});
}

} // namespace circtsim::sema

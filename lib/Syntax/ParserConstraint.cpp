//===- ParserConstraint.cpp - Constraint blocks ---------------------------===//
//
// IEEE 1800-2023 clause 18.5, Annex A.1.10. An item that begins with an
// expression is an implication if `->` follows at the top level. `{` after an
// implication or condition opens a block if a semicolon stands inside it, else
// it is a concatenation.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseConstraintDecl(bool isStatic, bool isExtern, bool isPure,
                                                uint32_t start) {
  take();
  uint8_t overrides = parseOverrides();
  const ExprSyntax *scope = nullptr;
  Name name = parseName("a name for the constraint");
  if (at(K::ColonColon) || (at(K::Hash) && peek().is(K::LParen))) {
    auto *first = make<NameExprSyntax>();
    first->name = name;
    first->range = SourceRange(name.loc);
    scope = first;
    if (at(K::Hash)) {
      auto *specialized = make<SpecializedNameExprSyntax>();
      specialized->base = scope;
      specialized->arguments = parseParamAssignments();
      scope = finishAt(specialized, name.loc);
    }
    expect(K::ColonColon, "class name");
    name = parseName("a name for the constraint");
    while (accept(K::ColonColon)) {
      auto *scoped = make<ScopedNameExprSyntax>();
      scoped->scope = scope;
      scoped->name = name;
      scope = finishAt(scoped, scope->range.begin);
      name = parseName("a name for the constraint");
    }
  }
  if (at(K::LBrace)) {
    auto *decl = make<ConstraintDeclSyntax>();
    decl->isStatic = isStatic;
    decl->overrides = overrides;
    decl->scope = scope;
    decl->name = name;
    decl->items = parseConstraintItems();
    return finish(decl, start);
  }
  auto *prototype = make<ConstraintPrototypeSyntax>();
  prototype->isStatic = isStatic;
  prototype->isExtern = isExtern;
  prototype->isPure = isPure;
  prototype->overrides = overrides;
  prototype->name = name;
  expectSemi("constraint declaration");
  return finish(prototype, start);
}

List<ConstraintSyntax> Parser::parseConstraintItems() {
  uint32_t open = pos;
  if (!expect(K::LBrace, "constraint"))
    return {};
  Collector<ConstraintSyntax> items(*this);
  while (!atEnd() && !at(K::RBrace) && !atEndKeyword()) {
    uint32_t before = pos;
    items.add(parseConstraintItem());
    if (pos == before)
      take();
  }
  List<ConstraintSyntax> list = items.finish();
  expectClose(K::RBrace, open);
  return list;
}

const ConstraintSyntax *Parser::parseConstraintItem() {
  Nesting nesting(*this);
  if (!nesting)
    return finish(make<ExprConstraintSyntax>(), pos);
  switch (kind()) {
  case K::KwSolve:
    return parseSolveConstraint();
  case K::KwIf:
    return parseIfConstraint();
  case K::KwForeach:
    return parseForeachConstraint();
  case K::KwUnique:
    return parseUniqueConstraint();
  case K::KwDisable:
    return parseDisableSoft();
  default:
    return parseExprConstraint();
  }
}

const ConstraintSyntax *Parser::parseConstraintSet() {
  if (!at(K::LBrace))
    return parseConstraintItem();
  uint32_t close = findClose(pos);
  bool block = close == pos + 1;
  for (uint32_t i = pos; i < close && !block; ++i)
    block = tokens[i].is(K::Semicolon);
  if (!block)
    return parseConstraintItem();
  uint32_t start = pos;
  auto *node = make<ConstraintBlockSyntax>();
  node->items = parseConstraintItems();
  return finish(node, start);
}

const ConstraintSyntax *Parser::parseExprConstraint() {
  uint32_t start = pos;
  auto *constraint = make<ExprConstraintSyntax>();
  constraint->isSoft = accept(K::KwSoft);
  const ExprSyntax *expr = parseBinary(exprPrec::conditional);
  if (at(K::MinusGreater) && !constraint->isSoft) {
    take();
    auto *implication = make<ImplicationConstraintSyntax>();
    implication->condition = expr;
    implication->body = parseConstraintSet();
    return finish(implication, start);
  }
  constraint->expr = parseBinaryTail(expr, exprPrec::lowest);
  expectSemi("constraint");
  return finish(constraint, start);
}

const ConstraintSyntax *Parser::parseIfConstraint() {
  uint32_t start = pos;
  take();
  auto *branch = make<IfConstraintSyntax>();
  branch->condition = parseParenCondition("'if'");
  branch->thenBody = parseConstraintSet();
  if (accept(K::KwElse))
    branch->elseBody = parseConstraintSet();
  return finish(branch, start);
}

const ConstraintSyntax *Parser::parseForeachConstraint() {
  uint32_t start = pos;
  take();
  auto *loop = make<ForeachConstraintSyntax>();
  loop->variables = parseLoopVariables(loop->array);
  loop->body = parseConstraintSet();
  return finish(loop, start);
}

const ConstraintSyntax *Parser::parseUniqueConstraint() {
  uint32_t start = pos;
  take();
  auto *unique = make<UniqueConstraintSyntax>();
  unique->items = parseRangeList();
  expectSemi("'unique' constraint");
  return finish(unique, start);
}

const ConstraintSyntax *Parser::parseDisableSoft() {
  uint32_t start = pos;
  take();
  auto *disable = make<DisableSoftConstraintSyntax>();
  expect(K::KwSoft, "'disable'");
  disable->target = parsePostfix();
  expectSemi("'disable soft'");
  return finish(disable, start);
}

const ConstraintSyntax *Parser::parseSolveConstraint() {
  uint32_t start = pos;
  take();
  auto *solve = make<SolveBeforeConstraintSyntax>();
  auto list = [&] {
    Collector<ExprSyntax> names(*this);
    do
      names.add(parsePostfix());
    while (accept(K::Comma));
    return names.finish();
  };
  solve->first = list();
  if (expect(K::KwBefore, "the variables of 'solve'"))
    solve->then = list();
  expectSemi("'solve'");
  return finish(solve, start);
}

} // namespace circtsim::syntax

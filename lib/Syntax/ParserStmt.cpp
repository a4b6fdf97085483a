//===- ParserStmt.cpp - Procedural statements -----------------------------===//
//
// IEEE 1800-2023 clauses 9.3, 10.4-10.6, 12, Annex A.6. An expression statement
// begins with a unary expression; what follows it decides between assignment,
// nonblocking assignment, and call. `<=` is never a comparison there.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const StmtSyntax *Parser::parseStatement() {
  Nesting nesting(*this);
  uint32_t start = pos;
  if (!nesting)
    return finish(make<BadStmtSyntax>(), start);
  AttributeList attributes = parseAttributes();
  Name label;
  if (at(K::Identifier) && peek().is(K::Colon)) {
    label = nameOf(take());
    take();
    // The attributes may also stand behind the label.
    if (at(K::AttrOpen))
      attributes = parseAttributes();
  }
  StmtSyntax *stmt = atAny(K::KwBegin, K::KwFork) ? parseBlock(label) : parseStatementBody();
  stmt->label = label;
  stmt->attributes = attributes;
  return finish(stmt, start);
}

/// The statement after a header such as `if (...)`; an end keyword there is a
/// missing statement.
const StmtSyntax *Parser::parseStatementOrNull(const char *what) {
  if (atEndKeyword() || atEnd()) {
    if (mayReport())
      report(cur().loc, diag::ExpectedStatement) << cur();
    return finish(make<BadStmtSyntax>(), pos);
  }
  return parseStatement();
}

// check-size: table switch
StmtSyntax *Parser::parseStatementBody() {
  switch (kind()) {
  case K::Semicolon:
    take();
    return finish(make<EmptyStmtSyntax>(), pos - 1);
  case K::KwIf:
    return parseIf(UniqueKind::None);
  case K::KwCase:
  case K::KwCasex:
  case K::KwCasez:
    return parseCase(UniqueKind::None);
  case K::KwUnique:
  case K::KwUnique0:
  case K::KwPriority:
    return parseUnique();
  case K::KwFor:
    return parseFor();
  case K::KwForeach:
    return parseForeach();
  case K::KwWhile:
    return parseWhile();
  case K::KwDo:
    return parseDo();
  case K::KwRepeat:
    return parseRepeat();
  case K::KwForever:
    return parseForever();
  case K::KwReturn:
    return parseReturn();
  case K::KwBreak:
    return parseJump<BreakStmtSyntax>("'break'");
  case K::KwContinue:
    return parseJump<ContinueStmtSyntax>("'continue'");
  case K::KwAssign:
  case K::KwDeassign:
  case K::KwForce:
  case K::KwRelease:
    return parseProcContinuous();
  case K::Hash:
  case K::HashHash:
  case K::At:
    return parseTimingStmt();
  case K::KwWait:
    return parseWait();
  case K::KwWaitOrder:
    return parseWaitOrder();
  case K::MinusGreater:
  case K::MinusGreaterGreater:
    return parseTrigger();
  case K::KwDisable:
    return parseDisable();
  case K::KwAssert:
  case K::KwAssume:
  case K::KwCover:
  case K::KwRestrict:
  case K::KwExpect:
    return parseAssertion();
  case K::KwRandcase:
    return parseRandcase();
  case K::KwRandsequence:
    return parseRandsequence();
  case K::KwVoid:
    if (peek().is(K::Apostrophe))
      return parseVoidCast();
    break;
  default:
    if (startsExpression(kind()))
      return parseExprStmt();
    break;
  }
  errorAtToken(diag::ExpectedStatement);
  auto *bad = finish(make<BadStmtSyntax>(), pos);
  if (!atEndKeyword())
    skipToSync();
  return bad;
}

//===-- Blocks ------------------------------------------------------------===//

StmtSyntax *Parser::parseBlock(Name label) {
  uint32_t open = pos;
  auto *block = make<BlockStmtSyntax>();
  block->isFork = take().is(K::KwFork);
  block->name = label;
  if (accept(K::Colon)) {
    Name name = parseName("a block name");
    if (label && name)
      report(name.loc, diag::TwoBlockNames) << (block->isFork ? "'fork'" : "'begin'");
    if (!label)
      block->name = name;
  }
  if (block->isFork) {
    OpenEnd join(*this, K::KwJoin), joinAny(*this, K::KwJoinAny), joinNone(*this, K::KwJoinNone);
    block->items = parseBlockItems(K::KwJoin, K::KwJoinAny, K::KwJoinNone);
    if (accept(K::KwJoinAny))
      block->join = JoinKind::JoinAny;
    else if (accept(K::KwJoinNone))
      block->join = JoinKind::JoinNone;
    else
      expectBlockEnd(K::KwJoin, open, "this 'fork'");
  } else {
    OpenEnd end(*this, K::KwEnd);
    block->items = parseBlockItems(K::KwEnd, K::KwEnd, K::KwEnd);
    expectBlockEnd(K::KwEnd, open, "this 'begin'");
  }
  block->endName = parseEndLabel(block->name, "a block");
  return finish(block, open);
}

bool Parser::atBlockEnd() const {
  return atAny(K::KwEnd, K::KwJoin, K::KwJoinAny, K::KwJoinNone);
}

/// The end of another kind of block, if none of that kind is open, is meant for this one.
void Parser::expectBlockEnd(TokenKind endKind, uint32_t open, const char *what) {
  if (!expectEnd(endKind, open, what) && atBlockEnd() && !atOpenEnd())
    take();
}

List<StmtSyntax> Parser::parseBlockItems(TokenKind endKind, TokenKind end2, TokenKind end3) {
  Collector<StmtSyntax> items(*this);
  bool sawStatement = false;
  while (!atEnd() && !atAny(endKind, end2, end3)) {
    if (atEndKeyword()) {
      if (atOpenEnd() || atBlockEnd())
        break;
      skipStrayEnd();
      continue;
    }
    // The start of another design element or item: the end was forgotten.
    if (atAny(K::KwModule, K::KwMacromodule, K::KwPackage, K::KwInitial, K::KwAlways,
              K::KwAlwaysComb, K::KwAlwaysFf, K::KwAlwaysLatch, K::KwPrimitive))
      break;
    uint32_t before = pos;
    items.add(parseBlockItem(sawStatement));
    if (pos == before)
      take();
  }
  return items.finish();
}

const StmtSyntax *Parser::parseBlockItem(bool &sawStatement) {
  uint32_t first = pos;
  while (tokenAt(first).is(K::AttrOpen))
    first = skipGroup(first);
  bool declaration = first == pos ? atDeclaration() || atDirection()
                                  : typeThenName(first) || (tokenTraits(tokenAt(first).kind) &
                                                            (traitBlockDecl | traitDirection));
  if (atAny(K::KwFunction, K::KwTask))
    return parseNestedSubroutine();
  if (!declaration) {
    bool wasAssertion = atAny(K::KwAssert, K::KwAssume, K::KwCover);
    const StmtSyntax *stmt = parseStatement();
    sawStatement |= !wasAssertion && stmt->kind != SyntaxKind::EmptyStmt;
    return stmt;
  }
  const StmtSyntax *stmt = parseDeclStmt();
  const auto *declStmt = llvm::dyn_cast<DeclStmtSyntax>(stmt);
  if (sawStatement && declStmt && declStmt->decl->kind != SyntaxKind::Instantiation &&
      declStmt->decl->kind != SyntaxKind::LetDecl) {
    report(stmt->range.begin, diag::DeclarationAfterStatement);
    sawStatement = false;
  }
  return stmt;
}

/// A subroutine among statements: understood, so that one message is enough.
const StmtSyntax *Parser::parseNestedSubroutine() {
  uint32_t start = pos;
  Nesting nesting(*this);
  if (!nesting)
    return finish(make<BadStmtSyntax>(), start);
  report(cur().loc, diag::ItemNotAllowed)
      << (at(K::KwTask) ? "a task" : "a function") << "procedural code";
  parseSubroutine(make<SubroutineDeclSyntax>(), start);
  return finish(make<BadStmtSyntax>(), start);
}

const StmtSyntax *Parser::parseDeclStmt() {
  uint32_t start = pos;
  auto *stmt = make<DeclStmtSyntax>();
  AttributeList attributes = parseAttributes();
  const MemberSyntax *decl =
      atDirection() || (at(K::KwConst) && peek().is(K::KwRef)) ? parsePortDecl(true)
                                                               : parseBlockDecl();
  stmt->decl = withAttributes(decl, attributes);
  return finish(stmt, start);
}

//===-- Conditions and loops ----------------------------------------------===//

const ExprSyntax *Parser::parseParenCondition(const char *what) {
  uint32_t open = pos;
  if (!expect(K::LParen, what)) {
    // `if x ...`: take the expression as if the parentheses were there.
    const ExprSyntax *bare =
        startsExpression(kind()) ? parseExpr() : finish(make<BadExprSyntax>(), pos);
    accept(K::RParen);
    return bare;
  }
  const ExprSyntax *condition = parseAssignmentOrExpr();
  expectClose(K::RParen, open);
  return condition;
}

StmtSyntax *Parser::parseUnique() {
  UniqueKind unique = at(K::KwUnique)    ? UniqueKind::Unique
                      : at(K::KwUnique0) ? UniqueKind::Unique0
                                         : UniqueKind::Priority;
  uint32_t start = pos;
  take();
  if (at(K::KwIf))
    return finish(parseIf(unique), start);
  if (atAny(K::KwCase, K::KwCasex, K::KwCasez))
    return finish(parseCase(unique), start);
  errorAtToken(diag::ExpectedName, "'if' or 'case'");
  if (atAny(K::KwFor, K::KwForeach, K::KwWhile, K::KwDo, K::KwRepeat, K::KwForever))
    return finish(parseStatementBody(), start);
  return finish(make<BadStmtSyntax>(), start);
}

StmtSyntax *Parser::parseIf(UniqueKind unique) {
  uint32_t start = pos;
  take();
  auto *stmt = make<IfStmtSyntax>();
  stmt->unique = unique;
  stmt->condition = parseParenCondition("'if'");
  stmt->thenStmt = parseStatementOrNull("'if'");
  if (accept(K::KwElse))
    stmt->elseStmt = parseStatementOrNull("'else'");
  return finish(stmt, start);
}

StmtSyntax *Parser::parseFor() {
  uint32_t start = pos;
  take();
  auto *loop = make<ForStmtSyntax>();
  uint32_t open = pos;
  if (expect(K::LParen, "'for'")) {
    if (!at(K::Semicolon))
      parseForInit(loop);
    bool ok = expect(K::Semicolon, "loop initialisation");
    if (ok && !at(K::Semicolon))
      loop->condition = parseExpr();
    ok = ok && expect(K::Semicolon, "loop condition");
    if (ok && !at(K::RParen)) {
      Collector<ExprSyntax> steps(*this);
      do
        steps.add(parseAssignmentOrExpr());
      while (accept(K::Comma));
      loop->steps = steps.finish();
    }
    expectClose(K::RParen, open);
  }
  loop->body = parseStatementOrNull("'for'");
  return finish(loop, start);
}

void Parser::parseForInit(ForStmtSyntax *loop) {
  auto declares = [&](uint32_t index) {
    K k = tokenAt(index).kind;
    return k == K::KwVar || (tokenTraits(k) & traitType) || typeThenName(index);
  };
  if (!declares(pos)) {
    Collector<ExprSyntax> inits(*this);
    do
      inits.add(parseAssignmentOrExpr());
    while (accept(K::Comma));
    loop->inits = inits.finish();
    return;
  }
  Collector<VariableDeclSyntax> declarations(*this);
  do {
    uint32_t start = pos;
    auto *decl = make<VariableDeclSyntax>();
    decl->hasVar = accept(K::KwVar);
    decl->type = parseDataTypeOrImplicit();
    if (decl->type && decl->type->kind == SyntaxKind::ImplicitType)
      report(tokens[start].loc, diag::LoopVariableWithoutType);
    Collector<DeclaratorSyntax> declarators(*this);
    auto add = [&] {
      const DeclaratorSyntax *declarator = parseDeclarator();
      if (!declarator->init)
        errorAtToken(diag::ExpectedToken, "'='");
      declarators.add(declarator);
    };
    add();
    while (at(K::Comma) && !declares(pos + 1)) {
      take();
      add();
    }
    decl->declarators = declarators.finish();
    declarations.add(finish(decl, start));
  } while (accept(K::Comma));
  loop->declarations = declarations.finish();
}

/// `array [a, , b]` within the parentheses of foreach: the last bracket before
/// the closing parenthesis holds the variables.
llvm::ArrayRef<Name> Parser::parseLoopVariables(const ExprSyntax *&array) {
  uint32_t open = pos;
  array = nullptr;
  if (!expect(K::LParen, "'foreach'"))
    return {};
  if (!atAny(K::Identifier, K::DollarRoot, K::DollarUnit, K::KwThis, K::KwSuper, K::KwLocal)) {
    errorAtToken(diag::ExpectedName, "an array");
    expectClose(K::RParen, open);
    return {};
  }
  array = at(K::Identifier) ? parseNameExpr() : parseKeywordPrimary();
  llvm::SmallVector<Name, 4> names;
  bool found = false;
  for (;;) {
    if (at(K::Dot)) {
      array = parseMemberTail(array);
    } else if (at(K::ColonColon)) {
      array = parseScopeTail(array);
    } else if (at(K::LBracket) && tokenAt(skipGroup(pos)).isNot(K::RParen)) {
      array = parseSelect(array);
    } else {
      break;
    }
  }
  uint32_t bracket = pos;
  if (accept(K::LBracket)) {
    found = true;
    do
      names.push_back(acceptName());
    while (accept(K::Comma));
    expectClose(K::RBracket, bracket);
  }
  if (!found && mayReport())
    report(cur().loc, diag::ForeachNeedsVariables);
  expectClose(K::RParen, open);
  return copy<Name>(names);
}

StmtSyntax *Parser::parseForeach() {
  uint32_t start = pos;
  take();
  auto *loop = make<ForeachStmtSyntax>();
  loop->variables = parseLoopVariables(loop->array);
  loop->body = parseStatementOrNull("'foreach'");
  return finish(loop, start);
}

StmtSyntax *Parser::parseWhile() {
  uint32_t start = pos;
  take();
  auto *loop = make<WhileStmtSyntax>();
  loop->condition = parseParenCondition("'while'");
  loop->body = parseStatementOrNull("'while'");
  return finish(loop, start);
}

StmtSyntax *Parser::parseDo() {
  uint32_t start = pos;
  take();
  auto *loop = make<DoWhileStmtSyntax>();
  loop->body = parseStatementOrNull("'do'");
  if (expect(K::KwWhile, "the body of 'do'"))
    loop->condition = parseParenCondition("'while'");
  expectSemi("'do ... while'");
  return finish(loop, start);
}

StmtSyntax *Parser::parseRepeat() {
  uint32_t start = pos;
  take();
  auto *loop = make<RepeatStmtSyntax>();
  loop->count = parseParenCondition("'repeat'");
  loop->body = parseStatementOrNull("'repeat'");
  return finish(loop, start);
}

StmtSyntax *Parser::parseForever() {
  uint32_t start = pos;
  take();
  auto *loop = make<ForeverStmtSyntax>();
  loop->body = parseStatementOrNull("'forever'");
  return finish(loop, start);
}

StmtSyntax *Parser::parseReturn() {
  uint32_t start = pos;
  take();
  auto *stmt = make<ReturnStmtSyntax>();
  if (!at(K::Semicolon))
    stmt->value = parseExpr();
  expectSemi("'return'");
  return finish(stmt, start);
}

template <class T> StmtSyntax *Parser::parseJump(const char *what) {
  uint32_t start = pos;
  take();
  expectSemi(what);
  return finish(make<T>(), start);
}

//===-- Assignments and calls ---------------------------------------------===//

StmtSyntax *Parser::parseProcContinuous() {
  uint32_t start = pos;
  auto *stmt = make<ProcContinuousStmtSyntax>();
  K keyword = take().kind;
  stmt->continuousKind = keyword == K::KwAssign     ? ProcContinuousKind::Assign
                         : keyword == K::KwDeassign ? ProcContinuousKind::Deassign
                         : keyword == K::KwForce    ? ProcContinuousKind::Force
                                                    : ProcContinuousKind::Release;
  stmt->lhs = parsePostfix();
  if (keyword == K::KwAssign || keyword == K::KwForce) {
    if (expect(K::Equal, "the target of an assignment"))
      stmt->rhs = parseExpr();
  }
  expectSemi("procedural continuous assignment");
  return finish(stmt, start);
}

StmtSyntax *Parser::parseVoidCast() {
  uint32_t start = pos;
  take();
  take();
  auto *stmt = make<ExprStmtSyntax>();
  stmt->isVoid = true;
  uint32_t open = pos;
  if (expect(K::LParen, "\"void'\"")) {
    stmt->expr = parseExpr();
    expectClose(K::RParen, open);
  }
  expectSemi("call");
  return finish(stmt, start);
}

StmtSyntax *Parser::parseExprStmt() {
  uint32_t start = pos;
  const ExprSyntax *expr = parseUnary();
  if (assignOpOf(kind()) || at(K::LessEqual))
    return parseAssignStmt(expr, start);
  auto *stmt = make<ExprStmtSyntax>();
  stmt->expr = binaryOpInfo(kind()).prec ? parseBinaryTail(expr, exprPrec::lowest) : expr;
  expectSemi("statement");
  return finish(stmt, start);
}

StmtSyntax *Parser::parseAssignStmt(const ExprSyntax *lhs, uint32_t start) {
  auto *stmt = make<AssignStmtSyntax>();
  stmt->op = at(K::LessEqual) ? AssignOp::Nonblocking : *assignOpOf(kind());
  stmt->opLoc = take().loc;
  stmt->lhs = lhs;
  if (stmt->op == AssignOp::Assign || stmt->op == AssignOp::Nonblocking)
    stmt->timing = parseIntraTiming();
  stmt->rhs = parseExpr();
  expectSemi("assignment");
  return finish(stmt, start);
}

} // namespace circtsim::syntax

//===- ParserCase.cpp - case, randcase, randsequence ----------------------===//
//
// IEEE 1800-2023 clauses 12.5, 12.6.1, 18.16, 18.17, Annex A.6.7, A.6.12.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

StmtSyntax *Parser::parseCase(UniqueKind unique) {
  uint32_t open = pos;
  auto *stmt = make<CaseStmtSyntax>();
  stmt->unique = unique;
  stmt->caseKind = at(K::KwCase)    ? CaseKind::Case
                   : at(K::KwCasex) ? CaseKind::Casex
                                    : CaseKind::Casez;
  take();
  stmt->selector = parseParenCondition("'case'");
  if (accept(K::KwMatches))
    stmt->mode = CaseMode::Matches;
  if (at(K::KwInside) && stmt->caseKind != CaseKind::Case)
    report(cur().loc, diag::ItemNotAllowed) << "'inside'" << "a casez or casex statement";
  if (accept(K::KwInside))
    stmt->mode = CaseMode::Inside;
  if (at(K::KwEndcase))
    errorAtToken(diag::ExpectedItem, "a case item");
  OpenEnd end(*this, K::KwEndcase);
  Collector<CaseItemSyntax> items(*this);
  bool sawDefault = false;
  while (!atEnd() && !at(K::KwEndcase)) {
    if (atEndKeyword()) {
      if (atOpenEnd())
        break;
      skipStrayEnd();
      continue;
    }
    uint32_t before = pos;
    const CaseItemSyntax *item = parseCaseItem(stmt->mode);
    if (item->isDefault && std::exchange(sawDefault, true))
      report(item->range.begin, diag::DuplicateDefault);
    items.add(item);
    if (pos == before)
      take();
  }
  stmt->items = items.finish();
  expectEnd(K::KwEndcase, open, "this 'case'");
  return finish(stmt, open);
}

const CaseItemSyntax *Parser::parseCaseItem(CaseMode mode) {
  uint32_t start = pos;
  auto *item = make<CaseItemSyntax>();
  if (accept(K::KwDefault)) {
    item->isDefault = true;
    accept(K::Colon);
  } else {
    if (mode == CaseMode::Matches) {
      item->pattern = parsePattern();
      if (accept(K::AmpAmpAmp))
        item->guard = parseExpr();
    } else {
      Collector<ExprSyntax> labels(*this);
      do
        labels.add(parseRangeListItem());
      while (accept(K::Comma));
      item->labels = labels.finish();
    }
    if (!expect(K::Colon, "case label")) {
      skipToSync();
      item->body = finish(make<BadStmtSyntax>(), pos);
      return finish(item, start);
    }
  }
  item->body = parseStatementOrNull("case label");
  return finish(item, start);
}

StmtSyntax *Parser::parseRandcase() {
  uint32_t open = pos;
  take();
  auto *stmt = make<RandcaseStmtSyntax>();
  OpenEnd end(*this, K::KwEndcase);
  Collector<RandcaseItemSyntax> items(*this);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t start = pos;
    auto *item = make<RandcaseItemSyntax>();
    item->weight = parseExpr();
    expect(K::Colon, "the weight of a randcase item");
    item->body = parseStatementOrNull("randcase item");
    items.add(finish(item, start));
    if (pos == start)
      take();
  }
  stmt->items = items.finish();
  expectEnd(K::KwEndcase, open, "this 'randcase'");
  return finish(stmt, open);
}

//===-- randsequence ------------------------------------------------------===//

StmtSyntax *Parser::parseRandsequence() {
  uint32_t open = pos;
  take();
  auto *stmt = make<RandsequenceStmtSyntax>();
  uint32_t paren = pos;
  if (expect(K::LParen, "'randsequence'")) {
    stmt->start = acceptName();
    expectClose(K::RParen, paren);
  }
  OpenEnd end(*this, K::KwEndsequence);
  Collector<RsProductionSyntax> productions(*this);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t before = pos;
    productions.add(parseRsProduction());
    if (pos == before)
      take();
  }
  stmt->productions = productions.finish();
  expectEnd(K::KwEndsequence, open, "this 'randsequence'");
  return finish(stmt, open);
}

const RsProductionSyntax *Parser::parseRsProduction() {
  uint32_t start = pos;
  auto *production = make<RsProductionSyntax>();
  if (!at(K::Identifier) || atTypeThenName())
    production->type = parseDataType();
  production->name = parseName("a production name");
  if (at(K::LParen))
    production->ports = parseSubroutinePorts();
  expect(K::Colon, "production name");
  Collector<RsRuleSyntax> rules(*this);
  do
    rules.add(parseRsRule());
  while (accept(K::Pipe));
  production->rules = rules.finish();
  expectSemi("production");
  return finish(production, start);
}

const RsRuleSyntax *Parser::parseRsRule() {
  uint32_t start = pos;
  auto *rule = make<RsRuleSyntax>();
  if (at(K::KwRand) && peek().is(K::KwJoin)) {
    take();
    take();
    rule->isRandJoin = true;
    if (at(K::LParen)) {
      uint32_t open = pos;
      take();
      rule->joinWeight = parseExpr();
      expectClose(K::RParen, open);
    }
  }
  Collector<RsItemSyntax> items(*this);
  while (atAny(K::Identifier, K::LBrace, K::KwIf, K::KwRepeat, K::KwCase))
    items.add(parseRsItem());
  if (items.empty())
    errorAtToken(diag::ExpectedName, "a production item");
  rule->items = items.finish();
  if (accept(K::ColonEqual)) {
    // A number, a name or a parenthesised expression: `|` separates rules.
    rule->weight = at(K::LParen) ? parseParen() : parseDelayValue();
    if (at(K::LBrace))
      rule->code = parseRsCode();
  }
  return finish(rule, start);
}

/// `{ declarations statements }`.
const StmtSyntax *Parser::parseRsCode() {
  uint32_t open = pos;
  take();
  auto *block = make<BlockStmtSyntax>();
  block->items = parseBlockItems(K::RBrace, K::RBrace, K::RBrace);
  expectClose(K::RBrace, open);
  return finish(block, open);
}

const RsItemSyntax *Parser::parseRsItem() {
  Nesting nesting(*this);
  uint32_t start = pos;
  auto *item = make<RsItemSyntax>();
  if (!nesting)
    return finish(item, start);
  switch (kind()) {
  case K::LBrace:
    item->itemKind = RsItemKind::Code;
    item->code = parseRsCode();
    break;
  case K::KwIf:
    take();
    item->itemKind = RsItemKind::If;
    item->expr = parseParenCondition("'if'");
    item->thenItem = parseRsItem();
    if (accept(K::KwElse))
      item->elseItem = parseRsItem();
    break;
  case K::KwRepeat:
    take();
    item->itemKind = RsItemKind::Repeat;
    item->expr = parseParenCondition("'repeat'");
    item->thenItem = parseRsItem();
    break;
  case K::KwCase:
    parseRsCase(item);
    break;
  default:
    item->name = parseName("a production name");
    if (at(K::LParen))
      item->arguments = parseArguments(false);
    break;
  }
  return finish(item, start);
}

void Parser::parseRsCase(RsItemSyntax *item) {
  uint32_t open = pos;
  take();
  item->itemKind = RsItemKind::Case;
  item->expr = parseParenCondition("'case'");
  OpenEnd end(*this, K::KwEndcase);
  Collector<RsCaseItemSyntax> cases(*this);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t start = pos;
    auto *entry = make<RsCaseItemSyntax>();
    if (accept(K::KwDefault)) {
      entry->isDefault = true;
      accept(K::Colon);
    } else {
      entry->labels = parseExprList("'case'");
      expect(K::Colon, "case label");
    }
    entry->item = parseRsItem();
    expectSemi("production item");
    cases.add(finish(entry, start));
    if (pos == start)
      take();
  }
  item->cases = cases.finish();
  expectEnd(K::KwEndcase, open, "this 'case'");
}

} // namespace circtsim::syntax

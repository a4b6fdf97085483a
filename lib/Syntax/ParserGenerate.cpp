//===- ParserGenerate.cpp - Generate constructs ---------------------------===//
//
// IEEE 1800-2023 clause 27, Annex A.4.2. Bare blocks within a generate region
// are those of Verilog-2001.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseGenerateRegion() {
  uint32_t start = pos;
  if (inGenerateRegion)
    errorAtToken(diag::NestedGenerate);
  take();
  auto *region = make<GenerateRegionSyntax>();
  {
    OpenEnd end(*this, K::KwEndgenerate);
    FlagScope flag(inGenerateRegion, true);
    Collector<MemberSyntax> members(*this);
    parseMembers(members, MemberContext::Generate, K::KwEndgenerate);
    region->members = members.finish();
  }
  expectEnd(K::KwEndgenerate, start, "this 'generate'");
  return finish(region, start);
}

const GenerateBlockSyntax *Parser::parseGenerateBegin(Name label, uint32_t start) {
  uint32_t open = pos;
  take();
  auto *block = make<GenerateBlockSyntax>();
  block->name = label;
  if (accept(K::Colon)) {
    Name name = parseName("a block name");
    if (label && name)
      report(name.loc, diag::TwoBlockNames) << "'begin'";
    if (!label)
      block->name = name;
  }
  {
    OpenEnd end(*this, K::KwEnd);
    Collector<MemberSyntax> members(*this);
    parseMembers(members, MemberContext::Generate, K::KwEnd);
    block->members = members.finish();
  }
  expectEnd(K::KwEnd, open, "this 'begin'");
  block->endName = parseEndLabel(block->name, "a block");
  return finish(block, start);
}

const GenerateBlockSyntax *Parser::parseGenerateBlock() {
  uint32_t start = pos;
  if (at(K::KwBegin))
    return parseGenerateBegin({}, start);
  if (at(K::Identifier) && peek().is(K::Colon) && peek(2).is(K::KwBegin)) {
    Name label = nameOf(take());
    take();
    return parseGenerateBegin(label, start);
  }
  auto *block = make<GenerateBlockSyntax>();
  block->hasBegin = false;
  if (atEndKeyword() || atEnd()) {
    errorAtToken(diag::ExpectedItem, "an item");
    return finish(block, start);
  }
  Collector<MemberSyntax> members(*this);
  const MemberSyntax *member = parseMember(MemberContext::Generate);
  if (member->kind != SyntaxKind::EmptyMember)
    members.add(member);
  block->members = members.finish();
  return finish(block, start);
}

const MemberSyntax *Parser::parseLoopGenerate() {
  uint32_t start = pos;
  take();
  auto *loop = make<LoopGenerateSyntax>();
  uint32_t open = pos;
  if (expect(K::LParen, "'for'")) {
    loop->declaresGenvar = accept(K::KwGenvar);
    loop->genvar = parseName("a genvar");
    bool ok = expect(K::Equal, "the genvar");
    if (ok) {
      loop->init = parseExpr();
      ok = expect(K::Semicolon, "loop initialisation");
    }
    if (ok) {
      loop->condition = parseExpr();
      ok = expect(K::Semicolon, "loop condition");
    }
    if (ok)
      loop->step = parseAssignmentOrExpr();
    expectClose(K::RParen, open);
  }
  loop->body = parseGenerateBlock();
  return finish(loop, start);
}

const MemberSyntax *Parser::parseIfGenerate() {
  uint32_t start = pos;
  take();
  auto *branch = make<IfGenerateSyntax>();
  branch->condition = parseParenCondition("'if'");
  branch->thenBlock = parseGenerateBlock();
  if (accept(K::KwElse))
    branch->elseBlock = parseGenerateBlock();
  return finish(branch, start);
}

const MemberSyntax *Parser::parseCaseGenerate() {
  uint32_t open = pos;
  take();
  auto *node = make<CaseGenerateSyntax>();
  node->selector = parseParenCondition("'case'");
  OpenEnd end(*this, K::KwEndcase);
  Collector<CaseGenerateItemSyntax> items(*this);
  bool sawDefault = false;
  while (!atEnd() && !atEndKeyword()) {
    uint32_t start = pos;
    auto *item = make<CaseGenerateItemSyntax>();
    if (accept(K::KwDefault)) {
      item->isDefault = true;
      accept(K::Colon);
      if (std::exchange(sawDefault, true))
        report(tokens[start].loc, diag::DuplicateDefault);
    } else {
      item->labels = parseExprList("'case'");
      expect(K::Colon, "case label");
    }
    item->block = parseGenerateBlock();
    items.add(finish(item, start));
    if (pos == start)
      take();
  }
  node->items = items.finish();
  expectEnd(K::KwEndcase, open, "this 'case'");
  return finish(node, open);
}

} // namespace circtsim::syntax

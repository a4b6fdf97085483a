//===- ParserCovergroup.cpp - Covergroups ---------------------------------===//
//
// IEEE 1800-2023 clause 19, Annex A.2.11. `with` after an expression belongs to
// the bin, not to a method call, hence the flag `noWith`.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseCovergroup() {
  uint32_t start = pos;
  take();
  auto *group = make<CovergroupSyntax>();
  group->isExtension = accept(K::KwExtends);
  group->name = parseName("a name for the covergroup");
  if (at(K::LParen))
    group->ports = parseSubroutinePorts();
  parseCoverageEvent(group);
  expectSemi("covergroup header");
  OpenEnd end(*this, K::KwEndgroup);
  Collector<MemberSyntax> members(*this);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t before = pos;
    AttributeList attributes = parseAttributes();
    members.add(withAttributes(parseCovergroupItem(), attributes));
    if (pos == before)
      take();
  }
  group->members = members.finish();
  expectEnd(K::KwEndgroup, start, "this covergroup");
  group->endName = parseEndLabel(group->name, "a covergroup");
  return finish(group, start);
}

void Parser::parseCoverageEvent(CovergroupSyntax *group) {
  if (at(K::At)) {
    group->eventKind = CoverageEventKind::Clocking;
    const TimingSyntax *control = parseEventControl();
    if (const auto *event = llvm::dyn_cast<EventControlSyntax>(control))
      group->event = event->event;
    return;
  }
  if (accept(K::KwWith)) {
    group->eventKind = CoverageEventKind::Sample;
    expect(K::KwFunction, "'with'");
    Name name = parseName("'sample'");
    if (name && name.text != "sample")
      report(name.loc, diag::ExpectedToken) << "'sample'";
    if (at(K::LParen))
      group->samplePorts = parseSubroutinePorts();
    return;
  }
  if (!at(K::AtAt))
    return;
  uint32_t start = pos;
  take();
  group->eventKind = CoverageEventKind::Block;
  uint32_t open = pos;
  if (!expect(K::LParen, "'@@'"))
    return;
  auto *list = make<EventListExprSyntax>();
  Collector<ExprSyntax> events(*this);
  do {
    uint32_t first = pos;
    auto *event = make<BlockEventExprSyntax>();
    event->isEnd = at(K::KwEnd);
    if (atAny(K::KwBegin, K::KwEnd))
      take();
    else
      errorAtToken(diag::ExpectedName, "'begin' or 'end'");
    event->target = parseHierarchicalName("a block, task or function");
    events.add(finish(event, first));
  } while (accept(K::KwOr));
  list->events = events.finish();
  expectClose(K::RParen, open);
  group->event = finish(list, start);
}

const MemberSyntax *Parser::parseCovergroupItem() {
  uint32_t start = pos;
  if (accept(K::Semicolon))
    return finish(make<EmptyMemberSyntax>(), start);
  if (at(K::Identifier) && peek().is(K::Dot))
    return parseCoverOption();
  if (at(K::KwCoverpoint))
    return parseCoverpoint({}, nullptr, start);
  if (at(K::KwCross))
    return parseCoverCross({}, start);
  const TypeSyntax *type = nullptr;
  if (!at(K::Identifier) || peek().isNot(K::Colon)) {
    if (!(tokenTraits(kind()) & traitType) && !atTypeThenName() &&
        !atAny(K::KwSigned, K::KwUnsigned, K::LBracket)) {
      errorAtToken(diag::ExpectedItem, "a coverpoint, cross or option");
      skipToSync();
      return finish(make<BadMemberSyntax>(), start);
    }
    type = parseDataTypeOrImplicit();
  }
  Name label = parseName("a name for the coverpoint");
  expect(K::Colon, "the name");
  if (at(K::KwCoverpoint))
    return parseCoverpoint(label, type, start);
  if (at(K::KwCross) && !type)
    return parseCoverCross(label, start);
  errorAtToken(diag::ExpectedItem, "'coverpoint' or 'cross'");
  skipToSync();
  return finish(make<BadMemberSyntax>(), start);
}

const MemberSyntax *Parser::parseCoverOption() {
  uint32_t start = pos;
  auto *option = make<CoverOptionSyntax>();
  Name object = nameOf(take());
  option->isTypeOption = object.text == "type_option";
  if (!option->isTypeOption && object.text != "option")
    report(object.loc, diag::ExpectedToken) << "'option' or 'type_option'";
  take();
  option->name = parseName("an option name after '.'");
  if (expect(K::Equal, "the option"))
    option->value = parseExpr();
  expectSemi("option");
  return finish(option, start);
}

const ExprSyntax *Parser::parseCoverIff() {
  return accept(K::KwIff) ? parseParenCondition("'iff'") : nullptr;
}

//===-- Coverpoints -------------------------------------------------------===//

const MemberSyntax *Parser::parseCoverpoint(Name label, const TypeSyntax *type, uint32_t start) {
  take();
  auto *point = make<CoverpointSyntax>();
  point->label = label;
  point->type = type;
  point->expr = parseExpr();
  point->iff = parseCoverIff();
  if (!at(K::LBrace)) {
    expectSemi("coverpoint");
    return finish(point, start);
  }
  uint32_t open = pos;
  take();
  Collector<MemberSyntax> members(*this);
  while (!atEnd() && !at(K::RBrace) && !atEndKeyword()) {
    uint32_t before = pos;
    AttributeList attributes = parseAttributes();
    if (!accept(K::Semicolon)) {
      bool option = at(K::Identifier) && peek().is(K::Dot);
      members.add(withAttributes(option ? parseCoverOption() : parseCoverBins(), attributes));
    }
    if (pos == before)
      take();
  }
  point->members = members.finish();
  expectClose(K::RBrace, open);
  accept(K::Semicolon);
  return finish(point, start);
}

BinsKind Parser::parseBinsKind() {
  if (accept(K::KwBins))
    return BinsKind::Bins;
  if (accept(K::KwIllegalBins))
    return BinsKind::IllegalBins;
  if (accept(K::KwIgnoreBins))
    return BinsKind::IgnoreBins;
  errorAtToken(diag::ExpectedItem, "'bins', 'illegal_bins' or 'ignore_bins'");
  skipToSync();
  return BinsKind::Bins;
}

const MemberSyntax *Parser::parseCoverBins() {
  uint32_t start = pos;
  auto *bins = make<CoverBinsSyntax>();
  bins->isWildcard = accept(K::KwWildcard);
  if (!atAny(K::KwBins, K::KwIllegalBins, K::KwIgnoreBins)) {
    parseBinsKind();
    return finish(make<BadMemberSyntax>(), start);
  }
  bins->binsKind = parseBinsKind();
  bins->name = parseName("a name for the bins");
  if (at(K::LBracket)) {
    uint32_t open = pos;
    take();
    bins->isArray = true;
    if (!at(K::RBracket))
      bins->size = parseExpr();
    expectClose(K::RBracket, open);
  }
  if (expect(K::Equal, "the name of the bins"))
    parseBinsSource(bins);
  bins->iff = parseCoverIff();
  expectSemi("bins");
  return finish(bins, start);
}

void Parser::parseBinsSource(CoverBinsSyntax *bins) {
  FlagScope flag(noWith, true);
  auto with = [&] {
    FlagScope inner(noWith, false);
    if (accept(K::KwWith))
      bins->with = parseParenCondition("'with'");
  };
  if (accept(K::KwDefault)) {
    bins->source = accept(K::KwSequence) ? BinsSource::DefaultSequence : BinsSource::Default;
    return;
  }
  if (at(K::LBrace)) {
    bins->values = parseRangeList();
    with();
    return;
  }
  if (at(K::LParen)) {
    bins->source = BinsSource::Transitions;
    Collector<TransitionSetSyntax> sets(*this);
    do
      sets.add(parseTransitionSet());
    while (accept(K::Comma));
    bins->transitions = sets.finish();
    return;
  }
  bins->source = BinsSource::SetExpression;
  bins->set = parseExpr();
  with();
}

const TransitionSetSyntax *Parser::parseTransitionSet() {
  uint32_t open = pos;
  auto *set = make<TransitionSetSyntax>();
  if (!expect(K::LParen, "','"))
    return finish(set, open);
  Collector<TransitionItemSyntax> items(*this);
  do
    items.add(parseTransitionItem());
  while (accept(K::EqualGreater));
  set->items = items.finish();
  expectClose(K::RParen, open);
  return finish(set, open);
}

const TransitionItemSyntax *Parser::parseTransitionItem() {
  uint32_t start = pos;
  auto *item = make<TransitionItemSyntax>();
  Collector<ExprSyntax> values(*this);
  do
    values.add(parseRangeListItem());
  while (accept(K::Comma));
  item->values = values.finish();
  if (atRepetition()) {
    uint32_t open = pos;
    take();
    item->hasRepetition = true;
    K op = take().kind;
    item->repetition = op == K::Equal          ? RepetitionKind::Nonconsecutive
                       : op == K::MinusGreater ? RepetitionKind::Goto
                                               : RepetitionKind::Consecutive;
    item->low = parseExpr();
    if (accept(K::Colon))
      item->high = parseExpr();
    expectClose(K::RBracket, open);
  }
  return finish(item, start);
}

//===-- Crosses -----------------------------------------------------------===//

const MemberSyntax *Parser::parseCoverCross(Name label, uint32_t start) {
  take();
  auto *cross = make<CoverCrossSyntax>();
  cross->label = label;
  {
    Collector<ExprSyntax> items(*this);
    do
      items.add(parseHierarchicalName("a coverpoint or variable"));
    while (accept(K::Comma));
    cross->items = items.finish();
  }
  cross->iff = parseCoverIff();
  if (!at(K::LBrace)) {
    expectSemi("cross");
    return finish(cross, start);
  }
  uint32_t open = pos;
  take();
  Collector<MemberSyntax> members(*this);
  while (!atEnd() && !at(K::RBrace) && !atEndKeyword()) {
    uint32_t before = pos;
    AttributeList attributes = parseAttributes();
    members.add(withAttributes(parseCrossItem(), attributes));
    if (pos == before)
      take();
  }
  cross->members = members.finish();
  expectClose(K::RBrace, open);
  accept(K::Semicolon);
  return finish(cross, start);
}

const MemberSyntax *Parser::parseCrossItem() {
  uint32_t start = pos;
  if (accept(K::Semicolon))
    return finish(make<EmptyMemberSyntax>(), start);
  if (at(K::KwFunction))
    return parseSubroutine(make<SubroutineDeclSyntax>(), start);
  if (at(K::Identifier) && peek().is(K::Dot))
    return parseCoverOption();
  if (!atAny(K::KwBins, K::KwIllegalBins, K::KwIgnoreBins)) {
    parseBinsKind();
    return finish(make<BadMemberSyntax>(), start);
  }
  auto *bins = make<CrossBinsSyntax>();
  bins->binsKind = parseBinsKind();
  bins->name = parseName("a name for the bins");
  FlagScope flag(noWith, true);
  if (expect(K::Equal, "the name of the bins"))
    bins->selection = parseBinsSelect(exprPrec::logicalOr);
  bins->iff = parseCoverIff();
  expectSemi("bins");
  return finish(bins, start);
}

const ExprSyntax *Parser::parseBinsSelect(unsigned minPrec) {
  Nesting nesting(*this);
  SourceLoc begin = cur().loc;
  if (!nesting)
    return finish(make<BadExprSyntax>(), pos);
  const ExprSyntax *lhs = parseBinsSelectPrimary();
  while (atAny(K::AmpAmp, K::PipePipe, K::KwWith)) {
    if (at(K::KwWith)) {
      take();
      auto *with = make<BinsWithExprSyntax>();
      with->selection = lhs;
      FlagScope inner(noWith, false);
      with->condition = parseParenCondition("'with'");
      if (accept(K::KwMatches))
        with->matches = parseBinary(exprPrec::shift);
      lhs = finishAt(with, begin);
      continue;
    }
    BinaryOpInfo info = binaryOpInfo(kind());
    if (info.prec < minPrec)
      break;
    auto *binary = make<BinaryExprSyntax>();
    binary->op = info.op;
    binary->opLoc = take().loc;
    binary->lhs = lhs;
    binary->rhs = parseBinsSelect(info.prec + 1);
    lhs = finishAt(binary, begin);
  }
  return lhs;
}

const ExprSyntax *Parser::parseBinsSelectPrimary() {
  Nesting nesting(*this);
  uint32_t start = pos;
  if (!nesting)
    return finish(make<BadExprSyntax>(), start);
  if (accept(K::Bang)) {
    auto *unary = make<UnaryExprSyntax>();
    unary->op = UnaryOp::LogicalNot;
    unary->opLoc = tokens[start].loc;
    unary->operand = parseBinsSelectPrimary();
    return finish(unary, start);
  }
  if (accept(K::LParen)) {
    auto *paren = make<ParenExprSyntax>();
    paren->inner = parseBinsSelect(exprPrec::logicalOr);
    expectClose(K::RParen, start);
    return finish(paren, start);
  }
  if (!at(K::KwBinsof))
    return parseBinary(exprPrec::logicalAnd + 1);
  take();
  auto *binsof = make<BinsOfExprSyntax>();
  uint32_t open = pos;
  if (expect(K::LParen, "'binsof'")) {
    binsof->target = parseHierarchicalName("a coverpoint or bin");
    expectClose(K::RParen, open);
  }
  if (accept(K::KwIntersect)) {
    binsof->hasIntersect = true;
    binsof->ranges = parseRangeList();
  }
  return finish(binsof, start);
}

} // namespace circtsim::syntax

//===- ParserSpecify.cpp - Specify blocks ---------------------------------===//
//
// IEEE 1800-2023 clauses 30, 31, Annex A.7. `+=>` is lexed as `+=` `>`, so a
// path's polarity is recognised in both spellings.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"
#include "llvm/ADT/SmallString.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseSpecifyBlock() {
  uint32_t start = pos;
  take();
  auto *block = make<SpecifyBlockSyntax>();
  OpenEnd end(*this, K::KwEndspecify);
  Collector<MemberSyntax> items(*this);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t before = pos;
    AttributeList attributes = parseAttributes();
    items.add(withAttributes(parseSpecifyItem(), attributes));
    if (pos == before)
      take();
  }
  block->items = items.finish();
  expectEnd(K::KwEndspecify, start, "this 'specify'");
  return finish(block, start);
}

const MemberSyntax *Parser::parseSpecifyItem() {
  uint32_t start = pos;
  switch (kind()) {
  case K::KwSpecparam:
    return parseParameterDecl();
  case K::KwPulsestyleOnevent:
  case K::KwPulsestyleOndetect:
  case K::KwShowcancelled:
  case K::KwNoshowcancelled:
    return parsePulseStyle();
  case K::LParen:
  case K::KwIf:
  case K::KwIfnone:
    return parseSpecifyPath();
  case K::SystemName:
    return parseTimingCheck();
  case K::Semicolon:
    take();
    return finish(make<EmptyMemberSyntax>(), start);
  default:
    errorAtToken(diag::ExpectedItem, "a path, timing check or specparam");
    take();
    skipToSync();
    return finish(make<BadMemberSyntax>(), start);
  }
}

const MemberSyntax *Parser::parsePulseStyle() {
  uint32_t start = pos;
  auto *style = make<PulseStyleSyntax>();
  switch (take().kind) {
  case K::KwPulsestyleOndetect:
    style->style = PulseStyleKind::OnDetect;
    break;
  case K::KwShowcancelled:
    style->style = PulseStyleKind::ShowCancelled;
    break;
  case K::KwNoshowcancelled:
    style->style = PulseStyleKind::NoShowCancelled;
    break;
  default:
    break;
  }
  style->outputs = parseTerminals();
  expectSemi("pulse control");
  return finish(style, start);
}

List<ExprSyntax> Parser::parseTerminals() {
  Collector<ExprSyntax> terminals(*this);
  do
    terminals.add(parseHierarchicalName("a terminal"));
  while (accept(K::Comma));
  return terminals.finish();
}

//===-- Paths -------------------------------------------------------------===//

const MemberSyntax *Parser::parseSpecifyPath() {
  uint32_t start = pos;
  auto *path = make<SpecifyPathSyntax>();
  if (accept(K::KwIfnone)) {
    path->isIfnone = true;
  } else if (accept(K::KwIf)) {
    if (!at(K::LParen)) {
      expect(K::LParen, "'if'");
      skipToSync();
      return finish(path, start);
    }
    path->condition = parseParenCondition("'if'");
  }
  uint32_t open = pos;
  if (expect(K::LParen, "the condition of a path")) {
    parsePathConnection(path);
    expectClose(K::RParen, open);
  }
  if (!expect(K::Equal, "a path")) {
    skipToSync();
    return finish(path, start);
  }
  Collector<ExprSyntax> delays(*this);
  bool list = at(K::LParen) && tokenAt(skipGroup(pos)).is(K::Semicolon);
  open = pos;
  if (list)
    take();
  do
    delays.add(parseMinTypMax());
  while (accept(K::Comma));
  if (list)
    expectClose(K::RParen, open);
  path->delays = delays.finish();
  size_t count = path->delays.size();
  if (count != 1 && count != 2 && count != 3 && count != 6 && count != 12)
    report(tokens[open].loc, diag::BadDelayCount) << count;
  expectSemi("path");
  return finish(path, start);
}

void Parser::parsePathConnection(SpecifyPathSyntax *path) {
  path->edge = parseEdge();
  path->inputs = parseTerminals();
  bool joined = atAny(K::PlusEqual, K::MinusEqual) && peek().is(K::Greater);
  if (joined || atAny(K::Plus, K::Minus)) {
    path->polarity =
        take().isOneOf(K::Plus, K::PlusEqual) ? Polarity::Positive : Polarity::Negative;
    if (joined)
      take();
  }
  if (!joined) {
    path->isFull = at(K::StarGreater);
    if (!accept(K::StarGreater))
      expect(K::EqualGreater, "the inputs of a path");
  }
  parsePathTarget(path);
}

/// `outputs`, or `(outputs polarity: data)`.
void Parser::parsePathTarget(SpecifyPathSyntax *path) {
  if (!at(K::LParen)) {
    path->outputs = parseTerminals();
    return;
  }
  uint32_t open = pos;
  take();
  path->outputs = parseTerminals();
  if (accept(K::PlusColon) || (at(K::Plus) && (take(), accept(K::Colon))))
    path->dataPolarity = Polarity::Positive;
  else if (accept(K::MinusColon) || (at(K::Minus) && (take(), accept(K::Colon))))
    path->dataPolarity = Polarity::Negative;
  else
    expect(K::Colon, "the outputs of an edge-sensitive path");
  path->data = parseExpr();
  expectClose(K::RParen, open);
}

//===-- Timing checks -----------------------------------------------------===//

const MemberSyntax *Parser::parseTimingCheck() {
  uint32_t start = pos;
  auto *check = make<TimingCheckSyntax>();
  check->name = nameOf(take());
  uint32_t open = pos;
  if (expect(K::LParen, "the timing check")) {
    Collector<TimingCheckEventSyntax> arguments(*this);
    do
      arguments.add(parseTimingCheckEvent());
    while (accept(K::Comma));
    check->arguments = arguments.finish();
    expectClose(K::RParen, open);
  }
  expectSemi("timing check");
  return finish(check, start);
}

const TimingCheckEventSyntax *Parser::parseTimingCheckEvent() {
  uint32_t start = pos;
  auto *event = make<TimingCheckEventSyntax>();
  if (atAny(K::Comma, K::RParen))
    return finish(event, start);
  event->edge = parseEdge();
  if (event->edge == EdgeKind::Edge && at(K::LBracket))
    event->edgeDescriptors = parseEdgeDescriptors();
  const ExprSyntax *expr = parseBinary(exprPrec::logicalOr);
  if (at(K::Question))
    expr = parseConditionalTail(expr);
  if (accept(K::Colon)) {
    auto *values = make<MinTypMaxExprSyntax>();
    values->minimum = expr;
    values->typical = parseExpr();
    expect(K::Colon, "typical value");
    values->maximum = parseExpr();
    expr = finishAt(values, expr->range.begin);
  }
  event->expr = expr;
  if (accept(K::AmpAmpAmp))
    event->condition = parseExpr();
  return finish(event, start);
}

/// `[01, 0x, z1]`; a descriptor may have been split into several tokens.
llvm::ArrayRef<StringRef> Parser::parseEdgeDescriptors() {
  uint32_t open = pos;
  take();
  llvm::SmallVector<StringRef, 4> descriptors;
  llvm::SmallString<8> text;
  while (!atEnd() && !atAny(K::RBracket, K::Semicolon)) {
    if (accept(K::Comma)) {
      descriptors.push_back(copyText(text));
      text.clear();
      continue;
    }
    text += take().text;
  }
  descriptors.push_back(copyText(text));
  for (StringRef descriptor : descriptors) {
    bool ok = descriptor.size() == 2 && descriptor[0] != descriptor[1] &&
              descriptor.find_first_not_of("01xXzZ") == StringRef::npos;
    if (!ok)
      report(tokens[open].loc, diag::BadEdgeDescriptor) << descriptor;
  }
  expectClose(K::RBracket, open);
  return copy<StringRef>(descriptors);
}

} // namespace circtsim::syntax

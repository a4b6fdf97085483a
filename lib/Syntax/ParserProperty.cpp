//===- ParserProperty.cpp - Sequence and property expressions -------------===//
//
// IEEE 1800-2023 clauses 16.5-16.13, Annex A.2.10. Precedence climbing over the
// levels of table 16-3 on top of ordinary expressions. With `inProperty` set,
// parentheses of the expression parser may hold a sequence or property, so
// `(a ##1 b)[*2]` and `(a + b) == c` need no decision in advance.
//
// `always`, `eventually`, `if`, `case`, the abort operators extend as far to
// the right as possible. A clocking event applies to what follows it at the
// precedence of its place.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const ExprSyntax *Parser::parsePropertySpec() {
  FlagScope property(inProperty, true);
  return parseProperty(propPrec::lowest);
}

/// Events (`posedge clk`, `@(posedge clk)`), or a property expression.
const ExprSyntax *Parser::parsePropertyActual() {
  uint32_t start = pos;
  if (atAny(K::KwPosedge, K::KwNegedge, K::KwEdge)) {
    auto *event = make<EdgeEventExprSyntax>();
    event->edge = parseEdge();
    event->expr = parseExpr();
    if (accept(K::KwIff))
      event->iff = parseExpr();
    if (!at(K::KwOr))
      return finish(event, start);
    auto *list = make<EventListExprSyntax>();
    Collector<ExprSyntax> events(*this);
    events.add(finish(event, start));
    while (accept(K::KwOr))
      events.add(parseEventTerm());
    list->events = events.finish();
    return finish(list, start);
  }
  FlagScope property(inProperty, true);
  return parseProperty(propPrec::lowest);
}

const ExprSyntax *Parser::parseProperty(unsigned minPrec) {
  Nesting nesting(*this);
  if (!nesting)
    return finish(make<BadExprSyntax>(), pos);
  SourceLoc begin = cur().loc;
  const ExprSyntax *lhs =
      at(K::HashHash) ? parseCycleDelayExpr(nullptr, begin) : parsePropertyPrefix(minPrec);
  return parsePropertyTail(lhs, minPrec, begin);
}

const ExprSyntax *Parser::parsePropertyTail(const ExprSyntax *lhs, unsigned minPrec,
                                            SourceLoc begin) {
  for (unsigned chain = 0; chain < maxChain; ++chain) {
    PropertyOpInfo info = propertyOpInfo(kind());
    if (!info.prec || info.prec < minPrec)
      return lhs;
    if (at(K::HashHash)) {
      lhs = parseCycleDelayExpr(lhs, begin);
      continue;
    }
    auto *binary = make<PropertyBinaryExprSyntax>();
    binary->op = info.op;
    binary->opLoc = take().loc;
    binary->lhs = lhs;
    binary->rhs = parseProperty(info.rightAssociative ? info.prec : info.prec + 1);
    lhs = finishAt(binary, begin);
  }
  if (mayReport())
    report(cur().loc, diag::NestingTooDeep) << maxChain;
  giveUp();
  return lhs;
}

// check-size: table switch
const ExprSyntax *Parser::parsePropertyPrefix(unsigned minPrec) {
  using U = PropertyUnaryOp;
  switch (kind()) {
  case K::At:
    return parseClocked(minPrec);
  case K::KwNot:
    return parsePropertyUnary(U::Not, propPrec::unary, false);
  case K::KwNexttime:
    return parsePropertyUnary(U::Nexttime, propPrec::unary, false);
  case K::KwSNexttime:
    return parsePropertyUnary(U::SNexttime, propPrec::unary, false);
  case K::KwAlways:
    return parsePropertyUnary(U::Always, propPrec::lowest, false);
  case K::KwSAlways:
    return parsePropertyUnary(U::SAlways, propPrec::lowest, false);
  case K::KwEventually:
    return parsePropertyUnary(U::Eventually, propPrec::lowest, false);
  case K::KwSEventually:
    return parsePropertyUnary(U::SEventually, propPrec::lowest, false);
  case K::KwStrong:
    return parsePropertyUnary(U::Strong, propPrec::lowest, true);
  case K::KwWeak:
    return parsePropertyUnary(U::Weak, propPrec::lowest, true);
  case K::KwAcceptOn:
    return parseAbort(AbortKind::AcceptOn);
  case K::KwRejectOn:
    return parseAbort(AbortKind::RejectOn);
  case K::KwSyncAcceptOn:
    return parseAbort(AbortKind::SyncAcceptOn);
  case K::KwSyncRejectOn:
    return parseAbort(AbortKind::SyncRejectOn);
  case K::KwIf:
    return parsePropertyIf();
  case K::KwCase:
    return parsePropertyCase();
  case K::KwFirstMatch:
    return parseRepetitions(parseFirstMatch());
  case K::KwDisable: {
    uint32_t start = pos;
    take();
    auto *disable = make<DisableIffExprSyntax>();
    expect(K::KwIff, "'disable'");
    disable->condition = parseParenCondition("'iff'");
    disable->operand = parseProperty(propPrec::lowest);
    return finish(disable, start);
  }
  default:
    return parseRepetitions(parseExpr());
  }
}

const ExprSyntax *Parser::parsePropertyUnary(PropertyUnaryOp op, unsigned operandPrec,
                                             bool parens) {
  uint32_t start = pos;
  take();
  auto *unary = make<PropertyUnaryExprSyntax>();
  unary->op = op;
  if (parens) {
    uint32_t open = pos;
    if (expect(K::LParen, "the operator")) {
      unary->operand = parseProperty(propPrec::lowest);
      expectClose(K::RParen, open);
    }
    return finish(unary, start);
  }
  if (at(K::LBracket)) {
    uint32_t open = pos;
    take();
    unary->hasRange = true;
    unary->low = parseExpr();
    if (accept(K::Colon))
      unary->high = parseExpr();
    expectClose(K::RBracket, open);
  }
  unary->operand = parseProperty(operandPrec);
  return finish(unary, start);
}

const ExprSyntax *Parser::parseAbort(AbortKind abortKind) {
  uint32_t start = pos;
  take();
  auto *abort = make<AbortExprSyntax>();
  abort->abortKind = abortKind;
  abort->condition = parseParenCondition("the abort operator");
  abort->operand = parseProperty(propPrec::lowest);
  return finish(abort, start);
}

const ExprSyntax *Parser::parseClocked(unsigned minPrec) {
  uint32_t start = pos;
  auto *clocked = make<ClockedExprSyntax>();
  const TimingSyntax *control = parseEventControl();
  if (const auto *event = llvm::dyn_cast<EventControlSyntax>(control))
    clocked->event = event->event;
  if (!atAny(K::Comma, K::RParen, K::Semicolon))
    clocked->operand = parseProperty(minPrec);
  return finish(clocked, start);
}

const ExprSyntax *Parser::parsePropertyIf() {
  uint32_t start = pos;
  take();
  auto *branch = make<PropertyIfExprSyntax>();
  branch->condition = parseParenCondition("'if'");
  branch->whenTrue = parseProperty(propPrec::lowest);
  if (accept(K::KwElse))
    branch->whenFalse = parseProperty(propPrec::lowest);
  return finish(branch, start);
}

const ExprSyntax *Parser::parsePropertyCase() {
  uint32_t open = pos;
  take();
  auto *node = make<PropertyCaseExprSyntax>();
  node->selector = parseParenCondition("'case'");
  OpenEnd end(*this, K::KwEndcase);
  Collector<PropertyCaseItemSyntax> items(*this);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t start = pos;
    auto *item = make<PropertyCaseItemSyntax>();
    if (accept(K::KwDefault)) {
      item->isDefault = true;
      accept(K::Colon);
    } else {
      FlagScope plain(inProperty, false);
      item->labels = parseExprList("'case'");
      expect(K::Colon, "case label");
    }
    item->property = parseProperty(propPrec::lowest);
    accept(K::Semicolon);
    items.add(finish(item, start));
    if (pos == start)
      take();
  }
  node->items = items.finish();
  expectEnd(K::KwEndcase, open, "this 'case'");
  return finish(node, open);
}

const ExprSyntax *Parser::parseFirstMatch() {
  uint32_t start = pos;
  take();
  auto *match = make<FirstMatchExprSyntax>();
  uint32_t open = pos;
  if (!expect(K::LParen, "'first_match'"))
    return finish(match, start);
  match->operand = parseProperty(propPrec::lowest);
  Collector<ExprSyntax> items(*this);
  while (accept(K::Comma))
    items.add(parseAssignmentOrExpr());
  match->items = items.finish();
  expectClose(K::RParen, open);
  return finish(match, start);
}

//===-- Cycle delays and repetitions --------------------------------------===//

const ExprSyntax *Parser::parseCycleDelayExpr(const ExprSyntax *lhs, SourceLoc begin) {
  take();
  auto *delay = make<CycleDelayExprSyntax>();
  delay->lhs = lhs;
  uint32_t open = pos;
  if (accept(K::LBracket)) {
    parseCycleRange(K::RBracket, open, delay->delayKind, delay->low, delay->high);
  } else if (accept(K::LParen)) {
    delay->low = parseExpr();
    expectClose(K::RParen, open);
  } else {
    delay->low = parseDelayValue();
  }
  delay->rhs = parseProperty(propPrec::delay + 1);
  return finishAt(delay, begin);
}

/// Behind the opening bracket (and operator): `*`, `+`, `n`, `low:high`, or
/// nothing, which means `[*]`.
void Parser::parseCycleRange(TokenKind close, uint32_t open, CycleRangeKind &rangeKind,
                             const ExprSyntax *&low, const ExprSyntax *&high) {
  if (at(close)) {
    rangeKind = CycleRangeKind::Star;
  } else if (atAny(K::Star, K::Plus) && peek().is(close)) {
    rangeKind = take().is(K::Star) ? CycleRangeKind::Star : CycleRangeKind::Plus;
  } else {
    low = parseExpr();
    if (accept(K::Colon)) {
      rangeKind = CycleRangeKind::Range;
      high = parseExpr();
    }
  }
  expectClose(close, open);
}

bool Parser::atRepetition() const {
  if (!at(K::LBracket))
    return false;
  switch (peek().kind) {
  case K::Star:
  case K::Equal:
  case K::MinusGreater:
    return true;
  case K::Plus:
    return peek(2).is(K::RBracket);
  default:
    return false;
  }
}

const ExprSyntax *Parser::parseRepetitions(const ExprSyntax *operand) {
  while (atRepetition()) {
    uint32_t open = pos;
    take();
    auto *repetition = make<RepetitionExprSyntax>();
    repetition->operand = operand;
    if (accept(K::Equal))
      repetition->repetition = RepetitionKind::Nonconsecutive;
    else if (accept(K::MinusGreater))
      repetition->repetition = RepetitionKind::Goto;
    else if (at(K::Star))
      take();
    parseCycleRange(K::RBracket, open, repetition->rangeKind, repetition->low, repetition->high);
    operand = finishAt(repetition, operand->range.begin);
  }
  return operand;
}

} // namespace circtsim::syntax

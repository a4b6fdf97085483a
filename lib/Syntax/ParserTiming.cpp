//===- ParserTiming.cpp - Delays, events, waits, triggers -----------------===//
//
// IEEE 1800-2023 clauses 9.4, 14.11, 15.5, Annex A.6.5. Delay values and the
// targets of `@name` are restricted names: a following parenthesis belongs to
// the statement, not to a call.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const TimingSyntax *Parser::parseTimingControl() {
  switch (kind()) {
  case K::Hash:
    return parseDelayControl();
  case K::HashHash:
    return parseCycleDelay();
  default:
    return parseEventControl();
  }
}

/// The timing within an assignment, if any.
const TimingSyntax *Parser::parseIntraTiming() {
  auto checked = [&](const TimingSyntax *timing) {
    if (timing->kind == SyntaxKind::ImplicitEventControl)
      report(timing->loc(), diag::ItemNotAllowed) << "'@*'" << "an assignment or trigger";
    return timing;
  };
  if (atAny(K::Hash, K::At, K::HashHash))
    return checked(parseTimingControl());
  if (!at(K::KwRepeat))
    return nullptr;
  uint32_t start = pos;
  take();
  auto *repeat = make<RepeatEventControlSyntax>();
  repeat->count = parseParenCondition("'repeat'");
  if (at(K::At))
    repeat->event = checked(parseEventControl());
  else
    errorAtToken(diag::ExpectedName, "an event control");
  return finish(repeat, start);
}

const TimingSyntax *Parser::parseDelayControl() {
  uint32_t start = pos;
  take();
  auto *control = make<DelayControlSyntax>();
  if (at(K::LParen)) {
    uint32_t open = pos;
    take();
    control->delay = parseMinTypMax();
    expectClose(K::RParen, open);
  } else {
    control->delay = parseDelayValue();
  }
  return finish(control, start);
}

const TimingSyntax *Parser::parseCycleDelay() {
  uint32_t start = pos;
  take();
  auto *control = make<CycleDelayControlSyntax>();
  if (at(K::LParen)) {
    uint32_t open = pos;
    take();
    control->count = parseExpr();
    expectClose(K::RParen, open);
  } else {
    control->count = parseDelayValue();
  }
  return finish(control, start);
}

const TimingSyntax *Parser::parseEventControl() {
  uint32_t start = pos;
  take();
  if (at(K::Star)) {
    take();
    return finish(make<ImplicitEventControlSyntax>(), start);
  }
  if (at(K::LParen) && peek().is(K::Star) && peek(2).is(K::RParen)) {
    take(), take(), take();
    return finish(make<ImplicitEventControlSyntax>(), start);
  }
  auto *control = make<EventControlSyntax>();
  FlagScope plain(inProperty, false);
  if (at(K::LParen)) {
    uint32_t open = pos;
    take();
    control->event = parseEventExpr();
    expectClose(K::RParen, open);
  } else {
    uint32_t first = pos;
    auto *term = make<EdgeEventExprSyntax>();
    term->expr = parseHierarchicalName("an event");
    control->event = finish(term, first);
  }
  return finish(control, start);
}

EdgeKind Parser::parseEdge() {
  if (accept(K::KwPosedge))
    return EdgeKind::Posedge;
  if (accept(K::KwNegedge))
    return EdgeKind::Negedge;
  if (accept(K::KwEdge))
    return EdgeKind::Edge;
  return EdgeKind::None;
}

/// One event, or a list separated by `or` and commas; flattened.
const ExprSyntax *Parser::parseEventExpr() {
  Nesting nesting(*this);
  uint32_t start = pos;
  if (!nesting)
    return finish(make<BadExprSyntax>(), start);
  const ExprSyntax *first = parseEventTerm();
  if (!atAny(K::KwOr, K::Comma))
    return first;
  auto *list = make<EventListExprSyntax>();
  Collector<ExprSyntax> events(*this);
  auto add = [&](const ExprSyntax *event) {
    if (const auto *inner = llvm::dyn_cast<EventListExprSyntax>(event))
      for (const ExprSyntax *element : inner->events)
        events.add(element);
    else
      events.add(event);
  };
  add(first);
  while (atAny(K::KwOr, K::Comma)) {
    take();
    add(parseEventTerm());
  }
  list->events = events.finish();
  return finish(list, start);
}

const ExprSyntax *Parser::parseEventTerm() {
  uint32_t start = pos;
  if (parenGroupsEvents()) {
    take();
    const ExprSyntax *inner = parseEventExpr();
    expectClose(K::RParen, start);
    return inner;
  }
  auto *term = make<EdgeEventExprSyntax>();
  term->edge = parseEdge();
  term->expr = parseExpr();
  if (accept(K::KwIff))
    term->iff = parseExpr();
  return finish(term, start);
}

//===-- Statements --------------------------------------------------------===//

StmtSyntax *Parser::parseTimingStmt() {
  uint32_t start = pos;
  auto *stmt = make<TimingStmtSyntax>();
  stmt->timing = parseTimingControl();
  stmt->body = parseStatementOrNull("timing control");
  return finish(stmt, start);
}

StmtSyntax *Parser::parseWait() {
  uint32_t start = pos;
  take();
  if (accept(K::KwFork)) {
    expectSemi("'wait fork'");
    return finish(make<WaitForkStmtSyntax>(), start);
  }
  auto *stmt = make<WaitStmtSyntax>();
  stmt->condition = parseParenCondition("'wait'");
  stmt->body = parseStatementOrNull("'wait'");
  return finish(stmt, start);
}

StmtSyntax *Parser::parseWaitOrder() {
  uint32_t start = pos;
  take();
  auto *stmt = make<WaitOrderStmtSyntax>();
  uint32_t open = pos;
  if (expect(K::LParen, "'wait_order'")) {
    Collector<ExprSyntax> events(*this);
    do
      events.add(parseHierarchicalName("an event"));
    while (accept(K::Comma));
    stmt->events = events.finish();
    expectClose(K::RParen, open);
  }
  parseAction(stmt->pass, stmt->fail);
  return finish(stmt, start);
}

StmtSyntax *Parser::parseTrigger() {
  uint32_t start = pos;
  auto *stmt = make<EventTriggerStmtSyntax>();
  stmt->isNonblocking = take().is(K::MinusGreaterGreater);
  if (stmt->isNonblocking)
    stmt->timing = parseIntraTiming();
  stmt->event = parseHierarchicalName("an event");
  expectSemi("event trigger");
  return finish(stmt, start);
}

StmtSyntax *Parser::parseDisable() {
  uint32_t start = pos;
  take();
  if (accept(K::KwFork)) {
    expectSemi("'disable fork'");
    return finish(make<DisableForkStmtSyntax>(), start);
  }
  auto *stmt = make<DisableStmtSyntax>();
  stmt->target = parseHierarchicalName("a block or task name");
  expectSemi("'disable'");
  return finish(stmt, start);
}

} // namespace circtsim::syntax

//===- ParserExpr.cpp - Operators -----------------------------------------===//
//
// Precedence climbing over the levels of IEEE 1800-2023 table 11-2. All binary
// operators associate to the left except `?:`, `->` and `<->`. `inside`, `dist`
// and `matches` are relational operators with a special right operand.
// Parenthesised assignments, min:typ:max and lists are here too.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const ExprSyntax *Parser::badExpr() {
  errorAtToken(diag::ExpectedExpression);
  if (at(K::Dot) && peek().is(K::IntegerLiteral)) { // a real number without digits before the point
    take();
    take();
  }
  return finish(make<BadExprSyntax>(), pos);
}

const ExprSyntax *Parser::parseBinary(unsigned minPrec) {
  Nesting nesting(*this);
  if (!nesting)
    return finish(make<BadExprSyntax>(), pos);
  return parseBinaryTail(parseUnary(), minPrec);
}

const ExprSyntax *Parser::parseBinaryTail(const ExprSyntax *lhs, unsigned minPrec) {
  SourceLoc begin = lhs->range.begin;
  for (unsigned chain = 0;; ++chain) {
    BinaryOpInfo info = binaryOpInfo(kind());
    if (!info.prec || info.prec < minPrec)
      return lhs;
    if (chain == maxChain) {
      if (mayReport())
        report(cur().loc, diag::NestingTooDeep) << maxChain;
      giveUp();
      return lhs;
    }
    switch (kind()) {
    case K::Question:
      lhs = parseConditionalTail(lhs);
      continue;
    case K::KwInside:
      lhs = parseInsideTail(lhs);
      continue;
    case K::KwDist:
      lhs = parseDistTail(lhs);
      continue;
    case K::KwMatches: {
      take();
      auto *matches = make<MatchesExprSyntax>();
      matches->operand = lhs;
      matches->pattern = parsePattern();
      lhs = finishAt(matches, begin);
      continue;
    }
    default:
      break;
    }
    auto *binary = make<BinaryExprSyntax>();
    binary->op = info.op;
    binary->opLoc = take().loc;
    binary->attributes = parseAttributes();
    binary->lhs = lhs;
    bool rightAssociative = info.prec == exprPrec::implication;
    binary->rhs = parseBinary(rightAssociative ? info.prec : info.prec + 1);
    lhs = finishAt(binary, begin);
  }
}

const ExprSyntax *Parser::parseConditionalTail(const ExprSyntax *condition) {
  auto *conditional = make<ConditionalExprSyntax>();
  conditional->opLoc = take().loc;
  conditional->attributes = parseAttributes();
  conditional->condition = condition;
  conditional->whenTrue = parseExpr();
  if (!accept(K::Colon) && mayReport())
    report(endOfPrevious(), diag::MissingConditionalColon);
  conditional->whenFalse = parseBinary(exprPrec::conditional);
  return finishAt(conditional, condition->range.begin);
}

const ExprSyntax *Parser::parseInsideTail(const ExprSyntax *operand) {
  take();
  auto *inside = make<InsideExprSyntax>();
  inside->operand = operand;
  inside->ranges = parseRangeList();
  return finishAt(inside, operand->range.begin);
}

const ExprSyntax *Parser::parseDistTail(const ExprSyntax *operand) {
  take();
  auto *dist = make<DistExprSyntax>();
  dist->operand = operand;
  uint32_t open = pos;
  if (!expect(K::LBrace, "'dist'"))
    return finishAt(dist, operand->range.begin);
  Collector<DistItemSyntax> items(*this);
  do {
    auto *item = make<DistItemSyntax>();
    uint32_t start = pos;
    if (accept(K::KwDefault))
      item->isDefault = true;
    else
      item->value = parseRangeListItem();
    if (atAny(K::ColonEqual, K::ColonSlash)) {
      item->weightKind =
          take().is(K::ColonEqual) ? DistWeightKind::PerItem : DistWeightKind::PerRange;
      item->weight = parseExpr();
    }
    items.add(finish(item, start));
  } while (accept(K::Comma));
  dist->items = items.finish();
  expectClose(K::RBrace, open);
  return finishAt(dist, operand->range.begin);
}

static std::optional<UnaryOp> unaryOpOf(TokenKind kind) {
  switch (kind) {
  case K::Plus:
    return UnaryOp::Plus;
  case K::Minus:
    return UnaryOp::Minus;
  case K::Bang:
    return UnaryOp::LogicalNot;
  case K::Tilde:
    return UnaryOp::BitwiseNot;
  case K::Amp:
    return UnaryOp::ReductionAnd;
  case K::TildeAmp:
    return UnaryOp::ReductionNand;
  case K::Pipe:
    return UnaryOp::ReductionOr;
  case K::TildePipe:
    return UnaryOp::ReductionNor;
  case K::Caret:
    return UnaryOp::ReductionXor;
  case K::TildeCaret:
  case K::CaretTilde:
    return UnaryOp::ReductionXnor;
  case K::PlusPlus:
    return UnaryOp::PreIncrement;
  case K::MinusMinus:
    return UnaryOp::PreDecrement;
  default:
    return std::nullopt;
  }
}

const ExprSyntax *Parser::parseUnary() {
  std::optional<UnaryOp> op = unaryOpOf(kind());
  if (!op)
    return parsePostfix();
  Nesting nesting(*this);
  if (!nesting)
    return finish(make<BadExprSyntax>(), pos);
  uint32_t start = pos;
  auto *unary = make<UnaryExprSyntax>();
  unary->op = *op;
  unary->opLoc = take().loc;
  unary->attributes = parseAttributes();
  // The operand is a primary (A.8.3). SystemVerilog tools take `!|a` all the same.
  if (unaryOpOf(kind()) && !gaveUp)
    report(cur().loc, unit.tokens.standard < KeywordVersion::V1800_2005 ? diag::NestedUnary
                                                                        : diag::NestedUnaryTaken);
  unary->operand = parseUnary();
  return finish(unary, start);
}

std::optional<AssignOp> Parser::assignOpOf(TokenKind k) {
  switch (k) {
  case K::Equal:
    return AssignOp::Assign;
  case K::PlusEqual:
    return AssignOp::Add;
  case K::MinusEqual:
    return AssignOp::Sub;
  case K::StarEqual:
    return AssignOp::Mul;
  case K::SlashEqual:
    return AssignOp::Div;
  case K::PercentEqual:
    return AssignOp::Mod;
  case K::AmpEqual:
    return AssignOp::And;
  case K::PipeEqual:
    return AssignOp::Or;
  case K::CaretEqual:
    return AssignOp::Xor;
  case K::LessLessEqual:
    return AssignOp::ShiftLeft;
  case K::GreaterGreaterEqual:
    return AssignOp::ShiftRight;
  case K::LessLessLessEqual:
    return AssignOp::ArithShiftLeft;
  case K::GreaterGreaterGreaterEqual:
    return AssignOp::ArithShiftRight;
  default:
    return std::nullopt;
  }
}

const ExprSyntax *Parser::parseAssignmentOrExpr() {
  uint32_t start = pos;
  const ExprSyntax *lhs = parseExpr();
  std::optional<AssignOp> op = assignOpOf(kind());
  if (!op)
    return lhs;
  auto *assign = make<AssignExprSyntax>();
  assign->op = *op;
  assign->opLoc = take().loc;
  assign->lhs = lhs;
  assign->rhs = parseExpr();
  return finish(assign, start);
}

const ExprSyntax *Parser::parseMinTypMax() {
  const ExprSyntax *first = parseExpr();
  if (!accept(K::Colon))
    return first;
  auto *values = make<MinTypMaxExprSyntax>();
  values->minimum = first;
  values->typical = parseExpr();
  expect(K::Colon, "typical value");
  values->maximum = parseExpr();
  return finishAt(values, first->range.begin);
}

const ExprSyntax *Parser::parseParamValue() { return parseMinTypMax(); }

List<ExprSyntax> Parser::parseExprList(const char *what) {
  Collector<ExprSyntax> list(*this);
  do
    list.add(parseExpr());
  while (accept(K::Comma));
  return list.finish();
}

//===-- Ranges ------------------------------------------------------------===//

List<ExprSyntax> Parser::parseRangeList() {
  uint32_t open = pos;
  if (!expect(K::LBrace, "'inside' or before a list of values"))
    return {};
  Collector<ExprSyntax> ranges(*this);
  do
    ranges.add(parseRangeListItem());
  while (accept(K::Comma));
  List<ExprSyntax> list = ranges.finish();
  expectClose(K::RBrace, open);
  return list;
}

const ExprSyntax *Parser::parseRangeListItem() {
  return at(K::LBracket) ? parseValueRange() : parseExpr();
}

const ExprSyntax *Parser::parseValueRange() {
  uint32_t open = pos;
  take();
  auto *range = make<ValueRangeExprSyntax>();
  range->low = parseExpr();
  if (accept(K::PlusDivMinus))
    range->rangeKind = ValueRangeKind::Absolute;
  else if (accept(K::PlusPercentMinus))
    range->rangeKind = ValueRangeKind::Relative;
  else
    expect(K::Colon, "the lower bound of a range");
  range->high = parseExpr();
  expectClose(K::RBracket, open);
  return finish(range, open);
}

} // namespace circtsim::syntax

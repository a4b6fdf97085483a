//===- ParserPrimary.cpp - Operands of expressions ------------------------===//
//
// Literals, names, calls, selects, casts, concatenations, assignment patterns,
// `new`, and type operands: IEEE 1800-2023 Annex A.8.1, A.8.2, A.8.4 and
// clauses 8.7, 10.9, 11.4.12, 11.4.14.
//
// A primary is an atom followed by any number of tails (`.x`, `::x`, `[i]`,
// `(args)`, `'(x)`, `'{..}`, `with ..`). Tails are accepted where they can have
// a meaning for the syntactic form of what precedes them; whether a name is a
// type, scope, function or variable is decided later.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;
using llvm::isa;

//===-- Tails -------------------------------------------------------------===//

static bool isName(const ExprSyntax *expr) {
  return isa<NameExprSyntax, ScopedNameExprSyntax, SpecializedNameExprSyntax>(expr);
}

static bool isCallable(const ExprSyntax *expr) {
  return isa<NameExprSyntax, ScopedNameExprSyntax, MemberAccessExprSyntax>(expr);
}

static bool isScope(const ExprSyntax *expr) {
  if (const auto *keyword = llvm::dyn_cast<KeywordExprSyntax>(expr))
    return keyword->keyword == KeywordExprKind::Unit || keyword->keyword == KeywordExprKind::Local;
  return isName(expr);
}

const ExprSyntax *Parser::parsePostfix() {
  const ExprSyntax *expr = parsePostfixTail(parsePrimary());
  if (!atAny(K::PlusPlus, K::MinusMinus))
    return expr;
  auto *unary = make<UnaryExprSyntax>();
  unary->op = at(K::PlusPlus) ? UnaryOp::PostIncrement : UnaryOp::PostDecrement;
  unary->opLoc = take().loc;
  unary->operand = expr;
  return finishAt(unary, expr->range.begin);
}

const ExprSyntax *Parser::parsePostfixTail(const ExprSyntax *base) {
  for (unsigned chain = 0; chain < maxChain; ++chain) {
    switch (kind()) {
    case K::Dot:
      base = parseMemberTail(base);
      continue;
    case K::ColonColon:
      if (!isScope(base))
        return base;
      base = parseScopeTail(base);
      continue;
    case K::Hash:
      if (!isName(base) || isa<SpecializedNameExprSyntax>(base) || !atSpecialization(pos))
        return base;
      {
        auto *specialized = make<SpecializedNameExprSyntax>();
        specialized->base = base;
        specialized->arguments = parseParamAssignments();
        base = finishAt(specialized, base->range.begin);
      }
      continue;
    case K::LBracket:
      if (atRepetition())
        return base;
      base = parseSelect(base);
      continue;
    case K::LParen:
      if (!isCallable(base))
        return base;
      base = parseCallTail(base);
      continue;
    case K::AttrOpen:
      if (!isCallable(base) || tokenAt(skipGroup(pos)).isNot(K::LParen))
        return base;
      base = parseCallTail(base);
      continue;
    case K::KwWith:
      if (noWith || !isCallable(base) || !peek().isOneOf(K::LParen, K::LBrace))
        return base;
      base = parseCallTail(base);
      continue;
    case K::Apostrophe:
      if (peek().isNot(K::LParen))
        return base;
      base = parseCastTail(CastKind::TypeOrSize, base, pos);
      continue;
    case K::ApostropheBrace:
      if (!isName(base) && !isa<TypeExprSyntax>(base))
        return base;
      base = parseAssignmentPattern(base);
      continue;
    default:
      return base;
    }
  }
  if (mayReport())
    report(cur().loc, diag::NestingTooDeep) << maxChain;
  giveUp();
  return base;
}

const ExprSyntax *Parser::parseMemberTail(const ExprSyntax *base) {
  take();
  auto *member = make<MemberAccessExprSyntax>();
  member->base = base;
  // Built-in methods whose names are keywords (7.12, 8.7).
  if (atAny(K::KwAnd, K::KwOr, K::KwXor, K::KwUnique, K::KwNew))
    member->name = nameOf(take());
  else
    member->name = parseName("a member name after '.'");
  return finishAt(member, base->range.begin);
}

const ExprSyntax *Parser::parseScopeTail(const ExprSyntax *base) {
  take();
  if (accept(K::KwNew)) {
    auto *object = make<NewClassExprSyntax>();
    object->scope = base;
    if (at(K::LParen)) {
      object->hasParens = true;
      object->arguments = parseArguments(false);
    }
    return finishAt(object, base->range.begin);
  }
  auto *scoped = make<ScopedNameExprSyntax>();
  scoped->scope = base;
  scoped->name = parseName("a name after '::'");
  return finishAt(scoped, base->range.begin);
}

const ExprSyntax *Parser::parseSelect(const ExprSyntax *base) {
  uint32_t open = pos;
  take();
  const ExprSyntax *left = parseExpr();
  if (!atAny(K::Colon, K::PlusColon, K::MinusColon)) {
    auto *select = make<ElementSelectExprSyntax>();
    select->base = base;
    select->index = left;
    expectClose(K::RBracket, open);
    return finishAt(select, base->range.begin);
  }
  auto *select = make<RangeSelectExprSyntax>();
  select->rangeKind = at(K::Colon)       ? RangeKind::Simple
                      : at(K::PlusColon) ? RangeKind::IndexedUp
                                         : RangeKind::IndexedDown;
  take();
  select->base = base;
  select->left = left;
  select->right = parseExpr();
  expectClose(K::RBracket, open);
  return finishAt(select, base->range.begin);
}

const ExprSyntax *Parser::parseCallTail(const ExprSyntax *callee) {
  auto *call = make<CallExprSyntax>();
  call->callee = callee;
  call->attributes = parseAttributes();
  if (at(K::LParen)) {
    call->hasParens = true;
    call->arguments = parseArguments(inProperty);
  }
  if (!noWith && at(K::KwWith) && peek().isOneOf(K::LParen, K::LBrace))
    call->with = parseWithClause();
  return finishAt(call, callee->range.begin);
}

/// At the apostrophe; `start` is the index of the first token of the cast.
const ExprSyntax *Parser::parseCastTail(CastKind castKind, const ExprSyntax *target,
                                        uint32_t start) {
  SourceLoc begin = target ? target->range.begin : tokens[start].loc;
  take();
  uint32_t open = pos;
  auto *cast = make<CastExprSyntax>();
  cast->castKind = castKind;
  cast->target = target;
  if (expect(K::LParen, "\"'\" of a cast")) {
    FlagScope plain(inProperty, false);
    cast->operand = parseMinTypMax();
    expectClose(K::RParen, open);
  }
  return finishAt(cast, begin);
}

//===-- Arguments ---------------------------------------------------------===//

List<ArgumentSyntax> Parser::parseArguments(bool properties) {
  uint32_t open = pos;
  take();
  if (accept(K::RParen))
    return {};
  Collector<ArgumentSyntax> arguments(*this);
  do
    arguments.add(parseArgument(properties));
  while (accept(K::Comma));
  List<ArgumentSyntax> list = arguments.finish();
  expectClose(K::RParen, open);
  return list;
}

const ArgumentSyntax *Parser::parseArgument(bool properties) {
  auto *argument = make<ArgumentSyntax>();
  uint32_t start = pos;
  auto value = [&]() -> const ExprSyntax * {
    if (properties || atAny(K::At, K::KwPosedge, K::KwNegedge, K::KwEdge))
      return parsePropertyActual();
    return parseExpr();
  };
  if (at(K::Dot)) {
    take();
    argument->name = parseName("an argument name after '.'");
    uint32_t open = pos;
    if (expect(K::LParen, "argument name")) {
      if (!at(K::RParen))
        argument->value = value();
      expectClose(K::RParen, open);
    }
  } else if (!atAny(K::Comma, K::RParen)) {
    argument->value = value();
  }
  return finish(argument, start);
}

const WithClauseSyntax *Parser::parseWithClause() {
  uint32_t start = pos;
  take();
  FlagScope plain(inProperty, false);
  auto *with = make<WithClauseSyntax>();
  if (at(K::LParen)) {
    uint32_t open = pos;
    take();
    with->hasParens = true;
    if (!at(K::RParen))
      with->arguments = parseExprList("'with'");
    expectClose(K::RParen, open);
  }
  if (at(K::LBrace)) {
    with->hasConstraints = true;
    with->constraints = parseConstraintItems();
  }
  return finish(with, start);
}

//===-- Atoms -------------------------------------------------------------===//

const ExprSyntax *Parser::parsePrimary() {
  switch (kind()) {
  case K::Identifier:
    return parseNameExpr();
  case K::IntegerLiteral:
  case K::BasedLiteral:
  case K::UnbasedUnsizedLiteral:
  case K::RealLiteral:
  case K::TimeLiteral:
  case K::StringLiteral:
    return parseLiteral();
  case K::LParen:
    return parseParen();
  case K::LBrace:
    return parseBraces();
  case K::ApostropheBrace:
    return parseAssignmentPattern(nullptr);
  case K::SystemName:
    return parseSystemCall();
  default:
    return parseKeywordPrimary();
  }
}

const ExprSyntax *Parser::parseKeywordPrimary() {
  switch (kind()) {
  case K::KwNull:
    return makeKeyword(KeywordExprKind::Null);
  case K::KwThis:
    return makeKeyword(KeywordExprKind::This);
  case K::KwSuper:
    return makeKeyword(KeywordExprKind::Super);
  case K::Dollar:
    return makeKeyword(KeywordExprKind::Dollar);
  case K::DollarRoot:
    return makeKeyword(KeywordExprKind::Root);
  case K::DollarUnit:
    return makeKeyword(KeywordExprKind::Unit);
  case K::OneStep:
    return makeKeyword(KeywordExprKind::OneStep);
  case K::KwLocal:
    if (peek().isNot(K::ColonColon))
      break;
    return makeKeyword(KeywordExprKind::Local);
  case K::KwNew:
    return parseNew();
  case K::KwTagged:
    return parseTagged();
  case K::KwConst:
    if (peek().isNot(K::Apostrophe))
      break;
    take();
    return parseCastTail(CastKind::Const, nullptr, pos - 1);
  case K::KwSigned:
  case K::KwUnsigned:
    if (peek().is(K::Apostrophe)) {
      CastKind castKind = take().is(K::KwSigned) ? CastKind::Signed : CastKind::Unsigned;
      return parseCastTail(castKind, nullptr, pos - 1);
    }
    return parseTypeAsExpr();
  default:
    if (tokenTraits(kind()) & traitType)
      return parseTypeAsExpr();
    break;
  }
  return badExpr();
}

const ExprSyntax *Parser::makeKeyword(KeywordExprKind keyword) {
  auto *expr = make<KeywordExprSyntax>();
  expr->keyword = keyword;
  take();
  return finish(expr, pos - 1);
}

const ExprSyntax *Parser::parseNameExpr() {
  auto *expr = make<NameExprSyntax>();
  expr->name = nameOf(take());
  expr->range = SourceRange(expr->name.loc);
  return expr;
}

const ExprSyntax *Parser::parseLiteral() {
  auto *literal = make<LiteralExprSyntax>();
  const Token &token = take();
  literal->text = token.text;
  literal->range = SourceRange(token.loc);
  switch (token.kind) {
  case K::BasedLiteral:
    literal->literalKind = LiteralKind::Based;
    break;
  case K::UnbasedUnsizedLiteral:
    literal->literalKind = LiteralKind::UnbasedUnsized;
    break;
  case K::RealLiteral:
    literal->literalKind = LiteralKind::Real;
    break;
  case K::TimeLiteral:
    literal->literalKind = LiteralKind::Time;
    break;
  case K::StringLiteral:
    literal->literalKind = LiteralKind::String;
    break;
  default:
    break;
  }
  return literal;
}

const ExprSyntax *Parser::parseTypeAsExpr() {
  uint32_t start = pos;
  auto *expr = make<TypeExprSyntax>();
  expr->type = atAny(K::KwSigned, K::KwUnsigned) ? parseImplicitType() : parseDataType();
  return finish(expr, start);
}

const ExprSyntax *Parser::parseSystemCall() {
  uint32_t start = pos;
  auto *call = make<SystemCallExprSyntax>();
  call->name = nameOf(take());
  if (at(K::LParen)) {
    call->hasParens = true;
    call->arguments = parseArguments(inProperty);
  }
  return finish(call, start);
}

const ExprSyntax *Parser::parseParen() {
  uint32_t open = pos;
  take();
  const ExprSyntax *inner = inProperty ? parseProperty(propPrec::lowest) : parseAssignmentOrExpr();
  if (std::optional<AssignOp> op = inProperty ? assignOpOf(kind()) : std::nullopt) {
    auto *assign = make<AssignExprSyntax>();
    assign->op = *op;
    assign->opLoc = take().loc;
    assign->lhs = inner;
    assign->rhs = parseExpr();
    inner = finishAt(assign, inner->range.begin);
  }
  if (accept(K::Colon)) {
    auto *values = make<MinTypMaxExprSyntax>();
    values->minimum = inner;
    values->typical = parseExpr();
    expect(K::Colon, "typical value");
    values->maximum = parseExpr();
    inner = finishAt(values, inner->range.begin);
  }
  if (inProperty && at(K::Comma)) {
    auto *match = make<SequenceMatchExprSyntax>();
    match->operand = inner;
    Collector<ExprSyntax> items(*this);
    while (accept(K::Comma))
      items.add(parseAssignmentOrExpr());
    match->items = items.finish();
    inner = finishAt(match, inner->range.begin);
  }
  auto *paren = make<ParenExprSyntax>();
  paren->inner = inner;
  expectClose(K::RParen, open);
  return finish(paren, open);
}

//===-- Braces ------------------------------------------------------------===//

const ExprSyntax *Parser::parseBraces() {
  uint32_t open = pos;
  take();
  FlagScope plain(inProperty, false);
  if (atAny(K::LessLess, K::GreaterGreater))
    return parseStreaming(open);
  auto *concat = make<ConcatExprSyntax>();
  if (accept(K::RBrace))
    return finish(concat, open);
  Collector<ExprSyntax> elements(*this);
  const ExprSyntax *first = parseExpr();
  if (at(K::LBrace)) {
    auto *replication = make<ReplicationExprSyntax>();
    uint32_t inner = pos;
    take();
    replication->count = first;
    if (!at(K::RBrace))
      replication->elements = parseExprList("replication");
    expectClose(K::RBrace, inner);
    expectClose(K::RBrace, open);
    return finish(replication, open);
  }
  elements.add(first);
  while (accept(K::Comma))
    elements.add(parseExpr());
  concat->elements = elements.finish();
  expectClose(K::RBrace, open);
  return finish(concat, open);
}

const ExprSyntax *Parser::parseStreaming(uint32_t open) {
  auto *streaming = make<StreamingExprSyntax>();
  streaming->direction =
      take().is(K::LessLess) ? StreamDirection::RightToLeft : StreamDirection::LeftToRight;
  if (!at(K::LBrace))
    streaming->sliceSize = parseExpr();
  uint32_t inner = pos;
  if (expect(K::LBrace, "the operator of a streaming concatenation")) {
    Collector<StreamElementSyntax> elements(*this);
    do
      elements.add(parseStreamElement());
    while (accept(K::Comma));
    streaming->elements = elements.finish();
    expectClose(K::RBrace, inner);
  }
  expectClose(K::RBrace, open);
  return finish(streaming, open);
}

const StreamElementSyntax *Parser::parseStreamElement() {
  uint32_t start = pos;
  auto *element = make<StreamElementSyntax>();
  element->value = parseExpr();
  if (at(K::KwWith)) {
    take();
    uint32_t open = pos;
    if (expect(K::LBracket, "'with'")) {
      element->hasRange = true;
      element->left = parseExpr();
      if (atAny(K::Colon, K::PlusColon, K::MinusColon)) {
        element->rangeKind = at(K::Colon)       ? RangeKind::Simple
                             : at(K::PlusColon) ? RangeKind::IndexedUp
                                                : RangeKind::IndexedDown;
        take();
        element->right = parseExpr();
      }
      expectClose(K::RBracket, open);
    }
  }
  return finish(element, start);
}

const ExprSyntax *Parser::parseAssignmentPattern(const ExprSyntax *type) {
  uint32_t open = pos;
  SourceLoc begin = type ? type->range.begin : cur().loc;
  take();
  FlagScope plain(inProperty, false);
  auto *pattern = make<AssignmentPatternExprSyntax>();
  pattern->type = type;
  if (accept(K::RBrace))
    return finishAt(pattern, begin);
  Collector<PatternEntrySyntax> entries(*this);
  const PatternEntrySyntax *first = parsePatternEntry();
  if (!first->key && at(K::LBrace)) {
    uint32_t inner = pos;
    take();
    pattern->form = AssignmentPatternForm::Replicated;
    pattern->count = first->value;
    do
      entries.add(parsePatternEntry());
    while (accept(K::Comma));
    expectClose(K::RBrace, inner);
  } else {
    if (first->key)
      pattern->form = AssignmentPatternForm::Keyed;
    entries.add(first);
    while (accept(K::Comma))
      entries.add(parsePatternEntry());
  }
  pattern->entries = entries.finish();
  expectClose(K::RBrace, open);
  return finishAt(pattern, begin);
}

const PatternEntrySyntax *Parser::parsePatternEntry() {
  uint32_t start = pos;
  auto *entry = make<PatternEntrySyntax>();
  const ExprSyntax *first =
      at(K::KwDefault) ? makeKeyword(KeywordExprKind::DefaultValue) : parseExpr();
  if (accept(K::Colon)) {
    entry->key = first;
    entry->value = parseExpr();
  } else {
    entry->value = first;
  }
  return finish(entry, start);
}

//===-- new and tagged ----------------------------------------------------===//

const ExprSyntax *Parser::parseNew() {
  uint32_t start = pos;
  take();
  if (at(K::LBracket)) {
    uint32_t open = pos;
    take();
    auto *array = make<NewArrayExprSyntax>();
    array->size = parseExpr();
    expectClose(K::RBracket, open);
    if (at(K::LParen)) {
      uint32_t paren = pos;
      take();
      array->initial = parseExpr();
      expectClose(K::RParen, paren);
    }
    return finish(array, start);
  }
  if (atAny(K::Identifier, K::KwThis, K::KwSuper, K::DollarUnit, K::KwLocal)) {
    auto *copied = make<NewCopyExprSyntax>();
    copied->source = parseBinary(exprPrec::power + 1);
    return finish(copied, start);
  }
  auto *object = make<NewClassExprSyntax>();
  if (at(K::LParen)) {
    object->hasParens = true;
    object->arguments = parseArguments(false);
  }
  return finish(object, start);
}

const ExprSyntax *Parser::parseTagged() {
  Nesting nesting(*this);
  uint32_t start = pos;
  auto *tagged = make<TaggedExprSyntax>();
  if (!nesting)
    return finish(tagged, start);
  take();
  tagged->member = parseName("a member name after 'tagged'");
  if (startsExpression(kind()))
    tagged->operand = parsePostfix();
  return finish(tagged, start);
}

//===-- Restricted names --------------------------------------------------===//

const ExprSyntax *Parser::parseHierarchicalName(const char *what, bool selects) {
  const ExprSyntax *name;
  if (at(K::Identifier)) {
    name = parseNameExpr();
  } else if (atAny(K::DollarRoot, K::DollarUnit, K::KwThis, K::KwSuper) ||
             (at(K::KwLocal) && peek().is(K::ColonColon))) {
    name = parseKeywordPrimary();
  } else {
    errorAtToken(diag::ExpectedName, what);
    return finish(make<BadExprSyntax>(), pos);
  }
  for (;;) {
    if (at(K::Dot)) {
      name = parseMemberTail(name);
    } else if (at(K::ColonColon) && isScope(name)) {
      name = parseScopeTail(name);
    } else if (at(K::LBracket) && selects && !atRepetition()) {
      name = parseSelect(name);
    } else if (at(K::Hash) && isName(name) && peek().is(K::LParen) &&
               tokenAt(skipGroup(pos + 1)).is(K::ColonColon)) {
      auto *specialized = make<SpecializedNameExprSyntax>();
      specialized->base = name;
      specialized->arguments = parseParamAssignments();
      name = finishAt(specialized, name->range.begin);
    } else {
      return name;
    }
  }
}

} // namespace circtsim::syntax

//===- ParserPattern.cpp - Patterns of `matches` --------------------------===//
//
// IEEE 1800-2023 clause 12.6, Annex A.6.7.1. A parenthesised pattern is told
// from a parenthesised expression by its first token.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const PatternSyntax *Parser::parsePattern() {
  Nesting nesting(*this);
  uint32_t start = pos;
  if (!nesting)
    return finish(make<WildcardPatternSyntax>(), start);
  if (accept(K::DotStar) || (at(K::Dot) && peek().is(K::Star) && (take(), take(), true)))
    return finish(make<WildcardPatternSyntax>(), start);
  if (accept(K::Dot)) {
    auto *variable = make<VariablePatternSyntax>();
    variable->name = parseName("a variable name after '.'");
    return finish(variable, start);
  }
  if (accept(K::KwTagged)) {
    auto *tagged = make<TaggedPatternSyntax>();
    tagged->member = parseName("a member name after 'tagged'");
    if (startsExpression(kind()) || atAny(K::Dot, K::DotStar))
      tagged->inner = parsePattern();
    return finish(tagged, start);
  }
  if (at(K::ApostropheBrace))
    return parseStructPattern();
  if (at(K::LParen) && peek().isOneOf(K::Dot, K::DotStar, K::KwTagged, K::ApostropheBrace)) {
    take();
    const PatternSyntax *inner = parsePattern();
    expectClose(K::RParen, start);
    return inner;
  }
  auto *pattern = make<ExprPatternSyntax>();
  if (!startsExpression(kind()))
    errorAtToken(diag::ExpectedPattern);
  pattern->expr = parseBinary(exprPrec::shift);
  return finish(pattern, start);
}

const PatternSyntax *Parser::parseStructPattern() {
  uint32_t open = pos;
  take();
  auto *pattern = make<StructPatternSyntax>();
  Collector<StructPatternEntrySyntax> entries(*this);
  do {
    uint32_t start = pos;
    auto *entry = make<StructPatternEntrySyntax>();
    if (at(K::Identifier) && peek().is(K::Colon)) {
      entry->member = nameOf(take());
      take();
    }
    entry->pattern = parsePattern();
    entries.add(finish(entry, start));
  } while (accept(K::Comma));
  pattern->entries = entries.finish();
  expectClose(K::RBrace, open);
  return finish(pattern, open);
}

} // namespace circtsim::syntax

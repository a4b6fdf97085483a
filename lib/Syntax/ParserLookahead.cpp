//===- ParserLookahead.cpp - Decisions by looking ahead -------------------===//
//
// Without a symbol table, `foo bar` is a declaration or instance because two
// identifiers follow each other, whatever `foo` means. These functions look at
// tokens by index and consume nothing. They are linear in what they look at.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

uint32_t Parser::scanDimensions(uint32_t index) const {
  while (tokenAt(index).is(K::LBracket))
    index = skipGroup(index);
  return index;
}

uint32_t Parser::scanTypeName(uint32_t index, bool dimensions) const {
  if (tokenAt(index).is(K::DollarUnit) && tokenAt(index + 1).is(K::ColonColon))
    index += 2;
  if (tokenAt(index).isNot(K::Identifier))
    return 0;
  for (++index;;) {
    K next = tokenAt(index + 1).kind;
    if (tokenAt(index).isOneOf(K::ColonColon, K::Dot) && next == K::Identifier) {
      index += 2;
      continue;
    }
    if (tokenAt(index).is(K::Hash) && next == K::LParen) {
      index = skipGroup(index + 1);
      continue;
    }
    // An element of an interface array before a member type: `bus[1].word_t`.
    if (tokenAt(index).is(K::LBracket)) {
      uint32_t behind = skipGroup(index);
      if (tokenAt(behind).is(K::Dot)) {
        index = behind;
        continue;
      }
    }
    break;
  }
  return dimensions ? scanDimensions(index) : index;
}

bool Parser::typeThenName(uint32_t index) const {
  // The frequent cases first: a name alone, or followed by an operator.
  K next = tokenAt(index + 1).kind;
  if (next == K::Identifier)
    return tokenAt(index).is(K::Identifier);
  if (next != K::ColonColon && next != K::Dot && next != K::Hash && next != K::LBracket)
    return false;
  uint32_t behind = scanTypeName(index);
  return behind && tokenAt(behind).is(K::Identifier);
}

bool Parser::atDeclaration() const {
  switch (kind()) {
  case K::Identifier:
  case K::DollarUnit:
    return atTypeThenName();
  case K::KwVoid:
    return false;
  default:
    return tokenTraits(kind()) & traitBlockDecl;
  }
}

bool Parser::parenGroupsEvents() const {
  if (!at(K::LParen))
    return false;
  unsigned level = 0;
  for (uint32_t i = pos; i < last; ++i) {
    switch (tokens[i].kind) {
    case K::LParen:
    case K::LBracket:
    case K::LBrace:
    case K::ApostropheBrace:
      ++level;
      break;
    case K::RParen:
    case K::RBracket:
    case K::RBrace:
      if (--level == 0)
        return false;
      break;
    case K::KwPosedge:
    case K::KwNegedge:
    case K::KwEdge:
    case K::KwOr:
    case K::KwIff:
    case K::Comma:
      if (level == 1)
        return true;
      break;
    case K::Semicolon:
      return false;
    default:
      break;
    }
  }
  return false;
}

bool Parser::atSpecialization(uint32_t index) const {
  if (tokenAt(index).isNot(K::Hash) || tokenAt(index + 1).isNot(K::LParen))
    return false;
  return tokenAt(skipGroup(index + 1))
      .isOneOf(K::ColonColon, K::Comma, K::RParen, K::RBrace, K::Apostrophe, K::ApostropheBrace);
}

bool Parser::startsExpression(TokenKind k) const { return tokenTraits(k) & traitExpr; }

} // namespace circtsim::syntax

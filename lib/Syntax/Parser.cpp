//===- Parser.cpp - Core of the parser ------------------------------------===//
//
// Token access, expectations, error recovery and the small pieces that every
// area uses.
//
// Recovery. A missing token is reported at the end of the token before it and
// parsing goes on as if it were there, except that brackets skip to their
// counterpart and a missing ';' skips to the next ';' or to a keyword that
// starts or ends a construct. A token is complained about once: `lastErrorPos`
// suppresses what follows from the same spot. Lists make sure that each round
// consumes a token, so parsing always ends.
//
// Depth. Recursive productions hold a Nesting object; beyond maxDepth levels
// there is one error and the rest of the unit is skipped.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"
#include <cassert>
#include <cstring>

namespace circtsim::syntax {

using K = TokenKind;

Parser::Parser(CompilationUnit &unit, support::DiagnosticEngine &diagnostics)
    : unit(unit), diags(diagnostics), tokens(unit.tokens.tokens.data()),
      last(unit.tokens.size() - 1) {
  assert(unit.tokens.size() && unit.tokens.tokens.back().is(K::EndOfFile) &&
         "a token stream ends with EndOfFile");
}

std::unique_ptr<CompilationUnit> parseCompilationUnit(TokenStream tokens,
                                                      support::SourceManager &sources,
                                                      support::DiagnosticEngine &diagnostics) {
  auto unit = std::make_unique<CompilationUnit>(std::move(tokens), sources);
  Parser(*unit, diagnostics).parse();
  return unit;
}

void Parser::parse() {
  Collector<MemberSyntax> members(*this);
  parseMembers(members, MemberContext::Unit, K::EndOfFile);
  unit.members = members.finish();
}

const ExprSyntax *Parser::parseLoneExpr() {
  const ExprSyntax *expr = parsePropertySpec();
  if (!atEnd())
    errorAtToken(diag::ExpectedItem, "the end of the expression");
  return expr;
}

//===-- Reporting ---------------------------------------------------------===//

SourceLoc Parser::endOfPrevious() const {
  if (!pos)
    return cur().loc;
  const Token &token = prev();
  return token.loc.advanced(token.text.size() + (token.isEscaped() ? 1 : 0));
}

bool Parser::mayReport() {
  if (gaveUp || pos == lastErrorPos)
    return false;
  lastErrorPos = pos;
  if (diags.shouldStop())
    giveUp();
  return true;
}

void Parser::errorAtToken(diag::Id id) {
  if (mayReport())
    report(cur().loc, id) << cur();
}

void Parser::errorAtToken(diag::Id id, StringRef what) {
  if (mayReport())
    report(cur().loc, id) << what << cur();
}

bool Parser::expect(TokenKind k, const char *what) {
  if (accept(k))
    return true;
  if (mayReport())
    report(endOfPrevious(), diag::ExpectedAfter) << k << what;
  return false;
}

bool Parser::expectClose(TokenKind k, uint32_t open) {
  if (accept(k))
    return true;
  if (gaveUp)
    return false;
  if (mayReport()) {
    report(endOfPrevious(), diag::ExpectedToken) << k;
    report(tokens[open].loc, diag::NoteToMatch) << tokens[open].kind;
  }
  uint32_t close = findClose(open);
  if (close >= pos && close)
    pos = std::min(close + 1, last);
  return false;
}

bool Parser::expectSemi(const char *what) {
  if (accept(K::Semicolon))
    return true;
  if (mayReport())
    report(endOfPrevious(), diag::ExpectedAfter) << K::Semicolon << what;
  if (at(K::RBrace)) // of what the text is in
    return false;
  // A new construct on a new line: the semicolon was merely forgotten.
  bool forgotten = cur().startsLine() && (at(K::Identifier) || at(K::SystemName) ||
                                          (isKeyword(kind()) && !(tokenTraits(kind()) & traitEnd)));
  if (!forgotten || prev().is(K::Semicolon))
    skipToSync();
  return false;
}

bool Parser::expectEnd(TokenKind k, uint32_t open, const char *what) {
  if (accept(k))
    return true;
  if (mayReport()) {
    report(cur().loc, diag::ExpectedName) << ("'" + tokenSpelling(k) + "'").str() << cur();
    report(tokens[open].loc, diag::NoteConstructBegins) << what;
  }
  return false;
}

void Parser::skipToSync() {
  while (!atEnd()) {
    if (accept(K::Semicolon))
      return;
    if (tokenTraits(kind()) & traitSync)
      return;
    take();
  }
}

uint32_t Parser::findClose(uint32_t open) const {
  unsigned level = 0;
  for (uint32_t i = open; i < last; ++i) {
    switch (tokens[i].kind) {
    case K::LParen:
    case K::LBracket:
    case K::LBrace:
    case K::ApostropheBrace:
    case K::AttrOpen:
      ++level;
      break;
    case K::RParen:
    case K::RBracket:
    case K::RBrace:
    case K::AttrClose:
      if (--level == 0)
        return i;
      break;
    default:
      if (tokenTraits(tokens[i].kind) & traitEnd)
        return 0;
      break;
    }
  }
  return 0;
}

uint32_t Parser::skipGroup(uint32_t index) const {
  uint32_t close = findClose(index);
  return close ? close + 1 : last;
}

bool Parser::enterNesting() {
  if (++depth <= maxDepth)
    return !gaveUp;
  if (!gaveUp) {
    report(cur().loc, diag::NestingTooDeep) << maxDepth;
    giveUp();
  }
  return false;
}

void Parser::giveUp() {
  gaveUp = true;
  pos = last;
}

bool Parser::atOpenEnd() const {
  for (TokenKind endKind : openEnds)
    if (endKind == kind())
      return true;
  return false;
}

void Parser::skipStrayEnd() {
  static constexpr std::pair<K, K> openings[] = {
      {K::KwEnd, K::KwBegin},           {K::KwEndcase, K::KwCase},
      {K::KwEndchecker, K::KwChecker},  {K::KwEndclass, K::KwClass},
      {K::KwEndclocking, K::KwClocking}, {K::KwEndconfig, K::KwConfig},
      {K::KwEndfunction, K::KwFunction}, {K::KwEndgenerate, K::KwGenerate},
      {K::KwEndgroup, K::KwCovergroup}, {K::KwEndinterface, K::KwInterface},
      {K::KwEndmodule, K::KwModule},    {K::KwEndpackage, K::KwPackage},
      {K::KwEndprimitive, K::KwPrimitive}, {K::KwEndprogram, K::KwProgram},
      {K::KwEndproperty, K::KwProperty}, {K::KwEndsequence, K::KwSequence},
      {K::KwEndspecify, K::KwSpecify},  {K::KwEndtable, K::KwTable},
      {K::KwEndtask, K::KwTask}};
  K opening = K::KwFork;
  for (auto [end, begin] : openings)
    if (at(end))
      opening = begin;
  if (mayReport())
    report(cur().loc, diag::StrayEnd) << kind() << opening;
  take();
  if (at(K::Colon) && peek().is(K::Identifier)) {
    take();
    take();
  }
}

//===-- Small pieces ------------------------------------------------------===//

StringRef Parser::copyText(StringRef text) {
  char *data = unit.arena.Allocate<char>(text.size());
  std::memcpy(data, text.data(), text.size());
  return {data, text.size()};
}

Name Parser::parseName(const char *what) {
  if (at(K::Identifier))
    return nameOf(take());
  errorAtToken(diag::ExpectedName, what);
  return {};
}

Name Parser::acceptName() { return at(K::Identifier) ? nameOf(take()) : Name(); }

Name Parser::parseEndLabel(Name name, const char *what) {
  if (!accept(K::Colon))
    return {};
  if (!atAny(K::Identifier, K::KwNew)) {
    errorAtToken(diag::ExpectedName, "a name after ':'");
    return {};
  }
  Name label = nameOf(take());
  if (!name.valid())
    report(label.loc, diag::EndLabelWithoutName) << label.text << what;
  else if (label.text != name.text)
    report(label.loc, diag::EndLabelMismatch) << label.text << name.text;
  return label;
}

AttributeList Parser::parseAttributes() {
  if (!at(K::AttrOpen))
    return {};
  Collector<AttributeSyntax> attributes(*this);
  while (at(K::AttrOpen)) {
    uint32_t open = pos;
    take();
    do {
      auto *attribute = make<AttributeSyntax>();
      uint32_t start = pos;
      attribute->name = isKeyword(kind()) ? nameOf(take()) : parseName("an attribute name");
      if (accept(K::Equal))
        attribute->value = parseExpr();
      attributes.add(finish(attribute, start));
    } while (accept(K::Comma));
    expectClose(K::AttrClose, open);
  }
  return attributes.finish();
}

Lifetime Parser::parseLifetime() {
  if (accept(K::KwStatic))
    return Lifetime::Static;
  if (accept(K::KwAutomatic))
    return Lifetime::Automatic;
  return Lifetime::None;
}

StringRef Parser::parseString(const char *what) {
  if (at(K::StringLiteral))
    return take().text;
  errorAtToken(diag::ExpectedName, what);
  return {};
}

} // namespace circtsim::syntax

// Actual arguments of macro uses (IEEE 1800-2023 22.5.1).
//
// Arguments are collected as written; macro uses in them are expanded after
// substitution, when the result is read again. Commas and the closing
// parenthesis count only outside of (), [] and {}. The list may go on beyond
// the end of the macro text that holds the use, but not beyond its file.
//
// `(*` and `*)` are one token to the lexer; here they are taken apart when
// the star belongs to an argument and the parenthesis to the list.
#include "Syntax/Preprocessor.h"

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::StringRef;

/// Takes a two-character token apart at its second character.
static std::pair<Token, Token> splitToken(const Token &token, TokenKind first, TokenKind second) {
  Token a = token, b = token;
  a.kind = first;
  a.text = token.text.take_front(1);
  b.kind = second;
  b.text = token.text.drop_front(1);
  b.loc = token.loc.advanced(1);
  b.flags &= ~(Token::StartOfLine | Token::LeadingSpace);
  return {a, b};
}

/// Adds a token to the last argument, or ends that. True at the end of the list.
bool Preprocessor::addArgumentToken(const Token &token, llvm::SmallVectorImpl<TokenKind> &closers,
                                    Arguments &arguments) {
  auto endArgument = [&] {
    uint32_t size = static_cast<uint32_t>(arguments.tokens.size());
    arguments.bounds.back().second = size;
    return size;
  };
  switch (token.kind) {
  case TokenKind::LParen:
    closers.push_back(TokenKind::RParen);
    break;
  case TokenKind::AttrOpen:
    closers.push_back(TokenKind::AttrClose);
    break;
  case TokenKind::LBracket:
    closers.push_back(TokenKind::RBracket);
    break;
  case TokenKind::LBrace:
  case TokenKind::ApostropheBrace:
    closers.push_back(TokenKind::RBrace);
    break;
  case TokenKind::AttrClose:
    if (closers.empty() || closers.back() != TokenKind::AttrClose) {
      auto [star, paren] = splitToken(token, TokenKind::Star, TokenKind::RParen);
      arguments.tokens.push_back(star);
      return addArgumentToken(paren, closers, arguments);
    }
    closers.pop_back();
    break;
  case TokenKind::RParen:
    if (closers.empty()) {
      endArgument();
      arguments.closeParen = token.loc;
      return true;
    }
    if (closers.back() == TokenKind::RParen || closers.back() == TokenKind::AttrClose)
      closers.pop_back();
    break;
  case TokenKind::RBracket:
  case TokenKind::RBrace:
    if (!closers.empty() && closers.back() == token.kind)
      closers.pop_back();
    break;
  case TokenKind::Comma:
    if (closers.empty()) {
      uint32_t next = endArgument();
      arguments.bounds.push_back({next, next});
      return false;
    }
    break;
  default:
    break;
  }
  arguments.tokens.push_back(token);
  return false;
}

/// Reads `( argument, ... )` behind the name of a function-like macro.
bool Preprocessor::collectArguments(const Token &use, const MacroDefinition &macro,
                                    Arguments &arguments) {
  Token token;
  nextRaw(token);
  if (!token.isOneOf(TokenKind::LParen, TokenKind::AttrOpen)) {
    diagnostics.diag(use.loc, diag::MacroNeedsArguments) << macro.name;
    diagnostics.diag(macro.loc, diag::MacroDefinedHere) << macro.name;
    unget(token);
    return false;
  }
  arguments.bounds.push_back({0, 0});
  llvm::SmallVector<TokenKind, 16> closers;
  if (token.is(TokenKind::AttrOpen))
    arguments.tokens.push_back(splitToken(token, TokenKind::LParen, TokenKind::Star).second);
  for (;;) {
    nextRaw(token);
    if (token.isOneOf(TokenKind::EndOfFile, TokenKind::EndOfDirective)) {
      diagnostics.diag(use.loc, diag::UnterminatedArguments) << macro.name;
      return false;
    }
    if (addArgumentToken(token, closers, arguments))
      return true;
  }
}

/// Checks the number of arguments against the formals and their defaults.
bool Preprocessor::matchArguments(const Token &use, const MacroDefinition &macro,
                                  Arguments &arguments) {
  size_t given = arguments.bounds.size();
  size_t wanted = macro.formals.size();
  if (wanted == 0 && given == 1 && arguments.tokens.empty())
    return true;
  if (given > wanted) {
    diagnostics.diag(use.loc, diag::TooManyArguments) << macro.name << wanted << given;
    diagnostics.diag(macro.loc, diag::MacroDefinedHere) << macro.name;
    return false;
  }
  for (size_t i = given; i < wanted; ++i) {
    if (macro.formals[i].hasDefault)
      continue;
    diagnostics.diag(use.loc, diag::MissingArgument) << macro.name << macro.formals[i].name;
    diagnostics.diag(macro.loc, diag::MacroDefinedHere) << macro.name;
    return false;
  }
  return true;
}

/// Behind an unknown macro: passes over `(...)` that touches the name, so
/// that its arguments do not cause errors of their own.
void Preprocessor::skipUnknownUse() {
  if (stack.empty() || !stack.back().lexer || stack.back().lexer->peekCharacter() != '(')
    return;
  const char *place = stack.back().lexer->mark();
  support::DiagnosticSilencer silencer(diagnostics);
  unsigned depth = 0;
  for (Token token;;) {
    stack.back().lexer->lex(token);
    if (token.isOneOf(TokenKind::LParen, TokenKind::AttrOpen))
      ++depth;
    else if (token.isOneOf(TokenKind::RParen, TokenKind::AttrClose) && --depth == 0)
      return;
    else if (token.isOneOf(TokenKind::EndOfFile, TokenKind::EndOfDirective))
      break;
  }
  stack.back().lexer->rewind(place);
}

// Conditional compilation: `ifdef `ifndef `elsif `else `endif (IEEE
// 1800-2023 22.6), with the macro expressions of 2023.
//
// One entry per open conditional: whether a branch was taken, and whether
// `else was seen. Text of a branch not taken is never lexed: skipGroup() looks
// for the next directive name only, over comments and strings, and counts
// nested conditionals. The text of a `define there is passed over as a whole, because it may
// hold conditional directives of its own.
//
// Conditionals balance within a file; inside a file, macro expansions may
// open and close them freely.
#include "Syntax/Preprocessor.h"

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::StringRef;

namespace {

constexpr unsigned maxConditionDepth = 256;

/// Precedence of a binary operator of a macro expression, 0 for none.
unsigned precedenceOf(TokenKind kind) {
  switch (kind) {
  case TokenKind::AmpAmp:
    return 3;
  case TokenKind::PipePipe:
    return 2;
  case TokenKind::MinusGreater:
  case TokenKind::LessMinusGreater:
    return 1;
  default:
    return 0;
  }
}

bool apply(TokenKind op, bool left, bool right) {
  switch (op) {
  case TokenKind::AmpAmp:
    return left && right;
  case TokenKind::PipePipe:
    return left || right;
  case TokenKind::MinusGreater:
    return !left || right;
  default:
    return left == right;
  }
}

bool isName(const Token &token) { return token.is(TokenKind::Identifier) || isKeyword(token.kind); }

} // namespace

/// Names of directives count as defined macro names (LRM 22.5.1).
bool Preprocessor::isDefined(StringRef name) const {
  return macros.contains(name) || directives.contains(name);
}

/// ifdef_condition ::= name | ( macro_expression ). False after an error.
bool Preprocessor::evaluateCondition(const Token &directive, bool &value) {
  Token token;
  setLineMode(true);
  bool found = nextOnLine(token, false);
  setLineMode(false);
  if (found && isName(token)) {
    value = isDefined(token.text);
  } else if (found && token.is(TokenKind::LParen)) {
    nextRaw(token);
    if (!parseCondition(token, 1, 0, value)) {
      unget(token);
      return false;
    }
    if (token.isNot(TokenKind::RParen)) {
      diagnostics.diag(token.loc, diag::ExpectedConditionClose) << token;
      unget(token);
      return false;
    }
  } else {
    diagnostics.diag(found ? token.loc : directive.loc, diag::ExpectedMacroName) << directive.text;
    if (found && token.isNot(TokenKind::Directive))
      unget(token);
    return false;
  }
  value ^= directive.text == "ifndef";
  return true;
}

/// Reads an expression that starts at `token` and whose operators bind at
/// least as `minPrecedence`; `token` becomes the one after it. -> and <-> are
/// right-associative (LRM Table 11-2).
bool Preprocessor::parseCondition(Token &token, unsigned minPrecedence, unsigned depth,
                                  bool &value) {
  if (!parseConditionOperand(token, depth, value))
    return false;
  for (;;) {
    TokenKind op = token.kind;
    unsigned precedence = precedenceOf(op);
    if (precedence == 0 || precedence < minPrecedence)
      return true;
    nextRaw(token);
    bool right = false;
    unsigned next = precedence == 1 ? 1 : precedence + 1;
    if (!parseCondition(token, next, depth + 1, right))
      return false;
    value = apply(op, value, right);
  }
}

bool Preprocessor::parseConditionOperand(Token &token, unsigned depth, bool &value) {
  if (depth > maxConditionDepth) {
    diagnostics.diag(token.loc, diag::ConditionTooDeep) << maxConditionDepth;
    return false;
  }
  if (isName(token)) {
    value = isDefined(token.text);
    nextRaw(token);
    return true;
  }
  if (token.is(TokenKind::Bang)) {
    nextRaw(token);
    if (!parseConditionOperand(token, depth + 1, value))
      return false;
    value = !value;
    return true;
  }
  if (token.isNot(TokenKind::LParen)) {
    diagnostics.diag(token.loc, diag::ExpectedConditionOperand) << token;
    return false;
  }
  nextRaw(token);
  if (!parseCondition(token, 1, depth + 1, value))
    return false;
  if (token.isNot(TokenKind::RParen)) {
    diagnostics.diag(token.loc, diag::ExpectedConditionClose) << token;
    return false;
  }
  nextRaw(token);
  return true;
}

//===- Directives in text that is read ------------------------------------===//

void Preprocessor::handleIf(const Token &directive) {
  bool value = false;
  if (!evaluateCondition(directive, value))
    value = false;
  conditionals.push_back({directive.loc, value, false});
  if (!value)
    skipGroup();
}

/// Checks that an `elsif, `else or `endif belongs to a conditional of this
/// file, and that no `else comes twice.
bool Preprocessor::checkElse(const Token &directive) {
  size_t outer = 0;
  for (size_t i = stack.size(); i-- > 0;) {
    if (!stack[i].lexer)
      continue;
    outer = stack[i].outerConditionals;
    break;
  }
  if (conditionals.size() <= outer) {
    diagnostics.diag(directive.loc, diag::ElseWithoutIf) << directive.text;
    return false;
  }
  if (conditionals.back().sawElse && directive.text != "endif") {
    diagnostics.diag(directive.loc, diag::ElseAfterElse) << directive.text;
    diagnostics.diag(conditionals.back().loc, diag::ConditionalStartsHere);
  }
  return true;
}

void Preprocessor::handleElse(const Token &directive) {
  if (!checkElse(directive))
    return;
  conditionals.back().sawElse |= directive.text == "else";
  skipGroup();
}

void Preprocessor::handleEndif(const Token &directive) {
  if (checkElse(directive))
    conditionals.pop_back();
}

//===- Text that is not read ----------------------------------------------===//

/// The next directive or macro use, not looking at what lies between.
void Preprocessor::nextSkipping(Token &token) {
  while (!stack.empty()) {
    Source &source = stack.back();
    if (source.lexer)
      return source.lexer->lexSkipping(token);
    while (source.position < source.tokens.size()) {
      token = source.tokens[source.position++];
      if (token.is(TokenKind::Directive))
        return;
    }
    if (source.isBarrier)
      break;
    popSource();
  }
  token = Token();
  token.kind = TokenKind::EndOfFile;
}

/// At an `elsif, `else or `endif of the innermost conditional, whose branches
/// so far were not taken or are over: true if reading goes on here.
bool Preprocessor::leaveSkippedGroup(const Token &directive) {
  if (!checkElse(directive))
    return false;
  if (directive.text == "endif") {
    conditionals.pop_back();
    return true;
  }
  Conditional &conditional = conditionals.back();
  bool isElse = directive.text == "else";
  conditional.sawElse |= isElse;
  if (conditional.branchTaken)
    return false;
  bool value = isElse;
  if (!isElse && !evaluateCondition(directive, value))
    value = false;
  conditionals.back().branchTaken = value;
  return value;
}

/// Skips to the branch to be taken, or behind the `endif.
void Preprocessor::skipGroup() {
  unsigned depth = 0;
  for (;;) {
    Token token;
    nextSkipping(token);
    if (token.is(TokenKind::EndOfFile))
      return;
    switch (directives.lookup(token.text)) {
    case DirectiveKind::Ifdef:
    case DirectiveKind::Ifndef:
      ++depth;
      break;
    case DirectiveKind::Define:
    case DirectiveKind::Pragma:
      if (stack.back().lexer)
        stack.back().lexer->skipLine();
      break;
    case DirectiveKind::Elsif:
    case DirectiveKind::Else:
      if (depth == 0 && leaveSkippedGroup(token))
        return;
      break;
    case DirectiveKind::Endif:
      if (depth-- == 0) {
        leaveSkippedGroup(token);
        return;
      }
      break;
    default:
      break;
    }
  }
}

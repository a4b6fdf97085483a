// Directives that set a state for the text behind them (IEEE 1800-2023 22.3, 22.7 to 22.11, 22.14,
// Annex E), and protected text (clause 34).
//
// Every change goes into the stream as a new run of DirectiveState that
// begins with the next token.
#include "Syntax/Preprocessor.h"
#include "Value/Time.h"

#include "llvm/ADT/StringSwitch.h"

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::StringRef;

/// Records the state for the tokens to come.
void Preprocessor::stateChanged() {
  if (stream)
    stream->setState(static_cast<uint32_t>(stream->tokens.size()), state);
}

/// Do the tokens so far end within a module, program, package or primitive?
static bool isInDesignElement(llvm::ArrayRef<Token> tokens) {
  for (size_t i = tokens.size(); i-- > 0;) {
    switch (tokens[i].kind) {
    case TokenKind::KwEndmodule:
    case TokenKind::KwEndprogram:
    case TokenKind::KwEndpackage:
    case TokenKind::KwEndprimitive:
      return false;
    case TokenKind::KwModule:
    case TokenKind::KwMacromodule:
    case TokenKind::KwProgram:
    case TokenKind::KwPackage:
    case TokenKind::KwPrimitive:
      return i == 0 || tokens[i - 1].isNot(TokenKind::KwExtern);
    default:
      break;
    }
  }
  return false;
}

void Preprocessor::checkOutsideElement(const Token &directive) {
  if (stream && isInDesignElement(stream->tokens))
    diagnostics.diag(directive.loc, diag::DirectiveInElement) << directive.text;
}

/// `resetall (22.3) leaves macros and reserved words alone.
void Preprocessor::handleResetall(const Token &directive) {
  checkOutsideElement(directive);
  KeywordVersion keywords = state.keywordVersion;
  state = DirectiveState();
  state.keywordVersion = keywords;
  stateChanged();
}

//===- `timescale ---------------------------------------------------------===//

bool Preprocessor::parseTimeLiteral(const Token &directive, int8_t &exponent) {
  Token token, unitToken;
  if (!expectOnLine(directive, "a time unit and a time precision", token))
    return false;
  StringRef number = token.text.take_while([](char c) { return c >= '0' && c <= '9'; });
  StringRef unit = token.text.drop_front(number.size());
  if (token.is(TokenKind::IntegerLiteral) && nextOnLine(unitToken, true))
    unit = unitToken.text;
  std::optional<value::TimeUnit> value = value::parseTimeUnit((number + unit).str());
  if (!value) {
    diagnostics.diag(token.loc, diag::InvalidTimescale) << (number + unit).str();
    return false;
  }
  exponent = int8_t(*value);
  return true;
}

void Preprocessor::handleTimescale(const Token &directive) {
  int8_t unit = 0, precision = 0;
  Token slash;
  setLineMode(true);
  bool isValid = parseTimeLiteral(directive, unit) && expectOnLine(directive, "'/'", slash);
  if (isValid && slash.isNot(TokenKind::Slash)) {
    diagnostics.diag(slash.loc, diag::ExpectedDirectiveArgument)
        << "a unit, '/' and a precision" << directive.text;
    isValid = false;
  }
  isValid = isValid && parseTimeLiteral(directive, precision);
  if (!isValid)
    discardRestOfLine();
  setLineMode(false);
  if (!isValid)
    return;
  if (precision > unit) {
    diagnostics.diag(directive.loc, diag::TimescalePrecision);
    return;
  }
  checkOutsideElement(directive);
  state.hasTimescale = true;
  state.timeUnit = unit;
  state.timePrecision = precision;
  state.timescaleLoc = directive.loc;
  stateChanged();
}

//===- Nets and cells -----------------------------------------------------===//

void Preprocessor::handleDefaultNettype(const Token &directive) {
  Token token;
  auto isNetType = [](const Token &next) {
    return next.isOneOf(TokenKind::KwWire, TokenKind::KwTri, TokenKind::KwTri0, TokenKind::KwTri1,
                        TokenKind::KwWand, TokenKind::KwTriand, TokenKind::KwWor,
                        TokenKind::KwTrior, TokenKind::KwTrireg, TokenKind::KwUwire) ||
           next.text == "none";
  };
  if (!expectArgument(directive, "a net type", token, isNetType))
    return;
  checkOutsideElement(directive);
  TokenKind kind = token.text == "uwire" ? TokenKind::KwUwire : token.kind;
  switch (kind) {
  case TokenKind::KwWire:
  case TokenKind::KwTri:
  case TokenKind::KwTri0:
  case TokenKind::KwTri1:
  case TokenKind::KwWand:
  case TokenKind::KwTriand:
  case TokenKind::KwWor:
  case TokenKind::KwTrior:
  case TokenKind::KwTrireg:
  case TokenKind::KwUwire:
    state.defaultNettype = kind;
    break;
  default:
    if (token.text != "none") {
      diagnostics.diag(token.loc, diag::InvalidNettype) << token;
      return;
    }
    state.defaultNettype = TokenKind::Unknown;
  }
  stateChanged();
}

void Preprocessor::handleUnconnectedDrive(const Token &directive) {
  if (directive.text == "nounconnected_drive") {
    state.unconnectedDrive = UnconnectedDrive::None;
    return stateChanged();
  }
  Token token;
  auto isPull = [](const Token &next) {
    return next.isOneOf(TokenKind::KwPull0, TokenKind::KwPull1);
  };
  if (!expectArgument(directive, "'pull0' or 'pull1'", token, isPull))
    return;
  if (token.isOneOf(TokenKind::KwPull0, TokenKind::KwPull1)) {
    bool isOne = token.is(TokenKind::KwPull1);
    state.unconnectedDrive = isOne ? UnconnectedDrive::Pull1 : UnconnectedDrive::Pull0;
    stateChanged();
    return;
  }
  diagnostics.diag(token.loc, diag::ExpectedDirectiveArgument)
      << "'pull0' or 'pull1'" << directive.text;
}

void Preprocessor::handleCelldefine(const Token &directive) {
  state.cellDefine = directive.text == "celldefine";
  stateChanged();
}

//===- Reserved words -----------------------------------------------------===//

void Preprocessor::setKeywords(KeywordVersion version) {
  state.keywordVersion = version;
  for (Source &source : stack)
    if (source.lexer)
      source.lexer->setKeywordVersion(version);
  stateChanged();
}

void Preprocessor::handleBeginKeywords(const Token &directive) {
  Token token;
  auto isText = [](const Token &next) { return next.is(TokenKind::StringLiteral); };
  if (!expectArgument(directive, "a version in quotes", token, isText))
    return;
  checkOutsideElement(directive);
  std::optional<KeywordVersion> version;
  if (token.is(TokenKind::StringLiteral))
    version = parseKeywordVersion(stringLiteralValue(token));
  if (!version)
    diagnostics.diag(token.loc, diag::UnknownKeywordVersion) << token.text.trim('"');
  keywordStack.push_back(state.keywordVersion);
  if (version)
    setKeywords(*version);
}

void Preprocessor::handleEndKeywords(const Token &directive) {
  if (keywordStack.empty()) {
    diagnostics.diag(directive.loc, diag::EndKeywordsWithoutBegin);
    return;
  }
  setKeywords(keywordStack.back());
  keywordStack.pop_back();
}

//===- Pragmas and protected text -----------------------------------------===//

/// Passes over encrypted text, which no tool but the vendor's can read.
void Preprocessor::skipProtected(const Token &directive, bool isPragma) {
  diagnostics.unsupported(directive.loc, "encrypted source text", "34");
  for (Token token;;) {
    nextSkipping(token);
    if (token.is(TokenKind::EndOfFile) || (!isPragma && token.text == "endprotected"))
      return;
    if (isPragma && token.text == "pragma" && stack.back().lexer &&
        stack.back().lexer->skipLine().contains("end_protected"))
      return;
  }
}

/// Pragmas (22.11) are for other tools; unknown ones are to be ignored.
void Preprocessor::handlePragma(const Token &directive) {
  if (!stack.back().lexer) {
    discardRestOfLine();
    return;
  }
  StringRef text = stack.back().lexer->skipLine().trim();
  if (text.starts_with("protect") && text.contains("begin_protected"))
    return skipProtected(directive, true);
  StringRef name = text.take_until([](char c) { return c == ' ' || c == '\t' || c == ','; });
  if (name.empty() || name.starts_with("//")) {
    diagnostics.diag(directive.loc, diag::ExpectedDirectiveArgument) << "a name" << "pragma";
    return;
  }
  diagnostics.diag(directive.loc, diag::IgnoredPragma) << name;
}

/// `protect marks plain text that a tool may encrypt: it is read. What is
/// between `protected and `endprotected is encrypted.
void Preprocessor::handleProtect(const Token &directive) {
  if (directive.text == "protected")
    skipProtected(directive, false);
}

//===- Annex E ------------------------------------------------------------===//

void Preprocessor::handleDefaultDecayTime(const Token &directive) {
  Token token;
  setLineMode(true);
  bool found = expectOnLine(directive, "a number or 'infinite'", token);
  setLineMode(false);
  if (!found)
    return;
  double value = -1;
  bool isNumber = token.isOneOf(TokenKind::IntegerLiteral, TokenKind::RealLiteral) &&
                  !token.text.getAsDouble(value);
  if (!isNumber && token.text != "infinite") {
    diagnostics.diag(token.loc, diag::ExpectedDirectiveArgument)
        << "a number or 'infinite'" << directive.text;
    return;
  }
  state.defaultDecayTime = value;
  stateChanged();
}

void Preprocessor::handleDefaultTriregStrength(const Token &directive) {
  Token token;
  setLineMode(true);
  bool found = expectOnLine(directive, "a strength", token);
  setLineMode(false);
  if (!found)
    return;
  int16_t value = -1;
  if (token.text.getAsInteger(10, value) || value < 0 || value > 250) {
    diagnostics.diag(token.loc, diag::InvalidTriregStrength);
    return;
  }
  state.defaultTriregStrength = value;
  stateChanged();
}

void Preprocessor::handleDelayMode(const Token &directive) {
  state.delayMode = llvm::StringSwitch<DelayMode>(directive.text)
                        .Case("delay_mode_distributed", DelayMode::Distributed)
                        .Case("delay_mode_path", DelayMode::Path)
                        .Case("delay_mode_unit", DelayMode::Unit)
                        .Default(DelayMode::Zero);
  stateChanged();
}

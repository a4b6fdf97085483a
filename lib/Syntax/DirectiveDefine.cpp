// `define, `undef, `undefineall, `__FILE__, `__LINE__ (IEEE 1800-2023 22.5,
// 22.13), and the macros that exist from the start (40.3.1, options).
//
// A definition is read as tokens up to the end of its logical line and kept
// in the arena, with the formal that each token names beside it. Options and
// predefined macros are written as `define lines into a buffer of their own
// and read like a file, so that diagnostics have a place to point to.
#include "Syntax/Preprocessor.h"

#include <algorithm>

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::ArrayRef;
using llvm::StringRef;

namespace {

bool isName(const Token &token) { return token.is(TokenKind::Identifier) || isKeyword(token.kind); }

bool haveSameText(ArrayRef<Token> a, ArrayRef<Token> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Token &x, const Token &y) {
    return x.kind == y.kind && x.text == y.text;
  });
}

bool isSameDefinition(const MacroDefinition &a, const MacroDefinition &b) {
  auto sameFormal = [](const MacroFormal &x, const MacroFormal &y) {
    return x.name == y.name && x.hasDefault == y.hasDefault &&
           haveSameText(x.defaultTokens, y.defaultTokens);
  };
  return a.isFunctionLike == b.isFunctionLike && haveSameText(a.body, b.body) &&
         std::equal(a.formals.begin(), a.formals.end(), b.formals.begin(), b.formals.end(),
                    sameFormal);
}

} // namespace

//===- Definition ---------------------------------------------------------===//

void Preprocessor::handleDefine(const Token &directive) {
  setLineMode(true);
  Token name;
  if (!nextOnLine(name, false) || !isName(name)) {
    SourceLoc loc = name.is(TokenKind::EndOfDirective) ? directive.loc : name.loc;
    diagnostics.diag(loc.isValid() ? loc : directive.loc, diag::ExpectedMacroName)
        << directive.text;
    discardRestOfLine();
    return setLineMode(false);
  }
  auto *macro = arena.create<MacroDefinition>();
  macro->name = name.text;
  macro->loc = name.loc;
  macro->keywords = state.keywordVersion;
  macro->isPredefined = isDefiningPredefined;
  std::vector<Token> body = takeTokenBuffer();
  Token token;
  bool isGood = true, more = nextOnLine(token, false);
  // The blank behind an escaped name belongs to it (5.6.1).
  bool isAdjacent = !token.hasLeadingSpace() ||
                    (name.isEscaped() && token.text.data() == name.text.end() + 1);
  if (more && token.is(TokenKind::LParen) && isAdjacent) {
    macro->isFunctionLike = true;
    isGood = parseFormals(*macro);
    more = isGood && nextOnLine(token, false);
  }
  for (; more; more = nextOnLine(token, false))
    body.push_back(token);
  if (!isGood)
    discardRestOfLine();
  setLineMode(false);
  if (directives.contains(name.text)) {
    diagnostics.diag(name.loc, diag::MacroNameIsDirective) << name.text;
    isGood = false;
  }
  if (isGood) {
    setBody(*macro, std::move(body));
    defineMacro(macro);
  }
}

/// The token behind `(` or `,` of a list of formals, which may go on in the next line.
bool Preprocessor::nextOfFormals(Token &token) {
  if (nextOnLine(token, false))
    return true;
  if (!stack.back().lexer)
    return false;
  setLineMode(false);
  nextRaw(token);
  setLineMode(true);
  return token.isNot(TokenKind::EndOfFile);
}

/// Reads `name [= text], ... )` behind the opening parenthesis.
bool Preprocessor::parseFormals(MacroDefinition &macro) {
  std::vector<MacroFormal> formals;
  Token token;
  bool more = nextOfFormals(token);
  if (more && token.is(TokenKind::RParen))
    return true;
  while (more) {
    if (!isName(token)) {
      diagnostics.diag(token.loc, diag::ExpectedFormal) << macro.name;
      return false;
    }
    MacroFormal formal;
    formal.name = token.text;
    for (const MacroFormal &other : formals)
      if (other.name == formal.name)
        diagnostics.diag(token.loc, diag::DuplicateFormal) << macro.name << formal.name;
    TokenKind end = TokenKind::EndOfDirective;
    if (nextOnLine(token, false)) {
      end = token.kind;
      if (end == TokenKind::Equal)
        end = parseFormalDefault(formal);
    }
    formals.push_back(formal);
    if (end == TokenKind::RParen) {
      macro.formals = arena.copy(formals);
      return true;
    }
    if (end != TokenKind::Comma)
      break;
    more = nextOfFormals(token);
  }
  diagnostics.diag(macro.loc, diag::UnterminatedFormals) << macro.name;
  return false;
}

/// Reads a default text; returns the token kind that ends it: `,` or `)`.
TokenKind Preprocessor::parseFormalDefault(MacroFormal &formal) {
  formal.hasDefault = true;
  std::vector<Token> tokens;
  unsigned depth = 0;
  for (Token token; nextOnLine(token, false);) {
    if (depth == 0 && token.isOneOf(TokenKind::Comma, TokenKind::RParen)) {
      formal.defaultTokens = arena.copy(tokens);
      return token.kind;
    }
    if (token.isOneOf(TokenKind::LParen, TokenKind::LBracket, TokenKind::LBrace,
                      TokenKind::ApostropheBrace, TokenKind::AttrOpen))
      ++depth;
    else if (depth && token.isOneOf(TokenKind::RParen, TokenKind::RBracket, TokenKind::RBrace,
                                    TokenKind::AttrClose))
      --depth;
    tokens.push_back(token);
  }
  return TokenKind::EndOfDirective;
}

/// Every `" has its closing one.
bool Preprocessor::checkMacroQuotes(const MacroDefinition &macro, ArrayRef<Token> body) {
  const Token *open = nullptr;
  for (const Token &token : body)
    if (token.isOneOf(TokenKind::MacroQuote, TokenKind::MacroTripleQuote)) {
      if (!open)
        open = &token;
      else if (open->kind == token.kind)
        open = nullptr;
    }
  if (!open)
    return true;
  diagnostics.diag(open->loc, diag::UnterminatedMacroQuote)
      << ("'" + tokenSpelling(open->kind) + "'").str() << macro.name;
  return false;
}

/// Stores the body and what is to be known about it at every use.
void Preprocessor::setBody(MacroDefinition &macro, std::vector<Token> body) {
  if (!checkMacroQuotes(macro, body))
    body.clear();
  // ```formal: a macro's name that begins with an argument. The paste says no more than that.
  auto formalNamed = [&](const Token &token) {
    for (size_t f = 0; f < macro.formals.size(); ++f)
      if (macro.formals[f].name == token.text && !token.isEscaped())
        return static_cast<int16_t>(f);
    return int16_t(-1);
  };
  std::vector<SourceLoc> names;
  for (size_t i = 1; i < body.size(); ++i)
    if (body[i].is(TokenKind::Directive) && body[i - 1].is(TokenKind::MacroPaste) &&
        !body[i].hasLeadingSpace() && formalNamed(body[i]) >= 0) {
      names.push_back(body[i].loc);
      body[i].flags |= body[i - 1].flags & Token::LeadingSpace;
      body.erase(body.begin() + long(--i));
    }
  macro.body = arena.copy(body);
  if (body.empty())
    return;
  SourceLoc last = sources.entryRange(body.front().loc).second;
  macro.isContiguous = body.back().loc <= last;
  for (size_t i = 0; i < body.size(); ++i) {
    macro.hasOperators |=
        body[i].isOneOf(TokenKind::MacroPaste, TokenKind::MacroQuote, TokenKind::MacroTripleQuote,
                        TokenKind::MacroEscapedQuote);
    macro.isContiguous &= i == 0 || body[i - 1].loc <= body[i].loc;
  }
  if (!macro.formals.empty()) {
    std::vector<int16_t> formalOf(body.size(), -1);
    for (size_t i = 0; i < body.size(); ++i)
      if (isName(body[i]) || llvm::is_contained(names, body[i].loc))
        formalOf[i] = formalNamed(body[i]);
    macro.formalOf = arena.copy(formalOf);
  }
  recycleTokenBuffer(std::move(body));
}

void Preprocessor::defineMacro(MacroDefinition *macro) {
  MacroDefinition *&slot = macros[macro->name];
  if (slot && !isSameDefinition(*slot, *macro)) {
    diagnostics.diag(macro->loc, diag::MacroRedefined) << macro->name;
    diagnostics.diag(slot->loc, diag::PreviousDefinition);
  }
  slot = macro;
}

void Preprocessor::handleUndef(const Token &directive) {
  Token name;
  setLineMode(true);
  bool found = nextOnLine(name, false);
  setLineMode(false);
  if (!found || !isName(name)) {
    diagnostics.diag(directive.loc, diag::ExpectedMacroName) << directive.text;
    return;
  }
  if (directives.contains(name.text))
    diagnostics.diag(name.loc, diag::MacroNameIsDirective) << name.text;
  else if (!macros.erase(name.text))
    diagnostics.diag(name.loc, diag::UndefOfUndefined) << name.text;
}

/// Undefines what `define defined (22.5.3), which predefined macros are not.
void Preprocessor::handleUndefineAll(const Token &directive) {
  std::vector<StringRef> names;
  for (const auto &entry : macros)
    if (!entry.second->isPredefined)
      names.push_back(entry.first());
  for (StringRef name : names)
    macros.erase(name);
}

//===- Macros that exist from the start -----------------------------------===//

/// The value of `__FILE__ or `__LINE__ at the outermost use (22.13).
Token Preprocessor::makeIntrinsic(const Token &directive) {
  support::PresumedLoc where = sources.presumedLoc(directive.loc);
  Token token = directive;
  if (directive.text == "__LINE__") {
    token.kind = TokenKind::IntegerLiteral;
    token.text = arena.copyText(std::to_string(where.line));
    return token;
  }
  std::string quoted = "\"";
  for (char c : where.file) {
    if (c == '"' || c == '\\')
      quoted += '\\';
    quoted += c;
  }
  token.kind = TokenKind::StringLiteral;
  token.text = arena.copyText(quoted + "\"");
  return token;
}

void Preprocessor::handleFile(const Token &directive) { emit(makeIntrinsic(directive)); }

void Preprocessor::handleLineNumber(const Token &directive) { emit(makeIntrinsic(directive)); }

void Preprocessor::readPredefined(StringRef name, StringRef text) {
  if (text.empty())
    return;
  std::vector<Token> ignored;
  auto *outerSink = std::exchange(sink, &ignored);
  enterFile(sources.addBuffer(name, text));
  readUntil(0);
  sink = outerSink;
}

void Preprocessor::definePredefined() {
  isDefiningPredefined = true;
  // Coverage control, LRM 40.3.1.
  static constexpr StringRef coverage = "`define SV_COV_START 0\n"
                                        "`define SV_COV_STOP 1\n"
                                        "`define SV_COV_RESET 2\n"
                                        "`define SV_COV_CHECK 3\n"
                                        "`define SV_COV_MODULE 10\n"
                                        "`define SV_COV_HIER 11\n"
                                        "`define SV_COV_ASSERTION 20\n"
                                        "`define SV_COV_FSM_STATE 21\n"
                                        "`define SV_COV_STATEMENT 22\n"
                                        "`define SV_COV_TOGGLE 23\n"
                                        "`define SV_COV_OVERFLOW -2\n"
                                        "`define SV_COV_ERROR -1\n"
                                        "`define SV_COV_NOCOV 0\n"
                                        "`define SV_COV_OK 1\n"
                                        "`define SV_COV_PARTIAL 2\n";
  if (options.standard >= KeywordVersion::V1800_2005)
    readPredefined("<built-in>", coverage);
  std::string text;
  for (const auto &option : options.macros) {
    auto [name, value] = StringRef(option.text).split('=');
    bool hasValue = option.text.find('=') != std::string::npos;
    text += option.isUndef ? "`undef " : "`define ";
    text += option.isUndef ? StringRef(option.text) : name;
    if (!option.isUndef) {
      text += ' ';
      for (char c : hasValue ? value : StringRef("1"))
        text += c == '\n' ? std::string("\\\n") : std::string(1, c);
    }
    text += '\n';
  }
  readPredefined("<command line>", text);
  isDefiningPredefined = false;
}

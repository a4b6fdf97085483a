// The lexer (IEEE 1800-2023 clause 5): a hand-written scanner over a
// NUL-terminated buffer, one switch over the first character of a token.
//
// Choices where the text alone does not decide:
// - `(*` opens an attribute unless only white space separates it from `)`, as
//   in `@(*)`; after such a parenthesis, `*)` is two tokens (LRM 5.12).
// - A number takes its base and digits into one token when they are adjacent
//   or separated by blanks. A base without digits is an IntegerBase, which
//   the preprocessor joins with what follows, because macros may supply it.
// - `?` is a digit (LRM 5.7.1), but not in `1'b1?a:b`: when the digits run
//   into an identifier or another base, they end before the first `?`.
// - Between `" and `" of a macro text, nothing is a comment and a backslash
//   takes one character with it, so that the closing `" is always found.
//
// No token needs an allocation, except numbers with blanks inside.
#include "Syntax/Lexer.h"

#include <array>
#include <cstring>

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::StringRef;

namespace {

enum : uint8_t { IdentifierStart = 1, IdentifierPart = 2, Digit = 4, Blank = 8 };

constexpr auto characterClass = [] {
  std::array<uint8_t, 256> table{};
  for (int c = 'a'; c <= 'z'; ++c)
    table[c] = table[c - 'a' + 'A'] = IdentifierStart | IdentifierPart;
  table['_'] = IdentifierStart | IdentifierPart;
  table['$'] = IdentifierPart;
  for (int c = '0'; c <= '9'; ++c)
    table[c] = IdentifierPart | Digit;
  for (unsigned char c : {' ', '\t', '\r', '\f', '\v'})
    table[c] = Blank;
  return table;
}();

bool hasClass(char c, uint8_t classes) {
  return characterClass[static_cast<unsigned char>(c)] & classes;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool isSpace(char c) { return hasClass(c, Blank) || c == '\n'; }

/// A digit of the base, or x, z, ?; underscores are not included.
bool isDigitOfBase(char c, char base) {
  char l = lower(c);
  if (l == 'x' || l == 'z' || c == '?')
    return true;
  switch (base) {
  case 'b':
    return c == '0' || c == '1';
  case 'o':
    return c >= '0' && c <= '7';
  case 'd':
    return c >= '0' && c <= '9';
  default:
    return (c >= '0' && c <= '9') || (l >= 'a' && l <= 'f');
  }
}

} // namespace

bool syntax::areDigitsOfBase(StringRef digits, char base) {
  if (digits.empty() || digits[0] == '_')
    return false;
  base = lower(base);
  if (base == 'd' && !hasClass(digits[0], Digit))
    return isDigitOfBase(digits[0], base) &&
           digits.drop_front().find_first_not_of('_') == StringRef::npos;
  for (char c : digits)
    if (c != '_' && (!isDigitOfBase(c, base) || (base == 'd' && !hasClass(c, Digit))))
      return false;
  return true;
}

Lexer::Lexer(StringRef text, SourceLoc start, support::DiagnosticEngine &diagnostics,
             support::Arena &arena, KeywordVersion standard)
    : begin(text.begin()), current(text.begin()), end(text.end()), start(start),
      diagnostics(diagnostics), arena(arena), keywords(standard), standard(standard) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    current += 3;
  } else if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    diagnostics.diag(start, diag::Utf16Source);
    current = end;
  }
}

void Lexer::finish(Token &token, TokenKind kind, const char *from) {
  token.kind = kind;
  token.text = StringRef(from, current - from);
}

//===- White space and comments -------------------------------------------===//

/// At a backslash: skips it together with the end of line it precedes.
bool Lexer::skipContinuation() {
  const char *p = current + 1;
  if (*p == '\r')
    ++p;
  if (*p != '\n')
    return false;
  current = p + 1;
  return true;
}

/// Stops at the end of the line, in a directive also at a continuation.
void Lexer::skipLineComment() {
  const void *newline = std::memchr(current, '\n', end - current);
  current = newline ? static_cast<const char *>(newline) : end;
  if (!inDirective || !newline)
    return;
  const char *p = current;
  if (p[-1] == '\r')
    --p;
  if (p[-1] == '\\')
    current = p - 1;
}

void Lexer::skipBlockComment() {
  const char *open = current;
  current += 2;
  while (const void *found = std::memchr(current, '*', end - current)) {
    current = static_cast<const char *>(found) + 1;
    if (*current == '/') {
      ++current;
      return;
    }
  }
  current = end;
  diagnostics.diag(locOf(open), diag::UnterminatedComment);
}

/// Skips white space and comments; returns the flags they give to a token.
uint8_t Lexer::skipTrivia() {
  uint8_t flags = current == begin ? Token::StartOfLine : 0;
  for (;;) {
    switch (*current) {
    case ' ':
    case '\t':
    case '\r':
    case '\f':
    case '\v':
      ++current;
      flags |= Token::LeadingSpace;
      break;
    case '\n':
      if (inDirective)
        return flags;
      ++current;
      flags |= Token::StartOfLine;
      break;
    case '/':
      if (inMacroQuote || (current[1] != '/' && current[1] != '*'))
        return flags;
      flags |= Token::LeadingSpace;
      if (current[1] == '/')
        skipLineComment();
      else
        skipBlockComment();
      break;
    case '\\':
      if (!inDirective || !skipContinuation())
        return flags;
      flags |= Token::StartOfLine | Token::LeadingSpace;
      break;
    default:
      return flags;
    }
  }
}

//===- The switch ---------------------------------------------------------===//

void Lexer::lex(Token &token) {
  uint8_t carried = 0;
  for (;;) {
    token.flags = skipTrivia() | carried;
    token.loc = locOf(current);
    if (hasClass(*current, IdentifierStart))
      lexIdentifier(token);
    else if (hasClass(*current, Digit))
      lexNumber(token);
    else
      lexSymbol(token);
    // What starts no token has been reported; go on behind it.
    if (token.kind != TokenKind::Unknown || inMacroQuote)
      break;
    carried = token.flags | Token::LeadingSpace;
  }
  lastKind = token.kind;
}

/// Everything that starts with neither a letter nor a digit.
void Lexer::lexSymbol(Token &token) {
  const char *from = current;
  switch (*from) {
  case '\0':
    if (from != end)
      return lexInvalid(token);
    return finish(token, inDirective ? TokenKind::EndOfDirective : TokenKind::EndOfFile, from);
  case '\n':
    return finish(token, TokenKind::EndOfDirective, from);
  case '$':
    return lexSystemName(token);
  case '\'':
    return lexApostrophe(token);
  case '"':
    return lexString(token);
  case '\\':
    return lexEscapedIdentifier(token);
  case '`':
    return lexBacktick(token);
  case '(':
    return lexOpenParen(token);
  default:
    TokenKind kind = lexOperator();
    if (kind == TokenKind::Unknown)
      return lexInvalid(token);
    finish(token, kind, from);
  }
}

/// Consumes an operator; Unknown (nothing consumed) if there is none.
// check-size: table switch
TokenKind Lexer::lexOperator() {
  using K = TokenKind;
  switch (*current++) {
  case ')':
    return K::RParen;
  case '[':
    return K::LBracket;
  case ']':
    return K::RBracket;
  case '{':
    return K::LBrace;
  case '}':
    return K::RBrace;
  case ';':
    return K::Semicolon;
  case ',':
    return K::Comma;
  case '?':
    return K::Question;
  case '.':
    return accept('*') ? K::DotStar : K::Dot;
  case ':':
    if (*current == '/' && current[1] != '/' && current[1] != '*') {
      ++current;
      return K::ColonSlash;
    }
    return accept(':') ? K::ColonColon : accept('=') ? K::ColonEqual : K::Colon;
  case '@':
    return accept('@') ? K::AtAt : K::At;
  case '#':
    if ((*current == '-' || *current == '=') && current[1] == '#') {
      current += 2;
      return current[-2] == '-' ? K::HashMinusHash : K::HashEqualHash;
    }
    return accept('#') ? K::HashHash : K::Hash;
  case '=':
    if (accept('='))
      return accept('=') ? K::EqualEqualEqual : accept('?') ? K::EqualEqualQuestion : K::EqualEqual;
    return accept('>') ? K::EqualGreater : K::Equal;
  case '!':
    if (accept('='))
      return accept('=') ? K::BangEqualEqual : accept('?') ? K::BangEqualQuestion : K::BangEqual;
    return K::Bang;
  case '+':
    if ((*current == '/' || *current == '%') && current[1] == '-') {
      current += 2;
      return current[-2] == '/' ? K::PlusDivMinus : K::PlusPercentMinus;
    }
    return accept('+')   ? K::PlusPlus
           : accept('=') ? K::PlusEqual
           : accept(':') ? K::PlusColon
                         : K::Plus;
  case '-':
    if (accept('>'))
      return accept('>') ? K::MinusGreaterGreater : K::MinusGreater;
    return accept('-')   ? K::MinusMinus
           : accept('=') ? K::MinusEqual
           : accept(':') ? K::MinusColon
                         : K::Minus;
  case '*':
    if (*current == ')' && lastKind != K::LParen) {
      ++current;
      return K::AttrClose;
    }
    return accept('*')   ? K::StarStar
           : accept('=') ? K::StarEqual
           : accept('>') ? K::StarGreater
                         : K::Star;
  case '/':
    return accept('=') ? K::SlashEqual : K::Slash;
  case '%':
    return accept('=') ? K::PercentEqual : K::Percent;
  case '&':
    if (accept('&'))
      return accept('&') ? K::AmpAmpAmp : K::AmpAmp;
    return accept('=') ? K::AmpEqual : K::Amp;
  case '|':
    if (*current == '-' && current[1] == '>') {
      current += 2;
      return K::PipeMinusGreater;
    }
    if (*current == '=' && current[1] == '>') {
      current += 2;
      return K::PipeEqualGreater;
    }
    return accept('|') ? K::PipePipe : accept('=') ? K::PipeEqual : K::Pipe;
  case '^':
    return accept('~') ? K::CaretTilde : accept('=') ? K::CaretEqual : K::Caret;
  case '~':
    return accept('&')   ? K::TildeAmp
           : accept('|') ? K::TildePipe
           : accept('^') ? K::TildeCaret
                         : K::Tilde;
  case '<':
    if (*current == '-' && current[1] == '>') {
      current += 2;
      return K::LessMinusGreater;
    }
    if (accept('<')) {
      if (accept('<'))
        return accept('=') ? K::LessLessLessEqual : K::LessLessLess;
      return accept('=') ? K::LessLessEqual : K::LessLess;
    }
    return accept('=') ? K::LessEqual : K::Less;
  case '>':
    if (accept('>')) {
      if (accept('>'))
        return accept('=') ? K::GreaterGreaterGreaterEqual : K::GreaterGreaterGreater;
      return accept('=') ? K::GreaterGreaterEqual : K::GreaterGreater;
    }
    return accept('=') ? K::GreaterEqual : K::Greater;
  default:
    --current;
    return K::Unknown;
  }
}

/// `(`, or `(*` unless nothing but white space and `)` follow the star.
void Lexer::lexOpenParen(Token &token) {
  const char *from = current++;
  if (*current != '*') {
    finish(token, TokenKind::LParen, from);
    return;
  }
  const char *p = current + 1;
  for (;;) {
    while (isSpace(*p))
      ++p;
    if (p[0] == '/' && p[1] == '*') {
      const char *close = std::strstr(p + 2, "*/");
      p = close ? close + 2 : end;
    } else if (p[0] == '/' && p[1] == '/') {
      while (p != end && *p != '\n')
        ++p;
    } else {
      break;
    }
  }
  bool isEventStar = *p == ')';
  current += isEventStar ? 0 : 1;
  finish(token, isEventStar ? TokenKind::LParen : TokenKind::AttrOpen, from);
}

/// Characters that start no token: one error for a run of them. Inside a
/// macro quote they are part of the text.
void Lexer::lexInvalid(Token &token) {
  const char *from = current;
  auto isInvalid = [](char c) {
    unsigned char u = static_cast<unsigned char>(c);
    return u >= 0x7F || (u < 0x20 && !isSpace(c));
  };
  while (current != end && isInvalid(*current))
    ++current;
  if (current == from)
    ++current;
  finish(token, TokenKind::Unknown, from);
  if (inMacroQuote)
    return;
  static const char digits[] = "0123456789ABCDEF";
  unsigned char c = static_cast<unsigned char>(*from);
  char shown[] = {'0', 'x', digits[c >> 4], digits[c & 15], '\0'};
  diagnostics.diag(token.loc, diag::InvalidCharacter) << shown;
}

//===- Names --------------------------------------------------------------===//

void Lexer::lexIdentifier(Token &token) {
  const char *from = current;
  do
    ++current;
  while (hasClass(*current, IdentifierPart));
  finish(token, TokenKind::Identifier, from);
  token.kind = keywordKind(token.text, keywords);
}

/// \name up to white space (LRM 5.6.1); the text starts after the backslash.
void Lexer::lexEscapedIdentifier(Token &token) {
  const char *from = current++;
  if (inMacroQuote) {
    if (*current != '\n' && *current != '\r' && current != end)
      ++current;
    finish(token, TokenKind::Unknown, from);
    return;
  }
  while (static_cast<unsigned char>(*current) > ' ' && *current != 0x7F)
    ++current;
  if (current == from + 1) {
    diagnostics.diag(token.loc, diag::StrayBackslash);
    finish(token, TokenKind::Identifier, from);
    return;
  }
  finish(token, TokenKind::Identifier, from + 1);
  token.flags |= Token::Escaped;
}

void Lexer::lexSystemName(Token &token) {
  const char *from = current++;
  while (hasClass(*current, IdentifierPart))
    ++current;
  finish(token, TokenKind::SystemName, from);
  if (token.text.size() == 1)
    token.kind = TokenKind::Dollar;
  else if (token.text == "$unit")
    token.kind = TokenKind::DollarUnit;
  else if (token.text == "$root")
    token.kind = TokenKind::DollarRoot;
}

/// Directives and the operators of macro texts (LRM 22.5.1).
void Lexer::lexBacktick(Token &token) {
  const char *from = current++;
  if (hasClass(*current, IdentifierStart)) {
    do
      ++current;
    while (hasClass(*current, IdentifierPart));
    finish(token, TokenKind::Directive, from + 1);
  } else if (accept('`')) {
    finish(token, TokenKind::MacroPaste, from);
  } else if (*current == '"') {
    bool triple = current[1] == '"' && current[2] == '"' && standard >= KeywordVersion::V1800_2023;
    current += triple ? 3 : 1;
    finish(token, triple ? TokenKind::MacroTripleQuote : TokenKind::MacroQuote, from);
    if (inDirective)
      inMacroQuote = !inMacroQuote;
  } else if (*current == '\\' && current[1] == '`' && current[2] == '"') {
    current += 3;
    finish(token, TokenKind::MacroEscapedQuote, from);
  } else if (*current == '\\' && static_cast<unsigned char>(current[1]) > ' ' && !inMacroQuote) {
    const char *name = ++current;
    while (static_cast<unsigned char>(*current) > ' ')
      ++current;
    finish(token, TokenKind::Directive, name);
    token.flags |= Token::Escaped;
  } else if (inMacroQuote) {
    finish(token, TokenKind::Unknown, from);
  } else {
    finish(token, TokenKind::Unknown, from);
    diagnostics.diag(token.loc, diag::StrayBacktick);
  }
}

//===- Numbers ------------------------------------------------------------===//

/// Consumes s, ms, us, ns, ps, fs if no identifier character follows.
bool Lexer::lexTimeUnit() {
  const char *p = current;
  if (*p != 's') {
    if (!StringRef("munpf").contains(*p) || p[1] != 's' || !*p)
      return false;
    ++p;
  }
  if (hasClass(p[1], IdentifierPart))
    return false;
  current = p + 1;
  return true;
}

void Lexer::lexNumber(Token &token) {
  const char *from = current;
  auto skipDigits = [this] {
    while (hasClass(*current, Digit) || *current == '_')
      ++current;
  };
  skipDigits();
  if (*current == '\'' && isBaseAhead(current)) {
    lexBased(token, from);
    return;
  }
  TokenKind kind = TokenKind::IntegerLiteral;
  if (*current == '.' && hasClass(current[1], Digit)) {
    ++current;
    skipDigits();
    kind = TokenKind::RealLiteral;
  }
  const char *exponent = current + 1;
  if (lower(*current) == 'e') {
    if (*exponent == '+' || *exponent == '-')
      ++exponent;
    if (hasClass(*exponent, Digit)) {
      current = exponent;
      skipDigits();
      finish(token, TokenKind::RealLiteral, from);
      return;
    }
  }
  if (lexTimeUnit()) {
    kind = TokenKind::TimeLiteral;
  } else if (current == from + 1 && *from == '1' &&
             StringRef(current, end - current).starts_with("step") &&
             !hasClass(current[4], IdentifierPart)) {
    current += 4;
    kind = TokenKind::OneStep;
  }
  finish(token, kind, from);
}

/// True at an apostrophe that starts 'b 'o 'd 'h or 'sb ...
bool Lexer::isBaseAhead(const char *apostrophe) const {
  char c = lower(apostrophe[1]);
  if (c == 's')
    c = lower(apostrophe[2]);
  return c == 'b' || c == 'o' || c == 'd' || c == 'h';
}

/// The end of the digits at p; p itself if there are none.
const char *Lexer::scanDigits(const char *p, char base) const {
  const char *from = p;
  const char *question = nullptr;
  if (!isDigitOfBase(*p, base))
    return p;
  bool isUnknown = base == 'd' && !hasClass(*p, Digit);
  for (; isDigitOfBase(*p, base) || *p == '_'; ++p) {
    if (base == 'd' && p != from && *p != '_' && (isUnknown || !hasClass(*p, Digit)))
      break;
    if (*p == '?' && p != from && !question)
      question = p;
  }
  bool runsOn = hasClass(*p, IdentifierPart) || *p == '\'';
  return runsOn && question ? question : p;
}

void Lexer::reportBadDigits(char base) {
  static const StringRef bases = "bodh";
  diagnostics.diag(locOf(current), diag::InvalidDigit)
      << StringRef(current, 1) << static_cast<unsigned>(bases.find(base));
  while (hasClass(*current, IdentifierPart))
    ++current;
}

/// The rest of a number from its apostrophe; `from` is the size, if any.
void Lexer::lexBased(Token &token, const char *from) {
  ++current;
  if (lower(*current) == 's')
    ++current;
  char base = lower(*current++);
  const char *baseEnd = current;
  const char *digits = current;
  while (*digits == ' ' || *digits == '\t')
    ++digits;
  const char *digitsEnd = scanDigits(digits, base);
  if (digitsEnd == digits) {
    if (digits == baseEnd && hasClass(*digits, IdentifierPart) && *digits != '_' &&
        *digits != '$') {
      finish(token, TokenKind::BasedLiteral, from);
      reportBadDigits(base);
      token.text = arena.copyText((token.text + "0").str());
      return;
    }
    finish(token, TokenKind::IntegerBase, from);
    return;
  }
  current = digitsEnd;
  finish(token, TokenKind::BasedLiteral, from);
  if (digits != baseEnd)
    token.text = arena.copyText(
        (StringRef(from, baseEnd - from) + StringRef(digits, digitsEnd - digits)).str());
  if (hasClass(*current, IdentifierPart))
    reportBadDigits(base);
}

void Lexer::lexApostrophe(Token &token) {
  const char *from = current;
  if (isBaseAhead(current)) {
    lexBased(token, from);
    return;
  }
  ++current;
  char c = lower(*current);
  if ((c == '0' || c == '1' || c == 'x' || c == 'z') && !hasClass(current[1], IdentifierPart)) {
    ++current;
    finish(token, TokenKind::UnbasedUnsizedLiteral, from);
  } else if (accept('{')) {
    finish(token, TokenKind::ApostropheBrace, from);
  } else {
    finish(token, TokenKind::Apostrophe, from);
  }
}

//===- Strings ------------------------------------------------------------===//

void Lexer::lexString(Token &token) {
  if (current[1] == '"' && current[2] == '"' && standard >= KeywordVersion::V1800_2023) {
    lexTripleQuotedString(token);
    return;
  }
  const char *from = current++;
  for (;; ++current) {
    char c = *current;
    if (c == '"') {
      ++current;
      break;
    }
    if (c == '\\' && current + 1 < end) {
      ++current;
      if (*current == '\r' && current[1] == '\n')
        ++current;
    } else if (c == '\n' || (c == '\0' && current == end) || c == '\\') {
      current += c == '\\';
      diagnostics.diag(token.loc, diag::UnterminatedString);
      break;
    }
  }
  finish(token, TokenKind::StringLiteral, from);
}

void Lexer::lexTripleQuotedString(Token &token) {
  const char *from = current;
  current += 3;
  while (current != end && !StringRef(current, end - current).starts_with("\"\"\""))
    current += *current == '\\' && current + 1 != end ? 2 : 1;
  if (current == end)
    diagnostics.diag(token.loc, diag::UnterminatedString);
  else
    current += 3;
  finish(token, TokenKind::StringLiteral, from);
  token.flags |= Token::TripleQuoted;
}

//===- Lines and excluded text --------------------------------------------===//

StringRef Lexer::skipLine() {
  const char *from = current;
  for (;;) {
    const void *newline = std::memchr(current, '\n', end - current);
    current = newline ? static_cast<const char *>(newline) : end;
    const char *p = current;
    if (p > from && p[-1] == '\r')
      --p;
    if (!newline || p == from || p[-1] != '\\')
      return StringRef(from, current - from);
    ++current;
  }
}

std::optional<StringRef> Lexer::lexAngleName() {
  const char *p = current;
  while (*p == ' ' || *p == '\t')
    ++p;
  if (*p != '<')
    return std::nullopt;
  const char *name = ++p;
  while (p != end && *p != '>' && *p != '\n')
    ++p;
  if (*p != '>')
    return std::nullopt;
  current = p + 1;
  return StringRef(name, p - name);
}

void Lexer::lexSkipping(Token &token) {
  token.flags = 0;
  for (;; ++current) {
    switch (*current) {
    case '\0':
      if (current != end)
        break;
      token.loc = locOf(current);
      finish(token, TokenKind::EndOfFile, current);
      return;
    case '/':
      if (current[1] == '/') {
        skipLineComment();
        --current;
      } else if (current[1] == '*') {
        skipBlockComment();
        --current;
      }
      break;
    case '\\':
      while (static_cast<unsigned char>(current[1]) > ' ')
        ++current;
      break;
    case '"':
      for (++current; current != end && *current != '"' && *current != '\n'; ++current)
        if (*current == '\\' && current + 1 != end)
          ++current;
      if (current == end)
        --current;
      break;
    case '`':
      if (!hasClass(current[1], IdentifierStart))
        break;
      token.loc = locOf(current);
      lexBacktick(token);
      return;
    default:
      break;
    }
  }
}

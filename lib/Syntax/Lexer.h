// The lexer: one buffer to raw tokens (IEEE 1800-2023 clause 5).
#ifndef CIRCTSIM_SYNTAX_LEXER_H
#define CIRCTSIM_SYNTAX_LEXER_H

#include "Support/Arena.h"
#include "Syntax/Token.h"

namespace circtsim::syntax {

/// Reads the tokens of one buffer, including the internal kinds of the
/// preprocessor (Directive, IntegerBase, MacroPaste...). Errors are reported
/// and skipped; at the end it returns EndOfFile for ever.
class Lexer {
public:
  /// `text` must be followed by a NUL byte and outlive the tokens; `start` is
  /// the location of its first byte. Texts that are not contiguous in the
  /// buffer are put into `arena`.
  Lexer(llvm::StringRef text, SourceLoc start, support::DiagnosticEngine &diagnostics,
        support::Arena &arena, KeywordVersion standard);

  void lex(Token &token);

  /// Finds the next `name, not looking at anything but comments and strings;
  /// for text that a conditional directive excludes. Directive or EndOfFile.
  void lexSkipping(Token &token);

  /// In a directive, the end of a line is a token (EndOfDirective, not
  /// consumed) and a backslash before it continues the line.
  void setInDirective(bool on) {
    inDirective = on;
    inMacroQuote = false;
  }
  bool isInDirective() const { return inDirective; }

  void setKeywordVersion(KeywordVersion version) { keywords = version; }

  /// Consumes up to the end of the line, over backslash-newlines. Returns the text.
  llvm::StringRef skipLine();
  /// If `<name>` comes next on this line: consumes it, returns the name.
  std::optional<llvm::StringRef> lexAngleName();
  /// A place to come back to with rewind().
  const char *mark() const { return current; }
  void rewind(const char *place) { current = place; }
  /// The next unread byte; NUL at the end.
  char peekCharacter() const { return *current; }

private:
  SourceLoc locOf(const char *p) const { return start.advanced(static_cast<uint32_t>(p - begin)); }
  uint8_t skipTrivia();
  bool skipContinuation();
  void skipLineComment();
  void skipBlockComment();
  void finish(Token &token, TokenKind kind, const char *from);

  void lexSymbol(Token &token);
  void lexIdentifier(Token &token);
  void lexEscapedIdentifier(Token &token);
  void lexSystemName(Token &token);
  void lexNumber(Token &token);
  bool lexTimeUnit();
  bool isBaseAhead(const char *apostrophe) const;
  void lexBased(Token &token, const char *from);
  const char *scanDigits(const char *p, char base) const;
  void reportBadDigits(char base);
  void lexApostrophe(Token &token);
  void lexString(Token &token);
  void lexTripleQuotedString(Token &token);
  void lexBacktick(Token &token);
  void lexOpenParen(Token &token);
  void lexInvalid(Token &token);
  TokenKind lexOperator();
  bool accept(char c) {
    if (*current != c)
      return false;
    ++current;
    return true;
  }

  const char *begin;
  const char *current;
  const char *end;
  SourceLoc start;
  support::DiagnosticEngine &diagnostics;
  support::Arena &arena;
  KeywordVersion keywords;
  KeywordVersion standard;
  TokenKind lastKind = TokenKind::Unknown;
  bool inDirective = false;
  /// Between `" and `" of a macro text: no comments, no escaped identifiers.
  bool inMacroQuote = false;
};

/// True if all characters are digits of the base letter (b o d h, any case).
bool areDigitsOfBase(llvm::StringRef digits, char base);

} // namespace circtsim::syntax

#endif // CIRCTSIM_SYNTAX_LEXER_H

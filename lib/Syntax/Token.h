// Tokens, the token stream of a compilation unit, and the directive effects
// that apply along it (IEEE 1800-2023 clauses 5, 22 and Annex B).
#ifndef CIRCTSIM_SYNTAX_TOKEN_H
#define CIRCTSIM_SYNTAX_TOKEN_H

#include "Support/Diagnostic.h"
#include "Support/SourceManager.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace circtsim::syntax {

using support::FileId;
using support::SourceLoc;
using support::SourceRange;

/// All kinds of Tokens.def. Keywords are Kw<Name>.
enum class TokenKind : uint16_t {
#define TOKEN(Name, Description) Name,
#define PUNCT(Name, Spelling) Name,
#define KEYWORD(Name, Spelling, Version) Name,
#include "Syntax/Tokens.def"
};

/// The standards that `begin_keywords and --std can name. Each reserves the
/// words of those before it and more (LRM 22.14).
enum class KeywordVersion : uint8_t {
  V1364_1995,
  V1364_2001_noconfig,
  V1364_2001,
  V1364_2005,
  V1800_2005,
  V1800_2009,
  V1800_2012,
  V1800_2017,
  V1800_2023,
};

/// "1800-2023" and so on; none for an unknown name.
std::optional<KeywordVersion> parseKeywordVersion(llvm::StringRef name);
llvm::StringRef keywordVersionName(KeywordVersion version);

/// One token. 24 bytes, trivially copyable. The text lives in a source buffer
/// or in the preprocessor's arena.
struct Token {
  enum Flag : uint8_t {
    /// First token of its line.
    StartOfLine = 1,
    /// White space or a comment stands before it.
    LeadingSpace = 2,
    /// An escaped identifier (`\name `); the text has no backslash.
    Escaped = 4,
    /// Written in the body or an argument of a macro.
    FromMacro = 8,
    /// A string literal in three double quotes.
    TripleQuoted = 16,
    /// Inside the preprocessor: joins the token that is emitted before it.
    PasteWithPrevious = 32,
  };

  llvm::StringRef text;
  SourceLoc loc;
  TokenKind kind = TokenKind::Unknown;
  uint8_t flags = 0;

  bool is(TokenKind k) const { return kind == k; }
  bool isNot(TokenKind k) const { return kind != k; }
  template <typename... Ks>
  bool isOneOf(Ks... ks) const {
    return ((kind == ks) || ...);
  }
  bool startsLine() const { return flags & StartOfLine; }
  bool hasLeadingSpace() const { return flags & (LeadingSpace | StartOfLine); }
  bool isEscaped() const { return flags & Escaped; }
  bool isFromMacro() const { return flags & FromMacro; }
  SourceRange range() const { return SourceRange(loc); }
};
static_assert(sizeof(Token) == 24);

/// Spelling of operators and keywords ("+=", "module"), description of the
/// rest ("identifier").
llvm::StringRef tokenSpelling(TokenKind kind);
/// True for operators, punctuation and keywords, whose text is fixed.
bool hasFixedSpelling(TokenKind kind);
/// The enumerator's name: "KwModule". For tests and dumps.
llvm::StringRef tokenKindName(TokenKind kind);
bool isKeyword(TokenKind kind);
/// The keyword that `text` is under `version`, else Identifier.
TokenKind keywordKind(llvm::StringRef text, KeywordVersion version);
/// For messages: 'module', identifier 'foo', end of file.
std::string describeToken(const Token &token);

/// A token shows as describeToken(), a kind as 'spelling' or description.
const support::DiagnosticBuilder &operator<<(const support::DiagnosticBuilder &builder,
                                             const Token &token);
const support::DiagnosticBuilder &operator<<(const support::DiagnosticBuilder &builder,
                                             TokenKind kind);

/// LRM 22.9: what unconnected input ports are tied to.
enum class UnconnectedDrive : uint8_t { None, Pull0, Pull1 };
/// The `delay_mode_* directives (LRM Annex E).
enum class DelayMode : uint8_t { None, Distributed, Path, Unit, Zero };

/// The directives in force at a token (LRM clause 22 and Annex E).
struct DirectiveState {
  /// `timescale: unit and precision as powers of ten of a second: 10 ns is -8.
  /// Meaningful when hasTimescale.
  bool hasTimescale = false;
  int8_t timeUnit = 0;
  int8_t timePrecision = 0;
  /// Where that `timescale stands.
  SourceLoc timescaleLoc;
  /// `default_nettype: KwWire ... ; Unknown means `none`.
  TokenKind defaultNettype = TokenKind::KwWire;
  UnconnectedDrive unconnectedDrive = UnconnectedDrive::None;
  bool cellDefine = false;
  KeywordVersion keywordVersion = KeywordVersion::V1800_2023;
  DelayMode delayMode = DelayMode::None;
  /// `default_decay_time in time units; negative: infinite.
  double defaultDecayTime = -1;
  /// `default_trireg_strength, 0..250; negative: not given.
  int16_t defaultTriregStrength = -1;

  friend bool operator==(const DirectiveState &, const DirectiveState &) = default;
};

/// The preprocessed text of one compilation unit: all tokens, ending with one
/// EndOfFile, and the directive states along them, run-length encoded.
class TokenStream {
public:
  std::vector<Token> tokens;
  /// The standard of the options, which `begin_keywords departs from.
  KeywordVersion standard = KeywordVersion::V1800_2023;

  llvm::ArrayRef<Token> all() const { return tokens; }
  const Token &operator[](uint32_t index) const { return tokens[index]; }
  uint32_t size() const { return static_cast<uint32_t>(tokens.size()); }

  /// The directives in force at tokens[index]. Logarithmic in the number of
  /// changes; ascending queries are answered in constant time.
  const DirectiveState &stateAt(uint32_t index) const;
  /// Applies `state` from token `index` on; indices must not decrease.
  void setState(uint32_t index, const DirectiveState &state);

  struct StateRun {
    uint32_t firstToken;
    DirectiveState state;
  };
  llvm::ArrayRef<StateRun> stateRuns() const { return runs; }

private:
  std::vector<StateRun> runs;
  mutable uint32_t lastRun = 0;
};

/// The value of a StringLiteral: quotes removed, escapes of LRM 5.9.1
/// interpreted (bad escapes keep their character; the lexer has already reported them).
std::string stringLiteralValue(const Token &token);

} // namespace circtsim::syntax

#endif // CIRCTSIM_SYNTAX_TOKEN_H

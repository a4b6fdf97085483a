// Tables about tokens, all made from Tokens.def: spellings, names, and the
// keyword look-up, a hash table built at compile time. Also the directive
// states of a token stream and the value of string literals (LRM 5.9).
#include "Syntax/Token.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <array>

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::StringRef;

namespace {

struct TokenRow {
  StringRef name;
  StringRef spelling;
  bool isFixed;
};

constexpr TokenRow tokenRows[] = {
#define TOKEN(Name, Description) {#Name, Description, false},
#define PUNCT(Name, Spelling) {#Name, Spelling, true},
#define KEYWORD(Name, Spelling, Version) {#Name, Spelling, true},
#include "Syntax/Tokens.def"
};

struct KeywordRow {
  std::string_view text;
  TokenKind kind = TokenKind::Identifier;
  KeywordVersion version = KeywordVersion::V1364_1995;
};

constexpr KeywordRow keywordRows[] = {
#define KEYWORD(Name, Spelling, Version) {Spelling, TokenKind::Name, KeywordVersion::Version},
#include "Syntax/Tokens.def"
};

constexpr size_t keywordSlots = 1024;
constexpr TokenKind firstKeyword = keywordRows[0].kind;

constexpr uint32_t hashKeyword(const char *text, size_t length) {
  uint32_t hash = static_cast<uint32_t>(length) * 7;
  hash = hash * 31 + static_cast<unsigned char>(text[0]);
  hash = hash * 31 + static_cast<unsigned char>(text[1]);
  hash = hash * 31 + static_cast<unsigned char>(text[length / 2]);
  hash = hash * 31 + static_cast<unsigned char>(text[length - 1]);
  return (hash ^ (hash >> 10)) % keywordSlots;
}

/// Slots with linear probing: 0 is empty, else index + 1 into keywordRows.
constexpr auto keywordTable = [] {
  std::array<uint16_t, keywordSlots> table{};
  uint16_t index = 0;
  for (const KeywordRow &row : keywordRows) {
    uint32_t slot = hashKeyword(row.text.data(), row.text.size());
    while (table[slot])
      slot = (slot + 1) % keywordSlots;
    table[slot] = ++index;
  }
  return table;
}();

constexpr StringRef versionNames[] = {"1364-1995", "1364-2001-noconfig", "1364-2001",
                                      "1364-2005", "1800-2005",          "1800-2009",
                                      "1800-2012", "1800-2017",          "1800-2023"};

} // namespace

std::optional<KeywordVersion> syntax::parseKeywordVersion(StringRef name) {
  const auto *it = std::find(std::begin(versionNames), std::end(versionNames), name);
  if (it == std::end(versionNames))
    return std::nullopt;
  return static_cast<KeywordVersion>(it - std::begin(versionNames));
}

StringRef syntax::keywordVersionName(KeywordVersion version) {
  return versionNames[static_cast<size_t>(version)];
}

StringRef syntax::tokenSpelling(TokenKind kind) {
  return tokenRows[static_cast<size_t>(kind)].spelling;
}

bool syntax::hasFixedSpelling(TokenKind kind) {
  return tokenRows[static_cast<size_t>(kind)].isFixed;
}

StringRef syntax::tokenKindName(TokenKind kind) {
  return tokenRows[static_cast<size_t>(kind)].name;
}

bool syntax::isKeyword(TokenKind kind) { return kind >= firstKeyword; }

TokenKind syntax::keywordKind(StringRef text, KeywordVersion version) {
  if (text.size() < 2 || text.size() > 20 || text[0] < 'a' || text[0] > 'z')
    return TokenKind::Identifier;
  for (uint32_t slot = hashKeyword(text.data(), text.size()); keywordTable[slot];
       slot = (slot + 1) % keywordSlots) {
    const KeywordRow &row = keywordRows[keywordTable[slot] - 1];
    if (row.text == std::string_view(text))
      return row.version <= version ? row.kind : TokenKind::Identifier;
  }
  return TokenKind::Identifier;
}

std::string syntax::describeToken(const Token &token) {
  std::string text = token.text.str();
  switch (token.kind) {
  case TokenKind::EndOfFile:
    return "end of file";
  case TokenKind::Identifier:
    return "identifier '" + text + "'";
  case TokenKind::StringLiteral:
    return "string literal";
  case TokenKind::Directive:
    return "'`" + text + "'";
  default:
    return "'" + (text.empty() ? tokenSpelling(token.kind).str() : text) + "'";
  }
}

const support::DiagnosticBuilder &syntax::operator<<(const support::DiagnosticBuilder &builder,
                                                     const Token &token) {
  builder.addText(describeToken(token));
  return builder;
}

const support::DiagnosticBuilder &syntax::operator<<(const support::DiagnosticBuilder &builder,
                                                     TokenKind kind) {
  if (hasFixedSpelling(kind))
    builder.addText(("'" + tokenSpelling(kind) + "'").str());
  else
    builder.addText(tokenSpelling(kind));
  return builder;
}

//===- TokenStream --------------------------------------------------------===//

const DirectiveState &TokenStream::stateAt(uint32_t index) const {
  static const DirectiveState initial;
  if (runs.empty() || index < runs.front().firstToken)
    return initial;
  auto holds = [&](size_t run) {
    return runs[run].firstToken <= index &&
           (run + 1 == runs.size() || index < runs[run + 1].firstToken);
  };
  if (lastRun < runs.size() && holds(lastRun))
    return runs[lastRun].state;
  if (lastRun + 1 < runs.size() && holds(lastRun + 1))
    return runs[++lastRun].state;
  auto it = std::upper_bound(runs.begin(), runs.end(), index,
                             [](uint32_t i, const StateRun &run) { return i < run.firstToken; });
  lastRun = static_cast<uint32_t>(it - runs.begin()) - 1;
  return runs[lastRun].state;
}

void TokenStream::setState(uint32_t index, const DirectiveState &state) {
  if (!runs.empty() && runs.back().firstToken == index)
    runs.pop_back();
  if (runs.empty() || !(runs.back().state == state))
    runs.push_back({index, state});
}

//===- String literals ----------------------------------------------------===//

namespace {

/// Reads up to `limit` digits of the base at the start of `rest`.
unsigned takeDigits(StringRef &rest, unsigned base, unsigned limit) {
  unsigned value = 0;
  for (; limit && !rest.empty(); --limit) {
    unsigned digit = llvm::hexDigitValue(rest[0]);
    if (digit >= base)
      break;
    value = value * base + digit;
    rest = rest.drop_front();
  }
  return value;
}

/// Interprets the escape that follows a backslash (LRM Table 5-1).
void appendEscape(std::string &out, StringRef &rest) {
  if (rest.empty())
    return;
  char c = rest[0];
  if (c >= '0' && c <= '7') {
    out += static_cast<char>(takeDigits(rest, 8, 3));
    return;
  }
  rest = rest.drop_front();
  switch (c) {
  case 'n':
    out += '\n';
    break;
  case 't':
    out += '\t';
    break;
  case 'v':
    out += '\v';
    break;
  case 'f':
    out += '\f';
    break;
  case 'a':
    out += '\a';
    break;
  case 'x':
    if (!rest.empty() && llvm::isHexDigit(rest[0]))
      out += static_cast<char>(takeDigits(rest, 16, 2));
    else
      out += 'x';
    break;
  case '\r':
    rest.consume_front("\n");
    break;
  case '\n':
    break;
  default:
    out += c;
  }
}

} // namespace

std::string syntax::stringLiteralValue(const Token &token) {
  StringRef quote = token.flags & Token::TripleQuoted ? "\"\"\"" : "\"";
  StringRef rest = token.text;
  rest.consume_front(quote);
  rest.consume_back(quote);
  std::string value;
  value.reserve(rest.size());
  while (!rest.empty()) {
    char c = rest[0];
    rest = rest.drop_front();
    if (c == '\\')
      appendEscape(value, rest);
    else if (c != '\r' || !rest.starts_with("\n"))
      value += c;
  }
  return value;
}

// Expansion of text macros (IEEE 1800-2023 22.5.1).
//
// expandMacro() makes the list of tokens that a use stands for and pushes it
// as a source; the main loop then reads it, which expands the uses inside.
// Formals are replaced by the actual tokens as written. The operators:
// - `` joins its neighbours when neither is separated from it by white space.
//   If the result is not one token, both stay, side by side. A macro use on the left forms a
//   new macro name (`A``b is `Ab) if such a macro exists or `A does not; otherwise, and for a
//   use on the right, joining is left to emission, when the use has been expanded.
// - `" ... `" becomes one string literal: the text between with its white
//   space, formals replaced and macro uses fully expanded; `\`" is \".
//
// Locations: one expansion entry for the body, one for every contiguous run
// of an actual argument.
//
// Recursion: a use is recursive when its macro is among the macros whose
// texts lexically enclose it, seen through arguments: `TOP(`TOP(1)) is fine. Expansions that
// are finite but huge meet a limit of tokens.
#include "Syntax/Preprocessor.h"

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::ArrayRef;
using llvm::StringRef;

namespace {

constexpr uint8_t spaceFlags = Token::StartOfLine | Token::LeadingSpace;

bool isName(const Token &token) { return token.is(TokenKind::Identifier) || isKeyword(token.kind); }

bool isQuote(const Token &token) {
  return token.isOneOf(TokenKind::MacroQuote, TokenKind::MacroTripleQuote);
}

/// First character of the token as it was written.
const char *writtenBegin(const Token &token) {
  bool hasPrefix = token.is(TokenKind::Directive);
  return token.text.data() - (token.isEscaped() ? 1 : 0) - (hasPrefix ? 1 : 0);
}

/// The token as it appears inside a string literal.
void appendQuoted(std::string &out, const Token &token) {
  switch (token.kind) {
  case TokenKind::StringLiteral: {
    StringRef quote = token.flags & Token::TripleQuoted ? "\"\"\"" : "\"";
    StringRef inner = token.text;
    inner.consume_front(quote);
    inner.consume_back(quote);
    out += "\\\"";
    out += inner;
    out += "\\\"";
    return;
  }
  case TokenKind::MacroEscapedQuote:
    out += "\\\"";
    return;
  case TokenKind::MacroPaste:
    return;
  case TokenKind::Directive:
    out += '`';
    out += token.text;
    return;
  default:
    if (token.isEscaped())
      out += "\\\\";
    out += token.text;
  }
}

} // namespace

/// Makes the tokens of one use.
class Preprocessor::Substitution {
public:
  Substitution(Preprocessor &pp, const Token &use, const MacroDefinition &macro,
               ArrayRef<ArrayRef<Token>> actuals, SourceLoc lastLoc)
      : pp(pp), macro(macro), actuals(actuals) {
    mapBody(use.loc, lastLoc);
  }

  void run(size_t begin, size_t end, std::vector<Token> &output);

private:
  void mapBody(SourceLoc first, SourceLoc last);
  Token bodyToken(size_t index) const;
  int formalOf(size_t index) const { return macro.formalOf.empty() ? -1 : macro.formalOf[index]; }
  bool isSpaced(size_t index, size_t end) const;
  void appendActual(size_t index, std::vector<Token> &output);
  void appendOperand(Token token, std::vector<Token> &output);
  void paste(Token right, std::vector<Token> &output);
  size_t stringize(size_t open, std::vector<Token> &output);
  size_t endOfUse(size_t index, size_t end) const;
  void appendText(std::string &text, ArrayRef<Token> tokens);
  StringRef gapBefore(const Token *previous, const Token &token);

  Preprocessor &pp;
  const MacroDefinition &macro;
  ArrayRef<ArrayRef<Token>> actuals;
  /// Location of the first body token in this expansion, when contiguous.
  SourceLoc base;
  /// Else a location per body token.
  std::vector<SourceLoc> bodyLocs;
  /// The operand before a `` exists; a `` was read and waits for its right one.
  bool hasLeft = false;
  bool isPastePending = false;
};

/// Gives tokens new locations as an expansion; runs of tokens that lie in
/// order in one file or expansion share an entry. Calls `set(index, loc)`.
template <typename Add, typename Set>
static void mapRuns(const support::SourceManager &sources, ArrayRef<Token> tokens, Add add,
                    Set set) {
  constexpr uint32_t maxRun = 1u << 16;
  for (size_t i = 0; i < tokens.size();) {
    SourceLoc start = tokens[i].loc;
    SourceLoc last = sources.entryRange(start).second;
    size_t end = i + 1;
    while (end < tokens.size() && tokens[end].loc >= tokens[end - 1].loc &&
           tokens[end].loc <= last && tokens[end].loc.raw() - start.raw() < maxRun)
      ++end;
    uint32_t length = tokens[end - 1].loc.raw() - start.raw() +
                      static_cast<uint32_t>(tokens[end - 1].text.size());
    SourceLoc base = add(start, length);
    for (; i < end; ++i)
      set(i, base.advanced(tokens[i].loc.raw() - start.raw()));
  }
}

void Preprocessor::Substitution::mapBody(SourceLoc first, SourceLoc last) {
  if (macro.body.empty())
    return;
  if (macro.isContiguous) {
    const Token &end = macro.body.back();
    SourceLoc start = macro.body.front().loc;
    uint32_t length = end.loc.raw() - start.raw() + static_cast<uint32_t>(end.text.size());
    base = pp.addExpansion(start, first, last, length, false);
    return;
  }
  bodyLocs.resize(macro.body.size());
  mapRuns(
      pp.sources, macro.body,
      [&](SourceLoc start, uint32_t length) {
        return pp.addExpansion(start, first, last, length, false);
      },
      [&](size_t i, SourceLoc loc) { bodyLocs[i] = loc; });
}

/// The body token, located in this expansion.
Token Preprocessor::Substitution::bodyToken(size_t index) const {
  Token token = macro.body[index];
  token.loc = macro.isContiguous ? base.advanced(token.loc.raw() - macro.body.front().loc.raw())
                                 : bodyLocs[index];
  token.flags |= Token::FromMacro;
  if (macro.keywords != pp.state.keywordVersion && isName(token) && !token.isEscaped())
    token.kind = keywordKind(token.text, pp.state.keywordVersion);
  return token;
}

/// A `` that stands at an end or beside white space joins nothing.
bool Preprocessor::Substitution::isSpaced(size_t index, size_t end) const {
  return index == 0 || index + 1 >= end || macro.body[index].hasLeadingSpace() ||
         macro.body[index + 1].hasLeadingSpace();
}

void Preprocessor::Substitution::run(size_t begin, size_t end, std::vector<Token> &output) {
  hasLeft = isPastePending = false;
  for (size_t i = begin; i < end; ++i) {
    const Token &token = macro.body[i];
    if (formalOf(i) >= 0) {
      appendActual(i, output);
    } else if (token.is(TokenKind::MacroPaste)) {
      isPastePending = hasLeft && !isSpaced(i, end);
    } else if (isQuote(token)) {
      i = stringize(i, output);
    } else if (token.isNot(TokenKind::MacroEscapedQuote)) {
      appendOperand(bodyToken(i), output);
    } else {
      // Outside of `"..`" it is an escaped quote of nothing.
      pp.diagnostics.diag(token.loc, diag::MacroOperatorOutsideMacro) << "'`\\`\"' in '`\"...`\"'";
    }
  }
}

void Preprocessor::Substitution::appendOperand(Token token, std::vector<Token> &output) {
  if (isPastePending && !output.empty())
    paste(token, output);
  else
    output.push_back(token);
  isPastePending = false;
  hasLeft = true;
}

/// Appends the actual argument that replaces a formal of the body.
void Preprocessor::Substitution::appendActual(size_t index, std::vector<Token> &output) {
  ArrayRef<Token> actual = actuals[static_cast<size_t>(formalOf(index))];
  Token formal = bodyToken(index);
  if (actual.empty()) {
    // Nothing: a pending `` joins nothing, and the left operand stays one.
    hasLeft = isPastePending;
    isPastePending = false;
    return;
  }
  mapRuns(
      pp.sources, actual,
      [&](SourceLoc start, uint32_t length) {
        return pp.addExpansion(start, formal.loc, formal.loc, length, true);
      },
      [&](size_t i, SourceLoc loc) {
        Token token = actual[i];
        token.loc = loc;
        token.flags |= Token::FromMacro;
        if (i == 0)
          token.flags = (token.flags & ~spaceFlags) | (formal.flags & spaceFlags);
        if (i == 0 && formal.is(TokenKind::Directive) && isName(token))
          token.kind = TokenKind::Directive;
        appendOperand(token, output);
      });
}

void Preprocessor::Substitution::paste(Token right, std::vector<Token> &output) {
  Token &left = output.back();
  right.flags &= ~spaceFlags;
  bool isRightWord = isName(right) || right.is(TokenKind::IntegerLiteral);
  if (left.is(TokenKind::Directive) && isRightWord) {
    std::string name = (left.text + right.text).str();
    if (pp.isDefined(name) || !pp.isDefined(left.text)) {
      left.text = pp.arena.copyText(name);
      return;
    }
  } else if (left.isEscaped() || (right.isEscaped() && isName(left))) {
    left.text = pp.arena.copyText((left.text + right.text).str());
    left.kind = TokenKind::Identifier;
    left.flags |= Token::Escaped;
    return;
  } else if (right.isNot(TokenKind::Directive)) {
    Token joined;
    if (pp.lexesToOneToken((left.text + right.text).str(), joined)) {
      left.kind = joined.kind;
      left.text = joined.text;
      return;
    }
  }
  right.flags |= Token::PasteWithPrevious;
  output.push_back(right);
}

//===- Strings ------------------------------------------------------------===//

/// The white space between two tokens: as written if they stand on one line
/// of one text, else one blank.
StringRef Preprocessor::Substitution::gapBefore(const Token *previous, const Token &token) {
  if (!token.hasLeadingSpace())
    return "";
  if (!previous || token.loc <= previous->loc ||
      token.loc > pp.sources.entryRange(previous->loc).second)
    return " ";
  const char *begin = pp.sources.charactersAt(previous->loc);
  const char *next = pp.sources.charactersAt(token.loc);
  if (begin != writtenBegin(*previous) || next != writtenBegin(token) ||
      next < previous->text.end())
    return " ";
  StringRef gap(previous->text.end(), next - previous->text.end());
  return gap.find_first_not_of(" \t") == StringRef::npos ? gap : " ";
}

void Preprocessor::Substitution::appendText(std::string &text, ArrayRef<Token> tokens) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (i)
      text += gapBefore(&tokens[i - 1], tokens[i]);
    appendQuoted(text, tokens[i]);
  }
}

/// One past the last body token of the macro use at `index`: its arguments,
/// and what is pasted to it.
size_t Preprocessor::Substitution::endOfUse(size_t index, size_t end) const {
  size_t next = index + 1;
  while (next + 1 < end && macro.body[next].is(TokenKind::MacroPaste) && !isSpaced(next, end))
    next += 2;
  const MacroDefinition *used = pp.macros.lookup(macro.body[index].text);
  bool takesArguments = next > index + 1 || (used && used->isFunctionLike);
  if (!takesArguments || next >= end || macro.body[next].isNot(TokenKind::LParen))
    return next;
  unsigned depth = 0;
  for (size_t i = next; i < end; ++i) {
    if (macro.body[i].isOneOf(TokenKind::LParen, TokenKind::AttrOpen))
      ++depth;
    else if (macro.body[i].isOneOf(TokenKind::RParen, TokenKind::AttrClose) && --depth == 0)
      return i + 1;
  }
  return next;
}

/// Makes one string literal of the text from the `" at `open` to its closing
/// one, whose index is returned.
size_t Preprocessor::Substitution::stringize(size_t open, std::vector<Token> &output) {
  size_t close = open + 1;
  while (macro.body[close].kind != macro.body[open].kind)
    ++close;
  bool isTriple = macro.body[open].is(TokenKind::MacroTripleQuote);
  StringRef quote = isTriple ? "\"\"\"" : "\"";
  bool hadPaste = isPastePending, hadLeft = hasLeft;
  std::string text = quote.str();
  for (size_t i = open + 1; i < close;) {
    text += gapBefore(&macro.body[i - 1], macro.body[i]);
    bool isUse = macro.body[i].is(TokenKind::Directive) && pp.macros.contains(macro.body[i].text);
    bool isIntrinsic = macro.body[i].is(TokenKind::Directive) &&
                       (macro.body[i].text == "__FILE__" || macro.body[i].text == "__LINE__");
    bool isPrefix = macro.body[i].is(TokenKind::Directive) && i + 1 < close &&
                    macro.body[i + 1].is(TokenKind::MacroPaste);
    if (!isUse && !isIntrinsic && !isPrefix && formalOf(i) < 0) {
      appendQuoted(text, macro.body[i++]);
      continue;
    }
    size_t end = formalOf(i) >= 0 ? i + 1 : endOfUse(i, close);
    std::vector<Token> tokens = pp.takeTokenBuffer();
    run(i, end, tokens);
    bool hasUses = llvm::any_of(tokens, [](const Token &t) { return t.is(TokenKind::Directive); });
    if (hasUses) {
      std::vector<Token> expanded = pp.takeTokenBuffer();
      pp.expandFully(std::move(tokens), expanded);
      tokens = std::move(expanded);
    }
    appendText(text, tokens);
    pp.recycleTokenBuffer(std::move(tokens));
    i = end;
  }
  // Long strings count like the tokens they hold.
  pp.expansionTokens += text.size() / 16;
  text += gapBefore(&macro.body[close - 1], macro.body[close]);
  text += quote;
  Token token = bodyToken(open);
  token.kind = TokenKind::StringLiteral;
  token.text = pp.arena.copyText(text);
  token.flags |= isTriple ? Token::TripleQuoted : 0;
  isPastePending = hadPaste;
  hasLeft = hadLeft;
  appendOperand(token, output);
  return close;
}

//===- Expansion ----------------------------------------------------------===//

SourceLoc Preprocessor::addExpansion(SourceLoc spelling, SourceLoc begin, SourceLoc end,
                                     uint32_t length, bool isArgument) {
  SourceLoc loc = sources.addExpansion(spelling, begin, end, length, isArgument);
  if (loc.isValid())
    return loc;
  diagnostics.diag(begin, diag::SourceSpaceExhausted);
  return begin;
}

/// Follows the use outwards through the macro texts that contain it. The
/// steps count as work of the expansion, which bounds deeply nested arguments.
bool Preprocessor::isRecursive(const Token &use, const MacroDefinition &macro) {
  SourceLoc loc = use.loc;
  for (; sources.isMacroLoc(loc); ++expansionTokens) {
    if (sources.isMacroArgument(loc)) {
      loc = sources.immediateSpelling(loc);
      continue;
    }
    // The text of a contiguous macro is known by where it begins.
    SourceLoc text = sources.immediateSpelling(sources.entryRange(loc).first);
    if (!macro.body.empty() && text == macro.body.front().loc)
      return true;
    if (!macro.isContiguous && sources.macroNameAt(loc) == macro.name)
      return true;
    loc = sources.immediateExpansion(loc).begin;
  }
  return false;
}

/// Accounts for an expansion; false when the use in the file makes too many.
bool Preprocessor::countExpansion(const Token &use, const MacroDefinition &macro, size_t tokens) {
  expansionTokens += tokens + 1;
  if (expansionTokens <= options.maxExpansionTokens)
    return true;
  if (!std::exchange(isTooLarge, true))
    diagnostics.diag(use.loc, diag::ExpansionTooLarge) << macro.name << options.maxExpansionTokens;
  return false;
}

void Preprocessor::expandMacro(const Token &use, MacroDefinition &macro) {
  if (stack.back().lexer && expansionDepth == 0) {
    expansionTokens = 0;
    isTooLarge = false;
  }
  if (isTooLarge)
    return;
  if (macro.active && isRecursive(use, macro)) {
    diagnostics.diag(use.loc, diag::RecursiveMacro) << macro.name;
    diagnostics.diag(macro.loc, diag::MacroDefinedHere) << macro.name;
    return;
  }
  Arguments arguments;
  arguments.tokens = takeTokenBuffer();
  arguments.closeParen = use.loc;
  if (macro.isFunctionLike &&
      (!collectArguments(use, macro, arguments) || !matchArguments(use, macro, arguments)))
    return;
  if (macro.body.empty() || !countExpansion(use, macro, 0))
    return recycleTokenBuffer(std::move(arguments.tokens));

  llvm::SmallVector<ArrayRef<Token>, 8> actuals;
  for (size_t i = 0; i < macro.formals.size(); ++i) {
    bool isGiven = i < arguments.bounds.size() && !arguments.at(i).empty();
    actuals.push_back(isGiven ? arguments.at(i) : macro.formals[i].defaultTokens);
  }
  std::vector<Token> output = takeTokenBuffer();
  output.reserve(macro.body.size());
  Substitution(*this, use, macro, actuals, arguments.closeParen).run(0, macro.body.size(), output);
  recycleTokenBuffer(std::move(arguments.tokens));
  if (output.empty() || !countExpansion(use, macro, output.size()))
    return recycleTokenBuffer(std::move(output));
  constexpr uint8_t inherited = spaceFlags | Token::PasteWithPrevious;
  output.front().flags = (output.front().flags & ~spaceFlags) | (use.flags & inherited);
  pushTokens(std::move(output), &macro, false);
}

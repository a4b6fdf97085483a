// The preprocessor's machine (IEEE 1800-2023 clause 22).
//
// Tokens come from a stack of sources: files at the bottom, and above them the token lists that
// macro expansions push. The main loop takes the next token of the top source and emits it, or
// acts on it when it is a directive or a macro use. So expansions are rescanned where they stand,
// and directives work the same in a file, in a macro text and in an actual argument.
//
// Emission has a fast path, a plain append. A few tokens need care: a number
// base joins the size before it and the digits after it, wherever these came
// from (`W'h`D); a token marked PasteWithPrevious joins the token before it.
//
// expandFully() runs the same loop on a list of tokens with another sink; its
// source is a barrier, behind which nothing is read (arguments of a macro use
// inside must end inside).
//
// Invariants: the sink holds no preprocessor-internal token except an
// IntegerBase at its end while numberState is NeedsDigits; token lists are
// never changed while they are on the stack.
#include "Syntax/Preprocessor.h"

#include <iterator>

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::ArrayRef;
using llvm::StringRef;

namespace {

/// Nesting of expandFully(), which uses the C++ stack.
constexpr unsigned maxExpansionDepth = 200;
/// Nesting of sources.
constexpr size_t maxSourceDepth = 10'000;

} // namespace

Preprocessor::Preprocessor(support::SourceManager &sources, support::DiagnosticEngine &diagnostics,
                           support::Arena &arena, PreprocessorOptions options)
    : sources(sources), diagnostics(diagnostics), arena(arena), options(std::move(options)) {
#define DIRECTIVE(Kind, Spelling, Handler) directives[Spelling] = DirectiveKind::Kind;
#include "Syntax/Directives.def"
  reset();
}

Preprocessor::~Preprocessor() = default;

void Preprocessor::reset() {
  macros.clear();
  keywordStack.clear();
  state = DirectiveState();
  state.keywordVersion = options.standard;
  definePredefined();
}

const MacroDefinition *Preprocessor::findMacro(StringRef name) const { return macros.lookup(name); }

TokenStream Preprocessor::preprocess(ArrayRef<FileId> files) {
  TokenStream result;
  result.standard = options.standard;
  stream = &result;
  sink = &result.tokens;
  size_t bytes = 0;
  for (FileId file : files)
    bytes += sources.bufferOf(file).size();
  result.tokens.reserve(bytes / 5 + 16);
  stateChanged();
  for (FileId file : files) {
    enterFile(file);
    readUntil(0);
  }
  closeNumber();
  Token end;
  end.kind = TokenKind::EndOfFile;
  end.flags = Token::StartOfLine;
  if (!files.empty())
    end.loc = sources.endOf(files.back());
  result.tokens.push_back(end);
  stream = nullptr;
  sink = nullptr;
  // `begin_keywords ends with the compilation unit (LRM 22.14).
  keywordStack.clear();
  state.keywordVersion = options.standard;
  return result;
}

//===- Sources ------------------------------------------------------------===//

void Preprocessor::enterFile(FileId file) {
  Source &source = stack.emplace_back();
  source.lexer = std::make_unique<Lexer>(sources.bufferOf(file), sources.startOf(file), diagnostics,
                                         arena, options.standard);
  source.lexer->setKeywordVersion(state.keywordVersion);
  source.outerConditionals = conditionals.size();
  ++fileDepth;
}

void Preprocessor::leaveFile() {
  size_t outer = stack.back().outerConditionals;
  for (size_t i = conditionals.size(); i > outer; --i)
    diagnostics.diag(conditionals[i - 1].loc, diag::UnterminatedConditional);
  if (conditionals.size() > outer)
    conditionals.resize(outer, Conditional());
  popSource();
}

void Preprocessor::pushTokens(std::vector<Token> tokens, MacroDefinition *macro, bool isBarrier) {
  Source &source = stack.emplace_back();
  source.tokens = std::move(tokens);
  source.macro = macro;
  source.isBarrier = isBarrier;
  if (macro)
    ++macro->active;
}

void Preprocessor::popSource() {
  Source &source = stack.back();
  if (source.lexer)
    --fileDepth;
  if (source.macro)
    --source.macro->active;
  recycleTokenBuffer(std::move(source.tokens));
  stack.pop_back();
}

std::vector<Token> Preprocessor::takeTokenBuffer() {
  if (freeBuffers.empty())
    return {};
  std::vector<Token> buffer = std::move(freeBuffers.back());
  freeBuffers.pop_back();
  return buffer;
}

void Preprocessor::recycleTokenBuffer(std::vector<Token> buffer) {
  constexpr size_t keptBuffers = 64, keptCapacity = 4096;
  if (buffer.capacity() == 0 || buffer.capacity() > keptCapacity ||
      freeBuffers.size() >= keptBuffers)
    return;
  buffer.clear();
  freeBuffers.push_back(std::move(buffer));
}

/// The lexer of the innermost file; null when there is none.
Lexer *Preprocessor::currentLexer() {
  for (size_t i = stack.size(); i-- > 0;)
    if (stack[i].lexer)
      return stack[i].lexer.get();
  return nullptr;
}

//===- The main loop ------------------------------------------------------===//

/// Reads a file until a directive has been handled or the file has ended.
void Preprocessor::readFile(Lexer &lexer) {
  Token token;
  for (;;) {
    lexer.lex(token);
    if (token.kind == TokenKind::EndOfFile)
      return leaveFile();
    if (token.kind == TokenKind::Directive)
      return handleDirectiveToken(token);
    emit(token);
  }
}

/// Reads the list on top until a directive has been handled or it has ended.
void Preprocessor::readTokens() {
  Source &source = stack.back();
  while (source.position < source.tokens.size()) {
    const Token &token = source.tokens[source.position++];
    if (token.kind == TokenKind::Directive) {
      Token directive = token;
      return handleDirectiveToken(directive);
    }
    emit(token);
  }
  popSource();
}

/// Reads until only `depth` sources are left.
void Preprocessor::readUntil(size_t depth) {
  while (stack.size() > depth) {
    if (diagnostics.shouldStop())
      popSource();
    else if (stack.back().lexer)
      readFile(*stack.back().lexer);
    else
      readTokens();
  }
}

/// The next token as written, without expansion. Ends with EndOfFile at the
/// end of a file and at a barrier.
void Preprocessor::nextRaw(Token &token) {
  for (;;) {
    if (stack.empty()) {
      token = Token();
      token.kind = TokenKind::EndOfFile;
      return;
    }
    Source &source = stack.back();
    if (source.lexer) {
      source.lexer->lex(token);
      return;
    }
    if (source.position < source.tokens.size()) {
      token = source.tokens[source.position++];
      return;
    }
    if (source.isBarrier) {
      token = Token();
      token.kind = TokenKind::EndOfFile;
      return;
    }
    popSource();
  }
}

void Preprocessor::unget(const Token &token) {
  if (token.isOneOf(TokenKind::EndOfFile, TokenKind::EndOfDirective))
    return;
  std::vector<Token> tokens = takeTokenBuffer();
  tokens.push_back(token);
  pushTokens(std::move(tokens), nullptr, false);
}

/// Runs the machine on `input` alone; the result goes to `output`.
void Preprocessor::expandFully(std::vector<Token> input, std::vector<Token> &output) {
  if (expansionDepth >= maxExpansionDepth) {
    SourceLoc loc = input.empty() ? SourceLoc() : input.front().loc;
    diagnostics.diag(loc, diag::ExpansionTooDeep) << maxExpansionDepth;
    return;
  }
  ++expansionDepth;
  std::vector<Token> *outerSink = std::exchange(sink, &output);
  NumberState outerNumber = std::exchange(numberState, NumberState::None);
  size_t depth = stack.size();
  pushTokens(std::move(input), nullptr, true);
  readUntil(depth);
  closeNumber();
  numberState = outerNumber;
  sink = outerSink;
  --expansionDepth;
}

void Preprocessor::handleDirectiveToken(const Token &token) {
  using Handler = void (Preprocessor::*)(const Token &);
  static constexpr Handler handlers[] = {
      nullptr,
#define DIRECTIVE(Kind, Spelling, Handler) &Preprocessor::Handler,
#include "Syntax/Directives.def"
  };
  if (auto it = macros.find(token.text); it != macros.end()) {
    if (stack.size() < maxSourceDepth)
      return expandMacro(token, *it->second);
    diagnostics.diag(token.loc, diag::ExpansionTooDeep) << maxSourceDepth;
    return;
  }
  if (auto it = directives.find(token.text); it != directives.end())
    return (this->*handlers[static_cast<size_t>(it->second)])(token);
  diagnostics.diag(token.loc, diag::UnknownDirective) << token.text;
  skipUnknownUse();
}

//===- Emission -----------------------------------------------------------===//

void Preprocessor::emitWithCare(Token token) {
  if (token.flags & Token::PasteWithPrevious) {
    token.flags &= ~Token::PasteWithPrevious;
    if (!sink->empty())
      return pasteWithPrevious(token);
  }
  if (numberState != NumberState::None && emitDigits(token))
    return;
  switch (token.kind) {
  case TokenKind::IntegerBase:
  case TokenKind::BasedLiteral:
    if (token.kind == TokenKind::IntegerBase)
      numberState = NumberState::NeedsDigits;
    // Not in `#1 'h3`: a delay value has no base (LRM A.2.2.3).
    if (token.text.front() == '\'' && !sink->empty() &&
        sink->back().is(TokenKind::IntegerLiteral) &&
        (sink->size() < 2 || sink->end()[-2].isNot(TokenKind::Hash))) {
      Token &size = sink->back();
      size.text = arena.copyText((size.text + token.text).str());
      size.kind = token.kind;
      return;
    }
    break;
  case TokenKind::MacroPaste:
  case TokenKind::MacroQuote:
  case TokenKind::MacroTripleQuote:
  case TokenKind::MacroEscapedQuote:
    diagnostics.diag(token.loc, diag::MacroOperatorOutsideMacro)
        << ("'" + tokenSpelling(token.kind) + "'").str();
    return;
  case TokenKind::EndOfDirective:
    return;
  default:
    break;
  }
  sink->push_back(token);
}

/// After a base: takes the token as digits if it is that; true if taken.
bool Preprocessor::emitDigits(const Token &token) {
  Token &number = sink->back();
  if (numberState == NumberState::NeedsDigits) {
    if (!areDigitsOfBase(token.text, number.text.back())) {
      closeNumber();
      // `8'h_f`: an underscore does not begin the digits (5.7.1).
      return token.text.starts_with("_") && !token.hasLeadingSpace();
    }
    number.kind = TokenKind::BasedLiteral;
  } else {
    char base = number.text[number.text.rfind('\'') + 1];
    if (base == 's' || base == 'S')
      base = number.text[number.text.rfind('\'') + 2];
    if (token.hasLeadingSpace() || token.loc != numberEnd ||
        !areDigitsOfBase(("0" + token.text).str(), base)) {
      closeNumber();
      return false;
    }
  }
  number.text = arena.copyText((number.text + token.text).str());
  numberEnd = token.loc.advanced(static_cast<uint32_t>(token.text.size()));
  numberState = NumberState::MayContinue;
  return true;
}

/// Ends a number that was being put together.
void Preprocessor::closeNumber() {
  if (numberState == NumberState::NeedsDigits) {
    Token &number = sink->back();
    diagnostics.diag(number.loc, diag::MissingDigits) << number.text;
    number.text = arena.copyText((number.text + "0").str());
    number.kind = TokenKind::BasedLiteral;
  }
  numberState = NumberState::None;
}

/// Appends the token's text to the token before it, if that gives one token;
/// else emits it beside it.
void Preprocessor::pasteWithPrevious(const Token &token) {
  Token joined;
  Token &previous = sink->back();
  if (lexesToOneToken((previous.text + token.text).str(), joined) &&
      !joined.isOneOf(TokenKind::Directive, TokenKind::IntegerBase)) {
    numberState = NumberState::None;
    previous.kind = joined.kind;
    previous.text = joined.text;
    return;
  }
  emit(token);
}

/// True if `text` is exactly one token, which is returned.
bool Preprocessor::lexesToOneToken(StringRef text, Token &token) {
  support::DiagnosticSilencer silencer(diagnostics);
  StringRef kept = arena.copyText(text);
  Lexer lexer(kept, SourceLoc(), diagnostics, arena, options.standard);
  lexer.setKeywordVersion(state.keywordVersion);
  lexer.lex(token);
  if (token.is(TokenKind::EndOfFile) || token.hasLeadingSpace() != token.startsLine())
    return false;
  Token rest;
  lexer.lex(rest);
  return rest.is(TokenKind::EndOfFile) && !rest.hasLeadingSpace() && !silencer.hadError();
}

//===- Arguments of directives --------------------------------------------===//

/// Within a directive, the end of the line in the innermost file is a token.
void Preprocessor::setLineMode(bool on) {
  if (Lexer *lexer = currentLexer())
    lexer->setInDirective(on);
}

/// The next token of the directive's line. False at its end: the line's end
/// in a file, a token that starts a line (or none) in a macro text. With
/// `expand`, macros are expanded, and a directive ends the line as well.
bool Preprocessor::nextOnLine(Token &token, bool expand) {
  for (;;) {
    nextRaw(token);
    if (token.isOneOf(TokenKind::EndOfFile, TokenKind::EndOfDirective))
      return false;
    bool isFromList = !stack.back().lexer;
    if (isFromList && token.startsLine()) {
      unget(token);
      token.kind = TokenKind::EndOfDirective;
      return false;
    }
    if (!expand || token.isNot(TokenKind::Directive))
      return true;
    if (MacroDefinition *macro = macros.lookup(token.text)) {
      Token use = token;
      use.flags &= ~Token::StartOfLine;
      expandMacro(use, *macro);
      continue;
    }
    DirectiveKind kind = directives.lookup(token.text);
    if (kind == DirectiveKind::File || kind == DirectiveKind::LineNumber) {
      token = makeIntrinsic(token);
      return true;
    }
    if (kind != DirectiveKind::None) {
      unget(token);
      token.kind = TokenKind::EndOfDirective;
      return false;
    }
    diagnostics.diag(token.loc, diag::UnknownDirective) << token.text;
    skipUnknownUse();
  }
}

/// As nextOnLine() with expansion; an error names `what` if there is nothing.
bool Preprocessor::expectOnLine(const Token &directive, StringRef what, Token &token) {
  if (nextOnLine(token, true))
    return true;
  diagnostics.diag(directive.loc, diag::ExpectedDirectiveArgument) << what << directive.text;
  return false;
}

bool Preprocessor::expectArgument(const Token &directive, StringRef what, Token &token,
                                  llvm::function_ref<bool(const Token &)> isArgument) {
  setLineMode(true);
  bool found = nextOnLine(token, true);
  setLineMode(false);
  if (found)
    return true;
  if (token.is(TokenKind::EndOfDirective)) {
    Token next;
    nextRaw(next);
    if (isArgument(next)) {
      token = next;
      return true;
    }
    unget(next);
  }
  diagnostics.diag(directive.loc, diag::ExpectedDirectiveArgument) << what << directive.text;
  return false;
}

void Preprocessor::discardRestOfLine() {
  while (!stack.empty() && !stack.back().lexer) {
    Token token;
    if (!nextOnLine(token, false))
      return;
    if (stack.back().lexer)
      break;
  }
  if (!stack.empty() && stack.back().lexer)
    stack.back().lexer->skipLine();
}

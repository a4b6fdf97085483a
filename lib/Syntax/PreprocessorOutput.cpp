// The -E printer: a token stream as source text.
//
// Tokens keep their lines as far as a line has one place in the output: a token that starts a line
// starts one here, and short gaps are filled with empty lines. Where the text
// jumps (an `include, a long gap) a `line directive can tell. Two tokens that
// would read as one are separated. Directive states are written where they
// change, so that the output preprocesses to the same stream.
#include "Syntax/Preprocessor.h"

#include "llvm/ADT/StringExtras.h"

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::raw_ostream;
using llvm::StringRef;

namespace {

constexpr uint32_t maxBlankLines = 8;

/// 10 ns for -8.
std::string timeText(int exponent) {
  static const StringRef units[] = {"s", "ms", "us", "ns", "ps", "fs"};
  int unit = 0;
  while (exponent < -3 * unit)
    ++unit;
  static const StringRef magnitudes[] = {"1", "10", "100"};
  return (magnitudes[exponent + 3 * unit] + units[unit]).str();
}

StringRef delayModeName(DelayMode mode) {
  static const StringRef names[] = {"", "distributed", "path", "unit", "zero"};
  return names[static_cast<size_t>(mode)];
}

class Printer {
public:
  Printer(raw_ostream &out, const TokenStream &stream, const support::SourceManager &sources,
          bool lineMarkers)
      : out(out), stream(stream), sources(sources), lineMarkers(lineMarkers) {}

  void print();

private:
  void breakLine();
  void startLine(const Token &token);
  void printState(const DirectiveState &next);
  void endKeywords();
  void beginKeywords(KeywordVersion version);
  bool needsSpace(const Token &previous, const Token &token) const;
  void printToken(const Token &token);

  raw_ostream &out;
  const TokenStream &stream;
  const support::SourceManager &sources;
  bool lineMarkers;
  DirectiveState state;
  bool inKeywords = false;
  bool atLineStart = true;
  /// What the next token's line is called without further newlines.
  StringRef file;
  uint32_t line = 0;
};

} // namespace

void Printer::breakLine() {
  if (!atLineStart) {
    out << '\n';
    ++line;
  }
  atLineStart = true;
}

/// Moves to the line of a token that starts one.
void Printer::startLine(const Token &token) {
  breakLine();
  support::PresumedLoc where = sources.presumedLoc(token.loc);
  if (!where.isValid())
    return;
  bool isNear = where.file == file && where.line >= line && where.line - line <= maxBlankLines;
  if (isNear) {
    for (; line < where.line; ++line)
      out << '\n';
  } else {
    if (lineMarkers)
      out << "`line " << where.line << " \"" << where.file << "\" 0\n";
    file = where.file;
    line = where.line;
  }
}

void Printer::endKeywords() {
  if (inKeywords)
    out << "`end_keywords\n";
  inKeywords = false;
}

void Printer::beginKeywords(KeywordVersion version) {
  inKeywords = version != stream.standard;
  if (inKeywords)
    out << "`begin_keywords \"" << keywordVersionName(version) << "\"\n";
}

/// Writes the directives that lead from the present state to the next.
void Printer::printState(const DirectiveState &next) {
  if (next == state)
    return;
  breakLine();
  if (next.keywordVersion != state.keywordVersion)
    endKeywords();
  bool needsReset = (state.hasTimescale && !next.hasTimescale) ||
                    (state.delayMode != next.delayMode && next.delayMode == DelayMode::None) ||
                    (state.defaultTriregStrength >= 0 && next.defaultTriregStrength < 0);
  if (needsReset) {
    out << "`resetall\n";
    KeywordVersion keywords = state.keywordVersion;
    state = DirectiveState();
    state.keywordVersion = keywords;
  }
  if (next.hasTimescale && (!state.hasTimescale || next.timeUnit != state.timeUnit ||
                            next.timePrecision != state.timePrecision))
    out << "`timescale " << timeText(next.timeUnit) << " / " << timeText(next.timePrecision)
        << '\n';
  if (next.defaultNettype != state.defaultNettype)
    out << "`default_nettype "
        << (next.defaultNettype == TokenKind::Unknown ? StringRef("none")
                                                      : tokenSpelling(next.defaultNettype))
        << '\n';
  if (next.unconnectedDrive != state.unconnectedDrive)
    out << (next.unconnectedDrive == UnconnectedDrive::None    ? "`nounconnected_drive\n"
            : next.unconnectedDrive == UnconnectedDrive::Pull0 ? "`unconnected_drive pull0\n"
                                                               : "`unconnected_drive pull1\n");
  if (next.cellDefine != state.cellDefine)
    out << (next.cellDefine ? "`celldefine\n" : "`endcelldefine\n");
  if (next.delayMode != state.delayMode)
    out << "`delay_mode_" << delayModeName(next.delayMode) << '\n';
  if (next.defaultDecayTime != state.defaultDecayTime) {
    out << "`default_decay_time ";
    if (next.defaultDecayTime < 0)
      out << "infinite\n";
    else
      out << next.defaultDecayTime << '\n';
  }
  if (next.defaultTriregStrength != state.defaultTriregStrength)
    out << "`default_trireg_strength " << next.defaultTriregStrength << '\n';
  if (next.keywordVersion != state.keywordVersion)
    beginKeywords(next.keywordVersion);
  state = next;
  // The lines written here are not lines of the source.
  file = {};
}

/// True if the two texts side by side would not read as these two tokens.
bool Printer::needsSpace(const Token &previous, const Token &token) const {
  if (previous.isEscaped())
    return true;
  bool isAsWritten = !previous.isFromMacro() && !token.isFromMacro() &&
                     previous.text.end() == token.text.begin() - (token.isEscaped() ? 1 : 0);
  if (isAsWritten || previous.text.empty() || token.text.empty())
    return false;
  auto isWord = [](char c) { return llvm::isAlnum(c) || c == '_' || c == '$'; };
  char left = previous.text.back(), right = token.text.front();
  if (isWord(left) || isWord(right))
    return (isWord(left) && isWord(right)) || left == '\'' || right == '\'' || left == '.' ||
           right == '.' || left == '$';
  return !StringRef("()[]{},;").contains(left) && !StringRef("()[]{},;\"").contains(right);
}

void Printer::printToken(const Token &token) {
  if (token.isEscaped())
    out << '\\';
  out << token.text;
  // Lines inside of the token: strings over several lines.
  line += static_cast<uint32_t>(token.text.count('\n'));
  atLineStart = false;
}

void Printer::print() {
  state.keywordVersion = stream.standard;
  const Token *previous = nullptr;
  for (uint32_t i = 0; i + 1 < stream.size(); ++i) {
    const Token &token = stream[i];
    printState(stream.stateAt(i));
    if (token.startsLine() || atLineStart)
      startLine(token);
    else if (token.hasLeadingSpace() || (previous && needsSpace(*previous, token)))
      out << ' ';
    printToken(token);
    previous = &token;
  }
  if (!stream.tokens.empty())
    printState(stream.stateAt(stream.size() - 1));
  breakLine();
}

void syntax::printPreprocessed(raw_ostream &out, const TokenStream &stream,
                               const support::SourceManager &sources, bool lineMarkers) {
  Printer(out, stream, sources, lineMarkers).print();
}

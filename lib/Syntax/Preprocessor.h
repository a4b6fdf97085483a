// The preprocessor: files to the token stream of a compilation unit (IEEE
// 1800-2023 clause 22).
#ifndef CIRCTSIM_SYNTAX_PREPROCESSOR_H
#define CIRCTSIM_SYNTAX_PREPROCESSOR_H

#include "Support/Arena.h"
#include "Syntax/Lexer.h"
#include "Syntax/MacroDefinition.h"
#include "Syntax/Token.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace circtsim::syntax {

/// Directives of Directives.def; None is for names that are not in it.
enum class DirectiveKind : uint8_t {
  None,
#define DIRECTIVE(Kind, Spelling, Handler) Kind,
#include "Syntax/Directives.def"
};

struct PreprocessorOptions {
  /// `-D NAME`, `-D NAME=text`, `-D NAME(args)=text` or `-U NAME`, in order.
  struct MacroOption {
    std::string text;
    bool isUndef = false;
  };
  std::vector<MacroOption> macros;
  /// Searched in order for `include.
  std::vector<std::string> includeDirs;
  /// --std: reserved words outside of `begin_keywords, and whether constructs
  /// of the text itself, such as """strings""", exist.
  KeywordVersion standard = KeywordVersion::V1800_2023;
  unsigned maxIncludeDepth = 64;
  /// Tokens, including intermediate ones, that one macro use in a file may
  /// produce.
  uint64_t maxExpansionTokens = 10'000'000;
};

/// Turns files into tokens. Macros and directives stay in force from one call
/// of preprocess() to the next, until reset().
class Preprocessor {
public:
  /// Texts that are in no source buffer are put into `arena`, which must
  /// outlive the token streams.
  Preprocessor(support::SourceManager &sources, support::DiagnosticEngine &diagnostics,
               support::Arena &arena, PreprocessorOptions options);
  ~Preprocessor();

  /// Reads the files, in order, as one compilation unit. Call it once with
  /// all files for --single-unit, else once per file.
  TokenStream preprocess(llvm::ArrayRef<FileId> files);

  /// Forgets all macros but the predefined ones and those of the options, and
  /// sets all directives to their defaults.
  void reset();

  const MacroDefinition *findMacro(llvm::StringRef name) const;
  /// The directives in force after what was read so far.
  const DirectiveState &directiveState() const { return state; }

private:
  /// Where tokens come from: a file, or a list made by an expansion.
  struct Source {
    std::unique_ptr<Lexer> lexer;
    std::vector<Token> tokens;
    size_t position = 0;
    /// The macro whose expansion the list is.
    MacroDefinition *macro = nullptr;
    /// Reading stops at its end until it is popped by who pushed it.
    bool isBarrier = false;
    /// Conditionals open when the file was entered.
    size_t outerConditionals = 0;
  };
  struct Conditional {
    SourceLoc loc;
    bool branchTaken;
    bool sawElse;
  };
  /// The actual arguments of one macro use.
  struct Arguments {
    std::vector<Token> tokens;
    /// [first, last) in tokens, per actual argument.
    llvm::SmallVector<std::pair<uint32_t, uint32_t>, 8> bounds;
    SourceLoc closeParen;
    llvm::ArrayRef<Token> at(size_t index) const {
      return llvm::ArrayRef(tokens).slice(bounds[index].first,
                                          bounds[index].second - bounds[index].first);
    }
  };
  class Substitution;

  // Preprocessor.cpp: sources, the main loop, output
  void enterFile(FileId file);
  void leaveFile();
  void pushTokens(std::vector<Token> tokens, MacroDefinition *macro, bool isBarrier);
  void popSource();
  std::vector<Token> takeTokenBuffer();
  void recycleTokenBuffer(std::vector<Token> buffer);
  Lexer *currentLexer();
  void readFile(Lexer &lexer);
  void readTokens();
  void readUntil(size_t depth);
  void nextRaw(Token &token);
  void unget(const Token &token);
  void emit(const Token &token) {
    if (needsCare(token))
      emitWithCare(token);
    else
      sink->push_back(token);
  }
  bool needsCare(const Token &token) const {
    return numberState != NumberState::None || (token.flags & Token::PasteWithPrevious) ||
           token.kind == TokenKind::BasedLiteral ||
           (token.kind >= TokenKind::Directive && token.kind <= TokenKind::EndOfDirective);
  }
  void emitWithCare(Token token);
  bool emitDigits(const Token &token);
  void closeNumber();
  void pasteWithPrevious(const Token &token);
  void handleDirectiveToken(const Token &token);
  void expandFully(std::vector<Token> input, std::vector<Token> &output);
  bool lexesToOneToken(llvm::StringRef text, Token &token);

  // Arguments of directives
  void setLineMode(bool on);
  bool nextOnLine(Token &token, bool expand);
  void discardRestOfLine();
  bool expectOnLine(const Token &directive, llvm::StringRef what, Token &token);
  /// The argument of a directive: on its line, or, if a token of that kind stands there, on
  /// one of the next (behind comments).
  bool expectArgument(const Token &directive, llvm::StringRef what, Token &token,
                      llvm::function_ref<bool(const Token &)> isArgument);

  // Directive handlers, one file per family
  void handleDefine(const Token &directive);
  void handleUndef(const Token &directive);
  void handleUndefineAll(const Token &directive);
  void handleFile(const Token &directive);
  void handleLineNumber(const Token &directive);
  void handleIf(const Token &directive);
  void handleElse(const Token &directive);
  void handleEndif(const Token &directive);
  void handleInclude(const Token &directive);
  void handleLine(const Token &directive);
  void handleResetall(const Token &directive);
  void handleTimescale(const Token &directive);
  void handleDefaultNettype(const Token &directive);
  void handleUnconnectedDrive(const Token &directive);
  void handleCelldefine(const Token &directive);
  void handleBeginKeywords(const Token &directive);
  void handleEndKeywords(const Token &directive);
  void handlePragma(const Token &directive);
  void handleProtect(const Token &directive);
  void handleDefaultDecayTime(const Token &directive);
  void handleDefaultTriregStrength(const Token &directive);
  void handleDelayMode(const Token &directive);

  bool isDefined(llvm::StringRef name) const;
  bool evaluateCondition(const Token &directive, bool &value);
  bool parseCondition(Token &token, unsigned minPrecedence, unsigned depth, bool &value);
  bool parseConditionOperand(Token &token, unsigned depth, bool &value);
  bool checkElse(const Token &directive);
  void skipGroup();
  bool leaveSkippedGroup(const Token &directive);
  void nextSkipping(Token &token);
  bool parseIncludeName(const Token &directive, std::string &name, bool &isAngled);
  void includeFile(const Token &directive, llvm::StringRef name, bool isAngled);
  bool parseTimeLiteral(const Token &directive, int8_t &exponent);
  void skipProtected(const Token &directive, bool isPragma);
  /// Reports a directive that stands within a module, program, package or primitive.
  void checkOutsideElement(const Token &directive);
  void stateChanged();
  void setKeywords(KeywordVersion version);

  // Macros: definition, arguments, expansion
  bool nextOfFormals(Token &token);
  bool parseFormals(MacroDefinition &macro);
  TokenKind parseFormalDefault(MacroFormal &formal);
  void setBody(MacroDefinition &macro, std::vector<Token> body);
  bool checkMacroQuotes(const MacroDefinition &macro, llvm::ArrayRef<Token> body);
  void defineMacro(MacroDefinition *macro);
  void definePredefined();
  void readPredefined(llvm::StringRef name, llvm::StringRef text);
  void skipUnknownUse();
  bool collectArguments(const Token &use, const MacroDefinition &macro, Arguments &arguments);
  bool addArgumentToken(const Token &token, llvm::SmallVectorImpl<TokenKind> &closers,
                        Arguments &arguments);
  bool matchArguments(const Token &use, const MacroDefinition &macro, Arguments &arguments);
  void expandMacro(const Token &use, MacroDefinition &macro);
  bool isRecursive(const Token &use, const MacroDefinition &macro);
  bool countExpansion(const Token &use, const MacroDefinition &macro, size_t tokens);
  Token makeIntrinsic(const Token &directive);
  SourceLoc addExpansion(SourceLoc spelling, SourceLoc begin, SourceLoc end, uint32_t length,
                         bool isArgument);

  support::SourceManager &sources;
  support::DiagnosticEngine &diagnostics;
  support::Arena &arena;
  PreprocessorOptions options;

  llvm::StringMap<MacroDefinition *> macros;
  llvm::StringMap<DirectiveKind> directives;
  std::vector<Source> stack;
  std::vector<std::vector<Token>> freeBuffers;
  std::vector<Conditional> conditionals;
  std::vector<KeywordVersion> keywordStack;
  DirectiveState state;
  TokenStream *stream = nullptr;
  /// Where emitted tokens go: the stream, or the list of expandFully().
  std::vector<Token> *sink = nullptr;
  /// The last token of the sink is an IntegerBase that waits for digits, or a
  /// number that adjacent digits may continue at numberEnd.
  enum class NumberState : uint8_t { None, NeedsDigits, MayContinue };
  NumberState numberState = NumberState::None;
  SourceLoc numberEnd;
  unsigned fileDepth = 0;
  unsigned expansionDepth = 0;
  /// Work done for the macro use in a file that is being expanded, in tokens;
  /// and whether it was reported as too much.
  uint64_t expansionTokens = 0;
  bool isTooLarge = false;
  bool isDefiningPredefined = false;
};

/// Writes tokens as source text that reads back to the same tokens (-E):
/// lines are kept, directive state is written as directives. With
/// `lineMarkers`, `line directives show where the text comes from.
void printPreprocessed(llvm::raw_ostream &out, const TokenStream &stream,
                       const support::SourceManager &sources, bool lineMarkers);

} // namespace circtsim::syntax

#endif // CIRCTSIM_SYNTAX_PREPROCESSOR_H

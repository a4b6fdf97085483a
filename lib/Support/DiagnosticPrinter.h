// What a diagnostic looks like: text as of Clang, or JSON lines.
#ifndef CIRCTSIM_SUPPORT_DIAGNOSTICPRINTER_H
#define CIRCTSIM_SUPPORT_DIAGNOSTICPRINTER_H

#include "Support/Diagnostic.h"

#include "llvm/Support/raw_ostream.h"

namespace circtsim::support {

/// One level of the macro expansions behind a location.
struct MacroFrame {
  llvm::StringRef name;
  /// Where, in the macro's body, the token (or the formal argument) stands.
  SourceLoc loc;
};

/// The macro expansions behind `loc`, outermost first.
std::vector<MacroFrame> macroFrames(SourceLoc loc, const SourceManager &sources);

/// `file:line:col: error: message [-Wgroup]`, the line, a caret with ranges,
/// and notes for includes and macro expansions.
class TextDiagnosticPrinter : public DiagnosticConsumer {
public:
  struct Options {
    bool color = false;
    bool showSource = true;
    bool showSummary = true;
    /// Columns of a source line that are shown around the caret.
    unsigned maxWidth = 120;
    /// Macro levels shown before the middle ones are left out.
    unsigned maxMacroNotes = 8;
  };
  TextDiagnosticPrinter(llvm::raw_ostream &out, Options options);
  explicit TextDiagnosticPrinter(llvm::raw_ostream &out) : TextDiagnosticPrinter(out, Options()) {}

  void handle(const Diagnostic &diagnostic, const SourceManager &sources) override;
  void finish(unsigned errors, unsigned warnings) override;

private:
  void printIncludeStack(SourceLoc fileLoc, const SourceManager &sources);
  void printHeader(SourceLoc fileLoc, Severity severity, llvm::StringRef message,
                   llvm::StringRef option, const SourceManager &sources);
  void printSnippet(SourceLoc fileLoc, llvm::ArrayRef<SourceRange> ranges,
                    const SourceManager &sources);
  void printMacroFrames(const Diagnostic &diagnostic, const SourceManager &sources);
  void setColor(llvm::raw_ostream::Colors color, bool bold);
  void resetColor();

  llvm::raw_ostream &out;
  Options options;
  SourceLoc lastInclude;
};

/// One JSON object per line: severity, id, group, file, line, column,
/// message, and, where they exist, ranges, macros, includedFrom.
class JsonDiagnosticPrinter : public DiagnosticConsumer {
public:
  explicit JsonDiagnosticPrinter(llvm::raw_ostream &out) : out(out) {}
  void handle(const Diagnostic &diagnostic, const SourceManager &sources) override;

private:
  llvm::raw_ostream &out;
};

/// Keeps diagnostics, for tests.
class DiagnosticRecorder : public DiagnosticConsumer {
public:
  explicit DiagnosticRecorder(std::vector<Diagnostic> &diagnostics) : diagnostics(diagnostics) {}
  void handle(const Diagnostic &diagnostic, const SourceManager &) override {
    diagnostics.push_back(diagnostic);
  }

private:
  std::vector<Diagnostic> &diagnostics;
};

} // namespace circtsim::support

#endif // CIRCTSIM_SUPPORT_DIAGNOSTICPRINTER_H

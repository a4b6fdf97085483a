// Preprocesses texts in virtual files and shows the result.
#ifndef CIRCTSIM_TEST_UNIT_SYNTAX_PREPROCESSORFIXTURE_H
#define CIRCTSIM_TEST_UNIT_SYNTAX_PREPROCESSORFIXTURE_H

#include "Support/DiagnosticPrinter.h"
#include "Syntax/Preprocessor.h"

#include <gtest/gtest.h>

namespace circtsim::syntax {

struct PreprocessorTest : testing::Test {
  support::SourceManager sources;
  support::DiagnosticEngine engine{sources};
  support::Arena arena;
  std::vector<support::Diagnostic> diagnostics;
  PreprocessorOptions options;
  TokenStream stream;
  std::unique_ptr<Preprocessor> preprocessor;

  PreprocessorTest() {
    engine.setErrorLimit(0);
    engine.addConsumer(std::make_unique<support::DiagnosticRecorder>(diagnostics));
  }

  void addFile(llvm::StringRef path, llvm::StringRef text) { sources.addVirtualFile(path, text); }

  /// Token texts of the preprocessed text, separated by one blank.
  std::string run(llvm::StringRef text) {
    if (!preprocessor)
      preprocessor = std::make_unique<Preprocessor>(sources, engine, arena, options);
    stream = preprocessor->preprocess({sources.addBuffer("top.sv", text)});
    std::string result;
    for (const Token &token : stream.all().drop_back())
      result += (result.empty() ? "" : " ") + token.text.str();
    return result;
  }

  /// As the -E option prints it.
  std::string print(bool lineMarkers = false) {
    std::string result;
    llvm::raw_string_ostream out(result);
    printPreprocessed(out, stream, sources, lineMarkers);
    return result;
  }

  /// Names of the kinds of all tokens but the last.
  std::string kinds(llvm::StringRef text) {
    run(text);
    std::string result;
    for (const Token &token : stream.all().drop_back())
      result += (result.empty() ? "" : " ") + tokenKindName(token.kind).str();
    return result;
  }

  /// "line: message" of every diagnostic, one per line.
  std::string messages() {
    std::string result;
    for (const support::Diagnostic &diagnostic : diagnostics)
      result += std::to_string(sources.lineOf(sources.fileLoc(diagnostic.loc))) + ": " +
                diagnostic.message + "\n";
    diagnostics.clear();
    return result;
  }

  /// The messages without the notes.
  std::string errors() {
    std::erase_if(diagnostics, [](const support::Diagnostic &diagnostic) {
      return diagnostic.severity == support::Severity::Note;
    });
    return messages();
  }
};

} // namespace circtsim::syntax

#endif // CIRCTSIM_TEST_UNIT_SYNTAX_PREPROCESSORFIXTURE_H

//===- Frontend.h - sources to an elaborated compilation --------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_FRONTEND_H
#define CIRCTSIM_DRIVER_FRONTEND_H

#include "Driver/Run/Options.h"
#include "Support/DiagnosticPrinter.h"
#include "Syntax/CompilationUnit.h"
#include "Syntax/LibraryMap.h"

namespace circtsim::driver {

/// Owns everything the compile side needs while a design is built: sources,
/// diagnostics, syntax, and the compilation.
class Frontend {
public:
  explicit Frontend(const Options &options);
  ~Frontend();

  /// Preprocesses (and with -E prints) and parses all sources. False on errors.
  bool parse();
  /// Resolves library modules (-y, -v), elaborates. False on errors.
  bool elaborate();

  support::DiagnosticEngine &diagnostics() { return engine; }
  sema::Compilation &compilation() { return *sema; }
  const std::vector<std::unique_ptr<syntax::CompilationUnit>> &units() const { return parsed; }

private:
  std::vector<support::FileId> openSources(llvm::ArrayRef<std::string> paths);
  void parseFiles(llvm::ArrayRef<support::FileId> files, bool isLibrary);
  bool addLibraryModule(const std::string &name);
  void checkWarningOptions();
  void readLibraryMaps();
  /// Errors before elaboration, other than a second definition of something.
  bool hasSyntaxErrors() const { return engine.errorCount() != definitionErrors; }

  const Options &options;
  support::SourceManager sources;
  support::DiagnosticEngine engine;
  support::Arena arena;
  syntax::LibraryMap libraries;
  std::vector<support::FileId> configurations; ///< of library maps
  unsigned definitionErrors = 0;
  std::unique_ptr<syntax::Preprocessor> preprocessor;
  std::vector<std::unique_ptr<syntax::CompilationUnit>> parsed;
  std::unique_ptr<sema::Compilation> sema;
};

} // namespace circtsim::driver

#endif

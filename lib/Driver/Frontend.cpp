//===- Frontend.cpp - sources to an elaborated compilation ----------------===//
//
// Each file is a compilation unit of its own, with macros carried from file to
// file in command-line order; --single-unit makes one unit of all files (LRM
// 3.12.1). Library files (-v) and directories (-y) only supply modules that are
// instantiated and not defined (LRM 33.5, as simulators implement it).
//
//===----------------------------------------------------------------------===//
#include "Driver/Frontend.h"

#include "Syntax/SyntaxPrinter.h"

#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

#include <set>

using namespace circtsim;
using namespace circtsim::driver;

Frontend::Frontend(const Options &options) : options(options), engine(sources) {
  if (options.diagJson) {
    engine.addConsumer(std::make_unique<support::JsonDiagnosticPrinter>(llvm::errs()));
  } else {
    support::TextDiagnosticPrinter::Options style;
    style.color = options.color == ColorMode::Always ||
                  (options.color == ColorMode::Auto && llvm::sys::Process::StandardErrHasColors());
    engine.addConsumer(std::make_unique<support::TextDiagnosticPrinter>(llvm::errs(), style));
  }
  engine.setErrorLimit(options.errorLimit);
  engine.setSuppressWarnings(options.noWarnings);
  checkWarningOptions();
  readLibraryMaps();
  syntax::PreprocessorOptions preprocessing = options.preprocessor;
  llvm::append_range(preprocessing.includeDirs, libraries.includeDirectories());
  preprocessor = std::make_unique<syntax::Preprocessor>(sources, engine, arena, preprocessing);
  sema::ElaborationOptions elaboration = options.elaboration;
  if (!options.libraryMaps.empty())
    elaboration.libraries = &libraries;
  sema = std::make_unique<sema::Compilation>(engine, elaboration);
}
Frontend::~Frontend() = default;

void Frontend::checkWarningOptions() {
  for (const std::string &option : options.warningOptions)
    if (!engine.setWarningOption(option))
      engine.diag(support::SourceLoc(), diag::UnknownWarningOption) << option;
}

void Frontend::readLibraryMaps() {
  for (support::FileId file : openSources(options.libraryMaps))
    libraries.read(file, sources, engine, configurations);
}

std::vector<support::FileId> Frontend::openSources(llvm::ArrayRef<std::string> paths) {
  std::vector<support::FileId> files;
  for (const std::string &path : paths) {
    llvm::Expected<support::FileId> file = sources.openFile(path);
    if (file)
      files.push_back(*file);
    else
      engine.diag(support::SourceLoc(), diag::CannotOpenSource) << path << llvm::toString(file.takeError());
  }
  return files;
}

void Frontend::parseFiles(llvm::ArrayRef<support::FileId> files, bool isLibrary) {
  syntax::TokenStream tokens = preprocessor->preprocess(files);
  if (options.stage == Stage::Preprocess) {
    syntax::printPreprocessed(llvm::outs(), tokens, sources, /*lineMarkers=*/false);
    return;
  }
  parsed.push_back(syntax::parseCompilationUnit(std::move(tokens), sources, engine));
  if (options.stage == Stage::DumpAst)
    syntax::dumpTree(parsed.back()->members, llvm::outs());
  unsigned errors = engine.errorCount();
  if (isLibrary)
    sema->addLibraryUnit(*parsed.back());
  else
    sema->addUnit(*parsed.back());
  definitionErrors += engine.errorCount() - errors;
}

bool Frontend::parse() {
  std::vector<support::FileId> files = openSources(options.sources);
  if (options.isSingleUnit) {
    parseFiles(files, false);
  } else {
    for (support::FileId file : files)
      parseFiles(file, false);
  }
  for (support::FileId file : configurations)
    parseFiles(file, false);
  for (support::FileId file : openSources(options.sourceLibraries))
    parseFiles(file, true);
  return !hasSyntaxErrors();
}

bool Frontend::addLibraryModule(const std::string &name) {
  for (const std::string &directory : options.sourceLibraryDirs)
    for (const std::string &suffix : options.sourceLibrarySuffixes) {
      llvm::SmallString<128> path(directory);
      llvm::sys::path::append(path, name + suffix);
      if (!sources.fileExists(path))
        continue;
      for (support::FileId file : openSources(path.str().str()))
        parseFiles(file, true);
      return true;
    }
  return false;
}

bool Frontend::elaborate() {
  std::set<std::string> tried;
  for (bool isChanged = !options.sourceLibraryDirs.empty(); isChanged;) {
    isChanged = false;
    for (const std::string &name : sema->undefinedModules())
      if (tried.insert(name).second)
        isChanged |= addLibraryModule(name);
  }
  if (hasSyntaxErrors())
    return false;
  return sema->elaborate() && !engine.hasErrors();
}

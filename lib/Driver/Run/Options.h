//===- Options.h - the command line as data ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_OPTIONS_H
#define CIRCTSIM_DRIVER_OPTIONS_H

#include "Exec/Tier/Governor.h"
#include "Runtime/SimContext.h"
#include "Sema/Compilation.h"
#include "Syntax/Preprocessor.h"

#include <optional>
#include <string>
#include <vector>

namespace circtsim::driver {

enum class Stage : uint8_t { Preprocess, Parse, DumpAst, Lint, DumpIr, ExportHardware, DumpBytecode, Elaborate, Build, Compile, Run };
enum class Tool : uint8_t { Simulate, Compile, Translate };
enum class StatsFormat : uint8_t { None, Text, Json };
enum class ColorMode : uint8_t { Auto, Always, Never };

/// One run of the tool, decoded from Options.td's rows.
struct Options {
  std::vector<std::string> sources;     ///< in command-line order
  std::vector<std::string> sourceLibraries, sourceLibraryDirs, sourceLibrarySuffixes;
  std::vector<std::string> libraryMaps; ///< --libmap
  syntax::PreprocessorOptions preprocessor;
  sema::ElaborationOptions elaboration;
  runtime::SimOptions simulation;
  exec::TierOptions tiers;
  bool isSingleUnit = false;

  Stage stage = Stage::Run;
  std::string outputFile; ///< -o of --build, circt-sim-compile and circt-verilog
  std::string compiledFile; ///< --compiled
  bool printAotStats = false;
  unsigned jobs = 0;        ///< threads of circt-sim-compile; 0: one for each processor
  std::vector<std::string> aotExcludes;          ///< globs
  std::optional<uint64_t> aotExcludeHalf;        ///< seed
  /// Options that only concern compilation, as written: a saved image warns of them.
  std::vector<std::string> compileOptions;
  std::vector<std::string> hardwareModules; ///< of --ir-hw=; empty: the top modules
  std::string irStage; ///< of --dump-ir=; empty: before the first pass

  std::string vcdFile;
  std::vector<std::string> traceGlobs;
  bool traceAll = false;
  /// --max-time in femtoseconds; the tick is known after elaboration.
  std::optional<uint64_t> maxTimeFs;
  double timeoutSeconds = 0;
  StatsFormat stats = StatsFormat::None;
  bool isQuiet = false;

  std::vector<std::string> warningOptions;
  bool noWarnings = false, diagJson = false;
  ColorMode color = ColorMode::Auto;
  unsigned errorLimit = 20;

  bool showHelp = false, showVersion = false;
  /// Messages about the command line itself.
  std::vector<std::string> warnings, errors;
};

/// Decodes the arguments (without argv[0]), file lists included. Problems are
/// in `errors`; nothing is printed.
Options parseOptions(llvm::ArrayRef<const char *> arguments, Tool tool = Tool::Simulate);

/// Prints warnings and errors of the command line, help and version. The exit status if
/// that is all.
std::optional<int> answerOptions(const Options &options);
/// Says which seed the run has, unless it is to be quiet.
void printSeed(const Options &options);

/// Text of --help.
void printHelp(llvm::raw_ostream &out);

/// Arguments of a file list: comments dropped, $VAR and ${VAR} replaced, nested
/// lists expanded. `isRelative`: file names are relative to the list (-F).
bool isJoinedList(llvm::StringRef word); ///< `-flist.f`
bool expandFileList(llvm::StringRef path, bool isRelative, std::vector<std::string> &arguments,
                    std::vector<std::string> &errors, unsigned depth = 0);

} // namespace circtsim::driver

#endif

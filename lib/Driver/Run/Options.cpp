//===- Options.cpp - decoding the command line ----------------------------===//
//
// The rows of Options.td become fields of Options. File lists are expanded
// first, so that their contents stand in the place of the -f. Later options win
// over earlier ones; wrong values are errors, unknown options too, with the
// nearest known spelling.
//
//===----------------------------------------------------------------------===//
#include "Driver/Run/Options.h"

#include "Driver/Run/Tiers.h"
#include "Value/Time.h"

#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/Path.h"

#include <random>
#include <set>

using namespace circtsim;
using namespace circtsim::driver;
using llvm::StringRef;
using namespace llvm::opt; // names that the generated tables use

namespace {
enum OptionId {
  OPT_INVALID = 0,
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "Driver/Run/Options.inc"
#undef OPTION
};

#define OPTTABLE_STR_TABLE_CODE
#include "Driver/Run/Options.inc"
#undef OPTTABLE_STR_TABLE_CODE

#define OPTTABLE_PREFIXES_TABLE_CODE
#include "Driver/Run/Options.inc"
#undef OPTTABLE_PREFIXES_TABLE_CODE

constexpr llvm::opt::OptTable::Info optionInfos[] = {
#define OPTION(...) LLVM_CONSTRUCT_OPT_INFO(__VA_ARGS__),
#include "Driver/Run/Options.inc"
#undef OPTION
};

class OptionTable : public llvm::opt::GenericOptTable {
public:
  OptionTable() : GenericOptTable(OptionStrTable, OptionPrefixesTable, optionInfos) {}
};

/// Puts the contents of -f and -F lists in their places.
std::vector<std::string> expandArguments(llvm::ArrayRef<const char *> arguments, Options &options) {
  std::vector<std::string> result;
  for (size_t i = 0; i < arguments.size(); ++i) {
    StringRef word = arguments[i];
    if (isJoinedList(word))
      expandFileList(word.drop_front(2), word[1] == 'F', result, options.errors);
    else if ((word == "-f" || word == "-F") && i + 1 < arguments.size())
      expandFileList(arguments[++i], word == "-F", result, options.errors);
    else if (!word.starts_with("-") && !word.starts_with("+") && word.ends_with(".f"))
      expandFileList(word, false, result, options.errors);
    else
      result.push_back(word.str());
  }
  return result;
}


/// `1800-2012`, or Icarus' short form `2012`.
std::optional<syntax::KeywordVersion> keywordVersion(StringRef name) {
  StringRef full = llvm::StringSwitch<StringRef>(name)
                       .Case("1995", "1364-1995")
                       .Case("2001", "1364-2001")
                       .Case("2001-noconfig", "1364-2001-noconfig")
                       .Case("2005", "1364-2005")
                       .Case("2005-sv", "1800-2005")
                       .Case("2009", "1800-2009")
                       .Case("2012", "1800-2012")
                       .Case("2017", "1800-2017")
                       .Case("2023", "1800-2023")
                       .Default(name);
  return syntax::parseKeywordVersion(full);
}

/// What Icarus' -g switches on and off beside language versions: -gno-assertions.
bool isFeatureName(StringRef name) {
  name.consume_front("no-");
  return llvm::StringSwitch<bool>(name)
      .Cases({"assertions", "supported-assertions", "xtypes", "icarus-misc"}, true)
      .Cases({"io-range-error", "strict-ca-eval", "strict-expr-width", "strict-declaration"}, true)
      .Cases({"strict-net-var-declaration", "strict-parameter-declaration"}, true)
      .Cases({"relative-include", "shared-loop-index", "verilog-ams"}, true)
      .Default(false);
}

void addParameter(Options &options, StringRef text) {
  auto [name, value] = text.split('=');
  if (name.empty() || !text.contains('='))
    options.errors.push_back("parameter override '" + text.str() + "' is not of the form name=value");
  else
    options.elaboration.parameters.push_back({name.str(), value.str()});
}

/// Decodes one kind of argument after another into Options.
class Decoder {
public:
  Decoder(Options &options, llvm::opt::InputArgList &args, Tool tool)
      : options(options), args(args), tool(tool) {}

  void decodeAll() {
    for (const llvm::opt::Arg *arg : args)
      decode(*arg);
  }

private:
  void error(const llvm::Twine &text) { options.errors.push_back(text.str()); }

  template <typename Integer> void number(const llvm::opt::Arg &arg, Integer &target) {
    if (StringRef(arg.getValue()).getAsInteger(0, target))
      error("'" + llvm::Twine(arg.getAsString(args)) + "': expected a number");
  }

  void ignore(const llvm::opt::Arg &arg) {
    if (ignored.insert(arg.getAsString(args)).second)
      options.warnings.push_back("option '" + arg.getAsString(args) + "' of another tool is ignored");
  }

  /// The option is for the other program.
  void isFor(Tool wanted, const llvm::opt::Arg &arg) {
    if (tool != wanted)
      options.warnings.push_back("option '" + arg.getAsString(args) + "' has no effect here");
  }

  void decodeInput(const llvm::opt::Arg &arg);
  void switchSpecify(StringRef value);
  void decodeElaboration(const llvm::opt::Arg &arg);
  void decodeSimulation(const llvm::opt::Arg &arg);
  void decodeTier(const llvm::opt::Arg &arg);
  void decodeStage(const llvm::opt::Arg &arg);
  void decodeDiagnostics(const llvm::opt::Arg &arg);
  void decodeUnknown(const llvm::opt::Arg &arg);
  void decodeSeed(StringRef text);
  void addSource(StringRef path);

  void decode(const llvm::opt::Arg &arg) {
    const llvm::opt::Option &option = arg.getOption();
    if (option.matches(OPT_INPUT))
      return addSource(arg.getValue());
    if (option.matches(OPT_UNKNOWN))
      return decodeUnknown(arg);
    switch (option.getGroup().isValid() ? option.getGroup().getID() : 0u) {
    case OPT_grp_input:
      options.compileOptions.push_back(arg.getAsString(args));
      return decodeInput(arg);
    case OPT_grp_top:
      options.compileOptions.push_back(arg.getAsString(args));
      return decodeElaboration(arg);
    case OPT_grp_run:
      return decodeSimulation(arg);
    case OPT_grp_tier:
      return decodeTier(arg);
    case OPT_grp_stage:
      return decodeStage(arg);
    case OPT_grp_diag:
      return decodeDiagnostics(arg);
    case OPT_grp_vendor:
      return ignore(arg);
    default:
      return;
    }
  }

  Options &options;
  llvm::opt::InputArgList &args;
  const Tool tool;
  std::set<std::string> ignored;
};

void Decoder::addSource(StringRef path) {
  StringRef suffix = llvm::sys::path::extension(path);
  if (suffix == ".so" || suffix == ".o" || suffix == ".c" || suffix == ".cpp" || suffix == ".cc")
    error("unsupported: DPI and VPI libraries (IEEE 1800-2023 35): '" + path + "'");
  else
    options.sources.push_back(path.str());
}

void Decoder::decodeUnknown(const llvm::opt::Arg &arg) {
  std::string text = arg.getAsString(args);
  if (StringRef(text).starts_with("+")) {
    options.simulation.plusargs.push_back(text.substr(1));
    return;
  }
  std::string nearest;
  OptionTable table;
  if (table.findNearest(text, nearest) <= 2)
    error("unknown option '" + llvm::Twine(text) + "', did you mean '" + nearest + "'?");
  else
    error("unknown option '" + llvm::Twine(text) + "'");
}

void Decoder::decodeInput(const llvm::opt::Arg &arg) {
  StringRef value = arg.getNumValues() ? arg.getValue() : "";
  auto splitPlus = [&](auto add) {
    llvm::SmallVector<StringRef> parts;
    value.split(parts, '+', -1, false);
    for (StringRef part : parts)
      add(part);
  };
  switch (arg.getOption().getID()) {
  case OPT_include_dir:
    options.preprocessor.includeDirs.push_back(value.str());
    break;
  case OPT_plus_incdir:
    splitPlus([&](StringRef part) { options.preprocessor.includeDirs.push_back(part.str()); });
    break;
  case OPT_define:
    options.preprocessor.macros.push_back({value.str(), false});
    break;
  case OPT_plus_define:
    splitPlus([&](StringRef part) { options.preprocessor.macros.push_back({part.str(), false}); });
    break;
  case OPT_undefine:
    options.preprocessor.macros.push_back({value.str(), true});
    break;
  case OPT_library_dir:
    options.sourceLibraryDirs.push_back(value.str());
    break;
  case OPT_library_file:
    options.sourceLibraries.push_back(value.str());
    break;
  case OPT_libmap:
    options.libraryMaps.push_back(value.str());
    break;
  case OPT_plus_libext:
    splitPlus([&](StringRef part) { options.sourceLibrarySuffixes.push_back(part.str()); });
    break;
  case OPT_library_suffix:
    options.sourceLibrarySuffixes.push_back(value.str());
    break;
  case OPT_single_unit:
    options.isSingleUnit = true;
    break;
  case OPT_std:
  case OPT_std_gen: {
    if (arg.getOption().getID() == OPT_std_gen && value.contains('='))
      return addParameter(options, value);
    auto version = keywordVersion(value);
    if (version)
      options.preprocessor.standard = *version;
    else if (arg.getOption().getID() == OPT_std_gen && value.ends_with("specify"))
      switchSpecify(value);
    else if (arg.getOption().getID() == OPT_std_gen && isFeatureName(value))
      ignore(arg);
    else
      error("unknown language version '" + value + "'");
    break;
  }
  default:
    break;
  }
}

/// Icarus' -gspecify and -gno-specify; specify blocks count without them too.
void Decoder::switchSpecify(StringRef value) {
  if (value == "specify" || value == "no-specify")
    options.elaboration.hasPaths = options.elaboration.hasTimingChecks = value == "specify";
  else
    error("unknown language version '" + value + "'");
}

void Decoder::decodeElaboration(const llvm::opt::Arg &arg) {
  StringRef value = arg.getNumValues() ? arg.getValue() : "";
  switch (arg.getOption().getID()) {
  case OPT_top:
    options.elaboration.tops.push_back(value.str());
    break;
  case OPT_parameter:
  case OPT_parameter_path:
    addParameter(options, value);
    break;
  case OPT_two_state:
    options.elaboration.isTwoState = true;
    break;
  case OPT_max_constant_steps:
    number(arg, options.elaboration.maxConstantSteps);
    break;
  case OPT_max_constant_depth:
    number(arg, options.elaboration.maxConstantDepth);
    break;
  case OPT_timescale:
    if (auto scale = value::parseTimeScale(value)) {
      options.elaboration.timeUnit = int8_t(scale->unit);
      options.elaboration.timePrecision = int8_t(scale->precision);
    } else {
      error("'" + value + "' is not a time scale such as 1ns/1ps");
    }
    break;
  case OPT_no_specify:
    options.elaboration.hasPaths = options.elaboration.hasTimingChecks = false;
    break;
  case OPT_no_timing_checks:
    options.elaboration.hasTimingChecks = false;
    break;
  case OPT_mindelays:
    options.elaboration.delayMode = sema::DelayMode::Min;
    break;
  case OPT_typdelays:
    options.elaboration.delayMode = sema::DelayMode::Typ;
    break;
  case OPT_maxdelays:
    options.elaboration.delayMode = sema::DelayMode::Max;
    break;
  case OPT_delays_t:
    if (value == "min")
      options.elaboration.delayMode = sema::DelayMode::Min;
    else if (value == "typ")
      options.elaboration.delayMode = sema::DelayMode::Typ;
    else if (value == "max")
      options.elaboration.delayMode = sema::DelayMode::Max;
    else
      error("-T takes min, typ or max");
    break;
  default:
    break;
  }
}

void Decoder::decodeSeed(StringRef text) {
  if (text == "random")
    options.simulation.seed = std::random_device()() | uint64_t(std::random_device()()) << 32;
  else if (text.getAsInteger(0, options.simulation.seed))
    error("'" + text + "' is not a seed: expected a number or random");
}

void Decoder::decodeSimulation(const llvm::opt::Arg &arg) {
  StringRef value = arg.getNumValues() ? arg.getValue() : "";
  switch (arg.getOption().getID()) {
  case OPT_seed:
    decodeSeed(value);
    break;
  case OPT_max_time:
    options.maxTimeFs = value::parseFemtoseconds(value);
    if (!options.maxTimeFs)
      error("'" + value + "' is not a time such as 10us");
    break;
  case OPT_timeout:
    if (value.getAsDouble(options.timeoutSeconds) || options.timeoutSeconds <= 0)
      error("'" + value + "' is not a number of seconds");
    break;
  case OPT_max_deltas:
    number(arg, options.simulation.maxDeltas);
    break;
  case OPT_error_exit:
    number(arg, options.simulation.errorExit);
    break;
  case OPT_vcd:
    options.vcdFile = value.str();
    break;
  case OPT_trace:
    options.traceGlobs.push_back(value.str());
    break;
  case OPT_trace_all:
    options.traceAll = true;
    break;
  case OPT_stats:
    options.stats = StatsFormat::Text;
    break;
  case OPT_stats_eq:
    options.stats = value == "json" ? StatsFormat::Json : StatsFormat::Text;
    if (value != "json" && value != "text")
      error("--stats= takes text or json");
    break;
  case OPT_quiet:
    options.isQuiet = true;
    break;
  default:
    break;
  }
}

void Decoder::decodeTier(const llvm::opt::Arg &arg) {
  StringRef value = arg.getNumValues() ? arg.getValue() : "";
  exec::TierOptions &tiers = options.tiers;
  unsigned threads = 1;
  switch (arg.getOption().getID()) {
  case OPT_mode:
    if (auto mode = parseMode(value))
      tiers.mode = *mode;
    else
      error("--mode takes interpret, compile or auto");
    break;
  case OPT_compiled:
    options.compiledFile = value.str();
    isFor(Tool::Simulate, arg);
    break;
  case OPT_jit_hot_threshold:
    number(arg, tiers.hotThreshold);
    break;
  case OPT_jit_optimise_threshold:
    number(arg, tiers.optimiseThreshold);
    break;
  case OPT_jit_speculate:
    if (value == "two-state" || value == "none")
      tiers.speculate = value != "none";
    else
      error("--jit-speculate takes two-state or none");
    break;
  case OPT_jit_debug_info:
    if (value == "lines" || value == "none")
      tiers.debugLines = value == "lines";
    else
      error("--jit-debug-info takes lines or none");
    break;
  case OPT_jit_compile_budget:
    number(arg, tiers.compileBudget);
    break;
  case OPT_jit_cache_policy:
    decodeCachePolicy(value, options);
    break;
  case OPT_jit_cache_dir:
    tiers.cacheDirectory = value.str();
    break;
  case OPT_jit_cache_size:
    number(arg, tiers.cacheMebibytes);
    break;
  case OPT_jit_fail_on_deopt:
    tiers.failOnDeopt = true;
    break;
  case OPT_jit_report:
    tiers.reportPath = value.str();
    break;
  case OPT_jit_random_deopts:
    number(arg, options.simulation.deoptPeriod);
    break;
  case OPT_parallel:
    number(arg, threads);
    if (threads > 1)
      options.warnings.push_back("--parallel: the parallel scheduler does not exist yet; the run "
                                 "is sequential");
    break;
  default:
    break;
  }
}

void Decoder::decodeStage(const llvm::opt::Arg &arg) {
  switch (arg.getOption().getID()) {
  case OPT_preprocess_only:
    options.stage = Stage::Preprocess;
    break;
  case OPT_parse_only:
    options.stage = Stage::Parse;
    break;
  case OPT_dump_ast:
    options.stage = Stage::DumpAst;
    break;
  case OPT_lint_only:
    options.stage = Stage::Lint;
    options.elaboration.bindEverything = true;
    break;
  case OPT_elab_only:
    options.stage = Stage::Elaborate;
    options.elaboration.bindEverything = true;
    break;
  case OPT_dump_ir:
    options.stage = Stage::DumpIr;
    break;
  case OPT_dump_ir_eq:
    options.stage = Stage::DumpIr;
    options.irStage = arg.getValue();
    break;
  case OPT_build:
    options.stage = Stage::Build;
    break;
  case OPT_ir_hw_eq:
    options.hardwareModules.push_back(arg.getValue());
    [[fallthrough]];
  case OPT_ir_hw:
    options.elaboration.hasPaths = options.elaboration.hasTimingChecks = false;
    options.stage = Stage::ExportHardware;
    isFor(Tool::Translate, arg);
    break;
  case OPT_jobs:
    number(arg, options.jobs);
    isFor(Tool::Compile, arg);
    break;
  case OPT_aot_exclude:
    options.aotExcludes.push_back(arg.getValue());
    isFor(Tool::Compile, arg);
    break;
  case OPT_aot_exclude_half:
    options.aotExcludeHalf = 0;
    number(arg, *options.aotExcludeHalf);
    isFor(Tool::Compile, arg);
    break;
  case OPT_output:
    options.outputFile = arg.getValue();
    break;
  case OPT_dump_bytecode:
    options.stage = Stage::DumpBytecode;
    break;
  default:
    break;
  }
}

void Decoder::decodeDiagnostics(const llvm::opt::Arg &arg) {
  StringRef value = arg.getNumValues() ? arg.getValue() : "";
  switch (arg.getOption().getID()) {
  case OPT_warning:
    options.warningOptions.push_back(value.str());
    break;
  case OPT_no_warnings:
    options.noWarnings = true;
    break;
  case OPT_diag_json:
    options.diagJson = true;
    break;
  case OPT_color:
    if (value == "always")
      options.color = ColorMode::Always;
    else if (value == "never")
      options.color = ColorMode::Never;
    else if (value == "auto")
      options.color = ColorMode::Auto;
    else
      error("--color takes auto, always or never");
    break;
  case OPT_error_limit:
    number(arg, options.errorLimit);
    break;
  case OPT_help:
    options.showHelp = true;
    break;
  case OPT_version:
    options.showVersion = true;
    break;
  default:
    break;
  }
}
} // namespace

Options driver::parseOptions(llvm::ArrayRef<const char *> arguments, Tool tool) {
  Options options;
  std::vector<std::string> expanded = expandArguments(arguments, options);
  std::vector<const char *> pointers;
  for (const std::string &word : expanded)
    pointers.push_back(word.c_str());
  OptionTable table;
  unsigned missingIndex = 0, missingCount = 0;
  llvm::opt::InputArgList args = table.ParseArgs(pointers, missingIndex, missingCount);
  if (missingCount)
    options.errors.push_back(std::string("option '") + args.getArgString(missingIndex) + "' needs a value");
  options.tiers.mode = exec::ExecutionMode::Auto;
  readTierEnvironment(options);
  Decoder(options, args, tool).decodeAll();
  if (tool == Tool::Compile)
    options.stage = Stage::Compile;
  if (tool == Tool::Translate && options.stage == Stage::Run)
    options.stage = Stage::DumpIr;
  bool writes = options.stage >= Stage::Build && options.stage <= Stage::Compile;
  bool isAnswer = options.showHelp || options.showVersion;
  if (writes && options.outputFile.empty() && !isAnswer)
    options.errors.push_back(tool == Tool::Compile
                                 ? "the file to write is missing: -o <design.so>"
                                 : "--build needs the file to write: -o <file.csi>");
  bool mayWrite = tool == Tool::Translate &&
                  (options.stage == Stage::DumpIr || options.stage == Stage::ExportHardware);
  if (!writes && !mayWrite && !options.outputFile.empty())
    options.errors.push_back("-o is the output of --build, which is missing");
  if (options.sourceLibrarySuffixes.empty())
    options.sourceLibrarySuffixes = {".v", ".sv"};
  options.preprocessor.macros.insert(options.preprocessor.macros.begin(), {"CIRCT_SIM=1", false});
  return options;
}

std::optional<int> driver::answerOptions(const Options &options) {
  if (options.showHelp) {
    printHelp(llvm::outs());
    return runtime::ExitOk;
  }
  if (options.showVersion) {
    llvm::outs() << "circt-sim 0.1.0\n";
    return runtime::ExitOk;
  }
  if (!options.isQuiet)
    for (const std::string &text : options.warnings)
      llvm::errs() << "circt-sim: warning: " << text << '\n';
  for (const std::string &text : options.errors)
    llvm::errs() << "circt-sim: error: " << text << '\n';
  if (options.errors.empty() && options.sources.empty())
    llvm::errs() << "circt-sim: error: no source files; see circt-sim --help\n";
  if (options.errors.empty() && !options.sources.empty())
    return std::nullopt;
  return runtime::ExitUsage;
}

void driver::printSeed(const Options &options) {
  if (!options.isQuiet)
    llvm::errs() << "circt-sim: seed " << options.simulation.seed << '\n';
}

void driver::printHelp(llvm::raw_ostream &out) {
  OptionTable().printHelp(out, "circt-sim [options] files... [+plusargs]", "circt-sim: a SystemVerilog simulator");
}

//===- Driver.cpp - the whole pipeline as one function --------------------===//
//
//   options -> preprocess, parse -> elaborate -> csim -> bytecode image -> run
//
// Every stage reports its own errors; the first one that fails ends the run
// with status 2.
//
//===----------------------------------------------------------------------===//
#include "Driver/Driver.h"

#include "Driver/Frontend.h"
#include "Driver/Simulation.h"
#include "Driver/Tiers.h"
#include "IRGen/IRGen.h"
#include "Transforms/Pipeline.h"

#include <chrono>

using namespace circtsim;
using namespace circtsim::driver;

namespace {
constexpr llvm::StringLiteral Version = "circt-sim 0.1.0";

bool reportOptions(const Options &options) {
  for (const std::string &text : options.warnings)
    if (!options.isQuiet)
      llvm::errs() << "circt-sim: warning: " << text << '\n';
  for (const std::string &text : options.errors)
    llvm::errs() << "circt-sim: error: " << text << '\n';
  return options.errors.empty();
}

class StageClock {
public:
  /// Milliseconds since the last call.
  double lap() {
    auto now = std::chrono::steady_clock::now();
    double result = std::chrono::duration<double, std::milli>(now - last).count();
    last = now;
    return result;
  }

private:
  std::chrono::steady_clock::time_point last = std::chrono::steady_clock::now();
};

/// Prints the IR before the first pass, or after `stage`. False if there is no such stage.
bool dumpIr(mlir::ModuleOp design, llvm::StringRef stage) {
  auto print = [&] { design.print(llvm::outs(), mlir::OpPrintingFlags().useLocalScope()); };
  llvm::ArrayRef<llvm::StringRef> stages = transforms::Pipeline::stageNames();
  if (stage.empty()) {
    print();
    return true;
  }
  if (!llvm::is_contained(stages, stage)) {
    llvm::errs() << "circt-sim: error: --dump-ir: no stage '" << stage << "'; stages are "
                 << llvm::join(stages, ", ") << '\n';
    return false;
  }
  transforms::Pipeline(design.getContext()).run(design, [&](llvm::StringRef name) {
    if (name == stage)
      print();
  });
  return true;
}

/// Everything behind the command line.
int runPipeline(const Options &options) {
  StageTimes times;
  StageClock clock;
  Frontend frontend(options);
  auto finish = [&](int status) {
    frontend.diagnostics().finish();
    return status;
  };
  bool isParsed = frontend.parse();
  times.parse = clock.lap();
  if (!isParsed)
    return finish(runtime::ExitUsage);
  if (options.stage <= Stage::DumpAst)
    return finish(runtime::ExitOk);

  if (!frontend.elaborate())
    return finish(runtime::ExitUsage);
  times.elaborate = clock.lap();
  if (options.stage == Stage::Lint)
    return finish(runtime::ExitOk);

  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  mlir::OwningOpRef<mlir::ModuleOp> design = irgen::generate(frontend.compilation(), context);
  if (!design)
    return finish(runtime::ExitUsage);
  if (options.stage == Stage::DumpIr)
    return finish(dumpIr(*design, options.irStage) ? runtime::ExitOk : runtime::ExitUsage);
  Image image(std::move(design));
  bool needsAll = options.stage == Stage::Elaborate || options.stage == Stage::DumpBytecode;
  if (!image.build(needsAll))
    return finish(runtime::ExitInternal);
  times.generate = clock.lap();
  if (options.stage == Stage::DumpBytecode)
    image.printBytecode(llvm::outs());
  if (options.stage != Stage::Run)
    return finish(runtime::ExitOk);

  finish(runtime::ExitOk);
  if (!options.isQuiet)
    llvm::errs() << "circt-sim: seed " << options.simulation.seed << '\n';
  RunOutcome outcome = simulate(image, options, times);
  if (outcome.isCompiling)
    leaveProcess(outcome.status);
  return outcome.status;
}
} // namespace

int driver::runCirctSim(int argc, const char *const *argv) {
  Options options = parseOptions(llvm::ArrayRef(argv + 1, size_t(argc) - 1));
  if (options.showHelp) {
    printHelp(llvm::outs());
    return runtime::ExitOk;
  }
  if (options.showVersion) {
    llvm::outs() << Version << '\n';
    return runtime::ExitOk;
  }
  if (!reportOptions(options))
    return runtime::ExitUsage;
  if (options.sources.empty()) {
    llvm::errs() << "circt-sim: error: no source files; see circt-sim --help\n";
    return runtime::ExitUsage;
  }
  return runPipeline(options);
}

//===- Driver.cpp - the whole pipeline as one function --------------------===//
//
//   options -> preprocess, parse -> elaborate -> csim -> bytecode image -> run
//           -> read MLIR, import ------------/
//
// Every stage reports its own errors; the first one that fails ends the run
// with status 2.
//
//===----------------------------------------------------------------------===//
#include "Driver/Driver.h"

#include "Driver/Compile/AheadCompiler.h"
#include "Driver/Frontend.h"
#include "Driver/Image.h"
#include "Driver/MlirInput.h"
#include "Driver/Run/SavedImage.h"
#include "Driver/Run/Tiers.h"
#include "Export/Export.h"
#include "IRGen/IRGen.h"
#include "Transforms/Pipeline.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/ToolOutputFile.h"

#include <chrono>

using namespace circtsim;
using namespace circtsim::driver;

namespace {
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

/// Prints the module to the file, or to standard output if there is no name.
bool printIr(mlir::ModuleOp design, llvm::StringRef path) {
  std::error_code error;
  llvm::ToolOutputFile file(path.empty() ? "-" : path, error, llvm::sys::fs::OF_Text);
  if (error) {
    llvm::errs() << "circt-verilog: error: cannot write '" << path << "': " << error.message()
                 << '\n';
    return false;
  }
  design.print(file.os(), mlir::OpPrintingFlags().useLocalScope().assumeVerified());
  file.os() << '\n';
  file.keep();
  return true;
}

/// The synthesizable design as CIRCT's dialects.
bool exportHardware(mlir::ModuleOp design, const Options &options) {
  llvm::SourceMgr sources;
  design.getContext()->printOpOnDiagnostic(false);
  mlir::SourceMgrDiagnosticHandler printer(sources, design.getContext(), llvm::errs());
  mlir::ScopedDiagnosticHandler filter(design.getContext(), [&](mlir::Diagnostic &message) {
    bool isHidden = message.getSeverity() == mlir::DiagnosticSeverity::Warning && options.noWarnings;
    return mlir::success(isHidden);
  });
  mlir::OwningOpRef<mlir::ModuleOp> hardware =
      exporter::exportHardware(design, options.hardwareModules);
  if (!hardware)
    return false;
  // Instances of hardware in csim can only be verified behind the import.
  bool isGood = true;
  for (mlir::Operation &op : *hardware->getBody())
    if (!llvm::isa<csim::CsimDialect>(op.getDialect()))
      isGood &= mlir::succeeded(mlir::verify(&op));
  return isGood && printIr(*hardware, options.outputFile);
}

/// Prints the IR before the first pass, or after `stage`. False if there is no such stage.
bool dumpIr(mlir::ModuleOp design, const Options &options) {
  llvm::StringRef stage = options.irStage;
  auto print = [&] { return printIr(design, options.outputFile); };
  llvm::ArrayRef<llvm::StringRef> stages = transforms::Pipeline::stageNames();
  if (stage.empty())
    return print();
  if (!llvm::is_contained(stages, stage)) {
    llvm::errs() << "circt-sim: error: --dump-ir: no stage '" << stage << "'; stages are "
                 << llvm::join(stages, ", ") << '\n';
    return false;
  }
  bool isPrinted = false;
  transforms::Pipeline(design.getContext()).run(design, [&](llvm::StringRef name) {
    if (name == stage)
      isPrinted = print();
  });
  return isPrinted;
}

/// Shared library and, beside it, the image that it belongs to.
int compileAhead(const RunDesign &design, const Options &options) {
  AheadCompiler compiler(design, options);
  if (!compiler.run(options.outputFile))
    return runtime::ExitUsage;
  if (!options.isQuiet)
    llvm::errs() << "circt-sim-compile: " << compiler.compiledCount() << " of "
                 << compiler.functionCount() << " functions in " << compiler.objectCount()
                 << " objects, " << compiler.reusedCount() << " of them from the cache\n";
  return runtime::ExitOk;
}

int compileAhead(Image &image, const Options &options) {
  llvm::SmallString<128> path(options.outputFile);
  llvm::sys::path::replace_extension(path, "csi");
  if (!saveImage(image.image, std::string(path)))
    return runtime::ExitUsage;
  return compileAhead({image.image, image, contentHashOf(image.image)}, options);
}

/// The design of MLIR sources, or what becomes of the sources of a frontend; null
/// after errors, or with `status` if the options ask for no more.
mlir::OwningOpRef<mlir::ModuleOp> makeDesign(Frontend &frontend, const Options &options,
                                             mlir::MLIRContext &context, StageTimes &times,
                                             StageClock &clock, int &status) {
  status = runtime::ExitUsage;
  if (llvm::any_of(options.sources, isMlirFile)) {
    mlir::OwningOpRef<mlir::ModuleOp> design = readMlir(options, context);
    times.parse = clock.lap();
    if (!design || options.stage > Stage::Lint)
      return design;
    status = runtime::ExitOk;
    return {};
  }
  bool isParsed = frontend.parse();
  times.parse = clock.lap();
  if (!isParsed)
    return {};
  if (options.stage <= Stage::DumpAst)
    return status = runtime::ExitOk, nullptr;
  if (!frontend.elaborate())
    return {};
  times.elaborate = clock.lap();
  if (options.stage == Stage::Lint)
    return status = runtime::ExitOk, nullptr;
  return irgen::generate(frontend.compilation(), context);
}

/// Hardware has no place for what specify blocks say (clauses 30, 31): one warning for each.
void warnOfSpecifyBlocks(Frontend &frontend) {
  llvm::SmallPtrSet<const syntax::SyntaxNode *, 8> seen;
  for (const sema::BodySymbol *body : frontend.compilation().bodies()) {
    const auto *module = llvm::dyn_cast_or_null<syntax::ModuleSyntax>(body->syntax);
    if (!module || !seen.insert(module).second)
      continue;
    for (const syntax::MemberSyntax *member : module->members)
      if (member->kind == syntax::SyntaxKind::SpecifyBlock)
        frontend.diagnostics().diag(member->loc(), diag::SpecifyNotExported) << module->name.text;
  }
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
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  int status = runtime::ExitOk;
  mlir::OwningOpRef<mlir::ModuleOp> design =
      makeDesign(frontend, options, context, times, clock, status);
  if (!design)
    return finish(status);
  if (options.stage == Stage::DumpIr)
    return finish(dumpIr(*design, options) ? runtime::ExitOk : runtime::ExitUsage);
  if (options.stage == Stage::ExportHardware) {
    warnOfSpecifyBlocks(frontend);
    return finish(exportHardware(*design, options) ? runtime::ExitOk : runtime::ExitUsage);
  }
  Image image(std::move(design));
  bool needsAll = options.stage != Stage::Run || !options.compiledFile.empty();
  if (!image.build(needsAll))
    return finish(runtime::ExitInternal);
  times.generate = clock.lap();
  if (options.stage == Stage::DumpBytecode)
    image.printBytecode(llvm::outs());
  if (options.stage == Stage::Build)
    return finish(saveImage(image.image, options.outputFile) ? runtime::ExitOk
                                                             : runtime::ExitUsage);
  if (options.stage == Stage::Compile)
    return finish(compileAhead(image, options));
  if (options.stage != Stage::Run)
    return finish(runtime::ExitOk);

  finish(runtime::ExitOk);
  printSeed(options);
  uint64_t hash = options.compiledFile.empty() ? 0 : contentHashOf(image.image);
  return endOf(simulate({image.image, image, hash}, options, times));
}
} // namespace

int driver::runCirctSim(int argc, const char *const *argv) {
  Options options = parseOptions(llvm::ArrayRef(argv + 1, size_t(argc) - 1));
  if (std::optional<int> status = answerOptions(options))
    return *status;
  if (llvm::any_of(options.sources, isSavedImage))
    return runSavedImage(options);
  return runPipeline(options);
}

int driver::runCirctVerilog(int argc, const char *const *argv) {
  Options options =
      parseOptions(llvm::ArrayRef(argv + 1, size_t(argc) - 1), Tool::Translate);
  if (std::optional<int> status = answerOptions(options))
    return *status;
  return runPipeline(options);
}

int driver::runCirctSimCompile(int argc, const char *const *argv) {
  Options options = parseOptions(llvm::ArrayRef(argv + 1, size_t(argc) - 1), Tool::Compile);
  if (std::optional<int> status = answerOptions(options))
    return *status;
  if (llvm::none_of(options.sources, isSavedImage))
    return runPipeline(options);
  if (options.sources.size() > 1) {
    llvm::errs() << "circt-sim-compile: error: a saved image is a whole design; there cannot be "
                    "other sources\n";
    return runtime::ExitUsage;
  }
  std::unique_ptr<SavedImage> saved = SavedImage::open(options.sources.front());
  if (!saved)
    return runtime::ExitUsage;
  return compileAhead({saved->image, *saved, saved->contentHash()}, options);
}

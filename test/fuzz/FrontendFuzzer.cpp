//===- FrontendFuzzer.cpp - Arbitrary text through the whole front end ----===//
//
// The fuzz target `fuzz-frontend`. Each input is one source file: it is
// preprocessed, parsed, elaborated with everything bound, and, if there was no error,
// made into IR, which is verified. Limits of elaboration are low, so that legal
// programs end soon, too. An input must not crash, and what has no errors must have
// IR that the verifier accepts.
//
// Inputs cannot reach the file system's devices: one that names an absolute
// path in quotes is skipped, since `include "/dev/zero" is legal and endless.
//
// With libFuzzer (CIRCTSIM_FUZZERS=ON) the main program is libFuzzer's; otherwise
// Generate.cpp's, which makes the inputs. README.md tells how.
//
//===----------------------------------------------------------------------===//

#include "Discard.h"
#include "FrontendFuzzer.h"

#include "IRGen/IRGen.h"
#include "Sema/Compilation.h"
#include "Support/Diagnostic.h"
#include "Syntax/Preprocessor.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"

#include <cstdlib>

using namespace circtsim;

namespace {

sema::ElaborationOptions lowLimits() {
  sema::ElaborationOptions options;
  options.bindEverything = true;
  options.maxInstanceDepth = 16;
  options.maxGenerateSteps = 64;
  options.maxConstantSteps = 20'000;
  options.maxConstantDepth = 64;
  return options;
}

/// A context lives for many inputs, since loading its dialects takes longer than an input.
mlir::MLIRContext &contextOf(unsigned input) {
  static std::unique_ptr<mlir::MLIRContext> context;
  if (!context || input % 4096 == 0) {
    context = std::make_unique<mlir::MLIRContext>(mlir::MLIRContext::Threading::DISABLED);
    irgen::loadDialects(*context);
  }
  return *context;
}

/// What has no errors has IR, and the verifier accepts it.
void generate(sema::Compilation &compilation, mlir::MLIRContext &context) {
  mlir::ScopedDiagnosticHandler handler(&context, [](mlir::Diagnostic &diagnostic) {
    llvm::errs() << "fuzz: internal message: " << diagnostic.str() << '\n';
    return mlir::success();
  });
  mlir::OwningOpRef<mlir::ModuleOp> design = irgen::generate(compilation, context);
  bool hasErrors = compilation.diagnostics().hasErrors();
  if (!design && !hasErrors) {
    llvm::errs() << "fuzz: no IR and no message\n";
    std::abort();
  }
  if (design && !hasErrors && mlir::failed(mlir::verify(*design)))
    std::abort();
}

} // namespace

fuzz::Outcome fuzz::runFrontend(llvm::StringRef text) {
  static unsigned inputs = 0;
  support::SourceManager sources;
  support::DiagnosticEngine engine(sources);
  engine.setErrorLimit(0);
  engine.addConsumer(std::make_unique<fuzz::Discard>());
  support::Arena arena;
  syntax::PreprocessorOptions options;
  options.maxExpansionTokens = 20'000;
  syntax::Preprocessor preprocessor(sources, engine, arena, options);
  auto unit = syntax::parseCompilationUnit(
      preprocessor.preprocess({sources.addBuffer("input.sv", text)}), sources, engine);
  if (engine.hasErrors())
    return Outcome::SyntaxErrors;
  sema::Compilation compilation(engine, lowLimits());
  compilation.addUnit(*unit);
  if (!compilation.elaborate() || engine.hasErrors())
    return Outcome::SemanticErrors;
  generate(compilation, contextOf(inputs++));
  return engine.hasErrors() ? Outcome::SemanticErrors : Outcome::Good;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  llvm::StringRef text(reinterpret_cast<const char *>(data), size);
  if (text.contains("\"/") || text.contains("</"))
    return -1;
  fuzz::runFrontend(text);
  return 0;
}

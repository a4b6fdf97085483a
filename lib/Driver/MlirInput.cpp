//===- MlirInput.cpp - designs that are MLIR already ------------------------===//
//
// A file of csim is simulated as it is. If it has operations of other dialects they
// are imported; a csim test bench may stand beside hardware modules, whose instances
// in it can only be verified behind the import.
//
//===----------------------------------------------------------------------===//
#include "Driver/MlirInput.h"

#include "IR/Circt/Circt.h"
#include "IR/Csim.h"
#include "IRGen/IRGen.h"
#include "Import/Import.h"

#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"

using namespace circtsim;
using namespace circtsim::driver;

bool driver::isMlirFile(llvm::StringRef path) {
  llvm::StringRef suffix = llvm::sys::path::extension(path);
  return suffix == ".mlir" || suffix == ".mlirbc";
}

/// The file without csim as a whole, else each operation that is not csim.
static bool verifyHardware(mlir::ModuleOp file) {
  auto isCsim = [](mlir::Operation &op) { return llvm::isa<csim::CsimDialect>(op.getDialect()); };
  if (llvm::none_of(*file.getBody(), isCsim))
    return succeeded(mlir::verify(file));
  return llvm::all_of(*file.getBody(), [&](mlir::Operation &op) {
    return isCsim(op) || succeeded(mlir::verify(&op));
  });
}

mlir::OwningOpRef<mlir::ModuleOp> driver::readMlir(const Options &options,
                                                   mlir::MLIRContext &context) {
  if (options.sources.size() > 1) {
    llvm::errs() << "circt-sim: error: a file of MLIR is a whole design; there cannot be other "
                    "sources\n";
    return {};
  }
  mlir::DialectRegistry registry;
  circt::registerDialects(registry);
  context.appendDialectRegistry(registry);
  irgen::loadDialects(context);
  context.printOpOnDiagnostic(false);
  llvm::SourceMgr sources;
  mlir::SourceMgrDiagnosticHandler printer(sources, &context, llvm::errs());
  mlir::ParserConfig config(&context, /*verifyAfterParse=*/false);
  auto file = mlir::parseSourceFile<mlir::ModuleOp>(options.sources.front(), sources, config);
  if (!file)
    return {};
  if (import::needsImport(*file)) {
    if (!verifyHardware(*file))
      return {};
    file = import::importDesign(*file, options.elaboration.tops);
  }
  if (!file || failed(mlir::verify(*file)))
    return {};
  return file;
}

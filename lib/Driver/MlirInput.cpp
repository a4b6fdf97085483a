//===- MlirInput.cpp - designs that are MLIR already ------------------------===//
//
// A file of csim is simulated as it is. If it has operations of other dialects they
// are imported; a csim test bench may stand beside hardware modules, whose instances
// in it can only be verified behind the import. Several files are one design.
//
//===----------------------------------------------------------------------===//
#include "Driver/MlirInput.h"

#include "IR/Circt/Circt.h"
#include "IR/Circt/HW/HW.h"
#include "IR/Circt/SV/SV.h"
#include "IR/Csim.h"
#include "IRGen/IRGen.h"
#include "Import/Import.h"

#include "mlir/IR/Verifier.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Support/FileUtilities.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"

using namespace circtsim;
using namespace circtsim::driver;

bool driver::isMlirFile(llvm::StringRef path) {
  llvm::StringRef suffix = llvm::sys::path::extension(path);
  return suffix == ".mlir" || suffix == ".mlirbc";
}

/// Macros of the command line, for `sv.ifdef` and the like.
static import::Macros macrosOf(const Options &options) {
  import::Macros macros;
  for (const syntax::PreprocessorOptions::MacroOption &option : options.preprocessor.macros) {
    auto [name, text] = llvm::StringRef(option.text).split('=');
    if (option.isUndef)
      macros.erase(name);
    else
      macros[name] = text.str();
  }
  return macros;
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

/// What only says that something exists elsewhere.
static bool isDeclaration(mlir::Operation *op) {
  auto function = llvm::dyn_cast<mlir::FunctionOpInterface>(op);
  return llvm::isa<circt::hw::HWModuleExternOp, circt::sv::MacroDeclOp>(op) ||
         (function && function.isExternal());
}

/// Moves what another file holds into the first. A definition takes the place of a
/// declaration.
static bool merge(mlir::ModuleOp file, mlir::ModuleOp other) {
  mlir::SymbolTable symbols(file);
  for (mlir::Operation &op : llvm::make_early_inc_range(*other.getBody())) {
    auto name = op.getAttrOfType<mlir::StringAttr>(mlir::SymbolTable::getSymbolAttrName());
    mlir::Operation *known = name ? symbols.lookup(name) : nullptr;
    if (known && isDeclaration(&op))
      continue;
    if (known && !isDeclaration(known)) {
      op.emitError("redefinition of symbol named '") << name.getValue() << "'";
      return false;
    }
    if (known)
      symbols.erase(known);
    op.remove();
    if (name)
      symbols.insert(&op);
    else
      file.push_back(&op);
  }
  return true;
}

/// All files as one; null after reporting.
static mlir::OwningOpRef<mlir::ModuleOp> parseFiles(const Options &options,
                                                    llvm::SourceMgr &sources,
                                                    mlir::MLIRContext &context) {
  mlir::ParserConfig config(&context, /*verifyAfterParse=*/false);
  mlir::OwningOpRef<mlir::ModuleOp> all;
  for (const std::string &path : options.sources) {
    if (!isMlirFile(path)) {
      llvm::errs() << "circt-sim: error: sources of SystemVerilog and MLIR cannot be mixed\n";
      return {};
    }
    std::string message;
    std::unique_ptr<llvm::MemoryBuffer> text = mlir::openInputFile(path, &message);
    if (!text) {
      llvm::errs() << "circt-sim: error: " << message << '\n';
      return {};
    }
    auto buffer = std::make_shared<llvm::SourceMgr>();
    unsigned id = sources.AddNewSourceBuffer(std::move(text), llvm::SMLoc());
    buffer->AddNewSourceBuffer(
        llvm::MemoryBuffer::getMemBuffer(sources.getMemoryBuffer(id)->getMemBufferRef()),
        llvm::SMLoc());
    auto file = mlir::parseSourceFile<mlir::ModuleOp>(buffer, config);
    if (!file || (all && !merge(*all, *file)))
      return {};
    if (!all)
      all = std::move(file);
  }
  return all;
}

mlir::OwningOpRef<mlir::ModuleOp> driver::readMlir(const Options &options,
                                                   mlir::MLIRContext &context) {
  mlir::DialectRegistry registry;
  circt::registerDialects(registry);
  context.appendDialectRegistry(registry);
  irgen::loadDialects(context);
  context.printOpOnDiagnostic(false);
  llvm::SourceMgr sources;
  mlir::SourceMgrDiagnosticHandler printer(sources, &context, llvm::errs());
  mlir::OwningOpRef<mlir::ModuleOp> file = parseFiles(options, sources, context);
  if (!file)
    return {};
  if (import::needsImport(*file)) {
    if (!verifyHardware(*file))
      return {};
    file = import::importDesign(*file, options.elaboration.tops, macrosOf(options));
  }
  if (!file || failed(mlir::verify(*file)))
    return {};
  return file;
}

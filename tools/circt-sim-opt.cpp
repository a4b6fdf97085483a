//===- circt-sim-opt.cpp - parse, verify, transform and print csim ----------===//
//
// The usual MLIR driver over csim, its passes and CIRCT's dialects, for tests and for
// looking at what a pass does. `--dump-bytecode` is a pass that prints the
// bytecode of the design, checked by the verifier, to standard output; with
// `-o /dev/null` it is all that is printed.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Disassembler.h"
#include "Bytecode/Gen/Generator.h"
#include "Bytecode/Verifier.h"
#include "IR/Circt/Circt.h"
#include "IR/Csim.h"
#include "Transforms/Passes.h"

#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/Passes.h"

using namespace circtsim;

static std::optional<uint32_t> rowOf(llvm::ArrayRef<llvm::StringRef> names, llvm::StringRef name) {
  const auto *it = llvm::find(names, name);
  if (it == names.end())
    return std::nullopt;
  return uint32_t(it - names.begin());
}

static bytecode::NameTables nameTables() {
  static constexpr llvm::StringRef builtins[] = {
#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause) Name,
#include "Builtins/Builtins.def"
  };
  static constexpr llvm::StringRef runtimeFunctions[] = {
#define RUNTIME_FUNCTION(Name, Arguments, Results, MaySuspend, MayFault, Doc) #Name,
#include "Runtime/RuntimeABI.def"
  };
  return {[](llvm::StringRef name) { return rowOf(builtins, name); },
          [](llvm::StringRef name) { return rowOf(runtimeFunctions, name); }};
}

namespace {
struct DumpBytecode : mlir::PassWrapper<DumpBytecode, mlir::OperationPass<mlir::ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(DumpBytecode)
  llvm::StringRef getArgument() const override { return "dump-bytecode"; }
  llvm::StringRef getDescription() const override { return "print the design's bytecode"; }
  void runOnOperation() override {
    model::DesignImage image;
    bytecode::Generator generator(image, nameTables());
    if (failed(generator.generateDesign(getOperation())))
      return signalPassFailure();
    for (const std::string &message : bytecode::verifyImage(image)) {
      mlir::emitError(mlir::UnknownLoc::get(&getContext()), "invalid bytecode: ") << message;
      signalPassFailure();
    }
    llvm::outs() << bytecode::disassembleImage(image);
  }
};
} // namespace

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  registry.insert<csim::CsimDialect>();
  circt::registerDialects(registry);
  mlir::registerCSEPass();
  mlir::registerCanonicalizerPass();
  mlir::registerMem2RegPass();
  mlir::registerStripDebugInfoPass();
  transforms::registerCsimPasses();
  mlir::PassRegistration<DumpBytecode>();
  return mlir::asMainReturnCode(mlir::MlirOptMain(argc, argv, "csim optimiser driver\n", registry));
}

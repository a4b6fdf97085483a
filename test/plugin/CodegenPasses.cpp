//===- CodegenPasses.cpp - our LLVM passes as a plugin of opt ------------------===//
//
//   opt -load-pass-plugin=circt-sim-passes.so -passes=lower-tagged-indirect-calls
//
//===----------------------------------------------------------------------===//
#include "Codegen/LowerTaggedIndirectCalls.h"

#include "llvm/Passes/PassBuilder.h"
#include "llvm/Plugins/PassPlugin.h"

static bool addPass(llvm::StringRef name, llvm::ModulePassManager &passes,
                    llvm::ArrayRef<llvm::PassBuilder::PipelineElement>) {
  if (name != "lower-tagged-indirect-calls")
    return false;
  passes.addPass(circtsim::codegen::LowerTaggedIndirectCalls());
  return true;
}

extern "C" LLVM_ATTRIBUTE_WEAK llvm::PassPluginLibraryInfo llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "circt-sim-passes", "1", [](llvm::PassBuilder &builder) {
            builder.registerPipelineParsingCallback(addPass);
          }};
}

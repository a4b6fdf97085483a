//===- Codegen.cpp - modules of generated code, and their passes ---------------===//
//
// The pipeline is picked by measurement: allocas to SSA, one round of peephole and
// common-subexpression work, branches, and nothing that is superlinear. Quick code goes
// without the peephole work, which takes longer than all the rest up to the object.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"
#include "Codegen/LowerTaggedIndirectCalls.h"

#include "llvm/IR/PassManager.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/BDCE.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"

using namespace circtsim;
using namespace circtsim::codegen;

llvm::Function *codegen::emitFunction(llvm::Module &module, const model::Function &function,
                                      const Callees &callees, llvm::StringRef symbol,
                                      const EmitOptions &options, CodeVersion version,
                                      Places places) {
  FunctionShape shape(function, callees, version);
  FunctionEmitter emitter(module, shape, symbol, options);
  if (places.module)
    emitter.describe(*places.module, *places.source);
  return emitter.emit();
}

Callees codegen::calleesOf(const model::Function &function,
                           llvm::function_ref<const model::Function *(model::FuncId)> get) {
  Callees callees;
  for (uint32_t unit = 0; unit < function.codeUnits;
       unit += bytecode::unitsOf(bytecode::Opcode(function.code[unit].op)))
    if (bytecode::isDirectCall(bytecode::Opcode(function.code[unit].op)))
      if (const model::Function *callee = get(function.code[unit].a))
        callees[callee->id] = callee;
  return callees;
}

bool codegen::hasGuards(const model::Function &function, const Callees &callees) {
  return FunctionShape(function, callees, {.assumesKnown = true}).hasGuards();
}

std::unique_ptr<llvm::Module> codegen::newModule(llvm::LLVMContext &context, llvm::StringRef name,
                                                 const llvm::TargetMachine &machine) {
  auto module = std::make_unique<llvm::Module>(name, context);
  module->setTargetTriple(machine.getTargetTriple());
  module->setDataLayout(machine.createDataLayout());
  return module;
}

struct Optimiser::Passes {
  Passes(llvm::TargetMachine &machine, Effort effort);

  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;
  llvm::ModulePassManager all;
};

Optimiser::Passes::Passes(llvm::TargetMachine &machine, Effort effort) {
  llvm::PassBuilder builder(&machine);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  if (effort == Effort::Ahead) {
    all.addPass(LowerTaggedIndirectCalls());
    all.addPass(llvm::createModuleToFunctionPassAdaptor(builder.buildFunctionSimplificationPipeline(
        llvm::OptimizationLevel::O2, llvm::ThinOrFullLTOPhase::None)));
    return;
  }
  llvm::FunctionPassManager passes;
  passes.addPass(llvm::SROAPass(llvm::SROAOptions::ModifyCFG));
  if (effort == Effort::Good) {
    passes.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/false));
    passes.addPass(llvm::InstCombinePass());
    passes.addPass(llvm::SimplifyCFGPass());
  }
  passes.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/true));
  passes.addPass(llvm::BDCEPass());
  passes.addPass(llvm::SimplifyCFGPass());
  all.addPass(llvm::createModuleToFunctionPassAdaptor(std::move(passes)));
}

Optimiser::Optimiser(llvm::TargetMachine &machine, Effort effort)
    : passes(std::make_unique<Passes>(machine, effort)) {}
Optimiser::~Optimiser() = default;

void Optimiser::run(llvm::Module &module) {
  passes->all.run(module, passes->modules);
  // Results belong to the module, and another one may get its address.
  passes->modules.clear();
  passes->components.clear();
  passes->functions.clear();
  passes->loops.clear();
}

std::string codegen::symbolFor(llvm::StringRef name) {
  std::string symbol = "sv.";
  for (char c : name)
    symbol += llvm::isAlnum(c) || c == '_' || c == '.' || c == '$' ? c : '_';
  return symbol;
}

std::string codegen::symbolFor(llvm::StringRef name, model::FuncId id) {
  return symbolFor(name) + "." + std::to_string(id);
}

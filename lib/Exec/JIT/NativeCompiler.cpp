//===- NativeCompiler.cpp - LLVM ORC behind one call --------------------------===//
//
// One LLJIT per simulation. Generated code refers to nothing outside of itself but
// C library intrinsics, so that a module is linked as it is; debuggers and
// profilers hear of it through LLVM's listeners.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/NativeCompiler.h"

#include "llvm/ExecutionEngine/JITEventListener.h"
#include "llvm/ExecutionEngine/Orc/CompileUtils.h"
#include "llvm/ExecutionEngine/Orc/ExecutionUtils.h"
#include "llvm/ExecutionEngine/Orc/JITTargetMachineBuilder.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/ExecutionEngine/Orc/RTDyldObjectLinkingLayer.h"
#include "llvm/ExecutionEngine/SectionMemoryManager.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetMachine.h"

using namespace circtsim;
using namespace circtsim::exec;
using namespace llvm::orc;

NativeCompiler::NativeCompiler(const codegen::EmitOptions &options) : options(options) {}
NativeCompiler::~NativeCompiler() = default;

static std::unique_ptr<ObjectLayer> makeLinkingLayer(ExecutionSession &session) {
  auto layer = std::make_unique<RTDyldObjectLinkingLayer>(
      session, [](const llvm::MemoryBuffer &) { return std::make_unique<llvm::SectionMemoryManager>(); });
  if (llvm::JITEventListener *listener = llvm::JITEventListener::createGDBRegistrationListener())
    layer->registerJITEventListener(*listener);
  if (llvm::JITEventListener *listener = llvm::JITEventListener::createPerfJITEventListener())
    layer->registerJITEventListener(*listener);
  return layer;
}

std::unique_ptr<NativeCompiler> NativeCompiler::create(const codegen::EmitOptions &options,
                                                       std::string &error) {
  if (llvm::InitializeNativeTarget() || llvm::InitializeNativeTargetAsmPrinter()) {
    error = "this machine has no native code generator";
    return nullptr;
  }
  auto fail = [&](llvm::Error problem) {
    error = llvm::toString(std::move(problem));
    return nullptr;
  };
  std::unique_ptr<NativeCompiler> compiler(new NativeCompiler(options));
  auto target = JITTargetMachineBuilder::detectHost();
  if (!target)
    return fail(target.takeError());
  target->setCodeGenOptLevel(llvm::CodeGenOptLevel::Less);
  auto machine = target->createTargetMachine();
  if (!machine)
    return fail(machine.takeError());
  compiler->machine = std::move(*machine);
  llvm::TargetMachine *shared = compiler->machine.get();
  auto jit = LLJITBuilder()
                 .setCompileFunctionCreator(
                     [shared](JITTargetMachineBuilder)
                         -> llvm::Expected<std::unique_ptr<IRCompileLayer::IRCompiler>> {
                       return std::make_unique<SimpleCompiler>(*shared);
                     })
                 .setJITTargetMachineBuilder(*target)
                 .setObjectLinkingLayerCreator(
                     [](ExecutionSession &session) { return makeLinkingLayer(session); })
                 .create();
  if (!jit)
    return fail(jit.takeError());
  compiler->jit = std::move(*jit);
  auto process = DynamicLibrarySearchGenerator::GetForCurrentProcess(
      compiler->jit->getDataLayout().getGlobalPrefix());
  if (process)
    compiler->jit->getMainJITDylib().addGenerator(std::move(*process));
  else
    return fail(process.takeError());
  return compiler;
}

void NativeCompiler::compile(llvm::MutableArrayRef<CompileRequest *> requests, bool isOptimised) {
  // Modules are compiled where they are looked up, below, on this thread.
  machine->setOptLevel(isOptimised ? llvm::CodeGenOptLevel::Less : llvm::CodeGenOptLevel::None);
  machine->setFastISel(!isOptimised);
  auto context = std::make_unique<llvm::LLVMContext>();
  std::unique_ptr<llvm::Module> module =
      codegen::newModule(*context, "circt-sim." + std::to_string(modules++), *machine);
  for (CompileRequest *request : requests)
    codegen::emitFunction(*module, *request->function, request->callees, request->symbol, options,
                          request->version);
  codegen::optimise(*module, *machine);
  if (llvm::Error error =
          jit->addIRModule(ThreadSafeModule(std::move(module), std::move(context)))) {
    llvm::consumeError(std::move(error));
    return;
  }
  for (CompileRequest *request : requests) {
    auto address = jit->lookup(request->symbol);
    if (address)
      request->entry = address->toPtr<model::Entry>();
    else
      llvm::consumeError(address.takeError());
  }
}

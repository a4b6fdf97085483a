//===- ObjectEmitter.cpp - a function's bytecode to an object file -------------===//
//
// One LLVM module per function. What a module costs whatever is in it (target
// machine, pass managers, analysis managers, code generator) is made once per
// quality and used again; LLVM keeps that possible ("llc -compile-twice"). The
// context is renewed now and then, because it keeps every constant it has seen.
//
// Quick code comes from the fast instruction selector and register allocator.
//
//===----------------------------------------------------------------------===//
#include "Codegen/ObjectEmitter.h"

#include "Codegen/DebugLines.h"

#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/TargetParser/Host.h"

using namespace circtsim;
using namespace circtsim::codegen;

/// Modules that share a context.
static constexpr unsigned ContextLifetime = 200;

/// The processor that code in files is for: one that every machine of a farm is likely to be.
static llvm::StringRef commonProcessor(const llvm::Triple &triple) {
  return triple.getArch() == llvm::Triple::x86_64 ? "x86-64-v3" : "generic";
}

/// LLVM's preparation of IR for code generation starts anew on the whole function after
/// each change of its blocks, unless it takes the function for a huge one. There is no
/// other way to say so than its option.
static void tuneOnce() {
  static const bool isDone = [] {
    auto &all = llvm::cl::getRegisteredOptions();
    if (auto it = all.find("cgpp-huge-func"); it != all.end())
      it->second->addOccurrence(0, "cgpp-huge-func", "100");
    return true;
  }();
  (void)isDone;
}

std::unique_ptr<llvm::TargetMachine> codegen::makeMachine(const EmitOptions &emit,
                                                          bool isOptimised, std::string &error) {
  // Machines are made by several threads at once; registration is no thing for them.
  static const bool hasTarget =
      !llvm::InitializeNativeTarget() && !llvm::InitializeNativeTargetAsmPrinter();
  if (!hasTarget) {
    error = "this machine has no native code generator";
    return nullptr;
  }
  tuneOnce();
  llvm::Triple triple(llvm::sys::getProcessTriple());
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  if (!target)
    return nullptr;
  std::string features;
  if (!emit.isAhead)
    for (const auto &[name, isOn] : llvm::sys::getHostCPUFeatures())
      features += (features.empty() ? "" : ",") + std::string(isOn ? "+" : "-") + name.str();
  llvm::TargetOptions options;
  auto level = emit.isAhead   ? llvm::CodeGenOptLevel::Default
               : isOptimised ? llvm::CodeGenOptLevel::Less
                             : llvm::CodeGenOptLevel::None;
  llvm::StringRef processor = emit.isAhead ? commonProcessor(triple) : llvm::sys::getHostCPUName();
  std::unique_ptr<llvm::TargetMachine> machine(
      target->createTargetMachine(triple, processor, features, options,
                                  llvm::Reloc::PIC_, llvm::CodeModel::Small, level));
  if (machine)
    machine->setFastISel(!isOptimised);
  else
    error = "no code generator for this processor";
  return machine;
}

/// Everything between IR and object of one quality.
struct ObjectEmitter::Pipeline {
  Pipeline(std::unique_ptr<llvm::TargetMachine> target, Optimiser::Effort effort)
      : machine(std::move(target)), stream(bytes), optimiser(*machine, effort) {
    llvm::MCContext *context = nullptr;
    isUsable = !machine->addPassesToEmitMC(passes, context, stream, /*DisableVerify=*/true);
  }

  std::unique_ptr<llvm::TargetMachine> machine;
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream;
  Optimiser optimiser;
  llvm::legacy::PassManager passes;
  bool isUsable = false;
};

ObjectEmitter::ObjectEmitter(const EmitOptions &options) : options(options) {}
ObjectEmitter::~ObjectEmitter() = default;

Optimiser::Effort ObjectEmitter::effortFor(bool isOptimised) const {
  using Effort = Optimiser::Effort;
  return options.isAhead ? Effort::Ahead : isOptimised ? Effort::Good : Effort::Quick;
}

ObjectEmitter::Pipeline *ObjectEmitter::pipelineFor(bool isOptimised) {
  std::unique_ptr<Pipeline> &pipeline = pipelines[isOptimised];
  std::string error;
  if (!pipeline)
    if (std::unique_ptr<llvm::TargetMachine> machine = makeMachine(options, isOptimised, error))
      pipeline = std::make_unique<Pipeline>(std::move(machine), effortFor(isOptimised));
  return pipeline && pipeline->isUsable ? pipeline.get() : nullptr;
}

std::unique_ptr<ObjectEmitter> ObjectEmitter::create(const EmitOptions &options,
                                                     std::string &error) {
  std::unique_ptr<llvm::TargetMachine> machine = makeMachine(options, /*isOptimised=*/false, error);
  if (!machine)
    return nullptr;
  std::unique_ptr<ObjectEmitter> emitter(new ObjectEmitter(options));
  emitter->identity = targetIdentity(*machine);
  return emitter;
}

/// Without this, an error in a module would end the process.
static void noteError(const llvm::DiagnosticInfo *diagnostic, void *text) {
  if (diagnostic->getSeverity() != llvm::DS_Error)
    return;
  llvm::raw_string_ostream stream(*static_cast<std::string *>(text));
  llvm::DiagnosticPrinterRawOStream printer(stream);
  diagnostic->print(printer);
}

/// Where the text of a function begins.
static llvm::StringRef mainFileOf(const ObjectRequest &request) {
  if (!request.function->lines.empty() &&
      request.function->lines.front().pos.file != model::NoId)
    if (auto it = request.source.files.find(request.function->lines.front().pos.file);
        it != request.source.files.end())
      return it->second;
  return request.symbol;
}

std::unique_ptr<llvm::MemoryBuffer>
ObjectEmitter::emit(llvm::ArrayRef<ObjectRequest> requests, llvm::function_ref<void()> designRead) {
  const ObjectRequest &first = requests.front();
  Pipeline *pipeline = pipelineFor(first.version.isOptimised);
  if (!pipeline)
    return nullptr;
  if (emitted++ % ContextLifetime == 0) {
    context = std::make_unique<llvm::LLVMContext>();
    context->setDiagnosticHandlerCallBack(noteError, &lastProblem, /*RespectFilters=*/true);
  }
  lastProblem.clear();
  std::unique_ptr<llvm::Module> module = newModule(*context, first.symbol, *pipeline->machine);
  std::optional<DebugLines> lines;
  if (options.debugLines)
    lines.emplace(*module, mainFileOf(first));
  for (const ObjectRequest &request : requests)
    emitFunction(*module, *request.function, request.callees, request.symbol, options,
                 request.version, {lines ? &*lines : nullptr, &request.source});
  if (lines)
    lines->finish();
  designRead();
  pipeline->optimiser.run(*module);
  if (!lastProblem.empty())
    return nullptr;
  pipeline->bytes.clear();
  pipeline->passes.run(*module);
  return llvm::MemoryBuffer::getMemBufferCopy(
      llvm::StringRef(pipeline->bytes.data(), pipeline->bytes.size()), first.symbol);
}

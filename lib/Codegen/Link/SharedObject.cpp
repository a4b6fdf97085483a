//===- SharedObject.cpp - objects to a shared library ------------------------===//
//
// The descriptor is an LLVM module like any other, with constant tables of addresses
// that the dynamic linker relocates; memcpy and its like stay undefined and are found in
// the process. One trampoline serves every function without code:
// the frame says which function is meant. The table of entries and its length have names of
// their own, for calls through pointers in other objects (LowerTaggedIndirectCalls).
//
//===----------------------------------------------------------------------===//
#include "Codegen/Link/SharedObject.h"

#include "Codegen/LowerTaggedIndirectCalls.h"
#include "circt/Runtime/CirctSimABI.h"

#include "lld/Common/Driver.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"

LLD_HAS_DRIVER(elf)

using namespace circtsim::codegen;

namespace {
class DescriptorEmitter {
public:
  DescriptorEmitter(const ModuleDescriptor &descriptor, llvm::Module &module)
      : d(descriptor), module(module), b(module.getContext()),
        entryType(llvm::FunctionType::get(b.getInt32Ty(), {b.getPtrTy(), b.getPtrTy()}, false)) {}

  void emit() {
    llvm::GlobalVariable *cell = hostCells("host", b.getPtrTy());
    llvm::GlobalVariable *nullCells =
        hostCells("null.host", llvm::ArrayType::get(b.getPtrTy(), 2));
    llvm::Function *trampoline = emitTrampoline(*cell);
    emitNullCall(*nullCells);
    std::vector<llvm::Constant *> names, entries, others;
    for (const CompiledFunction &function : d.functions) {
      names.push_back(b.CreateGlobalString(function.name, "name", 0, &module));
      entries.push_back(function.symbol.empty() ? trampoline : code(function.symbol));
      others.push_back(function.fourStateSymbol.empty()
                           ? llvm::ConstantPointerNull::get(b.getPtrTy())
                           : llvm::cast<llvm::Constant>(code(function.fourStateSymbol)));
    }
    llvm::Constant *entryTable = named(FuncEntriesSymbol, tableOf(entries));
    named(FuncCountSymbol, b.getInt32(uint32_t(d.functions.size())));
    llvm::Constant *members[] = {
        b.getInt32(CIRCT_SIM_ABI_VERSION),
        b.getInt32(sizeof(CirctSimCompiledModuleType)),
        b.getInt64(d.designHash),
        b.getInt64(d.layoutHash),
        b.CreateGlobalString(d.processor, "processor", 0, &module),
        b.getInt32(uint32_t(d.processes.size())),
        b.getInt32(uint32_t(d.functions.size())),
        constant(llvm::ConstantDataArray::get(module.getContext(), d.processes)),
        entryTable,
        table(names),
        table(others),
        trampoline,
        cell,
        nullCells,
    };
    llvm::Constant *value = llvm::ConstantStruct::getAnon(members);
    new llvm::GlobalVariable(module, value->getType(), /*isConstant=*/true,
                             llvm::GlobalValue::ExternalLinkage, value, CIRCT_SIM_MODULE_SYMBOL);
  }

private:
  llvm::Constant *code(const std::string &symbol) {
    llvm::FunctionCallee callee = module.getOrInsertFunction(symbol, entryType);
    return llvm::cast<llvm::Constant>(callee.getCallee());
  }
  llvm::Constant *constant(llvm::Constant *value) {
    return new llvm::GlobalVariable(module, value->getType(), /*isConstant=*/true,
                                    llvm::GlobalValue::InternalLinkage, value);
  }
  /// For other objects of the library.
  llvm::Constant *named(llvm::StringRef name, llvm::Constant *value) {
    auto *global = new llvm::GlobalVariable(module, value->getType(), /*isConstant=*/true,
                                            llvm::GlobalValue::ExternalLinkage, value, name);
    global->setVisibility(llvm::GlobalValue::HiddenVisibility);
    return global;
  }
  llvm::Constant *tableOf(llvm::ArrayRef<llvm::Constant *> items) {
    return llvm::ConstantArray::get(llvm::ArrayType::get(b.getPtrTy(), items.size()), items);
  }
  llvm::Constant *table(llvm::ArrayRef<llvm::Constant *> items) { return constant(tableOf(items)); }
  /// What the program that loads the library sets.
  llvm::GlobalVariable *hostCells(llvm::StringRef name, llvm::Type *type) {
    return new llvm::GlobalVariable(module, type, /*isConstant=*/false,
                                    llvm::GlobalValue::InternalLinkage,
                                    llvm::Constant::getNullValue(type), name);
  }
  llvm::Function *emitTrampoline(llvm::GlobalVariable &cell) {
    llvm::Function *function =
        llvm::Function::Create(entryType, llvm::GlobalValue::InternalLinkage,
                               "__circt_sim_call_interpreted", module);
    b.SetInsertPoint(llvm::BasicBlock::Create(module.getContext(), "", function));
    llvm::CallInst *call = b.CreateCall(entryType, b.CreateLoad(b.getPtrTy(), &cell),
                                        {function->getArg(0), function->getArg(1)});
    call->setTailCall();
    b.CreateRet(call);
    return function;
  }
  void emitNullCall(llvm::GlobalVariable &cells) {
    auto *type = llvm::FunctionType::get(b.getVoidTy(), {b.getPtrTy()}, false);
    llvm::Function *function =
        llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, NullCallSymbol, module);
    function->setVisibility(llvm::GlobalValue::HiddenVisibility);
    b.SetInsertPoint(llvm::BasicBlock::Create(module.getContext(), "", function));
    auto *hostType = llvm::FunctionType::get(b.getVoidTy(), {b.getPtrTy(), b.getPtrTy()}, false);
    llvm::Value *host = b.CreateLoad(b.getPtrTy(), &cells);
    llvm::Value *simulation =
        b.CreateLoad(b.getPtrTy(), b.CreateConstInBoundsGEP1_32(b.getPtrTy(), &cells, 1));
    b.CreateCall(hostType, host, {simulation, function->getArg(0)});
    b.CreateUnreachable();
  }

  const ModuleDescriptor &d;
  llvm::Module &module;
  llvm::IRBuilder<> b;
  llvm::FunctionType *entryType;
};
} // namespace

std::unique_ptr<llvm::MemoryBuffer> circtsim::codegen::emitDescriptor(const ModuleDescriptor &descriptor,
                                                            llvm::TargetMachine &machine) {
  llvm::LLVMContext context;
  llvm::Module module("descriptor", context);
  module.setTargetTriple(machine.getTargetTriple());
  module.setDataLayout(machine.createDataLayout());
  DescriptorEmitter(descriptor, module).emit();
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::legacy::PassManager passes;
  if (machine.addPassesToEmitFile(passes, stream, nullptr, llvm::CodeGenFileType::ObjectFile))
    return nullptr;
  passes.run(module);
  return llvm::MemoryBuffer::getMemBufferCopy(llvm::StringRef(bytes.data(), bytes.size()));
}

bool circtsim::codegen::linkSharedObject(const std::vector<std::string> &objects, const std::string &output,
                               std::string &error) {
  llvm::SmallString<128> script;
  int file;
  if (std::error_code code = llvm::sys::fs::createTemporaryFile("exports", "map", file, script)) {
    error = code.message();
    return false;
  }
  llvm::raw_fd_ostream(file, /*shouldClose=*/true)
      << "{ global: " << CIRCT_SIM_MODULE_SYMBOL << "; local: *; };\n";
  std::string versionScript = ("--version-script=" + script).str();
  std::vector<const char *> arguments = {"ld.lld", "-shared", "--gc-sections", "-z", "relro",
                                         "--build-id=none",
                                         versionScript.c_str(), "-o", output.c_str()};
  for (const std::string &object : objects)
    arguments.push_back(object.c_str());
  llvm::raw_string_ostream problems(error);
  lld::Result result =
      lld::lldMain(arguments, problems, problems, {{lld::Gnu, &lld::elf::link}});
  llvm::sys::fs::remove(script);
  return result.retCode == 0;
}

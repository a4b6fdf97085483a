//===- TaggedCallsTest.cpp - calls by number inside a compiled library ---------===//
//
// LLVM IR with a call through a pointer goes through the pipeline of code made ahead and
// is linked with a descriptor, whose table it finds.
//
//===----------------------------------------------------------------------===//
#include "Codegen/Link/SharedObject.h"
#include "Codegen/LowerTaggedIndirectCalls.h"
#include "Codegen/ObjectEmitter.h"
#include "circt/Runtime/CirctSimABI.h"

#include "llvm/AsmParser/Parser.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"

#include <gtest/gtest.h>

#include <dlfcn.h>

using namespace circtsim;

namespace {

constexpr const char *Source = R"(
define i32 @sv.number(ptr %simulation, ptr %frame) {
  ret i32 105
}
define i32 @sv.caller(ptr %simulation, ptr %frame) {
  %f = load ptr, ptr %frame
  %r = call i32 %f(ptr %simulation, ptr %frame)
  %s = add i32 %r, 1000
  ret i32 %s
}
)";

class TaggedCalls : public testing::Test {
protected:
  using EntryFunction = uint32_t (*)(void *, void *);

  void SetUp() override {
    llvm::SmallString<128> path;
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("tagged-calls", path));
    folder = path.str();
    std::string error;
    machine = codegen::makeMachine({.isAhead = true}, /*isOptimised=*/true, error);
    ASSERT_TRUE(machine) << error;
    write("code.o", compiled());
    codegen::ModuleDescriptor descriptor;
    descriptor.functions = {{"number", "sv.number", ""}, {"caller", "sv.caller", ""},
                            {"left out", "", ""}};
    write("descriptor.o", codegen::emitDescriptor(descriptor, *machine)->getBuffer());
    ASSERT_TRUE(codegen::linkSharedObject({folder + "/descriptor.o", folder + "/code.o"},
                                          folder + "/design.so", error))
        << error;
    library = dlopen((folder + "/design.so").c_str(), RTLD_NOW | RTLD_LOCAL);
    ASSERT_TRUE(library) << dlerror();
    module = static_cast<const CirctSimCompiledModuleType *>(dlsym(library, CIRCT_SIM_MODULE_SYMBOL));
    ASSERT_TRUE(module);
  }
  void TearDown() override {
    if (library)
      dlclose(library);
    llvm::sys::fs::remove_directories(folder);
  }

  std::string compiled() {
    llvm::LLVMContext context;
    llvm::SMDiagnostic diagnostic;
    std::unique_ptr<llvm::Module> ir = llvm::parseAssemblyString(Source, diagnostic, context);
    ir->setTargetTriple(machine->getTargetTriple());
    ir->setDataLayout(machine->createDataLayout());
    codegen::Optimiser(*machine, codegen::Optimiser::Effort::Ahead).run(*ir);
    llvm::SmallVector<char, 0> bytes;
    llvm::raw_svector_ostream stream(bytes);
    llvm::legacy::PassManager passes;
    machine->addPassesToEmitFile(passes, stream, nullptr, llvm::CodeGenFileType::ObjectFile);
    passes.run(*ir);
    return std::string(bytes.data(), bytes.size());
  }
  void write(const char *name, llvm::StringRef bytes) {
    std::error_code error;
    llvm::raw_fd_ostream(folder + "/" + name, error) << bytes;
    ASSERT_FALSE(error);
  }
  uint32_t call(uint32_t function, uint64_t callee) {
    auto entry = reinterpret_cast<EntryFunction>(
        reinterpret_cast<uintptr_t>(module->func_entries[function]));
    return entry(nullptr, &callee);
  }

  std::string folder;
  std::unique_ptr<llvm::TargetMachine> machine;
  void *library = nullptr;
  const CirctSimCompiledModuleType *module = nullptr;
};

uint32_t interpreted(void *, void *) { return 7; }
uint32_t somewhere(void *, void *) { return 9; }
[[noreturn]] void nullCall(void *simulation, const char *call) {
  std::fprintf(stderr, "null in %s, %s\n", call, static_cast<const char *>(simulation));
  _exit(3);
}

TEST_F(TaggedCalls, ByNumberAndByAddress) {
  *module->call_interpreted = reinterpret_cast<const void *>(interpreted);
  EXPECT_EQ(call(0, 0), 105u);
  EXPECT_EQ(call(1, model::FunctionTag), 1105u) << "compiled code";
  EXPECT_EQ(call(1, model::FunctionTag + 2), 1007u) << "the trampoline";
  EXPECT_EQ(call(1, reinterpret_cast<uintptr_t>(somewhere)), 1009u) << "an address";
}

TEST_F(TaggedCalls, NullNamesTheCall) {
  char simulation[] = "the simulation";
  module->null_call[0] = reinterpret_cast<const void *>(nullCall);
  module->null_call[1] = simulation;
  EXPECT_EXIT(call(1, 0), testing::ExitedWithCode(3), "null in sv.caller, the simulation");
}

} // namespace

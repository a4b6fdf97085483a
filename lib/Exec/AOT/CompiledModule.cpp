//===- CompiledModule.cpp - loads code made ahead of time --------------------===//
//
// A library is taken only if it says that it belongs to this program (ABI version,
// layout) and to this design (content hash, number and names of all functions). What it
// did not compile comes back through its trampoline to the function given here.
//
//===----------------------------------------------------------------------===//
#include "Exec/AOT/CompiledModule.h"

#include "Exec/AOT/CodeLayout.h"
#include "Runtime/SimContext.h"
#include "circt/Runtime/CirctSimABI.h"

#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <elf.h>
#include <fstream>
#include <unistd.h>

using namespace circtsim;
using namespace circtsim::exec;
using namespace circtsim::model;

static ExitStatus callInterpreted(runtime::SimContext *context, Frame *frame) {
  ++context->trampolineCalls;
  return context->functions.interpreterEntry(context, frame);
}

/// Code that calls through a pointer may return anything or nothing, so that there is no way
/// back but the end of the process.
[[noreturn]] static void reportNullCall(void *simulation, const char *call) {
  auto &context = *static_cast<runtime::SimContext *>(simulation);
  context.report(runtime::Severity::Error, {}, "",
                 std::string("call of a null function pointer in ") + call);
  std::fflush(nullptr);
  _exit(runtime::ExitError);
}

/// The dynamic linker maps a file that is cut off, and the process dies where it is read:
/// the table of sections, which is last, has to be there.
static bool isWhole(const std::string &file, std::string &error) {
  Elf64_Ehdr header{};
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) {
    error = "No such file, or it cannot be read";
    return false;
  }
  auto size = uint64_t(in.tellg());
  in.seekg(0);
  in.read(reinterpret_cast<char *>(&header), sizeof header);
  if (!in || std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0) {
    error = "it is no shared library";
    return false;
  }
  if (header.e_shoff > size || size - header.e_shoff < uint64_t(header.e_shnum) * header.e_shentsize) {
    error = "it is cut off; compile the design again";
    return false;
  }
  return true;
}

/// Whether this processor executes what the other one does.
static bool runsHere(std::string_view processor) {
#if defined(__x86_64__)
  if (processor == "x86-64-v3")
    return __builtin_cpu_supports("x86-64-v3");
#endif
  return true;
}

std::unique_ptr<CompiledModule> CompiledModule::load(const std::string &path,
                                                     const DesignImage &image,
                                                     uint64_t contentHash, std::string &error) {
  // A name without '/' would be looked for in the system's folders.
  std::string file = path.find('/') == std::string::npos ? "./" + path : path;
  if (!isWhole(file, error))
    return nullptr;
  void *library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    error = dlerror();
    if (error.starts_with(file + ": "))
      error.erase(0, file.size() + 2);
    return nullptr;
  }
  std::unique_ptr<CompiledModule> module(new CompiledModule(library));
  module->module =
      static_cast<const CirctSimCompiledModuleType *>(dlsym(library, CIRCT_SIM_MODULE_SYMBOL));
  if (!module->check(image, contentHash, error))
    return nullptr;
  *module->module->call_interpreted = reinterpret_cast<const void *>(callInterpreted);
  return module;
}

CompiledModule::~CompiledModule() { dlclose(library); }

void CompiledModule::attach(runtime::SimContext &context) {
  module->null_call[0] = reinterpret_cast<const void *>(reportNullCall);
  module->null_call[1] = &context;
}

bool CompiledModule::check(const DesignImage &image, uint64_t contentHash, std::string &error) {
  auto fail = [&](std::string text) {
    error = std::move(text);
    return false;
  };
  if (!module)
    return fail("it is no compiled design: there is no " CIRCT_SIM_MODULE_SYMBOL " in it");
  if (module->abi_version != CIRCT_SIM_ABI_VERSION)
    return fail("it has version " + std::to_string(module->abi_version) +
                " of the interface, this program has version " +
                std::to_string(CIRCT_SIM_ABI_VERSION) + "; compile the design again");
  if (module->size != sizeof *module || module->layout_hash != codeLayoutHash())
    return fail("it was compiled by another version of circt-sim-compile; compile the design "
                "again");
  if (!runsHere(module->processor))
    return fail(std::string("it is for processors of level ") + module->processor +
                ", and this one is none; compile the design here");
  if (module->design_hash != contentHash || module->num_all_funcs != image.functions.size())
    return fail("it was compiled from another design; compile this one");
  for (uint32_t id = 0; id != module->num_all_funcs; ++id)
    if (image.functions[id].name != module->func_entry_names[id])
      return fail("function " + std::to_string(id) + " is '" + module->func_entry_names[id] +
                  "' there and '" + image.functions[id].name + "' in the design");
  return true;
}

bool CompiledModule::install(Function &function) {
  auto entryOf = [](const void *code) {
    return reinterpret_cast<Entry>(reinterpret_cast<uintptr_t>(code));
  };
  const void *code = module->func_entries[function.id];
  function.entry = entryOf(code);
  function.fourStateEntry = entryOf(module->func_four_state_entries[function.id]);
  return code != module->trampoline;
}

uint32_t CompiledModule::functionCount() const { return module->num_all_funcs; }
uint32_t CompiledModule::compiledCount() const {
  uint32_t count = 0;
  for (uint32_t id = 0; id != module->num_all_funcs; ++id)
    count += module->func_entries[id] != module->trampoline;
  return count;
}

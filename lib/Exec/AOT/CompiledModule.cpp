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

#include <dlfcn.h>

using namespace circtsim;
using namespace circtsim::exec;
using namespace circtsim::model;

static ExitStatus callInterpreted(runtime::SimContext *context, Frame *frame) {
  ++context->trampolineCalls;
  return context->functions.interpreterEntry(context, frame);
}

std::unique_ptr<CompiledModule> CompiledModule::load(const std::string &path,
                                                     const DesignImage &image,
                                                     uint64_t contentHash, std::string &error) {
  // A name without '/' would be looked for in the system's folders.
  std::string file = path.find('/') == std::string::npos ? "./" + path : path;
  void *library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    error = dlerror();
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

bool CompiledModule::check(const DesignImage &image, uint64_t contentHash, std::string &error) {
  auto fail = [&](std::string text) {
    error = std::move(text);
    return false;
  };
  if (!module)
    return fail("it is no compiled design: there is no " CIRCT_SIM_MODULE_SYMBOL " in it");
  if (module->abi_version != CIRCT_SIM_ABI_VERSION || module->size != sizeof *module)
    return fail("it has version " + std::to_string(module->abi_version) +
                " of the interface, this program has version " +
                std::to_string(CIRCT_SIM_ABI_VERSION) + "; compile the design again");
  if (module->layout_hash != codeLayoutHash())
    return fail("it was compiled by another version of circt-sim-compile; compile the design "
                "again");
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

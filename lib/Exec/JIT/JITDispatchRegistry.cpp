//===- JITDispatchRegistry.cpp - which code functions have ---------------------===//
//
// A function's entry is normally the code itself: entering costs nothing here. Two
// entries look at what happens. `enterFirst` notes when generated code runs for the
// first time in a simulation; until then it stands for all code. `enterOnce` is for
// the policy that keeps no code: when the last activation leaves, the interpreter's
// entry is put back and the memory is freed.
//
// Code that has been replaced stays: an activation may be inside.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/JITDispatchRegistry.h"

#include "Exec/JIT/JITCompileManager.h"

using namespace circtsim;
using namespace circtsim::exec;
using namespace circtsim::model;
using runtime::SimContext;

/// Generated code has no type information in front of its entry for
/// -fsanitize=function to look at.
#define CALLS_GENERATED_CODE [[clang::no_sanitize("function")]]

JITDispatchRegistry::JITDispatchRegistry(SimContext &context, const TierOptions &options)
    : context(context), evicts(options.cachePolicy == CachePolicy::None) {}

JITDispatchRegistry::~JITDispatchRegistry() {
  for (auto &[id, code] : installed)
    if (Function *function = context.functions.get(id)) {
      function->hasLoopEntries = false;
      function->fourStateEntry = nullptr;
      context.functions.install(*function, nullptr);
    }
}

JITDispatchRegistry &JITDispatchRegistry::of(SimContext *context) {
  return static_cast<JITCompileManager *>(context->functions.observer)->dispatch();
}

bool JITDispatchRegistry::hasAsGood(FuncId function, CodeVersion version) const {
  std::lock_guard lock(mutex);
  if (version.hasGuardEntries) {
    auto it = fourState.find(function);
    return it != fourState.end() && isAsGoodAs(it->second, version);
  }
  auto it = installed.find(function);
  return it != installed.end() && it->second.code.entry && isAsGoodAs(it->second.version, version);
}

void JITDispatchRegistry::install(Function &function, NativeCode code, CodeVersion version,
                                  uint64_t askedAt) {
  std::lock_guard lock(mutex);
  if (version.hasGuardEntries) {
    auto [it, isNew] = fourState.try_emplace(function.id, version);
    if (!isNew && isAsGoodAs(it->second, version))
      return linker->release(code);
    it->second = version;
    function.fourStateEntry.store(code.entry, std::memory_order_release);
    return;
  }
  auto [it, isNew] = installed.try_emplace(function.id);
  Installed &present = it->second;
  if (isNew)
    present.askedAt = askedAt;
  if (present.code.entry && (present.inside || isAsGoodAs(present.version, version)))
    return linker->release(code);
  if (present.code.entry && evicts)
    linker->release(present.code);
  present.code = code;
  present.version = version;
  context.functions.install(function, evicts           ? enterOnce
                                      : firstEntry < 0 ? enterFirst
                                                       : code.entry);
  if (version.hasLoopEntries)
    function.hasLoopEntries.store(true, std::memory_order_release);
}

void JITDispatchRegistry::noteFirstEntry() {
  if (firstEntry < 0)
    firstEntry =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

CALLS_GENERATED_CODE ExitStatus JITDispatchRegistry::enterFirst(SimContext *context, Frame *frame) {
  JITDispatchRegistry &registry = of(context);
  Entry entry;
  {
    std::lock_guard lock(registry.mutex);
    registry.noteFirstEntry();
    entry = registry.installed[frame->fn->id].code.entry;
    context->functions.install(const_cast<Function &>(*frame->fn), entry);
  }
  return entry(context, frame);
}

Entry JITDispatchRegistry::beginOnce(Function &function) {
  std::lock_guard lock(mutex);
  noteFirstEntry();
  Installed &present = installed[function.id];
  ++present.inside;
  ++present.entered;
  return present.code.entry;
}

void JITDispatchRegistry::endOnce(Function &function) {
  NativeCode code;
  {
    std::lock_guard lock(mutex);
    Installed &present = installed[function.id];
    if (--present.inside)
      return;
    function.hasLoopEntries.store(false, std::memory_order_relaxed);
    context.functions.install(function, nullptr);
    code = std::exchange(present.code, {});
    ++evicted;
  }
  linker->release(code);
}

CALLS_GENERATED_CODE ExitStatus JITDispatchRegistry::enterOnce(SimContext *context, Frame *frame) {
  JITDispatchRegistry &registry = of(context);
  auto &function = const_cast<Function &>(*frame->fn); // the frame may go
  ExitStatus status = registry.beginOnce(function)(context, frame);
  registry.endOnce(function);
  return status;
}

uint64_t JITDispatchRegistry::interpretedActivations(const Function &function) const {
  std::lock_guard lock(mutex);
  auto it = installed.find(function.id);
  if (it == installed.end())
    return function.activations;
  if (!evicts)
    return 0;
  // The activation that asked, and all since.
  uint64_t wanted = function.activations - it->second.askedAt + 1;
  return wanted > it->second.entered ? wanted - it->second.entered : 0;
}

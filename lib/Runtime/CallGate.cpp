//===- CallGate.cpp - calling simulated functions from C++ -------------------===//
//
// The callee runs on the context's scratch stack, above whatever is there; what
// ran before is put back afterwards. While a call is in progress no collection
// takes place, because C++ callers may hold handles.
//
//===----------------------------------------------------------------------===//
#include "Runtime/SimContext.h"

namespace circtsim::runtime {

using namespace circtsim::model;

ExitStatus CallGate::call(FuncId id, Instance *instance, const uint64_t *arguments,
                          uint32_t argumentCount, uint64_t *results, uint32_t resultCount) {
  SimContext &c = context;
  Function *fn = c.functions.get(id);
  if (!fn)
    return c.raise("function number " + std::to_string(id) + " cannot be compiled");
  FrameStack *stack = c.stack;
  sched::ScopeStack *scopes = c.scopes;
  Frame *innermost = c.innermost;
  size_t scopeDepth = c.scratchScopes.entries.size();
  Frame *frame = c.scratch.push(c.stackPool, *fn, instance, nullptr, c.options.stackLimit);
  if (!frame)
    return c.raise("the stack limit is reached by a call of " + c.image.functions[id].name);
  uint64_t *slots = frame->slots();
  for (uint32_t i = 0; i != argumentCount; ++i)
    slots[fn->constantSlots + i] = arguments[i];
  c.stack = &c.scratch;
  c.scopes = &c.scratchScopes;
  ++c.nesting;
  Frame *boundary = c.boundary;
  c.boundary = nullptr;
  ExitStatus status = c.enterFrame(c, frame);
  c.boundary = boundary;
  --c.nesting;
  if (status == ExitStatus::Wait)
    status = c.raise("a function called from an expression tries to wait (IEEE 1800-2023 13.4)");
  for (uint32_t i = 0; i != resultCount; ++i)
    results[i] = slots[fn->resultSlot + i];
  c.scratch.popAbove(c.stackPool, frame);
  c.scratch.pop(c.stackPool, frame);
  c.scratchScopes.entries.resize(scopeDepth);
  c.stack = stack;
  c.scopes = scopes;
  c.innermost = innermost;
  return status;
}

ExitStatus CallGate::evaluate(FuncId id, Instance *instance, std::vector<uint64_t> &results) {
  Function *fn = context.functions.get(id);
  if (!fn)
    return context.raise("function number " + std::to_string(id) + " cannot be compiled");
  results.resize(fn->resultSlots);
  return call(id, instance, nullptr, 0, results.data(), fn->resultSlots);
}

} // namespace circtsim::runtime

//===- RuntimeABI.h - declarations from RuntimeABI.def -----------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_RUNTIMEABI_H
#define CIRCTSIM_RUNTIME_RUNTIMEABI_H

#include "Model/Frame.h"

namespace circtsim::runtime {

enum class RuntimeFunction : uint32_t {
#define RUNTIME_FUNCTION(Name, Arguments, Results, MaySuspend, MayFault, Doc) Name,
#include "Runtime/RuntimeABI.def"
};

using RuntimeEntry = model::ExitStatus (*)(SimContext *, const uint64_t *, uint64_t *);

struct RuntimeFunctionInfo {
  const char *name;
  const char *arguments, *results;
  bool maySuspend, mayFault;
  RuntimeEntry entry;
};

/// Rows of RuntimeABI.def in order; CallRt's operand a is the index.
extern const RuntimeFunctionInfo runtimeFunctions[];
extern const uint32_t runtimeFunctionCount;

} // namespace circtsim::runtime

extern "C" {
#define RUNTIME_FUNCTION(Name, Arguments, Results, MaySuspend, MayFault, Doc)                      \
  circtsim::model::ExitStatus rt_##Name(circtsim::runtime::SimContext *context,                    \
                                        const uint64_t *arguments, uint64_t *results);
#include "Runtime/RuntimeABI.def"
}

#endif

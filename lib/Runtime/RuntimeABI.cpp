//===- RuntimeABI.cpp - the table of runtime functions -----------------------===//
//
// One row per RUNTIME_FUNCTION of RuntimeABI.def, in order.
//
//===----------------------------------------------------------------------===//
#include "Runtime/RuntimeABI.h"

namespace circtsim::runtime {

const RuntimeFunctionInfo runtimeFunctions[] = {
#define RUNTIME_FUNCTION(Name, Arguments, Results, MaySuspend, MayFault, Doc)                      \
  {#Name, Arguments, Results, MaySuspend, MayFault, rt_##Name},
#include "Runtime/RuntimeABI.def"
};

const uint32_t runtimeFunctionCount = sizeof(runtimeFunctions) / sizeof(runtimeFunctions[0]);

} // namespace circtsim::runtime

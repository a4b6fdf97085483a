//===- Events.cpp - methods of named events ----------------------------------===//
//
// IEEE 1800-2023 15.5.3: true from the trigger to the end of the time step.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Model/Storage.h"

namespace circtsim::builtins {

template <>
BuiltinResult builtin<BuiltinId::EventTriggered>(BuiltinCall &call) {
  uint64_t handle = 0;
  if (call.kind(0) == model::ArgKind::Ref)
    handle = call.reference(0).address ? model::loadUnit(call.reference(0).address, 8) : 0;
  else
    handle = call.handle(0);
  const auto *event = reinterpret_cast<const model::EventObject *>(handle);
  return returnInt(call, event && call.scheduler().isTriggered(*event));
}

} // namespace circtsim::builtins

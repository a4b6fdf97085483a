//===- Bits.cpp - bit vector functions ---------------------------------------===//
//
// IEEE 1800-2023 20.9, over the counting functions of Value/LogicWide.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

namespace circtsim::builtins {

using enum BuiltinId;

static uint32_t onesOf(const BuiltinCall &call) {
  return value::wide::countOnes(call.logic(0), call.argument(0).width);
}

/// The bits to count are the low bits of the other arguments.
template <>
BuiltinResult builtin<Countbits>(BuiltinCall &call) {
  unsigned set = 0;
  for (uint32_t i = 1; i != call.count(); ++i)
    set |= 1u << unsigned(call.logic(i).bit(0));
  return returnInt(call, value::wide::countBits(call.logic(0), call.argument(0).width, set));
}

template <>
BuiltinResult builtin<Countones>(BuiltinCall &call) {
  return returnInt(call, onesOf(call));
}

template <>
BuiltinResult builtin<Onehot>(BuiltinCall &call) {
  return returnInt(call, onesOf(call) == 1);
}

template <>
BuiltinResult builtin<Onehot0>(BuiltinCall &call) {
  return returnInt(call, onesOf(call) <= 1);
}

template <>
BuiltinResult builtin<Isunknown>(BuiltinCall &call) {
  return returnInt(call, value::wide::isUnknown(call.logic(0), call.argument(0).width));
}

} // namespace circtsim::builtins

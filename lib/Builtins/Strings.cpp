//===- Strings.cpp - methods of strings --------------------------------------===//
//
// IEEE 1800-2023 6.16. Strings are immutable objects: a method that changes its
// receiver assigns it a new one. What the runtime offers generated code is used
// here too, so that both ways of calling a method mean the same.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Model/Storage.h"
#include "Runtime/RuntimeABI.h"

namespace circtsim::builtins {

using enum BuiltinId;
using model::ArgKind;
using model::ExitStatus;
using runtime::Handle;

/// A string argument, or the text of a literal or vector, as a handle.
static Handle stringArgument(BuiltinCall &call, uint32_t i) {
  switch (call.kind(i)) {
  case ArgKind::String:
    return call.handle(i);
  case ArgKind::Ref:
    return call.reference(i).address ? model::loadUnit(call.reference(i).address, 8) : 0;
  default:
    return call.context.heap.newString(textArgument(call, i));
  }
}

using StringFunction = ExitStatus (*)(runtime::SimContext *, const uint64_t *, uint64_t *);

/// Receiver and up to two further arguments, strings or integers.
static BuiltinResult callFunction(BuiltinCall &call, StringFunction function, uint64_t &result,
                                  bool takesString = false) {
  uint64_t arguments[3] = {stringArgument(call, 0)};
  for (uint32_t i = 1; i < call.count() && i < 3; ++i)
    arguments[i] = takesString ? stringArgument(call, i) : uint64_t(call.integer(i));
  return function(&call.context, arguments, &result) == ExitStatus::Fault ? BuiltinResult::Fault
                                                                          : BuiltinResult::Done;
}

static BuiltinResult integerMethod(BuiltinCall &call, StringFunction function,
                                   bool takesString = false) {
  uint64_t result = 0;
  BuiltinResult status = callFunction(call, function, result, takesString);
  call.returnInteger(uint64_t(int64_t(int32_t(result))));
  return status;
}

static BuiltinResult stringMethod(BuiltinCall &call, StringFunction function) {
  uint64_t result = 0;
  BuiltinResult status = callFunction(call, function, result);
  call.returnHandle(result);
  return status;
}

/// A method that gives its receiver, argument 0, a new value.
static BuiltinResult assign(BuiltinCall &call, Handle value) {
  sched::storeReference(call.scheduler(), call.reference(0), 64, 64, false, &value, nullptr);
  return BuiltinResult::Done;
}

#define INTEGER_ROW(Id, Function, TakesString)                                                     \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return integerMethod(call, rt_##Function, TakesString);                                        \
  }
INTEGER_ROW(StringLen, string_len, false)
INTEGER_ROW(StringGetc, string_getc, false)
INTEGER_ROW(StringCompare, string_compare, true)
INTEGER_ROW(StringIcompare, string_icompare, true)
INTEGER_ROW(StringAtoi, string_atoi, false)
INTEGER_ROW(StringAtohex, string_atohex, false)
INTEGER_ROW(StringAtooct, string_atooct, false)
INTEGER_ROW(StringAtobin, string_atobin, false)
#undef INTEGER_ROW

template <>
BuiltinResult builtin<StringAtoreal>(BuiltinCall &call) {
  uint64_t result = 0;
  BuiltinResult status = callFunction(call, rt_string_atoreal, result);
  call.returnReal(std::bit_cast<double>(result));
  return status;
}

template <>
BuiltinResult builtin<StringToupper>(BuiltinCall &call) {
  return stringMethod(call, rt_string_toupper);
}
template <>
BuiltinResult builtin<StringTolower>(BuiltinCall &call) {
  return stringMethod(call, rt_string_tolower);
}
template <>
BuiltinResult builtin<StringSubstr>(BuiltinCall &call) {
  return stringMethod(call, rt_string_substr);
}

template <>
BuiltinResult builtin<StringPutc>(BuiltinCall &call) {
  uint64_t result = 0;
  BuiltinResult status = callFunction(call, rt_string_putc, result);
  return status == BuiltinResult::Done ? assign(call, result) : status;
}

/// itoa and its kin: the receiver becomes the digits of argument 1.
static BuiltinResult fromNumber(BuiltinCall &call, StringFunction function, uint64_t number) {
  uint64_t result = 0;
  function(&call.context, &number, &result);
  return assign(call, result);
}

template <>
BuiltinResult builtin<StringItoa>(BuiltinCall &call) {
  return fromNumber(call, rt_string_itoa, uint64_t(call.integer(1)));
}
template <>
BuiltinResult builtin<StringHextoa>(BuiltinCall &call) {
  return fromNumber(call, rt_string_hextoa, uint64_t(call.integer(1)) & value::lowMask(32));
}
template <>
BuiltinResult builtin<StringOcttoa>(BuiltinCall &call) {
  return fromNumber(call, rt_string_octtoa, uint64_t(call.integer(1)) & value::lowMask(32));
}
template <>
BuiltinResult builtin<StringBintoa>(BuiltinCall &call) {
  return fromNumber(call, rt_string_bintoa, uint64_t(call.integer(1)) & value::lowMask(32));
}
template <>
BuiltinResult builtin<StringRealtoa>(BuiltinCall &call) {
  return fromNumber(call, rt_string_realtoa, std::bit_cast<uint64_t>(realArgument(call, 1)));
}

} // namespace circtsim::builtins

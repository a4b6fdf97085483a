//===- Arguments.h - reading and writing arguments of builtins --*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_ARGUMENTS_H
#define CIRCTSIM_BUILTINS_ARGUMENTS_H

#include "Builtins/BuiltinTable.h"
#include "Value/LogicVector.h"

namespace circtsim::builtins {

/// A string, a literal, or the bytes of a vector (6.16).
std::string textArgument(const BuiltinCall &call, uint32_t i);
/// A real or integral argument as a real.
double realArgument(const BuiltinCall &call, uint32_t i);

/// Assign to a variable argument of any singular type, converting as an assignment
/// does.
void storeLogic(BuiltinCall &call, uint32_t i, const value::LogicVector &v);
void storeReal(BuiltinCall &call, uint32_t i, double v);
/// Vectors: right justified, 8 bits a character.
void storeText(BuiltinCall &call, uint32_t i, std::string_view text);
/// Bits of a variable argument of packed type, else 0.
uint32_t targetWidth(const BuiltinCall &call, uint32_t i);

/// The instance, scope or signal that a scope argument names: "" is the caller's
/// instance, `$root.` begins an absolute path, each `^` goes one instance up.
model::Lookup scopeOf(const BuiltinCall &call, uint32_t i);

/// Reports a warning at the place of the call.
void warn(const BuiltinCall &call, std::string_view text);
/// Records a run-time fault at the place of the call.
BuiltinResult fault(const BuiltinCall &call, std::string text);
/// "unsupported: <what> (IEEE 1800-2023 <clause of the row>)" as a fault.
BuiltinResult unsupported(const BuiltinCall &call, std::string_view what);

/// Returns `value` as an integer of the declared width, sign-extended.
inline BuiltinResult returnInt(BuiltinCall &call, int64_t value) {
  call.returnInteger(uint64_t(value));
  return BuiltinResult::Done;
}
inline BuiltinResult returnReal(BuiltinCall &call, double value) {
  call.returnReal(value);
  return BuiltinResult::Done;
}
inline BuiltinResult returnText(BuiltinCall &call, std::string_view text) {
  call.returnString(text);
  return BuiltinResult::Done;
}

} // namespace circtsim::builtins

#endif

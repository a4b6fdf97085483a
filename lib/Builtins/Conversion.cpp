//===- Conversion.cpp - conversion functions and $cast -----------------------===//
//
// IEEE 1800-2023 20.5 ($rtoi truncates, assignments round) and 6.24.2.
//
//===----------------------------------------------------------------------===//
#include "Builtins/DisplayFormat.h"

#include "Value/Convert.h"

#include <cmath>

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;
using value::LogicVector;

template <>
BuiltinResult builtin<Rtoi>(BuiltinCall &call) {
  if (!call.hasResult())
    return BuiltinResult::Done;
  double truncated = std::trunc(realArgument(call, 0));
  LogicVector v = LogicVector::fromDouble(call.descriptor.resultWidth, truncated);
  call.returnLogic(v.planes());
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Itor>(BuiltinCall &call) {
  return returnReal(call, realArgument(call, 0));
}

template <>
BuiltinResult builtin<Realtobits>(BuiltinCall &call) {
  return returnInt(call, std::bit_cast<int64_t>(realArgument(call, 0)));
}

template <>
BuiltinResult builtin<Bitstoreal>(BuiltinCall &call) {
  return returnReal(call, std::bit_cast<double>(call.integer(0)));
}

template <>
BuiltinResult builtin<Shortrealtobits>(BuiltinCall &call) {
  return returnInt(call, std::bit_cast<uint32_t>(float(realArgument(call, 0))));
}

template <>
BuiltinResult builtin<Bitstoshortreal>(BuiltinCall &call) {
  return returnReal(call, std::bit_cast<float>(uint32_t(call.integer(0))));
}

/// Assigns argument 1 to argument 0; false if the types do not allow it.
static bool cast(BuiltinCall &call) {
  const TypeImage &target = *call.type(0);
  bool isVector = call.kind(1) == ArgKind::Bits || call.kind(1) == ArgKind::Logic;
  if (call.kind(1) == ArgKind::Real) {
    if (!target.enumerators.empty()) {
      LogicVector rounded = LogicVector::fromDouble(64, call.real(1));
      if (!enumeratorName(target, rounded.ref()))
        return false;
    }
    if (target.kind == TypeKind::String)
      return false;
    storeReal(call, 0, call.real(1));
    return true;
  }
  if (isVector) {
    LogicVector v = LogicVector::fromRef(call.logic(1));
    if (!target.enumerators.empty()) {
      // The value itself must be that of an enumerator, not only its low bits.
      LogicVector stored = v.resize(target.width).withSign(target.isSigned);
      bool fits = value::caseEq(stored.resize(v.width()), v).isTrue();
      if (!fits || !enumeratorName(target, stored.ref()))
        return false;
    }
    storeLogic(call, 0, v);
    return true;
  }
  storeText(call, 0, textArgument(call, 1));
  return true;
}

template <>
BuiltinResult builtin<Cast>(BuiltinCall &call) {
  const TypeImage *target = call.type(0);
  bool isSingular =
      target && (target->width || target->kind == TypeKind::Real ||
                 target->kind == TypeKind::ShortReal || target->kind == TypeKind::String);
  if (!isSingular || call.kind(1) == ArgKind::Handle || call.kind(1) == ArgKind::Ref)
    return unsupported(call, "$cast of handles and aggregates");
  bool isDone = cast(call);
  if (!isDone && !call.hasResult())
    call.context.report(runtime::Severity::Error, call.position(), call.scopePath(),
                        "$cast: the value cannot be assigned to the type of the variable");
  return returnInt(call, isDone);
}

} // namespace circtsim::builtins

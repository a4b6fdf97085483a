//===- Enums.cpp - methods of enumerations -----------------------------------===//
//
// IEEE 1800-2023 6.19.5. The type of the receiver, argument 0, has the enumerators
// in order. next and prev wrap around; from a value outside of the set they give
// the default value of the type.
//
//===----------------------------------------------------------------------===//
#include "Builtins/DisplayFormat.h"

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;

static BuiltinResult step(BuiltinCall &call, bool isForward) {
  const TypeImage *type = call.type(0);
  if (!type || !call.hasResult())
    return BuiltinResult::Done;
  size_t count = type->enumerators.size(), at = enumeratorIndex(*type, call.logic(0));
  value::LogicVector v(type->width, type->isSigned,
                       type->kind == TypeKind::Logic ? value::Bit::x : value::Bit::zero);
  if (at != count) {
    uint64_t steps = call.isMissing(1) ? 1 : uint64_t(uint32_t(call.integer(1))) % count;
    at = (isForward ? at + steps : at + count - steps % count) % count;
    const std::vector<uint64_t> &planes = type->enumerators[at].second;
    uint32_t words = value::wordsFor(type->width);
    value::copyWords(v.planes().a, planes.data(), words);
    value::fillWords(v.planes().b, 0, words);
    if (planes.size() >= 2 * words)
      value::copyWords(v.planes().b, planes.data() + words, words);
  }
  value::LogicVector result = v.resize(call.descriptor.resultWidth);
  call.returnLogic(result.planes());
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<EnumNext>(BuiltinCall &call) {
  return step(call, true);
}
template <>
BuiltinResult builtin<EnumPrev>(BuiltinCall &call) {
  return step(call, false);
}

template <>
BuiltinResult builtin<EnumName>(BuiltinCall &call) {
  const TypeImage *type = call.type(0);
  const std::string *name = type ? enumeratorName(*type, call.logic(0)) : nullptr;
  return returnText(call, name ? *name : "");
}

} // namespace circtsim::builtins

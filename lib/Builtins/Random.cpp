//===- Random.cpp - random numbers -------------------------------------------===//
//
// $random and the distributions follow the algorithms of IEEE 1800-2023 Annex N
// bit by bit (Value/Random); $random without argument has one seed per simulation,
// initially 0. $urandom and $urandom_range draw from the generator of the calling
// process (18.13, 18.14); a seed argument seeds it.
//
//===----------------------------------------------------------------------===//
#include "Value/Random.h"

#include "Builtins/Arguments.h"
#include "Builtins/BuiltinState.h"
#include "Runtime/Random.h"

namespace circtsim::builtins {

using enum BuiltinId;

/// Calls `draw` with the seed variable of argument 0 and writes it back.
template <typename Draw>
static BuiltinResult drawSeeded(BuiltinCall &call, const Draw &draw) {
  std::vector<uint64_t> words;
  value::LogicRef v = call.readReference(0, words);
  auto seed = int32_t(v.b ? v.a[0] & ~v.b[0] : v.a[0]);
  int32_t result = draw(seed);
  call.writeInteger(0, seed);
  return returnInt(call, result);
}

template <>
BuiltinResult builtin<Random>(BuiltinCall &call) {
  if (call.isMissing(0))
    return returnInt(call, value::distRandom(call.context.randomSeed));
  return drawSeeded(call, value::distRandom);
}

/// A distribution of one parameter, which must be positive.
template <typename Draw>
static BuiltinResult drawOne(BuiltinCall &call, const Draw &draw) {
  auto parameter = int32_t(call.integer(1));
  if (parameter <= 0 && stateOf(call.context).isFirstWarning(call.descriptor, 'p'))
    warn(call, std::string(builtinRow(call).name) + "'s argument must be greater than 0.");
  return drawSeeded(call, [&](int32_t &seed) { return draw(seed, parameter); });
}

/// A distribution of two parameters.
template <typename Draw>
static BuiltinResult drawTwo(BuiltinCall &call, const Draw &draw) {
  return drawSeeded(call, [&](int32_t &seed) {
    return draw(seed, int32_t(call.integer(1)), int32_t(call.integer(2)));
  });
}

template <>
BuiltinResult builtin<DistUniform>(BuiltinCall &call) {
  return drawTwo(call, value::distUniform);
}
template <>
BuiltinResult builtin<DistNormal>(BuiltinCall &call) {
  return drawTwo(call, value::distNormal);
}
template <>
BuiltinResult builtin<DistErlang>(BuiltinCall &call) {
  if (call.integer(1) <= 0 && stateOf(call.context).isFirstWarning(call.descriptor, 'p'))
    warn(call, "$dist_erlang's number of stages must be greater than 0.");
  return drawTwo(call, value::distErlang);
}
template <>
BuiltinResult builtin<DistExponential>(BuiltinCall &call) {
  return drawOne(call, value::distExponential);
}
template <>
BuiltinResult builtin<DistPoisson>(BuiltinCall &call) {
  return drawOne(call, value::distPoisson);
}
template <>
BuiltinResult builtin<DistChiSquare>(BuiltinCall &call) {
  return drawOne(call, value::distChiSquare);
}
template <>
BuiltinResult builtin<DistT>(BuiltinCall &call) {
  return drawOne(call, value::distT);
}

template <>
BuiltinResult builtin<Urandom>(BuiltinCall &call) {
  uint64_t &generator = call.context.randomState();
  if (!call.isMissing(0))
    generator = runtime::seedState(uint64_t(call.integer(0)));
  return returnInt(call, int64_t(runtime::nextRandom(generator) >> 32));
}

/// Uniform in the closed range, whose ends may be swapped: the high half of a
/// 64-bit product, drawn again where it would favour some values.
template <>
BuiltinResult builtin<UrandomRange>(BuiltinCall &call) {
  auto high = uint32_t(call.integer(0));
  uint32_t low = call.isMissing(1) ? 0 : uint32_t(call.integer(1));
  if (high < low)
    std::swap(high, low);
  uint64_t range = uint64_t(high) - low + 1;
  uint64_t &generator = call.context.randomState();
  uint64_t surplus = (uint64_t(1) << 32) % range;
  uint64_t product;
  do
    product = (runtime::nextRandom(generator) >> 32) * range;
  while (uint32_t(product) < surplus);
  return returnInt(call, int64_t(low + (product >> 32)));
}

} // namespace circtsim::builtins

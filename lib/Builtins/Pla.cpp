//===- Pla.cpp - PLA modelling tasks ------------------------------------------===//
//
// IEEE 1800-2023 20.16. A row of the memory is the personality of one output bit, the
// lowest address that of the leftmost; the leftmost bit of a row belongs to the
// leftmost input. In the array format a 1 takes the input, a 0 does not. In the
// plane format 1 takes the input and 0 its complement, x takes the worst case, and z
// takes nothing. The asynchronous tasks are these in a process of their own, which
// repeats whenever an input or the personality changes (Sema).
//
//===----------------------------------------------------------------------===//
#include "Builtins/MemoryShape.h"

namespace circtsim::builtins {

using enum BuiltinId;
using value::Bit;
using value::LogicVector;

namespace {
enum class Gate : uint8_t { And, Or, Nand, Nor };

Bit invert(Bit v) {
  if (v == Bit::zero || v == Bit::one)
    return v == Bit::zero ? Bit::one : Bit::zero;
  return Bit::x;
}

Bit join(Bit x, Bit y, bool isAnd) {
  Bit decisive = isAnd ? Bit::zero : Bit::one;
  if (x == decisive || y == decisive)
    return decisive;
  bool isKnown = x <= Bit::one && y <= Bit::one;
  return isKnown ? invert(decisive) : Bit::x;
}

/// Whether an input takes part, and as what.
bool takes(Bit personality, bool isPlane, Bit &input) {
  if (!isPlane)
    return personality == Bit::one;
  if (personality == Bit::zero)
    input = invert(input);
  else if (personality == Bit::x)
    input = Bit::x;
  return personality != Bit::z;
}

BuiltinResult evaluate(BuiltinCall &call, Gate gate, bool isPlane) {
  MemoryShape memory;
  if (!memory.bind(call, 0) || memory.isSparse()) {
    warn(call, std::string(builtinRow(call).name) +
                   ": the first argument is not a memory of packed words.");
    return BuiltinResult::Done;
  }
  LogicVector inputs = LogicVector::fromRef(call.logic(1));
  uint64_t rows = uint64_t(memory.high() - memory.low()) + 1;
  LogicVector outputs(uint32_t(rows), false);
  bool isAnd = gate == Gate::And || gate == Gate::Nand;
  bool isInverted = gate == Gate::Nand || gate == Gate::Nor;
  for (uint64_t row = 0; row != rows; ++row) {
    LogicVector personality;
    memory.load(call, memory.low() + int64_t(row), 0, personality);
    Bit result = isAnd ? Bit::one : Bit::zero;
    uint32_t count = std::min(personality.width(), inputs.width());
    for (uint32_t i = 1; i <= count; ++i) {
      Bit input = inputs.bit(inputs.width() - i);
      if (input == Bit::z)
        input = Bit::x;
      if (takes(personality.bit(personality.width() - i), isPlane, input))
        result = join(result, input, isAnd);
    }
    outputs.setBit(uint32_t(rows - 1 - row), isInverted ? invert(result) : result);
  }
  storeLogic(call, 2, outputs);
  return BuiltinResult::Done;
}
} // namespace

#define PLA_TASK(Id, GateName, IsPlane)                                                            \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return evaluate(call, Gate::GateName, IsPlane);                                                \
  }
PLA_TASK(SyncAndArray, And, false)
PLA_TASK(SyncOrArray, Or, false)
PLA_TASK(SyncNandArray, Nand, false)
PLA_TASK(SyncNorArray, Nor, false)
PLA_TASK(SyncAndPlane, And, true)
PLA_TASK(SyncOrPlane, Or, true)
PLA_TASK(SyncNandPlane, Nand, true)
PLA_TASK(SyncNorPlane, Nor, true)
#undef PLA_TASK

} // namespace circtsim::builtins

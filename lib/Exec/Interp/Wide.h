//===- Wide.h - operations of any width on frame slots -----------*- C++ -*-===//
//
// Private to the interpreter. Values of w bits lie in ceil(w/64) a-slots, followed
// by as many b-slots if they are four-state. The register allocator may give a
// result slots that overlap an operand; then the result is made aside.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_EXEC_INTERP_WIDE_H
#define CIRCTSIM_EXEC_INTERP_WIDE_H

#include "Model/Code.h"
#include "Value/LogicWide.h"
#include "Value/WordBuffer.h"

namespace circtsim::exec {

inline uint32_t slotCount(uint32_t width, bool isFour) {
  return value::wordsFor(width) << unsigned(isFour);
}

/// Planes of a source operand.
inline value::ConstPlanes source(const uint64_t *slots, uint32_t width, bool isFour) {
  return {slots, isFour ? slots + value::wordsFor(width) : nullptr};
}

/// Planes of a result; made aside if `conflicts`, and copied at the end.
class Target {
public:
  Target(uint64_t *slots, uint32_t width, bool isFour, bool conflicts)
      : slots(slots), count(slotCount(width, isFour)), isAside(conflicts),
        buffer(conflicts ? count : 0) {
    uint64_t *at = isAside ? buffer.data() : slots;
    planes = {at, isFour ? at + value::wordsFor(width) : nullptr};
  }
  ~Target() {
    if (isAside)
      value::copyWords(slots, buffer.data(), count);
  }
  value::Planes planes;

private:
  uint64_t *slots;
  uint32_t count;
  bool isAside;
  value::WordBuffer buffer;
};

/// Whether [a, a+n) overlaps [b, b+m) without being the same range.
inline bool overlaps(const uint64_t *a, uint32_t n, const uint64_t *b, uint32_t m) {
  return a < b + m && b < a + n && !(a == b && n == m);
}
/// Whether the ranges share a slot at all.
inline bool touches(const uint64_t *a, uint32_t n, const uint64_t *b, uint32_t m) {
  return a < b + m && b < a + n;
}

using Slots = uint64_t *;
using model::Extension;
using model::Instr;
inline bool isFour(const Instr *in) { return in->aux & model::FlagFour; }
inline bool isSigned(const Instr *in) { return in->aux & model::FlagSigned; }
inline const Extension &extension(const Instr *in) {
  return *reinterpret_cast<const Extension *>(in + 1);
}

/// Stores a one-bit result: a pair if four-state, else one slot.
inline void setBit(uint64_t *slot, value::Logic64 bit, bool isFourState) {
  if (isFourState) {
    slot[0] = bit.a;
    slot[1] = bit.b;
  } else {
    slot[0] = bit.a & ~bit.b;
  }
}

template <void (*Operation)(value::Planes, value::ConstPlanes, value::ConstPlanes, uint32_t)>
[[gnu::noinline]] void binaryWide(Slots fp, const Instr *in) {
  uint32_t width = extension(in).e0, n = slotCount(width, isFour(in));
  bool conflicts = overlaps(fp + in->a, n, fp + in->b, n) || overlaps(fp + in->a, n, fp + in->c, n);
  Target target(fp + in->a, width, isFour(in), conflicts);
  Operation(target.planes, source(fp + in->b, width, isFour(in)),
            source(fp + in->c, width, isFour(in)), width);
}

template <void (*Operation)(value::Planes, value::ConstPlanes, uint32_t)>
[[gnu::noinline]] void unaryWide(Slots fp, const Instr *in) {
  uint32_t width = extension(in).e0, n = slotCount(width, isFour(in));
  Target target(fp + in->a, width, isFour(in), overlaps(fp + in->a, n, fp + in->b, n));
  Operation(target.planes, source(fp + in->b, width, isFour(in)), width);
}

template <void (*Operation)(value::Planes, value::ConstPlanes, value::LogicRef, uint32_t)>
[[gnu::noinline]] void shiftWide(Slots fp, const Instr *in) {
  const Extension &e = extension(in);
  uint32_t n = slotCount(e.e0, isFour(in)), m = slotCount(e.e1, isFour(in));
  bool conflicts = overlaps(fp + in->a, n, fp + in->b, n) || touches(fp + in->a, n, fp + in->c, m);
  Target target(fp + in->a, e.e0, isFour(in), conflicts);
  value::ConstPlanes amount = source(fp + in->c, e.e1, isFour(in));
  Operation(target.planes, source(fp + in->b, e.e0, isFour(in)), {amount.a, amount.b, e.e1, false},
            e.e0);
}

template <value::Logic64 (*Operation)(value::ConstPlanes, value::ConstPlanes, uint32_t)>
[[gnu::noinline]] value::Logic64 compareWide(Slots fp, const Instr *in) {
  uint32_t width = extension(in).e0;
  return Operation(source(fp + in->b, width, isFour(in)), source(fp + in->c, width, isFour(in)),
                   width);
}

template <bool (*Operation)(value::ConstPlanes, value::ConstPlanes, uint32_t)>
[[gnu::noinline]] bool matchWide(Slots fp, const Instr *in) {
  uint32_t width = extension(in).e0;
  return Operation(source(fp + in->b, width, isFour(in)), source(fp + in->c, width, isFour(in)),
                   width);
}

template <value::Logic64 (*Operation)(value::ConstPlanes, uint32_t)>
[[gnu::noinline]] value::Logic64 reduceWide(Slots fp, const Instr *in) {
  uint32_t width = extension(in).e0;
  return Operation(source(fp + in->b, width, isFour(in)), width);
}

// Wide.cpp
void powWide(Slots fp, const Instr *in);
void extendWide(Slots fp, const Instr *in);
void toFourWide(Slots fp, const Instr *in);
void toTwoWide(Slots fp, const Instr *in);
/// A value as an index: InvalidIndex if it is unknown or beyond 62 bits and a sign.
int64_t indexOf(value::LogicRef x);
int64_t indexWide(Slots fp, const Instr *in);
void extractWide(Slots fp, const Instr *in, uint32_t width, uint32_t sourceWidth, int64_t lo);
void insertWide(Slots fp, const Instr *in, int64_t lo);
void replicateWide(Slots fp, const Instr *in);
void fillWide(Slots fp, const Instr *in);
uint64_t countBitsWide(Slots fp, const Instr *in);
void reverseWide(Slots fp, const Instr *in);
double toRealWide(Slots fp, const Instr *in);
void fromRealWide(Slots fp, const Instr *in);

} // namespace circtsim::exec

#endif

//===- Wide.cpp - wide instructions of irregular shape -----------------------===//
//
// Each function is one instruction of Opcodes.def: it decodes the operands and
// calls its counterpart of Value. Kept out of the dispatch loop, because the work
// outweighs the call.
//
//===----------------------------------------------------------------------===//
#include "Exec/Interp/Wide.h"

#include "Model/Ids.h"
#include "Value/Convert.h"

#include <bit>

namespace circtsim::exec {

using namespace circtsim::value;

void powWide(Slots fp, const Instr *in) {
  const Extension &e = extension(in);
  uint32_t n = slotCount(e.e0, isFour(in)), m = slotCount(e.e1, isFour(in));
  bool conflicts = overlaps(fp + in->a, n, fp + in->b, n) || touches(fp + in->a, n, fp + in->c, m);
  Target target(fp + in->a, e.e0, isFour(in), conflicts);
  ConstPlanes exponent = source(fp + in->c, e.e1, isFour(in));
  wide::power(target.planes, source(fp + in->b, e.e0, isFour(in)), e.e0, isSigned(in),
              {exponent.a, exponent.b, e.e1, isSigned(in)});
}

void extendWide(Slots fp, const Instr *in) {
  const Extension &e = extension(in);
  uint32_t from = slotCount(e.e0, isFour(in)), to = slotCount(e.e1, isFour(in));
  Target target(fp + in->a, e.e1, isFour(in), overlaps(fp + in->a, to, fp + in->b, from));
  wide::resize(target.planes, e.e1, source(fp + in->b, e.e0, isFour(in)), e.e0, isSigned(in));
}

void toFourWide(Slots fp, const Instr *in) {
  uint32_t words = wordsFor(extension(in).e0);
  copyWords(fp + in->a, fp + in->b, words);
  fillWords(fp + in->a + words, 0, words);
}

void toTwoWide(Slots fp, const Instr *in) {
  uint32_t words = wordsFor(extension(in).e0);
  uint64_t *d = fp + in->a;
  const uint64_t *s = fp + in->b;
  if (d <= s) { // a result below the operand overwrites only words already read
    for (uint32_t i = 0; i != words; ++i)
      d[i] = s[i] & ~s[words + i];
  } else {
    for (uint32_t i = words; i-- > 0;)
      d[i] = s[i] & ~s[words + i];
  }
}

int64_t indexOf(LogicRef x) {
  int64_t index;
  if (!wide::indexValue(x, index))
    return model::InvalidIndex;
  // So far away it selects nothing in any object, and adding offsets could overflow.
  constexpr int64_t limit = int64_t(1) << 62;
  return index < -limit || index >= limit ? model::InvalidIndex : index;
}

int64_t indexWide(Slots fp, const Instr *in) {
  uint32_t width = extension(in).e0;
  ConstPlanes x = source(fp + in->b, width, isFour(in));
  return indexOf({x.a, x.b, width, isSigned(in)});
}

void extractWide(Slots fp, const Instr *in, uint32_t width, uint32_t sourceWidth, int64_t lo) {
  uint32_t n = slotCount(width, isFour(in)), m = slotCount(sourceWidth, isFour(in));
  Target target(fp + in->a, width, isFour(in), touches(fp + in->a, n, fp + in->b, m));
  if (lo == model::InvalidIndex)
    wide::fill(target.planes, width, isFour(in) ? Bit::x : Bit::zero);
  else
    wide::extract(target.planes, width, source(fp + in->b, sourceWidth, isFour(in)), sourceWidth,
                  lo);
}

void insertWide(Slots fp, const Instr *in, int64_t lo) {
  const Extension &e = extension(in);
  if (lo == model::InvalidIndex)
    return;
  uint64_t *a = fp + in->a;
  Planes target{a, isFour(in) ? a + wordsFor(e.e1) : nullptr};
  wide::insert(target, e.e1, source(fp + in->b, e.e0, isFour(in)), e.e0, lo);
}

void replicateWide(Slots fp, const Instr *in) {
  const Extension &e = extension(in);
  uint32_t width = e.e0 * e.e1;
  uint32_t n = slotCount(width, isFour(in)), m = slotCount(e.e0, isFour(in));
  Target target(fp + in->a, width, isFour(in), touches(fp + in->a, n, fp + in->b, m));
  wide::replicate(target.planes, source(fp + in->b, e.e0, isFour(in)), e.e0, e.e1);
}

void fillWide(Slots fp, const Instr *in) {
  Target target(fp + in->a, extension(in).e0, isFour(in), false);
  wide::fill(target.planes, extension(in).e0, Bit(in->b));
}

uint64_t countBitsWide(Slots fp, const Instr *in) {
  uint32_t width = extension(in).e0;
  return wide::countBits(source(fp + in->b, width, isFour(in)), width, in->c);
}

void reverseWide(Slots fp, const Instr *in) {
  const Extension &e = extension(in);
  uint32_t n = slotCount(e.e0, isFour(in));
  Target target(fp + in->a, e.e0, isFour(in), touches(fp + in->a, n, fp + in->b, n));
  wide::streamReverse(target.planes, source(fp + in->b, e.e0, isFour(in)), e.e0, e.e1);
}

double toRealWide(Slots fp, const Instr *in) {
  uint32_t width = extension(in).e0;
  ConstPlanes x = source(fp + in->b, width, isFour(in));
  return toDouble({x.a, x.b, width, isSigned(in)});
}

void fromRealWide(Slots fp, const Instr *in) {
  double number = std::bit_cast<double>(fp[in->b]);
  Target target(fp + in->a, extension(in).e0, isFour(in), false);
  fromDouble(target.planes, extension(in).e0, number);
}

} // namespace circtsim::exec

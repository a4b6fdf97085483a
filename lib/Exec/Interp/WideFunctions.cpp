//===- WideFunctions.cpp - wide operations that generated code calls ---------===//
//
// C functions on addresses of words, one per row of section "wide values" of
// RuntimeABI.def. Generated code calls them for values that are too long to be
// worth inline code, for multiplication and division, and for stores that somebody
// has to hear of. Each one is an operation of value::wide or of Sched, with the
// widths as arguments: there is no instruction to decode.
//
// Frames are words to the compiler, and slots of a result may overlap those of an
// operand in any way; then the result is made aside (Target).
//
//===----------------------------------------------------------------------===//
#include "Exec/Interp/WideFunctions.h"

#include "Exec/Interp/Support.h"

namespace circtsim::exec::native {

using namespace circtsim::model;
using namespace circtsim::value;
using Words = uint64_t *;
using ConstWords = const uint64_t *;

namespace {

/// Width and states of a value, as generated code passes them.
struct Shape {
  uint32_t width;
  bool isFour;
  Shape(uint32_t code) : width(code & 0x7FFFFFFF), isFour(code >> 31) {}
  uint32_t slots() const { return slotCount(width, isFour); }
  ConstPlanes planes(ConstWords words) const { return source(words, width, isFour); }
};

uint32_t codeOf(Logic64 bit) { return uint32_t(bit.a | bit.b << 1); }

using Binary = void(Planes, ConstPlanes, ConstPlanes, uint32_t);
using Unary = void(Planes, ConstPlanes, uint32_t);
using Shift = void(Planes, ConstPlanes, LogicRef, uint32_t);
using Relation = Logic64(ConstPlanes, ConstPlanes, uint32_t);
using Match = bool(ConstPlanes, ConstPlanes, uint32_t);
using Reduction = Logic64(ConstPlanes, uint32_t);
using Predicate = bool(ConstPlanes, uint32_t);

template <Binary *Operation>
void binary(SimContext *, Words d, ConstWords x, ConstWords y, uint32_t code) {
  Shape s(code);
  uint32_t n = s.slots();
  Target target(d, s.width, s.isFour, overlaps(d, n, x, n) || overlaps(d, n, y, n));
  Operation(target.planes, s.planes(x), s.planes(y), s.width);
}

template <Unary *Operation> void unary(SimContext *, Words d, ConstWords x, uint32_t code) {
  Shape s(code);
  Target target(d, s.width, s.isFour, overlaps(d, s.slots(), x, s.slots()));
  Operation(target.planes, s.planes(x), s.width);
}

template <Shift *Operation>
void shift(SimContext *, Words d, ConstWords x, ConstWords y, uint32_t code, uint32_t amountWidth) {
  Shape s(code);
  uint32_t n = s.slots(), m = slotCount(amountWidth, s.isFour);
  Target target(d, s.width, s.isFour, overlaps(d, n, x, n) || touches(d, n, y, m));
  ConstPlanes amount = source(y, amountWidth, s.isFour);
  Operation(target.planes, s.planes(x), {amount.a, amount.b, amountWidth, false}, s.width);
}

void power(SimContext *, Words d, ConstWords x, ConstWords y, uint32_t code, uint32_t exponent) {
  Shape s(code);
  bool isSigned = exponent >> 31;
  uint32_t n = s.slots(), width = exponent & 0x7FFFFFFF, m = slotCount(width, s.isFour);
  Target target(d, s.width, s.isFour, overlaps(d, n, x, n) || touches(d, n, y, m));
  ConstPlanes planes = source(y, width, s.isFour);
  wide::power(target.planes, s.planes(x), s.width, isSigned, {planes.a, planes.b, width, isSigned});
}

template <Relation *Operation>
uint32_t relation(SimContext *, ConstWords x, ConstWords y, uint32_t code) {
  Shape s(code);
  return codeOf(Operation(s.planes(x), s.planes(y), s.width));
}

template <Match *Operation>
uint32_t match(SimContext *, ConstWords x, ConstWords y, uint32_t code) {
  Shape s(code);
  return Operation(s.planes(x), s.planes(y), s.width);
}

template <Reduction *Operation> uint32_t reduction(SimContext *, ConstWords x, uint32_t code) {
  Shape s(code);
  return codeOf(Operation(s.planes(x), s.width));
}

template <Predicate *Operation> uint32_t predicate(SimContext *, ConstWords x, uint32_t code) {
  Shape s(code);
  return Operation(s.planes(x), s.width);
}

int64_t index(SimContext *, ConstWords x, uint32_t code, uint32_t isSigned) {
  Shape s(code);
  return indexOf({x, s.planes(x).b, s.width, isSigned != 0});
}

// --- Selects ----------------------------------------------------------------------

void resize(SimContext *, Words d, ConstWords x, uint32_t code, uint32_t from, uint32_t isSigned) {
  Shape s(code);
  uint32_t m = slotCount(from, s.isFour);
  Target target(d, s.width, s.isFour, overlaps(d, s.slots(), x, m));
  wide::resize(target.planes, s.width, source(x, from, s.isFour), from, isSigned != 0);
}

void extract(SimContext *, Words d, ConstWords x, uint32_t code, uint32_t from, int64_t lo) {
  Shape s(code);
  uint32_t m = slotCount(from, s.isFour);
  Target target(d, s.width, s.isFour, touches(d, s.slots(), x, m));
  if (lo == InvalidIndex)
    wide::fill(target.planes, s.width, s.isFour ? Bit::x : Bit::zero);
  else
    wide::extract(target.planes, s.width, source(x, from, s.isFour), from, lo);
}

void insert(SimContext *, Words d, ConstWords x, uint32_t code, uint32_t into, int64_t lo) {
  Shape s(code);
  if (lo != InvalidIndex)
    wide::insert({d, s.isFour ? d + wordsFor(into) : nullptr}, into, s.planes(x), s.width, lo);
}

void replicate(SimContext *, Words d, ConstWords x, uint32_t code, uint32_t count) {
  Shape s(code);
  uint32_t width = s.width * count;
  Target target(d, width, s.isFour, touches(d, slotCount(width, s.isFour), x, s.slots()));
  wide::replicate(target.planes, s.planes(x), s.width, count);
}

void reverse(SimContext *, Words d, ConstWords x, uint32_t code, uint32_t slice) {
  Shape s(code);
  Target target(d, s.width, s.isFour, touches(d, s.slots(), x, s.slots()));
  wide::streamReverse(target.planes, s.planes(x), s.width, slice);
}

uint32_t count(SimContext *, ConstWords x, uint32_t code, uint32_t set) {
  Shape s(code);
  return wide::countBits(s.planes(x), s.width, set);
}

// --- Memory -----------------------------------------------------------------------

void load(SimContext *context, const uint8_t *address, int64_t bit, uint32_t code, uint32_t unit,
          Words d) {
  Shape s(code);
  sched::loadBits(context->native.planeDistance, address, bit, s.width, unit, s.isFour, d,
                  d + wordsFor(s.width));
}

void store(SimContext *context, uint8_t *address, uint32_t signal, int64_t bit, uint32_t code,
           uint32_t unit, ConstWords x) {
  Shape s(code);
  sched::storeBits(context->scheduler(), address, signal, bit, s.width, unit, s.isFour, x,
                   s.planes(x).b);
}

void pushBits(SimContext *context, uint8_t *address, uint32_t signal, int64_t bit, uint32_t code,
              uint32_t unit, ConstWords x) {
  Shape s(code);
  context->scheduler().nba().pushBits(address, signal, {bit, s.width, unit}, s.isFour, x,
                                      s.planes(x).b);
}

void pushReference(SimContext *context, uint8_t *address, uint32_t signal, int64_t bit,
                   uint32_t code, uint32_t unit, ConstWords x) {
  Shape s(code);
  if (!address)
    return;
  if (bit == 0 && s.width == unit && unit <= 64)
    context->scheduler().nba().push(address, signal, nbaKind(s.width, s.isFour), x[0],
                                    s.isFour ? x[1] : 0);
  else
    pushBits(context, address, signal, bit, code, unit, x);
}

} // namespace

#define ENTRY(Name, ...) const void *const Name = reinterpret_cast<const void *>(__VA_ARGS__)
ENTRY(wideAdd, binary<wide::add>);
ENTRY(wideSub, binary<wide::sub>);
ENTRY(wideMul, binary<wide::mul>);
ENTRY(wideDivU, binary<wide::divU>);
ENTRY(wideDivS, binary<wide::divS>);
ENTRY(wideModU, binary<wide::modU>);
ENTRY(wideModS, binary<wide::modS>);
ENTRY(wideAnd, binary<wide::bitAnd>);
ENTRY(wideOr, binary<wide::bitOr>);
ENTRY(wideXor, binary<wide::bitXor>);
ENTRY(wideMerge, binary<wide::merge>);
ENTRY(wideNeg, unary<wide::neg>);
ENTRY(wideNot, unary<wide::bitNot>);
ENTRY(widePower, power);
ENTRY(wideShl, shift<wide::shl>);
ENTRY(wideShr, shift<wide::shr>);
ENTRY(wideAshr, shift<wide::ashr>);
ENTRY(wideEq, relation<wide::eq>);
ENTRY(wideWildEq, relation<wide::wildcardEq>);
ENTRY(wideLtU, relation<wide::ltU>);
ENTRY(wideLtS, relation<wide::ltS>);
ENTRY(wideLeU, relation<wide::leU>);
ENTRY(wideLeS, relation<wide::leS>);
ENTRY(wideCaseEq, match<wide::caseEq>);
ENTRY(wideCasez, match<wide::casezMatch>);
ENTRY(wideCasex, match<wide::casexMatch>);
ENTRY(wideBool, reduction<wide::truth>);
ENTRY(wideRedAnd, reduction<wide::reduceAnd>);
ENTRY(wideRedXor, reduction<wide::reduceXor>);
ENTRY(wideIsTrue, predicate<wide::isTrue>);
ENTRY(wideIsUnknown, predicate<wide::isUnknown>);
ENTRY(wideIndex, index);
ENTRY(wideResize, resize);
ENTRY(wideExtract, extract);
ENTRY(wideInsert, insert);
ENTRY(wideReplicate, replicate);
ENTRY(wideReverse, reverse);
ENTRY(wideCount, native::count);
ENTRY(loadBits, load);
ENTRY(storeBits, store);
ENTRY(nbaBits, pushBits);
ENTRY(nbaReference, pushReference);
#undef ENTRY

} // namespace circtsim::exec::native

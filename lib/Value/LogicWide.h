//===- LogicWide.h - Two- and four-state operations, any width --*- C++ -*-===//
//
// The operations of Logic64.h on vectors of any width >= 1 held in planes of
// wordsFor(width) words. The meaning of each is that of its namesake there.
//
// Conventions
// - Inputs are normalised (zero above the width), results too.
// - An input with b == nullptr is two-state. A destination with b == nullptr
//   stores the two-state image: X and Z become 0.
// - "May alias": the destination planes may be the very planes of an input (not
//   an overlapping range). All functions allow it except where noted.
// - No heap use up to 4096 bits.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_LOGICWIDE_H
#define CIRCTSIM_VALUE_LOGICWIDE_H

#include "Value/Logic64.h"

namespace circtsim::value {

namespace wide {

//===--- Moving and converting --------------------------------------------===//

/// Sets every bit to `bit`.
void fill(Planes d, uint32_t width, Bit bit);
inline void setX(Planes d, uint32_t width) { fill(d, width, Bit::x); }
inline void setZ(Planes d, uint32_t width) { fill(d, width, Bit::z); }
inline void setZero(Planes d, uint32_t width) { fill(d, width, Bit::zero); }
void copy(Planes d, ConstPlanes x, uint32_t width);
/// Truncates, or extends by zeros or by the sign bit (which may be X or Z).
void resize(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, bool isSigned);
/// X and Z become 0 in the a-plane; the b-plane (if any) is cleared.
void toTwoState(Planes d, ConstPlanes x, uint32_t width);
/// Whether any bit is X or Z.
bool isUnknown(ConstPlanes x, uint32_t width);

//===--- Bitwise operators ------------------------------------------------===//

void bitAnd(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void bitOr(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void bitXor(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void bitXnor(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void bitNot(Planes d, ConstPlanes x, uint32_t width);

//===--- Arithmetic: all X when an operand bit is unknown -----------------===//

void add(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void sub(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void neg(Planes d, ConstPlanes x, uint32_t width);
void mul(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
/// All X for a zero divisor (0 in a two-state destination).
void divU(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void divS(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void modU(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
void modS(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
/// x ** y; `y` has its own width and sign (table 11-4).
void power(Planes d, ConstPlanes x, uint32_t width, bool xSigned, LogicRef y);

//===--- Shifts -----------------------------------------------------------===//

/// Reads a shift amount (unsigned); false when a bit is unknown. Amounts of
/// 2**64 and above become the largest uint64_t.
bool shiftAmount(LogicRef y, uint64_t &amount);
void shl(Planes d, ConstPlanes x, uint64_t amount, uint32_t width);
void shr(Planes d, ConstPlanes x, uint64_t amount, uint32_t width);
void ashr(Planes d, ConstPlanes x, uint64_t amount, uint32_t width);
/// As above; an unknown amount gives all X.
void shl(Planes d, ConstPlanes x, LogicRef amount, uint32_t width);
void shr(Planes d, ConstPlanes x, LogicRef amount, uint32_t width);
void ashr(Planes d, ConstPlanes x, LogicRef amount, uint32_t width);

//===--- Equality and relations: a one-bit Logic64 ------------------------===//

Logic64 eq(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 ne(ConstPlanes x, ConstPlanes y, uint32_t width);
bool caseEq(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 wildcardEq(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 wildcardNe(ConstPlanes x, ConstPlanes y, uint32_t width);
bool casezMatch(ConstPlanes x, ConstPlanes y, uint32_t width);
bool casexMatch(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 ltU(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 leU(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 gtU(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 geU(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 ltS(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 leS(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 gtS(ConstPlanes x, ConstPlanes y, uint32_t width);
Logic64 geS(ConstPlanes x, ConstPlanes y, uint32_t width);

//===--- Truth and reductions: a one-bit Logic64 --------------------------===//

bool isTrue(ConstPlanes x, uint32_t width);
Logic64 truth(ConstPlanes x, uint32_t width);
Logic64 logicNot(ConstPlanes x, uint32_t width);
Logic64 reduceAnd(ConstPlanes x, uint32_t width);
Logic64 reduceOr(ConstPlanes x, uint32_t width);
Logic64 reduceXor(ConstPlanes x, uint32_t width);
Logic64 reduceNand(ConstPlanes x, uint32_t width);
Logic64 reduceNor(ConstPlanes x, uint32_t width);
Logic64 reduceXnor(ConstPlanes x, uint32_t width);

//===--- Conditional ------------------------------------------------------===//

/// Equal known bits stay, all others become X (table 11-20).
void merge(Planes d, ConstPlanes x, ConstPlanes y, uint32_t width);
/// `condition` is a truth value: 1 takes x, 0 takes y, X merges.
void mux(Planes d, Logic64 condition, ConstPlanes x, ConstPlanes y, uint32_t width);

//===--- Selects and concatenation: no aliasing ---------------------------===//

/// Reads an index; false when a bit is unknown. Values that do not fit become
/// the nearest int64_t (which is out of range of every vector).
bool indexValue(LogicRef index, int64_t &value);
/// d = bits [lo, lo + dWidth) of x; positions outside [0, xWidth) read X.
void extract(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, int64_t lo);
/// d = bits [index, index + dWidth) of x; an unknown index reads X.
void select(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, LogicRef index);
/// Overwrites bits [lo, lo + xWidth) of d; positions outside [0, dWidth) are
/// dropped.
void insert(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, int64_t lo);
/// As `insert`; true when a stored bit changed.
bool store(Planes d, uint32_t dWidth, ConstPlanes x, uint32_t xWidth, int64_t lo);
/// d = {parts[0], parts[1], ...}: the first part is the most significant. The
/// width of d is the sum of the widths.
void concat(Planes d, const LogicRef *parts, uint32_t count);
/// d = {count{x}}.
void replicate(Planes d, ConstPlanes x, uint32_t width, uint32_t count);
/// d = {<< slice {x}}: blocks of `slice` bits, cut from the right, in reverse
/// order; the leftmost block may be shorter (11.4.14.2).
void streamReverse(Planes d, ConstPlanes x, uint32_t width, uint32_t slice);

//===--- Bit counting (20.8.1, 20.9) --------------------------------------===//

/// Number of known ones.
uint32_t countOnes(ConstPlanes x, uint32_t width);
/// Number of bits whose value is in the set; bit n of `set` stands for Bit(n).
uint32_t countBits(ConstPlanes x, uint32_t width, unsigned set);
/// The smallest n with 2**n >= x; X and Z count as 0.
uint32_t clog2(ConstPlanes x, uint32_t width);

} // namespace wide

/// Arithmetic on plain word arrays, the base of the above and of conversions.
namespace words {

/// d = x * y modulo 2**(64 * count). `d` must not alias.
void mul(uint64_t *d, const uint64_t *x, const uint64_t *y, uint32_t count);
/// d = -x modulo 2**(64 * count). May alias.
void neg(uint64_t *d, const uint64_t *x, uint32_t count);
/// Divides `count` words by one word in place and returns the remainder.
uint64_t divideByWord(uint64_t *words, uint32_t count, uint64_t divisor);
/// words = words * factor + addend; returns the word carried out.
uint64_t multiplyAdd(uint64_t *words, uint32_t count, uint64_t factor, uint64_t addend);
/// quotient and remainder (either may be nullptr) of x / y for y != 0, all of
/// `count` words. Outputs may alias inputs.
void divide(uint64_t *quotient, uint64_t *remainder, const uint64_t *x, const uint64_t *y,
            uint32_t count);

} // namespace words
} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_LOGICWIDE_H

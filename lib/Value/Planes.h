//===- Planes.h - Borrowed views of two- and four-state vectors -*- C++ -*-===//
//
// A four-state vector is two arrays of words, the planes a and b (LRM 38.14,
// s_vpi_vecval): 0 = (0,0), 1 = (1,0), Z = (0,1), X = (1,1). Bits above the
// width are zero in both planes.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_PLANES_H
#define CIRCTSIM_VALUE_PLANES_H

#include "Value/Words.h"

namespace circtsim::value {

/// One four-state bit; the numeric value is a | (b << 1).
enum class Bit : uint8_t { zero = 0, one = 1, z = 2, x = 3 };

/// The letter of a bit: 0, 1, z, x.
constexpr char bitLetter(Bit bit) { return "01zx"[unsigned(bit)]; }

/// Up to 64 four-state bits by value.
struct Logic64 {
  uint64_t a, b;
  friend constexpr bool operator==(Logic64, Logic64) = default;
};

/// Read-only planes; `b` == nullptr means a two-state vector.
struct ConstPlanes {
  const uint64_t *a;
  const uint64_t *b = nullptr;

  Logic64 word(uint32_t i) const { return {a[i], b ? b[i] : 0}; }
  Bit bit(uint32_t i) const {
    return Bit(unsigned(testBit(a, i)) | (b && testBit(b, i) ? 2u : 0u));
  }
};

/// Writable planes; with `b` == nullptr the vector is two-state, and an X or Z
/// stored into it becomes 0 (LRM 6.3.1).
struct Planes {
  uint64_t *a;
  uint64_t *b = nullptr;

  operator ConstPlanes() const { return {a, b}; }
  void setWord(uint32_t i, Logic64 v) const {
    if (b) {
      a[i] = v.a;
      b[i] = v.b;
    } else {
      a[i] = v.a & ~v.b;
    }
  }
  void setBit(uint32_t i, Bit v) const {
    bool unknown = unsigned(v) & 2;
    writeBit(a, i, (unsigned(v) & 1) && (b || !unknown));
    if (b)
      writeBit(b, i, unknown);
  }
};

/// A borrowed vector with its type.
struct LogicRef {
  const uint64_t *a;
  const uint64_t *b; ///< nullptr: two-state
  uint32_t width;
  bool isSigned = false;

  operator ConstPlanes() const { return {a, b}; }
  ConstPlanes planes() const { return {a, b}; }
  Bit bit(uint32_t i) const { return planes().bit(i); }
};

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_PLANES_H

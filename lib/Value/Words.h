//===- Words.h - Bit ranges in arrays of 64-bit words -----------*- C++ -*-===//
//
// Helpers over little-endian arrays of uint64_t: bit i of a vector is bit
// (i % 64) of word (i / 64). No function reads or writes a word that holds none
// of the bits it names.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_WORDS_H
#define CIRCTSIM_VALUE_WORDS_H

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace circtsim::value {

/// Number of 64-bit words that hold `width` bits.
constexpr uint32_t wordsFor(uint32_t width) { return (width >> 6) + ((width & 63) != 0); }

/// A word whose low `count` bits are one; `count` >= 64 gives all ones.
constexpr uint64_t lowMask(uint32_t count) {
  return count >= 64 ? ~uint64_t(0) : (uint64_t(1) << count) - 1;
}

/// Mask of the valid bits in the last word of a vector of `width` > 0 bits.
constexpr uint64_t topMask(uint32_t width) { return ~uint64_t(0) >> ((64 - (width & 63)) & 63); }

/// Clears the bits above `width` in the last word.
inline void maskTop(uint64_t *words, uint32_t width) {
  if (width & 63)
    words[width >> 6] &= topMask(width);
}

inline bool testBit(const uint64_t *words, uint32_t index) {
  return (words[index >> 6] >> (index & 63)) & 1;
}

inline void writeBit(uint64_t *words, uint32_t index, bool bit) {
  uint64_t mask = uint64_t(1) << (index & 63);
  uint64_t &word = words[index >> 6];
  word = bit ? word | mask : word & ~mask;
}

/// Copies `count` words; the ranges may overlap.
inline void copyWords(uint64_t *dst, const uint64_t *src, uint32_t count) {
  if (count)
    std::memmove(dst, src, size_t(count) * sizeof(uint64_t));
}

inline void fillWords(uint64_t *dst, uint64_t word, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i)
    dst[i] = word;
}

inline bool isZeroWords(const uint64_t *words, uint32_t count) {
  uint64_t any = 0;
  for (uint32_t i = 0; i < count; ++i)
    any |= words[i];
  return any == 0;
}

inline bool equalWords(const uint64_t *x, const uint64_t *y, uint32_t count) {
  return count == 0 || std::memcmp(x, y, size_t(count) * sizeof(uint64_t)) == 0;
}

/// Unsigned comparison: -1, 0 or 1.
inline int compareWords(const uint64_t *x, const uint64_t *y, uint32_t count) {
  for (uint32_t i = count; i-- > 0;)
    if (x[i] != y[i])
      return x[i] < y[i] ? -1 : 1;
  return 0;
}

/// Number of words left when leading zero words are dropped.
inline uint32_t significantWords(const uint64_t *words, uint32_t count) {
  while (count && !words[count - 1])
    --count;
  return count;
}

/// Position of the highest set bit plus one; 0 for zero.
inline uint32_t activeBits(const uint64_t *words, uint32_t count) {
  count = significantWords(words, count);
  return count ? count * 64 - std::countl_zero(words[count - 1]) : 0;
}

/// Bits [lo, lo + width) of `src`, right aligned; 1 <= width <= 64.
inline uint64_t extractWord(const uint64_t *src, uint32_t lo, uint32_t width) {
  uint32_t word = lo >> 6, shift = lo & 63;
  uint64_t bits = src[word] >> shift;
  if (shift + width > 64)
    bits |= src[word + 1] << (64 - shift);
  return bits & lowMask(width);
}

/// Overwrites bits [lo, lo + width) of `dst` with the low bits of `bits`;
/// 1 <= width <= 64.
inline void insertWord(uint64_t *dst, uint64_t bits, uint32_t lo, uint32_t width) {
  uint32_t word = lo >> 6, shift = lo & 63;
  uint64_t mask = lowMask(width);
  bits &= mask;
  dst[word] = (dst[word] & ~(mask << shift)) | (bits << shift);
  if (shift + width > 64) {
    uint32_t back = 64 - shift;
    dst[word + 1] = (dst[word + 1] & ~(mask >> back)) | (bits >> back);
  }
}

/// Copies bits [lo, lo + width) of `src` to the bottom of `dst`; bits above
/// `width` in the last written word become zero. Ranges must not overlap.
inline void extractBits(uint64_t *dst, const uint64_t *src, uint32_t lo, uint32_t width) {
  if (width <= 64) {
    if (width)
      dst[0] = extractWord(src, lo, width);
    return;
  }
  uint32_t full = width >> 6, rest = width & 63;
  const uint64_t *from = src + (lo >> 6);
  uint32_t shift = lo & 63;
  if (shift == 0) {
    copyWords(dst, from, full);
  } else {
    for (uint32_t i = 0; i < full; ++i)
      dst[i] = (from[i] >> shift) | (from[i + 1] << (64 - shift));
  }
  if (rest)
    dst[full] = extractWord(src, lo + full * 64, rest);
}

/// Overwrites bits [lo, lo + width) of `dst` with bits [0, width) of `src`.
/// Ranges must not overlap.
inline void insertBits(uint64_t *dst, const uint64_t *src, uint32_t lo, uint32_t width) {
  uint32_t done = 0;
  for (; done + 64 <= width; done += 64)
    insertWord(dst, src[done >> 6], lo + done, 64);
  if (done < width)
    insertWord(dst, src[done >> 6], lo + done, width - done);
}

/// Copies `width` bits from bit `srcLo` of `src` to bit `dstLo` of `dst`.
/// Ranges must not overlap.
inline void copyBits(uint64_t *dst, uint32_t dstLo, const uint64_t *src, uint32_t srcLo,
                     uint32_t width) {
  for (uint32_t done = 0; done < width; done += 64) {
    uint32_t count = width - done < 64 ? width - done : 64;
    insertWord(dst, extractWord(src, srcLo + done, count), dstLo + done, count);
  }
}

/// Overwrites bits [lo, lo + width) of `dst` with copies of `bit`.
inline void fillBits(uint64_t *dst, bool bit, uint32_t lo, uint32_t width) {
  uint64_t word = bit ? ~uint64_t(0) : 0;
  for (uint32_t done = 0; done < width; done += 64)
    insertWord(dst, word, lo + done, width - done < 64 ? width - done : 64);
}

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_WORDS_H

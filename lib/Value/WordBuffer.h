//===- WordBuffer.h - Scratch words on the stack ----------------*- C++ -*-===//
#ifndef CIRCTSIM_VALUE_WORDBUFFER_H
#define CIRCTSIM_VALUE_WORDBUFFER_H

#include "Value/Words.h"

namespace circtsim::value {

/// Temporary words: on the stack up to 4096 bits and a carry word, on the heap
/// beyond. The contents start uninitialised.
class WordBuffer {
public:
  explicit WordBuffer(uint32_t count) : words(count <= inlineWords ? local : new uint64_t[count]) {}
  ~WordBuffer() {
    if (words != local)
      delete[] words;
  }
  WordBuffer(const WordBuffer &) = delete;
  WordBuffer &operator=(const WordBuffer &) = delete;

  operator uint64_t *() { return words; }
  uint64_t *data() { return words; }

private:
  static constexpr uint32_t inlineWords = 65;
  uint64_t *words;
  uint64_t local[inlineWords];
};

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_WORDBUFFER_H

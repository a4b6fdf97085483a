//===- KeyBytes.h - keys of associative arrays as bytes ----------*- C++ -*-===//
//
// IEEE 1800-2023 7.8.5. Keys that are no words are strings of bytes, whose order is that of the
// keys: numbers most significant byte first, the sign bit inverted; the elements of arrays and
// the members of structures from the left; a 1 before every element of an array of variable
// size and a 0 behind the last one, every element of an associative array being its index (64
// bits or a string) and its value; strings with zero bytes written as 0 1, and 0 0 at the end.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_RUNTIME_KEYBYTES_H
#define CIRCTSIM_RUNTIME_KEYBYTES_H

#include "Model/Ids.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace circtsim::runtime {

class SimContext;
struct AssocObject;

/// A number of `width` bits.
std::string keyBytes(const uint64_t *words, uint32_t width, bool isSigned);

/// Writes objects.
class KeyWriter {
public:
  explicit KeyWriter(SimContext &context) : context(context) {}
  void add(model::TypeId type, uint8_t *address);
  std::string bytes;
  bool isUnknown = false; ///< a bit was x or z

private:
  void addText(std::string_view text);
  void addEntries(model::TypeId type, AssocObject *array);
  SimContext &context;
};

/// Reads them back, part by part.
class KeyReader {
public:
  explicit KeyReader(std::string_view bytes) : bytes(bytes) {}
  void words(uint32_t width, bool isSigned, uint64_t *to);
  std::string text();
  /// Whether an element of an array of variable size follows.
  bool hasElement() { return next() != 0; }
  /// Gives an object, which has its default value, the next part.
  void take(SimContext &context, model::TypeId type, uint8_t *address);

private:
  void takeEntries(SimContext &context, model::TypeId type, uint8_t *address);
  uint8_t next();
  std::string_view bytes;
};

} // namespace circtsim::runtime

#endif

//===- ImageFile.h - saved design images -------------------------*- C++ -*-===//
//
// A saved image is a header, the design without the code of its functions, and the
// functions one by one, so that a reader makes only those that are called.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_BYTECODE_IMAGEFILE_H
#define CIRCTSIM_BYTECODE_IMAGEFILE_H

#include "Model/DesignImage.h"

#include <span>
#include <string>
#include <vector>

namespace circtsim::bytecode {

/// What an image's numbers refer to besides the opcodes: a hash of the tables of system
/// tasks and runtime functions of the program that writes or reads it.
using TableHash = uint64_t;

/// Hash of a text, to be continued from `seed`. For table and content hashes; not
/// cryptographic.
uint64_t hashBytes(std::span<const uint8_t> bytes, uint64_t seed = 0);

/// The file's bytes. Every function must have its code.
std::vector<uint8_t> encodeImage(const model::DesignImage &image, TableHash tables);

/// Reads a saved image. The bytes must outlive the reader.
class ImageReader {
public:
  /// Checks header and checksum. False: `error` says what is wrong, for people.
  bool open(std::span<const uint8_t> bytes, TableHash tables, std::string &error);
  /// Everything but code: FunctionImage::code stays empty. False if the file is damaged
  /// in a way that the checksum did not show.
  bool readDesign(model::DesignImage &image) const;
  /// Code of one function; false likewise, or if there is no such function.
  bool readCode(model::FuncId id, model::FunctionCode &code) const;
  /// Identity of the design's code and layout: equal images have equal hashes.
  uint64_t contentHash() const;

private:
  std::span<const uint8_t> bytes;
};

} // namespace circtsim::bytecode

#endif

//===- ImageFile.cpp - saved design images -----------------------------------===//
//
// Layout, little endian, nothing aligned:
//
//   Header
//   design       the members of ImageFields.h in order; numbers as they lie in memory,
//                strings and vectors with a 32-bit count before them
//   functions    FunctionCode of each, in the order of ids
//   index        64-bit offset of each function, and of the end
//
// The checksum covers everything behind it. A reader never trusts a count: each one is
// compared with what is left of the file.
//
//===----------------------------------------------------------------------===//
#include "Bytecode/ImageFile.h"

#include "Bytecode/ImageFields.h"
#include "Bytecode/Opcodes.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace circtsim::bytecode {

using namespace circtsim::model;

static_assert(std::endian::native == std::endian::little, "numbers lie in files as in memory");

namespace {
constexpr char Magic[8] = {'C', 'S', 'I', 'M', 'A', 'G', 'E', '\n'};
/// To be counted up whenever ImageFields.h or the meaning of a member changes.
constexpr uint32_t FormatVersion = 8;

struct Header {
  char magic[8];
  uint64_t checksum;   ///< of all bytes behind it
  uint64_t size;       ///< of the file
  uint32_t version;
  uint32_t functions;  ///< number
  uint64_t opcodes;    ///< hash of Opcodes.def
  TableHash tables;
  uint64_t index;      ///< offset of the table of functions
};
constexpr size_t ChecksumEnd = 16;

template <typename T>
constexpr bool isPlain = std::has_unique_object_representations_v<T> &&
                         std::is_trivially_copyable_v<T> &&
                         (std::is_same_v<T, Instr> || std::is_arithmetic_v<T> || std::is_enum_v<T>);

class Writer {
public:
  explicit Writer(std::vector<uint8_t> &out) : out(out) {}
  template <typename... T> void operator()(const T &...members) { (put(members), ...); }

private:
  void raw(const void *data, size_t size) {
    auto *bytes = static_cast<const uint8_t *>(data);
    out.insert(out.end(), bytes, bytes + size);
  }
  void put(const std::string &text) {
    auto size = uint32_t(text.size());
    raw(&size, 4);
    raw(text.data(), size);
  }
  template <typename T> void put(const std::vector<T> &items) {
    auto size = uint32_t(items.size());
    raw(&size, 4);
    if constexpr (isPlain<T>)
      raw(items.data(), size * sizeof(T));
    else
      for (const T &item : items)
        put(item);
  }
  template <typename T, typename U> void put(const std::pair<T, U> &pair) {
    put(pair.first);
    put(pair.second);
  }
  template <typename T> void put(const T &value) {
    if constexpr (isPlain<T>)
      raw(&value, sizeof value);
    else
      fields(*this, const_cast<T &>(value));
  }

  std::vector<uint8_t> &out;
};

/// Reads members; after the first problem everything is empty and `isBad` is set.
class Reader {
public:
  Reader(const uint8_t *next, const uint8_t *end) : next(next), end(end) {}
  template <typename... T> void operator()(T &...members) { (get(members), ...); }
  bool isBad = false;
  bool isAtEnd() const { return next == end; }

private:
  size_t left() const { return size_t(end - next); }
  void raw(void *data, size_t size) {
    if (size > left()) {
      isBad = true;
      next = end;
      std::memset(data, 0, size);
      return;
    }
    std::copy_n(next, size, static_cast<uint8_t *>(data)); // of nothing, to null, too
    next += size;
  }
  /// Number of items, of which each takes at least one byte.
  uint32_t count(size_t itemSize) {
    uint32_t size = 0;
    raw(&size, 4);
    if (uint64_t(size) * itemSize <= left())
      return size;
    isBad = true;
    next = end;
    return 0;
  }
  void get(std::string &text) {
    uint32_t size = count(1);
    text.assign(reinterpret_cast<const char *>(next), size);
    next += size;
  }
  template <typename T> void get(std::vector<T> &items) {
    uint32_t size = count(isPlain<T> ? sizeof(T) : 1);
    items.clear();
    items.resize(size);
    if constexpr (isPlain<T>)
      raw(items.data(), size * sizeof(T));
    else
      for (T &item : items)
        get(item);
  }
  template <typename T, typename U> void get(std::pair<T, U> &pair) {
    get(pair.first);
    get(pair.second);
  }
  void get(bool &value) {
    uint8_t byte = 0;
    raw(&byte, 1);
    isBad |= byte > 1;
    value = byte == 1;
  }
  template <typename T> void get(T &value) {
    if constexpr (isPlain<T>)
      raw(&value, sizeof value);
    else
      fields(*this, value);
  }

  const uint8_t *next, *end;
};

uint64_t hashText(std::string_view text, uint64_t seed) {
  return hashBytes({reinterpret_cast<const uint8_t *>(text.data()), text.size()}, seed);
}

uint64_t opcodesHash() {
  uint64_t hash = NumOpcodes;
#define OPCODE(Name, Units, Signature, Doc)                                                        \
  hash = hashText(Signature, hashText(#Name, hash + Units));
#include "Bytecode/Opcodes.def"
  return hash;
}

Header headerOf(std::span<const uint8_t> bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

uint64_t checksumOf(std::span<const uint8_t> bytes) { return hashBytes(bytes.subspan(ChecksumEnd)); }
} // namespace

uint64_t hashBytes(std::span<const uint8_t> bytes, uint64_t seed) {
  constexpr uint64_t prime = 0x9E3779B97F4A7C15;
  auto mix = [](uint64_t hash, uint64_t word) {
    __uint128_t product = __uint128_t(hash ^ word) * prime;
    return uint64_t(product) ^ uint64_t(product >> 64) ^ std::rotl(word, 23);
  };
  uint64_t hash = seed ^ (bytes.size() * prime) ^ 0xD6E8FEB86659FD93;
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    hash = mix(hash, word);
  }
  uint64_t rest = 0;
  if (at != bytes.size())
    std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
  return mix(mix(hash, rest), prime);
}

std::vector<uint8_t> encodeImage(const DesignImage &image, TableHash tables) {
  std::vector<uint8_t> out(sizeof(Header));
  Writer write(out);
  write(image);
  std::vector<uint64_t> index;
  for (const FunctionImage &function : image.functions) {
    index.push_back(out.size());
    write(function.code);
  }
  index.push_back(out.size());
  Header header{};
  std::memcpy(header.magic, Magic, sizeof Magic);
  header.version = FormatVersion;
  header.functions = uint32_t(image.functions.size());
  header.opcodes = opcodesHash();
  header.tables = tables;
  header.index = out.size();
  for (uint64_t offset : index)
    write(offset);
  header.size = out.size();
  std::memcpy(out.data(), &header, sizeof header);
  header.checksum = checksumOf(out);
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

bool ImageReader::open(std::span<const uint8_t> file, TableHash tables, std::string &error) {
  auto fail = [&](const char *text) {
    error = text;
    return false;
  };
  if (file.size() < sizeof Magic || std::memcmp(file.data(), Magic, sizeof Magic) != 0)
    return fail("this is not a saved design image");
  if (file.size() < sizeof(Header))
    return fail("the image is cut off");
  Header header = headerOf(file);
  if (header.version != FormatVersion)
    return fail("the image was written by another version of circt-sim; build it again");
  if (header.size != file.size())
    return fail("the image is cut off");
  if (header.checksum != checksumOf(file))
    return fail("the image is damaged: its checksum does not match");
  if (header.opcodes != opcodesHash() || header.tables != tables)
    return fail("the image was written by another version of circt-sim; build it again");
  uint64_t indexBytes = (uint64_t(header.functions) + 1) * 8;
  if (header.index > file.size() || file.size() - header.index != indexBytes)
    return fail("the image is damaged");
  bytes = file;
  return true;
}

/// Offset of entry `i` of the index, or of 0 if it lies outside the file.
static uint64_t offsetOf(std::span<const uint8_t> bytes, const Header &header, uint64_t i) {
  uint64_t offset = 0;
  std::memcpy(&offset, bytes.data() + header.index + i * 8, 8);
  return offset <= header.index ? offset : 0;
}

bool ImageReader::readDesign(DesignImage &image) const {
  Header header = headerOf(bytes);
  uint64_t end = offsetOf(bytes, header, 0);
  if (end < sizeof(Header))
    return false;
  Reader read(bytes.data() + sizeof(Header), bytes.data() + end);
  read(image);
  return !read.isBad && read.isAtEnd() && image.functions.size() == header.functions;
}

bool ImageReader::readCode(FuncId id, FunctionCode &code) const {
  Header header = headerOf(bytes);
  if (id >= header.functions)
    return false;
  uint64_t begin = offsetOf(bytes, header, id), end = offsetOf(bytes, header, uint64_t(id) + 1);
  if (begin > end || begin < sizeof(Header))
    return false;
  Reader read(bytes.data() + begin, bytes.data() + end);
  read(code);
  return !read.isBad && read.isAtEnd();
}

uint64_t ImageReader::contentHash() const { return headerOf(bytes).checksum; }

} // namespace circtsim::bytecode

//===- rt_stream.cpp - streams of bits of variable length --------------------===//
//
// IEEE 1800-2023 6.24.3, 11.4.14. A stream is a queue of one-bit values, most significant
// first. Objects are appended in the order of 6.24.3: elements and members from the left,
// strings by bytes, associative arrays by keys. An object takes its bits back in the same
// order; the first part of variable size takes what the parts of fixed size leave.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Arrays.h"
#include "Runtime/Objects.h"
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"
#include "Value/Words.h"

#include <algorithm>

using namespace circtsim;
using namespace circtsim::model;
using namespace circtsim::runtime;
using sched::Reference;

#define RT(Name)                                                                                   \
  extern "C" ExitStatus rt_##Name(SimContext *context, const uint64_t *arguments, uint64_t *)

namespace {
/// Collects bits as bytes of both planes.
struct Bits {
  std::vector<uint8_t> a, b;
  void push(bool bitA, bool bitB) {
    a.push_back(bitA);
    b.push_back(bitB);
  }
};

void appendWords(Bits &bits, const uint64_t *a, const uint64_t *b, uint32_t width) {
  for (uint32_t i = width; i-- > 0;)
    bits.push(a[i / 64] >> i % 64 & 1, b && (b[i / 64] >> i % 64 & 1));
}

void appendBits(SimContext &context, Bits &bits, TypeId id, const Reference &ref) {
  const TypeImage &type = context.image.types[id];
  auto at = [&](uint64_t offset) {
    return Reference{ref.address ? ref.address + offset : nullptr, ref.signal, 0};
  };
  switch (type.kind) {
  case TypeKind::Logic:
  case TypeKind::Bits: {
    uint32_t words = value::wordsFor(type.width);
    std::vector<uint64_t> planes(2 * words);
    bool isFour = type.kind == TypeKind::Logic;
    sched::loadBits(context.arena->planeDistance(), ref.address, ref.bit, type.width,
                    uint32_t(ref.bit) + type.width, isFour, planes.data(), planes.data() + words);
    return appendWords(bits, planes.data(), isFour ? planes.data() + words : nullptr, type.width);
  }
  case TypeKind::String:
    for (char c : Heap::text(ref.address ? loadUnit(ref.address, 8) : 0))
      for (int i = 7; i >= 0; --i)
        bits.push(uint8_t(c) >> i & 1, false);
    return;
  case TypeKind::Struct:
    for (const FieldImage &field : type.fields)
      appendBits(context, bits, field.type, at(field.offset));
    return;
  case TypeKind::Array:
  case TypeKind::Dynamic:
  case TypeKind::Queue:
  case TypeKind::Assoc: {
    ArrayView view(context, id, ref.address);
    for (uint64_t i = 0; i != view.count; ++i)
      appendBits(context, bits, view.element, {view.at(i), NoSignal, 0});
    return;
  }
  default:
    return;
  }
}

/// Bits of an object without its parts of variable size.
uint64_t fixedBits(const DesignImage &image, TypeId id) {
  const TypeImage &type = image.types[id];
  switch (type.kind) {
  case TypeKind::Logic:
  case TypeKind::Bits:
    return type.width;
  case TypeKind::Array:
    return type.count * fixedBits(image, type.element);
  case TypeKind::Struct: {
    uint64_t sum = 0;
    for (const FieldImage &field : type.fields)
      sum += fixedBits(image, field.type);
    return sum;
  }
  default:
    return 0;
  }
}

/// Gives the bits of a stream to the parts of an object.
class Taker {
public:
  /// `rest`: bits that parts behind the object need.
  Taker(SimContext &context, const ArrayObject *stream, uint64_t rest)
      : context(context), rest(rest), distance(context.arena->planeDistance()) {
    if (stream) {
      at = reinterpret_cast<const uint8_t *>(stream->first);
      left = stream->count;
    }
  }
  uint64_t left = 0; ///< bits that have not been taken

  void words(uint32_t width, uint64_t *a, uint64_t *b) {
    for (uint32_t i = width; i-- > 0;) {
      if (!left)
        continue; // what is missing is 0
      a[i / 64] |= uint64_t(at[0] & 1) << i % 64;
      b[i / 64] |= uint64_t(at[distance] & 1) << i % 64;
      ++at;
      --left;
    }
  }
  /// Fills the fresh object at `address`, behind which `behind` bits are needed.
  void take(TypeId id, uint8_t *address, uint64_t behind) {
    const TypeImage &type = context.image.types[id];
    switch (type.kind) {
    case TypeKind::Logic:
    case TypeKind::Bits:
      return takePacked(type, address);
    case TypeKind::String: {
      std::string text;
      for (uint64_t bytes = available(behind) / 8; bytes > 0; --bytes) {
        uint64_t byte[2] = {};
        words(8, byte, byte + 1);
        if (byte[0])
          text += char(byte[0]);
      }
      storeUnit(address, 8, context.heap.newString(text));
      return;
    }
    case TypeKind::Array:
      for (uint64_t i = 0, one = fixedBits(context.image, type.element); i != type.count; ++i)
        take(type.element, address + i * type.stride, behind + (type.count - 1 - i) * one);
      return;
    case TypeKind::Struct: {
      uint64_t after = behind + fixedBits(context.image, id);
      for (const FieldImage &field : type.fields) {
        after -= fixedBits(context.image, field.type);
        take(field.type, address + field.offset, after);
      }
      return;
    }
    case TypeKind::Dynamic:
    case TypeKind::Queue:
      return takeElements(id, type, address, behind);
    default:
      return;
    }
  }

private:
  uint64_t available(uint64_t behind) const {
    uint64_t needed = behind + rest;
    return left > needed ? left - needed : 0;
  }
  void takePacked(const TypeImage &type, uint8_t *address) {
    uint32_t count = value::wordsFor(type.width);
    std::vector<uint64_t> planes(2 * count);
    words(type.width, planes.data(), planes.data() + count);
    bool isFour = type.kind == TypeKind::Logic;
    if (!isFour) // x and z become 0
      for (uint32_t i = 0; i != count; ++i)
        planes[i] &= ~planes[count + i];
    sched::storeBits(context.scheduler(), address, NoSignal, 0, type.width, type.width, isFour,
                     planes.data(), isFour ? planes.data() + count : nullptr);
  }
  void takeElements(TypeId id, const TypeImage &type, uint8_t *address, uint64_t behind) {
    uint64_t one = std::max<uint64_t>(fixedBits(context.image, type.element), 1);
    uint64_t count = (available(behind) + one - 1) / one;
    if (type.kind == TypeKind::Queue && type.count)
      count = std::min(count, type.count);
    Arrays arrays(context);
    ArrayObject *array = count ? arrays.make(address, id) : nullptr;
    uint8_t *first = array ? arrays.insert(*array, type.element, 0, count) : nullptr;
    if (!first)
      return;
    uint64_t stride = context.image.types[type.element].size;
    arrays.initialise(type.element, first, count);
    for (uint64_t i = 0; i != count; ++i)
      take(type.element, first + i * stride, behind);
  }

  SimContext &context;
  uint64_t rest, distance;
  const uint8_t *at = nullptr;
};
} // namespace

/// The stream of a temporary, made if it is empty.
static ArrayObject *streamAt(SimContext *context, const uint64_t *arguments) {
  return Arrays(*context).make(Reference::at(arguments).address, TypeId(arguments[3]));
}

RT(stream_append) {
  Bits bits;
  appendBits(*context, bits, TypeId(arguments[7]), Reference::at(arguments + 4));
  ArrayObject *stream = streamAt(context, arguments);
  TypeId element = context->image.types[arguments[3]].element;
  uint8_t *to =
      stream ? Arrays(*context).insert(*stream, element, stream->count, bits.a.size()) : nullptr;
  if (!to)
    return ExitStatus::Fault;
  std::copy(bits.a.begin(), bits.a.end(), to);
  std::copy(bits.b.begin(), bits.b.end(), to + context->arena->planeDistance());
  return ExitStatus::Return;
}

/// {<< slice {...}} (11.4.14.2): slices are counted from the right.
RT(stream_reverse) {
  ArrayObject *stream = arrayAt(Reference::at(arguments).address);
  uint64_t slice = arguments[4], count = stream ? stream->count : 0;
  for (uint64_t plane : {uint64_t(0), context->arena->planeDistance()}) {
    if (!count)
      break;
    uint8_t *bits = reinterpret_cast<uint8_t *>(stream->first) + plane;
    std::reverse(bits, bits + count);
    for (uint64_t at = 0; at < count; at += slice)
      std::reverse(bits + at, bits + std::min(at + slice, count));
  }
  return ExitStatus::Return;
}

RT(stream_take) {
  Reference target = Reference::at(arguments);
  auto id = TypeId(arguments[3]);
  const TypeImage &type = context->image.types[id];
  ArrayObject *stream = streamAt(context, arguments + 4);
  if (!stream)
    return ExitStatus::Fault;
  Taker taker(*context, stream, arguments[8]);
  if (type.kind == TypeKind::Logic || type.kind == TypeKind::Bits) {
    uint32_t count = value::wordsFor(type.width);
    std::vector<uint64_t> planes(2 * count);
    taker.words(type.width, planes.data(), planes.data() + count);
    bool isFour = type.kind == TypeKind::Logic;
    for (uint32_t i = 0; !isFour && i != count; ++i)
      planes[i] &= ~planes[count + i];
    sched::storeReference(context->scheduler(), target, type.width,
                          uint32_t(target.bit) + type.width, isFour, planes.data(),
                          isFour ? planes.data() + count : nullptr);
  } else {
    auto *fresh = reinterpret_cast<uint8_t *>(context->heap.newCell(id));
    if (!fresh)
      return context->raise("the simulation memory is full");
    taker.take(id, fresh, 0);
    assignObject(*context, id, target, {fresh, NoSignal, 0}, true);
  }
  // What was taken leaves the stream.
  TypeId element = context->image.types[arguments[7]].element;
  Arrays(*context).remove(*stream, element, 0, stream->count - taker.left);
  return context->fault.isSet ? ExitStatus::Fault : ExitStatus::Return;
}

RT(stream_take_range) {
  Reference target = Reference::at(arguments);
  auto id = TypeId(arguments[3]);
  ArrayObject *stream = streamAt(context, arguments + 4);
  auto first = int64_t(arguments[8]), last = int64_t(arguments[9]);
  if (!stream || !target.address || first < 0 || last < first)
    return ExitStatus::Return;
  TypeId element = context->image.types[id].element;
  uint64_t stride = context->image.types[element].size, count = uint64_t(last) + 1;
  Arrays arrays(*context);
  ArrayObject *array = arrays.make(target.address, id);
  if (!array)
    return ExitStatus::Fault;
  if (array->count < count) {
    uint64_t old = array->count;
    uint8_t *gap = arrays.insert(*array, element, old, count - old);
    if (!gap)
      return ExitStatus::Fault;
    arrays.initialise(element, gap, count - old);
  }
  Taker taker(*context, stream, 0);
  for (auto i = uint64_t(first); i != count; ++i) {
    auto *place = reinterpret_cast<uint8_t *>(array->first + i * stride);
    arrays.initialise(element, place, 1);
    taker.take(element, place, 0);
  }
  if (!context->scheduler().isQuiet(SignalId(target.signal)))
    context->scheduler().touch(target.address, SignalId(target.signal));
  arrays.remove(*stream, context->image.types[arguments[7]].element, 0, stream->count - taker.left);
  return context->fault.isSet ? ExitStatus::Fault : ExitStatus::Return;
}

RT(stream_check) {
  Reference ref = Reference::at(arguments);
  ArrayObject *stream = arrayAt(ref.address);
  uint64_t count = stream ? stream->count : 0, wanted = arguments[4];
  bool isBad = arguments[5] ? count < wanted : count > wanted;
  if (isBad)
    return context->raise("a stream of " + std::to_string(count) + " bits is assigned to " +
                          std::to_string(wanted) + " bits (IEEE 1800-2023 " +
                          (arguments[5] ? "11.4.14.3)" : "6.24.3)"));
  return ExitStatus::Return;
}

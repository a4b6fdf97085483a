//===- BuiltinCall.cpp - results and references of system task calls ---------===//
//
// A reference argument names its object by address, signal and bit offset, and
// its type gives the width. Writing only the bits named makes the size of the
// unit around them irrelevant: storage is little-endian and flat.
//
//===----------------------------------------------------------------------===//
#include "Runtime/BuiltinCall.h"

#include "Value/LogicWide.h"
#include "Value/WordBuffer.h"

#include <cmath>

namespace circtsim::runtime {

using namespace circtsim::model;
using value::wordsFor;

int64_t BuiltinCall::integer(uint32_t i) const {
  const CallArgument &arg = argument(i);
  if (arg.kind == ArgKind::Real) {
    double rounded = std::round(real(i));
    return rounded >= 9223372036854775808.0    ? INT64_MAX
           : rounded < -9223372036854775808.0 ? INT64_MIN
           : std::isnan(rounded)              ? 0
                                              : int64_t(rounded);
  }
  if (arg.kind != ArgKind::Bits && arg.kind != ArgKind::Logic)
    return arg.slot == NoSlot ? 0 : int64_t(*slots(i));
  value::LogicRef v = logic(i);
  uint64_t low = v.b ? v.a[0] & ~v.b[0] : v.a[0];
  if (arg.isSigned && arg.width < 64)
    return value::bits64::signExtend(low, arg.width);
  return int64_t(low);
}

SlotEntry BuiltinCall::signal(uint32_t i) const {
  const CallArgument &arg = argument(i);
  if (arg.signalIndex != NoId && arg.signalKind == SignalOperand::Local)
    return design().signalAt(instance(), arg.signalIndex);
  if (arg.signalIndex != NoId && arg.signalKind == SignalOperand::Slot)
    return instance().slots[arg.signalIndex];
  SlotEntry entry;
  if (arg.kind == ArgKind::Ref) {
    entry.address = reference(i).address;
    entry.signal = SignalId(reference(i).signal);
  }
  return entry;
}

void BuiltinCall::returnLogic(value::ConstPlanes planes) {
  uint64_t *slot = frame.slots() + descriptor.resultSlot;
  uint32_t words = wordsFor(descriptor.resultWidth);
  value::Planes target{slot, descriptor.resultKind == ArgKind::Logic ? slot + words : nullptr};
  value::wide::copy(target, planes, descriptor.resultWidth);
}

void BuiltinCall::returnInteger(uint64_t number) {
  uint64_t *slot = frame.slots() + descriptor.resultSlot;
  switch (descriptor.resultKind) {
  case ArgKind::Missing:
    return;
  case ArgKind::Real:
    *slot = std::bit_cast<uint64_t>(double(int64_t(number)));
    return;
  case ArgKind::Bits:
  case ArgKind::Logic: {
    uint32_t words = wordsFor(descriptor.resultWidth);
    value::fillWords(slot, int64_t(number) < 0 ? ~uint64_t(0) : 0, words);
    slot[0] = number;
    value::maskTop(slot, descriptor.resultWidth);
    if (descriptor.resultKind == ArgKind::Logic)
      value::fillWords(slot + words, 0, words);
    return;
  }
  default:
    *slot = number;
    return;
  }
}

void BuiltinCall::returnReal(double number) {
  if (descriptor.resultKind == ArgKind::Real)
    frame.slots()[descriptor.resultSlot] = std::bit_cast<uint64_t>(number);
  else if (hasResult())
    returnInteger(uint64_t(int64_t(std::llround(number))));
}

void BuiltinCall::returnString(std::string_view text) {
  if (hasResult())
    frame.slots()[descriptor.resultSlot] = context.heap.newString(text);
}

void BuiltinCall::returnHandle(Handle handle) {
  if (hasResult())
    frame.slots()[descriptor.resultSlot] = handle;
}

void BuiltinCall::writeLogic(uint32_t i, value::LogicRef v) {
  sched::Reference ref = reference(i);
  const TypeImage *object = type(i);
  if (!ref.address || !object)
    return;
  uint32_t width = object->width, words = wordsFor(width);
  bool isFour = object->kind == TypeKind::Logic;
  value::WordBuffer a(words), b(words);
  value::wide::resize({a, isFour ? b.data() : nullptr}, width, v, v.width, v.isSigned);
  sched::storeReference(scheduler(), ref, width, uint32_t(ref.bit) + width, isFour, a,
                        isFour ? b.data() : nullptr);
}

void BuiltinCall::writeInteger(uint32_t i, int64_t number) {
  auto word = uint64_t(number);
  writeLogic(i, {&word, nullptr, 64, true});
}

void BuiltinCall::writeReal(uint32_t i, double number) {
  sched::Reference ref = reference(i);
  uint64_t word = std::bit_cast<uint64_t>(number);
  sched::storeReference(scheduler(), ref, 64, 64, false, &word, nullptr);
}

void BuiltinCall::writeString(uint32_t i, std::string_view text) {
  sched::Reference ref = reference(i);
  uint64_t word = context.heap.newString(text);
  sched::storeReference(scheduler(), ref, 64, 64, false, &word, nullptr);
}

value::LogicRef BuiltinCall::readReference(uint32_t i, std::vector<uint64_t> &words) const {
  sched::Reference ref = reference(i);
  const TypeImage *object = type(i);
  uint32_t width = object ? object->width : 64, count = wordsFor(width);
  bool isFour = object && object->kind == TypeKind::Logic;
  words.assign(2 * count, 0);
  sched::loadBits(scheduler().planeDistance(), ref.address, ref.bit, width,
                  uint32_t(ref.bit) + width, isFour, words.data(), words.data() + count);
  return {words.data(), isFour ? words.data() + count : nullptr, width,
          object && object->isSigned};
}

SourcePos BuiltinCall::position() const {
  std::span<const LineEntry> lines = frame.fn->lines;
  if (descriptor.location < lines.size())
    return lines[descriptor.location].pos;
  return SimContext::position(*frame.fn, frame.pc);
}

Lookup BuiltinCall::scopeArgument(uint32_t i) const {
  return design().lookup(argument(i).text, &instance());
}

} // namespace circtsim::runtime

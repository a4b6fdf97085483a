//===- MemoryShape.cpp - unpacked arrays as addressed words ------------------===//
//
// Position 0 of an unpacked dimension in storage is its left bound; addresses and
// the order of words go by index values, so a dimension written [high:low] is
// walked backwards in storage.
//
//===----------------------------------------------------------------------===//
#include "Builtins/MemoryShape.h"

namespace circtsim::builtins {

using namespace circtsim::model;

bool MemoryShape::bind(const BuiltinCall &call, uint32_t i) {
  const TypeImage *type = call.type(i);
  if (call.kind(i) != ArgKind::Ref || !type || type->kind != TypeKind::Array)
    return false;
  for (; type->kind == TypeKind::Array; type = &call.context.image.types[type->element]) {
    if (!dimensions.empty())
      wordsPerAddress *= type->count;
    dimensions.push_back({type->left, type->right, type->count, type->stride});
  }
  width = type->width;
  isFour = type->kind == TypeKind::Logic;
  base = call.reference(i).address;
  signal = SignalId(call.reference(i).signal);
  return base && (isFour || type->kind == TypeKind::Bits);
}

uint8_t *MemoryShape::wordAt(int64_t address, uint64_t word) const {
  const Dimension &outer = dimensions[0];
  int64_t position = isDescending() ? outer.left - address : address - outer.left;
  uint8_t *at = base + uint64_t(position) * outer.stride;
  for (size_t d = dimensions.size(); d-- > 1;) {
    const Dimension &dimension = dimensions[d];
    uint64_t index = word % dimension.count;
    word /= dimension.count;
    at += (dimension.left <= dimension.right ? index : dimension.count - 1 - index) *
          dimension.stride;
  }
  return at;
}

void MemoryShape::store(sched::Scheduler &scheduler, int64_t address, uint64_t word,
                        value::LogicRef v) const {
  value::LogicVector resized(width);
  value::Planes planes = resized.planes();
  value::wide::resize({planes.a, isFour ? planes.b : nullptr}, width, v, v.width, false);
  sched::storeBits(scheduler, wordAt(address, word), signal, 0, width, width, isFour, planes.a,
                   planes.b);
}

void MemoryShape::load(const sched::Scheduler &scheduler, int64_t address, uint64_t word,
                       value::LogicVector &v) const {
  v = value::LogicVector(width);
  sched::loadBits(scheduler.planeDistance(), wordAt(address, word), 0, width, width, isFour,
                  v.planes().a, v.planes().b);
}

} // namespace circtsim::builtins

//===- ArraysTest.cpp - arrays against models, and the collector ---------------===//
#include "Runtime/Arrays.h"
#include "../Model/ImageBuilder.h"
#include "Runtime/Assoc.h"
#include "Runtime/Objects.h"
#include "Runtime/Random.h"
#include "Runtime/SimContext.h"

#include <gtest/gtest.h>

#include <deque>
#include <map>

using namespace circtsim::test;
using namespace circtsim::runtime;

namespace {

struct ArraysTest : testing::Test {
  ImageBuilder b;
  ModuleId m = b.module("top");
  TypeId text = b.scalar(TypeKind::String), byte = b.bits(8), logic = b.logic(32);
  std::unique_ptr<SimContext> context;
  uint64_t random = 1;

  TypeId container(TypeKind kind, TypeId element, TypeId key = NoId) {
    TypeImage type;
    type.kind = kind;
    type.size = type.unit = 8;
    type.element = element;
    type.key = key;
    type.stride = b.image.types[element].size;
    b.image.types.push_back(type);
    return TypeId(b.image.types.size() - 1);
  }
  void make() {
    b.top(m);
    SimOptions options;
    options.planeSize = uint64_t(1) << 28;
    context = std::make_unique<SimContext>(b.image, options);
    context->output.redirect([](int, std::string_view) {});
    ASSERT_TRUE(context->initialise());
  }
  uint64_t next(uint64_t limit) { return nextRandom(random) % limit; }
  void collect(const void *handle) {
    auto word = uint64_t(handle);
    context->heap.collect([&](Heap &heap) { heap.markWords(&word, &word + 1); });
  }
};

TEST_F(ArraysTest, BehaveLikeADeque) {
  make();
  Arrays arrays(*context);
  uint64_t distance = context->arena->planeDistance();
  for (bool isPinned : {false, true}) {
    ArrayObject *array = arrays.create(logic, 0);
    array->isPinned = isPinned;
    std::deque<uint32_t> model;
    for (uint32_t step = 0; step != 20000; ++step) {
      uint64_t kind = next(10), size = model.size();
      uint64_t index = kind < 3 ? 0 : kind < 6 ? size : next(size + 1);
      if (next(size + 1) < 60 && size < 300) {
        auto *place = reinterpret_cast<uint32_t *>(arrays.insert(*array, logic, index, 1));
        ASSERT_NE(place, nullptr);
        *place = step;
        *reinterpret_cast<uint32_t *>(uint64_t(place) + distance) = ~step;
        model.insert(model.begin() + long(index), step);
      } else if (index < size) {
        arrays.remove(*array, logic, index, 1);
        model.erase(model.begin() + long(index));
      }
      ASSERT_EQ(array->count, model.size());
      if (step % 50)
        continue;
      auto *values = reinterpret_cast<uint32_t *>(array->first);
      for (size_t i = 0; i != model.size(); ++i) {
        ASSERT_EQ(values[i], model[i]);
        ASSERT_EQ(*reinterpret_cast<uint32_t *>(uint64_t(&values[i]) + distance), ~model[i]);
      }
    }
  }
}

TEST_F(ArraysTest, PinnedElementsKeepTheirPlace) {
  make();
  Arrays arrays(*context);
  ArrayObject *array = arrays.create(byte, 8);
  for (uint8_t i = 0; i != 4; ++i)
    *arrays.insert(*array, byte, i, 1) = i;
  array->isPinned = true;
  auto *first = reinterpret_cast<uint8_t *>(array->first);
  arrays.remove(*array, byte, 0, 1);
  EXPECT_EQ(array->first, uint64_t(first + 1)) << "those that stay do not move";
  *arrays.insert(*array, byte, 0, 1) = 9;
  EXPECT_EQ(*first, 0) << "storage of a removed element is not used again";
  EXPECT_EQ(*reinterpret_cast<uint8_t *>(array->first), 9);
}

TEST_F(ArraysTest, CollectorFollowsElementsAndInteriorPointers) {
  make();
  Arrays arrays(*context);
  ArrayObject *array = arrays.create(text, 0);
  for (int i = 0; i != 100; ++i) {
    Handle string = context->heap.newString("element " + std::to_string(i));
    std::memcpy(arrays.insert(*array, text, uint64_t(i), 1), &string, 8);
  }
  auto at = [&](uint64_t i) { return reinterpret_cast<uint8_t *>(array->first + i * 8); };
  collect(array);
  EXPECT_EQ(Heap::text(loadUnit(at(99), 8)), "element 99");
  uint8_t *removed = at(0);
  arrays.remove(*array, text, 0, 1);
  Handle lost = loadUnit(removed, 8);
  collect(array);
  EXPECT_EQ(context->heap.objectAt(lost), 0u) << "only elements of the array are alive";
  removed = at(0);
  arrays.remove(*array, text, 0, 1);
  collect(removed);
  EXPECT_EQ(Heap::text(loadUnit(removed, 8)), "element 1") << "a reference keeps it";
}

TEST_F(ArraysTest, AssociativeArraysBehaveLikeAMap) {
  TypeId key = b.bits(32), type = container(TypeKind::Assoc, logic, key);
  b.image.types[key].isSigned = true;
  make();
  Assoc keys(*context, type);
  AssocObject *array = keys.create();
  std::map<int64_t, uint32_t> model;
  for (uint32_t step = 0; step != 30000; ++step) {
    auto k = int64_t(next(500)) - 250;
    switch (next(6)) {
    case 0:
    case 1:
      *reinterpret_cast<uint32_t *>(keys.insert(*array, uint64_t(k))->value()) = step;
      model[k] = step;
      break;
    case 2:
    case 3:
      keys.erase(*array, uint64_t(k));
      model.erase(k);
      break;
    case 4: {
      auto it = model.upper_bound(k);
      AssocEntry *entry = keys.next(*array, uint64_t(k), true);
      ASSERT_EQ(entry != nullptr, it != model.end());
      if (entry) {
        ASSERT_EQ(int64_t(entry->key), it->first);
      }
      break;
    }
    default: {
      auto it = model.lower_bound(k);
      AssocEntry *entry = keys.next(*array, uint64_t(k), false);
      ASSERT_EQ(entry != nullptr, it != model.begin());
      if (entry) {
        ASSERT_EQ(int64_t(entry->key), std::prev(it)->first);
      }
      break;
    }
    }
    ASSERT_EQ(array->count, model.size());
    AssocEntry *found = keys.find(*array, uint64_t(k));
    ASSERT_EQ(found != nullptr, model.count(k) != 0);
    if (found) {
      ASSERT_EQ(*reinterpret_cast<uint32_t *>(found->value()), model[k]);
    }
  }
  collect(array);
  const Handle *entries = keys.sorted(*array);
  size_t i = 0;
  for (auto [k, value] : model) {
    auto *entry = reinterpret_cast<AssocEntry *>(entries[i++]);
    EXPECT_EQ(int64_t(entry->key), k);
    EXPECT_EQ(*reinterpret_cast<uint32_t *>(entry->value()), value);
  }
}

TEST_F(ArraysTest, CopiesShareNothing) {
  TypeId queue = container(TypeKind::Queue, byte);
  TypeId outer = container(TypeKind::Queue, queue);
  make();
  Arrays arrays(*context);
  uint8_t *x = reinterpret_cast<uint8_t *>(context->heap.newCell(outer));
  uint8_t *y = reinterpret_cast<uint8_t *>(context->heap.newCell(outer));
  ArrayObject *array = arrays.make(x, outer);
  uint8_t *element = arrays.insert(*array, queue, 0, 1);
  *arrays.insert(*arrays.make(element, queue), byte, 0, 1) = 7;
  copyObject(*context, outer, y, x);
  EXPECT_TRUE(equalObjects(*context, outer, x, y));
  *reinterpret_cast<uint8_t *>(arrayAt(element)->first) = 8;
  EXPECT_FALSE(equalObjects(*context, outer, x, y));
  auto *copied = reinterpret_cast<uint8_t *>(arrayAt(y)->first);
  EXPECT_EQ(*reinterpret_cast<uint8_t *>(arrayAt(copied)->first), 7);
}

} // namespace

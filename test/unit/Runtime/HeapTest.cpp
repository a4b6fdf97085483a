//===- HeapTest.cpp - allocation, marking, sweeping ---------------------------===//
#include "../Model/ImageBuilder.h"
#include "Runtime/Heap.h"
#include "Sched/Watch.h"

#include <gtest/gtest.h>

using namespace circtsim::test;
using namespace circtsim::runtime;

namespace {

struct HeapTest : testing::Test {
  ImageBuilder b;
  std::unique_ptr<Arena> arena = Arena::create(uint64_t(1) << 30);
  Heap heap{*arena, b.image};
  void collect(std::vector<uint64_t> words) {
    heap.collect([&](Heap &h) { h.markWords(words.data(), words.data() + words.size()); });
  }
};

TEST_F(HeapTest, Strings) {
  EXPECT_EQ(heap.newString(""), 0u);
  EXPECT_EQ(Heap::text(0), "");
  for (size_t length : {1, 7, 100, 5000, 16375, 16376, 70000, 200000}) {
    std::string text(length, 'q');
    text[length / 2] = '!';
    uint64_t handle = heap.newString(text);
    EXPECT_EQ(Heap::text(handle), text);
    EXPECT_EQ(heap.objectAt(handle + length / 2), handle) << "interior pointer";
  }
}

TEST_F(HeapTest, CollectsWhatNobodyHolds) {
  uint64_t kept = heap.newString("kept"), large = heap.newString(std::string(100000, 'k'));
  for (int i = 0; i != 10000; ++i)
    heap.newString("garbage " + std::to_string(i));
  for (int i = 0; i != 10; ++i)
    heap.newString(std::string(100000, 'g'));
  uint64_t used = arena->bytesUsed(ArenaUse::Heap);
  collect({kept + 2, 12345, large + 50000});
  EXPECT_EQ(Heap::text(kept), "kept");
  EXPECT_EQ(Heap::text(large).size(), 100000u);
  EXPECT_LT(heap.liveBytes(), 200000u);
  for (int i = 0; i != 10000; ++i)
    heap.newString("garbage " + std::to_string(i));
  for (int i = 0; i != 10; ++i)
    heap.newString(std::string(100000, 'g'));
  EXPECT_EQ(arena->bytesUsed(ArenaUse::Heap), used) << "freed memory is used again";
  EXPECT_EQ(Heap::text(kept), "kept");
}

TEST_F(HeapTest, CellsAreScannedThroughTheirType) {
  TypeId text = b.scalar(TypeKind::String);
  TypeId type = b.structure({b.logic(8), b.array(text, 3)});
  uint64_t cell = heap.newCell(type);
  EXPECT_EQ(*reinterpret_cast<uint8_t *>(cell), 0xff) << "x";
  uint64_t inner = heap.newString("inside");
  std::memcpy(reinterpret_cast<void *>(cell + 8 + 16), &inner, 8);
  heap.newString("outside");
  collect({cell});
  EXPECT_EQ(Heap::text(inner), "inside");
  EXPECT_EQ(heap.liveBytes(), 48u + 16u);
}

TEST_F(HeapTest, AwaitedEventsStay) {
  uint64_t awaited = heap.newEvent(), lost = heap.newEvent();
  circtsim::sched::WaitNode node;
  auto *event = reinterpret_cast<EventObject *>(awaited);
  node.link(event->first, event->last);
  collect({});
  EXPECT_EQ(heap.objectAt(awaited), awaited);
  EXPECT_EQ(heap.objectAt(lost), 0u);
}

TEST_F(HeapTest, AsksForACollection) {
  std::atomic<bool> poll = false;
  heap.pollFlag = &poll;
  heap.setThreshold(1000);
  while (!poll)
    heap.newString("0123456789");
  EXPECT_TRUE(heap.wantsCollection());
  collect({});
  EXPECT_FALSE(heap.wantsCollection());
}

} // namespace

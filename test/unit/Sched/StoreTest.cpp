//===- StoreTest.cpp - stores, watchers and listeners without code ------------===//
#include "../Model/ImageBuilder.h"
#include "Model/Elaboration.h"
#include "Sched/Scheduler.h"
#include "Sched/Store.h"

#include <gtest/gtest.h>

using namespace circtsim::test;
using namespace circtsim::sched;

namespace {

struct Stores : testing::Test {
  ImageBuilder b;
  ModuleId m = b.module("top");
  std::unique_ptr<Arena> arena = Arena::create(uint64_t(1) << 28);
  std::unique_ptr<StackPool> pool;
  std::unique_ptr<Design> design;
  std::unique_ptr<Scheduler> s;
  void make() {
    b.top(m);
    std::vector<ElaborationError> errors;
    design = elaborate(b.image, *arena, errors);
    pool = std::make_unique<StackPool>(*arena);
    s = std::make_unique<Scheduler>(*design, *pool, SchedulerClient{});
  }
  uint8_t *address(uint32_t local) { return design->signalAt(*design->tops[0], local).address; }
  std::string read(uint32_t local, uint32_t width) {
    std::vector<uint64_t> a((width + 63) / 64), x(a.size());
    loadBits(s->planeDistance(), address(local), 0, width, width, true, a.data(), x.data());
    std::string text;
    for (uint32_t i = width; i-- > 0;)
      text += "01zx"[((a[i / 64] >> (i % 64)) & 1) | (((x[i / 64] >> (i % 64)) & 1) << 1)];
    return text;
  }
};

TEST_F(Stores, PartsAreClipped) {
  uint32_t v = b.signal(m, "v", b.logic(12)), w = b.signal(m, "w", b.logic(130));
  make();
  uint64_t ones[3] = {~0ull, ~0ull, ~0ull}, zeros[3] = {};
  storeBits(*s, address(v), v, -2, 4, 12, true, ones, zeros);
  EXPECT_EQ(read(v, 12), "xxxxxxxxxx11");
  storeBits(*s, address(v), v, 10, 8, 12, true, zeros, zeros);
  EXPECT_EQ(read(v, 12), "00xxxxxxxx11");
  storeBits(*s, address(v), v, 12, 8, 12, true, zeros, zeros);
  storeBits(*s, nullptr, v, 0, 8, 12, true, zeros, zeros);
  EXPECT_EQ(read(v, 12), "00xxxxxxxx11");
  storeBits(*s, address(w), w, 60, 66, 130, true, zeros, zeros);
  EXPECT_EQ(read(w, 130), "xxxx" + std::string(66, '0') + std::string(60, 'x'));
}

TEST_F(Stores, LoadsOutsideAreUnknown) {
  uint32_t v = b.signal(m, "v", b.logic(8));
  make();
  uint64_t zero = 0, a, x;
  storeBits(*s, address(v), v, 0, 8, 8, true, &zero, &zero);
  loadBits(s->planeDistance(), address(v), 6, 4, 8, true, &a, &x);
  EXPECT_EQ(a, 0xcu);
  EXPECT_EQ(x, 0xcu);
  loadBits(s->planeDistance(), address(v), -2, 4, 8, false, &a, &x);
  EXPECT_EQ(a, 0u);
  loadBits(s->planeDistance(), nullptr, 0, 4, 8, true, &a, &x);
  EXPECT_EQ(a, 0xfu);
}

TEST_F(Stores, ListenersHearEachChangeOnce) {
  uint32_t w = b.signal(m, "w", b.logic(130));
  make();
  static int heard;
  heard = 0;
  ChangeListener listener;
  listener.changed = [](ChangeListener &, SignalId) { ++heard; };
  s->listen(w, listener);
  uint64_t zeros[3] = {};
  storeBits(*s, address(w), w, 0, 130, 130, true, zeros, zeros);
  EXPECT_EQ(heard, 1) << "three words, one store";
  storeBits(*s, address(w), w, 0, 130, 130, true, zeros, zeros);
  EXPECT_EQ(heard, 1) << "nothing changed";
  s->unlisten(w, listener);
  uint64_t one = 1;
  storeBits(*s, address(w), w, 0, 64, 130, true, &one, zeros);
  EXPECT_EQ(heard, 1);
  EXPECT_TRUE(s->isQuiet(w));
}

TEST_F(Stores, WholeObjectsCopyWithOverlap) {
  uint32_t v = b.signal(m, "v", b.array(b.logic(8), 6));
  make();
  s->trace(v);
  for (uint8_t i = 0; i != 6; ++i)
    storeL<uint8_t>(*s, address(v) + i, v, i, 0);
  storeObject(*s, address(v) + 1, v, address(v), address(v) + s->planeDistance(), 5);
  for (uint8_t i = 1; i != 6; ++i)
    EXPECT_EQ(address(v)[i], i - 1);
}

TEST_F(Stores, CallbacksAtATimeCanBeCancelled) {
  make();
  static std::vector<uint64_t> times;
  times.clear();
  static Scheduler *scheduler;
  scheduler = s.get();
  CallbackTask a, c;
  a.function = c.function = [](void *) { times.push_back(scheduler->now()); };
  s->at(a, 7);
  s->at(c, 3);
  s->cancel(a);
  EXPECT_EQ(s->run(), RunEnd::NoEvents);
  EXPECT_EQ(times, (std::vector<uint64_t>{3}));
}

} // namespace

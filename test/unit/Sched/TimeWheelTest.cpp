//===- TimeWheelTest.cpp - order and removal of timed events ------------------===//
#include "Sched/TimeWheel.h"

#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <random>
#include <vector>

using namespace circtsim::sched;

namespace {

struct Event : TimedTask {
  uint64_t number;
  explicit Event(uint64_t number) : TimedTask(TaskKind::Callback), number(number) {}
};

std::vector<uint64_t> advance(TimeWheel &wheel) {
  std::vector<uint64_t> numbers;
  wheel.advance([&](TimedTask *task) { numbers.push_back(static_cast<Event *>(task)->number); });
  return numbers;
}

TEST(TimeWheel, NearAndFar) {
  TimeWheel wheel;
  Event a(1), b(2), c(3), d(4);
  wheel.insert(&c, uint64_t(1) << 60);
  wheel.insert(&b, 5000);
  wheel.insert(&a, 3);
  wheel.insert(&d, 5000);
  EXPECT_EQ(wheel.size(), 4u);
  EXPECT_EQ(wheel.nextTime(), 3u);
  EXPECT_EQ(advance(wheel), (std::vector<uint64_t>{1}));
  EXPECT_EQ(wheel.nextTime(), 5000u);
  EXPECT_EQ(advance(wheel), (std::vector<uint64_t>{2, 4}));
  EXPECT_EQ(wheel.now(), 5000u);
  EXPECT_EQ(advance(wheel), (std::vector<uint64_t>{3}));
  EXPECT_EQ(wheel.now(), uint64_t(1) << 60);
  EXPECT_TRUE(wheel.empty());
}

TEST(TimeWheel, OrderOfInsertionHoldsAcrossLevels) {
  TimeWheel wheel;
  Event early(0), first(1), second(2);
  wheel.insert(&first, 100000);
  wheel.insert(&early, 99999);
  advance(wheel);
  wheel.insert(&second, 100000); // one tick away, on the lowest level
  EXPECT_EQ(advance(wheel), (std::vector<uint64_t>{1, 2}));
}

TEST(TimeWheel, Remove) {
  TimeWheel wheel;
  Event a(1), b(2), c(3);
  wheel.insert(&a, 10);
  wheel.insert(&b, 10);
  wheel.insert(&c, 700);
  wheel.remove(&b);
  EXPECT_EQ(b.bucket, 0);
  wheel.remove(&c);
  EXPECT_EQ(advance(wheel), (std::vector<uint64_t>{1}));
  EXPECT_TRUE(wheel.empty());
}

TEST(TimeWheel, ARemovedTaskLeavesNoTrace) {
  TimeWheel wheel;
  Event stays(0), comes(1);
  wheel.insert(&stays, 500);
  for (int i = 0; i != 10000; ++i) { // a timeout that never happens
    wheel.insert(&comes, 501);
    wheel.remove(&comes);
  }
  EXPECT_EQ(wheel.nextTime(), 500u);
  EXPECT_EQ(advance(wheel), (std::vector<uint64_t>{0}));
  EXPECT_TRUE(wheel.empty());
}

struct Change : TimedTask {
  Change() : TimedTask(TaskKind::TableChange) {}
};

TEST(TimeWheel, InserterInsertsWhatIsWanted) {
  TimeWheel wheel;
  std::vector<Change> changes(100);
  std::vector<Task *> expected;
  {
    TimeWheel::Inserter inserter(wheel);
    for (unsigned i = 0; i != changes.size(); ++i) {
      uint64_t delay = i % 2 ? 5 : 7;
      if (inserter.cursor.delay != delay) {
        inserter.close();
        if (!inserter.open(delay, 1)) { // empty, or one task that is alone
          if (i % 3 != 0)
            wheel.insert(&changes[i], delay);
          continue;
        }
      }
      inserter.cursor.insertIf(i % 3 != 0, &changes[i], inserter.nobody());
    }
  }
  wheel.remove(&changes[1]);
  wheel.remove(&changes[97]);
  for (unsigned i = 0; i != changes.size(); ++i)
    if (i % 3 && i % 2 && i != 1 && i != 97)
      expected.push_back(&changes[i]);
  EXPECT_EQ(changes[0].bucket, 0);
  EXPECT_NE(changes[2].bucket, 0);
  EXPECT_EQ(wheel.nextTime(), 5u);
  std::vector<Task *> delivered;
  wheel.advance([&](TimedTask *task) { delivered.push_back(task); });
  EXPECT_EQ(delivered, expected);
  EXPECT_EQ(wheel.size(), 33u);
  EXPECT_EQ(wheel.nextTime(), 7u);
}

TEST(TimeWheel, GivesAwayChangesAsAWhole) {
  TimeWheel wheel;
  Change first, second, third;
  Event other(9);
  for (Change *change : {&first, &second, &third})
    wheel.insert(change, 3);
  wheel.insert(&other, 4);
  TaskQueue queue;
  auto none = [](TimedTask *) { ADD_FAILURE(); };
  wheel.advance(queue, none);
  ASSERT_EQ(queue.last - queue.first, 3);
  EXPECT_EQ(queue.first[2], &third);
  EXPECT_NE(first.bucket, 0);
  EXPECT_EQ(wheel.size(), 1u);
  queue.clear();
  first.bucket = 0;
  wheel.insert(&first, 4); // beside something else: one after the other
  std::vector<TimedTask *> delivered;
  wheel.advance(queue, [&](TimedTask *task) { delivered.push_back(task); });
  EXPECT_TRUE(queue.empty());
  EXPECT_EQ(delivered, (std::vector<TimedTask *>{&other, &first}));
  EXPECT_EQ(first.bucket, 0);
}

TEST(TimeWheel, AgainstAnOrderedMap) {
  std::mt19937_64 random(7);
  TimeWheel wheel;
  std::multimap<uint64_t, uint64_t> reference;
  std::vector<std::unique_ptr<Event>> events;
  std::vector<Event *> inside;
  for (int round = 0; round != 20000; ++round) {
    unsigned action = random() % 8;
    if (action < 5) {
      auto &event = events.emplace_back(std::make_unique<Event>(events.size()));
      uint64_t time = wheel.now() + 1 + (random() >> (random() % 40 + 23));
      wheel.insert(event.get(), time);
      reference.insert({time, event->number});
      inside.push_back(event.get());
    } else if (action == 5 && !inside.empty()) {
      size_t i = random() % inside.size();
      Event *event = inside[i];
      inside[i] = inside.back();
      inside.pop_back();
      if (!event->bucket)
        continue; // delivered already
      auto [from, to] = reference.equal_range(event->time);
      while (from->second != event->number)
        ++from;
      reference.erase(from);
      wheel.remove(event);
    } else if (!wheel.empty()) {
      uint64_t time = reference.begin()->first;
      std::vector<uint64_t> expected;
      for (auto it = reference.begin(); it != reference.end() && it->first == time;)
        expected.push_back(it->second), it = reference.erase(it);
      ASSERT_EQ(wheel.nextTime(), time);
      ASSERT_EQ(advance(wheel), expected);
      ASSERT_EQ(wheel.now(), time);
    }
    ASSERT_EQ(wheel.size(), reference.size());
  }
}

} // namespace

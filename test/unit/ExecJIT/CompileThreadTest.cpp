//===- CompileThreadTest.cpp - holds of the compiling thread -------------------===//
#include "Exec/JIT/CompileThread.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

using circtsim::exec::CompileThread;
using namespace std::chrono_literals;

namespace {

TEST(CompileThread, DoesTasksInOrder) {
  std::vector<int> order;
  std::promise<void> done;
  CompileThread thread;
  for (int i = 0; i != 20; ++i)
    thread.post([&order, i](CompileThread::Hold &) { order.push_back(i); });
  thread.post([&](CompileThread::Hold &) { done.set_value(); });
  done.get_future().wait();
  ASSERT_EQ(order.size(), 20u);
  for (int i = 0; i != 20; ++i)
    EXPECT_EQ(order[i], i);
}

TEST(CompileThread, StopWaitsForTheHold) {
  std::promise<void> started;
  std::atomic<bool> isOver = false;
  CompileThread thread;
  thread.post([&](CompileThread::Hold &) {
    started.set_value();
    std::this_thread::sleep_for(30ms);
    isOver = true;
  });
  started.get_future().wait();
  thread.stop();
  EXPECT_TRUE(isOver);
  EXPECT_FALSE(thread.leaveBehind(1s));
}

TEST(CompileThread, StopDoesNotWaitForWhatIsItsOwn) {
  struct Shared {
    std::promise<void> started, mayEnd, ended;
    std::atomic<bool> mayTakeBack = true;
  };
  auto shared = std::make_shared<Shared>();
  std::atomic<bool> hasDoneAnother = false;
  {
    CompileThread thread;
    thread.post([shared](CompileThread::Hold &hold) {
      hold.letGo();
      shared->started.set_value();
      shared->mayEnd.get_future().wait();
      shared->mayTakeBack = hold.takeBack();
      shared->ended.set_value();
    });
    thread.post([&](CompileThread::Hold &) { hasDoneAnother = true; });
    shared->started.get_future().wait();
    thread.stop();
    EXPECT_TRUE(thread.leaveBehind(1ms)) << "it is still at work";
  }
  shared->mayEnd.set_value();
  shared->ended.get_future().wait();
  EXPECT_FALSE(shared->mayTakeBack) << "nobody is there any more";
  EXPECT_FALSE(hasDoneAnother);
}

TEST(CompileThread, WaitsUntilIdle) {
  std::promise<void> mayEnd;
  std::atomic<int> done = 0;
  CompileThread thread;
  EXPECT_TRUE(thread.waitUntilIdle(10s)) << "nothing to do";
  thread.post([&](CompileThread::Hold &hold) {
    hold.letGo();
    mayEnd.get_future().wait();
    EXPECT_TRUE(hold.takeBack());
    ++done;
  });
  thread.post([&](CompileThread::Hold &) { ++done; });
  EXPECT_FALSE(thread.waitUntilIdle(5ms));
  mayEnd.set_value();
  EXPECT_TRUE(thread.waitUntilIdle(10s));
  EXPECT_EQ(done, 2);
}

TEST(CompileThread, TakesTheHoldBack) {
  std::promise<bool> result;
  CompileThread thread;
  thread.post([&](CompileThread::Hold &hold) {
    hold.letGo();
    result.set_value(hold.takeBack());
  });
  EXPECT_TRUE(result.get_future().get());
}

} // namespace

//===- GovernorTest.cpp - decisions about tiers -------------------------------===//
#include "Exec/Tier/Governor.h"
#include "Exec/Tier/TierCounters.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::exec;

namespace {

TierOptions optionsOf(ExecutionMode mode, uint64_t threshold) {
  TierOptions options;
  options.mode = mode;
  options.hotThreshold = threshold;
  return options;
}

TEST(Governor, FirstLook) {
  auto look = [](ExecutionMode mode, uint64_t threshold) {
    return governor::firstLook(optionsOf(mode, threshold));
  };
  EXPECT_EQ(look(ExecutionMode::Interpret, 0), ~uint64_t(0));
  EXPECT_EQ(look(ExecutionMode::Compile, 0), 1u) << "before it runs";
  EXPECT_EQ(look(ExecutionMode::Compile, 1), 1u);
  EXPECT_EQ(look(ExecutionMode::Auto, 200), 200u);
}

TEST(Governor, CacheLookIsNotLater) {
  for (uint64_t threshold : {0ull, 1ull, 10ull, 3'000ull}) {
    TierOptions options = optionsOf(ExecutionMode::Auto, threshold);
    EXPECT_EQ(governor::cacheLook(options), governor::firstLook(options)) << "no cache";
    options.cachePolicy = CachePolicy::Disk;
    EXPECT_LE(governor::cacheLook(options), governor::firstLook(options)) << threshold;
    EXPECT_LE(governor::cacheLook(options), governor::CacheThreshold) << threshold;
    options.mode = ExecutionMode::Interpret;
    EXPECT_EQ(governor::cacheLook(options), ~uint64_t(0));
  }
}

TEST(Governor, SecondLookIsLater) {
  for (uint64_t activations : {1ull, 50ull, 1'000ull, 1'000'000ull}) {
    TierOptions options;
    EXPECT_GT(governor::secondLook(options, activations), activations);
    EXPECT_GE(governor::secondLook(options, activations), options.optimiseThreshold);
  }
}

TEST(Governor, GivesUpWhenGuardsFailOften) {
  EXPECT_TRUE(governor::givesUp(0, 64)) << "in one activation that loops";
  EXPECT_TRUE(governor::givesUp(64, 64));
  EXPECT_TRUE(governor::givesUp(64 * 16 - 1, 64));
  EXPECT_FALSE(governor::givesUp(64 * 16, 64));
}

TEST(Governor, SpeculatesAgainLaterEachTime) {
  for (unsigned times = 0; times != 20; ++times)
    EXPECT_GT(governor::respeculateAfter(times + 1), governor::respeculateAfter(times));
  EXPECT_EQ(governor::respeculateAfter(100), governor::respeculateAfter(99)) << "no overflow";
}

TEST(Governor, LoopsAndTheCache) {
  TierOptions options = optionsOf(ExecutionMode::Auto, 10);
  model::Function function;
  function.activations = 5;
  function.compileAskedAt = 4;
  EXPECT_TRUE(governor::mayCompileLoop(options, function)) << "nothing is kept";
  options.cachePolicy = CachePolicy::Disk;
  EXPECT_FALSE(governor::mayCompileLoop(options, function)) << "there might have been code";
  function.compileAskedAt = 5;
  EXPECT_TRUE(governor::mayCompileLoop(options, function)) << "there was none when it began";
  options.mode = ExecutionMode::Compile;
  function.compileAskedAt = 1;
  EXPECT_TRUE(governor::mayCompileLoop(options, function)) << "code comes at once";
}

TEST(Governor, Verdicts) {
  TierOptions options = optionsOf(ExecutionMode::Compile, 0);
  model::Function function;
  function.codeUnits = 100;
  using governor::Verdict;
  EXPECT_EQ(governor::judge(options, function, 1'000'000), Verdict::Compile) << "no limit";
  options.compileBudget = 2;
  EXPECT_EQ(governor::judge(options, function, 1), Verdict::Compile);
  EXPECT_EQ(governor::judge(options, function, 2), Verdict::NoBudget);
  options.compileBudget = 0;
  EXPECT_EQ(governor::judge(options, function, 0), Verdict::NoBudget);
  options.compileBudget = 2;
  function.codeUnits = governor::MaxCompiledUnits;
  EXPECT_EQ(governor::judge(options, function, 0), Verdict::Compile);
  function.codeUnits = governor::MaxCompiledUnits + 1;
  EXPECT_EQ(governor::judge(options, function, 0), Verdict::TooLarge);
  EXPECT_EQ(governor::judge(options, function, 2), Verdict::NoBudget) << "the budget comes first";
}

TEST(TierCounters, OneRecordPerFunctionAndReason) {
  TierCounters counters;
  counters.note(3, "top.p", DeoptReason::GuardFailed);
  counters.note(3, "top.p", DeoptReason::GuardFailed);
  counters.note(3, "top.p", DeoptReason::MissingThunk, 5);
  counters.note(4, "top.q", DeoptReason::UnsupportedOperation);
  EXPECT_EQ(counters.deopts, 8u);
  ASSERT_EQ(counters.records.size(), 3u);
  const DeoptRecord &record = counters.records.at({3, DeoptReason::GuardFailed});
  EXPECT_EQ(record.count, 2u);
  EXPECT_EQ(record.name, "top.p");
  EXPECT_EQ(record.process, 3u);
  EXPECT_STREQ(nameOf(DeoptReason::MissingThunk), "missing_thunk");
  EXPECT_STREQ(nameOf(DeoptReason::UnsupportedOperation), "unsupported_operation");
  EXPECT_STREQ(nameOf(DeoptReason::GuardFailed), "guard_failed");
}

} // namespace

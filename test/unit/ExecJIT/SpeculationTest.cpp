//===- SpeculationTest.cpp - which of its codes a function has -----------------===//
#include "Exec/JIT/Speculation.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::model;
using circtsim::exec::Speculation;
using runtime::SimContext;

namespace {

template <int N>
ExitStatus code(SimContext *, Frame *) {
  return ExitStatus(N % 5);
}
constexpr Entry interpreter = code<0>, quick = code<1>, known = code<2>, fourStates = code<3>,
                loops = code<4>, better = code<5>;

/// A function with code for known signals, made when it had quick code.
struct Fixture {
  DesignImage image;
  std::unique_ptr<Arena> arena = Arena::create(1 << 20);
  runtime::FunctionTable functions{image, *arena};
  Speculation speculation{functions};
  Function function;

  Fixture() {
    functions.interpreterEntry = interpreter;
    function.id = 3;
    functions.install(function, quick);
    speculation.begin(function, known);
    functions.install(function, known);
    function.activations = 100;
  }
  /// As many failures as make one look.
  unsigned fail() {
    function.guardFailures = function.guardLookAt;
    return speculation.guardFailed(function);
  }
  Entry entry() const { return function.entry.load(); }
};

TEST(Speculation, ReturnsToEarlierCodeUntilThereIsOtherCode) {
  Fixture f;
  EXPECT_EQ(f.fail(), 0u) << "not given up for other code";
  EXPECT_EQ(f.entry(), quick);
  EXPECT_TRUE(f.speculation.tryAgain(f.function));
  EXPECT_EQ(f.entry(), quick) << "there is still no code to go on in";
  f.function.fourStateEntry = fourStates;
  EXPECT_TRUE(f.speculation.tryAgain(f.function));
  EXPECT_EQ(f.entry(), known);
}

TEST(Speculation, IsGivenUpForLongerEachTime) {
  Fixture f;
  f.function.fourStateEntry = fourStates;
  EXPECT_EQ(f.fail(), 0u) << "the first failure alone says nothing";
  EXPECT_EQ(f.entry(), known);
  uint64_t pause = 0;
  for (unsigned times = 1; times != 4; ++times) {
    EXPECT_EQ(f.fail(), times);
    EXPECT_EQ(f.entry(), fourStates);
    EXPECT_GT(f.function.hotAt - f.function.activations, pause);
    pause = f.function.hotAt - f.function.activations;
    EXPECT_TRUE(f.speculation.tryAgain(f.function));
    EXPECT_EQ(f.entry(), known);
  }
}

TEST(Speculation, BetterCodeForFourStatesIsUsedAtOnce) {
  Fixture f;
  f.function.fourStateEntry = fourStates;
  f.fail();
  f.function.fourStateEntry = better;
  f.speculation.fourStatesInstalled(f.function);
  EXPECT_EQ(f.entry(), known) << "it is not what the function runs in";
  f.fail();
  EXPECT_EQ(f.entry(), better);
  f.function.fourStateEntry = fourStates;
  f.speculation.fourStatesInstalled(f.function);
  EXPECT_EQ(f.entry(), fourStates);
}

/// Code that can be entered at loops stays: the function says that it has such code.
TEST(Speculation, EndsWhenThereIsCodeForLoops) {
  Fixture f;
  f.function.fourStateEntry = fourStates;
  f.fail();
  f.fail();
  ASSERT_EQ(f.entry(), fourStates);
  f.speculation.end(f.function);
  f.functions.install(f.function, loops);
  EXPECT_FALSE(f.speculation.tryAgain(f.function));
  EXPECT_EQ(f.fail(), 0u) << "an activation that is still inside";
  f.speculation.fourStatesInstalled(f.function);
  EXPECT_EQ(f.entry(), loops);
}

TEST(Speculation, QuickCodeForFourStatesFirst) {
  exec::TierOptions options;
  EXPECT_FALSE(exec::governor::deservesFourStates(options, 0));
  EXPECT_FALSE(exec::governor::deservesFourStates(options, 2));
  EXPECT_TRUE(exec::governor::deservesFourStates(options, 3));
  options.optimiseThreshold = 0;
  EXPECT_TRUE(exec::governor::deservesFourStates(options, 0));
}

} // namespace

//===- SimContextTest.cpp - messages, exit status, output, state --------------===//
#include "../Model/ImageBuilder.h"
#include "Runtime/Random.h"
#include "Runtime/SimContext.h"

#include <gtest/gtest.h>

using namespace circtsim::test;
using namespace circtsim::runtime;

namespace {

struct Context : testing::Test {
  ImageBuilder b;
  ModuleId m = b.module("top");
  std::string text;
  SimOptions options;
  std::unique_ptr<SimContext> context;
  Context() { options.planeSize = uint64_t(1) << 28; }
  bool make() {
    b.top(m);
    b.image.files = {"a.sv"};
    context = std::make_unique<SimContext>(b.image, options);
    context->output.redirect([this](int d, std::string_view t) {
      text += std::to_string(d) + ":" + std::string(t);
    });
    return context->initialise();
  }
};

TEST_F(Context, StandardOutputComesBeforeErrors) {
  ASSERT_TRUE(make());
  context->output.write("one\n");
  EXPECT_EQ(text, "");
  context->report(Severity::Warning, {0, 3, 0}, "top.u", "careful");
  EXPECT_EQ(text, "1:one\n2:a.sv:3: warning: careful [in top.u, at 0 ns]\n");
  EXPECT_EQ(context->run(), 0);
}

TEST_F(Context, ErrorsGiveTheExitStatus) {
  ASSERT_TRUE(make());
  context->report(Severity::Error, {}, "", "wrong");
  EXPECT_EQ(context->run(), 1);
}

TEST_F(Context, ErrorExitCanBeOptedOut) {
  options.errorExit = 0;
  ASSERT_TRUE(make());
  context->countError();
  EXPECT_EQ(context->run(), 0);
}

TEST_F(Context, FatalWins) {
  ASSERT_TRUE(make());
  context->finish(1);
  context->finish(0);
  EXPECT_EQ(context->run(), 1);
}

TEST_F(Context, ElaborationErrorsAreUsageErrors) {
  b.slot(m, SlotKind::Signal, 0, {"nowhere"});
  EXPECT_FALSE(make());
  EXPECT_EQ(context->exitCode(), 2);
  EXPECT_NE(text.find("nowhere"), std::string::npos);
}

TEST_F(Context, Times) {
  ASSERT_TRUE(make());
  EXPECT_EQ(context->timeText(105), "105 ns");
  b.image.timePrecision = -11;
  EXPECT_EQ(context->timeText(3), "30 ps");
  b.image.timePrecision = -12;
  EXPECT_EQ(context->timeText(7), "7 ps");
  b.image.timePrecision = 0;
  EXPECT_EQ(context->timeText(7), "7 s");
}

TEST_F(Context, StateOfOtherRooms) {
  ASSERT_TRUE(make());
  struct Files {
    int open = 0;
  };
  context->state<Files>().open = 3;
  EXPECT_EQ(context->state<Files>().open, 3);
  int order = 0;
  context->atExit([&] { order = 1; });
  context->run();
  EXPECT_EQ(order, 1);
}

TEST(Random, SplitMixReference) {
  // First outputs of SplitMix64 from state 1234567 (the generator's reference).
  uint64_t state = 1234567;
  EXPECT_EQ(nextRandom(state), 6457827717110365317u);
  EXPECT_EQ(nextRandom(state), 3203168211198807973u);
}

} // namespace

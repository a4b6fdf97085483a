#include "Support/Arena.h"
#include "Support/Statistics.h"

#include <gtest/gtest.h>

using namespace circtsim::support;

namespace {

TEST(Arena, CopiesOutliveTheirSource) {
  Arena arena;
  llvm::MutableArrayRef<int> numbers;
  llvm::StringRef text;
  {
    std::vector<int> source = {1, 2, 3};
    numbers = arena.copy(source);
    std::string name = "hello";
    text = arena.copyText(name);
  }
  EXPECT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[2], 3);
  EXPECT_EQ(text, "hello");
  EXPECT_EQ(text.data()[5], '\0');
  EXPECT_TRUE(arena.copy(std::vector<int>()).empty());
  struct Pair {
    int a, b;
    Pair(int a, int b) : a(a), b(b) {}
  };
  EXPECT_EQ(arena.create<Pair>(4, 5)->b, 5);
  EXPECT_GT(arena.bytesUsed(), 0u);
}

TEST(Interner, EqualTextsShareAnAddress) {
  Interner names;
  llvm::StringRef a = names.intern(std::string("clk"));
  llvm::StringRef b = names.intern(std::string("clk"));
  EXPECT_EQ(a.data(), b.data());
  EXPECT_NE(a.data(), names.intern("rst").data());
  EXPECT_EQ(names.size(), 2u);
}

TEST(Statistics, TextAndJson) {
  Statistics statistics;
  uint64_t &events = statistics.counter("events");
  events = 3;
  statistics.counter("deltas") = 1;
  events += 2;
  statistics.phase("parse") = 1500000;
  { PhaseTimer timer(statistics, "parse"); }
  statistics.phase("parse") = 1500000;
  std::string json;
  llvm::raw_string_ostream stream(json);
  statistics.printJson(stream);
  EXPECT_EQ(json, "{\"counters\":{\"events\":5,\"deltas\":1},\"phases_ms\":{\"parse\":1.5}}\n");
}

TEST(TraceChannels, OnlyEnabledOnesHaveAStream) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  TraceChannels trace(stream);
  EXPECT_EQ(trace.channel("elab"), nullptr);
  trace.enable("elab");
  ASSERT_NE(trace.channel("elab"), nullptr);
  EXPECT_EQ(trace.channel("parse"), nullptr);
  *trace.channel("elab") << "x";
  EXPECT_EQ(text, "x");
}

} // namespace

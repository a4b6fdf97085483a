//===- BenchmarkTest.cpp - cost of activations and edges ----------------------===//
//
// Disabled by default: run with --gtest_also_run_disabled_tests
// --gtest_filter=*Benchmark*.
//
//===----------------------------------------------------------------------===//
#include "Assembler.h"

#include <chrono>
#include <gtest/gtest.h>

using namespace circtsim::test;

namespace {

/// forever #5 clk = ~clk, `edges` times.
void addClock(DesignBuilder &b, ModuleId m, uint32_t clk, uint64_t edges) {
  Assembler p;
  uint32_t count = p.slots(1), v = p.slots(2);
  uint32_t one = p.constant(1), zeroL = p.constant(0, 0), limit = p.constant(edges);
  p.op(Opcode::Mov, 0, count, p.constant(0));
  p.op(Opcode::StL8, 1, zeroL, b.offset(m, clk), clk);
  Assembler::Label loop = p.label();
  p.bind(loop);
  p.delay(5);
  p.op(Opcode::LdL8, 1, v, b.offset(m, clk));
  p.op(Opcode::NotL, 1, v, v);
  p.op(Opcode::StL8, 1, v, b.offset(m, clk), clk);
  p.op(Opcode::AddI, 64, count, count, one);
  p.jump(Opcode::BrNeI, 2, loop, count, limit);
  p.op(Opcode::Halt, 0);
  b.process(m, p, ProcessKind::Initial, "clock");
}

double timed(DesignBuilder &b, const char *name, uint64_t edges) {
  Simulation s(b);
  EXPECT_TRUE(s.context->initialise());
  auto start = std::chrono::steady_clock::now();
  s.context->run();
  double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const auto &statistics = s.context->scheduler().statistics;
  std::printf("%-28s %8.1f ns/edge  (%llu static runs, %.2f s)\n", name, seconds * 1e9 / double(edges),
              (unsigned long long)statistics.staticRuns, seconds);
  return seconds;
}

TEST(DISABLED_Benchmark, ClockOnly) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  uint32_t clk = b.signal(m, "clk", b.logic(1));
  addClock(b, m, clk, 10'000'000);
  b.top(m);
  timed(b, "clock only", 10'000'000);
}

TEST(DISABLED_Benchmark, Counter) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  uint32_t clk = b.signal(m, "clk", b.logic(1)), q = b.signal(m, "q", b.logic(32));
  addClock(b, m, clk, 10'000'000);
  Assembler init;
  init.op(Opcode::StL32, 32, init.constant(0, 0), b.offset(m, q), q).op(Opcode::Halt, 0);
  b.process(m, init);
  Assembler ff;
  uint32_t v = ff.slots(2);
  ff.op(Opcode::LdL32, 32, v, b.offset(m, q));
  ff.op(Opcode::AddL, 32, v, v, ff.constant(1, 0));
  ff.op(Opcode::NbaL, 32, v, b.offset(m, q), q);
  ff.op(Opcode::Return, 0);
  b.staticProcess(m, ff, {b.term(Edge::Pos, clk)});
  b.top(m);
  timed(b, "32-bit counter", 10'000'000);
}

/// `stages` of: always_ff q <= f(previous q), always_comb in between.
TEST(DISABLED_Benchmark, Pipeline) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId word = b.logic(32);
  uint32_t clk = b.signal(m, "clk", b.logic(1));
  uint64_t edges = 1'000'000;
  addClock(b, m, clk, edges);
  constexpr uint32_t stages = 20;
  std::vector<uint32_t> q, d;
  for (uint32_t i = 0; i != stages; ++i) {
    q.push_back(b.signal(m, "q" + std::to_string(i), word));
    d.push_back(b.signal(m, "d" + std::to_string(i), word));
  }
  for (uint32_t i = 0; i != stages; ++i) {
    Assembler init;
    init.op(Opcode::StL32, 32, init.constant(i * 0x9e3779b9u & 0xffffffffu, 0), b.offset(m, q[i]),
            q[i]);
    init.op(Opcode::Halt, 0);
    b.process(m, init);
    Assembler comb;
    uint32_t x = comb.slots(2), y = comb.slots(2), z = comb.slots(2);
    comb.op(Opcode::LdL32, 32, x, b.offset(m, q[i]));
    comb.op(Opcode::ShlL, 32, y, x, comb.constant(3, 0));
    comb.op(Opcode::XorL, 32, z, x, y);
    comb.op(Opcode::AddL, 32, z, z, comb.constant(0x1234567, 0));
    comb.op(Opcode::NotL, 32, y, x);
    comb.op(Opcode::AndL, 32, y, y, z);
    comb.op(Opcode::OrL, 32, z, z, x);
    comb.op(Opcode::XorL, 32, z, z, y);
    comb.op(Opcode::StL32, 32, z, b.offset(m, d[i]), d[i]);
    comb.op(Opcode::Return, 0);
    b.staticProcess(m, comb, {b.term(Edge::AnyChange, q[i])}, true);
    Assembler ff;
    uint32_t v = ff.slots(2);
    ff.op(Opcode::LdL32, 32, v, b.offset(m, d[(i + stages - 1) % stages]));
    ff.op(Opcode::NbaL, 32, v, b.offset(m, q[i]), q[i]);
    ff.op(Opcode::Return, 0);
    b.staticProcess(m, ff, {b.term(Edge::Pos, clk)});
  }
  b.top(m);
  timed(b, "20-stage pipeline", edges);
}

/// A ring of inverters with a delay of one tick.
TEST(DISABLED_Benchmark, Gates) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId bit = b.logic(1);
  constexpr uint32_t gates = 1001;
  std::vector<uint32_t> nets;
  for (uint32_t i = 0; i != gates; ++i)
    nets.push_back(b.signal(m, "n" + std::to_string(i), bit, NetKind::Wire));
  for (uint32_t i = 0; i != gates; ++i) {
    uint32_t d = b.driver(m, nets[(i + 1) % gates]);
    Assembler p;
    uint32_t v = p.slots(2), r = p.slots(3), one = p.constant(1);
    p.constant(1), p.constant(1);
    p.op(Opcode::LdL8, 1, v, b.offset(m, nets[i])).op(Opcode::NotL, 1, v, v);
    p.op(Opcode::RefSlot, 0, r, d);
    p.op2(Opcode::Drive, FlagFour, v, r, 0, 1, 1, one);
    p.op(Opcode::Return, 0);
    b.staticProcess(m, p, {b.term(Edge::AnyChange, nets[i])}, true).selfTriggering = true;
  }
  Assembler init; // pairs of equal values: half of the gates switch in every tick
  uint32_t values[2] = {init.constant(0, 0), init.constant(1, 0)};
  for (uint32_t i = 0; i != gates; ++i)
    init.op(Opcode::StL8, 1, values[(i >> 1) & 1], b.offset(m, nets[i]), nets[i]);
  init.delay(20000);
  CallDescriptor finish;
  finish.builtin = 1;
  init.code.calls.push_back(finish);
  init.op(Opcode::SysCall, 0, 0).op(Opcode::Halt, 0);
  b.process(m, init);
  b.top(m);
  Simulation s(b);
  ASSERT_TRUE(s.context->initialise());
  auto start = std::chrono::steady_clock::now();
  s.context->run();
  double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  uint64_t runs = s.context->scheduler().statistics.staticRuns;
  std::printf("%-28s %8.1f ns/evaluation (%llu)\n", "gates with delays", seconds * 1e9 / double(runs),
              (unsigned long long)runs);
}

/// fork ... join of two branches that end at once.
TEST(DISABLED_Benchmark, Forks) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  Assembler child;
  child.op(Opcode::Halt, 0);
  ForkBranch branch;
  branch.function = b.function(m, child);
  Assembler p;
  uint32_t n = p.slots();
  constexpr uint64_t count = 1'000'000;
  p.op(Opcode::Mov, 0, n, p.constant(0));
  Assembler::Label loop = p.label();
  p.bind(loop);
  p.op(Opcode::Fork, 0, p.fork(JoinKind::All, {branch, branch}));
  p.op(Opcode::AddI, 64, n, n, p.constant(1));
  p.jump(Opcode::BrNeI, 2, loop, n, p.constant(count));
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  runtime::SimOptions options;
  options.maxDeltas = 10 * count;
  Simulation s(b, options);
  ASSERT_TRUE(s.context->initialise());
  auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(s.context->run(), 0);
  double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%-28s %8.1f ns\n", "fork/join of two", seconds * 1e9 / double(count));
}

} // namespace

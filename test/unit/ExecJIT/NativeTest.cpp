//===- NativeTest.cpp - hand-made bytecode in every tier ----------------------===//
//
// The same image runs interpreted, native, and native with deopts; traces, end time
// and counters of the scheduler are compared.
//
//===----------------------------------------------------------------------===//
#include "../Interp/Assembler.h"
#include "Exec/JIT/JITCompileManager.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

#include <gtest/gtest.h>

using namespace circtsim::test;
using circtsim::exec::DeoptReason;
using circtsim::exec::ExecutionMode;
using circtsim::exec::JITCompileManager;
using circtsim::exec::TierCounters;
using circtsim::exec::TierOptions;

namespace {

struct Result {
  std::vector<std::string> trace;
  uint64_t now, rounds, nativeActivations;
  TierCounters counters;
};

Result runWith(DesignBuilder &b, TierOptions tiers, uint64_t deoptPeriod = 0) {
  runtime::SimOptions options;
  options.deoptPeriod = deoptPeriod;
  options.countInstructions = true;
  Simulation simulation(b, options);
  if (deoptPeriod || tiers.forceDeopts)
    simulation.context->native.deoptCountdown = 1;
  JITCompileManager manager(*simulation.context, tiers);
  EXPECT_EQ(simulation.run(), 0);
  Result result{simulation.trace, simulation.context->scheduler().now(),
                simulation.context->scheduler().statistics.rounds, 0, manager.finish()};
  result.nativeActivations = simulation.context->native.activations;
  return result;
}

TierOptions compileAt(uint64_t threshold) {
  TierOptions tiers;
  tiers.mode = ExecutionMode::Compile;
  tiers.hotThreshold = threshold;
  return tiers;
}

/// p: k = 0; repeat: k = square(k + 1) % 97; wait 2; trace k.
struct Squares : DesignBuilder {
  ModuleId m = module("top");
  FuncId square, main;
  Squares() {
    top(m);
    Assembler s(1);
    uint32_t result = s.slots();
    s.op(Opcode::MulI, 32, result, s.argument(0), s.argument(0)).op(Opcode::Return, 0);
    s.code.resultSlot = result;
    s.code.resultSlots = 1;
    square = function(m, s, "square");
    Assembler p;
    uint32_t k = p.slots(), n = p.slots(), argument = p.slots(), more = p.slots();
    uint32_t one = p.constant(1), limit = p.constant(97), rounds = p.constant(8);
    p.op(Opcode::Mov, 0, k, p.constant(0)).op(Opcode::Mov, 0, n, p.constant(0));
    Assembler::Label loop = p.label();
    p.bind(loop);
    p.op(Opcode::AddI, 32, argument, k, one);
    p.op2(Opcode::Call, 0, square, argument, k, SelfInstance, 1);
    p.op(Opcode::ModUI, 32, k, k, limit);
    p.delay(2);
    p.trace("k", {{k, 0}});
    p.op(Opcode::AddI, 32, n, n, one).op(Opcode::LtUI, 32, more, n, rounds);
    p.jump(Opcode::BrTrue, 1, loop, more);
    p.op(Opcode::Halt, 0);
    p.code.maySuspend = true;
    main = process(m, p).function;
  }
};

/// As Squares, with a task among the functions: k = f[n & 1](k + 1) % 97.
struct SquaresByValue : DesignBuilder {
  ModuleId m = module("top");
  FuncId square, twice;
  SquaresByValue() {
    top(m);
    image.signatures = {"(i32) -> i32"};
    square = callee(Opcode::MulI, false);
    twice = callee(Opcode::AddI, true);
    Assembler p;
    uint32_t k = p.slots(), n = p.slots(), argument = p.slots(), more = p.slots();
    uint32_t bit = p.slots(), f = p.slots();
    uint32_t one = p.constant(1), limit = p.constant(97), rounds = p.constant(8);
    uint32_t first = p.constant(FunctionTag + square);
    p.op(Opcode::Mov, 0, k, p.constant(0)).op(Opcode::Mov, 0, n, p.constant(0));
    Assembler::Label loop = p.label();
    p.bind(loop);
    p.op(Opcode::AddI, 32, argument, k, one).op(Opcode::AndI, 32, bit, n, one);
    p.op(Opcode::AddI, 64, f, first, bit);
    p.op2(Opcode::CallIndirect, 0, f, argument, k, SelfInstance, 1, 1, 0);
    p.op(Opcode::ModUI, 32, k, k, limit);
    p.trace("k", {{k, 0}});
    p.op(Opcode::AddI, 32, n, n, one).op(Opcode::LtUI, 32, more, n, rounds);
    p.jump(Opcode::BrTrue, 1, loop, more);
    p.op(Opcode::Halt, 0);
    p.code.maySuspend = true;
    p.code.callSites = {0};
    process(m, p);
  }
  FuncId callee(Opcode op, bool waits) {
    Assembler s(1);
    uint32_t result = s.slots();
    if (waits)
      s.delay(2);
    s.code.maySuspend = waits;
    s.op(op, 32, result, s.argument(0), s.argument(0)).op(Opcode::Return, 0);
    s.code.resultSlot = result;
    s.code.resultSlots = 1;
    FuncId id = function(m, s);
    image.functions[id].signature = 0;
    return id;
  }
};

TEST(Native, CallsByValue) {
  SquaresByValue design;
  Result reference = runWith(design, {});
  ASSERT_EQ(reference.trace.size(), 8u);
  EXPECT_EQ(reference.trace[0], "0 k 1");
  EXPECT_EQ(reference.trace[1], "2 k 4");
  EXPECT_EQ(reference.trace[2], "2 k 25");
  Result native = runWith(design, compileAt(0));
  EXPECT_EQ(native.trace, reference.trace);
  EXPECT_EQ(native.rounds, reference.rounds);
  EXPECT_EQ(native.counters.deopts, 0u);
  EXPECT_EQ(native.nativeActivations, 5u + 4u + 8u) << "process, square, task, start and end";
  for (uint64_t period : {1, 2, 3, 7}) {
    Result result = runWith(design, compileAt(0), period);
    EXPECT_EQ(result.trace, reference.trace) << period;
    EXPECT_EQ(result.now, reference.now);
  }
}

TEST(Native, SameAsInterpreter) {
  Squares design;
  Result reference = runWith(design, {});
  ASSERT_EQ(reference.trace.size(), 8u);
  EXPECT_EQ(reference.trace[0], "2 k 1");
  EXPECT_EQ(reference.trace[1], "4 k 4");
  EXPECT_EQ(reference.trace[2], "6 k 25");
  EXPECT_EQ(reference.nativeActivations, 0u);
  EXPECT_EQ(reference.counters.deopts, 0u) << "nobody asked for native code";

  Result native = runWith(design, compileAt(0));
  EXPECT_EQ(native.trace, reference.trace);
  EXPECT_EQ(native.now, reference.now);
  EXPECT_EQ(native.rounds, reference.rounds);
  EXPECT_GE(native.counters.compiles, 2u);
  EXPECT_EQ(native.counters.deopts, 0u);
  EXPECT_EQ(native.nativeActivations, 9u + 8u) << "one start, eight resumptions, eight calls";
}

TEST(Native, DeoptsAtEveryPlace) {
  Squares design;
  Result reference = runWith(design, {});
  for (uint64_t period : {1, 2, 3, 7, 50}) {
    Result result = runWith(design, compileAt(0), period);
    EXPECT_EQ(result.trace, reference.trace) << period;
    EXPECT_EQ(result.now, reference.now);
    if (period < 10)
      EXPECT_GT(result.counters.deopts, 0u) << period;
    for (const auto &[key, record] : result.counters.records)
      EXPECT_EQ(record.reason, DeoptReason::GuardFailed);
  }
}

TEST(Native, HotCodeOnly) {
  Squares design;
  Result result = runWith(design, compileAt(4));
  EXPECT_GE(result.counters.compiles, 2u);
  // The process is entered nine times, three of them before; the function eight.
  EXPECT_GT(result.nativeActivations, 0u);
  EXPECT_LE(result.nativeActivations, 6u + 5u);
}

TEST(Native, BudgetIsKept) {
  Squares design;
  TierOptions tiers = compileAt(0);
  tiers.failOnDeopt = true;
  tiers.compileBudget = 1;
  Result result = runWith(design, tiers);
  EXPECT_EQ(result.counters.compiles, 1u);
  ASSERT_GE(result.counters.records.size(), 1u);
  EXPECT_EQ(result.counters.records.begin()->second.name, "square");
  EXPECT_EQ(result.counters.records.begin()->second.reason, DeoptReason::MissingThunk);
  EXPECT_EQ(result.counters.records.begin()->second.count, 8u);
  EXPECT_EQ(result.counters.strictViolations, 8u);
}

TEST(Native, InBackground) {
  Squares design;
  Result reference = runWith(design, {});
  TierOptions tiers = compileAt(1);
  tiers.mode = ExecutionMode::Auto;
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(runWith(design, tiers).trace, reference.trace);
}

TEST(Native, CodeIsDroppedWhenItIsLeft) {
  Squares design;
  Result reference = runWith(design, {});
  TierOptions tiers = compileAt(0);
  tiers.cachePolicy = circtsim::exec::CachePolicy::None;
  tiers.failOnDeopt = true;
  Result result = runWith(design, tiers);
  EXPECT_EQ(result.trace, reference.trace);
  EXPECT_EQ(result.nativeActivations, 9u + 8u);
  EXPECT_EQ(result.counters.compiles, 9u + 8u) << "each activation needs code of its own";
  EXPECT_EQ(result.counters.evictions, 9u + 8u);
  EXPECT_EQ(result.counters.strictViolations, 0u);
  for (uint64_t period : {1, 2, 3, 7})
    EXPECT_EQ(runWith(design, tiers, period).trace, reference.trace);
  // Every third activation is native; all since the first one were wanted so.
  tiers.hotThreshold = 3;
  result = runWith(design, tiers);
  EXPECT_EQ(result.trace, reference.trace);
  EXPECT_EQ(result.counters.compiles, result.counters.evictions);
  EXPECT_GT(result.counters.strictViolations, 0u);
  EXPECT_EQ(result.counters.strictViolations + result.nativeActivations, 9u + 8u - 2u - 2u);
}

TEST(Native, CodeIsDroppedInBackground) {
  Squares design;
  Result reference = runWith(design, {});
  TierOptions tiers = compileAt(1);
  tiers.mode = ExecutionMode::Auto;
  tiers.cachePolicy = circtsim::exec::CachePolicy::None;
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(runWith(design, tiers).trace, reference.trace);
}

TEST(Native, CodeOfAnEarlierRun) {
  llvm::SmallString<128> folder;
  ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("objects", folder));
  Squares design;
  Result reference = runWith(design, {});
  TierOptions tiers = compileAt(0);
  tiers.cachePolicy = circtsim::exec::CachePolicy::Disk;
  tiers.cacheDirectory = folder.str().str();
  Result first = runWith(design, tiers), second = runWith(design, tiers);
  EXPECT_EQ(first.counters.cacheHits, 0u);
  EXPECT_GE(first.counters.compiles, 2u);
  EXPECT_EQ(second.counters.compiles, 0u);
  EXPECT_EQ(second.counters.cacheHits, first.counters.compiles);
  EXPECT_EQ(second.trace, reference.trace);
  EXPECT_EQ(second.nativeActivations, first.nativeActivations);
  // Another budget, and code for deopts, which is other code.
  tiers.compileBudget = 0;
  EXPECT_EQ(runWith(design, tiers).nativeActivations, first.nativeActivations);
  Result other = runWith(design, tiers, /*deoptPeriod=*/3);
  EXPECT_EQ(other.counters.cacheHits, 0u);
  EXPECT_EQ(other.trace, reference.trace);
  llvm::sys::fs::remove_directories(folder);
}

/// A process that waits inside a function which waits inside another one.
TEST(Native, FramesAreEnteredAgainFromTheNewest) {
  DesignBuilder design;
  ModuleId m = design.module("top");
  design.top(m);
  FuncId below = NoId;
  for (int level = 0; level < 3; ++level) {
    Assembler f(1);
    uint32_t kept = f.slots(), out = f.slots();
    f.op(Opcode::AddI, 32, kept, f.argument(0), f.constant(10 + level));
    f.delay(1);
    f.trace("down" + std::to_string(level), {{kept, 0}});
    if (below == NoId)
      f.op(Opcode::Mov, 0, out, kept);
    else
      f.op2(Opcode::Call, 0, below, kept, out, SelfInstance, 1);
    f.delay(1);
    f.op(Opcode::AddI, 32, out, out, kept);
    f.op(Opcode::Return, 0);
    f.code.resultSlot = out;
    f.code.resultSlots = 1;
    f.code.maySuspend = true;
    below = design.function(m, f, "level" + std::to_string(level));
  }
  Assembler p;
  uint32_t argument = p.slots(), result = p.slots();
  p.op(Opcode::Mov, 0, argument, p.constant(1));
  p.op2(Opcode::Call, 0, below, argument, result, SelfInstance, 1);
  p.trace("result", {{result, 0}});
  p.op(Opcode::Halt, 0);
  p.code.maySuspend = true;
  design.process(m, p);

  Result reference = runWith(design, {});
  ASSERT_EQ(reference.trace.size(), 4u);
  EXPECT_EQ(reference.trace[3], "6 result 105"); // 13 + (24 + (34 + 34))
  EXPECT_EQ(runWith(design, compileAt(0)).trace, reference.trace);
  EXPECT_EQ(runWith(design, compileAt(2)).trace, reference.trace) << "tiers mixed";
  for (uint64_t period : {1, 2, 5})
    EXPECT_EQ(runWith(design, compileAt(0), period).trace, reference.trace);
}

} // namespace

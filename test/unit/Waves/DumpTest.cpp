//===- DumpTest.cpp - recording designs into VCD files ------------------------===//
//
// IEEE 1800-2023 21.7. Expected forms of values: Table 21-10 and Icarus Verilog.
//
//===----------------------------------------------------------------------===//
#include "../Model/ImageBuilder.h"
#include "Model/Elaboration.h"
#include "Sched/Store.h"
#include "Waves/VcdWriter.h"
#include "Waves/WaveControl.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

using namespace circtsim::test;
namespace sched = circtsim::sched;
namespace waves = circtsim::waves;

namespace {

/// An elaborated design without processes: tests change signals by callbacks.
struct Waves : testing::Test {
  ImageBuilder b;
  ModuleId top = b.module("top");
  std::unique_ptr<Arena> arena;
  std::unique_ptr<Design> design;
  std::unique_ptr<StackPool> stacks;
  std::unique_ptr<sched::Scheduler> scheduler;
  std::unique_ptr<waves::Recorder> recorder;
  std::map<uint64_t, std::string> strings;
  std::string path;

  struct Step : sched::CallbackTask {
    std::function<void()> action;
  };
  std::deque<Step> steps;

  void SetUp() override {
    const auto *info = testing::UnitTest::GetInstance()->current_test_info();
    path = testing::TempDir() + "waves-" + info->name() + ".vcd";
  }
  void TearDown() override {
    recorder.reset();
    std::filesystem::remove(path);
  }
  void elaborateTop() {
    b.top(top);
    b.image.timePrecision = -10;
    arena = Arena::create(uint64_t(1) << 30);
    std::vector<ElaborationError> errors;
    design = elaborate(b.image, *arena, errors);
    ASSERT_TRUE(design);
    stacks = std::make_unique<StackPool>(*arena);
    scheduler = std::make_unique<sched::Scheduler>(*design, *stacks, sched::SchedulerClient());
    recorder = std::make_unique<waves::Recorder>(
        *design, *scheduler, [this](uint64_t handle) { return std::string_view(strings[handle]); });
  }
  bool trace(waves::TraceRequest request = {}) {
    request.vcdFile = path;
    std::string error;
    return waves::startTrace(*recorder, request, error);
  }
  SlotEntry signal(uint32_t local) { return design->signalAt(*design->tops[0], local); }
  void at(uint64_t time, std::function<void()> action) {
    Step &step = steps.emplace_back();
    step.action = std::move(action);
    step.function = [](void *data) { static_cast<Step *>(data)->action(); };
    step.data = &step;
    scheduler->at(step, time);
  }
  void set(SlotEntry object, uint32_t width, uint64_t a, uint64_t bPlane = 0, int64_t lo = 0,
           uint32_t unit = 0) {
    sched::storeBits(*scheduler, object.address, object.signal, lo, width, unit ? unit : width,
                     true, &a, &bPlane);
  }
  /// Runs to the end and gives the file from $enddefinitions on.
  std::string run() {
    scheduler->run();
    recorder->close();
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    file = text.str();
    size_t end = file.find("$enddefinitions $end\n");
    return end == std::string::npos ? "" : file.substr(end + 21);
  }
  bool declares(std::string_view text) const { return file.find(text) != std::string::npos; }
  std::string file;
};

TEST_F(Waves, HeaderAndChanges) {
  uint32_t clk = b.signal(top, "clk", b.logic(1));
  uint32_t bus = b.signal(top, "bus", b.logic(8), NetKind::Wire);
  elaborateTop();
  ASSERT_TRUE(trace());
  at(5, [&] { set(signal(clk), 1, 1); });
  at(7, [&] {
    set(signal(bus), 8, 0x0f);
    set(signal(clk), 1, 0);
  });
  EXPECT_EQ(run(), "#0\n$dumpvars\nx!\nbz \"\n$end\n#5\n1!\n#7\n0!\nb1111 \"\n");
  EXPECT_TRUE(file.starts_with("$date\n\tnot recorded\n$end\n$version\n\tcirct-sim\n$end\n"
                               "$timescale\n\t100ps\n$end\n$scope module top $end\n"
                               "$var reg 1 ! clk $end\n$var wire 8 \" bus [7:0] $end\n"
                               "$upscope $end\n"));
}

// Table 21-10: what stands in front may be left out if it is restored by extension.
TEST_F(Waves, VectorsAreShortened) {
  uint32_t v = b.signal(top, "v", b.logic(6));
  elaborateTop();
  ASSERT_TRUE(trace());
  struct Case {
    uint64_t a, b;
    const char *text;
  };
  static constexpr Case cases[] = {{0b000000, 0, "b0"},         {0b000101, 0, "b101"},
                                   {0b111111, 0, "b111111"},    {0b000010, 0b000010, "b0x0"},
                                   {0, 0b000100, "b0z00"},      {0b110001, 0b110000, "bx0001"},
                                   {0, 0b110000, "bz0000"},     {0b111111, 0b111111, "bx"},
                                   {0b000001, 0b111110, "bz1"}, {0b111101, 0b111100, "bx01"}};
  uint64_t time = 0;
  std::string expected = "#0\n$dumpvars\nbx !\n$end\n";
  for (const Case &c : cases) {
    at(++time, [&] { set(signal(v), 6, c.a, c.b); });
    expected += "#" + std::to_string(time) + "\n" + c.text + " !\n";
  }
  EXPECT_EQ(run(), expected);
}

TEST_F(Waves, GlitchesAndOrder) {
  uint32_t x = b.signal(top, "x", b.bits(1)), y = b.signal(top, "y", b.bits(70));
  elaborateTop();
  ASSERT_TRUE(trace());
  at(3, [&] { // y before x, x there and back
    uint64_t wide[2] = {5, 1}, zero = 0, one = 1;
    sched::storeBits(*scheduler, signal(y).address, signal(y).signal, 0, 70, 70, false, wide,
                     nullptr);
    sched::storeBits(*scheduler, signal(x).address, signal(x).signal, 0, 1, 1, false, &one,
                     nullptr);
    sched::storeBits(*scheduler, signal(x).address, signal(x).signal, 0, 1, 1, false, &zero,
                     nullptr);
  });
  at(4, [&] {
    uint64_t wide[2] = {4, 1}, one = 1;
    sched::storeBits(*scheduler, signal(y).address, signal(y).signal, 0, 70, 70, false, wide,
                     nullptr);
    sched::storeBits(*scheduler, signal(x).address, signal(x).signal, 0, 1, 1, false, &one,
                     nullptr);
  });
  std::string five = "b1" + std::string(61, '0') + "101",
              four = "b1" + std::string(61, '0') + "100";
  EXPECT_EQ(run(),
            "#0\n$dumpvars\n0!\nb0 \"\n$end\n#3\n" + five + " \"\n#4\n1!\n" + four + " \"\n");
}

TEST_F(Waves, RealsStringsEventsParameters) {
  uint32_t r = b.signal(top, "r", b.scalar(TypeKind::Real));
  uint32_t s = b.signal(top, "s", b.scalar(TypeKind::String));
  uint32_t e = b.signal(top, "e", b.scalar(TypeKind::Event));
  uint32_t p = b.signal(top, "P", b.bits(4));
  b.image.modules[top].signals[p].flags |= SignalIsParameter;
  elaborateTop();
  strings[8] = "hi there\\";
  ASSERT_TRUE(trace());
  at(2, [&] {
    set(signal(r), 64, std::bit_cast<uint64_t>(1.5));
    set(signal(s), 64, 8);
    scheduler->trigger(*reinterpret_cast<EventObject *>(loadUnit(signal(e).address, 8)));
  });
  EXPECT_EQ(run(),
            "#0\n$dumpvars\nr0 !\ns \"\nb0 $\n$end\n#2\nr1.5 !\nshi\\040there\\134 \"\n1#\n");
  EXPECT_TRUE(declares("$var real 1 ! r $end\n$var string 1 \" s $end\n$var event 1 # e $end\n"
                       "$var parameter 4 $ P [3:0] $end\n"));
}

TEST_F(Waves, CollapsedPortsShareACode) {
  ModuleId leaf = b.module("leaf");
  b.port(leaf, "in", PortDirection::Input, b.logic(1), NetKind::Wire);
  uint32_t inner = b.scope(leaf, "blk");
  b.signal(leaf, "local", b.logic(1), NetKind::Variable, inner);
  uint32_t net = b.signal(top, "net", b.logic(1), NetKind::Wire);
  b.child(top, "u0", leaf, {net});
  b.child(top, "u1", leaf, {net});
  elaborateTop();
  ASSERT_TRUE(trace());
  run();
  EXPECT_TRUE(declares("$scope module top $end\n$var wire 1 ! net $end\n$scope module u0 $end\n"
                       "$var wire 1 ! in $end\n$scope begin blk $end\n"))
      << file;
  EXPECT_TRUE(declares("$scope module u1 $end\n$var wire 1 ! in $end\n"));
}

TEST_F(Waves, ArraysOnlyWhenAsked) {
  uint32_t memory = b.signal(top, "mem", b.array(b.logic(8), 3));
  b.signal(top, "s", b.structure({b.logic(4), b.array(b.logic(1), 2)}));
  elaborateTop();
  ASSERT_TRUE(trace());
  run();
  EXPECT_FALSE(declares("mem"));
  EXPECT_TRUE(declares("$var reg 4 ! s.m0 [3:0] $end\n"));
  EXPECT_FALSE(declares("s.m1"));

  scheduler.reset();
  recorder.reset();
  elaborateTop();
  waves::TraceRequest all;
  all.traceAll = true;
  ASSERT_TRUE(trace(all));
  SlotEntry second = signal(memory);
  second.address += 1;
  at(1, [&, second] { set(second, 8, 7); });
  EXPECT_TRUE(run().ends_with("#1\nb111 \"\n"));
  EXPECT_TRUE(declares("$var reg 8 \" mem[1] [7:0] $end\n"));
  EXPECT_TRUE(declares("$var reg 1 & s.m1[1] $end\n"));
}

// Memories of many words are compared in blocks.
TEST_F(Waves, LargeMemories) {
  uint32_t memory = b.signal(top, "mem", b.array(b.logic(100), 1000));
  elaborateTop();
  waves::TraceRequest all;
  all.traceAll = true;
  ASSERT_TRUE(trace(all));
  for (uint64_t index : {0u, 31u, 32u, 999u})
    at(index + 1, [&, index] {
      SlotEntry word = signal(memory);
      word.address += 16 * index;
      uint64_t a[2] = {index, 0}, zero[2] = {0, 0};
      sched::storeBits(*scheduler, word.address, word.signal, 0, 100, 100, true, a, zero);
    });
  std::string changes = run();
  changes = changes.substr(changes.find("#1\n"));
  EXPECT_EQ(std::count(changes.begin(), changes.end(), 'b'), 4) << changes;
  EXPECT_NE(changes.find("#1000\nb1111100111 "), std::string::npos);
}

// A dump without a file, and one that has reached its limit, leave others alone.
TEST_F(Waves, SeveralDumps) {
  uint32_t x = b.signal(top, "x", b.logic(4));
  elaborateTop();
  recorder->add([](const waves::VariableTable &) { return nullptr; });
  std::string limited = path + ".limited";
  waves::Dump &dump = recorder->add([&](const waves::VariableTable &table) {
    std::string error;
    return waves::VcdWriter::create(limited, table, {}, error);
  });
  dump.selection.addTops(0);
  dump.limit = 1;
  ASSERT_TRUE(trace());
  for (uint64_t t = 1; t != 4; ++t)
    at(t, [&, t] { set(signal(x), 4, t); });
  EXPECT_EQ(run(), "#0\n$dumpvars\nbx !\n$end\n#1\nb1 !\n#2\nb10 !\n#3\nb11 !\n");
  std::ifstream in(limited);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  EXPECT_NE(text.find("$comment the limit of $dumplimit is reached $end\n"), std::string::npos);
  EXPECT_EQ(text.find("b10 !"), std::string::npos);
  std::filesystem::remove(limited);
}

TEST_F(Waves, OffOnAll) {
  uint32_t x = b.signal(top, "x", b.logic(4));
  elaborateTop();
  waves::Dump &dump = recorder->add([this](const waves::VariableTable &table) {
    std::string error;
    return waves::VcdWriter::create(path, table, {}, error);
  });
  dump.selection.addTops(0);
  for (uint64_t t = 1; t != 6; ++t)
    at(t, [&, t] {
      set(signal(x), 4, t);
      if (t == 2)
        dump.request(waves::DumpCommand::Off);
      if (t == 4)
        dump.request(waves::DumpCommand::On);
      if (t == 5)
        dump.request(waves::DumpCommand::All);
    });
  EXPECT_EQ(run(), "#0\n$dumpvars\nbx !\n$end\n#1\nb1 !\n#2\nb10 !\n$dumpoff\nbx !\n$end\n"
                   "#4\n$dumpon\nb100 !\n$end\n#5\nb101 !\n$dumpall\nb101 !\n$end\n");
}

TEST_F(Waves, Patterns) {
  ModuleId leaf = b.module("leaf");
  b.signal(leaf, "q", b.logic(1));
  b.signal(top, "clk", b.logic(1));
  b.signal(top, "data", b.logic(1));
  b.child(top, "u[0]", leaf);
  elaborateTop();
  EXPECT_FALSE(trace({{}, {"top.nothing"}, false, {}}));
  ASSERT_TRUE(trace({{}, {"top.c*"}, false, {}}));
  run();
  EXPECT_TRUE(declares(" clk $end"));
  EXPECT_FALSE(declares(" data $end"));
  EXPECT_FALSE(declares(" q $end"));

  scheduler.reset();
  recorder.reset();
  elaborateTop();
  ASSERT_TRUE(trace({{}, {"*.u[0]"}, false, {}}));
  run();
  EXPECT_TRUE(declares("$scope module u[0] $end\n$var reg 1 ! q $end\n"));
  EXPECT_FALSE(declares(" clk $end"));
}

TEST_F(Waves, FileThatCannotBeCreated) {
  b.signal(top, "x", b.logic(1));
  elaborateTop();
  std::string error;
  waves::TraceRequest request;
  request.vcdFile = "/nonexistent/x.vcd";
  EXPECT_FALSE(waves::startTrace(*recorder, request, error));
  EXPECT_EQ(error, "cannot create '/nonexistent/x.vcd': No such file or directory");
}

TEST(Selection, Globs) {
  using waves::Selection;
  EXPECT_TRUE(Selection::matches("top.*", "top.u.clk"));
  EXPECT_TRUE(Selection::matches("*clk", "top.u.clk"));
  EXPECT_TRUE(Selection::matches("top.u[?].clk", "top.u[3].clk"));
  EXPECT_TRUE(Selection::matches("t*.u*.c?k", "top.u[3].clk"));
  EXPECT_FALSE(Selection::matches("top.u[?].clk", "top.u[33].clk"));
  EXPECT_FALSE(Selection::matches("top", "top.u"));
}

} // namespace

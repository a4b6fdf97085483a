//===- SpecifyTest.cpp - module paths and timing checks without code ----------===//
#include "../Model/ImageBuilder.h"
#include "Model/Elaboration.h"
#include "Sched/ModulePaths.h"
#include "Sched/TimingChecks.h"

#include <gtest/gtest.h>

using namespace circtsim::test;
using namespace circtsim::sched;

namespace {

/// A module with variables `a` and `b`; stores at given times and a log of changes.
struct Specify : testing::Test {
  ImageBuilder b;
  ModuleId m = b.module("top");
  uint32_t first = b.signal(m, "a", b.logic(1)), second = b.signal(m, "b", b.logic(1));
  std::unique_ptr<Arena> arena = Arena::create(uint64_t(1) << 28);
  std::unique_ptr<StackPool> pool;
  std::unique_ptr<Design> design;
  std::unique_ptr<Scheduler> s;

  struct Stimulus : CallbackTask {
    Specify *test;
    uint32_t signal;
    unsigned code;
  };
  std::deque<Stimulus> stimuli;
  struct Log : ChangeListener {
    Specify *test;
    uint32_t local;
    std::string text;
  };
  std::deque<Log> logs;

  void make() {
    b.top(m);
    std::vector<ElaborationError> errors;
    design = elaborate(b.image, *arena, errors);
    pool = std::make_unique<StackPool>(*arena);
    s = std::make_unique<Scheduler>(*design, *pool, SchedulerClient{});
  }
  SlotEntry entry(uint32_t local) { return design->signalAt(*design->tops[0], local); }
  void set(uint32_t local, unsigned code) {
    uint64_t a = code & 1, x = code >> 1;
    storeBits(*s, entry(local).address, entry(local).signal, 0, 1, 1, true, &a, &x);
  }
  unsigned get(uint32_t local) {
    uint64_t a = 0, x = 0;
    loadBits(s->planeDistance(), entry(local).address, 0, 1, 1, true, &a, &x);
    return unsigned(a | x << 1);
  }
  /// Stores a value code at a time.
  void at(uint64_t time, uint32_t local, unsigned code) {
    Stimulus &stimulus = stimuli.emplace_back();
    stimulus.test = this;
    stimulus.signal = local;
    stimulus.code = code;
    stimulus.data = &stimulus;
    stimulus.function = [](void *data) {
      auto &stimulus = *static_cast<Stimulus *>(data);
      stimulus.test->set(stimulus.signal, stimulus.code);
    };
    s->at(stimulus, time);
  }
  Log &watch(uint32_t local) {
    Log &log = logs.emplace_back();
    log.test = this;
    log.local = local;
    log.changed = [](ChangeListener &self, SignalId) {
      auto &log = static_cast<Log &>(self);
      log.text += (log.text.empty() ? "" : " ") + std::to_string(log.test->s->now()) + ":" +
                  "01zx"[log.test->get(log.local)];
    };
    s->listen(entry(local).signal, log);
    return log;
  }
};

struct Paths : Specify {
  uint32_t out = b.signal(m, "y", b.logic(1), NetKind::Wire);
  std::unique_ptr<ModulePaths> paths;
  Paths() {
    uint32_t driver = b.driver(m, out);
    b.image.modules[m].pathOutputs.push_back({first, driver, out});
  }
  ModulePathImage &path(uint32_t input, uint64_t rise, uint64_t fall) {
    ModulePathImage image;
    image.input = input;
    image.inputWidth = image.width = 1;
    image.delays.assign(12, rise);
    image.delays[1] = fall;
    b.image.modules[m].paths.push_back(image);
    return b.image.modules[m].paths.back();
  }
  /// Pulses of `a`, from and to; gives the changes of the output.
  std::string run(std::vector<std::pair<uint64_t, uint64_t>> pulses) {
    make();
    set(first, 0);
    paths = std::make_unique<ModulePaths>(*s, *design);
    paths->build();
    Log &log = watch(out);
    for (auto [from, to] : pulses) {
      at(from, first, 1);
      at(to, first, 0);
    }
    s->run();
    return log.text;
  }
};

TEST_F(Paths, DelaysByTransition) {
  path(first, 3, 5);
  EXPECT_EQ(run({{10, 20}}), "3:0 13:1 25:0");
}

TEST_F(Paths, ShortPulsesVanish) {
  path(first, 10, 10);
  EXPECT_EQ(run({{20, 29}, {50, 60}}), "10:0 60:1 70:0");
}

TEST_F(Paths, LimitsOfPulses) {
  ModulePathImage &image = path(first, 10, 10);
  image.hasLimits = true;
  image.rejectLimit = 3;
  image.errorLimit = 7;
  EXPECT_EQ(run({{20, 22}, {50, 53}, {80, 87}}), "10:0 60:x 63:0 90:1 97:0");
}

TEST_F(Paths, PulsesOnDetect) {
  ModulePathImage &image = path(first, 10, 10);
  image.hasLimits = image.isOnDetect = true;
  image.rejectLimit = 3;
  image.errorLimit = 7;
  EXPECT_EQ(run({{50, 53}}), "10:0 53:x 63:0");
}

TEST_F(Paths, CancelledPulses) {
  path(first, 10, 4);
  EXPECT_EQ(run({{20, 22}}), "10:0");
}

TEST_F(Paths, CancelledPulsesShown) {
  path(first, 10, 4).showsCancelled = true;
  EXPECT_EQ(run({{20, 22}}), "10:0 26:x 30:0");
}

TEST_F(Paths, LastInputCountsThenTheLeastDelay) {
  path(first, 9, 9);
  path(first, 6, 9);
  path(second, 1, 1);
  EXPECT_EQ(run({{20, 40}}), "1:0 26:1 49:0");
}

TEST_F(Paths, ConditionsAndEdges) {
  path(first, 9, 9).condition = second; // b is x, which counts as true
  path(first, 2, 2).edge = 1;
  EXPECT_EQ(run({{20, 40}}), "2:0 22:1 49:0");
}

struct Checks : Specify {
  std::vector<std::string> reports;
  std::unique_ptr<TimingChecks> checks;
  uint32_t notifier = b.signal(m, "n", b.logic(1));
  static CheckEventImage event(uint32_t signal, uint16_t edges) {
    CheckEventImage image;
    image.signal = signal;
    image.width = 1;
    image.edges = edges;
    return image;
  }
  void check(TimingCheckKind kind, int64_t limit, int64_t limit2 = 0) {
    TimingCheckImage image;
    image.kind = kind;
    image.reference = event(first, RisingEdges);
    bool isAlone = kind == TimingCheckKind::Width || kind == TimingCheckKind::Period;
    if (!isAlone)
      image.data = event(second, RisingEdges | FallingEdges);
    image.limit = limit;
    image.limit2 = limit2;
    image.notifier = notifier;
    b.image.modules[m].timingChecks.push_back(image);
  }
  /// Times of the edges of the reference (it falls one tick before it rises) and of data.
  size_t run(std::vector<uint64_t> references, std::vector<uint64_t> data) {
    make();
    set(first, 0);
    set(second, 0);
    set(notifier, 0);
    ViolationClient client;
    client.report = [this](SourcePos, const Instance &, std::string text) {
      reports.push_back(std::move(text));
    };
    client.timeText = [](uint64_t ticks) { return std::to_string(ticks); };
    checks = std::make_unique<TimingChecks>(*s, *design, client);
    checks->build();
    for (uint64_t time : references) {
      at(time - 1, first, 0);
      at(time, first, 1);
    }
    unsigned value = 0;
    for (uint64_t time : data)
      at(time, second, value ^= 1);
    s->run();
    EXPECT_EQ(get(notifier), reports.size() & 1);
    return reports.size();
  }
};

TEST_F(Checks, SetupExcludesBothEnds) {
  check(TimingCheckKind::Setup, 5);
  EXPECT_EQ(run({100, 200, 300}, {95, 196, 300}), 1u);
  EXPECT_EQ(reports[0], "timing violation: $setup of a at 200 and b at 196, limit 5");
}

TEST_F(Checks, HoldIncludesItsBegin) {
  check(TimingCheckKind::Hold, 5);
  EXPECT_EQ(run({100, 200, 300}, {100, 204, 305}), 2u);
}

TEST_F(Checks, NegativeSetup) {
  check(TimingCheckKind::SetupHold, -2, 6);
  EXPECT_EQ(run({100, 200, 300, 400}, {99, 202, 303, 406}), 1u);
}

TEST_F(Checks, NegativeHoldSeesBehindTheLastChange) {
  check(TimingCheckKind::SetupHold, 6, -2);
  EXPECT_EQ(run({100, 200, 300}, {96, 99, 199, 294}), 1u);
}

TEST_F(Checks, RecoveryAndRemoval) {
  check(TimingCheckKind::RecRem, 4, 3);
  EXPECT_EQ(run({100, 200, 300, 400}, {103, 198, 304, 397}), 2u);
}

TEST_F(Checks, SkewWaitsForData) {
  check(TimingCheckKind::Skew, 4);
  EXPECT_EQ(run({100, 200, 300}, {104, 205, 300}), 1u);
}

TEST_F(Checks, TimeSkewReportsWhenTimeIsUp) {
  check(TimingCheckKind::TimeSkew, 4);
  EXPECT_EQ(run({100, 200}, {104}), 1u);
  EXPECT_EQ(reports[0], "timing violation: $timeskew of a at 200 and b at 205, limit 4");
}

TEST_F(Checks, FullSkewLooksBothWays) {
  check(TimingCheckKind::FullSkew, 4, 6);
  EXPECT_EQ(run({100, 200}, {104, 194, 293}), 1u);
}

TEST_F(Checks, Period) {
  check(TimingCheckKind::Period, 10);
  EXPECT_EQ(run({100, 110, 119}, {}), 1u);
}

} // namespace

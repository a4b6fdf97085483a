//===- ImageFileTest.cpp - saved design images -------------------------------===//
#include "Bytecode/ImageFile.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
using Bytes = std::vector<uint8_t>;
constexpr TableHash Tables = 42;

FunctionCode someCode() {
  FunctionCode code;
  code.code = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}};
  code.constants = {11, ~uint64_t(0)};
  code.frameSlots = 12;
  code.argumentSlots = 2;
  code.resultSlot = 3;
  code.resultSlots = 1;
  code.maySuspend = true;
  code.waits = {{{{SignalOperand::Slot, Edge::Neg, 1, 2, 3}}}, {}};
  CallDescriptor call;
  call.builtin = 17;
  call.args.push_back({ArgKind::Literal, true, 5, 6, 7, "text %d", SignalOperand::Slot, 8});
  call.resultKind = ArgKind::Logic;
  call.resultSlot = 9;
  call.resultWidth = 33;
  call.scope = 2;
  call.location = 1;
  code.calls = {call, {}};
  code.forks = {{JoinKind::Any, {{3, {{4, 5}, {6, 7}}}}}};
  code.switches = {{{{1, 2}, {3, 4}}, 5, {NoId, 7}}};
  code.callSites = {1, 0};
  code.types = {0, 1};
  code.texts = {"", "a text"};
  code.lines = {{0, {0, 1, 2}}, {4, {0, 3, 4}}};
  return code;
}

ModuleImage someModule() {
  ModuleImage m;
  m.name = "m#(W=8)";
  m.definition = "m";
  m.library = "gates";
  m.kind = ScopeKind::Program;
  m.timeUnit = -9;
  m.timePrecision = -12;
  m.blockSize = 64;
  m.signals = {{"s", 1, 8, NetKind::Wor, SignalIsPort | SignalTwoState, 1, {0, 7, 8}, 3}};
  m.scopes = {{"m", ScopeKind::Module, NoId}, {"b", ScopeKind::Begin, 0}};
  m.ports = {{"p", PortDirection::Inout, 0, 0}};
  m.slots = {{SlotKind::Signal, 3, 1, {"top", "x"}}};
  m.drivers = {{SignalOperand::Slot, 0, 1, 2, {5, 3}}};
  m.joins = {{{SignalOperand::Local, SignalOperand::Slot}, {1, 2}, {3, 4}, 5}};
  m.switches = {{{SignalOperand::Slot, SignalOperand::Local}, {1, 2}, {3, 4}, 5, true, true}};
  m.pathOutputs = {{1, 2, 3}};
  ModulePathImage path;
  path.output = 1;
  path.lo = 2;
  path.width = 3;
  path.input = 4;
  path.inputLo = 5;
  path.inputWidth = 6;
  path.condition = 7;
  path.edge = 2;
  path.isFull = path.isIfnone = path.isOnDetect = path.showsCancelled = path.hasLimits = true;
  path.delays = {1, 2, 3};
  path.rejectLimit = 8;
  path.errorLimit = 9;
  path.conditionText = "a";
  path.pos = {1, 2, 3};
  m.paths = {path};
  TimingCheckImage check;
  check.kind = TimingCheckKind::Width;
  check.reference = {1, 2, 3, 4, 5, 6, "c"};
  check.data = {7, 8, 9, 10, 11, 12, "d"};
  check.limit = -1;
  check.limit2 = 2;
  check.notifier = 3;
  check.stampCondition = 4;
  check.checkCondition = 5;
  check.isEventBased = check.remainsActive = true;
  check.pos = {4, 5, 6};
  m.timingChecks = {check};
  ChildImage child;
  child.name = "u[1]";
  child.module = 0;
  child.scope = 1;
  child.ports = {{0, SignalOperand::Slot, 2, {"i", "j"}}};
  child.pos = {0, 9, 9};
  m.children = {child};
  ProcessImage process;
  process.function = 1;
  process.kind = ProcessKind::AlwaysFF;
  process.isStatic = process.runAtStart = process.selfTriggering = true;
  process.sensitivity = {{SignalOperand::Local, Edge::Pos, 0, 0, 1}};
  process.firstOperand = 1;
  process.operandCount = 2;
  process.name = "always";
  process.scope = 1;
  process.pos = {0, 10, 1};
  m.processes = {process};
  m.operands = {{SignalOperand::Slot, 1, 2}, {SignalOperand::Local, 3, 4}};
  m.initialiser = 0;
  m.pos = {0, 1, 1};
  return m;
}

/// Every member has a value of its own.
DesignImage someImage() {
  DesignImage image;
  TypeImage type;
  type.kind = TypeKind::Struct;
  type.isSigned = true;
  type.width = 9;
  type.size = 16;
  type.unit = 2;
  type.element = 0;
  type.key = 1;
  type.left = -1;
  type.right = 5;
  type.count = 7;
  type.stride = 8;
  type.fields = {{"f", 0, 4}};
  type.enumerators = {{"RED", {1, 0}}};
  type.name = "struct";
  image.types = {type, {}};
  image.modules = {someModule(), {}};
  FunctionImage function;
  function.name = "m.f";
  function.module = 0;
  function.scope = 1;
  function.signature = 1;
  function.operandCount = 2;
  function.code = someCode();
  image.functions = {function, {}};
  image.tops = {{"top", 0}};
  image.signatures = {"() -> ()", "(i8) -> i8"};
  image.files = {"a.sv", "b.sv"};
  image.timePrecision = -12;
  return image;
}

/// Reads everything there is.
bool readAll(std::span<const uint8_t> bytes, DesignImage &image, std::string &error) {
  ImageReader reader;
  if (!reader.open(bytes, Tables, error) || !reader.readDesign(image))
    return false;
  for (FuncId id = 0; id != image.functions.size(); ++id)
    if (!reader.readCode(id, image.functions[id].code))
      return false;
  return true;
}

TEST(ImageFile, WhatIsReadIsWrittenTheSame) {
  Bytes bytes = encodeImage(someImage(), Tables);
  DesignImage image;
  std::string error;
  ASSERT_TRUE(readAll(bytes, image, error)) << error;
  EXPECT_EQ(encodeImage(image, Tables), bytes);
  EXPECT_EQ(image.modules[0].children[0].ports[0].interfacePath[1], "j");
  EXPECT_EQ(image.functions[0].code.lines[1].pos.column, 4u);
  EXPECT_EQ(image.functions[0].code.calls[0].args[0].signalIndex, 8u);
  EXPECT_EQ(image.functions[0].code.callSites[0], 1u);
  EXPECT_EQ(image.signatures[image.functions[0].signature], "(i8) -> i8");
  ImageReader reader;
  ASSERT_TRUE(reader.open(bytes, Tables, error));
  FunctionCode code;
  EXPECT_FALSE(reader.readCode(2, code)) << "there are two functions";
}

TEST(ImageFile, OtherTablesAreNotTaken) {
  Bytes bytes = encodeImage(someImage(), Tables);
  ImageReader reader;
  std::string error;
  EXPECT_FALSE(reader.open(bytes, Tables + 1, error));
  EXPECT_NE(error.find("another version"), std::string::npos);
}

TEST(ImageFile, ContentHashTellsDesignsApart) {
  auto hashOf = [](const DesignImage &image) {
    Bytes bytes = encodeImage(image, Tables);
    ImageReader reader;
    std::string error;
    EXPECT_TRUE(reader.open(bytes, Tables, error));
    return reader.contentHash();
  };
  DesignImage image = someImage(), other = someImage();
  EXPECT_EQ(hashOf(image), hashOf(other));
  other.functions[0].code.code[1].c ^= 1;
  EXPECT_NE(hashOf(image), hashOf(other));
}

TEST(ImageFile, AnyFlippedBitIsNoticed) {
  const Bytes bytes = encodeImage(someImage(), Tables);
  for (size_t bit = 0; bit != bytes.size() * 8; ++bit) {
    Bytes damaged = bytes;
    damaged[bit / 8] ^= uint8_t(1 << bit % 8);
    ImageReader reader;
    std::string error;
    ASSERT_FALSE(reader.open(damaged, Tables, error)) << "bit " << bit;
    ASSERT_FALSE(error.empty());
  }
  for (size_t size = 0; size != bytes.size(); ++size) {
    ImageReader reader;
    std::string error;
    ASSERT_FALSE(reader.open(std::span(bytes).first(size), Tables, error)) << size;
  }
}

/// With a checksum that is right again, readers meet any counts and offsets.
TEST(ImageFile, DamageBehindTheChecksumDoesNoHarm) {
  const Bytes bytes = encodeImage(someImage(), Tables);
  std::mt19937_64 random(1);
  unsigned readable = 0;
  for (unsigned trial = 0; trial != 100'000; ++trial) {
    Bytes damaged = bytes;
    for (unsigned changes = 1 + random() % 4; changes; --changes) {
      size_t at = 16 + random() % (damaged.size() - 16);
      damaged[at] = random() % 2 ? uint8_t(random()) : uint8_t(damaged[at] + 1);
    }
    uint64_t checksum = hashBytes(std::span(damaged).subspan(16));
    std::memcpy(damaged.data() + 8, &checksum, 8);
    DesignImage image;
    std::string error;
    readable += readAll(damaged, image, error);
  }
  EXPECT_GT(readable, 1000u) << "changed numbers are numbers";
}
} // namespace

//===- ObjectKeyTest.cpp - every input of an object changes its key -----------===//
#include "../Codegen/CodeBench.h"
#include "Codegen/ObjectEmitter.h"

#include "llvm/Support/MemoryBuffer.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

using namespace circtsim;
using namespace circtsim::test;
using codegen::ObjectKey;

namespace {

/// Everything that a key is made of, with one of each table.
struct Inputs {
  CodeBench main{64, 4}, callee{32, 2};
  codegen::EmitOptions options;
  codegen::ObjectRequest request;
  std::string target = "this machine";

  Inputs() {
    main.op(Opcode::AddI, 32, 10, 11, 12);
    main.op2(Opcode::Call, 0, 1, 10, 12, {SelfInstance, 1, 0, 0});
    main.op(Opcode::Return, 0);
    main.code.waits.push_back({{EventTerm{}}});
    main.code.calls.push_back({});
    main.code.calls[0].args.push_back({});
    main.code.forks.push_back({JoinKind::All, {{2, {{10, 1}}}}});
    main.code.switches.push_back({{{5, 2}}, 0, {1}});
    main.code.types.push_back(3);
    main.code.texts.push_back("text");
    callee.op(Opcode::Return, 0);
    callee.code.resultSlots = 1;
    request.symbol = "sv.main.0";
  }
  ObjectKey key() {
    request.function = &main.function();
    auto &called = const_cast<Function &>(callee.function());
    called.id = 1;
    request.callees[1] = &called;
    return codegen::keyOf(request, options, target);
  }
};

using Change = std::function<void(Inputs &)>;
#define CHANGE(Statement)                                                                          \
  {                                                                                                \
#Statement, [](Inputs & in) { in.Statement; }                                                  \
  }

const std::map<std::string, Change> changes = {
    CHANGE(options.countInstructions = true),
    CHANGE(options.injectDeopts = true),
    CHANGE(options.isAhead = true),
    CHANGE(options.debugLines = true),
    CHANGE(request.version.hasLoopEntries = true),
    CHANGE(request.version.hasGuardEntries = true),
    CHANGE(request.version.assumesKnown = true),
    CHANGE(request.version.isOptimised = true),
    CHANGE(request.symbol = "sv.main.1"),
    CHANGE(target = "that machine"),
    CHANGE(main.code.code[0].op++),
    CHANGE(main.code.code[0].aux = 31),
    CHANGE(main.code.code[0].c = 13),
    CHANGE(main.code.code[2].b++), // the extension of the call
    CHANGE(main.op(Opcode::Return, 0)),
    CHANGE(main.code.constants[3]++),
    CHANGE(main.code.constants.push_back(7)),
    CHANGE(main.code.frameSlots++),
    CHANGE(main.code.argumentSlots++),
    CHANGE(main.code.resultSlot++),
    CHANGE(main.code.resultSlots++),
    CHANGE(main.code.maySuspend = true),
    CHANGE(main.code.waits.push_back({})),
    CHANGE(main.code.waits[0].terms[0].kind = SignalOperand::Ref),
    CHANGE(main.code.waits[0].terms[0].edge = Edge::Neg),
    CHANGE(main.code.waits[0].terms[0].index++),
    CHANGE(main.code.waits[0].terms[0].lo++),
    CHANGE(main.code.waits[0].terms[0].width++),
    CHANGE(main.code.calls[0].builtin++),
    CHANGE(main.code.calls[0].resultKind = ArgKind::Logic),
    CHANGE(main.code.calls[0].resultSlot = 9),
    CHANGE(main.code.calls[0].resultWidth = 9),
    CHANGE(main.code.calls[0].scope++),
    CHANGE(main.code.calls[0].location++),
    CHANGE(main.code.calls[0].args[0].kind = ArgKind::Bits),
    CHANGE(main.code.calls[0].args[0].isSigned = true),
    CHANGE(main.code.calls[0].args[0].slot = 9),
    CHANGE(main.code.calls[0].args[0].width++),
    CHANGE(main.code.calls[0].args[0].type = 1),
    CHANGE(main.code.calls[0].args[0].text = "t"),
    CHANGE(main.code.calls[0].args[0].signalKind = SignalOperand::Local),
    CHANGE(main.code.calls[0].args[0].signalIndex = 1),
    CHANGE(main.code.forks[0].join = JoinKind::Any),
    CHANGE(main.code.forks[0].branches[0].function++),
    CHANGE(main.code.forks[0].branches[0].args[0].first++),
    CHANGE(main.code.forks[0].branches[0].args[0].second++),
    CHANGE(main.code.switches[0].cases[0].first++),
    CHANGE(main.code.switches[0].cases[0].second++),
    CHANGE(main.code.switches[0].denseBase++),
    CHANGE(main.code.switches[0].dense[0]++),
    CHANGE(main.code.callSites.push_back(0)),
    CHANGE(main.code.types[0]++),
    CHANGE(main.code.texts[0] += "s"),
    CHANGE(callee.code.resultSlots = 2),
    CHANGE(callee.code.resultSlot++),
    CHANGE(callee.code.frameSlots++),
    CHANGE(callee.code.argumentSlots++),
    CHANGE(callee.code.constants[1]++),
    CHANGE(callee.code.maySuspend = true),
    CHANGE(callee.code.code[0].aux++),
};

TEST(ObjectKey, EveryInputChangesIt) {
  std::map<ObjectKey, std::string> seen = {{Inputs().key(), "no change"}};
  for (const auto &[name, change] : changes) {
    Inputs in;
    change(in);
    auto [it, isNew] = seen.emplace(in.key(), name);
    EXPECT_TRUE(isNew) << name << " and " << it->second;
  }
}

TEST(ObjectKey, CalleesThatAreNotKnown) {
  Inputs in;
  ObjectKey before = in.key();
  in.request.callees.clear();
  EXPECT_NE(codegen::keyOf(in.request, in.options, in.target), before);
}

TEST(ObjectKey, SameInputsSameKey) {
  Inputs x, y;
  EXPECT_EQ(x.key(), y.key());
  const_cast<Function &>(x.main.function()).activations = 5;
  x.main.code.lines.push_back({0, {0, 7, 1}});
  EXPECT_EQ(x.key(), y.key()) << "positions in the source are not part of it";
  EXPECT_EQ(codegen::hexOf(x.key()).size(), 64u);
}

TEST(ObjectKey, PlacesCountWhereCodeTellsThem) {
  const Change places[] = {
      [](Inputs &) {},
      [](Inputs &in) { in.main.code.lines.push_back({0, {0, 7, 1}}); },
      [](Inputs &in) { in.main.code.lines.push_back({2, {0, 7, 1}}); },
      [](Inputs &in) { in.main.code.lines.push_back({0, {1, 7, 1}}); },
      [](Inputs &in) { in.main.code.lines.push_back({0, {0, 8, 1}}); },
      [](Inputs &in) { in.main.code.lines.push_back({0, {0, 7, 2}}); },
      [](Inputs &in) { in.request.source.name = "top.main"; },
      [](Inputs &in) { in.request.source.files[0] = "a.sv"; },
      [](Inputs &in) { in.request.source.files[0] = "b.sv"; },
      [](Inputs &in) { in.request.source.files[1] = "a.sv"; },
  };
  std::set<ObjectKey> seen;
  for (const Change &change : places) {
    Inputs in;
    in.options.debugLines = true;
    change(in);
    EXPECT_TRUE(seen.insert(in.key()).second);
  }
}

TEST(ObjectEmitter, SameRequestSameObject) {
  std::string error;
  auto emitter = codegen::ObjectEmitter::create({}, error);
  ASSERT_TRUE(emitter) << error;
  CodeBench other, f;
  other.op(Opcode::Mov, 0, 10, 11).op(Opcode::Return, 0);
  f.op(Opcode::AddI, 32, 10, 11, 12).op(Opcode::BrTrue, 0, 10, 0).op(Opcode::Return, 0);
  for (bool isOptimised : {false, true}) {
    codegen::ObjectRequest request, another;
    request.function = &f.function();
    request.symbol = "sv.f.1";
    request.version.isOptimised = isOptimised;
    another.function = &other.function();
    another.symbol = "sv.other.2";
    auto first = emitter->emit(request);
    ASSERT_TRUE(first);
    for (int i = 0; i != 250; ++i) { // more than one context lasts
      another.version.isOptimised = i % 2;
      ASSERT_TRUE(emitter->emit(another));
    }
    auto again = emitter->emit(request);
    auto fresh = codegen::ObjectEmitter::create({}, error)->emit(request);
    EXPECT_EQ(first->getBuffer(), again->getBuffer());
    EXPECT_EQ(first->getBuffer(), fresh->getBuffer());
  }
}

} // namespace

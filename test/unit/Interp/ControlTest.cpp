//===- ControlTest.cpp - jumps, calls, runtime functions, faults --------------===//
#include "Assembler.h"

#include <gtest/gtest.h>

using namespace circtsim::test;

namespace {

/// One function with arguments, evaluated by a call from C++.
struct Fixture {
  DesignBuilder b;
  ModuleId m = b.module("top");
  std::unique_ptr<Simulation> s;
  Fixture() { b.top(m); }
  std::vector<uint64_t> call(FuncId f, std::vector<uint64_t> arguments, uint32_t results = 1,
                             ExitStatus expected = ExitStatus::Return) {
    if (!s) {
      s = std::make_unique<Simulation>(b);
      EXPECT_TRUE(s->context->initialise());
    }
    std::vector<uint64_t> out(results);
    EXPECT_EQ(s->context->calls.call(f, s->context->design().tops[0], arguments.data(),
                                     uint32_t(arguments.size()), out.data(), results),
              expected);
    return out;
  }
};

/// f(x): 1 if the branch is taken, else 0.
FuncId branch(Fixture &f, Opcode op, uint32_t arguments, uint32_t field) {
  Assembler p(arguments);
  uint32_t r = p.slots();
  Assembler::Label taken = p.label();
  p.op(Opcode::Mov, 0, r, p.constant(0));
  p.jump(op, field, taken, p.argument(0), arguments > 1 ? p.argument(1) : 0);
  p.op(Opcode::Return, 0);
  p.bind(taken);
  p.op(Opcode::Mov, 0, r, p.constant(1)).op(Opcode::Return, 0);
  p.code.resultSlot = r;
  p.code.resultSlots = 1;
  return f.b.function(f.m, p, std::string(bytecode::nameOf(op)));
}

TEST(Control, Branches) {
  Fixture f;
  FuncId onTrue = branch(f, Opcode::BrTrue, 1, 1), onFalse = branch(f, Opcode::BrFalse, 1, 1);
  FuncId onTrueL = branch(f, Opcode::BrTrueL, 2, 1), onFalseL = branch(f, Opcode::BrFalseL, 2, 1);
  FuncId onEqual = branch(f, Opcode::BrEqI, 2, 2), onDifferent = branch(f, Opcode::BrNeI, 2, 2);
  EXPECT_EQ(f.call(onTrue, {5})[0], 1u);
  EXPECT_EQ(f.call(onTrue, {0})[0], 0u);
  EXPECT_EQ(f.call(onFalse, {0})[0], 1u);
  EXPECT_EQ(f.call(onTrueL, {1, 1})[0], 0u) << "x is not true";
  EXPECT_EQ(f.call(onTrueL, {3, 1})[0], 1u) << "1x is true";
  EXPECT_EQ(f.call(onFalseL, {1, 1})[0], 1u);
  EXPECT_EQ(f.call(onEqual, {4, 4})[0], 1u);
  EXPECT_EQ(f.call(onDifferent, {4, 4})[0], 0u);
}

FuncId switcher(Fixture &f, bool dense, bool four) {
  Assembler p(four ? 2 : 1);
  uint32_t r = p.slots();
  SwitchTable table;
  // Units: 0 switch, 1.. default, then case 3, then case 7; two units per arm.
  if (dense) {
    table.denseBase = 3;
    table.dense = {3, NoId, NoId, NoId, 5};
  } else {
    table.cases = {{3, 3}, {7, 5}};
  }
  p.code.switches.push_back(table);
  p.op(four ? Opcode::SwitchL : Opcode::SwitchI, 0, p.argument(0), 0, 1);
  for (uint64_t v : {0, 30, 70})
    p.op(Opcode::Mov, 0, r, p.constant(v)).op(Opcode::Return, 0);
  p.code.resultSlot = r;
  p.code.resultSlots = 1;
  return f.b.function(f.m, p);
}

TEST(Control, Switch) {
  Fixture f;
  FuncId dense = switcher(f, true, false), sparse = switcher(f, false, false);
  FuncId four = switcher(f, true, true);
  for (FuncId id : {dense, sparse}) {
    EXPECT_EQ(f.call(id, {3})[0], 30u);
    EXPECT_EQ(f.call(id, {7})[0], 70u);
    EXPECT_EQ(f.call(id, {4})[0], 0u);
    EXPECT_EQ(f.call(id, {~0ull})[0], 0u);
  }
  EXPECT_EQ(f.call(four, {3, 0})[0], 30u);
  EXPECT_EQ(f.call(four, {3, 1})[0], 0u) << "unknown bits take the default";
}

/// factorial(n) by recursion.
FuncId factorial(DesignBuilder &b, ModuleId m) {
  Assembler p(1);
  FuncId self = FuncId(b.image.functions.size());
  uint32_t r = p.slots(), t = p.slots();
  Assembler::Label more = p.label();
  p.op(Opcode::Mov, 0, r, p.constant(1));
  p.jump(Opcode::BrTrue, 1, more, p.argument(0));
  p.op(Opcode::Return, 0);
  p.bind(more);
  p.op(Opcode::SubI, 64, t, p.argument(0), p.constant(1));
  p.op2(Opcode::Call, 0, self, t, r, SelfInstance, 1);
  p.op(Opcode::MulI, 64, r, r, p.argument(0)).op(Opcode::Return, 0);
  p.code.resultSlot = r;
  p.code.resultSlots = 1;
  return b.function(m, p, "top.factorial");
}

TEST(Control, Recursion) {
  Fixture f;
  FuncId id = factorial(f.b, f.m);
  EXPECT_EQ(f.call(id, {10})[0], 3628800u);
  EXPECT_EQ(f.call(id, {1000})[0], 0u) << "many stack chunks";
}

/// f(x, y) = x op y, callable by value.
FuncId operation(Fixture &f, Opcode op, SignatureId signature) {
  Assembler p(2);
  uint32_t r = p.slots();
  p.op(op, 64, r, p.argument(0), p.argument(1)).op(Opcode::Return, 0);
  p.code.resultSlot = r;
  p.code.resultSlots = 1;
  FuncId id = f.b.function(f.m, p);
  f.b.image.functions[id].signature = signature;
  return id;
}

TEST(Control, CallsByValue) {
  Fixture f;
  f.b.image.signatures = {"(i64, i64) -> i64", "(i64) -> i64"};
  FuncId add = operation(f, Opcode::AddI, 0), sub = operation(f, Opcode::SubI, 0);
  FuncId unary = operation(f, Opcode::MulI, 1);
  Assembler p(3);
  uint32_t r = p.slots();
  p.op2(Opcode::CallIndirect, 0, p.argument(0), p.argument(1), r, SelfInstance, 2, 1, 0);
  p.op(Opcode::Return, 0);
  p.code.callSites = {0};
  p.code.resultSlot = r;
  p.code.resultSlots = 1;
  FuncId apply = f.b.function(f.m, p);
  for (uint64_t i = 0; i != 3; ++i) {
    EXPECT_EQ(f.call(apply, {FunctionTag + add, 7, i})[0], 7 + i);
    EXPECT_EQ(f.call(apply, {FunctionTag + sub, 7, i})[0], 7 - i);
  }
  const CallCache &cache = f.s->context->functions.get(apply)->callCaches[0];
  EXPECT_EQ(cache.key, FunctionTag + sub);
  EXPECT_EQ(cache.fid, sub);
  EXPECT_EQ(cache.callee, f.s->context->functions.get(sub));
  std::string &message = f.s->context->fault.message;
  auto fails = [&](uint64_t value) {
    f.call(apply, {value, 1, 2}, 1, ExitStatus::Fault);
    f.s->context->fault.isSet = false;
    return message;
  };
  EXPECT_EQ(fails(0), "null function called");
  EXPECT_EQ(fails(sub), "call of 0x1, which is no function") << "without the tag";
  EXPECT_EQ(fails(FunctionTag + 1000), "call of 0xf00003e8, which is no function");
  EXPECT_EQ(fails((uint64_t(1) << 32) + FunctionTag), "call of 0x1f0000000, which is no function");
  EXPECT_NE(fails(FunctionTag + unary).find("called as (i64, i64) -> i64"), std::string::npos);
  EXPECT_NE(fails(FunctionTag + apply).find("which is no function"), std::string::npos);
  EXPECT_EQ(f.call(apply, {FunctionTag + sub, 7, 4})[0], 3u) << "the cache is as it was";
}

TEST(Control, EndlessRecursionIsAFault) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  FuncId id = factorial(b, m);
  Assembler p;
  uint32_t r = p.slots();
  p.op2(Opcode::Call, 0, id, p.constant(~0ull), r, SelfInstance, 1).op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  runtime::SimOptions options;
  options.stackLimit = 1 << 20;
  Simulation s(b, options);
  EXPECT_EQ(s.run(), 1);
  EXPECT_NE(s.errors.find("endless recursion"), std::string::npos) << s.errors;
  EXPECT_NE(s.errors.find("top.factorial"), std::string::npos);
}

TEST(Control, CallInAnotherInstance) {
  DesignBuilder b;
  ModuleId leaf = b.module("leaf");
  uint32_t v = b.signal(leaf, "v", b.bits(8));
  Assembler get;
  uint32_t r = get.slots();
  get.op(Opcode::LdI8, 8, r, b.offset(leaf, v)).op(Opcode::Return, 0);
  get.code.resultSlot = r;
  get.code.resultSlots = 1;
  FuncId getter = b.function(leaf, get);
  Assembler set;
  set.op(Opcode::StI8, 8, set.constant(42), b.offset(leaf, v), v).op(Opcode::Return, 0);
  b.image.modules[leaf].initialiser = b.function(leaf, set);
  ModuleId m = b.module("top");
  b.child(m, "u", leaf);
  uint32_t slot = b.slot(m, SlotKind::Instance, 0, {"u"});
  Assembler p;
  uint32_t result = p.slots();
  p.op2(Opcode::Call, 0, getter, 0, result, slot, 0);
  p.trace("got", {{result, 0}});
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace, (std::vector<std::string>{"0 got 42"}));
}

/// A module "leaf" with a variable of 42, a slot for it, and one that leads to its parent.
struct Leaf {
  DesignBuilder &b;
  ModuleId id = b.module("leaf");
  uint32_t v = b.signal(id, "v", b.bits(8));
  uint32_t variable = b.slot(id, SlotKind::Signal, 0, {"v"});
  uint32_t parent = b.slot(id, SlotKind::Instance, 1, {});
  FuncId getter = 0;
  explicit Leaf(DesignBuilder &builder) : b(builder) {
    Assembler get;
    uint32_t r = get.slots();
    get.op(Opcode::LdI8, 8, r, b.offset(id, v)).op(Opcode::Return, 0);
    get.code.resultSlot = r;
    get.code.resultSlots = 1;
    getter = b.function(id, get);
    Assembler set;
    set.op(Opcode::StI8, 8, set.constant(42), b.offset(id, v), v).op(Opcode::Return, 0);
    b.image.modules[id].initialiser = b.function(id, set);
  }
};

TEST(Control, MembersBehindHandles) {
  DesignBuilder b;
  Leaf leaf(b);
  ModuleId m = b.module("top");
  b.child(m, "u", leaf.id);
  uint32_t slot = b.slot(m, SlotKind::Instance, 0, {"u"});
  Assembler p;
  uint32_t handle = p.slots(), self = p.slots(), up = p.slots(), result = p.slots();
  uint32_t ref = p.slots(3), same = p.slots();
  p.op(Opcode::HandleOf, 0, handle, slot).op(Opcode::HandleOf, 0, self, SelfInstance);
  p.op2(Opcode::CallAt, 0, leaf.getter, 0, result, handle, 0);
  p.trace("called", {{result, 0}});
  p.op2(Opcode::RefMember, 0, ref, handle, b.offset(leaf.id, leaf.v), leaf.v, leaf.id);
  p.op2(Opcode::StRef, 0, p.constant(7), ref, 0, 8, 8);
  p.op2(Opcode::RefMemberSlot, 0, ref, handle, leaf.variable, leaf.id);
  p.op2(Opcode::LdRef, 0, result, ref, 0, 8, 8);
  p.trace("stored", {{result, 0}});
  p.op2(Opcode::HandleMember, 0, up, handle, leaf.parent, leaf.id);
  p.op(Opcode::EqI, 64, same, up, self);
  p.trace("same", {{same, 0}});
  uint32_t null = p.constant(0);
  p.op2(Opcode::RefMember, 0, ref, null, b.offset(leaf.id, leaf.v), leaf.v, leaf.id, 1);
  p.op2(Opcode::LdRef, 0, result, ref, 0, 8, 8);
  p.trace("null", {{result, 0}});
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0) << s.errors;
  EXPECT_EQ(s.trace,
            (std::vector<std::string>{"0 called 42", "0 stored 7", "0 same 1", "0 null 0"}));
}

TEST(Control, NullHandlesAreFaults) {
  for (Opcode op :
       {Opcode::CallAt, Opcode::RefMember, Opcode::RefMemberSlot, Opcode::HandleMember}) {
    DesignBuilder b;
    Leaf leaf(b);
    ModuleId m = b.module("top");
    b.child(m, "u", leaf.id);
    Assembler p;
    uint32_t to = p.slots(3), null = p.constant(0);
    if (op == Opcode::CallAt)
      p.op2(op, 0, leaf.getter, 0, to, null, 0);
    else if (op == Opcode::RefMember)
      p.op2(op, 0, to, null, b.offset(leaf.id, leaf.v), leaf.v, leaf.id);
    else
      p.op2(op, 0, to, null, op == Opcode::HandleMember ? leaf.parent : leaf.variable, leaf.id);
    p.op(Opcode::Halt, 0);
    b.process(m, p);
    b.top(m);
    Simulation s(b);
    EXPECT_EQ(s.run(), 1);
    EXPECT_NE(s.errors.find("null virtual interface used"), std::string::npos) << s.errors;
  }
}

TEST(Control, TaskSuspendsInsideACall) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  Assembler inner;
  inner.delay(3);
  inner.trace("inner");
  inner.delay(4);
  inner.op(Opcode::Return, 0);
  inner.code.maySuspend = true;
  FuncId task = b.function(m, inner);
  Assembler p;
  p.op2(Opcode::Call, 0, task, 0, NoSlot, SelfInstance, 0);
  p.trace("outer");
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace, (std::vector<std::string>{"3 inner", "7 outer"}));
}

TEST(Control, HaltInsideACallEndsTheProcess) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  Assembler inner;
  inner.op(Opcode::Halt, 0);
  FuncId task = b.function(m, inner);
  Assembler p;
  p.op2(Opcode::Call, 0, task, 0, NoSlot, SelfInstance, 0);
  p.trace("never");
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_TRUE(s.trace.empty());
}

FuncId runtimeCall(Fixture &f, runtime::RuntimeFunction function, uint32_t arguments) {
  Assembler p(arguments);
  uint32_t r = p.slots(4);
  p.op(Opcode::CallRt, 0, uint32_t(function), p.argument(0), r).op(Opcode::Return, 0);
  p.code.resultSlot = r;
  p.code.resultSlots = 1;
  return f.b.function(f.m, p);
}

TEST(Control, RuntimeFunctionsAndTexts) {
  Fixture f;
  FuncId concat = runtimeCall(f, runtime::RuntimeFunction::string_concat, 2);
  FuncId length = runtimeCall(f, runtime::RuntimeFunction::string_len, 1);
  Assembler p;
  uint32_t r = p.slots();
  p.op(Opcode::LdText, 0, r, p.text("Hello")).op(Opcode::Return, 0);
  p.code.resultSlot = r;
  p.code.resultSlots = 1;
  FuncId text = f.b.function(f.m, p);
  uint64_t hello = f.call(text, {})[0];
  EXPECT_EQ(runtime::Heap::text(hello), "Hello");
  EXPECT_EQ(f.call(text, {})[0], hello) << "one object per text";
  uint64_t twice = f.call(concat, {hello, hello})[0];
  EXPECT_EQ(runtime::Heap::text(twice), "HelloHello");
  EXPECT_EQ(f.call(length, {twice})[0], 10u);
}

TEST(Control, FaultNamesPlaceAndScope) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  b.image.files = {"dir/a.sv"};
  Assembler p;
  p.delay(5);
  p.op(Opcode::Finish, 0, p.text("index 9 is out of range"));
  p.code.lines.push_back({1, {0, 12, 7}});
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 1);
  EXPECT_EQ(s.errors, "dir/a.sv:12:7: error: index 9 is out of range [in top, at 5 ns]\n");
}

TEST(Control, UnreachableAndMissingBuiltin) {
  Fixture f;
  Assembler p;
  p.op(Opcode::Unreachable, 0);
  FuncId unreachable = f.b.function(f.m, p);
  Assembler q;
  CallDescriptor call;
  call.builtin = 99;
  q.code.calls.push_back(call);
  q.op(Opcode::SysCall, 0, 0).op(Opcode::Return, 0);
  FuncId missing = f.b.function(f.m, q);
  f.call(unreachable, {}, 0, ExitStatus::Fault);
  f.s->context->fault = {};
  f.call(missing, {}, 0, ExitStatus::Fault);
  EXPECT_NE(f.s->context->fault.message.find("unsupported"), std::string::npos);
}

TEST(Control, WaitInsideAFunctionCalledFromAnExpressionIsAFault) {
  Fixture f;
  Assembler p;
  p.delay(1);
  p.op(Opcode::Return, 0);
  FuncId id = f.b.function(f.m, p);
  f.call(id, {}, 0, ExitStatus::Fault);
}

TEST(Control, InterruptEndsAnEndlessLoop) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  Assembler p;
  Assembler::Label loop = p.label();
  p.bind(loop);
  p.op(Opcode::Nop, 0);
  p.jump(Opcode::Jmp, 0, loop);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  ASSERT_TRUE(s.context->initialise());
  s.context->interrupt();
  EXPECT_EQ(s.context->run(), s.context->interruptExitCode);
}

TEST(Control, CollectionInsideALoopKeepsWhatFramesHold) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  uint32_t kept = b.signal(m, "s", b.scalar(TypeKind::String));
  Assembler p;
  uint32_t pair = p.slots(2), count = p.slots(), r = p.slots();
  p.op(Opcode::LdText, 0, pair, p.text("abcdefghijklmnopqrstuvwxyz"));
  p.op(Opcode::Mov, 0, pair + 1, pair);
  p.op(Opcode::CallRt, 0, uint32_t(runtime::RuntimeFunction::string_concat), pair, r);
  p.op(Opcode::StI64, 64, r, b.offset(m, kept), kept);
  p.op(Opcode::Mov, 0, count, p.constant(0));
  Assembler::Label loop = p.label();
  p.bind(loop);
  p.op(Opcode::CallRt, 0, uint32_t(runtime::RuntimeFunction::string_concat), pair, r);
  p.op(Opcode::AddI, 64, count, count, p.constant(1));
  p.jump(Opcode::BrNeI, 2, loop, count, p.constant(100000));
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  ASSERT_TRUE(s.context->initialise());
  s.context->heap.setThreshold(256 << 10);
  EXPECT_EQ(s.context->run(), 0);
  EXPECT_GT(s.context->heap.collections(), 5u);
  EXPECT_LT(s.context->heap.liveBytes(), 100000u);
  Instance &top = *s.context->design().tops[0];
  uint64_t handle = loadUnit(s.context->design().signalAt(top, kept).address, 8);
  EXPECT_EQ(runtime::Heap::text(handle), "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
}

TEST(Control, CountsInstructions) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  Assembler p;
  p.op(Opcode::Nop, 0).op(Opcode::Nop, 0).op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  runtime::SimOptions options;
  options.countInstructions = true;
  Simulation s(b, options);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.context->instructions, 3u);
}

} // namespace

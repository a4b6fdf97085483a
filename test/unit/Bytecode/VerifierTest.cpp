// The verifier finds each kind of defect, and nothing in sound code.
#include "Bytecode/Verifier.h"
#include "Bytecode/Opcodes.h"

#include <gtest/gtest.h>

#include <bit>

using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
struct Code : FunctionCode {
  Code() { frameSlots = 8; }
  Code &add(Opcode op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0, uint16_t aux = 0) {
    code.push_back({uint16_t(op), aux, a, b, c});
    return *this;
  }
  Code &add2(Opcode op, uint32_t a, uint32_t b, uint32_t c, Extension ext, uint16_t aux = 0) {
    add(op, a, b, c, aux);
    code.push_back(std::bit_cast<Instr>(ext));
    return *this;
  }
  /// The only message, or "" if there is none, or "several".
  std::string message(const DesignImage *image = nullptr, ModuleId module = NoId) const {
    std::vector<std::string> all = verifyFunction(*this, image, module);
    return all.empty() ? "" : all.size() == 1 ? all.front() : "several: " + all.front();
  }
};

void expectMessage(const std::string &text, const std::string &part) {
  EXPECT_NE(text.find(part), std::string::npos) << "'" << text << "' lacks '" << part << "'";
}
} // namespace

TEST(Verifier, checksOperandsOfSharedBodies) {
  Code code;
  code.add(Opcode::LdpL8, 1, 2).add(Opcode::Return);
  EXPECT_TRUE(verifyFunction(code, nullptr, NoId, 3).empty());
  std::vector<std::string> messages = verifyFunction(code, nullptr, NoId, 2);
  ASSERT_EQ(messages.size(), 1u);
  expectMessage(messages[0], "operand 2 does not exist");
  Code local;
  local.add(Opcode::LdL8, 1, 0).add(Opcode::Return);
  messages = verifyFunction(local, nullptr, NoId, 1);
  ASSERT_EQ(messages.size(), 1u);
  expectMessage(messages[0], "reaches into an instance block");
}

TEST(Verifier, acceptsSoundCode) {
  Code code;
  code.constants = {1};
  code.add(Opcode::AddI, 1, 0, 1, 8).add(Opcode::BrTrue, 1, 0).add(Opcode::Return);
  EXPECT_EQ(code.message(), "");
}

TEST(Verifier, frame) {
  expectMessage(Code().add(Opcode::AddL, 7, 0, 2).add(Opcode::Return).message(),
                "result slots 7..8 lie outside the frame of 8");
  expectMessage(Code().add(Opcode::Mov, 0, 9).add(Opcode::Return).message(),
                "operand slots 9..9 lie outside");
  Code constant;
  constant.constants = {1, 2};
  expectMessage(constant.add(Opcode::Mov, 1, 0).add(Opcode::Return).message(),
                "writes the constant in slot 1");
  Code arguments;
  arguments.argumentSlots = 9;
  expectMessage(arguments.add(Opcode::Return).message(), "need 9 slots");
}

TEST(Verifier, wideOperands) {
  Code code;
  code.add2(Opcode::AddW, 0, 0, 4, {100, 0, 0, 0}, FlagFour).add(Opcode::Return);
  EXPECT_EQ(code.message(), "");
  Code beyond;
  beyond.add2(Opcode::AddW, 0, 0, 5, {100, 0, 0, 0}, FlagFour).add(Opcode::Return);
  expectMessage(beyond.message(), "operand slots 5..8 lie outside");
}

TEST(Verifier, control) {
  expectMessage(Code().add(Opcode::Nop).message(), "control runs off the end");
  expectMessage(Code().message(), "control runs off the end");
  expectMessage(Code().add(Opcode::Jmp, 5).message(), "jumps to 5, which is not an instruction");
  Code middle;
  middle.add2(Opcode::MovW, 0, 0, 0, {8, 0, 0, 0}).add(Opcode::Jmp, 1);
  expectMessage(middle.message(), "jumps to 1, which is not an instruction");
  Code half;
  half.add(Opcode::MovW);
  expectMessage(half.message(), "lacks its second unit");
  Code unknown;
  unknown.code.push_back({uint16_t(NumOpcodes), 0, 0, 0, 0});
  expectMessage(unknown.message(), "unknown opcode");
}

TEST(Verifier, descriptors) {
  expectMessage(Code().add(Opcode::WaitEvent, 0).add(Opcode::Return).message(),
                "wait descriptor 0 does not exist");
  Code wait;
  wait.waits.push_back({{{SignalOperand::Ref, Edge::Pos, 6, 0, 1}}});
  expectMessage(wait.add(Opcode::WaitEvent, 0).add(Opcode::Return).message(),
                "reference slots 6..8 lie outside");
  Code fork;
  fork.forks.push_back({JoinKind::All, {{0, {{7, 2}}}}});
  expectMessage(fork.add(Opcode::Fork, 0).add(Opcode::Return).message(),
                "argument slots 7..8 lie outside");
  Code call;
  CallArgument argument;
  argument.kind = ArgKind::Logic;
  argument.slot = 7;
  argument.width = 8;
  call.calls.emplace_back().args.push_back(argument);
  expectMessage(call.add(Opcode::SysCall, 0).add(Opcode::Return).message(),
                "argument slots 7..8 lie outside");
  Code text;
  expectMessage(text.add(Opcode::LdText, 0, 3).add(Opcode::Return).message(),
                "text 3 does not exist");
}

TEST(Verifier, switches) {
  Code order;
  order.switches.push_back({{{2, 1}, {1, 1}}, 0, {}});
  expectMessage(order.add(Opcode::SwitchI, 0, 0, 1).add(Opcode::Return).message(),
                "not in ascending order");
  Code target;
  target.switches.push_back({{{1, 9}}, 0, {}});
  expectMessage(target.add(Opcode::SwitchI, 0, 0, 1).add(Opcode::Return).message(), "jumps to 9");
}

TEST(Verifier, againstTheImage) {
  DesignImage image;
  image.modules.emplace_back().signals.emplace_back();
  image.functions.emplace_back();
  EXPECT_EQ(Code().add(Opcode::StI8, 0, 0, 0).add(Opcode::Return).message(&image, 0), "");
  expectMessage(Code().add(Opcode::StI8, 0, 0, 1).add(Opcode::Return).message(&image, 0),
                "signal 1 does not exist");
  expectMessage(Code().add(Opcode::LdpI8, 0, 2).add(Opcode::Return).message(&image, 0),
                "slot 2 does not exist");
  Code call;
  call.add2(Opcode::Call, 1, NoSlot, NoSlot, {SelfInstance, 0, 0, 0}).add(Opcode::Return);
  expectMessage(call.message(&image, 0), "function 1 does not exist");
  Code indirect;
  indirect.add2(Opcode::CallIndirect, 0, NoSlot, NoSlot, {SelfInstance, 0, 0, 0})
      .add(Opcode::Return);
  expectMessage(indirect.message(&image, 0), "call site 0 does not exist");
  indirect.callSites = {0};
  expectMessage(indirect.message(&image, 0), "signature 0 does not exist");
  image.signatures.push_back("() -> ()");
  EXPECT_EQ(indirect.message(&image, 0), "");
}

TEST(Verifier, lines) {
  Code code;
  code.lines = {{0, {}}, {2, {}}};
  code.add2(Opcode::MovW, 0, 0, 0, {8, 0, 0, 0}).add(Opcode::Return);
  EXPECT_EQ(code.message(), "");
  code.lines[1].unit = 1;
  expectMessage(code.message(), "line entry 1 names no instruction");
}

TEST(Verifier, wholeImagesNameTheFunction) {
  DesignImage image;
  FunctionImage &lazy = image.functions.emplace_back();
  lazy.name = "m.lazy";
  FunctionImage &bad = image.functions.emplace_back();
  bad.name = "m.bad";
  bad.isMaterialised = true;
  std::vector<std::string> messages = verifyImage(image);
  ASSERT_EQ(messages.size(), 1u);
  expectMessage(messages.front(), "m.bad: ");
}

TEST(Verifier, membersOfOtherModules) {
  DesignImage image;
  ModuleImage &bus = image.modules.emplace_back();
  bus.signals.resize(2);
  bus.slots.resize(1);
  bus.blockSize = 8;
  auto message = [&](uint32_t offset, uint32_t signal, uint32_t module) {
    Code code;
    code.add2(Opcode::RefMember, 2, 1, offset, {signal, module, 0, 0}).add(Opcode::Return);
    return code.message(&image, 0);
  };
  EXPECT_EQ(message(4, 1, 0), "");
  expectMessage(message(4, 1, 1), "module 1 does not exist");
  expectMessage(message(4, 2, 0), "signal 2 does not exist");
  expectMessage(message(8, 1, 0), "a member lies outside of its instance block");
  Code slot;
  slot.add2(Opcode::RefMemberSlot, 2, 1, 1, {0, 0, 0, 0}).add(Opcode::Return);
  expectMessage(slot.message(&image, 0), "slot 1 does not exist");
  Code handle;
  handle.add2(Opcode::HandleMember, 2, 1, 0, {0, 0, 0, 0}).add(Opcode::Return);
  EXPECT_EQ(handle.message(&image, 0), "");
}

TEST(Verifier, truthTables) {
  DesignImage image;
  FunctionImage &gate = image.functions.emplace_back();
  gate.name = "m.gate";
  gate.operandCount = 3;
  gate.table.inputs = {1, 2};
  gate.table.rows.assign(16, 3);
  EXPECT_TRUE(verifyImage(image).empty());
  auto expectOne = [&](const std::string &part) {
    std::vector<std::string> messages = verifyImage(image);
    ASSERT_EQ(messages.size(), 1u);
    expectMessage(messages.front(), "m.gate: " + part);
  };
  gate.table.output = 3;
  expectOne("an operand of the truth table is out of range");
  gate.table.output = 0;
  gate.table.rows[5] = 4;
  expectOne("the truth table has a row that is no bit");
  gate.table.rows[5] = 0;
  gate.table.isDelayed = true;
  expectOne("the truth table has a delay of 0");
  gate.table.isDelayed = false;
  gate.table.rows.pop_back();
  expectOne("the truth table has 15 rows for 2 inputs");
}

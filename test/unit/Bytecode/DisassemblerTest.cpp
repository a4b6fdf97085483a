// The listing names what can be named and shows descriptors in place.
#include "Bytecode/Disassembler.h"
#include "Bytecode/Opcodes.h"

#include <gtest/gtest.h>

#include <bit>

using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
void expectLine(const std::string &listing, const std::string &line) {
  EXPECT_NE(listing.find(line + "\n"), std::string::npos) << line << " is not in\n" << listing;
}
} // namespace

TEST(Disassembler, instructions) {
  FunctionCode code;
  code.frameSlots = 9;
  code.constants = {1, 0xff};
  code.code.push_back({uint16_t(Opcode::AddL), 8, 4, 6, 0});
  code.code.push_back({uint16_t(Opcode::MulW), FlagFour, 4, 4, 4});
  code.code.push_back(std::bit_cast<Instr>(Extension{100, 0, 0, 0}));
  code.code.push_back({uint16_t(Opcode::BrTrue), 0, 2, 5, 0});
  code.code.push_back({uint16_t(Opcode::RefBits), 0, 2, 5, 1});
  code.code[4].op = uint16_t(Opcode::Jmp);
  code.code[4].a = 0;
  code.code.push_back({uint16_t(Opcode::Return), 0, 0, 0, 0});
  std::string text = disassemble(code);
  expectLine(text, "  frame 9 args 0");
  expectLine(text, "  const s1 = 0xff");
  expectLine(text, "  L0:");
  expectLine(text, "       0  AddL<8> s4:5, s6:7, s0:1");
  expectLine(text, "       1  MulW.four s4:7, s4:7, s4:7, #100");
  expectLine(text, "       3  BrTrue s2, L5");
  expectLine(text, "       4  Jmp L0");
  expectLine(text, "  L5:");
}

TEST(Disassembler, namesFromTheImage) {
  DesignImage image;
  image.files = {"a.sv"};
  ModuleImage &module = image.modules.emplace_back();
  module.name = "m";
  module.signals.emplace_back().name = "clk";
  module.ports.push_back({"in", PortDirection::Input, 0, 0});
  module.slots.push_back({SlotKind::Port, 0, 0, {}});
  FunctionImage &function = image.functions.emplace_back();
  function.name = "m.f";
  function.module = 0;
  function.isMaterialised = true;
  FunctionCode &code = function.code;
  code.frameSlots = 4;
  code.lines = {{0, {0, 7, 3}}};
  code.waits.push_back({{{SignalOperand::Local, Edge::Pos, 0, 0, 0},
                         {SignalOperand::Slot, Edge::AnyChange, 0, 4, 2}}});
  code.code.push_back({uint16_t(Opcode::WaitEvent), 0, 0, 0, 0});
  code.code.push_back({uint16_t(Opcode::StL8), 0, 0, 16, 0});
  code.code.push_back({uint16_t(Opcode::LdpL8), 0, 2, 0, 0});
  code.code.push_back({uint16_t(Opcode::Return), 0, 0, 0, 0});
  std::string text = disassembleImage(image);
  expectLine(text, "func @m.f id 0");
  expectLine(text, "  line a.sv:7:3");
  expectLine(text, "       0  WaitEvent (posedge clk, any slot0(in)[4+:2])");
  expectLine(text, "       1  StL8 s0:1, [0x10], clk");
  expectLine(text, "       2  LdpL8 s2:3, slot0(in)");
}

TEST(Disassembler, survivesBadCode) {
  FunctionCode code;
  code.code.push_back({uint16_t(NumOpcodes + 5), 0, 0, 0, 0});
  expectLine(disassemble(code), "    0  bad opcode");
  code.code[0].op = uint16_t(Opcode::WaitEvent);
  expectLine(disassemble(code), "       0  WaitEvent wait?0");
  code.code[0].op = uint16_t(Opcode::AddW);
  EXPECT_FALSE(disassemble(code).empty()) << "the second unit is missing";
}

//===- MemoryTest.cpp - loads, stores, references -----------------------------===//
#include "Assembler.h"

#include <gtest/gtest.h>

using namespace circtsim::test;

namespace {

struct Unit {
  uint32_t width;
  Opcode ldI, stI, ldL, stL, ldpI, stpI, ldpL, stpL;
};
const Unit units[] = {
    {7, Opcode::LdI8, Opcode::StI8, Opcode::LdL8, Opcode::StL8, Opcode::LdpI8, Opcode::StpI8,
     Opcode::LdpL8, Opcode::StpL8},
    {13, Opcode::LdI16, Opcode::StI16, Opcode::LdL16, Opcode::StL16, Opcode::LdpI16, Opcode::StpI16,
     Opcode::LdpL16, Opcode::StpL16},
    {31, Opcode::LdI32, Opcode::StI32, Opcode::LdL32, Opcode::StL32, Opcode::LdpI32, Opcode::StpI32,
     Opcode::LdpL32, Opcode::StpL32},
    {64, Opcode::LdI64, Opcode::StI64, Opcode::LdL64, Opcode::StL64, Opcode::LdpI64, Opcode::StpI64,
     Opcode::LdpL64, Opcode::StpL64},
};

TEST(Memory, ScalarsOfEveryUnit) {
  for (const Unit &u : units) {
    DesignBuilder b;
    ModuleId m = b.module("top");
    uint32_t p0 = b.port(m, "pi", PortDirection::Output, b.bits(u.width));
    uint32_t p1 = b.port(m, "pl", PortDirection::Output, b.logic(u.width));
    uint32_t i = b.signal(m, "i", b.bits(u.width)), l = b.signal(m, "l", b.logic(u.width));
    uint64_t a = 0x5aa55aa5c33cc33c & lowMask(u.width), x = 0x0ff00ff00ff00ff0 & lowMask(u.width);
    Assembler p;
    uint32_t v = p.slots(2), four = p.constant(a, x);
    p.op(u.ldL, u.width, v, b.offset(m, l));
    p.trace("x", {{v, u.width}});
    p.op(u.stI, u.width, four, b.offset(m, i), i).op(u.ldI, u.width, v, b.offset(m, i));
    p.trace("i", {{v, 0}});
    p.op(u.stL, u.width, four, b.offset(m, l), l).op(u.ldL, u.width, v, b.offset(m, l));
    p.trace("l", {{v, u.width}});
    p.op(u.stpI, u.width, four, p0).op(u.ldpI, u.width, v, p0);
    p.trace("pi", {{v, 0}});
    p.op(u.stpL, u.width, four, p1).op(u.ldpL, u.width, v, p1);
    p.trace("pl", {{v, u.width}});
    p.op(Opcode::Halt, 0);
    b.process(m, p);
    b.top(m);
    Simulation s(b);
    EXPECT_EQ(s.run(), 0);
    std::string unknown(u.width, 'x'), bits;
    for (uint32_t k = u.width; k-- > 0;)
      bits += "01zx"[((a >> k) & 1) | (((x >> k) & 1) << 1)];
    std::string number = std::to_string(int64_t(a));
    EXPECT_EQ(s.trace, (std::vector<std::string>{"0 x " + unknown, "0 i " + number, "0 l " + bits,
                                                 "0 pi " + number, "0 pl " + bits}));
  }
}

TEST(Memory, Bits) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  uint32_t port = b.port(m, "p", PortDirection::Output, b.logic(64));
  uint32_t l = b.signal(m, "l", b.logic(64));
  Assembler p;
  uint32_t v = p.slots(2), four = p.constant(uint64_t(0b10) << 60 | 1, uint64_t(0b11) << 60);
  p.op(Opcode::StL64, 64, four, b.offset(m, l), l).op(Opcode::StpL64, 64, four, port);
  for (uint32_t bit : {0u, 59u, 60u, 61u}) {
    p.op(Opcode::LdBitL, 0, v, b.offset(m, l) + bit / 8, bit % 8);
    p.trace("l", {{v, 1}});
    p.op(Opcode::LdpBitL, 0, v, port, bit);
    p.trace("p", {{v, 1}});
  }
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace, (std::vector<std::string>{"0 l 1", "0 p 1", "0 l 0", "0 p 0", "0 l z", "0 p z",
                                               "0 l x", "0 p x"}));
}

TEST(Memory, WideAndParts) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  uint32_t port = b.port(m, "p", PortDirection::Output, b.logic(70));
  uint32_t w = b.signal(m, "w", b.logic(70)), n = b.signal(m, "n", b.logic(12));
  Assembler p;
  uint32_t v = p.slots(4), zero = p.constant(0, 0), one = p.constant(0xff, 0);
  p.constant(0);
  p.constant(0);
  uint32_t four = p.constant(1);
  p.constant(0x3f), p.constant(2), p.constant(0);
  p.op2(Opcode::StW, FlagFour, four, b.offset(m, w), w, 70);
  p.op2(Opcode::LdW, FlagFour, v, b.offset(m, w), 0, 70);
  p.trace("w", {{v, 70}});
  p.op2(Opcode::StpW, FlagFour, four, port, 0, 70);
  p.op2(Opcode::StpPart, FlagFour, one, port, 0, 8, 60, 70); // straddles the words
  p.op2(Opcode::LdpW, FlagFour, v, port, 0, 70);
  p.trace("p", {{v, 70}});
  p.op2(Opcode::StPart, FlagFour, zero, b.offset(m, n), n, 4, 4, 12);
  p.op(Opcode::LdL16, 12, v, b.offset(m, n));
  p.trace("n", {{v, 12}});
  p.op2(Opcode::StPart, FlagFour, one, b.offset(m, n), n, 8, 10, 12); // the upper bits drop
  p.op(Opcode::LdL16, 12, v, b.offset(m, n));
  p.trace("n", {{v, 12}});
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  ASSERT_EQ(s.trace.size(), 4u);
  EXPECT_EQ(s.trace[0], "0 w 111111" + std::string(62, '0') + "z1");
  EXPECT_EQ(s.trace[1], "0 p 1111111111" + std::string(58, '0') + "z1");
  EXPECT_EQ(s.trace[2], "0 n xxxx0000xxxx");
  EXPECT_EQ(s.trace[3], "0 n 11xx0000xxxx");
}

TEST(Memory, Elements) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId bytes = b.array(b.logic(8), 4), wides = b.array(b.bits(70), 3);
  uint32_t port = b.port(m, "p", PortDirection::Output, bytes);
  uint32_t mem = b.signal(m, "mem", bytes), big = b.signal(m, "big", wides);
  Assembler p;
  uint32_t v = p.slots(2), w = p.slots(2);
  uint32_t value = p.constant(0xa5, 0), two = p.constant(2), nine = p.constant(9);
  uint32_t wide = p.constant(7);
  p.constant(0x15);
  p.op2(Opcode::StElem, FlagFour, value, two, b.offset(m, mem), 8, 4, 1, mem);
  p.op2(Opcode::LdElem, FlagFour, v, two, b.offset(m, mem), 8, 4, 1, 1);
  p.trace("in", {{v, 8}});
  p.op2(Opcode::StElem, FlagFour, value, nine, b.offset(m, mem), 8, 4, 1, mem);
  p.op2(Opcode::LdElem, FlagFour, v, nine, b.offset(m, mem), 8, 4, 1, 1);
  p.trace("out", {{v, 8}});
  p.op2(Opcode::StElem, FlagFour | FlagSlotAddressed, value, two, port, 8, 4, 1, 0);
  p.op2(Opcode::LdElem, FlagFour | FlagSlotAddressed, v, two, port, 8, 4, 1, 1);
  p.trace("slot", {{v, 8}});
  p.op2(Opcode::StElem, 0, wide, two, b.offset(m, big), 70, 3, 16, big);
  p.op2(Opcode::LdElem, 0, w, two, b.offset(m, big), 70, 3, 16, 0);
  p.trace("wide", {{w, 0}, {w + 1, 0}});
  p.op2(Opcode::LdElem, 0, w, nine, b.offset(m, big), 70, 3, 16, 0);
  p.trace("wide", {{w, 0}, {w + 1, 0}});
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace, (std::vector<std::string>{"0 in 10100101", "0 out xxxxxxxx",
                                               "0 slot 10100101", "0 wide 7 21", "0 wide 0 0"}));
}

TEST(Memory, References) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId nibbles = b.structure({b.logic(16), b.array(b.logic(8), 4)});
  uint32_t port = b.port(m, "p", PortDirection::Output, b.logic(16));
  uint32_t st = b.signal(m, "st", nibbles);
  Assembler p;
  uint32_t r = p.slots(3), e = p.slots(3), bit = p.slots(3), v = p.slots(2);
  uint32_t value = p.constant(0xbeef, 0), two = p.constant(2), six = p.constant(6);
  uint32_t invalid = p.constant(uint64_t(InvalidIndex));
  p.op(Opcode::RefLocal, 0, r, b.offset(m, st), st);
  p.op2(Opcode::StRef, FlagFour, value, r, 0, 16, 16);
  p.op2(Opcode::LdRef, FlagFour, v, r, 0, 16, 16);
  p.trace("member0", {{v, 16}});
  // Bits [6 +: 8] of element 2 of the array member: two lie outside.
  p.op(Opcode::RefOffset, 0, e, r, b.image.types[nibbles].fields[1].offset);
  p.op2(Opcode::RefElem, 0, e, e, two, 4, 1);
  p.op2(Opcode::RefBits, 0, bit, e, six, 8, 8);
  p.op2(Opcode::StRef, FlagFour, value, bit, 0, 8, 8);
  p.op2(Opcode::LdRef, FlagFour, v, e, 0, 8, 8);
  p.trace("element", {{v, 8}});
  p.op2(Opcode::LdRef, FlagFour, v, bit, 0, 4, 8);
  p.trace("bits", {{v, 4}});
  p.op2(Opcode::RefBits, 0, bit, e, invalid, 8, 8);
  p.op2(Opcode::LdRef, FlagFour, v, bit, 0, 4, 8);
  p.trace("null", {{v, 4}});
  p.op2(Opcode::RefElem, 0, e, e, six, 4, 1);
  p.op2(Opcode::StRef, FlagFour, value, e, 0, 8, 8);
  p.op(Opcode::RefSlot, 0, r, port);
  p.op2(Opcode::StRef, FlagFour, value, r, 0, 16, 16);
  p.op(Opcode::LdpL16, 16, v, port);
  p.trace("port", {{v, 16}});
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace,
            (std::vector<std::string>{"0 member0 1011111011101111", "0 element 11xxxxxx",
                                      "0 bits xx11", "0 null xxxx", "0 port 1011111011101111"}));
}

TEST(Memory, ElementsOfQueues) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId word = b.logic(8), queue = b.scalar(TypeKind::Queue);
  b.image.types[queue].element = word;
  b.image.types[queue].stride = 1;
  Assembler p;
  uint32_t local = p.slots(), r = p.slots(3), e = p.slots(3), v = p.slots(2);
  uint32_t zero = p.constant(0), five = p.constant(5);
  p.op(Opcode::RefFrame, 0, r, local).op(Opcode::InitRef, 0, r, p.type(queue));
  p.op(Opcode::DynSize, 0, v, r);
  p.trace("size", {{v, 0}});
  p.op2(Opcode::RefDyn, 0, e, r, zero, p.type(queue), 1, 1); // appends
  p.op2(Opcode::StRef, FlagFour, p.constant(0x55, 0), e, 0, 8, 8);
  p.op(Opcode::DynSize, 0, v, r);
  p.trace("size", {{v, 0}});
  p.op2(Opcode::RefDyn, 0, e, r, zero, p.type(queue), 0, 1);
  p.op2(Opcode::LdRef, FlagFour, v, e, 0, 8, 8);
  p.trace("element", {{v, 8}});
  p.op2(Opcode::RefDyn, 0, e, r, five, p.type(queue), 0, 1);
  p.op2(Opcode::LdRef, FlagFour, v, e, 0, 8, 8);
  p.trace("none", {{v, 8}});
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace, (std::vector<std::string>{"0 size 0", "0 size 1", "0 element 01010101",
                                               "0 none xxxxxxxx"}));
}

TEST(Memory, FrameAndHeapObjects) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId word = b.logic(8), pair = b.structure({word, b.scalar(TypeKind::String)});
  Assembler p;
  uint32_t local = p.slots(), r = p.slots(3), cell = p.slots(), h = p.slots(3), v = p.slots(2);
  uint32_t other = p.slots(), o = p.slots(3), text = p.slots();
  p.op(Opcode::RefFrame, 0, r, local);
  p.op(Opcode::InitRef, 0, r, p.type(word));
  p.op2(Opcode::LdRef, FlagFour, v, r, 0, 8, 8);
  p.trace("fresh", {{v, 8}});
  p.op2(Opcode::StRef, FlagFour, p.constant(0x55, 0), r, 0, 8, 8);
  p.op2(Opcode::LdRef, FlagFour, v, r, 0, 8, 8);
  p.trace("frame", {{v, 8}});
  p.op(Opcode::NewCell, 0, cell, p.type(pair)).op(Opcode::NewCell, 0, other, p.type(pair));
  p.op(Opcode::RefHeap, 0, h, cell).op(Opcode::RefHeap, 0, o, other);
  p.op2(Opcode::EqRef, 0, v, h, o, p.type(pair));
  p.trace("equal", {{v, 0}});
  p.op2(Opcode::StRef, FlagFour, p.constant(0x66, 0), h, 0, 8, 8);
  p.op2(Opcode::EqRef, 0, v, h, o, p.type(pair));
  p.trace("equal", {{v, 0}});
  p.op2(Opcode::CopyRef, 0, o, h, p.type(pair));
  p.op2(Opcode::EqRef, 0, v, h, o, p.type(pair));
  p.trace("equal", {{v, 0}});
  p.op2(Opcode::LdRef, FlagFour, v, o, 0, 8, 8);
  p.trace("copy", {{v, 8}});
  // Equal strings in different objects are equal.
  p.op(Opcode::LdText, 0, text, p.text("s")).op(Opcode::RefOffset, 0, h, h, 8);
  p.op2(Opcode::StRef, 0, text, h, 0, 64, 64);
  p.op(Opcode::LdText, 0, text, p.text("s")).op(Opcode::RefOffset, 0, o, o, 8);
  p.op2(Opcode::StRef, 0, text, o, 0, 64, 64);
  p.op(Opcode::RefHeap, 0, h, cell).op(Opcode::RefHeap, 0, o, other);
  p.op2(Opcode::EqRef, 0, v, h, o, p.type(pair));
  p.trace("equal", {{v, 0}});
  p.op(Opcode::Halt, 0);
  b.process(m, p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace, (std::vector<std::string>{"0 fresh xxxxxxxx", "0 frame 01010101", "0 equal 1",
                                               "0 equal 0", "0 equal 1", "0 copy 01100110",
                                               "0 equal 1"}));
}

} // namespace

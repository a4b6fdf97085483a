//===- ElaborationTest.cpp - instance trees, ports, drivers, names -----------===//
#include "ImageBuilder.h"
#include "Model/Elaboration.h"

#include <chrono>
#include <gtest/gtest.h>

using namespace circtsim::test;

namespace {

struct Elaborated {
  std::unique_ptr<Arena> arena = Arena::create(uint64_t(1) << 30);
  std::vector<ElaborationError> errors;
  std::unique_ptr<Design> design;
  explicit Elaborated(const ImageBuilder &b) { design = elaborate(b.image, *arena, errors); }
  uint64_t a(SlotEntry e, uint32_t bytes) { return loadUnit(e.address, bytes); }
  uint64_t b(SlotEntry e, uint32_t bytes) {
    return loadUnit(e.address + arena->planeDistance(), bytes);
  }
};

TEST(Elaboration, DefaultValues) {
  ImageBuilder b;
  ModuleId m = b.module("top");
  uint32_t logic = b.signal(m, "l", b.logic(12));
  uint32_t bits = b.signal(m, "i", b.bits(32));
  uint32_t wire = b.signal(m, "w", b.logic(3), NetKind::Wire);
  uint32_t pulled = b.signal(m, "t", b.logic(3), NetKind::Tri1);
  uint32_t supply = b.signal(m, "s", b.logic(1), NetKind::Supply0);
  uint32_t wide = b.signal(m, "v", b.logic(100));
  uint32_t memory = b.signal(m, "mem", b.array(b.logic(8), 5));
  uint32_t event = b.signal(m, "e", b.scalar(TypeKind::Event));
  b.top(m);
  Elaborated e(b);
  ASSERT_TRUE(e.design);
  Instance &top = *e.design->tops[0];
  auto at = [&](uint32_t local) { return e.design->signalAt(top, local); };
  EXPECT_EQ(e.a(at(logic), 2), 0xfffu);
  EXPECT_EQ(e.b(at(logic), 2), 0xfffu);
  EXPECT_EQ(e.a(at(bits), 4), 0u);
  EXPECT_EQ(e.b(at(bits), 4), 0u);
  EXPECT_EQ(e.a(at(wire), 1), 0u);
  EXPECT_EQ(e.b(at(wire), 1), 7u);
  EXPECT_EQ(e.a(at(pulled), 1), 7u);
  EXPECT_EQ(e.b(at(pulled), 1), 0u);
  EXPECT_EQ(e.a(at(supply), 1), 0u);
  EXPECT_EQ(e.b(at(supply), 1), 0u);
  SlotEntry high = at(wide);
  high.address += 8;
  EXPECT_EQ(e.a(high, 8), (uint64_t(1) << 36) - 1);
  for (int i = 0; i != 5; ++i) {
    SlotEntry element = at(memory);
    element.address += i;
    EXPECT_EQ(e.a(element, 1), 0xffu);
  }
  EXPECT_NE(e.a(at(event), 8), 0u);
}

TEST(Elaboration, EventsDifferBetweenInstances) {
  ImageBuilder b;
  ModuleId leaf = b.module("leaf");
  uint32_t event = b.signal(leaf, "e", b.scalar(TypeKind::Event));
  ModuleId m = b.module("top");
  b.child(m, "u0", leaf);
  b.child(m, "u1", leaf);
  b.top(m);
  Elaborated e(b);
  Instance &top = *e.design->tops[0];
  uint64_t first = e.a(e.design->signalAt(top.children[0], event), 8);
  uint64_t second = e.a(e.design->signalAt(top.children[1], event), 8);
  EXPECT_NE(first, 0u);
  EXPECT_NE(first, second);
}

/// leaf(input a, output wire y, output logic q, inout wire io)
struct Ports : testing::Test {
  ImageBuilder b;
  TypeId byte = b.logic(8);
  ModuleId leaf = b.module("leaf");
  uint32_t in = b.port(leaf, "a", PortDirection::Input, byte, NetKind::Wire);
  uint32_t outNet = b.port(leaf, "y", PortDirection::Output, byte, NetKind::Wire);
  uint32_t outVar = b.port(leaf, "q", PortDirection::Output, byte);
  uint32_t inOut = b.port(leaf, "io", PortDirection::Inout, byte, NetKind::Tri);
  uint32_t leafDriver = b.driver(leaf, 1);
  ModuleId top = b.module("top");
};

TEST_F(Ports, Collapse) {
  uint32_t a = b.signal(top, "a", byte);
  uint32_t y = b.signal(top, "y", byte, NetKind::Wire);
  uint32_t q = b.signal(top, "q", byte, NetKind::Wire);
  uint32_t io = b.signal(top, "io", byte, NetKind::Tri);
  b.child(top, "u", leaf, {a, y, q, io});
  b.top(top);
  Elaborated e(b);
  Instance &t = *e.design->tops[0], &u = t.children[0];
  EXPECT_EQ(u.slots[in].address, e.design->signalAt(t, a).address);
  EXPECT_EQ(u.slots[in].signal, t.signalBase + a);
  EXPECT_EQ(u.slots[outNet].signal, t.signalBase + y);
  EXPECT_EQ(u.slots[outVar].signal, t.signalBase + q) << "sole output variable takes over";
  EXPECT_EQ(u.slots[inOut].signal, t.signalBase + io);
  // The only driver of y stores into y itself.
  EXPECT_EQ(u.slots[leafDriver].address, e.design->signalAt(t, y).address);
  EXPECT_TRUE(e.design->nets.empty());
  // A driven net starts at x.
  EXPECT_EQ(e.a(e.design->signalAt(t, y), 1), 0xffu);
  EXPECT_EQ(e.b(e.design->signalAt(t, io), 1), 0xffu);
  EXPECT_EQ(e.a(e.design->signalAt(t, io), 1), 0u) << "undriven: z";
}

TEST_F(Ports, TwoOutputsOnOneNetResolve) {
  uint32_t y = b.signal(top, "y", byte, NetKind::Wire);
  b.child(top, "u", leaf, {NoId, y, NoId, NoId});
  b.child(top, "v", leaf, {NoId, NoId, y, NoId});
  b.top(top);
  Elaborated e(b);
  Instance &t = *e.design->tops[0];
  ASSERT_EQ(e.design->nets.size(), 1u);
  EXPECT_EQ(e.design->nets[0].driverCount, 2u);
  EXPECT_NE(t.children[0].slots[leafDriver].signal, t.signalBase + y);
  // The output variable keeps its own storage and is a driver.
  EXPECT_EQ(t.children[1].slots[outVar].signal, t.children[1].signalBase + 2);
  EXPECT_TRUE(e.design->flags[t.children[1].signalBase + 2] & SignalIsDriver);
}

TEST_F(Ports, ThroughTwoLevels) {
  ModuleId middle = b.module("middle");
  uint32_t port = b.port(middle, "o", PortDirection::Output, byte);
  b.child(middle, "l", leaf, {NoId, NoId, b.image.modules[middle].ports[port].signal, NoId});
  uint32_t q = b.signal(top, "q", byte);
  b.child(top, "m", middle, {q});
  b.top(top);
  Elaborated e(b);
  Instance &t = *e.design->tops[0];
  EXPECT_EQ(t.children[0].children[0].slots[outVar].signal, t.signalBase + q);
  EXPECT_EQ(t.children[0].slots[port].signal, t.signalBase + q);
}

TEST(Elaboration, PartDrivers) {
  ImageBuilder b;
  ModuleId m = b.module("top");
  uint32_t w = b.signal(m, "w", b.logic(8), NetKind::Wire);
  uint32_t lo = b.driver(m, w, 0, 4), hi = b.driver(m, w, 4, 4);
  b.top(m);
  Elaborated e(b);
  Instance &t = *e.design->tops[0];
  *t.slots[lo].address = 5;
  *t.slots[hi].address = 0xa;
  t.slots[lo].address[e.arena->planeDistance()] = 0;
  t.slots[hi].address[e.arena->planeDistance()] = 1; // bit 4: z of a = 0
  uint64_t va, vb;
  resolveNet(e.design->nets[0], e.design->netDrivers.data(), e.arena->planeDistance(), 0, 8, &va,
             &vb);
  EXPECT_EQ(va, 0xa5u);
  EXPECT_EQ(vb, 0x10u);
}

struct Resolution : testing::Test {
  /// Resolves one-bit drivers given as letters on a net of a kind.
  char resolve(NetKind kind, std::string drivers, std::vector<DriveStrength> strengths = {},
               char stored = 'x') {
    ImageBuilder b;
    ModuleId m = b.module("top");
    uint32_t w = b.signal(m, "w", b.logic(1), kind);
    std::vector<uint32_t> slots;
    for (size_t i = 0; i != drivers.size(); ++i)
      slots.push_back(
          b.driver(m, w, 0, 1, i < strengths.size() ? strengths[i] : DriveStrength{}));
    if (drivers.size() == 1)
      b.driver(m, w, 0, 1, {0, 0}); // forces resolution
    b.top(m);
    Elaborated e(b);
    Instance &t = *e.design->tops[0];
    uint64_t d = e.arena->planeDistance();
    auto put = [&](uint8_t *at, char c) {
      at[0] = c == '1' || c == 'x';
      at[d] = c == 'z' || c == 'x';
    };
    put(e.design->signalAt(t, w).address, stored);
    for (size_t i = 0; i != drivers.size(); ++i)
      put(t.slots[slots[i]].address, drivers[i]);
    uint64_t va, vb;
    resolveNet(e.design->nets[0], e.design->netDrivers.data(), d, 0, 1, &va, &vb);
    return "01zx"[va | vb << 1];
  }
};

TEST_F(Resolution, Tables6_2To6_6) {
  EXPECT_EQ(resolve(NetKind::Wire, "01"), 'x');
  EXPECT_EQ(resolve(NetKind::Wire, "1z"), '1');
  EXPECT_EQ(resolve(NetKind::Wire, "zz"), 'z');
  EXPECT_EQ(resolve(NetKind::Wire, "0x"), 'x');
  EXPECT_EQ(resolve(NetKind::Wand, "01"), '0');
  EXPECT_EQ(resolve(NetKind::Wand, "1x"), 'x');
  EXPECT_EQ(resolve(NetKind::Wand, "0x"), '0');
  EXPECT_EQ(resolve(NetKind::Wor, "01"), '1');
  EXPECT_EQ(resolve(NetKind::Wor, "zx"), 'x');
  EXPECT_EQ(resolve(NetKind::Tri0, "zz"), '0');
  EXPECT_EQ(resolve(NetKind::Tri1, "zz"), '1');
  EXPECT_EQ(resolve(NetKind::Tri1, "z0"), '0');
  EXPECT_EQ(resolve(NetKind::Trireg, "zz", {}, '1'), '1');
  EXPECT_EQ(resolve(NetKind::Trireg, "z0", {}, '1'), '0');
  EXPECT_EQ(resolve(NetKind::Supply1, "00"), '1');
}

TEST_F(Resolution, Strengths) {
  EXPECT_EQ(resolve(NetKind::Wire, "01", {{6, 6}, {5, 5}}), '0') << "strong beats pull";
  EXPECT_EQ(resolve(NetKind::Wire, "01", {{5, 5}, {5, 5}}), 'x');
  EXPECT_EQ(resolve(NetKind::Wire, "z1", {{6, 6}, {5, 5}}), '1') << "pullup";
  EXPECT_EQ(resolve(NetKind::Wire, "1", {{6, 0}}), 'z') << "highz1";
  EXPECT_EQ(resolve(NetKind::Tri1, "0z", {{3, 3}, {6, 6}}), '1') << "weak 0 against pull 1";
  EXPECT_EQ(resolve(NetKind::Wire, "01", {{7, 7}, {6, 6}}), '0');
}

TEST(Elaboration, HierarchicalReferencesAndNames) {
  ImageBuilder b;
  ModuleId leaf = b.module("leaf");
  uint32_t block = b.scope(leaf, "blk");
  uint32_t v = b.signal(leaf, "v", b.logic(4), NetKind::Variable, block);
  uint32_t up = b.slot(leaf, SlotKind::Signal, 1, {"x"});
  ModuleId m = b.module("top");
  uint32_t x = b.signal(m, "x", b.logic(4));
  uint32_t down = b.slot(m, SlotKind::Signal, 0, {"g[0].u", "blk", "v"});
  uint32_t absolute = b.slot(m, SlotKind::Instance, NoId, {"top", "g[0].u"});
  b.child(m, "g[0].u", leaf);
  b.top(m);
  Elaborated e(b);
  ASSERT_TRUE(e.design) << e.errors[0].message;
  Instance &t = *e.design->tops[0];
  EXPECT_EQ(t.children[0].slots[up].signal, t.signalBase + x);
  EXPECT_EQ(t.slots[down].signal, t.children[0].signalBase + v);
  EXPECT_EQ(t.slots[absolute].instance, &t.children[0]);
  EXPECT_EQ(e.design->signalPath(t.children[0].signalBase + v), "top.g[0].u.blk.v");
  Lookup found = e.design->lookup("top.g[0].u.blk.v");
  ASSERT_EQ(found.kind, Lookup::OfSignal);
  EXPECT_EQ(found.signal.signal, t.children[0].signalBase + v);
  EXPECT_EQ(e.design->lookup("x", &t.children[0]).kind, Lookup::OfSignal) << "upward";
  EXPECT_EQ(e.design->lookup("top.g[0].u.blk").kind, Lookup::OfScope);
  EXPECT_EQ(e.design->lookup("top.nothing").kind, Lookup::None);
}

TEST(Elaboration, UnresolvedReferenceIsAnError) {
  ImageBuilder b;
  ModuleId m = b.module("top");
  b.slot(m, SlotKind::Signal, 0, {"a", "b"});
  b.top(m);
  Elaborated e(b);
  EXPECT_FALSE(e.design);
  ASSERT_EQ(e.errors.size(), 1u);
  EXPECT_NE(e.errors[0].message.find("'a.b'"), std::string::npos);
}

TEST(Elaboration, InterfacePorts) {
  ImageBuilder b;
  ModuleId bus = b.module("bus");
  uint32_t data = b.signal(bus, "data", b.logic(8));
  ModuleId leaf = b.module("leaf");
  PortImage port;
  port.name = "p";
  port.direction = PortDirection::Interface;
  b.image.modules[leaf].ports.push_back(port);
  uint32_t slot = b.slot(leaf, SlotKind::Signal, 0, {"p", "data"});
  ModuleId m = b.module("top");
  b.child(m, "b", bus);
  b.child(m, "u", leaf);
  PortBinding binding;
  binding.port = 0;
  binding.interfacePath = {"b"};
  b.image.modules[m].children[1].ports.push_back(binding);
  b.top(m);
  Elaborated e(b);
  ASSERT_TRUE(e.design) << e.errors[0].message;
  Instance &t = *e.design->tops[0];
  EXPECT_EQ(t.children[1].slots[slot].signal, t.children[0].signalBase + data);
}

TEST(Elaboration, ManyInstances) {
  ImageBuilder b;
  TypeId byte = b.logic(8);
  ModuleId leaf = b.module("leaf");
  b.port(leaf, "clk", PortDirection::Input, b.logic(1), NetKind::Wire);
  b.port(leaf, "d", PortDirection::Input, byte, NetKind::Wire);
  b.port(leaf, "q", PortDirection::Output, byte);
  b.signal(leaf, "r", byte);
  uint32_t w = b.signal(leaf, "w", byte, NetKind::Wire);
  b.driver(leaf, w);
  ModuleId m = b.module("top");
  uint32_t clk = b.signal(m, "clk", b.logic(1));
  uint32_t count = 100000;
  uint32_t previous = b.signal(m, "d", byte);
  for (uint32_t i = 0; i != count; ++i) {
    uint32_t next = b.signal(m, "n" + std::to_string(i), byte, NetKind::Wire);
    b.child(m, "u" + std::to_string(i), leaf, {clk, previous, next});
    previous = next;
  }
  b.top(m);
  auto start = std::chrono::steady_clock::now();
  Elaborated e(b);
  auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  ASSERT_TRUE(e.design);
  EXPECT_EQ(e.design->instances.size(), count + 1);
  EXPECT_TRUE(e.design->nets.empty());
  std::printf("100,000 instances: %.3f s\n", seconds);
}

} // namespace

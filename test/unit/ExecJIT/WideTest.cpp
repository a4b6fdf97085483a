//===- WideTest.cpp - values above 64 bits, native against interpreter --------===//
//
// For each width, two-state and four-state, one process executes every wide opcode
// over rows of random operands and traces all words of the results. Rows differ in
// how many bits are unknown, and in how far the operands agree. Results lie apart
// from the operands, on them, and one slot beside them.
//
//===----------------------------------------------------------------------===//
#include "../Interp/Assembler.h"
#include "Codegen/ObjectEmitter.h"
#include "Exec/JIT/JITCompileManager.h"
#include "Exec/JIT/NativeLinker.h"

#include "llvm/Support/MemoryBuffer.h"

#include <gtest/gtest.h>

#include <random>

using namespace circtsim::test;
using circtsim::exec::ExecutionMode;
using circtsim::exec::JITCompileManager;
using circtsim::exec::NativeCode;
using circtsim::exec::NativeLinker;
using circtsim::exec::TierOptions;

namespace {

constexpr uint32_t Rows = 8;

struct Shape {
  uint32_t width;
  bool isFour;
};

/// One design: arrays x, y of operands, amounts and indices, and a watched object m.
class WideProgram : public DesignBuilder {
public:
  explicit WideProgram(Shape shape) : width(shape.width), four(shape.isFour) {
    m = module("top");
    top(m);
    value = four ? logic(width) : bits(width);
    x = signal(m, "x", array(value, Rows));
    y = signal(m, "y", array(value, Rows));
    amounts = signal(m, "amounts", array(four ? logic(64) : bits(64), Rows));
    indices = signal(m, "indices", array(bits(64), Rows));
    object = signal(m, "object", value);
    quiet = signal(m, "quiet", value);
    words = (width + 63) / 64;
    writeWatcher();
    writeProcess();
  }
  void fill(circtsim::runtime::SimContext &context, unsigned seed);

private:
  uint32_t slotsOf(uint32_t w) const { return (w + 63) / 64 * (four ? 2 : 1); }
  uint16_t flags() const { return four ? FlagFour : 0; }
  void traceWords(const std::string &name, uint32_t slot, uint32_t count) {
    std::vector<std::pair<uint32_t, uint32_t>> list;
    for (uint32_t i = 0; i != count; ++i)
      list.emplace_back(slot + i, 0);
    p.trace(name, list);
  }
  void loadOperands();
  void writeWatcher();
  void writeProcess();
  void binary(Opcode op, uint32_t flag = 0);
  void toBit(Opcode op, uint32_t count, uint32_t flag = 0, uint32_t c = ~0u);
  void moves();
  void shifts();
  void selects();
  void dynamicSelects();
  void memory();
  void references();

  uint32_t width;
  bool four;
  uint32_t words;
  ModuleId m;
  TypeId value;
  uint32_t x, y, amounts, indices, object, quiet;
  Assembler p;
  uint32_t row = 0, X = 0, Y = 0, R = 0, amount = 0, index = 0, zero = 0, one = 0;
};

void WideProgram::writeWatcher() {
  Assembler w;
  uint32_t slot = w.slots(slotsOf(width));
  w.op2(Opcode::LdW, flags(), slot, offset(m, object), 0, width);
  std::vector<std::pair<uint32_t, uint32_t>> list;
  for (uint32_t i = 0; i != slotsOf(width); ++i)
    list.emplace_back(slot + i, 0);
  w.trace("changed", list);
  w.op(Opcode::Return, 0);
  staticProcess(m, w, {term(Edge::AnyChange, object)});
}

void WideProgram::loadOperands() {
  uint32_t bytes = words * 8;
  p.op2(Opcode::LdElem, flags(), X, row, offset(m, x), width, Rows, bytes, 0);
  p.op2(Opcode::LdElem, flags(), Y, row, offset(m, y), width, Rows, bytes, 0);
}

void WideProgram::binary(Opcode op, uint32_t flag) {
  std::string name(bytecode::nameOf(op));
  uint32_t n = slotsOf(width);
  for (uint32_t target : {R, X, Y + 1}) {
    p.op2(op, flags() | flag, target, X, Y, width);
    traceWords(name, target, n);
    if (target != R)
      loadOperands();
  }
}

void WideProgram::toBit(Opcode op, uint32_t count, uint32_t flag, uint32_t c) {
  p.op2(op, flags() | flag, R, X, c == ~0u ? Y : c, width);
  traceWords(std::string(bytecode::nameOf(op)), R, count);
  p.op2(op, flags() | flag, X + 1, X, c == ~0u ? X : c, width);
  traceWords("same", X + 1, count);
  loadOperands();
}

void WideProgram::moves() {
  uint32_t n = slotsOf(width);
  for (uint32_t target : {R, X + 1, X - 1}) {
    p.op2(Opcode::MovW, flags(), target, X, 0, width);
    traceWords("MovW", target, n);
    loadOperands();
  }
  for (uint32_t to : {1u, 64u, 65u, 128u, 257u, 512u, 1024u, 1025u})
    for (uint32_t flag : {0u, unsigned(FlagSigned)}) {
      p.op2(Opcode::ExtW, flags() | flag, R, X, 0, width, to);
      traceWords("ExtW to", R, slotsOf(to));
      uint32_t small = p.slots(2);
      p.op2(Opcode::ExtW, flags() | flag, small, X, 0, width, 7);
      p.op2(Opcode::ExtW, flags() | flag, R, small, 0, 7, width);
      traceWords("ExtW from", R, n);
    }
  for (uint32_t bit = 0; bit != 4; ++bit) {
    p.op2(Opcode::FillW, flags(), R, bit, 0, width);
    traceWords("FillW", R, n);
  }
  if (four) {
    p.op2(Opcode::LToIW, FlagFour, R, X, 0, width);
    traceWords("LToIW", R, words);
    p.op2(Opcode::IToLW, FlagFour, R, X, 0, width);
    traceWords("IToLW", R, n);
  }
  for (uint32_t slice : {1u, 8u, 13u}) {
    p.op2(Opcode::ReverseBits, flags(), R, X, 0, width, slice);
    traceWords("ReverseBits", R, n);
  }
  for (uint32_t set : {1u, 2u, 4u, 8u, 11u})
    toBit(Opcode::CountBits, 1, 0, set);
  for (uint32_t flag : {0u, unsigned(FlagSigned)}) {
    p.op2(Opcode::ToIndexW, flags() | flag, R, X, 0, width);
    traceWords("ToIndexW", R, 1);
  }
}

void WideProgram::shifts() {
  static constexpr uint64_t distances[] = {0, 1, 64, 67, 300, 5000};
  std::vector<uint32_t> constants;
  for (uint64_t distance : distances)
    constants.push_back(four ? p.constant(distance, 0) : p.constant(distance));
  for (Opcode op : {Opcode::ShlW, Opcode::ShrW, Opcode::AshrW}) {
    std::string name(bytecode::nameOf(op));
    for (uint32_t constant : constants) {
      p.op2(op, flags(), R, X, constant, width, 64);
      traceWords(name + " constant", R, slotsOf(width));
    }
    for (uint32_t target : {R, X, X + 1, amount}) {
      p.op2(op, flags(), target, X, amount, width, 64);
      traceWords(name, target, slotsOf(width));
      loadOperands();
      p.op2(Opcode::LdElem, flags(), amount, row, offset(m, amounts), 64, Rows, 8, 8);
    }
    p.op2(op, flags(), R, X, Y, width, width);
    traceWords(name + " far", R, slotsOf(width));
    uint32_t wide = p.slots(slotsOf(129));
    p.op2(Opcode::ExtW, flags(), wide, amount, 0, 64, 129);
    p.op2(op, flags(), R, X, wide, width, 129);
    traceWords(name + " by 129 bits", R, slotsOf(width));
  }
}

void WideProgram::selects() {
  for (uint32_t part : {1u, 32u, 63u, 64u, 65u, 200u, 511u, 1100u})
    for (uint32_t lo : {0u, 1u, 62u, 64u, 100u, 400u}) {
      if (part > width + 3)
        continue;
      p.op2(Opcode::ExtractW, flags(), R, X, 0, part, width, lo);
      traceWords("ExtractW", R, slotsOf(part));
      if (part > width)
        continue;
      p.op2(Opcode::ExtractW, flags(), R, Y, 0, part, width, 0);
      p.op2(Opcode::MovW, flags(), R + 40, X, 0, width);
      p.op2(Opcode::InsertW, flags(), R + 40, R, 0, part, width, lo);
      traceWords("InsertW", R + 40, slotsOf(width));
    }
  for (uint32_t part : {1u, 3u, 8u, 64u, 65u, 128u})
    for (uint32_t count : {2u, 9u, 17u}) {
      p.op2(Opcode::ExtractW, flags(), R + 40, X, 0, std::min(part, width), width, 0);
      p.op2(Opcode::ReplW, flags(), R, R + 40, 0, std::min(part, width), count);
      traceWords("ReplW", R, slotsOf(std::min(part, width) * count));
    }
}

void WideProgram::dynamicSelects() {
  for (uint32_t part : {1u, 7u, 32u, 64u, 65u, 128u, 500u, 1100u}) {
    p.op2(Opcode::DynExtract, flags(), R, X, index, part, width);
    traceWords("DynExtract", R, slotsOf(part));
    if (part > width)
      continue;
    p.op2(Opcode::ExtractW, flags(), R, Y, 0, part, width, 0);
    p.op2(Opcode::DynInsert, flags(), X, R, index, part, width);
    traceWords("DynInsert", X, slotsOf(width));
    loadOperands();
  }
}

void WideProgram::memory() {
  uint32_t n = slotsOf(width), bytes = words * 8;
  uint32_t two = p.constant(2);
  for (uint32_t target : {object, quiet}) {
    for (uint32_t source : {X, X, Y}) {
      p.op2(Opcode::StW, flags(), source, offset(m, target), target, width);
      p.op(Opcode::WaitDelay, 0, one);
    }
    for (uint32_t part : {1u, 33u, 64u, 65u, 130u})
      for (uint32_t lo : {0u, 5u, 60u, 64u, 128u}) {
        if (lo + part > width + 2)
          continue;
        p.op2(Opcode::ExtractW, flags(), R, X, 0, std::min(part, width), width, 0);
        p.op2(Opcode::StPart, flags(), R, offset(m, target), target, part, lo, width);
        p.op(Opcode::WaitDelay, 0, one);
        p.op2(Opcode::ExtractW, flags(), R, Y, 0, std::min(part, width), width, 0);
        p.op2(Opcode::NbaPart, flags(), R, offset(m, target), target, part, lo, width);
        p.op(Opcode::WaitDelay, 0, one);
      }
    p.op2(Opcode::LdW, flags(), R, offset(m, target), 0, width);
    traceWords("LdW", R, n);
  }
  for (uint32_t at : {one, row, index}) {
    p.op2(Opcode::StElem, flags(), Y, at, offset(m, x), width, Rows, bytes, x);
    p.op2(Opcode::LdElem, flags(), R, at, offset(m, x), width, Rows, bytes, 0);
    traceWords("LdElem", R, n);
    p.op2(Opcode::StElem, flags(), X, at, offset(m, x), width, Rows, bytes, x);
  }
  p.op2(Opcode::LdElem, flags(), R, two, offset(m, x), width, 2, bytes, 0); // outside
  traceWords("LdElem", R, n);
}

void WideProgram::references() {
  uint32_t ref = p.slots(3), at = p.slots(3), n = slotsOf(width);
  for (uint32_t target : {object, quiet}) {
    p.op(Opcode::RefLocal, 0, ref, offset(m, target), target);
    for (uint32_t part : {1u, 8u, 33u, 64u, 65u, 128u, width}) {
      p.op2(Opcode::RefBits, 0, at, ref, part == width ? zero : index, part, width);
      p.op2(Opcode::LdRef, flags(), R, at, 0, part, width);
      traceWords("LdRef", R, slotsOf(part));
      if (part > width)
        continue;
      p.op2(Opcode::ExtractW, flags(), R, Y, 0, part, width, 0);
      p.op2(Opcode::StRef, flags(), R, at, 0, part, width);
      p.op(Opcode::WaitDelay, 0, one);
      p.op2(Opcode::ExtractW, flags(), R, X, 0, part, width, 0);
      p.op2(Opcode::NbaRef, flags(), R, at, 0, part, width, 0, NoSlot);
      p.op(Opcode::WaitDelay, 0, one);
      p.op2(Opcode::LdW, flags(), R, offset(m, target), 0, width);
      traceWords("StRef", R, n);
    }
  }
}

void WideProgram::writeProcess() {
  row = p.slots();
  index = p.slots();
  amount = p.slots(slotsOf(width) + 2);
  p.slots(2);
  X = p.slots(slotsOf(width) + 2);
  p.slots(2);
  Y = p.slots(slotsOf(width) + 2);
  R = p.slots(400);
  zero = p.constant(0);
  one = p.constant(1);
  uint32_t rows = p.constant(Rows), more = p.slots();
  p.op(Opcode::Mov, 0, row, zero);
  Assembler::Label loop = p.label();
  p.bind(loop);
  p.op2(Opcode::LdElem, flags(), amount, row, offset(m, amounts), 64, Rows, 8, 8);
  p.op2(Opcode::LdElem, 0, index, row, offset(m, indices), 64, Rows, 8, 8);
  loadOperands();
  for (Opcode op : {Opcode::AddW, Opcode::SubW, Opcode::MulW, Opcode::DivW, Opcode::ModW,
                    Opcode::AndW, Opcode::OrW, Opcode::XorW, Opcode::MergeW, Opcode::NegW,
                    Opcode::NotW})
    binary(op);
  binary(Opcode::DivW, FlagSigned);
  binary(Opcode::ModW, FlagSigned);
  uint32_t bit = four ? 2 : 1;
  for (Opcode op : {Opcode::EqW, Opcode::LtW, Opcode::LeW, Opcode::BoolW, Opcode::RedAndW,
                    Opcode::RedXorW})
    for (uint32_t flag : {0u, unsigned(FlagSigned)})
      toBit(op, bit, flag);
  toBit(Opcode::WildEqW, 2);
  for (Opcode op : {Opcode::CaseEqW, Opcode::CasezW, Opcode::CasexW, Opcode::IsTrueW,
                    Opcode::IsUnknownW})
    toBit(op, 1);
  for (uint32_t flag : {0u, unsigned(FlagSigned)}) {
    p.op2(Opcode::PowW, flags() | flag, R, X, amount, width, 64);
    traceWords("PowW", R, slotsOf(width));
  }
  moves();
  shifts();
  selects();
  dynamicSelects();
  memory();
  references();
  p.op(Opcode::AddI, 32, row, row, one).op(Opcode::LtUI, 32, more, row, rows);
  p.jump(Opcode::BrTrue, 1, loop, more);
  p.op(Opcode::Halt, 0);
  p.code.maySuspend = true;
  process(m, p);
}

/// Operands of all kinds: known, few and many unknown bits, equal, almost equal, with
/// all bits set, small.
void WideProgram::fill(circtsim::runtime::SimContext &context, unsigned seed) {
  std::mt19937_64 random(seed * 1000 + width * 2 + four);
  const Instance &instance = *context.design().instances[0];
  uint64_t distance = context.scheduler().planeDistance();
  auto word = [&](uint32_t signal, uint32_t unit, bool second) {
    return reinterpret_cast<uint64_t *>(instance.base + offset(m, signal) +
                                        (second ? distance : 0)) +
           unit;
  };
  auto mask = [&](uint32_t i) {
    return i + 1 == words && width % 64 ? (uint64_t(1) << width % 64) - 1 : ~uint64_t(0);
  };
  for (uint32_t r = 0; r != Rows; ++r) {
    uint64_t unknown = r == 1 ? ~uint64_t(0) : r == 2 || r == 6 ? uint64_t(1) << random() % 60 : 0;
    for (uint32_t i = 0; i != words; ++i) {
      uint64_t a = random(), c = random();
      if (r == 3 || r == 6)
        c = a;
      if (r == 4)
        c = i == words - 1 ? a ^ 1 : a;
      if (r == 5)
        a = ~uint64_t(0), c = i ? 0 : 3;
      if (r == 7)
        a = i ? 0 : a, c = i ? 0 : c & 255;
      *word(x, r * words + i, false) = a & mask(i);
      *word(y, r * words + i, false) = c & mask(i);
      if (!four)
        continue;
      *word(x, r * words + i, true) = random() & random() & unknown & mask(i);
      *word(y, r * words + i, true) = (r == 2 ? 0 : random() & random() & unknown) & mask(i);
    }
    static constexpr uint64_t amountOf[Rows] = {3, 64, 17, 130, 0, 66, 1, 700};
    *word(amounts, r, false) = r == 4 ? width - 1 : r == 6 ? ~uint64_t(0) : amountOf[r];
    if (four)
      *word(amounts, r, true) = r == 2 ? 4 : 0;
    const uint64_t indexOf[Rows] = {0, 1, width - 1, 40, uint64_t(-3), uint64_t(INT64_MIN), 64,
                                    width - 65};
    *word(indices, r, false) = indexOf[r];
  }
}

struct Outcome {
  std::vector<std::string> trace;
  uint64_t rounds = 0, nativeActivations = 0;
};

Outcome runWith(Shape shape, unsigned seed, TierOptions tiers, uint64_t deoptPeriod = 0) {
  WideProgram program(shape);
  circtsim::runtime::SimOptions options;
  options.deoptPeriod = deoptPeriod;
  options.countInstructions = true;
  Simulation simulation(program, options);
  if (deoptPeriod)
    simulation.context->native.deoptCountdown = 1;
  JITCompileManager manager(*simulation.context, tiers);
  EXPECT_TRUE(simulation.context->initialise());
  program.fill(*simulation.context, seed);
  EXPECT_EQ(simulation.context->run(), 0);
  manager.finish();
  return {simulation.trace, simulation.context->scheduler().statistics.rounds,
          simulation.context->native.activations};
}

TierOptions compileAt(uint64_t threshold) {
  TierOptions tiers;
  tiers.mode = ExecutionMode::Compile;
  tiers.hotThreshold = threshold;
  return tiers;
}

/// All functions with the slow code generator.
Outcome runOptimised(Shape shape, unsigned seed) {
  WideProgram program(shape);
  Simulation simulation(program);
  std::string error;
  auto emitter = circtsim::codegen::ObjectEmitter::create({.countInstructions = true}, error);
  auto linker = NativeLinker::create(error);
  EXPECT_TRUE(emitter && linker) << error;
  EXPECT_TRUE(simulation.context->initialise());
  for (FuncId id = 0; id != program.image.functions.size(); ++id) {
    Function *function = simulation.context->functions.get(id);
    circtsim::codegen::ObjectRequest request;
    request.function = function;
    request.symbol = "f" + std::to_string(id);
    request.version.isOptimised = true;
    NativeCode code = linker->link(emitter->emit(request), request.symbol);
    EXPECT_TRUE(code.entry);
    function->entry = code.entry;
  }
  program.fill(*simulation.context, seed);
  EXPECT_EQ(simulation.context->run(), 0);
  return {simulation.trace, simulation.context->scheduler().statistics.rounds,
          simulation.context->native.activations};
}

void expectSame(const Outcome &reference, const Outcome &native) {
  ASSERT_EQ(native.trace.size(), reference.trace.size());
  for (size_t i = 0; i != reference.trace.size(); ++i)
    ASSERT_EQ(native.trace[i], reference.trace[i]) << "line " << i;
  EXPECT_EQ(native.rounds, reference.rounds);
}

class Wide : public testing::TestWithParam<Shape> {};

TEST_P(Wide, SameAsInterpreter) {
  Outcome reference = runWith(GetParam(), 1, {});
  EXPECT_GT(reference.trace.size(), 1000u);
  EXPECT_EQ(reference.nativeActivations, 0u);
  Outcome native = runWith(GetParam(), 1, compileAt(0));
  EXPECT_GT(native.nativeActivations, 0u);
  expectSame(reference, native);
}

TEST(WideOptimised, SameAsInterpreter) {
  for (Shape shape : {Shape{66, true}, Shape{128, false}, Shape{513, true}}) {
    Outcome optimised = runOptimised(shape, 3);
    EXPECT_GT(optimised.nativeActivations, 0u);
    expectSame(runWith(shape, 3, {}), optimised);
  }
}

std::vector<Shape> shapes() {
  std::vector<Shape> all;
  for (uint32_t width : {65, 66, 127, 128, 129, 192, 511, 512, 513, 1000, 1100})
    for (bool isFour : {false, true})
      all.push_back({width, isFour});
  return all;
}

INSTANTIATE_TEST_SUITE_P(Widths, Wide, testing::ValuesIn(shapes()),
                         [](const testing::TestParamInfo<Shape> &info) {
                           return (info.param.isFour ? "Logic" : "Bits") +
                                  std::to_string(info.param.width);
                         });

TEST(WideDeopts, SameAsInterpreter) {
  for (Shape shape : {Shape{70, false}, Shape{130, true}})
    expectSame(runWith(shape, 2, {}), runWith(shape, 2, compileAt(0), 3));
}

} // namespace

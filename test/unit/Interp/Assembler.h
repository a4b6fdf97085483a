//===- Assembler.h - hand-written bytecode for tests -------------*- C++ -*-===//
#ifndef CIRCTSIM_TEST_UNIT_INTERP_ASSEMBLER_H
#define CIRCTSIM_TEST_UNIT_INTERP_ASSEMBLER_H

#include "../Model/ImageBuilder.h"
#include "Bytecode/Opcodes.h"
#include "Exec/Interp/Interpreter.h"
#include "Runtime/BuiltinCall.h"
#include "Runtime/RuntimeABI.h"

#include <set>

namespace circtsim::test {

namespace bytecode = circtsim::bytecode;
namespace runtime = circtsim::runtime;
namespace sched = circtsim::sched;
using bytecode::Opcode;

/// Opcodes that some test has emitted.
std::set<Opcode> &emittedOpcodes();

/// Assembles one function. The first ConstantSlots slots are constants, then come
/// arguments, then temporaries.
class Assembler {
public:
  static constexpr uint32_t ConstantSlots = 24;
  using Label = uint32_t;

  explicit Assembler(uint32_t arguments = 0) {
    code.argumentSlots = arguments;
    next = ConstantSlots + arguments;
  }
  FunctionCode code;

  uint32_t constant(uint64_t value) {
    code.constants.push_back(value);
    return uint32_t(code.constants.size() - 1);
  }
  /// A four-state constant (two slots).
  uint32_t constant(uint64_t a, uint64_t b) {
    uint32_t slot = constant(a);
    constant(b);
    return slot;
  }
  uint32_t argument(uint32_t i) const { return ConstantSlots + i; }
  uint32_t slots(uint32_t count = 1) {
    next += count;
    return next - count;
  }
  Assembler &op(Opcode opcode, uint32_t aux, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) {
    emittedOpcodes().insert(opcode);
    code.code.push_back({uint16_t(opcode), uint16_t(aux), a, b, c});
    return *this;
  }
  Assembler &op2(Opcode opcode, uint32_t flags, uint32_t a, uint32_t b, uint32_t c, uint32_t e0 = 0,
                 uint32_t e1 = 0, uint32_t e2 = 0, uint32_t e3 = 0) {
    op(opcode, flags, a, b, c);
    Instr unit;
    Extension extension{e0, e1, e2, e3};
    static_assert(sizeof unit == sizeof extension);
    std::memcpy(static_cast<void *>(&unit), &extension, sizeof unit);
    code.code.push_back(unit);
    return *this;
  }
  uint32_t here() const { return uint32_t(code.code.size()); }
  Label label() {
    labels.push_back(NoId);
    return Label(labels.size() - 1);
  }
  void bind(Label label) { labels[label] = here(); }
  /// Emits a jump whose target field (0, 1 or 2 for a, b, c) is a label.
  void jump(Opcode opcode, uint32_t field, Label label, uint32_t x = 0, uint32_t y = 0) {
    uint32_t fields[3] = {x, y, 0};
    fixups.push_back({here(), field, label});
    op(opcode, 0, fields[0], fields[1], fields[2]);
  }
  uint32_t wait(std::vector<EventTerm> terms) {
    code.waits.push_back({std::move(terms)});
    return uint32_t(code.waits.size() - 1);
  }
  uint32_t type(TypeId id) {
    code.types.push_back(id);
    return uint32_t(code.types.size() - 1);
  }
  uint32_t text(std::string t) {
    code.texts.push_back(std::move(t));
    return uint32_t(code.texts.size() - 1);
  }
  uint32_t fork(JoinKind join, std::vector<ForkBranch> branches) {
    code.forks.push_back({join, std::move(branches)});
    return uint32_t(code.forks.size() - 1);
  }
  /// Calls builtin 0, which notes the text, the time and four-state arguments
  /// given as (slot, width); width 0: two-state 64 bits.
  void trace(std::string note, std::vector<std::pair<uint32_t, uint32_t>> arguments = {}) {
    CallDescriptor call;
    CallArgument literal;
    literal.kind = ArgKind::Literal;
    literal.text = std::move(note);
    call.args.push_back(literal);
    for (auto [slot, width] : arguments) {
      CallArgument value;
      value.kind = width ? ArgKind::Logic : ArgKind::Bits;
      value.slot = slot;
      value.width = width ? width : 64;
      call.args.push_back(value);
    }
    code.calls.push_back(call);
    op(Opcode::SysCall, 0, uint32_t(code.calls.size() - 1));
  }
  void delay(uint64_t ticks) { op(Opcode::WaitDelay, 0, constant(ticks)); }

  FunctionCode finish() {
    for (auto &[unit, field, label] : fixups) {
      Instr &in = code.code[unit];
      (field == 0 ? in.a : field == 1 ? in.b : in.c) = labels[label];
    }
    code.constants.resize(ConstantSlots);
    code.frameSlots = next + 2;
    return code;
  }

private:
  struct Fixup {
    uint32_t unit, field;
    Label label;
  };
  std::vector<uint32_t> labels;
  std::vector<Fixup> fixups;
  uint32_t next;
};

/// Adds functions and processes to an image.
class DesignBuilder : public ImageBuilder {
public:
  FuncId function(ModuleId m, Assembler &assembler, std::string name = "f") {
    FunctionImage f;
    f.name = std::move(name);
    f.module = m;
    f.isMaterialised = true;
    f.code = assembler.finish();
    image.functions.push_back(std::move(f));
    return FuncId(image.functions.size() - 1);
  }
  ProcessImage &process(ModuleId m, Assembler &assembler, ProcessKind kind = ProcessKind::Initial,
                        std::string name = "p") {
    ProcessImage p;
    p.function = function(m, assembler, name);
    p.kind = kind;
    p.name = std::move(name);
    image.modules[m].processes.push_back(p);
    return image.modules[m].processes.back();
  }
  /// A static process: `always @(terms)`, or always_comb/assign if it runs at 0.
  ProcessImage &staticProcess(ModuleId m, Assembler &assembler, std::vector<EventTerm> terms,
                              bool runsAtStart = false, std::string name = "s") {
    ProcessImage &p = process(m, assembler, ProcessKind::Always, std::move(name));
    p.isStatic = true;
    p.runAtStart = runsAtStart;
    p.sensitivity = std::move(terms);
    return p;
  }
  static EventTerm term(Edge edge, uint32_t signal, uint32_t lo = 0, uint32_t width = 0) {
    EventTerm t;
    t.edge = edge;
    t.index = signal;
    t.lo = lo;
    t.width = width;
    return t;
  }
};

/// A simulation whose trace and output are kept.
class Simulation {
public:
  explicit Simulation(DesignBuilder &b, runtime::SimOptions options = {});
  /// Initialises and runs; the exit status.
  int run();

  std::vector<std::string> trace; ///< "time note args"
  std::string output, errors;
  std::unique_ptr<runtime::SimContext> context;
};

} // namespace circtsim::test

#endif

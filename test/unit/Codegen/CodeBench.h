//===- CodeBench.h - functions of hand-made bytecode -------------*- C++ -*-===//
#ifndef CIRCTSIM_TEST_UNIT_CODEGEN_CODEBENCH_H
#define CIRCTSIM_TEST_UNIT_CODEGEN_CODEBENCH_H

#include "Bytecode/Opcodes.h"
#include "Codegen/FunctionShape.h"
#include "Model/Frame.h"

#include <cstring>
#include <memory>

namespace circtsim::test {

using namespace circtsim::model;
using bytecode::Opcode;

/// A function under construction; `function()` gives the view that the compiler has.
class CodeBench {
public:
  FunctionCode code;

  explicit CodeBench(uint32_t slots = 64, uint32_t constants = 0) {
    code.frameSlots = slots;
    code.constants.assign(constants, 7);
  }
  CodeBench &op(Opcode opcode, uint32_t aux, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) {
    code.code.push_back({uint16_t(opcode), uint16_t(aux), a, b, c});
    return *this;
  }
  CodeBench &op2(Opcode opcode, uint32_t flags, uint32_t a, uint32_t b, uint32_t c, Extension e) {
    op(opcode, flags, a, b, c);
    Instr unit;
    std::memcpy(static_cast<void *>(&unit), &e, sizeof unit);
    code.code.push_back(unit);
    return *this;
  }
  const Function &function() {
    Function &fn = *view;
    fn.code = code.code.data();
    fn.codeUnits = uint32_t(code.code.size());
    fn.constants = code.constants.data();
    fn.constantSlots = uint32_t(code.constants.size());
    fn.frameBytes = uint32_t(sizeof(Frame)) + code.frameSlots * 8;
    fn.argumentSlots = code.argumentSlots;
    fn.resultSlot = code.resultSlot;
    fn.resultSlots = code.resultSlots;
    fn.maySuspend = code.maySuspend;
    fn.waits = code.waits;
    fn.calls = code.calls;
    fn.forks = code.forks;
    fn.switches = code.switches;
    fn.callSites = code.callSites;
    fn.types = code.types;
    fn.texts = code.texts;
    fn.lines = code.lines;
    return fn;
  }

private:
  std::unique_ptr<Function> view = std::make_unique<Function>();
};

} // namespace circtsim::test

#endif

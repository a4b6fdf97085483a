//===- EmitterTest.cpp - every opcode becomes valid LLVM IR -------------------===//
//
// One function per opcode, two-state and four-state where it has both forms, for small,
// wide and long values: the operands follow from the signatures of Opcodes.def. LLVM's verifier judges, and
// the passes run over all of it.
//
//===----------------------------------------------------------------------===//
#include "CodeBench.h"

#include "llvm/ExecutionEngine/Orc/JITTargetMachineBuilder.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::test;

namespace {

std::unique_ptr<llvm::TargetMachine> hostMachine() {
  llvm::InitializeNativeTarget();
  llvm::InitializeNativeTargetAsmPrinter();
  return llvm::cantFail(
      llvm::cantFail(llvm::orc::JITTargetMachineBuilder::detectHost()).createTargetMachine());
}

/// Value of one operand field: slots are far apart. Wide values begin at bit 0.
uint32_t operandFor(char letter, uint32_t field, uint32_t end, uint32_t width) {
  switch (letter) {
  case 'j':
    return end;
  case 'k':
    return field < 3 ? 1 : field < 5 || width <= 64 ? width : 0;
  case 'i':
    return SelfInstance;
  case '-':
  case 'o':
  case 's':
  case 'p':
  case 'f':
  case 'q':
    return 0;
  default:
    return 8 + field * 40;
  }
}

/// The opcode once, and a Return behind it.
CodeBench single(Opcode opcode, bool isFour, uint32_t width) {
  const bytecode::OpcodeInfo &info = bytecode::infoOf(opcode);
  Instr instr{uint16_t(opcode), uint16_t(info.units == 1 ? 8 : isFour ? FlagFour : 0)};
  Extension ext;
  for (uint32_t i = 0; i != info.signature.size(); ++i)
    bytecode::setField(instr, &ext, bytecode::Field(i),
                       operandFor(info.signature[i], i, info.units, width));
  if (opcode == Opcode::ReplW)
    ext.e1 = 2;
  CodeBench bench(1400);
  bench.code.maySuspend = true;
  bench.code.waits.push_back({{EventTerm{}}});
  bench.code.calls.emplace_back();
  bench.code.forks.emplace_back();
  bench.code.switches.push_back({{{1, info.units}, {5, info.units}}, 0, {}});
  bench.code.types.push_back(0);
  bench.code.texts.push_back("text");
  if (info.units == 1)
    bench.op(opcode, instr.aux, instr.a, instr.b, instr.c);
  else
    bench.op2(opcode, instr.aux, instr.a, instr.b, instr.c, ext);
  bench.op(Opcode::Return, 0);
  return bench;
}

TEST(Emitters, EveryOpcodeHasOne) {
  EXPECT_EQ(codegen::emitterCount(), bytecode::NumOpcodes);
}

class EmittedOpcodes : public testing::TestWithParam<codegen::EmitOptions> {};

TEST_P(EmittedOpcodes, AreValid) {
  static constexpr codegen::CodeVersion versions[] = {
      {}, {.hasGuardEntries = true}, {.assumesKnown = true}};
  llvm::LLVMContext context;
  auto machine = hostMachine();
  auto module = codegen::newModule(context, "opcodes", *machine);
  for (unsigned i = 0; i != bytecode::NumOpcodes; ++i)
    for (bool isFour : {false, true})
      for (uint32_t width : {8, 200, 1200})
        for (codegen::CodeVersion version : versions) {
          if (width > 64 && (GetParam().countInstructions || version != versions[0]))
            continue; // these do not concern wide values
          CodeBench bench = single(Opcode(i), isFour, width);
          bench.code.resultSlot = operandFor('D', 0, 0, 8); // results are used
          bench.code.resultSlots = 3;
          std::string name = (bytecode::nameOf(Opcode(i)).data() + llvm::Twine(isFour ? ".4." : ".2.") +
                              llvm::Twine(width) + (version.assumesKnown      ? ".known"
                                                    : version.hasGuardEntries ? ".four"
                                                                              : ""))
                                 .str();
          llvm::Function *function = codegen::emitFunction(
              *module, bench.function(), codegen::Callees(), name, GetParam(), version);
          std::string problem;
          llvm::raw_string_ostream out(problem);
          EXPECT_FALSE(llvm::verifyFunction(*function, &out)) << name << ": " << problem;
        }
  ASSERT_FALSE(HasFailure()) << "the passes take valid code only";
  codegen::Optimiser(*machine, codegen::Optimiser::Effort::Quick).run(*module);
  EXPECT_FALSE(llvm::verifyModule(*module, &llvm::errs()));
  codegen::Optimiser(*machine).run(*module);
  EXPECT_FALSE(llvm::verifyModule(*module, &llvm::errs()));
}

INSTANTIATE_TEST_SUITE_P(Options, EmittedOpcodes,
                         testing::Values(codegen::EmitOptions{false, false},
                                         codegen::EmitOptions{true, false},
                                         codegen::EmitOptions{false, true},
                                         codegen::EmitOptions{true, true}));

TEST(Symbols, KeepWhatAssemblersTake) {
  EXPECT_EQ(codegen::symbolFor("top.u1.always#3", 7), "sv.top.u1.always_3.7");
  EXPECT_EQ(codegen::symbolFor("a[2].\\x+y ", 0), "sv.a_2_._x_y_.0");
  EXPECT_NE(codegen::symbolFor("same", 1), codegen::symbolFor("same", 2));
}

} // namespace

//===- CoverageTest.cpp - every opcode is tested and has a handler ------------===//
#include "Assembler.h"

#include <gtest/gtest.h>

using namespace circtsim::test;

namespace {

TEST(Opcodes, EveryOneHasAHandler) {
  EXPECT_EQ(circtsim::exec::handlerCount(), bytecode::NumOpcodes);
}

/// After all tests of a complete run: no opcode was left out.
class AllEmitted : public testing::Environment {
  void TearDown() override {
    if (testing::UnitTest::GetInstance()->test_to_run_count() <
        testing::UnitTest::GetInstance()->total_test_count() -
            testing::UnitTest::GetInstance()->disabled_test_count())
      return;
    for (unsigned i = 0; i != bytecode::NumOpcodes; ++i)
      EXPECT_TRUE(emittedOpcodes().count(Opcode(i)))
          << bytecode::nameOf(Opcode(i)) << " is in no test";
  }
};

const testing::Environment *const allEmitted =
    testing::AddGlobalTestEnvironment(new AllEmitted);

} // namespace

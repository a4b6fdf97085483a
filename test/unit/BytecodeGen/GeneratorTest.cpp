// Declaring modules: FuncIds, laziness, late functions, positions.
#include "Bytecode/Gen/Generator.h"
#include "Bytecode/Verifier.h"

#include "mlir/Parser/Parser.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::bytecode;

namespace {
struct GeneratorTest : testing::Test {
  GeneratorTest() {
    context
        .loadDialect<csim::CsimDialect, mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect>();
  }
  void parse(const char *text) {
    design = mlir::parseSourceString<mlir::ModuleOp>(text, &context);
    ASSERT_TRUE(design);
  }
  csim::ModuleOp module(const char *name) { return design->lookupSymbol<csim::ModuleOp>(name); }
  static NameTables names() {
    auto none = [](llvm::StringRef) { return std::optional<uint32_t>(); };
    return {none, none};
  }
  mlir::MLIRContext context;
  mlir::OwningOpRef<mlir::ModuleOp> design;
  model::DesignImage image;
  Generator generator{image, names()};
};
} // namespace

TEST_F(GeneratorTest, functionsAreGeneratedWhenAskedFor) {
  parse(R"(csim.module module @m {
    csim.process initial "p" { csim.halt }
    csim.func @f() { csim.return }
    csim.func @lazy()
  })");
  model::ModuleId id = generator.declareModule(module("m"));
  ASSERT_EQ(id, 0u);
  ASSERT_EQ(image.functions.size(), 3u);
  for (const model::FunctionImage &function : image.functions)
    EXPECT_FALSE(function.isMaterialised);
  ASSERT_TRUE(succeeded(generator.generateModule(module("m"))));
  EXPECT_TRUE(image.functions[0].isMaterialised);
  EXPECT_TRUE(image.functions[1].isMaterialised);
  EXPECT_FALSE(image.functions[2].isMaterialised) << "it has no body yet";

  csim::FuncOp lazy = generator.functionOp(2);
  ASSERT_TRUE(lazy);
  EXPECT_EQ(lazy.getSymName(), "lazy");
  EXPECT_FALSE(generator.functionOp(0)) << "a process";
  mlir::OpBuilder builder(lazy.getBody());
  builder.setInsertionPointToEnd(lazy.addEntryBlock());
  csim::ReturnOp::create(builder, lazy.getLoc());
  EXPECT_TRUE(succeeded(generator.generateFunction(lazy)));
  EXPECT_TRUE(image.functions[2].isMaterialised);
  EXPECT_TRUE(verifyImage(image).empty());
}

TEST_F(GeneratorTest, functionsMayBeAddedLater) {
  parse("csim.module module @m { csim.func @f() { csim.return } }");
  generator.declareModule(module("m"));
  mlir::OpBuilder builder = mlir::OpBuilder::atBlockEnd(module("m").getBodyBlock());
  auto late =
      csim::FuncOp::create(builder, design->getLoc(), "late", builder.getFunctionType({}, {}));
  generator.declareModule(module("m"));
  EXPECT_EQ(late.getFid(), 1u);
  EXPECT_EQ(image.functions[1].name, "m.late");
  EXPECT_EQ(image.modules.size(), 1u);
}

TEST_F(GeneratorTest, childrenBeforeParentsInAnyOrder) {
  parse(R"(
    csim.module module @top { csim.instance @u of @leaf [] csim.instance @v of @leaf [] }
    csim.module module @leaf { csim.signal @x variable : i8 }
    csim.top "top" of @top
  )");
  ASSERT_TRUE(succeeded(generator.generateDesign(*design)));
  ASSERT_EQ(image.modules.size(), 2u);
  ASSERT_EQ(image.modules[0].children.size(), 2u);
  EXPECT_EQ(image.modules[image.modules[0].children[0].module].name, "leaf");
  ASSERT_EQ(image.tops.size(), 1u);
  EXPECT_EQ(image.tops[0].module, 0u);
}

TEST_F(GeneratorTest, namesBeforeTheirUsers) {
  // A driver and a process may stand before the port or external name they use.
  parse(R"(csim.module module @m {
    csim.signal @x wire : i8
    csim.driver @d net @x : i8
    csim.driver @e net @far : i8
    csim.process assign "a" static sensitivity [#csim.event_term<@x, any>] { csim.return }
    csim.port "x" output @x
    csim.extern_signal @far up 1 ["y"] : i8
  })");
  ASSERT_NE(generator.declareModule(module("m")), model::NoId);
  const model::ModuleImage &m = image.modules[0];
  EXPECT_EQ(m.drivers[0].netKind, model::SignalOperand::Slot);
  EXPECT_EQ(m.drivers[0].net, m.ports[0].slot);
  EXPECT_EQ(m.drivers[1].netKind, model::SignalOperand::Slot);
  EXPECT_EQ(m.processes[0].sensitivity[0].kind, model::SignalOperand::Slot);
}

TEST_F(GeneratorTest, signalFlags) {
  parse(R"(csim.module module @m {
    csim.signal @a variable : i8
    csim.signal @b wire implicit : !csim.logic<8>
    csim.signal @c variable parameter : !csim.logic<8>
    csim.port "b" inout @b
  })");
  generator.declareModule(module("m"));
  const auto &signals = image.modules[0].signals;
  EXPECT_EQ(signals[0].flags, model::SignalTwoState);
  EXPECT_EQ(signals[1].flags, model::SignalImplicit | model::SignalIsPort);
  EXPECT_EQ(signals[2].flags, model::SignalIsParameter);
}

TEST_F(GeneratorTest, suspension) {
  parse(R"(csim.module module @m {
    csim.func @task() attributes {task} { csim.return }
    csim.func @calls() { csim.call @task() : () -> () csim.return }
    csim.func @waits(%t: i64) { csim.wait_delay %t csim.return }
    csim.func @detaches() { csim.fork none [@task()] csim.return }
    csim.func @joins() { csim.fork all [@task()] csim.return }
  })");
  generator.declareModule(module("m"));
  ASSERT_TRUE(succeeded(generator.generateModule(module("m"))));
  bool expected[] = {false, true, true, false, true};
  for (size_t i = 0; i < 5; ++i)
    EXPECT_EQ(image.functions[i].code.maySuspend, expected[i]) << image.functions[i].name;
}

TEST_F(GeneratorTest, failuresLeaveTheFunctionUnmade) {
  parse(R"(csim.module module @m { csim.func @f() {
    csim.syscall "$nosuch"() []
    csim.return
  } })");
  mlir::ScopedDiagnosticHandler quiet(&context, [](mlir::Diagnostic &) { return mlir::success(); });
  generator.declareModule(module("m"));
  EXPECT_TRUE(failed(generator.generateModule(module("m"))));
  EXPECT_FALSE(image.functions[0].isMaterialised);
}

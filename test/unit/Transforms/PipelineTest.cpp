// The pipeline as its users call it: stages by name, one function at a time.
#include "Transforms/Pipeline.h"
#include "Transforms/Passes.h"

#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::transforms;

namespace {
struct PipelineTest : testing::Test {
  PipelineTest() {
    context
        .loadDialect<csim::CsimDialect, mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect>();
    design = mlir::parseSourceString<mlir::ModuleOp>(R"(csim.module module @m {
      csim.signal @a variable : i8
      csim.signal @b wire : i8
      csim.signal @c variable : i8
      csim.port "c" output @c
      csim.func @f() -> i8 {
        %l = csim.local : !csim.ref<i8>
        %0 = csim.load %l : !csim.ref<i8>
        csim.return %0 : i8
      }
      csim.func @g() -> i8 {
        %l = csim.local : !csim.ref<i8>
        %0 = csim.load %l : !csim.ref<i8>
        csim.return %0 : i8
      }
      csim.func @none()
    })",
                                                     &context);
  }
  csim::FuncOp function(llvm::StringRef name) { return module().lookupSymbol<csim::FuncOp>(name); }
  csim::ModuleOp module() { return design->lookupSymbol<csim::ModuleOp>("m"); }
  static bool hasLocals(csim::FuncOp function) {
    return !function.getBody().getOps<csim::LocalOp>().empty();
  }
  mlir::MLIRContext context;
  mlir::OwningOpRef<mlir::ModuleOp> design;
};
} // namespace

TEST_F(PipelineTest, stagesAreReportedInOrder) {
  std::vector<llvm::StringRef> seen;
  Pipeline(&context).run(*design, [&](llvm::StringRef stage) { seen.push_back(stage); });
  EXPECT_EQ(llvm::ArrayRef(seen), Pipeline::stageNames());
  EXPECT_TRUE(succeeded(mlir::verify(*design)));
}

TEST_F(PipelineTest, oneFunctionAtATime) {
  Pipeline pipeline(&context);
  pipeline.run(function("f"));
  EXPECT_FALSE(hasLocals(function("f")));
  EXPECT_TRUE(hasLocals(function("g")));
  pipeline.run(function("none"));
  pipeline.run(*design);
  EXPECT_FALSE(hasLocals(function("g")));
}

TEST_F(PipelineTest, privateSignals) {
  PrivateSignals privates(module());
  auto name = [&](const char *text) { return mlir::StringAttr::get(&context, text); };
  EXPECT_TRUE(privates.contains(name("a")));
  EXPECT_FALSE(privates.contains(name("b"))) << "a net";
  EXPECT_FALSE(privates.contains(name("c"))) << "a port";
}

TEST_F(PipelineTest, manyLocalsStayLinear) {
  // Thousands of variables in thousands of blocks: a pass that walks the body per
  // variable would not finish in reasonable time.
  mlir::OpBuilder b = mlir::OpBuilder::atBlockEnd(module().getBodyBlock());
  mlir::Location loc = b.getUnknownLoc();
  auto f = csim::FuncOp::create(b, loc, "big", b.getFunctionType({b.getI1Type()}, {}));
  mlir::Block *block = f.addEntryBlock();
  mlir::Value condition = block->getArgument(0);
  for (int i = 0; i < 4000; ++i) {
    b.setInsertionPointToEnd(block);
    mlir::Value local = csim::LocalOp::create(b, loc, b.getI8Type());
    mlir::Block *then = f.addBlock(), *next = f.addBlock();
    mlir::cf::CondBranchOp::create(b, loc, condition, then, mlir::ValueRange(), next,
                                   mlir::ValueRange());
    b.setInsertionPointToEnd(then);
    mlir::Value k = mlir::arith::ConstantOp::create(b, loc, b.getI8IntegerAttr(int8_t(i)));
    csim::StoreOp::create(b, loc, k, local);
    mlir::cf::BranchOp::create(b, loc, next);
    b.setInsertionPointToEnd(next);
    mlir::Value v = csim::LoadOp::create(b, loc, local);
    mlir::Value a = csim::AddrOp::create(b, loc, "a", b.getI8Type());
    csim::StoreOp::create(b, loc, v, a);
    block = next;
  }
  b.setInsertionPointToEnd(block);
  csim::ReturnOp::create(b, loc);
  promoteLocals(f.getBody());
  EXPECT_FALSE(hasLocals(f));
  EXPECT_TRUE(succeeded(mlir::verify(f)));
}

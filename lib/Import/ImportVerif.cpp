//===- ImportVerif.cpp - assertions ----------------------------------------------===//
//
// Properties that are one bit. One with a clock is checked at its edges. One without is
// checked after each change of what it reads, when the changes of the time step have
// settled: in the inactive region. Temporal properties are not executed.
//
//===----------------------------------------------------------------------===//

#include "Import/Procedure.h"

#include "IR/Circt/Verif/Verif.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct VerifImport : DialectImport {
  bool isIgnored(Operation *op) const override {
    return isa<verif::CoverOp, verif::ClockedCoverOp, verif::FormalOp>(op);
  }
  bool isDropped(Operation *op) const override { return isIgnored(op); }
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
  LogicalResult emit(Operation *op, Procedure &code) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeVerifImport() { return std::make_unique<VerifImport>(); }

static LogicalResult rejectTemporal(Value property) {
  if (property.getType().isInteger(1))
    return success();
  return emitError(property.getLoc())
         << "unsupported: temporal property (IEEE 1800-2023 16.12)";
}

/// Reports a property that does not hold though it is enabled.
static void check(Operation *op, Value property, Value enable, StringAttr label, Procedure &code) {
  Value fails = arith::XOrIOp::create(code.builder, code.loc, code.value(property),
                                      code.constant(1, 1));
  if (enable)
    fails = arith::AndIOp::create(code.builder, code.loc, fails, code.value(enable));
  bool isAssumption = isa<verif::AssumeOp, verif::ClockedAssumeOp>(op);
  std::string text = isAssumption ? "Assumption failed" : "Assertion failed";
  if (label && !label.empty())
    text += ": " + label.getValue().str();
  code.emitIf(fails, [&] {
    MLIRContext *context = op->getContext();
    code.systemCall("$error", {},
                    csim::ArgAttr::get(context, csim::ArgKind::Literal, false, Type(),
                                       StringAttr::get(context, text), SymbolRefAttr()));
  });
}

template <typename Op> static LogicalResult emitCheck(Op op, Procedure &code) {
  if (failed(rejectTemporal(op.getProperty())))
    return failure();
  check(op, op.getProperty(), op.getEnable(), op.getLabelAttr(), code);
  return success();
}

LogicalResult VerifImport::emit(Operation *op, Procedure &code) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case<verif::AssertOp, verif::AssumeOp>([&](auto property) {
        return emitCheck(property, code);
      })
      .Case([&](verif::CoverOp) { return code.module.noteDropped(op), success(); })
      .Default(failure());
}

template <typename Op> static LogicalResult declareClocked(Op op, ModuleImport &module) {
  if (failed(rejectTemporal(op.getProperty())))
    return failure();
  capture(module, op.getProperty());
  if (op.getEnable())
    capture(module, op.getEnable());
  csim::Edge edge = op.getEdge() == verif::ClockEdge::Pos   ? csim::Edge::Pos
                    : op.getEdge() == verif::ClockEdge::Neg ? csim::Edge::Neg
                                                            : csim::Edge::Both;
  module.addProcedure(op.getLoc(), csim::ProcessKind::AlwaysFF, {{op.getClock(), edge}},
                      [=](Procedure &code) mutable {
                        check(op, op.getProperty(), op.getEnable(), op.getLabelAttr(), code);
                        csim::ReturnOp::create(code.builder, code.loc);
                        return success();
                      });
  return success();
}

template <typename Op> static LogicalResult declareSettled(Op op, ModuleImport &module) {
  if (failed(rejectTemporal(op.getProperty())))
    return failure();
  SmallVector<Value> watched = {op.getProperty()};
  if (op.getEnable())
    watched.push_back(op.getEnable());
  for (Value value : watched)
    capture(module, value);
  module.addProcedure(op.getLoc(), csim::ProcessKind::Initial, {}, [=](Procedure &code) mutable {
    Block *again = code.newBlock();
    cf::BranchOp::create(code.builder, code.loc, again);
    code.goOnIn(again);
    csim::WaitDelayOp::create(code.builder, code.loc, code.constant(64, 0));
    check(op, op.getProperty(), op.getEnable(), op.getLabelAttr(), code);
    SmallVector<Value> places;
    for (Value value : watched)
      if (Signal home = code.module.homeOf(code.module.resolve(value)))
        places.push_back(code.addressOf(home));
    if (places.empty()) {
      csim::HaltOp::create(code.builder, code.loc);
      return success();
    }
    SmallVector<csim::Edge> edges(places.size(), csim::Edge::AnyChange);
    csim::WaitEventOp::create(code.builder, code.loc, edges, places);
    cf::BranchOp::create(code.builder, code.loc, again);
    return success();
  });
  return success();
}

LogicalResult VerifImport::declare(Operation *op, ModuleImport &module) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case<verif::ClockedAssertOp, verif::ClockedAssumeOp>(
          [&](auto property) { return declareClocked(property, module); })
      .Case<verif::AssertOp, verif::AssumeOp>(
          [&](auto property) { return declareSettled(property, module); })
      .Default(failure());
}

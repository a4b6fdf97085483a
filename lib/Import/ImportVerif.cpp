//===- ImportVerif.cpp - assertions and properties -------------------------------===//
//
// A property with a clock is checked at its edges (Monitor.h). One bit without a clock is
// checked after each change of what it reads, when the changes of the time step have
// settled: in the inactive region. `ltl` describes properties; only its values of the past
// are registers.
//
//===----------------------------------------------------------------------===//

#include "Import/Monitor.h"
#include "Import/SVImport.h"

#include "IR/Circt/LTL/LTL.h"
#include "IR/Circt/Verif/Verif.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct VerifImport : DialectImport {
  bool isIgnored(Operation *op) const override {
    return isDropped(op) || isMadeAtUse(op) || isa<verif::SimulationOp>(op);
  }
  bool isDropped(Operation *op) const override {
    return isa<verif::CoverOp, verif::ClockedCoverOp, verif::FormalOp>(op);
  }
  bool isMadeAtUse(Operation *op) const override { return isa<verif::FormatVerilogStringOp>(op); }
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
  LogicalResult emit(Operation *op, Procedure &code) const override;
};

struct LTLImport : DialectImport {
  /// Connectives of bits are bits.
  bool isPure(Operation *op) const override {
    return isa<ltl::AndOp, ltl::OrOp, ltl::IntersectOp>(op) &&
           op->getResult(0).getType().isInteger(1);
  }
  bool isIgnored(Operation *op) const override {
    return !isPure(op) && !isa<ltl::PastOp, ltl::SampledOp>(op);
  }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override {
    Value all = operands[0];
    for (Value next : operands.drop_front())
      all = isa<ltl::OrOp>(op) ? Value(arith::OrIOp::create(p.builder, p.loc, all, next))
                               : Value(arith::AndIOp::create(p.builder, p.loc, all, next));
    results.push_back(all);
    return success();
  }
  Value aliasOf(Operation *op) const override {
    return isa<ltl::SampledOp>(op) ? op->getOperand(0) : Value();
  }
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeVerifImport() { return std::make_unique<VerifImport>(); }
std::unique_ptr<DialectImport> import::makeLTLImport() { return std::make_unique<LTLImport>(); }

// --- Properties of one bit ---------------------------------------------------------------

/// Reports a property that does not hold though it is enabled.
static void check(Operation *op, Value property, Value enable, StringAttr label, Procedure &code) {
  Value fails = arith::XOrIOp::create(code.builder, code.loc, code.value(property),
                                      code.constant(1, 1));
  if (enable)
    fails = arith::AndIOp::create(code.builder, code.loc, fails, code.value(enable));
  code.emitIf(fails, [&] {
    reportFailure(isa<verif::AssumeOp, verif::ClockedAssumeOp>(op),
                  label ? std::optional(label.getValue()) : std::nullopt, {}, {}, code);
  });
}

template <typename Op> static LogicalResult emitCheck(Op op, Procedure &code) {
  if (!op.getProperty().getType().isInteger(1)) {
    code.module.fail();
    return op.emitError("unsupported: temporal property in a procedure (IEEE 1800-2023 16.14.6)");
  }
  check(op, op.getProperty(), op.getEnable(), op.getLabelAttr(), code);
  return success();
}

template <typename Op> static LogicalResult declareSettled(Op op, ModuleImport &module) {
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

// --- Properties with a clock ---------------------------------------------------------------

template <typename Op>
static PropertyCheck checkOf(Op op, std::optional<ClockEvent> event) {
  return {op, op.getProperty(), event, op.getEnable(), {}, op.getLabel().value_or("").str(),
          isa<verif::AssumeOp, verif::ClockedAssumeOp>(op.getOperation())};
}

template <typename Op> static LogicalResult declareClocked(Op op, ModuleImport &module) {
  csim::Edge edge = op.getEdge() == verif::ClockEdge::Pos   ? csim::Edge::Pos
                    : op.getEdge() == verif::ClockEdge::Neg ? csim::Edge::Neg
                                                            : csim::Edge::Both;
  return declareProperty(checkOf(op, ClockEvent{op.getClock(), edge}), module);
}

// --- Resets, text ------------------------------------------------------------------------------

/// Whether a reset has begun, and is over.
static LogicalResult declareHasBeenReset(verif::HasBeenResetOp op, ModuleImport &module) {
  Signal began = module.addSignal(op.getLoc(), "", IntegerType::get(op.getContext(), 1));
  Process &process = module.clocked(op.getLoc(), op.getClock(),
                                    op.getAsync() ? op.getReset() : Value());
  process.uses.push_back(op.getReset());
  process.steps.push_back([=](BodyEmitter &body) mutable {
    Value seen = arith::OrIOp::create(body.builder, op.getLoc(), body.load(began),
                                      body.value(op.getReset()));
    body.assign(seen, began);
  });
  Signal home = module.define(op, "");
  Process &result = module.following(op.getLoc());
  result.uses.push_back(op.getReset());
  result.steps.push_back([=](BodyEmitter &body) mutable {
    Value isOver = arith::XOrIOp::create(body.builder, op.getLoc(), body.value(op.getReset()),
                                         body.pure(op.getLoc()).constant(1, 1));
    body.store(arith::AndIOp::create(body.builder, op.getLoc(), body.load(began), isOver), home);
  });
  return success();
}

static LogicalResult emitText(verif::FormatVerilogStringOp op, Procedure &code) {
  MLIRContext *context = op.getContext();
  SmallVector<Attribute> info = {
      csim::ArgAttr::get(context, csim::ArgKind::Literal, false, Type(), op.getFormatStringAttr(),
                         SymbolRefAttr())};
  SmallVector<Value> values = code.values(op.getSubstitutions());
  for (Value value : values)
    info.push_back(csim::ArgAttr::get(
        context,
        isa<csim::StringType>(value.getType()) ? csim::ArgKind::String : csim::ArgKind::Bits, false,
        Type(), StringAttr(), SymbolRefAttr()));
  code.define(op, code.systemCall("$sformatf", values, info, csim::StringType::get(context)));
  return success();
}

/// To the standard error stream.
static LogicalResult emitPrint(verif::PrintOp op, Procedure &code) {
  MLIRContext *context = op.getContext();
  auto argument = [&](csim::ArgKind kind, StringRef text = {}) -> Attribute {
    return csim::ArgAttr::get(context, kind, false, Type(),
                              text.empty() ? StringAttr() : StringAttr::get(context, text),
                              SymbolRefAttr());
  };
  code.systemCall("$fwrite", {code.constant(32, 0x80000002u), code.value(op.getString())},
                  {argument(csim::ArgKind::Bits), argument(csim::ArgKind::Literal, "%s"),
                   argument(csim::ArgKind::String)});
  return success();
}

LogicalResult VerifImport::emit(Operation *op, Procedure &code) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case<verif::AssertOp, verif::AssumeOp>([&](auto property) {
        return emitCheck(property, code);
      })
      .Case([&](verif::CoverOp) { return code.module.noteDropped(op), success(); })
      .Case([&](verif::FormatVerilogStringOp text) { return emitText(text, code); })
      .Case([&](verif::PrintOp print) { return emitPrint(print, code); })
      .Default(failure());
}

LogicalResult VerifImport::declare(Operation *op, ModuleImport &module) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case<verif::ClockedAssertOp, verif::ClockedAssumeOp>(
          [&](auto property) { return declareClocked(property, module); })
      .Case<verif::AssertOp, verif::AssumeOp>([&](auto property) {
        if (property.getProperty().getType().isInteger(1))
          return declareSettled(property, module);
        return declareProperty(checkOf(property, std::nullopt), module);
      })
      .Case([&](verif::HasBeenResetOp reset) { return declareHasBeenReset(reset, module); })
      .Default(failure());
}

// --- Values of the past ------------------------------------------------------------------------

LogicalResult LTLImport::declare(Operation *op, ModuleImport &module) const {
  auto past = cast<ltl::PastOp>(op);
  if (!past.getClk())
    return op->emitError("unsupported: operation 'ltl.past' without a clock (IEEE 1800-2023 16.9.3)");
  if (past.getDelay() == 0 || past.getDelay() > 4096)
    return op->emitError("unsupported: operation 'ltl.past' over so many edges");
  SmallVector<Signal> chain;
  for (int64_t i = 1; i < int64_t(past.getDelay()); ++i)
    chain.push_back(module.addSignal(op->getLoc(), "", past.getType()));
  chain.push_back(module.define(past, ""));
  Process &process = module.clocked(op->getLoc(), past.getClk());
  process.uses.push_back(past.getInput());
  process.steps.push_back([=](BodyEmitter &body) mutable {
    Value next = body.value(past.getInput());
    for (Signal each : chain) {
      Value old = body.load(each);
      body.assign(next, each);
      next = old;
    }
  });
  return success();
}

//===- SVProcesses.cpp - procedures of sv -------------------------------------===//
//
// A procedure at edges whose assignments are all nonblocking is part of a process that
// computes the values it reads from outside first, all of them, and then follows its
// control flow: logic that only it needs is executed at the edges alone. If it only assigns,
// it shares the process with the registers of the same clock.
//
// All others load values of the module where they use them. `always` without events is
// always_comb: nothing is unknown that would have to become known first.
//
//===----------------------------------------------------------------------===//

#include "Import/Monitor.h"
#include "Import/SVImport.h"

#include "IR/Circt/SV/SV.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

using Triggers = SmallVector<std::pair<Value, csim::Edge>>;

static csim::Edge edgeOf(sv::EventControl event) {
  return event == sv::EventControl::AtPosEdge   ? csim::Edge::Pos
         : event == sv::EventControl::AtNegEdge ? csim::Edge::Neg
                                                : csim::Edge::Both;
}

// --- Processes at edges ------------------------------------------------------------------

/// Whether code can change what values depend on that were computed before it.
static bool changesAtOnce(Operation *op) {
  return op->walk([](Operation *inner) {
             return isa<sv::BPAssignOp, sv::DepositOp, sv::ReadMemOp, sv::LogicOp, sv::RegOp,
                        sv::ForceOp, sv::ReleaseOp, func::CallOp>(inner)
                        ? WalkResult::interrupt()
                        : WalkResult::advance();
           })
      .wasInterrupted();
}

/// Whether code does nothing but compute and assign.
static bool onlyAssigns(Operation *op, const DialectTable &dialects) {
  return !op->walk([&](Operation *inner) {
            const DialectImport *dialect = dialects.find(inner);
            bool isPlain = inner == op || (dialect && dialect->isPure(inner)) || isSVPart(inner) ||
                           isa<sv::PAssignOp, sv::IfOp, sv::CaseOp, sv::ForOp, sv::ReadInOutOp>(inner);
            return isPlain ? WalkResult::advance() : WalkResult::interrupt();
          }).wasInterrupted();
}

static void collectUses(Value value, ModuleImport &module, SetVector<Value> &uses) {
  forEachSource(module, value, [&](Value source) { uses.insert(source); });
}

/// The process of registers with these events, or a new one.
static Process &processFor(Operation *op, const Triggers &triggers, ModuleImport &module) {
  bool isRising = llvm::all_of(triggers, [](auto &each) { return each.second == csim::Edge::Pos; });
  if (isRising && triggers.size() <= 2 && onlyAssigns(op, module.dialects()))
    return module.clocked(op->getLoc(), triggers[0].first,
                          triggers.size() == 2 ? triggers[1].first : Value());
  Process &process = module.following(op->getLoc());
  process.kind = csim::ProcessKind::AlwaysFF;
  for (auto [value, edge] : triggers) {
    module.place(value);
    process.triggers.push_back({module.resolve(value), edge});
  }
  return process;
}

LogicalResult import::declareAtEdges(Operation *op, ArrayRef<std::pair<Value, csim::Edge>> triggers,
                                     ArrayRef<Value> operands, ModuleImport &module,
                                     std::function<LogicalResult(Procedure &)> emit) {
  if (changesAtOnce(op)) {
    for (Value operand : operands)
      capture(module, operand);
    for (Region &region : op->getRegions())
      capture(module, region);
    module.addProcedure(op->getLoc(), csim::ProcessKind::Always, triggers,
                        [=](Procedure &code) mutable {
                          code.isActivation = true;
                          LogicalResult done = emit(code);
                          csim::ReturnOp::create(code.builder, code.loc);
                          return done;
                        });
    return success();
  }
  SetVector<Value> uses;
  for (Value operand : operands)
    collectUses(operand, module, uses);
  op->walk([&](Operation *inner) {
    for (Value operand : inner->getOperands())
      if (inner != op && operand.getParentRegion() == op->getParentRegion())
        collectUses(operand, module, uses);
  });
  Process &process = processFor(op, Triggers(triggers), module);
  process.uses.append(uses.begin(), uses.end());
  process.steps.push_back([=, &module](BodyEmitter &body) mutable {
    Block *here = body.builder.getInsertionBlock();
    Procedure code(module, *here->getParent());
    code.goOnIn(here);
    code.loc = op->getLoc();
    code.isActivation = true;
    for (Value use : uses)
      code.define(use, body.value(use));
    if (failed(emit(code)))
      module.fail();
    body.builder.setInsertionPointToEnd(code.builder.getInsertionBlock());
  });
  return success();
}

// --- always ---------------------------------------------------------------------------------

static LogicalResult declareFollowing(Operation *op, ModuleImport &module) {
  capture(module, op->getRegion(0));
  module.addProcedure(op->getLoc(), csim::ProcessKind::AlwaysComb, {}, [=](Procedure &code) {
    code.isActivation = true;
    LogicalResult done = code.inlineBlock(op->getRegion(0).front());
    csim::ReturnOp::create(code.builder, code.loc);
    return done;
  });
  return success();
}

static LogicalResult declareAlways(sv::AlwaysOp op, ModuleImport &module) {
  if (op.getClocks().empty())
    return declareFollowing(op, module);
  Triggers triggers;
  for (auto [event, clock] : llvm::zip(op.getEvents().getAsRange<sv::EventControlAttr>(),
                                       op.getClocks()))
    triggers.push_back({clock, edgeOf(event.getValue())});
  return declareAtEdges(op, triggers, {}, module, [=](Procedure &code) mutable {
    return code.inlineBlock(op.getBody().front());
  });
}

/// The reset's region is executed instead while the reset has the level of its edge.
static LogicalResult emitWithReset(sv::AlwaysFFOp op, Procedure &code) {
  Value isReset = code.value(op.getReset());
  if (op.getResetEdge() == sv::EventControl::AtNegEdge)
    isReset = arith::XOrIOp::create(code.builder, code.loc, isReset, code.constant(1, 1));
  return code.emitChoice(
      isReset, [&] { return code.inlineBlock(op.getResetBlk().front()); },
      [&] { return code.inlineBlock(op.getBodyBlk().front()); });
}

static LogicalResult declareAlwaysFF(sv::AlwaysFFOp op, ModuleImport &module) {
  Triggers triggers = {{op.getClock(), edgeOf(op.getClockEdge())}};
  if (op.getResetStyle() == sv::ResetType::NoReset || op.getResetBlk().empty())
    return declareAtEdges(op, triggers, {}, module, [=](Procedure &code) mutable {
      return code.inlineBlock(op.getBodyBlk().front());
    });
  if (op.getResetStyle() == sv::ResetType::AsyncReset)
    triggers.push_back({op.getReset(), edgeOf(*op.getResetEdge())});
  return declareAtEdges(op, triggers, {op.getReset()}, module,
                        [=](Procedure &code) { return emitWithReset(op, code); });
}

static LogicalResult declareInitial(sv::InitialOp op, ModuleImport &module) {
  capture(module, op.getBody());
  module.addProcedure(op.getLoc(), csim::ProcessKind::Initial, {}, [=](Procedure &code) mutable {
    LogicalResult done = code.inlineBlock(op.getBody().front());
    csim::HaltOp::create(code.builder, code.loc);
    return done;
  });
  return success();
}

// --- Checks ----------------------------------------------------------------------------------

template <typename Op> static LogicalResult declareConcurrent(Op op, ModuleImport &module) {
  SmallVector<Value> operands = {op.getProperty()};
  llvm::append_range(operands, op.getSubstitutions());
  bool isAssumption = isa<sv::AssumeConcurrentOp>(op);
  return declareAtEdges(
      op, {{op.getClock(), edgeOf(op.getEvent())}}, operands, module, [=](Procedure &code) mutable {
        Value fails = arith::XOrIOp::create(code.builder, code.loc, code.value(op.getProperty()),
                                            code.constant(1, 1));
        code.emitIf(fails, [&] {
          reportFailure(isAssumption, op.getLabel(), op.getMessage(), op.getSubstitutions(), code);
        });
        return success();
      });
}

template <typename Op> static LogicalResult declareTemporal(Op op, ModuleImport &module) {
  std::optional<ClockEvent> event;
  if (op.getClock())
    event = ClockEvent{op.getClock(), edgeOf(op.getEvent().value_or(sv::EventControl::AtPosEdge))};
  return declareProperty(PropertyCheck{op, op.getProperty(), event, {}, op.getDisable(),
                                       op.getLabel().value_or("").str(),
                                       isa<sv::AssumePropertyOp>(op.getOperation())},
                         module);
}

/// Tasks of elaboration (IEEE 1800-2023 20.11).
static LogicalResult elaborate(Operation *op, std::optional<StringRef> message,
                               ValueRange substitutions) {
  if (!substitutions.empty())
    return op->emitError("unsupported: values in a message of elaboration");
  StringRef text = message.value_or("");
  if (isa<sv::WarningOp>(op))
    op->emitWarning(text);
  else if (isa<sv::InfoOp>(op))
    op->emitRemark(text);
  else
    return op->emitError(text);
  return success();
}

LogicalResult import::declareSVProcess(Operation *op, ModuleImport &module) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](sv::AlwaysOp always) { return declareAlways(always, module); })
      .Case([&](sv::AlwaysFFOp always) { return declareAlwaysFF(always, module); })
      .Case([&](sv::AlwaysCombOp always) { return declareFollowing(always, module); })
      .Case([&](sv::InitialOp initial) { return declareInitial(initial, module); })
      .Case<sv::AssertConcurrentOp, sv::AssumeConcurrentOp>(
          [&](auto check) { return declareConcurrent(check, module); })
      .Case<sv::AssertPropertyOp, sv::AssumePropertyOp>(
          [&](auto check) { return declareTemporal(check, module); })
      .Case<sv::FatalOp, sv::ErrorOp, sv::WarningOp, sv::InfoOp>([&](auto task) {
        return elaborate(op, task.getMessage(), task.getSubstitutions());
      })
      .Default(failure());
}

//===- TestPrograms.cpp - programs that drive models --------------------------===//
//
// A function that instantiates models (arc.sim) is executed by the process of a program, in
// the reactive regions (IEEE 1800-2023 24.3.1). They come when the models have nothing left
// to do at this time; for the models to go on the process has to wait for one of them: `step`
// waits for an answer from a module that does nothing else. All models share the time of the simulation. An
// instance is one of the design: it exists from the start, and is opened once.
//
// `verif.simulation` is a module with a clock and an `init` that is 1 until the first falling
// edge; when it is done at a rising edge, that edge is the last.
//
//===----------------------------------------------------------------------===//

#include "Import/TestPrograms.h"
#include "Import/Procedure.h"

#include "IR/Circt/Arc/Arc.h"
#include "IR/Circt/Verif/Verif.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Parser/Parser.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

// --- Before the import -------------------------------------------------------------------

LogicalResult import::openModels(ModuleOp file) {
  SmallVector<arc::SimInstantiateOp> all;
  file.walk([&](arc::SimInstantiateOp op) { all.push_back(op); });
  if (all.empty())
    return success();
  std::string settler = "hw.module private @\"" + settlerName.str() +
                        "\"(in %ask : i1, out answer : i1) {\n  hw.output %ask : i1\n}\n";
  ParserConfig config(file.getContext(), /*verifyAfterParse=*/false);
  if (failed(parseSourceString(settler, file.getBody(), config)))
    return failure();
  for (arc::SimInstantiateOp op : all) {
    OpBuilder b(op);
    Block &body = op.getBody().front();
    Value opened = arc::SimInstanceOp::create(b, op.getLoc(), body.getArgument(0).getType(),
                                              op.getRuntimeModelAttr());
    body.getArgument(0).replaceAllUsesWith(opened);
    op->getBlock()->getOperations().splice(op->getIterator(), body.getOperations());
    op.erase();
  }
  return success();
}

static bool canWait(Operation *function, SmallPtrSetImpl<Operation *> &seen) {
  if (!function || !seen.insert(function).second)
    return false;
  return function
      ->walk([&](Operation *op) {
        bool waits = isa<arc::SimStepOp, arc::SimSetTimeOp>(op);
        if (auto call = dyn_cast<func::CallOp>(op))
          waits = canWait(SymbolTable::lookupNearestSymbolFrom(op, call.getCalleeAttr()), seen);
        return waits ? WalkResult::interrupt() : WalkResult::advance();
      })
      .wasInterrupted();
}

bool import::canWait(Operation *function) {
  SmallPtrSet<Operation *, 8> seen;
  return ::canWait(function, seen);
}

/// The module that is the test, and the one that drives it.
static std::string simulationText(StringRef name) {
  std::string module = "@\"" + name.str() + "\"", text;
  text = "hw.module " + module +
         "(in %clock : !seq.clock, in %init : i1, out done : i1, out success : i1) {\n"
         "  %f = hw.constant false\n"
         "  hw.output %f, %f : i1, i1\n"
         "}\n"
         "hw.module @\"" + name.str() + "$run\"() {\n"
         "  %f = hw.constant false\n"
         "  %t = hw.constant true\n"
         "  %c = llhd.sig name \"clock\" %f : i1\n"
         "  %i = llhd.sig name \"init\" %t : i1\n"
         "  %clock = llhd.prb %c : i1\n"
         "  %init = llhd.prb %i : i1\n"
         "  %sclock = seq.to_clock %clock\n"
         "  %done, %success = hw.instance \"" + name.str() + "\" " + module +
         "(clock: %sclock: !seq.clock, init: %init: i1) -> (done: i1, success: i1)\n"
         "  llhd.process {\n"
         "    %now = llhd.constant_time <0ns, 0d, 1e>\n"
         "    %half = llhd.constant_time <1ns, 0d, 0e>\n"
         "    llhd.wait delay %half, ^rise(%f : i1)\n"
         "  ^rise(%runs : i1):\n"
         "    %d = comb.and %done, %runs : i1\n"
         "    %s = comb.and %success, %t : i1\n"
         "    llhd.drv %c, %t after %now : i1\n"
         "    llhd.wait delay %half, ^fall(%d, %s : i1, i1)\n"
         "  ^fall(%isDone : i1, %isGood : i1):\n"
         "    cf.cond_br %isDone, ^end, ^on\n"
         "  ^on:\n"
         "    llhd.drv %c, %f after %now : i1\n"
         "    llhd.drv %i, %f after %now : i1\n"
         "    llhd.wait delay %half, ^rise(%t : i1)\n"
         "  ^end:\n"
         "    cf.cond_br %isGood, ^good, ^bad\n"
         "  ^good:\n"
         "    sim.terminate success, quiet\n"
         "    llhd.halt\n"
         "  ^bad:\n"
         "    sim.terminate failure, quiet\n"
         "    llhd.halt\n"
         "  }\n"
         "}\n";
  return text;
}

Operation *import::makeSimulation(Operation *op, SymbolTable &symbols) {
  auto simulation = cast<verif::SimulationOp>(op);
  Block made;
  ParserConfig config(op->getContext(), /*verifyAfterParse=*/false);
  if (failed(parseSourceString(simulationText(simulation.getSymName()), &made, config)))
    return nullptr;
  Operation *test = &made.front(), *driver = test->getNextNode();
  Block &from = simulation.getRegion().front(), &to = test->getRegion(0).front();
  for (auto [argument, port] : llvm::zip(from.getArguments(), to.getArguments()))
    argument.replaceAllUsesWith(port);
  Operation *yield = from.getTerminator(), *output = to.getTerminator();
  output->setOperands(yield->getOperands());
  yield->erase();
  to.getOperations().splice(output->getIterator(), from.getOperations());
  for (Operation *module : {test, driver}) {
    module->remove();
    module->walk([&](Operation *each) {
      if (each == module || module == driver)
        each->setLoc(op->getLoc());
    });
  }
  symbols.erase(op);
  symbols.insert(test);
  symbols.insert(driver);
  return driver;
}

// --- Operations in code --------------------------------------------------------------------

namespace {
struct ArcImport : DialectImport {
  LogicalResult emit(Operation *op, Procedure &code) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeArcImport() { return std::make_unique<ArcImport>(); }

static Attribute literal(StringRef text, Procedure &code) {
  MLIRContext *context = code.builder.getContext();
  return csim::ArgAttr::get(context, csim::ArgKind::Literal, false, Type(),
                            StringAttr::get(context, text), SymbolRefAttr());
}

static void fatal(StringRef text, Procedure &code) {
  Attribute level = csim::ArgAttr::get(code.builder.getContext(), csim::ArgKind::Bits, false,
                                       Type(), StringAttr(), SymbolRefAttr());
  code.systemCall("$fatal", code.constant(32, 1), {level, literal(text, code)});
}

static LogicalResult open(arc::SimInstanceOp op, Procedure &code) {
  FlatSymbolRefAttr model = op.getInstance().getType().getModel();
  if (failed(code.module.addModel(op, model)))
    return failure();
  Value opened = code.addressOf(code.module.addSignal(op.getLoc(), "", code.builder.getI1Type()));
  code.emitIf(code.load(opened), [&] {
    fatal(("model '" + model.getValue() + "' is instantiated a second time").str(), code);
  });
  code.store(code.constant(1, 1), opened);
  return success();
}

/// The signal of a port of the model that an operation names.
static Signal portOf(Operation *op, Value instance, StringAttr name, Procedure &code) {
  auto opened = instance.getDefiningOp<arc::SimInstanceOp>();
  Signal signal = opened ? code.module.portOfModel(opened, name) : Signal();
  if (!signal)
    op->emitError("unsupported: the model is not known where its port is used");
  return signal;
}

/// Until the models have nothing left to do.
static LogicalResult settle(Procedure &code) {
  MLIRContext *context = code.builder.getContext();
  Operation *program = code.module.sourceOp();
  auto ask = StringAttr::get(context, "ask"), answer = StringAttr::get(context, "answer");
  if (!code.module.portOfModel(program, ask) &&
      failed(code.module.addModel(program, FlatSymbolRefAttr::get(context, settlerName))))
    return failure();
  Value question = code.addressOf(code.module.portOfModel(program, ask));
  code.store(arith::XOrIOp::create(code.builder, code.loc, code.load(question),
                                   code.constant(1, 1)),
             question);
  csim::WaitEventOp::create(code.builder, code.loc, {csim::Edge::AnyChange},
                            {code.addressOf(code.module.portOfModel(program, answer))});
  return success();
}

static Value ticksOf(Value femtoseconds, Procedure &code) {
  return arith::DivUIOp::create(code.builder, code.loc, code.value(femtoseconds),
                                code.constant(64, code.module.femtosecondsPerTick()));
}

/// Time passes to what is given; it never goes back.
static void setTime(Value femtoseconds, Procedure &code) {
  Value target = ticksOf(femtoseconds, code);
  Type logic = csim::LogicType::get(code.builder.getContext(), 64);
  Value now = csim::ToBitsOp::create(code.builder, code.loc,
                                     code.systemCall("$time", {}, {}, logic));
  Value isLater = arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::ugt, target,
                                        now);
  code.emitIf(isLater, [&] {
    Value rest = arith::SubIOp::create(code.builder, code.loc, target, now);
    csim::WaitDelayOp::create(code.builder, code.loc, rest);
  });
  Value isEarlier = arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::ult, target,
                                          now);
  code.emitIf(isEarlier, [&] { fatal("the time of a model is set back", code); });
}

static LogicalResult emitValue(arc::SimEmitValueOp op, Procedure &code) {
  std::string text;
  for (char c : op.getValueName())
    text += c == '%' ? std::string("%%") : std::string(1, c);
  Attribute bits = csim::ArgAttr::get(op.getContext(), csim::ArgKind::Bits, false, Type(),
                                      StringAttr(), SymbolRefAttr());
  Value value = code.value(op.getValue());
  if (!isa<IntegerType>(value.getType()))
    return op.emitError("unsupported: value of type ") << op.getValue().getType();
  code.systemCall("$write", value, {literal(text + " = %h\n", code), bits});
  return success();
}

LogicalResult ArcImport::emit(Operation *op, Procedure &code) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](arc::SimInstanceOp instance) { return open(instance, code); })
      .Case([&](arc::SimSetInputOp set) {
        Signal signal = portOf(op, set.getInstance(), set.getInputAttr(), code);
        if (!signal)
          return failure();
        code.store(code.value(set.getValue()), code.addressOf(signal));
        return success();
      })
      .Case([&](arc::SimGetPortOp get) {
        Signal signal = portOf(op, get.getInstance(), get.getPortAttr(), code);
        if (!signal)
          return failure();
        code.define(get, code.load(signal));
        return success();
      })
      .Case([&](arc::SimStepOp step) {
        if (failed(settle(code)))
          return failure();
        if (Value time = step.getTimePostIncrement())
          csim::WaitDelayOp::create(code.builder, code.loc, ticksOf(time, code));
        return success();
      })
      .Case([&](arc::SimSetTimeOp set) { return setTime(set.getTime(), code), success(); })
      .Case([&](arc::SimEmitValueOp value) { return emitValue(value, code); })
      .Default(failure());
}

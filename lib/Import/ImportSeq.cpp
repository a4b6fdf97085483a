//===- ImportSeq.cpp - registers and clocks ------------------------------------===//
//
// A register is a signal and a nonblocking assignment in the process of its clock:
// what is read at an edge is what was there before it. Registers with an
// asynchronous reset share a process of the clock and the reset. Without a preset
// or initial value a register starts at 0. Derived clocks are made by processes of
// their own without delay: their edges belong to the same time, before the
// nonblocking assignments of the clock that they come from.
//
//===----------------------------------------------------------------------===//

#include "Import/Procedure.h"
#include "Import/SeqMemories.h"

#include "IR/Circt/Seq/Seq.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

/// Whether an initial block only computes; one that does not is code.
static bool isPureInitial(Operation *op) {
  auto initial = dyn_cast<seq::InitialOp>(op);
  return initial && llvm::all_of(initial.getBody().front().without_terminator(),
                                 [](Operation &inner) { return isMemoryEffectFree(&inner); });
}

namespace {
struct SeqImport : DialectImport {
  bool isPure(Operation *op) const override {
    return isa<seq::ClockInverterOp, seq::ClockMuxOp, seq::ConstClockOp>(op) ||
           isPureInitial(op);
  }
  Value aliasOf(Operation *op) const override {
    return isa<seq::ToClockOp, seq::FromClockOp, seq::FromImmutableOp>(op) ? op->getOperand(0)
                                                                            : Value();
  }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override;
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeSeqImport() { return std::make_unique<SeqImport>(); }

LogicalResult SeqImport::lower(Operation *op, ValueRange operands, const PureBuilder &p,
                               SmallVectorImpl<Value> &results) const {
  if (auto initial = dyn_cast<seq::InitialOp>(op))
    return p.lowerBlock(initial.getBody().front(), operands, results);
  Value result =
      llvm::TypeSwitch<Operation *, Value>(op)
          .Case([&](seq::ClockInverterOp) -> Value {
            return arith::XOrIOp::create(p.builder, p.loc, operands[0], p.constant(1, 1));
          })
          .Case([&](seq::ClockMuxOp) -> Value {
            return arith::SelectOp::create(p.builder, p.loc, operands[0], operands[1],
                                           operands[2]);
          })
          .Case([&](seq::ConstClockOp clock) {
            return p.constant(1, clock.getValue() == seq::ClockConst::High);
          })
          .Default(Value());
  results.push_back(result);
  return success(bool(result));
}

// --- Registers -------------------------------------------------------------------------

Value import::select(BodyEmitter &body, Value condition, Value yes, Value no) {
  return arith::SelectOp::create(body.builder, condition.getLoc(), condition, yes, no);
}

void import::initialiseTo(ModuleImport &module, Signal signal, Value value) {
  if (value)
    module.initialise([=](BodyEmitter &body) { body.store(body.value(value), signal); });
}

namespace {
/// What the kinds of registers have in common. Null values are absent.
struct Register {
  Value data, next, clock, enable, reset, resetValue;
  bool isAsync = false;
};
} // namespace

static Signal declareRegister(ModuleImport &module, Location loc, const Register &r,
                              StringRef name) {
  Signal state = module.define(r.data, name);
  Process &process = module.clocked(loc, r.clock, r.isAsync ? r.reset : Value());
  for (Value use : {r.next, r.enable, r.reset, r.resetValue})
    if (use)
      process.uses.push_back(use);
  process.steps.push_back([=](BodyEmitter &body) {
    Value next = body.value(r.next);
    if (r.enable)
      next = select(body, body.value(r.enable), next, body.load(state));
    if (r.reset)
      next = select(body, body.value(r.reset), body.value(r.resetValue), next);
    body.assign(next, state);
  });
  return state;
}

static void declareFirReg(seq::FirRegOp op, ModuleImport &module) {
  Register r{op.getData(), op.getNext(),  op.getClk(), {}, op.getReset(), op.getResetValue(),
             op.getIsAsync()};
  Signal state = declareRegister(module, op.getLoc(), r, op.getName());
  if (IntegerAttr preset = op.getPresetAttr()) {
    llvm::APInt value = preset.getValue();
    if (!value.isZero())
      module.initialise([=](BodyEmitter &body) {
        body.store(body.pure(op->getLoc()).constant(value), state);
      });
  }
}

static void declareShiftReg(seq::ShiftRegOp op, ModuleImport &module) {
  unsigned width = module.types.widthOf(op.getData().getType()).value_or(0);
  unsigned count = unsigned(op.getNumElements());
  Signal data = module.define(op.getData(), op.getName().value_or(""));
  if (width == 0)
    return;
  // All elements, the newest lowest; `data` repeats the oldest.
  Type chainType = IntegerType::get(op.getContext(), width * count);
  Signal chain = module.addSignal(op.getLoc(), "", chainType);
  Process &process = module.clocked(op.getLoc(), op.getClk());
  process.uses.append({op.getInput(), op.getClockEnable()});
  if (op.getReset())
    process.uses.append({op.getReset(), op.getResetValue()});
  auto fill = [=](BodyEmitter &body, Value element) -> Value {
    return count == 1 ? element
                      : csim::ReplicateOp::create(body.builder, op->getLoc(), element, count);
  };
  process.steps.push_back([=](BodyEmitter &body) mutable {
    PureBuilder p = body.pure(op.getLoc());
    Value old = body.load(chain), next = body.value(op.getInput());
    if (count > 1)
      next = p.concat({p.extract(old, 0, width * (count - 1)), next}, {1, 1});
    next = select(body, body.value(op.getClockEnable()), next, old);
    if (op.getReset())
      next = select(body, body.value(op.getReset()), fill(body, body.value(op.getResetValue())),
                    next);
    body.assign(next, chain);
    body.assign(p.extract(next, width * (count - 1), width), data);
  });
  if (Value start = op.getPowerOnValue())
    module.initialise([=](BodyEmitter &body) {
      body.store(fill(body, body.value(start)), chain);
      body.store(body.value(start), data);
    });
}

// --- Clocks ------------------------------------------------------------------------------

/// The enable is taken over while the clock is low.
static void declareClockGate(seq::ClockGateOp op, ModuleImport &module) {
  Signal output = module.define(op.getOutput(), "");
  Signal latch = module.addSignal(op.getLoc(), "", IntegerType::get(op.getContext(), 1));
  Process &process = module.following(op.getLoc());
  process.uses = {op.getInput(), op.getEnable()};
  if (op.getTestEnable())
    process.uses.push_back(op.getTestEnable());
  process.steps.push_back([=](BodyEmitter &body) mutable {
    Value clock = body.value(op.getInput()), enable = body.value(op.getEnable());
    Location loc = op.getLoc();
    if (op.getTestEnable())
      enable = arith::OrIOp::create(body.builder, loc, enable, body.value(op.getTestEnable()));
    Value open = select(body, clock, body.load(latch), enable);
    body.store(open, latch);
    body.store(arith::AndIOp::create(body.builder, loc, clock, open), output);
  });
}

/// A counter of rising edges; its last bit is the divided clock.
static void declareClockDivider(seq::ClockDividerOp op, ModuleImport &module) {
  Signal output = module.define(op.getOutput(), "");
  unsigned bits = unsigned(op.getPow2());
  if (bits == 0) {
    Process &process = module.following(op.getLoc());
    process.uses = {op.getInput()};
    process.steps.push_back(
        [=](BodyEmitter &body) mutable { body.store(body.value(op.getInput()), output); });
    return;
  }
  Signal counter = module.addSignal(op.getLoc(), "", IntegerType::get(op.getContext(), bits));
  Process &process = module.following(op.getLoc());
  module.place(op.getInput());
  process.triggers.push_back({module.resolve(op.getInput()), csim::Edge::Pos});
  process.steps.push_back([=](BodyEmitter &body) mutable {
    PureBuilder p = body.pure(op.getLoc());
    Value next = arith::AddIOp::create(body.builder, op.getLoc(), body.load(counter),
                                       p.constant(bits, 1));
    body.store(next, counter);
    body.store(p.extract(next, bits - 1, 1), output);
  });
}

/// An initial block with effects is executed once, before what its results initialise.
static LogicalResult declareInitial(seq::InitialOp initial, ModuleImport &module) {
  SmallVector<Signal> homes;
  for (Value result : initial->getResults())
    homes.push_back(module.define(result, ""));
  module.initialiseFirst([=](Procedure &code) mutable {
    Block &block = initial.getBody().front();
    for (auto [argument, input] : llvm::zip(block.getArguments(), initial->getOperands()))
      code.define(argument, code.value(input));
    if (failed(code.inlineBlock(block)))
      return failure();
    for (auto [value, home] : llvm::zip(block.getTerminator()->getOperands(), homes))
      code.store(code.value(value), code.addressOf(home));
    return success();
  });
  return success();
}

LogicalResult SeqImport::declare(Operation *op, ModuleImport &module) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](seq::InitialOp initial) { return declareInitial(initial, module); })
      .Case([&](seq::CompRegOp reg) {
        Register r{reg.getData(), reg.getInput(),      reg.getClk(), {},
                   reg.getReset(), reg.getResetValue(), false};
        Signal state = declareRegister(module, op->getLoc(), r, reg.getName().value_or(""));
        initialiseTo(module, state, reg.getInitialValue());
        return success();
      })
      .Case([&](seq::CompRegClockEnabledOp reg) {
        Register r{reg.getData(),        reg.getInput(), reg.getClk(),
                   reg.getClockEnable(), reg.getReset(), reg.getResetValue(), false};
        Signal state = declareRegister(module, op->getLoc(), r, reg.getName().value_or(""));
        initialiseTo(module, state, reg.getInitialValue());
        return success();
      })
      .Case([&](seq::FirRegOp reg) { return declareFirReg(reg, module), success(); })
      .Case([&](seq::ShiftRegOp reg) { return declareShiftReg(reg, module), success(); })
      .Case([&](seq::ClockGateOp gate) { return declareClockGate(gate, module), success(); })
      .Case([&](seq::ClockDividerOp d) { return declareClockDivider(d, module), success(); })
      .Default([&](Operation *) { return declareMemory(op, module); });
}

//===- ImportLLHD.cpp - signals, drives, processes -----------------------------===//
//
// A signal is a variable. A drive after an epsilon step is a blocking assignment,
// visible at once; after a delta step, or after a time, it is a nonblocking one. A
// process has a stack, suspends at waits, and leaves the values of its results in
// signals. Waiting for values and a time at once: a timer is a counter that is
// assigned its next number after the time; a number that is not the last one is
// stale and wakes nobody.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/DesignImport.h"
#include "Import/MooreImport.h"

#include "IR/Circt/LLHD/LLHD.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct LLHDImport : DialectImport {
  bool isObject(Operation *op) const override { return isa<llhd::SignalOp>(op); }
  bool isMadeAtUse(Operation *op) const override {
    return isa<llhd::ConstantTimeOp, llhd::CurrentTimeOp, llhd::TimeToIntOp, llhd::IntToTimeOp,
               llhd::SigExtractOp, llhd::SigArrayGetOp, llhd::SigArraySliceOp,
               llhd::SigStructExtractOp, llhd::GetGlobalSignalOp>(op);
  }
  bool isIgnored(Operation *op) const override {
    return isMadeAtUse(op) || isa<llhd::CoroutineOp, llhd::GlobalSignalOp>(op);
  }
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
  LogicalResult emit(Operation *op, Procedure &code) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeLLHDImport() { return std::make_unique<LLHDImport>(); }

// --- Times -----------------------------------------------------------------------------

/// Femtoseconds in a unit.
static uint64_t femtoseconds(StringRef unit) {
  return llvm::StringSwitch<uint64_t>(unit)
      .Case("fs", 1)
      .Case("ps", 1'000)
      .Case("ns", 1'000'000)
      .Case("us", 1'000'000'000)
      .Case("ms", 1'000'000'000'000)
      .Default(1'000'000'000'000'000);
}

uint64_t import::femtosecondsOf(Attribute time) {
  auto constant = cast<llhd::TimeAttr>(time);
  return constant.getTime() * femtoseconds(constant.getTimeUnit());
}

static llhd::TimeAttr constantTime(Value time) {
  auto constant = time.getDefiningOp<llhd::ConstantTimeOp>();
  return constant ? constant.getValueAttr() : llhd::TimeAttr();
}

/// A time in ticks, i64.
static Value ticksOf(Value time, Procedure &code) {
  uint64_t perTick = code.module.femtosecondsPerTick();
  if (llhd::TimeAttr constant = constantTime(time))
    return code.constant(64, femtosecondsOf(constant) / perTick);
  return arith::DivUIOp::create(code.builder, code.loc, code.value(time),
                                code.constant(64, perTick));
}

/// The present time in femtoseconds, i64.
static Value currentTime(Procedure &code) {
  Type logic = csim::LogicType::get(code.builder.getContext(), 64);
  Value ticks = csim::ToBitsOp::create(code.builder, code.loc,
                                       code.systemCall("$time", {}, {}, logic));
  return arith::MulIOp::create(code.builder, code.loc, ticks,
                               code.constant(64, code.module.femtosecondsPerTick()));
}

// --- Parts of signals --------------------------------------------------------------------

static LogicalResult makeUnpackedPart(Operation *op, Value base, Procedure &code) {
  Value part;
  if (isa<llhd::SigArrayGetOp>(op))
    part = elementOfFixed(code.pure(), base, code.value(op->getOperand(1)));
  else if (auto field = dyn_cast<llhd::SigStructExtractOp>(op))
    if (auto type = dyn_cast<hw::StructType>(code.module.types.resolve(
            cast<llhd::RefType>(field.getInput().getType()).getNestedType())))
      for (auto [i, each] : llvm::enumerate(type.getElements()))
        if (each.name == field.getFieldAttr())
          part = fieldPlace(code.pure(), base, unsigned(i));
  code.define(op->getResult(0), part);
  return success(bool(part));
}

static LogicalResult makePart(Operation *op, Procedure &code) {
  Value base = code.value(op->getOperand(0));
  if (isAggregate(storedIn(base)))
    return makeUnpackedPart(op, base, code);
  auto widthOf = [&](Type reference) {
    return *code.module.types.widthOf(cast<llhd::RefType>(reference).getNestedType());
  };
  unsigned width = widthOf(op->getResult(0).getType());
  Value part;
  if (auto field = dyn_cast<llhd::SigStructExtractOp>(op)) {
    Type type = code.module.types.resolve(
        cast<llhd::RefType>(field.getInput().getType()).getNestedType());
    unsigned lo = 0;
    if (auto structure = dyn_cast<hw::StructType>(type)) {
      bool isBelow = false;
      for (const hw::FieldInfo &each : structure.getElements()) {
        lo += isBelow ? *code.module.types.widthOf(each.type) : 0;
        isBelow |= each.name == field.getFieldAttr();
      }
    } else {
      for (const auto &each : cast<hw::UnionType>(type).getElements())
        if (each.name == field.getFieldAttr())
          lo = unsigned(each.offset);
    }
    part = csim::BitsRefOp::create(code.builder, code.loc, base, lo, width);
  } else {
    unsigned stride = 1;
    if (isa<llhd::SigArrayGetOp>(op))
      stride = width;
    else if (auto slice = dyn_cast<llhd::SigArraySliceOp>(op))
      stride = width / std::max<unsigned>(1, unsigned(llhd::partsOf(slice.getType())));
    Value index = code.pure().bitIndex(code.value(op->getOperand(1)), stride);
    part = csim::BitsRefOp::create(code.builder, code.loc, base, index, width);
  }
  code.define(op->getResult(0), part);
  return success();
}

// --- Drives ------------------------------------------------------------------------------

/// `user` drives; null if it does so again and again.
static void emitDrive(Operation *user, Value signal, Value value, Value time, Procedure &code) {
  Value target = code.value(signal), next = code.value(value);
  llhd::TimeAttr constant = constantTime(time);
  bool isArray = isAggregate(storedIn(target));
  if (constant && constant.getTime() == 0 && constant.getDelta() == 0) {
    if (!isArray)
      code.store(next, target);
    else if (next != target) // else changed in place
      csim::CopyOp::create(code.builder, code.loc, target, next,
                           user && isLastUseOfTemporary(value, next, user));
    return;
  }
  Value after;
  if (!constant || constant.getTime() != 0)
    after = ticksOf(time, code);
  if (isArray)
    csim::NbaCopyOp::create(code.builder, code.loc, target, next, after);
  else
    csim::NbaOp::create(code.builder, code.loc, next, target, after);
}

static LogicalResult emitDrive(llhd::DriveOp drive, Procedure &code) {
  auto emit = [&] {
    emitDrive(drive, drive.getSignal(), drive.getValue(), drive.getTime(), code);
  };
  if (Value enable = drive.getEnable())
    code.emitIf(code.value(enable), emit);
  else
    emit();
  return success();
}

/// A drive in a module's body follows what it drives.
static LogicalResult declareDrive(llhd::DriveOp drive, ModuleImport &module) {
  for (Value operand : drive->getOperands())
    capture(module, operand);
  module.addProcedure(drive.getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    LogicalResult done = emitDrive(drive, code);
    csim::ReturnOp::create(code.builder, code.loc);
    return done;
  });
  return success();
}

// --- Waits -----------------------------------------------------------------------------

static void storeResults(ValueRange values, Procedure &code) {
  SmallVector<Value> lowered = code.values(values);
  for (auto [value, home] : llvm::zip(lowered, code.results))
    writePlace(code.pure(), value, code.addressOf(home));
}

/// What to watch for a change of a value: its home, or the signal that it was read from.
static Value watchable(Value observed, Procedure &code) {
  observed = code.module.resolve(observed);
  if (auto probe = observed.getDefiningOp<llhd::ProbeOp>())
    return code.value(probe.getSignal());
  if (Signal home = code.module.homeOf(observed))
    return code.addressOf(home);
  return {};
}

static void waitForChange(ArrayRef<Value> watched, Procedure &code) {
  SmallVector<csim::Edge> edges(watched.size(), csim::Edge::AnyChange);
  csim::WaitEventOp::create(code.builder, code.loc, edges, watched);
}

static void waitForChangeOrTime(ArrayRef<Value> watched, Value ticks, Procedure &code) {
  Type i64 = code.builder.getI64Type();
  Value timer = code.addressOf(code.module.addSignal(code.loc, "", i64));
  Value last = code.addressOf(code.module.addSignal(code.loc, "", i64));
  Value number = arith::AddIOp::create(code.builder, code.loc, code.load(last),
                                       code.constant(64, 1));
  code.store(number, last);
  csim::NbaOp::create(code.builder, code.loc, number, timer, ticks);
  SmallVector<Value> before;
  for (Value each : watched)
    before.push_back(code.load(each));
  SmallVector<Value> all(watched);
  all.push_back(timer);
  Block *again = code.newBlock();
  cf::BranchOp::create(code.builder, code.loc, again);
  code.goOnIn(again);
  waitForChange(all, code);
  Value goesOn = arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::eq,
                                       code.load(timer), number);
  for (auto [each, old] : llvm::zip(watched, before)) {
    Value differs = arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::ne,
                                          code.load(each), old);
    goesOn = arith::OrIOp::create(code.builder, code.loc, goesOn, differs);
  }
  Block *behind = code.newBlock();
  cf::CondBranchOp::create(code.builder, code.loc, goesOn, behind, again);
  code.goOnIn(behind);
}

static LogicalResult emitWait(llhd::WaitOp wait, Procedure &code) {
  storeResults(wait.getYieldOperands(), code);
  SmallVector<Value> passed, watched;
  code.storeArguments(wait.getDest(), wait.getDestOperands(), passed); // as they are now
  for (Value observed : wait.getObserved()) {
    if (Value place = watchable(observed, code)) {
      watched.push_back(place);
      continue;
    }
    Operation *op = observed.getDefiningOp();
    if (!op || op->getNumOperands() != 0) // else a constant, which never changes
      return wait.emitError("unsupported: waiting for a value that the process computes itself");
  }
  if (Value delay = wait.getDelay()) {
    Value ticks = ticksOf(delay, code);
    if (watched.empty())
      csim::WaitDelayOp::create(code.builder, code.loc, ticks);
    else
      waitForChangeOrTime(watched, ticks, code);
  } else if (watched.empty()) {
    csim::WaitForeverOp::create(code.builder, code.loc);
  } else {
    waitForChange(watched, code);
  }
  cf::BranchOp::create(code.builder, code.loc, code.blockOf(wait.getDest()), passed);
  return success();
}

// --- Operations in code --------------------------------------------------------------------

LogicalResult LLHDImport::emit(Operation *op, Procedure &code) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](llhd::ConstantTimeOp time) {
        code.define(time, code.constant(64, femtosecondsOf(time.getValueAttr())));
        return success();
      })
      .Case([&](llhd::CurrentTimeOp time) {
        code.define(time, currentTime(code));
        return success();
      })
      .Case<llhd::TimeToIntOp, llhd::IntToTimeOp>([&](auto cast) {
        code.define(cast.getResult(), code.value(cast.getInput()));
        return success();
      })
      .Case<llhd::SigExtractOp, llhd::SigArrayGetOp, llhd::SigArraySliceOp,
            llhd::SigStructExtractOp>([&](auto part) { return makePart(part, code); })
      .Case([&](llhd::SignalOp local) { // of one activation
        Type type = codeTypeOf(local.getType(), code.module.types, op->getLoc());
        if (!type)
          return failure();
        Type stored = cast<csim::RefType>(type).getPointee();
        Value variable = csim::LocalOp::create(code.builder, code.loc, stored,
                                               /*isVolatile=*/false,
                                               local.getName().value_or("v"));
        writePlace(code.pure(), code.value(local.getInit()), variable);
        code.define(local, variable);
        return success();
      })
      .Case([&](llhd::ProbeOp probe) {
        Value now = code.load(code.value(probe.getSignal()));
        bool isOpen = isa<csim::RefType>(now.getType()) && !isStableProbe(probe);
        code.define(probe, isOpen ? copyOf(code.pure(), now) : now);
        return success();
      })
      .Case([&](llhd::GetGlobalSignalOp get) {
        Type stored = code.module.types.lower(get.getType().getNestedType());
        Signal signal = code.module.globalSignal(op, get.getGlobalNameAttr().getAttr(), stored);
        if (signal)
          code.define(get, code.addressOf(signal));
        return success(bool(signal));
      })
      .Case([&](llhd::DriveOp drive) { return emitDrive(drive, code); })
      .Case([&](llhd::WaitOp wait) { return emitWait(wait, code); })
      .Case([&](llhd::HaltOp halt) {
        storeResults(halt.getYieldOperands(), code);
        code.end();
        return success();
      })
      .Case([&](llhd::YieldOp yield) {
        storeResults(yield.getYieldOperands(), code);
        code.end();
        return success();
      })
      .Case([&](llhd::CallCoroutineOp call) {
        return code.call(op, call.getCalleeAttr(), call.getOperands());
      })
      .Case([&](llhd::ReturnOp end) {
        code.leave(code.values(end.getOperands()));
        return success();
      })
      .Default(failure());
}

// --- Declarations ----------------------------------------------------------------------------

static LogicalResult declareSignal(llhd::SignalOp op, ModuleImport &module) {
  Type type = module.types.lower(op.getInit().getType());
  if (!type)
    return failure();
  Signal signal = module.referenced(op); // if it is a port
  if (!signal)
    signal = module.addSignal(op.getLoc(), op.getName().value_or(""), type);
  module.refer(op, signal);
  Value init = op.getInit();
  module.initialise([=](BodyEmitter &body) { body.store(body.value(init), signal); });
  return success();
}

/// A probe in a module's body is the signal, or follows a part of it.
static LogicalResult declareProbe(llhd::ProbeOp probe, ModuleImport &module) {
  if (Signal signal = module.referenced(probe.getSignal())) {
    module.liveIn(probe, signal);
    return success();
  }
  capture(module, probe.getSignal());
  Signal home = module.define(probe, "");
  module.addProcedure(probe.getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    writePlace(code.pure(), code.load(code.value(probe.getSignal())), code.addressOf(home));
    csim::ReturnOp::create(code.builder, code.loc);
    return success();
  });
  return success();
}

/// `llhd.output` and `llhd.delay`: a signal that follows a value after a time.
static LogicalResult declareDelayed(Operation *op, Value value, Signal signal,
                                    std::function<void(Procedure &)> emit, ModuleImport &module) {
  capture(module, value);
  module.addProcedure(op->getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    emit(code);
    csim::ReturnOp::create(code.builder, code.loc);
    return success();
  });
  return success();
}

static LogicalResult declareProcess(Operation *op, csim::ProcessKind kind, ModuleImport &module) {
  capture(module, op->getRegion(0));
  SmallVector<Signal> homes;
  for (Value result : op->getResults())
    homes.push_back(module.define(result, ""));
  module.addProcedure(op->getLoc(), kind, {}, [=](Procedure &code) mutable {
    code.results.assign(homes.begin(), homes.end());
    code.isActivation = kind != csim::ProcessKind::Initial;
    return code.run(op->getRegion(0));
  });
  return success();
}

LogicalResult LLHDImport::declare(Operation *op, ModuleImport &module) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](llhd::SignalOp signal) { return declareSignal(signal, module); })
      .Case([&](llhd::ProbeOp probe) { return declareProbe(probe, module); })
      .Case([&](llhd::DriveOp drive) { return declareDrive(drive, module); })
      .Case([&](llhd::OutputOp output) {
        Type type = module.types.lower(output.getValue().getType());
        if (!type)
          return failure();
        Signal signal = module.addSignal(op->getLoc(), output.getName().value_or(""), type);
        module.refer(output, signal);
        return declareDelayed(op, output.getValue(), signal, [=](Procedure &code) mutable {
          emitDrive(nullptr, output, output.getValue(), output.getTime(), code);
        }, module);
      })
      .Case([&](llhd::DelayOp delay) {
        Signal home = module.define(delay, "");
        return declareDelayed(op, delay.getInput(), home, [=](Procedure &code) mutable {
          uint64_t ticks = femtosecondsOf(delay.getDelayAttr()) / code.module.femtosecondsPerTick();
          csim::NbaOp::create(code.builder, code.loc, code.value(delay.getInput()),
                              code.addressOf(home),
                              ticks ? code.constant(64, ticks) : Value());
        }, module);
      })
      .Case([&](llhd::ProcessOp) { return declareProcess(op, csim::ProcessKind::Initial, module); })
      .Case([&](llhd::CombinationalOp) {
        return declareProcess(op, csim::ProcessKind::AlwaysComb, module);
      })
      .Case([&](llhd::FinalOp) { return declareProcess(op, csim::ProcessKind::Final, module); })
      .Default(failure());
}

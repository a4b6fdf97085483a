//===- SVTasks.cpp - system tasks, text and assertions of sv ------------------===//
//
// A format string of sv is one of SystemVerilog: the tasks of the same names are called
// with it. A deferred assertion reports at the end of the time step, unless its process
// starts again before (IEEE 1800-2023 16.4).
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"
#include "Import/SVImport.h"

#include "IR/Circt/SV/SV.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

// --- Arguments ---------------------------------------------------------------------------

static Attribute argument(MLIRContext *context, csim::ArgKind kind, StringRef text = {}) {
  return csim::ArgAttr::get(context, kind, false, Type(),
                            kind == csim::ArgKind::Literal ? StringAttr::get(context, text)
                                                           : StringAttr(),
                            SymbolRefAttr());
}

static csim::ArgKind kindOf(Value value) {
  return isa<csim::StringType>(value.getType()) ? csim::ArgKind::String
         : isa<FloatType>(value.getType())      ? csim::ArgKind::Real
                                                : csim::ArgKind::Bits;
}

namespace {
/// Arguments of a task as they are collected.
struct Arguments {
  explicit Arguments(Procedure &code) : code(code), context(code.builder.getContext()) {}
  void add(Value value) {
    values.push_back(value);
    info.push_back(argument(context, kindOf(value)));
  }
  void add(std::optional<StringRef> text, ArrayRef<Value> substitutions) {
    if (!text)
      return;
    info.push_back(argument(context, csim::ArgKind::Literal, *text));
    for (Value value : substitutions)
      add(value);
  }
  Value call(StringRef task, Type result = {}) { return code.systemCall(task, values, info, result); }

  Procedure &code;
  MLIRContext *context;
  SmallVector<Value> values;
  SmallVector<Attribute> info;
};
} // namespace

static LogicalResult callWithText(StringRef task, Value first, std::optional<StringRef> text,
                                  ValueRange substitutions, Procedure &code) {
  Arguments all(code);
  if (first)
    all.add(first);
  all.add(text, code.values(substitutions));
  all.call(task);
  return success();
}

// --- Assertions -----------------------------------------------------------------------------

static std::string failureText(bool isAssumption, std::optional<StringRef> label) {
  std::string text = isAssumption ? "Assumption failed" : "Assertion failed";
  if (label && !label->empty())
    text += ": " + label->str();
  return text;
}

void import::reportFailure(bool isAssumption, std::optional<StringRef> label,
                           std::optional<StringRef> text, ValueRange values, Procedure &code) {
  if (text && !text->empty())
    (void)callWithText("$error", {}, text, values, code);
  else
    (void)callWithText("$error", {}, StringRef(failureText(isAssumption, label)), {}, code);
}

/// Asks for a report at the end of the time step, with the values of now.
static void reportLater(StringRef text, ArrayRef<Value> values, Procedure &code) {
  ModuleImport &module = code.module;
  Type i1 = code.builder.getI1Type();
  Signal pending = module.addSignal(code.loc, "", i1);
  {
    OpBuilder::InsertionGuard guard(code.builder);
    code.builder.setInsertionPointToStart(&code.builder.getInsertionBlock()->getParent()->front());
    code.store(code.constant(1, 0), code.addressOf(pending));
  }
  SmallVector<Signal> kept;
  for (Value value : values) {
    kept.push_back(module.addSignal(code.loc, "", value.getType()));
    code.store(value, code.addressOf(kept.back()));
  }
  code.store(code.constant(1, 1), code.addressOf(pending));
  csim::FuncOp thunk = module.addFunction(code.loc, "$assertion", {}, {}, /*isTask=*/false);
  Procedure inner(module, thunk.getBody());
  inner.loc = code.loc;
  inner.isFunction = true;
  inner.emitIf(inner.load(pending), [&] {
    inner.store(inner.constant(1, 0), inner.addressOf(pending));
    SmallVector<Value> loaded;
    for (Signal each : kept)
      loaded.push_back(inner.load(each));
    Arguments all(inner);
    all.add(text, loaded);
    all.call("$error");
  });
  csim::ReturnOp::create(inner.builder, inner.loc);
  MLIRContext *context = code.builder.getContext();
  code.systemCall("$strobe", {},
                  csim::ArgAttr::get(context, csim::ArgKind::Thunk, false, Type(), StringAttr(),
                                     FlatSymbolRefAttr::get(thunk.getSymNameAttr())));
}

template <typename Op> static LogicalResult emitImmediate(Op op, Procedure &code) {
  bool isAssumption = isa<sv::AssumeOp>(op);
  Value fails = arith::XOrIOp::create(code.builder, code.loc, code.value(op.getExpression()),
                                      code.constant(1, 1));
  code.emitIf(fails, [&] {
    if (op.getDefer() == sv::DeferAssert::Immediate || !code.isActivation)
      return reportFailure(isAssumption, op.getLabel(), op.getMessage(), op.getSubstitutions(),
                           code);
    bool hasText = op.getMessage() && !op.getMessage()->empty();
    reportLater(hasText ? op.getMessage()->str() : failureText(isAssumption, op.getLabel()),
                code.values(op.getSubstitutions()), code);
  });
  return success();
}

// --- Functions of the system and text ---------------------------------------------------------

static LogicalResult emitFunction(sv::SystemFunctionOp op, Procedure &code) {
  StringRef name = op.getFnName();
  if (!op.getArgs().empty() || !op.getOut().getType().isInteger(32) ||
      (name != "random" && name != "urandom"))
    return op.emitError("unsupported: system function $") << name;
  code.define(op.getOut(), Arguments(code).call(("$" + name).str(), code.builder.getI32Type()));
  return success();
}

static LogicalResult emitTime(Operation *op, Procedure &code) {
  MLIRContext *context = op->getContext();
  bool isShort = isa<sv::STimeOp>(op);
  Value time = Arguments(code).call(isShort ? "$stime" : "$time",
                                    csim::LogicType::get(context, isShort ? 32 : 64));
  code.define(op->getResult(0), csim::ToBitsOp::create(code.builder, code.loc, time));
  return success();
}

static LogicalResult emitText(Operation *op, Procedure &code) {
  Type string = csim::StringType::get(op->getContext());
  if (auto constant = dyn_cast<sv::ConstantStrOp>(op)) {
    code.define(constant, csim::StringConstantOp::create(code.builder, code.loc, string,
                                                         constant.getStrAttr()));
    return success();
  }
  Arguments all(code);
  if (auto format = dyn_cast<sv::SFormatFOp>(op)) {
    all.add(format.getFormatString(), code.values(format.getSubstitutions()));
  } else {
    std::string text;
    for (size_t i = 0; i != op->getNumOperands(); ++i)
      text += "%s";
    all.add(StringRef(text), code.values(op->getOperands()));
  }
  code.define(op->getResult(0), all.call("$sformatf", string));
  return success();
}

static LogicalResult readMemory(sv::ReadMemOp op, Procedure &code) {
  Value place = code.value(op.getDest());
  Type stored = cast<csim::RefType>(place.getType()).getPointee();
  auto address = place.getDefiningOp<csim::AddrOp>();
  if (!isa<csim::UArrayType>(stored) || !address)
    return op.emitError("unsupported: $readmem into something else than a memory");
  MLIRContext *context = op.getContext();
  Attribute info[] = {argument(context, csim::ArgKind::Literal, op.getFilename()),
                      csim::ArgAttr::get(context, csim::ArgKind::Ref, false,
                                         ModuleImport::describe(stored), {},
                                         address.getSymbolAttr())};
  code.systemCall(op.getBase() == sv::MemBaseType::MemBaseBin ? "$readmemb" : "$readmemh", place,
                  info);
  return success();
}

// --- force and release (IEEE 1800-2023 10.6.2) --------------------------------------------------

/// Computes a value again, from what the module holds.
static LogicalResult evaluate(Value value, Procedure &code) {
  ModuleImport &module = code.module;
  value = module.resolve(value);
  Operation *op = value.getDefiningOp();
  const DialectImport *dialect = op ? module.dialects().find(op) : nullptr;
  bool isComputed = dialect && !module.homeOf(value) && !module.referenced(value) &&
                    !code.isKnown(value) && !dialect->isMadeAtUse(op) && op->getNumOperands() != 0;
  if (!isComputed)
    return success();
  for (Value operand : op->getOperands())
    if (failed(evaluate(operand, code)))
      return failure();
  if (!dialect->isPure(op) && !isa<sv::ReadInOutOp>(op))
    return op->emitError("unsupported: this value as that of a force (IEEE 1800-2023 10.6.2)");
  return code.translate(*op);
}

/// A process follows the value and stores it.
static LogicalResult emitForce(sv::ForceOp op, Procedure &code) {
  ModuleImport &module = code.module;
  csim::FuncOp thunk = module.addFunction(code.loc, "$force", {}, {}, /*isTask=*/true);
  Procedure inner(module, thunk.getBody());
  inner.loc = code.loc;
  inner.isFunction = true;
  Block *again = inner.newBlock();
  cf::BranchOp::create(inner.builder, inner.loc, again);
  inner.goOnIn(again);
  if (failed(evaluate(op.getSrc(), inner)))
    return failure();
  Value value = inner.value(op.getSrc());
  SmallVector<Attribute> read(inner.read.begin(), inner.read.end());
  Value place = inner.value(op.getDest());
  if (!isa_and_present<csim::AddrOp>(place.getDefiningOp()) ||
      isAggregate(cast<csim::RefType>(place.getType()).getPointee()))
    return op.emitError("unsupported: force of a part of an object (IEEE 1800-2023 10.6.2)");
  csim::ForceStoreOp::create(
      inner.builder, inner.loc,
      changeStates(inner.pure(), value, cast<csim::RefType>(place.getType()).getPointee()), place,
      UnitAttr());
  SmallVector<Value> watched;
  for (Attribute symbol : read)
    if (Type type = module.typeOf(cast<FlatSymbolRefAttr>(symbol)))
      watched.push_back(csim::AddrOp::create(inner.builder, inner.loc,
                                             cast<FlatSymbolRefAttr>(symbol).getValue(), type));
  if (watched.empty()) {
    csim::WaitForeverOp::create(inner.builder, inner.loc);
  } else {
    SmallVector<csim::Edge> edges(watched.size(), csim::Edge::AnyChange);
    csim::WaitEventOp::create(inner.builder, inner.loc, edges, watched);
  }
  cf::BranchOp::create(inner.builder, inner.loc, again);
  csim::ForceOp::create(code.builder, code.loc, code.value(op.getDest()),
                        FlatSymbolRefAttr::get(thunk.getSymNameAttr()), UnitAttr());
  return success();
}

LogicalResult import::emitSVTask(Operation *op, Procedure &code) {
  auto level = [&](uint8_t verbosity) { return code.constant(32, verbosity); };
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](sv::WriteOp w) {
        return callWithText("$write", {}, w.getFormatString(), w.getSubstitutions(), code);
      })
      .Case([&](sv::FWriteOp w) {
        return callWithText("$fwrite", code.value(w.getFd()), w.getFormatString(),
                            w.getSubstitutions(), code);
      })
      .Case([&](sv::FFlushOp f) {
        return callWithText("$fflush", f.getFd() ? code.value(f.getFd()) : Value(), {}, {}, code);
      })
      .Case([&](sv::FCloseOp f) {
        return callWithText("$fclose", code.value(f.getFd()), {}, {}, code);
      })
      .Case([&](sv::StopOp s) {
        return callWithText("$stop", level(s.getVerbosity()), {}, {}, code);
      })
      .Case([&](sv::FinishOp f) {
        return callWithText("$finish", level(f.getVerbosity()), {}, {}, code);
      })
      .Case([&](sv::ExitOp) { return callWithText("$exit", {}, {}, {}, code); })
      .Case([&](sv::FatalProceduralOp f) {
        return callWithText("$fatal", level(f.getVerbosity()), f.getMessage(),
                            f.getSubstitutions(), code);
      })
      .Case([&](sv::ErrorProceduralOp m) {
        return callWithText("$error", {}, m.getMessage(), m.getSubstitutions(), code);
      })
      .Case([&](sv::WarningProceduralOp m) {
        return callWithText("$warning", {}, m.getMessage(), m.getSubstitutions(), code);
      })
      .Case([&](sv::InfoProceduralOp m) {
        return callWithText("$info", {}, m.getMessage(), m.getSubstitutions(), code);
      })
      .Case<sv::AssertOp, sv::AssumeOp>([&](auto check) { return emitImmediate(check, code); })
      .Case([&](sv::CoverOp) { return code.module.noteDropped(op), success(); })
      .Case([&](sv::ForceOp force) { return emitForce(force, code); })
      .Case([&](sv::ReleaseOp release) {
        csim::ReleaseOp::create(code.builder, code.loc, code.value(release.getDest()), UnitAttr());
        return success();
      })
      .Case([&](sv::ReadMemOp read) { return readMemory(read, code); })
      .Case([&](sv::SystemFunctionOp call) { return emitFunction(call, code); })
      .Case<sv::TimeOp, sv::STimeOp>([&](auto) { return emitTime(op, code); })
      .Case<sv::ConstantStrOp, sv::SFormatFOp, sv::ConcatStrOp>(
          [&](auto) { return emitText(op, code); })
      .Default(failure());
}

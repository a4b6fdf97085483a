//===- MooreModules.cpp - modules, ports, nets, procedures of moore ---------------===//
//
// A port and the variable or net behind it are one object, as are the output of an
// instance and what it is assigned to, so that nothing is copied where SystemVerilog
// connects. An assignment to a net is a driver; each one is a process of its own.
//
//===----------------------------------------------------------------------===//

#include "Import/DesignImport.h"
#include "Import/MooreImport.h"

#include "IR/Circt/LLHD/LLHD.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace circtsim::import {
/// Declares one moore.module.
class MooreModule {
public:
  explicit MooreModule(ModuleImport &module)
      : module(module), source(cast<moore::SVModuleOp>(module.source)),
        body(source.getBodyRegion().front()) {}
  LogicalResult run();

private:
  /// A port, and the variable or net that it is.
  struct Port {
    hw::ModulePort declaration;
    Value value;              ///< argument, or what is given to an output
    Operation *object = nullptr;
  };

  void flattenConditionals();
  void collectPorts();
  void collectAliases();
  LogicalResult declarePorts();
  LogicalResult declareObject(Operation *op, StringRef name, Value initial);
  void declareRead(moore::ReadOp op);
  void declareReading(Operation *op);
  void declareConditional(moore::ConditionalOp op);
  LogicalResult declareAssign(Operation *op, Value target, Value value, Value delay);
  void declareProcedure(moore::ProcedureOp op);
  LogicalResult declareInstance(moore::InstanceOp op);
  LogicalResult joinPort(moore::InstanceOp op, StringRef port, Value actual);
  void declareOutputs();
  void declareInitialiser();
  void collectInitialOnly();
  LogicalResult evaluate(Value value, Procedure &code);

  static csim::NetKind kindOf(Operation *object);
  void emitAssign(Operation *op, Value target, Value value, Value ticks, BodyEmitter &body);
  Value driveTarget(Value target, const PureBuilder &p, BodyEmitter &body, bool &isNet);

  ModuleImport &module;
  moore::SVModuleOp source;
  Block &body;
  SmallVector<Port> ports;
  llvm::DenseSet<Operation *> done; ///< assignments that connect ports
  SmallVector<std::pair<moore::VariableOp, Signal>> initials;
  SmallVector<std::pair<Value, Signal>> outputs; ///< that a process is needed for
};
} // namespace circtsim::import

LogicalResult import::declareMooreModule(ModuleImport &module) {
  // Steps of processes are executed when everything is declared.
  auto declaration = std::make_shared<MooreModule>(module);
  module.keep(declaration);
  return declaration->run();
}

// --- Conditionals without effects ---------------------------------------------------------

static constexpr StringLiteral flatMark = "flat";

bool import::isFlatConditional(Operation *op) {
  return isa<UnrealizedConversionCastOp>(op) && op->getNumOperands() == 3 && op->hasAttr(flatMark);
}

static bool isFlattenable(moore::ConditionalOp op, ModuleImport &module) {
  return isa<moore::PackedType>(op.getType()) && !op->walk([&](Operation *each) {
    const DialectImport *dialect = module.dialects().find(each);
    bool isFine = isa<moore::ReadOp, moore::YieldOp>(each) || isPartOfReference(each) ||
                  (dialect && dialect->isPure(each));
    if (auto inner = dyn_cast<moore::ConditionalOp>(each))
      isFine = isa<moore::PackedType>(inner.getType());
    return isFine ? WalkResult::advance() : WalkResult::interrupt();
  }).wasInterrupted();
}

/// Their contents become part of the module's body.
void MooreModule::flattenConditionals() {
  SmallVector<moore::ConditionalOp> pending(body.getOps<moore::ConditionalOp>());
  while (!pending.empty()) {
    moore::ConditionalOp op = pending.pop_back_val();
    if (!isFlattenable(op, module))
      continue;
    SmallVector<Value> operands = {op.getCondition()};
    for (Region *region : {&op.getTrueRegion(), &op.getFalseRegion()}) {
      Block &block = region->front();
      operands.push_back(block.getTerminator()->getOperand(0));
      for (Operation &each : llvm::make_early_inc_range(block.without_terminator())) {
        each.moveBefore(op);
        if (auto inner = dyn_cast<moore::ConditionalOp>(each))
          pending.push_back(inner);
      }
    }
    OpBuilder b(op);
    auto flat = UnrealizedConversionCastOp::create(b, op.getLoc(), TypeRange(op.getType()),
                                                   operands);
    flat->setAttr(flatMark, b.getUnitAttr());
    op.getResult().replaceAllUsesWith(flat.getResult(0));
    op.erase();
  }
}

// --- Ports -------------------------------------------------------------------------------------

static bool isObject(Operation *op) { return isa_and_present<moore::VariableOp, moore::NetOp>(op); }

/// The variable or net of the module's body behind a whole reference.
static Operation *objectOf(Value reference, Block &body) {
  Operation *op = reference.getDefiningOp();
  return isObject(op) && op->getBlock() == &body ? op : nullptr;
}

void MooreModule::collectPorts() {
  llvm::DenseSet<Operation *> taken;
  unsigned input = 0, output = 0;
  Operation *terminator = body.getTerminator();
  for (const hw::ModulePort &declared : source.getModuleType().getPorts()) {
    Port port{declared, {}};
    if (declared.dir == hw::ModulePort::Output) {
      port.value = terminator->getOperand(output++);
      if (auto read = port.value.getDefiningOp<moore::ReadOp>())
        port.object = objectOf(read.getInput(), body);
    } else {
      port.value = body.getArgument(input++);
      bool isReference = isa<moore::RefType>(port.value.getType());
      for (Operation *user : port.value.getUsers()) {
        auto read = dyn_cast<moore::ReadOp>(user);
        if (isReference && !(read && read->hasOneUse()))
          continue;
        auto assign = dyn_cast<moore::ContinuousAssignOp>(isReference ? *read->user_begin() : user);
        if (!assign || port.object)
          continue;
        port.object = objectOf(assign.getDst(), body);
        if (port.object && !taken.contains(port.object))
          done.insert(assign);
      }
    }
    if (port.object && !taken.insert(port.object).second)
      port.object = nullptr;
    ports.push_back(port);
  }
}

csim::NetKind MooreModule::kindOf(Operation *object) {
  auto net = dyn_cast_if_present<moore::NetOp>(object);
  // Nets are four-state (6.7.1): anything else has one driver only, like a variable.
  if (!net || net.getType().getNestedType().getDomain() == moore::Domain::TwoValued)
    return csim::NetKind::Variable;
  switch (net.getKind()) {
  case moore::NetKind::Supply0: return csim::NetKind::Supply0;
  case moore::NetKind::Supply1: return csim::NetKind::Supply1;
  case moore::NetKind::Tri: return csim::NetKind::Tri;
  case moore::NetKind::TriAnd: return csim::NetKind::Triand;
  case moore::NetKind::TriOr: return csim::NetKind::Trior;
  case moore::NetKind::TriReg: return csim::NetKind::Trireg;
  case moore::NetKind::Tri0: return csim::NetKind::Tri0;
  case moore::NetKind::Tri1: return csim::NetKind::Tri1;
  case moore::NetKind::UWire: return csim::NetKind::Uwire;
  case moore::NetKind::WAnd: return csim::NetKind::Wand;
  case moore::NetKind::WOr: return csim::NetKind::Wor;
  default: return csim::NetKind::Wire;
  }
}

static csim::PortDirection directionOf(const hw::ModulePort &port, csim::NetKind kind) {
  if (port.dir == hw::ModulePort::Output)
    return csim::PortDirection::Output;
  if (!isa<moore::RefType>(port.type))
    return csim::PortDirection::Input;
  return kind == csim::NetKind::Variable ? csim::PortDirection::Ref : csim::PortDirection::Inout;
}

LogicalResult MooreModule::declarePorts() {
  for (Port &port : ports) {
    Type declared = port.declaration.type;
    auto reference = dyn_cast<moore::RefType>(declared);
    Type type = module.types.lower(reference ? Type(reference.getNestedType()) : declared);
    if (!type)
      return source.emitError("unsupported: port '")
             << port.declaration.name.getValue() << "' of type " << declared;
    csim::NetKind kind = kindOf(port.object ? port.object : port.value.getDefiningOp());
    bool isNet = isa<csim::LogicType>(type) && port.declaration.dir != hw::ModulePort::Output;
    if (!port.object && isNet)
      kind = csim::NetKind::Wire;
    Location loc = port.object ? port.object->getLoc() : source.getLoc();
    Signal signal = module.addSignal(loc, port.declaration.name, type, kind);
    csim::PortOp::create(module.members, source.getLoc(), port.declaration.name,
                         directionOf(port.declaration, kind),
                         FlatSymbolRefAttr::get(signal.symbol));
    if (port.object)
      module.refer(port.object->getResult(0), signal);
    if (reference && port.declaration.dir == hw::ModulePort::Output &&
        (module.referenced(port.value) ||
         !isa_and_present<moore::VariableOp, moore::NetOp, moore::InstanceOp>(
             port.value.getDefiningOp())))
      return source.emitError("unsupported: a reference to something else than a whole object of "
                              "the module leaves it by port '")
             << port.declaration.name.getValue() << "'";
    if (reference)
      module.refer(port.value, signal);
    else if (port.declaration.dir != hw::ModulePort::Output)
      module.liveIn(port.value, signal);
    else if (!port.object)
      outputs.push_back({port.value, signal});
  }
  return success();
}

/// Values that an output needs a process for.
void MooreModule::declareOutputs() {
  for (auto [value, signal] : outputs) {
    Process &process = module.following(source.getLoc());
    process.uses.push_back(value);
    process.steps.push_back([value, signal](BodyEmitter &body) {
      body.store(body.value(value), signal);
    });
  }
}

// --- Variables and nets -------------------------------------------------------------------------

LogicalResult MooreModule::declareObject(Operation *op, StringRef name, Value initial) {
  Value reference = op->getResult(0);
  if (!module.referenced(reference)) {
    Type type = module.types.lower(cast<moore::RefType>(reference.getType()).getNestedType());
    if (!type)
      return op->emitError("unsupported: object of type ") << reference.getType();
    module.refer(reference, module.addSignal(op->getLoc(), name, type, kindOf(op)));
  }
  if (auto variable = dyn_cast<moore::VariableOp>(op); variable && initial)
    initials.push_back({variable, module.referenced(reference)});
  return success();
}

void MooreModule::declareRead(moore::ReadOp op) {
  if (Signal signal = module.referenced(op.getInput())) {
    module.liveIn(op, signal);
    return;
  }
  declareReading(op);
}

/// An operation that reads what it has references to.
void MooreModule::declareReading(Operation *op) {
  for (Value operand : op->getOperands())
    capture(module, operand);
  Signal home = module.define(op->getResult(0), "");
  module.addProcedure(op->getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    if (failed(code.translate(*op)))
      return failure();
    writePlace(code.pure(), code.known(op->getResult(0)), code.addressOf(home));
    csim::ReturnOp::create(code.builder, code.loc);
    return success();
  });
}

/// One with effects, or of a type that is not packed.
void MooreModule::declareConditional(moore::ConditionalOp op) {
  capture(module, op.getCondition());
  for (Region &region : op->getRegions())
    capture(module, region);
  Signal home = module.define(op, "");
  module.addProcedure(op.getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    if (failed(emitConditional(op, code)))
      return failure();
    writePlace(code.pure(), code.known(op), code.addressOf(home));
    csim::ReturnOp::create(code.builder, code.loc);
    return success();
  });
}

// --- Continuous assignments -----------------------------------------------------------------------

/// The place that a continuous assignment writes; a driver, if it is bits of a net.
Value MooreModule::driveTarget(Value target, const PureBuilder &p, BodyEmitter &emitter,
                               bool &isNet) {
  target = module.resolve(target);
  if (Signal signal = module.referenced(target)) {
    auto op = module.target.lookupSymbol<csim::SignalOp>(signal.symbol);
    isNet = op && op.getNet() != csim::NetKind::Variable && !isAggregate(signal.type);
    return emitter.addressOf(signal);
  }
  Operation *op = target.getDefiningOp();
  if (auto global = dyn_cast_if_present<moore::GetGlobalVariableOp>(op)) {
    Signal signal = module.globalSignal(op, global.getGlobalNameAttr().getAttr(),
                                        lowerMooreType(global.getType().getNestedType()));
    return signal ? emitter.addressOf(signal) : Value();
  }
  if (!op || !isPartOfReference(op))
    return {};
  Value base = driveTarget(op->getOperand(0), p, emitter, isNet);
  return base ? makePart(op, base, [&](Value value) { return emitter.value(value); }, p) : Value();
}

LogicalResult MooreModule::declareAssign(Operation *op, Value target, Value value, Value delay) {
  SmallVector<std::pair<Value, unsigned>> parts; // with the lowest bit
  std::function<unsigned(Value, unsigned)> cut = [&](Value reference, unsigned top) {
    if (auto concat = reference.getDefiningOp<moore::ConcatRefOp>()) {
      for (Value each : concat.getValues())
        top = cut(each, top);
      return top;
    }
    unsigned width = cast<moore::RefType>(reference.getType()).getNestedType().getBitSize().value_or(0);
    parts.push_back({reference, top - width});
    return top - width;
  };
  cut(target, cast<moore::RefType>(target.getType()).getNestedType().getBitSize().value_or(0));

  Process &process = module.following(op->getLoc());
  process.uses.push_back(value);
  if (delay)
    process.uses.push_back(delay);
  for (auto [reference, lo] : parts)
    for (Value each = reference; Operation *part = each.getDefiningOp(); each = part->getOperand(0)) {
      if (auto dynamic = dyn_cast<moore::DynExtractRefOp>(part))
        process.uses.push_back(dynamic.getLowBit());
      if (!isPartOfReference(part))
        break;
    }
  process.steps.push_back([=, this](BodyEmitter &emitter) {
    PureBuilder p = emitter.pure(op->getLoc());
    Value now = emitter.value(value);
    Value ticks;
    if (delay)
      ticks = ticksOfTime(p, emitter.value(delay), emitter.module.femtosecondsPerTick());
    for (auto [reference, lo] : parts) {
      std::optional<unsigned> width =
          cast<moore::RefType>(reference.getType()).getNestedType().getBitSize();
      Value piece = parts.size() == 1 ? now : p.extract(now, lo, *width);
      emitAssign(op, reference, piece, ticks, emitter);
    }
  });
  return success();
}

void MooreModule::emitAssign(Operation *op, Value target, Value value, Value ticks,
                             BodyEmitter &emitter) {
  PureBuilder p = emitter.pure(op->getLoc());
  bool isNet = false;
  Value place = driveTarget(target, p, emitter, isNet);
  auto fail = [&] {
    if (!module.hasFailed)
      op->emitError("unsupported: assignment to this target (IEEE 1800-2023 10.3.2)");
    module.hasFailed = true;
  };
  if (!place)
    return fail();
  Type type = cast<csim::RefType>(place.getType()).getPointee();
  if (isNet) {
    unsigned lo = 0;
    Value net = place;
    while (auto bits = net.getDefiningOp<csim::BitsRefOp>()) {
      if (bits.getIndex())
        return fail();
      lo += bits.getLo();
      net = bits.getRef();
    }
    auto address = net.getDefiningOp<csim::AddrOp>();
    unsigned width = net == place ? 0 : csim::bitWidthOf(type);
    place = emitter.addressOf(
        module.addDriver(source.getLoc(), {address.getSymbolAttr().getAttr(), {}}, lo, width, type));
  }
  if (!ticks)
    return writePlace(p, value, place);
  if (isAggregate(type))
    return fail();
  csim::DriveOp::create(p.builder, p.loc, changeStates(p, value, type), place, ticks, ticks, ticks);
}

// --- Initial values ---------------------------------------------------------------------------------

/// Operations that only initial values need: they are executed once.
void MooreModule::collectInitialOnly() {
  llvm::SetVector<Operation *> cone;
  auto add = [&](Value value) {
    Operation *op = value.getDefiningOp();
    if (op && op->getBlock() == &body && !isObject(op))
      cone.insert(op);
  };
  for (auto &[variable, signal] : initials)
    add(variable.getInitial());
  for (auto push : body.getOps<moore::QueuePushBackOp>())
    add(push.getElement());
  for (size_t i = 0; i < cone.size(); ++i)
    cone[i]->walk([&](Operation *op) {
      for (Value operand : op->getOperands())
        add(operand);
    });
  for (bool changes = true; changes;) {
    changes = false;
    for (Operation *op : cone) {
      if (module.initialOnly.contains(op))
        continue;
      bool isOnly = llvm::all_of(op->getUsers(), [&](Operation *user) {
        Operation *top = body.findAncestorOpInBlock(*user);
        return module.initialOnly.contains(top) ||
               isa<moore::VariableOp, moore::QueuePushBackOp>(top);
      });
      if (isOnly)
        changes = module.initialOnly.insert(op).second;
    }
  }
}

/// Makes `value` known in the code of the initialiser.
LogicalResult MooreModule::evaluate(Value value, Procedure &code) {
  value = module.resolve(value);
  Operation *op = value.getDefiningOp();
  bool isComputed = op && op->getBlock() == &body && !code.isKnown(value) &&
                    (module.initialOnly.contains(op) || module.isPure(op));
  if (!isComputed)
    return success();
  SmallVector<Value> operands;
  op->walk([&](Operation *each) { llvm::append_range(operands, each->getOperands()); });
  for (Value operand : operands)
    if (operand.getParentRegion() == &source.getBodyRegion() && failed(evaluate(operand, code)))
      return failure();
  return code.translate(*op);
}

void MooreModule::declareInitialiser() {
  if (initials.empty() && body.getOps<moore::QueuePushBackOp>().empty())
    return;
  module.initialCode = [this](Procedure &code) {
    for (auto push : body.getOps<moore::QueuePushBackOp>()) // of literals
      if (failed(evaluate(push.getElement(), code)) || failed(code.translate(*push)))
        return failure();
    for (auto &[variable, signal] : initials) {
      if (failed(evaluate(variable.getInitial(), code)))
        return failure();
      code.loc = variable.getLoc();
      writePlace(code.pure(), code.value(variable.getInitial()), code.addressOf(signal));
    }
    return success();
  };
}

// --- Procedures -------------------------------------------------------------------------------------

namespace {
struct ProcedureForm {
  csim::ProcessKind kind;
  StringRef name;
};
} // namespace

static ProcedureForm formOf(moore::ProcedureKind kind) {
  switch (kind) {
  case moore::ProcedureKind::Initial: return {csim::ProcessKind::Initial, "initial"};
  case moore::ProcedureKind::Final: return {csim::ProcessKind::Final, "final"};
  case moore::ProcedureKind::Always: return {csim::ProcessKind::Always, "always"};
  case moore::ProcedureKind::AlwaysComb: return {csim::ProcessKind::AlwaysComb, "always_comb"};
  case moore::ProcedureKind::AlwaysLatch: return {csim::ProcessKind::AlwaysLatch, "always_latch"};
  case moore::ProcedureKind::AlwaysFF: return {csim::ProcessKind::AlwaysFF, "always_ff"};
  }
  return {csim::ProcessKind::Initial, "initial"};
}

/// The first block becomes the target of the jump back: it needs one before it.
static void closeLoop(Region &region, Location loc) {
  Block *first = &region.front();
  auto *entry = new Block;
  region.push_front(entry);
  OpBuilder b = OpBuilder::atBlockEnd(entry);
  cf::BranchOp::create(b, loc, first);
}

static LogicalResult emitProcedure(moore::ProcedureOp op, Procedure &code) {
  ProcedureForm form = formOf(op.getKind());
  bool isImplied = form.kind == csim::ProcessKind::AlwaysComb ||
                   form.kind == csim::ProcessKind::AlwaysLatch;
  ArrayAttr terms;
  if (form.kind == csim::ProcessKind::Always || form.kind == csim::ProcessKind::AlwaysFF)
    if (moore::WaitEventOp wait = findOnlyWait(op))
      if ((terms = staticTerms(wait, code)))
        code.head = wait;
  code.isActivation = isImplied || terms || form.kind == csim::ProcessKind::Final;
  bool isLoop = !code.isActivation && form.kind != csim::ProcessKind::Initial;
  if (failed(code.run(op.getBody())))
    return failure();
  if (isLoop)
    closeLoop(*code.builder.getInsertionBlock()->getParent(), op.getLoc());
  code.finish = [=, isActivation = code.isActivation](csim::ProcessOp process) {
    process.setName(form.name);
    process.setIsStatic(isActivation);
    if (isLoop) // as one that is not static
      process.setKind(csim::ProcessKind::Always);
    process.setRunAtStart(isImplied);
    if (terms || isImplied)
      process.setSensitivityAttr(terms ? terms : impliedSensitivity(process));
  };
  return success();
}

void MooreModule::declareProcedure(moore::ProcedureOp op) {
  capture(module, op.getBody());
  module.addProcedure(op.getLoc(), formOf(op.getKind()).kind, {},
                      [=](Procedure &code) { return emitProcedure(op, code); });
}

// --- Instances ----------------------------------------------------------------------------------------

/// A reference to bits of a net: those bits and the port's are one node (23.3.3.7).
LogicalResult MooreModule::joinPort(moore::InstanceOp op, StringRef port, Value actual) {
  unsigned lo = 0, width = 0;
  while (auto part = actual.getDefiningOp<moore::ExtractRefOp>()) {
    auto type = cast<moore::RefType>(part.getType()).getNestedType();
    if (!isa<moore::IntType>(part.getInput().getType().getNestedType()))
      break;
    lo += part.getLowBit();
    width = width ? width : type.getBitSize().value_or(0);
    actual = part.getInput();
  }
  Signal net = module.referenced(actual);
  if (!net || width == 0)
    return op.emitError("unsupported: inout or ref port '")
           << port << "' connected to anything but a net (IEEE 1800-2023 23.3.3)";
  StringAttr symbol = module.uniqueSymbol(("$ext." + op.getInstanceName() + "." +
                                           port).str());
  OpBuilder &b = module.members;
  Type type = csim::withWidth(net.type, width);
  csim::ExternSignalOp::create(b, op.getLoc(), symbol, b.getI32IntegerAttr(0),
                               b.getStrArrayAttr({op.getInstanceName(), port}),
                               TypeAttr::get(type));
  csim::JoinOp::create(b, op.getLoc(), FlatSymbolRefAttr::get(symbol), b.getI32IntegerAttr(0),
                       FlatSymbolRefAttr::get(net.symbol), b.getI32IntegerAttr(int32_t(lo)),
                       b.getI32IntegerAttr(int32_t(width)), mlir::DenseI64ArrayAttr());
  return success();
}

LogicalResult MooreModule::declareInstance(moore::InstanceOp op) {
  csim::ModuleOp child = module.design.specialise(op, op.getModuleNameAttr().getAttr(),
                                                  ArrayAttr::get(op.getContext(), {}));
  if (!child)
    return failure();
  ModuleImport::Instance instance{op, op.getInstanceName().str(), child, {}, {}};
  auto declared = cast<moore::SVModuleOp>(
      SymbolTable::lookupNearestSymbolFrom(op, op.getModuleNameAttr()));
  unsigned input = 0, output = 0;
  for (auto [number, port] : llvm::enumerate(declared.getModuleType().getPorts())) {
    bool isOutput = port.dir == hw::ModulePort::Output;
    Value value = isOutput ? Value(op.getResult(output++)) : op.getInputs()[input++];
    if (isOutput && value.use_empty())
      continue;
    if (auto reference = dyn_cast<moore::RefType>(value.getType()); isOutput && reference) {
      // An object of the instance, or of the port that it leaves this module by.
      Type type = lowerMooreType(reference.getNestedType());
      if (!type)
        return op.emitError("unsupported: object of type ") << reference;
      if (!module.referenced(value))
        module.refer(value, module.addSignal(
                                op.getLoc(),
                                (op.getInstanceName() + "." + port.name.getValue()).str(), type));
    } else if (isOutput && !module.homeOf(value)) {
      module.define(value, (op.getInstanceName() + "." + port.name.getValue()).str());
    } else if (!isOutput && isa<moore::RefType>(value.getType())) {
      if (!module.referenced(value)) {
        if (failed(joinPort(op, port.name.getValue(), value)))
          return failure();
        continue;
      }
    } else if (!isOutput) {
      value = module.resolve(value);
      module.place(value);
    }
    instance.values.push_back(value);
    instance.ports.push_back(int32_t(number));
  }
  module.instances.push_back(std::move(instance));
  return success();
}

/// Outputs of instances that are assigned to a whole object live there.
void MooreModule::collectAliases() {
  llvm::DenseSet<Operation *> taken;
  for (auto instance : body.getOps<moore::InstanceOp>())
    for (Value result : instance.getResults()) {
      if (!result.hasOneUse())
        continue;
      auto assign = dyn_cast<moore::ContinuousAssignOp>(*result.user_begin());
      Operation *object = assign ? objectOf(assign.getDst(), body) : nullptr;
      Signal signal = object ? module.referenced(assign.getDst()) : Signal();
      if (!signal || !taken.insert(object).second)
        continue;
      module.liveIn(result, signal);
      done.insert(assign);
    }
}

// --- Globals ------------------------------------------------------------------------------------------------

Signal ModuleImport::globalSignal(Operation *user, StringAttr name, Type type) {
  if (!type) {
    user->emitError("unsupported: variable of this type");
    hasFailed = true;
    return {};
  }
  Signal &signal = globals[name];
  if (!signal) {
    signal = {uniqueSymbol(("$ext." + name.getValue()).str()), type};
    bool isSignal = isa_and_present<llhd::GlobalSignalOp>(design.findFunction(name));
    StringRef scope = isSignal ? DesignImport::signalScope : DesignImport::globalScope;
    csim::ExternSignalOp::create(
        members, user->getLoc(), signal.symbol, IntegerAttr(),
        members.getStrArrayAttr({scope, name.getValue()}),
        TypeAttr::get(type));
  }
  return signal;
}

// --- Everything -----------------------------------------------------------------------------------------------

LogicalResult MooreModule::run() {
  if (failed(checkMoore(source)))
    return failure();
  flattenConditionals();
  collectPorts();
  if (failed(declarePorts()))
    return failure();
  for (Operation &op : body) {
    LogicalResult declared =
        llvm::TypeSwitch<Operation *, LogicalResult>(&op)
            .Case([&](moore::VariableOp v) {
              return declareObject(v, v.getName().value_or(""), v.getInitial());
            })
            .Case([&](moore::NetOp n) { return declareObject(n, n.getName().value_or(""), {}); })
            .Default(success());
    if (failed(declared))
      return failure();
  }
  collectInitialOnly();
  declareInitialiser();
  collectAliases();
  for (Operation &op : body) {
    if (module.initialOnly.contains(&op) && !isa<moore::ReadOp>(op))
      continue;
    LogicalResult declared =
        llvm::TypeSwitch<Operation *, LogicalResult>(&op)
            .Case([&](moore::ReadOp read) { return declareRead(read), success(); })
            .Case([&](moore::ConditionalOp c) { return declareConditional(c), success(); })
            .Case([&](moore::NetOp net) {
              if (failed(rejectSeveralDrivers(net)))
                return failure();
              Value value = net.getAssignment();
              return value ? declareAssign(net, net, value, {}) : success();
            })
            .Case([&](moore::ContinuousAssignOp a) {
              return done.contains(a) ? success()
                                      : declareAssign(a, a.getDst(), a.getSrc(), {});
            })
            .Case([&](moore::DelayedContinuousAssignOp a) {
              return declareAssign(a, a.getDst(), a.getSrc(), a.getDelay());
            })
            .Case([&](moore::ProcedureOp p) { return declareProcedure(p), success(); })
            .Case([&](moore::InstanceOp i) { return declareInstance(i); })
            .Case<moore::AssocArraySizeOp, moore::AssocArrayExistsOp>(
                [&](auto reading) { return declareReading(reading), success(); })
            .Case<moore::VariableOp, moore::OutputOp, moore::QueuePushBackOp>(
                [](auto) { return success(); })
            .Default([&](Operation *other) {
              const DialectImport *dialect = module.dialects().find(other);
              bool isElsewhere = !isa<moore::MooreDialect>(other->getDialect()) ||
                                 dialect->isPure(other) || dialect->isIgnored(other) ||
                                 dialect->aliasOf(other);
              return isElsewhere ? success() : DesignImport::unsupported(other);
            });
    if (failed(declared))
      return failure();
  }
  declareOutputs();
  return success();
}

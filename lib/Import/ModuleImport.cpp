//===- ModuleImport.cpp - declarations of one hardware module ----------------===//
//
// The body of a module is a graph. Dialects declare what has state: storage, and
// processes with the values they read. What remains is pure: Partition.cpp decides
// where it is computed, and emits the processes.
//
//===----------------------------------------------------------------------===//

#include "Import/ModuleImport.h"
#include "Import/DesignImport.h"
#include "Import/MooreImport.h"
#include "Import/SVImport.h"

#include "IR/Circt/LLHD/LLHD.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

ModuleImport::ModuleImport(DesignImport &design, Operation *source, ArrayAttr parameters,
                           csim::ModuleOp target)
    : types(parameters), design(design), source(source), target(target),
      members(OpBuilder::atBlockEnd(target.getBodyBlock())) {}
ModuleImport::~ModuleImport() = default;

LogicalResult ModuleImport::run() {
  collectNames();
  if (isa<moore::SVModuleOp>(source)) {
    if (failed(declareMooreModule(*this)))
      return failure();
  } else {
    if (failed(declarePorts()))
      return failure();
    choosePortHomes();
    if (failed(declareSVStorage(*this)))
      return failure();
  }
  if (failed(declareOperations()))
    return failure();
  findCycles();
  chooseOwners();
  chooseHomes();
  chooseGroups();
  emitGroups();
  for (size_t i = 0; i < processes.size(); ++i)
    emitProcess(int(i));
  emitProcedures();
  emitInstances();
  emitInitialiser();
  emitFunctions();
  putStorageFirst();
  return failure(hasFailed);
}

LogicalResult ModuleImport::runFunctions(ArrayRef<StringAttr> names) {
  for (StringAttr name : names) {
    Operation *function = design.findFunction(name);
    if (!functionFor(function ? function : source, FlatSymbolRefAttr::get(name)))
      return failure();
  }
  emitProcedures();
  emitFunctions();
  putStorageFirst();
  return failure(hasFailed);
}

/// Storage first, as a reader expects it.
void ModuleImport::putStorageFirst() {
  Block *body = target.getBodyBlock();
  auto storage = llvm::to_vector(target.getOps<csim::SignalOp>());
  for (csim::SignalOp signal : llvm::reverse(storage))
    signal->moveBefore(body, body->begin());
}

// --- Names and storage ---------------------------------------------------------------

StringAttr ModuleImport::uniqueSymbol(StringRef name) {
  std::string symbol = name.empty() ? "$v" : name.str();
  for (unsigned n = 1; !symbols.insert(symbol).second; ++n)
    symbol = ((name.empty() ? "$v" : name) + "$" + Twine(n)).str();
  return StringAttr::get(source->getContext(), symbol);
}

Type ModuleImport::describe(Type type) {
  MLIRContext *context = type.getContext();
  if (auto array = dyn_cast<csim::UArrayType>(type))
    return csim::UArrayType::get(describe(array.getElement()), array.getLeft(), array.getRight());
  unsigned width = csim::bitWidthOf(type); // 0 of strings and the like
  if (width <= 1)
    return type;
  return csim::PackedType::get(context, StringAttr::get(context, ""), csim::withWidth(type, 1),
                               int32_t(width) - 1, 0, false);
}

Signal ModuleImport::addSignal(Location loc, StringRef name, Type type, csim::NetKind kind) {
  StringAttr symbol = uniqueSymbol(name);
  Type shown = describe(type);
  auto signal = csim::SignalOp::create(members, loc, symbol, name, kind, type, "",
                                       shown == type ? Type() : shown);
  if (name.empty())
    signal.setImplicit(true);
  return {symbol, type};
}

Signal ModuleImport::addDriver(Location loc, Signal net, unsigned lo, unsigned width, Type type) {
  StringAttr symbol = uniqueSymbol("$drv." + net.symbol.str());
  csim::DriverOp::create(members, loc, symbol, FlatSymbolRefAttr::get(net.symbol),
                         members.getI32IntegerAttr(int32_t(lo)),
                         members.getI32IntegerAttr(int32_t(width)), members.getI32IntegerAttr(6),
                         members.getI32IntegerAttr(6), mlir::DenseI64ArrayAttr(),
                         TypeAttr::get(type));
  return {symbol, type};
}

void ModuleImport::join(Location loc, Signal first, Signal second, unsigned width) {
  csim::JoinOp::create(members, loc, FlatSymbolRefAttr::get(first.symbol),
                       members.getI32IntegerAttr(0), FlatSymbolRefAttr::get(second.symbol),
                       members.getI32IntegerAttr(0), members.getI32IntegerAttr(int32_t(width)),
                       mlir::DenseI64ArrayAttr());
}

Signal ModuleImport::addExternSignal(Location loc, ArrayRef<StringRef> path, bool isNear,
                                     Type type) {
  StringAttr symbol = uniqueSymbol(path.back());
  csim::ExternSignalOp::create(members, loc, symbol,
                               isNear ? members.getI32IntegerAttr(0) : IntegerAttr(),
                               members.getStrArrayAttr(path), TypeAttr::get(type));
  return {symbol, type};
}

Signal ModuleImport::define(Value value, StringRef name) {
  if (Signal port = portHomes.lookup(value))
    return homes[value] = port;
  if (name.empty())
    if (StringAttr hint = names.lookup(value))
      name = hint;
  Type type = types.lower(value.getType());
  if (!type) {
    if (!hasFailed)
      emitError(value.getLoc()) << "unsupported: value of type " << value.getType();
    hasFailed = true;
    type = members.getI1Type();
  }
  return homes[value] = addSignal(value.getLoc(), name, type);
}

Value ModuleImport::resolve(Value value) const {
  Value first = value;
  while (Operation *op = value.getDefiningOp()) {
    const DialectImport *dialect = design.dialects.find(op);
    Value behind = dialect ? dialect->aliasOf(op) : Value();
    // Names that only name each other have no value: see declareOperations.
    if (!behind || behind == first)
      break;
    value = behind;
  }
  return value;
}

void ModuleImport::collectNames() {
  source->walk([&](Operation *op) {
    if (op->getNumResults() != 1)
      return;
    auto name = op->getAttrOfType<StringAttr>("name");
    if (!name || name.empty())
      name = op->getAttrOfType<StringAttr>("sv.namehint");
    if (name && !name.empty())
      names.try_emplace(resolve(op->getResult(0)), name);
  });
}

// --- Ports -----------------------------------------------------------------------------

LogicalResult ModuleImport::declarePorts() {
  unsigned input = 0;
  for (const hw::ModulePort &port : hw::moduleTypeOf(source).getPorts()) {
    auto reference = dyn_cast<llhd::RefType>(port.type);
    Type type = types.lower(reference ? reference.getNestedType() : port.type);
    if (!type)
      return source->emitError("unsupported: port '")
             << port.name.getValue() << "' of type " << port.type;
    bool isNet = port.dir == hw::ModulePort::InOut;
    if (isNet)
      type = csim::LogicType::get(type.getContext(), csim::bitWidthOf(type));
    Signal signal = addSignal(source->getLoc(), port.name, type,
                              isNet ? csim::NetKind::Wire : csim::NetKind::Variable);
    csim::PortOp::create(members, source->getLoc(), port.name,
                         isNet                                 ? csim::PortDirection::Inout
                         : reference && port.dir == hw::ModulePort::Input
                             ? csim::PortDirection::Ref
                         : port.dir == hw::ModulePort::Input   ? csim::PortDirection::Input
                                                               : csim::PortDirection::Output,
                         FlatSymbolRefAttr::get(signal.symbol));
    if (isNet || (reference && port.dir == hw::ModulePort::Input))
      refer(source->getRegion(0).getArgument(input++), signal);
    else if (port.dir == hw::ModulePort::Input)
      homes[source->getRegion(0).getArgument(input++)] = signal;
  }
  return success();
}

/// Symbols of the output ports, in order.
static SmallVector<Signal> outputsOf(csim::ModuleOp module) {
  SmallVector<Signal> outputs;
  for (auto port : module.getOps<csim::PortOp>())
    if (port.getDirection() == csim::PortDirection::Output) {
      auto signal = module.lookupSymbol<csim::SignalOp>(port.getSignalAttr());
      outputs.push_back({signal.getSymNameAttr(), signal.getType()});
    }
  return outputs;
}

/// What is computed for an output is computed into it.
void ModuleImport::choosePortHomes() {
  Operation *output = source->getRegion(0).front().getTerminator();
  for (auto [operand, port] : llvm::zip(output->getOperands(), outputsOf(target))) {
    Value value = resolve(operand);
    Operation *op = value.getDefiningOp();
    if (isa<llhd::RefType>(value.getType())) { // the signal is the port
      if (isa_and_present<llhd::SignalOp, hw::InstanceOp>(op) && !referenced(value))
        refer(value, port);
      continue;
    }
    if (op && op->getNumOperands() != 0 && types.lower(value.getType()) == port.type)
      portHomes.try_emplace(value, port);
  }
}

LogicalResult ModuleImport::connectOutputs(Operation *op) {
  for (auto [operand, port] : llvm::zip(op->getOperands(), outputsOf(target))) {
    Value value = resolve(operand);
    if (isa<llhd::RefType>(value.getType())) {
      if (referenced(value).symbol != port.symbol)
        return op->emitError("unsupported: a reference to something else than a whole signal of "
                             "the module leaves it by one port");
      continue;
    }
    if (portHomes.lookup(value).symbol == port.symbol) {
      place(value);
      continue;
    }
    Process &process = following(op->getLoc());
    process.uses.push_back(value);
    process.steps.push_back(
        [value, port](BodyEmitter &body) { body.store(body.value(value), port); });
  }
  return success();
}

// --- Processes ---------------------------------------------------------------------------

Process &ModuleImport::following(Location loc) {
  processes.push_back(std::make_unique<Process>(Process{csim::ProcessKind::Assign, loc, {}, {},
                                                        {}, {}}));
  return *processes.back();
}

Process &ModuleImport::clocked(Location loc, Value clock, Value reset) {
  clock = resolve(clock);
  place(clock);
  if (reset) {
    reset = resolve(reset);
    place(reset);
  }
  auto [it, isNew] = clockedProcesses.try_emplace({clock, reset}, unsigned(processes.size()));
  if (!isNew)
    return *processes[it->second];
  Process &process = following(loc);
  process.kind = csim::ProcessKind::AlwaysFF;
  process.triggers.push_back({clock, csim::Edge::Pos});
  if (reset)
    process.triggers.push_back({reset, csim::Edge::Pos});
  return process;
}

LogicalResult ModuleImport::instantiate(Operation *op, StringRef name, FlatSymbolRefAttr module,
                                        ArrayAttr parameters, ValueRange inputs,
                                        ResultRange results) {
  SmallVector<Attribute> known;
  for (auto parameter : parameters.getAsRange<hw::ParamDeclAttr>()) {
    FailureOr<TypedAttr> value = hw::substituteParameters(
        cast<TypedAttr>(parameter.getValue()), types.parameters, op->getLoc());
    if (failed(value))
      return failure();
    known.push_back(hw::ParamDeclAttr::get(op->getContext(), parameter.getName(),
                                           parameter.getType(), *value));
  }
  csim::ModuleOp child = design.specialise(op, module.getAttr(),
                                           ArrayAttr::get(op->getContext(), known));
  if (!child)
    return LogicalResult(failure(hasFailed = true));
  Instance instance{op, name.str(), child, {}, {}};
  auto declared = hw::moduleTypeOf(SymbolTable::lookupNearestSymbolFrom(op, module));
  unsigned input = 0, output = 0, number = 0;
  for (const hw::ModulePort &port : declared.getPorts()) {
    Value value = port.dir == hw::ModulePort::Output ? Value(results[output++]) : inputs[input++];
    if (auto reference = dyn_cast<llhd::RefType>(port.type); reference && !value.use_empty()) {
      Type type = types.lower(reference.getNestedType());
      if (port.dir == hw::ModulePort::Output && !referenced(value) && type)
        refer(value, addSignal(op->getLoc(), name.str() + "." + port.name.str(), type));
      if (!referenced(value)) {
        hasFailed = true;
        return op->emitError("unsupported: what port '")
               << port.name.getValue() << "' refers to is no whole signal";
      }
    } else if (port.dir == hw::ModulePort::Output && !value.use_empty()) {
      define(value, "");
    } else if (port.dir == hw::ModulePort::Input) {
      value = resolve(value);
      place(value);
    } else if (port.dir == hw::ModulePort::InOut) {
      if (!isa_and_present<csim::LogicType>(referenced(value).type)) {
        hasFailed = true;
        return op->emitError("unsupported: what inout port '")
               << port.name.getValue() << "' is connected to is no whole wire";
      }
    } else {
      ++number;
      continue;
    }
    instance.values.push_back(value);
    instance.ports.push_back(int32_t(number++));
  }
  instances.push_back(std::move(instance));
  return success();
}

// --- Operations -----------------------------------------------------------------------------

bool ModuleImport::isPure(Operation *op) const {
  const DialectImport *dialect = design.dialects.find(op);
  return dialect && dialect->isPure(op);
}

Operation *ModuleImport::pureSource(Value value) const {
  Operation *op = value.getDefiningOp();
  return op && isPure(op) ? op : nullptr;
}

LogicalResult ModuleImport::declareOperation(Operation &op) {
  const DialectImport *dialect = design.dialects.find(&op);
  if (!dialect)
    return DesignImport::unsupported(&op);
  if (Value behind = dialect->aliasOf(&op)) {
    Operation *real = resolve(behind).getDefiningOp();
    const DialectImport *known = real ? design.dialects.find(real) : nullptr;
    if (known && known->aliasOf(real))
      return op.emitError("unsupported: a wire that only names itself");
    return success();
  }
  if (dialect->isDropped(&op))
    design.noteDropped(&op);
  if (dialect->isPure(&op) || dialect->isIgnored(&op) || succeeded(dialect->declare(&op, *this)))
    return success();
  if (!hasFailed)
    (void)DesignImport::unsupported(&op);
  return failure();
}

LogicalResult ModuleImport::declareOperations() {
  auto isObject = [&](Operation &op) {
    const DialectImport *dialect = design.dialects.find(&op);
    return dialect && dialect->isObject(&op);
  };
  for (bool objects : {true, false})
    for (Operation &op : source->getRegion(0).front())
      if (!initialOnly.contains(&op) && isObject(op) == objects && failed(declareOperation(op)))
        return failure();
  return success();
}

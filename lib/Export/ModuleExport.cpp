//===- ModuleExport.cpp - one csim.module as an hw.module ---------------------------===//
//
// Ports, instances, and the values of signals. A signal is read as a placeholder until
// everything that drives it is known; then the driven bits are joined to one value, the
// placeholders are replaced, and what that made foldable is folded.
//
//===----------------------------------------------------------------------===//

#include "Export/ModuleExport.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;
using llvm::APInt;

ModuleExport::ModuleExport(csim::ModuleOp source, SymbolTableCollection &tables, Demoted &demoted)
    : source(source), tables(tables), demoted(demoted) {}

LogicalResult ModuleExport::run(ModuleOp design) {
  LogicalResult result = declarePorts(design);
  if (succeeded(result))
    result = build();
  if ((failed(result) || mustRepeat) && target)
    target.erase();
  return mustRepeat ? success() : result;
}

LogicalResult ModuleExport::build() {
  chooseMemories();
  if (failed(declareExternals()) || failed(declareInstances()) || failed(runInitial()) ||
      mustRepeat)
    return failure();
  bool isGood = true;
  for (auto process : source.getOps<csim::ProcessOp>()) {
    logic->loc = process.getLoc();
    isGood &= succeeded(runProcess(process));
    if (mustRepeat)
      return failure();
  }
  if (!isGood || failed(finishMemories()) || mustRepeat || failed(resolve()))
    return failure();
  cleanUp();
  return checkHolds();
}

void ModuleExport::warnUnknown() {
  if (!std::exchange(hasWarnedUnknown, true))
    emitWarning(logic->loc) << "in module '" << source.getDefinition().value_or(source.getSymName())
                            << "' x and z are taken as 0, here and elsewhere";
}

void ModuleExport::warnDelays(Location loc) {
  if (!std::exchange(hasWarnedDelays, true))
    emitWarning(loc) << "in module '" << source.getDefinition().value_or(source.getSymName())
                     << "' delays of assignments are ignored, here and elsewhere";
}

// --- Declarations --------------------------------------------------------------------------

void ModuleExport::addSignal(Operation *op, StringRef name, Type type) {
  Signal signal;
  signal.name = name;
  signal.width = unsigned(flatWidth(type));
  signal.driven = APInt(std::max(1u, signal.width), 0);
  signals.insert({op, signal});
}

LogicalResult ModuleExport::declareSignals() {
  for (auto op : source.getOps<csim::SignalOp>())
    addSignal(op, op.getDisplayName(), op.getType());
  return success();
}

LogicalResult ModuleExport::declarePorts(ModuleOp design) {
  (void)declareSignals();
  OpBuilder builder = OpBuilder::atBlockEnd(design.getBody());
  MLIRContext *context = source.getContext();
  SmallVector<hw::ModulePort> ports;
  SmallVector<std::pair<Operation *, Location>> inputs;
  for (auto port : source.getOps<csim::PortOp>()) {
    bool isInput = port.getDirection() == csim::PortDirection::Input;
    if ((!isInput && port.getDirection() != csim::PortDirection::Output) || !port.getSignalAttr())
      return port.emitError("unsupported in hardware: ")
             << csim::stringifyPortDirection(port.getDirection()) << " port '" << port.getName()
             << "'";
    Operation *op = tables.lookupSymbolIn(source, port.getSignalAttr());
    Signal *signal = signals.find(op) == signals.end() ? nullptr : &signals[op];
    if (!signal || !signal->width)
      return port.emitError("unsupported in hardware: type of port '") << port.getName() << "'";
    Type type = builder.getIntegerType(signal->width);
    ports.push_back(
        {port.getNameAttr(), type, isInput ? hw::ModulePort::Input : hw::ModulePort::Output});
    if (isInput)
      inputs.push_back({op, port.getLoc()});
    else
      outputs.push_back(op);
  }
  OperationState state(source.getLoc(), hw::HWModuleOp::getOperationName());
  state.addAttribute("sym_name", builder.getStringAttr(hardwareName(source)));
  state.addAttribute("module_type", TypeAttr::get(hw::ModuleType::get(context, ports)));
  state.addAttribute("parameters", builder.getArrayAttr({}));
  Block *body = new Block;
  state.addRegion()->push_back(body);
  target = cast<hw::HWModuleOp>(builder.create(state));
  logic = std::make_unique<CombBuilder>(body);
  logic->loc = source.getLoc();
  for (auto [op, loc] : inputs) {
    signals[op].isKnown = true;
    signals[op].value = body->addArgument(builder.getIntegerType(signals[op].width), loc);
  }
  return success();
}

Operation *ModuleExport::resolveExternal(csim::ExternSignalOp op) {
  if (op.getUp().value_or(1) != 0 || op.getPath().size() != 2)
    return nullptr;
  auto name = [&](unsigned i) { return cast<StringAttr>(op.getPath()[i]).getValue(); };
  for (auto instance : source.getOps<csim::InstanceOp>()) {
    if (instance.getDisplayName() != name(0))
      continue;
    auto child = tables.lookupNearestSymbolFrom<csim::ModuleOp>(source->getParentOp(),
                                                                instance.getModuleNameAttr());
    for (auto [number, port] : llvm::enumerate(child.getOps<csim::PortOp>())) {
      if (port.getSignal().value_or("") != name(1))
        continue;
      for (auto [bound, actual] : llvm::zip(instance.getPorts(), instance.getActuals()))
        if (size_t(bound) == number)
          if (auto symbol = dyn_cast<FlatSymbolRefAttr>(actual))
            return tables.lookupSymbolIn(source, symbol);
      return portSignals.try_emplace({instance, unsigned(number)}, op).first->second;
    }
  }
  return nullptr;
}

LogicalResult ModuleExport::declareExternals() {
  for (auto op : source.getOps<csim::ExternSignalOp>())
    if (resolveExternal(op) == op)
      addSignal(op, op.getSymName(), op.getType());
  return success();
}

LogicalResult ModuleExport::declareInstances() {
  for (auto instance : source.getOps<csim::InstanceOp>()) {
    logic->loc = instance.getLoc();
    if (failed(declareInstance(instance)))
      return failure();
  }
  return success();
}

LogicalResult ModuleExport::declareInstance(csim::InstanceOp instance) {
  auto child = tables.lookupNearestSymbolFrom<csim::ModuleOp>(source->getParentOp(),
                                                              instance.getModuleNameAttr());
  if (!child || child.getKind() != csim::ScopeKind::Module)
    return instance.emitError("unsupported in hardware: instance '")
           << instance.getDisplayName() << "', which is no module";
  OpBuilder &builder = logic->builder;
  SmallVector<Value> inputs;
  SmallVector<Attribute> inputNames, outputNames;
  SmallVector<Type> outputTypes;
  SmallVector<Operation *> outputSignals;
  for (auto [number, port] : llvm::enumerate(child.getOps<csim::PortOp>())) {
    Operation *signal = nullptr;
    for (auto [bound, actual] : llvm::zip(instance.getPorts(), instance.getActuals()))
      if (size_t(bound) == number) {
        auto symbol = dyn_cast<FlatSymbolRefAttr>(actual);
        FailureOr<Place> place;
        if (symbol)
          place = placeOf(symbol, instance);
        if (failed(place))
          return instance.emitError("unsupported in hardware: connection of port '")
                 << port.getName() << "'";
        signal = place->root.first;
      }
    if (!signal)
      if (auto it = portSignals.find({instance, unsigned(number)}); it != portSignals.end())
        signal = it->second;
    auto formal = tables.lookupSymbolIn<csim::SignalOp>(child, port.getSignalAttr());
    unsigned width = unsigned(flatWidth(formal.getType()));
    if (port.getDirection() == csim::PortDirection::Input) {
      if (!signal)
        warnUnknown();
      inputs.push_back(signal ? read(signal) : logic->zero(width));
      inputNames.push_back(port.getNameAttr());
    } else {
      outputSignals.push_back(signal);
      outputTypes.push_back(builder.getIntegerType(width));
      outputNames.push_back(port.getNameAttr());
    }
  }
  OperationState state(instance.getLoc(), hw::InstanceOp::getOperationName(), inputs, outputTypes);
  state.addAttribute("instanceName", builder.getStringAttr(instance.getDisplayName()));
  state.addAttribute("moduleName",
                     FlatSymbolRefAttr::get(builder.getContext(), hardwareName(child)));
  state.addAttribute("argNames", builder.getArrayAttr(inputNames));
  state.addAttribute("resultNames", builder.getArrayAttr(outputNames));
  state.addAttribute("parameters", builder.getArrayAttr({}));
  Operation *made = builder.create(state);
  for (auto [signal, value] : llvm::zip(outputSignals, made->getResults()))
    if (signal && failed(addPiece(signal, 0, value, instance.getLoc())))
      return failure();
  return success();
}

// --- Values of signals -------------------------------------------------------------------

FailureOr<Place> ModuleExport::placeOf(FlatSymbolRefAttr symbol, Operation *user) {
  Operation *op = tables.lookupSymbolIn(source, symbol);
  if (auto driver = dyn_cast_if_present<csim::DriverOp>(op)) {
    if (driver.getPath())
      return user->emitError("unsupported in hardware: a driver of an element of an array of nets");
    FailureOr<Place> place = placeOf(driver.getNetAttr(), user);
    if (succeeded(place) && driver.getWidth())
      place->steps.push_back(
          {Step::Part, unsigned(driver.getLo()), unsigned(driver.getWidth()), {}});
    return place;
  }
  if (auto external = dyn_cast_if_present<csim::ExternSignalOp>(op)) {
    op = resolveExternal(external);
    if (auto again = dyn_cast_if_present<csim::ExternSignalOp>(op); again && again != external)
      op = resolveExternal(again);
    if (!op)
      return user->emitError("unsupported in hardware: hierarchical name '")
             << external.getPath().getValue().back() << "'";
  }
  auto it = signals.find(op);
  if (it == signals.end() || !it->second.width)
    return user->emitError("unsupported in hardware: type of '") << symbol.getValue() << "'";
  return Place{{op, 0}, {}, false};
}

Value ModuleExport::read(Operation *op) {
  Signal &signal = signals[op];
  if (isMemory(op))
    demote(op);
  if (!signal.value)
    signal.value = logic->placeholder(logic->intType(signal.width), signal.name);
  return signal.value;
}

Value ModuleExport::hold(Operation *op) {
  for (size_t i = firstHold; i < holds.size(); ++i)
    if (holds[i].signal == op)
      return holds[i].value;
  Signal &signal = signals[op];
  Value value = logic->placeholder(logic->intType(signal.width), signal.name);
  holds.push_back({value, op, logic->loc, APInt(signal.width, 0)});
  return value;
}

Symbolic ModuleExport::presetOf(Operation *op) const {
  auto it = signals.find(op);
  return it == signals.end() ? Symbolic() : it->second.preset;
}

Value ModuleExport::bitsOf(const Symbolic &value, unsigned width) {
  if (value.kind == Symbolic::Hardware)
    return value.value;
  if (value.kind != Symbolic::Constant)
    return logic->zero(width);
  auto [a, b] = planesOf(value.constant);
  if (!b.isZero())
    warnUnknown();
  return logic->constant(a & ~b);
}

LogicalResult ModuleExport::addPiece(Operation *op, unsigned lo, Value value, Location loc) {
  Signal &signal = signals[op];
  unsigned width = CombBuilder::widthOf(value);
  APInt bits = APInt::getBitsSet(signal.width, lo, lo + width);
  if (signal.isKnown || signal.driven.intersects(bits))
    return emitError(loc) << "unsupported in hardware: '" << signal.name
                          << "' is driven by several processes";
  signal.driven |= bits;
  signal.pieces.push_back({lo, value});
  return success();
}

LogicalResult ModuleExport::addPieces(Operation *op, const Execution::Store &store) {
  unsigned width = signals[op].width;
  logic->loc = store.loc;
  Value value = bitsOf(store.value, width);
  for (unsigned lo = 0; lo < width;) {
    unsigned end = lo;
    while (end < width && store.mask[end] == store.mask[lo])
      ++end;
    if (store.mask[lo] && failed(addPiece(op, lo, logic->extract(value, lo, end - lo), store.loc)))
      return failure();
    lo = end;
  }
  return success();
}

// --- Joining everything --------------------------------------------------------------------

/// All of a signal: driven bits, and initial values or 0 for others.
Value ModuleExport::assemble(Operation *op, Signal &signal) {
  logic->loc = op->getLoc();
  if (!signal.driven.isAllOnes() && signal.preset.kind == Symbolic::Undefined)
    warnUnknown();
  Value value = bitsOf(signal.preset, signal.width);
  for (const Piece &piece : signal.pieces)
    value = logic->insert(value, piece.value, piece.lo);
  return value;
}

/// Bits that the process of the hold does not assign are those of the signal.
Value ModuleExport::withoutOthers(const Hold &hold) {
  logic->loc = hold.loc;
  unsigned width = CombBuilder::widthOf(hold.value);
  if (hold.mask.isAllOnes())
    return hold.value;
  Value whole = read(hold.signal), value = whole;
  for (unsigned lo = 0; lo < width;) {
    unsigned end = lo;
    while (end < width && hold.mask[end] == hold.mask[lo])
      ++end;
    if (hold.mask[lo]) {
      Value rest = logic->placeholder(logic->intType(end - lo), signals[hold.signal].name);
      rest.getDefiningOp()->setAttr("hold", logic->builder.getUnitAttr());
      value = logic->insert(value, rest, lo);
    }
    lo = end;
  }
  return value;
}

void ModuleExport::emitOutputs() {
  SmallVector<Value> values;
  for (Operation *op : outputs)
    values.push_back(read(op));
  OperationState state(source.getLoc(), hw::OutputOp::getOperationName());
  state.addOperands(values);
  logic->builder.setInsertionPointToEnd(&target->getRegion(0).front());
  Operation *output = logic->builder.create(state);
  logic->builder.setInsertionPoint(output);
}

/// Says the name of a signal at the operation that computes it.
static void nameValue(Value value, StringRef name) {
  Operation *op = value.getDefiningOp();
  if (op && isa<comb::CombDialect>(op->getDialect()) && !op->hasAttr("sv.namehint") &&
      !name.starts_with("$"))
    op->setAttr("sv.namehint", StringAttr::get(op->getContext(), name));
}

LogicalResult ModuleExport::resolve() {
  emitOutputs();
  // Values are operands of these, so that replacing one placeholder reaches the others.
  auto keep = [&](Value value) {
    OperationState state(value.getLoc(), UnrealizedConversionCastOp::getOperationName());
    state.addOperands(value);
    state.addTypes(value.getType());
    return logic->builder.create(state);
  };
  SmallVector<std::pair<Value, Operation *>> replacements;
  for (const Hold &hold : holds) {
    hold.value.getDefiningOp()->setAttr("hold", logic->builder.getUnitAttr());
    Value value = withoutOthers(hold);
    if (value != hold.value)
      replacements.push_back({hold.value, keep(value)});
  }
  for (auto &[op, signal] : signals)
    if (signal.value && !signal.isKnown) {
      Value value = assemble(op, signal);
      nameValue(value, signal.name);
      replacements.push_back({signal.value, keep(value)});
    }
  logic->stopSharing();
  bool isGood = true;
  for (auto [placeholder, keeper] : replacements) {
    Value value = keeper->getOperand(0);
    StringRef name = placeholder.getDefiningOp()->getAttrOfType<StringAttr>("name").getValue();
    if (value == placeholder) {
      isGood = false;
      emitError(keeper->getLoc()) << "unsupported in hardware: '" << name << "' drives itself";
      continue;
    }
    placeholder.replaceAllUsesWith(value);
    placeholder.getDefiningOp()->erase();
  }
  for (auto [placeholder, keeper] : replacements)
    keeper->erase();
  return success(isGood);
}

/// Folds what replaced placeholders made foldable; removes what no output or instance
/// needs.
void ModuleExport::cleanUp() {
  Block *body = &target->getRegion(0).front();
  llvm::SetVector<Operation *> worklist;
  for (Operation &op : *body)
    worklist.insert(&op);
  while (!worklist.empty()) {
    Operation *op = worklist.pop_back_val();
    if (op->getNumResults() != 1)
      continue;
    Value value = logic->refold(op);
    if (!value)
      continue;
    for (Operation *user : op->getUsers())
      worklist.insert(user);
    if (Operation *made = value.getDefiningOp())
      worklist.insert(made);
    if (Attribute hint = op->getAttr("sv.namehint"))
      nameValue(value, cast<StringAttr>(hint).getValue());
    op->getResult(0).replaceAllUsesWith(value);
    worklist.remove(op);
    op->erase();
  }
  llvm::SetVector<Operation *> live;
  for (Operation &op : *body)
    if (isa<hw::OutputOp, hw::InstanceOp>(op))
      live.insert(&op);
  for (size_t i = 0; i < live.size(); ++i) {
    for (Value operand : live[i]->getOperands())
      if (Operation *definition = operand.getDefiningOp())
        live.insert(definition);
    if (isa<seq::FirMemOp>(live[i]))
      for (Operation *user : live[i]->getUsers())
        if (isa<seq::FirMemWriteOp>(user))
          live.insert(user);
  }
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(*body)))
    if (!live.contains(&op)) {
      op.dropAllUses();
      op.erase();
    }
}

LogicalResult ModuleExport::checkHolds() {
  llvm::StringSet<> reported;
  for (Operation &op : target->getRegion(0).front())
    if (isa<UnrealizedConversionCastOp>(op)) {
      StringRef name = op.getAttrOfType<StringAttr>("name").getValue();
      if (reported.insert(name).second)
        op.emitError("unsupported in hardware: latch: '")
            << name << "' is not assigned on every path, and keeps its value";
    }
  return success(reported.empty());
}

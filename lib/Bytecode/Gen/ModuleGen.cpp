//===- ModuleGen.cpp - modules, declared and generated ----------------------===//
//
// Fixes the image of a module: signals in the order of declaration, placed in
// the instance block by descending alignment with large objects last (so that
// scalars share cache lines), one slot per port, external name and driver,
// children with their bindings, processes in order. Ports are reached through
// their slots everywhere, also in sensitivity lists and bindings.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

#define SAME(A, B) static_assert(int(csim::A) == int(model::B))
SAME(NetKind::Uwire, NetKind::Uwire);
SAME(NetKind::Trireg, NetKind::Trireg);
SAME(NetKind::User, NetKind::User);
SAME(ScopeKind::Program, ScopeKind::Program);
SAME(ProcessKind::Port, ProcessKind::Port);
SAME(ProcessKind::Assign, ProcessKind::Assign);
SAME(PortDirection::Interface, PortDirection::Interface);
SAME(Edge::NamedEvent, Edge::NamedEvent);
SAME(JoinKind::None, JoinKind::None);
SAME(ArgKind::Thunk, ArgKind::Thunk);
SAME(ArgKind::Ref, ArgKind::Ref);
#undef SAME

Generator::Generator(DesignImage &image, NameTables names)
    : image(image), names(std::move(names)), layout(image) {
  for (uint32_t i = 0; i < image.files.size(); ++i)
    fileIndex[image.files[i]] = i;
  functionOps.resize(image.functions.size());
}

Generator::~Generator() = default;

// --- Names and positions --------------------------------------------------------------

const ModuleInfo *Generator::findModule(StringAttr symbol) const {
  return moduleBySymbol.lookup(symbol);
}

const Member *Generator::resolve(const ModuleInfo &module, SymbolRefAttr ref) const {
  if (ref.getNestedReferences().empty())
    return module.find(ref.getRootReference());
  const ModuleInfo *other = findModule(ref.getRootReference());
  return other ? other->find(ref.getLeafReference()) : nullptr;
}

static FileLineColLoc fileLocation(Location loc) {
  return llvm::TypeSwitch<Location, FileLineColLoc>(loc)
      .Case<FileLineColLoc>([](FileLineColLoc l) { return l; })
      .Case<NameLoc>([](NameLoc l) { return fileLocation(l.getChildLoc()); })
      .Case<CallSiteLoc>([](CallSiteLoc l) { return fileLocation(l.getCallee()); })
      .Case<FusedLoc>([](FusedLoc l) {
        for (Location part : l.getLocations())
          if (FileLineColLoc found = fileLocation(part))
            return found;
        return FileLineColLoc();
      })
      .Default([](Location) { return FileLineColLoc(); });
}

SourcePos Generator::positionOf(Location loc) {
  if (LocationAttr(loc) == lastLocation)
    return lastPosition;
  lastLocation = loc;
  lastPosition = {};
  if (FileLineColLoc found = fileLocation(loc)) {
    auto [it, isNew] = fileIndex.try_emplace(found.getFilename().getValue(), image.files.size());
    if (isNew)
      image.files.push_back(found.getFilename().str());
    lastPosition = {it->second, found.getLine(), found.getColumn()};
  }
  return lastPosition;
}

uint32_t Generator::scopeIndex(const ModuleInfo &info, FlatSymbolRefAttr scope) const {
  const Member *member = scope ? info.find(scope.getAttr()) : nullptr;
  return member && member->kind == Member::Scope ? member->index : 0;
}

// --- Whole designs ----------------------------------------------------------------------

LogicalResult Generator::declareDesign(mlir::ModuleOp design) {
  if (auto precision =
          design->getAttrOfType<IntegerAttr>(csim::CsimDialect::timePrecisionAttrName()))
    image.timePrecision = int8_t(precision.getInt());
  if (auto choice =
          design->getAttrOfType<IntegerAttr>(csim::CsimDialect::delayChoiceAttrName()))
    image.delayChoice = uint8_t(choice.getInt());
  for (auto module : design.getOps<csim::ModuleOp>())
    openModule(module);
  for (auto module : design.getOps<csim::ModuleOp>())
    if (declareModule(module) == NoId)
      return failure();
  for (auto top : design.getOps<csim::TopOp>()) {
    const ModuleInfo *module = findModule(top.getModuleNameAttr().getAttr());
    if (!module)
      return top.emitOpError("names a module that is not declared");
    image.tops.push_back({top.getName().str(), module->id});
  }
  return success();
}

LogicalResult Generator::generateDesign(mlir::ModuleOp design) {
  if (failed(declareDesign(design)))
    return failure();
  bool ok = true;
  for (auto module : design.getOps<csim::ModuleOp>())
    ok &= succeeded(generateModule(module));
  return success(ok);
}

// --- Declaring a module -------------------------------------------------------------------

/// Gives the module its number; its contents follow with declareModule.
ModuleInfo &Generator::openModule(csim::ModuleOp op) {
  ModuleInfo *&info = moduleBySymbol[op.getSymNameAttr()];
  if (info)
    return *info;
  info = &modules.emplace_back();
  info->op = op;
  info->id = ModuleId(image.modules.size());
  ModuleImage &out = image.modules.emplace_back();
  out.name = op.getSymName().str();
  out.definition = op.getDefinition().value_or(op.getSymName()).str();
  out.library = op.getLibrary().value_or(model::DefaultLibrary).str();
  out.kind = ScopeKind(op.getKind());
  out.timeUnit = int8_t(int32_t(op.getTimeUnit()));
  out.timePrecision = int8_t(int32_t(op.getTimePrecision()));
  out.scopes.push_back({out.definition, out.kind, NoId});
  out.pos = positionOf(op.getLoc());
  return *info;
}

ModuleId Generator::declareModule(csim::ModuleOp op) {
  ModuleInfo &info = openModule(op);
  // Children get their numbers first: that may move image.modules.
  for (auto instance : op.getBodyBlock()->getOps<csim::InstanceOp>()) {
    if (findModule(instance.getModuleNameAttr().getAttr()))
      continue;
    auto child = dyn_cast_or_null<csim::ModuleOp>(
        SymbolTable::lookupSymbolIn(op->getParentOp(), instance.getModuleNameAttr()));
    if (!child) {
      instance.emitOpError() << "names " << instance.getModuleNameAttr()
                             << ", which is not a module";
      return NoId;
    }
    openModule(child);
  }
  ModuleImage &out = image.modules[info.id];
  if (failed(declareMembers(info, out)))
    return NoId;
  if (FlatSymbolRefAttr initialiser = op.getInitialiserAttr())
    if (const Member *member = info.find(initialiser.getAttr()))
      out.initialiser = member->index;
  return info.id;
}

LogicalResult Generator::declareMembers(ModuleInfo &info, ModuleImage &out) {
  csim::ModuleOp module = info.op;
  for (auto scope : module.getBodyBlock()->getOps<csim::ScopeOp>())
    declareScope(info, out, scope);
  if (failed(declareSignals(info, out)))
    return failure();
  bool isFirst = out.ports.empty() && info.processes.empty();
  auto isName = [](Operation &op) {
    return isa<csim::PortOp, csim::ExternSignalOp, csim::ExternInstanceOp>(op);
  };
  // Ports and external names first: drivers, children and processes go through their slots.
  for (Operation &op : *module.getBodyBlock())
    if (isName(op) && (isFirst || !isa<csim::PortOp>(op)) && failed(declareMember(info, out, op)))
      return failure();
  for (Operation &op : *module.getBodyBlock())
    if (!isName(op) && (isFirst || isa<csim::FuncOp>(op)) && failed(declareMember(info, out, op)))
      return failure();
  return success();
}

void Generator::declareScope(ModuleInfo &info, ModuleImage &out, csim::ScopeOp op) {
  if (info.find(op.getSymNameAttr()))
    return;
  Member member(Member::Scope);
  member.index = uint32_t(out.scopes.size());
  info.members[op.getSymNameAttr()] = member;
  out.scopes.push_back(
      {op.getName().str(), ScopeKind(op.getKind()), scopeIndex(info, op.getParentAttr())});
}

/// Signals first: ports, drivers and processes refer to them in any order.
LogicalResult Generator::declareSignals(ModuleInfo &info, ModuleImage &out) {
  struct Pending {
    uint32_t signal;
    Storage storage;
  };
  std::vector<Pending> pending;
  csim::ModuleOp module = info.op;
  for (auto op : module.getBodyBlock()->getOps<csim::SignalOp>()) {
    if (info.find(op.getSymNameAttr()))
      continue;
    Member member(Member::Signal);
    member.index = uint32_t(out.signals.size());
    member.type = op.getType();
    info.members[op.getSymNameAttr()] = member;
    SignalImage &signal = out.signals.emplace_back();
    signal.name = op.getDisplayName().str();
    signal.type = layout.typeId(op.getSourceType().value_or(op.getType()));
    signal.net = NetKind(op.getNet());
    signal.scope = scopeIndex(info, op.getScopeAttr());
    signal.pos = positionOf(op.getLoc());
    signal.flags = (csim::isFourState(op.getType()) ? 0 : SignalTwoState) |
                   (op.getParameter() ? SignalIsParameter : 0) |
                   (op.getImplicit() ? SignalImplicit : 0);
    if (op.getCharge())
      signal.chargeStrength = int16_t(*op.getCharge());
    pending.push_back({member.index, layout.storageOf(op.getType())});
  }
  // Aggregates and very wide vectors behind the scalars.
  auto rank = [](const Pending &p) { return p.storage.size > 64 ? 0u : p.storage.alignment; };
  llvm::sort(pending, [&](const Pending &x, const Pending &y) {
    return std::pair(rank(y), x.signal) < std::pair(rank(x), y.signal);
  });
  for (const Pending &p : pending) {
    out.blockSize = llvm::alignTo(out.blockSize, p.storage.alignment);
    if (out.blockSize + p.storage.size > UINT32_MAX)
      return info.op.emitOpError("needs more than 4 GiB of storage per instance");
    out.signals[p.signal].offset = uint32_t(out.blockSize);
    out.blockSize += p.storage.size;
  }
  out.blockSize = llvm::alignTo(out.blockSize, 8);
  for (auto op : module.getBodyBlock()->getOps<csim::SignalOp>()) {
    Member &member = info.members[op.getSymNameAttr()];
    member.offset = out.signals[member.index].offset;
  }
  return success();
}

LogicalResult Generator::declareMember(ModuleInfo &info, ModuleImage &out, Operation &op) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(&op)
      .Case<csim::PortOp>([&](auto o) { return declarePort(info, out, o), success(); })
      .Case<csim::ExternSignalOp>([&](csim::ExternSignalOp o) {
        declareExtern(info, out, o.getSymNameAttr(), o.getUp(), o.getPath(), o.getType());
        return success();
      })
      .Case<csim::ExternInstanceOp>([&](csim::ExternInstanceOp o) {
        declareExtern(info, out, o.getSymNameAttr(), o.getUp(), o.getPath(), Type());
        return success();
      })
      .Case<csim::DriverOp>([&](auto o) { return declareDriver(info, out, o); })
      .Case<csim::JoinOp>([&](auto o) { return declareJoin(info, out, o); })
      .Case<csim::PassSwitchOp>([&](auto o) { return declareSwitch(info, out, o); })
      .Case<csim::PathOutputOp>([&](auto o) { return declarePathOutput(info, out, o); })
      .Case<csim::ModulePathOp>([&](auto o) { return declarePath(info, out, o); })
      .Case<csim::TimingCheckOp>([&](auto o) { return declareTimingCheck(info, out, o); })
      .Case<csim::InstanceOp>([&](auto o) { return declareInstance(info, out, o); })
      .Case<csim::FuncOp>([&](auto o) { return declareFunction(info, o); })
      .Case<csim::ProcessBodyOp>([&](auto o) { return declareBody(info, o), success(); })
      .Case<csim::ProcessOp>([&](auto o) { return declareProcess(info, out, o); })
      .Default([](Operation *) { return success(); });
}

void Generator::declarePort(ModuleInfo &info, ModuleImage &out, csim::PortOp op) {
  PortImage port;
  port.name = op.getName().str();
  port.direction = PortDirection(op.getDirection());
  if (FlatSymbolRefAttr symbol = op.getSignalAttr()) {
    Member &signal = info.members[symbol.getAttr()];
    port.signal = signal.index;
    port.slot = uint32_t(out.slots.size());
    signal.slot = port.slot;
    out.signals[signal.index].flags |= SignalIsPort;
    SlotImage slot;
    slot.kind = SlotKind::Port;
    slot.local = uint32_t(out.ports.size());
    out.slots.push_back(slot);
  }
  out.ports.push_back(port);
}

void Generator::declareExtern(ModuleInfo &info, ModuleImage &out, StringAttr symbol,
                              std::optional<uint32_t> up, ArrayAttr path, Type type) {
  if (info.find(symbol))
    return;
  Member member(type ? Member::ExternSignal : Member::ExternInstance);
  member.index = member.slot = uint32_t(out.slots.size());
  member.type = type;
  info.members[symbol] = member;
  SlotImage &slot = out.slots.emplace_back();
  slot.kind = type ? SlotKind::Signal : SlotKind::Instance;
  slot.up = up.value_or(NoId);
  for (auto name : path.getAsRange<StringAttr>())
    slot.path.push_back(name.str());
}

/// How descriptors name a signal: local, or through the slot of its port.
static std::pair<SignalOperand, uint32_t> operandFor(const Member &member) {
  if (member.slot != NoId)
    return {SignalOperand::Slot, member.slot};
  return {SignalOperand::Local, member.index};
}

/// Bits that an object of the type takes as a net: of a vector, else of the storage.
uint32_t Generator::flatBits(Type type) {
  uint32_t bits = isa<csim::LogicType, IntegerType>(type) ? csim::bitWidthOf(type) : 0;
  return bits ? bits : uint32_t(layout.storageOf(type).size * 8);
}

LogicalResult Generator::declareDriver(ModuleInfo &info, ModuleImage &out, csim::DriverOp op) {
  const Member *net = info.find(op.getNetAttr().getAttr());
  if (!net)
    return op.emitOpError("drives a net that is not declared");
  DriverImage driver;
  std::tie(driver.netKind, driver.net) = operandFor(*net);
  driver.lo = op.getLo();
  driver.width = op.getWidth();
  if (op.getPath()) {
    Place place = layout.follow(net->type, *op.getPath());
    if (!place.type)
      return op.emitOpError("drives an element that the net does not have");
    driver.lo += uint32_t(place.offset * 8);
    if (!driver.width)
      driver.width = flatBits(place.type);
  }
  driver.strength = {uint8_t(op.getStrength0()), uint8_t(op.getStrength1())};
  Member member(Member::Driver);
  member.index = member.slot = uint32_t(out.slots.size());
  member.type = op.getType();
  info.members[op.getSymNameAttr()] = member;
  SlotImage slot;
  slot.kind = SlotKind::Driver;
  slot.local = uint32_t(out.drivers.size());
  out.slots.push_back(slot);
  out.drivers.push_back(driver);
  return success();
}

LogicalResult Generator::declareJoin(ModuleInfo &info, ModuleImage &out, csim::JoinOp op) {
  JoinImage join;
  FlatSymbolRefAttr nets[2] = {op.getFirstAttr(), op.getSecondAttr()};
  for (unsigned i = 0; i != 2; ++i) {
    const Member *net = info.find(nets[i].getAttr());
    if (!net)
      return op.emitOpError("joins a net that is not declared");
    std::tie(join.kinds[i], join.nets[i]) = operandFor(*net);
  }
  join.lo[0] = op.getFirstLo();
  join.lo[1] = op.getSecondLo();
  join.width = op.getWidth();
  if (op.getPath()) {
    Place place = layout.follow(info.find(nets[1].getAttr())->type, *op.getPath());
    if (!place.type)
      return op.emitOpError("joins an element that the net does not have");
    join.lo[1] += uint32_t(place.offset * 8);
    if (!join.width)
      join.width = flatBits(place.type);
  }
  out.joins.push_back(join);
  return success();
}

LogicalResult Generator::declareSwitch(ModuleInfo &info, ModuleImage &out, csim::PassSwitchOp op) {
  SwitchImage image;
  FlatSymbolRefAttr nets[2] = {op.getFirstAttr(), op.getSecondAttr()};
  for (unsigned i = 0; i != 2; ++i) {
    const Member *net = info.find(nets[i].getAttr());
    if (!net)
      return op.emitOpError("connects a net that is not declared");
    std::tie(image.kinds[i], image.nets[i]) = operandFor(*net);
  }
  image.lo[0] = op.getFirstLo();
  image.lo[1] = op.getSecondLo();
  if (FlatSymbolRefAttr control = op.getControlAttr()) {
    const Member *signal = info.find(control.getAttr());
    if (!signal)
      return op.emitOpError("is controlled by a signal that is not declared");
    image.control = signal->index;
  }
  image.isOneWay = op.getOneWay();
  image.isResistive = op.getResistive();
  out.switches.push_back(image);
  return success();
}

LogicalResult Generator::declareInstance(ModuleInfo &info, ModuleImage &out, csim::InstanceOp op) {
  ChildImage child;
  child.name = op.getDisplayName().str();
  child.module = findModule(op.getModuleNameAttr().getAttr())->id;
  child.scope = scopeIndex(info, op.getScopeAttr());
  child.pos = positionOf(op.getLoc());
  for (auto [port, actual] : llvm::zip(op.getPorts(), op.getActuals())) {
    PortBinding binding;
    binding.port = uint32_t(port);
    if (auto ref = dyn_cast<FlatSymbolRefAttr>(actual)) {
      const Member *member = info.find(ref.getAttr());
      if (!member)
        return op.emitOpError() << "binds " << ref << ", which is not declared";
      std::tie(binding.kind, binding.signal) = operandFor(*member);
    } else {
      for (auto name : cast<ArrayAttr>(actual).getAsRange<StringAttr>())
        binding.interfacePath.push_back(name.str());
    }
    child.ports.push_back(std::move(binding));
  }
  out.children.push_back(std::move(child));
  return success();
}

SignatureId Generator::signatureOf(FunctionType type) {
  auto [it, isNew] = signatures.try_emplace(type, uint32_t(image.signatures.size()));
  if (isNew)
    llvm::raw_string_ostream(image.signatures.emplace_back()) << type;
  return it->second;
}

FuncId Generator::addFunction(ModuleInfo &info, StringRef name, uint32_t scope,
                              std::optional<uint32_t> wanted) {
  FuncId id = wanted.value_or(uint32_t(image.functions.size()));
  if (id >= image.functions.size()) {
    image.functions.resize(id + 1);
    functionOps.resize(id + 1);
  } else if (!image.functions[id].name.empty()) {
    return NoId;
  }
  FunctionImage &function = image.functions[id];
  function.name = (info.op.getSymName() + "." + name).str();
  function.module = info.id;
  function.scope = scope;
  return id;
}

LogicalResult Generator::declareFunction(ModuleInfo &info, csim::FuncOp op) {
  if (info.find(op.getSymNameAttr()))
    return success();
  FuncId id = addFunction(info, op.getSymName(), scopeIndex(info, op.getScopeAttr()), op.getFid());
  if (id == NoId)
    return op.emitOpError() << "wants the FuncId " << *op.getFid() << ", which is taken";
  op.setFid(id);
  image.functions[id].signature = signatureOf(op.getFunctionType());
  functionOps[id] = op;
  Member member(Member::Function);
  member.index = id;
  member.isTask = op.getTask();
  info.members[op.getSymNameAttr()] = member;
  return success();
}

FailureOr<EventTerm> Generator::placeOf(const ModuleInfo &info, Location loc,
                                        csim::EventTermAttr term) {
  const Member *member = info.find(term.getSignal().getAttr());
  if (!member)
    return emitError(loc) << "process names " << term.getSignal() << ", which is not declared";
  EventTerm out;
  out.edge = Edge(term.getEdge());
  std::tie(out.kind, out.index) = operandFor(*member);
  Place place = layout.follow(member->type, term.getPath());
  if (!place.type)
    return emitError(loc) << "process names a part of " << term.getSignal()
                          << " that does not exist";
  out.lo = uint32_t(place.offset * 8) + term.getLo();
  out.width = term.getWidth();
  if (!out.width && !term.getPath().empty()) {
    unsigned width = csim::bitWidthOf(place.type);
    out.width = width ? width : uint32_t(layout.storageOf(place.type).size * 8);
  }
  return out;
}

void Generator::declareBody(ModuleInfo &info, csim::ProcessBodyOp op) {
  Member member(Member::Body);
  member.index = addFunction(info, op.getSymName(), 0, std::nullopt);
  info.members[op.getSymNameAttr()] = member;
  info.bodies.emplace_back(op, member.index);
  image.functions[member.index].operandCount = op.getBody().getNumArguments();
}

/// A process without code of its own: its body, and the places of the body's operands.
LogicalResult Generator::shareBody(ModuleInfo &info, ModuleImage &out, csim::ProcessOp op,
                                   ProcessImage &process) {
  const Member *body = info.find(op.getSharedAttr().getAttr());
  if (!body || body->kind != Member::Body)
    return op.emitOpError("shares a body that is not declared before it");
  process.function = body->index;
  process.firstOperand = uint32_t(out.operands.size());
  process.operandCount = uint32_t(op.getPlacesAttr().size());
  if (process.operandCount != image.functions[body->index].operandCount)
    return op.emitOpError() << "has " << process.operandCount << " places for the "
                            << image.functions[body->index].operandCount << " operands of its body";
  for (auto place : op.getPlacesAttr().getAsRange<csim::EventTermAttr>()) {
    FailureOr<EventTerm> at = placeOf(info, op.getLoc(), place);
    if (failed(at))
      return failure();
    out.operands.push_back({at->kind, at->index, at->lo});
  }
  return success();
}

LogicalResult Generator::declareProcess(ModuleInfo &info, ModuleImage &out, csim::ProcessOp op) {
  ProcessImage process;
  process.kind = ProcessKind(op.getKind());
  process.isStatic = op.getIsStatic();
  process.runAtStart = op.getRunAtStart();
  process.selfTriggering = op.getSelfTriggering();
  process.isReactive = op.getIsReactive();
  process.isObserved = op.getIsObserved();
  process.name = op.getName().str();
  process.scope = scopeIndex(info, op.getScopeAttr());
  process.pos = positionOf(op.getLoc());
  if (ArrayAttr terms = op.getSensitivityAttr())
    for (auto attr : terms.getAsRange<csim::EventTermAttr>()) {
      FailureOr<EventTerm> term = placeOf(info, op.getLoc(), attr);
      if (failed(term))
        return failure();
      process.sensitivity.push_back(*term);
    }
  if (op.getResolves()) {
    const Member *net = info.find(op.getResolvesAttr().getAttr());
    if (!net)
      return op.emitOpError("resolves a net that is not declared");
    process.resolves = net->index;
    out.signals[net->index].flags |= SignalIsResolved;
  }
  if (op.getShared()) {
    if (failed(shareBody(info, out, op, process)))
      return failure();
  } else {
    std::string name = op.getName().str() + "#" + std::to_string(info.processes.size());
    process.function = addFunction(info, name, process.scope, std::nullopt);
  }
  info.processes.emplace_back(op, process.function);
  out.processes.push_back(std::move(process));
  return success();
}

// --- Code ---------------------------------------------------------------------------------

LogicalResult Generator::generateBody(const ModuleInfo &info, Operation *owner, Region &body,
                                      uint32_t scope, FunctionCode &code) {
  FunctionGen function(*this, info, owner, body, scope, code);
  return function.generate();
}

LogicalResult Generator::generateProcesses(csim::ModuleOp module) {
  ModuleInfo *info = moduleBySymbol.lookup(module.getSymNameAttr());
  if (!info)
    return module.emitOpError("is generated before it is declared");
  bool ok = true;
  auto generate = [&](Operation *op, Region &body, FuncId id) {
    FunctionImage &function = image.functions[id];
    if (function.isMaterialised || body.empty())
      return;
    function.isMaterialised = succeeded(generateBody(*info, op, body, function.scope, function.code));
    ok &= function.isMaterialised;
  };
  for (auto [op, id] : info->bodies)
    generate(op, op.getBody(), id);
  for (auto [op, id] : info->processes)
    generate(op, op.getBody(), id);
  if (ok) {
    shareBodies(*info);
    makeTruthTables(image.modules[info->id]);
  }
  return success(ok);
}

LogicalResult Generator::generateModule(csim::ModuleOp module) {
  bool ok = succeeded(generateProcesses(module));
  for (auto op : module.getBodyBlock()->getOps<csim::FuncOp>())
    if (!op.isExternal())
      ok &= succeeded(generateFunction(op));
  return success(ok);
}

LogicalResult Generator::generateFunction(csim::FuncOp function) {
  if (!function.getFid() || functionOp(*function.getFid()) != function)
    return function.emitOpError("is generated before it is declared");
  FunctionImage &out = image.functions[*function.getFid()];
  return out.isMaterialised ? success() : generateFunction(function, out);
}

LogicalResult Generator::generateFunction(csim::FuncOp function, FunctionImage &out) {
  csim::ModuleOp module = csim::enclosingModule(function);
  const ModuleInfo *info = findModule(module.getSymNameAttr());
  if (!info || function.isExternal())
    return function.emitOpError("has no code to generate");
  LogicalResult result = generateBody(*info, function, function.getBody(), out.scope, out.code);
  out.isMaterialised = succeeded(result);
  return result;
}

//===- BodyGen.cpp - declarations of one csim.module ----------------------===//
//
// Signals are declared for every static variable and net in source order, so
// that waves and hierarchical references find them; slots (drivers, external
// signals and instances) are added when code first needs them.
//
//===----------------------------------------------------------------------===//
#include "IRGen/BodyGen.h"
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

namespace {
csim::ScopeKind scopeKindOf(BodyKind kind) {
  switch (kind) {
  case BodyKind::Interface:
    return csim::ScopeKind::Interface;
  case BodyKind::Program:
    return csim::ScopeKind::Program;
  case BodyKind::Package:
  case BodyKind::CompilationUnit:
    return csim::ScopeKind::Package;
  default:
    return csim::ScopeKind::Module;
  }
}

csim::NetKind netKindOf(syntax::NetKind kind) {
  using syntax::NetKind;
  switch (kind) {
  case NetKind::Tri:
    return csim::NetKind::Tri;
  case NetKind::Wand:
    return csim::NetKind::Wand;
  case NetKind::Wor:
    return csim::NetKind::Wor;
  case NetKind::Triand:
    return csim::NetKind::Triand;
  case NetKind::Trior:
    return csim::NetKind::Trior;
  case NetKind::Tri0:
    return csim::NetKind::Tri0;
  case NetKind::Tri1:
    return csim::NetKind::Tri1;
  case NetKind::Trireg:
    return csim::NetKind::Trireg;
  case NetKind::Supply0:
    return csim::NetKind::Supply0;
  case NetKind::Supply1:
    return csim::NetKind::Supply1;
  case NetKind::Uwire:
    return csim::NetKind::Uwire;
  default:
    return csim::NetKind::Wire;
  }
}

int strengthLevel(syntax::StrengthLevel level) {
  using syntax::StrengthLevel;
  switch (level) {
  case StrengthLevel::Supply0:
  case StrengthLevel::Supply1:
    return 7;
  case StrengthLevel::Pull0:
  case StrengthLevel::Pull1:
    return 5;
  case StrengthLevel::Weak0:
  case StrengthLevel::Weak1:
    return 3;
  case StrengthLevel::Highz0:
  case StrengthLevel::Highz1:
    return 0;
  case StrengthLevel::Large:
    return 4;
  case StrengthLevel::Medium:
    return 2;
  case StrengthLevel::Small:
    return 1;
  default:
    return 6;
  }
}
} // namespace

Strengths Strengths::of(syntax::StrengthLevel zero, syntax::StrengthLevel one) {
  return {uint8_t(strengthLevel(zero)), uint8_t(strengthLevel(one))};
}

BodyGen::~BodyGen() = default;

BodyGen::BodyGen(DesignGen &design, const BodySymbol &body, mlir::ModuleOp parent)
    : design(design), body(body), builder(&design.context) {
  mlir::OpBuilder b = mlir::OpBuilder::atBlockEnd(parent.getBody());
  llvm::StringRef definition = body.definition ? body.definition->name : body.printedName;
  op = csim::ModuleOp::create(b, design.locate(body.loc), body.printedName, scopeKindOf(body.bodyKind), definition,
                              body.timeUnit, body.timePrecision);
  if (body.definition && body.definition->library != DefinitionSymbol::DefaultLibrary)
    op.setLibrary(body.definition->library);
  builder = mlir::OpBuilder::atBlockEnd(op.getBodyBlock());
}

std::string BodyGen::uniqueName(llvm::StringRef base) {
  unsigned &count = usedNames[base];
  if (count++ == 0)
    return base.str();
  while (true) {
    std::string name = (base + "$" + llvm::Twine(count - 1)).str();
    if (usedNames.try_emplace(name, 1).second)
      return name;
    ++count;
  }
}

csim::FuncOp BodyGen::createFunction(llvm::StringRef base, llvm::ArrayRef<mlir::Type> arguments, bool isTask,
                                     llvm::StringRef scopeName, mlir::Location loc) {
  auto type = mlir::FunctionType::get(&design.context, arguments, {});
  return csim::FuncOp::create(builder, loc, uniqueName(base), type, isTask, scopeName);
}

//===-- Scopes and signals ---------------------------------------------------------===//

/// The name of a scope as paths show it; `port.name` of a subroutine that is defined for an
/// interface (25.7.4).
static std::string scopeName(const Symbol &symbol) {
  if (auto *generate = dyn_cast<GenerateBlockSymbol>(&symbol))
    return generate->printedName.str();
  auto *subroutine = dyn_cast<SubroutineSymbol>(&symbol);
  const syntax::ExprSyntax *scope = subroutine && subroutine->syntax ? subroutine->syntax->scope : nullptr;
  if (auto *port = llvm::dyn_cast_or_null<syntax::NameExprSyntax>(scope))
    return pathElement(port->name.text) + "." + pathElement(symbol.name);
  return pathElement(symbol.name);
}

llvm::StringRef BodyGen::scope(const Scope *scope) {
  if (!scope || isa<BodySymbol>(scope->symbol))
    return {};
  if (auto it = scopes.find(scope); it != scopes.end())
    return it->second.getValue();
  llvm::StringRef parent;
  const Symbol *symbol = scope->symbol;
  if (symbol->parent)
    parent = this->scope(symbol->parent);
  llvm::StringRef name = symbol->name;
  csim::ScopeKind kind = csim::ScopeKind::Begin;
  if (auto *generate = dyn_cast<GenerateBlockSymbol>(symbol)) {
    kind = csim::ScopeKind::Generate;
    name = generate->printedName;
  } else if (auto *block = dyn_cast<BlockSymbol>(symbol)) {
    kind = block->isFork ? csim::ScopeKind::Fork : csim::ScopeKind::Begin;
  } else if (auto *subroutine = dyn_cast<SubroutineSymbol>(symbol)) {
    kind = subroutine->isTask ? csim::ScopeKind::Task : csim::ScopeKind::Function;
  }
  if (name.empty()) {
    // Unnamed blocks are no scopes of their own in names.
    scopes[scope] = builder.getStringAttr(parent);
    return parent;
  }
  std::string unique = uniqueName(("$scope." + sema::Compilation::scopedName(*symbol)));
  auto attr = builder.getStringAttr(unique);
  scopes[scope] = attr;
  csim::ScopeOp::create(builder, design.locate(symbol->loc), attr,
                        builder.getStringAttr(scopeName(*symbol)),
                        csim::ScopeKindAttr::get(&design.context, kind),
                        parent.empty() ? mlir::FlatSymbolRefAttr()
                                       : mlir::FlatSymbolRefAttr::get(&design.context, parent));
  return attr.getValue();
}

llvm::StringRef BodyGen::signal(const ValueSymbol &symbol) {
  if (auto it = signals.find(&symbol); it != signals.end())
    return it->second.getValue();
  auto net = csim::NetKind::Variable;
  if (auto *n = dyn_cast<NetSymbol>(&symbol))
    net = netKindOf(n->netKind);
  if (nettypeOf(symbol))
    net = csim::NetKind::User;
  std::string unique = uniqueName(sema::Compilation::scopedName(symbol));
  auto attr = builder.getStringAttr(unique);
  signals[&symbol] = attr;
  mlir::Type source = design.types.source(*symbol.type), storage = design.types.storage(*symbol.type);
  auto signalOp = csim::SignalOp::create(builder, design.locate(symbol.loc), attr.getValue(), pathElement(symbol.name), net, storage,
                                         scope(symbol.parent), source == storage ? mlir::Type() : source);
  if (auto *variable = dyn_cast<VariableSymbol>(&symbol)) {
    signalOp.setImplicit(variable->isImplicit);
    if (variable->initialiser && variable->lifetime == sema::Lifetime::Static &&
        !isa<SubroutineSymbol>(variable->parent->symbol ? variable->parent->symbol : nullptr))
      initialised.push_back(variable);
    else if (variable->initialiser && variable->lifetime == sema::Lifetime::Static &&
             variable->direction == syntax::PortDirection::None)
      initialised.push_back(variable);
  } else if (auto *hidden = dyn_cast<NetSymbol>(&symbol); hidden && hidden->isHidden) {
    signalOp.setImplicit(true);
  } else if (auto *n = dyn_cast<NetSymbol>(&symbol); n && n->netKind == syntax::NetKind::Trireg) {
    signalOp.setChargeAttr(builder.getI32IntegerAttr(
        n->charge == syntax::StrengthLevel::None ? 2 : strengthLevel(n->charge)));
  }
  return attr.getValue();
}

llvm::StringRef BodyGen::signal(const NamedValueExpr &named) {
  const BodySymbol *owner = named.symbol->body();
  if (!named.path && (owner == &body || !owner))
    return signal(*named.symbol);
  std::string name = sema::Compilation::scopedName(*named.symbol);
  mlir::Type type = design.types.storage(*named.symbol->type);
  if (named.path)
    return externalSignal(named.path->up, named.path->instances, name, type);
  return externalSignal(HierarchicalPath::Absolute, owner->printedName, name, type);
}

llvm::StringRef BodyGen::externalSignal(uint32_t up, llvm::ArrayRef<llvm::StringRef> instances, llvm::StringRef name,
                                        mlir::Type type) {
  std::string key = std::to_string(up) + ":" + llvm::join(instances, "/") + "/" + name.str();
  mlir::StringAttr &attr = externals[key];
  if (!attr) {
    attr = builder.getStringAttr(uniqueName("$ext." + llvm::join(instances, ".") + "." + name.str()));
    llvm::SmallVector<llvm::StringRef> path(instances.begin(), instances.end());
    path.push_back(name);
    auto upAttr = up == HierarchicalPath::Absolute ? mlir::IntegerAttr() : builder.getI32IntegerAttr(int32_t(up));
    csim::ExternSignalOp::create(builder, op.getLoc(), attr, upAttr, builder.getStrArrayAttr(path),
                                 mlir::TypeAttr::get(type));
  }
  return attr.getValue();
}

llvm::StringRef BodyGen::externalInstance(const HierarchicalPath &path) {
  std::string key = "i" + std::to_string(path.up) + ":" + llvm::join(path.instances, "/");
  mlir::StringAttr &attr = externals[key];
  if (!attr) {
    attr = builder.getStringAttr(uniqueName("$inst." + llvm::join(path.instances, ".")));
    auto up = path.up == HierarchicalPath::Absolute ? mlir::IntegerAttr() : builder.getI32IntegerAttr(int32_t(path.up));
    csim::ExternInstanceOp::create(builder, op.getLoc(), attr, up, builder.getStrArrayAttr(path.instances));
  }
  return attr.getValue();
}

llvm::StringRef BodyGen::parameterSignal(const ParameterSymbol &parameter) {
  mlir::StringAttr &attr = parameters[&parameter];
  if (!attr) {
    attr = builder.getStringAttr(uniqueName("$param." + sema::Compilation::scopedName(parameter)));
    auto signalOp = csim::SignalOp::create(builder, op.getLoc(), attr.getValue(), parameter.name,
                                           csim::NetKind::Variable, design.types.storage(*parameter.type));
    signalOp.setImplicit(true);
    initialised.push_back(&parameter);
  }
  return attr.getValue();
}

llvm::StringRef BodyGen::driver(llvm::StringRef net, uint32_t lo, uint32_t width, Strengths strength,
                                mlir::Type type, llvm::ArrayRef<int64_t> path) {
  if (auto delayed = pathSources.find(net); delayed != pathSources.end())
    net = delayed->second;
  auto attr = builder.getStringAttr(uniqueName("$drv." + net.str()));
  csim::DriverOp::create(builder, op.getLoc(), attr, mlir::FlatSymbolRefAttr::get(&design.context, net),
                         builder.getI32IntegerAttr(int32_t(lo)), builder.getI32IntegerAttr(int32_t(width)),
                         builder.getI32IntegerAttr(strength.zero), builder.getI32IntegerAttr(strength.one),
                         path.empty() ? mlir::DenseI64ArrayAttr() : builder.getDenseI64ArrayAttr(path),
                         mlir::TypeAttr::get(type));
  return attr.getValue();
}

llvm::StringRef BodyGen::driverOf(const StaticPrefix &prefix, Strengths strength, mlir::Type type) {
  if (!prefix.root || !prefix.isComplete)
    return {};
  const ValueSymbol &symbol = *prefix.root->symbol;
  if (nettypeOf(symbol))
    return driver(signal(*prefix.root), prefix.lo, prefix.width, {}, type, prefix.path);
  if (!isa<NetSymbol>(symbol) || !prefix.path.empty() || !prefix.root->type->isIntegral())
    return {};
  return driver(signal(*prefix.root), prefix.lo, prefix.width, strength, type);
}

//===-- Members -----------------------------------------------------------------------===//

void BodyGen::declareMembers(const Scope &scopeToDeclare) {
  for (const Symbol *member : scopeToDeclare.members) {
    switch (member->kind) {
    case SymbolKind::Variable:
      if (cast<VariableSymbol>(member)->lifetime == sema::Lifetime::Static)
        signal(*cast<VariableSymbol>(member));
      break;
    case SymbolKind::Net:
      signal(*cast<NetSymbol>(member));
      if (isDelayed(*cast<NetSymbol>(member)))
        delayedNets.push_back(cast<NetSymbol>(member));
      break;
    case SymbolKind::Block:
      declareMembers(*cast<BlockSymbol>(member));
      break;
    case SymbolKind::Clocking:
      declareMembers(*cast<ClockingSymbol>(member));
      break;
    case SymbolKind::GenerateBlock:
      scope(cast<GenerateBlockSymbol>(member));
      declareMembers(*cast<GenerateBlockSymbol>(member));
      break;
    case SymbolKind::GenerateArray:
      for (const GenerateBlockSymbol *entry : cast<GenerateArraySymbol>(member)->entries) {
        scope(entry);
        declareMembers(*entry);
      }
      break;
    default:
      break;
    }
  }
}

void BodyGen::declarePorts() {
  for (const Symbol *symbol : body.ports) {
    mlir::Location loc = design.locate(symbol->loc);
    auto create = [&](csim::PortDirection direction, mlir::FlatSymbolRefAttr target) {
      csim::PortOp::create(builder, loc, builder.getStringAttr(symbol->name),
                           csim::PortDirectionAttr::get(&design.context, direction), target);
    };
    auto *port = dyn_cast<PortSymbol>(symbol);
    if (!port) {
      create(csim::PortDirection::Interface, {});
      continue;
    }
    csim::PortDirection direction = csim::PortDirection::Input;
    if (port->direction == syntax::PortDirection::Output)
      direction = csim::PortDirection::Output;
    else if (port->direction == syntax::PortDirection::Inout)
      direction = csim::PortDirection::Inout;
    else if (port->direction >= syntax::PortDirection::Ref)
      direction = csim::PortDirection::Ref;
    if (!port->internal) { // connects to nothing
      if (port->internalExpr)
        design.compilation.diagnostics().unsupported(port->loc, "port expression of an unpacked type", "23.2.2.1");
      std::string unused = uniqueName("$unconnected");
      csim::SignalOp::create(builder, loc, unused, "", csim::NetKind::Wire, design.types.vector(1, true))
          .setImplicit(true);
      create(direction, mlir::FlatSymbolRefAttr::get(&design.context, unused));
      continue;
    }
    create(direction, mlir::FlatSymbolRefAttr::get(&design.context, signal(*port->internal)));
  }
}

void BodyGen::generateMembers(const Scope &scopeToGenerate) {
  for (const Symbol *member : scopeToGenerate.members) {
    switch (member->kind) {
    case SymbolKind::Net:
      generateUserNet(*cast<NetSymbol>(member));
      if (cast<NetSymbol>(member)->initialiser)
        generateNetInitialiser(*cast<NetSymbol>(member));
      break;
    case SymbolKind::Variable:
      generateUserNet(*cast<VariableSymbol>(member));
      break;
    case SymbolKind::Instance:
      generateInstance(*cast<InstanceSymbol>(member));
      break;
    case SymbolKind::InstanceArray:
      for (const InstanceSymbol *element : cast<InstanceArraySymbol>(member)->elements)
        generateInstance(*element);
      break;
    case SymbolKind::GenerateBlock:
      generateMembers(*cast<GenerateBlockSymbol>(member));
      break;
    case SymbolKind::GenerateArray:
      for (const GenerateBlockSymbol *entry : cast<GenerateArraySymbol>(member)->entries)
        generateMembers(*entry);
      break;
    case SymbolKind::Process:
      generateProcess(*cast<ProcessSymbol>(member));
      break;
    case SymbolKind::ContinuousAssign:
      generateAssign(*cast<ContinuousAssignSymbol>(member));
      break;
    case SymbolKind::Gate:
      generateGate(*cast<GateSymbol>(member));
      break;
    case SymbolKind::NetAlias:
      for (const Expr *net : cast<NetAliasSymbol>(member)->nets.drop_front())
        joinNets(*cast<NetAliasSymbol>(member)->nets.front(), *net);
      break;
    default:
      break;
    }
  }
}

void BodyGen::declareMembers() {
  if (!std::exchange(isDeclared, true))
    declareMembers(body);
}

llvm::StringRef BodyGen::memberSignal(const ValueSymbol &symbol) {
  declareMembers();
  return signal(symbol);
}

void BodyGen::generate() {
  declareMembers();
  declarePorts();
  generateSpecify();
  for (const NetSymbol *net : delayedNets)
    generateNetDelay(*net);
  generateMembers(body);
}

/// Is it a static variable of a subroutine?
static bool isInSubroutine(const ValueSymbol &symbol) {
  for (const Scope *scope = symbol.parent; scope; scope = scope->symbol->parent) {
    if (isa<SubroutineSymbol>(scope->symbol))
      return true;
    if (isa<BodySymbol>(scope->symbol))
      break;
  }
  return false;
}

/// One function that runs before time 0 (6.8, 10.5). Constants come first, then the static
/// variables of subroutines, so that functions called by other initialisers find them set.
/// Evaluating an initialiser may declare further signals and subroutines: the
/// caller repeats until nothing new appears.
bool BodyGen::generateInitialisers() {
  if (nextInitialised == initialised.size() && primitiveStates.empty())
    return false;
  if (!initialiser) {
    csim::FuncOp func = createFunction("$init", {}, false, {}, op.getLoc());
    op.setInitialiserAttr(mlir::FlatSymbolRefAttr::get(&design.context, func.getSymName()));
    initialiser = std::make_unique<FunctionGen>(*this, func.getBody(), &body);
    initialiser->begin();
  }
  for (auto &[name, level] : primitiveStates) {
    mlir::Type bit = design.types.vector(1, true);
    mlir::Value value =
        initialiser->make<csim::ConstantOp>(llvm::APInt(1, level.first), llvm::APInt(1, level.second));
    initialiser->make<csim::StoreOp>(value, initialiser->make<csim::AddrOp>(name, bit));
  }
  primitiveStates.clear();
  for (; nextInitialised < initialised.size(); ++nextInitialised)
    generateInitialiser(*initialised[nextInitialised]);
  return true;
}

/// The function for static variables of subroutines, called behind the constants.
FunctionGen &BodyGen::staticInitialiser() {
  if (localInitialiser)
    return *localInitialiser;
  csim::FuncOp func = createFunction("$init.locals", {}, false, {}, op.getLoc());
  localInitialiser = std::make_unique<FunctionGen>(*this, func.getBody(), &body);
  localInitialiser->begin();
  mlir::OpBuilder::InsertionGuard guard(initialiser->b);
  if (lastConstant)
    initialiser->b.setInsertionPointAfter(lastConstant);
  else
    initialiser->b.setInsertionPointToStart(initialiser->entryBlock());
  auto symbol = mlir::FlatSymbolRefAttr::get(&design.context, func.getSymName());
  initialiser->make<csim::CallOp>(mlir::TypeRange(), symbol, mlir::ValueRange(), mlir::FlatSymbolRefAttr());
  return *localInitialiser;
}

void BodyGen::generateInitialiser(const ValueSymbol &symbol) {
  const Expr *value = nullptr;
  llvm::StringRef name;
  if (auto *parameter = dyn_cast<ParameterSymbol>(&symbol)) {
    value = parameter->value;
    name = parameterSignal(*parameter);
  } else {
    value = cast<VariableSymbol>(symbol).initialiser;
    name = signal(symbol);
  }
  bool isConstant = value->constant != nullptr || isa<ParameterSymbol>(&symbol);
  FunctionGen &gen = !isConstant && isInSubroutine(symbol) ? staticInitialiser() : *initialiser;
  gen.setLocation(symbol.loc);
  mlir::OpBuilder::InsertPoint end = gen.b.saveInsertionPoint();
  if (isConstant)
    gen.b.setInsertionPointToStart(gen.entryBlock());
  LValue place;
  place.type = symbol.type;
  place.ref = gen.make<csim::AddrOp>(name, design.types.storage(*symbol.type));
  gen.storeAny(place, value->type->isAggregate() ? gen.emitAggregate(*value) : gen.emit(*value));
  if (!isConstant)
    return;
  if (!lastConstant)
    lastConstant = &*std::prev(gen.b.getInsertionPoint());
  gen.b.restoreInsertionPoint(end);
}

void BodyGen::finishInitialiser() {
  if (localInitialiser)
    localInitialiser->emitReturn();
  if (initialiser)
    initialiser->emitReturn();
}

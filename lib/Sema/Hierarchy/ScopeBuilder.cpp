//===- ScopeBuilder.cpp - items of a scope become symbols -----------------===//
//
// Pass 1 (`declare`) walks the items in source order and makes one symbol per
// name, process, assignment, instance and generate construct, without looking
// any name up: so every name of a scope is known before the first is resolved.
// Members of enumerations are entered as aliases of the declaration that brings
// them, and replaced when its type is bound; blocks of conditional generate
// constructs likewise stand for the construct.
// Pass 2 (`elaborate`) resolves the members in order: types, parameter values,
// generate constructs, instances, implicit nets. Constructs that turn into
// something else (conditional generates, gate arrays) are replaced in place,
// so that `members` is in source order at the end.
//
// IEEE 1800-2023 clauses 6, 23.2, 23.3, 25, 26, 27.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/ScopeBuilder.h"

#include "Sema/Hierarchy/ExternSubroutines.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

static Lifetime toLifetime(syntax::Lifetime written, Lifetime otherwise) {
  switch (written) {
  case syntax::Lifetime::None:
    return otherwise;
  case syntax::Lifetime::Static:
    return Lifetime::Static;
  case syntax::Lifetime::Automatic:
    return Lifetime::Automatic;
  }
  return otherwise;
}

bool ScopeBuilder::isProcedural() const {
  return scope.symbol->kind == SymbolKind::Block || scope.symbol->kind == SymbolKind::Subroutine;
}

static bool isNonAnsiSubroutine(const Scope &scope) {
  const auto *subroutine = llvm::dyn_cast<SubroutineSymbol>(scope.symbol);
  return subroutine && !subroutine->syntax->hasPortList;
}

//===-- Pass 1 -------------------------------------------------------------------------===//

void ScopeBuilder::declare(List<MemberSyntax> members) {
  for (const MemberSyntax *member : members)
    declare(*member);
  declareExports();
  nameGenerateBlocks();
  activateDefparams();
  for (const BindSyntax *bind : binds)
    activateBind(compilation, scope, *bind);
  binds.clear();
}

void ScopeBuilder::declare(const MemberSyntax &member, Lifetime lifetime) {
  checkItem(member);
  switch (member.kind) {
  case SyntaxKind::VariableDecl:
    return declareVariables(llvm::cast<VariableDeclSyntax>(member), lifetime);
  case SyntaxKind::NetDecl:
    return declareNets(llvm::cast<NetDeclSyntax>(member));
  case SyntaxKind::ParameterDecl:
  case SyntaxKind::TypeParameterDecl:
    return declareParameter(member, false);
  case SyntaxKind::PortDecl:
    return declarePortDeclaration(compilation, body, llvm::cast<PortDeclSyntax>(member));
  case SyntaxKind::GenvarDecl:
    return declareGenvars(llvm::cast<GenvarDeclSyntax>(member));
  case SyntaxKind::NettypeDecl:
    return declareNettype(llvm::cast<NettypeDeclSyntax>(member));
  case SyntaxKind::TypedefDecl:
    return declareTypedef(llvm::cast<TypedefDeclSyntax>(member));
  case SyntaxKind::ForwardTypedefDecl:
    return declareForwardTypedef(llvm::cast<ForwardTypedefDeclSyntax>(member));
  case SyntaxKind::SubroutineDecl:
    return declareSubroutine(llvm::cast<SubroutineDeclSyntax>(member));
  case SyntaxKind::DpiImport:
    return declareDpiImport(llvm::cast<DpiImportSyntax>(member));
  case SyntaxKind::LetDecl: {
    const auto &syntax = llvm::cast<LetDeclSyntax>(member);
    auto &let = state.make<LetSymbol>(syntax.name.text, syntax.name.loc);
    let.syntax = &syntax;
    return state.declare(scope, let);
  }
  case SyntaxKind::ImportDecl:
    return declareImports(llvm::cast<ImportDeclSyntax>(member));
  case SyntaxKind::ContinuousAssign:
    return declareAssigns(llvm::cast<ContinuousAssignSyntax>(member));
  case SyntaxKind::ProceduralBlock:
    return declareProcess(llvm::cast<ProceduralBlockSyntax>(member));
  case SyntaxKind::AssertionMember:
    return declareAssertion(llvm::cast<AssertionMemberSyntax>(member));
  case SyntaxKind::Instantiation:
    return declareInstances(llvm::cast<InstantiationSyntax>(member));
  case SyntaxKind::GateInstantiation:
    return declareGates(member, llvm::cast<GateInstantiationSyntax>(member).instances);
  case SyntaxKind::ModportDecl:
    return declareModports(llvm::cast<ModportDeclSyntax>(member));
  case SyntaxKind::Module:
    return declareNestedModule(llvm::cast<ModuleSyntax>(member));
  case SyntaxKind::ClockingDecl:
    return declareClocking(llvm::cast<ClockingDeclSyntax>(member));
  case SyntaxKind::DefaultClocking: {
    const auto &syntax = llvm::cast<DefaultClockingSyntax>(member);
    if (!state.defaultClockingNames.try_emplace(&scope, &syntax).second ||
        state.defaultClockings.count(&scope))
      diag.diag(member.loc(), diag::SecondDefaultClocking);
    return;
  }
  case SyntaxKind::GenerateRegion:
    for (const MemberSyntax *inner : llvm::cast<GenerateRegionSyntax>(member).members)
      declare(*inner, lifetime);
    return;
  case SyntaxKind::LoopGenerate:
    return declareLoop(llvm::cast<LoopGenerateSyntax>(member));
  case SyntaxKind::IfGenerate:
  case SyntaxKind::CaseGenerate:
  case SyntaxKind::GenerateBlock:
    return declareConditional(member);
  case SyntaxKind::Defparam:
    defparams.push_back(&llvm::cast<DefparamSyntax>(member));
    return;
  case SyntaxKind::Bind:
    binds.push_back(&llvm::cast<BindSyntax>(member));
    return;
  case SyntaxKind::ElabSystemTask: {
    auto &item = state.make<ItemSymbol>(SymbolKind::ElabTask, "", member.loc());
    item.origin = state.origin({&member});
    item.state = Symbol::State::Pending;
    state.addMember(scope, item);
    return;
  }
  case SyntaxKind::NetAlias: {
    auto &alias = state.make<NetAliasSymbol>(member.loc());
    alias.origin = state.origin({&member});
    state.addMember(scope, alias);
    return;
  }
  case SyntaxKind::ExportDecl: {
    const auto &exportDecl = llvm::cast<ExportDeclSyntax>(member);
    body.exportsAll |= exportDecl.exportsAll;
    body.exports.append(exportDecl.items.begin(), exportDecl.items.end());
    return;
  }
  case SyntaxKind::SpecifyBlock:
    for (const MemberSyntax *inner : llvm::cast<SpecifyBlockSyntax>(member).items)
      declareSpecifyItem(*inner);
    return;
  case SyntaxKind::BadMember:
  case SyntaxKind::EmptyMember:
  case SyntaxKind::TimeunitsDecl:
    return;
  default:
    return declareUnsupported(member);
  }
}

/// 24.3: a program has nothing below it. (Always procedures are refused by the parser.)
void ScopeBuilder::checkProgramItem(const MemberSyntax &member) {
  llvm::StringRef what = member.kind == SyntaxKind::Instantiation       ? "instances"
                         : member.kind == SyntaxKind::GateInstantiation ? "gates"
                         : member.kind == SyntaxKind::Module            ? "design elements"
                                                                        : "";
  if (!what.empty())
    diag.diag(member.loc(), diag::NotAllowedInProgram) << what << 1;
}

/// Items that the grammar's superset lets through but a place does not allow.
void ScopeBuilder::checkItem(const MemberSyntax &member) {
  const auto *parameter = llvm::dyn_cast<ParameterDeclSyntax>(&member);
  if (parameter && parameter->parameterKind == ParameterKind::Specparam &&
      scope.symbol->kind == SymbolKind::GenerateBlock)
    diag.diag(member.loc(), diag::SpecparamInGenerate);
  if (body.bodyKind == BodyKind::Program)
    checkProgramItem(member);
  bool isPackage = scope.symbol == &body && (body.bodyKind == BodyKind::Package ||
                                             body.bodyKind == BodyKind::CompilationUnit);
  if (!isPackage)
    return;
  switch (member.kind) {
  case SyntaxKind::ContinuousAssign:
  case SyntaxKind::ProceduralBlock:
  case SyntaxKind::Instantiation:
  case SyntaxKind::GateInstantiation:
  case SyntaxKind::LoopGenerate:
  case SyntaxKind::IfGenerate:
  case SyntaxKind::CaseGenerate:
  case SyntaxKind::GenerateRegion:
  case SyntaxKind::Defparam:
  case SyntaxKind::NetAlias:
  case SyntaxKind::SpecifyBlock:
    diag.diag(member.loc(), diag::NotAllowedInPackage)
        << (body.bodyKind == BodyKind::Package ? 0 : 1);
    return;
  default:
    return;
  }
}

void ScopeBuilder::declareUnsupported(const MemberSyntax &member) {
  switch (member.kind) {
  case SyntaxKind::Class: {
    const auto &classSyntax = llvm::cast<ClassSyntax>(member);
    diag.unsupported(member.loc(), "classes", "8");
    auto &alias = state.make<TypeAliasSymbol>(classSyntax.name.text, classSyntax.name.loc);
    alias.type = &state.types.error();
    state.declare(scope, alias);
    return;
  }
  case SyntaxKind::Package:
  case SyntaxKind::Udp:
  case SyntaxKind::Config:
    return; // entered by Compilation::addUnit
  case SyntaxKind::Checker:
    diag.unsupported(member.loc(), "checkers", "17");
    return;
  case SyntaxKind::DpiExport:
    diag.unsupported(member.loc(), "DPI exports", "35.7");
    return;
  case SyntaxKind::DefaultDisable:
    diag.unsupported(member.loc(), "default disable iff", "16.15");
    return;
  case SyntaxKind::PropertyDecl:
    diag.unsupported(member.loc(), "property declarations", "16.12");
    return;
  case SyntaxKind::SequenceDecl:
    diag.unsupported(member.loc(), "sequence declarations", "16.8");
    return;
  case SyntaxKind::Covergroup:
    diag.unsupported(member.loc(), "covergroups", "19.3");
    return;
  default:
    diag.unsupported(member.loc(), "this item", "23.2.4");
  }
}

/// Until the type is bound, the members' names stand for the declaration.
/// Names of the form `a[3]` are not known before.
void ScopeBuilder::declareEnumNames(const TypeSyntax *type, Symbol &owner) {
  const auto *enumType = llvm::dyn_cast_or_null<EnumTypeSyntax>(type);
  if (!enumType)
    return;
  for (const EnumMemberSyntax *member : enumType->members)
    if (!member->rangeLeft)
      scope.names.insert(member->name.text, &owner);
}

void ScopeBuilder::declareVariables(const VariableDeclSyntax &syntax, Lifetime lifetime) {
  if (!isProcedural() && syntax.lifetime == syntax::Lifetime::Automatic)
    diag.diag(syntax.loc(), diag::AutomaticInModule);
  SharedType *shared = state.shared(syntax.type);
  bool isFirst = true;
  for (const DeclaratorSyntax *declarator : syntax.declarators) {
    if (scope.symbol == &body && body.portVariables.count(declarator->name.text)) {
      auto &owner = body.portVariables[declarator->name.text];
      // The port's declaration makes the symbol, unless it comes later.
      if (owner.second == declarator && body.portDirections.count(declarator->name.text)) {
        body.portVariablePositions[declarator->name.text] = ++scope.lastPosition;
        continue;
      }
    }
    Symbol *existing = scope.names.lookup(declarator->name.text);
    if (existing && existing->kind == SymbolKind::InterfacePort &&
        existing->name == declarator->name.text)
      continue; // a non-ANSI interface port
    const auto *formal = llvm::dyn_cast_or_null<VariableSymbol>(existing);
    if (formal && formal->direction != PortDirection::None && isNonAnsiSubroutine(scope)) {
      // The first one gave its type to the formal.
      if (!state.completedFormals.insert(formal).second)
        state.diag.diag(declarator->name.loc, diag::Redefinition) << formal->name;
      continue;
    }
    auto &variable = state.make<VariableSymbol>(declarator->name.text, declarator->name.loc);
    variable.lifetime = isProcedural() ? toLifetime(syntax.lifetime, lifetime) : Lifetime::Static;
    variable.isConst = syntax.isConst;
    variable.origin = state.origin({&syntax, declarator, shared});
    variable.state = Symbol::State::Pending;
    state.declare(scope, variable);
    if (isFirst)
      declareEnumNames(syntax.type, variable);
    isFirst = false;
  }
}

/// 6.6.8: a generic net; it takes part in connections only.
void ScopeBuilder::checkInterconnect(const NetDeclSyntax &syntax) {
  const auto *implicit = llvm::dyn_cast<ImplicitTypeSyntax>(syntax.type);
  if (!implicit)
    diag.diag(syntax.type->loc(), diag::InterconnectDeclaration) << 0;
  for (const DeclaratorSyntax *declarator : syntax.declarators)
    if (declarator->init)
      diag.diag(declarator->init->loc(), diag::InterconnectDeclaration) << 1;
}

/// Nets of such a type look like variables, of the type that the net type names (6.6.7).
void ScopeBuilder::declareNettype(const NettypeDeclSyntax &syntax) {
  auto &alias = state.make<TypeAliasSymbol>(syntax.name.text, syntax.name.loc);
  alias.origin = state.origin({&syntax, nullptr, state.shared(syntax.type)});
  alias.state = Symbol::State::Pending;
  alias.isNettype = true;
  alias.resolution = syntax.resolution;
  state.declare(scope, alias);
}

void ScopeBuilder::declareNets(const NetDeclSyntax &syntax) {
  if (syntax.netKind == NetKind::Interconnect)
    checkInterconnect(syntax);
  SharedType *shared = state.shared(syntax.type);
  for (const DeclaratorSyntax *declarator : syntax.declarators) {
    auto &net = state.make<NetSymbol>(declarator->name.text, declarator->name.loc);
    if (scope.symbol == &body && body.portVariables.count(net.name) &&
        body.portDirections.count(net.name) && body.portVariables[net.name].second == declarator) {
      body.portVariablePositions[net.name] = ++scope.lastPosition;
      continue;
    }
    net.netKind = syntax.netKind;
    if (syntax.strength) {
      net.strength0 = syntax.strength->strength0;
      net.strength1 = syntax.strength->strength1;
      net.charge = syntax.strength->charge;
    }
    net.origin = state.origin({&syntax, declarator, shared});
    net.state = Symbol::State::Pending;
    state.declare(scope, net);
    if (declarator == syntax.declarators.front())
      declareEnumNames(syntax.type, net);
  }
}

void ScopeBuilder::declareParameter(const MemberSyntax &member, bool isPort) {
  if (const auto *values = llvm::dyn_cast<ParameterDeclSyntax>(&member))
    declareValueParameters(*values, isPort);
  else
    declareTypeParameters(llvm::cast<TypeParameterDeclSyntax>(member), isPort);
}

/// 6.20.1: a `parameter` of the items is local if there is a header list, and
/// within generate blocks, packages, units and procedural code.
static bool isLocalParameter(const Specialisation &body, const Scope &scope, ParameterKind kind,
                             bool isPort) {
  if (kind != ParameterKind::Parameter)
    return true;
  if (isPort)
    return false;
  const auto *module = llvm::dyn_cast_or_null<ModuleSyntax>(body.syntax);
  return scope.symbol != &body || !module || module->parameters;
}

void ScopeBuilder::declareValueParameters(const ParameterDeclSyntax &syntax, bool isPort) {
  SharedType *shared = state.shared(syntax.type);
  for (const DeclaratorSyntax *declarator : syntax.declarators) {
    bool isPathPulse = syntax.parameterKind == ParameterKind::Specparam &&
                       declarator->name.text.starts_with("PATHPULSE$");
    if (isPathPulse) {
      auto &limits = state.make<PathPulseSymbol>(declarator->name.text, declarator->name.loc);
      limits.origin = state.origin({&syntax, declarator});
      state.declare(scope, limits);
      continue;
    }
    auto &parameter = state.make<ParameterSymbol>(declarator->name.text, declarator->name.loc);
    parameter.isLocal = isLocalParameter(body, scope, syntax.parameterKind, isPort);
    parameter.isPort = isPort;
    parameter.isSpecparam = syntax.parameterKind == ParameterKind::Specparam;
    parameter.origin = state.origin({&syntax, declarator, shared});
    parameter.state = Symbol::State::Pending;
    state.declare(scope, parameter);
    if (declarator == syntax.declarators.front())
      declareEnumNames(syntax.type, parameter);
  }
}

/// Paths and checks that the options leave out are bound all the same.
void ScopeBuilder::declareSpecifyItem(const MemberSyntax &member) {
  auto add = [&](Symbol &symbol) {
    symbol.origin = state.origin({&member});
    state.addMember(scope, symbol);
  };
  switch (member.kind) {
  case SyntaxKind::ParameterDecl:
    return declareParameter(member, false);
  case SyntaxKind::SpecifyPath:
    return add(state.make<ModulePathSymbol>(member.loc()));
  case SyntaxKind::PulseStyle:
    return add(state.make<PulseStyleSymbol>(member.loc()));
  case SyntaxKind::TimingCheck:
    return add(state.make<TimingCheckSymbol>(llvm::cast<TimingCheckSyntax>(member).name.text,
                                             member.loc()));
  default:
    return;
  }
}

void ScopeBuilder::declareTypeParameters(const TypeParameterDeclSyntax &syntax, bool isPort) {
  for (const TypeDeclaratorSyntax *declarator : syntax.declarators) {
    auto &parameter = state.make<TypeParameterSymbol>(declarator->name.text, declarator->name.loc);
    parameter.isLocal = isLocalParameter(body, scope, syntax.parameterKind, isPort);
    parameter.isPort = isPort;
    parameter.origin = state.origin({&syntax, declarator});
    parameter.state = Symbol::State::Pending;
    state.declare(scope, parameter);
  }
}

void ScopeBuilder::declareGenvars(const GenvarDeclSyntax &syntax) {
  for (const Name &name : syntax.names) {
    auto &genvar = state.make<GenvarSymbol>(name.text, name.loc);
    genvar.type = &state.types.integer(IntKind::Integer);
    state.declare(scope, genvar);
  }
}

/// Is the type of the kind that `typedef enum name;` and its like say (6.18)?
static bool isAnnounced(const SyntaxNode &forward, const TypeSyntax &type) {
  const auto *structure = llvm::dyn_cast<StructUnionTypeSyntax>(&type);
  switch (llvm::cast<ForwardTypedefDeclSyntax>(forward).restriction) {
  case TypeRestriction::Enum:
    return type.kind == SyntaxKind::EnumType;
  case TypeRestriction::Struct:
    return structure && !structure->isUnion;
  case TypeRestriction::Union:
    return structure && structure->isUnion;
  default:
    return true;
  }
}

void ScopeBuilder::declareTypedef(const TypedefDeclSyntax &syntax) {
  Symbol *existing = scope.names.lookup(syntax.name.text);
  auto *forward = llvm::dyn_cast_or_null<TypeAliasSymbol>(existing);
  if (forward && forward->origin && forward->name == syntax.name.text &&
      forward->origin->declaration->kind == SyntaxKind::ForwardTypedefDecl) {
    if (!isAnnounced(*forward->origin->declaration, *syntax.type)) {
      diag.diag(syntax.name.loc, diag::ForwardTypedefKind) << syntax.name.text;
      diag.diag(forward->loc, diag::PreviousDeclaration) << syntax.name.text;
    }
    forward->origin = state.origin({&syntax, nullptr, state.shared(syntax.type)});
    declareEnumNames(syntax.type, *forward);
    return;
  }
  auto &alias = state.make<TypeAliasSymbol>(syntax.name.text, syntax.name.loc);
  alias.origin = state.origin({&syntax, nullptr, state.shared(syntax.type)});
  alias.state = Symbol::State::Pending;
  state.declare(scope, alias);
  declareEnumNames(syntax.type, alias);
}

void ScopeBuilder::declareForwardTypedef(const ForwardTypedefDeclSyntax &syntax) {
  if (llvm::isa_and_nonnull<TypeAliasSymbol>(scope.names.lookup(syntax.name.text)))
    return; // repeated, or after the definition: allowed (6.18)
  auto &alias = state.make<TypeAliasSymbol>(syntax.name.text, syntax.name.loc);
  alias.origin = state.origin({&syntax});
  alias.state = Symbol::State::Pending;
  state.declare(scope, alias);
}

void ScopeBuilder::declareSubroutine(const SubroutineDeclSyntax &syntax) {
  if (syntax.scope && !body.definition) {
    diag.unsupported(syntax.loc(), "subroutines declared outside of their class", "8.24");
    return;
  }
  if (syntax.isExtern) {
    if (body.bodyKind == BodyKind::Interface)
      declareExtern(state, scope, syntax);
    else
      diag.diag(syntax.name.loc, diag::ExternOutsideInterface) << syntax.name.text;
    return;
  }
  auto &subroutine = state.make<SubroutineSymbol>(syntax.name.text, syntax.name.loc);
  subroutine.isTask = syntax.subroutineKind == SubroutineKind::Task;
  subroutine.lifetime = toLifetime(syntax.lifetime, body.defaultLifetime);
  subroutine.syntax = &syntax;
  subroutine.origin = state.origin({&syntax});
  subroutine.state = Symbol::State::Pending;
  if (syntax.scope) // of an interface: no name of this scope
    state.addMember(scope, subroutine);
  else
    state.declare(scope, subroutine);
  declareEnumNames(syntax.returnType, subroutine);
}

void ScopeBuilder::declareDpiImport(const DpiImportSyntax &syntax) {
  diag.unsupported(syntax.loc(), "DPI imports", "35.4");
  if (!syntax.prototype)
    return;
  const Name &name = syntax.prototype->name;
  auto &subroutine = state.make<SubroutineSymbol>(name.text, name.loc);
  subroutine.isTask = syntax.prototype->subroutineKind == SubroutineKind::Task;
  subroutine.lifetime = Lifetime::Automatic;
  subroutine.syntax = syntax.prototype;
  subroutine.dpi = &syntax;
  subroutine.origin = state.origin({syntax.prototype});
  subroutine.state = Symbol::State::Pending;
  state.declare(scope, subroutine);
}

void ScopeBuilder::declareImports(const ImportDeclSyntax &syntax) {
  for (const ImportItemSyntax *item : syntax.items) {
    Specialisation *package = state.findPackage(item->package.text);
    if (!package) {
      diag.diag(item->package.loc, diag::UnknownPackage) << item->package.text;
      continue;
    }
    if (!item->name) {
      auto &import = state.make<ImportSymbol>(SymbolKind::WildcardImport, item->package.text,
                                              item->package.loc);
      import.package = package;
      state.addMember(scope, import);
      scope.wildcardImports.push_back(&import);
      continue;
    }
    auto &import =
        state.make<ImportSymbol>(SymbolKind::ExplicitImport, item->name.text, item->name.loc);
    import.package = package;
    Symbol *previous = scope.names.lookup(import.name);
    auto *sameImport = llvm::dyn_cast_or_null<ImportSymbol>(previous);
    if (sameImport && sameImport->package == package)
      continue; // importing the same item again is harmless (26.3)
    if (package->isElaborated && !state.packageMember(*package, import.name)) {
      diag.diag(import.loc, diag::NotInPackage) << import.name << package->name;
      continue;
    }
    state.declare(scope, import);
  }
}

void ScopeBuilder::declareAssigns(const ContinuousAssignSyntax &syntax) {
  for (const AssignmentSyntax *assignment : syntax.assignments) {
    auto &assign = state.make<ContinuousAssignSymbol>("", assignment->loc());
    if (syntax.strength) {
      assign.strength0 = syntax.strength->strength0;
      assign.strength1 = syntax.strength->strength1;
    }
    assign.origin = state.origin({&syntax, assignment});
    state.addMember(scope, assign);
  }
}

void ScopeBuilder::declareProcess(const ProceduralBlockSyntax &syntax) {
  auto &process = state.make<ProcessSymbol>("", syntax.loc());
  process.procedure = syntax.procedureKind;
  process.syntax = &syntax;
  process.origin = state.origin({&syntax, syntax.body});
  state.addMember(scope, process);
}

/// A deferred immediate assertion as an item is run as in an always_comb (16.4.3).
void ScopeBuilder::declareAssertion(const AssertionMemberSyntax &syntax) {
  if (!syntax.statement || syntax.statement->kind == SyntaxKind::BadStmt)
    return;
  if (syntax.statement->kind != SyntaxKind::ImmediateAssertStmt) {
    diag.unsupported(syntax.loc(), "concurrent assertions", "16.14");
    return;
  }
  auto &process = state.make<ProcessSymbol>("", syntax.loc());
  process.procedure = ProcedureKind::AlwaysComb;
  process.origin = state.origin({&syntax, syntax.statement});
  state.addMember(scope, process);
}

/// Does the instantiation name a user-defined primitive? Its instances are gates.
static bool isPrimitive(ElaborationState &state, const Scope &scope,
                        const InstantiationSyntax &syntax) {
  const auto *name = llvm::dyn_cast_or_null<NameExprSyntax>(syntax.type);
  const Definition *definition = name ? state.findDefinition(name->name.text, &scope) : nullptr;
  return definition && definition->udp;
}

void ScopeBuilder::declareInstances(const InstantiationSyntax &syntax) {
  if (isPrimitive(state, scope, syntax))
    return declareGates(syntax, syntax.instances);
  for (const InstanceSyntax *item : syntax.instances) {
    if (!item->dimensions.empty()) {
      auto &array = state.make<InstanceArraySymbol>(item->name.text, item->name.loc);
      array.origin = state.origin({&syntax, item});
      array.state = Symbol::State::Pending;
      state.declare(scope, array);
      continue;
    }
    support::SourceLoc loc = item->name ? item->name.loc : item->loc();
    auto &instance = state.make<InstanceSymbol>(item->name.text, loc);
    instance.printedName = state.text(pathElement(item->name.text));
    instance.syntax = item;
    instance.origin = state.origin({&syntax, item});
    instance.state = Symbol::State::Pending;
    state.declare(scope, instance);
  }
}

void ScopeBuilder::declareGates(const MemberSyntax &syntax, List<InstanceSyntax> instances) {
  for (const InstanceSyntax *item : instances) {
    auto &gates = state.make<ItemSymbol>(SymbolKind::DefaultSkipped, item->name.text,
                                         item->name ? item->name.loc : item->loc());
    gates.origin = state.origin({&syntax, item});
    gates.state = Symbol::State::Pending;
    state.declare(scope, gates);
  }
}

void ScopeBuilder::declareModports(const ModportDeclSyntax &syntax) {
  if (body.bodyKind != BodyKind::Interface) {
    diag.diag(syntax.loc(), diag::ModportOutsideInterface);
    return;
  }
  for (const ModportSyntax *item : syntax.modports) {
    auto &modport = state.make<ModportSymbol>(item->name.text, item->name.loc);
    modport.origin = state.origin({&syntax, item});
    modport.state = Symbol::State::Pending;
    state.declare(scope, modport);
  }
  modports.push_back(&syntax);
}

/// A modport that exports a subroutine with its prototype declares it (25.7.3).
void ScopeBuilder::declareExports() {
  for (const ModportDeclSyntax *decl : modports)
    for (const ModportSyntax *modport : decl->modports)
      for (const ModportItemSyntax *item : modport->items)
        if (item->itemKind == ModportItemKind::Export && item->prototype &&
            !scope.names.lookup(item->name.text))
          declareExtern(state, scope, *item->prototype);
}

void ScopeBuilder::declareClocking(const ClockingDeclSyntax &syntax) {
  llvm::StringRef name = syntax.name.text;
  if (name.empty())
    name = syntax.isGlobal ? "$global_clocking" : "$default_clocking";
  auto &clocking =
      state.make<ClockingSymbol>(name, syntax.name ? syntax.name.loc : syntax.loc());
  clocking.syntax = &syntax;
  clocking.origin = state.origin({&syntax});
  clocking.state = Symbol::State::Pending;
  if (syntax.name)
    state.declare(scope, clocking);
  else
    state.addMember(scope, clocking);
  if (syntax.isDefault && (!state.defaultClockings.try_emplace(&scope, &clocking).second ||
                           state.defaultClockingNames.count(&scope)))
    diag.diag(syntax.loc(), diag::SecondDefaultClocking);
  if (syntax.isGlobal)
    state.globalClockings.try_emplace(&scope, &clocking);
}

void ScopeBuilder::declareNestedModule(const ModuleSyntax &syntax) {
  if (scope.symbol == &body && body.bodyKind == BodyKind::CompilationUnit) {
    // Entered by Compilation::addUnit; items behind it are not seen in it.
    Definition *entered = state.definitions.lookup(syntax.name.text);
    if (entered && entered->loc == syntax.name.loc)
      entered->position = ++scope.lastPosition;
    return;
  }
  auto &definition = state.make<Definition>(syntax.name.text, syntax.name.loc);
  definition.syntax = &syntax;
  definition.declarationScope = &scope;
  definition.mayLookUp = true;
  definition.library = body.definition->library;
  state.declare(scope, definition);
}

//===-- Generate constructs ---------------------------------------------------------===//

void ScopeBuilder::declareLoop(const LoopGenerateSyntax &syntax) {
  ++generateCount;
  if (!syntax.body)
    return;
  const Name &name = syntax.body->name;
  auto &array = state.make<GenerateArraySymbol>(name.text, name ? name.loc : syntax.loc());
  array.origin = state.origin({&syntax, nullptr, nullptr, nullptr, generateCount});
  array.state = Symbol::State::Pending;
  state.declare(scope, array);
  if (!name)
    unnamedBlocks.push_back(&array);
}

void ScopeBuilder::declareConditional(const MemberSyntax &syntax) {
  ++generateCount;
  auto &item = state.make<ItemSymbol>(SymbolKind::DefaultSkipped, "", syntax.loc());
  item.origin = state.origin({&syntax, nullptr, nullptr, nullptr, generateCount});
  item.state = Symbol::State::Pending;
  state.addMember(scope, item);
  declareAlternatives(syntax, item);
  unnamedBlocks.push_back(&item);
}

/// Enters the names of all blocks that the construct may turn into; two
/// alternatives may have the same name (27.5).
void ScopeBuilder::declareAlternatives(const MemberSyntax &syntax, ItemSymbol &item) {
  auto enter = [&](const GenerateBlockSyntax *block) {
    if (!block)
      return;
    if (!block->hasBegin && block->members.size() == 1 &&
        (block->members[0]->kind == SyntaxKind::IfGenerate ||
         block->members[0]->kind == SyntaxKind::CaseGenerate)) {
      declareAlternatives(*block->members[0], item);
    } else if (block->name) {
      Symbol *previous = scope.names.insert(block->name.text, &item);
      if (previous && previous != &item) {
        diag.diag(block->name.loc, diag::Redefinition) << block->name.text;
        diag.diag(previous->loc, diag::PreviousDeclaration) << block->name.text;
      }
    }
  };
  if (const auto *ifGenerate = llvm::dyn_cast<IfGenerateSyntax>(&syntax)) {
    enter(ifGenerate->thenBlock);
    enter(ifGenerate->elseBlock);
  } else if (const auto *caseGenerate = llvm::dyn_cast<CaseGenerateSyntax>(&syntax)) {
    for (const CaseGenerateItemSyntax *alternative : caseGenerate->items)
      enter(alternative->block);
  } else {
    enter(&llvm::cast<GenerateBlockSyntax>(syntax));
  }
}

/// 27.6: the n-th construct of a scope is genblk<n> if it has no name, with
/// zeros in front of n until it does not clash.
void ScopeBuilder::nameGenerateBlocks() {
  for (Symbol *symbol : unnamedBlocks) {
    std::string zeros;
    std::string name;
    do {
      name = "genblk" + zeros + std::to_string(symbol->origin->number);
      zeros += '0';
    } while (scope.names.lookup(name));
    llvm::StringRef kept = state.types.copy(llvm::StringRef(name));
    scope.names.insert(kept, symbol);
    // A conditional construct has no name of its own: named alternatives are aliases too.
    if (symbol->kind == SymbolKind::GenerateArray)
      symbol->name = kept;
  }
  unnamedBlocks.clear();
}

//===-- Pass 2 -------------------------------------------------------------------------===//

void ScopeBuilder::elaborate() {
  llvm::SmallVector<Symbol *, 0> ordered;
  ordered.reserve(scope.members.size());
  elaborateSetters();
  for (size_t i = 0; i < scope.members.size() && !diag.shouldStop(); ++i)
    elaborateMember(*scope.members[i], ordered);
  if (!diag.shouldStop())
    scope.members = std::move(ordered);
}

void ScopeBuilder::elaborateMember(Symbol &symbol, llvm::SmallVectorImpl<Symbol *> &ordered) {
  auto connectionNets = [&](const Symbol &member) {
    const auto *item = llvm::cast<InstanceSyntax>(member.origin->item);
    for (const PortConnectionSyntax *connection : item->connections)
      declareImplicitNets(compilation, connection->expr, scope, member.position);
  };
  switch (symbol.kind) {
  case SymbolKind::ContinuousAssign:
    declareImplicitNets(compilation, llvm::cast<AssignmentSyntax>(symbol.origin->item)->lhs, scope,
                        symbol.position);
    break;
  case SymbolKind::TimingCheck: { // delayed signals (31.9)
    const auto &check = llvm::cast<TimingCheckSyntax>(*symbol.origin->declaration);
    for (const TimingCheckEventSyntax *argument : check.arguments.drop_front(
             std::min<size_t>(check.arguments.size(), 7)))
      declareImplicitNets(compilation, argument->expr, scope, symbol.position);
    break;
  }
  case SymbolKind::Instance:
  case SymbolKind::InstanceArray:
    connectionNets(symbol);
    break;
  case SymbolKind::DefaultSkipped:
    if (symbol.origin->item)
      connectionNets(symbol);
    state.resolve(symbol);
    for (Symbol *result : llvm::cast<ItemSymbol>(symbol).results)
      ordered.push_back(result);
    return;
  default:
    break;
  }
  state.resolve(symbol);
  if (symbol.kind != SymbolKind::ElabTask)
    ordered.push_back(&symbol);
}

} // namespace circtsim::sema

//===- Compilation.cpp - the front end from units to bound bodies ---------===//
//
// Registers definitions and packages, chooses the top-level modules (IEEE
// 1800-2023 23.3.1: those that nothing instantiates), elaborates the hierarchy below them,
// and then binds the code of all bodies. The hierarchy comes first because
// hierarchical names in code may lead anywhere.
//
// Bodies are ordered packages, units, then modules with parents before children:
// a depth-first walk that numbers a body when all below it have been.
//
//===----------------------------------------------------------------------===//
#include "Sema/Compilation.h"

#include "Sema/Hierarchy/BodyBinder.h"
#include "Sema/Hierarchy/CommandLineValues.h"
#include "Sema/Hierarchy/Configurations.h"
#include "Sema/Hierarchy/Definitions.h"
#include "Sema/Hierarchy/Defparams.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Hierarchy/ExternSubroutines.h"
#include "Syntax/LibraryMap.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

Compilation::Compilation(support::DiagnosticEngine &diag, ElaborationOptions options)
    : diag(diag), opts(std::move(options)), typeContext(std::make_unique<TypeContext>()),
      elaboration(std::make_unique<ElaborationState>(*this)) {}

Compilation::~Compilation() = default;

//===-- Units -------------------------------------------------------------------------===//

/// The place of a library in the search without a configuration (33.6.1).
static size_t libraryRank(const Compilation &compilation, llvm::StringRef library) {
  const LibraryMap *map = compilation.options().libraries;
  if (!map)
    return 0;
  return size_t(llvm::find(map->libraries(), library) - map->libraries().begin());
}

static void registerDefinition(Compilation &compilation, const Name &name, bool isLibrary,
                               const ModuleSyntax *module, const UdpSyntax *udp, Scope &unit) {
  ElaborationState &state = compilation.state();
  llvm::StringRef library = libraryAt(compilation, name.loc);
  Definition *&cell = state.cells[(library + "." + name.text).str()];
  if (Definition *previous = cell) {
    if (!isLibrary) {
      state.diag.diag(name.loc, diag::DuplicateDefinition) << name.text;
      state.diag.diag(previous->loc, diag::PreviousDeclaration) << name.text;
    }
    return;
  }
  auto &definition = state.make<Definition>(name.text, name.loc);
  definition.syntax = module;
  definition.udp = udp;
  definition.declarationScope = &unit;
  definition.parent = &unit;
  definition.isLibrary = isLibrary;
  definition.library = library;
  cell = &definition;
  Definition *&first = state.definitions[name.text];
  if (!first ||
      libraryRank(compilation, library) < libraryRank(compilation, first->library))
    first = &definition;
  state.definitionOrder.push_back(&definition);
}

static void registerPackage(ElaborationState &state, const PackageSyntax &syntax, bool isLibrary) {
  auto [entry, isNew] = state.packages.try_emplace(
      syntax.name.text,
      PackageEntry{&syntax, uint32_t(state.units.size() - 1), nullptr, isLibrary});
  if (isNew) {
    state.packageOrder.push_back(syntax.name.text);
  } else if (!isLibrary) {
    state.diag.diag(syntax.name.loc, diag::DuplicateDefinition) << syntax.name.text;
    state.diag.diag(entry->second.syntax->name.loc, diag::PreviousDeclaration) << syntax.name.text;
  }
}

/// `module m(.*)` has the ports and parameters of its extern declaration (23.5).
static const ModuleSyntax *withExternPorts(ElaborationState &state, const ModuleSyntax &module) {
  if (module.portList != PortListKind::Wildcard)
    return &module;
  for (const UnitEntry &entry : state.units)
    for (const MemberSyntax *member : entry.unit->members) {
      const auto *other = llvm::dyn_cast<ModuleSyntax>(member);
      if (!other || !other->isExtern || other->name.text != module.name.text)
        continue;
      auto *complete = state.types.make<ModuleSyntax>(module);
      complete->portList = other->portList;
      complete->ansiPorts = other->ansiPorts;
      complete->nonAnsiPorts = other->nonAnsiPorts;
      if (!complete->parameters)
        complete->parameters = other->parameters;
      return complete;
    }
  return &module;
}

static void registerUnit(Compilation &compilation, const CompilationUnit &unit, bool isLibrary) {
  ElaborationState &state = compilation.state();
  unsigned errorsBefore = state.diag.errorCount();
  auto &body = state.make<Specialisation>("$unit", support::SourceLoc());
  body.bodyKind = BodyKind::CompilationUnit;
  body.printedName = "$unit";
  state.units.push_back({&unit, isLibrary, &body});
  for (const MemberSyntax *member : unit.members) {
    if (const auto *module = llvm::dyn_cast<ModuleSyntax>(member)) {
      if (!module->isExtern)
        registerDefinition(compilation, module->name, isLibrary, withExternPorts(state, *module), nullptr,
                           body);
    } else if (const auto *package = llvm::dyn_cast<PackageSyntax>(member)) {
      registerPackage(state, *package, isLibrary);
    } else if (const auto *udp = llvm::dyn_cast<UdpSyntax>(member)) {
      if (!udp->isExtern)
        registerDefinition(compilation, udp->name, isLibrary, nullptr, udp, body);
    } else if (const auto *config = llvm::dyn_cast<ConfigSyntax>(member)) {
      state.configurations.push_back(
          {config, libraryAt(compilation, config->name.loc), &body, nullptr});
    }
  }
  state.unitErrors += state.diag.errorCount() - errorsBefore;
}

void Compilation::addUnit(const CompilationUnit &unit) { registerUnit(*this, unit, false); }
void Compilation::addLibraryUnit(const CompilationUnit &unit) {
  registerUnit(*this, unit, true);
}

std::vector<std::string> Compilation::undefinedModules() {
  std::vector<std::string> result;
  llvm::DenseSet<llvm::StringRef> seen;
  std::vector<const Definition *> work;
  for (const Definition *definition : elaboration->definitionOrder)
    if (!definition->isLibrary)
      work.push_back(definition);
  llvm::DenseSet<const Definition *> visited(work.begin(), work.end());
  for (size_t i = 0; i < work.size(); ++i) {
    if (!work[i]->syntax)
      continue;
    llvm::DenseSet<llvm::StringRef> nested;
    for (const MemberSyntax *member : work[i]->syntax->members)
      if (const auto *module = llvm::dyn_cast<ModuleSyntax>(member))
        nested.insert(module->name.text);
    forEachInstantiation(work[i]->syntax->members, [&](const InstantiationSyntax &syntax) {
      Name name = instantiatedName(syntax);
      if (!name || nested.contains(name.text))
        return;
      Definition *definition = elaboration->definitions.lookup(name.text);
      if (definition && visited.insert(definition).second)
        work.push_back(definition);
      else if (!definition && seen.insert(name.text).second)
        result.push_back(name.text.str());
    });
  }
  forEachConfiguredCell(*elaboration, [&](llvm::StringRef name) {
    if (!elaboration->definitions.lookup(name) && seen.insert(name).second)
      result.push_back(name.str());
  });
  return result;
}

//===-- Tops ------------------------------------------------------------------------------===//

/// Modules that nothing instantiates, in order of definition.
static std::vector<Definition *> findTops(ElaborationState &state) {
  llvm::DenseSet<llvm::StringRef> instantiated;
  for (const Definition *definition : state.definitionOrder)
    if (definition->syntax)
      forEachInstantiation(definition->syntax->members, [&](const InstantiationSyntax &syntax) {
        instantiated.insert(instantiatedName(syntax).text);
      });
  for (const UnitEntry &unit : state.units)
    for (const MemberSyntax *member : unit.unit->members)
      if (member->kind == SyntaxKind::Bind)
        forEachInstantiation(member, [&](const InstantiationSyntax &syntax) {
          instantiated.insert(instantiatedName(syntax).text);
        });
  std::vector<Definition *> tops;
  for (Definition *definition : state.definitionOrder)
    if (!definition->isLibrary && definition->syntax &&
        definition->syntax->elementKind != ElementKind::Interface &&
        state.definitions.lookup(definition->name) == definition && !instantiated.contains(definition->name))
      tops.push_back(definition);
  if (tops.empty())
    for (const Definition *definition : state.definitionOrder)
      if (!definition->isLibrary && definition->syntax &&
          definition->syntax->elementKind == ElementKind::Module) {
        state.diag.diag(definition->loc, diag::NoTopModule);
        break;
      }
  return tops;
}

/// `name`, `library.name`, or a configuration, which stands for the cells of its design. A module
/// goes before a configuration of that name; `:config` behind the name decides it (33.5.2).
static std::vector<BoundCell> chooseTops(Compilation &compilation) {
  ElaborationState &state = compilation.state();
  std::vector<BoundCell> tops;
  if (compilation.options().tops.empty())
    for (Definition *definition : findTops(state))
      tops.push_back({definition});
  for (llvm::StringRef name : compilation.options().tops) {
    Definition *definition =
        name.contains('.') ? state.cells.lookup(name) : state.definitions.lookup(name);
    if (definition && definition->syntax) {
      tops.push_back({definition});
    } else if (ConfigurationEntry *entry = findConfiguration(state, name)) {
      llvm::append_range(tops, designCells(compilation, useConfiguration(compilation, *entry)));
    } else {
      state.diag.diag(support::SourceLoc(), diag::UnknownTop) << name;
    }
  }
  return tops;
}

/// Does a path begin with the name of another top?
static bool leadsToOtherTop(const ElaborationState &state, const Definition &top,
                            const ExprSyntax *path) {
  for (;;) {
    if (const auto *access = llvm::dyn_cast_or_null<MemberAccessExprSyntax>(path))
      path = access->base;
    else if (const auto *element = llvm::dyn_cast_or_null<ElementSelectExprSyntax>(path))
      path = element->base;
    else
      break;
  }
  const auto *name = llvm::dyn_cast_or_null<NameExprSyntax>(path);
  return name && name->name.text != top.name && state.topsToCome.contains(name->name.text);
}

/// Has the module, or a generate construct in it, defparams or binds that concern other tops?
static bool setsOtherTops(const ElaborationState &state, const Definition &top,
                          const SyntaxNode *node, bool isInGenerate) {
  if (const auto *defparam = llvm::dyn_cast_or_null<DefparamSyntax>(node))
    return llvm::any_of(defparam->assignments, [&](const AssignmentSyntax *assignment) {
      return leadsToOtherTop(state, top, assignment->lhs);
    });
  if (const auto *bind = llvm::dyn_cast_or_null<BindSyntax>(node)) {
    auto leads = [&](const ExprSyntax *path) { return leadsToOtherTop(state, top, path); };
    return isInGenerate || leads(bind->target) || llvm::any_of(bind->instances, leads);
  }
  auto inner = [&](const MemberSyntax *member) { return setsOtherTops(state, top, member, true); };
  if (const auto *region = llvm::dyn_cast_or_null<GenerateRegionSyntax>(node))
    return llvm::any_of(region->members, inner);
  if (const auto *block = llvm::dyn_cast_or_null<GenerateBlockSyntax>(node))
    return llvm::any_of(block->members, inner);
  if (const auto *choice = llvm::dyn_cast_or_null<IfGenerateSyntax>(node))
    return inner(choice->thenBlock) || inner(choice->elseBlock);
  if (const auto *choice = llvm::dyn_cast_or_null<CaseGenerateSyntax>(node))
    return llvm::any_of(choice->items,
                        [&](const CaseGenerateItemSyntax *item) { return inner(item->block); });
  const auto *loop = llvm::dyn_cast_or_null<LoopGenerateSyntax>(node);
  return loop && inner(loop->body);
}

static bool setsOtherTops(const ElaborationState &state, const Definition &top) {
  return llvm::any_of(top.syntax->members, [&](const MemberSyntax *member) {
    return setsOtherTops(state, top, member, false);
  });
}

/// Elaborates the top modules, those first that have defparams for others (23.10.1). The order
/// of the tops is the given one.
static void elaborateTops(Compilation &compilation, llvm::ArrayRef<BoundCell> tops) {
  ElaborationState &state = compilation.state();
  for (const BoundCell &top : tops)
    state.topsToCome.insert(top.definition->name);
  std::vector<BoundCell> order;
  for (bool isFirst : {true, false})
    llvm::copy_if(tops, std::back_inserter(order), [&](const BoundCell &top) {
      return setsOtherTops(state, *top.definition) == isFirst;
    });
  llvm::DenseMap<const Definition *, InstanceSymbol *> instances;
  for (const BoundCell &top : order) {
    state.topsToCome.erase(top.definition->name);
    if (!compilation.diagnostics().shouldStop())
      instances[top.definition] = elaborateTop(compilation, top);
  }
  state.tops.clear();
  for (const BoundCell &top : tops)
    if (InstanceSymbol *instance = instances.lookup(top.definition))
      state.tops.push_back(instance);
}

//===-- Order of bodies ----------------------------------------------------------------===//

static void visitBodies(Specialisation &body, llvm::DenseSet<const Specialisation *> &visited,
                        std::vector<BodySymbol *> &postOrder) {
  if (!visited.insert(&body).second)
    return;
  for (Specialisation *child : llvm::reverse(body.children))
    visitBodies(*child, visited, postOrder);
  postOrder.push_back(&body);
}

void addVirtualBody(Compilation &compilation, Specialisation &body) {
  ElaborationState &state = compilation.state();
  llvm::DenseSet<const Specialisation *> visited;
  for (const BodySymbol *other : state.bodies)
    visited.insert(&Specialisation::of(*other));
  std::vector<BodySymbol *> postOrder;
  visitBodies(body, visited, postOrder);
  for (BodySymbol *added : llvm::reverse(postOrder)) {
    added->index = uint32_t(state.bodies.size());
    state.bodies.push_back(added);
    if (state.hasOrder)
      bindBody(compilation, *added);
  }
}

static void orderBodies(Compilation &compilation) {
  ElaborationState &state = compilation.state();
  std::vector<BodySymbol *> ordered;
  for (bool isPackage : {true, false})
    llvm::copy_if(state.bodies, std::back_inserter(ordered), [&](const BodySymbol *body) {
      return (body->bodyKind == BodyKind::Package) == isPackage;
    });
  state.bodies = std::move(ordered);
  llvm::DenseSet<const Specialisation *> visited;
  std::vector<BodySymbol *> postOrder;
  for (InstanceSymbol *top : llvm::reverse(state.tops))
    visitBodies(Specialisation::of(*top->childBody), visited, postOrder);
  state.bodies.insert(state.bodies.end(), postOrder.rbegin(), postOrder.rend());
  for (Specialisation *body : state.virtualBodies)
    addVirtualBody(compilation, *body);
  for (auto [index, body] : llvm::enumerate(state.bodies))
    body->index = uint32_t(index);
  state.hasOrder = true;
}

//===-- Elaboration --------------------------------------------------------------------------===//

bool Compilation::elaborate() {
  ElaborationState &state = *elaboration;
  unsigned errorsBefore = diag.errorCount();
  if (errorsBefore != state.unitErrors)
    return false;
  for (UnitEntry &unit : state.units)
    if (!unit.isLibrary)
      elaborateUnit(*this, unit);
  for (llvm::StringRef name : state.packageOrder)
    if (!state.packages.find(name)->second.isLibrary)
      state.findPackage(name);
  readCommandLineParameters(*this);
  collectBinds(*this);
  elaborateTops(*this, chooseTops(*this));
  orderBodies(*this);
  bool isHierarchyGood = diag.errorCount() == errorsBefore;
  if (isHierarchyGood)
    reportUnusedCommandLineParameters(*this);
  llvm::SmallVector<const BodySymbol *, 16> goodBodies;
  for (size_t i = 0; i < state.bodies.size(); ++i) // binding may add bodies
    if (!diag.shouldStop()) {
      BodySymbol *body = state.bodies[i];
      unsigned errors = diag.errorCount();
      bindBody(*this, *body);
      if (diag.errorCount() == errors)
        goodBodies.push_back(body);
    }
  if (isHierarchyGood) // parameters of blocks are found with their statements
    reportUnusedDefparams(state);
  for (const BodySymbol *body : goodBodies)
    checkDrivers(*this, *body);
  if (!diag.hasErrors())
    connectExterns(*this);
  return !diag.hasErrors();
}

//===-- Results
//--------------------------------------------------------------------------------===//

llvm::ArrayRef<BodySymbol *> Compilation::bodies() const { return elaboration->bodies; }
llvm::ArrayRef<InstanceSymbol *> Compilation::tops() const { return elaboration->tops; }

const Type &Compilation::defaultScalar(bool isSigned) {
  return types().scalar(opts.isTwoState ? ScalarKind::Bit : ScalarKind::Logic, isSigned);
}

int8_t Compilation::timePrecision() const {
  int8_t finest = opts.timePrecision;
  bool isFirst = true;
  for (const BodySymbol *body : elaboration->bodies) {
    bool isCode = body->definition != nullptr;
    if (!isCode && !Specialisation::of(*body).hasExplicitTimescale)
      continue;
    if (isFirst || body->timePrecision < finest)
      finest = body->timePrecision;
    isFirst = false;
  }
  return finest;
}

const Stmt *Compilation::bodyOf(const SubroutineSymbol &subroutine) {
  return bindSubroutine(*this, const_cast<SubroutineSymbol &>(subroutine));
}

} // namespace circtsim::sema

//===- ElaborationState.cpp - symbols, resolution, global names -----------===//
//
// Symbols are entered into their scope by name and in order (`declare`), and
// resolved on first use or in source order (`resolve`). A symbol that is met
// again while it is being resolved depends on itself: an error, and the Error
// type, so that everything ends.
//
// Invariants: a symbol's `position` grows with its place in the scope; a
// resolved value symbol has a type; nothing is reported twice for one symbol.
//
// IEEE 1800-2023 3.13 (name spaces), 6.10 (implicit nets), 6.21, 26.3.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/ElaborationState.h"

#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Hierarchy/Configurations.h"
#include "Sema/Hierarchy/ScopeBuilder.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Syntax/Preprocessor.h"

#include "llvm/Support/SaveAndRestore.h"

namespace circtsim::sema {

ElaborationState::ElaborationState(Compilation &compilation)
    : compilation(compilation), diag(compilation.diagnostics()), types(compilation.types()) {}

ElaborationState::~ElaborationState() = default;

//===-- Declaring --------------------------------------------------------------------===//

void ElaborationState::addMember(Scope &scope, Symbol &symbol) {
  symbol.parent = &scope;
  symbol.position = ++scope.lastPosition;
  scope.members.push_back(&symbol);
}

void ElaborationState::declare(Scope &scope, Symbol &symbol) {
  addMember(scope, symbol);
  if (symbol.name.empty())
    return;
  if (const Symbol *previous = scope.names.insert(symbol.name, &symbol))
    reportRedefinition(symbol, *previous);
}

void ElaborationState::reportRedefinition(const Symbol &symbol, const Symbol &previous) {
  diag.diag(symbol.loc, diag::Redefinition) << symbol.name;
  diag.diag(previous.loc, diag::PreviousDeclaration) << symbol.name;
}

BindContext ElaborationState::contextOf(const Symbol &symbol) const {
  BindContext context;
  context.scope = symbol.parent;
  context.position = symbol.position ? symbol.position : BindContext::NoPosition;
  for (const Scope *scope = symbol.parent; scope; scope = scope->symbol->parent) {
    if (scope->symbol->kind == SymbolKind::Body)
      break;
    if (scope->symbol->kind == SymbolKind::Block)
      context.isProcedural = true;
    if (auto *subroutine = llvm::dyn_cast<SubroutineSymbol>(scope->symbol)) {
      context.isProcedural = true;
      context.subroutine = subroutine;
      context.isInFunction = !subroutine->isTask;
      break;
    }
  }
  return context;
}

BindContext ElaborationState::constantContextOf(const Symbol &symbol) const {
  BindContext context = contextOf(symbol);
  context.isConstant = true;
  return context;
}

//===-- Resolving --------------------------------------------------------------------===//

/// Ends a cycle of declarations: gives the symbol an Error type or value.
static void breakCycle(Compilation &compilation, Symbol &symbol) {
  const Type &error = compilation.types().error();
  compilation.diagnostics().diag(symbol.loc, diag::DependsOnItself) << symbol.name;
  if (auto *value = llvm::dyn_cast<ValueSymbol>(&symbol); value && !value->type)
    value->type = &error;
  if (auto *parameter = llvm::dyn_cast<ParameterSymbol>(&symbol); parameter && !parameter->value)
    parameter->value = compilation.types().make<InvalidExpr>(error, symbol.loc);
  if (auto *alias = llvm::dyn_cast<TypeAliasSymbol>(&symbol); alias && !alias->type)
    alias->type = &error;
  if (auto *parameter = llvm::dyn_cast<TypeParameterSymbol>(&symbol); parameter && !parameter->type)
    parameter->type = &error;
}

void ElaborationState::resolve(Symbol &symbol) {
  if (symbol.state == Symbol::State::Resolved)
    return;
  if (symbol.state == Symbol::State::Resolving) {
    // The signature of a recursive function is complete when its body is bound.
    if (symbol.kind != SymbolKind::Subroutine)
      breakCycle(compilation, symbol);
    return;
  }
  symbol.state = Symbol::State::Resolving;
  switch (symbol.kind) {
  case SymbolKind::Variable:
    resolveVariable(compilation, static_cast<VariableSymbol &>(symbol));
    break;
  case SymbolKind::Net:
    resolveNet(compilation, static_cast<NetSymbol &>(symbol));
    break;
  case SymbolKind::Parameter:
    resolveParameter(compilation, static_cast<ParameterSymbol &>(symbol));
    break;
  case SymbolKind::TypeParameter:
    resolveTypeParameter(compilation, static_cast<TypeParameterSymbol &>(symbol));
    break;
  case SymbolKind::TypeAlias:
    resolveTypeAlias(compilation, static_cast<TypeAliasSymbol &>(symbol));
    break;
  case SymbolKind::Subroutine:
    resolveSubroutine(compilation, static_cast<SubroutineSymbol &>(symbol));
    break;
  case SymbolKind::GenerateArray:
    resolveLoopGenerate(compilation, static_cast<GenerateArraySymbol &>(symbol));
    break;
  case SymbolKind::DefaultSkipped:
    if (symbol.origin->item)
      expandGates(compilation, static_cast<ItemSymbol &>(symbol));
    else
      resolveConditionalGenerate(compilation, static_cast<ItemSymbol &>(symbol));
    break;
  case SymbolKind::ElabTask:
    runElabTask(compilation, static_cast<ItemSymbol &>(symbol));
    break;
  case SymbolKind::Instance:
    resolveInstance(compilation, static_cast<InstanceSymbol &>(symbol));
    break;
  case SymbolKind::InstanceArray:
    resolveInstanceArray(compilation, static_cast<InstanceArraySymbol &>(symbol));
    break;
  case SymbolKind::Clocking:
    resolveClocking(compilation, static_cast<ClockingSymbol &>(symbol));
    break;
  case SymbolKind::Modport:
    resolveModport(compilation, static_cast<ModportSymbol &>(symbol));
    break;
  default:
    break;
  }
  symbol.state = Symbol::State::Resolved;
}

void ElaborationState::declareEnumValue(const Symbol &owner, EnumValueSymbol &value) {
  Scope &scope = *owner.parent;
  value.parent = &scope;
  value.position = owner.position - 1; // seen by the declaration's own initialiser
  scope.members.push_back(&value);
  // Before its type was bound, the name stood for the declaration (ScopeBuilder).
  Symbol *previous = scope.names.insert(value.name, &value);
  if (previous && previous->name != value.name)
    scope.names.replace(value.name, &value);
  else if (previous)
    reportRedefinition(value, *previous);
}

const Type &ElaborationState::sharedType(Symbol &symbol, SharedType &shared,
                                         llvm::StringRef typedefName) {
  if (shared.type)
    return *shared.type;
  auto sink = [&](EnumValueSymbol &value) { declareEnumValue(symbol, value); };
  BindContext context = contextOf(symbol);
  TypeBinder binder(compilation, context, sink);
  if (symbol.kind == SymbolKind::Parameter)
    binder.keepFourStates();
  shared.type = &binder.bind(*shared.syntax, typedefName);
  return *shared.type;
}

void ElaborationState::ensureDeclared(Scope &scope) {
  auto *body = llvm::dyn_cast<BodySymbol>(scope.symbol);
  if (!body || Specialisation::of(*body).isDeclared)
    return;
  Specialisation &specialisation = Specialisation::of(*body);
  specialisation.isDeclared = true;
  if (body->bodyKind == BodyKind::CompilationUnit) { // of a library
    for (UnitEntry &entry : units)
      if (entry.body == body)
        elaborateUnit(compilation, entry);
    return;
  }
  const auto *module = llvm::dyn_cast_or_null<syntax::ModuleSyntax>(body->syntax);
  if (!module)
    return;
  collectPortVariables(specialisation, *module);
  ScopeBuilder(compilation, scope).declare(module->members);
}

void ElaborationState::ensureLocals(SubroutineSymbol &subroutine) {
  resolve(subroutine);
  if (!subroutine.syntax || subroutine.hasBlocks)
    return;
  subroutine.hasBlocks = true;
  for (const syntax::StmtSyntax *statement : subroutine.syntax->body)
    StmtBinder::declareBlocks(compilation, subroutine, subroutine, *statement, subroutine.lifetime,
                              BindContext::NoPosition);
}

void ElaborationState::ensureBlocks(Scope &scope) {
  if (auto *subroutine = llvm::dyn_cast<SubroutineSymbol>(scope.symbol))
    return ensureLocals(*subroutine);
  if (scope.hasBlocks)
    return;
  scope.hasBlocks = true;
  Lifetime lifetime = Specialisation::of(Compilation::bodyOf(scope)).defaultLifetime;
  for (size_t i = 0; i < scope.members.size(); ++i) {
    Symbol &member = *scope.members[i];
    if (auto *process = llvm::dyn_cast<ProcessSymbol>(&member); process && process->origin)
      StmtBinder::declareBlocks(compilation, *process, scope,
                                *llvm::cast<syntax::StmtSyntax>(process->origin->item), lifetime,
                                process->position);
    else if (auto *subroutine = llvm::dyn_cast<SubroutineSymbol>(&member))
      ensureLocals(*subroutine);
  }
}

NetSymbol *ElaborationState::declareImplicitNet(Scope &scope, llvm::StringRef name,
                                                support::SourceLoc loc, uint32_t position) {
  const Specialisation &body = Specialisation::of(Compilation::bodyOf(scope));
  syntax::NetKind kind = syntax::NetKind::Wire;
  if (body.directives) {
    if (body.directives->defaultNettype == syntax::TokenKind::Unknown)
      return nullptr;
    kind = netKindOf(body.directives->defaultNettype);
  }
  auto &net = make<NetSymbol>(name, loc);
  net.netKind = kind;
  net.isImplicit = true;
  net.type = &compilation.defaultScalar();
  declare(scope, net);
  net.position = position - 1; // seen by the item itself, and by what follows
  return &net;
}

syntax::NetKind netKindOf(syntax::TokenKind token) {
  using syntax::NetKind;
  using syntax::TokenKind;
  switch (token) {
  case TokenKind::KwTri:
    return NetKind::Tri;
  case TokenKind::KwTri0:
    return NetKind::Tri0;
  case TokenKind::KwTri1:
    return NetKind::Tri1;
  case TokenKind::KwTriand:
    return NetKind::Triand;
  case TokenKind::KwTrior:
    return NetKind::Trior;
  case TokenKind::KwTrireg:
    return NetKind::Trireg;
  case TokenKind::KwUwire:
    return NetKind::Uwire;
  case TokenKind::KwWand:
    return NetKind::Wand;
  case TokenKind::KwWor:
    return NetKind::Wor;
  default:
    return NetKind::Wire;
  }
}

//===-- Global names -----------------------------------------------------------------===//

Definition *ElaborationState::findDefinition(llvm::StringRef name, const Scope *scope) {
  const Scope *start = scope;
  for (; scope; scope = scope->symbol->parent)
    if (Symbol *symbol = scope->names.lookup(name))
      if (auto *nested = llvm::dyn_cast<DefinitionSymbol>(symbol))
        return &Definition::of(*nested);
  const auto *body = start ? &Specialisation::of(Compilation::bodyOf(*start)) : nullptr;
  return body && body->binding ? findCell(*this, *body, name) : definitions.lookup(name);
}

/// What the names `process::x` stand for (9.7); the handles and methods of the class are built
/// in.
static llvm::StringMap<PackageEntry>::iterator addProcessClass(ElaborationState &state) {
  support::SourceManager &sources = state.diag.sourceManager();
  support::FileId file = sources.addBuffer(
      "<std>", "package process; typedef enum {FINISHED, RUNNING, WAITING, SUSPENDED, KILLED} "
               "state; endpackage\n");
  syntax::Preprocessor preprocessor(sources, state.diag, state.commandLineText, {});
  auto unit = syntax::parseCompilationUnit(preprocessor.preprocess({file}), sources, state.diag);
  const auto *package = llvm::cast<syntax::PackageSyntax>(unit->members.front());
  state.commandLineUnits.push_back(std::move(unit));
  return state.packages.try_emplace("process", PackageEntry{package, 0, nullptr, true}).first;
}

Specialisation *ElaborationState::findPackage(llvm::StringRef name) {
  auto it = packages.find(name);
  if (it == packages.end() && name == "process" && !units.empty())
    it = addProcessClass(*this);
  if (it == packages.end())
    return nullptr;
  if (!it->second.body)
    elaboratePackage(compilation, it->second);
  return it->second.body;
}

Symbol *ElaborationState::importedSymbol(ImportSymbol &import) {
  return packageMember(Specialisation::of(*import.package), import.name);
}

/// Do the package's export declarations name this item of that package?
static bool exportsItem(const Specialisation &package, llvm::StringRef from, llvm::StringRef name) {
  if (package.exportsAll)
    return true;
  for (const syntax::ImportItemSyntax *item : package.exports)
    if (item->package.text == from && (!item->name || item->name.text == name))
      return true;
  return false;
}

Symbol *ElaborationState::packageMember(Specialisation &package, llvm::StringRef name) {
  Symbol *symbol = package.names.lookup(name);
  if (symbol && symbol->name != name) { // an enumeration not bound yet
    resolve(*symbol);
    symbol = package.names.lookup(name);
    if (symbol && symbol->name != name)
      return nullptr;
  }
  if (symbol && symbol->kind != SymbolKind::ExplicitImport) {
    resolve(*symbol);
    return symbol;
  }
  if (package.isSearched)
    return nullptr;
  llvm::SaveAndRestore searched(package.isSearched, true);
  if (symbol) {
    auto &import = static_cast<ImportSymbol &>(*symbol);
    return exportsItem(package, import.package->name, name) ? importedSymbol(import) : nullptr;
  }
  if (package.exports.empty() && !package.exportsAll)
    return nullptr;
  for (Symbol *wildcard : package.wildcardImports) {
    const BodySymbol *other = static_cast<ImportSymbol *>(wildcard)->package;
    if (other && exportsItem(package, other->name, name))
      if (Symbol *found = packageMember(Specialisation::of(*other), name))
        return found;
  }
  return nullptr;
}

Specialisation &ElaborationState::unitBody(const Scope &scope) {
  const Scope *current = &scope;
  while (current->symbol->parent)
    current = current->symbol->parent;
  Specialisation &outermost = Specialisation::of(Compilation::bodyOf(*current));
  if (outermost.bodyKind != BodyKind::Package)
    return outermost;
  return *units[packages[outermost.name].unit].body;
}

const HierarchicalPath *ElaborationState::path(uint32_t up,
                                               llvm::ArrayRef<llvm::StringRef> instances) {
  std::string key = std::to_string(up);
  for (llvm::StringRef name : instances)
    key += "/" + name.str();
  const HierarchicalPath *&entry = paths[key];
  if (!entry) {
    auto *made = types.make<HierarchicalPath>();
    made->up = up;
    made->instances = types.copy(instances);
    entry = made;
  }
  return entry;
}

const HierarchicalPath *ElaborationState::pathBehind(const Expr *base, uint32_t up,
                                                     llvm::ArrayRef<llvm::StringRef> instances) {
  if (!base)
    return path(up, instances);
  auto *made = types.make<HierarchicalPath>();
  made->base = base;
  made->instances = types.copy(instances);
  return made;
}

const HierarchicalPath *ElaborationState::extended(const HierarchicalPath *from,
                                                   llvm::StringRef instance) {
  llvm::SmallVector<llvm::StringRef, 4> instances;
  if (from)
    instances.append(from->instances.begin(), from->instances.end());
  instances.push_back(instance);
  return pathBehind(from ? from->base : nullptr, from ? from->up : 0, instances);
}

llvm::StringRef ElaborationState::uniqueBodyName(llvm::StringRef name) {
  unsigned &count = bodyNames[name];
  ++count;
  if (count == 1)
    return bodyNames.find(name)->getKey();
  return text(name + "'" + llvm::Twine(count));
}

} // namespace circtsim::sema

//===- Configurations.cpp - which cell an instance becomes ----------------===//
//
// Without a configuration an instance is the cell of its name in the first library that has
// one, in the order of the library map (IEEE 1800-2023 33.6.1). A configuration says for
// its design's instances, by path, by cell or for all others, in which libraries to search
// (`liblist`) or which cell to take (`use`), and with which parameters (33.4).
//
// Rules for paths travel to their instances as defparams do, so bodies with different
// rules below them are not shared. The list in force and the configuration are part of a
// body's key (CellBinding).
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/Configurations.h"

#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/Defparams.h"
#include "Sema/Hierarchy/ScopeBuilder.h"
#include "Syntax/LibraryMap.h"
#include "Syntax/SyntaxTree.h"

#include "llvm/ADT/StringExtras.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

llvm::StringRef libraryAt(Compilation &compilation, support::SourceLoc loc) {
  const LibraryMap *map = compilation.options().libraries;
  if (!map)
    return DefinitionSymbol::DefaultLibrary;
  const support::SourceManager &sources = compilation.diagnostics().sourceManager();
  support::FileId file = sources.fileOf(sources.expansionLoc(loc));
  while (sources.includeLocOf(file).isValid())
    file = sources.fileOf(sources.includeLocOf(file));
  llvm::StringRef library = map->libraryOf(sources.nameOf(file), loc, compilation.diagnostics());
  return library.empty() ? llvm::StringRef(DefinitionSymbol::DefaultLibrary) : library;
}

//===-- Names of cells --------------------------------------------------------------------===//

namespace {
/// `cell` or `library.cell`.
struct CellName {
  llvm::StringRef library, cell;
  support::SourceLoc loc;
};
} // namespace

static CellName readCellName(const ExprSyntax *syntax) {
  if (const auto *name = llvm::dyn_cast_or_null<NameExprSyntax>(syntax))
    return {"", name->name.text, name->loc()};
  if (const auto *member = llvm::dyn_cast_or_null<MemberAccessExprSyntax>(syntax))
    return {readCellName(member->base).cell, member->name.text, member->loc()};
  return {};
}

using Libraries = llvm::ArrayRef<llvm::StringRef>;

static Definition *findIn(ElaborationState &state, Libraries libraries, llvm::StringRef cell) {
  for (llvm::StringRef library : libraries)
    if (Definition *found = state.cells.lookup((library + "." + cell).str()))
      return found;
  return nullptr;
}

static llvm::StringRef libraryOf(const Specialisation &body) {
  return body.definition->library;
}

/// Where the instances of a body search: the list in force, or the body's own library.
static llvm::SmallVector<llvm::StringRef, 2> librariesFor(const Specialisation &body) {
  if (!body.binding->libraries.empty())
    return body.binding->libraries;
  return {libraryOf(body)};
}

static void reportMissing(ElaborationState &state, support::SourceLoc loc, Libraries libraries,
                          llvm::StringRef cell) {
  state.diag.diag(loc, diag::UnknownCell) << cell << llvm::join(libraries, ", ");
}

//===-- Configurations --------------------------------------------------------------------===//

ConfigurationEntry *findConfiguration(ElaborationState &state, llvm::StringRef name) {
  name.consume_back(":config");
  auto [library, config] = name.contains('.') ? name.split('.') : std::pair{llvm::StringRef(), name};
  for (ConfigurationEntry &entry : state.configurations)
    if (entry.syntax->name.text == config && (library.empty() || entry.library == library))
      return &entry;
  return nullptr;
}

static const CellBinding &makeBinding(ElaborationState &state, const Configuration &configuration,
                                      Libraries libraries) {
  for (const auto &binding : state.cellBindings)
    if (binding->configuration == &configuration && Libraries(binding->libraries) == libraries)
      return *binding;
  state.cellBindings.push_back(std::make_unique<CellBinding>(CellBinding{
      &configuration, llvm::SmallVector<llvm::StringRef, 2>(libraries)}));
  return *state.cellBindings.back();
}

static llvm::SmallVector<llvm::StringRef, 2> libraryList(const ConfigRuleSyntax &rule) {
  llvm::SmallVector<llvm::StringRef, 2> result;
  for (const Name &name : rule.liblist)
    result.push_back(name.text);
  return result;
}

const CellBinding &bindingFor(ElaborationState &state, const Configuration &configuration,
                              const ConfigRuleSyntax &rule) {
  return makeBinding(state, configuration, libraryList(rule));
}

static void addInstanceRule(Compilation &compilation, Configuration &configuration,
                            const ConfigRuleSyntax &rule) {
  ElaborationState &state = compilation.state();
  auto record = std::make_unique<DefparamRecord>();
  record->rule = &rule;
  record->configuration = &configuration;
  record->loc = rule.loc();
  record->context.scope = configuration.scope;
  record->context.isConstant = true;
  ExprBinder binder(compilation, record->context);
  if (!rule.target || !splitHierarchicalPath(*rule.target, binder, *record)) {
    state.diag.diag(rule.loc(), diag::ConfigRuleTarget);
    return;
  }
  llvm::StringRef first = record->path.front().name;
  auto isFirst = [&](const ExprSyntax *cell) { return readCellName(cell).cell == first; };
  if (!llvm::any_of(configuration.syntax->design, isFirst)) {
    state.diag.diag(rule.target->loc(), diag::ConfigPathStart) << first;
    return;
  }
  record->path.push_back({});
  configuration.instanceRules.push_back(record.get());
  state.defparamRecords.push_back(std::move(record));
}

const Configuration &useConfiguration(Compilation &compilation, ConfigurationEntry &entry) {
  if (entry.configuration)
    return *entry.configuration;
  ElaborationState &state = compilation.state();
  entry.configuration = std::make_unique<Configuration>();
  Configuration &result = *entry.configuration;
  result.syntax = entry.syntax;
  result.library = entry.library;
  result.scope = &state.make<Specialisation>(entry.syntax->name.text, entry.syntax->name.loc);
  result.scope->bodyKind = BodyKind::Package;
  result.scope->parent = entry.unit;
  result.scope->printedName = entry.syntax->name.text;
  result.scope->isDeclared = true;
  ScopeBuilder builder(compilation, *result.scope);
  for (const MemberSyntax *parameter : entry.syntax->parameters)
    builder.declareParameter(*parameter, false);
  bool hasDefault = false;
  for (const ConfigRuleSyntax *rule : entry.syntax->rules) {
    if (rule->ruleKind == ConfigRuleKind::Instance)
      addInstanceRule(compilation, result, *rule);
    bool isSecond = rule->ruleKind == ConfigRuleKind::Default && std::exchange(hasDefault, true);
    if (isSecond)
      state.diag.diag(rule->loc(), diag::SecondConfigDefault);
    if (rule->ruleKind == ConfigRuleKind::Default && rule->hasUse)
      state.diag.diag(rule->loc(), diag::ConfigDefaultUse);
    if (rule->ruleKind == ConfigRuleKind::Cell && rule->hasLiblist &&
        !readCellName(rule->target).library.empty())
      state.diag.diag(rule->loc(), diag::ConfigCellLiblist);
  }
  if (entry.syntax->design.empty())
    state.diag.diag(entry.syntax->name.loc, diag::ConfigWithoutDesign) << entry.syntax->name.text;
  return result;
}

std::vector<BoundCell> designCells(Compilation &compilation, const Configuration &configuration) {
  ElaborationState &state = compilation.state();
  llvm::SmallVector<llvm::StringRef, 2> defaults;
  for (const ConfigRuleSyntax *rule : configuration.syntax->rules)
    if (rule->ruleKind == ConfigRuleKind::Default)
      defaults = libraryList(*rule);
  std::vector<BoundCell> result;
  for (const ExprSyntax *cell : configuration.syntax->design) {
    CellName name = readCellName(cell);
    llvm::StringRef library = name.library.empty() ? configuration.library : name.library;
    Definition *definition = findIn(state, library, name.cell);
    if (!definition || !definition->syntax)
      reportMissing(state, name.loc, library, name.cell);
    else
      result.push_back({definition, &makeBinding(state, configuration, defaults), nullptr, nullptr,
                        &configuration});
  }
  return result;
}

void forEachConfiguredCell(ElaborationState &state,
                           llvm::function_ref<void(llvm::StringRef)> visit) {
  for (const ConfigurationEntry &entry : state.configurations) {
    for (const ExprSyntax *cell : entry.syntax->design)
      visit(readCellName(cell).cell);
    for (const ConfigRuleSyntax *rule : entry.syntax->rules)
      if (rule->use && !rule->useIsConfig)
        visit(readCellName(rule->use).cell);
  }
}

//===-- Instances ---------------------------------------------------------------------------===//

/// The rule for cells of that name; with a library, only for the cell of it.
static const ConfigRuleSyntax *findCellRule(ElaborationState &state, const Specialisation &body,
                                            llvm::StringRef name) {
  for (const ConfigRuleSyntax *rule : body.binding->configuration->syntax->rules) {
    if (rule->ruleKind != ConfigRuleKind::Cell)
      continue;
    CellName target = readCellName(rule->target);
    if (target.cell != name)
      continue;
    if (target.library.empty())
      return rule;
    Definition *otherwise = findIn(state, librariesFor(body), name);
    if (otherwise && otherwise->library == target.library)
      return rule;
  }
  return nullptr;
}

/// Where a rule sends an instance of `name`; with null, what holds without one.
static std::pair<llvm::SmallVector<llvm::StringRef, 2>, llvm::StringRef>
searchOf(const Specialisation &body, llvm::StringRef name, const ConfigRuleSyntax *rule) {
  if (rule && rule->hasLiblist)
    return {libraryList(*rule), name};
  if (rule && rule->use) {
    CellName use = readCellName(rule->use);
    return {{use.library.empty() ? libraryOf(body) : use.library}, use.cell};
  }
  return {librariesFor(body), name};
}

Definition *findCell(ElaborationState &state, const Specialisation &body, llvm::StringRef name) {
  auto [libraries, cell] = searchOf(body, name, findCellRule(state, body, name));
  return findIn(state, libraries, cell);
}

const DefparamRecord *takeInstanceRule(llvm::SmallVectorImpl<ActiveDefparam> &records) {
  const DefparamRecord *result = nullptr;
  llvm::erase_if(records, [&](const ActiveDefparam &active) {
    if (!active.record->rule || active.next + 1 < active.record->path.size())
      return false;
    active.record->isUsed = true;
    result = active.record;
    return true;
  });
  return result;
}

/// The one design cell of a configuration that an instance uses (33.4.2).
static BoundCell bindToConfiguration(Compilation &compilation, const ConfigRuleSyntax &rule,
                                     llvm::StringRef library) {
  ElaborationState &state = compilation.state();
  CellName use = readCellName(rule.use);
  if (!use.library.empty())
    library = use.library;
  ConfigurationEntry *entry = findConfiguration(state, (library + "." + use.cell).str());
  if (!entry) {
    state.diag.diag(rule.loc(), diag::UnknownConfiguration) << use.cell << library;
    return {};
  }
  const Configuration &configuration = useConfiguration(compilation, *entry);
  if (configuration.syntax->design.size() != 1) {
    state.diag.diag(rule.loc(), diag::ConfigDesignCount) << use.cell;
    return {};
  }
  std::vector<BoundCell> cells = designCells(compilation, configuration);
  return cells.empty() ? BoundCell{} : cells.front();
}

BoundCell bindCell(Compilation &compilation, const NameExprSyntax &name, Scope &scope,
                   const DefparamRecord *record) {
  ElaborationState &state = compilation.state();
  const Specialisation &body = Specialisation::of(Compilation::bodyOf(scope));
  BoundCell result;
  result.binding = body.binding;
  result.definition = state.findDefinition(name.name.text, &scope);
  bool isNested = result.definition &&
                  Compilation::bodyOf(*result.definition->declarationScope).bodyKind !=
                      BodyKind::CompilationUnit;
  if (isNested && record) {
    if (record->rule->use || record->rule->hasLiblist)
      state.diag.unsupported(record->loc, "another cell for an instance of a nested module",
                             "33.4.1.3");
    result.rule = record->rule;
    result.ruleOwner = record->configuration;
  }
  if (!body.binding || isNested) {
    if (!result.definition)
      state.diag.diag(name.loc(), diag::UnknownModule) << name.name.text;
    return result;
  }
  const ConfigRuleSyntax *rule =
      record ? record->rule : findCellRule(state, body, name.name.text);
  result.rule = rule;
  result.ruleOwner = record ? record->configuration : body.binding->configuration;
  if (rule && rule->useIsConfig) {
    BoundCell entered = bindToConfiguration(compilation, *rule, libraryOf(body));
    result.definition = entered.definition;
    result.binding = entered.binding;
    result.entered = entered.entered;
    return result;
  }
  if (rule && rule->hasLiblist)
    result.binding = &bindingFor(state, *body.binding->configuration, *rule);
  auto [libraries, cell] = searchOf(body, name.name.text, rule);
  result.definition = findIn(state, libraries, cell);
  if (!result.definition)
    reportMissing(state, rule && rule->use ? rule->loc() : name.loc(), libraries, cell);
  return result;
}

void enterConfiguration(const Configuration &entered, llvm::StringRef cell,
                        llvm::SmallVectorImpl<ActiveDefparam> &records) {
  llvm::erase_if(records, [](const ActiveDefparam &active) {
    active.record->isUsed |= active.record->rule != nullptr;
    return active.record->rule != nullptr;
  });
  for (DefparamRecord *record : entered.instanceRules)
    if (record->path.front().name == cell)
      records.push_back({record, 1});
}

} // namespace circtsim::sema

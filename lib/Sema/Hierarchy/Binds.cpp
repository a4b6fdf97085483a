//===- Binds.cpp - bind directives ----------------------------------------===//
//
// IEEE 1800-2023 23.11. A bind to a module adds its instantiation to every body of the
// module, behind the module's own items. One to instances travels to its target
// as a defparam does: the target's body is not shared with instances that have no
// such bind. Paths begin in the scope of the bind, or with the name of a top module.
//
// Binds are collected from the syntax before anything is elaborated, because the
// target may come before the bind. Those in generate blocks hold for what is elaborated
// behind them; top modules with binds for others come first.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/Definitions.h"
#include "Sema/Hierarchy/Defparams.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

/// The module or interface that a bind names as its target; null: an instance.
static Definition *targetDefinition(ElaborationState &state, const BindSyntax &syntax) {
  const auto *name = llvm::dyn_cast_or_null<NameExprSyntax>(syntax.target);
  Definition *definition = name ? state.definitions.lookup(name->name.text) : nullptr;
  return definition && definition->syntax ? definition : nullptr;
}

/// The paths of a bind to instances: those behind the colon, or the target itself.
static llvm::SmallVector<const ExprSyntax *, 2> targetPaths(ElaborationState &state,
                                                            const BindSyntax &syntax) {
  if (!syntax.instances.empty())
    return {syntax.instances.begin(), syntax.instances.end()};
  if (!syntax.target || targetDefinition(state, syntax))
    return {};
  return {syntax.target};
}

/// A path as a record with an empty name behind it; null: reported.
static DefparamRecord *makeRecord(Compilation &compilation, Scope &scope, const BindSyntax &syntax,
                                  const ExprSyntax &path) {
  ElaborationState &state = compilation.state();
  auto record = std::make_unique<DefparamRecord>();
  record->bind = &syntax;
  record->loc = path.loc();
  record->context.scope = &scope;
  record->context.isConstant = true;
  ExprBinder binder(compilation, record->context);
  const auto *member = llvm::dyn_cast<MemberAccessExprSyntax>(&path);
  const auto *root = member ? llvm::dyn_cast<KeywordExprSyntax>(member->base) : nullptr;
  bool isGood = root ? false : splitHierarchicalPath(path, binder, *record);
  if (!isGood) {
    state.diag.unsupported(path.loc(), "this target of a bind", "23.11");
    return nullptr;
  }
  record->path.push_back({});
  state.defparamRecords.push_back(std::move(record));
  return state.defparamRecords.back().get();
}

static void collectFrom(ElaborationState &state, List<MemberSyntax> members) {
  for (const MemberSyntax *member : members) {
    if (const auto *bind = llvm::dyn_cast<BindSyntax>(member)) {
      Definition *definition = targetDefinition(state, *bind);
      if (definition && bind->instances.empty())
        state.moduleBinds[definition->name].push_back(bind);
    } else if (const auto *module = llvm::dyn_cast<ModuleSyntax>(member)) {
      collectFrom(state, module->members);
    } else if (const auto *region = llvm::dyn_cast<GenerateRegionSyntax>(member)) {
      collectFrom(state, region->members);
    }
  }
}

void collectBinds(Compilation &compilation) {
  ElaborationState &state = compilation.state();
  for (UnitEntry &unit : state.units) {
    if (unit.isLibrary)
      continue;
    collectFrom(state, unit.unit->members);
    for (const MemberSyntax *member : unit.unit->members) {
      const auto *bind = llvm::dyn_cast<BindSyntax>(member);
      if (!bind)
        continue;
      for (const ExprSyntax *path : targetPaths(state, *bind))
        if (DefparamRecord *record = makeRecord(compilation, *unit.body, *bind, *path))
          state.topBinds.push_back(record);
    }
  }
}

void activateBind(Compilation &compilation, Scope &scope, const BindSyntax &syntax) {
  ElaborationState &state = compilation.state();
  const BodySymbol &body = Compilation::bodyOf(scope);
  if (body.bodyKind == BodyKind::CompilationUnit)
    return; // collected
  Definition *definition = targetDefinition(state, syntax);
  if (scope.symbol->kind != SymbolKind::Body && definition && syntax.instances.empty()) {
    if (definition->bodies.empty())
      state.moduleBinds[definition->name].push_back(&syntax);
    else
      state.diag.unsupported(
          syntax.loc(), "binds in generate blocks to modules that have instances before", "23.11");
    return;
  }
  for (const ExprSyntax *path : targetPaths(state, syntax)) {
    DefparamRecord *record = makeRecord(compilation, scope, syntax, *path);
    if (!record)
      continue;
    llvm::StringRef first = record->path.front().name;
    bool isOwnName = scope.symbol == &body && body.definition && body.definition->name == first &&
                     record->path.size() > 2;
    if (scope.names.lookup(first) || isOwnName)
      state.defparams[&scope].push_back(
          {record, isOwnName && !scope.names.lookup(first) ? 1u : 0u});
    else if (state.topsToCome.contains(first))
      state.topBinds.push_back(record);
    else {
      state.diag.unsupported(path->loc(), "binds that lead out of their scope", "23.11");
      record->isUsed = true;
    }
  }
}

} // namespace circtsim::sema

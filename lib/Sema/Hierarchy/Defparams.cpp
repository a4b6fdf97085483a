//===- Defparams.cpp - parameter values from above ------------------------===//
//
// A defparam (IEEE 1800-2023 23.10.1) becomes a path relative to the scope
// whose names contain its first element. As instances and generate blocks are
// elaborated, the paths that begin with their name are handed on, one element
// shorter; the last element is a parameter of the body that it reaches, which is
// being specialised at that moment. A path may also begin with the name of the module
// around it, or of a top module that is elaborated later: tops that say something about
// others come first. So do instances with defparams that begin above them, within one scope; what
// is elaborated before such a defparam is met cannot be set by it.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/Defparams.h"

#include "Sema/Hierarchy/Definitions.h"

#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ScopeBuilder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

bool splitHierarchicalPath(const ExprSyntax &syntax, ExprBinder &binder, DefparamRecord &record) {
  if (const auto *name = llvm::dyn_cast<NameExprSyntax>(&syntax)) {
    record.path.push_back({name->name.text, {}});
    return true;
  }
  if (const auto *member = llvm::dyn_cast<MemberAccessExprSyntax>(&syntax)) {
    if (!splitHierarchicalPath(*member->base, binder, record))
      return false;
    record.path.push_back({member->name.text, {}});
    return true;
  }
  if (const auto *select = llvm::dyn_cast<ElementSelectExprSyntax>(&syntax)) {
    if (!splitHierarchicalPath(*select->base, binder, record))
      return false;
    std::optional<int64_t> index = binder.bindConstantInt(*select->index);
    if (!index)
      return false;
    record.path.back().indices.push_back(*index);
    return true;
  }
  return false;
}

void ScopeBuilder::activateDefparams() {
  for (const DefparamSyntax *syntax : defparams)
    for (const AssignmentSyntax *assignment : syntax->assignments)
      activateDefparam(*assignment);
  defparams.clear();
}

void ScopeBuilder::activateDefparam(const AssignmentSyntax &syntax) {
  auto record = std::make_unique<DefparamRecord>();
  record->value = syntax.rhs;
  record->loc = syntax.loc();
  record->context.scope = &scope;
  record->context.isConstant = true;
  ExprBinder binder(compilation, record->context);
  if (!splitHierarchicalPath(*syntax.lhs, binder, *record)) {
    if (!diag.hasErrors())
      diag.diag(syntax.loc(), diag::BadDefparamTarget);
    return;
  }
  if (record->path.size() < 2 || llvm::isa<TypeExprSyntax>(syntax.rhs)) {
    diag.diag(syntax.loc(), diag::BadDefparamTarget);
    return;
  }
  uint32_t first = 0;
  if (!scope.names.lookup(record->path[0].name))
    state.ensureBlocks(scope); // perhaps a block of a procedure
  if (!scope.names.lookup(record->path[0].name)) {
    bool isOwnName =
        scope.symbol == &body && body.definition && body.definition->name == record->path[0].name;
    if (!isOwnName && state.topsToCome.contains(record->path[0].name)) {
      state.topBinds.push_back(record.get());
      state.defparamRecords.push_back(std::move(record));
      return;
    }
    if (!isOwnName) {
      activateUpward(std::move(record));
      return;
    }
    first = 1;
  }
  if (record->path.size() < 2 + first) {
    diag.diag(syntax.loc(), diag::BadDefparamTarget);
    return;
  }
  state.defparams[&scope].push_back({record.get(), first});
  state.defparamRecords.push_back(std::move(record));
}

namespace {
/// A scope around a defparam, on the way up to the one that its path begins in.
struct OuterScope {
  Scope *scope;
  const BodySymbol *body;
  bool isBounded = false; ///< left a generate block or an array of instances

  bool stepUp();
};
} // namespace

bool OuterScope::stepUp() {
  if (scope->symbol != body) {
    isBounded |= scope->symbol->kind == SymbolKind::GenerateBlock;
    scope = scope->symbol->parent;
    return true;
  }
  const InstanceSymbol *instance = body->firstInstance;
  if (!instance || !instance->parent)
    return false;
  isBounded |= instance->printedName != instance->name;
  scope = instance->parent;
  body = &Compilation::bodyOf(*scope);
  return true;
}

/// A path that begins above: with a name of a scope around, or with the name of the module
/// there. It holds for what is elaborated from now on; instances with such defparams come first.
void ScopeBuilder::activateUpward(std::unique_ptr<DefparamRecord> record) {
  const auto &path = record->path;
  support::SourceLoc loc = record->loc;
  OuterScope outer{&scope, &body};
  Scope *found = nullptr;
  uint32_t first = 0;
  while (!found && outer.stepUp()) {
    bool isModule = outer.scope->symbol == outer.body && outer.body->definition &&
                    outer.body->definition->name == path[0].name;
    if (outer.scope->names.lookup(path[0].name) || isModule) {
      found = outer.scope;
      first = outer.scope->names.lookup(path[0].name) ? 0 : 1;
    }
  }
  if (!found) {
    auto isNamed = [&](const InstanceSymbol *top) { return top->name == path[0].name; };
    if (llvm::any_of(state.tops, isNamed))
      diag.unsupported(loc, "defparam for a top module that is elaborated before it", "23.10.1");
    else // to be reported with those that meet nothing
      state.defparamRecords.push_back(std::move(record));
    return;
  }
  if (path.size() < 2 + first) {
    diag.diag(loc, diag::BadDefparamTarget);
    return;
  }
  if (outer.isBounded) {
    diag.diag(loc, diag::DefparamLeavesHierarchy);
    return;
  }
  const Symbol *next = found->names.lookup(path[first].name);
  if (next && next->state != Symbol::State::Pending) {
    diag.unsupported(loc, "defparam for an instance that is elaborated before it", "23.10.1");
    return;
  }
  state.defparams[found].push_back({record.get(), first});
  state.defparamRecords.push_back(std::move(record));
}

void ScopeBuilder::elaborateSetters() {
  if (!state.hasDefparams)
    return;
  for (size_t i = 0; i < scope.members.size() && !diag.shouldStop(); ++i) {
    Symbol &symbol = *scope.members[i];
    bool isInstance =
        symbol.kind == SymbolKind::Instance || symbol.kind == SymbolKind::InstanceArray;
    if (!isInstance || !symbol.origin || symbol.state != Symbol::State::Pending)
      continue;
    const auto *syntax = llvm::dyn_cast<InstantiationSyntax>(symbol.origin->declaration);
    Name name = syntax ? instantiatedName(*syntax) : Name();
    Definition *definition = name ? state.findDefinition(name.text, &scope) : nullptr;
    if (!definition || !definition->syntax || !setsUpwards(state, *definition))
      continue;
    llvm::SmallVector<Symbol *, 1> ignored;
    elaborateMember(symbol, ignored);
  }
}

void matchDefparams(ElaborationState &state, const Scope &scope, llvm::StringRef name,
                    llvm::ArrayRef<int64_t> indices, llvm::SmallVectorImpl<ActiveDefparam> &out) {
  if (state.defparams.empty())
    return;
  auto it = state.defparams.find(&scope);
  if (it == state.defparams.end())
    return;
  for (const ActiveDefparam &active : it->second) {
    const DefparamRecord::Element &element = active.record->path[active.next];
    bool isWholeArray = active.record->rule && element.indices.empty();
    if (element.name == name && (isWholeArray || llvm::ArrayRef(element.indices) == indices))
      out.push_back({active.record, active.next + 1});
  }
}

void reportUnusedDefparams(ElaborationState &state) {
  for (const auto &record : state.defparamRecords) {
    if (record->isUsed || !record->loc.isValid())
      continue;
    std::string path;
    for (const DefparamRecord::Element &element : record->path) {
      if (element.name.empty()) // of a bind or a configuration
        continue;
      path += (path.empty() ? "" : ".") + element.name.str();
      for (int64_t index : element.indices)
        path += "[" + std::to_string(index) + "]";
    }
    state.diag.diag(record->loc, record->rule   ? diag::ConfigRuleUnused
                                 : record->bind ? diag::BindWithoutTarget
                                                : diag::DefparamWithoutTarget)
        << path;
  }
}

} // namespace circtsim::sema

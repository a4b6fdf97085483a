//===- Defparams.cpp - parameter values from above ------------------------===//
//
// A defparam (IEEE 1800-2023 23.10.1) becomes a path relative to the scope
// whose names contain its first element. As instances and generate blocks are
// elaborated, the paths that begin with their name are handed on, one element
// shorter; the last element is a parameter of the body that it reaches, which is
// being specialised at that moment. A path may also begin with the name of the module
// around it, or of a top module that is elaborated later: tops that say something about
// others come first. Other paths that do not lead downwards are not supported.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/Defparams.h"

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
    if (!isOwnName || record->path.size() < 3) {
      diag.unsupported(syntax.loc(), "defparam that leads out of the scope it is written in",
                       "23.10.1");
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

//===- Packages.cpp - packages and compilation units ----------------------===//
//
// A package is elaborated when something imports it or names one of its
// items, whatever the order of the files; a compilation unit's own items when
// elaboration begins (IEEE 1800-2023 3.12.1, 26.2). Both are bodies without instances.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Hierarchy/ScopeBuilder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

/// 26.6: what is exported by name must have been imported from that package.
static void checkExports(ElaborationState &state, Specialisation &body) {
  for (const ImportItemSyntax *item : body.exports) {
    if (!item->name)
      continue;
    Symbol *local = body.names.lookup(item->name.text);
    const auto *import = llvm::dyn_cast_or_null<ImportSymbol>(local);
    bool isGood = import && import->package->name == item->package.text;
    for (Symbol *wildcard : body.wildcardImports) {
      const BodySymbol *from = static_cast<ImportSymbol *>(wildcard)->package;
      if (!local && from && from->name == item->package.text &&
          state.packageMember(Specialisation::of(*from), item->name.text))
        isGood = true;
    }
    if (!isGood)
      state.diag.diag(item->name.loc, diag::BadExport) << item->name.text << item->package.text;
  }
}

void elaboratePackage(Compilation &compilation, PackageEntry &entry) {
  ElaborationState &state = compilation.state();
  const PackageSyntax &syntax = *entry.syntax;
  auto &body = state.make<Specialisation>(syntax.name.text, syntax.name.loc);
  entry.body = &body;
  body.bodyKind = BodyKind::Package;
  body.syntax = &syntax;
  body.directives = syntax.directives;
  body.printedName = state.uniqueBodyName(syntax.name.text);
  if (syntax.lifetime == syntax::Lifetime::Automatic)
    body.defaultLifetime = Lifetime::Automatic;
  body.isDeclared = true;
  setTimescale(compilation, body, syntax.members);
  ScopeBuilder builder(compilation, body);
  builder.declare(syntax.members);
  builder.elaborate();
  checkExports(state, body);
  body.isElaborated = true;
  state.bodies.push_back(&body);
}

void elaborateUnit(Compilation &compilation, UnitEntry &entry) {
  ElaborationState &state = compilation.state();
  Specialisation &body = *entry.body;
  if (body.isElaborated)
    return;
  body.isElaborated = true;
  body.isDeclared = true;
  setTimescale(compilation, body, entry.unit->members);
  ScopeBuilder builder(compilation, body);
  builder.declare(entry.unit->members);
  builder.elaborate();
  if (body.members.empty())
    return;
  body.printedName = state.uniqueBodyName("$unit");
  state.bodies.push_back(&body);
}

} // namespace circtsim::sema

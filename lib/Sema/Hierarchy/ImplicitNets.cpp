//===- ImplicitNets.cpp - nets that nobody declared -----------------------===//
//
// IEEE 1800-2023 6.10: an undeclared simple name in a port connection, among
// the terminals of a gate, or as the left side of a continuous assignment is a scalar
// net of the default type, unless `default_nettype is none. Such names are found while the
// scope is elaborated in order, so that later items and hierarchical names
// see them.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Lookup.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

void declareImplicitNets(Compilation &compilation, const ExprSyntax *syntax, Scope &scope,
                         uint32_t position) {
  if (!syntax)
    return;
  switch (syntax->kind) {
  case SyntaxKind::NameExpr: {
    const Name &name = llvm::cast<NameExprSyntax>(syntax)->name;
    BindContext context;
    context.scope = &scope;
    context.position = position;
    if (Lookup(compilation, context).lookupSimple(name.text) || scope.names.lookup(name.text))
      return;
    compilation.state().declareImplicitNet(scope, name.text, name.loc, position);
    return;
  }
  case SyntaxKind::ParenExpr:
  case SyntaxKind::UnaryExpr:
  case SyntaxKind::BinaryExpr:
  case SyntaxKind::ConditionalExpr:
  case SyntaxKind::ConcatExpr:
  case SyntaxKind::ReplicationExpr:
    forEachChild(*syntax, [&](const SyntaxNode &child) {
      declareImplicitNets(compilation, llvm::dyn_cast<ExprSyntax>(&child), scope, position);
    });
    return;
  default:
    return;
  }
}

} // namespace circtsim::sema

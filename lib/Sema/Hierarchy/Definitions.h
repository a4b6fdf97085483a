//===- Definitions.h - what a definition's syntax says ----------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_DEFINITIONS_H
#define CIRCTSIM_SEMA_HIERARCHY_DEFINITIONS_H

#include "Sema/Hierarchy/ElaborationState.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace circtsim::sema {

/// Calls `visit` with every instantiation in a list of items, generate
/// constructs and nested modules included, in source order.
void forEachInstantiation(syntax::List<syntax::MemberSyntax> members,
                          llvm::function_ref<void(const syntax::InstantiationSyntax &)> visit);
/// The name that an instantiation instantiates; invalid for checkers of packages.
syntax::Name instantiatedName(const syntax::InstantiationSyntax &syntax);

/// Has the definition, or one that it instantiates, a defparam whose path begins with a name
/// from above (23.10.1)?
bool setsUpwards(ElaborationState &state, const Definition &definition);

/// Names that a piece of syntax declares, at any depth, and those that it uses
/// as the first element of a hierarchical name, as a task or function, or as
/// the target of a disable.
struct NameUses {
  llvm::DenseSet<llvm::StringRef> declared;
  llvm::SmallVector<llvm::StringRef, 8> used;
  llvm::SmallVector<llvm::StringRef, 2> set; ///< first elements of the paths of defparams

  void collect(const syntax::SyntaxNode &node);

private:
  void declare(const syntax::SyntaxNode &node);
  void use(const syntax::ExprSyntax *expr);
};

} // namespace circtsim::sema

#endif

//===- SyntaxTree.h - All syntax nodes --------------------------*- C++ -*-===//
//
// Umbrella of the node headers, and dispatch over the kinds.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_SYNTAXTREE_H
#define CIRCTSIM_SYNTAX_SYNTAXTREE_H

#include "Syntax/AssertionSyntax.h"
#include "Syntax/ClassSyntax.h"
#include "Syntax/DeclSyntax.h"
#include "Syntax/ExprSyntax.h"
#include "Syntax/MemberSyntax.h"
#include "Syntax/SpecifySyntax.h"
#include "Syntax/StmtSyntax.h"
#include "Syntax/TypeSyntax.h"

namespace circtsim::syntax {

/// Calls `function` with `node` cast to its own struct and returns its result.
/// Use with an overload set or a generic lambda:
/// `dispatch(*expr, [&](const auto &node) { return lower(node); })`.
template <class Function> decltype(auto) dispatch(const SyntaxNode &node, Function &&function) {
  switch (node.kind) {
#define X(Kind, Struct, Area)                                                                      \
  case SyntaxKind::Kind:                                                                           \
    return function(static_cast<const Struct &>(node));
#include "Syntax/SyntaxKinds.def"
  }
  __builtin_unreachable();
}

/// Calls `function(const SyntaxNode &)` for every direct child, in source
/// order, including labels' attributes and parts.
template <class Function> void forEachChild(const SyntaxNode &node, Function &&function);

namespace detail {
template <class Function> struct ChildVisitor {
  Function &function;
  template <class T>
    requires std::is_base_of_v<SyntaxNode, T>
  void operator()(const char *, const T *child) {
    if (child)
      function(static_cast<const SyntaxNode &>(*child));
  }
  template <class T>
    requires std::is_base_of_v<SyntaxNode, T>
  void operator()(const char *, List<T> children) {
    for (const T *child : children)
      function(static_cast<const SyntaxNode &>(*child));
  }
  template <class T> void operator()(const char *, const T &) {}
};
} // namespace detail

template <class Function> void forEachChild(const SyntaxNode &node, Function &&function) {
  detail::ChildVisitor<Function> visitor{function};
  if (const auto *stmt = llvm::dyn_cast<StmtSyntax>(&node))
    visitor("attributes", stmt->attributes);
  else if (const auto *member = llvm::dyn_cast<MemberSyntax>(&node))
    visitor("attributes", member->attributes);
  dispatch(node, [&](const auto &typed) { typed.fields(visitor); });
}

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_SYNTAXTREE_H

//===- Lookup.h - what a name stands for ------------------------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 3.13, 6.10, 6.21, 23.6 - 23.9, 26.3.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_LOOKUP_LOOKUP_H
#define CIRCTSIM_SEMA_LOOKUP_LOOKUP_H

#include "Sema/Expr/BindContext.h"
#include "Sema/Symbols/Symbol.h"

#include "llvm/ADT/SmallVector.h"

namespace circtsim::sema {

class Compilation;

/// What the leading part of a name denotes.
///
/// `symbol` is resolved: a value symbol has its type, a parameter its value, a
/// subroutine its signature, an instance its body. It is a value, a type, a
/// subroutine, or a scope (instance, generate block, block, package, modport,
/// interface port ...). Null: nothing was found.
struct LookupResult {
  const Symbol *symbol = nullptr;
  /// Null if the symbol belongs to the body being bound. Symbols of packages and
  /// compilation units have an Absolute path of one element, the body's printedName.
  const HierarchicalPath *path = nullptr;
  /// The part of the syntax that denotes `symbol`.
  const syntax::ExprSyntax *consumed = nullptr;
  /// What is applied to it, innermost first: MemberAccessExpr, ElementSelectExpr
  /// and RangeSelectExpr nodes, whose own `base` is to be ignored.
  llvm::SmallVector<const syntax::ExprSyntax *, 4> remaining;
  /// Reached through this item of a modport: its direction restricts access (25.5).
  const ModportSymbol::Item *modportItem = nullptr;
  /// A name with dots through a scope (not `pkg::x`): not constant, unless a
  /// parameter is reached through interfaces only.
  bool isHierarchical = false;

  explicit operator bool() const { return symbol != nullptr; }
};

/// Looks names up from one context. Cheap to construct.
///
/// BindContext::position counts declarations of BindContext::scope (see
/// Symbol::position); NoPosition sees them all. Subroutines, instances,
/// and blocks are seen before their declaration.
class Lookup {
public:
  Lookup(Compilation &compilation, const BindContext &context)
      : compilation(compilation), context(context) {}

  /// A name: NameExpr, ScopedNameExpr, MemberAccessExpr, ElementSelectExpr or
  /// RangeSelectExpr over one of these, `$root.a`, `$unit::a`. Reports what is
  /// not found, with a suggestion. Automatic variables declared outside of a
  /// fork branch that uses them are marked as captured.
  LookupResult lookup(const syntax::ExprSyntax &name);
  /// As above, silently (no implicit nets either).
  LookupResult tryLookup(const syntax::ExprSyntax &name);
  /// A simple name, silently: scopes outward, imports, the compilation unit.
  LookupResult lookupSimple(llvm::StringRef name);
  /// A member of the interface that a virtual interface refers to (25.9).
  LookupResult lookupBehind(const Expr &base, const syntax::Name &name);
  /// True for the forms that lookup() takes.
  static bool isName(const syntax::ExprSyntax &syntax);

private:
  struct Cursor;

  LookupResult run(const syntax::ExprSyntax &name, bool quiet);
  bool stepBehind(const Expr &base, const syntax::Name &name, Cursor &cursor);
  void followVirtual(LookupResult &result, bool quiet);
  bool findRoot(const syntax::ExprSyntax &root, bool hasSteps, Cursor &cursor);
  bool findScoped(const syntax::ScopedNameExprSyntax &name, Cursor &cursor);
  bool findUnqualified(llvm::StringRef name, Cursor &cursor);
  bool findUpward(llvm::StringRef name, bool isSimple, Cursor &cursor);
  bool findTop(llvm::StringRef name, Cursor &cursor);
  Symbol *findIn(Scope &scope, llvm::StringRef name, uint32_t position, Cursor &cursor);
  Symbol *findImported(Scope &scope, llvm::StringRef name, uint32_t position, Cursor &cursor);
  void markCaptured(Symbol &symbol, bool crossedFork);
  bool step(const syntax::ExprSyntax &syntax, Cursor &cursor);
  bool stepMember(const syntax::MemberAccessExprSyntax &syntax, Cursor &cursor);
  bool stepIndex(const syntax::ElementSelectExprSyntax &syntax, Cursor &cursor);
  bool stepIntoPort(const InterfacePortSymbol &port, const syntax::Name &name, Cursor &cursor);
  bool stepIntoModport(const ModportSymbol &modport, const syntax::Name &name, Cursor &cursor);
  bool stepIntoScope(Scope &scope, const syntax::Name &name, Cursor &cursor);
  const HierarchicalPath *prefixed(const Cursor &cursor);
  const HierarchicalPath *finishPath(Cursor &cursor);
  void reportUndeclared(const syntax::Name &name, Cursor &cursor);
  void reportNoMember(const syntax::Name &name, const Scope &scope, Cursor &cursor);

  Compilation &compilation;
  const BindContext &context;
};

} // namespace circtsim::sema

#endif

//===- Lookup.cpp - simple and package-scoped names -----------------------===//
//
// A name is split into its root and the steps (`.b`, `[i]`) applied to it. The
// root is searched in the scopes outward: declarations of the scope before the
// position of the use, then wildcard imports of the scope (IEEE 1800-2023 26.3),
// then the scope around it at the position of the inner scope's declaration.
// Subroutines, instances and blocks may be used before their declaration.
// Whatever is found is resolved before it is returned.
//
// A root that is found nowhere may be an upward name (HierarchicalNames.cpp). If
// it is nothing at all, the message says what was probably meant.
//
// Automatic variables met from within a fork branch, and declared
// in the fork block or outside of it, outlive their frame: they are marked.
//
//===----------------------------------------------------------------------===//
#include "Sema/Lookup/Lookup.h"

#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Cursor.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

bool Lookup::isName(const ExprSyntax &syntax) {
  const ExprSyntax *expr = &syntax;
  while (expr) {
    switch (expr->kind) {
    case SyntaxKind::NameExpr:
    case SyntaxKind::ScopedNameExpr:
      return true;
    case SyntaxKind::KeywordExpr:
      return llvm::cast<KeywordExprSyntax>(expr)->keyword == KeywordExprKind::Root &&
             expr != &syntax;
    case SyntaxKind::MemberAccessExpr:
      expr = llvm::cast<MemberAccessExprSyntax>(expr)->base;
      break;
    case SyntaxKind::ElementSelectExpr:
      expr = llvm::cast<ElementSelectExprSyntax>(expr)->base;
      break;
    case SyntaxKind::RangeSelectExpr:
      expr = llvm::cast<RangeSelectExprSyntax>(expr)->base;
      break;
    default:
      return false;
    }
  }
  return false;
}

//===-- Scopes ----------------------------------------------------------------------------===//

/// 6.21, 23.9: these must be declared before they are used.
static bool needsDeclarationBeforeUse(const Symbol &symbol) {
  return symbol.kind <= SymbolKind::TypeAlias;
}

Symbol *Lookup::findIn(Scope &scope, llvm::StringRef name, uint32_t position, Cursor &cursor) {
  ElaborationState &state = compilation.state();
  Symbol *symbol = scope.names.lookup(name);
  if (!symbol) {
    if (scope.symbol->kind != SymbolKind::Body)
      return nullptr;
    state.ensureDeclared(scope);
    symbol = scope.names.lookup(name);
    if (!symbol)
      return nullptr;
  }
  if (symbol->position >= position && symbol->position != 0 && needsDeclarationBeforeUse(*symbol)) {
    cursor.tooEarly = symbol;
    return nullptr;
  }
  if (symbol->name != name) {
    // A member of an enumeration not bound yet, or a conditional generate block.
    state.resolve(*symbol);
    symbol = scope.names.lookup(name);
    if (symbol->name != name)
      return nullptr;
  }
  if (auto *import = llvm::dyn_cast<ImportSymbol>(symbol)) {
    if (import->position >= position)
      return nullptr;
    Symbol *imported = state.importedSymbol(*import);
    if (!imported && !cursor.isQuiet) {
      cursor.hasFailed = true;
      state.diag.diag(import->loc, diag::NotInPackage) << import->name << import->package->name;
    }
    return imported;
  }
  state.resolve(*symbol);
  return symbol;
}

Symbol *Lookup::findImported(Scope &scope, llvm::StringRef name, uint32_t position,
                             Cursor &cursor) {
  Symbol *found = nullptr;
  const ImportSymbol *from = nullptr;
  for (Symbol *symbol : scope.wildcardImports) {
    auto *import = static_cast<ImportSymbol *>(symbol);
    if (import->position >= position)
      continue;
    Symbol *candidate =
        compilation.state().packageMember(Specialisation::of(*import->package), name);
    if (!candidate || candidate == found)
      continue;
    if (found) {
      cursor.ambiguous[0] = from;
      cursor.ambiguous[1] = import;
      return nullptr;
    }
    found = candidate;
    from = import;
  }
  return found;
}

void Lookup::markCaptured(Symbol &symbol, bool crossedFork) {
  auto *variable = llvm::dyn_cast<VariableSymbol>(&symbol);
  if (variable && crossedFork && variable->lifetime == Lifetime::Automatic)
    variable->isCaptured = true;
}

bool Lookup::findUnqualified(llvm::StringRef name, Cursor &cursor) {
  uint32_t position = context.position;
  bool crossedFork = false;
  for (Scope *scope = context.scope; scope; scope = scope->symbol->parent) {
    const auto *block = llvm::dyn_cast<BlockSymbol>(scope->symbol);
    crossedFork |= block && block->isFork;
    Symbol *symbol = findIn(*scope, name, position, cursor);
    if (!symbol && !scope->wildcardImports.empty())
      symbol = findImported(*scope, name, position, cursor);
    if (symbol && cursor.tooEarly && cursor.tooEarly->parent == scope && !cursor.isQuiet) {
      // The name was imported by its use; now it is declared (26.3).
      if (compilation.state().lateDeclarations.insert(cursor.tooEarly).second)
        compilation.diagnostics().diag(cursor.tooEarly->loc, diag::DeclaredAfterImport) << name;
    }
    if (symbol) {
      markCaptured(*symbol, crossedFork);
      cursor.symbol = symbol;
      return true;
    }
    if (cursor.hasFailed || cursor.ambiguous[0])
      return false;
    const auto *body = llvm::dyn_cast<BodySymbol>(scope->symbol);
    if (body && body->definition && body->parent &&
        Compilation::bodyOf(*body->parent).bodyKind != BodyKind::CompilationUnit)
      ++cursor.up; // out of a nested module
    position = scope->symbol->position ? scope->symbol->position : BindContext::NoPosition;
  }
  return false;
}

//===-- Package-scoped names -----------------------------------------------------------------===//

bool Lookup::findScoped(const ScopedNameExprSyntax &name, Cursor &cursor) {
  ElaborationState &state = compilation.state();
  cursor.hasFailed = true;
  if (const auto *keyword = llvm::dyn_cast<KeywordExprSyntax>(name.scope)) {
    if (keyword->keyword != KeywordExprKind::Unit) {
      if (!cursor.isQuiet)
        state.diag.unsupported(name.loc(), "names with 'local::'", "18.7.1");
      return false;
    }
    Specialisation &unit = state.unitBody(*context.scope);
    cursor.symbol = findIn(unit, name.name.text, BindContext::NoPosition, cursor);
    if (!cursor.symbol && !cursor.isQuiet)
      state.diag.diag(name.name.loc, diag::NotInUnit) << name.name.text;
    return cursor.symbol;
  }
  const auto *scope = llvm::dyn_cast<NameExprSyntax>(name.scope);
  const auto *inner = llvm::dyn_cast<ScopedNameExprSyntax>(name.scope);
  const auto *outermost = inner ? llvm::dyn_cast<NameExprSyntax>(inner->scope) : nullptr;
  bool isInStd = outermost && outermost->name.text == "std" && inner->name.text == "process";
  if (!scope && !isInStd) {
    if (!cursor.isQuiet)
      state.diag.unsupported(name.loc(), "class-scoped names", "8.23");
    return false;
  }
  Specialisation *package = state.findPackage(isInStd ? inner->name.text : scope->name.text);
  if (!package) {
    if (cursor.isQuiet || !scope)
      return false;
    Cursor typeCursor;
    typeCursor.isQuiet = true;
    TypeAliasSymbol *alias = nullptr;
    if (findUnqualified(scope->name.text, typeCursor))
      alias = llvm::dyn_cast<TypeAliasSymbol>(typeCursor.symbol);
    if (alias)
      state.resolve(*alias);
    bool isClass = alias && (!alias->type || alias->type->isError());
    if (!isClass) // a class was reported at its declaration
      state.diag.diag(scope->loc(), diag::UnknownPackage) << scope->name.text;
    return false;
  }
  cursor.symbol = state.packageMember(*package, name.name.text);
  if (cursor.symbol || cursor.isQuiet)
    return cursor.symbol;
  llvm::StringRef similar = findSimilarName(name.name.text, package, false);
  auto report = state.diag.diag(name.name.loc, diag::NotInPackage);
  report << name.name.text << package->name;
  if (!similar.empty())
    report << ("; did you mean '" + similar + "'?").str();
  return false;
}

//===-- Whole names
//----------------------------------------------------------------------------===//

bool Lookup::findRoot(const ExprSyntax &root, bool hasSteps, Cursor &cursor) {
  if (const auto *scoped = llvm::dyn_cast<ScopedNameExprSyntax>(&root))
    return findScoped(*scoped, cursor);
  const Name &name = llvm::cast<NameExprSyntax>(root).name;
  if (findUnqualified(name.text, cursor))
    return true;
  if (cursor.hasFailed)
    return false;
  if (cursor.ambiguous[0]) {
    cursor.hasFailed = true;
    if (!cursor.isQuiet)
      compilation.diagnostics().diag(name.loc, diag::AmbiguousImport)
          << name.text << cursor.ambiguous[0]->package->name << cursor.ambiguous[1]->package->name;
    return false;
  }
  cursor.up = 0;
  if (hasSteps && context.designScope) {
    BindContext design;
    design.scope = context.designScope;
    if (Lookup(compilation, design).findTop(name.text, cursor))
      return cursor.isHierarchical = true;
  }
  if (hasSteps && !cursor.tooEarly) { // perhaps a block of a procedure
    for (Scope *scope = context.scope; scope; scope = scope->symbol->parent)
      if (!llvm::isa<BlockSymbol>(scope->symbol))
        compilation.state().ensureBlocks(*scope);
    if (findUnqualified(name.text, cursor))
      return true;
    cursor.up = 0;
  }
  if (!cursor.tooEarly && findUpward(name.text, !hasSteps, cursor))
    return true;
  if (!cursor.isQuiet && !cursor.hasFailed)
    reportUndeclared(name, cursor);
  return false;
}

/// Splits a name into its root and steps, innermost first.
static const ExprSyntax *splitName(const ExprSyntax &name,
                                   llvm::SmallVectorImpl<const ExprSyntax *> &steps) {
  const ExprSyntax *expr = &name;
  for (;;) {
    if (const auto *member = llvm::dyn_cast<MemberAccessExprSyntax>(expr)) {
      steps.push_back(expr);
      expr = member->base;
    } else if (const auto *element = llvm::dyn_cast<ElementSelectExprSyntax>(expr)) {
      steps.push_back(expr);
      expr = element->base;
    } else if (const auto *range = llvm::dyn_cast<RangeSelectExprSyntax>(expr)) {
      steps.push_back(expr);
      expr = range->base;
    } else {
      break;
    }
  }
  std::reverse(steps.begin(), steps.end());
  return expr;
}

LookupResult Lookup::run(const ExprSyntax &name, bool quiet) {
  LookupResult result;
  llvm::SmallVector<const ExprSyntax *, 4> steps;
  const ExprSyntax *root = splitName(name, steps);
  Cursor cursor;
  cursor.isQuiet = quiet;
  size_t next = 0;
  result.consumed = root;
  if (const auto *keyword = llvm::dyn_cast<KeywordExprSyntax>(root)) {
    const auto *member =
        steps.empty() ? nullptr : llvm::dyn_cast<MemberAccessExprSyntax>(steps.front());
    if (keyword->keyword != KeywordExprKind::Root || !member)
      return {};
    if (!findTop(member->name.text, cursor)) {
      if (!quiet)
        compilation.diagnostics().diag(member->name.loc, diag::NoSuchTop) << member->name.text;
      return {};
    }
    cursor.isHierarchical = true;
    result.consumed = steps[next++];
  } else if (!llvm::isa<NameExprSyntax, ScopedNameExprSyntax>(root) ||
             !findRoot(*root, !steps.empty(), cursor)) {
    return {};
  }
  cursor.hasFailed = false;
  while (next < steps.size() && step(*steps[next], cursor))
    result.consumed = steps[next++];
  if (cursor.hasFailed)
    return {};
  result.symbol = cursor.symbol;
  result.path = finishPath(cursor);
  result.remaining.assign(steps.begin() + next, steps.end());
  result.modportItem = cursor.modportItem;
  // Parameters of interfaces and of generate blocks may appear in constants.
  bool isConstant = llvm::isa<ParameterSymbol, EnumValueSymbol, TypeAliasSymbol>(cursor.symbol);
  bool isInside =
      !result.path || (cursor.isThroughInterfaces && cursor.up == 0) || context.designScope;
  result.isHierarchical = cursor.isHierarchical && !(isConstant && isInside);
  if (!result.remaining.empty())
    followVirtual(result, quiet);
  return result;
}

LookupResult Lookup::lookup(const ExprSyntax &name) { return run(name, false); }
LookupResult Lookup::tryLookup(const ExprSyntax &name) { return run(name, true); }

LookupResult Lookup::lookupSimple(llvm::StringRef name) {
  LookupResult result;
  Cursor cursor;
  cursor.isQuiet = true;
  if (!findUnqualified(name, cursor))
    return result;
  result.symbol = cursor.symbol;
  result.path = finishPath(cursor);
  return result;
}

/// A name of a body that is reached by `context.prefix`, seen from where that begins.
const HierarchicalPath *Lookup::prefixed(const Cursor &cursor) {
  const BodySymbol *owner = cursor.symbol->body();
  if (owner && !owner->definition)
    return compilation.state().globalPath(*owner);
  if (cursor.up == HierarchicalPath::Absolute)
    return compilation.state().path(cursor.up, cursor.instances);
  if (cursor.base)
    return compilation.state().pathBehind(cursor.base, 0, cursor.instances);
  llvm::SmallVector<llvm::StringRef, 4> instances(context.prefix->instances);
  uint32_t up = context.prefix->up;
  for (uint32_t i = 0; i < cursor.up; ++i) {
    if (instances.empty())
      ++up;
    else
      instances.pop_back();
  }
  instances.append(cursor.instances.begin(), cursor.instances.end());
  return compilation.state().pathBehind(context.prefix->base, up, instances);
}

const HierarchicalPath *Lookup::finishPath(Cursor &cursor) {
  if (context.prefix)
    return prefixed(cursor);
  if (cursor.base)
    return compilation.state().pathBehind(cursor.base, 0, cursor.instances);
  if (cursor.up == 0 && cursor.instances.empty()) {
    const Symbol &symbol = *cursor.symbol;
    bool isObject = symbol.kind == SymbolKind::Variable || symbol.kind == SymbolKind::Net ||
                    symbol.kind == SymbolKind::Subroutine || symbol.kind == SymbolKind::Block ||
                    symbol.kind == SymbolKind::Clocking || symbol.kind == SymbolKind::ClockingSignal ||
                    symbol.kind == SymbolKind::ModportExpr;
    if (!isObject)
      return nullptr;
    const BodySymbol *owner = symbol.body();
    const Scope &viewer = context.viewer ? *context.viewer : *context.scope;
    if (!owner || owner->definition || owner == &Compilation::bodyOf(viewer))
      return nullptr;
    return compilation.state().globalPath(*owner);
  }
  const BodySymbol *owner = cursor.symbol->body();
  if (owner && !owner->definition) // an item of $unit seen from a nested module
    return compilation.state().globalPath(*owner);
  return compilation.state().path(cursor.up, cursor.instances);
}

//===-- Messages ------------------------------------------------------------------------------===//

void Lookup::reportUndeclared(const Name &name, Cursor &cursor) {
  support::DiagnosticEngine &diag = compilation.diagnostics();
  if (cursor.tooEarly) {
    diag.diag(name.loc, diag::UsedBeforeDeclaration) << name.text;
    diag.diag(cursor.tooEarly->loc, diag::NoteDeclaredHere) << name.text;
    return;
  }
  llvm::StringRef similar = findSimilarName(name.text, context.scope, true);
  if (similar.empty())
    diag.diag(name.loc, diag::UndeclaredName) << name.text << "";
  else
    diag.diag(name.loc, diag::UndeclaredName)
        << name.text << ("; did you mean '" + similar + "'?").str();
}

llvm::StringRef findSimilarName(llvm::StringRef name, const Scope *scope, bool outward) {
  static constexpr size_t MaxNames = 5000;
  unsigned best = unsigned(name.size()) / 3 + 1;
  llvm::StringRef result;
  size_t seen = 0;
  auto consider = [&](const Scope &names) {
    for (const NameTable::Entry &entry : names.names.entries()) {
      if (++seen > MaxNames)
        return;
      if (entry.first == name)
        continue;
      unsigned distance = name.edit_distance(entry.first, true, best);
      if (distance < best) {
        best = distance;
        result = entry.first;
      }
    }
  };
  for (; scope && seen < MaxNames; scope = outward ? scope->symbol->parent : nullptr) {
    consider(*scope);
    for (const Symbol *import : scope->wildcardImports)
      consider(*static_cast<const ImportSymbol *>(import)->package);
  }
  return result;
}

} // namespace circtsim::sema

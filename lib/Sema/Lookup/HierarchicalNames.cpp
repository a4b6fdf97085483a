//===- HierarchicalNames.cpp - names with dots through the hierarchy ------===//
//
// Downwards (IEEE 1800-2023 23.6): a step `.x` on an instance looks x up among the
// names of its body, on an interface port among those of the connected interface
// or the modport, on a generate block, named block or subroutine among its own.
// Each instance crossed is an element of the path. Upwards (23.8): the first
// element may be the name of a design element or a scope around an instance
// above; the search goes from the body to the scope of its instance, and so on
// to the top. The steps end at the first value, type or subroutine; what is left
// is for the expression binder.
//
// Upward names are only valid in bodies that are not shared between places
// (Definition::mayLookUp); an upward name that this analysis missed is refused.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Cursor.h"
#include "Sema/Lookup/Lookup.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

//===-- Upwards ---------------------------------------------------------------------------===//

static bool isScopeLike(const Symbol &symbol) {
  switch (symbol.kind) {
  case SymbolKind::GenerateBlock:
  case SymbolKind::GenerateArray:
  case SymbolKind::Block:
  case SymbolKind::Instance:
  case SymbolKind::InstanceArray:
  case SymbolKind::InterfacePort:
  case SymbolKind::Subroutine:
  case SymbolKind::Clocking:
    return true;
  default:
    return false;
  }
}

bool Lookup::findTop(llvm::StringRef name, Cursor &cursor) {
  for (InstanceSymbol *top : compilation.state().tops)
    if (top->name == name) {
      cursor.symbol = const_cast<BodySymbol *>(top->childBody);
      cursor.up = HierarchicalPath::Absolute;
      cursor.instances.push_back(top->printedName);
      return true;
    }
  // The top being elaborated is not in the list yet.
  const BodySymbol *body = &Compilation::bodyOf(*context.scope);
  while (body->firstInstance && body->firstInstance->parent)
    body = &Compilation::bodyOf(*body->firstInstance->parent);
  if (!body->firstInstance || body->firstInstance->name != name)
    return false;
  cursor.symbol = const_cast<BodySymbol *>(body);
  cursor.up = HierarchicalPath::Absolute;
  cursor.instances.push_back(body->firstInstance->printedName);
  return true;
}

bool Lookup::findUpward(llvm::StringRef name, bool isSimple, Cursor &cursor) {
  ElaborationState &state = compilation.state();
  const BodySymbol &home = Compilation::bodyOf(*context.scope);
  Cursor quiet;
  quiet.isQuiet = true;
  uint32_t up = 0;
  Symbol *found = nullptr;
  for (const BodySymbol *body = &home; !found;) {
    if (body->definition && body->definition->name == name) {
      found = const_cast<BodySymbol *>(body);
      break;
    }
    Scope *scope = body->firstInstance ? body->firstInstance->parent : nullptr;
    if (!scope)
      break;
    ++up;
    body = &Compilation::bodyOf(*scope);
    for (bool isLast = false; !found && !isLast; scope = scope->symbol->parent) {
      isLast = scope->symbol == body;
      if (!isSimple)
        state.ensureBlocks(*scope);
      Symbol *symbol = findIn(*scope, name, BindContext::NoPosition, quiet);
      if (symbol && isScopeLike(*symbol))
        found = symbol;
    }
  }
  if (!found) {
    cursor.isHierarchical = findTop(name, cursor);
    return cursor.isHierarchical;
  }
  if (up != 0 && home.definition && !Definition::of(*home.definition).mayLookUp) {
    if (isSimple)
      return false;
    // The name of a top: the same from every place.
    const auto *body = llvm::dyn_cast<BodySymbol>(found);
    if (body && body->firstInstance && !body->firstInstance->parent && findTop(name, cursor)) {
      cursor.isHierarchical = true;
      return true;
    }
    cursor.hasFailed = true;
    if (!cursor.isQuiet)
      state.diag.unsupported(found->loc, "upward name '" + name + "' in shared code", "23.8");
    return false;
  }
  cursor.isHierarchical = true;
  cursor.symbol = found;
  cursor.up = up;
  return true;
}

//===-- Downwards -------------------------------------------------------------------------===//

bool Lookup::stepIntoScope(Scope &scope, const Name &name, Cursor &cursor) {
  // What a scope imports is not seen from outside (26.3).
  if (llvm::isa_and_nonnull<ImportSymbol>(scope.names.lookup(name.text))) {
    reportNoMember(name, scope, cursor);
    return false;
  }
  Symbol *symbol = findIn(scope, name.text, BindContext::NoPosition, cursor);
  if (!symbol && !scope.hasBlocks && !llvm::isa<BlockSymbol>(scope.symbol)) {
    compilation.state().ensureBlocks(scope);
    symbol = findIn(scope, name.text, BindContext::NoPosition, cursor);
  }
  if (symbol && symbol->kind != SymbolKind::ExplicitImport) {
    cursor.symbol = symbol;
    cursor.isHierarchical = true;
    return true;
  }
  reportNoMember(name, scope, cursor);
  return false;
}

bool Lookup::stepIntoModport(const ModportSymbol &modport, const Name &name, Cursor &cursor) {
  compilation.state().resolve(const_cast<ModportSymbol &>(modport));
  for (const ModportSymbol::Item &item : modport.items)
    if (item.name == name.text) {
      cursor.symbol = const_cast<Symbol *>(item.target);
      cursor.modportItem = &item;
      cursor.isHierarchical = true;
      return cursor.symbol != nullptr;
    }
  // Parameters and types of the interface need no mention (25.5).
  auto *body = const_cast<BodySymbol *>(modport.body());
  Symbol *symbol = findIn(*body, name.text, BindContext::NoPosition, cursor);
  bool isFree =
      symbol &&
      (symbol->kind == SymbolKind::Parameter || symbol->kind == SymbolKind::EnumValue ||
       symbol->kind == SymbolKind::TypeAlias || symbol->kind == SymbolKind::TypeParameter);
  if (isFree) {
    cursor.symbol = symbol;
    return true;
  }
  cursor.hasFailed = true;
  if (!cursor.isQuiet)
    compilation.diagnostics().diag(name.loc, diag::NotInModport) << name.text << modport.name;
  return false;
}

bool Lookup::stepIntoPort(const InterfacePortSymbol &port, const Name &name, Cursor &cursor) {
  if (!port.interface) {
    cursor.hasFailed = true;
    return false;
  }
  cursor.instances.push_back(port.name);
  if (port.modport)
    return stepIntoModport(*port.modport, name, cursor);
  return stepIntoScope(const_cast<BodySymbol &>(*port.interface), name, cursor);
}

bool Lookup::stepMember(const MemberAccessExprSyntax &syntax, Cursor &cursor) {
  Symbol &symbol = *cursor.symbol;
  switch (symbol.kind) {
  case SymbolKind::Instance: {
    auto &instance = static_cast<InstanceSymbol &>(symbol);
    if (!instance.childBody) { // reported where it is instantiated
      cursor.hasFailed = true;
      return false;
    }
    cursor.instances.push_back(compilation.state().text(Compilation::scopedName(instance)));
    cursor.isThroughInterfaces &= instance.childBody->bodyKind == BodyKind::Interface;
    return stepIntoScope(const_cast<BodySymbol &>(*instance.childBody), syntax.name, cursor);
  }
  case SymbolKind::InterfacePort: {
    auto &port = static_cast<InterfacePortSymbol &>(symbol);
    if (port.elements.empty())
      return stepIntoPort(port, syntax.name, cursor);
    break;
  }
  case SymbolKind::Modport:
    return stepIntoModport(static_cast<ModportSymbol &>(symbol), syntax.name, cursor);
  case SymbolKind::Clocking:
    if (!scopeOf(symbol)->find(syntax.name.text))
      return false; // a method of its event
    return stepIntoScope(*scopeOf(symbol), syntax.name, cursor);
  case SymbolKind::Body:
  case SymbolKind::GenerateBlock:
  case SymbolKind::Block:
  case SymbolKind::Subroutine:
    return stepIntoScope(*scopeOf(symbol), syntax.name, cursor);
  case SymbolKind::GenerateArray:
  case SymbolKind::InstanceArray:
    break;
  default:
    return false; // a member of a value
  }
  cursor.hasFailed = true;
  if (!cursor.isQuiet)
    compilation.diagnostics().diag(syntax.name.loc, diag::NeedsIndex) << symbol.name;
  return false;
}

/// The element of an array of instances or ports with these indices; null if out of range.
template <typename T>
static T *elementAt(llvm::ArrayRef<Range> dimensions, llvm::ArrayRef<T *> elements,
                    llvm::ArrayRef<int64_t> indices) {
  uint64_t position = 0;
  for (auto [range, index] : llvm::zip(dimensions, indices)) {
    if (!range.contains(index))
      return nullptr;
    int64_t offset = range.isDescending() ? range.left - index : index - range.left;
    position = position * range.size() + uint64_t(offset);
  }
  return position < elements.size() ? elements[position] : nullptr;
}

bool Lookup::stepIndex(const ElementSelectExprSyntax &syntax, Cursor &cursor) {
  Symbol &symbol = *cursor.symbol;
  auto *blocks = llvm::dyn_cast<GenerateArraySymbol>(&symbol);
  auto *instances = llvm::dyn_cast<InstanceArraySymbol>(&symbol);
  auto *port = llvm::dyn_cast<InterfacePortSymbol>(&symbol);
  bool isPortArray = port && !port->elements.empty();
  if (!blocks && !instances && !isPortArray)
    return false; // a select of a value
  BindContext constant = context;
  constant.isConstant = true;
  std::optional<int64_t> index = ExprBinder(compilation, constant).bindConstantInt(*syntax.index);
  if (!index) {
    cursor.hasFailed = true;
    return false;
  }
  Symbol *element = nullptr;
  if (blocks) {
    element = blocks->byIndex.lookup(*index);
  } else {
    cursor.indices.push_back(*index);
    llvm::ArrayRef<Range> dimensions = instances ? instances->dimensions : port->dimensions;
    if (cursor.indices.size() < dimensions.size())
      return true; // more to come
    if (instances)
      element = elementAt<InstanceSymbol>(dimensions, instances->elements, cursor.indices);
    else
      element = elementAt<InterfacePortSymbol>(dimensions, port->elements, cursor.indices);
    cursor.indices.clear();
  }
  if (!element) {
    cursor.hasFailed = true;
    if (!cursor.isQuiet)
      compilation.diagnostics().diag(syntax.index->loc(), diag::NoSuchElement)
          << symbol.name << *index;
    return false;
  }
  cursor.symbol = element;
  cursor.isHierarchical = true;
  return true;
}

bool Lookup::step(const ExprSyntax &syntax, Cursor &cursor) {
  if (const auto *member = llvm::dyn_cast<MemberAccessExprSyntax>(&syntax))
    return stepMember(*member, cursor);
  if (const auto *element = llvm::dyn_cast<ElementSelectExprSyntax>(&syntax))
    return stepIndex(*element, cursor);
  return false;
}

void Lookup::reportNoMember(const Name &name, const Scope &scope, Cursor &cursor) {
  cursor.hasFailed = true;
  if (cursor.isQuiet)
    return;
  llvm::StringRef similar = findSimilarName(name.text, &scope, false);
  std::string hint;
  if (!similar.empty())
    hint = ("; did you mean '" + similar + "'?").str();
  compilation.diagnostics().diag(name.loc, diag::NotInScope)
      << name.text << describeKind(*scope.symbol) << scope.symbol->name << hint;
}

} // namespace circtsim::sema

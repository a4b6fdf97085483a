//===- Symbol.cpp - names, scopes and paths of symbols --------------------===//
//
// What does not depend on elaboration: the table of names of a scope, the
// walk from a symbol to its body, and scoped names (IEEE 1800-2023 23.6, 27.6).
//
// A scope's table is a plain list while it is small, because a design may have
// hundreds of thousands of generate blocks with two or three names each.
//
//===----------------------------------------------------------------------===//
#include "Sema/Symbols/Symbol.h"

#include "Sema/Compilation.h"

namespace circtsim::sema {

//===-- NameTable ---------------------------------------------------------------===//

static constexpr size_t IndexFrom = 9;

NameTable::Entry *NameTable::entryOf(llvm::StringRef name) {
  if (index) {
    auto it = index->find(name);
    return it == index->end() ? nullptr : &list[it->second];
  }
  for (Entry &entry : list)
    if (entry.first == name)
      return &entry;
  return nullptr;
}

Symbol *NameTable::insert(llvm::StringRef name, Symbol *symbol) {
  if (Entry *entry = entryOf(name))
    return entry->second;
  list.emplace_back(name, symbol);
  if (index) {
    (*index)[name] = uint32_t(list.size() - 1);
  } else if (list.size() >= IndexFrom) {
    index = std::make_unique<llvm::DenseMap<llvm::StringRef, uint32_t>>();
    for (auto [i, entry] : llvm::enumerate(list))
      (*index)[entry.first] = uint32_t(i);
  }
  return nullptr;
}

void NameTable::replace(llvm::StringRef name, Symbol *symbol) {
  if (Entry *entry = entryOf(name))
    entry->second = symbol;
  else
    insert(name, symbol);
}

//===-- Symbols and scopes --------------------------------------------------------===//

const BodySymbol *Symbol::body() const {
  if (const auto *body = llvm::dyn_cast<BodySymbol>(this))
    return body;
  return parent ? &Compilation::bodyOf(*parent) : nullptr;
}

Scope *scopeOf(Symbol &symbol) {
  switch (symbol.kind) {
  case SymbolKind::Subroutine:
    return static_cast<SubroutineSymbol *>(&symbol);
  case SymbolKind::GenerateBlock:
    return static_cast<GenerateBlockSymbol *>(&symbol);
  case SymbolKind::Block:
    return static_cast<BlockSymbol *>(&symbol);
  case SymbolKind::Body:
    return static_cast<BodySymbol *>(&symbol);
  case SymbolKind::Modport:
    return static_cast<ModportSymbol *>(&symbol);
  case SymbolKind::Clocking:
    return static_cast<ClockingSymbol *>(&symbol);
  default:
    return nullptr;
  }
}

llvm::StringRef describeKind(const Symbol &symbol) {
  switch (symbol.kind) {
  case SymbolKind::Variable:
    return "variable";
  case SymbolKind::Net:
    return "net";
  case SymbolKind::Parameter:
  case SymbolKind::TypeParameter:
    return "parameter";
  case SymbolKind::EnumValue:
    return "enumeration member";
  case SymbolKind::Genvar:
    return "genvar";
  case SymbolKind::Iterator:
    return "iterator";
  case SymbolKind::TypeAlias:
    return "type";
  case SymbolKind::Subroutine:
    return static_cast<const SubroutineSymbol &>(symbol).isTask ? "task" : "function";
  case SymbolKind::Let:
    return "let";
  case SymbolKind::LetArgument:
    return "argument";
  case SymbolKind::GenerateBlock:
  case SymbolKind::GenerateArray:
  case SymbolKind::DefaultSkipped:
    return "generate block";
  case SymbolKind::Block:
    return "block";
  case SymbolKind::Body:
  case SymbolKind::Definition:
    return "design element";
  case SymbolKind::Instance:
  case SymbolKind::InstanceArray:
    return "instance";
  case SymbolKind::Port:
    return "port";
  case SymbolKind::InterfacePort:
    return "interface port";
  case SymbolKind::Modport:
    return "modport";
  case SymbolKind::ModportExpr:
    return "modport expression";
  case SymbolKind::Gate:
    return "gate";
  case SymbolKind::Clocking:
    return "clocking block";
  case SymbolKind::ClockingSignal:
    return "clocking signal";
  case SymbolKind::ExplicitImport:
  case SymbolKind::WildcardImport:
    return "import";
  case SymbolKind::Process:
  case SymbolKind::ContinuousAssign:
  case SymbolKind::NetAlias:
  case SymbolKind::ModulePath:
  case SymbolKind::PulseStyle:
  case SymbolKind::PathPulse:
  case SymbolKind::TimingCheck:
  case SymbolKind::ElabTask:
    break;
  }
  return "item";
}

//===-- Paths -----------------------------------------------------------------------===//

const BodySymbol &Compilation::bodyOf(const Scope &scope) {
  const Scope *current = &scope;
  while (!llvm::isa<BodySymbol>(current->symbol))
    current = current->symbol->parent;
  return *llvm::cast<BodySymbol>(current->symbol);
}

std::string pathElement(llvm::StringRef name) {
  return name.find_first_of(".[") == llvm::StringRef::npos ? name.str() : ("\\" + name + " ").str();
}

const TypeAliasSymbol *nettypeOf(const Type &type) {
  const TypeAliasSymbol *found = nullptr;
  for (const Type *t = &type;;) {
    if (const auto *array = llvm::dyn_cast<UnpackedArrayType>(t)) {
      t = &array->element;
      continue;
    }
    const auto *alias = llvm::dyn_cast<AliasType>(t);
    if (!alias)
      return found;
    if (alias->nettype)
      found = alias->nettype;
    t = &alias->target;
  }
}

const TypeAliasSymbol *nettypeOf(const ValueSymbol &symbol) {
  if (!symbol.type)
    return nullptr;
  if (const auto *variable = llvm::dyn_cast<VariableSymbol>(&symbol)) {
    bool isObject = variable->lifetime == Lifetime::Static &&
                    variable->direction == syntax::PortDirection::None && variable->parent &&
                    !llvm::isa<SubroutineSymbol, BlockSymbol>(variable->parent->symbol);
    return isObject ? nettypeOf(*symbol.type) : nullptr;
  }
  return symbol.kind == SymbolKind::Net ? nettypeOf(*symbol.type) : nullptr;
}

/// One element of a scoped name. Blocks without a name that declare something
/// are told apart by their position.
static std::string elementName(const Symbol &symbol) {
  if (const auto *block = llvm::dyn_cast<GenerateBlockSymbol>(&symbol))
    return block->printedName.str();
  if (const auto *instance = llvm::dyn_cast<InstanceSymbol>(&symbol))
    return instance->printedName.str();
  if (symbol.kind == SymbolKind::Block && symbol.name.empty())
    return "unnamed$$" + std::to_string(symbol.position);
  return pathElement(symbol.name);
}

std::string Compilation::scopedName(const Symbol &symbol) {
  if (const auto *body = llvm::dyn_cast<BodySymbol>(&symbol))
    return body->printedName.str();
  std::string result = elementName(symbol);
  for (const Scope *scope = symbol.parent; scope && !llvm::isa<BodySymbol>(scope->symbol);
       scope = scope->symbol->parent)
    result = elementName(*scope->symbol) + "." + result;
  return result;
}

} // namespace circtsim::sema

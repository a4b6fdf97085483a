//===- Definitions.cpp - what a definition's syntax says ------------------===//
//
// Facts that all instances of a definition share: the parameters an instance may
// set (IEEE 1800-2023 23.10.2), the ports of interface type (25.3), and whether code in
// it or below it may use upward names (23.8). They are found on the first
// instance, from the syntax alone.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/Definitions.h"

#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

Name instantiatedName(const InstantiationSyntax &syntax) {
  const auto *name = llvm::dyn_cast_or_null<NameExprSyntax>(syntax.type);
  return name ? name->name : Name{};
}

void forEachInstantiation(List<MemberSyntax> members,
                          llvm::function_ref<void(const InstantiationSyntax &)> visit) {
  for (const MemberSyntax *member : members) {
    switch (member->kind) {
    case SyntaxKind::Instantiation:
      visit(llvm::cast<InstantiationSyntax>(*member));
      break;
    case SyntaxKind::Bind:
      if (const MemberSyntax *inner = llvm::cast<BindSyntax>(*member).instantiation)
        forEachInstantiation(inner, visit);
      break;
    case SyntaxKind::Module:
      forEachInstantiation(llvm::cast<ModuleSyntax>(*member).members, visit);
      break;
    case SyntaxKind::GenerateRegion:
      forEachInstantiation(llvm::cast<GenerateRegionSyntax>(*member).members, visit);
      break;
    case SyntaxKind::GenerateBlock:
      forEachInstantiation(llvm::cast<GenerateBlockSyntax>(*member).members, visit);
      break;
    case SyntaxKind::LoopGenerate:
      if (const GenerateBlockSyntax *body = llvm::cast<LoopGenerateSyntax>(*member).body)
        forEachInstantiation(body->members, visit);
      break;
    case SyntaxKind::IfGenerate: {
      const auto &syntax = llvm::cast<IfGenerateSyntax>(*member);
      if (syntax.thenBlock)
        forEachInstantiation(syntax.thenBlock->members, visit);
      if (syntax.elseBlock)
        forEachInstantiation(syntax.elseBlock->members, visit);
      break;
    }
    case SyntaxKind::CaseGenerate:
      for (const CaseGenerateItemSyntax *item : llvm::cast<CaseGenerateSyntax>(*member).items)
        if (item->block)
          forEachInstantiation(item->block->members, visit);
      break;
    default:
      break;
    }
  }
}

//===-- Parameters --------------------------------------------------------------------===//

static void collectParameters(Definition &definition) {
  const ModuleSyntax &module = *definition.syntax;
  auto add = [&](const MemberSyntax &member) {
    if (const auto *values = llvm::dyn_cast<ParameterDeclSyntax>(&member)) {
      if (values->parameterKind == ParameterKind::Parameter)
        for (const DeclaratorSyntax *declarator : values->declarators)
          definition.parameters.push_back({declarator->name.text, false});
    } else if (const auto *types = llvm::dyn_cast<TypeParameterDeclSyntax>(&member)) {
      if (types->parameterKind == ParameterKind::Parameter)
        for (const TypeDeclaratorSyntax *declarator : types->declarators)
          definition.parameters.push_back({declarator->name.text, true});
    }
  };
  if (module.parameters)
    for (const MemberSyntax *member : module.parameters->parameters)
      add(*member);
  else
    for (const MemberSyntax *member : module.members)
      add(*member);
}

//===-- Interface ports ---------------------------------------------------------------===//

namespace {
class InterfacePortCollector {
public:
  InterfacePortCollector(Compilation &compilation, Definition &definition)
      : state(compilation.state()), definition(definition) {}

  void run();

private:
  bool isTypeParameter(llvm::StringRef name) const;
  std::optional<InterfacePortInfo> read(const TypeSyntax *type);
  void runAnsi();
  void runNonAnsi();

  ElaborationState &state;
  Definition &definition;
};
} // namespace

bool InterfacePortCollector::isTypeParameter(llvm::StringRef name) const {
  return llvm::any_of(definition.parameters,
                      [&](const ParameterInfo &info) { return info.isType && info.name == name; });
}

/// The interface (and modport) that a type names, if it does.
std::optional<InterfacePortInfo> InterfacePortCollector::read(const TypeSyntax *type) {
  const auto *named = llvm::dyn_cast_or_null<NamedTypeSyntax>(type);
  if (!named)
    return std::nullopt;
  InterfacePortInfo info{};
  const ExprSyntax *expr = named->name;
  const auto *member = llvm::dyn_cast<MemberAccessExprSyntax>(expr);
  if (member) {
    info.modport = member->name;
    expr = member->base;
  }
  const auto *name = llvm::dyn_cast<NameExprSyntax>(expr);
  if (!name || isTypeParameter(name->name.text))
    return std::nullopt;
  Definition *found = state.findDefinition(name->name.text, definition.declarationScope);
  bool isInterface = found && found->syntax && found->syntax->elementKind == ElementKind::Interface;
  if (!isInterface) {
    if (member)
      state.diag.diag(name->loc(), diag::UnknownInterface) << name->name.text;
    return std::nullopt;
  }
  info.interfaceName = name->name.text;
  return info;
}

void InterfacePortCollector::runAnsi() {
  std::optional<InterfacePortInfo> previous;
  for (auto [index, port] : llvm::enumerate(definition.syntax->ansiPorts)) {
    std::optional<InterfacePortInfo> info;
    if (port->isGenericInterface) {
      info = InterfacePortInfo{};
      info->modport = port->modport;
    } else if (port->isBare()) {
      info = previous;
    } else if (port->direction == PortDirection::None && port->netKind == NetKind::None &&
               !port->isVar && !port->isExplicit) {
      info = read(port->type);
    }
    previous = info;
    if (!info)
      continue;
    info->index = uint32_t(index);
    info->name = port->name;
    info->dimensions = port->dimensions;
    definition.interfacePorts.push_back(*info);
  }
}

void InterfacePortCollector::runNonAnsi() {
  llvm::DenseMap<llvm::StringRef, uint32_t> indices;
  for (auto [index, port] : llvm::enumerate(definition.syntax->nonAnsiPorts))
    if (const auto *name = llvm::dyn_cast_or_null<NameExprSyntax>(port->expr))
      indices.try_emplace(name->name.text, uint32_t(index));
  for (const MemberSyntax *member : definition.syntax->members) {
    const auto *decl = llvm::dyn_cast<VariableDeclSyntax>(member);
    if (!decl || !llvm::isa<NamedTypeSyntax>(decl->type))
      continue;
    for (const DeclaratorSyntax *declarator : decl->declarators) {
      auto index = indices.find(declarator->name.text);
      if (index == indices.end())
        continue;
      std::optional<InterfacePortInfo> info = read(decl->type);
      if (!info)
        break;
      info->index = index->second;
      info->name = declarator->name;
      info->dimensions = declarator->dimensions;
      definition.interfacePorts.push_back(*info);
    }
  }
  llvm::sort(definition.interfacePorts, [](const InterfacePortInfo &a, const InterfacePortInfo &b) {
    return a.index < b.index;
  });
}

void InterfacePortCollector::run() {
  if (definition.syntax->portList == PortListKind::Ansi)
    runAnsi();
  else if (definition.syntax->portList == PortListKind::NonAnsi)
    runNonAnsi();
}

//===-- Upward names ---------------------------------------------------------------------===//

/// Names that packages and compilation units declare.
static void collectGlobalNames(ElaborationState &state) {
  if (state.hasGlobalNames)
    return;
  state.hasGlobalNames = true;
  NameUses uses;
  for (const UnitEntry &entry : state.units)
    for (const MemberSyntax *member : entry.unit->members) {
      if (member->kind == SyntaxKind::Module)
        continue;
      uses.collect(*member);
    }
  state.globalNames = std::move(uses.declared);
}

static bool usesUpwardNames(ElaborationState &state, const Definition &definition) {
  NameUses uses;
  uses.collect(*definition.syntax);
  state.hasDefparams |= !uses.set.empty();
  for (llvm::StringRef name : uses.used) {
    if (uses.declared.contains(name) || name == definition.name || name.starts_with("genblk"))
      continue;
    collectGlobalNames(state);
    if (!state.globalNames.contains(name))
      return true;
  }
  return false;
}

static bool analyseUpwardNames(ElaborationState &state, Definition &definition,
                               llvm::DenseMap<const Definition *, bool> &results) {
  if (definition.mayLookUp)
    return true;
  auto [entry, isNew] = results.try_emplace(&definition, false);
  if (!isNew)
    return entry->second;
  bool result = usesUpwardNames(state, definition);
  forEachInstantiation(definition.syntax->members, [&](const InstantiationSyntax &syntax) {
    Name name = instantiatedName(syntax);
    Definition *child = state.findDefinition(name.text, definition.declarationScope);
    if (child && child->syntax && analyseUpwardNames(state, *child, results))
      result = true;
  });
  auto binds = state.moduleBinds.find(definition.name);
  if (binds != state.moduleBinds.end())
    for (const BindSyntax *bind : binds->second)
      forEachInstantiation(bind, [&](const InstantiationSyntax &syntax) {
        Definition *child = state.findDefinition(instantiatedName(syntax).text, nullptr);
        if (child && child->syntax && analyseUpwardNames(state, *child, results))
          result = true;
      });
  results[&definition] = result;
  definition.mayLookUp = result;
  return result;
}

bool setsUpwards(ElaborationState &state, const Definition &definition) {
  auto [entry, isNew] = state.upwardSetters.try_emplace(&definition, false);
  if (!isNew)
    return entry->second;
  NameUses uses;
  uses.collect(*definition.syntax);
  bool result = llvm::any_of(uses.set, [&](llvm::StringRef name) {
    return name != definition.name && !uses.declared.contains(name);
  });
  forEachInstantiation(definition.syntax->members, [&](const InstantiationSyntax &syntax) {
    Definition *child =
        state.findDefinition(instantiatedName(syntax).text, definition.declarationScope);
    if (child && child->syntax && setsUpwards(state, *child))
      result = true;
  });
  return state.upwardSetters[&definition] = result;
}

void analyseDefinition(Compilation &compilation, Definition &definition) {
  if (definition.isAnalysed)
    return;
  definition.isAnalysed = true;
  collectParameters(definition);
  InterfacePortCollector(compilation, definition).run();
  ElaborationState &state = compilation.state();
  analyseUpwardNames(state, definition, state.upwardResults);
}

} // namespace circtsim::sema

//===- Instances.cpp - instances of modules and interfaces ----------------===//
//
// Finds the definition of an instance, matches the parameter values by order or
// name (IEEE 1800-2023 23.10.2) or as a configuration says (33.4.3), and gives the instance its body. Arrays of instances become
// one instance per element, row by row with the leftmost index first
// (23.3.3.5). Nested modules without ports that nobody instantiates are
// instantiated once (23.4). Connections are bound later (Connections.cpp).
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/CommandLineValues.h"
#include "Sema/Hierarchy/Configurations.h"
#include "Sema/Hierarchy/Defparams.h"
#include "Sema/Hierarchy/Specialise.h"
#include "Sema/Types/TypeBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

static constexpr uint64_t MaxArrayElements = 1u << 20;

namespace {
class InstanceElaborator {
public:
  InstanceElaborator(Compilation &compilation, Symbol &symbol)
      : compilation(compilation), state(compilation.state()), symbol(symbol),
        syntax(*llvm::cast<InstantiationSyntax>(symbol.origin->declaration)),
        item(*llvm::cast<InstanceSyntax>(symbol.origin->item)) {}

  void elaborate(InstanceSymbol &instance, llvm::ArrayRef<int64_t> indices, uint32_t element,
                 uint32_t count);
  /// There is no such cell, or it cannot be instantiated here: reported.
  bool hasFailed() const { return isFailed; }

private:
  BoundCell find(const DefparamRecord *rule);
  bool matchParameters(Definition &definition);

  Compilation &compilation;
  ElaborationState &state;
  Symbol &symbol;
  const InstantiationSyntax &syntax;
  const InstanceSyntax &item;
  llvm::SmallVector<ParameterOverride, 4> overrides;
  Definition *matched = nullptr; ///< that `overrides` are for
  bool isMatchGood = false, isFailed = false;
};
} // namespace

/// The instance's cell, checked; without a definition after an error.
BoundCell InstanceElaborator::find(const DefparamRecord *rule) {
  const auto *name = llvm::dyn_cast<NameExprSyntax>(syntax.type);
  if (!name) {
    state.diag.unsupported(syntax.loc(), "instances of checkers", "17.3");
    return {};
  }
  BoundCell cell = bindCell(compilation, *name, *symbol.parent, rule);
  Definition *definition = cell.definition;
  if (!definition || definition->udp) // a library unit that came late
    return {};
  if (!item.name) {
    state.diag.diag(item.loc(), diag::InstanceWithoutName) << definition->name;
    return {};
  }
  const BodySymbol &parent = Compilation::bodyOf(*symbol.parent);
  if (parent.bodyKind == BodyKind::Interface &&
      definition->syntax->elementKind != ElementKind::Interface) {
    state.diag.diag(syntax.loc(), diag::ModuleInInterface) << definition->name;
    return {};
  }
  definition->isInstantiated = true;
  return cell;
}

//===-- Parameters ----------------------------------------------------------------------===//

static bool addOrdered(ParameterMatch &match, llvm::ArrayRef<const ExprSyntax *> values) {
  const Definition &definition = match.definition;
  if (values.size() > definition.parameters.size()) {
    match.compilation.diagnostics().diag(match.loc, diag::TooManyParameters)
        << definition.name << definition.parameters.size() << values.size();
    return false;
  }
  for (auto [info, value] : llvm::zip(definition.parameters, values))
    match.add(info.name, value);
  return true;
}

static bool addNamed(ParameterMatch &match, List<ArgumentSyntax> values) {
  support::DiagnosticEngine &diag = match.compilation.diagnostics();
  bool isGood = true;
  for (const ArgumentSyntax *argument : values) {
    llvm::StringRef name = argument->name.text;
    auto hasName = [&](const auto &other) { return other.name == name; };
    if (!llvm::any_of(match.definition.parameters, hasName)) {
      diag.diag(argument->name.loc, diag::NoSuchParameter) << name << match.definition.name;
      isGood = false;
    } else if (llvm::any_of(match.overrides, hasName)) {
      diag.diag(argument->name.loc, diag::ParameterGivenTwice) << name;
      isGood = false;
    } else {
      match.add(name, argument->value);
    }
  }
  return isGood;
}

bool matchParameters(ParameterMatch &match, List<ArgumentSyntax> values) {
  if (values.empty())
    return true;
  bool isNamed = values.front()->name.valid();
  for (const ArgumentSyntax *argument : values)
    if (argument->name.valid() != isNamed) {
      match.compilation.diagnostics().diag(argument->loc(), diag::MixedParameterStyles);
      return false;
    }
  if (isNamed)
    return addNamed(match, values);
  llvm::SmallVector<const ExprSyntax *, 8> ordered;
  for (const ArgumentSyntax *argument : values)
    ordered.push_back(argument->value);
  return addOrdered(match, ordered);
}

bool InstanceElaborator::matchParameters(Definition &definition) {
  ParameterMatch match{compilation, definition, state.constantContextOf(symbol), syntax.loc(),
                       overrides};
  if (syntax.delay)
    return addOrdered(match, syntax.delay->values);
  return !syntax.hasParameters || sema::matchParameters(match, syntax.parameters);
}

/// The values that a configuration's rule gives replace those of the instance; one without an
/// expression, and an empty list, mean the parameter's own value (33.4.3).
static void applyRule(ElaborationState &state, const BoundCell &cell, InstanceRequest &request) {
  if (!cell.rule || !cell.rule->hasParameters)
    return;
  if (cell.rule->parameters.empty())
    request.overrides.clear();
  BindContext context;
  context.scope = cell.ruleOwner->scope;
  context.designScope = request.parentScope;
  context.isConstant = true;
  for (const ArgumentSyntax *argument : cell.rule->parameters) {
    llvm::StringRef name = argument->name.text;
    auto hasName = [&](const auto &other) { return other.name == name; };
    if (!argument->name) {
      state.diag.diag(argument->loc(), diag::ConfigParameterByOrder);
    } else if (!llvm::any_of(request.definition.parameters, hasName)) {
      state.diag.diag(argument->name.loc, diag::NoSuchParameter)
          << name << request.definition.name;
    } else {
      llvm::erase_if(request.overrides, hasName);
      if (argument->value)
        request.overrides.push_back({name, argument->value, context, argument->value->loc()});
    }
  }
}

/// The rules of the configuration that takes over at this instance, and those for itself.
static void takeOver(ElaborationState &state, const BoundCell &cell, InstanceRequest &request) {
  if (!cell.entered)
    return;
  enterConfiguration(*cell.entered, cell.definition->name, request.defparams);
  const DefparamRecord *record = takeInstanceRule(request.defparams);
  if (!record)
    return;
  if (record->rule->use)
    state.diag.unsupported(record->loc, "rules that replace a design cell", "33.4.1.3");
  if (record->rule->hasLiblist)
    request.binding = &bindingFor(state, *record->configuration, *record->rule);
  applyRule(state, {cell.definition, cell.binding, record->rule, record->configuration, nullptr},
            request);
}

void InstanceElaborator::elaborate(InstanceSymbol &instance, llvm::ArrayRef<int64_t> indices,
                                   uint32_t element, uint32_t count) {
  Scope &scope = *symbol.parent;
  llvm::SmallVector<ActiveDefparam, 2> defparams;
  matchDefparams(state, scope, symbol.name, indices, defparams);
  BoundCell cell = find(takeInstanceRule(defparams));
  isFailed = !cell.definition;
  if (isFailed)
    return;
  Definition &definition = *cell.definition;
  analyseDefinition(compilation, definition);
  if (matched != &definition) {
    overrides.clear();
    isMatchGood = matchParameters(definition);
  }
  matched = &definition;
  if (!isMatchGood)
    return;
  InstanceRequest request{definition, instance, &scope, overrides, std::move(defparams), {}};
  request.binding = cell.binding;
  takeOver(state, cell, request);
  applyRule(state, cell, request);
  if (!definition.interfacePorts.empty() &&
      !findConnectedInterfaces(compilation, definition, scope, item, symbol.position,
                               request.interfaces))
    return;
  request.item = &item;
  request.element = element;
  request.count = count;
  instance.childBody = specialise(compilation, request);
}

void resolveInstance(Compilation &compilation, InstanceSymbol &instance) {
  InstanceElaborator(compilation, instance).elaborate(instance, {}, 0, 1);
}

//===-- Arrays ----------------------------------------------------------------------------===//

/// Indices of the n-th element, leftmost dimension first.
static llvm::SmallVector<int64_t, 2> indicesOf(llvm::ArrayRef<Range> dimensions, uint64_t n) {
  llvm::SmallVector<int64_t, 2> result(dimensions.size());
  for (size_t i = dimensions.size(); i-- > 0;) {
    const Range &range = dimensions[i];
    int64_t offset = int64_t(n % range.size());
    n /= range.size();
    result[i] = range.isDescending() ? range.left - offset : range.left + offset;
  }
  return result;
}

void resolveInstanceArray(Compilation &compilation, InstanceArraySymbol &array) {
  ElaborationState &state = compilation.state();
  const auto &item = *llvm::cast<InstanceSyntax>(array.origin->item);
  BindContext context = state.constantContextOf(array);
  uint64_t count = 1;
  for (const DimensionSyntax *dimension : item.dimensions) {
    std::optional<Range> range = TypeBinder(compilation, context).bindRange(*dimension);
    if (!range)
      return;
    array.dimensions.push_back(*range);
    count *= range->size();
    if (count > MaxArrayElements) {
      state.diag.diag(item.loc(), diag::ArrayTooLarge) << array.name << MaxArrayElements;
      return;
    }
  }
  InstanceElaborator elaborator(compilation, array);
  for (uint64_t i = 0; i < count && !elaborator.hasFailed(); ++i) {
    auto indices = indicesOf(array.dimensions, i);
    std::string name = array.name.str();
    for (int64_t index : indices)
      name += "[" + std::to_string(index) + "]";
    auto &instance = state.make<InstanceSymbol>(array.name, array.loc);
    instance.printedName = state.types.copy(llvm::StringRef(name));
    instance.syntax = &item;
    instance.origin = array.origin;
    instance.parent = array.parent;
    instance.position = array.position;
    array.elements.push_back(&instance);
    elaborator.elaborate(instance, indices, uint32_t(i), uint32_t(count));
  }
}

//===-- Without an instantiation -----------------------------------------------------------===//

InstanceSymbol *elaborateTop(Compilation &compilation, const BoundCell &cell) {
  ElaborationState &state = compilation.state();
  Definition &definition = *cell.definition;
  analyseDefinition(compilation, definition);
  definition.isInstantiated = true;
  auto &instance = state.make<InstanceSymbol>(definition.name, definition.loc);
  instance.printedName = definition.name;
  if (definition.syntax->elementKind == ElementKind::Interface) {
    state.diag.diag(definition.loc, diag::InterfaceAsTop) << definition.name;
    return nullptr;
  }
  for (const InterfacePortInfo &port : definition.interfacePorts) {
    state.diag.diag(port.name.loc, diag::InterfacePortUnconnected)
        << port.name.text << definition.name;
    return nullptr;
  }
  InstanceRequest request{definition, instance, nullptr, {}, {}, {}};
  takeCommandLineParameters(compilation, definition, request.defparams);
  for (DefparamRecord *record : state.topBinds)
    if (record->path.front().name == definition.name)
      request.defparams.push_back({record, 1});
  request.binding = cell.binding;
  takeOver(state, cell, request);
  instance.childBody = specialise(compilation, request);
  if (!instance.childBody)
    return nullptr;
  state.tops.push_back(&instance);
  return &instance;
}

void elaborateImplicitInstances(Compilation &compilation, Scope &scope) {
  ElaborationState &state = compilation.state();
  size_t count = scope.members.size();
  for (size_t i = 0; i < count; ++i) {
    auto *symbol = llvm::dyn_cast<DefinitionSymbol>(scope.members[i]);
    if (!symbol)
      continue;
    Definition &definition = Definition::of(*symbol);
    if (definition.isInstantiated || !definition.syntax->ansiPorts.empty() ||
        !definition.syntax->nonAnsiPorts.empty() ||
        definition.syntax->elementKind == ElementKind::Interface)
      continue;
    definition.isInstantiated = true;
    auto &instance = state.make<InstanceSymbol>(definition.name, definition.loc);
    instance.printedName = definition.name;
    state.addMember(scope, instance);
    scope.names.replace(definition.name, &instance);
    InstanceRequest request{definition, instance, &scope, {}, {}, {}};
    matchDefparams(state, scope, instance.name, {}, request.defparams);
    request.binding = Specialisation::of(Compilation::bodyOf(scope)).binding;
    instance.childBody = specialise(compilation, request);
  }
}

} // namespace circtsim::sema

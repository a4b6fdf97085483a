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
  bool matchOrdered(Definition &definition, llvm::ArrayRef<const ExprSyntax *> values);
  bool matchNamed(Definition &definition);
  void add(llvm::StringRef name, const ExprSyntax *value);

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

void InstanceElaborator::add(llvm::StringRef name, const ExprSyntax *value) {
  if (!value)
    return;
  ParameterOverride result{name, value, state.constantContextOf(symbol), value->loc()};
  overrides.push_back(result);
}

bool InstanceElaborator::matchOrdered(Definition &definition,
                                      llvm::ArrayRef<const ExprSyntax *> values) {
  if (values.size() > definition.parameters.size()) {
    state.diag.diag(syntax.loc(), diag::TooManyParameters)
        << definition.name << definition.parameters.size() << values.size();
    return false;
  }
  for (auto [info, value] : llvm::zip(definition.parameters, values))
    add(info.name, value);
  return true;
}

bool InstanceElaborator::matchNamed(Definition &definition) {
  bool isGood = true;
  for (const ArgumentSyntax *argument : syntax.parameters) {
    llvm::StringRef name = argument->name.text;
    auto hasName = [&](const auto &other) { return other.name == name; };
    if (!llvm::any_of(definition.parameters, hasName)) {
      state.diag.diag(argument->name.loc, diag::NoSuchParameter) << name << definition.name;
      isGood = false;
    } else if (llvm::any_of(overrides, hasName)) {
      state.diag.diag(argument->name.loc, diag::ParameterGivenTwice) << name;
      isGood = false;
    } else {
      add(name, argument->value);
    }
  }
  return isGood;
}

bool InstanceElaborator::matchParameters(Definition &definition) {
  if (syntax.delay)
    return matchOrdered(definition, syntax.delay->values);
  if (!syntax.hasParameters || syntax.parameters.empty())
    return true;
  bool isNamed = syntax.parameters.front()->name.valid();
  for (const ArgumentSyntax *argument : syntax.parameters)
    if (argument->name.valid() != isNamed) {
      state.diag.diag(argument->loc(), diag::MixedParameterStyles);
      return false;
    }
  if (isNamed)
    return matchNamed(definition);
  llvm::SmallVector<const ExprSyntax *, 8> values;
  for (const ArgumentSyntax *argument : syntax.parameters)
    values.push_back(argument->value);
  return matchOrdered(definition, values);
}

/// Does the value begin with the name of a design cell, in the design?
static bool namesDesign(const Configuration &configuration, const ExprSyntax *value) {
  const auto *member = llvm::dyn_cast_or_null<MemberAccessExprSyntax>(value);
  while (member && llvm::isa<MemberAccessExprSyntax>(member->base))
    member = llvm::cast<MemberAccessExprSyntax>(member->base);
  const auto *root = member ? llvm::dyn_cast<NameExprSyntax>(member->base) : nullptr;
  return root && !configuration.scope->names.lookup(root->name.text) &&
         llvm::any_of(configuration.syntax->design, [&](const ExprSyntax *cell) {
           const auto *inLibrary = llvm::dyn_cast<MemberAccessExprSyntax>(cell);
           const auto *name = llvm::dyn_cast<NameExprSyntax>(cell);
           return root->name.text == (inLibrary ? inLibrary->name.text
                                      : name    ? name->name.text
                                                : llvm::StringRef());
         });
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
  context.isConstant = true;
  for (const ArgumentSyntax *argument : cell.rule->parameters) {
    llvm::StringRef name = argument->name.text;
    auto hasName = [&](const auto &other) { return other.name == name; };
    if (!argument->name) {
      state.diag.diag(argument->loc(), diag::ConfigParameterByOrder);
    } else if (!llvm::any_of(request.definition.parameters, hasName)) {
      state.diag.diag(argument->name.loc, diag::NoSuchParameter)
          << name << request.definition.name;
    } else if (namesDesign(*cell.ruleOwner, argument->value)) {
      state.diag.unsupported(argument->value->loc(),
                             "a parameter of the design as a value in a configuration", "33.4.3");
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

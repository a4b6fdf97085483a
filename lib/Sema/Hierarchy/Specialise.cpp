//===- Specialise.cpp - one body for each set of parameters ---------------===//
//
// Instances with equal parameters, interfaces and defparams share a body. The
// header of a new body (imports, parameters) is resolved with the overrides of
// the instance; its values make the key. If a body with that key exists the new one
// is dropped, else it is completed: interface ports, ports, items, instances
// below. Instances whose parameters are literals or names of parameters find
// their body by a cheaper key without resolving anything.
//
// Bodies of interfaces without instances in them are the same under all configurations, so
// that virtual interfaces fit them wherever their type is written.
//
// Code that may name things above its instance (23.8) depends on the place: the
// key of such definitions holds the scope of the instance (UpwardNames.cpp).
//
// Invariant: a body is entered under its key before its items are elaborated, so an
// instance of itself with the same key is an endless recursion.
//
// IEEE 1800-2023 6.20, 23.10.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/Specialise.h"

#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Hierarchy/Definitions.h"
#include "Sema/Hierarchy/Defparams.h"
#include "Sema/Hierarchy/ScopeBuilder.h"
#include "Sema/Lookup/Lookup.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
class Specialiser {
public:
  Specialiser(Compilation &compilation, InstanceRequest &request)
      : compilation(compilation), state(compilation.state()), request(request),
        definition(request.definition) {}

  Specialisation *run();

private:
  bool quickKey(std::string &key);
  bool appendSimple(const ParameterOverride &value, const ExprSyntax &syntax, std::string &key);
  void appendPlace(std::string &key);
  void takeDefparams();
  Specialisation &makeBody();
  void declareHeader(Specialisation &body);
  std::string completeKey(Specialisation &body);
  Specialisation *use(Specialisation *body);
  llvm::StringRef nameBody(Specialisation &body);
  void declareBound(Specialisation &body);
  void elaborate(Specialisation &body);

  Compilation &compilation;
  ElaborationState &state;
  InstanceRequest &request;
  Definition &definition;
};
} // namespace

static void appendPointer(std::string &key, const void *pointer) {
  key += std::to_string(reinterpret_cast<uintptr_t>(pointer));
  key += ';';
}

/// Plain vectors by their shape, whatever way they came about; others by identity.
static void appendType(std::string &key, const Type &type) {
  const Type &canonical = type.canonical();
  const auto *packed = llvm::dyn_cast<PackedArrayType>(&canonical);
  bool isPlain = canonical.kind == TypeKind::Scalar || canonical.kind == TypeKind::PredefinedInt ||
                 (packed && packed->element.canonical().kind == TypeKind::Scalar &&
                  packed->range.right == 0 && packed->range.isDescending());
  if (!isPlain)
    return appendPointer(key, &canonical);
  key += std::to_string(canonical.width());
  key += canonical.isSigned() ? 's' : 'u';
  key += canonical.isFourState() ? '4' : '2';
  key += ';';
}

/// A value and its type.
static void appendValue(Compilation &compilation, const ParameterSymbol &parameter,
                        std::string &key) {
  if (parameter.value->constant)
    key += parameter.value->constant->toLiteral();
  else if (!parameter.value->isInvalid())
    key += ConstantEvaluator(compilation).evaluate(*parameter.value).toString();
  key += ':';
  appendType(key, *parameter.type);
}

//===-- Keys --------------------------------------------------------------------------===//

/// A configuration makes a difference where something is instantiated.
static bool hasInstances(const ElaborationState &state, const Definition &definition) {
  bool result = state.moduleBinds.contains(definition.name);
  forEachInstantiation(definition.syntax->members,
                       [&](const InstantiationSyntax &) { result = true; });
  return result;
}

void Specialiser::appendPlace(std::string &key) {
  if (definition.mayLookUp) {
    key += '@';
    appendPointer(key, request.parentScope);
  }
  bool isInterface = definition.syntax->elementKind == ElementKind::Interface;
  if (request.binding && (!isInterface || hasInstances(state, definition))) {
    key += '%';
    appendPointer(key, request.binding);
  }
}

bool Specialiser::appendSimple(const ParameterOverride &value, const ExprSyntax &syntax,
                               std::string &key) {
  if (const auto *literal = llvm::dyn_cast<LiteralExprSyntax>(&syntax)) {
    if (literal->literalKind == LiteralKind::UnbasedUnsized ||
        literal->literalKind == LiteralKind::Time)
      return false;
    key += literal->text;
    return true;
  }
  const auto *name = llvm::dyn_cast<NameExprSyntax>(&syntax);
  if (!name)
    return false;
  LookupResult result = Lookup(compilation, value.context).tryLookup(*name);
  const auto *parameter = llvm::dyn_cast_or_null<ParameterSymbol>(result.symbol);
  if (!parameter || !parameter->value)
    return false;
  appendValue(compilation, *parameter, key);
  return true;
}

bool Specialiser::quickKey(std::string &key) {
  if (!request.defparams.empty() || !request.binds.empty() || !definition.interfacePorts.empty())
    return false;
  appendPlace(key);
  for (const ParameterOverride &value : request.overrides) {
    key += value.name;
    key += '=';
    if (!appendSimple(value, *value.syntax, key))
      return false;
    key += ',';
  }
  return true;
}

std::string Specialiser::completeKey(Specialisation &body) {
  std::string key;
  appendPlace(key);
  const auto &module = *llvm::cast<ModuleSyntax>(body.syntax);
  if (module.parameters || !body.overrides.empty()) {
    if (!module.parameters)
      state.ensureDeclared(body);
    for (const ParameterInfo &info : definition.parameters) {
      Symbol *symbol = body.names.lookup(info.name);
      if (!symbol)
        continue;
      state.resolve(*symbol);
      if (auto *parameter = llvm::dyn_cast<ParameterSymbol>(symbol))
        appendValue(compilation, *parameter, key);
      else if (auto *type = llvm::dyn_cast<TypeParameterSymbol>(symbol))
        appendPointer(key, &type->type->canonical());
    }
  }
  for (const ConnectedInterfaces &port : request.interfaces)
    for (const InterfaceConnection &connection : port) {
      appendPointer(key, connection.interface);
      appendPointer(key, connection.modport);
    }
  for (const ActiveDefparam &active : request.defparams) {
    appendPointer(key, active.record);
    key += std::to_string(active.next);
  }
  for (const BindSyntax *bind : request.binds)
    appendPointer(key, bind);
  return key;
}

//===-- Defparams -----------------------------------------------------------------------===//

/// Those that end here become overrides, which win over the instance's own
/// (23.10.1); the others wait for the body.
void Specialiser::takeDefparams() {
  llvm::SmallVector<ActiveDefparam, 2> deeper;
  for (const ActiveDefparam &active : request.defparams) {
    const DefparamRecord &record = *active.record;
    if (active.next + 1 < record.path.size()) {
      deeper.push_back(active);
      continue;
    }
    if (record.bind) {
      active.record->isUsed = true;
      request.binds.push_back(record.bind);
      continue;
    }
    llvm::StringRef name = record.path.back().name;
    auto matches = [&](const ParameterInfo &info) { return info.name == name; };
    if (!llvm::any_of(definition.parameters, matches))
      continue;
    active.record->isUsed = true;
    llvm::erase_if(request.overrides, [&](const ParameterOverride &o) { return o.name == name; });
    request.overrides.push_back({name, record.value, record.context, record.loc});
  }
  request.defparams = std::move(deeper);
}

//===-- Bodies ----------------------------------------------------------------------------===//

Specialisation &Specialiser::makeBody() {
  auto &body = state.make<Specialisation>(definition.name, definition.loc);
  const ModuleSyntax &module = *definition.syntax;
  body.definition = &definition;
  body.syntax = &module;
  body.parent = definition.declarationScope;
  body.position = definition.position;
  body.directives = module.directives;
  body.isCell = module.directives && module.directives->cellDefine;
  body.bodyKind = module.elementKind == ElementKind::Interface ? BodyKind::Interface
                  : module.elementKind == ElementKind::Program ? BodyKind::Program
                                                               : BodyKind::Module;
  if (module.lifetime == syntax::Lifetime::Automatic)
    body.defaultLifetime = Lifetime::Automatic;
  body.overrides.assign(request.overrides.begin(), request.overrides.end());
  body.firstInstance = &request.instance;
  body.binding = request.binding;
  body.depth = request.parentScope
                   ? Specialisation::of(Compilation::bodyOf(*request.parentScope)).depth + 1
                   : 1;
  return body;
}

void Specialiser::declareHeader(Specialisation &body) {
  const auto &module = *llvm::cast<ModuleSyntax>(body.syntax);
  ScopeBuilder builder(compilation, body);
  for (const ImportDeclSyntax *import : module.imports)
    builder.declare(*import);
  if (!module.parameters)
    return;
  for (const MemberSyntax *parameter : module.parameters->parameters)
    builder.declareParameter(*parameter, true);
}

Specialisation *Specialiser::use(Specialisation *body) {
  if (!body->isElaborating || request.isType)
    return body;
  state.diag.diag(request.instance.loc, diag::InstantiatesItself) << definition.name;
  return nullptr;
}

/// "fifo", or "fifo#(W=8)" with the parameters that were given.
llvm::StringRef Specialiser::nameBody(Specialisation &body) {
  std::string name = definition.name.str();
  const char *separator = "#(";
  for (const ParameterInfo &info : definition.parameters) {
    auto isGiven = [&](const ParameterOverride &o) { return o.name == info.name; };
    if (!llvm::any_of(body.overrides, isGiven))
      continue;
    Symbol *symbol = body.names.lookup(info.name);
    name += separator + info.name.str() + "=";
    separator = ",";
    if (auto *type = llvm::dyn_cast_or_null<TypeParameterSymbol>(symbol)) {
      name += type->type->toString();
      continue;
    }
    auto *parameter = llvm::dyn_cast_or_null<ParameterSymbol>(symbol);
    if (!parameter)
      continue;
    const Expr &value = *parameter->value;
    std::optional<int64_t> number = value.constant ? value.constant->toInt64() : std::nullopt;
    if (number)
      name += std::to_string(*number);
    else if (!value.isInvalid())
      name += ConstantEvaluator(compilation).evaluate(value).toString();
  }
  if (*separator == ',')
    name += ")";
  return state.uniqueBodyName(state.types.copy(llvm::StringRef(name)));
}

/// What binds bring stands behind the items of the target (23.11).
void Specialiser::declareBound(Specialisation &body) {
  ScopeBuilder builder(compilation, body);
  auto declare = [&](const BindSyntax *bind) {
    if (bind->instantiation)
      builder.declare(*bind->instantiation);
  };
  auto all = state.moduleBinds.find(definition.name);
  if (all != state.moduleBinds.end())
    llvm::for_each(all->second, declare);
  llvm::for_each(request.binds, declare);
}

void Specialiser::elaborate(Specialisation &body) {
  const auto &module = *llvm::cast<ModuleSyntax>(body.syntax);
  body.isElaborating = true;
  setTimescale(compilation, body, module.members);
  if (!request.defparams.empty())
    state.defparams[&body].assign(request.defparams.begin(), request.defparams.end());
  if (module.portList == PortListKind::Ansi)
    declareAnsiPorts(compilation, body);
  else if (module.portList == PortListKind::Wildcard)
    state.diag.unsupported(module.loc(), "port list '.*' of an extern declaration", "23.5");
  state.ensureDeclared(body);
  declareBound(body);
  ScopeBuilder(compilation, body).elaborate();
  finishNonAnsiPorts(compilation, body);
  elaborateImplicitInstances(compilation, body);
  body.isElaborating = false;
  body.isElaborated = true;
}

Specialisation *Specialiser::run() {
  analyseDefinition(compilation, definition);
  takeDefparams();
  std::string quick;
  bool hasQuick = quickKey(quick);
  if (hasQuick)
    if (Specialisation *body = definition.quickBodies.lookup(quick))
      return use(body);
  Specialisation &body = makeBody();
  if (body.depth > compilation.options().maxInstanceDepth) {
    state.diag.diag(request.instance.loc, diag::HierarchyTooDeep)
        << compilation.options().maxInstanceDepth;
    return nullptr;
  }
  declareHeader(body);
  if (!request.interfaces.empty() &&
      !takeInterfacesOfElement(compilation, definition, body, *request.item, request.element,
                               request.count, request.interfaces))
    return nullptr;
  std::string key = completeKey(body);
  auto [entry, isNew] = definition.bodies.try_emplace(key, &body);
  if (!isNew) {
    if (hasQuick)
      definition.quickBodies[quick] = entry->second;
    return use(entry->second);
  }
  if (hasQuick)
    definition.quickBodies[quick] = &body;
  body.printedName = nameBody(body);
  declareInterfacePorts(compilation, body, request.interfaces);
  elaborate(body);
  return &body;
}

Specialisation *specialise(Compilation &compilation, InstanceRequest &request) {
  Specialisation *body = Specialiser(compilation, request).run();
  if (!body || !request.parentScope)
    return body;
  Specialisation &parent = Specialisation::of(Compilation::bodyOf(*request.parentScope));
  if (parent.childSet.try_emplace(body).second)
    parent.children.push_back(body);
  return body;
}

} // namespace circtsim::sema

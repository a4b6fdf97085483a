//===- VirtualInterfaces.cpp - types of virtual interfaces ----------------===//
//
// `virtual interface I #(...).modport` (IEEE 1800-2023 25.9) names a body of I as an
// instance with these parameter values would; whichever of the two comes first makes it.
// All instances that such a variable can refer to share that body, so that a member is
// at the same place in each of them. For that the clause demands interfaces that are
// complete in themselves: without ports that are interfaces, without names that lead out.
//
// A body without instances is bound and generated like others, behind them. Types that
// statements name are met when the order of the bodies is settled already.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/BodyBinder.h"
#include "Sema/Hierarchy/Definitions.h"
#include "Sema/Hierarchy/Specialise.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

/// The interface of that name, fit for a virtual one; null: reported.
static Definition *findVirtual(Compilation &compilation, const VirtualInterfaceTypeSyntax &syntax,
                               const BindContext &context) {
  ElaborationState &state = compilation.state();
  Definition *definition = state.findDefinition(syntax.name.text, context.scope);
  if (!definition) {
    state.diag.diag(syntax.name.loc, diag::UnknownModule) << syntax.name.text;
    return nullptr;
  }
  if (!definition->syntax || definition->syntax->elementKind != ElementKind::Interface) {
    state.diag.diag(syntax.name.loc, diag::NotAnInterfaceName) << syntax.name.text;
    return nullptr;
  }
  analyseDefinition(compilation, *definition);
  if (definition->interfacePorts.empty() && !definition->mayLookUp)
    return definition;
  state.diag.diag(syntax.name.loc, diag::OpenVirtualInterface)
      << syntax.name.text << definition->interfacePorts.empty();
  return nullptr;
}

/// Makes sure that the body is among those that are bound and generated.
static void require(Compilation &compilation, Specialisation &body) {
  ElaborationState &state = compilation.state();
  if (llvm::is_contained(state.virtualBodies, &body))
    return;
  state.virtualBodies.push_back(&body);
  if (state.hasOrder)
    addVirtualBody(compilation, body);
}

const Type &virtualInterfaceType(Compilation &compilation, const BodySymbol &interface,
                                 const ModportSymbol *modport) {
  return compilation.types().virtualInterface(interface, modport, interface.printedName,
                                              modport ? modport->name : llvm::StringRef());
}

const Type &virtualInterfaceType(Compilation &compilation,
                                 const VirtualInterfaceTypeSyntax &syntax,
                                 const BindContext &context) {
  ElaborationState &state = compilation.state();
  Definition *definition = findVirtual(compilation, syntax, context);
  if (!definition)
    return state.types.error();
  auto &instance = state.make<InstanceSymbol>(definition->name, syntax.name.loc);
  instance.printedName = definition->name;
  InstanceRequest request{*definition, instance, nullptr, {}, {}, {}};
  request.isType = true;
  if (context.scope)
    request.binding = Specialisation::of(Compilation::bodyOf(*context.scope)).binding;
  BindContext constant = context;
  constant.isConstant = true;
  ParameterMatch match{compilation, *definition, constant, syntax.loc(), request.overrides};
  if (!matchParameters(match, syntax.arguments))
    return state.types.error();
  Specialisation *body = specialise(compilation, request);
  if (!body)
    return state.types.error();
  instance.childBody = body;
  require(compilation, *body);
  if (!syntax.modport)
    return virtualInterfaceType(compilation, *body, nullptr);
  state.ensureDeclared(*body);
  auto *modport = llvm::dyn_cast_or_null<ModportSymbol>(body->names.lookup(syntax.modport.text));
  if (!modport) {
    state.diag.diag(syntax.modport.loc, diag::NoSuchModport)
        << syntax.modport.text << definition->name;
    return state.types.error();
  }
  return virtualInterfaceType(compilation, *body, modport);
}

} // namespace circtsim::sema

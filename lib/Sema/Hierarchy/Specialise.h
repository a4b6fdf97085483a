//===- Specialise.h - one body for each set of parameters -------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_SPECIALISE_H
#define CIRCTSIM_SEMA_HIERARCHY_SPECIALISE_H

#include "Sema/Hierarchy/ElaborationState.h"

namespace circtsim::sema {

/// Interfaces connected to one port: one, or one per element of an array of ports.
using ConnectedInterfaces = llvm::SmallVector<InterfaceConnection, 1>;

/// What an instance asks of its definition.
struct InstanceRequest {
  Definition &definition;
  InstanceSymbol &instance;
  Scope *parentScope = nullptr; ///< null: a top-level instance
  llvm::SmallVector<ParameterOverride, 4> overrides;
  llvm::SmallVector<ActiveDefparam, 2> defparams;
  /// By Definition::interfacePorts.
  std::vector<ConnectedInterfaces> interfaces;
  /// Binds to this very instance.
  llvm::SmallVector<const syntax::BindSyntax *, 1> binds = {};
  /// How the instances below find their cells.
  const CellBinding *binding = nullptr;
  /// Which of an array of how many instances, and their syntax; null for tops.
  uint32_t element = 0, count = 1;
  const syntax::InstanceSyntax *item = nullptr;
  /// For the type of a virtual interface, not for an instance.
  bool isType = false;
};

/// Parameter values of an instance, or of a type, on their way to the definition's parameters.
struct ParameterMatch {
  Compilation &compilation;
  const Definition &definition;
  BindContext context; ///< of the values
  support::SourceLoc loc;
  llvm::SmallVectorImpl<ParameterOverride> &overrides;

  void add(llvm::StringRef name, const syntax::ExprSyntax *value) {
    if (value)
      overrides.push_back({name, value, context, value->loc()});
  }
};
/// By order or by name (23.10.2). False: reported.
bool matchParameters(ParameterMatch &match, syntax::List<syntax::ArgumentSyntax> values);

/// The body for these parameters and interfaces, elaborated with all that is
/// below it; one that exists already if they are the same. Null after an error.
Specialisation *specialise(Compilation &compilation, InstanceRequest &request);

/// Interfaces.cpp: finds what is connected to the interface ports of `instance` in
/// `scope`. False: an error was reported.
bool findConnectedInterfaces(Compilation &compilation, const Definition &definition, Scope &scope,
                             const syntax::InstanceSyntax &instance, uint32_t position,
                             std::vector<ConnectedInterfaces> &result);
/// Keeps of these what belongs to element `element` of `count` instances; the
/// dimensions of the ports are those of `body`, whose parameters are declared.
/// False: an error was reported.
bool takeInterfacesOfElement(Compilation &compilation, const Definition &definition, Scope &body,
                             const syntax::InstanceSyntax &instance, uint32_t element,
                             uint32_t count, std::vector<ConnectedInterfaces> &interfaces);
/// Declares the interface ports of a new body.
void declareInterfacePorts(Compilation &compilation, Specialisation &body,
                           llvm::ArrayRef<ConnectedInterfaces> interfaces);

/// Connections.cpp: the connection of a port, by name or order; null without.
/// Wildcard: the `.*` itself.
const syntax::PortConnectionSyntax *findConnection(const syntax::InstanceSyntax &instance,
                                                   llvm::StringRef name, uint32_t index);
/// A name as an expression, for `.name` and `.*`.
const syntax::NameExprSyntax &makeNameExpr(Compilation &compilation, llvm::StringRef name,
                                           support::SourceLoc loc);

} // namespace circtsim::sema

#endif

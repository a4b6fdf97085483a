//===- PortUse.cpp - ports used against their direction -------------------===//
//
// IEEE 1800-2023 23.3.3.1: an input that is used as an output, and an output that is used
// as an input, are coerced to inout. An input net is one if something in its module drives
// it: a continuous assignment, a gate, an alias, or a port of an instance that gives values
// to it, which may be a coerced one. An output net is one if nothing does.
//
// The nets driven in a body are collected once, when the first of its ports is asked
// for; instances below are asked in turn, which ends, as no module contains itself.
//
//===----------------------------------------------------------------------===//
#include "IRGen/PortUse.h"

#include "IRGen/StaticPrefix.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::PortDirection;

const Expr *PortUse::netsOf(const Expr &expr) {
  const Expr *inner = &expr;
  while (auto *conversion = dyn_cast<ConversionExpr>(inner)) {
    bool isPlain = conversion->isImplicit && conversion->operand->type->isIntegral() &&
                   conversion->type->isIntegral();
    if (!isPlain)
      return nullptr;
    inner = conversion->operand;
  }
  if (auto *concat = dyn_cast<ConcatExpr>(inner))
    return concat->type->isIntegral() &&
                   llvm::all_of(concat->elements, [](const Expr *e) { return netsOf(*e) == e; })
               ? inner
               : nullptr;
  StaticPrefix prefix = StaticPrefix::of(*inner);
  bool isNet = prefix.root && isa<NetSymbol>(prefix.root->symbol) &&
               prefix.root->type->isIntegral() && prefix.isComplete && prefix.path.empty();
  return isNet ? inner : nullptr;
}

void PortUse::addRoots(const Expr *expr, Nets &nets) {
  if (!expr)
    return;
  if (auto *concat = dyn_cast<ConcatExpr>(expr)) {
    for (const Expr *element : concat->elements)
      addRoots(element, nets);
    return;
  }
  if (auto *conversion = dyn_cast<ConversionExpr>(expr))
    return addRoots(conversion->operand, nets);
  StaticPrefix prefix = StaticPrefix::of(*expr);
  if (prefix.root && !prefix.root->path)
    nets.insert(prefix.root->symbol);
}

/// Outputs come first; both ends of a bidirectional switch count.
static size_t outputCount(const GateSymbol &gate) {
  using syntax::GateKind;
  if (gate.udp)
    return 1;
  switch (gate.gate) {
  case GateKind::Buf:
  case GateKind::Not:
    return gate.terminals.size() - 1;
  case GateKind::Pullup:
  case GateKind::Pulldown:
    return gate.terminals.size();
  case GateKind::Tran:
  case GateKind::Rtran:
  case GateKind::Tranif0:
  case GateKind::Tranif1:
  case GateKind::Rtranif0:
  case GateKind::Rtranif1:
    return 2;
  default:
    return 1;
  }
}

void PortUse::collectGate(const GateSymbol &gate, Nets &nets) {
  if (!gate.terminals.empty())
    for (const Expr *terminal : gate.terminals.take_front(outputCount(gate)))
      addRoots(terminal, nets);
}

void PortUse::collectInstance(const InstanceSymbol &instance, Nets &nets) {
  for (const PortConnection &connection : instance.connections) {
    auto *port = llvm::dyn_cast_or_null<PortSymbol>(connection.port);
    if (!port || !connection.expr)
      continue;
    bool isInput =
        port->direction == PortDirection::Input || port->direction == PortDirection::None;
    if (!instance.childBody || isCoerced(*instance.childBody, *port) == isInput)
      addRoots(connection.expr, nets);
  }
}

void PortUse::collect(const Scope &scope, Nets &nets) {
  for (const Symbol *member : scope.members) {
    if (auto *assign = dyn_cast<ContinuousAssignSymbol>(member)) {
      addRoots(assign->lhs, nets);
    } else if (auto *net = dyn_cast<NetSymbol>(member)) {
      if (net->initialiser)
        nets.insert(net);
    } else if (auto *gate = dyn_cast<GateSymbol>(member)) {
      collectGate(*gate, nets);
    } else if (auto *alias = dyn_cast<NetAliasSymbol>(member)) {
      for (const Expr *part : alias->nets)
        addRoots(part, nets);
    } else if (auto *instance = dyn_cast<InstanceSymbol>(member)) {
      collectInstance(*instance, nets);
    } else if (auto *instances = dyn_cast<InstanceArraySymbol>(member)) {
      for (const InstanceSymbol *element : instances->elements)
        collectInstance(*element, nets);
    } else if (auto *block = dyn_cast<GenerateBlockSymbol>(member)) {
      collect(*block, nets);
    } else if (auto *array = dyn_cast<GenerateArraySymbol>(member)) {
      for (const GenerateBlockSymbol *entry : array->entries)
        collect(*entry, nets);
    }
  }
}

const PortUse::Nets &PortUse::drivenIn(const BodySymbol &body) {
  if (auto known = driven.find(&body); known != driven.end())
    return *known->second;
  auto nets = std::make_unique<Nets>();
  collect(body, *nets);
  return *(driven[&body] = std::move(nets));
}

bool PortUse::isCoerced(const BodySymbol &body, const PortSymbol &port) {
  auto *net = llvm::dyn_cast_or_null<NetSymbol>(port.internal);
  bool isPlain = net && (net->netKind == syntax::NetKind::Wire ||
                         net->netKind == syntax::NetKind::Tri); // others have values of their own
  if (!isPlain || !net->type->isIntegral() || port.pathVariable)
    return false;
  bool isOutput = port.direction == PortDirection::Output;
  bool isInput = port.direction == PortDirection::Input || port.direction == PortDirection::None;
  return (isInput || isOutput) && drivenIn(body).contains(net) == isInput;
}

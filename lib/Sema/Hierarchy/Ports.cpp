//===- Ports.cpp - port declarations --------------------------------------===//
//
// ANSI lists (IEEE 1800-2023 23.2.2.2): a port inherits from the one before it
// what it does not say itself, by the rules of 23.2.2.3: nothing but a name
// inherits everything; else a missing direction is inherited, a missing type is
// `logic`, and a missing kind is a net, but a variable for outputs with a data type
// and for types that nets cannot have. Non-ANSI lists (23.2.2.1): the
// list names the ports, port declarations among the items give direction
// and type, and a net or variable declaration may add to that.
//
// Every port has a PortSymbol in `BodySymbol::ports` and, unless it is an
// expression, a net or variable of its name in the scope. Interface ports
// are made when the body is specialised (Specialise.cpp).
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ScopeBuilder.h"
#include "Sema/Types/TypeBinder.h"
#include "Syntax/SyntaxTree.h"

#include <functional>

using namespace circtsim::syntax;

namespace circtsim::sema {

static bool isEmptyImplicit(const TypeSyntax *type) {
  const auto *implicit = llvm::dyn_cast_or_null<ImplicitTypeSyntax>(type);
  return !type || (implicit && implicit->dimensions.empty() && implicit->signing == Signing::None);
}

static bool isImplicit(const TypeSyntax *type) {
  return !type || type->kind == SyntaxKind::ImplicitType;
}

static NetKind defaultNetKind(const Specialisation &body) {
  if (!body.directives || body.directives->defaultNettype == TokenKind::Unknown)
    return NetKind::Wire;
  return netKindOf(body.directives->defaultNettype);
}

/// Is a port without `var` and without a net kind a variable?
static bool isVariableByDefault(PortDirection direction, bool hasDataType) {
  switch (direction) {
  case PortDirection::Input:
  case PortDirection::Inout:
    return false;
  case PortDirection::Output:
    return hasDataType;
  default:
    return true;
  }
}

//===-- ANSI ----------------------------------------------------------------------------===//

namespace {
class AnsiPortBuilder {
public:
  AnsiPortBuilder(Compilation &compilation, Specialisation &body)
      : compilation(compilation), state(compilation.state()), body(body) {
    context.scope = &body;
    context.position = body.lastPosition + 1;
    context.isConstant = true;
  }

  void add(const AnsiPortSyntax &syntax);

private:
  void addExplicit(const AnsiPortSyntax &syntax);
  ValueSymbol &makeObject(const AnsiPortSyntax &syntax, const Type &type);
  const Type &bindBase(const AnsiPortSyntax &syntax);

  Compilation &compilation;
  ElaborationState &state;
  Specialisation &body;
  BindContext context;
  // What the next port inherits.
  PortDirection direction = PortDirection::Inout;
  NetKind netKind = NetKind::None;
  bool isVariable = false;
  const Type *base = nullptr;
};
} // namespace

const Type &AnsiPortBuilder::bindBase(const AnsiPortSyntax &syntax) {
  if (isEmptyImplicit(syntax.type))
    return compilation.defaultScalar();
  auto sink = [&](EnumValueSymbol &value) { state.declare(body, value); };
  return TypeBinder(compilation, context, sink).bind(*syntax.type);
}

ValueSymbol &AnsiPortBuilder::makeObject(const AnsiPortSyntax &syntax, const Type &type) {
  const Name &name = syntax.name;
  bool isUserNet = nettypeOf(type) && !syntax.isVar; // of a net type (6.6.7)
  if (!isUserNet && (isVariable || !isNetType(type, compilation.options().isTwoState))) {
    if (!isVariable && syntax.netKind != NetKind::None)
      state.diag.diag(name.loc, diag::BadNetType) << name.text << type.toString();
    auto &variable = state.make<VariableSymbol>(name.text, name.loc);
    variable.isPort = direction != PortDirection::Output;
    variable.type = &type;
    return variable;
  }
  auto &net = state.make<NetSymbol>(name.text, name.loc);
  net.netKind = netKind == NetKind::None ? defaultNetKind(body) : netKind;
  net.type = &type;
  return net;
}

void AnsiPortBuilder::addExplicit(const AnsiPortSyntax &syntax) {
  auto &port = state.make<PortSymbol>(syntax.name.text, syntax.name.loc);
  port.direction = direction;
  port.parent = &body;
  port.origin = state.origin({body.syntax, &syntax});
  port.type = &compilation.types().error(); // until finishNonAnsiPorts
  body.ports.push_back(&port);
}

void AnsiPortBuilder::add(const AnsiPortSyntax &syntax) {
  if (syntax.direction != PortDirection::None)
    direction = syntax.direction;
  if (syntax.isExplicit)
    return addExplicit(syntax);
  if (!syntax.isBare() || !base) {
    base = &bindBase(syntax);
    netKind = syntax.netKind;
    isVariable = syntax.isVar || (syntax.netKind == NetKind::None &&
                                  isVariableByDefault(direction, !isImplicit(syntax.type)));
  }
  bool isReference = direction != PortDirection::Input && direction != PortDirection::Output &&
                     direction != PortDirection::Inout;
  if (isReference && syntax.netKind != NetKind::None)
    state.diag.diag(syntax.name.loc, diag::RefPortNotVariable) << syntax.name.text;
  const Type &type = TypeBinder(compilation, context).applyUnpacked(*base, syntax.dimensions);
  if (holdsVirtualInterface(type))
    state.diag.diag(syntax.name.loc, diag::VirtualInterfacePort) << syntax.name.text;
  ValueSymbol &object = makeObject(syntax, type);
  if (direction == PortDirection::Inout && object.kind == SymbolKind::Variable && !type.isError())
    state.diag.diag(syntax.name.loc, diag::InoutVariable) << syntax.name.text;
  object.origin = state.origin({body.syntax, &syntax});
  state.declare(body, object);
  object.position = 0;
  auto &port = state.make<PortSymbol>(syntax.name.text, syntax.name.loc);
  port.direction = direction;
  port.type = &type;
  port.internal = &object;
  port.parent = &body;
  port.origin = object.origin;
  body.ports.push_back(&port);
  if (syntax.init && direction == PortDirection::Input)
    port.defaultValue = &ExprBinder(compilation, context).bindConstant(*syntax.init, &type);
}

void declareAnsiPorts(Compilation &compilation, Specialisation &body) {
  const auto &module = *llvm::cast<ModuleSyntax>(body.syntax);
  AnsiPortBuilder builder(compilation, body);
  llvm::SmallVector<Symbol *, 0> interfaces = std::move(body.ports);
  body.ports.clear();
  size_t next = 0;
  const auto &infos = Definition::of(*body.definition).interfacePorts;
  size_t info = 0;
  for (auto [index, port] : llvm::enumerate(module.ansiPorts)) {
    if (info < infos.size() && infos[info].index == index) {
      ++info;
      // One symbol per element of an array of ports; they carry the position.
      while (next < interfaces.size() && interfaces[next]->position == index + 1)
        body.ports.push_back(interfaces[next++]);
      continue;
    }
    builder.add(*port);
  }
}

//===-- Non-ANSI ------------------------------------------------------------------------===//

/// Remembers which net and variable declarations may belong to ports.
void collectPortVariables(Specialisation &body, const ModuleSyntax &module) {
  if (module.portList != PortListKind::NonAnsi)
    return;
  llvm::DenseMap<llvm::StringRef, char> ports;
  for (const MemberSyntax *member : module.members)
    if (const auto *decl = llvm::dyn_cast<PortDeclSyntax>(member))
      for (const DeclaratorSyntax *declarator : decl->declarators)
        ports[declarator->name.text] = 1;
  auto collect = [&](const auto &decl) {
    for (const DeclaratorSyntax *declarator : decl.declarators)
      if (ports.count(declarator->name.text))
        body.portVariables.try_emplace(declarator->name.text, &decl, declarator);
  };
  for (const MemberSyntax *member : module.members) {
    if (const auto *variable = llvm::dyn_cast<VariableDeclSyntax>(member))
      collect(*variable);
    else if (const auto *net = llvm::dyn_cast<NetDeclSyntax>(member))
      collect(*net);
  }
}

/// The net or variable of a port declaration, with the origin of a second
/// declaration in `other`.
static ValueSymbol &makePortObject(ElaborationState &state, Specialisation &body,
                                   const PortDeclSyntax &syntax, const DeclaratorSyntax &declarator,
                                   const MemberSyntax *second) {
  const Name &name = declarator.name;
  const auto *netDecl = llvm::dyn_cast_or_null<NetDeclSyntax>(second);
  bool isVariable = syntax.isVar || (second && !netDecl);
  if (!second && !syntax.isVar && syntax.netKind == NetKind::None)
    isVariable = isVariableByDefault(syntax.direction, !isImplicit(syntax.type));
  if (const auto *builtin = llvm::dyn_cast<BuiltinTypeSyntax>(syntax.type);
      builtin && builtin->builtin != BuiltinTypeKind::Logic &&
      builtin->builtin != BuiltinTypeKind::Reg && builtin->builtin != BuiltinTypeKind::Integer &&
      builtin->builtin != BuiltinTypeKind::Time)
    isVariable = true; // two-state and real types are no net types
  if (isVariable) {
    auto &variable = state.make<VariableSymbol>(name.text, name.loc);
    variable.isPort = syntax.direction != PortDirection::Output;
    return variable;
  }
  auto &net = state.make<NetSymbol>(name.text, name.loc);
  net.netKind = netDecl                           ? netDecl->netKind
                : syntax.netKind != NetKind::None ? syntax.netKind
                                                  : defaultNetKind(body);
  if (netDecl && netDecl->strength) {
    net.strength0 = netDecl->strength->strength0;
    net.strength1 = netDecl->strength->strength1;
    net.charge = netDecl->strength->charge;
  }
  return net;
}

void declarePortDeclaration(Compilation &compilation, Specialisation &body,
                            const PortDeclSyntax &syntax) {
  ElaborationState &state = compilation.state();
  const auto *module = llvm::dyn_cast_or_null<ModuleSyntax>(body.syntax);
  if (!module || module->portList != PortListKind::NonAnsi) {
    state.diag.diag(syntax.loc(), diag::PortDeclarationWithoutList);
    return;
  }
  SharedType *shared = state.shared(syntax.type);
  for (const DeclaratorSyntax *declarator : syntax.declarators) {
    const Name &name = declarator->name;
    if (!body.portDirections.try_emplace(name.text, syntax.direction).second) {
      if (const Symbol *previous = body.names.lookup(name.text)) {
        state.diag.diag(name.loc, diag::Redefinition) << name.text;
        state.diag.diag(previous->loc, diag::PreviousDeclaration) << name.text;
      }
      continue;
    }
    auto second = body.portVariables.lookup(name.text);
    // The other declaration came first and has made the symbol.
    if (second.second && body.names.lookup(name.text)) {
      Symbol *object = body.names.lookup(name.text);
      object->origin = state.origin({&syntax, declarator, shared,
                                     state.origin({object->origin->declaration,
                                                   object->origin->item, object->origin->shared})});
      continue;
    }
    ValueSymbol &object = makePortObject(state, body, syntax, *declarator, second.first);
    const Origin *other = nullptr;
    if (second.first) {
      const auto *variable = llvm::dyn_cast<VariableDeclSyntax>(second.first);
      const TypeSyntax *type =
          variable ? variable->type : llvm::cast<NetDeclSyntax>(second.first)->type;
      other = state.origin({second.first, second.second, state.shared(type)});
    }
    object.origin = state.origin({&syntax, declarator, shared, other});
    object.state = Symbol::State::Pending;
    state.declare(body, object);
  }
}

namespace {
/// Makes the PortSymbols of a list whose declarations are resolved.
class PortListBuilder {
public:
  PortListBuilder(Compilation &compilation, Specialisation &body)
      : compilation(compilation), state(compilation.state()), body(body) {
    context.scope = &body;
  }

  void addNonAnsi(const NonAnsiPortSyntax &syntax);
  void finishExplicit(PortSymbol &port, const ExprSyntax *expr);

private:
  void makePortNet(PortSymbol &port);
  bool setInternal(PortSymbol &port, const NameExprSyntax &name);
  std::optional<PortDirection> directionOf(const ExprSyntax &expr);
  PortSymbol &makePort(const Name &name, support::SourceLoc loc);

  Compilation &compilation;
  ElaborationState &state;
  Specialisation &body;
  BindContext context;
};
} // namespace

PortSymbol &PortListBuilder::makePort(const Name &name, support::SourceLoc loc) {
  auto &port = state.make<PortSymbol>(name.text, name ? name.loc : loc);
  port.parent = &body;
  port.type = &compilation.types().error();
  body.ports.push_back(&port);
  return port;
}

bool PortListBuilder::setInternal(PortSymbol &port, const NameExprSyntax &name) {
  auto *object = llvm::dyn_cast_or_null<ValueSymbol>(body.names.lookup(name.name.text));
  auto direction = body.portDirections.find(name.name.text);
  if (!object || direction == body.portDirections.end()) {
    state.diag.diag(name.loc(), diag::PortNotDeclared) << name.name.text;
    return false;
  }
  state.resolve(*object);
  port.internal = object;
  port.type = object->type;
  if (port.type && holdsVirtualInterface(*port.type))
    state.diag.diag(name.loc(), diag::VirtualInterfacePort) << name.name.text;
  port.direction = direction->second;
  return true;
}

/// The direction of the first declared port in a port expression.
std::optional<PortDirection> PortListBuilder::directionOf(const ExprSyntax &expr) {
  if (const auto *name = llvm::dyn_cast<NameExprSyntax>(&expr)) {
    auto it = body.portDirections.find(name->name.text);
    if (it != body.portDirections.end())
      return it->second;
    return std::nullopt;
  }
  std::optional<PortDirection> result;
  forEachChild(expr, [&](const SyntaxNode &child) {
    if (const auto *inner = llvm::dyn_cast<ExprSyntax>(&child); inner && !result)
      result = directionOf(*inner);
  });
  return result;
}

void PortListBuilder::finishExplicit(PortSymbol &port, const ExprSyntax *expr) {
  if (!expr)
    return; // connects to nothing
  if (const auto *name = llvm::dyn_cast<NameExprSyntax>(expr);
      name && body.portDirections.count(name->name.text)) {
    setInternal(port, *name);
    return;
  }
  const auto *name = llvm::dyn_cast<NameExprSyntax>(expr);
  auto *object =
      name ? llvm::dyn_cast_or_null<ValueSymbol>(body.names.lookup(name->name.text)) : nullptr;
  if (object && (object->kind == SymbolKind::Net || object->kind == SymbolKind::Variable)) {
    state.resolve(*object);
    port.internal = object; // ANSI: .a(internal)
    port.type = object->type;
    return;
  }
  ExprBinder binder(compilation, context);
  port.internalExpr =
      port.direction == PortDirection::Output
          ? &binder.bindSelfDetermined(*expr)
          : &binder.bindLvalue(*expr, port.direction == PortDirection::Input ? LvalueUse::Continuous
                                                                             : LvalueUse::Inout);
  port.type = port.internalExpr->type;
  if (!port.internalExpr->isInvalid() && port.type->isIntegral())
    makePortNet(port);
}

/// A net that stands for the port, with an assignment from or to its expression; the
/// expression of an inout port is another name for it.
void PortListBuilder::makePortNet(PortSymbol &port) {
  TypeContext &types = compilation.types();
  auto &net = state.make<NetSymbol>(
      state.text("$port" + llvm::Twine(body.ports.size()) + "." + llvm::Twine(body.lastPosition)),
      port.loc);
  net.isHidden = true;
  net.type = &types.vector(port.type->width(), port.type->isSigned(),
                           !compilation.options().isTwoState);
  state.addMember(body, net);
  port.internal = &net;
  port.type = net.type;
  auto *value = types.make<NamedValueExpr>(*net.type, port.internalExpr->range, &net);
  if (port.direction == PortDirection::Inout) {
    auto &alias = state.make<NetAliasSymbol>(port.loc);
    const Expr *sides[] = {value, port.internalExpr};
    alias.nets = types.copy(llvm::ArrayRef<const Expr *>(sides));
    state.addMember(body, alias);
    return;
  }
  bool isInput = port.direction == PortDirection::Input;
  ExprBinder binder(compilation, context);
  auto &assign = state.make<ContinuousAssignSymbol>("", port.loc);
  assign.lhs = isInput ? port.internalExpr : value;
  assign.rhs = &binder.convertAssign(isInput ? *value : *port.internalExpr, *assign.lhs->type,
                                     port.loc);
  state.addMember(body, assign);
}

void PortListBuilder::addNonAnsi(const NonAnsiPortSyntax &syntax) {
  if (!syntax.expr) {
    makePort(syntax.name, syntax.loc()); // a null port
    return;
  }
  const auto *simple = llvm::dyn_cast<NameExprSyntax>(syntax.expr);
  if (simple) {
    Symbol *named = body.names.lookup(simple->name.text);
    if (named && named->kind == SymbolKind::InterfacePort)
      return; // already in the list
    PortSymbol &port = makePort(syntax.name ? syntax.name : simple->name, syntax.loc());
    setInternal(port, *simple);
    return;
  }
  PortSymbol &port = makePort(syntax.name, syntax.loc());
  std::optional<PortDirection> direction = directionOf(*syntax.expr);
  if (!direction) {
    state.diag.diag(syntax.loc(), diag::PortNotDeclared) << "port expression";
    return;
  }
  port.direction = *direction;
  finishExplicit(port, syntax.expr);
}

/// 23.2.2.1: every port declaration belongs to a port of the list.
static void checkDeclaredPorts(Compilation &compilation, Specialisation &body,
                               const ModuleSyntax &module) {
  llvm::DenseMap<llvm::StringRef, char> listed;
  std::function<void(const SyntaxNode &)> collect = [&](const SyntaxNode &node) {
    if (const auto *name = llvm::dyn_cast<NameExprSyntax>(&node))
      listed[name->name.text] = 1;
    forEachChild(node, collect);
  };
  for (const NonAnsiPortSyntax *port : module.nonAnsiPorts)
    if (port->expr)
      collect(*port->expr);
  for (const MemberSyntax *member : module.members)
    if (const auto *decl = llvm::dyn_cast<PortDeclSyntax>(member))
      for (const DeclaratorSyntax *declarator : decl->declarators)
        if (!listed.count(declarator->name.text))
          compilation.diagnostics().diag(declarator->name.loc, diag::PortNotInList)
              << declarator->name.text;
}

void finishNonAnsiPorts(Compilation &compilation, Specialisation &body) {
  const auto &module = *llvm::cast<ModuleSyntax>(body.syntax);
  PortListBuilder builder(compilation, body);
  if (module.portList == PortListKind::Ansi) {
    for (Symbol *symbol : body.ports)
      if (auto *port = llvm::dyn_cast<PortSymbol>(symbol); port && !port->internal)
        if (const auto *syntax = llvm::dyn_cast<AnsiPortSyntax>(port->origin->item))
          builder.finishExplicit(*port, syntax->expr);
    return;
  }
  if (module.portList != PortListKind::NonAnsi)
    return;
  llvm::SmallVector<Symbol *, 0> interfaces = std::move(body.ports);
  body.ports.clear();
  size_t next = 0;
  for (auto [index, port] : llvm::enumerate(module.nonAnsiPorts)) {
    while (next < interfaces.size() && interfaces[next]->position == index + 1)
      body.ports.push_back(interfaces[next++]);
    builder.addNonAnsi(*port);
  }
  checkDeclaredPorts(compilation, body, module);
}

} // namespace circtsim::sema

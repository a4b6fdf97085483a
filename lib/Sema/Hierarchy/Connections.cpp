//===- Connections.cpp - port connections ---------------------------------===//
//
// Matches the connections of an instance to the ports of its body, by order, by
// name, `.name` and `.*` (IEEE 1800-2023 23.3.2), and binds them in the parent: an
// input as an assignment to the port, an output as an lvalue of a
// compatible type, inout and ref by their rules (23.3.3). Elements of arrays of
// instances get their slice of wider connections (23.3.3.5). An unconnected
// input takes its default (23.2.2.4), or what `unconnected_drive says (22.9).
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Hierarchy/BodyBinder.h"
#include "Sema/Hierarchy/Specialise.h"
#include "Sema/Lookup/Lookup.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

const NameExprSyntax &makeNameExpr(Compilation &compilation, llvm::StringRef name,
                                   support::SourceLoc loc) {
  auto *syntax = compilation.types().make<NameExprSyntax>();
  syntax->range = support::SourceRange(loc);
  syntax->name.text = name;
  syntax->name.loc = loc;
  return *syntax;
}

const PortConnectionSyntax *findConnection(const InstanceSyntax &instance, llvm::StringRef name,
                                           uint32_t index) {
  const PortConnectionSyntax *wildcard = nullptr;
  bool isOrdered = false;
  for (const PortConnectionSyntax *connection : instance.connections) {
    switch (connection->connectionKind) {
    case ConnectionKind::Ordered:
      isOrdered = true;
      break;
    case ConnectionKind::Named:
    case ConnectionKind::ImplicitNamed:
      if (connection->name.text == name)
        return connection;
      break;
    case ConnectionKind::Wildcard:
      wildcard = connection;
      break;
    }
  }
  if (isOrdered)
    return index < instance.connections.size() ? instance.connections[index] : nullptr;
  return wildcard;
}

namespace {
class ConnectionBinder {
public:
  ConnectionBinder(Compilation &compilation, InstanceSymbol &instance, uint32_t element,
                   uint32_t count)
      : compilation(compilation), state(compilation.state()), instance(instance),
        body(*instance.childBody), element(element), count(count),
        context(state.contextOf(instance)) {
    context.isConnection = true;
  }

  void run();

private:
  void indexConnections();
  void checkNames();
  const PortConnectionSyntax *connectionOf(llvm::StringRef name, uint32_t index) const;
  PortConnection bindPort(const PortSymbol &port, uint32_t index);
  const Expr *bindExpr(const PortSymbol &port, const ExprSyntax &syntax);
  const Expr *bindElement(const PortSymbol &port, const ExprSyntax &syntax);
  const Expr *bindInput(const PortSymbol &port, const ExprSyntax &syntax);
  const Expr *bindTarget(const PortSymbol &port, const ExprSyntax &syntax);
  void checkNettypes(const PortSymbol &port, const Expr &expr);
  const Expr *checkTarget(const PortSymbol &port, const Expr &expr);
  const Expr *unconnected(const PortSymbol &port, support::SourceLoc loc);
  void warnWidth(const PortSymbol &port, const Expr &expr, uint32_t width);

  Compilation &compilation;
  ElaborationState &state;
  InstanceSymbol &instance;
  const BodySymbol &body;
  uint32_t element, count;
  BindContext context;
  /// Null for implicit instances.
  const InstanceSyntax *item = nullptr;
  const PortConnectionSyntax *wildcard = nullptr;
  bool isOrdered = false;
  llvm::DenseMap<llvm::StringRef, const PortConnectionSyntax *> byName;
};
} // namespace

static bool isReferenceDirection(PortDirection direction) {
  return direction != PortDirection::Input && direction != PortDirection::Output &&
         direction != PortDirection::Inout;
}

//===-- Matching --------------------------------------------------------------------------===//

void ConnectionBinder::indexConnections() {
  static constexpr size_t FewConnections = 12;
  bool isIndexed = item->connections.size() > FewConnections;
  for (const PortConnectionSyntax *connection : item->connections) {
    if (connection->connectionKind == ConnectionKind::Wildcard)
      wildcard = connection;
    else if (connection->connectionKind == ConnectionKind::Ordered)
      isOrdered = true;
    else if (isIndexed)
      byName.try_emplace(connection->name.text, connection);
  }
}

const PortConnectionSyntax *ConnectionBinder::connectionOf(llvm::StringRef name,
                                                           uint32_t index) const {
  if (byName.empty())
    return findConnection(*item, name, index);
  auto it = byName.find(name);
  return it != byName.end() ? it->second : wildcard;
}

/// Connections that no port takes. Done once for the instances that syntax makes of a body.
void ConnectionBinder::checkNames() {
  uint32_t headerPorts = 0;
  llvm::DenseMap<llvm::StringRef, bool> ports;
  for (auto [i, port] : llvm::enumerate(body.ports)) {
    bool isSameArray = i && port->kind == SymbolKind::InterfacePort &&
                       body.ports[i - 1]->kind == SymbolKind::InterfacePort &&
                       body.ports[i - 1]->position == port->position;
    headerPorts += !isSameArray;
    ports[port->name.split('[').first] = false;
  }
  // `u ()` is one empty connection.
  if (isOrdered) {
    bool isEmpty = item->connections.size() == 1 && !item->connections.front()->expr;
    if (item->connections.size() > headerPorts && !isEmpty)
      state.diag.diag(item->loc(), diag::TooManyConnections)
          << body.name << headerPorts << item->connections.size();
    for (const PortConnectionSyntax *connection : item->connections)
      if (connection->connectionKind != ConnectionKind::Ordered) {
        state.diag.diag(connection->loc(), diag::MixedConnectionStyles);
        return;
      }
    return;
  }
  for (const PortConnectionSyntax *connection : item->connections) {
    if (connection->connectionKind == ConnectionKind::Wildcard)
      continue;
    auto it = ports.find(connection->name.text);
    if (it == ports.end())
      state.diag.diag(connection->name.loc, diag::NoSuchPort) << connection->name.text << body.name;
    else if (it->second)
      state.diag.diag(connection->name.loc, diag::PortConnectedTwice) << connection->name.text;
    else
      it->second = true;
  }
}

//===-- Binding ---------------------------------------------------------------------------===//

void ConnectionBinder::warnWidth(const PortSymbol &port, const Expr &expr, uint32_t width) {
  uint32_t portWidth = port.type->width();
  if (portWidth == 0 || width == 0 || portWidth == width)
    return;
  state.diag.diag(expr.range.begin, diag::PortWidthDiffers) << port.name << portWidth << width;
}

const Expr *ConnectionBinder::bindInput(const PortSymbol &port, const ExprSyntax &syntax) {
  const Expr &expr = ExprBinder(compilation, context).bind(syntax, port.type);
  const auto *conversion = llvm::dyn_cast<ConversionExpr>(&expr);
  if (conversion && conversion->isImplicit && !expr.constant &&
      conversion->conversion == ConversionKind::Integral)
    warnWidth(port, expr, conversion->operand->type->width());
  return &expr;
}

/// The target must take what comes out of the port.
const Expr *ConnectionBinder::checkTarget(const PortSymbol &port, const Expr &expr) {
  if (expr.isInvalid() || expr.type->isError() || port.type->isError())
    return &expr;
  bool isReference = isReferenceDirection(port.direction);
  bool isGood = isReference ? isEquivalent(*expr.type, *port.type)
                            : isAssignmentCompatible(*expr.type, *port.type) ||
                                  (expr.type->isIntegral() && port.type->isIntegral());
  if (!isGood) {
    state.diag.diag(expr.range.begin, diag::PortTypeDiffers)
        << port.name << port.type->toString() << expr.type->toString();
    return &expr;
  }
  if (expr.type->isIntegral() && port.type->isIntegral())
    warnWidth(port, expr, expr.type->width());
  return &expr;
}

const Expr *ConnectionBinder::bindTarget(const PortSymbol &port, const ExprSyntax &syntax) {
  LvalueUse use = port.direction == PortDirection::Output  ? LvalueUse::Continuous
                  : port.direction == PortDirection::Inout ? LvalueUse::Inout
                                                           : LvalueUse::Reference;
  return checkTarget(port, ExprBinder(compilation, context).bindLvalue(syntax, use));
}

/// The part of a connection that belongs to this element of an array of instances.
const Expr *ConnectionBinder::bindElement(const PortSymbol &port, const ExprSyntax &syntax) {
  ExprBinder binder(compilation, context);
  bool isInput = port.direction == PortDirection::Input;
  LvalueUse use = port.direction == PortDirection::Inout ? LvalueUse::Inout : LvalueUse::Continuous;
  const Expr &whole = isInput ? binder.bindSelfDetermined(syntax) : binder.bindLvalue(syntax, use);
  if (whole.isInvalid() || whole.type->isError() || port.type->isError())
    return &whole;
  const Expr *part = nullptr;
  if (const auto *array = llvm::dyn_cast<UnpackedArrayType>(&whole.type->canonical());
      array && array->range.size() == count && !isEquivalent(*whole.type, *port.type)) {
    int64_t index = array->range.isDescending() ? int64_t(array->range.left) - element
                                                : int64_t(array->range.left) + element;
    part = &binder.elementSelect(whole, index, whole.range);
  } else if (whole.type->isIntegral() && port.type->isIntegral()) {
    uint32_t width = port.type->width();
    if (whole.type->width() == width ||
        (whole.constant && isInput && whole.type->width() != uint64_t(width) * count)) {
      part = &whole; // the same for all
    } else if (whole.type->width() == uint64_t(width) * count) {
      part = sliceBits(compilation, binder, whole, (count - 1 - element) * width, width, !isInput);
      if (!part) {
        state.diag.unsupported(syntax.loc(), "this connection of an array of instances",
                               "23.3.3.5");
        return &binder.invalid(syntax.range);
      }
    } else {
      state.diag.diag(syntax.loc(), diag::ArrayConnectionWidth)
          << port.name << width << uint64_t(width) * count << whole.type->width();
      return &binder.invalid(syntax.range);
    }
  } else {
    part = &whole;
  }
  return isInput ? &binder.convertAssign(*part, *port.type, syntax.loc())
                 : checkTarget(port, *part);
}

const Expr *ConnectionBinder::bindExpr(const PortSymbol &port, const ExprSyntax &syntax) {
  if (count > 1 && !isReferenceDirection(port.direction))
    return bindElement(port, syntax);
  return port.direction == PortDirection::Input ? bindInput(port, syntax)
                                                : bindTarget(port, syntax);
}

const Expr *ConnectionBinder::unconnected(const PortSymbol &port, support::SourceLoc loc) {
  if (isReferenceDirection(port.direction)) {
    state.diag.diag(loc, diag::RefPortUnconnected) << port.name;
    return nullptr;
  }
  if (port.direction != PortDirection::Input)
    return nullptr;
  const Specialisation &child = Specialisation::of(body);
  if (child.directives && child.directives->unconnectedDrive != UnconnectedDrive::None &&
      port.type->isIntegral()) {
    bool isOne = child.directives->unconnectedDrive == UnconnectedDrive::Pull1;
    value::LogicVector drive(port.type->width(), port.type->isSigned(),
                             isOne ? value::Bit::one : value::Bit::zero);
    return &constantExpr(compilation, ConstantValue(std::move(drive)), *port.type,
                         support::SourceRange(loc));
  }
  state.diag.diag(loc, diag::InputUnconnected) << port.name << body.name;
  return nullptr;
}

/// Nets of user-defined net types are joined with their own kind alone (23.3.3.7.2).
void ConnectionBinder::checkNettypes(const PortSymbol &port, const Expr &expr) {
  const TypeAliasSymbol *inner = nettypeOf(*port.type), *outer = nettypeOf(*expr.type);
  bool isObject = expr.kind == ExprKind::NamedValue || expr.kind == ExprKind::ElementSelect;
  if (inner && outer && inner != outer && isObject)
    state.diag.diag(expr.range.begin, diag::NettypesDiffer)
        << port.name << inner->name << outer->name;
}

PortConnection ConnectionBinder::bindPort(const PortSymbol &port, uint32_t index) {
  PortConnection result;
  result.port = &port;
  const PortConnectionSyntax *connection = item && !port.name.empty()
                                               ? connectionOf(port.name, index)
                                           : item && isOrdered ? connectionOf({}, index)
                                                               : nullptr;
  if (!connection) {
    result.expr = port.defaultValue ? port.defaultValue : unconnected(port, instance.loc);
    return result;
  }
  const ExprSyntax *expr = connection->expr;
  if (connection->connectionKind == ConnectionKind::Wildcard) {
    LookupResult found = Lookup(compilation, context).lookupSimple(port.name);
    if (!found) {
      if (port.defaultValue)
        result.expr = port.defaultValue;
      else
        state.diag.diag(connection->loc(), diag::WildcardWithoutName) << port.name << body.name;
      return result;
    }
  }
  if (connection->connectionKind == ConnectionKind::Wildcard ||
      connection->connectionKind == ConnectionKind::ImplicitNamed)
    expr = &makeNameExpr(compilation, port.name,
                         connection->name ? connection->name.loc : connection->loc());
  if (!expr) {
    bool isOrderedGap = connection->connectionKind == ConnectionKind::Ordered;
    result.expr = isOrderedGap && port.defaultValue ? port.defaultValue
                                                    : unconnected(port, connection->loc());
    return result;
  }
  result.expr = bindExpr(port, *expr);
  checkNettypes(port, *result.expr);
  return result;
}

void ConnectionBinder::run() {
  if (instance.origin) {
    item = llvm::cast<InstanceSyntax>(instance.origin->item);
    indexConnections();
    if (state.checkedConnections.insert({item, &body}).second)
      checkNames();
  }
  std::vector<ConnectedInterfaces> interfaces;
  const Definition &definition = Definition::of(*body.definition);
  if (item && !definition.interfacePorts.empty() &&
      !(findConnectedInterfaces(compilation, definition, *instance.parent, *item,
                                instance.position, interfaces) &&
        takeInterfacesOfElement(compilation, definition, const_cast<BodySymbol &>(body), *item,
                                element, count, interfaces)))
    return;
  llvm::SmallVector<PortConnection, 16> connections;
  size_t nextInterface = 0, nextElement = 0;
  uint32_t index = 0;
  for (const Symbol *symbol : body.ports) {
    if (const auto *port = llvm::dyn_cast<PortSymbol>(symbol)) {
      connections.push_back(bindPort(*port, index++));
      continue;
    }
    PortConnection connection;
    connection.port = symbol;
    connection.interfacePath = interfaces[nextInterface][nextElement].path;
    if (++nextElement == interfaces[nextInterface].size()) {
      ++nextInterface;
      nextElement = 0;
      ++index;
    }
    connections.push_back(connection);
  }
  instance.connections = compilation.types().copy(llvm::ArrayRef<PortConnection>(connections));
}

void bindConnections(Compilation &compilation, InstanceSymbol &instance, uint32_t element,
                     uint32_t count) {
  if (instance.childBody)
    ConnectionBinder(compilation, instance, element, count).run();
}

} // namespace circtsim::sema

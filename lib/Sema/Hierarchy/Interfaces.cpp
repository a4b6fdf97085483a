//===- Interfaces.cpp - interface ports and modports ----------------------===//
//
// What is connected to an interface port must be known before the body of the
// instance is made, because names like `bus.data` in it are looked up in the
// connected interface's body (IEEE 1800-2023 25.3, 25.5). A connection is an
// interface instance, an element, a slice or all of an array of them, an interface
// port of the parent, or one of these with a modport; it is remembered as the path
// of instance names from the parent. How many interfaces an array of ports takes may
// depend on the parameters of the instance, and is counted when these are known.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ExternSubroutines.h"
#include "Sema/Hierarchy/Specialise.h"
#include "Sema/Lookup/Lookup.h"
#include "Sema/Types/TypeBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

//===-- Connections -------------------------------------------------------------------===//

namespace {
class InterfaceFinder {
public:
  InterfaceFinder(Compilation &compilation, const BindContext &context)
      : compilation(compilation), state(compilation.state()), context(context) {}

  /// The interfaces that an expression names; false: reported.
  bool find(const ExprSyntax &syntax, ConnectedInterfaces &result);

private:
  llvm::ArrayRef<llvm::StringRef> pathTo(llvm::StringRef last);
  bool addInstance(const InstanceSymbol &instance, ConnectedInterfaces &result);
  bool addSlice(const RangeSelectExprSyntax &slice, ConnectedInterfaces &result);
  std::optional<std::pair<uint64_t, uint64_t>> sliceOffsets(const RangeSelectExprSyntax &slice,
                                                            const Range &range);
  void addPort(const InterfacePortSymbol &port, ConnectedInterfaces &result);

  Compilation &compilation;
  ElaborationState &state;
  const BindContext &context;
  LookupResult found;
};
} // namespace

llvm::ArrayRef<llvm::StringRef> InterfaceFinder::pathTo(llvm::StringRef last) {
  llvm::SmallVector<llvm::StringRef, 4> path;
  if (found.path)
    path.append(found.path->instances.begin(), found.path->instances.end());
  if (!last.empty())
    path.push_back(last);
  return state.types.copy(llvm::ArrayRef<llvm::StringRef>(path));
}

bool InterfaceFinder::addInstance(const InstanceSymbol &instance, ConnectedInterfaces &result) {
  if (!instance.childBody || instance.childBody->bodyKind != BodyKind::Interface)
    return false;
  llvm::StringRef name = state.text(Compilation::scopedName(instance));
  result.push_back({instance.childBody, nullptr, pathTo(name)});
  return true;
}

void InterfaceFinder::addPort(const InterfacePortSymbol &port, ConnectedInterfaces &result) {
  if (port.elements.empty()) {
    result.push_back({port.interface, port.modport, pathTo(port.name)});
    return;
  }
  for (const InterfacePortSymbol *element : port.elements)
    result.push_back({element->interface, element->modport, pathTo(element->name)});
}

/// The first and last offset, from the left of an array with this range, of the slice.
std::optional<std::pair<uint64_t, uint64_t>>
InterfaceFinder::sliceOffsets(const RangeSelectExprSyntax &slice, const Range &range) {
  BindContext constant = context;
  constant.isConstant = true;
  ExprBinder binder(compilation, constant);
  std::optional<int64_t> left = binder.bindConstantInt(*slice.left);
  std::optional<int64_t> right = binder.bindConstantInt(*slice.right);
  if (!left || !right)
    return std::nullopt;
  if (slice.rangeKind == RangeKind::IndexedUp)
    std::tie(left, right) = std::pair(*left, *left + *right - 1);
  else if (slice.rangeKind == RangeKind::IndexedDown)
    std::tie(left, right) = std::pair(*left - *right + 1, *left);
  if (slice.rangeKind != RangeKind::Simple && range.isDescending())
    std::swap(left, right);
  for (int64_t index : {*left, *right})
    if (!range.contains(index)) {
      state.diag.diag(slice.loc(), diag::NoSuchElement) << found.symbol->name << index;
      return std::nullopt;
    }
  auto offset = [&](int64_t index) {
    return uint64_t(range.isDescending() ? range.left - index : index - range.left);
  };
  if (offset(*left) > offset(*right)) {
    state.diag.diag(slice.loc(), diag::ReversedRange)
        << *left << *right << range.left << range.right;
    return std::nullopt;
  }
  return std::pair(offset(*left), offset(*right));
}

/// A slice of an array of instances or of interface ports (23.3.3.5).
bool InterfaceFinder::addSlice(const RangeSelectExprSyntax &slice, ConnectedInterfaces &result) {
  const auto *array = llvm::dyn_cast<InstanceArraySymbol>(found.symbol);
  const auto *port = llvm::dyn_cast<InterfacePortSymbol>(found.symbol);
  llvm::ArrayRef<Range> dimensions;
  if (array)
    dimensions = array->dimensions;
  else if (port)
    dimensions = port->dimensions;
  if (dimensions.size() != 1) {
    state.diag.diag(slice.loc(), diag::NotAnInterface) << support::SourceRange(slice.range);
    return false;
  }
  auto offsets = sliceOffsets(slice, dimensions.front());
  if (!offsets)
    return false;
  for (uint64_t i = offsets->first; i <= offsets->second; ++i) {
    if (array && !addInstance(*array->elements[i], result))
      return false; // reported
    if (port) {
      const InterfacePortSymbol &element = *port->elements[i];
      result.push_back({element.interface, element.modport, pathTo(element.name)});
    }
  }
  return true;
}

bool InterfaceFinder::find(const ExprSyntax &syntax, ConnectedInterfaces &result) {
  unsigned errors = state.diag.errorCount();
  if (Lookup::isName(syntax))
    found = Lookup(compilation, context).lookup(syntax);
  if (!found && state.diag.errorCount() != errors)
    return false;
  if (found.path && found.path->up != 0) {
    state.diag.unsupported(syntax.loc(), "connection of an interface above the instance", "23.8");
    return false;
  }
  if (found && found.remaining.size() == 1)
    if (const auto *slice = llvm::dyn_cast<RangeSelectExprSyntax>(found.remaining.front()))
      return addSlice(*slice, result);
  bool isGood = found && found.remaining.empty();
  if (isGood) {
    if (auto *instance = llvm::dyn_cast<InstanceSymbol>(found.symbol)) {
      isGood = addInstance(*instance, result);
      if (!instance->childBody)
        return false; // reported
    } else if (auto *array = llvm::dyn_cast<InstanceArraySymbol>(found.symbol)) {
      for (const InstanceSymbol *element : array->elements)
        isGood = isGood && addInstance(*element, result);
    } else if (auto *port = llvm::dyn_cast<InterfacePortSymbol>(found.symbol)) {
      addPort(*port, result);
    } else if (auto *modport = llvm::dyn_cast<ModportSymbol>(found.symbol)) {
      result.push_back({modport->body(), modport, pathTo("")});
    } else {
      isGood = false;
    }
  }
  if (!isGood)
    state.diag.diag(syntax.loc(), diag::NotAnInterface) << support::SourceRange(syntax.range);
  return isGood;
}

/// Number of elements of an array of interface ports; 1 for a single port.
static std::optional<uint64_t> elementCount(Compilation &compilation, const InterfacePortInfo &port,
                                            Scope &body) {
  BindContext context;
  context.scope = &body;
  context.isConstant = true;
  uint64_t count = 1;
  for (const DimensionSyntax *dimension : port.dimensions) {
    std::optional<Range> range = TypeBinder(compilation, context).bindRange(*dimension);
    if (!range)
      return std::nullopt;
    count *= range->size();
  }
  return count;
}

/// Checks one connection against the port's interface and modport, and settles
/// the modport.
static bool checkConnection(Compilation &compilation, const InterfacePortInfo &port,
                            InterfaceConnection &connection, support::SourceLoc loc) {
  ElaborationState &state = compilation.state();
  if (!connection.interface)
    return false;
  if (!port.interfaceName.empty() && connection.interface->name != port.interfaceName) {
    state.diag.diag(loc, diag::WrongInterface)
        << port.name.text << port.interfaceName << connection.interface->name;
    return false;
  }
  if (!port.modport)
    return true;
  if (connection.modport && connection.modport->name != port.modport.text) {
    state.diag.diag(loc, diag::WrongModport)
        << port.name.text << port.modport.text << connection.modport->name;
    return false;
  }
  auto *modport =
      llvm::dyn_cast_or_null<ModportSymbol>(connection.interface->names.lookup(port.modport.text));
  if (!modport) {
    state.diag.diag(port.modport.loc, diag::NoSuchModport)
        << port.modport.text << connection.interface->name;
    return false;
  }
  state.resolve(*modport);
  connection.modport = modport;
  return true;
}

bool findConnectedInterfaces(Compilation &compilation, const Definition &definition, Scope &scope,
                             const InstanceSyntax &instance, uint32_t position,
                             std::vector<ConnectedInterfaces> &result) {
  ElaborationState &state = compilation.state();
  BindContext context;
  context.scope = &scope;
  context.position = position;
  for (const InterfacePortInfo &port : definition.interfacePorts) {
    const PortConnectionSyntax *connection = findConnection(instance, port.name.text, port.index);
    const ExprSyntax *expr = connection ? connection->expr : nullptr;
    if (connection && (connection->connectionKind == ConnectionKind::Wildcard ||
                       connection->connectionKind == ConnectionKind::ImplicitNamed))
      expr = &makeNameExpr(compilation, port.name.text, connection->loc());
    if (!expr) {
      state.diag.diag(instance.loc(), diag::InterfacePortUnconnected)
          << port.name.text << definition.name;
      return false;
    }
    ConnectedInterfaces found;
    if (!InterfaceFinder(compilation, context).find(*expr, found))
      return false;
    for (InterfaceConnection &candidate : found)
      if (!checkConnection(compilation, port, candidate, expr->loc()))
        return false;
    result.push_back(std::move(found));
  }
  return true;
}

bool takeInterfacesOfElement(Compilation &compilation, const Definition &definition, Scope &body,
                             const InstanceSyntax &instance, uint32_t element, uint32_t count,
                             std::vector<ConnectedInterfaces> &interfaces) {
  for (auto [port, found] : llvm::zip(definition.interfacePorts, interfaces)) {
    std::optional<uint64_t> perPort = elementCount(compilation, port, body);
    if (!perPort)
      return false;
    if (found.size() == *perPort * count && count > 1) {
      ConnectedInterfaces part(found.begin() + element * *perPort,
                               found.begin() + (element + 1) * *perPort);
      found = std::move(part);
    }
    if (found.size() != *perPort) {
      const PortConnectionSyntax *connection =
          findConnection(instance, port.name.text, port.index);
      compilation.diagnostics().diag(connection && connection->expr ? connection->expr->loc()
                                                                    : instance.loc(),
                                     diag::InterfaceCountDiffers)
          << port.name.text << *perPort << found.size();
      return false;
    }
  }
  return true;
}

//===-- Ports ---------------------------------------------------------------------------===//

/// Declares one port. `position` of the symbols in `ports` is their place in the header.
static void declareInterfacePort(Compilation &compilation, Specialisation &body,
                                 const InterfacePortInfo &info,
                                 const ConnectedInterfaces &connected) {
  ElaborationState &state = compilation.state();
  auto &port = state.make<InterfacePortSymbol>(info.name.text, info.name.loc);
  port.interface = connected.front().interface;
  port.modport = connected.front().modport;
  state.declare(body, port);
  port.position = info.index + 1;
  if (info.dimensions.empty()) {
    body.ports.push_back(&port);
    return;
  }
  BindContext context;
  context.scope = &body;
  context.isConstant = true;
  llvm::SmallVector<Range, 2> dimensions;
  for (const DimensionSyntax *dimension : info.dimensions)
    dimensions.push_back(TypeBinder(compilation, context).bindRange(*dimension).value_or(Range{}));
  port.dimensions = state.types.copy(llvm::ArrayRef<Range>(dimensions));
  llvm::SmallVector<InterfacePortSymbol *, 4> elements;
  for (auto [n, connection] : llvm::enumerate(connected)) {
    std::string name;
    uint64_t rest = n;
    for (const Range &range : llvm::reverse(dimensions)) {
      int64_t offset = int64_t(rest % range.size());
      rest /= range.size();
      int64_t index = range.isDescending() ? range.left - offset : range.left + offset;
      name = "[" + std::to_string(index) + "]" + name;
    }
    auto &element =
        state.make<InterfacePortSymbol>(state.text(info.name.text + name), info.name.loc);
    element.interface = connection.interface;
    element.modport = connection.modport;
    element.parent = &body;
    element.position = info.index + 1;
    body.ports.push_back(&element);
    elements.push_back(&element);
  }
  port.elements = state.types.copy(llvm::ArrayRef<InterfacePortSymbol *>(elements));
}

void declareInterfacePorts(Compilation &compilation, Specialisation &body,
                           llvm::ArrayRef<ConnectedInterfaces> interfaces) {
  const auto &infos = Definition::of(*body.definition).interfacePorts;
  for (auto [info, connected] : llvm::zip(infos, interfaces))
    declareInterfacePort(compilation, body, info, connected);
}

//===-- Modports ------------------------------------------------------------------------===//

/// The prototype that a modport gives for a subroutine is that of the interface (25.7.1).
static void checkModportPrototype(Compilation &compilation, const ModportSymbol &modport,
                                  const ModportItemSyntax &syntax, const Symbol &target) {
  const auto *subroutine = llvm::dyn_cast<SubroutineSymbol>(&target);
  if (!subroutine || !syntax.prototype || subroutine->syntax == syntax.prototype)
    return;
  ElaborationState &state = compilation.state();
  auto &prototype = state.make<SubroutineSymbol>(syntax.name.text, syntax.name.loc);
  prototype.isTask = syntax.prototype->subroutineKind == SubroutineKind::Task;
  prototype.lifetime = Lifetime::Automatic;
  prototype.syntax = syntax.prototype;
  prototype.parent = modport.parent;
  prototype.position = modport.position;
  resolveSubroutine(compilation, prototype);
  checkPrototype(compilation, prototype, *subroutine);
}

static void addModportItem(Compilation &compilation, ModportSymbol &modport,
                           const ModportItemSyntax &syntax, PortDirection direction) {
  ElaborationState &state = compilation.state();
  llvm::StringRef name = syntax.name.text;
  if (syntax.prototype && name.empty())
    name = syntax.prototype->name.text;
  support::SourceLoc loc = syntax.name ? syntax.name.loc : syntax.loc();
  ModportSymbol::Item item{name, direction, nullptr};
  if (syntax.isExplicit) {
    if (!syntax.expr)
      return;
    BindContext context = state.contextOf(modport);
    context.position = BindContext::NoPosition;
    LookupResult found;
    if (Lookup::isName(*syntax.expr)) {
      found = Lookup(compilation, context).lookup(*syntax.expr);
      if (!found)
        return;
    } else if (ExprBinder(compilation, context).bindSelfDetermined(*syntax.expr).isInvalid()) {
      return;
    }
    if (!found || !found.remaining.empty() || found.path) {
      auto *expr = state.types.make<ModportExprSymbol>(name, loc);
      expr->syntax = syntax.expr;
      expr->parent = modport.parent;
      item.target = expr;
    } else {
      item.target = found.symbol;
    }
  } else {
    Symbol *target = modport.parent->names.lookup(name);
    if (!target || target->name != name) {
      state.diag.diag(loc, diag::NotInInterface) << name;
      return;
    }
    state.resolve(*target);
    item.target = target;
    checkModportPrototype(compilation, modport, syntax, *target);
  }
  if (modport.names.insert(name, const_cast<Symbol *>(item.target)))
    state.diag.diag(loc, diag::Redefinition) << name;
  else
    modport.items.push_back(item);
}

void resolveModport(Compilation &compilation, ModportSymbol &modport) {
  PortDirection direction = PortDirection::Inout;
  for (const ModportItemSyntax *item : llvm::cast<ModportSyntax>(modport.origin->item)->items) {
    switch (item->itemKind) {
    case ModportItemKind::Simple:
      if (item->direction != PortDirection::None)
        direction = item->direction;
      addModportItem(compilation, modport, *item, direction);
      break;
    case ModportItemKind::Import:
    case ModportItemKind::Export:
    case ModportItemKind::Clocking:
      addModportItem(compilation, modport, *item, PortDirection::None);
      break;
    }
  }
}

} // namespace circtsim::sema

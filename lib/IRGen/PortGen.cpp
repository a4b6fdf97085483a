//===- PortGen.cpp - instances and their connections ----------------------===//
//
// LRM 23.3.3. A port connected to a whole signal of identical type is bound to
// it, and Model collapses the two where the LRM allows. Any other connection is
// a continuous assignment made here: into the child's port net for inputs, out
// of it for outputs.
//
//===----------------------------------------------------------------------===//
#include "IRGen/BodyGen.h"
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::PortDirection;

/// The parent's signal if parent and child sides can be one object.
bool BodyGen::bindDirectly(const PortConnection &connection, llvm::StringRef &actual) {
  auto *port = cast<PortSymbol>(connection.port);
  auto *named = dyn_cast<NamedValueExpr>(connection.expr);
  if (!named || !port->internal || isa<ParameterSymbol>(named->symbol))
    return false;
  if (design.types.storage(*named->symbol->type) != design.types.storage(*port->internal->type))
    return false;
  // A net of a user-defined net type is resolved by itself, unless both sides are (23.3.3.7.2).
  const TypeAliasSymbol *inner = nettypeOf(*port->internal), *outer = nettypeOf(*named->symbol);
  if (inner && inner != outer)
    return false;
  auto *variable = outer ? nullptr : dyn_cast<VariableSymbol>(named->symbol);
  // An inout port joins nets only; two variables are joined for outputs and refs.
  if (port->direction == PortDirection::Inout && (variable || !isNet(*port->internal)))
    return false;
  if (port->direction == PortDirection::Inout)
    (void)isJoinable(*named); // or reported
  actual = signal(*named);
  if (auto delayed = pathSources.find(actual);
      delayed != pathSources.end() && port->direction == PortDirection::Output)
    actual = delayed->second;
  return true;
}

void BodyGen::connectInput(const InstanceSymbol &instance, const PortSymbol &port, const Expr &expr) {
  csim::ProcessOp processOp = createProcess(csim::ProcessKind::Port, "port " + port.name.str(), instance.parent, instance.loc);
  processOp.setIsStatic(true);
  processOp.setRunAtStart(true);
  processOp.setSelfTriggering(true);
  ReadSet reads(design.compilation, /*followCalls=*/false);
  reads.addExpr(&expr);
  processOp.setSensitivityAttr(sensitivity(reads.terms(false)));
  FunctionGen gen(*this, processOp.getBody(), instance.parent);
  gen.setLocation(instance.loc);
  gen.isStatic = true;
  gen.begin();
  mlir::Type type = design.types.storage(*port.internal->type);
  std::string child = sema::Compilation::scopedName(instance);
  llvm::StringRef target = externalSignal(0, {llvm::StringRef(child)}, sema::Compilation::scopedName(*port.internal), type);
  LValue place;
  place.type = port.internal->type;
  if (nettypeOf(*port.internal) || (isa<NetSymbol>(port.internal) && place.type->isIntegral()))
    target = driver(target, 0, 0, {}, type);
  place.ref = gen.make<csim::AddrOp>(target, type);
  mlir::Value value = expr.type->isAggregate() ? gen.emitAggregate(expr)
                                               : gen.convert(gen.emit(expr), *expr.type, *place.type);
  gen.storeAny(place, value);
  gen.emitReturn();
}

void BodyGen::connectOutput(const InstanceSymbol &instance, const PortSymbol &port, const Expr &expr) {
  // The child's port as an expression of the parent.
  std::string *child = new (design.compilation.types().arena().Allocate<std::string>())
      std::string(sema::Compilation::scopedName(instance));
  auto *names = design.compilation.types().arena().Allocate<llvm::StringRef>(1);
  *names = design.compilation.types().copy(llvm::StringRef(*child));
  child->~basic_string();
  HierarchicalPath path{0, llvm::ArrayRef(names, 1)};
  auto *storedPath = new (design.compilation.types().arena().Allocate<HierarchicalPath>()) HierarchicalPath(path);
  NamedValueExpr source(*port.internal->type, expr.range, port.internal);
  source.path = storedPath;
  const Expr *rhs = &source;
  std::optional<ConversionExpr> conversion;
  if (!isIdentical(*source.type, *expr.type) && !expr.type->isAggregate()) {
    ConversionKind kind = source.type->isReal() ? (expr.type->isReal() ? ConversionKind::RealToReal : ConversionKind::RealToInt)
                          : expr.type->isReal() ? ConversionKind::IntToReal
                                                : ConversionKind::Integral;
    conversion.emplace(*expr.type, expr.range, kind, true, &source);
    rhs = &*conversion;
  }
  generateContinuous(csim::ProcessKind::Port, "port " + port.name.str(), instance.parent, instance.loc, expr, *rhs, {},
                     {});
}

//===-- Joined nets ---------------------------------------------------------------------===//

bool BodyGen::collectNetBits(const Expr &expr, NetBitsList &bits) {
  if (auto *concat = dyn_cast<ConcatExpr>(&expr)) {
    for (const Expr *element : llvm::reverse(concat->elements))
      if (!collectNetBits(*element, bits))
        return false;
    return true;
  }
  StaticPrefix prefix = StaticPrefix::of(expr);
  bool isNet = prefix.root && isa<NetSymbol>(prefix.root->symbol) && prefix.root->type->isIntegral();
  if (!isNet || !prefix.isComplete || !prefix.path.empty()) {
    design.compilation.diagnostics().unsupported(
        expr.range.begin, "inout or ref port connected to anything but nets, and constant selects of them",
        "23.3.3");
    return false;
  }
  if (!isJoinable(expr))
    return false;
  bits.push_back({signal(*prefix.root), prefix.lo, prefix.width ? prefix.width : expr.type->width()});
  return true;
}

/// Joins two nets bit by bit; what is left of the longer one stays alone.
void BodyGen::joinBits(NetBitsList first, NetBitsList second, support::SourceLoc loc) {
  for (size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    NetBits &x = first[i], &y = second[j];
    uint32_t width = std::min(x.width, y.width);
    csim::JoinOp::create(builder, design.locate(loc), x.net, x.lo, y.net, y.lo, width,
                         mlir::DenseI64ArrayAttr());
    for (NetBits *part : {&x, &y}) {
      part->lo += width;
      part->width -= width;
    }
    i += x.width == 0;
    j += y.width == 0;
  }
}

void BodyGen::joinNets(const Expr &first, const Expr &second) {
  NetBitsList bits[2];
  if (first.isInvalid() || second.isInvalid() || !collectNetBits(first, bits[0]) || !collectNetBits(second, bits[1]))
    return;
  joinBits(std::move(bits[0]), std::move(bits[1]), first.range.begin);
}

void BodyGen::connectInout(const InstanceSymbol &instance, const PortSymbol &port, const Expr &expr) {
  NetBitsList actual;
  if (!collectNetBits(expr, actual))
    return;
  std::string child = sema::Compilation::scopedName(instance);
  llvm::StringRef formal = externalSignal(0, {llvm::StringRef(child)}, sema::Compilation::scopedName(*port.internal),
                                          design.types.storage(*port.internal->type));
  joinBits({NetBits{formal, 0, port.internal->type->width()}}, std::move(actual), instance.loc);
}

/// A port and an element of an array of nets, both of one user-defined net type, are one net
/// (23.3.3.7.2).
bool BodyGen::joinElement(const InstanceSymbol &instance, const PortSymbol &port, const Expr &expr) {
  StaticPrefix prefix = StaticPrefix::of(expr);
  const TypeAliasSymbol *nettype = nettypeOf(*port.internal);
  if (!nettype || expr.kind != ExprKind::ElementSelect || !prefix.isComplete || prefix.width ||
      nettypeOf(*prefix.root->symbol) != nettype || nettypeOf(*expr.type) != nettype ||
      !isIdentical(*expr.type, *port.internal->type))
    return false;
  std::string child = sema::Compilation::scopedName(instance);
  llvm::StringRef formal = externalSignal(0, {llvm::StringRef(child)}, sema::Compilation::scopedName(*port.internal),
                                          design.types.storage(*port.internal->type));
  csim::JoinOp::create(builder, design.locate(instance.loc), formal, 0, signal(*prefix.root), 0, 0,
                       builder.getDenseI64ArrayAttr(prefix.path));
  return true;
}

void BodyGen::connectPort(const InstanceSymbol &instance, const PortConnection &connection) {
  auto *port = cast<PortSymbol>(connection.port);
  if (!port->internal || joinElement(instance, *port, *connection.expr))
    return;
  if (design.portUse.isCoerced(*instance.childBody, *port))
    if (const Expr *nets = PortUse::netsOf(*connection.expr))
      return connectInout(instance, *port, *nets);
  switch (port->direction) {
  case PortDirection::Output:
    return connectOutput(instance, *port, *connection.expr);
  case PortDirection::Input:
  case PortDirection::None:
    return connectInput(instance, *port, *connection.expr);
  case PortDirection::Inout:
    if (isa<NetSymbol>(port->internal) && port->internal->type->isIntegral())
      return connectInout(instance, *port, *connection.expr);
    [[fallthrough]];
  default:
    design.compilation.diagnostics().unsupported(
        connection.expr->range.begin, "inout or ref port connected to anything but a whole net or variable of its type",
        "23.3.3");
  }
}

void BodyGen::generateInstance(const InstanceSymbol &instance) {
  llvm::SmallVector<int32_t> numbers;
  llvm::SmallVector<mlir::Attribute> actuals;
  llvm::SmallVector<const PortConnection *> processes;
  for (auto [number, symbol] : llvm::enumerate(instance.childBody->ports)) {
    const PortConnection *connection = nullptr;
    for (const PortConnection &c : instance.connections)
      if (c.port == symbol)
        connection = &c;
    if (!connection)
      continue;
    if (isa<InterfacePortSymbol>(symbol)) {
      numbers.push_back(int32_t(number));
      actuals.push_back(builder.getStrArrayAttr(connection->interfacePath));
      continue;
    }
    llvm::StringRef actual;
    if (!connection->expr || connection->expr->isInvalid())
      continue;
    if (bindDirectly(*connection, actual)) {
      numbers.push_back(int32_t(number));
      actuals.push_back(mlir::FlatSymbolRefAttr::get(&design.context, actual));
    } else {
      processes.push_back(connection);
    }
  }
  std::string name = sema::Compilation::scopedName(instance);
  auto symbol = builder.getStringAttr(uniqueName("$u." + name));
  llvm::StringRef scopeName = scope(instance.parent);
  csim::InstanceOp::create(
      builder, design.locate(instance.loc), symbol, builder.getStringAttr(name),
      mlir::FlatSymbolRefAttr::get(&design.context, design.bodyGen(*instance.childBody).op.getSymName()),
      builder.getDenseI32ArrayAttr(numbers), builder.getArrayAttr(actuals),
      scopeName.empty() ? mlir::FlatSymbolRefAttr() : mlir::FlatSymbolRefAttr::get(&design.context, scopeName));
  for (const PortConnection *connection : processes)
    connectPort(instance, *connection);
}

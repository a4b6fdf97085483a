//===- Names.cpp - names and member selects -------------------------------------===//
//
// The look-up (Lookup.h) finds what the leading part of a name denotes; the rest,
// selects and members, is applied here one by one. A name of a function without
// parentheses is a call (13.5.5), except for the function being bound, whose name is
// the variable of its return value (13.4.1). A parameter stands for its value.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Lookup.h"
#include "Sema/Symbols/Symbol.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

//===-- Values of symbols ---------------------------------------------------------------===//

/// The constant that a parameter stands for, as a node of its own.
static const Expr *parameterValue(TypeContext &types, const ParameterSymbol &parameter,
                                  SourceRange range) {
  const Expr &value = *parameter.value;
  const Type &type = parameter.type && !parameter.type->isError() ? *parameter.type : *value.type;
  if (const auto *real = dyn_cast<RealConstantExpr>(&value))
    return types.make<RealConstantExpr>(type, range, real->value);
  if (const auto *text = dyn_cast<StringConstantExpr>(&value)) {
    auto *node = types.make<StringConstantExpr>(*value.type, range, text->text);
    node->constant = value.constant;
    return node;
  }
  if (value.kind == ExprKind::Unbounded)
    return types.make<UnboundedExpr>(types.unbounded(), range);
  if (!value.constant)
    return nullptr;
  auto *node = types.make<ConstantExpr>(type, range);
  node->constant = value.constant;
  return node;
}

const Expr &ExprBinder::namedValue(const ValueSymbol &symbol, const HierarchicalPath *path,
                                   SourceRange range) {
  if (!symbol.type || symbol.type->isError())
    return invalid(range);
  if (const auto *parameter = dyn_cast<ParameterSymbol>(&symbol)) {
    if (!parameter->value || parameter->value->isInvalid())
      return invalid(range);
    if (const Expr *value = parameterValue(types, *parameter, range))
      return *value;
  }
  if (const auto *member = dyn_cast<EnumValueSymbol>(&symbol)) {
    if (!member->value)
      return invalid(range);
    auto *node = make<ConstantExpr>(*symbol.type, range);
    node->constant = member->value;
    return *node;
  }
  if (isa<GenvarSymbol>(symbol))
    return *error(range, diag::GenvarOutsideLoop, symbol.name);
  const auto *net = dyn_cast<NetSymbol>(&symbol);
  if (net && net->netKind == NetKind::Interconnect && !context.isConnection)
    return *error(range, diag::InterconnectUsed, symbol.name);
  auto *node = make<NamedValueExpr>(*symbol.type, range, &symbol);
  node->path = path;
  return *node;
}

bool ExprBinder::checkModport(const LookupResult &result, SourceRange range) {
  if (!result.modportItem)
    return true;
  if (isTarget && result.modportItem->direction == PortDirection::Input) {
    error(range, diag::WriteToModportInput, result.modportItem->name);
    return false;
  }
  return true;
}

/// The expression of a modport as seen from here (25.5.4).
Expr *ExprBinder::modportExpr(const ModportExprSymbol &item, const HierarchicalPath *path) {
  BindContext inner = context;
  inner.scope = item.parent;
  inner.position = BindContext::NoPosition;
  inner.viewer = context.viewer ? context.viewer : context.scope;
  inner.prefix = path;
  ExprBinder binder(compilation, inner);
  binder.isTarget = isTarget;
  return mutableExpr(binder.selfDetermined(*item.syntax));
}

/// Reads see the sample (14.13); drives are statements (14.16).
Expr *ExprBinder::clockingSignal(const ClockingSignalSymbol &signal, const HierarchicalPath *path,
                                 SourceRange range) {
  if (isTarget)
    return error(range, signal.sample && !signal.drive ? diag::ClockingInputWritten
                                                       : diag::ClockingBlockingDrive,
                 signal.name);
  if (!signal.sample)
    return signal.type->isError() ? bad(range)
                                  : error(range, diag::ClockingOutputRead, signal.name);
  return mutableExpr(&namedValue(*signal.sample, path, range));
}

/// An interface where nothing takes it as the value of a virtual interface.
const Expr *ExprBinder::notAValue(const Expr &interface) {
  const Symbol &symbol = *cast<InterfaceExpr>(&interface)->symbol;
  diagnostics.diag(interface.range, diag::NotAValue) << symbol.name << describeKind(symbol);
  diagnostics.diag(symbol.loc, diag::NoteDeclaredHere) << symbol.name;
  return bad(interface.range);
}

/// An interface as the value of a virtual interface (25.9); null: `result` is none.
Expr *ExprBinder::interfaceValue(const LookupResult &result, SourceRange range) {
  const Symbol &symbol = *result.symbol;
  ElaborationState &state = compilation.state();
  const BodySymbol *body = nullptr;
  const ModportSymbol *modport = nullptr;
  const HierarchicalPath *path = result.path;
  if (const auto *instance = dyn_cast<InstanceSymbol>(&symbol)) {
    body = instance->childBody;
    path = state.extended(path, types.copy(llvm::StringRef(Compilation::scopedName(symbol))));
  } else if (const auto *port = dyn_cast<InterfacePortSymbol>(&symbol)) {
    if (port->elements.empty())
      body = port->interface;
    modport = port->modport;
    path = state.extended(path, port->name);
  } else if ((modport = dyn_cast<ModportSymbol>(&symbol)) && path) {
    body = modport->body();
  }
  if (!body || body->bodyKind != BodyKind::Interface)
    return nullptr;
  return make<InterfaceExpr>(virtualInterfaceType(compilation, *body, modport), range, &symbol,
                             path);
}

/// Interfaces, leftmost index first, as an array with these dimensions.
Expr *ExprBinder::interfaceArray(llvm::ArrayRef<Range> dimensions,
                                 llvm::ArrayRef<const Expr *> interfaces, SourceRange range) {
  if (dimensions.empty())
    return mutableExpr(interfaces.front());
  size_t count = dimensions.front().size(), each = interfaces.size() / count;
  llvm::SmallVector<const Expr *, 8> parts;
  for (size_t i = 0; i < count; ++i)
    parts.push_back(
        interfaceArray(dimensions.drop_front(), interfaces.slice(i * each, each), range));
  const Type &type = types.unpackedArray(*parts.front()->type, dimensions.front());
  return make<PatternExpr>(type, range, copy(llvm::ArrayRef<const Expr *>(parts)));
}

/// An interface, or an array of them, as a value; null: `result` is neither.
Expr *ExprBinder::interfacesValue(const LookupResult &result, SourceRange range) {
  llvm::SmallVector<const Symbol *, 8> symbols;
  llvm::ArrayRef<Range> dimensions;
  if (const auto *array = dyn_cast<InstanceArraySymbol>(result.symbol)) {
    symbols.assign(array->elements.begin(), array->elements.end());
    dimensions = array->dimensions;
  } else if (const auto *port = dyn_cast<InterfacePortSymbol>(result.symbol);
             port && !port->elements.empty()) {
    symbols.assign(port->elements.begin(), port->elements.end());
    dimensions = port->dimensions;
  } else {
    return interfaceValue(result, range);
  }
  llvm::SmallVector<const Expr *, 8> interfaces;
  for (const Symbol *symbol : symbols) {
    LookupResult element;
    element.symbol = symbol;
    element.path = result.path;
    const Expr *value = interfaceValue(element, range);
    if (!value || !isIdentical(*value->type, *(interfaces.empty() ? value : interfaces[0])->type))
      return nullptr;
    interfaces.push_back(value);
  }
  return interfaces.empty() ? nullptr : interfaceArray(dimensions, interfaces, range);
}

Expr *ExprBinder::symbolValue(const LookupResult &result, bool isStatement) {
  const Symbol &symbol = *result.symbol;
  SourceRange range = result.consumed ? result.consumed->range : SourceRange(symbol.loc);
  if (result.path && result.path->base && (context.isContinuous || context.isConnection) &&
      !isa<ParameterSymbol, EnumValueSymbol>(symbol))
    return error(range, diag::VirtualInterfaceContinuous, symbol.name);
  if (result.path && result.path->base && context.isCombinational && !isTarget &&
      isa<VariableSymbol, NetSymbol>(symbol))
    return error(range, diag::VirtualInterfaceSensitivity, symbol.name);
  bool isParameter = isa<ParameterSymbol>(symbol) || isa<EnumValueSymbol>(symbol);
  if (context.isConstant && result.isHierarchical)
    return error(range, diag::HierarchicalConstant, symbol.name);
  if (const auto *value = dyn_cast<ValueSymbol>(&symbol)) {
    const auto *variable = dyn_cast<VariableSymbol>(value);
    bool isAutomatic = variable && variable->lifetime == Lifetime::Automatic;
    const auto *parameter = dyn_cast<ParameterSymbol>(value);
    if (parameter && parameter->isSpecparam && context.forbidsSpecparams)
      return error(range, diag::SpecparamInParameter, symbol.name);
    if (isAutomatic && result.isHierarchical)
      return error(range, diag::HierarchicalAutomatic, symbol.name);
    if (isAutomatic && context.forbidsAutomatic)
      return error(range, diag::AutomaticContinuous, symbol.name);
    if (!isParameter && !checkModport(result, range))
      return bad(range);
    Expr *node = mutableExpr(&namedValue(*value, result.path, range));
    if (!node->syntax)
      node->syntax = result.consumed;
    return node;
  }
  switch (symbol.kind) {
  case SymbolKind::Subroutine: {
    const auto &subroutine = *cast<SubroutineSymbol>(&symbol);
    if (&subroutine == context.subroutine && subroutine.returnVariable && !isStatement)
      return mutableExpr(&namedValue(*subroutine.returnVariable, nullptr, range));
    return callSubroutine(subroutine, result.path, {}, range, isStatement);
  }
  case SymbolKind::TypeAlias:
  case SymbolKind::TypeParameter:
    return error(range, diag::TypeAsValue);
  case SymbolKind::Let:
    return expandLet(*cast<LetSymbol>(&symbol), {}, range);
  case SymbolKind::LetArgument:
    return letArgument(*cast<LetArgumentSymbol>(&symbol));
  case SymbolKind::ModportExpr:
    return checkModport(result, range)
               ? modportExpr(*cast<ModportExprSymbol>(&symbol), result.path)
               : bad(range);
  case SymbolKind::Clocking:
    return mutableExpr(&namedValue(*cast<ClockingSymbol>(&symbol)->event, result.path, range));
  case SymbolKind::ClockingSignal:
    return clockingSignal(*cast<ClockingSignalSymbol>(&symbol), result.path, range);
  case SymbolKind::Instance:
  case SymbolKind::InstanceArray:
  case SymbolKind::InterfacePort:
  case SymbolKind::Modport:
    if (Expr *value = context.isConstant ? nullptr : interfacesValue(result, range))
      return value;
    break;
  default:
    break;
  }
  diagnostics.diag(range, diag::NotAValue) << symbol.name << describeKind(symbol);
  diagnostics.diag(symbol.loc, diag::NoteDeclaredHere) << symbol.name;
  return bad(range);
}

//===-- Names with selects -----------------------------------------------------------------===//

/// `base` of a select or member syntax.
static const ExprSyntax &baseOf(const ExprSyntax &syntax) {
  if (const auto *member = dyn_cast<MemberAccessExprSyntax>(&syntax))
    return *member->base;
  if (const auto *element = dyn_cast<ElementSelectExprSyntax>(&syntax))
    return *element->base;
  return *cast<RangeSelectExprSyntax>(&syntax)->base;
}

Expr *ExprBinder::createName(const ExprSyntax &syntax, bool isStatement) {
  if (!Lookup::isName(syntax)) { // a select from a call, concatenation, ...
    Expr *base = create(baseOf(syntax));
    return applySelect(base, syntax, isStatement);
  }
  if (Expr *self = createProcessSelf(syntax, {}, syntax.range))
    return self;
  LookupResult result = Lookup(compilation, context).lookup(syntax);
  if (!result)
    return bad(syntax.range);
  Expr *expr = symbolValue(result, isStatement && result.remaining.empty());
  llvm::ArrayRef<const ExprSyntax *> selects = result.remaining;
  const auto *parameter = dyn_cast<ParameterSymbol>(result.symbol);
  if (parameter && parameter->isUntyped && !selects.empty()) {
    expr = selectOfUntyped(expr, *selects.front());
    selects = selects.drop_front();
  }
  for (const ExprSyntax *select : selects)
    expr = applySelect(expr, *select, isStatement && select == result.remaining.back());
  return expr;
}

/// A parameter without type is a four-state vector (6.20.2), although its node has
/// the two states that its value needs: bits outside of it are unknown.
Expr *ExprBinder::selectOfUntyped(Expr *base, const ExprSyntax &select) {
  const Type &type = *base->type;
  if (isBad(*base) || !base->constant || !type.isIntegral() || type.isEnum())
    return applySelect(base, select, false);
  bool isScalar = type.canonical().kind == TypeKind::Scalar;
  if (type.isFourState() && !isScalar)
    return applySelect(base, select, false);
  const Type &wideType =
      isScalar ? types.packedArray(types.scalar(ScalarKind::Logic, false), Range{0, 0}, false)
               : types.vector(type.width(), type.isSigned(), true);
  auto *wide = make<ConstantExpr>(wideType, base->range);
  wide->constant = base->constant;
  wide->syntax = base->syntax;
  Expr *expr = applySelect(wide, select, false);
  if (isBad(*expr) || !expr->constant || expr->constant->isUnknown())
    return expr;
  auto *known = make<ConstantExpr>(
      types.vector(expr->type->width(), expr->type->isSigned(), false), expr->range);
  known->constant = expr->constant;
  known->syntax = expr->syntax;
  return known;
}

Expr *ExprBinder::applySelect(Expr *base, const ExprSyntax &select, bool isStatement) {
  if (isBad(*base))
    return bad(select.range);
  Expr *expr = nullptr;
  if (const auto *member = dyn_cast<MemberAccessExprSyntax>(&select))
    expr = applyMember(base, member->name, select.range, isStatement);
  else if (const auto *element = dyn_cast<ElementSelectExprSyntax>(&select))
    expr = applyElement(base, *element->index, select.range);
  else
    expr = applyRange(base, *cast<RangeSelectExprSyntax>(&select));
  if (!expr->syntax)
    expr->syntax = &select;
  return expr;
}

const Expr &ExprBinder::objectOf(const LookupResult &result,
                                 llvm::ArrayRef<const ExprSyntax *> selects) {
  Expr *expr = symbolValue(result, false);
  for (const ExprSyntax *select : selects)
    expr = applySelect(expr, *select, false);
  return *finish(expr);
}

Expr *ExprBinder::applyMember(Expr *base, const Name &name, SourceRange range, bool isStatement) {
  const Expr *object = finish(base);
  if (object->type->canonical().kind == TypeKind::VirtualInterface) { // not of a name: Lookup
    LookupResult result = Lookup(compilation, context).lookupBehind(*object, name);
    return result ? symbolValue(result, isStatement) : bad(range);
  }
  llvm::ArrayRef<Field> fields = fieldsOf(*object->type);
  for (const Field &field : fields) {
    if (field.name != name.text)
      continue;
    if (!field.type)
      return error(range, diag::TaggedVoidSelect, field.name);
    return mutableExpr(fold(make<FieldSelectExpr>(*field.type, range, object, &field)));
  }
  if (!fields.empty())
    return error(SourceRange(name.loc), diag::NoSuchField, name.text, object->type->describe());
  return createMethodCall(*object, name, {}, nullptr, range, isStatement);
}

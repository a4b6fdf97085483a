//===- Declarations.cpp - types and values of declarations ----------------===//
//
// Resolves variables, nets, parameters and type names: binds the type words
// (once for all declarators), adds the unpacked dimensions, and evaluates
// parameters. A parameter's value comes from the override of its body, bound in
// the context of the instance, or from its own declaration; a parameter without
// type takes that of its value (IEEE 1800-2023 6.20.2). Initial values of variables and
// nets are code, bound later.
//
// Clauses 6.5 - 6.8, 6.18, 6.20, 23.10.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Lookup.h"
#include "Sema/Types/TypeBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

static const DeclaratorSyntax &declaratorOf(const Origin &origin) {
  return *llvm::cast<DeclaratorSyntax>(origin.item);
}

/// Complete type of one declarator.
static const Type &declaredType(Compilation &compilation, Symbol &symbol, const Origin &origin) {
  ElaborationState &state = compilation.state();
  const Type &base = state.sharedType(symbol, *origin.shared);
  const DeclaratorSyntax &declarator = declaratorOf(origin);
  if (declarator.dimensions.empty())
    return base;
  BindContext context = state.contextOf(symbol);
  return TypeBinder(compilation, context).applyUnpacked(base, declarator.dimensions);
}

static bool hasExplicitRange(const TypeSyntax &type) {
  if (const auto *implicit = llvm::dyn_cast<ImplicitTypeSyntax>(&type))
    return !implicit->dimensions.empty();
  if (const auto *builtin = llvm::dyn_cast<BuiltinTypeSyntax>(&type))
    return !builtin->dimensions.empty() ||
           (builtin->builtin != BuiltinTypeKind::Reg && builtin->builtin != BuiltinTypeKind::Logic);
  return true;
}

/// `reg`, `logic` or `bit`: vectors if they have a range.
static bool isVectorSyntax(const TypeSyntax &type) {
  const auto *builtin = llvm::dyn_cast<BuiltinTypeSyntax>(&type);
  return builtin &&
         (builtin->builtin == BuiltinTypeKind::Reg || builtin->builtin == BuiltinTypeKind::Logic ||
          builtin->builtin == BuiltinTypeKind::Bit);
}

static bool isWrittenSigned(const TypeSyntax &type) {
  if (const auto *implicit = llvm::dyn_cast<ImplicitTypeSyntax>(&type))
    return implicit->signing == Signing::Signed;
  const auto *builtin = llvm::dyn_cast<BuiltinTypeSyntax>(&type);
  return builtin && builtin->signing == Signing::Signed;
}

/// The declared ranges of two vectors are alike, from the outermost inwards.
static bool haveSameRanges(const Type &a, const Type &b) {
  const auto *x = llvm::dyn_cast<PackedArrayType>(&a.canonical());
  const auto *y = llvm::dyn_cast<PackedArrayType>(&b.canonical());
  if (!x || !y)
    return !x && !y;
  return x->range == y->range && haveSameRanges(x->element, y->element);
}

bool declarationsAgree(const TypeSyntax &portSyntax, const Type &port,
                       const TypeSyntax &objectSyntax, const Type &object) {
  const auto *implicit = llvm::dyn_cast<ImplicitTypeSyntax>(&portSyntax);
  if (!implicit || port.isError() || object.isError())
    return true; // reported
  if (hasExplicitRange(objectSyntax) &&
      !llvm::isa<ImplicitTypeSyntax>(objectSyntax) && !isVectorSyntax(objectSyntax))
    return implicit->dimensions.empty(); // integer, real, a type by its name: given by that alone
  return haveSameRanges(port, object);
}

/// A non-ANSI port with a separate net or variable declaration (23.2.2.1): the port must not be
/// complete by itself; the ranges must be alike, unless the type has none to be written;
/// one `signed` makes it signed.
static const Type &combinedPortType(Compilation &compilation, Symbol &symbol) {
  const Origin &port = *symbol.origin;
  const Origin &object = *port.other;
  const auto *portDecl = llvm::dyn_cast_or_null<PortDeclSyntax>(port.declaration);
  bool isComplete = !llvm::isa<ImplicitTypeSyntax>(port.shared->syntax) ||
                    (portDecl && (portDecl->isVar || portDecl->netKind != NetKind::None));
  if (isComplete) {
    const Name &first = declaratorOf(port).name, &second = declaratorOf(object).name;
    bool isPortFirst = first.loc < second.loc;
    compilation.diagnostics().diag(isPortFirst ? second.loc : first.loc, diag::Redefinition)
        << symbol.name;
    compilation.diagnostics().diag(isPortFirst ? first.loc : second.loc, diag::PreviousDeclaration)
        << symbol.name;
    return declaredType(compilation, symbol, port);
  }
  const Type &type = declaredType(compilation, symbol, object);
  const Type &base = compilation.state().sharedType(symbol, *object.shared);
  const Type &other = declaredType(compilation, symbol, port);
  if (!declarationsAgree(*port.shared->syntax, other, *object.shared->syntax, base))
    compilation.diagnostics().diag(symbol.loc, diag::PortTypesDiffer) << symbol.name;
  if (type.isIntegral() && !type.isSigned() && isWrittenSigned(*port.shared->syntax)) {
    TypeContext &types = compilation.types();
    if (const auto *packed = llvm::dyn_cast<PackedArrayType>(&type.canonical()))
      return types.packedArray(packed->element, packed->range, true);
    if (llvm::isa<ScalarType>(type.canonical()))
      return compilation.defaultScalar(/*isSigned=*/true);
  }
  return type;
}

static const Type &objectType(Compilation &compilation, ValueSymbol &symbol) {
  if (symbol.origin->other)
    return combinedPortType(compilation, symbol);
  return declaredType(compilation, symbol, *symbol.origin);
}

/// The data types that a net type may have (6.6.7).
static bool isNettypeData(const Type &type) {
  const Type &canonical = type.canonical();
  if (const auto *array = llvm::dyn_cast<UnpackedArrayType>(&canonical))
    return isNettypeData(array->element);
  if (const auto *record = llvm::dyn_cast<UnpackedStructType>(&canonical))
    return llvm::all_of(record->fields,
                        [](const Field &f) { return !f.type || isNettypeData(*f.type); });
  return canonical.isError() || canonical.isNumeric();
}

void resolveVariable(Compilation &compilation, VariableSymbol &variable) {
  const Type &type = objectType(compilation, variable);
  variable.type = &type;
  const bool isItem = llvm::isa<BodySymbol, GenerateBlockSymbol>(variable.parent->symbol) &&
                      Compilation::bodyOf(*variable.parent).bodyKind == BodyKind::Interface;
  if (isItem && holdsVirtualInterface(type)) {
    compilation.diagnostics().diag(variable.loc, diag::VirtualInterfaceItem) << variable.name;
    variable.type = &compilation.types().error();
  }
  if (type.isVoid()) {
    compilation.diagnostics().diag(variable.loc, diag::VoidVariable) << variable.name;
    variable.type = &compilation.types().error();
  }
}

bool isNetType(const Type &type, bool isTwoState) {
  const Type &canonical = type.canonical();
  if (canonical.isError())
    return true;
  if (canonical.isIntegral())
    return isTwoState || canonical.isFourState();
  if (const auto *array = llvm::dyn_cast<UnpackedArrayType>(&canonical))
    return isNetType(array->element, isTwoState);
  if (const auto *record = llvm::dyn_cast<UnpackedStructType>(&canonical))
    return llvm::all_of(record->fields,
                        [&](const Field &field) {
                          return !field.type || isNetType(*field.type, isTwoState);
                        });
  return false;
}

void resolveNet(Compilation &compilation, NetSymbol &net) {
  const Type &type = objectType(compilation, net);
  net.type = &type;
  if (net.netKind == syntax::NetKind::None && !nettypeOf(type) && !type.isError()) {
    compilation.diagnostics().diag(net.loc, diag::NettypeNetType) << type.describe();
    net.type = &compilation.types().error();
    return;
  }
  if (nettypeOf(type) || isNetType(type, compilation.options().isTwoState))
    return;
  compilation.diagnostics().diag(net.loc, diag::BadNetType) << net.name << type.toString();
  net.type = &compilation.types().error();
}

//===-- Parameters -----------------------------------------------------------------===//

/// A defparam for a parameter of a named block or subroutine: its path names the scopes between
/// the body and the parameter.
static const ParameterOverride *findBlockOverride(ElaborationState &state,
                                                  const Symbol &parameter) {
  llvm::SmallVector<llvm::StringRef, 4> names{parameter.name};
  const Scope *scope = parameter.parent;
  for (; !llvm::isa<BodySymbol>(scope->symbol); scope = scope->symbol->parent) {
    if (!llvm::isa<BlockSymbol, SubroutineSymbol>(scope->symbol) || scope->symbol->name.empty())
      return nullptr;
    names.push_back(scope->symbol->name);
  }
  auto it = state.defparams.find(scope);
  if (it == state.defparams.end())
    return nullptr;
  for (const ActiveDefparam &active : it->second) {
    auto rest = llvm::ArrayRef(active.record->path).drop_front(active.next);
    auto isSame = [](const DefparamRecord::Element &element, llvm::StringRef name) {
      return element.indices.empty() && element.name == name;
    };
    if (rest.size() != names.size() ||
        !std::equal(rest.begin(), rest.end(), names.rbegin(), isSame))
      continue;
    active.record->isUsed = true;
    auto *result = state.types.make<ParameterOverride>();
    *result = {parameter.name, active.record->value, active.record->context, active.record->loc};
    return result;
  }
  return nullptr;
}

/// The override that an instance, a defparam or the command line gave; null without.
static const ParameterOverride *findOverride(ElaborationState &state, const Symbol &parameter) {
  const auto *body = llvm::dyn_cast<BodySymbol>(parameter.parent->symbol);
  if (!body)
    return findBlockOverride(state, parameter);
  for (const ParameterOverride &value : Specialisation::of(*body).overrides)
    if (value.name == parameter.name)
      return &value;
  return nullptr;
}

/// Type of a parameter as written; null if it follows the value (6.20.2).
static const Type *writtenParameterType(Compilation &compilation, ParameterSymbol &parameter) {
  const Origin &origin = *parameter.origin;
  const auto *implicit = llvm::dyn_cast<ImplicitTypeSyntax>(origin.shared->syntax);
  if (implicit && implicit->dimensions.empty())
    return nullptr;
  return &declaredType(compilation, parameter, origin);
}

/// `parameter signed P = ...`: the value's width, signed.
static const Type &withSigning(Compilation &compilation, const Type &type, Signing signing) {
  if (signing == Signing::None || !type.isIntegral())
    return type;
  return compilation.types().vector(type.width(), signing == Signing::Signed, type.isFourState());
}

void resolveParameter(Compilation &compilation, ParameterSymbol &parameter) {
  ElaborationState &state = compilation.state();
  const Origin &origin = *parameter.origin;
  const DeclaratorSyntax &declarator = declaratorOf(origin);
  const ParameterOverride *given = findOverride(state, parameter);
  const ExprSyntax *syntax = given ? given->syntax : declarator.init;
  const Type *written = writtenParameterType(compilation, parameter);
  parameter.isUntyped = !written;
  if (!syntax || (!declarator.init && !parameter.isPort)) {
    state.diag.diag(parameter.loc, diag::ParameterWithoutValue) << parameter.name;
    parameter.type = written ? written : &compilation.types().error();
    parameter.value = compilation.types().make<InvalidExpr>(compilation.types().error(),
                                                            support::SourceRange(parameter.loc));
    return;
  }
  BindContext context = given ? given->context : state.constantContextOf(parameter);
  context.isConstant = true;
  context.forbidsSpecparams = !parameter.isSpecparam;
  ExprBinder binder(compilation, context);
  const Expr *value = &binder.bindConstant(*syntax, written);
  if (!written && !value->isInvalid()) {
    const auto *implicit = llvm::cast<ImplicitTypeSyntax>(origin.shared->syntax);
    const Type &type = withSigning(compilation, *value->type, implicit->signing);
    if (&type != value->type)
      value = &binder.bindConstant(*syntax, &type);
    written = value->type;
    if (!declarator.dimensions.empty())
      state.diag.diag(parameter.loc, diag::ParameterArrayWithoutType) << parameter.name;
  }
  parameter.value = value;
  parameter.type = written ? written : &compilation.types().error();
}

void resolveTypeParameter(Compilation &compilation, TypeParameterSymbol &parameter) {
  ElaborationState &state = compilation.state();
  const auto &declarator = *llvm::cast<TypeDeclaratorSyntax>(parameter.origin->item);
  if (const ParameterOverride *given = findOverride(state, parameter)) {
    parameter.type = &TypeBinder(compilation, given->context).bindTypeOperand(*given->syntax);
    return;
  }
  if (!declarator.type) {
    state.diag.diag(parameter.loc, diag::ParameterWithoutValue) << parameter.name;
    parameter.type = &compilation.types().error();
    return;
  }
  BindContext context = state.constantContextOf(parameter);
  parameter.type = &TypeBinder(compilation, context).bind(*declarator.type, parameter.name);
}

//===-- Type names -------------------------------------------------------------------===//

/// A function of a dynamic array of drivers that gives the value of the net (6.6.7).
static bool resolvesNets(const SubroutineSymbol &function, const Type &data) {
  if (function.isTask || function.formals.size() != 1 || !function.returnType ||
      !isEquivalent(*function.returnType, data))
    return false;
  const VariableSymbol &drivers = *function.formals.front();
  bool isInput = drivers.direction == syntax::PortDirection::Input ||
                 drivers.direction == syntax::PortDirection::None;
  const auto *array =
      drivers.type ? llvm::dyn_cast<DynamicArrayType>(&drivers.type->canonical()) : nullptr;
  return isInput && array && isEquivalent(array->element, data);
}

static void checkNettype(Compilation &compilation, TypeAliasSymbol &alias, const Type &data) {
  support::DiagnosticEngine &diag = compilation.diagnostics();
  if (!isNettypeData(data)) {
    diag.diag(alias.loc, diag::NettypeType) << data.describe();
    alias.type = &compilation.types().error();
  }
  if (!alias.resolution) {
    if (const TypeAliasSymbol *original = nettypeOf(data)) // another name for it
      alias.resolver = original->resolver;
    return;
  }
  BindContext context = compilation.state().contextOf(alias);
  context.position = BindContext::NoPosition;
  LookupResult found = Lookup(compilation, context).lookup(*alias.resolution);
  const auto *function = llvm::dyn_cast_or_null<SubroutineSymbol>(found.symbol);
  if (!found)
    return;
  if (!function || !resolvesNets(*function, data)) {
    diag.diag(alias.resolution->loc(), diag::NettypeResolution)
        << found.symbol->name << data.describe();
    return;
  }
  alias.resolver = function;
}

void resolveTypeAlias(Compilation &compilation, TypeAliasSymbol &alias) {
  if (alias.isNettype) {
    const Type &data = compilation.state().sharedType(alias, *alias.origin->shared);
    if (!alias.type)
      alias.type = data.isError() ? &data : &compilation.types().alias(alias.name, data, &alias);
    return checkNettype(compilation, alias, data);
  }
  const auto *syntax = llvm::dyn_cast<TypedefDeclSyntax>(alias.origin->declaration);
  if (!syntax) {
    compilation.diagnostics().diag(alias.loc, diag::ForwardTypedefUndefined) << alias.name;
    alias.type = &compilation.types().error();
    return;
  }
  ElaborationState &state = compilation.state();
  const Type &base = state.sharedType(alias, *alias.origin->shared, alias.name);
  BindContext context = state.contextOf(alias);
  const Type &type = TypeBinder(compilation, context).applyUnpacked(base, syntax->dimensions);
  if (!alias.type) // else a cycle was broken
    alias.type = type.isError() ? &type : &compilation.types().alias(alias.name, type);
}

} // namespace circtsim::sema

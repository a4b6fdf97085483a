//===- Subroutines.cpp - functions and tasks ------------------------------===//
//
// The signature (formals, return type) is resolved on first use; the body is
// bound when Compilation::bodyOf asks for it. Formals without direction or type
// inherit from the one before, as IEEE 1800-2023 13.3 and 13.4 say: a formal without type
// is `logic` if it is the first or has a direction of its own. Formals declared
// in the body (non-ANSI) may have a second declaration with the type.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Sema/Types/TypeBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
class SignatureBuilder {
public:
  SignatureBuilder(Compilation &compilation, SubroutineSymbol &subroutine)
      : compilation(compilation), state(compilation.state()), subroutine(subroutine) {}

  void run();

private:
  void addReturn();
  void addAnsi();
  void addNonAnsi();
  VariableSymbol &addFormal(const Name &name, PortDirection direction, const Type &type);
  void bindDefault(VariableSymbol &formal, const ExprSyntax &syntax);
  void reportSecond(const Name &port, const Name &variable);

  Compilation &compilation;
  ElaborationState &state;
  SubroutineSymbol &subroutine;
};
} // namespace

static bool isEmptyImplicit(const TypeSyntax *type) {
  const auto *implicit = llvm::dyn_cast_or_null<ImplicitTypeSyntax>(type);
  return implicit && implicit->dimensions.empty() && implicit->signing == Signing::None;
}

static bool isReference(PortDirection direction) {
  return direction == PortDirection::Ref || direction == PortDirection::ConstRef ||
         direction == PortDirection::RefStatic || direction == PortDirection::ConstRefStatic;
}

void SignatureBuilder::run() {
  addReturn();
  if (subroutine.syntax->hasPortList)
    addAnsi();
  else
    addNonAnsi();
}

/// A function that returns a value has a variable of its own name (13.4.1).
void SignatureBuilder::addReturn() {
  subroutine.returnType = &compilation.types().voidType();
  if (subroutine.isTask || !subroutine.syntax->returnType)
    return;
  BindContext context = state.contextOf(subroutine);
  auto sink = [&](EnumValueSymbol &value) { state.declareEnumValue(subroutine, value); };
  subroutine.returnType =
      &TypeBinder(compilation, context, sink).bind(*subroutine.syntax->returnType);
  if (subroutine.returnType->isVoid())
    return;
  auto &variable = state.make<VariableSymbol>(subroutine.name, subroutine.loc);
  variable.type = subroutine.returnType;
  variable.lifetime = subroutine.lifetime;
  variable.isReturnValue = true;
  state.declare(subroutine, variable);
  subroutine.returnVariable = &variable;
}

VariableSymbol &SignatureBuilder::addFormal(const Name &name, PortDirection direction,
                                            const Type &type) {
  llvm::StringRef text = name.text;
  if (text.empty()) // of a prototype
    text = state.text("$" + llvm::Twine(subroutine.formals.size()));
  auto &formal = state.make<VariableSymbol>(text, name ? name.loc : subroutine.loc);
  formal.type = &type;
  formal.direction = direction;
  formal.lifetime = subroutine.lifetime;
  formal.isConst =
      direction == PortDirection::ConstRef || direction == PortDirection::ConstRefStatic;
  if (isReference(direction) && subroutine.lifetime == Lifetime::Static)
    state.diag.diag(name.loc, diag::RefInStatic) << name.text;
  state.declare(subroutine, formal);
  subroutine.formals.push_back(&formal);
  return formal;
}

/// Default arguments are looked up where the subroutine is declared (13.5.3).
void SignatureBuilder::bindDefault(VariableSymbol &formal, const ExprSyntax &syntax) {
  BindContext context = state.contextOf(subroutine);
  context.isProcedural = true;
  ExprBinder binder(compilation, context);
  switch (formal.direction) {
  case PortDirection::Output:
  case PortDirection::Inout:
    formal.initialiser = &binder.bindLvalue(syntax, LvalueUse::Blocking);
    return;
  case PortDirection::Input:
    formal.initialiser = &binder.bind(syntax, formal.type);
    return;
  default:
    formal.initialiser = &binder.bindLvalue(syntax, LvalueUse::Reference);
  }
}

void SignatureBuilder::addAnsi() {
  PortDirection direction = PortDirection::Input;
  const Type *type = &compilation.defaultScalar();
  BindContext context = state.contextOf(subroutine);
  TypeBinder binder(compilation, context);
  bool isFirst = true;
  for (const SubroutinePortSyntax *port : subroutine.syntax->ports) {
    if (port->isDefault)
      continue;
    bool hasDirection = port->direction != PortDirection::None;
    if (hasDirection)
      direction = port->direction;
    if (!isEmptyImplicit(port->type))
      type = &binder.bind(*port->type);
    else if (isFirst || hasDirection)
      type = &compilation.defaultScalar();
    isFirst = false;
    VariableSymbol &formal =
        addFormal(port->name, direction, binder.applyUnpacked(*type, port->dimensions));
    if (port->init)
      bindDefault(formal, *port->init);
  }
}

/// The variable declaration among the statements that gives a non-ANSI formal its type.
static const VariableDeclSyntax *findVariable(const SubroutineDeclSyntax &syntax,
                                              llvm::StringRef name,
                                              const DeclaratorSyntax *&declarator) {
  for (const StmtSyntax *statement : syntax.body) {
    const auto *decl = llvm::dyn_cast<DeclStmtSyntax>(statement);
    const auto *variable = decl ? llvm::dyn_cast<VariableDeclSyntax>(decl->decl) : nullptr;
    if (!variable)
      continue;
    for (const DeclaratorSyntax *candidate : variable->declarators)
      if (candidate->name.text == name) {
        declarator = candidate;
        return variable;
      }
  }
  return nullptr;
}

/// Two declarations of a formal that has its type already.
void SignatureBuilder::reportSecond(const Name &port, const Name &variable) {
  bool isPortFirst = port.loc < variable.loc;
  state.diag.diag(isPortFirst ? variable.loc : port.loc, diag::Redefinition) << port.text;
  state.diag.diag(isPortFirst ? port.loc : variable.loc, diag::PreviousDeclaration) << port.text;
}

void SignatureBuilder::addNonAnsi() {
  BindContext context;
  context.scope = &subroutine;
  context.subroutine = &subroutine;
  context.isProcedural = true;
  TypeBinder binder(compilation, context);
  for (const StmtSyntax *statement : subroutine.syntax->body) {
    const auto *decl = llvm::dyn_cast<DeclStmtSyntax>(statement);
    const auto *ports = decl ? llvm::dyn_cast<PortDeclSyntax>(decl->decl) : nullptr;
    if (!ports)
      continue;
    const Type &base = binder.bind(*ports->type);
    for (const DeclaratorSyntax *port : ports->declarators) {
      const DeclaratorSyntax *declarator = nullptr;
      const Type *type = &binder.applyUnpacked(base, port->dimensions);
      if (const VariableDeclSyntax *variable =
              findVariable(*subroutine.syntax, port->name.text, declarator);
          variable) {
        const Type &object = binder.bind(*variable->type);
        if (!llvm::isa<ImplicitTypeSyntax>(ports->type))
          reportSecond(port->name, declarator->name);
        else if (!declarationsAgree(*ports->type, base, *variable->type, object))
          state.diag.diag(declarator->name.loc, diag::PortTypesDiffer) << port->name.text;
        type = &binder.applyUnpacked(object, declarator->dimensions);
        const auto *packed = llvm::dyn_cast<PackedArrayType>(&type->canonical());
        if (packed && base.isSigned() && !type->isSigned())
          type = &compilation.types().packedArray(packed->element, packed->range, true);
      }
      VariableSymbol &formal = addFormal(port->name, ports->direction, *type);
      if (port->init)
        bindDefault(formal, *port->init);
    }
  }
}

void resolveSubroutine(Compilation &compilation, SubroutineSymbol &subroutine) {
  SignatureBuilder(compilation, subroutine).run();
}

const Stmt *bindSubroutine(Compilation &compilation, SubroutineSymbol &subroutine) {
  ElaborationState &state = compilation.state();
  state.resolve(subroutine);
  auto [entry, isNew] = state.subroutineBodies.try_emplace(&subroutine, nullptr);
  if (!isNew)
    return entry->second; // null while it is being bound
  const Stmt *result = nullptr;
  if (subroutine.dpi) {
    result = compilation.types().make<InvalidStmt>(support::SourceRange(subroutine.loc));
  } else if (subroutine.isExtern) { // filled by connectExterns
    result = compilation.types().make<ListStmt>(support::SourceRange(subroutine.loc));
  } else {
    state.ensureLocals(subroutine);
    BindContext context;
    context.scope = &subroutine;
    context.subroutine = &subroutine;
    context.isProcedural = true;
    context.isInFunction = !subroutine.isTask;
    StmtBinder binder(compilation, context, subroutine);
    result = &binder.bindList(subroutine.syntax->body);
  }
  state.subroutineBodies[&subroutine] = result;
  return result;
}

} // namespace circtsim::sema

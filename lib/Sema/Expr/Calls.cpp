//===- Calls.cpp - calls of tasks and functions ---------------------------------===//
//
// IEEE 1800-2023 13.3 - 13.5. Arguments are matched by position or name; what is not
// given takes the formal's default. Inputs are assigned to the formal's type; outputs
// and inouts are lvalues of compatible types; references need equivalent types.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Lookup/Lookup.h"
#include "Sema/Symbols/Symbol.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

//===-- The callee ------------------------------------------------------------------------===//

/// The function whose return variable a name found; calls have parentheses.
static const SubroutineSymbol *calledSubroutine(const Symbol &symbol, const BindContext &context) {
  if (const auto *subroutine = dyn_cast<SubroutineSymbol>(&symbol))
    return subroutine;
  const auto *variable = dyn_cast<VariableSymbol>(&symbol);
  return variable && variable->isReturnValue ? context.subroutine : nullptr;
}

Expr *ExprBinder::createCall(const CallExprSyntax &syntax, bool isStatement) {
  const ExprSyntax &callee = *syntax.callee;
  if (!Lookup::isName(callee)) {
    const auto *member = dyn_cast<MemberAccessExprSyntax>(&callee);
    if (!member)
      return error(callee.range, diag::NotCallable);
    const Expr *receiver = selfDetermined(*member->base);
    if (isBad(*receiver))
      return bad(syntax.range);
    if (receiver->type->canonical().kind == TypeKind::VirtualInterface) {
      LookupResult found = Lookup(compilation, context).lookupBehind(*receiver, member->name);
      const auto *subroutine = llvm::dyn_cast_or_null<SubroutineSymbol>(found.symbol);
      if (found && !subroutine)
        return error(callee.range, diag::NotCallable);
      return found ? callSubroutine(*subroutine, found.path, syntax.arguments, syntax.range,
                                    isStatement)
                   : bad(syntax.range);
    }
    return createMethodCall(*receiver, member->name, syntax.arguments, syntax.with, syntax.range,
                            isStatement);
  }
  if (Expr *self = createProcessSelf(callee, syntax.arguments, syntax.range))
    return self;
  LookupResult result = Lookup(compilation, context).lookup(callee);
  if (!result)
    return bad(syntax.range);
  if (result.remaining.empty()) {
    if (const SubroutineSymbol *subroutine = calledSubroutine(*result.symbol, context)) {
      if (context.isConstant && result.isHierarchical)
        return error(callee.range, diag::HierarchicalConstant, subroutine->name);
      return callSubroutine(*subroutine, result.path, syntax.arguments, syntax.range, isStatement);
    }
    if (const auto *let = dyn_cast<LetSymbol>(result.symbol))
      return expandLet(*let, syntax.arguments, syntax.range);
    diagnostics.diag(callee.range, diag::NotASubroutine)
        << result.symbol->name << describeKind(*result.symbol);
    diagnostics.diag(result.symbol->loc, diag::NoteDeclaredHere) << result.symbol->name;
    return bad(syntax.range);
  }
  const auto *method = dyn_cast<MemberAccessExprSyntax>(result.remaining.pop_back_val());
  if (!method)
    return error(callee.range, diag::NotCallable);
  Expr *receiver = symbolValue(result, false);
  for (const ExprSyntax *select : result.remaining)
    receiver = applySelect(receiver, *select, false);
  if (isBad(*receiver))
    return bad(syntax.range);
  return createMethodCall(*finish(receiver), method->name, syntax.arguments, syntax.with, syntax.range,
                          isStatement);
}

bool ExprBinder::checkCallable(const SubroutineSymbol &subroutine, SourceRange range,
                               bool isStatement) {
  if (subroutine.dpi) {
    unsupported(range, "DPI imports", "35");
    return false;
  }
  if (subroutine.isTask && context.isInFunction && !context.isInFork) {
    error(range, diag::TaskInFunction, subroutine.name);
    return false;
  }
  auto isWritten = [](const VariableSymbol *formal) {
    return formal->direction != PortDirection::Input && formal->direction != PortDirection::None &&
           formal->direction != PortDirection::ConstRef &&
           formal->direction != PortDirection::ConstRefStatic;
  };
  if (!context.isProcedural && llvm::any_of(subroutine.formals, isWritten)) { // 13.4
    error(range, diag::WritingCallOutside, subroutine.name);
    return false;
  }
  if (isStatement)
    return true;
  if (subroutine.isTask) {
    error(range, diag::TaskAsValue, subroutine.name);
    return false;
  }
  if (subroutine.returnType && subroutine.returnType->isVoid()) {
    error(range, diag::VoidFunctionAsValue, subroutine.name);
    return false;
  }
  return true;
}

//===-- Arguments ---------------------------------------------------------------------------===//

bool ExprBinder::matchArguments(const SubroutineSymbol &subroutine, List<ArgumentSyntax> arguments,
                                SourceRange range,
                                llvm::SmallVectorImpl<const ArgumentSyntax *> &matched) {
  llvm::ArrayRef<VariableSymbol *> formals = subroutine.formals;
  matched.assign(formals.size(), nullptr);
  // `f()` parses as no argument or as one empty argument.
  if (formals.empty() && arguments.size() == 1 && !arguments[0]->value && !arguments[0]->name)
    return true;
  bool good = true;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const ArgumentSyntax &argument = *arguments[i];
    size_t index = i;
    if (argument.name) {
      index = 0;
      while (index < formals.size() && formals[index]->name != argument.name.text)
        ++index;
      if (index == formals.size()) {
        error(SourceRange(argument.name.loc), diag::NoSuchArgument, subroutine.name,
              argument.name.text);
        good = false;
        continue;
      }
    } else if (i && arguments[i - 1]->name) { // 13.5.4
      error(argument.range, diag::OrderedAfterNamed);
      return false;
    } else if (index >= formals.size()) {
      diagnostics.diag(argument.range.isValid() ? argument.range : range, diag::CallArgumentCount)
          << subroutine.name << formals.size() << arguments.size();
      return false;
    }
    if (matched[index]) {
      error(argument.range, diag::DuplicateArgument, formals[index]->name);
      good = false;
    }
    matched[index] = &argument;
  }
  return good;
}

const Expr *ExprBinder::bindArgument(const VariableSymbol &formal, const ExprSyntax &syntax) {
  if (!formal.type || formal.type->isError())
    return selfDetermined(syntax);
  if (formal.direction == PortDirection::Input || formal.direction == PortDirection::None)
    return &bind(syntax, formal.type);
  bool isReference = formal.direction >= PortDirection::Ref;
  bool isConstRef = formal.direction == PortDirection::ConstRef ||
                    formal.direction == PortDirection::ConstRefStatic;
  const Expr *actual =
      isConstRef ? selfDetermined(syntax)
                 : &bindLvalue(syntax, isReference ? LvalueUse::Reference : LvalueUse::Blocking);
  if (isBad(*actual))
    return actual;
  bool isCompatible = isReference ? isEquivalent(*formal.type, *actual->type)
                                  : isAssignmentCompatible(*actual->type, *formal.type);
  if (formal.direction == PortDirection::Inout)
    isCompatible &= isAssignmentCompatible(*formal.type, *actual->type);
  if (isCompatible)
    return actual;
  return error(syntax.range, diag::NotAssignable, formal.type->describe(),
               actual->type->describe());
}

Expr *ExprBinder::callSubroutine(const SubroutineSymbol &subroutine, const HierarchicalPath *path,
                                 List<ArgumentSyntax> arguments, SourceRange range,
                                 bool isStatement) {
  if (!checkCallable(subroutine, range, isStatement))
    return bad(range);
  if (path && path->base && (context.isContinuous || context.isConnection))
    return error(range, diag::VirtualInterfaceContinuous, subroutine.name);
  llvm::SmallVector<const ArgumentSyntax *, 8> matched;
  bool good = matchArguments(subroutine, arguments, range, matched);
  llvm::SmallVector<const Expr *, 8> bound;
  for (size_t i = 0; good && i < subroutine.formals.size(); ++i) {
    const VariableSymbol &formal = *subroutine.formals[i];
    if (matched[i] && matched[i]->value) {
      bound.push_back(bindArgument(formal, *matched[i]->value));
    } else if (formal.initialiser) {
      bound.push_back(formal.initialiser);
    } else {
      error(range, diag::MissingCallArgument, formal.name, subroutine.name);
      diagnostics.diag(formal.loc, diag::NoteDeclaredHere) << formal.name;
      good = false;
      break;
    }
    good &= !isBad(*bound.back());
  }
  if (!good || (subroutine.returnType && subroutine.returnType->isError()))
    return bad(range);
  const Type &type = subroutine.returnType ? *subroutine.returnType : types.voidType();
  auto *node = make<CallExpr>(type, range, &subroutine, copy(llvm::ArrayRef<const Expr *>(bound)));
  node->path = path;
  return node;
}

//===-- Statements (13.4.1, 13.5) -----------------------------------------------------------===//

const Expr &ExprBinder::bindStatementExpr(const ExprSyntax &syntax, bool isVoidCast) {
  const ExprSyntax *inner = &syntax;
  while (const auto *paren = dyn_cast<ParenExprSyntax>(inner))
    inner = paren->inner;
  const Expr *expr = nullptr;
  if (const auto *call = dyn_cast<CallExprSyntax>(inner))
    expr = createCall(*call, true);
  else if (const auto *system = dyn_cast<SystemCallExprSyntax>(inner))
    expr = createSystemCall(*system, true, isVoidCast);
  else if (Lookup::isName(*inner))
    expr = createName(*inner, true);
  else
    expr = selfDetermined(*inner);
  if (isBad(*expr))
    return *expr;
  if (!expr->syntax)
    mutableExpr(expr)->syntax = inner;
  bool isCall = isa<CallExpr>(expr) || isa<SystemCallExpr>(expr) || isa<MethodCallExpr>(expr);
  bool isFolded =
      isConstantNode(*expr) && (isa<CallExprSyntax>(inner) || isa<SystemCallExprSyntax>(inner));
  if (isVoidCast) {
    bool hasValue = (isCall || isFolded) && !expr->type->isVoid();
    return hasValue ? *expr : *error(syntax.range, diag::VoidCastOfValue);
  }
  const auto *unary = dyn_cast<UnaryExpr>(expr);
  bool isEffect = isa<AssignmentExpr>(expr) || (unary && unary->op >= UnaryOp::PreIncrement);
  if (!isCall && !isEffect && !isFolded)
    return *error(syntax.range, diag::ExprNotAStatement);
  if (const auto *call = dyn_cast<CallExpr>(expr); call && !expr->type->isVoid())
    diagnostics.diag(expr->range, diag::UnusedResult) << call->subroutine->name;
  return *expr;
}

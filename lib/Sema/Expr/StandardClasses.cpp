//===- StandardClasses.cpp - process, semaphore, mailbox ------------------------===//
//
// IEEE 1800-2023 9.7, 15.3, 15.4, Annex G. The classes of the package std that take no
// others: their handles are types of their own, their methods rows of Builtins.def.
// `process::state` is declared in a package that the look-up makes when it is asked for.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Expr/BuiltinTable.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Lookup.h"
#include "Sema/Symbols/Symbol.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

/// The type process::state (9.7).
const Type &ExprBinder::processState() {
  ElaborationState &state = compilation.state();
  if (Specialisation *package = state.findPackage("process"))
    if (const auto *alias =
            llvm::dyn_cast_or_null<TypeAliasSymbol>(state.packageMember(*package, "state")))
      return *alias->type;
  return types.integer(IntKind::Int);
}

/// `process::self()` (9.7); null if the name means something else.
Expr *ExprBinder::createProcessSelf(const ExprSyntax &callee, List<ArgumentSyntax> arguments,
                                    SourceRange range) {
  const auto *scoped = dyn_cast<ScopedNameExprSyntax>(&callee);
  if (!scoped || scoped->name.text != "self")
    return nullptr;
  const auto *scope = dyn_cast<NameExprSyntax>(scoped->scope);
  const auto *inner = dyn_cast<ScopedNameExprSyntax>(scoped->scope);
  const auto *outermost = inner ? dyn_cast<NameExprSyntax>(inner->scope) : nullptr;
  bool isInStd = outermost && outermost->name.text == "std" && inner->name.text == "process";
  bool isProcess = isInStd || (scope && scope->name.text == "process");
  if (!isProcess || Lookup(compilation, context).tryLookup(callee))
    return nullptr;
  auto row = uint32_t(BuiltinRow::ProcessSelf);
  llvm::SmallVector<const Expr *, 1> bound;
  if (!bindSystemArguments(row, arguments, range, bound))
    return bad(range);
  return make<SystemCallExpr>(types.process(), range, row, builtinInfo(row).name,
                              llvm::ArrayRef<const Expr *>());
}

/// The argument of a mailbox's method (15.4.9): a message is assigned to the mailbox's type, a
/// variable that takes one has an equivalent type. What has no type of its own is a string.
const Expr *ExprBinder::bindMessage(const MailboxType &mailbox, const BuiltinInfo &info,
                                    const ArgumentSyntax &argument) {
  const ExprSyntax &syntax = *argument.value;
  if (info.argRule(0) != 'l') {
    if (mailbox.element)
      return &bind(syntax, mailbox.element);
    const Expr *value = selfDetermined(syntax);
    return isBad(*value) || !isStringLiteral(*value) ? value : asString(*value);
  }
  const Expr *target = &bindLvalue(syntax, LvalueUse::Blocking);
  if (isBad(*target) || !mailbox.element || isEquivalent(*mailbox.element, *target->type))
    return target;
  return error(syntax.range, diag::NotAssignable, target->type->describe(),
               mailbox.element->describe());
}

/// `new` of a semaphore or mailbox (15.3.1, 15.4.1).
Expr *ExprBinder::createStandardObject(const NewClassExprSyntax &syntax, const Type &target) {
  bool isMailbox = isa<MailboxType>(target.canonical());
  auto row = uint32_t(isMailbox ? BuiltinRow::MailboxNew : BuiltinRow::SemaphoreNew);
  llvm::SmallVector<const Expr *, 1> bound;
  if (!bindSystemArguments(row, syntax.arguments, syntax.range, bound))
    return bad(syntax.range);
  return make<SystemCallExpr>(target, syntax.range, row, builtinInfo(row).name,
                              copy(llvm::ArrayRef<const Expr *>(bound)));
}

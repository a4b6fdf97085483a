//===- SystemCalls.cpp - system tasks and functions, built-in methods -----------===//
//
// IEEE 1800-2023 6.16, 6.19.5, 15.5.3, 20, 21. Names, argument rules and results are
// rows of Builtins.def; this file interprets them. Functions that depend on their
// arguments only are folded; those that ask for types are answered in Queries.cpp.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Expr/BuiltinTable.h"
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

//===-- Arguments by rule letter -------------------------------------------------------===//

/// A module, instance or block by name, or a variable.
const Expr *ExprBinder::bindScopeArgument(const ExprSyntax &syntax) {
  const auto *keyword = dyn_cast<KeywordExprSyntax>(&syntax);
  if (keyword && keyword->keyword == KeywordExprKind::Root) {
    auto *node = make<ScopeOperandExpr>(types.voidType(), syntax.range, nullptr);
    node->path = compilation.state().path(HierarchicalPath::Absolute, {});
    return node;
  }
  if (!Lookup::isName(syntax)) {
    const Expr *value = selfDetermined(syntax);
    bool isText = value->type->isString() || isStringLiteral(*value);
    return isBad(*value) || isText ? value : error(syntax.range, diag::NotAScope);
  }
  LookupResult result = Lookup(compilation, context).lookup(syntax);
  if (!result)
    return bad(syntax.range);
  if (isa<ValueSymbol>(result.symbol) || !result.remaining.empty())
    return selfDetermined(syntax);
  auto *node = make<ScopeOperandExpr>(types.voidType(), syntax.range, result.symbol);
  node->path = result.path;
  // Instances are reached by the path; other scopes have a name in their body.
  bool isInBody = result.symbol->kind != SymbolKind::Body;
  if (isInBody)
    node->localName = types.copy(llvm::StringRef(Compilation::scopedName(*result.symbol)));
  return node;
}

const Expr *ExprBinder::bindRealArgument(const ExprSyntax &syntax) {
  const Expr *expr = selfDetermined(syntax);
  if (isBad(*expr))
    return expr;
  if (!expr->type->isNumeric())
    return error(syntax.range, diag::NotNumeric, expr->type->describe());
  return convertNumeric(*expr, types.real(), true);
}

const Expr *ExprBinder::bindIntegerArgument(const ExprSyntax &syntax) {
  const Expr *expr = selfDetermined(syntax);
  if (isBad(*expr) || expr->type->isIntegral())
    return expr;
  if (!expr->type->isReal())
    return error(syntax.range, diag::NotIntegral, expr->type->describe());
  return convertNumeric(*expr, types.integer(IntKind::Integer), true);
}

/// Of an array that files fill, the first dimension alone may be of variable size; the
/// indices of an associative array are integral (21.4.1). Other types are left alone.
const Expr *ExprBinder::checkAddresses(const Expr *expr) {
  if (const auto *assoc = dyn_cast<AssocArrayType>(&expr->type->canonical())) {
    if (assoc->key && !assoc->key->isIntegral())
      return error(expr->range, diag::NotAnAddress, assoc->key->describe());
    if (assoc->key && assoc->key->width() > 64)
      return unsupported(expr->range, "indices of more than 64 bits in memory files", "21.4.1");
  }
  if (const Type *element = unpackedElementType(*expr->type))
    for (const Type *inner = element; inner; inner = unpackedElementType(*inner))
      if (isa<DynamicArrayType>(inner->canonical()) || isa<QueueType>(inner->canonical()) ||
          isa<AssocArrayType>(inner->canonical()))
        return unsupported(expr->range, "words of variable number at an address of a memory",
                           "21.4.3");
  return expr;
}

/// A whole unpacked array (21.4).
const Expr *ExprBinder::checkMemory(const Expr *expr) {
  if (isBad(*expr))
    return expr;
  if (unpackedElementType(*expr->type) && !isa<RangeSelectExpr>(expr))
    return checkAddresses(expr);
  return error(expr->range, diag::NotAMemory, expr->type->describe());
}

/// A scalar net or one bit of a net (D.2).
const Expr *ExprBinder::checkNetBit(const Expr *expr) {
  if (isBad(*expr))
    return expr;
  const Expr *root = expr;
  for (;;)
    if (const auto *element = dyn_cast<ElementSelectExpr>(root))
      root = element->base;
    else if (const auto *field = dyn_cast<FieldSelectExpr>(root))
      root = field->base;
    else
      break;
  const auto *named = dyn_cast<NamedValueExpr>(root);
  if (named && isa<NetSymbol>(named->symbol) && expr->type->isIntegral() &&
      expr->type->width() == 1)
    return expr;
  return error(expr->range, diag::NotANetBit);
}

const Expr *ExprBinder::bindSystemArgument(char rule, const ArgumentSyntax &argument) {
  if (argument.name)
    return error(argument.range, diag::NamedSystemArgument);
  if (!argument.value) {
    if (rule == 'f' || rule == 'S' || rule == 'H' || rule == 'J')
      return make<EmptyArgumentExpr>(types.voidType(), argument.range);
    return error(argument.range, diag::EmptySystemArgument);
  }
  const ExprSyntax &syntax = *argument.value;
  const Expr *expr = nullptr;
  switch (rule) {
  case 'i':
  case 'J':
    return bindIntegerArgument(syntax);
  case 'I':
    expr = selfDetermined(syntax);
    return isBad(*expr) || expr->type->isIntegral()
               ? expr
               : error(syntax.range, diag::NotIntegral, expr->type->describe());
  case 'r':
    return bindRealArgument(syntax);
  case 'h':
  case 'H':
    return bindScopeArgument(syntax);
  case 'l':
  case 'm':
    expr = &bindLvalue(syntax, LvalueUse::Blocking);
    return rule == 'm' ? checkMemory(expr) : expr;
  case 'M':
    return checkMemory(selfDetermined(syntax));
  case 'n':
    return checkNetBit(selfDetermined(syntax));
  default:
    break;
  }
  expr = selfDetermined(syntax);
  if (isBad(*expr))
    return expr;
  const Type &type = *expr->type;
  if (type.isVoid())
    return error(syntax.range, diag::VoidValue);
  if ((rule == 's' || rule == 'S') && !type.isString() && !type.isIntegral())
    return error(syntax.range, diag::NotAString, type.describe());
  if (rule == 'e' && type.isAggregate())
    return error(syntax.range, diag::NotSingular, type.describe());
  return expr;
}

bool ExprBinder::bindSystemArguments(uint32_t row, List<ArgumentSyntax> arguments,
                                     SourceRange range,
                                     llvm::SmallVectorImpl<const Expr *> &bound) {
  const BuiltinInfo &info = builtinInfo(row);
  if (arguments.size() == 1 && !arguments[0]->value && !arguments[0]->name)
    arguments = {};
  int count = int(arguments.size());
  if (count < info.minArgs || (info.maxArgs >= 0 && count > info.maxArgs)) {
    diagnostics.diag(range, diag::SystemArgumentCount) << info.name << info.argCountText() << count;
    return false;
  }
  bool good = true;
  for (auto [i, argument] : llvm::enumerate(arguments)) {
    bound.push_back(bindSystemArgument(info.argRule(unsigned(i)), *argument));
    good &= !isBad(*bound.back());
  }
  return good;
}

const Type &ExprBinder::resultType(uint32_t row, llvm::ArrayRef<const Expr *> arguments,
                                   const Type *receiver) {
  switch (builtinInfo(row).result) {
  case BuiltinResult::Void:
    return types.voidType();
  case BuiltinResult::Int:
    return types.integer(IntKind::Int);
  case BuiltinResult::Uint:
    return types.vector(32, false, false);
  case BuiltinResult::Integer:
    return types.integer(IntKind::Integer);
  case BuiltinResult::Time:
    return types.integer(IntKind::Time);
  case BuiltinResult::Real:
    return types.real();
  case BuiltinResult::Bit:
    return types.scalar(ScalarKind::Bit);
  case BuiltinResult::Logic1:
    return types.scalar(ScalarKind::Logic);
  case BuiltinResult::String:
    return types.string();
  case BuiltinResult::LongInt:
    return types.integer(IntKind::LongInt);
  case BuiltinResult::Byte:
    return types.integer(IntKind::Byte);
  case BuiltinResult::Arg0:
    return receiver ? *receiver : *arguments[0]->type;
  case BuiltinResult::Self:
    if (BuiltinRow(row) == BuiltinRow::ProcessSelf)
      return types.process();
    if (BuiltinRow(row) == BuiltinRow::ProcessStatus)
      return processState();
    break;
  }
  return types.vector(BuiltinRow(row) == BuiltinRow::Shortrealtobits ? 32 : 64, false, false);
}

//===-- Calls --------------------------------------------------------------------------------===//

/// Automatic variables are gone when a monitor looks at them (6.21).
bool ExprBinder::checkMonitored(uint32_t row, llvm::ArrayRef<const Expr *> arguments) {
  auto isWithin = [&](BuiltinRow first, BuiltinRow last) {
    return BuiltinRow(row) >= first && BuiltinRow(row) <= last;
  };
  if (!isWithin(BuiltinRow::Monitor, BuiltinRow::MonitorH) &&
      !isWithin(BuiltinRow::Fmonitor, BuiltinRow::FmonitorH))
    return true;
  for (const Expr *argument : arguments) {
    const auto *named = dyn_cast<NamedValueExpr>(argument);
    const auto *variable = named ? dyn_cast<VariableSymbol>(named->symbol) : nullptr;
    if (variable && variable->lifetime == Lifetime::Automatic) {
      error(argument->range, diag::AutomaticMonitored, variable->name);
      return false;
    }
  }
  return true;
}

Expr *ExprBinder::createSystemCall(const SystemCallExprSyntax &syntax, bool isStatement,
                                   bool isVoidCast) {
  if (syntax.with)
    return unsupported(syntax.range, "'with' after a system call", "18.7");
  std::optional<uint32_t> row = findBuiltin(syntax.name.text);
  if (!row)
    return error(SourceRange(syntax.name.loc), diag::UnknownSystemCall, syntax.name.text);
  const BuiltinInfo &info = builtinInfo(*row);
  if (info.kind == BuiltinKind::Task && !isStatement)
    return error(syntax.range, diag::SystemTaskAsValue, syntax.name.text);
  if (info.kind == BuiltinKind::Query)
    return createQuery(*row, syntax);
  llvm::SmallVector<const Expr *, 8> arguments;
  if (!bindSystemArguments(*row, syntax.arguments, syntax.range, arguments))
    return bad(syntax.range);
  if (BuiltinRow(*row) == BuiltinRow::Fread && isBad(*checkAddresses(arguments[0])))
    return bad(syntax.range);
  if (!checkMonitored(*row, arguments))
    return bad(syntax.range);
  // $stacktrace is a task where nobody takes its text (20.17.2).
  bool isTaskToo = BuiltinRow(*row) == BuiltinRow::Stacktrace && isStatement && !isVoidCast;
  const Type &type = isTaskToo ? types.voidType() : resultType(*row, arguments, nullptr);
  auto *node = make<SystemCallExpr>(type, syntax.range, *row, syntax.name.text,
                                    copy(llvm::ArrayRef<const Expr *>(arguments)));
  return info.kind == BuiltinKind::Pure ? mutableExpr(fold(node)) : node;
}

//===-- Methods ------------------------------------------------------------------------------===//

static llvm::StringRef standardClassPrefix(const Type &type) {
  switch (type.canonical().kind) {
  case TypeKind::Process:
    return "process.";
  case TypeKind::Semaphore:
    return "semaphore.";
  case TypeKind::Mailbox:
    return "mailbox.";
  default:
    return "";
  }
}

static llvm::StringRef methodPrefix(const Type &type) {
  if (type.isString())
    return "string.";
  if (type.isEnum())
    return "enum.";
  return type.isEvent() ? "event." : standardClassPrefix(type);
}

/// Methods of the classes of std that are tasks.
static bool isStandardTask(BuiltinRow row) {
  return row == BuiltinRow::ProcessAwait || row == BuiltinRow::SemaphoreGet ||
         row == BuiltinRow::MailboxPut || row == BuiltinRow::MailboxGet ||
         row == BuiltinRow::MailboxPeek;
}

Expr *ExprBinder::createMethodCall(const Expr &receiver, const Name &name,
                                   List<ArgumentSyntax> arguments, const WithClauseSyntax *with,
                                   SourceRange range, bool isStatement) {
  const Type &type = *receiver.type;
  if (isBad(receiver))
    return bad(range);
  const auto *named = dyn_cast<NamedValueExpr>(&receiver);
  const auto *iterator = named ? dyn_cast<VariableSymbol>(named->symbol) : nullptr;
  if (iterator && iterator->iteratorIndex && name.text == iterator->iteratorIndex->name)
    return mutableExpr(&namedValue(*iterator->iteratorIndex, nullptr, range));
  if (unpackedElementType(type))
    return createArrayMethod(receiver, name, arguments, with, range, isStatement);
  if (with)
    return unsupported(range, "'with' clauses of other than array methods", "7.12");
  if (isTarget)
    return error(range, diag::NotAnLvalue);
  llvm::StringRef prefix = methodPrefix(type);
  std::optional<uint32_t> row;
  if (!prefix.empty())
    row = findBuiltin((prefix + name.text).str());
  if (!row)
    return error(SourceRange(name.loc), diag::NoSuchMember, name.text, type.describe());
  const BuiltinInfo &info = builtinInfo(*row);
  llvm::SmallVector<const Expr *, 4> bound;
  const auto *mailbox = dyn_cast<MailboxType>(&type.canonical());
  if (mailbox && info.maxArgs == 1 && arguments.size() == 1 && arguments[0]->value)
    bound.push_back(bindMessage(*mailbox, info, *arguments[0]));
  else if (!bindSystemArguments(*row, arguments, range, bound))
    return bad(range);
  if (!bound.empty() && isBad(*bound[0]))
    return bad(range);
  for (auto [i, argument] : llvm::enumerate(bound))
    if (info.argRule(unsigned(i)) == 's' && isStringLiteral(*argument))
      argument = asString(*argument);
  if (info.kind == BuiltinKind::Query) {
    llvm::ArrayRef<EnumType::Value> values = cast<EnumType>(&type.canonical())->values;
    if (BuiltinRow(*row) == BuiltinRow::EnumNum)
      return integerResult(int64_t(values.size()), range);
    auto *node = make<ConstantExpr>(type, range);
    bool isFirst = BuiltinRow(*row) == BuiltinRow::EnumFirst;
    node->constant = &(isFirst ? values.front() : values.back()).value;
    return node;
  }
  if (info.result == BuiltinResult::Void && !isStatement)
    return error(range, diag::VoidValue);
  if (isStandardTask(BuiltinRow(*row)) && context.isInFunction && !context.isInFork)
    return error(range, diag::TaskInFunction, name.text);
  bool modifies = info.kind == BuiltinKind::Method && type.isString();
  if (modifies && !checkLvalue(receiver, LvalueUse::Blocking))
    return bad(range);
  auto *node = make<MethodCallExpr>(resultType(*row, bound, &type), range, *row, name.text,
                                    &receiver, copy(llvm::ArrayRef<const Expr *>(bound)));
  return info.kind == BuiltinKind::PureMethod ? mutableExpr(fold(node)) : node;
}

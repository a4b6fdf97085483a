//===- ArrayMethods.cpp - methods of arrays, new[] ------------------------------===//
//
// IEEE 1800-2023 7.5.1, 7.9, 7.10.2, 7.12. Which kinds of array have a method, what its
// arguments are, and the type of its result. The expression of a `with` clause is bound in
// a scope of its own, which declares the iterator and, hidden, its index: `item.index` is
// the value of that variable.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Expr/BuiltinTable.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Symbols/Symbol.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

//===-- new[] (7.5.1) ------------------------------------------------------------------===//

Expr *ExprBinder::createNewArray(const NewArrayExprSyntax &syntax, const Type *target) {
  if (!target || !isa<DynamicArrayType>(target->canonical()))
    return error(syntax.range, diag::NewArrayTarget);
  const Expr &size = bindIntegral(*syntax.size);
  const Expr *initial = nullptr;
  if (syntax.initial && isa<AssignmentPatternExprSyntax, ConcatExprSyntax>(*syntax.initial))
    initial = &bind(*syntax.initial, target);
  else if (syntax.initial)
    initial = selfDetermined(*syntax.initial);
  if (isBad(size) || (initial && isBad(*initial)))
    return bad(syntax.range);
  if (initial &&
      (!unpackedElementType(*initial->type) || isa<AssocArrayType>(initial->type->canonical()) ||
       !isEquivalent(*unpackedElementType(*initial->type), *unpackedElementType(*target))))
    return error(initial->range, diag::NewArraySource, initial->type->describe(),
                 target->describe());
  return make<NewArrayExpr>(*target, syntax.range, &size, initial);
}

//===-- Parts ---------------------------------------------------------------------------===//

const Expr *ExprBinder::arraySize(const Expr &array, SourceRange range) {
  return make<MethodCallExpr>(types.integer(IntKind::Int), range, uint32_t(BuiltinRow::ArraySize),
                              "size", &array, llvm::ArrayRef<const Expr *>());
}

/// An index of an associative array, converted to the type of its keys (7.8).
const Expr *ExprBinder::bindKey(const Type &array, const ExprSyntax &syntax) {
  const auto &assoc = *cast<AssocArrayType>(&array.canonical());
  bool outer = std::exchange(isTarget, false);
  const Expr *outerQueue = std::exchange(indexedQueue, nullptr);
  const Expr *key = nullptr;
  if (assoc.key) {
    key = &bind(syntax, assoc.key);
  } else {
    key = selfDetermined(syntax);
    if (!isBad(*key) && !key->type->isIntegral())
      key = error(syntax.range, diag::NotIntegral, key->type->describe());
    else if (!isBad(*key) && key->type->width() > 64)
      key = unsupported(syntax.range, "wildcard indices of more than 64 bits", "7.8.1");
    else if (!isBad(*key))
      key = convertNumeric(*key, types.vector(64, false, key->type->isFourState()), true);
  }
  indexedQueue = outerQueue;
  isTarget = outer;
  return key;
}

namespace {
bool isWithin(BuiltinRow row, BuiltinRow first, BuiltinRow last) {
  return row >= first && row <= last;
}
bool isFind(BuiltinRow row) {
  return isWithin(row, BuiltinRow::ArrayFind, BuiltinRow::ArrayFindLastIndex);
}
/// May have a `with` clause, and so an iterator as argument.
bool isIterated(BuiltinRow row) {
  return row == BuiltinRow::ArraySort || row == BuiltinRow::ArrayRsort ||
         isWithin(row, BuiltinRow::ArrayFind, BuiltinRow::ArrayMap);
}

/// Gives indices of the array, or takes one to write to.
bool givesKeys(BuiltinRow row) {
  switch (row) {
  case BuiltinRow::ArrayFirst:
  case BuiltinRow::ArrayLast:
  case BuiltinRow::ArrayNext:
  case BuiltinRow::ArrayPrev:
  case BuiltinRow::ArrayFindIndex:
  case BuiltinRow::ArrayFindFirstIndex:
  case BuiltinRow::ArrayFindLastIndex:
  case BuiltinRow::ArrayUniqueIndex:
    return true;
  default:
    return false;
  }
}

/// Whether arrays of the kind have the method.
bool hasMethod(BuiltinRow row, TypeKind kind) {
  bool isQueue = kind == TypeKind::Queue, isAssoc = kind == TypeKind::AssocArray;
  switch (row) {
  case BuiltinRow::ArraySize:
  case BuiltinRow::ArrayDelete:
    return kind != TypeKind::UnpackedArray;
  case BuiltinRow::ArrayNum:
  case BuiltinRow::ArrayExists:
  case BuiltinRow::ArrayFirst:
  case BuiltinRow::ArrayLast:
  case BuiltinRow::ArrayNext:
  case BuiltinRow::ArrayPrev:
    return isAssoc;
  case BuiltinRow::ArrayInsert:
  case BuiltinRow::ArrayPushBack:
  case BuiltinRow::ArrayPushFront:
  case BuiltinRow::ArrayPopBack:
  case BuiltinRow::ArrayPopFront:
    return isQueue;
  case BuiltinRow::ArrayReverse:
  case BuiltinRow::ArraySort:
  case BuiltinRow::ArrayRsort:
  case BuiltinRow::ArrayShuffle:
    return !isAssoc;
  default:
    return true;
  }
}
} // namespace

bool ExprBinder::bindArrayArguments(uint32_t row, const Expr &receiver,
                                    List<ArgumentSyntax> arguments, SourceRange range,
                                    llvm::SmallVectorImpl<const Expr *> &bound) {
  const BuiltinInfo &info = builtinInfo(row);
  const Type &type = receiver.type->canonical();
  int count = int(arguments.size());
  auto id = BuiltinRow(row);
  bool takesNone = id == BuiltinRow::ArrayDelete && type.kind == TypeKind::DynamicArray;
  if (count < info.minArgs || count > (takesNone ? 0 : info.maxArgs)) {
    diagnostics.diag(range, diag::SystemArgumentCount)
        << info.name << (takesNone ? "no arguments" : info.argCountText()) << count;
    return false;
  }
  for (auto [i, argument] : llvm::enumerate(arguments)) {
    if (argument->name || !argument->value) {
      error(argument->range,
            argument->name ? diag::NamedSystemArgument : diag::EmptySystemArgument);
      return false;
    }
    const ExprSyntax &syntax = *argument->value;
    bool isKey = type.kind == TypeKind::AssocArray;
    if (info.argRule(unsigned(i)) == 'l')
      bound.push_back(&bindLvalue(syntax, LvalueUse::Blocking));
    else if (isKey)
      bound.push_back(bindKey(type, syntax));
    else if (id == BuiltinRow::ArrayDelete || info.argRule(unsigned(i)) == 'i')
      bound.push_back(bindIndex(syntax, &receiver));
    else
      bound.push_back(&bind(syntax, unpackedElementType(type)));
    if (isBad(*bound.back()))
      return false;
    // first, next ...: a variable that can hold a key (7.9.8).
    if (info.argRule(unsigned(i)) != 'l')
      continue;
    const Type *key = cast<AssocArrayType>(&type)->key;
    bool fits = key ? isAssignmentCompatible(*bound.back()->type, *key) &&
                          key->isString() == bound.back()->type->isString()
                    : bound.back()->type->isIntegral();
    if (!fits) {
      error(syntax.range, diag::NotAssignable, key ? key->describe() : "*",
            bound.back()->type->describe());
      return false;
    }
  }
  return true;
}

/// The name of an iterator or of its index; reported if it is none.
static const NameExprSyntax *iteratorName(const ArgumentSyntax &argument) {
  if (argument.name || !argument.value)
    return nullptr;
  return dyn_cast<NameExprSyntax>(argument.value);
}

const Expr *ExprBinder::bindWith(uint32_t row, const Expr &receiver, List<ArgumentSyntax> arguments,
                                 const WithClauseSyntax &with, const VariableSymbol *&iterator) {
  if (with.arguments.size() != 1 || with.hasConstraints)
    return error(with.range, diag::WithNeeded, builtinInfo(row).name);
  ElaborationState &state = compilation.state();
  const Type &array = receiver.type->canonical();
  auto &block = state.make<BlockSymbol>("", with.range.begin);
  block.parent = context.scope;
  block.position = context.position == BindContext::NoPosition ? 0 : context.position;
  auto make = [&](llvm::StringRef name, const Type &type) -> VariableSymbol & {
    auto &variable = state.make<VariableSymbol>(name, with.range.begin);
    variable.lifetime = Lifetime::Automatic;
    variable.isConst = true;
    variable.isImplicit = true;
    variable.type = &type;
    variable.parent = &block;
    return variable;
  };
  llvm::StringRef names[2] = {"item", "index"};
  for (auto [i, argument] : llvm::enumerate(arguments)) {
    const NameExprSyntax *name = i < 2 ? iteratorName(*argument) : nullptr;
    if (!name)
      return error(argument->range, diag::IteratorName);
    names[i] = name->name.text;
  }
  const auto *assoc = dyn_cast<AssocArrayType>(&array);
  const Type &indexType = assoc && assoc->key ? *assoc->key
                          : assoc             ? types.vector(64, false, false)
                                              : types.integer(IntKind::Int);
  VariableSymbol &item = make(names[0], *unpackedElementType(array));
  state.declare(block, item);
  item.position = 0;
  item.iteratorIndex = &make(names[1], indexType); // a method of the iterator: in no scope
  iterator = &item;
  BindContext inner = context;
  inner.scope = &block;
  inner.position = BindContext::NoPosition;
  ExprBinder binder(compilation, inner);
  return isFind(BuiltinRow(row)) ? &binder.bindCondition(*with.arguments[0])
                                 : &binder.bindSelfDetermined(*with.arguments[0]);
}

//===-- Results ----------------------------------------------------------------------------===//

/// The type of the result; null: reported.
const Type *ExprBinder::arrayMethodType(uint32_t row, const Type &array, const Expr *with,
                                        SourceRange range) {
  const Type &element = *unpackedElementType(array);
  const Type &value = with ? *with->type : element;
  auto id = BuiltinRow(row);
  const auto *assoc = dyn_cast<AssocArrayType>(&array);
  bool isOrder = isWithin(id, BuiltinRow::ArrayMin, BuiltinRow::ArrayUniqueIndex) ||
                 id == BuiltinRow::ArraySort || id == BuiltinRow::ArrayRsort;
  bool isReduction = isWithin(id, BuiltinRow::ArraySum, BuiltinRow::ArrayXor);
  if (isOrder && !value.isNumeric() && !value.isString()) {
    error(range, diag::NotOrdered, value.describe());
    return nullptr;
  }
  bool isBitwise = id >= BuiltinRow::ArrayAnd;
  if (isReduction && !(isBitwise ? value.isIntegral() : value.isNumeric())) {
    error(range, diag::NotReducible, value.describe(), builtinInfo(row).name);
    return nullptr;
  }
  if (isReduction)
    return &value;
  switch (id) {
  case BuiltinRow::ArrayPopBack:
  case BuiltinRow::ArrayPopFront:
    return &element;
  case BuiltinRow::ArrayFindIndex:
  case BuiltinRow::ArrayFindFirstIndex:
  case BuiltinRow::ArrayFindLastIndex:
  case BuiltinRow::ArrayUniqueIndex:
    return &types.queue(assoc && assoc->key ? *assoc->key
                        : assoc             ? types.vector(64, false, false)
                                            : types.integer(IntKind::Int),
                        0);
  case BuiltinRow::ArrayMap:
    if (value.isVoid()) {
      error(range, diag::VoidValue);
      return nullptr;
    }
    if (assoc)
      return &types.assocArray(value, assoc->key);
    if (const auto *fixed = dyn_cast<UnpackedArrayType>(&array))
      return &types.unpackedArray(value, fixed->range);
    return array.kind == TypeKind::Queue ? &types.queue(value, 0) : &types.dynamicArray(value);
  default:
    break;
  }
  if (builtinInfo(row).result == BuiltinResult::Self)
    return &types.queue(element, 0);
  return &resultType(row, {}, nullptr);
}

Expr *ExprBinder::createArrayMethod(const Expr &receiver, const Name &name,
                                    List<ArgumentSyntax> arguments, const WithClauseSyntax *with,
                                    SourceRange range, bool isStatement) {
  const Type &array = receiver.type->canonical();
  if (isTarget)
    return error(range, diag::NotAnLvalue);
  std::optional<uint32_t> row = findBuiltin(("array." + name.text).str());
  if (!row || !hasMethod(BuiltinRow(*row), array.kind))
    return error(SourceRange(name.loc), diag::NoSuchMember, name.text, receiver.type->describe());
  auto id = BuiltinRow(*row);
  const auto *assoc = dyn_cast<AssocArrayType>(&array);
  if (assoc && !assoc->key && givesKeys(id)) // 7.8.1
    return error(SourceRange(name.loc), diag::WildcardKeys, name.text);
  if (arguments.size() == 1 && !arguments[0]->value && !arguments[0]->name)
    arguments = {};
  llvm::SmallVector<const Expr *, 2> bound;
  const VariableSymbol *iterator = nullptr;
  const Expr *value = nullptr;
  if (with && !isIterated(id))
    return error(range, diag::WithNotHere, name.text);
  if (!with && (isFind(id) || id == BuiltinRow::ArrayMap))
    return error(range, diag::WithNeeded, name.text);
  if (with) {
    value = bindWith(*row, receiver, arguments, *with, iterator);
    if (isBad(*value))
      return bad(range);
  } else if (isIterated(id) && !arguments.empty()) {
    return error(range, diag::WithNeeded, name.text);
  } else if (!bindArrayArguments(*row, receiver, arguments, range, bound)) {
    return bad(range);
  }
  const Type *type = arrayMethodType(*row, array, value, range);
  if (!type)
    return bad(range);
  if (type->isVoid() && !isStatement)
    return error(range, diag::VoidValue);
  if (isWithin(id, BuiltinRow::ArrayDelete, BuiltinRow::ArrayShuffle) &&
      !checkLvalue(receiver, LvalueUse::Blocking))
    return bad(range);
  auto *node = make<MethodCallExpr>(*type, range, *row, builtinInfo(*row).name, &receiver,
                                    copy(llvm::ArrayRef<const Expr *>(bound)));
  node->iterator = iterator;
  node->with = value;
  return node;
}

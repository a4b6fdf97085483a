//===- ArrayMethodGen.cpp - methods of arrays -----------------------------===//
//
// LRM 7.5.2, 7.9, 7.10.2, 7.12. Methods with a `with` clause become loops around its
// expression, with the iterator bound to the element's storage. Ordering and searching by
// values fills an array of these values first and leaves the rest to the runtime.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

#include "Sema/Expr/BuiltinTable.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
namespace arith = mlir::arith;

//===-- Elements one by one ------------------------------------------------------------===//

mlir::Value FunctionGen::countOf(const Cursor &cursor) {
  if (auto *fixed = dyn_cast<UnpackedArrayType>(cursor.type))
    return constantInt(64, fixed->range.size());
  return make<csim::DynSizeOp>(b.getI64Type(), cursor.ref);
}

/// Element and key at a position in the order of keys.
std::pair<mlir::Value, mlir::Value> FunctionGen::assocEntry(const AssocArrayType &type, mlir::Value array,
                                                            mlir::Value position) {
  mlir::Type results[] = {types().ref(type.element), keyWordType(type)};
  mlir::Value operands[] = {array, typeNumber(type), position};
  auto entry = make<csim::RtOp>(mlir::TypeRange(results), "assoc_entry", mlir::ValueRange(operands), false);
  return {entry.getResult(0), entry.getResult(1)};
}

/// Runs code for every element, with the iterator of the call bound to it. `index` is of the
/// index type (the declared index, or the key). `exit`: a block to go on in, or null.
void FunctionGen::visitElements(const MethodCallExpr &expr, const Cursor &cursor, bool isBackward,
                                mlir::Block *exit,
                                llvm::function_ref<void(mlir::Value element, mlir::Value index)> visit) {
  auto *iterator = llvm::dyn_cast_if_present<VariableSymbol>(expr.iterator);
  mlir::Value count = countOf(cursor);
  emitCountedLoop(count, [&](mlir::Value i) {
    if (isBackward)
      i = make<arith::SubIOp>(make<arith::SubIOp>(count, constantInt(64, 1)), i);
    mlir::Value element, index;
    mlir::Type intType = b.getI32Type();
    if (auto *fixed = dyn_cast<UnpackedArrayType>(cursor.type)) {
      element = make<csim::ElemRefOp>(cursor.ref, i);
      mlir::Value left = constantInt(64, uint64_t(int64_t(fixed->range.left)));
      index = fixed->range.isDescending() ? mlir::Value(make<arith::SubIOp>(left, i))
                                          : mlir::Value(make<arith::AddIOp>(left, i));
      index = convertIntegral(index, true, intType);
    } else if (auto *assoc = dyn_cast<AssocArrayType>(cursor.type)) {
      std::tie(element, index) = assocEntry(*assoc, cursor.ref, i);
      index = keyValue(assoc->key, index);
    } else {
      element = make<csim::DynRefOp>(cursor.ref, i, false);
      index = convertIntegral(i, true, intType);
    }
    if (iterator) {
      bind(*iterator, element);
      storeLocal(*iterator->iteratorIndex, index);
    }
    visit(element, index);
  });
  if (exit) {
    branch(exit);
    enter(exit);
  }
}

//===-- Searching (7.12.1) ----------------------------------------------------------------===//

mlir::Value FunctionGen::emitFind(const MethodCallExpr &expr, const Cursor &cursor) {
  auto row = BuiltinRow(expr.builtin);
  bool givesIndex = row == BuiltinRow::ArrayFindIndex || row == BuiltinRow::ArrayFindFirstIndex ||
                    row == BuiltinRow::ArrayFindLastIndex;
  bool isFirst = row == BuiltinRow::ArrayFindFirst || row == BuiltinRow::ArrayFindFirstIndex;
  bool isLast = row == BuiltinRow::ArrayFindLast || row == BuiltinRow::ArrayFindLastIndex;
  mlir::Value result = temporary(*expr.type);
  mlir::Block *exit = newBlock();
  visitElements(expr, cursor, isLast, exit, [&](mlir::Value element, mlir::Value index) {
    mlir::Block *yes = newBlock(), *next = newBlock();
    condBranch(emitCondition(*expr.with), yes, next);
    enter(yes);
    if (givesIndex)
      pushElement(result, *expr.type, index, false);
    else if (unpackedElementType(*expr.type)->isAggregate())
      pushElement(result, *expr.type, element, false);
    else
      pushElement(result, *expr.type, make<csim::LoadOp>(element), false);
    branch(isFirst || isLast ? exit : next);
    enter(next);
  });
  return result;
}

/// The values to compare elements by, and the type of the array they are in.
std::pair<mlir::Value, mlir::Value> FunctionGen::emitKeys(const MethodCallExpr &expr, const Cursor &cursor) {
  if (!expr.with)
    return {cursor.ref, typeNumber(types().source(*cursor.type))};
  mlir::MLIRContext *context = &body.design.context;
  mlir::Type valueType = types().storage(*expr.with->type);
  mlir::Type keysType = csim::QueueType::get(context, valueType, -1);
  mlir::Value keys = make<csim::LocalOp>(keysType, false, "");
  visitElements(expr, cursor, false, nullptr, [&](mlir::Value, mlir::Value) {
    mlir::Value value = emit(*expr.with);
    mlir::Value place = runtime("array_insert", {keys, typeNumber(keysType), constantInt(64, uint64_t(INT64_MAX))},
                                csim::RefType::get(valueType));
    make<csim::StoreOp>(value, place);
  });
  mlir::Type described = csim::QueueType::get(context, types().source(*expr.with->type), -1);
  return {keys, typeNumber(described)};
}

//===-- Reduction (7.12.3), map (7.12.5) ------------------------------------------------------===//

mlir::Value FunctionGen::emitReduction(const MethodCallExpr &expr, const Cursor &cursor) {
  auto row = BuiltinRow(expr.builtin);
  mlir::Type type = lowered(expr);
  bool isLogic = isa<csim::LogicType>(type), isReal = isa<mlir::Float64Type>(type);
  bool isProduct = row == BuiltinRow::ArrayProduct, isAnd = row == BuiltinRow::ArrayAnd;
  mlir::Value total = make<csim::LocalOp>(type, false, "");
  if (isReal) {
    make<csim::StoreOp>(make<arith::ConstantOp>(b.getF64FloatAttr(isProduct ? 1 : 0)), total);
  } else {
    unsigned width = csim::bitWidthOf(type);
    llvm::APInt start = isAnd ? llvm::APInt::getAllOnes(width) : llvm::APInt(width, isProduct);
    mlir::Value constant = make<arith::ConstantOp>(b.getIntegerAttr(b.getIntegerType(width), start));
    make<csim::StoreOp>(coerce(constant, type), total);
  }
  visitElements(expr, cursor, false, nullptr, [&](mlir::Value element, mlir::Value) {
    mlir::Value x = expr.with ? coerce(emit(*expr.with), type) : mlir::Value(make<csim::LoadOp>(element));
    mlir::Value sum = make<csim::LoadOp>(total), result;
    switch (row) {
    case BuiltinRow::ArraySum:
      result = isReal    ? mlir::Value(make<arith::AddFOp>(sum, x))
               : isLogic ? mlir::Value(make<csim::AddOp>(sum, x))
                         : mlir::Value(make<arith::AddIOp>(sum, x));
      break;
    case BuiltinRow::ArrayProduct:
      result = isReal    ? mlir::Value(make<arith::MulFOp>(sum, x))
               : isLogic ? mlir::Value(make<csim::MulOp>(sum, x))
                         : mlir::Value(make<arith::MulIOp>(sum, x));
      break;
    case BuiltinRow::ArrayAnd:
      result = isLogic ? mlir::Value(make<csim::AndOp>(sum, x)) : mlir::Value(make<arith::AndIOp>(sum, x));
      break;
    case BuiltinRow::ArrayOr:
      result = isLogic ? mlir::Value(make<csim::OrOp>(sum, x)) : mlir::Value(make<arith::OrIOp>(sum, x));
      break;
    default:
      result = isLogic ? mlir::Value(make<csim::XorOp>(sum, x)) : mlir::Value(make<arith::XOrIOp>(sum, x));
      break;
    }
    make<csim::StoreOp>(result, total);
  });
  return make<csim::LoadOp>(total);
}

/// The element of an associative result of map(): it has the key of the element it is made of.
void FunctionGen::storeMapped(mlir::Value result, const AssocArrayType &type, const Key &key, mlir::Value value,
                              bool moves) {
  LValue place;
  place.type = &type.element;
  place.ref = runtime("assoc_ref", {result, typeNumber(type), key.word, constantInt(64, 0), constantInt(64, 1)},
                      types().ref(type.element));
  storeAny(place, value, moves);
}

mlir::Value FunctionGen::emitMap(const MethodCallExpr &expr, const Cursor &cursor) {
  mlir::Value result = temporary(*expr.type);
  auto *fixed = dyn_cast<UnpackedArrayType>(&expr.type->canonical());
  visitElements(expr, cursor, false, nullptr, [&](mlir::Value, mlir::Value index) {
    mlir::Value value = emitRight(*expr.with);
    if (auto *assoc = dyn_cast<AssocArrayType>(cursor.type)) {
      Key key = keyOf(assoc->key, index, assoc->key && assoc->key->isSigned());
      return storeMapped(result, cast<AssocArrayType>(expr.type->canonical()), key, value, isTemporary(*expr.with));
    }
    if (!fixed)
      return pushElement(result, *expr.type, value, isTemporary(*expr.with));
    LValue place;
    place.type = &fixed->element;
    mlir::Value at = convertIntegral(index, true, b.getI64Type());
    place.ref = make<csim::ElemRefOp>(
        result, make<csim::NormIndexOp>(at, fixed->range.left, fixed->range.right, /*packed=*/false));
    storeAny(place, value, isTemporary(*expr.with));
  });
  return result;
}

//===-- Methods of queues and associative arrays ------------------------------------------------===//

mlir::Value FunctionGen::emitDelete(const MethodCallExpr &expr) {
  const Type &type = expr.receiver->type->canonical();
  mlir::Value array = arrayRef(*expr.receiver, true), number = typeNumber(type);
  if (expr.arguments.empty()) {
    callRuntime("array_clear", {array, number});
  } else if (auto *assoc = dyn_cast<AssocArrayType>(&type)) {
    Key key = emitKey(*assoc, *expr.arguments[0]);
    callRuntime("assoc_delete", {array, number, key.word, key.isUnknown});
  } else {
    callRuntime("array_erase", {array, number, emitIndex(*expr.arguments[0])});
  }
  return poison(*expr.type);
}

mlir::Value FunctionGen::emitPop(const MethodCallExpr &expr, bool isLast) {
  const Type &type = *expr.receiver->type;
  mlir::Value array = arrayRef(*expr.receiver, true);
  mlir::Value taken = runtime("array_take", {array, typeNumber(type), constantInt(64, isLast)},
                              types().ref(*expr.type));
  if (!expr.type->isAggregate())
    return make<csim::LoadOp>(taken);
  mlir::Value result = temporary(*expr.type);
  make<csim::CopyOp>(result, taken, /*moves=*/true);
  return result;
}

/// The first or last index in use, x if there is none (20.7).
mlir::Value FunctionGen::emitBound(const MethodCallExpr &expr, unsigned way) {
  auto *assoc = cast<AssocArrayType>(&expr.receiver->type->canonical());
  mlir::Type wordType = keyWordType(*assoc), type = lowered(expr);
  mlir::Value none = make<csim::LocalOp>(wordType, false, "");
  auto [found, word] = stepKey(*assoc, arrayRef(*expr.receiver, false), make<csim::LoadOp>(none), way);
  mlir::Value isFound = make<arith::CmpIOp>(arith::CmpIPredicate::ne, found, constantInt(64, 0));
  mlir::Value result = make<csim::LocalOp>(type, false, "");
  unsigned width = csim::bitWidthOf(type);
  make<csim::StoreOp>(make<csim::ConstantOp>(llvm::APInt::getAllOnes(width), llvm::APInt::getAllOnes(width)), result);
  mlir::Block *yes = newBlock(), *join = newBlock();
  condBranch(isFound, yes, join);
  enter(yes);
  make<csim::StoreOp>(coerce(keyValue(assoc->key, word), type), result);
  branch(join);
  enter(join);
  return make<csim::LoadOp>(result);
}

/// first (0), last (1), next (2), prev (3): the key goes to the argument (7.9.4 - 7.9.8).
mlir::Value FunctionGen::emitTraversal(const MethodCallExpr &expr, unsigned way) {
  auto *assoc = cast<AssocArrayType>(&expr.receiver->type->canonical());
  const Expr &target = *expr.arguments[0];
  mlir::Value array = arrayRef(*expr.receiver, false);
  LValue place = emitLValue(target);
  mlir::Value old = load(place);
  if (assoc->key && assoc->key->isIntegral())
    old = convertIntegral(old, target.type->isSigned(), types().storage(*assoc->key));
  Key key = keyOf(assoc->key, old, assoc->key ? assoc->key->isSigned() : false);
  auto [found, word] = stepKey(*assoc, array, key.word, way);
  mlir::Value isFound = make<arith::CmpIOp>(arith::CmpIPredicate::ne, found, constantInt(64, 0));
  mlir::Block *yes = newBlock(), *join = newBlock();
  condBranch(isFound, yes, join);
  enter(yes);
  mlir::Value value = keyValue(assoc->key, word);
  if (target.type->isIntegral())
    value = convertIntegral(value, assoc->key && assoc->key->isSigned(), lowered(target));
  storeAny(place, value);
  branch(join);
  enter(join);
  bool isCut = assoc->key && assoc->key->isIntegral() && target.type->width() < assoc->key->width();
  mlir::Value result = convertIntegral(found, false, b.getI32Type());
  if (isCut)
    result = make<arith::SubIOp>(constantInt(32, 0), result);
  return result;
}

mlir::Value FunctionGen::emitArrayMethod(const MethodCallExpr &expr) {
  auto row = BuiltinRow(expr.builtin);
  const Expr &receiver = *expr.receiver;
  const Type &type = receiver.type->canonical();
  switch (row) {
  case BuiltinRow::ArraySize:
  case BuiltinRow::ArrayNum:
    return convertIntegral(make<csim::DynSizeOp>(b.getI64Type(), arrayRef(receiver, false)), false, b.getI32Type());
  case BuiltinRow::ArrayExists: {
    mlir::Value array = arrayRef(receiver, false);
    Key key = emitKey(*cast<AssocArrayType>(&type), *expr.arguments[0]);
    return convertIntegral(runtime("assoc_exists", {array, typeNumber(type), key.word, key.isUnknown}, b.getI64Type()),
                           false, b.getI32Type());
  }
  case BuiltinRow::ArrayFirst:
  case BuiltinRow::ArrayLast:
  case BuiltinRow::ArrayNext:
  case BuiltinRow::ArrayPrev:
    if (expr.arguments.empty())
      return emitBound(expr, unsigned(row) - unsigned(BuiltinRow::ArrayFirst));
    return emitTraversal(expr, unsigned(row) - unsigned(BuiltinRow::ArrayFirst));
  case BuiltinRow::ArrayDelete:
    return emitDelete(expr);
  case BuiltinRow::ArrayInsert:
    pushValue(arrayRef(receiver, true), type, emitIndex(*expr.arguments[0]), *expr.arguments[1]);
    return poison(*expr.type);
  case BuiltinRow::ArrayPushBack:
    pushValue(arrayRef(receiver, true), type, {}, *expr.arguments[0]);
    return poison(*expr.type);
  case BuiltinRow::ArrayPushFront:
    pushValue(arrayRef(receiver, true), type, constantInt(64, 0), *expr.arguments[0]);
    return poison(*expr.type);
  case BuiltinRow::ArrayPopBack:
    return emitPop(expr, true);
  case BuiltinRow::ArrayPopFront:
    return emitPop(expr, false);
  case BuiltinRow::ArrayReverse:
    callRuntime("array_reverse", {arrayRef(receiver, true), typeNumber(type)});
    return poison(*expr.type);
  case BuiltinRow::ArrayShuffle:
    callRuntime("array_shuffle", {arrayRef(receiver, true), typeNumber(type)});
    return poison(*expr.type);
  default:
    break;
  }
  bool isSort = row == BuiltinRow::ArraySort || row == BuiltinRow::ArrayRsort;
  Cursor cursor{&type, arrayRef(receiver, isSort)};
  if (row >= BuiltinRow::ArrayFind && row <= BuiltinRow::ArrayFindLastIndex)
    return emitFind(expr, cursor);
  if (row >= BuiltinRow::ArraySum && row <= BuiltinRow::ArrayXor)
    return emitReduction(expr, cursor);
  if (row == BuiltinRow::ArrayMap)
    return emitMap(expr, cursor);
  auto [keys, keysType] = emitKeys(expr, cursor);
  if (isSort) {
    callRuntime("array_sort", {cursor.ref, typeNumber(type), keys, keysType,
                               constantInt(64, row == BuiltinRow::ArrayRsort)});
    return poison(*expr.type);
  }
  unsigned choice = row == BuiltinRow::ArrayMin      ? 0
                    : row == BuiltinRow::ArrayMax    ? 1
                    : row == BuiltinRow::ArrayUnique ? 2
                                                     : 3;
  mlir::Value result = temporary(*expr.type);
  callRuntime("array_pick", {result, typeNumber(*expr.type), cursor.ref, typeNumber(type), keys, keysType,
                             constantInt(64, choice)});
  return result;
}

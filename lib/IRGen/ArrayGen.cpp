//===- ArrayGen.cpp - dynamic, queue and associative arrays ---------------===//
//
// LRM 7.5, 7.8, 7.10, 10.9, 10.10. A variable of such a type is an aggregate, handled by
// reference. Elements are references like those of fixed arrays: csim.dyn_ref, or the
// runtime's place for a key; pushing an element gives its place, where the value is
// stored. New arrays (new[], patterns, concatenations, slices) are made in temporaries,
// from which assignments move them.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

#include "Sema/Types/PackedLayout.h"
#include "Sema/Types/TypeContext.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::RangeKind;

mlir::Value FunctionGen::typeNumber(mlir::Type type) {
  return make<csim::TypeIdOp>(b.getI64Type(), mlir::TypeAttr::get(type));
}

//===-- Keys (7.8) ---------------------------------------------------------------------===//

static bool isWideKey(const Type *type) { return type && type->isIntegral() && type->width() > 64; }

/// What stands for a key in the runtime: a number, or a string (Runtime/Assoc.h).
mlir::Type FunctionGen::keyWordType(const AssocArrayType &array) {
  if (array.key && (!array.key->isIntegral() || isWideKey(array.key)))
    return csim::StringType::get(&body.design.context);
  return b.getI64Type();
}

FunctionGen::Key FunctionGen::keyOf(const Type *type, mlir::Value value, bool isSigned) {
  if (type && type->isString())
    return {value, constantInt(64, 0)};
  if (type && type->isAggregate()) {
    mlir::Type results[] = {csim::StringType::get(&body.design.context), b.getI64Type()};
    mlir::Value operands[] = {typeNumber(types().source(*type)), value};
    auto made = make<csim::RtOp>(mlir::TypeRange(results), "assoc_object_key", mlir::ValueRange(operands), false);
    return {made.getResult(0), made.getResult(1)};
  }
  Key key;
  key.isUnknown = constantInt(64, 0);
  if (isa<csim::LogicType>(value.getType())) {
    mlir::Value unknown = make<csim::IsUnknownOp>(b.getI1Type(), value);
    key.isUnknown = make<mlir::arith::ExtUIOp>(b.getI64Type(), unknown);
  }
  if (!isWideKey(type)) {
    key.word = convertIntegral(value, isSigned, b.getI64Type());
    return key;
  }
  mlir::Value bits = coerce(value, types().vector(type->width(), false));
  key.word = runtime("assoc_wide_key", {constantInt(64, type->isSigned()), constantInt(64, type->width()), bits},
                     csim::StringType::get(&body.design.context));
  return key;
}

FunctionGen::Key FunctionGen::emitKey(const AssocArrayType &array, const Expr &key) {
  return keyOf(array.key, emitRight(key), key.type->isSigned());
}

/// The value of a key's type; of 64 bits for the wildcard.
mlir::Value FunctionGen::keyValue(const Type *type, mlir::Value word) {
  if (!type || type->isString())
    return word;
  if (type->isAggregate()) {
    mlir::Value object = temporary(*type);
    callRuntime("assoc_key_object", {object, typeNumber(types().source(*type)), word});
    return object;
  }
  if (!isWideKey(type))
    return convertIntegral(word, false, types().storage(*type));
  mlir::Value bits = runtime("assoc_key_bits", {constantInt(64, type->isSigned()), constantInt(64, type->width()), word},
                             types().vector(type->width(), false));
  return coerce(bits, types().storage(*type));
}

/// The first (0), last (1), next (2) or previous (3) key: whether there is one (i64), and
/// its word.
std::pair<mlir::Value, mlir::Value> FunctionGen::stepKey(const AssocArrayType &array, mlir::Value ref,
                                                         mlir::Value key, unsigned way) {
  mlir::Type results[] = {b.getI64Type(), keyWordType(array)};
  mlir::Value operands[] = {ref, typeNumber(array), key, constantInt(64, way)};
  auto step = make<csim::RtOp>(mlir::TypeRange(results), "assoc_step", mlir::ValueRange(operands), false);
  return {step.getResult(0), step.getResult(1)};
}

/// A new value of a loop variable or iterator.
void FunctionGen::storeLocal(const VariableSymbol &variable, mlir::Value value) {
  LValue place;
  place.type = variable.type;
  place.ref = createLocal(variable);
  storeAny(place, value);
}

//===-- Elements ----------------------------------------------------------------------===//

mlir::Value FunctionGen::elementRef(mlir::Value base, const Type &array, const Expr &index, bool isWritten) {
  const Type &t = array.canonical();
  if (auto *fixed = dyn_cast<UnpackedArrayType>(&t))
    return make<csim::ElemRefOp>(base, emitUnpackedIndex(*fixed, index));
  auto *assoc = dyn_cast<AssocArrayType>(&t);
  if (!assoc)
    return make<csim::DynRefOp>(base, emitIndex(index), isWritten);
  Key key = emitKey(*assoc, index);
  return runtime("assoc_ref", {base, typeNumber(array), key.word, key.isUnknown, constantInt(64, isWritten)},
                 types().ref(assoc->element));
}

/// Storage that holds the handle of an array.
mlir::Value FunctionGen::arrayRef(const Expr &array, bool isWritten) {
  return isAddressable(array) ? emitRef(array, isWritten) : emitAggregate(array);
}

/// A new element before position `index`; null: behind the last.
mlir::Value FunctionGen::insertElement(mlir::Value array, const Type &type, mlir::Value index) {
  if (!index)
    index = constantInt(64, uint64_t(INT64_MAX));
  return runtime("array_insert", {array, typeNumber(type), index}, types().ref(*unpackedElementType(type)));
}

/// Whether an expression reads an element of a dynamic array, which moves when others are pushed.
static bool readsElement(const Expr &expr) {
  if (auto *element = dyn_cast<ElementSelectExpr>(&expr))
    return !isa<UnpackedArrayType>(element->base->type->canonical()) || readsElement(*element->base);
  if (auto *field = dyn_cast<FieldSelectExpr>(&expr))
    return readsElement(*field->base);
  if (auto *conversion = dyn_cast<ConversionExpr>(&expr))
    return readsElement(*conversion->operand);
  return false;
}

void FunctionGen::pushValue(mlir::Value array, const Type &type, mlir::Value index, const Expr &value) {
  mlir::Value v = emitRight(value);
  bool moves = isTemporary(value);
  if (value.type->isAggregate() && !moves && readsElement(value)) {
    mlir::Value copy = temporary(*value.type);
    make<csim::CopyOp>(copy, v);
    v = copy;
    moves = true;
  }
  LValue place;
  place.type = unpackedElementType(type);
  place.ref = insertElement(array, type, index);
  storeAny(place, v, moves);
}

/// Appends a value, or the object that `value` refers to.
void FunctionGen::pushElement(mlir::Value array, const Type &type, mlir::Value value, bool moves) {
  LValue place;
  place.type = unpackedElementType(type);
  place.ref = insertElement(array, type, {});
  storeAny(place, value, moves);
}

//===-- New arrays --------------------------------------------------------------------===//

mlir::Value FunctionGen::emitNewArray(const NewArrayExpr &expr) {
  mlir::Value size = emitIndex(*expr.size), result = temporary(*expr.type);
  llvm::SmallVector<mlir::Value> operands{result, typeNumber(*expr.type), size};
  if (expr.initial) {
    operands.push_back(emitAggregate(*expr.initial));
    operands.push_back(typeNumber(*expr.initial->type));
  }
  callRuntime(expr.initial ? "array_new_from" : "array_new", operands);
  return result;
}

/// Items and arrays, one behind the other (10.10).
mlir::Value FunctionGen::emitArrayConcat(const ConcatExpr &expr) {
  const Type &element = *unpackedElementType(*expr.type);
  bool isFixed = isa<UnpackedArrayType>(expr.type->canonical());
  mlir::Type listType = types().storage(*expr.type);
  if (isFixed)
    listType = csim::QueueType::get(&body.design.context, types().storage(element), -1);
  mlir::Value list = make<csim::LocalOp>(listType, false, "");
  for (const Expr *item : expr.elements) {
    if (!isAssignmentCompatible(element, *item->type)) {
      mlir::Value source = emitAggregate(*item);
      callRuntime("array_append", {list, typeNumber(listType), source, typeNumber(*item->type)});
      continue;
    }
    mlir::Value v = emitRight(*item);
    LValue place;
    place.type = &element;
    place.ref = runtime("array_insert", {list, typeNumber(listType), constantInt(64, uint64_t(INT64_MAX))},
                        types().ref(element));
    storeAny(place, v, isTemporary(*item));
  }
  if (!isFixed)
    return list;
  mlir::Value result = temporary(*expr.type);
  callRuntime("array_convert", {result, typeNumber(*expr.type), list, typeNumber(listType)});
  return result;
}

void FunctionGen::emitDynamicPattern(const PatternExpr &expr, mlir::Value into) {
  callRuntime("array_clear", {into, typeNumber(*expr.type)});
  auto *assoc = dyn_cast<AssocArrayType>(&expr.type->canonical());
  for (auto [i, element] : llvm::enumerate(expr.elements)) {
    if (!assoc) {
      pushValue(into, *expr.type, {}, *element);
      continue;
    }
    mlir::Value value = emitRight(*element);
    LValue place;
    place.type = &assoc->element;
    if (const Expr *keyExpr = expr.keys[i]) {
      Key key = emitKey(*assoc, *keyExpr);
      place.ref = runtime("assoc_ref", {into, typeNumber(*expr.type), key.word, key.isUnknown, constantInt(64, 1)},
                          types().ref(assoc->element));
    } else {
      place.ref = runtime("assoc_default", {into, typeNumber(*expr.type)}, types().ref(assoc->element));
    }
    storeAny(place, value, isTemporary(*element));
  }
}

/// First and last index of base[a:b], base[a+:n] or base[a-:n].
std::pair<mlir::Value, mlir::Value> FunctionGen::sliceBounds(const RangeSelectExpr &expr) {
  mlir::Value left = emitIndex(*expr.left), right = emitIndex(*expr.right);
  if (expr.rangeKind != RangeKind::Simple) {
    bool isUp = expr.rangeKind == RangeKind::IndexedUp;
    mlir::Value span = make<mlir::arith::SubIOp>(right, constantInt(64, 1));
    if (!isUp)
      span = make<mlir::arith::SubIOp>(constantInt(64, 0), span);
    mlir::Value end = make<csim::AddIndexOp>(b.getI64Type(), left, span);
    right = isUp ? end : left;
    left = isUp ? left : end;
  }
  return {left, right};
}

/// A slice of a queue or dynamic array (7.10.1).
mlir::Value FunctionGen::emitQueueSlice(const RangeSelectExpr &expr) {
  mlir::Value source = emitAggregate(*expr.base);
  auto [left, right] = sliceBounds(expr);
  mlir::Value result = temporary(*expr.type);
  callRuntime("array_slice", {result, typeNumber(*expr.type), source, typeNumber(*expr.base->type), left, right});
  return result;
}

/// The same elements as an array of another kind (7.6).
mlir::Value FunctionGen::convertArray(mlir::Value value, const Type &from, const Type &to) {
  bool areFixed = isa<UnpackedArrayType>(from.canonical()) && isa<UnpackedArrayType>(to.canonical());
  bool isArray = unpackedElementType(to) != nullptr;
  if (!isArray || areFixed || types().storage(from) == types().storage(to))
    return value;
  mlir::Value result = temporary(to);
  callRuntime("array_convert", {result, typeNumber(to), value, typeNumber(from)});
  return result;
}

/// `q = {q, x}` and `q = {x, q}` push x instead of making a new queue.
bool FunctionGen::appendInPlace(const Expr &lhs, const Expr &rhs) {
  auto *concat = dyn_cast<ConcatExpr>(&rhs);
  auto *target = dyn_cast<NamedValueExpr>(&lhs);
  if (!concat || !target || concat->elements.size() != 2 || lhs.type->canonical().kind != TypeKind::Queue)
    return false;
  for (unsigned at : {0u, 1u}) {
    auto *named = dyn_cast<NamedValueExpr>(concat->elements[at]);
    const Expr &item = *concat->elements[1 - at];
    bool isSame = named && named->symbol == target->symbol && named->path == target->path;
    if (!isSame || !isAssignmentCompatible(*unpackedElementType(*lhs.type), *item.type))
      continue;
    pushValue(emitRef(lhs, true), *lhs.type, at == 0 ? mlir::Value() : constantInt(64, 0), item);
    return true;
  }
  return false;
}

//===-- foreach over keys (12.7.3) --------------------------------------------------------===//

void FunctionGen::emitForeachKeys(const ForeachStmt &stmt, const AssocArrayType &array, mlir::Value ref,
                                  unsigned dimension) {
  mlir::Type wordType = keyWordType(array);
  mlir::Value found = make<csim::LocalOp>(b.getI64Type(), false, "");
  mlir::Value word = make<csim::LocalOp>(wordType, false, "");
  auto step = [&](unsigned way) {
    auto [isFound, key] = stepKey(array, ref, make<csim::LoadOp>(word), way);
    make<csim::StoreOp>(isFound, found);
    make<csim::StoreOp>(key, word);
  };
  step(0);
  mlir::Block *test = newBlock(), *body = newBlock(), *next = newBlock(), *exit = newBlock();
  branch(test);
  enter(test);
  mlir::Value hasKey = make<csim::LoadOp>(found);
  condBranch(make<mlir::arith::CmpIOp>(mlir::arith::CmpIPredicate::ne, hasKey, constantInt(64, 0)), body, exit);
  enter(body);
  const VariableSymbol &variable = *stmt.variables[dimension];
  mlir::Value key = make<csim::LoadOp>(word);
  mlir::Value value = array.key ? keyValue(array.key, key) : convertIntegral(key, false, types().storage(*variable.type));
  storeLocal(variable, value);
  mlir::Value element;
  if (dimension + 1 < stmt.variables.size())
    element = runtime("assoc_ref", {ref, typeNumber(array), key, constantInt(64, 0), constantInt(64, 0)},
                      types().ref(array.element));
  emitForeachBody(stmt, array.element, element, dimension, exit, next);
  step(2);
  branch(test);
  enter(exit);
}

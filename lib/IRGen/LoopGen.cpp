//===- LoopGen.cpp - loops ------------------------------------------------===//
//
// LRM 12.7. Loops are blocks: test, body, step. The innermost Jump entry holds
// the targets of break and continue.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
namespace arith = mlir::arith;

/// while, do-while, forever (no condition) and the core of the others.
void FunctionGen::emitLoop(const Expr *condition, const Stmt *body, bool testFirst,
                           llvm::function_ref<void()> step) {
  mlir::Block *test = newBlock(), *bodyBlock = newBlock(), *next = newBlock(), *exit = newBlock();
  branch(testFirst ? test : bodyBlock);
  enter(test);
  if (condition)
    condBranch(emitCondition(*condition), bodyBlock, exit);
  else
    branch(bodyBlock);
  enter(bodyBlock);
  loops.push_back({exit, next, activeScopes.size()});
  emit(body);
  loops.pop_back();
  branch(next);
  enter(next);
  step();
  branch(test);
  enter(exit);
}

void FunctionGen::emitFor(const ForStmt &stmt) {
  const Scope *outer = scope;
  if (stmt.scope)
    scope = stmt.scope;
  for (const Stmt *init : stmt.initialisers)
    emit(init);
  emitLoop(stmt.condition, stmt.body, true, [&] {
    for (const Expr *e : stmt.steps)
      emit(*e);
  });
  scope = outer;
}

/// repeat (n): n is evaluated once; unknown or negative counts as 0.
void FunctionGen::emitRepeat(const RepeatStmt &stmt) {
  mlir::Value count = emit(*stmt.count);
  bool isSigned = stmt.count->type->isSigned();
  if (stmt.count->type->isReal())
    count = make<csim::FromRealOp>(b.getI64Type(), count);
  else if (llvm::isa<csim::LogicType>(count.getType())) {
    mlir::Value unknown = make<csim::IsUnknownOp>(b.getI1Type(), count);
    count = convertIntegral(count, isSigned, b.getI64Type());
    count = make<arith::SelectOp>(unknown, constantInt(64, 0), count);
  } else {
    count = convertIntegral(count, isSigned, b.getI64Type());
  }
  mlir::Value counter = make<csim::LocalOp>(b.getI64Type(), false, "");
  make<csim::StoreOp>(count, counter);
  mlir::Block *test = newBlock(), *body = newBlock(), *next = newBlock(), *exit = newBlock();
  branch(test);
  enter(test);
  mlir::Value left = make<csim::LoadOp>(counter);
  condBranch(make<arith::CmpIOp>(arith::CmpIPredicate::sgt, left, constantInt(64, 0)), body, exit);
  enter(body);
  loops.push_back({exit, next, activeScopes.size()});
  emit(stmt.body);
  loops.pop_back();
  branch(next);
  enter(next);
  mlir::Value now = make<csim::LoadOp>(counter);
  make<csim::StoreOp>(make<arith::SubIOp>(now, constantInt(64, 1)), counter);
  branch(test);
  enter(exit);
}

/// Runs code for 0 to count - 1.
void FunctionGen::emitCountedLoop(mlir::Value count, llvm::function_ref<void(mlir::Value i)> emitBody) {
  mlir::Value counter = make<csim::LocalOp>(b.getI64Type(), false, "");
  make<csim::StoreOp>(constantInt(64, 0), counter);
  mlir::Block *test = newBlock(), *body = newBlock(), *exit = newBlock();
  branch(test);
  enter(test);
  mlir::Value i = make<csim::LoadOp>(counter);
  condBranch(make<arith::CmpIOp>(arith::CmpIPredicate::slt, i, count), body, exit);
  enter(body);
  emitBody(i);
  mlir::Value now = make<csim::LoadOp>(counter);
  make<csim::StoreOp>(make<arith::AddIOp>(now, constantInt(64, 1)), counter);
  branch(test);
  enter(exit);
}

/// Whether the sizes of inner dimensions depend on the element.
static bool hasDynamicParts(const Type &type, size_t dimensions) {
  const Type *t = &type.canonical();
  for (; dimensions > 0; --dimensions) {
    if (t->isString() || (t->kind >= TypeKind::DynamicArray && t->kind <= TypeKind::AssocArray))
      return true;
    auto *array = dyn_cast<UnpackedArrayType>(t);
    if (!array)
      return false;
    t = &array->element.canonical();
  }
  return false;
}

/// The loop variable of a dimension has its value: the loops inside, or the body.
void FunctionGen::emitForeachBody(const ForeachStmt &stmt, const Type &element, mlir::Value ref,
                                  unsigned dimension, mlir::Block *exit, mlir::Block *next) {
  // Break leaves the whole statement, continue the innermost iteration.
  mlir::Block *breakTo = dimension == 0 ? exit : loops.back().breakTo;
  loops.push_back({breakTo, next, activeScopes.size()});
  emitForeachDimension(stmt, element, ref, dimension + 1);
  loops.pop_back();
  branch(next);
  enter(next);
}

/// foreach (array[i, j]): nested loops, leftmost dimension first, each from its left to its
/// right bound (12.7.3). `ref`: the array of this dimension, if its size depends on it.
void FunctionGen::emitForeachDimension(const ForeachStmt &stmt, const Type &type, mlir::Value ref,
                                       unsigned dimension) {
  if (dimension == stmt.variables.size()) {
    emit(stmt.body);
    return;
  }
  const Type &t = type.canonical();
  const Type *element = nullptr;
  Range range;
  bool isDynamic = t.kind == TypeKind::DynamicArray || t.kind == TypeKind::Queue || t.isString();
  if (auto *assoc = dyn_cast<AssocArrayType>(&t); assoc && stmt.variables[dimension])
    return emitForeachKeys(stmt, *assoc, ref, dimension);
  if (isDynamic) {
    element = t.isString() ? &body.design.compilation.types().integer(IntKind::Byte)
                           : unpackedElementType(t);
  } else if (auto *array = dyn_cast<UnpackedArrayType>(&t)) {
    element = &array->element;
    range = array->range;
  } else if (auto *packed = dyn_cast<PackedArrayType>(&t)) {
    element = &packed->element;
    range = packed->range;
  } else if (t.isIntegral()) {
    element = &t;
    range = PackedIndexing::of(t).range;
  } else {
    unsupported(*stmt.array, "foreach without a variable for this dimension", "12.7.3");
    return;
  }
  const VariableSymbol *variable = stmt.variables[dimension];
  bool needsElement = hasDynamicParts(*element, stmt.variables.size() - dimension - 1) && !t.isString();
  if (!variable) {
    if (needsElement || isDynamic)
      unsupported(*stmt.array, "foreach without a variable for this dimension", "12.7.3");
    else
      emitForeachDimension(stmt, *element, ref, dimension + 1);
    return;
  }
  mlir::Type type64 = types().storage(*variable->type);
  mlir::Value counter = make<csim::LocalOp>(b.getI64Type(), false, "");
  make<csim::StoreOp>(constantInt(64, uint64_t(int64_t(range.left))), counter);
  mlir::Block *test = newBlock(), *body = newBlock(), *next = newBlock(), *exit = newBlock();
  branch(test);
  enter(test);
  mlir::Value index = make<csim::LoadOp>(counter);
  if (isDynamic) {
    mlir::Value count = t.isString() ? runtime("string_len", make<csim::LoadOp>(ref).getResult(), b.getI64Type())
                                     : mlir::Value(make<csim::DynSizeOp>(b.getI64Type(), ref));
    condBranch(make<arith::CmpIOp>(arith::CmpIPredicate::slt, index, count), body, exit);
  } else {
    auto predicate = range.isDescending() ? arith::CmpIPredicate::sge : arith::CmpIPredicate::sle;
    condBranch(make<arith::CmpIOp>(predicate, index, constantInt(64, uint64_t(int64_t(range.right)))), body, exit);
  }
  enter(body);
  make<csim::StoreOp>(convertIntegral(index, true, type64), createLocal(*variable));
  mlir::Value inner;
  if (needsElement && isDynamic)
    inner = make<csim::DynRefOp>(ref, index, false);
  else if (needsElement)
    inner = make<csim::ElemRefOp>(ref, make<csim::NormIndexOp>(index, range.left, range.right, /*packed=*/false));
  emitForeachBody(stmt, *element, inner, dimension, exit, next);
  mlir::Value now = make<csim::LoadOp>(counter);
  mlir::Value one = constantInt(64, 1);
  bool isDown = range.isDescending() && !isDynamic;
  mlir::Value stepped = isDown ? mlir::Value(make<arith::SubIOp>(now, one))
                                             : mlir::Value(make<arith::AddIOp>(now, one));
  make<csim::StoreOp>(stepped, counter);
  branch(test);
  enter(exit);
}

void FunctionGen::emitForeach(const ForeachStmt &stmt) {
  const Scope *outer = scope;
  if (stmt.scope)
    scope = stmt.scope;
  mlir::Value ref;
  if (stmt.array->type->isString() && !isAddressable(*stmt.array)) {
    ref = temporary(*stmt.array->type);
    make<csim::StoreOp>(emit(*stmt.array), ref);
  } else if (hasDynamicParts(*stmt.array->type, stmt.variables.size())) {
    ref = arrayRef(*stmt.array, false);
  }
  // The first dimension with a variable makes the loop that break leaves.
  bool isFirst = !stmt.variables.empty() && stmt.variables.front();
  mlir::Block *exit = isFirst ? nullptr : newBlock();
  if (exit)
    loops.push_back({exit, exit, activeScopes.size()});
  emitForeachDimension(stmt, *stmt.array->type, ref, 0);
  if (exit) {
    loops.pop_back();
    branch(exit);
    enter(exit);
  }
  scope = outer;
}

//===- AggregateGen.cpp - unpacked arrays and structures by reference -----===//
//
// LRM 7.2, 7.4, 10.9. An aggregate's value is some storage that holds it: the
// object itself where it has one, else a temporary in the frame.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;

mlir::Value FunctionGen::temporary(const Type &type) {
  return make<csim::LocalOp>(types().storage(type), /*isVolatile=*/false, "");
}

mlir::Value FunctionGen::partRef(mlir::Value aggregate, const Type &type, unsigned index) {
  if (type.canonical().kind == TypeKind::UnpackedArray)
    return make<csim::ElemRefOp>(aggregate, constantInt(64, index));
  return make<csim::FieldRefOp>(aggregate, index);
}

mlir::Value FunctionGen::emitPattern(const PatternExpr &expr, mlir::Value into) {
  const Type &type = expr.type->canonical();
  if (type.kind >= TypeKind::DynamicArray && type.kind <= TypeKind::AssocArray) {
    emitDynamicPattern(expr, into);
    return into;
  }
  bool isTagged = type.kind == TypeKind::UnpackedUnion && cast<UnpackedStructType>(type).tag;
  if (type.kind != TypeKind::UnpackedArray && type.kind != TypeKind::UnpackedStruct && !isTagged) {
    unsupported(expr, "assignment pattern of this type", "10.9");
    return into;
  }
  for (auto [i, element] : llvm::enumerate(expr.elements)) {
    if (!element)
      continue;
    LValue place;
    place.type = element->type;
    place.ref = partRef(into, type, unsigned(i));
    if (auto *nested = dyn_cast<PatternExpr>(element); nested && element->type->isAggregate())
      emitPattern(*nested, place.ref);
    else
      storeAny(place, emitRight(*element), isTemporary(*element));
  }
  return into;
}

/// Whether emitAggregate() gives storage that nobody else uses.
bool FunctionGen::isTemporary(const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::Pattern:
  case ExprKind::Call:
  case ExprKind::Concat:
  case ExprKind::NewArray:
  case ExprKind::MethodCall:
  case ExprKind::RangeSelect:
    return true;
  case ExprKind::Conversion: {
    const Expr &operand = *cast<ConversionExpr>(expr).operand;
    return types().storage(*operand.type) != types().storage(*expr.type) || isTemporary(operand);
  }
  default:
    return false;
  }
}

mlir::Value FunctionGen::emitAggregate(const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::Pattern:
    return emitPattern(cast<PatternExpr>(expr), temporary(*expr.type));
  case ExprKind::Conversion: {
    auto &conversion = cast<ConversionExpr>(expr);
    if (conversion.conversion == ConversionKind::BitStream || !conversion.operand->type->isAggregate())
      return emitBitStreamCast(conversion);
    return convertArray(emitAggregate(*conversion.operand), *conversion.operand->type, *expr.type);
  }
  case ExprKind::Conditional:
    return emitBranchingConditional(cast<ConditionalExpr>(expr));
  case ExprKind::Call:
    return emitCall(cast<CallExpr>(expr));
  case ExprKind::Assignment:
    return emitAssignment(cast<AssignmentExpr>(expr));
  case ExprKind::RangeSelect:
    if (expr.type->canonical().kind == TypeKind::Queue)
      return emitQueueSlice(cast<RangeSelectExpr>(expr));
    return load(emitSlice(cast<RangeSelectExpr>(expr)));
  case ExprKind::FieldSelect:
    if (!isAddressable(expr)) {
      auto &select = cast<FieldSelectExpr>(expr);
      checkTag(select);
      return make<csim::FieldRefOp>(emitAggregate(*select.base), select.field->index);
    }
    return emitRef(expr);
  case ExprKind::ElementSelect: {
    auto &select = cast<ElementSelectExpr>(expr);
    if (!isAddressable(expr))
      return elementRef(emitAggregate(*select.base), *select.base->type, *select.index, false);
    return emitRef(expr);
  }
  case ExprKind::NamedValue:
    return emitRef(expr);
  case ExprKind::Concat:
    return emitArrayConcat(cast<ConcatExpr>(expr));
  case ExprKind::NewArray:
    return emitNewArray(cast<NewArrayExpr>(expr));
  case ExprKind::Streaming: {
    mlir::Type streamType;
    return emitBitStream(expr, streamType);
  }
  case ExprKind::MethodCall:
    return emitMethodCall(cast<MethodCallExpr>(expr));
  default:
    unsupported(expr, "expression of an unpacked type", "11");
    return temporary(*expr.type);
  }
}

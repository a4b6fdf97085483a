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
  if (type.kind != TypeKind::UnpackedArray && type.kind != TypeKind::UnpackedStruct) {
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
      storeAny(place, emitRight(*element));
  }
  return into;
}

mlir::Value FunctionGen::emitAggregate(const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::Pattern:
    return emitPattern(cast<PatternExpr>(expr), temporary(*expr.type));
  case ExprKind::Conversion: {
    auto &conversion = cast<ConversionExpr>(expr);
    if (conversion.conversion == ConversionKind::BitStream || !conversion.operand->type->isAggregate()) {
      unsupported(expr, "bit-stream cast to an unpacked type", "6.24.3");
      return temporary(*expr.type);
    }
    return emitAggregate(*conversion.operand);
  }
  case ExprKind::Conditional:
    return emitBranchingConditional(cast<ConditionalExpr>(expr));
  case ExprKind::Call:
    return emitCall(cast<CallExpr>(expr));
  case ExprKind::Assignment:
    return emitAssignment(cast<AssignmentExpr>(expr));
  case ExprKind::RangeSelect:
    return load(emitSlice(cast<RangeSelectExpr>(expr)));
  case ExprKind::FieldSelect:
    if (!isAddressable(expr))
      return make<csim::FieldRefOp>(emitAggregate(*cast<FieldSelectExpr>(expr).base),
                                    cast<FieldSelectExpr>(expr).field->index);
    return emitRef(expr);
  case ExprKind::ElementSelect: {
    auto &select = cast<ElementSelectExpr>(expr);
    auto *array = dyn_cast<UnpackedArrayType>(&select.base->type->canonical());
    if (!isAddressable(expr) && array)
      return make<csim::ElemRefOp>(emitAggregate(*select.base), emitUnpackedIndex(*array, *select.index));
    return emitRef(expr);
  }
  case ExprKind::NamedValue:
    return emitRef(expr);
  case ExprKind::Concat:
  case ExprKind::NewArray:
    unsupported(expr, "unpacked array concatenation or dynamic array", "10.10");
    return temporary(*expr.type);
  default:
    unsupported(expr, "expression of an unpacked type", "11");
    return temporary(*expr.type);
  }
}

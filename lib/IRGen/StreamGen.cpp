//===- StreamGen.cpp - streams of bits of variable length -----------------===//
//
// LRM 6.24.3, 11.4.14. Where source or target is no vector, the bits go through a queue of
// bits: objects are appended to it, slices are reversed in it, and objects take their bits
// from it.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

/// Bits of the parts of fixed size.
static uint64_t fixedBits(const Type &type) {
  if (std::optional<uint64_t> bits = type.bitStreamWidth())
    return *bits;
  const Type &t = type.canonical();
  if (auto *array = dyn_cast<UnpackedArrayType>(&t))
    return array->range.size() * fixedBits(array->element);
  uint64_t sum = 0;
  if (auto *structure = dyn_cast<UnpackedStructType>(&t))
    for (const Field &field : structure->fields)
      sum += fixedBits(*field.type);
  return sum;
}

/// The bits of an expression, or of the elements of a streaming concatenation.
mlir::Value FunctionGen::emitBitStream(const Expr &source, mlir::Type &streamType) {
  streamType = csim::QueueType::get(&body.design.context, types().vector(1, true), -1);
  mlir::Value stream = make<csim::LocalOp>(streamType, false, "");
  auto append = [&](const Expr &part) {
    mlir::Value object;
    if (part.type->isAggregate()) {
      object = emitAggregate(part);
    } else {
      mlir::Value value = emit(part);
      object = temporary(*part.type);
      make<csim::StoreOp>(coerce(value, types().storage(*part.type)), object);
    }
    callRuntime("stream_append", {stream, typeNumber(streamType), object, typeNumber(*part.type)});
  };
  auto *concat = dyn_cast<StreamingExpr>(&source);
  if (!concat) {
    append(source);
    return stream;
  }
  for (const Expr *element : concat->elements)
    append(*element);
  if (concat->rightToLeft)
    callRuntime("stream_reverse", {stream, typeNumber(streamType), constantInt(64, concat->sliceSize)});
  return stream;
}

/// A cast needs as many bits as there are; a stream may be shorter than its target.
mlir::Value FunctionGen::emitBitStreamCast(const ConversionExpr &expr) {
  mlir::Type streamType;
  mlir::Value stream = emitBitStream(*expr.operand, streamType);
  if (std::optional<uint64_t> bits = expr.type->bitStreamWidth())
    callRuntime("stream_check", {stream, typeNumber(streamType), constantInt(64, *bits), constantInt(64, 0)});
  mlir::Value result = temporary(*expr.type);
  callRuntime("stream_take", {result, typeNumber(*expr.type), stream, typeNumber(streamType), constantInt(64, 0)});
  return expr.type->isAggregate() ? result : mlir::Value(make<csim::LoadOp>(result));
}

/// `{>>{a, q}} = source` (11.4.14.3): the first target of variable size takes what the others
/// leave.
void FunctionGen::assignStream(const StreamingExpr &target, const Expr &source) {
  mlir::Type streamType;
  mlir::Value stream = emitBitStream(source, streamType);
  uint64_t behind = 0;
  for (const Expr *element : target.elements)
    behind += fixedBits(*element->type);
  callRuntime("stream_check", {stream, typeNumber(streamType), constantInt(64, behind), constantInt(64, 1)});
  if (target.rightToLeft)
    callRuntime("stream_reverse", {stream, typeNumber(streamType), constantInt(64, target.sliceSize)});
  for (const Expr *element : target.elements) {
    behind -= fixedBits(*element->type);
    auto *range = dyn_cast<RangeSelectExpr>(element);
    if (range && element->type->isAggregate()) { // its bounds may be what was just taken
      mlir::Value array = emitRef(*range->base, true);
      auto [first, last] = sliceBounds(*range);
      callRuntime("stream_take_range", {array, typeNumber(*range->base->type), stream, typeNumber(streamType),
                                        first, last});
      continue;
    }
    mlir::Value ref = emitRef(*element, true);
    callRuntime("stream_take", {ref, typeNumber(*element->type), stream, typeNumber(streamType),
                                constantInt(64, behind)});
  }
}

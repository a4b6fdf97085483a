//===- TypeLowering.cpp - data types to csim types ------------------------===//
//
// Storage types follow docs/design/001-execution-model.md: a packed type is one
// vector whatever its structure; unpacked arrays, structures and unions keep
// their shape. Source types keep names, bounds and enumerators besides.
//
//===----------------------------------------------------------------------===//
#include "IRGen/TypeLowering.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;

std::pair<llvm::APInt, llvm::APInt> irgen::planesOf(const value::LogicVector &v) {
  size_t words = value::wordsFor(v.width());
  return {llvm::APInt(v.width(), llvm::ArrayRef(v.a(), words)),
          llvm::APInt(v.width(), llvm::ArrayRef(v.b(), words))};
}

mlir::Type TypeLowering::vector(uint32_t width, bool isFourState) {
  if (isFourState)
    return csim::LogicType::get(&context, width);
  return mlir::IntegerType::get(&context, width);
}

mlir::Type TypeLowering::storage(const Type &type) {
  mlir::Type &slot = storageCache[&type];
  if (!slot) {
    mlir::Type lowered = lower(type, false);
    return storageCache[&type] = lowered;
  }
  return slot;
}

mlir::Type TypeLowering::source(const Type &type) {
  mlir::Type &slot = sourceCache[&type];
  if (!slot) {
    mlir::Type lowered = lower(type, true);
    return sourceCache[&type] = lowered;
  }
  return slot;
}

mlir::Type TypeLowering::lowerIntegralSource(const Type &type) {
  mlir::Builder b(&context);
  const Type &t = type.canonical();
  auto name = [&](llvm::StringRef fallback) {
    if (auto *alias = dyn_cast<AliasType>(&type))
      return b.getStringAttr(alias->name);
    return b.getStringAttr(fallback);
  };
  if (auto *e = dyn_cast<EnumType>(&t)) {
    llvm::SmallVector<csim::EnumMember> members;
    for (const EnumType::Value &v : e->values) {
      auto [a, unknown] = planesOf(v.value);
      mlir::TypedAttr attr = e->fourState
                                 ? mlir::TypedAttr(csim::LogicAttr::get(&context, a, unknown))
                                 : mlir::TypedAttr(b.getIntegerAttr(storage(t), a));
      members.push_back({b.getStringAttr(v.name), attr});
    }
    return csim::EnumDescType::get(&context, name(e->name), storage(t), members);
  }
  if (auto *s = dyn_cast<PackedStructType>(&t)) {
    llvm::SmallVector<csim::PackedField> fields;
    for (const Field &f : s->fields)
      if (f.type)
        fields.push_back({b.getStringAttr(f.name), source(*f.type), f.bitOffset});
    return csim::PStructType::get(&context, name(s->name), storage(t), s->signedness, fields);
  }
  if (auto *array = dyn_cast<PackedArrayType>(&t))
    return csim::PackedType::get(&context, name(""), source(array->element), array->range.left,
                                 array->range.right, array->signedness);
  if (t.kind == TypeKind::PredefinedInt)
    return csim::PackedType::get(&context, name(t.toString()), vector(1, t.isFourState()),
                                 int32_t(t.width()) - 1, 0, t.isSigned());
  return storage(t);
}

/// Keys have an order, so that their sign is part of the type.
mlir::Type TypeLowering::lowerKey(const Type &type) {
  if (!type.isIntegral())
    return type.isAggregate() ? source(type) : storage(type);
  return csim::PackedType::get(&context, mlir::StringAttr::get(&context, ""),
                               vector(1, type.isFourState()), int32_t(type.width()) - 1, 0,
                               type.isSigned());
}

mlir::Type TypeLowering::cellOf(const Type &type) {
  mlir::Type number = mlir::IntegerType::get(&context, 64);
  if (type.canonical().kind == TypeKind::Semaphore)
    return number;
  auto name = [&](llvm::StringRef text) { return mlir::StringAttr::get(&context, text); };
  mlir::Type message = csim::ClassHandleType::get(&context, name("message"));
  return csim::UStructType::get(
      &context, name("mailbox"),
      {{name("messages"), csim::QueueType::get(&context, message, -1)}, {name("bound"), number}});
}

mlir::Type TypeLowering::lower(const Type &type, bool isSource) {
  auto inner = [&](const Type &t) { return isSource ? source(t) : storage(t); };
  const Type &t = type.canonical();
  if (t.isIntegral())
    return isSource ? lowerIntegralSource(type) : vector(t.width(), t.isFourState());
  switch (t.kind) {
  case TypeKind::Real:
  case TypeKind::ShortReal:
    return mlir::Float64Type::get(&context);
  case TypeKind::String:
    return csim::StringType::get(&context);
  case TypeKind::Event:
    return csim::EventType::get(&context);
  case TypeKind::Semaphore:
  case TypeKind::Mailbox:
    return csim::ClassHandleType::get(&context, mlir::StringAttr::get(&context, t.toString()));
  case TypeKind::VirtualInterface:
    return csim::InstanceHandleType::get(
        &context, mlir::StringAttr::get(&context, cast<VirtualInterfaceType>(t).name));
  case TypeKind::UnpackedArray: {
    auto &array = cast<UnpackedArrayType>(t);
    return csim::UArrayType::get(inner(array.element), array.range.left, array.range.right);
  }
  case TypeKind::UnpackedStruct:
  case TypeKind::UnpackedUnion: {
    auto &s = cast<UnpackedStructType>(t);
    llvm::SmallVector<csim::StructField> fields;
    for (const Field &f : s.fields)
      fields.push_back({mlir::StringAttr::get(&context, f.name),
                        f.type ? inner(*f.type) : mlir::IntegerType::get(&context, 1)});
    if (s.tag)
      fields.push_back({mlir::StringAttr::get(&context, s.tag->name), inner(*s.tag->type)});
    auto name = mlir::StringAttr::get(&context, s.name);
    if (s.isUnion() && !s.tag)
      return csim::UUnionType::get(&context, name, fields);
    return csim::UStructType::get(&context, name, fields);
  }
  case TypeKind::DynamicArray:
    return csim::DynArrayType::get(&context, inner(cast<DynamicArrayType>(t).element));
  case TypeKind::Queue: {
    auto &queue = cast<QueueType>(t);
    return csim::QueueType::get(&context, inner(queue.element), int64_t(queue.maxSize) - 1);
  }
  case TypeKind::AssocArray: {
    auto &assoc = cast<AssocArrayType>(t);
    mlir::Type key = assoc.key ? lowerKey(*assoc.key) : mlir::Type(mlir::NoneType::get(&context));
    return csim::AssocType::get(&context, inner(assoc.element), key);
  }
  default:
    return csim::CHandleType::get(&context);
  }
}

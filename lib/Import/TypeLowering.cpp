//===- TypeLowering.cpp - hardware types as integers -------------------------===//
//
// Aggregates are flattened. Clocks are bits; an immutable value is like the value. Functions
// and pointers are numbers of 64 bits.
//
//===----------------------------------------------------------------------===//

#include "Import/TypeLowering.h"
#include "Import/Containers.h"

#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/Moore/Moore.h"
#include "IR/Circt/Seq/Seq.h"
#include "IR/Circt/Sim/Sim.h"

#include "mlir/Dialect/LLVMIR/LLVMTypes.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

bool import::isAggregate(Type type) {
  return isa<csim::UArrayType, csim::UStructType, csim::UUnionType, csim::DynArrayType,
             csim::QueueType, csim::AssocType>(type);
}

Type TypeLowering::resolve(Type type) const {
  if (parameters && !parameters.empty()) {
    FailureOr<Type> known = hw::substituteParameters(type, parameters, std::nullopt);
    if (failed(known))
      return {};
    type = *known;
  }
  return hw::canonicalType(type);
}

std::optional<unsigned> TypeLowering::widthOf(Type type) const {
  Type known = resolve(type);
  if (!known)
    return std::nullopt;
  if (isa<seq::ClockType>(known))
    return 1;
  if (isa<FunctionType, LLVM::LLVMPointerType>(known))
    return 64;
  if (auto immutable = dyn_cast<seq::ImmutableType>(known))
    return widthOf(immutable.getInnerType());
  if (isa<hw::InOutType>(known))
    return std::nullopt;
  std::optional<uint64_t> width = hw::bitWidthOf(known);
  return width && *width < IntegerType::kMaxWidth ? std::optional<unsigned>(unsigned(*width))
                                                  : std::nullopt;
}

Type TypeLowering::lower(Type type) const {
  if (isa<moore::MooreDialect>(type.getDialect()))
    return lowerMooreType(type);
  if (isa<sim::SimDialect>(type.getDialect()))
    return lowerSimType(type, *this);
  if (isa<FloatType>(type))
    return Float64Type::get(type.getContext());
  if (isa<llhd::TimeType>(type)) // femtoseconds
    return IntegerType::get(type.getContext(), 64);
  if (std::optional<unsigned> width = widthOf(type))
    return IntegerType::get(type.getContext(), std::max(1u, *width));
  Type known = resolve(type);
  return known ? lowerUnpacked(known, *this) : Type();
}

Type TypeLowering::storageOf(Type type) const {
  auto array = dyn_cast_if_present<hw::UnpackedArrayType>(resolve(type));
  if (!array)
    return lower(type);
  Type element = storageOf(array.getElementType());
  std::optional<uint64_t> size = array.getKnownSize();
  if (!element || !size || *size == 0 || *size > uint64_t(INT32_MAX))
    return {};
  return csim::UArrayType::get(element, 0, int32_t(*size) - 1);
}

std::optional<llvm::APInt> TypeLowering::bitsOf(Attribute value, Type type) const {
  Type known = resolve(type);
  std::optional<unsigned> width = widthOf(type);
  if (!known || !width)
    return std::nullopt;
  unsigned size = std::max(1u, *width);
  if (auto number = dyn_cast<IntegerAttr>(value))
    return number.getValue().zextOrTrunc(size);
  if (auto name = dyn_cast<StringAttr>(value)) {
    auto enumType = dyn_cast<hw::EnumType>(known);
    std::optional<uint32_t> index = enumType ? enumType.indexOf(name) : std::nullopt;
    return index ? std::optional(llvm::APInt(size, *index)) : std::nullopt;
  }
  auto elements = dyn_cast<ArrayAttr>(value);
  if (!elements)
    return std::nullopt;
  llvm::APInt bits(size, 0);
  for (auto [i, element] : llvm::enumerate(elements)) {
    Type part = llvm::TypeSwitch<Type, Type>(known)
                    .Case([&](hw::StructType t) { return t.getElements()[i].type; })
                    .Case<hw::ArrayType, hw::UnpackedArrayType>(
                        [](auto t) { return t.getElementType(); })
                    .Default(Type());
    std::optional<llvm::APInt> sub = part ? bitsOf(element, part) : std::nullopt;
    if (!sub)
      return std::nullopt;
    unsigned partWidth = *widthOf(part);
    if (partWidth)
      bits = bits.shl(partWidth) | sub->zext(size);
  }
  return bits;
}

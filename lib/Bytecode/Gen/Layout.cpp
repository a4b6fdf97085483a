//===- Layout.cpp - types to storage ----------------------------------------===//
//
// Packed scalars of width w take a unit of 1, 2, 4 or 8 bytes, wider ones whole
// 8-byte words; reals and handles 8 bytes. Elements of unpacked arrays follow
// each other without padding beyond the element's own size; members of unpacked
// structures are aligned to their unit, and a structure's size is a multiple of
// its alignment. Both planes have the same layout. Every type is computed once.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/Layout.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using model::TypeImage;
using model::TypeKind;

// --- Sizes ------------------------------------------------------------------------

static Storage scalarStorage(uint32_t width) {
  if (width > 64)
    return {uint64_t(llvm::divideCeil(width, 64)) * 8, 0, 8};
  uint32_t unit = width <= 8 ? 1 : width <= 16 ? 2 : width <= 32 ? 4 : 8;
  return {unit, unit, unit};
}

Storage Layout::compute(Type type) {
  if (unsigned width = csim::bitWidthOf(type))
    return scalarStorage(width);
  if (auto array = dyn_cast<csim::UArrayType>(type)) {
    Storage element = storageOf(array.getElement());
    return {element.size * array.getCount(), 0, element.alignment};
  }
  if (auto structure = dyn_cast<csim::UStructType>(type)) {
    Storage out;
    for (const csim::StructField &field : structure.getFields()) {
      Storage member = storageOf(field.type);
      out.size = llvm::alignTo(out.size, member.alignment) + member.size;
      out.alignment = std::max(out.alignment, member.alignment);
    }
    out.size = llvm::alignTo(std::max<uint64_t>(out.size, 1), out.alignment);
    return out;
  }
  if (auto unionType = dyn_cast<csim::UUnionType>(type)) {
    Storage out;
    for (const csim::StructField &field : unionType.getFields()) {
      Storage member = storageOf(field.type);
      out.size = std::max(out.size, member.size);
      out.alignment = std::max(out.alignment, member.alignment);
    }
    out.size = llvm::alignTo(std::max<uint64_t>(out.size, 1), out.alignment);
    return out;
  }
  return {8, 8, 8};
}

Storage Layout::storageOf(Type type) {
  if (auto it = storages.find(type); it != storages.end())
    return it->second;
  Storage storage = compute(type);
  storages[type] = storage;
  return storage;
}

Place Layout::fieldOf(Type type, unsigned field) {
  if (auto unionType = dyn_cast<csim::UUnionType>(type))
    return {0, unionType.getFields()[field].type};
  auto structure = cast<csim::UStructType>(type);
  uint64_t offset = 0;
  for (unsigned i = 0;; ++i) {
    Type member = structure.getFields()[i].type;
    Storage storage = storageOf(member);
    offset = llvm::alignTo(offset, storage.alignment);
    if (i == field)
      return {offset, member};
    offset += storage.size;
  }
}

Place Layout::follow(Type type, ArrayRef<int64_t> path) {
  Place place{0, type};
  for (int64_t step : path) {
    if (auto array = dyn_cast<csim::UArrayType>(place.type)) {
      if (step < 0 || uint64_t(step) >= array.getCount())
        return {};
      place = {place.offset + strideOf(array) * uint64_t(step), array.getElement()};
      continue;
    }
    size_t fields = 0;
    if (auto structure = dyn_cast<csim::UStructType>(place.type))
      fields = structure.getFields().size();
    else if (auto unionType = dyn_cast<csim::UUnionType>(place.type))
      fields = unionType.getFields().size();
    if (step < 0 || uint64_t(step) >= fields)
      return {};
    Place member = fieldOf(place.type, unsigned(step));
    place = {place.offset + member.offset, member.type};
  }
  return place;
}

// --- Rows of DesignImage::types ---------------------------------------------------------

static std::vector<uint64_t> wordsOf(const APInt &value) {
  return {value.getRawData(), value.getRawData() + value.getNumWords()};
}

static void describeEnum(csim::EnumDescType type, TypeImage &out) {
  for (const csim::EnumMember &member : type.getMembers()) {
    std::vector<uint64_t> words;
    if (auto logic = dyn_cast<csim::LogicAttr>(member.value)) {
      words = wordsOf(logic.getValue());
      std::vector<uint64_t> unknown = wordsOf(logic.getUnknown());
      words.insert(words.end(), unknown.begin(), unknown.end());
    } else if (auto integer = dyn_cast<IntegerAttr>(member.value)) {
      words = wordsOf(integer.getValue());
      words.resize(words.size() * 2);
    }
    out.enumerators.emplace_back(member.name.str(), std::move(words));
  }
}

void Layout::describePacked(Type type, TypeImage &out) {
  out.kind = csim::isFourState(type) ? TypeKind::Logic : TypeKind::Bits;
  out.width = csim::bitWidthOf(type);
  out.left = int32_t(out.width) - 1;
  if (auto packed = dyn_cast<csim::PackedType>(type)) {
    out.name = packed.getName().str();
    out.isSigned = packed.getIsSigned();
    out.left = packed.getLeft();
    out.right = packed.getRight();
    if (unsigned element = csim::bitWidthOf(packed.getElement()); element > 1) {
      out.element = typeId(packed.getElement());
      out.count = out.width / element;
    }
  } else if (auto enumType = dyn_cast<csim::EnumDescType>(type)) {
    out.name = enumType.getName().str();
    if (auto base = dyn_cast<csim::PackedType>(enumType.getBase())) {
      out.isSigned = base.getIsSigned();
      out.left = base.getLeft();
      out.right = base.getRight();
    }
    describeEnum(enumType, out);
  } else if (auto structure = dyn_cast<csim::PStructType>(type)) {
    out.name = structure.getName().str();
    out.isSigned = structure.getIsSigned();
    for (const csim::PackedField &field : structure.getFields())
      out.fields.push_back({field.name.str(), typeId(field.type), field.offset});
  }
}

TypeImage Layout::describe(Type type) {
  TypeImage out;
  Storage storage = storageOf(type);
  out.size = storage.size;
  out.unit = storage.unit;
  if (csim::bitWidthOf(type)) {
    describePacked(type, out);
    return out;
  }
  auto describeFields = [&](auto aggregate) {
    out.name = aggregate.getName().str();
    for (unsigned i = 0; i < aggregate.getFields().size(); ++i) {
      Place member = fieldOf(aggregate, i);
      out.fields.push_back(
          {aggregate.getFields()[i].name.str(), typeId(member.type), uint32_t(member.offset)});
    }
  };
  auto describeDynamic = [&](TypeKind kind, Type element) {
    out.kind = kind;
    out.element = typeId(element);
    out.stride = storageOf(element).size;
  };
  llvm::TypeSwitch<Type>(type)
      .Case<csim::UArrayType>([&](csim::UArrayType array) {
        out.kind = TypeKind::Array;
        out.element = typeId(array.getElement());
        out.left = array.getLeft();
        out.right = array.getRight();
        out.count = array.getCount();
        out.stride = strideOf(array);
      })
      .Case<csim::UStructType>([&](auto t) { out.kind = TypeKind::Struct, describeFields(t); })
      .Case<csim::UUnionType>([&](auto t) { out.kind = TypeKind::Union, describeFields(t); })
      .Case<csim::StringType>([&](auto) { out.kind = TypeKind::String; })
      .Case<csim::EventType>([&](auto) { out.kind = TypeKind::Event; })
      .Case<csim::CHandleType>([&](auto) { out.kind = TypeKind::CHandle; })
      .Case<csim::ClassHandleType>([&](csim::ClassHandleType t) {
        out.kind = TypeKind::Class;
        out.name = t.getName().str();
      })
      .Case<csim::InstanceHandleType>([&](csim::InstanceHandleType t) {
        out.kind = TypeKind::Instance;
        out.name = t.getModule().str();
      })
      .Case<csim::DynArrayType>([&](auto t) { describeDynamic(TypeKind::Dynamic, t.getElement()); })
      .Case<csim::QueueType>([&](csim::QueueType t) {
        describeDynamic(TypeKind::Queue, t.getElement());
        out.count = t.getBound() < 0 ? 0 : uint64_t(t.getBound()) + 1;
      })
      .Case<csim::AssocType>([&](csim::AssocType t) {
        describeDynamic(TypeKind::Assoc, t.getElement());
        if (!isa<NoneType>(t.getKey()))
          out.key = typeId(t.getKey());
      })
      .Case<Float32Type>([&](auto) { out.kind = TypeKind::ShortReal; })
      .Default([&](Type) { out.kind = TypeKind::Real; });
  return out;
}

model::TypeId Layout::typeId(Type type) {
  if (auto it = ids.find(type); it != ids.end())
    return it->second;
  TypeImage described = describe(type);
  auto id = model::TypeId(image.types.size());
  image.types.push_back(std::move(described));
  ids[type] = id;
  return id;
}

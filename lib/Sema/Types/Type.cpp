//===- Type.cpp - SystemVerilog data types ------------------------------------===//
//
// Properties and names of types. A type is described in two ways: `toString` is
// the string of $typename (20.6.1): typedefs replaced by what they stand for,
// default signs left out, nominal types with their contents; `describe` is for
// messages and prefers the names that the user wrote.
//
// Bit widths: a packed dimension multiplies the width of its element; the
// bit-stream width (6.24.3, $bits) of an unpacked aggregate is the sum of its
// parts and does not exist if a part has no fixed size.
//
//===----------------------------------------------------------------------===//
#include "Sema/Types/Type.h"

#include "Value/Convert.h"

#include <algorithm>

using namespace circtsim;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;

//===-- Properties ------------------------------------------------------------===//

const Type &Type::canonical() const {
  const Type *type = this;
  while (const auto *alias = dyn_cast<AliasType>(type))
    type = &alias->target;
  return *type;
}

uint32_t Type::width() const {
  const Type &type = canonical();
  if (const auto *integral = dyn_cast<IntegralType>(&type))
    return integral->bits;
  if (type.kind == TypeKind::Real)
    return 64;
  return type.kind == TypeKind::ShortReal ? 32 : 0;
}

bool Type::isSigned() const {
  const Type &type = canonical();
  if (const auto *integral = dyn_cast<IntegralType>(&type))
    return integral->signedness;
  return type.isReal();
}

bool Type::isFourState() const {
  const Type &type = canonical();
  if (const auto *integral = dyn_cast<IntegralType>(&type))
    return integral->fourState;
  if (const auto *array = dyn_cast<UnpackedArrayType>(&type))
    return array->element.isFourState();
  if (const auto *array = dyn_cast<DynamicArrayType>(&type))
    return array->element.isFourState();
  if (const auto *queue = dyn_cast<QueueType>(&type))
    return queue->element.isFourState();
  if (const auto *array = dyn_cast<AssocArrayType>(&type))
    return array->element.isFourState();
  if (const auto *structure = dyn_cast<UnpackedStructType>(&type))
    return std::any_of(structure->fields.begin(), structure->fields.end(),
                       [](const Field &f) { return f.type && f.type->isFourState(); });
  return false;
}

std::optional<uint64_t> Type::bitStreamWidth() const {
  const Type &type = canonical();
  if (type.isNumeric())
    return type.width();
  if (const auto *array = dyn_cast<UnpackedArrayType>(&type)) {
    std::optional<uint64_t> element = array->element.bitStreamWidth();
    if (!element)
      return std::nullopt;
    return *element * array->range.size();
  }
  const auto *structure = dyn_cast<UnpackedStructType>(&type);
  if (!structure)
    return std::nullopt;
  uint64_t total = 0;
  for (const Field &field : structure->fields) {
    std::optional<uint64_t> bits = field.type ? field.type->bitStreamWidth() : 0;
    if (!bits)
      return std::nullopt;
    total = structure->isUnion() ? std::max(total, *bits) : total + *bits;
  }
  return total;
}

PredefinedIntType::PredefinedIntType(IntKind k, bool isSigned)
    : IntegralType(TypeKind::PredefinedInt, 32, isSigned,
                   k == IntKind::Integer || k == IntKind::Time),
      intKind(k) {
  static constexpr uint8_t widths[] = {8, 16, 32, 64, 32, 64};
  bits = widths[unsigned(k)];
}

PackedArrayType::PackedArrayType(const Type &element, Range range, bool isSigned)
    : IntegralType(TypeKind::PackedArray, element.width() * range.size(), isSigned,
                   element.isFourState()),
      element(element), range(range) {}

EnumType::EnumType(const Type &base, llvm::StringRef name, llvm::ArrayRef<Value> values)
    : IntegralType(TypeKind::Enum, base.width(), base.isSigned(), base.isFourState()), base(base),
      name(name), values(values) {}

//===-- Names -------------------------------------------------------------------===//

namespace {

/// 32'sd5: the form of enumeration values in 20.6.1; unknown bits as 4'b1x0z.
std::string decimalLiteral(const value::LogicVector &v) {
  if (v.isUnknown())
    return v.toLiteral();
  std::string out = std::to_string(v.width()) + (v.isSigned() ? "'sd" : "'d");
  value::appendDecimal(out, v.ref());
  return out;
}

/// Prints a type. `full` is the form of $typename.
class TypePrinter {
public:
  TypePrinter(std::string &out, bool full) : out(out), full(full) {}
  void print(const Type &type);

private:
  void builtin(TypeKind kind);
  void predefined(const PredefinedIntType &type);
  void packedArray(const PackedArrayType &type);
  void enumeration(const EnumType &type);
  void structure(llvm::StringRef name, llvm::ArrayRef<Field> fields, bool isUnion, bool isPacked,
                 bool isTagged, bool isSigned);
  void unpackedArray(const Type &type);

  std::string &out;
  bool full;
};

void TypePrinter::builtin(TypeKind kind) {
  switch (kind) {
  case TypeKind::Error:
    out += "<error>";
    break;
  case TypeKind::Void:
    out += "void";
    break;
  case TypeKind::Null:
    out += "null";
    break;
  case TypeKind::Unbounded:
    out += "$";
    break;
  case TypeKind::TypeRef:
    out += "type";
    break;
  case TypeKind::Real:
    out += "real";
    break;
  case TypeKind::ShortReal:
    out += "shortreal";
    break;
  case TypeKind::String:
    out += "string";
    break;
  case TypeKind::Event:
    out += "event";
    break;
  case TypeKind::CHandle:
    out += "chandle";
    break;
  case TypeKind::Process:
    out += "process";
    break;
  case TypeKind::Semaphore:
    out += "semaphore";
    break;
  case TypeKind::Mailbox:
    out += "mailbox";
    break;
  case TypeKind::Class:
    out += "class";
    break;
  default:
    break;
  }
}

void TypePrinter::predefined(const PredefinedIntType &type) {
  static constexpr const char *names[] = {"byte", "shortint", "int", "longint", "integer", "time"};
  out += names[unsigned(type.intKind)];
  bool defaultSign = type.intKind != IntKind::Time;
  if (type.signedness != defaultSign)
    out += type.signedness ? " signed" : " unsigned";
}

void TypePrinter::packedArray(const PackedArrayType &type) {
  const Type *base = &type;
  std::string dimensions;
  while (const auto *array = dyn_cast<PackedArrayType>(full ? &base->canonical() : base)) {
    dimensions +=
        '[' + std::to_string(array->range.left) + ':' + std::to_string(array->range.right) + ']';
    base = &array->element;
  }
  print(*base);
  if (type.signedness && !base->isSigned())
    out += " signed";
  out += dimensions;
}

void TypePrinter::enumeration(const EnumType &type) {
  if (!full) {
    out += type.name.empty() ? "enum" : type.name.str();
    return;
  }
  out += "enum{";
  for (const EnumType::Value &value : type.values) {
    if (&value != type.values.begin())
      out += ',';
    out += value.name.str() + '=' + decimalLiteral(value.value);
  }
  out += '}';
  out += type.name.str();
}

void TypePrinter::structure(llvm::StringRef name, llvm::ArrayRef<Field> fields, bool isUnion,
                            bool isPacked, bool isTagged, bool isSigned) {
  if (!full && !name.empty()) {
    out += name.str();
    return;
  }
  out += isUnion ? "union" : "struct";
  if (isTagged)
    out += " tagged";
  if (isPacked)
    out += isSigned ? " packed signed" : " packed";
  if (!full)
    return;
  out += '{';
  for (const Field &field : fields) {
    if (field.type)
      print(*field.type);
    else
      out += "void";
    out += ' ' + field.name.str() + ';';
  }
  out += '}';
  out += name.str();
}

void TypePrinter::unpackedArray(const Type &type) {
  const Type *element = &type;
  std::string dimensions;
  for (;;) {
    const Type *t = full ? &element->canonical() : element;
    if (const auto *array = dyn_cast<UnpackedArrayType>(t)) {
      dimensions +=
          '[' + std::to_string(array->range.left) + ':' + std::to_string(array->range.right) + ']';
      element = &array->element;
    } else if (const auto *dynamic = dyn_cast<DynamicArrayType>(t)) {
      dimensions += "[]";
      element = &dynamic->element;
    } else if (const auto *queue = dyn_cast<QueueType>(t)) {
      dimensions += queue->maxSize ? "[$:" + std::to_string(queue->maxSize - 1) + ']' : "[$]";
      element = &queue->element;
    } else if (const auto *assoc = dyn_cast<AssocArrayType>(t)) {
      std::string key = "*";
      if (assoc->key)
        key = full ? assoc->key->toString() : assoc->key->describe();
      dimensions += '[' + key + ']';
      element = &assoc->element;
    } else {
      break;
    }
  }
  print(*element);
  out += '$' + dimensions;
}

void TypePrinter::print(const Type &type) {
  if (const auto *alias = dyn_cast<AliasType>(&type)) {
    if (full)
      print(alias->target);
    else
      out += alias->name.str();
    return;
  }
  switch (type.kind) {
  case TypeKind::Scalar: {
    const auto &scalar = *cast<ScalarType>(&type);
    out += scalar.fourState ? "logic" : "bit";
    out += scalar.signedness ? " signed" : "";
    return;
  }
  case TypeKind::PredefinedInt:
    return predefined(*cast<PredefinedIntType>(&type));
  case TypeKind::PackedArray:
    return packedArray(*cast<PackedArrayType>(&type));
  case TypeKind::Enum:
    return enumeration(*cast<EnumType>(&type));
  case TypeKind::PackedStruct:
  case TypeKind::PackedUnion: {
    const auto &packed = *cast<PackedStructType>(&type);
    return structure(packed.name, packed.fields, packed.isUnion(), true, packed.tag != nullptr,
                     packed.signedness);
  }
  case TypeKind::UnpackedStruct:
  case TypeKind::UnpackedUnion: {
    const auto &unpacked = *cast<UnpackedStructType>(&type);
    return structure(unpacked.name, unpacked.fields, unpacked.isUnion(), false, unpacked.tag != nullptr,
                     false);
  }
  case TypeKind::UnpackedArray:
  case TypeKind::DynamicArray:
  case TypeKind::Queue:
  case TypeKind::AssocArray:
    return unpackedArray(type);
  case TypeKind::VirtualInterface: {
    const auto &handle = *cast<VirtualInterfaceType>(&type);
    out += "virtual interface " + handle.name.str();
    if (handle.modport)
      out += "." + handle.modportName.str();
    return;
  }
  default:
    return builtin(type.kind);
  }
}

} // namespace

std::string Type::toString() const {
  std::string out;
  TypePrinter(out, true).print(*this);
  return out;
}

std::string Type::describe() const {
  std::string out;
  TypePrinter(out, false).print(*this);
  return out;
}

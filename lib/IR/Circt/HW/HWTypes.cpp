//===- HWTypes.cpp - types of hardware values -------------------------------===//
//
// Inside of array, uarray and inout the element types of this dialect are written
// without `!hw.`. An alias is equal in meaning to the type it names: questions
// about types look through aliases.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/HW/HW.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim::circt::hw;

// --- Syntax of elements ----------------------------------------------------------

static ParseResult parseHWElementType(AsmParser &p, Type &type) {
  static constexpr StringRef shortNames[] = {"array",     "uarray", "inout", "struct",
                                             "typealias", "int",    "enum",  "union"};
  StringRef name;
  if (failed(p.parseOptionalKeyword(&name, shortNames)))
    return p.parseType(type);
  type = llvm::StringSwitch<function_ref<Type()>>(name)
             .Case("array", [&] { return ArrayType::parse(p); })
             .Case("uarray", [&] { return UnpackedArrayType::parse(p); })
             .Case("inout", [&] { return InOutType::parse(p); })
             .Case("struct", [&] { return StructType::parse(p); })
             .Case("typealias", [&] { return TypeAliasType::parse(p); })
             .Case("int", [&] { return IntType::parse(p); })
             .Case("enum", [&] { return EnumType::parse(p); })
             .Default([&] { return UnionType::parse(p); })();
  return success(bool(type));
}

static void printHWElementType(AsmPrinter &p, Type type) {
  llvm::TypeSwitch<Type>(type)
      .Case<ArrayType, UnpackedArrayType, InOutType, StructType, TypeAliasType, IntType, EnumType,
            UnionType>([&](auto t) {
        p << t.getMnemonic();
        t.print(p);
      })
      .Default([&](Type t) { p << t; });
}

static ParseResult parseHWArray(AsmParser &p, Attribute &size, Type &element) {
  Type i64 = p.getBuilder().getI64Type();
  uint64_t literal;
  if (OptionalParseResult number = p.parseOptionalInteger(literal); number.has_value()) {
    if (failed(*number))
      return failure();
    size = p.getBuilder().getI64IntegerAttr(int64_t(literal));
  } else if (OptionalParseResult other = p.parseOptionalAttribute(size, i64); other.has_value()) {
    if (failed(*other))
      return failure();
  } else {
    return p.emitError(p.getNameLoc(), "expected integer");
  }
  if (!isa<IntegerAttr, ParamExprAttr, ParamDeclRefAttr>(size))
    return p.emitError(p.getNameLoc(), "unsupported dimension kind in hw.array");
  return failure(p.parseXInDimensionList() || parseHWElementType(p, element));
}

static void printHWArray(AsmPrinter &p, Attribute size, Type element) {
  p.printAttributeWithoutType(size);
  p << 'x';
  printHWElementType(p, element);
}

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/HW/HWTypes.cpp.inc"

namespace circtsim::circt::hw {

void HWDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/HW/HWTypes.cpp.inc"
      >();
}

// --- Questions ---------------------------------------------------------------------

std::optional<uint32_t> indexOfField(ArrayRef<FieldInfo> fields, StringRef name) {
  const auto *it = llvm::find_if(fields, [&](const FieldInfo &f) { return f.name == name; });
  if (it == fields.end())
    return std::nullopt;
  return uint32_t(it - fields.begin());
}

static SmallVector<FieldInfo> canonicalFields(ArrayRef<FieldInfo> fields) {
  SmallVector<FieldInfo> result(fields);
  for (FieldInfo &field : result)
    field.type = canonicalType(field.type);
  return result;
}

Type canonicalType(Type type) {
  return llvm::TypeSwitch<Type, Type>(type)
      .Case([](TypeAliasType t) { return canonicalType(t.getInnerType()); })
      .Case<ArrayType, UnpackedArrayType>([](auto t) {
        return decltype(t)::get(t.getContext(), canonicalType(t.getElementType()),
                                t.getSizeAttr());
      })
      .Case<StructType, UnionType>([](auto t) {
        return decltype(t)::get(t.getContext(), canonicalFields(t.getElements()));
      })
      .Case([](InOutType t) { return InOutType::get(canonicalType(t.getElementType())); })
      .Default(type);
}

static std::optional<uint64_t> structWidth(StructType type) {
  uint64_t sum = 0;
  for (const FieldInfo &field : type.getElements()) {
    std::optional<uint64_t> width = bitWidthOf(field.type);
    if (!width)
      return std::nullopt;
    sum += *width;
  }
  return sum;
}

static std::optional<uint64_t> unionWidth(UnionType type) {
  uint64_t widest = 0;
  for (const FieldInfo &field : type.getElements()) {
    std::optional<uint64_t> width = bitWidthOf(field.type);
    if (!width)
      return std::nullopt;
    widest = std::max(widest, *width + field.offset);
  }
  return widest;
}

std::optional<uint64_t> bitWidthOf(Type type) {
  using Width = std::optional<uint64_t>;
  return llvm::TypeSwitch<Type, Width>(type)
      .Case([](IntegerType t) { return Width(t.getWidth()); })
      .Case([](TypeAliasType t) { return bitWidthOf(t.getInnerType()); })
      .Case<ArrayType, UnpackedArrayType>([](auto t) -> Width {
        Width element = bitWidthOf(t.getElementType()), size = t.getKnownSize();
        return element && size ? Width(*element * *size) : std::nullopt;
      })
      .Case([](StructType t) { return structWidth(t); })
      .Case([](UnionType t) { return unionWidth(t); })
      .Case([](EnumType t) -> Width {
        size_t count = t.getFields().size();
        return count > 1 ? llvm::Log2_64_Ceil(count) : 1;
      })
      .Default([](Type) { return Width(); });
}

bool isHWIntegerType(Type type) {
  Type behind = canonicalType(type);
  return isa<IntType>(behind) || behind.isSignlessInteger();
}

static bool allFields(ArrayRef<FieldInfo> fields, function_ref<bool(Type)> holds) {
  return llvm::all_of(fields, [&](const FieldInfo &f) { return holds(f.type); });
}

bool isHWValueType(Type type) {
  return llvm::TypeSwitch<Type, bool>(canonicalType(type))
      .Case<IntegerType, IntType, EnumType>([](Type) { return true; })
      .Case<ArrayType, UnpackedArrayType>([](auto t) { return isHWValueType(t.getElementType()); })
      .Case<StructType, UnionType>([](auto t) { return allFields(t.getElements(), isHWValueType); })
      .Default([](Type) { return false; });
}

bool hasNoInOut(Type type) {
  return llvm::TypeSwitch<Type, bool>(canonicalType(type))
      .Case([](InOutType) { return false; })
      .Case<ArrayType, UnpackedArrayType>([](auto t) { return hasNoInOut(t.getElementType()); })
      .Case([](StructType t) { return allFields(t.getElements(), hasNoInOut); })
      .Default([](Type) { return true; });
}

bool isConstantAggregate(Type type) {
  return isa<ArrayType, UnpackedArrayType, StructType>(canonicalType(type));
}

bool indexFits(Type index, Type array) {
  auto arrayType = as<ArrayType>(array);
  std::optional<uint64_t> size = arrayType ? arrayType.getKnownSize() : std::nullopt;
  std::optional<uint64_t> width = bitWidthOf(index);
  if (!size || !width)
    return true;
  return *size == 1 ? *width <= 1 : *width == llvm::Log2_64_Ceil(*size);
}

// --- Integers, arrays, inouts ------------------------------------------------------

Type IntType::get(TypedAttr width) {
  if (auto known = dyn_cast<IntegerAttr>(width))
    return IntegerType::get(width.getContext(), known.getValue().getZExtValue());
  return Base::get(width.getContext(), width);
}

Type IntType::parse(AsmParser &p) {
  TypedAttr width;
  if (p.parseLess() || p.parseAttribute(width, p.getBuilder().getI32Type()) || p.parseGreater())
    return {};
  return get(width);
}

void IntType::print(AsmPrinter &p) const {
  p << '<';
  p.printAttributeWithoutType(getWidth());
  p << '>';
}

LogicalResult ArrayType::verify(function_ref<InFlightDiagnostic()> emitError, Type element,
                                Attribute) {
  if (!hasNoInOut(element))
    return emitError() << "hw.array cannot contain InOut types";
  return success();
}

LogicalResult UnpackedArrayType::verify(function_ref<InFlightDiagnostic()> emitError, Type element,
                                        Attribute) {
  if (!isHWValueType(element))
    return emitError() << "invalid element for uarray type";
  return success();
}

LogicalResult InOutType::verify(function_ref<InFlightDiagnostic()> emitError, Type element) {
  if (!isHWValueType(element))
    return emitError() << "invalid element for hw.inout type " << element;
  return success();
}

// --- Structures, unions, enumerations ------------------------------------------------

/// `<name: type, ...>`; `offset N` may follow a type if `offsets`. Every repeated
/// name is reported, with `where` behind it.
static ParseResult parseFields(AsmParser &p, SmallVectorImpl<FieldInfo> &fields, bool offsets,
                               StringRef where) {
  bool repeated = false;
  auto parseField = [&]() -> ParseResult {
    std::string name;
    FieldInfo field;
    SMLoc loc = p.getCurrentLocation();
    if (p.parseKeywordOrString(&name) || p.parseColonType(field.type))
      return failure();
    if (indexOfField(fields, name)) {
      p.emitError(loc, "duplicate field name '" + name + "'" + where);
      repeated = true;
    }
    if (offsets && succeeded(p.parseOptionalKeyword("offset")) && p.parseInteger(field.offset))
      return failure();
    field.name = p.getBuilder().getStringAttr(name);
    fields.push_back(field);
    return success();
  };
  if (p.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater, parseField))
    return failure();
  return failure(repeated);
}

static void printFields(AsmPrinter &p, ArrayRef<FieldInfo> fields) {
  p << '<';
  llvm::interleaveComma(fields, p, [&](const FieldInfo &field) {
    p.printKeywordOrString(field.name.getValue());
    p << ": " << field.type;
    if (field.offset)
      p << " offset " << field.offset;
  });
  p << '>';
}

Type StructType::parse(AsmParser &p) {
  SmallVector<FieldInfo> fields;
  if (parseFields(p, fields, /*offsets=*/false, ""))
    return {};
  return get(p.getContext(), fields);
}
void StructType::print(AsmPrinter &p) const { printFields(p, getElements()); }

Type UnionType::parse(AsmParser &p) {
  SmallVector<FieldInfo> fields;
  if (parseFields(p, fields, /*offsets=*/true, " in hw.union type"))
    return {};
  return get(p.getContext(), fields);
}
void UnionType::print(AsmPrinter &p) const { printFields(p, getElements()); }

Type EnumType::parse(AsmParser &p) {
  SmallVector<Attribute> fields;
  if (p.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater, [&]() -> ParseResult {
        StringRef name;
        if (p.parseKeyword(&name))
          return failure();
        fields.push_back(p.getBuilder().getStringAttr(name));
        return success();
      }))
    return {};
  return get(p.getContext(), p.getBuilder().getArrayAttr(fields));
}

void EnumType::print(AsmPrinter &p) const {
  p << '<';
  llvm::interleaveComma(getFields().getAsRange<StringAttr>(), p,
                        [&](StringAttr field) { p << field.getValue(); });
  p << '>';
}

std::optional<uint32_t> EnumType::indexOf(StringRef field) const {
  for (auto [i, name] : llvm::enumerate(getFields().getAsRange<StringAttr>()))
    if (name == field)
      return uint32_t(i);
  return std::nullopt;
}

// --- Modules -----------------------------------------------------------------------------

LogicalResult ModuleType::verify(function_ref<InFlightDiagnostic()> emitError,
                                 ArrayRef<ModulePort> ports) {
  if (llvm::any_of(ports, [](const ModulePort &port) { return !hasNoInOut(port.type); }))
    return emitError() << "Ports cannot be inout types";
  return success();
}

SmallVector<Type> ModuleType::getInputTypes() const {
  SmallVector<Type> types;
  for (const ModulePort &port : getPorts())
    if (port.dir != ModulePort::Output)
      types.push_back(port.dir == ModulePort::InOut ? InOutType::get(port.type) : port.type);
  return types;
}

SmallVector<Type> ModuleType::getOutputTypes() const {
  SmallVector<Type> types;
  for (const ModulePort &port : getPorts())
    if (port.dir == ModulePort::Output)
      types.push_back(port.type);
  return types;
}

static SmallVector<Attribute> portNames(ArrayRef<ModulePort> ports, bool outputs) {
  SmallVector<Attribute> names;
  for (const ModulePort &port : ports)
    if ((port.dir == ModulePort::Output) == outputs)
      names.push_back(port.name);
  return names;
}
SmallVector<Attribute> ModuleType::getInputNames() const { return portNames(getPorts(), false); }
SmallVector<Attribute> ModuleType::getOutputNames() const { return portNames(getPorts(), true); }

static constexpr StringRef directions[] = {"input", "output", "inout"};

Type ModuleType::parse(AsmParser &p) {
  SmallVector<ModulePort> ports;
  if (p.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater, [&]() -> ParseResult {
        StringRef direction;
        std::string name;
        ModulePort port;
        SMLoc loc = p.getCurrentLocation();
        if (p.parseKeyword(&direction) || p.parseKeywordOrString(&name) ||
            p.parseColonType(port.type))
          return failure();
        const StringRef *known = llvm::find(directions, direction);
        if (known == std::end(directions))
          return p.emitError(loc, "invalid direction");
        port.dir = ModulePort::Direction(known - directions);
        port.name = p.getBuilder().getStringAttr(name);
        ports.push_back(port);
        return success();
      }))
    return {};
  return p.getChecked<ModuleType>(p.getContext(), ports);
}

void ModuleType::print(AsmPrinter &p) const {
  p << '<';
  llvm::interleaveComma(getPorts(), p, [&](const ModulePort &port) {
    p << directions[port.dir] << ' ';
    p.printKeywordOrString(port.name.getValue());
    p << " : " << port.type;
  });
  p << '>';
}

ModuleType moduleTypeOf(Operation *op) {
  auto attr = op->getAttrOfType<TypeAttr>("module_type");
  return attr ? dyn_cast<ModuleType>(attr.getValue()) : ModuleType();
}

} // namespace circtsim::circt::hw

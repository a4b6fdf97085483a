//===- CsimTypes.cpp - types of the csim dialect ----------------------------===//
//
// Textual forms of aggregate and descriptive types, and the questions about
// types that producers and consumers ask. Descriptive types (packed, enum,
// pstruct) stand for a storage type, which `storageTypeOf` finds.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;

// --- Pieces of assembly formats -------------------------------------------------

static ParseResult parseName(AsmParser &parser, StringAttr &name) {
  std::string text;
  if (parser.parseString(&text))
    return failure();
  name = StringAttr::get(parser.getContext(), text);
  return success();
}

static ParseResult parseStructFields(AsmParser &parser, SmallVector<StructField> &fields) {
  return parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&]() -> ParseResult {
    StructField &field = fields.emplace_back();
    return failure(parseName(parser, field.name) || parser.parseColon() ||
                   parser.parseType(field.type));
  });
}

static void printStructFields(AsmPrinter &printer, ArrayRef<StructField> fields) {
  printer << "[";
  llvm::interleaveComma(fields, printer.getStream(), [&](const StructField &field) {
    printer << field.name << ": " << field.type;
  });
  printer << "]";
}

static ParseResult parsePackedFields(AsmParser &parser, SmallVector<PackedField> &fields) {
  return parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&]() -> ParseResult {
    PackedField &field = fields.emplace_back();
    return failure(parseName(parser, field.name) || parser.parseColon() ||
                   parser.parseType(field.type) || parser.parseKeyword("at") ||
                   parser.parseInteger(field.offset));
  });
}

static void printPackedFields(AsmPrinter &printer, ArrayRef<PackedField> fields) {
  printer << "[";
  llvm::interleaveComma(fields, printer.getStream(), [&](const PackedField &field) {
    printer << field.name << ": " << field.type << " at " << field.offset;
  });
  printer << "]";
}

static ParseResult parseEnumMembers(AsmParser &parser, SmallVector<EnumMember> &members) {
  return parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&]() -> ParseResult {
    EnumMember &member = members.emplace_back();
    return failure(parseName(parser, member.name) || parser.parseEqual() ||
                   parser.parseAttribute(member.value));
  });
}

static void printEnumMembers(AsmPrinter &printer, ArrayRef<EnumMember> members) {
  printer << "[";
  llvm::interleaveComma(members, printer.getStream(), [&](const EnumMember &member) {
    printer << member.name << " = ";
    if (isa<LogicAttr>(member.value))
      printer.printAttributeWithoutType(member.value);
    else
      printer << member.value;
  });
  printer << "]";
}

static ParseResult parseSignedness(AsmParser &parser, bool &isSigned) {
  isSigned = parser.parseOptionalKeyword("signed").succeeded();
  return isSigned ? ParseResult(success()) : parser.parseKeyword("unsigned");
}

static void printSignedness(AsmPrinter &printer, bool isSigned) {
  printer << (isSigned ? "signed" : "unsigned");
}

// --- Generated definitions ------------------------------------------------------

#define GET_TYPEDEF_CLASSES
#include "IR/CsimTypes.cpp.inc"

void CsimDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/CsimTypes.cpp.inc"
      >();
}

LogicalResult LogicType::verify(function_ref<InFlightDiagnostic()> emitError, unsigned width) {
  if (width == 0)
    return emitError() << "a logic value has at least one bit";
  return success();
}

LogicalResult RefType::verify(function_ref<InFlightDiagnostic()> emitError, Type pointee) {
  if (isa<RefType>(pointee))
    return emitError() << "no references to references";
  if (isa<PackedType, EnumDescType, PStructType>(pointee))
    return emitError() << pointee << " describes a declaration; it is not a storage type";
  return success();
}

LogicalResult UArrayType::verify(function_ref<InFlightDiagnostic()> emitError, uint64_t count,
                                 Type element, int32_t left, int32_t right) {
  uint64_t span = left > right ? int64_t(left) - right : int64_t(right) - left;
  if (count != span + 1)
    return emitError() << "bounds [" << left << ":" << right << "] have " << span + 1
                       << " elements, not " << count;
  return success();
}

// --- Questions --------------------------------------------------------------------

bool csim::isLogic(Type type, unsigned width) {
  auto logic = dyn_cast<LogicType>(type);
  return logic && logic.getWidth() == width;
}

bool csim::isHandle(Type type) {
  return isa<StringType, EventType, CHandleType, ClassHandleType, InstanceHandleType, DynArrayType,
             QueueType, AssocType>(type);
}

bool csim::isScalar(Type type) {
  return isa<IntegerType, LogicType, Float64Type>(type) || isHandle(type);
}

Type csim::dynamicElementOf(Type type) {
  return TypeSwitch<Type, Type>(type)
      .Case<DynArrayType, QueueType, AssocType>([](auto t) { return t.getElement(); })
      .Default([](Type) { return Type(); });
}

Type csim::truthTypeOf(Type type) {
  if (isa<LogicType>(type))
    return LogicType::get(type.getContext(), 1);
  return IntegerType::get(type.getContext(), 1);
}

Type csim::logicTypeFor(Type type) {
  auto integer = dyn_cast<IntegerType>(type);
  return integer ? LogicType::get(type.getContext(), std::max(1u, integer.getWidth())) : Type();
}

Type csim::bitsTypeFor(Type type) {
  auto logic = dyn_cast<LogicType>(type);
  return logic ? IntegerType::get(type.getContext(), logic.getWidth()) : Type();
}

unsigned csim::bitWidthOf(Type type) {
  return TypeSwitch<Type, unsigned>(type)
      .Case<IntegerType, LogicType>([](auto t) { return t.getWidth(); })
      .Case<EnumDescType, PStructType>([](auto t) { return bitWidthOf(t.getBase()); })
      .Case<PackedType>([](PackedType t) -> unsigned {
        int64_t span = int64_t(t.getLeft()) - t.getRight();
        return unsigned(std::abs(span) + 1) * bitWidthOf(t.getElement());
      })
      .Default([](Type) { return 0u; });
}

Type csim::withWidth(Type type, unsigned width) {
  if (isa<LogicType>(type))
    return LogicType::get(type.getContext(), width);
  return IntegerType::get(type.getContext(), width);
}

template <typename Aggregate>
static Type storageOfFields(Aggregate type) {
  SmallVector<StructField> fields;
  for (const StructField &field : type.getFields())
    fields.push_back({field.name, storageTypeOf(field.type)});
  return Aggregate::get(type.getContext(), type.getName(), fields);
}

Type csim::storageTypeOf(Type type) {
  return TypeSwitch<Type, Type>(type)
      .Case<EnumDescType, PStructType>([](auto t) { return storageTypeOf(t.getBase()); })
      .Case<PackedType>([](PackedType t) -> Type {
        Type element = storageTypeOf(t.getElement());
        return element ? withWidth(element, bitWidthOf(t)) : Type();
      })
      .Case<UArrayType>([](UArrayType t) -> Type {
        return UArrayType::get(t.getContext(), t.getCount(), storageTypeOf(t.getElement()),
                               t.getLeft(), t.getRight());
      })
      .Case<UStructType, UUnionType>([](auto t) { return storageOfFields(t); })
      .Case<DynArrayType>([](DynArrayType t) -> Type {
        return DynArrayType::get(t.getContext(), storageTypeOf(t.getElement()));
      })
      .Case<QueueType>([](QueueType t) -> Type {
        return QueueType::get(t.getContext(), storageTypeOf(t.getElement()), t.getBound());
      })
      .Case<AssocType>([](AssocType t) -> Type { // keys are described with their sign
        return AssocType::get(t.getContext(), storageTypeOf(t.getElement()), t.getKey());
      })
      .Case<FloatType>([](FloatType t) -> Type { return Float64Type::get(t.getContext()); })
      .Default([](Type t) { return t; });
}

bool csim::isFourState(Type type) {
  return TypeSwitch<Type, bool>(type)
      .Case<LogicType>([](LogicType) { return true; })
      .Case<UArrayType, PackedType>([](auto t) { return isFourState(t.getElement()); })
      .Case<EnumDescType, PStructType>([](auto t) { return isFourState(t.getBase()); })
      .Case<UStructType, UUnionType>([](auto t) {
        return llvm::any_of(t.getFields(),
                            [](const StructField &f) { return isFourState(f.type); });
      })
      .Default([](Type) { return false; });
}

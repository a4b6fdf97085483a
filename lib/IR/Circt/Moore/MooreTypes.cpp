//===- MooreTypes.cpp - data types of SystemVerilog -------------------------===//
//
// Questions about types and their text. Vectors and reals have spellings of their
// own, `i8`, `l8`, `f64`; every other type is its keyword and what the generated
// parser of it reads. Nested types go through the same parser, so the dialect's
// prefix is never needed inside of a type.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Moore/Moore.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt::moore;

// --- Questions ----------------------------------------------------------------------

bool circtsim::circt::moore::isIntType(Type type, unsigned width) {
  auto vector = dyn_cast<IntType>(type);
  return vector && vector.getWidth() == width;
}

bool circtsim::circt::moore::isIntType(Type type, Domain domain) {
  auto vector = dyn_cast<IntType>(type);
  return vector && vector.getDomain() == domain;
}

bool circtsim::circt::moore::isIntType(Type type, unsigned width, Domain domain) {
  return isIntType(type, width) && isIntType(type, domain);
}

bool circtsim::circt::moore::isRealType(Type type, unsigned width) {
  auto real = dyn_cast<RealType>(type);
  return real && unsigned(real.getWidth()) == width;
}

bool circtsim::circt::moore::isSizedPacked(Type type) {
  auto packed = dyn_cast<PackedType>(type);
  return packed && packed.getBitSize();
}

UnpackedType circtsim::circt::moore::typeOfMember(ArrayRef<StructLikeMember> members,
                                                  StringRef name) {
  for (const StructLikeMember &member : members)
    if (member.name.getValue() == name)
      return member.type;
  return {};
}

bool PackedType::classof(Type type) {
  return isa<VoidType, IntType, TimeType, ArrayType, OpenArrayType, StructType, UnionType>(type);
}

bool UnpackedType::classof(Type type) {
  return isa<PackedType>(type) ||
         isa<StringType, ChandleType, EventType, RealType, UnpackedArrayType,
             OpenUnpackedArrayType, AssocArrayType, QueueType, UnpackedStructType,
             UnpackedUnionType, RefType, ClassHandleType>(type);
}

Domain UnpackedType::getDomain() const {
  auto ofElement = [](auto array) { return array.getElementType().getDomain(); };
  auto ofMembers = [](auto aggregate) {
    bool unknown = llvm::any_of(aggregate.getMembers(), [](const StructLikeMember &member) {
      return member.type.getDomain() == Domain::FourValued;
    });
    return unknown ? Domain::FourValued : Domain::TwoValued;
  };
  return llvm::TypeSwitch<Type, Domain>(*this)
      .Case<IntType>([](IntType vector) { return vector.getDomain(); })
      .Case<TimeType>([](TimeType) { return Domain::FourValued; })
      .Case<RefType>([](RefType ref) { return ref.getNestedType().getDomain(); })
      .Case<ArrayType, OpenArrayType, UnpackedArrayType, OpenUnpackedArrayType, AssocArrayType,
            QueueType>(ofElement)
      .Case<StructType, UnionType, UnpackedStructType, UnpackedUnionType>(ofMembers)
      .Default([](Type) { return Domain::TwoValued; });
}

using BitSize = std::optional<unsigned>;

/// The sum (structures) or the greatest (unions) of the sizes of the members.
static BitSize sizeOfMembers(ArrayRef<StructLikeMember> members, bool overlaid) {
  unsigned total = 0;
  for (const StructLikeMember &member : members) {
    BitSize size = member.type.getBitSize();
    if (!size)
      return std::nullopt;
    total = overlaid ? std::max(total, *size) : total + *size;
  }
  return total;
}

BitSize UnpackedType::getBitSize() const {
  auto ofArray = [](auto array) -> BitSize {
    BitSize element = array.getElementType().getBitSize();
    return element ? BitSize(*element * array.getSize()) : std::nullopt;
  };
  return llvm::TypeSwitch<Type, BitSize>(*this)
      .Case<VoidType>([](VoidType) { return 0u; })
      .Case<IntType>([](IntType vector) { return vector.getWidth(); })
      .Case<TimeType>([](TimeType) { return 64u; })
      .Case<RealType>([](RealType real) { return unsigned(real.getWidth()); })
      .Case<RefType>([](RefType ref) { return ref.getNestedType().getBitSize(); })
      .Case<ArrayType, UnpackedArrayType>(ofArray)
      .Case<StructType, UnpackedStructType>(
          [](auto type) { return sizeOfMembers(type.getMembers(), /*overlaid=*/false); })
      .Case<UnionType, UnpackedUnionType>(
          [](auto type) { return sizeOfMembers(type.getMembers(), /*overlaid=*/true); })
      .Default([](Type) { return std::nullopt; });
}

IntType PackedType::getSimpleBitVector() const {
  if (auto vector = dyn_cast<IntType>(*this))
    return vector;
  BitSize size = getBitSize();
  return size ? IntType::get(getContext(), *size, getDomain()) : IntType();
}

// --- Types that follow from others --------------------------------------------------

/// `rule` of the type as a T, or `none`.
template <typename T, typename Rule>
static Type derive(Type type, Rule &&rule) {
  auto source = dyn_cast<T>(type);
  Type derived = source ? Type(rule(source)) : Type();
  return derived ? derived : NoneType::get(type.getContext());
}

/// The type, or what it refers to.
static Type referenced(Type type) {
  auto ref = dyn_cast<RefType>(type);
  return ref ? ref.getNestedType() : type;
}

static Type vectorIn(Type type, Domain domain) {
  return derive<IntType>(type, [&](IntType vector) {
    return IntType::get(type.getContext(), vector.getWidth(), domain);
  });
}

namespace circtsim::circt::moore {

Type nestedTypeOf(Type ref) {
  return derive<RefType>(ref, [](RefType type) { return type.getNestedType(); });
}
Type refTo(Type type) {
  return derive<UnpackedType>(type, [](UnpackedType nested) { return RefType::get(nested); });
}
Type queueElementOf(Type queue) {
  return derive<QueueType>(referenced(queue), [](QueueType t) { return t.getElementType(); });
}
Type assocElementOf(Type array) {
  return derive<AssocArrayType>(referenced(array),
                                [](AssocArrayType t) { return t.getElementType(); });
}
Type assocIndexOf(Type array) {
  return derive<AssocArrayType>(referenced(array),
                                [](AssocArrayType t) { return t.getIndexType(); });
}
Type refToAssocElement(Type array) { return refTo(assocElementOf(array)); }
Type refToAssocIndex(Type array) { return refTo(assocIndexOf(array)); }

Type bitOf(Type type) {
  return derive<UnpackedType>(type, [](UnpackedType source) {
    return IntType::get(source.getContext(), 1, source.getDomain());
  });
}
Type vectorOf(Type packed) {
  return derive<PackedType>(packed, [](PackedType type) { return type.getSimpleBitVector(); });
}
Type twoValuedOf(Type vector) { return vectorIn(vector, Domain::TwoValued); }
Type fourValuedOf(Type vector) { return vectorIn(vector, Domain::FourValued); }
Type builtinIntOf(Type vector) {
  return derive<IntType>(vector, [](IntType type) {
    return IntegerType::get(type.getContext(), type.getWidth());
  });
}
Type mooreIntOf(Type integer) {
  return derive<IntegerType>(integer, [](IntegerType type) {
    return IntType::get(type.getContext(), type.getWidth(), Domain::TwoValued);
  });
}

} // namespace circtsim::circt::moore

// --- Members ------------------------------------------------------------------------

static ParseResult parseMembers(AsmParser &parser, SmallVectorImpl<StructLikeMember> &members) {
  return parser.parseCommaSeparatedList(AsmParser::Delimiter::Braces, [&]() -> ParseResult {
    std::string name;
    StructLikeMember &member = members.emplace_back();
    if (parser.parseKeywordOrString(&name) || parser.parseColon() ||
        parser.parseCustomTypeWithFallback(member.type))
      return failure();
    member.name = parser.getBuilder().getStringAttr(name);
    return success();
  });
}

static void printMembers(AsmPrinter &printer, ArrayRef<StructLikeMember> members) {
  printer << '{';
  llvm::interleaveComma(members, printer, [&](const StructLikeMember &member) {
    printer.printKeywordOrString(member.name.getValue());
    printer << ": ";
    printer.printStrippedAttrOrType(member.type);
  });
  printer << '}';
}

static LogicalResult verifyPackedMembers(function_ref<InFlightDiagnostic()> emitError,
                                         ArrayRef<StructLikeMember> members) {
  if (llvm::all_of(members, [](const StructLikeMember &m) { return isa<PackedType>(m.type); }))
    return success();
  return emitError() << "StructType/UnionType members must be packed types";
}

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Moore/MooreTypes.cpp.inc"

void MooreDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/Moore/MooreTypes.cpp.inc"
      >();
}

// --- Text ---------------------------------------------------------------------------

/// `i8` and `l8`, `f32` and `f64`; null for other words.
static Type typeOfWord(MLIRContext *context, StringRef word) {
  if (word == "f32")
    return RealType::get(context, RealWidth::f32);
  if (word == "f64")
    return RealType::get(context, RealWidth::f64);
  bool twoValued = word.starts_with("i");
  unsigned width;
  if ((!twoValued && !word.starts_with("l")) || word.drop_front().getAsInteger(10, width))
    return {};
  return IntType::get(context, width, twoValued ? Domain::TwoValued : Domain::FourValued);
}

Type UnpackedType::parse(AsmParser &parser) {
  SMLoc loc = parser.getCurrentLocation();
  StringRef word;
  Type type;
  OptionalParseResult generated = generatedTypeParser(parser, &word, type);
  if (generated.has_value())
    return succeeded(*generated) ? type : Type();
  if (Type spelled = typeOfWord(parser.getContext(), word))
    return spelled;
  parser.emitError(loc) << "unknown type `" << word << "` in dialect `moore`";
  return {};
}

static void printType(Type type, AsmPrinter &printer) {
  if (auto vector = dyn_cast<IntType>(type))
    printer << (vector.getDomain() == Domain::TwoValued ? 'i' : 'l') << vector.getWidth();
  else if (auto real = dyn_cast<RealType>(type))
    printer << 'f' << unsigned(real.getWidth());
  else
    (void)generatedTypePrinter(type, printer);
}

void UnpackedType::print(AsmPrinter &printer) const { printType(*this, printer); }

Type MooreDialect::parseType(DialectAsmParser &parser) const {
  return UnpackedType::parse(parser);
}

void MooreDialect::printType(Type type, DialectAsmPrinter &printer) const {
  ::printType(type, printer);
}

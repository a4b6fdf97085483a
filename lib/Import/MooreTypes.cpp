//===- MooreTypes.cpp - types of SystemVerilog, and what is not supported ----------===//
//
// The element with the highest number of an unpacked array, as moore counts them, is
// that of the left bound: it is first in storage and in an array_create.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/MooreImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

// --- Lowering -----------------------------------------------------------------------------

static Type lowerPacked(moore::PackedType type) {
  moore::IntType vector = type.getSimpleBitVector();
  if (!vector || vector.getWidth() >= IntegerType::kMaxWidth)
    return {};
  unsigned width = std::max(1u, vector.getWidth()); // no bits: a zero that nobody looks at
  if (vector.getDomain() == moore::Domain::FourValued)
    return csim::LogicType::get(type.getContext(), width);
  return IntegerType::get(type.getContext(), width);
}

static bool lowerMembers(ArrayRef<moore::StructLikeMember> members,
                         SmallVectorImpl<csim::StructField> &fields) {
  for (const moore::StructLikeMember &member : members)
    fields.push_back({member.name, lowerMooreType(member.type)});
  return llvm::all_of(fields, [](const csim::StructField &field) { return bool(field.type); });
}

Type import::lowerMooreType(Type type) {
  MLIRContext *context = type.getContext();
  auto unnamed = StringAttr::get(context, "");
  SmallVector<csim::StructField> fields;
  return llvm::TypeSwitch<Type, Type>(type)
      .Case([](moore::PackedType packed) { return lowerPacked(packed); })
      .Case([&](moore::RealType) { return Float64Type::get(context); })
      .Case([&](moore::StringType) { return csim::StringType::get(context); })
      .Case([&](moore::EventType) { return csim::EventType::get(context); })
      .Case<moore::ChandleType, moore::NullType>(
          [&](auto) { return csim::CHandleType::get(context); })
      .Case([&](moore::UnpackedArrayType array) -> Type {
        Type element = lowerMooreType(array.getElementType());
        if (!element || array.getSize() == 0)
          return {};
        return csim::UArrayType::get(element, int32_t(array.getSize()) - 1, 0);
      })
      .Case([&](moore::UnpackedStructType structure) -> Type {
        if (!lowerMembers(structure.getMembers(), fields))
          return {};
        return csim::UStructType::get(context, unnamed, fields);
      })
      .Case([&](moore::UnpackedUnionType overlay) -> Type {
        if (!lowerMembers(overlay.getMembers(), fields))
          return {};
        return csim::UUnionType::get(context, unnamed, fields);
      })
      .Case([](moore::OpenUnpackedArrayType array) -> Type {
        Type element = lowerMooreType(array.getElementType());
        return element ? csim::DynArrayType::get(element.getContext(), element) : Type();
      })
      .Case([](moore::QueueType queue) -> Type {
        return queueTypeOf(lowerMooreType(queue.getElementType()), queue.getBound());
      })
      .Case([](moore::AssocArrayType array) -> Type {
        return assocTypeOf(lowerMooreType(array.getElementType()),
                           lowerMooreType(array.getIndexType()));
      })
      .Case([](moore::RefType ref) -> Type {
        Type stored = lowerMooreType(ref.getNestedType());
        return stored ? csim::RefType::get(stored) : Type();
      })
      .Default(Type());
}

unsigned import::offsetOfMember(moore::StructType type, StringRef name) {
  unsigned offset = 0;
  for (const moore::StructLikeMember &member : llvm::reverse(type.getMembers())) {
    if (member.name == name)
      break;
    offset += *member.type.getBitSize();
  }
  return offset;
}

unsigned import::numberOfMember(ArrayRef<moore::StructLikeMember> members, StringRef name) {
  auto it = llvm::find_if(members, [&](const auto &member) { return member.name == name; });
  return unsigned(it - members.begin());
}

// --- What is not supported ------------------------------------------------------------------

/// The clause of a type that cannot be simulated, or nothing.
static StringRef clauseOf(Type type) {
  auto ofMembers = [](ArrayRef<moore::StructLikeMember> members) -> StringRef {
    for (const moore::StructLikeMember &member : members)
      if (StringRef clause = clauseOf(member.type); !clause.empty())
        return clause;
    return "";
  };
  return llvm::TypeSwitch<Type, StringRef>(type)
      .Case([](moore::ClassHandleType) { return "8"; })
      .Case([](moore::OpenArrayType) { return "35.5.6.1"; })
      .Case([](moore::AssocArrayType array) -> StringRef {
        StringRef clause = clauseOf(array.getElementType());
        bool isOrdered = isa<moore::PackedType, moore::StringType>(array.getIndexType());
        return clause.empty() && !isOrdered ? StringRef("7.8") : clause;
      })
      .Case<moore::ArrayType, moore::UnpackedArrayType, moore::OpenUnpackedArrayType,
            moore::QueueType>([](auto array) { return clauseOf(array.getElementType()); })
      .Case<moore::StructType, moore::UnionType, moore::UnpackedStructType,
            moore::UnpackedUnionType>([&](auto t) { return ofMembers(t.getMembers()); })
      .Case([](moore::RefType ref) { return clauseOf(ref.getNestedType()); })
      .Default(StringRef());
}

/// The same for operations whose types do not tell.
static StringRef clauseOf(Operation *op) {
  return llvm::TypeSwitch<Operation *, StringRef>(op)
      .Case<moore::FuncDPICallOp>([](auto) { return "35.5"; })
      .Case<moore::ClassNewOp, moore::ClassPropertyRefOp, moore::ClassUpcastOp,
            moore::VTableLoadMethodOp>([](auto) { return "8"; })
      .Case<moore::ScanUnformattedOp, moore::ScanHierPathMatchOp>(
          [](auto) { return "21.3.4.3"; })
      .Case([](moore::NetOp net) {
        bool isOther = net.getKind() == moore::NetKind::Interconnect ||
                       net.getKind() == moore::NetKind::UserDefined ||
                       net.getKind() == moore::NetKind::Unknown;
        return StringRef(isOther ? "6.6.7" : "");
      })
      .Default(StringRef());
}

LogicalResult import::checkMoore(Operation *root) {
  WalkResult walked = root->walk([](Operation *op) {
    auto report = [&](auto what, StringRef clause) {
      op->emitError("unsupported: ") << what << " (IEEE 1800-2023 " << clause << ")";
      return WalkResult::interrupt();
    };
    if (StringRef clause = clauseOf(op); !clause.empty())
      return report(op->getName(), clause);
    SmallVector<Type> types(op->getResultTypes());
    llvm::append_range(types, op->getOperandTypes());
    if (auto callable = dyn_cast<FunctionOpInterface>(op))
      llvm::append_range(types, callable.getArgumentTypes());
    for (Type type : types)
      if (StringRef clause = clauseOf(type); !clause.empty())
        return report(type, clause);
    return WalkResult::advance();
  });
  return failure(walked.wasInterrupted());
}

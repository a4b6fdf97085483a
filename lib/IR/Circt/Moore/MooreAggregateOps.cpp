//===- MooreAggregateOps.cpp - arrays, queues, structures, memory files -----===//
//
// Element and member types of aggregates against those of operands and results.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Moore/Moore.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt::moore;

// --- Queues and arrays --------------------------------------------------------------

static UnpackedType elementOf(Value queue) {
  return cast<QueueType>(queue.getType()).getElementType();
}

LogicalResult QueueResizeOp::verify() {
  if (elementOf(getInput()) != elementOf(getResult()))
    return emitOpError("queues must have the same element type");
  return success();
}

LogicalResult QueueFromUnpackedArrayOp::verify() {
  if (cast<UnpackedArrayType>(getInput().getType()).getElementType() != elementOf(getResult()))
    return emitOpError("Queue element type doesn't match unpacked array element type");
  return success();
}

LogicalResult QueueConcatOp::verify() {
  for (Value input : getInputs())
    if (elementOf(input) != elementOf(getResult()))
      return emitOpError("Queue element type ")
             << elementOf(input) << " doesn't match result element type "
             << elementOf(getResult());
  return success();
}

LogicalResult DynQueueExtractOp::verify() {
  if (getResult().getType() == elementOf(getInput()) && getLowerIdx() != getUpperIdx())
    return emitOpError("a single element needs one index");
  return success();
}

LogicalResult ArrayCreateOp::verify() {
  auto sizeAndElement = [](auto array) -> std::pair<unsigned, Type> {
    return {array.getSize(), array.getElementType()};
  };
  auto packed = dyn_cast<ArrayType>(getType());
  auto [size, element] =
      packed ? sizeAndElement(packed) : sizeAndElement(cast<UnpackedArrayType>(getType()));
  if (getElements().size() != size)
    return emitOpError("has ") << getElements().size() << " operands, but result type requires "
                               << size;
  if (size > 0 && getElements().front().getType() != element)
    return emitOpError("operands have type ")
           << getElements().front().getType() << ", but array requires " << element;
  return success();
}

// --- Structures and unions ----------------------------------------------------------

static ArrayRef<StructLikeMember> structMembers(Type type) {
  return llvm::TypeSwitch<Type, ArrayRef<StructLikeMember>>(type)
      .Case<StructType, UnpackedStructType>([](auto t) { return t.getMembers(); })
      .Default([](Type) { return ArrayRef<StructLikeMember>(); });
}

LogicalResult StructCreateOp::verify() {
  ArrayRef<StructLikeMember> members = structMembers(getType());
  if (getFields().size() != members.size())
    return emitOpError("has ") << getFields().size() << " operands, but result type requires "
                               << members.size();
  for (auto [index, pair] : llvm::enumerate(llvm::zip(getFields(), members)))
    if (auto [field, member] = pair; field.getType() != member.type)
      return emitOpError("operand #")
             << index << " has type " << field.getType() << ", but struct field " << member.name
             << " requires " << member.type;
  return success();
}

/// The type of a member of `structure`, or an error that `op` `verb`s none; `of`
/// is the type that the user wrote.
static FailureOr<Type> memberOf(Operation *op, Type structure, StringAttr name, StringRef verb,
                                Type of) {
  if (UnpackedType type = typeOfMember(structMembers(structure), name.getValue()))
    return Type(type);
  return op->emitOpError(verb) << " field " << name << " which does not exist in " << of;
}

static LogicalResult mustMatch(Operation *op, StringRef what, Type actual, Type member) {
  if (actual == member)
    return success();
  return op->emitOpError(what) << " " << actual << " must match struct field type " << member;
}

LogicalResult StructExtractOp::verify() {
  Type input = getInput().getType();
  FailureOr<Type> member = memberOf(*this, input, getFieldNameAttr(), "extracts", input);
  return failed(member) ? failure() : mustMatch(*this, "result type", getType(), *member);
}

LogicalResult StructExtractRefOp::verify() {
  auto input = cast<RefType>(getInput().getType());
  FailureOr<Type> member =
      memberOf(*this, input.getNestedType(), getFieldNameAttr(), "extracts", input);
  return failed(member)
             ? failure()
             : mustMatch(*this, "result ref of type", getType().getNestedType(), *member);
}

LogicalResult StructInjectOp::verify() {
  Type input = getInput().getType();
  FailureOr<Type> member = memberOf(*this, input, getFieldNameAttr(), "injects", input);
  return failed(member) ? failure()
                        : mustMatch(*this, "injected value", getNewValue().getType(), *member);
}

static std::optional<ArrayRef<StructLikeMember>> unionMembers(Operation *op, Type type) {
  if (auto packed = dyn_cast<UnionType>(type))
    return packed.getMembers();
  if (auto unpacked = dyn_cast<UnpackedUnionType>(type))
    return unpacked.getMembers();
  op->emitOpError("input type must be UnionType or UnpackedUnionType");
  return std::nullopt;
}

LogicalResult UnionCreateOp::verify() {
  std::optional<ArrayRef<StructLikeMember>> members = unionMembers(*this, getType());
  if (!members)
    return failure();
  UnpackedType member = typeOfMember(*members, getFieldName());
  if (!member)
    return emitOpError("field '") << getFieldName() << "' not found in union type";
  if (member != getInput().getType())
    return emitOpError("input type ")
           << getInput().getType() << " does not match union field '" << getFieldName()
           << "' type " << member;
  return success();
}

static LogicalResult verifyUnionExtract(Operation *op, Type from, StringRef name, Type to) {
  std::optional<ArrayRef<StructLikeMember>> members = unionMembers(op, from);
  if (!members)
    return failure();
  if (typeOfMember(*members, name) != to)
    return op->emitOpError("result type must match the union field type");
  return success();
}

LogicalResult UnionExtractOp::verify() {
  return verifyUnionExtract(*this, getInput().getType(), getFieldName(), getType());
}

LogicalResult UnionExtractRefOp::verify() {
  return verifyUnionExtract(*this, getInput().getType().getNestedType(), getFieldName(),
                            getType().getNestedType());
}

// --- Memory files -------------------------------------------------------------------

/// Unpacked dimensions that $readmem fills; a queue is one.
static size_t memoryDimensions(Type type) {
  if (isa<QueueType>(type))
    return 1;
  size_t count = 0;
  for (; auto array = dyn_cast<UnpackedArrayType>(type); type = array.getElementType())
    ++count;
  return count;
}

LogicalResult ReadMemBIOp::verify() {
  if (getFinishAddr() && !getStartAddr())
    return emitOpError("'finishAddr' requires 'startAddr' to be present");
  if (getSliceLeft() && !getSliceRight())
    return emitOpError("'sliceLeft' requires 'sliceRight' to be present");
  if (getSliceRight() && !getSliceLeft())
    return emitOpError("'sliceRight' requires 'sliceLeft' to be present");
  auto ref = dyn_cast<RefType>(getDest().getType());
  if (!ref)
    return emitOpError("'dest' must be a Moore reference type, got ") << getDest().getType();
  size_t dimensions = memoryDimensions(ref.getNestedType());
  if (dimensions == 0)
    return emitOpError("'dest' must reference an unpacked array or queue, got ")
           << ref.getNestedType();
  if (getDimLows().size() != dimensions || getDimDescending().size() != dimensions)
    return emitOpError(
        "'dimLows' and 'dimDescending' must have one entry per unpacked dimension");
  return success();
}

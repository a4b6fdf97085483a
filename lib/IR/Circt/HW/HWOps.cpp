//===- HWOps.cpp - constants, wires, aggregates -------------------------------===//
//
// Syntax, verification and constant folding of the operations on values. The class
// definitions that TableGen makes are here, too.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/HW/HW.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::hw;

// --- Pieces of assembly ------------------------------------------------------------

static ParseResult parseParamValue(OpAsmParser &p, Attribute &value, Type &type) {
  return failure(p.parseType(type) || p.parseEqual() || p.parseAttribute(value, type));
}
static void printParamValue(OpAsmPrinter &p, Operation *, Attribute value, Type type) {
  p << type << " = ";
  p.printAttributeWithoutType(value);
}

static ParseResult parseArray(OpAsmParser &p, Type &type, ArrayType &array) {
  SMLoc loc = p.getCurrentLocation();
  if (p.parseType(type))
    return failure();
  array = as<ArrayType>(type);
  if (!array)
    return p.emitError(loc, "Expected !hw.array type");
  return success();
}

static ParseResult parseSliceTypes(OpAsmParser &p, Type &arrayType, Type &indexType) {
  ArrayType array;
  if (parseArray(p, arrayType, array))
    return failure();
  uint64_t size = array.getKnownSize().value_or(1);
  indexType = p.getBuilder().getIntegerType(llvm::Log2_64_Ceil(std::max<uint64_t>(size, 1)));
  return success();
}
static void printSliceTypes(OpAsmPrinter &p, Operation *, Type arrayType, Type) { p << arrayType; }

static ParseResult parseArrayConcatTypes(OpAsmParser &p, SmallVectorImpl<Type> &types,
                                         Type &result) {
  Type element;
  uint64_t size = 0;
  if (p.parseCommaSeparatedList([&]() -> ParseResult {
        ArrayType array;
        if (parseArray(p, types.emplace_back(), array))
          return failure();
        if (element && element != array.getElementType())
          return p.emitError(p.getCurrentLocation(), "Expected array element type ") << element;
        element = array.getElementType();
        size += array.getKnownSize().value_or(0);
        return success();
      }))
    return failure();
  result = ArrayType::get(element, size);
  return success();
}
static void printArrayConcatTypes(OpAsmPrinter &p, Operation *, TypeRange types, Type) {
  llvm::interleaveComma(types, p, [&](Type type) { p << type; });
}

#define GET_OP_CLASSES
#include "IR/Circt/HW/HWOps.cpp.inc"

namespace circtsim::circt::hw {

// --- Constants -----------------------------------------------------------------------

ParseResult ConstantOp::parse(OpAsmParser &p, OperationState &result) {
  IntegerAttr value;
  if (p.parseAttribute(value, "value", result.attributes) ||
      p.parseOptionalAttrDict(result.attributes))
    return failure();
  result.addTypes(value.getType());
  return success();
}
void ConstantOp::print(OpAsmPrinter &p) {
  p << ' ';
  p.printAttribute(getValueAttr());
  p.printOptionalAttrDict((*this)->getAttrs(), {"value"});
}
LogicalResult ConstantOp::verify() {
  auto type = dyn_cast<IntegerType>(getType());
  if (!type || getValue().getBitWidth() != type.getWidth())
    return emitError("hw.constant attribute bitwidth doesn't match return type");
  return success();
}
OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValueAttr(); }

void ConstantOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  const APInt &value = getValue();
  if (getType().isInteger(1))
    return setName(getResult(), value.isZero() ? "false" : "true");
  SmallString<32> name("c");
  value.toStringSigned(name);
  setName(getResult(), (name + "_" + "i" + Twine(value.getBitWidth())).str());
}

static LogicalResult verifyConstant(Operation *op, Attribute value, Type type);

/// `kind` names the type in the error about the number of elements.
static LogicalResult verifyElements(Operation *op, Attribute value, Type type, StringRef kind,
                                    size_t count, function_ref<Type(size_t)> elementType) {
  auto elements = dyn_cast<ArrayAttr>(value);
  if (!elements)
    return op->emitOpError("expected array attribute for constant of type ") << type;
  if (elements.size() != count)
    return op->emitOpError("array attribute (") << elements.size() << ") has wrong size for "
                                                << kind << " constant (" << count << ")";
  for (auto [i, element] : llvm::enumerate(elements))
    if (failed(verifyConstant(op, element, elementType(i))))
      return failure();
  return success();
}

static LogicalResult verifyScalarConstant(Operation *op, Attribute value, Type type) {
  if (isa<EnumType>(type)) {
    if (!isa<StringAttr>(value))
      return op->emitOpError("expected string attribute for constant of type ") << type;
    return success();
  }
  if (auto intType = dyn_cast<IntegerType>(type)) {
    auto number = dyn_cast<IntegerAttr>(value);
    if (!number)
      return op->emitOpError("expected integer attribute for constant of type ") << type;
    if (number.getValue().getBitWidth() != intType.getWidth())
      return op->emitOpError("hw.constant attribute bitwidth doesn't match return type");
    return success();
  }
  auto typed = dyn_cast<TypedAttr>(value);
  if (!typed)
    return op->emitOpError("unknown element type ") << type;
  if (typed.getType() != type)
    return op->emitOpError("typed attr doesn't match the return type ") << type;
  return success();
}

static LogicalResult verifyConstant(Operation *op, Attribute value, Type aliased) {
  Type type = aliased;
  while (auto alias = dyn_cast<TypeAliasType>(type))
    type = alias.getInnerType();
  if (auto t = dyn_cast<StructType>(type))
    return verifyElements(op, value, type, "struct", t.getElements().size(),
                          [&](size_t i) { return t.getElements()[i].type; });
  if (auto t = dyn_cast<ArrayType>(type))
    return verifyElements(op, value, type, "array", t.getKnownSize().value_or(0),
                          [&](size_t) { return t.getElementType(); });
  if (auto t = dyn_cast<UnpackedArrayType>(type))
    return verifyElements(op, value, type, "unpacked array", t.getKnownSize().value_or(0),
                          [&](size_t) { return t.getElementType(); });
  return verifyScalarConstant(op, value, type);
}

LogicalResult AggregateConstantOp::verify() {
  return verifyConstant(*this, getFieldsAttr(), getType());
}
OpFoldResult AggregateConstantOp::fold(FoldAdaptor) { return getFieldsAttr(); }

LogicalResult ParamValueOp::verify() {
  return verifyParameterValue(getValue(), (*this)->getParentOfType<HWModuleOp>(), *this);
}
OpFoldResult ParamValueOp::fold(FoldAdaptor) { return getValueAttr(); }

ParseResult EnumConstantOp::parse(OpAsmParser &p, OperationState &result) {
  StringRef field;
  Type type;
  Location loc = p.getEncodedSourceLoc(p.getCurrentLocation());
  if (p.parseKeyword(&field) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseColonType(type))
    return failure();
  EnumFieldAttr attr = EnumFieldAttr::getAt(loc, p.getBuilder().getStringAttr(field), type);
  if (!attr)
    return failure();
  result.addAttribute("field", attr);
  result.addTypes(type);
  return success();
}
void EnumConstantOp::print(OpAsmPrinter &p) {
  p << ' ' << getField().getField().getValue();
  p.printOptionalAttrDict((*this)->getAttrs(), {"field"});
  p << " : " << getField().getType().getValue();
}
LogicalResult EnumConstantOp::verify() {
  if (getField().getType().getValue() != getType())
    return emitOpError("return type ")
           << getType() << " does not match attribute type " << getField();
  return success();
}
OpFoldResult EnumConstantOp::fold(FoldAdaptor) { return getFieldAttr(); }
void EnumConstantOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  setName(getResult(), getField().getField());
}

LogicalResult EnumCmpOp::verify() {
  if (canonicalType(getLhs().getType()) != canonicalType(getRhs().getType()))
    return emitOpError("types do not match");
  return success();
}

void WireOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  if (std::optional<StringRef> name = getName(); name && !name->empty())
    setName(getResult(), *name);
}

LogicalResult BitcastOp::verify() {
  if (bitWidthOf(getInput().getType()) != bitWidthOf(getType()))
    return emitOpError("Bitwidth of input must match result");
  return success();
}

// --- Arrays ----------------------------------------------------------------------------

ParseResult ArrayCreateOp::parse(OpAsmParser &p, OperationState &result) {
  SMLoc loc = p.getCurrentLocation();
  SmallVector<OpAsmParser::UnresolvedOperand> operands;
  Type element, type;
  if (p.parseOperandList(operands) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseColonType(element))
    return failure();
  if (operands.empty())
    return p.emitError(loc, "Cannot construct an array of length 0");
  if (succeeded(p.parseOptionalArrow())) {
    if (p.parseType(type))
      return failure();
  } else {
    type = ArrayType::get(element, operands.size());
  }
  result.addTypes(type);
  return p.resolveOperands(operands, element, result.operands);
}

void ArrayCreateOp::print(OpAsmPrinter &p) {
  p << ' ' << getInputs();
  p.printOptionalAttrDict((*this)->getAttrs());
  Type element = getInputs()[0].getType();
  p << " : " << element;
  if (getType() != ArrayType::get(element, getInputs().size()))
    p << " -> " << getType();
}

LogicalResult ArrayCreateOp::verify() {
  auto array = as<ArrayType>(getType());
  if (array.getKnownSize() != getInputs().size())
    return emitOpError("number of inputs does not match the array's length");
  if (canonicalType(array.getElementType()) != canonicalType(getInputs()[0].getType()))
    return emitOpError("array element type does not match the inputs' type");
  return success();
}

LogicalResult ArraySliceOp::verify() {
  std::optional<uint64_t> size = as<ArrayType>(getInput().getType()).getKnownSize();
  if (size && llvm::Log2_64_Ceil(std::max<uint64_t>(*size, 1)) !=
                  bitWidthOf(getLowIndex().getType()).value_or(0))
    return emitOpError("ArraySlice: index width must match clog2 of array size");
  return success();
}

// --- Structures and unions ----------------------------------------------------------------

ParseResult StructCreateOp::parse(OpAsmParser &p, OperationState &result) {
  SMLoc loc = p.getCurrentLocation();
  SmallVector<OpAsmParser::UnresolvedOperand> operands;
  Type type;
  if (p.parseLParen() || p.parseOperandList(operands) || p.parseRParen() ||
      p.parseOptionalAttrDict(result.attributes) || p.parseColonType(type))
    return failure();
  auto structType = as<StructType>(type);
  if (!structType)
    return p.emitError(p.getNameLoc(), "expected !hw.struct type or alias");
  SmallVector<Type> types;
  for (const FieldInfo &field : structType.getElements())
    types.push_back(field.type);
  result.addTypes(type);
  return p.resolveOperands(operands, types, loc, result.operands);
}
void StructCreateOp::print(OpAsmPrinter &p) {
  p << " (" << getInput() << ')';
  p.printOptionalAttrDict((*this)->getAttrs());
  p << " : " << getType();
}
LogicalResult StructCreateOp::verify() {
  ArrayRef<FieldInfo> fields = as<StructType>(getType()).getElements();
  if (fields.size() != getInput().size())
    return emitOpError("structure field count mismatch");
  for (auto [field, value] : llvm::zip(fields, getInput()))
    if (field.type != value.getType())
      return emitOpError("structure field `") << field.name << "` type does not match";
  return success();
}

ParseResult StructExplodeOp::parse(OpAsmParser &p, OperationState &result) {
  OpAsmParser::UnresolvedOperand operand;
  Type type;
  if (p.parseOperand(operand) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseColonType(type))
    return failure();
  auto structType = as<StructType>(type);
  if (!structType)
    return p.emitError(p.getNameLoc(), "invalid kind of type specified");
  for (const FieldInfo &field : structType.getElements())
    result.addTypes(field.type);
  return p.resolveOperand(operand, type, result.operands);
}
void StructExplodeOp::print(OpAsmPrinter &p) {
  p << ' ' << getInput();
  p.printOptionalAttrDict((*this)->getAttrs());
  p << " : " << getInput().getType();
}
void StructExplodeOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  auto structType = as<StructType>(getInput().getType());
  for (auto [result, field] : llvm::zip(getResults(), structType.getElements()))
    setName(result, field.name);
}

/// `["name"]` with the type of the aggregate behind: the field's index and type.
template <typename Aggregate>
static ParseResult resolveField(OpAsmParser &p, SMLoc loc, Type type, StringAttr name,
                                OperationState &result, Type &fieldType) {
  auto aggregate = as<Aggregate>(type);
  if (!aggregate)
    return p.emitError(loc, "invalid kind of type specified");
  std::optional<uint32_t> index = aggregate.getFieldIndex(name);
  if (!index)
    return p.emitError(p.getNameLoc(), "field name '")
           << name.getValue() << "' not found in aggregate type";
  result.addAttribute("fieldIndex", p.getBuilder().getI32IntegerAttr(int32_t(*index)));
  fieldType = aggregate.getElements()[*index].type;
  return success();
}

template <typename Aggregate>
static ParseResult parseExtract(OpAsmParser &p, OperationState &result) {
  OpAsmParser::UnresolvedOperand operand;
  StringAttr name;
  Type type, fieldType;
  if (p.parseOperand(operand) || p.parseLSquare() || p.parseAttribute(name) || p.parseRSquare() ||
      p.parseOptionalAttrDict(result.attributes) || p.parseColonType(type) ||
      resolveField<Aggregate>(p, p.getNameLoc(), type, name, result, fieldType))
    return failure();
  result.addTypes(fieldType);
  return p.resolveOperand(operand, type, result.operands);
}

template <typename Aggregate>
static StringAttr fieldName(Type type, uint32_t index) {
  return as<Aggregate>(type).getElements()[index].name;
}

template <typename Aggregate, typename Op>
static void printExtract(OpAsmPrinter &p, Op op) {
  Type type = op.getInput().getType();
  p << ' ' << op.getInput() << '[' << fieldName<Aggregate>(type, op.getFieldIndex()) << ']';
  p.printOptionalAttrDict(op->getAttrs(), {"fieldIndex"});
  p << " : " << type;
}

template <typename Aggregate, typename Op>
static LogicalResult verifyField(Op op, Type aggregate, Type value) {
  ArrayRef<FieldInfo> fields = as<Aggregate>(aggregate).getElements();
  uint32_t index = op.getFieldIndex();
  if (index >= fields.size())
    return op.emitOpError() << "field index " << index
                            << " exceeds element count of aggregate type";
  if (canonicalType(value) != canonicalType(fields[index].type))
    return op.emitOpError() << "type " << fields[index].type
                            << " of accessed field in aggregate at index " << index
                            << " does not match expected type " << value;
  return success();
}

ParseResult StructExtractOp::parse(OpAsmParser &p, OperationState &result) {
  return parseExtract<StructType>(p, result);
}
void StructExtractOp::print(OpAsmPrinter &p) { printExtract<StructType>(p, *this); }
LogicalResult StructExtractOp::verify() {
  return verifyField<StructType>(*this, getInput().getType(), getType());
}
void StructExtractOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  ArrayRef<FieldInfo> fields = as<StructType>(getInput().getType()).getElements();
  if (getFieldIndex() < fields.size())
    setName(getResult(), fields[getFieldIndex()].name);
}

ParseResult UnionExtractOp::parse(OpAsmParser &p, OperationState &result) {
  return parseExtract<UnionType>(p, result);
}
void UnionExtractOp::print(OpAsmPrinter &p) { printExtract<UnionType>(p, *this); }
LogicalResult UnionExtractOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                               ValueRange operands, DictionaryAttr attrs,
                                               OpaqueProperties properties, RegionRange regions,
                                               SmallVectorImpl<Type> &types) {
  Adaptor adaptor(operands, attrs, properties, regions);
  ArrayRef<FieldInfo> fields = as<UnionType>(adaptor.getInput().getType()).getElements();
  uint64_t index = adaptor.getFieldIndexAttr().getValue().getZExtValue();
  if (index >= fields.size()) {
    if (loc)
      mlir::emitError(*loc) << "field index " << index
                            << " exceeds element count of aggregate type";
    return failure();
  }
  types.push_back(fields[index].type);
  return success();
}

ParseResult StructInjectOp::parse(OpAsmParser &p, OperationState &result) {
  SMLoc loc = p.getCurrentLocation();
  OpAsmParser::UnresolvedOperand operand, value;
  StringAttr name;
  Type type, fieldType;
  if (p.parseOperand(operand) || p.parseLSquare() || p.parseAttribute(name) || p.parseRSquare() ||
      p.parseComma() || p.parseOperand(value) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseColonType(type) ||
      resolveField<StructType>(p, loc, type, name, result, fieldType))
    return failure();
  result.addTypes(type);
  return failure(p.resolveOperand(operand, type, result.operands) ||
                 p.resolveOperand(value, fieldType, result.operands));
}
void StructInjectOp::print(OpAsmPrinter &p) {
  Type type = getInput().getType();
  p << ' ' << getInput() << '[' << fieldName<StructType>(type, getFieldIndex()) << "], "
    << getNewValue();
  p.printOptionalAttrDict((*this)->getAttrs(), {"fieldIndex"});
  p << " : " << type;
}
LogicalResult StructInjectOp::verify() {
  return verifyField<StructType>(*this, getInput().getType(), getNewValue().getType());
}

ParseResult UnionCreateOp::parse(OpAsmParser &p, OperationState &result) {
  SMLoc loc = p.getCurrentLocation();
  StringAttr name;
  OpAsmParser::UnresolvedOperand input;
  Type type;
  if (p.parseAttribute(name) || p.parseComma() || p.parseOperand(input) ||
      p.parseOptionalAttrDict(result.attributes) || p.parseColonType(type))
    return failure();
  auto unionType = as<UnionType>(type);
  if (!unionType)
    return p.emitError(p.getNameLoc(), "expected !hw.union type or alias");
  std::optional<uint32_t> index = unionType.getFieldIndex(name);
  // The prefix names the operation, as for errors at its own location.
  if (!index)
    return p.emitError(loc, "cannot find union field '") << name.getValue() << '\'';
  result.addAttribute("fieldIndex", p.getBuilder().getI32IntegerAttr(int32_t(*index)));
  result.addTypes(type);
  return p.resolveOperand(input, unionType.getElements()[*index].type, result.operands);
}
void UnionCreateOp::print(OpAsmPrinter &p) {
  p << ' ' << fieldName<UnionType>(getType(), getFieldIndex()) << ", " << getInput();
  p.printOptionalAttrDict((*this)->getAttrs(), {"fieldIndex"});
  p << " : " << getType();
}
LogicalResult UnionCreateOp::verify() {
  return verifyField<UnionType>(*this, getType(), getInput().getType());
}

} // namespace circtsim::circt::hw

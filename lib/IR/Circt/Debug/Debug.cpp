//===- Debug.cpp - CIRCT's dbg dialect --------------------------------------===//
//
// Syntax of the two aggregates, `{"name": %value, ...} : types` and
// `[%value, ...] : type`, either without types if empty; checks of the wrappers.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Debug/Debug.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt::debug;

using Operands = SmallVector<OpAsmParser::UnresolvedOperand>;

// --- Aggregates ---------------------------------------------------------------------

ParseResult StructOp::parse(OpAsmParser &parser, OperationState &result) {
  Operands fields;
  SmallVector<Attribute> names;
  auto field = [&]() -> ParseResult {
    std::string name;
    if (parser.parseString(&name) || parser.parseColon() ||
        parser.parseOperand(fields.emplace_back()))
      return failure();
    names.push_back(parser.getBuilder().getStringAttr(name));
    return success();
  };
  SmallVector<Type> types;
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Braces, field) ||
      parser.parseOptionalAttrDict(result.attributes) ||
      (!fields.empty() && parser.parseColon()))
    return failure();
  SMLoc typesLoc = parser.getCurrentLocation();
  if (!fields.empty() && parser.parseTypeList(types))
    return failure();
  if (types.size() != fields.size())
    return parser.emitError(typesLoc, "number of fields and types must match");
  result.addAttribute("names", parser.getBuilder().getArrayAttr(names));
  result.addTypes(StructType::get(parser.getContext()));
  return parser.resolveOperands(fields, types, typesLoc, result.operands);
}

void StructOp::print(OpAsmPrinter &printer) {
  printer << " {";
  llvm::interleaveComma(llvm::zip(getNames(), getFields()), printer, [&](auto field) {
    printer << std::get<0>(field) << ": " << std::get<1>(field);
  });
  printer << '}';
  printer.printOptionalAttrDict((*this)->getAttrs(), {"names"});
  if (!getFields().empty())
    printer << " : " << getFields().getTypes();
}

ParseResult ArrayOp::parse(OpAsmParser &parser, OperationState &result) {
  Operands elements;
  Type type;
  if (parser.parseOperandList(elements, AsmParser::Delimiter::Square) ||
      parser.parseOptionalAttrDict(result.attributes) ||
      (!elements.empty() && parser.parseColonType(type)))
    return failure();
  result.addTypes(ArrayType::get(parser.getContext()));
  return parser.resolveOperands(elements, type, result.operands);
}

void ArrayOp::print(OpAsmPrinter &printer) {
  printer << " [" << getElements() << ']';
  printer.printOptionalAttrDict((*this)->getAttrs());
  if (!getElements().empty())
    printer << " : " << getElements().front().getType();
}

// --- Wrappers -----------------------------------------------------------------------

LogicalResult ValueOp::verify() {
  for (Operation *user : getResult().getUsers())
    if (!isa<VariableOp, StructOp, ArrayOp>(user))
      return emitOpError(
          "must only be used as an operand of dbg.variable, dbg.struct, or dbg.array");
  return success();
}

LogicalResult EnumOp::verify() {
  if (getVariantsMap().empty())
    return emitOpError("variantsMap must not be empty");
  llvm::SmallSet<int64_t, 16> values;
  for (NamedAttribute variant : getVariantsMap()) {
    auto number = dyn_cast<IntegerAttr>(variant.getValue());
    if (!number)
      return emitOpError("variantsMap entry '")
             << variant.getName().getValue() << "' must be an IntegerAttr, got "
             << variant.getValue();
    if (!number.getType().isSignlessInteger())
      return emitOpError("variant '")
             << variant.getName().getValue() << "' must have a signless integer value";
    if (!values.insert(number.getInt()).second)
      return emitOpError("duplicate enum value ") << number.getInt();
  }
  return success();
}

// --- Registration -------------------------------------------------------------------

void DebugDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/Debug/DebugTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/Debug/DebugOps.cpp.inc"
      >();
}

#include "IR/Circt/Debug/DebugDialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Debug/DebugTypes.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Debug/DebugOps.cpp.inc"

//===- MooreValueOps.cpp - constants and concatenations ---------------------===//
//
// Constants take the width of their type; concatenations the sum of widths, and
// are four-state if an operand is.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Moore/Moore.h"

#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace circtsim::circt::moore;

ParseResult ConstantOp::parse(OpAsmParser &parser, OperationState &result) {
  FourState value;
  IntType type;
  SMLoc valueLoc = parser.getCurrentLocation();
  if (parseFourState(parser, value) || parser.parseOptionalAttrDict(result.attributes) ||
      parser.parseColon() || parser.parseCustomTypeWithFallback(type))
    return failure();
  if (type.getWidth() < value.getNeededBits())
    return parser.emitError(valueLoc) << "value requires " << value.getNeededBits()
                                      << " bits, but result type only has " << type.getWidth();
  if (value.hasUnknown() && type.getDomain() != Domain::FourValued)
    return parser.emitError(valueLoc) << "value contains X or Z bits, but result type " << type
                                      << " only allows two-valued bits";
  result.addAttribute("value",
                      FVIntegerAttr::get(parser.getContext(), value.resized(type.getWidth())));
  result.addTypes(type);
  return success();
}

void ConstantOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  printFourState(printer, getValue().getValue());
  printer.printOptionalAttrDict((*this)->getAttrs(), {"value"});
  printer << " : ";
  printer.printStrippedAttrOrType(getType());
}

LogicalResult ConstantOp::verify() {
  unsigned width = getValue().getValue().getWidth();
  if (width != getType().getWidth())
    return emitError("attribute width ")
           << width << " does not match return type's width " << getType().getWidth();
  return success();
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValueAttr(); }
OpFoldResult ConstantTimeOp::fold(FoldAdaptor) { return getValueAttr(); }

LogicalResult ConstantRealOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                               ValueRange operands, DictionaryAttr attributes,
                                               OpaqueProperties properties, RegionRange regions,
                                               SmallVectorImpl<Type> &types) {
  Adaptor adaptor(operands, attributes, properties, regions);
  unsigned width = adaptor.getValueAttr().getType().getIntOrFloatBitWidth();
  if (width != 32 && width != 64)
    return emitOptionalError(loc, "real numbers have 32 or 64 bits, not ", width);
  types.push_back(RealType::get(context, RealWidth(width)));
  return success();
}

/// The vector type that holds all of `parts` side by side; null if one is open or
/// not packed.
template <typename Range>
static IntType joinedVector(MLIRContext *context, Range &&parts) {
  Domain domain = Domain::TwoValued;
  unsigned width = 0;
  for (Type part : parts) {
    auto packed = dyn_cast<PackedType>(part);
    std::optional<unsigned> size = packed ? packed.getBitSize() : std::nullopt;
    if (!size)
      return {};
    domain = std::max(domain, packed.getDomain());
    width += *size;
  }
  return IntType::get(context, width, domain);
}

LogicalResult ConcatOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                         ValueRange operands, DictionaryAttr, OpaqueProperties,
                                         RegionRange, SmallVectorImpl<Type> &types) {
  types.push_back(joinedVector(context, operands.getTypes()));
  return success(bool(types.back()));
}

LogicalResult ConcatRefOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                            ValueRange operands, DictionaryAttr,
                                            OpaqueProperties, RegionRange,
                                            SmallVectorImpl<Type> &types) {
  IntType vector = joinedVector(context, llvm::map_range(operands.getTypes(), nestedTypeOf));
  if (vector)
    types.push_back(RefType::get(vector));
  return success(bool(vector));
}

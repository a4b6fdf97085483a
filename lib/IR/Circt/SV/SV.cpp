//===- SV.cpp - the sv dialect ----------------------------------------------------===//
//
// Syntax and verification. A bit pattern of a case statement is an integer with two
// bits per position: 0, 1, x (2) or z (3), position 0 lowest; `unit` is `default`.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/SV/SV.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::sv;

// --- Pieces of assembly ------------------------------------------------------------

static ParseResult
parseImplicitInitType(OpAsmParser &p, Type place,
                      const std::optional<OpAsmParser::UnresolvedOperand> &init, Type &type) {
  if (!init)
    return success();
  auto inOut = hw::as<hw::InOutType>(place);
  if (!inOut)
    return p.emitError(p.getCurrentLocation(), "expected inout type for reg");
  type = inOut.getElementType();
  return success();
}
static void printImplicitInitType(OpAsmPrinter &, Operation *, Type, Value, Type) {}

static ParseResult parseXMRPath(OpAsmParser &p, ArrayAttr &path, StringAttr &terminal) {
  SmallVector<Attribute> parts;
  if (p.parseCommaSeparatedList([&]() -> ParseResult {
        std::string part;
        if (p.parseKeywordOrString(&part))
          return failure();
        parts.push_back(p.getBuilder().getStringAttr(part));
        return success();
      }))
    return failure();
  terminal = cast<StringAttr>(parts.pop_back_val());
  path = p.getBuilder().getArrayAttr(parts);
  return success();
}
static void printXMRPath(OpAsmPrinter &p, Operation *, ArrayAttr path, StringAttr terminal) {
  for (Attribute part : path)
    p << part << ", ";
  p << terminal;
}

static ParseResult parseEventList(OpAsmParser &p, ArrayAttr &events,
                                  SmallVectorImpl<OpAsmParser::UnresolvedOperand> &clocks) {
  SmallVector<Attribute> list;
  SMLoc loc = p.getCurrentLocation();
  StringRef word;
  bool more = succeeded(p.parseOptionalKeyword(&word));
  while (more) {
    std::optional<EventControl> edge = symbolizeEventControl(word);
    if (!edge)
      return p.emitError(loc, "expected 'posedge', 'negedge', or 'edge'");
    list.push_back(EventControlAttr::get(p.getContext(), *edge));
    if (p.parseOperand(clocks.emplace_back()))
      return failure();
    more = succeeded(p.parseOptionalComma());
    if (more && p.parseKeyword(&word))
      return failure();
  }
  events = p.getBuilder().getArrayAttr(list);
  return success();
}
static void printEventList(OpAsmPrinter &p, Operation *, ArrayAttr events, OperandRange clocks) {
  llvm::interleaveComma(llvm::zip(events, clocks), p, [&](auto pair) {
    auto [edge, clock] = pair;
    p << stringifyEventControl(cast<EventControlAttr>(edge).getValue()) << ' ' << clock;
  });
}

static ParseResult parseModportStructs(OpAsmParser &p, ArrayAttr &ports) {
  SmallVector<Attribute> list;
  if (p.parseCommaSeparatedList(OpAsmParser::Delimiter::Paren, [&]() -> ParseResult {
        StringRef word;
        FlatSymbolRefAttr signal;
        SMLoc loc = p.getCurrentLocation();
        if (p.parseKeyword(&word))
          return failure();
        std::optional<ModportDirection> direction = symbolizeModportDirection(word);
        if (!direction)
          return p.emitError(loc, "expected 'input', 'output' or 'inout'");
        if (p.parseAttribute(signal))
          return failure();
        MLIRContext *context = p.getContext();
        list.push_back(ModportStructAttr::get(
            context, ModportDirectionAttr::get(context, *direction), signal));
        return success();
      }))
    return failure();
  ports = p.getBuilder().getArrayAttr(list);
  return success();
}
static void printModportStructs(OpAsmPrinter &p, Operation *, ArrayAttr ports) {
  p << '(';
  llvm::interleaveComma(ports.getAsRange<ModportStructAttr>(), p, [&](ModportStructAttr port) {
    p << stringifyModportDirection(port.getDirection().getValue()) << ' ' << port.getSignal();
  });
  p << ')';
}

/// `@interface::@signal`.
static ParseResult parseInterfaceSignal(OpAsmParser &p, Type &type, FlatSymbolRefAttr &signal) {
  SymbolRefAttr both;
  SMLoc loc = p.getCurrentLocation();
  if (p.parseAttribute(both))
    return failure();
  if (both.getNestedReferences().size() != 1)
    return p.emitError(loc, "expected an interface and a signal");
  type = InterfaceType::get(p.getContext(), FlatSymbolRefAttr::get(both.getRootReference()));
  signal = FlatSymbolRefAttr::get(both.getLeafReference());
  return success();
}
static void printInterfaceSignal(OpAsmPrinter &p, Operation *, Type type,
                                 FlatSymbolRefAttr signal) {
  p << SymbolRefAttr::get(cast<InterfaceType>(type).getInterface().getAttr(), {signal});
}

#include "IR/Circt/SV/SVDialect.cpp.inc"
#include "IR/Circt/SV/SVEnums.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/SV/SVTypes.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/SV/SVAttrs.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/SV/SVOps.cpp.inc"

namespace circtsim::circt::sv {

void SVDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/SV/SVTypes.cpp.inc"
      >();
}
void SVDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "IR/Circt/SV/SVAttrs.cpp.inc"
      >();
}
void SVDialect::initialize() {
  registerTypes();
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/SV/SVOps.cpp.inc"
      >();
}

Attribute SVAttributeAttr::parse(AsmParser &p, Type) {
  StringAttr name, expression;
  if (p.parseLess() || p.parseAttribute(name) ||
      (succeeded(p.parseOptionalEqual()) && p.parseAttribute(expression)))
    return {};
  bool comment = succeeded(p.parseOptionalComma());
  if ((comment && p.parseKeyword("emitAsComment")) || p.parseGreater())
    return {};
  return get(p.getContext(), name, expression, comment);
}
void SVAttributeAttr::print(AsmPrinter &p) const {
  p << '<' << getName();
  if (getExpression())
    p << " = " << getExpression();
  if (getEmitAsComment())
    p << ", emitAsComment";
  p << '>';
}

// --- Places ----------------------------------------------------------------------------

static Type elementOf(Type place) {
  auto inOut = hw::as<hw::InOutType>(place);
  return inOut ? inOut.getElementType() : Type();
}

Type elementPlaceOf(Type place) {
  Type element = elementOf(place);
  if (auto array = hw::as<hw::ArrayType>(element))
    return hw::InOutType::get(array.getElementType());
  if (auto array = hw::as<hw::UnpackedArrayType>(element))
    return hw::InOutType::get(array.getElementType());
  return {};
}

void WireOp::getAsmResultNames(OpAsmSetValueNameFn setName) { setName(getResult(), getName()); }
void LogicOp::getAsmResultNames(OpAsmSetValueNameFn setName) { setName(getResult(), getName()); }
void RegOp::getAsmResultNames(OpAsmSetValueNameFn setName) { setName(getResult(), getName()); }
void LocalParamOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  setName(getResult(), getName());
}
void InterfaceInstanceOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  setName(getResult(), getName());
}

/// The type of `width` bits or elements of `whole`.
static Type partOf(Type whole, uint64_t width) {
  if (auto array = hw::as<hw::ArrayType>(whole))
    return hw::ArrayType::get(array.getElementType(), width);
  if (auto array = hw::as<hw::UnpackedArrayType>(whole))
    return hw::UnpackedArrayType::get(array.getElementType(), width);
  return IntegerType::get(whole.getContext(), unsigned(width));
}

/// Number of bits or elements.
static std::optional<uint64_t> sizeOf(Type whole) {
  if (auto array = hw::as<hw::ArrayType>(whole))
    return array.getKnownSize();
  if (auto array = hw::as<hw::UnpackedArrayType>(whole))
    return array.getKnownSize();
  return hw::bitWidthOf(whole);
}

static LogicalResult verifyPart(Operation *op, Type whole, Type part, uint64_t width) {
  if (sizeOf(whole).value_or(0) < width)
    return op->emitError("slice width should not be greater than input width");
  if (sizeOf(part) != width)
    return op->emitError("result width must be equal to slice width");
  return success();
}

LogicalResult IndexedPartSelectOp::verify() {
  return verifyPart(*this, getInput().getType(), getType(), getWidth());
}
LogicalResult IndexedPartSelectOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                                    ValueRange operands, DictionaryAttr attrs,
                                                    OpaqueProperties properties,
                                                    RegionRange regions,
                                                    SmallVectorImpl<Type> &types) {
  Adaptor adaptor(operands, attrs, properties, regions);
  types.push_back(IntegerType::get(context, adaptor.getWidth()));
  return success();
}

LogicalResult IndexedPartSelectInOutOp::verify() {
  Type whole = elementOf(getInput().getType()), part = elementOf(getType());
  auto isSliceable = [](Type type) {
    return isa<IntegerType>(type) || hw::isOf<hw::ArrayType>(type) ||
           hw::isOf<hw::UnpackedArrayType>(type);
  };
  if (!isSliceable(whole))
    return emitError("input element type must be Integer or Array");
  if (!isSliceable(part))
    return emitError("result element type must be Integer or Array");
  return verifyPart(*this, whole, part, getWidth());
}
LogicalResult IndexedPartSelectInOutOp::inferReturnTypes(
    MLIRContext *, std::optional<Location>, ValueRange operands, DictionaryAttr attrs,
    OpaqueProperties properties, RegionRange regions, SmallVectorImpl<Type> &types) {
  Adaptor adaptor(operands, attrs, properties, regions);
  Type whole = elementOf(adaptor.getInput().getType());
  if (!whole)
    return failure();
  types.push_back(hw::InOutType::get(partOf(whole, adaptor.getWidth())));
  return success();
}

LogicalResult StructFieldInOutOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                                   ValueRange operands, DictionaryAttr attrs,
                                                   OpaqueProperties properties,
                                                   RegionRange regions,
                                                   SmallVectorImpl<Type> &types) {
  Adaptor adaptor(operands, attrs, properties, regions);
  auto structType = hw::as<hw::StructType>(elementOf(adaptor.getInput().getType()));
  std::optional<uint32_t> index =
      structType ? structType.getFieldIndex(adaptor.getField()) : std::nullopt;
  if (!index) {
    if (loc)
      mlir::emitError(*loc) << "'input' must be an inout type with struct field, with a field \""
                            << adaptor.getField() << '"';
    return failure();
  }
  types.push_back(hw::InOutType::get(structType.getElements()[*index].type));
  return success();
}

// --- Expressions --------------------------------------------------------------------------

static LogicalResult verifyKnownWidth(Operation *op) {
  if (!hw::bitWidthOf(op->getResult(0).getType()))
    return op->emitError("unsupported type");
  return success();
}
LogicalResult ConstantXOp::verify() { return verifyKnownWidth(*this); }
LogicalResult ConstantZOp::verify() { return verifyKnownWidth(*this); }
LogicalResult ConcatStrOp::verify() {
  if (getInputs().empty())
    return emitError("sv.concat_str requires at least one operand");
  return success();
}

// --- Macros and other symbols ---------------------------------------------------------------

static LogicalResult verifyMacro(Operation *op, FlatSymbolRefAttr macro,
                                 SymbolTableCollection &tables) {
  Operation *found = tables.lookupNearestSymbolFrom(op, macro);
  if (!found)
    return op->emitError("references an undefined symbol: ") << macro;
  if (!isa<MacroDeclOp>(found))
    return op->emitError("must reference a macro declaration");
  return success();
}
LogicalResult MacroRefExprOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyMacro(*this, getMacroNameAttr(), tables);
}
LogicalResult MacroRefExprSEOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyMacro(*this, getMacroNameAttr(), tables);
}
LogicalResult MacroRefOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyMacro(*this, getMacroNameAttr(), tables);
}
LogicalResult MacroDefOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyMacro(*this, getMacroNameAttr(), tables);
}
LogicalResult IfDefOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyMacro(*this, getCond().getIdent(), tables);
}
LogicalResult IfDefProceduralOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyMacro(*this, getCond().getIdent(), tables);
}
LogicalResult XMRRefOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (!isa_and_present<hw::HierPathOp>(tables.lookupNearestSymbolFrom(*this, getRefAttr())))
    return emitError("Referenced path doesn't exist ") << getRefAttr();
  return success();
}
LogicalResult InterfaceInstanceOp::verifySymbolUses(SymbolTableCollection &tables) {
  FlatSymbolRefAttr name = cast<InterfaceType>(getType()).getInterface();
  Operation *found = tables.lookupNearestSymbolFrom(*this, name);
  if (!found)
    return emitError("Symbol not found: ") << name << ".";
  if (!isa<InterfaceOp>(found))
    return emitError("Symbol ") << name << " is not an InterfaceOp.";
  return success();
}

// --- Statements ---------------------------------------------------------------------------------

LogicalResult AlwaysOp::verify() {
  if (getEvents().size() != getClocks().size())
    return emitError("different number of operands and events");
  return success();
}
LogicalResult BPAssignOp::verify() {
  if (getDest().getDefiningOp<WireOp>())
    return emitOpError("Verilog disallows procedural assignment to a net type (did you intend to "
                       "use a variable type, e.g., sv.reg?)");
  return success();
}
LogicalResult PAssignOp::verify() {
  if (getDest().getDefiningOp<WireOp>())
    return emitOpError("Verilog disallows procedural assignment to a net type (did you intend to "
                       "use a variable type, e.g., sv.reg?)");
  return success();
}
LogicalResult AliasOp::verify() {
  if (getAliases().size() < 2)
    return emitOpError("alias must have at least two operands");
  return success();
}

static constexpr StringLiteral bitLetters = "01xz";

/// `b01xz`, high zeros may be missing.
static ParseResult parseBitPattern(OpAsmParser &p, unsigned width, Attribute &pattern) {
  StringRef text;
  SMLoc loc = p.getCurrentLocation();
  if (p.parseKeyword(&text))
    return failure();
  if (!text.consume_front("b"))
    return p.emitError(loc, "expected case value starting with 'b'");
  if (text.size() > width)
    return p.emitError(loc, "too many bits specified in pattern");
  APInt bits(std::max(1u, width * 2), 0);
  for (char letter : text) {
    size_t bit = bitLetters.find(letter);
    if (bit == StringRef::npos)
      return p.emitError(loc, "unexpected case bit '") << letter << "'";
    bits = bits.shl(2) | bit;
  }
  pattern = p.getBuilder().getIntegerAttr(p.getBuilder().getIntegerType(width * 2),
                                          bits.zextOrTrunc(width * 2));
  return success();
}

/// What follows `case`: a member of the enumeration, an operand, or bits.
static ParseResult parseCasePattern(OpAsmParser &p, SMLoc start, Type type,
                                    OperationState &result, Attribute &pattern) {
  if (auto enumType = hw::as<hw::EnumType>(type)) {
    StringRef name;
    if (p.parseKeyword(&name))
      return failure();
    if (!enumType.indexOf(name))
      return p.emitError(start) << "case value '" << name << "' is not a member of enum type "
                                << enumType;
    pattern = hw::EnumFieldAttr::getAt(p.getEncodedSourceLoc(start),
                                       p.getBuilder().getStringAttr(name), type);
    return success();
  }
  OpAsmParser::UnresolvedOperand operand;
  OptionalParseResult parsed = p.parseOptionalOperand(operand);
  if (!parsed.has_value())
    return parseBitPattern(p, unsigned(hw::bitWidthOf(type).value_or(0)), pattern);
  pattern = CaseExprPatternAttr::get(p.getContext());
  return failure(failed(*parsed) || p.resolveOperand(operand, type, result.operands));
}

ParseResult CaseOp::parse(OpAsmParser &p, OperationState &result) {
  SMLoc start = p.getCurrentLocation();
  MLIRContext *context = p.getContext();
  StringRef word;
  if (succeeded(p.parseOptionalKeyword(&word, {"case", "casex", "casez"})))
    result.addAttribute("caseStyle", CaseStyleAttr::get(context, *symbolizeCaseStyle(word)));
  if (succeeded(p.parseOptionalKeyword(&word, {"plain", "priority", "unique", "unique0"})))
    result.addAttribute(
        "validationQualifier",
        ValidationQualifierAttr::get(context, *symbolizeValidationQualifier(word)));
  OpAsmParser::UnresolvedOperand condition;
  Type type;
  if (p.parseOperand(condition) || p.parseColonType(type) ||
      p.parseOptionalAttrDict(result.attributes) ||
      p.resolveOperand(condition, type, result.operands))
    return failure();
  if (!hw::isOf<hw::EnumType>(type) && !hw::canonicalType(type).isSignlessInteger())
    return p.emitError(start, "condition must have signless integer type");
  SmallVector<Attribute> patterns;
  for (;;) {
    Attribute pattern = p.getBuilder().getUnitAttr();
    if (failed(p.parseOptionalKeyword("default"))) {
      if (failed(p.parseOptionalKeyword("case")))
        break;
      if (parseCasePattern(p, start, type, result, pattern))
        return failure();
    }
    patterns.push_back(pattern);
    auto region = std::make_unique<Region>();
    if (p.parseColon() || p.parseRegion(*region))
      return failure();
    if (region->empty())
      region->emplaceBlock();
    result.addRegion(std::move(region));
  }
  result.addAttribute("casePatterns", p.getBuilder().getArrayAttr(patterns));
  return success();
}

static void printBitPattern(OpAsmPrinter &p, const APInt &bits) {
  p << 'b';
  for (unsigned i = bits.getBitWidth(); i >= 2; i -= 2)
    p << bitLetters[bits.extractBitsAsZExtValue(2, i - 2)];
}

void CaseOp::print(OpAsmPrinter &p) {
  p << ' ';
  if (getCaseStyle() != CaseStyle::Case)
    p << stringifyCaseStyle(getCaseStyle()) << ' ';
  if (getValidationQualifier() != ValidationQualifier::Plain)
    p << stringifyValidationQualifier(getValidationQualifier()) << ' ';
  p << getCond() << " : " << getCond().getType();
  p.printOptionalAttrDict((*this)->getAttrs(),
                          {"casePatterns", "caseStyle", "validationQualifier"});
  size_t value = 0;
  for (auto [pattern, region] : llvm::zip(getCasePatterns(), getCaseRegions())) {
    p.printNewline();
    if (isa<UnitAttr>(pattern))
      p << "default";
    else if (auto field = dyn_cast<hw::EnumFieldAttr>(pattern))
      p << "case " << field.getField().getValue();
    else if (isa<CaseExprPatternAttr>(pattern))
      p << "case " << getCaseValues()[value++];
    else {
      p << "case ";
      printBitPattern(p, cast<IntegerAttr>(pattern).getValue());
    }
    p << ": ";
    p.printRegion(region, /*printEntryBlockArgs=*/false);
  }
}

LogicalResult CaseOp::verify() {
  Type type = getCond().getType();
  if (!hw::isHWIntegerType(type) && !hw::isOf<hw::EnumType>(type))
    return emitError("condition must have either integer or enum type");
  if (getCasePatterns().size() != getNumRegions())
    return emitOpError("case pattern / region count mismatch");
  return success();
}

ParseResult ForOp::parse(OpAsmParser &p, OperationState &result) {
  OpAsmParser::Argument variable;
  OpAsmParser::UnresolvedOperand bounds[3];
  if (p.parseOperand(variable.ssaName) || p.parseEqual() || p.parseOperand(bounds[0]) ||
      p.parseKeyword("to") || p.parseOperand(bounds[1]) || p.parseKeyword("step") ||
      p.parseOperand(bounds[2]) || p.parseColonType(variable.type))
    return failure();
  for (const OpAsmParser::UnresolvedOperand &bound : bounds)
    if (p.resolveOperand(bound, variable.type, result.operands))
      return failure();
  if (p.parseRegion(*result.addRegion(), variable) || p.parseOptionalAttrDict(result.attributes))
    return failure();
  StringRef name = nameFromSSA(variable.ssaName.name);
  if (!name.empty())
    result.addAttribute("inductionVarName", p.getBuilder().getStringAttr(name));
  return success();
}
void ForOp::print(OpAsmPrinter &p) {
  BlockArgument variable = getBody().getArgument(0);
  p << ' ' << variable << " = " << getLowerBound() << " to " << getUpperBound() << " step "
    << getStep() << " : " << variable.getType() << ' ';
  p.printRegion(getBody(), /*printEntryBlockArgs=*/false);
  p.printOptionalAttrDict((*this)->getAttrs(), {"inductionVarName"});
}
void ForOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  if (!region.empty() && region.getNumArguments() && !getInductionVarName().empty())
    setName(region.getArgument(0), getInductionVarName());
}

} // namespace circtsim::circt::sv

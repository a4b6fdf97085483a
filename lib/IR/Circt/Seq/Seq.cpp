//===- Seq.cpp - the seq dialect ----------------------------------------------===//
//
// Syntax and verification of registers, memories and initial values. Registers
// suggest their `name` as the name of their result, which the syntax then implies.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Seq/Seq.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::seq;

// --- Pieces of assembly ------------------------------------------------------------

static ParseResult
parseOptionalImmutableTypeMatch(OpAsmParser &, Type type,
                                const std::optional<OpAsmParser::UnresolvedOperand> &operand,
                                Type &operandType) {
  if (operand)
    operandType = ImmutableType::get(type.getContext(), type);
  return success();
}
static void printOptionalImmutableTypeMatch(OpAsmPrinter &, Operation *, Type, Value, Type) {}

/// `keyword N`, which also makes the flag a result.
static ParseResult parseThreshold(OpAsmParser &p, StringRef keyword, IntegerAttr &threshold,
                                  Type &flag) {
  if (failed(p.parseOptionalKeyword(keyword)))
    return success();
  int64_t value;
  if (p.parseInteger(value))
    return p.emitError(p.getNameLoc(), "expected integer value after " + keyword + " directive");
  threshold = p.getBuilder().getI64IntegerAttr(value);
  flag = p.getBuilder().getI1Type();
  return success();
}
static ParseResult parseAlmostFull(OpAsmParser &p, IntegerAttr &threshold, Type &flag) {
  return parseThreshold(p, "almost_full", threshold, flag);
}
static ParseResult parseAlmostEmpty(OpAsmParser &p, IntegerAttr &threshold, Type &flag) {
  return parseThreshold(p, "almost_empty", threshold, flag);
}
static void printAlmostFull(OpAsmPrinter &p, Operation *, IntegerAttr threshold, Type) {
  if (threshold)
    p << "almost_full " << threshold.getInt();
}
static void printAlmostEmpty(OpAsmPrinter &p, Operation *, IntegerAttr threshold, Type) {
  if (threshold)
    p << "almost_empty " << threshold.getInt();
}

#include "IR/Circt/Seq/SeqDialect.cpp.inc"
#include "IR/Circt/Seq/SeqEnums.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Seq/SeqTypes.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/Seq/SeqAttrs.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Seq/SeqOps.cpp.inc"

namespace circtsim::circt::seq {

void SeqDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/Seq/SeqTypes.cpp.inc"
      >();
}
void SeqDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "IR/Circt/Seq/SeqAttrs.cpp.inc"
      >();
}
void SeqDialect::initialize() {
  registerTypes();
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/Seq/SeqOps.cpp.inc"
      >();
}

Type ClockConstAttr::getType() const { return ClockType::get(getContext()); }

// --- Types ---------------------------------------------------------------------------

Type HLMemType::parse(AsmParser &p) {
  SmallVector<int64_t> shape;
  Type element;
  if (p.parseLess() || p.parseDimensionList(shape, /*allowDynamic=*/false) ||
      p.parseType(element) || p.parseGreater())
    return {};
  return p.getChecked<HLMemType>(p.getContext(), shape, element);
}
void HLMemType::print(AsmPrinter &p) const {
  p << '<';
  for (int64_t size : getShape())
    p << size << 'x';
  p << getElementType() << '>';
}
LogicalResult HLMemType::verify(function_ref<InFlightDiagnostic()> emitError,
                                ArrayRef<int64_t> shape, Type) {
  if (shape.empty())
    return emitError() << "shape must have at least one dimension.";
  return success();
}

SmallVector<Type> addressTypesOf(HLMemType memory) {
  SmallVector<Type> types;
  for (int64_t size : memory.getShape())
    types.push_back(IntegerType::get(memory.getContext(), llvm::Log2_64_Ceil(size)));
  return types;
}
bool addressesFit(Type memory, ValueRange addresses) {
  SmallVector<Type> expected = addressTypesOf(cast<HLMemType>(memory));
  return addresses.getTypes() == TypeRange(expected);
}
Type addressTypeOf(Type memory) {
  uint64_t depth = cast<FirMemType>(memory).getDepth();
  return IntegerType::get(memory.getContext(), std::max(1u, llvm::Log2_64_Ceil(depth)));
}
Type wordTypeOf(Type memory) {
  return IntegerType::get(memory.getContext(),
                          std::max(1u, cast<FirMemType>(memory).getWidth()));
}

// --- Registers -------------------------------------------------------------------------

static void suggestName(OpAsmSetValueNameFn setName, Value result,
                        std::optional<StringRef> name) {
  if (name && !name->empty())
    setName(result, *name);
}
void CompRegOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  suggestName(setName, getData(), getName());
}
void CompRegClockEnabledOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  suggestName(setName, getData(), getName());
}
void ShiftRegOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  suggestName(setName, getData(), getName());
}
void FirRegOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  suggestName(setName, getData(), getName());
}

template <typename Register>
static LogicalResult verifyReset(Register op) {
  if (bool(op.getReset()) != bool(op.getResetValue()))
    return op.emitOpError("either reset and resetValue or neither must be specified");
  if (op.getReset() && op.getResetValue().getType() != op.getInput().getType())
    return op.emitOpError("reset value must be the same type as the input");
  return success();
}
LogicalResult CompRegOp::verify() { return verifyReset(*this); }
LogicalResult CompRegClockEnabledOp::verify() { return verifyReset(*this); }
LogicalResult ShiftRegOp::verify() { return verifyReset(*this); }

/// Bits of a register of the type; a clock has one.
static std::optional<uint64_t> registerWidth(Type type) {
  return isa<ClockType>(hw::canonicalType(type)) ? 1 : hw::bitWidthOf(type);
}

/// `preset N` in front of the type: the value, checked against the type by
/// `addPreset`.
static ParseResult parsePreset(OpAsmParser &p, std::optional<APInt> &preset, SMLoc &loc) {
  if (failed(p.parseOptionalKeyword("preset")))
    return success();
  loc = p.getCurrentLocation();
  APInt value;
  OptionalParseResult parsed = p.parseOptionalInteger(value);
  if (!parsed.has_value() || failed(*parsed))
    return p.emitError(loc, "expected integer value");
  if (value.isNegative())
    return p.emitError(loc, "preset value must not be negative");
  preset = value;
  return success();
}

static ParseResult addPreset(OpAsmParser &p, const APInt &preset, SMLoc loc, Type type,
                             OperationState &result) {
  std::optional<uint64_t> width = registerWidth(type);
  if (!width)
    return p.emitError(loc, "cannot preset register of unknown width");
  if (preset.getActiveBits() > *width)
    return p.emitError(loc, "preset value too large");
  Type intType = p.getBuilder().getIntegerType(unsigned(*width));
  result.addAttribute("preset", IntegerAttr::get(intType, preset.zextOrTrunc(unsigned(*width))));
  return success();
}

ParseResult FirRegOp::parse(OpAsmParser &p, OperationState &result) {
  SMLoc start = p.getCurrentLocation(), presetLoc;
  OpAsmParser::UnresolvedOperand next, clock, reset, resetValue;
  if (p.parseOperand(next) || p.parseKeyword("clock") || p.parseOperand(clock))
    return failure();
  if (succeeded(p.parseOptionalKeyword("sym"))) {
    hw::InnerSymAttr symbol;
    if (p.parseCustomAttributeWithFallback(symbol))
      return failure();
    result.addAttribute("inner_sym", symbol);
  }
  bool hasReset = succeeded(p.parseOptionalKeyword("reset"));
  if (hasReset) {
    if (succeeded(p.parseOptionalKeyword("async")))
      result.addAttribute("isAsync", p.getBuilder().getUnitAttr());
    else if (failed(p.parseOptionalKeyword("sync")))
      return p.emitError(start, "invalid reset, expected 'sync' or 'async'");
    if (p.parseOperand(reset) || p.parseComma() || p.parseOperand(resetValue))
      return failure();
  }
  std::optional<APInt> preset;
  Type type;
  if (parsePreset(p, preset, presetLoc) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseColonType(type) || (preset && addPreset(p, *preset, presetLoc, type, result)))
    return failure();
  addImplicitName(p, result.attributes);
  result.addTypes(type);
  Type clockType = ClockType::get(p.getContext()), i1 = p.getBuilder().getI1Type();
  if (p.resolveOperand(next, type, result.operands) ||
      p.resolveOperand(clock, clockType, result.operands))
    return failure();
  return failure(hasReset && (p.resolveOperand(reset, i1, result.operands) ||
                              p.resolveOperand(resetValue, type, result.operands)));
}

void FirRegOp::print(OpAsmPrinter &p) {
  p << ' ' << getNext() << " clock " << getClk();
  if (hw::InnerSymAttr symbol = getInnerSymAttr()) {
    p << " sym ";
    symbol.print(p);
  }
  if (getReset())
    p << " reset " << (getIsAsync() ? "async " : "sync ") << getReset() << ", "
      << getResetValue();
  if (IntegerAttr preset = getPresetAttr()) {
    // One more bit, so that the number is not printed as a negative one.
    const APInt &value = preset.getValue();
    p << " preset " << value.zext(value.getBitWidth() + 1);
  }
  printImplicitSSAName(p, *this, (*this)->getAttrDictionary(), {"isAsync", "preset"});
  p << " : " << getNext().getType();
}

LogicalResult FirRegOp::verify() {
  if (bool(getReset()) != bool(getResetValue()) || (getIsAsync() && !getReset()))
    return emitOpError("must specify reset and reset value");
  IntegerAttr preset = getPresetAttr();
  if (preset && registerWidth(getType()) != preset.getValue().getBitWidth())
    return emitOpError("preset type width must match register type");
  return success();
}

// --- Memories --------------------------------------------------------------------------------

void FIFOOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  setName(getOutput(), "out");
  setName(getEmpty(), "empty");
  setName(getFull(), "full");
  if (Value flag = getAlmostEmpty())
    setName(flag, "almostEmpty");
  if (Value flag = getAlmostFull())
    setName(flag, "almostFull");
}

LogicalResult FIFOOp::verify() {
  if (getAlmostFullThreshold().value_or(0) > getDepth())
    return emitOpError("almost full threshold must be <= FIFO depth");
  if (getAlmostEmptyThreshold().value_or(0) > getDepth())
    return emitOpError("almost empty threshold must be <= FIFO depth");
  return success();
}

void HLMemOp::getAsmResultNames(OpAsmSetValueNameFn setName) { setName(getHandle(), getName()); }
void FirMemOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  suggestName(setName, getMemory(), getName());
}
void ReadPortOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  if (auto memory = getMemory().getDefiningOp<HLMemOp>())
    setName(getReadData(), (memory.getName() + "_rdata").str());
}

/// `%memory[%a, ...]`.
static ParseResult parseAccess(OpAsmParser &p, OpAsmParser::UnresolvedOperand &memory,
                               SmallVectorImpl<OpAsmParser::UnresolvedOperand> &addresses) {
  return failure(p.parseOperand(memory) ||
                 p.parseOperandList(addresses, OpAsmParser::Delimiter::Square));
}

static ParseResult resolveAccess(OpAsmParser &p, SMLoc loc,
                                 const OpAsmParser::UnresolvedOperand &memory,
                                 ArrayRef<OpAsmParser::UnresolvedOperand> addresses,
                                 HLMemType type, OperationState &result) {
  return failure(p.resolveOperand(memory, type, result.operands) ||
                 p.resolveOperands(addresses, addressTypesOf(type), loc, result.operands));
}

ParseResult ReadPortOp::parse(OpAsmParser &p, OperationState &result) {
  SMLoc loc = p.getCurrentLocation();
  OpAsmParser::UnresolvedOperand memory, enable;
  SmallVector<OpAsmParser::UnresolvedOperand> addresses;
  HLMemType type;
  if (parseAccess(p, memory, addresses))
    return failure();
  bool hasEnable = succeeded(p.parseOptionalKeyword("rden"));
  if ((hasEnable && p.parseOperand(enable)) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseColonType(type) || resolveAccess(p, loc, memory, addresses, type, result) ||
      (hasEnable && p.resolveOperand(enable, p.getBuilder().getI1Type(), result.operands)))
    return failure();
  result.addTypes(type.getElementType());
  int32_t sizes[] = {1, int32_t(addresses.size()), hasEnable};
  result.addAttribute("operandSegmentSizes", p.getBuilder().getDenseI32ArrayAttr(sizes));
  return success();
}
void ReadPortOp::print(OpAsmPrinter &p) {
  p << ' ' << getMemory() << '[' << getAddresses() << ']';
  if (getRdEn())
    p << " rden " << getRdEn();
  p.printOptionalAttrDict((*this)->getAttrs(), {"operandSegmentSizes"});
  p << " : " << getMemory().getType();
}

ParseResult WritePortOp::parse(OpAsmParser &p, OperationState &result) {
  SMLoc loc = p.getCurrentLocation();
  OpAsmParser::UnresolvedOperand memory, data, enable;
  SmallVector<OpAsmParser::UnresolvedOperand> addresses;
  HLMemType type;
  if (parseAccess(p, memory, addresses) || p.parseOperand(data) || p.parseKeyword("wren") ||
      p.parseOperand(enable) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseColonType(type) || resolveAccess(p, loc, memory, addresses, type, result))
    return failure();
  return failure(p.resolveOperand(data, type.getElementType(), result.operands) ||
                 p.resolveOperand(enable, p.getBuilder().getI1Type(), result.operands));
}
void WritePortOp::print(OpAsmPrinter &p) {
  p << ' ' << getMemory() << '[' << getAddresses() << "] " << getInData() << " wren "
    << getWrEn();
  p.printOptionalAttrDict((*this)->getAttrs());
  p << " : " << getMemory().getType();
}

template <typename Port>
static LogicalResult verifyMask(Port op) {
  if (!op.getMask())
    return success();
  auto type = cast<FirMemType>(op.getMemory().getType());
  if (!type.getMaskWidth())
    return op.emitOpError("has mask operand but memory type '")
           << type << "' has no mask";
  auto expected = IntegerType::get(op.getContext(), *type.getMaskWidth());
  if (op.getMask().getType() != expected)
    return op.emitOpError("has mask operand of type '")
           << op.getMask().getType() << "', but memory type requires '" << expected << "'";
  return success();
}
LogicalResult FirMemWriteOp::verify() { return verifyMask(*this); }
LogicalResult FirMemReadWriteOp::verify() { return verifyMask(*this); }

// --- Initial values ----------------------------------------------------------------------------

/// Each immutable type must hold the plain one.
static LogicalResult verifyInner(Operation *op, TypeRange immutable, TypeRange plain,
                                 StringRef message) {
  if (immutable.size() != plain.size())
    return op->emitError() << message;
  for (auto [outer, inner] : llvm::zip(immutable, plain))
    if (cast<ImmutableType>(outer).getInnerType() != inner)
      return op->emitError() << cast<ImmutableType>(outer).getInnerType()
                             << " is expected but got " << inner;
  return success();
}

LogicalResult InitialOp::verify() {
  Block &block = getBody().front();
  if (failed(verifyInner(*this, getResultTypes(), block.getTerminator()->getOperandTypes(),
                         "result type doesn't match with the terminator")))
    return failure();
  return verifyInner(*this, getInputs().getTypes(), block.getArgumentTypes(),
                     "operand type doesn't match with the block arg");
}

} // namespace circtsim::circt::seq

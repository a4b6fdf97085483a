//===- LLHD.cpp - CIRCT's llhd dialect --------------------------------------===//
//
// Times, parts of signals, and what leaves a process: the values yielded must be
// those of the results of the region around.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/References.h"

#include "mlir/IR/DialectImplementation.h"
#include "mlir/Interfaces/FunctionImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::llhd;

/// What a signal carries; it used to be written as the type of the signal, `!hw.inout<T>`.
static ParseResult parseCarriedType(OpAsmParser &parser, Type &type) {
  if (parser.parseType(type))
    return failure();
  if (auto signal = dyn_cast<hw::InOutType>(type))
    type = signal.getElementType();
  return success();
}
static void printCarriedType(OpAsmPrinter &printer, Operation *, Type type) { printer << type; }

// --- Times --------------------------------------------------------------------------

Attribute TimeAttr::parse(AsmParser &parser, Type) {
  SMLoc loc = parser.getCurrentLocation();
  uint64_t time;
  unsigned delta, epsilon;
  StringRef unit;
  if (parser.parseLess() || parser.parseInteger(time) || parser.parseKeyword(&unit) ||
      parser.parseComma() || parser.parseInteger(delta) || parser.parseKeyword("d") ||
      parser.parseComma() || parser.parseInteger(epsilon) || parser.parseKeyword("e") ||
      parser.parseGreater())
    return {};
  return parser.getChecked<TimeAttr>(loc, parser.getContext(), time, unit, delta, epsilon);
}

void TimeAttr::print(AsmPrinter &printer) const {
  printer << '<' << getTime() << getTimeUnit() << ", " << getDelta() << "d, " << getEpsilon()
          << "e>";
}

LogicalResult TimeAttr::verify(function_ref<InFlightDiagnostic()> emitError, TimeType, uint64_t,
                               StringRef unit, unsigned, unsigned) {
  static constexpr StringLiteral units[] = {"ys", "zs", "as", "fs", "ps", "ns", "us", "ms", "s"};
  if (!llvm::is_contained(units, unit))
    return emitError() << "Illegal time unit.";
  return success();
}

OpFoldResult ConstantTimeOp::fold(FoldAdaptor) { return getValueAttr(); }

// --- Signals and their parts --------------------------------------------------------

static Type referenced(Type type) {
  auto ref = dyn_cast<RefType>(type);
  return ref ? ref.getNestedType() : type;
}

uint64_t circtsim::circt::llhd::partsOf(Type type) {
  Type value = referenced(type);
  if (auto array = hw::as<hw::ArrayType>(value))
    return array.getKnownSize().value_or(0);
  if (auto structure = hw::as<hw::StructType>(value))
    return structure.getElements().size();
  auto integer = hw::as<IntegerType>(value);
  return integer ? integer.getWidth() : 0;
}

Type circtsim::circt::llhd::elementTypeOf(Type type) {
  Type value = referenced(type);
  auto array = hw::as<hw::ArrayType>(value);
  return array ? array.getElementType() : value;
}

Type circtsim::circt::llhd::indexTypeOf(Type type) {
  return IntegerType::get(type.getContext(), llvm::Log2_64_Ceil(partsOf(type)));
}

void SignalOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  if (getName() && !getName()->empty())
    setName(getResult(), *getName());
}

void ProbeOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &effects) {
  if (mayHaveSSADominance(*(*this)->getParentRegion()))
    effects.emplace_back(MemoryEffects::Read::get(), &getSignalMutable());
}

LogicalResult SigStructExtractOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                                   ValueRange operands, DictionaryAttr attributes,
                                                   OpaqueProperties properties,
                                                   RegionRange regions,
                                                   SmallVectorImpl<Type> &types) {
  Adaptor adaptor(operands, attributes, properties, regions);
  Type value = referenced(adaptor.getInput().getType());
  auto structure = hw::as<hw::StructType>(value);
  auto overlay = hw::as<hw::UnionType>(value);
  if (!structure && !overlay)
    return emitOptionalError(loc, "expected struct or union type");
  ArrayRef<hw::FieldInfo> fields = structure ? structure.getElements() : overlay.getElements();
  std::optional<uint32_t> index = hw::indexOfField(fields, adaptor.getField());
  if (!index)
    return emitOptionalError(loc, "invalid field name specified");
  types.push_back(RefType::get(fields[*index].type));
  return success();
}

LogicalResult GlobalSignalOp::verifyRegions() {
  return verifyInitialiser(*this, YieldOp::getOperationName());
}

LogicalResult GetGlobalSignalOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyGlobalReference(*this, getGlobalNameAttr(), GlobalSignalOp::getOperationName(),
                               getType().getNestedType(), tables);
}

// --- Processes ----------------------------------------------------------------------

static LogicalResult verifyYielded(Operation *op, OperandRange yielded) {
  Operation *parent = op->getParentOp();
  SmallVector<Type> wanted;
  if (isa<ProcessOp, CombinationalOp>(parent))
    llvm::append_range(wanted, parent->getResultTypes());
  else if (auto global = dyn_cast<GlobalSignalOp>(parent))
    wanted.push_back(global.getType());
  if (yielded.size() != wanted.size())
    return op->emitOpError("has ") << yielded.size() << " yield operands, but enclosing '"
                                   << parent->getName() << "' returns " << wanted.size();
  for (auto [index, types] : llvm::enumerate(llvm::zip(yielded.getTypes(), wanted)))
    if (auto [type, result] = types; type != result)
      return op->emitError("type of yield operand ")
             << index << " (" << type << ") does not match enclosing '" << parent->getName()
             << "' result type (" << result << ")";
  return success();
}

LogicalResult YieldOp::verify() { return verifyYielded(*this, getYieldOperands()); }
LogicalResult HaltOp::verify() { return verifyYielded(*this, getYieldOperands()); }
LogicalResult WaitOp::verify() { return verifyYielded(*this, getYieldOperands()); }

SuccessorOperands WaitOp::getSuccessorOperands(unsigned) {
  return SuccessorOperands(getDestOperandsMutable());
}

// --- Coroutines ---------------------------------------------------------------------

ParseResult CoroutineOp::parse(OpAsmParser &parser, OperationState &result) {
  return parseCoroutine(parser, result, getFunctionTypeAttrName(result.name),
                        getArgAttrsAttrName(result.name), getResAttrsAttrName(result.name));
}

void CoroutineOp::print(OpAsmPrinter &printer) {
  function_interface_impl::printFunctionOp(printer, *this, /*isVariadic=*/false,
                                           getFunctionTypeAttrName(), getArgAttrsAttrName(),
                                           getResAttrsAttrName());
}

LogicalResult CallCoroutineOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyCoroutineCall(*this, getCalleeAttr(), CoroutineOp::getOperationName(), tables);
}

// --- Registration -------------------------------------------------------------------

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/LLHD/LLHDTypes.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/LLHD/LLHDAttrs.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/LLHD/LLHDOps.cpp.inc"

void LLHDDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/LLHD/LLHDTypes.cpp.inc"
      >();
  addAttributes<
#define GET_ATTRDEF_LIST
#include "IR/Circt/LLHD/LLHDAttrs.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/LLHD/LLHDOps.cpp.inc"
      >();
}

#include "IR/Circt/LLHD/LLHDDialect.cpp.inc"

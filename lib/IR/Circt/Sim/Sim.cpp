//===- Sim.cpp - CIRCT's sim dialect ----------------------------------------===//
//
// C functions keep their arguments in a type of their own, from which the type of
// a call follows; containers check the types of their elements.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Sim/Sim.h"
#include "IR/Circt/DpiFunction.h"

#include "mlir/Dialect/LLVMIR/LLVMTypes.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::sim;

// --- C functions --------------------------------------------------------------------

static SmallVector<DpiText> textOf(DPIFunctionType type) {
  SmallVector<DpiText> arguments;
  for (const DPIArgument &argument : type.getArguments())
    arguments.push_back({stringifyDPIDirection(argument.dir), argument.name, argument.type});
  return arguments;
}

FunctionType DPIFunctionType::getFunctionType() const {
  return dpiCallType(getContext(), textOf(*this));
}

Type DPIFunctionType::parse(AsmParser &parser) {
  SmallVector<DPIArgument> arguments;
  auto argument = [&]() -> ParseResult {
    StringRef keyword;
    std::string name;
    SMLoc loc = parser.getCurrentLocation();
    DPIArgument &added = arguments.emplace_back();
    if (parser.parseKeyword(&keyword))
      return failure();
    std::optional<DPIDirection> direction = symbolizeDPIDirection(keyword);
    if (!direction)
      return parser.emitError(loc, "expected DPI argument direction keyword");
    added.dir = *direction;
    if (parser.parseString(&name) || parser.parseColonType(added.type))
      return failure();
    added.name = parser.getBuilder().getStringAttr(name);
    return success();
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater, argument))
    return {};
  return get(parser.getContext(), arguments);
}

void DPIFunctionType::print(AsmPrinter &printer) const {
  printer << '<';
  llvm::interleaveComma(getArguments(), printer, [&](const DPIArgument &argument) {
    printer << stringifyDPIDirection(argument.dir) << ' ' << argument.name << " : "
            << argument.type;
  });
  printer << '>';
}

ParseResult DPIFuncOp::parse(OpAsmParser &parser, OperationState &result) {
  SmallVector<DpiText> text;
  if (parseDpiFunction(parser, result, {"in", "out", "inout", "return", "ref"}, text))
    return failure();
  SmallVector<DPIArgument> arguments;
  for (const DpiText &argument : text)
    arguments.push_back(
        {argument.name, argument.type, *symbolizeDPIDirection(argument.direction)});
  result.addAttribute(getDpiFunctionTypeAttrName(result.name),
                      TypeAttr::get(DPIFunctionType::get(parser.getContext(), arguments)));
  return success();
}

void DPIFuncOp::print(OpAsmPrinter &printer) {
  printDpiFunction(printer, *this, textOf(getDpiFunctionType()), {getDpiFunctionTypeAttrName()});
}

LogicalResult DPIFuncOp::verify() {
  SmallVector<DpiText> arguments = textOf(getDpiFunctionType());
  if (failed(verifyDpiReturn(*this, arguments)))
    return failure();
  for (const DpiText &argument : arguments)
    if (argument.direction == "ref" && !isa<LLVM::LLVMPointerType>(argument.type))
      return emitOpError("'ref' arguments must use !llvm.ptr type");
  return success();
}

LogicalResult DPICallOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyDpiCall(*this, getCalleeAttr(), getInputs().getTypes(),
                       DPIFuncOp::getOperationName(), tables, [](Operation *callee) {
                         return cast<DPIFuncOp>(callee).getDpiFunctionType().getFunctionType();
                       });
}

// --- Text ---------------------------------------------------------------------------

OpFoldResult FormatLiteralOp::fold(FoldAdaptor) { return getLiteralAttr(); }
OpFoldResult StringConstantOp::fold(FoldAdaptor) { return getLiteralAttr(); }

LogicalResult FormatStringConcatOp::verify() {
  if (llvm::is_contained(getInputs(), getResult()))
    return emitOpError("is infinitely recursive.");
  return success();
}

// --- Containers ---------------------------------------------------------------------

static Type elementOf(Value queue) { return cast<QueueType>(queue.getType()).getElementType(); }

LogicalResult QueueResizeOp::verify() {
  if (elementOf(getInput()) != elementOf(getResult()))
    return emitOpError("queues must have the same element type");
  return success();
}

LogicalResult QueueFromArrayOp::verify() {
  Type element = hw::as<hw::ArrayType>(getInput().getType()).getElementType();
  if (elementOf(getResult()) != element)
    return emitOpError("sim::Queue element type ")
           << elementOf(getResult()) << " doesn't match hw::ArrayType element type " << element;
  return success();
}

LogicalResult QueueConcatOp::verify() {
  for (Value input : getInputs())
    if (elementOf(input) != elementOf(getResult()))
      return emitOpError("sim::Queue element type ")
             << elementOf(input) << " doesn't match result sim::Queue element type "
             << elementOf(getResult());
  return success();
}

LogicalResult SVReadMemOp::verify() {
  if (getFinishAddr() && !getStartAddr())
    return emitOpError("'finishAddr' requires 'startAddr' to be present");
  if (getSliceLeft() && !getSliceRight())
    return emitOpError("'sliceLeft' requires 'sliceRight' to be present");
  if (getSliceRight() && !getSliceLeft())
    return emitOpError("'sliceRight' requires 'sliceLeft' to be present");
  if (getDimLows().empty() || getDimLows().size() != getDimDescending().size())
    return emitOpError(
        "'dimLows' and 'dimDescending' must have one entry per unpacked dimension");
  return success();
}

// --- Registration -------------------------------------------------------------------

#include "IR/Circt/Sim/SimEnums.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Sim/SimTypes.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Sim/SimOps.cpp.inc"

void SimDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/Sim/SimTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/Sim/SimOps.cpp.inc"
      >();
}

#include "IR/Circt/Sim/SimDialect.cpp.inc"

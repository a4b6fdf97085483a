//===- MooreModuleOps.cpp - modules, processes, declarations ----------------===//
//
// Modules have the ports of hardware modules, in the same text. Checks compare
// what an operation uses with what the symbol or the region around it declares.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/DpiFunction.h"
#include "IR/Circt/Moore/Moore.h"
#include "IR/Circt/References.h"

#include "mlir/IR/Builders.h"
#include "mlir/Interfaces/FunctionImplementation.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::moore;

// --- Modules ------------------------------------------------------------------------

ParseResult SVModuleOp::parse(OpAsmParser &parser, OperationState &result) {
  (void)mlir::impl::parseOptionalVisibilityKeyword(parser, result.attributes);
  StringAttr name;
  SmallVector<hw::ParsedPort> ports;
  hw::ModuleType type;
  if (parser.parseSymbolName(name, getSymNameAttrName(result.name), result.attributes) ||
      hw::parsePortSignature(parser, ports, type) ||
      parser.parseOptionalAttrDictWithKeyword(result.attributes))
    return failure();
  result.addAttribute(getModuleTypeAttrName(result.name), TypeAttr::get(type));
  SmallVector<OpAsmParser::Argument> arguments;
  for (const hw::ParsedPort &port : ports)
    if (port.dir != hw::ModulePort::Output)
      arguments.push_back(port);
  Region &body = *result.addRegion();
  if (parser.parseRegion(body, arguments))
    return failure();
  ensureTerminator(body, parser.getBuilder(), result.location);
  return success();
}

void SVModuleOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  if (std::optional<StringRef> visibility = getSymVisibility())
    printer << *visibility << ' ';
  printer.printSymbolName(getSymName());
  hw::printPortSignature(printer, &getBodyRegion(), getModuleType(), {}, {});
  printer.printOptionalAttrDictWithKeyword((*this)->getAttrs(), getAttributeNames());
  printer << ' ';
  printer.printRegion(getBodyRegion(), /*printEntryBlockArgs=*/false);
}

void SVModuleOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  if (region.empty())
    return;
  for (auto [argument, name] :
       llvm::zip(region.getArguments(), getModuleType().getInputNames()))
    setName(argument, cast<StringAttr>(name).getValue());
}

/// Compares values with the ports of `module` that they connect to; `side` is
/// "input" or "output", `value` "operand" or "result".
static LogicalResult verifyPorts(Operation *op, SVModuleOp module, TypeRange actual,
                                 TypeRange ports, StringRef value, StringRef side) {
  for (auto [index, types] : llvm::enumerate(llvm::zip(actual, ports)))
    if (auto [type, port] = types; type != port)
      return op->emitOpError() << value << " " << index << " (" << type << ") does not match "
                               << side << " type (" << port << ") of module @"
                               << module.getSymName();
  return success();
}

LogicalResult OutputOp::verify() {
  auto module = cast<SVModuleOp>((*this)->getParentOp());
  SmallVector<Type> ports = module.getModuleType().getOutputTypes();
  if (ports.size() != getNumOperands())
    return emitOpError("has ") << getNumOperands() << " operands, but enclosing module @"
                               << module.getSymName() << " has " << ports.size() << " outputs";
  return verifyPorts(*this, module, getOperandTypes(), ports, "operand", "output");
}

LogicalResult InstanceOp::verifySymbolUses(SymbolTableCollection &tables) {
  Operation *symbol = tables.lookupNearestSymbolFrom(*this, getModuleNameAttr());
  if (!symbol)
    return emitOpError("references unknown symbol @") << getModuleName();
  auto module = dyn_cast<SVModuleOp>(symbol);
  if (!module)
    return emitOpError("must reference a 'moore.module', but @")
           << getModuleName() << " is a '" << symbol->getName() << "'";
  SmallVector<Type> inputs = module.getModuleType().getInputTypes();
  SmallVector<Type> outputs = module.getModuleType().getOutputTypes();
  auto wrongCount = [&](size_t has, StringRef what, size_t wanted, StringRef ports) {
    return emitOpError("has ") << has << " " << what << ", but target module @"
                               << module.getSymName() << " has " << wanted << " " << ports;
  };
  if (inputs.size() != getNumOperands())
    return wrongCount(getNumOperands(), "operands", inputs.size(), "inputs");
  if (failed(verifyPorts(*this, module, getOperandTypes(), inputs, "operand", "input")))
    return failure();
  if (outputs.size() != getNumResults())
    return wrongCount(getNumResults(), "results", outputs.size(), "outputs");
  return verifyPorts(*this, module, getResultTypes(), outputs, "result", "output");
}

void InstanceOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  hw::nameInstanceResults(setName, getInstanceName(), getOutputNames(), getOutputs());
}

// --- Coroutines and C functions -----------------------------------------------------

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

ParseResult DPIFuncOp::parse(OpAsmParser &parser, OperationState &result) {
  SmallVector<DpiText> arguments;
  if (parseDpiFunction(parser, result, {"in", "out", "inout", "return"}, arguments))
    return failure();
  MLIRContext *context = parser.getContext();
  SmallVector<Attribute> directions, names;
  for (const DpiText &argument : arguments) {
    directions.push_back(
        DPIArgDirectionAttr::get(context, *symbolizeDPIArgDirection(argument.direction)));
    names.push_back(argument.name);
  }
  result.addAttribute(getFunctionTypeAttrName(result.name),
                      TypeAttr::get(dpiCallType(context, arguments)));
  result.addAttribute(getDpiArgDirsAttrName(result.name), ArrayAttr::get(context, directions));
  result.addAttribute(getDpiArgNamesAttrName(result.name), ArrayAttr::get(context, names));
  return success();
}

/// The arguments with their types put together again from the function type.
static SmallVector<DpiText> dpiArguments(DPIFuncOp function) {
  ArrayRef<Type> operands = function.getFunctionType().getInputs();
  ArrayRef<Type> results = function.getFunctionType().getResults();
  auto take = [](ArrayRef<Type> &types) {
    Type type = types.empty() ? Type() : types.front();
    types = types.drop_front(types.empty() ? 0 : 1);
    return type;
  };
  SmallVector<DpiText> arguments;
  for (auto [direction, name] :
       llvm::zip(function.getDpiArgDirs().getAsRange<DPIArgDirectionAttr>(),
                 function.getDpiArgNames().getAsRange<StringAttr>())) {
    DpiText &argument = arguments.emplace_back();
    argument.direction = stringifyDPIArgDirection(direction.getValue());
    argument.name = name;
    if (isDpiOperand(argument.direction))
      argument.type = take(operands);
    if (isDpiResult(argument.direction))
      argument.type = take(results);
  }
  return arguments;
}

void DPIFuncOp::print(OpAsmPrinter &printer) {
  printDpiFunction(
      printer, *this, dpiArguments(*this),
      {getFunctionTypeAttrName(), getDpiArgDirsAttrName(), getDpiArgNamesAttrName()});
}

LogicalResult DPIFuncOp::verify() {
  if (getDpiArgDirs().size() != getDpiArgNames().size())
    return emitOpError("argument directions and names must have the same size");
  if (!llvm::all_of(getDpiArgDirs(), llvm::IsaPred<DPIArgDirectionAttr>) ||
      !llvm::all_of(getDpiArgNames(), llvm::IsaPred<StringAttr>))
    return emitOpError("argument directions and names must be directions and strings");
  SmallVector<DpiText> arguments = dpiArguments(*this);
  if (failed(verifyDpiReturn(*this, arguments)))
    return failure();
  bool typed = llvm::all_of(arguments, [](const DpiText &a) { return bool(a.type); });
  if (!typed || dpiCallType(getContext(), arguments) != getFunctionType())
    return emitOpError("function type must match the arguments");
  return success();
}

LogicalResult FuncDPICallOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyDpiCall(*this, getCalleeAttr(), getInputs().getTypes(),
                       DPIFuncOp::getOperationName(), tables, [](Operation *callee) {
                         return cast<DPIFuncOp>(callee).getFunctionType();
                       });
}

// --- Declarations -------------------------------------------------------------------

static void nameResult(Value result, std::optional<StringRef> name, OpAsmSetValueNameFn setName) {
  if (name && !name->empty())
    setName(result, *name);
}
void VariableOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  nameResult(getResult(), getName(), setName);
}
void NetOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  nameResult(getResult(), getName(), setName);
}
void AssignedVariableOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  nameResult(getResult(), getName(), setName);
}

LogicalResult GlobalVariableOp::verifyRegions() {
  return verifyInitialiser(*this, YieldOp::getOperationName());
}

LogicalResult GetGlobalVariableOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyGlobalReference(*this, getGlobalNameAttr(), GlobalVariableOp::getOperationName(),
                               getType().getNestedType(), tables);
}

LogicalResult YieldOp::verify() {
  auto conditional = dyn_cast<ConditionalOp>((*this)->getParentOp());
  Type wanted = conditional ? Type(conditional.getType())
                            : cast<GlobalVariableOp>((*this)->getParentOp()).getType();
  if (getResult().getType() != wanted)
    return emitOpError("yields ")
           << getResult().getType() << ", but parent expects " << wanted;
  return success();
}

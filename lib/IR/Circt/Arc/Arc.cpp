//===- Arc.cpp - the part of arc that drives a simulation ---------------------===//
//
// Syntax, and what a test program says about its model is checked against the model.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Arc/Arc.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::arc;

#include "IR/Circt/Arc/ArcDialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/Arc/ArcTypes.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/Arc/ArcOps.cpp.inc"

namespace circtsim::circt::arc {

void ArcDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/Arc/ArcTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/Arc/ArcOps.cpp.inc"
      >();
}

// --- Models ----------------------------------------------------------------------------

/// The module or model of that name; null after an error.
static Operation *findModel(Operation *op, Type instance, SymbolTableCollection &tables) {
  FlatSymbolRefAttr name = cast<SimModelInstanceType>(instance).getModel();
  Operation *model = tables.lookupNearestSymbolFrom(op, name);
  if (!model)
    op->emitOpError("model not found");
  else if (!hw::moduleTypeOf(model))
    op->emitOpError("model symbol does not reference a module, found '")
        << model->getName() << "' instead";
  return model && hw::moduleTypeOf(model) ? model : nullptr;
}

static LogicalResult verifyPort(Operation *op, Type instance, StringAttr name, Type type,
                                bool mustBeInput, SymbolTableCollection &tables) {
  Operation *model = findModel(op, instance, tables);
  if (!model)
    return failure();
  for (const hw::ModulePort &port : hw::moduleTypeOf(model).getPorts()) {
    if (port.name != name)
      continue;
    if (mustBeInput && port.dir != hw::ModulePort::Input)
      return op->emitOpError("port ") << name << " is not an input";
    bool isClock = hw::bitWidthOf(port.type) != hw::bitWidthOf(type);
    if (port.type != type && !(isClock && type.isInteger(1)))
      return op->emitOpError("mismatched types between value and model port, port expects ")
             << port.type;
    return success();
  }
  return op->emitOpError("port not found on model: ") << name;
}

LogicalResult SimSetInputOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyPort(*this, getInstance().getType(), getInputAttr(), getValue().getType(), true,
                    tables);
}
LogicalResult SimGetPortOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyPort(*this, getInstance().getType(), getPortAttr(), getValue().getType(), false,
                    tables);
}
LogicalResult SimInstantiateOp::verifySymbolUses(SymbolTableCollection &tables) {
  return success(findModel(*this, getBody().getArgument(0).getType(), tables) != nullptr);
}
LogicalResult SimInstantiateOp::verifyRegions() {
  if (getBody().getNumArguments() != 1 ||
      !isa<SimModelInstanceType>(getBody().getArgument(0).getType()))
    return emitOpError("entry block of body region must have a single argument, a model instance");
  return success();
}

ParseResult SimInstantiateOp::parse(OpAsmParser &p, OperationState &result) {
  StringAttr model, symbol, text;
  OpAsmParser::Argument argument;
  if (p.parseSymbolName(model) || p.parseKeyword("as") ||
      p.parseArgument(argument, /*allowType=*/false, /*allowAttrs=*/false))
    return failure();
  if (succeeded(p.parseOptionalKeyword("runtime"))) {
    bool isNamed = succeeded(p.parseOptionalSymbolName(symbol));
    if (p.parseLParen())
      return failure();
    OptionalParseResult given = p.parseOptionalAttribute(text);
    if ((given.has_value() && failed(*given)) || p.parseRParen())
      return failure();
    if (isNamed)
      result.addAttribute("runtimeModel", FlatSymbolRefAttr::get(symbol));
    if (text)
      result.addAttribute("runtimeArgs", text);
  }
  argument.type = SimModelInstanceType::get(p.getContext(), FlatSymbolRefAttr::get(model));
  return failure(p.parseOptionalAttrDictWithKeyword(result.attributes) ||
                 p.parseRegion(*result.addRegion(), argument));
}

void SimInstantiateOp::print(OpAsmPrinter &p) {
  BlockArgument model = getBody().getArgument(0);
  p << ' ' << cast<SimModelInstanceType>(model.getType()).getModel() << " as " << model;
  if (getRuntimeModel() || getRuntimeArgs()) {
    p << " runtime ";
    if (getRuntimeModel())
      p << getRuntimeModelAttr();
    p << '(';
    if (getRuntimeArgs())
      p << getRuntimeArgsAttr();
    p << ')';
  }
  p.printOptionalAttrDictWithKeyword((*this)->getAttrs(), {"runtimeModel", "runtimeArgs"});
  p << ' ';
  p.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

} // namespace circtsim::circt::arc

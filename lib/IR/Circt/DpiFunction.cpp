//===- DpiFunction.cpp - syntax and checks of imported C functions ----------===//
//
// Arguments that a caller passes are written like SSA values, `%name`, although
// no body uses them; the others are bare names.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/DpiFunction.h"

#include "mlir/Interfaces/FunctionImplementation.h"

using namespace mlir;
using namespace circtsim::circt;

bool circtsim::circt::isDpiOperand(StringRef direction) {
  return direction == "in" || direction == "inout" || direction == "ref";
}

bool circtsim::circt::isDpiResult(StringRef direction) {
  return direction == "out" || direction == "inout" || direction == "return";
}

FunctionType circtsim::circt::dpiCallType(MLIRContext *context, ArrayRef<DpiText> arguments) {
  SmallVector<Type> operands, results;
  for (const DpiText &argument : arguments) {
    if (isDpiOperand(argument.direction))
      operands.push_back(argument.type);
    if (isDpiResult(argument.direction))
      results.push_back(argument.type);
  }
  return FunctionType::get(context, operands, results);
}

// --- Text ---------------------------------------------------------------------------

static ParseResult parseArgument(OpAsmParser &parser, ArrayRef<StringRef> directions,
                                 DpiText &argument, std::optional<Location> &loc) {
  SMLoc keywordLoc = parser.getCurrentLocation();
  StringRef keyword;
  if (parser.parseKeyword(&keyword))
    return failure();
  const StringRef *known = llvm::find(directions, keyword);
  if (known == directions.end())
    return parser.emitError(keywordLoc, "expected DPI argument direction keyword");
  argument.direction = *known;
  std::string name;
  if (isDpiOperand(keyword)) {
    OpAsmParser::UnresolvedOperand value;
    if (parser.parseOperand(value, /*allowResultNumber=*/false))
      return failure();
    name = value.name.drop_front().str();
  } else if (parser.parseKeywordOrString(&name)) {
    return failure();
  }
  argument.name = parser.getBuilder().getStringAttr(name);
  return failure(parser.parseColonType(argument.type) ||
                 parser.parseOptionalLocationSpecifier(loc));
}

ParseResult circtsim::circt::parseDpiFunction(OpAsmParser &parser, OperationState &result,
                                              ArrayRef<StringRef> directions,
                                              SmallVectorImpl<DpiText> &arguments) {
  Builder &builder = parser.getBuilder();
  (void)impl::parseOptionalVisibilityKeyword(parser, result.attributes);
  StringAttr name;
  if (parser.parseSymbolName(name, SymbolTable::getSymbolAttrName(), result.attributes))
    return failure();
  SmallVector<Attribute> locations;
  bool located = false;
  auto argument = [&]() -> ParseResult {
    std::optional<Location> loc;
    if (parseArgument(parser, directions, arguments.emplace_back(), loc))
      return failure();
    located |= loc.has_value();
    locations.push_back(loc ? *loc : builder.getUnknownLoc());
    return success();
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Paren, argument,
                                     " in DPI argument list"))
    return failure();
  if (located)
    result.addAttribute("argument_locs", builder.getArrayAttr(locations));
  result.addRegion();
  return parser.parseOptionalAttrDictWithKeyword(result.attributes);
}

void circtsim::circt::printDpiFunction(OpAsmPrinter &printer, Operation *op,
                                       ArrayRef<DpiText> arguments, ArrayRef<StringRef> elided) {
  StringRef visibilityName = SymbolTable::getVisibilityAttrName();
  printer << ' ';
  if (auto visibility = op->getAttrOfType<StringAttr>(visibilityName))
    printer << visibility.getValue() << ' ';
  printer.printSymbolName(SymbolTable::getSymbolName(op).getValue());
  auto locations = op->getAttrOfType<ArrayAttr>("argument_locs");
  printer << '(';
  llvm::interleaveComma(llvm::enumerate(arguments), printer, [&](auto it) {
    const DpiText &argument = it.value();
    printer << argument.direction << (isDpiOperand(argument.direction) ? " %" : " ");
    printer.printKeywordOrString(argument.name.getValue());
    printer << " : " << argument.type;
    if (locations && !isa<UnknownLoc>(locations[it.index()]))
      printer.printOptionalLocationSpecifier(cast<LocationAttr>(locations[it.index()]));
  });
  printer << ')';
  SmallVector<StringRef> hidden(elided);
  hidden.append({visibilityName, "argument_locs"});
  function_interface_impl::printFunctionAttributes(printer, op, hidden);
}

// --- Checks -------------------------------------------------------------------------

LogicalResult circtsim::circt::verifyDpiReturn(Operation *op, ArrayRef<DpiText> arguments) {
  for (const DpiText &argument : arguments)
    if (argument.direction == "return" && &argument != &arguments.back())
      return op->emitOpError("'return' argument must be the last argument");
  return success();
}

static LogicalResult verifyTypes(Operation *call, TypeRange actual, TypeRange expected,
                                 StringRef one, StringRef many) {
  if (actual.size() != expected.size())
    return call->emitError("expects ")
           << expected.size() << " DPI " << many << ", but got " << actual.size();
  for (auto [type, wanted] : llvm::zip(actual, expected))
    if (type != wanted)
      return call->emitError() << one << " type mismatch: expected " << wanted << ", but got "
                               << type;
  return success();
}

LogicalResult circtsim::circt::verifyDpiCall(Operation *call, FlatSymbolRefAttr callee,
                                             TypeRange inputs, StringRef kind,
                                             SymbolTableCollection &tables,
                                             function_ref<FunctionType(Operation *)> typeOf) {
  Operation *function = tables.lookupNearestSymbolFrom(call, callee);
  if (!function)
    return call->emitError("cannot find function declaration '") << callee.getValue() << "'";
  StringRef found = function->getName().getStringRef();
  if (found == "func.func")
    return success();
  if (found != kind)
    return call->emitError("callee must be '")
           << kind << "' or 'func.func' but got '" << found << "'";
  FunctionType type = typeOf(function);
  TypeRange results = call->getResultTypes();
  // Counts come before types.
  if (inputs.size() != type.getNumInputs())
    return verifyTypes(call, inputs, type.getInputs(), "operand", "operands");
  if (results.size() != type.getNumResults())
    return verifyTypes(call, results, type.getResults(), "result", "results");
  if (failed(verifyTypes(call, inputs, type.getInputs(), "operand", "operands")))
    return failure();
  return verifyTypes(call, results, type.getResults(), "result", "results");
}

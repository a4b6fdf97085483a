//===- SVModules.cpp - generate constructs and functions of sv --------------------===//
//
// A pattern of `generate.case` is an attribute, `unit` is the default. Ports of a
// function are written as those of a module; the body has an argument per input.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/SV/SV.h"

#include "mlir/Interfaces/FunctionImplementation.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace circtsim::circt;

namespace circtsim::circt::sv {

// --- generate.case --------------------------------------------------------------------

ParseResult GenerateCaseOp::parse(OpAsmParser &p, OperationState &result) {
  Attribute condition;
  if (p.parseAttribute(condition) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseLSquare())
    return failure();
  result.addAttribute("cond", condition);
  SmallVector<Attribute> patterns, names;
  while (succeeded(p.parseOptionalKeyword("case"))) {
    StringAttr name;
    if (p.parseLParen() || p.parseAttribute(patterns.emplace_back()) || p.parseComma() ||
        p.parseAttribute(name) || p.parseRParen())
      return failure();
    names.push_back(name);
    Region *region = result.addRegion();
    if (p.parseRegion(*region))
      return failure();
    if (region->empty())
      region->emplaceBlock();
  }
  result.addAttribute("casePatterns", p.getBuilder().getArrayAttr(patterns));
  result.addAttribute("caseNames", p.getBuilder().getArrayAttr(names));
  return p.parseRSquare();
}

void GenerateCaseOp::print(OpAsmPrinter &p) {
  p << ' ' << getCond();
  p.printOptionalAttrDict((*this)->getAttrs(), {"cond", "casePatterns", "caseNames"});
  p << " [";
  for (auto [pattern, name, region] :
       llvm::zip(getCasePatterns(), getCaseNames(), getCaseRegions())) {
    p.printNewline();
    p << "case (" << pattern << ", " << name << ") ";
    p.printRegion(region);
  }
  p.printNewline();
  p << ']';
}

LogicalResult GenerateCaseOp::verify() {
  size_t count = getCasePatterns().size();
  if (getCaseRegions().size() != count || getCaseNames().size() != count)
    return emitOpError("Size of caseRegions, patterns, and caseNames must match");
  llvm::StringSet<> used;
  for (auto name : getCaseNames().getAsRange<StringAttr>())
    if (!used.insert(name.getValue()).second)
      return emitOpError("caseNames must be unique");
  return success();
}

// --- generate.for ------------------------------------------------------------------------

/// A value of type `type`, which may be repeated behind it.
static ParseResult parseBound(OpAsmParser &p, TypedAttr &bound, Type type) {
  Attribute value;
  if (p.parseCustomAttributeWithFallback(value, type))
    return failure();
  Type said;
  if (succeeded(p.parseOptionalColon()) && p.parseType(said))
    return failure();
  bound = dyn_cast<TypedAttr>(value);
  if (!bound || bound.getType() != type || (said && said != type))
    return p.emitError(p.getCurrentLocation(), "expected typed attribute with type ") << type;
  return success();
}

ParseResult GenerateForOp::parse(OpAsmParser &p, OperationState &result) {
  OpAsmParser::Argument variable;
  TypedAttr lower, upper, step;
  StringAttr name;
  if (p.parseArgument(variable, /*allowType=*/true) || p.parseEqual() ||
      parseBound(p, lower, variable.type) || p.parseKeyword("to") ||
      parseBound(p, upper, variable.type) || p.parseKeyword("step") ||
      parseBound(p, step, variable.type) || p.parseKeyword("name") || p.parseAttribute(name) ||
      p.parseRegion(*result.addRegion(), variable) || p.parseOptionalAttrDict(result.attributes))
    return failure();
  result.addAttribute("lowerBound", lower);
  result.addAttribute("upperBound", upper);
  result.addAttribute("step", step);
  result.addAttribute("genBlockName", name);
  StringRef shown = nameFromSSA(variable.ssaName.name);
  if (!shown.empty())
    result.addAttribute("inductionVarName", p.getBuilder().getStringAttr(shown));
  return success();
}

void GenerateForOp::print(OpAsmPrinter &p) {
  BlockArgument variable = getBody().getArgument(0);
  p << ' ' << variable << " : " << variable.getType() << " = " << getLowerBound() << " to "
    << getUpperBound() << " step " << getStep() << " name ";
  p.printAttributeWithoutType(getGenBlockNameAttr());
  p << ' ';
  p.printRegion(getBody(), /*printEntryBlockArgs=*/false);
  p.printOptionalAttrDict((*this)->getAttrs(), {"lowerBound", "upperBound", "step", "genBlockName",
                                                "inductionVarName"});
}

LogicalResult GenerateForOp::verify() {
  Block &block = getBody().front();
  if (block.getNumArguments() != 1)
    return emitOpError("must have exactly one block argument");
  Type type = getLowerBound().getType();
  if (block.getArgument(0).getType() != type)
    return emitOpError("block argument type must match loop bounds type");
  if (!isa<IntegerType>(type))
    return emitOpError("loop bounds must be integer types");
  return success();
}

void GenerateForOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  if (StringAttr name = getInductionVarNameAttr(); name && region.getNumArguments())
    setName(region.getArgument(0), name);
}

// --- Functions -----------------------------------------------------------------------------

FunctionType FuncOp::getFunctionType() {
  SmallVector<Type> inputs, outputs;
  for (const hw::ModulePort &port : cast<hw::ModuleType>(getModuleType()).getPorts())
    (port.dir == hw::ModulePort::Output ? outputs : inputs).push_back(port.type);
  return FunctionType::get(getContext(), inputs, outputs);
}

ParseResult FuncOp::parse(OpAsmParser &p, OperationState &result) {
  (void)impl::parseOptionalVisibilityKeyword(p, result.attributes);
  StringAttr name;
  SmallVector<hw::ParsedPort> ports;
  hw::ModuleType type;
  if (p.parseSymbolName(name, SymbolTable::getSymbolAttrName(), result.attributes) ||
      hw::parsePortSignature(p, ports, type) ||
      p.parseOptionalAttrDictWithKeyword(result.attributes))
    return failure();
  result.addAttribute("module_type", TypeAttr::get(type));
  SmallVector<Attribute> dictionaries;
  SmallVector<OpAsmParser::Argument> arguments;
  for (hw::ParsedPort &port : ports) {
    dictionaries.push_back(port.attrs);
    port.attrs = {};
    if (port.dir != hw::ModulePort::Output)
      arguments.push_back(port);
  }
  if (llvm::any_of(dictionaries, [](Attribute a) { return !cast<DictionaryAttr>(a).empty(); }))
    result.addAttribute("per_argument_attrs", p.getBuilder().getArrayAttr(dictionaries));
  Region *body = result.addRegion();
  OptionalParseResult parsed = p.parseOptionalRegion(*body, arguments);
  return parsed.has_value() ? ParseResult(*parsed) : success();
}

void FuncOp::print(OpAsmPrinter &p) {
  p << ' ';
  if (auto visibility = (*this)->getAttrOfType<StringAttr>(SymbolTable::getVisibilityAttrName()))
    p << visibility.getValue() << ' ';
  p.printSymbolName(getSymName());
  hw::printPortSignature(p, &getBody(), cast<hw::ModuleType>(getModuleType()),
                         getPerArgumentAttrsAttr(), {});
  p.printOptionalAttrDictWithKeyword(
      (*this)->getAttrs(), {SymbolTable::getVisibilityAttrName(), "sym_name", "module_type",
                            "per_argument_attrs", "input_locs", "result_locs"});
  if (getBody().empty())
    return;
  p << ' ';
  p.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

void FuncOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  if (region.empty())
    return;
  SmallVector<Attribute> names = cast<hw::ModuleType>(getModuleType()).getInputNames();
  for (auto [argument, name] : llvm::zip(region.getArguments(), names))
    setName(argument, cast<StringAttr>(name));
}

static LogicalResult verifyCallee(Operation *op, FlatSymbolRefAttr callee,
                                  SymbolTableCollection &tables) {
  auto function = dyn_cast_if_present<FuncOp>(tables.lookupNearestSymbolFrom(op, callee));
  if (!function)
    return op->emitError("cannot find function declaration '") << callee.getValue() << "'";
  return success();
}
/// Outside of procedures the only result is a return value (13.4.1), not an argument.
static bool returnsValue(FuncOp function) {
  ArrayAttr attrs = function.getPerArgumentAttrsAttr();
  if (!attrs || attrs.empty() || function.getFunctionType().getNumResults() != 1)
    return false;
  return cast<DictionaryAttr>(attrs[attrs.size() - 1]).contains("sv.func.explicitly_returned");
}
LogicalResult FuncCallOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(verifyCallee(*this, getCalleeAttr(), tables)))
    return failure();
  if (returnsValue(tables.lookupNearestSymbolFrom<FuncOp>(*this, getCalleeAttr())))
    return success();
  return emitError("function called in a non-procedural region must return a single result");
}
LogicalResult FuncCallProceduralOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyCallee(*this, getCalleeAttr(), tables);
}
LogicalResult FuncDPIImportOp::verifySymbolUses(SymbolTableCollection &tables) {
  auto function =
      dyn_cast_if_present<FuncOp>(tables.lookupNearestSymbolFrom(*this, getCalleeAttr()));
  if (!function)
    return emitError("callee must be a function declaration: ") << getCalleeAttr();
  if (!function.getBody().empty())
    return emitError("imported function must be a declaration but '")
           << getCallee() << "' is defined";
  return success();
}

// --- Modules that are text ---------------------------------------------------------------------

/// Visibility, symbol and parameters.
static ParseResult parseHead(OpAsmParser &p, OperationState &result) {
  (void)impl::parseOptionalVisibilityKeyword(p, result.attributes);
  StringAttr name;
  ArrayAttr parameters;
  if (p.parseSymbolName(name, SymbolTable::getSymbolAttrName(), result.attributes) ||
      hw::parseOptionalParameterList(p, parameters))
    return failure();
  result.addAttribute("parameters", parameters);
  return success();
}
static void printHead(OpAsmPrinter &p, Operation *op) {
  p << ' ';
  if (auto visibility = op->getAttrOfType<StringAttr>(SymbolTable::getVisibilityAttrName()))
    p << visibility.getValue() << ' ';
  p.printSymbolName(SymbolTable::getSymbolName(op).getValue());
  hw::printOptionalParameterList(p, op, op->getAttrOfType<ArrayAttr>("parameters"));
}
static void printRest(OpAsmPrinter &p, Operation *op) {
  p.printOptionalAttrDictWithKeyword(op->getAttrs(),
                                     {SymbolTable::getVisibilityAttrName(), "sym_name",
                                      "parameters", "module_type", "per_port_attrs",
                                      "port_locs"});
}

ParseResult VerbatimSourceOp::parse(OpAsmParser &p, OperationState &result) {
  return failure(parseHead(p, result) ||
                 p.parseOptionalAttrDictWithKeyword(result.attributes));
}
void VerbatimSourceOp::print(OpAsmPrinter &p) {
  printHead(p, *this);
  printRest(p, *this);
}
LogicalResult VerbatimSourceOp::verify() {
  if (getContent().empty())
    return emitOpError("missing or empty content attribute");
  return success();
}
LogicalResult VerbatimSourceOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (!getAdditionalFiles())
    return success();
  for (auto name : getAdditionalFilesAttr().getAsRange<SymbolRefAttr>()) {
    Operation *file = tables.lookupNearestSymbolFrom(*this, name);
    StringRef text = name.getLeafReference().getValue();
    if (!file)
      return emitOpError("references nonexistent file ") << text;
    if (file->getName().getStringRef() != "emit.file")
      return emitOpError("references ") << text << ", which is not an emit.file";
  }
  return success();
}

ParseResult VerbatimModuleOp::parse(OpAsmParser &p, OperationState &result) {
  SmallVector<hw::ParsedPort> ports;
  hw::ModuleType type;
  if (parseHead(p, result) || hw::parsePortSignature(p, ports, type) ||
      p.parseOptionalAttrDictWithKeyword(result.attributes))
    return failure();
  result.addAttribute("module_type", TypeAttr::get(type));
  SmallVector<Attribute> dictionaries;
  for (const hw::ParsedPort &port : ports)
    dictionaries.push_back(port.attrs);
  if (llvm::any_of(dictionaries, [](Attribute a) { return !cast<DictionaryAttr>(a).empty(); }))
    result.addAttribute("per_port_attrs", p.getBuilder().getArrayAttr(dictionaries));
  return success();
}
void VerbatimModuleOp::print(OpAsmPrinter &p) {
  printHead(p, *this);
  hw::printPortSignature(p, nullptr, cast<hw::ModuleType>(getModuleType()), getPerPortAttrsAttr(),
                         {});
  printRest(p, *this);
}
LogicalResult VerbatimModuleOp::verifySymbolUses(SymbolTableCollection &tables) {
  Operation *found = tables.lookupNearestSymbolFrom(*this, getSourceAttr());
  if (!found)
    return emitOpError("references nonexistent source ") << getSource();
  if (!isa<VerbatimSourceOp>(found))
    return emitOpError("references ") << getSource() << ", which is not an sv.verbatim.source";
  return success();
}

LogicalResult ReturnOp::verify() {
  TypeRange results = cast<FuncOp>((*this)->getParentOp()).getFunctionType().getResults();
  if (results.size() != getNumOperands())
    return emitOpError("must have same number of operands as region results.");
  for (auto [i, result, operand] : llvm::enumerate(results, getOperands().getTypes()))
    if (result != operand)
      return emitOpError("output types must match function. In operand ")
             << i << ", expected " << result << ", but got " << operand;
  return success();
}

} // namespace circtsim::circt::sv

//===- HWModules.cpp - modules, their ports, instances ----------------------===//
//
// Ports are written `in %a : i1`, `out b : i2`, `inout %c : i3`. The SSA name of an
// input is the port's name unless a name follows it. Instances are checked against
// the module they refer to after substitution of the instance's parameters.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/HW/HW.h"

#include "llvm/ADT/SmallPtrSet.h"

using namespace mlir;

namespace circtsim::circt::hw {

// --- Port signatures ---------------------------------------------------------------

static ParseResult parseDirection(OpAsmParser &p, ModulePort::Direction &dir) {
  StringRef word;
  SMLoc loc = p.getCurrentLocation();
  if (p.parseKeyword(&word))
    return p.emitError(loc, "expected port direction");
  if (word == "in")
    dir = ModulePort::Input;
  else if (word == "out")
    dir = ModulePort::Output;
  else if (word == "inout")
    dir = ModulePort::InOut;
  else
    return p.emitError(loc, "unknown port direction '") << word << "'";
  return success();
}

static ParseResult parsePort(OpAsmParser &p, ParsedPort &port) {
  if (parseDirection(p, port.dir))
    return failure();
  SMLoc loc = p.getCurrentLocation();
  if (port.dir == ModulePort::Output) {
    if (p.parseKeywordOrString(&port.name))
      return failure();
  } else {
    if (p.parseOperand(port.ssaName, /*allowResultNumber=*/false))
      return failure();
    StringRef word;
    if (succeeded(p.parseOptionalKeyword(&word)))
      port.name = word.str();
    else if (failed(p.parseOptionalString(&port.name)))
      port.name = nameFromSSA(port.ssaName.name).str();
  }
  NamedAttrList attrs;
  if (p.parseColonType(port.portType) || p.parseOptionalAttrDict(attrs) ||
      p.parseOptionalLocationSpecifier(port.sourceLoc))
    return failure();
  port.attrs = attrs.getDictionary(p.getContext());
  if (!port.sourceLoc)
    port.sourceLoc = p.getEncodedSourceLoc(loc);
  port.type = port.portType;
  return success();
}

ParseResult parsePortSignature(OpAsmParser &p, SmallVectorImpl<ParsedPort> &ports,
                               ModuleType &type) {
  if (p.parseCommaSeparatedList(
          OpAsmParser::Delimiter::Paren, [&] { return parsePort(p, ports.emplace_back()); },
          " in port list"))
    return failure();
  SmallVector<ModulePort> list;
  for (const ParsedPort &port : ports)
    list.push_back({p.getBuilder().getStringAttr(port.name), port.portType, port.dir});
  auto fail = [&] { return p.emitError(p.getNameLoc()); };
  type = ModuleType::getChecked(fail, p.getContext(), ArrayRef<ModulePort>(list));
  if (!type)
    return failure();
  for (ParsedPort &port : ports)
    if (port.dir == ModulePort::InOut)
      if (!(port.type = InOutType::getChecked(fail, port.portType)))
        return failure();
  return success();
}

/// Prints the SSA name of an input, and the port's name if that differs.
static void printInputName(OpAsmPrinter &p, Region *body, unsigned input, StringRef name) {
  SmallString<32> text;
  if (body && !body->empty()) {
    llvm::raw_svector_ostream stream(text);
    p.printOperand(body->front().getArgument(input), stream);
  } else {
    bool plain = !nameFromSSA(name).empty() && llvm::all_of(name, [](char c) {
      return llvm::isAlnum(c) || StringRef("_$.-").contains(c);
    });
    text = plain ? ("%" + name).str() : "%arg" + std::to_string(input);
  }
  p << ' ' << text;
  if (text.str().drop_front() != name) {
    p << ' ';
    p.printKeywordOrString(name);
  }
}

void printPortSignature(OpAsmPrinter &p, Region *body, ModuleType type, ArrayAttr attrs,
                        ArrayRef<Location> locations) {
  static constexpr StringRef words[] = {"in", "out", "inout"};
  bool printLocations = OpPrintingFlags().shouldPrintDebugInfo();
  unsigned input = 0, index = 0;
  p << '(';
  llvm::interleaveComma(type.getPorts(), p, [&](const ModulePort &port) {
    p << words[port.dir];
    if (port.dir == ModulePort::Output) {
      p << ' ';
      p.printKeywordOrString(port.name.getValue());
    } else {
      printInputName(p, body, input++, port.name);
    }
    p << " : " << port.type;
    if (attrs && index < attrs.size())
      p.printOptionalAttrDict(cast<DictionaryAttr>(attrs[index]).getValue());
    if (printLocations && index < locations.size() && !isa<UnknownLoc>(locations[index]))
      p.printOptionalLocationSpecifier(locations[index]);
    ++index;
  });
  p << ')';
}

ParseResult parseOptionalParameterList(OpAsmParser &p, ArrayAttr &parameters) {
  SmallVector<Attribute> list;
  auto parseOne = [&]() -> ParseResult {
    std::string name;
    Type type;
    Attribute value;
    if (p.parseKeywordOrString(&name) || p.parseColonType(type) ||
        (succeeded(p.parseOptionalEqual()) && p.parseAttribute(value, type)))
      return failure();
    list.push_back(
        ParamDeclAttr::get(p.getContext(), p.getBuilder().getStringAttr(name), type, value));
    return success();
  };
  if (p.parseCommaSeparatedList(OpAsmParser::Delimiter::OptionalLessGreater, parseOne))
    return failure();
  parameters = p.getBuilder().getArrayAttr(list);
  return success();
}

void printOptionalParameterList(OpAsmPrinter &p, Operation *, ArrayAttr parameters) {
  if (!parameters || parameters.empty())
    return;
  p << '<';
  llvm::interleaveComma(parameters.getAsRange<ParamDeclAttr>(), p, [&](ParamDeclAttr parameter) {
    p.printKeywordOrString(parameter.getName().getValue());
    p << ": " << parameter.getType();
    if (Attribute value = parameter.getValue()) {
      p << " = ";
      p.printAttributeWithoutType(value);
    }
  });
  p << '>';
}

// --- Modules -------------------------------------------------------------------------

/// Adds what the parsed ports say beside the module's type.
static void addPortAttributes(OpAsmParser &p, ArrayRef<ParsedPort> ports, bool hasBody,
                              NamedAttrList &attrs) {
  SmallVector<Attribute> dictionaries, locations;
  for (const ParsedPort &port : ports) {
    dictionaries.push_back(port.attrs);
    if (!hasBody || port.dir == ModulePort::Output)
      locations.push_back(*port.sourceLoc);
  }
  if (llvm::any_of(dictionaries, [](Attribute a) { return !cast<DictionaryAttr>(a).empty(); }))
    attrs.set("per_port_attrs", p.getBuilder().getArrayAttr(dictionaries));
  if (llvm::any_of(locations, [](Attribute a) { return !isa<UnknownLoc>(a); }))
    attrs.set(hasBody ? "result_locs" : "port_locs", p.getBuilder().getArrayAttr(locations));
}

static ParseResult parseModule(OpAsmParser &p, OperationState &result, bool hasBody,
                               bool generated) {
  SMLoc loc = p.getCurrentLocation();
  StringRef visibility;
  if (succeeded(p.parseOptionalKeyword(&visibility, {"public", "private", "nested"})))
    result.addAttribute("sym_visibility", p.getBuilder().getStringAttr(visibility));
  StringAttr name;
  FlatSymbolRefAttr generator;
  ArrayAttr parameters;
  SmallVector<ParsedPort> ports;
  ModuleType type;
  if (p.parseSymbolName(name, "sym_name", result.attributes) ||
      (generated && (p.parseComma() ||
                     p.parseAttribute(generator, "generatorKind", result.attributes))) ||
      parseOptionalParameterList(p, parameters) || parsePortSignature(p, ports, type) ||
      p.parseOptionalAttrDictWithKeyword(result.attributes))
    return failure();
  if (result.attributes.get("parameters"))
    return p.emitError(loc, "explicit `parameters` attributes not allowed");
  bool explicitLocations = bool(result.attributes.get("port_locs"));
  Attribute given = result.attributes.get("port_locs");
  result.addAttribute("parameters", parameters);
  result.addAttribute("module_type", TypeAttr::get(type));
  addPortAttributes(p, ports, hasBody, result.attributes);
  if (explicitLocations)
    result.attributes.set("port_locs", given);
  Region *body = result.addRegion();
  if (!hasBody)
    return success();
  SmallVector<OpAsmParser::Argument> arguments;
  for (const ParsedPort &port : ports)
    if (port.dir != ModulePort::Output) {
      OpAsmParser::Argument argument = port;
      argument.attrs = {};
      arguments.push_back(argument);
    }
  if (p.parseRegion(*body, arguments))
    return failure();
  HWModuleOp::ensureTerminator(*body, p.getBuilder(), result.location);
  return success();
}

ParseResult HWModuleOp::parse(OpAsmParser &p, OperationState &result) {
  return parseModule(p, result, /*hasBody=*/true, /*generated=*/false);
}
ParseResult HWModuleExternOp::parse(OpAsmParser &p, OperationState &result) {
  return parseModule(p, result, /*hasBody=*/false, /*generated=*/false);
}
ParseResult HWModuleGeneratedOp::parse(OpAsmParser &p, OperationState &result) {
  return parseModule(p, result, /*hasBody=*/false, /*generated=*/true);
}

/// Locations of all ports in order, or none.
static SmallVector<Location> portLocations(Operation *op, Region *body) {
  SmallVector<Location> locations;
  if (auto all = op->getAttrOfType<ArrayAttr>("port_locs")) {
    for (Attribute loc : all)
      locations.push_back(cast<LocationAttr>(loc));
    return locations;
  }
  if (!body || body->empty())
    return locations;
  auto results = op->getAttrOfType<ArrayAttr>("result_locs");
  unsigned input = 0, output = 0;
  for (const ModulePort &port : moduleTypeOf(op).getPorts()) {
    if (port.dir != ModulePort::Output)
      locations.push_back(body->front().getArgument(input++).getLoc());
    else if (results && output < results.size())
      locations.push_back(cast<LocationAttr>(results[output++]));
    else
      locations.push_back(UnknownLoc::get(op->getContext()));
  }
  return locations;
}

static void printModule(OpAsmPrinter &p, Operation *op, Region *body) {
  p << ' ';
  if (auto visibility = op->getAttrOfType<StringAttr>("sym_visibility"))
    p << visibility.getValue() << ' ';
  p.printSymbolName(SymbolTable::getSymbolName(op).getValue());
  if (auto generator = op->getAttrOfType<FlatSymbolRefAttr>("generatorKind"))
    p << ", " << generator;
  printOptionalParameterList(p, op, op->getAttrOfType<ArrayAttr>("parameters"));
  printPortSignature(p, body, moduleTypeOf(op), op->getAttrOfType<ArrayAttr>("per_port_attrs"),
                     portLocations(op, body));
  SmallVector<StringRef> hidden = {"sym_name",       "sym_visibility", "generatorKind",
                                   "parameters",     "module_type",    "per_port_attrs",
                                   "result_locs",    "port_locs"};
  auto comment = op->getAttrOfType<StringAttr>("comment");
  if (comment && comment.empty())
    hidden.push_back("comment");
  p.printOptionalAttrDictWithKeyword(op->getAttrs(), hidden);
  if (!body)
    return;
  p << ' ';
  p.printRegion(*body, /*printEntryBlockArgs=*/false, /*printBlockTerminators=*/true);
}

void HWModuleOp::print(OpAsmPrinter &p) { printModule(p, *this, &getBody()); }
void HWModuleExternOp::print(OpAsmPrinter &p) { printModule(p, *this, nullptr); }
void HWModuleGeneratedOp::print(OpAsmPrinter &p) { printModule(p, *this, nullptr); }

void HWModuleOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  if (region.empty())
    return;
  SmallVector<Attribute> names = cast<ModuleType>(getModuleType()).getInputNames();
  for (auto [argument, name] : llvm::zip(region.front().getArguments(), names))
    setName(argument, cast<StringAttr>(name));
}
void HWModuleExternOp::getAsmBlockArgumentNames(Region &, OpAsmSetValueNameFn) {}
void HWModuleGeneratedOp::getAsmBlockArgumentNames(Region &, OpAsmSetValueNameFn) {}

static LogicalResult verifyDefault(Operation *op, ParamDeclAttr parameter) {
  Attribute value = parameter.getValue();
  if (!value)
    return success();
  auto typed = dyn_cast<TypedAttr>(value);
  if (!typed)
    return op->emitOpError("parameter ") << parameter << " should have a typed value; has value "
                                         << value;
  if (typed.getType() != parameter.getType())
    return op->emitOpError("parameter ") << parameter << " should have type "
                                         << parameter.getType() << "; has type "
                                         << typed.getType();
  return verifyParameterValue(value, op, op, /*isDefault=*/true);
}

static LogicalResult verifyModule(Operation *op) {
  auto locations = op->getAttrOfType<ArrayAttr>("port_locs");
  size_t numPorts = moduleTypeOf(op).getPorts().size();
  if (locations && !locations.empty() && locations.size() != numPorts)
    return op->emitOpError("requires ") << numPorts << " port locations but got "
                                        << locations.size();
  llvm::SmallPtrSet<Attribute, 8> names;
  for (auto parameter : op->getAttrOfType<ArrayAttr>("parameters").getAsRange<ParamDeclAttr>()) {
    if (!names.insert(parameter.getName()).second)
      return op->emitOpError("parameter ") << parameter
                                           << " has the same name as a previous parameter";
    if (failed(verifyDefault(op, parameter)))
      return failure();
  }
  return success();
}

/// Adds the names of an inner symbol; an error for one that is there.
static LogicalResult addInnerSymbols(Operation *op, Attribute attr, StringRef what,
                                     llvm::DenseMap<StringAttr, Operation *> &known) {
  auto symbols = dyn_cast_if_present<InnerSymAttr>(attr);
  if (!symbols)
    return success();
  for (InnerSymPropertiesAttr symbol : symbols.getProps()) {
    auto [it, added] = known.try_emplace(symbol.getName(), op);
    if (added)
      continue;
    InFlightDiagnostic error = op->emitError("redefinition of inner symbol named '")
                               << symbol.getName().getValue() << "'";
    error.attachNote(it->second->getLoc()) << "see existing inner symbol definition here";
    return error;
  }
  return success();
}

static LogicalResult verifyInnerSymbols(HWModuleOp module) {
  llvm::DenseMap<StringAttr, Operation *> known;
  if (ArrayAttr ports = module.getPerPortAttrsAttr())
    for (auto attrs : ports.getAsRange<DictionaryAttr>())
      if (failed(addInnerSymbols(module, attrs.get("hw.exportPort"), "port", known)))
        return failure();
  WalkResult walked = module.getBody().walk([&](Operation *op) {
    return WalkResult(addInnerSymbols(op, op->getAttr(InnerSymName), "operation", known));
  });
  return failure(walked.wasInterrupted());
}

LogicalResult HWModuleOp::verify() {
  if (failed(verifyModule(*this)))
    return failure();
  size_t numInputs = cast<ModuleType>(getModuleType()).getInputTypes().size();
  if (getBody().front().getNumArguments() != numInputs)
    return emitOpError("entry block must have ")
           << numInputs << " arguments to match module signature";
  return verifyInnerSymbols(*this);
}
LogicalResult HWModuleExternOp::verify() { return verifyModule(*this); }
LogicalResult HWModuleGeneratedOp::verify() { return verifyModule(*this); }

LogicalResult HWModuleGeneratedOp::verifySymbolUses(SymbolTableCollection &tables) {
  Operation *found = tables.lookupNearestSymbolFrom(*this, getGeneratorKindAttr());
  if (!found)
    return emitError("Cannot find generator definition '") << getGeneratorKind() << "'";
  auto schema = dyn_cast<HWGeneratorSchemaOp>(found);
  if (!schema)
    return emitError("Symbol resolved to '")
           << found->getName() << "' which is not a HWGeneratorSchemaOp";
  for (auto required : schema.getRequiredAttrs().getAsRange<StringAttr>())
    if (!(*this)->getAttr(required.getValue()))
      return emitError("Missing attribute '") << required.getValue() << "'";
  return success();
}

LogicalResult OutputOp::verify() {
  auto module = dyn_cast<HWModuleOp>((*this)->getParentOp());
  if (!module)
    return emitOpError("must have a module parent");
  SmallVector<Type> expected = cast<ModuleType>(module.getModuleType()).getOutputTypes();
  if (expected.size() != getNumOperands())
    return emitOpError("must have same number of operands as region results.");
  for (auto [i, type] : llvm::enumerate(expected))
    if (type != getOperand(i).getType())
      return emitOpError("output types must match module. In operand ")
             << i << ", expected " << type << ", but got " << getOperand(i).getType() << ".";
  return success();
}

// --- Instances --------------------------------------------------------------------------

namespace {
/// An instance and the module it is checked against.
struct InstanceCheck {
  Operation *instance;
  Operation *module;
  ArrayAttr parameters;

  InFlightDiagnostic error() const {
    InFlightDiagnostic diagnostic = instance->emitOpError();
    diagnostic.attachNote(module->getLoc()) << "module declared here";
    return diagnostic;
  }
  LogicalResult substitute(ArrayRef<Type> types, SmallVectorImpl<Type> &known) const;
  LogicalResult check(TypeRange types, ArrayAttr names, ArrayRef<Type> expected,
                      ArrayRef<Attribute> expectedNames, bool isInput) const;
  LogicalResult checkParameters() const;
};
} // namespace

LogicalResult InstanceCheck::substitute(ArrayRef<Type> types,
                                        SmallVectorImpl<Type> &known) const {
  for (Type type : types) {
    FailureOr<Type> result = substituteParameters(type, parameters, instance->getLoc());
    if (failed(result))
      return error() << "failed to resolve parametric input of instantiated module";
    known.push_back(*result);
  }
  return success();
}

LogicalResult InstanceCheck::check(TypeRange types, ArrayAttr names, ArrayRef<Type> parametric,
                                   ArrayRef<Attribute> expectedNames, bool isInput) const {
  SmallVector<Type> expected;
  if (failed(substitute(parametric, expected)))
    return failure();
  if (types.size() != expected.size())
    return error() << "has a wrong number of " << (isInput ? "operands" : "results")
                   << "; expected " << expected.size() << " but got " << types.size();
  if (names.size() != types.size())
    return error() << "has a wrong number of "
                   << (isInput ? "input port names" : "results port labels") << "; expected "
                   << types.size() << " but got " << names.size();
  for (size_t i = 0; i < types.size(); ++i) {
    if (types[i] != expected[i])
      return error() << (isInput ? "operand" : "result") << " type #" << i << " must be "
                     << expected[i] << ", but got " << types[i];
    if (names[i] != expectedNames[i])
      return error() << (isInput ? "input" : "result") << " label #" << i << " must be "
                     << expectedNames[i] << ", but got " << names[i];
  }
  return success();
}

LogicalResult InstanceCheck::checkParameters() const {
  auto declared = module->getAttrOfType<ArrayAttr>("parameters");
  if (!declared)
    return success();
  if (parameters.size() != declared.size())
    return error() << "expected " << declared.size() << " parameters but had "
                   << parameters.size();
  for (size_t i = 0; i < parameters.size(); ++i) {
    auto given = cast<ParamDeclAttr>(parameters[i]);
    auto wanted = cast<ParamDeclAttr>(declared[i]);
    if (given.getName() != wanted.getName())
      return error() << "parameter #" << i << " should have name " << wanted.getName()
                     << " but has name " << given.getName();
    SmallVector<Type> type;
    if (failed(substitute(wanted.getType(), type)))
      return failure();
    if (given.getType() != type[0])
      return error() << "parameter " << given.getName() << " should have type "
                     << wanted.getType() << " but has type " << given.getType();
    if (!given.getValue())
      return instance->emitOpError()
             << "parameter " << given.getName() << " must have a value";
  }
  return success();
}

LogicalResult verifyInstance(Operation *instance, FlatSymbolRefAttr module, TypeRange inputs,
                             TypeRange results, ArrayAttr inputNames, ArrayAttr resultNames,
                             ArrayAttr parameters, SymbolTableCollection &tables) {
  Operation *found = tables.lookupNearestSymbolFrom(instance, module);
  if (!found)
    return instance->emitError("Cannot find module definition '") << module.getValue() << "'";
  ModuleType type = moduleTypeOf(found);
  if (!type) {
    InFlightDiagnostic error = instance->emitError("symbol reference '")
                               << module.getValue() << "' isn't a module";
    error.attachNote(found->getLoc()) << "symbol defined here";
    return error;
  }
  InstanceCheck check{instance, found, parameters};
  if (failed(check.check(inputs, inputNames, type.getInputTypes(), type.getInputNames(), true)) ||
      failed(check.check(results, resultNames, type.getOutputTypes(), type.getOutputNames(),
                         false)))
    return failure();
  return check.checkParameters();
}

/// Values that an instance gives to parameters must be valid in its own module.
static LogicalResult verifyGivenParameters(Operation *instance, ArrayAttr parameters) {
  Operation *module = instance->getParentOfType<HWModuleOp>();
  for (auto parameter : parameters.getAsRange<ParamDeclAttr>()) {
    Attribute value = parameter.getValue();
    if (!value)
      continue;
    auto typed = dyn_cast<TypedAttr>(value);
    if (!typed)
      return instance->emitOpError("parameter ")
             << parameter << " should have a typed value; has value " << value;
    if (typed.getType() != parameter.getType())
      return instance->emitOpError("parameter ")
             << parameter << " should have type " << parameter.getType() << "; has type "
             << typed.getType();
    if (module && failed(verifyParameterValue(value, module, instance)))
      return failure();
  }
  return success();
}

void nameInstanceResults(OpAsmSetValueNameFn setName, StringRef instance, ArrayAttr names,
                         ResultRange results) {
  for (auto [i, result] : llvm::enumerate(results)) {
    auto name = i < names.size() ? dyn_cast<StringAttr>(names[i]) : StringAttr();
    std::string port = name && !name.empty() ? name.str() : std::to_string(i);
    setName(result, (instance + "." + port).str());
  }
}

/// ` sym @name` behind an instance's name.
static ParseResult parseInnerSymbol(OpAsmParser &p, OperationState &result) {
  if (failed(p.parseOptionalKeyword("sym")))
    return success();
  InnerSymAttr symbol;
  if (p.parseCustomAttributeWithFallback(symbol))
    return failure();
  result.addAttribute(InnerSymName, symbol);
  return success();
}

/// Parameters, operands and results, the second half of an instance.
static ParseResult parseConnections(OpAsmParser &p, OperationState &result) {
  SmallVector<OpAsmParser::UnresolvedOperand> inputs;
  SmallVector<Type> inputTypes, resultTypes;
  ArrayAttr inputNames, resultNames, parameters;
  if (parseOptionalParameterList(p, parameters))
    return failure();
  SMLoc loc = p.getCurrentLocation();
  if (parseInputPortList(p, inputs, inputTypes, inputNames) ||
      p.resolveOperands(inputs, inputTypes, loc, result.operands) || p.parseArrow() ||
      parseOutputPortList(p, resultTypes, resultNames) ||
      p.parseOptionalAttrDict(result.attributes))
    return failure();
  result.addAttribute("argNames", inputNames);
  result.addAttribute("resultNames", resultNames);
  result.addAttribute("parameters", parameters);
  result.addTypes(resultTypes);
  return success();
}

template <typename Instance>
static void printConnections(OpAsmPrinter &p, Instance op) {
  printOptionalParameterList(p, op, op.getParameters());
  printInputPortList(p, op, op.getInputs(), op.getInputs().getTypes(), op.getArgNames());
  p << " -> ";
  printOutputPortList(p, op, op->getResultTypes(), op.getResultNames());
  p.printOptionalAttrDict(op->getAttrs(),
                          {"instanceName", "inner_sym", "moduleName", "moduleNames", "optionName",
                           "caseNames", "argNames", "resultNames", "parameters"});
}

template <typename Instance>
static void printInstanceName(OpAsmPrinter &p, Instance op) {
  p << ' ' << op.getInstanceNameAttr();
  if (InnerSymAttr symbol = op.getInnerSymAttr()) {
    p << " sym ";
    symbol.print(p);
  }
  p << ' ';
}

ParseResult InstanceOp::parse(OpAsmParser &p, OperationState &result) {
  StringAttr name;
  FlatSymbolRefAttr module;
  Type none = p.getBuilder().getNoneType();
  if (p.parseAttribute(name, none, "instanceName", result.attributes) ||
      parseInnerSymbol(p, result) ||
      p.parseAttribute(module, none, "moduleName", result.attributes))
    return failure();
  return parseConnections(p, result);
}

void InstanceOp::print(OpAsmPrinter &p) {
  printInstanceName(p, *this);
  p << getModuleNameAttr();
  printConnections(p, *this);
}

LogicalResult InstanceOp::verify() { return verifyGivenParameters(*this, getParameters()); }

LogicalResult InstanceOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyInstance(*this, getModuleNameAttr(), getInputs().getTypes(), getResultTypes(),
                        getArgNames(), getResultNames(), getParameters(), tables);
}

void InstanceOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  nameInstanceResults(setName, getInstanceName(), getResultNames(), getResults());
}

ParseResult InstanceChoiceOp::parse(OpAsmParser &p, OperationState &result) {
  StringAttr name, option;
  Type none = p.getBuilder().getNoneType();
  SmallVector<Attribute> modules(1), cases;
  if (p.parseAttribute(name, none, "instanceName", result.attributes) ||
      parseInnerSymbol(p, result) || p.parseKeyword("option") ||
      p.parseAttribute(option, none, "optionName", result.attributes))
    return failure();
  FlatSymbolRefAttr module;
  if (p.parseAttribute(module, none))
    return failure();
  modules[0] = module;
  while (succeeded(p.parseOptionalKeyword("or"))) {
    StringAttr chosen;
    if (p.parseAttribute(module, none) || p.parseKeyword("if") || p.parseAttribute(chosen, none))
      return failure();
    modules.push_back(module);
    cases.push_back(chosen);
  }
  result.addAttribute("moduleNames", p.getBuilder().getArrayAttr(modules));
  result.addAttribute("caseNames", p.getBuilder().getArrayAttr(cases));
  return parseConnections(p, result);
}

void InstanceChoiceOp::print(OpAsmPrinter &p) {
  printInstanceName(p, *this);
  p << "option " << getOptionNameAttr() << ' ' << getModuleNames()[0];
  for (auto [module, chosen] : llvm::zip(getModuleNames().getValue().drop_front(), getCaseNames()))
    p << " or " << module << " if " << chosen;
  printConnections(p, *this);
}

LogicalResult InstanceChoiceOp::verify() {
  if (getModuleNames().size() != getCaseNames().size() + 1)
    return emitOpError("number of referenced modules does not match the number of options");
  llvm::SmallPtrSet<Attribute, 8> seen;
  for (Attribute name : getCaseNames())
    if (!seen.insert(name).second)
      return emitOpError("duplicate option case name");
  return verifyGivenParameters(*this, getParameters());
}

LogicalResult InstanceChoiceOp::verifySymbolUses(SymbolTableCollection &tables) {
  for (auto module : getModuleNames().getAsRange<FlatSymbolRefAttr>())
    if (failed(verifyInstance(*this, module, getInputs().getTypes(), getResultTypes(),
                              getArgNames(), getResultNames(), getParameters(), tables)))
      return failure();
  return success();
}

void InstanceChoiceOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  nameInstanceResults(setName, getInstanceName(), getResultNames(), getResults());
}

// --- Paths ------------------------------------------------------------------------------------

ParseResult HierPathOp::parse(OpAsmParser &p, OperationState &result) {
  StringRef visibility;
  if (succeeded(p.parseOptionalKeyword(&visibility, {"public", "private", "nested"})))
    result.addAttribute("sym_visibility", p.getBuilder().getStringAttr(visibility));
  StringAttr name;
  SmallVector<Attribute> path;
  if (p.parseSymbolName(name, "sym_name", result.attributes) ||
      p.parseCommaSeparatedList(OpAsmParser::Delimiter::Square, [&]() -> ParseResult {
        SMLoc loc = p.getCurrentLocation();
        SymbolRefAttr ref;
        if (p.parseAttribute(ref))
          return failure();
        auto root = FlatSymbolRefAttr::get(ref.getRootReference());
        if (ref.getNestedReferences().size() > 1)
          return p.emitError(loc, "only one nested reference is allowed");
        if (ref.getNestedReferences().empty())
          path.push_back(root);
        else
          path.push_back(InnerRefAttr::get(p.getContext(), root, ref.getLeafReference()));
        return success();
      }))
    return failure();
  result.addAttribute("namepath", p.getBuilder().getArrayAttr(path));
  return p.parseOptionalAttrDict(result.attributes);
}

void HierPathOp::print(OpAsmPrinter &p) {
  p << ' ';
  if (auto visibility = (*this)->getAttrOfType<StringAttr>("sym_visibility"))
    p << visibility.getValue() << ' ';
  p.printSymbolName(getSymName());
  p << " [";
  llvm::interleaveComma(getNamepath(), p, [&](Attribute part) {
    auto inner = dyn_cast<InnerRefAttr>(part);
    if (!inner) {
      p << part;
      return;
    }
    p.printSymbolName(inner.getModuleRef().getValue());
    p << "::";
    p.printSymbolName(inner.getName());
  });
  p << ']';
  p.printOptionalAttrDict((*this)->getAttrs(), {"sym_name", "sym_visibility", "namepath"});
}

LogicalResult HierPathOp::verify() {
  if (getNamepath().empty())
    return emitOpError("the instance path cannot be empty");
  for (Attribute part : getNamepath().getValue().drop_back())
    if (!isa<InnerRefAttr>(part))
      return emitOpError("the instance path can only contain inner sym reference, only the leaf "
                         "can refer to a module symbol");
  return success();
}

} // namespace circtsim::circt::hw

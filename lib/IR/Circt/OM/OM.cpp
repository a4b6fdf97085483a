//===- OM.cpp - the om dialect ------------------------------------------------------===//
//
// Classes, objects and paths: parsed and checked, of no meaning for a simulation. The
// types of a class's fields are kept in a dictionary by name, their order in a list.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/OM/OM.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt;
using namespace circtsim::circt::om;

static ParseResult parseFieldLocs(OpAsmParser &p, ArrayAttr &locations) {
  if (failed(p.parseOptionalKeyword("field_locs")))
    return success();
  return failure(p.parseLParen() || p.parseAttribute(locations) || p.parseRParen());
}
static void printFieldLocs(OpAsmPrinter &p, Operation *, ArrayAttr locations) {
  if (locations && OpPrintingFlags().shouldPrintDebugInfo())
    p << "field_locs(" << locations << ')';
}

#include "IR/Circt/OM/OMDialect.cpp.inc"
#include "IR/Circt/OM/OMEnums.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/OM/OMTypes.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/OM/OMAttrs.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/OM/OMOps.cpp.inc"

namespace circtsim::circt::om {

void OMDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/OM/OMTypes.cpp.inc"
      >();
}
void OMDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "IR/Circt/OM/OMAttrs.cpp.inc"
      >();
}
void OMDialect::initialize() {
  registerTypes();
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/OM/OMOps.cpp.inc"
      >();
}

// --- Attributes ----------------------------------------------------------------------

Type ReferenceAttr::getType() const { return ReferenceType::get(getContext()); }
Type SymbolRefAttr::getType() const { return SymbolRefType::get(getContext()); }
Type ListAttr::getType() const { return ListType::get(getContext(), getElementType()); }
Type IntegerAttr::getType() const { return OMIntegerType::get(getContext()); }

LogicalResult ListAttr::verify(function_ref<InFlightDiagnostic()> emitError, Type type,
                               ArrayAttr elements) {
  for (Attribute element : elements) {
    auto typed = dyn_cast<TypedAttr>(element);
    if (!typed)
      return emitError() << "an element of a list attribute must be a typed attr but got "
                         << element;
    if (typed.getType() != type)
      return emitError() << "an element of a list attribute must have a type " << type
                         << " but got " << typed.getType();
  }
  return success();
}
LogicalResult IntegerAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                  mlir::IntegerAttr value) {
  if (value.getType().isUnsignedInteger())
    return emitError() << "integers must be signed";
  return success();
}

Attribute PathAttr::parse(AsmParser &p, Type) {
  SmallVector<StringAttr> modules, instances;
  if (p.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&]() -> ParseResult {
        std::string module, instance;
        if (p.parseKeywordOrString(&module) || p.parseColon() ||
            p.parseKeywordOrString(&instance))
          return failure();
        modules.push_back(p.getBuilder().getStringAttr(module));
        instances.push_back(p.getBuilder().getStringAttr(instance));
        return success();
      }))
    return {};
  return get(p.getContext(), modules, instances);
}
void PathAttr::print(AsmPrinter &p) const {
  p << '[';
  llvm::interleaveComma(llvm::zip(getModules(), getInstances()), p, [&](auto pair) {
    auto [module, instance] = pair;
    p.printKeywordOrString(module.getValue());
    p << ':';
    p.printKeywordOrString(instance.getValue());
  });
  p << ']';
}

// --- Classes -----------------------------------------------------------------------------

/// `(name: type, ...)`.
static ParseResult parseFields(OpAsmParser &p, SmallVectorImpl<Attribute> &names,
                               NamedAttrList &types) {
  llvm::StringMap<SMLoc> places;
  return p.parseCommaSeparatedList(OpAsmParser::Delimiter::Paren, [&]() -> ParseResult {
    std::string name;
    Type type;
    if (p.parseKeywordOrString(&name))
      return failure();
    SMLoc loc = p.getCurrentLocation();
    auto [it, isNew] = places.try_emplace(name, loc);
    if (!isNew) {
      p.emitError(loc, "field \"") << name << "\" is defined twice";
      return p.emitError(it->second) << "previous definition is here";
    }
    if (p.parseColonType(type))
      return failure();
    names.push_back(p.getBuilder().getStringAttr(name));
    types.append(name, TypeAttr::get(type));
    return success();
  });
}

static ParseResult parseClass(OpAsmParser &p, OperationState &result) {
  StringRef visibility;
  if (succeeded(p.parseOptionalKeyword(&visibility, {"public", "private", "nested"})))
    result.addAttribute("sym_visibility", p.getBuilder().getStringAttr(visibility));
  StringAttr name;
  SmallVector<OpAsmParser::Argument> parameters;
  SmallVector<Attribute> fields, parameterNames;
  NamedAttrList types;
  if (p.parseSymbolName(name, "sym_name", result.attributes) ||
      p.parseArgumentList(parameters, OpAsmParser::Delimiter::Paren, /*allowType=*/true) ||
      (succeeded(p.parseOptionalArrow()) && parseFields(p, fields, types)))
    return failure();
  for (const OpAsmParser::Argument &parameter : parameters)
    parameterNames.push_back(p.getBuilder().getStringAttr(parameter.ssaName.name.drop_front()));
  result.addAttribute("fieldNames", p.getBuilder().getArrayAttr(fields));
  result.addAttribute("fieldTypes", types.getDictionary(p.getContext()));
  result.addAttribute("formalParamNames", p.getBuilder().getArrayAttr(parameterNames));
  Region *body = result.addRegion();
  if (p.parseOptionalAttrDictWithKeyword(result.attributes) || p.parseRegion(*body, parameters))
    return failure();
  if (body->empty()) {
    Block &block = body->emplaceBlock();
    for (const OpAsmParser::Argument &parameter : parameters)
      block.addArgument(parameter.type, result.location);
  }
  return success();
}
ParseResult ClassOp::parse(OpAsmParser &p, OperationState &result) {
  return parseClass(p, result);
}
ParseResult ClassExternOp::parse(OpAsmParser &p, OperationState &result) {
  return parseClass(p, result);
}

template <typename Class>
static void printClass(OpAsmPrinter &p, Class op) {
  p << ' ';
  if (auto visibility = op->template getAttrOfType<StringAttr>("sym_visibility"))
    p << visibility.getValue() << ' ';
  p.printSymbolName(op.getSymName());
  p << '(';
  llvm::interleaveComma(op.getBody().getArguments(), p, [&](BlockArgument argument) {
    p << argument << ": " << argument.getType();
  });
  p << ')';
  if (!op.getFieldNames().empty()) {
    p << " -> (";
    llvm::interleaveComma(op.getFieldNames().template getAsRange<StringAttr>(), p,
                          [&](StringAttr name) {
                            p.printKeywordOrString(name.getValue());
                            p << ": " << cast<TypeAttr>(op.getFieldTypes().get(name)).getValue();
                          });
    p << ')';
  }
  p.printOptionalAttrDictWithKeyword(op->getAttrs(), {"sym_name", "sym_visibility", "fieldNames",
                                                      "fieldTypes", "formalParamNames"});
  p << ' ';
  p.printRegion(op.getBody(), /*printEntryBlockArgs=*/false);
}
void ClassOp::print(OpAsmPrinter &p) { printClass(p, *this); }
void ClassExternOp::print(OpAsmPrinter &p) { printClass(p, *this); }

static void nameParameters(Region &region, ArrayAttr names, OpAsmSetValueNameFn setName) {
  for (auto [argument, name] : llvm::zip(region.getArguments(), names))
    setName(argument, cast<StringAttr>(name));
}
void ClassOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  nameParameters(region, getFormalParamNames(), setName);
}
void ClassExternOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  nameParameters(region, getFormalParamNames(), setName);
}

static LogicalResult verifyParameters(Operation *op, ArrayAttr names, Region &body) {
  if (names.size() != body.getNumArguments())
    return op->emitOpError(
        "formal parameter name list doesn't match formal parameter value list");
  return success();
}
LogicalResult ClassOp::verify() {
  return verifyParameters(*this, getFormalParamNames(), getBody());
}
LogicalResult ClassOp::verifyRegions() {
  auto fields = dyn_cast<ClassFieldsOp>(getBody().front().getTerminator());
  if (!fields)
    return emitOpError("expected terminator to be ClassFieldsOp");
  if (fields->getNumOperands() != getFieldNames().size())
    return emitOpError() << "returns '" << getFieldNames().size()
                         << "' fields, but its terminator returned '" << fields->getNumOperands()
                         << "' fields";
  for (auto [name, value] : llvm::zip(getFieldNames(), fields->getOperands())) {
    auto fieldName = dyn_cast<StringAttr>(name);
    if (!fieldName)
      return emitOpError("field name is not a StringAttr");
    if (getFieldTypes().get(fieldName) != TypeAttr::get(value.getType()))
      return emitOpError("returns different field types than its terminator");
  }
  return success();
}
LogicalResult ClassExternOp::verify() {
  if (failed(verifyParameters(*this, getFormalParamNames(), getBody())))
    return failure();
  if (!getBody().front().empty())
    return emitOpError("external class body should be empty");
  return success();
}
LogicalResult ClassFieldsOp::verify() {
  ArrayAttr locations = getFieldLocsAttr();
  if (locations && locations.size() != getNumOperands())
    return emitOpError("size of field_locs (")
           << locations.size() << ") does not match number of fields (" << getNumOperands() << ")";
  return success();
}

// --- Objects -----------------------------------------------------------------------------

namespace {
/// What users of a class ask of it.
struct ClassView {
  Operation *op = nullptr;
  ArrayAttr fields;
  DictionaryAttr types;
  TypeRange parameters;

  explicit operator bool() const { return op; }
  Type typeOf(StringAttr field) const {
    auto type = types.getAs<TypeAttr>(field);
    return type ? type.getValue() : Type();
  }
};
} // namespace

static ClassView findClass(Operation *user, FlatSymbolRefAttr name,
                           SymbolTableCollection &tables) {
  ClassView view;
  Operation *found = tables.lookupNearestSymbolFrom(user, name);
  if (!found)
    return view;
  llvm::TypeSwitch<Operation *>(found)
      .Case<ClassOp, ClassExternOp>([&](auto op) {
        view = {op, op.getFieldNames(), op.getFieldTypes(), op.getBody().getArgumentTypes()};
      })
      .Default([](Operation *) {});
  return view;
}

static LogicalResult verifyResult(Operation *op, ClassType type, FlatSymbolRefAttr name,
                                  const ClassView &view) {
  if (type.getClassName() != name)
    return op->emitOpError("result type (")
           << type.getClassName().getAttr() << ") does not match referred to class ("
           << name.getAttr() << ")";
  if (!view)
    return op->emitOpError("refers to non-existant class (") << name.getAttr() << ')';
  return success();
}

LogicalResult ObjectOp::verifySymbolUses(SymbolTableCollection &tables) {
  ClassView view = findClass(*this, getClassNameAttr(), tables);
  if (failed(verifyResult(*this, getType(), getClassNameAttr(), view)))
    return failure();
  if (getActualParams().size() != view.parameters.size())
    return emitOpError("actual parameter list doesn't match formal parameter list");
  for (auto [given, wanted] : llvm::zip(getActualParams().getTypes(), view.parameters))
    if (given != wanted)
      return emitOpError("actual parameter type (")
             << given << ") doesn't match formal parameter type (" << wanted << ")";
  return success();
}

LogicalResult ElaboratedObjectOp::verifySymbolUses(SymbolTableCollection &tables) {
  ClassView view = findClass(*this, getClassNameAttr(), tables);
  if (failed(verifyResult(*this, getType(), getClassNameAttr(), view)))
    return failure();
  if (getFieldValues().size() != view.fields.size())
    return emitOpError("field value list doesn't match class field list, expected ")
           << view.fields.size() << " values but got " << getFieldValues().size();
  for (auto [name, value] : llvm::zip(view.fields, getFieldValues())) {
    Type wanted = view.typeOf(cast<StringAttr>(name));
    if (value.getType() != wanted)
      return emitOpError("field value type for ")
             << name << " (" << value.getType() << ") doesn't match class field type (" << wanted
             << ")";
  }
  return success();
}

LogicalResult ObjectFieldOp::verifySymbolUses(SymbolTableCollection &tables) {
  FlatSymbolRefAttr name = cast<ClassType>(getObject().getType()).getClassName();
  ClassView view = findClass(*this, name, tables);
  if (!view)
    return emitOpError("class ") << name.getAttr() << " was not found";
  Type type = view.typeOf(getFieldAttr());
  if (!type)
    return emitOpError("referenced non-existent field ") << getFieldAttr();
  if (type != getType())
    return emitOpError("expected type ")
           << getType() << ", but accessed field has type " << type;
  return success();
}

LogicalResult UnknownValueOp::verifySymbolUses(SymbolTableCollection &tables) {
  auto type = dyn_cast<ClassType>(getType());
  if (type && !findClass(*this, type.getClassName(), tables))
    return emitOpError() << "refers to non-existant class (" << type.getClassName().getAttr()
                         << ')';
  return success();
}

static LogicalResult verifyPath(Operation *op, FlatSymbolRefAttr target,
                                SymbolTableCollection &tables) {
  if (!isa_and_present<hw::HierPathOp>(tables.lookupNearestSymbolFrom(op, target)))
    return op->emitOpError("invalid symbol reference");
  return success();
}
LogicalResult BasePathCreateOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyPath(*this, getTargetAttr(), tables);
}
LogicalResult PathCreateOp::verifySymbolUses(SymbolTableCollection &tables) {
  return verifyPath(*this, getTargetAttr(), tables);
}

ParseResult ListCreateOp::parse(OpAsmParser &p, OperationState &result) {
  SmallVector<OpAsmParser::UnresolvedOperand> operands;
  Type type;
  if (p.parseOperandList(operands) || p.parseOptionalAttrDict(result.attributes) ||
      p.parseColonType(type))
    return failure();
  result.addTypes(ListType::get(p.getContext(), type));
  return p.resolveOperands(operands, type, result.operands);
}
void ListCreateOp::print(OpAsmPrinter &p) {
  p << ' ' << getInputs();
  p.printOptionalAttrDict((*this)->getAttrs());
  p << " : " << cast<ListType>(getType()).getElementType();
}

} // namespace circtsim::circt::om

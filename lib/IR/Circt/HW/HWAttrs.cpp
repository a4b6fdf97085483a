//===- HWAttrs.cpp - parameters, inner symbols, output files ----------------===//
//
// Syntax of the attributes that are not parameter expressions; those are in
// HWParameters.cpp. A single public inner symbol of part 0 is written `@name`.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/HW/HW.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/HW/HWAttrs.cpp.inc"

namespace circtsim::circt::hw {

void HWDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "IR/Circt/HW/HWAttrs.cpp.inc"
      >();
}

/// `<operand, ...>` behind `#hw.param.expr.<operation>`.
static Attribute parseParamExpr(DialectAsmParser &p, StringRef operation, Type type) {
  SmallVector<TypedAttr> operands;
  if (p.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater, [&]() -> ParseResult {
        return p.parseAttribute(operands.emplace_back(), type);
      }))
    return {};
  std::optional<PEO> opcode = symbolizePEO(operation);
  if (!opcode || operands.empty()) {
    p.emitError(p.getNameLoc(), "unknown parameter expr operator name");
    return {};
  }
  return ParamExprAttr::get(*opcode, operands);
}

Attribute HWDialect::parseAttribute(DialectAsmParser &p, Type type) const {
  StringRef mnemonic;
  Attribute attr;
  if (generatedAttributeParser(p, &mnemonic, type, attr).has_value())
    return attr;
  if (mnemonic.consume_front("param.expr."))
    return parseParamExpr(p, mnemonic, type);
  p.emitError(p.getNameLoc(), "Unexpected hw attribute '" + mnemonic + "'");
  return {};
}

void HWDialect::printAttribute(Attribute attr, DialectAsmPrinter &p) const {
  (void)generatedAttributePrinter(attr, p);
}

// --- Inner symbols -------------------------------------------------------------------

LogicalResult InnerSymPropertiesAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                             StringAttr name, uint64_t, StringAttr) {
  if (!name || name.empty())
    return emitError() << "inner symbol cannot have empty name";
  return success();
}

Attribute InnerSymPropertiesAttr::parse(AsmParser &p, Type) {
  StringAttr name;
  int64_t part = 0;
  if (p.parseLess() || p.parseSymbolName(name) || p.parseComma() || p.parseInteger(part) ||
      p.parseComma())
    return {};
  StringRef visibility;
  SMLoc loc = p.getCurrentLocation();
  if (p.parseOptionalKeyword(&visibility, {"public", "private", "nested"})) {
    p.emitError(loc, "expected 'public', 'private', or 'nested'");
    return {};
  }
  if (p.parseGreater())
    return {};
  return p.getChecked<InnerSymPropertiesAttr>(p.getContext(), name, uint64_t(part),
                                              p.getBuilder().getStringAttr(visibility));
}

void InnerSymPropertiesAttr::print(AsmPrinter &p) const {
  p << '<';
  p.printSymbolName(getName());
  p << ',' << getFieldID() << ',' << getSymVisibility().getValue() << '>';
}

Attribute InnerSymAttr::parse(AsmParser &p, Type) {
  SmallVector<InnerSymPropertiesAttr> names;
  StringAttr single;
  if (succeeded(p.parseOptionalSymbolName(single))) {
    names.push_back(p.getChecked<InnerSymPropertiesAttr>(p.getContext(), single, uint64_t(0),
                                                         p.getBuilder().getStringAttr("public")));
  } else if (p.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&]() -> ParseResult {
               return p.parseCustomAttributeWithFallback(names.emplace_back());
             })) {
    return {};
  }
  if (llvm::is_contained(names, InnerSymPropertiesAttr()))
    return {};
  llvm::sort(names, [](auto a, auto b) { return a.getFieldID() < b.getFieldID(); });
  return InnerSymAttr::get(p.getContext(), names);
}

void InnerSymAttr::print(AsmPrinter &p) const {
  ArrayRef<InnerSymPropertiesAttr> names = getProps();
  if (names.size() == 1 && names[0].getFieldID() == 0 &&
      names[0].getSymVisibility() == "public") {
    p.printSymbolName(names[0].getName());
    return;
  }
  p << '[';
  llvm::interleaveComma(names, p, [&](InnerSymPropertiesAttr name) { name.print(p); });
  p << ']';
}

Attribute InnerRefAttr::parse(AsmParser &p, Type) {
  SymbolRefAttr ref;
  if (p.parseLess() || p.parseAttribute(ref) || p.parseGreater())
    return {};
  if (ref.getNestedReferences().size() != 1) {
    p.emitError(p.getNameLoc(), "inner reference must have exactly one nested reference");
    return {};
  }
  return get(p.getContext(), FlatSymbolRefAttr::get(ref.getRootReference()),
             ref.getLeafReference());
}

void InnerRefAttr::print(AsmPrinter &p) const {
  p << '<';
  p.printSymbolName(getModuleRef().getValue());
  p << "::";
  p.printSymbolName(getName());
  p << '>';
}

// --- Files, enumeration members ----------------------------------------------------------

Attribute OutputFileAttr::parse(AsmParser &p, Type) {
  StringAttr name;
  bool exclude = false, replicate = false;
  if (p.parseLess() || p.parseAttribute(name))
    return {};
  while (succeeded(p.parseOptionalComma())) {
    if (succeeded(p.parseOptionalKeyword("excludeFromFileList")))
      exclude = true;
    else if (p.parseKeyword("includeReplicatedOps", "or 'excludeFromFileList'"))
      return {};
    else
      replicate = true;
  }
  if (p.parseGreater())
    return {};
  Builder &b = p.getBuilder();
  return get(p.getContext(), name, b.getBoolAttr(exclude), b.getBoolAttr(replicate));
}

void OutputFileAttr::print(AsmPrinter &p) const {
  p << '<' << getFilename();
  if (getExcludeFromFilelist().getValue())
    p << ", excludeFromFileList";
  if (getIncludeReplicatedOps().getValue())
    p << ", includeReplicatedOps";
  p << '>';
}

EnumFieldAttr EnumFieldAttr::getAt(Location loc, StringAttr field, Type type) {
  auto enumType = as<EnumType>(type);
  if (!enumType) {
    emitError(loc) << "expected enum type";
    return {};
  }
  if (!enumType.indexOf(field)) {
    emitError(loc) << "enum value '" << field.getValue() << "' is not a member of enum type "
                   << enumType;
    return {};
  }
  return get(field.getContext(), field, TypeAttr::get(type));
}

Attribute EnumFieldAttr::parse(AsmParser &p, Type) {
  StringRef field;
  Type type;
  if (p.parseLess() || p.parseKeyword(&field) || p.parseComma() || p.parseType(type) ||
      p.parseGreater())
    return {};
  return getAt(p.getEncodedSourceLoc(p.getCurrentLocation()),
               p.getBuilder().getStringAttr(field), type);
}

void EnumFieldAttr::print(AsmPrinter &p) const {
  p << '<' << getField().getValue() << ", " << getType().getValue() << '>';
}

// --- Parameters ----------------------------------------------------------------------------

Attribute ParamDeclAttr::parse(AsmParser &p, Type) {
  std::string name;
  Type type;
  Attribute value;
  if (p.parseLess() || p.parseString(&name) || p.parseColonType(type) ||
      (succeeded(p.parseOptionalEqual()) && p.parseAttribute(value, type)) || p.parseGreater())
    return {};
  return get(p.getContext(), p.getBuilder().getStringAttr(name), type, value);
}

void ParamDeclAttr::print(AsmPrinter &p) const {
  p << '<' << getName() << ": " << getType();
  if (getValue()) {
    p << " = ";
    p.printAttributeWithoutType(getValue());
  }
  p << '>';
}

/// `<"text">`, followed by `: type` if the context does not say the type.
static ParseResult parseTypedText(AsmParser &p, StringAttr &text, Type &type) {
  return failure(p.parseLess() || p.parseAttribute(text) || p.parseGreater() ||
                 (!type && p.parseColonType(type)));
}

Attribute ParamDeclRefAttr::parse(AsmParser &p, Type type) {
  StringAttr name;
  if (parseTypedText(p, name, type))
    return {};
  return get(p.getContext(), name, type);
}
void ParamDeclRefAttr::print(AsmPrinter &p) const { p << '<' << getName() << '>'; }

Attribute ParamVerbatimAttr::parse(AsmParser &p, Type type) {
  StringAttr text;
  if (parseTypedText(p, text, type))
    return {};
  return get(p.getContext(), text, type);
}
void ParamVerbatimAttr::print(AsmPrinter &p) const { p << '<' << getValue() << '>'; }

ParamExprAttr ParamExprAttr::getUnfolded(PEO opcode, ArrayRef<TypedAttr> operands, Type type) {
  return Base::get(type.getContext(), opcode, operands, type);
}

Attribute ParamExprAttr::parse(AsmParser &p, Type) {
  p.emitError(p.getNameLoc(), "#hw.param.expr should have opcode suffix");
  return {};
}

void ParamExprAttr::print(AsmPrinter &p) const {
  p << '.' << stringifyPEO(getOpcode()) << '<';
  llvm::interleaveComma(getOperands(), p,
                        [&](TypedAttr operand) { p.printAttributeWithoutType(operand); });
  p << '>';
}

} // namespace circtsim::circt::hw

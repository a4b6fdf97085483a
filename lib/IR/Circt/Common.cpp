//===- Common.cpp - what several CIRCT dialects share -----------------------===//
//
// Names: an operation with a `name` attribute that equals the printed name of its
// first result does not spell it. A result whose printed name is a number has no
// implied name. Port lists pair names with operands or types.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Common.h"

using namespace mlir;

namespace circtsim::circt {

/// Whether the region around `op` is procedural; unknown in a region without a
/// mark, as that of a builtin.module or func.func.
static std::optional<bool> inProcedure(Operation *op) {
  for (Operation *parent = op->getParentOp(); parent; parent = parent->getParentOp()) {
    if (parent->hasTrait<ProceduralRegion>())
      return true;
    if (parent->hasTrait<NonProceduralRegion>())
      return false;
  }
  return std::nullopt;
}

LogicalResult verifyOutsideProcedure(Operation *op) {
  if (inProcedure(op) == true)
    return op->emitOpError("must not be in a procedural region");
  return success();
}

LogicalResult verifyInsideProcedure(Operation *op) {
  if (inProcedure(op) == false)
    return op->emitOpError("must not be in a non-procedural region");
  return success();
}

StringRef nameFromSSA(StringRef ssaName) {
  ssaName.consume_front("%");
  return ssaName.empty() || llvm::isDigit(ssaName.front()) ? StringRef() : ssaName;
}

ParseResult parseImplicitSSAName(OpAsmParser &p, StringAttr &name) {
  if (succeeded(p.parseOptionalKeyword("name")))
    return p.parseAttribute(name, p.getBuilder().getNoneType());
  StringRef implied = p.getNumResults() ? nameFromSSA(p.getResultName(0).first) : StringRef();
  name = p.getBuilder().getStringAttr(implied);
  return success();
}

void addImplicitName(OpAsmParser &p, NamedAttrList &attrs) {
  if (attrs.get("name"))
    return;
  StringRef implied = p.getNumResults() ? nameFromSSA(p.getResultName(0).first) : StringRef();
  attrs.set("name", p.getBuilder().getStringAttr(implied));
}

ParseResult parseImplicitSSAName(OpAsmParser &p, NamedAttrList &attrs) {
  if (p.parseOptionalAttrDict(attrs))
    return failure();
  addImplicitName(p, attrs);
  return success();
}

/// Whether the printed name of the first result says `name`.
static bool isImplied(OpAsmPrinter &p, Operation *op, StringRef name) {
  SmallString<32> text;
  llvm::raw_svector_ostream stream(text);
  p.printOperand(op->getResult(0), stream);
  StringRef printed = text.str();
  printed.consume_front("%");
  return printed == name || (name.empty() && nameFromSSA(printed).empty());
}

void printNameIfNeeded(OpAsmPrinter &p, Operation *op, StringRef name) {
  if (isImplied(p, op, name))
    return;
  p << " name ";
  p.printString(name);
}

void printImplicitSSAName(OpAsmPrinter &p, Operation *op, StringAttr name) {
  if (name || !isImplied(p, op, ""))
    printNameIfNeeded(p, op, name ? name.getValue() : "");
}

void printImplicitSSAName(OpAsmPrinter &p, Operation *op, DictionaryAttr attrs,
                          ArrayRef<StringRef> elided) {
  SmallVector<StringRef> hidden(elided);
  hidden.push_back("inner_sym");
  auto name = attrs.getAs<StringAttr>("name");
  if (name && isImplied(p, op, name.getValue()))
    hidden.push_back("name");
  p.printOptionalAttrDict(attrs.getValue(), hidden);
}

ParseResult parseOptionalTypeMatch(OpAsmParser &, Type type,
                                   const std::optional<OpAsmParser::UnresolvedOperand> &operand,
                                   Type &operandType) {
  if (operand)
    operandType = type;
  return success();
}
void printOptionalTypeMatch(OpAsmPrinter &, Operation *, Type, Value, Type) {}

static ParseResult parsePortName(OpAsmParser &p, SmallVectorImpl<Attribute> &names) {
  std::string name;
  if (p.parseKeywordOrString(&name) || p.parseColon())
    return failure();
  names.push_back(p.getBuilder().getStringAttr(name));
  return success();
}

ParseResult parseInputPortList(OpAsmParser &p,
                               SmallVectorImpl<OpAsmParser::UnresolvedOperand> &inputs,
                               SmallVectorImpl<Type> &types, ArrayAttr &names) {
  SmallVector<Attribute> found;
  if (p.parseCommaSeparatedList(OpAsmParser::Delimiter::Paren, [&]() -> ParseResult {
        return failure(parsePortName(p, found) || p.parseOperand(inputs.emplace_back()) ||
                       p.parseColonType(types.emplace_back()));
      }))
    return failure();
  names = p.getBuilder().getArrayAttr(found);
  return success();
}

static void printPortName(OpAsmPrinter &p, Attribute name) {
  p.printKeywordOrString(cast<StringAttr>(name).getValue());
  p << ": ";
}

void printInputPortList(OpAsmPrinter &p, Operation *, OperandRange inputs, TypeRange,
                        ArrayAttr names) {
  p << '(';
  llvm::interleaveComma(llvm::zip(inputs, names), p, [&](auto pair) {
    auto [input, name] = pair;
    printPortName(p, name);
    p << input << ": " << input.getType();
  });
  p << ')';
}

ParseResult parseOutputPortList(OpAsmParser &p, SmallVectorImpl<Type> &types, ArrayAttr &names) {
  SmallVector<Attribute> found;
  if (p.parseCommaSeparatedList(OpAsmParser::Delimiter::Paren, [&]() -> ParseResult {
        return failure(parsePortName(p, found) || p.parseType(types.emplace_back()));
      }))
    return failure();
  names = p.getBuilder().getArrayAttr(found);
  return success();
}

void printOutputPortList(OpAsmPrinter &p, Operation *, TypeRange types, ArrayAttr names) {
  p << '(';
  llvm::interleaveComma(llvm::zip(types, names), p, [&](auto pair) {
    auto [type, name] = pair;
    printPortName(p, name);
    p << type;
  });
  p << ')';
}

} // namespace circtsim::circt

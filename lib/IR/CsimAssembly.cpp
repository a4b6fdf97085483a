//===- CsimAssembly.cpp - pieces of textual forms of operations -------------===//
//
// Parsers and printers of the parts of operations that the declarative assembly
// format cannot express: lists whose elements combine attributes, operands and
// successors. Each parser accepts exactly what its printer writes.
//
//===----------------------------------------------------------------------===//

#include "IR/CsimAssembly.h"

using namespace mlir;
using namespace circtsim;

ParseResult csim::parseLogicLiteral(OpAsmParser &parser, LogicAttr &value) {
  std::string text;
  SMLoc loc = parser.getCurrentLocation();
  if (failed(parser.parseOptionalString(&text)))
    return parser.parseAttribute(value);
  value = LogicAttr::parseLiteral(parser.getContext(), text);
  if (!value)
    return parser.emitError(loc, "'")
           << text << "' is not a sized four-state literal such as 8'b10xz";
  return success();
}

void csim::printLogicLiteral(OpAsmPrinter &printer, Operation *, LogicAttr value) {
  printer << '"' << value.str() << '"';
}

ParseResult csim::parseBounds(OpAsmParser &parser, IntegerAttr &left, IntegerAttr &right) {
  int32_t l, r;
  if (parser.parseLSquare() || parser.parseInteger(l) || parser.parseColon() ||
      parser.parseInteger(r) || parser.parseRSquare())
    return failure();
  Type type = IntegerType::get(parser.getContext(), 32, IntegerType::Signed);
  left = IntegerAttr::get(type, l);
  right = IntegerAttr::get(type, r);
  return success();
}

void csim::printBounds(OpAsmPrinter &printer, Operation *, IntegerAttr left, IntegerAttr right) {
  printer << "[" << left.getSInt() << " : " << right.getSInt() << "]";
}

/// keyword(x, y), or nothing for the default numbers.
static ParseResult parsePair(OpAsmParser &parser, StringRef keyword, int32_t standard,
                             IntegerAttr &first, IntegerAttr &second) {
  int32_t x = standard, y = standard;
  if (succeeded(parser.parseOptionalKeyword(keyword)) &&
      (parser.parseLParen() || parser.parseInteger(x) || parser.parseComma() ||
       parser.parseInteger(y) || parser.parseRParen()))
    return failure();
  first = parser.getBuilder().getI32IntegerAttr(x);
  second = parser.getBuilder().getI32IntegerAttr(y);
  return success();
}

static void printPair(OpAsmPrinter &printer, StringRef keyword, int32_t standard, IntegerAttr first,
                      IntegerAttr second) {
  if (first.getInt() != standard || second.getInt() != standard)
    printer << keyword << "(" << first.getInt() << ", " << second.getInt() << ")";
}

ParseResult csim::parseTimeScale(OpAsmParser &parser, IntegerAttr &unit, IntegerAttr &precision) {
  return parsePair(parser, "time", -9, unit, precision);
}
void csim::printTimeScale(OpAsmPrinter &printer, Operation *, IntegerAttr unit,
                          IntegerAttr precision) {
  printPair(printer, "time", -9, unit, precision);
}
ParseResult csim::parseBitRange(OpAsmParser &parser, IntegerAttr &lo, IntegerAttr &width) {
  return parsePair(parser, "bits", 0, lo, width);
}
void csim::printBitRange(OpAsmPrinter &printer, Operation *, IntegerAttr lo, IntegerAttr width) {
  printPair(printer, "bits", 0, lo, width);
}
ParseResult csim::parseStrength(OpAsmParser &parser, IntegerAttr &zero, IntegerAttr &one) {
  return parsePair(parser, "strength", 6, zero, one);
}
void csim::printStrength(OpAsmPrinter &printer, Operation *, IntegerAttr zero, IntegerAttr one) {
  printPair(printer, "strength", 6, zero, one);
}

ParseResult csim::parseBindings(OpAsmParser &parser, DenseI32ArrayAttr &ports, ArrayAttr &actuals) {
  SmallVector<int32_t> numbers;
  SmallVector<Attribute> values;
  auto parseOne = [&]() -> ParseResult {
    return failure(parser.parseInteger(numbers.emplace_back()) || parser.parseEqual() ||
                   parser.parseAttribute(values.emplace_back()));
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, parseOne))
    return failure();
  ports = parser.getBuilder().getDenseI32ArrayAttr(numbers);
  actuals = parser.getBuilder().getArrayAttr(values);
  return success();
}

void csim::printBindings(OpAsmPrinter &printer, Operation *, DenseI32ArrayAttr ports,
                         ArrayAttr actuals) {
  printer << "[";
  llvm::interleaveComma(
      llvm::zip(ports.asArrayRef(), actuals), printer.getStream(),
      [&](auto pair) { printer << std::get<0>(pair) << " = " << std::get<1>(pair); });
  printer << "]";
}

ParseResult csim::parseEventTerms(OpAsmParser &parser, DenseI32ArrayAttr &edges, Operands &refs,
                                  Types &types) {
  SmallVector<int32_t> kinds;
  auto parseOne = [&]() -> ParseResult {
    StringRef keyword;
    SMLoc loc = parser.getCurrentLocation();
    if (parser.parseKeyword(&keyword))
      return failure();
    std::optional<Edge> edge = symbolizeEdge(keyword);
    if (!edge)
      return parser.emitError(loc, "expected any, posedge, negedge, edge or event");
    kinds.push_back(int32_t(*edge));
    return parser.parseOperand(refs.emplace_back());
  };
  if (parser.parseLSquare() || parser.parseCommaSeparatedList(parseOne) || parser.parseColon() ||
      parser.parseTypeList(types) || parser.parseRSquare())
    return failure();
  edges = parser.getBuilder().getDenseI32ArrayAttr(kinds);
  return success();
}

void csim::printEventTerms(OpAsmPrinter &printer, Operation *, DenseI32ArrayAttr edges,
                           OperandRange refs, TypeRange types) {
  printer << "[";
  llvm::interleaveComma(llvm::zip(edges.asArrayRef(), refs), printer.getStream(), [&](auto pair) {
    printer << stringifyEdge(Edge(std::get<0>(pair))) << " " << std::get<1>(pair);
  });
  printer << " : " << types << "]";
}

ParseResult csim::parseForkBranches(OpAsmParser &parser, ArrayAttr &branches,
                                    DenseI32ArrayAttr &argCounts, Operands &args, Types &types) {
  SmallVector<Attribute> functions;
  SmallVector<int32_t> counts;
  auto parseArg = [&]() -> ParseResult {
    return failure(parser.parseOperand(args.emplace_back()) ||
                   parser.parseColonType(types.emplace_back()));
  };
  auto parseBranch = [&]() -> ParseResult {
    FlatSymbolRefAttr function;
    size_t before = args.size();
    if (parser.parseAttribute(function) ||
        parser.parseCommaSeparatedList(AsmParser::Delimiter::Paren, parseArg))
      return failure();
    functions.push_back(function);
    counts.push_back(int32_t(args.size() - before));
    return success();
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, parseBranch))
    return failure();
  branches = parser.getBuilder().getArrayAttr(functions);
  argCounts = parser.getBuilder().getDenseI32ArrayAttr(counts);
  return success();
}

void csim::printForkBranches(OpAsmPrinter &printer, ForkOp op, ArrayAttr branches,
                             DenseI32ArrayAttr, OperandRange, TypeRange) {
  SmallVector<OperandRange> groups = op.getBranchArgs();
  printer << "[";
  llvm::interleaveComma(llvm::zip(branches, groups), printer.getStream(), [&](auto pair) {
    printer << std::get<0>(pair) << "(";
    llvm::interleaveComma(std::get<1>(pair), printer.getStream(),
                          [&](Value arg) { printer << arg << " : " << arg.getType(); });
    printer << ")";
  });
  printer << "]";
}

ParseResult
csim::parseSwitchCases(OpAsmParser &parser, DenseI64ArrayAttr &values,
                       SmallVectorImpl<Block *> &destinations,
                       SmallVectorImpl<SmallVector<OpAsmParser::UnresolvedOperand>> &operands,
                       SmallVectorImpl<SmallVector<Type>> &types) {
  SmallVector<int64_t> numbers;
  auto parseCase = [&]() -> ParseResult {
    auto &caseOperands = operands.emplace_back();
    auto &caseTypes = types.emplace_back();
    if (parser.parseInteger(numbers.emplace_back()) || parser.parseColon() ||
        parser.parseSuccessor(destinations.emplace_back()))
      return failure();
    if (failed(parser.parseOptionalLParen()))
      return success();
    return failure(parser.parseOperandList(caseOperands) || parser.parseColonTypeList(caseTypes) ||
                   parser.parseRParen());
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, parseCase))
    return failure();
  values = parser.getBuilder().getDenseI64ArrayAttr(numbers);
  return success();
}

void csim::printSwitchCases(OpAsmPrinter &printer, Operation *, DenseI64ArrayAttr values,
                            SuccessorRange destinations, OperandRangeRange operands,
                            const TypeRangeRange &types) {
  printer << "[";
  for (size_t i = 0; i < destinations.size(); ++i) {
    printer << (i ? ", " : "") << values[i] << ": ";
    printer.printSuccessorAndUseList(destinations[i], operands[i]);
  }
  printer << "]";
}

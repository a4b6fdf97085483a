//===- Directives.cpp - syntax shared by CIRCT's dialects -------------------===//
//
// Flags that read as one of two words.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Directives.h"

using namespace mlir;

ParseResult circtsim::circt::parseEitherKeyword(OpAsmParser &parser, BoolAttr &value,
                                                StringRef ifTrue, StringRef ifFalse) {
  bool isTrue = succeeded(parser.parseOptionalKeyword(ifTrue));
  if (!isTrue && failed(parser.parseOptionalKeyword(ifFalse)))
    return parser.emitError(parser.getCurrentLocation())
           << "expected keyword \"" << ifTrue << "\" or \"" << ifFalse << "\"";
  value = parser.getBuilder().getBoolAttr(isTrue);
  return success();
}

void circtsim::circt::printEitherKeyword(OpAsmPrinter &printer, Operation *, BoolAttr value,
                                         StringRef ifTrue, StringRef ifFalse) {
  printer << (value.getValue() ? ifTrue : ifFalse);
}

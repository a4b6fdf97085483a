//===- MooreDialect.cpp - CIRCT's moore dialect -----------------------------===//
//
// Registration, and the attribute of constants, `#moore.fvint<b10XZ : 8>`.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Moore/Moore.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt::moore;

Attribute FVIntegerAttr::parse(AsmParser &parser, Type) {
  FourState value;
  unsigned width;
  SMLoc widthLoc;
  if (parser.parseLess() || parseFourState(parser, value) || parser.parseColon() ||
      parser.getCurrentLocation(&widthLoc) || parser.parseInteger(width) ||
      parser.parseGreater())
    return {};
  if (width < value.getNeededBits()) {
    parser.emitError(widthLoc) << "integer literal requires at least " << value.getNeededBits()
                               << " bits, but attribute specifies only " << width;
    return {};
  }
  return get(parser.getContext(), value.resized(width));
}

void FVIntegerAttr::print(AsmPrinter &printer) const {
  printer << '<';
  printFourState(printer, getValue());
  printer << " : " << getValue().getWidth() << '>';
}

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/Moore/MooreAttrs.cpp.inc"

void MooreDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "IR/Circt/Moore/MooreAttrs.cpp.inc"
      >();
}

void MooreDialect::registerOperations() {
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/Moore/MooreOps.cpp.inc"
      >();
}

void MooreDialect::initialize() {
  registerTypes();
  registerAttributes();
  registerOperations();
}

#include "IR/Circt/Moore/MooreDialect.cpp.inc"
#include "IR/Circt/Moore/MooreEnums.cpp.inc"

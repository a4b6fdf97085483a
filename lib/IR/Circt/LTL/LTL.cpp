//===- LTL.cpp - CIRCT's ltl dialect ----------------------------------------===//
//
// The kinds of temporal expressions are ordered: boolean, sequence, property.
// Connectives take the widest kind among their operands.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/LTL/LTL.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim::circt::ltl;

namespace {
enum class Kind { Boolean, Sequence, Property };
} // namespace

static Type widestKind(MLIRContext *context, ValueRange operands, Kind kind) {
  for (Type type : operands.getTypes())
    kind = std::max(kind, isa<PropertyType>(type)   ? Kind::Property
                          : isa<SequenceType>(type) ? Kind::Sequence
                                                    : Kind::Boolean);
  switch (kind) {
  case Kind::Boolean:
    return IntegerType::get(context, 1);
  case Kind::Sequence:
    return SequenceType::get(context);
  case Kind::Property:
    break;
  }
  return PropertyType::get(context);
}

OpFoldResult BooleanConstantOp::fold(FoldAdaptor) { return getValueAttr(); }

void LTLDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "IR/Circt/LTL/LTLTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "IR/Circt/LTL/LTLOps.cpp.inc"
      >();
}

#include "IR/Circt/LTL/LTLDialect.cpp.inc"
#include "IR/Circt/LTL/LTLEnums.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/LTL/LTLTypes.cpp.inc"

#define GET_OP_CLASSES
#include "IR/Circt/LTL/LTLOps.cpp.inc"

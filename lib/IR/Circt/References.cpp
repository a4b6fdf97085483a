//===- References.cpp - calls and references by symbol ----------------------===//
//
// Kinds are operation names, so that one check serves every dialect that has
// coroutines or globals.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/References.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/Interfaces/FunctionImplementation.h"
#include "mlir/Interfaces/FunctionInterfaces.h"

using namespace mlir;

namespace {
/// How one half of a signature is worded.
struct Side {
  StringRef one, many, verb;
};
} // namespace

static LogicalResult verifySide(Operation *call, TypeRange actual, TypeRange expected,
                                const Side &side) {
  if (actual.size() != expected.size())
    return call->emitOpError("has ") << actual.size() << " " << side.many << ", but callee "
                                     << side.verb << " " << expected.size();
  for (auto [index, types] : llvm::enumerate(llvm::zip(actual, expected)))
    if (auto [type, wanted] = types; type != wanted)
      return call->emitOpError() << side.one << " " << index << " type mismatch: expected "
                                 << wanted << ", got " << type;
  return success();
}

LogicalResult circtsim::circt::verifyCoroutineCall(Operation *call, FlatSymbolRefAttr callee,
                                                   StringRef kind,
                                                   SymbolTableCollection &tables) {
  auto coroutine = tables.lookupNearestSymbolFrom<FunctionOpInterface>(call, callee);
  if (!coroutine || coroutine->getName().getStringRef() != kind)
    return call->emitOpError("'") << callee.getValue() << "' does not reference a valid '" << kind
                                  << "'";
  if (failed(verifySide(call, call->getOperandTypes(), coroutine.getArgumentTypes(),
                        {"operand", "operands", "expects"})))
    return failure();
  return verifySide(call, call->getResultTypes(), coroutine.getResultTypes(),
                    {"result", "results", "returns"});
}

ParseResult circtsim::circt::parseCoroutine(OpAsmParser &parser, OperationState &result,
                                            StringAttr typeName, StringAttr argumentAttrsName,
                                            StringAttr resultAttrsName) {
  auto functionType = [](Builder &builder, ArrayRef<Type> arguments, ArrayRef<Type> results,
                         function_interface_impl::VariadicFlag,
                         std::string &) { return builder.getFunctionType(arguments, results); };
  return function_interface_impl::parseFunctionOp(parser, result, /*allowVariadic=*/false,
                                                  typeName, functionType, argumentAttrsName,
                                                  resultAttrsName);
}

LogicalResult circtsim::circt::verifyGlobalReference(Operation *op, FlatSymbolRefAttr name,
                                                     StringRef kind, Type nested,
                                                     SymbolTableCollection &tables) {
  Operation *global = tables.lookupNearestSymbolFrom(op, name);
  if (!global)
    return op->emitOpError("references unknown symbol ") << name;
  if (global->getName().getStringRef() != kind)
    return op->emitOpError("must reference a '")
           << kind << "', but " << name << " is a '" << global->getName() << "'";
  Type type = global->getAttrOfType<TypeAttr>("type").getValue();
  if (type != nested)
    return op->emitOpError("returns a ")
           << nested << " reference, but " << name << " is of type " << type;
  return success();
}

LogicalResult circtsim::circt::verifyInitialiser(Operation *global, StringRef yield) {
  Region &region = global->getRegion(0);
  if (region.empty())
    return success();
  Block &block = region.front();
  if (block.empty() || block.back().getName().getStringRef() != yield)
    return global->emitOpError("must have a '") << yield << "' terminator";
  return success();
}

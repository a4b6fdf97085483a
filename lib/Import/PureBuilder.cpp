//===- PureBuilder.cpp - pieces of lowered values ----------------------------===//
//
// Bits, concatenations and positions, and the table of dialects.
//
//===----------------------------------------------------------------------===//

#include "Import/DialectImport.h"

#include "IR/Csim.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

Value PureBuilder::constant(const llvm::APInt &value) const {
  Type type = builder.getIntegerType(value.getBitWidth());
  return arith::ConstantOp::create(builder, loc, IntegerAttr::get(type, value));
}
Value PureBuilder::constant(unsigned width, uint64_t value) const {
  return constant(llvm::APInt(width, value, /*isSigned=*/false, /*implicitTrunc=*/true));
}

Value PureBuilder::extract(Value value, unsigned lo, unsigned width) const {
  if (width == 0)
    return constant(1, 0);
  if (lo == 0 && width == csim::bitWidthOf(value.getType()))
    return value;
  return csim::ExtractOp::create(builder, loc, value, lo, width);
}

Value PureBuilder::insert(Value part, Value base, unsigned lo) const {
  if (part.getType() == base.getType())
    return part;
  return csim::InsertOp::create(builder, loc, base.getType(), base, part, lo);
}

Value PureBuilder::concat(ArrayRef<Value> values, ArrayRef<unsigned> widths) const {
  SmallVector<Value> parts;
  for (auto [value, width] : llvm::zip(values, widths))
    if (width)
      parts.push_back(value);
  if (parts.empty())
    return constant(1, 0);
  if (parts.size() == 1)
    return parts[0];
  return csim::ConcatOp::create(builder, loc, parts);
}

Value PureBuilder::toIndex(Value value) const {
  return csim::ToIndexOp::create(builder, loc, value, /*isSigned=*/false);
}

Value PureBuilder::bitIndex(Value index, unsigned stride) const {
  Value position = toIndex(index);
  if (stride == 1)
    return position;
  return arith::MulIOp::create(builder, loc, position, constant(64, stride));
}

LogicalResult PureBuilder::lowerBlock(Block &block, ValueRange arguments,
                                      SmallVectorImpl<Value> &results) const {
  llvm::DenseMap<Value, Value> known;
  auto valuesOf = [&](ValueRange sources) {
    SmallVector<Value> values;
    for (Value source : sources)
      values.push_back(known.lookup(source));
    return values;
  };
  for (auto [source, argument] : llvm::zip(block.getArguments(), arguments))
    known[source] = argument;
  for (Operation &op : block.without_terminator()) {
    const DialectImport *dialect = dialects.find(&op);
    if (!dialect)
      return failure();
    if (Value behind = dialect->aliasOf(&op)) {
      known[op.getResult(0)] = known.lookup(behind);
      continue;
    }
    SmallVector<Value> lowered;
    if (!dialect->isPure(&op) || failed(dialect->lower(&op, valuesOf(op.getOperands()), *this,
                                                       lowered)))
      return failure();
    for (auto [result, value] : llvm::zip(op.getResults(), lowered))
      known[result] = value;
  }
  results.append(valuesOf(block.getTerminator()->getOperands()));
  return success(!llvm::is_contained(results, Value()));
}

DialectTable::DialectTable() {
  dialects["hw"] = makeHWImport();
  dialects["comb"] = makeCombImport();
  dialects["seq"] = makeSeqImport();
  dialects["sv"] = makeSVImport();
  dialects["llhd"] = makeLLHDImport();
  dialects["sim"] = makeSimImport();
  dialects["verif"] = makeVerifImport();
  dialects["arith"] = makeArithImport();
  dialects["cf"] = makeControlFlowImport();
  dialects["scf"] = makeSCFImport();
  dialects["func"] = makeFuncImport();
  dialects["ub"] = makeUBImport();
  dialects["moore"] = makeMooreImport();
  dialects["ltl"] = makeLTLImport();
  dialects["arc"] = makeArcImport();
  dialects["llvm"] = makeLLVMImport();
  dialects["builtin"] = makeBuiltinImport();
  dialects["dbg"] = makeDroppedImport(/*isNoted=*/false);
  for (StringRef name : {"emit", "om"})
    dialects[name] = makeDroppedImport(/*isNoted=*/true);
}

const DialectImport *DialectTable::find(Operation *op) const {
  auto it = dialects.find(op->getName().getDialectNamespace());
  return it == dialects.end() ? nullptr : it->second.get();
}

//===- ImportSCF.cpp - structured control flow in single blocks ----------------===//
//
// Where a region may have several blocks scf has become branches before (DesignImport).
// Inside of operations with one block, as hw.triggered or sim.triggered, it is translated
// here.
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"

#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

namespace {
struct SCFImport : DialectImport {
  LogicalResult emit(Operation *op, Procedure &code) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeSCFImport() { return std::make_unique<SCFImport>(); }

namespace {
/// What is carried from one block to another: arguments, or storage for what is handled by
/// reference, since temporaries of a loop are made anew in each turn.
class Carried {
public:
  Carried(Procedure &code, Block *block) : code(code), block(block) {}
  /// Adds a place for each value, in the present block. Failure after reporting.
  LogicalResult add(ValueRange values);
  /// Stores those of `values` that have storage; the others are returned.
  SmallVector<Value> pass(ArrayRef<Value> values);
  Value operator[](size_t i) const { return places[i]; }

private:
  Procedure &code;
  Block *block;
  SmallVector<Value> places;
};
} // namespace

LogicalResult Carried::add(ValueRange values) {
  for (Value value : values) {
    Type type = codeTypeOf(value.getType(), code.module.types, value.getLoc());
    if (!type)
      return failure();
    auto reference = dyn_cast<csim::RefType>(type);
    places.push_back(reference ? Value(csim::LocalOp::create(code.builder, code.loc,
                                                             reference.getPointee()))
                               : block->addArgument(type, code.loc));
  }
  return success();
}

SmallVector<Value> Carried::pass(ArrayRef<Value> values) {
  SmallVector<Value> passed, objects(values);
  auto isStored = [](Value value) { return isa<csim::RefType>(value.getType()); };
  if (llvm::count_if(values, isStored) > 1) // one may be the old value of another
    for (Value &object : objects)
      if (isStored(object))
        object = copyOf(code.pure(), object);
  for (auto [value, place] : llvm::zip(objects, places)) {
    if (!isStored(value))
      passed.push_back(value);
    else if (value != place)
      writePlace(code.pure(), value, place);
  }
  return passed;
}

static LogicalResult emitIf(scf::IfOp op, Procedure &code) {
  Value condition = code.value(op.getCondition());
  Block *behind = code.newBlock(), *second = code.newBlock(), *first = code.newBlock();
  Carried carried(code, behind);
  if (failed(carried.add(op.getResults())))
    return failure();
  cf::CondBranchOp::create(code.builder, code.loc, condition, first, second);
  for (auto [block, region] : {std::pair(first, &op.getThenRegion()),
                               std::pair(second, &op.getElseRegion())}) {
    code.goOnIn(block);
    SmallVector<Value> results;
    if (!region->empty()) {
      if (failed(code.inlineBlock(region->front())))
        return failure();
      results = carried.pass(code.values(region->front().getTerminator()->getOperands()));
    }
    cf::BranchOp::create(code.builder, code.loc, behind, results);
  }
  code.goOnIn(behind);
  for (auto [i, result] : llvm::enumerate(op.getResults()))
    code.define(result, carried[i]);
  return success();
}

static LogicalResult emitFor(scf::ForOp op, Procedure &code) {
  Value from = code.value(op.getLowerBound()), to = code.value(op.getUpperBound());
  Value step = code.value(op.getStep());
  Block *behind = code.newBlock(), *inside = code.newBlock(), *head = code.newBlock();
  Value counter = head->addArgument(from.getType(), code.loc);
  Carried carried(code, head);
  if (failed(carried.add(op.getResults())))
    return failure();
  SmallVector<Value> start = carried.pass(code.values(op.getInitArgs()));
  start.insert(start.begin(), from);
  cf::BranchOp::create(code.builder, code.loc, head, start);
  code.goOnIn(head);
  Value goesOn = arith::CmpIOp::create(code.builder, code.loc,
                                       op.getUnsignedCmp() ? arith::CmpIPredicate::ult
                                                           : arith::CmpIPredicate::slt,
                                       counter, to);
  cf::CondBranchOp::create(code.builder, code.loc, goesOn, inside, behind);
  code.goOnIn(inside);
  code.define(op.getInductionVar(), counter);
  for (auto [i, argument] : llvm::enumerate(op.getRegionIterArgs()))
    code.define(argument, carried[i]);
  if (failed(code.inlineBlock(*op.getBody())))
    return failure();
  SmallVector<Value> next =
      carried.pass(code.values(op.getBody()->getTerminator()->getOperands()));
  next.insert(next.begin(), arith::AddIOp::create(code.builder, code.loc, counter, step));
  cf::BranchOp::create(code.builder, code.loc, head, next);
  code.goOnIn(behind);
  for (auto [i, result] : llvm::enumerate(op.getResults()))
    code.define(result, carried[i]);
  return success();
}

LogicalResult SCFImport::emit(Operation *op, Procedure &code) const {
  if (auto choice = dyn_cast<scf::IfOp>(op))
    return emitIf(choice, code);
  if (auto loop = dyn_cast<scf::ForOp>(op))
    return emitFor(loop, code);
  return failure();
}

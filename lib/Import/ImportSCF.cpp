//===- ImportSCF.cpp - structured control flow in single blocks ----------------===//
//
// Where a region may have several blocks scf has become branches before (DesignImport).
// Inside of operations with one block, as hw.triggered or sim.triggered, it is translated
// here.
//
//===----------------------------------------------------------------------===//

#include "Import/Procedure.h"

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

/// Adds an argument for each result. Failure after reporting.
static LogicalResult addArguments(Block *block, ValueRange values, Procedure &code) {
  for (Value value : values) {
    Type type = codeTypeOf(value.getType(), code.module.types, value.getLoc());
    if (!type)
      return failure();
    block->addArgument(type, code.loc);
  }
  return success();
}

static LogicalResult emitIf(scf::IfOp op, Procedure &code) {
  Value condition = code.value(op.getCondition());
  Block *behind = code.newBlock(), *second = code.newBlock(), *first = code.newBlock();
  if (failed(addArguments(behind, op.getResults(), code)))
    return failure();
  cf::CondBranchOp::create(code.builder, code.loc, condition, first, second);
  for (auto [block, region] : {std::pair(first, &op.getThenRegion()),
                               std::pair(second, &op.getElseRegion())}) {
    code.goOnIn(block);
    SmallVector<Value> results;
    if (!region->empty()) {
      if (failed(code.inlineBlock(region->front())))
        return failure();
      results = code.values(region->front().getTerminator()->getOperands());
    }
    cf::BranchOp::create(code.builder, code.loc, behind, results);
  }
  code.goOnIn(behind);
  for (auto [result, argument] : llvm::zip(op.getResults(), behind->getArguments()))
    code.define(result, argument);
  return success();
}

static LogicalResult emitFor(scf::ForOp op, Procedure &code) {
  Value from = code.value(op.getLowerBound()), to = code.value(op.getUpperBound());
  Value step = code.value(op.getStep());
  SmallVector<Value> start = {from};
  llvm::append_range(start, code.values(op.getInitArgs()));
  Block *behind = code.newBlock(), *inside = code.newBlock(), *head = code.newBlock();
  head->addArgument(from.getType(), code.loc);
  if (failed(addArguments(head, op.getResults(), code)))
    return failure();
  cf::BranchOp::create(code.builder, code.loc, head, start);
  code.goOnIn(head);
  Value goesOn = arith::CmpIOp::create(code.builder, code.loc,
                                       op.getUnsignedCmp() ? arith::CmpIPredicate::ult
                                                           : arith::CmpIPredicate::slt,
                                       head->getArgument(0), to);
  cf::CondBranchOp::create(code.builder, code.loc, goesOn, inside, behind);
  code.goOnIn(inside);
  for (auto [argument, value] : llvm::zip(op.getBody()->getArguments(), head->getArguments()))
    code.define(argument, value);
  if (failed(code.inlineBlock(*op.getBody())))
    return failure();
  SmallVector<Value> next = {
      arith::AddIOp::create(code.builder, code.loc, head->getArgument(0), step)};
  llvm::append_range(next, code.values(op.getBody()->getTerminator()->getOperands()));
  cf::BranchOp::create(code.builder, code.loc, head, next);
  code.goOnIn(behind);
  for (auto [result, argument] :
       llvm::zip(op.getResults(), head->getArguments().drop_front()))
    code.define(result, argument);
  return success();
}

LogicalResult SCFImport::emit(Operation *op, Procedure &code) const {
  if (auto choice = dyn_cast<scf::IfOp>(op))
    return emitIf(choice, code);
  if (auto loop = dyn_cast<scf::ForOp>(op))
    return emitFor(loop, code);
  return failure();
}

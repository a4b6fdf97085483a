//===- CfgCleanup.cpp - branches on constants, empty and single-entry blocks -===//
//
// Rounds of local changes until nothing changes:
//
//   - a branch on a constant becomes a plain branch; blocks never reached go;
//   - a block that holds nothing but a branch is skipped by its predecessors;
//   - a branch whose two ways lead to the same block becomes a plain branch, with
//     selects for what the ways pass differently (at most two values);
//   - a block whose only predecessor has no other successor is appended to it;
//   - a block argument that is the same value on every way in is that value.
//
// Each change removes an edge, a block or an argument, so that the work is linear
// in their number. Unreachable blocks are erased before anything else looks at
// them: values in unreachable loops may refer to themselves.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

namespace {
class CfgCleaner {
public:
  explicit CfgCleaner(Region &body) : body(body) {}
  bool run();

private:
  bool eraseUnreachable();
  bool foldTerminator(Block &block);
  bool foldCondBranch(cf::CondBranchOp branch);
  bool skipEmptyBlocks(Block &block);
  bool mergeWithSuccessor(Block &block);
  bool dropUniformArguments(Block &block);

  Region &body;
};
} // namespace

bool CfgCleaner::eraseUnreachable() {
  IRRewriter rewriter(body.getContext());
  return !body.hasOneBlock() && succeeded(eraseUnreachableBlocks(rewriter, body));
}

static void replaceByBranch(Operation *terminator, Block *target, ValueRange operands) {
  OpBuilder b(terminator);
  cf::BranchOp::create(b, terminator->getLoc(), target, operands);
  terminator->erase();
}

// --- Branches -----------------------------------------------------------------------------

bool CfgCleaner::foldCondBranch(cf::CondBranchOp branch) {
  APInt condition;
  if (matchPattern(branch.getCondition(), m_ConstantInt(&condition))) {
    bool isTrue = !condition.isZero();
    SmallVector<Value> operands(isTrue ? branch.getTrueDestOperands()
                                       : branch.getFalseDestOperands());
    replaceByBranch(branch, isTrue ? branch.getTrueDest() : branch.getFalseDest(), operands);
    return true;
  }
  if (branch.getTrueDest() != branch.getFalseDest())
    return false;
  unsigned different = 0;
  for (auto [x, y] : llvm::zip(branch.getTrueDestOperands(), branch.getFalseDestOperands()))
    different += x != y;
  if (different > 2)
    return false;
  OpBuilder b(branch);
  SmallVector<Value> operands;
  for (auto [x, y] : llvm::zip(branch.getTrueDestOperands(), branch.getFalseDestOperands())) {
    Value value = x;
    if (x != y)
      value = arith::SelectOp::create(b, branch.getLoc(), branch.getCondition(), x, y);
    operands.push_back(value);
  }
  replaceByBranch(branch, branch.getTrueDest(), operands);
  return true;
}

bool CfgCleaner::foldTerminator(Block &block) {
  Operation *terminator = block.getTerminator();
  if (auto branch = dyn_cast<cf::CondBranchOp>(terminator))
    return foldCondBranch(branch);
  auto branch = dyn_cast<BranchOpInterface>(terminator);
  if (!branch || !isa<csim::SwitchOp, cf::SwitchOp>(terminator))
    return false;
  Attribute flag;
  if (!matchPattern(terminator->getOperand(0), m_Constant(&flag)))
    return false;
  SmallVector<Attribute> known(terminator->getNumOperands());
  known.front() = flag;
  Block *target = branch.getSuccessorForOperands(known);
  if (!target)
    return false;
  for (unsigned i = 0; i < terminator->getNumSuccessors(); ++i) {
    if (terminator->getSuccessor(i) != target)
      continue;
    // Several ways to the same block may pass different values; the first that
    // the constant selects is not known here, so they must agree.
    for (unsigned k = i + 1; k < terminator->getNumSuccessors(); ++k)
      if (terminator->getSuccessor(k) == target &&
          branch.getSuccessorOperands(k).getForwardedOperands() !=
              branch.getSuccessorOperands(i).getForwardedOperands())
        return false;
    SmallVector<Value> operands(branch.getSuccessorOperands(i).getForwardedOperands());
    replaceByBranch(terminator, target, operands);
    return true;
  }
  return false;
}

/// The plain branch that is all `block` does, if its arguments serve nothing else.
static cf::BranchOp onlyBranch(Block &block) {
  auto branch = dyn_cast<cf::BranchOp>(block.front());
  if (!branch || branch.getDest() == &block)
    return {};
  for (BlockArgument argument : block.getArguments())
    for (Operation *user : argument.getUsers())
      if (user != branch)
        return {};
  return branch;
}

bool CfgCleaner::skipEmptyBlocks(Block &block) {
  auto branch = dyn_cast<BranchOpInterface>(block.getTerminator());
  bool changed = false;
  for (unsigned i = 0; branch && i < branch->getNumSuccessors(); ++i) {
    Block *middle = branch->getSuccessor(i);
    cf::BranchOp onward = middle == &block ? cf::BranchOp() : onlyBranch(*middle);
    if (!onward)
      continue;
    SuccessorOperands operands = branch.getSuccessorOperands(i);
    SmallVector<Value> passed;
    for (Value value : onward.getDestOperands()) {
      auto argument = dyn_cast<BlockArgument>(value);
      bool isOwn = argument && argument.getOwner() == middle;
      passed.push_back(isOwn ? operands[argument.getArgNumber()] : value);
    }
    operands.getMutableForwardedOperands().assign(passed);
    branch->setSuccessor(onward.getDest(), i);
    changed = true;
  }
  return changed;
}

// --- Blocks ---------------------------------------------------------------------------------

bool CfgCleaner::mergeWithSuccessor(Block &block) {
  auto branch = dyn_cast<cf::BranchOp>(block.getTerminator());
  if (!branch)
    return false;
  Block *next = branch.getDest();
  if (next == &block || next->isEntryBlock() || !next->getSinglePredecessor())
    return false;
  for (auto [argument, value] : llvm::zip(next->getArguments(), branch.getDestOperands()))
    argument.replaceAllUsesWith(value);
  branch->erase();
  block.getOperations().splice(block.end(), next->getOperations());
  next->erase();
  return true;
}

bool CfgCleaner::dropUniformArguments(Block &block) {
  bool changed = false;
  for (unsigned i = block.getNumArguments(); i-- > 0;) {
    BlockArgument argument = block.getArgument(i);
    Value uniform;
    bool isUniform = true;
    for (auto it = block.pred_begin(), end = block.pred_end(); it != end && isUniform; ++it) {
      auto branch = dyn_cast<BranchOpInterface>((*it)->getTerminator());
      if (!branch) {
        isUniform = false;
        break;
      }
      Value passed = branch.getSuccessorOperands(it.getSuccessorIndex())[i];
      if (passed == argument || passed == uniform)
        continue;
      isUniform = !uniform;
      uniform = passed;
    }
    if (!isUniform || !uniform)
      continue;
    argument.replaceAllUsesWith(uniform);
    for (auto it = block.pred_begin(), end = block.pred_end(); it != end; ++it)
      cast<BranchOpInterface>((*it)->getTerminator())
          .getSuccessorOperands(it.getSuccessorIndex())
          .erase(i);
    block.eraseArgument(i);
    changed = true;
  }
  return changed;
}

bool CfgCleaner::run() {
  bool changedAny = eraseUnreachable();
  for (bool changed = true; changed;) {
    changed = false;
    for (Block &block : body) {
      changed |= foldTerminator(block);
      changed |= skipEmptyBlocks(block);
    }
    changed |= eraseUnreachable();
    for (Block &block : body) {
      if (!block.isEntryBlock())
        changed |= dropUniformArguments(block);
      while (mergeWithSuccessor(block))
        changed = true;
    }
    changedAny |= changed;
  }
  return changedAny;
}

bool transforms::cleanUpCfg(Region &body) { return !body.empty() && CfgCleaner(body).run(); }

//===- CaseToSwitch.cpp - chains of equality tests become csim.switch -------===//
//
// A `case` statement arrives as a chain of blocks, each testing one value for
// equality with one constant (LRM 12.5):
//
//   ^a: if (v === 0) ^x else ^b      ^b: if (v === 1) ^y else ^c ...
//
// From three tests on, the chain becomes one csim.switch in the first block. The
// blocks between hold nothing but the test and constants, and have no other
// predecessors. Of equal constants the first wins; a label with x or z bits ends
// the chain (the switch goes to its default for such values).
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

namespace {
/// `value` equals `constant` decides the branch.
struct Test {
  Value value;
  uint64_t constant = 0;
  cf::CondBranchOp branch;
  explicit operator bool() const { return bool(branch); }
};
} // namespace

static bool constantOf(Value value, uint64_t &constant) {
  csim::LogicAttr logic;
  if (matchPattern(value, m_Constant(&logic))) {
    constant = logic.getValue().getLimitedValue();
    return logic.isKnown();
  }
  APInt integer;
  if (!matchPattern(value, m_ConstantInt(&integer)))
    return false;
  constant = integer.getLimitedValue();
  return true;
}

static Test testAtEndOf(Block &block) {
  Test test;
  auto branch = dyn_cast<cf::CondBranchOp>(block.getTerminator());
  Operation *compare = branch ? branch.getCondition().getDefiningOp() : nullptr;
  if (auto equal = dyn_cast_or_null<arith::CmpIOp>(compare)) {
    if (equal.getPredicate() != arith::CmpIPredicate::eq)
      return test;
  } else if (!isa_and_nonnull<csim::CaseEqOp>(compare)) {
    return test;
  }
  if (csim::bitWidthOf(compare->getOperand(0).getType()) > 64)
    return test;
  for (unsigned i : {1u, 0u}) {
    if (!constantOf(compare->getOperand(i), test.constant))
      continue;
    test.value = compare->getOperand(1 - i);
    test.branch = branch;
    return test;
  }
  return test;
}

/// The block can be absorbed into a chain: only the test and constants.
static bool holdsOnlyTest(Block &block, Operation *compare) {
  for (Operation &op : block.without_terminator())
    if (&op != compare && !op.hasTrait<OpTrait::ConstantLike>())
      return false;
  return block.getNumArguments() == 0 && block.hasOneUse();
}

static std::vector<Test> chainFrom(Block &head) {
  std::vector<Test> chain;
  Test test = testAtEndOf(head);
  while (test) {
    chain.push_back(test);
    Block *next = test.branch.getFalseDest();
    if (!test.branch.getFalseDestOperands().empty() || next == &head)
      break;
    test = testAtEndOf(*next);
    if (!test || test.value != chain.front().value ||
        !holdsOnlyTest(*next, test.branch.getCondition().getDefiningOp()))
      break;
  }
  return chain;
}

static void replaceChain(Block &head, std::vector<Test> &chain) {
  SmallVector<int64_t> values;
  SmallVector<Block *> blocks;
  SmallVector<ValueRange> operands;
  llvm::SmallDenseSet<uint64_t> seen;
  Operation *terminator = head.getTerminator();
  for (Test &test : chain) {
    Block *block = test.branch->getBlock();
    if (block != &head)
      for (Operation &op : llvm::make_early_inc_range(block->without_terminator()))
        op.moveBefore(terminator);
    // DenseSet reserves the two largest keys; such labels are rare and distinct enough.
    if (test.constant < UINT64_MAX - 1 && !seen.insert(test.constant).second)
      continue;
    values.push_back(int64_t(test.constant));
    blocks.push_back(test.branch.getTrueDest());
    operands.push_back(test.branch.getTrueDestOperands());
  }
  cf::CondBranchOp last = chain.back().branch;
  OpBuilder b(terminator);
  csim::SwitchOp::create(b, terminator->getLoc(), chain.front().value,
                         b.getDenseI64ArrayAttr(values), last.getFalseDestOperands(), operands,
                         last.getFalseDest(), blocks);
  SmallVector<Block *> absorbed;
  for (Test &test : chain)
    if (test.branch->getBlock() != &head)
      absorbed.push_back(test.branch->getBlock());
  terminator->erase();
  for (Block *block : absorbed)
    block->erase();
}

void transforms::switchCases(Region &body) {
  SmallVector<Block *> heads;
  for (Block &block : body)
    heads.push_back(&block);
  llvm::SmallPtrSet<Block *, 16> gone;
  for (Block *head : heads) {
    if (gone.contains(head))
      continue;
    std::vector<Test> chain = chainFrom(*head);
    if (chain.size() < 3)
      continue;
    for (Test &test : llvm::drop_begin(chain))
      gone.insert(test.branch->getBlock());
    replaceChain(*head, chain);
  }
}

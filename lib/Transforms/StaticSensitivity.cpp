//===- StaticSensitivity.cpp - always processes that wait at their head -----===//
//
// `always @(posedge clk) ...` arrives as a process with a stack of its own:
//
//   entry: br ^loop        ^loop: wait_event [posedge %clk]; body; br ^loop
//
// If that wait is the only place where the process can stop, nothing is carried
// from one round to the next, and the events are constant parts of signals, then
// the process is a run-to-completion function with a static sensitivity list
// (LRM 9.2.2.1, 9.4.2): the wait disappears and the way back becomes a return.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

#include "mlir/IR/Matchers.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

/// The term for a reference to a constant part of a signal; null for others.
static csim::EventTermAttr termFor(csim::Edge edge, Value ref) {
  SmallVector<int64_t> path;
  uint32_t lo = 0, width = 0;
  for (;;) {
    Operation *op = ref.getDefiningOp();
    if (auto bits = dyn_cast_or_null<csim::BitsRefOp>(op)) {
      if (bits.getIndex())
        return {};
      if (!width)
        width = csim::bitWidthOf(bits.getType().getPointee());
      lo += bits.getLo();
      ref = bits.getRef();
    } else if (auto element = dyn_cast_or_null<csim::ElemRefOp>(op)) {
      APInt index;
      if (!matchPattern(element.getIndex(), m_ConstantInt(&index)))
        return {};
      path.push_back(index.getSExtValue());
      ref = element.getRef();
    } else if (auto field = dyn_cast_or_null<csim::FieldRefOp>(op)) {
      path.push_back(field.getField());
      ref = field.getRef();
    } else if (auto addr = dyn_cast_or_null<csim::AddrOp>(op)) {
      std::reverse(path.begin(), path.end());
      return csim::EventTermAttr::get(op->getContext(), addr.getSymbolAttr(), edge, lo, width,
                                      path);
    } else {
      return {};
    }
  }
}

/// The wait at the head of ^loop; before it stand only operations without effects.
static csim::WaitEventOp waitAtHead(Block &loop) {
  for (Operation &op : loop) {
    if (auto wait = dyn_cast<csim::WaitEventOp>(op))
      return wait;
    if (!isMemoryEffectFree(&op))
      return {};
  }
  return {};
}

static bool suspendsElsewhere(csim::ProcessOp process, Operation *head) {
  SymbolTableCollection tables;
  return process.getBody()
      .walk([&](Operation *op) {
        bool stops = op != head && csim::maySuspend(op, tables);
        stops |= isa<csim::EnterScopeOp, csim::HaltOp, csim::ForkOp>(op);
        return stops ? WalkResult::interrupt() : WalkResult::advance();
      })
      .wasInterrupted();
}

/// The block that the entry goes to and everything returns to; null if there is none.
static Block *loopOf(Region &body) {
  Block &entry = body.front();
  auto branch = dyn_cast<cf::BranchOp>(entry.getTerminator());
  if (!branch || !branch.getDestOperands().empty() || branch.getDest() == &entry)
    return nullptr;
  for (Operation &op : entry.without_terminator())
    if (!isMemoryEffectFree(&op))
      return nullptr;
  return branch.getDest();
}

void transforms::recogniseStatic(csim::ProcessOp process) {
  if (process.getIsStatic() || process.getHasHandle() || (process.getKind() != csim::ProcessKind::Always &&
                                process.getKind() != csim::ProcessKind::AlwaysFF))
    return;
  Block *loop = loopOf(process.getBody());
  csim::WaitEventOp wait = loop ? waitAtHead(*loop) : csim::WaitEventOp();
  if (!wait || suspendsElsewhere(process, wait))
    return;
  SmallVector<Attribute> terms;
  for (auto [edge, ref] : llvm::zip(wait.getEdges(), wait.getEvents())) {
    csim::EventTermAttr term = termFor(csim::Edge(edge), ref);
    if (!term)
      return;
    terms.push_back(term);
  }
  Block &entry = process.getBody().front();
  // Only unconditional ways back are turned into returns.
  SmallVector<cf::BranchOp> back;
  // Predecessors are collected before branches change, which moves them to other lists.
  SmallVector<Block *> predecessors(loop->getPredecessors());
  for (Block *predecessor : llvm::SetVector<Block *>(predecessors.begin(), predecessors.end())) {
    auto branch = dyn_cast<cf::BranchOp>(predecessor->getTerminator());
    if (predecessor == &entry)
      continue;
    if (branch) {
      back.push_back(branch);
      continue;
    }
    // A conditional way back gets a block of its own.
    Block *edgeBlock = new Block();
    process.getBody().push_back(edgeBlock);
    Operation *terminator = predecessor->getTerminator();
    for (unsigned i = 0; i < terminator->getNumSuccessors(); ++i)
      if (terminator->getSuccessor(i) == loop)
        terminator->setSuccessor(edgeBlock, i);
    OpBuilder b = OpBuilder::atBlockEnd(edgeBlock);
    back.push_back(cf::BranchOp::create(b, terminator->getLoc(), loop));
  }
  for (cf::BranchOp branch : back) {
    OpBuilder b(branch);
    csim::ReturnOp::create(b, branch.getLoc());
    branch.erase();
  }
  process.setIsStatic(true);
  process.setSensitivityAttr(ArrayAttr::get(process.getContext(), terms));
  wait.erase();
}

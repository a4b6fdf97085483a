//===- PromoteLocals.cpp - automatic variables become SSA values ------------===//
//
// A csim.local of scalar type that is only loaded and stored as a whole is
// replaced by the values stored to it.
//
// 1. Loads and stores of bits of a local become selects of its whole value.
// 2. For each promotable local, block arguments go where different definitions
//    meet, found on the blocks where the variable is live: each takes the one
//    definition that reaches it, or becomes a definition itself.
// 3. One walk down the dominator tree renames all locals at once.
//
// So a local costs as much as the blocks it is live in, and the walk is linear
// (MLIR's mem2reg walks the region once per variable).
//
// Executing csim.local gives the variable its default value, which is what a
// load before any store reads. A scope that can be disabled has an invisible
// edge from everywhere inside it to its exit: locals declared before such a scope
// stay in memory unless one block holds all their uses.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

#include "mlir/IR/Dominance.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/IR/RegionGraphTraits.h"
#include "mlir/Transforms/RegionUtils.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

// --- Part accesses -----------------------------------------------------------------------

static csim::BitsRefOp partOfLocal(Value ref) {
  auto bits = ref.getDefiningOp<csim::BitsRefOp>();
  auto local = bits ? bits.getRef().getDefiningOp<csim::LocalOp>() : csim::LocalOp();
  return local && !local.getIsVolatile() ? bits : csim::BitsRefOp();
}

static void widenLoad(csim::LoadOp load, csim::BitsRefOp bits) {
  OpBuilder builder(load);
  Value whole = csim::LoadOp::create(builder, load.getLoc(), bits.getRef());
  unsigned width = csim::bitWidthOf(load.getType());
  Value part;
  if (bits.getIndex())
    part = csim::DynExtractOp::create(builder, load.getLoc(), whole, bits.getIndex(), width);
  else
    part = csim::ExtractOp::create(builder, load.getLoc(), whole, bits.getLo(), width);
  load.replaceAllUsesWith(part);
  load.erase();
}

static void widenStore(csim::StoreOp store, csim::BitsRefOp bits) {
  OpBuilder builder(store);
  Value whole = csim::LoadOp::create(builder, store.getLoc(), bits.getRef()), merged;
  if (bits.getIndex())
    merged = csim::DynInsertOp::create(builder, store.getLoc(), whole, store.getValue(),
                                       bits.getIndex());
  else
    merged = csim::InsertOp::create(builder, store.getLoc(), whole, store.getValue(), bits.getLo());
  csim::StoreOp::create(builder, store.getLoc(), merged, bits.getRef());
  store.erase();
}

/// Accesses of bits of locals become accesses of the whole.
static void widenPartAccesses(Region &body) {
  for (Block &block : body)
    for (Operation &op : llvm::make_early_inc_range(block)) {
      auto load = dyn_cast<csim::LoadOp>(op);
      auto store = dyn_cast<csim::StoreOp>(op);
      csim::BitsRefOp bits = load    ? partOfLocal(load.getRef())
                             : store ? partOfLocal(store.getRef())
                                     : csim::BitsRefOp();
      if (!bits)
        continue;
      if (load)
        widenLoad(load, bits);
      else
        widenStore(store, bits);
      if (bits.use_empty())
        bits.erase();
    }
}

// --- Promotion --------------------------------------------------------------------------------

namespace {
class Promoter {
public:
  explicit Promoter(Region &body) : body(body) {}
  void run();

private:
  struct Local {
    csim::LocalOp op;
    Value initial; ///< default value, made on demand
  };
  void collect();
  bool isPromotable(csim::LocalOp op);
  bool survivesDisable(csim::LocalOp op);
  void placeArguments(unsigned number);
  using BlockSet = llvm::SmallPtrSet<Block *, 16>;
  SmallVector<Block *> liveInBlocks(csim::LocalOp op, const BlockSet &defs);
  SmallVector<Block *> meetingBlocks(ArrayRef<Block *> live, const BlockSet &defs);
  void rename();
  void renameBlock(Block *block);
  Value valueOf(unsigned number);
  void set(unsigned number, Value value);

  Region &body;
  DominanceInfo dominance;
  std::vector<Local> locals;
  llvm::DenseMap<Value, unsigned> numberOf;  ///< of the local's reference
  llvm::DenseMap<Block *, unsigned> orderOf; ///< reverse post-order
  /// Locals of the arguments added to a block, in order.
  llvm::DenseMap<Block *, SmallVector<unsigned>> added;
  llvm::DenseMap<Block *, unsigned> firstAdded;
  SmallVector<csim::EnterScopeOp> scopes;
  std::vector<Value> current; ///< null: the default value
  std::vector<std::pair<unsigned, Value>> undo;
};
} // namespace

bool Promoter::survivesDisable(csim::LocalOp op) {
  if (scopes.empty())
    return true;
  if (llvm::all_of(op->getUsers(),
                   [&](Operation *user) { return user->getBlock() == op->getBlock(); }))
    return true;
  return llvm::none_of(scopes, [&](csim::EnterScopeOp scope) -> bool {
    return op->getBlock() == scope->getBlock() ||
           dominance.properlyDominates(op.getOperation(), scope.getOperation());
  });
}

bool Promoter::isPromotable(csim::LocalOp op) {
  if (op.getIsVolatile() || !csim::isScalar(op.getType().getPointee()))
    return false;
  for (Operation *user : op->getUsers())
    if (!isa<csim::LoadOp, csim::StoreOp>(user))
      return false;
  return survivesDisable(op);
}

void Promoter::collect() {
  SmallVector<csim::LocalOp> all;
  for (Block &block : body)
    for (Operation &op : block) {
      if (auto local = dyn_cast<csim::LocalOp>(op))
        all.push_back(local);
      else if (auto scope = dyn_cast<csim::EnterScopeOp>(op))
        scopes.push_back(scope);
    }
  for (csim::LocalOp local : all) {
    if (!isPromotable(local))
      continue;
    numberOf[local.getResult()] = unsigned(locals.size());
    locals.push_back({local, Value()});
  }
}

/// Blocks at whose start the variable holds a value that is read later, in reverse post-order.
SmallVector<Block *> Promoter::liveInBlocks(csim::LocalOp op, const BlockSet &defs) {
  llvm::SmallDenseMap<Block *, Operation *, 16> firstAccess;
  firstAccess[op->getBlock()] = op;
  for (Operation *user : op->getUsers()) {
    Operation *&first = firstAccess[user->getBlock()];
    if (!first || user->isBeforeInBlock(first))
      first = user;
  }
  BlockSet seen;
  SmallVector<Block *> live, worklist;
  for (auto [block, first] : firstAccess)
    if (isa<csim::LoadOp>(first))
      worklist.push_back(block);
  while (!worklist.empty()) {
    Block *block = worklist.pop_back_val();
    if (!seen.insert(block).second)
      continue;
    live.push_back(block);
    for (Block *predecessor : block->getPredecessors())
      if (!defs.contains(predecessor))
        worklist.push_back(predecessor);
  }
  llvm::sort(live, [&](Block *x, Block *y) { return orderOf.lookup(x) < orderOf.lookup(y); });
  return live;
}

/// The live blocks where different definitions meet. A block stands for the definition it holds.
SmallVector<Block *> Promoter::meetingBlocks(ArrayRef<Block *> live, const BlockSet &defs) {
  llvm::SmallDenseMap<Block *, Block *, 16> reaching;
  SmallVector<Block *> meetings;
  for (bool changed = true; changed;) {
    changed = false;
    for (Block *block : live) {
      if (reaching.lookup(block) == block)
        continue;
      Block *only = nullptr;
      bool meet = false;
      for (Block *predecessor : block->getPredecessors()) {
        Block *def = defs.contains(predecessor) ? predecessor : reaching.lookup(predecessor);
        meet |= only && def && def != only;
        only = def ? def : only;
      }
      if (meet)
        meetings.push_back(only = block);
      changed |= reaching[block] != only;
      reaching[block] = only;
    }
  }
  return meetings;
}

void Promoter::placeArguments(unsigned number) {
  csim::LocalOp op = locals[number].op;
  BlockSet defs;
  defs.insert(op->getBlock());
  bool isLocalToBlock = true;
  for (Operation *user : op->getUsers()) {
    isLocalToBlock &= user->getBlock() == op->getBlock();
    if (isa<csim::StoreOp>(user))
      defs.insert(user->getBlock());
  }
  if (isLocalToBlock)
    return;
  for (Block *block : meetingBlocks(liveInBlocks(op, defs), defs)) {
    firstAdded.try_emplace(block, block->getNumArguments());
    block->addArgument(op.getType().getPointee(), op.getLoc());
    added[block].push_back(number);
  }
}

Value Promoter::valueOf(unsigned number) {
  if (current[number])
    return current[number];
  Local &local = locals[number];
  if (!local.initial) {
    OpBuilder builder(local.op);
    local.initial = local.op.getDefaultValue(
        MemorySlot{local.op.getResult(), local.op.getType().getPointee()}, builder);
  }
  return local.initial;
}

void Promoter::set(unsigned number, Value value) {
  undo.emplace_back(number, current[number]);
  current[number] = value;
}

void Promoter::renameBlock(Block *block) {
  if (auto it = added.find(block); it != added.end())
    for (auto [i, number] : llvm::enumerate(it->second))
      set(number, block->getArgument(firstAdded[block] + unsigned(i)));
  for (Operation &op : llvm::make_early_inc_range(*block)) {
    if (auto load = dyn_cast<csim::LoadOp>(op)) {
      if (auto it = numberOf.find(load.getRef()); it != numberOf.end()) {
        load.replaceAllUsesWith(valueOf(it->second));
        load.erase();
      }
    } else if (auto store = dyn_cast<csim::StoreOp>(op)) {
      if (auto it = numberOf.find(store.getRef()); it != numberOf.end()) {
        set(it->second, store.getValue());
        store.erase();
      }
    } else if (auto local = dyn_cast<csim::LocalOp>(op)) {
      if (auto it = numberOf.find(local.getResult()); it != numberOf.end())
        set(it->second, Value());
    }
  }
  auto branch = dyn_cast<BranchOpInterface>(block->getTerminator());
  for (unsigned i = 0; branch && i < branch->getNumSuccessors(); ++i)
    if (auto it = added.find(branch->getSuccessor(i)); it != added.end())
      for (unsigned number : it->second)
        branch.getSuccessorOperands(i).append(valueOf(number));
}

void Promoter::rename() {
  current.assign(locals.size(), Value());
  if (body.hasOneBlock())
    return renameBlock(&body.front());
  using Node = llvm::DomTreeNodeBase<Block>;
  struct Visit {
    Node *node;
    size_t undoMark;
    bool isLeaving;
  };
  SmallVector<Visit> stack{{dominance.getRootNode(&body), 0, false}};
  while (!stack.empty()) {
    Visit visit = stack.pop_back_val();
    if (visit.isLeaving) {
      for (; undo.size() > visit.undoMark; undo.pop_back())
        current[undo.back().first] = undo.back().second;
      continue;
    }
    stack.push_back({visit.node, undo.size(), true});
    renameBlock(visit.node->getBlock());
    for (Node *child : visit.node->children())
      stack.push_back({child, 0, false});
  }
}

void Promoter::run() {
  collect();
  if (locals.empty())
    return;
  unsigned order = 0;
  for (Block *block : llvm::ReversePostOrderTraversal<Region *>(&body))
    orderOf[block] = order++;
  for (unsigned i = 0; i < locals.size(); ++i)
    placeArguments(i);
  rename();
  for (Local &local : locals)
    local.op.erase();
}

void transforms::promoteLocals(Region &body) {
  if (body.empty())
    return;
  if (!body.hasOneBlock()) {
    IRRewriter rewriter(body.getContext());
    (void)eraseUnreachableBlocks(rewriter, body);
  }
  widenPartAccesses(body);
  Promoter(body).run();
}

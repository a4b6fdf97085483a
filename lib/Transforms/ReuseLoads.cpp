//===- ReuseLoads.cpp - signals read twice without a change between ---------===//
//
// A process runs alone until it waits, so a signal that it has read keeps its
// value until the process itself stores something or gives control away. Loads of
// whole signals and of constant bits of them take the value of an earlier load
// that is still valid on every way to them.
//
// What ends the validity of a load:
//   - a store to the same signal; a store to anything whose address is only known
//     at run time (ports, external signals, drivers, references) ends all;
//   - loads of ports, external signals and nets end with every store, because they
//     may name the same object as another signal, or be resolved from drivers;
//   - waits, calls, forks, system tasks, force, copies end all.
// Nonblocking assignments and delayed drives change nothing now (LRM 10.4.2).
//
// A stored value is never forwarded to a load: a forced signal swallows stores
// (LRM 10.6.2).
//
// States flow forward in reverse post-order; a join keeps what all its
// predecessors agree on, a loop head starts empty. States are bounded in size.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

#include "mlir/IR/RegionGraphTraits.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

namespace {
/// A load that is still valid. Width 0: the whole signal.
struct Entry {
  StringAttr signal;
  uint32_t lo = 0, width = 0;
  bool isPrivate = false;
  Value value;
  friend bool operator==(const Entry &, const Entry &) = default;
};
using State = SmallVector<Entry, 8>;

class LoadReuser {
public:
  LoadReuser(Region &body, const PrivateSignals &privates) : body(body), privates(privates) {}
  void run();

private:
  State stateAtEntry(Block &block);
  void visitLoad(csim::LoadOp load, State &state);
  void visitStore(Value ref, State &state);
  void visit(Operation &op, State &state);
  void finish(Block &block, State state);
  bool locate(Value ref, Entry &entry) const;

  static constexpr size_t MaxEntries = 64;
  Region &body;
  const PrivateSignals &privates;
  struct Finished {
    State state;
    unsigned waiting = 0; ///< successors that have not looked at it yet
  };
  llvm::DenseMap<Block *, Finished> finished;
};
} // namespace

PrivateSignals::PrivateSignals(csim::ModuleOp module) {
  for (auto signal : module.getBodyBlock()->getOps<csim::SignalOp>())
    if (signal.getNet() == csim::NetKind::Variable)
      names.insert(signal.getSymNameAttr());
  for (auto port : module.getBodyBlock()->getOps<csim::PortOp>())
    if (FlatSymbolRefAttr signal = port.getSignalAttr())
      names.erase(signal.getAttr());
}

/// Fills the place of a constant reference; false for others.
bool LoadReuser::locate(Value ref, Entry &entry) const {
  if (auto bits = ref.getDefiningOp<csim::BitsRefOp>()) {
    if (bits.getIndex())
      return false;
    entry.lo = bits.getLo();
    entry.width = csim::bitWidthOf(bits.getType().getPointee());
    ref = bits.getRef();
  }
  auto addr = ref.getDefiningOp<csim::AddrOp>();
  if (!addr)
    return false;
  entry.signal = addr.getSymbolAttr().getAttr();
  entry.isPrivate = privates.contains(entry.signal);
  return true;
}

void LoadReuser::visitLoad(csim::LoadOp load, State &state) {
  Entry entry;
  if (!locate(load.getRef(), entry))
    return;
  for (const Entry &known : state)
    if (known.signal == entry.signal && known.lo == entry.lo && known.width == entry.width &&
        known.value.getType() == load.getType()) {
      load.replaceAllUsesWith(known.value);
      load.erase();
      return;
    }
  entry.value = load;
  if (state.size() < MaxEntries)
    state.push_back(entry);
}

/// The signal whose storage `ref` lies in, if that is a private one.
static StringAttr privateTarget(Value ref, const PrivateSignals &privates, bool &isLocal) {
  for (;;) {
    Operation *op = ref.getDefiningOp();
    if (isa_and_nonnull<csim::ElemRefOp, csim::FieldRefOp, csim::BitsRefOp>(op)) {
      ref = op->getOperand(0);
      continue;
    }
    isLocal = isa_and_nonnull<csim::LocalOp, csim::CellOp>(op);
    auto addr = dyn_cast_or_null<csim::AddrOp>(op);
    StringAttr name = addr ? addr.getSymbolAttr().getAttr() : StringAttr();
    return name && privates.contains(name) ? name : StringAttr();
  }
}

void LoadReuser::visitStore(Value ref, State &state) {
  bool isLocal = false;
  StringAttr target = privateTarget(ref, privates, isLocal);
  if (isLocal)
    return;
  if (!target)
    return state.clear();
  llvm::erase_if(state, [&](const Entry &e) { return !e.isPrivate || e.signal == target; });
}

void LoadReuser::visit(Operation &op, State &state) {
  if (auto load = dyn_cast<csim::LoadOp>(op))
    return visitLoad(load, state);
  if (auto store = dyn_cast<csim::StoreOp>(op))
    return visitStore(store.getRef(), state);
  if (isa<csim::NbaOp, csim::NbaCopyOp, csim::NbaEventOp, csim::LocalOp, csim::CellOp,
          csim::TriggeredOp, csim::EqRefOp, csim::DynRefOp, csim::DynSizeOp,
          csim::MemberRefOp, csim::MemberHandleOp>(op))
    return;
  // A drive without delays is a store.
  if (auto drive = dyn_cast<csim::DriveOp>(op); drive && drive.getRise())
    return;
  if (!isMemoryEffectFree(&op))
    state.clear();
}

State LoadReuser::stateAtEntry(Block &block) {
  State state;
  bool isFirst = true, isComplete = true;
  for (Block *predecessor : block.getPredecessors())
    isComplete &= finished.contains(predecessor);
  for (Block *predecessor : block.getPredecessors()) {
    auto it = finished.find(predecessor);
    if (it == finished.end())
      continue;
    if (isComplete && isFirst)
      state = it->second.state;
    else if (isComplete)
      llvm::erase_if(state,
                     [&](const Entry &e) { return !llvm::is_contained(it->second.state, e); });
    isFirst = false;
    if (--it->second.waiting == 0)
      it->second.state.clear();
  }
  return state;
}

void LoadReuser::finish(Block &block, State state) {
  // A disabled scope reaches its exit from anywhere inside.
  if (isa<csim::EnterScopeOp>(block.getTerminator()))
    state.clear();
  finished[&block] = {std::move(state), block.getNumSuccessors()};
}

void LoadReuser::run() {
  for (Block *block : llvm::ReversePostOrderTraversal<Region *>(&body)) {
    State state = block->isEntryBlock() ? State() : stateAtEntry(*block);
    for (Operation &op : llvm::make_early_inc_range(*block))
      visit(op, state);
    finish(*block, std::move(state));
  }
}

void transforms::reuseLoads(Region &body, const PrivateSignals &privates) {
  if (!body.empty())
    LoadReuser(body, privates).run();
}

//===- DeadLocals.cpp - variables that nobody reads -------------------------===//
//
// A csim.local whose only users store to it (or to parts of it) cannot be
// observed: it and its stores disappear.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

/// Adds the users of `ref` to `writers`; false if one of them may read.
static bool collectWriters(Value ref, SmallVectorImpl<Operation *> &writers) {
  for (Operation *user : ref.getUsers()) {
    bool ok = isa<csim::StoreOp, csim::InitOp>(user);
    if (auto copy = dyn_cast<csim::CopyOp>(user))
      ok = copy.getSource() != ref;
    if (isa<csim::ElemRefOp, csim::FieldRefOp, csim::BitsRefOp>(user))
      ok = collectWriters(user->getResult(0), writers);
    if (!ok)
      return false;
    writers.push_back(user);
  }
  return true;
}

void transforms::dropDeadLocals(Region &body) {
  SmallVector<csim::LocalOp> locals(body.getOps<csim::LocalOp>());
  for (csim::LocalOp local : locals) {
    SmallVector<Operation *> writers;
    if (local.getIsVolatile() || !collectWriters(local, writers))
      continue;
    // Derived references follow their users.
    for (Operation *op : writers)
      op->erase();
    local.erase();
  }
}

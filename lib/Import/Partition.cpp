//===- Partition.cpp - where pure operations are computed ---------------------===//
//
// An operation whose results only one process reads, directly or through others, is
// part of that process. The rest is shared: it falls into connected groups, each a
// process that is started by a change of what it reads and computes its operations
// in the order of the data flow. Operations on a cycle are cut out of the groups:
// each is a process of its own, and a change goes around until nothing changes.
//
//===----------------------------------------------------------------------===//

#include "Import/DesignImport.h"
#include "Import/Procedure.h"

#include <numeric>

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

// --- Order and cycles ------------------------------------------------------------------

namespace {
/// Tarjan's algorithm without recursion: operands before users; operations that
/// depend on themselves are noted.
class CycleFinder {
public:
  CycleFinder(function_ref<Operation *(Value)> sourceOf, std::vector<Operation *> &order,
              llvm::DenseSet<Operation *> &inCycle)
      : sourceOf(sourceOf), order(order), inCycle(inCycle) {}

  void visit(Operation *root) {
    if (!nodes.contains(root))
      enter(root);
    while (!path.empty()) {
      Operation *op = path.back();
      Node &node = nodes[op];
      if (node.next == op->getNumOperands()) {
        path.pop_back();
        leave(op);
        continue;
      }
      Operation *operand = sourceOf(op->getOperand(node.next++));
      if (!operand || operand->getNumOperands() == 0)
        continue;
      if (operand == op)
        inCycle.insert(op);
      auto it = nodes.find(operand);
      if (it == nodes.end())
        enter(operand);
      else if (it->second.isOpen)
        node.low = std::min(node.low, it->second.number);
    }
  }

private:
  struct Node {
    unsigned number, low, next = 0;
    bool isOpen = true;
  };
  void enter(Operation *op) {
    unsigned number = unsigned(nodes.size());
    nodes[op] = {number, number};
    open.push_back(op);
    path.push_back(op);
  }
  void leave(Operation *op) {
    Node node = nodes[op];
    if (!path.empty()) {
      Node &parent = nodes[path.back()];
      parent.low = std::min(parent.low, node.low);
    }
    if (node.low != node.number)
      return;
    bool isAlone = open.back() == op;
    for (Operation *member = nullptr; member != op;) {
      member = open.pop_back_val();
      nodes[member].isOpen = false;
      order.push_back(member);
      if (!isAlone)
        inCycle.insert(member);
    }
  }

  function_ref<Operation *(Value)> sourceOf;
  std::vector<Operation *> &order;
  llvm::DenseSet<Operation *> &inCycle;
  llvm::DenseMap<Operation *, Node> nodes;
  SmallVector<Operation *> open, path;
};
} // namespace

void ModuleImport::findCycles() {
  auto sourceOf = [this](Value value) { return pureSource(resolve(value)); };
  CycleFinder finder(sourceOf, order, inCycle);
  for (Operation &op : source->getRegion(0).front())
    if (isPure(&op) && op.getNumOperands() != 0)
      finder.visit(&op);
  for (auto [i, op] : llvm::enumerate(order))
    numbers[op] = unsigned(i);
}

// --- Owners ------------------------------------------------------------------------------

void ModuleImport::own(Value value, int owner) {
  Operation *op = pureSource(resolve(value));
  if (!op || op->getNumOperands() == 0)
    return;
  int &current = owners.try_emplace(op, Nobody).first->second;
  if (current == Nobody)
    current = owner;
  else if (current != owner)
    current = Shared;
}

void ModuleImport::chooseOwners() {
  for (Value value : placed)
    own(value, Shared);
  for (Operation *op : inCycle)
    owners[op] = Shared;
  for (auto [i, process] : llvm::enumerate(processes))
    for (Value value : process->uses)
      own(value, int(i));
  // Users come before what they use.
  for (Operation *op : llvm::reverse(order)) {
    int owner = owners.try_emplace(op, Nobody).first->second;
    if (owner != Nobody)
      for (Value operand : op->getOperands())
        own(operand, owner);
  }
}

/// Shared values that something outside of their group reads, and cycles, are placed.
void ModuleImport::chooseHomes() {
  auto isShared = [&](Value value) {
    Operation *op = pureSource(value);
    return op && owners.lookup(op) == Shared && op->getNumOperands() != 0;
  };
  for (auto &process : processes)
    for (Value value : process->uses)
      if (isShared(resolve(value)))
        place(value);
  for (Operation *op : order) {
    int owner = owners.lookup(op);
    for (Value operand : op->getOperands())
      if ((owner >= 0 || inCycle.contains(op)) && isShared(resolve(operand)))
        place(operand);
    if (inCycle.contains(op))
      for (Value result : op->getResults())
        place(result);
  }
  for (size_t i = 0; i < placed.size(); ++i)
    if (Value value = placed[i]; !homes.contains(value))
      define(value, "");
}

// --- Groups ------------------------------------------------------------------------------

unsigned ModuleImport::groupOf(unsigned number) {
  while (groups[number] != number)
    number = groups[number] = groups[groups[number]];
  return number;
}

void ModuleImport::chooseGroups() {
  groups.resize(order.size());
  std::iota(groups.begin(), groups.end(), 0u);
  auto isMember = [&](Operation *op) {
    return op && op->getNumOperands() != 0 && owners.lookup(op) == Shared && !inCycle.contains(op);
  };
  for (auto [i, op] : llvm::enumerate(order)) {
    if (!isMember(op))
      continue;
    for (Value operand : op->getOperands())
      if (Operation *before = pureSource(resolve(operand)); isMember(before))
        groups[groupOf(unsigned(i))] = groupOf(numbers.lookup(before));
  }
}

// --- Processes ---------------------------------------------------------------------------

csim::ProcessOp ModuleImport::createProcess(Location loc, csim::ProcessKind kind) {
  StringRef name = kind == csim::ProcessKind::Assign ? "assign" : "always_ff";
  auto op = csim::ProcessOp::create(members, loc, kind, name);
  op.setIsStatic(true);
  if (op.getBody().empty())
    op.getBody().emplaceBlock();
  return op;
}

/// Ends the body; the sensitivity follows from the process or from what was read.
void ModuleImport::finishProcess(csim::ProcessOp op, BodyEmitter &body, const Process *process) {
  csim::ReturnOp::create(body.builder, op.getLoc());
  MLIRContext *context = op.getContext();
  SmallVector<Attribute> terms;
  auto add = [&](FlatSymbolRefAttr symbol, csim::Edge edge, unsigned width) {
    terms.push_back(csim::EventTermAttr::get(context, symbol, edge, 0, width, {}));
  };
  if (process && !process->triggers.empty()) {
    for (auto [value, edge] : process->triggers)
      add(FlatSymbolRefAttr::get(homes.lookup(value).symbol), edge, 1);
  } else {
    for (Attribute symbol : body.read)
      add(cast<FlatSymbolRefAttr>(symbol), csim::Edge::AnyChange, 0);
    if (process)
      for (Signal signal : process->watched)
        if (!body.read.contains(FlatSymbolRefAttr::get(signal.symbol)))
          add(FlatSymbolRefAttr::get(signal.symbol), csim::Edge::AnyChange, 0);
    op.setRunAtStart(true);
    op.setSelfTriggering(true);
  }
  op.setSensitivityAttr(ArrayAttr::get(context, terms));
}

void ModuleImport::emitLoop(Operation *op) {
  csim::ProcessOp process = createProcess(op->getLoc(), csim::ProcessKind::Assign);
  BodyEmitter body(*this, OpBuilder::atBlockEnd(&process.getBody().front()), Shared, -1);
  body.lower(op);
  for (Value result : op->getResults())
    body.store(body.valueHere(result), homes.lookup(result));
  finishProcess(process, body, nullptr);
}

void ModuleImport::emitGroups() {
  // Placed values by the operation that makes them; constants are groups alone.
  llvm::MapVector<int, SmallVector<Value>> roots;
  int constants = -1;
  llvm::DenseMap<Operation *, SmallVector<Value>> placedResults;
  for (Value value : placed)
    if (Operation *op = pureSource(value))
      placedResults[op].push_back(value);
  for (Value value : placed)
    if (Operation *op = pureSource(value); op && op->getNumOperands() == 0)
      roots[--constants].push_back(value);
  for (auto [i, op] : llvm::enumerate(order)) {
    if (inCycle.contains(op)) {
      emitLoop(op);
      continue;
    }
    if (auto it = placedResults.find(op); it != placedResults.end())
      roots[int(groupOf(unsigned(i)))].append(it->second);
  }
  for (auto &[group, values] : roots) {
    csim::ProcessOp process =
        createProcess(values.front().getLoc(), csim::ProcessKind::Assign);
    BodyEmitter body(*this, OpBuilder::atBlockEnd(&process.getBody().front()), Shared, group);
    for (Value value : values)
      body.store(body.value(value), homes.lookup(value));
    finishProcess(process, body, nullptr);
  }
}

void ModuleImport::emitProcess(int number) {
  const Process &process = *processes[size_t(number)];
  csim::ProcessOp op = createProcess(process.loc, process.kind);
  BodyEmitter body(*this, OpBuilder::atBlockEnd(&op.getBody().front()), number, -1);
  for (const auto &step : process.steps)
    step(body);
  finishProcess(op, body, &process);
}

void ModuleImport::emitInstances() {
  for (Instance &instance : instances) {
    SmallVector<Attribute> actuals;
    for (Value value : instance.values) {
      Signal home = homes.lookup(value);
      actuals.push_back(FlatSymbolRefAttr::get((home ? home : referenced(value)).symbol));
    }
    StringAttr symbol = uniqueSymbol("$u." + instance.name);
    csim::InstanceOp::create(members, instance.op->getLoc(), symbol,
                             members.getStringAttr(instance.name),
                             FlatSymbolRefAttr::get(instance.child.getSymNameAttr()),
                             members.getDenseI32ArrayAttr(instance.ports),
                             members.getArrayAttr(actuals), FlatSymbolRefAttr());
  }
}

void ModuleImport::emitInitialiser() {
  if (initialSteps.empty() && firstSteps.empty() && !initialCode)
    return;
  StringAttr name = uniqueSymbol("$init");
  auto function = csim::FuncOp::create(members, source->getLoc(), name,
                                       members.getFunctionType({}, {}));
  if (function.getBody().empty())
    function.getBody().emplaceBlock();
  Procedure code(*this, function.getBody());
  code.isFunction = true;
  for (const auto &step : firstSteps)
    hasFailed |= failed(step(code));
  BodyEmitter body(*this, code.builder, Nobody, -1, /*everything=*/true);
  for (const auto &step : initialSteps)
    step(body);
  if (initialCode) {
    hasFailed |= failed(initialCode(code));
    body.builder.setInsertionPointToEnd(code.builder.getInsertionBlock());
  }
  csim::ReturnOp::create(body.builder, source->getLoc());
  target.setInitialiser(name);
}

//===- Execution.cpp - code as multiplexers -------------------------------------===//
//
// Blocks are executed in the order of the control flow, iteration by iteration of the
// loops around them, each with the condition under which it is reached. Where several
// ways arrive at one execution of a block, conditions and stores are joined. Work is
// linear in the number of blocks executed.
//
//===----------------------------------------------------------------------===//

#include "Export/Execution.h"

#include "Export/ModuleExport.h"

#include "mlir/Analysis/CFGLoopInfo.h"
#include "mlir/IR/Dominance.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;
using llvm::APInt;

/// A loop that runs longer is taken for one without constant bounds.
static constexpr unsigned MaxIterations = 8192;
static constexpr unsigned MaxBlocks = 1 << 20;
static constexpr unsigned MaxDepth = 100;

Execution::Execution(ModuleExport &owner, Mode mode)
    : owner(owner), mode(mode), logic(owner.builder()), conditions(logic), indices(logic) {}

void Execution::assume(Operation *signal, unsigned bit, bool value) {
  Symbolic &known = initial.now[{signal, 0}];
  Value whole = known.kind == Symbolic::Hardware ? known.value : owner.read(signal);
  known = Symbolic(logic.insert(whole, logic.constant(1, value), bit));
}

LogicalResult Execution::run(Region &body, ArrayRef<Symbolic> arguments) {
  SmallVector<Symbolic> results;
  final = initial;
  return follow(body, arguments, Conditions::True, final, results);
}

llvm::MapVector<Operation *, Execution::Store> Execution::take(bool isNext) {
  llvm::MapVector<Operation *, Store> result;
  for (auto &[root, value] : isNext ? final.next : final.now) {
    auto it = written.find(root.first);
    if (it != written.end() && root.second == 0)
      result.insert({root.first, {value, it->second.first, it->second.second}});
  }
  return result;
}

// --- Order of blocks ---------------------------------------------------------------------

Execution::Shape &Execution::shapeOf(Region &region) {
  std::unique_ptr<Shape> &shape = shapes[&region];
  if (shape)
    return *shape;
  shape = std::make_unique<Shape>();
  unsigned number = 0;
  for (Block *block : llvm::ReversePostOrderTraversal<Block *>(&region.front())) {
    shape->order[block] = number++;
    if (auto enter = dyn_cast<csim::EnterScopeOp>(block->getTerminator()))
      shape->scopeExits[enter.getScopeAttr().getAttr()] = enter.getExit();
  }
  if (region.hasOneBlock())
    return *shape;
  DominanceInfo dominance(region.getParentOp());
  CFGLoopInfo loops(dominance.getDomTree(&region));
  for (Block &block : region) {
    auto &around = shape->loops[&block];
    for (CFGLoop *loop = loops.getLoopFor(&block); loop; loop = loop->getParentLoop())
      around.insert(around.begin(), loop->getHeader());
  }
  return *shape;
}

/// When `to` is executed after the current block.
Execution::Turn Execution::turnOf(Frame &frame, Block *to) const {
  const Shape &shape = *frame.shape;
  static const SmallVector<Block *> none;
  auto loopsOf = [&](Block *block) -> const SmallVector<Block *> & {
    auto it = shape.loops.find(block);
    return it == shape.loops.end() ? none : it->second;
  };
  const auto &from = loopsOf(frame.block), &around = loopsOf(to);
  Turn turn;
  bool isInside = true; // of all loops so far
  for (size_t i = 0; i < around.size(); ++i) {
    isInside = isInside && i < from.size() && from[i] == around[i];
    unsigned iteration = isInside ? frame.turn[i].second : 0;
    if (isInside && to == around[i])
      ++iteration; // a way back
    turn.push_back({shape.order.lookup(around[i]), iteration});
  }
  turn.push_back({shape.order.lookup(to), 0});
  return turn;
}

// --- Joining -----------------------------------------------------------------------------

FailureOr<Symbolic> Execution::choose(Value select, const Symbolic &yes, const Symbolic &no) {
  if (yes == no || no.kind == Symbolic::Undefined)
    return yes;
  if (yes.kind == Symbolic::Undefined)
    return no;
  if (!yes.isBits() || !no.isBits())
    return failure();
  auto widthOf = [](const Symbolic &s) {
    return s.kind == Symbolic::Constant ? planesOf(s.constant).first.getBitWidth()
                                        : CombBuilder::widthOf(s.value);
  };
  unsigned width = std::max(widthOf(yes), widthOf(no));
  return Symbolic(logic.mux(select, asBits(yes, width), asBits(no, width)));
}

Symbolic Execution::baseOf(Root root, bool isNext) {
  Operation *op = root.first;
  if (!isa<csim::SignalOp, csim::ExternSignalOp>(op) || mode == Mode::Initial)
    return {};
  return Symbolic(mode == Mode::Combinational ? owner.hold(op) : owner.read(op));
}

/// `into` where `select` is true, else `other`.
void Execution::joinValues(Value select, Values &into, const Values &other, bool isNext) {
  for (auto &[root, value] : other)
    if (!into.contains(root))
      into[root] = baseOf(root, isNext);
  for (auto &[root, value] : into) {
    auto it = other.find(root);
    Symbolic theirs = it == other.end() ? baseOf(root, isNext) : it->second;
    // Automatic variables hold bits only.
    if (FailureOr<Symbolic> joined = choose(select, value, theirs); succeeded(joined))
      value = *joined;
  }
}

FailureOr<Execution::Arrival> Execution::join(std::vector<Arrival> &arrivals) {
  Arrival result = std::move(arrivals.back());
  arrivals.pop_back();
  for (; !arrivals.empty(); arrivals.pop_back()) {
    Arrival &other = arrivals.back();
    Node either = conditions.disjunction(other.condition, result.condition);
    Value select = conditions.emit(conditions.restrict(other.condition, either));
    for (auto [mine, theirs] : llvm::zip(result.arguments, other.arguments)) {
      FailureOr<Symbolic> joined = choose(select, theirs, mine);
      if (failed(joined))
        return failure();
      mine = *joined;
    }
    joinValues(select, other.state.now, result.state.now, false);
    joinValues(select, other.state.next, result.state.next, true);
    result.state = std::move(other.state);
    result.condition = either;
  }
  return result;
}

// --- Blocks -------------------------------------------------------------------------------

LogicalResult Execution::follow(Region &region, ArrayRef<Symbolic> arguments, Node condition,
                                State &state, SmallVectorImpl<Symbolic> &results) {
  if (++depth > MaxDepth)
    return region.getParentOp()->emitError("unsupported in hardware: recursion");
  Frame frame;
  frame.shape = &shapeOf(region);
  frame.number = ++frames;
  frame.pending[{{0, 0}}] = {&region.front(),
                             {{condition, std::move(state), SmallVector<Symbolic>(arguments)}}};
  while (!frame.pending.empty()) {
    auto first = frame.pending.begin();
    frame.turn = first->first;
    frame.block = first->second.first;
    std::vector<Arrival> arrivals = std::move(first->second.second);
    frame.pending.erase(first);
    FailureOr<Arrival> arrival = join(arrivals);
    if (failed(arrival))
      return frame.block->front().emitError(
          "unsupported in hardware: a reference or position that depends on a condition");
    frame.condition = arrival->condition;
    frame.state = std::move(arrival->state);
    for (auto [argument, value] : llvm::zip(frame.block->getArguments(), arrival->arguments))
      frame.values[argument] = value;
    if (failed(executeBlock(frame)))
      return failure();
  }
  if (frame.returns.empty())
    return region.getParentOp()->emitError("unsupported in hardware: code that does not end");
  FailureOr<Arrival> end = join(frame.returns);
  if (failed(end))
    return region.getParentOp()->emitError("unsupported in hardware: result that is no value");
  state = std::move(end->state);
  results.assign(end->arguments.begin(), end->arguments.end());
  --depth;
  return success();
}

LogicalResult Execution::executeBlock(Frame &frame) {
  if (++blocks > MaxBlocks)
    return frame.block->front().emitError("unsupported in hardware: code of this size");
  frame.hasLeft = false;
  for (Operation &op : frame.block->without_terminator()) {
    logic.loc = op.getLoc();
    if (failed(execute(frame, &op)))
      return failure();
    if (frame.hasLeft)
      return success();
  }
  Operation *terminator = frame.block->getTerminator();
  logic.loc = terminator->getLoc();
  return executeTerminator(frame, terminator);
}

LogicalResult Execution::branch(Frame &frame, Operation *op, Block *to, OperandRange operands,
                                Node condition) {
  if (condition == Conditions::False)
    return success();
  Turn turn = turnOf(frame, to);
  for (auto &[order, iteration] : turn)
    if (iteration > MaxIterations)
      return op->emitError("unsupported in hardware: loop without constant bounds");
  auto &[block, arrivals] = frame.pending[turn];
  block = to;
  Arrival arrival{condition, frame.state, {}};
  for (Value operand : operands)
    arrival.arguments.push_back(lookup(frame, operand));
  arrivals.push_back(std::move(arrival));
  return success();
}

LogicalResult Execution::branchOnSwitch(Frame &frame, csim::SwitchOp op) {
  Value flag = bits(lookup(frame, op.getFlag()), op.getFlag().getType());
  Node rest = frame.condition;
  for (auto [i, value] : llvm::enumerate(op.getCaseValues())) {
    Value constant =
        logic.constant(APInt(CombBuilder::widthOf(flag), uint64_t(value), false, true));
    Node isCase = conditions.literal(logic.eq(flag, constant));
    if (failed(branch(frame, op, op.getCaseDestinations()[unsigned(i)],
                      op.getCaseOperands()[unsigned(i)], conditions.conjunction(rest, isCase))))
      return failure();
    rest = conditions.conjunction(rest, conditions.negation(isCase));
  }
  return branch(frame, op, op.getDefaultDestination(), op.getDefaultOperands(), rest);
}

LogicalResult Execution::executeTerminator(Frame &frame, Operation *op) {
  // The source says that this way out of a `case` is never taken.
  if (op->hasAttr("csim.full_case"))
    return success();
  if (auto jump = dyn_cast<cf::BranchOp>(op))
    return branch(frame, op, jump.getDest(), jump.getDestOperands(), frame.condition);
  if (auto choice = dyn_cast<cf::CondBranchOp>(op)) {
    Value bit = bits(lookup(frame, choice.getCondition()), choice.getCondition().getType());
    Node test = conditions.literal(bit);
    Node yes = conditions.conjunction(frame.condition, test);
    Node no = conditions.withoutExhausted(
        conditions.conjunction(frame.condition, conditions.negation(test)), bit);
    if (failed(branch(frame, op, choice.getTrueDest(), choice.getTrueDestOperands(), yes)))
      return failure();
    return branch(frame, op, choice.getFalseDest(), choice.getFalseDestOperands(), no);
  }
  if (auto enter = dyn_cast<csim::EnterScopeOp>(op))
    return branch(frame, op, enter.getBody(), enter.getBodyOperands(), frame.condition);
  if (auto choice = dyn_cast<csim::SwitchOp>(op))
    return branchOnSwitch(frame, choice);
  if (isa<csim::ReturnOp, csim::HaltOp>(op)) {
    Arrival arrival{frame.condition, std::move(frame.state), {}};
    for (Value operand : op->getOperands())
      arrival.arguments.push_back(lookup(frame, operand));
    frame.returns.push_back(std::move(arrival));
    return success();
  }
  return op->emitError("unsupported in hardware: ") << op->getName();
}

LogicalResult Execution::executeCall(Frame &frame, csim::CallOp op) {
  Operation *callee = csim::lookupMember(owner.symbols(), op, op.getCallee());
  auto function = dyn_cast_if_present<csim::FuncOp>(callee);
  if (!function || function.isExternal())
    return op.emitError("unsupported in hardware: call of ") << op.getCallee();
  SmallVector<Symbolic> arguments, results;
  for (Value argument : op.getArgs())
    arguments.push_back(lookup(frame, argument));
  if (failed(follow(function->getRegion(0), arguments, frame.condition, frame.state, results)))
    return failure();
  for (auto [result, value] : llvm::zip(op->getResults(), results))
    frame.values[result] = value;
  return success();
}

//===- GenControl.cpp - branches, switches, returns -------------------------===//
//
// Block arguments are moved at the branches, as parallel moves: a move waits until
// nobody reads its target any more, and cycles go through a temporary. A branch
// absorbs the comparison or truth test that only it uses.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

Label FunctionGen::labelOf(Block *block) {
  auto [it, isNew] = labels.try_emplace(block, 0);
  if (isNew)
    it->second = code.newLabel();
  return it->second;
}

void FunctionGen::jump(Block *target) {
  if (nextBlock.lookup(current) != target)
    emit(Opcode::Jmp, labelOf(target));
}

// --- Parallel moves ----------------------------------------------------------------------

FunctionGen::Moves FunctionGen::movesFor(Block *target, ValueRange operands) {
  Moves moves;
  for (auto [argument, operand] : llvm::zip(target->getArguments(), operands))
    if (!argument.use_empty() && resolve(operand) != argument)
      moves.emplace_back(argument, operand);
  return moves;
}

void FunctionGen::emitMoves(const Moves &moves) {
  struct Pending {
    VSlot to, from;
    uint32_t count;
  };
  SmallVector<Pending> pending;
  llvm::DenseMap<VSlot, unsigned> readers; // of registers, by first slot
  for (auto [argument, operand] : moves) {
    Pending move{use(argument), use(operand), shapeOf(argument.getType()).slots()};
    pending.push_back(move);
    ++readers[move.from];
  }
  llvm::DenseMap<VSlot, unsigned> writer;
  SmallVector<unsigned> ready;
  for (auto [i, move] : llvm::enumerate(pending)) {
    writer[move.to] = unsigned(i);
    if (readers.lookup(move.to) == 0)
      ready.push_back(unsigned(i));
  }
  SmallVector<bool> isDone(pending.size(), false);
  auto drain = [&]() {
    while (!ready.empty()) {
      unsigned i = ready.pop_back_val();
      isDone[i] = true;
      move(pending[i].to, pending[i].from, pending[i].count);
      auto it = writer.find(pending[i].from);
      if (--readers[pending[i].from] == 0 && it != writer.end() && !isDone[it->second])
        ready.push_back(it->second);
    }
  };
  drain();
  // What is left is cycles: free one target by saving it.
  for (unsigned i = 0; i < pending.size(); ++i) {
    if (isDone[i])
      continue;
    VSlot saved = code.newRegister(pending[i].count);
    move(saved, pending[i].to, pending[i].count);
    for (Pending &other : pending)
      if (other.from == pending[i].to)
        other.from = saved;
    readers[saved] = readers[pending[i].to];
    readers[pending[i].to] = 0;
    ready.push_back(i);
    drain();
  }
}

// --- Conditions ------------------------------------------------------------------------------

bool FunctionGen::branchOnCompare(arith::CmpIOp compare, bool sense, Label target) {
  using P = arith::CmpIPredicate;
  P predicate = compare.getPredicate();
  if ((predicate != P::eq && predicate != P::ne) || !compare->hasOneUse() ||
      !shapeOf(compare.getLhs().getType()).isSmall())
    return false;
  bool branchIfEqual = (predicate == P::eq) == sense;
  if (matchPattern(compare.getRhs(), m_Zero())) {
    emit(branchIfEqual ? Opcode::BrFalse : Opcode::BrTrue, use(compare.getLhs()), target);
    return true;
  }
  VSlot x = use(compare.getLhs()), y = use(compare.getRhs());
  emit(branchIfEqual ? Opcode::BrEqI : Opcode::BrNeI, x, y, target);
  return true;
}

void FunctionGen::branchIf(Value condition, bool sense, Label target) {
  condition = resolve(condition);
  for (;;) {
    auto inverse = condition.getDefiningOp<arith::XOrIOp>();
    if (!inverse || !inverse->hasOneUse() || !matchPattern(inverse.getRhs(), m_One()))
      break;
    condition = resolve(inverse.getLhs());
    sense = !sense;
  }
  if (auto compare = condition.getDefiningOp<arith::CmpIOp>())
    if (branchOnCompare(compare, sense, target))
      return;
  if (auto test = condition.getDefiningOp<csim::IsTrueOp>()) {
    Shape shape = shapeOf(test.getInput().getType());
    bool isReal = isa<FloatType>(test.getInput().getType());
    if (!isReal && shape.isSmall() && !wanted(condition)) {
      Opcode two = sense ? Opcode::BrTrue : Opcode::BrFalse;
      Opcode four = sense ? Opcode::BrTrueL : Opcode::BrFalseL;
      emit(shape.isFour ? four : two, use(test.getInput()), target);
      return;
    }
  }
  emit(sense ? Opcode::BrTrue : Opcode::BrFalse, use(condition), target);
}

FunctionGen::Result FunctionGen::genCondBranch(cf::CondBranchOp op) {
  Block *trueDest = op.getTrueDest(), *falseDest = op.getFalseDest();
  Moves trueMoves = movesFor(trueDest, op.getTrueDestOperands());
  Moves falseMoves = movesFor(falseDest, op.getFalseDestOperands());
  Block *next = nextBlock.lookup(current);
  if (trueMoves.empty() && (falseDest == next || !falseMoves.empty() || trueDest != next)) {
    branchIf(op.getCondition(), true, labelOf(trueDest));
    emitMoves(falseMoves);
    jump(falseDest);
    return success();
  }
  if (falseMoves.empty()) {
    branchIf(op.getCondition(), false, labelOf(falseDest));
    emitMoves(trueMoves);
    jump(trueDest);
    return success();
  }
  Label otherwise = code.newLabel();
  branchIf(op.getCondition(), false, otherwise);
  emitMoves(trueMoves);
  emit(Opcode::Jmp, labelOf(trueDest));
  code.place(otherwise);
  emitMoves(falseMoves);
  jump(falseDest);
  return success();
}

// --- Switches ----------------------------------------------------------------------------------

/// `cases`: (value, successor number); successor 0 is the default.
FunctionGen::Result FunctionGen::genSwitch(Operation *op, Value flag,
                                           ArrayRef<std::pair<uint64_t, unsigned>> cases) {
  Shape shape = shapeOf(flag.getType());
  if (!shape.isSmall())
    return unsupported(op, "switch over more than 64 bits");
  auto branch = cast<BranchOpInterface>(op);
  struct Stub {
    Label label;
    Block *target;
    Moves moves;
  };
  SmallVector<Stub> stubs;
  auto destination = [&](unsigned successor) {
    Block *target = op->getSuccessor(successor);
    OperandRange operands = branch.getSuccessorOperands(successor).getForwardedOperands();
    Moves moves = movesFor(target, operands);
    if (moves.empty())
      return labelOf(target);
    stubs.push_back({code.newLabel(), target, std::move(moves)});
    return stubs.back().label;
  };
  auto index = uint32_t(code.switches.size());
  code.switches.emplace_back();
  for (auto [value, successor] : cases) {
    uint32_t label = destination(successor);
    code.switches[index].cases.emplace_back(value, label);
  }
  emit(shape.isFour ? Opcode::SwitchL : Opcode::SwitchI, use(flag), index, destination(0),
       uint16_t(shape.width));
  for (Stub &stub : stubs) {
    code.place(stub.label);
    emitMoves(stub.moves);
    emit(Opcode::Jmp, labelOf(stub.target));
  }
  return success();
}

FunctionGen::Result FunctionGen::genReturn(csim::ReturnOp op) {
  uint32_t offset = 0;
  for (Value value : op.getValues()) {
    uint32_t slots = shapeOf(value.getType()).slots();
    move(code.results + offset, use(value), slots);
    offset += slots;
  }
  emit(Opcode::Return);
  return success();
}

std::optional<FunctionGen::Result> FunctionGen::genControl(Operation *op) {
  using Case = std::pair<uint64_t, unsigned>;
  auto done = []() -> std::optional<Result> { return success(); };
  return llvm::TypeSwitch<Operation *, std::optional<Result>>(op)
      .Case<cf::BranchOp>([&](cf::BranchOp o) {
        emitMoves(movesFor(o.getDest(), o.getDestOperands()));
        return jump(o.getDest()), done();
      })
      .Case<cf::CondBranchOp>([&](cf::CondBranchOp o) { return genCondBranch(o); })
      .Case<csim::SwitchOp>([&](csim::SwitchOp o) {
        SmallVector<Case> cases;
        for (auto [i, value] : llvm::enumerate(o.getCaseValues()))
          cases.emplace_back(uint64_t(value), unsigned(i + 1));
        return genSwitch(op, o.getFlag(), cases);
      })
      .Case<cf::SwitchOp>([&](cf::SwitchOp o) -> std::optional<Result> {
        SmallVector<Case> cases;
        if (o.getCaseValues())
          for (auto [i, value] : llvm::enumerate(o.getCaseValues()->getValues<APInt>()))
            cases.emplace_back(value.getLimitedValue(), unsigned(i + 1));
        return genSwitch(op, o.getFlag(), cases);
      })
      .Case<csim::ReturnOp>([&](csim::ReturnOp o) { return genReturn(o); })
      .Case<csim::HaltOp>([&](auto) { return emit(Opcode::Halt), done(); })
      .Case<csim::EnterScopeOp>([&](csim::EnterScopeOp o) {
        emitMoves(movesFor(o.getExit(), o.getExitOperands()));
        emit(Opcode::EnterScope, scopeIndex(o.getScopeAttr()), 0, labelOf(o.getExit()));
        emitMoves(movesFor(o.getBody(), o.getBodyOperands()));
        return jump(o.getBody()), done();
      })
      .Case<csim::ExitScopeOp>([&](csim::ExitScopeOp o) {
        return emit(Opcode::ExitScope, scopeIndex(o.getScopeAttr())), done();
      })
      .Default([](Operation *) { return std::nullopt; });
}

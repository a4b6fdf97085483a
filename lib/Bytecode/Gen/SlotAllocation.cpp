//===- SlotAllocation.cpp - virtual slots to frame slots --------------------===//
//
// Linear scan over live intervals.
//
// 1. Basic blocks of the instruction stream; for each register the hull of its
//    definitions and uses. Registers used before a definition in some block are
//    followed to the definitions through the predecessors (one walk over exactly
//    the blocks where the register is live).
// 2. Registers in order of their start take the lowest free run of slots. A
//    result may take exactly the slots of an operand that dies in the same
//    instruction; otherwise operands and results never overlap. Values of one or two
//    slots and larger ones never take each other's slots: native code keeps the
//    former in registers of the machine, and a slot is the one or the other.
//
// A disabled scope is left in the middle of any block, so what its exit block
// needs keeps its slots to the end. Constants stand first, then arguments.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/VirtualCode.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

#include <queue>

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
struct Block {
  uint32_t begin = 0, end = 0; ///< instruction indices
  bool isScopeExit = false;
  llvm::SmallVector<uint32_t, 2> predecessors;
};

struct Interval {
  uint32_t start = UINT32_MAX, end = 0; ///< positions: instruction index * 2 (+ 1)
  uint32_t firstDef = UINT32_MAX;       ///< instruction that starts the interval
  bool isUsed() const { return start != UINT32_MAX; }
  void cover(uint32_t position) {
    start = std::min(start, position);
    end = std::max(end, position);
  }
};

/// Live intervals of all registers.
class Liveness {
public:
  explicit Liveness(VirtualCode &code) : code(code), intervals(code.registers.size()) {}
  std::vector<Interval> compute();

private:
  void buildBlocks();
  void connect();
  void scan();
  void follow();
  uint64_t key(uint32_t block, uint32_t reg) const { return uint64_t(block) << 32 | reg; }

  VirtualCode &code;
  std::vector<Interval> intervals;
  std::vector<Block> blocks;
  std::vector<uint32_t> blockOfLabel;
  std::vector<std::pair<uint32_t, uint32_t>> exposed; ///< (register, block)
  llvm::DenseSet<uint64_t> defined;                   ///< (block, register)
};
} // namespace

void Liveness::buildBlocks() {
  blockOfLabel.assign(code.labelCount, 0);
  bool startsBlock = true;
  for (uint32_t i = 0; i < code.code.size(); ++i) {
    VInstr &instr = code.code[i];
    if (startsBlock || instr.isLabel()) {
      bool isEmpty = !blocks.empty() && blocks.back().begin == i;
      if (!isEmpty) {
        if (!blocks.empty())
          blocks.back().end = i;
        blocks.emplace_back().begin = i;
      }
    }
    if (instr.isLabel()) {
      // Consecutive labels share a block.
      blockOfLabel[instr.instr.a] = uint32_t(blocks.size() - 1);
      startsBlock = false;
      continue;
    }
    startsBlock = isTerminator(instr.opcode());
    code.forEachTarget(instr, [&](uint32_t &) { startsBlock = true; });
  }
  if (!blocks.empty())
    blocks.back().end = uint32_t(code.code.size());
}

void Liveness::connect() {
  for (uint32_t b = 0; b < blocks.size(); ++b) {
    VInstr &last = code.code[blocks[b].end - 1];
    code.forEachTarget(last, [&](uint32_t &label) {
      blocks[blockOfLabel[label]].predecessors.push_back(b);
      if (last.opcode() == Opcode::EnterScope)
        blocks[blockOfLabel[label]].isScopeExit = true;
    });
    bool falls = last.isLabel() || !isTerminator(last.opcode());
    if (falls && b + 1 < blocks.size())
      blocks[b + 1].predecessors.push_back(b);
  }
}

void Liveness::scan() {
  std::vector<uint32_t> definedIn(code.registers.size(), NoId), exposedIn(definedIn);
  for (uint32_t b = 0; b < blocks.size(); ++b) {
    for (uint32_t i = blocks[b].begin; i < blocks[b].end; ++i) {
      auto visit = [&](VirtualCode::SlotUse use, bool definitions) {
        uint32_t reg = code.registerOf(use.slot);
        if (code.registers[reg].kind == Register::Constant) {
          intervals[reg].cover(i * 2);
          return;
        }
        if (!definitions) {
          if (!use.isUse)
            return;
          intervals[reg].cover(i * 2 + 1);
          if (definedIn[reg] != b && exposedIn[reg] != b) {
            exposedIn[reg] = b;
            exposed.emplace_back(reg, b);
          }
          return;
        }
        if (!use.isDef)
          return;
        if (i * 2 + 1 < intervals[reg].start)
          intervals[reg].firstDef = i;
        intervals[reg].cover(i * 2 + 1);
        definedIn[reg] = b;
      };
      code.forEachSlot(code.code[i], [&](VirtualCode::SlotUse use) { visit(use, false); });
      code.forEachSlot(code.code[i], [&](VirtualCode::SlotUse use) { visit(use, true); });
    }
  }
}

void Liveness::follow() {
  if (exposed.empty())
    return;
  llvm::BitVector isExposed(unsigned(code.registers.size()));
  for (auto [reg, block] : exposed)
    isExposed.set(reg);
  for (uint32_t b = 0; b < blocks.size(); ++b)
    for (uint32_t i = blocks[b].begin; i < blocks[b].end; ++i)
      code.forEachSlot(code.code[i], [&](VirtualCode::SlotUse use) {
        uint32_t reg = code.registerOf(use.slot);
        if (use.isDef && isExposed.test(reg))
          defined.insert(key(b, reg));
      });
  llvm::sort(exposed);
  std::vector<uint32_t> visitedFor(blocks.size(), NoId);
  llvm::SmallVector<uint32_t> worklist;
  for (auto [reg, block] : exposed) {
    if (visitedFor[block] != reg) {
      visitedFor[block] = reg;
      worklist.push_back(block);
    }
    while (!worklist.empty()) {
      Block &current = blocks[worklist.pop_back_val()];
      intervals[reg].cover(current.begin * 2);
      if (current.isScopeExit)
        intervals[reg].cover(uint32_t(code.code.size()) * 2 + 1);
      for (uint32_t p : current.predecessors) {
        intervals[reg].cover(blocks[p].end * 2 - 1);
        if (visitedFor[p] == reg || defined.contains(key(p, reg)))
          continue;
        visitedFor[p] = reg;
        worklist.push_back(p);
      }
    }
  }
}

std::vector<Interval> Liveness::compute() {
  buildBlocks();
  connect();
  scan();
  follow();
  for (uint32_t r = 0; r < code.registers.size(); ++r) {
    const Register &reg = code.registers[r];
    if (reg.kind == Register::Argument)
      intervals[r].cover(0);
    if (reg.isPinned && intervals[r].isUsed()) {
      intervals[r].cover(0);
      intervals[r].cover(uint32_t(code.code.size()) * 2 + 1);
    }
  }
  return std::move(intervals);
}

// --- Assignment --------------------------------------------------------------------------

namespace {
class Allocator {
public:
  Allocator(VirtualCode &code, std::vector<Interval> intervals)
      : code(code), intervals(std::move(intervals)) {}
  SlotAssignment run();

private:
  void sortByStart(std::vector<uint32_t> &registers);
  void placeConstants();
  void placeArguments();
  bool takeOperandOf(uint32_t reg);
  uint32_t takeRun(uint32_t count);
  void release(uint32_t position);
  static bool isLarge(uint32_t count) { return count > 2; }
  void markTaken(uint32_t slot, uint32_t count) {
    for (llvm::BitVector &slots : taken) {
      if (slot + count > slots.size())
        slots.resize(slot + count);
      slots.set(slot, slot + count);
    }
  }

  VirtualCode &code;
  std::vector<Interval> intervals;
  SlotAssignment out;
  /// Slots behind the constants that values of one or two slots, and larger ones, cannot
  /// have: those in use, and all that the other kind has ever had.
  llvm::BitVector taken[2];
  std::vector<bool> isGivenAway;                ///< by register: a later one has its slots
  using Active = std::pair<uint32_t, uint32_t>; ///< (end, register)
  std::priority_queue<Active, std::vector<Active>, std::greater<>> active;
  uint32_t firstSlot = 0;
};
} // namespace

void Allocator::sortByStart(std::vector<uint32_t> &registers) {
  llvm::sort(registers, [&](uint32_t x, uint32_t y) {
    return std::pair(intervals[x].start, x) < std::pair(intervals[y].start, y);
  });
}

void Allocator::placeConstants() {
  std::vector<uint32_t> order;
  for (uint32_t r = 0; r < code.registers.size(); ++r)
    if (code.registers[r].kind == Register::Constant && intervals[r].isUsed())
      order.push_back(r);
  sortByStart(order);
  for (uint32_t r : order) {
    const Register &reg = code.registers[r];
    out.physical[r] = uint32_t(out.constants.size());
    const uint64_t *words = code.constantWords(reg);
    out.constants.insert(out.constants.end(), words, words + reg.count);
  }
  firstSlot = uint32_t(out.constants.size());
}

void Allocator::placeArguments() {
  for (uint32_t r = 0; r < code.registers.size(); ++r) {
    const Register &reg = code.registers[r];
    if (reg.kind != Register::Argument)
      continue;
    out.physical[r] = firstSlot + out.argumentSlots;
    markTaken(out.argumentSlots, reg.count);
    out.argumentSlots += reg.count;
    active.push({intervals[r].end, r});
  }
}

void Allocator::release(uint32_t position) {
  while (!active.empty() && active.top().first < position) {
    uint32_t r = active.top().second;
    active.pop();
    if (isGivenAway[r])
      continue;
    uint32_t slot = out.physical[r] - firstSlot;
    uint32_t count = code.registers[r].count;
    taken[isLarge(count)].reset(slot, slot + count);
  }
}

/// Gives `reg` the slots of an operand that dies where `reg` is defined.
bool Allocator::takeOperandOf(uint32_t reg) {
  const Interval &interval = intervals[reg];
  if (interval.firstDef == UINT32_MAX || interval.start != interval.firstDef * 2 + 1)
    return false;
  VInstr &instr = code.code[interval.firstDef];
  Opcode op = instr.opcode();
  bool isMove = op == Opcode::MovN || op == Opcode::MovW;
  if ((unitsOf(op) == 2 && !isMove) || op == Opcode::SysCall || code.registers[reg].count > 2) {
    if (!isMove)
      return false;
  }
  bool found = false;
  code.forEachSlot(instr, [&](VirtualCode::SlotUse use) {
    uint32_t operand = code.registerOf(use.slot);
    if (found || !use.isUse || use.isDef || operand == reg || isGivenAway[operand])
      return;
    const Register &source = code.registers[operand];
    if (source.kind == Register::Constant || source.count != code.registers[reg].count ||
        intervals[operand].end != interval.start)
      return;
    found = true;
    isGivenAway[operand] = true;
    out.physical[reg] = out.physical[operand];
  });
  return found;
}

uint32_t Allocator::takeRun(uint32_t count) {
  const llvm::BitVector &slots = taken[isLarge(count)];
  int slot = slots.find_first_unset();
  while (slot >= 0 && uint32_t(slot) + count <= slots.size()) {
    int blocked = count == 1 ? -1 : slots.find_first_in(slot, slot + count);
    if (blocked < 0) {
      markTaken(uint32_t(slot), count);
      return uint32_t(slot);
    }
    slot = slots.find_next_unset(unsigned(blocked));
  }
  // Extend the free tail, if there is one.
  uint32_t end = slots.size();
  while (end > 0 && !slots.test(end - 1))
    --end;
  markTaken(end, count);
  return end;
}

SlotAssignment Allocator::run() {
  out.physical.assign(code.registers.size(), NoSlot);
  isGivenAway.assign(code.registers.size(), false);
  placeConstants();
  placeArguments();
  std::vector<uint32_t> order;
  for (uint32_t r = 0; r < code.registers.size(); ++r)
    if (code.registers[r].kind == Register::Temporary && intervals[r].isUsed())
      order.push_back(r);
  sortByStart(order);
  for (uint32_t r : order) {
    release(intervals[r].start);
    if (!takeOperandOf(r))
      out.physical[r] = firstSlot + takeRun(code.registers[r].count);
    active.push({intervals[r].end, r});
  }
  out.frameSlots = firstSlot + uint32_t(taken[0].size());
  return std::move(out);
}

SlotAssignment bytecode::allocateSlots(VirtualCode &code) {
  return Allocator(code, Liveness(code).compute()).run();
}

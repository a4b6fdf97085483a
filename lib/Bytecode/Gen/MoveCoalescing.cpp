//===- MoveCoalescing.cpp - compute values where they are moved to ----------===//
//
// Block arguments, call arguments, results and read-modify-write operations are
// filled by moves. Where a register is defined and used only inside one block
// and its last use is a move to `d`, and nothing between its definition and the
// move touches `d`, the register is renamed to `d` and the move disappears:
//
//   AddI t, i, one          AddI i, i, one
//   Mov  i, t          ->
//
// The backward search from a move is bounded, so that the pass is linear.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/VirtualCode.h"

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
class MoveCoalescer {
public:
  explicit MoveCoalescer(VirtualCode &code) : code(code) {}
  void run();

private:
  struct Move {
    VSlot to, from;
    uint32_t count;
  };
  bool asMove(const VInstr &instr, Move &move) const;
  bool endsBlock(VInstr &instr);
  void tryRename(size_t at, const Move &move, size_t blockBegin);
  void rename(size_t first, size_t last, const Move &move);

  static constexpr size_t SearchLimit = 64;
  VirtualCode &code;
  std::vector<uint32_t> occurrences; ///< by register
};
} // namespace

bool MoveCoalescer::asMove(const VInstr &instr, Move &move) const {
  if (instr.isLabel())
    return false;
  switch (instr.opcode()) {
  case Opcode::Mov:
    move.count = 1;
    break;
  case Opcode::MovL:
    move.count = 2;
    break;
  case Opcode::MovN:
    move.count = instr.instr.c;
    break;
  case Opcode::MovW:
    move.count = slotsFor(instr.ext.e0, instr.instr.aux & FlagFour);
    break;
  default:
    return false;
  }
  move.to = instr.instr.a;
  move.from = instr.instr.b;
  return true;
}

bool MoveCoalescer::endsBlock(VInstr &instr) {
  if (instr.isLabel() || isTerminator(instr.opcode()))
    return true;
  bool jumps = false;
  code.forEachTarget(instr, [&](uint32_t &) { jumps = true; });
  return jumps;
}

void MoveCoalescer::rename(size_t first, size_t last, const Move &move) {
  for (size_t i = first; i < last; ++i)
    code.forEachSlot(code.code[i], [&](VirtualCode::SlotUse use) {
      if (use.slot >= move.from && use.slot < move.from + move.count)
        use.slot = move.to + (use.slot - move.from);
    });
  code.code[last].instr = {uint16_t(Opcode::Nop), 0, 0, 0, 0};
  // The move itself was one occurrence of each.
  uint32_t source = code.registerOf(move.from), target = code.registerOf(move.to);
  occurrences[target] += occurrences[source] - 2;
  occurrences[source] = 0;
}

void MoveCoalescer::tryRename(size_t at, const Move &move, size_t blockBegin) {
  uint32_t source = code.registerOf(move.from);
  const Register &reg = code.registers[source];
  if (reg.kind != Register::Temporary || reg.isPinned || reg.first != move.from ||
      reg.count != move.count || move.from == code.results)
    return;
  uint32_t missing = occurrences[source] - 1;
  size_t limit = at - blockBegin > SearchLimit ? at - SearchLimit : blockBegin;
  for (size_t i = at; i-- > limit;) {
    bool readsTarget = false, writesTarget = false, defines = false, uses = false;
    bool readsExactly = true;
    code.forEachSlot(code.code[i], [&](VirtualCode::SlotUse use) {
      if (use.slot < move.to + move.count && move.to < use.slot + use.count) {
        readsTarget |= use.isUse;
        writesTarget |= use.isDef;
        readsExactly &= use.slot == move.to && use.count == move.count;
      }
      if (code.registerOf(use.slot) == source) {
        --missing;
        defines |= use.isDef;
        uses |= use.isUse;
      }
    });
    if (writesTarget)
      return;
    if (missing == 0) {
      // The target may be read only by the defining instruction itself, which reads all
      // operands before it writes a result of at most two slots.
      bool isSafe =
          !readsTarget || (readsExactly && unitsOf(code.code[i].opcode()) == 1 && move.count <= 2);
      if (defines && !uses && isSafe)
        rename(i, at, move);
      return;
    }
    if (readsTarget)
      return;
  }
}

void MoveCoalescer::run() {
  occurrences.assign(code.registers.size(), 0);
  for (VInstr &instr : code.code)
    code.forEachSlot(instr,
                     [&](VirtualCode::SlotUse use) { ++occurrences[code.registerOf(use.slot)]; });
  size_t blockBegin = 0;
  for (size_t i = 0; i < code.code.size(); ++i) {
    Move move;
    if (asMove(code.code[i], move))
      tryRename(i, move, blockBegin);
    else if (endsBlock(code.code[i]))
      blockBegin = i + 1;
  }
}

void bytecode::coalesceMoves(VirtualCode &code) { MoveCoalescer(code).run(); }

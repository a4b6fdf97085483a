//===- VirtualCode.cpp - bytecode over virtual slots ------------------------===//
//
// Emission in reverse chunks, interning of constants, enumeration of the slots an
// instruction touches (its own operands by Opcodes.def, and those inside its
// descriptor), and the last step to FunctionCode.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/VirtualCode.h"

#include "llvm/ADT/STLExtras.h"

#include <bit>

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

// --- Registers -----------------------------------------------------------------------

VSlot VirtualCode::newRegister(uint32_t count, Register::Kind kind) {
  Register reg;
  reg.first = VSlot(registerOfSlot.size());
  reg.count = count;
  reg.kind = kind;
  registerOfSlot.resize(registerOfSlot.size() + count, uint32_t(registers.size()));
  registers.push_back(reg);
  return reg.first;
}

VSlot VirtualCode::constant(llvm::ArrayRef<uint64_t> words) {
  // The two largest keys are reserved by DenseMap.
  bool isSmall = words.size() == 1 && words[0] < UINT64_MAX - 1;
  if (isSmall) {
    auto [it, isNew] = smallConstants.try_emplace(words[0], 0);
    if (!isNew)
      return it->second;
  } else if (auto it = constantsByWords.find(words.vec()); it != constantsByWords.end()) {
    return it->second;
  }
  VSlot slot = newRegister(uint32_t(words.size()), Register::Constant);
  constantAt[slot] = uint32_t(constantData.size());
  constantData.insert(constantData.end(), words.begin(), words.end());
  if (isSmall)
    smallConstants[words[0]] = slot;
  else
    constantsByWords[words.vec()] = slot;
  return slot;
}

// --- Emission ----------------------------------------------------------------------------

void VirtualCode::setPosition(const SourcePos &pos) {
  if (!positions.empty()) {
    const SourcePos &last = positions[position];
    if (last.file == pos.file && last.line == pos.line && last.column == pos.column)
      return;
  }
  position = uint32_t(positions.size());
  positions.push_back(pos);
}

VInstr &VirtualCode::emit(Opcode op, uint32_t a, uint32_t b, uint32_t c, uint16_t aux) {
  VInstr &instr = chunk.emplace_back();
  instr.instr = {uint16_t(op), aux, a, b, c};
  instr.position = position;
  return instr;
}

VInstr &VirtualCode::emit2(Opcode op, uint16_t aux, uint32_t a, uint32_t b, uint32_t c, uint32_t e0,
                           uint32_t e1, uint32_t e2, uint32_t e3) {
  VInstr &instr = emit(op, a, b, c, aux);
  instr.ext = {e0, e1, e2, e3};
  return instr;
}

void VirtualCode::place(Label label) {
  VInstr &instr = chunk.emplace_back();
  instr.instr = {LabelOp, 0, label, 0, 0};
  instr.position = position;
}

void VirtualCode::closeChunk() {
  code.insert(code.end(), chunk.rbegin(), chunk.rend());
  chunk.clear();
}

void VirtualCode::reverse() { std::reverse(code.begin(), code.end()); }

// --- Operands ------------------------------------------------------------------------------

void VirtualCode::forEachSlot(VInstr &instr, llvm::function_ref<void(SlotUse)> visit) {
  if (instr.isLabel())
    return;
  auto registerSize = [&](VSlot slot) { return registers[registerOf(slot)].count; };
  auto visitRef = [&](uint32_t &slot) { visit({slot, 3, false, true}); };
  for (const Operand &operand : operandsOf(instr.instr, instr.extension())) {
    if (operand.kind == OperandKind::Slots) {
      if (operand.value == NoSlot)
        continue;
      uint32_t slot = operand.value;
      uint32_t count = operand.count ? operand.count : registerSize(slot);
      visit({slot, count, operand.isDef, operand.isUse});
      if (slot != operand.value)
        setField(instr.instr, instr.extension(), operand.field, slot);
    } else if (operand.kind == OperandKind::Wait) {
      for (EventTerm &term : waits[operand.value].terms)
        if (term.kind == SignalOperand::Ref)
          visitRef(term.index);
    } else if (operand.kind == OperandKind::Fork) {
      for (ForkBranch &branch : forks[operand.value].branches)
        for (auto &[slot, count] : branch.args)
          visit({slot, count, false, true});
    } else if (operand.kind == OperandKind::Call) {
      CallDescriptor &call = calls[operand.value];
      for (CallArgument &arg : call.args)
        if (arg.kind != ArgKind::Thunk && arg.slot != NoSlot)
          visit({arg.slot, registerSize(arg.slot), false, true});
      if (call.resultSlot != NoSlot)
        visit({call.resultSlot, registerSize(call.resultSlot), true, false});
    }
  }
  if (instr.opcode() == Opcode::Return && results != NoSlot) {
    uint32_t slot = results;
    visit({slot, registerSize(slot), false, true});
  }
}

void VirtualCode::forEachTarget(VInstr &instr, llvm::function_ref<void(uint32_t &)> visit) {
  if (instr.isLabel())
    return;
  for (const Operand &operand : operandsOf(instr.instr, instr.extension())) {
    if (operand.kind == OperandKind::JumpTarget) {
      uint32_t target = operand.value;
      visit(target);
      if (target != operand.value)
        setField(instr.instr, instr.extension(), operand.field, target);
    } else if (operand.kind == OperandKind::Switch) {
      for (auto &[value, target] : switches[operand.value].cases)
        visit(target);
    }
  }
}

// --- To FunctionCode -------------------------------------------------------------------------

namespace {
class Finisher {
public:
  Finisher(VirtualCode &code, FunctionCode &out) : code(code), out(out) {}
  void run();

private:
  void dropUnusedLabels();
  void rewriteSlots(const SlotAssignment &slots);
  void dropUselessMoves();
  void dropUselessJumps();
  void loadBits();
  void layOut();
  void resolveTargets();
  void makeDense(SwitchTable &table);

  VirtualCode &code;
  FunctionCode &out;
  std::vector<uint32_t> unitOfLabel;
};
} // namespace

/// Labels nobody jumps to would only split basic blocks.
void Finisher::dropUnusedLabels() {
  std::vector<bool> isTarget(code.labelCount, false);
  for (VInstr &instr : code.code)
    code.forEachTarget(instr, [&](uint32_t &label) { isTarget[label] = true; });
  llvm::erase_if(code.code,
                 [&](const VInstr &instr) { return instr.isLabel() && !isTarget[instr.instr.a]; });
}

void Finisher::rewriteSlots(const SlotAssignment &slots) {
  auto physical = [&](VSlot slot) {
    const Register &reg = code.registers[code.registerOf(slot)];
    return slots.physical[code.registerOf(slot)] + (slot - reg.first);
  };
  for (VInstr &instr : code.code)
    code.forEachSlot(instr, [&](VirtualCode::SlotUse use) { use.slot = physical(use.slot); });
  out.constants = slots.constants;
  out.frameSlots = slots.frameSlots;
  out.argumentSlots = slots.argumentSlots;
  if (code.results != NoSlot) {
    out.resultSlot = physical(code.results);
    out.resultSlots = code.registers[code.registerOf(code.results)].count;
  }
}

void Finisher::dropUselessMoves() {
  llvm::erase_if(code.code, [](const VInstr &instr) {
    if (instr.isLabel())
      return false;
    switch (instr.opcode()) {
    case Opcode::Mov:
    case Opcode::MovL:
    case Opcode::MovN:
    case Opcode::MovW:
      return instr.instr.a == instr.instr.b;
    default:
      return instr.opcode() == Opcode::Nop;
    }
  });
}

/// Jumps to the next instruction vanish; jumps to a return or halt become one.
void Finisher::dropUselessJumps() {
  std::vector<VInstr> &instrs = code.code;
  std::vector<size_t> indexOfLabel(code.labelCount);
  for (size_t i = 0; i < instrs.size(); ++i)
    if (instrs[i].isLabel())
      indexOfLabel[instrs[i].instr.a] = i;
  size_t kept = 0;
  for (size_t i = 0; i < instrs.size(); ++i) {
    VInstr instr = instrs[i];
    if (!instr.isLabel() && instr.opcode() == Opcode::Jmp) {
      size_t label = indexOfLabel[instr.instr.a], next = i + 1;
      while (next < instrs.size() && instrs[next].isLabel())
        ++next;
      if (label > i && label < next)
        continue;
      // Only what stands behind is still where the index says.
      size_t target = label;
      while (label > i && target + 1 < instrs.size() && instrs[target].isLabel())
        ++target;
      if (label > i && !instrs[target].isLabel() &&
          (instrs[target].opcode() == Opcode::Return || instrs[target].opcode() == Opcode::Halt))
        instr.instr = instrs[target].instr;
    }
    instrs[kept++] = instr;
  }
  instrs.resize(kept);
}

/// A scalar that is loaded for one bit, which takes its place: the bit alone is loaded.
void Finisher::loadBits() {
  std::vector<VInstr> &instrs = code.code;
  for (size_t i = 0; i + 1 < instrs.size(); ++i) {
    if (instrs[i].isLabel() || instrs[i + 1].isLabel())
      continue;
    Instr &load = instrs[i].instr, &extract = instrs[i + 1].instr;
    auto op = Opcode(load.op);
    bool isLocal = op >= Opcode::LdL8 && op <= Opcode::LdL64;
    bool isSlot = op >= Opcode::LdpL8 && op <= Opcode::LdpL64;
    if (!(isLocal || isSlot) || Opcode(extract.op) != Opcode::ExtractL || extract.aux != 1 ||
        extract.a != load.a || extract.b != load.a)
      continue;
    load.op = uint16_t(isLocal ? Opcode::LdBitL : Opcode::LdpBitL);
    load.c = isLocal ? extract.c % 8 : extract.c;
    if (isLocal)
      load.b += extract.c / 8;
    extract = {};
  }
}

void Finisher::layOut() {
  unitOfLabel.assign(code.labelCount, NoId);
  uint32_t lastPosition = NoId;
  for (VInstr &instr : code.code) {
    auto unit = uint32_t(out.code.size());
    if (instr.isLabel()) {
      unitOfLabel[instr.instr.a] = unit;
      continue;
    }
    if (instr.position != lastPosition && !code.positions.empty()) {
      lastPosition = instr.position;
      out.lines.push_back({unit, code.positions[instr.position]});
    }
    if (instr.opcode() == Opcode::SysCall)
      code.calls[instr.instr.a].location = out.lines.empty() ? 0 : uint32_t(out.lines.size() - 1);
    out.code.push_back(instr.instr);
    if (const Extension *ext = instr.extension())
      out.code.push_back(std::bit_cast<Instr>(*ext));
  }
}

/// A small table, or one with at most three holes per case, is indexed directly.
void Finisher::makeDense(SwitchTable &table) {
  if (table.cases.size() < 4)
    return;
  uint64_t low = table.cases.front().first, span = table.cases.back().first - low;
  if (span >= std::max<uint64_t>(table.cases.size() * 4, 256))
    return;
  table.denseBase = low;
  table.dense.assign(span + 1, NoId);
  for (auto [value, target] : table.cases)
    table.dense[value - low] = target;
}

void Finisher::resolveTargets() {
  for (size_t unit = 0; unit < out.code.size();) {
    Instr &instr = out.code[unit];
    auto op = Opcode(instr.op);
    Extension ext;
    if (unitsOf(op) == 2)
      ext = std::bit_cast<Extension>(out.code[unit + 1]);
    // Jump targets stand in the first unit.
    for (const Operand &operand : operandsOf(instr, &ext))
      if (operand.kind == OperandKind::JumpTarget)
        setField(instr, &ext, operand.field, unitOfLabel[operand.value]);
    unit += unitsOf(op);
  }
  for (SwitchTable &table : code.switches) {
    for (auto &[value, target] : table.cases)
      target = unitOfLabel[target];
    std::sort(table.cases.begin(), table.cases.end());
    makeDense(table);
  }
}

void Finisher::run() {
  code.reverse();
  dropUnusedLabels();
  coalesceMoves(code);
  SlotAssignment slots = allocateSlots(code);
  rewriteSlots(slots);
  loadBits();
  dropUselessMoves();
  dropUselessJumps();
  layOut();
  resolveTargets();
  out.waits = std::move(code.waits);
  out.calls = std::move(code.calls);
  out.forks = std::move(code.forks);
  out.switches = std::move(code.switches);
  out.callSites = std::move(code.callSites);
  out.types = std::move(code.types);
  out.texts = std::move(code.texts);
}

void bytecode::finishCode(VirtualCode &code, FunctionCode &out) { Finisher(code, out).run(); }

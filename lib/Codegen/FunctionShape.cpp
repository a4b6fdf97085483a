//===- FunctionShape.cpp - control flow and liveness of bytecode -----------===//
//
// Generated code keeps a slot in a register unless instructions that run out of
// line reach it by address: values of more than two slots, references, variables
// that code refers to, and operands whose number only the callee knows. Liveness
// (backward, to a fixed point over blocks) tells what an exit has to write to the
// frame and an entry has to read.
//
// A frame can be continued only where the LRM lets a process wait: behind an
// instruction that may suspend, at a system task that is executed again, and at
// the end of a scope that `disable` can leave. Those units, and 0, are entries.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionShape.h"

#include <algorithm>

using namespace circtsim;
using namespace circtsim::codegen;
using namespace circtsim::model;
using bytecode::Opcode;
using bytecode::Operand;
using bytecode::OperandKind;

namespace {
struct RuntimeSignature {
  const char *arguments, *results;
};
constexpr RuntimeSignature runtimeSignatures[] = {
#define RUNTIME_FUNCTION(Name, Arguments, Results, MaySuspend, MayFault, Doc) {Arguments, Results},
#include "Runtime/RuntimeABI.def"
};

/// Slots of the operands of a runtime function; nothing if a width decides.
std::optional<uint32_t> slotsOfSignature(const char *letters) {
  uint32_t count = 0;
  for (; *letters; ++letters) {
    if (*letters == 'B')
      return std::nullopt;
    count += *letters == 'L' ? 2 : *letters == 'R' ? 3 : 1;
  }
  return count;
}

uint32_t slotsOfArgument(const CallArgument &arg) {
  switch (arg.kind) {
  case ArgKind::Bits:
    return bytecode::slotsFor(arg.width, false);
  case ArgKind::Logic:
    return bytecode::slotsFor(arg.width, true);
  case ArgKind::Real:
  case ArgKind::String:
  case ArgKind::Handle:
    return 1;
  case ArgKind::Ref:
    return 3;
  default:
    return 0;
  }
}

class EffectCollector {
public:
  EffectCollector(const Function &function, const Callees &callees, uint32_t unit)
      : function(function), callees(callees), instr(function.code[unit]), op(Opcode(instr.op)),
        ext(bytecode::unitsOf(op) == 2
                ? reinterpret_cast<const Extension *>(&function.code[unit + 1])
                : nullptr) {}
  SlotEffects run();

private:
  void add(uint32_t slot, uint32_t count, bool isDef, bool isUse) {
    if (count && slot != NoSlot)
      effects.ranges.push_back({slot, count, isDef, isUse});
  }
  void open(uint32_t slot) { effects.openFrom = std::min(effects.openFrom, slot); }
  void addCall();
  void addRuntimeCall();
  void addSystemCall();
  void addTerms(const WaitDescriptor &wait);

  const Function &function;
  const Callees &callees;
  const Instr &instr;
  Opcode op;
  const Extension *ext;
  SlotEffects effects;
};

void EffectCollector::addCall() {
  add(instr.b, ext->e1, false, true);
  if (instr.c == NoSlot)
    return;
  if (const Function *callee = callees.lookup(instr.a))
    add(instr.c, callee->resultSlots, true, false);
  else
    open(instr.c);
}

void EffectCollector::addRuntimeCall() {
  const RuntimeSignature &signature = runtimeSignatures[instr.a];
  auto side = [&](uint32_t slot, const char *letters, bool isDef) {
    if (slot == NoSlot)
      return;
    if (std::optional<uint32_t> count = slotsOfSignature(letters))
      add(slot, *count, isDef, !isDef);
    else
      open(slot);
  };
  side(instr.b, signature.arguments, false);
  side(instr.c, signature.results, true);
}

void EffectCollector::addSystemCall() {
  const CallDescriptor &call = function.calls[instr.a];
  for (const CallArgument &arg : call.args)
    add(arg.slot, slotsOfArgument(arg), false, true);
  if (call.resultKind == ArgKind::Missing)
    return;
  bool isVector = call.resultKind == ArgKind::Bits || call.resultKind == ArgKind::Logic;
  add(call.resultSlot,
      isVector ? bytecode::slotsFor(call.resultWidth, call.resultKind == ArgKind::Logic) : 1, true,
      false);
}

void EffectCollector::addTerms(const WaitDescriptor &wait) {
  for (const EventTerm &term : wait.terms)
    if (term.kind == SignalOperand::Ref)
      add(term.index, 3, false, true);
}

SlotEffects EffectCollector::run() {
  switch (op) {
  case Opcode::CallAt:
    add(ext->e0, 1, false, true);
    [[fallthrough]];
  case Opcode::Call:
    addCall();
    return effects;
  case Opcode::CallIndirect:
    add(instr.a, 1, false, true);
    add(instr.b, ext->e1, false, true);
    add(instr.c, ext->e2, true, false);
    return effects;
  case Opcode::CallRt:
    addRuntimeCall();
    return effects;
  case Opcode::SysCall:
    addSystemCall();
    return effects;
  case Opcode::Fork:
    for (const ForkBranch &branch : function.forks[instr.a].branches)
      for (auto [slot, count] : branch.args)
        add(slot, count, false, true);
    return effects;
  case Opcode::Return:
    add(function.resultSlot, function.resultSlots, false, true);
    return effects;
  case Opcode::WaitEvent:
    addTerms(function.waits[instr.a]);
    return effects;
  case Opcode::NbaRefEvent:
    addTerms(function.waits[instr.c]);
    break;
  case Opcode::RefFrame:
    add(instr.b, 3, true, true); // never a register
    break;
  default:
    break;
  }
  for (const Operand &operand : bytecode::operandsOf(instr, ext))
    if (operand.kind == OperandKind::Slots)
      add(operand.value, operand.count, operand.isDef, operand.isUse);
  return effects;
}
} // namespace

FunctionShape::FunctionShape(const Function &function, const Callees &callees,
                             CodeVersion version)
    : version(version), function(function), callees(callees),
      numSlots(uint32_t((function.frameBytes - sizeof(Frame)) / 8)), memory(numSlots) {
  findBlocks();
  classifySlots();
  computeLiveness();
}

SlotEffects FunctionShape::effectsOf(uint32_t unit) const {
  return EffectCollector(function, callees, unit).run();
}

void FunctionShape::addEntry(uint32_t unit) {
  if (unit < function.codeUnits)
    entryUnits.push_back(unit);
}

void FunctionShape::successorsOf(uint32_t unit, llvm::SmallVectorImpl<uint32_t> &targets) const {
  const Instr &instr = at(unit);
  Opcode op = opAt(unit);
  const Extension *ext = bytecode::unitsOf(op) == 2 ? &extensionAt(unit) : nullptr;
  for (const Operand &operand : bytecode::operandsOf(instr, ext)) {
    if (operand.kind == OperandKind::JumpTarget && op != Opcode::EnterScope)
      targets.push_back(operand.value);
    if (operand.kind == OperandKind::Switch) {
      const SwitchTable &table = function.switches[operand.value];
      for (const auto &[value, target] : table.cases)
        targets.push_back(target);
      for (uint32_t target : table.dense)
        if (target != NoId)
          targets.push_back(target);
    }
  }
  if (!bytecode::isTerminator(op))
    targets.push_back(next(unit));
}

void FunctionShape::findLeaders(llvm::BitVector &leaders) {
  leaders.set(0);
  entryUnits.push_back(0);
  for (uint32_t unit = 0; unit < function.codeUnits; unit = next(unit)) {
    Opcode op = opAt(unit);
    if (op == Opcode::EnterScope) {
      scopes = true;
      scopeEnds.push_back(at(unit).c);
      addEntry(at(unit).c);
    }
    if (function.maySuspend && bytecode::isSuspension(op)) {
      addEntry(next(unit));
      if (op == Opcode::SysCall)
        addEntry(unit);
    }
    llvm::SmallVector<uint32_t, 4> targets;
    successorsOf(unit, targets);
    for (uint32_t target : targets)
      if (version.hasLoopEntries && target <= unit)
        addEntry(target);
    if (bytecode::isTerminator(op) || targets.size() != 1 || targets[0] != next(unit)) {
      for (uint32_t target : targets)
        leaders.set(target);
      leaders.set(next(unit));
    }
  }
  for (uint32_t unit : entryUnits)
    leaders.set(unit);
}

void FunctionShape::splitAt(const llvm::BitVector &leaders) {
  allBlocks.clear();
  Block *block = nullptr;
  for (uint32_t unit = 0; unit < function.codeUnits; unit = next(unit)) {
    if (leaders.test(unit)) {
      block = &allBlocks[unit];
      block->begin = unit;
    }
    block->end = next(unit);
    if (block->end >= function.codeUnits || leaders.test(block->end)) {
      block->successors.clear();
      successorsOf(unit, block->successors);
    }
  }
}

void FunctionShape::findBlocks() {
  llvm::BitVector leaders(function.codeUnits + 1);
  findLeaders(leaders);
  splitAt(leaders);
  findGuards();
  if (version.hasGuardEntries && !guards.empty()) {
    for (const auto &[unit, loads] : guards) {
      entryUnits.push_back(unit);
      leaders.set(unit);
    }
    splitAt(leaders);
  }
  std::sort(entryUnits.begin(), entryUnits.end());
  entryUnits.erase(std::unique(entryUnits.begin(), entryUnits.end()), entryUnits.end());
}

/// Loads of whole four-state signals of at most 64 bits.
static bool isSmallLogicLoad(Opcode op) {
  return (op >= Opcode::LdL8 && op <= Opcode::LdL64) ||
         (op >= Opcode::LdpL8 && op <= Opcode::LdpL64);
}

/// Whether known operands may give an unknown result, which a guard of the
/// instruction's own finds out before it does anything.
static bool needsOwnGuard(const Instr &instr, const Extension *ext) {
  switch (Opcode(instr.op)) {
  case Opcode::DivUL:
  case Opcode::DivSL:
  case Opcode::ModUL:
  case Opcode::ModSL:
    return true;
  case Opcode::LdElem:
    return (instr.aux & FlagFour) && ext->e3;
  case Opcode::DynExtract:
    return (instr.aux & FlagFour) && ext->e1 <= 64 && ext->e0 <= ext->e1;
  default:
    return false;
  }
}

/// Whether signals hold the same values behind the instruction as before it.
static bool keepsSignals(Opcode op) {
  return op < Opcode::LdI8 || (op >= Opcode::LdI8 && op <= Opcode::LdW) ||
         (op >= Opcode::LdpI8 && op <= Opcode::LdpW) || op == Opcode::LdElem ||
         op == Opcode::LdBitL || op == Opcode::LdpBitL ||
         (op >= Opcode::NbaI && op <= Opcode::NbapPart);
}

void FunctionShape::findGuards() {
  for (const auto &[begin, block] : allBlocks) {
    llvm::SmallVector<uint32_t, 4> *run = nullptr;
    for (uint32_t unit = block.begin; unit != block.end; unit = next(unit)) {
      Opcode op = opAt(unit);
      if (isSmallLogicLoad(op)) {
        if (!run)
          run = &guards[unit];
        run->push_back(unit);
      } else if (needsOwnGuard(at(unit),
                               bytecode::unitsOf(op) == 2 ? &extensionAt(unit) : nullptr)) {
        guards[unit];
      } else if (!keepsSignals(op)) {
        run = nullptr;
      }
    }
  }
}

void FunctionShape::classifySlots() {
  for (uint32_t unit = 0; unit < function.codeUnits; unit = next(unit)) {
    SlotEffects effects = effectsOf(unit);
    if (effects.openFrom < numSlots)
      memory.set(effects.openFrom, numSlots);
    Opcode op = opAt(unit);
    if (bytecode::isDirectCall(op) || op == Opcode::CallIndirect || op == Opcode::Fork ||
        op == Opcode::Return)
      continue; // argument lists: each slot is a value of its own
    for (const SlotRange &range : effects.ranges)
      if (range.count > 2)
        memory.set(range.slot, std::min(range.slot + range.count, numSlots));
  }
  // `disable` continues at a scope's end from anywhere inside.
  if (scopeEnds.empty())
    return;
  computeLiveness();
  llvm::BitVector kept(numSlots);
  for (uint32_t unit : scopeEnds)
    kept |= liveBefore(unit);
  memory |= kept;
  liveAt.clear();
}

void FunctionShape::stepBack(uint32_t unit, llvm::BitVector &live) const {
  SlotEffects effects = effectsOf(unit);
  for (const SlotRange &range : effects.ranges)
    if (range.isDef && !range.isUse)
      for (uint32_t slot = range.slot; slot != range.slot + range.count; ++slot)
        live.reset(slot);
  for (const SlotRange &range : effects.ranges)
    if (range.isUse)
      for (uint32_t slot = range.slot; slot != range.slot + range.count; ++slot)
        if (isRegister(slot))
          live.set(slot);
}

void FunctionShape::computeLiveness() {
  llvm::DenseMap<uint32_t, llvm::BitVector> liveIn;
  bool changed = true;
  auto liveOutOf = [&](const Block &block) {
    llvm::BitVector live(numSlots);
    for (uint32_t successor : block.successors)
      if (auto it = liveIn.find(successor); it != liveIn.end())
        live |= it->second;
    return live;
  };
  auto unitsOfBlock = [&](const Block &block) {
    llvm::SmallVector<uint32_t, 32> units;
    for (uint32_t unit = block.begin; unit != block.end; unit = next(unit))
      units.push_back(unit);
    return units;
  };
  while (changed) {
    changed = false;
    for (auto it = allBlocks.rbegin(); it != allBlocks.rend(); ++it) {
      llvm::BitVector live = liveOutOf(it->second);
      llvm::SmallVector<uint32_t, 32> units = unitsOfBlock(it->second);
      for (uint32_t unit : llvm::reverse(units))
        stepBack(unit, live);
      auto [old, isNew] = liveIn.try_emplace(it->first, live);
      if (isNew)
        changed |= live.any();
      else if (old->second != live)
        old->second = live, changed = true;
    }
  }
  liveAt.clear();
  for (auto &[begin, block] : allBlocks) {
    llvm::BitVector live = liveOutOf(block);
    llvm::SmallVector<uint32_t, 32> units = unitsOfBlock(block);
    for (uint32_t unit : llvm::reverse(units)) {
      stepBack(unit, live);
      liveAt[unit] = live;
    }
  }
}

const llvm::BitVector &FunctionShape::liveBefore(uint32_t unit) const {
  static const llvm::BitVector none;
  auto it = liveAt.find(unit);
  return it == liveAt.end() ? none : it->second;
}

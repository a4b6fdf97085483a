//===- ShareBodies.cpp - one function for processes with equal code ---------===//
//
// The iterations of a generate loop, the gates of a netlist and many an `assign`
// have the same code up to the storage it names. Such code is rewritten: every
// local offset and every slot of the instance becomes a slot of the process's own
// table of operands (ModuleImage::operands), and equal results become one
// function. It is compiled once, and an activation touches the process's table
// instead of code that nobody else runs.
//
// Only code that needs nothing of its instance but storage takes part: moves,
// operations on values, loads, stores, references, nonblocking assignments,
// drives, jumps. Calls, scopes, waits and forces keep a process as it is, and so
// does having few equals: storage of the instance block is cheaper to reach than
// a table.
//
// Code is compared as a string of its units, constants, tables and types; so are
// the bodies that csim shares already, over all modules.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/Generator.h"
#include "Bytecode/Opcodes.h"

#include "llvm/ADT/MapVector.h"

#include <bit>

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
/// Fewer processes with equal code stay as they are.
constexpr size_t MinSharing = 8;
/// More operands than this are no gain over the instance block.
constexpr size_t MaxOperands = 64;

/// Rewrites the code of one process to operands.
class OperandRewriter {
public:
  explicit OperandRewriter(const ModuleImage &module) {
    for (uint32_t i = 0; i != module.signals.size(); ++i)
      byOffset.push_back({module.signals[i].offset, i});
    llvm::sort(byOffset);
  }
  /// False if the code cannot be shared.
  bool run(const FunctionCode &function);

  std::vector<Instr> code;
  std::vector<OperandImage> operands;

private:
  bool rewrite(Instr &instr, Extension *ext);
  bool placeOf(uint32_t offset, uint32_t bit, OperandImage &place) const;
  uint32_t slotOf(const OperandImage &place);

  std::vector<std::pair<uint32_t, uint32_t>> byOffset; ///< (offset, signal)
};

/// Needs more than storage, or is not worth a second thought.
bool isTiedToInstance(Opcode op) {
  switch (op) {
  case Opcode::HandleOf:
  case Opcode::HandleMember:
  case Opcode::RefMember:
  case Opcode::RefMemberSlot:
  case Opcode::RefFrame:
  case Opcode::RefHeap:
  case Opcode::LdText:
  case Opcode::NewCell:
  case Opcode::NbaRefEvent:
  case Opcode::Force:
  case Opcode::ForceStore:
  case Opcode::Release:
  case Opcode::Halt:
    return true;
  default:
    return op >= Opcode::Call;
  }
}

/// The instruction that does through a slot what `op` does in the block.
Opcode throughSlot(Opcode op) {
  static_assert(unsigned(Opcode::StpPart) - unsigned(Opcode::StPart) ==
                unsigned(Opcode::LdpI8) - unsigned(Opcode::LdI8));
  if (op >= Opcode::LdI8 && op <= Opcode::StPart)
    return Opcode(unsigned(op) + unsigned(Opcode::LdpI8) - unsigned(Opcode::LdI8));
  switch (op) {
  case Opcode::LdBitL:
    return Opcode::LdpBitL;
  case Opcode::RefLocal:
    return Opcode::RefSlot;
  case Opcode::NbaI:
    return Opcode::NbapI;
  case Opcode::NbaL:
    return Opcode::NbapL;
  case Opcode::NbaPart:
    return Opcode::NbapPart;
  default:
    return op; // elements of arrays: a flag
  }
}
} // namespace

/// The object that holds a bit of the instance block.
bool OperandRewriter::placeOf(uint32_t offset, uint32_t bit, OperandImage &place) const {
  auto it = llvm::upper_bound(byOffset, std::pair(offset, ~uint32_t(0)));
  if (it == byOffset.begin())
    return false;
  auto [start, signal] = *std::prev(it);
  uint64_t lo = uint64_t(offset - start) * 8 + bit;
  place = {SignalOperand::Local, signal, uint32_t(lo)};
  return lo <= UINT32_MAX;
}

uint32_t OperandRewriter::slotOf(const OperandImage &place) {
  for (uint32_t i = 0; i != operands.size(); ++i)
    if (operands[i].kind == place.kind && operands[i].index == place.index &&
        operands[i].lo == place.lo)
      return i;
  operands.push_back(place);
  return uint32_t(operands.size() - 1);
}

bool OperandRewriter::rewrite(Instr &instr, Extension *ext) {
  auto op = Opcode(instr.op);
  if (isTiedToInstance(op))
    return false;
  bool isBit = op == Opcode::LdBitL || op == Opcode::LdpBitL;
  OperandImage place;
  std::optional<Field> storage;
  for (const Operand &operand : operandsOf(instr, ext)) {
    if (operand.kind == OperandKind::BlockOffset) {
      if (!placeOf(operand.value, isBit ? instr.c : 0, place))
        return false;
      storage = operand.field;
    } else if (operand.kind == OperandKind::InstanceSlot) {
      place = {SignalOperand::Slot, operand.value, isBit ? instr.c : 0};
      storage = operand.field;
    } else if (operand.kind == OperandKind::Signal) {
      if (operand.value != place.index)
        return false;
      setField(instr, ext, operand.field, 0);
    }
  }
  if (!storage)
    return true;
  instr.op = uint16_t(throughSlot(op));
  if (op == Opcode::LdElem || op == Opcode::StElem)
    instr.aux |= FlagSlotAddressed;
  if (isBit)
    instr.c = 0;
  setField(instr, ext, *storage, slotOf(place));
  return operands.size() <= MaxOperands;
}

bool OperandRewriter::run(const FunctionCode &function) {
  code = function.code;
  operands.clear();
  for (size_t unit = 0; unit < code.size();) {
    unsigned units = unitsOf(Opcode(code[unit].op));
    Extension ext = units == 2 ? std::bit_cast<Extension>(code[unit + 1]) : Extension();
    if (!rewrite(code[unit], units == 2 ? &ext : nullptr))
      return false;
    if (units == 2)
      code[unit + 1] = std::bit_cast<Instr>(ext);
    unit += units;
  }
  return !operands.empty();
}

/// Everything that execution depends on.
static std::string keyOf(const FunctionCode &function, const std::vector<Instr> &code) {
  std::string key;
  auto add = [&](const auto *data, size_t count) {
    key.append(reinterpret_cast<const char *>(&count), sizeof count);
    key.append(reinterpret_cast<const char *>(data), count * sizeof *data);
  };
  add(code.data(), code.size());
  add(function.constants.data(), function.constants.size());
  add(&function.frameSlots, 1);
  add(function.types.data(), function.types.size());
  for (const SwitchTable &table : function.switches) {
    for (auto [value, target] : table.cases) {
      uint64_t words[] = {value, target};
      add(words, 2);
    }
    add(&table.denseBase, 1);
    add(table.dense.data(), table.dense.size());
  }
  return key;
}

/// Bodies of this module that another module has too.
static void uniteBodies(DesignImage &image, ModuleImage &out, ModuleInfo &info,
                        llvm::StringMap<FuncId> &known) {
  llvm::DenseMap<FuncId, FuncId> replaced;
  for (auto &[op, id] : info.bodies) {
    FunctionImage &function = image.functions[id];
    FuncId first = known.try_emplace(keyOf(function.code, function.code.code), id).first->second;
    if (first == id)
      continue;
    replaced[id] = first;
    function.code = {};
    function.isMaterialised = false;
    id = first;
  }
  if (replaced.empty())
    return;
  for (ProcessImage &process : out.processes)
    if (auto it = replaced.find(process.function); it != replaced.end())
      process.function = it->second;
}

void Generator::shareBodies(ModuleInfo &info) {
  ModuleImage &out = image.modules[info.id];
  uniteBodies(image, out, info, sharedBodies);
  struct Group {
    std::vector<Instr> code;
    std::vector<uint32_t> processes;
    std::vector<OperandImage> operands; ///< of one process after the other
  };
  llvm::MapVector<llvm::StringRef, Group> groups;
  llvm::StringMap<char> keys; // what `groups` refers to
  OperandRewriter rewriter(out);
  for (auto i = uint32_t(info.sharedProcesses); i != out.processes.size(); ++i) {
    const ProcessImage &process = out.processes[i];
    const FunctionCode &code = image.functions[process.function].code;
    if (!process.isStatic || process.kind == ProcessKind::Final || process.operandCount || !rewriter.run(code))
      continue;
    Group &group = groups[keys.try_emplace(keyOf(code, rewriter.code)).first->getKey()];
    group.code = rewriter.code;
    group.processes.push_back(i);
    llvm::append_range(group.operands, rewriter.operands);
  }
  info.sharedProcesses = out.processes.size();
  for (auto &[key, group] : groups) {
    auto known = sharedBodies.find(key);
    bool isKnown = known != sharedBodies.end();
    if (!isKnown && group.processes.size() < MinSharing)
      continue;
    auto count = uint32_t(group.operands.size() / group.processes.size());
    FuncId body = isKnown ? known->second : out.processes[group.processes[0]].function;
    if (!isKnown)
      image.functions[body].code.code = std::move(group.code);
    image.functions[body].operandCount = count;
    sharedBodies[key] = body;
    for (auto [number, index] : llvm::enumerate(group.processes)) {
      ProcessImage &process = out.processes[index];
      if (FunctionImage &function = image.functions[process.function]; process.function != body) {
        function.code = {};
        function.isMaterialised = false;
      }
      process.function = info.processes[index].second = body;
      process.firstOperand = uint32_t(out.operands.size() + number * count);
      process.operandCount = count;
    }
    llvm::append_range(out.operands, group.operands);
  }
}

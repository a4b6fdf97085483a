//===- TruthTables.cpp - shared bodies that are one bit of a few bits --------===//
//
// A gate, a small continuous assignment of one bit: its body loads up to four bits,
// combines them and stores or drives one. Such a body is evaluated here for every
// combination of its inputs, with the same functions of Value that the tiers use;
// at run time the scheduler looks the result up instead of entering code.
//
// Bytecode does not say how wide a loaded byte is. It is known to be one bit when an
// operation of width 1 takes it; a body for which that cannot be shown has no table.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/Generator.h"
#include "Bytecode/Opcodes.h"
#include "Value/Logic64.h"

#include <bit>

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;
using value::Logic64;
namespace logic64 = value::logic64;

namespace {
/// Evaluates one body on one bit per input.
class TableMaker {
public:
  TableMaker(const FunctionCode &code, uint32_t operandCount)
      : code(code), inputOf(operandCount, NoInput) {}
  /// False if the body has no table.
  bool run(TruthTable &table);

private:
  static constexpr uint32_t NoInput = ~0u;
  bool findInputs(TruthTable &table);
  bool evaluate(TruthTable &table, unsigned row);
  bool step(TruthTable &table, const Instr &in, const Extension &ext, unsigned row);
  bool result(TruthTable &table, const Instr &in, bool isFour, unsigned row);
  bool move(const Instr &in);
  bool operation(const Instr &in, const Extension &ext);
  bool setDelays(TruthTable &table, uint32_t slot) const;

  Logic64 pair(uint32_t slot) const { return {slots[slot], slots[slot + 1]}; }
  bool isBitPair(uint32_t slot) const { return isBit[slot] && isBit[slot + 1]; }
  /// The two-state value at `slot` as an operand of width 1.
  uint64_t plainBit(uint32_t slot) {
    isBit[slot] = true;
    if (loadedBy[slot] != NoInput)
      isBitInput[loadedBy[slot]] = true;
    return slots[slot];
  }
  /// The pair at `slot` as an operand of width 1.
  Logic64 bit(uint32_t slot) {
    plainBit(slot);
    isBit[slot + 1] = true;
    return pair(slot);
  }
  void setPlain(uint32_t slot, uint64_t value, bool isOneBit, uint32_t input = NoInput) {
    slots[slot] = value;
    isBit[slot] = isOneBit;
    loadedBy[slot] = input;
  }
  void set(uint32_t slot, Logic64 value, bool isOneBit, uint32_t input = NoInput) {
    setPlain(slot, value.a, isOneBit, input);
    setPlain(slot + 1, value.b, isOneBit);
  }

  const FunctionCode &code;
  std::vector<uint32_t> inputOf;  ///< by operand
  std::vector<uint64_t> slots;    ///< of the frame
  std::vector<char> isBit;        ///< by slot: holds one bit for certain
  std::vector<uint32_t> loadedBy; ///< by slot: the input it is a copy of
  std::vector<char> isBitInput;   ///< by input
  bool hasStored = false;
};
} // namespace

/// Collects the operands that are loaded; false if there are too many.
bool TableMaker::findInputs(TruthTable &table) {
  for (size_t unit = 0; unit < code.code.size(); unit += unitsOf(Opcode(code.code[unit].op))) {
    const Instr &in = code.code[unit];
    auto op = Opcode(in.op);
    if (op != Opcode::LdpL8 && op != Opcode::LdpI8 && op != Opcode::LdpBitL)
      continue;
    if (inputOf[in.b] != NoInput)
      continue;
    inputOf[in.b] = uint32_t(table.inputs.size());
    table.inputs.push_back(in.b);
  }
  return !table.inputs.empty() && table.inputs.size() <= TruthTable::MaxInputs;
}

/// Moves, selections and conversions between the two kinds of values; false if it is none.
bool TableMaker::move(const Instr &in) {
  switch (Opcode(in.op)) {
  case Opcode::MovL: set(in.a, pair(in.b), isBitPair(in.b), loadedBy[in.b]); return true;
  case Opcode::Mov: setPlain(in.a, slots[in.b], isBit[in.b], loadedBy[in.b]); return true;
  case Opcode::IToL: set(in.a, {slots[in.b], 0}, isBit[in.b], loadedBy[in.b]); return true;
  case Opcode::LToI:
    setPlain(in.a, slots[in.b] & ~slots[in.b + 1], isBitPair(in.b), loadedBy[in.b]);
    return true;
  case Opcode::SelL:
    if (slots[in.b])
      set(in.a, pair(in.c), isBitPair(in.a) && isBitPair(in.c));
    return true;
  case Opcode::SelI:
    if (slots[in.b])
      setPlain(in.a, slots[in.c], isBit[in.a] && isBit[in.c]);
    return true;
  default: return false;
  }
}

/// Moves, and bitwise operations of width 1.
bool TableMaker::operation(const Instr &in, const Extension &ext) {
  if (move(in))
    return true;
  if (in.aux != 1)
    return false;
  switch (Opcode(in.op)) {
  case Opcode::AndL: set(in.a, logic64::bitAnd(bit(in.b), bit(in.c)), true); return true;
  case Opcode::OrL: set(in.a, logic64::bitOr(bit(in.b), bit(in.c)), true); return true;
  case Opcode::XorL: set(in.a, logic64::bitXor(bit(in.b), bit(in.c)), true); return true;
  case Opcode::NotL: set(in.a, logic64::bitNot(bit(in.b), 1), true); return true;
  case Opcode::MergeL: set(in.a, logic64::merge(bit(in.b), bit(in.c)), true); return true;
  case Opcode::MuxL:
    set(in.a, logic64::mux(bit(in.b), bit(in.c), bit(ext.e0)), true);
    return true;
  case Opcode::CaseEqL: setPlain(in.a, logic64::caseEq(bit(in.b), bit(in.c)), true); return true;
  case Opcode::AndI: setPlain(in.a, plainBit(in.b) & plainBit(in.c), true); return true;
  case Opcode::OrI: setPlain(in.a, plainBit(in.b) | plainBit(in.c), true); return true;
  case Opcode::XorI: setPlain(in.a, plainBit(in.b) ^ plainBit(in.c), true); return true;
  case Opcode::EqI: setPlain(in.a, plainBit(in.b) == plainBit(in.c), true); return true;
  case Opcode::NotI: setPlain(in.a, plainBit(in.b) ^ 1, true); return true;
  default: return false;
  }
}

bool TableMaker::setDelays(TruthTable &table, uint32_t slot) const {
  if (slot == NoSlot)
    return true;
  if (slot + 3 > code.constants.size())
    return false;
  table.isDelayed = true;
  uint64_t rise = code.constants[slot], fall = code.constants[slot + 1],
           turnOff = code.constants[slot + 2];
  uint64_t toX = std::min({rise, fall, turnOff});
  table.delays[0] = fall;
  table.delays[1] = rise;
  table.delays[2] = turnOff;
  table.delays[3] = toX;
  return toX != 0;
}

/// The value at slot a goes to the output.
bool TableMaker::result(TruthTable &table, const Instr &in, bool isFour, unsigned row) {
  if (hasStored || !(isFour ? isBitPair(in.a) : bool(isBit[in.a])))
    return false;
  hasStored = true;
  table.output = in.b;
  table.rows[row] = uint8_t(slots[in.a] | (isFour ? slots[in.a + 1] << 1 : 0));
  return true;
}

bool TableMaker::step(TruthTable &table, const Instr &in, const Extension &ext, unsigned row) {
  switch (auto op = Opcode(in.op)) {
  case Opcode::LdpI8: { // its second plane is 0: rows that say otherwise do not occur
    uint32_t input = inputOf[in.b];
    setPlain(in.a, row >> 2 * input & 1, false, input);
    return true;
  }
  case Opcode::LdpL8:
  case Opcode::LdpBitL: {
    uint32_t input = inputOf[in.b];
    unsigned value = row >> 2 * input & 3;
    bool isOneBit = op == Opcode::LdpBitL;
    isBitInput[input] |= isOneBit;
    set(in.a, {value & 1, value >> 1}, isOneBit, input);
    return true;
  }
  case Opcode::StpI8:
  case Opcode::StpL8:
    return result(table, in, op == Opcode::StpL8, row);
  case Opcode::Drivep:
    return ext.e0 == 1 && ext.e1 == 1 && result(table, in, in.aux & FlagFour, row) &&
           setDelays(table, ext.e2);
  default:
    return !hasStored && operation(in, ext);
  }
}

bool TableMaker::evaluate(TruthTable &table, unsigned row) {
  slots.assign(code.frameSlots + 1, 0);
  std::copy(code.constants.begin(), code.constants.end(), slots.begin());
  isBit.assign(slots.size(), false);
  loadedBy.assign(slots.size(), NoInput);
  for (size_t i = 0; i != code.constants.size(); ++i)
    isBit[i] = slots[i] <= 1;
  hasStored = false;
  for (size_t unit = 0; unit < code.code.size();) {
    const Instr &in = code.code[unit];
    if (Opcode(in.op) == Opcode::Return)
      return hasStored;
    unsigned units = unitsOf(Opcode(in.op));
    Extension ext = units == 2 ? std::bit_cast<Extension>(code.code[unit + 1]) : Extension();
    if (!step(table, in, ext, row))
      return false;
    unit += units;
  }
  return false;
}

bool TableMaker::run(TruthTable &table) {
  if (!findInputs(table))
    return false;
  isBitInput.assign(table.inputs.size(), false);
  table.rows.resize(size_t(1) << 2 * table.inputs.size());
  for (unsigned row = 0; row != table.rows.size(); ++row)
    if (!evaluate(table, row))
      return false;
  return llvm::all_of(isBitInput, [](char isOne) { return isOne; });
}

void Generator::makeTruthTables(const ModuleImage &module) {
  for (const ProcessImage &process : module.processes) {
    if (!process.operandCount || !examinedBodies.insert(process.function).second)
      continue;
    FunctionImage &function = image.functions[process.function];
    TruthTable table;
    if (TableMaker(function.code, function.operandCount).run(table))
      function.table = std::move(table);
  }
}

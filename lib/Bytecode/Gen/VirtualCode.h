//===- VirtualCode.h - bytecode over virtual slots --------------*- C++ -*-===//
//
// What the op families emit into: instructions whose slot operands are virtual
// slots, whose jump targets are labels, and whose descriptors hold both. A value
// of n slots is a register: n consecutive virtual slots. SlotAllocation and
// `finish` turn this into FunctionCode.
//
// Code is emitted backwards: consumers before producers, so that a producer knows
// whether anybody wants its value. Each operation's instructions form a chunk in
// forward order.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_BYTECODE_GEN_VIRTUALCODE_H
#define CIRCTSIM_BYTECODE_GEN_VIRTUALCODE_H

#include "Bytecode/Opcodes.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <map>

namespace circtsim::bytecode {

/// Index of a virtual slot.
using VSlot = uint32_t;
using Label = uint32_t;

/// Pseudo-instruction: label `a` stands here.
inline constexpr uint16_t LabelOp = 0xffff;

struct VInstr {
  model::Instr instr;
  model::Extension ext;
  uint32_t position = 0; ///< index into VirtualCode::positions

  bool isLabel() const { return instr.op == LabelOp; }
  Opcode opcode() const { return Opcode(instr.op); }
  model::Extension *extension() { return !isLabel() && unitsOf(opcode()) == 2 ? &ext : nullptr; }
  const model::Extension *extension() const { return const_cast<VInstr *>(this)->extension(); }
};

/// A register: consecutive virtual slots that stay together.
struct Register {
  enum Kind : uint8_t { Temporary, Argument, Constant };
  VSlot first = 0;
  uint32_t count = 0;
  Kind kind = Temporary;
  bool isPinned = false; ///< lives as long as the frame
};

class VirtualCode {
public:
  // --- Registers -----------------------------------------------------------------
  VSlot newRegister(uint32_t count, Register::Kind kind = Register::Temporary);
  /// The register of a constant with these words; the same for equal words.
  VSlot constant(llvm::ArrayRef<uint64_t> words);
  VSlot constant(uint64_t word) { return constant(llvm::ArrayRef<uint64_t>(word)); }
  uint32_t registerOf(VSlot slot) const { return registerOfSlot[slot]; }
  const uint64_t *constantWords(const Register &constant) const {
    return constantData.data() + constantAt.lookup(constant.first);
  }
  bool isConstant(VSlot slot) const {
    return registers[registerOf(slot)].kind == Register::Constant;
  }
  void pin(VSlot slot) { registers[registerOf(slot)].isPinned = true; }

  // --- Code --------------------------------------------------------------------------
  Label newLabel() { return labelCount++; }
  VInstr &emit(Opcode op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0, uint16_t aux = 0);
  VInstr &emit2(Opcode op, uint16_t aux, uint32_t a, uint32_t b, uint32_t c, uint32_t e0 = 0,
                uint32_t e1 = 0, uint32_t e2 = 0, uint32_t e3 = 0);
  void place(Label label);
  /// Ends the chunk of one operation; its instructions stand before all earlier ones.
  void closeChunk();
  /// Puts all chunks into forward order.
  void reverse();
  void setPosition(const model::SourcePos &pos);

  /// Calls `visit` for each operand of frame slots, descriptors included. The count of a
  /// register-sized operand is that of its register.
  struct SlotUse {
    uint32_t &slot;
    uint32_t count;
    bool isDef, isUse;
  };
  void forEachSlot(VInstr &instr, llvm::function_ref<void(SlotUse)> visit);
  /// Calls `visit` for each label the instruction may jump to.
  void forEachTarget(VInstr &instr, llvm::function_ref<void(uint32_t &)> visit);

  std::vector<VInstr> code;
  std::vector<Register> registers;
  std::vector<model::SourcePos> positions;
  uint32_t labelCount = 0;
  /// The results of the function: one register, or NoSlot.
  VSlot results = model::NoSlot;
  std::vector<model::WaitDescriptor> waits;
  std::vector<model::CallDescriptor> calls;
  std::vector<model::ForkDescriptor> forks;
  std::vector<model::SwitchTable> switches;
  std::vector<model::SignatureId> callSites;
  std::vector<model::TypeId> types;
  std::vector<std::string> texts;

private:
  std::vector<VInstr> chunk;
  std::vector<uint32_t> registerOfSlot;
  llvm::DenseMap<VSlot, uint32_t> constantAt;
  std::vector<uint64_t> constantData;
  std::map<std::vector<uint64_t>, VSlot> constantsByWords;
  llvm::DenseMap<uint64_t, VSlot> smallConstants;
  uint32_t position = 0;
};

/// Removes moves: a value computed only to be moved is computed in place.
void coalesceMoves(VirtualCode &code);

/// Physical slot of every register's first slot: constants from 0, then arguments, then
/// temporaries reused by liveness. Unused constants get NoSlot.
struct SlotAssignment {
  std::vector<uint32_t> physical; ///< by register
  std::vector<uint64_t> constants;
  uint32_t frameSlots = 0;
  uint32_t argumentSlots = 0;
};
SlotAssignment allocateSlots(VirtualCode &code);

/// Lowers to FunctionCode: physical slots, unit indices, line table. Jumps to the next
/// instruction and moves of a slot to itself disappear.
void finishCode(VirtualCode &code, model::FunctionCode &out);

} // namespace circtsim::bytecode

#endif // CIRCTSIM_BYTECODE_GEN_VIRTUALCODE_H

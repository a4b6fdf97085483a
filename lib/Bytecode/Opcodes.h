//===- Opcodes.h - bytecode instructions and their operands -----*- C++ -*-===//
//
// The enumeration and the tables that follow from Opcodes.def, and the decoding
// of an instruction into described operands for verifier, disassembler,
// generator and native code.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_BYTECODE_OPCODES_H
#define CIRCTSIM_BYTECODE_OPCODES_H

#include "Model/Code.h"

#include <array>
#include <optional>
#include <string_view>

namespace circtsim::bytecode {

enum class Opcode : uint16_t {
#define OPCODE(Name, Units, Signature, Doc) Name,
#include "Bytecode/Opcodes.def"
};

inline constexpr unsigned NumOpcodes = 0
#define OPCODE(Name, Units, Signature, Doc) +1
#include "Bytecode/Opcodes.def"
    ;

/// One row of Opcodes.def.
struct OpcodeInfo {
  std::string_view name;
  uint8_t units;
  std::string_view signature;
  std::string_view doc;
};

const OpcodeInfo &infoOf(Opcode op);
inline std::string_view nameOf(Opcode op) { return infoOf(op).name; }
inline unsigned unitsOf(Opcode op) { return infoOf(op).units; }
/// The opcode with the mnemonic, if there is one.
std::optional<Opcode> opcodeNamed(std::string_view name);

/// Instruction fields in the order of signatures.
enum class Field : uint8_t { A, B, C, E0, E1, E2, E3 };
inline constexpr unsigned NumFields = 7;

uint32_t fieldOf(const model::Instr &instr, const model::Extension *ext, Field field);
void setField(model::Instr &instr, model::Extension *ext, Field field, uint32_t value);

enum class OperandKind : uint8_t {
  None,
  Slots, ///< frame slots: defined, used or both
  Immediate,
  JumpTarget,  ///< unit index
  Function,    ///< FuncId
  Instance,    ///< SelfInstance or an instance slot
  BlockOffset, ///< byte offset in the instance block
  Signal,      ///< local signal index, or NoSignal
  InstanceSlot,
  Wait,
  Call,
  Fork,
  Switch,
  Site, ///< index into FunctionCode::callSites
  Type, ///< index of a descriptor of the function
  Text, ///< index into FunctionCode::texts
};

/// What one field of an instruction means.
struct Operand {
  OperandKind kind = OperandKind::None;
  Field field = Field::A;
  bool isDef = false, isUse = false; ///< Slots
  bool isOptional = false;           ///< Slots: NoSlot is allowed
  uint32_t value = 0;
  /// Slots: how many from `value` on. 0 where only the callee knows (results of
  /// calls, arguments of runtime functions).
  uint32_t count = 0;
};

/// The operands of one instruction, in field order.
struct OperandList {
  std::array<Operand, NumFields> items;
  unsigned size = 0;
  const Operand *begin() const { return items.data(); }
  const Operand *end() const { return items.data() + size; }
  void push(const Operand &operand) { items[size++] = operand; }
};

/// Decodes an instruction; `ext` is its second unit, or null. Unused fields are left out.
OperandList operandsOf(const model::Instr &instr, const model::Extension *ext);

/// Width in bits of the value in a field whose letter is W, w, M or m.
uint32_t widthOfField(Opcode op, Field field, const model::Extension &ext);

/// Slots of a value of `width` bits: 1 per 64 bits and plane.
constexpr uint32_t slotsFor(uint32_t width, bool isFour) {
  return (width <= 64 ? 1 : (width + 63) / 64) * (isFour ? 2 : 1);
}

/// A call of the function whose number stands in field `a`.
inline bool isDirectCall(Opcode op) { return op == Opcode::Call || op == Opcode::CallAt; }
/// Control never continues at the next instruction.
bool isTerminator(Opcode op);
/// The field `a` of this instruction is read as well as written.
bool readsDestination(Opcode op);
/// The process may stop here and resume behind it.
bool isSuspension(Opcode op);

} // namespace circtsim::bytecode

#endif // CIRCTSIM_BYTECODE_OPCODES_H

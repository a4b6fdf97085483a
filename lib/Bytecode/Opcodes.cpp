//===- Opcodes.cpp - tables of instructions and operand decoding ------------===//
//
// Everything follows from the rows of Opcodes.def: a letter of the signature
// gives the kind of a field, widths of shape-dependent values stand in the
// extension, and the few instructions whose meaning a letter cannot tell (calls,
// block moves, delays) are named here once.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Opcodes.h"

using namespace circtsim;
using namespace circtsim::bytecode;
using model::Extension;
using model::Instr;

static constexpr OpcodeInfo table[] = {
#define OPCODE(Name, Units, Signature, Doc) {#Name, Units, Signature, Doc},
#include "Bytecode/Opcodes.def"
};

static constexpr bool signaturesAreComplete() {
  for (const OpcodeInfo &row : table)
    if (row.signature.size() != (row.units == 2 ? 7u : 3u))
      return false;
  return true;
}
static_assert(signaturesAreComplete(), "a signature has a letter per field");

const OpcodeInfo &bytecode::infoOf(Opcode op) { return table[unsigned(op)]; }

std::optional<Opcode> bytecode::opcodeNamed(std::string_view name) {
  for (unsigned i = 0; i < NumOpcodes; ++i)
    if (table[i].name == name)
      return Opcode(i);
  return std::nullopt;
}

uint32_t bytecode::fieldOf(const Instr &instr, const Extension *ext, Field field) {
  switch (field) {
  case Field::A:
    return instr.a;
  case Field::B:
    return instr.b;
  case Field::C:
    return instr.c;
  case Field::E0:
    return ext->e0;
  case Field::E1:
    return ext->e1;
  case Field::E2:
    return ext->e2;
  case Field::E3:
    return ext->e3;
  }
  return 0;
}

void bytecode::setField(Instr &instr, Extension *ext, Field field, uint32_t value) {
  switch (field) {
  case Field::A:
    instr.a = value;
    return;
  case Field::B:
    instr.b = value;
    return;
  case Field::C:
    instr.c = value;
    return;
  case Field::E0:
    ext->e0 = value;
    return;
  case Field::E1:
    ext->e1 = value;
    return;
  case Field::E2:
    ext->e2 = value;
    return;
  case Field::E3:
    ext->e3 = value;
    return;
  }
}

uint32_t bytecode::widthOfField(Opcode op, Field field, const Extension &ext) {
  switch (op) {
  case Opcode::ExtW:
  case Opcode::DynInsert:
  case Opcode::InsertW:
    return field == Field::A ? ext.e1 : ext.e0;
  case Opcode::DynExtract:
  case Opcode::ExtractW:
    return field == Field::A ? ext.e0 : ext.e1;
  case Opcode::PowW:
  case Opcode::ShlW:
  case Opcode::ShrW:
  case Opcode::AshrW:
    return field == Field::C ? ext.e1 : ext.e0;
  case Opcode::EqW:
  case Opcode::LtW:
  case Opcode::LeW:
  case Opcode::BoolW:
  case Opcode::RedAndW:
  case Opcode::RedXorW:
    return field == Field::A ? 1 : ext.e0;
  case Opcode::ReplW:
    return field == Field::A ? ext.e0 * ext.e1 : ext.e0;
  default:
    return ext.e0;
  }
}

bool bytecode::isTerminator(Opcode op) {
  switch (op) {
  case Opcode::Jmp:
  case Opcode::SwitchI:
  case Opcode::SwitchL:
  case Opcode::Return:
  case Opcode::Halt:
  case Opcode::Unreachable:
  case Opcode::Finish:
    return true;
  default:
    return false;
  }
}

bool bytecode::readsDestination(Opcode op) {
  switch (op) {
  case Opcode::SelI:
  case Opcode::SelL:
  case Opcode::InsertI:
  case Opcode::InsertL:
  case Opcode::InsertW:
  case Opcode::DynInsert:
    return true;
  default:
    return false;
  }
}

bool bytecode::isSuspension(Opcode op) {
  switch (op) {
  case Opcode::WaitDelay:
  case Opcode::WaitEvent:
  case Opcode::WaitForever:
  case Opcode::WaitFork:
  case Opcode::Fork:
  case Opcode::Call:
  case Opcode::CallAt:
  case Opcode::CallIndirect:
  case Opcode::CallRt:
  case Opcode::SysCall:
    return true;
  default:
    return false;
  }
}

// --- Operands ---------------------------------------------------------------------

/// The descriptor table that a `q` of this instruction indexes.
static OperandKind descriptorKind(Opcode op) {
  switch (op) {
  case Opcode::WaitEvent:
  case Opcode::NbaRefEvent:
    return OperandKind::Wait;
  case Opcode::SysCall:
    return OperandKind::Call;
  case Opcode::CallIndirect:
    return OperandKind::Site;
  case Opcode::Fork:
    return OperandKind::Fork;
  case Opcode::SwitchI:
  case Opcode::SwitchL:
    return OperandKind::Switch;
  default:
    return OperandKind::Type;
  }
}

/// Slots of a wide or shape-dependent field.
static uint32_t shapedSlots(Opcode op, Field field, const Instr &instr, const Extension &ext) {
  bool isFour = instr.aux & model::FlagFour;
  if (op == Opcode::IToLW || op == Opcode::LToIW)
    isFour = (op == Opcode::IToLW) == (field == Field::A);
  return slotsFor(widthOfField(op, field, ext), isFour);
}

static void describeSlots(Operand &operand, char letter, Opcode op, const Instr &instr,
                          const Extension *ext) {
  operand.kind = OperandKind::Slots;
  operand.isDef = letter >= 'A' && letter <= 'Z' && letter != 'U' && letter != 'V';
  operand.isUse = !operand.isDef;
  switch (letter) {
  case 'D':
  case 'U':
    operand.count = 1;
    break;
  case 'E':
  case 'V':
    operand.count = 2;
    break;
  case 'R':
  case 'r':
    operand.count = 3;
    break;
  default:
    operand.count = shapedSlots(op, operand.field, instr, *ext);
    break;
  }
  if (operand.isDef && operand.field == Field::A && readsDestination(op))
    operand.isUse = true;
}

/// Fields whose letter does not tell all: block moves, calls, delays.
static void describeSpecial(Operand &operand, Opcode op, const Instr &instr, const Extension *ext) {
  auto slots = [&](bool isDef, uint32_t count) {
    operand.kind = OperandKind::Slots;
    operand.isDef = isDef;
    operand.isUse = !isDef;
    operand.count = count;
  };
  switch (op) {
  case Opcode::MovN:
    if (operand.field != Field::C)
      slots(operand.field == Field::A, instr.c);
    return;
  case Opcode::Call:
  case Opcode::CallAt:
    if (operand.field == Field::B || operand.field == Field::C)
      slots(operand.field == Field::C, operand.field == Field::B ? ext->e1 : 0);
    operand.isOptional = operand.field != Field::E0 || op == Opcode::Call;
    return;
  case Opcode::CallIndirect:
    if (operand.field == Field::B || operand.field == Field::C) {
      slots(operand.field == Field::C, operand.field == Field::B ? ext->e1 : ext->e2);
      operand.isOptional = true;
    }
    return;
  case Opcode::CallRt:
    if (operand.field != Field::A)
      slots(operand.field == Field::C, 0);
    operand.isOptional = true;
    return;
  case Opcode::Drive:
  case Opcode::Drivep:
    if (operand.field == Field::E2) {
      operand.count = 3;
      operand.isOptional = true;
    }
    return;
  case Opcode::Trigger:
    operand.isOptional = operand.field == Field::C;
    return;
  case Opcode::NbaRef:
  case Opcode::NbaRefEvent:
  case Opcode::NbaCopy:
    operand.isOptional = operand.field == Field::E3;
    return;
  case Opcode::RefFrame:
    // The storage of the variable; its size is not part of the instruction.
    if (operand.field == Field::B)
      slots(false, 0);
    return;
  case Opcode::LdText:
    if (operand.field == Field::B)
      operand.kind = OperandKind::Text;
    return;
  case Opcode::Finish:
    operand.kind = OperandKind::Text;
    return;
  case Opcode::LdElem:
  case Opcode::StElem:
    if (operand.kind == OperandKind::BlockOffset && (instr.aux & model::FlagSlotAddressed))
      operand.kind = OperandKind::InstanceSlot;
    if (operand.kind == OperandKind::Signal && (instr.aux & model::FlagSlotAddressed))
      operand.kind = OperandKind::None;
    return;
  default:
    return;
  }
}

static OperandKind kindOfLetter(char letter, Opcode op) {
  switch (letter) {
  case 'o':
    return OperandKind::BlockOffset;
  case 's':
    return OperandKind::Signal;
  case 'p':
    return OperandKind::InstanceSlot;
  case 'k':
    return OperandKind::Immediate;
  case 'j':
    return OperandKind::JumpTarget;
  case 'f':
    return OperandKind::Function;
  case 'i':
    return OperandKind::Instance;
  case 'q':
    return descriptorKind(op);
  default:
    return OperandKind::None;
  }
}

OperandList bytecode::operandsOf(const Instr &instr, const Extension *ext) {
  auto op = Opcode(instr.op);
  const OpcodeInfo &row = infoOf(op);
  OperandList list;
  for (unsigned i = 0; i < row.signature.size(); ++i) {
    char letter = row.signature[i];
    if (letter == '-')
      continue;
    Operand operand;
    operand.field = Field(i);
    operand.value = fieldOf(instr, ext, operand.field);
    operand.kind = kindOfLetter(letter, op);
    if (operand.kind == OperandKind::None)
      describeSlots(operand, letter, op, instr, ext);
    describeSpecial(operand, op, instr, ext);
    if (operand.kind != OperandKind::None)
      list.push(operand);
  }
  return list;
}

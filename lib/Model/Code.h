//===- Code.h - the container of one function's bytecode -------*- C++ -*-===//
//
// The instructions themselves are listed in Bytecode/Opcodes.def. This header
// fixes their encoding and the descriptors that instructions name by index, so
// that the run side can hold code without knowing how it was made.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_MODEL_CODE_H
#define CIRCTSIM_MODEL_CODE_H

#include "Model/Ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace circtsim::model {

/// One 16-byte unit of code. Two-unit instructions are followed by a unit read
/// as `Extension`.
struct Instr {
  uint16_t op = 0;
  uint16_t aux = 0;
  uint32_t a = 0, b = 0, c = 0;
};
struct Extension {
  uint32_t e0 = 0, e1 = 0, e2 = 0, e3 = 0;
};
static_assert(sizeof(Instr) == 16 && sizeof(Extension) == 16);

/// aux bits of two-unit instructions.
enum InstrFlag : uint16_t {
  FlagFour = 1,          ///< four-state (b-plane present)
  FlagSigned = 2,        ///< signed operands
  FlagSlotAddressed = 4, ///< storage operand is an instance slot
};

/// LRM 9.4.2 edges. AnyChange compares the selected bits; NamedEvent fires on
/// a trigger of an event variable.
enum class Edge : uint8_t { AnyChange, Pos, Neg, Both, NamedEvent };

/// Where a signal operand of a descriptor lives.
enum class SignalOperand : uint8_t {
  Local, ///< index: local signal of the instance
  Slot,  ///< index: slot of the instance
  Ref,   ///< index: frame slot of a 3-slot reference
};

/// One term of an event control or of a static sensitivity list: bits
/// [lo, lo+width) of a signal (width 0: the whole object).
struct EventTerm {
  SignalOperand kind = SignalOperand::Local;
  Edge edge = Edge::AnyChange;
  uint32_t index = 0;
  uint32_t lo = 0;    ///< first bit, counted from bit 0 of the object's first storage unit
  uint32_t width = 0; ///< number of bits, 0: whole object
};

struct WaitDescriptor {
  std::vector<EventTerm> terms;
  bool isCondition = false; ///< who is woken looks at a condition again (LRM 9.4.3)
};

/// What an argument of a system task is (LRM 20, 21).
enum class ArgKind : uint8_t {
  Missing,  ///< empty argument `,,`
  Bits,     ///< two-state value of `width` bits at slot
  Logic,    ///< four-state value of `width` bits at slot
  Real,     ///< double
  String,   ///< string handle
  Handle,   ///< class, event, chandle ... handle
  Ref,      ///< reference (3 slots) to an object of `type` (written or watched)
  Literal,  ///< text of a string literal in `text`; no slot
  Scope,    ///< a hierarchical scope: `text` is its path relative to the instance, "" the instance itself
  TypeArg,  ///< a data type: `type`
  Thunk,    ///< value is FuncId `slot`: an expression re-evaluated later ($monitor, $strobe); no other slots
};

struct CallArgument {
  ArgKind kind = ArgKind::Missing;
  bool isSigned = false;
  uint32_t slot = NoSlot;
  uint32_t width = 0;  ///< bits, for Bits and Logic
  TypeId type = NoId;  ///< declared type, where known (enum names for %p, array shape for $readmem)
  std::string text;    ///< Literal / Scope text, else source text of the argument
  SignalOperand signalKind = SignalOperand::Ref; ///< for plain signal arguments: where it lives
  uint32_t signalIndex = NoId;
};

/// A call of a system task, system function or built-in method.
struct CallDescriptor {
  uint32_t builtin = 0;          ///< row of Builtins.def
  std::vector<CallArgument> args;
  ArgKind resultKind = ArgKind::Missing; ///< Missing: none; Bits, Logic, Real, String, Handle
  uint32_t resultSlot = NoSlot;
  uint32_t resultWidth = 0;
  uint32_t scope = 0;            ///< index into ModuleImage::scopes of the caller (%m)
  uint32_t location = 0;         ///< index into FunctionCode::lines' locations: see LineEntry
};

enum class JoinKind : uint8_t { All, Any, None };

struct ForkBranch {
  FuncId function = NoId;        ///< takes the argument slots below as its first slots
  std::vector<std::pair<uint32_t, uint32_t>> args; ///< (slot, number of slots) copied in order
};
struct ForkDescriptor {
  JoinKind join = JoinKind::All;
  std::vector<ForkBranch> branches;
};

struct SwitchTable {
  std::vector<std::pair<uint64_t, uint32_t>> cases; ///< (value, target unit), sorted by value
  uint64_t denseBase = 0;                           ///< if dense is not empty: value - base indexes it
  std::vector<uint32_t> dense;                      ///< target unit, or NoId for the default
};

/// Source position of code: file is an index into DesignImage::files.
struct SourcePos {
  uint32_t file = NoId, line = 0, column = 0;
};
struct LineEntry {
  uint32_t unit = 0; ///< first unit index the position holds for
  SourcePos pos;
};

/// One function's code. Frame layout, in 8-byte slots: [0, constants.size())
/// the constants, never written by code; then the arguments; then the rest.
/// A callee's arguments start at constants.size(); its results are the
/// `resultSlots` slots from `resultSlot` on when it returns.
struct FunctionCode {
  std::vector<Instr> code;
  std::vector<uint64_t> constants;
  uint32_t frameSlots = 0;
  uint32_t argumentSlots = 0;
  uint32_t resultSlot = 0, resultSlots = 0;
  bool maySuspend = false;
  std::vector<WaitDescriptor> waits;
  std::vector<CallDescriptor> calls;
  std::vector<ForkDescriptor> forks;
  std::vector<SwitchTable> switches;
  std::vector<SignatureId> callSites; ///< of each indirect call, what its callee must have
  std::vector<TypeId> types;       ///< type descriptors named by index `q` of reference operations
  std::vector<std::string> texts;
  std::vector<LineEntry> lines;    ///< sorted by unit
};

} // namespace circtsim::model

#endif

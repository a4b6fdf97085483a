//===- FunctionShape.h - control flow and liveness of bytecode ---*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_FUNCTIONSHAPE_H
#define CIRCTSIM_CODEGEN_FUNCTIONSHAPE_H

#include "Bytecode/Opcodes.h"
#include "Codegen/Codegen.h"
#include "Model/Frame.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <map>

namespace circtsim::codegen {

/// `count` slots from `slot` on that an instruction reads or writes.
struct SlotRange {
  uint32_t slot = 0, count = 0;
  bool isDef = false, isUse = false;
};

/// What an instruction does to the frame. `openFrom`: it touches an unknown
/// number of slots from there on.
struct SlotEffects {
  llvm::SmallVector<SlotRange, 8> ranges;
  uint32_t openFrom = ~0u;
};

/// One function's code: instruction starts, basic blocks, which slots live in
/// registers, and which of these are live where.
class FunctionShape {
public:
  FunctionShape(const model::Function &function, const Callees &callees,
                CodeVersion version = {});

  struct Block {
    uint32_t begin = 0, end = 0; ///< units
    llvm::SmallVector<uint32_t, 2> successors; ///< first units of blocks
  };

  const model::Instr &at(uint32_t unit) const { return function.code[unit]; }
  bytecode::Opcode opAt(uint32_t unit) const { return bytecode::Opcode(at(unit).op); }
  const model::Extension &extensionAt(uint32_t unit) const {
    return reinterpret_cast<const model::Extension &>(function.code[unit + 1]);
  }
  uint32_t next(uint32_t unit) const { return unit + bytecode::unitsOf(opAt(unit)); }
  SlotEffects effectsOf(uint32_t unit) const;

  /// In the order of code.
  const std::map<uint32_t, Block> &blocks() const { return allBlocks; }
  /// Units at which another activation may continue, ascending; 0 is one of them.
  llvm::ArrayRef<uint32_t> entries() const { return entryUnits; }
  /// The slot has to be in the frame's memory at all times.
  bool isMemory(uint32_t slot) const { return memory.test(slot); }
  bool isConstant(uint32_t slot) const { return slot < function.constantSlots; }
  bool isRegister(uint32_t slot) const { return !isConstant(slot) && !isMemory(slot); }
  /// Register slots that are live before the instruction at `unit`.
  const llvm::BitVector &liveBefore(uint32_t unit) const;
  uint32_t slotCount() const { return numSlots; }
  bool hasScopes() const { return scopes; }

  /// Code that takes signals to be known checks that they are at the first of a
  /// run of loads, for all of the run: the loads that a guard at `unit` covers, or
  /// null. Instructions with a guard of their own have an empty list.
  const llvm::SmallVector<uint32_t, 4> *guardAt(uint32_t unit) const {
    auto it = guards.find(unit);
    return it == guards.end() ? nullptr : &it->second;
  }
  bool hasGuards() const { return !guards.empty(); }
  const CodeVersion version;
  const model::Function &function;

private:
  void findBlocks();
  void findLeaders(llvm::BitVector &leaders);
  void splitAt(const llvm::BitVector &leaders);
  void findGuards();
  void addEntry(uint32_t unit);
  void classifySlots();
  void computeLiveness();
  void stepBack(uint32_t unit, llvm::BitVector &live) const;
  void successorsOf(uint32_t unit, llvm::SmallVectorImpl<uint32_t> &targets) const;

  const Callees &callees;
  uint32_t numSlots;
  bool scopes = false;
  std::map<uint32_t, Block> allBlocks;
  llvm::SmallVector<uint32_t, 4> entryUnits;
  llvm::SmallVector<uint32_t, 2> scopeEnds;
  std::map<uint32_t, llvm::SmallVector<uint32_t, 4>> guards;
  llvm::BitVector memory;
  llvm::DenseMap<uint32_t, llvm::BitVector> liveAt; ///< of every instruction
};

} // namespace circtsim::codegen

#endif

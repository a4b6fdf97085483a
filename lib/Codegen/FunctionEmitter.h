//===- FunctionEmitter.h - bytecode of one function to LLVM IR ---*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_FUNCTIONEMITTER_H
#define CIRCTSIM_CODEGEN_FUNCTIONEMITTER_H

#include "Codegen/Codegen.h"
#include "Codegen/FunctionShape.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"

namespace circtsim::codegen {

/// A four-state value of at most 64 bits: two i64.
struct Pair {
  llvm::Value *a, *b;
};

/// Emits `ExitStatus symbol(SimContext *, Frame *)`. One method per opcode, named
/// emit<Opcode>; a row of Opcodes.def without its method does not link.
class FunctionEmitter {
public:
  FunctionEmitter(llvm::Module &module, const FunctionShape &shape, llvm::StringRef symbol,
                  const EmitOptions &options);
  llvm::Function *emit();

#define OPCODE(Name, Units, Signature, Doc) void emit##Name();
#include "Bytecode/Opcodes.def"

private:
  using Value = llvm::Value;
  using BasicBlock = llvm::BasicBlock;

  // --- Frame of the emission (FunctionEmitter.cpp) ------------------------------
  void emitPrologue();
  void emitEntries();
  void emitBlock(const FunctionShape::Block &block, BasicBlock *at);
  void emitInstr(uint32_t unit);
  void countBlock(const FunctionShape::Block &block);
  void emitInjectedDeopt(uint32_t unit);
  BasicBlock *blockAt(uint32_t unit);
  BasicBlock *newBlock(const llvm::Twine &name) {
    return BasicBlock::Create(context, name, function);
  }
  /// A block that is rarely reached; emission goes on where it was.
  template <typename Body> void inColdBlock(BasicBlock *block, Body body) {
    llvm::IRBuilderBase::InsertPointGuard guard(b);
    b.SetInsertPoint(block);
    body();
  }
  llvm::MDNode *likely();

  // --- Slots -------------------------------------------------------------------------
  Value *slotAddress(uint32_t slot);
  Value *read(uint32_t slot);
  void write(uint32_t slot, Value *value);
  Pair readPair(uint32_t slot) { return {read(slot), read(slot + 1)}; }
  void writePair(uint32_t slot, Pair value) {
    write(slot, value.a);
    write(slot + 1, value.b);
  }
  Value *A() { return read(in->a); }
  Value *B() { return read(in->b); }
  Value *C() { return read(in->c); }
  Pair LB() { return readPair(in->b); }
  Pair LC() { return readPair(in->c); }
  void setA(Value *value) { write(in->a, value); }
  void setL(Pair value) { writePair(in->a, value); }
  Value *realAt(uint32_t slot) { return b.CreateBitCast(read(slot), b.getDoubleTy()); }
  void setR(Value *real) { setA(b.CreateBitCast(real, i64)); }
  /// Registers that are live before `unit` go to the frame, or come from it.
  void spillLive(uint32_t unit);
  void reloadLive(uint32_t unit);
  void spill(uint32_t slot);
  void reload(uint32_t slot);
  void spillUses(const SlotEffects &effects);
  void reloadDefs(const SlotEffects &effects);

  // --- Leaving ----------------------------------------------------------------------
  void setPc(uint32_t unit);
  /// Calls support function `which` behind the context argument.
  Value *callSupport(Support which, llvm::ArrayRef<Value *> arguments);
  /// The instruction through Support::step.
  void outOfLine();
  /// The same where the instruction always or sometimes gives control back.
  void outOfLineLeaving(Support which = Support::step, bool always = false);
  /// Leaves with `status` if it is not Return; live registers are written first.
  void leaveUnlessReturn(Value *status);
  /// Inline under `condition`, else out of line.
  template <typename Body> void inlineIf(Value *condition, Body body) {
    BasicBlock *fast = newBlock("fast"), *slow = newBlock("slow"), *join = newBlock("join");
    b.CreateCondBr(condition, fast, slow, likely());
    inColdBlock(slow, [&] {
      outOfLine();
      b.CreateBr(join);
    });
    b.SetInsertPoint(fast);
    body();
    b.CreateBr(join);
    b.SetInsertPoint(join);
  }

  // --- Small pieces of IR ---------------------------------------------------------
  Value *num(uint64_t value) { return llvm::ConstantInt::get(i64, value); }
  Value *mask() { return num(lowMask(in->aux)); }
  static uint64_t lowMask(uint32_t width) {
    return width >= 64 ? ~uint64_t(0) : (uint64_t(1) << width) - 1;
  }
  uint32_t w() const { return in->aux; }
  bool isFour() const { return in->aux & model::FlagFour; }
  Value *masked(Value *value, uint32_t width) {
    return width >= 64 ? value : b.CreateAnd(value, lowMask(width));
  }
  Value *flag(Value *i1) { return b.CreateZExt(i1, i64); }
  Value *isSet(Value *word) { return b.CreateICmpNE(word, num(0)); }
  Value *signExtended(Value *value, uint32_t width);
  /// Shift left so that the sign bit of `width` bits is bit 63.
  Value *aligned(Value *value, uint32_t width) { return b.CreateShl(value, 64 - width); }
  Pair orAllX(Value *a, Value *unknown, uint32_t width);
  Pair relation(Value *holds, Value *unknown);
  Pair truth(Pair x);
  Pair bitAnd(Pair x, Pair y);
  Pair bitOr(Pair x, Pair y);
  Pair bitNot(Pair x, uint32_t width);
  Pair select(Value *condition, Pair x, Pair y);
  Value *shift(unsigned opcode, Value *x, Value *amount, uint32_t width);
  Value *divide(unsigned opcode, Value *x, Value *y, uint32_t width, bool isSigned);
  void arithmetic(unsigned opcode);
  void division(unsigned opcode, bool isSigned);
  void shiftL(unsigned opcode);
  void compareI(llvm::CmpInst::Predicate predicate, bool isSigned);
  void compareL(llvm::CmpInst::Predicate predicate, bool isSigned);
  void realArithmetic(unsigned opcode);
  void realCompare(llvm::CmpInst::Predicate predicate);

  // --- Memory -------------------------------------------------------------------------
  struct Place {
    Value *address, *signal; ///< signal: i32
    bool isLocal;            ///< a signal for certain
  };
  Place localPlace(uint32_t offset, uint32_t signal);
  Place slotPlace(uint32_t slot);
  Value *secondPlane(Value *address) { return b.CreateGEP(b.getInt8Ty(), address, distance); }
  Value *loadUnit(Value *address, uint32_t bytes);
  void storeUnit(Value *address, Value *value, uint32_t bytes);
  void load(Place place, uint32_t bytes, bool isFour);
  void store(Place place, uint32_t bytes, bool isFour, Value *a, Value *bPlane);
  void loadBit(Value *address, Value *bit);
  void storePart(Place place);
  void nonblocking(Place place, bool isFour);
  void normalise(bool isDescending);
  Value *invariantLoad(llvm::Type *type, Value *base, uint64_t offset);

  void branch(Value *condition, uint32_t target);
  void jump(uint32_t target);
  void emitSwitch(Value *value, BasicBlock *otherwise);

  const FunctionShape &shape;
  const EmitOptions &options;
  llvm::LLVMContext &context;
  llvm::Module &module;
  llvm::Function *function;
  llvm::IRBuilder<> b;
  llvm::Type *i64, *i32, *ptr;
  Value *simulation = nullptr, *frame = nullptr;
  Value *instance = nullptr, *base = nullptr, *slots = nullptr, *signalBase = nullptr;
  Value *flags = nullptr, *distance = nullptr, *support = nullptr;
  std::vector<llvm::AllocaInst *> registers; ///< by slot; null: not a register
  llvm::DenseMap<uint32_t, BasicBlock *> blocks;
  uint32_t unit = 0;
  const model::Instr *in = nullptr;
  const model::Extension *ext = nullptr;
  bool isTerminated = false;
};

} // namespace circtsim::codegen

#endif

//===- FunctionEmitter.h - bytecode of one function to LLVM IR ---*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_FUNCTIONEMITTER_H
#define CIRCTSIM_CODEGEN_FUNCTIONEMITTER_H

#include "Codegen/Codegen.h"
#include "Codegen/DebugLines.h"
#include "Codegen/FunctionShape.h"

#include "llvm/Analysis/InstSimplifyFolder.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"

#include <optional>

namespace circtsim::codegen {

/// A four-state value of at most 64 bits: two i64.
struct Pair {
  llvm::Value *a, *b;
};

/// Folds what is known while it builds.
using Builder = llvm::IRBuilder<llvm::InstSimplifyFolder>;

/// Emits `ExitStatus symbol(SimContext *, Frame *)`. One method per opcode, named
/// emit<Opcode>; a row of Opcodes.def without its method does not link.
class FunctionEmitter {
public:
  FunctionEmitter(llvm::Module &module, const FunctionShape &shape, llvm::StringRef symbol,
                  const EmitOptions &options);
  /// Code gets places in the source. Before emit().
  void describe(DebugLines &module, const DebugSource &source);
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
  uint32_t restOfBlock(uint32_t at) const;
  /// Adds to a counter of NativeState.
  void count(uint64_t counterOffset, int64_t by);
  void emitInjectedDeopt(uint32_t unit);
  BasicBlock *blockAt(uint32_t unit);
  BasicBlock *newBlock(const llvm::Twine &name) {
    return BasicBlock::Create(context, name, function);
  }
  /// A block that is rarely reached; emission goes on where it was.
  template <typename Body> void inColdBlock(BasicBlock *block, Body body) {
    llvm::IRBuilderBase::InsertPointGuard guard(b);
    b.SetInsertPoint(block);
    inArm(body);
  }
  /// A block that not all ways through the instruction pass: what it writes is not
  /// known behind it.
  template <typename Body> void inArm(Body body) {
    ++arms;
    body();
    --arms;
  }
  llvm::MDNode *likely();
  llvm::MDNode *unlikely();

  // --- Guards of code that takes signals to be known -------------------------------
  bool isSpeculative() const { return shape.version.assumesKnown; }
  /// Leaves the instruction, of which nothing has been done, if `isBad` (i1).
  void guard(Value *isBad);
  void guardLoads(llvm::ArrayRef<uint32_t> loads);
  Value *anyUnknownAt(llvm::MutableArrayRef<std::pair<uint32_t, uint32_t>> places);

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
    if (isSpeculative() && shape.guardAt(unit)) {
      guard(b.CreateNot(condition));
      return body();
    }
    BasicBlock *fast = newBlock("fast"), *slow = newBlock("slow"), *join = newBlock("join");
    b.CreateCondBr(condition, fast, slow, likely());
    inColdBlock(slow, [&] {
      outOfLine();
      b.CreateBr(join);
    });
    b.SetInsertPoint(fast);
    inArm(body);
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
    int64_t offset = -1;     ///< of the address from `base`, if known
  };
  Place localPlace(uint32_t offset, uint32_t signal);
  Place slotPlace(uint32_t slot);
  Value *secondPlane(Value *address) { return b.CreateGEP(b.getInt8Ty(), address, distance); }
  Value *secondPlane(const Place &place) {
    return place.offset < 0 ? secondPlane(place.address) : secondPlaneAt(uint64_t(place.offset));
  }
  /// Of what lies at an offset from `base`.
  Value *secondPlaneAt(uint64_t offset) {
    return b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), secondBase, offset);
  }
  Place elementAt(Place place, Value *element);
  Value *loadUnit(Value *address, uint32_t bytes);
  void storeUnit(Value *address, Value *value, uint32_t bytes);
  void load(Place place, uint32_t bytes, bool isFour);
  void loadLogic(Place place, uint32_t bytes);
  void store(Place place, uint32_t bytes, bool isFour, Value *a, Value *bPlane);
  void loadBit(const Place &place, Value *bit);
  void storePart(Place place);
  /// Goes on where the signal's flag byte can be read, else at `otherwise`.
  void requireSignal(Place place, BasicBlock *otherwise);
  Value *flagsOf(Value *signal);
  Value *instanceBehind(Value *handle);
  void nonblocking(Place place, bool isFour);
  void normalise(bool isDescending);
  Value *invariantLoad(llvm::Type *type, Value *base, uint64_t offset);

  // --- Values above 64 bits (EmitWide*.cpp) -------------------------------------------
  // A plane is a vector <n x i64>, n = ceil(width/64); in a Pair of a two-state
  // value the second is null. Beyond InlineWords a C function does the work.
  static constexpr uint32_t InlineWords = 16;
  static uint32_t wordsOf(uint32_t width) { return width <= 64 ? 1 : (width + 63) / 64; }
  static bool isLong(uint32_t width) { return wordsOf(width) > InlineWords; }
  static uint32_t countOf(Value *words);
  llvm::Type *wordsType(uint32_t count);
  Value *zeroWords(uint32_t count);
  Value *readWords(uint32_t slot, uint32_t count);
  void writeWords(uint32_t slot, Value *words);
  Pair readWide(uint32_t slot, uint32_t width);
  void writeWide(uint32_t slot, uint32_t width, Pair value);
  Pair wideB() { return readWide(in->b, ext->e0); }
  Pair wideC() { return readWide(in->c, ext->e0); }
  void setWide(Pair value) { writeWide(in->a, ext->e0, value); }
  void setBit(Value *holds, Value *doubt);
  void setBitOfCode(Value *code, bool isPair);
  /// Clears the bits above `width`.
  Value *maskWords(Value *words, uint32_t width);
  Value *splat(Value *word, uint32_t count) { return b.CreateVectorSplat(count, word); }
  /// All ones below `width` if the i1 `condition`, else 0.
  Value *allIf(Value *condition, uint32_t width);
  Value *isSetWords(Value *words);
  Value *asInteger(Value *words);
  Value *asWords(Value *integer, uint32_t count);
  /// `count` words from word `offset` (may be negative) on; `fill` (default 0) elsewhere.
  Value *takeWords(Value *words, int offset, uint32_t count, Value *fill = nullptr);
  /// Bits from bit `shift` (0..63; i64) of the words `low` on, `high` being the next ones.
  Value *funnelDown(Value *high, Value *low, Value *shift);
  Value *funnelUp(Value *high, Value *low, Value *shift);
  Value *atMost(Value *value, uint64_t limit);
  Value *signExtendedWords(Value *words, uint32_t width);
  Value *resizedWords(Value *words, uint32_t from, uint32_t to, bool isSigned);
  Value *shapeCode(uint32_t width);
  /// Calls a support function on frame slots: operands go to the frame, results come back.
  Value *callOnFrame(Support which, llvm::ArrayRef<Value *> arguments);
  void binaryCall(Support which);
  void arithmeticW(unsigned opcode, Support whenLong);
  void matchW(Support whenLong, llvm::function_ref<Value *(Pair, Pair)> differences);
  void equalityW(Support whenLong, bool isWild);
  void compareW(llvm::CmpInst::Predicate predicate, Support whenUnsigned, Support whenSigned);
  Value *constantShift(unsigned opcode, Value *words, uint64_t amount, uint32_t width);
  Value *variableShift(unsigned opcode, Value *words, Value *skip, Value *shift, uint32_t width);
  void shiftW(unsigned opcode, Support whenLong);
  Value *shiftBuffer();
  Value *extractPlane(uint32_t slot, uint32_t lo, uint32_t width);
  void insertPlane(uint32_t target, uint32_t source, uint32_t lo, uint32_t width);
  Value *wordAt(Value *address, Value *index);
  /// `width` bits from bit `bit` on of `count` words at `address`: i64, or words.
  Value *bitsAt(Value *address, Value *bit, uint32_t count, uint32_t width);
  void insertBitsAt(Value *address, Value *bit, uint32_t count, uint32_t width, Value *value);
  void spillWords(uint32_t slot, uint32_t count);
  void loadWide(Place place, uint32_t width);
  void storeWide(Place place, uint32_t lo, uint32_t width, uint32_t unitWidth);
  void storeBitsCall(Place place, Value *lo, uint32_t width, uint32_t unitWidth);
  Value *arrayObject(Value *address, BasicBlock *none);
  void storeQuiet(Value *address, Value *bit);
  void nonblockingPart(Place place);

  void branch(Value *condition, uint32_t target);
  void jump(uint32_t target);
  void emitSwitch(Value *value, BasicBlock *otherwise);

  const FunctionShape &shape;
  const EmitOptions &options;
  llvm::LLVMContext &context;
  llvm::Module &module;
  llvm::Function *function;
  Builder b;
  llvm::Type *i64, *i32, *ptr;
  Value *simulation = nullptr, *frame = nullptr;
  Value *instance = nullptr, *base = nullptr, *slots = nullptr, *signalBase = nullptr;
  Value *secondBase = nullptr; ///< `base` in the b-plane
  Value *flags = nullptr, *distance = nullptr, *support = nullptr;
  std::optional<DebugLines::FunctionLines> lines;
  Value *shiftWords = nullptr; ///< scratch of shifts by a variable amount
  std::vector<llvm::AllocaInst *> registers; ///< by slot; null: not a register
  /// What a register slot holds, if that was written in this block on the way that
  /// leads to the present place; else null.
  std::vector<Value *> current;
  unsigned arms = 0; ///< depth of inArm()
  llvm::DenseMap<uint32_t, BasicBlock *> blocks;
  uint32_t unit = 0;
  const model::Instr *in = nullptr;
  const model::Extension *ext = nullptr;
  bool isTerminated = false;
};

} // namespace circtsim::codegen

#endif

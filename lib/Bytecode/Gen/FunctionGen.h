//===- FunctionGen.h - code of one function or process ----------*- C++ -*-===//
//
// Walks the blocks of a region backwards and emits bytecode over virtual slots.
// Producers emit only if a consumer has asked for their value; consumers look
// through producers they can absorb (constants, widenings, addresses,
// comparisons in branches). One file per family of operations.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_BYTECODE_GEN_FUNCTIONGEN_H
#define CIRCTSIM_BYTECODE_GEN_FUNCTIONGEN_H

#include "Bytecode/Gen/Generator.h"
#include "Bytecode/Gen/VirtualCode.h"

namespace circtsim::bytecode {

/// How a value lies in slots.
struct Shape {
  uint32_t width = 64;
  bool isFour = false;
  bool isRef = false;
  bool isSmall() const { return width <= 64; }
  uint32_t slots() const { return isRef ? 3 : slotsFor(width, isFour); }
  /// aux of two-unit operations.
  uint16_t flags(bool isSigned = false) const {
    return uint16_t((isFour ? model::FlagFour : 0) | (isSigned ? model::FlagSigned : 0));
  }
};
Shape shapeOf(mlir::Type type);

/// Where a reference points, as far as it is known: base, constant offset, at most one run-time
/// element, and bits of the packed object found there.
struct Address {
  enum Base : uint8_t { Local, Slot, Opaque };
  Base base = Opaque;
  uint32_t index = 0;       ///< Local: signal; Slot: slot
  uint64_t blockOffset = 0; ///< Local: bytes in the instance block
  uint64_t offset = 0;      ///< bytes from the start of the object
  mlir::Value opaque;       ///< Opaque: the reference all else is relative to
  bool isNull = false;      ///< a constant position out of range
  bool isOperand = false;   ///< Slot: operand of a shared body, which may start at any bit
  // Run-time element.
  llvm::SmallVector<std::pair<mlir::Value, uint64_t>, 2>
      indices;                    ///< (index, count), outermost first
  uint64_t count = 0, stride = 0; ///< of the linear array
  // Bits.
  bool hasBits = false;
  uint64_t lo = 0;
  mlir::Value bitIndex;
  mlir::Type object; ///< type of the whole object the bits belong to
  uint32_t unitWidth() const { return shapeOf(object).width; }
};

class FunctionGen {
public:
  FunctionGen(Generator &generator, const ModuleInfo &module, mlir::Operation *owner,
              mlir::Region &body, uint32_t scope, model::FunctionCode &out);
  mlir::LogicalResult generate();

private:
  using Result = mlir::LogicalResult;

  // --- Driver ---------------------------------------------------------------------
  void prepareArguments();
  Result generateBlock(mlir::Block &block);
  Result generateOp(mlir::Operation &op);

  // --- Values ---------------------------------------------------------------------
  /// First slot of the value, which its producer will have to make.
  VSlot use(mlir::Value value);
  /// First slot if somebody uses the value.
  std::optional<VSlot> wanted(mlir::Value value) const;
  /// The value itself behind operations that change nothing in the slots.
  mlir::Value resolve(mlir::Value value);
  bool isAliasIndex(mlir::Operation *norm);
  std::optional<VSlot> constantSlot(mlir::Value value);
  VSlot temporary(mlir::Type type) { return code.newRegister(shapeOf(type).slots()); }
  VSlot temporary(Shape shape) { return code.newRegister(shape.slots()); }
  void move(VSlot to, VSlot from, uint32_t count);
  void emit(Opcode op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0, uint16_t aux = 0) {
    code.emit(op, a, b, c, aux);
  }
  void emit2(Opcode op, uint16_t aux, uint32_t a, uint32_t b, uint32_t c, uint32_t e0 = 0,
             uint32_t e1 = 0, uint32_t e2 = 0, uint32_t e3 = 0) {
    code.emit2(op, aux, a, b, c, e0, e1, e2, e3);
  }
  Result unsupported(mlir::Operation *op, llvm::StringRef why = {});
  uint32_t typeIndex(mlir::Type type);
  uint32_t scopeIndex(mlir::FlatSymbolRefAttr scope) const;

  // --- Families: each returns nullopt for an operation of another family ------------
  std::optional<Result> genArith(mlir::Operation *op);   // GenArith.cpp
  std::optional<Result> genCompare(mlir::Operation *op); // GenCompare.cpp
  std::optional<Result> genBits(mlir::Operation *op);    // GenBits.cpp
  std::optional<Result> genMemory(mlir::Operation *op);  // GenMemory.cpp
  std::optional<Result> genAssign(mlir::Operation *op);  // GenAssign.cpp
  std::optional<Result> genControl(mlir::Operation *op); // GenControl.cpp
  std::optional<Result> genCalls(mlir::Operation *op);   // GenCalls.cpp
  std::optional<Result> genProcess(mlir::Operation *op); // GenProcess.cpp

  // GenArith
  void binary(mlir::Operation *op, Opcode two, Opcode four, Opcode wide, bool isSigned = false);
  void binaryValues(VSlot to, Shape shape, VSlot x, VSlot y, Opcode two, Opcode four, Opcode wide,
                    bool isSigned = false);
  void unary(mlir::Operation *op, Opcode two, Opcode four, Opcode wide);
  void realOp(mlir::Operation *op, Opcode opcode);
  void genPow(csim::PowOp op, VSlot to);
  void genShift(mlir::Operation *op, Opcode two, Opcode four, Opcode wide);
  void genSelect(mlir::arith::SelectOp op, VSlot to);
  void genMux(csim::MuxOp op, VSlot to);
  void genResize(VSlot to, Shape toShape, mlir::Value from, bool isSigned);
  std::optional<Result> genConversion(mlir::Operation *op); // GenConvert.cpp
  // GenCompare
  Result genCmpI(mlir::arith::CmpIOp op);
  Result genCmpF(mlir::arith::CmpFOp op);
  void genEquality(mlir::Operation *op, bool negate);
  void genOrder(mlir::Operation *op, bool orEqual, bool isSigned);
  void genCaseCompare(mlir::Operation *op, Opcode four, Opcode wide);
  void genReduction(mlir::Operation *op, Opcode two, Opcode four, Opcode wide);
  void genTruth(mlir::Operation *op, bool negate);
  // GenBits
  void genExtract(csim::ExtractOp op, VSlot to);
  void genConcat(csim::ConcatOp op, VSlot to);
  void genInsert(VSlot to, mlir::Value base, mlir::Value part, uint64_t lo);
  // GenMemory
  Address addressOf(mlir::Value ref);
  void stepElement(Address &address, csim::ElemRefOp op);
  bool isBounded(mlir::Value index, uint64_t count);
  /// Index slot of the run-time element, linear over all its dimensions.
  VSlot linearIndex(const Address &address);
  Result genRef(mlir::Operation *op);
  Result genMemberRef(csim::MemberRefOp op);
  Result genMemberHandle(csim::MemberHandleOp op);
  uint32_t unitWidthOf(const Address &address, Shape part) const;
  void genLoad(csim::LoadOp op, VSlot to);
  bool loadBit(const Address &address, VSlot to, Shape shape);
  bool loadDirect(const Address &address, VSlot to, Shape shape);
  void loadWhole(const Address &address, VSlot to, Shape shape);
  void extractFrom(const Address &address, VSlot whole, VSlot to, Shape shape);
  void genStore(mlir::Value value, mlir::Value ref);
  bool storeDirect(const Address &address, VSlot value, Shape shape);
  void genNba(csim::NbaOp op);
  bool nbaDirect(const Address &address, VSlot value, Shape shape);
  void genLocal(csim::LocalOp op, VSlot to);
  Result genNbaEvent(csim::NbaEventOp op);
  void genDrive(csim::DriveOp op);
  VSlot delaySlots(llvm::ArrayRef<mlir::Value> ticks);
  // GenControl
  using Moves = llvm::SmallVector<std::pair<mlir::BlockArgument, mlir::Value>, 4>;
  Moves movesFor(mlir::Block *target, mlir::ValueRange operands);
  void emitMoves(const Moves &moves);
  void jump(mlir::Block *target);
  void branchIf(mlir::Value condition, bool sense, Label target);
  bool branchOnCompare(mlir::arith::CmpIOp compare, bool sense, Label target);
  Result genCondBranch(mlir::cf::CondBranchOp op);
  Result genSwitch(mlir::Operation *op, mlir::Value flag,
                   llvm::ArrayRef<std::pair<uint64_t, unsigned>> cases);
  Result genReturn(csim::ReturnOp op);
  Label labelOf(mlir::Block *block);
  // GenCalls
  Result genCall(csim::CallOp op);
  Result genCallAt(csim::CallAtOp op);
  Result genCallIndirect(csim::CallIndirectOp op);
  Result genSysCall(csim::SysCallOp op);
  void moveResults(mlir::ResultRange results, llvm::ArrayRef<VSlot> parts);
  Result genRt(csim::RtOp op);
  void fillSignalOfArgument(model::CallArgument &out, mlir::Value ref,
                            mlir::FlatSymbolRefAttr symbol);
  VSlot argumentArea(mlir::ValueRange args, uint32_t &count);
  /// Register for results, and the moves from it to where the results are wanted.
  VSlot resultArea(mlir::ResultRange results, llvm::SmallVectorImpl<VSlot> &parts);
  uint32_t instanceOperand(mlir::FlatSymbolRefAttr instance) const;
  // GenProcess
  uint32_t waitDescriptor(llvm::ArrayRef<int32_t> edges, mlir::ValueRange events);
  model::EventTerm eventTerm(int32_t edge, mlir::Value ref);
  Result genFork(csim::ForkOp op);
  Result genDisable(csim::DisableOp op);
  std::pair<Shape, uint32_t> forcedShape(mlir::Value ref);
  Result genForce(csim::ForceOp op);

  Generator &generator;
  Layout &layout;
  const ModuleInfo &module;
  mlir::Operation *owner;
  mlir::Region &body;
  uint32_t scope;
  model::FunctionCode &out;
  VirtualCode code;
  llvm::DenseMap<mlir::Value, VSlot> slotOf;
  llvm::DenseMap<mlir::Block *, Label> labels;
  llvm::DenseMap<mlir::Block *, mlir::Block *> nextBlock;
  llvm::DenseMap<mlir::Operation *, bool> aliasIndices;
  llvm::DenseMap<mlir::Type, uint32_t> typeIndices;
  mlir::Block *current = nullptr;
  bool maySuspend = false;
};

} // namespace circtsim::bytecode

#endif // CIRCTSIM_BYTECODE_GEN_FUNCTIONGEN_H

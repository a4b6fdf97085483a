//===- FunctionEmitter.cpp - the frame of a function's emission -------------===//
//
// Shape of the generated function: allocas for register slots (promoted to SSA by
// the passes), the loads of what never changes in an activation, a dispatch on
// frame->pc over the entries, one LLVM block per bytecode block. Values stay in
// registers from entry to exit; an exit writes the live ones to the frame, an
// entry reads them. Operands and results of instructions that run out of line go
// through the frame as well.
//
// Invariant: whenever control leaves with a status, the frame is what the
// interpreter would have left at the same pc, for every slot that is still read.
//
//===----------------------------------------------------------------------===//
#include "Codegen/FunctionEmitter.h"

#include "Codegen/LowerTaggedIndirectCalls.h"
#include "Model/NativeState.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/MDBuilder.h"

#include <bit>

using namespace circtsim;
using namespace circtsim::codegen;
using namespace circtsim::model;
using bytecode::Opcode;

static llvm::FunctionType *thunkType(llvm::LLVMContext &context) {
  llvm::Type *ptr = llvm::PointerType::getUnqual(context);
  return llvm::FunctionType::get(llvm::Type::getInt32Ty(context), {ptr, ptr}, false);
}

FunctionEmitter::FunctionEmitter(llvm::Module &module, const FunctionShape &shape,
                                 llvm::StringRef symbol, const EmitOptions &options)
    : shape(shape), options(options), context(module.getContext()), module(module),
      function(llvm::Function::Create(thunkType(context), llvm::GlobalValue::ExternalLinkage,
                                      symbol, module)),
      b(context, llvm::InstSimplifyFolder(module.getDataLayout())), i64(b.getInt64Ty()),
      i32(b.getInt32Ty()), ptr(b.getPtrTy()), registers(shape.slotCount()),
      current(shape.slotCount()) {
  simulation = function->getArg(0);
  frame = function->getArg(1);
  function->addParamAttr(0, llvm::Attribute::NoUndef);
  function->addParamAttr(1, llvm::Attribute::NoAlias);
  function->addFnAttr(llvm::Attribute::NoUnwind);
}

using Emitter = void (FunctionEmitter::*)();
static constexpr Emitter emitters[] = {
#define OPCODE(Name, Units, Signature, Doc) &FunctionEmitter::emit##Name,
#include "Bytecode/Opcodes.def"
};
unsigned codegen::emitterCount() { return std::size(emitters); }

void FunctionEmitter::describe(DebugLines &debug, const DebugSource &source) {
  lines.emplace(debug, *function, shape.function, source);
}

llvm::Function *FunctionEmitter::emit() {
  if (lines)
    b.SetCurrentDebugLocation(lines->at(0));
  emitPrologue();
  for (const auto &[begin, block] : shape.blocks())
    emitBlock(block, blockAt(begin));
  return function;
}

FunctionEmitter::BasicBlock *FunctionEmitter::blockAt(uint32_t at) {
  BasicBlock *&block = blocks[at];
  if (!block)
    block = newBlock("u" + llvm::Twine(at));
  return block;
}

llvm::MDNode *FunctionEmitter::likely() {
  return llvm::MDBuilder(context).createLikelyBranchWeights();
}

llvm::MDNode *FunctionEmitter::unlikely() {
  return llvm::MDBuilder(context).createUnlikelyBranchWeights();
}

llvm::Value *FunctionEmitter::invariantLoad(llvm::Type *type, Value *from, uint64_t offset) {
  Value *address = b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), from, offset);
  llvm::LoadInst *load = b.CreateLoad(type, address);
  load->setMetadata(llvm::LLVMContext::MD_invariant_load, llvm::MDNode::get(context, {}));
  return load;
}

void FunctionEmitter::emitPrologue() {
  b.SetInsertPoint(newBlock("entry"));
  for (uint32_t slot = 0; slot != shape.slotCount(); ++slot)
    if (shape.isRegister(slot))
      registers[slot] = b.CreateAlloca(i64, nullptr, "s" + llvm::Twine(slot));
  instance = invariantLoad(ptr, frame, offsetof(Frame, instance));
  base = invariantLoad(ptr, instance, offsetof(Instance, base));
  slots = invariantLoad(ptr, instance, offsetof(Instance, slots));
  signalBase = invariantLoad(i32, instance, offsetof(Instance, signalBase));
  flags = invariantLoad(ptr, simulation, offsetof(NativeState, signalFlags));
  distance = invariantLoad(i64, simulation, offsetof(NativeState, planeDistance));
  secondBase = secondPlane(base);
  support = invariantLoad(ptr, simulation, offsetof(NativeState, support));
  if (options.countInstructions || options.isAhead)
    count(offsetof(NativeState, activations), 1);
  emitEntries();
}

void FunctionEmitter::emitEntries() {
  llvm::ArrayRef<uint32_t> entries = shape.entries();
  Value *pc = b.CreateLoad(
      i32, b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), frame, offsetof(Frame, pc)), "pc");
  BasicBlock *elsewhere = newBlock("elsewhere");
  llvm::SwitchInst *dispatch = b.CreateSwitch(pc, elsewhere, entries.size());
  for (uint32_t at : entries) {
    BasicBlock *block = newBlock("enter" + llvm::Twine(at));
    dispatch->addCase(b.getInt32(at), block);
    b.SetInsertPoint(block);
    reloadLive(at);
    b.CreateBr(blockAt(at));
  }
  // The interpreter can go on anywhere.
  b.SetInsertPoint(elsewhere);
  b.CreateRet(b.getInt32(uint32_t(ExitStatus::Deopt)));
}

/// Instructions from `at` to the end of its block.
uint32_t FunctionEmitter::restOfBlock(uint32_t at) const {
  const auto &blocks = shape.blocks();
  uint32_t end = std::prev(blocks.upper_bound(at))->second.end, count = 0;
  for (; at != end; at = shape.next(at))
    ++count;
  return count;
}

void FunctionEmitter::count(uint64_t counterOffset, int64_t by) {
  Value *counter = b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), simulation, counterOffset);
  b.CreateStore(b.CreateAdd(b.CreateLoad(i64, counter), num(uint64_t(by))), counter);
}

void FunctionEmitter::emitInjectedDeopt(uint32_t at) {
  Value *counter = b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), simulation,
                                                offsetof(NativeState, deoptCountdown));
  Value *left = b.CreateSub(b.CreateLoad(i64, counter), num(1));
  b.CreateStore(left, counter);
  BasicBlock *due = newBlock("due"), *on = newBlock("on");
  b.CreateCondBr(isSet(left), on, due, likely());
  inColdBlock(due, [&] {
    BasicBlock *leave = newBlock("deopt");
    b.CreateCondBr(b.CreateICmpNE(callSupport(Support::deoptDue, {}), b.getInt32(0)), leave, on);
    b.SetInsertPoint(leave);
    spillLive(at);
    setPc(at);
    b.CreateRet(b.getInt32(uint32_t(ExitStatus::Deopt)));
  });
  b.SetInsertPoint(on);
}

void FunctionEmitter::emitBlock(const FunctionShape::Block &block, BasicBlock *at) {
  b.SetInsertPoint(at);
  std::fill(current.begin(), current.end(), nullptr);
  if (options.injectDeopts)
    emitInjectedDeopt(block.begin);
  if (options.countInstructions)
    count(offsetof(NativeState, instructions), restOfBlock(block.begin));
  isTerminated = false;
  for (unit = block.begin; unit != block.end; unit = shape.next(unit))
    emitInstr(unit);
  if (!isTerminated)
    b.CreateBr(blockAt(block.end));
}

void FunctionEmitter::emitInstr(uint32_t at) {
  in = &shape.at(at);
  ext = bytecode::unitsOf(Opcode(in->op)) == 2 ? &shape.extensionAt(at) : nullptr;
  if (lines)
    b.SetCurrentDebugLocation(lines->at(at));
  if (isSpeculative())
    if (const auto *loads = shape.guardAt(at); loads && !loads->empty())
      guardLoads(*loads);
  (this->*emitters[in->op])();
}

// --- Slots ------------------------------------------------------------------------

llvm::Value *FunctionEmitter::slotAddress(uint32_t slot) {
  return b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), frame, sizeof(Frame) + uint64_t(slot) * 8);
}

llvm::Value *FunctionEmitter::read(uint32_t slot) {
  if (shape.isConstant(slot))
    return num(shape.function.constants[slot]);
  if (current[slot])
    return current[slot];
  return b.CreateLoad(i64, registers[slot] ? registers[slot] : slotAddress(slot));
}

void FunctionEmitter::write(uint32_t slot, Value *value) {
  b.CreateStore(value, registers[slot] ? registers[slot] : slotAddress(slot));
  current[slot] = arms || !registers[slot] ? nullptr : value;
}

void FunctionEmitter::spill(uint32_t slot) {
  if (slot < registers.size() && registers[slot])
    b.CreateStore(current[slot] ? current[slot] : b.CreateLoad(i64, registers[slot]),
                  slotAddress(slot));
}

void FunctionEmitter::reload(uint32_t slot) {
  if (slot < registers.size() && registers[slot])
    write(slot, b.CreateLoad(i64, slotAddress(slot)));
}

void FunctionEmitter::spillLive(uint32_t at) {
  for (unsigned slot : shape.liveBefore(at).set_bits())
    spill(slot);
}

void FunctionEmitter::reloadLive(uint32_t at) {
  for (unsigned slot : shape.liveBefore(at).set_bits())
    reload(slot);
}

void FunctionEmitter::spillUses(const SlotEffects &effects) {
  for (const SlotRange &range : effects.ranges)
    if (range.isUse)
      for (uint32_t i = 0; i != range.count; ++i)
        spill(range.slot + i);
}

void FunctionEmitter::reloadDefs(const SlotEffects &effects) {
  for (const SlotRange &range : effects.ranges)
    if (range.isDef)
      for (uint32_t i = 0; i != range.count; ++i)
        reload(range.slot + i);
}

// --- Leaving ---------------------------------------------------------------------

void FunctionEmitter::setPc(uint32_t at) {
  b.CreateStore(b.getInt32(at),
                b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), frame, offsetof(Frame, pc)));
}

llvm::Value *FunctionEmitter::callSupport(Support which, llvm::ArrayRef<Value *> arguments) {
  static constexpr const char *signatures[] = {
#define NATIVE_FUNCTION(Name, Signature, Doc) Signature,
#include "Runtime/RuntimeABI.def"
  };
  const char *signature = signatures[uint32_t(which)];
  auto typeOf = [&](char letter) -> llvm::Type * {
    switch (letter) {
    case 'v':
      return b.getVoidTy();
    case 'p':
    case 'f':
      return ptr;
    case 'w':
      return i64;
    default:
      return i32;
    }
  };
  llvm::SmallVector<llvm::Type *, 8> types = {ptr};
  for (const char *letter = signature + 1; *letter; ++letter)
    types.push_back(typeOf(*letter));
  llvm::SmallVector<Value *, 8> values = {simulation};
  values.append(arguments.begin(), arguments.end());
  Value *callee = invariantLoad(ptr, support, uint64_t(which) * 8);
  llvm::CallInst *call =
      b.CreateCall(llvm::FunctionType::get(typeOf(*signature), types, false), callee, values);
  if (options.isAhead) // where LowerTaggedIndirectCalls runs
    call->addFnAttr(llvm::Attribute::get(context, CalleeIsAddress));
  return call;
}

/// The first entry decides for whom else: what the rest of the block would have
/// retired is not counted.
void FunctionEmitter::guard(Value *isBad) {
  BasicBlock *fails = newBlock("unknown"), *on = newBlock("known");
  b.CreateCondBr(isBad, fails, on, unlikely());
  inColdBlock(fails, [&] {
    spillLive(unit);
    setPc(unit);
    if (options.countInstructions)
      count(offsetof(NativeState, instructions), -int64_t(restOfBlock(unit)));
    b.CreateRet(callSupport(Support::guardFailed, {frame}));
  });
  b.SetInsertPoint(on);
}

void FunctionEmitter::guardLoads(llvm::ArrayRef<uint32_t> loads) {
  Value *unknown = num(0);
  llvm::SmallVector<std::pair<uint32_t, uint32_t>, 8> places; // offset from `base`, bytes
  for (uint32_t at : loads) {
    Opcode op = shape.opAt(at);
    bool isLocal = op <= Opcode::LdL64;
    uint32_t bytes = 1u << (unsigned(op) - unsigned(isLocal ? Opcode::LdL8 : Opcode::LdpL8));
    if (isLocal)
      places.push_back({shape.at(at).b, bytes});
    else
      unknown = b.CreateOr(unknown, loadUnit(secondPlane(slotPlace(shape.at(at).b)), bytes));
  }
  guard(isSet(b.CreateOr(unknown, anyUnknownAt(places))));
}

/// Signals of one instance lie side by side: what touches is looked at in words, of which
/// the last of several may overlap the one before.
llvm::Value *
FunctionEmitter::anyUnknownAt(llvm::MutableArrayRef<std::pair<uint32_t, uint32_t>> places) {
  llvm::sort(places);
  Value *unknown = num(0);
  for (size_t i = 0; i != places.size();) {
    uint32_t begin = places[i].first, end = begin;
    for (; i != places.size() && places[i].first <= end; ++i)
      end = std::max(end, places[i].first + places[i].second);
    uint32_t word = std::min<uint32_t>(8, std::bit_floor(end - begin));
    for (uint32_t at = begin; at < end; at += word)
      unknown = b.CreateOr(unknown, loadUnit(secondPlaneAt(std::min(at, end - word)), word));
  }
  return unknown;
}

void FunctionEmitter::outOfLine() {
  SlotEffects effects = shape.effectsOf(unit);
  spillUses(effects);
  callSupport(Support::step, {frame, b.getInt32(unit)});
  reloadDefs(effects);
}

void FunctionEmitter::leaveUnlessReturn(Value *status) {
  BasicBlock *leave = newBlock("leave"), *on = newBlock("on");
  b.CreateCondBr(b.CreateICmpEQ(status, b.getInt32(uint32_t(ExitStatus::Return))), on, leave,
                 likely());
  inColdBlock(leave, [&] { b.CreateRet(status); });
  b.SetInsertPoint(on);
}

void FunctionEmitter::outOfLineLeaving(Support which, bool always) {
  SlotEffects effects = shape.effectsOf(unit);
  spillUses(effects);
  // What outlives the instruction has to be in the frame if it suspends, or is
  // executed again. Results are written there by the instruction itself.
  llvm::BitVector live = shape.liveBefore(shape.next(unit));
  live.resize(shape.slotCount());
  for (const SlotRange &range : effects.ranges)
    if (range.isDef && !range.isUse)
      for (uint32_t i = 0; i != range.count; ++i)
        live.reset(range.slot + i);
  // A callee may also poll, and the collector looks for handles in frames.
  if (shape.function.maySuspend || which == Support::call || which == Support::callAt ||
      which == Support::callIndirect)
    for (unsigned slot : live.set_bits())
      spill(slot);
  Value *status = callSupport(which, {frame, b.getInt32(unit)});
  if (always) {
    b.CreateRet(status);
    isTerminated = true;
    return;
  }
  leaveUnlessReturn(status);
  reloadDefs(effects);
}

// --- Small pieces -------------------------------------------------------------------

llvm::Value *FunctionEmitter::signExtended(Value *value, uint32_t width) {
  return width >= 64 ? value : b.CreateAShr(aligned(value, width), 64 - width);
}

Pair FunctionEmitter::orAllX(Value *a, Value *unknown, uint32_t width) {
  Value *bad = masked(b.CreateSExt(isSet(unknown), i64), width);
  return {b.CreateOr(a, bad), bad};
}

Pair FunctionEmitter::relation(Value *holds, Value *unknown) {
  Value *doubt = flag(isSet(unknown));
  return {b.CreateOr(flag(holds), doubt), doubt};
}

Pair FunctionEmitter::truth(Pair x) {
  Value *isOne = isSet(b.CreateAnd(x.a, b.CreateNot(x.b)));
  Value *doubt = b.CreateAnd(b.CreateNot(isOne), isSet(x.b));
  return {flag(isSet(b.CreateOr(x.a, x.b))), flag(doubt)};
}

Pair FunctionEmitter::bitAnd(Pair x, Pair y) {
  Value *maybe = b.CreateAnd(b.CreateOr(x.a, x.b), b.CreateOr(y.a, y.b));
  return {maybe, b.CreateAnd(maybe, b.CreateOr(x.b, y.b))};
}

Pair FunctionEmitter::bitOr(Pair x, Pair y) {
  Value *one = b.CreateOr(b.CreateAnd(x.a, b.CreateNot(x.b)), b.CreateAnd(y.a, b.CreateNot(y.b)));
  Value *unknown = b.CreateOr(x.b, y.b);
  return {b.CreateOr(b.CreateOr(x.a, y.a), unknown), b.CreateAnd(unknown, b.CreateNot(one))};
}

Pair FunctionEmitter::bitNot(Pair x, uint32_t width) {
  return {b.CreateOr(masked(b.CreateNot(x.a), width), x.b), x.b};
}

Pair FunctionEmitter::select(Value *condition, Pair x, Pair y) {
  return {b.CreateSelect(condition, x.a, y.a), b.CreateSelect(condition, x.b, y.b)};
}

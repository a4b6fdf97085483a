//===- LowerTaggedIndirectCalls.cpp - calls of functions by number -------------===//
//
// Pointers to functions that lie in the memory of a design (tables of virtual methods)
// are numbers, FunctionTag + id, so that an image means the same in every process. A call
// through such a pointer becomes
//
//   id = callee - FunctionTag;  target = id < count ? entries[id] : callee;  target(...)
//
// with an unsigned comparison of the pointer as an integer. Only the operand of the call
// changes: arguments, results, sret and other attributes, calling convention, bundles,
// metadata, and both ways out of an invoke stay what they were.
//
// Null is neither a number nor an address. On the path that is not a number it is
// compared, and leads to a function that reports the call and ends the run; a status
// cannot be returned, because a call of any type may be meant.
//
// Untouched: callees that are functions of the module, choices among them, what comes from
// the table, and calls marked as CalleeIsAddress. A constant number becomes a load from
// the table. Variadic calls are errors: the entries that replace them have fixed arguments.
//
//===----------------------------------------------------------------------===//
#include "Codegen/LowerTaggedIndirectCalls.h"

#include "Model/Ids.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace circtsim::codegen;
using llvm::CallBase;
using llvm::Value;

using circtsim::model::FunctionTag;

namespace {
class Lowering {
public:
  explicit Lowering(llvm::Module &module) : module(module), b(module.getContext()) {}

  bool run() {
    llvm::SmallVector<CallBase *> calls;
    for (llvm::Function &function : module)
      for (llvm::Instruction &instruction : llvm::instructions(function))
        if (auto *call = llvm::dyn_cast<CallBase>(&instruction); call && isWanted(*call))
          calls.push_back(call);
    for (CallBase *call : calls)
      lower(*call);
    return !calls.empty();
  }

private:
  bool isWanted(const CallBase &call) const;
  bool mayBeNumberOrNull(const Value *callee) const;
  bool isFromTable(const Value *callee) const;
  void lower(CallBase &call);
  void lowerConstant(CallBase &call, uint64_t address);
  void lowerUnknown(CallBase &call);
  Value *entryOf(Value *id);
  void callNullHandler(const CallBase &call);

  llvm::GlobalVariable *external(llvm::StringRef name, llvm::Type *type) {
    if (llvm::GlobalVariable *present = module.getNamedGlobal(name))
      return present;
    auto *global = new llvm::GlobalVariable(module, type, /*isConstant=*/true,
                                            llvm::GlobalValue::ExternalLinkage, nullptr, name);
    global->setVisibility(llvm::GlobalValue::HiddenVisibility);
    return global;
  }
  llvm::Type *wordOf(const CallBase &call) {
    return module.getDataLayout().getIntPtrType(call.getCalledOperand()->getType());
  }

  llvm::Module &module;
  llvm::IRBuilder<> b;
};

/// The integer that a pointer is made of, if it is a constant.
std::optional<uint64_t> constantAddress(const Value *pointer) {
  if (llvm::isa<llvm::ConstantPointerNull>(pointer))
    return 0;
  const auto *cast = llvm::dyn_cast<llvm::Operator>(pointer);
  if (!cast || cast->getOpcode() != llvm::Instruction::IntToPtr)
    return std::nullopt;
  const auto *number = llvm::dyn_cast<llvm::ConstantInt>(cast->getOperand(0));
  if (!number || number->getBitWidth() > 64)
    return std::nullopt;
  return number->getZExtValue();
}

bool isNumber(uint64_t address) { return address >= FunctionTag && address < uint64_t(1) << 32; }

/// `function, file:line`, for messages.
std::string describe(const CallBase &call) {
  std::string text = call.getFunction()->getName().str();
  if (const llvm::DILocation *at = call.getDebugLoc())
    text += llvm::formatv(", {0}:{1}", at->getFilename(), at->getLine()).str();
  return text;
}

bool Lowering::isWanted(const CallBase &call) const {
  if (call.isInlineAsm() || call.hasFnAttr(CalleeIsAddress) ||
      call.hasMetadata(llvm::LLVMContext::MD_callees))
    return false;
  const Value *callee = call.getCalledOperand();
  if (std::optional<uint64_t> address = constantAddress(callee))
    return !*address || isNumber(*address);
  return !llvm::isa<llvm::Constant>(callee) && mayBeNumberOrNull(callee);
}

bool Lowering::isFromTable(const Value *callee) const {
  const auto *load = llvm::dyn_cast<llvm::LoadInst>(callee);
  const llvm::GlobalVariable *table = module.getNamedGlobal(FuncEntriesSymbol);
  return load && table && llvm::getUnderlyingObject(load->getPointerOperand()) == table;
}

/// Looks through choices between values.
bool Lowering::mayBeNumberOrNull(const Value *callee) const {
  constexpr unsigned Limit = 32;
  llvm::SmallVector<const Value *> work = {callee};
  llvm::SmallPtrSet<const Value *, Limit> seen;
  while (!work.empty()) {
    const Value *value = work.pop_back_val();
    if (!seen.insert(value).second)
      continue;
    if (seen.size() == Limit)
      return true;
    if (const auto *phi = llvm::dyn_cast<llvm::PHINode>(value))
      work.append(phi->op_begin(), phi->op_end());
    else if (const auto *select = llvm::dyn_cast<llvm::SelectInst>(value))
      work.append({select->getTrueValue(), select->getFalseValue()});
    else if (const auto *freeze = llvm::dyn_cast<llvm::FreezeInst>(value))
      work.push_back(freeze->getOperand(0));
    else if (!llvm::isa<llvm::GlobalValue, llvm::UndefValue, llvm::AllocaInst>(value) &&
             !isFromTable(value))
      return true;
  }
  return false;
}

void Lowering::lower(CallBase &call) {
  if (call.getFunctionType()->isVarArg()) {
    std::string text = "a variadic function cannot be called through a pointer that may be the "
                       "number of a function (in " +
                       describe(call) + ")";
    llvm::Twine message(text);
    module.getContext().diagnose(
        llvm::DiagnosticInfoUnsupported(*call.getFunction(), message, call.getDebugLoc()));
    return;
  }
  b.SetCurrentDebugLocation(call.getDebugLoc());
  call.addFnAttr(llvm::Attribute::get(module.getContext(), CalleeIsAddress));
  if (std::optional<uint64_t> address = constantAddress(call.getCalledOperand()))
    lowerConstant(call, *address);
  else
    lowerUnknown(call);
}

/// Whoever made the number has checked it: that it is below the count is not asked again.
void Lowering::lowerConstant(CallBase &call, uint64_t address) {
  b.SetInsertPoint(&call);
  if (address)
    call.setCalledOperand(entryOf(llvm::ConstantInt::get(wordOf(call), address - FunctionTag)));
  else
    callNullHandler(call);
}

void Lowering::lowerUnknown(CallBase &call) {
  llvm::LLVMContext &context = module.getContext();
  llvm::MDBuilder weights(context);
  llvm::Function *function = call.getFunction();
  Value *callee = call.getCalledOperand();
  llvm::BasicBlock *head = call.getParent();
  llvm::BasicBlock *tail = head->splitBasicBlock(&call, "callee.known");
  auto newBlock = [&](const char *name) {
    return llvm::BasicBlock::Create(context, name, function, tail);
  };
  llvm::BasicBlock *byNumber = newBlock("callee.number"), *direct = newBlock("callee.address");
  llvm::BasicBlock *isNull = newBlock("callee.null");

  head->getTerminator()->eraseFromParent();
  b.SetInsertPoint(head);
  llvm::Type *word = wordOf(call);
  Value *id = b.CreateSub(b.CreatePtrToInt(callee, word), llvm::ConstantInt::get(word, FunctionTag),
                          "id");
  Value *count = b.CreateLoad(b.getInt32Ty(), external(FuncCountSymbol, b.getInt32Ty()), "count");
  b.CreateCondBr(b.CreateICmpULT(id, b.CreateZExt(count, word)), byNumber, direct);

  b.SetInsertPoint(byNumber);
  Value *entry = entryOf(id);
  b.CreateBr(tail);
  b.SetInsertPoint(direct);
  b.CreateCondBr(b.CreateIsNull(callee), isNull, tail, weights.createUnlikelyBranchWeights());
  b.SetInsertPoint(isNull);
  callNullHandler(call);
  b.CreateUnreachable();

  b.SetInsertPoint(tail, tail->begin());
  llvm::PHINode *target = b.CreatePHI(callee->getType(), 2, "target");
  target->addIncoming(entry, byNumber);
  target->addIncoming(callee, direct);
  call.setCalledOperand(target);
}

Value *Lowering::entryOf(Value *id) {
  llvm::Type *ptr = b.getPtrTy();
  llvm::GlobalVariable *table = external(FuncEntriesSymbol, llvm::ArrayType::get(ptr, 0));
  llvm::LoadInst *entry = b.CreateLoad(ptr, b.CreateInBoundsGEP(ptr, table, id), "entry");
  llvm::MDNode *nothing = llvm::MDNode::get(module.getContext(), {});
  entry->setMetadata(llvm::LLVMContext::MD_invariant_load, nothing);
  entry->setMetadata(llvm::LLVMContext::MD_nonnull, nothing);
  return entry;
}

void Lowering::callNullHandler(const CallBase &call) {
  llvm::FunctionCallee handler =
      module.getOrInsertFunction(NullCallSymbol, b.getVoidTy(), b.getPtrTy());
  if (auto *function = llvm::dyn_cast<llvm::Function>(handler.getCallee());
      function && function->isDeclaration()) {
    function->setVisibility(llvm::GlobalValue::HiddenVisibility);
    function->setDoesNotReturn();
    function->addFnAttr(llvm::Attribute::Cold);
  }
  b.CreateCall(handler, {b.CreateGlobalString(describe(call), "call", 0, &module)})
      ->setDoesNotReturn();
}
} // namespace

llvm::PreservedAnalyses LowerTaggedIndirectCalls::run(llvm::Module &module,
                                                      llvm::ModuleAnalysisManager &) {
  return Lowering(module).run() ? llvm::PreservedAnalyses::none()
                                : llvm::PreservedAnalyses::all();
}

//===- FunctionGen.cpp - code of one function or process --------------------===//
//
// Blocks stand in reverse post-order, then-branches and loop bodies directly
// behind their test. They are generated from last to first, and their operations
// from last to first: uses come before definitions, so an operation without
// effects whose value nobody has asked for is dropped.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Gen/FunctionGen.h"

#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

Shape bytecode::shapeOf(Type type) {
  Shape shape;
  if (auto logic = dyn_cast<csim::LogicType>(type))
    shape = {logic.getWidth(), true};
  else if (auto integer = dyn_cast<IntegerType>(type))
    shape = {integer.getWidth(), false};
  else if (isa<csim::RefType>(type))
    shape.isRef = true;
  return shape;
}

FunctionGen::FunctionGen(Generator &generator, const ModuleInfo &module, Operation *owner,
                         Region &body, uint32_t scope, FunctionCode &out)
    : generator(generator), layout(generator.getLayout()), module(module), owner(owner), body(body),
      scope(scope), out(out) {}

FunctionGen::Result FunctionGen::unsupported(Operation *op, StringRef why) {
  auto diag = op->emitError() << "no bytecode for '" << op->getName() << "'";
  if (!why.empty())
    diag << ": " << why;
  return diag;
}

// --- Driver -------------------------------------------------------------------------

/// Reverse post-order; the first successor is visited last and so stands next.
static std::vector<Block *> orderBlocks(Region &body) {
  std::vector<Block *> postOrder;
  llvm::DenseSet<Block *> seen;
  SmallVector<std::pair<Block *, unsigned>> stack;
  auto enter = [&](Block *block) {
    if (seen.insert(block).second)
      stack.emplace_back(block, block->getNumSuccessors());
  };
  enter(&body.front());
  while (!stack.empty()) {
    auto &[block, left] = stack.back();
    if (left == 0) {
      postOrder.push_back(block);
      stack.pop_back();
      continue;
    }
    enter(block->getSuccessor(--left));
  }
  return {postOrder.rbegin(), postOrder.rend()};
}

void FunctionGen::prepareArguments() {
  if (isa<csim::ProcessBodyOp>(owner)) // operands, reached through slots of the instance
    return;
  for (BlockArgument arg : body.front().getArguments())
    slotOf[arg] = code.newRegister(shapeOf(arg.getType()).slots(), Register::Argument);
  auto function = dyn_cast<csim::FuncOp>(owner);
  uint32_t results = 0;
  if (function)
    for (Type type : function.getResultTypes())
      results += shapeOf(type).slots();
  if (results)
    code.results = code.newRegister(results);
}

FunctionGen::Result FunctionGen::generate() {
  std::vector<Block *> order = orderBlocks(body);
  for (size_t i = 0; i + 1 < order.size(); ++i)
    nextBlock[order[i]] = order[i + 1];
  prepareArguments();
  bool ok = true;
  for (Block *block : llvm::reverse(order))
    ok &= succeeded(generateBlock(*block));
  if (!ok)
    return failure();
  finishCode(code, out);
  out.maySuspend = maySuspend;
  return success();
}

FunctionGen::Result FunctionGen::generateBlock(Block &block) {
  current = &block;
  bool ok = true;
  for (Operation &op : llvm::reverse(block)) {
    code.setPosition(generator.positionOf(op.getLoc()));
    ok &= succeeded(generateOp(op));
    code.closeChunk();
  }
  // Blocks before this one, which come later, may jump here.
  if (!block.isEntryBlock()) {
    code.place(labelOf(&block));
    code.closeChunk();
  }
  return success(ok);
}

/// Nothing but its value makes the operation necessary.
static bool isRemovable(Operation &op) {
  return isa<csim::LoadOp, csim::EqRefOp, csim::TriggeredOp, csim::LocalOp, csim::DynRefOp,
             csim::DynSizeOp, csim::MemberRefOp, csim::MemberHandleOp>(op) ||
         isMemoryEffectFree(&op);
}

FunctionGen::Result FunctionGen::generateOp(Operation &op) {
  if (op.getNumResults() && isRemovable(op) &&
      llvm::none_of(op.getResults(), [&](Value v) { return wanted(v).has_value(); }))
    return success();
  for (auto family : {&FunctionGen::genArith, &FunctionGen::genConversion, &FunctionGen::genCompare,
                      &FunctionGen::genBits, &FunctionGen::genMemory, &FunctionGen::genAssign,
                      &FunctionGen::genControl, &FunctionGen::genCalls, &FunctionGen::genProcess})
    if (std::optional<Result> result = (this->*family)(&op))
      return *result;
  return unsupported(&op);
}

// --- Values --------------------------------------------------------------------------

/// Whether the bounds make a declared index equal to its position.
static bool isIdentity(csim::NormIndexOp op) {
  if (op.getPacked())
    return op.getRight() == 0 && op.getLeft() >= 0;
  return op.getLeft() == 0 && op.getRight() >= 0;
}

/// An identity normalisation can be left out if all its users check bounds themselves.
bool FunctionGen::isAliasIndex(Operation *norm) {
  auto op = cast<csim::NormIndexOp>(norm);
  if (!isIdentity(op))
    return false;
  auto [it, isNew] = aliasIndices.try_emplace(norm, true);
  if (!isNew)
    return it->second;
  uint64_t count = uint64_t(std::abs(int64_t(op.getLeft()) - op.getRight())) + 1;
  for (Operation *user : norm->getUsers()) {
    if (auto element = dyn_cast<csim::ElemRefOp>(user)) {
      auto array = cast<csim::UArrayType>(element.getRef().getType().getPointee());
      // A linear index over several dimensions relies on the check (see linearIndex).
      bool isOneDimension = !element.getRef().getDefiningOp<csim::ElemRefOp>() &&
                            !isa<csim::UArrayType>(array.getElement());
      if (array.getCount() == count && isOneDimension)
        continue;
    } else if (isa<csim::BitsRefOp, csim::DynExtractOp, csim::DynInsertOp>(user)) {
      continue;
    }
    return it->second = false;
  }
  return true;
}

Value FunctionGen::resolve(Value value) {
  for (;;) {
    Operation *op = value.getDefiningOp();
    if (!op || op->getNumOperands() == 0)
      return value;
    bool isAlias = false;
    if (isa<arith::ExtUIOp, arith::BitcastOp>(op)) {
      isAlias = shapeOf(value.getType()).isSmall();
    } else if (auto extend = dyn_cast<csim::ExtendOp>(op)) {
      isAlias = !extend.getIsSigned() && extend.getType().getWidth() <= 64;
    } else if (auto index = dyn_cast<csim::ToIndexOp>(op)) {
      Type type = index.getInput().getType();
      unsigned width = csim::bitWidthOf(type);
      isAlias = isa<IntegerType>(type) && !index.getIsSigned() && width <= 62;
    } else if (isa<csim::IsTrueOp, csim::BoolOp>(op)) {
      isAlias = op->getOperand(0).getType().isInteger(1);
    } else if (isa<csim::NormIndexOp>(op)) {
      isAlias = isAliasIndex(op);
    } else if (isa<csim::ConcatOp>(op)) {
      isAlias = op->getNumOperands() == 1;
    }
    if (!isAlias)
      return value;
    value = op->getOperand(0);
  }
}

static void appendWords(SmallVectorImpl<uint64_t> &words, const APInt &value) {
  words.append(value.getRawData(), value.getRawData() + value.getNumWords());
}

std::optional<VSlot> FunctionGen::constantSlot(Value value) {
  Operation *op = value.getDefiningOp();
  if (!op)
    return std::nullopt;
  if (isa<csim::NullOp>(op))
    return code.constant(0);
  SmallVector<uint64_t> words;
  if (auto function = dyn_cast<csim::FuncRefOp>(op)) {
    // Without a member the operation itself is generated, and reports it.
    const Member *member = generator.resolve(module, function.getFunction());
    if (!member || member->kind != Member::Function)
      return std::nullopt;
    return code.constant(FunctionTag + member->index);
  }
  if (auto constant = dyn_cast<csim::ConstantOp>(op)) {
    appendWords(words, constant.getValue().getValue());
    appendWords(words, constant.getValue().getUnknown());
  } else if (auto constant = dyn_cast<arith::ConstantOp>(op)) {
    if (auto integer = dyn_cast<IntegerAttr>(constant.getValue()))
      appendWords(words, integer.getValue());
    else if (auto real = dyn_cast<FloatAttr>(constant.getValue()))
      words.push_back(llvm::bit_cast<uint64_t>(real.getValueAsDouble()));
    else
      return std::nullopt;
  } else {
    return std::nullopt;
  }
  return code.constant(words);
}

VSlot FunctionGen::use(Value value) {
  value = resolve(value);
  if (auto it = slotOf.find(value); it != slotOf.end())
    return it->second;
  if (std::optional<VSlot> slot = constantSlot(value))
    return slotOf[value] = *slot;
  VSlot slot = temporary(value.getType());
  slotOf[value] = slot;
  return slot;
}

std::optional<VSlot> FunctionGen::wanted(Value value) const {
  auto it = slotOf.find(value);
  if (it == slotOf.end() || code.isConstant(it->second))
    return std::nullopt;
  return it->second;
}

void FunctionGen::move(VSlot to, VSlot from, uint32_t count) {
  if (to == from)
    return;
  if (count == 1)
    emit(Opcode::Mov, to, from);
  else if (count == 2)
    emit(Opcode::MovL, to, from);
  else
    emit(Opcode::MovN, to, from, count);
}

uint32_t FunctionGen::typeIndex(Type type) {
  auto [it, isNew] = typeIndices.try_emplace(type, code.types.size());
  if (isNew)
    code.types.push_back(layout.typeId(type));
  return it->second;
}

uint32_t FunctionGen::scopeIndex(FlatSymbolRefAttr symbol) const {
  const Member *member = symbol ? module.find(symbol.getAttr()) : nullptr;
  return member && member->kind == Member::Scope ? member->index : scope;
}

//===- Procedure.cpp - code with control flow ---------------------------------===//
//
// Blocks are translated in reverse postorder, so that what dominates a use has been
// seen; unreachable blocks are dropped. A value from outside is the load of its home;
// constants, times, references and formats are made again at each use.
//
//===----------------------------------------------------------------------===//

#include "Import/Procedure.h"

#include "Import/Containers.h"
#include "Import/DesignImport.h"
#include "Import/MooreImport.h"

#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/Sim/Sim.h"

#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

Procedure::Procedure(ModuleImport &module, Region &target)
    : module(module), builder(target.getContext()), loc(target.getLoc()), target(target) {
  if (target.empty())
    target.emplaceBlock();
  builder.setInsertionPointToEnd(&target.front());
}

PureBuilder Procedure::pure() { return {builder, module.types, module.dialects(), loc}; }

Type import::codeTypeOf(Type type, const TypeLowering &types, Location at) {
  MLIRContext *context = type.getContext();
  Type made = llvm::TypeSwitch<Type, Type>(type)
                     .Case<llhd::TimeType, IndexType>(
                         [&](auto) { return IntegerType::get(context, 64); })
                     .Case([&](llhd::RefType ref) -> Type {
                       Type stored = codeTypeOf(ref.getNestedType(), types, at);
                       if (!stored || isa<csim::RefType>(stored)) // as a value of the type
                         return stored;
                       return csim::RefType::get(stored);
                     })
                     .Case([&](hw::InOutType place) -> Type {
                       Type stored = types.storageOf(place.getElementType());
                       return stored ? csim::RefType::get(stored) : Type();
                     })
                     .Case([&](hw::StringType) { return csim::StringType::get(context); })
                     .Case([&](sim::OutputStreamType) { return IntegerType::get(context, 32); })
                     .Default([&](Type other) -> Type {
                       Type stored = types.lower(other);
                       return stored && isAggregate(stored) ? csim::RefType::get(stored) : stored;
                     });
  if (!made)
    emitError(at) << "unsupported: value of type " << type;
  return made;
}

// --- Values ------------------------------------------------------------------------------

Value Procedure::addressOf(Signal signal) {
  return csim::AddrOp::create(builder, loc, signal.symbol, signal.type);
}

Value Procedure::load(Signal signal) {
  read.insert(FlatSymbolRefAttr::get(signal.symbol));
  if (isAggregate(signal.type))
    return addressOf(signal);
  return csim::LoadOp::create(builder, loc, addressOf(signal));
}

Value Procedure::load(Value reference) {
  Value base = reference;
  while (isa_and_present<csim::BitsRefOp, csim::ElemRefOp, csim::FieldRefOp, csim::DynRefOp>(
      base.getDefiningOp()))
    base = base.getDefiningOp()->getOperand(0);
  if (auto address = base.getDefiningOp<csim::AddrOp>())
    read.insert(FlatSymbolRefAttr::get(address.getSymbolAttr().getAttr()));
  if (isAggregate(cast<csim::RefType>(reference.getType()).getPointee()))
    return reference;
  return csim::LoadOp::create(builder, loc, reference);
}

void Procedure::store(Value value, Value reference) {
  csim::StoreOp::create(builder, loc, value, reference);
}

SmallVector<Value> Procedure::values(ValueRange sources) {
  SmallVector<Value> made;
  for (Value source : sources)
    made.push_back(value(source));
  return made;
}

Value Procedure::value(Value source) {
  source = module.resolve(source);
  if (Value here = lowered.lookup(source))
    return here;
  if (Signal home = module.homeOf(source))
    return load(home);
  if (Signal signal = module.referenced(source))
    return addressOf(signal);
  Operation *op = source.getDefiningOp();
  const DialectImport *dialect = op ? module.dialects().find(op) : nullptr;
  bool isConstant = dialect && dialect->isPure(op) && op->getNumOperands() == 0;
  if (!isConstant && !(dialect && dialect->isMadeAtUse(op))) {
    emitError(source.getLoc()) << "unsupported: this value cannot be used here";
    return constant(1, 0);
  }
  (void)translate(*op);
  Value made = lowered.lookup(source);
  for (Value result : op->getResults())
    lowered.erase(result);
  return made ? made : constant(1, 0);
}

void import::forEachSource(ModuleImport &module, Value value, function_ref<void(Value)> visit) {
  value = module.resolve(value);
  Operation *op = value.getDefiningOp();
  const DialectImport *dialect = op ? module.dialects().find(op) : nullptr;
  if (dialect && dialect->isPure(op) && op->getNumOperands() == 0)
    return;
  if (dialect && dialect->isMadeAtUse(op)) {
    for (Value operand : op->getOperands())
      forEachSource(module, operand, visit);
    return;
  }
  if (!module.referenced(value))
    visit(value);
}

void import::capture(ModuleImport &module, Value value) {
  forEachSource(module, value, [&](Value source) { module.place(source); });
}

void import::capture(ModuleImport &module, Region &region) {
  region.walk([&](Operation *op) {
    for (Value operand : op->getOperands())
      if (!region.isAncestor(operand.getParentRegion()))
        capture(module, operand);
  });
}

// --- Control flow ------------------------------------------------------------------------

Block *Procedure::newBlock() {
  Block *here = builder.getInsertionBlock();
  auto *block = new Block;
  target.getBlocks().insertAfter(here->getIterator(), block);
  return block;
}

void Procedure::emitIf(Value condition, function_ref<void()> then) {
  Block *behind = newBlock(), *inside = newBlock();
  cf::CondBranchOp::create(builder, loc, condition, inside, behind);
  goOnIn(inside);
  then();
  cf::BranchOp::create(builder, loc, behind);
  goOnIn(behind);
}

LogicalResult Procedure::emitChoice(Value condition, function_ref<LogicalResult()> yes,
                                    function_ref<LogicalResult()> no) {
  Block *behind = newBlock(), *second = newBlock(), *first = newBlock();
  cf::CondBranchOp::create(builder, loc, condition, first, second);
  for (auto [block, emit] : {std::pair(first, yes), std::pair(second, no)}) {
    goOnIn(block);
    if (failed(emit()))
      return failure();
    cf::BranchOp::create(builder, loc, behind);
  }
  goOnIn(behind);
  return success();
}

void Procedure::end() {
  if (isBranch || (!isFunction && !isActivation)) {
    csim::HaltOp::create(builder, loc);
    return;
  }
  SmallVector<Value> values;
  if (isFunction)
    for (Type type : cast<csim::FuncOp>(target.getParentOp()).getResultTypes()) {
      if (isa<IntegerType, FloatType>(type))
        values.push_back(arith::ConstantOp::create(builder, loc, builder.getZeroAttr(type)));
      else if (auto logic = dyn_cast<csim::LogicType>(type))
        values.push_back(csim::ConstantOp::create(builder, loc, logic.getWidth(), uint64_t(0)));
      else
        values.push_back(csim::NullOp::create(builder, loc, type));
    }
  csim::ReturnOp::create(builder, loc, values);
}

// --- Functions of the file -----------------------------------------------------------------

/// Results that are aggregates are left in storage of the caller's, behind the arguments.
LogicalResult Procedure::call(Operation *op, FlatSymbolRefAttr name, ValueRange operands) {
  csim::FuncOp callee = module.functionFor(op, name);
  if (!callee)
    return failure();
  SmallVector<Value> args = values(operands), returned;
  for (auto [source, argument] : llvm::zip(operands, args)) {
    // The callee sees what the object is now, whatever becomes of it.
    bool isObject = isa<csim::RefType>(argument.getType()) &&
                    !isa<llhd::RefType, moore::RefType, hw::InOutType>(source.getType());
    if (isObject && isa_and_present<csim::AddrOp>(argument.getDefiningOp()))
      argument = copyOf(pure(), argument);
  }
  for (Value result : op->getResults()) {
    auto place = dyn_cast_if_present<csim::RefType>(
        codeTypeOf(result.getType(), module.types, op->getLoc()));
    returned.push_back(place ? csim::LocalOp::create(builder, loc, place.getPointee()) : Value());
    if (place)
      args.push_back(returned.back());
  }
  auto made = csim::CallOp::create(builder, loc, callee, args);
  unsigned next = 0;
  for (auto [result, place] : llvm::zip(op->getResults(), returned))
    define(result, place ? place : made.getResult(next++));
  return success();
}

void Procedure::leave(ValueRange results) {
  auto function = cast<csim::FuncOp>(target.getParentOp());
  SmallVector<Value> returned;
  unsigned places = unsigned(llvm::count_if(results, [](Value value) {
    return isa<csim::RefType>(value.getType());
  }));
  unsigned next = function.getBody().getNumArguments() - places;
  for (Value value : results) {
    if (!isa<csim::RefType>(value.getType()))
      returned.push_back(value);
    else
      csim::CopyOp::create(builder, loc, function.getBody().getArgument(next++), value);
  }
  csim::ReturnOp::create(builder, loc, returned);
}

Value Procedure::systemCall(StringRef name, ValueRange args, ArrayRef<Attribute> info,
                            Type result) {
  auto call = csim::SysCallOp::create(builder, loc, result ? TypeRange(result) : TypeRange(),
                                      builder.getStringAttr(name), args,
                                      builder.getArrayAttr(info), FlatSymbolRefAttr(), UnitAttr());
  return result ? call.getResult() : Value();
}

void Procedure::callIndirect(Value callee, ValueRange args, ResultRange results) {
  SmallVector<Type> types;
  for (Value result : results)
    if (Type type = codeTypeOf(result.getType(), module.types, loc))
      types.push_back(type);
  if (types.size() != results.size())
    return;
  auto call = csim::CallIndirectOp::create(builder, loc, types, callee, args,
                                           module.functionPackage(), UnitAttr());
  for (auto [result, value] : llvm::zip(results, call.getResults()))
    define(result, value);
}

LogicalResult Procedure::translate(Operation &op) {
  Location outer = std::exchange(loc, op.getLoc());
  llvm::scope_exit restore([&] { loc = outer; });
  const DialectImport *dialect = module.dialects().find(&op);
  if (!dialect)
    return DesignImport::unsupported(&op);
  if (Value behind = dialect->aliasOf(&op)) {
    define(op.getResult(0), value(behind));
    return success();
  }
  if (!dialect->isPure(&op)) {
    if (succeeded(dialect->emit(&op, *this)))
      return success();
    return module.hasReported() ? failure() : DesignImport::unsupported(&op);
  }
  SmallVector<Value> results;
  if (failed(dialect->lower(&op, values(op.getOperands()), pure(), results)) ||
      results.size() != op.getNumResults())
    return DesignImport::unsupported(&op);
  for (auto [result, value] : llvm::zip(op.getResults(), results))
    define(result, value);
  return success();
}

LogicalResult Procedure::inlineBlock(Block &block) {
  bool isMarked = !block.empty() && block.back().hasTrait<OpTrait::IsTerminator>();
  for (Operation &op : llvm::make_early_inc_range(block)) {
    if (isMarked && &op == &block.back())
      break;
    if (failed(translate(op)))
      return failure();
  }
  return success();
}

/// An argument that is handled by reference lives in storage of the activation.
LogicalResult Procedure::addArgument(BlockArgument argument, Block *made) {
  Type type = codeTypeOf(argument.getType(), module.types, argument.getLoc());
  if (!type)
    return failure();
  auto reference = dyn_cast<csim::RefType>(type);
  if (!reference) {
    define(argument, made->addArgument(type, argument.getLoc()));
    return success();
  }
  if (isa<llhd::RefType, moore::RefType, hw::InOutType>(argument.getType()))
    return emitError(argument.getLoc())
           << "unsupported: argument of a block of type " << argument.getType();
  OpBuilder b = OpBuilder::atBlockBegin(&target.front());
  define(argument, csim::LocalOp::create(b, argument.getLoc(), reference.getPointee()));
  stored.insert(argument);
  return success();
}

/// If an operand is also the old value of another argument, all old values are taken first.
void Procedure::storeArguments(Block *source, ValueRange operands,
                               SmallVectorImpl<Value> &passed) {
  SmallVector<std::pair<Value, Value>> copies; // to, from
  SmallVector<bool> moves;
  for (auto [argument, operand] : llvm::zip(source->getArguments(), operands)) {
    Value now = value(operand);
    if (!stored.contains(argument)) {
      passed.push_back(now);
      continue;
    }
    if (now == lowered.lookup(argument))
      continue;
    copies.push_back({lowered.lookup(argument), now});
    moves.push_back(operand.hasOneUse() &&
                    isLastUseOfTemporary(operand, now, *operand.user_begin()));
  }
  bool isPermutation = llvm::any_of(copies, [&](auto copy) {
    return llvm::any_of(copies, [&](auto other) { return other.second == copy.first; });
  });
  if (isPermutation)
    for (auto [copy, move] : llvm::zip(copies, moves)) {
      copy.second = copyOf(pure(), copy.second);
      move = true;
    }
  for (auto [copy, move] : llvm::zip(copies, moves))
    csim::CopyOp::create(builder, loc, copy.first, copy.second, move);
}

void Procedure::branchTo(Block *source, ValueRange operands) {
  SmallVector<Value> passed;
  storeArguments(source, operands, passed);
  cf::BranchOp::create(builder, loc, blockOf(source), passed);
}

Block *Procedure::targetOf(Block *source, ValueRange operands, SmallVectorImpl<Value> &passed) {
  if (llvm::none_of(source->getArguments(),
                    [&](Value argument) { return stored.contains(argument); })) {
    passed = values(operands);
    return blockOf(source);
  }
  OpBuilder::InsertionGuard guard(builder);
  Block *edge = newBlock();
  goOnIn(edge);
  branchTo(source, operands);
  return edge;
}

LogicalResult Procedure::run(Region &source) {
  SmallVector<Block *> order;
  for (Block *block : llvm::ReversePostOrderTraversal<Block *>(&source.front()))
    order.push_back(block);
  for (Block *block : order) {
    Block *&made = blocks[block];
    bool isEntry = block == &source.front();
    if (isEntry) {
      made = &target.front();
    } else {
      made = new Block;
      target.push_back(made);
    }
    for (BlockArgument argument : block->getArguments()) {
      if (isEntry && argument.getArgNumber() < made->getNumArguments()) {
        define(argument, made->getArgument(argument.getArgNumber()));
        continue;
      }
      if (failed(addArgument(argument, made)))
        return failure();
    }
  }
  for (Block *block : order) {
    goOnIn(blocks.lookup(block));
    for (Operation &op : *block)
      if (failed(translate(op)))
        return failure();
  }
  return success();
}

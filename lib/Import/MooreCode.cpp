//===- MooreCode.cpp - variables, assignments, conditionals, forks of moore --------===//
//
// IEEE 1800-2023 clauses 9.3.2, 10.4 and 11.4.11. A concatenation of references is
// no place: what is assigned to it is cut up.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/DesignImport.h"
#include "Import/MooreImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

// --- Reading -------------------------------------------------------------------------------

/// Operations whose result may be a place in what they are given.
static bool isSelect(Operation *op) {
  if (auto extract = dyn_cast<moore::DynQueueExtractOp>(op))
    return extract.getType() ==
           cast<moore::QueueType>(extract.getInput().getType()).getElementType();
  return isa<moore::ExtractOp, moore::DynExtractOp, moore::StructExtractOp, moore::UnionExtractOp,
             moore::AssocArrayExtractOp>(op);
}

/// Whether what `op` reads stays as it is as long as the value is used.
static bool isStable(moore::ReadOp op) {
  Operation *last = op;
  for (Operation *user : op->getUsers()) {
    Operation *here = op->getBlock()->findAncestorOpInBlock(*user);
    if (!here || here != user ||
        !(isSelect(user) || isPureMooreContainer(user) ||
          isa<moore::UArrayCmpOp, moore::BlockingAssignOp, moore::NonBlockingAssignOp,
              moore::QueueCmpOp, moore::QueueConcatOp, moore::QueueResizeOp,
              moore::QueueFromUnpackedArrayOp, moore::DynQueueExtractOp,
              moore::OpenUArrayDeleteOp>(user)))
      return false;
    if (isSelect(user) &&
        isAggregate(lowerMooreType(user->getResult(0).getType())))
      return false; // the part is a place in the same object
    if (last->isBeforeInBlock(user))
      last = user;
  }
  for (Operation *each = op->getNextNode(); each && each != last; each = each->getNextNode())
    if (!isMemoryEffectFree(each) && !isa<moore::ReadOp, moore::UnionExtractOp>(each) &&
        !isPureMooreContainer(each))
      return false;
  return true;
}

static Value readReference(Value reference, Type type, Procedure &code) {
  PureBuilder p = code.pure();
  if (auto concat = reference.getDefiningOp<moore::ConcatRefOp>()) {
    SmallVector<Value> parts;
    for (Value part : concat.getValues()) {
      Type each = lowerMooreType(cast<moore::RefType>(part.getType()).getNestedType());
      Value value = readReference(part, each, code);
      if (!value)
        return {};
      parts.push_back(isa<csim::LogicType>(type)
                          ? changeStates(p, value, fourStateOf(each))
                          : value);
    }
    return parts.size() == 1 ? parts[0]
                             : Value(csim::ConcatOp::create(p.builder, p.loc, parts));
  }
  Value place = usedPlace(reference, /*writes=*/false, code);
  if (!place || !isa<csim::RefType>(place.getType()))
    return {};
  return changeStates(p, code.load(place), type);
}

static LogicalResult emitRead(moore::ReadOp op, Procedure &code) {
  Type type = lowerMooreType(op.getType());
  Value value = type ? readReference(op.getInput(), type, code) : Value();
  if (!value)
    return failure();
  code.define(op, isAggregate(type) && !isStable(op) ? copyOf(code.pure(), value) : value);
  return success();
}

// --- Assignments -----------------------------------------------------------------------------

namespace {
struct Assignment {
  bool isNonblocking = false;
  Value after;        ///< ticks
  bool moves = false; ///< the value is a temporary that is not used again
};
} // namespace

static LogicalResult assign(Value reference, Value value, Assignment how, Procedure &code) {
  PureBuilder p = code.pure();
  if (auto concat = reference.getDefiningOp<moore::ConcatRefOp>()) {
    unsigned lo = csim::bitWidthOf(value.getType());
    for (Value part : concat.getValues()) {
      unsigned width = *cast<moore::RefType>(part.getType()).getNestedType().getBitSize();
      lo -= width;
      if (failed(assign(part, p.extract(value, lo, width), how, code)))
        return failure();
    }
    return success();
  }
  Value place = usedPlace(reference, /*writes=*/true, code);
  auto type = place ? dyn_cast<csim::RefType>(place.getType()) : csim::RefType();
  if (!type)
    return failure();
  if (how.moves && isAggregate(type.getPointee()))
    csim::CopyOp::create(p.builder, p.loc, place, value, /*moves=*/true);
  else if (!how.isNonblocking)
    writePlace(p, value, place);
  else if (isAggregate(type.getPointee()))
    csim::NbaCopyOp::create(p.builder, p.loc, place, value, how.after);
  else
    csim::NbaOp::create(p.builder, p.loc, changeStates(p, value, type.getPointee()), place,
                        how.after);
  return success();
}

// --- Variables ---------------------------------------------------------------------------------

/// Automatic variables that a forked process uses live on the heap (6.21).
static bool isForked(moore::VariableOp op) {
  Operation *fork = op->getParentOp();
  SmallVector<Value> references = {op.getResult()};
  auto outer = op->getParentRegion();
  while (!references.empty()) {
    Value reference = references.pop_back_val();
    for (Operation *user : reference.getUsers()) {
      auto inner = user->getParentOfType<moore::ForkJoinOp>();
      if (inner && inner != fork && outer->isAncestor(inner->getParentRegion()))
        return true;
      if (isPartOfReference(user) || isa<moore::ConcatRefOp>(user))
        references.push_back(user->getResult(0));
    }
  }
  return false;
}

static LogicalResult emitVariable(moore::VariableOp op, Procedure &code) {
  Type type = lowerMooreType(op.getType().getNestedType());
  if (!type)
    return failure();
  PureBuilder p = code.pure();
  Value initial = op.getInitial() ? code.value(op.getInitial()) : Value();
  StringRef name = op.getName().value_or("");
  Value place = isForked(op) ? Value(csim::CellOp::create(p.builder, p.loc, type, name))
                             : Value(csim::LocalOp::create(p.builder, p.loc, type,
                                                           /*isVolatile=*/false, name));
  if (initial)
    writePlace(p, initial, place);
  code.define(op, place);
  return success();
}

// --- Conditionals --------------------------------------------------------------------------------

static Value yieldOf(Region &region, Procedure &code) {
  if (failed(code.inlineBlock(region.front())))
    return {};
  return code.value(region.front().getTerminator()->getOperand(0));
}

/// Both values are computed if nothing can tell (11.4.11).
static bool hasEffects(Region &region) {
  return region.walk([](Operation *op) {
    bool isHarmless = isMemoryEffectFree(op) || isPureSystem(op) ||
                      isa<moore::ReadOp, moore::UnionExtractOp, moore::ConditionalOp>(op);
    return isHarmless ? WalkResult::advance() : WalkResult::interrupt();
  }).wasInterrupted();
}

/// Only the chosen value is computed; both, for an unknown condition of a packed type.
static LogicalResult emitBranches(moore::ConditionalOp op, Type type, Value condition,
                                  Procedure &code) {
  Type carried = isAggregate(type) ? Type(csim::RefType::get(type)) : type;
  OpBuilder &b = code.builder;
  bool isUnknowable = isa<csim::LogicType>(condition.getType());
  Value isTrue = isUnknowable
                     ? Value(csim::IsTrueOp::create(b, code.loc, b.getI1Type(), condition))
                     : condition;
  Block *join = code.newBlock(), *no = code.newBlock(), *yes = code.newBlock();
  Value result = join->addArgument(carried, code.loc);
  cf::CondBranchOp::create(b, code.loc, isTrue, yes, no);
  auto leaveWith = [&](Value value) {
    if (value)
      cf::BranchOp::create(b, code.loc, join, ValueRange(value));
    return success(bool(value));
  };
  code.goOnIn(yes);
  if (failed(leaveWith(yieldOf(op.getTrueRegion(), code))))
    return failure();
  code.goOnIn(no);
  if (isUnknowable && isa<IntegerType, csim::LogicType>(type)) {
    Value unknown = csim::IsUnknownOp::create(b, code.loc, b.getI1Type(), condition);
    Block *plain = code.newBlock(), *both = code.newBlock();
    cf::CondBranchOp::create(b, code.loc, unknown, both, plain);
    code.goOnIn(both);
    Value first = yieldOf(op.getTrueRegion(), code);
    Value second = first ? yieldOf(op.getFalseRegion(), code) : Value();
    if (failed(leaveWith(second ? select(code.pure(), condition, first, second) : Value())))
      return failure();
    code.goOnIn(plain);
  }
  if (failed(leaveWith(yieldOf(op.getFalseRegion(), code))))
    return failure();
  code.goOnIn(join);
  code.define(op, result);
  return success();
}

LogicalResult import::emitConditional(moore::ConditionalOp op, Procedure &code) {
  Type type = lowerMooreType(op.getType());
  if (!type)
    return failure();
  Value condition = code.value(op.getCondition());
  if (!isa<IntegerType, csim::LogicType>(type) || hasEffects(op.getTrueRegion()) ||
      hasEffects(op.getFalseRegion()))
    return emitBranches(op, type, condition, code);
  Value yes = yieldOf(op.getTrueRegion(), code);
  Value no = yes ? yieldOf(op.getFalseRegion(), code) : Value();
  if (!no)
    return failure();
  code.define(op, select(code.pure(), condition, yes, no));
  return success();
}

// --- Forks -----------------------------------------------------------------------------------------

/// Values of the code around a branch that it uses; those of the module are seen anyway.
static void collectCaptured(Region &region, Procedure &code, llvm::SetVector<Value> &captured) {
  std::function<void(Value)> add = [&](Value value) {
    value = code.module.resolve(value);
    if (region.isAncestor(value.getParentRegion()))
      return;
    if (code.isKnown(value)) {
      captured.insert(value);
      return;
    }
    Operation *op = value.getDefiningOp();
    const DialectImport *dialect = op ? code.module.dialects().find(op) : nullptr;
    if (dialect && dialect->isMadeAtUse(op))
      for (Value operand : op->getOperands())
        add(operand);
  };
  region.walk([&](Operation *op) {
    for (Value operand : op->getOperands())
      add(operand);
  });
}

/// A value for a branch; one that is handled by reference lives on the heap: the branch may
/// outlive the frame.
static Value keepForFork(Value source, Procedure &code) {
  Value value = code.value(source);
  auto reference = dyn_cast<csim::RefType>(value.getType());
  if (!reference || isa<moore::RefType>(source.getType()))
    return value;
  Value cell = csim::CellOp::create(code.builder, code.loc, reference.getPointee());
  csim::CopyOp::create(code.builder, code.loc, cell, value);
  return cell;
}

static LogicalResult emitFork(moore::ForkJoinOp op, Procedure &code) {
  SmallVector<std::string> names;
  SmallVector<SmallVector<Value>> arguments;
  for (Region &region : op.getBody()) {
    llvm::SetVector<Value> captured;
    collectCaptured(region, code, captured);
    SmallVector<Type> types;
    for (Value value : captured)
      types.push_back(code.value(value).getType());
    csim::FuncOp function = code.module.addFunction(op.getLoc(), "$fork", types, {},
                                                    /*isTask=*/true);
    Procedure branch(code.module, function.getBody());
    branch.isBranch = true;
    SmallVector<Value> passed;
    for (auto [value, argument] : llvm::zip(captured, function.getBody().getArguments())) {
      passed.push_back(keepForFork(value, code));
      branch.define(value, argument);
    }
    if (failed(branch.run(region)))
      return failure();
    names.push_back(function.getSymName().str());
    arguments.push_back(std::move(passed));
  }
  auto kind = op.getKind() == moore::JoinKind::Join      ? csim::JoinKind::All
              : op.getKind() == moore::JoinKind::JoinAny ? csim::JoinKind::Any
                                                         : csim::JoinKind::None;
  SmallVector<StringRef> branches(names.begin(), names.end());
  csim::ForkOp::create(code.builder, code.loc, kind, branches, arguments);
  return success();
}

// --- Ends and assertions -------------------------------------------------------------------------------

static LogicalResult emitReturn(moore::ReturnOp op, Procedure &code) {
  auto procedure = dyn_cast<moore::ProcedureOp>(op->getParentOp());
  bool isLoop = procedure && procedure.getKind() != moore::ProcedureKind::Initial &&
                procedure.getKind() != moore::ProcedureKind::Final;
  if (!procedure || code.isActivation)
    csim::ReturnOp::create(code.builder, code.loc);
  else if (isLoop)
    cf::BranchOp::create(code.builder, code.loc, code.blockOf(&procedure.getBody().front()));
  else
    code.end();
  return success();
}

/// Immediate assertions (16.3); a cover counts, which nobody sees.
static LogicalResult emitAssertion(Operation *op, Value condition, std::optional<StringRef> label,
                                   Procedure &code) {
  if (isa<moore::CoverOp>(op))
    return success();
  Value holds = code.value(condition);
  if (isa<csim::LogicType>(holds.getType()))
    holds = csim::IsTrueOp::create(code.builder, code.loc, code.builder.getI1Type(), holds);
  code.emitIf(negate(code.pure(), holds), [&] {
    std::string text = "Assertion " + (label ? "'" + label->str() + "' " : "") + "failed.";
    code.systemCall("$error", {},
                    csim::ArgAttr::get(op->getContext(), csim::ArgKind::Literal, false, Type(),
                                       code.builder.getStringAttr(text), SymbolRefAttr()));
  });
  return success();
}

// --- Operations in code -----------------------------------------------------------------------------------

LogicalResult import::emitMooreCode(Operation *op, Procedure &code) {
  if (isMooreFormat(op) || isa<moore::ConcatRefOp>(op))
    return success(); // looked at where it is used
  if (isPartOfReference(op)) {
    if (isMadeWhereUsed(op))
      return success();
    if (isa<moore::DynQueueRefElementOp>(op)) // somebody keeps the reference (7.10.3)
      callRuntime(code.pure(), "array_pin", code.value(op->getOperand(0)));
    Value part = makePart(op, code.value(op->getOperand(0)),
                          [&](Value value) { return code.value(value); }, code.pure());
    if (part)
      code.define(op->getResult(0), part);
    return success(bool(part));
  }
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](moore::ReadOp read) { return emitRead(read, code); })
      .Case([&](moore::VariableOp variable) { return emitVariable(variable, code); })
      .Case([&](moore::GetGlobalVariableOp get) {
        Signal signal = code.module.globalSignal(op, get.getGlobalNameAttr().getAttr(),
                                                 lowerMooreType(get.getType().getNestedType()));
        if (signal)
          code.define(get, code.addressOf(signal));
        return success(bool(signal));
      })
      .Case([&](moore::BlockingAssignOp a) {
        Value value = code.value(a.getSrc());
        return assign(a.getDst(), value, {false, {}, isLastUseOfTemporary(a.getSrc(), value, a)},
                      code);
      })
      .Case([&](moore::NonBlockingAssignOp a) {
        return assign(a.getDst(), code.value(a.getSrc()), {true, {}}, code);
      })
      .Case([&](moore::DelayedNonBlockingAssignOp a) {
        Value ticks = ticksOfTime(code.pure(), code.value(a.getDelay()),
                                  code.module.femtosecondsPerTick());
        return assign(a.getDst(), code.value(a.getSrc()), {true, ticks}, code);
      })
      .Case([&](moore::ConditionalOp c) { return emitConditional(c, code); })
      .Case([&](moore::ForkJoinOp fork) { return emitFork(fork, code); })
      .Case([&](moore::CompleteOp) {
        csim::HaltOp::create(code.builder, code.loc);
        return success();
      })
      .Case([&](moore::ReturnOp end) { return emitReturn(end, code); })
      .Case([&](moore::UnreachableOp) {
        code.end();
        return success();
      })
      .Case([&](moore::CallCoroutineOp call) {
        return code.call(op, call.getCalleeAttr(), call.getOperands());
      })
      .Case<moore::AssertOp, moore::AssumeOp, moore::CoverOp>([&](auto check) {
        return emitAssertion(op, check.getCond(), check.getLabel(), code);
      })
      .Case<moore::WaitEventOp, moore::WaitLevelOp, moore::WaitDelayOp, moore::WaitForkOp,
            moore::DetectEventOp, moore::DetectLevelOp>(
          [&](auto) { return emitMooreTiming(op, code); })
      .Default([&](Operation *other) {
        if (succeeded(emitMooreScan(other, code)) || succeeded(emitMooreContainer(other, code)))
          return success();
        return emitMooreSystem(other, code);
      });
}

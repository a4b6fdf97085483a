//===- SimContainers.cpp - queues and associative arrays of sim ---------------===//
//
// Arrays are values there: an operation that changes one returns the new one. A value that
// is not used again is changed in place. So is a signal of which an array is read, changed
// and driven again at once, which is how a method of SystemVerilog arrives.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/MooreImport.h"

#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/Sim/Sim.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

Type import::lowerSimType(Type type, const TypeLowering &types) {
  return llvm::TypeSwitch<Type, Type>(type)
      .Case([](sim::DynamicStringType text) {
        return csim::StringType::get(text.getContext());
      })
      .Case([&](sim::QueueType queue) {
        return queueTypeOf(types.lower(queue.getElementType()), queue.getBound());
      })
      .Case([&](sim::AssocArrayType array) {
        return assocTypeOf(types.lower(array.getElementType()),
                           types.lower(array.getIndexType()));
      })
      .Default(Type());
}

bool import::isPureContainer(Operation *op) {
  return makesContainer(op) ||
         isa<sim::QueueCmpOp, sim::QueueSizeOp, sim::QueueGetOp, sim::AssocArrayCmpOp,
             sim::AssocArraySizeOp, sim::AssocArrayGetOp, sim::AssocArrayExistsOp,
             sim::AssocArrayFirstOp, sim::AssocArrayLastOp, sim::AssocArrayNextOp,
             sim::AssocArrayPrevOp>(op);
}

// --- What is changed in place ----------------------------------------------------------------

/// Operations whose first operand is the array that they change.
static bool isChange(Operation *op) {
  return isa<sim::QueuePushBackOp, sim::QueuePushFrontOp, sim::QueuePopBackOp,
             sim::QueuePopFrontOp, sim::QueueDeleteOp, sim::QueueInsertOp, sim::QueueSetOp,
             sim::AssocArraySetOp, sim::AssocArrayDeleteOp>(op);
}

static Value changedArray(Operation *op) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case<sim::AssocArraySetOp, sim::AssocArrayDeleteOp>([](auto c) { return c.getArray(); })
      .Case<sim::QueuePushBackOp, sim::QueuePushFrontOp, sim::QueuePopBackOp,
            sim::QueuePopFrontOp, sim::QueueDeleteOp, sim::QueueInsertOp, sim::QueueSetOp>(
          [](auto c) { return c.getQueue(); })
      .Default(Value());
}

static bool isAtOnce(Value time) {
  auto constant = time.getDefiningOp<llhd::ConstantTimeOp>();
  return constant && constant.getValueAttr().getTime() == 0 &&
         constant.getValueAttr().getDelta() == 0;
}

/// Only operations without effects lie between the two.
static bool isQuietBetween(Operation *first, Operation *last) {
  for (Operation *each = first->getNextNode(); each != last; each = each->getNextNode())
    if (!each || !isMemoryEffectFree(each))
      return false;
  return true;
}

/// The signal's array is read only to be changed by one operation and driven again.
static bool isChangedAtOnce(llhd::ProbeOp probe) {
  if (isa<hw::HWModuleOp>(probe->getParentOp()) || !probe->hasOneUse())
    return false;
  Operation *change = *probe->user_begin();
  if (!isChange(change) || changedArray(change) != probe || !change->getResult(0).hasOneUse() ||
      change->getBlock() != probe->getBlock())
    return false;
  auto drive = dyn_cast<llhd::DriveOp>(*change->getResult(0).user_begin());
  return drive && drive.getSignal() == probe.getSignal() &&
         drive.getValue() == change->getResult(0) && !drive.getEnable() &&
         isAtOnce(drive.getTime()) && drive->getBlock() == probe->getBlock() && isQuietBetween(probe, drive);
}

bool import::isStableProbe(Operation *op) {
  auto probe = cast<llhd::ProbeOp>(op);
  if (isChangedAtOnce(probe))
    return true;
  Operation *last = op;
  for (Operation *user : probe->getUsers()) {
    bool isFine = user->getBlock() == op->getBlock() &&
                  (isPureContainer(user) || isa<llhd::DriveOp>(user));
    // An element that is an array itself is a place in this one.
    for (Value result : user->getResults())
      isFine &= makesContainer(user) || !isa<sim::QueueType, sim::AssocArrayType>(result.getType());
    if (!isFine)
      return false;
    if (last->isBeforeInBlock(user))
      last = user;
  }
  return last == op || isQuietBetween(op, last);
}

/// The array that `op` may change: that of its operand if nobody else wants it, else a copy.
static Value changeable(Operation *op, Value array, const PureBuilder &p) {
  Value source = changedArray(op);
  auto probe = source.getDefiningOp<llhd::ProbeOp>();
  bool isOurs = probe ? isChangedAtOnce(probe) : isLastUseOfTemporary(source, array, op);
  return isOurs ? array : copyOf(p, array);
}

// --- Operations ------------------------------------------------------------------------------

static Value zeroExtend(const PureBuilder &p, Value value, unsigned width) {
  return arith::ExtUIOp::create(p.builder, p.loc, p.builder.getIntegerType(width), value);
}

static Value sizeAs(const PureBuilder &p, Value array, unsigned width) {
  Value size = sizeOf(p, array);
  if (width == 64)
    return size;
  return arith::TruncIOp::create(p.builder, p.loc, p.builder.getIntegerType(width), size);
}

static Value compare(const PureBuilder &p, Value l, Value r, bool isEqual) {
  Value same = csim::EqRefOp::create(p.builder, p.loc, p.builder.getI1Type(), l, r);
  return isEqual ? same : negate(p, same);
}

/// Writes an element only if there is one, or it is the one behind the last.
static LogicalResult lowerChange(Operation *op, ValueRange in, const PureBuilder &p,
                                 SmallVectorImpl<Value> &results) {
  Value array = changeable(op, in[0], p);
  results.push_back(array);
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](sim::QueuePushBackOp) {
        return writePlace(p, in[1], insertElement(p, array)), success();
      })
      .Case([&](sim::QueuePushFrontOp) {
        return writePlace(p, in[1], insertElement(p, array, p.constant(64, 0))), success();
      })
      .Case<sim::QueuePopBackOp, sim::QueuePopFrontOp>([&](auto) {
        results.push_back(takeElement(p, array, isa<sim::QueuePopBackOp>(op)));
        return success();
      })
      .Case<sim::QueueDeleteOp, sim::AssocArrayDeleteOp>([&](auto) {
        return eraseElement(p, array, in[1]), success();
      })
      .Case([&](sim::QueueInsertOp) {
        return writePlace(p, in[2], insertElement(p, array, positionOf(p, in[1]))), success();
      })
      .Case<sim::QueueSetOp, sim::AssocArraySetOp>([&](auto) {
        return writePlace(p, in[2], elementPlace(p, array, in[1], /*writes=*/true)), success();
      })
      .Default(failure());
}

static LogicalResult lowerStep(Operation *op, Value array, Value key, unsigned way,
                               const PureBuilder &p, SmallVectorImpl<Value> &results) {
  auto [found, next] = stepKey(p, array, key, way, p.typeOf(op->getResult(1)));
  results.append({zeroExtend(p, found, 32), next});
  return success();
}

/// The elements of a packed array from the highest on, which is the left bound of the array of
/// SystemVerilog that it comes from.
static Value fromArray(sim::QueueFromArrayOp op, Value bits, const PureBuilder &p) {
  auto array = cast<hw::ArrayType>(p.types.resolve(op.getInput().getType()));
  unsigned stride = *p.types.widthOf(array.getElementType());
  Type type = lowerSimType(op.getType(), p.types);
  csim::QueueType open = queueTypeOf(csim::dynamicElementOf(type), 0);
  Value made = makeTemporary(p, open);
  for (uint64_t i = array.getKnownSize().value_or(0); i-- > 0;)
    writePlace(p, p.extract(bits, unsigned(i) * stride, stride), insertElement(p, made));
  return convertArray(p, made, type);
}

static LogicalResult lowerReading(Operation *op, ValueRange in, const PureBuilder &p,
                                  SmallVectorImpl<Value> &results) {
  auto give = [&](Value value) {
    results.push_back(value);
    return success();
  };
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](sim::QueueSizeOp) { return give(sizeAs(p, in[0], 64)); })
      .Case([&](sim::AssocArraySizeOp) { return give(sizeAs(p, in[0], 32)); })
      .Case<sim::QueueGetOp, sim::AssocArrayGetOp>([&](auto) {
        return give(readPlace(p, elementPlace(p, in[0], in[1], /*writes=*/false)));
      })
      .Case<sim::QueueCmpOp, sim::AssocArrayCmpOp>([&](auto cmp) {
        return give(compare(p, in[0], in[1],
                            cmp.getPredicate() == sim::UArrayCmpPredicate::eq));
      })
      .Case([&](sim::AssocArrayExistsOp) {
        return give(zeroExtend(p, hasElement(p, in[0], in[1]), 32));
      })
      .Case([&](sim::AssocArrayFirstOp) { return lowerStep(op, in[0], {}, 0, p, results); })
      .Case([&](sim::AssocArrayLastOp) { return lowerStep(op, in[0], {}, 1, p, results); })
      .Case([&](sim::AssocArrayNextOp) { return lowerStep(op, in[0], in[1], 2, p, results); })
      .Case([&](sim::AssocArrayPrevOp) { return lowerStep(op, in[0], in[1], 3, p, results); })
      .Default(failure());
}

LogicalResult import::lowerSimContainer(Operation *op, ValueRange in, const PureBuilder &p,
                                        SmallVectorImpl<Value> &results) {
  if (isChange(op))
    return lowerChange(op, in, p, results);
  if (!makesContainer(op))
    return lowerReading(op, in, p, results);
  Type type = lowerSimType(op->getResult(0).getType(), p.types);
  if (!type)
    return failure();
  Value made = llvm::TypeSwitch<Operation *, Value>(op)
                   .Case<sim::QueueEmptyOp, sim::AssocArrayEmptyOp>(
                       [&](auto) { return makeTemporary(p, type); })
                   .Case([&](sim::QueueSliceOp) { return sliceArray(p, in[0], in[1], in[2]); })
                   .Case([&](sim::QueueResizeOp) {
                     return storedIn(in[0]) == type ? copyOf(p, in[0])
                                                    : convertArray(p, in[0], type);
                   })
                   .Case([&](sim::QueueFromArrayOp from) { return fromArray(from, in[0], p); })
                   .Case([&](sim::QueueConcatOp) { return concatArrays(p, in, type); })
                   .Default(Value());
  results.push_back(made);
  return success(bool(made));
}

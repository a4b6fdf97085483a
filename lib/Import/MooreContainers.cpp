//===- MooreContainers.cpp - dynamic arrays, queues, associative arrays of moore ---===//
//
// IEEE 1800-2023 7.5, 7.8 - 7.10. Methods take a reference to the array. A reference to an
// element is made where it is used, because elements move when others come and go: its index
// is that of the operation, and so is the array.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/MooreImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

// --- References to elements --------------------------------------------------------------

bool import::isElementReference(Operation *op) {
  if (isa<moore::DynQueueRefElementOp, moore::AssocArrayExtractRefOp>(op))
    return true;
  if (!isa<moore::ExtractRefOp, moore::DynExtractRefOp>(op))
    return false;
  auto base = cast<moore::RefType>(op->getOperand(0).getType());
  return isa<moore::OpenUnpackedArrayType, moore::QueueType>(base.getNestedType());
}

static bool isInElement(Value reference) {
  Operation *op = reference.getDefiningOp();
  if (!op || !isPartOfReference(op))
    return false;
  return isElementReference(op) || isInElement(op->getOperand(0));
}

bool import::isMadeWhereUsed(Operation *op) {
  return isInElement(op->getResult(0)) && llvm::all_of(op->getUsers(), [](Operation *user) {
    return isa<moore::ReadOp, moore::BlockingAssignOp, moore::NonBlockingAssignOp,
               moore::DelayedNonBlockingAssignOp>(user) ||
           (isPartOfReference(user) && isMadeWhereUsed(user));
  });
}

Value import::usedPlace(Value reference, bool writes, Procedure &code) {
  Operation *op = reference.getDefiningOp();
  if (!op || code.isKnown(reference) || !isPartOfReference(op) || !isInElement(reference))
    return code.value(reference);
  Value base = usedPlace(op->getOperand(0), writes, code);
  return base ? makePart(op, base, [&](Value value) { return code.value(value); }, code.pure(),
                         writes)
              : Value();
}

// --- Values --------------------------------------------------------------------------------

bool import::isPureMooreContainer(Operation *op) {
  return isa<moore::QueueSizeBIOp, moore::OpenUArraySizeOp>(op);
}

static Value size32(const PureBuilder &p, Value array) {
  return arith::TruncIOp::create(p.builder, p.loc, p.builder.getI32Type(), sizeOf(p, array));
}

static Value extract(moore::DynQueueExtractOp op, ValueRange in, const PureBuilder &p) {
  auto queue = cast<moore::QueueType>(op.getInput().getType());
  if (op.getType() != queue.getElementType())
    return convertArray(p, sliceArray(p, in[0], in[1], in[2]), lowerMooreType(op.getType()));
  return readPlace(p, elementPlace(p, in[0], in[1], /*writes=*/false));
}

Value import::lowerMooreContainer(Operation *op, ValueRange in, const PureBuilder &p) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case<moore::QueueSizeBIOp, moore::OpenUArraySizeOp>([&](auto) { return size32(p, in[0]); })
      .Case([&](moore::DynQueueExtractOp e) { return extract(e, in, p); })
      .Case([&](moore::AssocArrayExtractOp) {
        return readPlace(p, elementPlace(p, in[0], in[1], /*writes=*/false));
      })
      .Case<moore::QueueResizeOp, moore::QueueFromUnpackedArrayOp>([&](auto) {
        Type type = lowerMooreType(op->getResult(0).getType());
        return storedIn(in[0]) == type ? copyOf(p, in[0]) : convertArray(p, in[0], type);
      })
      .Case([&](moore::QueueConcatOp c) {
        return concatArrays(p, in, lowerMooreType(c.getType()));
      })
      .Case([&](moore::QueueCmpOp c) {
        Value same = csim::EqRefOp::create(p.builder, p.loc, p.builder.getI1Type(), in[0], in[1]);
        return c.getPredicate() == moore::UArrayCmpPredicate::eq ? same : negate(p, same);
      })
      .Default(Value());
}

// --- Methods -------------------------------------------------------------------------------

/// The key goes to the variable if there is one; else the variable keeps its value.
static Value step(Value array, Value target, unsigned way, Procedure &code) {
  PureBuilder p = code.pure();
  auto type = cast<moore::RefType>(target.getType()).getNestedType();
  Value place = usedPlace(target, /*writes=*/true, code);
  auto [found, key] = stepKey(p, array, code.load(place), way, lowerMooreType(type));
  code.emitIf(found, [&, key = key] { writePlace(code.pure(), key, place); });
  return arith::ExtUIOp::create(code.builder, code.loc, code.builder.getI32Type(), found);
}

static LogicalResult emitQueueMethod(Operation *op, Procedure &code) {
  Value array = usedPlace(op->getOperand(0), /*writes=*/true, code);
  auto in = [&](unsigned i) { return code.value(op->getOperand(i)); };
  auto add = [&](Value value, Value position) {
    PureBuilder p = code.pure();
    writePlace(p, value, insertElement(p, array, position));
    return success();
  };
  PureBuilder p = code.pure();
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](moore::QueuePushBackOp) { return add(in(1), {}); })
      .Case([&](moore::QueuePushFrontOp) { return add(in(1), code.constant(64, 0)); })
      .Case([&](moore::QueueInsertOp) {
        Value position = positionOf(p, in(1));
        return add(in(2), position);
      })
      .Case<moore::QueuePopBackOp, moore::QueuePopFrontOp>([&](auto pop) {
        code.define(pop, takeElement(p, array, isa<moore::QueuePopBackOp>(op)));
        return success();
      })
      .Case([&](moore::QueueSetOp) {
        Value index = in(1), item = in(2);
        writePlace(p, item, elementPlace(p, array, index, /*writes=*/true));
        return success();
      })
      .Case([&](moore::QueueDeleteOp) { return eraseElement(p, array, in(1)), success(); })
      .Case([&](moore::QueueClearOp) { return clearArray(p, array), success(); })
      .Default(failure());
}

static LogicalResult emitAssocMethod(Operation *op, Procedure &code) {
  bool isChange = isa<moore::AssocArraySetOp, moore::AssocArrayDeleteOp,
                      moore::AssocArrayClearOp>(op);
  unsigned position = 0; // of the array among the operands
  for (; position != op->getNumOperands(); ++position) {
    auto type = dyn_cast<moore::RefType>(op->getOperand(position).getType());
    if (type && isa<moore::AssocArrayType>(type.getNestedType()))
      break;
  }
  Value array = usedPlace(op->getOperand(position), isChange, code);
  if (!isChange)
    array = code.load(array);
  PureBuilder p = code.pure();
  auto give = [&](Value result) {
    code.define(op->getResult(0), result);
    return success();
  };
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](moore::AssocArraySetOp set) {
        Value key = code.value(set.getIndex()), value = code.value(set.getValue());
        writePlace(p, value, elementPlace(p, array, key, /*writes=*/true));
        return success();
      })
      .Case([&](moore::AssocArrayDeleteOp erase) {
        return eraseElement(p, array, code.value(erase.getIndex())), success();
      })
      .Case([&](moore::AssocArrayClearOp) { return clearArray(p, array), success(); })
      .Case([&](moore::AssocArrayExistsOp exists) {
        return give(arith::ExtUIOp::create(code.builder, code.loc, code.builder.getI32Type(),
                                           hasElement(p, array, code.value(exists.getIndex()))));
      })
      .Case([&](moore::AssocArraySizeOp) { return give(size32(p, array)); })
      .Case([&](moore::AssocArrayFirstOp o) { return give(step(array, o.getIndex(), 0, code)); })
      .Case([&](moore::AssocArrayLastOp o) { return give(step(array, o.getIndex(), 1, code)); })
      .Case([&](moore::AssocArrayNextOp o) { return give(step(array, o.getIndex(), 2, code)); })
      .Case([&](moore::AssocArrayPrevOp o) { return give(step(array, o.getIndex(), 3, code)); })
      .Default(failure());
}

/// delete() takes the value of the variable, whose elements are meant (7.5.3).
static LogicalResult emitDelete(moore::OpenUArrayDeleteOp op, Procedure &code) {
  auto read = op.getArr().getDefiningOp<moore::ReadOp>();
  if (!read)
    return op.emitError("unsupported: delete() of something else than a variable "
                        "(IEEE 1800-2023 7.5.3)");
  clearArray(code.pure(), usedPlace(read.getInput(), /*writes=*/true, code));
  return success();
}

LogicalResult import::emitMooreContainer(Operation *op, Procedure &code) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case<moore::QueuePushBackOp, moore::QueuePushFrontOp, moore::QueueInsertOp,
            moore::QueuePopBackOp, moore::QueuePopFrontOp, moore::QueueSetOp,
            moore::QueueDeleteOp, moore::QueueClearOp>(
          [&](auto) { return emitQueueMethod(op, code); })
      .Case<moore::AssocArraySetOp, moore::AssocArrayDeleteOp, moore::AssocArrayClearOp,
            moore::AssocArrayExistsOp, moore::AssocArraySizeOp, moore::AssocArrayFirstOp,
            moore::AssocArrayLastOp, moore::AssocArrayNextOp, moore::AssocArrayPrevOp>(
          [&](auto) { return emitAssocMethod(op, code); })
      .Case([&](moore::OpenUArrayCreateOp create) { // 7.5.1
        PureBuilder p = code.pure();
        Type type = lowerMooreType(create.getType());
        Value array = makeTemporary(p, type), size = code.value(create.getInitialSize());
        callRuntime(p, "array_new", {array, typeNumber(p, type), positionOf(p, size)});
        code.define(create, array);
        return success();
      })
      .Case([&](moore::OpenUArrayDeleteOp erase) { return emitDelete(erase, code); })
      .Default(failure());
}

//===- Containers.cpp - dynamic arrays, queues, associative arrays ------------===//
//
// IEEE 1800-2023 7.5, 7.8 - 7.10. Elements are places, which the instructions for all
// storage load and store; everything else is a function of the runtime. Keys are words
// there: numbers of up to 64 bits, or strings, which also stand for wider numbers
// (Runtime/Assoc.h).
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/MooreImport.h"

#include "IR/Circt/Sim/Sim.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
template <typename Op, typename... Args>
Value make(const PureBuilder &p, Args &&...args) {
  return Op::create(p.builder, p.loc, std::forward<Args>(args)...);
}
/// A key as the runtime has it.
struct Key {
  Value word;
  Value isUnknown; ///< i64
};
} // namespace

// --- Types -------------------------------------------------------------------------------

csim::AssocType import::assocTypeOf(Type element, Type key) {
  if (!element || !key)
    return {};
  MLIRContext *context = element.getContext();
  if (isa<IntegerType, csim::LogicType>(key)) {
    unsigned width = csim::bitWidthOf(key);
    bool isSigned = isa<IntegerType>(key) && (width == 32 || width == 64);
    key = csim::PackedType::get(context, StringAttr::get(context, ""), csim::withWidth(key, 1),
                                int32_t(width) - 1, 0, isSigned);
  } else if (!isa<csim::StringType>(key)) {
    return {};
  }
  return csim::AssocType::get(context, element, key);
}

csim::QueueType import::queueTypeOf(Type element, unsigned bound) {
  if (!element)
    return {};
  return csim::QueueType::get(element.getContext(), element, bound ? int64_t(bound) : -1);
}

Type import::storedIn(Value place) { return cast<csim::RefType>(place.getType()).getPointee(); }

static Value elementRef(const PureBuilder &p, StringRef function, Value array, ValueRange args) {
  SmallVector<Value> all = {array, typeNumber(p, storedIn(array))};
  llvm::append_range(all, args);
  return runtimeCall(p, function, all,
                     csim::RefType::get(csim::dynamicElementOf(storedIn(array))));
}

Value import::typeNumber(const PureBuilder &p, Type type) {
  return make<csim::TypeIdOp>(p, p.builder.getI64Type(), TypeAttr::get(type));
}

void import::callRuntime(const PureBuilder &p, StringRef name, ValueRange args) {
  csim::RtOp::create(p.builder, p.loc, TypeRange(), p.builder.getStringAttr(name), args,
                     UnitAttr());
}

// --- Temporaries ---------------------------------------------------------------------------

Value import::makeTemporary(const PureBuilder &p, Type type) {
  return make<csim::LocalOp>(p, type, /*isVolatile=*/false, "");
}

bool import::makesContainer(Operation *op) {
  return isa<sim::QueueEmptyOp, sim::QueuePushBackOp, sim::QueuePushFrontOp, sim::QueuePopBackOp,
             sim::QueuePopFrontOp, sim::QueueDeleteOp, sim::QueueInsertOp, sim::QueueSetOp,
             sim::QueueSliceOp, sim::QueueResizeOp, sim::QueueFromArrayOp, sim::QueueConcatOp,
             sim::AssocArrayEmptyOp, sim::AssocArraySetOp, sim::AssocArrayDeleteOp,
             moore::QueueConcatOp, moore::QueueResizeOp, moore::QueueFromUnpackedArrayOp,
             moore::DynQueueExtractOp, moore::OpenUArrayCreateOp, moore::QueuePopBackOp,
             moore::QueuePopFrontOp>(op);
}

bool import::isLastUseOfTemporary(Value source, Value array, Operation *user) {
  Operation *maker = source.getDefiningOp();
  return isa_and_present<csim::LocalOp>(array.getDefiningOp()) && source.hasOneUse() &&
         source.getParentBlock() == user->getBlock() && (!maker || makesContainer(maker));
}

// --- Keys ----------------------------------------------------------------------------------

static Key keyOf(const PureBuilder &p, csim::AssocType type, Value value) {
  Value zero = p.constant(64, 0);
  if (isa<csim::StringType>(value.getType()))
    return {value, zero};
  Key key{{}, zero};
  unsigned width = csim::bitWidthOf(value.getType());
  if (isa<csim::LogicType>(value.getType())) {
    Value unknown = make<csim::IsUnknownOp>(p, p.builder.getI1Type(), value);
    key.isUnknown = make<arith::ExtUIOp>(p, p.builder.getI64Type(), unknown);
  }
  bool isSigned = cast<csim::PackedType>(type.getKey()).getIsSigned();
  if (width <= 64) {
    key.word = widen(p, value, isSigned);
    return key;
  }
  Value bits = changeStates(p, value, p.builder.getIntegerType(width));
  key.word = runtimeCall(p, "assoc_wide_key", {zero, p.constant(64, width), bits},
                         csim::StringType::get(value.getContext()));
  return key;
}

static Type wordTypeOf(csim::AssocType type) {
  MLIRContext *context = type.getContext();
  bool isText = isa<csim::StringType>(type.getKey()) || csim::bitWidthOf(type.getKey()) > 64;
  return isText ? Type(csim::StringType::get(context)) : IntegerType::get(context, 64);
}

static Value keyValue(const PureBuilder &p, Value word, Type type) {
  if (isa<csim::StringType>(type))
    return word;
  unsigned width = csim::bitWidthOf(type);
  Type bits = p.builder.getIntegerType(width);
  if (width > 64)
    word = runtimeCall(p, "assoc_key_bits", {p.constant(64, 0), p.constant(64, width), word}, bits);
  else if (width < 64)
    word = make<arith::TruncIOp>(p, bits, word);
  return changeStates(p, word, type);
}

std::pair<Value, Value> import::stepKey(const PureBuilder &p, Value array, Value key, unsigned way,
                                        Type keyType) {
  auto type = cast<csim::AssocType>(storedIn(array));
  Type word = wordTypeOf(type);
  Value start;
  if (key)
    start = keyOf(p, type, key).word;
  else if (isa<csim::StringType>(word))
    start = make<csim::StringConstantOp>(p, word, p.builder.getStringAttr(""));
  else
    start = p.constant(64, 0);
  Type results[] = {p.builder.getI64Type(), word};
  Value operands[] = {array, typeNumber(p, type), start, p.constant(64, way)};
  auto step = csim::RtOp::create(p.builder, p.loc, TypeRange(results),
                                 p.builder.getStringAttr("assoc_step"), operands, UnitAttr());
  Value found = make<arith::CmpIOp>(p, arith::CmpIPredicate::ne, step.getResult(0),
                                    p.constant(64, 0));
  // A wide key that is none stays as it is: its text is no number.
  bool isWide = isa<csim::StringType>(word) && !isa<csim::StringType>(keyType);
  if (isWide && !key)
    key = changeStates(p, p.constant(csim::bitWidthOf(keyType), 0), keyType);
  Value next = keyValue(p, step.getResult(1), keyType);
  return {found, isWide ? select(p, found, next, key) : next};
}

// --- Elements ------------------------------------------------------------------------------

Value import::positionOf(const PureBuilder &p, Value number) {
  bool isSigned = csim::bitWidthOf(number.getType()) >= 32;
  return make<csim::ToIndexOp>(p, p.builder.getI64Type(), number, isSigned);
}

Value import::sizeOf(const PureBuilder &p, Value array) {
  return make<csim::DynSizeOp>(p, p.builder.getI64Type(), array);
}

Value import::elementPlace(const PureBuilder &p, Value array, Value index, bool writes) {
  auto assoc = dyn_cast<csim::AssocType>(storedIn(array));
  if (!assoc)
    return make<csim::DynRefOp>(p, array, positionOf(p, index), writes);
  Key key = keyOf(p, assoc, index);
  return elementRef(p, "assoc_ref", array, {key.word, key.isUnknown, p.constant(64, writes)});
}

Value import::insertElement(const PureBuilder &p, Value array, Value position) {
  if (!position)
    position = p.constant(64, uint64_t(INT64_MAX));
  return elementRef(p, "array_insert", array, position);
}

Value import::takeElement(const PureBuilder &p, Value array, bool isLast) {
  Value taken = elementRef(p, "array_take", array, p.constant(64, isLast));
  if (!isAggregate(storedIn(taken)))
    return make<csim::LoadOp>(p, taken);
  Value value = makeTemporary(p, storedIn(taken));
  csim::CopyOp::create(p.builder, p.loc, value, taken, /*moves=*/true);
  return value;
}

void import::eraseElement(const PureBuilder &p, Value array, Value index) {
  Value number = typeNumber(p, storedIn(array));
  auto assoc = dyn_cast<csim::AssocType>(storedIn(array));
  if (!assoc)
    return callRuntime(p, "array_erase", {array, number, positionOf(p, index)});
  Key key = keyOf(p, assoc, index);
  callRuntime(p, "assoc_delete", {array, number, key.word, key.isUnknown});
}

void import::clearArray(const PureBuilder &p, Value array) {
  callRuntime(p, "array_clear", {array, typeNumber(p, storedIn(array))});
}

Value import::hasElement(const PureBuilder &p, Value array, Value index) {
  Key key = keyOf(p, cast<csim::AssocType>(storedIn(array)), index);
  Value found = runtimeCall(
      p, "assoc_exists", {array, typeNumber(p, storedIn(array)), key.word, key.isUnknown},
      p.builder.getI64Type());
  return make<arith::CmpIOp>(p, arith::CmpIPredicate::ne, found, p.constant(64, 0));
}

// --- Whole arrays ----------------------------------------------------------------------------

Value import::sliceArray(const PureBuilder &p, Value array, Value low, Value high) {
  Value slice = makeTemporary(p, storedIn(array)), number = typeNumber(p, storedIn(array));
  callRuntime(p, "array_slice", {slice, number, array, number, positionOf(p, low),
                                 positionOf(p, high)});
  return slice;
}

Value import::convertArray(const PureBuilder &p, Value array, Type type) {
  if (storedIn(array) == type)
    return array;
  Value made = makeTemporary(p, type);
  callRuntime(p, "array_convert",
              {made, typeNumber(p, type), array, typeNumber(p, storedIn(array))});
  return made;
}

Value import::concatArrays(const PureBuilder &p, ValueRange arrays, Type type) {
  csim::QueueType open = queueTypeOf(csim::dynamicElementOf(type), 0);
  Value all = makeTemporary(p, open);
  for (Value each : arrays)
    callRuntime(p, "array_append",
                {all, typeNumber(p, open), each, typeNumber(p, storedIn(each))});
  return convertArray(p, all, type);
}

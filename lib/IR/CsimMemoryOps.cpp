//===- CsimMemoryOps.cpp - references, loads and stores ---------------------===//
//
// Types of derived references, the interfaces through which MLIR's mem2reg
// promotes csim.local, and canonicalisation of part accesses of local variables:
// loads and stores through csim.bits_ref of a local variable become selects of
// its whole value, so that the variable can be promoted. Nobody watches local
// variables, so a store of unchanged bits cannot be seen.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;

// --- Derived references -----------------------------------------------------------

LogicalResult ElemRefOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                          ElemRefOp::Adaptor adaptor,
                                          SmallVectorImpl<Type> &types) {
  auto ref = dyn_cast<RefType>(adaptor.getRef().getType());
  auto array = ref ? dyn_cast<UArrayType>(ref.getPointee()) : UArrayType();
  if (!array)
    return emitOptionalError(loc, "an element of ", adaptor.getRef().getType(),
                             ", which is not an unpacked array");
  types.push_back(RefType::get(array.getElement()));
  return success();
}

LogicalResult ElemRefOp::verify() { return success(); }

static ArrayRef<StructField> fieldsOf(Type type) {
  if (auto structure = dyn_cast<UStructType>(type))
    return structure.getFields();
  if (auto unionType = dyn_cast<UUnionType>(type))
    return unionType.getFields();
  return {};
}

LogicalResult FieldRefOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                           FieldRefOp::Adaptor adaptor,
                                           SmallVectorImpl<Type> &types) {
  auto ref = dyn_cast<RefType>(adaptor.getRef().getType());
  ArrayRef<StructField> fields = ref ? fieldsOf(ref.getPointee()) : ArrayRef<StructField>();
  if (adaptor.getField() >= fields.size())
    return emitOptionalError(loc, "member ", adaptor.getField(), " of ", adaptor.getRef().getType(),
                             ", which does not have it");
  types.push_back(RefType::get(fields[adaptor.getField()].type));
  return success();
}

LogicalResult FieldRefOp::verify() { return success(); }

void BitsRefOp::build(OpBuilder &builder, OperationState &state, Value ref, unsigned lo,
                      unsigned width) {
  Type whole = cast<RefType>(ref.getType()).getPointee();
  build(builder, state, RefType::get(withWidth(whole, width)), ref, Value(),
        builder.getI32IntegerAttr(lo));
}

void BitsRefOp::build(OpBuilder &builder, OperationState &state, Value ref, Value index,
                      unsigned width) {
  Type whole = cast<RefType>(ref.getType()).getPointee();
  build(builder, state, RefType::get(withWidth(whole, width)), ref, index,
        builder.getI32IntegerAttr(0));
}

LogicalResult BitsRefOp::verify() {
  Type whole = getRef().getType().getPointee(), part = getType().getPointee();
  if (!bitWidthOf(whole) || !bitWidthOf(part) || isa<LogicType>(whole) != isa<LogicType>(part))
    return emitOpError() << "selects " << part << " from " << whole;
  if (getIndex() && getLo() != 0)
    return emitOpError("starts either at an index or at a constant");
  if (!getIndex() && uint64_t(getLo()) + bitWidthOf(part) > bitWidthOf(whole))
    return emitOpError() << "selects bits [" << getLo() << ", " << getLo() + bitWidthOf(part)
                         << ") of " << whole;
  return success();
}

namespace {
/// A constant index inside the object becomes a constant position.
struct ConstantBitsRef : OpRewritePattern<BitsRefOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(BitsRefOp op, PatternRewriter &rewriter) const override {
    APInt index;
    if (!op.getIndex() || !matchPattern(op.getIndex(), m_ConstantInt(&index)))
      return failure();
    int64_t lo = index.getSExtValue();
    unsigned width = bitWidthOf(op.getType().getPointee());
    int64_t whole = bitWidthOf(op.getRef().getType().getPointee());
    if (lo < 0 || lo > whole - int64_t(width))
      return failure();
    rewriter.replaceOpWithNewOp<BitsRefOp>(op, op.getRef(), unsigned(lo), width);
    return success();
  }
};
} // namespace

void BitsRefOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<ConstantBitsRef>(context);
}

LogicalResult DriveOp::verify() {
  bool all = getRise() && getFall() && getTurnOff(),
       none = !getRise() && !getFall() && !getTurnOff();
  if (!all && !none)
    return emitOpError("has three delays or none");
  return success();
}

void LocalOp::build(OpBuilder &builder, OperationState &state, Type pointee, bool isVolatile,
                    StringRef name) {
  state.addTypes(RefType::get(pointee));
  Properties &properties = state.getOrAddProperties<Properties>();
  if (isVolatile)
    properties.isVolatile = builder.getUnitAttr();
  if (!name.empty())
    properties.name = builder.getStringAttr(name);
}

void DynRefOp::build(OpBuilder &builder, OperationState &state, Value ref, Value index,
                     bool writes) {
  state.addOperands({ref, index});
  if (writes)
    state.getOrAddProperties<Properties>().writes = builder.getUnitAttr();
  Type element = dynamicElementOf(cast<RefType>(ref.getType()).getPointee());
  state.addTypes(RefType::get(storageTypeOf(element)));
}

LogicalResult DynRefOp::verify() {
  Type array = getRef().getType().getPointee();
  if (!isa<DynArrayType, QueueType>(array))
    return emitOpError() << "selects an element of " << array;
  if (getType().getPointee() != storageTypeOf(dynamicElementOf(array)))
    return emitOpError() << "gives " << getType() << " for an element of " << array;
  return success();
}

LogicalResult DynSizeOp::verify() {
  Type array = getRef().getType().getPointee();
  if (!dynamicElementOf(array))
    return emitOpError() << "asks for the size of " << array;
  return success();
}

void CopyOp::build(OpBuilder &builder, OperationState &state, Value target, Value source,
                   bool moves) {
  state.addOperands({target, source});
  if (moves)
    state.getOrAddProperties<Properties>().moves = builder.getUnitAttr();
}

void CellOp::build(OpBuilder &builder, OperationState &state, Type pointee, StringRef name) {
  state.addTypes(RefType::get(pointee));
  if (!name.empty())
    state.getOrAddProperties<Properties>().name = builder.getStringAttr(name);
}

// --- Promotion of local variables ---------------------------------------------------

SmallVector<MemorySlot> LocalOp::getPromotableSlots() {
  Type pointee = getType().getPointee();
  if (getIsVolatile() || !isScalar(pointee))
    return {};
  return {MemorySlot{getResult(), pointee}};
}

/// The default value of a variable (Table 6-7).
static Value defaultValue(Type type, Location loc, OpBuilder &builder) {
  if (auto logic = dyn_cast<LogicType>(type))
    return ConstantOp::create(builder, loc,
                              LogicAttr::getAllX(type.getContext(), logic.getWidth()));
  if (isa<StringType>(type))
    return StringConstantOp::create(builder, loc, "");
  if (isHandle(type))
    return NullOp::create(builder, loc, type);
  return arith::ConstantOp::create(builder, loc, builder.getZeroAttr(type));
}

Value LocalOp::getDefaultValue(const MemorySlot &slot, OpBuilder &builder) {
  return defaultValue(slot.elemType, getLoc(), builder);
}

void LocalOp::handleBlockArgument(const MemorySlot &, BlockArgument, OpBuilder &) {}

std::optional<PromotableAllocationOpInterface>
LocalOp::handlePromotionComplete(const MemorySlot &, Value value, OpBuilder &) {
  if (value && value.use_empty() && value.getDefiningOp())
    value.getDefiningOp()->erase();
  erase();
  return std::nullopt;
}

static bool isOnlyUse(const SmallPtrSetImpl<OpOperand *> &uses, OpOperand &expected) {
  return uses.size() == 1 && *uses.begin() == &expected;
}

bool LoadOp::loadsFrom(const MemorySlot &slot) { return getRef() == slot.ptr; }
bool LoadOp::storesTo(const MemorySlot &) { return false; }
Value LoadOp::getStored(const MemorySlot &, OpBuilder &, Value, const DataLayout &) { return {}; }
bool LoadOp::canUsesBeRemoved(const MemorySlot &slot,
                              const SmallPtrSetImpl<OpOperand *> &blockingUses,
                              SmallVectorImpl<OpOperand *> &, const DataLayout &) {
  return isOnlyUse(blockingUses, getRefMutable()) && getType() == slot.elemType;
}
DeletionKind LoadOp::removeBlockingUses(const MemorySlot &, const SmallPtrSetImpl<OpOperand *> &,
                                        OpBuilder &, Value reachingDefinition, const DataLayout &) {
  getResult().replaceAllUsesWith(reachingDefinition);
  return DeletionKind::Delete;
}

bool StoreOp::loadsFrom(const MemorySlot &) { return false; }
bool StoreOp::storesTo(const MemorySlot &slot) { return getRef() == slot.ptr; }
Value StoreOp::getStored(const MemorySlot &, OpBuilder &, Value, const DataLayout &) {
  return getValue();
}
bool StoreOp::canUsesBeRemoved(const MemorySlot &slot,
                               const SmallPtrSetImpl<OpOperand *> &blockingUses,
                               SmallVectorImpl<OpOperand *> &, const DataLayout &) {
  return isOnlyUse(blockingUses, getRefMutable()) && getValue().getType() == slot.elemType;
}
DeletionKind StoreOp::removeBlockingUses(const MemorySlot &, const SmallPtrSetImpl<OpOperand *> &,
                                         OpBuilder &, Value, const DataLayout &) {
  return DeletionKind::Delete;
}

// --- Part accesses of local variables -------------------------------------------------

/// The bits_ref behind `ref` if it selects directly from a promotable local.
static BitsRefOp partOfLocal(Value ref) {
  auto bits = ref.getDefiningOp<BitsRefOp>();
  if (!bits)
    return {};
  auto local = bits.getRef().getDefiningOp<LocalOp>();
  return local && !local.getIsVolatile() ? bits : BitsRefOp();
}

namespace {
struct LoadPartOfLocal : OpRewritePattern<LoadOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(LoadOp op, PatternRewriter &rewriter) const override {
    BitsRefOp bits = partOfLocal(op.getRef());
    if (!bits)
      return failure();
    Value whole = LoadOp::create(rewriter, op.getLoc(), bits.getRef());
    unsigned width = bitWidthOf(op.getType());
    if (bits.getIndex())
      rewriter.replaceOpWithNewOp<DynExtractOp>(op, whole, bits.getIndex(), width);
    else
      rewriter.replaceOpWithNewOp<ExtractOp>(op, whole, bits.getLo(), width);
    return success();
  }
};

struct StorePartOfLocal : OpRewritePattern<StoreOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(StoreOp op, PatternRewriter &rewriter) const override {
    BitsRefOp bits = partOfLocal(op.getRef());
    if (!bits)
      return failure();
    Value whole = LoadOp::create(rewriter, op.getLoc(), bits.getRef());
    Value merged;
    if (bits.getIndex())
      merged = DynInsertOp::create(rewriter, op.getLoc(), whole, op.getValue(), bits.getIndex());
    else
      merged = InsertOp::create(rewriter, op.getLoc(), whole, op.getValue(), bits.getLo());
    rewriter.replaceOpWithNewOp<StoreOp>(op, merged, bits.getRef());
    return success();
  }
};
} // namespace

void LoadOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<LoadPartOfLocal>(context);
}

void StoreOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<StorePartOfLocal>(context);
}

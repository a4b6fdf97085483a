//===- ImportHW.cpp - modules, constants, aggregates --------------------------===//
//
// Aggregates are integers: fields and elements are bits at constant or computed
// positions (others: HWAggregates.cpp). An element beyond the end of an array reads as 0.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/SVImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct HWImport : DialectImport {
  bool isPure(Operation *op) const override;
  Value aliasOf(Operation *op) const override;
  bool isIgnored(Operation *op) const override;
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override;
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeHWImport() { return std::make_unique<HWImport>(); }

bool HWImport::isPure(Operation *op) const {
  return !isa<hw::InstanceOp, hw::InstanceChoiceOp, hw::OutputOp, hw::WireOp, hw::TriggeredOp,
              hw::BitcastOp>(op) &&
         op->getNumResults() != 0;
}

Value HWImport::aliasOf(Operation *op) const {
  return isa<hw::WireOp, hw::BitcastOp>(op) ? op->getOperand(0) : Value();
}

bool HWImport::isIgnored(Operation *op) const {
  return isa<hw::HierPathOp, hw::TypeScopeOp, hw::TypedeclOp, hw::HWGeneratorSchemaOp,
             hw::HWModuleExternOp, hw::HWModuleGeneratedOp>(op);
}

// --- Structures and unions ----------------------------------------------------------------

/// Bits below field `index` of a structure.
static unsigned fieldOffset(hw::StructType type, unsigned index, const PureBuilder &p) {
  unsigned offset = 0;
  for (const hw::FieldInfo &field : type.getElements().drop_front(index + 1))
    offset += *p.types.widthOf(field.type);
  return offset;
}

static void explode(hw::StructExplodeOp op, Value input, const PureBuilder &p,
                    SmallVectorImpl<Value> &results) {
  auto type = cast<hw::StructType>(p.types.resolve(op.getInput().getType()));
  for (auto [i, field] : llvm::enumerate(type.getElements()))
    results.push_back(
        p.extract(input, fieldOffset(type, unsigned(i), p), *p.types.widthOf(field.type)));
}

static Value extractField(hw::StructExtractOp op, Value input, const PureBuilder &p) {
  auto type = cast<hw::StructType>(p.types.resolve(op.getInput().getType()));
  return p.extract(input, fieldOffset(type, op.getFieldIndex(), p), p.widthOf(op.getResult()));
}

static Value injectField(hw::StructInjectOp op, ValueRange operands, const PureBuilder &p) {
  auto type = cast<hw::StructType>(p.types.resolve(op.getInput().getType()));
  if (p.widthOf(op.getNewValue()) == 0)
    return operands[0];
  return p.insert(operands[1], operands[0], fieldOffset(type, op.getFieldIndex(), p));
}

static Value createUnion(hw::UnionCreateOp op, Value input, const PureBuilder &p) {
  auto type = cast<hw::UnionType>(p.types.resolve(op.getType()));
  unsigned width = std::max(1u, p.widthOf(op.getResult()));
  if (p.widthOf(op.getInput()) == 0)
    return p.constant(width, 0);
  return p.insert(input, p.constant(width, 0),
                  unsigned(type.getElements()[op.getFieldIndex()].offset));
}

static Value extractUnion(hw::UnionExtractOp op, Value input, const PureBuilder &p) {
  auto type = cast<hw::UnionType>(p.types.resolve(op.getInput().getType()));
  return p.extract(input, unsigned(type.getElements()[op.getFieldIndex()].offset),
                   p.widthOf(op.getResult()));
}

// --- Arrays ---------------------------------------------------------------------------------

static Value concatAll(Operation *op, ValueRange operands, const PureBuilder &p) {
  SmallVector<unsigned> widths;
  for (Value operand : op->getOperands())
    widths.push_back(p.widthOf(operand));
  return p.concat(SmallVector<Value>(operands), widths);
}

/// `width` bits of an array from element `index` on.
static Value elements(Value array, Value index, Value indexSource, Type arrayType, unsigned width,
                      const PureBuilder &p) {
  auto type = cast<hw::ArrayType>(p.types.resolve(arrayType));
  unsigned stride = *p.types.widthOf(type.getElementType());
  if (width == 0)
    return p.constant(1, 0);
  if (p.widthOf(indexSource) == 0)
    return p.extract(array, 0, width);
  return csim::DynExtractOp::create(p.builder, p.loc, array, p.bitIndex(index, stride), width);
}

static Value injectElement(hw::ArrayInjectOp op, ValueRange operands, const PureBuilder &p) {
  unsigned stride = p.widthOf(op.getElement());
  if (stride == 0)
    return operands[0];
  if (p.widthOf(op.getIndex()) == 0)
    return p.insert(operands[2], operands[0], 0);
  return csim::DynInsertOp::create(p.builder, p.loc, operands[0].getType(), operands[0],
                                   operands[2], p.bitIndex(operands[1], stride));
}

// --- Constants -----------------------------------------------------------------------------

static Value lowerConstant(Attribute value, Type type, const PureBuilder &p) {
  std::optional<llvm::APInt> bits = p.types.bitsOf(value, type);
  return bits ? p.constant(*bits) : Value();
}

static Value lowerParameter(hw::ParamValueOp op, const PureBuilder &p) {
  if (!p.types.parameters)
    return {};
  FailureOr<TypedAttr> value = hw::substituteParameters(cast<TypedAttr>(op.getValue()),
                                                        p.types.parameters, op.getLoc());
  return failed(value) ? Value() : lowerConstant(*value, op.getType(), p);
}

LogicalResult HWImport::lower(Operation *op, ValueRange operands, const PureBuilder &p,
                              SmallVectorImpl<Value> &results) const {
  for (Value result : op->getResults())
    if (!p.typeOf(result))
      return failure();
  if ((!operands.empty() && isa<csim::RefType>(operands[0].getType())) ||
      isAggregate(p.typeOf(op->getResult(0))))
    return lowerUnpackedAggregate(op, operands, p, results);
  if (auto whole = dyn_cast<hw::StructExplodeOp>(op)) {
    explode(whole, operands[0], p, results);
    return success();
  }
  Value result =
      llvm::TypeSwitch<Operation *, Value>(op)
          .Case([&](hw::ConstantOp c) { return lowerConstant(c.getValueAttr(), c.getType(), p); })
          .Case([&](hw::AggregateConstantOp c) {
            return lowerConstant(c.getFieldsAttr(), c.getType(), p);
          })
          .Case([&](hw::EnumConstantOp c) {
            return lowerConstant(c.getField().getField(), c.getType(), p);
          })
          .Case([&](hw::ParamValueOp v) { return lowerParameter(v, p); })
          .Case([&](hw::EnumCmpOp) -> Value {
            return arith::CmpIOp::create(p.builder, p.loc, arith::CmpIPredicate::eq, operands[0],
                                         operands[1]);
          })
          .Case<hw::ArrayCreateOp, hw::ArrayConcatOp, hw::StructCreateOp>(
              [&](auto) { return concatAll(op, operands, p); })
          .Case([&](hw::ArrayGetOp get) {
            return elements(operands[0], operands[1], get.getIndex(), get.getInput().getType(),
                            p.widthOf(get.getResult()), p);
          })
          .Case([&](hw::ArraySliceOp slice) {
            return elements(operands[0], operands[1], slice.getLowIndex(),
                            slice.getInput().getType(), p.widthOf(slice.getDst()), p);
          })
          .Case([&](hw::ArrayInjectOp inject) { return injectElement(inject, operands, p); })
          .Case([&](hw::StructExtractOp e) { return extractField(e, operands[0], p); })
          .Case([&](hw::StructInjectOp i) { return injectField(i, operands, p); })
          .Case([&](hw::UnionCreateOp c) { return createUnion(c, operands[0], p); })
          .Case([&](hw::UnionExtractOp e) { return extractUnion(e, operands[0], p); })
          .Default(Value());
  results.push_back(result);
  return success(bool(result));
}

/// Code at the edges of a value.
static LogicalResult declareTriggered(hw::TriggeredOp op, ModuleImport &module) {
  static constexpr csim::Edge edges[] = {csim::Edge::Pos, csim::Edge::Neg, csim::Edge::Both};
  return declareAtEdges(op, {{op.getTrigger(), edges[unsigned(op.getEvent())]}},
                        SmallVector<Value>(op.getInputs()), module, [=](Procedure &code) mutable {
                          Block &body = op.getBody().front();
                          for (auto [argument, input] :
                               llvm::zip(body.getArguments(), op.getInputs()))
                            code.define(argument, code.value(input));
                          return code.inlineBlock(body);
                        });
}

LogicalResult HWImport::declare(Operation *op, ModuleImport &module) const {
  if (auto instance = dyn_cast<hw::InstanceOp>(op))
    return module.instantiate(op, instance.getInstanceName(), instance.getModuleNameAttr(),
                              instance.getParameters(), instance.getInputs(),
                              instance.getResults());
  // Without a chosen option the default module is instantiated.
  if (auto choice = dyn_cast<hw::InstanceChoiceOp>(op))
    return module.instantiate(op, choice.getInstanceName(),
                              cast<FlatSymbolRefAttr>(choice.getModuleNames()[0]),
                              choice.getParameters(), choice.getInputs(), choice.getResults());
  if (auto triggered = dyn_cast<hw::TriggeredOp>(op))
    return declareTriggered(triggered, module);
  if (isa<hw::OutputOp>(op))
    return module.connectOutputs(op);
  return failure();
}

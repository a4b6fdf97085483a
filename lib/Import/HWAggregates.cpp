//===- HWAggregates.cpp - structures and arrays of more than bits ----------------===//
//
// Structures and arrays with text, arrays of variable size, real numbers or clocks in them
// have no bits in a row: they are unpacked objects, handled by reference. Element 0 is first.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/MooreImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

Type import::lowerUnpacked(Type type, const TypeLowering &types) {
  if (auto array = dyn_cast<hw::ArrayType>(type)) {
    Type element = types.lower(array.getElementType());
    std::optional<uint64_t> size = array.getKnownSize();
    if (!element || !size || *size == 0 || *size > uint64_t(INT32_MAX))
      return {};
    return csim::UArrayType::get(element, 0, int32_t(*size) - 1);
  }
  auto structure = dyn_cast<hw::StructType>(type);
  SmallVector<csim::StructField> fields;
  for (const hw::FieldInfo &field : structure ? structure.getElements() : ArrayRef<hw::FieldInfo>())
    fields.push_back({field.name, types.lower(field.type)});
  if (fields.empty() || llvm::any_of(fields, [](const auto &field) { return !field.type; }))
    return {};
  return csim::UStructType::get(type.getContext(), StringAttr::get(type.getContext(), ""), fields);
}

Value import::fieldPlace(const PureBuilder &p, Value structure, unsigned field) {
  return csim::FieldRefOp::create(p.builder, p.loc, structure, field);
}

Value import::elementOfFixed(const PureBuilder &p, Value array, Value index) {
  return csim::ElemRefOp::create(p.builder, p.loc, array, p.toIndex(index));
}

static Value create(Operation *op, ValueRange in, const PureBuilder &p) {
  Value made = makeTemporary(p, p.typeOf(op->getResult(0)));
  bool isArray = isa<hw::ArrayCreateOp>(op);
  for (auto [i, value] : llvm::enumerate(in)) { // of an array the highest is first
    Value place = isArray ? csim::ElemRefOp::create(p.builder, p.loc, made,
                                                    p.constant(64, in.size() - 1 - i))
                          : fieldPlace(p, made, unsigned(i));
    writePlace(p, value, place);
  }
  return made;
}

LogicalResult import::lowerUnpackedAggregate(Operation *op, ValueRange in, const PureBuilder &p,
                                             SmallVectorImpl<Value> &results) {
  auto give = [&](Value value) {
    results.push_back(value);
    return success();
  };
  auto changed = [&](auto placeIn, Value value) {
    Value copy = copyOf(p, in[0]);
    writePlace(p, value, placeIn(copy));
    return give(copy);
  };
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case<hw::ArrayCreateOp, hw::StructCreateOp>([&](auto) { return give(create(op, in, p)); })
      .Case([&](hw::ArrayGetOp) {
        return give(readPlace(p, elementOfFixed(p, in[0], in[1])));
      })
      .Case([&](hw::ArrayInjectOp) {
        return changed([&](Value copy) { return elementOfFixed(p, copy, in[1]); }, in[2]);
      })
      .Case([&](hw::StructExtractOp e) {
        return give(readPlace(p, fieldPlace(p, in[0], e.getFieldIndex())));
      })
      .Case([&](hw::StructInjectOp i) {
        return changed([&](Value copy) { return fieldPlace(p, copy, i.getFieldIndex()); }, in[1]);
      })
      .Case([&](hw::StructExplodeOp) {
        for (unsigned i = 0; i != op->getNumResults(); ++i)
          results.push_back(readPlace(p, fieldPlace(p, in[0], i)));
        return success();
      })
      .Default(failure());
}

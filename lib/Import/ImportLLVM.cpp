//===- ImportLLVM.cpp - pointers to functions and to tables of them ------------===//
//
// Of LLVM's dialect only what virtual calls are made of: addresses of tables and
// functions, arithmetic on them, loads from tables, and calls through pointers. A
// pointer is a number of 64 bits (FunctionValues.h). A load that no table covers gives
// null, whose call is a fault.
//
//===----------------------------------------------------------------------===//

#include "Import/FunctionValues.h"
#include "Import/Procedure.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Interfaces/DataLayoutInterfaces.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

namespace {
struct LLVMImport : DialectImport {
  bool isPure(Operation *op) const override {
    return isa<LLVM::AddressOfOp, LLVM::GEPOp, LLVM::ZeroOp, LLVM::ConstantOp>(op);
  }
  bool isIgnored(Operation *op) const override { return isa<LLVM::GlobalOp>(op); }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override;
  LogicalResult emit(Operation *op, Procedure &code) const override;
};

/// Casts between the types that a value of a function or table goes by.
struct BuiltinImport : DialectImport {
  bool isPure(Operation *op) const override { return flat->isPure(op); }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override {
    return flat->lower(op, operands, p, results);
  }
  Value aliasOf(Operation *op) const override {
    auto cast = dyn_cast<UnrealizedConversionCastOp>(op);
    auto isValue = [](Value value) {
      return isa<FunctionType, LLVM::LLVMPointerType>(value.getType()) ||
             value.getType().isInteger(64);
    };
    bool isCast = cast && cast->getNumOperands() == 1 && cast->getNumResults() == 1 &&
                  isValue(cast.getOperand(0)) && isValue(cast.getResult(0));
    return isCast ? cast.getOperand(0) : Value();
  }

private:
  std::unique_ptr<DialectImport> flat = makeFlatImport();
};
} // namespace

std::unique_ptr<DialectImport> import::makeLLVMImport() { return std::make_unique<LLVMImport>(); }
std::unique_ptr<DialectImport> import::makeBuiltinImport() {
  return std::make_unique<BuiltinImport>();
}

Value import::functionValue(Operation *op, const PureBuilder &p) {
  Attribute value = op->getAttr(FunctionValues::ValueAttr);
  if (auto function = dyn_cast_if_present<SymbolRefAttr>(value))
    return csim::FuncRefOp::create(p.builder, p.loc, function);
  if (auto number = dyn_cast_if_present<IntegerAttr>(value))
    return p.constant(number.getValue());
  return {};
}

/// base + sum of index * size, as getelementptr has it.
static Value elementAddress(LLVM::GEPOp op, ValueRange operands, const PureBuilder &p) {
  DataLayout layout = DataLayout::closest(op);
  Value address = operands[0];
  Type type = op.getElemType();
  unsigned dynamic = 1;
  bool isFirst = true;
  for (int32_t constant : op.getRawConstantIndices()) {
    if (!isFirst) {
      auto array = dyn_cast<LLVM::LLVMArrayType>(type);
      if (!array)
        return {};
      type = array.getElementType();
    }
    isFirst = false;
    uint64_t size = layout.getTypeSize(type).getFixedValue();
    Value step;
    if (constant != LLVM::GEPOp::kDynamicIndex) {
      step = p.constant(64, uint64_t(int64_t(constant)) * size);
    } else {
      Value index = operands[dynamic++];
      if (index.getType().getIntOrFloatBitWidth() < 64)
        index = arith::ExtSIOp::create(p.builder, p.loc, p.builder.getI64Type(), index);
      step = arith::MulIOp::create(p.builder, p.loc, index, p.constant(64, size));
    }
    address = arith::AddIOp::create(p.builder, p.loc, address, step);
  }
  return address;
}

LogicalResult LLVMImport::lower(Operation *op, ValueRange operands, const PureBuilder &p,
                                SmallVectorImpl<Value> &results) const {
  Value made;
  if (isa<LLVM::AddressOfOp>(op)) {
    made = functionValue(op, p);
  } else if (auto element = dyn_cast<LLVM::GEPOp>(op)) {
    made = elementAddress(element, operands, p);
  } else if (isa<LLVM::ZeroOp>(op)) {
    made = p.typeOf(op->getResult(0)) ? p.constant(p.widthOf(op->getResult(0)), 0) : Value();
  } else if (auto constant = dyn_cast<LLVM::ConstantOp>(op)) {
    auto number = dyn_cast<IntegerAttr>(constant.getValue());
    made = number ? p.constant(number.getValue()) : Value();
  }
  results.push_back(made);
  return success(bool(made));
}

LogicalResult LLVMImport::emit(Operation *op, Procedure &code) const {
  OpBuilder &b = code.builder;
  if (auto load = dyn_cast<LLVM::LoadOp>(op)) {
    Signal tables = code.module.functionTables();
    if (!tables || code.module.types.widthOf(load.getType()) != 64)
      return failure();
    Value offset = arith::SubIOp::create(b, code.loc, code.value(load.getAddr()),
                                         code.constant(64, FunctionValues::TableBase));
    Value index = arith::ShRUIOp::create(b, code.loc, offset, code.constant(64, 3));
    Value entry = csim::ElemRefOp::create(b, code.loc, code.addressOf(tables), index);
    code.define(load.getResult(), csim::LoadOp::create(b, code.loc, entry));
    return success();
  }
  auto call = dyn_cast<LLVM::CallOp>(op);
  if (!call || call.getCallee())
    return failure();
  SmallVector<Value> operands = code.values(call.getCalleeOperands());
  code.callIndirect(operands[0], ArrayRef(operands).drop_front(), op->getResults());
  return success();
}

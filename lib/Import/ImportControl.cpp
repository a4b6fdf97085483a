//===- ImportControl.cpp - arith, cf, func and ub -----------------------------===//
//
// Control flow and calls map one to one. A branch gives its operands to the block of
// the same place; `index` has 64 bits. What cannot be reached ends the process.
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/UB/IR/UBOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

// --- arith ---------------------------------------------------------------------------------

namespace {
struct ArithImport : DialectImport {
  bool isPure(Operation *op) const override { return op->getNumRegions() == 0; }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override;
};

struct ControlFlowImport : DialectImport {
  LogicalResult emit(Operation *op, Procedure &code) const override;
};

struct FuncImport : DialectImport {
  bool isPure(Operation *op) const override { return isa<func::ConstantOp>(op); }
  bool isIgnored(Operation *op) const override { return isa<func::FuncOp>(op); }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override {
    results.push_back(functionValue(op, p));
    return success(bool(results.back()));
  }
  LogicalResult emit(Operation *op, Procedure &code) const override;
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
};

struct UBImport : DialectImport {
  bool isPure(Operation *op) const override { return isa<ub::PoisonOp>(op); }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override {
    Type type = p.typeOf(op->getResult(0));
    if (auto logic = dyn_cast_if_present<csim::LogicType>(type))
      results.push_back(csim::ConstantOp::create(p.builder, p.loc, logic.getWidth(), uint64_t(0)));
    else if (isa_and_present<IntegerType>(type))
      results.push_back(p.constant(type.getIntOrFloatBitWidth(), 0));
    return success(!results.empty());
  }
  LogicalResult emit(Operation *op, Procedure &code) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeArithImport() { return std::make_unique<ArithImport>(); }
std::unique_ptr<DialectImport> import::makeControlFlowImport() {
  return std::make_unique<ControlFlowImport>();
}
std::unique_ptr<DialectImport> import::makeFuncImport() { return std::make_unique<FuncImport>(); }
std::unique_ptr<DialectImport> import::makeUBImport() { return std::make_unique<UBImport>(); }

/// Integers as they are, `index` as 64 bits, real numbers as double precision.
static Type codeType(Type type, const TypeLowering &types) {
  if (type.isIndex())
    return IntegerType::get(type.getContext(), 64);
  Type made = isa<IntegerType>(type) ? type : types.lower(type);
  return made && isAggregate(made) ? csim::RefType::get(made) : made;
}

LogicalResult ArithImport::lower(Operation *op, ValueRange operands, const PureBuilder &p,
                                 SmallVectorImpl<Value> &results) const {
  SmallVector<Type> types;
  for (Value result : op->getResults()) {
    types.push_back(codeType(result.getType(), p.types));
    if (!types.back())
      return failure();
  }
  if (auto constant = dyn_cast<arith::ConstantOp>(op)) {
    if (auto number = dyn_cast<IntegerAttr>(constant.getValue()))
      results.push_back(p.constant(number.getValue()));
    else if (auto real = dyn_cast<FloatAttr>(constant.getValue()))
      results.push_back(arith::ConstantOp::create(
          p.builder, p.loc, FloatAttr::get(types[0], real.getValueAsDouble())));
    return success(!results.empty());
  }
  if (isa<arith::IndexCastOp, arith::IndexCastUIOp>(op)) {
    unsigned from = operands[0].getType().getIntOrFloatBitWidth();
    unsigned to = types[0].getIntOrFloatBitWidth();
    results.push_back(
        from == to ? operands[0]
        : from > to ? Value(arith::TruncIOp::create(p.builder, p.loc, types[0], operands[0]))
        : isa<arith::IndexCastOp>(op)
            ? Value(arith::ExtSIOp::create(p.builder, p.loc, types[0], operands[0]))
            : Value(arith::ExtUIOp::create(p.builder, p.loc, types[0], operands[0])));
    return success();
  }
  if (isa<arith::TruncFOp, arith::ExtFOp>(op)) {
    bool isSingle = op->getResult(0).getType().isF32();
    results.push_back(isSingle ? csim::RoundShortOp::create(p.builder, p.loc, operands[0])
                               : operands[0]);
    return success();
  }
  OperationState state(p.loc, op->getName(), operands, types, op->getAttrs());
  state.propertiesAttr = op->getPropertiesAsAttribute();
  results.append(p.builder.create(state)->getResults().begin(),
                 p.builder.getInsertionBlock()->back().getResults().end());
  return success();
}

// --- cf ------------------------------------------------------------------------------------

LogicalResult ControlFlowImport::emit(Operation *op, Procedure &code) const {
  if (auto branch = dyn_cast<cf::BranchOp>(op)) {
    code.branchTo(branch.getDest(), branch.getDestOperands());
    return success();
  }
  if (auto branch = dyn_cast<cf::CondBranchOp>(op)) {
    Value condition = code.value(branch.getCondition());
    SmallVector<Value> yes, no;
    Block *first = code.targetOf(branch.getTrueDest(), branch.getTrueDestOperands(), yes);
    Block *second = code.targetOf(branch.getFalseDest(), branch.getFalseDestOperands(), no);
    cf::CondBranchOp::create(code.builder, code.loc, condition, first, yes, second, no);
    return success();
  }
  auto choice = dyn_cast<cf::SwitchOp>(op);
  if (!choice || choice.getFlag().getType().getIntOrFloatBitWidth() > 64)
    return failure();
  Value flag = code.value(choice.getFlag());
  if (auto numbers = choice.getCaseValues()) {
    unsigned i = 0;
    for (const llvm::APInt &number : *numbers) {
      Value same = arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::eq, flag,
                                         code.pure().constant(number));
      Block *next = code.newBlock();
      SmallVector<Value> passed;
      Block *chosen = code.targetOf(choice.getCaseDestinations()[i], choice.getCaseOperands(i),
                                    passed);
      cf::CondBranchOp::create(code.builder, code.loc, same, chosen, passed, next, ValueRange());
      code.goOnIn(next);
      ++i;
    }
  }
  code.branchTo(choice.getDefaultDestination(), choice.getDefaultOperands());
  return success();
}

// --- func ------------------------------------------------------------------------------------

/// func.call and func.call_indirect; their results are defined.
static LogicalResult emitCall(Operation *op, Procedure &code) {
  if (auto call = dyn_cast<func::CallOp>(op))
    return code.call(op, call.getCalleeAttr(), call.getOperands());
  SmallVector<Value> operands = code.values(op->getOperands());
  code.callIndirect(operands[0], ArrayRef(operands).drop_front(), op->getResults());
  return success();
}

LogicalResult FuncImport::emit(Operation *op, Procedure &code) const {
  if (isa<func::CallOp, func::CallIndirectOp>(op))
    return emitCall(op, code);
  if (!isa<func::ReturnOp>(op))
    return failure();
  code.leave(code.values(op->getOperands()));
  return success();
}

/// A call in a module's body is made again when an argument, or the function, changes. Null
/// is not called there: it is what ports and signals hold before their first value.
LogicalResult FuncImport::declare(Operation *op, ModuleImport &module) const {
  if (!isa<func::CallOp, func::CallIndirectOp>(op))
    return failure();
  for (Value operand : op->getOperands())
    capture(module, operand);
  SmallVector<Signal> homes;
  for (Value result : op->getResults())
    homes.push_back(module.define(result, ""));
  module.addProcedure(op->getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    bool isGood = true;
    auto emit = [&] {
      isGood = succeeded(emitCall(op, code));
      for (auto [home, result] : llvm::zip(homes, op->getResults()))
        if (isGood)
          writePlace(code.pure(), code.known(result), code.addressOf(home));
    };
    if (isa<func::CallIndirectOp>(op))
      code.emitIf(arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::ne,
                                        code.value(op->getOperand(0)), code.constant(64, 0)),
                  emit);
    else
      emit();
    csim::ReturnOp::create(code.builder, code.loc);
    return success(isGood);
  });
  return success();
}

// --- ub --------------------------------------------------------------------------------------

LogicalResult UBImport::emit(Operation *op, Procedure &code) const {
  if (!isa<ub::UnreachableOp>(op))
    return failure();
  code.end();
  return success();
}

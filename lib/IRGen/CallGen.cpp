//===- CallGen.cpp - subroutines: calls and bodies ------------------------===//
//
// LRM 13. Inputs are passed by value (aggregates by reference to the caller's
// copy, copied on entry), outputs and inouts come back as results and are
// assigned by the caller on return (13.5), ref arguments are references. The
// formals of static subroutines are static variables of the module: the body
// stores its arguments there on entry and reads the outputs back on return.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::PortDirection;

namespace {
bool isRefDirection(PortDirection d) { return d >= PortDirection::Ref; }
bool hasInput(PortDirection d) {
  return d == PortDirection::Input || d == PortDirection::Inout || d == PortDirection::None;
}
bool hasOutput(PortDirection d) { return d == PortDirection::Output || d == PortDirection::Inout; }
} // namespace

/// Signature: inputs (value or reference), then references to result storage of
/// aggregate outputs and return values; results: scalar return value, then
/// scalar outputs.
csim::FuncOp DesignGen::declare(const SubroutineSymbol &subroutine) {
  csim::FuncOp &func = functions[&subroutine];
  if (func)
    return func;
  BodyGen &owner = bodyGen(*subroutine.body());
  llvm::SmallVector<mlir::Type> inputs, results;
  auto addResult = [&](const Type &type) {
    if (type.isAggregate())
      inputs.push_back(types.ref(type));
    else
      results.push_back(types.storage(type));
  };
  for (const VariableSymbol *formal : subroutine.formals) {
    bool byRef = isRefDirection(formal->direction) || formal->type->isAggregate();
    if (hasInput(formal->direction) || isRefDirection(formal->direction))
      inputs.push_back(byRef ? types.ref(*formal->type) : types.storage(*formal->type));
  }
  if (subroutine.returnVariable)
    addResult(*subroutine.returnVariable->type);
  for (const VariableSymbol *formal : subroutine.formals)
    if (hasOutput(formal->direction))
      addResult(*formal->type);
  auto type = mlir::FunctionType::get(&context, inputs, results);
  std::string name = owner.uniqueName(sema::Compilation::scopedName(subroutine));
  auto op = csim::FuncOp::create(owner.builder, locate(subroutine.loc), name, type,
                                 suspension.maySuspend(subroutine), owner.scope(&subroutine));
  op.setAutomatic(subroutine.lifetime == sema::Lifetime::Automatic);
  functions[&subroutine] = op;
  pending.push_back(&subroutine);
  return op;
}

/// An element of an array that is passed by reference may not move while the reference is in
/// use (13.5.2).
mlir::Value FunctionGen::emitRefArgument(const Expr &actual, PortDirection direction) {
  bool isConst = direction == PortDirection::ConstRef || direction == PortDirection::ConstRefStatic;
  for (const Expr *e = &actual;;) {
    if (auto *element = dyn_cast<ElementSelectExpr>(e)) {
      TypeKind kind = element->base->type->canonical().kind;
      if ((kind == TypeKind::Queue || kind == TypeKind::DynamicArray) && isAddressable(*element->base))
        callRuntime("array_pin", emitRef(*element->base, !isConst));
      e = element->base;
    } else if (auto *field = dyn_cast<FieldSelectExpr>(e)) {
      e = field->base;
    } else {
      break;
    }
  }
  return emitRef(actual, !isConst);
}

mlir::Value FunctionGen::emitCall(const CallExpr &expr) {
  const SubroutineSymbol &callee = *expr.subroutine;
  if (callee.dpi)
    return unsupported(expr, "imported C functions", "35.5");
  csim::FuncOp func = body.design.declare(callee);
  llvm::SmallVector<mlir::Value> operands;
  llvm::SmallVector<std::pair<LValue, const VariableSymbol *>> outputs;
  for (auto [formal, actual] : llvm::zip(callee.formals, expr.arguments)) {
    LValue place;
    if (hasOutput(formal->direction))
      place = emitLValue(*actual);
    if (isRefDirection(formal->direction))
      operands.push_back(emitRefArgument(*actual, formal->direction));
    else if (formal->direction == PortDirection::Inout)
      operands.push_back(formal->type->isAggregate() ? load(place)
                                                     : convert(load(place), *actual->type, *formal->type));
    else if (hasInput(formal->direction))
      operands.push_back(formal->type->isAggregate() ? emitAggregate(*actual)
                                                     : coerce(emit(*actual), types().storage(*formal->type)));
    if (hasOutput(formal->direction))
      outputs.push_back({std::move(place), formal});
  }
  mlir::Value aggregateResult;
  if (callee.returnVariable && callee.returnVariable->type->isAggregate())
    operands.push_back(aggregateResult = temporary(*callee.returnVariable->type));
  llvm::SmallVector<mlir::Value> aggregateOutputs;
  for (auto &[place, formal] : outputs)
    if (formal->type->isAggregate()) {
      aggregateOutputs.push_back(temporary(*formal->type));
      operands.push_back(aggregateOutputs.back());
    }
  mlir::MLIRContext *context = &body.design.context;
  const BodySymbol *owner = callee.body();
  mlir::SymbolRefAttr symbol = mlir::FlatSymbolRefAttr::get(context, func.getSymName());
  mlir::FlatSymbolRefAttr instance;
  mlir::Value handle;
  if (expr.path && expr.path->base) {
    symbol = mlir::SymbolRefAttr::get(context, body.design.bodyGen(*owner).op.getSymName(),
                                      {mlir::FlatSymbolRefAttr::get(context, func.getSymName())});
    handle = instanceBehind(*expr.path, *owner, /*isLenient=*/false);
  } else if (owner != &body.body) {
    symbol = mlir::SymbolRefAttr::get(context, body.design.bodyGen(*owner).op.getSymName(),
                                      {mlir::FlatSymbolRefAttr::get(context, func.getSymName())});
    HierarchicalPath packagePath{HierarchicalPath::Absolute, llvm::ArrayRef(owner->printedName)};
    instance = mlir::FlatSymbolRefAttr::get(context, body.externalInstance(expr.path ? *expr.path : packagePath));
  } else if (expr.path) {
    symbol = mlir::SymbolRefAttr::get(context, body.op.getSymName(),
                                      {mlir::FlatSymbolRefAttr::get(context, func.getSymName())});
    instance = mlir::FlatSymbolRefAttr::get(context, body.externalInstance(*expr.path));
  }
  mlir::TypeRange resultTypes = func.getFunctionType().getResults();
  mlir::Operation *call =
      handle ? make<csim::CallAtOp>(resultTypes, handle, symbol, operands).getOperation()
             : make<csim::CallOp>(resultTypes, symbol, operands, instance).getOperation();
  unsigned next = 0, nextAggregate = 0;
  mlir::Value result = aggregateResult;
  if (callee.returnVariable && !aggregateResult)
    result = call->getResult(next++);
  for (auto &[place, formal] : outputs) {
    mlir::Value value = formal->type->isAggregate() ? aggregateOutputs[nextAggregate++]
                                                    : call->getResult(next++);
    const Type &target = *place.type;
    storeAny(place, formal->type->isAggregate() ? value : convert(value, *formal->type, target),
             /*moves=*/true);
  }
  return result ? coerce(result, result.getType()) : poison(*expr.type);
}

void BodyGen::generateSubroutine(const SubroutineSymbol &subroutine, csim::FuncOp func) {
  FunctionGen gen(*this, func.getBody(), &subroutine);
  gen.setLocation(subroutine.loc);
  gen.subroutine = &subroutine;
  gen.begin(func.getFunctionType().getInputs());
  gen.emitSubroutine(subroutine);
}

void FunctionGen::emitSubroutine(const SubroutineSymbol &symbol) {
  for (const VariableSymbol *variable : body.design.staticLocals.frameVariables(symbol))
    createLocal(*variable);
  auto storageOf = [&](const VariableSymbol &variable) -> mlir::Value {
    if (mlir::Value local = locals.lookup(&variable))
      return local;
    if (variable.lifetime == sema::Lifetime::Static)
      return make<csim::AddrOp>(body.signal(variable), types().storage(*variable.type));
    return createLocal(variable);
  };
  unsigned next = 0;
  for (const VariableSymbol *formal : symbol.formals) {
    if (isRefDirection(formal->direction)) {
      bind(*formal, argument(next++));
      continue;
    }
    mlir::Value ref = storageOf(*formal);
    if (!hasInput(formal->direction))
      continue;
    mlir::Value value = argument(next++);
    if (formal->type->isAggregate())
      make<csim::CopyOp>(ref, value);
    else
      make<csim::StoreOp>(value, ref);
  }
  llvm::SmallVector<std::pair<const VariableSymbol *, mlir::Value>> outputs;
  if (symbol.returnVariable)
    outputs.push_back({symbol.returnVariable, storageOf(*symbol.returnVariable)});
  for (const VariableSymbol *formal : symbol.formals)
    if (hasOutput(formal->direction))
      outputs.push_back({formal, {}});

  returnBlock = newBlock();
  emitScoped(&symbol, &symbol, [&] { emit(body.design.compilation.bodyOf(symbol)); });
  branch(returnBlock);
  enter(returnBlock);
  llvm::SmallVector<mlir::Value> results;
  for (auto &[variable, ref] : outputs) {
    if (!ref)
      ref = storageOf(*variable);
    if (variable->type->isAggregate())
      make<csim::CopyOp>(argument(next++), ref,
                         variable->lifetime == sema::Lifetime::Automatic && !variable->isCaptured);
    else
      results.push_back(make<csim::LoadOp>(ref));
  }
  emitReturn(results);
}

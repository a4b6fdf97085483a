//===- ForeignCalls.cpp - imported C functions --------------------------------===//
//
// A function of the file may stand behind an imported one, by the name in C. It gets a
// pointer for each output: here a reference to a variable of the caller, and its loads and
// stores are accesses to that. Without such a function a call is an error: there is no C.
//
// A call with a clock is made at rising edges, and its results are registers. Without one it
// follows its arguments.
//
//===----------------------------------------------------------------------===//

#include "Import/ForeignCalls.h"
#include "Import/SVImport.h"

#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/Sim/Sim.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

static StringRef nameInC(sim::DPIFuncOp function) {
  return function.getVerilogName().value_or(function.getSymName());
}

static ArrayRef<sim::DPIArgument> argumentsOf(sim::DPIFuncOp function) {
  return cast<sim::DPIFunctionType>(function.getDpiFunctionType()).getArguments();
}

static bool isResult(const sim::DPIArgument &argument) {
  return argument.dir == sim::DPIDirection::Output || argument.dir == sim::DPIDirection::InOut ||
         argument.dir == sim::DPIDirection::Ref;
}

/// The function of the file behind an imported one, or null.
static func::FuncOp implementation(sim::DPIFuncOp function) {
  auto file = function->getParentOfType<ModuleOp>();
  auto found = file.lookupSymbol<func::FuncOp>(nameInC(function));
  return found && !found.isExternal() ? found : func::FuncOp();
}

// --- Pointers to results ------------------------------------------------------------------

/// What is done through the pointer, by way of the reference that it has become. Accessors of
/// operations that expect a pointer cannot be used any more.
static LogicalResult replaceAccesses(BlockArgument place) {
  for (Operation *user : llvm::make_early_inc_range(place.getUsers())) {
    OpBuilder b(user);
    Location loc = user->getLoc();
    if (auto load = dyn_cast<LLVM::LoadOp>(user)) {
      Value value = llhd::ProbeOp::create(b, loc, load.getType(), place);
      load.getResult().replaceAllUsesWith(value);
    } else if (auto store = dyn_cast<LLVM::StoreOp>(user); store && store->getOperand(1) == place) {
      auto now = llhd::TimeAttr::get(b.getContext(), 0, "ns", 0, 1);
      Value time = llhd::ConstantTimeOp::create(b, loc, llhd::TimeType::get(b.getContext()), now);
      llhd::DriveOp::create(b, loc, place, store.getValue(), time, Value());
    } else {
      return user->emitError("unsupported: pointer to a result in this operation");
    }
    user->erase();
  }
  return success();
}

LogicalResult import::prepareForeignFunctions(ModuleOp file) {
  if (file.getOps<sim::DPIFuncOp>().empty())
    return success();
  file.getContext()->loadDialect<llhd::LLHDDialect>();
  for (auto function : file.getOps<sim::DPIFuncOp>()) {
    func::FuncOp body = implementation(function);
    if (!body)
      continue;
    unsigned number = 0;
    for (const sim::DPIArgument &argument : argumentsOf(function)) {
      if (argument.dir == sim::DPIDirection::Return)
        continue;
      if (number == body.getNumArguments())
        return body.emitError("has less arguments than '") << function.getSymName() << "'";
      BlockArgument place = body.getArgument(number++);
      if (!isResult(argument) || !isa<LLVM::LLVMPointerType>(place.getType()))
        continue;
      place.setType(llhd::RefType::get(file.getContext(), argument.type));
      if (failed(replaceAccesses(place)))
        return failure();
    }
    body.setFunctionType(FunctionType::get(file.getContext(),
                                           body.getBody().getArgumentTypes(),
                                           body.getResultTypes()));
  }
  return success();
}

// --- Calls --------------------------------------------------------------------------------

/// The results of a call, in order.
static FailureOr<SmallVector<Value>> callForeign(sim::DPICallOp op, Procedure &code) {
  auto function = dyn_cast_if_present<sim::DPIFuncOp>(
      SymbolTable::lookupNearestSymbolFrom(op, op.getCalleeAttr()));
  if (!function) { // a function of the file itself
    if (failed(code.call(op, op.getCalleeAttr(), op.getInputs())))
      return failure();
    SmallVector<Value> results;
    for (Value result : op.getResults())
      results.push_back(code.known(result));
    return results;
  }
  func::FuncOp body = implementation(function);
  if (!body) {
    code.module.fail();
    return op.emitError("unsupported: call of imported C function '")
           << nameInC(function) << "' (IEEE 1800-2023 35)";
  }
  csim::FuncOp callee = code.module.functionFor(op, FlatSymbolRefAttr::get(body));
  if (!callee)
    return failure();
  SmallVector<Value> inputs = code.values(op.getInputs()), args, places;
  unsigned input = 0;
  for (const sim::DPIArgument &argument : argumentsOf(function)) {
    if (argument.dir == sim::DPIDirection::Return)
      continue;
    if (!isResult(argument)) {
      args.push_back(inputs[input++]);
      continue;
    }
    Type type = codeTypeOf(argument.type, code.module.types, op.getLoc());
    if (!type)
      return failure();
    Value place = csim::LocalOp::create(code.builder, code.loc, type, /*isVolatile=*/true);
    if (argument.dir != sim::DPIDirection::Output)
      code.store(inputs[input++], place);
    args.push_back(place);
    if (argument.dir != sim::DPIDirection::Ref)
      places.push_back(place);
  }
  if (TypeRange(args) != TypeRange(callee.getArgumentTypes())) {
    code.module.fail();
    return op.emitError("types of '") << body.getSymName() << "' do not match the call";
  }
  auto made = csim::CallOp::create(code.builder, code.loc, callee, args);
  SmallVector<Value> results;
  for (Value place : places)
    results.push_back(csim::LoadOp::create(code.builder, code.loc, place));
  llvm::append_range(results, made.getResults());
  return results;
}

LogicalResult import::emitForeignCall(Operation *op, Procedure &code) {
  auto call = cast<sim::DPICallOp>(op);
  SmallVector<Value> places;
  if (call.getEnable())
    for (Type type : op->getResultTypes()) {
      Type stored = codeTypeOf(type, code.module.types, op->getLoc());
      if (!stored)
        return failure();
      places.push_back(csim::LocalOp::create(code.builder, code.loc, stored, /*isVolatile=*/false,
                                             "result"));
    }
  LogicalResult done = success();
  auto emit = [&] {
    FailureOr<SmallVector<Value>> results = callForeign(call, code);
    done = success(succeeded(results));
    if (failed(results))
      return;
    for (auto [i, value] : llvm::enumerate(*results))
      if (call.getEnable())
        code.store(value, places[i]);
      else
        code.define(op->getResult(unsigned(i)), value);
  };
  if (!call.getEnable()) {
    emit();
    return done;
  }
  code.emitIf(code.value(call.getEnable()), emit);
  for (auto [result, place] : llvm::zip(op->getResults(), places))
    code.define(result, csim::LoadOp::create(code.builder, code.loc, place));
  return done;
}

LogicalResult import::declareForeignCall(Operation *op, ModuleImport &module) {
  auto call = cast<sim::DPICallOp>(op);
  for (Value input : call.getInputs())
    capture(module, input);
  if (call.getEnable())
    capture(module, call.getEnable());
  SmallVector<Signal> homes;
  for (Value result : op->getResults())
    homes.push_back(module.define(result, ""));
  auto emit = [=](Procedure &code) mutable {
    LogicalResult done = success();
    auto make = [&] {
      FailureOr<SmallVector<Value>> results = callForeign(call, code);
      done = success(succeeded(results));
      if (succeeded(results))
        for (auto [value, home] : llvm::zip(*results, homes))
          writeSVPlace(value, code.addressOf(home), /*isNonblocking=*/bool(call.getClock()), code);
    };
    if (call.getEnable())
      code.emitIf(code.value(call.getEnable()), make);
    else
      make();
    csim::ReturnOp::create(code.builder, code.loc);
    return done;
  };
  if (Value clock = call.getClock())
    module.addProcedure(op->getLoc(), csim::ProcessKind::AlwaysFF, {{clock, csim::Edge::Pos}},
                        emit);
  else
    module.addProcedure(op->getLoc(), csim::ProcessKind::Assign, {}, emit);
  return success();
}

//===- Procedures.cpp - processes and functions of a module -------------------===//
//
// Processes with control flow are emitted when it is known where values live. A
// function of the file is translated once for each module that calls it.
//
//===----------------------------------------------------------------------===//

#include "Import/DesignImport.h"
#include "Import/MooreImport.h"
#include "Import/TestPrograms.h"

#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/Moore/Moore.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

const DialectTable &ModuleImport::dialects() const { return design.dialects; }
void ModuleImport::noteDropped(Operation *op) { design.noteDropped(op); }
Signal ModuleImport::fileNamed(Location loc, StringRef name) {
  Signal &file = files[name];
  if (!file)
    file = addSignal(loc, "", members.getI32Type());
  return file;
}
uint64_t ModuleImport::femtosecondsPerTick() const { return design.femtosecondsPerTick; }

void ModuleImport::addProcedure(Location loc, csim::ProcessKind kind,
                                ArrayRef<std::pair<Value, csim::Edge>> triggers,
                                std::function<LogicalResult(Procedure &)> emit) {
  PendingProcedure pending{loc, kind, {}, std::move(emit)};
  for (auto [value, edge] : triggers) {
    place(value);
    pending.triggers.push_back({resolve(value), edge});
  }
  procedures.push_back(std::move(pending));
}

static StringRef nameOf(csim::ProcessKind kind) {
  switch (kind) {
  case csim::ProcessKind::Final: return "final";
  case csim::ProcessKind::AlwaysFF: return "always_ff";
  case csim::ProcessKind::AlwaysComb: return "always_comb";
  case csim::ProcessKind::Assign: return "assign";
  default: return "process";
  }
}

void ModuleImport::emitProcedures() {
  for (PendingProcedure &pending : procedures) {
    auto op = csim::ProcessOp::create(members, pending.loc, pending.kind, nameOf(pending.kind));
    Procedure code(*this, op.getBody());
    if (failed(pending.emit(code)))
      hasFailed = true;
    if (code.finish) {
      finishers.push_back([op, finish = code.finish] { finish(op); });
      continue;
    }
    bool isFollowing = pending.kind == csim::ProcessKind::AlwaysComb ||
                       pending.kind == csim::ProcessKind::Assign;
    op.setIsStatic(isFollowing || !pending.triggers.empty() ||
                   pending.kind == csim::ProcessKind::Final);
    SmallVector<Attribute> terms;
    auto add = [&](Attribute symbol, csim::Edge edge, unsigned width) {
      terms.push_back(csim::EventTermAttr::get(op.getContext(), cast<FlatSymbolRefAttr>(symbol),
                                               edge, 0, width, {}));
    };
    for (auto [value, edge] : pending.triggers)
      add(FlatSymbolRefAttr::get(homes.lookup(value).symbol), edge, 1);
    if (isFollowing && terms.empty()) {
      for (Attribute symbol : code.read)
        add(symbol, csim::Edge::AnyChange, 0);
      op.setRunAtStart(true);
    }
    if (op.getIsStatic() && pending.kind != csim::ProcessKind::Final)
      op.setSensitivityAttr(members.getArrayAttr(terms));
  }
}

void ModuleImport::emitFunctions() {
  for (size_t i = 0; i < pendingFunctions.size(); ++i) { // emitting adds others
    auto [source, function] = pendingFunctions[i];
    Procedure code(*this, function.getBody());
    code.isFunction = true;
    hasFailed |= failed(checkMoore(source)) || failed(code.run(source->getRegion(0)));
  }
  if (!hasFailed)
    for (auto &finish : finishers)
      finish();
}

FlatSymbolRefAttr ModuleImport::functionPackage() {
  csim::ModuleOp package = design.functionValues.package;
  if (package == target)
    return {};
  if (!packageSymbol) {
    packageSymbol = uniqueSymbol(package.getSymName());
    csim::ExternInstanceOp::create(members, source->getLoc(), packageSymbol, IntegerAttr(),
                                   members.getStrArrayAttr({package.getSymName()}));
  }
  return FlatSymbolRefAttr::get(packageSymbol);
}

Signal ModuleImport::functionTables() {
  FunctionValues &values = design.functionValues;
  if (values.entries.empty())
    return {};
  Type type = csim::UArrayType::get(members.getI64Type(), 0, int32_t(values.entries.size()) - 1);
  csim::ModuleOp package = values.package;
  if (package == target)
    return {members.getStringAttr(FunctionValues::TablesName), type};
  if (!tablesSymbol) {
    tablesSymbol = uniqueSymbol(FunctionValues::TablesName);
    csim::ExternSignalOp::create(
        members, source->getLoc(), tablesSymbol, IntegerAttr(),
        members.getStrArrayAttr({package.getSymName(), FunctionValues::TablesName}),
        TypeAttr::get(type));
  }
  return {tablesSymbol, type};
}

csim::FuncOp ModuleImport::functionFor(Operation *user, FlatSymbolRefAttr name) {
  csim::FuncOp &function = functions[name];
  if (function)
    return function;
  Operation *callee = design.findFunction(name.getAttr());
  auto callable = dyn_cast_if_present<FunctionOpInterface>(callee);
  if (!callable || callable.isExternal()) {
    user->emitError("unsupported: call of '") << name.getValue() << "', which has no body";
    hasFailed = true;
    return {};
  }
  SmallVector<Type> arguments, results;
  for (Type type : callable.getArgumentTypes())
    arguments.push_back(codeTypeOf(type, types, callee->getLoc()));
  for (Type type : callable.getResultTypes()) {
    Type result = codeTypeOf(type, types, callee->getLoc());
    (isa_and_present<csim::RefType>(result) ? arguments : results).push_back(result);
  }
  if (llvm::is_contained(arguments, Type()) || llvm::is_contained(results, Type()))
    return {};
  bool isTask = isa<llhd::CoroutineOp, moore::CoroutineOp>(callee) || canWait(callee);
  function = addFunction(callee->getLoc(), name.getValue(), arguments, results, isTask);
  pendingFunctions.push_back({callee, function});
  return function;
}

LogicalResult ModuleImport::addModel(Operation *op, FlatSymbolRefAttr name) {
  Operation *model = SymbolTable::lookupNearestSymbolFrom(op, name);
  auto parameters = model->getAttrOfType<ArrayAttr>("parameters");
  csim::ModuleOp child = design.specialise(op, name.getAttr(),
                                           parameters ? parameters : members.getArrayAttr({}));
  if (!child) {
    hasFailed = true;
    return failure();
  }
  SmallVector<int32_t> numbers;
  SmallVector<Attribute> actuals;
  for (auto [i, port] : llvm::enumerate(hw::moduleTypeOf(model).getPorts())) {
    Type type = types.lower(port.type);
    if (!type || port.dir == hw::ModulePort::InOut) {
      hasFailed = true;
      return op->emitError("unsupported: port '") << port.name.getValue() << "' of a model";
    }
    Signal signal = addSignal(op->getLoc(), "", type);
    modelPorts[{op, port.name}] = signal;
    numbers.push_back(int32_t(i));
    actuals.push_back(FlatSymbolRefAttr::get(signal.symbol));
  }
  StringAttr symbol = uniqueSymbol(name.getValue());
  csim::InstanceOp::create(members, op->getLoc(), symbol, symbol, FlatSymbolRefAttr::get(child),
                           members.getDenseI32ArrayAttr(numbers), members.getArrayAttr(actuals),
                           FlatSymbolRefAttr());
  return success();
}

Type ModuleImport::typeOf(FlatSymbolRefAttr symbol) {
  if (auto signal = target.lookupSymbol<csim::SignalOp>(symbol))
    return signal.getType();
  auto far = target.lookupSymbol<csim::ExternSignalOp>(symbol);
  return far ? far.getType() : Type();
}

Signal ModuleImport::portOfModel(Operation *op, StringAttr port) const {
  return modelPorts.lookup({op, port});
}

csim::FuncOp ModuleImport::addFunction(Location loc, StringRef name, ArrayRef<Type> arguments,
                                       ArrayRef<Type> results, bool isTask) {
  auto function = csim::FuncOp::create(members, loc, uniqueSymbol(name),
                                       members.getFunctionType(arguments, results), isTask);
  function->setAttr("automatic", members.getUnitAttr());
  if (function.getBody().empty())
    function.getBody().emplaceBlock();
  Block &entry = function.getBody().front();
  if (entry.getNumArguments() == 0)
    for (Type type : arguments)
      entry.addArgument(type, loc);
  return function;
}

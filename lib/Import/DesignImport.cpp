//===- DesignImport.cpp - all modules of a design ----------------------------===//
//
// Modules are imported as far as the tops reach them. csim operations of the file
// are taken over unchanged: a csim test bench can instantiate hardware modules.
//
//===----------------------------------------------------------------------===//

#include "Import/DesignImport.h"
#include "Import/ForeignCalls.h"
#include "Import/Import.h"
#include "Import/ModuleImport.h"
#include "Import/Procedure.h"
#include "Import/TestPrograms.h"

#include "IR/Circt/Arc/Arc.h"
#include "IR/Circt/LLHD/LLHD.h"
#include "IR/Circt/Moore/Moore.h"
#include "IR/Circt/Sim/Sim.h"
#include "IR/Circt/Verif/Verif.h"

#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Transforms/DialectConversion.h"

#include "llvm/ADT/SmallPtrSet.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

bool import::needsImport(ModuleOp file) {
  return llvm::any_of(*file.getBody(), [](Operation &op) {
    return !isa<csim::CsimDialect>(op.getDialect());
  });
}

/// A contract promises something about values, and passes them on.
static LogicalResult removeContracts(ModuleOp file) {
  SmallVector<verif::ContractOp> contracts;
  file.walk([&](verif::ContractOp op) { contracts.push_back(op); });
  if (!contracts.empty())
    contracts[0].emitRemark("'verif.contract' has no meaning in a simulation and is left out");
  for (verif::ContractOp op : contracts) {
    for (auto [result, input] : llvm::zip(op.getResults(), op.getInputs())) {
      if (input.getDefiningOp() == op)
        return op.emitError("unsupported: a contract about its own results");
      result.replaceAllUsesWith(input);
    }
    op.erase();
  }
  return success();
}

OwningOpRef<ModuleOp> import::importDesign(ModuleOp file, ArrayRef<std::string> tops,
                                           Macros macros) {
  if (failed(removeContracts(file)) || failed(openModels(file)) ||
      failed(prepareSV(file, std::move(macros))) || failed(prepareForeignFunctions(file)))
    return {};
  return DesignImport(file).run(tops);
}

DesignImport::DesignImport(ModuleOp file) : file(file), symbols(file) {}

LogicalResult DesignImport::unsupported(Operation *op) {
  return op->emitError("unsupported: operation '") << op->getName() << "' in a simulation";
}

/// A module with a body that can be simulated.
static bool isModule(Operation *op) {
  return isa_and_present<hw::HWModuleOp, moore::SVModuleOp>(op);
}

csim::ModuleOp DesignImport::specialise(Operation *user, StringAttr name, ArrayAttr parameters) {
  Operation *source = symbols.lookup(name);
  if (auto taken = dyn_cast_if_present<csim::ModuleOp>(source))
    return taken;
  if (!isModule(source)) {
    user->emitError("unsupported: instance of '") << name.getValue() << "', which has no body";
    return {};
  }
  auto [it, isNew] = modules.insert({{source, parameters}, {source, parameters, {}}});
  if (!isNew)
    return it->second.target;
  std::string symbol = name.str();
  for (unsigned n = 1; SymbolTable::lookupSymbolIn(*result, symbol); ++n)
    symbol = (name.getValue() + "$" + Twine(n)).str();
  OpBuilder b = OpBuilder::atBlockEnd(result->getBody());
  it->second.target = csim::ModuleOp::create(b, source->getLoc(), symbol,
                                             csim::ScopeKind::Module, name.getValue(),
                                             timePrecision, timePrecision);
  return it->second.target;
}

LogicalResult DesignImport::addTop(Operation *module, StringRef topName, csim::ScopeKind kind) {
  auto parameters = module->getAttrOfType<ArrayAttr>("parameters");
  if (!parameters)
    parameters = ArrayAttr::get(module->getContext(), {});
  for (auto parameter : parameters.getAsRange<hw::ParamDeclAttr>())
    if (!parameter.getValue())
      return module->emitError("parameter ")
             << parameter.getName() << " of a top module has no value";
  StringAttr name = SymbolTable::getSymbolName(module);
  csim::ModuleOp target = specialise(module, name, parameters);
  if (!target)
    return failure();
  target.setKind(kind);
  OpBuilder b = OpBuilder::atBlockEnd(result->getBody());
  csim::TopOp::create(b, module->getLoc(), topName, target.getSymName());
  return success();
}

/// A top module, of the function's name, whose only process calls it.
LogicalResult DesignImport::addEntryPoint(func::FuncOp function) {
  StringRef name = function.getSymName();
  if (function.getNumArguments() || function.getNumResults())
    return function.emitError("entry point '") << name << "' must have no arguments and no results";
  std::string text = ("hw.module @\"$run\"() {\n  llhd.process {\n    func.call @\"" + name +
                      "\"() : () -> ()\n    llhd.halt\n  }\n}\n").str();
  ParserConfig config(file.getContext(), /*verifyAfterParse=*/false);
  Block made;
  if (failed(parseSourceString(text, &made, config)))
    return failure();
  Operation *module = &made.front();
  module->remove();
  module->setLoc(function.getLoc());
  symbols.insert(module);
  return addTop(module, name,
                canWait(function) ? csim::ScopeKind::Program : csim::ScopeKind::Module);
}

/// The public functions that nobody calls.
SmallVector<func::FuncOp> DesignImport::entryPoints() {
  llvm::DenseSet<StringAttr> called;
  file.walk([&](Operation *op) {
    for (NamedAttribute attr : op->getAttrs())
      if (auto symbol = dyn_cast<FlatSymbolRefAttr>(attr.getValue()))
        called.insert(symbol.getAttr());
  });
  SmallVector<func::FuncOp> entries;
  for (auto function : file.getOps<func::FuncOp>())
    if (function.isPublic() && !function.isExternal() && !called.contains(function.getSymNameAttr()))
      entries.push_back(function);
  return entries;
}

LogicalResult DesignImport::addNamedTop(StringRef name) {
  Operation *module = symbols.lookup(name);
  if (auto function = dyn_cast_if_present<func::FuncOp>(module))
    return addEntryPoint(function);
  if (isa_and_present<verif::SimulationOp>(module)) {
    Operation *driver = makeSimulation(module, symbols);
    return driver ? addTop(driver, SymbolTable::getSymbolName(driver)) : failure();
  }
  if (!isModule(module))
    return file.emitError("no module '") << name << "' to be the top";
  return addTop(module, name);
}

LogicalResult DesignImport::findTops(ArrayRef<std::string> names) {
  for (const std::string &name : names)
    if (failed(addNamedTop(name)))
      return failure();
  if (!names.empty() || llvm::any_of(result->getOps<csim::TopOp>(), [](csim::TopOp top) {
        return top.getName() != globalScope && top.getName() != signalScope;
      }))
    return success();
  llvm::DenseSet<StringAttr> used;
  file.walk([&](Operation *op) {
    if (auto instance = dyn_cast<hw::InstanceOp>(op))
      used.insert(instance.getModuleNameAttr().getAttr());
    if (auto model = dyn_cast<arc::SimInstanceOp>(op))
      used.insert(model.getInstance().getType().getModel().getAttr());
    if (auto instance = dyn_cast<moore::InstanceOp>(op))
      used.insert(instance.getModuleNameAttr().getAttr());
    if (auto choice = dyn_cast<hw::InstanceChoiceOp>(op))
      for (auto module : choice.getModuleNames().getAsRange<FlatSymbolRefAttr>())
        used.insert(module.getAttr());
  });
  used.insert(StringAttr::get(file.getContext(), settlerName));
  bool hasTop = false;
  for (Operation &op : *file.getBody()) {
    if (!isModule(&op) || used.contains(SymbolTable::getSymbolName(&op)) ||
        SymbolTable::getSymbolName(&op) == globalScope ||
        SymbolTable::getSymbolName(&op) == signalScope)
      continue;
    hasTop = true;
    if (failed(addTop(&op, SymbolTable::getSymbolName(&op))))
      return failure();
  }
  if (!hasTop)
    for (func::FuncOp function : entryPoints()) {
      hasTop = true;
      if (failed(addEntryPoint(function)))
        return failure();
    }
  if (!hasTop) {
    SmallVector<StringRef> tests;
    for (auto test : file.getOps<verif::SimulationOp>())
      tests.push_back(test.getSymName());
    for (StringRef test : tests) {
      hasTop = true;
      if (failed(addNamedTop(test)))
        return failure();
    }
  }
  if (!hasTop)
    return file.emitError("no top module: every module is instantiated");
  return success();
}

void DesignImport::noteDropped(Operation *op) {
  if (dropped.insert(op->getName()).second)
    op->emitRemark("'") << op->getName() << "' has no meaning in a simulation and is left out";
}

/// Copies the csim part of the file, and checks everything beside it and modules.
LogicalResult DesignImport::takeOver() {
  OpBuilder b = OpBuilder::atBlockEnd(result->getBody());
  for (Operation &op : *file.getBody()) {
    if (isa<csim::CsimDialect>(op.getDialect())) {
      b.clone(op);
      continue;
    }
    const DialectImport *dialect = dialects.find(&op);
    bool isUnused = dialect && (dialect->isIgnored(&op) || dialect->isPure(&op));
    if (!isModule(&op) && !isUnused)
      return unsupported(&op);
    if (dialect && dialect->isDropped(&op))
      noteDropped(&op);
  }
  // Instances in csim name hardware modules.
  for (auto module : result->getOps<csim::ModuleOp>())
    for (auto instance : module.getOps<csim::InstanceOp>()) {
      StringAttr name = instance.getModuleNameAttr().getAttr();
      auto hardware = dyn_cast_if_present<hw::HWModuleOp>(symbols.lookup(name));
      if (hardware && !specialise(instance, name, hardware.getParameters()))
        return failure();
    }
  return success();
}

/// The package of functions that are values, before everything else in the design.
LogicalResult DesignImport::addFunctionValues() {
  if (failed(functionValues.collect(file)))
    return failure();
  if (!functionValues.areUsed())
    return success();
  std::string name = "$functions";
  for (unsigned n = 1; SymbolTable::lookupSymbolIn(*result, name); ++n)
    name = "$functions$" + std::to_string(n);
  OpBuilder b = OpBuilder::atBlockBegin(result->getBody());
  auto package = csim::ModuleOp::create(b, file.getLoc(), name, csim::ScopeKind::Package, name,
                                        timePrecision, timePrecision);
  csim::TopOp::create(b, file.getLoc(), name, name);
  functionValues.package = package;
  functionValues.mark(file);
  ModuleImport contents(*this, file, b.getArrayAttr({}), package);
  if (failed(contents.runFunctions(functionValues.functions.getArrayRef())))
    return failure();
  if (!functionValues.entries.empty())
    functionValues.initialiseTables();
  return success();
}

/// An error for a module that contains itself.
LogicalResult DesignImport::verifyHierarchy() {
  llvm::DenseMap<Operation *, int> state; // 1: on the path, 2: done
  SymbolTable targets(*result);
  std::function<LogicalResult(csim::ModuleOp)> visit = [&](csim::ModuleOp module) {
    state[module] = 1;
    for (auto instance : module.getOps<csim::InstanceOp>()) {
      auto child = targets.lookup<csim::ModuleOp>(instance.getModuleName());
      if (!child || state[child] == 2)
        continue;
      if (state[child] == 1)
        return LogicalResult(instance.emitError("module '")
                             << child.getSymName() << "' contains itself");
      if (failed(visit(child)))
        return failure();
    }
    state[module] = 2;
    return success();
  };
  for (auto module : result->getOps<csim::ModuleOp>())
    if (!state[module] && failed(visit(module)))
      return failure();
  return success();
}

/// What a number of femtoseconds is a multiple of, as far as its computation tells.
static uint64_t factorOf(Value number) {
  auto product = number.getDefiningOp<moore::MulOp>();
  if (!product)
    return 1;
  for (Value factor : product->getOperands())
    if (auto constant = factor.getDefiningOp<moore::ConstantOp>()) {
      const moore::FourState &value = constant.getValueAttr().getValue();
      if (!value.hasUnknown() && !value.value.isZero())
        return value.value.zextOrTrunc(64).getZExtValue();
    }
  return 1;
}

/// The largest tick, at most a nanosecond, in which every time of the file is a whole number.
void DesignImport::choosePrecision() {
  int precision = -9;
  auto require = [&](uint64_t femtoseconds) {
    while (precision > -15 && femtoseconds % femtosecondsPerTick) {
      femtosecondsPerTick /= 10;
      --precision;
    }
  };
  file.walk([&](Operation *op) {
    auto step = dyn_cast<arc::SimStepOp>(op);
    if (isa<llhd::IntToTimeOp, arc::SimSetTimeOp>(op) || (step && step.getTimePostIncrement()))
      require(1);
    if (auto time = dyn_cast<llhd::ConstantTimeOp>(op))
      require(femtosecondsOf(time.getValueAttr()));
    if (auto delay = dyn_cast<llhd::DelayOp>(op))
      require(femtosecondsOf(delay.getDelayAttr()));
    if (auto time = dyn_cast<moore::ConstantTimeOp>(op))
      require(time.getValue());
    if (auto time = dyn_cast<moore::LogicToTimeOp>(op))
      require(factorOf(time.getInput()));
  });
  (*result)->setAttr(csim::CsimDialect::timePrecisionAttrName(),
                     Builder(file.getContext()).getI32IntegerAttr(precision));
  timePrecision = precision;
}

/// Variables outside of modules are those of a module that comes first.
LogicalResult DesignImport::addGlobals() {
  SmallVector<moore::GlobalVariableOp> globals(file.getOps<moore::GlobalVariableOp>());
  if (globals.empty())
    return success();
  OpBuilder b = OpBuilder::atBlockEnd(file.getBody());
  OperationState state(globals.front().getLoc(), moore::SVModuleOp::getOperationName());
  state.addAttribute("sym_name", b.getStringAttr(globalScope));
  state.addAttribute("module_type", TypeAttr::get(hw::ModuleType::get(b.getContext(), {})));
  state.addRegion()->emplaceBlock();
  auto module = cast<moore::SVModuleOp>(b.create(state));
  symbols.insert(module);
  b.setInsertionPointToStart(&module.getBodyRegion().front());
  for (moore::GlobalVariableOp global : globals) {
    Value initial;
    if (!global.getInitRegion().empty()) {
      IRMapping mapping;
      for (Operation &op : global.getInitRegion().front().without_terminator())
        b.clone(op, mapping);
      initial = mapping.lookup(global.getInitRegion().front().getTerminator()->getOperand(0));
    }
    moore::VariableOp::create(b, global.getLoc(),
                              moore::RefType::get(cast<moore::UnpackedType>(global.getType())),
                              global.getSymNameAttr(), initial);
  }
  moore::OutputOp::create(b, module.getLoc());
  return addTop(module, globalScope);
}

/// What a signal without a first value begins with.
static Value makeZero(OpBuilder &b, Location loc, Type type) {
  if (isa<sim::DynamicStringType>(type))
    return sim::StringConstantOp::create(b, loc, type, b.getStringAttr(""));
  if (isa<sim::QueueType>(type))
    return sim::QueueEmptyOp::create(b, loc, type);
  if (isa<sim::AssocArrayType>(type))
    return sim::AssocArrayEmptyOp::create(b, loc, type);
  if (isa<FloatType>(type))
    return arith::ConstantOp::create(b, loc, b.getFloatAttr(type, 0));
  std::optional<uint64_t> width = hw::bitWidthOf(type);
  if (!width)
    return {};
  Type bits = b.getIntegerType(unsigned(*width));
  Value zero = hw::ConstantOp::create(b, loc, bits, b.getIntegerAttr(bits, 0));
  return bits == type ? zero : hw::BitcastOp::create(b, loc, type, zero);
}

/// Signals outside of modules are those of a module that comes first.
LogicalResult DesignImport::addGlobalSignals() {
  SmallVector<llhd::GlobalSignalOp> globals(file.getOps<llhd::GlobalSignalOp>());
  if (globals.empty())
    return success();
  std::string text = ("hw.module @\"" + signalScope + "\"() {\n}\n").str();
  ParserConfig config(file.getContext(), /*verifyAfterParse=*/false);
  Block made;
  if (failed(parseSourceString(text, &made, config)))
    return failure();
  Operation *module = &made.front();
  module->remove();
  module->setLoc(globals.front().getLoc());
  symbols.insert(module);
  OpBuilder b = OpBuilder::atBlockBegin(&module->getRegion(0).front());
  for (llhd::GlobalSignalOp global : globals) {
    Value initial;
    if (global.getInitRegion().empty()) {
      initial = makeZero(b, global.getLoc(), global.getType());
    } else {
      IRMapping mapping;
      Block &init = global.getInitRegion().front();
      for (Operation &op : init.without_terminator())
        b.clone(op, mapping);
      initial = mapping.lookup(init.getTerminator()->getOperand(0));
    }
    if (!initial)
      return global.emitError("unsupported: global signal of type ") << global.getType();
    llhd::SignalOp::create(b, global.getLoc(), llhd::RefType::get(global.getType()),
                           global.getSymNameAttr(), initial);
  }
  return addTop(module, signalScope);
}

/// Whether what surrounds structured control flow has a single block for ever.
static bool isInSingleBlock(Operation *op) {
  Operation *parent = op->getParentOp();
  while (isa<scf::SCFDialect>(parent->getDialect()))
    parent = parent->getParentOp();
  return parent->hasTrait<OpTrait::SingleBlock>();
}

/// Structured control flow becomes branches where there can be several blocks.
LogicalResult DesignImport::lowerStructured() {
  bool hasStructured = file.walk([](Operation *op) {
    return isa<scf::SCFDialect>(op->getDialect()) ? WalkResult::interrupt()
                                                  : WalkResult::advance();
  }).wasInterrupted();
  if (!hasStructured)
    return success();
  RewritePatternSet patterns(file.getContext());
  populateSCFToControlFlowConversionPatterns(patterns);
  file.getContext()->loadDialect<cf::ControlFlowDialect, arith::ArithDialect>();
  ConversionTarget target(*file.getContext());
  target.addDynamicallyLegalDialect<scf::SCFDialect>(isInSingleBlock);
  target.markUnknownOpDynamicallyLegal([](Operation *) { return true; });
  return applyPartialConversion(file, target, std::move(patterns));
}

OwningOpRef<ModuleOp> DesignImport::run(ArrayRef<std::string> tops) {
  result = ModuleOp::create(file.getLoc());
  if (failed(lowerStructured()))
    return {};
  choosePrecision();
  for (NamedAttribute attr : file->getDiscardableAttrs())
    if (attr.getNameDialect() && isa<csim::CsimDialect>(attr.getNameDialect()))
      (*result)->setAttr(attr.getName(), attr.getValue());
  if (failed(takeOver()) || failed(addGlobals()) || failed(addGlobalSignals()) ||
      failed(findTops(tops)) || failed(addFunctionValues()))
    return {};
  // Imported modules add those that they instantiate.
  bool isGood = true;
  for (size_t i = 0; i < modules.size(); ++i) {
    Specialisation next = (modules.begin() + i)->second;
    if (hasGenerates(next.source)) {
      next.source = next.source->clone();
      symbols.insert(next.source);
      if (failed(expandGenerates(next.source, next.parameters)))
        return {};
    }
    isGood &= succeeded(ModuleImport(*this, next.source, next.parameters, next.target).run());
  }
  if (!isGood || failed(verifyHierarchy()))
    return {};
  return std::move(result);
}

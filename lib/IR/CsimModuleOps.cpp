//===- CsimModuleOps.cpp - declarations of a module -------------------------===//
//
// Builders, verifiers and textual forms of csim.module and its members, and the
// checks that the symbols they name exist and are of the right kind.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

#include "mlir/Interfaces/FunctionImplementation.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;

// --- Symbols ------------------------------------------------------------------------

/// Checks that `ref`, seen from `op`, names one of the operations `Ts`.
template <typename... Ts>
static LogicalResult checkMember(Operation *op, SymbolTableCollection &tables, SymbolRefAttr ref,
                                 StringRef expected) {
  if (!ref)
    return success();
  Operation *target = lookupMember(tables, op, ref);
  if (!target)
    return op->emitOpError() << "names " << ref << ", which does not exist";
  if (!isa<Ts...>(target))
    return op->emitOpError() << "names " << ref << ", which is not " << expected;
  return success();
}

static LogicalResult checkScope(Operation *op, SymbolTableCollection &tables, SymbolRefAttr ref) {
  return checkMember<ScopeOp>(op, tables, ref, "a scope");
}

LogicalResult TopOp::verifySymbolUses(SymbolTableCollection &tables) {
  Operation *target = tables.lookupSymbolIn((*this)->getParentOp(), getModuleNameAttr());
  if (!isa_and_nonnull<csim::ModuleOp>(target))
    return emitOpError() << "names " << getModuleNameAttr() << ", which is not a module";
  return success();
}

LogicalResult ScopeOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkScope(*this, tables, getParentAttr());
}

LogicalResult SignalOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkScope(*this, tables, getScopeAttr());
}

LogicalResult PortOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkMember<SignalOp>(*this, tables, getSignalAttr(), "a signal");
}

LogicalResult DriverOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkMember<SignalOp, ExternSignalOp>(*this, tables, getNetAttr(), "a signal");
}

LogicalResult JoinOp::verifySymbolUses(SymbolTableCollection &tables) {
  for (FlatSymbolRefAttr net : {getFirstAttr(), getSecondAttr()})
    if (failed(checkMember<SignalOp, ExternSignalOp>(*this, tables, net, "a signal")))
      return failure();
  return success();
}

LogicalResult PassSwitchOp::verifySymbolUses(SymbolTableCollection &tables) {
  for (FlatSymbolRefAttr net : {getFirstAttr(), getSecondAttr()})
    if (failed(checkMember<SignalOp, ExternSignalOp>(*this, tables, net, "a signal")))
      return failure();
  if (getControlAttr())
    return checkMember<SignalOp>(*this, tables, getControlAttr(), "a signal");
  return success();
}

LogicalResult PathOutputOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(checkMember<SignalOp>(*this, tables, getSourceAttr(), "a signal")) ||
      failed(checkMember<SignalOp>(*this, tables, getPortAttr(), "a signal")))
    return failure();
  return checkMember<DriverOp>(*this, tables, getDriverAttr(), "a driver");
}

LogicalResult ModulePathOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(checkMember<SignalOp>(*this, tables, getInputAttr(), "a signal")) ||
      failed(checkMember<SignalOp>(*this, tables, getConditionAttr(), "a signal")))
    return failure();
  return checkMember<PathOutputOp>(*this, tables, getOutputAttr(), "an output with paths");
}

LogicalResult ModulePathOp::verify() {
  if (getDelays().size() != 12)
    return emitOpError("needs 12 delays");
  if (getLimits() && getLimits()->size() != 2)
    return emitOpError("needs two limits");
  if (!getFull() && getInputWidth() != getWidth())
    return emitOpError("is parallel and has ends of different widths");
  return success();
}

LogicalResult TimingCheckOp::verifySymbolUses(SymbolTableCollection &tables) {
  for (FlatSymbolRefAttr signal : {getReferenceAttr(), getDataAttr(), getReferenceConditionAttr(),
                                   getDataConditionAttr(), getNotifierAttr(),
                                   getStampConditionAttr(), getCheckConditionAttr()})
    if (failed(checkMember<SignalOp>(*this, tables, signal, "a signal")))
      return failure();
  for (FlatSymbolRefAttr driver : {getReferenceDelayedAttr(), getDataDelayedAttr()})
    if (failed(checkMember<DriverOp>(*this, tables, driver, "a driver")))
      return failure();
  return success();
}

LogicalResult TimingCheckOp::verify() {
  if (getLimits().size() != 2)
    return emitOpError("needs two limits");
  if (!timingCheckNamed(getCheck()))
    return emitOpError() << "is of an unknown kind, " << getCheckAttr();
  return success();
}

std::optional<unsigned> csim::timingCheckNamed(StringRef name) {
  static constexpr StringLiteral names[] = {
      "$setup", "$hold",     "$setuphold", "$recovery", "$removal", "$recrem",
      "$skew",  "$timeskew", "$fullskew",  "$width",    "$period",  "$nochange"};
  const auto *found = llvm::find(names, name);
  if (found == std::end(names))
    return std::nullopt;
  return unsigned(found - names);
}

LogicalResult ProcessOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(checkScope(*this, tables, getScopeAttr())))
    return failure();
  if (getSharedAttr() && failed(checkMember<ProcessBodyOp>(*this, tables, getSharedAttr(),
                                                           "a process body")))
    return failure();
  if (ArrayAttr places = getPlacesAttr())
    for (auto place : places.getAsRange<EventTermAttr>())
      if (failed(checkMember<SignalOp, ExternSignalOp, DriverOp>(
              *this, tables, place.getSignal(), "a signal or driver")))
        return failure();
  if (ArrayAttr terms = getSensitivityAttr())
    for (auto term : terms.getAsRange<EventTermAttr>())
      if (failed(
              checkMember<SignalOp, ExternSignalOp>(*this, tables, term.getSignal(), "a signal")))
        return failure();
  return success();
}

static Type typeOfSignal(Operation *op) {
  if (auto signal = dyn_cast<SignalOp>(op))
    return signal.getType();
  if (auto external = dyn_cast<ExternSignalOp>(op))
    return external.getType();
  if (auto driver = dyn_cast<DriverOp>(op))
    return driver.getType();
  return {};
}

LogicalResult InstanceOp::verifySymbolUses(SymbolTableCollection &tables) {
  csim::ModuleOp parent = enclosingModule(*this);
  Operation *named = tables.lookupSymbolIn(parent->getParentOp(), getModuleNameAttr());
  if (named && !isa<CsimDialect>(named->getDialect()))
    return success(); // a module of another dialect, which becomes one of this when it is imported
  auto child = dyn_cast_or_null<csim::ModuleOp>(named);
  if (!child)
    return emitOpError() << "names " << getModuleNameAttr() << ", which is not a module";
  SmallVector<PortOp> ports(child.getBodyBlock()->getOps<PortOp>());
  for (auto [number, actual] : llvm::zip(getPorts(), getActuals())) {
    if (number < 0 || size_t(number) >= ports.size())
      return emitOpError() << "binds port " << number << " of " << getModuleNameAttr()
                           << ", which has " << ports.size() << " ports";
    PortOp port = ports[number];
    auto ref = dyn_cast<FlatSymbolRefAttr>(actual);
    bool wantsPath = port.getDirection() == PortDirection::Interface;
    if (wantsPath != !ref)
      return emitOpError() << "binds port '" << port.getName() << "' to "
                           << (wantsPath ? "a signal" : "an interface path");
    if (!ref)
      continue;
    if (failed(checkMember<SignalOp, ExternSignalOp>(*this, tables, ref, "a signal")))
      return failure();
    Type have = typeOfSignal(lookupMember(tables, *this, ref));
    Operation *formal = tables.lookupSymbolIn(child, port.getSignalAttr());
    if (formal && typeOfSignal(formal) != have)
      return emitOpError() << "binds port '" << port.getName() << "' of type "
                           << typeOfSignal(formal) << " to " << ref << " of type " << have;
  }
  return checkScope(*this, tables, getScopeAttr());
}

LogicalResult AddrOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(checkMember<SignalOp, ExternSignalOp, DriverOp>(*this, tables, getSymbolAttr(),
                                                             "a signal or driver")))
    return failure();
  Type type = typeOfSignal(lookupMember(tables, *this, getSymbolAttr()));
  if (getType().getPointee() != type)
    return emitOpError() << "refers to " << getSymbolAttr() << " of type " << type << " as "
                         << getType().getPointee();
  return success();
}

LogicalResult ForceOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkMember<FuncOp>(*this, tables, getProcessAttr(), "a function");
}

LogicalResult ForkOp::verifySymbolUses(SymbolTableCollection &tables) {
  SmallVector<OperandRange> groups = getBranchArgs();
  for (auto [branch, args] : llvm::zip(getBranches().getAsRange<FlatSymbolRefAttr>(), groups)) {
    if (failed(checkMember<FuncOp>(*this, tables, branch, "a function")))
      return failure();
    auto function = cast<FuncOp>(lookupMember(tables, *this, branch));
    if (TypeRange(args) != TypeRange(function.getArgumentTypes()))
      return emitOpError() << "passes arguments to " << branch
                           << " that differ from its parameters";
  }
  return success();
}

LogicalResult EnterScopeOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkScope(*this, tables, getScopeAttr());
}

LogicalResult ExitScopeOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkScope(*this, tables, getScopeAttr());
}

LogicalResult DisableOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(
          checkMember<ExternInstanceOp>(*this, tables, getInstanceAttr(), "an external instance")))
    return failure();
  return checkScope(*this, tables, getScope());
}

LogicalResult CallOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(checkMember<FuncOp>(*this, tables, getCallee(), "a function")) ||
      failed(
          checkMember<ExternInstanceOp>(*this, tables, getInstanceAttr(), "an external instance")))
    return failure();
  auto callee = cast<FuncOp>(lookupMember(tables, *this, getCallee()));
  if (TypeRange(getArgs()) != TypeRange(callee.getArgumentTypes()) ||
      getResultTypes() != TypeRange(callee.getResultTypes()))
    return emitOpError() << "does not have the type of " << getCallee() << ", "
                         << callee.getFunctionType();
  if (!getCallee().getNestedReferences().empty() && !getInstanceAttr())
    if (callee->getParentOp() != enclosingModule(*this))
      return emitOpError() << "calls " << getCallee() << " of another module without an instance";
  return success();
}

/// Checks that `member` is one of the module of the handle's type, of the kind T.
template <typename T>
static LogicalResult checkBehind(Operation *op, SymbolTableCollection &tables, Type handle,
                                 SymbolRefAttr member, StringRef expected) {
  if (member.getNestedReferences().size() != 1 ||
      member.getRootReference() != cast<InstanceHandleType>(handle).getModule())
    return op->emitOpError() << "names " << member << ", which is no member behind " << handle;
  return checkMember<T>(op, tables, member, expected);
}

LogicalResult HandleOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkMember<ExternInstanceOp>(*this, tables, getInstanceAttr(), "an external instance");
}

LogicalResult MemberRefOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(checkBehind<SignalOp>(*this, tables, getInstance().getType(), getMember(),
                                   "a signal")))
    return failure();
  auto signal = cast<SignalOp>(lookupMember(tables, *this, getMember()));
  if (signal.getType() != getType().getPointee())
    return emitOpError() << "does not have the type of " << getMember() << ", "
                         << signal.getType();
  return success();
}

LogicalResult MemberHandleOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkBehind<ExternInstanceOp>(*this, tables, getInstance().getType(), getMember(),
                                       "an external instance");
}

LogicalResult CallAtOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(checkBehind<FuncOp>(*this, tables, getInstance().getType(), getCallee(),
                                 "a function")))
    return failure();
  auto callee = cast<FuncOp>(lookupMember(tables, *this, getCallee()));
  if (TypeRange(getArgs()) != TypeRange(callee.getArgumentTypes()) ||
      getResultTypes() != TypeRange(callee.getResultTypes()))
    return emitOpError() << "does not have the type of " << getCallee() << ", "
                         << callee.getFunctionType();
  return success();
}

LogicalResult FuncRefOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkMember<FuncOp>(*this, tables, getFunction(), "a function");
}

LogicalResult CallIndirectOp::verifySymbolUses(SymbolTableCollection &tables) {
  return checkMember<ExternInstanceOp>(*this, tables, getInstanceAttr(), "an external instance");
}

LogicalResult SysCallOp::verifySymbolUses(SymbolTableCollection &tables) {
  for (auto info : getArgInfo().getAsRange<ArgAttr>()) {
    if (info.getKind() == ArgKind::Thunk) {
      if (!info.getSymbol())
        return emitOpError("has a thunk argument without a function");
      if (failed(checkMember<FuncOp>(*this, tables, info.getSymbol(), "a function")))
        return failure();
    } else if (info.getKind() == ArgKind::Scope) {
      continue;
    } else if (failed(checkMember<SignalOp, ExternSignalOp>(*this, tables, info.getSymbol(),
                                                            "a signal"))) {
      return failure();
    }
  }
  return checkScope(*this, tables, getScopeAttr());
}

// --- csim.module and simple members ---------------------------------------------------

void csim::ModuleOp::build(OpBuilder &builder, OperationState &state, StringRef name,
                           ScopeKind kind, StringRef definition, int timeUnit, int timePrecision) {
  state.addAttribute(mlir::SymbolTable::getSymbolAttrName(), builder.getStringAttr(name));
  state.addAttribute(getKindAttrName(state.name), ScopeKindAttr::get(builder.getContext(), kind));
  if (!definition.empty())
    state.addAttribute(getDefinitionAttrName(state.name), builder.getStringAttr(definition));
  state.addAttribute(getTimeUnitAttrName(state.name), builder.getI32IntegerAttr(timeUnit));
  state.addAttribute(getTimePrecisionAttrName(state.name),
                     builder.getI32IntegerAttr(timePrecision));
  state.addRegion()->emplaceBlock();
}

LogicalResult csim::ModuleOp::verify() {
  if (FlatSymbolRefAttr initialiser = getInitialiserAttr()) {
    Operation *target = lookupSymbol(initialiser.getAttr());
    auto function = dyn_cast_or_null<FuncOp>(target);
    if (!function || !function.getArgumentTypes().empty() || !function.getResultTypes().empty())
      return emitOpError() << "has the initialiser " << initialiser
                           << ", which is not a function without arguments and results";
  }
  for (Operation &op : *getBodyBlock())
    if (!isa<ScopeOp, SignalOp, PortOp, ExternSignalOp, ExternInstanceOp, DriverOp, JoinOp,
             PassSwitchOp, PathOutputOp, ModulePathOp, TimingCheckOp, InstanceOp, ProcessOp, ProcessBodyOp, FuncOp>(op))
      return op.emitOpError("is not a member of a csim.module");
  return success();
}

void SignalOp::build(OpBuilder &builder, OperationState &state, StringRef symbol, StringRef name,
                     NetKind net, Type type, StringRef scope, Type sourceType) {
  MLIRContext *context = builder.getContext();
  state.addAttribute(mlir::SymbolTable::getSymbolAttrName(), builder.getStringAttr(symbol));
  if (!name.empty() && name != symbol)
    state.addAttribute(getNameAttrName(state.name), builder.getStringAttr(name));
  state.addAttribute(getNetAttrName(state.name), NetKindAttr::get(context, net));
  state.addAttribute(getTypeAttrName(state.name), TypeAttr::get(type));
  if (!scope.empty())
    state.addAttribute(getScopeAttrName(state.name), FlatSymbolRefAttr::get(context, scope));
  if (sourceType && sourceType != type)
    state.addAttribute(getSourceTypeAttrName(state.name), TypeAttr::get(sourceType));
}

LogicalResult SignalOp::verify() {
  if (isa<RefType>(getType()))
    return emitOpError("holds values, not references");
  if (storageTypeOf(getType()) != getType())
    return emitOpError() << "stores " << storageTypeOf(getType()) << "; " << getType()
                         << " belongs into source_type";
  if (getSourceType() && storageTypeOf(*getSourceType()) != getType())
    return emitOpError() << "of type " << getType() << " is described as " << *getSourceType();
  return success();
}

LogicalResult PortOp::verify() {
  bool isInterface = getDirection() == PortDirection::Interface;
  if (isInterface == getSignal().has_value())
    return emitOpError(isInterface ? "of an interface has no signal" : "needs a signal");
  return success();
}

LogicalResult DriverOp::verify() {
  if (getStrength0() > 7 || getStrength1() > 7)
    return emitOpError("has a strength above 7");
  if (getWidth() != 0 && bitWidthOf(getType()) != getWidth())
    return emitOpError() << "drives " << getWidth() << " bits with a value of type " << getType();
  return success();
}

LogicalResult InstanceOp::verify() {
  if (getPorts().size() != getActuals().size())
    return emitOpError("has as many port numbers as actuals");
  for (Attribute actual : getActuals()) {
    if (isa<FlatSymbolRefAttr>(actual))
      continue;
    auto path = dyn_cast<ArrayAttr>(actual);
    if (!path || !llvm::all_of(path, [](Attribute a) { return isa<StringAttr>(a); }))
      return emitOpError("binds a port to something that is neither a signal nor a path");
  }
  return success();
}

// --- Processes and functions ------------------------------------------------------------

void ProcessOp::build(OpBuilder &builder, OperationState &state, ProcessKind kind, StringRef name,
                      StringRef scope) {
  MLIRContext *context = builder.getContext();
  state.addAttribute(getKindAttrName(state.name), ProcessKindAttr::get(context, kind));
  state.addAttribute(getNameAttrName(state.name), builder.getStringAttr(name));
  if (!scope.empty())
    state.addAttribute(getScopeAttrName(state.name), FlatSymbolRefAttr::get(context, scope));
  state.addRegion()->emplaceBlock();
}

LogicalResult ProcessOp::verify() {
  if (!getBody().empty() && getBody().front().getNumArguments() != 0)
    return emitOpError("takes no arguments");
  if (getBody().empty() != getShared().has_value() || (getShared() && !getIsStatic()))
    return emitOpError("has either a body, or is static and shares one");
  if (!getIsStatic()) {
    if (getSensitivity() || getRunAtStart() || getSelfTriggering())
      return emitOpError("with its own stack has no sensitivity list");
    return success();
  }
  WalkResult result = getBody().walk([&](Operation *op) {
    if (isa<WaitDelayOp, WaitEventOp, WaitForeverOp, WaitForkOp>(op)) {
      op->emitOpError("suspends inside a static process");
      return WalkResult::interrupt();
    }
    return WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

LogicalResult ProcessBodyOp::verify() {
  for (BlockArgument operand : getBody().front().getArguments()) {
    if (!isa<RefType>(operand.getType()))
      return emitOpError("has an operand that is not a reference");
    for (Operation *user : operand.getUsers())
      if (!isa<LoadOp, StoreOp, DriveOp>(user))
        return emitOpError("uses an operand other than by load, store and drive");
  }
  return success();
}

void FuncOp::build(OpBuilder &builder, OperationState &state, StringRef name, FunctionType type,
                   bool isTask, StringRef scope) {
  state.addAttribute(mlir::SymbolTable::getSymbolAttrName(), builder.getStringAttr(name));
  state.addAttribute(getFunctionTypeAttrName(state.name), TypeAttr::get(type));
  if (isTask)
    state.addAttribute(getTaskAttrName(state.name), builder.getUnitAttr());
  if (!scope.empty())
    state.addAttribute(getScopeAttrName(state.name),
                       FlatSymbolRefAttr::get(builder.getContext(), scope));
  state.addRegion();
}

ParseResult FuncOp::parse(OpAsmParser &parser, OperationState &result) {
  auto buildType = [](Builder &builder, ArrayRef<Type> args, ArrayRef<Type> results,
                      function_interface_impl::VariadicFlag,
                      std::string &) { return builder.getFunctionType(args, results); };
  return function_interface_impl::parseFunctionOp(
      parser, result, /*allowVariadic=*/false, getFunctionTypeAttrName(result.name), buildType,
      getArgAttrsAttrName(result.name), getResAttrsAttrName(result.name));
}

void FuncOp::print(OpAsmPrinter &printer) {
  function_interface_impl::printFunctionOp(printer, *this, /*isVariadic=*/false,
                                           getFunctionTypeAttrName(), getArgAttrsAttrName(),
                                           getResAttrsAttrName());
}

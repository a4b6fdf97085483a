//===- UserNetGen.cpp - nets of user-defined net types --------------------===//
//
// LRM 6.6.7, 6.7.3, 10.3.3. A net whose type has a resolution function has a process that
// calls it with the values of all drivers, in the active region after one of them has
// changed, and once at time 0. In an array of nets every element is a net. The module that declares
// the net that others are joined with provides the process. Unpacked values of continuous
// assignments are driven as a whole.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

#include "Sema/Types/TypeContext.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

void BodyGen::generateUserNet(const ValueSymbol &net) {
  const TypeAliasSymbol *nettype = nettypeOf(net);
  if (!nettype)
    return;
  auto *symbol = dyn_cast<NetSymbol>(&net);
  llvm::ArrayRef<const Expr *> delays = symbol ? symbol->delays : llvm::ArrayRef<const Expr *>();
  if (nettype->resolver)
    generateResolver(net, *nettype->resolver, delays);
  else if (!delays.empty() && !symbol->initialiser)
    design.compilation.diagnostics().unsupported(net.loc, "delay of a net whose type has no resolution function",
                                                 "6.7.1");
  if (auto *variable = dyn_cast<VariableSymbol>(&net); variable && variable->netValue) {
    NamedValueExpr target(*net.type, support::SourceRange(net.loc), &net);
    generateContinuous(csim::ProcessKind::Assign, "assign", net.parent, net.loc, target, *variable->netValue, {}, {});
  }
}

void BodyGen::generateResolver(const ValueSymbol &net, const SubroutineSymbol &resolver,
                               llvm::ArrayRef<const Expr *> delays) {
  csim::ProcessOp process = createProcess(csim::ProcessKind::Assign, "resolve " + net.name.str(), net.parent, net.loc);
  process.setIsStatic(true);
  process.setRunAtStart(true);
  process.setResolvesAttr(mlir::FlatSymbolRefAttr::get(&design.context, signal(net)));
  FunctionGen gen(*this, process.getBody(), net.parent);
  gen.setLocation(net.loc);
  gen.isStatic = true;
  gen.begin();
  mlir::Value ref = gen.make<csim::AddrOp>(signal(net), design.types.storage(*net.type));
  gen.emitResolution(*net.type, ref, resolver, delays);
  gen.emitReturn();
}

void FunctionGen::emitResolution(const Type &type, mlir::Value net, const SubroutineSymbol &resolver,
                                 llvm::ArrayRef<const Expr *> delays) {
  if (auto *array = dyn_cast<UnpackedArrayType>(&type)) {
    bool isInner = isa<UnpackedArrayType>(array->element);
    emitCountedLoop(constantInt(64, array->range.size()), [&](mlir::Value i) {
      mlir::Value element = make<csim::ElemRefOp>(net, i);
      if (isInner)
        return emitResolution(array->element, element, resolver, delays);
      mlir::Value changed = runtime("net_changed", {element}, b.getI64Type());
      mlir::Block *resolve = newBlock(), *next = newBlock();
      condBranch(make<mlir::arith::CmpIOp>(mlir::arith::CmpIPredicate::ne, changed, constantInt(64, 0)), resolve, next);
      enter(resolve);
      emitResolution(array->element, element, resolver, delays);
      branch(next);
      enter(next);
    });
    if (isa<csim::AddrOp>(net.getDefiningOp()))
      callRuntime("net_resolved", {net});
    return;
  }
  TypeContext &context = body.design.compilation.types();
  const Type &drivers = *resolver.formals.front()->type;
  auto *values = context.make<VariableSymbol>("", resolver.loc);
  values->lifetime = sema::Lifetime::Automatic;
  values->type = &drivers;
  mlir::Value array = temporary(drivers);
  bind(*values, array);
  callRuntime("net_drivers", {array, typeNumber(drivers), net});
  support::SourceRange range(resolver.loc);
  auto *argument = context.make<NamedValueExpr>(drivers, range, values);
  auto *call = context.make<CallExpr>(*resolver.returnType, range, &resolver,
                                      context.copy(llvm::ArrayRef<const Expr *>(argument)));
  LValue place;
  place.type = &type;
  place.ref = net;
  mlir::Value value = emitRight(*call);
  if (delays.empty())
    return storeAny(place, value);
  llvm::SmallVector<mlir::Value, 3> ticks = emitDelays(delays);
  if (type.isAggregate())
    callRuntime("drive_object", {net, typeNumber(type), value, ticks[0], ticks[1], ticks[2]});
  else
    make<csim::DriveOp>(coerce(value, types().storage(type)), net, ticks[0], ticks[1], ticks[2]);
}

/// Whether a copy of an object of this type takes more than its bytes.
static bool hasArrays(const Type &type) {
  const Type &t = type.canonical();
  if (t.kind >= TypeKind::DynamicArray && t.kind <= TypeKind::AssocArray)
    return true;
  if (auto *array = dyn_cast<UnpackedArrayType>(&t))
    return hasArrays(array->element);
  auto *record = dyn_cast<UnpackedStructType>(&t);
  return record && llvm::any_of(record->fields, [](const Field &f) { return f.type && hasArrays(*f.type); });
}

void FunctionGen::assignUnpacked(const Expr &lhs, const Expr &rhs, llvm::StringRef driver,
                                 llvm::ArrayRef<const Expr *> delays) {
  if (driver.empty() && delays.empty())
    return assign(lhs, rhs);
  mlir::Value value = emitRight(rhs);
  LValue place;
  place.type = lhs.type;
  if (driver.empty())
    place = emitLValue(lhs);
  else
    place.ref = make<csim::AddrOp>(driver, types().storage(*lhs.type));
  if (delays.empty())
    return storeAny(place, value);
  if (place.kind != LValue::Ref || hasArrays(*lhs.type)) {
    unsupported(lhs, "delay of a continuous assignment to arrays of variable size, slices, or patterns", "10.3.3");
    return;
  }
  llvm::SmallVector<mlir::Value, 3> ticks = emitDelays(delays);
  callRuntime("drive_object", {place.ref, typeNumber(*lhs.type), value, ticks[0], ticks[1], ticks[2]});
}

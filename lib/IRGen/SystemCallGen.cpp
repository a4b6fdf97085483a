//===- SystemCallGen.cpp - system tasks and built-in methods --------------===//
//
// LRM 20, 21, 6.16, 6.19.5. Arguments follow the letters of Builtins.def.
// Tasks that show values later ($strobe, $monitor) get a function that does the
// display, and, for monitors, the signals that start it.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

namespace {
enum class RowKind { Task, Function, Pure, Query, Method, PureMethod, Array };
struct Row {
  llvm::StringLiteral name;
  RowKind kind;
  llvm::StringLiteral args;
};
constexpr Row rows[] = {
#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause) {Name, RowKind::Kind, Args},
#include "Builtins/Builtins.def"
};

/// Rule letter of argument i; `f*` repeats.
char ruleOf(llvm::StringRef rules, unsigned i) {
  if (i + 1 < rules.size() && rules[i + 1] == '*')
    return rules[i];
  if (i < rules.size() && rules[i] != '*')
    return rules[i];
  return rules.size() > 1 && rules.back() == '*' ? rules[rules.size() - 2] : 'e';
}

const StringConstantExpr *literalOf(const Expr &expr) {
  const Expr *e = &expr;
  for (auto *conversion = dyn_cast<ConversionExpr>(e); conversion; conversion = dyn_cast<ConversionExpr>(e)) {
    if (!conversion->isImplicit)
      return nullptr;
    e = conversion->operand;
  }
  return dyn_cast<StringConstantExpr>(e);
}
} // namespace

mlir::Value FunctionGen::runtime(llvm::StringRef name, mlir::ValueRange operands, mlir::Type result) {
  return make<csim::RtOp>(mlir::TypeRange{result}, name, operands, false).getResult(0);
}

/// The signal of this module behind a name; none if it is found at run time (25.9).
mlir::SymbolRefAttr FunctionGen::symbolOf(const NamedValueExpr &named) {
  if (named.path && named.path->base)
    return {};
  return mlir::FlatSymbolRefAttr::get(&body.design.context, body.signal(named));
}

void FunctionGen::addValueArgument(const Expr &expr, llvm::SmallVectorImpl<mlir::Value> &operands,
                                   llvm::SmallVectorImpl<mlir::Attribute> &infos) {
  mlir::MLIRContext *context = &body.design.context;
  mlir::Type type = types().source(*expr.type);
  mlir::SymbolRefAttr symbol;
  if (auto *named = dyn_cast<NamedValueExpr>(&expr))
    if (isa<NetSymbol>(named->symbol) ||
        (isa<VariableSymbol>(named->symbol) &&
         cast<VariableSymbol>(named->symbol)->lifetime == sema::Lifetime::Static && !capture(*named->symbol)))
      symbol = symbolOf(*named);
  if (expr.type->isAggregate()) {
    operands.push_back(emitAggregate(expr));
    infos.push_back(csim::ArgAttr::get(context, csim::ArgKind::Ref, false, type, {}, symbol));
    return;
  }
  mlir::Value value = emit(expr);
  operands.push_back(value);
  csim::ArgKind kind = csim::ArgKind::Handle;
  if (isa<mlir::IntegerType>(value.getType()))
    kind = csim::ArgKind::Bits;
  else if (isa<csim::LogicType>(value.getType()))
    kind = csim::ArgKind::Logic;
  else if (isa<mlir::Float64Type>(value.getType()))
    kind = csim::ArgKind::Real;
  else if (isa<csim::StringType>(value.getType()))
    kind = csim::ArgKind::String;
  infos.push_back(csim::ArgAttr::get(context, kind, expr.type->isSigned(), type, {}, symbol));
}

void FunctionGen::addArgument(const Expr &expr, char rule, llvm::SmallVectorImpl<mlir::Value> &operands,
                              llvm::SmallVectorImpl<mlir::Attribute> &infos,
                              llvm::SmallVectorImpl<std::pair<LValue, mlir::Value>> &copyOut) {
  mlir::MLIRContext *context = &body.design.context;
  auto info = [&](csim::ArgKind kind, llvm::StringRef text = {}, mlir::Type type = {}) {
    infos.push_back(csim::ArgAttr::get(context, kind, false, type, b.getStringAttr(text), {}));
  };
  if (isa<EmptyArgumentExpr>(&expr))
    return info(csim::ArgKind::Missing);
  if (isa<TypeOperandExpr>(&expr))
    return info(csim::ArgKind::TypeArg, {}, types().source(*expr.type));
  if (auto *scopeOperand = dyn_cast<ScopeOperandExpr>(&expr)) {
    std::string text;
    if (scopeOperand->path && scopeOperand->path->base)
      unsupported(expr, "scope behind a virtual interface as an argument", "25.9");
    uint32_t up = scopeOperand->path ? scopeOperand->path->up : 0;
    if (scopeOperand->path && up != 0)
      text = up == HierarchicalPath::Absolute ? "$root." : std::string(up, '^');
    if (scopeOperand->path)
      text += llvm::join(scopeOperand->path->instances, ".");
    if (!scopeOperand->localName.empty())
      text += (text.empty() || text.back() == '.' || text.back() == '^' ? "" : ".") + scopeOperand->localName.str();
    return info(csim::ArgKind::Scope, text);
  }
  if (rule == 'l' || rule == 'm' || rule == 'M' || rule == 'n' || (rule == 'h' && isAddressable(expr) && !expr.type->isString())) {
    LValue place = emitLValue(expr);
    mlir::Value ref = place.ref;
    if (place.kind != LValue::Ref) {
      ref = temporary(*expr.type);
      copyOut.push_back({std::move(place), ref});
    }
    operands.push_back(ref);
    mlir::SymbolRefAttr symbol;
    if (auto *named = dyn_cast<NamedValueExpr>(&expr); named && !capture(*named->symbol))
      symbol = symbolOf(*named);
    infos.push_back(csim::ArgAttr::get(context, csim::ArgKind::Ref, expr.type->isSigned(),
                                       types().source(*expr.type), {}, symbol));
    return;
  }
  if (rule == 'b') {
    LValue place;
    place.type = expr.type;
    place.ref = temporary(*expr.type);
    storeAny(place, expr.type->isAggregate() ? emitAggregate(expr) : emit(expr));
    operands.push_back(place.ref);
    infos.push_back(csim::ArgAttr::get(context, csim::ArgKind::Ref, expr.type->isSigned(),
                                       types().source(*expr.type), {}, {}));
    return;
  }
  if (auto *literal = literalOf(expr); literal && rule != 'r' && rule != 'i' && rule != 'J')
    return info(csim::ArgKind::Literal, literal->text);
  addValueArgument(expr, operands, infos);
}

mlir::Value FunctionGen::emitSysCallOp(llvm::StringRef name, const Type &type, mlir::ValueRange operands,
                                       llvm::ArrayRef<mlir::Attribute> infos,
                                       bool maySuspend) {
  mlir::Type result = type.isVoid() || type.isError() ? mlir::Type() : types().storage(type);
  auto call = make<csim::SysCallOp>(result, name, operands, b.getArrayAttr(infos), scopeAttr(),
                                     maySuspend);
  return call.getResult();
}

/// $strobe, $fstrobe, $monitor, $fmonitor.
mlir::Value FunctionGen::emitDeferredDisplay(const SystemCallExpr &expr) {
  std::string display = expr.name.str();
  bool isMonitor = expr.name.contains("monitor");
  llvm::StringRef word = isMonitor ? "monitor" : "strobe";
  display.replace(display.find(word.str()), word.size(), "display");
  mlir::OpBuilder::InsertionGuard guard(b);
  csim::FuncOp thunk = body.createFunction(expr.name, {}, false, body.scope(scope), location);
  FunctionGen inner(body, thunk.getBody(), scope, this);
  inner.location = location;
  inner.begin();
  llvm::SmallVector<mlir::Value> operands;
  llvm::SmallVector<mlir::Attribute> infos;
  llvm::SmallVector<std::pair<LValue, mlir::Value>> copyOut;
  llvm::StringRef rules = rows[expr.builtin].args;
  for (auto [i, arg] : llvm::enumerate(expr.arguments))
    inner.addArgument(*arg, ruleOf(rules, unsigned(i)), operands, infos, copyOut);
  inner.emitSysCallOp(display, *expr.type, operands, infos);
  inner.emitReturn();
  if (!inner.captured.empty())
    return unsupported(expr, "automatic variables in " + expr.name.str(), "6.21");

  mlir::MLIRContext *context = &body.design.context;
  llvm::SmallVector<mlir::Value> refs;
  llvm::SmallVector<mlir::Attribute> thunkInfos{
      csim::ArgAttr::get(context, csim::ArgKind::Thunk, false, {}, {},
                         mlir::FlatSymbolRefAttr::get(context, thunk.getSymName()))};
  if (isMonitor) {
    ReadSet reads(body.design.compilation, /*followCalls=*/false);
    for (const Expr *arg : expr.arguments)
      reads.addExpr(arg);
    for (const StaticPrefix &prefix : reads.terms(false)) {
      refs.push_back(prefixRef(prefix));
      thunkInfos.push_back(csim::ArgAttr::get(context, csim::ArgKind::Ref, false, types().source(*prefix.type), {},
                                              symbolOf(*prefix.root)));
    }
  }
  return emitSysCallOp(expr.name, *expr.type, refs, thunkInfos);
}

mlir::Value FunctionGen::emitSystemCall(const SystemCallExpr &expr) {
  if (expr.name.contains("strobe") || expr.name == "$monitor" || expr.name == "$monitorb" ||
      expr.name == "$monitoro" || expr.name == "$monitorh" || expr.name.starts_with("$fmonitor"))
    return emitDeferredDisplay(expr);
  llvm::SmallVector<mlir::Value> operands;
  llvm::SmallVector<mlir::Attribute> infos;
  llvm::SmallVector<std::pair<LValue, mlir::Value>> copyOut;
  llvm::StringRef rules = rows[expr.builtin].args;
  for (auto [i, arg] : llvm::enumerate(expr.arguments))
    addArgument(*arg, ruleOf(rules, unsigned(i)), operands, infos, copyOut);
  if (expr.type->isStandardClass() && !expr.type->isProcess())
    infos.push_back(csim::ArgAttr::get(&body.design.context, csim::ArgKind::TypeArg, false,
                                       types().cellOf(*expr.type), {}, {}));
  mlir::Value result = emitSysCallOp(expr.name, *expr.type, operands, infos);
  for (auto &[place, ref] : copyOut)
    storeAny(place, place.type->isAggregate() ? ref : mlir::Value(make<csim::LoadOp>(ref)));
  return result ? result : poison(*expr.type);
}

mlir::Value FunctionGen::emitMethodCall(const MethodCallExpr &expr) {
  const Row &row = rows[expr.builtin];
  if (row.kind == RowKind::Array)
    return emitArrayMethod(expr);
  if (expr.receiver->type->isEvent())
    return coerce(make<csim::TriggeredOp>(b.getI1Type(), emitRef(*expr.receiver)), lowered(expr));
  llvm::SmallVector<mlir::Value> operands;
  llvm::SmallVector<mlir::Attribute> infos;
  llvm::SmallVector<std::pair<LValue, mlir::Value>> copyOut;
  bool isVariable = row.kind == RowKind::Method && !expr.receiver->type->isStandardClass();
  addArgument(*expr.receiver, isVariable ? 'l' : 'e', operands, infos, copyOut);
  for (auto [i, arg] : llvm::enumerate(expr.arguments))
    addArgument(*arg, ruleOf(row.args, unsigned(i)), operands, infos, copyOut);
  mlir::Value result =
      emitSysCallOp(row.name, *expr.type, operands, infos, SuspensionAnalysis::waits(expr));
  for (auto &[place, ref] : copyOut)
    storeAny(place, place.type->isAggregate() ? ref : mlir::Value(make<csim::LoadOp>(ref)));
  return result ? result : poison(*expr.type);
}

//===- EvaluatorCalls.cpp - calls within constant expressions -------------------===//
//
// A constant function (IEEE 1800-2023 13.4.3) is run by interpreting its bound
// statements: inputs are copied in, outputs and inouts copied back, every variable
// starts anew, static ones too. Display tasks within it are ignored, as the clause
// says; other system tasks and functions with effects are errors. Steps and depth
// are limited, so an endless function ends in an error.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantFormat.h"
#include "Sema/ConstEval/Evaluator.h"

#include "Sema/Expr/BuiltinTable.h"
#include "Sema/Stmt/Stmt.h"

using namespace circtsim;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using syntax::PortDirection;

static bool isCopiedIn(PortDirection direction) { return direction != PortDirection::Output; }
static bool isCopiedOut(PortDirection direction) {
  return direction == PortDirection::Output || direction == PortDirection::Inout;
}

ConstantValue Evaluator::call(const CallExpr &expr) {
  if (quiet) {
    failed = true;
    return {};
  }
  const SubroutineSymbol &subroutine = *expr.subroutine;
  if (subroutine.isTask || subroutine.isExtern || subroutine.dpi || !subroutine.syntax)
    return fail(expr.range, diag::NotConstantCall, subroutine.name);
  // 13.4.3: no hierarchical names; a function of a package is another matter.
  bool isPackaged =
      expr.path && expr.path->up == HierarchicalPath::Absolute && expr.path->instances.size() == 1;
  if (frame && expr.path && !isPackaged)
    return fail(expr.range, diag::HierarchicalConstant, subroutine.name);
  if (!step(expr.range))
    return {};
  if (depth >= compilation.options().maxConstantDepth)
    return fail(expr.range, diag::ConstantDepthLimit,
                std::to_string(compilation.options().maxConstantDepth));
  Frame callee;
  callee.subroutine = &subroutine;
  for (size_t i = 0; i < subroutine.formals.size(); ++i) {
    const VariableSymbol &formal = *subroutine.formals[i];
    if (formal.direction >= PortDirection::Ref)
      return fail(expr.range, diag::NotConstantCall, subroutine.name);
    ConstantValue value =
        isCopiedIn(formal.direction) ? evaluate(*expr.arguments[i]) : defaultValue(*formal.type);
    if (failed)
      return {};
    if (isCopiedOut(formal.direction))
      value = convertConstant(value, *expr.arguments[i]->type, *formal.type);
    callee.variables.try_emplace(&formal, std::move(value));
  }
  ConstantValue result;
  if (!runBody(expr, callee, result)) {
    if (failed && (notedCalls++ < MaxNotedCalls || depth == 0))
      compilation.diagnostics().diag(expr.range, diag::NoteInConstantCall) << subroutine.name;
    return {};
  }
  for (size_t i = 0; i < subroutine.formals.size(); ++i) {
    const VariableSymbol &formal = *subroutine.formals[i];
    if (isCopiedOut(formal.direction))
      assign(*expr.arguments[i],
             convertConstant(callee.variables[&formal], *formal.type, *expr.arguments[i]->type));
  }
  return result;
}

bool Evaluator::runBody(const CallExpr &expr, Frame &callee, ConstantValue &result) {
  const SubroutineSymbol &subroutine = *expr.subroutine;
  const Stmt *body = compilation.bodyOf(subroutine);
  if (!body || body->kind == StmtKind::Invalid) {
    failed = true;
    return false;
  }
  if (subroutine.returnVariable)
    callee.variables.try_emplace(subroutine.returnVariable,
                                 defaultValue(*subroutine.returnVariable->type));
  Frame *caller = frame;
  const Expr *outerNode = oldValueNode;
  oldValueNode = nullptr;
  frame = &callee;
  ++depth;
  Flow flow = run(*body);
  --depth;
  frame = caller;
  oldValueNode = outerNode;
  if (flow == Flow::Fail || failed) {
    failed = true;
    return false;
  }
  if (subroutine.returnVariable)
    result = std::move(callee.variables[subroutine.returnVariable]);
  return true;
}

/// Values of the arguments of a call; false: one is not constant.
bool Evaluator::evaluateAll(llvm::ArrayRef<const Expr *> arguments,
                            llvm::SmallVectorImpl<ConstantValue> &values) {
  for (const Expr *argument : arguments) {
    values.push_back(evaluate(*argument));
    if (failed)
      return false;
  }
  return true;
}

/// $sformatf, and the severity tasks of constant functions (13.4.3, 20.10).
ConstantValue Evaluator::formattedCall(const SystemCallExpr &expr) {
  auto row = BuiltinRow(expr.builtin);
  llvm::ArrayRef<const Expr *> list = expr.arguments;
  if (row == BuiltinRow::Fatal && !list.empty())
    list = list.drop_front(); // the finish number
  llvm::SmallVector<ConstantValue, 4> values;
  if (!evaluateAll(list, values))
    return {};
  bool isText = row == BuiltinRow::Sformatf;
  std::string scope;
  if (const BodySymbol *body = frame ? frame->subroutine->body() : nullptr)
    scope = firstPathOf(*body) + "." + Compilation::scopedName(*frame->subroutine);
  std::optional<std::string> text = formatConstants(list, values, scope, isText);
  if (!text)
    return fail(expr.range, diag::NotConstantCall, expr.name);
  if (isText)
    return ConstantValue(std::move(*text));
  support::DiagnosticEngine &diagnostics = compilation.diagnostics();
  if (row == BuiltinRow::Info)
    diagnostics.diag(expr.range, diag::ElabInfo) << *text;
  else if (row == BuiltinRow::Warning)
    diagnostics.diag(expr.range, diag::ElabWarning) << *text;
  else
    diagnostics.diag(expr.range, diag::ElabError) << expr.name << *text;
  if (row != BuiltinRow::Fatal)
    return ConstantValue::Null();
  failed = true;
  return {};
}

ConstantValue Evaluator::systemCall(const SystemCallExpr &expr) {
  const BuiltinInfo &info = builtinInfo(expr.builtin);
  auto row = BuiltinRow(expr.builtin);
  bool isSeverity = row >= BuiltinRow::Fatal && row <= BuiltinRow::Info;
  if (!quiet && (row == BuiltinRow::Sformatf || (isSeverity && frame)))
    return formattedCall(expr);
  if (info.kind != BuiltinKind::Pure) {
    bool ignored = info.kind == BuiltinKind::Task && frame &&
                   (BuiltinRow(expr.builtin) <= BuiltinRow::MonitorH);
    if (ignored)
      return ConstantValue::Null();
    return fail(expr.range, diag::NotConstantCall, expr.name);
  }
  llvm::SmallVector<ConstantValue, 4> arguments;
  if (!evaluateAll(expr.arguments, arguments))
    return {};
  ConstantValue result = evaluateBuiltin(expr.builtin, arguments, nullptr, *expr.type);
  return result.isBad() ? fail(expr.range, diag::NotConstantCall, expr.name) : result;
}

ConstantValue Evaluator::methodCall(const MethodCallExpr &expr) {
  const BuiltinInfo &info = builtinInfo(expr.builtin);
  if (info.kind != BuiltinKind::PureMethod)
    return fail(expr.range, diag::NotConstantCall, info.name);
  llvm::SmallVector<ConstantValue, 4> arguments;
  arguments.push_back(evaluate(*expr.receiver));
  for (const Expr *argument : expr.arguments)
    arguments.push_back(evaluate(*argument));
  if (failed)
    return {};
  ConstantValue result = evaluateBuiltin(expr.builtin, arguments, expr.receiver->type, *expr.type);
  return result.isBad() ? fail(expr.range, diag::NotConstantCall, info.name) : result;
}

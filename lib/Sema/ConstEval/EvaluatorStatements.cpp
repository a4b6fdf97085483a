//===- EvaluatorStatements.cpp - statements of constant functions ---------------===//
//
// Interprets the statements that constant functions may have (IEEE 1800-2023
// 13.4.3, clause 12): no timing controls, no forks, no events. Loops count steps.
// `disable` of an enclosing block leaves it; `unique` and `priority` violations are
// not reported here, they are when the function runs.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/Evaluator.h"

#include "Sema/Stmt/Stmt.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using value::LogicVector;

Evaluator::Flow Evaluator::run(const Stmt &stmt) {
  if (!step(stmt.range))
    return Flow::Fail;
  switch (stmt.kind) {
  case StmtKind::Empty:
    return Flow::Next;
  case StmtKind::List:
    return runList(cast<ListStmt>(&stmt)->items);
  case StmtKind::Block: {
    const auto &block = *cast<BlockStmt>(&stmt);
    if (block.fork)
      break;
    Flow flow = run(*block.body);
    if (flow == Flow::Disable && block.scope && frame->disabled == block.scope)
      return Flow::Next;
    return flow;
  }
  case StmtKind::VariableDecl: {
    const VariableSymbol &variable = *cast<VariableDeclStmt>(&stmt)->variable;
    ConstantValue value =
        variable.initialiser ? evaluate(*variable.initialiser) : defaultValue(*variable.type);
    frame->variables[&variable] = std::move(value);
    return failed ? Flow::Fail : Flow::Next;
  }
  case StmtKind::Expression:
    evaluate(*cast<ExpressionStmt>(&stmt)->expr);
    return failed ? Flow::Fail : Flow::Next;
  case StmtKind::If:
    return runIf(*cast<IfStmt>(&stmt));
  case StmtKind::Case:
    return runCase(*cast<CaseStmt>(&stmt));
  case StmtKind::For:
    return runFor(*cast<ForStmt>(&stmt));
  case StmtKind::Foreach:
    return runForeach(*cast<ForeachStmt>(&stmt));
  case StmtKind::While:
    return runWhile(*cast<WhileStmt>(&stmt));
  case StmtKind::DoWhile:
    return runDoWhile(*cast<DoWhileStmt>(&stmt));
  case StmtKind::Repeat:
    return runRepeat(*cast<RepeatStmt>(&stmt));
  case StmtKind::Forever:
    return runForever(*cast<ForeverStmt>(&stmt));
  case StmtKind::Return: {
    const Expr *value = cast<ReturnStmt>(&stmt)->value;
    if (value && frame->subroutine->returnVariable)
      frame->variables[frame->subroutine->returnVariable] = evaluate(*value);
    return failed ? Flow::Fail : Flow::Return;
  }
  case StmtKind::Break:
    return Flow::Break;
  case StmtKind::Continue:
    return Flow::Continue;
  case StmtKind::Disable:
    frame->disabled = cast<DisableStmt>(&stmt)->target;
    return frame->disabled == frame->subroutine ? Flow::Return : Flow::Disable;
  case StmtKind::ImmediateAssert:
    return Flow::Next;
  default:
    break;
  }
  fail(stmt.range, diag::NotConstantStatement);
  return Flow::Fail;
}

Evaluator::Flow Evaluator::runList(llvm::ArrayRef<const Stmt *> items) {
  for (const Stmt *item : items)
    if (Flow flow = run(*item); flow != Flow::Next)
      return flow;
  return Flow::Next;
}

/// Runs a loop's body once; `leave` is set when the loop ends with the flow returned.
Evaluator::Flow Evaluator::runLoopBody(const Stmt &body, bool &leave) {
  Flow flow = run(body);
  leave = flow != Flow::Next && flow != Flow::Continue;
  return flow == Flow::Break || flow == Flow::Continue ? Flow::Next : flow;
}

Evaluator::Flow Evaluator::runIf(const IfStmt &stmt) {
  bool taken = value::logic64::isTrue(truthOf(evaluate(*stmt.condition)));
  if (failed)
    return Flow::Fail;
  if (taken)
    return run(*stmt.whenTrue);
  return stmt.whenFalse ? run(*stmt.whenFalse) : Flow::Next;
}

bool Evaluator::caseMatches(syntax::CaseKind kind, const ConstantValue &selector,
                            const InsideExpr::Item &label, bool isInside) {
  ConstantValue low = evaluate(*label.low), high;
  if (label.high)
    high = evaluate(*label.high);
  if (failed)
    return false;
  if (isInside)
    return value::logic64::isTrue(insideMatch(selector, low, label.high ? &high : nullptr));
  if (!selector.isInteger() || !low.isInteger())
    return selector == low;
  if (kind == syntax::CaseKind::Casez)
    return value::casezMatch(selector.integer(), low.integer());
  if (kind == syntax::CaseKind::Casex)
    return value::casexMatch(selector.integer(), low.integer());
  return value::caseEq(selector.integer(), low.integer()).isTrue();
}

Evaluator::Flow Evaluator::runCase(const CaseStmt &stmt) {
  ConstantValue selector = evaluate(*stmt.selector);
  for (const CaseStmt::Item &item : stmt.items)
    for (const InsideExpr::Item &label : item.labels) {
      if (failed)
        return Flow::Fail;
      if (caseMatches(stmt.caseKind, selector, label, stmt.isInside))
        return run(*item.body);
    }
  if (failed)
    return Flow::Fail;
  return stmt.defaultBody ? run(*stmt.defaultBody) : Flow::Next;
}

Evaluator::Flow Evaluator::runFor(const ForStmt &stmt) {
  if (Flow flow = runList(stmt.initialisers); flow != Flow::Next)
    return flow;
  while (step(stmt.range)) {
    if (stmt.condition && !value::logic64::isTrue(truthOf(evaluate(*stmt.condition))))
      return failed ? Flow::Fail : Flow::Next;
    bool leave = false;
    Flow flow = runLoopBody(*stmt.body, leave);
    if (leave)
      return flow;
    for (const Expr *advance : stmt.steps)
      evaluate(*advance);
    if (failed)
      return Flow::Fail;
  }
  return Flow::Fail;
}

Evaluator::Flow Evaluator::foreachDimension(const ForeachStmt &stmt, const Type &type,
                                            unsigned dimension, bool &leave) {
  if (dimension == stmt.variables.size())
    return runLoopBody(*stmt.body, leave);
  Range range;
  const Type *element = nullptr;
  if (const auto *array = dyn_cast<UnpackedArrayType>(&type.canonical())) {
    range = array->range;
    element = &array->element;
  } else if (std::optional<PackedDimension> packed = packedDimension(type)) {
    range = packed->range;
    element = &packedElementType(compilation.types(), type);
  } else if (type.isString()) {
    ConstantValue text = evaluate(*stmt.array);
    if (failed || text.string().empty())
      return failed ? Flow::Fail : Flow::Next;
    range = Range{0, int32_t(text.string().size()) - 1};
    element = &type;
  } else {
    fail(stmt.array->range, diag::NotConstant);
    return Flow::Fail;
  }
  const VariableSymbol *variable = stmt.variables[dimension];
  if (!variable)
    return foreachDimension(stmt, *element, dimension + 1, leave);
  int64_t advance = range.left <= range.right ? 1 : -1;
  for (int64_t i = range.left; range.contains(i) && !leave; i += advance) {
    if (!step(stmt.range))
      return Flow::Fail;
    frame->variables[variable] =
        LogicVector::fromInt64(variable->type->width(), i, variable->type->isSigned());
    Flow flow = foreachDimension(stmt, *element, dimension + 1, leave);
    if (leave)
      return flow;
  }
  return Flow::Next;
}

Evaluator::Flow Evaluator::runForeach(const ForeachStmt &stmt) {
  bool leave = false;
  return foreachDimension(stmt, *stmt.array->type, 0, leave);
}

Evaluator::Flow Evaluator::runWhile(const WhileStmt &stmt) {
  while (step(stmt.range)) {
    if (!value::logic64::isTrue(truthOf(evaluate(*stmt.condition))))
      return failed ? Flow::Fail : Flow::Next;
    bool leave = false;
    Flow flow = runLoopBody(*stmt.body, leave);
    if (leave)
      return flow;
  }
  return Flow::Fail;
}

Evaluator::Flow Evaluator::runDoWhile(const DoWhileStmt &stmt) {
  while (step(stmt.range)) {
    bool leave = false;
    Flow flow = runLoopBody(*stmt.body, leave);
    if (leave)
      return flow;
    if (!value::logic64::isTrue(truthOf(evaluate(*stmt.condition))))
      return failed ? Flow::Fail : Flow::Next;
  }
  return Flow::Fail;
}

Evaluator::Flow Evaluator::runRepeat(const RepeatStmt &stmt) {
  ConstantValue value = evaluate(*stmt.count);
  if (failed)
    return Flow::Fail;
  std::optional<int64_t> count;
  if (value.isInteger())
    count = value.integer().toInt64();
  for (int64_t i = 0; count && i < *count; ++i) {
    bool leave = false;
    Flow flow = step(stmt.range) ? runLoopBody(*stmt.body, leave) : Flow::Fail;
    if (leave || flow == Flow::Fail)
      return flow;
  }
  return Flow::Next;
}

Evaluator::Flow Evaluator::runForever(const ForeverStmt &stmt) {
  while (step(stmt.range)) {
    bool leave = false;
    Flow flow = runLoopBody(*stmt.body, leave);
    if (leave)
      return flow;
  }
  return Flow::Fail;
}

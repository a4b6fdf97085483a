//===- StaticLocals.cpp - static functions without a memory ---------------===//
//
// A definite-assignment analysis over the structured statements of a function:
// `assigned` holds the variables surely written on every path so far. Loops may
// run zero times, so what their bodies assign does not count behind them; a
// branch counts only if all alternatives assign. A partial write of a variable
// not yet assigned counts as a read. LRM 6.21, 13.4.2.
//
//===----------------------------------------------------------------------===//
#include "IRGen/StaticLocals.h"
#include "IRGen/Walk.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

void StaticLocals::scan(const Expr *expr, const SubroutineSymbol *owner) {
  if (auto *named = dyn_cast<NamedValueExpr>(expr)) {
    for (const Scope *scope = named->symbol->parent; scope; scope = scope->symbol->parent)
      if (auto *function = dyn_cast<SubroutineSymbol>(scope->symbol)) {
        if (function != owner || named->path)
          namedElsewhere.insert(named->symbol);
        break;
      }
  }
  if (auto *call = dyn_cast<CallExpr>(expr); call && owner)
    callees[owner].insert(call->subroutine);
  forEachOperand(*expr, [&](const Expr *e) { scan(e, owner); });
}

void StaticLocals::scan(const Stmt *stmt, const SubroutineSymbol *owner) {
  if (!stmt)
    return;
  forEachPart(*stmt, [&](const Expr *e) { scan(e, owner); }, [&](const Stmt *s) { scan(s, owner); });
}

bool StaticLocals::callsItself(const SubroutineSymbol &function) {
  llvm::SmallPtrSet<const SubroutineSymbol *, 8> seen;
  llvm::SmallVector<const SubroutineSymbol *, 8> work{&function};
  while (!work.empty())
    for (const SubroutineSymbol *callee : callees.lookup(work.pop_back_val())) {
      if (callee == &function)
        return true;
      if (seen.insert(callee).second)
        work.push_back(callee);
    }
  return false;
}

void StaticLocals::collect(const Scope &scope, std::vector<const VariableSymbol *> &variables) const {
  for (const Symbol *member : scope.members) {
    if (auto *variable = dyn_cast<VariableSymbol>(member)) {
      if (variable->lifetime == Lifetime::Static)
        variables.push_back(variable);
    } else if (auto *block = dyn_cast<BlockSymbol>(member)) {
      collect(*block, variables);
    }
  }
}

/// The analysis of one function; `isSafe` turns false at the first doubt.
struct StaticLocals::Flow {
  const SubroutineSymbol &function;
  llvm::SmallPtrSet<const VariableSymbol *, 8> variables;
  bool isSafe = true;

  bool isTracked(const Symbol *symbol) const {
    auto *variable = dyn_cast<VariableSymbol>(symbol);
    return variable && variables.contains(variable);
  }

  void read(const Expr *expr, Assigned &assigned) {
    if (auto *assignment = dyn_cast<AssignmentExpr>(expr))
      return assign(*assignment, assigned);
    if (auto *named = dyn_cast<NamedValueExpr>(expr)) {
      if (isTracked(named->symbol) && !assigned.contains(cast<VariableSymbol>(named->symbol)))
        isSafe = false;
      return;
    }
    if (auto *call = dyn_cast<CallExpr>(expr)) {
      // Outputs assign, but the order with the other operands is open: they
      // count as reads, which is safe.
      for (const Expr *argument : call->arguments)
        read(argument, assigned);
      return;
    }
    forEachOperand(*expr, [&](const Expr *e) { read(e, assigned); });
  }

  void assign(const AssignmentExpr &expr, Assigned &assigned) {
    read(expr.rhs, assigned);
    if (auto *named = dyn_cast<NamedValueExpr>(expr.lhs); named && isTracked(named->symbol)) {
      if (!expr.isCompound || assigned.contains(cast<VariableSymbol>(named->symbol)))
        assigned.insert(cast<VariableSymbol>(named->symbol));
      else
        isSafe = false;
      return;
    }
    read(expr.lhs, assigned);
  }

  static void intersect(Assigned &into, const Assigned &other) {
    llvm::SmallVector<const VariableSymbol *, 8> gone;
    for (const VariableSymbol *v : into)
      if (!other.contains(v))
        gone.push_back(v);
    for (const VariableSymbol *v : gone)
      into.erase(v);
  }

  Assigned everything() const { return Assigned(variables.begin(), variables.end()); }

  void alternatives(llvm::ArrayRef<const Stmt *> branches, bool isComplete, Assigned &assigned) {
    Assigned result = isComplete ? everything() : assigned;
    for (const Stmt *branch : branches) {
      Assigned copy = assigned;
      run(branch, copy);
      intersect(result, copy);
    }
    assigned = std::move(result);
  }

  void runCase(const CaseStmt &stmt, Assigned &assigned) {
    read(stmt.selector, assigned);
    llvm::SmallVector<const Stmt *, 8> branches;
    for (const CaseStmt::Item &item : stmt.items) {
      for (const InsideExpr::Item &label : item.labels) {
        read(label.low, assigned);
        if (label.high)
          read(label.high, assigned);
      }
      branches.push_back(item.body);
    }
    if (stmt.defaultBody)
      branches.push_back(stmt.defaultBody);
    alternatives(branches, stmt.defaultBody != nullptr, assigned);
  }

  void run(const Stmt *stmt, Assigned &assigned) {
    if (!stmt || !isSafe)
      return;
    switch (stmt->kind) {
    case StmtKind::If: {
      auto *choice = cast<IfStmt>(stmt);
      read(choice->condition, assigned);
      return alternatives({choice->whenTrue, choice->whenFalse}, true, assigned);
    }
    case StmtKind::Case:
      return runCase(*cast<CaseStmt>(stmt), assigned);
    case StmtKind::For: {
      auto *loop = cast<ForStmt>(stmt);
      for (const Stmt *init : loop->initialisers)
        run(init, assigned);
      if (loop->condition)
        read(loop->condition, assigned);
      Assigned inner = assigned;
      run(loop->body, inner);
      // A continue may skip assignments of the body, so steps see what held before.
      inner = assigned;
      for (const Expr *step : loop->steps)
        read(step, inner);
      return;
    }
    case StmtKind::Return:
      if (auto *value = cast<ReturnStmt>(stmt)->value)
        read(value, assigned);
      else if (function.returnVariable && !assigned.contains(function.returnVariable))
        isSafe = false;
      assigned = everything();
      return;
    case StmtKind::Break:
    case StmtKind::Continue:
      assigned = everything();
      return;
    case StmtKind::Foreach:
    case StmtKind::While:
    case StmtKind::DoWhile:
    case StmtKind::Repeat:
    case StmtKind::Forever: {
      Assigned inner = assigned;
      forEachPart(*stmt, [&](const Expr *e) { read(e, inner); }, [&](const Stmt *s) { run(s, inner); });
      return;
    }
    case StmtKind::List:
    case StmtKind::Block:
    case StmtKind::VariableDecl:
    case StmtKind::Expression:
    case StmtKind::Empty:
    case StmtKind::ImmediateAssert:
      forEachPart(*stmt, [&](const Expr *e) { read(e, assigned); }, [&](const Stmt *s) { run(s, assigned); });
      return;
    default:
      isSafe = false; // Nothing else is usual in a function.
    }
  }
};

const std::vector<const VariableSymbol *> &StaticLocals::frameVariables(const SubroutineSymbol &function) {
  auto [it, isNew] = results.try_emplace(&function);
  if (!isNew || function.isTask || function.dpi)
    return it->second;
  const Stmt *body = compilation.bodyOf(function);
  std::vector<const VariableSymbol *> variables;
  collect(function, variables);
  Flow flow{function, {}};
  Assigned assigned;
  for (const VariableSymbol *variable : variables) {
    if (namedElsewhere.contains(variable) ||
        (variable->initialiser && variable->direction == syntax::PortDirection::None) ||
        variable->direction >= syntax::PortDirection::Ref)
      return results[&function];
    flow.variables.insert(variable);
    bool isInput = llvm::is_contained(function.formals, variable) &&
                   variable->direction != syntax::PortDirection::Output;
    if (isInput)
      assigned.insert(variable);
  }
  if (variables.empty() || callsItself(function))
    return results[&function];
  flow.run(body, assigned);
  // What the caller reads back must have been assigned too.
  for (const VariableSymbol *variable : variables)
    if (variable == function.returnVariable || variable->direction == syntax::PortDirection::Output)
      flow.isSafe &= assigned.contains(variable);
  if (flow.isSafe)
    results[&function] = std::move(variables);
  return results[&function];
}

//===- ReadSet.cpp - implicit sensitivity and suspension ------------------===//
//
// Two walks over bound statements: which signals a process reads (LRM 9.4.2.2,
// 9.2.2.2.1, 10.3 for continuous assignments), and whether it can suspend.
// Constants and iterators are never signals.
//
//===----------------------------------------------------------------------===//
#include "IRGen/ReadSet.h"
#include "IRGen/Walk.h"

#include "Sema/Expr/BuiltinTable.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

bool ReadSet::isTracked(const ValueSymbol &symbol) const {
  if (isa<NetSymbol>(&symbol))
    return true;
  auto *variable = dyn_cast<VariableSymbol>(&symbol);
  // Of automatic variables, others can change those in heap cells and reference arguments.
  if (variable && variable->lifetime == sema::Lifetime::Automatic)
    return callDepth == 0 && (variable->isCaptured || variable->direction >= syntax::PortDirection::Ref);
  return variable && variable->lifetime == sema::Lifetime::Static &&
         !isa<SubroutineSymbol>(variable->parent->symbol);
}

/// The way of a call in code that was called itself, seen from the first caller.
const HierarchicalPath *ReadSet::composed(const HierarchicalPath *path) {
  if (!calledBy || path->up != 0)
    return path;
  TypeContext &types = compilation.types();
  auto *result = types.make<HierarchicalPath>(path->base ? *path : *calledBy);
  if (path->base) {
    auto *named = dyn_cast<NamedValueExpr>(path->base);
    StaticPrefix prefix = named ? StaticPrefix::of(*named) : StaticPrefix();
    bool isMember = named && named->symbol->parent && isa<BodySymbol>(named->symbol->parent->symbol);
    if (isMember && prefix.root && relocate(prefix))
      result->base = prefix.root;
    return result;
  }
  llvm::SmallVector<llvm::StringRef> instances(calledBy->instances);
  instances.append(path->instances.begin(), path->instances.end());
  result->instances = types.copy(llvm::ArrayRef<llvm::StringRef>(instances));
  return result;
}

/// What code of an instance that was called names, seen from the caller: by the way of the call
/// and its own. False: that cannot be said.
bool ReadSet::relocate(StaticPrefix &prefix) {
  const HierarchicalPath *own = prefix.root->path;
  const BodySymbol *owner = prefix.root->symbol->body();
  bool isGlobal = own ? own->up == HierarchicalPath::Absolute : !owner || !owner->definition;
  if (!calledBy || isGlobal || !isa<VariableSymbol, NetSymbol>(prefix.root->symbol))
    return true;
  if (own && (own->base || own->up != 0))
    return false;
  TypeContext &types = compilation.types();
  auto *path = types.make<HierarchicalPath>(*calledBy);
  if (own) {
    llvm::SmallVector<llvm::StringRef> instances(calledBy->instances);
    instances.append(own->instances.begin(), own->instances.end());
    path->instances = types.copy(llvm::ArrayRef<llvm::StringRef>(instances));
  }
  auto *root = types.make<NamedValueExpr>(*prefix.root);
  root->path = path;
  prefix.root = root;
  return true;
}

void ReadSet::addRead(const Expr &expr) {
  StaticPrefix prefix = StaticPrefix::of(expr);
  if (prefix.root && !relocate(prefix))
    return;
  if (!prefix.root || !isTracked(*prefix.root->symbol) || setFirst.contains(prefix.root->symbol))
    return;
  for (const StaticPrefix &old : reads)
    if (old.root->symbol == prefix.root->symbol && old.path == prefix.path && old.lo == prefix.lo &&
        old.width == prefix.width && old.root->path == prefix.root->path)
      return;
  reads.push_back(std::move(prefix));
}

void ReadSet::addSelectIndices(const Expr &expr) {
  if (auto *element = dyn_cast<ElementSelectExpr>(&expr)) {
    addExpr(element->index);
    addSelectIndices(*element->base);
  } else if (auto *range = dyn_cast<RangeSelectExpr>(&expr)) {
    addExpr(range->left);
    addSelectIndices(*range->base);
  } else if (auto *field = dyn_cast<FieldSelectExpr>(&expr)) {
    addSelectIndices(*field->base);
  } else if (auto *named = dyn_cast<NamedValueExpr>(&expr)) {
    if (named->path)
      addExpr(named->path->base);
  } else {
    addExpr(&expr);
  }
}

void ReadSet::addLvalue(const Expr *expr) {
  if (!expr)
    return;
  if (auto *concat = dyn_cast<ConcatExpr>(expr)) {
    for (const Expr *element : concat->elements)
      addLvalue(element);
    return;
  }
  if (auto *stream = dyn_cast<StreamingExpr>(expr)) {
    for (const Expr *element : stream->elements)
      addLvalue(element);
    return;
  }
  if (auto *pattern = dyn_cast<PatternExpr>(expr)) {
    for (const Expr *element : pattern->elements)
      addLvalue(element);
    return;
  }
  if (auto *conversion = dyn_cast<ConversionExpr>(expr))
    return addLvalue(conversion->operand);
  StaticPrefix prefix = StaticPrefix::of(*expr);
  if (prefix.root)
    written.insert(prefix.root->symbol);
  addSelectIndices(*expr);
}

void ReadSet::addCall(const CallExpr &call) {
  if (call.path)
    addExpr(call.path->base);
  const auto &formals = call.subroutine->formals;
  for (size_t i = 0; i < call.arguments.size(); ++i) {
    auto direction = i < formals.size() ? formals[i]->direction : syntax::PortDirection::Input;
    if (direction == syntax::PortDirection::Output)
      addLvalue(call.arguments[i]);
    else
      addExpr(call.arguments[i]);
    if (direction == syntax::PortDirection::Inout)
      addLvalue(call.arguments[i]);
  }
  if (!followCalls || !visited.insert(call.subroutine).second)
    return;
  const HierarchicalPath *outer = calledBy;
  if (call.path && call.path->up != HierarchicalPath::Absolute)
    calledBy = composed(call.path);
  ++callDepth;
  addStatement(compilation.bodyOf(*call.subroutine));
  --callDepth;
  calledBy = outer;
}

void ReadSet::addExpr(const Expr *expr) {
  if (!expr || expr->constant)
    return;
  switch (expr->kind) {
  case ExprKind::NamedValue:
  case ExprKind::ElementSelect:
  case ExprKind::RangeSelect:
  case ExprKind::FieldSelect:
    addRead(*expr);
    addSelectIndices(*expr);
    return;
  case ExprKind::Unary: {
    auto *unary = cast<UnaryExpr>(expr);
    if (unary->op >= syntax::UnaryOp::PreIncrement)
      addLvalue(unary->operand);
    return addExpr(unary->operand);
  }
  case ExprKind::Binary:
    addExpr(cast<BinaryExpr>(expr)->lhs);
    return addExpr(cast<BinaryExpr>(expr)->rhs);
  case ExprKind::Conditional:
    addExpr(cast<ConditionalExpr>(expr)->condition);
    addExpr(cast<ConditionalExpr>(expr)->whenTrue);
    return addExpr(cast<ConditionalExpr>(expr)->whenFalse);
  case ExprKind::Assignment:
    addLvalue(cast<AssignmentExpr>(expr)->lhs);
    return addExpr(cast<AssignmentExpr>(expr)->rhs);
  case ExprKind::Concat:
    for (const Expr *e : cast<ConcatExpr>(expr)->elements)
      addExpr(e);
    return;
  case ExprKind::Replication:
    addExpr(cast<ReplicationExpr>(expr)->count);
    return addExpr(cast<ReplicationExpr>(expr)->operand);
  case ExprKind::Streaming:
    for (const Expr *e : cast<StreamingExpr>(expr)->elements)
      addExpr(e);
    return;
  case ExprKind::Call:
    return addCall(*cast<CallExpr>(expr));
  case ExprKind::SystemCall:
    for (const Expr *e : cast<SystemCallExpr>(expr)->arguments)
      addExpr(e);
    return;
  case ExprKind::MethodCall: {
    auto *call = cast<MethodCallExpr>(expr);
    addExpr(call->receiver);
    auto row = BuiltinRow(call->builtin);
    if (row >= BuiltinRow::ArrayDelete && row <= BuiltinRow::ArrayShuffle)
      addLvalue(call->receiver);
    for (const Expr *e : call->arguments) {
      addExpr(e);
      if (row >= BuiltinRow::ArrayFirst && row <= BuiltinRow::ArrayPrev)
        addLvalue(e);
    }
    return addExpr(call->with);
  }
  case ExprKind::Conversion:
    return addExpr(cast<ConversionExpr>(expr)->operand);
  case ExprKind::Inside: {
    auto *inside = cast<InsideExpr>(expr);
    addExpr(inside->operand);
    for (const auto &item : inside->items) {
      addExpr(item.low);
      addExpr(item.high);
    }
    return;
  }
  case ExprKind::Pattern:
    for (const Expr *e : cast<PatternExpr>(expr)->keys)
      addExpr(e);
    for (const Expr *e : cast<PatternExpr>(expr)->elements)
      addExpr(e);
    return;
  case ExprKind::Interface:
    return addExpr(cast<InterfaceExpr>(expr)->path->base);
  case ExprKind::PatternTest:
    addExpr(cast<PatternTestExpr>(expr)->operand);
    return addExpr(cast<PatternTestExpr>(expr)->label);
  case ExprKind::NewArray:
    addExpr(cast<NewArrayExpr>(expr)->size);
    return addExpr(cast<NewArrayExpr>(expr)->initial);
  default:
    return;
  }
}

void ReadSet::addTiming(const TimingControl *timing) {
  if (!timing)
    return;
  auto *delay = dyn_cast<DelayTiming>(timing);
  if (delay && delay->delay)
    addExpr(delay->delay);
}

void ReadSet::addLoop(const Stmt *stmt) {
  if (auto *loop = dyn_cast<ForStmt>(stmt)) {
    for (const Stmt *init : loop->initialisers) {
      addStatement(init);
      // The loop sets its variable before anybody reads it here.
      auto *statement = dyn_cast<ExpressionStmt>(init);
      auto *assignment = statement ? dyn_cast<AssignmentExpr>(statement->expr) : nullptr;
      auto *target = assignment ? dyn_cast<NamedValueExpr>(assignment->lhs) : nullptr;
      if (target && llvm::none_of(reads, [&](const StaticPrefix &r) { return r.root->symbol == target->symbol; }))
        setFirst.insert(target->symbol);
    }
    addExpr(loop->condition);
    for (const Expr *step : loop->steps)
      addExpr(step);
    return addStatement(loop->body);
  }
  if (auto *loop = dyn_cast<ForeachStmt>(stmt)) {
    if (loop->array->type->isAggregate() && loop->array->type->canonical().kind != TypeKind::UnpackedArray)
      addExpr(loop->array); // its size
    else
      addSelectIndices(*loop->array);
    return addStatement(loop->body);
  }
  if (auto *loop = dyn_cast<WhileStmt>(stmt)) {
    addExpr(loop->condition);
    return addStatement(loop->body);
  }
  if (auto *loop = dyn_cast<DoWhileStmt>(stmt)) {
    addExpr(loop->condition);
    return addStatement(loop->body);
  }
  if (auto *loop = dyn_cast<RepeatStmt>(stmt)) {
    addExpr(loop->count);
    return addStatement(loop->body);
  }
  if (auto *loop = dyn_cast<ForeverStmt>(stmt))
    addStatement(loop->body);
}

void ReadSet::addStatement(const Stmt *stmt) {
  if (!stmt)
    return;
  switch (stmt->kind) {
  case StmtKind::List:
    for (const Stmt *item : cast<ListStmt>(stmt)->items)
      addStatement(item);
    return;
  case StmtKind::Block:
    return addStatement(cast<BlockStmt>(stmt)->body);
  case StmtKind::VariableDecl:
    return addExpr(cast<VariableDeclStmt>(stmt)->variable->initialiser);
  case StmtKind::Expression:
    return addExpr(cast<ExpressionStmt>(stmt)->expr);
  case StmtKind::ProceduralAssign:
    addLvalue(cast<ProceduralAssignStmt>(stmt)->lhs);
    return addExpr(cast<ProceduralAssignStmt>(stmt)->rhs);
  case StmtKind::If:
    addExpr(cast<IfStmt>(stmt)->condition);
    addStatement(cast<IfStmt>(stmt)->whenTrue);
    return addStatement(cast<IfStmt>(stmt)->whenFalse);
  case StmtKind::Case: {
    auto *c = cast<CaseStmt>(stmt);
    addExpr(c->selector);
    for (const auto &item : c->items) {
      for (const auto &label : item.labels) {
        addExpr(label.low);
        addExpr(label.high);
      }
      addStatement(item.body);
    }
    return addStatement(c->defaultBody);
  }
  case StmtKind::Randcase:
    for (const RandcaseStmt::Item &item : cast<RandcaseStmt>(stmt)->items) {
      addExpr(item.weight);
      addStatement(item.body);
    }
    return;
  case StmtKind::Randsequence:
    return addStatement(cast<RandsequenceStmt>(stmt)->body);
  case StmtKind::Production:
    return addStatement(cast<ProductionStmt>(stmt)->body);
  case StmtKind::Return:
    return addExpr(cast<ReturnStmt>(stmt)->value);
  case StmtKind::Timed:
    addTiming(cast<TimedStmt>(stmt)->timing);
    return addStatement(cast<TimedStmt>(stmt)->body);
  case StmtKind::Wait:
    addExpr(cast<WaitStmt>(stmt)->condition);
    return addStatement(cast<WaitStmt>(stmt)->body);
  case StmtKind::ImmediateAssert:
    addExpr(cast<ImmediateAssertStmt>(stmt)->condition);
    addStatement(cast<ImmediateAssertStmt>(stmt)->pass);
    return addStatement(cast<ImmediateAssertStmt>(stmt)->fail);
  default:
    return addLoop(stmt);
  }
}

std::vector<StaticPrefix> ReadSet::terms(bool withoutWritten) const {
  std::vector<StaticPrefix> result;
  for (const StaticPrefix &read : reads) {
    if (withoutWritten && written.contains(read.root->symbol))
      continue;
    bool covered = false;
    for (const StaticPrefix &other : reads)
      covered |= &other != &read && other.root->symbol == read.root->symbol &&
                 other.root->path == read.root->path && other.path.empty() && other.width == 0 &&
                 (read.width != 0 || !read.path.empty());
    if (!covered)
      result.push_back(read);
  }
  return result;
}

//===-- Suspension ----------------------------------------------------------===//

bool SuspensionAnalysis::maySuspend(const SubroutineSymbol &subroutine) {
  if (!subroutine.isTask)
    return false; // 13.4: functions execute in zero time (fork-join_none aside).
  auto [it, isNew] = known.try_emplace(&subroutine, false);
  if (!isNew)
    return it->second;
  bool result = maySuspend(compilation.bodyOf(subroutine));
  known[&subroutine] = result;
  return result;
}

bool SuspensionAnalysis::waits(const MethodCallExpr &call) {
  llvm::StringRef name = call.name;
  return call.receiver->type->isStandardClass() &&
         (name == "await" || name == "suspend" || name == "get" || name == "peek" ||
          (name == "put" && call.receiver->type->canonical().kind == TypeKind::Mailbox));
}

bool SuspensionAnalysis::namesProcess(const Stmt *stmt) {
  if (!stmt)
    return false;
  bool found = false;
  forEachPart(*stmt, [&](const Expr *expr) { found = found || namesProcess(*expr); },
              [&](const Stmt *part) { found = found || namesProcess(part); });
  return found;
}

bool SuspensionAnalysis::namesProcess(const Expr &expr) {
  if (auto *call = dyn_cast<SystemCallExpr>(&expr); call && BuiltinRow(call->builtin) == BuiltinRow::ProcessSelf)
    return true;
  if (auto *call = dyn_cast<CallExpr>(&expr)) {
    auto [it, isNew] = naming.try_emplace(call->subroutine, false);
    bool result = it->second;
    if (isNew && !call->subroutine->dpi)
      naming[call->subroutine] = result = namesProcess(compilation.bodyOf(*call->subroutine));
    if (result)
      return true;
  }
  bool found = false;
  forEachOperand(expr, [&](const Expr *operand) { found = found || namesProcess(*operand); });
  return found;
}

bool SuspensionAnalysis::maySuspend(const Expr *expr) {
  if (!expr)
    return false;
  if (auto *call = dyn_cast<CallExpr>(expr))
    return maySuspend(*call->subroutine);
  if (auto *assign = dyn_cast<AssignmentExpr>(expr))
    return (assign->timing && !assign->isNonblocking) ||
           (assign->isNonblocking && assign->timing && assign->timing->kind == TimingKind::Invalid);
  if (auto *conversion = dyn_cast<ConversionExpr>(expr))
    return maySuspend(conversion->operand);
  if (auto *call = dyn_cast<MethodCallExpr>(expr))
    return waits(*call);
  return false;
}

bool SuspensionAnalysis::maySuspend(const Stmt *stmt) {
  if (!stmt)
    return false;
  switch (stmt->kind) {
  case StmtKind::List:
    return llvm::any_of(cast<ListStmt>(stmt)->items, [&](const Stmt *s) { return maySuspend(s); });
  case StmtKind::Block:
    return cast<BlockStmt>(stmt)->fork || maySuspend(cast<BlockStmt>(stmt)->body);
  case StmtKind::Expression:
    return maySuspend(cast<ExpressionStmt>(stmt)->expr);
  case StmtKind::If:
    return maySuspend(cast<IfStmt>(stmt)->whenTrue) || maySuspend(cast<IfStmt>(stmt)->whenFalse);
  case StmtKind::Case: {
    auto *c = cast<CaseStmt>(stmt);
    return llvm::any_of(c->items, [&](const CaseStmt::Item &i) { return maySuspend(i.body); }) ||
           maySuspend(c->defaultBody);
  }
  case StmtKind::Randcase:
    return llvm::any_of(cast<RandcaseStmt>(stmt)->items,
                        [&](const RandcaseStmt::Item &i) { return maySuspend(i.body); });
  case StmtKind::Randsequence:
    return maySuspend(cast<RandsequenceStmt>(stmt)->body);
  case StmtKind::Production:
    return maySuspend(cast<ProductionStmt>(stmt)->body);
  case StmtKind::For:
    return maySuspend(cast<ForStmt>(stmt)->body);
  case StmtKind::Foreach:
    return maySuspend(cast<ForeachStmt>(stmt)->body);
  case StmtKind::While:
    return maySuspend(cast<WhileStmt>(stmt)->body);
  case StmtKind::DoWhile:
    return maySuspend(cast<DoWhileStmt>(stmt)->body);
  case StmtKind::Repeat:
    return maySuspend(cast<RepeatStmt>(stmt)->body);
  case StmtKind::Forever:
    return maySuspend(cast<ForeverStmt>(stmt)->body);
  case StmtKind::Timed:
  case StmtKind::Wait:
  case StmtKind::WaitFork:
  case StmtKind::WaitOrder:
  // Control that needs the process' own stack: a static process has none.
  case StmtKind::Disable:
  case StmtKind::DisableFork:
    return true;
  case StmtKind::ImmediateAssert:
    return maySuspend(cast<ImmediateAssertStmt>(stmt)->pass) ||
           maySuspend(cast<ImmediateAssertStmt>(stmt)->fail);
  default:
    return false;
  }
}

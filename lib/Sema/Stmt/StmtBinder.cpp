//===- StmtBinder.cpp - statements ----------------------------------------===//
//
// One function per kind of statement; expressions are left to the ExprBinder.
// The binder keeps the scope in its context: entering a block replaces it. Loops
// and fork branches are counted for break, continue and return; controls
// of time are counted and checked against what the process or subroutine allows
// (Timing.cpp).
//
// A statement that was reported becomes InvalidStmt; the statements around it are
// bound all the same.
//
// IEEE 1800-2023 clauses 9.3, 10.4 - 10.6, 12, 13.4, 16.3.
//
//===----------------------------------------------------------------------===//
#include "Sema/Stmt/StmtBinder.h"

#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Lookup.h"
#include "Syntax/SyntaxTree.h"

#include "llvm/Support/SaveAndRestore.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

StmtBinder::StmtBinder(Compilation &compilation, const BindContext &context, const Symbol &root)
    : compilation(compilation), context(context), root(root) {
  this->context.allowTasks = true;
  if (const auto *process = llvm::dyn_cast<ProcessSymbol>(&root))
    procedure = process->procedure;
}

const Stmt *StmtBinder::invalid(const StmtSyntax &syntax) { return make<InvalidStmt>(syntax); }

const Stmt *StmtBinder::bindOptional(const StmtSyntax *syntax) {
  return syntax ? &bind(*syntax) : nullptr;
}

const Stmt *StmtBinder::bindLoopBody(const StmtSyntax &syntax) {
  llvm::SaveAndRestore loops(surroundings.loops, surroundings.loops + 1);
  return &bind(syntax);
}

BlockSymbol *StmtBinder::blockOf(const SyntaxNode &syntax) const {
  return compilation.state().blocks.lookup({&root, &syntax});
}

const Stmt *StmtBinder::listOf(const SyntaxNode &syntax, llvm::ArrayRef<const Stmt *> items) {
  auto *list = make<ListStmt>(syntax);
  list->items = compilation.types().copy(items);
  return list;
}

//===-- Dispatch ----------------------------------------------------------------------------===//

const Stmt &StmtBinder::bind(const StmtSyntax &syntax) {
  ExprBinder binder(compilation, context);
  for (const AttributeSyntax *attribute : syntax.attributes) // 5.12
    if (attribute->value)
      (void)binder.bindConstant(*attribute->value);
  switch (syntax.kind) {
  case SyntaxKind::BadStmt:
    return *invalid(syntax);
  case SyntaxKind::EmptyStmt:
    return *make<EmptyStmt>(syntax);
  case SyntaxKind::BlockStmt:
    return *bindBlock(llvm::cast<BlockStmtSyntax>(syntax));
  case SyntaxKind::DeclStmt: {
    llvm::SmallVector<const Stmt *, 2> result;
    const StmtSyntax *item = &syntax;
    bindItems(item, false, result);
    return *listOf(syntax, result);
  }
  case SyntaxKind::ExprStmt:
    return *bindExpression(llvm::cast<ExprStmtSyntax>(syntax));
  case SyntaxKind::AssignStmt:
    return *bindAssign(llvm::cast<AssignStmtSyntax>(syntax));
  case SyntaxKind::ProcContinuousStmt:
    return *bindProcContinuous(llvm::cast<ProcContinuousStmtSyntax>(syntax));
  case SyntaxKind::IfStmt:
    return *bindIf(llvm::cast<IfStmtSyntax>(syntax));
  case SyntaxKind::CaseStmt:
    return *bindCase(llvm::cast<CaseStmtSyntax>(syntax));
  case SyntaxKind::ForStmt:
    return *bindFor(llvm::cast<ForStmtSyntax>(syntax));
  case SyntaxKind::ForeachStmt:
    return *bindForeach(llvm::cast<ForeachStmtSyntax>(syntax));
  case SyntaxKind::WhileStmt: {
    const auto &loop = llvm::cast<WhileStmtSyntax>(syntax);
    auto *stmt = make<WhileStmt>(syntax);
    stmt->condition = &binder.bindCondition(*loop.condition);
    bool isDead = context.isDead || !knownTruth(*stmt->condition).value_or(true);
    llvm::SaveAndRestore dead(context.isDead, isDead);
    stmt->body = bindLoopBody(*loop.body);
    return *stmt;
  }
  case SyntaxKind::DoWhileStmt: {
    const auto &loop = llvm::cast<DoWhileStmtSyntax>(syntax);
    auto *stmt = make<DoWhileStmt>(syntax);
    stmt->body = bindLoopBody(*loop.body);
    stmt->condition = &binder.bindCondition(*loop.condition);
    return *stmt;
  }
  case SyntaxKind::RepeatStmt: {
    const auto &loop = llvm::cast<RepeatStmtSyntax>(syntax);
    auto *stmt = make<RepeatStmt>(syntax);
    stmt->count = &binder.bindIntegral(*loop.count);
    bool isDead = context.isDead || (stmt->count->constant && stmt->count->constant->isZero());
    llvm::SaveAndRestore dead(context.isDead, isDead);
    stmt->body = bindLoopBody(*loop.body);
    return *stmt;
  }
  case SyntaxKind::ForeverStmt: {
    auto *stmt = make<ForeverStmt>(syntax);
    stmt->body = bindLoopBody(*llvm::cast<ForeverStmtSyntax>(syntax).body);
    return *stmt;
  }
  case SyntaxKind::ReturnStmt:
    return *bindReturn(llvm::cast<ReturnStmtSyntax>(syntax));
  case SyntaxKind::BreakStmt:
  case SyntaxKind::ContinueStmt:
    return *bindJump(syntax);
  case SyntaxKind::TimingStmt:
    return *bindTimed(llvm::cast<TimingStmtSyntax>(syntax));
  case SyntaxKind::WaitStmt: {
    const auto &wait = llvm::cast<WaitStmtSyntax>(syntax);
    auto *stmt = make<WaitStmt>(syntax);
    checkTiming(syntax.loc());
    stmt->condition = &binder.bindCondition(*wait.condition);
    stmt->body = &bind(*wait.body);
    return *stmt;
  }
  case SyntaxKind::WaitForkStmt:
    checkTiming(syntax.loc());
    return *make<WaitForkStmt>(syntax);
  case SyntaxKind::WaitOrderStmt:
    return *bindWaitOrder(llvm::cast<WaitOrderStmtSyntax>(syntax));
  case SyntaxKind::EventTriggerStmt:
    return *bindTrigger(llvm::cast<EventTriggerStmtSyntax>(syntax));
  case SyntaxKind::DisableStmt:
    return *bindDisable(llvm::cast<DisableStmtSyntax>(syntax));
  case SyntaxKind::DisableForkStmt:
    return *make<DisableForkStmt>(syntax);
  case SyntaxKind::ImmediateAssertStmt:
    return *bindAssert(llvm::cast<ImmediateAssertStmtSyntax>(syntax));
  case SyntaxKind::ConcurrentAssertStmt:
    compilation.diagnostics().unsupported(syntax.loc(), "concurrent assertions", "16.14");
    return *invalid(syntax);
  case SyntaxKind::RandcaseStmt:
    return *bindRandcase(llvm::cast<RandcaseStmtSyntax>(syntax));
  case SyntaxKind::RandsequenceStmt:
    return *bindRandsequence(llvm::cast<RandsequenceStmtSyntax>(syntax));
  default:
    compilation.diagnostics().unsupported(syntax.loc(), "this statement", "12");
    return *invalid(syntax);
  }
}

//===-- Blocks and declarations -------------------------------------------------------------===//

void StmtBinder::bindVariables(const VariableDeclSyntax &syntax, Scope &scope,
                               llvm::SmallVectorImpl<const Stmt *> &result) {
  ElaborationState &state = compilation.state();
  for (const DeclaratorSyntax *declarator : syntax.declarators) {
    auto *variable =
        llvm::dyn_cast_or_null<VariableSymbol>(scope.names.lookup(declarator->name.text));
    if (!variable || !variable->origin || variable->origin->item != declarator)
      continue; // a formal's second declaration, or reported
    state.resolve(*variable);
    BindContext initial = context;
    initial.position = variable->position;
    if (!declarator->init) {
      variable->initialiser = ExprBinder(compilation, initial)
                                  .structureDefault(*variable->type, variable->loc);
    } else {
      variable->initialiser =
          &ExprBinder(compilation, initial).bind(*declarator->init, variable->type);
      if (variable->lifetime == Lifetime::Static && syntax.lifetime == syntax::Lifetime::None)
        state.diag.diag(variable->loc, diag::ImplicitStatic) << variable->name;
    }
    if (variable->lifetime != Lifetime::Automatic)
      continue;
    auto *stmt = make<VariableDeclStmt>(*declarator);
    stmt->variable = variable;
    result.push_back(stmt);
  }
}

/// Statements and declarations of one scope, `context.scope`.
void StmtBinder::bindItems(llvm::ArrayRef<const StmtSyntax *> items, bool isFork,
                           llvm::SmallVectorImpl<const Stmt *> &result) {
  ElaborationState &state = compilation.state();
  for (const StmtSyntax *item : items) {
    const auto *decl = llvm::dyn_cast<DeclStmtSyntax>(item);
    if (decl) {
      if (const auto *variables = llvm::dyn_cast<VariableDeclSyntax>(decl->decl))
        bindVariables(*variables, *context.scope, result);
      continue;
    }
    if (!isFork) {
      result.push_back(&bind(*item));
      continue;
    }
    llvm::SaveAndRestore inFork(context.isInFork, true);
    llvm::SaveAndRestore branch(surroundings, Surroundings{0, true});
    result.push_back(&bind(*item));
  }
  // Types and constants nobody used.
  for (size_t i = 0; i < context.scope->members.size(); ++i)
    if (Symbol &member = *context.scope->members[i];
        member.kind != SymbolKind::Block && member.parent == context.scope)
      state.resolve(member);
}

const Stmt *StmtBinder::bindBlock(const BlockStmtSyntax &syntax) {
  auto *stmt = make<BlockStmt>(syntax);
  if (syntax.isFork) {
    stmt->fork = syntax.join;
    bool blocks = syntax.join != JoinKind::JoinNone;
    if (blocks)
      checkTiming(syntax.loc());
    else if (procedure == ProcedureKind::AlwaysComb || procedure == ProcedureKind::AlwaysLatch ||
             procedure == ProcedureKind::AlwaysFf)
      compilation.diagnostics().diag(syntax.loc(), diag::ForkNotAllowed) << spelling(*procedure);
  }
  BlockSymbol *block = blockOf(syntax);
  stmt->scope = block;
  BindContext outer = context;
  if (block) {
    context.scope = block;
    context.position = BindContext::NoPosition;
  }
  llvm::SmallVector<const Stmt *, 16> items;
  llvm::SaveAndRestore saved(surroundings);
  bindBlockItems(syntax, block != nullptr, items);
  context = outer;
  stmt->body = items.size() == 1 && !syntax.isFork ? items.front() : listOf(syntax, items);
  return stmt;
}

void StmtBinder::bindBlockItems(const BlockStmtSyntax &syntax, bool hasScope,
                                llvm::SmallVectorImpl<const Stmt *> &items) {
  if (hasScope)
    return bindItems(syntax.items, syntax.isFork, items);
  for (const StmtSyntax *item : syntax.items)
    items.push_back(&bind(*item));
}

const Stmt &StmtBinder::bindList(List<StmtSyntax> statements) {
  llvm::SmallVector<const Stmt *, 16> items;
  bindItems(statements, false, items);
  auto *list = compilation.types().make<ListStmt>(support::SourceRange(root.loc));
  list->items = compilation.types().copy(llvm::ArrayRef<const Stmt *>(items));
  return *list;
}

//===-- Expressions and assignments
//------------------------------------------------------------===//

/// `$async$and$array(...)` is `fork forever begin $sync$and$array(...); @*; end join_none`
/// where the control waits for what the call reads (20.16).
const Stmt *StmtBinder::bindAsyncPla(const ExprStmtSyntax &syntax,
                                     const SystemCallExprSyntax &call) {
  auto *sync = compilation.types().make<SystemCallExprSyntax>(call);
  llvm::StringRef gate = call.name.text;
  gate.consume_front("$async");
  sync->name.text = compilation.state().text("$sync" + gate);
  auto *evaluation = make<ExpressionStmt>(syntax);
  {
    llvm::SaveAndRestore lasting(context.forbidsAutomatic, true);
    evaluation->expr = &ExprBinder(compilation, context).bindStatementExpr(*sync, false);
  }
  if (evaluation->expr->isInvalid())
    return invalid(syntax);
  auto *wait = make<TimedStmt>(syntax);
  wait->timing = compilation.types().make<ImplicitTiming>(syntax.range);
  wait->body = evaluation;
  auto *loop = make<ForeverStmt>(syntax);
  loop->body = wait;
  auto *fork = make<BlockStmt>(syntax);
  fork->fork = JoinKind::JoinNone;
  fork->body = listOf(syntax, {loop});
  return listOf(syntax, {evaluation, fork});
}

const Stmt *StmtBinder::bindExpression(const ExprStmtSyntax &syntax) {
  const auto *system = llvm::dyn_cast<SystemCallExprSyntax>(syntax.expr);
  if (system && system->name.text.starts_with("$async$"))
    return bindAsyncPla(syntax, *system);
  auto *stmt = make<ExpressionStmt>(syntax);
  stmt->isVoidCast = syntax.isVoid;
  stmt->expr = &ExprBinder(compilation, context).bindStatementExpr(*syntax.expr, syntax.isVoid);
  if (const auto *call = llvm::dyn_cast<CallExpr>(stmt->expr); call && call->subroutine->isTask)
    ++timingControls; // it may wait
  return stmt;
}

const Stmt *StmtBinder::bindAssign(const AssignStmtSyntax &syntax) {
  if (const Stmt *drive = bindClockingDrive(syntax))
    return drive;
  const TimingControl *timing = nullptr;
  bool isNonblocking = syntax.op == AssignOp::Nonblocking;
  if (syntax.timing) {
    uint32_t before = timingControls;
    if (!isNonblocking)
      checkTiming(syntax.timing->loc());
    // The event is waited for behind the statement's end (6.21).
    llvm::SaveAndRestore lasting(context.forbidsAutomatic,
                                 isNonblocking && syntax.timing->kind == SyntaxKind::EventControl);
    timing = &bindTiming(*syntax.timing);
    if (isNonblocking)
      timingControls = before; // does not block
  }
  auto *stmt = make<ExpressionStmt>(syntax);
  stmt->expr =
      &ExprBinder(compilation, context)
           .bindAssignment(syntax.op, *syntax.lhs, *syntax.rhs, syntax.range, syntax.opLoc, timing);
  return stmt;
}

const Stmt *StmtBinder::bindProcContinuous(const ProcContinuousStmtSyntax &syntax) {
  auto *stmt = make<ProceduralAssignStmt>(syntax);
  stmt->action = syntax.continuousKind;
  bool isForce = syntax.continuousKind == ProcContinuousKind::Force ||
                 syntax.continuousKind == ProcContinuousKind::Release;
  LvalueUse use = isForce ? LvalueUse::Force : LvalueUse::ProcAssign;
  ExprBinder binder(compilation, context);
  if (syntax.rhs)
    std::tie(stmt->lhs, stmt->rhs) = binder.bindAssignmentSides(*syntax.lhs, *syntax.rhs, use);
  else
    stmt->lhs = &binder.bindLvalue(*syntax.lhs, use);
  return stmt;
}

//===-- Choices ----------------------------------------------------------------------------===//

const Stmt *StmtBinder::bindIf(const IfStmtSyntax &syntax) {
  auto *stmt = make<IfStmt>(syntax);
  stmt->unique = syntax.unique;
  BindContext outer = context;
  if (BlockSymbol *block = blockOf(syntax)) // of the variables of patterns
    enterPatternScope(*block);
  stmt->condition = &ExprBinder(compilation, context).bindCondition(*syntax.condition);
  std::optional<bool> known = knownTruth(*stmt->condition);
  context.isDead |= known && !*known;
  stmt->whenTrue = &bind(*syntax.thenStmt);
  context = outer;
  context.isDead |= known && *known;
  stmt->whenFalse = bindOptional(syntax.elseStmt);
  context = outer;
  return stmt;
}

/// Whether an item of a plain case statement is chosen, if constants decide that.
static std::optional<bool> knownMatch(const CaseStmt &stmt,
                                      llvm::ArrayRef<InsideExpr::Item> labels) {
  const Expr *selector = stmt.selector;
  bool isPlain = selector && !stmt.isInside && selector->constant &&
                 !selector->constant->isUnknown();
  bool isOpen = !isPlain;
  for (const InsideExpr::Item &label : labels) {
    const value::LogicVector *value = isPlain && label.low ? label.low->constant : nullptr;
    if (!value || value->isUnknown() || value->width() != selector->constant->width())
      isOpen = true;
    else if (*value == *selector->constant)
      return true;
  }
  return isOpen ? std::nullopt : std::optional(false);
}

const Stmt *StmtBinder::bindCase(const CaseStmtSyntax &syntax) {
  if (syntax.mode == CaseMode::Matches)
    return bindCaseMatches(syntax);
  auto *stmt = make<CaseStmt>(syntax);
  stmt->caseKind = syntax.caseKind;
  stmt->isInside = syntax.mode == CaseMode::Inside;
  stmt->unique = syntax.unique;
  stmt->isFull = llvm::any_of(
      syntax.attributes, [](const AttributeSyntax *a) { return a->name.text == "full_case"; });
  llvm::SmallVector<List<ExprSyntax>, 16> labels;
  for (const CaseItemSyntax *item : syntax.items)
    if (!item->isDefault)
      labels.push_back(item->labels);
  CaseBinding binding = ExprBinder(compilation, context)
                            .bindCase(*syntax.selector, labels, stmt->isInside, syntax.caseKind);
  stmt->selector = binding.selector;
  llvm::SmallVector<CaseStmt::Item, 16> items;
  size_t next = 0;
  bool isDecided = llvm::any_of(binding.items, [&](const auto &labels) {
    return knownMatch(*stmt, labels).value_or(false);
  });
  bool isPast = false; // behind the item that is chosen
  for (const CaseItemSyntax *item : syntax.items) {
    std::optional<bool> match;
    if (!item->isDefault && next < binding.items.size())
      match = knownMatch(*stmt, binding.items[next]);
    bool isSkipped = item->isDefault ? isDecided : isPast || !match.value_or(true);
    isPast |= match.value_or(false);
    llvm::SaveAndRestore dead(context.isDead, context.isDead || isSkipped);
    const Stmt *body = &bind(*item->body);
    if (!item->isDefault) {
      CaseStmt::Item bound;
      if (next < binding.items.size())
        bound.labels =
            compilation.types().copy(llvm::ArrayRef<InsideExpr::Item>(binding.items[next]));
      ++next;
      bound.body = body;
      items.push_back(bound);
    } else if (!stmt->defaultBody) {
      stmt->defaultBody = body; // a second one was reported by the parser
    }
  }
  stmt->items = compilation.types().copy(llvm::ArrayRef<CaseStmt::Item>(items));
  return stmt;
}

//===-- Loops ------------------------------------------------------------------------------===//

const Stmt *StmtBinder::bindFor(const ForStmtSyntax &syntax) {
  auto *stmt = make<ForStmt>(syntax);
  BindContext outer = context;
  if (BlockSymbol *block = blockOf(syntax)) {
    stmt->scope = block;
    context.scope = block;
    context.position = BindContext::NoPosition;
  }
  llvm::SmallVector<const Stmt *, 2> initialisers;
  for (const VariableDeclSyntax *variables : syntax.declarations)
    bindVariables(*variables, *context.scope, initialisers);
  ExprBinder binder(compilation, context);
  for (const ExprSyntax *init : syntax.inits) {
    auto *initialiser = make<ExpressionStmt>(*init);
    initialiser->expr = &binder.bindStatementExpr(*init, false);
    initialisers.push_back(initialiser);
  }
  stmt->initialisers = compilation.types().copy(llvm::ArrayRef<const Stmt *>(initialisers));
  if (syntax.condition)
    stmt->condition = &binder.bindCondition(*syntax.condition);
  llvm::SmallVector<const Expr *, 2> steps;
  for (const ExprSyntax *step : syntax.steps)
    steps.push_back(&binder.bindStatementExpr(*step, false));
  stmt->steps = compilation.types().copy(llvm::ArrayRef<const Expr *>(steps));
  context.isDead |= stmt->condition && !knownTruth(*stmt->condition).value_or(true);
  stmt->body = bindLoopBody(*syntax.body);
  context = outer;
  return stmt;
}

/// Type of a loop variable: int, or the index type of an associative array (12.7.3).
static const Type &indexType(Compilation &compilation, const Type &array) {
  if (const auto *assoc = llvm::dyn_cast<AssocArrayType>(&array.canonical()); assoc && assoc->key)
    return *assoc->key;
  return compilation.types().integer(IntKind::Int);
}

/// Element type of one dimension; null if there is none.
static const Type *elementType(Compilation &compilation, const Type &type) {
  const Type &array = type.canonical();
  switch (array.kind) {
  case TypeKind::UnpackedArray:
    return &llvm::cast<UnpackedArrayType>(&array)->element;
  case TypeKind::DynamicArray:
    return &llvm::cast<DynamicArrayType>(&array)->element;
  case TypeKind::Queue:
    return &llvm::cast<QueueType>(&array)->element;
  case TypeKind::AssocArray:
    return &llvm::cast<AssocArrayType>(&array)->element;
  case TypeKind::PackedArray:
    return &llvm::cast<PackedArrayType>(&array)->element;
  case TypeKind::String:
    return &compilation.types().integer(IntKind::Byte);
  case TypeKind::PredefinedInt:
  case TypeKind::Enum:
  case TypeKind::PackedStruct:
  case TypeKind::PackedUnion:
    return &compilation.types().scalar(ScalarKind::Bit);
  default:
    return nullptr;
  }
}

const Stmt *StmtBinder::bindForeach(const ForeachStmtSyntax &syntax) {
  ElaborationState &state = compilation.state();
  auto *stmt = make<ForeachStmt>(syntax);
  stmt->array = &ExprBinder(compilation, context).bindForeachArray(*syntax.array);
  BlockSymbol *block = blockOf(syntax);
  stmt->scope = block;
  BindContext outer = context;
  context.scope = block;
  context.position = BindContext::NoPosition;
  llvm::SmallVector<const VariableSymbol *, 4> variables;
  const Type *type = stmt->array->type;
  bool isKnown = !stmt->array->isInvalid() && !type->isError();
  for (const Name &name : syntax.variables) {
    if (isKnown && (!type || !elementType(compilation, *type))) {
      state.diag.diag(name ? name.loc : syntax.loc(), diag::TooManyLoopVariables)
          << stmt->array->type->toString();
      isKnown = false;
    }
    if (!name) {
      variables.push_back(nullptr);
    } else {
      auto &variable = state.make<VariableSymbol>(name.text, name.loc);
      variable.lifetime = Lifetime::Automatic;
      variable.isConst = true;
      variable.type =
          isKnown ? &indexType(compilation, *type) : &compilation.types().integer(IntKind::Int);
      state.declare(*block, variable);
      variable.position = 0; // before the blocks of the body, which are declared already
      variables.push_back(&variable);
    }
    if (isKnown)
      type = elementType(compilation, *type);
  }
  stmt->variables = compilation.types().copy(llvm::ArrayRef<const VariableSymbol *>(variables));
  stmt->body = bindLoopBody(*syntax.body);
  context = outer;
  return stmt;
}

//===-- Jumps --------------------------------------------------------------------------------===//

const Stmt *StmtBinder::bindJump(const StmtSyntax &syntax) {
  bool isBreak = syntax.kind == SyntaxKind::BreakStmt;
  if (surroundings.loops == 0 && !(isBreak && surroundings.production)) {
    compilation.diagnostics().diag(syntax.loc(), diag::JumpOutsideLoop)
        << (isBreak ? "break" : "continue");
    return invalid(syntax);
  }
  if (isBreak)
    return make<BreakStmt>(syntax);
  return make<ContinueStmt>(syntax);
}

const Stmt *StmtBinder::bindReturn(const ReturnStmtSyntax &syntax) {
  support::DiagnosticEngine &diag = compilation.diagnostics();
  if (surroundings.production)
    return bindProductionReturn(syntax);
  const SubroutineSymbol *subroutine = context.subroutine;
  if (!subroutine || surroundings.isInForkBranch) {
    diag.diag(syntax.loc(), diag::ReturnNotAllowed) << (subroutine ? 1 : 0);
    return invalid(syntax);
  }
  auto *stmt = make<ReturnStmt>(syntax);
  bool returnsValue = subroutine->returnVariable != nullptr;
  if (returnsValue && !syntax.value) {
    diag.diag(syntax.loc(), diag::ReturnWithoutValue) << subroutine->name;
    return invalid(syntax);
  }
  if (!returnsValue && syntax.value) {
    if (!subroutine->returnType->isError())
      diag.diag(syntax.loc(), diag::ReturnWithValue) << subroutine->name;
    return invalid(syntax);
  }
  if (syntax.value)
    stmt->value = &ExprBinder(compilation, context).bind(*syntax.value, subroutine->returnType);
  return stmt;
}

const Stmt *StmtBinder::bindDisable(const DisableStmtSyntax &syntax) {
  ElaborationState &state = compilation.state();
  for (Scope *scope = context.scope; scope; scope = scope->symbol->parent)
    if (!llvm::isa<BlockSymbol>(scope->symbol))
      state.ensureBlocks(*scope);
  LookupResult found = Lookup(compilation, context).lookup(*syntax.target);
  if (!found)
    return invalid(syntax);
  auto *stmt = make<DisableStmt>(syntax);
  stmt->target = found.symbol;
  stmt->path = found.path;
  const auto *block = llvm::dyn_cast<BlockSymbol>(found.symbol);
  const auto *subroutine = llvm::dyn_cast<SubroutineSymbol>(found.symbol);
  if (!found.remaining.empty() || (!block && (!subroutine || !subroutine->isTask))) {
    state.diag.diag(syntax.loc(), diag::BadDisableTarget) << found.symbol->name;
    return invalid(syntax);
  }
  if (block)
    block->isDisableTarget = true;
  return stmt;
}

//===-- Assertions ----------------------------------------------------------------------------===//

const Stmt *StmtBinder::bindAssert(const ImmediateAssertStmtSyntax &syntax) {
  auto *stmt = make<ImmediateAssertStmt>(syntax);
  stmt->assertKind = syntax.assertKind;
  stmt->deferral = syntax.deferral;
  stmt->label = syntax.label.text;
  stmt->condition = &ExprBinder(compilation, context).bindCondition(*syntax.condition);
  stmt->pass = bindOptional(syntax.pass);
  stmt->fail = bindOptional(syntax.fail);
  return stmt;
}

} // namespace circtsim::sema

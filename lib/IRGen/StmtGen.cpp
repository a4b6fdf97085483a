//===- StmtGen.cpp - statements -------------------------------------------===//
//
// LRM 12, 9.6, 10.6, 16.3. Code after a jump goes to a block without
// predecessors, which the pipeline drops.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

#include "mlir/IR/IRMapping.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
namespace arith = mlir::arith;

void FunctionGen::emit(const Stmt *stmt) {
  if (!stmt)
    return;
  if (stmt->range.isValid())
    setLocation(stmt->range.begin);
  switch (stmt->kind) {
  case StmtKind::Invalid:
  case StmtKind::Empty:
    return;
  case StmtKind::List:
    for (const Stmt *item : cast<ListStmt>(stmt)->items)
      emit(item);
    return;
  case StmtKind::Block:
    return emitBlock(*cast<BlockStmt>(stmt));
  case StmtKind::VariableDecl:
    return emitVariableDecl(*cast<VariableDeclStmt>(stmt));
  case StmtKind::Expression: {
    const Expr &expr = *cast<ExpressionStmt>(stmt)->expr;
    const Expr *inner = &expr;
    while (auto *conversion = dyn_cast<ConversionExpr>(inner))
      inner = conversion->operand;
    if (inner->type->isAggregate() && !isa<AssignmentExpr>(inner))
      emitAggregate(*inner);
    else if (auto *call = dyn_cast<SystemCallExpr>(inner);
             call && call->name == "$cast" && !cast<ExpressionStmt>(stmt)->isVoidCast)
      emitCastTask(*call);
    else
      emit(*inner);
    return;
  }
  case StmtKind::ProceduralAssign:
    return emitProceduralAssign(*cast<ProceduralAssignStmt>(stmt));
  case StmtKind::If:
    return emitIf(*cast<IfStmt>(stmt));
  case StmtKind::Case:
    return emitCase(*cast<CaseStmt>(stmt));
  case StmtKind::For:
    return emitFor(*cast<ForStmt>(stmt));
  case StmtKind::Foreach:
    return emitForeach(*cast<ForeachStmt>(stmt));
  case StmtKind::While:
    return emitLoop(cast<WhileStmt>(stmt)->condition, cast<WhileStmt>(stmt)->body, true, [] {});
  case StmtKind::DoWhile:
    return emitLoop(cast<DoWhileStmt>(stmt)->condition, cast<DoWhileStmt>(stmt)->body, false, [] {});
  case StmtKind::Repeat:
    return emitRepeat(*cast<RepeatStmt>(stmt));
  case StmtKind::Forever:
    return emitLoop(nullptr, cast<ForeverStmt>(stmt)->body, true, [] {});
  case StmtKind::Return:
    return emitReturnStmt(*cast<ReturnStmt>(stmt));
  case StmtKind::Break:
    return jump(loops.back().breakTo, loops.back().scopeDepth);
  case StmtKind::Continue:
    return jump(loops.back().continueTo, loops.back().scopeDepth);
  case StmtKind::Timed:
    emitTiming(*cast<TimedStmt>(stmt)->timing, cast<TimedStmt>(stmt)->body);
    return emit(cast<TimedStmt>(stmt)->body);
  case StmtKind::Wait:
    return emitWait(*cast<WaitStmt>(stmt));
  case StmtKind::WaitFork:
    make<csim::WaitForkOp>();
    return;
  case StmtKind::WaitOrder:
    return emitWaitOrder(*cast<WaitOrderStmt>(stmt));
  case StmtKind::EventTrigger: {
    auto *trigger = cast<EventTriggerStmt>(stmt);
    mlir::Value after;
    if (auto *delay = trigger->timing ? dyn_cast<DelayTiming>(trigger->timing) : nullptr)
      after = emitDelay(*delay);
    else if (trigger->timing)
      return emitTriggerOnEvent(*trigger->event, trigger->timing);
    make<csim::TriggerOp>(emitRef(*trigger->event), trigger->isNonblocking, after);
    return;
  }
  case StmtKind::Disable:
    return emitDisable(*cast<DisableStmt>(stmt));
  case StmtKind::DisableFork:
    make<csim::DisableForkOp>();
    return;
  case StmtKind::Randcase:
    return emitRandcase(*cast<RandcaseStmt>(stmt));
  case StmtKind::Randsequence:
    return emitRandsequence(*cast<RandsequenceStmt>(stmt));
  case StmtKind::Production:
    return emitProduction(*cast<ProductionStmt>(stmt));
  case StmtKind::ImmediateAssert:
    return emitAssert(*cast<ImmediateAssertStmt>(stmt));
  }
}

/// As a task, $cast reports what it cannot assign (6.24.2).
void FunctionGen::emitCastTask(const SystemCallExpr &expr) {
  mlir::Value done = truth(emit(expr));
  if (!done.getType().isInteger(1))
    done = make<csim::IsTrueOp>(b.getI1Type(), done);
  mlir::Block *failed = newBlock(), *next = newBlock();
  condBranch(done, next, failed);
  enter(failed);
  emitMessage("$error", "$cast: the value is not one of type '" + expr.arguments[0]->type->describe() + "'.");
  branch(next);
  enter(next);
}

//===-- Blocks -------------------------------------------------------------------===//

/// Emits a block or task body that `disable` can name. Only targets of a remote
/// disable are registered at run time; the process must have a stack.
void FunctionGen::emitScoped(const Symbol *target, const Scope *newScope, llvm::function_ref<void()> emitBody) {
  const Scope *outer = scope;
  if (newScope)
    scope = newScope;
  bool isRegistered = target && !isStatic && body.design.disables.isRemote(target);
  if (!target) {
    emitBody();
  } else {
    mlir::Block *exit = newBlock();
    llvm::StringRef symbol;
    if (isRegistered) {
      symbol = body.scope(newScope);
      mlir::Block *inner = newBlock();
      make<csim::EnterScopeOp>(symbol, inner, exit);
      enter(inner);
    }
    activeScopes.push_back({target, exit, symbol});
    emitBody();
    if (isOpen() && isRegistered)
      make<csim::ExitScopeOp>(symbol);
    branch(exit);
    activeScopes.pop_back();
    enter(exit);
  }
  scope = outer;
}

void FunctionGen::emitBlock(const BlockStmt &stmt) {
  const BlockSymbol *block = stmt.scope;
  bool isTarget = block && block->isDisableTarget;
  emitScoped(isTarget ? block : nullptr, block, [&] {
    if (stmt.fork)
      emitFork(stmt);
    else
      emit(stmt.body);
  });
}

void FunctionGen::emitVariableDecl(const VariableDeclStmt &stmt) {
  const VariableSymbol &variable = *stmt.variable;
  if (variable.lifetime == sema::Lifetime::Static)
    return;
  mlir::Value ref = createLocal(variable);
  if (!variable.initialiser)
    return;
  LValue place;
  place.type = variable.type;
  place.ref = ref;
  storeAny(place, emitRight(*variable.initialiser), isTemporary(*variable.initialiser));
}

void FunctionGen::jump(mlir::Block *target, size_t scopeDepth) {
  for (size_t i = activeScopes.size(); i > scopeDepth; --i)
    if (!activeScopes[i - 1].entered.empty())
      make<csim::ExitScopeOp>(activeScopes[i - 1].entered);
  branch(target);
  enter(newBlock());
}

void FunctionGen::emitReturnStmt(const ReturnStmt &stmt) {
  if (stmt.endsProduction)
    return jump(productions.back().breakTo, productions.back().scopeDepth);
  if (stmt.value && subroutine && subroutine->returnVariable) {
    const VariableSymbol &variable = *subroutine->returnVariable;
    LValue place;
    place.type = variable.type;
    place.ref = capture(variable);
    if (!place.ref)
      place.ref = make<csim::AddrOp>(body.signal(variable), types().storage(*variable.type));
    storeAny(place, emitRight(*stmt.value));
  }
  jump(returnBlock, 0);
}

void FunctionGen::emitDisable(const DisableStmt &stmt) {
  if (stmt.path && stmt.path->base) {
    body.design.compilation.diagnostics().unsupported(
        stmt.range.begin, "disable through a virtual interface", "9.6.2");
    return;
  }
  for (size_t i = activeScopes.size(); i > 0 && !stmt.path; --i) {
    const ActiveScope &active = activeScopes[i - 1];
    if (active.target != stmt.target)
      continue;
    if (active.entered.empty()) {
      jump(active.exit, i);
      return;
    }
    break;
  }
  mlir::MLIRContext *context = &body.design.context;
  const BodySymbol *owner = stmt.target->body();
  const Scope *target = isa<SubroutineSymbol>(stmt.target)
                            ? static_cast<const Scope *>(cast<SubroutineSymbol>(stmt.target))
                            : static_cast<const Scope *>(cast<BlockSymbol>(stmt.target));
  BodyGen &ownerGen = body.design.bodyGen(*owner);
  mlir::SymbolRefAttr symbol = mlir::FlatSymbolRefAttr::get(context, ownerGen.scope(target));
  mlir::FlatSymbolRefAttr instance;
  if (stmt.path) {
    symbol = mlir::SymbolRefAttr::get(context, ownerGen.op.getSymName(),
                                      {mlir::FlatSymbolRefAttr::get(context, ownerGen.scope(target))});
    instance = mlir::FlatSymbolRefAttr::get(context, body.externalInstance(*stmt.path));
  }
  make<csim::DisableOp>(symbol, instance);
}

//===-- if, case --------------------------------------------------------------------===//

void FunctionGen::emitIf(const IfStmt &stmt) {
  if (stmt.unique != syntax::UniqueKind::None)
    return emitUniqueIf(stmt);
  mlir::Value condition = emitCondition(*stmt.condition);
  mlir::Block *yes = newBlock(), *join = newBlock();
  mlir::Block *no = stmt.whenFalse ? newBlock() : join;
  condBranch(condition, yes, no);
  enter(yes);
  emit(stmt.whenTrue);
  branch(join);
  if (stmt.whenFalse) {
    enter(no);
    emit(stmt.whenFalse);
    branch(join);
  }
  enter(join);
}

mlir::Value FunctionGen::emitCaseMatch(const CaseStmt &stmt, mlir::Value selector, const InsideExpr::Item &label) {
  mlir::Type i1 = b.getI1Type();
  if (stmt.isInside)
    return make<csim::IsTrueOp>(i1, emitInsideItem(selector, *stmt.selector->type, label));
  mlir::Value v = emit(*label.low);
  if (stmt.selector->type->isString())
    return runtime("string_eq", {selector, v}, i1);
  if (isa<mlir::Float64Type>(selector.getType()))
    return make<arith::CmpFOp>(arith::CmpFPredicate::OEQ, selector, v);
  if (csim::isHandle(selector.getType()))
    return make<csim::EqHandleOp>(i1, selector, v);
  bool isLogic = isa<csim::LogicType>(selector.getType()) || isa<csim::LogicType>(v.getType());
  mlir::Type common = types().vector(csim::bitWidthOf(selector.getType()), isLogic);
  mlir::Value s = coerce(selector, common);
  v = coerce(v, common);
  if (!isLogic)
    return make<arith::CmpIOp>(arith::CmpIPredicate::eq, s, v);
  switch (stmt.caseKind) {
  case syntax::CaseKind::Casez:
    return make<csim::CasezEqOp>(i1, s, v);
  case syntax::CaseKind::Casex:
    return make<csim::CasexEqOp>(i1, s, v);
  default:
    return make<csim::CaseEqOp>(i1, s, v);
  }
}

void FunctionGen::emitCase(const CaseStmt &stmt) {
  mlir::Value selector = emit(*stmt.selector);
  mlir::Block *join = newBlock();
  bool reportsOverlap = isUnique(stmt.unique) && !hasDisjointLabels(stmt);
  llvm::SmallVector<mlir::Value> matches;
  if (reportsOverlap)
    emitOverlapCheck(stmt, selector, matches);
  for (auto [number, item] : llvm::enumerate(stmt.items)) {
    mlir::Block *match = newBlock();
    if (reportsOverlap) {
      mlir::Block *next = newBlock();
      condBranch(matches[number], match, next);
      enter(next);
    }
    for (const InsideExpr::Item &label : item.labels) {
      if (reportsOverlap)
        break;
      mlir::Block *next = newBlock();
      condBranch(emitCaseMatch(stmt, selector, label), match, next);
      enter(next);
    }
    mlir::OpBuilder::InsertPoint otherwise = b.saveInsertionPoint();
    enter(match);
    emit(item.body);
    branch(join);
    b.restoreInsertionPoint(otherwise);
  }
  bool needsMatch = stmt.unique == syntax::UniqueKind::Unique || stmt.unique == syntax::UniqueKind::Priority;
  if (!stmt.defaultBody && needsMatch) {
    setLocation(stmt.range.begin);
    emitViolation(stmt.unique, "case", "no item matches");
  }
  emit(stmt.defaultBody);
  if (stmt.isFull && !stmt.defaultBody && isOpen())
    make<mlir::cf::BranchOp>(join)->setAttr("csim.full_case", b.getUnitAttr());
  branch(join);
  enter(join);
}

//===-- Violation reports (12.4.2.1, 12.5.3.1) -----------------------------------------===//

/// Runs code at the end of the time step, once however often this point is reached. A static
/// process that starts again takes the request back, as it may have seen values that did
/// not last (16.4.2).
csim::FuncOp FunctionGen::emitPostponed(llvm::StringRef base, const Expr *place, llvm::function_ref<void(FunctionGen &)> code) {
  mlir::Type i1 = b.getI1Type();
  std::string flag = body.hiddenSignal("$pending", i1).str();
  if (isStatic) {
    mlir::OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToStart(entry);
    make<csim::StoreOp>(constantInt(1, 0), make<csim::AddrOp>(flag, i1));
  }
  csim::FuncOp thunk = body.createFunction(base, {}, false, body.scope(scope), location);
  FunctionGen inner(body, thunk.getBody(), scope, this);
  inner.location = location;
  inner.begin();
  mlir::Block *run = inner.newBlock(), *skip = inner.newBlock();
  mlir::Value pending = inner.make<csim::AddrOp>(flag, i1);
  inner.condBranch(inner.make<csim::LoadOp>(pending), run, skip);
  inner.enter(skip);
  inner.emitReturn();
  inner.enter(run);
  inner.make<csim::StoreOp>(inner.constantInt(1, 0), pending);
  code(inner);
  inner.emitReturn();
  if (!inner.captured.empty() && place)
    unsupported(*place, "automatic variables in the action of a deferred assertion", "16.4");
  make<csim::StoreOp>(constantInt(1, 1), make<csim::AddrOp>(flag, i1));
  llvm::SmallVector<mlir::Attribute> infos{
      csim::ArgAttr::get(&body.design.context, csim::ArgKind::Thunk, false, {}, {},
                         mlir::FlatSymbolRefAttr::get(&body.design.context, thunk.getSymName()))};
  emitSysCallOp("$strobe", body.design.compilation.types().voidType(), {}, infos);
  return thunk;
}

void FunctionGen::emitMessage(llvm::StringRef task, llvm::StringRef text) {
  llvm::SmallVector<mlir::Attribute> infos{csim::ArgAttr::get(
      &body.design.context, csim::ArgKind::Literal, false, {}, b.getStringAttr(text), {})};
  emitSysCallOp(task, body.design.compilation.types().voidType(), {}, infos);
}

/// A procedure that waits reports at once; combinational code may be executed again in the same step.
void FunctionGen::emitViolation(syntax::UniqueKind kind, llvm::StringRef statement, llvm::StringRef what) {
  std::string text = (syntax::spelling(kind) + " " + statement + ": " + what).str();
  if (!isStatic)
    return emitMessage("$warning", text);
  emitPostponed("$violation", nullptr, [&](FunctionGen &gen) { gen.emitMessage("$warning", text); })
      ->setAttr(csim::CsimDialect::violationAttrName(), b.getUnitAttr());
}

/// Emits a report if more than one of the conditions holds.
void FunctionGen::emitOverlapReport(syntax::UniqueKind kind, llvm::StringRef statement,
                                    llvm::ArrayRef<mlir::Value> conditions) {
  mlir::Value any, several;
  for (mlir::Value condition : conditions) {
    if (any) {
      mlir::Value both = make<arith::AndIOp>(any, condition);
      several = several ? mlir::Value(make<arith::OrIOp>(several, both)) : both;
    }
    any = any ? mlir::Value(make<arith::OrIOp>(any, condition)) : condition;
  }
  if (!several)
    return;
  mlir::Block *report = newBlock(), *next = newBlock();
  condBranch(several, report, next);
  enter(report);
  emitViolation(kind, statement, statement == "if" ? "more than one condition is true" : "more than one item matches");
  branch(next);
  enter(next);
}

/// The qualifier belongs to the whole chain of if and else-if.
void FunctionGen::emitUniqueIf(const IfStmt &stmt) {
  llvm::SmallVector<const IfStmt *> chain{&stmt};
  while (auto *next = llvm::dyn_cast_if_present<IfStmt>(chain.back()->whenFalse)) {
    if (next->unique != syntax::UniqueKind::None)
      break;
    chain.push_back(next);
  }
  const Stmt *otherwise = chain.back()->whenFalse;
  llvm::SmallVector<mlir::Value> conditions;
  if (isUnique(stmt.unique)) {
    for (const IfStmt *link : chain)
      conditions.push_back(emitCondition(*link->condition));
    emitOverlapReport(stmt.unique, "if", conditions);
  }
  mlir::Block *join = newBlock();
  for (auto [number, link] : llvm::enumerate(chain)) {
    mlir::Block *yes = newBlock(), *no = newBlock();
    condBranch(conditions.empty() ? emitCondition(*link->condition) : conditions[number], yes, no);
    enter(yes);
    emit(link->whenTrue);
    branch(join);
    enter(no);
  }
  setLocation(stmt.range.begin);
  if (!otherwise && stmt.unique != syntax::UniqueKind::Unique0)
    emitViolation(stmt.unique, "if", "no condition is true");
  emit(otherwise);
  branch(join);
  enter(join);
}

bool FunctionGen::isUnique(syntax::UniqueKind kind) {
  return kind == syntax::UniqueKind::Unique || kind == syntax::UniqueKind::Unique0;
}

/// Are all labels of different items constants of which no value matches two? Bits that a
/// wildcard label leaves open do not tell labels apart.
bool FunctionGen::hasDisjointLabels(const CaseStmt &stmt) {
  static constexpr size_t MaxLabels = 512;
  llvm::SmallVector<std::pair<size_t, const value::LogicVector *>, 32> labels;
  for (auto [number, item] : llvm::enumerate(stmt.items))
    for (const InsideExpr::Item &label : item.labels) {
      if (label.high || !label.low->constant || !label.low->type->isIntegral())
        return false;
      labels.push_back({number, label.low->constant});
    }
  if (labels.size() > MaxLabels)
    return false;
  bool isExact = stmt.caseKind == syntax::CaseKind::Case && !stmt.isInside;
  auto differ = [&](const value::LogicVector &x, const value::LogicVector &y) {
    for (uint32_t i = 0; i < std::min(x.width(), y.width()); ++i) {
      value::Bit p = x.bit(i), q = y.bit(i);
      bool isKnown = p <= value::Bit::one && q <= value::Bit::one;
      if (p != q && (isExact || isKnown))
        return true;
    }
    return false;
  };
  for (size_t i = 0; i < labels.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      if (labels[i].first != labels[j].first && !differ(*labels[i].second, *labels[j].second))
        return false;
  return true;
}

/// One condition per item, all evaluated.
void FunctionGen::emitOverlapCheck(const CaseStmt &stmt, mlir::Value selector,
                                   llvm::SmallVectorImpl<mlir::Value> &matches) {
  for (const CaseStmt::Item &item : stmt.items) {
    mlir::Value match;
    for (const InsideExpr::Item &label : item.labels) {
      mlir::Value one = emitCaseMatch(stmt, selector, label);
      match = match ? mlir::Value(make<arith::OrIOp>(match, one)) : one;
    }
    matches.push_back(match ? match : constantInt(1, 0));
  }
  emitOverlapReport(stmt.unique, "case", matches);
}

//===-- Force, assign, assertions ------------------------------------------------------===//

namespace {
/// A singular part of a forced object: positions of elements and members that lead to it.
struct ForcedPart {
  llvm::SmallVector<unsigned, 2> path;
};
} // namespace

/// The parts of an object of fixed size; false: it has others.
static bool addForcedParts(const Type &type, const llvm::SmallVector<unsigned, 2> &path,
                           llvm::SmallVectorImpl<ForcedPart> &parts) {
  const Type &t = type.canonical();
  auto add = [&](const Type &part, unsigned index) {
    llvm::SmallVector<unsigned, 2> inner(path);
    inner.push_back(index);
    return addForcedParts(part, inner, parts);
  };
  if (auto *array = dyn_cast<UnpackedArrayType>(&t)) {
    for (unsigned i = 0; i < array->range.size(); ++i)
      if (!add(array->element, i))
        return false;
    return true;
  }
  auto *record = dyn_cast<UnpackedStructType>(&t);
  if (record && !record->isUnion() && !record->tag)
    return llvm::all_of(record->fields, [&](const Field &field) { return add(*field.type, field.index); });
  if (t.isAggregate())
    return false;
  parts.push_back({path});
  return true;
}

/// The part of an object that positions of elements and members lead to.
mlir::Value FunctionGen::partAt(mlir::Value object, const Type &type, llvm::ArrayRef<unsigned> path) {
  const Type *t = &type;
  for (unsigned index : path) {
    object = partRef(object, *t, index);
    const Type &whole = t->canonical();
    if (auto *array = dyn_cast<UnpackedArrayType>(&whole))
      t = &array->element;
    else
      t = cast<UnpackedStructType>(whole).fields[index].type;
  }
  return object;
}

/// One process re-evaluates the right side and writes the value (10.6.2).
void FunctionGen::emitForce(const LValue &place, const Expr &rhs, uint32_t lo, bool isAssign) {
  if (place.kind == LValue::Parts) {
    uint32_t top = lo + csim::bitWidthOf(lowered(rhs));
    for (const LValue &part : place.parts) {
      top -= part.type->width();
      emitForce(part, rhs, top, isAssign);
    }
    return;
  }
  llvm::SmallVector<ForcedPart> parts;
  if (place.kind != LValue::Ref || !addForcedParts(*place.type, {}, parts)) {
    unsupported(rhs, "force or assign of a value with parts of variable size", "10.6");
    return;
  }
  csim::FuncOp func = body.createFunction(isAssign ? "$assign" : "$force", {}, true, body.scope(scope), location);
  FunctionGen inner(body, func.getBody(), scope, this);
  inner.location = location;
  inner.begin();
  mlir::Block *loop = inner.newBlock();
  inner.branch(loop);
  inner.enter(loop);
  mlir::Value value = inner.emitRight(rhs);
  if (place.type->isIntegral())
    value = inner.piece(value, lo, *place.type);
  // The place is a static object with constant selects: rebuild its reference.
  mlir::Operation *def = place.ref.getDefiningOp();
  llvm::SmallVector<mlir::Operation *> chain;
  bool isStaticPlace = true;
  for (mlir::Operation *op = def; op; op = op->getOperand(0).getDefiningOp()) {
    chain.push_back(op);
    if (isa<csim::AddrOp>(op))
      break;
    auto bits = dyn_cast<csim::BitsRefOp>(op);
    if (isa<csim::FieldRefOp>(op) || (bits && !bits.getIndex()))
      continue;
    // An element with a constant index: the index is rebuilt as well.
    auto element = dyn_cast<csim::ElemRefOp>(op);
    auto index = element ? element.getIndex().getDefiningOp<csim::NormIndexOp>() : csim::NormIndexOp();
    auto constant = index ? index->getOperand(0).getDefiningOp<arith::ConstantOp>() : arith::ConstantOp();
    if (!constant) {
      isStaticPlace = false;
      break;
    }
    chain.push_back(index);
    chain.push_back(constant);
  }
  if (!isStaticPlace || chain.empty() || !isa<csim::AddrOp>(chain.back())) {
    unsupported(rhs, "force or assign to a variable select", "10.6");
    inner.emitHalt();
    return;
  }
  mlir::IRMapping mapping;
  for (mlir::Operation *op : llvm::reverse(chain))
    inner.b.clone(*op, mapping);
  mlir::Value target = mapping.lookup(place.ref);
  for (const ForcedPart &part : parts) {
    mlir::Value to = inner.partAt(target, *place.type, part.path);
    mlir::Value from = value;
    if (place.type->isAggregate())
      from = inner.make<csim::LoadOp>(inner.partAt(value, *place.type, part.path));
    inner.make<csim::ForceStoreOp>(inner.coerce(from, cast<csim::RefType>(to.getType()).getPointee()), to, isAssign);
  }
  ReadSet reads(body.design.compilation, /*followCalls=*/true);
  reads.addExpr(&rhs);
  inner.emitWaitOnReads(reads);
  inner.branch(loop);
  if (!inner.captured.empty())
    unsupported(rhs, "automatic variables in force or procedural assign", "10.6");
  make<csim::ForceOp>(place.ref, func.getSymName(), isAssign);
}

void FunctionGen::emitProceduralAssign(const ProceduralAssignStmt &stmt) {
  using syntax::ProcContinuousKind;
  bool isAssign = stmt.action == ProcContinuousKind::Assign || stmt.action == ProcContinuousKind::Deassign;
  LValue place = emitLValue(*stmt.lhs);
  if (StaticPrefix prefix = StaticPrefix::of(*stmt.lhs);
      stmt.lhs->type->isAggregate() && !(prefix.root && isNet(*prefix.root->symbol))) {
    unsupported(*stmt.lhs, "force or assign of an unpacked variable", "10.6");
    return;
  }
  if (stmt.rhs)
    return emitForce(place, *stmt.rhs, 0, isAssign);
  if (place.kind == LValue::Ref) {
    make<csim::ReleaseOp>(place.ref, isAssign);
    return;
  }
  for (const LValue &part : place.parts)
    if (part.kind == LValue::Ref)
      make<csim::ReleaseOp>(part.ref, isAssign);
}

/// What $assertcontrol has switched off for an assertion (20.11): bits of an integer; null in
/// designs that switch nothing.
mlir::Value FunctionGen::assertionState(const ImmediateAssertStmt &stmt) {
  if (!body.design.compilation.usesAssertionControl())
    return {};
  mlir::MLIRContext *context = &body.design.context;
  unsigned kind = stmt.deferral == syntax::AssertDeferral::None    ? 2
                  : stmt.deferral == syntax::AssertDeferral::Final ? 8
                                                                   : 4;
  unsigned directive = stmt.assertKind == syntax::AssertKind::Cover    ? 2
                       : stmt.assertKind == syntax::AssertKind::Assume ? 4
                                                                       : 1;
  auto number = csim::ArgAttr::get(context, csim::ArgKind::Bits, true, b.getI32Type(), {}, {});
  auto name = csim::ArgAttr::get(context, csim::ArgKind::Literal, false, {},
                                 b.getStringAttr(stmt.label), {});
  const Type &type = body.design.compilation.types().integer(IntKind::Int);
  return emitSysCallOp("assertion.state", type, {constantInt(32, kind), constantInt(32, directive)},
                       {number, number, name});
}

/// Goes on with a new block if a bit of the state is clear, else at `otherwise`.
void FunctionGen::skipIf(mlir::Value state, unsigned bit, mlir::Block *otherwise) {
  if (!state)
    return;
  mlir::Value set = make<arith::AndIOp>(state, constantInt(32, bit));
  mlir::Block *next = newBlock();
  condBranch(make<arith::CmpIOp>(arith::CmpIPredicate::ne, set, constantInt(32, 0)), otherwise, next);
  enter(next);
}

/// Keeps how often the assertion had been killed when its report was queued.
std::string FunctionGen::saveKills(mlir::Value state) {
  mlir::Type i32 = b.getI32Type();
  std::string kills = body.hiddenSignal("$kills", i32).str();
  make<csim::StoreOp>(make<arith::ShRUIOp>(state, constantInt(32, 3)), make<csim::AddrOp>(kills, i32));
  return kills;
}

/// A report that waits is dropped by $assertkill (20.11).
void FunctionGen::returnIfKilled(const ImmediateAssertStmt &stmt, llvm::StringRef kills) {
  mlir::Value before = make<csim::LoadOp>(make<csim::AddrOp>(kills, b.getI32Type()));
  mlir::Value now = make<arith::ShRUIOp>(assertionState(stmt), constantInt(32, 3));
  mlir::Block *alive = newBlock(), *killed = newBlock();
  condBranch(make<arith::CmpIOp>(arith::CmpIPredicate::eq, before, now), alive, killed);
  enter(killed);
  emitReturn();
  enter(alive);
}

void FunctionGen::emitAssert(const ImmediateAssertStmt &stmt) {
  bool isDeferred = stmt.deferral != syntax::AssertDeferral::None;
  mlir::Block *join = newBlock();
  mlir::Value state = assertionState(stmt);
  skipIf(state, 1, join);
  mlir::Value condition = emitCondition(*stmt.condition);
  mlir::Block *pass = newBlock(), *fail = newBlock();
  condBranch(condition, pass, fail);
  auto act = [&](llvm::function_ref<void(FunctionGen &)> action) {
    if (!isDeferred)
      return action(*this);
    std::string kills = state ? saveKills(state) : std::string();
    emitPostponed("$assertion", stmt.condition, [&](FunctionGen &gen) {
      if (!kills.empty())
        gen.returnIfKilled(stmt, kills);
      action(gen);
    });
  };
  enter(pass);
  skipIf(state, 2, join);
  if (stmt.pass && stmt.pass->kind != StmtKind::Empty)
    act([&](FunctionGen &gen) { gen.emit(stmt.pass); });
  branch(join);
  enter(fail);
  skipIf(state, 4, join);
  setLocation(stmt.range.begin);
  if (stmt.fail) {
    act([&](FunctionGen &gen) { gen.emit(stmt.fail); });
  } else if (stmt.assertKind != syntax::AssertKind::Cover) {
    std::string text = "Assertion failed.";
    if (!stmt.label.empty())
      text = ("Assertion '" + stmt.label + "' failed.").str();
    act([&](FunctionGen &gen) { gen.emitMessage("$error", text); });
  }
  branch(join);
  enter(join);
}

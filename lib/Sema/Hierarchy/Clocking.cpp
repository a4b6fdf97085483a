//===- Clocking.cpp - clocking blocks -------------------------------------===//
//
// IEEE 1800-2023 clause 14. A clocking block is made of variables in a scope of its
// name and of processes:
//
// - The sampler runs in the observed region after each clocking event. It copies the
//   inputs to their samples, starts the drives that wait, and triggers the event of
//   the block (14.13).
// - Samples with the skew 1step are values of the preponed region, that is, from
//   before the time step (14.4). For each such input a process keeps the value
//   that it had before its last change, and the time of that change: within the
//   time step of a change the value before it counts. Samples with a delay are copies
//   made by a nonblocking assignment with that delay.
// - A drive (14.16) sets a variable and marks its bits, then triggers the event
//   `kick`. The driver, which runs in the reactive region, assigns what is
//   marked if the clocking event has occurred in this time step; else the
//   sampler does so at the next one. Several drives in one time step: the last
//   one counts. Nets are driven through a variable (14.3).
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Lookup.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
class ClockingBuilder {
public:
  ClockingBuilder(Compilation &compilation, ClockingSymbol &clocking)
      : compilation(compilation), state(compilation.state()), types(compilation.types()),
        clocking(clocking), context(state.contextOf(clocking)), binder(compilation, context) {}

  void declare();
  void bind();

private:
  VariableSymbol &variable(llvm::StringRef name, const Type &type, bool isHidden = true);
  void declareSignal(const ClockingItemSyntax &item, const DeclaratorSyntax &declarator);
  const Expr &use(const VariableSymbol &symbol) {
    return binder.namedValue(symbol, nullptr, range);
  }
  const Stmt &assign(const Expr &lhs, const Expr &rhs, const TimingControl *timing = nullptr,
                     bool isNonblocking = false);
  const Stmt &list(llvm::ArrayRef<const Stmt *> items);
  const Stmt &when(const Expr &condition, const Stmt &body);
  const Stmt &timed(llvm::ArrayRef<EventTermExpr> terms, const Stmt &body);
  ProcessSymbol &process(ProcedureKind kind, const Stmt &body, ProcessSymbol::Region region);
  const Expr &sampledValue(const ClockingSignalSymbol &signal);
  const Expr &preponedValue(const Expr &operand, llvm::StringRef name);
  const Expr &delayedValue(const Expr &operand, llvm::StringRef name, const Expr &delay);
  const Stmt &driveOf(const ClockingSignalSymbol &signal);
  const Expr *targetOf(const ClockingSignalSymbol &signal);
  const TimingControl *outputSkew(const ClockingSignalSymbol &signal);
  const Stmt &onChange(const Expr &operand, const Stmt &body);

  Compilation &compilation;
  ElaborationState &state;
  TypeContext &types;
  ClockingSymbol &clocking;
  BindContext context;
  ExprBinder binder;
  support::SourceRange range;
  llvm::SmallVector<EventTermExpr, 2> clockTerms;
};
} // namespace

//===-- Variables -------------------------------------------------------------------===//

VariableSymbol &ClockingBuilder::variable(llvm::StringRef name, const Type &type, bool isHidden) {
  auto &result = state.make<VariableSymbol>(isHidden ? state.text("$" + name) : name, clocking.loc);
  result.type = &type;
  result.isImplicit = isHidden;
  state.addMember(clocking, result);
  return result;
}

/// Skews of items come before those of the default item.
void ClockingBuilder::declareSignal(const ClockingItemSyntax &item,
                                    const DeclaratorSyntax &declarator) {
  auto &signal = state.make<ClockingSignalSymbol>(declarator.name.text, declarator.name.loc);
  signal.clocking = &clocking;
  signal.direction = item.direction;
  if (item.hasInput && item.hasOutput)
    signal.direction = PortDirection::Inout;
  const ExprSyntax *operand = declarator.init;
  if (!operand) {
    auto *name = types.make<NameExprSyntax>();
    name->name = declarator.name;
    name->range = declarator.range;
    operand = name;
  }
  signal.operand = &ExprBinder(compilation, context).bindSelfDetermined(*operand);
  signal.type = signal.operand->type;
  state.declare(clocking, signal);
  signal.inputSkew = item.inputSkew;
  signal.outputSkew = item.outputSkew;
  for (const ClockingItemSyntax *other : clocking.syntax->items) {
    if (!other->isDefault)
      continue;
    if (!signal.inputSkew)
      signal.inputSkew = other->inputSkew;
    if (!signal.outputSkew)
      signal.outputSkew = other->outputSkew;
  }
  if (signal.type->isError())
    return;
  if (signal.direction != PortDirection::Output)
    signal.sample = &variable(signal.name, *signal.type, false);
  if (signal.direction == PortDirection::Input)
    return;
  signal.drive = &variable((signal.name + ".drive").str(), *signal.type);
  const Type &marks = signal.type->isIntegral() ? *signal.type : types.vector(1, false, false);
  signal.driven = &variable((signal.name + ".driven").str(), marks);
}

void ClockingBuilder::declare() {
  context.position = clocking.position;
  clocking.event = &variable("event", types.event());
  clocking.kick = &variable("kick", types.event());
  clocking.lastTime = &variable("time", types.real());
  for (const ClockingItemSyntax *item : clocking.syntax->items)
    for (const DeclaratorSyntax *declarator : item->signals)
      declareSignal(*item, *declarator);
  for (const MemberSyntax *member : clocking.syntax->members)
    if (member->kind != SyntaxKind::LetDecl)
      state.diag.unsupported(member->loc(), "properties and sequences in clocking blocks", "14.5");
}

//===-- Statements ------------------------------------------------------------------===//

const Stmt &ClockingBuilder::assign(const Expr &lhs, const Expr &rhs, const TimingControl *timing,
                                    bool isNonblocking) {
  auto *assignment = types.make<AssignmentExpr>(*lhs.type, range, &lhs, &rhs);
  assignment->isNonblocking = isNonblocking;
  assignment->timing = timing;
  auto *stmt = types.make<ExpressionStmt>(range);
  stmt->expr = assignment;
  return *stmt;
}

const Stmt &ClockingBuilder::list(llvm::ArrayRef<const Stmt *> items) {
  auto *stmt = types.make<ListStmt>(range);
  stmt->items = types.copy(items);
  return *stmt;
}

const Stmt &ClockingBuilder::when(const Expr &condition, const Stmt &body) {
  auto *stmt = types.make<IfStmt>(range);
  stmt->condition = &condition;
  stmt->whenTrue = &body;
  return *stmt;
}

const Stmt &ClockingBuilder::timed(llvm::ArrayRef<EventTermExpr> terms, const Stmt &body) {
  auto *stmt = types.make<TimedStmt>(range);
  stmt->timing = types.make<EventsTiming>(range, types.copy(terms));
  stmt->body = &body;
  return *stmt;
}

ProcessSymbol &ClockingBuilder::process(ProcedureKind kind, const Stmt &body,
                                        ProcessSymbol::Region region) {
  auto &result = *types.make<ProcessSymbol>("", clocking.loc);
  result.procedure = kind;
  result.body = &body;
  result.region = region;
  result.isImplicit = true;
  state.addMember(*clocking.parent, result);
  return result;
}

/// `always @(operand) body`; an unpacked operand is watched as @* does.
const Stmt &ClockingBuilder::onChange(const Expr &operand, const Stmt &body) {
  if (!operand.type->isAggregate()) {
    EventTermExpr term;
    term.expr = &operand;
    return timed(term, body);
  }
  auto *stmt = types.make<TimedStmt>(range);
  stmt->timing = types.make<ImplicitTiming>(range);
  stmt->body = &body;
  return *stmt;
}

//===-- Inputs ----------------------------------------------------------------------===//

/// Keeps the value of before the last change: `now` follows the operand, `before` is its
/// value before the first change in the time step `changed`.
const Expr &ClockingBuilder::preponedValue(const Expr &operand, llvm::StringRef name) {
  VariableSymbol &now = variable((name + ".now").str(), *operand.type);
  VariableSymbol &before = variable((name + ".before").str(), *operand.type);
  VariableSymbol &changed = variable((name + ".changed").str(), types.real());
  now.initialiser = &operand;
  changed.initialiser = types.make<RealConstantExpr>(types.real(), range, -1.0);
  const Expr &time = binder.currentTime(range);
  const Stmt &first = when(binder.binary(BinaryOp::NotEqual, use(changed), time),
                           list({&assign(use(before), use(now)), &assign(use(changed), time)}));
  const Stmt &follow = list({&first, &assign(use(now), operand)});
  process(ProcedureKind::Always, onChange(operand, follow), ProcessSymbol::Region::Usual);
  const Expr &isNew = binder.binary(BinaryOp::Equal, use(changed), time);
  return *types.make<ConditionalExpr>(*operand.type, range, &isNew, &use(before), &operand);
}

const Expr &ClockingBuilder::delayedValue(const Expr &operand, llvm::StringRef name,
                                          const Expr &delay) {
  VariableSymbol &copy = variable((name + ".delayed").str(), *operand.type);
  copy.initialiser = &operand;
  const auto *timing = types.make<DelayTiming>(range, &delay);
  process(ProcedureKind::Always, onChange(operand, assign(use(copy), operand, timing, true)),
          ProcessSymbol::Region::Usual);
  return use(copy);
}

static bool isOneStep(const ClockingSkewSyntax *skew) {
  const auto *keyword = skew ? llvm::dyn_cast_or_null<KeywordExprSyntax>(skew->delay) : nullptr;
  return keyword && keyword->keyword == KeywordExprKind::OneStep;
}

const Expr &ClockingBuilder::sampledValue(const ClockingSignalSymbol &signal) {
  const ClockingSkewSyntax *skew = signal.inputSkew;
  if (!skew || isOneStep(skew))
    return preponedValue(*signal.operand, signal.name);
  if (skew->edge != EdgeKind::None) {
    state.diag.unsupported(skew->loc(), "edges as skews of clocking inputs", "14.4");
    return *signal.operand;
  }
  const Expr &delay = binder.bindDelay(*skew->delay);
  bool isZero = delay.constant && delay.constant->isZero();
  if (delay.isInvalid() || isZero)
    return *signal.operand;
  return delayedValue(*signal.operand, signal.name, delay);
}

//===-- Outputs ---------------------------------------------------------------------===//

/// What a drive assigns to: the operand, or for nets a variable that drives them.
const Expr *ClockingBuilder::targetOf(const ClockingSignalSymbol &signal) {
  const Expr *root = signal.operand;
  for (;;) {
    if (const auto *element = llvm::dyn_cast<ElementSelectExpr>(root))
      root = element->base;
    else if (const auto *part = llvm::dyn_cast<RangeSelectExpr>(root))
      root = part->base;
    else if (const auto *field = llvm::dyn_cast<FieldSelectExpr>(root))
      root = field->base;
    else
      break;
  }
  const auto *named = llvm::dyn_cast<NamedValueExpr>(root);
  if (named && llvm::isa<VariableSymbol>(named->symbol))
    return binder.checkLvalue(*signal.operand, LvalueUse::Nonblocking) ? signal.operand : nullptr;
  if (!named || !binder.checkLvalue(*signal.operand, LvalueUse::Continuous)) {
    state.diag.diag(signal.loc, diag::ClockingOutputTarget) << signal.name;
    return nullptr;
  }
  VariableSymbol &source = variable((signal.name + ".net").str(), *signal.type);
  if (signal.type->isIntegral() && signal.type->isFourState()) {
    auto *highZ = types.make<ConstantExpr>(*signal.type, range);
    highZ->constant = types.constant(
        value::LogicVector(signal.type->width(), signal.type->isSigned(), value::Bit::z));
    source.initialiser = highZ;
  }
  auto &driver = *types.make<ContinuousAssignSymbol>("", clocking.loc);
  driver.lhs = signal.operand;
  driver.rhs = &use(source);
  state.addMember(*clocking.parent, driver);
  return &use(source);
}

const TimingControl *ClockingBuilder::outputSkew(const ClockingSignalSymbol &signal) {
  const ClockingSkewSyntax *skew = signal.outputSkew;
  if (!skew || isOneStep(skew))
    return nullptr;
  if (skew->edge != EdgeKind::None) { // at that edge of the clock
    if (skew->delay || clockTerms.size() != 1) {
      state.diag.unsupported(skew->loc(), "this skew of a clocking output", "14.4");
      return nullptr;
    }
    EventTermExpr term = clockTerms.front();
    term.edge = skew->edge;
    return types.make<EventsTiming>(range, types.copy(llvm::ArrayRef<EventTermExpr>(term)));
  }
  const Expr &delay = binder.bindDelay(*skew->delay);
  bool isZero = delay.constant && delay.constant->isZero();
  return delay.isInvalid() || isZero ? nullptr : types.make<DelayTiming>(range, &delay);
}

/// Assigns what drives have given, if any.
const Stmt &ClockingBuilder::driveOf(const ClockingSignalSymbol &signal) {
  const Expr *target = targetOf(signal);
  if (!target)
    return *types.make<EmptyStmt>(range);
  const Expr &driven = use(*signal.driven);
  const Expr *value = &use(*signal.drive);
  if (signal.type->isIntegral() && signal.type->width() > 1) {
    const Expr &given = binder.binary(BinaryOp::BitwiseAnd, *value, driven);
    const Expr &kept = binder.binary(BinaryOp::BitwiseAnd, *target, binder.complement(driven));
    value = &binder.convertAssign(binder.binary(BinaryOp::BitwiseOr, given, kept), *signal.type,
                                  clocking.loc);
  }
  const Expr &none = binder.integerConstant(0, *driven.type, range);
  signal.driven->initialiser = &none;
  return when(driven,
              list({&assign(*target, *value, outputSkew(signal), true), &assign(driven, none)}));
}

//===-- Processes -------------------------------------------------------------------===//

void ClockingBuilder::bind() {
  context.position = clocking.position;
  context.isProcedural = true;
  range = support::SourceRange(clocking.loc);
  auto &root = *types.make<ProcessSymbol>("", clocking.loc);
  root.parent = clocking.parent;
  EventControlSyntax control;
  control.event = clocking.syntax->event;
  if (!control.event)
    return;
  control.range = control.event->range;
  const TimingControl &event = StmtBinder(compilation, context, root).bindTiming(control);
  const auto *events = llvm::dyn_cast<EventsTiming>(&event);
  if (!events)
    return;
  clockTerms.assign(events->terms.begin(), events->terms.end());
  clocking.lastTime->initialiser = types.make<RealConstantExpr>(types.real(), range, -1.0);
  llvm::SmallVector<const Stmt *, 8> samples, drives;
  const Expr &time = binder.currentTime(range);
  samples.push_back(&assign(use(*clocking.lastTime), time));
  llvm::SmallVector<Symbol *, 8> members(clocking.members.begin(), clocking.members.end());
  for (Symbol *member : members) {
    auto *signal = llvm::dyn_cast<ClockingSignalSymbol>(member);
    if (signal && signal->sample)
      samples.push_back(&assign(use(*signal->sample), sampledValue(*signal)));
    if (signal && signal->drive)
      drives.push_back(&driveOf(*signal));
  }
  auto *trigger = types.make<EventTriggerStmt>(range);
  trigger->event = &use(*clocking.event);
  samples.append(drives.begin(), drives.end());
  samples.push_back(trigger);
  process(ProcedureKind::Always, timed(clockTerms, list(samples)), ProcessSymbol::Region::Observed);
  if (drives.empty())
    return;
  EventTermExpr kick;
  kick.expr = &use(*clocking.kick);
  const Expr &isNow = binder.binary(BinaryOp::Equal, use(*clocking.lastTime), time);
  process(ProcedureKind::Always, timed(kick, when(isNow, list(drives))),
          ProcessSymbol::Region::Reactive);
}

void resolveClocking(Compilation &compilation, ClockingSymbol &clocking) {
  ClockingBuilder(compilation, clocking).declare();
}

void bindClocking(Compilation &compilation, ClockingSymbol &clocking) {
  ClockingBuilder(compilation, clocking).bind();
}

const ClockingSymbol *findDefaultClocking(Compilation &compilation, const Scope *scope) {
  ElaborationState &state = compilation.state();
  for (; scope; scope = scope->symbol->parent) {
    if (Symbol *found = state.defaultClockings.lookup(scope)) {
      state.resolve(*found);
      return llvm::cast<ClockingSymbol>(found);
    }
    const DefaultClockingSyntax *syntax = state.defaultClockingNames.lookup(scope);
    if (!syntax)
      continue;
    Symbol *found = scope->find(syntax->name.text);
    if (auto *clocking = llvm::dyn_cast_or_null<ClockingSymbol>(found)) {
      state.resolve(*found);
      return clocking;
    }
    state.diag.diag(syntax->name.loc, diag::NotAClocking) << syntax->name.text;
    return nullptr;
  }
  return nullptr;
}

} // namespace circtsim::sema

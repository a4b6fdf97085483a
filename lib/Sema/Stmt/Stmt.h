//===- Stmt.h - bound statements and timing controls ------------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 9, 10, 12, 15, 16.3. Immutable, arena-allocated.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_STMT_STMT_H
#define CIRCTSIM_SEMA_STMT_STMT_H

#include "Sema/Expr/Expr.h"
#include "Syntax/StmtSyntax.h"

namespace circtsim::sema {

class BlockSymbol;
class VariableSymbol;
class SubroutineSymbol;

//===-- Timing controls (9.4) ---------------------------------------------===//

enum class TimingKind : uint8_t { Invalid, Delay, Events, Implicit, Repeated };

struct TimingControl {
  const TimingKind kind;
  support::SourceRange range;

protected:
  TimingControl(TimingKind k, support::SourceRange r) : kind(k), range(r) {}
};
struct InvalidTiming : TimingControl {
  explicit InvalidTiming(support::SourceRange r) : TimingControl(TimingKind::Invalid, r) {}
  static bool classof(const TimingControl *t) { return t->kind == TimingKind::Invalid; }
};
/// #delay: in units of the enclosing time unit; integral or real. A time
/// literal is already scaled to that unit.
struct DelayTiming : TimingControl {
  const Expr *delay; ///< null: 1step, the smallest precision of the design (3.14.3)
  DelayTiming(support::SourceRange r, const Expr *d) : TimingControl(TimingKind::Delay, r), delay(d) {}
  static bool classof(const TimingControl *t) { return t->kind == TimingKind::Delay; }
};
struct EventTermExpr {
  syntax::EdgeKind edge = syntax::EdgeKind::None;
  const Expr *expr = nullptr; ///< integral, real, or of type event
  const Expr *iff = nullptr;
};
/// @(a or posedge b iff c).
struct EventsTiming : TimingControl {
  llvm::ArrayRef<EventTermExpr> terms;
  EventsTiming(support::SourceRange r, llvm::ArrayRef<EventTermExpr> t) : TimingControl(TimingKind::Events, r), terms(t) {}
  static bool classof(const TimingControl *t) { return t->kind == TimingKind::Events; }
};
/// @*: IRGen derives the reads from the controlled statement (9.4.2.2).
struct ImplicitTiming : TimingControl {
  explicit ImplicitTiming(support::SourceRange r) : TimingControl(TimingKind::Implicit, r) {}
  static bool classof(const TimingControl *t) { return t->kind == TimingKind::Implicit; }
};
/// repeat (n) @(...) of an intra-assignment control.
struct RepeatedTiming : TimingControl {
  const Expr *count;
  const TimingControl *event;
  RepeatedTiming(support::SourceRange r, const Expr *c, const TimingControl *e)
      : TimingControl(TimingKind::Repeated, r), count(c), event(e) {}
  static bool classof(const TimingControl *t) { return t->kind == TimingKind::Repeated; }
};

//===-- Statements ----------------------------------------------------------===//

enum class StmtKind : uint8_t {
  Invalid, Empty, List, Block, VariableDecl, Expression, ProceduralAssign, If, Case, For, Foreach, While, DoWhile, Repeat,
  Forever, Return, Break, Continue, Timed, Wait, WaitFork, WaitOrder, EventTrigger, Disable, DisableFork, ImmediateAssert,
  Randcase, Randsequence, Production,
};

class Stmt {
public:
  const StmtKind kind;
  support::SourceRange range;

protected:
  Stmt(StmtKind k, support::SourceRange r) : kind(k), range(r) {}
};

#define CIRCTSIM_STMT_CLASSOF(K)                                                                   \
  static bool classof(const Stmt *s) { return s->kind == StmtKind::K; }
#define CIRCTSIM_STMT(K)                                                                           \
  CIRCTSIM_STMT_CLASSOF(K)                                                                         \
  explicit K##Stmt(support::SourceRange r) : Stmt(StmtKind::K, r) {}

struct InvalidStmt : Stmt { CIRCTSIM_STMT(Invalid) };
struct EmptyStmt : Stmt { CIRCTSIM_STMT(Empty) };
struct ListStmt : Stmt {
  CIRCTSIM_STMT(List)
  llvm::ArrayRef<const Stmt *> items;
};
/// begin/end (`fork` nullopt) or fork/join*. `scope` is null for a block
/// without name and declarations. For a fork, `body` is a ListStmt whose items
/// after leading VariableDecls are the branches.
struct BlockStmt : Stmt {
  CIRCTSIM_STMT(Block)
  std::optional<syntax::JoinKind> fork;
  const BlockSymbol *scope = nullptr;
  const Stmt *body = nullptr;
};
/// Runs the initialiser of an automatic variable (static ones run before time 0).
struct VariableDeclStmt : Stmt {
  CIRCTSIM_STMT(VariableDecl)
  const VariableSymbol *variable = nullptr;
};
/// Assignment, call, increment or void'(f()).
struct ExpressionStmt : Stmt {
  CIRCTSIM_STMT(Expression)
  const Expr *expr = nullptr;
  bool isVoidCast = false;
};
/// assign / deassign / force / release (10.6).
struct ProceduralAssignStmt : Stmt {
  CIRCTSIM_STMT(ProceduralAssign)
  syntax::ProcContinuousKind action = syntax::ProcContinuousKind::Assign;
  const Expr *lhs = nullptr;
  const Expr *rhs = nullptr; ///< null for deassign, release
};
struct IfStmt : Stmt {
  CIRCTSIM_STMT(If)
  syntax::UniqueKind unique = syntax::UniqueKind::None;
  const Expr *condition = nullptr;
  const Stmt *whenTrue = nullptr;
  const Stmt *whenFalse = nullptr; ///< may be null
};
/// case / casez / casex / case inside. Selector and labels have one common
/// type; with `inside` a label may be an InsideExpr::Item range.
struct CaseStmt : Stmt {
  CIRCTSIM_STMT(Case)
  struct Item {
    llvm::ArrayRef<InsideExpr::Item> labels; ///< `high` only with inside
    const Stmt *body = nullptr;
  };
  syntax::CaseKind caseKind = syntax::CaseKind::Case;
  bool isInside = false;
  syntax::UniqueKind unique = syntax::UniqueKind::None;
  const Expr *selector = nullptr;
  llvm::ArrayRef<Item> items;
  const Stmt *defaultBody = nullptr; ///< may be null
  /// Says the attribute full_case: synthesis may take it that an item matches.
  bool isFull = false;
};
struct ForStmt : Stmt {
  CIRCTSIM_STMT(For)
  const BlockSymbol *scope = nullptr;       ///< of declared loop variables, or null
  llvm::ArrayRef<const Stmt *> initialisers;///< VariableDecl or Expression
  const Expr *condition = nullptr;          ///< may be null
  llvm::ArrayRef<const Expr *> steps;
  const Stmt *body = nullptr;
};
/// Loop variables are automatic, one per dimension with a name (null: skipped).
struct ForeachStmt : Stmt {
  CIRCTSIM_STMT(Foreach)
  const BlockSymbol *scope = nullptr;
  const Expr *array = nullptr;
  llvm::ArrayRef<const VariableSymbol *> variables;
  const Stmt *body = nullptr;
};
struct WhileStmt : Stmt {
  CIRCTSIM_STMT(While)
  const Expr *condition = nullptr;
  const Stmt *body = nullptr;
};
struct DoWhileStmt : Stmt {
  CIRCTSIM_STMT(DoWhile)
  const Expr *condition = nullptr;
  const Stmt *body = nullptr;
};
struct RepeatStmt : Stmt {
  CIRCTSIM_STMT(Repeat)
  const Expr *count = nullptr;
  const Stmt *body = nullptr;
};
struct ForeverStmt : Stmt {
  CIRCTSIM_STMT(Forever)
  const Stmt *body = nullptr;
};
struct ReturnStmt : Stmt {
  CIRCTSIM_STMT(Return)
  const Expr *value = nullptr; ///< may be null
  bool endsProduction = false; ///< of a randsequence; its value is assigned before
};
struct BreakStmt : Stmt { CIRCTSIM_STMT(Break) };
struct ContinueStmt : Stmt { CIRCTSIM_STMT(Continue) };
struct TimedStmt : Stmt {
  CIRCTSIM_STMT(Timed)
  const TimingControl *timing = nullptr;
  const Stmt *body = nullptr;
};
struct WaitStmt : Stmt {
  CIRCTSIM_STMT(Wait)
  const Expr *condition = nullptr;
  const Stmt *body = nullptr;
};
struct WaitForkStmt : Stmt { CIRCTSIM_STMT(WaitFork) };
struct WaitOrderStmt : Stmt {
  CIRCTSIM_STMT(WaitOrder)
  llvm::ArrayRef<const Expr *> events;
  const Stmt *success = nullptr, *failure = nullptr;
};
struct EventTriggerStmt : Stmt {
  CIRCTSIM_STMT(EventTrigger)
  const Expr *event = nullptr;
  bool isNonblocking = false;
  const TimingControl *timing = nullptr; ///< ->> #d e
};
struct DisableStmt : Stmt {
  CIRCTSIM_STMT(Disable)
  const Symbol *target = nullptr; ///< BlockSymbol or task SubroutineSymbol
  const HierarchicalPath *path = nullptr;
};
struct DisableForkStmt : Stmt { CIRCTSIM_STMT(DisableFork) };
/// assert/assume/cover immediate and deferred (16.3, 16.4).
struct ImmediateAssertStmt : Stmt {
  CIRCTSIM_STMT(ImmediateAssert)
  syntax::AssertKind assertKind = syntax::AssertKind::Assert;
  syntax::AssertDeferral deferral = syntax::AssertDeferral::None;
  llvm::StringRef label;
  const Expr *condition = nullptr;
  const Stmt *pass = nullptr, *fail = nullptr; ///< fail null: default $error
};

/// randcase (18.16): one item, with the probability of its weight among all.
struct RandcaseStmt : Stmt {
  CIRCTSIM_STMT(Randcase)
  struct Item {
    const Expr *weight = nullptr; ///< integral, as unsigned
    const Stmt *body = nullptr;
  };
  llvm::ArrayRef<Item> items;
};
/// randsequence (18.17): its start production; `break` in a code block ends it.
struct RandsequenceStmt : Stmt {
  CIRCTSIM_STMT(Randsequence)
  const Stmt *body = nullptr;
};
/// One use of a production; a ReturnStmt of its code blocks ends it, not the subroutine.
struct ProductionStmt : Stmt {
  CIRCTSIM_STMT(Production)
  const Stmt *body = nullptr;
};
} // namespace circtsim::sema

#endif

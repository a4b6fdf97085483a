//===- StmtBinder.h - from statement syntax to bound statements -*- C++ -*-===//
//
// IEEE 1800-2023 clauses 9, 10, 12, 13, 15, 16.3.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_STMT_STMTBINDER_H
#define CIRCTSIM_SEMA_STMT_STMTBINDER_H

#include "Sema/Compilation.h"
#include "Sema/Expr/BindContext.h"
#include "Sema/Stmt/Stmt.h"
#include "Sema/Symbols/Symbol.h"

#include "llvm/ADT/SmallVector.h"

namespace circtsim::sema {

/// Binds the statements of one process or subroutine. Blocks and their
/// declarations get their symbols first (declareBlocks), so that other code
/// may name them; then the statements are bound.
class StmtBinder {
public:
  /// `root` is the ProcessSymbol or SubroutineSymbol the statements belong to.
  StmtBinder(Compilation &compilation, const BindContext &context, const Symbol &root);

  const Stmt &bind(const syntax::StmtSyntax &syntax);
  /// The statement of a process, with the rules of its kind (9.2).
  const Stmt &bindProcess(const syntax::StmtSyntax &syntax);
  /// The statements of a subroutine's body, its declarations included.
  const Stmt &bindList(syntax::List<syntax::StmtSyntax> statements);
  const TimingControl &bindTiming(const syntax::TimingSyntax &syntax);

  /// Makes the symbols of all named or declaring blocks within a statement
  /// whose scope is `scope`, once per (root, statement).
  static void declareBlocks(Compilation &compilation, Symbol &root, Scope &scope,
                            const syntax::StmtSyntax &syntax, Lifetime lifetime, uint32_t position);

private:
  /// What encloses the statement being bound.
  struct Surroundings {
    uint32_t loops = 0;
    bool isInForkBranch = false;
    /// Within a code block of this production (18.17).
    struct Production *production = nullptr;
  };

  const Stmt *bindBlock(const syntax::BlockStmtSyntax &syntax);
  const Stmt *bindExpression(const syntax::ExprStmtSyntax &syntax);
  const Stmt *bindAsyncPla(const syntax::ExprStmtSyntax &syntax,
                           const syntax::SystemCallExprSyntax &call);
  const Stmt *bindAssign(const syntax::AssignStmtSyntax &syntax);
  const Stmt *bindProcContinuous(const syntax::ProcContinuousStmtSyntax &syntax);
  const Stmt *bindIf(const syntax::IfStmtSyntax &syntax);
  const Stmt *bindCase(const syntax::CaseStmtSyntax &syntax);
  const Stmt *bindFor(const syntax::ForStmtSyntax &syntax);
  const Stmt *bindForeach(const syntax::ForeachStmtSyntax &syntax);
  const Stmt *bindReturn(const syntax::ReturnStmtSyntax &syntax);
  const Stmt *bindJump(const syntax::StmtSyntax &syntax);
  const Stmt *bindTimed(const syntax::TimingStmtSyntax &syntax);
  const Stmt *bindWaitOrder(const syntax::WaitOrderStmtSyntax &syntax);
  const Stmt *bindTrigger(const syntax::EventTriggerStmtSyntax &syntax);
  const Stmt *bindDisable(const syntax::DisableStmtSyntax &syntax);
  const Stmt *bindAssert(const syntax::ImmediateAssertStmtSyntax &syntax);
  // PatternStmts.cpp
  const Stmt *bindCaseMatches(const syntax::CaseStmtSyntax &syntax);
  const Stmt *bindPatternItem(const syntax::CaseItemSyntax &item, const Expr &selector,
                              syntax::CaseKind kind, IfStmt *&link);
  void enterPatternScope(BlockSymbol &block);
  // ClockingStmts.cpp
  const Stmt *bindClockingDrive(const syntax::AssignStmtSyntax &syntax);
  const TimingControl &bindCycleDelay(const syntax::CycleDelayControlSyntax &syntax);
  const TimingControl &clockingEvents(const Expr &count, const ClockingSymbol &clocking,
                                      const HierarchicalPath *path, support::SourceRange range);
  // RandomStmts.cpp
  const Stmt *bindProductionReturn(const syntax::ReturnStmtSyntax &syntax);
  const Stmt *bindRandcase(const syntax::RandcaseStmtSyntax &syntax);
  const Stmt *bindRandsequence(const syntax::RandsequenceStmtSyntax &syntax);
  friend class SequenceBinder;
  /// The body of a loop.
  const Stmt *bindLoopBody(const syntax::StmtSyntax &syntax);
  const Stmt *bindOptional(const syntax::StmtSyntax *syntax);
  const Stmt *invalid(const syntax::StmtSyntax &syntax);
  template <typename T>
  T *make(const syntax::SyntaxNode &syntax) {
    return compilation.types().make<T>(syntax.range);
  }

  void bindItems(llvm::ArrayRef<const syntax::StmtSyntax *> items, bool isFork,
                 llvm::SmallVectorImpl<const Stmt *> &result);
  void bindBlockItems(const syntax::BlockStmtSyntax &syntax, bool hasScope,
                      llvm::SmallVectorImpl<const Stmt *> &items);
  void bindVariables(const syntax::VariableDeclSyntax &syntax, Scope &scope,
                     llvm::SmallVectorImpl<const Stmt *> &result);
  const Stmt *listOf(const syntax::SyntaxNode &syntax, llvm::ArrayRef<const Stmt *> items);
  BlockSymbol *blockOf(const syntax::SyntaxNode &syntax) const;
  bool bindEventTerms(const syntax::ExprSyntax &syntax,
                      llvm::SmallVectorImpl<EventTermExpr> &terms);
  /// Reports a control of time where none is allowed; counts it.
  bool checkTiming(support::SourceLoc loc, bool isEventControl = false);
  Compilation &compilation;
  BindContext context;
  const Symbol &root;
  Surroundings surroundings;
  /// Of a process.
  std::optional<syntax::ProcedureKind> procedure;
  uint32_t timingControls = 0;
};

} // namespace circtsim::sema

#endif

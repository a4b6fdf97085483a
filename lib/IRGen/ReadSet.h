//===- ReadSet.h - what a process reads: implicit sensitivity ---*- C++ -*-===//
#ifndef CIRCTSIM_IRGEN_READSET_H
#define CIRCTSIM_IRGEN_READSET_H

#include "IRGen/StaticPrefix.h"
#include "Sema/Compilation.h"

#include "llvm/ADT/DenseSet.h"

#include <vector>

namespace circtsim::irgen {

/// Reads of signals by statements and expressions, as longest static prefixes,
/// in order of first appearance and without repetitions.
///
/// `@*` (9.4.2.2): every net and variable read by the statement itself.
/// always_comb (9.2.2.2.1): also those read by called functions, without the
/// variables that the block writes.
class ReadSet {
public:
  explicit ReadSet(sema::Compilation &compilation, bool followCalls)
      : compilation(compilation), followCalls(followCalls) {}

  void addStatement(const sema::Stmt *stmt);
  void addExpr(const sema::Expr *expr);
  /// Only the index expressions of an lvalue.
  void addLvalue(const sema::Expr *expr);

  /// The reads; with `withoutWritten`, those of variables written are left out.
  std::vector<StaticPrefix> terms(bool withoutWritten) const;

private:
  void addRead(const sema::Expr &expr);
  void addSelectIndices(const sema::Expr &expr);
  void addTiming(const sema::TimingControl *timing);
  void addCall(const sema::CallExpr &call);
  void addLoop(const sema::Stmt *stmt);
  bool relocate(StaticPrefix &prefix);
  const sema::HierarchicalPath *composed(const sema::HierarchicalPath *path);
  bool isTracked(const sema::ValueSymbol &symbol) const;

  sema::Compilation &compilation;
  bool followCalls;
  unsigned callDepth = 0; ///< inside of called functions
  /// The way to the instance whose function is being read; null: that of the process.
  const sema::HierarchicalPath *calledBy = nullptr;
  std::vector<StaticPrefix> reads;
  llvm::DenseSet<const sema::ValueSymbol *> written;
  llvm::DenseSet<const sema::ValueSymbol *> setFirst; ///< loop variables: assigned before any read
  llvm::DenseSet<const sema::SubroutineSymbol *> visited;
};

/// Whether running the statement may suspend the process (9.4, 9.3.2, 9.6),
/// following calls of tasks and functions.
class SuspensionAnalysis {
public:
  explicit SuspensionAnalysis(sema::Compilation &compilation) : compilation(compilation) {}
  bool maySuspend(const sema::Stmt *stmt);
  bool maySuspend(const sema::Expr *expr);
  /// Methods of the classes of std that suspend the caller (9.7, 15.3, 15.4).
  static bool waits(const sema::MethodCallExpr &call);
  bool maySuspend(const sema::SubroutineSymbol &subroutine);
  /// Whether code may ask for a handle of its process (9.7), here or in what it calls.
  bool namesProcess(const sema::Stmt *stmt);

private:
  bool namesProcess(const sema::Expr &expr);
  sema::Compilation &compilation;
  /// Result per subroutine; absent while being computed: assumed not to suspend.
  llvm::DenseMap<const sema::SubroutineSymbol *, bool> known, naming;
};

} // namespace circtsim::irgen

#endif

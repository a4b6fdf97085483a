//===- DesignGen.h - state shared by all bodies -----------------*- C++ -*-===//
#ifndef CIRCTSIM_IRGEN_DESIGNGEN_H
#define CIRCTSIM_IRGEN_DESIGNGEN_H

#include "IRGen/IRGen.h"
#include "IRGen/PortUse.h"
#include "IRGen/ReadSet.h"
#include "IRGen/StaticLocals.h"
#include "IRGen/TypeLowering.h"

#include "llvm/ADT/StringSet.h"

#include <deque>

namespace circtsim::irgen {

class BodyGen;

/// Blocks and tasks that a `disable` outside of them can end (9.6.2): those
/// need run-time bookkeeping. A disable of a block by its own statements is a
/// jump, unless the block forks.
class DisableTargets {
public:
  void scan(const sema::Stmt *stmt);
  void scanSubroutine(const sema::SubroutineSymbol &subroutine, const sema::Stmt *body);
  bool isRemote(const sema::Symbol *target) const { return remote.contains(target); }

private:
  void visit(const sema::Stmt *stmt);
  llvm::SmallVector<std::pair<const sema::Symbol *, bool>, 8> enclosing; ///< target, forks inside
  llvm::DenseSet<const sema::Symbol *> remote;
};

/// Whole-design state: types, locations, bodies, and the functions still to be
/// generated.
class DesignGen {
public:
  DesignGen(sema::Compilation &compilation, mlir::MLIRContext &context);
  ~DesignGen();

  mlir::OwningOpRef<mlir::ModuleOp> run();

  mlir::Location locate(support::SourceLoc loc);
  BodyGen &bodyGen(const sema::BodySymbol &body);
  /// The declaration of a subroutine, whose body will be generated in its turn.
  csim::FuncOp declare(const sema::SubroutineSymbol &subroutine);

  sema::Compilation &compilation;
  mlir::MLIRContext &context;
  TypeLowering types;
  SuspensionAnalysis suspension;
  DisableTargets disables;
  StaticLocals staticLocals;
  PortUse portUse;

private:
  void generatePending();
  /// Looks at all code once, for `disables` and `staticLocals`.
  void scanCode();
  void scanScope(const sema::Scope &scope);

  mlir::OwningOpRef<mlir::ModuleOp> design;
  llvm::DenseMap<const sema::BodySymbol *, std::unique_ptr<BodyGen>> bodies;
  llvm::DenseMap<const sema::SubroutineSymbol *, csim::FuncOp> functions;
  std::deque<const sema::SubroutineSymbol *> pending;
  llvm::DenseMap<const char *, mlir::StringAttr> fileNames;
};

} // namespace circtsim::irgen

#endif

//===- BindContext.h - where and how an expression is bound -----*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_EXPR_BINDCONTEXT_H
#define CIRCTSIM_SEMA_EXPR_BINDCONTEXT_H

#include <cstdint>

namespace circtsim::sema {

class Scope;
class SubroutineSymbol;
struct HierarchicalPath;

/// The surroundings of an expression, type or statement: which names it sees,
/// and which rules hold. Copied freely; a binder never changes its own.
struct BindContext {
  Scope *scope = nullptr;
  /// Names of `scope` declared at or behind this position (Symbol::position,
  /// counted per scope) are not seen where the LRM asks for declaration before
  /// use (6.21, 23.9); in the scopes around it, the position of the inner
  /// scope's symbol counts. NoPosition: all names of `scope` are seen.
  static constexpr uint32_t NoPosition = ~0u;
  uint32_t position = NoPosition;
  /// The function or task whose body (or formals) this is; else null.
  SubroutineSymbol *subroutine = nullptr;
  /// A constant expression is required (11.2.1): variables, nets and
  /// hierarchical names are errors.
  bool isConstant = false;
  /// Within a procedure, function or task.
  bool isProcedural = false;
  bool isInFunction = false;
  /// Within a `fork` branch: automatic variables declared outside of the
  /// branch and used here are marked as captured.
  bool isInFork = false;
  /// An undeclared simple name becomes an implicit net (6.10): port
  /// connections, terminals, left sides of continuous assignments.
  bool allowImplicitNets = false;
  /// A port connection or a terminal: interconnect nets are allowed (6.6.8).
  bool isConnection = false;
  /// A continuous assignment, assign or force: virtual interfaces lead nowhere (25.9).
  bool isContinuous = false;
  /// always_comb and always_latch: what they read is sought before the run (9.2.2.2.1).
  bool isCombinational = false;
  /// The value is read again and again (assign, force): automatic variables are
  /// errors (6.21).
  bool forbidsAutomatic = false;
  /// Within code that a constant condition never reaches: no warnings about values there.
  bool isDead = false;
  /// The value of a parameter other than a specparam, which takes no specparams (6.20.5).
  bool forbidsSpecparams = false;
  /// Takes the variables of patterns (12.6); null where there is no place for them.
  Scope *patternScope = nullptr;
  /// Of values in a configuration: a scope of the design, whose top modules they may name to
  /// get at parameters (33.4.3).
  Scope *designScope = nullptr;
  /// The scope whose code this becomes part of, if it is not `scope`: a use of a `let` that
  /// another body declares. Paths are as seen from there.
  Scope *viewer = nullptr;
  /// With `viewer`: the way from there to the body of `scope` (25.5.4).
  const HierarchicalPath *prefix = nullptr;
  /// Calls of tasks are allowed (the expression is a statement).
  bool allowTasks = false;
};

} // namespace circtsim::sema

#endif

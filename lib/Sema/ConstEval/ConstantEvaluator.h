//===- ConstantEvaluator.h - evaluates bound expressions --------*- C++ -*-===//
//
// Constant expressions and constant functions, IEEE 1800-2023 11.2.1, 13.4.3.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_CONSTEVAL_CONSTANTEVALUATOR_H
#define CIRCTSIM_SEMA_CONSTEVAL_CONSTANTEVALUATOR_H

#include "Sema/ConstEval/ConstantValue.h"
#include "Sema/Expr/Expr.h"

#include <memory>

namespace circtsim::sema {

class Compilation;

/// Evaluates. One object per evaluation is the normal use; its step budget
/// (ElaborationOptions::maxConstantSteps) is shared by all calls on it.
class ConstantEvaluator {
public:
  explicit ConstantEvaluator(Compilation &compilation);
  ~ConstantEvaluator();

  /// The value, or a bad value after an error that says why there is none.
  ConstantValue evaluate(const Expr &expr);
  /// As above without messages, and without calling user-defined functions.
  ConstantValue tryEvaluate(const Expr &expr);

private:
  struct Impl;
  std::unique_ptr<Impl> impl;
};

/// The value converted to `type` by the rules of assignment (10.7 - 10.9):
/// width, sign, state, integer <-> real, string. Bad if that is not possible.
ConstantValue convertConstant(const ConstantValue &value, const Type &from, const Type &to);

/// The value that variables of a type start with (6.8, table 6-7); defaults of
/// structure members (7.2.2) are not part of it: ExprBinder::structureDefault.
ConstantValue defaultValue(const Type &type);

/// A constant node (Constant, RealConstant, StringConstant, Pattern, Null or
/// Unbounded) of `type` in the compilation's arena.
const Expr &constantExpr(Compilation &compilation, const ConstantValue &value, const Type &type,
                         support::SourceRange range);

} // namespace circtsim::sema

#endif

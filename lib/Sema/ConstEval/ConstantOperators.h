//===- ConstantOperators.h - operators on constant values -------*- C++ -*-===//
//
// What operators, selects and pure built-ins do with values. Operands have the
// types that bound nodes promise (Expr.h); results have the form of `type`. A bad
// value means that there is no such operation.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_CONSTEVAL_CONSTANTOPERATORS_H
#define CIRCTSIM_SEMA_CONSTEVAL_CONSTANTOPERATORS_H

#include "Sema/ConstEval/ConstantValue.h"
#include "Sema/Expr/Expr.h"

namespace circtsim::sema {

/// Width, sign and state of an integral type.
value::LogicVector convertInteger(const value::LogicVector &v, const Type &to);
/// The vectors of a value in bit-stream order; false for reals and handles.
bool flatten(const ConstantValue &value, std::vector<value::LogicVector> &parts);
/// 6.24.3 between types of equal bit-stream width.
ConstantValue bitStreamConvert(const ConstantValue &value, const Type &to);

/// Truth value of a singular value as a one-bit Logic64 (12.4); reals: not 0.0.
value::Logic64 truthOf(const ConstantValue &value);
ConstantValue evaluateUnary(syntax::UnaryOp op, const ConstantValue &operand, const Type &type);
ConstantValue evaluateBinary(syntax::BinaryOp op, const ConstantValue &lhs,
                             const ConstantValue &rhs, const Type &type);
/// 11.4.11, with the merge of an unknown condition.
ConstantValue evaluateConditional(value::Logic64 condition, const ConstantValue &whenTrue,
                                  const ConstantValue &whenFalse, const Type &type);
/// One member of an `inside` list, as a one-bit Logic64 (11.4.13).
value::Logic64 insideMatch(const ConstantValue &operand, const ConstantValue &low,
                           const ConstantValue *high);

/// A built-in function without side effects; `row` of Builtins.def. Methods
/// have the receiver as first argument, whose type is `receiver`.
ConstantValue evaluateBuiltin(uint32_t row, llvm::ArrayRef<ConstantValue> arguments,
                              const Type *receiver, const Type &type);

} // namespace circtsim::sema

#endif

//===- BinderSupport.h - shared by the files of ExprBinder ------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_EXPR_BINDERSUPPORT_H
#define CIRCTSIM_SEMA_EXPR_BINDERSUPPORT_H

#include "Sema/Compilation.h"
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Types/TypeBinder.h"

namespace circtsim::sema {

template <typename T, typename... Args>
T *ExprBinder::make(Args &&...args) {
  return types.make<T>(std::forward<Args>(args)...);
}

template <typename T>
llvm::ArrayRef<T> ExprBinder::copy(llvm::ArrayRef<T> items) {
  return types.copy(items);
}

/// Nodes are created mutable and become const when they are finished; this is
/// for the binder's own unfinished nodes.
inline Expr *mutableExpr(const Expr *expr) { return const_cast<Expr *>(expr); }

inline bool isBad(const Expr &expr) { return expr.isInvalid() || expr.type->isError(); }

/// Same width, sign and state: values need no conversion.
inline bool sameShape(const Type &a, const Type &b) {
  return a.width() == b.width() && a.isSigned() == b.isSigned() &&
         a.isFourState() == b.isFourState();
}

/// The operator's operands wait for the size of its context (table 11-21).
inline bool isOpen(const Expr &expr) {
  using syntax::BinaryOp;
  using syntax::UnaryOp;
  if (!expr.type->isNumeric())
    return false;
  if (const auto *unary = llvm::dyn_cast<UnaryExpr>(&expr))
    return unary->op == UnaryOp::Plus || unary->op == UnaryOp::Minus ||
           unary->op == UnaryOp::BitwiseNot;
  if (const auto *binary = llvm::dyn_cast<BinaryExpr>(&expr))
    return binary->op <= BinaryOp::ArithShiftRight ||
           (binary->op >= BinaryOp::BitwiseAnd && binary->op <= BinaryOp::BitwiseOr);
  return expr.kind == ExprKind::Conditional;
}

/// The right operand is self-determined: shifts and power.
inline bool isShiftLike(syntax::BinaryOp op) {
  return op >= syntax::BinaryOp::Power && op <= syntax::BinaryOp::ArithShiftRight;
}

/// The integral type in which two values are compared (11.8.1, Operators.cpp).
const Type &commonIntegral(TypeContext &types, const Type &a, const Type &b);

/// A constant of any form.
inline bool isConstantNode(const Expr &expr) {
  return expr.constant || expr.kind == ExprKind::RealConstant ||
         expr.kind == ExprKind::StringConstant || expr.kind == ExprKind::Unbounded ||
         expr.kind == ExprKind::Null;
}

inline bool isHandleType(const Type &type) {
  TypeKind kind = type.canonical().kind;
  return kind == TypeKind::Event || kind == TypeKind::CHandle || kind == TypeKind::Class ||
         kind == TypeKind::Process || kind == TypeKind::Semaphore ||
         kind == TypeKind::Mailbox || kind == TypeKind::VirtualInterface || kind == TypeKind::Null;
}

} // namespace circtsim::sema

#endif

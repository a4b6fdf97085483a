//===- ExprDump.h - bound expressions as text -------------------*- C++ -*-===//
//
// `a:u8` is the named value a of 8 unsigned four-state bits; i8 / u8 stand for
// signed and unsigned four-state vectors, I8 / U8 for two-state ones; r is real, s
// string. Constants show their value; conversions as (conv:u9 a:u8).
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_TEST_UNIT_SEMA_EXPRDUMP_H
#define CIRCTSIM_TEST_UNIT_SEMA_EXPRDUMP_H

#include "SemaHarness.h"

namespace circtsim::sematest {

inline std::string shape(const sema::Type &type) {
  if (type.isReal())
    return "r";
  if (type.isString())
    return "s";
  if (!type.isIntegral())
    return type.describe();
  const char *letter =
      type.isFourState() ? (type.isSigned() ? "i" : "u") : (type.isSigned() ? "I" : "U");
  return letter + std::to_string(type.width());
}

inline std::string dump(const sema::Expr &expr) {
  using namespace sema;
  using llvm::dyn_cast;
  using llvm::isa;
  std::string type = ":" + shape(*expr.type);
  if (isa<ConstantExpr>(expr) || isa<RealConstantExpr>(expr) || isa<StringConstantExpr>(expr))
    return Design::valueText(expr) + type;
  if (const auto *e = dyn_cast<NamedValueExpr>(&expr))
    return e->symbol->name.str() + type;
  if (const auto *e = dyn_cast<UnaryExpr>(&expr))
    return "(" + spelling(e->op).str() + type + " " + dump(*e->operand) + ")";
  if (const auto *e = dyn_cast<BinaryExpr>(&expr))
    return "(" + spelling(e->op).str() + type + " " + dump(*e->lhs) + " " + dump(*e->rhs) + ")";
  if (const auto *e = dyn_cast<ConditionalExpr>(&expr))
    return "(?" + type + " " + dump(*e->condition) + " " + dump(*e->whenTrue) + " " +
           dump(*e->whenFalse) + ")";
  if (const auto *e = dyn_cast<ConversionExpr>(&expr))
    return "(conv" + type + " " + dump(*e->operand) + ")";
  if (const auto *e = dyn_cast<ElementSelectExpr>(&expr))
    return "([]" + type + " " + dump(*e->base) + " " + dump(*e->index) + ")";
  if (const auto *e = dyn_cast<RangeSelectExpr>(&expr))
    return "([" + spelling(e->rangeKind).str() + "]" + type + " " + dump(*e->base) + " " +
           dump(*e->left) + " " + dump(*e->right) + ")";
  if (const auto *e = dyn_cast<FieldSelectExpr>(&expr))
    return "(." + e->field->name.str() + type + " " + dump(*e->base) + ")";
  llvm::ArrayRef<const Expr *> list;
  std::string head = "?";
  if (const auto *e = dyn_cast<ConcatExpr>(&expr))
    head = "{}", list = e->elements;
  else if (const auto *e = dyn_cast<StreamingExpr>(&expr))
    head = e->rightToLeft ? "<<" + std::to_string(e->sliceSize) : ">>", list = e->elements;
  else if (const auto *e = dyn_cast<PatternExpr>(&expr))
    head = "'{}", list = e->elements;
  else if (const auto *e = dyn_cast<CallExpr>(&expr))
    head = e->subroutine->name.str(), list = e->arguments;
  else if (const auto *e = dyn_cast<SystemCallExpr>(&expr))
    head = e->name.str(), list = e->arguments;
  else if (const auto *e = dyn_cast<ReplicationExpr>(&expr))
    return "(rep" + type + " " + dump(*e->count) + " " + dump(*e->operand) + ")";
  else if (const auto *e = dyn_cast<MethodCallExpr>(&expr))
    return "(" + e->name.str() + type + " " + dump(*e->receiver) + ")";
  else if (const auto *e = dyn_cast<AssignmentExpr>(&expr))
    return "(=" + type + " " + dump(*e->lhs) + " " + dump(*e->rhs) + ")";
  std::string out = "(" + head + type;
  for (const Expr *element : list)
    out += " " + dump(*element);
  return out + ")";
}

/// The right side of the first continuous assignment of the first top.
inline std::string dumpAssign(const Design &design) {
  for (const sema::Symbol *member : design.top().members)
    if (const auto *assign = llvm::dyn_cast<sema::ContinuousAssignSymbol>(member))
      return assign->rhs ? dump(*assign->rhs) : "<null>";
  return "<none>";
}

} // namespace circtsim::sematest

#endif

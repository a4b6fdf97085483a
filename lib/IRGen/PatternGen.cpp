//===- PatternGen.cpp - patterns, tags, random choices --------------------===//
//
// IEEE 1800-2023 12.6 (tests of patterns), 11.9 (the tag of a tagged union is
// tested when a member is used), 18.16 and 18.17 (random choices by weight).
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::isa;
namespace arith = mlir::arith;

mlir::Value FunctionGen::emitPatternTest(const PatternTestExpr &expr) {
  if (expr.variable) {
    mlir::Value value = emitRight(*expr.operand);
    LValue place;
    place.type = expr.variable->type;
    place.ref = createLocal(*expr.variable);
    storeAny(place, value);
    return constantInt(1, 1);
  }
  mlir::Type i1 = b.getI1Type();
  mlir::Value x = emit(*expr.operand), y = emit(*expr.label);
  bool isLogic = isa<csim::LogicType>(x.getType()) || isa<csim::LogicType>(y.getType());
  mlir::Type common = types().vector(csim::bitWidthOf(x.getType()), isLogic);
  x = coerce(x, common);
  y = coerce(y, common);
  if (!isLogic)
    return make<arith::CmpIOp>(arith::CmpIPredicate::eq, x, y);
  switch (expr.caseKind) {
  case syntax::CaseKind::Casez:
    return make<csim::CasezEqOp>(i1, x, y);
  case syntax::CaseKind::Casex:
    return make<csim::CasexEqOp>(i1, x, y);
  default:
    return make<csim::CaseEqOp>(i1, x, y);
  }
}

/// Reports the use of a member that is not the valid one.
void FunctionGen::checkTag(const FieldSelectExpr &expr) {
  const Field *tag = tagOf(*expr.base->type);
  if (!tag || expr.isTagTested)
    return;
  FieldSelectExpr select(*tag->type, expr.range, expr.base, tag);
  select.isTagTested = true;
  mlir::Value value = emit(select);
  mlir::Type two = types().vector(csim::bitWidthOf(value.getType()), false);
  mlir::Value number = constantInt(csim::bitWidthOf(two), expr.field->index);
  mlir::Value isValid = make<arith::CmpIOp>(arith::CmpIPredicate::eq, coerce(value, two), number);
  if (isa<csim::LogicType>(value.getType())) {
    mlir::Value isUnknown = make<csim::IsUnknownOp>(b.getI1Type(), value);
    isValid = make<arith::AndIOp>(isValid, invert(isUnknown));
  }
  mlir::Block *failed = newBlock(), *next = newBlock();
  condBranch(isValid, next, failed);
  enter(failed);
  emitMessage(
      "$error",
      ("member '" + expr.field->name + "' is not the valid one of this tagged union").str());
  branch(next);
  enter(next);
}

/// A random number below the sum of the weights decides; nothing happens if that is zero.
void FunctionGen::emitRandcase(const RandcaseStmt &stmt) {
  mlir::Type i64 = b.getI64Type();
  llvm::SmallVector<mlir::Value> sums;
  mlir::Value sum = constantInt(64, 0);
  for (const RandcaseStmt::Item &item : stmt.items) {
    mlir::Value weight = convertIntegral(emit(*item.weight), false, i64);
    sum = make<arith::AddIOp>(sum, weight);
    sums.push_back(sum);
  }
  mlir::Block *draw = newBlock(), *join = newBlock();
  condBranch(make<arith::CmpIOp>(arith::CmpIPredicate::ne, sum, constantInt(64, 0)), draw, join);
  enter(draw);
  const Type &word = body.design.compilation.types().vector(32, false, false);
  mlir::Value random = convertIntegral(emitSysCallOp("$urandom", word, {}, {}), false, i64);
  random = make<arith::RemUIOp>(random, sum);
  for (auto [item, limit] : llvm::zip(stmt.items, sums)) {
    mlir::Block *chosen = newBlock(), *next = newBlock();
    condBranch(make<arith::CmpIOp>(arith::CmpIPredicate::ult, random, limit), chosen, next);
    enter(chosen);
    emit(item.body);
    branch(join);
    enter(next);
  }
  branch(join);
  enter(join);
}

/// `break` in a code block ends the whole sequence.
void FunctionGen::emitRandsequence(const RandsequenceStmt &stmt) {
  mlir::Block *exit = newBlock();
  loops.push_back({exit, nullptr, activeScopes.size()});
  emit(stmt.body);
  loops.pop_back();
  branch(exit);
  enter(exit);
}

void FunctionGen::emitProduction(const ProductionStmt &stmt) {
  mlir::Block *exit = newBlock();
  productions.push_back({exit, nullptr, activeScopes.size()});
  emit(stmt.body);
  productions.pop_back();
  branch(exit);
  enter(exit);
}

//===- Lvalues.cpp - targets of assignments, assignments, increments ------------===//
//
// IEEE 1800-2023 10.3, 10.4, 10.6, 11.4.1, 11.4.2, 13.5. An lvalue is a variable or
// net, selects of it, a concatenation or a streaming concatenation of lvalues. What is
// legal depends on the use (table 10-1): procedures write variables, continuous
// assignments write nets and static variables with constant selects.
//
// `a op= b` is bound as `a = a op b` with a node for the old value of `a` of its own,
// so that those who run it evaluate the indices of `a` once.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Symbols/Symbol.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

//===-- Checks --------------------------------------------------------------------------===//

static bool isProcedural(LvalueUse use) {
  return use == LvalueUse::Blocking || use == LvalueUse::Nonblocking || use == LvalueUse::Reference;
}

bool ExprBinder::checkNamedLvalue(const NamedValueExpr &expr, LvalueUse use) {
  const ValueSymbol &symbol = *expr.symbol;
  auto fail = [&](diag::Id id) {
    diagnostics.diag(expr.range, id) << symbol.name;
    diagnostics.diag(symbol.loc, diag::NoteDeclaredHere) << symbol.name;
    return false;
  };
  if (expr.path && expr.path->base && !isProcedural(use))
    return fail(diag::VirtualInterfaceContinuous);
  if (isNet(symbol)) {
    if (isProcedural(use))
      return fail(diag::NetInProcedure);
    return use == LvalueUse::ProcAssign ? fail(diag::NetInProcAssign) : true;
  }
  const auto *variable = dyn_cast<VariableSymbol>(&symbol);
  if (!variable)
    return fail(diag::NotAnLvalueName);
  if (use == LvalueUse::Inout)
    return fail(diag::VariableAsInout);
  if (variable->isConst || variable->direction == PortDirection::ConstRef ||
      variable->direction == PortDirection::ConstRefStatic)
    return fail(diag::WriteToConst);
  if (variable->lifetime != Lifetime::Automatic)
    return true;
  if (use == LvalueUse::Nonblocking)
    return fail(diag::AutomaticNonblocking);
  return isProcedural(use) ? true : fail(diag::AutomaticContinuous);
}

/// Gives a call of a function with constant arguments, which is not folded by itself, the
/// value that it has as an index (11.2.1, 13.4.3).
static void evaluateConstantCall(Compilation &compilation, const Expr &index) {
  const Expr *inner = &index;
  while (const auto *conversion = dyn_cast<ConversionExpr>(inner))
    inner = conversion->operand;
  const auto *call = dyn_cast<CallExpr>(inner);
  if (!call || !index.type->isIntegral() ||
      !llvm::all_of(call->arguments, [](const Expr *e) { return e && e->constant; }))
    return;
  ConstantValue value = ConstantEvaluator(compilation).evaluate(index);
  if (value.isInteger())
    const_cast<Expr &>(index).constant = compilation.types().constant(value.integer());
}

/// Selects: constant ones only where hardware is meant. In assign/deassign they are no part
/// of the standard (10.6.1), but other simulators take constant ones.
bool ExprBinder::checkSelectLvalue(const Expr &base, llvm::ArrayRef<const Expr *> indices,
                                   const Expr &select, LvalueUse use) {
  if (use == LvalueUse::ProcAssign && isa<NamedValueExpr>(base))
    diagnostics.diag(select.range, diag::SelectInProcAssign);
  if (use == LvalueUse::Reference && select.kind == ExprKind::RangeSelect &&
      base.type->isIntegral()) {
    error(select.range, diag::PartSelectAsReference);
    return false;
  }
  const auto *character = dyn_cast<ElementSelectExpr>(&base);
  if (character && character->base->type->isString()) {
    unsupported(select.range, "bits of a string's characters as targets", "6.16");
    return false;
  }
  TypeKind kind = base.type->canonical().kind;
  bool isDynamic = kind >= TypeKind::DynamicArray && kind <= TypeKind::AssocArray;
  bool isElement = isDynamic || base.type->isString();
  if (isElement && use != LvalueUse::Blocking && use != LvalueUse::Reference) { // 6.21
    error(select.range, diag::ElementNotProcedural);
    return false;
  }
  if (isDynamic && select.kind == ExprKind::RangeSelect && use == LvalueUse::Reference) {
    error(select.range, diag::SliceAsReference);
    return false;
  }
  bool needsConstant = !isProcedural(use);
  for (const Expr *index : indices) {
    if (!needsConstant || index->constant)
      continue;
    evaluateConstantCall(compilation, *index);
    if (!index->constant) {
      error(index->range, diag::DynamicContinuousSelect);
      return false;
    }
  }
  return checkLvalue(base, use);
}

bool ExprBinder::checkLvalue(const Expr &expr, LvalueUse use) {
  if (isBad(expr))
    return false;
  switch (expr.kind) {
  case ExprKind::NamedValue:
    return checkNamedLvalue(*cast<NamedValueExpr>(&expr), use);
  case ExprKind::ElementSelect: {
    const auto &select = *cast<ElementSelectExpr>(&expr);
    return checkSelectLvalue(*select.base, {select.index}, expr, use);
  }
  case ExprKind::RangeSelect: {
    const auto &select = *cast<RangeSelectExpr>(&expr);
    return checkSelectLvalue(*select.base, {select.left, select.right}, expr, use);
  }
  case ExprKind::FieldSelect:
    return checkSelectLvalue(*cast<FieldSelectExpr>(&expr)->base, {}, expr, use);
  case ExprKind::Concat:
  case ExprKind::Streaming: {
    const auto *concat = dyn_cast<ConcatExpr>(&expr);
    bool isVariable = expr.kind == ExprKind::Streaming && expr.type->isAggregate();
    if (isVariable && use != LvalueUse::Blocking) {
      unsupported(expr.range, "streams of variable size as targets of other than '='", "11.4.14.4");
      return false;
    }
    bool isBlocked = use == LvalueUse::Reference || expr.type->isString() ||
                     (concat && !expr.type->isIntegral());
    if (isBlocked)
      break;
    bool good = true;
    for (const Expr *element : concat ? concat->elements : cast<StreamingExpr>(&expr)->elements) {
      const auto *range = dyn_cast<RangeSelectExpr>(element);
      bool isArray = range && element->type->isAggregate() && !concat; // `with [range]`
      good &= checkLvalue(isArray ? *range->base : *element, use);
    }
    return good;
  }
  case ExprKind::Pattern:
    unsupported(expr.range, "assignment patterns as targets", "10.9");
    return false;
  default:
    break;
  }
  const auto *name = llvm::dyn_cast_or_null<NameExprSyntax>(expr.syntax);
  if (name)
    error(expr.range, diag::NotAnLvalueName, name->name.text);
  else
    error(expr.range, diag::NotAnLvalue);
  return false;
}

const Expr &ExprBinder::bindLvalue(const ExprSyntax &syntax, LvalueUse use) {
  if (isa<AssignmentPatternExprSyntax>(syntax))
    return *unsupported(syntax.range, "assignment patterns as targets", "10.9");
  bool outer = std::exchange(isTarget, true);
  const Expr *expr = selfDetermined(syntax);
  isTarget = outer;
  if (isBad(*expr) || checkLvalue(*expr, use))
    return *expr;
  return *bad(syntax.range);
}

//===-- Assignments ------------------------------------------------------------------------===//

static BinaryOp binaryOpOf(AssignOp op) {
  switch (op) {
  case AssignOp::Add:
    return BinaryOp::Add;
  case AssignOp::Sub:
    return BinaryOp::Sub;
  case AssignOp::Mul:
    return BinaryOp::Mul;
  case AssignOp::Div:
    return BinaryOp::Div;
  case AssignOp::Mod:
    return BinaryOp::Mod;
  case AssignOp::And:
    return BinaryOp::BitwiseAnd;
  case AssignOp::Or:
    return BinaryOp::BitwiseOr;
  case AssignOp::Xor:
    return BinaryOp::BitwiseXor;
  case AssignOp::ShiftLeft:
    return BinaryOp::ShiftLeft;
  case AssignOp::ShiftRight:
    return BinaryOp::ShiftRight;
  case AssignOp::ArithShiftLeft:
    return BinaryOp::ArithShiftLeft;
  default:
    return BinaryOp::ArithShiftRight;
  }
}

/// A second node for the same lvalue; its parts are shared.
static const Expr *cloneTop(TypeContext &types, const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::NamedValue:
    return types.make<NamedValueExpr>(*cast<NamedValueExpr>(&expr));
  case ExprKind::ElementSelect:
    return types.make<ElementSelectExpr>(*cast<ElementSelectExpr>(&expr));
  case ExprKind::RangeSelect:
    return types.make<RangeSelectExpr>(*cast<RangeSelectExpr>(&expr));
  case ExprKind::FieldSelect:
    return types.make<FieldSelectExpr>(*cast<FieldSelectExpr>(&expr));
  case ExprKind::Concat:
    return types.make<ConcatExpr>(*cast<ConcatExpr>(&expr));
  default:
    return nullptr;
  }
}

const Expr *ExprBinder::compoundValue(AssignOp op, const Expr &lhs, const ExprSyntax &rhs,
                                      SourceRange range, const Expr *&read) {
  read = cloneTop(types, lhs);
  if (!read) {
    create(rhs);
    return error(lhs.range, diag::NotAnLvalue);
  }
  Expr *value = makeBinary(binaryOpOf(op), mutableExpr(read), create(rhs), range);
  // An enumeration takes no result of arithmetic without a cast (6.19.3).
  return assignTo(value, *lhs.type, false);
}

/// The source of `{>>{a, b}} = source`: its leftmost bits as one vector (11.4.14.3).
const Expr *ExprBinder::bindStreamTarget(const Expr &lhs, const ExprSyntax &rhs) {
  Expr *source = create(rhs);
  if (isBad(*source))
    return finish(source);
  const Type &sourceType = *source->type;
  if (lhs.type->isAggregate() || (!sourceType.bitStreamWidth() && isBitStreamType(sourceType))) {
    const Expr *value = finish(source);
    return isBitStreamType(*value->type)
               ? value
               : error(value->range, diag::NotAStreamElement, value->type->describe());
  }
  uint64_t width = lhs.type->width();
  const Expr *stream = finish(source);
  if (isa<StreamingExpr>(stream))
    stream = fold(mutableExpr(stream));
  std::optional<uint64_t> bits = stream->type->bitStreamWidth();
  if (!bits || stream->type->isReal())
    return error(stream->range, diag::NotAStreamElement, stream->type->describe());
  if (*bits < width) {
    diagnostics.diag(stream->range, diag::StreamSourceTooNarrow) << *bits << width;
    return bad(stream->range);
  }
  if (*bits > MaxPackedWidth)
    return error(stream->range, diag::NotAStreamElement, stream->type->describe());
  const Type &flat = types.vector(uint32_t(*bits), false, stream->type->isFourState());
  if (!stream->type->isIntegral())
    stream = convertRaw(*stream, flat, ConversionKind::BitStream, true);
  if (*bits > width) {
    stream = ensureType(stream, flat);
    stream = &rangeSelect(*stream, int64_t(*bits) - 1, int64_t(*bits - width), stream->range);
  }
  return convertNumeric(*stream, *lhs.type, true);
}

/// `'{a, b} = source` with integral targets is `{a, b} = {first, second}` with
/// the parts of the source converted one by one (10.9).
std::pair<const Expr *, const Expr *>
ExprBinder::bindPatternSides(const AssignmentPatternExprSyntax &lhs, const ExprSyntax &rhs,
                             LvalueUse use) {
  auto fail = [&](const Expr *value) {
    return std::pair<const Expr *, const Expr *>(value, value);
  };
  if (lhs.form != AssignmentPatternForm::Positional)
    return fail(unsupported(lhs.range, "keyed assignment patterns as targets", "10.9"));
  llvm::SmallVector<const Expr *, 4> targets, values;
  for (const PatternEntrySyntax *entry : lhs.entries) {
    targets.push_back(&bindLvalue(*entry->value, use));
    if (isBad(*targets.back()))
      return fail(bad(lhs.range));
    if (!targets.back()->type->isIntegral())
      return fail(unsupported(entry->value->range,
                              "assignment patterns as targets of other than vectors", "10.9"));
  }
  Expr *target = makeConcat(targets, lhs.range);
  const auto *pattern = dyn_cast<AssignmentPatternExprSyntax>(&rhs);
  if (pattern && !pattern->type && pattern->form == AssignmentPatternForm::Positional) {
    if (pattern->entries.size() != targets.size())
      return fail(error(rhs.range, diag::PatternTargetSize));
    for (auto [i, entry] : llvm::enumerate(pattern->entries)) {
      values.push_back(&bind(*entry->value, targets[i]->type));
      if (isBad(*values.back()))
        return fail(bad(rhs.range));
    }
    return {target, convertNumeric(*makeConcat(values, rhs.range), *target->type, true)};
  }
  const Expr *source = selfDetermined(rhs);
  llvm::SmallVector<const Type *, 4> parts;
  if (isBad(*source))
    return fail(source);
  if (!elementTypes(*source->type, parts) || parts.size() != targets.size())
    return fail(error(rhs.range, diag::PatternTargetSize));
  for (auto [i, part] : llvm::enumerate(parts))
    if (!part->isIntegral() || part->width() != targets[i]->type->width())
      return fail(unsupported(rhs.range, "assignment patterns as targets of other widths", "10.9"));
  if (!source->type->isIntegral())
    source =
        convertRaw(*source, types.vector(target->type->width(), false, source->type->isFourState()),
                   ConversionKind::BitStream, true);
  return {target, convertNumeric(*source, *target->type, true)};
}

static LvalueUse useOf(AssignOp op) {
  return op == AssignOp::Nonblocking ? LvalueUse::Nonblocking : LvalueUse::Blocking;
}

const Expr &ExprBinder::bindAssignment(AssignOp op, const ExprSyntax &lhs, const ExprSyntax &rhs,
                                       SourceRange range, support::SourceLoc opLoc,
                                       const TimingControl *timing) {
  bool isCompound = op != AssignOp::Assign && op != AssignOp::Nonblocking;
  const auto *pattern = dyn_cast<AssignmentPatternExprSyntax>(&lhs);
  if (pattern && !isCompound) {
    auto [left, right] = bindPatternSides(*pattern, rhs, useOf(op));
    if (isBad(*left) || isBad(*right))
      return *bad(range);
    auto *node = make<AssignmentExpr>(*left->type, range, left, right);
    node->isNonblocking = op == AssignOp::Nonblocking;
    node->timing = timing;
    return *node;
  }
  const Expr &target = bindLvalue(lhs, useOf(op));
  const Expr *value = nullptr, *read = nullptr;
  if (isBad(target)) {
    if (!isa<AssignmentPatternExprSyntax>(rhs))
      selfDetermined(rhs); // for its own errors
    return *bad(range);
  }
  if (isa<StreamingExpr>(target) && !isCompound)
    value = bindStreamTarget(target, rhs);
  else if (isCompound)
    value = compoundValue(op, target, rhs, range, read);
  else
    value = &bind(rhs, target.type);
  if (isBad(*value))
    return *bad(range);
  auto *node = make<AssignmentExpr>(*target.type, range, &target, value);
  node->isNonblocking = op == AssignOp::Nonblocking;
  node->isCompound = isCompound;
  node->lhsRead = read;
  node->timing = timing;
  return *node;
}

std::pair<const Expr *, const Expr *>
ExprBinder::bindAssignmentSides(const ExprSyntax &lhs, const ExprSyntax &rhs, LvalueUse use) {
  if (const auto *pattern = dyn_cast<AssignmentPatternExprSyntax>(&lhs))
    return bindPatternSides(*pattern, rhs, use);
  const Expr &target = bindLvalue(lhs, use);
  // Only the left side of an assignment declares nets.
  BindContext valueContext = context;
  valueContext.allowImplicitNets = false;
  valueContext.forbidsAutomatic = use == LvalueUse::ProcAssign || use == LvalueUse::Force;
  valueContext.isContinuous = true;
  ExprBinder binder(compilation, valueContext);
  if (isBad(target) && isa<AssignmentPatternExprSyntax>(rhs))
    return {&target, bad(rhs.range)};
  if (isBad(target))
    return {&target, &binder.bindSelfDetermined(rhs)};
  if (isa<StreamingExpr>(target))
    return {&target, binder.bindStreamTarget(target, rhs)};
  return {&target, &binder.bind(rhs, target.type)};
}

Expr *ExprBinder::createAssignment(const AssignExprSyntax &syntax) {
  if (syntax.op == AssignOp::Nonblocking)
    return error(syntax.range, diag::NonblockingInExpression);
  if (!context.isProcedural)
    return error(syntax.range, diag::AssignmentOutsideProcedure);
  return mutableExpr(
      &bindAssignment(syntax.op, *syntax.lhs, *syntax.rhs, syntax.range, syntax.opLoc));
}

Expr *ExprBinder::createIncrement(const UnaryExprSyntax &syntax) {
  if (!context.isProcedural)
    return error(syntax.range, diag::AssignmentOutsideProcedure);
  const Expr &operand = bindLvalue(*syntax.operand, LvalueUse::Blocking);
  if (isBad(operand))
    return bad(syntax.range);
  const Type &type = *operand.type;
  if (!type.isNumeric() || type.isEnum() || operand.kind == ExprKind::Concat ||
      operand.kind == ExprKind::Streaming)
    return error(syntax.range, diag::BadUnaryOperand, spelling(syntax.op), type.describe());
  return make<UnaryExpr>(type, syntax.range, syntax.op, &operand);
}

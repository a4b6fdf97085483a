//===- TimingChecks.cpp - system timing checks ----------------------------===//
//
// The arguments of each check stand in one table: which is the reference and which the
// data event, where limits and notifier are (IEEE 1800-2023 31.3, 31.4, Annex A.7.5).
// Events are nets or variables of the module, whole or selected by constants (31.2);
// limits are constants, negative ones only in $setuphold, $recrem (31.9) and $nochange.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Hierarchy/BodyBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
constexpr int None = -1;

/// Positions of the arguments of a check.
struct CheckShape {
  llvm::StringLiteral name;
  unsigned least, most;
  int reference, data, limit, limit2, notifier;
  int eventBased, stampCondition; ///< the next argument is remain_active, check condition
  bool needsEdge, allowsNegative;
  llvm::StringLiteral clause;
};
} // namespace

static const CheckShape *shapeOf(llvm::StringRef name) {
  static constexpr CheckShape shapes[] = {
      {"$setup", 3, 4, 1, 0, 2, None, 3, None, None, false, false, "31.3.1"},
      {"$hold", 3, 4, 0, 1, 2, None, 3, None, None, false, false, "31.3.2"},
      {"$setuphold", 4, 9, 0, 1, 2, 3, 4, None, 5, false, true, "31.3.3"},
      {"$removal", 3, 4, 0, 1, 2, None, 3, None, None, false, false, "31.3.4"},
      {"$recovery", 3, 4, 0, 1, 2, None, 3, None, None, false, false, "31.3.5"},
      {"$recrem", 4, 9, 0, 1, 2, 3, 4, None, 5, false, true, "31.3.6"},
      {"$skew", 3, 4, 0, 1, 2, None, 3, None, None, false, false, "31.4.1"},
      {"$timeskew", 3, 6, 0, 1, 2, None, 3, 4, None, false, false, "31.4.2"},
      {"$fullskew", 4, 7, 0, 1, 2, 3, 4, 5, None, false, false, "31.4.3"},
      {"$width", 2, 4, 0, None, 1, 2, 3, None, None, true, false, "31.4.4"},
      {"$period", 2, 3, 0, None, 1, None, 2, None, None, true, false, "31.4.5"},
      {"$nochange", 4, 5, 0, 1, 2, 3, 4, None, None, true, true, "31.4.6"},
  };
  const auto *found = llvm::find_if(shapes, [&](const CheckShape &s) { return s.name == name; });
  return found == std::end(shapes) ? nullptr : found;
}

namespace {
class CheckBinder {
public:
  CheckBinder(Compilation &compilation, TimingCheckSymbol &check, const CheckShape &shape)
      : compilation(compilation), diag(compilation.diagnostics()), check(check), shape(shape),
        syntax(*llvm::cast<TimingCheckSyntax>(check.origin->declaration)),
        context(compilation.state().contextOf(check)) {}

  void bind();

private:
  /// The argument at a position; null: not given.
  const TimingCheckEventSyntax *argument(int position) {
    bool isGiven = position != None && size_t(position) < syntax.arguments.size() &&
                   syntax.arguments[position]->expr;
    return isGiven ? syntax.arguments[position] : nullptr;
  }
  void bindEvent(TimingCheckEvent &event, const TimingCheckEventSyntax *argument);
  const Expr *bindCondition(const ExprSyntax &condition);
  const Expr *bindCondition(const TimingCheckEventSyntax *argument) {
    return argument ? bindCondition(*argument->expr) : nullptr;
  }
  const Expr *bindLimit(const TimingCheckEventSyntax *argument);
  void checkWindow();
  void bindNotifier();
  void bindDelayed(TimingCheckEvent &event, int position);
  bool flag(int position);

  Compilation &compilation;
  support::DiagnosticEngine &diag;
  TimingCheckSymbol &check;
  const CheckShape &shape;
  const TimingCheckSyntax &syntax;
  BindContext context;
};
} // namespace

/// The name under constant selects, if it belongs to the module itself.
static const NamedValueExpr *localRoot(const Expr &expr) {
  const Expr *e = &expr;
  while (true) {
    if (const auto *named = llvm::dyn_cast<NamedValueExpr>(e)) {
      bool isObject = llvm::isa<NetSymbol, VariableSymbol>(named->symbol);
      return isObject && !named->path ? named : nullptr;
    }
    if (const auto *element = llvm::dyn_cast<ElementSelectExpr>(e))
      e = element->index->constant ? element->base : nullptr;
    else if (const auto *range = llvm::dyn_cast<RangeSelectExpr>(e))
      e = range->left->constant && range->right->constant ? range->base : nullptr;
    else if (const auto *field = llvm::dyn_cast<FieldSelectExpr>(e))
      e = field->base;
    else
      e = nullptr;
    if (!e)
      return nullptr;
  }
}

void CheckBinder::bindEvent(TimingCheckEvent &event, const TimingCheckEventSyntax *argument) {
  if (!argument)
    return;
  const Expr &terminal = ExprBinder(compilation, context).bindSelfDetermined(*argument->expr);
  if (terminal.isInvalid() || terminal.type->isError())
    return;
  if (!localRoot(terminal) || !terminal.type->isIntegral()) {
    diag.diag(argument->loc(), diag::TimingCheckTerminal);
    return;
  }
  if (terminal.type->width() > 64) {
    diag.unsupported(argument->loc(), "a timing check of more than 64 bits", "31.8");
    return;
  }
  event.terminal = &terminal;
  event.edge = argument->edge;
  event.edgeDescriptors = argument->edgeDescriptors;
  if (!argument->condition)
    return;
  event.condition = bindCondition(*argument->condition);
  event.conditionText = compactText(compilation, *argument->condition);
}

/// Null after an error.
const Expr *CheckBinder::bindCondition(const ExprSyntax &condition) {
  const Expr &bound = ExprBinder(compilation, context).bindCondition(condition);
  return bound.isInvalid() || bound.type->isError() ? nullptr : &bound;
}

static double numberOf(const Expr &constant) {
  if (const auto *real = llvm::dyn_cast<RealConstantExpr>(&constant))
    return real->value;
  return constant.constant ? double(constant.constant->toInt64().value_or(0)) : 0;
}

const Expr *CheckBinder::bindLimit(const TimingCheckEventSyntax *argument) {
  if (!argument)
    return nullptr;
  const Expr &limit = bindConstantDelay(compilation, context, *argument->expr);
  if (limit.isInvalid() || limit.type->isError())
    return nullptr;
  bool canBeNegative = limit.type->isReal() || limit.type->isSigned();
  if (canBeNegative && numberOf(limit) < 0 && !shape.allowsNegative) {
    diag.diag(argument->loc(), diag::NegativeLimit) << shape.name << shape.clause;
    return nullptr;
  }
  return &limit;
}

/// 31.9: with a negative limit there must be something left of the window.
void CheckBinder::checkWindow() {
  if (shape.stampCondition == None || !check.limits[0] || !check.limits[1])
    return;
  double first = numberOf(*check.limits[0]), second = numberOf(*check.limits[1]);
  if ((first < 0 || second < 0) && first + second <= 0)
    diag.diag(check.loc, diag::NegativeWindow) << shape.name;
}

void CheckBinder::bindNotifier() {
  const TimingCheckEventSyntax *notifier = argument(shape.notifier);
  if (!notifier)
    return;
  const Expr &bound = ExprBinder(compilation, context).bindSelfDetermined(*notifier->expr);
  if (bound.isInvalid() || bound.type->isError())
    return;
  const auto *named = llvm::dyn_cast<NamedValueExpr>(&bound);
  if (named && llvm::isa<NetSymbol>(named->symbol)) {
    diag.diag(notifier->loc(), diag::NotifierIsNet) << named->symbol->name;
    return;
  }
  bool isBit = named && !named->path && llvm::isa<VariableSymbol>(named->symbol) &&
               bound.type->isIntegral() && bound.type->width() == 1;
  if (isBit)
    check.notifier = named->symbol;
  else
    diag.diag(notifier->loc(), diag::NotifierNotVariable);
}

void CheckBinder::bindDelayed(TimingCheckEvent &event, int position) {
  const TimingCheckEventSyntax *delayed = argument(position);
  if (!delayed || !event.terminal)
    return;
  const Expr &net = ExprBinder(compilation, context).bindLvalue(*delayed->expr, LvalueUse::Continuous);
  if (net.isInvalid() || net.type->isError())
    return;
  const NamedValueExpr *root = localRoot(net);
  if (!root || !llvm::isa<NetSymbol>(root->symbol)) {
    diag.diag(delayed->loc(), diag::DelayedNotNet);
    return;
  }
  if (net.type->width() != event.terminal->type->width()) {
    diag.unsupported(delayed->loc(), "a delayed copy of another width than its signal", "31.9");
    return;
  }
  event.delayed = &net;
}

/// A constant that is 0 or not.
bool CheckBinder::flag(int position) {
  const TimingCheckEventSyntax *given = argument(position);
  if (!given)
    return false;
  BindContext constant = context;
  constant.isConstant = true;
  return ExprBinder(compilation, constant).bindConstantInt(*given->expr).value_or(0) != 0;
}

void CheckBinder::bind() {
  size_t count = syntax.arguments.size();
  if (count < shape.least || count > shape.most) {
    diag.diag(syntax.loc(), diag::TimingCheckArguments)
        << shape.name << shape.least << shape.most << unsigned(count) << shape.clause;
    return;
  }
  bindEvent(check.reference, argument(shape.reference));
  bindEvent(check.data, argument(shape.data));
  if (shape.needsEdge && check.reference.terminal && check.reference.edge == EdgeKind::None)
    diag.diag(syntax.arguments[0]->loc(), diag::TimingCheckEdge) << shape.name << shape.clause;
  check.limits[0] = bindLimit(argument(shape.limit));
  check.limits[1] = bindLimit(argument(shape.limit2));
  checkWindow();
  bindNotifier();
  check.isEventBased = flag(shape.eventBased);
  check.remainsActive = shape.eventBased != None && flag(shape.eventBased + 1);
  if (shape.stampCondition == None)
    return;
  check.stampCondition = bindCondition(argument(shape.stampCondition));
  check.checkCondition = bindCondition(argument(shape.stampCondition + 1));
  bindDelayed(check.reference, shape.stampCondition + 2);
  bindDelayed(check.data, shape.stampCondition + 3);
}

void bindTimingCheck(Compilation &compilation, TimingCheckSymbol &check) {
  const CheckShape *shape = shapeOf(check.name);
  if (!shape) {
    compilation.diagnostics().diag(check.loc, diag::UnknownTimingCheck) << check.name;
    return;
  }
  CheckBinder(compilation, check, *shape).bind();
}

} // namespace circtsim::sema

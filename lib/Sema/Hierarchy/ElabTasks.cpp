//===- ElabTasks.cpp - $fatal, $error, $warning, $info as items -----------===//
//
// IEEE 1800-2023 20.11: severity tasks outside of procedures are executed by
// elaboration. Their arguments are constants, formatted as $display does.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/ConstEval/ConstantFormat.h"
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

/// The text of the arguments; nullopt after an error.
static std::optional<std::string> formatMessage(Compilation &compilation, const ItemSymbol &item,
                                                llvm::ArrayRef<const ArgumentSyntax *> arguments) {
  BindContext context = compilation.state().constantContextOf(item);
  llvm::SmallVector<const Expr *, 8> exprs;
  std::vector<ConstantValue> values;
  for (const ArgumentSyntax *argument : arguments) {
    if (!argument->value)
      continue;
    const Expr &expr = ExprBinder(compilation, context).bindConstant(*argument->value);
    if (expr.isInvalid())
      return std::nullopt;
    exprs.push_back(&expr);
    values.push_back(ConstantEvaluator(compilation).evaluate(expr));
    if (!values.back())
      return std::nullopt;
  }
  std::optional<std::string> text = formatConstants(exprs, values, firstPathOf(*item.body()));
  if (!text)
    compilation.diagnostics().unsupported(item.loc, "this format before the simulation", "20.10");
  return text;
}

void runElabTask(Compilation &compilation, ItemSymbol &item) {
  const auto &syntax = *llvm::cast<ElabSystemTaskSyntax>(item.origin->declaration);
  support::DiagnosticEngine &diag = compilation.diagnostics();
  llvm::StringRef name = syntax.name.text;
  llvm::ArrayRef<const ArgumentSyntax *> arguments = syntax.arguments;
  bool isFatal = name == "$fatal";
  if (isFatal && !arguments.empty())
    arguments = arguments.drop_front(); // the finish number
  std::optional<std::string> text = formatMessage(compilation, item, arguments);
  if (!text)
    return;
  if (isFatal || name == "$error")
    diag.diag(syntax.loc(), diag::ElabError) << name << *text;
  else if (name == "$warning")
    diag.diag(syntax.loc(), diag::ElabWarning) << *text;
  else if (name == "$info")
    diag.diag(syntax.loc(), diag::ElabInfo) << *text;
  else
    diag.unsupported(syntax.loc(), name + " as an item", "20.11");
}

//===-- Assertion control ---------------------------------------------------------------===//

static bool controlsAssertions(const SyntaxNode &node) {
  if (const auto *call = llvm::dyn_cast<SystemCallExprSyntax>(&node))
    if (call->name.text.starts_with("$assert"))
      return true;
  bool result = false;
  forEachChild(node,
               [&](const SyntaxNode &child) { result = result || controlsAssertions(child); });
  return result;
}

bool Compilation::usesAssertionControl() {
  ElaborationState &state = *elaboration;
  if (!state.usesAssertionControl) {
    state.usesAssertionControl = false;
    for (const UnitEntry &entry : state.units)
      for (const MemberSyntax *member : entry.unit->members)
        if (!*state.usesAssertionControl)
          state.usesAssertionControl = controlsAssertions(*member);
  }
  return *state.usesAssertionControl;
}

} // namespace circtsim::sema

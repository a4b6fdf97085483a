//===- ElabTasks.cpp - $fatal, $error, $warning, $info as items -----------===//
//
// IEEE 1800-2023 20.11: severity tasks outside of procedures are executed by
// elaboration. Their arguments are constants, formatted as $display does.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Syntax/SyntaxTree.h"
#include "Value/Format.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
class ElabMessage {
public:
  ElabMessage(Compilation &compilation, const ItemSymbol &item)
      : compilation(compilation), item(item) {}

  /// The text of the arguments; nullopt after an error.
  std::optional<std::string> format(llvm::ArrayRef<const ArgumentSyntax *> arguments);

private:
  bool bindAll(llvm::ArrayRef<const ArgumentSyntax *> arguments);
  void append(const value::FormatSpec &spec, const ConstantValue &value);
  void appendFormatted(const std::string &text);

  Compilation &compilation;
  const ItemSymbol &item;
  llvm::SmallVector<const Expr *, 8> exprs;
  std::vector<ConstantValue> values;
  size_t next = 0;
  std::string result;
};
} // namespace

bool ElabMessage::bindAll(llvm::ArrayRef<const ArgumentSyntax *> arguments) {
  BindContext context = compilation.state().constantContextOf(item);
  for (const ArgumentSyntax *argument : arguments) {
    if (!argument->value)
      continue;
    const Expr &expr = ExprBinder(compilation, context).bindConstant(*argument->value);
    if (expr.isInvalid())
      return false;
    exprs.push_back(&expr);
    values.push_back(ConstantEvaluator(compilation).evaluate(expr));
    if (!values.back())
      return false;
  }
  return true;
}

void ElabMessage::append(const value::FormatSpec &spec, const ConstantValue &value) {
  if (value.isInteger())
    value::formatLogic(result, spec, value.integer());
  else if (value.isReal())
    value::formatReal(result, spec, value.real());
  else if (value.isString())
    value::formatString(result, spec, value.string());
  else
    result += value.toString();
}

void ElabMessage::appendFormatted(const std::string &text) {
  size_t at = 0;
  value::FormatPiece piece;
  while (value::nextPiece(text, at, piece)) {
    if (!piece.isSpec) {
      result += piece.text;
    } else if (!piece.spec.takesArgument()) {
      const BodySymbol *body = item.body();
      result += body->firstInstance ? body->firstInstance->printedName.str() : body->name.str();
    } else if (next < values.size()) {
      append(piece.spec, values[next++]);
    }
  }
}

std::optional<std::string> ElabMessage::format(llvm::ArrayRef<const ArgumentSyntax *> arguments) {
  if (!bindAll(arguments))
    return std::nullopt;
  while (next < values.size()) {
    const Expr &expr = *exprs[next];
    const ConstantValue &value = values[next++];
    if (const auto *text = llvm::dyn_cast<StringConstantExpr>(&expr)) {
      appendFormatted(text->text.str());
    } else {
      value::FormatSpec spec;
      spec.conversion = value.isReal() ? 'g' : value.isString() ? 's' : 'd';
      append(spec, value);
    }
  }
  return result;
}

void runElabTask(Compilation &compilation, ItemSymbol &item) {
  const auto &syntax = *llvm::cast<ElabSystemTaskSyntax>(item.origin->declaration);
  support::DiagnosticEngine &diag = compilation.diagnostics();
  llvm::StringRef name = syntax.name.text;
  llvm::ArrayRef<const ArgumentSyntax *> arguments = syntax.arguments;
  bool isFatal = name == "$fatal";
  if (isFatal && !arguments.empty())
    arguments = arguments.drop_front(); // the finish number
  std::optional<std::string> text = ElabMessage(compilation, item).format(arguments);
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

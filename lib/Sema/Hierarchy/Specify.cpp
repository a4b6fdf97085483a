//===- Specify.cpp - module paths -----------------------------------------===//
//
// Terminals of module paths are ports of the module, whole or selected by constants;
// inputs begin and outputs end paths, inouts do both (IEEE 1800-2023 30.4.1). A parallel
// path connects two terminals of one width (30.4.5); a list on one side stands for several. Delays are constants (30.5); so are
// the pulse limits of PATHPULSE$ (30.7.1). Conditions and data expressions are ordinary
// expressions (30.4.3, 30.4.4); polarities (30.4.7) have no effect on simulation.
//
// The paths of an output variable stand between it and its port: the port gets a hidden
// net of its own, and the variable itself changes without delay.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Hierarchy/BodyBinder.h"
#include "Syntax/SyntaxPrinter.h"
#include "Syntax/SyntaxTree.h"

#include "llvm/Support/raw_ostream.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

const Expr &bindConstantDelay(Compilation &compilation, const BindContext &context,
                              const ExprSyntax &syntax) {
  BindContext constant = context;
  constant.isConstant = true;
  ExprBinder binder(compilation, constant);
  const Expr &delay = binder.bindDelay(syntax);
  if (delay.isInvalid() || delay.type->isError() || delay.constant)
    return delay;
  ConstantValue value = ConstantEvaluator(compilation).evaluate(delay);
  if (value.isBad())
    return binder.invalid(syntax.range);
  return constantExpr(compilation, value, *delay.type, syntax.range);
}

llvm::StringRef compactText(Compilation &compilation, const ExprSyntax &syntax) {
  std::string text, compact;
  llvm::raw_string_ostream stream(text);
  printSource(syntax, stream);
  for (char c : text)
    if (c != ' ' && c != '\t' && c != '\n')
      compact += c;
  return compilation.types().copy(llvm::StringRef(compact));
}

namespace {
class PathBinder {
public:
  PathBinder(Compilation &compilation, Specialisation &body, const Symbol &item)
      : compilation(compilation), diag(compilation.diagnostics()), body(body),
        context(compilation.state().contextOf(item)) {}

  /// A terminal that paths begin (`isOutput` false) or end at; null: reported.
  const Expr *bindTerminal(const ExprSyntax &syntax, bool isOutput);
  llvm::ArrayRef<const Expr *> bindTerminals(List<ExprSyntax> list, bool isOutput) {
    llvm::SmallVector<const Expr *, 4> terminals;
    for (const ExprSyntax *syntax : list)
      if (const Expr *terminal = bindTerminal(*syntax, isOutput))
        terminals.push_back(terminal);
    return compilation.types().copy(llvm::ArrayRef<const Expr *>(terminals));
  }
  /// Puts a net between a variable and its output port.
  void separateVariable(const Expr &terminal);
  void bindDelays(ModulePathSymbol &path, List<ExprSyntax> delays);
  void checkParallel(const ModulePathSymbol &path);

  Compilation &compilation;
  support::DiagnosticEngine &diag;
  Specialisation &body;
  BindContext context;

private:
  PortSymbol *portOf(const ValueSymbol &symbol, bool isOutput);
};
} // namespace

/// The name under constant selects; null if the expression is something else.
static const NamedValueExpr *rootOf(const Expr &expr) {
  const Expr *e = &expr;
  while (true) {
    if (const auto *named = llvm::dyn_cast<NamedValueExpr>(e))
      return named;
    if (const auto *element = llvm::dyn_cast<ElementSelectExpr>(e)) {
      if (!element->index->constant)
        return nullptr;
      e = element->base;
    } else if (const auto *range = llvm::dyn_cast<RangeSelectExpr>(e)) {
      if (!range->left->constant || !range->right->constant)
        return nullptr;
      e = range->base;
    } else if (const auto *field = llvm::dyn_cast<FieldSelectExpr>(e)) {
      e = field->base;
    } else {
      return nullptr;
    }
  }
}

PortSymbol *PathBinder::portOf(const ValueSymbol &symbol, bool isOutput) {
  for (Symbol *candidate : body.ports) {
    auto *port = llvm::dyn_cast<PortSymbol>(candidate);
    if (!port || !port->internal)
      continue;
    bool isNamed = port->internal == &symbol || port->pathVariable == &symbol;
    bool fits = port->direction == PortDirection::Inout ||
                port->direction == (isOutput ? PortDirection::Output : PortDirection::Input);
    if (isNamed && fits)
      return port;
  }
  return nullptr;
}

const Expr *PathBinder::bindTerminal(const ExprSyntax &syntax, bool isOutput) {
  const Expr &terminal = ExprBinder(compilation, context).bindSelfDetermined(syntax);
  if (terminal.isInvalid() || terminal.type->isError())
    return nullptr;
  const NamedValueExpr *root = rootOf(terminal);
  if (!root || !terminal.type->isIntegral()) {
    diag.diag(syntax.loc(), diag::PathTerminalNotConstant);
    return nullptr;
  }
  if (root->path || !portOf(*root->symbol, isOutput)) {
    diag.diag(syntax.loc(), diag::PathTerminalNotPort) << root->symbol->name << unsigned(isOutput);
    return nullptr;
  }
  return &terminal;
}

void PathBinder::separateVariable(const Expr &terminal) {
  const ValueSymbol &symbol = *rootOf(terminal)->symbol;
  if (!llvm::isa<VariableSymbol>(symbol))
    return;
  PortSymbol *port = portOf(symbol, true);
  if (port->internal != &symbol)
    return; // done for another path
  ElaborationState &state = compilation.state();
  auto &net = state.make<NetSymbol>(state.text("$port." + symbol.name), symbol.loc);
  net.type = symbol.type;
  net.isHidden = true;
  net.parent = &body;
  port->internal = &net;
  port->pathVariable = &symbol;
}

void PathBinder::bindDelays(ModulePathSymbol &path, List<ExprSyntax> delays) {
  llvm::SmallVector<const Expr *, 12> values;
  for (const ExprSyntax *delay : delays) {
    const Expr &value = bindConstantDelay(compilation, context, *delay);
    if (value.isInvalid() || value.type->isError())
      return;
    const auto *real = llvm::dyn_cast<RealConstantExpr>(&value);
    bool isUnknown = value.constant && value.constant->isUnknown();
    bool isNegative = real ? real->value < 0
                           : value.type->isSigned() && value.constant && !isUnknown &&
                                 value.constant->toInt64().value_or(0) < 0;
    if (isUnknown || isNegative) {
      diag.diag(delay->loc(), diag::NegativePathDelay);
      return;
    }
    values.push_back(&value);
  }
  path.delays = compilation.types().copy(llvm::ArrayRef<const Expr *>(values));
}

/// Several parallel paths in one declaration are understood if it says which.
void PathBinder::checkParallel(const ModulePathSymbol &path) {
  if (path.inputs.size() > 1 && path.outputs.size() > 1) {
    diag.diag(path.loc, diag::PathSeveralTerminals);
    return;
  }
  if (path.inputs.size() > 1 || path.outputs.size() > 1)
    diag.diag(path.loc, diag::PathTerminalList);
  for (const Expr *input : path.inputs)
    for (const Expr *output : path.outputs)
      if (input->type->width() != output->type->width()) {
        diag.diag(path.loc, diag::PathWidthsDiffer) << input->type->width() << output->type->width();
        return;
      }
}

void bindModulePath(Compilation &compilation, Specialisation &body, ModulePathSymbol &path) {
  const auto &syntax = *llvm::cast<SpecifyPathSyntax>(path.origin->declaration);
  PathBinder binder(compilation, body, path);
  path.edge = syntax.edge;
  path.isFull = syntax.isFull;
  path.isIfnone = syntax.isIfnone;
  if (syntax.isIfnone && syntax.edge != EdgeKind::None)
    binder.diag.diag(syntax.loc(), diag::IfnoneWithEdge);
  if (syntax.condition) {
    path.condition = &ExprBinder(compilation, binder.context).bindCondition(*syntax.condition);
    path.conditionText = compactText(compilation, *syntax.condition);
  }
  if (syntax.data)
    ExprBinder(compilation, binder.context).bindSelfDetermined(*syntax.data);
  path.inputs = binder.bindTerminals(syntax.inputs, false);
  path.outputs = binder.bindTerminals(syntax.outputs, true);
  binder.bindDelays(path, syntax.delays);
  bool isComplete = path.inputs.size() == syntax.inputs.size() &&
                    path.outputs.size() == syntax.outputs.size() && !path.inputs.empty() &&
                    !path.outputs.empty();
  if (!path.isFull && isComplete)
    binder.checkParallel(path);
  if (compilation.options().hasPaths)
    for (const Expr *output : path.outputs)
      binder.separateVariable(*output);
}

void bindPulseStyle(Compilation &compilation, Specialisation &body, PulseStyleSymbol &style) {
  const auto &syntax = *llvm::cast<PulseStyleSyntax>(style.origin->declaration);
  style.style = syntax.style;
  style.outputs = PathBinder(compilation, body, style).bindTerminals(syntax.outputs, true);
}

void bindPathPulse(Compilation &compilation, PathPulseSymbol &limits) {
  const auto &declarator = *llvm::cast<DeclaratorSyntax>(limits.origin->item);
  BindContext context = compilation.state().contextOf(limits);
  llvm::SmallVector<const Expr *, 2> values;
  if (const auto *pair = llvm::dyn_cast_or_null<ConcatExprSyntax>(declarator.init)) {
    for (const ExprSyntax *element : pair->elements)
      values.push_back(&bindConstantDelay(compilation, context, *element));
  } else if (declarator.init) {
    values.push_back(&bindConstantDelay(compilation, context, *declarator.init));
  }
  if (values.empty() || values.size() > 2) {
    compilation.diagnostics().diag(limits.loc, diag::PathPulseValues) << limits.name;
    return;
  }
  if (values.front()->isInvalid() || values.back()->isInvalid())
    return;
  limits.reject = values.front();
  limits.error = values.back();
}

} // namespace circtsim::sema

//===- GateTerminals.cpp - what gates are connected to --------------------===//
//
// Number and directions of the terminals of each kind of gate (IEEE 1800-2023
// 28.4 - 28.10, table 28-1). Outputs are lvalues, inputs one-bit values;
// in an array of n gates a terminal is one bit, shared, or n bits, one for each
// (28.3.6).
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Hierarchy/BodyBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
/// What a gate asks of its terminals.
struct GateShape {
  uint32_t minTerminals, maxTerminals; ///< max 0: no limit
  uint32_t outputs;                    ///< 0: all but the last (buf, not); all (pull sources)
  bool isBidirectional = false;        ///< the first two are inout
  uint32_t maxDelays = 2;
};
} // namespace

static GateShape shapeOf(GateKind gate) {
  switch (gate) {
  case GateKind::And:
  case GateKind::Nand:
  case GateKind::Or:
  case GateKind::Nor:
  case GateKind::Xor:
  case GateKind::Xnor:
    return {2, 0, 1};
  case GateKind::Buf:
  case GateKind::Not:
    return {2, 0, 0};
  case GateKind::Bufif0:
  case GateKind::Bufif1:
  case GateKind::Notif0:
  case GateKind::Notif1:
  case GateKind::Nmos:
  case GateKind::Pmos:
  case GateKind::Rnmos:
  case GateKind::Rpmos:
    return {3, 3, 1, false, 3};
  case GateKind::Cmos:
  case GateKind::Rcmos:
    return {4, 4, 1, false, 3};
  case GateKind::Tran:
  case GateKind::Rtran:
    return {2, 2, 2, true, 0};
  case GateKind::Tranif0:
  case GateKind::Tranif1:
  case GateKind::Rtranif0:
  case GateKind::Rtranif1:
    return {3, 3, 2, true, 2};
  case GateKind::Pullup:
  case GateKind::Pulldown:
    return {1, 0, 0, false, 0};
  }
  return {1, 0, 1};
}

namespace {
class TerminalBinder {
public:
  TerminalBinder(Compilation &compilation, GateSymbol &gate)
      : compilation(compilation), state(compilation.state()), gate(gate),
        context(state.contextOf(gate)) {
    context.isConnection = true;
  }

  const Expr *bind(const ExprSyntax &syntax, LvalueUse use);
  const Expr *bindInput(const ExprSyntax &syntax);

private:
  const Expr *partOf(const Expr &whole, const ExprSyntax &syntax, bool isLvalue);

  Compilation &compilation;
  ElaborationState &state;
  GateSymbol &gate;
  BindContext context;
};
} // namespace

const Expr *TerminalBinder::partOf(const Expr &whole, const ExprSyntax &syntax, bool isLvalue) {
  if (whole.isInvalid() || whole.type->isError())
    return &whole;
  ExprBinder binder(compilation, context);
  uint32_t count = gate.origin->count;
  if (whole.type->width() == 1)
    return &whole;
  bool isArray = !llvm::cast<InstanceSyntax>(gate.origin->item)->dimensions.empty();
  if (!isLvalue && !isArray && whole.type->isIntegral()) { // its least significant bit
    state.diag.diag(syntax.loc(), diag::TerminalTruncated) << whole.type->width();
    return sliceBits(compilation, binder, whole, 0, 1, false);
  }
  if (!whole.type->isIntegral() || (whole.type->width() != count || count == 1)) {
    if (!isLvalue && whole.type->isIntegral() && whole.constant) // an unsized number
      return sliceBits(compilation, binder, whole, 0, 1, false);
    state.diag.diag(syntax.loc(), diag::TerminalWidth) << whole.type->width() << count;
    return &binder.invalid(syntax.range);
  }
  const Expr *part =
      sliceBits(compilation, binder, whole, count - 1 - gate.origin->number, 1, isLvalue);
  if (part)
    return part;
  state.diag.unsupported(syntax.loc(), "this terminal of an array of gates", "28.3.6");
  return &binder.invalid(syntax.range);
}

const Expr *TerminalBinder::bind(const ExprSyntax &syntax, LvalueUse use) {
  return partOf(ExprBinder(compilation, context).bindLvalue(syntax, use), syntax, true);
}

const Expr *TerminalBinder::bindInput(const ExprSyntax &syntax) {
  ExprBinder binder(compilation, context);
  const Expr *whole = &binder.bindSelfDetermined(syntax);
  bool isTwoState = compilation.options().isTwoState;
  const Type &bit = compilation.types().scalar(isTwoState ? ScalarKind::Bit : ScalarKind::Logic);
  if (whole->type->isReal() && !whole->isInvalid())
    return &binder.convertAssign(*whole, bit, syntax.loc());
  const Expr *part = partOf(*whole, syntax, false);
  if (part->isInvalid() || part->type->isError())
    return part;
  return &binder.convertAssign(*part, bit, syntax.loc());
}

/// Delays of a gate, or of a primitive: `#(2, 3)` looks like parameter values.
static llvm::ArrayRef<const Expr *> delaysOf(Compilation &compilation, const GateSymbol &gate) {
  BindContext context = compilation.state().contextOf(gate);
  context.isConnection = true;
  const SyntaxNode *declaration = gate.origin->declaration;
  if (const auto *statement = llvm::dyn_cast<GateInstantiationSyntax>(declaration))
    return bindDelays(compilation, context, statement->delay);
  const auto &instantiation = *llvm::cast<InstantiationSyntax>(declaration);
  if (instantiation.delay)
    return bindDelays(compilation, context, instantiation.delay);
  llvm::SmallVector<const Expr *, 3> values;
  for (const ArgumentSyntax *argument : instantiation.parameters)
    if (argument->value)
      values.push_back(&ExprBinder(compilation, context).bindDelay(*argument->value));
  return compilation.types().copy(llvm::ArrayRef<const Expr *>(values));
}

static bool hasGap(const InstanceSyntax &item) {
  return llvm::any_of(item.connections,
                      [](const PortConnectionSyntax *connection) { return !connection->expr; });
}

/// A primitive connected like a module: by name, or with inputs left out, which are x.
static void bindNamedTerminals(Compilation &compilation, GateSymbol &gate,
                               const InstanceSyntax &item) {
  ElaborationState &state = compilation.state();
  TerminalBinder binder(compilation, gate);
  llvm::SmallVector<const Expr *, 8> exprs;
  for (auto [i, port] : llvm::enumerate(gate.udp->udp->ports)) {
    const PortConnectionSyntax *found = nullptr;
    for (auto [at, connection] : llvm::enumerate(item.connections)) {
      bool isOrdered = connection->connectionKind == ConnectionKind::Ordered;
      if (isOrdered ? at == i : connection->name.text == port.text)
        found = connection;
    }
    const ExprSyntax *expr = found ? found->expr : nullptr;
    if (!expr && i == 0) {
      state.diag.diag(item.loc(), diag::TerminalNotExpression);
      return;
    }
    const Type &bit = compilation.types().scalar(ScalarKind::Logic);
    if (i == 0)
      exprs.push_back(binder.bind(*expr, LvalueUse::Continuous));
    else if (expr)
      exprs.push_back(binder.bindInput(*expr));
    else
      exprs.push_back(&constantExpr(
          compilation, ConstantValue(value::LogicVector(1, false, value::Bit::x)), bit,
          support::SourceRange(gate.loc)));
  }
  gate.terminals = compilation.types().copy(llvm::ArrayRef<const Expr *>(exprs));
  gate.delays = delaysOf(compilation, gate);
}

void bindGate(Compilation &compilation, GateSymbol &gate) {
  ElaborationState &state = compilation.state();
  const auto &item = *llvm::cast<InstanceSyntax>(gate.origin->item);
  GateShape shape = shapeOf(gate.gate);
  if (gate.udp) {
    auto ports = uint32_t(gate.udp->udp->ports.size());
    shape = {ports, ports, 1};
  }
  if (gate.udp && (item.connections.empty() ||
                   item.connections.front()->connectionKind != ConnectionKind::Ordered ||
                   hasGap(item)))
    return bindNamedTerminals(compilation, gate, item);
  size_t terminals = item.connections.size();
  if (terminals < shape.minTerminals || (shape.maxTerminals && terminals > shape.maxTerminals)) {
    state.diag.diag(item.loc(), diag::TerminalCount)
        << (gate.udp ? gate.udp->name : llvm::StringRef(spelling(gate.gate))) << shape.minTerminals
        << terminals << (shape.minTerminals != shape.maxTerminals);
    return;
  }
  bool isPull = !gate.udp && (gate.gate == GateKind::Pullup || gate.gate == GateKind::Pulldown);
  size_t outputs = isPull ? terminals : shape.outputs ? shape.outputs : terminals - 1;
  TerminalBinder binder(compilation, gate);
  llvm::SmallVector<const Expr *, 8> exprs;
  for (auto [i, connection] : llvm::enumerate(item.connections)) {
    if (connection->connectionKind != ConnectionKind::Ordered || !connection->expr) {
      state.diag.diag(connection->loc(), diag::TerminalNotExpression);
      return;
    }
    if (i >= outputs)
      exprs.push_back(binder.bindInput(*connection->expr));
    else
      exprs.push_back(binder.bind(
          *connection->expr, shape.isBidirectional ? LvalueUse::Inout : LvalueUse::Continuous));
  }
  gate.terminals = compilation.types().copy(llvm::ArrayRef<const Expr *>(exprs));
  gate.delays = delaysOf(compilation, gate);
  if (gate.delays.size() > shape.maxDelays)
    state.diag.diag(item.loc(), diag::TooManyDelays);
}

} // namespace circtsim::sema

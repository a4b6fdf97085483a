//===- BodyBinder.cpp - code of bodies ------------------------------------===//
//
// Walks the members of a body in source order, generate blocks included, and
// binds what was only declared: initial values (IEEE 1800-2023 6.8, 10.3.1), continuous
// assignments (10.3.2), net aliases (10.11), gates (28), connections (23.3.3),
// procedures (9.2) and, unless they belong to a package, subroutines. It runs once per
// body, so once for all instances that share it.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/BodyBinder.h"

#include "Sema/Hierarchy/ExternSubroutines.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
class BodyBinder {
public:
  BodyBinder(Compilation &compilation, Specialisation &body)
      : compilation(compilation), state(compilation.state()), body(body) {}

  void bindScope(Scope &scope);

private:
  void bindMember(Symbol &symbol);
  void bindAttributes(const Symbol &symbol);
  void bindVariable(VariableSymbol &variable);
  void bindNet(NetSymbol &net);
  void bindAssign(ContinuousAssignSymbol &assign);
  void bindProcess(ProcessSymbol &process);
  void bindAlias(NetAliasSymbol &alias);

  Compilation &compilation;
  ElaborationState &state;
  Specialisation &body;
  const SyntaxNode *attributed = nullptr; ///< the declaration whose attributes were bound last
};
} // namespace

llvm::ArrayRef<const Expr *> bindDelays(Compilation &compilation, const BindContext &context,
                                        const DelaySyntax *delay) {
  if (!delay)
    return {};
  if (delay->values.size() > 3)
    compilation.diagnostics().diag(delay->loc(), diag::TooManyDelays);
  llvm::SmallVector<const Expr *, 3> values;
  for (const ExprSyntax *value : delay->values.take_front(3))
    values.push_back(&ExprBinder(compilation, context).bindDelay(*value));
  return compilation.types().copy(llvm::ArrayRef<const Expr *>(values));
}

void BodyBinder::bindScope(Scope &scope) {
  for (size_t i = 0; i < scope.members.size(); ++i) {
    if (state.diag.shouldStop())
      return;
    bindMember(*scope.members[i]);
  }
}

/// Values of attributes are constants (5.12).
void BodyBinder::bindAttributes(const Symbol &symbol) {
  const SyntaxNode *declaration = symbol.origin ? symbol.origin->declaration : nullptr;
  const auto *member = llvm::dyn_cast_or_null<MemberSyntax>(declaration);
  if (!member || member->attributes.empty() || member == attributed)
    return;
  attributed = member;
  BindContext context = state.contextOf(symbol);
  for (const AttributeSyntax *attribute : member->attributes)
    if (attribute->value)
      (void)ExprBinder(compilation, context).bindConstant(*attribute->value);
}

void BodyBinder::bindMember(Symbol &symbol) {
  bindAttributes(symbol);
  switch (symbol.kind) {
  case SymbolKind::Variable:
    return bindVariable(static_cast<VariableSymbol &>(symbol));
  case SymbolKind::Net:
    return bindNet(static_cast<NetSymbol &>(symbol));
  case SymbolKind::ContinuousAssign:
    return bindAssign(static_cast<ContinuousAssignSymbol &>(symbol));
  case SymbolKind::Process:
    return bindProcess(static_cast<ProcessSymbol &>(symbol));
  case SymbolKind::NetAlias:
    return bindAlias(static_cast<NetAliasSymbol &>(symbol));
  case SymbolKind::Gate:
    return bindGate(compilation, static_cast<GateSymbol &>(symbol));
  case SymbolKind::ModulePath:
    return bindModulePath(compilation, body, static_cast<ModulePathSymbol &>(symbol));
  case SymbolKind::PulseStyle:
    return bindPulseStyle(compilation, body, static_cast<PulseStyleSymbol &>(symbol));
  case SymbolKind::PathPulse:
    return bindPathPulse(compilation, static_cast<PathPulseSymbol &>(symbol));
  case SymbolKind::TimingCheck:
    return bindTimingCheck(compilation, static_cast<TimingCheckSymbol &>(symbol));
  case SymbolKind::Instance:
    return bindConnections(compilation, static_cast<InstanceSymbol &>(symbol), 0, 1);
  case SymbolKind::InstanceArray: {
    auto &array = static_cast<InstanceArraySymbol &>(symbol);
    for (auto [i, element] : llvm::enumerate(array.elements))
      bindConnections(compilation, *element, uint32_t(i), uint32_t(array.elements.size()));
    return;
  }
  case SymbolKind::Clocking:
    return bindClocking(compilation, static_cast<ClockingSymbol &>(symbol));
  case SymbolKind::GenerateBlock:
    return bindScope(static_cast<GenerateBlockSymbol &>(symbol));
  case SymbolKind::GenerateArray:
    for (GenerateBlockSymbol *block : static_cast<GenerateArraySymbol &>(symbol).entries)
      bindScope(*block);
    return;
  case SymbolKind::Subroutine: {
    bool isModule = body.definition != nullptr;
    auto &subroutine = static_cast<SubroutineSymbol &>(symbol);
    if (subroutine.syntax && subroutine.syntax->scope)
      bindExternDefinition(compilation, subroutine);
    if (isModule || compilation.options().bindEverything)
      (void)compilation.bodyOf(subroutine);
    return;
  }
  default:
    return;
  }
}

/// The initialiser of a declaration; of either declaration of a non-ANSI port.
static const ExprSyntax *initialiserOf(const Origin *origin) {
  if (!origin || !origin->item)
    return nullptr;
  if (const auto *port = llvm::dyn_cast<AnsiPortSyntax>(origin->item))
    return port->init;
  const auto *declarator = llvm::dyn_cast<DeclaratorSyntax>(origin->item);
  if (declarator && declarator->init)
    return declarator->init;
  return initialiserOf(origin->other);
}

/// What the initialiser of a net or variable sees: for a non-ANSI port, what stands
/// before the declaration that has it.
static BindContext initialiserContext(const ElaborationState &state, const ValueSymbol &symbol) {
  BindContext context = state.contextOf(symbol);
  if (!symbol.origin || !symbol.origin->other)
    return context;
  const auto &positions =
      Specialisation::of(Compilation::bodyOf(*symbol.parent)).portVariablePositions;
  if (uint32_t position = positions.lookup(symbol.name))
    context.position = position;
  return context;
}

/// Verilog initialises variables of modules with constants only (IEEE 1364-2005 6.2.1).
static bool needsConstants(const ElaborationState &state) {
  return state.units.front().unit->tokens.standard < KeywordVersion::V1800_2005;
}

void BodyBinder::bindVariable(VariableSymbol &variable) {
  const ExprSyntax *init = initialiserOf(variable.origin);
  if (variable.isPort || !variable.type)
    return;
  BindContext context = initialiserContext(state, variable);
  ExprBinder binder(compilation, context);
  if (init && nettypeOf(variable)) {
    variable.netValue = &binder.bind(*init, variable.type);
    init = nullptr;
  }
  if (!init)
    variable.initialiser = binder.structureDefault(*variable.type, variable.loc);
  else if (needsConstants(state))
    variable.initialiser = &binder.bindConstant(*init, variable.type);
  else
    variable.initialiser = &binder.bind(*init, variable.type);
}

static const NetDeclSyntax *netDeclOf(const Origin *origin) {
  if (!origin || !origin->declaration)
    return nullptr;
  if (const auto *decl = llvm::dyn_cast<NetDeclSyntax>(origin->declaration))
    return decl;
  return netDeclOf(origin->other);
}

void BodyBinder::bindNet(NetSymbol &net) {
  BindContext context = initialiserContext(state, net);
  context.isContinuous = true;
  const NetDeclSyntax *decl = netDeclOf(net.origin);
  if (decl && decl->delay)
    net.delays = bindDelays(compilation, context, decl->delay);
  bool isAnsiPort = net.origin && llvm::isa_and_nonnull<AnsiPortSyntax>(net.origin->item);
  const ExprSyntax *init = isAnsiPort ? nullptr : initialiserOf(net.origin);
  if (init)
    net.initialiser = &ExprBinder(compilation, context).bind(*init, net.type);
}

void BodyBinder::bindAssign(ContinuousAssignSymbol &assign) {
  if (assign.lhs) // of a port that is an expression
    return;
  BindContext context = state.contextOf(assign);
  context.isContinuous = true;
  const auto &syntax = *llvm::cast<AssignmentSyntax>(assign.origin->item);
  const auto &statement = *llvm::cast<ContinuousAssignSyntax>(assign.origin->declaration);
  std::tie(assign.lhs, assign.rhs) =
      ExprBinder(compilation, context)
          .bindAssignmentSides(*syntax.lhs, *syntax.rhs, LvalueUse::Continuous);
  assign.delays = bindDelays(compilation, context, statement.delay);
  const auto *target = llvm::dyn_cast<NamedValueExpr>(assign.lhs);
  if (statement.strength && target && llvm::isa<VariableSymbol>(target->symbol)) // 10.3.4
    state.diag.diag(statement.strength->loc(), diag::StrengthOfVariable) << target->symbol->name;
}

void BodyBinder::bindProcess(ProcessSymbol &process) {
  if (process.body) // of a clocking block
    return;
  const auto &statement = *llvm::cast<StmtSyntax>(process.origin->item);
  StmtBinder::declareBlocks(compilation, process, *process.parent, statement, body.defaultLifetime,
                            process.position);
  BindContext context = state.contextOf(process);
  context.isProcedural = true;
  context.isCombinational = process.procedure == ProcedureKind::AlwaysComb ||
                            process.procedure == ProcedureKind::AlwaysLatch;
  process.body = &StmtBinder(compilation, context, process).bindProcess(statement);
}

/// Two different nets of one kind, `tri` being another word for `wire` (10.11).
static void checkAlias(ElaborationState &state, const Expr &first, const Expr &second) {
  const auto *left = llvm::dyn_cast<NamedValueExpr>(&first);
  const auto *right = llvm::dyn_cast<NamedValueExpr>(&second);
  const auto *leftNet = left ? llvm::dyn_cast<NetSymbol>(left->symbol) : nullptr;
  const auto *rightNet = right ? llvm::dyn_cast<NetSymbol>(right->symbol) : nullptr;
  if (!leftNet || !rightNet)
    return;
  auto kindOf = [](const NetSymbol &net) {
    return net.netKind == NetKind::Tri ? NetKind::Wire : net.netKind;
  };
  if (leftNet == rightNet && !left->path && !right->path)
    state.diag.diag(second.range, diag::AliasSelf) << rightNet->name;
  else if (kindOf(*leftNet) != kindOf(*rightNet))
    state.diag.diag(second.range, diag::AliasNetKinds);
}

void BodyBinder::bindAlias(NetAliasSymbol &alias) {
  if (!alias.nets.empty()) // of a port that is an expression
    return;
  const auto &syntax = *llvm::cast<NetAliasSyntax>(alias.origin->declaration);
  BindContext context = state.contextOf(alias);
  llvm::SmallVector<const Expr *, 4> nets;
  for (const ExprSyntax *net : syntax.nets)
    nets.push_back(&ExprBinder(compilation, context).bindLvalue(*net, LvalueUse::Inout));
  for (const Expr *net : nets)
    if (!net->isInvalid() && !nets.front()->isInvalid() &&
        net->type->width() != nets.front()->type->width()) {
      state.diag.diag(alias.loc, diag::AliasWidthDiffers);
      break;
    }
  for (const Expr *net : llvm::drop_begin(nets))
    checkAlias(state, *nets.front(), *net);
  alias.nets = compilation.types().copy(llvm::ArrayRef<const Expr *>(nets));
}

void bindBody(Compilation &compilation, BodySymbol &body) {
  Specialisation &specialisation = Specialisation::of(body);
  if (specialisation.isBound)
    return;
  specialisation.isBound = true;
  BodyBinder(compilation, specialisation).bindScope(body);
}

} // namespace circtsim::sema

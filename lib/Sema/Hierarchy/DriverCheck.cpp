//===- DriverCheck.cpp - who writes a variable ----------------------------===//
//
// IEEE 1800-2023 6.5: a variable is written by procedures, or by one
// continuous assignment or output port, for each of its bits; 9.2.2: what
// always_comb, always_latch and always_ff write, nothing else writes; 6.6.2: a uwire net
// has one driver, and in a two-state design every net that is no wired AND or OR, because
// there is no z to give way to another driver. Each write is a range of bits (the longest
// static prefix, 11.5.3); the ranges of a variable are sorted and swept once.
//
// Writes of a process to the same variable are one entry per static range.
// Hierarchical writes (from another body) are not looked at.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/ElaborationState.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
enum class WriterKind : uint8_t { Continuous, Procedure, Exclusive };

struct Write {
  uint64_t lo, hi;
  WriterKind kind;
  const Symbol *writer; ///< process, or null for continuous writes
  support::SourceLoc loc;
  uint32_t order = 0;
};

/// What an lvalue writes: bits [lo, hi] of a symbol's value, flattened.
struct Target {
  const ValueSymbol *symbol = nullptr;
  uint64_t lo = 0, hi = ~uint64_t(0);
  /// An index is not constant: the range is that of the prefix before it.
  bool isClosed = false;
};

/// Gates whose outputs may be z, or whose ends drive each other (28.6 - 28.10).
bool makesStrengths(GateKind kind) {
  switch (kind) {
  case GateKind::And:
  case GateKind::Nand:
  case GateKind::Or:
  case GateKind::Nor:
  case GateKind::Xor:
  case GateKind::Xnor:
  case GateKind::Buf:
  case GateKind::Not:
    return false;
  default:
    return true;
  }
}

class DriverChecker {
public:
  DriverChecker(Compilation &compilation)
      : diag(compilation.diagnostics()), isTwoState(compilation.options().isTwoState) {}

  void run(const BodySymbol &body);

private:
  bool hasOneDriver(NetKind kind) const {
    bool isWired = kind == NetKind::Wand || kind == NetKind::Wor || kind == NetKind::Triand ||
                   kind == NetKind::Trior;
    return kind == NetKind::Uwire || (isTwoState && !isWired);
  }
  void collect(const Scope &scope);
  void collectMember(const Symbol &symbol);
  void collectPorts(const InstanceSymbol &instance);
  void addTarget(const Expr &expr, WriterKind kind, const Symbol *writer);
  void addAssignments(const Stmt *stmt, WriterKind kind, const Symbol &writer);
  void addExpr(const Expr *expr, WriterKind kind, const Symbol &writer);
  void addCall(const Expr &expr, WriterKind kind, const Symbol &writer);
  void check(const ValueSymbol &symbol, llvm::SmallVectorImpl<Write> &writes);
  void report(const ValueSymbol &symbol, const Write &first, const Write &second);

  support::DiagnosticEngine &diag;
  const bool isTwoState;
  llvm::MapVector<const ValueSymbol *, llvm::SmallVector<Write, 1>> writes;
};
} // namespace

//===-- Static prefixes --------------------------------------------------------------------===//

static uint64_t bitsOf(const Type &type) { return type.bitStreamWidth().value_or(0); }

/// Offset in bits of element `index` of an array, 0 for the rightmost.
static std::optional<uint64_t> elementOffset(const Type &array, int64_t index) {
  const Type &type = array.canonical();
  Range range;
  uint64_t width = 1;
  if (const auto *packed = llvm::dyn_cast<PackedArrayType>(&type)) {
    range = packed->range;
    width = packed->element.width();
  } else if (const auto *unpacked = llvm::dyn_cast<UnpackedArrayType>(&type)) {
    range = unpacked->range;
    width = bitsOf(unpacked->element);
  } else if (type.isIntegral()) {
    range = Range{int32_t(type.width()) - 1, 0};
  } else {
    return std::nullopt;
  }
  if (!range.contains(index))
    return std::nullopt;
  return uint64_t(range.isDescending() ? index - range.right : range.right - index) * width;
}

static void narrow(Target &target, std::optional<uint64_t> offset, uint64_t width) {
  if (target.isClosed)
    return;
  if (!offset || width == 0) {
    target.isClosed = true;
    return;
  }
  target.lo += *offset;
  target.hi = target.lo + width - 1;
}

static std::optional<int64_t> constantOf(const Expr &expr) {
  return expr.constant ? expr.constant->toInt64() : std::nullopt;
}

static Target targetOf(const Expr &expr);

static Target rangeTarget(const RangeSelectExpr &select) {
  Target target = targetOf(*select.base);
  std::optional<int64_t> left = constantOf(*select.left), right = constantOf(*select.right);
  if (!left || !right) {
    target.isClosed = true;
    return target;
  }
  int64_t first = *left, last = *right;
  if (select.rangeKind == RangeKind::IndexedUp)
    last = first + *right - 1;
  else if (select.rangeKind == RangeKind::IndexedDown)
    last = first - *right + 1;
  auto a = elementOffset(*select.base->type, first), b = elementOffset(*select.base->type, last);
  if (!a || !b)
    target.isClosed = true;
  else
    narrow(target, std::min(*a, *b), bitsOf(*select.type));
  return target;
}

static Target targetOf(const Expr &expr) {
  switch (expr.kind) {
  case ExprKind::NamedValue: {
    const auto &named = static_cast<const NamedValueExpr &>(expr);
    Target target;
    if (!named.path) {
      target.symbol = named.symbol;
      uint64_t bits = bitsOf(*named.type);
      target.isClosed = bits == 0;
      if (bits)
        target.hi = bits - 1;
    }
    return target;
  }
  case ExprKind::ElementSelect: {
    const auto &select = static_cast<const ElementSelectExpr &>(expr);
    Target target = targetOf(*select.base);
    std::optional<int64_t> index = constantOf(*select.index);
    narrow(target, index ? elementOffset(*select.base->type, *index) : std::nullopt,
           bitsOf(*select.type));
    return target;
  }
  case ExprKind::RangeSelect:
    return rangeTarget(static_cast<const RangeSelectExpr &>(expr));
  case ExprKind::FieldSelect: {
    const auto &select = static_cast<const FieldSelectExpr &>(expr);
    Target target = targetOf(*select.base);
    const Type &type = select.base->type->canonical();
    if (llvm::isa<PackedStructType>(type)) {
      narrow(target, select.field->bitOffset, bitsOf(*select.type));
    } else if (const auto *record = llvm::dyn_cast<UnpackedStructType>(&type);
               record && !record->isUnion()) {
      uint64_t offset = 0; // of the members behind it
      for (const Field &field : record->fields.drop_front(select.field->index + 1))
        offset += field.type ? bitsOf(*field.type) : 0;
      narrow(target, offset, bitsOf(*select.type));
    } else {
      target.isClosed = true;
    }
    return target;
  }
  default:
    return {};
  }
}

//===-- Collecting --------------------------------------------------------------------------===//

/// Whether it selects from the value of a net of a user-defined net type (6.6.7), not only from
/// an array of nets.
static bool isPartOfNet(const Expr &expr) {
  if (expr.kind == ExprKind::NamedValue)
    return false;
  return !nettypeOf(*expr.type);
}

void DriverChecker::addTarget(const Expr &expr, WriterKind kind, const Symbol *writer) {
  if (const auto *concat = llvm::dyn_cast<ConcatExpr>(&expr)) {
    for (const Expr *element : concat->elements)
      addTarget(*element, kind, writer);
    return;
  }
  if (const auto *stream = llvm::dyn_cast<StreamingExpr>(&expr)) {
    for (const Expr *element : stream->elements)
      addTarget(*element, kind, writer);
    return;
  }
  if (const auto *conversion = llvm::dyn_cast<ConversionExpr>(&expr))
    return addTarget(*conversion->operand, kind, writer);
  Target target = targetOf(expr);
  if (!target.symbol)
    return;
  const auto *variable = llvm::dyn_cast<VariableSymbol>(target.symbol);
  const auto *net = llvm::dyn_cast<NetSymbol>(target.symbol);
  if (const TypeAliasSymbol *nettype = nettypeOf(*target.symbol)) {
    if (kind == WriterKind::Continuous && isPartOfNet(expr))
      diag.diag(expr.range.begin, diag::NettypeDrivenPart) << target.symbol->name;
    else if (!nettype->resolver)
      writes[target.symbol].push_back({target.lo, target.hi, kind, writer, expr.range.begin});
    return;
  }
  bool isWatched =
      variable ? variable->lifetime == Lifetime::Static : net && hasOneDriver(net->netKind);
  if (!isWatched)
    return;
  auto &list = writes[target.symbol];
  if (writer && !list.empty()) { // the same write again, as in branches
    const Write &last = list.back();
    if (last.writer == writer && last.lo <= target.lo && last.hi >= target.hi)
      return;
  }
  list.push_back({target.lo, target.hi, kind, writer, expr.range.begin});
}

void DriverChecker::addCall(const Expr &expr, WriterKind kind, const Symbol &writer) {
  if (const auto *call = llvm::dyn_cast<CallExpr>(&expr)) {
    for (auto [formal, argument] : llvm::zip(call->subroutine->formals, call->arguments))
      if (formal->direction != PortDirection::Input && argument)
        addTarget(*argument, kind, &writer);
  }
}

void DriverChecker::addExpr(const Expr *expr, WriterKind kind, const Symbol &writer) {
  if (!expr)
    return;
  if (const auto *assignment = llvm::dyn_cast<AssignmentExpr>(expr)) {
    addTarget(*assignment->lhs, kind, &writer);
    return;
  }
  if (const auto *unary = llvm::dyn_cast<UnaryExpr>(expr)) {
    if (unary->op >= UnaryOp::PreIncrement)
      addTarget(*unary->operand, kind, &writer);
    return;
  }
  addCall(*expr, kind, writer);
}

void DriverChecker::addAssignments(const Stmt *stmt, WriterKind kind, const Symbol &writer) {
  if (!stmt)
    return;
  auto visit = [&](const Stmt *inner) { addAssignments(inner, kind, writer); };
  switch (stmt->kind) {
  case StmtKind::List:
    for (const Stmt *item : static_cast<const ListStmt *>(stmt)->items)
      visit(item);
    return;
  case StmtKind::Block:
    return visit(static_cast<const BlockStmt *>(stmt)->body);
  case StmtKind::Expression:
    return addExpr(static_cast<const ExpressionStmt *>(stmt)->expr, kind, writer);
  case StmtKind::If:
    visit(static_cast<const IfStmt *>(stmt)->whenTrue);
    return visit(static_cast<const IfStmt *>(stmt)->whenFalse);
  case StmtKind::Case:
    for (const CaseStmt::Item &item : static_cast<const CaseStmt *>(stmt)->items)
      visit(item.body);
    return visit(static_cast<const CaseStmt *>(stmt)->defaultBody);
  case StmtKind::For: {
    const auto *loop = static_cast<const ForStmt *>(stmt);
    for (const Stmt *initialiser : loop->initialisers)
      visit(initialiser);
    for (const Expr *step : loop->steps)
      addExpr(step, kind, writer);
    return visit(loop->body);
  }
  case StmtKind::Foreach:
    return visit(static_cast<const ForeachStmt *>(stmt)->body);
  case StmtKind::While:
    return visit(static_cast<const WhileStmt *>(stmt)->body);
  case StmtKind::DoWhile:
    return visit(static_cast<const DoWhileStmt *>(stmt)->body);
  case StmtKind::Repeat:
    return visit(static_cast<const RepeatStmt *>(stmt)->body);
  case StmtKind::Forever:
    return visit(static_cast<const ForeverStmt *>(stmt)->body);
  case StmtKind::Timed:
    return visit(static_cast<const TimedStmt *>(stmt)->body);
  case StmtKind::Wait:
    return visit(static_cast<const WaitStmt *>(stmt)->body);
  default:
    return;
  }
}

void DriverChecker::collectPorts(const InstanceSymbol &instance) {
  for (const PortConnection &connection : instance.connections) {
    const auto *port = llvm::dyn_cast<PortSymbol>(connection.port);
    if (port && connection.expr && port->direction == PortDirection::Output)
      addTarget(*connection.expr, WriterKind::Continuous, nullptr);
  }
}

void DriverChecker::collectMember(const Symbol &symbol) {
  switch (symbol.kind) {
  case SymbolKind::ContinuousAssign:
    return addTarget(*static_cast<const ContinuousAssignSymbol &>(symbol).lhs,
                     WriterKind::Continuous, nullptr);
  case SymbolKind::Variable: {
    const auto &variable = static_cast<const VariableSymbol &>(symbol);
    const TypeAliasSymbol *nettype = variable.netValue ? nettypeOf(variable) : nullptr;
    if (nettype && !nettype->resolver)
      writes[&variable].push_back(
          {0, ~uint64_t(0), WriterKind::Continuous, nullptr, variable.loc});
    return;
  }
  case SymbolKind::Net: {
    const auto &net = static_cast<const NetSymbol &>(symbol);
    if (hasOneDriver(net.netKind) && net.initialiser)
      writes[&net].push_back({0, ~uint64_t(0), WriterKind::Continuous, nullptr, net.loc});
    return;
  }
  case SymbolKind::Gate: {
    const auto &gate = static_cast<const GateSymbol &>(symbol);
    if (isTwoState && makesStrengths(gate.gate))
      diag.diag(gate.loc, diag::TwoStateGate) << spelling(gate.gate);
    else if (!gate.terminals.empty())
      addTarget(*gate.terminals.front(), WriterKind::Continuous, nullptr);
    return;
  }
  case SymbolKind::Instance:
    return collectPorts(static_cast<const InstanceSymbol &>(symbol));
  case SymbolKind::InstanceArray:
    for (const InstanceSymbol *element : static_cast<const InstanceArraySymbol &>(symbol).elements)
      collectPorts(*element);
    return;
  case SymbolKind::GenerateBlock:
    return collect(static_cast<const GenerateBlockSymbol &>(symbol));
  case SymbolKind::GenerateArray:
    for (const GenerateBlockSymbol *block :
         static_cast<const GenerateArraySymbol &>(symbol).entries)
      collect(*block);
    return;
  case SymbolKind::Process: {
    const auto &process = static_cast<const ProcessSymbol &>(symbol);
    if (process.isImplicit)
      return;
    bool isExclusive = process.procedure == ProcedureKind::AlwaysComb ||
                       process.procedure == ProcedureKind::AlwaysFf ||
                       process.procedure == ProcedureKind::AlwaysLatch;
    return addAssignments(process.body, isExclusive ? WriterKind::Exclusive : WriterKind::Procedure,
                          process);
  }
  default:
    return;
  }
}

void DriverChecker::collect(const Scope &scope) {
  for (const Symbol *member : scope.members)
    collectMember(*member);
}

//===-- Checking ----------------------------------------------------------------------------===//

static bool isInitial(const Write &write) {
  const auto *process = llvm::dyn_cast_or_null<ProcessSymbol>(write.writer);
  return process && (process->procedure == ProcedureKind::Initial ||
                     process->procedure == ProcedureKind::Final);
}

void DriverChecker::report(const ValueSymbol &symbol, const Write &first, const Write &second) {
  const auto *net = llvm::dyn_cast<NetSymbol>(&symbol);
  if (first.kind == WriterKind::Continuous && second.kind == WriterKind::Continuous) {
    diag.diag(second.loc,
              nettypeOf(symbol)              ? diag::NettypeDrivenTwice
              : net ? net->netKind == NetKind::Uwire ? diag::UwireDrivenTwice
                                                    : diag::TwoStateDrivenTwice
                  : diag::VariableDrivenTwice)
        << symbol.name;
  } else if (first.kind == WriterKind::Continuous || second.kind == WriterKind::Continuous) {
    diag.diag(second.loc, diag::VariableDrivenAndWritten) << symbol.name;
  } else if (isInitial(first) || isInitial(second)) {
    diag.diag(second.loc, diag::ExclusiveAndInitial) << symbol.name;
  } else {
    const auto *process = llvm::cast<ProcessSymbol>(
        first.kind == WriterKind::Exclusive ? first.writer : second.writer);
    diag.diag(second.loc, diag::ExclusiveWrittenTwice)
        << symbol.name << spelling(process->procedure);
  }
  diag.diag(first.loc, diag::OtherWrite) << symbol.name;
}

static bool conflict(const Write &a, const Write &b) {
  if (a.kind == WriterKind::Continuous || b.kind == WriterKind::Continuous)
    return true;
  return a.writer != b.writer &&
         (a.kind == WriterKind::Exclusive || b.kind == WriterKind::Exclusive);
}

/// Sweeps the writes by their lowest bit, keeping for each class the one that reaches furthest.
void DriverChecker::check(const ValueSymbol &symbol, llvm::SmallVectorImpl<Write> &list) {
  if (list.size() < 2)
    return;
  // Writes with the same lowest bit stay in the order of the source.
  for (auto [i, write] : llvm::enumerate(list))
    write.order = uint32_t(i);
  llvm::sort(list, [](const Write &a, const Write &b) {
    return a.lo != b.lo ? a.lo < b.lo : a.order < b.order;
  });
  const Write *furthest[3] = {nullptr, nullptr, nullptr};
  for (const Write &write : list) {
    for (const Write *other : furthest)
      if (other && other->hi >= write.lo && conflict(*other, write))
        return report(symbol, *other, write);
    const Write *&slot = furthest[unsigned(write.kind)];
    if (!slot || write.hi >= slot->hi)
      slot = &write;
  }
}

void DriverChecker::run(const BodySymbol &body) {
  for (const Symbol *symbol : body.ports) { // input variables are written from outside
    const auto *port = llvm::dyn_cast<PortSymbol>(symbol);
    if (port && port->direction == PortDirection::Input &&
        llvm::isa_and_nonnull<VariableSymbol>(port->internal) && !isNet(*port->internal))
      writes[port->internal].push_back(
          {0, ~uint64_t(0), WriterKind::Continuous, nullptr, port->loc});
  }
  collect(body);
  for (auto &[symbol, list] : writes)
    check(*symbol, list);
}

void checkDrivers(Compilation &compilation, const BodySymbol &body) {
  DriverChecker(compilation).run(body);
}

} // namespace circtsim::sema

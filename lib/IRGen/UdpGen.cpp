//===- UdpGen.cpp - user-defined primitives -------------------------------===//
//
// LRM 29. The table of a primitive becomes a function of the module that uses it,
// shared by all its instances there; a sequential one has a function for each
// input that changes: (levels, level before, state) -> state. A combinational
// instance is one static process. A sequential one is a static process per input,
// so that inputs which change at the same time are taken in the order of their changes, and
// one that drives the output; hidden signals hold the levels seen last and the state.
//
// A level is looked up as three bits, "is 1", "is 0", "is known" (z counts as x);
// so a row is one comparison under a mask. The rows of levels are tried first: they dominate (29.7);
// then those with an edge of the input; without a match the output is x.
//
//===----------------------------------------------------------------------===//
#include "IRGen/BodyGen.h"
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using syntax::UdpRowSyntax;
using syntax::UdpSyntax;
namespace arith = mlir::arith;

namespace {
/// Levels that a symbol of a table stands for: bit 0 for 0, bit 1 for 1, bit 2 for x.
unsigned levelsOf(char symbol) {
  switch (symbol) {
  case '0':
    return 1;
  case '1':
    return 2;
  case 'x':
  case 'X':
    return 4;
  case 'b':
  case 'B':
    return 3;
  default:
    return 7;
  }
}

/// The transitions of an edge symbol: pairs (levels before, levels behind).
llvm::SmallVector<std::pair<unsigned, unsigned>, 3> edgesOf(llvm::StringRef symbol) {
  if (symbol.size() == 2)
    return {{levelsOf(symbol[0]), levelsOf(symbol[1])}};
  switch (symbol[0]) {
  case 'r':
  case 'R':
    return {{1, 2}};
  case 'f':
  case 'F':
    return {{2, 1}};
  case 'p':
  case 'P':
    return {{1, 2}, {1, 4}, {4, 2}};
  case 'n':
  case 'N':
    return {{2, 1}, {2, 4}, {4, 1}};
  default: // '*'
    return {{7, 7}};
  }
}

bool isEdge(llvm::StringRef symbol) {
  return symbol.size() == 2 || llvm::StringRef("rRfFpPnN*").contains(symbol[0]);
}

/// Emits the function of one table.
class TableGen {
public:
  TableGen(FunctionGen &gen, const UdpSyntax &udp)
      : gen(gen), udp(udp), inputs(unsigned(udp.ports.size()) - 1),
        columns(inputs + (udp.isSequential ? 1 : 0)) {}

  void emit(unsigned input);

private:
  /// A condition on some columns, each with levels: (key & mask) == value.
  struct Pattern {
    llvm::APInt mask, value;
  };
  Pattern any() const { return {llvm::APInt(3 * columns, 0), llvm::APInt(3 * columns, 0)}; }
  void require(Pattern &pattern, unsigned column, unsigned levels) const;
  mlir::Value keyOf(mlir::Value levels);
  mlir::Value matches(mlir::Value key, const Pattern &pattern);
  mlir::Value isLevel(mlir::Value bit, unsigned levels);
  mlir::Value levelPart(mlir::Value key, mlir::Value state, mlir::Value otherwise);
  mlir::Value edgePart(mlir::Value key, unsigned input, mlir::Value before, mlir::Value state);
  mlir::Value outputOf(const UdpRowSyntax &row, mlir::Value state);
  mlir::Value constant(bool a, bool b) { return gen.make<csim::ConstantOp>(llvm::APInt(1, a), llvm::APInt(1, b)); }
  mlir::Value known(const llvm::APInt &bits) {
    return gen.make<arith::ConstantOp>(gen.b.getIntegerAttr(gen.b.getIntegerType(bits.getBitWidth()), bits));
  }

  FunctionGen &gen;
  const UdpSyntax &udp;
  unsigned inputs, columns;
};
} // namespace

/// Columns are numbered from the left; the first is the most significant of each group.
void TableGen::require(Pattern &pattern, unsigned column, unsigned levels) const {
  unsigned bit = columns - 1 - column;
  auto set = [&](unsigned group, bool one) {
    pattern.mask.setBit(group * columns + bit);
    if (one)
      pattern.value.setBit(group * columns + bit);
  };
  switch (levels) {
  case 1:
    return set(1, true); // is 0
  case 2:
    return set(2, true); // is 1
  case 3:
    return set(0, true); // is known
  case 4:
    return set(0, false);
  case 5: // 0 or x: not 1
    return set(2, false);
  case 6:
    return set(1, false);
  default:
    return;
  }
}

/// {ones, zeros, known} of the levels.
mlir::Value TableGen::keyOf(mlir::Value levels) {
  mlir::Value ones = gen.make<csim::ToBitsOp>(levels);
  mlir::Value zeros = gen.make<csim::ToBitsOp>(gen.make<csim::NotOp>(levels));
  llvm::SmallVector<mlir::Value> parts{ones, zeros, gen.make<arith::OrIOp>(ones, zeros)};
  return gen.make<csim::ConcatOp>(parts);
}

mlir::Value TableGen::matches(mlir::Value key, const Pattern &pattern) {
  mlir::Value masked = gen.make<arith::AndIOp>(key, known(pattern.mask));
  return gen.make<arith::CmpIOp>(arith::CmpIPredicate::eq, masked, known(pattern.value));
}

mlir::Value TableGen::isLevel(mlir::Value bit, unsigned levels) {
  mlir::Type i1 = gen.b.getI1Type();
  mlir::Value result;
  for (unsigned level = 0; level < 3; ++level) {
    if (!(levels >> level & 1))
      continue;
    mlir::Value is = gen.make<csim::CaseEqOp>(i1, bit, constant(level != 0, level == 2));
    result = result ? mlir::Value(gen.make<arith::OrIOp>(result, is)) : is;
  }
  return result;
}

mlir::Value TableGen::outputOf(const UdpRowSyntax &row, mlir::Value state) {
  char symbol = row.output[0];
  if (symbol == '-')
    return state;
  return constant(symbol != '0', symbol == 'x' || symbol == 'X');
}

mlir::Value TableGen::levelPart(mlir::Value key, mlir::Value state, mlir::Value otherwise) {
  mlir::Value result = otherwise;
  for (const UdpRowSyntax *row : udp.rows) {
    if (row->inputs.size() != inputs || llvm::any_of(row->inputs, isEdge))
      continue;
    Pattern pattern = any();
    for (auto [column, symbol] : llvm::enumerate(row->inputs))
      require(pattern, unsigned(column), levelsOf(symbol[0]));
    if (udp.isSequential && !row->state.empty())
      require(pattern, inputs, levelsOf(row->state[0]));
    result = gen.make<arith::SelectOp>(matches(key, pattern), outputOf(*row, state), result);
  }
  return result;
}

/// Rows with an edge of one input.
mlir::Value TableGen::edgePart(mlir::Value key, unsigned input, mlir::Value before, mlir::Value state) {
  mlir::Value result = constant(true, true);
  for (const UdpRowSyntax *row : udp.rows) {
    if (row->inputs.size() != inputs || !isEdge(row->inputs[input]))
      continue;
    for (auto [from, to] : edgesOf(row->inputs[input])) {
      Pattern pattern = any();
      for (auto [column, symbol] : llvm::enumerate(row->inputs))
        require(pattern, unsigned(column), column == input ? to : levelsOf(symbol[0]));
      if (!row->state.empty())
        require(pattern, inputs, levelsOf(row->state[0]));
      mlir::Value match = matches(key, pattern);
      if (from != 7)
        match = gen.make<arith::AndIOp>(match, isLevel(before, from));
      result = gen.make<arith::SelectOp>(match, outputOf(*row, state), result);
    }
  }
  return result;
}

/// `input`: the one that changed, of a sequential primitive.
void TableGen::emit(unsigned input) {
  mlir::Value now = gen.argument(0);
  if (!udp.isSequential) {
    gen.emitReturn(levelPart(keyOf(now), {}, constant(true, true)));
    return;
  }
  mlir::Value before = gen.argument(1), state = gen.argument(2);
  llvm::SmallVector<mlir::Value> levels{now, state};
  mlir::Value key = keyOf(gen.make<csim::ConcatOp>(levels));
  gen.emitReturn(levelPart(key, state, edgePart(key, input, before, state)));
}

csim::FuncOp BodyGen::primitiveFunction(const UdpSyntax &udp, unsigned input) {
  csim::FuncOp &func = primitives[{&udp, input}];
  if (func)
    return func;
  mlir::Type bit = design.types.vector(1, true);
  llvm::SmallVector<mlir::Type, 3> arguments{design.types.vector(unsigned(udp.ports.size()) - 1, true)};
  if (udp.isSequential)
    arguments.append({bit, bit});
  auto type = mlir::FunctionType::get(&design.context, arguments, {bit});
  func = csim::FuncOp::create(builder, design.locate(udp.name.loc), uniqueName("$udp." + udp.name.text.str()), type,
                              /*isTask=*/false, llvm::StringRef());
  FunctionGen gen(*this, func.getBody(), &body);
  gen.setLocation(udp.name.loc);
  gen.begin(arguments);
  TableGen(gen, udp).emit(input);
  return func;
}

/// A static process of an instance, with its code open.
std::unique_ptr<FunctionGen> BodyGen::primitiveProcess(const GateSymbol &gate, mlir::ArrayAttr terms) {
  csim::ProcessOp processOp =
      createProcess(csim::ProcessKind::Assign, gate.udp->udp->name.text, gate.parent, gate.loc);
  processOp.setIsStatic(true);
  processOp.setRunAtStart(true);
  processOp.setSelfTriggering(true);
  processOp.setSensitivityAttr(terms);
  auto gen = std::make_unique<FunctionGen>(*this, processOp.getBody(), gate.parent);
  gen->setLocation(gate.loc);
  gen->isStatic = true;
  gen->begin();
  return gen;
}

/// The level of an input: z counts as x.
static mlir::Value levelOf(FunctionGen &gen, const Expr &terminal) {
  mlir::Value level = gen.coerce(gen.emit(terminal), gen.body.design.types.vector(1, true));
  return gen.make<csim::NotOp>(gen.make<csim::NotOp>(level));
}

static mlir::Value callPrimitive(FunctionGen &gen, csim::FuncOp func, mlir::ValueRange arguments) {
  auto symbol = mlir::FlatSymbolRefAttr::get(&gen.body.design.context, func.getSymName());
  return gen
      .make<csim::CallOp>(func.getFunctionType().getResults(), symbol, arguments, mlir::FlatSymbolRefAttr())
      .getResult(0);
}

void BodyGen::generatePrimitive(const GateSymbol &gate) {
  const UdpSyntax &udp = *gate.udp->udp;
  if (gate.terminals.size() != udp.ports.size() || udp.ports.size() < 2)
    return; // reported
  Strengths strengths = Strengths::of(gate.strength0, gate.strength1);
  llvm::ArrayRef<const Expr *> inputs = gate.terminals.drop_front();
  auto termsOf = [&](llvm::ArrayRef<const Expr *> exprs) {
    ReadSet reads(design.compilation, false);
    for (const Expr *expr : exprs)
      reads.addExpr(expr);
    return sensitivity(reads.terms(false));
  };
  if (!udp.isSequential) {
    std::unique_ptr<FunctionGen> gen = primitiveProcess(gate, termsOf(inputs));
    llvm::SmallVector<mlir::Value> levels;
    for (const Expr *input : inputs)
      levels.push_back(levelOf(*gen, *input));
    mlir::Value now = levels.size() == 1 ? levels[0] : gen->make<csim::ConcatOp>(levels);
    mlir::Value value = callPrimitive(*gen, primitiveFunction(udp, 0), now);
    driveTerminal(*gen, *gate.terminals[0], value, strengths, gen->emitDelays(gate.delays));
    gen->emitReturn();
    return;
  }
  mlir::Type bit = design.types.vector(1, true), all = design.types.vector(unsigned(inputs.size()), true);
  std::string seen = hiddenSignal("$inputs." + udp.name.text.str(), all).str();
  std::string state = hiddenSignal("$state." + udp.name.text.str(), bit).str();
  if (udp.initialValue)
    primitiveStates.push_back({state, initialLevel(udp)});
  for (auto [number, input] : llvm::enumerate(inputs)) {
    std::unique_ptr<FunctionGen> gen = primitiveProcess(gate, termsOf(input));
    auto lo = unsigned(inputs.size() - 1 - number);
    mlir::Value levels = gen->make<csim::AddrOp>(seen, all), stateRef = gen->make<csim::AddrOp>(state, bit);
    mlir::Value place = inputs.size() == 1 ? levels : mlir::Value(gen->make<csim::BitsRefOp>(levels, lo, 1u));
    mlir::Value before = gen->make<csim::LoadOp>(place), now = levelOf(*gen, *input);
    mlir::Value same = gen->make<csim::CaseEqOp>(gen->b.getI1Type(), before, now);
    mlir::Block *change = &gen->b.getBlock()->getParent()->emplaceBlock();
    mlir::Block *exit = &gen->b.getBlock()->getParent()->emplaceBlock();
    gen->make<mlir::cf::CondBranchOp>(same, exit, change);
    gen->b.setInsertionPointToEnd(change);
    gen->make<csim::StoreOp>(now, place);
    llvm::SmallVector<mlir::Value, 3> arguments{gen->make<csim::LoadOp>(levels), before,
                                                gen->make<csim::LoadOp>(stateRef)};
    gen->make<csim::StoreOp>(callPrimitive(*gen, primitiveFunction(udp, unsigned(number)), arguments), stateRef);
    gen->make<mlir::cf::BranchOp>(exit);
    gen->b.setInsertionPointToEnd(exit);
    gen->emitReturn();
  }
  mlir::Attribute term = csim::EventTermAttr::get(&design.context, mlir::FlatSymbolRefAttr::get(&design.context, state),
                                                  csim::Edge::AnyChange, 0, 0, {});
  std::unique_ptr<FunctionGen> gen = primitiveProcess(gate, builder.getArrayAttr(term));
  mlir::Value value = gen->make<csim::LoadOp>(gen->make<csim::AddrOp>(state, bit));
  driveTerminal(*gen, *gate.terminals[0], value, strengths, gen->emitDelays(gate.delays));
  gen->emitReturn();
}

/// `initial q = 1'b0;`: one of 1'b0, 1'b1, 1'bx, 0, 1 (29.3.3).
std::pair<bool, bool> BodyGen::initialLevel(const UdpSyntax &udp) {
  auto *literal = llvm::dyn_cast_or_null<syntax::LiteralExprSyntax>(udp.initialValue);
  char last = literal && !literal->text.empty() ? literal->text.back() : 'x';
  return {last != '0', last == 'x' || last == 'X'};
}

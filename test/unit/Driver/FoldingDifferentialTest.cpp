// Random functions must give the same results however they are executed:
//
//   1. as generated, variables in memory;
//   2. through the pipeline: promoted, two-state where possible, folded;
//   3. with their arguments known at compile time, so that folding does the work.
//
// 1 and 2 compare the passes and the code generator's absorption of operations with
// plain code; 3 compares the folders with the interpreter. Seeds are fixed; a failure
// prints the function.
#include "Bytecode/Gen/Generator.h"
#include "Bytecode/Verifier.h"
#include "Exec/Interp/Interpreter.h"
#include "Transforms/Pipeline.h"

#include "mlir/IR/Verifier.h"

#include <gtest/gtest.h>

#include <random>

using namespace circtsim;
using namespace circtsim::csim;
using llvm::APInt;
using mlir::Type;
using mlir::Value;

namespace {

/// Makes random operations on a pool of values.
class RandomBody {
public:
  RandomBody(mlir::MLIRContext *context, uint64_t seed)
      : b(context), loc(b.getUnknownLoc()), random(seed) {}

  uint64_t below(uint64_t n) { return random() % n; }
  Type logic(unsigned width) { return LogicType::get(b.getContext(), width); }
  Type bits(unsigned width) { return b.getIntegerType(width); }
  unsigned width() {
    static constexpr unsigned widths[] = {1, 1, 2, 3, 8, 9, 31, 32, 63, 64, 65, 70, 128, 129, 200};
    return widths[below(std::size(widths))];
  }
  Type type() { return below(2) ? logic(width()) : bits(width()); }
  APInt number(unsigned width) {
    if (below(3) == 0)
      return below(2) ? APInt(width, below(4), false, true) : APInt::getAllOnes(width);
    llvm::SmallVector<uint64_t> words((width + 63) / 64);
    for (uint64_t &word : words)
      word = random();
    return APInt(width, words);
  }
  mlir::TypedAttr constant(Type type) {
    unsigned width = bitWidthOf(type);
    if (!llvm::isa<LogicType>(type))
      return mlir::IntegerAttr::get(type, number(width));
    APInt unknown = below(3) ? APInt::getZero(width) : number(width) & number(width);
    return LogicAttr::get(b.getContext(), number(width), unknown);
  }
  Value make(mlir::TypedAttr attr) {
    if (auto value = llvm::dyn_cast<LogicAttr>(attr))
      return csim::ConstantOp::create(b, loc, value);
    return mlir::arith::ConstantOp::create(b, loc, attr);
  }
  Value of(Type type) {
    llvm::SmallVector<Value> found;
    for (Value value : pool)
      if (value.getType() == type)
        found.push_back(value);
    return found.empty() || below(10) == 0 ? make(constant(type)) : found[below(found.size())];
  }
  template <typename T>
  Value any() {
    for (int i = 0; i < 20; ++i)
      if (Value value = pool[below(pool.size())]; llvm::isa<T>(value.getType()))
        return value;
    return make(constant(std::is_same_v<T, LogicType> ? logic(width()) : bits(width())));
  }
  Value any() { return below(2) ? any<LogicType>() : any<mlir::IntegerType>(); }
  Value index() {
    if (below(2))
      return of(b.getI64Type());
    return make(b.getI64IntegerAttr(int64_t(below(300)) - 50));
  }

  void operations(unsigned count) {
    while (count--)
      if (Value value = operation(); bitWidthOf(value.getType()) <= 300)
        pool.push_back(value);
  }
  void statements(FuncOp function, unsigned depth, unsigned count);

  mlir::OpBuilder b;
  mlir::Location loc;
  std::vector<Value> pool, locals;

private:
  template <typename Op, typename... Args>
  Value op(Args... args) {
    return Op::create(b, loc, args...);
  }
  Value operation();
  Value arithmetic();
  Value comparison();
  Value conversion();
  Value selection();
  void access();
  void branch(FuncOp function, unsigned depth);
  void loop(FuncOp function, unsigned depth);

  std::mt19937_64 random;
};

Value RandomBody::arithmetic() {
  Value x = any<LogicType>(), y = of(x.getType()), i = any<mlir::IntegerType>();
  Value k = of(i.getType()), v = any(), w = of(v.getType());
  Value amount = llvm::isa<LogicType>(v.getType()) ? any() : any<mlir::IntegerType>();
  Value exponent = llvm::isa<LogicType>(v.getType()) ? any<LogicType>() : any<mlir::IntegerType>();
  bool isSigned = below(2);
  switch (below(19)) {
  case 0:
    return op<AddOp>(x, y);
  case 1:
    return op<SubOp>(x, y);
  case 2:
    return op<MulOp>(x, y);
  case 3:
    return op<AndOp>(x, y);
  case 4:
    return op<OrOp>(x, y);
  case 5:
    return op<XorOp>(x, y);
  case 6:
    return op<MergeOp>(x, y);
  case 7:
    return op<NotOp>(x);
  case 8:
    return op<NegOp>(x);
  case 9:
    return DivOp::create(b, loc, v.getType(), v, w, isSigned);
  case 10:
    return ModOp::create(b, loc, v.getType(), v, w, isSigned);
  case 11:
    return PowOp::create(b, loc, v.getType(), v, exponent, isSigned);
  case 12:
    return op<ShlOp>(v.getType(), v, amount);
  case 13:
    return op<ShrOp>(v.getType(), v, amount);
  case 14:
    return op<AshrOp>(v.getType(), v, amount);
  case 15:
    return op<mlir::arith::AddIOp>(i, k);
  case 16:
    return op<mlir::arith::SubIOp>(i, k);
  case 17:
    return op<mlir::arith::MulIOp>(i, k);
  default:
    return op<mlir::arith::XOrIOp>(i, k);
  }
}

Value RandomBody::comparison() {
  Value x = any<LogicType>(), y = of(x.getType()), i = any<mlir::IntegerType>(), v = any();
  Value p = of(logic(1)), q = of(logic(1));
  switch (below(18)) {
  case 0:
    return op<EqOp>(x, y);
  case 1:
    return op<NeOp>(x, y);
  case 2:
    return LtOp::create(b, loc, x, y, bool(below(2)));
  case 3:
    return LeOp::create(b, loc, x, y, bool(below(2)));
  case 4:
    return op<CaseEqOp>(x, y);
  case 5:
    return op<CasezEqOp>(x, y);
  case 6:
    return op<CasexEqOp>(x, y);
  case 7:
    return op<WildEqOp>(x, y);
  case 8:
    return op<ReduceAndOp>(v);
  case 9:
    return op<ReduceOrOp>(v);
  case 10:
    return op<ReduceXorOp>(v);
  case 11:
    return op<BoolOp>(v);
  case 12:
    return op<LNotOp>(v);
  case 13:
    return op<IsTrueOp>(v);
  case 14:
    return op<IsUnknownOp>(x);
  case 15:
    return op<LAndOp>(p, q);
  case 16:
    return op<LOrOp>(p, q);
  default:
    return op<mlir::arith::CmpIOp>(mlir::arith::CmpIPredicate(below(10)), i, of(i.getType()));
  }
}

Value RandomBody::conversion() {
  Value x = any<LogicType>(), i = any<mlir::IntegerType>();
  unsigned width = bitWidthOf(x.getType()), more = width + unsigned(below(80));
  unsigned wider = bitWidthOf(i.getType()) + 1 + unsigned(below(70));
  int32_t left = int32_t(below(40)) - 20, right = int32_t(below(40)) - 20;
  switch (below(10)) {
  case 0:
    return op<ToLogicOp>(i);
  case 1:
    return op<ToBitsOp>(x);
  case 2:
    return ExtendOp::create(b, loc, logic(more), x, bool(below(2)));
  case 3:
    return op<TruncOp>(logic(1 + unsigned(below(width))), x);
  case 4:
    return ToIndexOp::create(b, loc, any(), bool(below(2)));
  case 5:
    return op<NormIndexOp>(index(), left, right, bool(below(2)), bool(below(2)));
  case 6:
    return op<LinIndexOp>(index(), index(), b.getI64IntegerAttr(int64_t(below(100000)) + 1));
  case 7:
    return op<AddIndexOp>(index(), index());
  case 8:
    return op<mlir::arith::ExtSIOp>(bits(wider), i);
  default:
    return op<mlir::arith::ExtUIOp>(bits(wider), i);
  }
}

Value RandomBody::selection() {
  Value v = any(), x = any<LogicType>();
  unsigned whole = bitWidthOf(v.getType()), lo = unsigned(below(whole));
  unsigned part = 1 + unsigned(below(whole - lo));
  Value low = llvm::isa<LogicType>(v.getType()) ? any<LogicType>() : any<mlir::IntegerType>();
  switch (below(10)) {
  case 0:
    return op<ExtractOp>(v, lo, part);
  case 1:
    return op<InsertOp>(v, of(withWidth(v.getType(), part)), lo);
  case 2:
    return ConcatOp::create(b, loc, mlir::ValueRange({v, low, v}));
  case 3:
    return op<ReplicateOp>(v, 1 + unsigned(below(4)));
  case 4:
    return op<DynExtractOp>(v, index(), width());
  case 5:
    return op<DynInsertOp>(v, of(withWidth(v.getType(), width())), index());
  case 6:
    return op<CountBitsOp>(v, unsigned(below(16)));
  case 7:
    return op<ReverseBitsOp>(v, 1 + unsigned(below(12)));
  case 8:
    return op<MuxOp>(of(logic(1)), x, of(x.getType()));
  default:
    return op<mlir::arith::SelectOp>(of(bits(1)), v, of(v.getType()));
  }
}

Value RandomBody::operation() {
  switch (below(4)) {
  case 0:
    return arithmetic();
  case 1:
    return comparison();
  case 2:
    return conversion();
  default:
    return selection();
  }
}

/// Loads or stores a local variable or a part of it.
void RandomBody::access() {
  Value ref = locals[below(locals.size())];
  Type whole = llvm::cast<RefType>(ref.getType()).getPointee();
  unsigned width = bitWidthOf(whole), lo = unsigned(below(width));
  if (below(3) == 0)
    ref = op<BitsRefOp>(ref, lo, 1 + unsigned(below(width - lo)));
  else if (below(2))
    ref = op<BitsRefOp>(ref, index(), 1 + unsigned(below(width)));
  if (below(2))
    pool.push_back(op<LoadOp>(ref));
  else
    StoreOp::create(b, loc, of(llvm::cast<RefType>(ref.getType()).getPointee()), ref);
}

void RandomBody::branch(FuncOp function, unsigned depth) {
  Value condition = of(bits(1));
  mlir::Block *arms[] = {function.addBlock(), function.addBlock()}, *join = function.addBlock();
  mlir::cf::CondBranchOp::create(b, loc, condition, arms[0], mlir::ValueRange(), arms[1],
                                 mlir::ValueRange());
  for (mlir::Block *arm : arms) {
    b.setInsertionPointToEnd(arm);
    size_t mark = pool.size();
    statements(function, depth + 1, unsigned(below(4)));
    pool.resize(mark);
    mlir::cf::BranchOp::create(b, loc, join);
  }
  b.setInsertionPointToEnd(join);
}

void RandomBody::loop(FuncOp function, unsigned depth) {
  Value counter = op<LocalOp>(bits(32));
  StoreOp::create(b, loc, make(b.getI32IntegerAttr(0)), counter);
  mlir::Block *head = function.addBlock(), *body = function.addBlock(), *exit = function.addBlock();
  mlir::cf::BranchOp::create(b, loc, head);
  b.setInsertionPointToEnd(head);
  Value more = op<mlir::arith::CmpIOp>(mlir::arith::CmpIPredicate::slt, op<LoadOp>(counter),
                                       make(b.getI32IntegerAttr(int32_t(below(4)))));
  mlir::cf::CondBranchOp::create(b, loc, more, body, mlir::ValueRange(), exit, mlir::ValueRange());
  b.setInsertionPointToEnd(body);
  size_t mark = pool.size(), variables = locals.size();
  locals.push_back(op<LocalOp>(type()));
  statements(function, depth + 1, 1 + unsigned(below(3)));
  pool.resize(mark);
  locals.resize(variables);
  StoreOp::create(
      b, loc, op<mlir::arith::AddIOp>(op<LoadOp>(counter), make(b.getI32IntegerAttr(1))), counter);
  mlir::cf::BranchOp::create(b, loc, head);
  b.setInsertionPointToEnd(exit);
}

void RandomBody::statements(FuncOp function, unsigned depth, unsigned count) {
  while (count--) {
    uint64_t kind = depth > 3 ? 0 : below(6);
    if (kind < 2)
      operations(1 + unsigned(below(3)));
    else if (kind < 4)
      access();
    else if (kind == 4)
      branch(function, depth);
    else
      loop(function, depth);
  }
}

/// One random function and its arguments.
class Subject {
public:
  Subject(mlir::MLIRContext *context, uint64_t seed) : body(context, seed) {
    mlir::OpBuilder &b = body.b;
    design = mlir::ModuleOp::create(b.getUnknownLoc());
    b.setInsertionPointToEnd(design->getBody());
    auto module = csim::ModuleOp::create(b, body.loc, "m", ScopeKind::Module, "m", -9, -9);
    TopOp::create(b, body.loc, "m", "m");
    b.setInsertionPointToEnd(module.getBodyBlock());
    llvm::SmallVector<Type> types = {b.getI64Type(), b.getI1Type(), body.logic(1)};
    for (int i = 0; i < 5; ++i)
      types.push_back(body.type());
    for (Type type : types)
      arguments.push_back(body.constant(type));
    fill(FuncOp::create(b, body.loc, "f", b.getFunctionType(types, {})));
  }

  mlir::OwningOpRef<mlir::ModuleOp> clone() const {
    return mlir::cast<mlir::ModuleOp>((*design)->clone());
  }
  /// A copy that uses constants where `design` uses arguments.
  mlir::OwningOpRef<mlir::ModuleOp> cloneWithConstants() const {
    mlir::OwningOpRef<mlir::ModuleOp> copy = clone();
    copy->walk([&](FuncOp function) {
      mlir::OpBuilder b(function.getBody());
      for (auto [argument, value] : llvm::zip(function.getArguments(), arguments)) {
        Value constant;
        if (auto attr = mlir::dyn_cast<LogicAttr>(value))
          constant = csim::ConstantOp::create(b, function.getLoc(), attr);
        else
          constant = mlir::arith::ConstantOp::create(b, function.getLoc(), value);
        argument.replaceAllUsesWith(constant);
      }
    });
    return copy;
  }
  std::vector<uint64_t> argumentWords() const {
    std::vector<uint64_t> words;
    auto add = [&](const APInt &value) {
      words.insert(words.end(), value.getRawData(), value.getRawData() + value.getNumWords());
    };
    for (mlir::TypedAttr argument : arguments) {
      if (auto attr = mlir::dyn_cast<LogicAttr>(argument)) {
        add(attr.getValue());
        add(attr.getUnknown());
      } else {
        add(mlir::cast<mlir::IntegerAttr>(argument).getValue());
      }
    }
    return words;
  }
  mlir::OwningOpRef<mlir::ModuleOp> design;

private:
  void fill(FuncOp function) {
    mlir::Block *entry = function.addEntryBlock();
    body.b.setInsertionPointToEnd(entry);
    for (Value argument : entry->getArguments())
      body.pool.push_back(argument);
    for (int i = 0; i < 4; ++i)
      body.locals.push_back(LocalOp::create(body.b, body.loc, body.type()));
    body.statements(function, 0, 6 + unsigned(body.below(10)));
    for (Value local : body.locals)
      body.pool.push_back(LoadOp::create(body.b, body.loc, local));
    llvm::SmallVector<Value> results(llvm::ArrayRef(body.pool).take_back(12));
    csim::ReturnOp::create(body.b, body.loc, results);
    function.setFunctionType(mlir::FunctionType::get(
        function.getContext(), function.getArgumentTypes(), mlir::TypeRange(results)));
  }

  RandomBody body;
  llvm::SmallVector<mlir::TypedAttr> arguments;
};

std::vector<uint64_t> execute(mlir::ModuleOp design, const std::vector<uint64_t> &arguments) {
  EXPECT_TRUE(succeeded(mlir::verify(design)));
  model::DesignImage image;
  auto none = [](llvm::StringRef) { return std::optional<uint32_t>(); };
  bytecode::Generator generator(image, {none, none});
  if (failed(generator.generateDesign(design)))
    return {};
  for (const std::string &message : bytecode::verifyImage(image))
    ADD_FAILURE() << message;
  runtime::SimOptions options;
  options.planeSize = 1 << 26;
  runtime::SimContext context(image, options);
  exec::installInterpreter(context);
  if (!context.initialise())
    return {};
  std::vector<uint64_t> results(image.functions[0].code.resultSlots);
  runtime::CallGate(context).call(0, context.design().tops[0], arguments.data(),
                                  uint32_t(arguments.size()), results.data(),
                                  uint32_t(results.size()));
  return results;
}

TEST(FoldingDifferential, plainOptimisedAndFolded) {
  mlir::MLIRContext context;
  context.loadDialect<CsimDialect, mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect>();
  transforms::Pipeline pipeline(&context);
  for (uint64_t seed = 1; seed <= 250 && !testing::Test::HasFailure(); ++seed) {
    Subject subject(&context, seed);
    std::vector<uint64_t> arguments = subject.argumentWords();
    std::string text;
    llvm::raw_string_ostream(text) << *subject.design;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + text);
    mlir::OwningOpRef<mlir::ModuleOp> plain = subject.clone(), optimised = subject.clone();
    mlir::OwningOpRef<mlir::ModuleOp> folded = subject.cloneWithConstants();
    pipeline.run(*optimised);
    pipeline.run(*folded);
    std::vector<uint64_t> expected = execute(*plain, arguments);
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(execute(*optimised, arguments), expected);
    EXPECT_EQ(execute(*folded, arguments), expected);
  }
}

} // namespace

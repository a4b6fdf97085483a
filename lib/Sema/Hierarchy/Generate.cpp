//===- Generate.cpp - generate constructs ---------------------------------===//
//
// Loops (IEEE 1800-2023 27.4): the genvar is a constant of a scratch scope; init,
// condition and step are evaluated for each round, and each round makes a block
// in which the genvar's name is a localparam of its value. Conditional constructs
// (27.5): the chosen block becomes a scope, but a block without begin/end
// that holds just another conditional construct is that construct. Blocks
// without names were named genblk<n> when they were declared (27.6).
//
// Defparams whose path goes through a block are handed to it.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/Defparams.h"
#include "Sema/Hierarchy/ScopeBuilder.h"
#include "Sema/Lookup/Lookup.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

/// Elaborates the items of a new block.
static void elaborateBlock(Compilation &compilation, GenerateBlockSymbol &block,
                           const GenerateBlockSyntax &syntax, const Symbol &construct,
                           llvm::ArrayRef<int64_t> indices) {
  ElaborationState &state = compilation.state();
  block.parent = construct.parent;
  block.position = construct.position;
  llvm::SmallVector<ActiveDefparam, 2> defparams;
  matchDefparams(state, *construct.parent, block.name, indices, defparams);
  if (!defparams.empty())
    state.defparams[&block].assign(defparams.begin(), defparams.end());
  ScopeBuilder builder(compilation, block);
  builder.declare(syntax.members);
  builder.elaborate();
}

//===-- Loops ---------------------------------------------------------------------------===//

namespace {
class LoopElaborator {
public:
  LoopElaborator(Compilation &compilation, GenerateArraySymbol &array)
      : compilation(compilation), state(compilation.state()), array(array),
        syntax(*llvm::cast<LoopGenerateSyntax>(array.origin->declaration)),
        scratch("", syntax.loc()), genvar(syntax.genvar.text, syntax.genvar.loc) {}

  void run();

private:
  bool checkGenvar();
  void setGenvar(int64_t value);
  void findSimpleBound();
  std::optional<bool> condition(int64_t value);
  std::optional<int64_t> stepOperand(const ExprSyntax &syntax);
  std::optional<int64_t> next(int64_t value);
  void addBlock(int64_t value);

  Compilation &compilation;
  ElaborationState &state;
  GenerateArraySymbol &array;
  const LoopGenerateSyntax &syntax;
  /// Scope of init, condition and step, with the genvar as a parameter.
  GenerateBlockSymbol scratch;
  ParameterSymbol genvar;
  BindContext context;
  /// The right side of a condition `genvar op bound` that is the same in all rounds.
  std::optional<int64_t> bound;
  bool isBoundSigned = true;
  std::optional<int64_t> constantStep;
};
} // namespace

bool LoopElaborator::checkGenvar() {
  if (syntax.declaresGenvar)
    return true;
  BindContext outer = state.contextOf(array);
  LookupResult found = Lookup(compilation, outer).lookupSimple(syntax.genvar.text);
  bool isOuterGenvar = found && llvm::isa<ParameterSymbol>(found.symbol) &&
                       static_cast<const ParameterSymbol *>(found.symbol)->isLocal &&
                       !found.symbol->origin;
  if (isOuterGenvar) { // the genvar of a loop around this one (27.4)
    state.diag.diag(syntax.genvar.loc, diag::GenvarInUse) << syntax.genvar.text;
    return false;
  }
  if (!found || !llvm::isa<GenvarSymbol>(found.symbol)) {
    state.diag.diag(syntax.genvar.loc, diag::NotAGenvar) << syntax.genvar.text;
    return false;
  }
  return true;
}

void LoopElaborator::setGenvar(int64_t value) {
  genvar.value = &ExprBinder(compilation, context)
                      .integerConstant(value, *genvar.type, support::SourceRange(genvar.loc));
}

static bool mentions(const SyntaxNode &syntax, llvm::StringRef name) {
  if (const auto *expr = llvm::dyn_cast<NameExprSyntax>(&syntax))
    return expr->name.text == name;
  bool result = false;
  forEachChild(syntax, [&](const SyntaxNode &child) { result = result || mentions(child, name); });
  return result;
}

static bool isName(const ExprSyntax &syntax, llvm::StringRef name) {
  const auto *expr = llvm::dyn_cast<NameExprSyntax>(&syntax);
  return expr && expr->name.text == name;
}

/// Long loops almost always compare the genvar with a constant: it is evaluated
/// once, and compared as 32-bit numbers, signed if both are.
void LoopElaborator::findSimpleBound() {
  const auto *binary = llvm::dyn_cast<BinaryExprSyntax>(syntax.condition);
  if (!binary || binary->op < BinaryOp::Less || binary->op > BinaryOp::NotEqual ||
      !isName(*binary->lhs, genvar.name) || mentions(*binary->rhs, genvar.name))
    return;
  const Expr &right = ExprBinder(compilation, context).bindConstant(*binary->rhs);
  if (right.isInvalid() || !right.constant || !right.type->isIntegral() || right.type->width() > 32)
    return;
  isBoundSigned = right.type->isSigned();
  bound = right.constant->toInt64();
}

template <typename T>
static bool compare(BinaryOp op, T left, T right) {
  switch (op) {
  case BinaryOp::Less:
    return left < right;
  case BinaryOp::LessEqual:
    return left <= right;
  case BinaryOp::Greater:
    return left > right;
  case BinaryOp::GreaterEqual:
    return left >= right;
  case BinaryOp::Equal:
    return left == right;
  default:
    return left != right;
  }
}

std::optional<bool> LoopElaborator::condition(int64_t value) {
  if (!bound)
    return ExprBinder(compilation, context).bindConstantCondition(*syntax.condition);
  BinaryOp op = llvm::cast<BinaryExprSyntax>(syntax.condition)->op;
  if (isBoundSigned)
    return compare<int32_t>(op, int32_t(value), int32_t(*bound));
  return compare<uint32_t>(op, uint32_t(value), uint32_t(*bound));
}

/// Value of the right side of a step, evaluated once if it does not change.
std::optional<int64_t> LoopElaborator::stepOperand(const ExprSyntax &operand) {
  if (constantStep)
    return constantStep;
  std::optional<int64_t> value = ExprBinder(compilation, context).bindConstantInt(operand);
  if (value && !mentions(operand, genvar.name))
    constantStep = value;
  return value;
}

std::optional<int64_t> LoopElaborator::next(int64_t value) {
  if (const auto *unary = llvm::dyn_cast<UnaryExprSyntax>(syntax.step);
      unary && isName(*unary->operand, genvar.name)) {
    if (unary->op == UnaryOp::PreIncrement || unary->op == UnaryOp::PostIncrement)
      return value + 1;
    if (unary->op == UnaryOp::PreDecrement || unary->op == UnaryOp::PostDecrement)
      return value - 1;
  }
  const auto *assign = llvm::dyn_cast<AssignExprSyntax>(syntax.step);
  const auto *target = assign ? llvm::dyn_cast<NameExprSyntax>(assign->lhs) : nullptr;
  if (!target || target->name.text != genvar.name) {
    state.diag.diag(syntax.loc(), diag::BadGenerateStep) << genvar.name;
    return std::nullopt;
  }
  const auto *sum = llvm::dyn_cast<BinaryExprSyntax>(assign->rhs);
  bool isSum = assign->op == AssignOp::Assign && sum &&
               (sum->op == BinaryOp::Add || sum->op == BinaryOp::Sub) &&
               isName(*sum->lhs, genvar.name) && !mentions(*sum->rhs, genvar.name);
  std::optional<int64_t> operand = stepOperand(isSum ? *sum->rhs : *assign->rhs);
  if (!operand)
    return std::nullopt;
  if (isSum)
    return int32_t(sum->op == BinaryOp::Add ? value + *operand : value - *operand);
  int64_t right = *operand;
  bool isDivision = assign->op == AssignOp::Div || assign->op == AssignOp::Mod;
  if (isDivision && right == 0) {
    state.diag.diag(syntax.loc(), diag::BadGenerateStep) << genvar.name;
    return std::nullopt;
  }
  uint32_t shift = uint32_t(right) & 63;
  switch (assign->op) {
  case AssignOp::Assign:
    return right;
  case AssignOp::Add:
    return value + right;
  case AssignOp::Sub:
    return value - right;
  case AssignOp::Mul:
    return value * right;
  case AssignOp::Div:
    return value / right;
  case AssignOp::Mod:
    return value % right;
  case AssignOp::And:
    return value & right;
  case AssignOp::Or:
    return value | right;
  case AssignOp::Xor:
    return value ^ right;
  case AssignOp::ShiftLeft:
  case AssignOp::ArithShiftLeft:
    return int64_t(int32_t(uint64_t(value) << shift));
  case AssignOp::ShiftRight:
    return int64_t(uint32_t(value) >> (shift & 31));
  case AssignOp::ArithShiftRight:
    return value >> shift;
  case AssignOp::Nonblocking:
    break;
  }
  state.diag.diag(syntax.loc(), diag::BadGenerateStep) << genvar.name;
  return std::nullopt;
}

void LoopElaborator::addBlock(int64_t value) {
  auto &block = state.make<GenerateBlockSymbol>(array.name, array.loc);
  block.printedName = state.text(array.name + "[" + llvm::Twine(value) + "]");
  auto &local = state.make<ParameterSymbol>(genvar.name, genvar.loc);
  local.isLocal = true;
  local.type = genvar.type;
  local.value = genvar.value;
  state.declare(block, local);
  local.position = 0;
  array.entries.push_back(&block);
  array.byIndex[value] = &block;
  elaborateBlock(compilation, block, *syntax.body, array, value);
}

void LoopElaborator::run() {
  if (!checkGenvar())
    return;
  genvar.isLocal = true;
  genvar.type = &compilation.types().integer(IntKind::Integer);
  scratch.parent = array.parent;
  scratch.position = array.position;
  context.scope = &scratch;
  context.isConstant = true;
  ExprBinder binder(compilation, context);
  std::optional<int64_t> value = binder.bindConstantInt(*syntax.init);
  if (!value)
    return;
  genvar.parent = &scratch;
  scratch.names.insert(genvar.name, &genvar);
  for (uint32_t round = 0; !state.diag.shouldStop(); ++round) {
    setGenvar(*value);
    if (round == 0)
      findSimpleBound();
    std::optional<bool> goesOn = condition(*value);
    if (!goesOn || !*goesOn)
      return;
    if (round >= compilation.options().maxGenerateSteps) {
      state.diag.diag(syntax.loc(), diag::GenerateTooLong)
          << compilation.options().maxGenerateSteps;
      return;
    }
    if (array.byIndex.count(*value)) {
      state.diag.diag(syntax.loc(), diag::GenvarRepeats) << genvar.name << *value;
      return;
    }
    addBlock(*value);
    value = next(*value);
    if (!value)
      return;
  }
}

void resolveLoopGenerate(Compilation &compilation, GenerateArraySymbol &array) {
  LoopElaborator(compilation, array).run();
}

//===-- Conditional constructs -------------------------------------------------------------===//

/// The block that a case-generate selects: labels are compared with ===.
static const GenerateBlockSyntax *chooseCase(Compilation &compilation, const BindContext &context,
                                             const CaseGenerateSyntax &syntax) {
  llvm::SmallVector<List<ExprSyntax>, 8> labels;
  const GenerateBlockSyntax *otherwise = nullptr;
  for (const CaseGenerateItemSyntax *item : syntax.items) {
    labels.push_back(item->labels);
    if (item->isDefault)
      otherwise = item->block;
  }
  CaseBinding binding =
      ExprBinder(compilation, context).bindCase(*syntax.selector, labels, false, CaseKind::Case);
  if (!binding.selector || binding.selector->isInvalid())
    return nullptr;
  ConstantEvaluator evaluator(compilation);
  ConstantValue selector = evaluator.evaluate(*binding.selector);
  if (!selector)
    return nullptr;
  for (auto [item, bound] : llvm::zip(syntax.items, binding.items))
    for (const InsideExpr::Item &label : bound) {
      if (label.low->isInvalid())
        return nullptr;
      ConstantValue value = evaluator.evaluate(*label.low);
      if (!value)
        return nullptr;
      if (value == selector)
        return item->block;
    }
  return otherwise;
}

/// The chosen block of a construct; null if none, or after an error.
static const GenerateBlockSyntax *choose(Compilation &compilation, const BindContext &context,
                                         const MemberSyntax &syntax) {
  if (const auto *block = llvm::dyn_cast<GenerateBlockSyntax>(&syntax))
    return block;
  const GenerateBlockSyntax *block = nullptr;
  if (const auto *ifGenerate = llvm::dyn_cast<IfGenerateSyntax>(&syntax)) {
    std::optional<bool> condition =
        ExprBinder(compilation, context).bindConstantCondition(*ifGenerate->condition);
    if (!condition)
      return nullptr;
    block = *condition ? ifGenerate->thenBlock : ifGenerate->elseBlock;
  } else {
    block = chooseCase(compilation, context, *llvm::cast<CaseGenerateSyntax>(&syntax));
  }
  if (!block || block->hasBegin || block->members.size() != 1)
    return block;
  const MemberSyntax &only = *block->members[0];
  if (only.kind == SyntaxKind::IfGenerate || only.kind == SyntaxKind::CaseGenerate)
    return choose(compilation, context, only);
  return block;
}

/// "genblk<n>" as it was entered for this construct.
static llvm::StringRef implicitName(const ItemSymbol &item) {
  std::string number = std::to_string(item.origin->number);
  for (const NameTable::Entry &entry : item.parent->names.entries())
    if (entry.second == &item && entry.first.starts_with("genblk") && entry.first.ends_with(number))
      return entry.first;
  return "genblk";
}

void resolveConditionalGenerate(Compilation &compilation, ItemSymbol &item) {
  ElaborationState &state = compilation.state();
  const auto &syntax = *llvm::cast<MemberSyntax>(item.origin->declaration);
  BindContext context = state.constantContextOf(item);
  const GenerateBlockSyntax *chosen = choose(compilation, context, syntax);
  if (!chosen || (!chosen->hasBegin && chosen->members.empty()))
    return;
  llvm::StringRef name = chosen->name ? chosen->name.text : implicitName(item);
  auto &block =
      state.make<GenerateBlockSymbol>(name, chosen->name ? chosen->name.loc : syntax.loc());
  block.printedName = name;
  item.parent->names.replace(name, &block);
  item.results.push_back(&block);
  elaborateBlock(compilation, block, *chosen, item, {});
}

} // namespace circtsim::sema

//===- RandomStmts.cpp - randcase and randsequence ------------------------===//
//
// IEEE 1800-2023 18.16, 18.17. Each production of a randsequence is bound once and
// used wherever it is named: its formal arguments and its value are automatic
// variables of its scope, assigned around the use. The rules of a production are
// the items of a randcase; `if`, `repeat` and `case` become the statements of that
// name. A production that leads back to itself is refused.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Sema/Types/TypeBinder.h"
#include "Syntax/SyntaxTree.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

//===-- randcase --------------------------------------------------------------------===//

const Stmt *StmtBinder::bindRandcase(const RandcaseStmtSyntax &syntax) {
  auto *stmt = make<RandcaseStmt>(syntax);
  llvm::SmallVector<RandcaseStmt::Item, 8> items;
  for (const RandcaseItemSyntax *item : syntax.items) {
    const Expr &weight = ExprBinder(compilation, context).bindIntegral(*item->weight);
    items.push_back({&weight, &bind(*item->body)});
  }
  stmt->items = compilation.types().copy(llvm::ArrayRef<RandcaseStmt::Item>(items));
  return stmt;
}

//===-- randsequence ----------------------------------------------------------------===//

/// A production on its way from syntax to statement.
struct Production {
  const RsProductionSyntax *syntax = nullptr;
  BlockSymbol *scope = nullptr;
  llvm::SmallVector<VariableSymbol *, 2> formals;
  VariableSymbol *value = nullptr; ///< null: returns nothing
  const Stmt *body = nullptr;
  bool isBinding = false;
};

class SequenceBinder {
public:
  SequenceBinder(StmtBinder &binder, const RandsequenceStmtSyntax &syntax)
      : binder(binder), compilation(binder.compilation), syntax(syntax) {}

  const Stmt *bind();

private:
  void declare(const RsProductionSyntax &production);
  const Stmt *bindProduction(Production &production);
  const Stmt *bindRule(const RsRuleSyntax &rule);
  const Stmt *bindItem(const RsItemSyntax *item);
  /// A production of a rand join: counters, and its steps by rule.
  struct Strand {
    VariableSymbol *rule = nullptr, *next = nullptr, *length = nullptr;
    const Stmt *begin = nullptr, *step = nullptr;
  };
  const Stmt *bindJoin(const RsRuleSyntax &rule);
  bool bindStrand(const RsItemSyntax &item, Strand &strand);
  const Stmt *choose(const Expr &selector, llvm::ArrayRef<const Stmt *> bodies,
                     const SyntaxNode &node);
  const Expr &use(const VariableSymbol &symbol, const SyntaxNode &node);
  const Expr &number(int64_t value, const SyntaxNode &node);
  const Stmt *bindUse(const RsItemSyntax &item);
  const Stmt *bindCase(const RsItemSyntax &item);
  bool bindArguments(const RsItemSyntax &item, const Production &production,
                     llvm::SmallVectorImpl<const Stmt *> &statements);
  void declareValues(const RsRuleSyntax &rule, Scope &scope);
  const Stmt *assign(const Expr &target, const Expr &value);
  const Stmt *weigh(llvm::ArrayRef<RandcaseStmt::Item> items, const SyntaxNode &node);
  Production *find(const Name &name);
  VariableSymbol &variable(llvm::StringRef name, support::SourceLoc loc, const Type &type,
                           Scope &scope);

  StmtBinder &binder;
  Compilation &compilation;
  const RandsequenceStmtSyntax &syntax;
  llvm::StringMap<std::unique_ptr<Production>> productions;
  /// Variables for the values of a rule's items, by production; uses so far.
  llvm::StringMap<std::pair<VariableSymbol *, uint32_t>> values;
};

VariableSymbol &SequenceBinder::variable(llvm::StringRef name, support::SourceLoc loc,
                                         const Type &type, Scope &scope) {
  auto &result = compilation.state().make<VariableSymbol>(name, loc);
  result.lifetime = Lifetime::Automatic;
  result.type = &type;
  compilation.state().declare(scope, result);
  result.position = 0; // before the code blocks, which are declared already
  return result;
}

void SequenceBinder::declare(const RsProductionSyntax &production) {
  auto made = std::make_unique<Production>();
  made->syntax = &production;
  made->scope = binder.blockOf(production);
  TypeBinder types(compilation, binder.context);
  if (production.type) {
    const Type &type = types.bind(*production.type);
    if (!type.isVoid())
      made->value = &variable("", production.loc(), type, *made->scope);
  }
  for (const SubroutinePortSyntax *port : production.ports) {
    const Type &base = port->type ? types.bind(*port->type) : compilation.defaultScalar();
    const Type &type = types.applyUnpacked(base, port->dimensions);
    VariableSymbol &formal = variable(port->name.text, port->name.loc, type, *made->scope);
    if (port->init)
      formal.initialiser = &ExprBinder(compilation, binder.context).bind(*port->init, &type);
    made->formals.push_back(&formal);
  }
  auto [entry, isNew] = productions.try_emplace(production.name.text, std::move(made));
  if (!isNew) {
    compilation.diagnostics().diag(production.name.loc, diag::Redefinition) << production.name.text;
    compilation.diagnostics().diag(entry->second->syntax->name.loc, diag::PreviousDeclaration)
        << production.name.text;
  }
}

Production *SequenceBinder::find(const Name &name) {
  auto it = productions.find(name.text);
  if (it != productions.end())
    return it->second.get();
  if (name)
    compilation.diagnostics().diag(name.loc, diag::UnknownProduction) << name.text;
  return nullptr;
}

const Stmt *SequenceBinder::assign(const Expr &target, const Expr &value) {
  auto *stmt = compilation.types().make<ExpressionStmt>(value.range);
  stmt->expr = compilation.types().make<AssignmentExpr>(*target.type, value.range, &target, &value);
  return stmt;
}

/// One of several items by weight; a single one needs no choice.
const Stmt *SequenceBinder::weigh(llvm::ArrayRef<RandcaseStmt::Item> items,
                                  const SyntaxNode &node) {
  if (items.size() == 1)
    return items.front().body;
  auto *choice = compilation.types().make<RandcaseStmt>(node.range);
  choice->items = compilation.types().copy(items);
  return choice;
}

//===-- Productions and rules -------------------------------------------------------===//

const Stmt *SequenceBinder::bindProduction(Production &production) {
  if (production.body)
    return production.body;
  if (production.isBinding) {
    compilation.diagnostics().unsupported(production.syntax->loc(), "recursive productions",
                                          "18.17");
    return binder.make<InvalidStmt>(*production.syntax);
  }
  production.isBinding = true;
  llvm::SaveAndRestore around(binder.surroundings);
  binder.surroundings.loops = 0;
  binder.surroundings.production = &production;
  auto outerValues = std::move(values);
  BindContext outer = binder.context;
  llvm::SmallVector<RandcaseStmt::Item, 4> rules;
  for (const RsRuleSyntax *rule : production.syntax->rules) {
    binder.context.scope = binder.blockOf(*rule);
    binder.context.position = BindContext::NoPosition;
    ExprBinder expressions(compilation, binder.context);
    const Expr *weight =
        rule->weight ? &expressions.bindIntegral(*rule->weight)
                     : &expressions.integerConstant(1, compilation.types().integer(IntKind::Int),
                                                    rule->range);
    rules.push_back({weight, bindRule(*rule)});
  }
  binder.context = outer;
  values = std::move(outerValues);
  production.isBinding = false;
  auto *stmt = binder.make<ProductionStmt>(*production.syntax);
  stmt->body = weigh(rules, *production.syntax);
  production.body = stmt;
  return stmt;
}

/// A production that returns a value has a variable of its name in the rules that use it: an
/// array from 1 if it stands there more than once (18.17.7).
void SequenceBinder::declareValues(const RsRuleSyntax &rule, Scope &scope) {
  llvm::StringMap<int32_t> counts;
  for (const RsItemSyntax *item : rule.items)
    if (item->itemKind == RsItemKind::Production)
      ++counts[item->name.text];
  values.clear();
  for (const RsItemSyntax *item : rule.items) {
    if (item->itemKind != RsItemKind::Production || values.count(item->name.text))
      continue;
    auto it = productions.find(item->name.text);
    if (it == productions.end() || !it->second->value)
      continue;
    const Type *type = it->second->value->type;
    int32_t count = counts[item->name.text];
    if (count > 1)
      type = &compilation.types().unpackedArray(*type, Range{1, count});
    values[item->name.text] = {&variable(item->name.text, item->loc(), *type, scope), 0u};
  }
}

const Stmt *SequenceBinder::bindRule(const RsRuleSyntax &rule) {
  declareValues(rule, *binder.context.scope);
  llvm::SmallVector<const Stmt *, 8> items;
  if (rule.isRandJoin)
    items.push_back(bindJoin(rule));
  else
    for (const RsItemSyntax *item : rule.items)
      items.push_back(bindItem(item));
  if (rule.code)
    items.push_back(&binder.bind(*rule.code));
  return items.size() == 1 ? items.front() : binder.listOf(rule, items);
}

//===-- rand join (18.17.5) -----------------------------------------------------------===//
//
// Each production chooses its rule at the start. Then, until all are done, one of them
// executes its next item, with the probability of the number of its items left: so
// every interleaving is as likely as another, whatever the weight asks for.

const Expr &SequenceBinder::use(const VariableSymbol &symbol, const SyntaxNode &node) {
  return ExprBinder(compilation, binder.context).namedValue(symbol, nullptr, node.range);
}

const Expr &SequenceBinder::number(int64_t value, const SyntaxNode &node) {
  return ExprBinder(compilation, binder.context)
      .integerConstant(value, compilation.types().integer(IntKind::Int), node.range);
}

/// The statement whose number the selector gives.
const Stmt *SequenceBinder::choose(const Expr &selector, llvm::ArrayRef<const Stmt *> bodies,
                                   const SyntaxNode &node) {
  auto *stmt = binder.make<CaseStmt>(node);
  stmt->selector = &selector;
  llvm::SmallVector<CaseStmt::Item, 8> items;
  for (auto [i, body] : llvm::enumerate(bodies)) {
    InsideExpr::Item label{&number(int64_t(i), node), nullptr};
    CaseStmt::Item item;
    item.labels = compilation.types().copy(llvm::ArrayRef<InsideExpr::Item>(label));
    item.body = body;
    items.push_back(item);
  }
  stmt->items = compilation.types().copy(llvm::ArrayRef<CaseStmt::Item>(items));
  return stmt;
}

bool SequenceBinder::bindStrand(const RsItemSyntax &item, Strand &strand) {
  Production *production = item.itemKind == RsItemKind::Production ? find(item.name) : nullptr;
  llvm::SmallVector<const Stmt *, 4> begin;
  if (!production || !bindArguments(item, *production, begin))
    return false;
  if (production->isBinding) {
    compilation.diagnostics().unsupported(item.loc(), "recursive productions", "18.17");
    return false;
  }
  const Type &type = compilation.types().integer(IntKind::Int);
  for (VariableSymbol **counter : {&strand.rule, &strand.next, &strand.length})
    *counter = &variable("", item.loc(), type, *production->scope);
  production->isBinding = true;
  llvm::SaveAndRestore around(binder.surroundings);
  binder.surroundings.loops = 0;
  binder.surroundings.production = production;
  auto outerValues = std::move(values);
  BindContext outer = binder.context;
  llvm::SmallVector<RandcaseStmt::Item, 4> choices;
  llvm::SmallVector<const Stmt *, 4> steps;
  for (auto [i, rule] : llvm::enumerate(production->syntax->rules)) {
    binder.context.scope = binder.blockOf(*rule);
    binder.context.position = BindContext::NoPosition;
    declareValues(*rule, *binder.context.scope);
    llvm::SmallVector<const Stmt *, 8> items;
    for (const RsItemSyntax *step : rule->items) {
      auto *stmt = binder.make<ProductionStmt>(*step);
      stmt->body = bindItem(step);
      items.push_back(stmt);
    }
    steps.push_back(choose(use(*strand.next, *rule), items, *rule));
    const Expr *weight = rule->weight
                             ? &ExprBinder(compilation, binder.context).bindIntegral(*rule->weight)
                             : &number(1, *rule);
    choices.push_back(
        {weight, binder.listOf(*rule, {assign(use(*strand.rule, *rule), number(int64_t(i), *rule)),
                                       assign(use(*strand.length, *rule),
                                              number(int64_t(items.size()), *rule))})});
  }
  binder.context = outer;
  values = std::move(outerValues);
  production->isBinding = false;
  begin.push_back(assign(use(*strand.next, item), number(0, item)));
  begin.push_back(weigh(choices, item));
  strand.begin = binder.listOf(item, begin);
  const Expr &next = use(*strand.next, item);
  const Expr &following =
      ExprBinder(compilation, binder.context).binary(BinaryOp::Add, next, number(1, item));
  strand.step = binder.listOf(item, {choose(use(*strand.rule, item), steps, item),
                                     assign(use(*strand.next, item), following)});
  return true;
}

const Stmt *SequenceBinder::bindJoin(const RsRuleSyntax &rule) {
  llvm::SmallVector<const Stmt *, 8> statements;
  llvm::SmallVector<RandcaseStmt::Item, 4> choices;
  ExprBinder expressions(compilation, binder.context);
  if (rule.joinWeight) {
    expressions.bindCondition(*rule.joinWeight);
    compilation.diagnostics().diag(rule.joinWeight->range, diag::RandJoinWeight);
  }
  const Expr *left = nullptr;
  for (const RsItemSyntax *item : rule.items) {
    Strand strand;
    if (!bindStrand(*item, strand))
      return binder.make<InvalidStmt>(rule);
    statements.push_back(strand.begin);
    const Expr &rest =
        expressions.binary(BinaryOp::Sub, use(*strand.length, *item), use(*strand.next, *item));
    left = left ? &expressions.binary(BinaryOp::Add, *left, rest) : &rest;
    choices.push_back({&rest, strand.step});
  }
  auto *loop = binder.make<WhileStmt>(rule);
  loop->condition = left;
  auto *choice = binder.make<RandcaseStmt>(rule);
  choice->items = compilation.types().copy(llvm::ArrayRef<RandcaseStmt::Item>(choices));
  loop->body = choice;
  statements.push_back(loop);
  return binder.listOf(rule, statements);
}

//===-- Items -----------------------------------------------------------------------===//

const Stmt *SequenceBinder::bindItem(const RsItemSyntax *item) {
  ExprBinder expressions(compilation, binder.context);
  switch (item->itemKind) {
  case RsItemKind::Code:
    return &binder.bind(*item->code);
  case RsItemKind::If: {
    auto *stmt = binder.make<IfStmt>(*item);
    stmt->condition = &expressions.bindCondition(*item->expr);
    stmt->whenTrue = bindItem(item->thenItem);
    stmt->whenFalse = item->elseItem ? bindItem(item->elseItem) : nullptr;
    return stmt;
  }
  case RsItemKind::Repeat: {
    auto *stmt = binder.make<RepeatStmt>(*item);
    stmt->count = &expressions.bindIntegral(*item->expr);
    stmt->body = bindItem(item->thenItem);
    return stmt;
  }
  case RsItemKind::Case:
    return bindCase(*item);
  case RsItemKind::Production:
    break;
  }
  return bindUse(*item);
}

const Stmt *SequenceBinder::bindCase(const RsItemSyntax &item) {
  auto *stmt = binder.make<CaseStmt>(item);
  llvm::SmallVector<List<ExprSyntax>, 8> labels;
  for (const RsCaseItemSyntax *entry : item.cases)
    if (!entry->isDefault)
      labels.push_back(entry->labels);
  CaseBinding binding =
      ExprBinder(compilation, binder.context).bindCase(*item.expr, labels, false, CaseKind::Case);
  stmt->selector = binding.selector;
  llvm::SmallVector<CaseStmt::Item, 8> items;
  for (const RsCaseItemSyntax *entry : item.cases) {
    const Stmt *body = bindItem(entry->item);
    if (entry->isDefault) {
      stmt->defaultBody = body;
      continue;
    }
    CaseStmt::Item bound;
    if (items.size() < binding.items.size())
      bound.labels =
          compilation.types().copy(llvm::ArrayRef<InsideExpr::Item>(binding.items[items.size()]));
    bound.body = body;
    items.push_back(bound);
  }
  stmt->items = compilation.types().copy(llvm::ArrayRef<CaseStmt::Item>(items));
  return stmt;
}

bool SequenceBinder::bindArguments(const RsItemSyntax &item, const Production &production,
                                   llvm::SmallVectorImpl<const Stmt *> &statements) {
  ExprBinder expressions(compilation, binder.context);
  llvm::SmallVector<const ArgumentSyntax *, 4> given(production.formals.size(), nullptr);
  List<ArgumentSyntax> arguments = item.arguments;
  if (production.formals.empty() && arguments.size() == 1 && !arguments[0]->value)
    return true;
  for (auto [i, argument] : llvm::enumerate(arguments)) {
    size_t index = i;
    if (argument->name)
      index = size_t(
          llvm::find_if(production.formals,
                        [&](const VariableSymbol *f) { return f->name == argument->name.text; }) -
          production.formals.begin());
    if (index >= given.size()) {
      if (argument->name)
        compilation.diagnostics().diag(argument->name.loc, diag::NoSuchArgument)
            << item.name.text << argument->name.text;
      else
        compilation.diagnostics().diag(argument->range, diag::CallArgumentCount)
            << item.name.text << given.size() << arguments.size();
      return false;
    }
    given[index] = argument;
  }
  for (auto [formal, argument] : llvm::zip(production.formals, given)) {
    const Expr *value = argument && argument->value
                            ? &expressions.bind(*argument->value, formal->type)
                            : formal->initialiser;
    if (!value) {
      compilation.diagnostics().diag(item.range, diag::MissingCallArgument)
          << formal->name << item.name.text;
      return false;
    }
    if (!value->isInvalid())
      statements.push_back(assign(expressions.namedValue(*formal, nullptr, item.range), *value));
  }
  return true;
}

const Stmt *SequenceBinder::bindUse(const RsItemSyntax &item) {
  Production *production = find(item.name);
  if (!production)
    return binder.make<InvalidStmt>(item);
  llvm::SmallVector<const Stmt *, 4> statements;
  if (!bindArguments(item, *production, statements))
    return binder.make<InvalidStmt>(item);
  statements.push_back(bindProduction(*production));
  auto found = values.find(item.name.text);
  if (found != values.end() && production->value) {
    auto &[symbol, uses] = found->second;
    ExprBinder expressions(compilation, binder.context);
    const Expr *target = &expressions.namedValue(*symbol, nullptr, item.range);
    if (symbol->type->isAggregate() && !production->value->type->isAggregate())
      target = &expressions.elementSelect(*target, int64_t(++uses), item.range);
    statements.push_back(
        assign(*target, expressions.namedValue(*production->value, nullptr, item.range)));
  }
  return binder.listOf(item, statements);
}

const Stmt *SequenceBinder::bind() {
  for (const RsProductionSyntax *production : syntax.productions)
    declare(*production);
  auto *stmt = binder.make<RandsequenceStmt>(syntax);
  Production *start = nullptr;
  if (syntax.start)
    start = find(syntax.start);
  else if (!syntax.productions.empty())
    start = find(syntax.productions.front()->name);
  if (!start)
    return binder.make<InvalidStmt>(syntax);
  stmt->body = bindProduction(*start);
  return stmt;
}

const Stmt *StmtBinder::bindRandsequence(const RandsequenceStmtSyntax &syntax) {
  return SequenceBinder(*this, syntax).bind();
}

/// `return` in a code block ends its production; the value becomes that of the production.
const Stmt *StmtBinder::bindProductionReturn(const ReturnStmtSyntax &syntax) {
  const Production &production = *surroundings.production;
  auto *stmt = make<ReturnStmt>(syntax);
  stmt->endsProduction = true;
  if (!syntax.value)
    return stmt;
  if (!production.value) {
    compilation.diagnostics().diag(syntax.value->loc(), diag::ProductionWithoutValue)
        << production.syntax->name.text;
    return invalid(syntax);
  }
  ExprBinder binder(compilation, context);
  const Expr &value = binder.bind(*syntax.value, production.value->type);
  if (value.isInvalid())
    return invalid(syntax);
  const Expr &target = binder.namedValue(*production.value, nullptr, syntax.range);
  auto *assignment = make<ExpressionStmt>(syntax);
  assignment->expr =
      compilation.types().make<AssignmentExpr>(*target.type, syntax.range, &target, &value);
  return listOf(syntax, {assignment, stmt});
}

} // namespace circtsim::sema

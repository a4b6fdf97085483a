//===- Blocks.cpp - scopes of statements ----------------------------------===//
//
// Before the statements of a process or subroutine are bound, every block that has a
// name or declares something, every fork, and every loop that declares its
// variables gets a BlockSymbol in the scope around it, and its declarations are
// entered. So hierarchical names and `disable` find blocks of
// code that is not bound yet (IEEE 1800-2023 9.3.4, 9.3.5, 9.6.2, 12.7).
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Hierarchy/ScopeBuilder.h"
#include "Sema/Stmt/StmtBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

namespace {
class BlockDeclarer {
public:
  BlockDeclarer(Compilation &compilation, Symbol &root, Lifetime lifetime)
      : compilation(compilation), state(compilation.state()), root(root), lifetime(lifetime) {}

  void visit(const StmtSyntax *syntax, Scope &scope);

  /// Position of blocks in the outermost scope: that of the process.
  uint32_t position = BindContext::NoPosition;
  Scope *outermost = nullptr;

private:
  BlockSymbol &makeBlock(const SyntaxNode &syntax, const Name &name, Scope &scope);
  void visitIf(const IfStmtSyntax &syntax, Scope &scope);
  void visitCase(const CaseStmtSyntax &syntax, Scope &scope);
  void visitProduction(const RsProductionSyntax &syntax, Scope &scope);
  void visitItem(const RsItemSyntax *syntax, Scope &scope);
  void visitBlock(const BlockStmtSyntax &syntax, Scope &scope);
  void visitFor(const ForStmtSyntax &syntax, Scope &scope);
  void visitForeach(const ForeachStmtSyntax &syntax, Scope &scope);

  Compilation &compilation;
  ElaborationState &state;
  Symbol &root;
  Lifetime lifetime;
};
} // namespace

BlockSymbol &BlockDeclarer::makeBlock(const SyntaxNode &syntax, const Name &name, Scope &scope) {
  auto &block = state.make<BlockSymbol>(name.text, name ? name.loc : syntax.loc());
  state.declare(scope, block);
  if (&scope == outermost && position != BindContext::NoPosition)
    block.position = position;
  state.blocks[{&root, &syntax}] = &block;
  return block;
}

void BlockDeclarer::visitBlock(const BlockStmtSyntax &syntax, Scope &scope) {
  const Name &name = syntax.name ? syntax.name : syntax.label;
  bool declares = llvm::any_of(
      syntax.items, [](const StmtSyntax *item) { return item->kind == SyntaxKind::DeclStmt; });
  Scope *inner = &scope;
  if (name || declares || syntax.isFork) {
    BlockSymbol &block = makeBlock(syntax, name, scope);
    block.isFork = syntax.isFork;
    inner = &block;
  }
  for (const StmtSyntax *item : syntax.items)
    visit(item, *inner);
}

/// Variables of a `for` are automatic unless they say otherwise (12.7.1).
void BlockDeclarer::visitFor(const ForStmtSyntax &syntax, Scope &scope) {
  Scope *inner = &scope;
  if (!syntax.declarations.empty() || syntax.label) {
    BlockSymbol &block = makeBlock(syntax, syntax.label, scope);
    inner = &block;
    ScopeBuilder builder(compilation, block);
    for (const VariableDeclSyntax *variables : syntax.declarations)
      builder.declare(*variables, Lifetime::Automatic);
  }
  visit(syntax.body, *inner);
}

void BlockDeclarer::visitForeach(const ForeachStmtSyntax &syntax, Scope &scope) {
  visit(syntax.body, makeBlock(syntax, syntax.label, scope));
}

/// The variables of patterns are known where the condition held (12.6.2).
void BlockDeclarer::visitIf(const IfStmtSyntax &syntax, Scope &scope) {
  bool hasPattern = ExprBinder::hasPattern(*syntax.condition);
  visit(syntax.thenStmt, hasPattern ? makeBlock(syntax, Name(), scope) : scope);
  visit(syntax.elseStmt, scope);
}

void BlockDeclarer::visitCase(const CaseStmtSyntax &syntax, Scope &scope) {
  Scope *outer = &scope;
  if (syntax.mode == CaseMode::Matches)
    outer = &makeBlock(syntax, Name(), scope);
  for (const CaseItemSyntax *item : syntax.items)
    visit(item->body, item->pattern ? makeBlock(*item, Name(), *outer) : *outer);
}

/// A production has its formal arguments and its value, a rule the values of its items (18.17).
void BlockDeclarer::visitProduction(const RsProductionSyntax &syntax, Scope &scope) {
  BlockSymbol &production = makeBlock(syntax, Name(), scope);
  for (const RsRuleSyntax *rule : syntax.rules) {
    BlockSymbol &inner = makeBlock(*rule, Name(), production);
    for (const RsItemSyntax *item : rule->items)
      visitItem(item, inner);
    visit(rule->code, inner);
  }
}

void BlockDeclarer::visitItem(const RsItemSyntax *syntax, Scope &scope) {
  if (!syntax)
    return;
  visit(syntax->code, scope);
  visitItem(syntax->thenItem, scope);
  visitItem(syntax->elseItem, scope);
  for (const RsCaseItemSyntax *item : syntax->cases)
    visitItem(item->item, scope);
}

void BlockDeclarer::visit(const StmtSyntax *syntax, Scope &scope) {
  if (!syntax)
    return;
  switch (syntax->kind) {
  case SyntaxKind::DeclStmt: {
    const MemberSyntax &decl = *llvm::cast<DeclStmtSyntax>(syntax)->decl;
    if (decl.kind != SyntaxKind::PortDecl)
      ScopeBuilder(compilation, scope).declare(decl, lifetime);
    return;
  }
  case SyntaxKind::BlockStmt:
    return visitBlock(llvm::cast<BlockStmtSyntax>(*syntax), scope);
  case SyntaxKind::ForStmt:
    return visitFor(llvm::cast<ForStmtSyntax>(*syntax), scope);
  case SyntaxKind::ForeachStmt:
    return visitForeach(llvm::cast<ForeachStmtSyntax>(*syntax), scope);
  case SyntaxKind::IfStmt:
    return visitIf(llvm::cast<IfStmtSyntax>(*syntax), scope);
  case SyntaxKind::CaseStmt:
    return visitCase(llvm::cast<CaseStmtSyntax>(*syntax), scope);
  case SyntaxKind::RandcaseStmt:
    for (const RandcaseItemSyntax *item : llvm::cast<RandcaseStmtSyntax>(syntax)->items)
      visit(item->body, scope);
    return;
  case SyntaxKind::RandsequenceStmt:
    for (const RsProductionSyntax *item : llvm::cast<RandsequenceStmtSyntax>(syntax)->productions)
      visitProduction(*item, scope);
    return;
  case SyntaxKind::WhileStmt:
    return visit(llvm::cast<WhileStmtSyntax>(syntax)->body, scope);
  case SyntaxKind::DoWhileStmt:
    return visit(llvm::cast<DoWhileStmtSyntax>(syntax)->body, scope);
  case SyntaxKind::RepeatStmt:
    return visit(llvm::cast<RepeatStmtSyntax>(syntax)->body, scope);
  case SyntaxKind::ForeverStmt:
    return visit(llvm::cast<ForeverStmtSyntax>(syntax)->body, scope);
  case SyntaxKind::TimingStmt:
    return visit(llvm::cast<TimingStmtSyntax>(syntax)->body, scope);
  case SyntaxKind::WaitStmt:
    return visit(llvm::cast<WaitStmtSyntax>(syntax)->body, scope);
  case SyntaxKind::WaitOrderStmt:
    visit(llvm::cast<WaitOrderStmtSyntax>(syntax)->pass, scope);
    return visit(llvm::cast<WaitOrderStmtSyntax>(syntax)->fail, scope);
  case SyntaxKind::ImmediateAssertStmt:
    visit(llvm::cast<ImmediateAssertStmtSyntax>(syntax)->pass, scope);
    return visit(llvm::cast<ImmediateAssertStmtSyntax>(syntax)->fail, scope);
  default:
    return;
  }
}

void StmtBinder::declareBlocks(Compilation &compilation, Symbol &root, Scope &scope,
                               const StmtSyntax &syntax, Lifetime lifetime, uint32_t position) {
  auto &state = compilation.state();
  // Asked for twice: by a hierarchical name, then by binding.
  if (root.kind == SymbolKind::Process && !state.processesWithBlocks.insert(&root).second)
    return;
  BlockDeclarer declarer(compilation, root, lifetime);
  declarer.position = position;
  declarer.outermost = &scope;
  declarer.visit(&syntax, scope);
}

} // namespace circtsim::sema

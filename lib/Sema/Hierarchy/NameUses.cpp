//===- NameUses.cpp - names declared and used by syntax -------------------===//
//
// One walk over the syntax of a definition, without any look-up: which names
// it declares somewhere, and which names could be upward references
// (IEEE 1800-2023 23.8) because they begin a hierarchical name, name a subroutine
// (23.8.1) or are disabled. A used name that is declared nowhere in the definition
// makes its bodies depend on their place.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/Definitions.h"

#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

/// The name that a hierarchical name begins with; empty for other expressions.
static llvm::StringRef firstElement(const ExprSyntax *expr) {
  while (expr) {
    if (const auto *member = llvm::dyn_cast<MemberAccessExprSyntax>(expr))
      expr = member->base;
    else if (const auto *element = llvm::dyn_cast<ElementSelectExprSyntax>(expr))
      expr = element->base;
    else if (const auto *range = llvm::dyn_cast<RangeSelectExprSyntax>(expr))
      expr = range->base;
    else
      break;
  }
  const auto *name = llvm::dyn_cast_or_null<NameExprSyntax>(expr);
  return name ? name->name.text : llvm::StringRef();
}

void NameUses::use(const ExprSyntax *expr) {
  if (llvm::StringRef name = firstElement(expr); !name.empty())
    used.push_back(name);
}

/// The names that a node itself declares.
void NameUses::declare(const SyntaxNode &node) {
  auto add = [&](const Name &name) {
    if (name)
      declared.insert(name.text);
  };
  if (const auto *statement = llvm::dyn_cast<StmtSyntax>(&node))
    add(statement->label);
  switch (node.kind) {
  case SyntaxKind::Declarator:
    return add(llvm::cast<DeclaratorSyntax>(node).name);
  case SyntaxKind::TypeDeclarator:
    return add(llvm::cast<TypeDeclaratorSyntax>(node).name);
  case SyntaxKind::AnsiPort:
    return add(llvm::cast<AnsiPortSyntax>(node).name);
  case SyntaxKind::SubroutinePort:
    return add(llvm::cast<SubroutinePortSyntax>(node).name);
  case SyntaxKind::SubroutineDecl:
    if (!llvm::cast<SubroutineDeclSyntax>(node).scope)
      add(llvm::cast<SubroutineDeclSyntax>(node).name);
    return;
  case SyntaxKind::TypedefDecl:
    return add(llvm::cast<TypedefDeclSyntax>(node).name);
  case SyntaxKind::Instance:
    return add(llvm::cast<InstanceSyntax>(node).name);
  case SyntaxKind::GenerateBlock:
    return add(llvm::cast<GenerateBlockSyntax>(node).name);
  case SyntaxKind::LoopGenerate:
    return add(llvm::cast<LoopGenerateSyntax>(node).genvar);
  case SyntaxKind::BlockStmt:
    return add(llvm::cast<BlockStmtSyntax>(node).name);
  case SyntaxKind::EnumMember:
    return add(llvm::cast<EnumMemberSyntax>(node).name);
  case SyntaxKind::ImportItem:
    return add(llvm::cast<ImportItemSyntax>(node).name);
  case SyntaxKind::LetDecl:
    return add(llvm::cast<LetDeclSyntax>(node).name);
  case SyntaxKind::AssertionPort:
    return add(llvm::cast<AssertionPortSyntax>(node).name);
  case SyntaxKind::ClockingDecl:
    return add(llvm::cast<ClockingDeclSyntax>(node).name);
  case SyntaxKind::VariablePattern:
    return add(llvm::cast<VariablePatternSyntax>(node).name);
  case SyntaxKind::RsProduction:
    return add(llvm::cast<RsProductionSyntax>(node).name);
  case SyntaxKind::Modport:
    return add(llvm::cast<ModportSyntax>(node).name);
  case SyntaxKind::Class:
    return add(llvm::cast<ClassSyntax>(node).name);
  case SyntaxKind::Module:
    return add(llvm::cast<ModuleSyntax>(node).name);
  case SyntaxKind::ForeachStmt:
    for (const Name &name : llvm::cast<ForeachStmtSyntax>(node).variables)
      add(name);
    return;
  case SyntaxKind::GenvarDecl:
    for (const Name &name : llvm::cast<GenvarDeclSyntax>(node).names)
      add(name);
    return;
  default:
    return;
  }
}

void NameUses::collect(const SyntaxNode &node) {
  declare(node);
  switch (node.kind) {
  case SyntaxKind::Defparam:
    for (const AssignmentSyntax *assignment : llvm::cast<DefparamSyntax>(node).assignments)
      set.push_back(firstElement(assignment->lhs));
    break;
  case SyntaxKind::MemberAccessExpr:
    use(&llvm::cast<ExprSyntax>(node));
    break;
  case SyntaxKind::CallExpr:
    use(llvm::cast<CallExprSyntax>(node).callee);
    break;
  case SyntaxKind::DisableStmt:
    use(llvm::cast<DisableStmtSyntax>(node).target);
    break;
  case SyntaxKind::ExprStmt:
    use(llvm::cast<ExprStmtSyntax>(node).expr);
    break;
  case SyntaxKind::SystemCallExpr: // $dumpvars(0, tb)
    for (const ArgumentSyntax *argument : llvm::cast<SystemCallExprSyntax>(node).arguments)
      if (argument->value && argument->value->kind == SyntaxKind::NameExpr)
        use(argument->value);
    break;
  case SyntaxKind::NamedType: // interface.modport is no hierarchical name
    for (const DimensionSyntax *dimension : llvm::cast<NamedTypeSyntax>(node).dimensions)
      collect(*dimension);
    return;
  case SyntaxKind::NameExpr:
  case SyntaxKind::LiteralExpr:
    return;
  default:
    break;
  }
  forEachChild(node, [&](const SyntaxNode &child) { collect(child); });
}

} // namespace circtsim::sema

//===- SyntaxPrinter.h - Dumps of the syntax tree ---------------*- C++ -*-===//
#ifndef CIRCTSIM_SYNTAX_SYNTAXPRINTER_H
#define CIRCTSIM_SYNTAX_SYNTAXPRINTER_H

#include "Syntax/SyntaxTree.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace circtsim::syntax {

/// Writes the tree below `node`, one line per node, children indented by two
/// spaces and preceded by the name of their field:
///
///   BinaryExpr op=+
///     lhs: NameExpr name=a
///     rhs: LiteralExpr literalKind=integer text=1
///
/// Fields that are absent, empty, false or the first enumerator are left out,
/// except the operators of operator nodes.
void dumpTree(const SyntaxNode &node, llvm::raw_ostream &out, unsigned indent = 0);
/// As dumpTree, for a list of items.
void dumpTree(List<MemberSyntax> members, llvm::raw_ostream &out);

/// Writes an expression, event, property, pattern or type as source text on
/// one line, with single spaces around binary operators and the parentheses
/// of the source. Bad nodes become `<error>`.
void printSource(const SyntaxNode &node, llvm::raw_ostream &out);
std::string sourceText(const SyntaxNode &node);

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_SYNTAXPRINTER_H

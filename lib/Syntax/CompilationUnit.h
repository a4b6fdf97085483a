//===- CompilationUnit.h - One parsed compilation unit ----------*- C++ -*-===//
//
// Owner of the tree's memory. IEEE 1800-2023 clause 3.12.1: a compilation unit
// is one or more files with one `$unit` scope; the preprocessor has joined
// them into one token stream.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_COMPILATIONUNIT_H
#define CIRCTSIM_SYNTAX_COMPILATIONUNIT_H

#include "Support/Diagnostic.h"
#include "Syntax/SyntaxTree.h"
#include "Syntax/Token.h"
#include "llvm/Support/Allocator.h"
#include <memory>

namespace circtsim::syntax {

/// The tokens, the arena and the top-level items of one compilation unit.
/// Must outlive everything that points into the tree; the SourceManager must
/// outlive it. Not copyable; not movable, since nodes point at directive
/// states inside `tokens`.
class CompilationUnit {
public:
  CompilationUnit(TokenStream tokens, support::SourceManager &sources)
      : tokens(std::move(tokens)), sources(sources) {}
  CompilationUnit(const CompilationUnit &) = delete;
  CompilationUnit &operator=(const CompilationUnit &) = delete;

  /// Items in source order: modules, packages, classes, imports, functions,
  /// parameters, ..., whatever clause 3.12.1 allows outside design elements.
  List<MemberSyntax> members;

  const TokenStream tokens;
  support::SourceManager &sources;
  llvm::BumpPtrAllocator arena;
};

/// Parses `tokens` into a new unit. Never fails: on errors, which are counted
/// by `diagnostics`, the tree holds Bad nodes or lacks items.
std::unique_ptr<CompilationUnit> parseCompilationUnit(TokenStream tokens,
                                                      support::SourceManager &sources,
                                                      support::DiagnosticEngine &diagnostics);

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_COMPILATIONUNIT_H

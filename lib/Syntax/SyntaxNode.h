//===- SyntaxNode.h - Base of the syntax tree -------------------*- C++ -*-===//
//
// Nodes live in a llvm::BumpPtrAllocator owned by the CompilationUnit, are
// never destroyed one by one, and do not change after parsing. They are plain
// structs with public members and LLVM-style RTTI: use llvm::isa, llvm::cast
// and llvm::dyn_cast with `const SyntaxNode *`.
//
// The tree is abstract: no punctuation, no comments. Optional children are
// null pointers, empty lists, or an invalid Name. Text of names and literals
// points into the source buffers, which the SourceManager keeps alive.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_SYNTAXNODE_H
#define CIRCTSIM_SYNTAX_SYNTAXNODE_H

#include "Support/SourceManager.h"
#include "Syntax/SyntaxEnums.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Casting.h"
#include <cstdint>

namespace circtsim::syntax {

using llvm::StringRef;
using support::SourceLoc;
using support::SourceRange;

/// Every kind of node, in the order of SyntaxKinds.def.
enum class SyntaxKind : uint16_t {
#define X(Kind, Struct, Area) Kind,
#include "Syntax/SyntaxKinds.def"
};

/// The base class a kind belongs to.
enum class SyntaxArea : uint8_t { Expr, Pattern, Type, Timing, Stmt, Member, Constraint, Part };

/// Enumerator name of a kind, e.g. "BinaryExpr".
StringRef kindName(SyntaxKind kind);
/// Area of a kind (a table look-up).
SyntaxArea areaOf(SyntaxKind kind);

#define X(Kind, Struct, Area) struct Struct;
#include "Syntax/SyntaxKinds.def"
struct ExprSyntax;
struct PatternSyntax;
struct TypeSyntax;
struct TimingSyntax;
struct StmtSyntax;
struct MemberSyntax;
struct ConstraintSyntax;
struct DirectiveState;

/// A name as written (escaped names without backslash), and where.
/// Invalid (absent) when `loc` is invalid.
struct Name {
  StringRef text;
  SourceLoc loc;
  bool valid() const { return loc.isValid(); }
  explicit operator bool() const { return valid(); }
};

/// A list of children.
template <class T> using List = llvm::ArrayRef<const T *>;

/// Base of all nodes. `range.begin` is the location of the first token and
/// `range.end` the location of the last token (not past its end).
struct SyntaxNode {
  SyntaxKind kind;
  SourceRange range;

  SourceLoc loc() const { return range.begin; }

protected:
  using Base = SyntaxNode;
  explicit SyntaxNode(SyntaxKind kind) : kind(kind) {}
};

/// One `name = value` of an attribute instance (clause 5.12). An attribute
/// without value has the value 1.
using AttributeList = List<AttributeSyntax>;

// CIRCTSIM_SYNTAX_NODE(Kind, fields...) is the first line of every node: it
// gives `classKind`, `classof`, and `fields(visitor)`, which calls
// visitor("name", member) for each listed member in source order.
#define CIRCTSIM_PP_PARENS ()
#define CIRCTSIM_PP_EXPAND(...) CIRCTSIM_PP_EXPAND2(CIRCTSIM_PP_EXPAND2(__VA_ARGS__))
#define CIRCTSIM_PP_EXPAND2(...) CIRCTSIM_PP_EXPAND1(CIRCTSIM_PP_EXPAND1(__VA_ARGS__))
#define CIRCTSIM_PP_EXPAND1(...) CIRCTSIM_PP_EXPAND0(CIRCTSIM_PP_EXPAND0(__VA_ARGS__))
#define CIRCTSIM_PP_EXPAND0(...) CIRCTSIM_PP_EXPANDA(CIRCTSIM_PP_EXPANDA(__VA_ARGS__))
#define CIRCTSIM_PP_EXPANDA(...) CIRCTSIM_PP_EXPANDB(CIRCTSIM_PP_EXPANDB(__VA_ARGS__))
#define CIRCTSIM_PP_EXPANDB(...) __VA_ARGS__
#define CIRCTSIM_PP_EACH(A, ...)                                                                   \
  visitor(#A, A);                                                                                  \
  __VA_OPT__(CIRCTSIM_PP_AGAIN CIRCTSIM_PP_PARENS(__VA_ARGS__))
#define CIRCTSIM_PP_AGAIN() CIRCTSIM_PP_EACH
#define CIRCTSIM_SYNTAX_NODE(KIND, ...)                                                            \
  static constexpr SyntaxKind classKind = SyntaxKind::KIND;                                        \
  KIND##Syntax() : Base(classKind) {}                                                              \
  static bool classof(const SyntaxNode *node) { return node->kind == classKind; }                  \
  template <class Visitor> void fields(Visitor &&visitor) const {                                  \
    __VA_OPT__(CIRCTSIM_PP_EXPAND(CIRCTSIM_PP_EACH(__VA_ARGS__)))                                  \
  }

/// Bases of the areas.
struct ExprSyntax : SyntaxNode {
  using Base = ExprSyntax;
  using SyntaxNode::SyntaxNode;
  static bool classof(const SyntaxNode *node) { return areaOf(node->kind) == SyntaxArea::Expr; }
};

/// A pattern of `matches` (clause 12.6).
struct PatternSyntax : SyntaxNode {
  using Base = PatternSyntax;
  using SyntaxNode::SyntaxNode;
  static bool classof(const SyntaxNode *node) { return areaOf(node->kind) == SyntaxArea::Pattern; }
};

/// A data type.
struct TypeSyntax : SyntaxNode {
  using Base = TypeSyntax;
  using SyntaxNode::SyntaxNode;
  static bool classof(const SyntaxNode *node) { return areaOf(node->kind) == SyntaxArea::Type; }
};

/// A delay or event control.
struct TimingSyntax : SyntaxNode {
  using Base = TimingSyntax;
  using SyntaxNode::SyntaxNode;
  static bool classof(const SyntaxNode *node) { return areaOf(node->kind) == SyntaxArea::Timing; }
};

/// A statement; `label` is the `name :` before it.
struct StmtSyntax : SyntaxNode {
  using Base = StmtSyntax;
  using SyntaxNode::SyntaxNode;
  static bool classof(const SyntaxNode *node) { return areaOf(node->kind) == SyntaxArea::Stmt; }
  Name label;
  AttributeList attributes;
};

/// An item of a design element, class, covergroup, generate block or unit.
struct MemberSyntax : SyntaxNode {
  using Base = MemberSyntax;
  using SyntaxNode::SyntaxNode;
  static bool classof(const SyntaxNode *node) { return areaOf(node->kind) == SyntaxArea::Member; }
  AttributeList attributes;
};

/// A constraint item.
struct ConstraintSyntax : SyntaxNode {
  using Base = ConstraintSyntax;
  using SyntaxNode::SyntaxNode;
  static bool classof(const SyntaxNode *node) {
    return areaOf(node->kind) == SyntaxArea::Constraint;
  }
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_SYNTAXNODE_H

//===- Expr.h - bound (typed) expressions -----------------------*- C++ -*-===//
//
// The result of binding syntax::ExprSyntax: every node has its final type after
// the LRM's context-determined width and sign propagation (11.6-11.8), so
// operands of an operator already have the operator's type (Conversion nodes
// make every extension, truncation and state change explicit). Names are
// resolved. Nodes are immutable, arena-allocated; an Invalid node stands for
// anything that was reported.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_EXPR_EXPR_H
#define CIRCTSIM_SEMA_EXPR_EXPR_H

#include "Sema/Types/Type.h"
#include "Syntax/ExprSyntax.h"

namespace circtsim::sema {

class ValueSymbol;
class VariableSymbol;
class SubroutineSymbol;
class InstanceSymbol;
struct EventControl;

enum class ExprKind : uint8_t {
  Invalid, Constant, RealConstant, StringConstant, Null, Unbounded, NamedValue, Unary, Binary, Conditional,
  Assignment, Concat, Replication, Streaming, ElementSelect, RangeSelect, FieldSelect, Call, SystemCall,
  MethodCall, Conversion, Inside, Pattern, TypeOperand, ScopeOperand, EmptyArgument, NewArray, EventOperand,
  PatternTest, Interface,
};

class Expr {
public:
  const ExprKind kind;
  const Type *type;
  support::SourceRange range;
  /// Syntax this came from, for messages; may be null.
  const syntax::ExprSyntax *syntax = nullptr;
  /// Value if the expression is constant and was folded while binding; else null.
  const value::LogicVector *constant = nullptr;

  bool isInvalid() const { return kind == ExprKind::Invalid; }

protected:
  Expr(ExprKind kind, const Type &type, support::SourceRange range) : kind(kind), type(&type), range(range) {}
};

#define CIRCTSIM_EXPR_CLASSOF(K)                                                                   \
  static bool classof(const Expr *e) { return e->kind == ExprKind::K; }

struct InvalidExpr : Expr {
  InvalidExpr(const Type &errorType, support::SourceRange r) : Expr(ExprKind::Invalid, errorType, r) {}
  CIRCTSIM_EXPR_CLASSOF(Invalid)
};
/// Integral constant (literals, parameters, enumeration values, folded trees).
struct ConstantExpr : Expr {
  ConstantExpr(const Type &t, support::SourceRange r) : Expr(ExprKind::Constant, t, r) {}
  bool isUnbasedUnsized = false; ///< '0 '1 'x 'z
  bool isUnsized = false;        ///< an integer literal without size (5.7.1)
  CIRCTSIM_EXPR_CLASSOF(Constant)
};
struct RealConstantExpr : Expr {
  double value;
  RealConstantExpr(const Type &t, support::SourceRange r, double v) : Expr(ExprKind::RealConstant, t, r), value(v) {}
  CIRCTSIM_EXPR_CLASSOF(RealConstant)
};
/// A string literal. Its type is a packed array of 8*n bits (6.16) unless
/// converted to string; `text` are the bytes after escapes.
struct StringConstantExpr : Expr {
  llvm::StringRef text;
  StringConstantExpr(const Type &t, support::SourceRange r, llvm::StringRef s)
      : Expr(ExprKind::StringConstant, t, r), text(s) {}
  CIRCTSIM_EXPR_CLASSOF(StringConstant)
};
struct NullExpr : Expr {
  NullExpr(const Type &t, support::SourceRange r) : Expr(ExprKind::Null, t, r) {}
  CIRCTSIM_EXPR_CLASSOF(Null)
};
struct UnboundedExpr : Expr {
  UnboundedExpr(const Type &t, support::SourceRange r) : Expr(ExprKind::Unbounded, t, r) {}
  CIRCTSIM_EXPR_CLASSOF(Unbounded)
};

/// How code of one body reaches another instance (clause 23.6, 25): `up`
/// instances above the body's own (NoUp: absolute), then `instances` by name
/// ("u[3]", "g[0].u": instance names include the generate scopes of their
/// body). An interface port's name is an element like an instance's.
struct HierarchicalPath {
  static constexpr uint32_t Absolute = ~0u;
  uint32_t up = 0;
  llvm::ArrayRef<llvm::StringRef> instances;
  /// A virtual interface (25.9): the way begins at the instance that it refers to.
  const Expr *base = nullptr;
};

/// A variable, net, parameter-as-object, iterator... `path` is null when the
/// symbol belongs to the body (or subroutine) being bound.
struct NamedValueExpr : Expr {
  const ValueSymbol *symbol;
  const HierarchicalPath *path = nullptr;
  NamedValueExpr(const Type &t, support::SourceRange r, const ValueSymbol *s)
      : Expr(ExprKind::NamedValue, t, r), symbol(s) {}
  CIRCTSIM_EXPR_CLASSOF(NamedValue)
};
struct UnaryExpr : Expr {
  syntax::UnaryOp op; ///< incl. increments, whose operand is an lvalue
  const Expr *operand;
  UnaryExpr(const Type &t, support::SourceRange r, syntax::UnaryOp op, const Expr *e)
      : Expr(ExprKind::Unary, t, r), op(op), operand(e) {}
  CIRCTSIM_EXPR_CLASSOF(Unary)
};
/// Operand types: arithmetic and bitwise: both of the node's type; comparison:
/// both of one common type; shifts and power: lhs of the node's type, rhs
/// self-determined; logical: each any singular type, tested for truth.
struct BinaryExpr : Expr {
  syntax::BinaryOp op;
  const Expr *lhs, *rhs;
  BinaryExpr(const Type &t, support::SourceRange r, syntax::BinaryOp op, const Expr *l, const Expr *rh)
      : Expr(ExprKind::Binary, t, r), op(op), lhs(l), rhs(rh) {}
  CIRCTSIM_EXPR_CLASSOF(Binary)
};
struct ConditionalExpr : Expr {
  const Expr *condition, *whenTrue, *whenFalse;
  ConditionalExpr(const Type &t, support::SourceRange r, const Expr *c, const Expr *a, const Expr *b)
      : Expr(ExprKind::Conditional, t, r), condition(c), whenTrue(a), whenFalse(b) {}
  CIRCTSIM_EXPR_CLASSOF(Conditional)
};
/// `lhs = rhs`, `lhs <= rhs`, `lhs op= rhs`. rhs has lhs's type (converted);
/// for compound assignments `op` is the binary operator, `rhs` is the complete
/// right operand and `lhsRead` the converted read of lhs: result = convert(lhsRead op rhs)
/// as `combined`, to be evaluated with lhs's index expressions evaluated once.
struct AssignmentExpr : Expr {
  const Expr *lhs, *rhs;
  bool isNonblocking = false;
  bool isCompound = false;            ///< rhs contains reads of lhs by LhsRead marker: see `lhsRead`
  const Expr *lhsRead = nullptr;      ///< the node inside rhs that denotes the old value of lhs
  const struct TimingControl *timing = nullptr; ///< intra-assignment (9.4.5)
  AssignmentExpr(const Type &t, support::SourceRange r, const Expr *l, const Expr *rh)
      : Expr(ExprKind::Assignment, t, r), lhs(l), rhs(rh) {}
  CIRCTSIM_EXPR_CLASSOF(Assignment)
};
/// {a, b, ...}: integral or string; also an lvalue. For unpacked array
/// concatenation (10.10) the type is an array and elements are items or arrays.
struct ConcatExpr : Expr {
  llvm::ArrayRef<const Expr *> elements;
  ConcatExpr(const Type &t, support::SourceRange r, llvm::ArrayRef<const Expr *> e)
      : Expr(ExprKind::Concat, t, r), elements(e) {}
  CIRCTSIM_EXPR_CLASSOF(Concat)
};
/// {count{operand}}; count constant for integral types, any for strings.
struct ReplicationExpr : Expr {
  const Expr *count, *operand;
  ReplicationExpr(const Type &t, support::SourceRange r, const Expr *c, const Expr *o)
      : Expr(ExprKind::Replication, t, r), count(c), operand(o) {}
  CIRCTSIM_EXPR_CLASSOF(Replication)
};
/// {<< n {a, b}} / {>> {a, b}} (11.4.14); as rvalue its type is a packed vector
/// of the total width, or a queue of bits if that is variable; as lvalue it is the target of an Assignment.
struct StreamingExpr : Expr {
  bool rightToLeft;
  uint32_t sliceSize;
  llvm::ArrayRef<const Expr *> elements;
  StreamingExpr(const Type &t, support::SourceRange r, bool rtl, uint32_t slice, llvm::ArrayRef<const Expr *> e)
      : Expr(ExprKind::Streaming, t, r), rightToLeft(rtl), sliceSize(slice), elements(e) {}
  CIRCTSIM_EXPR_CLASSOF(Streaming)
};
/// base[index]: bit of a vector, element of any array, byte of a string.
struct ElementSelectExpr : Expr {
  const Expr *base, *index;
  ElementSelectExpr(const Type &t, support::SourceRange r, const Expr *b, const Expr *i)
      : Expr(ExprKind::ElementSelect, t, r), base(b), index(i) {}
  CIRCTSIM_EXPR_CLASSOF(ElementSelect)
};
/// base[left:right] (both constant, but for queues and dynamic arrays), base[left +: width],
/// base[left -: width] (right = the constant width); packed or unpacked.
struct RangeSelectExpr : Expr {
  syntax::RangeKind rangeKind;
  const Expr *base, *left, *right;
  RangeSelectExpr(const Type &t, support::SourceRange r, syntax::RangeKind k, const Expr *b, const Expr *l, const Expr *rt)
      : Expr(ExprKind::RangeSelect, t, r), rangeKind(k), base(b), left(l), right(rt) {}
  CIRCTSIM_EXPR_CLASSOF(RangeSelect)
};
struct FieldSelectExpr : Expr {
  const Expr *base;
  const Field *field;
  /// Member of a tagged union behind a test of its tag: it is not tested again.
  bool isTagTested = false;
  FieldSelectExpr(const Type &t, support::SourceRange r, const Expr *b, const Field *f)
      : Expr(ExprKind::FieldSelect, t, r), base(b), field(f) {}
  CIRCTSIM_EXPR_CLASSOF(FieldSelect)
};
/// User-defined function or task. One argument per formal, in order: input:
/// converted to the formal's type; output/inout/ref: an lvalue expression
/// (implicit conversion on copy-out is by the formal's and actual's types).
struct CallExpr : Expr {
  const SubroutineSymbol *subroutine;
  llvm::ArrayRef<const Expr *> arguments;
  const HierarchicalPath *path = nullptr; ///< instance that owns the subroutine; null: own body
  CallExpr(const Type &t, support::SourceRange r, const SubroutineSymbol *s, llvm::ArrayRef<const Expr *> a)
      : Expr(ExprKind::Call, t, r), subroutine(s), arguments(a) {}
  CIRCTSIM_EXPR_CLASSOF(Call)
};
/// $name(...): `builtin` is the row of Builtins.def. Arguments as bound
/// self-determined; TypeOperand / ScopeOperand / EmptyArgument where given.
struct SystemCallExpr : Expr {
  uint32_t builtin;
  llvm::StringRef name;
  llvm::ArrayRef<const Expr *> arguments;
  SystemCallExpr(const Type &t, support::SourceRange r, uint32_t b, llvm::StringRef n, llvm::ArrayRef<const Expr *> a)
      : Expr(ExprKind::SystemCall, t, r), builtin(b), name(n), arguments(a) {}
  CIRCTSIM_EXPR_CLASSOF(SystemCall)
};
/// A built-in method of a type: string, enum, event, array, queue ... The
/// receiver is evaluated as lvalue where the method modifies it.
struct MethodCallExpr : Expr {
  uint32_t builtin; ///< row of Builtins.def
  llvm::StringRef name;
  const Expr *receiver;
  llvm::ArrayRef<const Expr *> arguments;
  const ValueSymbol *iterator = nullptr; ///< `with` clause
  const Expr *with = nullptr;
  MethodCallExpr(const Type &t, support::SourceRange r, uint32_t b, llvm::StringRef n, const Expr *recv, llvm::ArrayRef<const Expr *> a)
      : Expr(ExprKind::MethodCall, t, r), builtin(b), name(n), receiver(recv), arguments(a) {}
  CIRCTSIM_EXPR_CLASSOF(MethodCall)
};
enum class ConversionKind : uint8_t {
  Integral,     ///< width / sign / state change: extends by the *operand's* sign
  IntToReal, RealToInt, RealToReal,
  ToString,     ///< integral or string literal to string (6.16)
  FromString,   ///< string to integral (explicit cast only)
  BitStream,    ///< 6.24.3 between fixed-size types
  Aggregate,    ///< between equivalent aggregates
  Same,         ///< type change without effect (enum to its base ...)
};
struct ConversionExpr : Expr {
  ConversionKind conversion;
  bool isImplicit;
  const Expr *operand;
  ConversionExpr(const Type &t, support::SourceRange r, ConversionKind k, bool implicit, const Expr *o)
      : Expr(ExprKind::Conversion, t, r), conversion(k), isImplicit(implicit), operand(o) {}
  CIRCTSIM_EXPR_CLASSOF(Conversion)
};
/// operand inside {items}; items and operand converted to a common type, or
/// arrays of it (11.4.13).
struct InsideExpr : Expr {
  struct Item {
    const Expr *low;
    const Expr *high; ///< null: a single value; else [low:high] (Unbounded allowed)
  };
  const Expr *operand;
  llvm::ArrayRef<Item> items;
  InsideExpr(const Type &t, support::SourceRange r, const Expr *o, llvm::ArrayRef<Item> i)
      : Expr(ExprKind::Inside, t, r), operand(o), items(i) {}
  CIRCTSIM_EXPR_CLASSOF(Inside)
};
/// An assignment pattern with its target type: one expression per field
/// (declaration order) or per element (left to right), all converted. Sparse
/// arrays with a default keep `elements` complete for fixed sizes.
struct PatternExpr : Expr {
  llvm::ArrayRef<const Expr *> elements;
  /// Of an associative array: one per element; null: the default value.
  llvm::ArrayRef<const Expr *> keys;
  PatternExpr(const Type &t, support::SourceRange r, llvm::ArrayRef<const Expr *> e)
      : Expr(ExprKind::Pattern, t, r), elements(e) {}
  CIRCTSIM_EXPR_CLASSOF(Pattern)
};
/// One step of matching a pattern (12.6), of type bit: `operand` equals `label` as a case item
/// of `caseKind` does, or (no label) is copied to `variable`, which is true.
struct PatternTestExpr : Expr {
  const Expr *operand, *label = nullptr;
  const VariableSymbol *variable = nullptr;
  syntax::CaseKind caseKind = syntax::CaseKind::Case;
  PatternTestExpr(const Type &t, support::SourceRange r, const Expr *o) : Expr(ExprKind::PatternTest, t, r), operand(o) {}
  CIRCTSIM_EXPR_CLASSOF(PatternTest)
};
/// An interface instance as the value of a virtual interface (25.9). The path leads to the
/// instance itself.
struct InterfaceExpr : Expr {
  const Symbol *symbol; ///< instance, interface port or modport
  const HierarchicalPath *path;
  InterfaceExpr(const Type &t, support::SourceRange r, const Symbol *s, const HierarchicalPath *p)
      : Expr(ExprKind::Interface, t, r), symbol(s), path(p) {}
  CIRCTSIM_EXPR_CLASSOF(Interface)
};
/// A data type as argument ($bits(int)); `type` is that type.
struct TypeOperandExpr : Expr {
  TypeOperandExpr(const Type &t, support::SourceRange r) : Expr(ExprKind::TypeOperand, t, r) {}
  CIRCTSIM_EXPR_CLASSOF(TypeOperand)
};
/// A module, instance, block ... as argument ($dumpvars(0, tb.dut)).
struct ScopeOperandExpr : Expr {
  const Symbol *scope;
  const HierarchicalPath *path = nullptr;
  llvm::StringRef localName; ///< scoped name inside that instance ("" the instance)
  ScopeOperandExpr(const Type &t, support::SourceRange r, const Symbol *s)
      : Expr(ExprKind::ScopeOperand, t, r), scope(s) {}
  CIRCTSIM_EXPR_CLASSOF(ScopeOperand)
};
struct EmptyArgumentExpr : Expr {
  EmptyArgumentExpr(const Type &t, support::SourceRange r) : Expr(ExprKind::EmptyArgument, t, r) {}
  CIRCTSIM_EXPR_CLASSOF(EmptyArgument)
};
/// new[size](initial).
struct NewArrayExpr : Expr {
  const Expr *size, *initial;
  NewArrayExpr(const Type &t, support::SourceRange r, const Expr *s, const Expr *i)
      : Expr(ExprKind::NewArray, t, r), size(s), initial(i) {}
  CIRCTSIM_EXPR_CLASSOF(NewArray)
};

} // namespace circtsim::sema

#endif

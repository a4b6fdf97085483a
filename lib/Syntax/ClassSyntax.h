//===- ClassSyntax.h - Classes, constraints, covergroups --------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 8, 18.5, 19 and Annex A.1.9, A.1.10, A.2.11.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_CLASSSYNTAX_H
#define CIRCTSIM_SYNTAX_CLASSSYNTAX_H

#include "Syntax/SyntaxNode.h"

namespace circtsim::syntax {

/// A base of `extends` with constructor arguments, or an interface class of
/// `implements`. `usesDefault`: `extends base(default)`.
struct ClassReferenceSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(ClassReference, name, hasArguments, usesDefault, arguments)
  /// NameExpr, ScopedNameExpr or SpecializedNameExpr.
  const ExprSyntax *name = nullptr;
  bool hasArguments = false;
  bool usesDefault = false;
  List<ArgumentSyntax> arguments;
};

/// A class or interface class. Methods are SubroutineDecl with their
/// qualifiers, properties ClassProperty, other items plain members.
struct ClassSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Class, isVirtual, isInterface, isFinal, lifetime, name, parameters, extends,
                       implements, members, endName)
  bool isVirtual = false;
  bool isInterface = false;
  /// `class :final`.
  bool isFinal = false;
  Lifetime lifetime = Lifetime::None;
  Name name;
  const ParamPortListSyntax *parameters = nullptr;
  /// One for classes, any number for interface classes.
  List<ClassReferenceSyntax> extends;
  List<ClassReferenceSyntax> implements;
  List<MemberSyntax> members;
  Name endName;
  const DirectiveState *directives = nullptr;
};

/// `local static rand const type x;`: qualifiers over a VariableDecl, or over
/// another declaration (typedef, parameter, class) that may carry them.
struct ClassPropertySyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ClassProperty, visibility, isStatic, isConst, random, decl)
  Visibility visibility = Visibility::None;
  bool isStatic = false;
  bool isConst = false;
  RandomKind random = RandomKind::None;
  const MemberSyntax *decl = nullptr;
};

//===-- Constraints -------------------------------------------------------===//

/// `static constraint scope::name { items }`. `scope` for external bodies.
struct ConstraintDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ConstraintDecl, isStatic, overrides, scope, name, items)
  bool isStatic = false;
  /// DynamicOverride bits.
  uint8_t overrides = 0;
  const ExprSyntax *scope = nullptr;
  Name name;
  List<ConstraintSyntax> items;
};

/// `extern constraint name;`, `pure constraint name;`, `constraint name;`.
struct ConstraintPrototypeSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ConstraintPrototype, isStatic, isExtern, isPure, overrides, name)
  bool isStatic = false;
  bool isExtern = false;
  bool isPure = false;
  uint8_t overrides = 0;
  Name name;
};

/// `soft expr;`; `expr` may be DistExpr, InsideExpr, ...
struct ExprConstraintSyntax : ConstraintSyntax {
  CIRCTSIM_SYNTAX_NODE(ExprConstraint, isSoft, expr)
  bool isSoft = false;
  const ExprSyntax *expr = nullptr;
};

/// `{ items }`.
struct ConstraintBlockSyntax : ConstraintSyntax {
  CIRCTSIM_SYNTAX_NODE(ConstraintBlock, items)
  List<ConstraintSyntax> items;
};

/// `condition -> body`.
struct ImplicationConstraintSyntax : ConstraintSyntax {
  CIRCTSIM_SYNTAX_NODE(ImplicationConstraint, condition, body)
  const ExprSyntax *condition = nullptr;
  const ConstraintSyntax *body = nullptr;
};

struct IfConstraintSyntax : ConstraintSyntax {
  CIRCTSIM_SYNTAX_NODE(IfConstraint, condition, thenBody, elseBody)
  const ExprSyntax *condition = nullptr;
  const ConstraintSyntax *thenBody = nullptr;
  const ConstraintSyntax *elseBody = nullptr;
};

/// `foreach (array[i, , k]) body`; an invalid Name is a skipped dimension.
struct ForeachConstraintSyntax : ConstraintSyntax {
  CIRCTSIM_SYNTAX_NODE(ForeachConstraint, array, variables, body)
  const ExprSyntax *array = nullptr;
  llvm::ArrayRef<Name> variables;
  const ConstraintSyntax *body = nullptr;
};

/// `unique { items };`.
struct UniqueConstraintSyntax : ConstraintSyntax {
  CIRCTSIM_SYNTAX_NODE(UniqueConstraint, items)
  List<ExprSyntax> items;
};

/// `disable soft target;`.
struct DisableSoftConstraintSyntax : ConstraintSyntax {
  CIRCTSIM_SYNTAX_NODE(DisableSoftConstraint, target)
  const ExprSyntax *target = nullptr;
};

/// `solve before before after;`: `first` are solved before `then`.
struct SolveBeforeConstraintSyntax : ConstraintSyntax {
  CIRCTSIM_SYNTAX_NODE(SolveBeforeConstraint, first, then)
  List<ExprSyntax> first;
  List<ExprSyntax> then;
};

//===-- Covergroups -------------------------------------------------------===//

/// `covergroup name (ports) event; members endgroup`. `event` is set for
/// Clocking (EdgeEventExpr / EventListExpr) and Block (EventListExpr of
/// BlockEventExpr); samplePorts for Sample. `isExtension`:
/// `covergroup extends name;` (1800-2023).
struct CovergroupSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Covergroup, isExtension, name, ports, eventKind, event, samplePorts, members,
                       endName)
  bool isExtension = false;
  Name name;
  List<SubroutinePortSyntax> ports;
  CoverageEventKind eventKind = CoverageEventKind::None;
  const ExprSyntax *event = nullptr;
  List<SubroutinePortSyntax> samplePorts;
  List<MemberSyntax> members;
  Name endName;
};

/// `option.name = value;` or `type_option.name = value;`.
struct CoverOptionSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(CoverOption, isTypeOption, name, value)
  bool isTypeOption = false;
  Name name;
  const ExprSyntax *value = nullptr;
};

/// `type label: coverpoint expr iff (condition) { members }`; members are
/// CoverOption and CoverBins.
struct CoverpointSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Coverpoint, type, label, expr, iff, members)
  const TypeSyntax *type = nullptr;
  Name label;
  const ExprSyntax *expr = nullptr;
  const ExprSyntax *iff = nullptr;
  List<MemberSyntax> members;
};

/// `label: cross items iff (condition) { members }`; members are CoverOption,
/// CrossBins and functions.
struct CoverCrossSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(CoverCross, label, items, iff, members)
  Name label;
  List<ExprSyntax> items;
  const ExprSyntax *iff = nullptr;
  List<MemberSyntax> members;
};

/// `values [*low:high]`, one step of a transition; hasRepetition false: once.
struct TransitionItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(TransitionItem, values, hasRepetition, repetition, low, high)
  List<ExprSyntax> values;
  bool hasRepetition = false;
  RepetitionKind repetition = RepetitionKind::Consecutive;
  const ExprSyntax *low = nullptr;
  const ExprSyntax *high = nullptr;
};

/// `( item => item => ... )`.
struct TransitionSetSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(TransitionSet, items)
  List<TransitionItemSyntax> items;
};

/// `wildcard bins name[size] = source with (condition) iff (guard);`.
/// Values: `values` are the ranges. SetExpression: `set` is an expression, or
/// the name of the coverpoint when `with` is given.
struct CoverBinsSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(CoverBins, isWildcard, binsKind, name, isArray, size, source, values,
                       transitions, set, with, iff)
  bool isWildcard = false;
  BinsKind binsKind = BinsKind::Bins;
  Name name;
  bool isArray = false;
  const ExprSyntax *size = nullptr;
  BinsSource source = BinsSource::Values;
  List<ExprSyntax> values;
  List<TransitionSetSyntax> transitions;
  const ExprSyntax *set = nullptr;
  const ExprSyntax *with = nullptr;
  const ExprSyntax *iff = nullptr;
};

/// `bins name = selection iff (guard);` of a cross. Selections are built from
/// BinsOfExpr, BinsWithExpr, `!`, `&&`, `||`, names, and set expressions.
struct CrossBinsSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(CrossBins, binsKind, name, selection, iff)
  BinsKind binsKind = BinsKind::Bins;
  Name name;
  const ExprSyntax *selection = nullptr;
  const ExprSyntax *iff = nullptr;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_CLASSSYNTAX_H

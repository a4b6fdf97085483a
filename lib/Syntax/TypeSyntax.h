//===- TypeSyntax.h - Data types, dimensions, strengths, delays -*- C++ -*-===//
//
// IEEE 1800-2023 clauses 6, 7, 8 and Annex A.2.2, A.2.5.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_TYPESYNTAX_H
#define CIRCTSIM_SYNTAX_TYPESYNTAX_H

#include "Syntax/SyntaxNode.h"

namespace circtsim::syntax {

/// A packed or unpacked dimension. Range: left:right. Size: `left` (may be a
/// TypeExpr or name a type: associative array). Queue: `left` is the bound of
/// `[$:left]`, or null. Unsized and Wildcard have no bounds.
struct DimensionSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Dimension, dimensionKind, left, right)
  DimensionKind dimensionKind = DimensionKind::Range;
  const ExprSyntax *left = nullptr;
  const ExprSyntax *right = nullptr;
};

/// A keyword type, with signing and packed dimensions where they apply.
struct BuiltinTypeSyntax : TypeSyntax {
  CIRCTSIM_SYNTAX_NODE(BuiltinType, builtin, signing, dimensions)
  BuiltinTypeKind builtin = BuiltinTypeKind::Logic;
  Signing signing = Signing::None;
  List<DimensionSyntax> dimensions;
};

/// No type word: `[7:0]`, `signed [7:0]`, or nothing at all (empty range;
/// then `range` is that of the following name).
struct ImplicitTypeSyntax : TypeSyntax {
  CIRCTSIM_SYNTAX_NODE(ImplicitType, signing, dimensions)
  Signing signing = Signing::None;
  List<DimensionSyntax> dimensions;
};

/// A user type: `name` is a NameExpr, ScopedNameExpr, SpecializedNameExpr or
/// MemberAccessExpr (interface-based typedef, interface.modport).
struct NamedTypeSyntax : TypeSyntax {
  CIRCTSIM_SYNTAX_NODE(NamedType, name, dimensions)
  const ExprSyntax *name = nullptr;
  List<DimensionSyntax> dimensions;
};

/// `name`, `name[count]`, `name[first:last]`, `= value`.
struct EnumMemberSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(EnumMember, name, rangeLeft, rangeRight, value)
  Name name;
  const ExprSyntax *rangeLeft = nullptr;
  const ExprSyntax *rangeRight = nullptr;
  const ExprSyntax *value = nullptr;
};

/// `enum base {members} dimensions`; `base` null when not given.
struct EnumTypeSyntax : TypeSyntax {
  CIRCTSIM_SYNTAX_NODE(EnumType, base, members, dimensions)
  const TypeSyntax *base = nullptr;
  List<EnumMemberSyntax> members;
  List<DimensionSyntax> dimensions;
};

/// A name with unpacked dimensions and an initial value or default.
struct DeclaratorSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Declarator, name, dimensions, init)
  Name name;
  List<DimensionSyntax> dimensions;
  const ExprSyntax *init = nullptr;
};

/// `attributes random type declarators;` within a struct or union.
struct StructMemberSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(StructMember, attributes, random, type, declarators)
  AttributeList attributes;
  RandomKind random = RandomKind::None;
  const TypeSyntax *type = nullptr;
  List<DeclaratorSyntax> declarators;
};

/// `struct packed signed {members} dimensions`, `union soft tagged packed`.
struct StructUnionTypeSyntax : TypeSyntax {
  CIRCTSIM_SYNTAX_NODE(StructUnionType, isUnion, isTagged, isSoft, isPacked, signing, members,
                       dimensions)
  bool isUnion = false;
  bool isTagged = false;
  bool isSoft = false;
  bool isPacked = false;
  Signing signing = Signing::None;
  List<StructMemberSyntax> members;
  List<DimensionSyntax> dimensions;
};

/// `type(expr)`; `operand` is an expression or TypeExpr.
struct TypeReferenceTypeSyntax : TypeSyntax {
  CIRCTSIM_SYNTAX_NODE(TypeReferenceType, operand)
  const ExprSyntax *operand = nullptr;
};

/// `virtual interface name #(arguments).modport`.
struct VirtualInterfaceTypeSyntax : TypeSyntax {
  CIRCTSIM_SYNTAX_NODE(VirtualInterfaceType, name, arguments, modport)
  Name name;
  List<ArgumentSyntax> arguments;
  Name modport;
};

/// `(strength0, strength1)` of a driver, `(pull0)` of a pull gate (the other
/// None), or a charge strength `(small)`.
struct StrengthSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Strength, strength0, strength1, charge)
  StrengthLevel strength0 = StrengthLevel::None;
  StrengthLevel strength1 = StrengthLevel::None;
  StrengthLevel charge = StrengthLevel::None;
};

/// `#d`, `#(rise)`, `#(rise, fall)`, `#(rise, fall, turnoff)`; each value may
/// be a MinTypMaxExpr. Specify paths have 1, 2, 3, 6 or 12 values.
struct DelaySyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Delay, values)
  List<ExprSyntax> values;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_TYPESYNTAX_H

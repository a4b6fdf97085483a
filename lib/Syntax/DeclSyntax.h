//===- DeclSyntax.h - Declarations ------------------------------*- C++ -*-===//
//
// Variables, nets, parameters, ports, types, subroutines, imports, lets:
// IEEE 1800-2023 clauses 6, 13, 23.2, 26, 35 and Annex A.2.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_DECLSYNTAX_H
#define CIRCTSIM_SYNTAX_DECLSYNTAX_H

#include "Syntax/SyntaxNode.h"

namespace circtsim::syntax {

/// `const var static type declarators;`. Without a symbol table this is also
/// the form of nets of a user-defined nettype and of non-ANSI interface ports
/// (`bus.master m;`): Sema decides from what the type's name means.
struct VariableDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(VariableDecl, isConst, hasVar, lifetime, type, declarators)
  bool isConst = false;
  bool hasVar = false;
  Lifetime lifetime = Lifetime::None;
  const TypeSyntax *type = nullptr;
  List<DeclaratorSyntax> declarators;
};

/// `wire (strength) vectored type #delay declarators;` (6.7), or a net of a
/// user-defined nettype with a delay: netKind None and `type` a NamedType.
struct NetDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(NetDecl, netKind, strength, vectorHint, type, delay, declarators)
  NetKind netKind = NetKind::Wire;
  const StrengthSyntax *strength = nullptr;
  VectorHint vectorHint = VectorHint::None;
  const TypeSyntax *type = nullptr;
  const DelaySyntax *delay = nullptr;
  List<DeclaratorSyntax> declarators;
};

/// `parameter type declarators`, localparam, specparam. A declarator's `init`
/// may be a TypeExpr, `$`, a MinTypMaxExpr, or null (no default). In a
/// parameter port list, `hasKeyword` tells whether the keyword was written
/// (else it was inherited).
struct ParameterDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ParameterDecl, parameterKind, type, declarators)
  ParameterKind parameterKind = ParameterKind::Parameter;
  bool hasKeyword = true;
  const TypeSyntax *type = nullptr;
  List<DeclaratorSyntax> declarators;
};

/// `name = type`; `type` null without default.
struct TypeDeclaratorSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(TypeDeclarator, name, type)
  Name name;
  const TypeSyntax *type = nullptr;
};

/// `parameter type restriction declarators`.
struct TypeParameterDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(TypeParameterDecl, parameterKind, restriction, declarators)
  ParameterKind parameterKind = ParameterKind::Parameter;
  bool hasKeyword = true;
  TypeRestriction restriction = TypeRestriction::None;
  List<TypeDeclaratorSyntax> declarators;
};

/// `#(parameters)`; each a ParameterDecl or TypeParameterDecl.
struct ParamPortListSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(ParamPortList, parameters)
  List<MemberSyntax> parameters;
};

/// A port of an ANSI list (23.2.2.2). What was not written is None, false or
/// an empty ImplicitType; inheriting from the previous port is Sema's task.
/// Interface ports: `bus.mp p` has a NamedType of a MemberAccessExpr, `bus p`
/// a NamedType, `interface.mp p` has isGenericInterface and `modport`.
/// Explicit ports `.name(expr)` have isExplicit; `expr` null for `.name()`.
struct AnsiPortSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(AnsiPort, attributes, direction, netKind, isVar, isGenericInterface, modport,
                       type, isExplicit, name, dimensions, expr, init)
  AttributeList attributes;
  PortDirection direction = PortDirection::None;
  NetKind netKind = NetKind::None;
  bool isVar = false;
  bool isGenericInterface = false;
  Name modport;
  const TypeSyntax *type = nullptr;
  bool isExplicit = false;
  Name name;
  List<DimensionSyntax> dimensions;
  const ExprSyntax *expr = nullptr;
  const ExprSyntax *init = nullptr;

  /// Nothing but a name (and dimensions): everything is inherited.
  bool isBare() const {
    return direction == PortDirection::None && netKind == NetKind::None && !isVar &&
           !isGenericInterface && !isExplicit && type && type->kind == SyntaxKind::ImplicitType &&
           implicitTypeIsEmpty();
  }
  bool implicitTypeIsEmpty() const;
};

/// A port of a non-ANSI list: `name`, `name[3:0]`, `{a, b}`, `.name(expr)`,
/// or nothing at all (`expr` null and no name: a null port).
struct NonAnsiPortSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(NonAnsiPort, name, expr)
  Name name;
  const ExprSyntax *expr = nullptr;
};

/// `input wire signed [3:0] declarators;` in a body, of a module (23.2.2.1),
/// subroutine (13.3) or UDP.
struct PortDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(PortDecl, direction, netKind, isVar, type, declarators)
  PortDirection direction = PortDirection::Input;
  NetKind netKind = NetKind::None;
  bool isVar = false;
  const TypeSyntax *type = nullptr;
  List<DeclaratorSyntax> declarators;
};

struct GenvarDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(GenvarDecl, names)
  llvm::ArrayRef<Name> names;
};

/// `typedef type name dimensions;`.
struct TypedefDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(TypedefDecl, type, name, dimensions)
  const TypeSyntax *type = nullptr;
  Name name;
  List<DimensionSyntax> dimensions;
};

/// `typedef class name;`, `typedef name;`.
struct ForwardTypedefDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ForwardTypedefDecl, restriction, name)
  TypeRestriction restriction = TypeRestriction::None;
  Name name;
};

/// `nettype type name with resolution;` (6.6.7). A second name for another
/// nettype has no resolution.
struct NettypeDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(NettypeDecl, type, name, resolution)
  const TypeSyntax *type = nullptr;
  Name name;
  const ExprSyntax *resolution = nullptr;
};

/// An ANSI argument of a subroutine or of a covergroup. Direction, type and
/// `var` not written are None / empty ImplicitType / false. `isDefault`: the
/// `default` argument of a constructor (8.17, 1800-2023).
struct SubroutinePortSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(SubroutinePort, attributes, isDefault, direction, isVar, type, name,
                       dimensions, init)
  AttributeList attributes;
  bool isDefault = false;
  PortDirection direction = PortDirection::None;
  bool isVar = false;
  const TypeSyntax *type = nullptr;
  Name name;
  List<DimensionSyntax> dimensions;
  const ExprSyntax *init = nullptr;
};

/// A task, function, method, constructor, or a prototype of one.
/// `scope` is the `Class` of `function Class::name` or the interface instance
/// of `task bus.name`; constructors are called `new`. Without hasPortList the
/// arguments are PortDecl items of `body`. returnType is null for tasks and
/// constructors, and an ImplicitType where no type word is given.
struct SubroutineDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(SubroutineDecl, subroutineKind, isExtern, isForkJoin, isPure, isVirtual,
                       isStatic, visibility, overrides, lifetime, returnType, scope, name,
                       hasPortList, ports, isPrototype, body, endName)
  SubroutineKind subroutineKind = SubroutineKind::Function;
  bool isExtern = false;
  bool isForkJoin = false;
  bool isPure = false;
  bool isVirtual = false;
  /// `static` before `function`: a static method.
  bool isStatic = false;
  Visibility visibility = Visibility::None;
  /// DynamicOverride bits of `:initial :extends :final`.
  uint8_t overrides = 0;
  /// `static`/`automatic` after `function`: lifetime of the variables.
  Lifetime lifetime = Lifetime::None;
  const TypeSyntax *returnType = nullptr;
  const ExprSyntax *scope = nullptr;
  Name name;
  bool hasPortList = false;
  List<SubroutinePortSyntax> ports;
  /// No body: extern, pure virtual, DPI, modport import, interface extern.
  bool isPrototype = false;
  List<StmtSyntax> body;
  Name endName;
};

/// `package::name` or `package::*` (`name` invalid).
struct ImportItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(ImportItem, package, name)
  Name package;
  Name name;
};

struct ImportDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ImportDecl, items)
  List<ImportItemSyntax> items;
};

/// `export items;`, or `export *::*;` (exportsAll).
struct ExportDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ExportDecl, exportsAll, items)
  bool exportsAll = false;
  List<ImportItemSyntax> items;
};

/// `import "DPI-C" pure cName = prototype;`; `specification` with quotes.
struct DpiImportSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(DpiImport, specification, property, cName, prototype)
  StringRef specification;
  DpiProperty property = DpiProperty::None;
  Name cName;
  const SubroutineDeclSyntax *prototype = nullptr;
};

/// `export "DPI-C" cName = function name;`.
struct DpiExportSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(DpiExport, specification, cName, subroutineKind, name)
  StringRef specification;
  Name cName;
  SubroutineKind subroutineKind = SubroutineKind::Function;
  Name name;
};

/// `timeunit unit / precision;`, `timeprecision precision;` (3.14.2.2). The
/// literals are LiteralKind::Time.
struct TimeunitsDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(TimeunitsDecl, unit, precision)
  const LiteralExprSyntax *unit = nullptr;
  const LiteralExprSyntax *precision = nullptr;
};

/// `let name (ports) = value;` (11.12).
struct LetDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(LetDecl, name, ports, value)
  Name name;
  List<AssertionPortSyntax> ports;
  const ExprSyntax *value = nullptr;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_DECLSYNTAX_H

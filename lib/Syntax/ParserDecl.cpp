//===- ParserDecl.cpp - Variables, nets, typedefs, lets -------------------===//
//
// IEEE 1800-2023 Annex A.2.1, A.2.3, A.2.4 and A.2.12. Nets of user-defined
// nettypes look like variables or instances and are told apart by their shape:
// `t a;` is a VariableDecl, `t #5 a;` a NetDecl, `t a (...);` an Instantiation.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseVariableDecl() {
  uint32_t start = pos;
  auto *decl = make<VariableDeclSyntax>();
  decl->isConst = accept(K::KwConst);
  decl->hasVar = accept(K::KwVar);
  decl->lifetime = parseLifetime();
  // `static var`, `automatic const` occur in this order too.
  if (!decl->isConst)
    decl->isConst = accept(K::KwConst);
  if (!decl->hasVar)
    decl->hasVar = accept(K::KwVar);
  uint32_t typeStart = pos;
  decl->type = parseDataTypeOrImplicit();
  if (pos == typeStart && !decl->hasVar)
    errorAtToken(pos == start ? diag::ExpectedType : diag::DeclarationNeedsType);
  decl->declarators = parseDeclarators();
  if (decl->isConst)
    for (const DeclaratorSyntax *declarator : decl->declarators)
      if (!declarator->init && declarator->name)
        report(declarator->name.loc, diag::ConstNeedsInit) << declarator->name.text;
  expectSemi("declaration");
  return finish(decl, start);
}

List<DeclaratorSyntax> Parser::parseDeclarators() {
  Collector<DeclaratorSyntax> declarators(*this);
  do
    declarators.add(parseDeclarator());
  while (accept(K::Comma));
  return declarators.finish();
}

const DeclaratorSyntax *Parser::parseDeclarator() {
  uint32_t start = pos;
  auto *declarator = make<DeclaratorSyntax>();
  declarator->name = parseName("a name");
  declarator->dimensions = parseDimensions();
  if (accept(K::Equal))
    declarator->init = parseInit();
  return finish(declarator, start);
}

const MemberSyntax *Parser::parseNetDecl() {
  uint32_t start = pos;
  auto *decl = make<NetDeclSyntax>();
  decl->netKind = netKindOf(take().kind);
  if (at(K::KwReg))
    report(cur().loc, diag::NetReg);
  if (atStrength()) {
    uint32_t open = pos;
    decl->strength = parseStrength(StrengthUse::Net);
    bool hasCharge = decl->strength->charge != StrengthLevel::None;
    if (hasCharge && decl->netKind != NetKind::Trireg)
      report(tokens[open].loc, diag::ChargeStrength);
  }
  uint32_t hint = pos;
  if (accept(K::KwVectored))
    decl->vectorHint = VectorHint::Vectored;
  else if (accept(K::KwScalared))
    decl->vectorHint = VectorHint::Scalared;
  decl->type = parseDataTypeOrImplicit();
  const auto *implicit = llvm::dyn_cast<ImplicitTypeSyntax>(decl->type);
  const auto *builtin = llvm::dyn_cast<BuiltinTypeSyntax>(decl->type);
  bool isScalar = (implicit && implicit->dimensions.empty()) ||
                  (builtin && builtin->dimensions.empty());
  if (decl->vectorHint != VectorHint::None && isScalar)
    report(tokens[hint].loc, diag::VectorHintWithoutRange) << tokens[hint].text;
  if (at(K::Hash))
    decl->delay = parseDelay(3);
  decl->declarators = parseDeclarators();
  expectSemi("net declaration");
  return finish(decl, start);
}

/// `nettype #delay names;`.
const MemberSyntax *Parser::parseUserNetDecl() {
  uint32_t start = pos;
  auto *decl = make<NetDeclSyntax>();
  decl->netKind = NetKind::None;
  auto *type = make<NamedTypeSyntax>();
  type->name = parseHierarchicalName("a nettype", false);
  decl->type = finish(type, start);
  decl->delay = parseDelay(3);
  decl->declarators = parseDeclarators();
  expectSemi("net declaration");
  return finish(decl, start);
}

//===-- typedef, nettype, genvar, let -------------------------------------===//

TypeRestriction Parser::parseTypeRestriction() {
  if (accept(K::KwEnum))
    return TypeRestriction::Enum;
  if (accept(K::KwStruct))
    return TypeRestriction::Struct;
  if (accept(K::KwUnion))
    return TypeRestriction::Union;
  if (accept(K::KwClass))
    return TypeRestriction::Class;
  if (at(K::KwInterface) && peek().is(K::KwClass)) {
    take();
    take();
    return TypeRestriction::InterfaceClass;
  }
  return TypeRestriction::None;
}

const MemberSyntax *Parser::parseTypedef() {
  uint32_t start = pos;
  take();
  bool keyword = atAny(K::KwEnum, K::KwStruct, K::KwUnion, K::KwClass);
  bool forward = at(K::KwClass) || at(K::KwInterface) ||
                 (at(K::Identifier) && peek().is(K::Semicolon)) ||
                 (keyword && peek().is(K::Identifier) && peek(2).is(K::Semicolon));
  if (forward) {
    auto *decl = make<ForwardTypedefDeclSyntax>();
    decl->restriction = parseTypeRestriction();
    decl->name = parseName("a type name");
    expectSemi("typedef");
    return finish(decl, start);
  }
  auto *decl = make<TypedefDeclSyntax>();
  decl->type = parseDataType();
  decl->name = parseName("a name for the type");
  decl->dimensions = parseDimensions();
  expectSemi("typedef");
  return finish(decl, start);
}

const MemberSyntax *Parser::parseNettype() {
  uint32_t start = pos;
  take();
  auto *decl = make<NettypeDeclSyntax>();
  decl->type = parseDataType();
  decl->name = parseName("a name for the nettype");
  if (accept(K::KwWith))
    decl->resolution = parseHierarchicalName("a resolution function", false);
  expectSemi("nettype declaration");
  return finish(decl, start);
}

const MemberSyntax *Parser::parseGenvar() {
  uint32_t start = pos;
  take();
  auto *decl = make<GenvarDeclSyntax>();
  llvm::SmallVector<Name, 4> names;
  do
    names.push_back(parseName("a genvar name"));
  while (accept(K::Comma));
  decl->names = copy<Name>(names);
  expectSemi("genvar declaration");
  return finish(decl, start);
}

const MemberSyntax *Parser::parseLet() {
  uint32_t start = pos;
  take();
  auto *decl = make<LetDeclSyntax>();
  decl->name = parseName("a name for the let");
  if (at(K::LParen))
    decl->ports = parseAssertionPorts();
  expect(K::Equal, "the header of a let");
  decl->value = parseExpr();
  expectSemi("let declaration");
  return finish(decl, start);
}

const MemberSyntax *Parser::parseBlockDecl() {
  switch (kind()) {
  case K::KwTypedef:
    return parseTypedef();
  case K::KwNettype:
    return parseNettype();
  case K::KwParameter:
  case K::KwLocalparam:
    return parseParameterDecl();
  case K::KwImport:
    return parseImport();
  case K::KwLet:
    return parseLet();
  default:
    break;
  }
  // A checker instance: type, name, parenthesis.
  if (at(K::Identifier)) {
    uint32_t name = scanTypeName(pos);
    if (tokenAt(scanDimensions(name + 1)).is(K::LParen))
      return parseInstantiation();
  }
  return parseVariableDecl();
}

} // namespace circtsim::syntax

//===- ParserType.cpp - Data types ----------------------------------------===//
//
// IEEE 1800-2023 Annex A.2.2, A.2.5: keyword types, enumerations, structures,
// unions, named types, virtual interfaces, type references, dimensions,
// strengths and delays. Dimensions directly behind any type word are accepted
// here; whether the type can be packed is a question of meaning.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const TypeSyntax *Parser::parseDataType() {
  Nesting nesting(*this);
  if (!nesting)
    return finish(make<ImplicitTypeSyntax>(), pos);
  switch (kind()) {
  case K::KwEnum:
    return parseEnumType();
  case K::KwStruct:
  case K::KwUnion:
    return parseStructUnion();
  case K::KwType:
    return parseTypeReference();
  case K::KwVirtual:
    return parseVirtualInterface();
  case K::Identifier:
  case K::DollarUnit:
    return parseNamedType();
  default:
    if (tokenTraits(kind()) & traitType)
      return parseBuiltinType();
    errorAtToken(diag::ExpectedType);
    return finish(make<ImplicitTypeSyntax>(), pos);
  }
}

const TypeSyntax *Parser::parseDataTypeOrImplicit() {
  if (tokenTraits(kind()) & traitType)
    return parseDataType();
  if (atAny(K::Identifier, K::DollarUnit) && atTypeThenName())
    return parseNamedType();
  return parseImplicitType();
}

Signing Parser::parseSigning() {
  if (accept(K::KwSigned))
    return Signing::Signed;
  if (accept(K::KwUnsigned))
    return Signing::Unsigned;
  return Signing::None;
}

const TypeSyntax *Parser::parseBuiltinType() {
  uint32_t start = pos;
  auto *type = make<BuiltinTypeSyntax>();
  type->builtin = builtinTypeOf(take().kind);
  if (type->builtin > BuiltinTypeKind::Time && atAny(K::KwSigned, K::KwUnsigned))
    report(cur().loc, diag::QualifierNotAllowed) << cur() << "a type that is not integral";
  type->signing = parseSigning();
  type->dimensions = parseDimensions();
  return finish(type, start);
}

const TypeSyntax *Parser::parseImplicitType() {
  uint32_t start = pos;
  auto *type = make<ImplicitTypeSyntax>();
  type->signing = parseSigning();
  type->dimensions = parseDimensions();
  return finish(type, start);
}

const TypeSyntax *Parser::parseNamedType() {
  uint32_t start = pos;
  auto *type = make<NamedTypeSyntax>();
  type->name = parseTypeNameExpr();
  type->dimensions = parseDimensions();
  return finish(type, start);
}

/// `a::b #(..)::c`, `bus.modport`, `bus[1].word_t`.
const ExprSyntax *Parser::parseTypeNameExpr() {
  const ExprSyntax *name;
  if (at(K::DollarUnit)) {
    name = makeKeyword(KeywordExprKind::Unit);
  } else if (at(K::Identifier)) {
    name = parseNameExpr();
  } else {
    errorAtToken(diag::ExpectedType);
    return finish(make<BadExprSyntax>(), pos);
  }
  for (;;) {
    if (at(K::ColonColon) && peek().is(K::Identifier)) {
      name = parseScopeTail(name);
    } else if (at(K::Dot) && peek().is(K::Identifier)) {
      name = parseMemberTail(name);
    } else if (at(K::Hash) && peek().is(K::LParen)) {
      auto *specialized = make<SpecializedNameExprSyntax>();
      specialized->base = name;
      specialized->arguments = parseParamAssignments();
      name = finishAt(specialized, name->range.begin);
    } else if (at(K::LBracket) && tokenAt(skipGroup(pos)).is(K::Dot)) {
      name = parseSelect(name);
    } else {
      return name;
    }
  }
}

//===-- Enumerations, structures, unions ----------------------------------===//

const TypeSyntax *Parser::parseEnumType() {
  uint32_t start = pos;
  take();
  auto *type = make<EnumTypeSyntax>();
  if (atAny(K::Identifier, K::DollarUnit))
    type->base = parseNamedType();
  else if (!at(K::LBrace))
    type->base = parseDataTypeOrImplicit();
  uint32_t open = pos;
  if (!expect(K::LBrace, "'enum'"))
    return finish(type, start);
  if (at(K::RBrace))
    errorAtToken(diag::EmptyEnum);
  Collector<EnumMemberSyntax> members(*this);
  if (!at(K::RBrace)) {
    do
      members.add(parseEnumMember());
    while (accept(K::Comma));
  }
  type->members = members.finish();
  expectClose(K::RBrace, open);
  type->dimensions = parseDimensions();
  return finish(type, start);
}

const EnumMemberSyntax *Parser::parseEnumMember() {
  uint32_t start = pos;
  auto *member = make<EnumMemberSyntax>();
  member->name = parseName("an enumeration member");
  if (at(K::LBracket)) {
    uint32_t open = pos;
    take();
    member->rangeLeft = parseExpr();
    if (accept(K::Colon))
      member->rangeRight = parseExpr();
    expectClose(K::RBracket, open);
  }
  if (accept(K::Equal))
    member->value = parseExpr();
  return finish(member, start);
}

const TypeSyntax *Parser::parseStructUnion() {
  uint32_t start = pos;
  auto *type = make<StructUnionTypeSyntax>();
  type->isUnion = take().is(K::KwUnion);
  if (type->isUnion) {
    type->isSoft = accept(K::KwSoft);
    type->isTagged = accept(K::KwTagged);
  } else if (atAny(K::KwSoft, K::KwTagged)) {
    report(cur().loc, diag::QualifierNotAllowed) << cur() << "a structure";
    take();
  }
  type->isPacked = accept(K::KwPacked);
  type->signing = parseSigning();
  uint32_t open = pos;
  if (!expect(K::LBrace, type->isUnion ? "'union'" : "'struct'"))
    return finish(type, start);
  if (at(K::RBrace))
    errorAtToken(diag::EmptyStruct);
  Collector<StructMemberSyntax> members(*this);
  while (!atEnd() && !at(K::RBrace) && !atEndKeyword()) {
    uint32_t before = pos;
    members.add(parseStructMember());
    if (pos == before)
      take();
  }
  type->members = members.finish();
  expectClose(K::RBrace, open);
  type->dimensions = parseDimensions();
  return finish(type, start);
}

const StructMemberSyntax *Parser::parseStructMember() {
  uint32_t start = pos;
  auto *member = make<StructMemberSyntax>();
  member->attributes = parseAttributes();
  if (accept(K::KwRand))
    member->random = RandomKind::Rand;
  else if (accept(K::KwRandc))
    member->random = RandomKind::Randc;
  member->type = parseDataType();
  member->declarators = parseDeclarators();
  expectSemi("member declaration");
  return finish(member, start);
}

const TypeSyntax *Parser::parseTypeReference() {
  uint32_t start = pos;
  take();
  auto *type = make<TypeReferenceTypeSyntax>();
  uint32_t open = pos;
  if (expect(K::LParen, "'type'")) {
    type->operand = parseExpr();
    expectClose(K::RParen, open);
  }
  return finish(type, start);
}

const TypeSyntax *Parser::parseVirtualInterface() {
  uint32_t start = pos;
  take();
  accept(K::KwInterface);
  auto *type = make<VirtualInterfaceTypeSyntax>();
  type->name = parseName("an interface name after 'virtual'");
  if (at(K::Hash) && peek().is(K::LParen))
    type->arguments = parseParamAssignments();
  if (accept(K::Dot))
    type->modport = parseName("a modport name after '.'");
  return finish(type, start);
}

//===-- Dimensions --------------------------------------------------------===//

List<DimensionSyntax> Parser::parseDimensions() {
  if (!at(K::LBracket))
    return {};
  Collector<DimensionSyntax> dimensions(*this);
  while (at(K::LBracket))
    dimensions.add(parseDimension());
  return dimensions.finish();
}

const DimensionSyntax *Parser::parseDimension() {
  uint32_t open = pos;
  take();
  auto *dimension = make<DimensionSyntax>();
  if (at(K::RBracket)) {
    dimension->dimensionKind = DimensionKind::Unsized;
  } else if (at(K::Star) && peek().is(K::RBracket)) {
    take();
    dimension->dimensionKind = DimensionKind::Wildcard;
  } else if (at(K::Dollar) && peek().isOneOf(K::RBracket, K::Colon)) {
    take();
    dimension->dimensionKind = DimensionKind::Queue;
    if (accept(K::Colon))
      dimension->left = parseExpr();
  } else {
    dimension->left = parseExpr();
    if (accept(K::Colon))
      dimension->right = parseExpr();
    else
      dimension->dimensionKind = DimensionKind::Size;
  }
  expectClose(K::RBracket, open);
  return finish(dimension, open);
}

//===-- Strengths and delays ----------------------------------------------===//

bool Parser::atStrength() const {
  return at(K::LParen) && (tokenTraits(peek().kind) & traitStrength);
}

const StrengthSyntax *Parser::parseStrength(StrengthUse use) {
  uint32_t open = pos;
  take();
  auto *strength = make<StrengthSyntax>();
  unsigned count = 0;
  do {
    if (!(tokenTraits(kind()) & traitStrength)) {
      errorAtToken(diag::ExpectedName, "a strength");
      break;
    }
    StrengthLevel level = strengthOf(take().kind);
    ++count;
    if (level >= StrengthLevel::Small)
      strength->charge = level;
    else if (level >= StrengthLevel::Supply1)
      strength->strength1 = level;
    else
      strength->strength0 = level;
  } while (accept(K::Comma));
  // Both of one side, three of them, or nothing but high impedance.
  bool charge = strength->charge != StrengthLevel::None;
  unsigned sides = (strength->strength0 != StrengthLevel::None) +
                   (strength->strength1 != StrengthLevel::None) + charge;
  bool highz = strength->strength0 == StrengthLevel::Highz0 &&
               strength->strength1 == StrengthLevel::Highz1;
  bool isOne = count == 1 && !charge && use != StrengthUse::Pull;
  if (charge && use != StrengthUse::Net)
    report(tokens[open].loc, diag::ChargeStrength);
  else if (count && (sides != count || (charge && count != 1) || highz || isOne))
    report(tokens[open].loc, diag::BadStrengthPair);
  expectClose(K::RParen, open);
  return finish(strength, open);
}

const DelaySyntax *Parser::parseDelay(unsigned maxValues) {
  uint32_t start = pos;
  take();
  auto *delay = make<DelaySyntax>();
  Collector<ExprSyntax> values(*this);
  if (at(K::LParen)) {
    uint32_t open = pos;
    take();
    do
      values.add(parseMinTypMax());
    while (values.size() < maxValues && accept(K::Comma));
    expectClose(K::RParen, open);
  } else {
    values.add(parseDelayValue());
  }
  delay->values = values.finish();
  return finish(delay, start);
}

const ExprSyntax *Parser::parseDelayValue() {
  switch (kind()) {
  case K::IntegerLiteral:
  case K::BasedLiteral:
  case K::RealLiteral:
  case K::TimeLiteral:
    return parseLiteral();
  case K::OneStep:
    return makeKeyword(KeywordExprKind::OneStep);
  default:
    return parseHierarchicalName("a delay value");
  }
}

} // namespace circtsim::syntax

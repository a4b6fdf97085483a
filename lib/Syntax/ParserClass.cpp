//===- ParserClass.cpp - Classes ------------------------------------------===//
//
// IEEE 1800-2023 clause 8, Annex A.1.2, A.1.9. Qualifiers are collected first;
// what follows them decides which of them make sense.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

/// The words before a class item.
struct Parser::ClassQualifiers {
  Visibility visibility = Visibility::None;
  RandomKind random = RandomKind::None;
  bool isStatic = false;
  bool isConst = false;
  bool isVirtual = false;
  bool isPure = false;
  uint32_t pureAt = 0;
  bool isExtern = false;
  bool any = false;
  /// Token that is wrong on properties or methods, for messages.
  uint32_t randomAt = 0;
  uint32_t virtualAt = 0;
};

const MemberSyntax *Parser::parseClass() {
  Nesting nesting(*this);
  uint32_t start = pos;
  auto *node = make<ClassSyntax>();
  if (!nesting)
    return finish(node, start);
  node->directives = &unit.tokens.stateAt(pos);
  node->isVirtual = accept(K::KwVirtual);
  node->isInterface = accept(K::KwInterface);
  uint32_t keyword = pos;
  expect(K::KwClass, "the qualifiers of a class");
  node->isFinal = parseOverrides() & OverrideFinal;
  node->lifetime = parseLifetime();
  node->name = parseName("a name for the class");
  if (at(K::Hash))
    node->parameters = parseParamPorts();
  auto references = [&](bool arguments) {
    Collector<ClassReferenceSyntax> list(*this);
    do
      list.add(parseClassReference(arguments));
    while (accept(K::Comma));
    return list.finish();
  };
  if (accept(K::KwExtends))
    node->extends = references(true);
  if (accept(K::KwImplements))
    node->implements = references(false);
  expectSemi("class header");
  {
    OpenEnd end(*this, K::KwEndclass);
    Collector<MemberSyntax> members(*this);
    while (!atEnd() && !at(K::KwEndclass)) {
      if (atEndKeyword()) {
        if (atOpenEnd())
          break;
        skipStrayEnd();
        continue;
      }
      uint32_t before = pos;
      AttributeList attributes = parseAttributes();
      members.add(withAttributes(parseClassItem(), attributes));
      if (pos == before)
        take();
    }
    node->members = members.finish();
  }
  expectEnd(K::KwEndclass, keyword, "this class");
  node->endName = parseEndLabel(node->name, "a class");
  return finish(node, start);
}

ClassReferenceSyntax *Parser::parseClassReference(bool arguments) {
  uint32_t start = pos;
  auto *reference = make<ClassReferenceSyntax>();
  reference->name = parseTypeNameExpr();
  if (arguments && at(K::LParen)) {
    reference->hasArguments = true;
    if (peek().is(K::KwDefault) && peek(2).is(K::RParen)) {
      take(), take(), take();
      reference->usesDefault = true;
    } else {
      reference->arguments = parseArguments(false);
    }
  }
  return finish(reference, start);
}

const MemberSyntax *Parser::parseClassItem() {
  uint32_t start = pos;
  switch (kind()) {
  case K::Semicolon:
    take();
    return finish(make<EmptyMemberSyntax>(), start);
  case K::KwClass:
    return parseClass();
  case K::KwInterface:
    if (peek().is(K::KwClass))
      return parseClass();
    break;
  case K::KwVirtual:
    if (peek().is(K::KwClass))
      return parseClass();
    break;
  case K::KwTypedef:
    return parseTypedef();
  case K::KwParameter:
  case K::KwLocalparam:
    return parseParameterDecl();
  case K::KwCovergroup:
    return parseCovergroup();
  default:
    break;
  }
  ClassQualifiers qualifiers = parseClassQualifiers();
  return parseQualifiedItem(qualifiers, start);
}

Parser::ClassQualifiers Parser::parseClassQualifiers() {
  ClassQualifiers q;
  auto set = [&](auto &field, auto value) {
    if (field != std::remove_reference_t<decltype(field)>{} && mayReport())
      report(cur().loc, diag::DuplicateQualifier) << cur();
    field = value;
    q.any = true;
    take();
  };
  for (;;) {
    switch (kind()) {
    case K::KwLocal:
      set(q.visibility, Visibility::Local);
      break;
    case K::KwProtected:
      set(q.visibility, Visibility::Protected);
      break;
    case K::KwStatic:
      set(q.isStatic, true);
      break;
    case K::KwConst:
      set(q.isConst, true);
      break;
    case K::KwRand:
      q.randomAt = pos;
      set(q.random, RandomKind::Rand);
      break;
    case K::KwRandc:
      q.randomAt = pos;
      set(q.random, RandomKind::Randc);
      break;
    case K::KwPure:
      q.pureAt = pos;
      set(q.isPure, true);
      break;
    case K::KwExtern:
      set(q.isExtern, true);
      break;
    case K::KwVirtual:
      // `virtual bus v;` is a virtual interface.
      if (peek().isOneOf(K::Identifier, K::KwInterface, K::KwClass))
        return q;
      q.virtualAt = pos;
      set(q.isVirtual, true);
      break;
    default:
      return q;
    }
  }
}

const MemberSyntax *Parser::parseQualifiedItem(const ClassQualifiers &qualifiers, uint32_t start) {
  switch (kind()) {
  case K::KwFunction:
  case K::KwTask:
    return parseClassMethod(qualifiers, start);
  case K::KwConstraint:
    return parseConstraintDecl(qualifiers.isStatic, qualifiers.isExtern, qualifiers.isPure, start);
  case K::KwVar:
  case K::KwTypedef:
  case K::KwClass:
  case K::KwParameter:
  case K::KwLocalparam:
  case K::KwCovergroup:
  case K::Identifier:
  case K::DollarUnit:
    return parseClassProperty(qualifiers, start);
  default:
    if (tokenTraits(kind()) & traitType)
      return parseClassProperty(qualifiers, start);
    break;
  }
  errorAtToken(diag::ExpectedItem, "a class item");
  if (!atEndKeyword()) {
    take();
    skipToSync();
  }
  return finish(make<BadMemberSyntax>(), start);
}

const MemberSyntax *Parser::parseClassMethod(const ClassQualifiers &qualifiers, uint32_t start) {
  auto *method = make<SubroutineDeclSyntax>();
  if (qualifiers.randomAt)
    report(tokens[qualifiers.randomAt].loc, diag::QualifierNotAllowed)
        << tokens[qualifiers.randomAt] << "a method";
  if (qualifiers.pureAt && !qualifiers.isVirtual)
    report(tokens[qualifiers.pureAt].loc, diag::QualifierNotAllowed)
        << tokens[qualifiers.pureAt] << "a method that is not virtual";
  method->visibility = qualifiers.visibility;
  method->isStatic = qualifiers.isStatic;
  method->isVirtual = qualifiers.isVirtual;
  method->isPure = qualifiers.isPure;
  method->isExtern = qualifiers.isExtern;
  method->isPrototype = qualifiers.isPure || qualifiers.isExtern;
  return parseSubroutine(method, start);
}

const MemberSyntax *Parser::parseClassProperty(const ClassQualifiers &qualifiers, uint32_t start) {
  uint32_t wrong = qualifiers.virtualAt;
  if (wrong)
    report(tokens[wrong].loc, diag::QualifierNotAllowed) << tokens[wrong] << "a property";
  auto *property = make<ClassPropertySyntax>();
  property->visibility = qualifiers.visibility;
  property->isStatic = qualifiers.isStatic;
  property->isConst = qualifiers.isConst;
  property->random = qualifiers.random;
  switch (kind()) {
  case K::KwTypedef:
    property->decl = parseTypedef();
    break;
  case K::KwClass:
    property->decl = parseClass();
    break;
  case K::KwParameter:
  case K::KwLocalparam:
    property->decl = parseParameterDecl();
    break;
  case K::KwCovergroup:
    property->decl = parseCovergroup();
    break;
  default:
    property->decl = parseVariableDecl();
    break;
  }
  return finish(property, start);
}

} // namespace circtsim::syntax

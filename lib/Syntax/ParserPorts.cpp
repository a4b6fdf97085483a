//===- ParserPorts.cpp - Port lists and port declarations -----------------===//
//
// IEEE 1800-2023 clause 23.2.2, Annex A.1.3, A.2.1.2. The first port decides
// whether a list is ANSI: it has a direction, net or data type, `var`,
// `interface`, a packed dimension, or two names in a row.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

bool Parser::atDirection() const { return tokenTraits(kind()) & traitDirection; }

PortDirection Parser::parseDirection() {
  switch (kind()) {
  case K::KwInput:
    take();
    return PortDirection::Input;
  case K::KwOutput:
    take();
    return PortDirection::Output;
  case K::KwInout:
    take();
    return PortDirection::Inout;
  case K::KwConst:
    if (peek().isNot(K::KwRef))
      return PortDirection::None;
    take();
    take();
    return accept(K::KwStatic) ? PortDirection::ConstRefStatic : PortDirection::ConstRef;
  case K::KwRef:
    take();
    return accept(K::KwStatic) ? PortDirection::RefStatic : PortDirection::Ref;
  default:
    return PortDirection::None;
  }
}

bool Parser::atAnsiPort() const {
  // Attributes before the first port do not decide.
  uint32_t first = pos;
  while (tokenAt(first).is(K::AttrOpen))
    first = skipGroup(first);
  K k = tokenAt(first).kind;
  if (tokenTraits(k) & (traitDirection | traitNet | traitType))
    return true;
  switch (k) {
  case K::KwVar:
  case K::KwInterface:
  case K::KwSigned:
  case K::KwUnsigned:
  case K::KwConst:
  case K::LBracket:
    return true;
  case K::DollarUnit:
    return true;
  case K::Identifier:
    return typeThenName(first) || tokenAt(first + 1).is(K::Equal);
  default:
    return false;
  }
}

void Parser::parsePortList(ModuleSyntax *module) {
  uint32_t open = pos;
  take();
  if (at(K::RParen)) {
    take();
    module->portList = PortListKind::Ansi;
    return;
  }
  bool wildcard = at(K::DotStar) || (at(K::Dot) && peek().is(K::Star));
  if (wildcard) {
    if (take().is(K::Dot))
      take();
    module->portList = PortListKind::Wildcard;
    expectClose(K::RParen, open);
    return;
  }
  if (atAnsiPort()) {
    module->portList = PortListKind::Ansi;
    Collector<AnsiPortSyntax> ports(*this);
    do
      ports.add(parseAnsiPort());
    while (accept(K::Comma));
    module->ansiPorts = ports.finish();
  } else {
    module->portList = PortListKind::NonAnsi;
    Collector<NonAnsiPortSyntax> ports(*this);
    do {
      if (atDirection()) {
        if (mayReport())
          report(cur().loc, diag::MixedPortStyles);
        break;
      }
      ports.add(parseNonAnsiPort());
    } while (accept(K::Comma));
    module->nonAnsiPorts = ports.finish();
  }
  expectClose(K::RParen, open);
}

const AnsiPortSyntax *Parser::parseAnsiPort() {
  uint32_t start = pos;
  auto *port = make<AnsiPortSyntax>();
  port->attributes = parseAttributes();
  port->direction = parseDirection();
  if (accept(K::Dot)) {
    port->isExplicit = true;
    port->type = parseImplicitType();
    port->name = parseName("a port name after '.'");
    uint32_t open = pos;
    if (expect(K::LParen, "port name")) {
      if (!at(K::RParen))
        port->expr = parseExpr();
      expectClose(K::RParen, open);
    }
    return finish(port, start);
  }
  if (accept(K::KwInterface)) {
    port->isGenericInterface = true;
    if (accept(K::Dot))
      port->modport = parseName("a modport name after '.'");
    port->type = parseImplicitType();
  } else {
    if (tokenTraits(kind()) & traitNet)
      port->netKind = netKindOf(take().kind);
    port->isVar = accept(K::KwVar);
    port->type = parseDataTypeOrImplicit();
  }
  port->name = parseName("a port name");
  port->dimensions = parseDimensions();
  if (accept(K::Equal))
    port->init = parseExpr();
  return finish(port, start);
}

const NonAnsiPortSyntax *Parser::parseNonAnsiPort() {
  uint32_t start = pos;
  auto *port = make<NonAnsiPortSyntax>();
  if (accept(K::Dot)) {
    port->name = parseName("a port name after '.'");
    uint32_t open = pos;
    if (expect(K::LParen, "port name")) {
      if (!at(K::RParen))
        port->expr = parsePortExpr();
      expectClose(K::RParen, open);
    }
  } else if (!atAny(K::Comma, K::RParen)) {
    port->expr = parsePortExpr();
  }
  return finish(port, start);
}

/// A name with selects, or a concatenation of such.
const ExprSyntax *Parser::parsePortExpr() {
  if (at(K::LBrace))
    return parseBraces();
  return parseHierarchicalName("a port name");
}

const MemberSyntax *Parser::parsePortDecl(bool inSubroutine) {
  uint32_t start = pos;
  auto *decl = make<PortDeclSyntax>();
  decl->direction = parseDirection();
  if (!inSubroutine && (tokenTraits(kind()) & traitNet))
    decl->netKind = netKindOf(take().kind);
  decl->isVar = accept(K::KwVar);
  decl->type = parseDataTypeOrImplicit();
  decl->declarators = parseDeclarators();
  expectSemi("port declaration");
  return finish(decl, start);
}

} // namespace circtsim::syntax

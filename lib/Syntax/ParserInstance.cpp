//===- ParserInstance.cpp - Instances, bind, defparam ---------------------===//
//
// IEEE 1800-2023 clauses 23.3, 23.10, 23.11, Annex A.1.4, A.4.1. Modules,
// interfaces, programs, UDPs and checkers look alike. Connections may be
// property or event expressions, because a checker may be meant.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseInstantiation() {
  uint32_t start = pos;
  auto *decl = make<InstantiationSyntax>();
  // Without specialisation: `#(...)` belongs to the instances.
  const ExprSyntax *type = nullptr;
  if (at(K::DollarUnit))
    type = makeKeyword(KeywordExprKind::Unit);
  else if (at(K::Identifier))
    type = parseNameExpr();
  else
    type = badExpr();
  while (at(K::ColonColon))
    type = parseScopeTail(type);
  decl->type = type;
  if (atStrength())
    decl->strength = parseStrength();
  if (at(K::Hash)) {
    if (peek().is(K::LParen)) {
      decl->hasParameters = true;
      decl->parameters = parseParamAssignments();
    } else {
      decl->delay = parseDelay(1);
    }
  }
  Collector<InstanceSyntax> instances(*this);
  do
    instances.add(parseInstance(false));
  while (accept(K::Comma));
  decl->instances = instances.finish();
  expectSemi("instance");
  return finish(decl, start);
}

const InstanceSyntax *Parser::parseInstance(bool nameRequired) {
  uint32_t start = pos;
  auto *instance = make<InstanceSyntax>();
  instance->name = acceptName();
  if (nameRequired && !instance->name)
    errorAtToken(diag::MissingInstanceName);
  instance->dimensions = parseDimensions();
  if (at(K::LParen))
    instance->connections = parseConnections();
  else
    expect(K::LParen, "the instance name");
  return finish(instance, start);
}

List<PortConnectionSyntax> Parser::parseConnections() {
  uint32_t open = pos;
  take();
  if (accept(K::RParen))
    return {};
  Collector<PortConnectionSyntax> connections(*this);
  bool ordered = false;
  bool named = false;
  bool wildcard = false;
  SourceLoc mixed;
  do {
    const PortConnectionSyntax *connection = parseConnection();
    bool wasMixed = ordered && named;
    (connection->connectionKind == ConnectionKind::Ordered ? ordered : named) = true;
    if (ordered && named && !wasMixed)
      mixed = connection->range.begin;
    if (connection->connectionKind == ConnectionKind::Wildcard && std::exchange(wildcard, true))
      report(connection->range.begin, diag::DuplicateWildcard);
    connections.add(connection);
  } while (accept(K::Comma));
  if (ordered && named)
    report(mixed, diag::MixedConnections) << "connections";
  List<PortConnectionSyntax> list = connections.finish();
  expectClose(K::RParen, open);
  return list;
}

const PortConnectionSyntax *Parser::parseConnection() {
  uint32_t start = pos;
  auto *connection = make<PortConnectionSyntax>();
  connection->attributes = parseAttributes();
  if (at(K::DotStar) || (at(K::Dot) && peek().is(K::Star))) {
    if (take().is(K::Dot))
      take();
    connection->connectionKind = ConnectionKind::Wildcard;
  } else if (accept(K::Dot)) {
    connection->connectionKind = ConnectionKind::ImplicitNamed;
    connection->name = parseName("a port name after '.'");
    if (at(K::LParen)) {
      uint32_t open = pos;
      take();
      connection->connectionKind = ConnectionKind::Named;
      if (!at(K::RParen))
        connection->expr = parsePropertyActual();
      expectClose(K::RParen, open);
    }
  } else if (!atAny(K::Comma, K::RParen)) {
    connection->expr = parsePropertyActual();
  }
  return finish(connection, start);
}

const MemberSyntax *Parser::parseDefparam() {
  uint32_t start = pos;
  take();
  auto *decl = make<DefparamSyntax>();
  Collector<AssignmentSyntax> assignments(*this);
  do {
    uint32_t first = pos;
    auto *assignment = make<AssignmentSyntax>();
    assignment->lhs = parseHierarchicalName("a parameter");
    if (expect(K::Equal, "the parameter"))
      assignment->rhs = parseMinTypMax();
    else
      assignment->rhs = finish(make<BadExprSyntax>(), pos);
    assignments.add(finish(assignment, first));
  } while (accept(K::Comma));
  decl->assignments = assignments.finish();
  expectSemi("defparam");
  return finish(decl, start);
}

const MemberSyntax *Parser::parseBind() {
  uint32_t start = pos;
  take();
  auto *bind = make<BindSyntax>();
  bind->target = parseHierarchicalName("the target of 'bind'");
  if (accept(K::Colon)) {
    Collector<ExprSyntax> instances(*this);
    do
      instances.add(parseHierarchicalName("an instance"));
    while (accept(K::Comma));
    bind->instances = instances.finish();
  }
  bind->instantiation = parseInstantiation();
  return finish(bind, start);
}

} // namespace circtsim::syntax

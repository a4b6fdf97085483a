//===- ParserAssertion.cpp - Assertion statements and declarations --------===//
//
// IEEE 1800-2023 clauses 16.3, 16.4, 16.8, 16.12, 16.14, 16.17, 17 and Annex
// A.1.8, A.2.10, A.6.10.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

//===-- Statements --------------------------------------------------------===//

StmtSyntax *Parser::parseAssertion() {
  uint32_t start = pos;
  K keyword = take().kind;
  switch (keyword) {
  case K::KwExpect:
    return parseConcurrentAssertion(AssertKind::Expect, start);
  case K::KwRestrict:
    expect(K::KwProperty, "'restrict'");
    return parseConcurrentAssertion(AssertKind::Restrict, start);
  default:
    break;
  }
  AssertKind assertKind = keyword == K::KwAssert   ? AssertKind::Assert
                          : keyword == K::KwAssume ? AssertKind::Assume
                                                   : AssertKind::Cover;
  if (accept(K::KwProperty))
    return parseConcurrentAssertion(assertKind, start);
  if (keyword == K::KwCover && accept(K::KwSequence))
    return parseConcurrentAssertion(AssertKind::CoverSequence, start);
  return parseImmediateAssertion(assertKind, start);
}

StmtSyntax *Parser::parseImmediateAssertion(AssertKind assertKind, uint32_t start) {
  auto *stmt = make<ImmediateAssertStmtSyntax>();
  stmt->assertKind = assertKind;
  if (at(K::Hash) && peek().is(K::IntegerLiteral) && peek().text == "0") {
    take();
    take();
    stmt->deferral = AssertDeferral::Observed;
  } else if (accept(K::KwFinal)) {
    stmt->deferral = AssertDeferral::Final;
  }
  stmt->condition = parseParenCondition("the assertion keyword");
  parseAction(stmt->pass, stmt->fail);
  return finish(stmt, start);
}

StmtSyntax *Parser::parseConcurrentAssertion(AssertKind assertKind, uint32_t start) {
  auto *stmt = make<ConcurrentAssertStmtSyntax>();
  stmt->assertKind = assertKind;
  uint32_t open = pos;
  if (expect(K::LParen, "the assertion keyword")) {
    stmt->spec = parsePropertySpec();
    expectClose(K::RParen, open);
  } else {
    stmt->spec = finish(make<BadExprSyntax>(), pos);
  }
  if (assertKind == AssertKind::Restrict)
    expectSemi("'restrict property'");
  else
    parseAction(stmt->pass, stmt->fail);
  return finish(stmt, start);
}

/// `statement`, `statement else statement`, `else statement`.
void Parser::parseAction(const StmtSyntax *&pass, const StmtSyntax *&fail) {
  FlagScope plain(inProperty, false);
  if (!at(K::KwElse)) {
    if (atEndKeyword() || atEnd()) {
      expectSemi("assertion");
      return;
    }
    pass = parseStatement();
  }
  if (accept(K::KwElse))
    fail = parseStatementOrNull("'else'");
}

const MemberSyntax *Parser::parseAssertionMember() {
  uint32_t start = pos;
  auto *member = make<AssertionMemberSyntax>();
  member->statement = parseStatement();
  return finish(member, start);
}

//===-- Declarations ------------------------------------------------------===//

template <class T>
const MemberSyntax *Parser::parseAssertionDecl(TokenKind endKind, const char *what) {
  uint32_t start = pos;
  take();
  auto *decl = make<T>();
  decl->name = parseName("a name");
  if (at(K::LParen))
    decl->ports = parseAssertionPorts();
  expectSemi(what);
  OpenEnd end(*this, endKind);
  Collector<VariableDeclSyntax> variables(*this);
  while (atDeclaration() && !at(K::KwType)) {
    uint32_t before = pos;
    variables.add(llvm::cast<VariableDeclSyntax>(parseVariableDecl()));
    if (pos == before)
      break;
  }
  decl->variables = variables.finish();
  decl->spec = parsePropertySpec();
  if (!at(endKind))
    expectSemi("the body of the declaration");
  expectEnd(endKind, start, what);
  decl->endName = parseEndLabel(decl->name, what);
  return finish(decl, start);
}

const MemberSyntax *Parser::parsePropertyDecl() {
  return parseAssertionDecl<PropertyDeclSyntax>(K::KwEndproperty, "this property");
}

const MemberSyntax *Parser::parseSequenceDecl() {
  return parseAssertionDecl<SequenceDeclSyntax>(K::KwEndsequence, "this sequence");
}

List<AssertionPortSyntax> Parser::parseAssertionPorts() {
  uint32_t open = pos;
  take();
  if (accept(K::RParen))
    return {};
  Collector<AssertionPortSyntax> ports(*this);
  do
    ports.add(parseAssertionPort());
  while (accept(K::Comma));
  List<AssertionPortSyntax> list = ports.finish();
  expectClose(K::RParen, open);
  return list;
}

const AssertionPortSyntax *Parser::parseAssertionPort() {
  uint32_t start = pos;
  auto *port = make<AssertionPortSyntax>();
  port->attributes = parseAttributes();
  port->isLocal = accept(K::KwLocal);
  port->direction = parseDirection();
  port->type = parseAssertionPortType();
  port->name = parseName("a name for the argument");
  port->dimensions = parseDimensions();
  if (accept(K::Equal))
    port->init = parsePropertyActual();
  return finish(port, start);
}

const TypeSyntax *Parser::parseAssertionPortType() {
  BuiltinTypeKind builtin;
  switch (kind()) {
  case K::KwUntyped:
    builtin = BuiltinTypeKind::Untyped;
    break;
  case K::KwSequence:
    builtin = BuiltinTypeKind::Sequence;
    break;
  case K::KwProperty:
    builtin = BuiltinTypeKind::Property;
    break;
  default:
    return parseDataTypeOrImplicit();
  }
  auto *type = make<BuiltinTypeSyntax>();
  type->builtin = builtin;
  take();
  return finish(type, pos - 1);
}

//===-- Checkers (clause 17) ----------------------------------------------===//

const MemberSyntax *Parser::parseChecker() {
  uint32_t start = pos;
  auto *checker = make<CheckerSyntax>();
  checker->directives = &unit.tokens.stateAt(pos);
  take();
  checker->name = parseName("a name for the checker");
  if (at(K::LParen))
    checker->ports = parseAssertionPorts();
  expectSemi("checker header");
  {
    OpenEnd end(*this, K::KwEndchecker);
    Collector<MemberSyntax> members(*this);
    parseMembers(members, MemberContext::Checker, K::KwEndchecker);
    checker->members = members.finish();
  }
  expectEnd(K::KwEndchecker, start, "this checker");
  checker->endName = parseEndLabel(checker->name, "a checker");
  return finish(checker, start);
}

} // namespace circtsim::syntax

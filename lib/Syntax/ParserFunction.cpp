//===- ParserFunction.cpp - Tasks and functions ---------------------------===//
//
// IEEE 1800-2023 clauses 8.6, 8.24, 13, Annex A.2.6, A.2.7. The name may be
// scoped (`Class::method`, `bus.task`); `new` is a name here. Whether a return
// type is present is decided by two names in a row.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

uint8_t Parser::parseOverrides() {
  uint8_t overrides = 0;
  while (at(K::Colon) && peek().isOneOf(K::KwInitial, K::KwExtends, K::KwFinal)) {
    take();
    K keyword = take().kind;
    overrides |= keyword == K::KwInitial   ? OverrideInitial
                 : keyword == K::KwExtends ? OverrideExtends
                                           : OverrideFinal;
  }
  return overrides;
}

const MemberSyntax *Parser::parseSubroutine(SubroutineDeclSyntax *decl, uint32_t start) {
  parseSubroutineHeader(decl);
  expectSemi(decl->subroutineKind == SubroutineKind::Task ? "task header" : "function header");
  if (decl->isPrototype)
    return finish(decl, start);
  bool isTask = decl->subroutineKind == SubroutineKind::Task;
  K endKind = isTask ? K::KwEndtask : K::KwEndfunction;
  const char *what = isTask ? "this task" : "this function";
  K otherEnd = isTask ? K::KwEndfunction : K::KwEndtask;
  {
    OpenEnd end(*this, endKind);
    decl->body = parseBlockItems(endKind, otherEnd, endKind);
  }
  if (!expectEnd(endKind, start, what))
    accept(otherEnd);
  decl->endName = parseEndLabel(decl->name, what);
  return finish(decl, start);
}

/// From `function` or `task` to the end of the port list.
void Parser::parseSubroutineHeader(SubroutineDeclSyntax *decl) {
  if (accept(K::KwTask))
    decl->subroutineKind = SubroutineKind::Task;
  else if (!accept(K::KwFunction))
    errorAtToken(diag::ExpectedName, "'function' or 'task'");
  decl->overrides |= parseOverrides();
  decl->lifetime = parseLifetime();
  if (decl->subroutineKind == SubroutineKind::Function)
    parseReturnType(decl);
  parseSubroutineName(decl);
  if (at(K::LParen)) {
    decl->hasPortList = true;
    decl->ports = parseSubroutinePorts();
  }
}

void Parser::parseReturnType(SubroutineDeclSyntax *decl) {
  if (at(K::KwNew))
    return;
  if (atAny(K::Identifier, K::DollarUnit)) {
    uint32_t behind = scanTypeName(pos);
    // `Class::new`: no return type.
    if (tokenAt(behind).is(K::ColonColon) && tokenAt(behind + 1).is(K::KwNew))
      return;
    if (tokenAt(behind).isNot(K::Identifier)) {
      decl->returnType = finish(make<ImplicitTypeSyntax>(), pos);
      return;
    }
  }
  decl->returnType = parseDataTypeOrImplicit();
}

void Parser::parseSubroutineName(SubroutineDeclSyntax *decl) {
  if (at(K::KwNew)) {
    if (decl->returnType)
      report(cur().loc, diag::ConstructorType);
    decl->name = nameOf(take());
    return;
  }
  if (!at(K::Identifier)) {
    errorAtToken(diag::ExpectedName, "a name for the subroutine");
    return;
  }
  // All but the last name are the scope.
  const ExprSyntax *scope = nullptr;
  for (;;) {
    const Token &name = take();
    bool specialized = at(K::Hash) && peek().is(K::LParen);
    if (!specialized && !atAny(K::ColonColon, K::Dot)) {
      decl->name = nameOf(name);
      break;
    }
    auto *part = make<NameExprSyntax>();
    part->name = nameOf(name);
    part->range = SourceRange(name.loc);
    if (!scope) {
      scope = part;
    } else {
      auto *scoped = make<ScopedNameExprSyntax>();
      scoped->scope = scope;
      scoped->name = nameOf(name);
      scope = finishAt(scoped, scope->range.begin);
    }
    if (specialized) {
      auto *node = make<SpecializedNameExprSyntax>();
      node->base = scope;
      node->arguments = parseParamAssignments();
      scope = finishAt(node, scope->range.begin);
    }
    if (!accept(K::ColonColon) && !accept(K::Dot))
      break;
    if (at(K::KwNew)) {
      decl->name = nameOf(take());
      decl->returnType = nullptr;
      break;
    }
    if (!at(K::Identifier)) {
      errorAtToken(diag::ExpectedName, "a name for the subroutine");
      break;
    }
  }
  decl->scope = scope;
}

const SubroutineDeclSyntax *Parser::parsePrototype() {
  uint32_t start = pos;
  auto *decl = make<SubroutineDeclSyntax>();
  decl->isPrototype = true;
  parseSubroutineHeader(decl);
  return finish(decl, start);
}

List<SubroutinePortSyntax> Parser::parseSubroutinePorts() {
  uint32_t open = pos;
  take();
  if (accept(K::RParen))
    return {};
  Collector<SubroutinePortSyntax> ports(*this);
  do
    ports.add(parseSubroutinePort());
  while (accept(K::Comma));
  List<SubroutinePortSyntax> list = ports.finish();
  expectClose(K::RParen, open);
  return list;
}

const SubroutinePortSyntax *Parser::parseSubroutinePort() {
  uint32_t start = pos;
  auto *port = make<SubroutinePortSyntax>();
  port->attributes = parseAttributes();
  if (accept(K::KwDefault)) {
    port->isDefault = true;
    port->type = finish(make<ImplicitTypeSyntax>(), pos);
    return finish(port, start);
  }
  port->direction = parseDirection();
  port->isVar = accept(K::KwVar);
  port->type = parseDataTypeOrImplicit();
  // The name may be missing in prototypes; Sema knows where it may not.
  if (at(K::Identifier))
    port->name = nameOf(take());
  else if (!atAny(K::Comma, K::RParen))
    errorAtToken(diag::ExpectedName, "a name for the argument");
  port->dimensions = parseDimensions();
  if (accept(K::Equal))
    port->init = parseExpr();
  return finish(port, start);
}

} // namespace circtsim::syntax

//===- ParserParam.cpp - Parameters and their values ----------------------===//
//
// IEEE 1800-2023 clause 6.20, Annex A.2.1.1, A.2.4, A.4.1.1. In a parameter
// port list, names without keyword and type continue the declaration before
// them, so `#(int A = 1, B = 2)` is one ParameterDecl.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseParameterDecl() {
  uint32_t start = pos;
  ParameterKind parameterKind = at(K::KwParameter)    ? ParameterKind::Parameter
                                : at(K::KwLocalparam) ? ParameterKind::Localparam
                                                      : ParameterKind::Specparam;
  take();
  return parseParameterBody(parameterKind, true, false, start);
}

/// Behind a comma of a parameter port list: a name that continues the list of
/// declarators?
bool Parser::atNextParameter() const {
  return at(K::Comma) && peek().is(K::Identifier) && !typeThenName(pos + 1);
}

const MemberSyntax *Parser::parseParameterBody(ParameterKind parameterKind, bool hasKeyword,
                                               bool inPortList, uint32_t start) {
  auto more = [&] { return inPortList ? atNextParameter() && accept(K::Comma) : accept(K::Comma); };
  bool typeParameter = at(K::KwType) && peek().isNot(K::LParen);
  if (typeParameter) {
    take();
    auto *decl = make<TypeParameterDeclSyntax>();
    decl->parameterKind = parameterKind;
    decl->hasKeyword = hasKeyword;
    decl->restriction = parseTypeRestriction();
    Collector<TypeDeclaratorSyntax> declarators(*this);
    do {
      uint32_t first = pos;
      auto *declarator = make<TypeDeclaratorSyntax>();
      declarator->name = parseName("a name for the type parameter");
      if (accept(K::Equal))
        declarator->type = parseDataType();
      declarators.add(finish(declarator, first));
    } while (more());
    decl->declarators = declarators.finish();
    if (!inPortList)
      expectSemi("parameter declaration");
    return finish(decl, start);
  }
  auto *decl = make<ParameterDeclSyntax>();
  decl->parameterKind = parameterKind;
  decl->hasKeyword = hasKeyword;
  decl->type = parseDataTypeOrImplicit();
  Collector<DeclaratorSyntax> declarators(*this);
  do
    declarators.add(parseParamDeclarator());
  while (more());
  decl->declarators = declarators.finish();
  if (!inPortList)
    expectSemi("parameter declaration");
  return finish(decl, start);
}

const DeclaratorSyntax *Parser::parseParamDeclarator() {
  uint32_t start = pos;
  auto *declarator = make<DeclaratorSyntax>();
  declarator->name = parseName("a parameter name");
  declarator->dimensions = parseDimensions();
  if (!accept(K::Equal))
    return finish(declarator, start);
  // PATHPULSE$ = (reject, error): kept as a concatenation of the two (30.7.1).
  if (declarator->name.text.starts_with("PATHPULSE$") && at(K::LParen)) {
    uint32_t open = pos;
    take();
    auto *limits = make<ConcatExprSyntax>();
    Collector<ExprSyntax> values(*this);
    do
      values.add(parseMinTypMax());
    while (accept(K::Comma));
    limits->elements = values.finish();
    expectClose(K::RParen, open);
    declarator->init = finish(limits, open);
  } else {
    declarator->init = parseParamValue();
  }
  return finish(declarator, start);
}

const ParamPortListSyntax *Parser::parseParamPorts() {
  uint32_t start = pos;
  take();
  auto *list = make<ParamPortListSyntax>();
  uint32_t open = pos;
  if (!expect(K::LParen, "'#'"))
    return finish(list, start);
  Collector<MemberSyntax> parameters(*this);
  ParameterKind parameterKind = ParameterKind::Parameter;
  if (!at(K::RParen)) {
    do {
      uint32_t first = pos;
      AttributeList attributes = parseAttributes();
      bool hasKeyword = atAny(K::KwParameter, K::KwLocalparam);
      if (hasKeyword)
        parameterKind =
            take().is(K::KwParameter) ? ParameterKind::Parameter : ParameterKind::Localparam;
      parameters.add(
          withAttributes(parseParameterBody(parameterKind, hasKeyword, true, first), attributes));
    } while (accept(K::Comma));
  }
  list->parameters = parameters.finish();
  expectClose(K::RParen, open);
  return finish(list, start);
}

/// `#(values)` or, for instances, `#value`; at the '#'.
List<ArgumentSyntax> Parser::parseParamAssignments() {
  take();
  Collector<ArgumentSyntax> arguments(*this);
  if (!at(K::LParen)) {
    uint32_t start = pos;
    auto *argument = make<ArgumentSyntax>();
    argument->value = parseDelayValue();
    arguments.add(finish(argument, start));
    return arguments.finish();
  }
  uint32_t open = pos;
  take();
  FlagScope plain(inProperty, false);
  if (!at(K::RParen)) {
    do
      arguments.add(parseParamAssignment());
    while (accept(K::Comma));
  }
  List<ArgumentSyntax> list = arguments.finish();
  bool named = false;
  bool ordered = false;
  for (const ArgumentSyntax *argument : list) {
    bool wasMixed = named && ordered;
    (argument->name ? named : ordered) = true;
    if (named && ordered && !wasMixed)
      report(argument->range.begin, diag::MixedConnections) << "parameter values";
  }
  expectClose(K::RParen, open);
  return list;
}

const ArgumentSyntax *Parser::parseParamAssignment() {
  uint32_t start = pos;
  auto *argument = make<ArgumentSyntax>();
  if (!accept(K::Dot)) {
    // An empty value keeps the default, as some Verilog-2001 sources expect.
    if (!atAny(K::Comma, K::RParen))
      argument->value = parseParamValue();
    return finish(argument, start);
  }
  argument->name = parseName("a parameter name after '.'");
  uint32_t open = pos;
  if (expect(K::LParen, "parameter name")) {
    if (!at(K::RParen))
      argument->value = parseParamValue();
    expectClose(K::RParen, open);
  }
  return finish(argument, start);
}

} // namespace circtsim::syntax

//===- ParserConfig.cpp - Configurations ----------------------------------===//
//
// IEEE 1800-2023 clause 33.4, Annex A.1.5.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseConfig() {
  uint32_t start = pos;
  take();
  auto *config = make<ConfigSyntax>();
  config->name = parseName("a name for the configuration");
  expectSemi("config header");
  OpenEnd end(*this, K::KwEndconfig);
  {
    Collector<MemberSyntax> parameters(*this);
    while (at(K::KwLocalparam))
      parameters.add(parseParameterDecl());
    config->parameters = parameters.finish();
  }
  if (expect(K::KwDesign, "config header")) {
    Collector<ExprSyntax> cells(*this);
    while (at(K::Identifier))
      cells.add(parseCellName());
    config->design = cells.finish();
    expectSemi("design statement");
  }
  Collector<ConfigRuleSyntax> rules(*this);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t before = pos;
    if (!accept(K::Semicolon))
      rules.add(parseConfigRule());
    if (pos == before)
      take();
  }
  config->rules = rules.finish();
  expectEnd(K::KwEndconfig, start, "this config");
  config->endName = parseEndLabel(config->name, "a config");
  return finish(config, start);
}

/// `cell` or `library.cell`.
const ExprSyntax *Parser::parseCellName() {
  if (!at(K::Identifier)) {
    errorAtToken(diag::ExpectedName, "a cell name");
    return finish(make<BadExprSyntax>(), pos);
  }
  const ExprSyntax *name = parseNameExpr();
  return at(K::Dot) ? parseMemberTail(name) : name;
}

const ConfigRuleSyntax *Parser::parseConfigRule() {
  uint32_t start = pos;
  auto *rule = make<ConfigRuleSyntax>();
  if (accept(K::KwInstance)) {
    rule->ruleKind = ConfigRuleKind::Instance;
    rule->target = parseHierarchicalName("an instance");
  } else if (accept(K::KwCell)) {
    rule->ruleKind = ConfigRuleKind::Cell;
    rule->target = parseCellName();
  } else if (!accept(K::KwDefault)) {
    errorAtToken(diag::ExpectedItem, "'default', 'instance' or 'cell'");
    skipToSync();
    return finish(rule, start);
  }
  if (accept(K::KwLiblist)) {
    rule->hasLiblist = true;
    llvm::SmallVector<Name, 4> names;
    while (at(K::Identifier))
      names.push_back(nameOf(take()));
    rule->liblist = copy<Name>(names);
  } else if (accept(K::KwUse)) {
    parseConfigUse(rule);
  } else {
    errorAtToken(diag::ExpectedName, "'liblist' or 'use'");
  }
  expectSemi("config rule");
  return finish(rule, start);
}

void Parser::parseConfigUse(ConfigRuleSyntax *rule) {
  rule->hasUse = true;
  if (at(K::Identifier))
    rule->use = parseCellName();
  if (at(K::Hash)) {
    rule->hasParameters = true;
    rule->parameters = parseParamAssignments();
  } else if (at(K::Dot)) {
    // `use .P(1), .Q(2)`: the form of the LRM's examples without '#'.
    rule->hasParameters = true;
    Collector<ArgumentSyntax> values(*this);
    do
      values.add(parseParamAssignment());
    while (accept(K::Comma));
    rule->parameters = values.finish();
  }
  if (accept(K::Colon)) {
    expect(K::KwConfig, "':'");
    rule->useIsConfig = true;
  }
}

} // namespace circtsim::syntax

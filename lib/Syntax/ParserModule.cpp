//===- ParserModule.cpp - Design elements and their items -----------------===//
//
// Modules, interfaces, programs and the dispatch over items: IEEE 1800-2023
// clauses 3, 23-25, Annex A.1.2, A.1.4-A.1.8. One dispatcher serves all
// contexts; what an item may stand in is checked afterwards against a table,
// so that a misplaced item is understood and named in the message.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

//===-- Lists of items ----------------------------------------------------===//

void Parser::parseMembers(Collector<MemberSyntax> &members, MemberContext context,
                          TokenKind endKind) {
  while (!atEnd() && !at(endKind)) {
    if (atEndKeyword()) {
      if (atOpenEnd())
        return;
      skipStrayEnd();
      continue;
    }
    uint32_t before = pos;
    const MemberSyntax *member = parseMember(context);
    if (pos == before)
      take();
    members.add(member);
  }
}

const MemberSyntax *Parser::parseMember(MemberContext context) {
  Nesting nesting(*this);
  uint32_t start = pos;
  if (!nesting)
    return finish(make<BadMemberSyntax>(), start);
  AttributeList attributes = parseAttributes();
  MemberSyntax *member = parseMemberBody(context);
  member->attributes = attributes;
  checkContext(member, context);
  return finish(member, start);
}

MemberSyntax *Parser::parseMemberBody(MemberContext context) {
  // The parser owns what it has just made; only users see it as immutable.
  return const_cast<MemberSyntax *>(parseMemberByKeyword(context));
}

// check-size: table switch
const MemberSyntax *Parser::parseMemberByKeyword(MemberContext context) {
  uint32_t start = pos;
  switch (kind()) {
  case K::Identifier:
  case K::DollarUnit:
    return parseNamedMember(context);
  case K::Semicolon:
    take();
    return finish(make<EmptyMemberSyntax>(), start);
  case K::KwModule:
  case K::KwMacromodule:
  case K::KwProgram:
    return parseModule(false);
  case K::KwInterface:
    return peek().is(K::KwClass) ? parseClass() : parseModule(false);
  case K::KwPackage:
    return parsePackage();
  case K::KwPrimitive:
    return parseUdp(false);
  case K::KwConfig:
    return parseConfig();
  case K::KwChecker:
    return parseChecker();
  case K::KwClass:
    return parseClass();
  case K::KwVirtual:
    return peek().is(K::KwClass) ? parseClass() : parseVariableDecl();
  case K::KwExtern:
    return parseExternItem(context);
  case K::KwBind:
    return parseBind();
  case K::KwLibrary:
    diags.unsupported(cur().loc, "library map declarations", "33.3");
    skipToSync();
    return finish(make<BadMemberSyntax>(), start);
  case K::KwImport:
    return parseImport();
  case K::KwExport:
    return parseExport();
  case K::KwTimeunit:
  case K::KwTimeprecision:
    if (context == MemberContext::Generate)
      errorAtToken(diag::ExpectedItem, "an item of a generate block");
    return parseTimeunits();
  case K::KwFunction:
  case K::KwTask:
    return parseSubroutine(make<SubroutineDeclSyntax>(), start);
  case K::KwTypedef:
    return parseTypedef();
  case K::KwNettype:
    return parseNettype();
  case K::KwLet:
    return parseLet();
  case K::KwGenvar:
    return parseGenvar();
  case K::KwParameter:
  case K::KwLocalparam:
  case K::KwSpecparam:
    return parseParameterDecl();
  case K::KwDefparam:
    return parseDefparam();
  case K::KwInput:
  case K::KwOutput:
  case K::KwInout:
  case K::KwRef:
    return parsePortDecl(false);
  case K::KwAssign:
    return parseContinuousAssign();
  case K::KwAlias:
    return parseNetAlias();
  case K::KwInitial:
    return parseProcedure(ProcedureKind::Initial);
  case K::KwFinal:
    return parseProcedure(ProcedureKind::Final);
  case K::KwAlways:
    return parseProcedure(ProcedureKind::Always);
  case K::KwAlwaysComb:
    return parseProcedure(ProcedureKind::AlwaysComb);
  case K::KwAlwaysFf:
    return parseProcedure(ProcedureKind::AlwaysFf);
  case K::KwAlwaysLatch:
    return parseProcedure(ProcedureKind::AlwaysLatch);
  case K::KwGenerate:
    return parseGenerateRegion();
  case K::KwFor:
    return parseLoopGenerate();
  case K::KwIf:
    return parseIfGenerate();
  case K::KwCase:
    return parseCaseGenerate();
  case K::KwBegin:
    if (context != MemberContext::Generate && !inGenerateRegion) {
      if (context != MemberContext::Module && context != MemberContext::Interface) {
        // Read it as statements, so that what is inside causes no more errors.
        errorAtToken(diag::ExpectedItem, "an item");
        parseStatement();
        return finish(make<BadMemberSyntax>(), start);
      }
      report(cur().loc, diag::BareBlock);
    }
    return parseGenerateBegin({}, start);
  case K::KwModport:
    return parseModportDecl();
  case K::KwClocking:
    return parseClocking(false, false, start);
  case K::KwDefault:
  case K::KwGlobal:
    return parseDefault();
  case K::KwAssert:
  case K::KwAssume:
  case K::KwCover:
  case K::KwRestrict:
    return parseAssertionMember();
  case K::KwProperty:
    return parsePropertyDecl();
  case K::KwSequence:
    return parseSequenceDecl();
  case K::KwCovergroup:
    return parseCovergroup();
  case K::KwConstraint:
    return parseConstraintDecl(false, false, false, start);
  case K::KwSpecify:
    return parseSpecifyBlock();
  case K::SystemName:
    return parseElabTask();
  case K::KwRand: {
    // A free variable of a checker.
    take();
    auto *property = make<ClassPropertySyntax>();
    property->random = RandomKind::Rand;
    property->decl = parseVariableDecl();
    return finish(property, start);
  }
  case K::KwVar:
  case K::KwConst:
  case K::KwStatic:
  case K::KwAutomatic:
    // `static task` and the like outside a class.
    if (atAny(K::KwStatic, K::KwAutomatic) && peek().isOneOf(K::KwTask, K::KwFunction)) {
      errorAtToken(diag::ExpectedItem, "the lifetime after 'task' or 'function'");
      take();
      return parseSubroutine(make<SubroutineDeclSyntax>(), start);
    }
    return parseVariableDecl();
  default:
    break;
  }
  uint16_t traits = tokenTraits(kind());
  if (traits & traitGate)
    return parseGate();
  if (traits & traitNet)
    return parseNetDecl();
  if (traits & traitType)
    return parseVariableDecl();
  errorAtToken(diag::ExpectedItem,
               context == MemberContext::Unit ? "a description such as a module" : "an item");
  take();
  skipToSync();
  return finish(make<BadMemberSyntax>(), start);
}

/// An item that begins with a name: labelled assertion, declaration or
/// instance.
const MemberSyntax *Parser::parseNamedMember(MemberContext context) {
  if (peek().is(K::Colon)) {
    if (peek(2).is(K::KwBegin) && (inGenerateRegion || context == MemberContext::Generate)) {
      uint32_t start = pos;
      Name label = nameOf(take());
      take();
      return parseGenerateBegin(label, start);
    }
    return parseAssertionMember();
  }
  uint32_t behind = scanTypeName(pos);
  if (behind && tokenAt(behind).is(K::Identifier)) {
    bool instance = tokenAt(scanDimensions(behind + 1)).is(K::LParen);
    return instance ? parseInstantiation() : parseVariableDecl();
  }
  if (behind && tokenAt(behind).is(K::LParen))
    return parseInstantiation();
  if (behind && tokenAt(behind).is(K::Hash)) {
    // `type #5 name ...`: the delay is one value.
    uint32_t name = scanTypeName(behind + 1);
    if (!name)
      name = behind + 2;
    if (tokenAt(name).is(K::LParen))
      return parseInstantiation();
    bool instance = tokenAt(scanDimensions(name + 1)).is(K::LParen);
    return instance ? parseInstantiation() : parseUserNetDecl();
  }
  uint32_t start = pos;
  if (mayReport())
    report(tokenAt(pos + 1).loc, diag::TypeNeedsName) << tokenAt(pos + 1);
  take();
  lastErrorPos = pos;
  skipToSync();
  return finish(make<BadMemberSyntax>(), start);
}

//===-- What may stand where ----------------------------------------------===//

namespace {

constexpr unsigned bit(MemberContext context) { return 1u << unsigned(context); }
constexpr unsigned packages = bit(MemberContext::Unit) | bit(MemberContext::Package);

struct Placement {
  SyntaxKind kind;
  /// Contexts in which it is an error.
  unsigned forbidden;
  const char *what;
};

constexpr unsigned only(std::initializer_list<MemberContext> allowed) {
  unsigned mask = ~0u;
  for (MemberContext context : allowed)
    mask &= ~bit(context);
  return mask;
}

using C = MemberContext;
constexpr Placement placements[] = {
    {SyntaxKind::ContinuousAssign, packages, "a continuous assignment"},
    {SyntaxKind::ProceduralBlock, packages, "a procedure"},
    {SyntaxKind::Instantiation, packages, "an instance"},
    {SyntaxKind::GateInstantiation, only({C::Module, C::Generate}), "a gate"},
    {SyntaxKind::NetAlias, packages | bit(C::Program) | bit(C::Checker), "a net alias"},
    {SyntaxKind::Defparam, packages | bit(C::Checker), "a defparam"},
    {SyntaxKind::GenerateRegion, packages, "a generate region"},
    {SyntaxKind::LoopGenerate, packages, "a generate construct"},
    {SyntaxKind::IfGenerate, packages, "a generate construct"},
    {SyntaxKind::CaseGenerate, packages, "a generate construct"},
    {SyntaxKind::GenvarDecl, packages, "a genvar declaration"},
    {SyntaxKind::ModportDecl, only({C::Interface, C::Generate}), "a modport declaration"},
    {SyntaxKind::ClockingDecl, packages, "a clocking block"},
    {SyntaxKind::AssertionMember, packages, "an assertion"},
    {SyntaxKind::SpecifyBlock, only({C::Module}), "a specify block"},
    {SyntaxKind::PortDecl, only({C::Module, C::Interface, C::Program}), "a port declaration"},
    {SyntaxKind::Package, only({C::Unit}), "a package"},
    {SyntaxKind::Udp, only({C::Unit}), "a primitive"},
    {SyntaxKind::Config, only({C::Unit}), "a configuration"},
};

const char *contextName(MemberContext context) {
  static constexpr const char *names[] = {"the compilation unit", "a module", "an interface",
                                          "a program", "a package", "a checker",
                                          "a generate block", "a class", "a clocking block"};
  return names[unsigned(context)];
}

} // namespace

void Parser::checkContext(const MemberSyntax *member, MemberContext context) {
  const char *what = nullptr;
  for (const Placement &placement : placements)
    if (placement.kind == member->kind && (placement.forbidden & bit(context)))
      what = placement.what;
  if (const auto *module = llvm::dyn_cast<ModuleSyntax>(member)) {
    // A program without a name is allowed in packages (24.9).
    bool anonymous = module->elementKind == ElementKind::Program && !module->name;
    if (context == C::Generate || context == C::Checker || context == C::Program ||
        (context == C::Package && !anonymous))
      what = "a design element";
  }
  if (const auto *procedure = llvm::dyn_cast<ProceduralBlockSyntax>(member))
    if (context == C::Program && procedure->procedureKind != ProcedureKind::Initial &&
        procedure->procedureKind != ProcedureKind::Final)
      what = "an always procedure";
  if (what)
    report(member->range.begin, diag::ItemNotAllowed) << what << contextName(context);
}

//===-- Modules, interfaces, programs -------------------------------------===//

MemberContext Parser::contextOf(ElementKind elementKind) const {
  switch (elementKind) {
  case ElementKind::Interface:
    return MemberContext::Interface;
  case ElementKind::Program:
    return MemberContext::Program;
  default:
    return MemberContext::Module;
  }
}

const MemberSyntax *Parser::parseModule(bool isExtern) {
  uint32_t start = pos;
  auto *module = make<ModuleSyntax>();
  module->isExtern = isExtern;
  module->directives = &unit.tokens.stateAt(pos);
  K endKind = K::KwEndmodule;
  const char *what = "this module";
  switch (take().kind) {
  case K::KwMacromodule:
    module->elementKind = ElementKind::Macromodule;
    break;
  case K::KwInterface:
    module->elementKind = ElementKind::Interface;
    endKind = K::KwEndinterface;
    what = "this interface";
    break;
  case K::KwProgram:
    module->elementKind = ElementKind::Program;
    endKind = K::KwEndprogram;
    what = "this program";
    break;
  default:
    break;
  }
  parseModuleHeader(module);
  if (isExtern)
    return finish(module, start);
  FlagScope region(inGenerateRegion, false);
  {
    OpenEnd end(*this, endKind);
    Collector<MemberSyntax> members(*this);
    parseMembers(members, contextOf(module->elementKind), endKind);
    module->members = members.finish();
  }
  expectEnd(endKind, start, what);
  module->endName = parseEndLabel(module->name, "a program");
  return finish(module, start);
}

void Parser::parseModuleHeader(ModuleSyntax *module) {
  module->lifetime = parseLifetime();
  bool anonymous = module->elementKind == ElementKind::Program && at(K::Semicolon);
  if (!anonymous)
    module->name = parseName("a name for the design element");
  Collector<ImportDeclSyntax> imports(*this);
  while (at(K::KwImport) && !atEnd()) {
    uint32_t start = pos;
    take();
    imports.add(parseImportItems(start));
  }
  module->imports = imports.finish();
  if (at(K::Hash))
    module->parameters = parseParamPorts();
  if (at(K::LParen))
    parsePortList(module);
  expectSemi("the header of the design element");
}

const MemberSyntax *Parser::parseExternItem(MemberContext context) {
  uint32_t start = pos;
  take();
  switch (kind()) {
  case K::KwModule:
  case K::KwMacromodule:
  case K::KwInterface:
  case K::KwProgram:
    return parseModule(true);
  case K::KwPrimitive:
    return parseUdp(true);
  case K::KwFunction:
  case K::KwTask:
  case K::KwForkjoin: {
    auto *decl = make<SubroutineDeclSyntax>();
    decl->isExtern = true;
    decl->isPrototype = true;
    decl->isForkJoin = accept(K::KwForkjoin);
    return parseSubroutine(decl, start);
  }
  default:
    errorAtToken(diag::ExpectedItem, "a declaration after 'extern'");
    skipToSync();
    return finish(make<BadMemberSyntax>(), start);
  }
}

//===-- Simple items ------------------------------------------------------===//

const MemberSyntax *Parser::parseProcedure(ProcedureKind procedureKind) {
  uint32_t start = pos;
  take();
  auto *procedure = make<ProceduralBlockSyntax>();
  procedure->procedureKind = procedureKind;
  procedure->body = parseStatementOrNull("the procedure's keyword");
  return finish(procedure, start);
}

const MemberSyntax *Parser::parseContinuousAssign() {
  uint32_t start = pos;
  take();
  auto *assign = make<ContinuousAssignSyntax>();
  if (atStrength())
    assign->strength = parseStrength();
  if (at(K::Hash))
    assign->delay = parseDelay(3);
  // The strength may be misplaced behind the delay; the '=' reports it.
  Collector<AssignmentSyntax> assignments(*this);
  do {
    uint32_t first = pos;
    auto *assignment = make<AssignmentSyntax>();
    assignment->lhs = parsePostfix();
    if (expect(K::Equal, "the target of an assignment"))
      assignment->rhs = parseExpr();
    else
      assignment->rhs = finish(make<BadExprSyntax>(), pos);
    assignments.add(finish(assignment, first));
  } while (accept(K::Comma));
  assign->assignments = assignments.finish();
  expectSemi("continuous assignment");
  return finish(assign, start);
}

const MemberSyntax *Parser::parseNetAlias() {
  uint32_t start = pos;
  take();
  auto *alias = make<NetAliasSyntax>();
  Collector<ExprSyntax> nets(*this);
  nets.add(parsePostfix());
  expect(K::Equal, "the first net of an alias");
  do
    nets.add(parsePostfix());
  while (accept(K::Equal));
  alias->nets = nets.finish();
  expectSemi("alias");
  return finish(alias, start);
}

const MemberSyntax *Parser::parseElabTask() {
  uint32_t start = pos;
  auto *task = make<ElabSystemTaskSyntax>();
  task->name = nameOf(take());
  if (at(K::LParen))
    task->arguments = parseArguments(false);
  expectSemi("elaboration task");
  return finish(task, start);
}

const MemberSyntax *Parser::parseTimeunits() {
  uint32_t start = pos;
  auto *decl = make<TimeunitsDeclSyntax>();
  bool isPrecision = take().is(K::KwTimeprecision);
  auto literal = [&]() -> const LiteralExprSyntax * {
    if (at(K::TimeLiteral))
      return llvm::cast<LiteralExprSyntax>(parseLiteral());
    errorAtToken(diag::ExpectedName, "a time literal");
    return nullptr;
  };
  (isPrecision ? decl->precision : decl->unit) = literal();
  if (!isPrecision && accept(K::Slash))
    decl->precision = literal();
  expectSemi("time unit declaration");
  return finish(decl, start);
}

/// `default clocking`, `default disable iff`, `global clocking`.
const MemberSyntax *Parser::parseDefault() {
  uint32_t start = pos;
  bool isGlobal = take().is(K::KwGlobal);
  if (at(K::KwClocking)) {
    if (!isGlobal && peek().is(K::Identifier) && peek(2).is(K::Semicolon)) {
      take();
      auto *reference = make<DefaultClockingSyntax>();
      reference->name = nameOf(take());
      take();
      return finish(reference, start);
    }
    return parseClocking(!isGlobal, isGlobal, start);
  }
  if (!isGlobal && at(K::KwDisable)) {
    take();
    auto *disable = make<DefaultDisableSyntax>();
    expect(K::KwIff, "'disable'");
    disable->condition = parseExpr();
    expectSemi("'default disable iff'");
    return finish(disable, start);
  }
  errorAtToken(diag::ExpectedItem, "'clocking' or 'disable'");
  skipToSync();
  return finish(make<BadMemberSyntax>(), start);
}

} // namespace circtsim::syntax

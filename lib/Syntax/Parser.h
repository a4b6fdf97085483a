//===- Parser.h - Recursive-descent parser ----------------------*- C++ -*-===//
//
// Turns the token stream of a compilation unit into the syntax tree. One file
// per area of the LRM defines the member functions; users call
// parseCompilationUnit() of CompilationUnit.h.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_PARSER_H
#define CIRCTSIM_SYNTAX_PARSER_H

#include "Support/Diagnostic.h"
#include "Syntax/CompilationUnit.h"
#include "Syntax/ParserTables.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <vector>

namespace circtsim::syntax {

/// What is being filled with members; decides which items are legal.
enum class MemberContext : uint8_t {
  Unit, Module, Interface, Program, Package, Checker, Generate, Class, Clocking
};

/// Recursive descent with arbitrary look-ahead and no symbol table.
///
/// Invariants: `pos` never moves back (look-ahead works on indices of its own);
/// every loop over input consumes a token per round or
/// ends; an error at a token that was already complained about is dropped.
class Parser {
public:
  Parser(CompilationUnit &unit, support::DiagnosticEngine &diagnostics);

  /// Parses the whole stream into unit.members.
  void parse();
  /// Parses the stream as one expression (property and sequence operators
  /// included) and complains about what follows it.
  const ExprSyntax *parseLoneExpr();

  /// Levels of nesting after which parsing stops with an error.
  static constexpr unsigned maxDepth = 2000;
  /// Operators in one left-associative chain `a + b + c ...`, or tails of one
  /// name; consumers that recurse on the left operand need room for as many.
  static constexpr unsigned maxChain = 5000;

private:
  //===-- Core (Parser.cpp) -----------------------------------------------===//
  const Token &cur() const { return tokens[pos]; }
  TokenKind kind() const { return tokens[pos].kind; }
  const Token &peek(uint32_t ahead = 1) const { return tokens[std::min(pos + ahead, last)]; }
  const Token &tokenAt(uint32_t index) const { return tokens[std::min(index, last)]; }
  const Token &prev() const { return tokens[pos ? pos - 1 : 0]; }
  bool at(TokenKind k) const { return kind() == k; }
  template <class... Ks> bool atAny(Ks... ks) const { return ((kind() == ks) || ...); }
  bool atEnd() const { return kind() == TokenKind::EndOfFile; }
  /// Returns the current token and moves on (not beyond EndOfFile).
  const Token &take() {
    const Token &token = tokens[pos];
    if (pos < last)
      ++pos;
    return token;
  }
  bool accept(TokenKind k) {
    if (!at(k))
      return false;
    take();
    return true;
  }

  /// Text that stands directly before the current token, for carets.
  SourceLoc endOfPrevious() const;
  /// Reports at `loc` unless this token was complained about already; the
  /// result tells whether it was reported.
  bool mayReport();
  support::DiagnosticBuilder report(SourceLoc loc, diag::Id id) { return diags.diag(loc, id); }
  /// Reports at the current token: %0 is the token.
  void errorAtToken(diag::Id id);
  /// Reports at the current token: %0 is `what`, %1 the token.
  void errorAtToken(diag::Id id, StringRef what);
  /// Consumes `k` or reports "expected k after `what`".
  bool expect(TokenKind k, const char *what);
  /// Consumes the closing bracket; else reports, points at the opening token
  /// and skips to behind the real counterpart if there is one.
  bool expectClose(TokenKind k, uint32_t open);
  /// Consumes ';' or reports and resynchronises.
  bool expectSemi(const char *what);
  /// Consumes an end keyword; else reports with a note at the beginning.
  bool expectEnd(TokenKind k, uint32_t open, const char *what);
  /// Skips to behind the next ';' or before a keyword that starts or ends a
  /// construct.
  void skipToSync();
  /// Index of the bracket that closes tokens[open], or 0.
  uint32_t findClose(uint32_t open) const;
  /// Index behind the bracketed group that begins at `index`.
  uint32_t skipGroup(uint32_t index) const;
  bool enterNesting();
  void giveUp();

  struct Nesting {
    explicit Nesting(Parser &parser) : parser(parser), ok(parser.enterNesting()) {}
    ~Nesting() { --parser.depth; }
    Nesting(const Nesting &) = delete;
    explicit operator bool() const { return ok; }
    Parser &parser;
    bool ok;
  };
  friend struct Nesting;

  /// While it lives, `endKind` ends a construct that is being parsed; other
  /// end keywords are stray.
  struct OpenEnd {
    OpenEnd(Parser &parser, TokenKind endKind) : parser(parser) {
      parser.openEnds.push_back(endKind);
    }
    ~OpenEnd() { parser.openEnds.pop_back(); }
    OpenEnd(const OpenEnd &) = delete;
    Parser &parser;
  };
  friend struct OpenEnd;
  /// True at an end keyword that an enclosing construct waits for.
  bool atOpenEnd() const;
  /// At an end keyword nobody waits for: reports and skips it.
  void skipStrayEnd();

  /// Sets a flag for the duration of a scope.
  struct FlagScope {
    FlagScope(bool &flag, bool value) : flag(flag), saved(flag) { flag = value; }
    ~FlagScope() { flag = saved; }
    FlagScope(const FlagScope &) = delete;
    bool &flag;
    bool saved;
  };

  template <class T> T *make() { return new (unit.arena.Allocate<T>()) T(); }
  template <class T> T *finish(T *node, uint32_t start) {
    node->range = SourceRange(tokens[start].loc,
                              pos > start ? tokens[pos - 1].loc : tokens[start].loc);
    return node;
  }
  /// As finish, for nodes that begin at an existing node.
  template <class T> T *finishAt(T *node, SourceLoc begin) {
    node->range = SourceRange(begin, prev().loc);
    return node;
  }
  template <class T> llvm::ArrayRef<T> copy(llvm::ArrayRef<T> values);
  StringRef copyText(StringRef text);

  /// Collects children on a shared stack, then moves them to the arena. Of two
  /// collectors that are alive only the younger one may be added to.
  template <class T> class Collector {
  public:
    explicit Collector(Parser &parser) : parser(parser), begin(parser.scratch.size()) {}
    ~Collector() {
      if (!finished)
        parser.scratch.resize(begin);
    }
    Collector(const Collector &) = delete;
    void add(const T *node) {
      if (node)
        parser.scratch.push_back(node);
    }
    size_t size() const { return parser.scratch.size() - begin; }
    bool empty() const { return size() == 0; }
    List<T> finish();

  private:
    Parser &parser;
    size_t begin;
    bool finished = false;
  };

  Name nameOf(const Token &token) { return Name{token.text, token.loc}; }
  /// An identifier; reports "expected <what>" and returns an invalid name.
  Name parseName(const char *what);
  Name acceptName();
  /// `: name` after an end keyword, checked against `name`.
  Name parseEndLabel(Name name, const char *what);
  AttributeList parseAttributes();
  /// Puts attributes, which stand before an item, on the finished item.
  static const MemberSyntax *withAttributes(const MemberSyntax *member, AttributeList attributes) {
    const_cast<MemberSyntax *>(member)->attributes = attributes;
    return member;
  }
  Lifetime parseLifetime();
  /// A string literal's spelling, or empty.
  StringRef parseString(const char *what);

  //===-- Look-ahead (ParserLookahead.cpp) --------------------------------===//
  /// Index behind `a::b #(..)::c .d [..]` that begins at `index`, or 0.
  uint32_t scanTypeName(uint32_t index, bool dimensions = true) const;
  uint32_t scanDimensions(uint32_t index) const;
  /// A type name at `index`, with an identifier behind it.
  bool typeThenName(uint32_t index) const;
  bool atTypeThenName() const { return typeThenName(pos); }
  /// A block-level declaration starts here.
  bool atDeclaration() const;
  /// `(` of an event expression whose parentheses group events, not values.
  bool parenGroupsEvents() const;
  bool atSpecialization(uint32_t index) const;
  bool startsExpression(TokenKind k) const;

  //===-- Expressions (ParserExpr.cpp, ParserPrimary.cpp) -----------------===//
  const ExprSyntax *parseExpr() { return parseBinary(exprPrec::lowest); }
  const ExprSyntax *parseBinary(unsigned minPrec);
  const ExprSyntax *parseBinaryTail(const ExprSyntax *lhs, unsigned minPrec);
  const ExprSyntax *parseConditionalTail(const ExprSyntax *condition);
  const ExprSyntax *parseInsideTail(const ExprSyntax *operand);
  const ExprSyntax *parseDistTail(const ExprSyntax *operand);
  const ExprSyntax *parseUnary();
  const ExprSyntax *parsePostfix();
  const ExprSyntax *parsePostfixTail(const ExprSyntax *base);
  const ExprSyntax *parseSelect(const ExprSyntax *base);
  const ExprSyntax *parseCallTail(const ExprSyntax *callee);
  const ExprSyntax *parseMemberTail(const ExprSyntax *base);
  const ExprSyntax *parseScopeTail(const ExprSyntax *base);
  const ExprSyntax *parseCastTail(CastKind castKind, const ExprSyntax *target, uint32_t start);
  const ExprSyntax *parsePrimary();
  const ExprSyntax *parseKeywordPrimary();
  const ExprSyntax *parseLiteral();
  const ExprSyntax *makeKeyword(KeywordExprKind keyword);
  const ExprSyntax *parseNameExpr();
  const ExprSyntax *parseParen();
  const ExprSyntax *parseBraces();
  const ExprSyntax *parseStreaming(uint32_t open);
  const StreamElementSyntax *parseStreamElement();
  const ExprSyntax *parseAssignmentPattern(const ExprSyntax *type);
  const PatternEntrySyntax *parsePatternEntry();
  const ExprSyntax *parseNew();
  const ExprSyntax *parseTagged();
  const ExprSyntax *parseSystemCall();
  const ExprSyntax *parseTypeAsExpr();
  const ExprSyntax *badExpr();
  List<ArgumentSyntax> parseArguments(bool properties);
  const ArgumentSyntax *parseArgument(bool properties);
  const WithClauseSyntax *parseWithClause();
  List<ExprSyntax> parseExprList(const char *what);
  List<ExprSyntax> parseRangeList();
  const ExprSyntax *parseRangeListItem();
  const ExprSyntax *parseValueRange();
  /// expression, or minimum : typical : maximum.
  const ExprSyntax *parseMinTypMax();
  /// What may follow `=` of a declaration or assignment, `new` included.
  const ExprSyntax *parseInit() { return parseExpr(); }
  /// A parameter's value: mintypmax, a type, or `$`.
  const ExprSyntax *parseParamValue();
  /// An assignment expression, `++`/`--` or call: for steps, match items.
  const ExprSyntax *parseAssignmentOrExpr();
  /// `=` and the compound assignment operators.
  static std::optional<AssignOp> assignOpOf(TokenKind k);
  /// Dotted, scoped, selected name without calls: targets of events, disables.
  const ExprSyntax *parseHierarchicalName(const char *what, bool selects = true);
  const PatternSyntax *parsePattern();
  const PatternSyntax *parseStructPattern();

  //===-- Types (ParserType.cpp) ------------------------------------------===//
  const TypeSyntax *parseDataType();
  const TypeSyntax *parseDataTypeOrImplicit();
  const TypeSyntax *parseBuiltinType();
  const TypeSyntax *parseImplicitType();
  const TypeSyntax *parseNamedType();
  const TypeSyntax *parseEnumType();
  const EnumMemberSyntax *parseEnumMember();
  const TypeSyntax *parseStructUnion();
  const StructMemberSyntax *parseStructMember();
  const TypeSyntax *parseTypeReference();
  const TypeSyntax *parseVirtualInterface();
  const ExprSyntax *parseTypeNameExpr();
  Signing parseSigning();
  List<DimensionSyntax> parseDimensions();
  const DimensionSyntax *parseDimension();
  /// What a strength is for: Drive takes one for 0 and one for 1, Net also a charge, Pull also one.
  enum class StrengthUse { Drive, Net, Pull };
  const StrengthSyntax *parseStrength(StrengthUse use = StrengthUse::Drive);
  bool atStrength() const;
  const DelaySyntax *parseDelay(unsigned maxValues);
  const ExprSyntax *parseDelayValue();

  //===-- Declarations (ParserDecl.cpp, ParserParam.cpp) ------------------===//
  const MemberSyntax *parseVariableDecl();
  const MemberSyntax *parseNetDecl();
  const MemberSyntax *parseUserNetDecl();
  List<DeclaratorSyntax> parseDeclarators();
  const DeclaratorSyntax *parseDeclarator();
  const MemberSyntax *parseTypedef();
  TypeRestriction parseTypeRestriction();
  const MemberSyntax *parseNettype();
  const MemberSyntax *parseGenvar();
  const MemberSyntax *parseLet();
  /// A declaration among statements.
  const MemberSyntax *parseBlockDecl();
  const MemberSyntax *parseParameterDecl();
  const MemberSyntax *parseParameterBody(ParameterKind parameterKind, bool hasKeyword,
                                         bool inPortList, uint32_t start);
  const ParamPortListSyntax *parseParamPorts();
  bool atNextParameter() const;
  const DeclaratorSyntax *parseParamDeclarator();
  List<ArgumentSyntax> parseParamAssignments();
  const ArgumentSyntax *parseParamAssignment();

  //===-- Ports (ParserPorts.cpp) -----------------------------------------===//
  void parsePortList(ModuleSyntax *module);
  bool atAnsiPort() const;
  const AnsiPortSyntax *parseAnsiPort();
  const NonAnsiPortSyntax *parseNonAnsiPort();
  const ExprSyntax *parsePortExpr();
  const MemberSyntax *parsePortDecl(bool inSubroutine);
  PortDirection parseDirection();
  bool atDirection() const;

  //===-- Statements (ParserStmt.cpp, ParserTiming.cpp, ParserCase.cpp) ---===//
  const StmtSyntax *parseStatement();
  const StmtSyntax *parseStatementOrNull(const char *what);
  StmtSyntax *parseStatementBody();
  bool atBlockEnd() const;
  void expectBlockEnd(TokenKind endKind, uint32_t open, const char *what);
  List<StmtSyntax> parseBlockItems(TokenKind endKind, TokenKind end2, TokenKind end3);
  const StmtSyntax *parseBlockItem(bool &sawStatement);
  const StmtSyntax *parseNestedSubroutine();
  const StmtSyntax *parseDeclStmt();
  StmtSyntax *parseBlock(Name label);
  StmtSyntax *parseIf(UniqueKind unique);
  StmtSyntax *parseCase(UniqueKind unique);
  const CaseItemSyntax *parseCaseItem(CaseMode mode);
  StmtSyntax *parseUnique();
  StmtSyntax *parseFor();
  void parseForInit(ForStmtSyntax *loop);
  StmtSyntax *parseForeach();
  llvm::ArrayRef<Name> parseLoopVariables(const ExprSyntax *&array);
  StmtSyntax *parseWhile();
  StmtSyntax *parseDo();
  StmtSyntax *parseRepeat();
  StmtSyntax *parseForever();
  StmtSyntax *parseReturn();
  template <class T> StmtSyntax *parseJump(const char *what);
  StmtSyntax *parseProcContinuous();
  StmtSyntax *parseWait();
  StmtSyntax *parseWaitOrder();
  StmtSyntax *parseTrigger();
  StmtSyntax *parseDisable();
  StmtSyntax *parseTimingStmt();
  StmtSyntax *parseVoidCast();
  StmtSyntax *parseExprStmt();
  StmtSyntax *parseAssignStmt(const ExprSyntax *lhs, uint32_t start);
  StmtSyntax *parseRandcase();
  StmtSyntax *parseRandsequence();
  const RsProductionSyntax *parseRsProduction();
  const RsRuleSyntax *parseRsRule();
  const RsItemSyntax *parseRsItem();
  void parseRsCase(RsItemSyntax *item);
  const StmtSyntax *parseRsCode();
  const TimingSyntax *parseTimingControl();
  const TimingSyntax *parseIntraTiming();
  const TimingSyntax *parseDelayControl();
  const TimingSyntax *parseEventControl();
  const TimingSyntax *parseCycleDelay();
  const ExprSyntax *parseEventExpr();
  const ExprSyntax *parseEventTerm();
  EdgeKind parseEdge();
  const ExprSyntax *parseParenCondition(const char *what);

  //===-- Assertions (ParserAssertion.cpp, ParserProperty.cpp) ------------===//
  StmtSyntax *parseAssertion();
  StmtSyntax *parseImmediateAssertion(AssertKind assertKind, uint32_t start);
  StmtSyntax *parseConcurrentAssertion(AssertKind assertKind, uint32_t start);
  void parseAction(const StmtSyntax *&pass, const StmtSyntax *&fail);
  const MemberSyntax *parsePropertyDecl();
  const MemberSyntax *parseSequenceDecl();
  template <class T> const MemberSyntax *parseAssertionDecl(TokenKind endKind, const char *what);
  List<AssertionPortSyntax> parseAssertionPorts();
  const AssertionPortSyntax *parseAssertionPort();
  const TypeSyntax *parseAssertionPortType();
  const MemberSyntax *parseChecker();
  const ExprSyntax *parsePropertySpec();
  const ExprSyntax *parseProperty(unsigned minPrec);
  const ExprSyntax *parsePropertyTail(const ExprSyntax *lhs, unsigned minPrec, SourceLoc begin);
  const ExprSyntax *parsePropertyPrefix(unsigned minPrec);
  const ExprSyntax *parsePropertyUnary(PropertyUnaryOp op, unsigned operandPrec, bool parens);
  const ExprSyntax *parseAbort(AbortKind abortKind);
  const ExprSyntax *parsePropertyIf();
  const ExprSyntax *parsePropertyCase();
  const ExprSyntax *parseFirstMatch();
  const ExprSyntax *parseClocked(unsigned minPrec);
  const ExprSyntax *parseCycleDelayExpr(const ExprSyntax *lhs, SourceLoc begin);
  const ExprSyntax *parseRepetitions(const ExprSyntax *operand);
  void parseCycleRange(TokenKind close, uint32_t open, CycleRangeKind &rangeKind,
                       const ExprSyntax *&low, const ExprSyntax *&high);
  bool atRepetition() const;
  /// A port connection or assertion argument: property or event expression.
  const ExprSyntax *parsePropertyActual();

  //===-- Members (ParserModule.cpp) --------------------------------------===//
  void parseMembers(Collector<MemberSyntax> &members, MemberContext context, TokenKind endKind);
  const MemberSyntax *parseMember(MemberContext context);
  MemberSyntax *parseMemberBody(MemberContext context);
  const MemberSyntax *parseMemberByKeyword(MemberContext context);
  const MemberSyntax *parseNamedMember(MemberContext context);
  const MemberSyntax *parseDefault();
  const MemberSyntax *parseExternItem(MemberContext context);
  void checkContext(const MemberSyntax *member, MemberContext context);
  bool atEndKeyword() const { return tokenTraits(kind()) & traitEnd; }
  const MemberSyntax *parseModule(bool isExtern);
  void parseModuleHeader(ModuleSyntax *module);
  const MemberSyntax *parseProcedure(ProcedureKind procedureKind);
  const MemberSyntax *parseContinuousAssign();
  const MemberSyntax *parseNetAlias();
  const MemberSyntax *parseElabTask();
  const MemberSyntax *parseAssertionMember();
  const MemberSyntax *parseTimeunits();
  MemberContext contextOf(ElementKind elementKind) const;

  //===-- Packages (ParserPackage.cpp) ------------------------------------===//
  const MemberSyntax *parsePackage();
  const MemberSyntax *parseImport();
  const ImportDeclSyntax *parseImportItems(uint32_t start);
  List<ImportItemSyntax> parseImportList();
  const MemberSyntax *parseExport();
  const MemberSyntax *parseDpiImport(uint32_t start);
  const MemberSyntax *parseDpiExport(uint32_t start);

  //===-- Instances (ParserInstance.cpp, ParserGate.cpp) ------------------===//
  const MemberSyntax *parseInstantiation();
  const InstanceSyntax *parseInstance(bool nameRequired);
  List<PortConnectionSyntax> parseConnections();
  const PortConnectionSyntax *parseConnection();
  const MemberSyntax *parseGate();
  void parseGateStrength(GateInstantiationSyntax *decl);
  const MemberSyntax *parseDefparam();
  const MemberSyntax *parseBind();

  //===-- Generate (ParserGenerate.cpp) -----------------------------------===//
  const MemberSyntax *parseGenerateRegion();
  const MemberSyntax *parseLoopGenerate();
  const MemberSyntax *parseIfGenerate();
  const MemberSyntax *parseCaseGenerate();
  const GenerateBlockSyntax *parseGenerateBlock();
  const GenerateBlockSyntax *parseGenerateBegin(Name label, uint32_t start);

  //===-- Subroutines (ParserFunction.cpp) --------------------------------===//
  /// `decl` carries the qualifiers read so far.
  const MemberSyntax *parseSubroutine(SubroutineDeclSyntax *decl, uint32_t start);
  void parseSubroutineHeader(SubroutineDeclSyntax *decl);
  void parseSubroutineName(SubroutineDeclSyntax *decl);
  void parseReturnType(SubroutineDeclSyntax *decl);
  const SubroutineDeclSyntax *parsePrototype();
  List<SubroutinePortSyntax> parseSubroutinePorts();
  const SubroutinePortSyntax *parseSubroutinePort();
  uint8_t parseOverrides();

  //===-- Classes (ParserClass.cpp, ParserConstraint.cpp) -----------------===//
  const MemberSyntax *parseClass();
  ClassReferenceSyntax *parseClassReference(bool arguments);
  struct ClassQualifiers;
  const MemberSyntax *parseClassItem();
  ClassQualifiers parseClassQualifiers();
  const MemberSyntax *parseQualifiedItem(const ClassQualifiers &qualifiers, uint32_t start);
  const MemberSyntax *parseClassMethod(const ClassQualifiers &qualifiers, uint32_t start);
  const MemberSyntax *parseClassProperty(const ClassQualifiers &qualifiers, uint32_t start);
  const MemberSyntax *parseConstraintDecl(bool isStatic, bool isExtern, bool isPure,
                                          uint32_t start);
  List<ConstraintSyntax> parseConstraintItems();
  const ConstraintSyntax *parseConstraintItem();
  const ConstraintSyntax *parseConstraintSet();
  const ConstraintSyntax *parseExprConstraint();
  const ConstraintSyntax *parseIfConstraint();
  const ConstraintSyntax *parseForeachConstraint();
  const ConstraintSyntax *parseUniqueConstraint();
  const ConstraintSyntax *parseSolveConstraint();
  const ConstraintSyntax *parseDisableSoft();

  //===-- Covergroups (ParserCovergroup.cpp) ------------------------------===//
  const MemberSyntax *parseCovergroup();
  void parseCoverageEvent(CovergroupSyntax *group);
  const MemberSyntax *parseCovergroupItem();
  const MemberSyntax *parseCoverOption();
  const MemberSyntax *parseCoverpoint(Name label, const TypeSyntax *type, uint32_t start);
  const MemberSyntax *parseCoverCross(Name label, uint32_t start);
  const MemberSyntax *parseCoverBins();
  void parseBinsSource(CoverBinsSyntax *bins);
  const MemberSyntax *parseCrossItem();
  const ExprSyntax *parseBinsSelect(unsigned minPrec);
  const ExprSyntax *parseBinsSelectPrimary();
  const ExprSyntax *parseCoverIff();
  const TransitionSetSyntax *parseTransitionSet();
  const TransitionItemSyntax *parseTransitionItem();
  BinsKind parseBinsKind();

  //===-- Interfaces, clocking (ParserClocking.cpp) -----------------------===//
  const MemberSyntax *parseModportDecl();
  const ModportSyntax *parseModport();
  void parseModportItems(Collector<ModportItemSyntax> &items);
  const MemberSyntax *parseClocking(bool isDefault, bool isGlobal, uint32_t start);
  const ClockingItemSyntax *parseClockingItem();
  const ClockingSkewSyntax *parseClockingSkew();

  //===-- Specify (ParserSpecify.cpp) -------------------------------------===//
  const MemberSyntax *parseSpecifyBlock();
  const MemberSyntax *parseSpecifyItem();
  const MemberSyntax *parseSpecifyPath();
  void parsePathConnection(SpecifyPathSyntax *path);
  void parsePathTarget(SpecifyPathSyntax *path);
  const MemberSyntax *parsePulseStyle();
  const MemberSyntax *parseTimingCheck();
  const TimingCheckEventSyntax *parseTimingCheckEvent();
  llvm::ArrayRef<StringRef> parseEdgeDescriptors();
  List<ExprSyntax> parseTerminals();

  //===-- UDPs and configurations (ParserUdp.cpp, ParserConfig.cpp) -------===//
  const MemberSyntax *parseUdp(bool isExtern);
  void checkUdp(const UdpSyntax &udp);
  bool checkUdpPorts(const UdpSyntax &udp);
  void checkUdpRow(const UdpSyntax &udp, const UdpRowSyntax &row);
  void parseUdpPorts(UdpSyntax *udp, Collector<MemberSyntax> &decls);
  const MemberSyntax *parseUdpPortDecl(UdpSyntax *udp, bool inHeader);
  void parseUdpInitial(UdpSyntax *udp);
  void parseUdpTable(UdpSyntax *udp);
  const UdpRowSyntax *parseUdpRow();
  bool splitUdpField(StringRef text, llvm::SmallVectorImpl<StringRef> &symbols, SourceLoc loc);
  const MemberSyntax *parseConfig();
  const ConfigRuleSyntax *parseConfigRule();
  void parseConfigUse(ConfigRuleSyntax *rule);
  const ExprSyntax *parseCellName();

  CompilationUnit &unit;
  support::DiagnosticEngine &diags;
  const Token *tokens;
  uint32_t pos = 0;
  /// Index of the EndOfFile token.
  uint32_t last;
  unsigned depth = 0;
  /// Position of the last report; nothing more is reported there.
  uint32_t lastErrorPos = ~0u;
  bool gaveUp = false;
  /// Parentheses may hold sequences and properties.
  bool inProperty = false;
  /// `with` does not continue the expression (coverage bins).
  bool noWith = false;
  /// A bare `begin` is an item (generate regions of Verilog-2001).
  bool inGenerateRegion = false;
  std::vector<const void *> scratch;
  std::vector<TokenKind> openEnds;
};

template <class T> llvm::ArrayRef<T> Parser::copy(llvm::ArrayRef<T> values) {
  if (values.empty())
    return {};
  T *data = unit.arena.Allocate<T>(values.size());
  std::uninitialized_copy(values.begin(), values.end(), data);
  return {data, values.size()};
}

template <class T> List<T> Parser::Collector<T>::finish() {
  size_t count = size();
  finished = true;
  if (!count)
    return {};
  const T **data = parser.unit.arena.template Allocate<const T *>(count);
  for (size_t i = 0; i < count; ++i)
    data[i] = static_cast<const T *>(parser.scratch[begin + i]);
  parser.scratch.resize(begin);
  return {data, count};
}

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_PARSER_H

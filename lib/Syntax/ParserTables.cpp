//===- ParserTables.cpp - What the parser knows about tokens --------------===//
//
// Builds the arrays of ParserTables.h at compile time. Precedences follow IEEE
// 1800-2023 table 11-2 for expressions and table 16-3 for sequences and
// properties; `matches` and `&&&` (12.6) are given levels of their own between
// the relational operators and the conditional operator.
//
//===----------------------------------------------------------------------===//
#include "Syntax/ParserTables.h"

namespace circtsim::syntax {

namespace {

using K = TokenKind;

constexpr std::array<BinaryOpInfo, tokenKindCount> makeBinaryOps() {
  std::array<BinaryOpInfo, tokenKindCount> table{};
  auto set = [&](K kind, unsigned prec, BinaryOp op) {
    table[unsigned(kind)] = {uint8_t(prec), op};
  };
  set(K::MinusGreater, exprPrec::implication, BinaryOp::Implication);
  set(K::LessMinusGreater, exprPrec::implication, BinaryOp::Equivalence);
  set(K::Question, exprPrec::conditional, {});
  set(K::AmpAmpAmp, exprPrec::condAnd, BinaryOp::CondAnd);
  set(K::PipePipe, exprPrec::logicalOr, BinaryOp::LogicalOr);
  set(K::AmpAmp, exprPrec::logicalAnd, BinaryOp::LogicalAnd);
  set(K::Pipe, exprPrec::bitOr, BinaryOp::BitwiseOr);
  set(K::Caret, exprPrec::bitXor, BinaryOp::BitwiseXor);
  set(K::TildeCaret, exprPrec::bitXor, BinaryOp::BitwiseXnor);
  set(K::CaretTilde, exprPrec::bitXor, BinaryOp::BitwiseXnor);
  set(K::Amp, exprPrec::bitAnd, BinaryOp::BitwiseAnd);
  set(K::EqualEqual, exprPrec::equality, BinaryOp::Equal);
  set(K::BangEqual, exprPrec::equality, BinaryOp::NotEqual);
  set(K::EqualEqualEqual, exprPrec::equality, BinaryOp::CaseEqual);
  set(K::BangEqualEqual, exprPrec::equality, BinaryOp::CaseNotEqual);
  set(K::EqualEqualQuestion, exprPrec::equality, BinaryOp::WildcardEqual);
  set(K::BangEqualQuestion, exprPrec::equality, BinaryOp::WildcardNotEqual);
  set(K::Less, exprPrec::relational, BinaryOp::Less);
  set(K::LessEqual, exprPrec::relational, BinaryOp::LessEqual);
  set(K::Greater, exprPrec::relational, BinaryOp::Greater);
  set(K::GreaterEqual, exprPrec::relational, BinaryOp::GreaterEqual);
  set(K::KwInside, exprPrec::relational, {});
  set(K::KwDist, exprPrec::relational, {});
  set(K::KwMatches, exprPrec::relational, {});
  set(K::LessLess, exprPrec::shift, BinaryOp::ShiftLeft);
  set(K::GreaterGreater, exprPrec::shift, BinaryOp::ShiftRight);
  set(K::LessLessLess, exprPrec::shift, BinaryOp::ArithShiftLeft);
  set(K::GreaterGreaterGreater, exprPrec::shift, BinaryOp::ArithShiftRight);
  set(K::Plus, exprPrec::additive, BinaryOp::Add);
  set(K::Minus, exprPrec::additive, BinaryOp::Sub);
  set(K::Star, exprPrec::multiplicative, BinaryOp::Mul);
  set(K::Slash, exprPrec::multiplicative, BinaryOp::Div);
  set(K::Percent, exprPrec::multiplicative, BinaryOp::Mod);
  set(K::StarStar, exprPrec::power, BinaryOp::Power);
  return table;
}

constexpr std::array<PropertyOpInfo, tokenKindCount> makePropertyOps() {
  std::array<PropertyOpInfo, tokenKindCount> table{};
  auto set = [&](K kind, unsigned prec, bool right, PropertyBinaryOp op) {
    table[unsigned(kind)] = {uint8_t(prec), right, op};
  };
  using P = PropertyBinaryOp;
  set(K::PipeMinusGreater, propPrec::implication, true, P::OverlappedImplication);
  set(K::PipeEqualGreater, propPrec::implication, true, P::NonoverlappedImplication);
  set(K::HashMinusHash, propPrec::implication, true, P::OverlappedFollowedBy);
  set(K::HashEqualHash, propPrec::implication, true, P::NonoverlappedFollowedBy);
  set(K::KwUntil, propPrec::until, true, P::Until);
  set(K::KwSUntil, propPrec::until, true, P::SUntil);
  set(K::KwUntilWith, propPrec::until, true, P::UntilWith);
  set(K::KwSUntilWith, propPrec::until, true, P::SUntilWith);
  set(K::KwImplies, propPrec::until, true, P::Implies);
  set(K::KwIff, propPrec::iff, true, P::Iff);
  set(K::KwOr, propPrec::disjunction, false, P::Or);
  set(K::KwAnd, propPrec::conjunction, false, P::And);
  set(K::KwIntersect, propPrec::intersect, false, P::Intersect);
  set(K::KwWithin, propPrec::within, false, P::Within);
  set(K::KwThroughout, propPrec::throughout, true, P::Throughout);
  set(K::HashHash, propPrec::delay, false, {});
  return table;
}

constexpr K typeKeywords[] = {
    K::KwBit, K::KwLogic, K::KwReg, K::KwByte, K::KwShortint, K::KwInt, K::KwLongint, K::KwInteger,
    K::KwTime, K::KwShortreal, K::KwReal, K::KwRealtime, K::KwString, K::KwChandle, K::KwEvent,
    K::KwVoid, K::KwEnum, K::KwStruct, K::KwUnion, K::KwType, K::KwVirtual};

constexpr K netKeywords[] = {K::KwSupply0, K::KwSupply1, K::KwTri, K::KwTriand, K::KwTrior,
                             K::KwTrireg, K::KwTri0, K::KwTri1, K::KwUwire, K::KwWire, K::KwWand,
                             K::KwWor, K::KwInterconnect};

constexpr K gateKeywords[] = {
    K::KwAnd, K::KwNand, K::KwOr, K::KwNor, K::KwXor, K::KwXnor, K::KwBuf, K::KwNot, K::KwBufif0,
    K::KwBufif1, K::KwNotif0, K::KwNotif1, K::KwNmos, K::KwPmos, K::KwRnmos, K::KwRpmos, K::KwCmos,
    K::KwRcmos, K::KwTran, K::KwRtran, K::KwTranif0, K::KwTranif1, K::KwRtranif0, K::KwRtranif1,
    K::KwPullup, K::KwPulldown};

constexpr K strengthKeywords[] = {K::KwSupply0, K::KwStrong0, K::KwPull0, K::KwWeak0, K::KwHighz0,
                                  K::KwSupply1, K::KwStrong1, K::KwPull1, K::KwWeak1, K::KwHighz1,
                                  K::KwSmall, K::KwMedium, K::KwLarge};

constexpr K directionKeywords[] = {K::KwInput, K::KwOutput, K::KwInout, K::KwRef};

constexpr K endKeywords[] = {
    K::KwEnd, K::KwEndcase, K::KwEndchecker, K::KwEndclass, K::KwEndclocking, K::KwEndconfig,
    K::KwEndfunction, K::KwEndgenerate, K::KwEndgroup, K::KwEndinterface, K::KwEndmodule,
    K::KwEndpackage, K::KwEndprimitive, K::KwEndprogram, K::KwEndproperty, K::KwEndsequence,
    K::KwEndspecify, K::KwEndtable, K::KwEndtask, K::KwJoin, K::KwJoinAny, K::KwJoinNone};

/// Keywords that never occur inside an expression, so that skipping garbage
/// may stop there.
constexpr K syncKeywords[] = {
    K::KwModule, K::KwMacromodule, K::KwPackage, K::KwPrimitive, K::KwProgram, K::KwClass,
    K::KwConfig, K::KwChecker, K::KwFunction, K::KwTask, K::KwInitial, K::KwAlways,
    K::KwAlwaysComb, K::KwAlwaysFf, K::KwAlwaysLatch, K::KwAssign, K::KwDeassign, K::KwForce,
    K::KwRelease, K::KwTypedef, K::KwParameter, K::KwLocalparam, K::KwGenvar, K::KwGenerate,
    K::KwBegin, K::KwFork, K::KwFor, K::KwForeach, K::KwForever, K::KwWhile, K::KwRepeat,
    K::KwReturn, K::KwImport, K::KwExport, K::KwConstraint, K::KwCovergroup, K::KwCoverpoint,
    K::KwModport, K::KwClocking, K::KwSpecify, K::KwDefparam, K::KwAssert, K::KwAssume, K::KwCover,
    K::KwInput, K::KwOutput, K::KwInout, K::KwReg, K::KwWire, K::KwTimeunit, K::KwTimeprecision};

constexpr K exprStarters[] = {
    K::Identifier, K::SystemName, K::DollarRoot, K::DollarUnit, K::IntegerLiteral, K::BasedLiteral,
    K::UnbasedUnsizedLiteral, K::RealLiteral, K::TimeLiteral, K::OneStep, K::StringLiteral,
    K::LParen, K::LBrace, K::ApostropheBrace, K::Dollar, K::Bang, K::Plus, K::PlusPlus, K::Minus,
    K::MinusMinus, K::Amp, K::Pipe, K::Caret, K::CaretTilde, K::Tilde, K::TildeAmp, K::TildePipe,
    K::TildeCaret, K::KwNull, K::KwThis, K::KwSuper, K::KwNew, K::KwTagged, K::KwSigned,
    K::KwUnsigned, K::KwConst, K::KwLocal};

constexpr K blockDeclKeywords[] = {K::KwVar, K::KwConst, K::KwStatic, K::KwAutomatic, K::KwTypedef,
                                   K::KwParameter, K::KwLocalparam, K::KwImport, K::KwLet,
                                   K::KwNettype};

constexpr std::array<uint16_t, tokenKindCount> makeTraits() {
  std::array<uint16_t, tokenKindCount> table{};
  auto mark = [&](const auto &kinds, uint16_t trait) {
    for (K kind : kinds)
      table[unsigned(kind)] |= trait;
  };
  mark(typeKeywords, traitType | traitExpr | traitBlockDecl);
  mark(netKeywords, traitNet | traitSync);
  mark(gateKeywords, traitGate);
  mark(strengthKeywords, traitStrength);
  mark(directionKeywords, traitDirection);
  mark(endKeywords, traitEnd | traitSync);
  mark(syncKeywords, traitSync);
  mark(exprStarters, traitExpr);
  mark(blockDeclKeywords, traitBlockDecl);
  return table;
}

template <class Enum, size_t N>
Enum enumeratorOf(TokenKind kind, const K (&kinds)[N], unsigned first) {
  for (size_t i = 0; i < N; ++i)
    if (kinds[i] == kind)
      return Enum(i + first);
  return Enum(0);
}

} // namespace

const std::array<BinaryOpInfo, tokenKindCount> binaryOpTable = makeBinaryOps();
const std::array<PropertyOpInfo, tokenKindCount> propertyOpTable = makePropertyOps();
const std::array<uint16_t, tokenKindCount> tokenTraitTable = makeTraits();

// The keyword arrays above are in the order of the enumerations.
BuiltinTypeKind builtinTypeOf(TokenKind kind) {
  return enumeratorOf<BuiltinTypeKind>(kind, typeKeywords, 0);
}
NetKind netKindOf(TokenKind kind) { return enumeratorOf<NetKind>(kind, netKeywords, 1); }
GateKind gateKindOf(TokenKind kind) { return enumeratorOf<GateKind>(kind, gateKeywords, 0); }
StrengthLevel strengthOf(TokenKind kind) {
  return enumeratorOf<StrengthLevel>(kind, strengthKeywords, 1);
}

} // namespace circtsim::syntax

//===- ParserTables.h - What the parser knows about tokens ------*- C++ -*-===//
//
// Operator precedences (IEEE 1800-2023 table 11-2) and classes of tokens, as
// arrays indexed by TokenKind.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_PARSERTABLES_H
#define CIRCTSIM_SYNTAX_PARSERTABLES_H

#include "Syntax/SyntaxEnums.h"
#include "Syntax/Token.h"
#include <array>

namespace circtsim::syntax {

inline constexpr unsigned tokenKindCount = 0
#define TOKEN(Name, Description) +1
#define PUNCT(Name, Spelling) +1
#define KEYWORD(Name, Spelling, Version) +1
#include "Syntax/Tokens.def"
    ;

/// Precedence levels of expressions, higher binds tighter; 0: no operator.
namespace exprPrec {
enum : uint8_t {
  none,
  lowest = 1,
  implication = 1,
  conditional,
  condAnd,
  logicalOr,
  logicalAnd,
  bitOr,
  bitXor,
  bitAnd,
  equality,
  relational,
  shift,
  additive,
  multiplicative,
  power
};
} // namespace exprPrec

/// Precedence levels of sequences and properties (table 16-3).
namespace propPrec {
enum : uint8_t {
  none,
  lowest = 1,
  implication = 1,
  until,
  iff,
  disjunction,
  conjunction,
  unary,
  intersect,
  within,
  throughout,
  delay
};
} // namespace propPrec

struct BinaryOpInfo {
  uint8_t prec = 0;
  BinaryOp op{};
};

struct PropertyOpInfo {
  uint8_t prec = 0;
  bool rightAssociative = false;
  PropertyBinaryOp op{};
};

enum TokenTrait : uint16_t {
  /// Keyword that starts a data type other than signed/unsigned.
  traitType = 1,
  traitNet = 2,
  traitGate = 4,
  /// Resynchronisation stops before it.
  traitSync = 8,
  /// end, endmodule, join...
  traitEnd = 16,
  traitDirection = 32,
  traitStrength = 64,
  /// Token that can begin an expression.
  traitExpr = 128,
  /// Keyword that starts a declaration in a block.
  traitBlockDecl = 256,
};

extern const std::array<BinaryOpInfo, tokenKindCount> binaryOpTable;
extern const std::array<PropertyOpInfo, tokenKindCount> propertyOpTable;
extern const std::array<uint16_t, tokenKindCount> tokenTraitTable;

inline BinaryOpInfo binaryOpInfo(TokenKind kind) { return binaryOpTable[unsigned(kind)]; }
inline PropertyOpInfo propertyOpInfo(TokenKind kind) { return propertyOpTable[unsigned(kind)]; }
inline uint16_t tokenTraits(TokenKind kind) { return tokenTraitTable[unsigned(kind)]; }

/// Enumerator of a keyword; only for tokens with the matching trait.
BuiltinTypeKind builtinTypeOf(TokenKind kind);
NetKind netKindOf(TokenKind kind);
GateKind gateKindOf(TokenKind kind);
StrengthLevel strengthOf(TokenKind kind);

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_PARSERTABLES_H

// A text macro as `define leaves it (IEEE 1800-2023 22.5.1).
#ifndef CIRCTSIM_SYNTAX_MACRODEFINITION_H
#define CIRCTSIM_SYNTAX_MACRODEFINITION_H

#include "Syntax/Token.h"

namespace circtsim::syntax {

struct MacroFormal {
  llvm::StringRef name;
  bool hasDefault = false;
  llvm::ArrayRef<Token> defaultTokens;
};

/// Lives in the preprocessor's arena; a redefinition makes a new object, so
/// that expansions under way keep theirs.
struct MacroDefinition {
  llvm::StringRef name;
  /// The name in the definition.
  SourceLoc loc;
  /// With formal arguments, possibly none: uses need parentheses.
  bool isFunctionLike = false;
  /// The body has ``, `" or `\`".
  bool hasOperators = false;
  /// All body tokens lie in one file or expansion, in ascending order, so
  /// that one expansion entry maps them all.
  bool isContiguous = false;
  /// Defined by the language or the command line.
  bool isPredefined = false;
  /// The reserved words under which the body was read.
  KeywordVersion keywords = KeywordVersion::V1800_2023;
  llvm::ArrayRef<MacroFormal> formals;
  llvm::ArrayRef<Token> body;
  /// Beside body, for function-like macros: index of the formal that the
  /// token names, or -1.
  llvm::ArrayRef<int16_t> formalOf;
  /// Expansions of this macro being read right now.
  unsigned active = 0;
};

} // namespace circtsim::syntax

#endif // CIRCTSIM_SYNTAX_MACRODEFINITION_H

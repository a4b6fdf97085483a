//===- SyntaxNode.cpp - Names and areas of the node kinds -----------------===//
//
// Tables made from SyntaxKinds.def. An area is found by one array access, so
// that isa<ExprSyntax> costs a load and a compare.
//
//===----------------------------------------------------------------------===//
#include "Syntax/SyntaxTree.h"

namespace circtsim::syntax {

StringRef kindName(SyntaxKind kind) {
  static constexpr llvm::StringLiteral names[] = {
#define X(Kind, Struct, Area) #Kind,
#include "Syntax/SyntaxKinds.def"
  };
  return names[unsigned(kind)];
}

SyntaxArea areaOf(SyntaxKind kind) {
  static constexpr SyntaxArea areas[] = {
#define X(Kind, Struct, Area) SyntaxArea::Area,
#include "Syntax/SyntaxKinds.def"
  };
  return areas[unsigned(kind)];
}

bool AnsiPortSyntax::implicitTypeIsEmpty() const {
  const auto *implicit = llvm::dyn_cast_or_null<ImplicitTypeSyntax>(type);
  return implicit && implicit->signing == Signing::None && implicit->dimensions.empty();
}

} // namespace circtsim::syntax

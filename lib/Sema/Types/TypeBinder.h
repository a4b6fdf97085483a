//===- TypeBinder.h - from type syntax to types -----------------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 6.7 - 6.25, 7.2 - 7.10.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_TYPES_TYPEBINDER_H
#define CIRCTSIM_SEMA_TYPES_TYPEBINDER_H

#include "Sema/Compilation.h"
#include "Sema/Expr/BindContext.h"
#include "Sema/Types/Type.h"
#include "Syntax/ExprSyntax.h"
#include "Syntax/TypeSyntax.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/Twine.h"

#include <vector>

namespace circtsim::sema {

class EnumValueSymbol;
class Symbol;

/// Binds data types. Errors are reported once and give the Error type.
class TypeBinder {
public:
  /// Called for every member of an enumeration in order, *before* the next
  /// member is bound, so that it can be entered into a scope at once. The
  /// symbol's `type` is the base type until the enumeration is complete, then
  /// the EnumType; `value` is set. Null: the names go nowhere.
  using EnumValueSink = llvm::function_ref<void(EnumValueSymbol &)>;

  TypeBinder(Compilation &compilation, const BindContext &context, EnumValueSink sink = nullptr)
      : compilation(compilation), context(context), sink(sink),
        isTwoState(compilation.options().isTwoState) {}

  /// For constants, whose x and z stay what they are in a two-state design: patterns of
  /// `casez` have them. Before bind(); not for types by name.
  void keepFourStates() { isTwoState = false; }

  /// A data type. `typedefName` names enumerations, structures and unions
  /// (for messages and $typename). An implicit type is `logic` with its sign
  /// and dimensions.
  const Type &bind(const syntax::TypeSyntax &syntax, llvm::StringRef typedefName = {});
  /// A declarator's type: `bind` of `syntax`, then the unpacked dimensions.
  const Type &bind(const syntax::TypeSyntax &syntax, syntax::List<syntax::DimensionSyntax> unpacked,
                   llvm::StringRef typedefName = {});
  /// Adds unpacked dimensions (7.4.2; dynamic arrays, queues, associative arrays) to a type.
  const Type &applyUnpacked(const Type &element, syntax::List<syntax::DimensionSyntax> dimensions);
  /// Adds packed dimensions (7.4.1) to an integral type.
  const Type &applyPacked(const Type &element, syntax::List<syntax::DimensionSyntax> dimensions,
                          bool isSigned = false);
  /// A constant `[left:right]` or `[size]` (= [0:size-1]): also dimensions of
  /// instance arrays and gates. nullopt: reported.
  std::optional<Range> bindRange(const syntax::DimensionSyntax &dimension);

  /// The type an expression syntax stands for: TypeExpr or the name of a type, with packed
  /// dimensions (`t[3:0]`). Null, without a message, if it is not a type.
  const Type *tryBindTypeOperand(const syntax::ExprSyntax &syntax);
  /// As above; reports what is not a type (assignments of type parameters).
  const Type &bindTypeOperand(const syntax::ExprSyntax &syntax);

private:
  const Type &bindBuiltin(const syntax::BuiltinTypeSyntax &syntax);
  const Type &bindEnum(const syntax::EnumTypeSyntax &syntax, llvm::StringRef name);
  const Type &bindStruct(const syntax::StructUnionTypeSyntax &syntax, llvm::StringRef name);
  const Type &bindNamed(const syntax::NamedTypeSyntax &syntax);
  const Type *bindStandardClass(const syntax::ExprSyntax &name);
  const Type &bindTypeReference(const syntax::TypeReferenceTypeSyntax &syntax);
  bool bindFields(const syntax::StructUnionTypeSyntax &syntax, std::vector<Field> &fields);
  const Field *makeTag(llvm::ArrayRef<Field> fields, uint32_t offset, bool fourState);
  const Type &packFields(const syntax::StructUnionTypeSyntax &syntax, std::vector<Field> &fields,
                         llvm::StringRef name);
  const Type &unsupported(const syntax::SyntaxNode &node, const llvm::Twine &what,
                          llvm::StringRef clause);
  /// The type of a symbol; null if it denotes none.
  const Type *typeOf(const Symbol &symbol, support::SourceRange range, bool quiet);
  const Type &associativeArray(const Type &element, const Type &key,
                               const syntax::DimensionSyntax &dimension);
  const Type &queue(const Type &element, const syntax::DimensionSyntax &dimension);
  const Type &unpackedDimension(const Type &element, const syntax::DimensionSyntax &dimension);
  std::optional<int32_t> bindBound(const syntax::ExprSyntax &syntax);

  Compilation &compilation;
  const BindContext &context;
  EnumValueSink sink;
  bool isTwoState; ///< four-state keywords mean their two-state counterparts
};

} // namespace circtsim::sema

#endif

//===- VirtualNames.cpp - names through virtual interfaces ----------------===//
//
// Where the steps of a name reach a value that is a virtual interface (IEEE 1800-2023
// 25.9) and go on with a member, the look-up continues among the names of the
// interface, or of the modport that the type selects. The value becomes the base of
// the path: whatever else is known of a hierarchical name holds for these too, so that
// clocking blocks, tasks and modport expressions work as they do by a port.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Cursor.h"
#include "Sema/Lookup/Lookup.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

/// The type of an element or member of a value; null for others.
static const Type *partOf(const Type &whole, const ExprSyntax &select) {
  const Type &type = whole.canonical();
  if (const auto *member = llvm::dyn_cast<MemberAccessExprSyntax>(&select)) {
    const auto *structure = llvm::dyn_cast<UnpackedStructType>(&type);
    for (const Field &field : structure ? structure->fields : llvm::ArrayRef<Field>())
      if (field.name == member->name.text)
        return field.type;
    return nullptr;
  }
  if (!llvm::isa<ElementSelectExprSyntax>(select))
    return nullptr;
  if (const auto *array = llvm::dyn_cast<UnpackedArrayType>(&type))
    return &array->element;
  if (const auto *array = llvm::dyn_cast<DynamicArrayType>(&type))
    return &array->element;
  if (const auto *queue = llvm::dyn_cast<QueueType>(&type))
    return &queue->element;
  if (const auto *assoc = llvm::dyn_cast<AssocArrayType>(&type))
    return &assoc->element;
  return nullptr;
}

/// How many of the selects lead to a virtual interface of which the next one is a member.
static std::optional<size_t> selectsToVirtual(const Symbol &symbol,
                                              llvm::ArrayRef<const ExprSyntax *> selects) {
  const auto *value = llvm::dyn_cast<ValueSymbol>(&symbol);
  const Type *type = value ? value->type : nullptr;
  for (auto [n, select] : llvm::enumerate(selects)) {
    if (!type)
      return std::nullopt;
    if (type->canonical().kind == TypeKind::VirtualInterface)
      return llvm::isa<MemberAccessExprSyntax>(select) ? std::optional<size_t>(n) : std::nullopt;
    type = partOf(*type, *select);
  }
  return std::nullopt;
}

bool Lookup::stepBehind(const Expr &base, const Name &name, Cursor &cursor) {
  const auto &type = llvm::cast<VirtualInterfaceType>(base.type->canonical());
  cursor.base = &base;
  cursor.isHierarchical = true;
  if (type.modport)
    return stepIntoModport(*type.modport, name, cursor);
  return stepIntoScope(const_cast<BodySymbol &>(type.interface), name, cursor);
}

LookupResult Lookup::lookupBehind(const Expr &base, const Name &name) {
  LookupResult result;
  Cursor cursor;
  if (!stepBehind(base, name, cursor) || cursor.hasFailed)
    return result;
  result.symbol = cursor.symbol;
  result.path = finishPath(cursor);
  result.modportItem = cursor.modportItem;
  result.isHierarchical = true;
  return result;
}

/// Goes on behind each virtual interface that the remaining selects pass.
void Lookup::followVirtual(LookupResult &result, bool quiet) {
  while (std::optional<size_t> count = selectsToVirtual(*result.symbol, result.remaining)) {
    llvm::ArrayRef<const ExprSyntax *> selects = result.remaining;
    const Expr &base =
        ExprBinder(compilation, context).objectOf(result, selects.take_front(*count));
    Cursor cursor;
    cursor.isQuiet = quiet;
    size_t next = *count;
    const auto &member = *llvm::cast<MemberAccessExprSyntax>(selects[next]);
    if (base.isInvalid() || !stepBehind(base, member.name, cursor)) {
      result = {};
      return;
    }
    result.consumed = selects[next++];
    while (next < selects.size() && step(*selects[next], cursor))
      result.consumed = selects[next++];
    if (cursor.hasFailed) {
      result = {};
      return;
    }
    result.symbol = cursor.symbol;
    result.path = finishPath(cursor);
    result.modportItem = cursor.modportItem;
    result.isHierarchical = true;
    result.remaining.erase(result.remaining.begin(), result.remaining.begin() + next);
  }
}

} // namespace circtsim::sema

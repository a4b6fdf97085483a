//===- Patterns.cpp - assignment patterns ---------------------------------------===//
//
// IEEE 1800-2023 10.9. A pattern gets its type from the context, or has one written
// before it. Positional and replicated forms give one value per element; keyed forms
// give values by index or member name, by type, or by default. A type key matches
// elements of that type; the default fills what is left. Both reach into nested
// structures and arrays that have no value of their own (10.9.1, 10.9.2).
//
// A value that stands for many elements is bound once per type and its node shared.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Symbols/Symbol.h"
#include "Sema/Types/PackedLayout.h"

#include "llvm/ADT/SmallBitVector.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

/// The keys of one pattern, sorted by what they match.
struct ExprBinder::PatternKeys {
  struct TypeKey {
    const Type *type;
    const ExprSyntax *value;
    const Expr *bound = nullptr;
  };
  llvm::SmallVector<const ExprSyntax *, 8> byIndex; ///< one per element; null: no key
  llvm::SmallVector<TypeKey, 2> byType;
  const ExprSyntax *defaultValue = nullptr;
  /// Values made for a type so far.
  llvm::SmallDenseMap<const Type *, const Expr *, 4> made;
};

/// Types of the elements in pattern order; false if the type takes no pattern.
bool ExprBinder::elementTypes(const Type &type, llvm::SmallVectorImpl<const Type *> &elements) {
  const Type &t = type.canonical();
  if (t.kind == TypeKind::PackedUnion || t.kind == TypeKind::UnpackedUnion)
    return false;
  llvm::ArrayRef<Field> fields = fieldsOf(t);
  if (!fields.empty()) {
    for (const Field &field : fields)
      elements.push_back(field.type);
    return true;
  }
  if (const auto *array = dyn_cast<UnpackedArrayType>(&t)) {
    if (array->range.size() > MaxPackedWidth)
      return false;
    elements.assign(array->range.size(), &array->element);
    return true;
  }
  std::optional<PackedDimension> dimension = packedDimension(t);
  if (!dimension || t.isEnum())
    return false;
  elements.assign(dimension->range.size(), &packedElementType(types, t));
  return true;
}

Expr *ExprBinder::makePattern(const Type &type, llvm::ArrayRef<const Expr *> elements,
                              SourceRange range) {
  for (const Expr *element : elements)
    if (isBad(*element))
      return bad(range);
  return mutableExpr(fold(make<PatternExpr>(type, range, copy(elements))));
}

Expr *ExprBinder::createPattern(const AssignmentPatternExprSyntax &syntax, const Type *target) {
  if (syntax.type) {
    const Type *type = TypeBinder(compilation, context).tryBindTypeOperand(*syntax.type);
    if (!type)
      return error(syntax.type->range, diag::ExpectedTypeOperand);
    return type->isError() ? bad(syntax.range) : patternOf(syntax, *type);
  }
  if (!target)
    return error(syntax.range, diag::PatternWithoutTarget);
  return target->isError() ? bad(syntax.range) : patternOf(syntax, *target);
}

const Expr &ExprBinder::bindAssignmentPatternTo(const AssignmentPatternExprSyntax &syntax,
                                                const Type &target) {
  return *createPattern(syntax, &target);
}

Expr *ExprBinder::patternOf(const AssignmentPatternExprSyntax &syntax, const Type &type) {
  const Type &t = type.canonical();
  if (const auto *assoc = dyn_cast<AssocArrayType>(&t))
    return assocPattern(syntax, *assoc);
  if (t.kind == TypeKind::DynamicArray || t.kind == TypeKind::Queue)
    return dynamicPattern(syntax, type);
  llvm::SmallVector<const Type *, 16> elements;
  if (!elementTypes(type, elements))
    return error(syntax.range, diag::NoPatternForType, type.describe());
  if (syntax.form == AssignmentPatternForm::Keyed)
    return keyedPattern(syntax, type, elements);
  return positionalPattern(syntax, type, elements);
}

/// Elements by index: up to the highest one that has a value.
Expr *ExprBinder::indexedPattern(const AssignmentPatternExprSyntax &syntax, const Type &type) {
  const Type &element = *unpackedElementType(type);
  const ExprSyntax *otherwise = nullptr;
  llvm::DenseMap<int64_t, const ExprSyntax *> values;
  int64_t last = -1;
  for (const PatternEntrySyntax *entry : syntax.entries) {
    if (!entry->key)
      return error(entry->range, diag::MixedPattern);
    const auto *keyword = dyn_cast<KeywordExprSyntax>(entry->key);
    if (keyword && keyword->keyword == KeywordExprKind::DefaultValue) {
      if (otherwise)
        return error(entry->key->range, diag::DuplicatePatternKey);
      otherwise = entry->value;
      continue;
    }
    std::optional<int64_t> index = bindConstantInt(*entry->key);
    if (!index)
      return bad(syntax.range);
    if (*index < 0 || *index >= int64_t(MaxPackedWidth)) {
      diagnostics.diag(entry->key->range, diag::PatternIndexOutOfRange)
          << *index << 0 << int64_t(MaxPackedWidth) - 1;
      return bad(syntax.range);
    }
    if (!values.try_emplace(*index, entry->value).second)
      return error(entry->key->range, diag::DuplicatePatternKey);
    last = std::max(last, *index);
  }
  llvm::SmallVector<const Expr *, 16> bound;
  for (int64_t i = 0; i <= last; ++i) {
    const ExprSyntax *value = values.lookup(i);
    if (!value && !otherwise)
      return error(syntax.range, diag::PatternMissesElement, std::to_string(i));
    bound.push_back(&bind(value ? *value : *otherwise, &element));
    if (isBad(*bound.back()))
      return bad(syntax.range);
  }
  return makePattern(type, bound, syntax.range);
}

/// As many elements as there are values (10.9.1).
Expr *ExprBinder::dynamicPattern(const AssignmentPatternExprSyntax &syntax, const Type &type) {
  if (syntax.form == AssignmentPatternForm::Keyed)
    return indexedPattern(syntax, type);
  uint64_t repeat = 1;
  if (syntax.form == AssignmentPatternForm::Replicated) {
    std::optional<int64_t> count = bindConstantInt(*syntax.count);
    if (!count)
      return bad(syntax.range);
    if (*count <= 0 || uint64_t(*count) > MaxPackedWidth)
      return error(syntax.count->range, diag::NegativeReplication);
    repeat = uint64_t(*count);
  }
  llvm::SmallVector<const Type *, 16> elements(repeat * syntax.entries.size(),
                                               unpackedElementType(type));
  if (syntax.entries.empty())
    return makePattern(type, {}, syntax.range);
  return positionalPattern(syntax, type, elements);
}

/// Values by key, and the default of those that do not exist (7.9.11).
Expr *ExprBinder::assocPattern(const AssignmentPatternExprSyntax &syntax,
                               const AssocArrayType &type) {
  llvm::SmallVector<const Expr *, 8> keys, values;
  for (const PatternEntrySyntax *entry : syntax.entries) {
    if (!entry->key)
      return error(entry->range, diag::MixedPattern);
    const auto *keyword = dyn_cast<KeywordExprSyntax>(entry->key);
    bool isDefault = keyword && keyword->keyword == KeywordExprKind::DefaultValue;
    keys.push_back(isDefault ? nullptr : bindKey(type, *entry->key));
    values.push_back(&bind(*entry->value, &type.element));
    if ((keys.back() && isBad(*keys.back())) || isBad(*values.back()))
      return bad(syntax.range);
  }
  auto *node = make<PatternExpr>(type, syntax.range, copy(llvm::ArrayRef<const Expr *>(values)));
  node->keys = copy(llvm::ArrayRef<const Expr *>(keys));
  return node;
}

Expr *ExprBinder::positionalPattern(const AssignmentPatternExprSyntax &syntax, const Type &type,
                                    llvm::ArrayRef<const Type *> elements) {
  uint64_t repeat = 1;
  if (syntax.form == AssignmentPatternForm::Replicated) {
    std::optional<int64_t> count = bindConstantInt(*syntax.count);
    if (!count)
      return bad(syntax.range);
    if (*count <= 0)
      return error(syntax.count->range, diag::NegativeReplication);
    repeat = uint64_t(*count);
  }
  if (repeat * syntax.entries.size() != elements.size()) {
    diagnostics.diag(syntax.range, diag::PatternSize)
        << repeat * syntax.entries.size() << type.describe() << elements.size();
    return bad(syntax.range);
  }
  llvm::SmallVector<const Expr *, 16> bound;
  for (size_t i = 0; i < elements.size(); ++i) {
    size_t entry = i % syntax.entries.size();
    // Repeated values of one type share their node.
    bool isShared = i >= syntax.entries.size() && elements[i] == elements[entry];
    bound.push_back(isShared ? bound[entry] : &bind(*syntax.entries[entry]->value, elements[i]));
  }
  return makePattern(type, bound, syntax.range);
}

//===-- Keys ------------------------------------------------------------------------------===//

bool ExprBinder::collectKey(const PatternEntrySyntax &entry, const Type &type, PatternKeys &keys) {
  const auto *keyword = dyn_cast<KeywordExprSyntax>(entry.key);
  if (keyword && keyword->keyword == KeywordExprKind::DefaultValue) {
    if (keys.defaultValue)
      error(entry.key->range, diag::DuplicatePatternKey);
    keys.defaultValue = entry.value;
    return true;
  }
  llvm::ArrayRef<Field> fields = fieldsOf(type);
  auto assign = [&](size_t index) {
    if (keys.byIndex[index]) {
      error(entry.key->range, diag::DuplicatePatternKey);
      return false;
    }
    keys.byIndex[index] = entry.value;
    return true;
  };
  // A member's name comes before a type of that name.
  if (const auto *name = dyn_cast<NameExprSyntax>(entry.key))
    for (const Field &field : fields)
      if (field.name == name->name.text)
        return assign(field.index);
  if (const Type *key = TypeBinder(compilation, context).tryBindTypeOperand(*entry.key)) {
    keys.byType.push_back({key, entry.value});
    return !key->isError();
  }
  if (!fields.empty()) {
    const auto *name = dyn_cast<NameExprSyntax>(entry.key);
    error(entry.key->range, diag::NoSuchField, name ? name->name.text : "?", type.describe());
    return false;
  }
  std::optional<int64_t> index = bindConstantInt(*entry.key);
  if (!index)
    return false;
  const auto *array = dyn_cast<UnpackedArrayType>(&type.canonical());
  Range range = array ? array->range : packedDimension(type)->range;
  if (!range.contains(*index)) {
    diagnostics.diag(entry.key->range, diag::PatternIndexOutOfRange)
        << *index << range.left << range.right;
    return false;
  }
  return assign(size_t(range.isDescending() ? range.left - *index : *index - range.left));
}

bool ExprBinder::collectKeys(const AssignmentPatternExprSyntax &syntax, const Type &type,
                             PatternKeys &keys) {
  bool good = true;
  for (const PatternEntrySyntax *entry : syntax.entries) {
    if (!entry->key) {
      error(entry->range, diag::MixedPattern);
      return false;
    }
    good &= collectKey(*entry, type, keys);
  }
  return good;
}

/// What keys say about an element without a key of its own: the last type key
/// that matches, its members' values, or the default.
const Expr *ExprBinder::keyedValue(PatternKeys &keys, const Type &type, SourceRange range) {
  auto it = keys.made.find(&type);
  if (it != keys.made.end())
    return it->second;
  const Expr *result = nullptr;
  for (PatternKeys::TypeKey &key : llvm::reverse(keys.byType)) {
    if (!isIdentical(*key.type, type))
      continue;
    result = &bind(*key.value, &type);
    break;
  }
  if (!result)
    result = keyedAggregate(keys, type, range);
  if (!result && keys.defaultValue)
    result = &bind(*keys.defaultValue, &type);
  if (!result)
    result = error(range, diag::PatternMissesElement, type.describe());
  keys.made[&type] = result;
  return result;
}

/// Reaches into a structure or array; null if the default is a value for the whole.
const Expr *ExprBinder::keyedAggregate(PatternKeys &keys, const Type &type, SourceRange range) {
  llvm::ArrayRef<Field> fields = fieldsOf(type);
  const auto *array = dyn_cast<UnpackedArrayType>(&type.canonical());
  TypeKind kind = type.canonical().kind;
  bool isUnion = kind == TypeKind::PackedUnion || kind == TypeKind::UnpackedUnion;
  if ((fields.empty() && !array) || isUnion)
    return nullptr;
  // A default of this very type, such as another structure, is taken whole.
  if (keys.defaultValue && isa<AssignmentPatternExprSyntax>(keys.defaultValue))
    return nullptr;
  if (keys.defaultValue && !isa<LiteralExprSyntax, ConcatExprSyntax>(keys.defaultValue)) {
    const Expr *whole = selfDetermined(*keys.defaultValue);
    bool isScalar = whole->type->canonical().kind == TypeKind::Scalar;
    if (isBad(*whole) || (!isScalar && isIdentical(type, *whole->type)))
      return nullptr;
  }
  llvm::SmallVector<const Expr *, 8> elements;
  if (array)
    elements.assign(array->range.size(), keyedValue(keys, array->element, range));
  for (const Field &field : fields)
    elements.push_back(keyedValue(keys, *field.type, range));
  return makePattern(type, elements, range);
}

Expr *ExprBinder::keyedPattern(const AssignmentPatternExprSyntax &syntax, const Type &type,
                               llvm::ArrayRef<const Type *> elements) {
  PatternKeys keys;
  keys.byIndex.assign(elements.size(), nullptr);
  if (!collectKeys(syntax, type, keys))
    return bad(syntax.range);
  llvm::SmallVector<const Expr *, 16> bound;
  llvm::ArrayRef<Field> fields = fieldsOf(type);
  for (size_t i = 0; i < elements.size(); ++i) {
    if (keys.byIndex[i]) {
      bound.push_back(&bind(*keys.byIndex[i], elements[i]));
      continue;
    }
    if (keys.byType.empty() && !keys.defaultValue) {
      std::string what = fields.empty() ? std::to_string(i) : fields[i].name.str();
      return error(syntax.range, diag::PatternMissesElement, what);
    }
    bound.push_back(keyedValue(keys, *elements[i], syntax.range));
  }
  return makePattern(type, bound, syntax.range);
}

//===-- Defaults of members (7.2.2) ---------------------------------------------------------===//

static bool hasFieldDefault(const Type &type) {
  if (const auto *array = dyn_cast<UnpackedArrayType>(&type.canonical()))
    return hasFieldDefault(array->element);
  const auto *structure = dyn_cast<UnpackedStructType>(&type.canonical());
  if (!structure || structure->isUnion())
    return false;
  for (const Field &field : structure->fields)
    if (field.defaultSyntax || hasFieldDefault(*field.type))
      return true;
  return false;
}

const Expr *ExprBinder::structureDefault(const Type &type, SourceRange range) {
  if (!hasFieldDefault(type))
    return nullptr;
  auto valueOf = [&](const Type &element) -> const Expr * {
    if (const Expr *nested = structureDefault(element, range))
      return nested;
    return &constantExpr(compilation, sema::defaultValue(element), element, range);
  };
  llvm::SmallVector<const Expr *, 8> elements;
  if (const auto *array = dyn_cast<UnpackedArrayType>(&type.canonical())) {
    elements.assign(array->range.size(), valueOf(array->element));
    return makePattern(type, elements, range);
  }
  for (const Field &field : fieldsOf(type)) {
    if (!field.defaultSyntax) {
      elements.push_back(valueOf(*field.type));
      continue;
    }
    BindContext fieldContext = context;
    fieldContext.scope = const_cast<Scope *>(field.scope);
    fieldContext.position = BindContext::NoPosition;
    ExprBinder binder(compilation, fieldContext);
    elements.push_back(
        &binder.bindConstant(*static_cast<const ExprSyntax *>(field.defaultSyntax), field.type));
  }
  return makePattern(type, elements, range);
}

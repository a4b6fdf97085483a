//===- TypeBinder.cpp - from type syntax to types -------------------------------===//
//
// Data types and dimensions (IEEE 1800-2023 6.11 - 6.25, 7.2 - 7.10). Enumerations
// are in EnumBinder.cpp.
//
// Dimensions bind from the right: the rightmost one belongs to the element type.
// The sign of a packed array is that of the vector as a whole; its elements are
// unsigned unless their type has a name (7.4.1).
//
//===----------------------------------------------------------------------===//
#include "Sema/Types/TypeBinder.h"

#include "Sema/Compilation.h"
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Lookup/Lookup.h"
#include "Sema/Symbols/Symbol.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MathExtras.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

const Type &TypeBinder::unsupported(const SyntaxNode &node, const llvm::Twine &what,
                                    llvm::StringRef clause) {
  compilation.diagnostics().unsupported(node.loc(), what, clause);
  return compilation.types().error();
}

//===-- Entry points ----------------------------------------------------------------===//

const Type &TypeBinder::bind(const TypeSyntax &syntax, llvm::StringRef typedefName) {
  TypeContext &types = compilation.types();
  switch (syntax.kind) {
  case SyntaxKind::BuiltinType:
    return bindBuiltin(*cast<BuiltinTypeSyntax>(&syntax));
  case SyntaxKind::ImplicitType: {
    const auto &implicit = *cast<ImplicitTypeSyntax>(&syntax);
    bool isSigned = implicit.signing == Signing::Signed;
    ScalarKind kind = isTwoState ? ScalarKind::Bit : ScalarKind::Logic;
    return applyPacked(types.scalar(kind, isSigned && implicit.dimensions.empty()),
                       implicit.dimensions, isSigned);
  }
  case SyntaxKind::NamedType:
    return bindNamed(*cast<NamedTypeSyntax>(&syntax));
  case SyntaxKind::EnumType: {
    const auto &enumeration = *cast<EnumTypeSyntax>(&syntax);
    return applyPacked(bindEnum(enumeration, typedefName), enumeration.dimensions);
  }
  case SyntaxKind::StructUnionType: {
    const auto &structure = *cast<StructUnionTypeSyntax>(&syntax);
    return applyPacked(bindStruct(structure, typedefName), structure.dimensions);
  }
  case SyntaxKind::TypeReferenceType:
    return bindTypeReference(*cast<TypeReferenceTypeSyntax>(&syntax));
  case SyntaxKind::VirtualInterfaceType:
    return virtualInterfaceType(compilation, *cast<VirtualInterfaceTypeSyntax>(&syntax), context);
  default:
    return types.error();
  }
}

const Type &TypeBinder::bind(const TypeSyntax &syntax, List<DimensionSyntax> unpacked,
                             llvm::StringRef typedefName) {
  return applyUnpacked(bind(syntax, typedefName), unpacked);
}

//===-- Keyword types (6.11, 6.12, 6.14, 6.16, 6.17) ---------------------------------===//

const Type &TypeBinder::bindBuiltin(const BuiltinTypeSyntax &syntax) {
  TypeContext &types = compilation.types();
  bool isSigned = syntax.signing == Signing::Signed;
  auto scalar = [&](ScalarKind kind) -> const Type & {
    bool noDimensions = syntax.dimensions.empty();
    return applyPacked(types.scalar(kind, isSigned && noDimensions), syntax.dimensions, isSigned);
  };
  auto integer = [&](IntKind kind) -> const Type & {
    const Type &type =
        syntax.signing == Signing::None ? types.integer(kind) : types.integer(kind, isSigned);
    if (syntax.dimensions.empty())
      return type;
    compilation.diagnostics().diag(syntax.dimensions.front()->range, diag::PackedDimensionOnType)
        << type.describe();
    return types.error();
  };
  switch (syntax.builtin) {
  case BuiltinTypeKind::Bit:
    return scalar(ScalarKind::Bit);
  case BuiltinTypeKind::Logic:
    return scalar(isTwoState ? ScalarKind::Bit : ScalarKind::Logic);
  case BuiltinTypeKind::Reg:
    return scalar(isTwoState ? ScalarKind::Bit : ScalarKind::Reg);
  case BuiltinTypeKind::Byte:
    return integer(IntKind::Byte);
  case BuiltinTypeKind::Shortint:
    return integer(IntKind::ShortInt);
  case BuiltinTypeKind::Int:
    return integer(IntKind::Int);
  case BuiltinTypeKind::Longint:
    return integer(IntKind::LongInt);
  case BuiltinTypeKind::Integer:
    return integer(isTwoState ? IntKind::Int : IntKind::Integer);
  case BuiltinTypeKind::Time:
    if (isTwoState)
      return applyPacked(types.integer(IntKind::LongInt, isSigned), syntax.dimensions);
    return integer(IntKind::Time);
  case BuiltinTypeKind::Shortreal:
    return applyPacked(types.shortReal(), syntax.dimensions);
  case BuiltinTypeKind::Real:
  case BuiltinTypeKind::Realtime:
    return applyPacked(types.real(), syntax.dimensions);
  case BuiltinTypeKind::String:
    return applyPacked(types.string(), syntax.dimensions);
  case BuiltinTypeKind::Chandle:
    return applyPacked(types.chandle(), syntax.dimensions);
  case BuiltinTypeKind::Event:
    return applyPacked(types.event(), syntax.dimensions);
  case BuiltinTypeKind::Void:
    return applyPacked(types.voidType(), syntax.dimensions);
  case BuiltinTypeKind::Untyped:
    return unsupported(syntax, "untyped formal arguments", "16.8");
  case BuiltinTypeKind::Sequence:
    return unsupported(syntax, "sequence arguments", "16.8");
  case BuiltinTypeKind::Property:
    return unsupported(syntax, "property arguments", "16.12");
  }
  return types.error();
}

//===-- Named types and type references (6.18, 6.23) ---------------------------------===//

const Type *TypeBinder::typeOf(const Symbol &symbol, support::SourceRange range, bool quiet) {
  const Type *type = nullptr;
  if (const auto *alias = dyn_cast<TypeAliasSymbol>(&symbol))
    type = alias->type;
  else if (const auto *parameter = dyn_cast<TypeParameterSymbol>(&symbol))
    type = parameter->type;
  else
    return nullptr;
  if (type)
    return type;
  if (!quiet)
    compilation.diagnostics().diag(range, diag::TypeNotResolved) << symbol.name;
  return &compilation.types().error();
}

/// `process`, `semaphore`, `mailbox` and `mailbox #(type)` of the package std (Annex G); null if
/// the name means something else.
const Type *TypeBinder::bindStandardClass(const ExprSyntax &name) {
  const auto *specialised = dyn_cast<SpecializedNameExprSyntax>(&name);
  const ExprSyntax &base = specialised ? *specialised->base : name;
  const auto *simple = dyn_cast<NameExprSyntax>(&base);
  const auto *scoped = dyn_cast<ScopedNameExprSyntax>(&base);
  const auto *scope = scoped ? dyn_cast<NameExprSyntax>(scoped->scope) : nullptr;
  bool isInStd = scope && scope->name.text == "std";
  if (!simple && !isInStd)
    return nullptr;
  llvm::StringRef text = simple ? simple->name.text : scoped->name.text;
  bool isMailbox = text == "mailbox";
  bool isKnown = isMailbox || (!specialised && (text == "process" || text == "semaphore"));
  if (!isKnown || Lookup(compilation, context).tryLookup(base))
    return nullptr;
  TypeContext &types = compilation.types();
  if (!isMailbox)
    return text == "process" ? &types.process() : &types.semaphore();
  if (!specialised || specialised->arguments.empty())
    return &types.mailbox(nullptr);
  const ArgumentSyntax &argument = *specialised->arguments.front();
  if (specialised->arguments.size() > 1 || !argument.value)
    return nullptr;
  const Type &element = bindTypeOperand(*argument.value);
  return element.isError() ? &element : &types.mailbox(&element);
}

const Type &TypeBinder::bindNamed(const NamedTypeSyntax &syntax) {
  TypeContext &types = compilation.types();
  if (const Type *standard = bindStandardClass(*syntax.name))
    return applyPacked(*standard, syntax.dimensions);
  if (syntax.name->kind == SyntaxKind::SpecializedNameExpr)
    return unsupported(syntax, "parameterised classes", "8.25");
  LookupResult result = Lookup(compilation, context).lookup(*syntax.name);
  if (!result)
    return types.error();
  const Type *type =
      result.remaining.empty() ? typeOf(*result.symbol, syntax.name->range, false) : nullptr;
  if (!type) {
    compilation.diagnostics().diag(syntax.name->range, diag::NotAType) << result.symbol->name;
    compilation.diagnostics().diag(result.symbol->loc, diag::NoteDeclaredHere)
        << result.symbol->name;
    return types.error();
  }
  return applyPacked(*type, syntax.dimensions);
}

const Type &TypeBinder::bindTypeReference(const TypeReferenceTypeSyntax &syntax) {
  if (const Type *type = tryBindTypeOperand(*syntax.operand))
    return *type;
  // The operand is not evaluated, so it need not be constant.
  BindContext unevaluated = context;
  unevaluated.isConstant = false;
  const Expr &expr = ExprBinder(compilation, unevaluated).bindSelfDetermined(*syntax.operand);
  return *expr.type;
}

/// Innermost first: `t[3:0][7:0]` applies [3:0] as the outer dimension.
static bool areDimensions(llvm::ArrayRef<const ExprSyntax *> selects) {
  return llvm::all_of(selects, [](const ExprSyntax *select) {
    const auto *range = dyn_cast<RangeSelectExprSyntax>(select);
    return range && range->rangeKind == RangeKind::Simple;
  });
}

const Type *TypeBinder::tryBindTypeOperand(const ExprSyntax &syntax) {
  if (const auto *type = dyn_cast<TypeExprSyntax>(&syntax))
    return &bind(*type->type);
  if (!Lookup::isName(syntax))
    return nullptr;
  LookupResult result = Lookup(compilation, context).tryLookup(syntax);
  if (!result || !areDimensions(result.remaining))
    return nullptr;
  const Type *type = typeOf(*result.symbol, syntax.range, false);
  if (!type || result.remaining.empty())
    return type;
  const Type *current = type;
  for (const ExprSyntax *select : llvm::reverse(result.remaining)) {
    const auto &range = *cast<RangeSelectExprSyntax>(select);
    DimensionSyntax dimension;
    dimension.range = range.range;
    dimension.dimensionKind = DimensionKind::Range;
    dimension.left = range.left;
    dimension.right = range.right;
    const DimensionSyntax *list[] = {&dimension};
    current = &applyPacked(*current, list);
  }
  return current;
}

const Type &TypeBinder::bindTypeOperand(const ExprSyntax &syntax) {
  if (const Type *type = tryBindTypeOperand(syntax))
    return *type;
  // A name that does not exist is reported by the look-up itself.
  if (!Lookup::isName(syntax) || Lookup(compilation, context).lookup(syntax))
    compilation.diagnostics().diag(syntax.range, diag::ExpectedTypeOperand);
  return compilation.types().error();
}

//===-- Dimensions (7.4) --------------------------------------------------------------===//

std::optional<int32_t> TypeBinder::bindBound(const ExprSyntax &syntax) {
  std::optional<int64_t> value = ExprBinder(compilation, context).bindConstantInt(syntax);
  if (!value)
    return std::nullopt;
  if (*value < INT32_MIN || *value > INT32_MAX) {
    compilation.diagnostics().diag(syntax.range, diag::BoundTooLarge) << *value;
    return std::nullopt;
  }
  return int32_t(*value);
}

std::optional<Range> TypeBinder::bindRange(const DimensionSyntax &dimension) {
  if (dimension.dimensionKind == DimensionKind::Range) {
    std::optional<int32_t> left = bindBound(*dimension.left), right = bindBound(*dimension.right);
    if (!left || !right)
      return std::nullopt;
    int64_t size = std::abs(int64_t(*left) - *right) + 1;
    if (size > INT32_MAX) {
      compilation.diagnostics().diag(dimension.range, diag::BoundTooLarge) << size;
      return std::nullopt;
    }
    return Range{*left, *right};
  }
  if (dimension.dimensionKind != DimensionKind::Size) {
    compilation.diagnostics().diag(dimension.range, diag::DimensionNeedsRange);
    return std::nullopt;
  }
  std::optional<int32_t> size = bindBound(*dimension.left);
  if (!size)
    return std::nullopt;
  if (*size <= 0) {
    compilation.diagnostics().diag(dimension.range, diag::ArraySizeNotPositive) << *size;
    return std::nullopt;
  }
  return Range{0, *size - 1};
}

const Type &TypeBinder::applyPacked(const Type &element, List<DimensionSyntax> dimensions,
                                    bool isSigned) {
  TypeContext &types = compilation.types();
  if (dimensions.empty() || element.isError())
    return element;
  support::DiagnosticEngine &diag = compilation.diagnostics();
  if (!element.isIntegral()) {
    diag.diag(dimensions.front()->range, diag::PackedDimensionOnType) << element.describe();
    return types.error();
  }
  const Type *type = &element;
  for (size_t i = dimensions.size(); i-- > 0;) {
    const DimensionSyntax &dimension = *dimensions[i];
    if (dimension.dimensionKind == DimensionKind::Size) {
      diag.diag(dimension.range, diag::PackedDimensionSize);
    } else if (dimension.dimensionKind != DimensionKind::Range) {
      diag.diag(dimension.range, diag::PackedDimensionNeedsRange);
      return types.error();
    }
    std::optional<Range> range = bindRange(dimension);
    if (!range)
      return types.error();
    if (uint64_t(type->width()) * range->size() > MaxPackedWidth) {
      diag.diag(dimension.range, diag::PackedTypeTooWide)
          << uint64_t(type->width()) * range->size() << MaxPackedWidth;
      return types.error();
    }
    type = &types.packedArray(*type, *range, isSigned && i == 0);
  }
  return *type;
}

/// What a type of keys is made of (7.8.5): neither reals, which may be no keys, nor handles and
/// unions.
enum class KeyKind : uint8_t { Good, Real, Other };
static KeyKind keyKindOf(const Type &key) {
  const Type &t = key.canonical();
  if (t.isIntegral() || t.isString())
    return KeyKind::Good;
  if (t.isReal() || t.isVoid() || t.isEvent())
    return KeyKind::Real;
  if (const auto *array = dyn_cast<UnpackedArrayType>(&t))
    return keyKindOf(array->element);
  if (const auto *array = dyn_cast<DynamicArrayType>(&t))
    return keyKindOf(array->element);
  if (const auto *queue = dyn_cast<QueueType>(&t))
    return keyKindOf(queue->element);
  if (const auto *array = dyn_cast<AssocArrayType>(&t))
    return keyKindOf(array->element);
  const auto *record = dyn_cast<UnpackedStructType>(&t);
  KeyKind kind = record && !record->isUnion() && !record->tag ? KeyKind::Good : KeyKind::Other;
  for (const Field &field : record ? record->fields : llvm::ArrayRef<Field>())
    if (KeyKind part = field.type ? keyKindOf(*field.type) : KeyKind::Good; part > kind)
      kind = part;
  return kind;
}

/// 7.8: integral types, strings, and unpacked arrays and structures of them.
const Type &TypeBinder::associativeArray(const Type &element, const Type &key,
                                         const DimensionSyntax &dimension) {
  TypeContext &types = compilation.types();
  if (key.isError())
    return types.error();
  KeyKind kind = keyKindOf(key);
  if (kind == KeyKind::Good)
    return types.assocArray(element, &key);
  if (kind == KeyKind::Other)
    return unsupported(dimension, "associative arrays with keys of this type", "7.8.5");
  compilation.diagnostics().diag(dimension.range, diag::BadKeyType) << key.describe();
  return types.error();
}

/// [$] or [$:last] (7.10).
const Type &TypeBinder::queue(const Type &element, const DimensionSyntax &dimension) {
  TypeContext &types = compilation.types();
  const ExprSyntax *last = dimension.right ? dimension.right : dimension.left;
  if (!last)
    return types.queue(element, 0);
  std::optional<int64_t> bound = ExprBinder(compilation, context).bindConstantInt(*last);
  if (!bound)
    return types.error();
  if (*bound < 0 || *bound > INT32_MAX - 1) {
    compilation.diagnostics().diag(last->range, diag::BadQueueBound) << *bound;
    return types.error();
  }
  return types.queue(element, uint32_t(*bound) + 1);
}

const Type &TypeBinder::unpackedDimension(const Type &element, const DimensionSyntax &dimension) {
  TypeContext &types = compilation.types();
  switch (dimension.dimensionKind) {
  case DimensionKind::Range:
    break;
  case DimensionKind::Size:
    if (const Type *key = tryBindTypeOperand(*dimension.left))
      return associativeArray(element, *key, dimension);
    break;
  case DimensionKind::Unsized:
    return types.dynamicArray(element);
  case DimensionKind::Wildcard:
    return types.assocArray(element, nullptr);
  case DimensionKind::Queue:
    return queue(element, dimension);
  }
  std::optional<Range> range = bindRange(dimension);
  return range ? types.unpackedArray(element, *range) : types.error();
}

const Type &TypeBinder::applyUnpacked(const Type &element, List<DimensionSyntax> dimensions) {
  const Type *type = &element;
  if (!dimensions.empty() && element.isVoid()) {
    compilation.diagnostics().diag(dimensions.front()->range, diag::ArrayOfVoid);
    return compilation.types().error();
  }
  for (const DimensionSyntax *dimension : llvm::reverse(dimensions)) {
    if (type->isError())
      break;
    type = &unpackedDimension(*type, *dimension);
  }
  return *type;
}

//===-- Structures and unions (7.2, 7.3) ------------------------------------------------===//

bool TypeBinder::bindFields(const StructUnionTypeSyntax &syntax, std::vector<Field> &fields) {
  support::DiagnosticEngine &diag = compilation.diagnostics();
  llvm::StringSet<> names;
  bool good = true;
  for (const StructMemberSyntax *member : syntax.members) {
    const Type &base = bind(*member->type);
    for (const DeclaratorSyntax *declarator : member->declarators) {
      if (!names.insert(declarator->name.text).second)
        diag.diag(declarator->name.loc, diag::DuplicateField) << declarator->name.text;
      const Type &type = applyUnpacked(base, declarator->dimensions);
      good &= !type.isError();
      if (type.isVoid() && !syntax.isTagged) {
        diag.diag(declarator->name.loc, diag::VoidField) << declarator->name.text;
        good = false;
      }
      if (declarator->init && (syntax.isUnion || syntax.isPacked))
        diag.diag(declarator->init->range, diag::FieldDefaultNotAllowed) << syntax.isUnion;
      Field field;
      field.name = declarator->name.text;
      field.type = type.isVoid() ? nullptr : &type;
      field.index = uint32_t(fields.size());
      field.defaultSyntax = declarator->init;
      field.scope = context.scope;
      field.loc = declarator->name.loc;
      fields.push_back(field);
    }
  }
  return good && !fields.empty();
}

const Type &TypeBinder::packFields(const StructUnionTypeSyntax &syntax, std::vector<Field> &fields,
                                   llvm::StringRef name) {
  TypeContext &types = compilation.types();
  support::DiagnosticEngine &diag = compilation.diagnostics();
  uint64_t bits = 0;
  bool fourState = false;
  for (const Field &field : fields) {
    if (!field.type)
      continue;
    if (!field.type->isIntegral()) {
      diag.diag(field.loc, diag::PackedFieldNotIntegral) << field.name << field.type->describe();
      return types.error();
    }
    uint32_t width = field.type->width();
    fourState |= field.type->isFourState();
    if (!syntax.isUnion) {
      bits += width;
      continue;
    }
    if (!syntax.isSoft && !syntax.isTagged && &field != &fields.front() && width != bits)
      diag.diag(field.loc, diag::PackedUnionWidth) << field.name << width << bits;
    bits = std::max<uint64_t>(bits, width);
  }
  const Field *tag = nullptr;
  if (syntax.isTagged) { // the tag is leftmost, members are at the right (7.3.2)
    tag = makeTag(fields, uint32_t(bits), fourState);
    bits += tag->type->width();
  }
  if (bits > MaxPackedWidth) {
    diag.diag(syntax.range, diag::PackedTypeTooWide) << bits << MaxPackedWidth;
    return types.error();
  }
  // The first member is the most significant one; members of a soft union
  // share the least significant bits.
  uint64_t at = bits;
  for (Field &field : fields) {
    at -= syntax.isUnion ? 0 : field.type->width();
    field.bitOffset = syntax.isUnion ? 0 : uint32_t(at);
  }
  TypeKind kind = syntax.isUnion ? TypeKind::PackedUnion : TypeKind::PackedStruct;
  auto *type = types.make<PackedStructType>(kind, name, types.copy(llvm::ArrayRef<Field>(fields)),
                                            uint32_t(bits), syntax.signing == Signing::Signed,
                                            fourState);
  type->tag = tag;
  return *type;
}

/// The tag of a tagged union: at bit `offset` if it is packed, else a member behind the others.
const Field *TypeBinder::makeTag(llvm::ArrayRef<Field> fields, uint32_t offset, bool fourState) {
  TypeContext &types = compilation.types();
  uint32_t width = std::max(1u, llvm::Log2_64_Ceil(fields.size()));
  auto *tag = types.make<Field>();
  tag->name = ""; // what no member is called: how types at run time know it
  tag->type = &types.vector(width, false, fourState);
  tag->bitOffset = offset;
  tag->index = uint32_t(fields.size());
  return tag;
}

/// Whether objects of the type hold arrays of variable size (or strings or handles).
static bool hasVariableArrays(const Type &type, bool orHandles = false) {
  const Type &t = type.canonical();
  if (t.kind >= TypeKind::DynamicArray && t.kind <= TypeKind::AssocArray)
    return true;
  if (orHandles && (t.isString() || t.kind == TypeKind::CHandle || t.isEvent()))
    return true;
  if (const auto *array = dyn_cast<UnpackedArrayType>(&t))
    return hasVariableArrays(array->element, orHandles);
  const auto *structure = dyn_cast<UnpackedStructType>(&t);
  return structure && llvm::any_of(structure->fields, [&](const Field &field) {
           return field.type && hasVariableArrays(*field.type, orHandles);
         });
}

const Type &TypeBinder::bindStruct(const StructUnionTypeSyntax &syntax, llvm::StringRef name) {
  TypeContext &types = compilation.types();
  std::vector<Field> fields;
  if (!bindFields(syntax, fields))
    return types.error();
  if (syntax.isPacked || syntax.isSoft) // only packed unions are soft (7.3.1)
    return packFields(syntax, fields, name);
  if (syntax.signing != Signing::None) {
    compilation.diagnostics().diag(syntax.range, diag::SignOnUnpacked);
    return types.error();
  }
  if (syntax.isUnion)
    for (const Field &field : fields)
      if (field.type && holdsVirtualInterface(*field.type)) {
        compilation.diagnostics().diag(field.loc, diag::VirtualInterfaceMember) << field.name;
        return types.error();
      }
  if (syntax.isUnion && !syntax.isTagged)
    for (const Field &field : fields)
      if (field.type && hasVariableArrays(*field.type, true)) {
        compilation.diagnostics().diag(field.loc, diag::UnionDynamicMember)
            << field.name << field.type->describe();
        return types.error();
      }
  auto holdsVariableArrays = [](const Field &f) { return f.type && hasVariableArrays(*f.type); };
  if (syntax.isUnion && llvm::any_of(fields, holdsVariableArrays))
    return unsupported(syntax, "arrays of variable size in unions", "7.3");
  TypeKind kind = syntax.isUnion ? TypeKind::UnpackedUnion : TypeKind::UnpackedStruct;
  auto *type =
      types.make<UnpackedStructType>(kind, name, types.copy(llvm::ArrayRef<Field>(fields)));
  if (syntax.isTagged)
    type->tag = makeTag(fields, 0, false);
  return *type;
}

//===- EnumBinder.cpp - enumerations --------------------------------------------===//
//
// IEEE 1800-2023 6.19. A member without a value is one more than the member before
// it; `name[n]` and `name[a:b]` stand for several members (table 6-10). Values must
// fit the base type, differ from each other, and follow no unknown value without
// being given themselves.
//
//===----------------------------------------------------------------------===//
#include "Sema/Compilation.h"
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/ConstEval/ConstantOperators.h"
#include "Sema/Expr/ExprBinder.h"
#include "Sema/Symbols/Symbol.h"
#include "Sema/Types/TypeBinder.h"

#include <unordered_map>

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using value::LogicVector;

namespace {

/// Collects the members of one enumeration.
class EnumBuilder {
public:
  EnumBuilder(Compilation &compilation, const BindContext &context, const Type &base,
              TypeBinder::EnumValueSink sink)
      : compilation(compilation), context(context), base(base), sink(sink) {}

  void add(const EnumMemberSyntax &syntax);

  std::vector<EnumType::Value> values;
  llvm::SmallVector<EnumValueSymbol *> symbols;
  bool failed = false;

private:
  void addOne(llvm::StringRef name, const EnumMemberSyntax &syntax, bool isFirst);
  std::optional<LogicVector> explicitValue(const ExprSyntax &syntax);
  std::optional<LogicVector> nextValue(const EnumMemberSyntax &syntax);
  void addRange(const EnumMemberSyntax &syntax);

  Compilation &compilation;
  const BindContext &context;
  const Type &base;
  TypeBinder::EnumValueSink sink;
  std::unordered_map<LogicVector, llvm::StringRef> seen;
};

/// Whether truncation to the base keeps the number: dropped bits are all 0, or
/// copies of the sign.
bool fits(const LogicVector &v, const Type &base) {
  if (v.width() <= base.width())
    return true;
  LogicVector kept = v.resize(base.width());
  return kept.resize(v.width(), false).withSign(v.isSigned()) == v ||
         kept.resize(v.width(), true).withSign(v.isSigned()) == v;
}

std::optional<LogicVector> EnumBuilder::explicitValue(const ExprSyntax &syntax) {
  support::DiagnosticEngine &diag = compilation.diagnostics();
  const Expr &expr = ExprBinder(compilation, context).bindConstant(syntax);
  if (expr.isInvalid())
    return std::nullopt;
  if (!expr.constant) {
    diag.diag(syntax.range, diag::NotIntegral) << expr.type->describe();
    return std::nullopt;
  }
  const auto *constant = dyn_cast<ConstantExpr>(&expr);
  LogicVector v = *expr.constant;
  if (constant && isa<LiteralExprSyntax>(syntax) && !constant->isUnsized &&
      !constant->isUnbasedUnsized && v.width() != base.width()) {
    diag.diag(syntax.range, diag::EnumLiteralSize) << v.width() << base.describe() << base.width();
    return std::nullopt;
  }
  if (constant && constant->isUnbasedUnsized)
    v = LogicVector(base.width(), base.isSigned(), v.bit(0));
  if (v.isUnknown() && !base.isFourState()) {
    diag.diag(syntax.range, diag::EnumUnknownValue) << base.describe();
    return std::nullopt;
  }
  if (!fits(v, base)) {
    diag.diag(syntax.range, diag::EnumValueTooLarge) << v.toLiteral() << base.describe();
    return std::nullopt;
  }
  return convertInteger(v, base);
}

std::optional<LogicVector> EnumBuilder::nextValue(const EnumMemberSyntax &syntax) {
  if (values.empty())
    return LogicVector(base.width(), base.isSigned());
  const LogicVector &last = values.back().value;
  support::DiagnosticEngine &diag = compilation.diagnostics();
  if (last.isUnknown()) {
    diag.diag(syntax.name.loc, diag::EnumAfterUnknown) << syntax.name.text;
    return std::nullopt;
  }
  LogicVector one = LogicVector::fromUint64(base.width() + 1, 1, base.isSigned());
  LogicVector wide = value::add(last.resize(base.width() + 1), one);
  LogicVector next = wide.resize(base.width());
  if (!(next.resize(base.width() + 1) == wide)) {
    diag.diag(syntax.name.loc, diag::EnumOverflow) << syntax.name.text << base.describe();
    return std::nullopt;
  }
  return next;
}

void EnumBuilder::addOne(llvm::StringRef name, const EnumMemberSyntax &syntax, bool isFirst) {
  std::optional<LogicVector> v =
      isFirst && syntax.value ? explicitValue(*syntax.value) : nextValue(syntax);
  TypeContext &types = compilation.types();
  auto *symbol = types.make<EnumValueSymbol>(name, syntax.name.loc);
  if (v) {
    auto [it, isNew] = seen.try_emplace(*v, name);
    if (!isNew) {
      compilation.diagnostics().diag(syntax.name.loc, diag::EnumDuplicateValue)
          << name << it->second << v->toLiteral();
      failed = true;
    }
  } else {
    failed = true;
    v = LogicVector(base.width(), base.isSigned());
  }
  symbol->type = &base;
  symbol->value = types.constant(*v);
  values.push_back(EnumType::Value{name, std::move(*v), syntax.name.loc});
  symbols.push_back(symbol);
  if (sink)
    sink(*symbol);
}

void EnumBuilder::addRange(const EnumMemberSyntax &syntax) {
  ExprBinder binder(compilation, context);
  support::DiagnosticEngine &diag = compilation.diagnostics();
  std::optional<int64_t> first = binder.bindConstantInt(*syntax.rangeLeft), last;
  if (syntax.rangeRight) {
    last = binder.bindConstantInt(*syntax.rangeRight);
  } else if (first) {
    last = *first - 1;
    first = 0;
  }
  if (!first || !last) {
    failed = true;
    return;
  }
  int64_t count = std::abs(*last - *first) + 1;
  if (*first < 0 || *last < 0 || count > (1 << 20)) {
    diag.diag(syntax.name.loc, diag::EnumBadRange) << syntax.name.text;
    failed = true;
    return;
  }
  int64_t step = *first <= *last ? 1 : -1;
  for (int64_t i = 0; i < count; ++i) {
    std::string name = syntax.name.text.str() + std::to_string(*first + i * step);
    addOne(compilation.types().copy(llvm::StringRef(name)), syntax, i == 0);
  }
}

void EnumBuilder::add(const EnumMemberSyntax &syntax) {
  if (syntax.rangeLeft)
    addRange(syntax);
  else
    addOne(syntax.name.text, syntax, true);
}

/// 6.19: an integer type, or a vector with one dimension of single bits.
bool isEnumBase(const Type &type) {
  const Type &base = type.canonical();
  if (const auto *array = dyn_cast<PackedArrayType>(&base))
    return array->element.canonical().kind == TypeKind::Scalar;
  return base.kind == TypeKind::Scalar || base.kind == TypeKind::PredefinedInt;
}

} // namespace

const Type &TypeBinder::bindEnum(const EnumTypeSyntax &syntax, llvm::StringRef name) {
  TypeContext &types = compilation.types();
  const Type &base = syntax.base ? bind(*syntax.base) : types.integer(IntKind::Int);
  bool badBase = base.isError();
  if (!badBase && !isEnumBase(base)) {
    compilation.diagnostics().diag(syntax.base->range, diag::EnumBaseNotIntegral)
        << base.describe();
    badBase = true;
  }
  const Type &used = badBase ? types.integer(IntKind::Int) : base;
  EnumBuilder builder(compilation, context, used, sink);
  for (const EnumMemberSyntax *member : syntax.members)
    builder.add(*member);
  const Type *type = &types.error();
  // After a bad member its names are known but have no type, so that uses are silent.
  if (!badBase && !builder.failed)
    type = types.make<EnumType>(base, name, types.enumValues(std::move(builder.values)));
  for (EnumValueSymbol *symbol : builder.symbols)
    symbol->type = type;
  return *type;
}

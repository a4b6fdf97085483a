//===- Queries.cpp - system functions that ask about types ----------------------===//
//
// IEEE 1800-2023 11.7, 20.6, 20.7. Their operands are not evaluated, so variables may
// stand in constant expressions here; for types of fixed size the answer is a
// constant. Dimensions count from 1: the unpacked ones from the left, then the
// packed ones.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Expr/BuiltinTable.h"
#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using support::SourceRange;

Expr *ExprBinder::integerResult(int64_t value, SourceRange range) {
  return mutableExpr(&integerConstant(value, types.integer(IntKind::Int), range));
}

/// The type of a type or of an expression that is not evaluated; null: reported.
const Type *ExprBinder::queryOperand(const ExprSyntax &syntax, bool &isUnbounded) {
  BindContext unevaluated = context;
  unevaluated.isConstant = false;
  const Type *type = TypeBinder(compilation, unevaluated).tryBindTypeOperand(syntax);
  if (!type) {
    const Expr &expr = ExprBinder(compilation, unevaluated).bindSelfDetermined(syntax);
    isUnbounded = expr.kind == ExprKind::Unbounded;
    type = expr.type;
  }
  return type->isError() ? nullptr : type;
}

namespace {
/// The dimensions of a type, slowest first.
struct Dimensions {
  llvm::SmallVector<Range, 4> ranges;
  llvm::SmallVector<size_t, 2> variable; ///< those of variable size
  unsigned unpacked = 0;

  explicit Dimensions(const Type &type) {
    const Type *t = &type.canonical();
    while (const Type *element = unpackedElementType(*t)) {
      if (const auto *array = dyn_cast<UnpackedArrayType>(t))
        ranges.push_back(array->range);
      else
        addVariable();
      ++unpacked;
      t = &element->canonical();
    }
    if (t->isString())
      addVariable();
    while (std::optional<PackedDimension> dimension = packedDimension(*t)) {
      ranges.push_back(dimension->range);
      if (const auto *enumeration = dyn_cast<EnumType>(t))
        t = &enumeration->base.canonical();
      const auto *array = dyn_cast<PackedArrayType>(t);
      if (!array)
        break;
      t = &array->element.canonical();
    }
  }
  void addVariable() {
    variable.push_back(ranges.size());
    ranges.push_back(Range());
  }
};
} // namespace

/// $left, $right, $low, $high, $increment, $size of one dimension (20.7).
Expr *ExprBinder::queryDimension(uint32_t row, const Type &type,
                                 const SystemCallExprSyntax &syntax) {
  Dimensions dimensions(type);
  int64_t number = 1;
  if (syntax.arguments.size() > 1) {
    const ExprSyntax *second = syntax.arguments[1]->value;
    if (!second)
      return error(syntax.range, diag::EmptySystemArgument);
    const Expr &index = bindIntegral(*second);
    if (isBad(index))
      return bad(syntax.range);
    std::optional<int64_t> value = index.constant ? index.constant->toInt64() : std::nullopt;
    if (!index.constant && !context.isConstant)
      return unsupported(second->range, "array queries with a variable dimension", "20.7");
    if (!value) {
      value = bindConstantInt(*second);
      if (!value)
        return bad(syntax.range);
    }
    number = *value;
  }
  const Type &integer = types.integer(IntKind::Integer);
  if (number < 1 || number > int64_t(dimensions.ranges.size())) { // 20.7: 'x
    auto *node = make<ConstantExpr>(integer, syntax.range);
    node->constant = types.constant(value::LogicVector(32, true, value::Bit::x));
    return node;
  }
  if (type.isString())
    return queryString(row, *syntax.arguments[0]->value, syntax.range);
  bool isDynamic = unpackedElementType(type) && type.canonical().kind != TypeKind::UnpackedArray;
  if (isDynamic && number == 1)
    return queryDynamic(row, *syntax.arguments[0]->value, syntax.range);
  if (llvm::is_contained(dimensions.variable, size_t(number - 1)))
    return error(syntax.range, diag::QueryOfVariableDimension, std::to_string(number));
  Range range = dimensions.ranges[size_t(number - 1)];
  int64_t result = 0;
  switch (BuiltinRow(row)) {
  case BuiltinRow::Left:
    result = range.left;
    break;
  case BuiltinRow::Right:
    result = range.right;
    break;
  case BuiltinRow::Low:
    result = range.low();
    break;
  case BuiltinRow::High:
    result = range.high();
    break;
  case BuiltinRow::Increment:
    result = range.isDescending() ? 1 : -1;
    break;
  default:
    result = range.size();
    break;
  }
  return mutableExpr(&integerConstant(result, integer, syntax.range));
}

/// Array queries of a string: it is an array [0:len-1] of bytes.
Expr *ExprBinder::queryString(uint32_t row, const ExprSyntax &operand, SourceRange range) {
  const Type &integer = types.integer(IntKind::Integer);
  auto id = BuiltinRow(row);
  if (id == BuiltinRow::Left || id == BuiltinRow::Low)
    return mutableExpr(&integerConstant(0, integer, range));
  if (id == BuiltinRow::Increment)
    return mutableExpr(&integerConstant(-1, integer, range));
  const Expr *text = selfDetermined(operand);
  if (isBad(*text))
    return bad(range);
  auto *length =
      make<MethodCallExpr>(types.integer(IntKind::Int), range, uint32_t(BuiltinRow::StringLen),
                           "len", text, llvm::ArrayRef<const Expr *>());
  Expr *result = mutableExpr(fold(length));
  if (id != BuiltinRow::Size)
    result =
        makeBinary(BinaryOp::Sub, result,
                   mutableExpr(&integerConstant(1, types.integer(IntKind::Int), range)), range);
  return mutableExpr(seal(convertNumeric(*finish(result), integer, true)));
}

/// Bounds of an associative array: $left is 0, $right the highest possible index, $low and $high
/// are the first and last index in use, x if there is none.
Expr *ExprBinder::queryKeys(uint32_t query, const Expr &array, const AssocArrayType &type,
                            SourceRange range) {
  auto id = BuiltinRow(query);
  if (id == BuiltinRow::Increment)
    return mutableExpr(&integerConstant(-1, types.integer(IntKind::Integer), range));
  if (!type.key || !type.key->isIntegral())
    return error(range, diag::QueryOfKeys);
  uint32_t width = type.key->width();
  bool isSigned = type.key->isSigned();
  const Type &index = types.vector(width, isSigned, true);
  if (id == BuiltinRow::Left || id == BuiltinRow::Right) {
    value::LogicVector bound(width, isSigned,
                             id == BuiltinRow::Left ? value::Bit::zero : value::Bit::one);
    if (id == BuiltinRow::Right && isSigned)
      bound.setBit(width - 1, value::Bit::zero);
    return mutableExpr(&constantExpr(compilation, ConstantValue(std::move(bound)), index, range));
  }
  auto row = id == BuiltinRow::Low ? BuiltinRow::ArrayFirst : BuiltinRow::ArrayLast;
  return make<MethodCallExpr>(index, range, uint32_t(row), builtinInfo(uint32_t(row)).name, &array,
                              llvm::ArrayRef<const Expr *>());
}

/// Array queries of the outermost, variable dimension: [0:size-1].
Expr *ExprBinder::queryDynamic(uint32_t row, const ExprSyntax &operand, SourceRange range) {
  const Type &integer = types.integer(IntKind::Integer);
  auto id = BuiltinRow(row);
  const Expr *array = selfDetermined(operand);
  if (isBad(*array))
    return bad(range);
  if (const auto *assoc = dyn_cast<AssocArrayType>(&array->type->canonical());
      assoc && id != BuiltinRow::Size)
    return queryKeys(row, *array, *assoc, range);
  if (id == BuiltinRow::Left || id == BuiltinRow::Low)
    return mutableExpr(&integerConstant(0, integer, range));
  if (id == BuiltinRow::Increment)
    return mutableExpr(&integerConstant(-1, integer, range));
  Expr *result = mutableExpr(arraySize(*array, range));
  if (id != BuiltinRow::Size)
    result = makeBinary(BinaryOp::Sub, result,
                        mutableExpr(&integerConstant(1, types.integer(IntKind::Int), range)), range);
  return mutableExpr(seal(convertNumeric(*finish(result), integer, true)));
}

Expr *ExprBinder::createQuery(uint32_t row, const SystemCallExprSyntax &syntax) {
  const BuiltinInfo &info = builtinInfo(row);
  size_t count = syntax.arguments.size();
  if (count < size_t(info.minArgs) || count > size_t(info.maxArgs) || !syntax.arguments[0]->value) {
    diagnostics.diag(syntax.range, diag::SystemArgumentCount)
        << info.name << info.argCountText() << count;
    return bad(syntax.range);
  }
  const ExprSyntax &operand = *syntax.arguments[0]->value;
  auto id = BuiltinRow(row);
  if (id == BuiltinRow::Signed || id == BuiltinRow::Unsigned)
    return castSign(selfDetermined(operand), id == BuiltinRow::Signed, syntax.range);
  bool isUnbounded = false;
  const Type *type = queryOperand(operand, isUnbounded);
  if (!type)
    return bad(syntax.range);
  switch (id) {
  case BuiltinRow::Typename: {
    std::string name = type->toString();
    return make<StringConstantExpr>(types.string(), syntax.range,
                                    types.copy(llvm::StringRef(name)));
  }
  case BuiltinRow::Bits: {
    std::optional<uint64_t> bits = type->bitStreamWidth();
    if (type->isVoid())
      return error(syntax.range, diag::VoidValue);
    const Type *element = unpackedElementType(*type);
    if (!bits && element && element->bitStreamWidth() &&
        type->canonical().kind != TypeKind::AssocArray) { // size * bits of an element
      const Expr *array = selfDetermined(operand);
      if (isBad(*array))
        return bad(syntax.range);
      const Type &intType = types.integer(IntKind::Int);
      auto width = int64_t(*element->bitStreamWidth());
      return mutableExpr(seal(finish(makeBinary(
          BinaryOp::Mul, mutableExpr(arraySize(*array, syntax.range)),
          mutableExpr(&integerConstant(width, intType, syntax.range)), syntax.range))));
    }
    if (!bits && isBitStreamType(*type)) { // as many as a stream of it has now
      const Expr *operands[] = {selfDetermined(operand)};
      if (isBad(*operands[0]))
        return bad(syntax.range);
      const Type &stream = types.queue(types.scalar(ScalarKind::Logic), 0);
      auto *all = make<StreamingExpr>(stream, syntax.range, /*rightToLeft=*/false, 1u,
                                      copy(llvm::ArrayRef<const Expr *>(operands)));
      return mutableExpr(arraySize(*all, syntax.range));
    }
    if (!bits)
      return unsupported(syntax.range, "$bits of a type of variable size", "20.6.2");
    return integerResult(int64_t(*bits), syntax.range);
  }
  case BuiltinRow::Isunbounded:
    return mutableExpr(&integerConstant(isUnbounded, types.scalar(ScalarKind::Bit), syntax.range));
  case BuiltinRow::Dimensions:
    return integerResult(int64_t(Dimensions(*type).ranges.size()), syntax.range);
  case BuiltinRow::UnpackedDimensions:
    return integerResult(Dimensions(*type).unpacked, syntax.range);
  default:
    return queryDimension(row, *type, syntax);
  }
}

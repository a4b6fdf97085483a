//===- ConstantValue.cpp - values of constant expressions -----------------------===//
//
// Comparison, texts, conversion and default values of constants.
//
// Conversions follow the LRM's assignment rules: an integral value is extended by
// its own sign and loses X and Z in a two-state type (10.7, 6.3.1), a real is
// rounded half away from zero (6.12.1), strings and vectors exchange bytes (6.16).
// Aggregates convert element by element; the bit-stream forms (6.24.3) go through
// one vector, the first element being the most significant.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantValue.h"

#include "Sema/Compilation.h"
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/ConstEval/ConstantOperators.h"
#include "Sema/Types/PackedLayout.h"

#include <cmath>
#include <cstdio>

using namespace circtsim;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using value::LogicVector;

//===-- ConstantValue -----------------------------------------------------------===//

bool ConstantValue::operator==(const ConstantValue &other) const {
  if (data.index() != other.data.index())
    return false;
  if (isReal()) // NaN equals itself, 0.0 and -0.0 differ: bodies are keyed by this.
    return std::bit_cast<uint64_t>(real()) == std::bit_cast<uint64_t>(other.real());
  if (isAggregate())
    return elements() == other.elements();
  return data == other.data;
}

static void quote(std::string &out, const std::string &text) {
  out += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < ' ' || c == 127) {
      char octal[8];
      std::snprintf(octal, sizeof octal, "\\%03o", unsigned(static_cast<unsigned char>(c)));
      out += octal;
    } else {
      out += c;
    }
  }
  out += '"';
}

static std::string realText(double v) {
  char text[40];
  for (int digits = 6; digits <= 17; digits += digits == 6 ? 9 : 1) {
    std::snprintf(text, sizeof text, "%.*g", digits, v);
    if (std::strtod(text, nullptr) == v)
      break;
  }
  std::string out = text;
  if (out.find_first_of(".enai") == std::string::npos)
    out += ".0";
  return out;
}

std::string ConstantValue::toString() const {
  if (isInteger())
    return integer().toLiteral();
  if (isReal())
    return realText(real());
  std::string out;
  if (isString()) {
    quote(out, string());
    return out;
  }
  if (isUnbounded())
    return "$";
  if (isBad())
    return "<error>";
  if (!isAggregate())
    return "null";
  out = "'{";
  for (const ConstantValue &element : elements()) {
    if (&element != &elements().front())
      out += ", ";
    out += element.toString();
  }
  return out + '}';
}

//===-- Conversion --------------------------------------------------------------===//

LogicVector circtsim::sema::convertInteger(const LogicVector &v, const Type &to) {
  LogicVector result = v.width() == to.width() ? v : v.resize(to.width());
  result.setSigned(to.isSigned());
  return to.isFourState() || !result.isUnknown() ? result : result.toTwoState();
}

static ConstantValue convertElements(const ConstantValue &value, const Type &from, const Type &to) {
  ConstantValue::Elements result;
  result.reserve(value.elements().size());
  const Type *toElement = unpackedElementType(to), *fromElement = unpackedElementType(from);
  llvm::ArrayRef<Field> toFields = fieldsOf(to), fromFields = fieldsOf(from);
  for (size_t i = 0; i < value.elements().size(); ++i) {
    const Type *target = toElement ? toElement : i < toFields.size() ? toFields[i].type : nullptr;
    const Type *source = fromElement             ? fromElement
                         : i < fromFields.size() ? fromFields[i].type
                                                 : nullptr;
    if (!target || !source)
      return {};
    result.push_back(convertConstant(value.elements()[i], *source, *target));
    if (result.back().isBad())
      return {};
  }
  return result;
}

ConstantValue circtsim::sema::convertConstant(const ConstantValue &value, const Type &from,
                                              const Type &target) {
  const Type &to = target.canonical();
  if (value.isBad() || to.isError())
    return {};
  if (to.isIntegral()) {
    if (value.isInteger())
      return convertInteger(value.integer(), to);
    if (value.isReal())
      return convertInteger(LogicVector::fromDouble(to.width(), value.real(), to.isSigned()), to);
    if (value.isString())
      return convertInteger(LogicVector::fromBytes(value.string()), to);
    return value.isUnbounded() ? value : ConstantValue();
  }
  if (to.isReal()) {
    if (!value.isReal() && !value.isInteger())
      return {};
    double v = value.isReal() ? value.real() : value.integer().toDouble();
    return to.kind == TypeKind::ShortReal ? double(float(v)) : v;
  }
  if (to.isString())
    return value.isInteger()  ? ConstantValue(value.integer().toString())
           : value.isString() ? value
                              : ConstantValue();
  if (value.isAggregate())
    return to.isAggregate() ? convertElements(value, from, to) : ConstantValue();
  return value;
}

//===-- Bit streams (6.24.3) ----------------------------------------------------===//

bool circtsim::sema::flatten(const ConstantValue &value, std::vector<LogicVector> &parts) {
  if (value.isInteger()) {
    parts.push_back(value.integer());
    return true;
  }
  if (value.isString()) {
    if (!value.string().empty())
      parts.push_back(LogicVector::fromBytes(value.string()));
    return true;
  }
  if (!value.isAggregate())
    return false;
  for (const ConstantValue &element : value.elements())
    if (!flatten(element, parts))
      return false;
  return true;
}

/// Takes the next bits of `stream` (from the top, `at` counts down) as `type`.
static ConstantValue unflatten(const LogicVector &stream, int64_t &at, const Type &type) {
  const Type &t = type.canonical();
  if (t.isIntegral()) {
    at -= t.width();
    return convertInteger(value::extract(stream, at, t.width()), t);
  }
  ConstantValue::Elements result;
  if (const auto *array = dyn_cast<UnpackedArrayType>(&t)) {
    for (uint32_t i = 0; i < array->range.size(); ++i)
      result.push_back(unflatten(stream, at, array->element));
    return result;
  }
  const auto *structure = dyn_cast<UnpackedStructType>(&t);
  if (!structure || structure->isUnion())
    return {};
  for (const Field &field : structure->fields)
    result.push_back(unflatten(stream, at, *field.type));
  return result;
}

ConstantValue circtsim::sema::bitStreamConvert(const ConstantValue &value, const Type &to) {
  std::vector<LogicVector> parts;
  std::optional<uint64_t> width = to.bitStreamWidth();
  if (!flatten(value, parts) || parts.empty())
    return {};
  LogicVector stream = value::concat(parts.data(), uint32_t(parts.size()));
  if (to.isString())
    return stream.toString();
  if (!width || *width != stream.width())
    return {};
  int64_t at = stream.width();
  return unflatten(stream, at, to);
}

//===-- Default values (6.8) ----------------------------------------------------===//

ConstantValue circtsim::sema::defaultValue(const Type &type) {
  const Type &t = type.canonical();
  if (t.isIntegral())
    return LogicVector(t.width(), t.isSigned(), t.isFourState() ? value::Bit::x : value::Bit::zero);
  if (t.isReal())
    return 0.0;
  if (t.isString())
    return std::string();
  if (const auto *array = dyn_cast<UnpackedArrayType>(&t))
    return ConstantValue::Elements(array->range.size(), defaultValue(array->element));
  if (const auto *structure = dyn_cast<UnpackedStructType>(&t)) {
    ConstantValue::Elements fields;
    for (const Field &field : structure->fields)
      fields.push_back(field.type ? defaultValue(*field.type) : ConstantValue::Null());
    return fields;
  }
  if (t.isAggregate())
    return ConstantValue::Elements();
  return t.isError() || t.isVoid() ? ConstantValue() : ConstantValue(ConstantValue::Null());
}

//===-- Nodes -------------------------------------------------------------------===//

/// Null: a member without a value, of a tagged union.
static const Type *elementTypeAt(const Type &type, size_t index) {
  if (const Type *element = unpackedElementType(type))
    return element;
  return fieldsOf(type)[index].type;
}

const Expr &circtsim::sema::constantExpr(Compilation &compilation, const ConstantValue &value,
                                         const Type &type, support::SourceRange range) {
  TypeContext &types = compilation.types();
  if (value.isInteger()) {
    auto *expr = types.make<ConstantExpr>(type, range);
    expr->constant = types.constant(value.integer());
    return *expr;
  }
  if (value.isReal())
    return *types.make<RealConstantExpr>(type, range, value.real());
  if (value.isString())
    return *types.make<StringConstantExpr>(type, range,
                                           types.copy(llvm::StringRef(value.string())));
  if (value.isUnbounded())
    return *types.make<UnboundedExpr>(types.unbounded(), range);
  if (value.isBad())
    return *types.make<InvalidExpr>(types.error(), range);
  if (!value.isAggregate())
    return *types.make<NullExpr>(type, range);
  llvm::SmallVector<const Expr *> elements;
  for (size_t i = 0; i < value.elements().size(); ++i) {
    const Type *element = elementTypeAt(type, i);
    elements.push_back(
        element ? &constantExpr(compilation, value.elements()[i], *element, range) : nullptr);
  }
  return *types.make<PatternExpr>(type, range, types.copy(llvm::ArrayRef(elements)));
}

//===- ConstantBuiltins.cpp - pure system functions and methods on values -------===//
//
// The functions of IEEE 1800-2023 20.5 (conversion), 20.8 (mathematics), 20.9
// (bit vectors), and the string and enumeration methods (6.16, 6.19.5) that depend
// on their arguments only. Rows without a case here are not constant.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/ConstEval/ConstantOperators.h"
#include "Sema/Expr/BuiltinTable.h"
#include "Value/Convert.h"

#include <bit>
#include <cmath>

using namespace circtsim;
using namespace circtsim::sema;
using llvm::cast;
using value::LogicVector;

namespace {

/// Arguments with the readings that the rows ask for.
struct Arguments {
  llvm::ArrayRef<ConstantValue> values;

  size_t size() const { return values.size(); }
  const LogicVector *vector(unsigned i) const {
    return i < values.size() && values[i].isInteger() ? &values[i].integer() : nullptr;
  }
  double real(unsigned i) const {
    if (values[i].isReal())
      return values[i].real();
    return values[i].isInteger() ? values[i].integer().toDouble() : 0.0;
  }
  /// A string, or the text of a vector.
  std::string text(unsigned i) const {
    if (values[i].isString())
      return values[i].string();
    return values[i].isInteger() ? values[i].integer().toString() : std::string();
  }
  /// X and Z bits count as 0, as in an `int` argument.
  int32_t int32(unsigned i) const {
    const LogicVector *v = vector(i);
    return v ? int32_t(v->resize(32).toTwoState().low().a) : 0;
  }
};

ConstantValue integer(int64_t v, const Type &type) {
  return LogicVector::fromInt64(type.width(), v, type.isSigned());
}

ConstantValue mathematics(BuiltinRow row, const Arguments &args) {
  double x = args.size() ? args.real(0) : 0, y = args.size() > 1 ? args.real(1) : 0;
  switch (row) {
  case BuiltinRow::Ln:
    return std::log(x);
  case BuiltinRow::Log10:
    return std::log10(x);
  case BuiltinRow::Exp:
    return std::exp(x);
  case BuiltinRow::Sqrt:
    return std::sqrt(x);
  case BuiltinRow::Pow:
    return std::pow(x, y);
  case BuiltinRow::Floor:
    return std::floor(x);
  case BuiltinRow::Ceil:
    return std::ceil(x);
  case BuiltinRow::Sin:
    return std::sin(x);
  case BuiltinRow::Cos:
    return std::cos(x);
  case BuiltinRow::Tan:
    return std::tan(x);
  case BuiltinRow::Asin:
    return std::asin(x);
  case BuiltinRow::Acos:
    return std::acos(x);
  case BuiltinRow::Atan:
    return std::atan(x);
  case BuiltinRow::Atan2:
    return std::atan2(x, y);
  case BuiltinRow::Hypot:
    return std::hypot(x, y);
  case BuiltinRow::Sinh:
    return std::sinh(x);
  case BuiltinRow::Cosh:
    return std::cosh(x);
  case BuiltinRow::Tanh:
    return std::tanh(x);
  case BuiltinRow::Asinh:
    return std::asinh(x);
  case BuiltinRow::Acosh:
    return std::acosh(x);
  case BuiltinRow::Atanh:
    return std::atanh(x);
  default:
    return {};
  }
}

ConstantValue conversions(BuiltinRow row, const Arguments &args, const Type &type) {
  switch (row) {
  case BuiltinRow::Rtoi: { // Truncates, unlike an assignment (20.5).
    double x = std::trunc(args.real(0));
    return convertInteger(LogicVector::fromDouble(type.width(), x, true), type);
  }
  case BuiltinRow::Itor:
    return args.real(0);
  case BuiltinRow::Realtobits:
    return LogicVector::fromUint64(64, std::bit_cast<uint64_t>(args.real(0)));
  case BuiltinRow::Shortrealtobits:
    return LogicVector::fromUint64(32, std::bit_cast<uint32_t>(float(args.real(0))));
  case BuiltinRow::Bitstoreal:
    if (const LogicVector *v = args.vector(0))
      return std::bit_cast<double>(v->resize(64, false).toTwoState().low().a);
    return {};
  case BuiltinRow::Bitstoshortreal:
    if (const LogicVector *v = args.vector(0))
      return double(std::bit_cast<float>(uint32_t(v->resize(32, false).toTwoState().low().a)));
    return {};
  default:
    return {};
  }
}

ConstantValue bitCounting(BuiltinRow row, const Arguments &args, const Type &type) {
  const LogicVector *v = args.vector(0);
  if (!v)
    return {};
  uint32_t ones = value::wide::countOnes(v->planes(), v->width());
  switch (row) {
  case BuiltinRow::Clog2:
    return integer(value::wide::clog2(v->planes(), v->width()), type);
  case BuiltinRow::Countones:
    return integer(ones, type);
  case BuiltinRow::Onehot:
    return integer(ones == 1, type);
  case BuiltinRow::Onehot0:
    return integer(ones <= 1, type);
  case BuiltinRow::Isunknown:
    return integer(v->isUnknown(), type);
  case BuiltinRow::Countbits: {
    unsigned set = 0;
    for (unsigned i = 1; i < args.size(); ++i) {
      const LogicVector *control = args.vector(i);
      if (!control)
        return {};
      set |= 1u << unsigned(control->bit(0));
    }
    return integer(value::wide::countBits(v->planes(), v->width(), set), type);
  }
  default:
    return {};
  }
}

std::string mapCase(std::string text, char from, char to) {
  for (char &c : text)
    if (c >= from && c <= from + 25)
      c = char(c - from + to);
  return text;
}

ConstantValue stringMethods(BuiltinRow row, const Arguments &args, const Type &type) {
  if (!args.size() || !args.values[0].isString())
    return {};
  const std::string &text = args.values[0].string();
  switch (row) {
  case BuiltinRow::StringLen:
    return integer(int64_t(text.size()), type);
  case BuiltinRow::StringGetc: {
    int32_t i = args.int32(1);
    bool inside = i >= 0 && size_t(i) < text.size();
    return integer(inside ? static_cast<unsigned char>(text[size_t(i)]) : 0, type);
  }
  case BuiltinRow::StringToupper:
    return mapCase(text, 'a', 'A');
  case BuiltinRow::StringTolower:
    return mapCase(text, 'A', 'a');
  case BuiltinRow::StringCompare: {
    int order = text.compare(args.text(1));
    return integer(order < 0 ? -1 : order > 0, type);
  }
  case BuiltinRow::StringIcompare: {
    int order = mapCase(text, 'A', 'a').compare(mapCase(args.text(1), 'A', 'a'));
    return integer(order < 0 ? -1 : order > 0, type);
  }
  case BuiltinRow::StringSubstr: {
    int32_t from = args.int32(1), to = args.int32(2);
    if (from < 0 || to < from || size_t(to) >= text.size())
      return std::string();
    return text.substr(size_t(from), size_t(to - from) + 1);
  }
  case BuiltinRow::StringAtoi:
    return integer(value::stringToInt(text, 10), type);
  case BuiltinRow::StringAtohex:
    return integer(value::stringToInt(text, 16), type);
  case BuiltinRow::StringAtooct:
    return integer(value::stringToInt(text, 8), type);
  case BuiltinRow::StringAtobin:
    return integer(value::stringToInt(text, 2), type);
  case BuiltinRow::StringAtoreal:
    return value::stringToReal(text);
  default:
    return {};
  }
}

/// 6.19.5: next and prev wrap around; a value outside of the set gives the
/// default value of the type.
ConstantValue enumMethods(BuiltinRow row, const Arguments &args, const Type *receiver,
                          const Type &type) {
  const LogicVector *v = args.vector(0);
  const auto *enumeration = receiver ? llvm::dyn_cast<EnumType>(&receiver->canonical()) : nullptr;
  if (!v || !enumeration)
    return {};
  llvm::ArrayRef<EnumType::Value> members = enumeration->values;
  size_t at = 0;
  while (at < members.size() && !(members[at].value == *v))
    ++at;
  bool found = at < members.size();
  if (row == BuiltinRow::EnumName)
    return found ? members[at].name.str() : std::string();
  if (row != BuiltinRow::EnumNext && row != BuiltinRow::EnumPrev)
    return {};
  if (!found)
    return defaultValue(type);
  uint64_t count = members.size();
  uint64_t steps = args.size() > 1 ? uint32_t(args.int32(1)) % count : 1;
  uint64_t next = row == BuiltinRow::EnumNext ? at + steps : at + count - steps % count;
  return members[next % count].value;
}

} // namespace

ConstantValue circtsim::sema::evaluateBuiltin(uint32_t row, llvm::ArrayRef<ConstantValue> arguments,
                                              const Type *receiver, const Type &type) {
  auto id = BuiltinRow(row);
  Arguments args{arguments};
  for (const ConstantValue &argument : arguments)
    if (argument.isBad())
      return {};
  if (id >= BuiltinRow::Rtoi && id <= BuiltinRow::Bitstoshortreal)
    return conversions(id, args, type);
  if (id >= BuiltinRow::Ln && id <= BuiltinRow::Atanh)
    return mathematics(id, args);
  if (id == BuiltinRow::Clog2 || (id >= BuiltinRow::Countbits && id <= BuiltinRow::Isunknown))
    return bitCounting(id, args, type);
  if (id >= BuiltinRow::EnumFirst && id <= BuiltinRow::EnumName)
    return enumMethods(id, args, receiver, type);
  if (id >= BuiltinRow::StringLen && id <= BuiltinRow::StringRealtoa)
    return stringMethods(id, args, type);
  return {};
}

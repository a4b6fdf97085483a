//===- ConstantValue.h - values of constant expressions ---------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_CONSTEVAL_CONSTANTVALUE_H
#define CIRCTSIM_SEMA_CONSTEVAL_CONSTANTVALUE_H

#include "Value/LogicVector.h"

#include <string>
#include <variant>
#include <vector>

namespace circtsim::sema {

/// The value of a constant expression of any type. Its form follows the type:
/// integral: LogicVector of the type's width; real and shortreal: double;
/// string: bytes; unpacked array (left to right) and structure (declaration
/// order): Elements; `null` and `$` have forms of their own. A
/// default-constructed value is *bad*: there is none, the reason was reported.
class ConstantValue {
public:
  struct Null {
    bool operator==(const Null &) const = default;
  };
  struct Unbounded {
    bool operator==(const Unbounded &) const = default;
  };
  using Elements = std::vector<ConstantValue>;

  ConstantValue() = default;
  ConstantValue(value::LogicVector v) : data(std::move(v)) {}
  ConstantValue(double v) : data(v) {}
  ConstantValue(std::string v) : data(std::move(v)) {}
  ConstantValue(Elements v) : data(std::move(v)) {}
  ConstantValue(Null v) : data(v) {}
  ConstantValue(Unbounded v) : data(v) {}

  bool isBad() const { return std::holds_alternative<std::monostate>(data); }
  explicit operator bool() const { return !isBad(); }
  bool isInteger() const { return std::holds_alternative<value::LogicVector>(data); }
  bool isReal() const { return std::holds_alternative<double>(data); }
  bool isString() const { return std::holds_alternative<std::string>(data); }
  bool isAggregate() const { return std::holds_alternative<Elements>(data); }
  bool isUnbounded() const { return std::holds_alternative<Unbounded>(data); }

  const value::LogicVector &integer() const { return *std::get_if<value::LogicVector>(&data); }
  value::LogicVector &integer() { return *std::get_if<value::LogicVector>(&data); }
  double real() const { return *std::get_if<double>(&data); }
  const std::string &string() const { return *std::get_if<std::string>(&data); }
  std::string &string() { return *std::get_if<std::string>(&data); }
  const Elements &elements() const { return *std::get_if<Elements>(&data); }
  Elements &elements() { return *std::get_if<Elements>(&data); }

  /// Same form and same value; X and Z compare as themselves (===).
  bool operator==(const ConstantValue &other) const;
  /// For messages, body names and $typename: `8'd3`, `1.5`, `"abc"`, `'{1, 2}`. Equal values of
  /// one type have equal texts and different ones differ.
  std::string toString() const;

private:
  std::variant<std::monostate, value::LogicVector, double, std::string, Elements, Null, Unbounded>
      data;
};

} // namespace circtsim::sema

#endif

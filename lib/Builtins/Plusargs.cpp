//===- Plusargs.cpp - $test$plusargs, $value$plusargs ------------------------===//
//
// IEEE 1800-2023 21.6. Arguments are searched in the order of the command line; the
// first whose text begins with the given one counts. What follows is converted by
// the format at the end of the string; text that does not convert gives x, or what
// stands before it if a real was asked for.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

#include "Value/Convert.h"
#include "Value/Format.h"
#include "Value/Literal.h"

#include <charconv>

namespace circtsim::builtins {

using enum BuiltinId;
using value::LogicVector;

static const std::string *findPlusarg(const BuiltinCall &call, std::string_view prefix) {
  for (const std::string &plusarg : call.context.options.plusargs)
    if (plusarg.starts_with(prefix))
      return &plusarg;
  return nullptr;
}

template <>
BuiltinResult builtin<TestPlusargs>(BuiltinCall &call) {
  return returnInt(call, findPlusarg(call, textArgument(call, 0)) != nullptr);
}

/// An optional sign, then digits of the base; nullopt if there is anything else.
static std::optional<LogicVector> parseNumber(std::string_view text, char base, uint32_t width) {
  bool isNegative = text.starts_with('-');
  if (isNegative || text.starts_with('+'))
    text.remove_prefix(1);
  if (text.empty())
    return LogicVector(width);
  value::IntegerLiteral literal = value::makeIntegerLiteral(width, base == 'd', base, text);
  if (literal.error != value::LiteralError::none)
    return std::nullopt;
  return isNegative ? value::neg(literal.value) : literal.value;
}

/// A real as in C, infinities among them; false if anything stands behind it. What
/// is no number at all gives 0.
static bool parseReal(std::string_view text, double &number) {
  number = 0;
  std::string_view digits = text.substr(text.starts_with('-') || text.starts_with('+'));
  if (digits.empty() || digits.starts_with('-'))
    return digits.empty();
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc::result_out_of_range)
    number = value::stringToReal(digits);
  if (text.starts_with('-'))
    number = -number;
  return error != std::errc::invalid_argument && end == digits.data() + digits.size();
}

static bool storePlusarg(BuiltinCall &call, char conversion, std::string_view text) {
  uint32_t width = targetWidth(call, 1);
  if (!width)
    width = 64;
  switch (conversion) {
  case 'd':
  case 'o':
  case 'h':
  case 'b':
    if (std::optional<LogicVector> number = parseNumber(text, conversion, width)) {
      storeLogic(call, 1, *number);
      return true;
    }
    storeLogic(call, 1, LogicVector(width, false, value::Bit::x));
    return false;
  case 's':
    storeText(call, 1, text);
    return true;
  default: {
    double number;
    bool isWhole = parseReal(text, number);
    storeReal(call, 1, number);
    return isWhole;
  }
  }
}

template <>
BuiltinResult builtin<ValuePlusargs>(BuiltinCall &call) {
  std::string text = textArgument(call, 0);
  size_t percent = text.find('%');
  value::FormatSpec spec;
  spec.conversion = 0;
  if (percent != std::string::npos)
    value::parseSpec(text, percent, spec);
  if (!spec.conversion || std::string_view("dohbefgs").find(spec.conversion) == std::string::npos) {
    warn(call, "$value$plusargs is missing a format code: \"" + text + "\".");
    return returnInt(call, 0);
  }
  std::string_view prefix(text.data(), percent);
  const std::string *found = findPlusarg(call, prefix);
  if (!found)
    return returnInt(call, 0);
  std::string_view rest = std::string_view(*found).substr(prefix.size());
  if (!storePlusarg(call, spec.conversion, rest))
    warn(call, "Invalid value passed to $value$plusargs(\"" + text + "\"): \"" + std::string(rest) +
                   "\".");
  return returnInt(call, 1);
}

} // namespace circtsim::builtins

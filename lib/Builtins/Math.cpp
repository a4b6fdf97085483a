//===- Math.cpp - mathematical functions -------------------------------------===//
//
// IEEE 1800-2023 20.8: the functions of the C library on double.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

#include <cmath>

namespace circtsim::builtins {

using enum BuiltinId;

template <>
BuiltinResult builtin<Clog2>(BuiltinCall &call) {
  return returnInt(call, value::wide::clog2(call.logic(0), call.argument(0).width));
}

#define UNARY_ROW(Id, Function)                                                                    \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return returnReal(call, std::Function(realArgument(call, 0)));                                 \
  }
#define BINARY_ROW(Id, Function)                                                                   \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return returnReal(call, std::Function(realArgument(call, 0), realArgument(call, 1)));          \
  }
UNARY_ROW(Ln, log)
UNARY_ROW(Log10, log10)
UNARY_ROW(Exp, exp)
UNARY_ROW(Sqrt, sqrt)
BINARY_ROW(Pow, pow)
UNARY_ROW(Floor, floor)
UNARY_ROW(Ceil, ceil)
UNARY_ROW(Sin, sin)
UNARY_ROW(Cos, cos)
UNARY_ROW(Tan, tan)
UNARY_ROW(Asin, asin)
UNARY_ROW(Acos, acos)
UNARY_ROW(Atan, atan)
BINARY_ROW(Atan2, atan2)
BINARY_ROW(Hypot, hypot)
UNARY_ROW(Sinh, sinh)
UNARY_ROW(Cosh, cosh)
UNARY_ROW(Tanh, tanh)
UNARY_ROW(Asinh, asinh)
UNARY_ROW(Acosh, acosh)
UNARY_ROW(Atanh, atanh)
#undef UNARY_ROW
#undef BINARY_ROW

} // namespace circtsim::builtins

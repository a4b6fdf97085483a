//===- Arguments.cpp - reading and writing arguments of builtins -------------===//
//
// Conversions between the types of arguments follow assignments: 6.12.1 (real and
// integral), 6.16 (strings and vectors), 5.9 (text in vectors).
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

#include "Value/Convert.h"

namespace circtsim::builtins {

using namespace circtsim::model;
using value::LogicVector;

std::string textArgument(const BuiltinCall &call, uint32_t i) {
  switch (call.kind(i)) {
  case ArgKind::Literal:
  case ArgKind::String:
    return std::string(call.text(i));
  case ArgKind::Bits:
  case ArgKind::Logic: {
    std::string text;
    value::appendBytes(text, call.logic(i));
    return text;
  }
  default:
    return {};
  }
}

double realArgument(const BuiltinCall &call, uint32_t i) {
  switch (call.kind(i)) {
  case ArgKind::Real:
    return call.real(i);
  case ArgKind::Bits:
  case ArgKind::Logic:
    return value::toDouble(call.logic(i));
  default:
    return 0;
  }
}

uint32_t targetWidth(const BuiltinCall &call, uint32_t i) {
  const TypeImage *type = call.type(i);
  bool isPacked = type && (type->kind == TypeKind::Logic || type->kind == TypeKind::Bits);
  return isPacked ? type->width : 0;
}

void storeLogic(BuiltinCall &call, uint32_t i, const LogicVector &v) {
  const TypeImage *type = call.type(i);
  switch (type ? type->kind : TypeKind::Logic) {
  case TypeKind::Real:
  case TypeKind::ShortReal:
    return storeReal(call, i, v.toDouble());
  case TypeKind::String:
    return call.writeString(i, v.toString());
  default:
    return call.writeLogic(i, v.ref());
  }
}

void storeReal(BuiltinCall &call, uint32_t i, double v) {
  const TypeImage *type = call.type(i);
  switch (type ? type->kind : TypeKind::Real) {
  case TypeKind::Real:
    return call.writeReal(i, v);
  case TypeKind::ShortReal:
    return call.writeReal(i, double(float(v)));
  case TypeKind::Logic:
  case TypeKind::Bits:
    return call.writeLogic(i, LogicVector::fromDouble(type->width, v).ref());
  default:
    return;
  }
}

void storeText(BuiltinCall &call, uint32_t i, std::string_view text) {
  const TypeImage *type = call.type(i);
  switch (type ? type->kind : TypeKind::String) {
  case TypeKind::String:
    return call.writeString(i, text);
  case TypeKind::Real:
  case TypeKind::ShortReal:
    return storeReal(call, i, value::stringToReal(text));
  default: {
    LogicVector v(type->width);
    value::fromBytes(v.planes().a, type->width, text);
    return call.writeLogic(i, v.ref());
  }
  }
}

Lookup scopeOf(const BuiltinCall &call, uint32_t i) {
  std::string_view text = call.argument(i).text;
  Design &design = call.design();
  constexpr std::string_view root = "$root.";
  if (text.starts_with(root))
    return design.lookup(text.substr(root.size()));
  Instance *start = &call.instance();
  while (!text.empty() && text.front() == '^') {
    text.remove_prefix(1);
    if (!start->parent)
      return {};
    start = start->parent;
  }
  if (Lookup found = design.lookupBelow(*start, text); found.kind != Lookup::None)
    return found;
  return design.lookup(text, start);
}

void warn(const BuiltinCall &call, std::string_view text) {
  call.context.report(runtime::Severity::Warning, call.position(), call.scopePath(), text);
}

BuiltinResult fault(const BuiltinCall &call, std::string text) {
  call.context.raise(std::move(text));
  if (call.position().file != NoId)
    call.context.fault.pos = call.position();
  if (call.context.fault.scope.empty())
    call.context.fault.scope = call.scopePath();
  return BuiltinResult::Fault;
}

BuiltinResult unsupported(const BuiltinCall &call, std::string_view what) {
  std::string text("unsupported: ");
  text.append(what).append(" (IEEE 1800-2023 ").append(builtinRow(call).clause).append(")");
  return fault(call, std::move(text));
}

} // namespace circtsim::builtins

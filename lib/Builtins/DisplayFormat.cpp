//===- DisplayFormat.cpp - text of a display list ----------------------------===//
//
// IEEE 1800-2023 21.2.1. The formats themselves are Value/Format; this file walks
// the list, fetches arguments, and supplies what depends on the caller: %m, %l, %t
// with $timeformat, %v of nets, %p of typed values.
//
// A specification that cannot be carried out (no argument left, unknown letter, a
// value it does not fit) prints as itself in angle brackets, as Icarus Verilog does,
// with one warning per statement and kind.
//
//===----------------------------------------------------------------------===//
#include "Builtins/DisplayFormat.h"

#include "Runtime/Arrays.h"
#include "Value/Convert.h"

#include <algorithm>

namespace circtsim::builtins {

using namespace circtsim::model;
using value::FormatPiece;
using value::FormatSpec;
using value::LogicRef;

void DisplayFormat::list(uint32_t first) {
  next = first;
  while (next < call.count()) {
    uint32_t i = next++;
    switch (call.kind(i)) {
    case ArgKind::Missing:
      out += ' ';
      break;
    case ArgKind::Literal:
      expand(call.argument(i).text);
      break;
    default:
      showDefault(i);
      break;
    }
  }
}

void DisplayFormat::formatted(uint32_t i) {
  next = i + 1;
  expand(textArgument(call, i));
  if (next < call.count() && state.isFirstWarning(call.descriptor, 'e'))
    warn(call, std::string(builtinRow(call).name) + " has " + std::to_string(call.count() - next) +
                   " extra argument(s).");
}

void DisplayFormat::expand(std::string_view format) {
  if (format.find('%') == std::string_view::npos) {
    out += format;
    return;
  }
  FormatPiece piece;
  for (size_t at = 0; value::nextPiece(format, at, piece);) {
    if (!piece.isSpec) {
      out += piece.text;
    } else if (piece.spec.conversion == 0) {
      if (piece.text == "%")
        out += '%';
      else
        refuse(piece, "unknown format");
    } else if (!piece.spec.takesArgument()) {
      showScope(piece.spec);
    } else if (next >= call.count()) {
      refuse(piece, "missing argument for");
    } else {
      show(piece, next++);
    }
  }
}

void DisplayFormat::refuse(const FormatPiece &piece, std::string_view why) {
  out.append("<").append(piece.text).append(">");
  // The letters of the reasons differ.
  if (!state.isFirstWarning(call.descriptor,
                            uint32_t(uint8_t(why[0])) << 8 | uint8_t(piece.text.back())))
    return;
  std::string text(why);
  text.append(why == "unknown format" ? " in " : " ").append(builtinRow(call).name);
  text.append("<").append(piece.text).append(">");
  warn(call, text);
}

/// %m is the hierarchical name, %l the library cell (33.7).
void DisplayFormat::showScope(const FormatSpec &spec) {
  const model::ModuleImage &module = call.module();
  value::appendField(out, spec,
                     spec.conversion == 'm' ? call.scopePath()
                                            : module.library + "." + module.definition);
}

/// The path of the instance that a virtual interface refers to (25.9); null for other handles.
static const model::Instance *instanceBehind(const BuiltinCall &call, uint32_t i) {
  const TypeImage *type = call.type(i);
  bool isInstance = type && type->kind == TypeKind::Instance;
  return isInstance ? reinterpret_cast<const model::Instance *>(call.handle(i)) : nullptr;
}

void DisplayFormat::showDefault(uint32_t i) {
  switch (call.kind(i)) {
  case ArgKind::Bits:
  case ArgKind::Logic:
    return value::formatDefault(out, radix, call.logic(i));
  case ArgKind::Real:
    return value::formatDefaultReal(out, call.real(i));
  case ArgKind::String:
    out += call.text(i);
    return;
  case ArgKind::Ref:
    return showPattern({}, i);
  case ArgKind::Handle:
    if (const model::Instance *instance = instanceBehind(call, i))
      out += call.design().path(*instance);
    else if (call.handle(i))
      out += std::to_string(call.handle(i));
    else
      out += "null";
    return;
  default:
    return;
  }
}

void DisplayFormat::show(const FormatPiece &piece, uint32_t i) {
  const FormatSpec &spec = piece.spec;
  bool isDone = false;
  switch (call.kind(i)) {
  case ArgKind::Bits:
  case ArgKind::Logic:
    return showLogic(piece, i, call.logic(i));
  case ArgKind::Real:
    if (spec.conversion == 't') {
      value::formatRealTime(out, spec, call.real(i), value::TimeUnit(call.timeUnit()),
                            state.timeFormat);
      return;
    }
    isDone = value::formatReal(out, spec, call.real(i));
    break;
  case ArgKind::String:
  case ArgKind::Literal: {
    std::string text(call.text(i));
    // Zero bytes are shown as those of a vector with the same characters.
    if (spec.conversion == 's' && text.find('\0') != text.npos) {
      if (spec.minimal)
        text.erase(0, std::min(text.find_first_not_of('\0'), text.size()));
      std::replace(text.begin(), text.end(), '\0', ' ');
    }
    isDone = value::formatString(out, spec, text);
    break;
  }
  case ArgKind::Handle: {
    uint64_t handle = call.handle(i);
    if (const model::Instance *instance = instanceBehind(call, i))
      return value::appendField(out, spec, call.design().path(*instance));
    if (handle == 0 && (spec.conversion == 'p' || spec.conversion == 's'))
      return value::appendField(out, spec, "null");
    FormatSpec minimal = spec;
    minimal.minimal = true;
    isDone = value::formatLogic(out, minimal, {&handle, nullptr, 64});
    break;
  }
  case ArgKind::Ref:
    return showObject(piece, i);
  case ArgKind::Missing:
    out += ' ';
    return;
  default:
    break;
  }
  if (!isDone)
    refuse(piece, "incompatible value for");
}

void DisplayFormat::showLogic(const FormatPiece &piece, uint32_t i, LogicRef v) {
  const FormatSpec &spec = piece.spec;
  switch (spec.conversion) {
  case 't':
    return value::formatTime(out, spec, v, value::TimeUnit(call.timeUnit()), state.timeFormat);
  case 'v': {
    std::string strengths;
    if (appendNetStrength(strengths, call, call.signal(i)))
      return value::appendField(out, spec, strengths);
    break;
  }
  case 'p':
    if (const TypeImage *type = call.type(i);
        type && (!type->enumerators.empty() || !type->fields.empty()))
      return showPattern(spec, i);
    break;
  default:
    break;
  }
  value::formatLogic(out, spec, v);
}

void DisplayFormat::showPattern(const FormatSpec &spec, uint32_t i) {
  std::string pattern;
  if (const TypeImage *type = call.type(i)) {
    if (call.kind(i) == ArgKind::Ref)
      appendPattern(pattern, call.context, *type, call.reference(i).address);
    else
      appendPattern(pattern, call.context, *type, call.logic(i));
  }
  value::appendField(out, spec, pattern);
}

/// Unpacked objects: %p, and %s of an array of bytes.
void DisplayFormat::showObject(const FormatPiece &piece, uint32_t i) {
  const TypeImage *type = call.type(i);
  const uint8_t *address = call.reference(i).address;
  if (piece.spec.conversion == 'p')
    return showPattern(piece.spec, i);
  bool isArray = type && (type->kind == TypeKind::Array || type->kind == TypeKind::Dynamic ||
                          type->kind == TypeKind::Queue);
  const TypeImage *element = isArray ? &call.context.image.types[type->element] : nullptr;
  if (piece.spec.conversion != 's' || !element || element->width != 8 || !address)
    return refuse(piece, "incompatible value for");
  std::string text;
  runtime::ArrayView view(call.context, call.argument(i).type, const_cast<uint8_t *>(address));
  for (uint64_t at = 0; at != view.count; ++at)
    if (*view.at(at))
      text += char(*view.at(at));
  value::appendField(out, piece.spec, text);
}

} // namespace circtsim::builtins

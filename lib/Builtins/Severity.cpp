//===- Severity.cpp - $fatal, $error, $warning, $info ------------------------===//
//
// IEEE 1800-2023 20.10, in the two-line form of Icarus Verilog:
//
//   ERROR: file:line: message
//          Time: 10000 Scope: top.u
//
// on standard output; the time is in ticks of the smallest precision. An error
// counts for the exit status, $fatal ends the simulation with status 1.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Severity.h"

#include "Builtins/DisplayFormat.h"

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;

std::string placeText(const BuiltinCall &call) {
  SourcePos pos = call.position();
  const std::vector<std::string> &files = call.context.image.files;
  if (pos.file >= files.size())
    return {};
  return files[pos.file] + ":" + std::to_string(pos.line) + ": ";
}

static void message(BuiltinCall &call, std::string_view label, uint32_t first) {
  std::string &text = stateOf(call.context).text;
  text.assign(label).append(": ").append(placeText(call));
  DisplayFormat(call, text).list(first);
  text.append("\n").append(label.size() + 2, ' ');
  text.append("Time: ").append(std::to_string(call.scheduler().now()));
  text.append(" Scope: ").append(call.scopePath()).append("\n");
  call.context.output.write(text);
}

template <>
BuiltinResult builtin<Info>(BuiltinCall &call) {
  message(call, "INFO", 0);
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Warning>(BuiltinCall &call) {
  message(call, "WARNING", 0);
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Error>(BuiltinCall &call) {
  message(call, "ERROR", 0);
  call.context.countError();
  return BuiltinResult::Done;
}

/// The first argument is the number that $finish would take, unless it is text.
template <>
BuiltinResult builtin<Fatal>(BuiltinCall &call) {
  bool hasNumber =
      !call.isMissing(0) && (call.kind(0) == ArgKind::Bits || call.kind(0) == ArgKind::Logic);
  message(call, "FATAL", hasNumber ? 1 : 0);
  call.context.countError();
  return endSimulation(call, runtime::ExitError);
}

} // namespace circtsim::builtins

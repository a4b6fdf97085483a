//===- Sdf.cpp - $sdf_annotate ---------------------------------------------------===//
//
// IEEE 1800-2023 32.9. `$sdf_annotate(file [, instance [, configuration [, log [, choice
// [, factors [, scaling]]]]]])`. Delays change from the call on. A file that cannot be read is an
// error; entries that match nothing are warnings that name their line. Configuration files
// are not supported; a log file lists what was annotated, in the order of the file.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Builtins/SdfAnnotator.h"

#include <fstream>
#include <iterator>

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;

/// The instance that the second argument names, or that of the call; null: reported.
static Instance *startOf(const BuiltinCall &call) {
  if (call.isMissing(1))
    return &call.instance();
  if (call.kind(1) == ArgKind::Scope)
    if (Lookup found = scopeOf(call, 1); found.kind == Lookup::OfInstance)
      return found.instance;
  warn(call, "$sdf_annotate: the second argument is not a module instance");
  return nullptr;
}

/// Number of a choice of min:typ:max, by its name behind `prefix`.
static std::optional<unsigned> choiceNamed(std::string_view name) {
  static constexpr std::string_view names[] = {"MINIMUM", "TYPICAL", "MAXIMUM"};
  for (unsigned i = 0; i != 3; ++i)
    if (name == names[i])
      return i;
  return std::nullopt;
}

/// "1.6:1.4:1.2"; what is not there is 1.
static double factorOf(const std::string &text, unsigned choice) {
  size_t start = 0;
  for (unsigned i = 0; i != choice && start != std::string::npos; ++i)
    if (start = text.find(':', start); start != std::string::npos)
      ++start;
  if (start == std::string::npos || start >= text.size())
    return 1;
  double factor = std::atof(text.c_str() + start);
  return factor > 0 ? factor : 1;
}

static SdfScaling scalingOf(const BuiltinCall &call) {
  SdfScaling scaling;
  scaling.choice = call.design().image.delayChoice;
  std::string choice = call.isMissing(4) ? "" : textArgument(call, 4);
  if (auto number = choiceNamed(choice))
    scaling.choice = *number;
  else if (!choice.empty() && choice != "TOOL_CONTROL")
    warn(call, "$sdf_annotate: '" + choice + "' is none of MINIMUM, TYPICAL, MAXIMUM and TOOL_CONTROL");
  if (!call.isMissing(5))
    scaling.factor = factorOf(textArgument(call, 5), scaling.choice);
  scaling.base = scaling.choice;
  std::string type = call.isMissing(6) ? "" : textArgument(call, 6);
  std::optional<unsigned> base =
      type.starts_with("FROM_") ? choiceNamed(std::string_view(type).substr(5)) : std::nullopt;
  if (base)
    scaling.base = *base;
  else if (!type.empty() && type != "FROM_MTM")
    warn(call, "$sdf_annotate: '" + type + "' is none of FROM_MINIMUM, FROM_TYPICAL, FROM_MAXIMUM and FROM_MTM");
  return scaling;
}

/// One line for each annotation, and for each entry that annotated nothing.
static void writeLog(BuiltinCall &call, const std::string &path, const std::string &file,
                     const SdfAnnotator &annotator) {
  std::ofstream log(path);
  for (const SdfMessage &message : annotator.annotations)
    log << file << ':' << message.line << ": " << message.text << '\n';
  for (const SdfMessage &message : annotator.messages)
    log << file << ':' << message.line << ": not annotated: " << message.text << '\n';
  log.close();
  if (!log)
    warn(call, "$sdf_annotate: cannot write " + path);
}

template <>
BuiltinResult builtin<SdfAnnotate>(BuiltinCall &call) {
  std::string name = textArgument(call, 0);
  std::ifstream stream(name, std::ios::binary);
  if (!stream) {
    warn(call, "$sdf_annotate: cannot open " + name);
    return BuiltinResult::Done;
  }
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!call.isMissing(2) && !textArgument(call, 2).empty())
    warn(call, "$sdf_annotate: configuration files are not supported: ignored");
  Instance *start = startOf(call);
  if (!start)
    return BuiltinResult::Done;
  SdfFile file;
  std::vector<SdfMessage> warnings;
  auto tell = [&](const SdfMessage &message) {
    warn(call, name + ":" + std::to_string(message.line) + ": " + message.text);
  };
  std::optional<SdfMessage> error = parseSdf(text, file, warnings);
  for (const SdfMessage &message : warnings)
    tell(message);
  if (error) {
    call.context.report(runtime::Severity::Error, call.position(), call.scopePath(),
                        name + ":" + std::to_string(error->line) + ": " + error->text);
    return BuiltinResult::Done;
  }
  SdfAnnotator annotator(call.context, file, *start, scalingOf(call));
  annotator.run();
  for (const SdfMessage &message : annotator.messages)
    tell(message);
  if (!call.isMissing(3) && !textArgument(call, 3).empty())
    writeLog(call, textArgument(call, 3), name, annotator);
  return BuiltinResult::Done;
}

} // namespace circtsim::builtins

//===- AssertionControl.cpp - $assertcontrol and its relatives ----------------===//
//
// IEEE 1800-2023 20.11. Every call is a command: what to switch, for which kinds of
// assertions and directives, and where. An assertion asks for its state when it is
// evaluated (`assertion.state`, called by its code): the commands that concern it
// apply in their order. Lock makes it deaf to what follows, until Unlock.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

#include <vector>

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;

namespace {
enum Control : int64_t {
  Lock = 1,
  Unlock,
  On,
  Off,
  Kill,
  PassOn,
  PassOff,
  FailOn,
  FailOff,
  NonvacuousOn,
  VacuousOff
};

struct Command {
  int64_t control, kinds, directives, levels;
  std::vector<std::string> places; ///< scopes and assertions; empty: everywhere
};

struct Commands {
  std::vector<Command> list;
};

/// Is the assertion `path` at a place, or up to `levels` scopes below it (0: any)?
bool isBelow(const std::string &path, const std::string &place, int64_t levels) {
  if (path == place)
    return true;
  if (path.size() <= place.size() || path.compare(0, place.size(), place) != 0 ||
      path[place.size()] != '.')
    return false;
  int64_t depth = std::count(path.begin() + long(place.size()), path.end(), '.');
  return levels == 0 || depth <= levels;
}

bool concerns(const Command &command, const std::string &path, int64_t kind, int64_t directive) {
  if (!(command.kinds & kind) || !(command.directives & directive))
    return false;
  if (command.places.empty())
    return true;
  for (const std::string &place : command.places)
    if (isBelow(path, place, command.levels))
      return true;
  return false;
}

std::string placeOf(const BuiltinCall &call, uint32_t i) {
  if (call.kind(i) != ArgKind::Scope)
    return textArgument(call, i);
  Lookup found = scopeOf(call, i);
  if (found.kind == Lookup::OfScope)
    return call.design().scopePath(*found.instance, found.scope);
  return found.kind == Lookup::OfInstance ? call.design().path(*found.instance)
                                          : call.argument(i).text;
}

/// Adds a command whose levels and places begin at argument `first`.
BuiltinResult add(BuiltinCall &call, int64_t control, int64_t kinds, int64_t directives,
                  uint32_t first) {
  Command command{control, kinds, directives, 0, {}};
  if (!call.isMissing(first))
    command.levels = call.integer(first);
  for (uint32_t i = first + 1; i < call.count(); ++i)
    if (!call.isMissing(i))
      command.places.push_back(placeOf(call, i));
  call.context.state<Commands>().list.push_back(std::move(command));
  return BuiltinResult::Done;
}

constexpr int64_t UsualKinds = 15, AllKinds = 255, AllDirectives = 7;
} // namespace

/// Bits: 1 not evaluated, 2 without pass action, 4 without fail action. Arguments: the kind and
/// the directive of the assertion as $assertcontrol numbers them, and its name or "".
template <>
BuiltinResult builtin<AssertionState>(BuiltinCall &call) {
  const std::vector<Command> &commands = call.context.state<Commands>().list;
  int64_t state = 0, kind = call.integer(0), directive = call.integer(1);
  if (commands.empty())
    return returnInt(call, 0);
  std::string name = textArgument(call, 2), path = call.scopePath();
  if (!name.empty())
    path += "." + name;
  bool isLocked = false;
  for (const Command &command : commands) {
    if (!concerns(command, path, kind, directive))
      continue;
    if (command.control == Lock || command.control == Unlock)
      isLocked = command.control == Lock;
    if (isLocked)
      continue;
    switch (command.control) {
    case On:
      state &= ~1;
      break;
    case Off:
    case Kill:
      state |= 1;
      break;
    case PassOn:
      state &= ~2;
      break;
    case PassOff:
      state |= 2;
      break;
    case FailOn:
      state &= ~4;
      break;
    case FailOff:
      state |= 4;
      break;
    default:
      break;
    }
  }
  return returnInt(call, state);
}

template <>
BuiltinResult builtin<AssertControl>(BuiltinCall &call) {
  int64_t control = call.integer(0);
  if (control < Lock || control > VacuousOff) {
    warn(call, "$assertcontrol: there is no control type " + std::to_string(control) + ".");
    return BuiltinResult::Done;
  }
  int64_t kinds = call.isMissing(1) ? AllKinds : call.integer(1);
  int64_t directives = call.isMissing(2) ? AllDirectives : call.integer(2);
  return add(call, control, kinds, directives, 3);
}

#define ASSERT_TASK(Id, Number)                                                                    \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return add(call, Number, UsualKinds, AllDirectives, 0);                                        \
  }
ASSERT_TASK(AssertOn, On)
ASSERT_TASK(AssertOff, Off)
ASSERT_TASK(AssertKill, Kill)
ASSERT_TASK(AssertPassOn, PassOn)
ASSERT_TASK(AssertPassOff, PassOff)
ASSERT_TASK(AssertFailOn, FailOn)
ASSERT_TASK(AssertFailOff, FailOff)
ASSERT_TASK(AssertNonvacuousOn, NonvacuousOn)
ASSERT_TASK(AssertVacuousOff, VacuousOff)
#undef ASSERT_TASK

} // namespace circtsim::builtins

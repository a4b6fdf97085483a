//===- AssertionControl.cpp - $assertcontrol and its relatives ----------------===//
//
// IEEE 1800-2023 20.11. Every call is a command: what to switch, for which kinds of
// assertions and directives, and where. An assertion asks for its state when it is
// evaluated (`assertion.state`, called by its code): the commands that concern it
// apply in their order, each of them once. Lock makes it deaf to what follows, until Unlock.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

#include <functional>
#include <unordered_map>
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

/// What the first `applied` commands have made of an assertion.
struct Assertion {
  size_t applied = 0;
  int64_t state = 0; ///< as `assertion.state` returns it
  bool isLocked = false;
};

/// An assertion of one instance: the call that asks for its state.
struct AssertionKey {
  const CallDescriptor *call;
  const Instance *instance;
  bool operator==(const AssertionKey &) const = default;
};

struct AssertionHash {
  size_t operator()(const AssertionKey &key) const {
    return std::hash<const void *>()(key.call) * 31 + std::hash<const void *>()(key.instance);
  }
};

struct Commands {
  std::vector<Command> list;
  std::unordered_map<AssertionKey, Assertion, AssertionHash> assertions;
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

/// What the number of kills is counted in, behind the bits of the state.
constexpr int64_t KillStep = 8;
constexpr int64_t UsualKinds = 15, AllKinds = 255, AllDirectives = 7;
} // namespace

static void apply(int64_t control, Assertion &assertion) {
  if (control == Lock || control == Unlock)
    assertion.isLocked = control == Lock;
  if (assertion.isLocked)
    return;
  switch (control) {
  case On:
    assertion.state &= ~1;
    break;
  case Kill:
    assertion.state += KillStep;
    [[fallthrough]];
  case Off:
    assertion.state |= 1;
    break;
  case PassOn:
    assertion.state &= ~2;
    break;
  case PassOff:
    assertion.state |= 2;
    break;
  case FailOn:
    assertion.state &= ~4;
    break;
  case FailOff:
    assertion.state |= 4;
    break;
  default:
    break;
  }
}

/// Bits: 1 not evaluated, 2 without pass action, 4 without fail action; then the number of
/// times it was killed, by which a report that waits sees whether it is still wanted. Arguments: the kind and
/// the directive of the assertion as $assertcontrol numbers them, and its name or "".
template <>
BuiltinResult builtin<AssertionState>(BuiltinCall &call) {
  auto &commands = call.context.state<Commands>();
  if (commands.list.empty())
    return returnInt(call, 0);
  Assertion &assertion = commands.assertions[{&call.descriptor, &call.instance()}];
  if (assertion.applied != commands.list.size()) {
    int64_t kind = call.integer(0), directive = call.integer(1);
    std::string name = textArgument(call, 2), path = call.scopePath();
    if (!name.empty())
      path += "." + name;
    for (; assertion.applied != commands.list.size(); ++assertion.applied) {
      const Command &command = commands.list[assertion.applied];
      if (concerns(command, path, kind, directive))
        apply(command.control, assertion);
    }
  }
  return returnInt(call, assertion.state);
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

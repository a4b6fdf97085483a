//===- TimeTasks.cpp - simulation time and time scales -----------------------===//
//
// IEEE 1800-2023 20.3 ($time rounds to the unit of the caller, $realtime does not),
// 20.4 (time scales, $timeformat).
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Builtins/BuiltinState.h"

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;
using value::TimeUnit;

static uint64_t timeInUnits(const BuiltinCall &call) {
  auto tick = TimeUnit(call.context.image.timePrecision);
  return value::convertTime(call.scheduler().now(), tick, TimeUnit(call.timeUnit()));
}

template <>
BuiltinResult builtin<Time>(BuiltinCall &call) {
  return returnInt(call, int64_t(timeInUnits(call)));
}

template <>
BuiltinResult builtin<Stime>(BuiltinCall &call) {
  return returnInt(call, int64_t(uint32_t(timeInUnits(call))));
}

template <>
BuiltinResult builtin<Realtime>(BuiltinCall &call) {
  return returnReal(call, value::convertRealTime(double(call.scheduler().now()),
                                                 TimeUnit(call.context.image.timePrecision),
                                                 TimeUnit(call.timeUnit())));
}

/// Without arguments the default returns (20.4.3); a missing one leaves its part as
/// it is.
template <>
BuiltinResult builtin<Timeformat>(BuiltinCall &call) {
  value::TimeFormat &format = stateOf(call.context).timeFormat;
  if (call.count() == 0) {
    format = {};
    format.units = TimeUnit(call.context.image.timePrecision);
    return BuiltinResult::Done;
  }
  if (!call.isMissing(0)) {
    int64_t units = call.integer(0);
    if (units < value::exponent(value::smallestUnit) ||
        units > value::exponent(value::largestUnit)) {
      warn(call,
           "$timeformat's units argument (" + std::to_string(units) + ") must be from -15 to 2.");
      return BuiltinResult::Done;
    }
    format.units = TimeUnit(units);
  }
  if (!call.isMissing(1))
    format.precision = uint32_t(std::clamp<int64_t>(call.integer(1), 0, 17));
  if (!call.isMissing(2))
    format.suffix = textArgument(call, 2);
  if (!call.isMissing(3))
    format.minWidth = uint32_t(std::clamp<int64_t>(call.integer(3), 0, 1000));
  return BuiltinResult::Done;
}

namespace {
/// The scope that an optional argument names; an instance of null if none.
struct NamedScope {
  Instance *instance = nullptr;
  std::string name;
  bool isRoot = false;
};

NamedScope namedScope(const BuiltinCall &call) {
  if (call.isMissing(0))
    return {&call.instance(), call.scopePath(), false};
  if (call.kind(0) == ArgKind::Scope && call.argument(0).text.starts_with("$root") &&
      call.argument(0).text.size() <= 6)
    return {nullptr, "$root", true};
  if (call.kind(0) != ArgKind::Scope) {
    SignalId id = call.signal(0).signal;
    Instance *owner = id < call.design().declaredSignals ? call.design().instanceOf(id) : nullptr;
    return {owner, owner ? call.design().signalPath(id) : "", false};
  }
  Lookup found = scopeOf(call, 0);
  if (found.kind == Lookup::None)
    return {};
  std::string name = found.kind == Lookup::OfScope
                         ? call.design().scopePath(*found.instance, found.scope)
                         : call.design().path(*found.instance);
  return {found.instance, name, false};
}

BuiltinResult unknownScope(const BuiltinCall &call) {
  return fault(call, std::string(builtinRow(call).name) + ": there is no scope '" +
                         call.argument(0).text + "'");
}
} // namespace

template <>
BuiltinResult builtin<Printtimescale>(BuiltinCall &call) {
  NamedScope scope = namedScope(call);
  if (!scope.instance && !scope.isRoot)
    return unknownScope(call);
  auto precision = TimeUnit(call.context.image.timePrecision), unit = precision;
  if (scope.instance) {
    unit = TimeUnit(call.design().moduleOf(*scope.instance).timeUnit);
    precision = TimeUnit(call.design().moduleOf(*scope.instance).timePrecision);
  }
  call.context.output.write("Time scale of (" + scope.name + ") is " + value::toString(unit) +
                            " / " + value::toString(precision) + "\n");
  return BuiltinResult::Done;
}

static BuiltinResult scaleOf(BuiltinCall &call, int8_t ModuleImage::*part) {
  NamedScope scope = namedScope(call);
  if (scope.isRoot)
    return returnInt(call, call.context.image.timePrecision);
  if (!scope.instance)
    return unknownScope(call);
  return returnInt(call, call.design().moduleOf(*scope.instance).*part);
}

template <>
BuiltinResult builtin<Timeunit>(BuiltinCall &call) {
  return scaleOf(call, &ModuleImage::timeUnit);
}
template <>
BuiltinResult builtin<Timeprecision>(BuiltinCall &call) {
  return scaleOf(call, &ModuleImage::timePrecision);
}

} // namespace circtsim::builtins

//===- Display.cpp - $display, $write, $strobe, $monitor ---------------------===//
//
// IEEE 1800-2023 21.2. $strobe and $monitor arrive with a function that does the
// matching $display (see Deferred.h).
//
//===----------------------------------------------------------------------===//
#include "Builtins/DisplayFormat.h"

namespace circtsim::builtins {

using enum BuiltinId;

static BuiltinResult display(BuiltinCall &call, char radix, std::string_view end) {
  std::string &text = stateOf(call.context).text;
  text.clear();
  DisplayFormat(call, text, radix).list(0);
  text += end;
  call.context.output.write(text);
  return BuiltinResult::Done;
}

#define DISPLAY_ROW(Id, Radix, End)                                                                \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return display(call, Radix, End);                                                              \
  }
DISPLAY_ROW(Display, 'd', "\n")
DISPLAY_ROW(DisplayB, 'b', "\n")
DISPLAY_ROW(DisplayO, 'o', "\n")
DISPLAY_ROW(DisplayH, 'h', "\n")
DISPLAY_ROW(Write, 'd', "")
DISPLAY_ROW(WriteB, 'b', "")
DISPLAY_ROW(WriteO, 'o', "")
DISPLAY_ROW(WriteH, 'h', "")
#undef DISPLAY_ROW

/// What the thunk calls has the radix; the four rows of a task differ in nothing.
#define DEFERRED_ROW(Id, Action)                                                                   \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    stateOf(call.context).deferred.Action(call);                                                   \
    return BuiltinResult::Done;                                                                    \
  }
DEFERRED_ROW(Strobe, strobe)
DEFERRED_ROW(StrobeB, strobe)
DEFERRED_ROW(StrobeO, strobe)
DEFERRED_ROW(StrobeH, strobe)
DEFERRED_ROW(Fstrobe, strobe)
DEFERRED_ROW(FstrobeB, strobe)
DEFERRED_ROW(FstrobeO, strobe)
DEFERRED_ROW(FstrobeH, strobe)
DEFERRED_ROW(Monitor, setMonitor)
DEFERRED_ROW(MonitorB, setMonitor)
DEFERRED_ROW(MonitorO, setMonitor)
DEFERRED_ROW(MonitorH, setMonitor)
DEFERRED_ROW(Fmonitor, addFileMonitor)
DEFERRED_ROW(FmonitorB, addFileMonitor)
DEFERRED_ROW(FmonitorO, addFileMonitor)
DEFERRED_ROW(FmonitorH, addFileMonitor)
#undef DEFERRED_ROW

template <>
BuiltinResult builtin<MonitorOn>(BuiltinCall &call) {
  stateOf(call.context).deferred.enableMonitor(true);
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<MonitorOff>(BuiltinCall &call) {
  stateOf(call.context).deferred.enableMonitor(false);
  return BuiltinResult::Done;
}

} // namespace circtsim::builtins

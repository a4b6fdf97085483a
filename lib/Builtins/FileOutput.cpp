//===- FileOutput.cpp - $fdisplay, $fwrite, $swrite, $sformat ----------------===//
//
// IEEE 1800-2023 21.3.2 (output to files), 21.3.3 (to strings). A descriptor that
// names no open file gives one warning per statement.
//
//===----------------------------------------------------------------------===//
#include "Builtins/DisplayFormat.h"

#include <cstdio>

namespace circtsim::builtins {

using enum BuiltinId;

static BuiltinResult writeFile(BuiltinCall &call, char radix, std::string_view end) {
  BuiltinState &state = stateOf(call.context);
  std::string &text = state.text;
  text.clear();
  DisplayFormat(call, text, radix).list(1);
  text += end;
  auto descriptor = uint32_t(call.integer(0));
  state.deferred.noteDescriptor(descriptor);
  if (!state.files.write(descriptor, text) && state.isFirstWarning(call.descriptor, 'd')) {
    char message[80];
    std::snprintf(message, sizeof message, "invalid MCD (0x%x) given to %.*s().", descriptor,
                  int(builtinRow(call).name.size()), builtinRow(call).name.data());
    warn(call, message);
  }
  return BuiltinResult::Done;
}

static BuiltinResult writeString(BuiltinCall &call, char radix) {
  std::string &text = stateOf(call.context).text;
  text.clear();
  DisplayFormat(call, text, radix).list(1);
  storeText(call, 0, text);
  return BuiltinResult::Done;
}

#define FILE_ROW(Id, Radix, End)                                                                   \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return writeFile(call, Radix, End);                                                            \
  }
FILE_ROW(Fdisplay, 'd', "\n")
FILE_ROW(FdisplayB, 'b', "\n")
FILE_ROW(FdisplayO, 'o', "\n")
FILE_ROW(FdisplayH, 'h', "\n")
FILE_ROW(Fwrite, 'd', "")
FILE_ROW(FwriteB, 'b', "")
FILE_ROW(FwriteO, 'o', "")
FILE_ROW(FwriteH, 'h', "")
#undef FILE_ROW

#define STRING_ROW(Id, Radix)                                                                      \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return writeString(call, Radix);                                                               \
  }
STRING_ROW(Swrite, 'd')
STRING_ROW(SwriteB, 'b')
STRING_ROW(SwriteO, 'o')
STRING_ROW(SwriteH, 'h')
#undef STRING_ROW

template <>
BuiltinResult builtin<Sformat>(BuiltinCall &call) {
  std::string &text = stateOf(call.context).text;
  text.clear();
  DisplayFormat(call, text).formatted(1);
  storeText(call, 0, text);
  return BuiltinResult::Done;
}

static BuiltinResult formatToString(BuiltinCall &call) {
  std::string &text = stateOf(call.context).text;
  text.clear();
  DisplayFormat(call, text).formatted(0);
  return returnText(call, text);
}

template <>
BuiltinResult builtin<Sformatf>(BuiltinCall &call) {
  return formatToString(call);
}

/// The name that several simulators had before $sformatf was standardised.
template <>
BuiltinResult builtin<Psprintf>(BuiltinCall &call) {
  return formatToString(call);
}

} // namespace circtsim::builtins

//===- FileIO.cpp - opening, closing and positioning files -------------------===//
//
// IEEE 1800-2023 21.3.1 ($fopen, $fclose), 21.3.5 (positions), 21.3.6 ($fflush),
// 21.3.7 ($ferror), 21.3.8 ($feof). Names of files are relative to the working
// directory.
//
//===----------------------------------------------------------------------===//
#include "Builtins/FileIO.h"

#include <cerrno>
#include <cstring>

namespace circtsim::builtins {

using enum BuiltinId;

void warnDescriptor(const BuiltinCall &call, uint32_t descriptor, bool isChannel) {
  if (!stateOf(call.context).isFirstWarning(call.descriptor, 'd'))
    return;
  char text[100];
  std::string_view name = builtinRow(call).name;
  std::snprintf(text, sizeof text, "invalid %s (0x%x) given to %.*s%s.",
                isChannel ? "MCD" : "file descriptor", descriptor, int(name.size()), name.data(),
                isChannel ? "()" : "");
  warn(call, text);
}

std::FILE *streamArgument(const BuiltinCall &call, uint32_t i) {
  auto descriptor = uint32_t(call.integer(i));
  std::FILE *stream = stateOf(call.context).files.stream(descriptor);
  if (!stream)
    warnDescriptor(call, descriptor, false);
  return stream;
}

template <>
BuiltinResult builtin<Fopen>(BuiltinCall &call) {
  FileTable &files = stateOf(call.context).files;
  std::string path = textArgument(call, 0);
  if (path.empty()) {
    warn(call, "$fopen's file name argument is not a valid string.");
    return returnInt(call, 0);
  }
  if (call.isMissing(1))
    return returnInt(call, files.openChannel(path));
  std::string mode = textArgument(call, 1);
  if (!FileTable::isMode(mode)) {
    warn(call, "$fopen's mode argument (" + mode + ") is invalid.");
    return returnInt(call, 0);
  }
  return returnInt(call, int32_t(files.openFile(path, mode)));
}

template <>
BuiltinResult builtin<Fclose>(BuiltinCall &call) {
  BuiltinState &state = stateOf(call.context);
  auto descriptor = uint32_t(call.integer(0));
  state.deferred.closeFile(descriptor);
  if (!state.files.close(descriptor))
    warnDescriptor(call, descriptor, !(descriptor & FileTable::FileFlag));
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Ftell>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 0);
  return returnInt(call, stream ? std::ftell(stream) : -1);
}

template <>
BuiltinResult builtin<Fseek>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 0);
  if (!stream)
    return returnInt(call, -1);
  int64_t operation = call.integer(2);
  if (operation < 0 || operation > 2) {
    warn(call, "$fseek's operation must be 0, 1, or 2 given " + std::to_string(operation) + ".");
    return returnInt(call, -1);
  }
  static constexpr int origins[] = {SEEK_SET, SEEK_CUR, SEEK_END};
  errno = 0;
  int status = std::fseek(stream, long(call.integer(1)), origins[operation]);
  if (status)
    stateOf(call.context).files.setError(uint32_t(call.integer(0)), errno);
  return returnInt(call, status ? -1 : 0);
}

template <>
BuiltinResult builtin<Rewind>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 0);
  if (!stream)
    return returnInt(call, -1);
  int status = std::fseek(stream, 0, SEEK_SET);
  std::clearerr(stream);
  return returnInt(call, status ? -1 : 0);
}

template <>
BuiltinResult builtin<Fflush>(BuiltinCall &call) {
  FileTable &files = stateOf(call.context).files;
  if (call.isMissing(0)) {
    files.flushAll();
    return BuiltinResult::Done;
  }
  auto descriptor = uint32_t(call.integer(0));
  if (!files.flush(descriptor))
    warnDescriptor(call, descriptor, !(descriptor & FileTable::FileFlag));
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Ferror>(BuiltinCall &call) {
  int error = stateOf(call.context).files.error(uint32_t(call.integer(0)));
  storeText(call, 1, error ? std::strerror(error) : "");
  return returnInt(call, error);
}

template <>
BuiltinResult builtin<Feof>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 0);
  return returnInt(call, stream ? std::feof(stream) != 0 : -1);
}

} // namespace circtsim::builtins

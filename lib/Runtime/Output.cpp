//===- Output.cpp - writing what the simulated program prints ----------------===//
//
// Standard output goes through one large buffer, flushed when full, at the end,
// and before anything is written to standard error. Short writes are continued;
// a closed pipe ends the attempt silently, as for any filter.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Output.h"

#include <cerrno>
#include <unistd.h>

namespace circtsim::runtime {

void Output::emit(int descriptor, std::string_view text) {
  if (sink) {
    sink(descriptor, text);
    return;
  }
  while (!text.empty()) {
    ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return;
    text.remove_prefix(size_t(written));
  }
}

void Output::flush() {
  if (buffer.empty())
    return;
  emit(1, buffer);
  buffer.clear();
}

void Output::writeError(std::string_view text) {
  flush();
  emit(2, text);
}

} // namespace circtsim::runtime

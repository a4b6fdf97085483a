//===- Output.h - buffered output of a simulation ----------------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_OUTPUT_H
#define CIRCTSIM_RUNTIME_OUTPUT_H

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace circtsim::runtime {

/// Standard output (large buffer) and standard error of the simulated program.
/// Standard output is flushed before anything goes to standard error, so that
/// the two keep their order on a terminal.
class Output {
public:
  /// Receives text instead of file descriptor 1 or 2.
  using Sink = std::function<void(int descriptor, std::string_view text)>;

  Output() { buffer.reserve(Capacity); }
  ~Output() { flush(); }
  Output(const Output &) = delete;
  Output &operator=(const Output &) = delete;

  void write(std::string_view text) {
    buffer.append(text);
    if (buffer.size() >= Capacity)
      flush();
  }
  /// Writes at once, after what is buffered.
  void writeError(std::string_view text);
  void flush();
  /// For tests and for embedding.
  void redirect(Sink newSink) { sink = std::move(newSink); }

private:
  static constexpr size_t Capacity = 64 << 10;
  void emit(int descriptor, std::string_view text);
  std::string buffer;
  Sink sink;
};

} // namespace circtsim::runtime

#endif

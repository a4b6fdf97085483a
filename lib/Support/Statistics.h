// Numbers about a run (--stats) and optional trace output by channel.
#ifndef CIRCTSIM_SUPPORT_STATISTICS_H
#define CIRCTSIM_SUPPORT_STATISTICS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>

namespace circtsim::support {

/// Named counters and phase times, in order of first use. Look a counter up
/// once and keep the reference.
class Statistics {
public:
  uint64_t &counter(llvm::StringRef name);
  /// Wall time of a phase in nanoseconds; repeated phases add up.
  uint64_t &phase(llvm::StringRef name);

  void printText(llvm::raw_ostream &out) const;
  /// {"counters":{...},"phases_ms":{...}}
  void printJson(llvm::raw_ostream &out) const;

private:
  struct Row {
    std::string name;
    uint64_t value = 0;
  };
  static uint64_t &find(std::deque<Row> &rows, llvm::StringRef name);

  std::deque<Row> counters;
  std::deque<Row> phases;
};

/// Adds the time between its construction and its end to a phase.
class PhaseTimer {
public:
  PhaseTimer(Statistics &statistics, llvm::StringRef name)
      : total(statistics.phase(name)), start(std::chrono::steady_clock::now()) {}
  ~PhaseTimer() {
    total += static_cast<uint64_t>(
        std::chrono::nanoseconds(std::chrono::steady_clock::now() - start).count());
  }
  PhaseTimer(const PhaseTimer &) = delete;

private:
  uint64_t &total;
  std::chrono::steady_clock::time_point start;
};

/// Where optional traces go: `if (auto *out = trace.channel("elab")) *out << ...`.
class TraceChannels {
public:
  explicit TraceChannels(llvm::raw_ostream &out) : out(out) {}
  void enable(llvm::StringRef name) { enabled.insert(name); }
  /// The stream of an enabled channel, else null.
  llvm::raw_ostream *channel(llvm::StringRef name) const {
    return enabled.contains(name) || enabled.contains("all") ? &out : nullptr;
  }

private:
  llvm::raw_ostream &out;
  llvm::StringSet<> enabled;
};

} // namespace circtsim::support

#endif // CIRCTSIM_SUPPORT_STATISTICS_H

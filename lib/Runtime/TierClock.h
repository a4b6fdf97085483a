//===- TierClock.h - time in generated code ----------------------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_TIERCLOCK_H
#define CIRCTSIM_RUNTIME_TIERCLOCK_H

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace circtsim::runtime {

/// Estimates the time that generated code runs, with what it calls that is not interpreted.
/// A period lasts from where code of one kind enters code of the other until it leaves.
/// The processor's counter of cycles is read around each of the first periods, and around
/// one in SampleRate, picked at random, of those that follow: reading it can take as long as
/// what it measures.
class TierClock {
public:
  /// Generated code begins. False if it was running already: a call within it.
  bool begin() {
    if (isRunning)
      return false;
    isRunning = true;
    if (++periods > AllPeriods) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      isMeasured = random >> 60 == 0;
      if (!isMeasured)
        return true;
    }
    since = ticks();
    return true;
  }
  /// It ends, or is interrupted by interpreted code. False if it was not running.
  bool end() {
    if (!isRunning)
      return false;
    isRunning = false;
    if (isMeasured)
      total += (ticks() - since) * (periods > AllPeriods ? SampleRate : 1);
    return true;
  }
  double milliseconds() const {
    double elapsed = double(ticks() - firstTick);
    std::chrono::duration<double, std::milli> wall = Clock::now() - firstTime;
    return elapsed > 0 ? std::min(double(total) / elapsed, 1.0) * wall.count() : 0;
  }

private:
  using Clock = std::chrono::steady_clock;
  static constexpr uint64_t AllPeriods = 10'000, SampleRate = 16;
  static uint64_t ticks() {
#if defined(__x86_64__)
    return __builtin_ia32_rdtsc();
#else
    return uint64_t(Clock::now().time_since_epoch().count());
#endif
  }
  Clock::time_point firstTime = Clock::now();
  uint64_t firstTick = ticks();
  uint64_t since = 0, total = 0, periods = 0, random = 1;
  bool isRunning = false, isMeasured = true;
};

} // namespace circtsim::runtime

#endif

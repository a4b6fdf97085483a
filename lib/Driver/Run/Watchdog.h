//===- Watchdog.h - Ctrl-C and wall-clock limit ------------------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_WATCHDOG_H
#define CIRCTSIM_DRIVER_WATCHDOG_H

#include <functional>
#include <memory>
#include <thread>

namespace circtsim::driver {

/// Why the watchdog fired.
enum class Alarm { Interrupt, Terminate, Timeout };

/// A thread that takes SIGINT and SIGTERM for the process and watches the wall
/// clock while it exists. The first alarm calls `onAlarm`; a second signal ends
/// the process at once. Signals stay blocked in all threads made meanwhile.
class Watchdog {
public:
  /// `timeoutSeconds` 0: no limit.
  Watchdog(double timeoutSeconds, std::function<void(Alarm)> onAlarm);
  ~Watchdog();

private:
  struct State;
  std::unique_ptr<State> state;
  std::thread thread;
};

} // namespace circtsim::driver

#endif

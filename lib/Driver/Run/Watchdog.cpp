//===- Watchdog.cpp - Ctrl-C and wall-clock limit -------------------------===//
//
// The signals are blocked everywhere and waited for by one thread, so that no
// handler and no global state is needed; the simulation sees a flag at its next
// poll. SIGUSR1 to the thread ends it.
//
//===----------------------------------------------------------------------===//
#include "Driver/Run/Watchdog.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <pthread.h>
#include <unistd.h>

using namespace circtsim::driver;

struct Watchdog::State {
  std::atomic<bool> isDone = false;
  sigset_t signals, previous;
};

Watchdog::Watchdog(double timeoutSeconds, std::function<void(Alarm)> onAlarm) : state(std::make_unique<State>()) {
  sigemptyset(&state->signals);
  for (int signal : {SIGINT, SIGTERM, SIGUSR1})
    sigaddset(&state->signals, signal);
  pthread_sigmask(SIG_BLOCK, &state->signals, &state->previous);
  thread = std::thread([this, timeoutSeconds, onAlarm = std::move(onAlarm)] {
    using Clock = std::chrono::steady_clock;
    auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                       std::chrono::duration<double>(timeoutSeconds));
    bool hasTimeout = timeoutSeconds > 0, hasFired = false;
    while (!state->isDone) {
      int signal = -1;
      if (hasTimeout) {
        auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(deadline - Clock::now()).count();
        left = left < 0 ? 0 : left;
        timespec wait{time_t(left / 1'000'000'000), long(left % 1'000'000'000)};
        signal = sigtimedwait(&state->signals, nullptr, &wait);
      } else {
        sigwait(&state->signals, &signal);
      }
      if (state->isDone)
        return;
      if (signal == SIGINT || signal == SIGTERM) {
        if (hasFired)
          _exit(128 + signal);
        hasFired = true;
        onAlarm(signal == SIGINT ? Alarm::Interrupt : Alarm::Terminate);
      } else if (hasTimeout && Clock::now() >= deadline) {
        hasTimeout = false;
        hasFired = true;
        onAlarm(Alarm::Timeout);
      }
    }
  });
}

Watchdog::~Watchdog() {
  state->isDone = true;
  pthread_kill(thread.native_handle(), SIGUSR1);
  thread.join();
  pthread_sigmask(SIG_SETMASK, &state->previous, nullptr);
}

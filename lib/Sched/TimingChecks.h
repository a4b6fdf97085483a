//===- TimingChecks.h - system timing checks ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_TIMINGCHECKS_H
#define CIRCTSIM_SCHED_TIMINGCHECKS_H

#include "Sched/ObservedBits.h"

namespace circtsim::sched {

struct TimingCheck;
struct DelayedCopy;
class TimingChecks;

/// The reference or the data event of a check.
struct CheckEvent : ObservedBits {
  TimingCheck *check = nullptr;
  const model::CheckEventImage *image = nullptr;
  const uint8_t *condition = nullptr; ///< null: always
  struct Occurrence {
    uint64_t time;
    bool isEnabled; ///< as the earlier event of a check
  };
  /// The last one; those that negative limits still reach back to.
  std::vector<Occurrence> past;
};

/// A timing check of an instance (LRM 31).
struct TimingCheck {
  const model::TimingCheckImage *image = nullptr;
  model::Instance *instance = nullptr;
  TimingChecks *owner = nullptr;
  CheckEvent reference, data;
  DelayedCopy *referenceCopy = nullptr, *dataCopy = nullptr;
  int64_t limit = 0, limit2 = 0;      ///< ticks
  const uint8_t *stampCondition = nullptr, *checkCondition = nullptr;
  model::SlotEntry notifier;
  bool isActive = false;              ///< a window is open ($timeskew, $fullskew, $nochange)
  bool awaitsReference = false;       ///< $fullskew: data came first
  uint64_t opened = 0;                ///< tick
  CallbackTask timer;
  /// Ticks before and behind the reference in which data may not change.
  int64_t setupLimit() const;
  int64_t holdLimit() const;
};

/// Net with the copy of a signal that negative limits delay (LRM 31.9).
struct DelayedCopy : ObservedBits {
  model::SlotEntry driver;
  const model::Instance *instance = nullptr;
  uint32_t slot = 0;
  uint64_t delay = 0; ///< ticks
  struct Value {
    uint64_t time, a, b;
  };
  std::deque<Value> pending;
  CallbackTask timer;
  Scheduler *scheduler = nullptr;
};

/// Who hears of violations.
struct ViolationClient {
  std::function<void(model::SourcePos pos, const model::Instance &instance, std::string text)>
      report;
  std::function<std::string(uint64_t ticks)> timeText;
};

/// The timing checks of a design.
class TimingChecks {
public:
  TimingChecks(Scheduler &scheduler, model::Design &design, ViolationClient client)
      : scheduler(scheduler), design(design), client(std::move(client)) {}
  TimingChecks(const TimingChecks &) = delete;
  TimingChecks &operator=(const TimingChecks &) = delete;
  /// Makes the elements of every instance.
  void build();

  // --- Annotation (LRM 32) ---------------------------------------------------------
  std::vector<TimingCheck *> checksOf(const model::Instance &instance);
  /// After limits have changed: what delayed copies need.
  void updateDelays();

  // --- Called by the elements ---------------------------------------------------------
  void referenceHappened(TimingCheck &check);
  void dataHappened(TimingCheck &check);
  void edgeHappened(TimingCheck &check, bool isOpposite);
  void timerEnded(TimingCheck &check);
  Scheduler &getScheduler() { return scheduler; }

private:
  void addEvent(TimingCheck &check, CheckEvent &event, const model::CheckEventImage &image);
  DelayedCopy *addCopy(TimingCheck &check, CheckEvent &event);
  void checkWindow(TimingCheck &check, CheckEvent &now, const CheckEvent &other);
  void remember(TimingCheck &check, CheckEvent &event);
  void open(TimingCheck &check, uint64_t ticks);
  void close(TimingCheck &check);
  bool isHeldBack(const TimingCheck &check, const CheckEvent::Occurrence &earlier) const;
  void skewData(TimingCheck &check);
  void changeDuringLevel(TimingCheck &check);
  void levelEdge(TimingCheck &check, bool isOpposite);
  void pulseEdge(TimingCheck &check, bool isOpposite);
  void violated(TimingCheck &check, uint64_t reference, uint64_t data, int64_t limit);
  std::string nameOf(const TimingCheck &check, const CheckEvent &event) const;
  void toggle(const TimingCheck &check);

  Scheduler &scheduler;
  model::Design &design;
  ViolationClient client;
  std::deque<TimingCheck> checks;
  std::deque<DelayedCopy> copies;
  std::unordered_map<const model::Instance *, std::vector<TimingCheck *>> checksByInstance;
};

} // namespace circtsim::sched

#endif
